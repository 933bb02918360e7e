/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How well posts are mapped whose ids say nothing, on the government's organograms
 * with refs and holders hidden. Two things are known of them. Where refs were kept,
 * the refs say which post is which. Where they were not, holders.tsv has the posts of
 * holders with a name that is theirs alone. */

#include "crude-mapping.h"

enum
{
  SOURCE,
  ORGANISATION,
  DATE_BEFORE,
  DATE_AFTER,
  HOLDER_REKEYED,
  HOLDER_REF_BEFORE,
  HOLDER_REF_AFTER,
  HOLDER_SAME_TITLE = 10,
  N_HOLDER_COLUMNS = 13,
  PAIR_REKEYED = 14,
  N_PAIR_COLUMNS = 18,
};

/* What the departments published of the same dates themselves. */
static const struct
{
  const char *organisation;
  const char *date_after;
} published_twice[] = {
  { "department_for_business_innovation_and_skills", "2011-09-30" },
  { "department_of_education", "2011-09-30" },
  { "cabinet_office", "2012-03-31" },
};

typedef struct
{
  char **row; /* of pairs.tsv */
  gboolean is_rekeyed;
  HiddenSnapshot *before;
  HiddenSnapshot *after;
  int *after_of; /* by post before, the post after, or -1 */
  int *crude_of;
  guint *group_before; /* by post, the twin group, or 0 */
  guint *group_after;
} CorpusPair;

/* Rows of holders.tsv. */
typedef struct
{
  guint n;
  guint n_right;
  guint n_wrong; /* mapped to another post */
  guint n_crude; /* right by the crude mapping */
} Tally;

/* Posts of pairs with stable refs. */
typedef struct
{
  guint n;
  guint n_right;
  guint n_unmapped;
} Share;

static GPtrArray *rows;   /* of pairs.tsv */
static GPtrArray *corpus; /* (element-type CorpusPair) */

static void
corpus_pair_free (gpointer data)
{
  CorpusPair *self = data;

  hidden_snapshot_free (self->before);
  hidden_snapshot_free (self->after);
  g_free (self->after_of);
  g_free (self->crude_of);
  g_free (self->group_before);
  g_free (self->group_after);
  g_free (self);
}

static void
note_group (const HiddenSnapshot *snapshot, const char *const *ids, guint number, guint *group)
{
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const int place = hidden_snapshot_find_id (snapshot, ids[i]);

      if (place >= 0)
        group[place] = number;
    }
}

static void
note_groups (CorpusPair *self, CadreMapping *mapping)
{
  g_autoptr (GListModel) groups = cadre_mapping_list_twin_groups (mapping);

  self->group_before = g_new0 (guint, self->before->posts->len);
  self->group_after = g_new0 (guint, self->after->posts->len);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (CadreTwinGroup) group = g_list_model_get_item (groups, i);

      note_group (self->before, cadre_twin_group_get_before (group), i + 1, self->group_before);
      note_group (self->after, cadre_twin_group_get_after (group), i + 1, self->group_after);
    }
}

static void
map_pair (CorpusPair *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreMappingSettings) settings = cadre_mapping_settings_new ();
  g_autoptr (CadreMapping) mapping = NULL;

  cadre_mapping_settings_set_method (settings, CADRE_MAPPING_METHOD_SIMILARITY);
  mapping = cadre_mapping_new_by_evidence (self->before->structure, self->after->structure, NULL,
                                           settings, NULL, &error);
  g_assert_no_error (error);
  self->after_of = g_new (int, self->before->posts->len);
  for (guint i = 0; i < self->before->posts->len; i++)
    {
      const char *ref = hidden_snapshot_get (self->before, i)->cells[CELL_REF];
      g_autofree char *id = hidden_snapshot_dup_id (self->row[DATE_BEFORE], ref);

      self->after_of[i] =
        hidden_snapshot_find_id (self->after, cadre_mapping_get_same_after (mapping, id));
    }
  note_groups (self, mapping);
}

