/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Tables that mean harm: cells, rows and tables without an end. Each comes from
 * a stream that makes it up as it is read, so that what counts is how soon the
 * reader gives up, and how much it keeps. */

#include "config.h"

#include "csv-oracle.h"

#include <string.h>
#include <sys/resource.h>
#include <time.h>

#define MIB ((guint64) 1024 * 1024)

/* A beginning, and then a pattern again and again. */
#define FLOOD_TYPE_STREAM (flood_stream_get_type ())
G_DECLARE_FINAL_TYPE (FloodStream, flood_stream, FLOOD, STREAM, GInputStream)

struct _FloodStream
{
  GInputStream parent_instance;

  const char *beginning;
  const char *pattern;
  gsize pattern_size;
  guint64 size;
  guint64 given;
};

G_DEFINE_FINAL_TYPE (FloodStream, flood_stream, G_TYPE_INPUT_STREAM)

static gssize
flood_stream_read (GInputStream *stream,
                   void *buffer,
                   gsize count,
                   GCancellable *cancellable,
                   GError **error)
{
  FloodStream *self = FLOOD_STREAM (stream);
  const gsize begun = strlen (self->beginning);
  const gsize n = (gsize) MIN (count, self->size - self->given);
  char *out = buffer;

  for (gsize i = 0; i < n; i++)
    {
      const guint64 at = self->given + i;

      out[i] = at < begun ? self->beginning[at] : self->pattern[(at - begun) % self->pattern_size];
    }
  self->given += n;

  return (gssize) n;
}

static void
flood_stream_class_init (FloodStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = flood_stream_read;
}

static void
flood_stream_init (FloodStream *self)
{
}

/* Of a gigabyte each, with the usual limits. */
static const struct
{
  const char *name;
  const char *beginning;
  const char *pattern;
  gsize pattern_size;
  CadreDocumentError code;
  const char *message;
  guint64 most;       /* bytes that are asked for before that */
  guint least_issues; /* 0: none */
} floods[] = {
  { "plain-cell", "a,", "x", 1, CADRE_DOCUMENT_ERROR_LIMIT_STRING,
    "Line 1: cell 2 of the row that begins here is longer than 1048576 bytes", 4 * MIB, 0 },
  { "quoted-cell", "a\nb,\"", "x,\r\n", 4, CADRE_DOCUMENT_ERROR_LIMIT_STRING,
    "Line 2: cell 2 of the row that begins here is longer than 1048576 bytes", 4 * MIB, 0 },
  { "quotes", "\"", "\"\"", 2, CADRE_DOCUMENT_ERROR_LIMIT_STRING,
    "Line 1: cell 1 of the row that begins here is longer than 1048576 bytes", 4 * MIB, 0 },
  { "nuls", "", "\0", 1, CADRE_DOCUMENT_ERROR_LIMIT_STRING,
    "Line 1: cell 1 of the row that begins here is longer than 1048576 bytes", 4 * MIB, 0 },
  { "text-after-quote", "\"a\"", "b", 1, CADRE_DOCUMENT_ERROR_LIMIT_STRING,
    "Line 1: cell 1 of the row that begins here is longer than 1048576 bytes", 4 * MIB, 0 },
  { "columns", "", ",", 1, CADRE_DOCUMENT_ERROR_LIMIT_MEMBERS, "A row has more than 4096 cells",
    MIB, 0 },
  { "quoted-columns", "a\n", "\"\",", 3, CADRE_DOCUMENT_ERROR_LIMIT_MEMBERS,
    "A row has more than 4096 cells", MIB, 0 },
  { "rows", "", "a\n", 2, CADRE_DOCUMENT_ERROR_LIMIT_ITEMS, "The table has more than 1000000 rows",
    4 * MIB, 0 },
  { "strange-rows", "", "\"a\"b\n", 5, CADRE_DOCUMENT_ERROR_LIMIT_ITEMS,
    "The table has more than 1000000 rows", 8 * MIB, 1000000 },
  { "mixed-rows", "", "\303\251\n\351\n", 5, CADRE_DOCUMENT_ERROR_LIMIT_ITEMS,
    "The table has more than 1000000 rows", 8 * MIB, 2 },
  { "lf", "", "\n", 1, CADRE_DOCUMENT_ERROR_LIMIT_BYTES, "The table is larger than 67108864 bytes",
    65 * MIB, 0 },
  { "cr", "", "\r", 1, CADRE_DOCUMENT_ERROR_LIMIT_BYTES, "The table is larger than 67108864 bytes",
    65 * MIB, 0 },
  { "marks", "a\n", "\357\273\277", 3, CADRE_DOCUMENT_ERROR_LIMIT_BYTES,
    "The table is larger than 67108864 bytes", 65 * MIB, 22000000 },
};

