/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-compare-private.h"

#include <string.h>

static inline gboolean
has_partner (const CadreKernelBlock *block, guint32 row)
{
  return block->partner[row] != CADRE_KERNEL_NO_PARTNER;
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
 * Compares a column of bytes.
 */
void
cadre_kernel_compare_8 (const CadreKernelBlock *block,
                        const guint8 *after,
                        guint8 after_value,
                        const guint8 *before,
                        guint8 before_value,
                        guint bit)
{
  for (guint32 i = block->first; i < block->end; i++)
    if (has_partner (block, i))
      {
        const guint8 a = after != NULL ? after[i] : after_value;
        const guint8 b = before != NULL ? before[block->partner[i]] : before_value;

        block->marks[i] |= (guint64) (a != b) << bit;
      }
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
 * Compares a column of numbers.
 */
void
cadre_kernel_compare_32 (const CadreKernelBlock *block,
                         const guint32 *after,
                         guint32 after_value,
                         const guint32 *before,
                         guint32 before_value,
                         guint bit)
{
  for (guint32 i = block->first; i < block->end; i++)
    if (has_partner (block, i))
      {
        const guint32 a = after != NULL ? after[i] : after_value;
        const guint32 b = before != NULL ? before[block->partner[i]] : before_value;

        block->marks[i] |= (guint64) (a != b) << bit;
      }
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
 * Compares a column of long numbers.
 */
void
cadre_kernel_compare_64 (const CadreKernelBlock *block,
                         const gint64 *after,
                         gint64 after_value,
                         const gint64 *before,
                         gint64 before_value,
                         guint bit)
{
  for (guint32 i = block->first; i < block->end; i++)
    if (has_partner (block, i))
      {
        const gint64 a = after != NULL ? after[i] : after_value;
        const gint64 b = before != NULL ? before[block->partner[i]] : before_value;

        block->marks[i] |= (guint64) (a != b) << bit;
      }
}

/*< private >
 * cadre_kernel_compare_codes:
 * @block: the rows
 * @after: (nullable): the codes after; %NULL stands for 0 throughout
 * @before: (nullable): the codes before; %NULL stands for 0 throughout
 * @translation: by code before: the code after
 * @bit: the bit to set
 *
 * Compares a column of codes that two tables count differently. Code 0 is 0 in
 * both.
 */
void
cadre_kernel_compare_codes (const CadreKernelBlock *block,
                            const guint32 *after,
                            const guint32 *before,
                            const guint32 *translation,
                            guint bit)
{
  for (guint32 i = block->first; i < block->end; i++)
    if (has_partner (block, i))
      {
        const guint32 a = after != NULL ? after[i] : 0;
        const guint32 b = before != NULL ? translation[before[block->partner[i]]] : 0;

        block->marks[i] |= (guint64) (a != b) << bit;
      }
}

/*< private >
 * cadre_kernel_chain:
 * @chains: where to put the chains
 * @n_numbers: how many different numbers there may be
 * @numbers: (nullable): the number of each row; %NULL stands for 0 throughout
 * @n_rows: how many rows there are
 *
 * Chains the rows that have the same number. O(@n_numbers + @n_rows).
 */
void
cadre_kernel_chain (const CadreKernelChains *chains,
                    guint32 n_numbers,
                    const guint32 *numbers,
                    guint32 n_rows)
{
  memset (chains->first, 0xff, n_numbers * sizeof (guint32));

  /* Backwards, so that the first row ends up first. */
  for (guint32 i = n_rows; i > 0; i--)
    {
      const guint32 number = numbers != NULL ? numbers[i - 1] : 0;

      chains->next[i - 1] = CADRE_KERNEL_NO_PARTNER;
      if (number < n_numbers)
        {
          chains->next[i - 1] = chains->first[number];
          chains->first[number] = i - 1;
        }
    }
}