/* With the two exchanged, the same posts are mapped to each other. */
static void
test_exchanged (void)
{
  for (guint k = 0; k < corpus->len; k++)
    {
      const CorpusPair *self = g_ptr_array_index (corpus, k);
      g_autoptr (CadreMappingSettings) settings = cadre_mapping_settings_new ();
      g_autoptr (CadreMapping) back = NULL;

      cadre_mapping_settings_set_method (settings, CADRE_MAPPING_METHOD_SIMILARITY);
      back = cadre_mapping_new_by_evidence (self->after->structure, self->before->structure, NULL,
                                            settings, NULL, NULL);
      g_assert_nonnull (back);
      for (guint i = 0; i < self->before->posts->len; i++)
        {
          const char *ref = hidden_snapshot_get (self->before, i)->cells[CELL_REF];
          g_autofree char *id = hidden_snapshot_dup_id (self->row[DATE_BEFORE], ref);

          g_assert_cmpint (hidden_snapshot_find_id (self->after,
                                                    cadre_mapping_get_same_before (back, id)),
                           ==, self->after_of[i]);
        }
    }
}

static void
load_corpus (void)
{
  rows = load_corpus_table ("pairs.tsv", N_PAIR_COLUMNS);
  corpus = g_ptr_array_new_with_free_func (corpus_pair_free);
  for (guint i = 0; i < rows->len; i++)
    {
      CorpusPair *self = g_new0 (CorpusPair, 1);
      char **row = g_ptr_array_index (rows, i);

      self->row = row;
      self->is_rekeyed = strcmp (row[PAIR_REKEYED], "1") == 0;
      self->before = hidden_snapshot_new (row[SOURCE], row[ORGANISATION], row[DATE_BEFORE]);
      self->after = hidden_snapshot_new (row[SOURCE], row[ORGANISATION], row[DATE_AFTER]);
      map_pair (self);
      if (self->is_rekeyed)
        self->crude_of = map_crudely (self->before, self->after);
      g_ptr_array_add (corpus, self);
    }
}

static const CorpusPair *
find_pair (char **holder)
{
  for (guint i = 0; i < corpus->len; i++)
    {
      const CorpusPair *self = g_ptr_array_index (corpus, i);
      gboolean is_it = TRUE;

      for (guint j = SOURCE; j <= DATE_AFTER; j++)
        is_it = is_it && strcmp (self->row[j], holder[j]) == 0;
      if (is_it)
        return self;
    }

  g_assert_not_reached ();
}

/* Whether nothing that is published tells the two posts after apart. */
static gboolean
is_alike (const CorpusPair *self, int after, int other)
{
  const PublishedPost *a = hidden_snapshot_get (self->after, (guint) after);
  const PublishedPost *b = hidden_snapshot_get (self->after, (guint) other);

  for (guint i = CELL_TITLE; i < N_CELLS; i++)
    if (strcmp (a->cells[i], b->cells[i]) != 0)
      return FALSE;

  return TRUE;
}

/* Where a ref lives on, it says where the post is, and it says of the post at the
 * later date that it is no other's. */
typedef struct
{
  int before;
  int after;
  gboolean is_identity;
  gboolean lives_on;   /* the post before has its ref still */
  gboolean lived_then; /* the post after had its ref then */
} Holder;

static Holder
find_holder (const CorpusPair *pair, char **row)
{
  g_autofree char *ref_before = fold_ref (row[HOLDER_REF_BEFORE]);
  g_autofree char *ref_after = fold_ref (row[HOLDER_REF_AFTER]);
  const int on = hidden_snapshot_find (pair->after, ref_before);
  Holder self = { 0 };

  self.before = hidden_snapshot_find (pair->before, ref_before);
  self.after = hidden_snapshot_find (pair->after, ref_after);
  g_assert_cmpint (self.before, >=, 0);
  g_assert_cmpint (self.after, >=, 0);
  self.lives_on = on >= 0;
  self.lived_then = hidden_snapshot_find (pair->before, ref_after) >= 0;
  self.is_identity =
    strcmp (row[HOLDER_SAME_TITLE], "1") == 0 && !self.lives_on && !self.lived_then;
  if (self.lives_on)
    self.after = on;
  return self;
}

