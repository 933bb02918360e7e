/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-dense-private.h"

#include <math.h>
#include <string.h>

#define MOST 7
#define N CADRE_KERNEL_NONE
#define X G_MAXINT32

typedef struct
{
  guint32 column[600];
  double row_price[600], column_price[600];
  guint8 violator[600];
} Answer;

static CadreKernelStatus
solve (const CadreKernelMatrix *matrix, const CadreKernelScan *scan, Answer *answer)
{
  return cadre_kernel_dense_assign (matrix, scan, answer->column, answer->row_price,
                                    answer->column_price, answer->violator, NULL);
}

static double
sum_up (const CadreKernelMatrix *matrix, const Answer *answer)
{
  double sum = 0;

  for (guint32 i = 0; i < matrix->n_rows; i++)
    if (answer->column[i] != N)
      sum += cadre_kernel_matrix_get (matrix, i, answer->column[i]);
  return sum;
}

static gboolean
is_same (double one, double other)
{
  return one <= other && one >= other;
}

static gboolean
check (const CadreKernelMatrix *matrix, const Answer *answer, double tolerance)
{
  return cadre_kernel_dense_check (matrix, answer->column, answer->row_price, answer->column_price,
                                   tolerance);
}

/* The least sum by all sets of columns that the first rows can take, or infinity. */
static double
find_least (const CadreKernelMatrix *matrix)
{
  const gint most = (gint) MIN (matrix->n_rows, matrix->n_columns);
  double sums[1 << MOST];
  double least = INFINITY;

  sums[0] = 0;
  for (guint32 set = 1; set < 1U << MOST; set++)
    sums[set] = INFINITY;
  for (guint32 i = 0; i < matrix->n_rows; i++)
    for (guint32 set = 1U << MOST; set-- > 0;)
      for (guint32 j = 0; j < matrix->n_columns; j++)
        if ((set & 1U << j) == 0)
          sums[set | 1U << j] =
            MIN (sums[set | 1U << j], sums[set] + cadre_kernel_matrix_get (matrix, i, j));
  for (guint32 set = 0; set < 1U << MOST; set++)
    if (__builtin_popcount (set) == most)
      least = MIN (least, sums[set]);
  return least;
}

static void
fill (gint32 *whole, double *real, gsize n, gint32 range, gint percent_forbidden)
{
  for (gsize k = 0; k < n; k++)
    {
      whole[k] = g_test_rand_int_range (0, 100) < percent_forbidden
                   ? X
                   : g_test_rand_int_range (-range / 4, range);
      real[k] = whole[k] == X ? INFINITY : whole[k] / 8.0;
    }
}

static void
judge (const CadreKernelMatrix *matrix, const CadreKernelScan *scan)
{
  const double least = find_least (matrix);
  Answer answer;
  const CadreKernelStatus status = solve (matrix, scan, &answer);

  if (least < INFINITY)
    {
      g_assert_cmpint (status, ==, CADRE_KERNEL_DONE);
      g_assert_true (is_same (sum_up (matrix, &answer), least));
      g_assert_true (check (matrix, &answer, 0));
    }
  else
    {
      g_assert_cmpint (status, ==, CADRE_KERNEL_INFEASIBLE);
      g_assert_true (cadre_kernel_dense_check_violator (matrix, answer.violator));
    }
}

static void
test_random (void)
{
  g_test_summary ("Small matrices of all shapes against all that there is, with the proof");

  for (guint round = 0; round < 6000; round++)
    {
      const guint32 n_rows = (guint32) g_test_rand_int_range (1, MOST + 1);
      const guint32 n_columns = (guint32) g_test_rand_int_range (1, MOST + 1);
      const gint32 ranges[] = { 4, 20, 1000000 };
      const gint percents[] = { 0, 20, 60 };
      gint32 whole[MOST * (MOST + 1)];
      double real[MOST * (MOST + 1)];
      const CadreKernelMatrix by_int = { n_rows, n_columns, n_columns + round % 2, whole, NULL };
      const CadreKernelMatrix by_real = { n_rows, n_columns, n_columns, NULL, real };

      fill (whole, real, G_N_ELEMENTS (whole), ranges[round % 3], percents[round / 3 % 3]);
      judge (&by_int, NULL);
      judge (&by_real, NULL);
    }
}

/* Costs for which shortest paths are long: Machol and Wien (1976). */
static void
fill_hard (gint32 *cells, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    for (guint32 j = 0; j < n; j++)
      cells[i * n + j] = (gint32) ((i * 37 % n + 1) * (j * 29 % n + 1));
}

static void
fill_soft (gint32 *cells, guint32 n, gint32 range)
{
  for (guint32 k = 0; k < n * n; k++)
    cells[k] = g_test_rand_int_range (0, 50) == 0 ? X : g_test_rand_int_range (0, range);
}

