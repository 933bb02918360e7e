/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "csv-oracle.h"

#include <string.h>

static CadreCsvReader *
make_reader (GBytes *bytes, gboolean dripping, CadreLimits *limits)
{
  g_autoptr (DripStream) drip = NULL;

  if (!dripping)
    return cadre_csv_reader_new_for_bytes (bytes, limits);

  drip = g_object_new (DRIP_TYPE_STREAM, NULL);
  drip->bytes = g_bytes_ref (bytes);
  drip->most = 1;
  return cadre_csv_reader_new_for_stream (G_INPUT_STREAM (drip), limits);
}

/* Each row as its line, its cells in brackets, and a line break. */
static char *
tell_rows (CadreCsvReader *reader, GError **error)
{
  GString *told = g_string_new (NULL);
  guint n_cells = 0;

  while (cadre_csv_reader_next_row (reader, &n_cells, NULL, error) && n_cells > 0)
    {
      g_assert_cmpuint (cadre_csv_reader_get_n_cells (reader), ==, n_cells);
      g_string_append_printf (told, "%u:", cadre_csv_reader_get_line (reader));
      for (guint i = 0; i < n_cells; i++)
        g_string_append_printf (told, "[%s]", cadre_csv_reader_get_cell (reader, i));
      g_assert_null (cadre_csv_reader_get_cell (reader, n_cells));
      g_string_append_c (told, '\n');
    }

  return g_string_free (told, FALSE);
}

static char *
tell_issues (CadreCsvReader *reader)
{
  GListModel *issues = G_LIST_MODEL (cadre_csv_reader_get_issues (reader));
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (CadreIssue) issue = g_list_model_get_item (issues, i);

      g_string_append_printf (told, "%s%s at %s", i > 0 ? "; " : "", cadre_issue_get_code (issue),
                              cadre_issue_get_origin (issue));
    }

  return g_string_free (told, FALSE);
}

