/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Every kind of event with every member that it can have: set, written, read,
 * checked, and held against the schemas of logs and of cases. */

#include "config.h"

#include "matching/cadre-log-private.h"

#include <cadre/cadre.h>
#include <json-glib/json-glib.h>
#include <string.h>

#define HEAD "{\"cadre\": \"log\", \"version\": 1}\n"

/* A value for each member, as documents have it. */
static char *
dup_sample (guint kind, guint member)
{
  const CadreLogMemberSpec *spec = &cadre_log_members[member];
  g_autoptr (GEnumClass) words = NULL;

  switch (spec->form)
    {
    case CADRE_LOG_FORM_DATE:
      return g_strdup ("\"2026-03-04\"");
    case CADRE_LOG_FORM_LIST:
      return g_strdup ("[\"one\", \"two\"]");
    case CADRE_LOG_FORM_NUMBER:
      return g_strdup ("7");
    case CADRE_LOG_FORM_TRUTH:
      return g_strdup ("false");
    case CADRE_LOG_FORM_FRACTION:
      return g_strdup ("\"18/37\"");
    case CADRE_LOG_FORM_DECIMAL:
      return g_strdup ("\"12.50\"");
    case CADRE_LOG_FORM_VALUE:
      return g_strdup ("[1, \"a\"]");
    case CADRE_LOG_FORM_WORD:
      words = g_type_class_ref (spec->words ());
      return g_strdup_printf ("\"%s\"",
                              g_enum_get_value (words, words->maximum > 2 ? 3 : 1)->value_nick);
    case CADRE_LOG_FORM_TEXT:
    case CADRE_LOG_FORM_ID:
    default:
      return member == CADRE_LOG_MEMBER_EVENT
               ? g_strdup_printf ("\"%s\"", cadre_log_kinds[kind].event)
               : g_strdup_printf ("\"a %s\"", spec->name);
    }
}

/* The line of an event with some of the members that it can have. */
static char *
dup_line (guint kind, guint64 members, const char *more)
{
  GString *line = g_string_new ("{");

  for (guint i = 0; i < CADRE_N_LOG_MEMBERS; i++)
    if ((members >> i & 1) != 0)
      {
        g_autofree char *sample = dup_sample (kind, i);

        g_string_append_printf (line, "%s\"%s\": %s", line->len > 1 ? ", " : "",
                                cadre_log_members[i].name, sample);
      }

  return g_string_free (g_string_append (g_string_append (line, more), "}\n"), FALSE);
}

static CadreLog *
load (const char *line, GError **error)
{
  g_autofree char *text = g_strconcat (HEAD, line, NULL);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return cadre_log_load_bytes (bytes, NULL, NULL, error);
}

/* Of the members of which an event has one, all but the first. */
static guint64
others_of (guint64 one_of)
{
  return one_of & (one_of - 1);
}

static guint64
whole (guint kind)
{
  return cadre_log_kinds[kind].members & ~others_of (cadre_log_kinds[kind].one_of);
}

static void
assert_same (const char *line, const char *wanted)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreLog) log = load (line, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = cadre_log_to_text (log, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (text, HEAD));
  g_assert_cmpstr (text + strlen (HEAD), ==, wanted);
}

static void
test_round_trip (void)
{
  for (guint kind = 1; kind < CADRE_N_LOG_KINDS; kind++)
    {
      g_autofree char *line = dup_line (kind, whole (kind), "");

      assert_same (line, line);
    }
}

/* Members that are not known, and such as are known of other kinds. */
static void
test_other_members (void)
{
  static const char more[] = ", \"x-more\": {\"deep\": [1, null]}";

  for (guint kind = 1; kind < CADRE_N_LOG_KINDS; kind++)
    {
      const CadreLogKindSpec *spec = &cadre_log_kinds[kind];
      g_autofree char *line = dup_line (kind, whole (kind), more);
      g_autofree char *rule = g_strdup_printf ("%s has no other members", spec->noun);
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreLog) log = NULL;

      if (!spec->is_closed)
        {
          assert_same (line, line);
          continue;
        }

      log = load (line, &error);
      g_assert_null (log);
      g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_FORM);
      g_assert_nonnull (strstr (error->message, rule));
      g_assert_null (strstr (error->message, "x-more"));
    }
}

/* No remark on an absence or a token: it could tell the ground. */
static void
test_no_ground (void)
{
  static const guint closed[] = { CADRE_LOG_KIND_ABSENCE_STARTED, CADRE_LOG_KIND_ABSENCE_ENDED,
                                  CADRE_LOG_KIND_TOKEN_GRANTED, CADRE_LOG_KIND_TOKEN_ENDED };
  static const char *const grounds[] = { "note", "source", "reason", "evidence", "ground", "sex" };

  for (guint i = 0; i < G_N_ELEMENTS (closed); i++)
    for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
      {
        g_autofree char *more = g_strdup_printf (", \"%s\": \"x\"", grounds[j]);
        g_autofree char *line = dup_line (closed[i], whole (closed[i]), more);
        g_autoptr (GError) error = NULL;
        g_autoptr (CadreLog) log = load (line, &error);

        g_assert_null (log);
        g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_FORM);
      }
}

