/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The inner loops over a row of costs, in the fastest form that the processor
 * has. All forms give the same answers, to the bit.
 *
 * A cost is a whole number, where G_MAXINT32 stands for what is forbidden, or a
 * double, where infinity does. Sums of whole numbers stay exact below 2^53. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  double least;
  double second; /* the least of the others, which may be equal */
  guint32 at;    /* the first that has the least */
} CadreKernelLeast;

/* The first of each pair reads whole numbers, the second doubles. */
typedef struct
{
  const char *name;
  /* Lowers distance[j] to cost[j] - price[j] - base, and notes @row where it
   * does: the least distance of all. */
  double (*relax_int) (const gint32 *cost,
                       const double *price,
                       double base,
                       guint32 row,
                       double *distance,
                       guint32 *before,
                       guint32 n);
  double (*relax_real) (const double *cost,
                        const double *price,
                        double base,
                        guint32 row,
                        double *distance,
                        guint32 *before,
                        guint32 n);
  /* The least two of cost[j] - price[j]. */
  CadreKernelLeast (*least_int) (const gint32 *cost, const double *price, guint32 n);
  CadreKernelLeast (*least_real) (const double *cost, const double *price, guint32 n);
  /* Lowers least[j] to cost[j], and notes @row where it does. */
  void (*lower_int) (const gint32 *cost, guint32 row, double *least, guint32 *at, guint32 n);
  void (*lower_real) (const double *cost, guint32 row, double *least, guint32 *at, guint32 n);
  /* The first from @from on that is at most @most, or @n. */
  guint32 (*find) (const double *distance, double most, guint32 from, guint32 n);
} CadreKernelScan;

const CadreKernelScan *cadre_kernel_scan_get (void);
const CadreKernelScan *cadre_kernel_scan_get_nth (guint n);

G_END_DECLS
