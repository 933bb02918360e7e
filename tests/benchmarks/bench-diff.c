/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "bench-documents.h"

#include <glib/gstdio.h>
#include <stdlib.h>
#include <sys/resource.h>

/* Comparing two structures of many posts by their ids: bench-diff [ROWS [PEERS]].
 * Of the posts 1 % are created, 1 % deleted, 1 % get another manager and 2 %
 * another field; each has nine fields. Times are processor time of the best of
 * three rounds, for all of it: the mapping, the comparison, and the list of
 * changes in its order. Once both documents are in the same order, and once the
 * one after is in another; once with the events that the changes are collapsed
 * to, which must be few.
 *
 * Also from end to end: two CSV files, or two JSON documents, are read, compared, and
 * the script of changes is written to a file, each in a process of its own. The two CSV
 * files are read at once, in two threads: what is held to the targets there is the time
 * by the clock, and processor time, which is of both threads together, is said beside
 * it. With a script of peers GNU diff takes turns with it, so that each finds the memory of
 * the machine as the other has left it, and the others, which take far more, come after.
 * What must be reached is said at the end of a line that misses it. */

#define N_ROUNDS 3
#define N_FULL 1000000 /* below this many posts nothing is held to a target */

#define MOST_NANOSECONDS 150   /* a post, in memory */
#define MOST_OF_BEST_PEER 0.15 /* in memory */
#define MOST_OF_GNU_DIFF 1.0   /* from CSV files, by the clock */
#define MOST_OF_PANDAS 0.15    /* from CSV files, by the clock */
#define MOST_OF_JSON 0.3       /* from JSON files */
#define MOST_MEMORY 500        /* MB at N_FULL posts, without the bytes of the files */
#define MOST_PEERS 16

static gboolean missed = FALSE;

static void
hold_to (double value, double most, gboolean is_held)
{
  if (is_held && value > most)
    {
      g_print (", MISSED: must be at most %g", most);
      missed = TRUE;
    }
  g_print ("\n");
}

static CadreStructure *
make_structure (guint n_rows, BenchDocument which, gboolean shuffled)
{
  g_autoptr (GBytes) document = bench_make_document (n_rows, which, shuffled);

  return bench_load (document);
}

/* Seconds of the best round; gives how many changes there are. */
static double
measure (CadreStructure *before, CadreStructure *after, guint *n_changes)
{
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const double start = bench_seconds ();
      CadreDiff *diff = cadre_diff_new (before, after, NULL, NULL, NULL);
      const double taken = bench_seconds () - start;

      if (diff == NULL)
        return 0;
      best = MIN (best, taken);
      *n_changes = g_list_model_get_n_items (G_LIST_MODEL (diff));
      g_object_unref (diff);
    }

  return best;
}

static double
measure_events (CadreStructure *before, CadreStructure *after, guint *n_events)
{
  g_autoptr (CadreDiff) diff = cadre_diff_new (before, after, NULL, NULL, NULL);
  g_autoptr (CadreDiffView) view = cadre_diff_view_new (CADRE_DIFF_LEVEL_SUMMARY);
  const double start = bench_seconds ();
  g_autoptr (GListModel) events = cadre_diff_list_events (diff, view, NULL);

  *n_events = g_list_model_get_n_items (events);
  return bench_seconds () - start;
}

/* The first posts have the same manager at either span. */
static gboolean
is_changed (guint row, BenchFate fate)
{
  if (fate == BENCH_FATE_MOVED)
    return row > 0 && (row - 1) / 11 != (row - 1) / 7;

  return fate != BENCH_FATE_SAME;
}

static guint
count_expected (guint n_rows)
{
  guint n = 0;

  for (guint row = 0; row < n_rows; row++)
    n += is_changed (row, bench_fate (row));
  return n;
}

/* Seconds; less than 0 where the changes are not those that were made. */
static double
compare (guint n_rows, gboolean shuffled)
{
  g_autoptr (CadreStructure) before = make_structure (n_rows, BENCH_DOCUMENT_BEFORE, FALSE);
  g_autoptr (CadreStructure) after = make_structure (n_rows, BENCH_DOCUMENT_AFTER, shuffled);
  guint n_changes = 0;
  guint n_events = 0;
  const double seconds = measure (before, after, &n_changes);
  const double events = measure_events (before, after, &n_events);

  g_print ("%-34s %8.1f ms %8.1f ns/post   %u changes",
           shuffled ? "documents in different orders" : "documents in the same order",
           seconds * 1e3, seconds * 1e9 / n_rows, n_changes);
  hold_to (seconds * 1e9 / n_rows, MOST_NANOSECONDS, n_rows >= N_FULL);
  g_print ("%-34s %8.1f ms %8.1f ns/post   %u events\n", "and what happened", events * 1e3,
           events * 1e9 / n_rows, n_events);
  return n_changes == count_expected (n_rows) ? seconds : -1;
}