static const struct
{
  const char *name;
  const char *text;
  const char *rows;
  char delimiter;
  CadreCsvEncoding encoding;
  const char *issues;
} tables[] = {
  { "empty", "", "", '\0', CADRE_CSV_ENCODING_UTF_8, "" },
  { "only-blank-lines", "\n\r\n\r", "", '\0', CADRE_CSV_ENCODING_UTF_8, "" },
  { "one-cell", "a", "1:[a]\n", ',', CADRE_CSV_ENCODING_UTF_8, "" },
  { "lf", "a,b\nc,d\n", "1:[a][b]\n2:[c][d]\n", ',', CADRE_CSV_ENCODING_UTF_8, "" },
  { "crlf", "a,b\r\nc,d\r\n", "1:[a][b]\n2:[c][d]\n", ',', CADRE_CSV_ENCODING_UTF_8, "" },
  { "cr", "a,b\rc,d\r", "1:[a][b]\n2:[c][d]\n", ',', CADRE_CSV_ENCODING_UTF_8, "" },
  { "mixed-ends", "a\rb\nc\r\nd", "1:[a]\n2:[b]\n3:[c]\n4:[d]\n", ',', CADRE_CSV_ENCODING_UTF_8,
    "" },
  { "no-last-end", "a,b\nc,d", "1:[a][b]\n2:[c][d]\n", ',', CADRE_CSV_ENCODING_UTF_8, "" },
  { "blank-lines", "\n\na\n\n\nb\n\n", "3:[a]\n6:[b]\n", ',', CADRE_CSV_ENCODING_UTF_8, "" },
  { "empty-cells", ",\n,,\n", "1:[][]\n2:[][][]\n", ',', CADRE_CSV_ENCODING_UTF_8, "" },
  { "ragged", "a,b,c\nd\ne,f,g,h\n", "1:[a][b][c]\n2:[d]\n3:[e][f][g][h]\n", ',',
    CADRE_CSV_ENCODING_UTF_8, "" },
  { "blanks-are-kept", " a , b \n", "1:[ a ][ b ]\n", ',', CADRE_CSV_ENCODING_UTF_8, "" },
  { "quoted", "\"a\",\"b,c\"\n", "1:[a][b,c]\n", ',', CADRE_CSV_ENCODING_UTF_8, "" },
  { "quoted-empty", "\"\",\"\"\n\"\"", "1:[][]\n2:[]\n", ',', CADRE_CSV_ENCODING_UTF_8, "" },
  { "quoted-quotes", "\"a\"\"b\",\"\"\"\",\"\"\"\"\"\"\n", "1:[a\"b][\"][\"\"]\n", ',',
    CADRE_CSV_ENCODING_UTF_8, "" },
  { "only-quotes", "\"\"\"\",\"\"\"\"\"\"\n\"\"\n", "1:[\"][\"\"]\n2:[]\n", ',',
    CADRE_CSV_ENCODING_UTF_8, "" },
  { "lone-cr-in-a-cell", "\"a\rb\",c\r\"d\r\re\"\rf", "1:[a\rb][c]\n3:[d\r\re]\n6:[f]\n", ',',
    CADRE_CSV_ENCODING_UTF_8, "" },
  { "quoted-lines", "\"a\nb\",\"c\r\nd\re\"\nf\n", "1:[a\nb][c\r\nd\re]\n5:[f]\n", ',',
    CADRE_CSV_ENCODING_UTF_8, "" },
  { "quote-inside", "a\"b,c\"\n", "1:[a\"b][c\"]\n", ',', CADRE_CSV_ENCODING_UTF_8, "" },
  { "text-after-quote", "a,\"b\" c,\"d\"\n", "1:[a][\"b\" c][d]\n", ',', CADRE_CSV_ENCODING_UTF_8,
    "document.csv.stray-quote at row 1, cell 2" },
  { "semicolons", "a;b,c;d\n1;2;3\n", "1:[a][b,c][d]\n2:[1][2][3]\n", ';', CADRE_CSV_ENCODING_UTF_8,
    "" },
  { "tabs", "a\tb\n", "1:[a][b]\n", '\t', CADRE_CSV_ENCODING_UTF_8, "" },
  { "bars", "a|b|c,d\n", "1:[a][b][c,d]\n", '|', CADRE_CSV_ENCODING_UTF_8, "" },
  { "quoted-candidates", "\"a;b;c\",d\n", "1:[a;b;c][d]\n", ',', CADRE_CSV_ENCODING_UTF_8, "" },
  { "separator-line", "sep=;\r\na,b;c\n", "2:[a,b][c]\n", ';', CADRE_CSV_ENCODING_UTF_8, "" },
  { "no-separator-line", "sep=x,y\n", "1:[sep=x][y]\n", ',', CADRE_CSV_ENCODING_UTF_8, "" },
  { "utf-8", "caf\303\251,\302\243\n", "1:[caf\303\251][\302\243]\n", ',', CADRE_CSV_ENCODING_UTF_8,
    "" },
  { "mark", "\357\273\277a,b\n", "1:[a][b]\n", ',', CADRE_CSV_ENCODING_UTF_8, "" },
  { "mark-and-quote", "\357\273\277\"a,b\"\n", "1:[a,b]\n", ',', CADRE_CSV_ENCODING_UTF_8, "" },
  { "mark-inside", "a,b\n\357\273\277\"c,d\"\n", "1:[a][b]\n2:[c,d]\n", ',',
    CADRE_CSV_ENCODING_UTF_8, "document.csv.mark-inside at row 2" },
  { "two-marks", "\357\273\277\357\273\277a\n", "1:[a]\n", ',', CADRE_CSV_ENCODING_UTF_8,
    "document.csv.mark-inside at row 1" },
  { "mark-on-a-line", "a\n\357\273\277\r\n\357\273\277", "1:[a]\n", ',', CADRE_CSV_ENCODING_UTF_8,
    "document.csv.mark-inside at row 2; document.csv.mark-inside at row 2" },
  { "mark-cut-short", "a\n\357\273", "1:[a]\n2:[\303\257\302\273]\n", ',',
    CADRE_CSV_ENCODING_WINDOWS_1252, "document.csv.assumed-windows-1252 at row 2" },
  { "mark-in-a-row", "a,\357\273\277b\n", "1:[a][\357\273\277b]\n", ',', CADRE_CSV_ENCODING_UTF_8,
    "" },
  { "windows", "a\nPay (\243),\200\221x\222\n",
    "1:[a]\n2:[Pay (\302\243)][\342\202\254\342\200\230x\342\200\231]\n", ',',
    CADRE_CSV_ENCODING_WINDOWS_1252, "document.csv.assumed-windows-1252 at row 2" },
  { "windows-quoted", "\"\243\"\"\",b\n", "1:[\302\243\"][b]\n", ',',
    CADRE_CSV_ENCODING_WINDOWS_1252, "document.csv.assumed-windows-1252 at row 1" },
  { "mixed", "\302\243\n\243\n\302\243\n", "1:[\302\243]\n2:[\302\243]\n3:[\302\243]\n", ',',
    CADRE_CSV_ENCODING_MIXED,
    "document.csv.assumed-windows-1252 at row 2; document.csv.mixed-encodings at row 2" },
  { "mixed-windows-first", "\243\n\302\243\n", "1:[\302\243]\n2:[\302\243]\n", ',',
    CADRE_CSV_ENCODING_MIXED,
    "document.csv.assumed-windows-1252 at row 1; document.csv.mixed-encodings at row 2" },
};

