/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>
#include <glib/gstdio.h>
#include <string.h>

#define N_DAMAGES 1000

static CadreSealedCase *
seal (const char *name)
{
  g_autofree char *base = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "matching", base, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreCase) source = cadre_case_load (file, NULL, NULL, &error);
  g_autoptr (CadreOutcomes) outcomes = NULL;
  CadreSealedCase *self = NULL;

  g_assert_no_error (error);
  outcomes = cadre_case_run (source, NULL, &error);
  g_assert_no_error (error);
  self = cadre_sealed_case_new (outcomes, &error);
  g_assert_no_error (error);
  return self;
}

static CadreSealedCase *
load (const char *text, gsize size, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, size);

  return cadre_sealed_case_load_bytes (bytes, NULL, NULL, error);
}

/* Nothing differs, before and after the file is read. */
static void
test_round_trip (void)
{
  CadreSealedCase *self = seal ("ring-fence");
  g_autofree char *text = cadre_sealed_case_to_text (self);
  g_autofree char *again = NULL;
  g_autofree char *library = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreIssueList) issues = cadre_sealed_case_verify (self, NULL, NULL, &error);
  g_autoptr (CadreSealedCase) read = NULL;
  g_autoptr (CadreCase) source = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (cadre_issue_list_get_total (issues), ==, 0);
  g_clear_object (&issues);

  read = load (text, strlen (text), &error);
  g_assert_no_error (error);
  again = cadre_sealed_case_to_text (read);
  g_assert_cmpstr (again, ==, text);
  issues = cadre_sealed_case_verify (read, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cadre_issue_list_get_total (issues), ==, 0);
  library =
    g_strdup_printf ("%d.%d.%d", CADRE_MAJOR_VERSION, CADRE_MINOR_VERSION, CADRE_MICRO_VERSION);
  g_assert_cmpstr (cadre_sealed_case_get_library_version (read), ==, library);
  g_assert_cmpuint (strlen (cadre_sealed_case_get_rules_hash (read)), ==, 64);
  g_assert_cmpuint (strlen (cadre_sealed_case_get_case_hash (read)), ==, 64);
  g_assert_cmpuint (strlen (cadre_sealed_case_get_outcomes_hash (read)), ==, 64);
  source = cadre_sealed_case_load_case (read, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (cadre_case_get_id (source), ==, "ring-fence");
  g_assert_finalize_object (self);
}

static const struct
{
  const char *name;
  const char *from;
  const char *to;
  const char *code;
  guint n; /* of that code */
} changes[] = {
  { "library", "\"library\": \"", "\"library\": \"0.", "matching.seal.version-differs", 1 },
  { "rules", "\"rules\": \"", "\"rules\": \"0", "matching.seal.rules-differ", 1 },
  { "case", "\"field-of-work\": \"schools\"", "\"field-of-work\": \"youth\"",
    "matching.seal.case-changed", 1 },
  { "case-and-outcome", "\"field-of-work\": \"schools\"", "\"field-of-work\": \"youth\"",
    "matching.seal.outcome-differs", 3 },
  { "outcome", "\"outcome\": \"displaced\"", "\"outcome\": \"slotted\"",
    "matching.seal.outcomes-changed", 1 },
  { "outcome-of-one", "\"outcome\": \"displaced\"", "\"outcome\": \"slotted\"",
    "matching.seal.outcome-differs", 1 },
  { "rates", "\"rates\": null", "\"rates\": true", "matching.seal.changed", 1 },
};

static void
test_change (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CadreSealedCase) self = seal ("ring-fence");
  g_autofree char *text = cadre_sealed_case_to_text (self);
  g_autoptr (GString) changed = g_string_new (text);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreSealedCase) read = NULL;
  g_autoptr (CadreIssueList) issues = NULL;

  g_assert_cmpuint (g_string_replace (changed, changes[i].from, changes[i].to, 1), ==, 1);
  read = load (changed->str, changed->len, &error);
  g_assert_no_error (error);
  issues = cadre_sealed_case_verify (read, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (cadre_issue_list_get_count (issues, changes[i].code), ==, changes[i].n);
}

