/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who has prior consideration for what is left.
 *
 * A ring-fence asks for a function in common, the same field of work, a like
 * tier and a near grade; what is not known leaves nobody out. Beside those are
 * everybody with a claim on the post, and whoever held a post that became it.
 *
 * Asking every person about every post would take time by the product of their
 * numbers. People and posts that a ring-fence cannot tell apart make classes;
 * only classes that may meet are compared, and posts of one class have one
 * ring-fence. */

#include "config.h"

#include "matching/engine/cadre-fences-private.h"
#include <cadre/cadre-matching-error.h>

#include <stdlib.h>
#include <string.h>

#define CHECK_EVERY 1024

typedef struct
{
  guint32 class;
  guint8 truth;
  guint8 parts[CADRE_N_FENCE_PARTS];
} Meeting;

typedef struct
{
  CadreRun *run;
  CadreClasses people;
  CadreClasses posts;
  CadreLists by_function; /* classes of people, by common code */
  CadreVector any;        /* guint32: classes of people that may meet any function */
  CadreVector meetings;   /* Meeting, of the class of posts that is looked at */
  guint32 *seen;          /* by class of people: the last look at which it was met */
  guint32 look;
  guint32 *class_of_post; /* by post after, or CADRE_NO_ROW */
  guint32 *fence_of_class;
  guint8 *has_own_grade; /* by class of people: a post no higher is open to them; NULL
                          * while that is looked for */
} Former;

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

/* At risk: a holder whom nothing has placed or put on hold, or somebody whose
 * term ends with a post that goes. */
static gboolean
is_at_risk (const CadreRun *self, guint32 row)
{
  if (self->engine->standing[row] == CADRE_STANDING_ENDING)
    return cadre_run_post_goes (self, row) && !cadre_run_has_left (self, row) &&
           cadre_run_rules (self, row)->fixed_term != CADRE_FIXED_TERM_EXCLUDED;

  return self->engine->standing[row] == CADRE_STANDING_HOLDER && !self->is_decided[row];
}

static gboolean
is_contestable (const CadreRun *self, guint32 post)
{
  CadrePlace place = self->engine->place[post];

  if (place == CADRE_PLACE_OPEN && self->engine->n_positions[post] < 0)
    return self->n_held[post] == 0;

  return (place == CADRE_PLACE_OPEN || place == CADRE_PLACE_KEPT) &&
         cadre_run_n_left (self, post) > 0;
}

static gboolean
collect_people (CadreClasses *self)
{
  CadreRun *run = self->run;
  CadreEngine *engine = run->engine;
  guint32 n = engine->sides[CADRE_BEFORE].n_assignments;

  self->rows = g_try_new (CadreAsked, (gsize) n + 1);
  for (guint32 row = 0; self->rows != NULL && row < n; row++)
    if (is_at_risk (run, row))
      self->rows[self->n_rows++] =
        (CadreAsked){ row, engine->post[row], (guint32) engine->policy[row] };

  return self->rows != NULL && cadre_classes_find (self);
}

static gboolean
collect_posts (CadreClasses *self)
{
  CadreRun *run = self->run;
  guint32 n = run->engine->sides[CADRE_AFTER].n_posts;

  self->rows = g_try_new (CadreAsked, (gsize) n + 1);
  for (guint32 post = 0; self->rows != NULL && post < n; post++)
    if (is_contestable (run, post))
      self->rows[self->n_rows++] = (CadreAsked){ post, post, 0 };

  return self->rows != NULL && cadre_classes_find (self);
}

static guint32
count_codes (const CadreEngine *engine)
{
  return cadre_string_table_size (engine->sides[CADRE_BEFORE].tables->strings) +
         cadre_string_table_size (engine->sides[CADRE_AFTER].tables->strings);
}

/* CadreClasses of people by the functions of their posts; those whose functions are
 * not known, or do not matter, may meet any post. */
