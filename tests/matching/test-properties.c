/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What holds of any case, on many small ones made at random: everybody has one
 * outcome, no position has two people, nobody in an unchanged post is touched, a
 * slot-in is for one person and one post, neither the order of rows nor the names
 * of things decide anything, and a replay is the run that there was. */

#include <string.h>

#include "../often.h"
#include "outcome-checks.h"

#define N_MODELS 500        /* CADRE_TEST_MODELS says another number */
#define N_MODELS_SLOW 20000 /* -m slow */
#define N_POSTS 7
#define N_ORGANISATIONS 2
#define N_ASSIGNMENTS 9
#define N_PERSONS 7
#define N_EVENTS 5
#define N_KEYS 4
#define N_HAPPENINGS 8
#define N_BUMP_EVENTS 3
#define MODELS_PER_BUMP 250 /* of an unchanged post, at most; some forty are likely */
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
  int employer; /* NONE for that of the post */
} Assignment;

/* What the paper says of an assignment. */
typedef struct
{
  int assignment;
  int post;
  int outcome;
} Declared;

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

/* What happens in the process. */
typedef enum
{
  HAPPENS_OFFER,
  HAPPENS_ACCEPTANCE,
  HAPPENS_REFUSAL,
  HAPPENS_TRIAL,
  HAPPENS_TRIAL_END,
  HAPPENS_VOLUNTEER,
  HAPPENS_RELEASE,
  HAPPENS_WITHDRAWAL,
  HAPPENS_CONSENT,
  HAPPENS_NOTICE,
  HAPPENS_REDEPLOYED,
  HAPPENS_TOKEN,
  HAPPENS_SUITABLE,
  HAPPENS_PREFERENCE,
  HAPPENS_ROUTE,
  HAPPENS_REVISION,
  HAPPENS_APPEAL,
  N_HAPPENINGS_KINDS
} Happening;

typedef struct
{
  Happening kind;
  int assignment;
  int other; /* assignment */
  int post;
  int second; /* post */
  gboolean is_so;
} Event;

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
  Event events[N_HAPPENINGS + N_BUMP_EVENTS];
  guint n_events;
  Declared declared[2];
  guint n_declared;
  int decided_outside; /* an assignment, or NONE */
  int graded;          /* a post, or NONE */
  guint n_policies;
  gboolean is_lax[2]; /* by policy */
  gboolean is_below_allowed[2];
  gboolean is_fixpoint;
  gboolean is_merge_competing[2];
  gboolean is_bumping[2];
  gboolean is_open_to_slotted[2];
  gboolean has_equal_access[2];
  gboolean competes_where_short[2];
  guint appeal_effect[2];
  guint volunteers[2];
  int release[2]; /* words of parameters */
  int timing[2];
  int withdrawable[2];
  int threshold[2];
} Model;

