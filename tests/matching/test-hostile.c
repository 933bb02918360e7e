/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Cases that mean harm: cut short, deep, too large, colliding, circular. Every
 * one is read, and run where it can be, on a thread with a stack of 64 KiB. */

#include "config.h"

#include "../small-stack.h"
#include <cadre/cadre.h>

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define CASE "{\"cadre\": \"case\", \"version\": 1, \"policies\": [{\"name\": \"illustrative\"}], "

static gpointer
load_case (GBytes *bytes, GError **error)
{
  return cadre_case_load_bytes (bytes, NULL, NULL, error);
}

/* The members of a structure that is a document of its own, as a value. */
static char *
load_as_value (const char *name)
{
  gsize length = 0;
  g_autofree char *text = load_example_text (name, &length);
  g_auto (GStrv) parts = g_strsplit (text, "\"version\": 1,", 2);

  return g_strconcat ("{", parts[1], NULL);
}

/* A real case cut at every byte; the smallest, since what is read grows with the
 * square of its length. */
static void
test_truncated (void)
{
  g_autofree char *before = load_as_value ("integrated-2011-before.json");
  g_autofree char *after = load_as_value ("integrated-2011-after.json");
  g_autofree char *text = g_strdup_printf (CASE "\"before\": %s, \"after\": %s}", before, after);
  g_autoptr (GBytes) whole = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreCase) self = cadre_case_load_bytes (whole, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (self);
  check_beginnings (load_case, text, strlen (text));
}

static void
test_truncated_large (void)
{
  static const char *const names[] = { "stockton-2007-judged-case.json", "vale-2008-case.json" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      gsize length = 0;
      g_autofree char *text = load_example_text (names[i], &length);

      check_beginnings (load_case, text, length);
    }
}

typedef struct
{
  GBytes *bytes;
  guint n_outcomes;
  guint n_facts;
  GError *error;
} Job;

/* Reads a case, runs it, asks for what is said of each outcome, and writes the
 * report. */
static void *
work (void *data)
{
  Job *job = data;
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreCase) self = cadre_case_load_bytes (job->bytes, limits, NULL, &job->error);
  g_autoptr (CadreOutcomes) outcomes = NULL;
  g_autoptr (CadreReport) report = NULL;
  g_autofree char *text = NULL;

  if (self == NULL)
    return NULL;
  outcomes = cadre_case_run (self, NULL, &job->error);
  if (outcomes == NULL)
    return NULL;

  job->n_outcomes = g_list_model_get_n_items (G_LIST_MODEL (outcomes));
  for (guint i = 0; i < job->n_outcomes; i++)
    {
      g_autoptr (CadreOutcome) outcome = cadre_outcomes_get_outcome (outcomes, i);
      g_autoptr (GListModel) facts = cadre_outcome_list_facts (outcome);

      job->n_facts += g_list_model_get_n_items (facts);
    }
  report = cadre_report_new_for_outcomes (outcomes, full, NULL, &job->error);
  text = report != NULL ? cadre_report_to_text (report, 80) : NULL;
  g_assert_nonnull (text);
  return NULL;
}

static void
run (Job *job, char *text)
{
  *job = (Job){ .bytes = g_bytes_new_take (text, strlen (text)) };
  run_on_small_stack (work, job);
}

static void
job_clear (Job *job)
{
  g_bytes_unref (job->bytes);
  g_clear_error (&job->error);
}

/* A million arrays in each place of a case. What has a form of its own is refused
 * for that. */
static void
test_deep_value (void)
{
  static const struct
  {
    const char *place;
    GQuark (*domain) (void);
    int code;
  } places[] = {
    { CASE "\"later\": ", cadre_document_error_quark, CADRE_DOCUMENT_ERROR_LIMIT_DEPTH },
    { CASE "\"before\": {\"posts\": [{\"id\": \"x\", \"later\": ", cadre_document_error_quark,
      CADRE_DOCUMENT_ERROR_LIMIT_DEPTH },
    { CASE "\"log\": [{\"event\": \"later\", \"x\": ", cadre_document_error_quark,
      CADRE_DOCUMENT_ERROR_LIMIT_DEPTH },
    { CASE "\"declared\": [{\"x\": ", cadre_document_error_quark,
      CADRE_DOCUMENT_ERROR_LIMIT_DEPTH },
    { "{\"cadre\": \"case\", \"version\": 1, \"policies\": [{\"name\": \"x\", \"parameters\": ",
      cadre_matching_error_quark, CADRE_MATCHING_ERROR_FORM },
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      GString *text = g_string_new (places[i].place);
      Job job;

      for (guint k = 0; k < 1000000; k++)
        g_string_append_c (text, '[');
      run (&job, g_string_free (text, FALSE));
      g_test_message ("%s", places[i].place);
      g_assert_error (job.error, places[i].domain (), places[i].code);
      job_clear (&job);
    }
}

