/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Whoever knows what a table adds up to, what it shows, and the rule, finds out nothing
 * that is withheld. */

#include "config.h"

#include "report/outcomes/cadre-withhold-private.h"

#include <string.h>

#define N_ROWS 4
#define N_VALUES 6 /* 0 to 5 in a row */
#define N_TABLES (N_VALUES * N_VALUES * N_VALUES * N_VALUES)

static const struct
{
  const char *name;
  guint n[N_ROWS];
  guint n_hidden[N_ROWS];
  const char *withheld; /* a letter a row: x where it is */
} rows[] = {
  { "none", { 2, 3, 4, 5 }, { 2, 3, 4, 5 }, "...." },
  { "one-and-the-smallest", { 1, 3, 4, 5 }, { 1, 3, 4, 5 }, "xx.." },
  { "two-ones", { 1, 4, 1, 2 }, { 1, 4, 1, 2 }, "x.xx" },
  { "as-small", { 3, 1, 3, 4 }, { 3, 1, 3, 4 }, "xxx." },
  { "only-ones", { 1, 0, 1, 0 }, { 1, 0, 1, 0 }, "x.x." },
  { "nothing", { 0, 0, 0, 0 }, { 0, 0, 0, 0 }, "...." },
  { "one-is-not-shown", { 3, 4, 5, 0 }, { 1, 2, 0, 0 }, "xx.." },
  { "all-are-shown", { 3, 4, 5, 0 }, { 0, 0, 0, 0 }, "...." },
  { "one-that-is-shown", { 1, 4, 5, 0 }, { 0, 2, 3, 0 }, "x..." },
};

static void
test_row (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  CadreCount counts[N_ROWS] = { { 0 } };
  char withheld[N_ROWS + 1] = "";

  for (guint k = 0; k < N_ROWS; k++)
    {
      counts[k].n = rows[i].n[k];
      counts[k].n_hidden = rows[i].n_hidden[k];
    }
  cadre_counts_withhold (counts, N_ROWS);
  for (guint k = 0; k < N_ROWS; k++)
    withheld[k] = counts[k].is_withheld ? 'x' : '.';
  g_assert_cmpstr (withheld, ==, rows[i].withheld);
}

static void
make_table (guint number, CadreCount *counts)
{
  memset (counts, 0, N_ROWS * sizeof (CadreCount));
  for (guint k = 0; k < N_ROWS; k++, number /= N_VALUES)
    counts[k].n = counts[k].n_hidden = number % N_VALUES;
  cadre_counts_withhold (counts, N_ROWS);
}

/* Rows of nobody are not in a report. */
static gboolean
tells_the_same (const CadreCount *a, const CadreCount *b)
{
  guint sum_a = 0;
  guint sum_b = 0;

  for (guint k = 0; k < N_ROWS; k++)
    {
      sum_a += a[k].n;
      sum_b += b[k].n;
      if (a[k].is_withheld != b[k].is_withheld || (!a[k].is_withheld && a[k].n != b[k].n))
        return FALSE;
    }

  return sum_a == sum_b;
}

static gboolean
has_several (const CadreCount *counts)
{
  for (guint k = 0; k < N_ROWS; k++)
    if (counts[k].n_hidden > 1)
      return TRUE;

  return FALSE;
}

/* Every table of four rows: for each number that is withheld there is another table
 * that would be told the same, with another number in its place. */
static void
test_attack (void)
{
  g_autofree CadreCount *tables = g_new0 (CadreCount, N_TABLES * N_ROWS);
  guint n_withheld = 0;

  for (guint i = 0; i < N_TABLES; i++)
    make_table (i, tables + i * N_ROWS);
  for (guint i = 0; i < N_TABLES; i++)
    {
      const CadreCount *table = tables + i * N_ROWS;
      guint is_found = 0;
      guint wanted = 0;

      for (guint k = 0; k < N_ROWS; k++)
        wanted |= (guint) table[k].is_withheld << k;
      if (wanted == 0 || !has_several (table))
        continue;
      for (guint j = 0; j < N_TABLES && is_found != wanted; j++)
        for (guint k = 0; tells_the_same (table, tables + j * N_ROWS) && k < N_ROWS; k++)
          if (table[k].is_withheld && tables[j * N_ROWS + k].n != table[k].n)
            is_found |= 1u << k;
      g_assert_cmpuint (is_found, ==, wanted);
      n_withheld++;
    }
  g_assert_cmpuint (n_withheld, >, 500);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/report/withhold/", rows[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }
  g_test_add_func ("/report/withhold/attack", test_attack);

  return g_test_run ();
}
