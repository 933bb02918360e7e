/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Ids that are on both sides and may name other jobs: numbered anew, dealt out again,
 * exchanged; and those that do not, though titles went from post to post. */

#include "config.h"

#include "diff-structures.h"

#define N_AREAS 5
#define N_ROLES 6
#define N_OF_AREA (1 + N_ROLES) /* a director and the managers */
#define N_POSTS (1 + N_AREAS * N_OF_AREA)

static const char *const areas[N_AREAS] = { "Adults", "Children", "Housing", "Planning", "Legal" };
static const char *const roles[N_ROLES] = { "Commissioning", "Safeguarding", "Performance",
                                            "Payments",      "Contracts",    "Complaints" };

/* A post, and the number in its id. */
typedef struct
{
  char title[64];
  int unit;
  int grade;
  int manager; /* place among the posts, or -1 */
  int id;
} Post;

typedef struct
{
  Post posts[N_POSTS + 1];
  int n;
  int first_ended; /* the ids of the posts that the list has once more, as ended */
  int n_ended;
} Body;

/* The first director is post 1, and his managers are 2 to 7. */
static int
director (int area)
{
  return 1 + area * N_OF_AREA;
}

static void
init_body (Body *self)
{
  memset (self, 0, sizeof *self);
  self->n = N_POSTS;
  for (int i = 0; i < N_POSTS; i++)
    {
      const int area = (i - 1) / N_OF_AREA;
      const int role = i > 0 ? (i - 1) % N_OF_AREA : 0;
      Post *post = &self->posts[i];

      *post = (Post){ .unit = area, .grade = 9, .manager = director (area), .id = i };
      if (i == 0)
        *post = (Post){ .title = "Chief Executive", .grade = 15, .manager = -1, .unit = N_AREAS };
      else if (role == 0)
        {
          g_snprintf (post->title, sizeof post->title, "Director of %s", areas[area]);
          post->manager = 0;
          post->grade = 12;
        }
      else
        g_snprintf (post->title, sizeof post->title, "%s %s Manager", areas[area], roles[role - 1]);
    }
}

static CadreStructure *
make_structure (const Body *self)
{
  g_autoptr (GString) text = g_string_new ("\"units\": [");
  const int start = g_test_rand_int_range (0, self->n);

  for (int i = 0; i <= N_AREAS; i++)
    g_string_append_printf (text, "%s{\"id\": \"u%d\", \"name\": \"%s\"}", i > 0 ? ", " : "", i,
                            i < N_AREAS ? areas[i] : "Council");
  g_string_append (text, "], \"posts\": [");
  for (int k = 0; k < self->n; k++)
    {
      const Post *post = &self->posts[(start + k) % self->n];

      g_string_append_printf (text,
                              "%s{\"id\": \"P%02d\", \"title\": \"%s\", \"unit\": \"u%d\", "
                              "\"grade\": \"G%d\"",
                              k > 0 ? ", " : "", post->id, post->title, post->unit, post->grade);
      if (post->manager >= 0)
        g_string_append_printf (text, ", \"manager\": \"P%02d\"", self->posts[post->manager].id);
      g_string_append_c (text, '}');
    }
  for (int k = 0; k < self->n_ended; k++)
    g_string_append_printf (text, ", {\"id\": \"P%02d\", \"valid-to\": \"2025-03-30\"}",
                            self->first_ended + k);
  if (self->n_ended > 0) /* what has no id is nobody's */
    g_string_append (text, ", {\"title\": \"X\", \"valid-to\": \"2025-03-30\"}");
  g_string_append_c (text, ']');

  return load_text (text->str);
}

/* What is done to the posts after. */
typedef void (*Change) (Body *after);

typedef struct
{
  const char *name;
  Change prepare; /* (nullable): of both */
  Change change;
  gboolean by_id; /* whether ids hold; else each post is the one in its place */
  gboolean is_rekeyed;
  guint n_reused;
  guint n_unsure;
} Case;

static void
number_anew (Body *self)
{
  for (int i = 0; i < self->n; i++)
    self->posts[i].id = i;
}

/* A new post, so that those behind it have the next row. It is the last in the list, so
 * that all others have their places. */
static void
insert_before (Body *self, int place)
{
  Post *post = &self->posts[self->n++];

  *post = self->posts[place];
  g_strlcpy (post->title, "Strategy Adviser", sizeof post->title);
  for (int i = 0; i < N_POSTS; i++)
    self->posts[i].id = i + (i >= place);
  post->id = place;
}

static void
shift_all (Body *self)
{
  insert_before (self, 2);
}

