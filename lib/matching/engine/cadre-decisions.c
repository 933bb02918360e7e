/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What people have decided. An outcome is what the library proposes; final it is
 * only with a decision of the log, and one that differs from it gives a reason. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "matching/cadre-effect-private.h"
#include "matching/engine/cadre-engine-private.h"

#include <string.h>

static void
report (CadreOutcomes *self, guint event, const char *code, const char *message)
{
  cadre_effect_report (self->issues, event, code, message);
}

/* The row that a decision is about; CADRE_NO_ROW where there is none. */
static guint32
find_row (CadreOutcomes *self, CadreLogEntry *entry)
{
  guint32 row = CADRE_NO_ROW;

  if (entry->assignment == NULL)
    return cadre_outcomes_find_position_row (self, entry->post, (guint) entry->position);

  row = cadre_tables_find (cadre_structure_get_tables (self->before), CADRE_RECORD_KIND_ASSIGNMENT,
                           entry->assignment);
  return row < CADRE_AMBIGUOUS_ROW ? self->of_assignment[row] : CADRE_NO_ROW;
}

/* Nothing is proposed where something is open; then no decision differs. */
static gboolean
is_override (const CadreOutcomeRow *row, CadreLogEntry *entry)
{
  if (row->kind == CADRE_OUTCOME_KIND_UNRESOLVED || row->kind == CADRE_OUTCOME_KIND_TO_BE_CHECKED)
    return FALSE;
  if (row->kind != entry->outcome)
    return TRUE;

  return row->subject == CADRE_OUTCOME_SUBJECT_ASSIGNMENT && entry->post != NULL &&
         g_strcmp0 (entry->post, row->post_after) != 0;
}

static gboolean
has_reason (CadreLogEntry *entry)
{
  return entry->reason != NULL && *entry->reason != '\0';
}

/* Whether what is decided fills a post that, under the policy, waits for an appeal. */
static gboolean
waits_for_appeal (CadreOutcomes *self, const CadreOutcomeRow *row, CadreLogEntry *entry)
{
  const guint8 *reasons = self->reasons + row->first_reason;
  gboolean fills = row->subject == CADRE_OUTCOME_SUBJECT_ASSIGNMENT
                     ? !row->is_override
                     : entry->outcome == CADRE_OUTCOME_KIND_FILLED ||
                         entry->outcome == CADRE_OUTCOME_KIND_PART_FILLED;

  return fills && row->n_reasons > 0 &&
         memchr (reasons, CADRE_REASON_APPEAL_POST_WAITS, row->n_reasons) != NULL;
}

static void
take_decision (CadreOutcomes *self, guint event, CadreLogEntry *entry)
{
  const guint32 number = find_row (self, entry);
  CadreOutcomeRow *row = NULL;

  if (number >= self->n_rows)
    {
      report (self, event, "matching.decision.unknown",
              "The decision is about an assignment or a position that has no outcome");
      return;
    }

  row = &self->rows[number];
  row->decision = entry;
  row->is_override = is_override (row, entry);
  row->is_final = (!row->is_override || has_reason (entry)) && !waits_for_appeal (self, row, entry);
}

static void
report_not_final (CadreOutcomes *self, GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    {
      CadreLogEntry *entry = entries->pdata[i];
      const guint32 number =
        entry->kind == CADRE_LOG_KIND_DECISION ? find_row (self, entry) : CADRE_NO_ROW;

      if (number >= self->n_rows || self->rows[number].decision != entry ||
          self->rows[number].is_final)
        continue;
      if (self->rows[number].is_override && !has_reason (entry))
        report (self, i, "matching.decision.no-reason",
                "The decision differs from the outcome that is proposed, and gives no reason: "
                "it is not final");
      if (waits_for_appeal (self, &self->rows[number], entry))
        report (self, i, "matching.decision.appeal-open",
                "The decision fills a post about which an appeal is open, and under the policy the "
                "post waits: it is not final");
    }
}

/* The last grading of each post holds; a provisional one says no grade. */
static void
take_grading (CadreOutcomes *self, CadreLogEntry *entry)
{
  if (entry->grade_status == CADRE_GRADE_STATUS_PROVISIONAL)
    g_hash_table_remove (self->grades, entry->post);
  else
    g_hash_table_insert (self->grades, entry->post, entry->grade);
}

/* The last decision about each holds. */
void
cadre_outcomes_take_decisions (CadreOutcomes *self, CadreLog *log)
{
  GPtrArray *entries = log != NULL ? log->entries : NULL;

  if (entries == NULL)
    return;

  self->log = g_object_ref (log);
  self->grades = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < entries->len; i++)
    {
      CadreLogEntry *entry = entries->pdata[i];

      if (entry->kind == CADRE_LOG_KIND_DECISION)
        take_decision (self, i, entry);
      if (entry->kind == CADRE_LOG_KIND_GRADING)
        take_grading (self, entry);
    }
  report_not_final (self, entries);
}
