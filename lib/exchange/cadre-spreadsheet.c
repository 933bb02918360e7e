/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-spreadsheet
 * @Title: Spreadsheets
 * @Short_Description: Structures and reconciliations as workbooks
 *
 * A workbook in the form of Excel (.xlsx) has a sheet for each kind of record, with a
 * row for each record and a column for each field that any of them states. It is for
 * people to look at and to sort: it is not read back.
 *
 * Numbers are numbers, amounts have two places, and whole dates are dates. A fraction
 * that no decimal number is equal to, such as 22/37, is text, and so is a date without
 * a day. Everything else is text, also what looks like a formula.
 *
 * The same structure gives the same bytes: the workbook says that it was made on the
 * as-of date.
 *
 * The library may have been built without what this needs: see
 * cadre_spreadsheet_is_supported().
 */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "exchange/cadre-export-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-csv-reader.h>
#include <cadre/cadre-exchange-error.h>
#include <cadre/cadre-spreadsheet.h>

#include <string.h>

#define CONTENT_TYPE "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
#define STRUCTURE_NAME "structure.xlsx"
#define RECONCILIATION_NAME "reconciliation.xlsx"

/**
 * cadre_spreadsheet_is_supported:
 *
 * Tells whether the library was built with libxlsxwriter, and can write spreadsheets.
 *
 * Returns: %TRUE if it can
 *
 * Since: 1.0
 */
gboolean
cadre_spreadsheet_is_supported (void)
{
#ifdef HAVE_XLSXWRITER
  return TRUE;
#else
  return FALSE;
#endif
}

#ifdef HAVE_XLSXWRITER

#include <glib/gstdio.h>
#include <unistd.h>
#include <xlsxwriter.h>

#define MAX_TEXT 32767                          /* characters that a cell holds */
#define MAX_ROWS 1048576                        /* of a sheet, with its heading */
#define MAX_EXACT (G_GINT64_CONSTANT (1) << 53) /* whole numbers that a double holds */
#define FIRST_YEAR 1901                         /* in 1900 the calendar of spreadsheets is wrong */
#define NO_DATE 315532800                       /* 1980-01-01: where no as-of date is known */
#define SECONDS_OF_DAY 86400

typedef struct
{
  lxw_workbook *book;
  lxw_format *heading;
  lxw_format *date;
  lxw_format *money;
  CadreIssueList *issues;
} Book;

typedef struct
{
  Book *book;
  lxw_worksheet *sheet;
  const CadreTables *tables;
  const CadreTable *table;
} Sheet;

static void
report (Book *self, const char *code, const char *message, const char *sheet)
{
  cadre_issue_list_add_fields (self->issues, code, CADRE_SEVERITY_WARNING, message, NULL, sheet,
                               NULL);
}

/* A cell holds so many characters and no more; the rest is cut off. */
static void
put_text (Book *self, lxw_worksheet *sheet, guint32 row, guint16 column, const char *text)
{
  g_autofree char *start = NULL;

  if (text == NULL || text[0] == '\0')
    return;
  if (strlen (text) > MAX_TEXT && g_utf8_strlen (text, -1) > MAX_TEXT)
    {
      start = g_utf8_substring (text, 0, MAX_TEXT);
      report (self, "exchange.spreadsheet.text-cut",
              "A text is longer than a cell of a spreadsheet holds: the end of it is left out",
              NULL);
    }

  worksheet_write_string (sheet, row, column, start != NULL ? start : text, NULL);
}

static void
put_integer (Book *self,
             lxw_worksheet *sheet,
             guint32 row,
             guint16 column,
             gint64 number,
             gint64 parts,
             lxw_format *format)
{
  char text[48];

  if (number < MAX_EXACT)
    {
      worksheet_write_number (sheet, row, column, (double) number / (double) parts, format);
      return;
    }

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, number, parts);
  put_text (self, sheet, row, column, text);
}

/* Whether a decimal number is equal to a fraction in its lowest terms. */
static gboolean
is_decimal (gint64 denominator)
{
  while (denominator % 2 == 0)
    denominator /= 2;
  while (denominator % 5 == 0)
    denominator /= 5;

  return denominator == 1;
}

