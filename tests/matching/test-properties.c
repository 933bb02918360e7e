/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What holds of any case, on many small ones made at random: everybody has one
 * outcome, no position has two people, nobody in an unchanged post is touched, a
 * slot-in is for one person and one post, and neither the order of rows nor the
 * names of things decide anything. */

#include <string.h>

#include "outcome-checks.h"

#define N_POSTS 7
#define N_ASSIGNMENTS 9
#define N_PERSONS 7
#define N_EVENTS 5
#define N_KEYS 4
#define NONE (-1)

typedef struct
{
  gboolean is_there;
  int manager; /* a post with a lesser number */
  int grade;
  int establishment;
  int field;
  int function;
  int employer;
  int status;
  int declared;
  int vacancy;
  guint duties; /* bits */
  guint competencies;
  int purpose;
} Post;

typedef struct
{
  int person;
  int post;
  int basis;
  int contract;
  int ends;
  int position;
  int share;
} Assignment;

typedef struct
{
  int before;
  int after;
  int kind;
} Lineage;

typedef struct
{
  int before;
  int after;
  int head;
  int percent;
} Judgement;

typedef struct
{
  int post;
  int assignment;
  gboolean is_wider;
  gboolean is_appointed;
} Result;

typedef struct
{
  Post posts[2][N_POSTS];
  Assignment assignments[N_ASSIGNMENTS];
  guint n_assignments;
  Lineage lineages[3];
  guint n_lineages;
  Judgement judgements[N_EVENTS];
  guint n_judgements;
  Result results[N_EVENTS];
  guint n_results;
  gboolean is_lax;
  gboolean is_fixpoint;
  gboolean is_merge_competing;
  int threshold;
} Model;

/* How a model is written: names and the order of rows. */
typedef struct
{
  int post_names[N_POSTS];
  int assignment_names[N_ASSIGNMENTS];
  int person_names[N_PERSONS];
  gboolean is_shuffled;
} Form;

static int
below (int n)
{
  return g_test_rand_int_range (0, n);
}

static gboolean
one_in (int n)
{
  return below (n) == 0;
}

/* A number below @n, or none. */
static int
maybe_below (int n, int none_in)
{
  return one_in (none_in) ? NONE : below (n);
}

static void
make_post (Post *post, int number)
{
  post->is_there = !one_in (4);
  post->manager = number == 0 ? NONE : maybe_below (number, 6);
  post->grade = maybe_below (3, 6);
  post->establishment = one_in (12) ? NONE : 1 + (one_in (3) ? below (3) : 0);
  post->field = maybe_below (2, 5);
  post->function = maybe_below (2, 5);
  post->employer = one_in (5);
  post->duties = (guint) below (1 << N_KEYS);
  post->competencies = (guint) (one_in (2) ? 15 : below (1 << N_KEYS));
  post->purpose = one_in (3) ? below (2) : 0;
}

static void
make_posts (Model *self)
{
  for (int i = 0; i < N_POSTS; i++)
    {
      Post *before = &self->posts[0][i];
      Post *after = &self->posts[1][i];

      make_post (before, i);
      if (one_in (2))
        make_post (after, i);
      else
        *after = *before;
      after->is_there = !one_in (3);
      after->status = one_in (3) ? below (6) : 0;
      after->declared = one_in (4) ? below (6) : 0;
      after->vacancy = one_in (5) ? below (6) : 0;
    }
}

static void
make_assignments (Model *self)
{
  self->n_assignments = (guint) (1 + below (N_ASSIGNMENTS));
  for (guint i = 0; i < self->n_assignments; i++)
    {
      Assignment *row = &self->assignments[i];

      row->person = below (N_PERSONS);
      row->post = below (N_POSTS);
      row->basis = one_in (5) ? below (5) : 1;
      row->contract = one_in (4) ? below (3) : 0;
      row->ends = one_in (6) ? below (2) : NONE;
      row->position = maybe_below (3, 2);
      row->share = one_in (8) ? 0 : NONE;
    }
}

static void
make_events (Model *self)
{
  self->n_judgements = (guint) below (N_EVENTS + 1);
  for (guint i = 0; i < self->n_judgements; i++)
    self->judgements[i] = (Judgement){ below (N_POSTS), below (N_POSTS), 1 + below (5),
                                       one_in (4) ? below (101) : 100 * below (2) };
  self->n_results = one_in (2) ? (guint) below (N_EVENTS + 1) : 0;
  for (guint i = 0; i < self->n_results; i++)
    self->results[i] =
      (Result){ below (N_POSTS), below ((int) self->n_assignments), one_in (2), !one_in (3) };
}

