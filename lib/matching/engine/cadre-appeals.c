/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Appeals that are not decided.
 *
 * An appeal is about the post that it names, or else that of the event that it is
 * against. As long as it is open, what the policy says becomes of that post: it waits,
 * and whoever else it would go to has it on condition only; the process goes on; or it is
 * not stated, and the outcome is unresolved. Nobody is moved for an appeal, and who
 * appeals is not said to anybody else. */

#include "config.h"

#include "matching/engine/cadre-rows-private.h"
#include "matching/engine/cadre-takers-private.h"

#include <stdlib.h>

#define MOST_STEPS 4 /* from an appeal to the event that names a post */

/* The appeal that an event lodges, by the number of the event; NULL where it lodges none.
 * While events are taken the appeals are in the order of the log. */
static CadreAppealRow *
find_lodged (const CadreEngine *self, gint64 number)
{
  CadreVector *appeals = &self->process->appeals;
  CadreAppealRow *rows = appeals->data;
  gsize low = 0;
  gsize high = appeals->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if ((gint64) rows[middle].entry + 1 < number)
        low = middle + 1;
      else
        high = middle;
    }

  return low < appeals->n && (gint64) rows[low].entry + 1 == number ? &rows[low] : NULL;
}

/* The event that an appeal is against may itself be about another, as an answer is
 * about an offer, and an end about a beginning: nothing is further away. An appeal is
 * about what the appeal is about that it is against. */
static void
find_what_it_is_about (CadreEngine *self, guint entry, int about, CadreAppealRow *appeal)
{
  CadreLog *log = cadre_case_get_log (self->source);

  for (guint step = 0; step < MOST_STEPS && about >= 1 && (guint) about <= entry; step++)
    {
      const CadreAppealRow *earlier = find_lodged (self, about);
      g_autoptr (CadreLogEntry) event = cadre_log_get_entry (log, (guint) about - 1);
      const char *post = event->kind == CADRE_LOG_KIND_JUDGEMENT ? event->after : event->post;

      if (earlier != NULL)
        {
          appeal->of = appeal->of == CADRE_NO_ROW ? earlier->of : appeal->of;
          if (appeal->post == CADRE_NO_ROW && !appeal->names_post)
            appeal->post = earlier->post;
          return;
        }
      if (appeal->of == CADRE_NO_ROW && event->assignment != NULL)
        appeal->of = cadre_side_find (&self->sides[CADRE_BEFORE], CADRE_RECORD_KIND_ASSIGNMENT,
                                      event->assignment);
      if (post != NULL && appeal->post == CADRE_NO_ROW && !appeal->names_post)
        appeal->post = cadre_side_find (&self->sides[CADRE_AFTER], CADRE_RECORD_KIND_POST, post);
      entry = (guint) about - 1;
      about = event->about;
    }
}

gboolean
cadre_take_appeal_lodged (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  CadreAppealRow appeal = { CADRE_NO_ROW, CADRE_NO_ROW, entry, CADRE_NO_ROW, FALSE, FALSE };

  appeal.assignment = cadre_event_find_assignment (self, entry, event->assignment);
  if (appeal.assignment == CADRE_NO_ROW)
    return TRUE;

  appeal.names_post = event->post != NULL;
  if (appeal.names_post)
    appeal.post = cadre_event_find_post (self, CADRE_AFTER, entry, event->post);
  find_what_it_is_about (self, entry, event->about, &appeal);
  return cadre_vector_push (&self->process->appeals, &appeal);
}

/* What an appeal that is upheld undoes is undone before. */
gboolean
cadre_take_appeal_decided (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  CadreAppealRow *appeal = find_lodged (self, event->about);

  if (appeal != NULL && !appeal->is_decided)
    appeal->is_decided = TRUE;
  else
    cadre_event_report (self, entry, "matching.log.unknown-appeal",
                        "The entry decides an appeal that the log does not have");
  return TRUE;
}

static int
compare_appeals (gconstpointer a, gconstpointer b)
{
  const CadreAppealRow *x = a;
  const CadreAppealRow *y = b;

  if (x->assignment != y->assignment)
    return x->assignment < y->assignment ? -1 : 1;
  if (x->post != y->post)
    return x->post < y->post ? -1 : 1;
  return x->entry < y->entry ? -1 : x->entry > y->entry;
}

