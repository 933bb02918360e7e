/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who leaves of their own will.
 *
 * A release counts where it saves somebody's post: the volunteer's own position
 * goes, or somebody whose post goes takes it with everybody's consent. A
 * volunteer from a post that goes on as it is saves none, and is no redundancy. A
 * bump frees a whole position, for one person who would else be without.
 * Where fewer positions go than there are volunteers, the first that were
 * accepted count. Who is released is out before stage 1 is run. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "matching/engine/cadre-process-private.h"
#include "matching/cadre-reasons-private.h"

#include <stdlib.h>

static gboolean
goes (const CadreEngine *self, guint32 post)
{
  return self->fate[post] == CADRE_FATE_GONE || self->fate[post] == CADRE_FATE_MERGED ||
         self->fate[post] == CADRE_FATE_SPLIT;
}

/* How many of the holders of a post that goes on have no position after. */
static gint64
count_surplus (const CadreEngine *self, guint32 post)
{
  const CadreTable *posts =
    cadre_tables_get (self->sides[CADRE_AFTER].tables, CADRE_RECORD_KIND_POST);
  guint32 same = self->same[post];
  gint64 n = 0;
  guint32 n_rows = 0;
  const guint32 *rows =
    cadre_backward_get (&self->sides[CADRE_BEFORE].index->assignments_of_post, post, &n_rows);

  if (same == CADRE_NO_ROW)
    return 0;
  for (guint32 i = 0; i < n_rows; i++)
    n += self->standing[rows[i]] == CADRE_STANDING_HOLDER && self->seat[rows[i]] == rows[i];
  if (cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT, same) < 0)
    return 0;

  return n - cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT, same);
}

/* Whether a post is open, and it is known to how many. */
static gboolean
is_counted (const CadreEngine *self, guint32 post)
{
  const CadreTable *posts =
    cadre_tables_get (self->sides[CADRE_AFTER].tables, CADRE_RECORD_KIND_POST);

  return self->place[post] == CADRE_PLACE_OPEN &&
         cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT, post) >= 0;
}

/* Whether nobody else is in the position of a holder. */
static gboolean
is_alone (const CadreEngine *self, guint32 row)
{
  guint32 n = 0;
  const guint32 *rows =
    cadre_backward_get (&self->sides[CADRE_BEFORE].index->assignments_of_post, self->post[row], &n);

  for (guint32 i = 0; i < n; i++)
    if (rows[i] != row && self->standing[rows[i]] == CADRE_STANDING_HOLDER &&
        self->seat[rows[i]] == self->seat[row])
      return FALSE;

  return TRUE;
}

/* Whether the position of a holder is free once that one has gone: not half of a
 * shared one, and not one of too many. */
static gboolean
frees_position (const CadreEngine *self, guint32 row, const gint64 *n_left)
{
  guint32 same = self->same[self->post[row]];

  return same != CADRE_NO_ROW && n_left[self->post[row]] <= 0 &&
         (self->place[same] == CADRE_PLACE_KEPT || is_counted (self, same)) && is_alone (self, row);
}

/* Whether somebody is to lose a post, and neither leaves nor has another freed. */
static gboolean
needs_position (const CadreEngine *self, guint32 row)
{
  const CadreReleaseRow *release = &self->process->releases[row];

  return self->standing[row] == CADRE_STANDING_HOLDER && goes (self, self->post[row]) &&
         release->freed_by == CADRE_NO_ROW &&
         (release->state != CADRE_RELEASE_ACCEPTED || release->freed_for != CADRE_NO_ROW);
}

/* What is in the way of a bump; nothing where it is consented to. */
static CadreReason
judge_bump (const CadreEngine *self,
            guint32 row,
            const CadreReleaseRow *release,
            const gint64 *n_left)
{
  guint32 other = release->freed_for;
  guint32 same = self->same[self->post[row]];

  /* Whose post it is: the policy of the volunteer's employer, unless employers have
   * agreed on another for the post. */
  if (!cadre_engine_rules_for (self, CADRE_PARAMETER_BUMPING, row, same)->may_bump)
    return CADRE_REASON_RELEASE_NOT_TIED;
  if (!needs_position (self, other) || !frees_position (self, row, n_left))
    return CADRE_REASON_RELEASE_NOT_TIED;
  if (cadre_process_find_pair (&self->process->consents, row, other) == NULL)
    return CADRE_REASON_RELEASE_NO_CONSENT;

  return CADRE_N_REASONS;
}

/* Whether a release waits for slotting in: a claim is only where the post does not
 * go on as it is. Sharers of a position stay together. */
