/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the benchmarks of the solvers share: a clock, numbers by lot that are the
 * same each time, and what a peer takes for the same problem. */

#pragma once

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#define SOLVER_ROUNDS 3

typedef struct
{
  guint64 state;
} SolverLot;

static inline guint32
solver_lot (SolverLot *lot, guint32 below)
{
  lot->state ^= lot->state << 13;
  lot->state ^= lot->state >> 7;
  lot->state ^= lot->state << 17;
  return (guint32) ((lot->state >> 11) % below);
}

static inline guint32 *
solver_shuffled (SolverLot *lot, guint32 n)
{
  guint32 *items = g_new (guint32, MAX (n, 1));

  for (guint32 k = 0; k < n; k++)
    items[k] = k;
  for (guint32 k = n; k-- > 1;)
    {
      const guint32 other = solver_lot (lot, k + 1);
      const guint32 keep = items[k];

      items[k] = items[other];
      items[other] = keep;
    }
  return items;
}

static inline double
solver_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* A file of whole numbers that a peer reads. */
typedef struct
{
  char *folder;
  char *path;
  FILE *file;
} SolverFile;

static inline void
solver_file_open (SolverFile *self)
{
  self->folder = g_dir_make_tmp ("cadre-bench-XXXXXX", NULL);
  self->path = g_build_filename (self->folder != NULL ? self->folder : "/tmp", "problem", NULL);
  self->file = g_fopen (self->path, "wb");
  if (self->file == NULL)
    exit (EXIT_FAILURE);
}

static inline void
solver_file_add (SolverFile *self, gconstpointer numbers, gsize size, gsize n)
{
  if (fwrite (numbers, size, n, self->file) != n)
    exit (EXIT_FAILURE);
}

static inline void
solver_file_clear (SolverFile *self)
{
  g_unlink (self->path);
  if (self->folder != NULL)
    g_rmdir (self->folder);
  g_free (self->path);
  g_free (self->folder);
}

/* What a peer may cost us at most. */
typedef struct
{
  const char *peer; /* how its name begins, or NULL for every peer without a target of its own */
  int most;         /* thousandths of its time; 0 for none */
} SolverTarget;

/* The peers of a run: programs, or scripts in Python, that are given the kind of
 * problem and the file; and, after a "-", those that this machine lacks. */
static inline void
solver_print_left_out (char **peers)
{
  for (guint k = 0; peers[k] != NULL; k++)
    if (peers[k][0] == '-')
      g_print ("left out: %s is not installed\n", peers[k] + 1);
}

/* Targets end with one whose peer is NULL. */
static inline int
solver_find_most (const SolverTarget *targets, const char *name)
{
  while (targets->peer != NULL && !g_str_has_prefix (name, targets->peer))
    targets++;
  return targets->most;
}

/* A line of a peer is seconds, what it found, and its name; or only that something
 * is missing. Gives whether the target was met and it found the same. */
static inline gboolean
solver_print_peer (const char *line, double own, gint64 found, const SolverTarget *targets)
{
  char *rest = NULL;
  const double seconds = g_ascii_strtod (line, &rest);
  gboolean is_missed;
  gint64 other;
  int most, ratio;

  if (seconds <= 0)
    {
      g_print ("    %s\n", line);
      return TRUE;
    }
  other = g_ascii_strtoll (rest, &rest, 10);
  most = solver_find_most (targets, g_strchug (rest));
  ratio = (int) (own * 1000 / seconds + 0.5);
  is_missed = most > 0 && ratio > most;
  g_print ("    %9d us %s: Cadre takes %d.%03d of it", (int) (seconds * 1e6), rest, ratio / 1000,
           ratio % 1000);
  if (most > 0)
    g_print (", at most %d.%03d%s", most / 1000, most % 1000, is_missed ? ", MISSED" : "");
  g_print ("\n");
  if (other != found)
    g_print ("    ANOTHER ANSWER: %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT "\n", other, found);
  return other == found && !is_missed;
}

static inline gboolean
solver_run_peer (const char *peer,
                 const char *kind,
                 const SolverFile *file,
                 double own,
                 gint64 found,
                 const SolverTarget *targets)
{
  const gboolean is_script = g_str_has_suffix (peer, ".py");
  const char *argv[] = { "/usr/bin/python3", peer, kind, file->path, NULL };
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean is_met = TRUE;
  int status = 0;

  if (!g_spawn_sync (NULL, (char **) argv + (is_script ? 0 : 1), NULL, G_SPAWN_DEFAULT, NULL, NULL,
                     &output, NULL, &status, NULL) ||
      status != 0)
    {
      g_print ("    no peer: %s does not run\n", peer);
      return TRUE;
    }
  lines = g_strsplit (output, "\n", 0);
  for (guint k = 0; lines[k] != NULL && lines[k][0] != '\0'; k++)
    is_met &= solver_print_peer (lines[k], own, found, targets);
  return is_met;
}

/* Gives whether all targets were met and all found the same. */
static inline gboolean
solver_print_peers (char **peers,
                    const char *kind,
                    SolverFile *file,
                    double own,
                    gint64 found,
                    const SolverTarget *targets)
{
  gboolean is_met = TRUE;

  fclose (file->file);
  for (guint k = 0; peers[k] != NULL; k++)
    if (peers[k][0] != '-')
      is_met &= solver_run_peer (peers[k], kind, file, own, found, targets);
  solver_file_clear (file);
  return is_met;
}

static inline gint64
solver_read_kib (const char *name)
{
  g_autofree char *text = NULL;
  const char *line = NULL;

  if (g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    line = strstr (text, name);
  return line != NULL ? g_ascii_strtoll (line + strlen (name), NULL, 10) * 1024 : -1;
}

/* Gives what memory is in use now, to compare the peak with; or -1 where Linux does
 * not say. */
static inline gint64
solver_peak_start (void)
{
  FILE *file;

#ifdef __GLIBC__
  malloc_trim (0);
#endif
  file = g_fopen ("/proc/self/clear_refs", "w");
  if (file == NULL)
    return -1;
  fputs ("5", file);
  fclose (file);
  return solver_read_kib ("VmRSS:");
}

/* The most memory since then, or -1. */
static inline gint64
solver_peak (void)
{
  return solver_read_kib ("VmHWM:");
}
