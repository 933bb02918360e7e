/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who leaves of their own will.
 *
 * A release counts where it saves somebody's post: the volunteer's own position
 * goes, or somebody whose post goes takes it with everybody's consent. A
 * volunteer from a post that goes on as it is saves none, and is no redundancy.
 * Where fewer positions go than there are volunteers, the first that were
 * accepted count. Who is released is out before stage 1 is run. */

#include "config.h"

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

/* What is in the way of a bump; nothing where it is consented to. */
static CadreReason
judge_bump (const CadreEngine *self, guint32 row, const CadreReleaseRow *release)
{
  guint32 other = release->freed_for;
  gint32 policy = self->policy[row];

  /* Whose post it is: the policy of the volunteer's employer. */
  if (policy < 0 || !self->rules[policy]->may_bump)
    return CADRE_REASON_RELEASE_NOT_TIED;
  if (self->standing[other] != CADRE_STANDING_HOLDER || !goes (self, self->post[other]))
    return CADRE_REASON_RELEASE_NOT_TIED;
  if (cadre_process_find_pair (&self->process->consents, row, other) == NULL)
    return CADRE_REASON_RELEASE_NO_CONSENT;

  return CADRE_N_REASONS;
}

/* @n_left is by post: how many more of its positions go. */
static void
tie (CadreEngine *self, guint32 row, gint64 *n_left)
{
  CadreReleaseRow *release = &self->process->releases[row];
  guint32 post = self->post[row];

  release->why_not = CADRE_N_REASONS;
  if (goes (self, post))
    {
      release->is_tied = release->freed_for == CADRE_NO_ROW;
      if (!release->is_tied)
        release->why_not = CADRE_REASON_RELEASE_NOT_TIED;
    }
  else if (release->freed_for != CADRE_NO_ROW)
    {
      release->why_not = (guint8) judge_bump (self, row, release);
      release->is_tied = release->why_not == CADRE_N_REASONS;
    }
  else
    {
      release->is_tied = n_left[post] > 0;
      n_left[post] -= release->is_tied;
      if (!release->is_tied)
        release->why_not = CADRE_REASON_RELEASE_NOT_TIED;
    }
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
release_tied (CadreEngine *self, const CadreVector *volunteers, gboolean *any)
{
  for (gsize i = 0; i < volunteers->n; i++)
    {
      guint32 row = cadre_vector_at (volunteers, Volunteer, i).row;

      if (self->process->releases[row].is_tied)
        {
          self->standing[row] = CADRE_STANDING_RELEASED;
          *any = TRUE;
          continue;
        }
      cadre_event_report (self, self->process->releases[row].entry, "matching.release.not-tied",
                          "The volunteer’s release saves nobody’s post, or is not agreed: it does "
                          "not count");
    }
}

gboolean
cadre_engine_tie_releases (CadreEngine *self, gboolean *any)
{
  CadreVector volunteers = CADRE_VECTOR_INIT (Volunteer);
  g_autofree gint64 *n_left = g_try_new0 (gint64, (gsize) self->sides[CADRE_BEFORE].n_posts + 1);
  gboolean ok = n_left != NULL && list_accepted (self, &volunteers);

  for (guint32 post = 0; ok && volunteers.n > 0 && post < self->sides[CADRE_BEFORE].n_posts; post++)
    n_left[post] = count_surplus (self, post);
  for (gsize i = 0; ok && i < volunteers.n; i++)
    tie (self, cadre_vector_at (&volunteers, Volunteer, i).row, n_left);
  if (ok)
    release_tied (self, &volunteers, any);

  cadre_vector_clear (&volunteers);
  return ok;
}
