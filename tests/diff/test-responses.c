/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff-structures.h"
#include "diff/responses/cadre-responses-private.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>

static const char before_text[] =
  "\"posts\": [{\"id\": \"top\", \"title\": \"Director\"}, "
  "{\"id\": \"youth\", \"title\": \"Youth Manager\", \"manager\": \"top\", \"grade\": \"g9\"}, "
  "{\"id\": \"play\", \"title\": \"Play Manager\", \"manager\": \"youth\"}, "
  "{\"id\": \"admin\", \"title\": \"Administrator\", \"manager\": \"top\"}]";
static const char after_text[] =
  "\"posts\": [{\"id\": \"top\", \"title\": \"Director\"}, "
  "{\"id\": \"youth\", \"title\": \"Youth and Play Manager\", \"manager\": \"top\", "
  "\"grade\": \"g10\"}, {\"id\": \"play\", \"title\": \"Play Manager\", \"manager\": \"top\"}, "
  "{\"id\": \"clerk\", \"title\": \"Clerk\", \"manager\": \"top\"}]";

static const char document[] =
  "{\"cadre\": \"responses\", \"version\": 1, \"title\": \"Youth services\", \"responses\": ["
  "{\"id\": \"r1\", \"date\": \"2007-03-02\", \"respondent\": \"union\", \"body\": \"unison\", "
  "\"said\": \"Play must not report to youth\", \"verbatim\": \"I told Ann\", "
  "\"answer\": \"accepted\", \"changes\": [{\"record\": \"post\", \"id\": \"play\", "
  "\"field\": \"manager\"}, {\"id\": \"youth\", \"change\": \"post-retitled\"}]}, "
  "{\"id\": \"r2\", \"respondent\": \"staff\", \"said\": \"Keep the administrator\", "
  "\"answer\": \"not-accepted\", \"reason\": \"There is no money\", \"later\": [1, {\"x\": "
  "null}]}, "
  "{\"id\": \"r3\", \"respondent\": \"public\", \"said\": \"Thank you\", \"answer\": \"noted\"}], "
  "\"more\": true}";

static CadreResponses *
load (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return cadre_responses_load_bytes (bytes, NULL, NULL, error);
}

static CadreResponses *
load_responses (const char *members)
{
  g_autofree char *text =
    g_strdup_printf ("{\"cadre\": \"responses\", \"version\": 1, \"responses\": [%s]}", members);
  g_autoptr (GError) error = NULL;
  CadreResponses *responses = load (text, &error);

  g_assert_no_error (error);
  return responses;
}

static char *
write_at (CadreResponses *responses, CadreRedactionLevel level)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (level);
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();

  cadre_responses_write (responses, redaction, writer);
  g_assert_true (cadre_writer_finish (writer, NULL, NULL));
  return cadre_writer_dup_text (writer);
}

