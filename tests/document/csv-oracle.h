/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "document/cadre-csv-reader-private.h"
#include "reader-events.h"

/* What must hold for any bytes that are read as a table: shared by the tests
 * with random tables and by the fuzz target. */

typedef struct
{
  CadreLimits *limits; /* (nullable) */
  CadreCsvEncoding encoding;
  char delimiter;
  gboolean formula_guard;
} CsvSettings;

/* What was read, in two forms: to compare, and to write it. */
typedef struct
{
  GString *told;
  GPtrArray *rows; /* of GPtrArrays of texts */
  guint n_issues;
  GError *error; /* (nullable) */
} CsvTable;

static inline void
csv_table_clear (CsvTable *table)
{
  g_string_free (table->told, TRUE);
  g_ptr_array_unref (table->rows);
  g_clear_error (&table->error);
}

/* @most: bytes that a stream gives at a time, 0 for 1 to 7, -1 for no stream. */
static inline CadreCsvReader *
csv_reader (GBytes *bytes, int most, const CsvSettings *settings)
{
  CadreCsvReader *reader = NULL;

  if (most < 0)
    reader = cadre_csv_reader_new_for_bytes (bytes, settings->limits);
  else
    {
      g_autoptr (DripStream) drip = g_object_new (DRIP_TYPE_STREAM, NULL);

      drip->bytes = g_bytes_ref (bytes);
      drip->most = (guint) most;
      reader = cadre_csv_reader_new_for_stream (G_INPUT_STREAM (drip), settings->limits);
    }

  cadre_csv_reader_set_encoding (reader, settings->encoding);
  cadre_csv_reader_set_delimiter (reader, settings->delimiter);
  cadre_csv_reader_set_formula_guard (reader, settings->formula_guard);
  return reader;
}

static inline guint
csv_tell_issues (GString *told, CadreCsvReader *reader)
{
  GListModel *issues = G_LIST_MODEL (cadre_csv_reader_get_issues (reader));

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (CadreIssue) issue = g_list_model_get_item (issues, i);

      g_string_append_printf (told, "%s at %s\n", cadre_issue_get_code (issue),
                              cadre_issue_get_origin (issue));
    }

  return g_list_model_get_n_items (issues);
}

/* Both ways to the cells of a row give the same, whichever is taken first. */
static inline void
csv_check_cells (CadreCsvReader *reader, guint n_cells, gboolean texts_first)
{
  const CadreCsvCell *cells = NULL;

  if (texts_first)
    g_assert_nonnull (cadre_csv_reader_get_cell (reader, 0));
  cells = _cadre_csv_reader_cells (reader);
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *text = g_strndup (cells[i].text, cells[i].length);

      g_assert_cmpuint (strlen (text), ==, cells[i].length);
      g_assert_cmpstr (cadre_csv_reader_get_cell (reader, i), ==, text);
    }
}

static inline void
csv_take_row (CsvTable *table, CadreCsvReader *reader, guint n_cells)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *origin = cadre_csv_reader_dup_origin (reader, n_cells - 1);
  g_autofree char *expected = NULL;

  g_ptr_array_add (table->rows, row);
  expected = g_strdup_printf ("row %u, cell %u", table->rows->len, n_cells);
  g_assert_cmpstr (origin, ==, expected);
  g_assert_cmpuint (cadre_csv_reader_get_row (reader), ==, table->rows->len);
  g_assert_cmpuint (cadre_csv_reader_get_n_cells (reader), ==, n_cells);
  csv_check_cells (reader, n_cells, table->rows->len % 2 == 0);
  g_string_append_printf (table->told, "%u:", cadre_csv_reader_get_line (reader));
  for (guint i = 0; i < n_cells; i++)
    {
      const char *cell = cadre_csv_reader_get_cell (reader, i);

      g_assert_true (g_utf8_validate (cell, -1, NULL));
      g_string_append_printf (table->told, "[%" G_GSIZE_FORMAT ":%s]", strlen (cell), cell);
      g_ptr_array_add (row, g_strdup (cell));
    }
  g_assert_null (cadre_csv_reader_get_cell (reader, n_cells));
  g_string_append_c (table->told, '\n');
}

static inline CsvTable
csv_table_read (GBytes *bytes, int most, const CsvSettings *settings)
{
  CsvTable table = { g_string_new (NULL),
                     g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref), 0, NULL };
  CadreCsvReader *reader = csv_reader (bytes, most, settings);
  guint n_cells = 0;
  guint line = 0;
  guint64 offset = 0;

  while (cadre_csv_reader_next_row (reader, &n_cells, NULL, &table.error) && n_cells > 0)
    {
      g_assert_cmpuint (cadre_csv_reader_get_line (reader), >, line);
      line = cadre_csv_reader_get_line (reader);
      csv_take_row (&table, reader, n_cells);
      g_assert_cmpuint (_cadre_csv_reader_offset (reader), >, offset);
      offset = _cadre_csv_reader_offset (reader);
      g_assert_cmpuint (offset, <=, g_bytes_get_size (bytes));
    }

  table.n_issues = csv_tell_issues (table.told, reader);
  g_string_append_printf (table.told, "%d %d %s", cadre_csv_reader_get_delimiter (reader),
                          cadre_csv_reader_get_encoding (reader),
                          table.error != NULL ? table.error->message : "");
  g_assert_finalize_object (reader);
  return table;
}

