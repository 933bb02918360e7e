/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Comparing two tables, column by column, once it is known which rows belong
 * together.
 *
 * Row i of the table after has row partner[i] before, or none. Where little
 * changed, partners of neighbours are neighbours: such runs are compared as
 * plain arrays. Most runs are the same in most columns, so a run is first asked
 * whether anything differs, and only then which rows.
 *
 * A column that is NULL has one value throughout, which is given beside it.
 * Rows are done in blocks, so that what is known of a block stays near while
 * all columns are compared. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CADRE_KERNEL_NO_PARTNER G_MAXUINT32
#define CADRE_KERNEL_BLOCK 1024 /* rows at most */

/* Neighbours with neighbours as their partners. */
typedef struct
{
  guint32 after;  /* the first row */
  guint32 before; /* its partner */
  guint32 n;
} CadreKernelRun;

typedef struct
{
  guint32 first; /* the row after that the block begins with */
  guint32 n_runs;
  CadreKernelRun runs[CADRE_KERNEL_BLOCK];
  guint64 marks[CADRE_KERNEL_BLOCK]; /* by row of the block: a bit for each column that differs */
} CadreKernelBlock;

void cadre_kernel_block_init (CadreKernelBlock *block,
                              const guint32 *partner,
                              guint32 first,
                              guint32 n_rows);

void cadre_kernel_compare_8 (CadreKernelBlock *block,
                             const guint8 *after,
                             guint8 after_value,
                             const guint8 *before,
                             guint8 before_value,
                             guint bit);
void cadre_kernel_compare_32 (CadreKernelBlock *block,
                              const guint32 *after,
                              guint32 after_value,
                              const guint32 *before,
                              guint32 before_value,
                              guint bit);
void cadre_kernel_compare_64 (CadreKernelBlock *block,
                              const gint64 *after,
                              gint64 after_value,
                              const gint64 *before,
                              gint64 before_value,
                              guint bit);
/* As cadre_kernel_compare_32(), but the cells before are numbers of another
 * list, which @translation turns into those of the list after. */
void cadre_kernel_compare_codes (CadreKernelBlock *block,
                                 const guint32 *after,
                                 const guint32 *before,
                                 const guint32 *translation,
                                 guint bit);

G_END_DECLS
