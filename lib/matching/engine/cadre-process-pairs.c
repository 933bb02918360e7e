/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is said of a person and a post, and of posts alone, out of the log:
 * preferences, interests, routes, rights, revised descriptions and scope. */

#include "config.h"

#include "matching/engine/cadre-takers-private.h"

static gboolean
add_pair (CadreEngine *self,
          CadreVector *pairs,
          guint entry,
          CadreLogEntry *event,
          guint32 value,
          const char *text)
{
  CadrePairRow pair = { 0 };

  pair.assignment = cadre_event_find_assignment (self, entry, event->assignment);
  pair.post = cadre_event_find_post (self, CADRE_AFTER, entry, event->post);
  pair.entry = entry;
  pair.value = value;
  pair.text = cadre_engine_keep (self, text);
  return pair.assignment == CADRE_NO_ROW || pair.post == CADRE_NO_ROW ||
         cadre_vector_push (pairs, &pair);
}

/* The last list of somebody's takes the place of all before it. */
static void
forget_preferences (CadreEngine *self, guint32 assignment)
{
  CadreVector *pairs = &self->process->preferences;
  CadrePairRow *rows = pairs->data;
  gsize n = 0;

  for (gsize i = 0; i < pairs->n; i++)
    if (rows[i].assignment != assignment)
      rows[n++] = rows[i];
  pairs->n = n;
}

gboolean
cadre_take_preference (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  guint32 row = cadre_event_find_assignment (self, entry, event->assignment);

  if (row == CADRE_NO_ROW)
    return TRUE;

  forget_preferences (self, row);
  for (guint i = 0; event->posts != NULL && event->posts[i] != NULL; i++)
    {
      CadrePairRow pair = { row, 0, entry, i, NULL };

      pair.post = cadre_event_find_post (self, CADRE_AFTER, entry, event->posts[i]);
      if (pair.post != CADRE_NO_ROW && !cadre_vector_push (&self->process->preferences, &pair))
        return FALSE;
    }

  return TRUE;
}

gboolean
cadre_take_interest (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  return add_pair (self, &self->process->interests, entry, event, event->stage, NULL);
}

/* Whoever is scored has been interviewed: for wider competition, unless the event names
 * another stage. */
gboolean
cadre_take_score (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  return cadre_take_selection (self, entry, event) &&
         (event->stage == CADRE_STAGE_LIMITED_COMPETITION ||
          add_pair (self, &self->process->interviews, entry, event, 0, NULL));
}

gboolean
cadre_take_route (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  CadrePairRow pair = { 0 };

  if (event->post != NULL)
    return add_pair (self, &self->process->routes, entry, event, event->route, event->advised_by);

  /* The same to whatever post. */
  pair.assignment = cadre_event_find_assignment (self, entry, event->assignment);
  pair.post = CADRE_NO_ROW;
  pair.entry = entry;
  pair.value = event->route;
  pair.text = cadre_engine_keep (self, event->advised_by);
  return pair.assignment == CADRE_NO_ROW || cadre_vector_push (&self->process->routes, &pair);
}

gboolean
cadre_take_suitability (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  return add_pair (self, &self->process->suitable, entry, event, event->verdict, NULL);
}

gboolean
cadre_take_token_granted (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  CadreDutyRow duty = { 0 };

  duty.id = cadre_engine_keep (self, event->token);
  duty.assignment = cadre_event_find_assignment (self, entry, event->assignment);
  duty.entry = entry;
  duty.first = cadre_date_pack (event->first_day);
  duty.last = cadre_date_pack (event->last_day);
  duty.is_adjustment = event->right == CADRE_TOKEN_RIGHT_ADJUSTMENT;
  return duty.assignment == CADRE_NO_ROW || cadre_vector_push (&self->process->duties, &duty);
}

gboolean
cadre_take_token_ended (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  CadreVector *duties = &self->process->duties;
  gboolean is_found = FALSE;

  for (gsize i = 0; i < duties->n; i++)
    {
      CadreDutyRow *duty = &cadre_vector_at (duties, CadreDutyRow, i);

      if (g_strcmp0 (duty->id, event->token) != 0)
        continue;
      duty->has_ended = TRUE;
      is_found = TRUE;
    }

  if (!is_found)
    cadre_event_report (self, entry, "matching.log.unknown-token",
                        "The entry ends a token that the log does not have");
  return TRUE;
}

gboolean
cadre_take_revision (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  guint side = event->side == CADRE_LOG_SIDE_BEFORE ? CADRE_BEFORE : CADRE_AFTER;
  guint32 post = cadre_event_find_post (self, side, entry, event->post);

  if (post != CADRE_NO_ROW)
    self->process->revised[side][post] = entry + 1;
  return TRUE;
}

/* A post is named on whichever side it is. */
static void
check_posts (CadreEngine *self, guint entry, char **posts)
{
  for (guint i = 0; posts != NULL && posts[i] != NULL; i++)
    if (cadre_side_find (&self->sides[CADRE_BEFORE], CADRE_RECORD_KIND_POST, posts[i]) ==
          CADRE_NO_ROW &&
        cadre_side_find (&self->sides[CADRE_AFTER], CADRE_RECORD_KIND_POST, posts[i]) ==
          CADRE_NO_ROW)
      cadre_event_report (self, entry, "matching.log.unknown-post",
                          "The entry names a post that is in neither structure");
}

/* What is in scope is found before, with the policies. */
gboolean
cadre_take_scope_changed (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  check_posts (self, entry, event->posts_in);
  check_posts (self, entry, event->posts_out);
  return TRUE;
}
