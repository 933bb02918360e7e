/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>

#include <glib/gstdio.h>
#include <string.h>

/* A cell alone in its row, as it is written with the guard and without. */
static const struct
{
  const char *name;
  const char *text;
  const char *guarded;
  const char *bare;
} cells[] = {
  { "empty", "", "\"\"", "\"\"" },
  { "none", NULL, "\"\"", "\"\"" },
  { "plain", "Head of Service", "Head of Service", "Head of Service" },
  { "utf-8", "caf\303\251", "caf\303\251", "caf\303\251" },
  { "quote", "a\"b", "\"a\"\"b\"", "\"a\"\"b\"" },
  { "only-quotes", "\"\"\"", "\"\"\"\"\"\"\"\"", "\"\"\"\"\"\"\"\"" },
  { "comma", "a,b", "\"a,b\"", "\"a,b\"" },
  { "other-delimiters", "a;b|c\td", "\"a;b|c\td\"", "\"a;b|c\td\"" },
  { "lf", "a\nb", "\"a\nb\"", "\"a\nb\"" },
  { "cr", "a\rb", "\"a\rb\"", "\"a\rb\"" },
  { "blank-before", " a", "\" a\"", "\" a\"" },
  { "blank-behind", "a ", "\"a \"", "\"a \"" },
  { "number", "-1.50", "-1.50", "-1.50" },
  { "number-with-plus", "+44", "+44", "+44" },
  { "not-quite-a-number", "-1.", "\"'-1.\"", "-1." },
  { "number-and-text", "-1+cmd", "\"'-1+cmd\"", "-1+cmd" },
  { "dash", "-", "\"'-\"", "-" },
  { "equals", "=1+1", "\"'=1+1\"", "=1+1" },
  { "plus", "+A1", "\"'+A1\"", "+A1" },
  { "minus", "-A1", "\"'-A1\"", "-A1" },
  { "at", "@SUM(A1)", "\"'@SUM(A1)\"", "@SUM(A1)" },
  { "tab", "\ta", "\"'\ta\"", "\"\ta\"" },
  { "begins-with-cr", "\ra", "\"'\ra\"", "\"\ra\"" },
  { "begins-with-lf", "\na", "\"'\na\"", "\"\na\"" },
  { "wide-equals", "\357\274\235A1", "\"'\357\274\235A1\"", "\357\274\235A1" },
  { "wide-plus", "\357\274\213A1", "\"'\357\274\213A1\"", "\357\274\213A1" },
  { "wide-minus", "\357\274\215A1", "\"'\357\274\215A1\"", "\357\274\215A1" },
  { "wide-at", "\357\274\240A1", "\"'\357\274\240A1\"", "\357\274\240A1" },
  { "behind-blanks", "  =1", "\"'  =1\"", "\"  =1\"" },
  { "behind-no-break-space", "\302\240=1", "\"'\302\240=1\"", "\302\240=1" },
  { "behind-zero-width", "\342\200\213=1", "\"'\342\200\213=1\"", "\342\200\213=1" },
  { "behind-mark", "a\357\273\277=1", "a\357\273\277=1", "a\357\273\277=1" },
  { "behind-bell", "\007=1", "\"'\007=1\"", "\007=1" },
  { "apostrophe", "'tis", "'tis", "'tis" },
  { "apostrophe-and-sign", "'=1", "\"''=1\"", "'=1" },
  { "apostrophes-and-sign", "'' '=1", "\"''' '=1\"", "'' '=1" },
  { "apostrophe-and-number", "'-1", "\"''-1\"", "'-1" },
  { "sign-inside", "a=1", "a=1", "a=1" },
  { "quote-and-sign", "\"=1", "\"\"\"=1\"", "\"\"\"=1\"" },
};

static char *
write_cell (const char *text, gboolean formula_guard)
{
  g_autoptr (CadreCsvWriter) writer = cadre_csv_writer_new_for_text ();
  g_autoptr (GError) error = NULL;
  char *written = NULL;

  cadre_csv_writer_set_formula_guard (writer, formula_guard);
  /* The second row, so that nothing of the table's beginning is in it. */
  cadre_csv_writer_add_text (writer, "h");
  cadre_csv_writer_end_row (writer);
  cadre_csv_writer_add_text (writer, text);
  cadre_csv_writer_end_row (writer);
  g_assert_true (cadre_csv_writer_finish (writer, NULL, &error));
  g_assert_no_error (error);
  written = cadre_csv_writer_dup_text (writer);
  g_assert_finalize_object (g_steal_pointer (&writer));

  return written;
}

