/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What works out the outcomes of a case.
 *
 * It goes by rows of the two structures, never by objects. The facts that do
 * not depend on how the claims are counted are in CadreEngine, and are worked
 * out once: what becomes of each post, who is in the process, how far jobs are
 * alike, who has a claim. A CadreRun counts the claims in one way, and goes
 * through the stages.
 *
 * Functions that return gboolean return FALSE for want of memory, unless they
 * take a GError. */

#pragma once

#include "matching/cadre-outcomes-private.h"
#include "matching/cadre-policy-private.h"
#include "matching/cadre-ring-fence-private.h"

G_BEGIN_DECLS

#define CADRE_MAX_POSITIONS 4000000
#define CADRE_MAX_CLAIMS 16000000

/* A growing array. */
typedef struct
{
  gpointer data;
  gsize n;
  gsize n_allocated;
  gsize size; /* of an element */
} CadreVector;

#define CADRE_VECTOR_INIT(type) \
  {                             \
    NULL, 0, 0, sizeof (type)   \
  }
#define cadre_vector_at(vector, type, i) (((type *) (vector)->data)[i])

gboolean cadre_vector_push (CadreVector *self, gconstpointer item);
void cadre_vector_clear (CadreVector *self);

/* Lists of numbers: those of i are items[first[i]] up to items[first[i + 1]]. */
typedef struct
{
  guint32 *first;
  guint32 *items;
} CadreLists;

/* Makes lists out of pairs of (list, item), in the order of the pairs. */
gboolean cadre_lists_init (CadreLists *self, guint32 n_lists, const guint32 *pairs, gsize n_pairs);
void cadre_lists_clear (CadreLists *self);

static inline const guint32 *
cadre_lists_get (const CadreLists *self, guint32 list, guint32 *n)
{
  *n = self->first[list + 1] - self->first[list];
  return self->items + self->first[list];
}

enum
{
  CADRE_BEFORE,
  CADRE_AFTER
};

typedef struct
{
  CadreStructure *structure;
  const CadreTables *tables;
  const CadreIndex *index;
  guint32 n_posts;
  guint32 n_assignments;
  guint32 *codes; /* (nullable): string code here -> common code; NULL where they are the same */
} CadreSide;

/* Equal texts of the two structures have equal common codes. */
static inline guint32
cadre_side_code (const CadreSide *side, guint32 code)
{
  return side->codes != NULL ? side->codes[code] : code;
}

/* What becomes of a post before. */
typedef enum
{
  CADRE_FATE_OUTSIDE,     /* a stub, or a second post of one id */
  CADRE_FATE_NOT_COVERED, /* by the process */
  CADRE_FATE_UNCHANGED,
  CADRE_FATE_AFFECTED, /* goes on; what changes leaves it the same job */
  CADRE_FATE_CLAIMED,  /* goes on; whether it is broadly the same is to be found */
  CADRE_FATE_MERGED,
  CADRE_FATE_SPLIT,
  CADRE_FATE_GONE,
  CADRE_FATE_DEFERRED,
} CadreFate;

/* What a post after is to the process. */
typedef enum
{
  CADRE_PLACE_OUTSIDE,
  CADRE_PLACE_NOT_COVERED,
  CADRE_PLACE_KEPT, /* its holders stay; there may be positions beside theirs */
  CADRE_PLACE_OPEN, /* all its positions are to be filled */
  CADRE_PLACE_DEFERRED,
  CADRE_PLACE_DELETED, /* listed, and declared deleted */
} CadrePlace;

/* What is found about a post before. */
enum
{
  CADRE_POST_CONTRADICTED = 1 << 0, /* declared unchanged, and is not */
  CADRE_POST_OVER_HELD = 1 << 1,    /* more holders than positions, and no reduction */
  CADRE_POST_POOL = 1 << 2,         /* more holders than the positions that are left */
  CADRE_POST_LOSES_FUNCTIONS = 1 << 3,
};