static void
make_model (Model *self)
{
  memset (self, 0, sizeof (*self));
  make_posts (self);
  make_assignments (self);
  self->n_lineages = one_in (2) ? (guint) below (4) : 0;
  for (guint i = 0; i < self->n_lineages; i++)
    self->lineages[i] = (Lineage){ below (N_POSTS), below (N_POSTS), 1 + below (5) };
  make_events (self);
  self->is_lax = one_in (3);
  self->is_fixpoint = one_in (3);
  self->is_merge_competing = one_in (4);
  self->threshold = one_in (2) ? 60 : 1 + below (100);
}

static void
shuffle (int *numbers, int n)
{
  for (int i = n - 1; i > 0; i--)
    {
      int other = below (i + 1);
      int number = numbers[i];

      numbers[i] = numbers[other];
      numbers[other] = number;
    }
}

static void
init_form (Form *self, gboolean is_shuffled, gboolean is_renamed)
{
  for (int i = 0; i < N_POSTS; i++)
    self->post_names[i] = i;
  for (int i = 0; i < N_ASSIGNMENTS; i++)
    self->assignment_names[i] = i;
  for (int i = 0; i < N_PERSONS; i++)
    self->person_names[i] = i;
  self->is_shuffled = is_shuffled;
  if (!is_renamed)
    return;

  shuffle (self->post_names, N_POSTS);
  shuffle (self->assignment_names, N_ASSIGNMENTS);
  shuffle (self->person_names, N_PERSONS);
}

/* Writes rows as an array, in the order of the form. */
static void
write_rows (const Form *form, GString *text, const char *name, GPtrArray *rows, gboolean is_ordered)
{
  g_autofree int *order = g_new (int, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    order[i] = (int) i;
  if (form->is_shuffled && !is_ordered)
    shuffle (order, (int) rows->len);

  g_string_append_printf (text, ", \"%s\": [", name);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (char *) rows->pdata[order[i]]);
  g_string_append_c (text, ']');
  g_ptr_array_set_size (rows, 0);
}

static void
add_member (GString *row, const char *name, const char *prefix, int number)
{
  if (number == NONE)
    g_string_append_printf (row, ", \"%s\": null", name);
  else
    g_string_append_printf (row, ", \"%s\": \"%s%d\"", name, prefix, number);
}

static const char *
word (GType words, int value)
{
  return nick_of (words, value);
}

static char *
dup_post (const Model *self, const Form *form, guint side, int i)
{
  const Post *post = &self->posts[side][i];
  GString *row = g_string_new (NULL);

  g_string_append_printf (row, "{\"id\": \"p%d\"", form->post_names[i]);
  if (post->manager != NONE && self->posts[side][post->manager].is_there)
    add_member (row, "manager", "p", form->post_names[post->manager]);
  add_member (row, "grade", "g", post->grade);
  add_member (row, "field-of-work", "w", post->field);
  add_member (row, "employer", "o", post->employer);
  if (post->establishment == NONE)
    g_string_append (row, ", \"establishment\": null");
  else
    g_string_append_printf (row, ", \"establishment\": %d", post->establishment);
  if (side == 1)
    g_string_append_printf (
      row, ", \"status\": \"%s\", \"declared-outcome\": \"%s\", \"vacancy\": \"%s\"",
      word (CADRE_TYPE_POST_STATUS, post->status),
      word (CADRE_TYPE_DECLARED_OUTCOME, post->declared),
      word (CADRE_TYPE_VACANCY_STATE, post->vacancy));

  return g_string_free (g_string_append_c (row, '}'), FALSE);
}

static void
add_statements (const Form *form, GPtrArray *rows, int i, const char *head, guint bits)
{
  for (guint key = 0; key < N_KEYS; key++)
    if ((bits >> key & 1) != 0)
      g_ptr_array_add (rows,
                       g_strdup_printf ("{\"post\": \"p%d\", \"head\": \"%s\", \"key\": \"k%u\", "
                                        "\"weight\": %u}",
                                        form->post_names[i], head, key, key + 1));
}

