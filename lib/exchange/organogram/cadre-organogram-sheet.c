/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* From a file to rows. */

#include "config.h"

#include "exchange/organogram/cadre-organogram-private.h"
#include <cadre/cadre-csv-reader.h>
#include <cadre/cadre-exchange-error.h>
#include <cadre/cadre-structure-error.h>

#include <string.h>

typedef struct
{
  CadreOrganogramDraft *draft;
  CadreCsvReader *reader;
  GCancellable *cancellable;
  guint32 file;
  gboolean is_junior;
  guint n_columns;
  int *cells;     /* by column: the cell that it holds, or CADRE_NO_CELL */
  guint32 *names; /* by column: string code of an attribute, where no cell is known; 0 for none */
} Sheet;

static CadreOrganogramFile *
get_file (const Sheet *self)
{
  return &g_array_index (self->draft->files, CadreOrganogramFile, self->file);
}

static void
report_column (const Sheet *self, CadreOrganogramFault fault, guint column)
{
  g_autofree char *place = g_strdup_printf ("row 1, cell %u", column + 1);

  cadre_organogram_report_file (self->draft, fault, self->file, place);
}

/* What a column without a heading is: the first numbers the rows, and the one
 * before the profession is the total pay, whose heading was lost. */
static int
guess_column (const Sheet *self, guint column)
{
  const char *next = cadre_csv_reader_get_cell (self->reader, column + 1);

  if (self->is_junior || column == 0 || next == NULL ||
      cadre_organogram_find_column (FALSE, next) != CADRE_CELL_PROFESSION)
    return CADRE_NO_CELL;

  return CADRE_CELL_TOTAL;
}

/* The attribute for the cells of a column that is not known. The number keeps
 * columns apart that share a heading. */
static gboolean
name_column (Sheet *self, guint column, const char *heading, GError **error)
{
  g_autofree char *slug = cadre_organogram_dup_slug (heading, CADRE_MOST_TITLE);
  g_autofree char *name = g_strdup_printf ("column-%u-%s", column + 1, slug);

  if (heading[0] == '\0' && column == 0)
    {
      report_column (self, CADRE_FAULT_INDEX_COLUMN, column);
      return TRUE;
    }

  report_column (self, CADRE_FAULT_COLUMN_UNKNOWN, column);
  return cadre_organogram_draft_intern (self->draft, name, &self->names[column], error);
}

static gboolean
read_heading (Sheet *self, guint column, GError **error)
{
  CadreOrganogramFile *file = get_file (self);
  const char *heading = cadre_csv_reader_get_cell (self->reader, column);
  int cell = CADRE_NO_CELL;

  heading += strspn (heading, " \t\r\n");
  cell = heading[0] == '\0' ? guess_column (self, column)
                            : cadre_organogram_find_column (self->is_junior, heading);
  if (cell == CADRE_NO_CELL || file->places[cell] != CADRE_NO_CELL)
    return name_column (self, column, heading, error);

  self->cells[column] = cell;
  file->places[cell] = (int) column;
  return TRUE;
}

static void
report_missing_columns (const Sheet *self)
{
  const CadreOrganogramFile *file = get_file (self);

  for (guint i = 0; self->is_junior && i < CADRE_N_JUNIOR_COLUMNS; i++)
    if (file->places[cadre_organogram_junior_cells[i]] == CADRE_NO_CELL)
      cadre_organogram_report_file (self->draft, CADRE_FAULT_COLUMN_MISSING, self->file,
                                    cadre_organogram_junior_headings[i]);

  for (guint i = 0; !self->is_junior && i < CADRE_N_SENIOR_COLUMNS; i++)
    if (file->places[i] == CADRE_NO_CELL && i != CADRE_CELL_TOTAL)
      cadre_organogram_report_file (self->draft, CADRE_FAULT_COLUMN_MISSING, self->file,
                                    cadre_organogram_columns[i].heading);
}