/* What changes for the holders of a post that goes on. */
enum
{
  CADRE_CHANGES_PLACE = 1 << 0,
  CADRE_CHANGES_TITLE = 1 << 1,
  CADRE_CHANGES_GRADE = 1 << 2,
  CADRE_CHANGES_HOURS = 1 << 3,
  CADRE_CHANGES_EMPLOYER = 1 << 4,
  CADRE_CHANGES_FUNCTIONS = 1 << 5,
  CADRE_CHANGES_PROFILE = 1 << 6,
  CADRE_CHANGES_TERMS = 1 << 7,
};

#define CADRE_N_CHANGES 8
/* Those that make it a question whether the job is the same. */
#define CADRE_CHANGES_OF_JOB                                                                      \
  (CADRE_CHANGES_GRADE | CADRE_CHANGES_HOURS | CADRE_CHANGES_EMPLOYER | CADRE_CHANGES_FUNCTIONS | \
   CADRE_CHANGES_PROFILE)

/* What an assignment is to the process. */
typedef enum
{
  CADRE_STANDING_NOT_IN_FORCE,
  CADRE_STANDING_HOLDER, /* substantive, and may claim */
  CADRE_STANDING_ENDING, /* the same, for a fixed term that ends within the change */
  CADRE_STANDING_LEAVING,
  CADRE_STANDING_RELEASED, /* of their own will */
  CADRE_STANDING_MOVED,    /* redeployed outside the process */
  CADRE_STANDING_AGENCY,
  CADRE_STANDING_SECONDEE,
  CADRE_STANDING_ACTING,
  CADRE_STANDING_COVER,
  CADRE_STANDING_DECIDED_OUTSIDE,
  CADRE_STANDING_NOT_COVERED,
  CADRE_STANDING_OUTSIDE,
  CADRE_STANDING_NO_POST,
  CADRE_STANDING_NO_POLICY,
} CadreStanding;

typedef struct _CadreProcess CadreProcess;
typedef struct _CadreOfferRow CadreOfferRow;

/* What is found about an assignment. */
enum
{
  CADRE_PERSON_ABSENT = 1 << 0,
  CADRE_PERSON_RELEASED = 1 << 1, /* by a secondment or an acting-up elsewhere */
  CADRE_PERSON_BASIS_UNKNOWN = 1 << 2,
  CADRE_PERSON_DATES_UNKNOWN = 1 << 3,
  CADRE_PERSON_TERM_END_UNKNOWN = 1 << 4,
  CADRE_PERSON_TERM_ENDS = 1 << 5, /* within the change, under a policy that does not ask */
};

/* A text of the engine's own, by the row that it is about. */
typedef struct
{
  guint32 row;
  guint32 order;
  const char *name; /* of the fact */
  const char *text;
} CadreRemark;

/* Where a comparison of two jobs came from. */
enum
{
  CADRE_SOURCE_MAPPED = 1 << 0,
  CADRE_SOURCE_SIMILAR = 1 << 1,
  CADRE_SOURCE_JUDGED = 1 << 2,
  CADRE_SOURCE_DECLARED = 1 << 3,
};

#define CADRE_JUDGED_NOT (-1)
#define CADRE_JUDGED_SAME 101
#define CADRE_JUDGED_DIFFERENT 102
#define CADRE_JUDGED_ANEW 103 /* what was judged no longer stands */
#define CADRE_N_HEADS 5       /* and CADRE_HEAD_UNKNOWN, which is none */

/* A judgement of the log; of several about one thing only the last is kept. */
typedef struct
{
  guint32 before;
  guint32 after;
  guint32 entry;
  guint8 head;  /* CadreJudgedHead */
  gint8 answer; /* a percentage, or one of the above */
} CadreJudgement;

/* The result of a competition for one person. */
typedef struct
{
  guint32 assignment;
  guint32 post;
  guint32 entry;
  int position; /* -1 where none is named */
  guint8 stage;
  guint8 result;
} CadreResultRow;

