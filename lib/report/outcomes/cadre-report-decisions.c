/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What people have decided, beside what is proposed. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "report/cadre-values-private.h"
#include "report/outcomes/cadre-outcomes-view-private.h"
#include <cadre/cadre-enum-types.h>

/* What was decided, in the words of the tables of numbers. */
static char *
what_text (const CadreOutcomesView *self, CadreOutcome *outcome, CadreLogEntry *decision)
{
  const char *prefix = cadre_outcome_get_subject (outcome) == CADRE_OUTCOME_SUBJECT_ASSIGNMENT
                         ? "assignments."
                         : "positions.";
  gboolean is_held = cadre_log_entry_get_outcome (decision) == CADRE_OUTCOME_KIND_HELD;
  const char *post = cadre_log_entry_get_post (decision);
  g_autoptr (GEnumClass) klass = g_type_class_ref (CADRE_TYPE_OUTCOME_KIND);
  const GEnumValue *value = g_enum_get_value (klass, (int) cadre_log_entry_get_outcome (decision));
  g_autofree char *code = g_strconcat (prefix, value != NULL ? value->value_nick : "", NULL);
  GString *text = g_string_new (NULL);

  cadre_append_part (text, "", cadre_say (self->catalogue, is_held ? "decision.held" : code));
  if (cadre_log_entry_get_assignment (decision) != NULL && post != NULL)
    cadre_append_part (text, ", ", cadre_view_post_name (self->after, post));

  return g_string_free (text, FALSE);
}

/* Who has decided, and why, is for those who may see everything. */
static char *
full_text (const CadreOutcomesView *self, CadreOutcome *outcome, CadreLogEntry *decision)
{
  g_autoptr (CadreDate) day = cadre_log_entry_get_date (decision);
  g_autofree char *date = cadre_catalogue_date (self->catalogue, cadre_date_pack (day));
  g_autofree char *what = what_text (self, outcome, decision);
  const char *code = !cadre_outcome_is_override (outcome) ? "decision.final"
                     : cadre_outcome_is_final (outcome)   ? "decision.override"
                                                          : "decision.no-reason";

  return cadre_phrase (self->catalogue, code, "who", cadre_log_entry_get_by (decision), "date",
                       date, "what", what, "reason", cadre_log_entry_get_reason (decision), NULL);
}

/* Below the full level it is said that somebody has decided, and not what. */
char *
cadre_outcomes_view_decision (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  CadreLogEntry *decision = cadre_outcome_get_decision (outcome);

  if (decision == NULL)
    return NULL;
  if (self->is_full)
    return full_text (self, outcome, decision);

  return cadre_say (self->catalogue, !cadre_outcome_is_final (outcome) ? "decision.open-short"
                                     : cadre_outcome_is_override (outcome)
                                       ? "decision.override-short"
                                       : "decision.final-short");
}

gboolean
cadre_outcomes_view_is_decided (const CadreOutcomesView *self)
{
  return cadre_outcomes_count_decisions (self->outcomes) > 0;
}

/* Until somebody has decided something, everything is a proposal. */
void
cadre_report_take_proposal_stamp (CadreReport *self, CadreOutcomes *outcomes)
{
  guint n = cadre_outcomes_count_decisions (outcomes);

  cadre_report_take_stamp (self, n == 0
                                   ? cadre_say (self->catalogue, "stamp.proposal")
                                   : cadre_phrase_n (self->catalogue, "stamp.decided", n, NULL));
}

/* How often people have decided otherwise than is proposed. */
void
cadre_report_add_decisions (CadreReport *self, const CadreOutcomesView *view)
{
  guint n = cadre_outcomes_count_decisions (view->outcomes);
  g_autofree char *overrides =
    cadre_catalogue_number (self->catalogue, cadre_outcomes_count_overrides (view->outcomes));

  if (n > 0)
    cadre_report_add_paragraph (self, cadre_phrase_n (self->catalogue, "decisions.n", n,
                                                      "overrides", overrides, NULL));
}