static CadreResponseTable *
compare_with (CadreResponses *responses, const char *before, const char *after)
{
  g_autoptr (CadreDiff) diff = compare_texts (before, after);
  g_autoptr (GError) error = NULL;
  CadreResponseTable *table = cadre_responses_compare (responses, diff, &error);

  g_assert_no_error (error);
  g_assert_nonnull (table);
  return table;
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreResponses) responses = load (document, &error);
  g_autoptr (CadreResponse) first = cadre_responses_get_response (responses, 0);
  g_autoptr (CadreResponse) second = cadre_responses_find (responses, "r2");
  g_autoptr (CadreDate) date = cadre_response_get_date (first);
  g_autofree char *day = cadre_date_to_string (date);
  g_autoptr (CadreResponseTie) tie = g_list_model_get_item (cadre_response_get_ties (first), 0);
  g_autoptr (CadreResponseTie) other = g_list_model_get_item (cadre_response_get_ties (first), 1);
  g_autofree char *tie_text = cadre_response_tie_to_string (tie);
  g_autofree char *other_text = cadre_response_tie_to_string (other);

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (responses)), ==, 3);
  g_assert_cmpstr (cadre_responses_get_title (responses), ==, "Youth services");
  g_assert_cmpstr (cadre_response_get_id (first), ==, "r1");
  g_assert_cmpstr (day, ==, "2007-03-02");
  g_assert_cmpint (cadre_response_get_respondent (first), ==, CADRE_RESPONDENT_UNION);
  g_assert_cmpstr (cadre_response_get_body (first), ==, "unison");
  g_assert_cmpstr (cadre_response_get_said (first), ==, "Play must not report to youth");
  g_assert_cmpstr (cadre_response_get_verbatim (first), ==, "I told Ann");
  g_assert_cmpint (cadre_response_get_answer (first), ==, CADRE_ANSWER_ACCEPTED);
  g_assert_null (cadre_response_get_reason (first));
  g_assert_cmpstr (tie_text, ==, "post/play manager");
  g_assert_cmpstr (other_text, ==, "post/youth post-retitled");
  g_assert_false (cadre_response_tie_has_kind (tie));
  g_assert_true (cadre_response_tie_has_kind (other));
  g_assert_cmpstr (cadre_response_get_reason (second), ==, "There is no money");
  g_assert_null (cadre_response_get_date (second));
  g_assert_null (cadre_responses_find (responses, "r9"));
  g_assert_null (cadre_responses_get_response (responses, 3));
}

/* What is written is read as the same, unknown members and all. */
static void
test_round (void)
{
  g_autoptr (CadreResponses) responses = load (document, NULL);
  g_autofree char *once = write_at (responses, CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreResponses) again = load (once, NULL);
  g_autofree char *twice = write_at (again, CADRE_REDACTION_LEVEL_FULL);

  g_assert_cmpstr (once, ==, twice);
  g_assert_nonnull (strstr (once, "\"later\""));
  g_assert_nonnull (strstr (once, "\"more\": true"));
  g_assert_nonnull (strstr (once, "\"post-retitled\""));
}

/* Likewise inside what a response led to, in byte order of their names; and only
 * where everything is shown. */
static void
test_unknown_in_tie (void)
{
  static const char text[] =
    "{\"cadre\": \"responses\", \"version\": 1, \"responses\": [{\"id\": \"r1\", \"changes\": "
    "[{\"zeal\": [1, 2], \"id\": \"play\", \"record\": \"post\", \"basis\": {\"b\": 1}, "
    "\"field\": \"manager\"}]}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreResponses) responses = load (text, &error);
  g_autofree char *once = write_at (responses, CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreResponses) again = load (once, NULL);
  g_autofree char *twice = write_at (again, CADRE_REDACTION_LEVEL_FULL);
  g_autofree char *shown = write_at (responses, CADRE_REDACTION_LEVEL_CONSULTATION);
  const char *field = strstr (once, "\"field\": \"manager\"");
  const char *basis = strstr (once, "\"basis\": {\"b\": 1}");
  const char *zeal = strstr (once, "\"zeal\": [1, 2]");

  g_assert_no_error (error);
  g_assert_cmpstr (once, ==, twice);
  g_assert_true (field != NULL && basis != NULL && zeal != NULL && field < basis && basis < zeal);
  g_assert_nonnull (strstr (shown, "\"play\""));
  g_assert_null (strstr (shown, "basis"));
  g_assert_null (strstr (shown, "zeal"));
}

static void
test_save (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("cadre-responses-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "r.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreResponses) responses = load (document, NULL);
  g_autoptr (CadreResponses) again = NULL;

  g_assert_true (cadre_responses_save (responses, redaction, file, NULL, &error));
  again = cadre_responses_load (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (again)), ==, 3);
  g_file_delete (file, NULL, NULL);
  g_rmdir (folder);
}

typedef struct
{
  const char *name;
  const char *text;
  GQuark (*domain) (void);
  int code;
  const char *message;
} ErrorCase;

