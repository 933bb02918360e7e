/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-compare-private.h"

#include <string.h>

/*< private >
 * cadre_kernel_block_init:
 * @block: where to put the block
 * @partner: by row after: the row before, or %CADRE_KERNEL_NO_PARTNER
 * @first: the first row of the block
 * @n_rows: how many rows it has, at most %CADRE_KERNEL_BLOCK
 *
 * Begins a block: finds its runs, and marks nothing.
 */
void
cadre_kernel_block_init (CadreKernelBlock *block,
                         const guint32 *partner,
                         guint32 first,
                         guint32 n_rows)
{
  const guint32 end = first + n_rows;
  CadreKernelRun *run = block->runs;

  block->first = first;
  memset (block->marks, 0, n_rows * sizeof (guint64));
  for (guint32 i = first; i < end; run++)
    {
      while (i < end && partner[i] == CADRE_KERNEL_NO_PARTNER)
        i++;
      if (i == end)
        break;

      *run = (CadreKernelRun){ i, partner[i], 1 };
      for (i++; i < end && partner[i] == run->before + run->n; i++)
        run->n++;
    }

  block->n_runs = (guint32) (run - block->runs);
}

static inline guint64 *
get_marks (CadreKernelBlock *block, const CadreKernelRun *run)
{
  return block->marks + (run->after - block->first);
}

/* Compares the cells of a run with one value. */
static inline void
mark_value_8 (const guint8 *cells, guint8 value, guint32 n, guint64 *marks, guint bit)
{
  guint8 differs = 0;

  for (guint32 i = 0; i < n; i++)
    differs |= cells[i] ^ value;
  for (guint32 i = 0; differs != 0 && i < n; i++)
    marks[i] |= (guint64) (cells[i] != value) << bit;
}

static inline void
mark_8 (const guint8 *after, const guint8 *before, guint32 n, guint64 *marks, guint bit)
{
  guint8 differs = 0;

  for (guint32 i = 0; i < n; i++)
    differs |= after[i] ^ before[i];
  for (guint32 i = 0; differs != 0 && i < n; i++)
    marks[i] |= (guint64) (after[i] != before[i]) << bit;
}

/*< private >
 * cadre_kernel_compare_8:
 * @block: the rows
 * @after: (nullable): the cells after
 * @after_value: what all cells after hold, where @after is %NULL
 * @before: (nullable): the cells before
 * @before_value: what all cells before hold, where @before is %NULL
 * @bit: the bit to set
 *
 * Compares a column of numbers of 8 bits.
 */
void
cadre_kernel_compare_8 (CadreKernelBlock *block,
                        const guint8 *after,
                        guint8 after_value,
                        const guint8 *before,
                        guint8 before_value,
                        guint bit)
{
  for (guint32 i = 0; i < block->n_runs; i++)
    {
      const CadreKernelRun *run = &block->runs[i];
      guint64 *marks = get_marks (block, run);

      if (after != NULL && before != NULL)
        mark_8 (after + run->after, before + run->before, run->n, marks, bit);
      else if (after != NULL)
        mark_value_8 (after + run->after, before_value, run->n, marks, bit);
      else if (before != NULL)
        mark_value_8 (before + run->before, after_value, run->n, marks, bit);
      else
        for (guint32 k = 0; k < run->n; k++)
          marks[k] |= (guint64) (after_value != before_value) << bit;
    }
}

/* Compares the cells of a run with one value. */
static inline void
mark_value_32 (const guint32 *cells, guint32 value, guint32 n, guint64 *marks, guint bit)
{
  guint32 differs = 0;

  for (guint32 i = 0; i < n; i++)
    differs |= cells[i] ^ value;
  for (guint32 i = 0; differs != 0 && i < n; i++)
    marks[i] |= (guint64) (cells[i] != value) << bit;
}

static inline void
mark_32 (const guint32 *after, const guint32 *before, guint32 n, guint64 *marks, guint bit)
{
  guint32 differs = 0;

  for (guint32 i = 0; i < n; i++)
    differs |= after[i] ^ before[i];
  for (guint32 i = 0; differs != 0 && i < n; i++)
    marks[i] |= (guint64) (after[i] != before[i]) << bit;
}

/*< private >
 * cadre_kernel_compare_32:
 * @block: the rows
 * @after: (nullable): the cells after
 * @after_value: what all cells after hold, where @after is %NULL
 * @before: (nullable): the cells before
 * @before_value: what all cells before hold, where @before is %NULL
 * @bit: the bit to set
 *
 * Compares a column of numbers of 32 bits.
 */