static gboolean
is_right (const CorpusPair *pair, const Holder *holder, int got, gboolean with_groups)
{
  guint group = 0;

  if (holder->lived_then && !holder->lives_on)
    return got != holder->after;
  if (got == holder->after)
    return TRUE;
  if (got < 0 || !with_groups)
    return FALSE;

  group = pair->group_before[holder->before];
  return group != 0 && pair->group_after[got] == group && is_alike (pair, got, holder->after);
}

static void
tally_holder (Tally *self, const CorpusPair *pair, char **row, const Holder *holder)
{
  const int got = pair->after_of[holder->before];
  const gboolean right = is_right (pair, holder, got, TRUE);

  self->n++;
  self->n_right += right;
  self->n_wrong += !right && got >= 0;
  if (pair->crude_of != NULL)
    self->n_crude += is_right (pair, holder, pair->crude_of[holder->before], FALSE);
  if (!right)
    g_test_message ("%s %s: %s to %s is %s", row[ORGANISATION], row[DATE_AFTER],
                    row[HOLDER_REF_BEFORE], row[HOLDER_REF_AFTER],
                    got >= 0 ? hidden_snapshot_get (pair->after, (guint) got)->cells[CELL_REF]
                             : "not mapped");
}

/* The posts of the 39 holders who have the same title under a ref that is new, where
 * the ref that they had is gone: the same post under another ref. */
static void
test_identities (void)
{
  g_autoptr (GPtrArray) holders = load_corpus_table ("holders.tsv", N_HOLDER_COLUMNS);
  Tally tally = { 0 };

  for (guint i = 0; i < holders->len; i++)
    {
      char **row = g_ptr_array_index (holders, i);
      const CorpusPair *pair = find_pair (row);
      const Holder holder = find_holder (pair, row);

      if (holder.is_identity)
        tally_holder (&tally, pair, row, &holder);
    }

  g_test_message ("identities: %u of %u right, %u wrong", tally.n_right, tally.n, tally.n_wrong);
  g_assert_cmpuint (tally.n, ==, 39);
  g_assert_cmpuint (tally.n_right, >=, 36);
  g_assert_cmpuint (tally.n_wrong, <=, 2);
}

/* All holders whose body gave new refs to its posts. */
static void
test_rekeyed (void)
{
  g_autoptr (GPtrArray) holders = load_corpus_table ("holders.tsv", N_HOLDER_COLUMNS);
  Tally tally = { 0 };

  for (guint i = 0; i < holders->len; i++)
    {
      char **row = g_ptr_array_index (holders, i);
      const CorpusPair *pair = find_pair (row);
      const Holder holder = find_holder (pair, row);

      if (strcmp (row[HOLDER_REKEYED], "1") == 0)
        tally_holder (&tally, pair, row, &holder);
    }

  g_test_message ("re-keyed: %u of %u right, %u wrong; crude one-to-one: %u right", tally.n_right,
                  tally.n, tally.n_wrong, tally.n_crude);
  g_assert_cmpuint (tally.n, ==, 71);
  g_assert_cmpuint (tally.n_right, >=, 46);
  g_assert_cmpuint (tally.n_right, >, tally.n_crude);
}

/* A post at both dates; NULL where it is not there. */
typedef struct
{
  const PublishedPost *before;
  const PublishedPost *after;
} Continuing;

static gboolean
has_other (const PublishedPost *post, Cell cell, const char *text)
{
  return post == NULL || strcmp (post->cells[cell], text) != 0;
}

/* Whether a field tells a post that goes on from another one, at both dates: one that it
 * kept, and that the other has neither before nor after. */
static gboolean
is_told_from (const Continuing *post, const Continuing *other)
{
  for (guint i = CELL_TITLE; i < N_CELLS; i++)
    if (strcmp (post->before->cells[i], post->after->cells[i]) == 0 &&
        has_other (other->before, i, post->before->cells[i]) &&
        has_other (other->after, i, post->after->cells[i]))
      return TRUE;

  return FALSE;
}

static guint
count_kept (const Continuing *post)
{
  static const Cell cells[] = { CELL_TITLE, CELL_UNIT, CELL_MANAGER };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    n += strcmp (post->before->cells[cells[i]], post->after->cells[cells[i]]) == 0;
  return n;
}

