/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Ring-fences and selection pools as objects. */

#include "config.h"

#include "matching/engine/cadre-run-private.h"

#include <stdlib.h>
#include <string.h>

static GListStore *
new_members (CadreRun *self, const CadreFence *fence)
{
  const CadreMemberRow *members = self->fence_members.data;
  const CadreTables *tables = self->engine->sides[CADRE_BEFORE].tables;
  const CadreTable *table = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);
  GListStore *list = g_list_store_new (CADRE_TYPE_RING_FENCE_MEMBER);
  g_autoptr (GPtrArray) objects = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint32 i = 0; i < fence->n_members; i++)
    {
      const CadreMemberRow *row = &members[fence->first_member + i];
      CadreRingFenceMemberRow copy = { 0 };

      copy.assignment = cadre_engine_assignment_id (self->engine, row->assignment);
      copy.person =
        cadre_tables_text (tables, cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_PERSON,
                                                     row->assignment));
      copy.truth = row->truth;
      copy.is_claimant = row->is_claimant;
      copy.is_predecessor = row->is_predecessor;
      memcpy (copy.parts, row->parts, sizeof (copy.parts));
      g_ptr_array_add (objects, cadre_ring_fence_member_new (&copy));
    }

  /* One signal for all. */
  if (objects->len > 0)
    g_list_store_splice (list, 0, 0, objects->pdata, objects->len);
  return list;
}

/* Positions that are, or were, competed for: those that nobody was slotted
 * into and that are not held. */
static guint
count_positions (CadreRun *self, const CadreFence *fence, guint32 post)
{
  gint32 n = self->engine->n_positions[post];

  if (fence->is_pool)
    return (guint) MAX (n, 0);

  return (guint) (cadre_run_n_left (self, post) + self->n_appointed[post]);
}

static gboolean
is_of_fence (CadreRun *self, guint32 assignment, guint32 fence)
{
  return self->is_decided[assignment] && self->kind[assignment] == CADRE_OUTCOME_KIND_APPOINTED &&
         self->stage[assignment] == CADRE_STAGE_LIMITED_COMPETITION &&
         self->post[assignment] != CADRE_NO_ROW && self->fence[self->post[assignment]] == fence;
}

static char **
dup_appointed (CadreRun *self, guint32 fence)
{
  const CadreFence *row = cadre_run_fence (self, fence);
  const CadreMemberRow *members = self->fence_members.data;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint32 i = 0; i < row->n_members; i++)
    {
      guint32 assignment = members[row->first_member + i].assignment;

      if (is_of_fence (self, assignment, fence))
        g_ptr_array_add (ids, g_strdup (cadre_engine_assignment_id (self->engine, assignment)));
    }

  g_ptr_array_add (ids, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&ids), FALSE);
}

/* Positions of a pool that are not decided are those that nobody is kept in. */
static guint
count_open (CadreRun *self, guint32 fence, guint n_appointed)
{
  const CadreFence *row = cadre_run_fence (self, fence);
  const guint32 *posts = (const guint32 *) self->fence_posts.data + row->first_post;
  guint n = 0;

  if (row->is_pool)
    {
      n = count_positions (self, row, posts[0]);
      return n > n_appointed ? n - n_appointed : 0;
    }

  for (guint32 i = 0; i < row->n_posts; i++)
    if (!self->is_exhausted[posts[i]])
      n += (guint) cadre_run_n_left (self, posts[i]);

  return n;
}

static CadreRingFence *
new_fence (CadreRun *self, guint32 fence)
{
  const CadreFence *row = cadre_run_fence (self, fence);
  const guint32 *posts = (const guint32 *) self->fence_posts.data + row->first_post;
  const CadreSide *after = &self->engine->sides[CADRE_AFTER];
  char **ids = g_new0 (char *, row->n_posts + 1);
  guint *counts = g_new0 (guint, MAX (row->n_posts, 1));
  char **appointed = dup_appointed (self, fence);

  for (guint32 i = 0; i < row->n_posts; i++)
    {
      ids[i] = g_strdup (cadre_side_post_id (after, posts[i]));
      counts[i] = count_positions (self, row, posts[i]);
    }

  return cadre_ring_fence_new_take (g_strdup_printf ("%s/%s",
                                                     row->is_pool ? "selection-pool" : "ring-fence",
                                                     ids[0]),
                                    row->is_pool, ids, counts,
                                    count_open (self, fence, g_strv_length (appointed)),
                                    new_members (self, row), appointed);
}

/* Pools before ring-fences would be the order in which they were made; ids are
 * easier to find. */
static int
compare_fences (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return strcmp (cadre_ring_fence_get_id ((CadreRingFence *) a),
                 cadre_ring_fence_get_id ((CadreRingFence *) b));
}

static int
compare_refusals (gconstpointer a, gconstpointer b)
{
  const CadreRefusal *x = a;
  const CadreRefusal *y = b;

  if (x->post != y->post)
    return x->post < y->post ? -1 : 1;
  return x->assignment != y->assignment ? (x->assignment < y->assignment ? -1 : 1) : 0;
}

/* Who has been turned down where, and who is counted for all who share. */
static gboolean
write_prospects (CadreRun *self)
{
  CadreOutcomes *outcomes = self->engine->outcomes;
  const gsize n = self->engine->sides[CADRE_BEFORE].n_assignments;

  outcomes->refusals = g_try_new (CadreRefusal, self->engine->results.n + 1);
  outcomes->counted = g_try_new (guint32, n + 1);
  if (outcomes->refusals == NULL || outcomes->counted == NULL)
    return FALSE;

  memcpy (outcomes->counted, self->engine->share, n * sizeof (guint32));
  for (guint32 i = 0; i < self->engine->results.n; i++)
    {
      const CadreResultRow *row = cadre_run_result (self, i);

      if (row->stage == CADRE_STAGE_LIMITED_COMPETITION &&
          row->result == CADRE_RESULT_NOT_APPOINTED)
        outcomes->refusals[outcomes->n_refusals++] = (CadreRefusal){ row->post, row->assignment };
    }
  if (outcomes->n_refusals > 0)
    qsort (outcomes->refusals, outcomes->n_refusals, sizeof (CadreRefusal), compare_refusals);
  return TRUE;
}

gboolean
cadre_run_write_fences (CadreRun *self)
{
  for (guint32 i = 0; i < self->fences.n; i++)
    {
      g_autoptr (CadreRingFence) fence = new_fence (self, i);

      g_list_store_append (self->engine->outcomes->ring_fences, fence);
    }

  g_list_store_sort (self->engine->outcomes->ring_fences, compare_fences, NULL);
  return write_prospects (self);
}
