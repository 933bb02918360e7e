/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* From a case to its outcomes. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "base/cadre-issue-list-private.h"
#include "matching/cadre-effect-private.h"
#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-run-private.h"
#include <cadre/cadre-matching-error.h>
#include <cadre/cadre-structure-questions.h>

#include <string.h>

#define MAX_ISSUES 1000

void
cadre_engine_report (CadreEngine *self,
                     const char *code,
                     CadreSeverity severity,
                     const char *message,
                     const char *origin,
                     const char *subject,
                     const char *suggestion)
{
  cadre_issue_list_add_fields (self->issues, code, severity, message, origin, subject, suggestion);
}

void
cadre_engine_report_post (CadreEngine *self,
                          guint side,
                          guint32 post,
                          const char *code,
                          CadreSeverity severity,
                          const char *message)
{
  const CadreTables *tables = self->sides[side].tables;
  g_autofree char *place = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *subject = NULL;

  if (!cadre_issue_list_is_full (self->issues))
    {
      place = cadre_tables_dup_origin (tables, CADRE_RECORD_KIND_POST, post);
      origin = g_strdup_printf ("/%s%s", side == CADRE_BEFORE ? "before" : "after", place);
      subject = cadre_tables_dup_subject (tables, CADRE_RECORD_KIND_POST, post);
    }

  cadre_engine_report (self, code, severity, message, origin, subject, NULL);
}

void
cadre_engine_report_assignment (CadreEngine *self,
                                guint32 assignment,
                                const char *code,
                                CadreSeverity severity,
                                const char *message)
{
  const CadreTables *tables = self->sides[CADRE_BEFORE].tables;
  g_autofree char *place = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *subject = NULL;

  if (!cadre_issue_list_is_full (self->issues))
    {
      place = cadre_tables_dup_origin (tables, CADRE_RECORD_KIND_ASSIGNMENT, assignment);
      origin = g_strdup_printf ("/before%s", place);
      subject = cadre_tables_dup_subject (tables, CADRE_RECORD_KIND_ASSIGNMENT, assignment);
    }

  cadre_engine_report (self, code, severity, message, origin, subject, NULL);
}

const char *
cadre_engine_keep (CadreEngine *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

static gboolean
fail_no_policy (GError **error)
{
  g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_NO_POLICY,
                       "The case names no policy: without a policy there is no outcome");
  return FALSE;
}

/* What is doubtful about a policy is doubtful about its outcomes. What it only does
 * not state, of itself, is for who writes it. */
static void
report_doubts (CadreEngine *self, guint i)
{
  g_autoptr (CadreIssueList) issues = cadre_policy_validate (self->policies[i]);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (issues));

  for (guint k = 0; k < n; k++)
    {
      g_autoptr (CadreIssue) issue = g_list_model_get_item (G_LIST_MODEL (issues), k);
      const char *place = cadre_issue_get_origin (issue);
      g_autofree char *origin = place != NULL ? g_strdup_printf ("/policies/%u%s", i, place) : NULL;

      /* That it is illustrative says more than that it is nobody's own. */
      if (cadre_issue_get_severity (issue) == CADRE_SEVERITY_INFO ||
          (cadre_policy_is_illustrative (self->policies[i]) &&
           g_str_equal (cadre_issue_get_code (issue), "matching.policy.preset")))
        continue;
      cadre_engine_report (self, cadre_issue_get_code (issue), cadre_issue_get_severity (issue),
                           cadre_issue_get_message (issue), origin, cadre_issue_get_subject (issue),
                           cadre_issue_get_suggestion (issue));
    }
}

static gboolean
take_policies (CadreEngine *self, GError **error)
{
  g_autoptr (GListModel) policies = cadre_case_list_policies (self->source);
  guint n = g_list_model_get_n_items (policies);

  if (n == 0)
    return fail_no_policy (error);

  self->policies = g_new0 (CadrePolicy *, n);
  self->rules = g_new0 (const CadrePolicyRules *, n);
  self->n_policies = n;
  for (guint i = 0; i < n; i++)
    {
      self->policies[i] = g_list_model_get_item (policies, i);
      if (cadre_policy_get_name (self->policies[i]) == NULL)
        return fail_no_policy (error);
      self->rules[i] = cadre_policy_get_rules (self->policies[i]);
      g_list_store_append (self->outcomes->policies, self->policies[i]);
      report_doubts (self, i);
      if (cadre_policy_is_illustrative (self->policies[i]))
        cadre_engine_report (self, "matching.policy.illustrative", CADRE_SEVERITY_WARNING,
                             "The policy is illustrative: it is not your employer's policy", NULL,
                             NULL, "Name the employer's own policy");
    }

  return TRUE;
}

