/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A table in plain text.
 *
 * Where the widest texts fit side by side, each column is as wide as its widest
 * text. Where they do not, the widest columns are made narrower and their texts
 * broken into lines. Where even that would squeeze words, each row is written
 * as a record: a line for each cell, under the text of the first. */

#include "config.h"

#include "report/cadre-report-table-private.h"
#include "report/cadre-wrap-private.h"

#include <string.h>

#define GAP 2
#define LEAST_WRAPPED 14 /* a column is not made narrower than this */
#define MOST_LINES 6     /* a cell that would need more lines makes its row a record */

typedef struct
{
  const CadreReportBlock *block;
  guint n_columns;
  guint n_rows;
  char **headings; /* tidy */
  char **cells;    /* tidy, row by row */
  gsize *widths;   /* by column */
  gsize *words;    /* by column: the least width that breaks no word */
} Table;

static const CadreReportColumn *
get_column (const Table *self, guint column)
{
  return &g_array_index (self->block->columns, CadreReportColumn, column);
}

static void
measure (Table *self, guint column, const char *text)
{
  gsize word = cadre_text_longest_word (text);

  self->widths[column] = MAX (self->widths[column], cadre_text_columns (text));
  self->words[column] = MAX (self->words[column], word);
}

static void
table_init (Table *self, const CadreReportBlock *block)
{
  self->block = block;
  self->n_columns = block->columns->len;
  self->n_rows = block->items->len / MAX (self->n_columns, 1);
  self->headings = g_new0 (char *, self->n_columns + 1);
  self->cells = g_new0 (char *, (gsize) self->n_rows * self->n_columns + 1);
  self->widths = g_new0 (gsize, self->n_columns + 1);
  self->words = g_new0 (gsize, self->n_columns + 1);

  for (guint i = 0; i < self->n_columns; i++)
    {
      self->headings[i] = cadre_text_tidy (get_column (self, i)->heading);
      measure (self, i, self->headings[i]);
    }
  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    {
      self->cells[i] = cadre_text_tidy (g_array_index (block->items, CadreReportItem, i).text);
      measure (self, i % self->n_columns, self->cells[i]);
    }
}

static void
table_clear (Table *self)
{
  g_strfreev (self->headings);
  g_strfreev (self->cells);
  g_free (self->widths);
  g_free (self->words);
}

static gsize
total_width (const Table *self)
{
  gsize total = (gsize) (self->n_columns - 1) * GAP;

  for (guint i = 0; i < self->n_columns; i++)
    total += self->widths[i];

  return total;
}

/* The widest column that can still be made narrower. */
static int
find_widest (const Table *self)
{
  int widest = -1;

  for (guint i = 0; i < self->n_columns; i++)
    if (self->widths[i] > MAX (self->words[i], LEAST_WRAPPED) &&
        (widest < 0 || self->widths[i] > self->widths[widest]))
      widest = (int) i;

  return widest;
}

/* The widest columns give way first, a blank at a time. FALSE where the table
 * cannot be made to fit. */
static gboolean
make_fit (Table *self, gsize width)
{
  gsize total = total_width (self);

  while (total > width)
    {
      int widest = find_widest (self);

      if (widest < 0)
        return FALSE;
      self->widths[widest]--;
      total--;
    }

  for (guint i = 0; i < self->n_rows * self->n_columns; i++)
    if (cadre_text_columns (self->cells[i]) > MOST_LINES * self->widths[i % self->n_columns])
      return FALSE;

  return TRUE;
}

static void
append_piece (const Table *self, GString *out, guint column, const char *piece)
{
  gsize blanks = self->widths[column] - cadre_text_columns (piece);
  gboolean is_last = column + 1 == self->n_columns;

  if (get_column (self, column)->alignment == CADRE_ALIGNMENT_END)
    cadre_text_append_blanks (out, blanks);
  g_string_append (out, piece);
  if (get_column (self, column)->alignment == CADRE_ALIGNMENT_START && !is_last)
    cadre_text_append_blanks (out, blanks);
  if (!is_last)
    cadre_text_append_blanks (out, GAP);
}

static void
drop_trailing_blanks (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
}

static void
append_row (const Table *self, GString *out, char **texts)
{
  g_autoptr (GPtrArray) wrapped =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  guint n_lines = 1;

  for (guint i = 0; i < self->n_columns; i++)
    {
      GPtrArray *lines = cadre_text_wrap (texts[i], MAX (self->widths[i], 2));

      g_ptr_array_add (wrapped, lines);
      n_lines = MAX (n_lines, lines->len);
    }

  for (guint line = 0; line < n_lines; line++)
    {
      for (guint i = 0; i < self->n_columns; i++)
        {
          GPtrArray *lines = g_ptr_array_index (wrapped, i);

          append_piece (self, out, i, line < lines->len ? g_ptr_array_index (lines, line) : "");
        }
      drop_trailing_blanks (out);
      g_string_append_c (out, '\n');
    }
}

static gboolean
row_is_broken (const Table *self, guint row)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (cadre_text_columns (self->cells[row * self->n_columns + i]) > self->widths[i])
      return TRUE;

  return FALSE;
}

/* Rows of several lines are set apart by an empty one. */
static void
append_columns (const Table *self, GString *out)
{
  gboolean apart = FALSE;

  append_row (self, out, self->headings);
  for (guint i = 0; i < self->n_columns; i++)
    {
      for (gsize j = 0; j < self->widths[i]; j++)
        g_string_append_c (out, '-');
      cadre_text_append_blanks (out, i + 1 < self->n_columns ? GAP : 0);
    }
  g_string_append_c (out, '\n');

  for (guint row = 0; row < self->n_rows && !apart; row++)
    apart = row_is_broken (self, row);
  for (guint row = 0; row < self->n_rows; row++)
    {
      if (apart && row > 0)
        g_string_append_c (out, '\n');
      append_row (self, out, self->cells + (gsize) row * self->n_columns);
    }
}

static void
append_field (GString *out, const char *heading, const char *text, gsize width)
{
  g_autofree char *first = g_strconcat ("    ", heading, ": ", NULL);

  if (*text == '\0')
    return;

  if (cadre_text_columns (first) > width / 2)
    {
      cadre_text_append_hanging (out, heading, "    ", width);
      cadre_text_append_hanging (out, text, "      ", width);
    }
  else
    {
      cadre_text_append_hanging (out, text, first, width);
    }
}

static void
append_records (const Table *self, GString *out, gsize width)
{
  for (guint row = 0; row < self->n_rows; row++)
    {
      char **cells = self->cells + (gsize) row * self->n_columns;

      if (row > 0)
        g_string_append_c (out, '\n');
      cadre_text_append_hanging (out, cells[0], "  ", width);
      for (guint i = 1; i < self->n_columns; i++)
        append_field (out, self->headings[i], cells[i], width);
    }
}

void
cadre_report_table_append (const CadreReportBlock *block, GString *out, gsize width)
{
  Table table = { 0 };

  if (block->columns->len == 0 || block->items->len == 0)
    return;

  table_init (&table, block);
  if (make_fit (&table, width))
    append_columns (&table, out);
  else
    append_records (&table, out, width);
  table_clear (&table);
}
