/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Facts of what has happened to somebody in the process.
 *
 * Nothing here says on what ground anybody has a right. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-rows-private.h"
#include <cadre/cadre-enum-types.h>

static gboolean
explain_day (CadreRowWriter *self, const char *name, guint32 day)
{
  char text[11] = "";

  if (!cadre_packed_date_is_known (day))
    return cadre_rows_fact (self, name, "a day that is not stated");

  cadre_packed_date_format (day, text);
  return cadre_rows_fact_copy (self, name, text);
}

/* The posts of the offers to somebody that are in one of some states. */
static gboolean
explain_offers (CadreRowWriter *self, guint32 assignment, const char *name, guint states)
{
  const CadreVector *offers = &self->engine->process->offers;
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = 0; i < offers->n; i++)
    {
      const CadreOfferRow *offer = &cadre_vector_at (offers, CadreOfferRow, i);

      if (offer->assignment == assignment && (states >> offer->state & 1) != 0)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                cadre_side_post_id (&self->engine->sides[CADRE_AFTER],
                                                    offer->post));
    }

  return text->len == 0 || cadre_rows_fact_copy (self, name, text->str);
}

static gboolean
explain_trial (CadreRowWriter *self, guint32 assignment)
{
  guint32 post = self->run->post[assignment];
  const CadreOfferRow *offer =
    post != CADRE_NO_ROW ? cadre_process_find_offer (self->engine, assignment, post) : NULL;

  return offer == NULL || offer->state != CADRE_OFFER_ON_TRIAL ||
         (explain_day (self, "trial-ends", cadre_run_trial_end (self->run, offer)) &&
          cadre_rows_fact_number (self, "trial-weeks",
                                  cadre_run_trial_weeks (self->run, assignment)));
}

static gboolean
explain_all_offers (CadreRowWriter *self, guint32 assignment)
{
  const guint refused = 1u << CADRE_OFFER_REFUSED;
  const guint failed = 1u << CADRE_OFFER_FAILED;

  if (self->engine->process->offers.n == 0)
    return TRUE;

  return explain_offers (self, assignment, "offered-posts", ~(refused | failed)) &&
         explain_offers (self, assignment, "refused-posts", refused) &&
         explain_offers (self, assignment, "failed-posts", failed) &&
         explain_trial (self, assignment);
}

/* The post that somebody else's release frees for an assignment. */
static gboolean
explain_freed (CadreRowWriter *self, guint32 assignment)
{
  CadreEngine *engine = self->engine;
  guint32 other = engine->process->releases[assignment].freed_by;
  guint32 post = other != CADRE_NO_ROW ? cadre_engine_find_freed (engine, other) : CADRE_NO_ROW;

  return post == CADRE_NO_ROW ||
         cadre_rows_fact (self, "freed-post",
                          cadre_side_post_id (&engine->sides[CADRE_AFTER], post));
}

/* What the policy says of volunteers, for people to read: nobody is accepted or
 * refused by the library. */
static gboolean
explain_voluntary (CadreRowWriter *self, guint32 assignment)
{
  CadreEngine *engine = self->engine;
  gint32 policy = engine->policy[assignment];

  return policy < 0 ||
         (cadre_rows_fact (self, "withdrawable-until",
                           cadre_policy_get_text (engine->policies[policy],
                                                  CADRE_PARAMETER_VOLUNTARY_WITHDRAWABLE_UNTIL)) &&
          cadre_rows_fact (self, "release-criteria",
                           cadre_policy_get_text (engine->policies[policy],
                                                  CADRE_PARAMETER_VOLUNTARY_CRITERIA)) &&
          cadre_rows_fact (self, "voluntary-who",
                           cadre_policy_get_text (engine->policies[policy],
                                                  CADRE_PARAMETER_VOLUNTARY_WHO)));
}