/* Adds @n ids that share one value under the hash of GLib. */
static void
append_colliding (GString *text, const char *kind, const char *prefix, const char *more, guint bits)
{
  g_string_append_printf (text, "\"%s\": [", kind);
  for (guint i = 0; i < 1u << bits; i++)
    {
      GString *id = g_string_new (prefix);

      for (guint bit = 0; bit < bits; bit++)
        g_string_append (id, (i >> bit & 1) != 0 ? "Bb" : "CA");
      g_string_append_printf (text, "%s{\"id\": \"%s\"", i > 0 ? ", " : "", id->str);
      if (more != NULL)
        g_string_append_printf (text, ", \"post\": \"%s\", \"person\": \"%s\"", id->str + 1,
                                id->str);
      g_string_append_c (text, '}');
      g_string_free (id, TRUE);
    }
  g_string_append_c (text, ']');
}

static void
test_colliding_ids (void)
{
  const guint bits = often (12, 8);
  GString *text = g_string_new (CASE "\"before\": {");
  Job job;

  append_colliding (text, "posts", "", NULL, bits);
  g_string_append (text, ", ");
  append_colliding (text, "persons", "p", NULL, bits);
  g_string_append (text, ", ");
  append_colliding (text, "assignments", "p", "post", bits);
  g_string_append (text, "}, \"after\": {");
  append_colliding (text, "posts", "", NULL, bits);
  g_string_append (text, "}}");

  run (&job, g_string_free (text, FALSE));
  g_assert_no_error (job.error);
  /* Every assignment and every position. */
  g_assert_cmpuint (job.n_outcomes, ==, 2u << bits);
  job_clear (&job);
}

/* A line of management of @n held posts, in both structures; a circle where the
 * first reports to the last. */
static void
append_chain (GString *text, const char *name, guint n, gboolean circular, const char *title)
{
  g_string_append_printf (text, "\"%s\": {\"posts\": [", name);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"id\": \"p%u\", \"title\": \"%s %u\", \"manager\": \"p%u\"}",
                            i > 0 ? ", " : "", i, title, i,
                            i > 0      ? i - 1
                            : circular ? n - 1
                                       : n);
  g_string_append (text, "], \"assignments\": [");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s{\"id\": \"a%u\", \"person\": \"x%u\", \"post\": \"p%u\"}",
                            i > 0 ? ", " : "", i, i / 2, i);
  g_string_append (text, "]}");
}

static void
test_long_lines (void)
{
  const guint n = often (5000, 500);

  for (guint circular = 0; circular < 2; circular++)
    {
      GString *text = g_string_new (CASE);
      Job job;

      append_chain (text, "before", n, circular != 0, "Head");
      g_string_append (text, ", ");
      append_chain (text, "after", n, circular != 0, "Chief");
      g_string_append_c (text, '}');
      run (&job, g_string_free (text, FALSE));
      g_assert_no_error (job.error);
      g_assert_cmpuint (job.n_outcomes, ==, 2 * n);
      job_clear (&job);
    }
}

/* One id for all posts, all persons and all assignments. */
static void
test_same_id (void)
{
  const guint n = 2000;
  GString *text = g_string_new (CASE);
  Job job;

  for (guint side = 0; side < 2; side++)
    {
      g_string_append (text,
                       side == 0 ? "\"before\": {\"posts\": [" : "}, \"after\": {\"posts\": [");
      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "%s{\"id\": \"x\", \"tier\": %u, \"manager\": \"x\"}",
                                i > 0 ? ", " : "", i);
      g_string_append (text, "], \"assignments\": [");
      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "%s{\"id\": \"x\", \"person\": \"x\", \"post\": \"x\"}",
                                i > 0 ? ", " : "");
      g_string_append_c (text, ']');
    }
  g_string_append (text, "}}");

  run (&job, g_string_free (text, FALSE));
  g_assert_no_error (job.error);
  g_assert_cmpuint (job.n_outcomes, >, 0);
  job_clear (&job);
}

/* Five gigabytes are refused by their size, and not read. */
static void
test_sparse_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cadre-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "large.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  const int descriptor = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  const gint64 begin = g_get_monotonic_time ();
  gpointer results[4] = { NULL };
  GError *errors[4] = { NULL };

  g_assert_cmpint (ftruncate (descriptor, G_GINT64_CONSTANT (5) << 30), ==, 0);
  close (descriptor);

  results[0] = cadre_case_load (file, NULL, NULL, &errors[0]);
  results[1] = cadre_policy_load (file, NULL, NULL, &errors[1]);
  results[2] = cadre_log_load (file, NULL, NULL, &errors[2]);
  results[3] = cadre_structure_load (file, NULL, NULL, &errors[3]);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      g_assert_null (results[i]);
      g_assert_error (errors[i], CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_BYTES);
      g_error_free (errors[i]);
    }
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 4 * G_USEC_PER_SEC);

  g_unlink (path);
  g_rmdir (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matching/hostile/truncated", test_truncated);
  if (g_test_slow ())
    g_test_add_func ("/matching/hostile/truncated-large", test_truncated_large);
  g_test_add_func ("/matching/hostile/deep-value", test_deep_value);
  g_test_add_func ("/matching/hostile/colliding-ids", test_colliding_ids);
  g_test_add_func ("/matching/hostile/long-lines", test_long_lines);
  g_test_add_func ("/matching/hostile/same-id", test_same_id);
  g_test_add_func ("/matching/hostile/sparse-file", test_sparse_file);

  return g_test_run ();
}
