/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What people have decided. An outcome is what the library proposes; final it is
 * only with a decision of the log, and one that differs from it gives a reason. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "matching/cadre-effect-private.h"
#include "matching/engine/cadre-engine-private.h"

#include <string.h>

typedef struct
{
  CadreOutcomes *outcomes;
  GHashTable *waiting; /* the ids of posts that wait for an appeal; only looked up */
} Decisions;

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

static gboolean
waits (const CadreOutcomes *self, const CadreOutcomeRow *row)
{
  return row->n_reasons > 0 && memchr (self->reasons + row->first_reason,
                                       CADRE_REASON_APPEAL_POST_WAITS, row->n_reasons) != NULL;
}

/* The posts of which a position waits for an appeal. */
static GHashTable *
find_waiting (const CadreOutcomes *self)
{
  GHashTable *posts = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint row = self->n_assignments; row < self->n_rows; row++)
    if (self->rows[row].post_after != NULL && waits (self, &self->rows[row]))
      g_hash_table_add (posts, (gpointer) self->rows[row].post_after);

  return posts;
}

static gboolean
gives_a_post (CadreOutcomeKind kind)
{
  return kind == CADRE_OUTCOME_KIND_SLOTTED || kind == CADRE_OUTCOME_KIND_APPOINTED ||
         kind == CADRE_OUTCOME_KIND_OFFERED || kind == CADRE_OUTCOME_KIND_ON_TRIAL ||
         kind == CADRE_OUTCOME_KIND_REDEPLOYED;
}

/* Whether what is decided fills a post that, under the policy, waits for an appeal. Who is
 * proposed for a position that does not wait has it. */
static gboolean
waits_for_appeal (const Decisions *decisions, const CadreOutcomeRow *row, CadreLogEntry *entry)
{
  const CadreOutcomes *self = decisions->outcomes;
  const char *post = entry->post != NULL ? entry->post : row->post_after;

  if (row->subject != CADRE_OUTCOME_SUBJECT_ASSIGNMENT)
    return (entry->outcome == CADRE_OUTCOME_KIND_FILLED ||
            entry->outcome == CADRE_OUTCOME_KIND_PART_FILLED) &&
           waits (self, row);
  if (!row->is_override && row->kind == entry->outcome)
    return waits (self, row);

  return gives_a_post (entry->outcome) && post != NULL &&
         g_hash_table_contains (decisions->waiting, post);
}

static void
take_decision (const Decisions *decisions, guint event, CadreLogEntry *entry)
{
  CadreOutcomes *self = decisions->outcomes;
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
  row->is_final =
    (!row->is_override || has_reason (entry)) && !waits_for_appeal (decisions, row, entry);
}

static void
report_not_final (const Decisions *decisions, GPtrArray *entries)
{
  CadreOutcomes *self = decisions->outcomes;

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
      if (waits_for_appeal (decisions, &self->rows[number], entry))
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
  g_autoptr (GHashTable) waiting = NULL;
  Decisions decisions = { self, NULL };

  if (entries == NULL)
    return;

  waiting = find_waiting (self);
  decisions.waiting = waiting;
  self->log = g_object_ref (log);
  self->grades = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < entries->len; i++)
    {
      CadreLogEntry *entry = entries->pdata[i];

      if (entry->kind == CADRE_LOG_KIND_DECISION)
        take_decision (&decisions, i, entry);
      if (entry->kind == CADRE_LOG_KIND_GRADING)
        take_grading (self, entry);
    }
  report_not_final (&decisions, entries);
}