#define HEAD "{\"cadre\": \"responses\", \"version\": 1, \"responses\": "
#define FORM cadre_diff_error_quark, CADRE_DIFF_ERROR_RESPONSES
/* clang-format off */
static const ErrorCase error_cases[] = {
  { "another kind", "{\"cadre\": \"policy\", \"version\": 1}", cadre_document_error_quark,
    CADRE_DOCUMENT_ERROR_KIND, NULL },
  { "later version", "{\"cadre\": \"responses\", \"version\": 2}", cadre_document_error_quark,
    CADRE_DOCUMENT_ERROR_VERSION, NULL },
  { "no list", HEAD "1}", FORM, "At /responses: a list of responses stands here" },
  { "no response", HEAD "[\"secret\"]}", FORM, "At /responses/0: a response stands here" },
  { "two of one id", HEAD "[{\"id\": \"a\"}, {\"id\": \"a\"}]}", FORM,
    "At /responses/1: another response has the same id" },
  { "empty id", HEAD "[{\"id\": \"\"}]}", FORM,
    "At /responses/0/id: an id of 1 to 255 bytes stands here" },
  { "no text", HEAD "[{\"said\": 7}]}", FORM, "At /responses/0/said: a text or null stands here" },
  { "no date", HEAD "[{\"date\": \"soon\"}]}", FORM,
    "At /responses/0/date: a date such as 2007-04-12, 2007-04 or 2007 stands here" },
  { "no word", HEAD "[{\"answer\": \"perhaps\"}]}", FORM,
    "At /responses/0/answer: one of the words of its list stands here" },
  { "tie to no record", HEAD "[{\"changes\": [{\"field\": \"title\"}]}]}", FORM,
    "At /responses/0/changes/0: the change has no id of a record" },
  { "tie to no kind", HEAD "[{\"changes\": [{\"id\": \"a\", \"record\": \"thing\"}]}]}", FORM,
    "At /responses/0/changes/0/record: one of the words of its list stands here" },
};
/* clang-format on */

static void
test_error (gconstpointer data)
{
  const ErrorCase *self = data;
  g_autoptr (GError) error = NULL;

  g_assert_null (load (self->text, &error));
  g_assert_error (error, self->domain (), self->code);
  if (self->message != NULL)
    g_assert_cmpstr (error->message, ==, self->message);
}

static void
test_table (void)
{
  g_autoptr (CadreResponses) responses = load (document, NULL);
  g_autoptr (CadreResponseTable) table = compare_with (responses, before_text, after_text);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *issues = list_issues (cadre_response_table_get_issues (table));
  guint n_changes = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (table)); i++)
    {
      g_autoptr (CadreResponseRow) row = cadre_response_table_get_row (table, i);
      g_autofree char *line = cadre_response_row_to_string (row);

      n_changes += g_list_model_get_n_items (G_LIST_MODEL (row));
      g_string_append_printf (text, "%d %s\n", cadre_response_row_get_kind (row), line);
    }

  g_assert_cmpstr (
    text->str, ==,
    "0 r1 (union): Play must not report to youth -> accepted, 2 changes\n"
    "1 r2 (staff): Keep the administrator -> not-accepted: There is no money\n"
    "1 r3 (public): Thank you -> noted\n"
    "2 Nobody asked -> Post created: \"Clerk\"\n"
    "2 Nobody asked -> Post deleted: \"Administrator\"\n"
    "2 Nobody asked -> Post regraded: \"Youth and Play Manager\", grade from \"g9\" to \"g10\"\n");
  g_assert_cmpstr (issues, ==, "");
  g_assert_cmpuint (n_changes, ==, 5);
  g_assert_cmpuint (cadre_response_table_count (table, CADRE_RESPONSE_ROW_KIND_CHANGED), ==, 1);
  g_assert_cmpuint (cadre_response_table_count (table, CADRE_RESPONSE_ROW_KIND_NOT_CHANGED), ==, 2);
  g_assert_cmpuint (cadre_response_table_count (table, CADRE_RESPONSE_ROW_KIND_NOT_ASKED), ==, 3);
}