static void
assert_refused (guint kind, guint64 members, const char *rule)
{
  g_autofree char *line = dup_line (kind, members, "");
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreLog) log = load (line, &error);

  g_assert_null (log);
  g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_FORM);
  g_assert_true (g_str_has_prefix (error->message, "Line 2, at the top: "));
  g_assert_nonnull (strstr (error->message, rule));
}

/* Without any one member that it must have no event is read. */
static void
test_missing (void)
{
  for (guint kind = 1; kind < CADRE_N_LOG_KINDS; kind++)
    {
      const CadreLogKindSpec *spec = &cadre_log_kinds[kind];
      g_autofree char *rule = g_strdup_printf ("%s has ", spec->noun);

      for (guint i = 0; i < CADRE_N_LOG_MEMBERS; i++)
        if ((spec->required >> i & 1) != 0)
          assert_refused (kind, whole (kind) & ~(G_GUINT64_CONSTANT (1) << i), rule);
      if (spec->any_of != 0)
        assert_refused (kind, whole (kind) & ~spec->any_of, rule);
      if (spec->one_of != 0)
        {
          assert_refused (kind, whole (kind) & ~spec->one_of, rule);
          assert_refused (kind, whole (kind) | spec->one_of, rule);
        }
    }
}

/* A value of another sort is refused, whatever the member. */
static void
test_wrong_form (void)
{
  for (guint kind = 1; kind < CADRE_N_LOG_KINDS; kind++)
    for (guint i = CADRE_LOG_MEMBER_EVENT + 1; i < CADRE_N_LOG_MEMBERS; i++)
      {
        g_autofree char *more = g_strdup_printf (", \"%s\": {\"x\": 1}", cadre_log_members[i].name);
        const guint64 bit = G_GUINT64_CONSTANT (1) << i;
        g_autofree char *line = dup_line (kind, whole (kind) & ~bit, more);
        g_autoptr (GError) error = NULL;
        g_autoptr (CadreLog) log = NULL;

        if ((whole (kind) & bit) == 0 || cadre_log_members[i].form == CADRE_LOG_FORM_VALUE)
          continue;
        log = load (line, &error);
        g_assert_null (log);
        g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_FORM);
        g_assert_nonnull (strstr (error->message, cadre_log_members[i].name));
      }
}

/* Made by a program, piece by piece. */
static void
test_check (void)
{
  g_autoptr (CadreDate) date = cadre_date_new_parse ("2026-03-04", NULL);
  g_autoptr (CadreFraction) half = cadre_fraction_new (1, 2, NULL);
  CadreLogEntry *entry = cadre_log_entry_new (CADRE_LOG_KIND_JOINER, date, "HR");
  g_autoptr (CadreFraction) fte = NULL;
  g_autoptr (GError) error = NULL;

  cadre_log_entry_set_assignment (entry, "a");
  cadre_log_entry_set_person (entry, "p");
  g_assert_false (cadre_log_entry_check (entry, &error));
  g_assert_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_FORM);
  g_assert_cmpstr (error->message, ==,
                   "An event is not whole: a joiner has “post”, “assignment” and “person”");
  g_clear_error (&error);

  cadre_log_entry_set_post (entry, "x");
  cadre_log_entry_set_fte (entry, half);
  cadre_log_entry_set_basis (entry, CADRE_BASIS_SUBSTANTIVE);
  g_assert_true (cadre_log_entry_check (entry, &error));
  g_assert_no_error (error);
  fte = cadre_log_entry_get_fte (entry);
  g_assert_true (cadre_fraction_equal (fte, half));
  g_assert_cmpint (cadre_log_entry_get_basis (entry), ==, CADRE_BASIS_SUBSTANTIVE);
  g_assert_cmpstr (cadre_log_entry_get_event (entry), ==, "joiner");

  cadre_log_entry_set_upheld (entry, CADRE_TRUTH_FALSE);
  g_assert_false (cadre_log_entry_check (entry, &error));
  g_assert_cmpstr (error->message, ==, "An event is not whole: a joiner does not have “upheld”");
  g_assert_finalize_object (entry);
}

