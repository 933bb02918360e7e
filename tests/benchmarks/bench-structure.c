/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "bench-documents.h"
#include "structure/cadre-structure-private.h"
#include "structure/cadre-tables-structure-private.h"

#include <json-glib/json-glib.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* A document of many posts, loaded, checked, written and measured, beside
 * JSON-GLib on the same bytes and numpy on the same tree, in the same run:
 * bench-structure [ROWS [PEER-SCRIPT]]. Each job runs in a process of its own, so that
 * its memory can be told; times are processor time, of the best of three. From a
 * million posts on, a ratio that is worse than its target ends the run badly. */

#define N_ROUNDS 3

static gint64
microseconds (void)
{
  return (gint64) (bench_seconds () * 1e6);
}

/* Kilobytes that are resident. */
static gint64
resident (void)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) words = NULL;

  if (!g_file_get_contents ("/proc/self/statm", &text, NULL, NULL))
    return 0;
  words = g_strsplit (text, " ", 3);
  return (gint64) g_ascii_strtoull (words[1], NULL, 10) * (sysconf (_SC_PAGESIZE) / 1024);
}

typedef struct
{
  gint64 time;   /* microseconds */
  gint64 memory; /* kilobytes that are in use after it */
  gint64 peak;   /* kilobytes at most, above what was there before */
} Result;

typedef struct
{
  GBytes *document;
  CadreStructure *structure; /* (nullable) */
  JsonNode *root;            /* (nullable) */
  gint64 best_time;          /* of a job that measures itself, else 0 */
} Job;

/* Leaves what it makes, for its memory to be measured. */
typedef void (*RunFunc) (Job *job);

static Result
run_here (Job *job, RunFunc prepare, RunFunc run)
{
  Result result = { 0, 0, 0 };
  struct rusage usage;
  gint64 before = 0;

  if (prepare != NULL)
    prepare (job);
  before = resident ();
  result.time = microseconds ();
  run (job);
  result.time = job->best_time > 0 ? job->best_time : microseconds () - result.time;
  result.memory = resident () - before;
  getrusage (RUSAGE_SELF, &usage);
  result.peak = usage.ru_maxrss - before;
  return result;
}

static Result
run_apart (Job *job, RunFunc prepare, RunFunc run)
{
  Result result = { 0, 0, 0 };
  int ends[2];
  int status = 0;
  pid_t child = 0;

  if (pipe (ends) != 0 || (child = fork ()) < 0)
    exit (EXIT_FAILURE);
  if (child == 0)
    {
      result = run_here (job, prepare, run);
      if (write (ends[1], &result, sizeof (result)) != sizeof (result))
        _exit (EXIT_FAILURE);
      _exit (EXIT_SUCCESS);
    }

  close (ends[1]);
  if (read (ends[0], &result, sizeof (result)) != sizeof (result) ||
      waitpid (child, &status, 0) != child || status != 0)
    {
      g_printerr ("A job ended badly\n");
      exit (EXIT_FAILURE);
    }
  close (ends[0]);
  return result;
}

static void
touch (Job *job)
{
  gsize size = 0;
  const guchar *data = g_bytes_get_data (job->document, &size);
  volatile guint sum = 0;

  for (gsize i = 0; i < size; i += 1024)
    sum += data[i];
  (void) sum;
}

static void
load (Job *job)
{
  job->structure = bench_load (job->document);
}

static void
write_text (Job *job)
{
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  const char *text = cadre_structure_to_text (job->structure, full, &error);

  if (text == NULL)
    exit (EXIT_FAILURE);
}

static void
check (Job *job)
{
  CadreIssueList *issues = cadre_issue_list_new (1000);
  g_autoptr (GError) error = NULL;

  if (!cadre_structure_validate (cadre_structure_get_tables (job->structure),
                                 cadre_structure_get_index (job->structure), issues, NULL, &error))
    exit (EXIT_FAILURE);
}

/* Everything from ids to figures, as often as the peer does it in one process:
 * the best time of all rounds counts. */
static void
resolve_index_and_measure (Job *job)
{
  g_autoptr (CadreTables) tables =
    cadre_tables_copy (cadre_structure_get_tables (job->structure), NULL);

  job->best_time = G_MAXINT64;
  for (guint i = 0; i < N_ROUNDS; i++)
    {
      gint64 before = microseconds ();
      gboolean resolved = cadre_tables_resolve (tables, NULL);
      g_autoptr (CadreIndex) index = cadre_index_new_outline (tables, NULL);
      g_autoptr (CadreMetrics) metrics = NULL;

      if (!resolved || index == NULL)
        exit (EXIT_FAILURE);
      cadre_index_fill (index, tables);
      metrics = cadre_metrics_new (job->structure, NULL, NULL);
      if (metrics == NULL)
        exit (EXIT_FAILURE);
      job->best_time = MIN (job->best_time, microseconds () - before);
    }
}

static void
parse_with_json_glib (Job *job)
{
  JsonParser *parser = json_parser_new_immutable ();
  gsize size = 0;
  const char *data = g_bytes_get_data (job->document, &size);

  if (!json_parser_load_from_data (parser, data, (gssize) size, NULL))
    exit (EXIT_FAILURE);
  job->root = json_parser_get_root (parser);
}