void
cadre_process_finish_appeals (CadreEngine *self)
{
  CadreVector *appeals = &self->process->appeals;
  CadreAppealRow *rows = appeals->data;
  gsize n = 0;

  for (gsize i = 0; i < appeals->n; i++)
    {
      if (rows[i].is_decided)
        continue;
      if (rows[i].post == CADRE_NO_ROW && !rows[i].names_post)
        cadre_event_report (self, rows[i].entry, "matching.appeal.no-post",
                            "The appeal names no post, and neither does an event that it is "
                            "about: nothing waits for it");
      rows[n++] = rows[i];
    }
  appeals->n = n;
  if (n > 1)
    qsort (rows, n, sizeof (CadreAppealRow), compare_appeals);
}

/* The first appeal of an assignment, or of one after it. */
gsize
cadre_process_find_appeal (const CadreEngine *self, guint32 assignment)
{
  const CadreVector *appeals = &self->process->appeals;
  gsize low = 0;
  gsize high = appeals->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (cadre_vector_at (appeals, CadreAppealRow, middle).assignment < assignment)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* What becomes of a post about which an appeal is open. */
static CadreAppealHold
find_hold (const CadreRun *self, guint32 post)
{
  const CadrePolicyRules *rules =
    cadre_engine_rules_of_post (self->engine, CADRE_PARAMETER_APPEAL_EFFECT, post);

  if (rules == NULL || rules->appeal_effect == CADRE_APPEAL_NOT_STATED)
    return CADRE_APPEAL_HOLD_NOT_STATED;

  return rules->appeal_effect == CADRE_APPEAL_WAITS ? CADRE_APPEAL_HOLD_WAITS
                                                    : CADRE_APPEAL_HOLD_NONE;
}

CadreAppealHold
cadre_run_appeal_hold (const CadreRun *self, guint32 post)
{
  return self->n_appeals[post] > 0 ? find_hold (self, post) : CADRE_APPEAL_HOLD_NONE;
}

CadreReason
cadre_appeal_reason (CadreAppealHold hold)
{
  return hold == CADRE_APPEAL_HOLD_WAITS ? CADRE_REASON_APPEAL_POST_WAITS
                                         : CADRE_REASON_APPEAL_NOT_STATED;
}

CadreOutcomeKind
cadre_run_kind (const CadreRun *self, guint32 assignment)
{
  return self->appeal[assignment] == CADRE_APPEAL_HOLD_NOT_STATED
           ? CADRE_OUTCOME_KIND_UNRESOLVED
           : (CadreOutcomeKind) self->kind[assignment];
}

/* Who appeals about a post: by the first of those who share a position. */
typedef struct
{
  guint32 share;
  guint32 post;
} Appellant;

typedef struct
{
  Appellant *appellants; /* in order */
  gsize n;
  guint8 *is_named; /* by the first of sharers: others appeal against their placing */
} Appeals;

static int
compare_appellants (const void *a, const void *b)
{
  const Appellant *x = a;
  const Appellant *y = b;

  if (x->share != y->share)
    return x->share < y->share ? -1 : 1;
  return x->post < y->post ? -1 : x->post > y->post;
}

/* Those who share a position appeal together. */
static void
find_appellants (const CadreRun *self, Appeals *appeals)
{
  const CadreEngine *engine = self->engine;
  const CadreAppealRow *rows = engine->process->appeals.data;
  Appellant *appellants = appeals->appellants;
  gsize n = 0;

  for (gsize i = 0; i < engine->process->appeals.n; i++)
    {
      const guint32 share = engine->share[rows[i].assignment];

      if (rows[i].post == CADRE_NO_ROW)
        continue;
      appellants[n++] = (Appellant){ share, rows[i].post };
      if (rows[i].of != CADRE_NO_ROW && engine->share[rows[i].of] != share &&
          self->post[rows[i].of] == rows[i].post)
        appeals->is_named[engine->share[rows[i].of]] = TRUE;
    }

  qsort (appellants, n, sizeof (Appellant), compare_appellants);
  for (gsize i = 0; i < n; i++)
    if (i == 0 || compare_appellants (&appellants[i - 1], &appellants[i]) != 0)
      appellants[appeals->n++] = appellants[i];
}

static gboolean
appeals_about (const Appeals *self, guint32 share, guint32 post)
{
  const Appellant key = { share, post };

  return self->n > 0 &&
         bsearch (&key, self->appellants, self->n, sizeof (Appellant), compare_appellants) != NULL;
}

/* Counts who appeals for a position of each post, and has none of it; @place is by the
 * first of sharers. */
static void
count_appeals (CadreRun *self, const Appeals *appeals, guint32 *place)
{
  const guint32 n = self->engine->sides[CADRE_BEFORE].n_assignments;

  for (guint32 row = 0; row < n; row++)
    place[row] = CADRE_NO_ROW;
  for (guint32 row = 0; row < n; row++)
    if (self->is_decided[row] && cadre_run_is_placed (self, row))
      place[self->engine->share[row]] = self->post[row];
  for (gsize i = 0; i < appeals->n; i++)
    if (place[appeals->appellants[i].share] != appeals->appellants[i].post)
      self->n_appeals[appeals->appellants[i].post]++;
}

/* Whether the outcome gives somebody a post, or offers one, about which others appeal.
 * Where as many positions are left as people appeal, those are what waits, unless the
 * appeal is against this very placing. */
static gboolean
is_in_question (const CadreRun *self, guint32 row, const Appeals *appeals)
{
  const guint32 post = self->post[row];
  const guint32 share = self->engine->share[row];

  if (!self->is_decided[row] || post == CADRE_NO_ROW ||
      (self->kind[row] != CADRE_OUTCOME_KIND_OFFERED && !cadre_run_is_placed (self, row)) ||
      appeals_about (appeals, share, post))
    return FALSE;

  return appeals->is_named[share] ||
         (guint32) cadre_run_n_left (self, post) < self->n_appeals[post];
}

static gboolean
hold_all (CadreRun *self, const Appeals *appeals)
{
  const guint32 n = self->engine->sides[CADRE_BEFORE].n_assignments;

  for (guint32 row = 0; row < n; row++)
    {
      CadreAppealHold hold = CADRE_APPEAL_HOLD_NONE;

      if (!is_in_question (self, row, appeals))
        continue;
      hold = find_hold (self, self->post[row]);
      self->appeal[row] = (guint8) hold;
      if (hold != CADRE_APPEAL_HOLD_NONE && !cadre_run_note (self, row, cadre_appeal_reason (hold)))
        return FALSE;
    }

  return TRUE;
}

/* Once all stages are through: nobody moves. */
gboolean
cadre_run_hold_appeals (CadreRun *self)
{
  const gsize n = (gsize) self->engine->sides[CADRE_BEFORE].n_assignments + 1;
  const gsize n_appeals = self->engine->process->appeals.n;
  g_autofree Appellant *appellants = NULL;
  g_autofree guint8 *is_named = NULL;
  g_autofree guint32 *place = NULL;
  Appeals appeals = { 0 };

  if (n_appeals == 0)
    return TRUE;

  appellants = g_try_new (Appellant, n_appeals);
  is_named = g_try_malloc0 (n);
  place = g_try_new (guint32, n);
  if (appellants == NULL || is_named == NULL || place == NULL)
    return FALSE;

  appeals.appellants = appellants;
  appeals.is_named = is_named;
  find_appellants (self, &appeals);
  count_appeals (self, &appeals, place);
  return hold_all (self, &appeals);
}

/* The posts that somebody's own appeals are about. */
gboolean
cadre_explain_appeals (CadreRowWriter *self, guint32 assignment)
{
  const CadreVector *appeals = &self->engine->process->appeals;
  CadreVector posts = CADRE_VECTOR_INIT (guint32);
  guint32 last = CADRE_NO_ROW;
  gboolean ok = TRUE;

  for (gsize i = cadre_process_find_appeal (self->engine, assignment);
       ok && i < appeals->n &&
       cadre_vector_at (appeals, CadreAppealRow, i).assignment == assignment;
       i++)
    {
      guint32 post = cadre_vector_at (appeals, CadreAppealRow, i).post;

      ok = post == last || post == CADRE_NO_ROW || cadre_vector_push (&posts, &post);
      last = post;
    }

  ok =
    ok && cadre_rows_fact_posts (self, "appeal-posts", CADRE_AFTER, posts.data, (guint32) posts.n);
  cadre_vector_clear (&posts);
  return ok;
}