static gboolean
index_people (Former *self)
{
  CadreEngine *engine = self->run->engine;
  CadreVector pairs = CADRE_VECTOR_INIT (guint32[2]);
  gboolean ok = TRUE;

  for (guint32 class = 0; ok && class < self->people.n; class ++)
    {
      const CadreAsked *row = &self->people.rows[self->people.first[class]];
      guint32 n = 0;
      const guint32 *functions = cadre_lists_get (&engine->functions[CADRE_BEFORE], row->post, &n);

      if (n == 0 || !engine->rules[row->policy]->same_function)
        ok = cadre_vector_push (&self->any, &class);
      for (guint32 i = 0; ok && i < n; i++)
        {
          guint32 pair[2] = { functions[i], class };

          ok = cadre_vector_push (&pairs, pair);
        }
    }

  ok = ok && cadre_lists_init (&self->by_function, count_codes (engine), pairs.data, pairs.n);
  cadre_vector_clear (&pairs);
  return ok;
}

static gboolean
is_higher (const Former *self, guint32 post_class, guint32 class)
{
  const CadreEngine *engine = self->run->engine;
  guint32 before = self->people.rows[self->people.first[class]].post;
  guint32 after = self->posts.rows[self->posts.first[post_class]].post;

  return cadre_engine_is_higher (engine, engine->grade[CADRE_BEFORE][before],
                                 engine->grade[CADRE_AFTER][after]) == CADRE_TRUTH_TRUE;
}

static gboolean
meet (Former *self, guint32 post_class, guint32 class)
{
  Meeting meeting = { class, CADRE_TRUTH_FALSE, { 0 } };

  if (self->seen[class] == self->look)
    return TRUE;

  self->seen[class] = self->look;
  if (self->has_own_grade != NULL && self->has_own_grade[class] &&
      is_higher (self, post_class, class))
    return TRUE;
  meeting.truth =
    (guint8) cadre_fence_ask (self->run->engine, &self->people.rows[self->people.first[class]],
                              self->posts.rows[self->posts.first[post_class]].post, meeting.parts);
  return meeting.truth == CADRE_TRUTH_FALSE || cadre_vector_push (&self->meetings, &meeting);
}

/* The classes of people that have prior consideration for a class of posts. */
static gboolean
find_meetings (Former *self, guint32 post_class)
{
  const CadreEngine *engine = self->run->engine;
  guint32 post = self->posts.rows[self->posts.first[post_class]].post;
  guint32 n_functions = 0;
  const guint32 *functions = cadre_lists_get (&engine->functions[CADRE_AFTER], post, &n_functions);
  const guint32 *any = self->any.data;

  self->meetings.n = 0;
  self->look++;
  for (guint32 class = 0; n_functions == 0 && class < self->people.n; class ++)
    if (!meet (self, post_class, class))
      return FALSE;
  for (gsize i = 0; i < self->any.n; i++)
    if (!meet (self, post_class, any[i]))
      return FALSE;
  for (guint32 i = 0; i < n_functions; i++)
    {
      guint32 n = 0;
      const guint32 *classes = cadre_lists_get (&self->by_function, functions[i], &n);

      for (guint32 k = 0; k < n; k++)
        if (!meet (self, post_class, classes[k]))
          return FALSE;
    }

  return TRUE;
}

/* Under a policy that has higher posts only for those who have none at their own
 * grade: who has one. */