/* From end to end */

static const char map_text[] =
  "{\"cadre\": \"field-map\", \"version\": 1, \"name\": \"bench\", \"tables\": ["
  "{\"name\": \"posts\", \"columns\": [{\"name\": \"id\"}, {\"name\": \"title\"}, "
  "{\"name\": \"manager\"}, {\"name\": \"unit\"}, {\"name\": \"employer\"}, {\"name\": \"grade\"}, "
  "{\"name\": \"hours\"}, {\"name\": \"cost\"}, {\"name\": \"status\"}], \"records\": ["
  "{\"kind\": \"post\", \"fields\": {\"id\": \"id\", \"title\": \"title\", \"unit\": \"unit\", "
  "\"employer\": \"employer\", \"grade\": \"grade\", \"hours\": \"hours\", \"cost\": \"cost\", "
  "\"status\": \"status\"}}, "
  "{\"kind\": \"line\", \"fields\": {\"post\": \"id\", \"manager\": \"manager\"}}, "
  "{\"kind\": \"unit\", \"fields\": {\"id\": \"unit\"}}, "
  "{\"kind\": \"organisation\", \"fields\": {\"id\": \"employer\"}}, "
  "{\"kind\": \"grade\", \"fields\": {\"id\": \"grade\"}}]}]}";

static CadreExtractReader *
make_reader (CadreFieldMap *map, const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  CadreExtractReader *reader = cadre_extract_reader_new (map);

  cadre_extract_reader_set_limits (reader, limits);
  if (!cadre_extract_reader_add_file (reader, "posts", file, NULL))
    g_clear_object (&reader);
  return reader;
}

typedef struct
{
  CadreImport *imports[2];
  CadreExtractReader *readers[2];
  guint n_done;
} CsvReading;

static void
take_csv (GObject *source, GAsyncResult *result, gpointer user_data)
{
  CsvReading *reading = user_data;
  CadreExtractReader *reader = CADRE_EXTRACT_READER (source);

  reading->imports[reader == reading->readers[1]] =
    cadre_extract_reader_read_finish (reader, result, NULL);
  reading->n_done++;
}

static void
read_csvs (const char *const *paths, CadreStructure *structures[2])
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (map_text, sizeof map_text - 1);
  g_autoptr (CadreFieldMap) map = cadre_field_map_load_bytes (bytes, NULL, NULL, NULL);
  CsvReading reading = { { NULL, NULL }, { NULL, NULL }, 0 };

  for (guint i = 0; i < 2; i++)
    {
      reading.readers[i] = make_reader (map, paths[i]);
      cadre_extract_reader_read_async (reading.readers[i], NULL, NULL, NULL, NULL, take_csv,
                                       &reading);
    }
  while (reading.n_done < 2)
    g_main_context_iteration (NULL, TRUE);

  for (guint i = 0; i < 2; i++)
    {
      if (reading.imports[i] != NULL)
        structures[i] = g_object_ref (cadre_import_get_structure (reading.imports[i]));
      g_clear_object (&reading.imports[i]);
      g_clear_object (&reading.readers[i]);
    }
}

static CadreStructure *
read_json (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();

  return cadre_structure_load (file, limits, NULL, NULL);
}

/* Reads two files, compares them and writes the script: prints the most memory in KiB
 * and how many changes there are. */
static int
run_once (const char *what, const char *const *paths)
{
  CadreStructure *structures[2] = { NULL, NULL };
  g_autoptr (GFile) file = g_file_new_for_path (paths[2]);
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_file (file, NULL, NULL);
  g_autoptr (CadreDiff) diff = NULL;
  struct rusage usage;

  if (g_str_equal (what, "csv"))
    read_csvs (paths, structures);
  else
    for (guint i = 0; i < 2; i++)
      structures[i] = read_json (paths[i]);
  if (structures[0] != NULL && structures[1] != NULL)
    diff = cadre_diff_new (structures[0], structures[1], NULL, NULL, NULL);
  if (diff == NULL || writer == NULL)
    return EXIT_FAILURE;

  cadre_diff_write (diff, writer);
  if (!cadre_writer_finish (writer, NULL, NULL))
    return EXIT_FAILURE;

  getrusage (RUSAGE_SELF, &usage);
  g_print ("%ld %u\n", usage.ru_maxrss, g_list_model_get_n_items (G_LIST_MODEL (diff)));
  for (guint i = 0; i < 2; i++)
    g_object_unref (structures[i]);
  return EXIT_SUCCESS;
}