static void
check_table (guint number, gboolean dripping)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (tables[number].text, strlen (tables[number].text));
  g_autoptr (CadreCsvReader) reader = make_reader (bytes, dripping, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = tell_rows (reader, &error);
  g_autofree char *issues = tell_issues (reader);

  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, tables[number].rows);
  g_assert_cmpstr (issues, ==, tables[number].issues);
  g_assert_cmpint (cadre_csv_reader_get_delimiter (reader), ==, tables[number].delimiter);
  g_assert_cmpint (cadre_csv_reader_get_encoding (reader), ==, tables[number].encoding);
  g_assert_finalize_object (g_steal_pointer (&reader));
}

static void
test_table (gconstpointer data)
{
  check_table (GPOINTER_TO_UINT (data), FALSE);
  check_table (GPOINTER_TO_UINT (data), TRUE);
}

static const struct
{
  const char *name;
  const char *text;
  gsize length; /* 0: up to the NUL */
  CadreCsvEncoding encoding;
  CadreDocumentError code;
  const char *message;
  const char *rows; /* before it */
} faults[] = {
  { "open-quote", "a\nb,\"c\nd\n", 0, CADRE_CSV_ENCODING_DETECT, CADRE_DOCUMENT_ERROR_SYNTAX,
    "Line 2: a quote is opened in the row that begins here, and never closed", "1:[a]\n" },
  { "open-quote-at-end", "a,\"", 0, CADRE_CSV_ENCODING_DETECT, CADRE_DOCUMENT_ERROR_SYNTAX,
    "Line 1: a quote is opened in the row that begins here, and never closed", "" },
  { "open-quote-after-quotes", "\"a\"\"", 0, CADRE_CSV_ENCODING_DETECT, CADRE_DOCUMENT_ERROR_SYNTAX,
    "Line 1: a quote is opened in the row that begins here, and never closed", "" },
  { "nul", "a\n\n\"x\ny\",b\0c\n", 14, CADRE_CSV_ENCODING_DETECT, CADRE_DOCUMENT_ERROR_ENCODING,
    "Line 3: the row that begins here holds a NUL", "1:[a]\n" },
  { "utf-16", "\377\376a\0", 4, CADRE_CSV_ENCODING_DETECT, CADRE_DOCUMENT_ERROR_ENCODING,
    "The table is UTF-16: save it as UTF-8", "" },
  { "utf-16-be", "\376\377\0a", 4, CADRE_CSV_ENCODING_DETECT, CADRE_DOCUMENT_ERROR_ENCODING,
    "The table is UTF-16: save it as UTF-8", "" },
  { "not-utf-8", "a\n\243\n", 0, CADRE_CSV_ENCODING_UTF_8, CADRE_DOCUMENT_ERROR_ENCODING,
    "Line 2: the row that begins here is not UTF-8", "1:[a]\n" },
  { "long-cell", "a\nb,123456789\n", 0, CADRE_CSV_ENCODING_DETECT,
    CADRE_DOCUMENT_ERROR_LIMIT_STRING,
    "Line 2: cell 2 of the row that begins here is longer than 8 bytes", "1:[a]\n" },
  { "wide-row", "a,b,c,d\na,b,c,d,e\n", 0, CADRE_CSV_ENCODING_DETECT,
    CADRE_DOCUMENT_ERROR_LIMIT_MEMBERS, "A row has more than 4 cells", "1:[a][b][c][d]\n" },
  { "many-rows", "a\nb\nc\nd\n", 0, CADRE_CSV_ENCODING_DETECT, CADRE_DOCUMENT_ERROR_LIMIT_ITEMS,
    "The table has more than 3 rows", "1:[a]\n2:[b]\n3:[c]\n" },
};