/* Those before, in their order, and then those that are new. */
static GArray *
list_posts (const CorpusPair *pair)
{
  GArray *posts = g_array_new (FALSE, FALSE, sizeof (Continuing));

  for (guint i = 0; i < pair->before->posts->len; i++)
    {
      const PublishedPost *before = hidden_snapshot_get (pair->before, i);
      const int after = hidden_snapshot_find (pair->after, before->cells[CELL_REF]);
      const Continuing post = { before, after >= 0
                                          ? hidden_snapshot_get (pair->after, (guint) after)
                                          : NULL };

      g_array_append_val (posts, post);
    }
  for (guint i = 0; i < pair->after->posts->len; i++)
    {
      const Continuing post = { NULL, hidden_snapshot_get (pair->after, i) };

      if (hidden_snapshot_find (pair->before, post.after->cells[CELL_REF]) < 0)
        g_array_append_val (posts, post);
    }

  return posts;
}

static gboolean
has_twin (GArray *posts, guint place)
{
  const Continuing *post = &g_array_index (posts, Continuing, place);

  for (guint i = 0; i < posts->len; i++)
    if (i != place && !is_told_from (post, &g_array_index (posts, Continuing, i)))
      return TRUE;

  return FALSE;
}

/* A twin is mapped right where it is mapped to itself or to one that it cannot be told from. */
static gboolean
is_right_among_twins (const CorpusPair *pair, GArray *posts, guint place, int got)
{
  const Continuing *post = &g_array_index (posts, Continuing, place);
  const PublishedPost *mapped = got < 0 ? NULL : hidden_snapshot_get (pair->after, (guint) got);

  for (guint i = 0; mapped != NULL && i < posts->len; i++)
    {
      const Continuing *other = &g_array_index (posts, Continuing, i);

      if (other->after == mapped)
        return i == place || !is_told_from (post, other);
    }

  return FALSE;
}

static void
share_post (Share *self, const CorpusPair *pair, guint place, gboolean right)
{
  self->n++;
  self->n_right += right;
  self->n_unmapped += pair->after_of[place] < 0;
}

/* By how many of title, unit and manager a post has kept; twins come last. */
#define TWINS 4

static void
share_pair (const CorpusPair *pair, Share shares[TWINS + 1])
{
  g_autoptr (GArray) posts = list_posts (pair);

  for (guint i = 0; i < pair->before->posts->len; i++)
    {
      const Continuing *post = &g_array_index (posts, Continuing, i);
      const int got = pair->after_of[i];
      const gboolean right =
        got >= 0 && hidden_snapshot_get (pair->after, (guint) got) == post->after;

      if (post->after == NULL)
        continue;
      if (has_twin (posts, i))
        share_post (&shares[TWINS], pair, i, right || is_right_among_twins (pair, posts, i, got));
      else
        share_post (&shares[count_kept (post)], pair, i, right);
    }
}

static gboolean
is_stable (const CorpusPair *self)
{
  if (self->is_rekeyed)
    return FALSE;
  if (strcmp (self->row[SOURCE], "published") != 0)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (published_twice); i++)
    if (strcmp (self->row[ORGANISATION], published_twice[i].organisation) == 0 &&
        strcmp (self->row[DATE_AFTER], published_twice[i].date_after) == 0)
      return FALSE;

  return TRUE;
}

