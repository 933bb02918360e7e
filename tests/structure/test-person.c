/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is held on one person, and a structure without it. */

#include "canaries.h"

#define KEY "0123456789abcdef"

static GBytes *
make_key (void)
{
  return g_bytes_new_static (KEY, strlen (KEY));
}

static gboolean
is_of_person (const Canary *canary)
{
  return canary->origin != CANARY_OF_HEAD && canary_sets[canary->set] == 'A' &&
         (canary->kind == CADRE_RECORD_KIND_PERSON ||
          canary->kind == CADRE_RECORD_KIND_ASSIGNMENT ||
          canary->kind == CADRE_RECORD_KIND_ABSENCE);
}

/* What stays of a person under a pseudonym: what is counted. */
static gboolean
stays (const Canary *canary)
{
  CadreFieldKind kind = cadre_schema_get (canary->kind)->fields[canary->field].kind;

  return canary->origin == CANARY_OF_FIELD && canary->kind == CADRE_RECORD_KIND_ASSIGNMENT &&
         kind >= CADRE_FIELD_KIND_DATE;
}

static char *
write_full (CadreStructure *structure)
{
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  char *text = cadre_structure_to_text (structure, full, &error);

  g_assert_no_error (error);
  return text;
}

static void
assert_canary (const Canary *canary, const char *text, gboolean is_in)
{
  if (canary_is_in (canary, text) != is_in)
    g_error ("%s of %s (%c) %s:\n%s", cadre_schema_get (canary->kind)->fields[canary->field].name,
             cadre_schema_get (canary->kind)->name, canary_sets[canary->set],
             is_in ? "is lost" : "has stayed", text);
}

/* Every canary of the person is gone, and every other one is there, in the
 * document and in what is wrong with it. */
static void
test_redact_canaries (gconstpointer has_key)
{
  g_autoptr (GArray) canaries = g_array_new (FALSE, FALSE, sizeof (Canary));
  g_autoptr (CadreStructure) structure = canary_structure_new (0, canaries);
  g_autofree char *person = canary_id (CADRE_RECORD_KIND_PERSON, 0);
  g_autoptr (GBytes) key = has_key != NULL ? make_key () : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) without =
    cadre_structure_redact_person (structure, person, key, &error);
  g_autofree char *text = NULL;
  CadreIssueList *issues = NULL;

  g_assert_no_error (error);
  text = write_full (without);
  g_assert_null (strstr (text, KEY));
  for (guint i = 0; i < canaries->len; i++)
    {
      const Canary *canary = &g_array_index (canaries, Canary, i);

      assert_canary (canary, text, !is_of_person (canary) || (has_key != NULL && stays (canary)));
    }

  issues = cadre_structure_get_issues (without);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);
      g_autofree char *words =
        g_strjoin ("\n", cadre_issue_get_message (issue),
                   cadre_issue_get_subject (issue) != NULL ? cadre_issue_get_subject (issue) : "",
                   NULL);

      for (guint j = 0; j < canaries->len; j++)
        if (is_of_person (&g_array_index (canaries, Canary, j)))
          assert_canary (&g_array_index (canaries, Canary, j), words, FALSE);
    }
}

/* All that is held on the person is there, but for whom they cover; nothing of
 * anybody else. */
static void
test_export_canaries (void)
{
  g_autoptr (GArray) canaries = g_array_new (FALSE, FALSE, sizeof (Canary));
  g_autoptr (CadreStructure) structure = canary_structure_new (0, canaries);
  g_autofree char *person = canary_id (CADRE_RECORD_KIND_PERSON, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) own = cadre_structure_export_person (structure, person, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = write_full (own);
  for (guint i = 0; i < canaries->len; i++)
    {
      const Canary *canary = &g_array_index (canaries, Canary, i);

      if (is_of_person (canary))
        assert_canary (canary, text, TRUE);
      else if (canary_is_in (canary, text) &&
               !canary_is_allowed (canary, CADRE_REDACTION_LEVEL_SELF, FALSE))
        assert_canary (canary, text, FALSE);
    }
}

static const char *const named =
  "{\"cadre\": \"structure\", \"version\": 1, \"title\": \"Council\", "
  "\"notes\": [\"Ann Smith leaves\", \"kept\"], \"who\": \"Ann Smith\", "
  "\"posts\": [{\"id\": \"x\", \"title\": {\"en\": \"PA to Ann Smith\", \"cy\": \"Swydd\"}, "
  "\"aliases\": [\"Ann Smith's post\", \"Clerk\"], \"note\": \"see QQ123456C\", "
  "\"attributes\": {\"holder\": \"Ann Smith\", \"floor\": \"2\"}}, "
  "{\"id\": \"y\", \"title\": {\"en\": \"Ann Smithson Fellow\", \"cy\": \"swydd-cy Ann "
  "Smith\"}, \"hidden\": \"by Ann Smith\"}, "
  "{\"id\": \"z\", \"title\": \"p1\", \"manager\": \"Ann Smith\", \"note\": \"p1 and p12\", "
  "\"source\": \"contract c-901\"}], "
  "\"persons\": [{\"id\": \"p1\", \"name\": \"Ann Smith\", \"identifiers\": [\"QQ123456C\"]}, "
  "{\"id\": \"p2\", \"name\": \"Bob\", \"note\": \"shares with Ann Smith\"}], "
  "\"assignments\": [{\"id\": \"c-901\", \"person\": \"p1\", \"post\": \"x\", \"hours\": 20, "
  "\"job-share\": \"both\"}, {\"id\": \"c2\", \"person\": \"p2\", \"post\": \"y\", "
  "\"covers\": \"c-901\", \"home-assignment\": \"c-901\"}], "
  "\"absences\": [{\"assignment\": \"c-901\", \"kind\": \"family\"}]}";

static CadreStructure *
load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return structure;
}