static void
test_cell (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *guarded = write_cell (cells[i].text, TRUE);
  g_autofree char *bare = write_cell (cells[i].text, FALSE);
  g_autofree char *expected_guarded = g_strconcat ("h\r\n", cells[i].guarded, "\r\n", NULL);
  g_autofree char *expected_bare = g_strconcat ("h\r\n", cells[i].bare, "\r\n", NULL);

  g_assert_cmpstr (guarded, ==, expected_guarded);
  g_assert_cmpstr (bare, ==, expected_bare);
}

/* What random cells are made of: all that the guard and the quotes are about. */
static const char *const pieces[] = {
  "=",
  "+",
  "-",
  "@",
  "\t",
  "\r",
  "\n",
  "\r\n",
  "\357\274\235",
  "\357\274\213",
  "\357\274\215",
  "\357\274\240",
  "'",
  "\"",
  "\"\"",
  " ",
  "\302\240",
  "\342\200\213",
  "\342\201\240",
  "\357\273\277",
  "\001",
  ",",
  ";",
  "|",
  "sep=",
  "1",
  "-1.5",
  ".",
  "a",
  "Zo\303\253",
  "\360\237\230\200",
  "",
};

static char *
random_text (void)
{
  const int n = g_test_rand_int_range (0, 6);
  GString *text = g_string_new (NULL);

  for (int i = 0; i < n; i++)
    g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);

  return g_string_free (text, FALSE);
}

static GPtrArray *
random_row (void)
{
  const int n = g_test_rand_int_range (1, 6);
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < n; i++)
    g_ptr_array_add (row, random_text ());

  return row;
}

static GPtrArray *
random_rows (void)
{
  const int n = g_test_rand_int_range (0, 8);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (int i = 0; i < n; i++)
    g_ptr_array_add (rows, random_row ());

  return rows;
}

static const char delimiters[] = { ',', ';', '\t', '|', ':', '\'', '=', ' ', 'a' };

static CadreCsvWriter *
random_writer (void)
{
  CadreCsvWriter *writer = cadre_csv_writer_new_for_text ();

  cadre_csv_writer_set_delimiter (writer,
                                  delimiters[g_test_rand_int_range (0, G_N_ELEMENTS (delimiters))]);
  cadre_csv_writer_set_line_ending (writer, g_test_rand_bit () ? CADRE_CSV_LINE_ENDING_CRLF
                                                               : CADRE_CSV_LINE_ENDING_LF);
  cadre_csv_writer_set_byte_order_mark (writer, g_test_rand_bit ());
  cadre_csv_writer_set_formula_guard (writer, g_test_rand_bit ());

  return writer;
}

static GBytes *
write_rows (CadreCsvWriter *writer, GPtrArray *rows)
{
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < rows->len; i++)
    {
      GPtrArray *row = g_ptr_array_index (rows, i);

      for (guint k = 0; k < row->len; k++)
        cadre_csv_writer_add_text (writer, g_ptr_array_index (row, k));
      cadre_csv_writer_end_row (writer);
    }
  cadre_csv_writer_finish (writer, NULL, &error);
  g_assert_no_error (error);

  return cadre_csv_writer_steal_bytes (writer);
}

static void
check_row (CadreCsvReader *reader, GPtrArray *row)
{
  g_autoptr (GError) error = NULL;
  guint n_cells = 0;

  cadre_csv_reader_next_row (reader, &n_cells, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n_cells, ==, row != NULL ? row->len : 0);
  for (guint i = 0; i < n_cells; i++)
    g_assert_cmpstr (cadre_csv_reader_get_cell (reader, i), ==, g_ptr_array_index (row, i));
}

static CadreCsvReader *
reader_of (GBytes *bytes, CadreCsvWriter *writer)
{
  CadreCsvReader *reader = cadre_csv_reader_new_for_bytes (bytes, NULL);

  cadre_csv_reader_set_delimiter (reader, cadre_csv_writer_get_delimiter (writer));
  cadre_csv_reader_set_formula_guard (reader, cadre_csv_writer_get_formula_guard (writer));

  return reader;
}

