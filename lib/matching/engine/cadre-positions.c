/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The outcome of each position. */

#include "config.h"

#include "matching/engine/cadre-seats-private.h"

/* What a position comes to, before it is written. */
typedef struct
{
  CadreOutcomeKind kind;
  CadreStage stage;
  CadreReason reasons[5];
  guint n_reasons;
  guint32 assignment; /* who fills it, or CADRE_NO_ROW */
} Position;

static void
add_reason (Position *position, CadreReason reason)
{
  if (position->n_reasons < G_N_ELEMENTS (position->reasons))
    position->reasons[position->n_reasons++] = reason;
}

static CadreReason
reason_of_placing (const CadreRun *self, guint32 assignment)
{
  const CadreNote *notes = self->notes.data;

  return (CadreReason) notes[self->decision[assignment]].reason;
}

static Position
fill_placed (const CadreSeats *seats, guint32 assignment)
{
  const CadreRun *self = seats->writer->run;
  Position position = { CADRE_OUTCOME_KIND_FILLED, self->stage[assignment], { 0 }, 0, assignment };

  if (self->kind[assignment] == CADRE_OUTCOME_KIND_ON_TRIAL)
    {
      position.kind = CADRE_OUTCOME_KIND_HELD;
      add_reason (&position, CADRE_REASON_POSITION_TRIAL);
      return position;
    }
  if (self->appeal[assignment] != CADRE_APPEAL_HOLD_NONE)
    position.kind = CADRE_OUTCOME_KIND_HELD;
  else if (cadre_seats_is_part_filled (seats, assignment))
    position.kind = CADRE_OUTCOME_KIND_PART_FILLED;
  add_reason (&position, reason_of_placing (self, assignment));
  return position;
}

/* Why a position is kept back for a live claim of somebody. */
static CadreReason
reason_of_holding (const CadreRun *self, guint32 row)
{
  if (cadre_run_is_placed (self, row))
    return CADRE_REASON_POSITION_CLAIM_GONE;
  if (self->is_decided[row] && self->kind[row] == CADRE_OUTCOME_KIND_OFFERED)
    return CADRE_REASON_POSITION_OFFER;
  if (self->is_decided[row] && self->kind[row] == CADRE_OUTCOME_KIND_UNRESOLVED)
    return CADRE_REASON_POSITION_CLAIM_UNRESOLVED;

  return CADRE_REASON_POSITION_CLAIM_TO_BE_CHECKED;
}

/* Why positions are kept back. That a claim has gone is said where it was the
 * only one. */
static void
add_held_reasons (const CadreRun *self, guint32 post, Position *position)
{
  static const CadreReason order[] = { CADRE_REASON_POSITION_OFFER,
                                       CADRE_REASON_POSITION_CLAIM_UNRESOLVED,
                                       CADRE_REASON_POSITION_CLAIM_TO_BE_CHECKED };
  const CadreEngine *engine = self->engine;
  gboolean has[G_N_ELEMENTS (order)] = { FALSE };

  for (guint32 i = engine->first_claim[post]; i < engine->first_claim[post + 1]; i++)
    for (guint k = 0; k < G_N_ELEMENTS (order); k++)
      has[k] =
        has[k] || (cadre_run_state (self, i) == CADRE_CLAIM_STATE_LIVE &&
                   reason_of_holding (self, cadre_run_claim (self, i)->assignment) == order[k]);

  has[0] = has[0] || self->is_offered[post] || self->n_bumps[post] > 0;
  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    if (has[k])
      add_reason (position, order[k]);
  if (position->n_reasons == 0)
    add_reason (position, CADRE_REASON_POSITION_CLAIM_GONE);
}

static gboolean
is_declared_slot (const CadreRowWriter *self, guint32 post)
{
  const CadreEngine *engine = self->engine;

  return self->post_declared[post] == CADRE_DECLARED_OUTCOME_SLOTTING_IN &&
         engine->first_claim[post] == engine->first_claim[post + 1];
}

/* A position that is to be filled and nobody is in; @held of them are kept
 * back. */
