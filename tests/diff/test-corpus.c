/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What changed from date to date in the government's organograms, mapped by id,
 * held against pairs.tsv, which others have made of the same tables. */

#include "organogram-pairs.h"

/* What pairs.tsv counts, in its order from the fifth column on. */
typedef enum
{
  POSTS_BEFORE,
  POSTS_AFTER,
  COMMON,
  CLOSED,
  CLOSED_DECLARED,
  CREATED,
  REPARENTED,
  RETITLED,
  REGRADED,
  REUNITED,
  N_FIGURES
} Figure;

static const char *const figure_names[N_FIGURES] = {
  "posts before", "posts after", "common",   "closed",   "closed and declared",
  "new",          "reparented",  "retitled", "regraded", "unit",
};

/* source, organisation, two dates, the figures, and five more */
#define N_COLUMNS (4 + N_FIGURES + 4)

/* Where Cadre comes to something else, and why. */
typedef struct
{
  const char *organisation;
  const char *date_after;
  Figure figure;
  gint64 cadre;
  const char *why;
} Difference;

static const Difference differences[] = {
  { "cabinet_office", "2012-03-31", REUNITED, 125,
    "a unit written with and without an apostrophe is one unit" },
  { "co", "2012-03-31", REUNITED, 125,
    "a unit written with and without an apostrophe is one unit" },
  { "co", "2013-09-30", REUNITED, 58, "a unit written with other marks between words is one unit" },
  { "co", "2014-03-31", REUNITED, 27, "a unit written with other marks between words is one unit" },
  { "defra", "2011-03-31", REPARENTED, 93, "a top that is blank and one that is XX are one top" },
};

static CadreStructure *
read_seniors (char **pair, guint date_column)
{
  g_autoptr (CadreOrganogramReader) reader = cadre_organogram_reader_new ();
  g_autoptr (CadreDate) date = cadre_date_new_parse (pair[date_column], NULL);
  g_autoptr (GFile) senior = find_corpus_file (pair[0], pair[1], pair[date_column], "senior");

  cadre_organogram_reader_add_files (reader, date, senior, NULL);
  return read_one_date (reader);
}

static gboolean
is_same_text (CadreChange *change)
{
  g_autofree char *before = fold_text (cadre_change_get_before_text (change));
  g_autofree char *after = fold_text (cadre_change_get_after_text (change));

  return strcmp (before, after) == 0;
}

static void
count_change (CadreChange *change, gint64 figures[N_FIGURES])
{
  const CadreChangeKind kind = cadre_change_get_kind (change);
  const char *field = cadre_change_get_field (change);

  if (kind == CADRE_CHANGE_KIND_POST_CREATED)
    figures[CREATED]++;
  else if (kind == CADRE_CHANGE_KIND_POST_DELETED)
    figures[CLOSED]++;
  else if (kind == CADRE_CHANGE_KIND_POST_MOVED && g_strcmp0 (field, "unit") == 0)
    figures[REUNITED]++;
  else if (kind == CADRE_CHANGE_KIND_POST_MOVED)
    figures[REPARENTED]++;
  else if (kind == CADRE_CHANGE_KIND_POST_RETITLED)
    figures[RETITLED] += !is_same_text (change);
  else if (kind == CADRE_CHANGE_KIND_POST_REGRADED)
    figures[REGRADED]++;
}

/* Posts that are not there any more, and are published once more to say so. */
static guint
count_declared (CadreStructure *before, CadreStructure *after)
{
  guint n = 0;

  for (guint i = 0; i < count_posts (after); i++)
    {
      g_autoptr (CadrePost) post = get_post (after, i);
      g_autoptr (CadrePost) old =
        cadre_structure_find_post (before, cadre_record_get_id (CADRE_RECORD (post)));

      n += old != NULL && cadre_post_get_status (post) == CADRE_POST_STATUS_DELETED;
    }

  return n;
}

static void
work_out_pair (char **pair, gint64 figures[N_FIGURES])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) all_before = read_seniors (pair, 2);
  g_autoptr (CadreStructure) all_after = read_seniors (pair, 3);
  g_autoptr (CadreStructure) before = structure_at_its_date (all_before);
  g_autoptr (CadreStructure) after = structure_at_its_date (all_after);
  g_autoptr (CadreDiff) diff = cadre_diff_new (before, after, NULL, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (diff)); i++)
    {
      g_autoptr (CadreChange) change = cadre_diff_get_change (diff, i);

      count_change (change, figures);
    }
  figures[POSTS_BEFORE] = count_posts (before);
  figures[POSTS_AFTER] = count_posts (after);
  figures[COMMON] = figures[POSTS_BEFORE] - figures[CLOSED];
  figures[CLOSED_DECLARED] = count_declared (before, all_after);
}

static const Difference *
find_difference (char **pair, Figure figure)
{
  for (guint i = 0; i < G_N_ELEMENTS (differences); i++)
    if (differences[i].figure == figure && strcmp (differences[i].organisation, pair[1]) == 0 &&
        strcmp (differences[i].date_after, pair[3]) == 0)
      return &differences[i];

  return NULL;
}

/* Counts what is not as it has to be, so that one run shows all of it. */
static guint
compare_figures (char **pair, const gint64 figures[N_FIGURES], guint *n_explained)
{
  guint n_wrong = 0;

  for (guint i = 0; i < N_FIGURES; i++)
    {
      const Difference *difference = find_difference (pair, i);
      gint64 others = g_ascii_strtoll (pair[4 + i], NULL, 10);
      gint64 expected = difference != NULL ? difference->cadre : others;

      *n_explained += difference != NULL;
      if (figures[i] == expected && (difference == NULL || expected != others))
        continue;
      g_test_message ("%s %s %s: %s is %" G_GINT64_FORMAT ", not %" G_GINT64_FORMAT, pair[0],
                      pair[1], pair[3], figure_names[i], figures[i], expected);
      n_wrong++;
    }

  return n_wrong;
}

static void
test_pairs (void)
{
  g_autoptr (GPtrArray) pairs = load_corpus_table ("pairs.tsv", N_COLUMNS);
  guint n_explained = 0;
  guint n_wrong = 0;

  g_assert_cmpuint (pairs->len, ==, 73);
  for (guint i = 0; i < pairs->len; i++)
    {
      gint64 figures[N_FIGURES] = { 0 };

      work_out_pair (g_ptr_array_index (pairs, i), figures);
      n_wrong += compare_figures (g_ptr_array_index (pairs, i), figures, &n_explained);
    }

  g_assert_cmpuint (n_wrong, ==, 0);
  g_assert_cmpuint (n_explained, ==, G_N_ELEMENTS (differences));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/diff/corpus/pairs", test_pairs);

  return g_test_run ();
}
