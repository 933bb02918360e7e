/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who is in which position.
 *
 * Whoever alone names a position is in it; the others take the lowest that are
 * free, in the order of their ids. Where there are too few for all of them it
 * is not said who is in which. Sharers of a position take one, and so
 * do holders who name the same. Who is in the
 * post for a time only takes none that is to be filled. */

#include "config.h"

#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-seats-private.h"

#include <stdlib.h>
#include <string.h>

/* What gives somebody a position, the stronger first. */
typedef enum
{
  RANK_PLACED,
  RANK_HOLDER,
  RANK_FOR_A_TIME,
  N_RANKS
} Rank;

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_sharers (gconstpointer a, gconstpointer b)
{
  const CadreOccupant *x = a;
  const CadreOccupant *y = b;
  int order = compare_numbers (x->post, y->post);

  if (order == 0)
    order = compare_numbers (x->share, y->share);
  if (order == 0)
    order = compare_numbers (x->rank, y->rank);
  if (order == 0)
    order = compare_numbers (x->stage, y->stage);
  if (order == 0)
    order = compare_numbers (x->kind, y->kind);
  return order != 0 ? order : compare_numbers (x->assignment, y->assignment);
}

/* Those who name one position stand together. */
static int
compare_occupants (gconstpointer a, gconstpointer b)
{
  const CadreOccupant *x = a;
  const CadreOccupant *y = b;
  int order = compare_numbers (x->post, y->post);

  if (order == 0)
    order = compare_numbers (x->rank, y->rank);
  if (order == 0)
    order = compare_numbers (x->position, y->position);
  return order != 0 ? order : compare_numbers (x->assignment, y->assignment);
}

static Rank
find_rank (const CadreRun *run, guint32 row)
{
  CadreStanding standing = run->engine->standing[row];

  if (cadre_run_is_placed (run, row))
    return RANK_PLACED;

  if (cadre_run_leaves_late (run, row))
    return RANK_FOR_A_TIME;

  return standing == CADRE_STANDING_HOLDER || standing == CADRE_STANDING_DECIDED_OUTSIDE ||
             standing == CADRE_STANDING_NOT_COVERED || standing == CADRE_STANDING_NO_POLICY
           ? RANK_HOLDER
           : RANK_FOR_A_TIME;
}