/* How far two posts are alike. */
typedef struct
{
  guint32 before;
  guint32 after;
  guint8 sources;
  guint8 is_revised;               /* a job description: only what is judged since counts */
  gint8 judged[CADRE_N_HEADS + 1]; /* by CadreJudgedHead */
  guint8 has_profile[CADRE_N_HEADS];
  guint8 is_declared[CADRE_N_HEADS]; /* by equal statements */
  gint64 found[CADRE_N_HEADS];       /* weight found on both sides */
  gint64 old_total[CADRE_N_HEADS];
  gint64 new_total[CADRE_N_HEADS];
  int n_duties[2]; /* by side: statements of duties */
} CadreComparison;

/* What a claim is, beside its answers. */
enum
{
  CADRE_CLAIM_FROM_ABOVE = 1 << 0,
  CADRE_CLAIM_OTHER_EMPLOYER = 1 << 1,
  CADRE_CLAIM_PROVISIONAL = 1 << 2,
  CADRE_CLAIM_BASIS_UNKNOWN = 1 << 3,
  CADRE_CLAIM_BARS_BELOW = 1 << 4, /* the policy has the rule on the tier below */
};

/* One assignment, one post after: may the one be slotted into the other. Sharers
 * of one position have equal claims, and the first one's is counted. */
typedef struct
{
  guint32 assignment;
  guint32 post;
  guint32 comparison;
  guint32 counted; /* the claim that is counted, mostly itself */
  guint8 truth;    /* CadreTruth: whether there is a claim */
  guint8 sources;
  guint8 flags;
  guint8 heads[CADRE_N_HEADS]; /* CadreTruth by CadreHead; true where the policy does not ask */
  guint8 grade;                /* CadreTruth */
  guint8 hours;                /* CadreTruth; true where the policy does not ask */
} CadreClaimRow;

/* A statement of a profile. */
typedef struct
{
  guint32 post;
  guint32 key; /* common code */
  int weight;
  guint8 head;
} CadreStatementRow;

typedef struct
{
  guint32 grade; /* common code */
  guint32 scale; /* common code */
  int rung;      /* -1 where it is not known */
} CadreGradeRow;

typedef struct
{
  guint32 grade;
  guint32 other;
} CadreGradeLink;

/* Which policy is followed in a parameter where several meet. */
typedef struct
{
  int parameter;
  guint32 post; /* of after, or CADRE_NO_ROW */
  guint32 policy;
  gboolean is_general;
} CadreAgreementRow;