static Position
fill_open (const CadreRowWriter *self, guint32 post, gboolean is_held)
{
  const CadreRun *run = self->run;
  Position position = { CADRE_OUTCOME_KIND_HELD, CADRE_STAGE_SLOTTING_IN, { 0 }, 0, CADRE_NO_ROW };

  if (is_held)
    {
      add_held_reasons (run, post, &position);
      if (run->is_offered_last[post] && position.n_reasons == 1)
        position.stage = CADRE_STAGE_WIDER_COMPETITION;
      return position;
    }

  if (run->fence[post] != CADRE_NO_ROW && !run->is_exhausted[post])
    {
      position.kind = CADRE_OUTCOME_KIND_CONTESTED;
      position.stage = CADRE_STAGE_LIMITED_COMPETITION;
      add_reason (&position, cadre_run_is_enough (run, cadre_run_fence (run, run->fence[post]))
                               ? CADRE_REASON_POSITION_ENOUGH
                               : CADRE_REASON_POSITION_CONTESTED);
      if (cadre_run_fence (run, run->fence[post])->n_members == 1)
        add_reason (&position, CADRE_REASON_RING_FENCE_SINGLE);
      if (cadre_run_has_equal_access (run, post))
        add_reason (&position, CADRE_REASON_POSITION_EQUAL_ACCESS);
    }
  else
    {
      position.kind = CADRE_OUTCOME_KIND_WIDER_COMPETITION;
      position.stage = CADRE_STAGE_WIDER_COMPETITION;
      add_reason (&position, run->is_exhausted[post] ? CADRE_REASON_RING_FENCE_EXHAUSTED
                                                     : CADRE_REASON_RING_FENCE_EMPTY);
    }
  if (is_declared_slot (self, post))
    add_reason (&position, CADRE_REASON_POSITION_DECLARED_SLOT_WITHOUT_HOLDER);
  if (run->engine->came_from[post] == CADRE_NO_ROW)
    add_reason (&position, CADRE_REASON_POST_CREATED);
  else if (run->engine->place[post] == CADRE_PLACE_KEPT)
    {
      if (run->engine->n_freed[post] > 0)
        add_reason (&position, CADRE_REASON_POSITION_HOLDER_LEAVES);
      if (run->engine->n_open[post] > 0)
        add_reason (&position, CADRE_REASON_POSITION_ADDITIONAL);
    }

  return position;
}

static gboolean
has_vacated (const CadreRun *self, guint32 before)
{
  guint32 n = 0;
  const guint32 *rows =
    cadre_backward_get (&self->engine->sides[CADRE_BEFORE].index->assignments_of_post, before, &n);

  for (guint32 i = 0; i < n; i++)
    if (self->is_vacating[rows[i]])
      return TRUE;

  return FALSE;
}

/* A position of a post that goes on, which is no additional one. */
static Position
fill_kept (const CadreSeats *seats, guint32 post, guint32 assignment)
{
  const CadreRun *self = seats->writer->run;
  const CadreEngine *engine = self->engine;
  guint32 before = engine->came_from[post];
  gboolean is_unchanged = engine->fate[before] == CADRE_FATE_UNCHANGED &&
                          (engine->post_flags[before] & CADRE_POST_OVER_HELD) == 0;
  Position position = { is_unchanged ? CADRE_OUTCOME_KIND_UNCHANGED : CADRE_OUTCOME_KIND_AFFECTED,
                        CADRE_STAGE_NONE,
                        { 0 },
                        0,
                        assignment };

  if (assignment == CADRE_NO_ROW && has_vacated (self, before))
    {
      position.kind = CADRE_OUTCOME_KIND_WIDER_COMPETITION;
      position.stage = CADRE_STAGE_WIDER_COMPETITION;
      add_reason (&position, CADRE_REASON_POSITION_HOLDER_LEAVES);
      return position;
    }

  add_reason (&position, (engine->post_flags[before] & CADRE_POST_CONTRADICTED) != 0
                           ? CADRE_REASON_POST_DECLARED_UNCHANGED
                         : engine->fate[before] == CADRE_FATE_UNCHANGED
                           ? CADRE_REASON_POST_UNCHANGED
                           : CADRE_REASON_POST_CHANGED);
  if (assignment == CADRE_NO_ROW)
    add_reason (&position, seats->is_unsaid ? CADRE_REASON_POSITION_SEVERAL_HOLDERS
                                            : CADRE_REASON_POSITION_NO_HOLDER);
  else if (engine->standing[assignment] == CADRE_STANDING_LEAVING ||
           engine->standing[assignment] == CADRE_STANDING_ENDING ||
           engine->standing[assignment] == CADRE_STANDING_RELEASED ||
           cadre_run_has_left (self, assignment))
    add_reason (&position, CADRE_REASON_POSITION_HOLDER_LEAVES);
  else
    add_reason (&position, CADRE_REASON_POSITION_HOLDER_STAYS);
  if (assignment != CADRE_NO_ROW && cadre_seats_is_part_filled (seats, assignment))
    position.kind = CADRE_OUTCOME_KIND_PART_FILLED;

  return position;
}

