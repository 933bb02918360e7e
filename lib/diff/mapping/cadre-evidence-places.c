/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Where posts stand: hashes by which posts that nothing tells apart are found. */

#include "config.h"

#include "diff/mapping/cadre-evidence-run-private.h"

#include <stdlib.h>

/* What the features say of a post: the same on both sides. */
static guint64
hash_values (const CadreRun *self, guint side, guint32 row)
{
  const CadreSide *at = &self->sides[side];
  guint64 hash = cadre_mix (1, at->sort[row]);

  for (guint column = 0; column < CADRE_N_COLUMNS; column++)
    hash = cadre_mix (hash, cadre_column_get (&self->columns[column], side, row));

  hash = cadre_mix (hash, (guint64) at->pay[row]);
  return cadre_mix (hash, (guint64) at->staff[row]);
}

/* What else is said of a post; only to be compared on one side. */
static guint64
hash_cells (const CadreSide *self, guint32 row, guint64 hash)
{
  static const guint8 pence[] = { CADRE_FIELD_POST_PAY_MIN, CADRE_FIELD_POST_PAY_MAX,
                                  CADRE_FIELD_POST_COST };
  static const guint8 codes[] = { CADRE_FIELD_POST_UNIT, CADRE_FIELD_POST_COST_CENTRE,
                                  CADRE_FIELD_POST_AREA, CADRE_FIELD_POST_FIELD_OF_WORK };
  gint64 numerator = 0;
  gint64 denominator = 0;

  for (guint i = 0; i < G_N_ELEMENTS (pence); i++)
    hash = cadre_mix (hash, (guint64) cadre_table_pence (self->posts, pence[i], row));
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    hash = cadre_mix (hash, cadre_table_code (self->posts, codes[i], row));
  hash = cadre_mix (hash, (guint64) cadre_table_integer (self->posts,
                                                         CADRE_FIELD_POST_ESTABLISHMENT, row));
  if (cadre_tables_fraction (self->tables, self->posts, CADRE_FIELD_POST_HOURS, row, &numerator,
                             &denominator))
    hash = cadre_mix (cadre_mix (hash, (guint64) numerator), (guint64) denominator);

  return hash;
}

/* From the reports up, a sum so that their order does not count; and then from
 * the top down. Those on a circle are told by themselves alone. */
static void
find_places (CadreSide *self, guint64 *below)
{
  const CadreIndex *index = self->index;

  for (guint32 row = 0; row < self->n; row++)
    {
      self->place[row] = hash_cells (self, row, self->own[row]);
      below[row] = 0;
    }
  for (guint32 i = index->n_walked; i > 0; i--)
    {
      const guint32 row = index->walk[i - 1];
      const guint32 manager = index->manager[row];

      self->place[row] = cadre_mix (self->place[row], below[row]);
      if (manager != CADRE_NO_ROW)
        below[manager] += cadre_mix (7, self->place[row]);
    }

  for (guint32 i = 0; i < index->n_walked; i++)
    {
      const guint32 row = index->walk[i];

      if (index->manager[row] != CADRE_NO_ROW)
        self->place[row] = cadre_mix (self->place[row], self->place[index->manager[row]]);
    }
  for (guint32 i = index->n_walked; i < self->n; i++)
    self->place[index->walk[i]] = cadre_mix (self->place[index->walk[i]], index->walk[i]);
}

static int
compare_hashes (gconstpointer a, gconstpointer b)
{
  const guint64 x = *(const guint64 *) a;
  const guint64 y = *(const guint64 *) b;

  return x < y ? -1 : x > y;
}

/* What sorts of jobs report to each post: titles and grades, in order. */
static void
find_kinds (CadreRun *self, guint side, guint32 *counts)
{
  CadreSide *at = &self->sides[side];
  const CadreBackward *reports = &at->index->reports;

  for (guint32 row = 0; row < at->n; row++)
    {
      const guint32 first = reports->first[row];
      const guint32 end = reports->first[row + 1];

      for (guint32 i = first; i < end; i++)
        {
          const guint32 report = reports->rows[i];

          at->kinds[i] =
            cadre_mix (cadre_mix (3, cadre_column_get (&self->columns[CADRE_COLUMN_TITLE], side,
                                                       report)),
                       cadre_column_get (&self->columns[CADRE_COLUMN_GRADE], side, report));
          counts[at->kinds[i] & CADRE_KIND_MASK]++;
        }
      if (end - first > 1)
        qsort (at->kinds + first, end - first, sizeof (guint64), compare_hashes);
    }
}

gboolean
cadre_run_find_places (CadreRun *self)
{
  const guint64 n_posts = (guint64) self->sides[CADRE_BEFORE].n + self->sides[CADRE_AFTER].n;
  g_autofree guint32 *counts = g_try_new0 (guint32, CADRE_KIND_MASK + 1);

  self->kind_weights = g_try_new0 (gint32, CADRE_KIND_MASK + 1);
  self->enough_kinds = MAX (1, cadre_log_thousandths (MAX (n_posts, 1), 1));
  if (counts == NULL || self->kind_weights == NULL)
    return FALSE;

  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      CadreSide *at = &self->sides[side];
      const gsize n = MAX (at->n, 1);
      g_autofree guint64 *below = g_try_new (guint64, n);

      at->own = g_try_new (guint64, n);
      at->place = g_try_new (guint64, n);
      at->kinds = g_try_new (guint64, n);
      if (below == NULL || at->own == NULL || at->place == NULL || at->kinds == NULL)
        return FALSE;

      for (guint32 row = 0; row < at->n; row++)
        at->own[row] = hash_values (self, side, row);
      find_places (at, below);
      if (at->index->reports.first != NULL)
        find_kinds (self, side, counts);
    }

  for (guint i = 0; i <= CADRE_KIND_MASK; i++)
    self->kind_weights[i] = cadre_log_thousandths (n_posts + 1, MAX (counts[i], 1));

  return TRUE;
}
