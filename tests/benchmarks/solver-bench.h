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

/* Each line of a peer is seconds, what it found, and its name; or only that it is
 * missing. A ratio beyond @most, in thousandths, is a miss, if it is not 0. Gives
 * whether the target was met and all found the same. */
static inline gboolean
solver_print_peers (const char *script,
                    const char *kind,
                    SolverFile *file,
                    double own,
                    gint64 found,
                    int most)
{
  const char *argv[] = { "/usr/bin/python3", script, kind, file->path, NULL };
  g_autofree char *output = NULL;
  g_auto (GStrv) lines = NULL;
  gboolean is_met = TRUE;
  int status = 0;

  fclose (file->file);
  if (!g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &output, NULL,
                     &status, NULL) ||
      status != 0)
    {
      g_print ("    no peer: %s does not run\n", script);
      solver_file_clear (file);
      return TRUE;
    }

  lines = g_strsplit (output, "\n", 0);
  for (guint k = 0; lines[k] != NULL && lines[k][0] != '\0'; k++)
    {
      char *rest = lines[k];
      const double seconds = g_ascii_strtod (lines[k], &rest);
      const gint64 other = seconds > 0 ? g_ascii_strtoll (rest, &rest, 10) : found;
      const int ratio = seconds > 0 ? (int) (own * 1000 / seconds + 0.5) : 0;

      if (seconds <= 0)
        g_print ("    %s\n", lines[k]);
      else
        g_print ("    %6d us%s: Cadre takes %d.%03d of it%s\n", (int) (seconds * 1e6), rest,
                 ratio / 1000, ratio % 1000, most > 0 && ratio > most ? ", MISSED" : "");
      if (other != found)
        g_print ("    ANOTHER ANSWER: %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT "\n", other,
                 found);
      is_met = is_met && other == found && !(most > 0 && ratio > most);
    }
  solver_file_clear (file);
  return is_met;
}