static gboolean
is_late (const CadreEngine *self, guint32 row, const CadrePolicyRules *rules)
{
  return rules->voluntary_after_slotting &&
         (goes (self, self->post[row]) || self->fate[self->post[row]] == CADRE_FATE_CLAIMED) &&
         is_alone (self, row);
}

/* A release that saves nobody's post counts only where the policy says so. */
static void
tie_to_nothing (CadreReleaseRow *release, const CadrePolicyRules *rules)
{
  release->is_untied = release->is_tied = rules->voluntary == CADRE_VOLUNTARY_UNTIED;
  if (!release->is_tied)
    release->why_not = CADRE_REASON_RELEASE_NOT_TIED;
}

/* Whether the policy lets somebody volunteer. A post in question may go: what is not
 * known leaves nobody out. */
static gboolean
may_volunteer (const CadreEngine *self, guint32 row, const gint64 *n_surplus)
{
  guint32 post = self->post[row];
  gboolean loses = goes (self, post) || n_surplus[post] > 0;

  switch (self->rules[self->policy[row]]->volunteers)
    {
    case CADRE_VOLUNTEERS_AFFECTED:
      return loses || self->fate[post] != CADRE_FATE_UNCHANGED;
    case CADRE_VOLUNTEERS_AT_RISK:
      return loses || self->fate[post] == CADRE_FATE_CLAIMED;
    case CADRE_VOLUNTEERS_POST_GOES:
      return loses;
    case CADRE_VOLUNTEERS_ANYONE:
    default:
      return TRUE;
    }
}

/* @n_left is by post: how many more of its positions go. */
static void
tie (CadreEngine *self, guint32 row, gint64 *n_left)
{
  CadreReleaseRow *release = &self->process->releases[row];
  const CadrePolicyRules *rules = self->rules[self->policy[row]];
  guint32 post = self->post[row];

  release->why_not = CADRE_N_REASONS;
  if (rules->voluntary == CADRE_VOLUNTARY_NONE)
    release->why_not = CADRE_REASON_RELEASE_NOT_PERMITTED;
  else if (release->is_not_open)
    release->why_not = CADRE_REASON_RELEASE_NOT_OPEN;
  else if (goes (self, post))
    {
      release->is_tied = release->freed_for == CADRE_NO_ROW;
      if (!release->is_tied)
        release->why_not = CADRE_REASON_RELEASE_NOT_TIED;
    }
  else if (release->freed_for != CADRE_NO_ROW)
    {
      release->why_not = (guint8) judge_bump (self, row, release, n_left);
      release->is_tied = release->why_not == CADRE_N_REASONS;
      if (release->is_tied)
        self->process->releases[release->freed_for].freed_by = row;
    }
  else if (n_left[post] > 0)
    {
      release->is_tied = TRUE;
      n_left[post]--;
    }
  else
    tie_to_nothing (release, rules);

  release->is_late =
    release->is_tied && release->freed_for == CADRE_NO_ROW && is_late (self, row, rules);
}

typedef struct
{
  guint32 entry;
  guint32 row;
} Volunteer;

static int
compare_volunteers (gconstpointer a, gconstpointer b)
{
  guint32 x = ((const Volunteer *) a)->entry;
  guint32 y = ((const Volunteer *) b)->entry;

  return x < y ? -1 : x > y;
}

static gboolean
list_accepted (const CadreEngine *self, CadreVector *volunteers)
{
  for (guint32 row = 0; row < self->sides[CADRE_BEFORE].n_assignments; row++)
    {
      Volunteer volunteer = { self->process->releases[row].entry, row };

      if (self->process->releases[row].state == CADRE_RELEASE_ACCEPTED &&
          self->standing[row] == CADRE_STANDING_HOLDER &&
          !cadre_vector_push (volunteers, &volunteer))
        return FALSE;
    }

  if (volunteers->n > 0)
    qsort (volunteers->data, volunteers->n, sizeof (Volunteer), compare_volunteers);
  return TRUE;
}

static void
report_not_tied (CadreEngine *self, const CadreReleaseRow *release)
{
  if (release->why_not == CADRE_REASON_RELEASE_NOT_PERMITTED)
    cadre_event_report (self, release->entry, "matching.release.not-permitted",
                        "A volunteer is accepted under a policy that has no voluntary release: the "
                        "release does not count");
  else if (release->why_not == CADRE_REASON_RELEASE_NOT_OPEN)
    cadre_event_report (self, release->entry, "matching.release.not-open",
                        "A volunteer is accepted who is not among those who may volunteer under "
                        "the policy: the release does not count");
  else
    cadre_event_report (self, release->entry, "matching.release.not-tied",
                        "The volunteer’s release saves nobody’s post, or is not agreed: it does "
                        "not count");
}

