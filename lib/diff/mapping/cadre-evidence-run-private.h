/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The parts of a run of the engine. */

#pragma once

#include "diff/mapping/cadre-evidence-private.h"
#include "diff/mapping/cadre-evidence-values-private.h"
#include "kernel/cadre-best-match-private.h"

G_BEGIN_DECLS

#define CADRE_KIND_MASK 0xffffu
#define CADRE_MANY 256      /* reports; posts that have as many are few */
#define CADRE_MAX_SKIPPED 4 /* managers that are not mapped, from a post up */

/* Posts of two sorts are never one. */
typedef enum
{
  CADRE_SORT_POST = 0,  /* a post that is there */
  CADRE_SORT_GROUP = 1, /* a group of like posts that is one row */
  CADRE_SORT_ENDED = 2, /* it is there no more, or is to be deleted */
  CADRE_N_SORTS
} CadreSort;

enum
{
  CADRE_COLUMN_TITLE,
  CADRE_COLUMN_UNIT,
  CADRE_COLUMN_FUNCTIONS,
  CADRE_COLUMN_PROFILE,
  CADRE_N_TEXT_COLUMNS, /* the texts of those above are compared by their words */
  CADRE_COLUMN_GRADE = CADRE_N_TEXT_COLUMNS,
  CADRE_COLUMN_EMPLOYER,
  CADRE_COLUMN_PROFESSION,
  CADRE_COLUMN_FTE,
  CADRE_COLUMN_PAY,
  CADRE_COLUMN_SITE,
  CADRE_COLUMN_HOLDER,
  CADRE_N_COLUMNS
};

typedef enum
{
  CADRE_OPEN_NOT = 0,      /* a person, a document or its id says what it is */
  CADRE_OPEN_YES = 1,      /* the engine is to map it */
  CADRE_OPEN_ANCHORED = 2, /* the engine has, before all others */
} CadreOpen;

/* One side of the comparison. Rows are those of the posts. */
typedef struct
{
  const CadreTables *tables;
  const CadreTable *posts;
  const CadreIndex *index;
  guint32 n;

  guint8 *sort;       /* CadreSort */
  guint8 *open;       /* CadreOpen: whether the engine maps it */
  guint32 *mate;      /* the post of the other side, or CADRE_NO_ROW: the pairing itself */
  gint32 *rung;       /* by grade, or -1 */
  guint32 *scale;     /* by grade: a number that both sides share, or 0 */
  gint64 *staff;      /* (nullable): what those who report cost, 0 where it is not known */
  guint64 *own;       /* a hash of all that is said of the post itself */
  guint64 *place;     /* a hash of that, of its reports and of those above it: twins have one */
  guint64 *branch;    /* a hash of what features say of it and of all below it: what is the same on
                       * both sides has one */
  guint32 *n_reports; /* that are not groups */
  guint64 *kinds;     /* by place in the reports of the index: what sort of job each is, in order */
  gint64 *many_masses;  /* what the sorts of jobs tell that report to a post of many reports, all
                         * together, by the place of the first of them divided by CADRE_MANY */
  guint32 *unit_mapped; /* by unit: how many of its posts are mapped */
  guint8 *unit_changed; /* by unit: whether which are did since it was put down last */
  guint8 *has_ended;    /* (nullable): whether the document of the other side says that the post
                         * had ended, and the ids of its employer hold */
} CadreSide;

/* Posts of one unit before that are in one unit after. */
typedef struct
{
  guint64 key; /* units before and after, and 1 so that none is 0 */
  guint32 count;
} CadreUnitVote;

typedef struct
{
  CadreUnitVote *slots; /* open addressing */
  guint32 n_slots;
  guint32 n_used;
  gboolean failed; /* for want of memory */
} CadreUnitVotes;

/* Posts of both sides in order of their pay. */
typedef struct
{
  gint64 *pay;    /* by value of the column: in pence, 0 where it is not known */
  guint32 *first; /* by value: the place of the first post that has it */
  guint32 *last;  /* and the one behind the last */
  guint32 n_posts;
} CadrePayRanks;

/* What is said of one post, put together: in a large structure it is what is far off
 * in memory that takes time. */
typedef struct
{
  guint32 row;
  guint32 values[CADRE_N_COLUMNS];
  guint32 unit; /* the one that it refers to */
  gint32 rung;
  guint32 scale;
  gint64 pay;
  gint64 staff;
  guint32 first_report; /* the place of the first in the reports of the index */
  guint32 n_reports;
  guint32 manager;
  guint32 n_mates; /* reports of the manager */

  /* These change while posts are mapped. */
  guint32 mate;
  guint32 manager_mate;
  guint32 superior; /* the nearest of those above who is mapped */
  guint32 superior_mate;
  const guint32 *goes_to; /* (nullable): by report before, whose report it is after; NULL where
                           * nobody looked */
} CadreFacts;

/* What a post is paid, in pence, or 0. */
gint64 cadre_side_get_pay (const CadreSide *self, guint32 row);

/* What those who report to it cost, or 0. */
static inline gint64
cadre_side_get_staff (const CadreSide *self, guint32 row)
{
  return self->staff != NULL ? self->staff[row] : 0;
}

