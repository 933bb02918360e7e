/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The paper that members and unions get: who goes where, and why. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "report/outcomes/cadre-outcomes-view-private.h"
#include <cadre/cadre-enum-types.h>

static void
add_stamps (CadreReport *report, const CadreOutcomesView *self)
{
  g_autoptr (GListModel) policies = cadre_outcomes_list_policies (self->outcomes);

  cadre_report_take_proposal_stamp (report, self->outcomes);
  for (guint i = 0; i < g_list_model_get_n_items (policies); i++)
    {
      g_autoptr (CadrePolicy) policy = g_list_model_get_item (policies, i);

      cadre_report_take_stamp (report,
                               cadre_phrase (report->catalogue,
                                             cadre_policy_get_stamp (policy) != NULL
                                               ? "stamp.not-your-policy"
                                               : "stamp.policy",
                                             "policy", cadre_policy_get_name (policy), NULL));
    }
  if (self->is_full)
    cadre_report_take_stamp (report, cadre_say (report->catalogue, "stamp.full"));
}

static char *
make_title (const CadreOutcomesView *self)
{
  const char *title = cadre_case_get_title (cadre_outcomes_get_case (self->outcomes));

  return title != NULL ? cadre_phrase (self->catalogue, "outcomes.title", "case", title, NULL)
                       : cadre_say (self->catalogue, "outcomes.untitled");
}

static void
add_trees (CadreReport *report, const CadreOutcomesView *self)
{
  cadre_report_begin_said_section (report, "tree-before");
  cadre_report_add_management (report, self->before);
  cadre_report_begin_said_section (report, "tree-after");
  cadre_report_add_management (report, self->after);
}

static void
add_issues (CadreReport *report, const CadreOutcomesView *self)
{
  cadre_report_begin_said_section (report, "issues");
  cadre_report_add_issues (report, self->after, cadre_outcomes_get_issues (self->outcomes),
                           self->is_full);
}

static CadreReport *
make_report (const CadreOutcomesView *self)
{
  CadreReport *report = cadre_report_begin (self->catalogue, "outcomes");

  cadre_report_take_title (report, make_title (self));
  add_stamps (report, self);
  cadre_report_add_in_short (report, self);
  cadre_report_add_not_known (report, self);
  cadre_report_add_levels (report, self);
  cadre_report_add_case_facts (report, self);
  cadre_report_add_filling (report, self);
  cadre_report_add_ring_fences (report, self);
  cadre_report_add_assignments (report, self);
  cadre_report_add_readings (report, self);
  add_trees (report, self);
  cadre_report_add_policies (report, self);
  add_issues (report, self);
  return report;
}

/* What comes out is about persons: who sees a part of the posts, or none of
 * what is decided about them, does not see it here either. */
gboolean
cadre_outcomes_view_check_level (CadreRedaction *redaction, GError **error)
{
  static const CadreRedactionLevel levels[] = {
    CADRE_REDACTION_LEVEL_FULL,
    CADRE_REDACTION_LEVEL_CONSULTATION,
    CADRE_REDACTION_LEVEL_UNION,
    CADRE_REDACTION_LEVEL_COMMITTEE_EXEMPT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (cadre_redaction_get_level (redaction) == levels[i])
      return TRUE;

  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_REDACTION,
                       "What comes out of a case is not reported at this level");
  return FALSE;
}

/**
 * cadre_report_new_for_outcomes:
 * @outcomes: a #CadreOutcomes
 * @redaction: who the report is for
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 *   structure after
 * @error: return location for a #GError, or %NULL
 *
 * Makes the report of a case: what is proposed and what is not yet known, how
 * each post would be filled, the ring-fences, and what would happen to each
 * assignment, with the reasons, beside what the paper says.
 *
 * At the levels for consultation, unions and exempt papers assignments are
 * shown under pseudonyms where the redaction has a key, and else only counted.
 * At the other levels but the full one there is no such report: it fails with
 * %CADRE_STRUCTURE_ERROR_REDACTION. Where at most one person is in
 * post, the outcome is not shown: it would be that person's. Which posts would
 * be deleted is shown, since the structures themselves say it.
 *
 * Returns: (transfer full): the report, or %NULL with @error set where the
 *   library has no words in that language or memory is short
 *
 * Since: 1.0
 */
CadreReport *
cadre_report_new_for_outcomes (CadreOutcomes *outcomes,
                               CadreRedaction *redaction,
                               const char *language,
                               GError **error)
{
  const CadreCatalogue *catalogue = NULL;
  g_autoptr (CadreOutcomesView) view = NULL;

  g_return_val_if_fail (CADRE_IS_OUTCOMES (outcomes), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!cadre_outcomes_view_check_level (redaction, error))
    return NULL;

  catalogue = cadre_view_find_catalogue (cadre_outcomes_get_after (outcomes), language, error);
  if (catalogue == NULL)
    return NULL;

  view = cadre_outcomes_view_new (outcomes, redaction, catalogue, error);
  return view != NULL ? make_report (view) : NULL;
}