static void
shift_last (Body *self)
{
  insert_before (self, N_POSTS - 5);
}

static void
shuffle (Body *self)
{
  number_anew (self);
  for (int i = self->n; i > 1; i--)
    {
      const int k = g_test_rand_int_range (0, i);
      const int kept = self->posts[i - 1].id;

      self->posts[i - 1].id = self->posts[k].id;
      self->posts[k].id = kept;
    }
}

static void
rotate_ids (Body *self, const int *places, int n)
{
  const int first = self->posts[places[0]].id;

  for (int i = 0; i + 1 < n; i++)
    self->posts[places[i]].id = self->posts[places[i + 1]].id;
  self->posts[places[n - 1]].id = first;
}

static void
rotate_titles (Body *self, const int *places, int n)
{
  char first[64];

  g_strlcpy (first, self->posts[places[0]].title, sizeof first);
  for (int i = 0; i + 1 < n; i++)
    g_strlcpy (self->posts[places[i]].title, self->posts[places[i + 1]].title, sizeof first);
  g_strlcpy (self->posts[places[n - 1]].title, first, sizeof first);
}

static void
exchange_four (Body *self)
{
  rotate_ids (self, (const int[]){ 1, 8, 17, 29 }, 4);
}

static void
exchange_directors (Body *self)
{
  rotate_ids (self, (const int[]){ director (0), director (1) }, 2);
}

static void
exchange_inverted (Body *self)
{
  rotate_ids (self, (const int[]){ director (2), director (2) + 3 }, 2);
}

static void
rotate_siblings (Body *self)
{
  rotate_ids (self, (const int[]){ 2, 3, 4, 5, 6, 7 }, 6);
}

static void
exchange_siblings (Body *self)
{
  rotate_ids (self, (const int[]){ 3, 6 }, 2);
}

/* Ids are kept, most posts are named anew and move. */
static void
reorganise (Body *self)
{
  for (int i = 1; i < N_POSTS; i++)
    {
      Post *post = &self->posts[i];

      if (post->grade == 9 && i % 3 != 0)
        {
          g_snprintf (post->title, sizeof post->title, "Head of %s, %s Division",
                      roles[i % N_ROLES], areas[(i / 3) % N_AREAS]);
          post->manager = director ((i / 3) % N_AREAS);
          post->unit = (i / 3) % N_AREAS;
        }
    }
}

/* The posts stay where they are, with grade, unit, manager and reports. */
static void
exchange_titles (Body *self)
{
  rotate_titles (self, (const int[]){ director (0), director (1), director (3) }, 3);
}

static void
exchange_titles_of_grades (Body *self)
{
  rotate_titles (self, (const int[]){ 2, director (0) }, 2);
  rotate_titles (self, (const int[]){ director (1) + 2, director (2) + 2 }, 2);
}

/* Managers have one title in all areas. */
static void
name_by_role (Body *self)
{
  for (int i = 1; i < self->n; i++)
    if (self->posts[i].grade == 9)
      g_snprintf (self->posts[i].title, sizeof self->posts[i].title, "%s Manager",
                  roles[(i - 1) % N_OF_AREA - 1]);
}

/* Of the first three of each area only the place tells whose they are. */
static void
name_by_place (Body *self)
{
  for (int area = 0; area < N_AREAS; area++)
    for (int i = 1; i <= 3; i++)
      g_strlcpy (self->posts[director (area) + i].title, i < 3 ? "Officer" : "Team Leader",
                 sizeof self->posts[0].title);
}

static void
move_generic (Body *self)
{
  for (int i = 1; i <= 3; i++)
    {
      self->posts[director (0) + i].unit = 1;
      self->posts[director (0) + i].manager = director (1);
      self->posts[director (1) + i].unit = 0;
      self->posts[director (1) + i].manager = director (0);
    }
}

/* The next post of the old title may be the old post, or its successor. */
static void
name_anew (Body *self)
{
  Post *post = &self->posts[self->n++];

  *post = self->posts[3];
  post->id = N_POSTS;
  g_strlcpy (self->posts[3].title, "Projects Adviser", sizeof post->title);
}