static void
release_tied (CadreEngine *self, const CadreVector *volunteers, gboolean *any)
{
  for (gsize i = 0; i < volunteers->n; i++)
    {
      guint32 row = cadre_vector_at (volunteers, Volunteer, i).row;
      const CadreReleaseRow *release = &self->process->releases[row];

      if (!release->is_tied)
        report_not_tied (self, release);
      else if (!release->is_late)
        {
          self->standing[row] = CADRE_STANDING_RELEASED;
          *any = TRUE;
        }
      if (release->is_untied)
        cadre_event_report (self, release->entry, "matching.release.untied",
                            "A volunteer is released whose position stays: that is no redundancy");
    }
}

/* Whether selection has begun for anybody in a post before an event. */
static gboolean
has_selection_begun (const CadreEngine *self, guint32 post, guint32 entry)
{
  guint32 n = 0;
  const guint32 *rows =
    cadre_backward_get (&self->sides[CADRE_BEFORE].index->assignments_of_post, post, &n);

  for (guint32 i = 0; i < n; i++)
    if (self->process->selected[rows[i]] != 0 && self->process->selected[rows[i]] <= entry)
      return TRUE;

  return FALSE;
}

/* Whether the policy lets somebody withdraw no more. Where a day is not known it
 * does. */
static gboolean
is_too_late (const CadreEngine *self, guint32 row)
{
  const CadreReleaseRow *release = &self->process->releases[row];

  switch (self->rules[self->policy[row]]->withdrawable)
    {
    case CADRE_WITHDRAWABLE_UNTIL_ACCEPTANCE:
      return TRUE;
    case CADRE_WITHDRAWABLE_UNTIL_SELECTION:
      return has_selection_begun (self, self->post[row], release->entry);
    case CADRE_WITHDRAWABLE_UNTIL_RELEASE:
    default:
      return cadre_packed_date_is_known (release->conditional_until) &&
             cadre_packed_date_is_known (release->withdrawn_on) &&
             cadre_packed_date_last_day (release->conditional_until) <
               cadre_packed_date_first_day (release->withdrawn_on);
    }
}

void
cadre_engine_judge_withdrawals (CadreEngine *self)
{
  for (guint32 row = 0; row < self->sides[CADRE_BEFORE].n_assignments; row++)
    {
      CadreReleaseRow *release = &self->process->releases[row];

      if (release->state != CADRE_RELEASE_WITHDRAWN || !release->was_accepted ||
          self->standing[row] != CADRE_STANDING_HOLDER || !is_too_late (self, row))
        continue;
      release->state = CADRE_RELEASE_ACCEPTED;
      release->is_withdrawn_late = TRUE;
      cadre_event_report (self, release->entry, "matching.release.withdrawn-late",
                          "A volunteer withdraws later than the policy lets volunteers withdraw: "
                          "the release still counts");
    }
}

guint32
cadre_engine_find_freed (const CadreEngine *self, guint32 row)
{
  return self->standing[row] == CADRE_STANDING_RELEASED &&
             self->process->releases[row].freed_for != CADRE_NO_ROW
           ? self->same[self->post[row]]
           : CADRE_NO_ROW;
}

static gboolean
has_volunteers (const CadreEngine *self)
{
  for (guint32 row = 0; row < self->sides[CADRE_BEFORE].n_assignments; row++)
    if (self->process->releases[row].state != CADRE_RELEASE_NONE)
      return TRUE;

  return FALSE;
}

static void
find_who_may_not (CadreEngine *self, const gint64 *n_surplus)
{
  for (guint32 row = 0; row < self->sides[CADRE_BEFORE].n_assignments; row++)
    {
      CadreReleaseRow *release = &self->process->releases[row];

      release->is_not_open = release->state != CADRE_RELEASE_NONE &&
                             self->standing[row] == CADRE_STANDING_HOLDER &&
                             !may_volunteer (self, row, n_surplus);
    }
}

gboolean
cadre_engine_tie_releases (CadreEngine *self, gboolean *any)
{
  CadreVector volunteers = CADRE_VECTOR_INIT (Volunteer);
  g_autofree gint64 *n_left = g_try_new0 (gint64, (gsize) self->sides[CADRE_BEFORE].n_posts + 1);
  gboolean ok = n_left != NULL && list_accepted (self, &volunteers);

  for (guint32 post = 0; ok && has_volunteers (self) && post < self->sides[CADRE_BEFORE].n_posts;
       post++)
    n_left[post] = count_surplus (self, post);
  if (ok)
    find_who_may_not (self, n_left);
  for (gsize i = 0; ok && i < volunteers.n; i++)
    tie (self, cadre_vector_at (&volunteers, Volunteer, i).row, n_left);
  if (ok)
    release_tied (self, &volunteers, any);

  cadre_vector_clear (&volunteers);
  return ok;
}
