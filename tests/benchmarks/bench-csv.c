/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "bench-documents.h"

#include <glib/gstdio.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <unistd.h>

/* An extract of many positions, written to a file and read again, beside what
 * others take for the same file in the same run: bench-csv [ROWS [PEER-SCRIPT]].
 * There are two: one of positions alone, each of which becomes a post with a line
 * to its manager, and one with their holders, of whom each row makes a person and
 * an assignment more. Times are processor time, of the best of three. From a
 * million rows on, a ratio that is worse than its target ends the run badly. */

#define N_ROUNDS 3
#define ROWS_OF_TARGETS 1000000
#define MOST_OF_PANDAS 40 /* percent */
#define SAMPLE 65536      /* bytes that a map is drafted from */

/* The columns of holders come last. */
static const char *const header[] = {
  "Position ID", "Position Title", "Reports To", "Org Unit", "Grade",      "FTE",
  "Valid From",  "Valid To",       "Cost Code",  "Location", "Annual Pay", "Employee No.",
};

typedef struct
{
  const char *name;
  guint n_columns;
  guint n_rows;
} Table;

static const char *const titles[] = {
  "Social Worker",    "Head of Service, Adults",
  "Team Manager",     "Caf\303\251 Assistant",
  "Planning Officer", "Officer \342\200\223 \302\243 and \342\202\254",
};

static const char *const places[] = { "Town Hall", "Depot", "12 \"The Mews\", High Street" };

/* A letter and a number of so many digits; no letter where it is NUL. */
static void
add_number (CadreCsvWriter *writer, char letter, guint number, guint n_digits)
{
  char text[16];
  char *p = text + sizeof text;

  for (guint i = 0; i < n_digits; i++, number /= 10)
    *--p = (char) ('0' + number % 10);
  if (letter != '\0')
    *--p = letter;
  cadre_csv_writer_add_text_n (writer, p, (gsize) (text + sizeof text - p));
}

static void
write_row (CadreCsvWriter *writer, const Table *table, guint row)
{
  static const char *const starts[] = { "2019-04-01", "2021-09-13", "2025-01-06" };
  static const char *const pays[] = { "24027.50", "31586.00", "45441.00", "123456.78" };

  add_number (writer, 'P', row, 7);
  cadre_csv_writer_add_text (writer, titles[row % G_N_ELEMENTS (titles)]);
  if (row > 0)
    add_number (writer, 'P', (row - 1) / 7, 7);
  else
    cadre_csv_writer_add_text (writer, NULL);
  add_number (writer, 'U', row / 25, 5);
  add_number (writer, 'G', 1 + row % 14, 2);
  cadre_csv_writer_add_text (writer, row % 5 == 0 ? "0.6" : "1.0");
  cadre_csv_writer_add_text (writer, starts[row % G_N_ELEMENTS (starts)]);
  cadre_csv_writer_add_text (writer, row % 9 == 0 ? "2027-03-31" : NULL);
  cadre_csv_writer_add_integer (writer, row % 4001);
  cadre_csv_writer_add_text (writer, places[row % G_N_ELEMENTS (places)]);
  if (table->n_columns == G_N_ELEMENTS (header))
    {
      cadre_csv_writer_add_text (writer, pays[row % 977 % G_N_ELEMENTS (pays)]);
      add_number (writer, '\0', row * 3, 8);
    }
  cadre_csv_writer_end_row (writer);
}

static gboolean
write_table (GFile *file, const Table *table, GError **error)
{
  g_autoptr (CadreCsvWriter) writer = cadre_csv_writer_new_for_file (file, NULL, error);

  if (writer == NULL)
    return FALSE;

  for (guint i = 0; i < table->n_columns; i++)
    cadre_csv_writer_add_text (writer, header[i]);
  cadre_csv_writer_end_row (writer);
  for (guint i = 0; i < table->n_rows; i++)
    write_row (writer, table, i);

  return cadre_csv_writer_finish (writer, NULL, error);
}