static void
test_reads_back (void)
{
  const guint n = g_test_thorough () ? 100000 : 5000;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) rows = random_rows ();
      g_autoptr (CadreCsvWriter) writer = random_writer ();
      g_autoptr (GBytes) bytes = write_rows (writer, rows);
      g_autoptr (CadreCsvReader) reader = reader_of (bytes, writer);

      for (guint k = 0; k < rows->len; k++)
        check_row (reader, g_ptr_array_index (rows, k));
      check_row (reader, NULL);
      g_assert_cmpuint (g_list_model_get_n_items (
                          G_LIST_MODEL (cadre_csv_reader_get_issues (reader))),
                        ==, 0);
    }
}

/* Without knowing how the library tells: what a spreadsheet would see first. */
static gboolean
is_dangerous (const char *cell)
{
  static const char *const signs[] = {
    "=",           "+", "-", "@", "\t", "\r", "\n", "\357\274\235", "\357\274\213", "\357\274\215",
    "\357\274\240"
  };
  static const char *const unseen[] = {
    " ", "\302\240", "\342\200\213", "\342\201\240", "\357\273\277", "\001"
  };
  gboolean is_passing = TRUE;

  while (is_passing)
    {
      is_passing = FALSE;
      for (guint i = 0; i < G_N_ELEMENTS (unseen); i++)
        if (g_str_has_prefix (cell, unseen[i]))
          {
            cell += strlen (unseen[i]);
            is_passing = TRUE;
          }
    }
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (cell, signs[i]))
      return TRUE;

  return FALSE;
}

static gboolean
is_number (const char *cell)
{
  return g_regex_match_simple ("\\A[-+]?[0-9]+(\\.[0-9]+)?\\z", cell, 0, 0);
}

/* Reads as a program does that knows of no guard. */
static void
test_no_formula_gets_out (void)
{
  guint n_guarded = 0;

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GPtrArray) rows = random_rows ();
      g_autoptr (CadreCsvWriter) writer = cadre_csv_writer_new_for_text ();
      g_autoptr (GBytes) bytes = write_rows (writer, rows);
      g_autoptr (CadreCsvReader) reader = cadre_csv_reader_new_for_bytes (bytes, NULL);
      guint n_cells = 0;

      cadre_csv_reader_set_delimiter (reader, ',');
      while (cadre_csv_reader_next_row (reader, &n_cells, NULL, NULL) && n_cells > 0)
        for (guint k = 0; k < n_cells; k++)
          {
            const char *cell = cadre_csv_reader_get_cell (reader, k);

            g_assert_true (!is_dangerous (cell) || is_number (cell));
            n_guarded += cell[0] == '\'' && is_dangerous (cell + 1);
          }
    }

  g_assert_cmpuint (n_guarded, >, 1000);
}

/* The tables of others mean what they say. */
static void
test_guard_is_off_in_readers (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("'=1,'-2,'tis\n'=1,'-2,'tis\n", 26);
  g_autoptr (CadreCsvReader) reader = cadre_csv_reader_new_for_bytes (bytes, NULL);
  g_autoptr (CadreCsvReader) guarded = cadre_csv_reader_new_for_bytes (bytes, NULL);

  g_assert_false (cadre_csv_reader_get_formula_guard (reader));
  g_assert_true (cadre_csv_reader_next_row (reader, NULL, NULL, NULL));
  g_assert_cmpstr (cadre_csv_reader_get_cell (reader, 0), ==, "'=1");

  cadre_csv_reader_set_formula_guard (guarded, TRUE);
  g_assert_true (cadre_csv_reader_get_formula_guard (guarded));
  g_assert_true (cadre_csv_reader_next_row (guarded, NULL, NULL, NULL));
  g_assert_cmpstr (cadre_csv_reader_get_cell (guarded, 0), ==, "=1");
  g_assert_cmpstr (cadre_csv_reader_get_cell (guarded, 1), ==, "-2");
  g_assert_cmpstr (cadre_csv_reader_get_cell (guarded, 2), ==, "'tis");
}

static void
add_row (CadreCsvWriter *writer, const char *first, const char *second)
{
  cadre_csv_writer_add_text (writer, first);
  cadre_csv_writer_add_text (writer, second);
  cadre_csv_writer_end_row (writer);
}

