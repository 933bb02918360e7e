/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Where posts stand: hashes by which posts that nothing tells apart are found. */

#include "config.h"

#include "diff/mapping/cadre-evidence-run-private.h"
#include "kernel/cadre-pages-private.h"

#include <stdlib.h>
#include <string.h>

#define AHEAD 16 /* posts */
#define FEW 16   /* reports of one post */

/* What the features say of a post: the same on both sides. What it is paid is said by
 * its value. */
static guint64
hash_values (const CadreRun *self, guint side, guint32 row)
{
  const CadreSide *at = &self->sides[side];
  guint64 hash = cadre_mix (1, at->sort[row]);

  for (guint column = 0; column < CADRE_N_COLUMNS; column++)
    hash = cadre_mix (hash, cadre_column_get (&self->columns[column], side, row));

  return cadre_mix (hash, (guint64) cadre_side_get_staff (at, row));
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

/* Asks for what is far off in memory before it is needed. By force: GCC 12 leaves out calls of what
 * only asks for memory. */
static inline __attribute__ ((always_inline)) void
look_ahead (const CadreSide *self, guint32 row, guint64 *hashes, const guint64 *below)
{
  __builtin_prefetch (&hashes[row], 1);
  __builtin_prefetch (&self->index->manager[row]);
  if (below != NULL)
    __builtin_prefetch (&below[row]);
}

/* To the hash of a post come those of its reports, from the bottom up: as a sum, so that
 * their order does not count. Those on a circle are told by themselves alone. */
static void
add_below (const CadreSide *self, guint64 *hashes, guint64 *below)
{
  const CadreIndex *index = self->index;

  memset (below, 0, self->n * sizeof (guint64));
  for (guint32 i = index->n_walked; i > 0; i--)
    {
      const guint32 row = index->walk[i - 1];
      const guint32 manager = index->manager[row];

      if (i > AHEAD)
        look_ahead (self, index->walk[i - AHEAD], hashes, below);
      hashes[row] = cadre_mix (hashes[row], below[row]);
      if (manager != CADRE_NO_ROW)
        below[manager] += cadre_mix (7, hashes[row]);
    }
}

static void
find_branches (CadreSide *self, guint64 *below)
{
  if (self->n > 0)
    memcpy (self->branch, self->own, self->n * sizeof (guint64));
  add_below (self, self->branch, below);
}

/* From the reports up, and then from the top down. */
static void
find_places (CadreSide *self, guint64 *below)
{
  const CadreIndex *index = self->index;

  for (guint32 row = 0; row < self->n; row++)
    self->place[row] = hash_cells (self, row, self->own[row]);
  add_below (self, self->place, below);

  for (guint32 i = 0; i < index->n_walked; i++)
    {
      const guint32 row = index->walk[i];

      if (i + AHEAD < index->n_walked)
        look_ahead (self, index->walk[i + AHEAD], self->place, NULL);
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

static void
sort_hashes (guint64 *hashes, guint32 n)
{
  if (n > FEW)
    {
      qsort (hashes, n, sizeof (guint64), compare_hashes);
      return;
    }

  for (guint32 i = 1; i < n; i++)
    {
      const guint64 hash = hashes[i];
      guint32 k = i;

      for (; k > 0 && hash < hashes[k - 1]; k--)
        hashes[k] = hashes[k - 1];
      hashes[k] = hash;
    }
}

/* What sorts of jobs report to each post: titles and grades, in order. */
static void
find_kinds (CadreRun *self, guint side, guint32 *counts)
{
  CadreSide *at = &self->sides[side];
  const CadreBackward *reports = &at->index->reports;
  const guint32 *titles = self->columns[CADRE_COLUMN_TITLE].of[side];
  const guint32 *grades = self->columns[CADRE_COLUMN_GRADE].of[side];
  const guint32 n = reports->first[at->n];

  for (guint32 i = 0; i < n; i++)
    {
      if (i + AHEAD < n)
        {
          __builtin_prefetch (&titles[reports->rows[i + AHEAD]]);
          __builtin_prefetch (&grades[reports->rows[i + AHEAD]]);
        }
      at->kinds[i] = cadre_mix (cadre_mix (3, titles[reports->rows[i]]), grades[reports->rows[i]]);
      counts[at->kinds[i] & CADRE_KIND_MASK]++;
    }

  for (guint32 row = 0; row < at->n; row++)
    sort_hashes (at->kinds + reports->first[row], reports->first[row + 1] - reports->first[row]);
}

/* Posts of many reports begin so far from each other that each has a place of its own. */
static gboolean
weigh_many (const CadreRun *self, CadreSide *at)
{
  const CadreBackward *reports = &at->index->reports;

  at->many_masses = cadre_pages_try_zeros_of (gint64, (gsize) at->n / CADRE_MANY + 1);
  if (at->many_masses == NULL)
    return FALSE;

  for (guint32 row = 0; reports->first != NULL && row < at->n; row++)
    if (reports->first[row + 1] - reports->first[row] >= CADRE_MANY)
      for (guint32 i = reports->first[row]; i < reports->first[row + 1]; i++)
        at->many_masses[reports->first[row] / CADRE_MANY] +=
          self->kind_weights[at->kinds[i] & CADRE_KIND_MASK];

  return TRUE;
}

gboolean
cadre_run_find_places (CadreRun *self)
{
  const guint64 n_posts = (guint64) self->sides[CADRE_BEFORE].n + self->sides[CADRE_AFTER].n;
  const gsize n_most = MAX (1, MAX (self->sides[CADRE_BEFORE].n, self->sides[CADRE_AFTER].n));
  g_autofree guint32 *counts = cadre_pages_try_zeros_of (guint32, CADRE_KIND_MASK + 1);
  g_autofree guint64 *below = cadre_pages_try_array_of (guint64, n_most);

  self->kind_weights = cadre_pages_try_zeros_of (gint32, CADRE_KIND_MASK + 1);
  self->enough_kinds = MAX (1, cadre_log_thousandths (MAX (n_posts, 1), 1));
  if (counts == NULL || below == NULL || self->kind_weights == NULL)
    return FALSE;

  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      CadreSide *at = &self->sides[side];
      const gsize n = MAX (at->n, 1);

      at->own = cadre_pages_try_array_of (guint64, n);
      at->place = cadre_pages_try_array_of (guint64, n);
      at->branch = cadre_pages_try_array_of (guint64, n);
      at->kinds = cadre_pages_try_array_of (guint64, n);
      if (at->own == NULL || at->place == NULL || at->branch == NULL || at->kinds == NULL)
        return FALSE;

      for (guint32 row = 0; row < at->n; row++)
        at->own[row] = hash_values (self, side, row);
      find_branches (at, below);
      find_places (at, below);
      if (at->index->reports.first != NULL)
        find_kinds (self, side, counts);
    }

  for (guint i = 0; i <= CADRE_KIND_MASK; i++)
    self->kind_weights[i] = cadre_log_thousandths (n_posts + 1, MAX (counts[i], 1));

  return weigh_many (self, &self->sides[CADRE_BEFORE]) &&
         weigh_many (self, &self->sides[CADRE_AFTER]);
}