/* Every form that this processor runs gives the same answer as the plain one. */
static void
compare_forms (const CadreKernelMatrix *matrix)
{
  g_autofree Answer *first = g_new0 (Answer, 1);
  g_autofree Answer *other = g_new0 (Answer, 1);

  g_assert_cmpint (solve (matrix, cadre_kernel_scan_get_nth (0), first), ==, CADRE_KERNEL_DONE);
  g_assert_true (check (matrix, first, matrix->real != NULL ? 1e-6 : 0));
  for (guint k = 1; cadre_kernel_scan_get_nth (k) != NULL; k++)
    {
      g_assert_cmpint (solve (matrix, cadre_kernel_scan_get_nth (k), other), ==, CADRE_KERNEL_DONE);
      g_assert_cmpmem (first->column, matrix->n_rows * sizeof (guint32), other->column,
                       matrix->n_rows * sizeof (guint32));
      g_assert_cmpmem (first->column_price, matrix->n_columns * sizeof (double),
                       other->column_price, matrix->n_columns * sizeof (double));
    }
}

static void
test_forms (void)
{
  const guint32 sizes[] = { 3, 17, 64, 203 };

  g_test_summary ("All forms of the inner loops, where auctions begin and where not");
  g_assert_cmpstr (cadre_kernel_scan_get ()->name, ==, cadre_kernel_scan_get_nth (0)->name);

  for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
    for (guint way = 0; way < 6; way++)
      {
        const guint32 n = sizes[k];
        g_autofree gint32 *whole = g_new (gint32, n * n);
        g_autofree double *real = g_new (double, n *n);
        const guint32 n_rows = way == 4 ? n / 2 + 1 : n;
        const guint32 n_columns = way == 5 ? n / 2 + 1 : n;
        const CadreKernelMatrix by_int = { n_rows, n_columns, n, whole, NULL };
        const CadreKernelMatrix by_real = { n_rows, n_columns, n, NULL, real };

        if (way == 0)
          fill_hard (whole, n);
        else
          fill_soft (whole, n, way == 1 ? 10 : 1000000);
        for (guint32 m = 0; m < n; m++)
          whole[m * n + m] = 2000000; /* so that there is an answer */
        for (guint32 m = 0; m < n * n; m++)
          real[m] = whole[m] == X ? INFINITY : whole[m] / 7.0;
        compare_forms (&by_int);
        compare_forms (&by_real);
      }
}

/* The answer is known: the largest of one side goes to the least of the other. */
static void
test_hard (void)
{
  const guint32 n = 211;
  g_autofree gint32 *cells = g_new (gint32, n * n);
  g_autofree Answer *answer = g_new0 (Answer, 1);
  const CadreKernelMatrix matrix = { n, n, n, cells, NULL };
  double expected = 0;

  g_test_summary ("The products of Machol and Wien, which need an auction");

  fill_hard (cells, n);
  for (guint32 k = 1; k <= n; k++)
    expected += (double) k * (n + 1 - k);
  g_assert_cmpint (solve (&matrix, NULL, answer), ==, CADRE_KERNEL_DONE);
  g_assert_true (is_same (sum_up (&matrix, answer), expected));
  g_assert_true (check (&matrix, answer, 0));
}

static const struct
{
  const char *name;
  guint32 n_rows, n_columns;
  gint32 cells[9];
  double least; /* infinity if there is no answer */
} cases[] = {
  { "one", 1, 1, { 7 }, 7 },
  { "wide", 2, 3, { 5, 4, 1, 5, 4, 2 }, 5 },
  { "tall", 3, 2, { 5, 5, 4, 4, 1, 2 }, 5 },
  { "negative", 2, 2, { -5, 1, -4, -9 }, -14 },
  { "all the same", 3, 3, { 1, 1, 1, 1, 1, 1, 1, 1, 1 }, 3 },
  { "one forbidden", 1, 1, { X }, INFINITY },
  { "a row of forbidden", 2, 2, { 1, 2, X, X }, INFINITY },
  { "a column of forbidden", 2, 2, { 1, X, 1, X }, INFINITY },
  { "a column of forbidden that need not be used", 2, 3, { 1, X, 5, 1, X, 7 }, 6 },
  { "two that want one", 2, 3, { 1, X, X, 1, X, X }, INFINITY },
  { "tall, and one column for nobody", 3, 2, { 1, X, 1, X, 1, X }, INFINITY },
  { "large", 2, 2, { G_MAXINT32 - 1, G_MININT32, G_MININT32, G_MAXINT32 - 1 }, -4294967296.0 },
};

static void
test_cases (void)
{
  g_test_summary ("Answers worked out by hand");

  for (guint k = 0; k < G_N_ELEMENTS (cases); k++)
    {
      const CadreKernelMatrix matrix = { cases[k].n_rows, cases[k].n_columns, cases[k].n_columns,
                                         cases[k].cells, NULL };

      g_test_message ("%s", cases[k].name);
      g_assert_true (is_same (find_least (&matrix), cases[k].least));
      judge (&matrix, NULL);
    }
}