/* How a model is written: names and the order of rows. */
typedef struct
{
  int post_names[N_POSTS];
  int assignment_names[N_ASSIGNMENTS];
  int person_names[N_PERSONS];
  int organisation_names[N_ORGANISATIONS];
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
      row->post = i > 0 && one_in (3) ? self->assignments[i - 1].post : below (N_POSTS);
      row->basis = one_in (5) ? below (5) : 1;
      row->contract = one_in (4) ? below (3) : 0;
      row->ends = one_in (6) ? below (2) : NONE;
      row->position = maybe_below (3, 2);
      row->share = one_in (3) ? 0 : NONE;
      row->employer = one_in (6) ? below (N_ORGANISATIONS) : NONE;
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
make_happenings (Model *self)
{
  int n = (int) self->n_assignments;

  self->n_events = one_in (2) ? (guint) below (N_HAPPENINGS + 1) : 0;
  for (guint i = 0; i < self->n_events; i++)
    self->events[i] = (Event){ (Happening) below (N_HAPPENINGS_KINDS),
                               below (n),
                               below (n),
                               below (N_POSTS),
                               below (N_POSTS),
                               one_in (2) };
}

/* The post of the one goes on as it is, and that of the other does not. */
static void
make_room (Model *self, Assignment *one, Assignment *other)
{
  Post *after = &self->posts[1][one->post];

  self->posts[0][one->post].is_there = self->posts[0][other->post].is_there = TRUE;
  *after = self->posts[0][one->post];
  self->posts[1][other->post].is_there = other->post == one->post;
  one->basis = other->basis = CADRE_BASIS_SUBSTANTIVE;
  one->ends = other->ends = NONE;
  one->contract = other->contract = CADRE_CONTRACT_PERMANENT;
  one->employer = other->employer = NONE;
}

/* One makes room for another, both agree, and maybe the other answers. */
static void
make_bump (Model *self)
{
  int n = (int) self->n_assignments;
  Event bump = { HAPPENS_VOLUNTEER, below (n), below (n), 0, 0, TRUE };

  bump.post = self->assignments[bump.assignment].post;
  if (one_in (2))
    self->n_lineages = self->n_results = 0;
  if (!one_in (4))
    make_room (self, &self->assignments[bump.assignment], &self->assignments[bump.other]);
  self->events[self->n_events++] = bump;
  bump.kind = HAPPENS_CONSENT;
  self->events[self->n_events++] = bump;
  bump.kind = HAPPENS_RELEASE;
  self->events[self->n_events++] = bump;
  if (self->n_events >= N_HAPPENINGS || one_in (2))
    return;

  bump.assignment = bump.other;
  bump.kind = HAPPENS_OFFER;
  bump.second = (int) self->n_events;
  self->events[self->n_events++] = bump;
  bump.kind = one_in (2) ? HAPPENS_ACCEPTANCE : HAPPENS_REFUSAL;
  self->events[self->n_events++] = bump;
}

static void
make_policies (Model *self)
{
  self->n_policies = one_in (3) ? 2 : 1;
  self->is_fixpoint = one_in (3);
  for (guint i = 0; i < 2; i++)
    {
      self->is_lax[i] = one_in (3);
      self->is_below_allowed[i] = one_in (4);
      self->is_merge_competing[i] = one_in (4);
      self->is_bumping[i] = !one_in (4);
      self->is_open_to_slotted[i] = one_in (3);
      self->has_equal_access[i] = one_in (3);
      self->competes_where_short[i] = one_in (2);
      self->appeal_effect[i] = (guint) below (3);
      self->volunteers[i] = one_in (4) ? (guint) below (4) : 0;
      self->release[i] = one_in (4) ? below (3) : 1;
      self->timing[i] = below (2);
      self->withdrawable[i] = below (3);
      self->threshold[i] = one_in (2) ? 60 : 1 + below (100);
    }
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
  make_happenings (self);
  self->n_declared = one_in (3) ? (guint) below (3) : 0;
  for (guint i = 0; i < self->n_declared; i++)
    self->declared[i] =
      (Declared){ below ((int) self->n_assignments), below (N_POSTS), 1 + below (5) };
  self->decided_outside = one_in (6) ? below ((int) self->n_assignments) : NONE;
  self->graded = maybe_below (N_POSTS, 2);
  make_policies (self);
  if (self->n_assignments > 1 && one_in (2))
    make_bump (self);
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
  for (int i = 0; i < N_ORGANISATIONS; i++)
    self->organisation_names[i] = i;
  self->is_shuffled = is_shuffled;
  if (!is_renamed)
    return;

  shuffle (self->post_names, N_POSTS);
  shuffle (self->assignment_names, N_ASSIGNMENTS);
  shuffle (self->person_names, N_PERSONS);
  shuffle (self->organisation_names, N_ORGANISATIONS);
}

/* Strings with commas between them, in the order of the form. */
static void
join_rows (const Form *form, GString *text, GPtrArray *rows, gboolean is_ordered)
{
  g_autofree int *order = g_new (int, rows->len + 1);

  for (guint i = 0; i < rows->len; i++)
    order[i] = (int) i;
  if (form->is_shuffled && !is_ordered)
    shuffle (order, (int) rows->len);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? ", " : "", (char *) rows->pdata[order[i]]);
}

/* Makes an array of rows a part of an object. */
static void
add_rows (const Form *form,
          GPtrArray *parts,
          const char *name,
          GPtrArray *rows,
          gboolean is_ordered)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "\"%s\": [", name);
  join_rows (form, text, rows, is_ordered);
  g_ptr_array_add (parts, g_string_free (g_string_append_c (text, ']'), FALSE));
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
  add_member (row, "employer", "o", form->organisation_names[post->employer]);
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
  if (row->employer != NONE)
    add_member (text, "employer", "o", form->organisation_names[row->employer]);

  return g_string_free (g_string_append_c (text, '}'), FALSE);
}

static void
add_people (const Model *self, const Form *form, GPtrArray *parts, GPtrArray *rows)
{
  for (int i = 0; i < N_PERSONS; i++)
    g_ptr_array_add (rows, g_strdup_printf ("{\"id\": \"x%d\"}", form->person_names[i]));
  add_rows (form, parts, "persons", rows, FALSE);
  for (guint i = 0; i < self->n_assignments; i++)
    g_ptr_array_add (rows, dup_assignment (self, form, i));
  add_rows (form, parts, "assignments", rows, FALSE);
}