static gboolean
explain_release (CadreRowWriter *self, guint32 assignment)
{
  CadreEngine *engine = self->engine;
  const CadreReleaseRow *release = &engine->process->releases[assignment];

  if (release->state == CADRE_RELEASE_NONE)
    return TRUE;
  if (!explain_voluntary (self, assignment))
    return FALSE;
  if (release->state != CADRE_RELEASE_ACCEPTED)
    return TRUE;

  return explain_day (self, "conditional-until", release->conditional_until) &&
         (release->freed_for == CADRE_NO_ROW ||
          cadre_rows_fact (self, "freed-for",
                           cadre_engine_assignment_id (engine, release->freed_for)));
}

/* The posts that a right reaches, or does not. */
static gboolean
explain_duties (CadreRowWriter *self, guint32 assignment)
{
  const CadreVector *pairs = &self->run->duty_posts;
  CadreVector posts = CADRE_VECTOR_INIT (guint32);
  gboolean ok = TRUE;

  for (gsize i = 0; ok && self->run->has_duty[assignment] != 0 && i < pairs->n; i++)
    {
      const guint32 *pair = (const guint32 *) pairs->data + 2 * i;

      if (pair[0] == assignment)
        ok = cadre_vector_push (&posts, &pair[1]);
    }

  ok = ok && cadre_rows_fact_posts (self, "duty-posts", CADRE_AFTER, posts.data, (guint32) posts.n);
  cadre_vector_clear (&posts);
  return ok;
}

/* Whoever else has a claim on a post that is given without competition. */
static gboolean
explain_displaced (CadreRowWriter *self, guint32 assignment)
{
  CadreEngine *engine = self->engine;
  guint32 post = self->run->post[assignment];
  g_autoptr (GString) text = g_string_new (NULL);

  if (self->run->has_duty[assignment] == 0 || post == CADRE_NO_ROW || !self->run->is_duty[post])
    return TRUE;

  for (guint32 i = engine->first_claim[post]; i < engine->first_claim[post + 1]; i++)
    {
      guint32 other = cadre_run_claim (self->run, i)->assignment;

      if (other != assignment && cadre_run_state (self->run, i) == CADRE_CLAIM_STATE_LIVE)
        g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                                cadre_engine_assignment_id (engine, other));
    }

  return text->len == 0 || cadre_rows_fact_copy (self, "goes-before", text->str);
}

static gboolean
explain_route (CadreRowWriter *self, guint32 assignment)
{
  guint32 post = self->run->post[assignment];
  const CadrePairRow *route = NULL;
  g_autoptr (GEnumClass) words = NULL;
  const GEnumValue *word = NULL;

  if (post == CADRE_NO_ROW || !cadre_run_is_abroad (self->run, assignment, post))
    return TRUE;
  route = cadre_process_find_route (self->engine, assignment, post);
  if (route == NULL)
    return TRUE;

  words = g_type_class_ref (CADRE_TYPE_ROUTE);
  word = g_enum_get_value (words, (int) route->value);
  return cadre_rows_fact_copy (self, "route", word != NULL ? word->value_nick : NULL) &&
         cadre_rows_fact (self, "route-advised-by", route->text);
}

gboolean
cadre_explain_process (CadreRowWriter *self, guint32 assignment)
{
  const CadreProcess *process = self->engine->process;

  return explain_all_offers (self, assignment) && explain_release (self, assignment) &&
         explain_freed (self, assignment) && explain_duties (self, assignment) &&
         explain_displaced (self, assignment) && explain_route (self, assignment) &&
         cadre_explain_appeals (self, assignment) && cadre_explain_wider (self, assignment) &&
         cadre_explain_rings (self, assignment) &&
         (!process->notices[assignment].is_given ||
          explain_day (self, "notice-ends", process->notices[assignment].last)) &&
         cadre_rows_fact (self, "criteria-not-permitted", process->not_permitted[assignment]) &&
         cadre_rows_fact (self, "redeployed-to", process->moved_to[assignment]);
}
