/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-feed-refusal
 * @Title: CadreFeedRefusal
 * @Short_Description: What another system did not take
 *
 * A #CadreFeedRefusal is one row of the file of errors that came back, with the
 * #CadreFeedStep that it is about, where that can be told. Its text is the other
 * system's, and may hold anything.
 */

#include "config.h"

#include "exchange/feed/cadre-feed-private.h"

struct _CadreFeedRefusal
{
  GObject parent_instance;

  CadreFeedStep *step; /* (nullable) */
  CadreFeedTie tie;
  char *text; /* (nullable) */
  guint row;
};

/**
 * CadreFeedRefusal:
 *
 * What another system did not take. It never changes.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreFeedRefusal, cadre_feed_refusal, G_TYPE_OBJECT)

static void
cadre_feed_refusal_finalize (GObject *object)
{
  CadreFeedRefusal *self = CADRE_FEED_REFUSAL (object);

  g_clear_object (&self->step);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (cadre_feed_refusal_parent_class)->finalize (object);
}

static void
cadre_feed_refusal_class_init (CadreFeedRefusalClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_feed_refusal_finalize;
}

static void
cadre_feed_refusal_init (CadreFeedRefusal *self)
{
}

CadreFeedRefusal *
cadre_feed_refusal_new (CadreFeedStep *step, CadreFeedTie tie, const char *text, guint row)
{
  CadreFeedRefusal *self = g_object_new (CADRE_TYPE_FEED_REFUSAL, NULL);

  self->step = step != NULL ? g_object_ref (step) : NULL;
  self->tie = tie;
  self->text = g_strdup (text);
  self->row = row;
  return self;
}

/**
 * cadre_feed_refusal_get_step:
 * @self: a #CadreFeedRefusal
 *
 * Gets what was refused.
 *
 * Returns: (transfer none) (nullable): the step, or %NULL where that cannot be told
 *
 * Since: 1.0
 */
CadreFeedStep *
cadre_feed_refusal_get_step (CadreFeedRefusal *self)
{
  g_return_val_if_fail (CADRE_IS_FEED_REFUSAL (self), NULL);

  return self->step;
}

/**
 * cadre_feed_refusal_get_tie:
 * @self: a #CadreFeedRefusal
 *
 * Gets what ties it to its step.
 *
 * Returns: the tie
 *
 * Since: 1.0
 */
CadreFeedTie
cadre_feed_refusal_get_tie (CadreFeedRefusal *self)
{
  g_return_val_if_fail (CADRE_IS_FEED_REFUSAL (self), CADRE_FEED_TIE_NONE);

  return self->tie;
}

/**
 * cadre_feed_refusal_get_text:
 * @self: a #CadreFeedRefusal
 *
 * Gets the other system's words.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_feed_refusal_get_text (CadreFeedRefusal *self)
{
  g_return_val_if_fail (CADRE_IS_FEED_REFUSAL (self), NULL);

  return self->text;
}

/**
 * cadre_feed_refusal_get_row:
 * @self: a #CadreFeedRefusal
 *
 * Gets which row of the file of errors it is, the header being row 1.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_feed_refusal_get_row (CadreFeedRefusal *self)
{
  g_return_val_if_fail (CADRE_IS_FEED_REFUSAL (self), 0);

  return self->row;
}