static void
test_settings (void)
{
  g_autoptr (CadreCsvWriter) writer = cadre_csv_writer_new_for_text ();
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (cadre_csv_writer_get_delimiter (writer), ==, ',');
  g_assert_cmpint (cadre_csv_writer_get_line_ending (writer), ==, CADRE_CSV_LINE_ENDING_CRLF);
  g_assert_false (cadre_csv_writer_get_byte_order_mark (writer));
  g_assert_true (cadre_csv_writer_get_formula_guard (writer));
  cadre_csv_writer_set_delimiter (writer, '~');
  cadre_csv_writer_set_line_ending (writer, CADRE_CSV_LINE_ENDING_LF);
  cadre_csv_writer_set_byte_order_mark (writer, TRUE);

  add_row (writer, "a~b", "c");
  cadre_csv_writer_add_integer (writer, G_MININT64);
  cadre_csv_writer_add_text_n (writer, "defg", 3);
  cadre_csv_writer_end_row (writer);
  g_assert_null (cadre_csv_writer_dup_text (writer));
  g_assert_true (cadre_csv_writer_finish (writer, NULL, &error));
  text = cadre_csv_writer_dup_text (writer);
  g_assert_cmpstr (text, ==, "\357\273\277\"a~b\"~c\n-9223372036854775808~def\n");

  bytes = cadre_csv_writer_steal_bytes (writer);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), text, strlen (text));
  g_assert_null (cadre_csv_writer_steal_bytes (writer));
  again = cadre_csv_writer_dup_text (writer);
  g_assert_null (again);
}

static void
test_empty (void)
{
  g_autoptr (CadreCsvWriter) writer = cadre_csv_writer_new_for_text ();
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (cadre_csv_writer_finish (writer, NULL, NULL));
  g_assert_true (cadre_csv_writer_finish (writer, NULL, NULL));
  text = cadre_csv_writer_dup_text (writer);
  g_assert_cmpstr (text, ==, "");
  bytes = cadre_csv_writer_steal_bytes (writer);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
}

static void
test_beginnings (void)
{
  static const char *const firsts[] = { "sep=;", "\357\273\277x", "\357\273\277", "ID" };

  for (guint i = 0; i < G_N_ELEMENTS (firsts); i++)
    {
      g_autoptr (CadreCsvWriter) writer = cadre_csv_writer_new_for_text ();
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (CadreCsvReader) reader = NULL;

      cadre_csv_writer_add_text (writer, firsts[i]);
      cadre_csv_writer_end_row (writer);
      g_assert_true (cadre_csv_writer_finish (writer, NULL, NULL));
      bytes = cadre_csv_writer_steal_bytes (writer);
      reader = cadre_csv_reader_new_for_bytes (bytes, NULL);
      g_assert_true (cadre_csv_reader_next_row (reader, NULL, NULL, NULL));
      g_assert_cmpstr (cadre_csv_reader_get_cell (reader, 0), ==, firsts[i]);
    }
}

/* After what is written stands what it is refused for. */

static void
write_latin_1 (CadreCsvWriter *writer)
{
  add_row (writer, "a", "b");
  cadre_csv_writer_add_text (writer, "x");
  cadre_csv_writer_add_text (writer, "Zo\353");
}

static void
write_nul (CadreCsvWriter *writer)
{
  cadre_csv_writer_add_text_n (writer, "a\0b", 3);
  cadre_csv_writer_end_row (writer);
}

static void
write_no_cell (CadreCsvWriter *writer)
{
  add_row (writer, "a", "b");
  cadre_csv_writer_end_row (writer);
  cadre_csv_writer_add_text (writer, "Zo\353");
}

static void
write_half_row (CadreCsvWriter *writer)
{
  add_row (writer, "a", "b");
  cadre_csv_writer_add_text (writer, "c");
}

static const struct
{
  const char *name;
  void (*write) (CadreCsvWriter *writer);
  CadreDocumentError code;
  const char *message;
} faults[] = {
  { "latin-1", write_latin_1, CADRE_DOCUMENT_ERROR_ENCODING,
    "Row 2, cell 2: the text is not UTF-8" },
  { "nul", write_nul, CADRE_DOCUMENT_ERROR_ENCODING, "Row 1, cell 1: the text is not UTF-8" },
  { "no-cell", write_no_cell, CADRE_DOCUMENT_ERROR_ORDER, "Row 2 has no cell" },
  { "half-row", write_half_row, CADRE_DOCUMENT_ERROR_ORDER, "Row 2 is not ended" },
};