static gboolean
read_header (Sheet *self, GError **error)
{
  CadreOrganogramFile *file = get_file (self);

  if (!cadre_csv_reader_next_row (self->reader, &self->n_columns, self->cancellable, error))
    return FALSE;

  self->cells = g_new (int, self->n_columns + 1);
  self->names = g_new0 (guint32, self->n_columns + 1);
  for (guint i = 0; i < self->n_columns; i++)
    self->cells[i] = CADRE_NO_CELL;
  for (guint i = 0; i < self->n_columns; i++)
    if (!read_heading (self, i, error))
      return FALSE;

  if (file->places[self->is_junior ? CADRE_CELL_MANAGER : CADRE_CELL_REF] == CADRE_NO_CELL)
    {
      g_set_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FORM,
                   "The first row of the %s file has no column “%s”",
                   self->is_junior ? "junior" : "senior",
                   self->is_junior ? cadre_organogram_junior_headings[3]
                                   : cadre_organogram_columns[CADRE_CELL_REF].heading);
      return FALSE;
    }

  report_missing_columns (self);
  return TRUE;
}

static gboolean
read_text (const Sheet *self, const char *text, gboolean is_amount, guint32 *code, GError **error)
{
  g_autofree char *trimmed = cadre_organogram_dup_trimmed (text);
  g_autofree char *amount =
    trimmed != NULL && is_amount ? cadre_organogram_dup_amount (trimmed) : NULL;

  return cadre_organogram_draft_intern (self->draft, amount != NULL ? amount : trimmed, code,
                                        error);
}

static gboolean
add_extra (const Sheet *self,
           CadreOrganogramRow *row,
           guint column,
           const char *text,
           GError **error)
{
  guint32 pair[2] = { column < self->n_columns ? self->names[column] : 0, 0 };

  if (column < self->n_columns && pair[0] == 0)
    return TRUE; /* the number of the row */
  if (!read_text (self, text, FALSE, &pair[1], error))
    return FALSE;
  if (pair[1] == 0)
    return TRUE;

  if (pair[0] == 0)
    {
      g_autofree char *name = g_strdup_printf ("column-%u", column + 1);

      cadre_organogram_report_row (self->draft, CADRE_FAULT_CELL_BEYOND, row, CADRE_NO_CELL, NULL,
                                   NULL);
      if (!cadre_organogram_draft_intern (self->draft, name, &pair[0], error))
        return FALSE;
    }

  g_array_append_vals (self->draft->extras, pair, 2);
  row->n_extras++;
  return TRUE;
}

/* Whether a row says anything but that it is valid. */
static gboolean
is_empty (const CadreOrganogramRow *row)
{
  guint32 all = row->n_extras;

  for (guint i = 0; i < CADRE_N_CELLS; i++)
    if (i != CADRE_CELL_VALID && i != CADRE_CELL_DATE)
      all |= row->cells[i];

  return all == 0;
}

/* Whether a row is the header once more, as where files were put together. */
static gboolean
is_header (const Sheet *self, const CadreOrganogramRow *row)
{
  int first = self->is_junior ? CADRE_CELL_MANAGER : CADRE_CELL_REF;
  const char *key = cadre_organogram_text (self->draft, row->cells[first]);
  guint n_same = 0;
  guint n_stated = 0;

  if (key == NULL || cadre_organogram_find_column (self->is_junior, key) != first)
    return FALSE;

  for (guint i = 0; i < CADRE_N_CELLS; i++)
    {
      const char *text = cadre_organogram_text (self->draft, row->cells[i]);

      n_stated += text != NULL;
      n_same += text != NULL && cadre_organogram_find_column (self->is_junior, text) == (int) i;
    }

  return n_stated > 2 && n_same == n_stated;
}