/* Every cell is asked for. Ends the program where one is missing. */
static void
read_table (CadreCsvReader *reader, const Table *table)
{
  g_autoptr (GError) error = NULL;
  guint n_cells = 0;
  gsize n = 0;
  guint sum = 0;

  while (cadre_csv_reader_next_row (reader, &n_cells, NULL, &error) && n_cells > 0)
    {
      n += n_cells;
      for (guint i = 0; i < n_cells; i++)
        sum += (guint8) *cadre_csv_reader_get_cell (reader, i);
    }

  if (error != NULL || sum == 0 || n != ((gsize) table->n_rows + 1) * table->n_columns)
    {
      g_printerr ("The table was not read: %s\n", error != NULL ? error->message : "cells lack");
      exit (EXIT_FAILURE);
    }
}

static CadreCsvReader *
open_table (GFile *file, GBytes *bytes)
{
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();

  return bytes != NULL ? cadre_csv_reader_new_for_bytes (bytes, limits)
                       : cadre_csv_reader_new_for_file (file, limits, NULL, NULL);
}

static double
best_of_reading (GFile *file, GBytes *bytes, const Table *table)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const double start = bench_seconds ();
      g_autoptr (CadreCsvReader) reader = open_table (file, bytes);

      if (reader == NULL)
        exit (EXIT_FAILURE);
      read_table (reader, table);
      best = MIN (best, bench_seconds () - start);
    }

  return best;
}

/* A map that is drafted from the first rows. */
static CadreFieldMap *
draft_map (GBytes *bytes)
{
  const gsize size = MIN (g_bytes_get_size (bytes), SAMPLE);
  const char *text = g_bytes_get_data (bytes, NULL);
  gsize n = size;
  g_autoptr (GBytes) sample = NULL;
  g_autoptr (GError) error = NULL;
  CadreFieldMap *map = NULL;

  while (n > 0 && text[n - 1] != '\n')
    n--;
  sample = g_bytes_new_static (text, n);
  map = cadre_field_map_draft (sample, "extract", NULL, NULL, &error);
  if (map == NULL)
    {
      g_printerr ("No map was drafted: %s\n", error->message);
      exit (EXIT_FAILURE);
    }

  return map;
}

/* The same table into posts, lines, people and assignments, sealed and judged. */
static double
best_of_extracting (GFile *file, CadreFieldMap *map, guint n_rows)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      const double start = bench_seconds ();
      g_autoptr (CadreExtractReader) reader = cadre_extract_reader_new (map);
      g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
      g_autoptr (CadreImport) import = NULL;
      g_autoptr (GError) error = NULL;

      cadre_extract_reader_set_limits (reader, limits);
      cadre_extract_reader_add_file (reader, "extract", file, NULL);
      import = cadre_extract_reader_read (reader, NULL, &error);
      if (import == NULL || cadre_import_get_n_rows (import) != n_rows)
        {
          g_printerr ("The extract was not read: %s\n",
                      error != NULL ? error->message : "rows lack");
          exit (EXIT_FAILURE);
        }
      best = MIN (best, bench_seconds () - start);
    }

  return best;
}

/* Each line of the peers is seconds and a name, or a name that is missing. Gives
 * whether the target was met. */
static gboolean
print_peers (const char *script, const char *path, double own, double extract, gboolean is_held)
{
  const char *argv[] = { "/usr/bin/python3", script, path, NULL };
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean is_met = TRUE;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                     &status, NULL) ||
      status != 0)
    {
      g_print ("No peer: %s does not run\n", script);
      return TRUE;
    }

  lines = g_strsplit (output, "\n", 0);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    {
      char *name = lines[i];
      const double seconds = g_ascii_strtod (lines[i], &name);
      const int percent = seconds > 0 ? (int) (own * 100 / seconds + 0.5) : 0;
      const gboolean is_missed =
        is_held && strstr (name, "pandas.read_csv") != NULL && percent > MOST_OF_PANDAS;

      if (seconds > 0)
        g_print ("%5d ms%s: Cadre takes %d %% of it, and %d %% into a structure",
                 (int) (seconds * 1000), name, percent, (int) (extract * 100 / seconds + 0.5));
      else
        g_print ("%s", lines[i]);
      g_print (is_missed ? ", MISSED: I4 must be at most %d %%\n" : "\n", MOST_OF_PANDAS);
      is_met = is_met && !is_missed;
    }

  return is_met;
}