static void
check_fault (guint number, gboolean dripping)
{
  const char *text = faults[number].text;
  gsize length = faults[number].length > 0 ? faults[number].length : strlen (text);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);
  g_autoptr (CadreLimits) limits = cadre_limits_new_bounded ();
  g_autoptr (CadreCsvReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  g_autofree char *rows = NULL;

  cadre_limits_set_max_string (limits, 8);
  cadre_limits_set_max_members (limits, 4);
  cadre_limits_set_max_rows (limits, 3);
  reader = make_reader (bytes, dripping, limits);
  cadre_csv_reader_set_encoding (reader, faults[number].encoding);
  rows = tell_rows (reader, &error);

  g_assert_error (error, CADRE_DOCUMENT_ERROR, (int) faults[number].code);
  g_assert_cmpstr (error->message, ==, faults[number].message);
  g_assert_cmpstr (rows, ==, faults[number].rows);
  g_assert_false (cadre_csv_reader_next_row (reader, NULL, NULL, &again));
  g_assert_cmpstr (again->message, ==, error->message);
  g_assert_finalize_object (g_steal_pointer (&reader));
}

static void
test_fault (gconstpointer data)
{
  check_fault (GPOINTER_TO_UINT (data), FALSE);
  check_fault (GPOINTER_TO_UINT (data), TRUE);
}

/* A byte that is none of ASCII, anywhere in a row that is long enough to be looked at
 * in blocks, and in none of the rows beside it. */
static void
test_blocks (void)
{
  static const char row[] = "Team Manager,P0000001,U0000001,sbc\n";
  static const char bad[] = "Line 2: the row that begins here holds a NUL";
  const gsize n = sizeof row - 1;

  for (gsize i = 0; i < n - 1; i++)
    {
      g_autofree char *text = g_strconcat (row, row, row, row, NULL);
      g_autofree char *with_nul = g_memdup2 (text, 4 * n);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GBytes) broken = g_bytes_new_static (with_nul, 4 * n);
      g_autoptr (CadreCsvReader) reader = NULL;
      g_autoptr (CadreCsvReader) fails = cadre_csv_reader_new_for_bytes (broken, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *rows = NULL;
      g_autofree char *before = NULL;
      g_autofree char *issues = NULL;

      text[n + i] = '\243';
      with_nul[n + i] = '\0';
      bytes = g_bytes_new_static (text, 4 * n);
      reader = cadre_csv_reader_new_for_bytes (bytes, NULL);
      rows = tell_rows (reader, &error);
      issues = tell_issues (reader);
      g_assert_no_error (error);
      g_assert_nonnull (strstr (rows, "\302\243"));
      g_assert_cmpstr (issues, ==, "document.csv.assumed-windows-1252 at row 2");

      before = tell_rows (fails, &error);
      g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_ENCODING);
      g_assert_cmpstr (error->message, ==, bad);
      g_assert_cmpstr (before, ==, "1:[Team Manager][P0000001][U0000001][sbc]\n");
    }
}

static void
test_too_large (void)
{
  for (guint dripping = 0; dripping < 2; dripping++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static ("a,b\nc,d\n", 8);
      g_autoptr (CadreLimits) limits = cadre_limits_new_bounded ();
      g_autoptr (CadreCsvReader) reader = NULL;
      g_autoptr (CadreCsvReader) just_fits = NULL;
      g_autoptr (GError) error = NULL;

      cadre_limits_set_max_bytes (limits, 8);
      just_fits = make_reader (bytes, dripping, limits);
      g_assert_true (cadre_csv_reader_next_row (just_fits, NULL, NULL, &error));

      cadre_limits_set_max_bytes (limits, 7);
      reader = make_reader (bytes, dripping, limits);
      g_assert_false (cadre_csv_reader_next_row (reader, NULL, NULL, &error));
      g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_BYTES);
      g_assert_cmpstr (error->message, ==, "The table is larger than 7 bytes");
    }
}