static void
generate_with_json_glib (Job *job)
{
  JsonGenerator *generator = json_generator_new ();

  json_generator_set_root (generator, job->root);
  if (json_generator_to_data (generator, NULL) == NULL)
    exit (EXIT_FAILURE);
}

/* Of the peer's, in percent; 0: there is none to compare with, or no target. */
typedef struct
{
  gint64 time;
  gint64 memory;
} Target;

/* The targets are for a million posts; one that is missed ends the run badly. */
#define ROWS_OF_TARGETS 1000000

static gboolean has_missed = FALSE;

static void
hold_to (const char *what, gint64 ratio, gint64 target)
{
  if (target == 0 || ratio <= target)
    return;

  g_print (", MISSED: %s must be at most %" G_GINT64_FORMAT " %%", what, target);
  has_missed = TRUE;
}

static void
print_line (const char *name, Result best, gint64 peer_time, gint64 peer_memory, Target target)
{
  g_print ("%-34s %4" G_GINT64_FORMAT " ms %5" G_GINT64_FORMAT " MB, at most %5" G_GINT64_FORMAT
           " MB",
           name, best.time / 1000, best.memory / 1024, best.peak / 1024);
  if (peer_time > 0)
    g_print ("  time %3" G_GINT64_FORMAT " %% of the peer", best.time * 100 / peer_time);
  if (peer_memory > 0)
    g_print (", memory %3" G_GINT64_FORMAT " %%", best.memory * 100 / peer_memory);
  if (peer_time > 0)
    hold_to ("time", best.time * 100 / peer_time, target.time);
  if (peer_memory > 0)
    hold_to ("memory", best.memory * 100 / peer_memory, target.memory);
  g_print ("\n");
}

static Result
measure (const char *name,
         Job *job,
         RunFunc prepare,
         RunFunc run,
         guint n_rounds,
         const Result *peer,
         Target target)
{
  Result best = { G_MAXINT64, 0, 0 };

  for (guint i = 0; i < n_rounds; i++)
    {
      Result result = run_apart (job, prepare, run);

      if (result.time < best.time)
        best = result;
    }

  print_line (name, best, peer != NULL ? MAX (peer->time, 1) : 0,
              target.memory > 0 ? MAX (peer->memory, 1) : 0, target);
  return best;
}

/* The time of another program on the same tree, in microseconds; 0 without one. */
static gint64
run_peer (const char *script, guint n_rows)
{
  g_autofree char *rows = g_strdup_printf ("%u", n_rows);
  g_autofree char *output = NULL;
  const char *argv[] = { "/usr/bin/python3", script, rows, NULL };
  int status = 0;
  double seconds = 0;

  if (script == NULL ||
      !g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                     &status, NULL) ||
      status != 0)
    return 0;

  g_print ("%s", output);
  seconds = g_ascii_strtod (output, NULL);
  return (gint64) (seconds * 1e6);
}

int
main (int argc, char *argv[])
{
  guint n_rows = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 1000000;
  Job job = { bench_make_document (n_rows, BENCH_DOCUMENT_WHOLE, FALSE), NULL, NULL, 0 };
  g_autoptr (GBytes) shuffled = NULL;
  const Target none = { 0, 0 };
  const gboolean is_held = n_rows >= ROWS_OF_TARGETS;
  const Target to_load = { is_held ? 20 : 0, is_held ? 15 : G_MAXINT64 };
  const Target to_write = { is_held ? 40 : 0, 0 };
  Result parse;
  Result generate;
  gint64 tree = 0;
  gint64 peer = 0;

  g_print ("%u posts, %" G_GSIZE_FORMAT " bytes\n", n_rows, g_bytes_get_size (job.document));
  parse = measure ("JSON-GLib parses", &job, touch, parse_with_json_glib, 1, NULL, none);
  generate = measure ("JSON-GLib generates", &job, parse_with_json_glib, generate_with_json_glib, 1,
                      NULL, none);

  measure ("I1, I2 load and check", &job, touch, load, N_ROUNDS, &parse, to_load);
  measure ("   of which check", &job, load, check, N_ROUNDS, NULL, none);
  measure ("I3 write", &job, load, write_text, N_ROUNDS, &generate, to_write);

  tree =
    measure ("H1 ids, tree and figures", &job, load, resolve_index_and_measure, 1, NULL, none).time;
  peer = run_peer (argc > 2 ? argv[2] : NULL, n_rows);
  g_print ("H1 %" G_GINT64_FORMAT " ns a post", tree * 1000 / n_rows);
  if (peer > 0)
    {
      g_print (", %" G_GINT64_FORMAT " %% of the peer", tree * 100 / peer);
      hold_to ("it", tree * 100 / peer, is_held ? 35 : 0);
    }
  else if (argc > 2)
    g_print (", and no peer: is python3-pandas installed?");
  g_print ("\n");

  shuffled = bench_make_document (n_rows, BENCH_DOCUMENT_WHOLE, TRUE);
  g_bytes_unref (job.document);
  job.document = shuffled;
  measure ("rows shuffled: load and check", &job, touch, load, N_ROUNDS, &parse, none);

  return has_missed ? EXIT_FAILURE : EXIT_SUCCESS;
}