static void
add_lineages (const Model *self, const Form *form, GPtrArray *parts, GPtrArray *rows)
{
  for (guint i = 0; i < self->n_lineages; i++)
    g_ptr_array_add (
      rows, g_strdup_printf ("{\"post\": \"p%d\", \"predecessor\": \"p%d\", \"kind\": \"%s\"}",
                             form->post_names[self->lineages[i].after],
                             form->post_names[self->lineages[i].before],
                             word (CADRE_TYPE_LINEAGE_KIND, self->lineages[i].kind)));
  add_rows (form, parts, "lineages", rows, FALSE);
}

static void
add_posts (const Model *self, const Form *form, guint side, GPtrArray *parts, GPtrArray *rows)
{
  for (int i = 0; i < N_POSTS; i++)
    if (self->posts[side][i].is_there)
      g_ptr_array_add (rows, dup_post (self, form, side, i));
  add_rows (form, parts, "posts", rows, FALSE);

  for (int i = 0; i < N_POSTS; i++)
    if (self->posts[side][i].is_there && self->posts[side][i].function != NONE)
      g_ptr_array_add (rows, g_strdup_printf ("{\"post\": \"p%d\", \"function-id\": \"f%d\"}",
                                              form->post_names[i], self->posts[side][i].function));
  add_rows (form, parts, "responsibilities", rows, FALSE);

  for (int i = 0; i < N_POSTS; i++)
    if (self->posts[side][i].is_there)
      {
        const Post *post = &self->posts[side][i];

        add_statements (form, rows, i, "duties", post->duties);
        add_statements (form, rows, i, "competencies", post->competencies);
        add_statements (form, rows, i, "purpose", 1u << post->purpose);
        add_statements (form, rows, i, "scope", 1);
      }
  add_rows (form, parts, "statements", rows, FALSE);
}

static const char *const side_parts[] = {
  "\"functions\": [{\"id\": \"f0\"}, {\"id\": \"f1\"}]",
  "\"organisations\": [{\"id\": \"o0\"}, {\"id\": \"o1\"}]",
  "\"grade-scales\": [{\"id\": \"njc\"}]",
  "\"grades\": [{\"id\": \"g0\", \"scale\": \"njc\", \"rung\": 1}, "
  "{\"id\": \"g1\", \"scale\": \"njc\", \"rung\": 2}, "
  "{\"id\": \"g2\", \"scale\": \"njc\", \"rung\": 4}]",
};

static char *
dup_side (const Model *self, const Form *form, guint side)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "\"%s\": {\"id\": \"s\", \"as-of\": \"%s\", ",
                          side == 0 ? "before" : "after", side == 0 ? "2020-01-01" : "2020-06-30");
  for (guint i = 0; i < G_N_ELEMENTS (side_parts); i++)
    g_ptr_array_add (parts, g_strdup (side_parts[i]));
  add_posts (self, form, side, parts, rows);
  if (side == 0)
    add_people (self, form, parts, rows);
  else
    add_lineages (self, form, parts, rows);

  join_rows (form, text, parts, FALSE);
  return g_string_free (g_string_append_c (text, '}'), FALSE);
}

static void
add_events (const Model *self, const Form *form, GPtrArray *rows)
{
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
  if (self->graded != NONE)
    g_ptr_array_add (rows, g_strdup_printf ("{\"event\": \"grading\", \"post\": \"p%d\", "
                                            "\"grade\": \"g1\", \"status\": \"provisional\"}",
                                            form->post_names[self->graded]));
  if (self->decided_outside != NONE)
    g_ptr_array_add (rows,
                     g_strdup_printf ("{\"event\": \"decided-outside\", \"assignment\": \"a%d\", "
                                      "\"where\": \"Board\", \"result\": \"Transferred\"}",
                                      form->assignment_names[self->decided_outside]));
}

/* The rest of an event that is about an assignment and a post; FALSE where its
 * kind is about something else. */
static const char *
word_of_pair (const Event *event)
{
  switch ((int) event->kind)
    {
    case HAPPENS_OFFER:
      return "\"event\": \"offer\"";
    case HAPPENS_TRIAL:
      return "\"event\": \"trial-started\", \"to\": \"2020-04-30\"";
    case HAPPENS_SUITABLE:
      return event->is_so ? "\"event\": \"suitability\", \"by\": \"b\", \"verdict\": \"same\""
                          : "\"event\": \"suitability\", \"by\": \"b\", \"verdict\": \"different\"";
    case HAPPENS_ROUTE:
      return "\"event\": \"route\", \"route\": \"secondment\"";
    case HAPPENS_APPEAL:
      return event->is_so ? "\"event\": \"appeal-lodged\", \"against\": \"b\"" : NULL;
    default:
      return NULL;
    }
}