static Position
fill_plain (CadreOutcomeKind kind, CadreReason reason, guint32 assignment)
{
  Position position = { kind, CADRE_STAGE_NONE, { reason }, 1, assignment };

  return position;
}

static Position
fill_pool (void)
{
  Position position = { CADRE_OUTCOME_KIND_CONTESTED,
                        CADRE_STAGE_LIMITED_COMPETITION,
                        { CADRE_REASON_POOL_SELECTION },
                        1,
                        CADRE_NO_ROW };

  return position;
}

/* What the position comes to in which @assignment is. @n_open counts down the
 * open positions that are left, @n_held those of them that are held. */
static Position
find_position (const CadreSeats *seats,
               guint32 post,
               guint32 assignment,
               gint32 *n_open,
               gint32 *n_held)
{
  const CadreRowWriter *self = seats->writer;
  const CadreRun *run = self->run;
  const CadreEngine *engine = run->engine;

  switch ((CadrePlace) engine->place[post])
    {
    case CADRE_PLACE_NOT_COVERED:
      return fill_plain (CADRE_OUTCOME_KIND_OUT_OF_SCOPE, CADRE_REASON_SCOPE_NOT_COVERED,
                         assignment);
    case CADRE_PLACE_DEFERRED:
      return fill_plain (CADRE_OUTCOME_KIND_DEFERRED, CADRE_REASON_POST_DEFERRED, assignment);
    case CADRE_PLACE_DELETED:
      return fill_plain (CADRE_OUTCOME_KIND_DELETED, CADRE_REASON_POST_DELETED, CADRE_NO_ROW);
    case CADRE_PLACE_OUTSIDE:
    case CADRE_PLACE_KEPT:
    case CADRE_PLACE_OPEN:
    default:
      break;
    }

  if (assignment != CADRE_NO_ROW && cadre_run_is_placed (run, assignment))
    return fill_placed (seats, assignment);
  if (cadre_seats_is_pool (run, post))
    return fill_pool ();
  if (engine->place[post] == CADRE_PLACE_KEPT && (assignment != CADRE_NO_ROW || *n_open <= 0))
    return fill_kept (seats, post, assignment);

  --*n_open;
  return fill_open (self, post, (*n_held)-- > 0);
}

static gboolean
explain_position (CadreRowWriter *self, guint32 post, const Position *position)
{
  static const char *const names[2] = { "tier-after", "grade-after" };
  CadreRun *run = self->run;
  CadreEngine *engine = self->engine;
  guint32 n_predecessors = 0;
  const guint32 *predecessors = cadre_lists_get (&engine->predecessors, post, &n_predecessors);
  guint32 fence = run->fence[post];
  gint64 n_claimants = 0;

  for (guint32 i = engine->first_claim[post]; i < engine->first_claim[post + 1]; i++)
    n_claimants += run->state[i] == CADRE_CLAIM_STATE_LIVE;

  if (!cadre_explain_level (self, CADRE_AFTER, post, names) ||
      !cadre_rows_fact_number (self, "positions", engine->n_positions[post]) ||
      !cadre_rows_fact_posts (self, "predecessors", CADRE_BEFORE, predecessors, n_predecessors) ||
      (engine->came_from[post] != CADRE_NO_ROW &&
       !cadre_explain_continuing (self, engine->came_from[post])))
    return FALSE;
  if (engine->place[post] == CADRE_PLACE_DEFERRED &&
      !cadre_explain_deferral (self, engine->came_from[post], post))
    return FALSE;
  if (n_claimants > 0 && !cadre_rows_fact_number (self, "claimants", n_claimants))
    return FALSE;
  if (!cadre_explain_stated (self, post, position->kind))
    return FALSE;
  if (position->kind != CADRE_OUTCOME_KIND_CONTESTED || fence == CADRE_NO_ROW)
    return TRUE;

  return cadre_rows_fact_number (self, "candidates", cadre_run_fence (run, fence)->n_unplaced) &&
         cadre_rows_fact_posts (self, "ring-fence-posts", CADRE_AFTER,
                                (const guint32 *) run->fence_posts.data +
                                  cadre_run_fence (run, fence)->first_post,
                                cadre_run_fence (run, fence)->n_posts);
}