static char *
dup_assignment (const Model *self, const Form *form, guint i)
{
  const Assignment *row = &self->assignments[i];
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "{\"id\": \"a%d\", \"person\": \"x%d\", \"post\": \"p%d\"",
                          form->assignment_names[i], form->person_names[row->person],
                          form->post_names[row->post]);
  g_string_append_printf (text, ", \"basis\": \"%s\", \"contract\": \"%s\"",
                          word (CADRE_TYPE_BASIS, row->basis),
                          word (CADRE_TYPE_CONTRACT, row->contract));
  if (row->ends != NONE)
    g_string_append_printf (text, ", \"valid-to\": \"%s\"",
                            row->ends == 0 ? "2020-03-31" : "2021-03-31");
  if (row->position != NONE)
    g_string_append_printf (text, ", \"position\": %d", row->position + 1);
  if (row->share != NONE)
    g_string_append (text, ", \"job-share\": \"s\"");

  return g_string_free (g_string_append_c (text, '}'), FALSE);
}

static void
write_people (const Model *self, const Form *form, GString *text, GPtrArray *rows)
{
  for (int i = 0; i < N_PERSONS; i++)
    g_ptr_array_add (rows, g_strdup_printf ("{\"id\": \"x%d\"}", form->person_names[i]));
  write_rows (form, text, "persons", rows, FALSE);
  for (guint i = 0; i < self->n_assignments; i++)
    g_ptr_array_add (rows, dup_assignment (self, form, i));
  write_rows (form, text, "assignments", rows, FALSE);
}

static void
write_lineages (const Model *self, const Form *form, GString *text, GPtrArray *rows)
{
  for (guint i = 0; i < self->n_lineages; i++)
    g_ptr_array_add (
      rows, g_strdup_printf ("{\"post\": \"p%d\", \"predecessor\": \"p%d\", \"kind\": \"%s\"}",
                             form->post_names[self->lineages[i].after],
                             form->post_names[self->lineages[i].before],
                             word (CADRE_TYPE_LINEAGE_KIND, self->lineages[i].kind)));
  write_rows (form, text, "lineages", rows, FALSE);
}

static void
write_side (const Model *self, const Form *form, guint side, GString *text)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);

  g_string_append_printf (text, ", \"%s\": {\"id\": \"s\", \"as-of\": \"%s\"",
                          side == 0 ? "before" : "after", side == 0 ? "2020-01-01" : "2020-06-30");
  g_string_append (text, ", \"organisations\": [{\"id\": \"o0\"}, {\"id\": \"o1\"}], "
                         "\"functions\": [{\"id\": \"f0\"}, {\"id\": \"f1\"}], "
                         "\"grade-scales\": [{\"id\": \"njc\"}], \"grades\": ["
                         "{\"id\": \"g0\", \"scale\": \"njc\", \"rung\": 1}, "
                         "{\"id\": \"g1\", \"scale\": \"njc\", \"rung\": 2}, "
                         "{\"id\": \"g2\", \"scale\": \"njc\", \"rung\": 4}]");
  for (int i = 0; i < N_POSTS; i++)
    if (self->posts[side][i].is_there)
      g_ptr_array_add (rows, dup_post (self, form, side, i));
  write_rows (form, text, "posts", rows, FALSE);

  for (int i = 0; i < N_POSTS; i++)
    if (self->posts[side][i].is_there && self->posts[side][i].function != NONE)
      g_ptr_array_add (rows, g_strdup_printf ("{\"post\": \"p%d\", \"function-id\": \"f%d\"}",
                                              form->post_names[i], self->posts[side][i].function));
  write_rows (form, text, "responsibilities", rows, FALSE);

  for (int i = 0; i < N_POSTS; i++)
    if (self->posts[side][i].is_there)
      {
        const Post *post = &self->posts[side][i];

        add_statements (form, rows, i, "duties", post->duties);
        add_statements (form, rows, i, "competencies", post->competencies);
        add_statements (form, rows, i, "purpose", 1u << post->purpose);
        add_statements (form, rows, i, "scope", 1);
      }
  write_rows (form, text, "statements", rows, FALSE);
  if (side == 0)
    write_people (self, form, text, rows);
  else
    write_lineages (self, form, text, rows);
  g_string_append_c (text, '}');
}