/* The posts of a sort that are left. */
typedef struct
{
  CadreFacts *facts;
  guint32 n;
  guint32 *number; /* by post: its place in the facts, or CADRE_NO_ROW */
  guint8 *changed; /* whether what changes did, between the last two times it was put down */
} CadreSheet;

/* What a feature says is in thousandths, or CADRE_NO_EVIDENCE. */
typedef gint16 CadreValues[CADRE_N_MAPPING_FEATURES];

/* What managers and reports say, by what is mapped so far. */
typedef struct
{
  gint16 manager;
  gint16 reports;
  guint16 managers; /* whether those that the two report to are one */
} CadreAround;

/* Two posts that may be one. */
typedef struct
{
  guint32 before;
  guint32 after;
  gint32 score;
  gint32 own;                    /* the part of it that does not change */
  guint32 number[CADRE_N_SIDES]; /* the places of the two in the sheets */
} CadreCandidate;

/* The best way to map the posts of the candidates, which are numbered from 0 on
 * on either side. */
typedef struct
{
  CadreKernelGains gains;
  CadreKernelBestMatch match;
  const guint32 *rows[CADRE_N_SIDES];   /* by number: the post */
  const guint32 *number[CADRE_N_SIDES]; /* by post */
} CadreSettled;

typedef struct
{
  const CadreEvidenceInput *input;
  const CadreMappingRules *rules;
  CadrePairing *posts;
  GCancellable *cancellable;

  gint32 accept; /* as the rules say, and @more */
  gint32 review;
  gint32 more; /* what has to speak for a pair beyond that, because there are many posts */

  CadreSide sides[CADRE_N_SIDES];
  guint lead;            /* the side that comes first where one has to */
  gboolean is_exchanged; /* whether the side after is that before, as long as one maps */
  CadreColumn columns[CADRE_N_COLUMNS];
  CadreSort weighed; /* which sort of posts values were weighed for last */
  gboolean is_weighed;
  gint32 *kind_weights; /* what a sort of job tells, by CADRE_KIND_MASK of its hash */
  gint32 enough_kinds;  /* what sorts of jobs have to tell to count in full */
  CadreUnitVotes votes;
  CadrePayRanks pay_ranks;
  guint32 *same_id; /* by post before: the post after with its id, where that is in doubt */
  guint8 *rekeyed;  /* by post before: whether its employer has new ids */
  struct _CadreCrossing *crossing; /* (nullable): ids that may have gone to another job */

  CadreSheet sheets[CADRE_N_SIDES];
  guint32
    *goes_to; /* (nullable): by report before of those in the sheet, whose report it is after */
  GArray *candidates; /* (element-type CadreCandidate): of the sort that is being mapped, in order
                       * of the rows before and after */
  CadreEvidence *result;
} CadreRun;

/* Each of these is FALSE for want of memory. */
gboolean cadre_run_fill_sides (CadreRun *self);
gboolean cadre_run_fill_columns (CadreRun *self);
gboolean cadre_run_rank_pay (CadreRun *self);
/* What values tell among the posts of one sort. */
gboolean cadre_run_weigh (CadreRun *self, CadreSort sort);
gboolean cadre_run_find_places (CadreRun *self);
gboolean cadre_run_set_ids_aside (CadreRun *self);
/* Whether a document says that one of the two has ended, and the other has another title. */
gboolean cadre_run_is_denied (const CadreRun *self, guint32 before, guint32 after);
/* Where nothing better was found, ids hold after all. */
void cadre_run_take_ids_back (CadreRun *self);
/* The side that comes first where one has to, whichever is before. */
guint cadre_run_find_lead (const CadreRun *self);
/* Makes the side after that before, and the other way round, with all that was found. */
gboolean cadre_run_exchange (CadreRun *self);
gboolean cadre_run_anchor (CadreRun *self, CadreSort sort);
gboolean cadre_run_settle (CadreRun *self, gboolean last);
/* Takes of what was found to be the best way what is sure enough. */
gboolean cadre_run_judge (CadreRun *self, const CadreSettled *settled);
gboolean cadre_run_count_units (CadreRun *self);
/* How many of the others of the units of two posts went from the one to the other,
 * as a part of all of theirs that are mapped, in thousandths. */
gint32 cadre_run_unit_share (const CadreRun *self, const CadreFacts *a, const CadreFacts *b);
/* Counts a pair that is mapped now, or is no more. */
void cadre_run_vote (CadreRun *self, guint32 before, guint32 after, gboolean is_mapped);
gboolean cadre_run_finish (CadreRun *self);
/* Adds what may have been merged or split to the reviews: into a post that is mapped, or
 * from one; */
void cadre_run_find_kin (CadreRun *self);
/* and several of which each says a part of one. FALSE for want of memory. */
gboolean cadre_run_find_made (CadreRun *self);
/* What is said of a part for review: of one of several posts of a side that may have been
 * made one, or been one. @rival is the one that the whole is taken to be, or another part. */
CadreEvidencePair cadre_evidence_part (guint side, guint32 part, guint32 whole, guint32 rival);