static double
cpu_seconds (void)
{
  struct timespec now = { 0 };

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

static gsize
peak_kib (void)
{
  struct rusage usage = { 0 };

  getrusage (RUSAGE_SELF, &usage);
  return (gsize) usage.ru_maxrss;
}

static GError *
read_all (CadreCsvReader *reader)
{
  GError *error = NULL;
  guint n_cells = 1;

  while (n_cells > 0 && cadre_csv_reader_next_row (reader, &n_cells, NULL, &error))
    ;

  return error;
}

static void
test_flood (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (FloodStream) stream = g_object_new (FLOOD_TYPE_STREAM, NULL);
  g_autoptr (CadreCsvReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  CadreIssueList *issues = NULL;
  guint n_issues = 0;
  const double start = cpu_seconds ();
  const gsize before = peak_kib ();

  if (g_getenv ("CADRE_TEST_SHORT") != NULL && floods[i].most > 8 * MIB)
    {
      g_test_skip ("Too much for valgrind");
      return;
    }

  stream->beginning = floods[i].beginning;
  stream->pattern = floods[i].pattern;
  stream->pattern_size = floods[i].pattern_size;
  stream->size = 1024 * MIB;
  reader = cadre_csv_reader_new_for_stream (G_INPUT_STREAM (stream), NULL);
  error = read_all (reader);

  g_assert_error (error, CADRE_DOCUMENT_ERROR, (int) floods[i].code);
  g_assert_cmpstr (error->message, ==, floods[i].message);
  g_assert_cmpuint (stream->given, <=, floods[i].most);
  issues = cadre_csv_reader_get_issues (reader);
  n_issues =
    g_list_model_get_n_items (G_LIST_MODEL (issues)) + cadre_issue_list_get_n_dropped (issues);
  g_assert_cmpuint (n_issues, >=, floods[i].least_issues);
  g_assert_true (n_issues == 0 || floods[i].least_issues > 0);
  g_assert_finalize_object (g_steal_pointer (&reader));

  /* Both are generous: what they are to find is memory or time for all of it. */
  if (g_getenv ("CADRE_TEST_SHORT") == NULL)
    {
      g_assert_cmpuint (peak_kib () - before, <, 64 * 1024);
      g_assert_cmpfloat (cpu_seconds () - start, <, 20);
    }
}

/* Who asks for much gets it, in memory that is linear in the bytes. */
static void
test_wide_row (void)
{
  g_autoptr (FloodStream) stream = g_object_new (FLOOD_TYPE_STREAM, NULL);
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  g_autoptr (CadreCsvReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  guint n_cells = 0;

  stream->beginning = "";
  stream->pattern = ",";
  stream->pattern_size = 1;
  stream->size = 1000000;
  reader = cadre_csv_reader_new_for_stream (G_INPUT_STREAM (stream), limits);
  g_assert_true (cadre_csv_reader_next_row (reader, &n_cells, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_cells, ==, 1000001);
  g_assert_cmpstr (cadre_csv_reader_get_cell (reader, 1000000), ==, "");
}

/* The longest cell that is allowed, one byte at a time: linear all the same. */
static void
test_slow_stream (void)
{
  const gsize size = g_getenv ("CADRE_TEST_SHORT") == NULL ? MIB : MIB / 32;
  g_autofree char *text = g_malloc (size + 4);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CadreCsvReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  const double start = cpu_seconds ();

  memset (text, 'x', size + 4);
  memcpy (text, "a\n\"", 3);
  text[size + 3] = '"';
  bytes = g_bytes_new_static (text, size + 4);
  reader = csv_reader (bytes, 1, &(CsvSettings){ NULL, CADRE_CSV_ENCODING_DETECT, '\0', FALSE });

  g_assert_true (cadre_csv_reader_next_row (reader, NULL, NULL, &error));
  g_assert_true (cadre_csv_reader_next_row (reader, NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (strlen (cadre_csv_reader_get_cell (reader, 0)), ==, size);
  g_assert_cmpfloat (cpu_seconds () - start, <, 20);
}

/* A limit is a limit of bytes that are at hand, too: nothing is looked at twice
 * for cells that are too long anyway. */
static void
test_long_cell_of_bytes (void)
{
  const gsize size = 32 * MIB;
  g_autofree char *text = g_malloc (size);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CadreCsvReader) reader = NULL;
  g_autoptr (GError) error = NULL;

  memset (text, 'x', size);
  text[0] = '"';
  bytes = g_bytes_new_static (text, size);
  reader = cadre_csv_reader_new_for_bytes (bytes, NULL);
  error = read_all (reader);
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_STRING);
  g_assert_cmpstr (error->message, ==,
                   "Line 1: cell 1 of the row that begins here is longer than 1048576 bytes");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (floods); i++)
    {
      g_autofree char *path = g_strconcat ("/document/csv-hostile/", floods[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_flood);
    }
  g_test_add_func ("/document/csv-hostile/wide-row", test_wide_row);
  g_test_add_func ("/document/csv-hostile/slow-stream", test_slow_stream);
  g_test_add_func ("/document/csv-hostile/long-cell-of-bytes", test_long_cell_of_bytes);

  return g_test_run ();
}
