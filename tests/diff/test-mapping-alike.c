/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts of which many are alike: branches that differ in little, hundreds that nothing
 * tells apart, and ids dealt out again among posts with few titles. */

#include "config.h"

#include "diff-structures.h"

#define MAX_POSTS 2100

typedef struct
{
  const char *title;
  int grade;
  int unit;
  int pay;     /* 0 for none */
  int manager; /* its place, or -1 */
} Post;

typedef struct
{
  Post posts[MAX_POSTS];
  int ids[MAX_POSTS]; /* by place */
  int n;
  const char *employer; /* (nullable) */
} Body;

static void
add (Body *self, const char *title, int grade, int unit, int pay, int manager)
{
  g_assert_cmpint (self->n, <, MAX_POSTS);
  self->ids[self->n] = self->n;
  self->posts[self->n++] = (Post){ title, grade, unit, pay, manager };
}

static void
shuffle_ids (Body *self)
{
  for (int i = self->n - 1; i > 0; i--)
    {
      const int k = g_test_rand_int_range (0, i + 1);
      const int id = self->ids[i];

      self->ids[i] = self->ids[k];
      self->ids[k] = id;
    }
}

static CadreStructure *
make_structure (const Body *self, const char *prefix)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->employer != NULL)
    g_string_append_printf (text, "\"organisations\": [{\"id\": \"%s\", \"name\": \"%s\"}], ",
                            self->employer, self->employer);
  g_string_append (text, "\"units\": [");
  for (int unit = 0; unit < 4; unit++)
    g_string_append_printf (text, "%s{\"id\": \"u%d\", \"name\": \"Area %d\"}",
                            unit > 0 ? ", " : "", unit, unit);
  g_string_append (text, "], \"posts\": [");
  for (int i = 0; i < self->n; i++)
    {
      const Post *post = &self->posts[i];

      g_string_append_printf (text,
                              "%s{\"id\": \"%s%d\", \"title\": \"%s\", \"grade\": \"G%d\", "
                              "\"unit\": \"u%d\"",
                              i > 0 ? ", " : "", prefix, self->ids[i], post->title, post->grade,
                              post->unit);
      if (post->pay > 0)
        g_string_append_printf (text, ", \"pay-min\": %d", post->pay);
      if (self->employer != NULL)
        g_string_append_printf (text, ", \"employer\": \"%s\"", self->employer);
      if (post->manager >= 0)
        g_string_append_printf (text, ", \"manager\": \"%s%d\"", prefix, self->ids[post->manager]);
      g_string_append_c (text, '}');
    }
  g_string_append_c (text, ']');

  return load_text (text->str);
}

static CadreMapping *
map (const Body *before, const char *prefix_before, const Body *after, const char *prefix_after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) a = make_structure (before, prefix_before);
  g_autoptr (CadreStructure) b = make_structure (after, prefix_after);
  CadreMapping *mapping = cadre_mapping_new_by_evidence (a, b, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return mapping;
}

/* The place of the post after that one before is. */
static int
find_same (CadreMapping *mapping,
           const Body *before,
           const char *prefix_before,
           int place,
           const Body *after,
           const char *prefix_after)
{
  g_autofree char *id = g_strdup_printf ("%s%d", prefix_before, before->ids[place]);
  const char *same = cadre_mapping_get_same_after (mapping, id);

  for (int i = 0; same != NULL && i < after->n; i++)
    if (after->ids[i] == atoi (same + strlen (prefix_after)))
      return i;
  return -1;
}

/* A chief, directors under one title, and so many deputies of each. */
static void
init_branches (Body *self, const int *sizes)
{
  self->n = 0;
  self->employer = NULL;
  add (self, "Chief Executive", 15, 0, 0, -1);
  for (int i = 0; sizes[i] > 0; i++)
    {
      const int director = self->n;

      add (self, "Director", 12, 0, 0, 0);
      for (int k = 0; k < sizes[i]; k++)
        add (self, "Deputy Director", 9, 0, 0, director);
    }
}

typedef struct
{
  const char *name;
  int before[6];
  int after[6];
} Branches;

static const Branches branches[] = {
  { "one-and-two", { 1, 2 }, { 1, 2 } },
  { "three-and-four", { 3, 4 }, { 3, 4 } },
  { "four-sizes", { 2, 4, 6, 8 }, { 2, 4, 6, 8 } },
  { "one-more", { 1, 2 }, { 1, 3 } },
  { "one-more-of-four", { 2, 4, 6, 8 }, { 2, 4, 6, 9 } },
};

/* Whichever ids they have, each director is the one with his deputies. */
static void
test_branches (gconstpointer data)
{
  const Branches *sizes = data;
  g_autofree Body *before = g_new0 (Body, 1);
  g_autofree Body *after = g_new0 (Body, 1);

  for (int naming = 0; naming < 40; naming++)
    {
      g_autoptr (CadreMapping) mapping = NULL;
      int a = 1;
      int b = 1;

      init_branches (before, sizes->before);
      init_branches (after, sizes->after);
      shuffle_ids (before);
      shuffle_ids (after);
      mapping = map (before, "a", after, "b");
      for (int i = 0; sizes->before[i] > 0; i++)
        {
          const int same = find_same (mapping, before, "a", a, after, "b");

          if (same != -1)
            g_assert_cmpint (same, ==, b);
          a += 1 + sizes->before[i];
          b += 1 + sizes->after[i];
        }
    }
}

