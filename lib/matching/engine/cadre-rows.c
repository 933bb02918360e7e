/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Rows of outcomes, for assignments and in general. */

#include "config.h"

#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-rows-private.h"

#include <string.h>

static gboolean
list_notes (CadreRowWriter *self)
{
  const CadreNote *notes = self->run->notes.data;
  CadreVector pairs = CADRE_VECTOR_INIT (guint32[2]);
  gboolean ok = TRUE;

  for (gsize i = 0; ok && i < self->run->notes.n; i++)
    {
      guint32 pair[2] = { notes[i].assignment, (guint32) i };

      ok = pair[0] == CADRE_NO_ROW || cadre_vector_push (&pairs, pair);
    }

  ok = ok && cadre_lists_init (&self->notes, self->engine->sides[CADRE_BEFORE].n_assignments,
                               pairs.data, pairs.n);
  cadre_vector_clear (&pairs);
  return ok;
}

static gboolean
list_results (CadreRowWriter *self)
{
  CadreVector pairs = CADRE_VECTOR_INIT (guint32[2]);
  gboolean ok = TRUE;

  for (guint32 i = 0; ok && i < self->engine->results.n; i++)
    {
      guint32 pair[2] = { cadre_run_result (self->run, i)->assignment, i };

      ok = cadre_vector_push (&pairs, pair);
    }

  ok = ok && cadre_lists_init (&self->results, self->engine->sides[CADRE_BEFORE].n_assignments,
                               pairs.data, pairs.n);
  cadre_vector_clear (&pairs);
  return ok;
}

gboolean
cadre_rows_init (CadreRowWriter *self, CadreRun *run)
{
  memset (self, 0, sizeof (*self));
  self->run = run;
  self->engine = run->engine;
  self->rows.size = sizeof (CadreOutcomeRow);
  self->reasons.size = sizeof (guint8);
  self->facts.size = sizeof (CadreFactRow);

  return list_notes (self) && list_results (self) && cadre_gap_read_declarations (self) &&
         cadre_managers_find (self);
}

void
cadre_rows_clear (CadreRowWriter *self)
{
  cadre_vector_clear (&self->rows);
  cadre_vector_clear (&self->reasons);
  cadre_vector_clear (&self->facts);
  cadre_lists_clear (&self->notes);
  cadre_lists_clear (&self->results);
  g_free (self->declared);
  g_free (self->declared_words);
  g_free (self->post_declared);
  g_free (self->post_words);
  g_free (self->is_occupied);
  g_free (self->nearest);
}

gboolean
cadre_rows_begin (CadreRowWriter *self, const CadreOutcomeRow *row)
{
  CadreOutcomeRow copy = *row;

  copy.first_reason = (guint32) self->reasons.n;
  copy.first_fact = (guint32) self->facts.n;
  copy.n_reasons = 0;
  copy.n_facts = 0;
  return cadre_vector_push (&self->rows, &copy);
}

CadreOutcomeRow *
cadre_rows_last (CadreRowWriter *self)
{
  return &cadre_vector_at (&self->rows, CadreOutcomeRow, self->rows.n - 1);
}

gboolean
cadre_rows_has_reason (CadreRowWriter *self, CadreReason reason)
{
  const CadreOutcomeRow *row = cadre_rows_last (self);
  const guint8 *reasons = (const guint8 *) self->reasons.data;

  return row->n_reasons > 0 &&
         memchr (reasons + row->first_reason, (int) reason, row->n_reasons) != NULL;
}

/* A reason is given once. */
gboolean
cadre_rows_reason (CadreRowWriter *self, CadreReason reason)
{
  guint8 code = (guint8) reason;

  if (cadre_rows_has_reason (self, reason))
    return TRUE;

  cadre_rows_last (self)->n_reasons++;
  return cadre_vector_push (&self->reasons, &code);
}

gboolean
cadre_rows_fact (CadreRowWriter *self, const char *name, const char *text)
{
  CadreFactRow fact = { name, text };

  if (text == NULL)
    return TRUE;

  cadre_rows_last (self)->n_facts++;
  return cadre_vector_push (&self->facts, &fact);
}