typedef struct
{
  double seconds; /* of the processors */
  double clock;   /* seconds; 0 in memory */
  double memory;  /* KiB */
  guint n_operations;
} Result;

static const Result no_result = { G_MAXDOUBLE, G_MAXDOUBLE, 0, 0 };

/* Of the processes that have been waited for. */
static double
get_seconds_of_children (void)
{
  struct rusage usage;

  getrusage (RUSAGE_CHILDREN, &usage);
  return (double) (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) +
         (double) (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e6;
}

static void
keep_best (Result *best, const Result *result)
{
  best->seconds = MIN (best->seconds, result->seconds);
  best->clock = MIN (best->clock, result->clock);
  best->memory = result->memory;
  best->n_operations = result->n_operations;
}

/* The whole of a process, with what it takes to begin and to end, as of GNU diff. */
static void
spawn_once (const char *self, const char *what, char **paths, Result *best)
{
  const char *argv[] = { self, "--once", what, paths[0], paths[1], paths[2], NULL };
  g_autofree char *output = NULL;
  const gint64 start = g_get_monotonic_time ();
  const double before = get_seconds_of_children ();
  Result result;
  char *rest = NULL;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                     &status, NULL) ||
      status != 0)
    {
      g_printerr ("It does not run from %s files\n", what);
      exit (EXIT_FAILURE);
    }

  result.seconds = get_seconds_of_children () - before;
  result.clock = (double) (g_get_monotonic_time () - start) / 1e6;
  result.memory = g_ascii_strtod (output, &rest);
  result.n_operations = (guint) g_ascii_strtoull (rest, NULL, 10);
  keep_best (best, &result);
}

static char **
make_paths (const char *folder)
{
  static const char *const names[] = { "before.csv",  "after.csv",  "csv-script.json",
                                       "before.json", "after.json", "json-script.json" };
  char **paths = g_new0 (char *, G_N_ELEMENTS (names) + 1);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    paths[i] = g_build_filename (folder, names[i], NULL);
  return paths;
}

static void
write_files (char **paths, guint n_rows)
{
  for (guint i = 0; i < 2; i++)
    {
      const BenchDocument which = i == 0 ? BENCH_DOCUMENT_BEFORE : BENCH_DOCUMENT_AFTER;
      g_autoptr (GBytes) table = bench_make_table (n_rows, which);
      g_autoptr (GBytes) document = bench_make_document (n_rows, which, FALSE);

      if (!g_file_set_contents (paths[i], g_bytes_get_data (table, NULL),
                                (gssize) g_bytes_get_size (table), NULL) ||
          !g_file_set_contents (paths[3 + i], g_bytes_get_data (document, NULL),
                                (gssize) g_bytes_get_size (document), NULL))
        {
          g_printerr ("The files were not written\n");
          exit (EXIT_FAILURE);
        }
    }
}

typedef struct
{
  char what[8]; /* "memory", "csv" or "json" */
  char name[32];
  Result best;
} Peer;

typedef struct
{
  Peer peers[MOST_PEERS];
  guint n;
} Peers;

static Peer *
get_peer (Peers *peers, const char *what, const char *name)
{
  Peer *peer = NULL;

  for (guint i = 0; i < peers->n; i++)
    if (g_str_equal (peers->peers[i].name, name) && g_str_equal (peers->peers[i].what, what))
      return &peers->peers[i];

  g_assert (peers->n < MOST_PEERS);
  peer = &peers->peers[peers->n++];
  peer->best = no_result;
  g_strlcpy (peer->what, what, sizeof peer->what);
  g_strlcpy (peer->name, name, sizeof peer->name);
  return peer;
}

/* A line of the script of peers: what it does, seconds of the processors, seconds by
 * the clock, KiB, operations, name. */
static void
take_peer (Peers *peers, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", 6);
  Result result;

  if (g_strv_length (words) < 6)
    return;

  result.seconds = MAX (g_ascii_strtod (words[1], NULL), 1e-6);
  result.clock = MAX (g_ascii_strtod (words[2], NULL), 1e-6);
  result.memory = g_ascii_strtod (words[3], NULL);
  result.n_operations = (guint) g_ascii_strtoull (words[4], NULL, 10);
  keep_best (&get_peer (peers, words[0], words[5])->best, &result);
}

static void
run_peers (Peers *peers, const char *script, char **paths, const char *which, const char *n_rounds)
{
  const char *argv[] = { "/usr/bin/python3", script, paths[0], paths[1], paths[3],
                         paths[4],           which,  n_rounds, NULL };
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  int status = 0;

  if (script == NULL)
    return;
  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                     &status, NULL) ||
      status != 0)
    {
      g_print ("No peers: %s does not run\n", script);
      return;
    }

  lines = g_strsplit (output, "\n", 0);
  for (guint i = 0; lines[i] != NULL; i++)
    take_peer (peers, lines[i]);
}