static void
put_fraction (Sheet *self, guint column, guint32 row, guint32 at, guint16 to)
{
  gint64 numerator = 0;
  gint64 denominator = 1;
  char text[48];

  if (!cadre_tables_fraction (self->tables, self->table, column, row, &numerator, &denominator))
    return;

  if (is_decimal (denominator) && denominator < MAX_EXACT && numerator < MAX_EXACT)
    {
      worksheet_write_number (self->sheet, at, to, (double) numerator / (double) denominator, NULL);
      return;
    }

  g_snprintf (text, sizeof text, "%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, numerator, denominator);
  put_text (self->book, self->sheet, at, to, text);
}

static void
put_date (Sheet *self, guint32 packed, guint32 at, guint16 to)
{
  lxw_datetime date = { 0 };
  char text[11];

  if (!cadre_packed_date_is_known (packed))
    return;

  date.year = (int) cadre_packed_date_year (packed);
  date.month = (int) cadre_packed_date_month (packed);
  date.day = (int) cadre_packed_date_day (packed);
  if (date.day > 0 && date.year >= FIRST_YEAR)
    {
      worksheet_write_datetime (self->sheet, at, to, &date, self->book->date);
      return;
    }

  cadre_packed_date_format (packed, text);
  put_text (self->book, self->sheet, at, to, text);
}

/* "a; b", and of attributes "name=text; name=text". */
static void
put_list (Sheet *self, gboolean is_pairs, guint32 offset, guint32 at, guint16 to)
{
  guint n = 0;
  const guint32 *codes = cadre_tables_list (self->tables, offset, &n);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      const char *separator = i == 0 ? "" : is_pairs && i % 2 == 1 ? "=" : "; ";

      g_string_append (text, separator);
      g_string_append (text, cadre_tables_text (self->tables, codes[i]));
    }

  put_text (self->book, self->sheet, at, to, text->str);
}

static void
put_word (Sheet *self, const CadreField *field, guint column, guint32 row, guint32 at, guint16 to)
{
  int value = cadre_table_word (self->table, column, row);
  g_autoptr (GEnumClass) words = NULL;

  if (field->kind == CADRE_FIELD_KIND_TRUTH)
    {
      if (value != CADRE_TRUTH_UNKNOWN)
        worksheet_write_boolean (self->sheet, at, to, value == CADRE_TRUTH_TRUE, NULL);
      return;
    }
  if (value == 0)
    return;

  words = g_type_class_ref (field->get_type ());
  put_text (self->book, self->sheet, at, to, g_enum_get_value (words, value)->value_nick);
}

static void
put_number (Sheet *self, const CadreField *field, guint column, guint32 row, guint32 at, guint16 to)
{
  gint64 number = field->kind == CADRE_FIELD_KIND_PENCE
                    ? cadre_table_pence (self->table, column, row)
                    : cadre_table_integer (self->table, column, row);
  gboolean is_money = field->kind == CADRE_FIELD_KIND_PENCE;

  if (number >= 0)
    put_integer (self->book, self->sheet, at, to, number, is_money ? 100 : 1,
                 is_money ? self->book->money : NULL);
}

static void
put_cell (Sheet *self, guint column, guint32 row, guint32 at, guint16 to)
{
  const CadreField *field = &cadre_schema_get (self->table->kind)->fields[column];
  guint32 code = 0;

  if (field->kind == CADRE_FIELD_KIND_INTEGER || field->kind == CADRE_FIELD_KIND_PENCE)
    {
      put_number (self, field, column, row, at, to);
      return;
    }
  if (field->kind == CADRE_FIELD_KIND_WORD || field->kind == CADRE_FIELD_KIND_TRUTH)
    {
      put_word (self, field, column, row, at, to);
      return;
    }
  if (field->kind == CADRE_FIELD_KIND_FRACTION)
    {
      put_fraction (self, column, row, at, to);
      return;
    }

  code = cadre_table_code (self->table, column, row);
  if (field->kind >= CADRE_FIELD_KIND_DATE)
    put_date (self, code, at, to);
  else if (field->kind >= CADRE_FIELD_KIND_STRINGS)
    put_list (self, field->kind == CADRE_FIELD_KIND_ATTRIBUTES, code, at, to);
  else
    put_text (self->book, self->sheet, at, to, cadre_tables_text (self->tables, code));
}

static lxw_worksheet *
begin_sheet (Book *self, const char *name)
{
  lxw_worksheet *sheet = workbook_add_worksheet (self->book, name);

  worksheet_freeze_panes (sheet, 1, 0);
  return sheet;
}

