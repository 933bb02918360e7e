/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who maps two structures exchanged is to get the same pairs exchanged. Of ways that are
 * equally good one is taken, and only some pairs of large structures are looked at: for
 * both a side comes first. So the one that comes first is told by what the structures
 * say, and not by which of them is before. */

#include "config.h"

#include "kernel/cadre-pages-private.h"
#include "diff/mapping/cadre-evidence-run-private.h"

#include <string.h>

guint
cadre_run_find_lead (const CadreRun *self)
{
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreSide *after = &self->sides[CADRE_AFTER];
  const guint32 n = MIN (before->n, after->n);

  if (before->tables->as_of != after->tables->as_of)
    return before->tables->as_of < after->tables->as_of ? CADRE_BEFORE : CADRE_AFTER;

  for (guint32 row = 0; row < n; row++)
    {
      const int order = g_strcmp0 (cadre_tables_id (before->tables, CADRE_RECORD_KIND_POST, row),
                                   cadre_tables_id (after->tables, CADRE_RECORD_KIND_POST, row));

      if (order != 0)
        return order < 0 ? CADRE_BEFORE : CADRE_AFTER;
    }

  return after->n < before->n ? CADRE_AFTER : CADRE_BEFORE;
}

static void
swap_rows (guint32 *a, guint32 *b)
{
  const guint32 kept = *a;

  *a = *b;
  *b = kept;
}

static void
swap_arrays (guint32 **a, guint32 **b)
{
  guint32 *kept = *a;

  *a = *b;
  *b = kept;
}

static void
exchange_pairs (GArray *pairs)
{
  for (guint i = 0; i < pairs->len; i++)
    {
      CadreEvidencePair *pair = &g_array_index (pairs, CadreEvidencePair, i);

      swap_rows (&pair->before, &pair->after);
      swap_rows (&pair->rival_before, &pair->rival_after);
    }
}

/* The posts of a group before come first. */
static void
exchange_twins (CadreEvidence *self)
{
  g_autoptr (GArray) rows =
    g_array_sized_new (FALSE, FALSE, sizeof (guint32), self->twin_rows->len);

  for (guint i = 0; i < self->twins->len; i++)
    {
      CadreEvidenceTwins *group = &g_array_index (self->twins, CadreEvidenceTwins, i);
      const guint first = rows->len;

      for (guint32 k = 0; k < group->n_after; k++)
        g_array_append_val (rows, g_array_index (self->twin_rows, guint32,
                                                 group->first + group->n_before + k));
      for (guint32 k = 0; k < group->n_before; k++)
        g_array_append_val (rows, g_array_index (self->twin_rows, guint32, group->first + k));
      group->first = first;
      swap_rows (&group->n_before, &group->n_after);
    }

  g_array_unref (self->twin_rows);
  self->twin_rows = g_steal_pointer (&rows);
}

/* By post of the other side. */
static gboolean
exchange_ids (CadreRun *self, guint32 n_others)
{
  guint32 *same_id = cadre_pages_try_array_of (guint32, MAX (n_others, 1));

  if (same_id == NULL)
    return FALSE;

  memset (same_id, 0xff, n_others * sizeof (guint32));
  for (guint32 row = 0; row < self->sides[CADRE_BEFORE].n; row++)
    if (self->same_id[row] != CADRE_NO_ROW)
      same_id[self->same_id[row]] = row;

  g_free (self->same_id);
  self->same_id = same_id;
  return TRUE;
}

gboolean
cadre_run_exchange (CadreRun *self)
{
  const CadreSide before = self->sides[CADRE_BEFORE];
  const CadreSheet sheet = self->sheets[CADRE_BEFORE];

  if (!exchange_ids (self, self->sides[CADRE_AFTER].n))
    return FALSE;

  self->is_exchanged = !self->is_exchanged;
  self->sides[CADRE_BEFORE] = self->sides[CADRE_AFTER];
  self->sides[CADRE_AFTER] = before;
  self->sheets[CADRE_BEFORE] = self->sheets[CADRE_AFTER];
  self->sheets[CADRE_AFTER] = sheet;
  for (guint column = 0; column < CADRE_N_COLUMNS; column++)
    swap_arrays (&self->columns[column].of[CADRE_BEFORE], &self->columns[column].of[CADRE_AFTER]);
  swap_arrays (&self->posts->after_of, &self->posts->before_of);
  exchange_pairs (self->result->pairs);
  exchange_pairs (self->result->reviews);
  exchange_twins (self->result);
  return TRUE;
}