gboolean
cadre_rows_fact_copy (CadreRowWriter *self, const char *name, const char *text)
{
  return cadre_rows_fact (self, name, cadre_engine_keep (self->engine, text));
}

gboolean
cadre_rows_fact_number (CadreRowWriter *self, const char *name, gint64 number)
{
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, number);

  return cadre_rows_fact_copy (self, name, text);
}

gboolean
cadre_rows_fact_posts (CadreRowWriter *self,
                       const char *name,
                       guint side,
                       const guint32 *posts,
                       guint32 n)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint32 i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "",
                            cadre_side_post_id (&self->engine->sides[side], posts[i]));

  return n == 0 || cadre_rows_fact_copy (self, name, text->str);
}

/* Whether a reason is about a post that the person was given. */
static gboolean
is_of_slot (CadreReason reason)
{
  return reason == CADRE_REASON_CLAIM_UNIQUE || reason == CADRE_REASON_CLAIM_HOLDERS_FIT ||
         reason == CADRE_REASON_ROUTE_STATED || reason == CADRE_REASON_ROUTE_NONE;
}

/* Whoever leaves waits for nothing that a stage before it had left open; and what
 * was said of a post that somebody had is not true of the next one. */
static gboolean
is_past (const CadreRowWriter *self, guint32 assignment, guint32 note, CadreReason reason)
{
  return note < self->run->decision[assignment] &&
         (is_of_slot (reason) || (self->run->kind[assignment] == CADRE_OUTCOME_KIND_LEAVING &&
                                  cadre_reason_is_open (cadre_reason_code (reason))));
}

/* The notes that the outcome rests on come first; those of stages before it
 * follow. */
static gboolean
write_notes (CadreRowWriter *self, guint32 assignment)
{
  const CadreNote *notes = self->run->notes.data;
  guint32 decision = self->run->decision[assignment];
  guint32 n = 0;
  const guint32 *indexes = cadre_lists_get (&self->notes, assignment, &n);

  /* What leaves an outcome unresolved comes before what it would have been. */
  if (self->run->appeal[assignment] == CADRE_APPEAL_HOLD_NOT_STATED &&
      !cadre_rows_reason (self, CADRE_REASON_APPEAL_NOT_STATED))
    return FALSE;
  for (guint pass = 0; pass < 2; pass++)
    for (guint32 i = 0; i < n; i++)
      if ((indexes[i] >= decision) == (pass == 0) &&
          !is_past (self, assignment, indexes[i], (CadreReason) notes[indexes[i]].reason) &&
          !cadre_rows_reason (self, (CadreReason) notes[indexes[i]].reason))
        return FALSE;

  return TRUE;
}

static void
fill_declared (CadreRowWriter *self, guint32 assignment, CadreOutcomeRow *row)
{
  CadreEngine *engine = self->engine;
  CadreStanding standing = engine->standing[assignment];
  guint32 post = engine->post[assignment];
  guint32 same = post != CADRE_NO_ROW ? engine->same[post] : CADRE_NO_ROW;

  row->declared = self->declared[assignment];
  row->declared_words = self->declared_words[assignment];

  /* What is said of a post is said of its holders. */
  if (row->declared == CADRE_DECLARED_OUTCOME_UNKNOWN && same != CADRE_NO_ROW &&
      (standing == CADRE_STANDING_HOLDER || standing == CADRE_STANDING_DECIDED_OUTSIDE))
    {
      row->declared = self->post_declared[same];
      row->declared_words = self->post_words[same];
    }

  row->gap = (guint8) cadre_gap_find (row->declared, row->kind, row->stage);
}

static const char *
policy_name (const CadreEngine *self, gint32 policy)
{
  return policy >= 0 ? cadre_policy_get_name (self->policies[policy]) : NULL;
}

