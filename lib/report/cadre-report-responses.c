/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* You said, we did: what was said about a proposal, and what became of it. */

#include "config.h"

#include "report/cadre-report-diff-private.h"
#include <cadre/cadre-enum-types.h>
#include <cadre/cadre-responses.h>

/* "Head of Works: Line manager: from A to B". */
static char *
say_change (const CadreComparison *self, CadreChange *change)
{
  g_autofree char *what = cadre_comparison_what (self, change);
  g_autofree char *owner = cadre_comparison_owner (self, change);
  g_autofree char *text = NULL;

  if (cadre_change_get_field (change) == NULL &&
      cadre_change_get_record_kind (change) == cadre_change_get_owner_kind (change))
    text = g_steal_pointer (&what);
  else
    text = cadre_comparison_change_text (self, change, what);

  return cadre_phrase (self->catalogue, "response.change", "owner", owner, "change", text, NULL);
}

static char *
say_changes (const CadreComparison *self, CadreResponseRow *row)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (row)); i++)
    {
      g_autoptr (CadreChange) change = cadre_response_row_get_change (row, i);

      cadre_append_part (text, "; ", say_change (self, change));
    }
  if (text->len == 0)
    cadre_append_part (text, "; ", cadre_say (self->catalogue, "response.no-change"));

  return g_string_free (text, FALSE);
}

/* "a trade union (Unison)" */
static char *
say_who (const CadreCatalogue *catalogue, CadreResponse *response)
{
  g_autofree char *group = cadre_view_word (catalogue, "respondent", CADRE_TYPE_RESPONDENT,
                                            (int) cadre_response_get_respondent (response));
  const char *body = cadre_response_get_body (response);

  if (body == NULL)
    return g_steal_pointer (&group);

  return cadre_phrase (catalogue, "response.who", "group", group, "body", body, NULL);
}

/* "accepted", or "not accepted: the service has to be in one place". */
static char *
say_answer (const CadreCatalogue *catalogue, CadreResponse *response)
{
  g_autofree char *answer = cadre_view_word (catalogue, "answer", CADRE_TYPE_ANSWER,
                                             (int) cadre_response_get_answer (response));
  const char *reason = cadre_response_get_reason (response);

  if (reason == NULL)
    return g_steal_pointer (&answer);

  return cadre_phrase (catalogue, "response.answer", "answer", answer, "reason", reason, NULL);
}

static void
add_response (CadreReport *report, const CadreComparison *self, CadreResponseRow *row)
{
  CadreResponse *response = cadre_response_row_get_response (row);
  const char *said = cadre_response_get_said (response);
  g_autofree char *subject = g_strconcat ("response/", cadre_response_get_id (response), NULL);

  cadre_report_add_item (report,
                         said != NULL ? g_strdup (said)
                                      : cadre_say (report->catalogue, "redaction.not-shown"),
                         subject);
  cadre_report_add_item (report, say_who (report->catalogue, response), NULL);
  cadre_report_add_item (report, say_answer (report->catalogue, response), NULL);
  cadre_report_add_item (report, say_changes (self, row), NULL);
}

static void
add_responses (CadreReport *report, const CadreComparison *self, CadreResponseTable *table)
{
  cadre_report_begin_said_section (report, "responses");
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.you-said", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.who-said", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.answer", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.we-did", CADRE_ALIGNMENT_START);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (table)); i++)
    {
      g_autoptr (CadreResponseRow) row = cadre_response_table_get_row (table, i);

      if (cadre_response_row_get_response (row) != NULL)
        add_response (report, self, row);
    }
}

/* What changed without anybody asking for it is told as well. */
static void
add_not_asked (CadreReport *report, CadreResponseTable *table)
{
  if (cadre_response_table_count (table, CADRE_RESPONSE_ROW_KIND_NOT_ASKED) == 0)
    return;

  cadre_report_begin_said_section (report, "not-asked");
  cadre_report_begin_list (report);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (table)); i++)
    {
      g_autoptr (CadreResponseRow) row = cadre_response_table_get_row (table, i);
      CadreChangeEvent *event = cadre_response_row_get_event (row);

      if (cadre_response_row_get_kind (row) == CADRE_RESPONSE_ROW_KIND_NOT_ASKED && event != NULL)
        cadre_report_add_item (report, cadre_change_event_to_string (event), NULL);
    }
}

static CadreReport *
make_report (const CadreComparison *self, CadreResponses *responses, CadreResponseTable *table)
{
  CadreReport *report = cadre_report_begin (self->catalogue, "responses");
  CadreIssueList *issues = cadre_response_table_get_issues (table);
  const char *title = cadre_responses_get_title (responses);

  cadre_report_take_title (report, title != NULL ? g_strdup (title)
                                                 : cadre_say (self->catalogue, "responses.title"));
  cadre_report_stamp_level (report, self->before->redaction);
  cadre_report_begin_said_section (report, "versions");
  cadre_report_begin_facts (report);
  cadre_report_add_sides (report, self);
  add_responses (report, self, table);
  add_not_asked (report, table);
  if (cadre_issue_list_get_total (issues) > 0)
    {
      cadre_report_begin_said_section (report, "issues");
      cadre_report_add_issues (report, self->after, issues, TRUE);
    }
  return report;
}

/**
 * cadre_report_new_for_responses:
 * @responses: what was said about a proposal
 * @diff: from the version that was consulted on to the one after it
 * @redaction: who the report is for
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 *   version after
 * @error: return location for a #GError, or %NULL
 *
 * Makes a report of what was said in a consultation, what the employer answers,
 * and what changed in the proposal: “you said, we did”. What changed without
 * anybody asking for it is told too, and what does not add up.
 *
 * Below the full level the versions and the responses are redacted, and compared
 * again.
 *
 * Returns: (transfer full): the report, or %NULL with @error set where the
 *   library has no words in that language or memory is short
 *
 * Since: 1.0
 */
CadreReport *
cadre_report_new_for_responses (CadreResponses *responses,
                                CadreDiff *diff,
                                CadreRedaction *redaction,
                                const char *language,
                                GError **error)
{
  const CadreCatalogue *catalogue = NULL;
  g_autoptr (CadreComparison) comparison = NULL;
  g_autoptr (CadreResponses) shown = NULL;
  g_autoptr (CadreResponseTable) table = NULL;

  g_return_val_if_fail (CADRE_IS_RESPONSES (responses), NULL);
  g_return_val_if_fail (CADRE_IS_DIFF (diff), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  catalogue = cadre_view_find_catalogue (cadre_diff_get_after (diff), language, error);
  if (catalogue == NULL)
    return NULL;

  comparison = cadre_comparison_new (diff, redaction, catalogue, error);
  if (comparison == NULL)
    return NULL;

  shown = cadre_responses_redact (responses, redaction);
  table = cadre_responses_compare (shown, comparison->diff, error);
  return table != NULL ? make_report (comparison, shown, table) : NULL;
}