guint32
cadre_rows_post_of (const CadreRowWriter *self, guint32 row, gint32 *position)
{
  const CadreRun *run = self->run;
  const CadreEngine *engine = self->engine;
  const CadreTable *table =
    cadre_tables_get (engine->sides[CADRE_BEFORE].tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 post = engine->post[row];
  guint32 same = post != CADRE_NO_ROW ? engine->same[post] : CADRE_NO_ROW;

  if (cadre_run_is_placed (run, row))
    {
      *position = run->position[row];
      return run->post[row];
    }

  *position = cadre_table_integer (table, CADRE_FIELD_ASSIGNMENT_POSITION, row);
  if (same == CADRE_NO_ROW || run->is_refused[row] ||
      engine->standing[row] == CADRE_STANDING_NOT_IN_FORCE ||
      (engine->standing[row] == CADRE_STANDING_RELEASED &&
       !engine->process->releases[row].is_untied) ||
      engine->standing[row] == CADRE_STANDING_MOVED)
    return CADRE_NO_ROW;

  return engine->place[same] == CADRE_PLACE_KEPT || engine->place[same] == CADRE_PLACE_DEFERRED ||
             engine->place[same] == CADRE_PLACE_NOT_COVERED
           ? same
           : CADRE_NO_ROW;
}

gboolean
cadre_seats_is_pool (const CadreRun *run, guint32 post)
{
  const CadreEngine *engine = run->engine;

  return engine->place[post] == CADRE_PLACE_KEPT &&
         (engine->post_flags[engine->came_from[post]] & CADRE_POST_POOL) != 0;
}

/* Who is in the position of both: where all who name a position name one, that
 * one. */
static gint32
unite_positions (gint32 position, gint32 other)
{
  if (position < 0 || position == other)
    return other;

  return other < 0 ? position : 0;
}

/* Whether two share a position: not where a stage has placed one of them only, or
 * has placed them one after the other, or by an offer and by a result. */
static gboolean
are_together (const CadreOccupant *a, const CadreOccupant *b)
{
  return a->post == b->post && a->share == b->share && a->rank == b->rank && a->stage == b->stage &&
         a->kind == b->kind;
}

/* One occupant for those who share a position. */
static gboolean
unite_sharers (CadreSeats *self)
{
  CadreVector pairs = CADRE_VECTOR_INIT (guint32[2]);
  gboolean ok = TRUE;
  gsize n = 0;

  if (self->n_occupants > 0)
    qsort (self->occupants, self->n_occupants, sizeof (CadreOccupant), compare_sharers);
  for (gsize i = 0; ok && i < self->n_occupants; i++)
    {
      const CadreOccupant *row = &self->occupants[i];
      CadreOccupant *first = n > 0 ? &self->occupants[n - 1] : NULL;

      if (first != NULL && are_together (first, row))
        {
          guint32 pair[2] = { first->assignment, row->assignment };

          first->position = unite_positions (first->position, row->position);
          ok = cadre_vector_push (&pairs, pair);
        }
      else
        self->occupants[n++] = *row;
    }
  self->n_occupants = n;

  ok =
    ok && cadre_lists_init (&self->sharers, self->writer->engine->sides[CADRE_BEFORE].n_assignments,
                            pairs.data, pairs.n);
  cadre_vector_clear (&pairs);
  return ok;
}

/* Somebody as an occupant; the post is CADRE_NO_ROW where it is none. Who holds a
 * position together keeps it together; who is placed elsewhere shares a position
 * only by sharing the job. */
static CadreOccupant
find_occupant (CadreSeats *self, guint32 row)
{
  CadreRun *run = self->writer->run;
  const CadreEngine *engine = run->engine;
  Rank rank = find_rank (run, row);
  CadreOccupant occupant = { CADRE_NO_ROW, -1, engine->share[row], row, (guint8) rank, 0, 0 };
  gboolean is_pool = FALSE;

  occupant.post = cadre_rows_post_of (self->writer, row, &occupant.position);
  if (occupant.post == CADRE_NO_ROW)
    return occupant;

  is_pool = cadre_seats_is_pool (run, occupant.post);
  if (rank == RANK_PLACED)
    {
      occupant.stage = run->stage[row];
      occupant.kind = run->kind[row];
    }
  if (rank == RANK_HOLDER || (is_pool && engine->post[row] == engine->came_from[occupant.post]))
    occupant.share = engine->seat[row];
  if (is_pool && rank != RANK_PLACED)
    occupant.post = CADRE_NO_ROW;

  return occupant;
}

static gboolean
list_occupants (CadreSeats *self)
{
  guint32 n = self->writer->engine->sides[CADRE_BEFORE].n_assignments;

  self->occupants = g_try_new (CadreOccupant, (gsize) n + 1);
  for (guint32 row = 0; self->occupants != NULL && row < n; row++)
    {
      CadreOccupant occupant = find_occupant (self, row);

      if (occupant.post != CADRE_NO_ROW)
        self->occupants[self->n_occupants++] = occupant;
    }

  return self->occupants != NULL && unite_sharers (self);
}

static gboolean
index_occupants (CadreSeats *self)
{
  guint32 n_posts = self->writer->engine->sides[CADRE_AFTER].n_posts;

  self->first = g_try_new0 (guint32, (gsize) n_posts + 1);
  if (self->first == NULL)
    return FALSE;

  if (self->n_occupants > 0)
    qsort (self->occupants, self->n_occupants, sizeof (CadreOccupant), compare_occupants);
  for (gsize i = 0; i < self->n_occupants; i++)
    self->first[self->occupants[i].post + 1]++;
  for (guint32 post = 0; post < n_posts; post++)
    self->first[post + 1] += self->first[post];
  return TRUE;
}

static const CadreTable *
get_assignments (const CadreSeats *self)
{
  return cadre_tables_get (self->writer->engine->sides[CADRE_BEFORE].tables,
                           CADRE_RECORD_KIND_ASSIGNMENT);
}

static int
compare_leavers (gconstpointer a, gconstpointer b)
{
  const guint32 *x = a;
  const guint32 *y = b;
  int order = compare_numbers (x[0], y[0]);

  return order != 0 ? order : compare_numbers (x[1], y[1]);
}

static gboolean
list_leavers (CadreSeats *self)
{
  const CadreEngine *engine = self->writer->engine;
  const CadreTable *table = get_assignments (self);

  for (guint32 row = 0; row < table->n_rows; row++)
    {
      guint32 leaver[2] = { engine->post[row],
                            cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_JOB_SHARE, row) };

      if ((engine->standing[row] == CADRE_STANDING_LEAVING ||
           engine->standing[row] == CADRE_STANDING_ENDING ||
           engine->standing[row] == CADRE_STANDING_RELEASED ||
           cadre_run_leaves_late (self->writer->run, row)) &&
          leaver[1] > CADRE_STRING_NONE && !cadre_vector_push (&self->leavers, leaver))
        return FALSE;
    }

  if (self->leavers.n > 0)
    qsort (self->leavers.data, self->leavers.n, sizeof (guint32[2]), compare_leavers);
  return TRUE;
}