static void
put_table (Book *self, const CadreTables *tables, CadreRecordKind kind)
{
  const CadreSchema *schema = cadre_schema_get (kind);
  Sheet sheet = { self, NULL, tables, cadre_tables_get (tables, kind) };
  guint32 n_rows = MIN (sheet.table->n_rows, MAX_ROWS - 1);
  guint16 to = 0;

  if (n_rows == 0)
    return;

  sheet.sheet = begin_sheet (self, schema->plural);
  for (guint column = 0; column < schema->n_fields; column++)
    {
      if (sheet.table->columns[column] == NULL)
        continue;
      worksheet_write_string (sheet.sheet, 0, to, schema->fields[column].name, self->heading);
      for (guint32 row = 0; row < n_rows; row++)
        put_cell (&sheet, column, row, row + 1, to);
      to++;
    }

  if (n_rows < sheet.table->n_rows)
    report (self, "exchange.spreadsheet.rows-left-out",
            "There are more records than a sheet has rows: the last ones are left out",
            schema->plural);
  if (sheet.table->extra != NULL)
    report (self, "exchange.spreadsheet.lost-members",
            "Members that the library does not know are left out", schema->plural);
}

static void
put_structure (Book *self, const CadreTables *tables)
{
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    put_table (self, tables, kind);

  /* A workbook without a sheet is none. */
  if (workbook_get_worksheet_by_name (self->book, "posts") == NULL &&
      STAILQ_EMPTY (self->book->worksheets))
    begin_sheet (self, "posts");
  if (tables->n_translations > 0)
    report (self, "exchange.spreadsheet.lost-languages",
            "Texts in other languages than the first of the structure are left out", NULL);
}

static gboolean
is_number (const char *text)
{
  return text[0] != '\0' && strlen (text) < 10 && strspn (text, "0123456789") == strlen (text);
}

/* A table as it is written for CSV, so that both say the same. Only the totals have
 * numbers that are not somebody's data. */
static gboolean
put_csv (Book *self, const char *name, GBytes *bytes, gboolean has_numbers, GError **error)
{
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  g_autoptr (CadreCsvReader) reader = cadre_csv_reader_new_for_bytes (bytes, limits);
  lxw_worksheet *sheet = begin_sheet (self, name);
  guint n = 0;

  cadre_csv_reader_set_delimiter (reader, ',');
  cadre_csv_reader_set_formula_guard (reader, TRUE);
  for (guint32 row = 0; row < MAX_ROWS; row++)
    {
      if (!cadre_csv_reader_next_row (reader, &n, NULL, error))
        return FALSE;
      if (n == 0)
        return TRUE;
      for (guint column = 0; column < n; column++)
        {
          const char *text = cadre_csv_reader_get_cell (reader, column);

          if (row == 0)
            worksheet_write_string (sheet, row, (guint16) column, text, self->heading);
          else if (has_numbers && is_number (text))
            worksheet_write_number (sheet, row, (guint16) column,
                                    (double) g_ascii_strtoull (text, NULL, 10), NULL);
          else
            put_text (self, sheet, row, (guint16) column, text);
        }
    }

  report (self, "exchange.spreadsheet.rows-left-out",
          "There are more records than a sheet has rows: the last ones are left out", name);
  return TRUE;
}

/* The file that the workbook is assembled in: only there can libxlsxwriter write. */
static char *
make_file (GError **error)
{
  g_autofree char *name = NULL;
  int file = g_file_open_tmp ("cadre-XXXXXX.xlsx", &name, error);

  if (file < 0)
    return NULL;

  close (file);
  return g_steal_pointer (&name);
}

static gboolean
begin_book (Book *self, const char *name, guint32 as_of, GError **error)
{
  lxw_doc_properties properties = { 0 };
  time_t created = NO_DATE;

  self->book = workbook_new (name);
  if (self->book == NULL)
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_MEMORY,
                           "There is not enough memory to write a spreadsheet");
      return FALSE;
    }

  if (cadre_packed_date_is_known (as_of))
    created = (time_t) cadre_packed_date_first_day (as_of) * SECONDS_OF_DAY;
  properties.created = created != 0 ? created : NO_DATE; /* 0 asks for the clock */
  workbook_set_properties (self->book, &properties);

  self->heading = workbook_add_format (self->book);
  format_set_bold (self->heading);
  self->date = workbook_add_format (self->book);
  format_set_num_format (self->date, "yyyy-mm-dd");
  self->money = workbook_add_format (self->book);
  format_set_num_format (self->money, "#,##0.00");
  return TRUE;
}

/* Closes the workbook, and gives what is in the file. */
static GBytes *
end_book (Book *self, const char *name, GError **error)
{
  lxw_error fault = workbook_close (self->book);
  g_autofree char *data = NULL;
  gsize size = 0;

  if (fault != LXW_NO_ERROR)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_FAILED,
                           "The spreadsheet could not be written to a temporary file");
      return NULL;
    }
  if (!g_file_get_contents (name, &data, &size, error))
    return NULL;

  return g_bytes_new_take (g_steal_pointer (&data), size);
}