/* All of them are mapped, and told as one group, however many there are. */
static void
test_many_twins (gconstpointer data)
{
  const guint n = GPOINTER_TO_UINT (data);
  const guint gone = n / 50;
  g_autofree Body *before = g_new0 (Body, 1);
  g_autofree Body *after = g_new0 (Body, 1);
  Body *const bodies[] = { before, after };
  g_autoptr (CadreMapping) mapping = NULL;
  g_autoptr (GListModel) groups = NULL;
  g_autoptr (CadreTwinGroup) group = NULL;
  guint n_mapped = 0;

  for (guint side = 0; side < 2; side++)
    {
      add (bodies[side], "Chief Executive", 15, 0, 0, -1);
      add (bodies[side], "Director of Schools", 12, 1, 90000, 0);
      add (bodies[side], "Harbour Master", 11, 2, 70000, 0);
      add (bodies[side], "Solicitor to the Council", 12, 3, 80000, 0);
      for (guint i = 0; i < n - side * gone; i++)
        add (bodies[side], "Teaching Assistant", 3, 1, 21000, 1);
      shuffle_ids (bodies[side]);
    }

  mapping = map (before, "a", after, "b");
  for (int i = 0; i < before->n; i++)
    n_mapped += find_same (mapping, before, "a", i, after, "b") != -1;
  g_assert_cmpuint (n_mapped, ==, 4 + n - gone);

  groups = cadre_mapping_list_twin_groups (mapping);
  g_assert_cmpuint (g_list_model_get_n_items (groups), ==, 1);
  group = g_list_model_get_item (groups, 0);
  g_assert_cmpuint (g_strv_length ((char **) cadre_twin_group_get_before (group)), ==, n);
  g_assert_cmpuint (g_strv_length ((char **) cadre_twin_group_get_after (group)), ==, n - gone);
}

/* Three titles in two units, so that ids that were dealt out again fall on posts of the same
 * title and unit; only pay tells most of them apart. */
static void
init_generic (Body *self)
{
  self->n = 0;
  self->employer = NULL;
  add (self, "Chief Executive", 15, 0, 150000, -1);
  for (int i = 0; i < 12; i++)
    {
      const int director = self->n;

      add (self, "Director", 12, i % 2, 90000 + 1000 * i, 0);
      for (int k = 0; k < 16; k++)
        add (self, "Officer", 6, i % 2, 30000 + 100 * k + i, director);
    }
}

static void
test_dealt_out_again (void)
{
  g_autofree Body *before = g_new0 (Body, 1);
  g_autofree Body *after = g_new0 (Body, 1);
  g_autoptr (CadreMapping) mapping = NULL;
  g_autoptr (CadreMapping) held = NULL;
  int n_wrong = 0;
  int n_right = 0;

  init_generic (before);
  init_generic (after);
  held = map (before, "p", after, "p");
  g_assert_false (cadre_mapping_is_rekeyed (held));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (cadre_mapping_get_issues (held))), ==,
                    0);

  shuffle_ids (after);
  mapping = map (before, "p", after, "p");
  g_assert_true (cadre_mapping_is_rekeyed (mapping));
  for (int i = 0; i < before->n; i++)
    {
      const int same = find_same (mapping, before, "p", i, after, "p");

      n_right += same == i;
      n_wrong += same != -1 && same != i;
    }
  g_assert_cmpint (n_wrong, ==, 0);
  g_assert_cmpint (n_right, >, before->n * 9 / 10);
}

/* Exchanged among a few, ids hold for all others. */
static void
test_few_exchanged (void)
{
  g_autofree Body *before = g_new0 (Body, 1);
  g_autofree Body *after = g_new0 (Body, 1);
  g_autoptr (CadreMapping) mapping = NULL;

  init_generic (before);
  init_generic (after);
  for (int i = 0; i < 4; i++)
    after->ids[1 + 17 * i] = before->ids[1 + 17 * ((i + 1) % 4)];
  mapping = map (before, "p", after, "p");
  g_assert_false (cadre_mapping_is_rekeyed (mapping));
  for (int i = 0; i < before->n; i++)
    if (after->ids[i] == before->ids[i])
      g_assert_cmpint (find_same (mapping, before, "p", i, after, "p"), ==, i);
}

/* The only employer has another name, and all ids are new: that is said of it too. */
static void
test_other_employer (void)
{
  g_autofree Body *before = g_new0 (Body, 1);
  g_autofree Body *after = g_new0 (Body, 1);
  g_autoptr (CadreMapping) mapping = NULL;
  g_auto (GStrv) organisations = NULL;

  init_generic (before);
  init_generic (after);
  before->employer = "harbour-board";
  after->employer = "port-authority";
  mapping = map (before, "a", after, "b");
  g_assert_true (cadre_mapping_is_rekeyed (mapping));
  organisations = cadre_mapping_dup_rekeyed_organisations (mapping);
  g_assert_cmpstrv (organisations, ((const char *[]){ "port-authority", NULL }));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (cadre_mapping_get_issues (mapping))),
                    ==, 1);
}

int
main (int argc, char **argv)
{
  static const guint numbers[] = { 97, 150, 300, 600, 2000 };

  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (branches); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diff/mapping-alike/branches/%s", branches[i].name);

      g_test_add_data_func (path, &branches[i], test_branches);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diff/mapping-alike/many-twins/%u", numbers[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (numbers[i]), test_many_twins);
    }
  g_test_add_func ("/diff/mapping-alike/dealt-out-again", test_dealt_out_again);
  g_test_add_func ("/diff/mapping-alike/few-exchanged", test_few_exchanged);
  g_test_add_func ("/diff/mapping-alike/other-employer", test_other_employer);

  return g_test_run ();
}
