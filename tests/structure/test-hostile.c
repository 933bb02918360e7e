/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Documents that mean harm: deep, circular, colliding, cut short. Every one is
 * read on a thread with a stack of 64 KiB. */

#include "config.h"

#include "../small-stack.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre.h>

#include <string.h>

#define HEAD "{\"cadre\": \"structure\", \"version\": 1, "

typedef struct
{
  GBytes *bytes;
  CadreStructure *structure;
  char *text;
  GError *error;
} Job;

/* What levels show of it: a branch, a chart, numbers, posts that people hold. */
static void
redact (CadreStructure *structure)
{
  static const CadreRedactionLevel levels[] = {
    CADRE_REDACTION_LEVEL_MANAGER,
    CADRE_REDACTION_LEVEL_TRANSPARENCY_CODE,
    CADRE_REDACTION_LEVEL_STATISTICS,
    CADRE_REDACTION_LEVEL_CONSULTATION,
  };
  static const char *const posts[] = { "p0", "last", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autoptr (CadreRedaction) redaction = cadre_redaction_new (levels[i]);
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreStructure) shown = NULL;

      cadre_redaction_set_subject_posts (redaction, posts);
      shown = cadre_redaction_apply (redaction, structure, &error);
      g_assert_true (shown != NULL || g_error_matches (error, CADRE_STRUCTURE_ERROR,
                                                       CADRE_STRUCTURE_ERROR_NOT_FOUND));
    }
}

/* Reads a document, asks for what walks the trees, redacts it, and writes it. */
static void *
work (void *data)
{
  Job *job = data;
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);

  job->structure = cadre_structure_load_bytes (job->bytes, limits, NULL, &job->error);
  if (job->structure != NULL)
    job->text = cadre_structure_to_text (job->structure, full, NULL);
  if (job->structure != NULL)
    redact (job->structure);
  return NULL;
}

static void
run (Job *job, char *text)
{
  job->bytes = g_bytes_new_take (text, strlen (text));
  run_on_small_stack (work, job);
}

static void
job_clear (Job *job)
{
  g_bytes_unref (job->bytes);
  g_clear_object (&job->structure);
  g_free (job->text);
  g_clear_error (&job->error);
}

/* A line of management of @n posts; the last reports to the first where it is
 * to be @circular. Units likewise. */
static char *
make_chain (guint n, gboolean circular)
{
  GString *text = g_string_new (HEAD "\"units\": [{\"id\": \"u0\"}");

  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, ", {\"id\": \"u%u\", \"parent\": \"u%u\"}", i, i - 1);
  g_string_append_printf (text, "], \"posts\": [{\"id\": \"p0\", \"unit\": \"u%u\"%s}", n - 1,
                          circular ? ", \"manager\": \"last\"" : "");
  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, ", {\"id\": \"p%u\", \"manager\": \"p%u\"}", i, i - 1);
  g_string_append_printf (text, ", {\"id\": \"last\", \"manager\": \"p%u\"}]}", n - 1);

  return g_string_free (text, FALSE);
}

static void
test_long_line (void)
{
  Job job = { NULL };
  const CadreIndex *index = NULL;
  guint32 last = 0;

  run (&job, make_chain (100000, FALSE));
  g_assert_no_error (job.error);
  index = cadre_structure_get_index (job.structure);
  last =
    cadre_tables_find (cadre_structure_get_tables (job.structure), CADRE_RECORD_KIND_POST, "last");
  g_assert_cmpint (index->depth[last], ==, 100000);
  job_clear (&job);
}

static void
test_long_circle (void)
{
  Job job = { NULL };

  run (&job, make_chain (100000, TRUE));
  g_assert_no_error (job.error);
  g_assert_cmpuint (cadre_structure_get_index (job.structure)->n_walked, ==, 0);
  g_assert_cmpuint (cadre_issue_list_get_count (cadre_structure_get_issues (job.structure),
                                                "structure.line.cycle"),
                    ==, 1);
  job_clear (&job);
}

/* Ids that share one value under the hash of GLib. */
static void
test_colliding_ids (void)
{
  GString *text = g_string_new (HEAD "\"posts\": [");
  Job job = { NULL };
  gint64 begin = g_get_monotonic_time ();

  for (guint i = 0; i < 65536; i++)
    {
      g_string_append (text, i > 0 ? ", {\"id\": \"" : "{\"id\": \"");
      for (guint bit = 0; bit < 16; bit++)
        g_string_append (text, (i >> bit & 1) != 0 ? "Bb" : "CA");
      g_string_append (text, "\"}");
    }
  g_string_append (text, "]}");

  run (&job, g_string_free (text, FALSE));
  g_assert_no_error (job.error);
  g_assert_cmpuint (cadre_structure_get_n_records (job.structure, CADRE_RECORD_KIND_POST), ==,
                    65536);
  g_test_minimized_result ((double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC,
                           "65,536 colliding ids");
  job_clear (&job);
}

/* One id for all: each is kept, flagged, and written back under its id. */
static void
test_same_id (void)
{
  GString *text = g_string_new (HEAD "\"posts\": [{\"id\": \"x\", \"tier\": 0}");
  Job job = { NULL };

  for (guint i = 1; i < 20000; i++)
    g_string_append_printf (text, ", {\"id\": \"x\", \"tier\": %u, \"manager\": \"x\"}", i);
  g_string_append (text, "]}");

  run (&job, g_string_free (text, FALSE));
  g_assert_no_error (job.error);
  g_assert_cmpuint (cadre_structure_get_n_records (job.structure, CADRE_RECORD_KIND_POST), ==,
                    20000);
  g_assert_false (cadre_structure_is_sound (job.structure));
  job_clear (&job);
}

/* One post with very many lines that are not of management. */
static void
test_star (void)
{
  GString *text = g_string_new (HEAD "\"posts\": [{\"id\": \"x\"}], \"lines\": [");
  Job job = { NULL };

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (text, "%s{\"post\": \"x\", \"kind\": \"%s\", \"manager\": \"m%u\"}",
                            i > 0 ? ", " : "", i % 2 > 0 ? "dotted" : "management", i);
  g_string_append (text, "]}");

  run (&job, g_string_free (text, FALSE));
  g_assert_no_error (job.error);
  g_assert_nonnull (job.text);
  job_clear (&job);
}

static void
test_deep_value (void)
{
  GString *text = g_string_new (HEAD "\"posts\": [{\"id\": \"x\", \"later\": ");
  Job job = { NULL };

  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (text, '[');

  run (&job, g_string_free (text, FALSE));
  g_assert_error (job.error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_DEPTH);
  job_clear (&job);
}

static gpointer
load_structure (GBytes *bytes, GError **error)
{
  return cadre_structure_load_bytes (bytes, NULL, NULL, error);
}

static void
test_truncated (gconstpointer data)
{
  gsize length = 0;
  g_autofree char *text = load_example_text (data, &length);

  check_beginnings (load_structure, text, length);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/structure/hostile/long-line", test_long_line);
  g_test_add_func ("/structure/hostile/long-circle", test_long_circle);
  g_test_add_func ("/structure/hostile/colliding-ids", test_colliding_ids);
  g_test_add_func ("/structure/hostile/same-id", test_same_id);
  g_test_add_func ("/structure/hostile/star", test_star);
  g_test_add_func ("/structure/hostile/deep-value", test_deep_value);
  g_test_add_data_func ("/structure/hostile/truncated", "island-2003-after.json", test_truncated);
  if (g_test_slow ())
    g_test_add_data_func ("/structure/hostile/truncated-large", "stockton-2007-after.json",
                          test_truncated);

  return g_test_run ();
}
