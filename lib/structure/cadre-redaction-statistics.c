/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts into numbers of positions, by employer and grade, none of them small.
 *
 * A number below the least is not shown, and neither is one more of the same
 * employer where the small ones together are still below it, since it could be
 * found by taking the others from the total. What is not shown by grade is
 * shown together, for the employer without a grade; where that is too small,
 * together with that of other employers, without an employer; and where that is
 * too small, not at all. Rounding comes last. */

#include "config.h"

#include "structure/cadre-redaction-private.h"
#include <cadre/cadre-structure-error.h>

#include <stdlib.h>

static int
compare_cells (gconstpointer a, gconstpointer b)
{
  const CadreStatisticsCell *x = a;
  const CadreStatisticsCell *y = b;

  if (x->employer != y->employer)
    return x->employer < y->employer ? -1 : 1;
  return (x->grade > y->grade) - (x->grade < y->grade);
}

static void
add_positions (CadreStatisticsCell *cell, const CadreStatisticsCell *more)
{
  cell->n_positions += more->n_positions;
  cell->has_unknown |= more->has_unknown;
}

static guint32
known_row (const CadreTable *table, guint field, guint32 row, guint32 n_targets)
{
  guint32 target = cadre_table_reference (table, field, row);

  return target < n_targets ? target : CADRE_NO_ROW;
}

/* One cell a post of the employers in the document; the number of cells. */
static guint32
fill_cells (const CadreTables *tables, CadreStatisticsCell *cells)
{
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  guint32 n_organisations = tables->tables[CADRE_RECORD_KIND_ORGANISATION].n_rows;
  guint32 n_grades = tables->tables[CADRE_RECORD_KIND_GRADE].n_rows;
  guint32 n = 0;

  for (guint32 row = 0; row < posts->n_rows; row++)
    {
      int establishment = cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT, row);
      CadreStatisticsCell cell = {
        .employer = known_row (posts, CADRE_FIELD_POST_EMPLOYER, row, n_organisations),
        .grade = known_row (posts, CADRE_FIELD_POST_GRADE, row, n_grades),
        .n_positions = MAX (establishment, 0),
        .has_unknown = establishment < 0,
      };

      if (cadre_table_word (posts, CADRE_FIELD_POST_OUTSIDE, row) != CADRE_TRUTH_TRUE)
        cells[n++] = cell;
    }

  return n;
}

/* Cells of one employer and grade into one. */
static guint32
merge_cells (CadreStatisticsCell *cells, guint32 n)
{
  guint32 n_merged = 0;

  qsort (cells, n, sizeof (CadreStatisticsCell), compare_cells);
  for (guint32 i = 0; i < n; i++)
    if (n_merged > 0 && compare_cells (&cells[n_merged - 1], &cells[i]) == 0)
      add_positions (&cells[n_merged - 1], &cells[i]);
    else
      cells[n_merged++] = cells[i];

  return n_merged;
}

static gboolean
is_wide (const CadreStatisticsCell *cell, guint least)
{
  return cell->grade == CADRE_NO_ROW || cell->n_positions < least;
}

/* The smallest of the cells of an employer that can stand alone, or @n. */
static guint32
find_smallest (const CadreStatisticsCell *cells, guint32 n, guint least)
{
  guint32 smallest = n;

  for (guint32 i = 0; i < n; i++)
    if (!is_wide (&cells[i], least) &&
        (smallest == n || cells[i].n_positions < cells[smallest].n_positions))
      smallest = i;

  return smallest;
}

/* Brings the cells of one employer that can be shown to @shown, which is not
 * after them; the number of these. What is still too small goes to @others. */
static guint32
settle_employer (const CadreStatisticsCell *cells,
                 guint32 n,
                 guint least,
                 CadreStatisticsCell *shown,
                 CadreStatisticsCell *others)
{
  CadreStatisticsCell rest = { .employer = cells->employer, .grade = CADRE_NO_ROW };
  guint32 smallest = n;
  guint32 n_shown = 0;
  guint32 n_wide = 0;

  for (guint32 i = 0; i < n; i++)
    if (is_wide (&cells[i], least))
      {
        add_positions (&rest, &cells[i]);
        n_wide++;
      }
  if (n_wide > 0 && rest.n_positions < least)
    smallest = find_smallest (cells, n, least);
  if (smallest < n)
    add_positions (&rest, &cells[smallest]);

  for (guint32 i = 0; i < n; i++)
    if (i != smallest && !is_wide (&cells[i], least))
      shown[n_shown++] = cells[i];

  if (n_wide > 0 && rest.employer != CADRE_NO_ROW && rest.n_positions >= least)
    shown[n_shown++] = rest;
  else if (n_wide > 0)
    add_positions (others, &rest);
  return n_shown;
}

static guint32
settle_cells (CadreStatisticsCell *cells, guint32 n, guint least)
{
  CadreStatisticsCell others = { .employer = CADRE_NO_ROW, .grade = CADRE_NO_ROW };
  guint32 n_shown = 0;
  guint32 first = 0;

  for (guint32 i = 1; i <= n; i++)
    if (i == n || cells[i].employer != cells[first].employer)
      {
        n_shown += settle_employer (cells + first, i - first, least, cells + n_shown, &others);
        first = i;
      }

  if (others.n_positions >= least)
    cells[n_shown++] = others;
  return n_shown;
}

/* To the nearest multiple, halves up. What is rounded to nothing is not shown: that
 * it is there would tell how little it is. An unknown number stays unknown. */
static guint32
round_cells (CadreStatisticsCell *cells, guint32 n, guint base)
{
  guint32 n_shown = 0;

  for (guint32 i = 0; i < n; i++)
    {
      CadreStatisticsCell cell = cells[i];

      cell.n_positions = (cell.n_positions + base / 2) / base * base;
      if (cell.n_positions > 0 || cell.has_unknown)
        cells[n_shown++] = cell;
    }

  return n_shown;
}

/* The cells that can be shown; NULL for want of memory. */
CadreStatisticsCell *
cadre_redaction_make_statistics (const CadreTables *tables,
                                 guint least,
                                 guint base,
                                 guint32 *n_cells,
                                 GError **error)
{
  CadreStatisticsCell *cells =
    g_try_new (CadreStatisticsCell, (gsize) tables->tables[CADRE_RECORD_KIND_POST].n_rows + 1);

  if (cells == NULL)
    {
      g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_MEMORY,
                           "There is not enough memory to redact the structure");
      return NULL;
    }

  *n_cells = settle_cells (cells, merge_cells (cells, fill_cells (tables, cells)), least);
  *n_cells = round_cells (cells, *n_cells, base);
  return cells;
}