static const Case cases[] = {
  { "shift-all", NULL, shift_all, FALSE, TRUE, 0, 0 },
  { "shift-by-place", name_by_role, shift_all, FALSE, TRUE, 0, 0 },
  { "shuffle-by-place", name_by_role, shuffle, FALSE, TRUE, 0, 0 },
  { "shift-last", NULL, shift_last, FALSE, FALSE, 5, 0 },
  { "shuffle", NULL, shuffle, FALSE, TRUE, 0, 0 },
  { "exchange-four", NULL, exchange_four, FALSE, FALSE, 4, 0 },
  { "exchange-directors", NULL, exchange_directors, FALSE, FALSE, 2, 0 },
  { "exchange-inverted", NULL, exchange_inverted, FALSE, FALSE, 2, 0 },
  { "rotate-siblings", NULL, rotate_siblings, FALSE, FALSE, 6, 0 },
  { "exchange-siblings", NULL, exchange_siblings, FALSE, FALSE, 2, 0 },
  { "reorganise", NULL, reorganise, TRUE, FALSE, 0, 0 },
  { "exchange-titles", NULL, exchange_titles, TRUE, FALSE, 0, 0 },
  { "exchange-titles-of-grades", NULL, exchange_titles_of_grades, TRUE, FALSE, 0, 0 },
  { "name-anew", NULL, name_anew, TRUE, FALSE, 0, 1 },
  { "move-generic", name_by_place, move_generic, TRUE, FALSE, 0, 0 },
};

static CadreMapping *
map (CadreStructure *before, CadreStructure *after)
{
  g_autoptr (GError) error = NULL;
  CadreMapping *mapping = cadre_mapping_new_by_evidence (before, after, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return mapping;
}

static guint
count_reviews (CadreMapping *mapping, CadrePairReview wanted)
{
  g_autoptr (GListModel) reviews = cadre_mapping_list_reviews (mapping);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (reviews, i);

      n += cadre_pair_get_review (pair) == wanted;
    }

  return n;
}

static guint
count_issues (CadreMapping *mapping, const char *code)
{
  GListModel *issues = G_LIST_MODEL (cadre_mapping_get_issues (mapping));
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (CadreIssue) issue = g_list_model_get_item (issues, i);

      n += strcmp (cadre_issue_get_code (issue), code) == 0;
    }

  return n;
}

/* Both ways. */
static void
check (const Case *one, const Body *after, CadreMapping *there, CadreMapping *back)
{
  CadreMapping *mappings[] = { there, back };

  for (int i = 0; i < N_POSTS; i++)
    {
      g_autofree char *id = g_strdup_printf ("P%02d", i);
      g_autofree char *wanted = g_strdup_printf ("P%02d", one->by_id ? i : after->posts[i].id);

      g_assert_cmpstr (cadre_mapping_get_same_after (there, id), ==, wanted);
      g_assert_cmpstr (cadre_mapping_get_same_before (back, id), ==, wanted);
    }
  for (guint i = 0; i < G_N_ELEMENTS (mappings); i++)
    {
      g_assert_true (cadre_mapping_is_rekeyed (mappings[i]) == one->is_rekeyed);
      g_assert_cmpuint (count_issues (mappings[i], "diff.mapping.rekeyed"), ==, one->is_rekeyed);
      g_assert_cmpuint (count_issues (mappings[i], "diff.mapping.reused-id"), ==, one->n_reused);
      g_assert_cmpuint (count_reviews (mappings[i], CADRE_PAIR_REVIEW_REUSED_ID), ==,
                        one->n_reused);
      g_assert_cmpuint (count_reviews (mappings[i], CADRE_PAIR_REVIEW_UNSURE), ==, one->n_unsure);
    }
}

static void
test_case (gconstpointer data)
{
  const Case *one = data;

  for (int round = 0; round < 5; round++)
    {
      Body bodies[2];
      g_autoptr (CadreStructure) before = NULL;
      g_autoptr (CadreStructure) after = NULL;
      g_autoptr (CadreMapping) there = NULL;
      g_autoptr (CadreMapping) back = NULL;

      init_body (&bodies[0]);
      if (one->prepare != NULL)
        one->prepare (&bodies[0]);
      bodies[1] = bodies[0];
      one->change (&bodies[1]);
      before = make_structure (&bodies[0]);
      after = make_structure (&bodies[1]);
      there = map (before, after);
      back = map (after, before);
      check (one, &bodies[1], there, back);
    }
}

/* Ids are @offset higher after; so many of the posts have gone after. */
static CadreMapping *
map_moved (int offset, int n_gone, const char *more)
{
  g_autoptr (GString) before = g_string_new ("\"posts\": [");
  g_autoptr (GString) after = g_string_new ("\"posts\": [");
  g_autoptr (CadreStructure) first = NULL;
  g_autoptr (CadreStructure) second = NULL;

  for (int i = 0; i < 20; i++)
    {
      g_string_append_printf (before, "%s{\"id\": \"P%02d\"}", i > 0 ? ", " : "", i);
      g_string_append_printf (after, "%s{\"id\": \"P%02d\"%s}", i > 0 ? ", " : "", i + offset,
                              i < n_gone ? ", \"status\": \"deleted\"" : "");
    }
  g_string_append (before, "]");
  g_string_append_printf (after, "]%s", more);
  first = load_text (before->str);
  second = load_text (after->str);
  return cadre_mapping_new (first, second, NULL, NULL);
}