static void
fill_person (CadreRowWriter *self, guint32 assignment, CadreOutcomeRow *row)
{
  const CadreTables *tables = self->engine->sides[CADRE_BEFORE].tables;
  const CadreTable *table = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);

  if (assignment == CADRE_NO_ROW)
    return;

  row->assignment = cadre_engine_assignment_id (self->engine, assignment);
  row->person =
    cadre_tables_text (tables, cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_PERSON, assignment));
}

static gint32
find_policy (const CadreEngine *self, const CadrePolicy *policy)
{
  for (guint i = 0; i < self->n_policies; i++)
    if (self->policies[i] == policy)
      return (gint32) i;

  return -1;
}

/* Whoever fills a position of the post, members appoint. */
static gboolean
explain_members (CadreRowWriter *self, guint32 post, CadrePolicy *policy, const Position *position)
{
  gboolean is_filled = position->stage != CADRE_STAGE_NONE &&
                       position->kind != CADRE_OUTCOME_KIND_DEFERRED &&
                       position->kind != CADRE_OUTCOME_KIND_DELETED;

  return !is_filled || policy == NULL ||
         cadre_engine_is_senior (self->engine, post,
                                 cadre_policy_get_rules (policy)->senior_by_members) !=
           CADRE_TRUTH_TRUE ||
         cadre_rows_reason (self, CADRE_REASON_SENIOR_MEMBERS_APPOINT);
}

/* A position that nobody is in yet waits for an appeal about the post, and so does one
 * whose holder does. */
static gboolean
explain_appeal (CadreRowWriter *self, guint32 post, const Position *position)
{
  const CadreRun *run = self->run;
  gboolean is_free = position->kind == CADRE_OUTCOME_KIND_WIDER_COMPETITION ||
                     position->kind == CADRE_OUTCOME_KIND_CONTESTED ||
                     position->kind == CADRE_OUTCOME_KIND_HELD;
  CadreAppealHold hold = position->assignment != CADRE_NO_ROW
                           ? (CadreAppealHold) run->appeal[position->assignment]
                         : is_free ? cadre_run_appeal_hold (run, post)
                                   : CADRE_APPEAL_HOLD_NONE;

  return hold == CADRE_APPEAL_HOLD_NONE || cadre_rows_reason (self, cadre_appeal_reason (hold));
}

static gboolean
write_position (CadreSeats *self, guint32 post, int number, const Position *position)
{
  CadreRowWriter *writer = self->writer;
  CadreEngine *engine = writer->engine;
  const CadreSide *after = &engine->sides[CADRE_AFTER];
  CadrePolicy *policy = NULL;
  CadreOutcomeRow row = { 0 };

  fill_person (writer, position->assignment, &row);
  row.post_before = cadre_side_post_id (&engine->sides[CADRE_BEFORE], engine->came_from[post]);
  row.post_after = cadre_side_post_id (after, post);
  row.employer =
    cadre_tables_text (after->tables,
                       cadre_table_code (cadre_tables_get (after->tables, CADRE_RECORD_KIND_POST),
                                         CADRE_FIELD_POST_EMPLOYER, post));
  policy = cadre_case_get_policy (engine->source, row.employer);
  row.policy = policy != NULL ? cadre_policy_get_name (policy) : NULL;
  row.position = number;
  row.subject = CADRE_OUTCOME_SUBJECT_POSITION;
  row.kind = (guint8) position->kind;
  row.stage = (guint8) position->stage;
  row.declared = writer->post_declared[post];
  row.declared_words = writer->post_words[post];
  row.gap = (guint8) cadre_gap_find (row.declared, row.kind, row.stage);

  if (!cadre_rows_begin (writer, &row))
    return FALSE;
  for (guint i = 0; i < position->n_reasons; i++)
    if (!cadre_rows_reason (writer, position->reasons[i]))
      return FALSE;
  if (!cadre_managers_explain (writer, post, find_policy (engine, policy)) ||
      !explain_members (writer, post, policy, position) ||
      !explain_appeal (writer, post, position) ||
      (position->kind == CADRE_OUTCOME_KIND_WIDER_COMPETITION &&
       !cadre_explain_opening (writer, post)))
    return FALSE;
  if (number == 0 && !cadre_rows_reason (writer, CADRE_REASON_POSITION_NUMBER_UNKNOWN))
    return FALSE;

  return cadre_seats_explain_sharers (self, position->assignment) &&
         explain_position (writer, post, position);
}