/* Whatever byte is another, left out or cut off: it is an error, or an issue. */
static void
test_damages (void)
{
  g_autoptr (CadreSealedCase) self = seal ("ring-fence");
  g_autofree char *text = cadre_sealed_case_to_text (self);
  const gsize size = strlen (text);

  for (guint i = 0; i < N_DAMAGES; i++)
    {
      g_autofree char *damaged = g_strdup (text);
      const gsize at = (gsize) g_test_rand_int_range (0, (gint32) size);
      gsize n = size;
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreSealedCase) read = NULL;
      g_autoptr (CadreIssueList) issues = NULL;

      if (i % 3 == 0)
        damaged[at] ^= (char) g_test_rand_int_range (1, 128);
      else if (i % 3 == 1)
        memmove (damaged + at, damaged + at + 1, n-- - at);
      else
        n = at;
      read = load (damaged, n, &error);
      issues = read != NULL ? cadre_sealed_case_verify (read, NULL, NULL, &error) : NULL;
      g_assert_true (error != NULL || cadre_issue_list_get_total (issues) > 0);
    }
}

static const struct
{
  const char *name;
  const char *text;
  int code;
  const char *message;
} bad[] = {
  { "empty", "", CADRE_MATCHING_ERROR_FORM, "The file ends before its case begins" },
  { "head-only",
    "{\"cadre\": \"sealed-case\", \"version\": 1, \"library\": \"1\", \"rules\": \"1\", \"case\": "
    "\"1\", "
    "\"outcomes\": \"1\", \"lines\": 2}\n",
    CADRE_MATCHING_ERROR_FORM, "The file ends before its case begins" },
  { "no-hash", "{\"cadre\": \"sealed-case\", \"version\": 1, \"library\": \"1\"}\n",
    CADRE_MATCHING_ERROR_FORM, "Line 1: a version, a hash or the number of lines is missing" },
  { "number", "{\"cadre\": \"sealed-case\", \"version\": 1, \"library\": 1}\n",
    CADRE_MATCHING_ERROR_FORM, "Line 1: a version or a hash is not a text" },
  { "lines",
    "{\"cadre\": \"sealed-case\", \"version\": 1, \"library\": \"1\", \"rules\": \"1\", \"case\": "
    "\"1\", "
    "\"outcomes\": \"1\", \"lines\": -2}\n",
    CADRE_MATCHING_ERROR_FORM, "Line 1: a version, a hash or the number of lines is missing" },
};

static void
test_bad (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;

  g_assert_null (load (bad[i].text, strlen (bad[i].text), &error));
  g_assert_error (error, CADRE_MATCHING_ERROR, bad[i].code);
  g_assert_cmpstr (error->message, ==, bad[i].message);
}

static void
test_limit (void)
{
  g_autoptr (CadreLimits) limits = cadre_limits_new_bounded ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("{}\n", 3);
  g_autoptr (GError) error = NULL;

  cadre_limits_set_max_bytes (limits, 2);
  g_assert_null (cadre_sealed_case_load_bytes (bytes, limits, NULL, &error));
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_BYTES);
  g_assert_cmpstr (error->message, ==, "The sealed case has more than 2 bytes");
}

static void
test_file (void)
{
  g_autoptr (CadreSealedCase) self = seal ("ring-fence");
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("cadre-seal-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "seal", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CadreSealedCase) read = NULL;
  g_autofree char *text = cadre_sealed_case_to_text (self);
  g_autofree char *again = NULL;

  g_assert_true (cadre_sealed_case_save (self, file, NULL, &error));
  g_assert_no_error (error);
  read = cadre_sealed_case_load (file, NULL, NULL, &error);
  g_assert_no_error (error);
  again = cadre_sealed_case_to_text (read);
  g_assert_cmpstr (again, ==, text);
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matching/sealed-case/round-trip", test_round_trip);
  for (guint i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autofree char *path = g_strconcat ("/matching/sealed-case/change/", changes[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_change);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/matching/sealed-case/bad/", bad[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }
  g_test_add_func ("/matching/sealed-case/damages", test_damages);
  g_test_add_func ("/matching/sealed-case/limit", test_limit);
  g_test_add_func ("/matching/sealed-case/file", test_file);

  return g_test_run ();
}