/* Whether somebody leaves who shares the job with an assignment. */
static gboolean
has_leaver (const CadreSeats *self, guint32 assignment)
{
  const CadreEngine *engine = self->writer->engine;
  guint32 key[2] = { engine->post[assignment],
                     cadre_table_code (get_assignments (self), CADRE_FIELD_ASSIGNMENT_JOB_SHARE,
                                       assignment) };

  return engine->standing[assignment] == CADRE_STANDING_HOLDER && key[1] > CADRE_STRING_NONE &&
         self->leavers.n > 0 &&
         bsearch (key, self->leavers.data, self->leavers.n, sizeof (guint32[2]), compare_leavers) !=
           NULL;
}

gboolean
cadre_seats_is_part_filled (const CadreSeats *self, guint32 assignment)
{
  guint32 n = 0;
  const guint32 *rows = cadre_lists_get (&self->sharers, assignment, &n);
  gboolean found = has_leaver (self, assignment);

  for (guint32 i = 0; !found && i < n; i++)
    found = has_leaver (self, rows[i]);

  return found;
}

gboolean
cadre_seats_explain_sharers (const CadreSeats *self, guint32 assignment)
{
  const CadreEngine *engine = self->writer->engine;
  g_autoptr (GString) text = NULL;
  guint32 n = 0;
  const guint32 *rows =
    assignment != CADRE_NO_ROW ? cadre_lists_get (&self->sharers, assignment, &n) : NULL;

  if (n == 0)
    return TRUE;

  text = g_string_new (cadre_engine_assignment_id (engine, assignment));
  for (guint32 i = 0; i < n; i++)
    g_string_append_printf (text, ", %s", cadre_engine_assignment_id (engine, rows[i]));
  return cadre_rows_fact_copy (self->writer, "sharers", text->str);
}

gboolean
cadre_seats_init (CadreSeats *self, CadreRowWriter *writer)
{
  memset (self, 0, sizeof (*self));
  self->writer = writer;
  self->leavers.size = sizeof (guint32[2]);
  return list_occupants (self) && index_occupants (self) && list_leavers (self);
}

void
cadre_seats_clear (CadreSeats *self)
{
  g_free (self->occupants);
  g_free (self->first);
  g_free (self->positions);
  cadre_lists_clear (&self->sharers);
  cadre_vector_clear (&self->leavers);
}

static gboolean
make_room (CadreSeats *self, guint32 n)
{
  guint32 *positions = self->positions;

  self->n_positions = n;
  if (n <= self->n_allocated)
    return TRUE;

  positions = g_try_renew (guint32, self->positions, n);
  if (positions == NULL)
    return FALSE;
  self->positions = positions;
  self->n_allocated = n;
  return TRUE;
}

/* Whether an occupant is the only one of a rank to name a position that is
 * there and free. */
static gboolean
has_own_position (const CadreSeats *self, guint32 first, guint32 end, guint32 i)
{
  const CadreOccupant *row = &self->occupants[i];

  return row->position >= 1 && (guint32) row->position <= self->n_positions &&
         self->positions[row->position - 1] == CADRE_NO_ROW &&
         (i == first || self->occupants[i - 1].position != row->position) &&
         (i + 1 == end || self->occupants[i + 1].position != row->position);
}

/* Puts those of one rank, from @first up to @end, into positions of which
 * @n_free are to be had; FALSE where they are too many. */
static gboolean
seat_rank (CadreSeats *self, guint32 first, guint32 end, guint32 *n_free)
{
  guint32 next = 0;

  if (end - first > *n_free)
    return FALSE;

  *n_free -= end - first;
  for (guint32 i = first; i < end; i++)
    if (has_own_position (self, first, end, i))
      {
        self->positions[self->occupants[i].position - 1] = self->occupants[i].assignment;
        self->occupants[i].rank = N_RANKS;
      }
  for (guint32 i = first; i < end; i++)
    {
      if (self->occupants[i].rank == N_RANKS)
        continue;
      while (self->positions[next] != CADRE_NO_ROW)
        next++;
      self->positions[next] = self->occupants[i].assignment;
    }

  return TRUE;
}

gboolean
cadre_seats_find (CadreSeats *self, guint32 post, guint32 n, guint32 n_open)
{
  guint32 n_free = n;
  guint32 i = self->first[post];

  if (!make_room (self, n))
    return FALSE;

  self->is_unsaid = FALSE;
  memset (self->positions, 0xff, sizeof (guint32) * n);
  for (Rank rank = RANK_PLACED; !self->is_unsaid && rank < N_RANKS; rank++)
    {
      guint32 first = i;

      while (i < self->first[post + 1] && self->occupants[i].rank == rank)
        i++;
      if (rank == RANK_FOR_A_TIME)
        n_free -= MIN (n_free, n_open);
      self->is_unsaid = !seat_rank (self, first, i, &n_free);
    }

  return TRUE;
}