typedef struct
{
  CadreCase *source; /* as its log leaves it */
  CadreCase *effect; /* (nullable): the same, to let go of */
  CadreOutcomes *outcomes;
  CadreDiff *diff;
  CadreMapping *mapping;
  CadreIssueList *issues;
  GCancellable *cancellable;
  GStringChunk *texts;
  CadreSide sides[2];
  guint32 effective; /* packed: the date of the change */

  guint n_policies;
  CadrePolicy **policies;
  const CadrePolicyRules **rules;
  CadreVector agreements; /* CadreAgreementRow, in the order of the log */

  /* By post before. */
  guint8 *fate;
  guint8 *post_flags;
  guint32 *same; /* the post after that is the same post, or CADRE_NO_ROW */
  guint32 *n_holders;
  guint8 *change_kinds; /* bits of CADRE_CHANGES_… */
  CadreLists successors;

  /* By post after. */
  guint8 *place;
  guint32 *came_from;  /* the post before that is the same post, or CADRE_NO_ROW */
  gint32 *n_positions; /* -1 where it is not known */
  gint32 *n_open;      /* how many of them are to be filled */
  gint32 *n_freed;     /* of a post that goes on: how many more volunteers free for others */
  CadreLists predecessors;

  CadreVector remarks; /* CadreRemark, in order of the posts before */

  /* By side, by post. */
  gint32 *tier[2]; /* comparable within a group; CADRE_NO_TIER where not known */
  guint32 *tier_group[2];
  gint32 *tier_base[2];    /* what makes a tier one of the structure's common scale */
  guint32 *scale_group[2]; /* by tier scale: its group */
  guint32 *grade[2];       /* common codes */
  guint8 *provisional;     /* by post after */
  CadreLists functions[2]; /* common codes, each list in order */
  guint32 *field[2];       /* common codes */
  guint32 *unit[2];        /* the same */
  guint32 *area[2];        /* the same */
  guint32 *line[2];        /* the post after that manages it: of a post before, the nearest
                            * of its managers that goes on; CADRE_NO_ROW where there is none */
  guint asked_parts;       /* 1 << CADRE_FENCE_…: what some policy asks of a ring-fence */
  CadreVector grades;      /* CadreGradeRow, in order of the grade */
  CadreVector grade_links; /* CadreGradeLink, in order of the grade */

  /* By assignment before. */
  guint8 *standing;
  guint8 *person_flags;
  guint32 *post;           /* row, or CADRE_NO_ROW */
  guint32 *employer;       /* common code */
  gint32 *policy;          /* -1 where none binds */
  guint32 *share;          /* the first of the sharers of one position, mostly itself */
  guint32 *seat;           /* the first of the holders of one position: sharers, or who name one */
  const char **decided_by; /* (nullable): where an outside decision was taken */
  CadreLists holders;      /* by post before: the assignments that may claim */

  /* The log. */
  CadreVector judgements; /* in order of the posts and the head */
  CadreVector results;    /* in order of the post, the assignment and the stage */
  CadreProcess *process;

  CadreVector statements[2]; /* CadreStatementRow, in order of post, head, key */
  guint32 *first_statement[2];
  CadreVector comparisons; /* in order of the posts */
  CadreVector claims;      /* in order of the post and the assignment */
  guint32 *first_claim;    /* by post after; one more, for the end */
  CadreLists claims_of_assignment;
} CadreEngine;

/* cadre-sides.c */
gboolean cadre_engine_init_sides (CadreEngine *self, GError **error);
guint32 cadre_side_find (const CadreSide *side, CadreRecordKind kind, const char *id);
const char *cadre_side_post_id (const CadreSide *side, guint32 post);
const char *cadre_engine_assignment_id (const CadreEngine *self, guint32 assignment);
const char *cadre_engine_text (const CadreEngine *self, guint32 common_code);

/* cadre-engine.c */
void cadre_engine_report (CadreEngine *self,
                          const char *code,
                          CadreSeverity severity,
                          const char *message,
                          const char *origin,
                          const char *subject,
                          const char *suggestion);
void cadre_engine_report_post (CadreEngine *self,
                               guint side,
                               guint32 post,
                               const char *code,
                               CadreSeverity severity,
                               const char *message);
void cadre_engine_report_assignment (CadreEngine *self,
                                     guint32 assignment,
                                     const char *code,
                                     CadreSeverity severity,
                                     const char *message);
const char *cadre_engine_keep (CadreEngine *self, const char *text);

/* cadre-fates.c, cadre-changes.c */
gboolean cadre_engine_find_fates (CadreEngine *self);
gboolean cadre_engine_find_changes (CadreEngine *self);
/* The name of a kind of change, by the number of its bit. */
const char *cadre_engine_change_name (guint bit);
gboolean cadre_engine_count_places (CadreEngine *self);

/* cadre-levels.c */
gboolean cadre_engine_find_levels (CadreEngine *self);
/* The tier of a post less that of another: greater is further down. */
CadreTruth cadre_engine_tier_difference (const CadreEngine *self,
                                         guint32 before,
                                         guint32 after,
                                         gint64 *difference);
/* The tier of a post as an organisation counts it; FALSE where that is not
 * known. */
gboolean cadre_engine_tier_of (const CadreEngine *self,
                               guint side,
                               guint32 post,
                               guint32 organisation,
                               gint32 *tier);
/* cadre-grades.c */
gboolean cadre_engine_find_grades (CadreEngine *self);
/* Whether @other is no more than so many grades higher or lower than @grade. */
CadreTruth cadre_engine_grades_within (const CadreEngine *self,
                                       guint32 grade,
                                       guint32 other,
                                       int up,
                                       int down);