/* Posts that go on, in pairs of dates with stable refs. */
static void
test_stable (void)
{
  static const char *const names[] = { "none", "one", "two", "all" };
  Share shares[TWINS + 1] = { 0 };
  Share kept = { 0 };

  for (guint i = 0; i < corpus->len; i++)
    if (is_stable (g_ptr_array_index (corpus, i)))
      share_pair (g_ptr_array_index (corpus, i), shares);

  for (guint i = 0; i < TWINS; i++)
    g_test_message ("told apart, %s of title, unit and manager kept: %u of %u right, %u not mapped",
                    names[i], shares[i].n_right, shares[i].n, shares[i].n_unmapped);
  g_test_message ("twins: %u of %u right as a group, %u not mapped", shares[TWINS].n_right,
                  shares[TWINS].n, shares[TWINS].n_unmapped);
  for (guint i = 1; i < TWINS; i++)
    {
      kept.n += shares[i].n;
      kept.n_right += shares[i].n_right;
    }
  g_test_message ("told apart, any kept: %u of %u right, %.2f %%", kept.n_right, kept.n,
                  100.0 * kept.n_right / kept.n);
  g_assert_cmpuint (kept.n, >, 3900);
  g_assert_cmpuint (100 * kept.n_right, >=, 99 * kept.n);
  /* Of twins nearly half are found, and hardly any are mapped to others than theirs: what
   * is not mapped is told as gone and as new. */
  g_assert_cmpuint (shares[TWINS].n, ==, 2911);
  g_assert_cmpuint (shares[TWINS].n_right, >=, 1381);
  g_assert_cmpuint (shares[TWINS].n - shares[TWINS].n_right - shares[TWINS].n_unmapped, <=, 46);
}

static CadreStructure *
load_with_refs (char **row, guint date_column)
{
  g_autoptr (CadreOrganogramReader) reader = cadre_organogram_reader_new ();
  g_autoptr (CadreDate) date = cadre_date_new_parse (row[date_column], NULL);
  g_autoptr (GFile) senior =
    find_corpus_file (row[SOURCE], row[ORGANISATION], row[date_column], "senior");
  g_autoptr (CadreStructure) structure = NULL;

  cadre_organogram_reader_add_files (reader, date, senior, NULL);
  structure = read_one_date (reader);
  return structure_at_its_date (structure);
}

/* How many posts have their ref and their title at both dates: each is mapped to itself,
 * save where the refs are given anew. */
static guint
count_held (CadreStructure *before, CadreStructure *after, CadreMapping *mapping)
{
  guint n = 0;

  for (guint i = 0; i < count_posts (before); i++)
    {
      g_autoptr (CadrePost) post = get_post (before, i);
      const char *id = cadre_record_get_id (CADRE_RECORD (post));
      g_autoptr (CadrePost) same = cadre_structure_find_post (after, id);

      if (same == NULL ||
          g_strcmp0 (cadre_post_get_title (post, NULL), cadre_post_get_title (same, NULL)) != 0)
        continue;
      n++;
      g_assert_cmpstr (cadre_mapping_get_same_after (mapping, id), ==, id);
    }

  return n;
}

/* With refs: they hold where titles did not change. Of one pair that counts as stable, as
 * many refs are at both dates, they are numbers of rows that were given anew. */
static void
test_with_refs (void)
{
  guint n_held = 0;
  guint n_rekeyed = 0;

  for (guint i = 0; i < rows->len; i++)
    {
      char **row = g_ptr_array_index (rows, i);
      g_autoptr (CadreStructure) before = load_with_refs (row, DATE_BEFORE);
      g_autoptr (CadreStructure) after = load_with_refs (row, DATE_AFTER);
      g_autoptr (CadreMapping) mapping =
        cadre_mapping_new_by_evidence (before, after, NULL, NULL, NULL, NULL);

      g_assert_nonnull (mapping);
      if (cadre_mapping_is_rekeyed (mapping))
        n_rekeyed++;
      else
        n_held += count_held (before, after, mapping);
    }

  g_test_message ("with refs: %u posts that kept ref and title, %u pairs re-keyed", n_held,
                  n_rekeyed);
  g_assert_cmpuint (n_held, >=, 5900);
  g_assert_cmpuint (n_rekeyed, ==, 7);
}

int
main (int argc, char **argv)
{
  int result = 0;

  g_test_init (&argc, &argv, NULL);
  load_corpus ();

  g_test_add_func ("/diff/mapping-corpus/identities", test_identities);
  g_test_add_func ("/diff/mapping-corpus/rekeyed", test_rekeyed);
  g_test_add_func ("/diff/mapping-corpus/stable", test_stable);
  g_test_add_func ("/diff/mapping-corpus/exchanged", test_exchanged);
  g_test_add_func ("/diff/mapping-corpus/with-refs", test_with_refs);

  result = g_test_run ();
  g_ptr_array_unref (corpus);
  g_ptr_array_unref (rows);
  return result;
}