/* The same of one that is about an assignment. */
static const char *
word_of_person (const Event *event)
{
  switch ((int) event->kind)
    {
    case HAPPENS_VOLUNTEER:
      return "\"event\": \"volunteer\", \"what\": \"redundancy\"";
    case HAPPENS_WITHDRAWAL:
      return "\"event\": \"volunteer-withdrawn\"";
    case HAPPENS_NOTICE:
      return "\"event\": \"notice-issued\", \"to\": \"2020-05-31\"";
    case HAPPENS_REDEPLOYED:
      return "\"event\": \"redeployed\", \"where\": \"Elsewhere\"";
    case HAPPENS_TOKEN:
      return event->is_so ? "\"event\": \"token-granted\", \"token\": \"t\", "
                            "\"right\": \"statutory-priority\", \"from\": \"2020-01-01\", "
                            "\"to\": \"2021-01-01\", \"verified-by\": \"b\""
                          : "\"event\": \"token-granted\", \"token\": \"t\", "
                            "\"right\": \"adjustment\", \"from\": \"2020-01-01\", "
                            "\"to\": \"2021-01-01\", \"verified-by\": \"b\"";
    case HAPPENS_APPEAL:
      return "\"event\": \"appeal-lodged\", \"against\": \"b\"";
    default:
      return NULL;
    }
}

/* One that is about two things, or about no person; @first is the number in the
 * log of the first event of the process. */
static char *
dup_other (const Form *form, const Event *event, guint first, guint i)
{
  int assignment = form->assignment_names[event->assignment];
  int other = form->assignment_names[event->other];
  int post = form->post_names[event->post];
  guint about = first + (i > 0 ? (guint) event->second % i : 0);

  switch ((int) event->kind)
    {
    case HAPPENS_RELEASE:
      return event->is_so ? g_strdup_printf ("{\"event\": \"volunteer-accepted\", "
                                             "\"assignment\": \"a%d\", \"freed-for\": \"a%d\"}",
                                             assignment, other)
                          : g_strdup_printf ("{\"event\": \"volunteer-accepted\", "
                                             "\"assignment\": \"a%d\"}",
                                             assignment);
    case HAPPENS_CONSENT:
      return g_strdup_printf ("{\"event\": \"bump-consented\", \"assignment\": \"a%d\", "
                              "\"for\": \"a%d\"}",
                              assignment, other);
    case HAPPENS_PREFERENCE:
      return g_strdup_printf ("{\"event\": \"preference\", \"assignment\": \"a%d\", "
                              "\"posts\": [\"p%d\", \"p%d\"]}",
                              assignment, post, form->post_names[(event->post + 1) % N_POSTS]);
    case HAPPENS_REVISION:
      return g_strdup_printf ("{\"event\": \"job-description-revised\", \"post\": \"p%d\", "
                              "\"side\": \"%s\"}",
                              post, event->is_so ? "after" : "before");
    case HAPPENS_TRIAL_END:
      return g_strdup_printf ("{\"event\": \"trial-ended\", \"about\": %u, \"succeeded\": %s}",
                              about, event->is_so ? "true" : "false");
    default:
      return g_strdup_printf ("{\"event\": \"%s\", \"about\": %u}",
                              event->kind == HAPPENS_REFUSAL ? "refusal" : "acceptance", about);
    }
}

static void
add_happenings (const Model *self, const Form *form, GPtrArray *rows)
{
  guint first = rows->len + 1;

  for (guint i = 0; i < self->n_events; i++)
    {
      const Event *event = &self->events[i];
      const char *pair = word_of_pair (event);
      const char *person = word_of_person (event);

      if (pair != NULL)
        g_ptr_array_add (rows, g_strdup_printf ("{%s, \"assignment\": \"a%d\", \"post\": \"p%d\"}",
                                                pair, form->assignment_names[event->assignment],
                                                form->post_names[event->post]));
      else if (person != NULL)
        g_ptr_array_add (rows, g_strdup_printf ("{%s, \"assignment\": \"a%d\"}", person,
                                                form->assignment_names[event->assignment]));
      else
        g_ptr_array_add (rows, dup_other (form, event, first, i));
    }
}

static const char *const releases[] = { "none", "tied", "untied" };
static const char *const timings[] = { "before-slotting-in", "after-slotting-in" };
static const char *const withdrawables[] = { "acceptance", "selection", "release" };
static const char *const appeal_effects[] = { "waits", "goes-on", "not-stated" };
static const char *const volunteers[] = { "anyone", "affected", "at-risk", "post-goes" };