typedef struct
{
  const char *name;
  const char *response;
  const char *issues;
} IssueCase;

/* clang-format off */
static const IssueCase issue_cases[] = {
  { "nothing", "{\"id\": \"r\", \"answer\": \"noted\"}", "" },
  { "tie to no change",
    "{\"id\": \"r\", \"answer\": \"noted\", \"changes\": [{\"id\": \"youth\", \"field\": \"hours\"}]}",
    "diff.response.no-change response/r /responses/0/changes/0\n" },
  { "tie to no change of that kind",
    "{\"id\": \"r\", \"answer\": \"noted\", \"changes\": [{\"id\": \"clerk\", \"change\": "
    "\"post-deleted\"}]}",
    "diff.response.no-change response/r /responses/0/changes/0\n" },
  { "tie to no record",
    "{\"id\": \"r\", \"answer\": \"noted\", \"changes\": [{\"id\": \"clerk\"}, {\"id\": \"nobody\"}]}",
    "diff.response.no-record response/r /responses/0/changes/1\n" },
  { "no answer", "{\"id\": \"r\"}", "diff.response.not-answered response/r /responses/0\n" },
  { "accepted without a change", "{\"id\": \"r\", \"answer\": \"partly\"}",
    "diff.response.accepted-without-change response/r /responses/0/answer\n" },
  { "refused but changed",
    "{\"id\": \"r\", \"answer\": \"not-accepted\", \"reason\": \"No\", \"changes\": "
    "[{\"id\": \"admin\"}]}",
    "diff.response.refused-but-changed response/r /responses/0/answer\n" },
  { "refused without a reason", "{\"id\": \"r\", \"answer\": \"not-accepted\"}",
    "diff.response.no-reason response/r /responses/0/answer\n" },
};
/* clang-format on */

static void
test_issue (gconstpointer data)
{
  const IssueCase *self = data;
  g_autoptr (CadreResponses) responses = load_responses (self->response);
  g_autoptr (CadreResponseTable) table = compare_with (responses, before_text, after_text);
  g_autofree char *issues = list_issues (cadre_response_table_get_issues (table));

  g_assert_cmpstr (issues, ==, self->issues);
}

/* By level: the members of the first response that are shown. */
static const struct
{
  CadreRedactionLevel level;
  const char *members;
} levels[] = {
  { CADRE_REDACTION_LEVEL_FULL, "id date respondent body said verbatim answer changes " },
  { CADRE_REDACTION_LEVEL_CONSULTATION, "id respondent body said answer changes " },
  { CADRE_REDACTION_LEVEL_MANAGER, "id respondent body said answer changes " },
  { CADRE_REDACTION_LEVEL_PANEL, "" },
  { CADRE_REDACTION_LEVEL_UNION, "id date respondent body said answer changes " },
  { CADRE_REDACTION_LEVEL_COMMITTEE_PUBLIC, "id respondent body said answer changes " },
  { CADRE_REDACTION_LEVEL_COMMITTEE_EXEMPT, "id date respondent body said answer changes " },
  { CADRE_REDACTION_LEVEL_FINANCE, "" },
  { CADRE_REDACTION_LEVEL_SELF, "" },
  { CADRE_REDACTION_LEVEL_TRANSPARENCY_CODE, "" },
  { CADRE_REDACTION_LEVEL_STATISTICS, "respondent answer " },
};

