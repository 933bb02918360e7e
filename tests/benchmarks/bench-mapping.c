/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "bench-documents.h"
#include "bench-reorganisation.h"

#include <stdlib.h>

/* Mapping posts whose ids say nothing: bench-mapping [ROWS]…. Documents say six fields of
 * each post and its manager, or four and its manager; and one post in twenty is changed, or
 * six in twenty. Where nothing tells two posts apart at both dates, a mapping to one of them
 * is as good as to the other. Times are processor time, of the first round and of the best
 * of three: the first has all memory fresh from the machine, and works out what the structures
 * keep for whoever asks next. It fails where a mapping is worse than it has to be. */

#define N_ROUNDS 3

typedef struct
{
  const char *name;
  BenchFields fields;
  guint per_mille;
  double least[2]; /* F1, with less than 10000 posts, and from there on */
} Case;

static const Case cases[] = {
  { "six fields, 5 % changed", BENCH_FIELDS_ALL, 50, { 0.9995, 0.998 } },
  { "six fields, 30 % changed", BENCH_FIELDS_ALL, 300, { 0.99, 0.99 } },
  { "four fields, 5 % changed", BENCH_FIELDS_BARE, 50, { 0.99, 0.99 } },
  { "four fields, 30 % changed", BENCH_FIELDS_BARE, 300, { 0.93, 0.93 } },
};

typedef struct
{
  guint n_continuing;
  guint n_mapped;
  guint n_right;   /* as a group where nothing tells posts apart */
  guint n_exactly; /* the very post */
} Score;

static CadreStructure *
load (const BenchReorganisation *self, BenchFields fields, gboolean is_after)
{
  g_autoptr (GBytes) document = bench_reorganisation_write (self, fields, is_after);

  return bench_load (document);
}

typedef struct
{
  double first;
  double best;
} Seconds;

static Seconds
measure (CadreStructure *before, CadreStructure *after, CadreMapping **mapping)
{
  Seconds seconds = { 0, G_MAXDOUBLE };

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      double start = 0;
      double taken = 0;

      g_clear_object (mapping);
      start = bench_seconds ();
      *mapping = cadre_mapping_new_by_evidence (before, after, NULL, NULL, NULL, NULL);
      taken = bench_seconds () - start;
      if (*mapping == NULL)
        exit (EXIT_FAILURE);

      seconds.first = round == 0 ? taken : seconds.first;
      seconds.best = MIN (seconds.best, taken);
    }

  return seconds;
}

static void
score_post (const BenchReorganisation *self,
            BenchFields fields,
            guint post,
            const char *after_id,
            Score *score)
{
  const guint other =
    after_id == NULL ? G_MAXUINT : self->post_of[(guint) g_ascii_strtoull (after_id + 1, NULL, 10)];
  const gboolean goes_on = self->after[post].is_there;

  score->n_continuing += goes_on;
  score->n_mapped += after_id != NULL;
  if (after_id == NULL)
    return;

  score->n_exactly += other == post;
  score->n_right +=
    other == post || ((goes_on || self->before[other].is_there) &&
                      !bench_reorganisation_tells_apart (self, fields, post, other));
}

static Score
score_mapping (const BenchReorganisation *self, BenchFields fields, CadreMapping *mapping)
{
  Score score = { 0 };

  for (guint i = 0; i < self->n_before; i++)
    {
      g_autofree char *id = g_strdup_printf ("P%07u", i);

      score_post (self, fields, i, cadre_mapping_get_same_after (mapping, id), &score);
    }

  return score;
}

static gboolean
run_case (const Case *one, guint n_rows)
{
  g_autoptr (BenchReorganisation) self = bench_reorganisation_new (n_rows, one->per_mille);
  g_autoptr (CadreStructure) before = load (self, one->fields, FALSE);
  g_autoptr (CadreStructure) after = load (self, one->fields, TRUE);
  g_autoptr (CadreMapping) mapping = NULL;
  const Seconds seconds = measure (before, after, &mapping);
  const Score score = score_mapping (self, one->fields, mapping);
  const double precision = (double) score.n_right / MAX (score.n_mapped, 1);
  const double recall = (double) score.n_right / MAX (score.n_continuing, 1);
  const double f1 = 2.0 * score.n_right / MAX (score.n_mapped + score.n_continuing, 1);

  g_print ("%-26s %8u posts %8.2f us/post, at first %.2f  precision %.5f  recall %.5f  F1 %.5f  "
           "(to the very post %.5f)\n",
           one->name, n_rows, seconds.best * 1e6 / n_rows, seconds.first * 1e6 / n_rows, precision,
           recall, f1, 2.0 * score.n_exactly / MAX (score.n_mapped + score.n_continuing, 1));
  return f1 >= one->least[n_rows >= 10000];
}

int
main (int argc, char **argv)
{
  gboolean is_good = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (int j = 1; j < MAX (argc, 2); j++)
      is_good &=
        run_case (&cases[i], j < argc ? (guint) g_ascii_strtoull (argv[j], NULL, 10) : 100000);

  return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}