/* The structure at a date; itself where it is at that date already. */
static CadreStructure *
take_at (CadreStructure *structure,
         const CadreDate *date,
         GCancellable *cancellable,
         GError **error)
{
  g_autoptr (CadreDate) as_of = cadre_structure_get_as_of (structure);

  if (date == NULL || (as_of != NULL && cadre_date_equal (as_of, date)))
    return g_object_ref (structure);

  return cadre_structure_at (structure, date, cancellable, error);
}

static gboolean
take_structures (CadreEngine *self, GError **error)
{
  CadreStructure *before = cadre_case_get_before (self->source);
  CadreStructure *after = cadre_case_get_after (self->source);
  g_autoptr (CadreDate) before_date = cadre_case_get_before_date (self->source);
  g_autoptr (CadreDate) after_date = cadre_case_get_after_date (self->source);

  if (before == NULL || after == NULL)
    {
      g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_INCOMPLETE,
                   "The case does not hold the structure %s", before == NULL ? "before" : "after");
      return FALSE;
    }

  self->outcomes->before = take_at (before, before_date, self->cancellable, error);
  if (self->outcomes->before == NULL)
    return FALSE;
  self->outcomes->after = take_at (after, after_date, self->cancellable, error);
  return self->outcomes->after != NULL;
}

static gboolean
compare (CadreEngine *self, GError **error)
{
  g_autoptr (GListModel) pairs = cadre_case_list_pairs (self->source);

  self->mapping = cadre_mapping_new (self->outcomes->before, self->outcomes->after, pairs, error);
  if (self->mapping == NULL)
    return FALSE;

  self->diff = cadre_diff_new (self->outcomes->before, self->outcomes->after, self->mapping,
                               self->cancellable, error);
  if (self->diff == NULL)
    return FALSE;

  self->outcomes->diff = g_object_ref (self->diff);
  return cadre_engine_init_sides (self, error);
}

/* The change takes effect at the date of the structure after. */
static void
find_effective_date (CadreEngine *self)
{
  self->effective = self->sides[CADRE_AFTER].tables->as_of;
}

/* Positions are listed one by one: a document may ask for very many in a few
 * bytes. */
static gboolean
check_positions (CadreEngine *self, GError **error)
{
  gint64 n = 0;

  for (guint side = 0; side < 2; side++)
    {
      const CadreTable *posts = cadre_tables_get (self->sides[side].tables, CADRE_RECORD_KIND_POST);

      for (guint32 post = 0; post < posts->n_rows; post++)
        n += MAX (cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT, post), 1);
    }

  if (n <= CADRE_MAX_POSITIONS)
    return TRUE;

  g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_LIMIT,
               "The posts of the case have more than %d positions", CADRE_MAX_POSITIONS);
  return FALSE;
}

static gboolean
prepare (CadreEngine *self, GError **error)
{
  find_effective_date (self);
  return check_positions (self, error) && cadre_process_init (self) &&
         cadre_engine_read_log (self) && cadre_engine_read_agreements (self) &&
         cadre_engine_find_fates (self) && cadre_engine_find_standings (self) &&
         cadre_process_judge_criteria (self) && cadre_engine_count_holders (self) &&
         cadre_engine_count_places (self) && cadre_engine_find_levels (self) &&
         cadre_engine_find_grades (self) && cadre_engine_read_functions (self) &&
         cadre_engine_read_profiles (self) && cadre_engine_find_claims (self, error);
}

static gboolean
run_stages (CadreRun *self, GError **error)
{
  return cadre_run_settle_outside (self) && cadre_run_hold_bumps (self) &&
         cadre_run_settle_duties (self) && cadre_run_slot (self) && cadre_run_release_late (self) &&
         cadre_run_leave_late (self) && cadre_run_answer_offers (self) &&
         cadre_run_settle_pools (self) && cadre_run_form_fences (self, error) &&
         cadre_run_compete (self) && cadre_run_settle_bumps (self) &&
         cadre_run_settle_rest (self) && cadre_run_close_offers (self) &&
         cadre_run_open_rings (self) && cadre_run_note_wider (self) &&
         cadre_run_settle_ladder (self) && cadre_run_hold_appeals (self);
}

static gboolean
differs (const CadreRun *a, const CadreRun *b, guint32 row)
{
  return a->engine->standing[row] != CADRE_STANDING_NOT_IN_FORCE &&
         (a->kind[row] != b->kind[row] || a->post[row] != b->post[row]);
}

