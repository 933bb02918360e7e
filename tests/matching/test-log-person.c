/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a log holds on one person, and a log without it. */

#include <cadre/cadre.h>

#include <string.h>

#define KEY "0123456789abcdef"

static const char *const people =
  "{\"cadre\": \"structure\", \"version\": 1, \"persons\": ["
  "{\"id\": \"person-1\", \"name\": \"Ann Canary\", \"identifiers\": [\"QQ1C\"]}, "
  "{\"id\": \"person-2\", \"name\": \"Bob\"}], \"assignments\": ["
  "{\"id\": \"contract-1\", \"person\": \"person-1\"}, "
  "{\"id\": \"contract-2\", \"person\": \"person-2\"}]}";

static const char *const events =
  "{\"cadre\": \"log\", \"version\": 1}\n"
  "{\"event\": \"result\", \"date\": \"2026-01-02\", \"by\": \"panel\", \"stage\": "
  "\"limited-competition\", \"post\": \"p\", \"assignment\": \"contract-1\", \"result\": "
  "\"appointed\", \"note\": \"hidden-note\", \"extra\": \"hidden-extra\"}\n"
  "{\"event\": \"decided-outside\", \"by\": \"Ann Canary\", \"assignment\": \"contract-1\", "
  "\"where\": \"hidden-where\", \"result\": \"hidden-words\"}\n"
  "{\"event\": \"judgement\", \"by\": \"Ann Canary\", \"before\": \"a\", \"after\": \"b\", "
  "\"head\": \"level\", \"verdict\": \"same\", \"evidence\": \"as Ann Canary says\", \"note\": "
  "\"kept-note\"}\n"
  "{\"event\": \"result\", \"stage\": \"limited-competition\", \"post\": \"p\", \"assignment\": "
  "\"contract-2\", \"result\": \"not-appointed\", \"note\": \"kept-other\", \"source\": "
  "\"QQ1C\"}\n"
  "{\"event\": \"appeal\", \"who\": \"contract-1\"}\n"
  "{\"event\": \"meeting\", \"who\": \"kept-all\"}\n";

static GBytes *
to_bytes (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static CadreStructure *
load_people (void)
{
  g_autoptr (GBytes) bytes = to_bytes (people);
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return structure;
}

static CadreLog *
load_events (void)
{
  g_autoptr (GBytes) bytes = to_bytes (events);
  g_autoptr (GError) error = NULL;
  CadreLog *log = cadre_log_load_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (log)), ==, 6);
  return log;
}

static void
test_redact (gconstpointer has_key)
{
  static const char *const gone[] = { "Ann",  "contract-1", "person-1", "hidden",
                                      "QQ1C", "appeal",     KEY };
  static const char *const kept[] = { "contract-2", "kept-note", "kept-other", "kept-all",
                                      "\"judgement\"" };
  g_autoptr (CadreStructure) structure = load_people ();
  g_autoptr (CadreLog) log = load_events ();
  g_autoptr (GBytes) key = has_key != NULL ? to_bytes (KEY) : NULL;
  g_autoptr (GError) error = NULL;
  CadreLog *without = cadre_log_redact_person (log, structure, "person-1", key, &error);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CadreLog) again = NULL;

  g_assert_no_error (error);
  text = cadre_log_to_text (without, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    if (strstr (text, gone[i]) != NULL)
      g_error ("%s has stayed:\n%s", gone[i], text);
  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    if (strstr (text, kept[i]) == NULL)
      g_error ("%s is lost:\n%s", kept[i], text);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (without)), ==, has_key ? 5 : 3);

  /* What is left is a log. */
  bytes = g_bytes_new (text, strlen (text));
  again = cadre_log_load_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_finalize_object (without);
}

