/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-feed-step.h>

G_BEGIN_DECLS

/**
 * CadreFeedTie:
 * @CADRE_FEED_TIE_NONE: nothing ties it to a step
 * @CADRE_FEED_TIE_KEY: by the key of the step
 * @CADRE_FEED_TIE_ROW: by the row of the file and the id in it
 * @CADRE_FEED_TIE_ID: by the id alone, which only one step is about
 *
 * What ties a refusal to a step.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_FEED_TIE_NONE = 0,
  CADRE_FEED_TIE_KEY = 1,
  CADRE_FEED_TIE_ROW = 2,
  CADRE_FEED_TIE_ID = 3,
} CadreFeedTie;

#define CADRE_TYPE_FEED_REFUSAL (cadre_feed_refusal_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreFeedRefusal, cadre_feed_refusal, CADRE, FEED_REFUSAL, GObject)

CADRE_AVAILABLE_IN_1_0
CadreFeedStep *cadre_feed_refusal_get_step (CadreFeedRefusal *self);
CADRE_AVAILABLE_IN_1_0
CadreFeedTie cadre_feed_refusal_get_tie (CadreFeedRefusal *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_feed_refusal_get_text (CadreFeedRefusal *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_feed_refusal_get_row (CadreFeedRefusal *self);

G_END_DECLS