static void
add_policies (const Model *self, const Form *form, GPtrArray *rows)
{
  for (guint i = 0; i < self->n_policies; i++)
    {
      g_autofree char *employers =
        self->n_policies > 1
          ? g_strdup_printf ("\"employers\": [\"o%d\"], ", form->organisation_names[i])
          : g_strdup ("");

      g_ptr_array_add (
        rows, g_strdup_printf (
                "{\"name\": \"y%u\", \"base\": \"illustrative\", %s\"parameters\": "
                "{\"slot.ratio\": \"%s\", \"slot.iteration\": \"%s\", \"merge-competes\": %s, "
                "\"tier-below\": \"%s\", \"bumping\": \"%s\", \"voluntary.release\": \"%s\", "
                "\"voluntary.timing\": \"%s\", \"voluntary.withdrawable-until\": \"%s\", "
                "\"slot.exclusive\": %s, \"pool.equal-access\": %s, \"pool.competition\": \"%s\", "
                "\"appeal.effect\": \"%s\", \"voluntary.who\": \"%s\", "
                "\"slot.threshold\": %d}}",
                i, employers, self->is_lax[i] ? "holders-le-posts" : "strict",
                self->is_fixpoint ? "fixpoint" : "first-instance",
                self->is_merge_competing[i] ? "true" : "false",
                self->is_below_allowed[i] ? "allowed" : "no-displacement",
                self->is_bumping[i] ? "consensual" : "forbidden", releases[self->release[i]],
                timings[self->timing[i]], withdrawables[self->withdrawable[i]],
                self->is_open_to_slotted[i] ? "false" : "true",
                self->has_equal_access[i] ? "true" : "false",
                self->competes_where_short[i] ? "where-short" : "always",
                appeal_effects[self->appeal_effect[i]], volunteers[self->volunteers[i]],
                self->threshold[i]));
    }
}

static void
add_declared (const Model *self, const Form *form, GPtrArray *rows)
{
  for (guint i = 0; i < self->n_declared; i++)
    g_ptr_array_add (
      rows, g_strdup_printf ("{\"assignment\": \"a%d\", \"post\": \"p%d\", \"outcome\": \"%s\"}",
                             form->assignment_names[self->declared[i].assignment],
                             form->post_names[self->declared[i].post],
                             word (CADRE_TYPE_DECLARED_OUTCOME, self->declared[i].outcome)));
}

static char *
dup_case (const Model *self, const Form *form)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  GString *text = g_string_new ("{\"cadre\": \"case\", \"version\": 1, ");

  g_ptr_array_add (parts, g_strdup ("\"id\": \"c\""));
  g_ptr_array_add (parts, dup_side (self, form, 0));
  g_ptr_array_add (parts, dup_side (self, form, 1));
  add_policies (self, form, rows);
  add_rows (form, parts, "policies", rows, FALSE);
  add_declared (self, form, rows);
  add_rows (form, parts, "declared", rows, FALSE);
  add_events (self, form, rows);
  add_happenings (self, form, rows);
  add_rows (form, parts, "log", rows, TRUE);
  join_rows (form, text, parts, FALSE);

  return g_string_free (g_string_append_c (text, '}'), FALSE);
}

static CadreOutcomes *
run_source (CadreCase *source)
{
  g_autoptr (GError) error = NULL;
  CadreOutcomes *outcomes = cadre_case_run (source, NULL, &error);

  g_assert_no_error (error);
  return outcomes;
}

static CadreOutcomes *
run_model (const Model *self, const Form *form)
{
  g_autofree char *text = dup_case (self, form);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreCase) source = cadre_case_load_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return run_source (source);
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
      if (self->n_events > 0 && (kind == CADRE_OUTCOME_KIND_REDEPLOYED ||
                                 cadre_outcome_has_reason (outcome, "release.bump")))
        continue; /* by an event about that very person */
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
      if (!self->is_lax[0] && !self->is_lax[1])
        g_assert_cmpint (self->posts[1][post].establishment, ==, 1);
      g_assert_cmpuint (n_slotted[post], <=, (guint) MAX (self->posts[1][post].establishment, 0));
    }
}

static int
find_number (const int *names, int n, gint64 name)
{
  for (int i = 0; i < n; i++)
    if (names[i] == name)
      return i;

  return NONE;
}

/* The number in the model of the thing with an id; NONE where @id is none. */
static int
find_thing (const Form *form, const char *id)
{
  gint64 name = g_ascii_isdigit (id[1]) ? g_ascii_strtoll (id + 1, NULL, 10) : NONE;

  switch (*id)
    {
    case 'p':
      return find_number (form->post_names, N_POSTS, name);
    case 'a':
      return find_number (form->assignment_names, N_ASSIGNMENTS, name);
    case 'x':
      return find_number (form->person_names, N_PERSONS, name);
    case 'o':
      return find_number (form->organisation_names, N_ORGANISATIONS, name);
    default:
      return NONE;
    }
}

