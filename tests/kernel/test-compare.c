/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-compare-private.h"

#define MOST 64

/* Two columns of each width, few values, so that much is equal. */
typedef struct
{
  guint32 partner[MOST];
  guint8 after_8[MOST], before_8[MOST];
  guint32 after_32[MOST], before_32[MOST];
  gint64 after_64[MOST], before_64[MOST];
  guint32 translation[8];
  guint32 n;
} Data;

static void
fill (Data *data)
{
  guint32 next = 0;

  data->n = (guint32) g_test_rand_int_range (0, MOST + 1);
  for (guint32 i = 0; i < data->n; i++)
    {
      const int lot = g_test_rand_int_range (0, 10);

      /* Mostly the next row, now and then none or another. */
      next = lot == 0 ? (guint32) g_test_rand_int_range (0, MOST) : (next + 1) % MOST;
      data->partner[i] = lot == 1 ? CADRE_KERNEL_NO_PARTNER : next;
    }
  for (guint32 i = 0; i < MOST; i++)
    {
      data->after_8[i] = (guint8) g_test_rand_int_range (0, 2);
      data->before_8[i] = (guint8) g_test_rand_int_range (0, 2);
      data->after_32[i] = (guint32) g_test_rand_int_range (0, 8);
      data->before_32[i] = (guint32) g_test_rand_int_range (0, 8);
      data->after_64[i] = g_test_rand_int_range (-1, 1) * (G_GINT64_CONSTANT (1) << 40);
      data->before_64[i] = g_test_rand_int_range (-1, 1) * (G_GINT64_CONSTANT (1) << 40);
    }

  data->translation[0] = 0;
  for (guint32 i = 1; i < 8; i++)
    data->translation[i] = (guint32) g_test_rand_int_range (1, 8);
}

/* One row at a time. */
static gboolean
differs (const Data *data, guint32 row, guint column, gboolean has_after, gboolean has_before)
{
  const guint32 partner = data->partner[row];

  switch (column)
    {
    case 0:
      return (has_after ? data->after_8[row] : 1) != (has_before ? data->before_8[partner] : 0);
    case 1:
      return (has_after ? data->after_32[row] : 3) != (has_before ? data->before_32[partner] : 3);
    case 2:
      return (has_after ? data->after_64[row] : -1) !=
             (has_before ? data->before_64[partner] : G_MAXINT64);
    default:
      return (has_after ? data->after_32[row] : 0) !=
             (has_before ? data->translation[data->before_32[partner]] : 0);
    }
}

static void
compare_all (const Data *data, CadreKernelBlock *block, gboolean has_after, gboolean has_before)
{
  cadre_kernel_compare_8 (block, has_after ? data->after_8 : NULL, 1,
                          has_before ? data->before_8 : NULL, 0, 0);
  cadre_kernel_compare_32 (block, has_after ? data->after_32 : NULL, 3,
                           has_before ? data->before_32 : NULL, 3, 1);
  cadre_kernel_compare_64 (block, has_after ? data->after_64 : NULL, -1,
                           has_before ? data->before_64 : NULL, G_MAXINT64, 2);
  cadre_kernel_compare_codes (block, has_after ? data->after_32 : NULL,
                              has_before ? data->before_32 : NULL, data->translation, 3);
}

static void
check_marks (const Data *data, guint32 first, gboolean has_after, gboolean has_before)
{
  CadreKernelBlock block;

  cadre_kernel_block_init (&block, data->partner, first, data->n - first);
  compare_all (data, &block, has_after, has_before);
  for (guint32 row = first; row < data->n; row++)
    {
      guint64 expected = 0;

      for (guint column = 0; column < 4; column++)
        if (data->partner[row] != CADRE_KERNEL_NO_PARTNER)
          expected |= (guint64) differs (data, row, column, has_after, has_before) << column;
      g_assert_cmphex (block.marks[row - first], ==, expected);
    }
}

static void
test_against_rows (void)
{
  Data data;

  g_test_summary ("Columns in blocks against one row at a time, columns that are not there too");

  for (guint i = 0; i < 2000; i++)
    {
      fill (&data);
      for (guint which = 0; which < 4; which++)
        check_marks (&data, (guint32) g_test_rand_int_range (0, (gint32) data.n + 1),
                     (which & 1) != 0, (which & 2) != 0);
    }
}

static void
test_runs (void)
{
  const guint32 partner[] = {
    CADRE_KERNEL_NO_PARTNER, 4, 5, 6, 2, 9, 10, CADRE_KERNEL_NO_PARTNER, 11, CADRE_KERNEL_NO_PARTNER
  };
  const CadreKernelRun expected[] = { { 1, 4, 3 }, { 4, 2, 1 }, { 5, 9, 2 }, { 8, 11, 1 } };
  CadreKernelBlock block;

  cadre_kernel_block_init (&block, partner, 0, G_N_ELEMENTS (partner));
  g_assert_cmpuint (block.n_runs, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < block.n_runs; i++)
    {
      g_assert_cmpuint (block.runs[i].after, ==, expected[i].after);
      g_assert_cmpuint (block.runs[i].before, ==, expected[i].before);
      g_assert_cmpuint (block.runs[i].n, ==, expected[i].n);
    }

  cadre_kernel_block_init (&block, partner, 9, 1);
  g_assert_cmpuint (block.n_runs, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kernel/compare/against-rows", test_against_rows);
  g_test_add_func ("/kernel/compare/runs", test_runs);

  return g_test_run ();
}
