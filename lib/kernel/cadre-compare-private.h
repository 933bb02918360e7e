/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Comparing two tables, column by column, once it is known which rows belong
 * together. Row i of the table after has row partner[i] before, or none. Each
 * function compares one column and sets one bit in the marks of the rows whose
 * cells differ.
 *
 * A column that is NULL has one value throughout, which is given beside it.
 * Rows are done in blocks, so that the marks of a block stay near while all
 * columns are compared. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define CADRE_KERNEL_NO_PARTNER G_MAXUINT32

typedef struct
{
  const guint32 *partner; /* by row after: the row before, or CADRE_KERNEL_NO_PARTNER */
  guint64 *marks;         /* by row after: a bit for each column that differs */
  guint32 first;          /* the block: from this row on */
  guint32 end;            /* to the one before this */
} CadreKernelBlock;

void cadre_kernel_compare_8 (const CadreKernelBlock *block,
                             const guint8 *after,
                             guint8 after_value,
                             const guint8 *before,
                             guint8 before_value,
                             guint bit);
void cadre_kernel_compare_32 (const CadreKernelBlock *block,
                              const guint32 *after,
                              guint32 after_value,
                              const guint32 *before,
                              guint32 before_value,
                              guint bit);
void cadre_kernel_compare_64 (const CadreKernelBlock *block,
                              const gint64 *after,
                              gint64 after_value,
                              const gint64 *before,
                              gint64 before_value,
                              guint bit);
/* As cadre_kernel_compare_32(), but the cells before are numbers of another
 * list, which @translation turns into those of the list after. */
void cadre_kernel_compare_codes (const CadreKernelBlock *block,
                                 const guint32 *after,
                                 const guint32 *before,
                                 const guint32 *translation,
                                 guint bit);

/* Chains: the rows that share a number, in row order. */
typedef struct
{
  guint32 *first; /* by number: the first row, or CADRE_KERNEL_NO_PARTNER */
  guint32 *next;  /* by row: the next with the same number, or CADRE_KERNEL_NO_PARTNER */
} CadreKernelChains;

/* Both arrays are the caller's. A number of @n_numbers or more is in no chain. */
void cadre_kernel_chain (const CadreKernelChains *chains,
                         guint32 n_numbers,
                         const guint32 *numbers,
                         guint32 n_rows);

G_END_DECLS