static void
test_fault (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (CadreCsvWriter) writer = cadre_csv_writer_new_for_text ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  faults[i].write (writer);
  g_assert_false (cadre_csv_writer_finish (writer, NULL, &error));
  g_assert_error (error, CADRE_DOCUMENT_ERROR, (int) faults[i].code);
  g_assert_cmpstr (error->message, ==, faults[i].message);
  g_assert_false (cadre_csv_writer_finish (writer, NULL, &again));
  g_assert_cmpstr (again->message, ==, error->message);
  g_assert_null (cadre_csv_writer_dup_text (writer));
  g_assert_null (cadre_csv_writer_steal_bytes (writer));
  g_assert_finalize_object (g_steal_pointer (&writer));
}

static void
test_written_after_the_end (void)
{
  g_autoptr (CadreCsvWriter) writer = cadre_csv_writer_new_for_text ();
  g_autoptr (GError) error = NULL;

  add_row (writer, "a", "b");
  g_assert_true (cadre_csv_writer_finish (writer, NULL, &error));
  cadre_csv_writer_add_text (writer, "c");
  g_assert_false (cadre_csv_writer_finish (writer, NULL, &error));
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_ORDER);
  g_assert_cmpstr (error->message, ==, "The table is finished already");
}

static void
test_stream (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CadreCsvWriter) writer = cadre_csv_writer_new_for_stream (stream);
  g_autoptr (GError) error = NULL;
  gsize size = 0;

  for (guint i = 0; i < 100000; i++)
    add_row (writer, "abc", "=d");
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), >,
                    1000000);
  g_assert_true (cadre_csv_writer_finish (writer, NULL, &error));
  size = g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream));
  g_assert_cmpuint (size, ==, 100000 * strlen ("abc,\"'=d\"\r\n"));
  g_assert_false (g_output_stream_is_closed (stream));
  g_assert_null (cadre_csv_writer_dup_text (writer));
}

static void
test_cancelled (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (CadreCsvWriter) writer = cadre_csv_writer_new_for_stream (stream);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  add_row (writer, "a", "b");
  g_cancellable_cancel (cancellable);
  g_assert_false (cadre_csv_writer_finish (writer, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
}

static char *
contents (GFile *file)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_load_contents (file, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);

  return text;
}

static void
test_file (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("cadre-csv-XXXXXX", &error);
  g_autofree char *path = g_build_filename (folder, "posts.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CadreCsvWriter) writer = cadre_csv_writer_new_for_file (file, NULL, &error);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  add_row (writer, "a", "b");
  g_assert_false (g_file_query_exists (file, NULL));
  g_assert_true (cadre_csv_writer_finish (writer, NULL, &error));
  first = contents (file);
  g_assert_cmpstr (first, ==, "a,b\r\n");
  g_assert_finalize_object (g_steal_pointer (&writer));

  writer = cadre_csv_writer_new_for_file (file, NULL, &error);
  write_half_row (writer);
  g_assert_false (cadre_csv_writer_finish (writer, NULL, NULL));
  g_clear_object (&writer);
  second = contents (file);
  g_assert_cmpstr (second, ==, "a,b\r\n");

  g_assert_true (g_file_delete (file, NULL, &error));
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_null (cadre_csv_writer_new_for_file (file, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      g_autofree char *path = g_strconcat ("/document/csv-writer/cell/", cells[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_cell);
    }
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/document/csv-writer/fault/", faults[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fault);
    }
  g_test_add_func ("/document/csv-writer/reads-back", test_reads_back);
  g_test_add_func ("/document/csv-writer/no-formula-gets-out", test_no_formula_gets_out);
  g_test_add_func ("/document/csv-writer/guard-is-off-in-readers", test_guard_is_off_in_readers);
  g_test_add_func ("/document/csv-writer/settings", test_settings);
  g_test_add_func ("/document/csv-writer/empty", test_empty);
  g_test_add_func ("/document/csv-writer/beginnings", test_beginnings);
  g_test_add_func ("/document/csv-writer/written-after-the-end", test_written_after_the_end);
  g_test_add_func ("/document/csv-writer/stream", test_stream);
  g_test_add_func ("/document/csv-writer/cancelled", test_cancelled);
  g_test_add_func ("/document/csv-writer/file", test_file);

  return g_test_run ();
}
