/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-date.h>

G_BEGIN_DECLS

/**
 * CadreBound:
 * @CADRE_BOUND_OPEN: there is none: it has always been in force, or has no end
 * @CADRE_BOUND_KNOWN: there is one, and its date is known
 * @CADRE_BOUND_UNKNOWN: it is not known when, or whether there is one
 *
 * What is known of the first or the last day of a period.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_BOUND_OPEN = 0,
  CADRE_BOUND_KNOWN = 1,
  CADRE_BOUND_UNKNOWN = 2,
} CadreBound;

#define CADRE_TYPE_PERIOD (cadre_period_get_type ())

typedef struct _CadrePeriod CadrePeriod;

CADRE_AVAILABLE_IN_1_0
GType cadre_period_get_type (void);

CADRE_AVAILABLE_IN_1_0
CadrePeriod *cadre_period_new (const CadreDate *first,
                               const CadreDate *last) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadrePeriod *cadre_period_new_full (CadreBound first_bound,
                                    const CadreDate *first,
                                    CadreBound last_bound,
                                    const CadreDate *last) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadrePeriod *cadre_period_copy (const CadrePeriod *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_period_free (CadrePeriod *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadrePeriod, cadre_period_free)

CADRE_AVAILABLE_IN_1_0
CadreBound cadre_period_get_first_bound (const CadrePeriod *self);
CADRE_AVAILABLE_IN_1_0
CadreBound cadre_period_get_last_bound (const CadrePeriod *self);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_period_dup_first (const CadrePeriod *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_period_dup_last (const CadrePeriod *self) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_period_contains (const CadrePeriod *self, const CadreDate *date);
CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_period_overlaps (const CadrePeriod *self, const CadrePeriod *other);
CADRE_AVAILABLE_IN_1_0
gint cadre_period_count_days (const CadrePeriod *self, gboolean inclusive);

CADRE_AVAILABLE_IN_1_0
gboolean cadre_period_equal (const CadrePeriod *self, const CadrePeriod *other);
CADRE_AVAILABLE_IN_1_0
guint cadre_period_hash (const CadrePeriod *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_period_to_string (const CadrePeriod *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