/* What goes into a workbook. */
typedef gboolean (*FillFunc) (Book *book, gconstpointer data, GError **error);

static CadreExport *
make_export (const char *file_name,
             guint32 as_of,
             FillFunc fill,
             gconstpointer data,
             GError **error)
{
  g_autoptr (CadreExport) result = cadre_export_new ();
  g_autofree char *name = make_file (error);
  g_autoptr (GBytes) bytes = NULL;
  Book book = { .issues = cadre_export_get_issues (result) };

  if (name == NULL)
    return NULL;

  if (begin_book (&book, name, as_of, error))
    {
      gboolean ok = fill (&book, data, error);

      bytes = end_book (&book, name, ok ? error : NULL);
      if (!ok)
        g_clear_pointer (&bytes, g_bytes_unref);
    }
  g_unlink (name);
  if (bytes == NULL)
    return NULL;

  cadre_export_add_file (result, file_name, CONTENT_TYPE, bytes);
  cadre_issue_list_seal (book.issues);
  return g_steal_pointer (&result);
}

static gboolean
fill_structure (Book *book, gconstpointer data, G_GNUC_UNUSED GError **error)
{
  put_structure (book, data);
  return TRUE;
}

static gboolean
fill_tables (Book *book, gconstpointer data, GError **error)
{
  CadreExport *tables = CADRE_EXPORT ((gpointer) data);

  return put_csv (book, "reconciliation", cadre_export_get_bytes (tables, 0), FALSE, error) &&
         put_csv (book, "totals", cadre_export_get_bytes (tables, 1), TRUE, error);
}

#else

static CadreExport *
refuse (GError **error)
{
  g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_UNSUPPORTED,
                       "The library was built without libxlsxwriter");
  return NULL;
}

#endif

/**
 * cadre_spreadsheet_write:
 * @structure: the structure
 * @redaction: who it is for
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Writes what the level shows of a structure as the workbook `structure.xlsx`. Texts
 * are in the first language of the structure; what is left out is in the issues.
 *
 * Where the library was built without libxlsxwriter it is
 * %CADRE_EXCHANGE_ERROR_UNSUPPORTED.
 *
 * Returns: (transfer full): the workbook, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreExport *
cadre_spreadsheet_write (CadreStructure *structure,
                         CadreRedaction *redaction,
                         GCancellable *cancellable,
                         GError **error)
{
#ifdef HAVE_XLSXWRITER
  g_autoptr (CadreStructure) shown = NULL;
  const CadreTables *tables = NULL;
#endif

  g_return_val_if_fail (CADRE_IS_STRUCTURE (structure), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

#ifdef HAVE_XLSXWRITER
  shown = cadre_redaction_apply (redaction, structure, error);
  if (shown == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  tables = cadre_structure_get_tables (shown);
  return make_export (STRUCTURE_NAME, tables->as_of, fill_structure, tables, error);
#else
  return refuse (error);
#endif
}

/**
 * cadre_spreadsheet_write_reconciliation:
 * @reconciliation: a #CadreReconciliation
 * @redaction: who it is for
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Writes a reconciliation as the workbook `reconciliation.xlsx`, with the two tables
 * of cadre_reconciliation_write_csv().
 *
 * Where the library was built without libxlsxwriter it is
 * %CADRE_EXCHANGE_ERROR_UNSUPPORTED.
 *
 * Returns: (transfer full): the workbook, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreExport *
cadre_spreadsheet_write_reconciliation (CadreReconciliation *reconciliation,
                                        CadreRedaction *redaction,
                                        GCancellable *cancellable,
                                        GError **error)
{
#ifdef HAVE_XLSXWRITER
  g_autoptr (CadreExport) tables = NULL;
  guint32 as_of = 0;
#endif

  g_return_val_if_fail (CADRE_IS_RECONCILIATION (reconciliation), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

#ifdef HAVE_XLSXWRITER
  tables = cadre_reconciliation_write_csv (reconciliation, redaction, cancellable, error);
  if (tables == NULL)
    return NULL;

  as_of =
    cadre_structure_get_tables (cadre_reconciliation_get_structure (reconciliation, 0))->as_of;
  return make_export (RECONCILIATION_NAME, as_of, fill_tables, tables, error);
#else
  return refuse (error);
#endif
}