/* An error of ours, of the document and not of its size. */
static inline void
csv_check_error (const GError *error)
{
  g_assert_true (error->domain == CADRE_DOCUMENT_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_cmpuint (strlen (error->message), <, 200);
}

static inline GBytes *
csv_write (GPtrArray *rows, const CsvSettings *settings, CadreCsvLineEnding line_ending)
{
  CadreCsvWriter *writer = cadre_csv_writer_new_for_text ();
  g_autoptr (GError) error = NULL;
  GBytes *bytes = NULL;

  cadre_csv_writer_set_delimiter (writer, settings->delimiter);
  cadre_csv_writer_set_formula_guard (writer, settings->formula_guard);
  cadre_csv_writer_set_line_ending (writer, line_ending);
  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      for (guint k = 0; k < row->len; k++)
        cadre_csv_writer_add_text (writer, g_ptr_array_index (row, k));
      cadre_csv_writer_end_row (writer);
    }
  cadre_csv_writer_finish (writer, NULL, &error);
  g_assert_no_error (error);
  bytes = cadre_csv_writer_steal_bytes (writer);
  g_assert_finalize_object (writer);

  return bytes;
}

static inline void
csv_check_same_rows (GPtrArray *rows, GPtrArray *others)
{
  g_assert_cmpuint (rows->len, ==, others->len);
  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);
      GPtrArray *other = g_ptr_array_index (others, i);

      g_assert_cmpuint (row->len, ==, other->len);
      for (guint k = 0; k < row->len; k++)
        g_assert_cmpstr (g_ptr_array_index (row, k), ==, g_ptr_array_index (other, k));
    }
}

/* What is written of the rows reads as the same rows, with nothing to say. */
static inline void
csv_check_writes_back (GPtrArray *rows)
{
  static const char delimiters[] = { ',', ';', '\t', '\'' };
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();

  for (guint i = 0; i < 2 * G_N_ELEMENTS (delimiters); i++)
    {
      const CsvSettings settings = { limits, CADRE_CSV_ENCODING_UTF_8, delimiters[i / 2],
                                     i % 2 == 1 };
      g_autoptr (GBytes) bytes = csv_write (rows, &settings, (CadreCsvLineEnding) (i / 2 % 2));
      CsvTable again = csv_table_read (bytes, -1, &settings);

      g_assert_no_error (again.error);
      csv_check_same_rows (again.rows, rows);
      g_assert_cmpuint (again.n_issues, ==, 0);
      csv_table_clear (&again);
    }
}

/* Bytes and streams give the same cells, issues and error. */
static inline gboolean
csv_check_read (GBytes *bytes, const CsvSettings *settings)
{
  CsvTable table = csv_table_read (bytes, -1, settings);
  CsvTable by_byte = csv_table_read (bytes, 1, settings);
  CsvTable in_drips = csv_table_read (bytes, 0, settings);
  const gboolean is_read = table.error == NULL;

  if (table.error != NULL)
    csv_check_error (table.error);
  g_assert_cmpstr (by_byte.told->str, ==, table.told->str);
  g_assert_cmpstr (in_drips.told->str, ==, table.told->str);
  csv_check_writes_back (table.rows);

  csv_table_clear (&table);
  csv_table_clear (&by_byte);
  csv_table_clear (&in_drips);
  return is_read;
}

/* Gives whether the table was read to its end, with nothing set. */
static inline gboolean
csv_check (const char *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (CadreLimits) tight = cadre_limits_new_bounded ();
  const CsvSettings plain = { NULL, CADRE_CSV_ENCODING_DETECT, '\0', FALSE };
  const CsvSettings guarded = { NULL, CADRE_CSV_ENCODING_UTF_8, ';', TRUE };
  const CsvSettings limited = { tight, CADRE_CSV_ENCODING_WINDOWS_1252, '\0', FALSE };

  cadre_limits_set_max_bytes (tight, 200);
  cadre_limits_set_max_string (tight, 12);
  cadre_limits_set_max_members (tight, 5);
  cadre_limits_set_max_rows (tight, 6);
  cadre_limits_set_max_issues (tight, 2);
  csv_check_read (bytes, &guarded);
  csv_check_read (bytes, &limited);

  return csv_check_read (bytes, &plain);
}