static void
write_log (const Model *self, const Form *form, GString *text)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->n_judgements; i++)
    g_ptr_array_add (
      rows, g_strdup_printf ("{\"event\": \"judgement\", \"before\": \"p%d\", \"after\": \"p%d\", "
                             "\"head\": \"%s\", \"percent\": %d}",
                             form->post_names[self->judgements[i].before],
                             form->post_names[self->judgements[i].after],
                             word (CADRE_TYPE_JUDGED_HEAD, self->judgements[i].head),
                             self->judgements[i].percent));
  for (guint i = 0; i < self->n_results; i++)
    g_ptr_array_add (
      rows,
      g_strdup_printf ("{\"event\": \"result\", \"post\": \"p%d\", \"assignment\": \"a%d\", "
                       "\"stage\": \"%s\", \"result\": \"%s\"}",
                       form->post_names[self->results[i].post],
                       form->assignment_names[self->results[i].assignment],
                       self->results[i].is_wider ? "wider-competition" : "limited-competition",
                       self->results[i].is_appointed ? "appointed" : "not-appointed"));
  write_rows (form, text, "log", rows, TRUE);
}

static CadreOutcomes *
run_model (const Model *self, const Form *form)
{
  g_autoptr (GString) text = g_string_new ("{\"cadre\": \"case\", \"version\": 1, \"id\": \"c\"");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreCase) source = NULL;
  CadreOutcomes *outcomes = NULL;

  write_side (self, form, 0, text);
  write_side (self, form, 1, text);
  g_string_append_printf (
    text,
    ", \"policies\": [{\"name\": \"p\", \"base\": \"illustrative\", \"parameters\": "
    "{\"slot.ratio\": \"%s\", \"slot.iteration\": \"%s\", \"merge-competes\": %s, "
    "\"slot.threshold\": %d}}]",
    self->is_lax ? "holders-le-posts" : "strict", self->is_fixpoint ? "fixpoint" : "first-instance",
    self->is_merge_competing ? "true" : "false", self->threshold);
  write_log (self, form, text);
  g_string_append_c (text, '}');

  bytes = g_bytes_new (text->str, text->len);
  source = cadre_case_load_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  outcomes = cadre_case_run (source, NULL, &error);
  g_assert_no_error (error);
  return outcomes;
}

static CadreOutcome *
find_assignment (CadreOutcomes *outcomes, const Form *form, guint i)
{
  g_autofree char *id = g_strdup_printf ("a%d", form->assignment_names[i]);

  return cadre_outcomes_find_assignment (outcomes, id);
}

/* Everybody has an outcome. */
static void
check_everybody (const Model *self, const Form *form, CadreOutcomes *outcomes)
{
  g_assert_cmpuint (cadre_outcomes_get_n_assignments (outcomes), ==, self->n_assignments);
  for (guint i = 0; i < self->n_assignments; i++)
    {
      g_autoptr (CadreOutcome) outcome = find_assignment (outcomes, form, i);

      g_assert_nonnull (outcome);
    }
}

static gboolean
is_unchanged (const Model *self, int i)
{
  const Post *before = &self->posts[0][i];
  Post after = self->posts[1][i];
  int manager = before->manager;

  if (self->n_lineages > 0 || self->n_results > 0 ||
      (manager != NONE && self->posts[0][manager].is_there != self->posts[1][manager].is_there) ||
      after.status == CADRE_POST_STATUS_DELETED || after.status == CADRE_POST_STATUS_DEFERRED ||
      (after.declared != CADRE_DECLARED_OUTCOME_UNKNOWN &&
       after.declared != CADRE_DECLARED_OUTCOME_NO_CHANGE))
    return FALSE;

  after.status = after.declared = after.vacancy = 0;
  return before->is_there && memcmp (before, &after, sizeof (Post)) == 0;
}

/* Nobody in an unchanged post is touched. */
static void
check_unchanged (const Model *self, const Form *form, CadreOutcomes *outcomes)
{
  for (guint i = 0; i < self->n_assignments; i++)
    {
      g_autoptr (CadreOutcome) outcome = find_assignment (outcomes, form, i);
      CadreOutcomeKind kind = cadre_outcome_get_kind (outcome);

      if (!is_unchanged (self, self->assignments[i].post) ||
          self->assignments[i].basis == CADRE_BASIS_ACTING)
        continue;
      if (kind != CADRE_OUTCOME_KIND_UNCHANGED && kind != CADRE_OUTCOME_KIND_ENDING &&
          kind != CADRE_OUTCOME_KIND_LEAVING && kind != CADRE_OUTCOME_KIND_OUT_OF_SCOPE &&
          !cadre_outcome_has_reason (outcome, "post.over-held"))
        {
          g_autofree char *line = cadre_outcome_to_string (outcome);

          g_error ("touched: %s", line);
        }
      g_assert_cmpint (cadre_outcome_get_rung (outcome), <, CADRE_RUNG_AT_RISK_GROUP);
    }
}