static gboolean
find_own_grades (Former *self)
{
  g_autofree guint8 *has = g_try_malloc0 ((gsize) self->people.n + 1);
  gboolean is_asked = FALSE;

  for (guint i = 0; i < self->run->engine->n_policies; i++)
    is_asked = is_asked || self->run->engine->rules[i]->higher_grade_last;
  if (has == NULL)
    return FALSE;

  for (guint32 class = 0; is_asked && class < self->posts.n; class ++)
    {
      if (!find_meetings (self, class))
        return FALSE;
      for (gsize i = 0; i < self->meetings.n; i++)
        {
          const Meeting *meeting = &cadre_vector_at (&self->meetings, Meeting, i);
          guint32 policy = self->people.rows[self->people.first[meeting->class]].policy;

          if (self->run->engine->rules[policy]->higher_grade_last &&
              meeting->truth == CADRE_TRUTH_TRUE && !is_higher (self, class, meeting->class))
            has[meeting->class] = TRUE;
        }
    }

  self->has_own_grade = g_steal_pointer (&has);
  return TRUE;
}

static gboolean
add_member (CadreRun *self, const CadreMemberRow *member, GError **error)
{
  if (self->fence_members.n >= CADRE_MAX_CLAIMS)
    {
      g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_LIMIT,
                   "The ring-fences of the case have more than %d members", CADRE_MAX_CLAIMS);
      return FALSE;
    }

  return cadre_vector_push (&self->fence_members, member);
}

/* That a fixed term ends is no ground to leave somebody out, and no ground to
 * count somebody in. */
static guint8
truth_of_member (const CadreRun *self, guint32 row, guint8 truth)
{
  return self->engine->standing[row] == CADRE_STANDING_ENDING ? CADRE_TRUTH_UNKNOWN : truth;
}

static gboolean
add_meetings (Former *self, GError **error)
{
  CadreRun *run = self->run;

  for (gsize i = 0; i < self->meetings.n; i++)
    {
      const Meeting *meeting = &cadre_vector_at (&self->meetings, Meeting, i);

      for (guint32 k = self->people.first[meeting->class];
           k < self->people.first[meeting->class + 1]; k++)
        {
          CadreMemberRow member = { self->people.rows[k].row, 0, FALSE, FALSE, { 0 } };

          member.truth = truth_of_member (run, member.assignment, meeting->truth);
          memcpy (member.parts, meeting->parts, sizeof (member.parts));
          if (!add_member (run, &member, error))
            return FALSE;
        }
    }

  return TRUE;
}

/* Everybody with a live claim on the post, whether or not the outcome waits for
 * something; but not who is placed. */