gboolean
cadre_rows_write_assignment (CadreRowWriter *self, guint32 assignment)
{
  CadreEngine *engine = self->engine;
  CadreRun *run = self->run;
  const CadreTables *tables = engine->sides[CADRE_BEFORE].tables;
  const CadreTable *table = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);
  CadreOutcomeRow row = { 0 };

  row.assignment = cadre_engine_assignment_id (engine, assignment);
  row.person =
    cadre_tables_text (tables, cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_PERSON, assignment));
  row.post_before = cadre_side_post_id (&engine->sides[CADRE_BEFORE], engine->post[assignment]);
  row.post_after = cadre_side_post_id (&engine->sides[CADRE_AFTER], run->post[assignment]);
  row.employer = cadre_engine_text (engine, engine->employer[assignment]);
  row.policy = policy_name (engine, engine->policy[assignment]);
  row.position = -1;
  row.subject = CADRE_OUTCOME_SUBJECT_ASSIGNMENT;
  row.kind = (guint8) cadre_run_kind (run, assignment);
  row.stage = run->stage[assignment];
  row.rung = run->rung[assignment];
  if (run->has_duty[assignment] != 0)
    row.duty_ends = cadre_process_duty_ends (engine, assignment);
  fill_declared (self, assignment, &row);

  return cadre_rows_begin (self, &row) && write_notes (self, assignment) &&
         cadre_explain_assignment (self, assignment);
}

static gboolean
write_assignments (CadreRowWriter *self, CadreOutcomes *outcomes)
{
  CadreEngine *engine = self->engine;
  guint32 n = engine->sides[CADRE_BEFORE].n_assignments;

  outcomes->of_assignment = g_try_new (guint32, (gsize) n + 1);
  if (outcomes->of_assignment == NULL)
    return FALSE;

  for (guint32 row = 0; row < n; row++)
    {
      outcomes->of_assignment[row] = CADRE_NO_ROW;
      if (engine->standing[row] == CADRE_STANDING_NOT_IN_FORCE)
        continue;
      outcomes->of_assignment[row] = (guint32) self->rows.n;
      if (!cadre_rows_write_assignment (self, row))
        return FALSE;
    }

  outcomes->n_assignments = (guint) self->rows.n;
  return TRUE;
}

static gboolean
write_positions (CadreRowWriter *self, CadreOutcomes *outcomes)
{
  outcomes->of_post = g_try_new0 (guint32, (gsize) self->engine->sides[CADRE_AFTER].n_posts + 1);
  outcomes->of_deleted_post =
    g_try_new0 (guint32, (gsize) self->engine->sides[CADRE_BEFORE].n_posts + 1);

  return outcomes->of_post != NULL && outcomes->of_deleted_post != NULL &&
         cadre_rows_write_positions (self, outcomes->of_post, outcomes->of_deleted_post);
}

/* Hands the rows over to the outcomes. */
static void
give_rows (CadreRowWriter *self, CadreOutcomes *outcomes)
{
  outcomes->rows = g_steal_pointer (&self->rows.data);
  outcomes->n_rows = (guint) self->rows.n;
  outcomes->reasons = g_steal_pointer (&self->reasons.data);
  outcomes->facts = g_steal_pointer (&self->facts.data);
  for (guint i = 0; i < outcomes->n_rows; i++)
    outcomes->counts[outcomes->rows[i].subject][outcomes->rows[i].kind]++;
}

gboolean
cadre_run_write (CadreRun *self)
{
  CadreRowWriter writer = { 0 };
  gboolean ok = cadre_rows_init (&writer, self) &&
                write_assignments (&writer, self->engine->outcomes) &&
                write_positions (&writer, self->engine->outcomes);

  if (ok)
    give_rows (&writer, self->engine->outcomes);
  cadre_rows_clear (&writer);
  return ok;
}

/* The outcomes of some assignments only, as objects. */
gboolean
cadre_run_write_some (CadreRun *self, const CadreVector *assignments, GPtrArray *outcomes)
{
  CadreRowWriter writer = { 0 };
  gboolean ok = cadre_rows_init (&writer, self);

  for (gsize i = 0; ok && i < assignments->n; i++)
    {
      const CadreOutcomeRow *row = NULL;

      ok = cadre_rows_write_assignment (&writer, cadre_vector_at (assignments, guint32, i));
      if (!ok)
        break;
      row = cadre_rows_last (&writer);
      g_ptr_array_add (outcomes,
                       cadre_outcome_new (row, (guint8 *) writer.reasons.data + row->first_reason,
                                          (CadreFactRow *) writer.facts.data + row->first_fact));
    }

  cadre_rows_clear (&writer);
  return ok;
}