static void
test_pseudonym (void)
{
  g_autoptr (CadreStructure) structure = load_people ();
  g_autoptr (CadreLog) log = load_events ();
  g_autoptr (GBytes) key = to_bytes (KEY);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_CONSULTATION);
  g_autoptr (CadreLog) without = cadre_log_redact_person (log, structure, "person-1", key, NULL);
  g_autoptr (CadreLogEntry) entry = cadre_log_get_entry (without, 0);
  g_autofree char *pseudonym = NULL;

  cadre_redaction_set_pseudonym_key (redaction, key);
  pseudonym = cadre_redaction_dup_pseudonym (redaction, CADRE_RECORD_KIND_ASSIGNMENT, "contract-1");
  g_assert_cmpstr (cadre_log_entry_get_assignment (entry), ==, pseudonym);
  g_assert_cmpstr (cadre_log_entry_get_by (entry), ==, "panel");
  g_assert_cmpint (cadre_log_entry_get_result (entry), ==, CADRE_RESULT_APPOINTED);
  g_assert_null (cadre_log_entry_get_note (entry));
}

static void
test_export (void)
{
  g_autoptr (CadreStructure) structure = load_people ();
  g_autoptr (CadreLog) log = load_events ();
  g_autoptr (CadreLog) own = cadre_log_export_person (log, structure, "person-1", NULL);
  g_autofree char *text = cadre_log_to_text (own, NULL);

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (own)), ==, 2);
  g_assert_nonnull (strstr (text, "hidden-note"));
  g_assert_nonnull (strstr (text, "hidden-extra"));
  g_assert_nonnull (strstr (text, "hidden-words"));
  g_assert_null (strstr (text, "contract-2"));
}

static void
test_errors (void)
{
  g_autoptr (CadreStructure) structure = load_people ();
  g_autoptr (CadreLog) log = load_events ();
  g_autoptr (GBytes) weak = g_bytes_new_static (KEY, 15);
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_log_redact_person (log, structure, "person-3", NULL, &error));
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no such person");
  g_clear_error (&error);
  g_assert_null (cadre_log_export_person (log, structure, "Bob", &error));
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (cadre_log_redact_person (log, structure, "person-1", weak, &error));
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_REDACTION);
  g_assert_cmpstr (error->message, ==, "The key of pseudonyms has fewer than 16 bytes");
}

/* Joiners, and events that name others by their numbers. */
static const char *const later_events =
  "{\"cadre\": \"log\", \"version\": 1}\n"
  "{\"event\": \"told\", \"assignment\": \"contract-2\"}\n"
  "{\"event\": \"joiner\", \"post\": \"p\", \"assignment\": \"joined-1\", \"person\": "
  "\"person-1\"}\n"
  "{\"event\": \"offer\", \"post\": \"p\", \"assignment\": \"joined-1\"}\n"
  "{\"event\": \"refusal\", \"about\": 3, \"reason\": \"hidden-reason\"}\n"
  "{\"event\": \"offer\", \"post\": \"p\", \"assignment\": \"contract-2\"}\n"
  "{\"event\": \"acceptance\", \"about\": 5}\n"
  "{\"event\": \"decision\", \"by\": \"Ann Canary\", \"date\": \"2026-01-01\", \"assignment\": "
  "\"contract-2\", \"outcome\": \"slotted\"}\n"
  "{\"event\": \"bump-consented\", \"assignment\": \"contract-2\", \"for\": \"contract-1\"}\n";

static void
test_redact_later (gconstpointer has_key)
{
  static const char *const gone[] = { "Ann", "contract-1", "person-1", "joined-1", "hidden" };
  g_autoptr (CadreStructure) structure = load_people ();
  g_autoptr (GBytes) bytes = to_bytes (later_events);
  g_autoptr (CadreLog) log = cadre_log_load_bytes (bytes, NULL, NULL, NULL);
  g_autoptr (GBytes) key = has_key != NULL ? to_bytes (KEY) : NULL;
  g_autoptr (CadreLog) own = cadre_log_export_person (log, structure, "person-1", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreLog) without = NULL;
  g_autoptr (CadreLog) again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (own)), ==, 4);
  g_assert_true (cadre_log_chain (log, &error));
  without = cadre_log_redact_person (log, structure, "person-1", key, &error);
  g_assert_no_error (error);
  text = cadre_log_to_text (without, &error);
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    g_assert_null (strstr (text, gone[i]));
  g_assert_nonnull (strstr (text, has_key != NULL ? "\"about\": 5" : "\"about\": 2"));
  g_assert_true (cadre_log_verify (without, NULL, NULL, &error));

  written = to_bytes (text);
  again = cadre_log_load_bytes (written, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (again)), ==, has_key != NULL ? 8 : 4);
}

