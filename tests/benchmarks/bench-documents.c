/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "bench-documents.h"

#include <stdlib.h>
#include <time.h>

#define SPAN 7

static const char *const titles[] = { "Team Manager", "Social Worker", "Head of Adult Services",
                                      "Rheolwr T\303\256m", "Occupational Therapist" };
static const char *const grades[] = { "G07", "G10", "SM2", "B8a" };
static const char *const hours[] = { "37", "37", "18.5", "22.2", "30" };

BenchFate
bench_fate (guint row)
{
  const guint lot = (guint) ((row * G_GUINT64_CONSTANT (2654435761)) >> 8) % 100;

  return lot < 5 ? (BenchFate) (lot + 1) : BENCH_FATE_SAME;
}

/* By hand, because g_snprintf() takes longer than the library. */
static void
append_id (GString *text, char prefix, guint row)
{
  char id[] = "X0000000";

  id[0] = prefix;
  for (char *p = id + 7; row > 0 && p > id; row /= 10)
    *p-- = (char) ('0' + row % 10);
  g_string_append_len (text, id, 8);
}

/* Nine members. */
static void
append_post (GString *text, guint row, BenchFate fate)
{
  g_string_append (text, "{\"id\": \"");
  append_id (text, 'P', row);
  g_string_append (text, "\", \"title\": \"");
  g_string_append (text, titles[row % G_N_ELEMENTS (titles)]);
  if (row > 0)
    {
      g_string_append (text, "\", \"manager\": \"");
      append_id (text, 'P', (row - 1) / (fate == BENCH_FATE_MOVED ? SPAN + 4 : SPAN));
    }
  g_string_append (text, "\", \"unit\": \"");
  append_id (text, 'U', row / 50);
  g_string_append (text, row % 5 == 0 ? "\", \"employer\": \"ntpct\", \"grade\": \""
                                      : "\", \"employer\": \"sbc\", \"grade\": \"");
  g_string_append (text, grades[(row + (fate == BENCH_FATE_REGRADED)) % G_N_ELEMENTS (grades)]);
  g_string_append (text, "\", \"hours\": ");
  g_string_append (text, hours[row % G_N_ELEMENTS (hours)]);
  g_string_append (text, ", \"cost\": ");
  g_string_append_printf (text, "%u.%02u", 20000 + row % 977 + (fate == BENCH_FATE_RECOSTED),
                          row % 100);
  g_string_append (text, ", \"status\": \"existing\"}");
}

static void
append_head (GString *text, guint n_rows)
{
  g_string_append (
    text,
    "{\"cadre\": \"structure\", \"version\": 1, \"id\": \"bench\", \"as-of\": \"2007-02-07\", "
    "\"organisations\": [{\"id\": \"sbc\", \"name\": \"Council\", \"standard-hours\": 37}, "
    "{\"id\": \"ntpct\", \"name\": \"Trust\", \"standard-hours\": 37.5}], "
    "\"grade-scales\": [{\"id\": \"s\"}], \"grades\": [{\"id\": \"G07\", \"scale\": \"s\"}, "
    "{\"id\": \"G10\", \"scale\": \"s\"}, {\"id\": \"SM2\", \"scale\": \"s\"}, "
    "{\"id\": \"B8a\", \"scale\": \"s\"}], \"units\": [");

  for (guint i = 0; i <= n_rows / 50; i++)
    {
      g_string_append (text, i > 0 ? ", {\"id\": \"" : "{\"id\": \"");
      append_id (text, 'U', i);
      g_string_append (text, "\", \"name\": \"Unit\"}");
    }
  g_string_append (text, "], \"posts\": [");
}

/* A permutation of the rows, where they are to be shuffled. */
static guint
place (guint i, guint n_rows, gboolean shuffled)
{
  return shuffled ? (guint) ((guint64) i * 1000003 % n_rows) : i;
}

static gboolean
is_left_out (BenchFate fate, BenchDocument which)
{
  return (which == BENCH_DOCUMENT_BEFORE && fate == BENCH_FATE_CREATED) ||
         (which == BENCH_DOCUMENT_AFTER && fate == BENCH_FATE_DELETED);
}

GBytes *
bench_make_document (guint n_rows, BenchDocument which, gboolean shuffled)
{
  GString *text = g_string_sized_new (200 * (gsize) n_rows + 1024);
  gboolean first = TRUE;

  append_head (text, n_rows);
  for (guint i = 0; i < n_rows; i++)
    {
      const guint row = place (i, n_rows, shuffled);
      const BenchFate fate = bench_fate (row);

      if (is_left_out (fate, which))
        continue;
      if (!first)
        g_string_append (text, ", ");
      append_post (text, row, which == BENCH_DOCUMENT_AFTER ? fate : BENCH_FATE_SAME);
      first = FALSE;
    }
  g_string_append (text, "]}\n");

  return g_string_free_to_bytes (text);
}

GBytes *
bench_make_table (guint n_rows, BenchDocument which)
{
  GString *text = g_string_sized_new (80 * (gsize) n_rows + 1024);

  g_string_append (text, "id,title,manager,unit,employer,grade,hours,cost,status\n");
  for (guint row = 0; row < n_rows; row++)
    {
      const BenchFate fate = bench_fate (row);
      const BenchFate fulfilled = which == BENCH_DOCUMENT_AFTER ? fate : BENCH_FATE_SAME;

      if (is_left_out (fate, which))
        continue;
      append_id (text, 'P', row);
      g_string_append_c (text, ',');
      g_string_append (text, titles[row % G_N_ELEMENTS (titles)]);
      g_string_append_c (text, ',');
      if (row > 0)
        append_id (text, 'P', (row - 1) / (fulfilled == BENCH_FATE_MOVED ? SPAN + 4 : SPAN));
      g_string_append_c (text, ',');
      append_id (text, 'U', row / 50);
      g_string_append (text, row % 5 == 0 ? ",ntpct," : ",sbc,");
      g_string_append (text,
                       grades[(row + (fulfilled == BENCH_FATE_REGRADED)) % G_N_ELEMENTS (grades)]);
      g_string_append_printf (text, ",%s,%u.%02u,existing\n", hours[row % G_N_ELEMENTS (hours)],
                              20000 + row % 977 + (fulfilled == BENCH_FATE_RECOSTED), row % 100);
    }

  return g_string_free_to_bytes (text);
}

CadreStructure *
bench_load (GBytes *document)
{
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = cadre_structure_load_bytes (document, limits, NULL, &error);

  if (structure == NULL)
    {
      g_printerr ("%s\n", error->message);
      exit (EXIT_FAILURE);
    }
  return structure;
}

double
bench_seconds (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec + (double) now.tv_nsec / 1e9;
}
