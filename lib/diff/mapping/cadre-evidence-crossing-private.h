/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Ids that went from one job to another. */

#pragma once

#include "diff/mapping/cadre-evidence-run-private.h"

G_BEGIN_DECLS

/* By value of the employer. */
typedef struct
{
  guint32 n[CADRE_N_SIDES];
  guint32 n_shared;     /* ids that are on both sides */
  guint32 n_crossed;    /* of these, where what the id named is found elsewhere */
  guint32 n_held;       /* and where it names something like what it did */
  guint32 n_named;      /* ids on both sides of posts that have titles */
  guint32 n_told_apart; /* jobs of these that all else tells from the others */
  guint32 n_agreeing;   /* and of these, those that have the id that they had */
  gboolean rekeyed;
  gboolean crossed; /* whether that is because the old ids name other jobs */
} CadreEmployer;

/* What is noted of a post before. */
enum
{
  CADRE_CROSSED_SEEN = 1 << 0,
  CADRE_CROSSED_CLEARLY = 1 << 1, /* its id is another job's by now */
  CADRE_CROSSED_MAYBE = 1 << 2,   /* that may be */
};

/* The posts that something is said of: CADRE_NO_ROW for none, CADRE_AMBIGUOUS_ROW for
 * several. */
typedef struct
{
  guint64 hash; /* 0 is empty */
  guint32 row[CADRE_N_SIDES];
} CadreCrossingSlot;

typedef struct _CadreCrossing
{
  CadreRun *run;
  guint32 *titles; /* by value: the first of those with the same words */
  guint8 *marks;   /* by such a value */
  guint32 n_doubts;
  guint32 *doubts; /* (nullable): posts before whose ids are in doubt; where there are none, all
                    * below is NULL */
  guint32 *same[CADRE_N_SIDES]; /* by post: the one with its id, where that is in doubt */
  guint32 *link[CADRE_N_SIDES]; /* by post: where it may have gone, or come from */
  guint8 *found;                /* by post before */
  gint32 *gain;                 /* by post before: what speaks for its link */
  CadreCrossingSlot *slots;
  guint8 *entered; /* by slot: whether any hash belongs there; it is less to look at */
  guint32 n_slots;
} CadreCrossing;

/* Looks at the pairs with equal ids. NULL for want of memory. */
CadreCrossing *cadre_crossing_new (CadreRun *run);
void cadre_crossing_free (CadreCrossing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreCrossing, cadre_crossing_free)
/* Whether any post of a side has a title, of those by which titles are known; and whether
 * several of one side do. */
gboolean cadre_crossing_is_borne (const CadreCrossing *self, guint side, guint32 title);
gboolean cadre_crossing_is_shared (const CadreCrossing *self, guint32 title);
/* Counts what was found, by employer. At least @fewest have to be crossed; what held is
 * counted only of employers of which that may decide. */
void cadre_crossing_count (const CadreCrossing *self,
                           CadreEmployer *employers,
                           guint32 n_employers,
                           guint32 fewest);
/* Counts how many of the jobs that all else tells apart have the ids that they had, by
 * employer. FALSE for want of memory. */
gboolean cadre_run_count_agreement (const CadreRun *run, CadreEmployer *employers);
/* Whether the id of a post before is clearly another job's by now. */
gboolean cadre_crossing_is_clear (const CadreCrossing *self, guint32 before);
/* Whether a job may have gone from one id to another, but not clearly. */
gboolean cadre_crossing_may_be (const CadreCrossing *self, guint32 before, guint32 after);
/* Adds what may be, but is not clear enough, to the reviews. */
void cadre_crossing_review (const CadreCrossing *self);

G_END_DECLS