static gboolean
add_claimants (Former *self, guint32 post, GError **error)
{
  CadreRun *run = self->run;
  CadreEngine *engine = run->engine;

  for (guint32 i = engine->first_claim[post]; i < engine->first_claim[post + 1]; i++)
    {
      const CadreClaimRow *claim = cadre_run_claim (run, i);
      guint32 row = claim->assignment;
      CadreMemberRow member = { row, claim->truth, TRUE, FALSE, { 0 } };
      CadreAsked person = { row, engine->post[row], (guint32) engine->policy[row] };

      if (cadre_run_state (run, i) != CADRE_CLAIM_STATE_LIVE || cadre_run_is_placed (run, row) ||
          cadre_run_has_left (run, row) || !cadre_run_rules (run, row)->add_claimants)
        continue;
      cadre_fence_ask (engine, &person, post, member.parts);
      member.truth = truth_of_member (run, row, member.truth);
      if (!add_member (run, &member, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_predecessors (Former *self, guint32 post, GError **error)
{
  CadreRun *run = self->run;
  CadreEngine *engine = run->engine;
  guint32 n_posts = 0;
  const guint32 *posts = cadre_lists_get (&engine->predecessors, post, &n_posts);

  for (guint32 i = 0; i < n_posts; i++)
    {
      guint32 n = 0;
      const guint32 *rows = cadre_lists_get (&engine->holders, posts[i], &n);

      for (guint32 k = 0; k < n; k++)
        {
          CadreAsked person = { rows[k], posts[i], (guint32) engine->policy[rows[k]] };
          CadreMemberRow member = { rows[k], CADRE_TRUTH_TRUE, FALSE, TRUE, { 0 } };

          if (!is_at_risk (run, rows[k]))
            continue;
          cadre_fence_ask (engine, &person, post, member.parts);
          member.truth = truth_of_member (run, rows[k], member.truth);
          if (!add_member (run, &member, error))
            return FALSE;
        }
    }

  return TRUE;
}

static int
compare_members (gconstpointer a, gconstpointer b)
{
  return compare_numbers (((const CadreMemberRow *) a)->assignment,
                          ((const CadreMemberRow *) b)->assignment);
}

/* One row for each member: true where any ground is. */
static void
unite_members (CadreRun *self, gsize first)
{
  CadreMemberRow *rows = self->fence_members.data;
  gsize n = first;

  if (self->fence_members.n > first)
    qsort (rows + first, self->fence_members.n - first, sizeof (CadreMemberRow), compare_members);
  for (gsize i = first; i < self->fence_members.n; i++)
    {
      if (n == first || rows[n - 1].assignment != rows[i].assignment)
        {
          rows[n++] = rows[i];
          continue;
        }
      rows[n - 1].is_claimant |= rows[i].is_claimant;
      rows[n - 1].is_predecessor |= rows[i].is_predecessor;
      if (rows[i].truth == CADRE_TRUTH_TRUE)
        rows[n - 1].truth = CADRE_TRUTH_TRUE;
    }
  self->fence_members.n = n;
}

/* Whether a post has grounds of its own beside those of its class. */
static gboolean
has_own_grounds (const CadreRun *self, guint32 post)
{
  const CadreEngine *engine = self->engine;
  guint32 n = 0;

  cadre_lists_get (&engine->predecessors, post, &n);
  return n > 0 || engine->first_claim[post] < engine->first_claim[post + 1];
}

/* Makes the ring-fence of a post; none where nobody has prior consideration. */
static gboolean
form_fence (Former *self, guint32 post, GError **error)
{
  CadreRun *run = self->run;
  gboolean is_own = has_own_grounds (run, post);
  guint32 class = self->class_of_post[post];
  CadreFence fence = { 0 };

  if (!is_own && self->fence_of_class[class] != CADRE_NO_ROW)
    {
      run->fence[post] = self->fence_of_class[class];
      return TRUE;
    }

  fence.first_member = (guint32) run->fence_members.n;
  if (!find_meetings (self, class) || !add_meetings (self, error) ||
      (is_own && (!add_claimants (self, post, error) || !add_predecessors (self, post, error))))
    return FALSE;

  unite_members (run, fence.first_member);
  fence.n_members = (guint32) (run->fence_members.n - fence.first_member);
  if (fence.n_members == 0)
    return TRUE;

  run->fence[post] = (guint32) run->fences.n;
  if (!is_own)
    self->fence_of_class[class] = run->fence[post];
  return cadre_vector_push (&run->fences, &fence);
}

/* The posts of each ring-fence stand together, behind those of the pools. */
static gboolean
list_fence_posts (CadreRun *self)
{
  CadreVector pairs = CADRE_VECTOR_INIT (guint32[2]);
  CadreLists posts = { NULL, NULL };
  CadreFence *fences = self->fences.data;
  gboolean ok = TRUE;

  for (guint32 post = 0; ok && post < self->engine->sides[CADRE_AFTER].n_posts; post++)
    {
      guint32 pair[2] = { self->fence[post], post };

      if (pair[0] != CADRE_NO_ROW && !fences[pair[0]].is_pool)
        ok = cadre_vector_push (&pairs, pair);
    }

  ok = ok && cadre_lists_init (&posts, (guint32) self->fences.n, pairs.data, pairs.n);
  for (guint32 i = 0; ok && i < self->fences.n; i++)
    {
      const guint32 *rows = NULL;

      if (fences[i].is_pool)
        continue;
      rows = cadre_lists_get (&posts, i, &fences[i].n_posts);
      fences[i].first_post = (guint32) self->fence_posts.n;
      for (guint32 k = 0; ok && k < fences[i].n_posts; k++)
        ok = cadre_vector_push (&self->fence_posts, &rows[k]);
    }

  cadre_vector_clear (&pairs);
  cadre_lists_clear (&posts);
  return ok;
}

static gboolean
list_fences_of_assignments (CadreRun *self)
{
  CadreVector pairs = CADRE_VECTOR_INIT (guint32[2]);
  const CadreMemberRow *members = self->fence_members.data;
  gboolean ok = TRUE;

  for (guint32 fence = 0; ok && fence < self->fences.n; fence++)
    {
      const CadreFence *row = cadre_run_fence (self, fence);

      for (guint32 i = 0; ok && i < row->n_members; i++)
        {
          guint32 pair[2] = { members[row->first_member + i].assignment, fence };

          ok = cadre_vector_push (&pairs, pair);
        }
    }

  ok =
    ok && cadre_lists_init (&self->fences_of_assignment,
                            self->engine->sides[CADRE_BEFORE].n_assignments, pairs.data, pairs.n);
  cadre_vector_clear (&pairs);
  return ok;
}

static gboolean
form_all (Former *self, GError **error)
{
  CadreRun *run = self->run;
  guint32 n_posts = run->engine->sides[CADRE_AFTER].n_posts;

  for (guint32 post = 0; post < n_posts; post++)
    {
      if (post % CHECK_EVERY == 0 &&
          g_cancellable_set_error_if_cancelled (run->engine->cancellable, error))
        return FALSE;
      if (self->class_of_post[post] == CADRE_NO_ROW)
        continue;
      if (!form_fence (self, post, error))
        return FALSE;
      if (run->fence[post] == CADRE_NO_ROW)
        run->is_wider[post] = TRUE;
    }

  return list_fence_posts (run) && list_fences_of_assignments (run);
}

static gboolean
init_former (Former *self)
{
  guint32 n_posts = self->run->engine->sides[CADRE_AFTER].n_posts;

  if (!collect_people (&self->people) || !collect_posts (&self->posts) || !index_people (self))
    return FALSE;

  self->seen = g_try_new0 (guint32, (gsize) self->people.n + 1);
  self->class_of_post = g_try_new (guint32, (gsize) n_posts + 1);
  self->fence_of_class = g_try_new (guint32, (gsize) self->posts.n + 1);
  if (self->seen == NULL || self->class_of_post == NULL || self->fence_of_class == NULL)
    return FALSE;

  memset (self->class_of_post, 0xff, sizeof (guint32) * ((gsize) n_posts + 1));
  memset (self->fence_of_class, 0xff, sizeof (guint32) * ((gsize) self->posts.n + 1));
  for (guint32 class = 0; class < self->posts.n; class ++)
    for (guint32 i = self->posts.first[class]; i < self->posts.first[class + 1]; i++)
      self->class_of_post[self->posts.rows[i].row] = class;

  return find_own_grades (self);
}

static void
former_clear (Former *self)
{
  g_free (self->people.rows);
  g_free (self->people.first);
  g_free (self->posts.rows);
  g_free (self->posts.first);
  g_free (self->seen);
  g_free (self->class_of_post);
  g_free (self->fence_of_class);
  g_free (self->has_own_grade);
  cadre_lists_clear (&self->by_function);
  cadre_vector_clear (&self->any);
  cadre_vector_clear (&self->meetings);
}

gboolean
cadre_run_form_fences (CadreRun *self, GError **error)
{
  Former former = { 0 };
  gboolean ok = FALSE;

  former.run = self;
  former.people.run = self;
  former.people.side = CADRE_BEFORE;
  former.posts.run = self;
  former.posts.side = CADRE_AFTER;
  former.any.size = sizeof (guint32);
  former.meetings.size = sizeof (Meeting);

  ok = init_former (&former) && form_all (&former, error);
  former_clear (&former);
  return ok;
}
