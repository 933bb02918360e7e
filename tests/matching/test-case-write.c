/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Cases out of documents and into them again: what is written is read and
 * written without change, and comes to the same outcomes; below the full level
 * nobody is in it. */

#include <string.h>

#include <glib/gstdio.h>

#include "outcome-checks.h"

static const char *const examples[] = { "stockton-2007-case.json", "stockton-2007-judged-case.json",
                                        "stockton-2007-staged-case.json", "vale-2008-case.json" };

static CadreCase *
load_example (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "examples", "data", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CadreCase *source = cadre_case_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return source;
}

static CadreCase *
load_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CadreCase *source = cadre_case_load_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return source;
}

static char *
write_case (CadreCase *source, CadreRedactionLevel level)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (level);
  g_autoptr (GError) error = NULL;
  char *text = cadre_case_to_text (source, redaction, &error);

  g_assert_no_error (error);
  return text;
}

/* Takes out all space, so that it does not matter how lines are broken. */
static void
squeeze (char *text)
{
  char *to = text;

  for (const char *from = text; *from != '\0'; from++)
    if (!g_ascii_isspace (*from))
      *to++ = *from;
  *to = '\0';
}

static void
assert_has (const char *text, const char *part)
{
  g_autofree char *squeezed = g_strdup (part);

  squeeze (squeezed);
  g_assert_nonnull (strstr (text, squeezed));
}

static char *
run_case (CadreCase *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreOutcomes) outcomes = cadre_case_run (source, NULL, &error);

  g_assert_no_error (error);
  return describe_outcomes (outcomes);
}

static void
test_round_trip (gconstpointer name)
{
  g_autoptr (CadreCase) source = load_example (name);
  g_autofree char *text = write_case (source, CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreCase) other = load_text (text);
  g_autofree char *again = write_case (other, CADRE_REDACTION_LEVEL_FULL);
  g_autofree char *outcomes = run_case (source);
  g_autofree char *other_outcomes = run_case (other);

  g_assert_cmpstr (again, ==, text);
  g_assert_cmpstr (other_outcomes, ==, outcomes);
}

/* Nobody is in a case for consultation, and it can be read. */
static void
test_consultation (gconstpointer name)
{
  g_autoptr (CadreCase) source = load_example (name);
  g_autofree char *text = write_case (source, CADRE_REDACTION_LEVEL_CONSULTATION);
  g_autoptr (CadreCase) other = load_text (text);
  g_autoptr (GListModel) declarations = cadre_case_list_declarations (other);

  g_assert_null (strstr (text, "person-"));
  g_assert_null (strstr (text, "assignment-"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (cadre_case_get_log (other))), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (declarations), ==, 0);
}