void
cadre_kernel_compare_32 (CadreKernelBlock *block,
                         const guint32 *after,
                         guint32 after_value,
                         const guint32 *before,
                         guint32 before_value,
                         guint bit)
{
  for (guint32 i = 0; i < block->n_runs; i++)
    {
      const CadreKernelRun *run = &block->runs[i];
      guint64 *marks = get_marks (block, run);

      if (after != NULL && before != NULL)
        mark_32 (after + run->after, before + run->before, run->n, marks, bit);
      else if (after != NULL)
        mark_value_32 (after + run->after, before_value, run->n, marks, bit);
      else if (before != NULL)
        mark_value_32 (before + run->before, after_value, run->n, marks, bit);
      else
        for (guint32 k = 0; k < run->n; k++)
          marks[k] |= (guint64) (after_value != before_value) << bit;
    }
}

/* Compares the cells of a run with one value. */
static inline void
mark_value_64 (const gint64 *cells, gint64 value, guint32 n, guint64 *marks, guint bit)
{
  gint64 differs = 0;

  for (guint32 i = 0; i < n; i++)
    differs |= cells[i] ^ value;
  for (guint32 i = 0; differs != 0 && i < n; i++)
    marks[i] |= (guint64) (cells[i] != value) << bit;
}

static inline void
mark_64 (const gint64 *after, const gint64 *before, guint32 n, guint64 *marks, guint bit)
{
  gint64 differs = 0;

  for (guint32 i = 0; i < n; i++)
    differs |= after[i] ^ before[i];
  for (guint32 i = 0; differs != 0 && i < n; i++)
    marks[i] |= (guint64) (after[i] != before[i]) << bit;
}

/*< private >
 * cadre_kernel_compare_64:
 * @block: the rows
 * @after: (nullable): the cells after
 * @after_value: what all cells after hold, where @after is %NULL
 * @before: (nullable): the cells before
 * @before_value: what all cells before hold, where @before is %NULL
 * @bit: the bit to set
 *
 * Compares a column of numbers of 64 bits.
 */
void
cadre_kernel_compare_64 (CadreKernelBlock *block,
                         const gint64 *after,
                         gint64 after_value,
                         const gint64 *before,
                         gint64 before_value,
                         guint bit)
{
  for (guint32 i = 0; i < block->n_runs; i++)
    {
      const CadreKernelRun *run = &block->runs[i];
      guint64 *marks = get_marks (block, run);

      if (after != NULL && before != NULL)
        mark_64 (after + run->after, before + run->before, run->n, marks, bit);
      else if (after != NULL)
        mark_value_64 (after + run->after, before_value, run->n, marks, bit);
      else if (before != NULL)
        mark_value_64 (before + run->before, after_value, run->n, marks, bit);
      else
        for (guint32 k = 0; k < run->n; k++)
          marks[k] |= (guint64) (after_value != before_value) << bit;
    }
}

static inline void
mark_codes (const guint32 *after,
            const guint32 *before,
            const guint32 *translation,
            guint32 n,
            guint64 *marks,
            guint bit)
{
  guint32 differs = 0;

  for (guint32 i = 0; i < n; i++)
    differs |= after[i] ^ translation[before[i]];
  for (guint32 i = 0; differs != 0 && i < n; i++)
    marks[i] |= (guint64) (after[i] != translation[before[i]]) << bit;
}

/* Nothing but 0 is 0 in the other list. */
static inline void
mark_any_code (const guint32 *cells, guint32 n, guint64 *marks, guint bit)
{
  for (guint32 i = 0; i < n; i++)
    marks[i] |= (guint64) (cells[i] != 0) << bit;
}

/*< private >
 * cadre_kernel_compare_codes:
 * @block: the rows
 * @after: (nullable): the codes after; %NULL stands for 0 throughout
 * @before: (nullable): the codes before; %NULL stands for 0 throughout
 * @translation: by code before: the code after; 0 for 0 and for no other
 * @bit: the bit to set
 *
 * Compares a column of codes that two tables count differently.
 */
void
cadre_kernel_compare_codes (CadreKernelBlock *block,
                            const guint32 *after,
                            const guint32 *before,
                            const guint32 *translation,
                            guint bit)
{
  for (guint32 i = 0; i < block->n_runs; i++)
    {
      const CadreKernelRun *run = &block->runs[i];
      guint64 *marks = get_marks (block, run);

      if (after != NULL && before != NULL)
        mark_codes (after + run->after, before + run->before, translation, run->n, marks, bit);
      else if (after != NULL)
        mark_any_code (after + run->after, run->n, marks, bit);
      else if (before != NULL)
        mark_any_code (before + run->before, run->n, marks, bit);
    }
}