/* A text with the numbers of the model in the place of ids. */
static char *
dup_unnamed (const Form *form, const char *text)
{
  GString *found = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    {
      gboolean is_start = c == text || !g_ascii_isalnum (c[-1]);
      int thing = is_start && c[1] != '\0' ? find_thing (form, c) : NONE;

      if (thing == NONE)
        g_string_append_c (found, *c);
      else
        {
          g_string_append_printf (found, "%c%d", *c, thing);
          c++;
        }
    }

  return g_string_free (found, FALSE);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* The parts of a text in byte order: lists are in the order of ids. */
static char *
dup_sorted (const char *text, const char *separators)
{
  g_auto (GStrv) parts = g_strsplit_set (text, separators, -1);

  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);
  qsort (parts, g_strv_length (parts), sizeof (char *), compare_texts);
  return g_strjoinv ("|", parts);
}

/* A ring-fence is named by its first post; it is its posts that count. */
static char *
dup_fence (CadreOutcomes *outcomes, const Form *form, const char *id)
{
  g_autoptr (CadreRingFence) fence = cadre_outcomes_find_ring_fence (outcomes, id);
  g_autofree char *text = NULL;
  g_autofree char *unnamed = NULL;

  g_assert_nonnull (fence);
  text = g_strjoinv (" ", (char **) cadre_ring_fence_get_posts (fence));
  unnamed = dup_unnamed (form, text);
  return dup_sorted (unnamed, " ");
}

static void
add_fact (CadreOutcomes *outcomes, const Form *form, CadreFact *fact, GPtrArray *lines)
{
  const char *name = cadre_fact_get_name (fact);
  g_autofree char *fence = g_str_equal (name, "ring-fence")
                             ? dup_fence (outcomes, form, cadre_fact_get_text (fact))
                             : NULL;
  g_autofree char *unnamed =
    fence == NULL ? dup_unnamed (form, cadre_fact_get_text (fact)) : g_steal_pointer (&fence);
  g_autofree char *sorted = dup_sorted (unnamed, ",;");

  g_ptr_array_add (lines, g_strdup_printf ("%s: %s", name, sorted));
}

/* What an outcome says, without the names: its reasons in their order, its facts
 * and sentences in any. Who is in which position of a post is a matter of
 * numbering, and of sharers any one stands for all. */
static char *
dup_essence (CadreOutcomes *outcomes, CadreOutcome *outcome, const Form *form)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *reasons = g_strjoinv (", ", (char **) cadre_outcome_get_reasons (outcome));
  g_autoptr (GListModel) facts = cadre_outcome_list_facts (outcome);
  g_auto (GStrv) sentences = cadre_outcome_dup_sentences (outcome);
  g_autofree char *open = g_strjoinv (", ", (char **) cadre_outcome_get_open_questions (outcome));
  gboolean is_shared = cadre_outcome_get_fact (outcome, "sharers") != NULL;
  const char *ids[] = { is_shared ? NULL : cadre_outcome_get_assignment (outcome),
                        is_shared ? NULL : cadre_outcome_get_person (outcome),
                        cadre_outcome_get_post_before (outcome),
                        cadre_outcome_get_post_after (outcome),
                        cadre_outcome_get_employer (outcome) };
  g_autofree char *joined = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    g_ptr_array_add (lines, ids[i] != NULL ? dup_unnamed (form, ids[i]) : g_strdup ("-"));
  for (guint i = 0; i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (CadreFact) fact = g_list_model_get_item (facts, i);

      add_fact (outcomes, form, fact, lines);
    }
  for (guint i = 0; sentences[i] != NULL; i++)
    {
      g_autofree char *unnamed = dup_unnamed (form, sentences[i]);

      g_ptr_array_add (lines, dup_sorted (unnamed, " ,;.:"));
    }

  qsort (lines->pdata, lines->len, sizeof (char *), compare_texts);
  g_ptr_array_add (lines, NULL);
  joined = g_strjoinv ("\n  ", (char **) lines->pdata);
  return g_strdup_printf ("%d %d %d %d %d, %s, open: %s\n  %s", cadre_outcome_get_subject (outcome),
                          cadre_outcome_get_kind (outcome), cadre_outcome_get_stage (outcome),
                          cadre_outcome_get_rung (outcome), cadre_outcome_get_gap (outcome),
                          reasons, open, joined);
}

static void
add_fences (CadreOutcomes *outcomes, const Form *form, GPtrArray *lines)
{
  GListModel *list = cadre_outcomes_get_ring_fences (outcomes);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CadreRingFence) fence = g_list_model_get_item (list, i);
      g_autoptr (GListModel) members = cadre_ring_fence_list_members (fence);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *posts = dup_fence (outcomes, form, cadre_ring_fence_get_id (fence));
      g_autofree char *sorted = NULL;

      for (guint k = 0; k < g_list_model_get_n_items (members); k++)
        {
          g_autoptr (CadreRingFenceMember) member = g_list_model_get_item (members, k);
          g_autofree char *id = dup_unnamed (form, cadre_ring_fence_member_get_assignment (member));

          g_string_append_printf (text, "%s %d;", id, cadre_ring_fence_member_get_truth (member));
        }
      sorted = dup_sorted (text->str, ";");
      g_ptr_array_add (lines, g_strdup_printf ("ring-fence %s: %s", posts, sorted));
    }
}

