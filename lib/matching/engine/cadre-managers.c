/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who manages whom after the change, as far as it is known who is in which
 * post. Where a manager's post is vacant, the policy says who manages. */

#include "config.h"

#include "matching/engine/cadre-rows-private.h"

#include <string.h>

gboolean
cadre_managers_find (CadreRowWriter *self)
{
  const CadreSide *after = &self->engine->sides[CADRE_AFTER];
  const CadreIndex *index = after->index;

  self->is_occupied = g_try_malloc0 ((gsize) after->n_posts + 1);
  self->nearest = g_try_new (guint32, (gsize) after->n_posts + 1);
  if (self->is_occupied == NULL || self->nearest == NULL)
    return FALSE;

  for (guint32 row = 0; row < self->engine->sides[CADRE_BEFORE].n_assignments; row++)
    {
      gint32 position = -1;
      guint32 post = cadre_rows_post_of (self, row, &position);

      if (post != CADRE_NO_ROW)
        self->is_occupied[post] = TRUE;
    }

  /* Managers come before those whom they manage. */
  memset (self->nearest, 0xff, sizeof (guint32) * ((gsize) after->n_posts + 1));
  for (guint32 i = 0; i < index->n_walked; i++)
    {
      guint32 post = index->walk[i];
      guint32 manager = index->manager[post];

      if (manager != CADRE_NO_ROW)
        self->nearest[post] = self->is_occupied[manager] ? manager : self->nearest[manager];
    }

  return TRUE;
}

/* The manager's post, and where it is vacant, who manages meanwhile. */
gboolean
cadre_managers_explain (CadreRowWriter *self, guint32 post, gint32 policy)
{
  const CadreSide *after = &self->engine->sides[CADRE_AFTER];
  guint32 manager = post != CADRE_NO_ROW ? after->index->manager[post] : CADRE_NO_ROW;
  guint32 nearest = post != CADRE_NO_ROW ? self->nearest[post] : CADRE_NO_ROW;

  if (manager == CADRE_NO_ROW)
    return TRUE;
  if (!cadre_rows_fact (self, "manager", cadre_side_post_id (after, manager)))
    return FALSE;
  if (nearest == manager || nearest == CADRE_NO_ROW || policy < 0 ||
      !self->engine->rules[policy]->nearest_occupied_manager)
    return TRUE;

  return cadre_rows_fact (self, "manager-meanwhile", cadre_side_post_id (after, nearest));
}
