/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-change.h>

G_BEGIN_DECLS

/**
 * CadreDiffLevel:
 * @CADRE_DIFF_LEVEL_HEADLINE: what a committee needs: what is created, deleted, merged and split,
 * services and functions that go to somebody else, families that are regraded, units that move, and
 * those that are found to have gone on under another id, where the one goes and the other is new
 * @CADRE_DIFF_LEVEL_SUMMARY: every event
 * @CADRE_DIFF_LEVEL_FIELD: every change, as an event of its own
 *
 * How much a view tells.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_DIFF_LEVEL_HEADLINE = 0,
  CADRE_DIFF_LEVEL_SUMMARY = 1,
  CADRE_DIFF_LEVEL_FIELD = 2,
} CadreDiffLevel;

#define CADRE_TYPE_DIFF_VIEW (cadre_diff_view_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreDiffView, cadre_diff_view, CADRE, DIFF_VIEW, GObject)

CADRE_AVAILABLE_IN_1_0
CadreDiffView *cadre_diff_view_new (CadreDiffLevel level) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreDiffLevel cadre_diff_view_get_level (CadreDiffView *self);
CADRE_AVAILABLE_IN_1_0
void cadre_diff_view_set_level (CadreDiffView *self, CadreDiffLevel level);
CADRE_AVAILABLE_IN_1_0
const char *const *cadre_diff_view_get_units (CadreDiffView *self);
CADRE_AVAILABLE_IN_1_0
void cadre_diff_view_set_units (CadreDiffView *self, const char *const *units);
CADRE_AVAILABLE_IN_1_0
const char *const *cadre_diff_view_get_employers (CadreDiffView *self);
CADRE_AVAILABLE_IN_1_0
void cadre_diff_view_set_employers (CadreDiffView *self, const char *const *employers);

CADRE_AVAILABLE_IN_1_0
void cadre_diff_view_add_kind (CadreDiffView *self, CadreChangeKind kind);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_diff_view_shows_kind (CadreDiffView *self, CadreChangeKind kind);
CADRE_AVAILABLE_IN_1_0
void cadre_diff_view_add_tier (CadreDiffView *self, int tier);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_diff_view_shows_tier (CadreDiffView *self, int tier);

G_END_DECLS
