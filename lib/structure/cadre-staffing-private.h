/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How much of whom is where: what validation, questions and metrics must agree
 * on. All of it at the as-of date of sealed tables. */

#pragma once

#include "base/cadre-fraction-private.h"
#include "structure/cadre-tables-index-private.h"

G_BEGIN_DECLS

/* What can be said about a full-time equivalent. */
typedef enum
{
  CADRE_FTE_KNOWN,
  CADRE_FTE_UNKNOWN,    /* neither it nor the hours are stated */
  CADRE_FTE_INCOMPLETE, /* hours or weeks are stated, but not what would be the whole */
  CADRE_FTE_RANGE,      /* it is too large to be held */
} CadreFteState;

/* Hours and weeks that have been worked out before: the contracts of a thousand
 * people come in a few dozen patterns. */
typedef struct
{
  CadreFraction terms[4]; /* hours, standard hours, paid weeks and weeks of a year */
  CadreFraction fte;
  CadreFteState state;
  gboolean is_used;
} CadreFtePattern;

#define CADRE_N_FTE_PATTERNS 64

/* Who asks for many; one thread's. */
typedef struct
{
  const CadreTables *tables;
  const CadreIndex *index;
  gboolean is_plain; /* whether only employers say what the whole is */
  CadreFtePattern patterns[CADRE_N_FTE_PATTERNS];
} CadreStaffing;

void cadre_staffing_init (CadreStaffing *self, const CadreTables *tables, const CadreIndex *index);

/* From hours and weeks only, whatever is stated as the equivalent itself. */
CadreFteState
cadre_staffing_work_out_assignment (CadreStaffing *self, guint32 row, CadreFraction *fte);
CadreFteState
cadre_staffing_work_out_position (CadreStaffing *self, guint32 post, CadreFraction *fte);

/* As stated; else from hours and weeks; else, of an assignment that says nothing
 * of its hours and has a position to itself, that of the position. */
CadreFteState cadre_staffing_get_fte (CadreStaffing *self, guint32 assignment, CadreFraction *fte);
CadreFteState
cadre_staffing_get_position_fte (CadreStaffing *self, guint32 post, CadreFraction *fte);
/* Of all positions of a post together. */
CadreFteState cadre_staffing_get_budget (CadreStaffing *self, guint32 post, CadreFraction *fte);

/* The row of the organisation that employs the holder of an assignment;
 * CADRE_NO_ROW where it is not known. */
guint32 cadre_staffing_get_employer (const CadreTables *tables, guint32 assignment);

/* By unit, whether it or a unit that it is part of is outside; NULL for want of
 * memory. */
guint8 *cadre_staffing_find_outside_units (const CadreTables *tables, const CadreIndex *index);
/* Whether a post is in no total. @outside_units is what the above returned. */
gboolean
cadre_staffing_is_outside (const CadreTables *tables, const guint8 *outside_units, guint32 post);

/* How many positions of a post have somebody in them. Counts a job share once.
 * @scratch has room for as many as there are assignments. */
guint32 cadre_staffing_count_filled (const CadreTables *tables,
                                     const CadreIndex *index,
                                     guint32 post,
                                     guint64 *scratch);
/* Whether nobody is in post. */
gboolean cadre_staffing_is_vacant (const CadreIndex *index, guint32 post);

G_END_DECLS
