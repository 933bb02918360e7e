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
 * about an offer. An appeal is about what the appeal is about that it is against. */
static void
find_what_it_is_about (CadreEngine *self, guint entry, int about, CadreAppealRow *appeal)
{
  CadreLog *log = cadre_case_get_log (self->source);

  while (about >= 1 && (guint) about <= entry &&
         (appeal->post == CADRE_NO_ROW || appeal->of == CADRE_NO_ROW))
    {
      const CadreAppealRow *earlier = find_lodged (self, about);
      g_autoptr (CadreLogEntry) event = cadre_log_get_entry (log, (guint) about - 1);
      const char *post = event->kind == CADRE_LOG_KIND_JUDGEMENT ? event->after : event->post;

      if (appeal->of == CADRE_NO_ROW && event->assignment != NULL)
        appeal->of = cadre_side_find (&self->sides[CADRE_BEFORE], CADRE_RECORD_KIND_ASSIGNMENT,
                                      event->assignment);
      if (earlier != NULL)
        {
          appeal->post = appeal->post == CADRE_NO_ROW ? earlier->post : appeal->post;
          return;
        }
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

/* The first appeal of an assignment that is about a post, or about one after it. */
static gsize
find_appeal (const CadreEngine *self, guint32 assignment, guint32 post)
{
  const CadreVector *appeals = &self->process->appeals;
  const CadreAppealRow key = { assignment, post, 0, 0, FALSE, FALSE };
  gsize low = 0;
  gsize high = appeals->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (compare_appeals (&cadre_vector_at (appeals, CadreAppealRow, middle), &key) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

gsize
cadre_process_find_appeal (const CadreEngine *self, guint32 assignment)
{
  return find_appeal (self, assignment, 0);
}

static gboolean
appeals_about (const CadreEngine *self, guint32 assignment, guint32 post)
{
  const CadreVector *appeals = &self->process->appeals;
  gsize i = find_appeal (self, assignment, post);

  return i < appeals->n && cadre_vector_at (appeals, CadreAppealRow, i).assignment == assignment &&
         cadre_vector_at (appeals, CadreAppealRow, i).post == post;
}

CadreAppealHold
cadre_run_appeal_hold (const CadreRun *self, guint32 post)
{
  const CadrePolicyRules *rules = NULL;

  if (self->n_appeals[post] == 0)
    return CADRE_APPEAL_HOLD_NONE;

  rules = cadre_engine_rules_of_post (self->engine, CADRE_PARAMETER_APPEAL_EFFECT, post);
  if (rules == NULL || rules->appeal_effect == CADRE_APPEAL_NOT_STATED)
    return CADRE_APPEAL_HOLD_NOT_STATED;

  return rules->appeal_effect == CADRE_APPEAL_WAITS ? CADRE_APPEAL_HOLD_WAITS
                                                    : CADRE_APPEAL_HOLD_NONE;
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

/* Who appeals for a position of a post: by the first of those who share one. */
typedef struct
{
  guint32 share;
  guint32 post;
} Appellant;

static int
compare_appellants (const void *a, const void *b)
{
  const Appellant *x = a;
  const Appellant *y = b;

  if (x->share != y->share)
    return x->share < y->share ? -1 : 1;
  return x->post < y->post ? -1 : x->post > y->post;
}

/* Where those who share a position are placed, by the first of them. */
static void
find_places (const CadreRun *self, guint32 *place)
{
  const guint32 n = self->engine->sides[CADRE_BEFORE].n_assignments;

  for (guint32 row = 0; row < n; row++)
    place[row] = CADRE_NO_ROW;
  for (guint32 row = 0; row < n; row++)
    if (self->is_decided[row] && cadre_run_is_placed (self, row))
      place[self->engine->share[row]] = self->post[row];
}

/* Counts who appeals for a position of each post: once where they share it, and not who has
 * one. Finds those whose placing an appeal is against; @is_named is by the first of sharers. */
static gboolean
count_appeals (CadreRun *self, guint8 *is_named)
{
  const CadreEngine *engine = self->engine;
  const CadreAppealRow *rows = engine->process->appeals.data;
  const gsize n_rows = engine->process->appeals.n;
  g_autofree Appellant *appellants = g_try_new (Appellant, n_rows);
  g_autofree guint32 *place =
    g_try_new (guint32, (gsize) engine->sides[CADRE_BEFORE].n_assignments + 1);
  gsize n = 0;

  if (appellants == NULL || place == NULL)
    return FALSE;

  find_places (self, place);
  for (gsize i = 0; i < n_rows; i++)
    {
      const guint32 share = engine->share[rows[i].assignment];

      if (rows[i].post == CADRE_NO_ROW)
        continue;
      if (place[share] != rows[i].post)
        appellants[n++] = (Appellant){ share, rows[i].post };
      if (rows[i].of != CADRE_NO_ROW && self->post[rows[i].of] == rows[i].post)
        is_named[engine->share[rows[i].of]] = TRUE;
    }

  qsort (appellants, n, sizeof (Appellant), compare_appellants);
  for (gsize i = 0; i < n; i++)
    self->n_appeals[appellants[i].post] +=
      i == 0 || compare_appellants (&appellants[i - 1], &appellants[i]) != 0;
  return TRUE;
}

/* Whether the outcome gives somebody a post, or offers one, about which others appeal.
 * Where as many positions are left as people appeal, those are what waits, unless the
 * appeal is against this very placing. */
static gboolean
is_in_question (const CadreRun *self, guint32 row, const guint8 *is_named)
{
  guint32 post = self->post[row];

  if (!self->is_decided[row] || post == CADRE_NO_ROW || self->n_appeals[post] == 0 ||
      (self->kind[row] != CADRE_OUTCOME_KIND_OFFERED && !cadre_run_is_placed (self, row)) ||
      appeals_about (self->engine, row, post))
    return FALSE;

  return is_named[self->engine->share[row]] ||
         (guint32) cadre_run_n_left (self, post) < self->n_appeals[post];
}

/* Once all stages are through: nobody moves. */
gboolean
cadre_run_hold_appeals (CadreRun *self)
{
  const guint32 n = self->engine->sides[CADRE_BEFORE].n_assignments;
  g_autofree guint8 *is_named = NULL;

  if (self->engine->process->appeals.n == 0)
    return TRUE;

  is_named = g_try_malloc0 ((gsize) n + 1);
  if (is_named == NULL)
    return FALSE;

  if (!count_appeals (self, is_named))
    return FALSE;
  for (guint32 row = 0; row < n; row++)
    {
      CadreAppealHold hold = CADRE_APPEAL_HOLD_NONE;

      if (!is_in_question (self, row, is_named))
        continue;
      hold = cadre_run_appeal_hold (self, self->post[row]);
      self->appeal[row] = (guint8) hold;
      if (hold != CADRE_APPEAL_HOLD_NONE && !cadre_run_note (self, row, cadre_appeal_reason (hold)))
        return FALSE;
    }

  return TRUE;
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