static void
print_own (const char *name, double seconds, gsize size)
{
  g_print ("%5d ms %s, %d MB/s\n", (int) (seconds * 1000), name,
           (int) ((double) size / 1e6 / MAX (seconds, 1e-6)));
}

/* Kilobytes that are resident at most, from here on where the kernel can begin
 * anew. */
static void
begin_peak (void)
{
  int file = open ("/proc/self/clear_refs", O_WRONLY);

  if (file >= 0)
    {
      if (write (file, "5", 1) != 1)
        g_print ("The peak of memory is that of the whole run\n");
      close (file);
    }
}

static long
peak (void)
{
  struct rusage usage = { 0 };
  g_autofree char *status = NULL;
  const char *line = NULL;

  if (g_file_get_contents ("/proc/self/status", &status, NULL, NULL))
    line = strstr (status, "VmHWM:");
  if (line != NULL)
    return (long) g_ascii_strtoll (line + strlen ("VmHWM:"), NULL, 10);

  getrusage (RUSAGE_SELF, &usage);
  return usage.ru_maxrss;
}

/* One table. */
static gboolean
run (GFile *file, const Table *table, const char *script)
{
  double start = bench_seconds ();
  double from_file = 0;
  double extract = 0;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CadreFieldMap) map = NULL;
  g_autoptr (GError) error = NULL;
  long before = 0;
  gsize size = 0;

  if (!write_table (file, table, &error))
    {
      g_printerr ("%s\n", error->message);
      return FALSE;
    }
  start = bench_seconds () - start;
  begin_peak ();
  before = peak ();
  from_file = best_of_reading (file, NULL, table);
  before = peak () - before;
  bytes = g_file_load_bytes (file, NULL, NULL, NULL);
  size = bytes != NULL ? g_bytes_get_size (bytes) : 0;

  g_print ("%s: %u rows of %d cells, %" G_GSIZE_FORMAT " bytes\n", table->name, table->n_rows,
           table->n_columns, size);
  print_own ("CadreCsvWriter to a file", start, size);
  print_own ("I4 CadreCsvReader from a file", from_file, size);
  g_print ("         and %ld KiB of memory\n", before);
  print_own ("   from bytes", best_of_reading (file, bytes, table), size);
  map = draft_map (bytes);
  g_clear_pointer (&bytes, g_bytes_unref);
  begin_peak ();
  before = peak ();
  extract = best_of_extracting (file, map, table->n_rows);
  print_own ("CadreExtractReader from a file into a sealed structure", extract, size);
  g_print ("         and %ld KiB of memory\n", peak () - before);

  return script == NULL || print_peers (script, g_file_peek_path (file), from_file, extract,
                                        table->n_rows >= ROWS_OF_TARGETS);
}

int
main (int argc, char *argv[])
{
  const guint n_rows = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 1000000;
  const Table tables[] = {
    { "Positions", G_N_ELEMENTS (header) - 2, n_rows },
    { "Positions and their holders", G_N_ELEMENTS (header), n_rows },
  };
  g_autofree char *folder = g_dir_make_tmp ("cadre-bench-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder != NULL ? folder : "/tmp", "extract.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  gboolean is_good = TRUE;

  if (folder == NULL)
    return EXIT_FAILURE;

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    is_good = run (file, &tables[i], argc > 2 ? argv[2] : NULL) && is_good;
  g_unlink (path);
  g_rmdir (folder);

  return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}