static gboolean
list_differences (CadreRun *runs, CadreVector *rows)
{
  for (guint32 row = 0; row < runs[0].engine->sides[CADRE_BEFORE].n_assignments; row++)
    if (differs (&runs[0], &runs[1], row) && !cadre_vector_push (rows, &row))
      return FALSE;

  return TRUE;
}

/* Both readings of who differs, as objects. */
static gboolean
write_differences (CadreRun *runs, const CadreVector *rows)
{
  g_autoptr (GPtrArray) first_instance = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) fixpoint = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *list = runs[0].engine->outcomes->differences;

  if (rows->n == 0)
    return TRUE;
  if (!cadre_run_write_some (&runs[0], rows, first_instance) ||
      !cadre_run_write_some (&runs[1], rows, fixpoint))
    return FALSE;

  for (guint i = 0; i < first_instance->len; i++)
    {
      g_autoptr (CadreReadingDifference) difference =
        cadre_reading_difference_new (first_instance->pdata[i], fixpoint->pdata[i]);

      g_list_store_append (list, difference);
    }

  return TRUE;
}

/* Where employers read the rule differently, whatever depends on it is left to
 * them. */
static gboolean
leave_to_agreement (CadreRun *self, const CadreVector *rows)
{
  const CadrePolicyRules *agreed =
    cadre_engine_agreed_rules (self->engine, CADRE_PARAMETER_SLOT_ITERATION, CADRE_NO_ROW);
  gboolean has_first_instance = FALSE;
  gboolean has_fixpoint = FALSE;

  if (agreed != NULL)
    return TRUE;

  for (guint i = 0; i < self->engine->n_policies; i++)
    {
      has_first_instance = has_first_instance || !self->engine->rules[i]->fixpoint;
      has_fixpoint = has_fixpoint || self->engine->rules[i]->fixpoint;
    }

  for (gsize i = 0; has_first_instance && has_fixpoint && i < rows->n; i++)
    if (!cadre_run_decide (self, cadre_vector_at (rows, guint32, i), CADRE_OUTCOME_KIND_UNRESOLVED,
                           CADRE_STAGE_SLOTTING_IN, CADRE_RUNG_AT_RISK_GROUP, CADRE_NO_ROW,
                           CADRE_REASON_POLICY_CONFLICT))
      return FALSE;

  return TRUE;
}

/* The reading that the outcomes are under: counted again only where every
 * policy says so. */
static gboolean
is_fixpoint (const CadreEngine *self)
{
  const CadrePolicyRules *agreed =
    cadre_engine_agreed_rules (self, CADRE_PARAMETER_SLOT_ITERATION, CADRE_NO_ROW);

  if (agreed != NULL)
    return agreed->fixpoint;
  for (guint i = 0; i < self->n_policies; i++)
    if (!self->rules[i]->fixpoint)
      return FALSE;

  return TRUE;
}

static gboolean
run_readings (CadreEngine *self, CadreRun runs[2], GError **error)
{
  guint which = is_fixpoint (self) ? 1 : 0;
  CadreVector rows = CADRE_VECTOR_INIT (guint32);
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < 2; i++)
    ok = cadre_run_init (&runs[i], self, i == 1, i == which) && run_stages (&runs[i], error);

  ok = ok && list_differences (runs, &rows) && write_differences (runs, &rows) &&
       leave_to_agreement (&runs[which], &rows) && cadre_run_write (&runs[which]) &&
       cadre_run_write_fences (&runs[which]) && cadre_run_write_options (&runs[which]);

  cadre_vector_clear (&rows);
  return ok;
}

static void
clear_posts (CadreEngine *self)
{
  g_free (self->fate);
  g_free (self->post_flags);
  g_free (self->same);
  g_free (self->n_holders);
  g_free (self->change_kinds);
  g_free (self->place);
  g_free (self->came_from);
  g_free (self->n_positions);
  g_free (self->n_open);
  g_free (self->n_freed);
  g_free (self->provisional);
  cadre_lists_clear (&self->successors);
  cadre_lists_clear (&self->predecessors);
  cadre_vector_clear (&self->remarks);
  cadre_vector_clear (&self->grades);
  cadre_vector_clear (&self->grade_links);
  for (guint side = 0; side < 2; side++)
    {
      g_free (self->tier[side]);
      g_free (self->tier_group[side]);
      g_free (self->tier_base[side]);
      g_free (self->scale_group[side]);
      g_free (self->grade[side]);
      g_free (self->field[side]);
      g_free (self->unit[side]);
      g_free (self->area[side]);
      g_free (self->line[side]);
      g_free (self->first_statement[side]);
      g_free (self->sides[side].codes);
      cadre_lists_clear (&self->functions[side]);
      cadre_vector_clear (&self->statements[side]);
    }
}