/* A post that does not say how many positions it has gives one row, for all. */
static gboolean
write_post (CadreSeats *self, guint32 post)
{
  const CadreRun *run = self->writer->run;
  const CadreEngine *engine = run->engine;
  gint32 n = engine->n_positions[post];
  gint32 n_held = n < 0 ? run->n_held[post] > 0 || run->n_unknown[post] + run->n_true[post] > 0
                        : run->n_held[post];
  gint32 n_open = MAX (cadre_run_n_open (run, post) - run->n_filled[post], 0);

  if (!cadre_seats_find (self, post, n < 0 ? 1 : (guint32) n, (guint32) n_open))
    return FALSE;

  for (guint32 i = 0; i < self->n_positions; i++)
    {
      Position position = find_position (self, post, self->positions[i], &n_open, &n_held);

      if (!write_position (self, post, n < 0 ? 0 : (int) i + 1, &position))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_deleted_post (CadreSeats *self, guint32 post)
{
  CadreRowWriter *writer = self->writer;
  const CadreSide *before = &writer->engine->sides[CADRE_BEFORE];
  const CadreTable *posts = cadre_tables_get (before->tables, CADRE_RECORD_KIND_POST);
  int n = cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT, post);
  CadreFate fate = writer->engine->fate[post];
  CadreReason reason = fate == CADRE_FATE_MERGED  ? CADRE_REASON_POST_MERGED
                       : fate == CADRE_FATE_SPLIT ? CADRE_REASON_POST_SPLIT
                                                  : CADRE_REASON_POST_DELETED;
  CadreOutcomeRow row = { 0 };
  guint32 n_successors = 0;
  const guint32 *successors = cadre_lists_get (&writer->engine->successors, post, &n_successors);

  row.post_before = cadre_side_post_id (before, post);
  row.employer =
    cadre_tables_text (before->tables, cadre_table_code (posts, CADRE_FIELD_POST_EMPLOYER, post));
  row.subject = CADRE_OUTCOME_SUBJECT_POSITION;
  row.kind = CADRE_OUTCOME_KIND_DELETED;
  for (int i = n < 0 ? 0 : 1; i <= MAX (n, 0); i++)
    {
      row.position = i;
      if (!cadre_rows_begin (writer, &row) || !cadre_rows_reason (writer, reason) ||
          !cadre_rows_fact_posts (writer, "successors", CADRE_AFTER, successors, n_successors))
        return FALSE;
    }

  return TRUE;
}

/* A post that is listed after, and declared deleted, is written there. */
static gboolean
is_deleted (const CadreEngine *self, guint32 post)
{
  return self->same[post] == CADRE_NO_ROW &&
         (self->fate[post] == CADRE_FATE_GONE || self->fate[post] == CADRE_FATE_MERGED ||
          self->fate[post] == CADRE_FATE_SPLIT);
}

static gboolean
write_all (CadreSeats *self, guint32 *of_post, guint32 *of_deleted)
{
  CadreRowWriter *writer = self->writer;
  const CadreEngine *engine = writer->engine;
  guint32 n = engine->sides[CADRE_AFTER].n_posts;
  guint32 n_before = engine->sides[CADRE_BEFORE].n_posts;

  for (guint32 post = 0; post < n; post++)
    {
      of_post[post] = (guint32) writer->rows.n;
      if (engine->place[post] != CADRE_PLACE_OUTSIDE && !write_post (self, post))
        return FALSE;
    }
  of_post[n] = (guint32) writer->rows.n;

  for (guint32 post = 0; post < n_before; post++)
    {
      of_deleted[post] = (guint32) writer->rows.n;
      if (is_deleted (engine, post) && !write_deleted_post (self, post))
        return FALSE;
    }
  of_deleted[n_before] = (guint32) writer->rows.n;
  return TRUE;
}

gboolean
cadre_rows_write_positions (CadreRowWriter *self, guint32 *of_post, guint32 *of_deleted)
{
  CadreSeats seats = { 0 };
  gboolean ok = cadre_seats_init (&seats, self) && write_all (&seats, of_post, of_deleted);

  cadre_seats_clear (&seats);
  return ok;
}