static void
add_issues (CadreOutcomes *outcomes, GPtrArray *lines)
{
  GListModel *list = G_LIST_MODEL (cadre_outcomes_get_issues (outcomes));

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CadreIssue) issue = g_list_model_get_item (list, i);

      g_ptr_array_add (lines, g_strdup_printf ("issue %s", cadre_issue_get_code (issue)));
    }
}

/* The whole of the outcomes, without the names. */
static char *
dup_essences (CadreOutcomes *outcomes, const Form *form)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (outcomes)); i++)
    {
      g_autoptr (CadreOutcome) outcome = cadre_outcomes_get_outcome (outcomes, i);

      g_ptr_array_add (lines, dup_essence (outcomes, outcome, form));
    }
  add_fences (outcomes, form, lines);
  add_issues (outcomes, lines);

  qsort (lines->pdata, lines->len, sizeof (char *), compare_texts);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

/* Fails with the first line that differs. */
static void
expect_same (const char *text, const char *other)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_auto (GStrv) others = g_strsplit (other, "\n", -1);
  guint outcome = 0;

  for (guint i = 0; lines[i] != NULL && others[i] != NULL; i++)
    {
      outcome = *lines[i] != ' ' ? i : outcome;
      if (!g_str_equal (lines[i], others[i]))
        g_error ("differs: %s\n%s\n%s", lines[outcome], lines[i], others[i]);
    }
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (others));
}

static void
check_renamed (const Model *self, CadreOutcomes *outcomes, const Form *form)
{
  Form renamed;
  g_autoptr (CadreOutcomes) others = NULL;
  g_autofree char *essences = dup_essences (outcomes, form);
  g_autofree char *other_essences = NULL;

  init_form (&renamed, TRUE, TRUE);
  others = run_model (self, &renamed);
  other_essences = dup_essences (others, &renamed);
  expect_same (essences, other_essences);
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

static gboolean
is_stated_vacant (const Post *post)
{
  return post->vacancy == CADRE_VACANCY_STATE_HELD ||
         post->vacancy == CADRE_VACANCY_STATE_ADVERTISED ||
         post->vacancy == CADRE_VACANCY_STATE_VACANT;
}

/* Whether somebody is given a post that the change does not touch, who is not
 * @gainer. */
static gboolean
is_given_to_others (CadreOutcomes *outcomes, const char *post, const char *gainer)
{
  for (guint i = 0; i < cadre_outcomes_get_n_assignments (outcomes); i++)
    {
      g_autoptr (CadreOutcome) outcome = cadre_outcomes_get_outcome (outcomes, i);
      CadreOutcomeKind kind = cadre_outcome_get_kind (outcome);

      if (g_strcmp0 (cadre_outcome_get_post_after (outcome), post) == 0 &&
          !g_str_equal (cadre_outcome_get_assignment (outcome), gainer) &&
          kind != CADRE_OUTCOME_KIND_UNCHANGED && kind != CADRE_OUTCOME_KIND_AFFECTED &&
          kind != CADRE_OUTCOME_KIND_ENDING && kind != CADRE_OUTCOME_KIND_OUT_OF_SCOPE)
        return TRUE;
    }

  return FALSE;
}

/* What a volunteer frees is offered to whom it is freed for, or kept for that
 * person, unless the person has a post or does not want this one; nobody else
 * gets it meanwhile. Returns how many bumps there are on unchanged posts. */
static guint
check_bumps (const Model *self, const Form *form, CadreOutcomes *outcomes)
{
  guint n = 0;

  for (guint i = 0; i < self->n_assignments; i++)
    {
      int post = self->assignments[i].post;
      g_autoptr (CadreOutcome) outcome = find_assignment (outcomes, form, i);
      const char *gainer = cadre_outcome_get_fact (outcome, "freed-for");
      g_autoptr (CadreOutcome) gain = NULL;
      g_autofree char *id = g_strdup_printf ("p%d", form->post_names[post]);

      if (!cadre_outcome_has_reason (outcome, "release.bump"))
        continue;
      gain = cadre_outcomes_find_assignment (outcomes, gainer);
      g_assert_nonnull (cadre_outcome_get_fact (gain, "freed-post"));
      if (self->n_lineages == 0)
        g_assert_cmpstr (cadre_outcome_get_fact (gain, "freed-post"), ==, id);
      if (!cadre_outcome_has_reason (gain, "release.bump-offer"))
        {
          CadreOutcomeKind kind = cadre_outcome_get_kind (gain);
          g_autofree char *line = cadre_outcome_to_string (gain);

          if (kind != CADRE_OUTCOME_KIND_SLOTTED && kind != CADRE_OUTCOME_KIND_APPOINTED &&
              kind != CADRE_OUTCOME_KIND_REDEPLOYED && kind != CADRE_OUTCOME_KIND_ON_TRIAL &&
              kind != CADRE_OUTCOME_KIND_UNRESOLVED &&
              !cadre_outcome_has_reason (gain, "offer.refused") &&
              !cadre_outcome_has_reason (gain, "trial.failed"))
            g_error ("nothing of what is freed: %s", line);
        }
      else if (is_unchanged (self, post) && !is_stated_vacant (&self->posts[1][post]))
        g_assert_false (is_given_to_others (outcomes, id, gainer));
      n += is_unchanged (self, post);
    }

  return n;
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

/* What is forecast is proved, and what is drawn keeps to it. */
static void
check_forecast (CadreOutcomes *outcomes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreForecast) forecast = cadre_forecast_new (outcomes, NULL, &error);
  g_autoptr (GListModel) groups = NULL;

  g_assert_no_error (error);
  g_assert_true (cadre_forecast_simulate (forecast, 1, 5, NULL, &error));
  groups = cadre_forecast_list_groups (forecast);
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (CadreForecastGroup) group = g_list_model_get_item (groups, i);

      g_assert_true (cadre_forecast_group_check (group));
      g_assert_cmpuint (cadre_forecast_group_get_least_drawn (group), >=,
                        cadre_forecast_group_get_least_displaced (group));
      g_assert_cmpuint (cadre_forecast_group_get_most_drawn (group), <=,
                        cadre_forecast_group_get_n_people (group));
      if (cadre_forecast_group_get_n_positions (group) >= 0)
        g_assert_cmpuint (cadre_forecast_group_get_most_drawn (group), <=,
                          cadre_forecast_group_get_most_displaced (group));
    }
}

