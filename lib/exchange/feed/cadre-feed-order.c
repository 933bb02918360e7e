/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The order of steps: by operation, and within one parents before children where
 * something begins, and children before parents where it ends. */

#include "config.h"

#include "exchange/feed/cadre-feed-private.h"

#include <string.h>

#define RANK_OF_LINKS 5 /* behind posts, before assignments */

/* Where each row stands in a walk that comes to parents first. */
static guint32 *
invert (const guint32 *walk, guint32 n)
{
  guint32 *positions = g_try_new0 (guint32, MAX (n, 1));

  for (guint32 i = 0; positions != NULL && walk != NULL && i < n; i++)
    positions[walk[i]] = i;

  return positions;
}

gboolean
cadre_feed_find_positions (CadreChangeFeed *self)
{
  for (guint side = 0; side < 2; side++)
    {
      const CadreIndex *index = self->sides[side].index;

      self->positions[side] = invert (index->unit_walk, index->n_units);
      self->positions[2 + side] = invert (index->walk, index->n_posts);
      if (self->positions[side] == NULL || self->positions[2 + side] == NULL)
        return FALSE;
    }

  return TRUE;
}

/* What others refer to comes first when it begins; what refers to posts comes
 * behind them. */
static guint
get_rank (CadreFeedOperation operation, CadreRecordKind kind)
{
  const gboolean is_link = cadre_schema_get (kind)->keys != NULL;

  if (operation == CADRE_FEED_OPERATION_CREATE_RECORD ||
      operation == CADRE_FEED_OPERATION_CHANGE_RECORD)
    return is_link ? RANK_OF_LINKS : 0;

  return (guint) operation < RANK_OF_LINKS - 1 ? (guint) operation + 1 : (guint) operation + 2;
}

static guint32
get_position (CadreChangeFeed *self, const CadreFeedPlan *plan)
{
  const guint side = plan->after != CADRE_NO_ROW ? 1 : 0;
  const guint32 row = side == 1 ? plan->after : plan->before;
  guint32 position = 0;

  if (plan->carrier->kind == CADRE_RECORD_KIND_UNIT)
    position = self->positions[side][row];
  else if (plan->carrier->kind == CADRE_RECORD_KIND_POST)
    position = self->positions[2 + side][row];
  else
    return (guint32) plan->carrier->kind;

  return side == 1 ? position : G_MAXUINT32 - position;
}

void
cadre_feed_plan (CadreChangeFeed *self,
                 CadreFeedOperation operation,
                 const CadreMapTable *table,
                 const CadreMapRecord *carrier,
                 guint32 before,
                 guint32 after)
{
  const guint side = after != CADRE_NO_ROW ? 1 : 0;
  CadreFeedPlan plan = {
    .operation = operation,
    .table = table,
    .carrier = carrier,
    .before = before,
    .after = after,
    .rank = get_rank (operation, carrier->kind),
    .sequence = self->plans->len,
  };

  plan.position = get_position (self, &plan);
  plan.subject =
    cadre_tables_dup_subject (self->sides[side].tables, carrier->kind, side == 1 ? after : before);
  g_array_append_val (self->plans, plan);
}

static int
compare_plans (gconstpointer a, gconstpointer b)
{
  const CadreFeedPlan *x = a;
  const CadreFeedPlan *y = b;
  int order = 0;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;
  if (x->position != y->position)
    return x->position < y->position ? -1 : 1;

  order = strcmp (x->subject, y->subject);
  return order != 0 ? order : (x->sequence > y->sequence) - (x->sequence < y->sequence);
}

void
cadre_feed_sort (CadreChangeFeed *self)
{
  g_array_sort (self->plans, compare_plans);
}
