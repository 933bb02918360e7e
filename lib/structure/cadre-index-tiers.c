/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Tiers that can be compared.
 *
 * Each employer counts its own tiers; equivalences say which rung of one scale
 * is which of another. The first scale, in order of ids, is taken as the common
 * one, and the others are moved until the equivalences hold. Scales that no
 * equivalence links stay as they are. */

#include "config.h"

#include "kernel/cadre-pages-private.h"
#include "structure/cadre-index-private.h"

#include <string.h>

#define MAX_OFFSET 1000000 /* scales further apart are not brought together */

typedef struct
{
  CadreIndex *index;
  const CadreTable *equivalences;
  guint32 *queue; /* scales that have their place, those not gone on from last */
  guint32 n_queue;
} Placing;

/* Gives the scale at the other end of an equivalence its place, where it has
 * none yet. */
static void
place_other_scale (Placing *self, guint32 scale, guint32 row, gboolean forward)
{
  CadreIndex *index = self->index;
  const CadreTable *table = self->equivalences;
  guint32 other = cadre_table_reference (table,
                                         forward ? CADRE_FIELD_TIER_EQUIVALENCE_OTHER_SCALE
                                                 : CADRE_FIELD_TIER_EQUIVALENCE_SCALE,
                                         row);
  int rung = cadre_table_integer (table, CADRE_FIELD_TIER_EQUIVALENCE_RUNG, row);
  int other_rung = cadre_table_integer (table, CADRE_FIELD_TIER_EQUIVALENCE_OTHER_RUNG, row);
  int offset = index->scale_offset[scale];

  if (other >= CADRE_AMBIGUOUS_ROW || index->scale_known[other] || rung < 0 || other_rung < 0 ||
      rung > CADRE_MAX_RUNG || other_rung > CADRE_MAX_RUNG)
    return;

  offset += forward ? rung - other_rung : other_rung - rung;
  if (offset < -MAX_OFFSET || offset > MAX_OFFSET)
    return;

  index->scale_offset[other] = offset;
  index->scale_known[other] = TRUE;
  index->scale_group[other] = index->scale_group[scale];
  self->queue[self->n_queue++] = other;
}

/* Goes out from the first scale that has no place yet, again and again until
 * all have one. */
static void
place_scales (Placing *self,
              const CadreBackward *forward,
              const CadreBackward *backward,
              guint32 n_scales)
{
  guint32 done = 0;

  for (guint32 first = 0; first < n_scales; first++)
    {
      if (!self->index->scale_known[first])
        {
          self->queue[self->n_queue++] = first;
          self->index->scale_known[first] = TRUE;
          self->index->scale_group[first] = first;
        }

      for (; done < self->n_queue; done++)
        {
          guint32 n = 0;
          const guint32 *rows = cadre_backward_get (forward, self->queue[done], &n);

          for (guint32 i = 0; i < n; i++)
            place_other_scale (self, self->queue[done], rows[i], TRUE);
          rows = cadre_backward_get (backward, self->queue[done], &n);
          for (guint32 i = 0; i < n; i++)
            place_other_scale (self, self->queue[done], rows[i], FALSE);
        }
    }
}

static gboolean
index_scales (CadreIndex *self, const CadreTables *tables)
{
  const CadreTable *table = cadre_tables_get (tables, CADRE_RECORD_KIND_TIER_EQUIVALENCE);
  guint32 n_scales = tables->tables[CADRE_RECORD_KIND_TIER_SCALE].n_rows;
  g_autofree guint32 *queue = cadre_pages_try_array_of (guint32, (gsize) n_scales + 1);
  Placing placing = { self, table, queue, 0 };
  CadreBackward forward = { NULL, NULL };
  CadreBackward backward = { NULL, NULL };
  gboolean ok =
    queue != NULL &&
    cadre_backward_init (&forward, n_scales, table->references[CADRE_FIELD_TIER_EQUIVALENCE_SCALE],
                         table->n_rows) &&
    cadre_backward_init (&backward, n_scales,
                         table->references[CADRE_FIELD_TIER_EQUIVALENCE_OTHER_SCALE],
                         table->n_rows);

  if (ok)
    place_scales (&placing, &forward, &backward, n_scales);

  cadre_backward_clear (&forward);
  cadre_backward_clear (&backward);
  return ok;
}

/* The scale of the post's employer. */
guint32
cadre_index_scale_of_post (const CadreTables *tables, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  const CadreTable *organisations = cadre_tables_get (tables, CADRE_RECORD_KIND_ORGANISATION);
  guint32 employer = cadre_table_reference (posts, CADRE_FIELD_POST_EMPLOYER, post);

  return employer < organisations->n_rows
           ? cadre_table_reference (organisations, CADRE_FIELD_ORGANISATION_TIER_SCALE, employer)
           : CADRE_NO_ROW;
}

/* The rung of a top, on the common scale. Tiers are counted from 1 where
 * nothing else is said. */
static gint32
get_top_tier (const CadreIndex *self, const CadreTables *tables, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  const CadreTable *scales = cadre_tables_get (tables, CADRE_RECORD_KIND_TIER_SCALE);
  guint32 scale = cadre_index_scale_of_post (tables, post);
  int rung = cadre_table_integer (posts, CADRE_FIELD_POST_TIER, post);

  if (rung < 0 && scale < scales->n_rows)
    rung = cadre_table_integer (scales, CADRE_FIELD_TIER_SCALE_TOP_RUNG, scale);
  if (rung < 0 || rung > CADRE_MAX_RUNG)
    rung = 1;

  return scale < scales->n_rows ? rung + self->scale_offset[scale] : rung;
}

void
cadre_index_fill_tiers (CadreIndex *self, const CadreTables *tables)
{
  for (guint32 i = 0; i < self->n_posts; i++)
    self->tier[i] = CADRE_NO_TIER;

  for (guint32 i = 0; i < self->n_walked; i++)
    {
      guint32 post = self->walk[i];

      if (self->top[post] == post)
        self->tier[post] = get_top_tier (self, tables, post);
      else if (self->top[post] != CADRE_NO_ROW)
        self->tier[post] = self->tier[self->manager[post]] + 1;
    }
}

gboolean
cadre_index_reserve_tiers (CadreIndex *self, const CadreTables *tables)
{
  gsize n_scales = (gsize) tables->tables[CADRE_RECORD_KIND_TIER_SCALE].n_rows + 1;

  self->tier = cadre_pages_try_array_of (gint32, (gsize) self->n_posts + 1);
  self->scale_offset = g_try_new0 (gint32, n_scales);
  self->scale_known = g_try_new0 (guint8, n_scales);
  self->scale_group = g_try_new0 (guint32, n_scales);
  return self->tier != NULL && self->scale_offset != NULL && self->scale_known != NULL &&
         self->scale_group != NULL && index_scales (self, tables);
}
