/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How many posts are paid between two amounts. */

#include "config.h"

#include "diff/mapping/cadre-evidence-run-private.h"
#include "kernel/cadre-pages-private.h"

#include <stdlib.h>

typedef struct
{
  gint64 pay;
  guint32 value; /* of the column */
  guint32 n;     /* posts that have it */
} Amount;

static int
compare_amounts (gconstpointer a, gconstpointer b)
{
  const Amount *x = a;
  const Amount *y = b;

  return x->pay < y->pay ? -1 : x->pay > y->pay;
}

static void
count_amounts (const CadreRun *self, Amount *amounts)
{
  const CadreColumn *column = &self->columns[CADRE_COLUMN_PAY];

  for (guint side = 0; side < CADRE_N_SIDES; side++)
    for (guint32 row = 0; row < self->sides[side].n; row++)
      {
        Amount *amount = &amounts[cadre_column_get (column, side, row)];

        if (amount->n++ == 0)
          amount->pay = cadre_side_get_pay (&self->sides[side], row);
      }
}

gboolean
cadre_run_rank_pay (CadreRun *self)
{
  CadrePayRanks *ranks = &self->pay_ranks;
  const guint32 n_values = MAX (self->columns[CADRE_COLUMN_PAY].n_values, 1);
  g_autofree Amount *amounts = cadre_pages_try_zeros_of (Amount, n_values);

  ranks->pay = cadre_pages_try_zeros_of (gint64, n_values);
  ranks->first = cadre_pages_try_zeros_of (guint32, n_values);
  ranks->last = cadre_pages_try_zeros_of (guint32, n_values);
  if (amounts == NULL || ranks->pay == NULL || ranks->first == NULL || ranks->last == NULL)
    return FALSE;

  for (guint32 value = 0; value < n_values; value++)
    amounts[value].value = value;
  count_amounts (self, amounts);
  /* Posts without pay have no value, and do not count. */
  amounts[CADRE_NO_VALUE].n = 0;
  qsort (amounts, n_values, sizeof (Amount), compare_amounts);
  for (guint32 i = 0; i < n_values; i++)
    {
      ranks->pay[amounts[i].value] = amounts[i].pay;
      ranks->first[amounts[i].value] = ranks->n_posts;
      ranks->n_posts += amounts[i].n;
      ranks->last[amounts[i].value] = ranks->n_posts;
    }

  return TRUE;
}
