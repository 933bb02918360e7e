/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a mapping is measured against: the best one-to-one assignment of posts by
 * weights that somebody made up, on title, grade, unit and the manager's title. */

#pragma once

#include "hidden-snapshot.h"

/* How many letters the two texts share in order, of all their letters. */
static inline double
get_likeness (const char *a, const char *b)
{
  const gsize n = strlen (a);
  const gsize m = strlen (b);
  g_autofree guint *row = g_new0 (guint, m + 1);

  if (n + m == 0)
    return 1;

  for (gsize i = 0; i < n; i++)
    {
      guint before = 0;

      for (gsize j = 0; j < m; j++)
        {
          const guint above = row[j + 1];

          row[j + 1] = a[i] == b[j] ? before + 1 : MAX (above, row[j]);
          before = above;
        }
    }

  return 2.0 * row[m] / (double) (n + m);
}

static inline const char *
get_manager_title (const HiddenSnapshot *self, const PublishedPost *post)
{
  const int place = hidden_snapshot_find (self, post->cells[CELL_MANAGER]);

  return place < 0 ? "" : hidden_snapshot_get (self, (guint) place)->cells[CELL_TITLE];
}

static inline double
get_crude_cost (const HiddenSnapshot *before, guint i, const HiddenSnapshot *after, guint j)
{
  const PublishedPost *a = hidden_snapshot_get (before, i);
  const PublishedPost *b = hidden_snapshot_get (after, j);
  double likeness = 0.5 * get_likeness (a->cells[CELL_TITLE], b->cells[CELL_TITLE]);

  likeness += strcmp (a->cells[CELL_GRADE], b->cells[CELL_GRADE]) == 0 ? 0.15 : 0;
  likeness += 0.2 * get_likeness (a->cells[CELL_UNIT], b->cells[CELL_UNIT]);
  likeness += 0.15 * get_likeness (get_manager_title (before, a), get_manager_title (after, b));
  return 1 - likeness;
}

typedef struct
{
  const double *costs; /* by row and column */
  guint n;
  double *row_price;
  double *column_price;
  guint *row_of; /* by column, from 1; 0 is none */
} CrudeProblem;

/* One more row: the shortest path by reduced costs to a column that is free. */
static inline void
assign_crude_row (CrudeProblem *self, guint row)
{
  const guint n = self->n;
  g_autofree double *least = g_new (double, n + 1);
  g_autofree guint *way = g_new0 (guint, n + 1);
  g_autofree gboolean *seen = g_new0 (gboolean, n + 1);
  guint at = 0;

  for (guint j = 0; j <= n; j++)
    least[j] = G_MAXDOUBLE;
  self->row_of[0] = row;
  do
    {
      const guint i = self->row_of[at];
      double step = G_MAXDOUBLE;
      guint next = 0;

      seen[at] = TRUE;
      for (guint j = 1; j <= n; j++)
        {
          const double cost =
            self->costs[(gsize) (i - 1) * n + j - 1] - self->row_price[i] - self->column_price[j];

          if (!seen[j] && cost < least[j])
            {
              least[j] = cost;
              way[j] = at;
            }
          if (!seen[j] && least[j] < step)
            {
              step = least[j];
              next = j;
            }
        }
      for (guint j = 0; j <= n; j++)
        if (seen[j])
          {
            self->row_price[self->row_of[j]] += step;
            self->column_price[j] -= step;
          }
        else
          least[j] -= step;
      at = next;
    }
  while (self->row_of[at] != 0);

  for (; at != 0; at = way[at])
    self->row_of[at] = self->row_of[way[at]];
}

/* By post before, the post after, or -1. */
static inline int *
map_crudely (const HiddenSnapshot *before, const HiddenSnapshot *after)
{
  const guint n = MAX (before->posts->len, after->posts->len);
  g_autofree double *costs = g_new (double, (gsize) n *n);
  g_autofree double *row_price = g_new0 (double, n + 1);
  g_autofree double *column_price = g_new0 (double, n + 1);
  g_autofree guint *row_of = g_new0 (guint, n + 1);
  CrudeProblem problem = { costs, n, row_price, column_price, row_of };
  int *after_of = g_new (int, before->posts->len);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      costs[(gsize) i * n + j] =
        i < before->posts->len && j < after->posts->len ? get_crude_cost (before, i, after, j) : 1;
  for (guint i = 1; i <= n; i++)
    assign_crude_row (&problem, i);
  for (guint i = 0; i < before->posts->len; i++)
    after_of[i] = -1;
  for (guint j = 1; j <= after->posts->len; j++)
    if (row_of[j] != 0 && row_of[j] <= before->posts->len)
      after_of[row_of[j] - 1] = (int) j - 1;
  return after_of;
}