/* A quote that is never closed is given up at the longest cell, not at the end. */
static void
test_endless_cell (void)
{
  g_autofree char *text = g_malloc0 (3000001);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CadreCsvReader) reader = NULL;
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;

  memset (text, 'x', 3000000);
  text[0] = '"';
  bytes = g_bytes_new_static (text, 3000000);
  stream = g_memory_input_stream_new_from_bytes (bytes);
  reader = cadre_csv_reader_new_for_stream (stream, NULL);

  g_assert_false (cadre_csv_reader_next_row (reader, NULL, NULL, &error));
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_STRING);
  g_assert_cmpint (g_seekable_tell (G_SEEKABLE (stream)), <, 3000000);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a\nb\n", 4);
  g_autoptr (CadreCsvReader) reader = cadre_csv_reader_new_for_bytes (bytes, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_true (cadre_csv_reader_next_row (reader, NULL, cancellable, &error));
  g_cancellable_cancel (cancellable);
  g_assert_false (cadre_csv_reader_next_row (reader, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);

  g_assert_true (cadre_csv_reader_next_row (reader, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpstr (cadre_csv_reader_get_cell (reader, 0), ==, "b");
  g_assert_cmpuint (cadre_csv_reader_get_row (reader), ==, 2);
}

static void
test_file (void)
{
  g_autoptr (GFileIOStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_file_new_tmp ("cadre-csv-XXXXXX", &stream, &error);
  g_autoptr (CadreCsvReader) reader = NULL;
  g_autofree char *origin = NULL;

  g_assert_no_error (error);
  g_assert_true (g_file_replace_contents (file, "x\ny,z\n", 6, NULL, FALSE, G_FILE_CREATE_NONE,
                                          NULL, NULL, &error));
  reader = cadre_csv_reader_new_for_file (file, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cadre_csv_reader_next_row (reader, NULL, NULL, &error));
  g_assert_true (cadre_csv_reader_next_row (reader, NULL, NULL, &error));
  origin = cadre_csv_reader_dup_origin (reader, 1);
  g_assert_cmpstr (origin, ==, "row 2, cell 2");
  g_clear_object (&reader);

  g_assert_true (g_file_delete (file, NULL, &error));
  g_assert_null (cadre_csv_reader_new_for_file (file, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

static void
test_set (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("a,b;\243\n", 6);
  g_autoptr (CadreCsvReader) reader = cadre_csv_reader_new_for_bytes (bytes, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *rows = NULL;
  g_autofree char *issues = NULL;

  g_assert_cmpint (cadre_csv_reader_get_delimiter (reader), ==, '\0');
  cadre_csv_reader_set_delimiter (reader, ';');
  cadre_csv_reader_set_encoding (reader, CADRE_CSV_ENCODING_WINDOWS_1252);
  rows = tell_rows (reader, &error);
  issues = tell_issues (reader);

  g_assert_no_error (error);
  g_assert_cmpstr (rows, ==, "1:[a,b][\302\243]\n");
  g_assert_cmpstr (issues, ==, "");
  g_assert_cmpint (cadre_csv_reader_get_encoding (reader), ==, CADRE_CSV_ENCODING_WINDOWS_1252);
}

static const char *const pieces[] = {
  "a",    "Zo\303\253", "\303", "\243", "\357\273\277", "\357", ",",
  ";",    "\t",         "|",    "\"",   "\"\"",         "\n",   "\r",
  "\r\n", " ",          "'",    "=",    "sep=",         "x\"y", "123456789012345",
};

static void
test_random (void)
{
  const guint n = g_test_thorough () ? 100000 : 1500;
  guint n_read = 0;

  for (guint i = 0; i < n; i++)
    {
      const int n_pieces = g_test_rand_int_range (0, 40);
      g_autoptr (GString) text = g_string_new (NULL);

      for (int k = 0; k < n_pieces; k++)
        g_string_append (text, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      if (g_test_rand_int_range (0, 20) == 0)
        g_string_append_len (text, "\0,", 2);
      n_read += csv_check (text->str, text->len);
    }

  /* Neither all nor none, or it would show little. */
  g_assert_cmpuint (n_read, >, n / 5);
  g_assert_cmpuint (n_read, <, n);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strconcat ("/document/csv/", tables[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_table);
    }
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strconcat ("/document/csv/fault/", faults[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fault);
    }
  g_test_add_func ("/document/csv/blocks", test_blocks);
  g_test_add_func ("/document/csv/fault/too-large", test_too_large);
  g_test_add_func ("/document/csv/fault/endless-cell", test_endless_cell);
  g_test_add_func ("/document/csv/cancelled", test_cancelled);
  g_test_add_func ("/document/csv/file", test_file);
  g_test_add_func ("/document/csv/set", test_set);
  g_test_add_func ("/document/csv/random", test_random);

  return g_test_run ();
}