/* By id that hardly any are shared is said, and nothing is done about it. */
static void
test_new_ids (void)
{
  static const struct
  {
    int offset;
    int n_gone;
    const char *more;
    guint n_issues;
  } cases_by_id[] = {
    { 0, 0, "", 0 },
    { 15, 0, "", 0 },
    { 16, 0, "", 1 },
    { 20, 0, "", 1 },
    { 12, 4, "", 0 },
    { 12, 5, "", 1 },
    { 20, 17, "", 0 },
    { 16, 0, ", \"lineages\": [{\"post\": \"P20\", \"predecessor\": \"P00\"}]", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases_by_id); i++)
    {
      g_autoptr (CadreMapping) mapping =
        map_moved (cases_by_id[i].offset, cases_by_id[i].n_gone, cases_by_id[i].more);

      g_assert_cmpuint (count_issues (mapping, "diff.mapping.new-ids"), ==,
                        cases_by_id[i].n_issues);
      g_assert_false (cadre_mapping_is_rekeyed (mapping));
    }
}

/* Ids from @first on are other ones after; what the first of them is called then, and how
 * many of them the list after has once more as ended. */
typedef struct
{
  const char *name;
  const char *title; /* (nullable): as before */
  int first;
  int n_ended;
  gboolean is_mapped;
} EndedCase;

static const EndedCase ended_cases[] = {
  { "not-declared", "Legal Appeals Manager", N_POSTS - 1, 0, TRUE },
  { "declared", "Legal Appeals Manager", N_POSTS - 1, 1, FALSE },
  { "declared-same-title", NULL, N_POSTS - 1, 1, TRUE },
  { "declared-rekeyed", "Chief Officer", 0, N_POSTS, TRUE },
};

static CadreStructure *
leave_out_ended (const Body *body)
{
  g_autoptr (CadreStructure) whole = make_structure (body);
  g_autoptr (CadreDate) date = cadre_date_new (2025, 3, 31);
  g_autoptr (GError) error = NULL;
  CadreStructure *left = cadre_structure_at_or_after (whole, date, NULL, &error);

  g_assert_no_error (error);
  return left;
}

/* What a list says has ended is not taken for another post without a person having looked,
 * whichever of the two structures it is. */
static void
test_ended (gconstpointer data)
{
  const EndedCase *one = data;
  g_autofree char *id = g_strdup_printf ("P%02d", one->first);
  g_autofree char *id_after = g_strdup_printf ("P%02d", one->first + 50);
  Body bodies[2];
  g_autoptr (CadreStructure) before = NULL;
  g_autoptr (CadreStructure) after = NULL;
  g_autoptr (CadreMapping) there = NULL;
  g_autoptr (CadreMapping) back = NULL;

  init_body (&bodies[0]);
  bodies[1] = bodies[0];
  bodies[1].first_ended = one->first;
  bodies[1].n_ended = one->n_ended;
  for (int i = one->first; i < N_POSTS; i++)
    bodies[1].posts[i].id += 50;
  if (one->title != NULL)
    g_strlcpy (bodies[1].posts[one->first].title, one->title, sizeof bodies[1].posts[0].title);
  before = make_structure (&bodies[0]);
  after = leave_out_ended (&bodies[1]);
  there = map (before, after);
  back = map (after, before);

  g_assert_cmpstr (cadre_mapping_get_same_after (there, id), ==, one->is_mapped ? id_after : NULL);
  g_assert_cmpstr (cadre_mapping_get_same_before (back, id), ==, one->is_mapped ? id_after : NULL);
  g_assert_cmpuint (count_reviews (there, CADRE_PAIR_REVIEW_ENDED), ==, !one->is_mapped);
  g_assert_cmpuint (count_reviews (back, CADRE_PAIR_REVIEW_ENDED), ==, !one->is_mapped);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diff/mapping-ids/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }

  for (guint i = 0; i < G_N_ELEMENTS (ended_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/diff/mapping-ids/%s", ended_cases[i].name);

      g_test_add_data_func (path, &ended_cases[i], test_ended);
    }

  g_test_add_func ("/diff/mapping-ids/new-ids", test_new_ids);

  return g_test_run ();
}