static void
test_sealed (void)
{
  CadreLog *log = cadre_log_new ();
  g_autoptr (CadreLogEntry) entry = cadre_log_entry_new (CADRE_LOG_KIND_TOLD, NULL, NULL);

  cadre_log_entry_set_assignment (entry, "a");
  cadre_log_append (log, entry);
  g_test_expect_message ("Cadre", G_LOG_LEVEL_CRITICAL, "*is_sealed*");
  cadre_log_entry_set_assignment (entry, "b");
  g_test_assert_expected_messages ();
  g_assert_cmpstr (cadre_log_entry_get_assignment (entry), ==, "a");
  g_assert_finalize_object (log);
}

static gboolean
is_in (JsonArray *names, const char *name)
{
  for (guint i = 0; names != NULL && i < json_array_get_length (names); i++)
    if (g_str_equal (json_array_get_string_element (names, i), name))
      return TRUE;

  return FALSE;
}

/* The words of a member are those of its enumeration but the first, unless the
 * kind allows fewer. */
static void
assert_words (JsonObject *member, const CadreLogMemberSpec *spec)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (spec->words ());
  JsonArray *listed = json_object_get_array_member (member, "enum");

  for (guint i = 0; i < json_array_get_length (listed); i++)
    g_assert_nonnull (g_enum_get_value_by_nick (words, json_array_get_string_element (listed, i)));
  if (words->n_values - 1 != json_array_get_length (listed))
    g_assert_cmpstr (spec->name, ==, "stage");
}

static void
assert_kind (JsonObject *definitions, guint kind)
{
  const CadreLogKindSpec *spec = &cadre_log_kinds[kind];
  g_autofree char *name = g_strconcat ("event-", spec->event, NULL);
  JsonObject *schema = json_object_get_object_member (definitions, name);
  JsonObject *properties = NULL;
  JsonArray *required = NULL;
  guint n = 0;

  g_assert_nonnull (schema);
  properties = json_object_get_object_member (schema, "properties");
  required = json_object_get_array_member (schema, "required");
  for (guint i = 0; i < CADRE_N_LOG_MEMBERS; i++)
    {
      const CadreLogMemberSpec *member = &cadre_log_members[i];

      if ((spec->members >> i & 1) == 0)
        continue;
      n++;
      g_assert_true (json_object_has_member (properties, member->name));
      g_assert_cmpint (is_in (required, member->name), ==,
                       i == CADRE_LOG_MEMBER_EVENT || (spec->required >> i & 1) != 0 ||
                         (kind == CADRE_LOG_KIND_RESULT && i == CADRE_LOG_MEMBER_STAGE));
      if (member->form == CADRE_LOG_FORM_WORD)
        assert_words (json_object_get_object_member (properties, member->name), member);
    }
  g_assert_cmpuint (json_object_get_size (properties), ==, n + 1); /* and “hash” */
  g_assert_true (json_object_has_member (properties, "hash"));
  g_assert_cmpint (json_object_has_member (schema, "additionalProperties"), ==, spec->is_closed);
}

static void
test_schema (gconstpointer data)
{
  g_autofree char *path =
    g_test_build_filename (G_TEST_DIST, "..", "docs", "schema", (const char *) data, NULL);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *definitions = NULL;
  JsonObject *event = NULL;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  definitions =
    json_object_get_object_member (json_node_get_object (json_parser_get_root (parser)), "$defs");
  event = json_object_get_object_member (definitions, "event");
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (event, "allOf")), ==,
                    CADRE_N_LOG_KINDS - 1);
  for (guint kind = 1; kind < CADRE_N_LOG_KINDS; kind++)
    assert_kind (definitions, kind);
}

/* The names of the kinds are those of the enumeration. */
static void
test_names (void)
{
  g_autoptr (GEnumClass) kinds = g_type_class_ref (CADRE_TYPE_LOG_KIND);

  g_assert_cmpuint (kinds->n_values, ==, CADRE_N_LOG_KINDS);
  for (guint kind = 1; kind < CADRE_N_LOG_KINDS; kind++)
    g_assert_cmpstr (g_enum_get_value (kinds, (int) kind)->value_nick, ==,
                     cadre_log_kinds[kind].event);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matching/log-kinds/round-trip", test_round_trip);
  g_test_add_func ("/matching/log-kinds/other-members", test_other_members);
  g_test_add_func ("/matching/log-kinds/no-ground", test_no_ground);
  g_test_add_func ("/matching/log-kinds/missing", test_missing);
  g_test_add_func ("/matching/log-kinds/wrong-form", test_wrong_form);
  g_test_add_func ("/matching/log-kinds/check", test_check);
  g_test_add_func ("/matching/log-kinds/sealed", test_sealed);
  g_test_add_func ("/matching/log-kinds/names", test_names);
  g_test_add_data_func ("/matching/log-kinds/schema/log", "log-1.schema.json", test_schema);
  g_test_add_data_func ("/matching/log-kinds/schema/case", "case-1.schema.json", test_schema);

  return g_test_run ();
}