/* In the records of others, too, nothing names the person any more. */
static void
test_redact_names (gconstpointer has_key)
{
  static const char *const gone[] = {
    "Ann Smith leaves", "PA to",   "Ann Smith's", "QQ123456C",      "holder",
    "hidden",           "shares",  "family",      "contract c-901", "\"p1\"",
    "\"c-901\"",        "\"who\"", "both",        "swydd-cy",       "\"Ann Smith\""
  };
  static const char *const kept[] = {
    "kept", "Swydd", "Clerk", "floor", "Ann Smithson Fellow", "p1 and p12", "Bob", "\"c2\""
  };
  g_autoptr (CadreStructure) structure = load (named);
  g_autoptr (GBytes) key = has_key != NULL ? make_key () : NULL;
  g_autoptr (CadreStructure) without = cadre_structure_redact_person (structure, "p1", key, NULL);
  g_autofree char *text = write_full (without);
  guint n = has_key != NULL ? 2 : 1;

  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    if (strstr (text, gone[i]) != NULL)
      g_error ("%s has stayed:\n%s", gone[i], text);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (strstr (text, kept[i]) == NULL)
      g_error ("%s is lost:\n%s", kept[i], text);

  g_assert_cmpuint (cadre_structure_get_n_records (without, CADRE_RECORD_KIND_PERSON), ==, n);
  g_assert_cmpuint (cadre_structure_get_n_records (without, CADRE_RECORD_KIND_ASSIGNMENT), ==, n);
  g_assert_cmpuint (cadre_structure_get_n_records (without, CADRE_RECORD_KIND_ABSENCE), ==, 0);
}

/* With a key the pseudonyms are those of every redaction with that key, and what
 * leads to the assignment leads to its pseudonym. */
static void
test_redact_pseudonyms (void)
{
  g_autoptr (CadreStructure) structure = load (named);
  g_autoptr (GBytes) key = make_key ();
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_UNION);
  g_autoptr (CadreStructure) without = cadre_structure_redact_person (structure, "p1", key, NULL);
  g_autofree char *id = NULL;
  g_autofree char *person = NULL;
  g_autoptr (CadreAssignment) assignment = NULL;
  g_autoptr (CadreAssignment) other = NULL;
  g_autoptr (CadreFraction) hours = NULL;

  cadre_redaction_set_pseudonym_key (redaction, key);
  id = cadre_redaction_dup_pseudonym (redaction, CADRE_RECORD_KIND_ASSIGNMENT, "c-901");
  person = cadre_redaction_dup_pseudonym (redaction, CADRE_RECORD_KIND_PERSON, "p1");
  assignment = cadre_structure_find_assignment (without, id);
  other = cadre_structure_find_assignment (without, "c2");

  g_assert_cmpstr (cadre_assignment_get_person (assignment), ==, person);
  g_assert_cmpstr (cadre_assignment_get_post (assignment), ==, "x");
  hours = cadre_assignment_get_hours (assignment);
  g_assert_nonnull (hours);
  g_assert_cmpstr (cadre_assignment_get_covers (other), ==, id);
  g_assert_cmpstr (cadre_assignment_get_home_assignment (other), ==, id);
}

static void
test_errors (void)
{
  g_autoptr (CadreStructure) structure = load (named);
  g_autoptr (GBytes) weak = g_bytes_new_static (KEY, 15);
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_structure_redact_person (structure, "canary", NULL, &error));
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no such person");
  g_clear_error (&error);

  /* A text that is in the structure, but is nobody's id. */
  g_assert_null (cadre_structure_export_person (structure, "Clerk", &error));
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no such person");
  g_clear_error (&error);

  g_assert_null (cadre_structure_redact_person (structure, "p1", weak, &error));
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_REDACTION);
  g_assert_cmpstr (error->message, ==, "The key of pseudonyms has fewer than 16 bytes");
}

/* Somebody whom only assignments know of. */
static void
test_no_record (void)
{
  g_autoptr (CadreStructure) structure =
    load ("{\"cadre\": \"structure\", \"version\": 1, \"assignments\": [{\"id\": \"a\", "
          "\"person\": \"nobody\", \"note\": \"canary\"}, {\"person\": \"nobody\"}]}");
  g_autoptr (CadreStructure) own = cadre_structure_export_person (structure, "nobody", NULL);
  g_autoptr (CadreStructure) without =
    cadre_structure_redact_person (structure, "nobody", NULL, NULL);

  g_assert_cmpuint (cadre_structure_get_n_records (own, CADRE_RECORD_KIND_ASSIGNMENT), ==, 2);
  g_assert_cmpuint (cadre_structure_get_n_records (without, CADRE_RECORD_KIND_ASSIGNMENT), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/structure/person/redact/canaries", NULL, test_redact_canaries);
  g_test_add_data_func ("/structure/person/redact/canaries-key", KEY, test_redact_canaries);
  g_test_add_data_func ("/structure/person/redact/names", NULL, test_redact_names);
  g_test_add_data_func ("/structure/person/redact/names-key", KEY, test_redact_names);
  g_test_add_func ("/structure/person/redact/pseudonyms", test_redact_pseudonyms);
  g_test_add_func ("/structure/person/export/canaries", test_export_canaries);
  g_test_add_func ("/structure/person/errors", test_errors);
  g_test_add_func ("/structure/person/no-record", test_no_record);

  return g_test_run ();
}