/* A replay up to some event comes to what a run came to when the log ended there.
 * Leaves the case with that log. */
static void
check_replayed (CadreOutcomes *outcomes)
{
  CadreCase *source = cadre_outcomes_get_case (outcomes);
  g_autoptr (CadreLog) whole = g_object_ref (cadre_case_get_log (source));
  const guint n =
    (guint) g_test_rand_int_range (0, (gint32) g_list_model_get_n_items (G_LIST_MODEL (whole)) + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreOutcomes) replayed = cadre_case_run_at (source, n, NULL, &error);
  g_autoptr (CadreLog) log = cadre_log_new ();
  g_autoptr (CadreOutcomes) then = NULL;
  g_autofree char *replayed_text = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreLogEntry) entry = cadre_log_get_entry (whole, i);

      cadre_log_append (log, entry);
    }
  cadre_case_set_log (source, log);
  then = run_source (source);
  text = describe_outcomes (then);
  replayed_text = describe_outcomes (replayed);
  g_assert_cmpstr (replayed_text, ==, text);
}

/* Returns how many bumps there are on unchanged posts. */
static guint
check_model (const Model *self)
{
  guint n_bumps = 0;
  Form plain;
  g_autoptr (CadreOutcomes) outcomes = NULL;

  init_form (&plain, FALSE, FALSE);
  outcomes = run_model (self, &plain);
  check_outcomes (outcomes);
  check_everybody (self, &plain, outcomes);
  check_unchanged (self, &plain, outcomes);
  check_slots (self, &plain, outcomes);
  n_bumps = check_bumps (self, &plain, outcomes);
  check_differences (outcomes);
  check_forecast (outcomes);
  check_shuffled (self, outcomes);
  check_renamed (self, outcomes, &plain);
  check_replayed (outcomes);
  return n_bumps;
}

static void
test_random (void)
{
  const char *wanted = g_getenv ("CADRE_TEST_MODELS");
  guint64 n = wanted != NULL   ? g_ascii_strtoull (wanted, NULL, 10)
              : g_test_slow () ? N_MODELS_SLOW
                               : often (N_MODELS, N_MODELS / 2);
  guint64 n_bumps = 0;

  for (guint64 i = 0; i < n; i++)
    {
      Model model;

      make_model (&model);
      n_bumps += check_model (&model);
    }

  /* The models are of no use where there is nothing to be looked at. */
  g_test_message ("%" G_GUINT64_FORMAT " bumps on unchanged posts", n_bumps);
  if (n >= N_MODELS)
    g_assert_cmpuint (n_bumps, >=, n / MODELS_PER_BUMP);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matching/properties/random", test_random);

  return g_test_run ();
}
