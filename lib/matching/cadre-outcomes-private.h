/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "matching/cadre-outcome-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-outcome-change.h>
#include <cadre/cadre-outcomes.h>

G_BEGIN_DECLS

#define CADRE_N_OUTCOME_KINDS 21

/* That a limited competition has not appointed somebody. */
typedef struct
{
  guint32 post; /* rows */
  guint32 assignment;
} CadreRefusal;

/* A post that could be somebody's where nobody competes. */
typedef struct
{
  guint32 assignment; /* row */
  guint32 post;       /* row */
  guint32 n_places;   /* positions of the post that there are for all together */
  guint32 place;      /* in the person's preferences, from 1; 0 where it is not listed */
  guint8 stage;       /* CadreStage */
} CadreOption;

struct _CadreOutcomes
{
  GObject parent_instance;

  CadreCase *source;
  CadreStructure *before;
  CadreStructure *after;
  CadreDiff *diff;

  /* Assignments in the order of their rows, then the positions of the posts
   * after in theirs, then those of the posts that are deleted. */
  CadreOutcomeRow *rows;
  guint n_rows;
  guint n_assignments;
  guint8 *reasons; /* CadreReason */
  CadreFactRow *facts;
  GStringChunk *texts; /* that are in no structure */

  guint32 *of_assignment; /* by row of assignments before: a row here, or CADRE_NO_ROW */
  guint32 *of_post; /* by row of posts after: its first position here; one more, for the end */
  guint32 *of_deleted_post; /* the same by row of posts before */
  guint counts[2][CADRE_N_OUTCOME_KINDS];

  /* What a forecast goes by, beside the ring-fences. */
  CadreRefusal *refusals; /* in order of the posts and the assignments */
  guint32 n_refusals;
  CadreOption *options; /* what could be suggested */
  gsize n_options;
  guint32 *counted; /* by row of assignments before: the first of those who share a position */

  GListStore *ring_fences; /* (element-type CadreRingFence) */
  GListStore *differences; /* (element-type CadreReadingDifference) */
  GListStore *policies;    /* (element-type CadrePolicy): those of the run */
  CadreIssueList *issues;
  CadreLog *log;      /* (nullable): whose decisions the rows name */
  GHashTable *grades; /* (nullable): by post after: its last final grading in the log */
};

/* The row of a position; CADRE_NO_ROW where there is none. */
guint32 cadre_outcomes_find_position_row (CadreOutcomes *self, const char *post, guint number);
/* cadre-decisions.c */
void cadre_outcomes_take_decisions (CadreOutcomes *self, CadreLog *log);
CadreOutcomeChange *cadre_outcome_change_new (CadreOutcome *before, CadreOutcome *after);

CadreReadingDifference *cadre_reading_difference_new (CadreOutcome *first_instance,
                                                      CadreOutcome *fixpoint);

G_END_DECLS