static void
test_levels (void)
{
  static const char *const members[] = { "id",       "date",   "respondent", "body",   "said",
                                         "verbatim", "answer", "reason",     "changes" };
  g_autoptr (CadreResponses) responses = load_responses (
    "{\"id\": \"r\", \"date\": \"2007\", \"respondent\": \"staff\", \"body\": \"b\", "
    "\"said\": \"s\", \"verbatim\": \"v\", \"answer\": \"accepted\", \"changes\": "
    "[{\"record\": \"assignment\", \"id\": \"Ann Other\"}, {\"id\": \"x\"}], \"later\": 1}");

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autofree char *text = write_at (responses, levels[i].level);
      g_autoptr (JsonParser) parser = json_parser_new ();
      g_autoptr (GString) shown = g_string_new (NULL);
      const gboolean is_full = levels[i].level == CADRE_REDACTION_LEVEL_FULL;

      JsonArray *all = NULL;

      json_parser_load_from_data (parser, text, -1, NULL);
      all = json_object_get_array_member (json_node_get_object (json_parser_get_root (parser)),
                                          "responses");
      for (guint k = 0; json_array_get_length (all) > 0 && k < G_N_ELEMENTS (members); k++)
        if (json_object_has_member (json_array_get_object_element (all, 0), members[k]))
          g_string_append_printf (shown, "%s ", members[k]);
      g_assert_cmpstr (shown->str, ==, levels[i].members);
      g_assert_true ((strstr (text, "later") != NULL) == is_full);
      g_assert_true ((strstr (text, "Ann Other") != NULL) == is_full);
    }
}

static void
test_made (void)
{
  g_autoptr (GPtrArray) ties = g_ptr_array_new ();
  g_autoptr (GPtrArray) list = g_ptr_array_new ();
  g_autoptr (CadreResponseTie) tie =
    cadre_response_tie_new_to_kind (CADRE_RECORD_KIND_POST, "clerk",
                                    CADRE_CHANGE_KIND_POST_CREATED);
  g_autoptr (CadreDate) date = cadre_date_new_parse ("2007-03", NULL);
  g_autoptr (CadreResponse) bare = cadre_response_new ("r", CADRE_RESPONDENT_STAFF, "forum", date);
  g_autoptr (CadreResponse) said = cadre_response_with_said (bare, "We need a clerk", NULL);
  g_autoptr (CadreResponse) response = NULL;
  g_autoptr (CadreResponses) responses = NULL;
  g_autoptr (CadreResponseTable) table = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (ties, tie);
  response = cadre_response_with_answer (said, CADRE_ANSWER_ACCEPTED, "So we do", ties);
  g_ptr_array_add (list, response);
  responses = cadre_responses_new ("Clerks", list, &error);
  table = compare_with (responses, before_text, after_text);

  g_assert_null (cadre_response_get_said (bare));
  g_assert_cmpstr (cadre_response_get_said (response), ==, "We need a clerk");
  g_assert_cmpstr (cadre_response_get_body (response), ==, "forum");
  g_assert_cmpuint (cadre_response_table_count (table, CADRE_RESPONSE_ROW_KIND_CHANGED), ==, 1);
  g_ptr_array_add (list, response);
  g_assert_null (cadre_responses_new ("Clerks", list, &error));
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_RESPONSES);
  g_assert_finalize_object (g_steal_pointer (&table));
}

static void
add_case (const char *part, const char *name, gconstpointer data, GTestDataFunc func)
{
  g_autofree char *dashed = g_strdelimit (g_strdup (name), " ", '-');
  g_autofree char *path = g_strconcat ("/diff/responses/", part, "/", dashed, NULL);

  g_test_add_data_func (path, data, func);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diff/responses/read", test_read);
  g_test_add_func ("/diff/responses/round", test_round);
  g_test_add_func ("/diff/responses/unknown-members-of-a-tie", test_unknown_in_tie);
  g_test_add_func ("/diff/responses/save", test_save);
  for (guint i = 0; i < G_N_ELEMENTS (error_cases); i++)
    add_case ("error", error_cases[i].name, &error_cases[i], test_error);
  g_test_add_func ("/diff/responses/table", test_table);
  for (guint i = 0; i < G_N_ELEMENTS (issue_cases); i++)
    add_case ("issue", issue_cases[i].name, &issue_cases[i], test_issue);
  g_test_add_func ("/diff/responses/levels", test_levels);
  g_test_add_func ("/diff/responses/made", test_made);

  return g_test_run ();
}