CadreTruth cadre_engine_is_higher (const CadreEngine *self, guint32 grade, guint32 other);

/* cadre-fields.c */
gboolean cadre_engine_read_functions (CadreEngine *self);
/* cadre-lines.c */
gboolean cadre_engine_read_lines (CadreEngine *self);
CadreTruth cadre_engine_same_line (const CadreEngine *self, guint32 before, guint32 after);

/* cadre-agreements.c */
gboolean cadre_engine_read_agreements (CadreEngine *self);
/* The policy that is followed in a parameter for a post; NULL where nothing is
 * agreed. CADRE_NO_ROW asks for all posts. */
const CadrePolicyRules *
cadre_engine_agreed_rules (const CadreEngine *self, CadreParameter parameter, guint32 post);
/* The same, and that of the assignment where nothing is agreed. */
const CadrePolicyRules *cadre_engine_rules_for (const CadreEngine *self,
                                                CadreParameter parameter,
                                                guint32 assignment,
                                                guint32 post);

/* cadre-senior.c: whether a post after has one of CADRE_SENIOR_… */
CadreTruth cadre_engine_is_senior (const CadreEngine *self, guint32 post, guint flags);

/* The same for a post, and that of its employer where nothing is agreed; NULL
 * where none binds. */
const CadrePolicyRules *
cadre_engine_rules_of_post (const CadreEngine *self, CadreParameter parameter, guint32 post);
/* The policy that those are of. */
CadrePolicy *
cadre_engine_policy_of_post (const CadreEngine *self, CadreParameter parameter, guint32 post);

/* cadre-hours.c */
CadreTruth
cadre_engine_hours_within (const CadreEngine *self, guint32 before, guint32 after, int percent);
gboolean cadre_engine_tolerates_hours (const CadreEngine *self, guint32 before, guint32 after);
gboolean cadre_engine_check_shares (CadreEngine *self);

/* cadre-standings.c */
gboolean cadre_engine_find_standings (CadreEngine *self);
gboolean cadre_engine_count_holders (CadreEngine *self);

/* cadre-process.c: what has happened in the process. */
gboolean cadre_process_init (CadreEngine *self);
void cadre_process_clear (CadreEngine *self);

/* cadre-events.c */
gboolean cadre_engine_read_log (CadreEngine *self);
void cadre_engine_apply_gradings (CadreEngine *self);

/* cadre-overall.c: the answers by head, true where the policy does not ask, and
 * the answer of all. */
CadreTruth cadre_engine_answer_heads (const CadreComparison *comparison,
                                      const CadrePolicyRules *rules,
                                      guint8 heads[CADRE_N_HEADS]);
/* Of what the percentage under a head is. */
gint64 cadre_engine_denominator (const CadreComparison *comparison,
                                 CadreHead head,
                                 const CadrePolicyRules *rules);
/* Whether both profiles state enough to be compared under a head. */
gboolean cadre_engine_has_enough (const CadreComparison *comparison,
                                  CadreHead head,
                                  const CadrePolicyRules *rules);
/* Whether what is known of the two jobs is alike, and something computed is. */
gboolean cadre_engine_is_alike (const CadreComparison *comparison, const CadrePolicyRules *rules);
/* The percentage of duties or competencies without which no jobs are alike. */
int cadre_engine_least_share (const CadrePolicyRules *rules);
/* The percentage of all heads; NULL where each is for itself. */
char *cadre_engine_describe_overall (const CadreComparison *comparison,
                                     const CadrePolicyRules *rules);

/* cadre-profiles.c, cadre-similarity.c, cadre-claims.c */
gboolean cadre_engine_read_profiles (CadreEngine *self);
void cadre_engine_compare (const CadreEngine *self, CadreComparison *comparison);
gboolean cadre_engine_find_similar (CadreEngine *self, CadreVector *pairs, GError **error);
gboolean cadre_engine_find_claims (CadreEngine *self, GError **error);

G_END_DECLS