/* Under a strict policy a slot is for one person and one post. */
static void
check_slots (const Model *self, const Form *form, CadreOutcomes *outcomes)
{
  guint n_slotted[N_POSTS] = { 0 };

  for (guint i = 0; i < self->n_assignments; i++)
    {
      g_autoptr (CadreOutcome) outcome = find_assignment (outcomes, form, i);
      int post = 0;

      if (cadre_outcome_get_kind (outcome) != CADRE_OUTCOME_KIND_SLOTTED ||
          cadre_outcome_has_reason (outcome, "claim.together"))
        continue;
      while (g_ascii_strtoll (cadre_outcome_get_post_after (outcome) + 1, NULL, 10) !=
             form->post_names[post])
        post++;
      n_slotted[post]++;
      g_assert_cmpint (self->assignments[i].basis, ==, CADRE_BASIS_SUBSTANTIVE);
      if (!self->is_lax)
        g_assert_cmpint (self->posts[1][post].establishment, ==, 1);
      g_assert_cmpuint (n_slotted[post], <=, (guint) MAX (self->posts[1][post].establishment, 0));
    }
}

/* What an outcome says, without the names. */
static char *
dup_essence (CadreOutcome *outcome)
{
  g_autofree char *reasons = g_strjoinv (", ", (char **) cadre_outcome_get_reasons (outcome));

  return g_strdup_printf ("%d %d %d %s", cadre_outcome_get_kind (outcome),
                          cadre_outcome_get_stage (outcome), cadre_outcome_get_rung (outcome),
                          reasons);
}

static void
check_renamed (const Model *self, CadreOutcomes *outcomes, const Form *form)
{
  Form renamed;
  g_autoptr (CadreOutcomes) others = NULL;

  init_form (&renamed, FALSE, TRUE);
  others = run_model (self, &renamed);
  for (guint i = 0; i < self->n_assignments; i++)
    {
      g_autoptr (CadreOutcome) outcome = find_assignment (outcomes, form, i);
      g_autoptr (CadreOutcome) other = find_assignment (others, &renamed, i);
      g_autofree char *essence = dup_essence (outcome);
      g_autofree char *other_essence = dup_essence (other);

      g_assert_cmpstr (essence, ==, other_essence);
    }
  for (guint subject = 0; subject < 2; subject++)
    for (guint kind = 0; kind <= CADRE_OUTCOME_KIND_DELETED; kind++)
      g_assert_cmpuint (cadre_outcomes_count (outcomes, subject, kind), ==,
                        cadre_outcomes_count (others, subject, kind));
}

static void
check_shuffled (const Model *self, CadreOutcomes *outcomes)
{
  Form shuffled;
  g_autoptr (CadreOutcomes) others = NULL;
  g_autofree char *text = describe_outcomes (outcomes);
  g_autofree char *other_text = NULL;

  init_form (&shuffled, TRUE, FALSE);
  others = run_model (self, &shuffled);
  other_text = describe_outcomes (others);
  g_assert_cmpstr (text, ==, other_text);
}

/* Wherever the readings agree, nobody is listed; each listed one differs. */
static void
check_differences (CadreOutcomes *outcomes)
{
  GListModel *list = cadre_outcomes_get_reading_differences (outcomes);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CadreReadingDifference) difference = g_list_model_get_item (list, i);
      CadreOutcome *first = cadre_reading_difference_get_first_instance (difference);
      CadreOutcome *fixpoint = cadre_reading_difference_get_fixpoint (difference);

      g_assert_true (cadre_outcome_get_kind (first) != cadre_outcome_get_kind (fixpoint) ||
                     g_strcmp0 (cadre_outcome_get_post_after (first),
                                cadre_outcome_get_post_after (fixpoint)) != 0);
    }
}

static void
check_model (const Model *self)
{
  Form plain;
  g_autoptr (CadreOutcomes) outcomes = NULL;

  init_form (&plain, FALSE, FALSE);
  outcomes = run_model (self, &plain);
  check_outcomes (outcomes);
  check_everybody (self, &plain, outcomes);
  check_unchanged (self, &plain, outcomes);
  check_slots (self, &plain, outcomes);
  check_differences (outcomes);
  check_shuffled (self, outcomes);
  check_renamed (self, outcomes, &plain);
}

static void
test_random (void)
{
  guint n = g_test_thorough () ? 20000 : 400;

  for (guint i = 0; i < n; i++)
    {
      Model model;

      make_model (&model);
      check_model (&model);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/matching/properties/random", test_random);

  return g_test_run ();
}