static gboolean
read_row (Sheet *self, guint n_cells, CadreOrganogramRow *row, GError **error)
{
  memset (row, 0, sizeof (*row));
  row->file = self->file;
  row->number = cadre_csv_reader_get_row (self->reader);
  row->first_extra = self->draft->extras->len;

  for (guint i = 0; i < n_cells; i++)
    {
      int cell = i < self->n_columns ? self->cells[i] : CADRE_NO_CELL;
      const char *text = cadre_csv_reader_get_cell (self->reader, i);

      if (*text == '\0')
        continue;
      if (cell == CADRE_NO_CELL ? !add_extra (self, row, i, text, error)
                                : !read_text (self, text, cadre_organogram_columns[cell].is_amount,
                                              &row->cells[cell], error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
keep_row (Sheet *self, const CadreOrganogramRow *row, GError **error)
{
  GArray *rows = self->is_junior ? self->draft->juniors : self->draft->seniors;
  guint32 n_rows = self->draft->juniors->len + self->draft->seniors->len;

  if (is_empty (row) || is_header (self, row))
    {
      cadre_organogram_report_row (self->draft,
                                   is_empty (row) ? CADRE_FAULT_ROW_EMPTY
                                                  : CADRE_FAULT_HEADER_REPEATED,
                                   row, CADRE_NO_CELL, NULL, NULL);
      self->draft->fates[CADRE_ROW_FATE_ISSUE]++;
      return TRUE;
    }

  if (n_rows >= cadre_limits_get_max_rows (self->draft->limits))
    {
      g_set_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_LIMIT_ROWS,
                   "The files of one date have more than %u rows",
                   cadre_limits_get_max_rows (self->draft->limits));
      return FALSE;
    }

  g_array_append_vals (rows, row, 1);
  return TRUE;
}

static gboolean
read_rows (Sheet *self, GError **error)
{
  CadreOrganogramRow row;
  guint n_cells = 0;

  for (;;)
    {
      if (!cadre_csv_reader_next_row (self->reader, &n_cells, self->cancellable, error))
        return FALSE;
      if (n_cells == 0)
        return TRUE;
      if (!read_row (self, n_cells, &row, error) || !keep_row (self, &row, error))
        return FALSE;
    }
}

/* What was strange about the table itself. */
static void
take_issues_over (const Sheet *self)
{
  CadreIssueList *issues = cadre_csv_reader_get_issues (self->reader);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);
      g_autofree char *origin =
        g_strdup_printf ("%s, %s", get_file (self)->label, cadre_issue_get_origin (issue));
      g_autoptr (CadreIssue) placed =
        cadre_issue_new (cadre_issue_get_code (issue), cadre_issue_get_severity (issue),
                         cadre_issue_get_message (issue), origin, NULL,
                         cadre_issue_get_suggestion (issue));

      cadre_issue_list_add (self->draft->issues, placed);
    }
}

static void
add_file (Sheet *self, GFile *file)
{
  CadreOrganogramFile added = { .is_junior = self->is_junior };

  self->file = self->draft->files->len;
  added.label = file != NULL ? g_file_get_basename (file) : NULL;
  if (added.label == NULL)
    added.label = g_strdup (self->is_junior ? "junior" : "senior");
  for (guint i = 0; i < CADRE_N_CELLS; i++)
    added.places[i] = CADRE_NO_CELL;

  g_array_append_val (self->draft->files, added);
}

/* Reads one file, given as either. */
gboolean
cadre_organogram_draft_read (CadreOrganogramDraft *self,
                             GFile *file,
                             GBytes *bytes,
                             gboolean is_junior,
                             GCancellable *cancellable,
                             GError **error)
{
  Sheet sheet = { .draft = self, .is_junior = is_junior, .cancellable = cancellable };
  gboolean ok = FALSE;

  sheet.reader = file != NULL
                   ? cadre_csv_reader_new_for_file (file, self->limits, cancellable, error)
                   : cadre_csv_reader_new_for_bytes (bytes, self->limits);
  if (sheet.reader == NULL)
    return FALSE;

  cadre_csv_reader_set_formula_guard (sheet.reader, self->formula_guard);
  add_file (&sheet, file);
  ok = read_header (&sheet, error) && read_rows (&sheet, error);
  take_issues_over (&sheet);

  g_free (sheet.cells);
  g_free (sheet.names);
  g_object_unref (sheet.reader);
  return ok;
}
