/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Comparing two structures of many posts by their ids: bench-diff [ROWS]. Of the
 * posts 1 % are created, 1 % deleted, 1 % get another manager and 2 % another
 * field; each has ten fields. Times are processor time of the best of three
 * rounds, for all of it: the mapping, the comparison, and the list of changes in
 * its order. Once both documents are in the same order, and once the one after
 * is in another. */

#define N_ROUNDS 3

/* A small generator of our own, so that every run has the same posts. */
static guint32
next_random (guint64 *state)
{
  *state = *state * G_GUINT64_CONSTANT (6364136223846793005) + 1442695040888963407;
  return (guint32) (*state >> 33);
}

/* What is different of a post after. */
typedef enum
{
  SAME,
  CREATED,
  DELETED,
  MOVED,
  EDITED,
  EDITED_TOO,
} Fate;

static Fate
get_fate (guint row)
{
  const guint lot = (guint) ((row * G_GUINT64_CONSTANT (2654435761)) >> 8) % 100;

  return lot < 5 ? (Fate) (lot + 1) : SAME;
}

static void
append_post (GString *text, guint row, gboolean after)
{
  static const char *const titles[] = { "Team Manager", "Social Worker", "Head of Adult Services",
                                        "Rheolwr T\303\256m", "Occupational Therapist" };
  const Fate fate = after ? get_fate (row) : SAME;
  const guint manager = fate == MOVED ? row / 11 : row / 7;

  g_string_append_printf (
    text,
    "%s{\"id\": \"NCC/P%07u\", \"title\": \"%s %u\", \"unit\": \"U%u\", \"employer\": \"ncc\", "
    "\"manager\": \"NCC/P%07u\", \"grade\": \"G%u\", \"establishment\": %u, \"fte\": \"%u/37\", "
    "\"pay-min\": %u, \"cost-centre\": \"%u\"}",
    text->str[text->len - 1] == '[' ? "" : ", ", row, titles[row % G_N_ELEMENTS (titles)],
    row % 1009, row / 50 % 5003, manager, (row + (fate == EDITED)) % 14, 1 + row % 3,
    20 + (row + (fate == EDITED_TOO)) % 17, 20000 + row % 977 * 10, 40000 + row % 499);
}

static guint *
order_rows (guint n_rows, gboolean shuffled)
{
  guint *rows = g_new (guint, n_rows);
  guint64 state = 1;

  for (guint i = 0; i < n_rows; i++)
    rows[i] = i;
  for (guint i = n_rows; shuffled && i > 1; i--)
    {
      const guint other = next_random (&state) % i;
      const guint row = rows[i - 1];

      rows[i - 1] = rows[other];
      rows[other] = row;
    }

  return rows;
}

static CadreStructure *
make_structure (guint n_rows, gboolean after, gboolean shuffled)
{
  g_autofree guint *rows = order_rows (n_rows, shuffled);
  GString *text = g_string_sized_new (260 * (gsize) n_rows + 64);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = NULL;

  g_string_append (text, "{\"cadre\": \"structure\", \"version\": 1, \"posts\": [");
  for (guint i = 0; i < n_rows; i++)
    if (get_fate (rows[i]) != (after ? DELETED : CREATED))
      append_post (text, rows[i], after);
  g_string_append (text, "]}");

  bytes = g_string_free_to_bytes (text);
  structure = cadre_structure_load_bytes (bytes, limits, NULL, &error);
  if (structure == NULL)
    g_printerr ("%s\n", error->message);
  return structure;
}

static double
cpu_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}

/* Seconds of the best round; gives how many changes there are. */
static double
measure (CadreStructure *before, CadreStructure *after, guint *n_changes)
{
  double best = G_MAXDOUBLE;

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      const double start = cpu_seconds ();
      CadreDiff *diff = cadre_diff_new (before, after, NULL, NULL, NULL);
      const double taken = cpu_seconds () - start;

      if (diff == NULL)
        return 0;
      best = MIN (best, taken);
      *n_changes = g_list_model_get_n_items (G_LIST_MODEL (diff));
      g_object_unref (diff);
    }

  return best;
}

static gboolean
compare (guint n_rows, gboolean shuffled)
{
  g_autoptr (CadreStructure) before = make_structure (n_rows, FALSE, FALSE);
  g_autoptr (CadreStructure) after = make_structure (n_rows, TRUE, shuffled);
  guint n_changes = 0;
  guint n_expected = 0;
  double seconds = 0;

  if (before == NULL || after == NULL)
    return FALSE;

  for (guint row = 0; row < n_rows; row++)
    n_expected += get_fate (row) != SAME && !(get_fate (row) == MOVED && row / 11 == row / 7);

  seconds = measure (before, after, &n_changes);
  g_print ("%-34s %8.1f ms %8.1f ns/post   %u changes\n",
           shuffled ? "documents in different orders" : "documents in the same order",
           seconds * 1e3, seconds * 1e9 / n_rows, n_changes);
  return n_changes == n_expected;
}

int
main (int argc, char **argv)
{
  const guint n_rows = argc > 1 ? (guint) g_ascii_strtoull (argv[1], NULL, 10) : 1000000;

  g_print ("comparing %u posts with %u\n", n_rows, n_rows);
  if (!compare (n_rows, FALSE) || !compare (n_rows, TRUE))
    return EXIT_FAILURE;

  return EXIT_SUCCESS;
}