/* Puts together what is said of the posts of a sort that are left. */
gboolean cadre_run_make_sheets (CadreRun *self, CadreSort sort);
/* Puts down who is mapped by now, and for whom of those in the sheets that changes
 * anything. */
void cadre_run_renew_sheets (CadreRun *self);
void cadre_run_clear_sheets (CadreRun *self);
/* All that is said of one post. */
void cadre_run_get_facts (const CadreRun *self, guint side, guint32 row, CadreFacts *facts);
/* The same, from the sheets where it is there; both say who is mapped by now. */
void cadre_run_get_facts_again (const CadreRun *self, guint side, guint32 row, CadreFacts *facts);
/* Of that only its manager and reports. */
void cadre_run_get_place (const CadreRun *self, guint side, guint32 row, CadreFacts *facts);

/* Asks for what is far off in memory before it is needed: of a post, and later of its
 * manager and reports. By force: GCC 12 leaves out calls of what only asks for memory. */
static inline __attribute__ ((always_inline)) void
cadre_side_look_far_ahead (const CadreSide *self, guint32 row)
{
  __builtin_prefetch (&self->index->manager[row]);
  if (self->index->reports.first != NULL)
    __builtin_prefetch (&self->index->reports.first[row]);
}

/* By force: GCC 12 leaves out calls of what only asks for memory. */
static inline __attribute__ ((always_inline)) void
cadre_side_look_ahead (const CadreSide *self, guint32 row)
{
  const CadreBackward *reports = &self->index->reports;
  const guint32 manager = self->index->manager[row];

  if (manager != CADRE_NO_ROW)
    __builtin_prefetch (&self->mate[manager]);
  if (reports->first == NULL)
    return;
  if (manager != CADRE_NO_ROW)
    __builtin_prefetch (&reports->first[manager]);
  if (reports->first[row] < reports->first[row + 1])
    __builtin_prefetch (&self->kinds[reports->first[row]]);
}

/* How much speaks for a pair, from what is mapped so far. */
gint32 cadre_run_score (const CadreRun *self,
                        const CadreFacts *before,
                        const CadreFacts *after,
                        CadreValues values);
/* What managers and reports say of a pair. */
void
cadre_run_weigh_around (const CadreRun *self, guint32 before, guint32 after, CadreAround *around);
/* How much speaks for a pair of which all the same is said: for that one of the two is
 * enough, by its side and row. */
gint32 cadre_run_score_alike (const CadreRun *self,
                              guint side,
                              guint32 row,
                              const CadreAround *around,
                              CadreValues values);
/* How alike what reports to two posts is, in thousandths. */
gint32
cadre_run_compare_reports (const CadreRun *self, const CadreFacts *before, const CadreFacts *after);
/* What titles alone say. */
gint16 cadre_run_weigh_title (const CadreRun *self, guint32 before, guint32 after);
/* The part of it that changes while posts are mapped: that of units, sites, managers and reports;
 * and the part that does not. */
gint32
cadre_run_score_place (const CadreRun *self, const CadreFacts *before, const CadreFacts *after);
gint32
cadre_run_score_own (const CadreRun *self, const CadreFacts *before, const CadreFacts *after);

/* Looks for candidates among the posts of the sheets. */
typedef struct _CadreFinder CadreFinder;

/* NULL for want of memory. */
CadreFinder *cadre_finder_new (CadreRun *run);
void cadre_finder_free (CadreFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreFinder, cadre_finder_free)
/* Whether each post is looked at with each. */
gboolean cadre_finder_looks_at_all (const CadreFinder *self);
/* Finds them, from what is mapped so far. FALSE for want of memory. */
gboolean cadre_finder_find (CadreFinder *self);

/* The nearest of those above a post who is mapped, or CADRE_NO_ROW: where a manager
 * goes, the reports usually go to the one above. */
static inline guint32
cadre_side_mapped_superior (const CadreSide *self, guint32 row)
{
  guint32 superior = self->index->manager[row];

  for (guint i = 0;
       i < CADRE_MAX_SKIPPED && superior != CADRE_NO_ROW && self->mate[superior] == CADRE_NO_ROW;
       i++)
    superior = self->index->manager[superior];

  return superior != CADRE_NO_ROW && self->mate[superior] != CADRE_NO_ROW ? superior : CADRE_NO_ROW;
}

/* Notes a pair: what was mapped by a round of the engine, not yet for good. */
static inline void
cadre_run_pair (CadreRun *self, guint32 before, guint32 after)
{
  self->posts->after_of[before] = after;
  self->posts->before_of[after] = before;
}

/* Whether a person says that two posts are not one. */
static inline gboolean
cadre_run_is_refused (const CadreRun *self, guint32 before, guint32 after)
{
  return self->input->refused->len > 0 &&
         cadre_refusals_have (self->input->refused, self->is_exchanged ? after : before,
                              self->is_exchanged ? before : after);
}

static inline gboolean
cadre_run_is_cancelled (const CadreRun *self)
{
  return self->cancellable != NULL && g_cancellable_is_cancelled (self->cancellable);
}

G_END_DECLS