static const struct
{
  const char *name;
  gboolean is_good;
  guint32 n_rows, n_columns;
  gint32 cells[6];
  guint32 column[3];
  double row_price[3], column_price[3];
} faults[] = {
  { "good", TRUE, 2, 2, { 1, 2, 3, 5 }, { 1, 0 }, { 1, 3 }, { 0, 1 } },
  { "not the least", FALSE, 2, 2, { 1, 2, 3, 5 }, { 0, 1 }, { 1, 3 }, { 0, 1 } },
  { "a column twice", FALSE, 2, 2, { 1, 2, 3, 5 }, { 0, 0 }, { 1, 3 }, { 0, 1 } },
  { "a row without", FALSE, 2, 2, { 1, 2, 3, 5 }, { 1, N }, { 1, 3 }, { 0, 1 } },
  { "out of range", FALSE, 2, 2, { 1, 2, 3, 5 }, { 1, 2 }, { 1, 3 }, { 0, 1 } },
  { "a price too high", FALSE, 2, 2, { 1, 2, 3, 5 }, { 1, 0 }, { 2, 3 }, { 0, 1 } },
  { "a price too low", FALSE, 2, 2, { 1, 2, 3, 5 }, { 1, 0 }, { 0, 3 }, { 0, 1 } },
  { "not a number", FALSE, 2, 2, { 1, 2, 3, 5 }, { 1, 0 }, { NAN, 3 }, { 0, 1 } },
  { "wide", TRUE, 1, 2, { 1, 2 }, { 0 }, { 1 }, { 0, 0 } },
  { "wide, left over below 0", FALSE, 1, 2, { 1, 2 }, { 1 }, { 2 }, { -1, 0 } },
  { "wide, used above 0", FALSE, 1, 2, { 1, 2 }, { 0 }, { 0 }, { 1, 0 } },
  { "tall", TRUE, 2, 1, { 1, 2 }, { 0, N }, { 0, 0 }, { 1 } },
  { "tall, left over below 0", FALSE, 2, 1, { 1, 2 }, { N, 0 }, { -1, 0 }, { 2 } },
  { "forbidden", FALSE, 1, 1, { X }, { 0 }, { 0 }, { 0 } },
};

static void
test_check (void)
{
  g_test_summary ("The check takes what is right and refuses each fault");

  for (guint k = 0; k < G_N_ELEMENTS (faults); k++)
    {
      const CadreKernelMatrix matrix = { faults[k].n_rows, faults[k].n_columns, faults[k].n_columns,
                                         faults[k].cells, NULL };

      g_test_message ("%s", faults[k].name);
      g_assert_cmpint (cadre_kernel_dense_check (&matrix, faults[k].column, faults[k].row_price,
                                                 faults[k].column_price, 0),
                       ==, faults[k].is_good);
    }
}

static void
test_check_violator (void)
{
  const gint32 cells[] = { 1, X, X, 1, X, 1 };
  const CadreKernelMatrix wide = { 2, 3, 3, cells, NULL };
  const CadreKernelMatrix tall = { 3, 2, 2, cells, NULL };
  const guint8 both[] = { TRUE, TRUE }, none[] = { FALSE, FALSE }, one[] = { TRUE, FALSE };
  const gint32 same[] = { 1, X, X, 1, X, X };
  const CadreKernelMatrix short_of = { 2, 3, 3, same, NULL };

  g_test_summary ("A set with as many neighbours is no violator");

  g_assert_false (cadre_kernel_dense_check_violator (&wide, both));
  g_assert_false (cadre_kernel_dense_check_violator (&wide, none));
  g_assert_false (cadre_kernel_dense_check_violator (&tall, both));
  g_assert_false (cadre_kernel_dense_check_violator (&short_of, one));
  g_assert_true (cadre_kernel_dense_check_violator (&short_of, both));
}

static gboolean
refuse (gpointer data)
{
  return FALSE;
}

static void
test_stop (void)
{
  const CadreKernelWatch watch = { refuse, NULL };
  const gint32 cells[] = { 1, 1, 5, 1, 1, 5, 1, 1, 5 };
  const CadreKernelMatrix matrix = { 3, 3, 3, cells, NULL };
  Answer answer;

  g_test_summary ("It stops where the caller says so");

  g_assert_cmpint (cadre_kernel_dense_assign (&matrix, NULL, answer.column, answer.row_price,
                                              answer.column_price, answer.violator, &watch),
                   ==, CADRE_KERNEL_STOPPED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/kernel/dense/random", test_random);
  g_test_add_func ("/kernel/dense/cases", test_cases);
  g_test_add_func ("/kernel/dense/forms", test_forms);
  g_test_add_func ("/kernel/dense/machol-wien", test_hard);
  g_test_add_func ("/kernel/dense/check", test_check);
  g_test_add_func ("/kernel/dense/check-violator", test_check_violator);
  g_test_add_func ("/kernel/dense/stop", test_stop);

  return g_test_run ();
}