/* From CSV files what counts is the clock, else the processor: there is one thread. */
static void
print_peer (const Peer *peer, const Result *own, guint n_expected, gboolean is_held)
{
  const gboolean is_csv = g_str_equal (peer->what, "csv");
  const Result *mine = &own[is_csv ? 1 : g_str_equal (peer->what, "json") ? 2 : 0];
  const Result *its = &peer->best;
  const double by_processor = mine->seconds / its->seconds;
  const double by_clock = mine->clock / its->clock;
  double most = is_csv ? MOST_OF_PANDAS : mine == own ? MOST_OF_BEST_PEER : MOST_OF_JSON;

  if (is_csv && g_str_equal (peer->name, "GNU diff"))
    most = MOST_OF_GNU_DIFF;

  g_print ("%-6s %-24s ", peer->what, peer->name);
  if (is_csv)
    g_print ("%8.1f ms by the clock, %.1f of the processor, %.0f MB: it takes %.3f of the time, "
             "%.3f of the processor's",
             its->clock * 1e3, its->seconds * 1e3, its->memory / 1024, by_clock, by_processor);
  else
    g_print ("%8.1f ms, %5.0f MB: it takes %.3f of the time", its->seconds * 1e3,
             its->memory / 1024, by_processor);
  if (mine->memory > 0)
    g_print (", %.2f of the memory", mine->memory / MAX (its->memory, 1));
  if (its->n_operations != 0 && its->n_operations != n_expected)
    g_print (", finds %u operations and not %u", its->n_operations, n_expected);
  hold_to (is_csv ? by_clock : by_processor, most, is_held);
}

static void
print_own (const Result *own, char **paths, guint n_rows)
{
  GStatBuf raw[2];

  g_stat (paths[3], &raw[0]);
  g_stat (paths[4], &raw[1]);
  g_print ("%-34s %8.1f ms by the clock, %.1f of the processor, %.0f MB\n", "from two CSV files",
           own[1].clock * 1e3, own[1].seconds * 1e3, own[1].memory / 1024);
  g_print ("%-34s %8.1f ms, %.0f MB in all, of files of %.0f MB", "from two JSON files",
           own[2].seconds * 1e3, own[2].memory / 1024,
           (double) (raw[0].st_size + raw[1].st_size) / 1e6);
  hold_to (own[2].memory / 1024 * N_FULL / n_rows, MOST_MEMORY, n_rows >= N_FULL);
}

static gboolean
compare_files (const char *self, const char *script, guint n_rows, double in_memory)
{
  g_autofree char *folder = g_dir_make_tmp ("bench-diff-XXXXXX", NULL);
  g_auto (GStrv) paths = make_paths (folder);
  Result own[3] = { { in_memory, 0, 0, count_expected (n_rows) }, no_result, no_result };
  Peers peers = { .n = 0 };

  write_files (paths, n_rows);
  run_peers (&peers, script, paths, "memory", "3");
  for (guint round = 0; round < N_ROUNDS; round++)
    {
      spawn_once (self, "csv", paths, &own[1]);
      run_peers (&peers, script, paths, "GNU diff", "1");
    }
  run_peers (&peers, script, paths, "pandas,Python csv and dicts", "3");
  for (guint round = 0; round < N_ROUNDS; round++)
    spawn_once (self, "json", paths + 3, &own[2]);
  run_peers (&peers, script, paths, "json", "3");

  print_own (own, paths, n_rows);
  for (guint i = 0; i < peers.n; i++)
    print_peer (&peers.peers[i], own, count_expected (n_rows), n_rows >= N_FULL);

  for (guint i = 0; paths[i] != NULL; i++)
    g_unlink (paths[i]);
  g_rmdir (folder);
  return own[1].n_operations == own[0].n_operations && own[2].n_operations == own[0].n_operations;
}

int
main (int argc, char **argv)
{
  const guint n_rows = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : N_FULL;
  double seconds = 0;

  if (argc == 6 && g_str_equal (argv[1], "--once"))
    return run_once (argv[2], (const char *const *) argv + 3);

  g_print ("comparing %u posts with %u\n", n_rows, n_rows);
  seconds = compare (n_rows, FALSE);
  if (seconds < 0 || compare (n_rows, TRUE) < 0)
    return EXIT_FAILURE;
  if (!compare_files (argv[0], argc > 2 ? argv[2] : NULL, n_rows, seconds))
    {
      g_printerr ("The files do not have the changes that were made\n");
      return EXIT_FAILURE;
    }

  return missed ? EXIT_FAILURE : EXIT_SUCCESS;
}