/* What stands in the parts of a case, and what nobody knows of it there. */
static void
test_parts (void)
{
  static const char head[] =
    "{\"cadre\": \"case\", \"version\": 1, \"id\": \"c\", \"before\": {}, \"after\": "
    "{\"posts\": [{\"id\": \"b\"}, {\"id\": \"o\", \"establishment\": 5}]}, ";
  static const struct
  {
    const char *part;
    const char *kept;  /* (nullable): as it is written in full, where not as it was */
    const char *shown; /* (nullable): for consultation */
  } parts[] = {
    { "\"mapping\": [{\"before\": \"a\", \"after\": \"b\", \"kind\": \"renamed\", \"note\": \"n\", "
      "\"source\": \"p. 7\", \"weight\": {\"x\": [1, null]}}]",
      NULL, "{\"before\": \"a\", \"after\": \"b\", \"kind\": \"renamed\", \"source\": \"p. 7\"}" },
    { "\"declared\": [{\"post\": \"o\", \"outcome\": \"ring-fence\", \"words\": \"w\", \"source\": "
      "\"s\", "
      "\"seen\": true}]",
      NULL, "{\"post\": \"o\", \"outcome\": \"ring-fence\", \"words\": \"w\", \"source\": \"s\"}" },
    { "\"scope\": {\"posts\": [\"b\"], \"stage\": 2}", NULL, "\"scope\": {\"posts\": [\"b\"]}" },
    { "\"scope\": {\"stage\": 2}", NULL, NULL },
    { "\"mapping\": [{\"after\": \"b\", \"z\": 1, \"a\": 2}]",
      "{\"after\": \"b\", \"a\": 2, \"z\": 1}", "{\"after\": \"b\"}" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = g_strconcat (head, parts[i].part, "}", NULL);
      g_autoptr (CadreCase) source = load_text (text);
      g_autofree char *full = write_case (source, CADRE_REDACTION_LEVEL_FULL);
      g_autofree char *shown = write_case (source, CADRE_REDACTION_LEVEL_CONSULTATION);
      g_autoptr (CadreCase) other = load_text (full);
      g_autofree char *again = write_case (other, CADRE_REDACTION_LEVEL_FULL);

      g_test_message ("%s\n%s\n%s", parts[i].part, full, shown);
      squeeze (full);
      squeeze (shown);
      squeeze (again);
      assert_has (full, parts[i].kept != NULL ? parts[i].kept : parts[i].part);
      g_assert_cmpstr (again, ==, full);
      if (parts[i].shown != NULL)
        assert_has (shown, parts[i].shown);
      else
        g_assert_null (strstr (shown, "scope"));
    }
}

/* Every member of a case. */
static void
test_members (void)
{
  static const char text[] =
    "{\"cadre\": \"case\", \"version\": 1, \"id\": \"c\", \"title\": \"T\", \"language\": \"cy\", "
    "\"source\": \"S\", \"notes\": [\"n\"], \"decision-date\": \"2020-05\", \"before-date\": "
    "\"2020-01-01\", \"after-date\": \"2021\", \"before\": {\"posts\": [{\"id\": \"a\"}]}, "
    "\"after\": {\"posts\": [{\"id\": \"b\"}]}, \"mapping\": [{\"before\": \"a\", \"after\": "
    "\"b\", \"kind\": \"continuing\", \"note\": \"m\"}], \"policies\": [{\"name\": "
    "\"illustrative\"}], \"declared\": [{\"post\": \"b\", \"outcome\": \"ring-fence\", \"words\": "
    "\"w\", \"source\": \"s\"}], \"scope\": {\"posts\": [\"a\"]}, \"log\": [{\"event\": "
    "\"appeal\", \"by\": \"x\"}], \"zeal\": [1, 2]}";
  static const char *const members[] = {
    "\"id\": \"c\"",     "\"title\": \"T\"",      "\"language\": \"cy\"",
    "\"source\": \"S\"", "\"2020-05\"",           "\"2020-01-01\"",
    "\"2021\"",          "\"continuing\"",        "\"illustrative\"",
    "\"ring-fence\"",    "\"event\": \"appeal\"", "\"zeal\": ",
    "\"scope\": ",
  };
  g_autoptr (CadreCase) source = load_text (text);
  g_autofree char *written = write_case (source, CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreCase) other = load_text (written);
  g_autofree char *again = write_case (other, CADRE_REDACTION_LEVEL_FULL);
  g_autofree char *shown = write_case (source, CADRE_REDACTION_LEVEL_CONSULTATION);

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    g_assert_nonnull (strstr (written, members[i]));
  g_assert_cmpstr (again, ==, written);
  g_assert_null (strstr (shown, "zeal"));
  g_assert_null (strstr (shown, "appeal"));
  g_assert_nonnull (strstr (shown, "\"ring-fence\""));
}

static void
test_save (void)
{
  g_autoptr (CadreCase) source = load_example (examples[0]);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autofree char *folder = g_dir_make_tmp ("cadre-case-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "case.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *text = write_case (source, CADRE_REDACTION_LEVEL_FULL);
  g_autofree char *saved = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (cadre_case_save (source, redaction, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &saved, NULL, NULL));
  g_assert_cmpstr (saved, ==, text);

  /* Nothing but the case is in the folder. */
  g_assert_true (g_file_delete (file, NULL, &error));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    {
      g_autofree char *round_trip = g_strconcat ("/matching/case/round-trip/", examples[i], NULL);
      g_autofree char *shown = g_strconcat ("/matching/case/consultation/", examples[i], NULL);

      g_test_add_data_func (round_trip, examples[i], test_round_trip);
      g_test_add_data_func (shown, examples[i], test_consultation);
    }
  g_test_add_func ("/matching/case/members", test_members);
  g_test_add_func ("/matching/case/parts", test_parts);
  g_test_add_func ("/matching/case/save", test_save);

  return g_test_run ();
}