/* Somebody whom no structure has, and whose id stands in the words of others. */
static const char *const joiner_events =
  "{\"cadre\": \"log\", \"version\": 1}\n"
  "{\"event\": \"joiner\", \"post\": \"p\", \"assignment\": \"new-job-1\", \"person\": "
  "\"newcomer-1\", \"note\": \"hidden-note\"}\n"
  "{\"event\": \"told\", \"assignment\": \"contract-2\", \"note\": \"with new-job-1\"}\n"
  "{\"event\": \"offer\", \"post\": \"p\", \"assignment\": \"new-job-1\"}\n"
  "{\"event\": \"refusal\", \"about\": 3, \"reason\": \"hidden-reason\"}\n"
  "{\"event\": \"told\", \"assignment\": \"contract-2\", \"note\": \"as newcomer-1 was\", "
  "\"how\": \"kept-how\"}\n";

static void
test_joiner (gconstpointer has_key)
{
  static const char *const gone[] = { "newcomer-1", "new-job-1", "hidden" };
  g_autoptr (CadreStructure) structure = load_people ();
  g_autoptr (GBytes) bytes = to_bytes (joiner_events);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreLog) log = cadre_log_load_bytes (bytes, NULL, NULL, &error);
  g_autoptr (GBytes) key = has_key != NULL ? to_bytes (KEY) : NULL;
  g_autoptr (CadreLog) own = NULL;
  g_autoptr (CadreLog) without = NULL;
  g_autofree char *text = NULL;
  g_autofree char *exported = NULL;

  g_assert_no_error (error);
  own = cadre_log_export_person (log, structure, "newcomer-1", &error);
  g_assert_no_error (error);
  exported = cadre_log_to_text (own, &error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (own)), ==, 3);
  g_assert_nonnull (strstr (exported, "hidden-note"));
  g_assert_nonnull (strstr (exported, "hidden-reason"));
  g_assert_null (strstr (exported, "contract-2"));

  without = cadre_log_redact_person (log, structure, "newcomer-1", key, &error);
  g_assert_no_error (error);
  text = cadre_log_to_text (without, &error);
  for (guint i = 0; i < G_N_ELEMENTS (gone); i++)
    if (strstr (text, gone[i]) != NULL)
      g_error ("%s has stayed:\n%s", gone[i], text);
  g_assert_nonnull (strstr (text, "kept-how"));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (without)), ==, has_key ? 5 : 2);

  /* An assignment is nobody's id, and who is gone is not found again. */
  g_assert_null (cadre_log_export_person (log, structure, "new-job-1", &error));
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_null (cadre_log_redact_person (without, structure, "newcomer-1", key, &error));
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_data_func ("/matching/log-person/redact", NULL, test_redact);
  g_test_add_data_func ("/matching/log-person/redact-key", KEY, test_redact);
  g_test_add_func ("/matching/log-person/pseudonym", test_pseudonym);
  g_test_add_func ("/matching/log-person/export", test_export);
  g_test_add_func ("/matching/log-person/errors", test_errors);
  g_test_add_data_func ("/matching/log-person/redact-later/key", "", test_redact_later);
  g_test_add_data_func ("/matching/log-person/redact-later/no-key", NULL, test_redact_later);
  g_test_add_data_func ("/matching/log-person/joiner/key", KEY, test_joiner);
  g_test_add_data_func ("/matching/log-person/joiner/no-key", NULL, test_joiner);

  return g_test_run ();
}