static void
clear_people (CadreEngine *self)
{
  g_free (self->standing);
  g_free (self->person_flags);
  g_free (self->post);
  g_free (self->employer);
  g_free (self->policy);
  g_free (self->share);
  g_free (self->seat);
  g_free (self->decided_by);
  g_free (self->first_claim);
  cadre_lists_clear (&self->holders);
  cadre_lists_clear (&self->claims_of_assignment);
  cadre_vector_clear (&self->judgements);
  cadre_vector_clear (&self->results);
  cadre_process_clear (self);
  cadre_vector_clear (&self->comparisons);
  cadre_vector_clear (&self->claims);
  cadre_vector_clear (&self->agreements);
}

static void
engine_clear (CadreEngine *self)
{
  clear_posts (self);
  clear_people (self);
  for (guint i = 0; i < self->n_policies; i++)
    g_clear_object (&self->policies[i]);
  g_free (self->policies);
  g_free (self->rules);
  g_clear_object (&self->effect);
  g_clear_object (&self->mapping);
  g_clear_object (&self->diff);
}

/* The engine works on the case as its log leaves it; the outcomes name the case
 * itself. */
static gboolean
take_effect (CadreEngine *self, GError **error)
{
  CadreCase *effect = cadre_case_take_effect (self->source, self->issues, self->cancellable, error);

  if (effect == NULL)
    return FALSE;

  self->source = self->effect = effect;
  return TRUE;
}

static void
engine_init (CadreEngine *self, CadreCase *source, CadreOutcomes *outcomes)
{
  memset (self, 0, sizeof (*self));
  self->source = source;
  self->outcomes = outcomes;
  self->texts = outcomes->texts;
  self->issues = cadre_issue_list_new (MAX_ISSUES);
  outcomes->issues = self->issues;
  outcomes->source = g_object_ref (source);
  self->remarks.size = sizeof (CadreRemark);
  self->grades.size = sizeof (CadreGradeRow);
  self->grade_links.size = sizeof (CadreGradeLink);
  self->judgements.size = sizeof (CadreJudgement);
  self->results.size = sizeof (CadreResultRow);
  self->comparisons.size = sizeof (CadreComparison);
  self->claims.size = sizeof (CadreClaimRow);
  self->agreements.size = sizeof (CadreAgreementRow);
  self->statements[0].size = self->statements[1].size = sizeof (CadreStatementRow);
}

/**
 * cadre_case_run:
 * @self: a #CadreCase
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Works out the outcomes of a case. The case is not changed, and the same case
 * gives the same outcomes.
 *
 * A case without a policy is %CADRE_MATCHING_ERROR_NO_POLICY. Whatever else is
 * wrong with its facts is in cadre_outcomes_get_issues().
 *
 * Takes time in proportion to the size of the structures and the number of
 * slotting-in claims and members of ring-fences, with a logarithm.
 *
 * Returns: (transfer full): the outcomes, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreOutcomes *
cadre_case_run (CadreCase *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreOutcomes) outcomes = NULL;
  g_autoptr (GError) failure = NULL;
  CadreEngine engine;
  CadreRun runs[2] = { { 0 }, { 0 } };
  gboolean ok = FALSE;

  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  outcomes = g_object_new (CADRE_TYPE_OUTCOMES, NULL);
  engine_init (&engine, self, outcomes);
  engine.cancellable = cancellable;
  ok = take_effect (&engine, &failure) && take_policies (&engine, &failure) &&
       take_structures (&engine, &failure) && compare (&engine, &failure) &&
       prepare (&engine, &failure) && run_readings (&engine, runs, &failure);

  if (ok)
    cadre_outcomes_take_decisions (outcomes, cadre_case_get_log (engine.source));
  cadre_run_clear (&runs[0]);
  cadre_run_clear (&runs[1]);
  engine_clear (&engine);
  if (ok)
    {
      cadre_issue_list_seal (outcomes->issues);
      return g_steal_pointer (&outcomes);
    }

  /* Where nobody says why, there was no memory. */
  if (failure == NULL)
    g_set_error_literal (&failure, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_MEMORY,
                         "There is not enough memory to work out the case");
  g_propagate_error (error, g_steal_pointer (&failure));
  return NULL;
}
