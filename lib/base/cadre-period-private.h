/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-period.h>

#include "base/cadre-date-private.h"

G_BEGIN_DECLS

/* Both as columns hold them: a date, CADRE_PACKED_DATE_OPEN or _UNKNOWN. */
struct _CadrePeriod
{
  guint32 first;
  guint32 last;
};

static inline CadreBound
cadre_packed_date_bound (guint32 packed)
{
  if (cadre_packed_date_is_known (packed))
    return CADRE_BOUND_KNOWN;

  return packed == CADRE_PACKED_DATE_OPEN ? CADRE_BOUND_OPEN : CADRE_BOUND_UNKNOWN;
}

gboolean cadre_packed_period_is_valid (guint32 first, guint32 last);
CadreTruth cadre_packed_period_contains (guint32 first, guint32 last, guint32 date);
CadreTruth
cadre_packed_period_overlaps (guint32 first, guint32 last, guint32 other_first, guint32 other_last);
CadrePeriod *cadre_period_new_packed (guint32 first, guint32 last) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
