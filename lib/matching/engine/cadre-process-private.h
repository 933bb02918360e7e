/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What has happened in the process, by rows.
 *
 * The log says what happened one event after another. Here it stands by concern:
 * offers, releases, notices, duties, preferences, routes. What an event does to
 * an outcome is decided later, by the stage that it belongs to. */

#pragma once

#include "matching/engine/cadre-engine-private.h"

G_BEGIN_DECLS

/* How far an offer has come. */
typedef enum
{
  CADRE_OFFER_MADE,
  CADRE_OFFER_ACCEPTED,
  CADRE_OFFER_REFUSED,
  CADRE_OFFER_ON_TRIAL,
  CADRE_OFFER_KEPT,   /* the trial has succeeded */
  CADRE_OFFER_FAILED, /* the trial has not */
} CadreOfferState;

/* An offer of one post to one assignment; of several the last. */
struct _CadreOfferRow
{
  guint32 assignment;
  guint32 post;
  guint32 entry;        /* that made it */
  guint32 last_entry;   /* that changed it last */
  gint32 position;      /* -1 where none is named */
  guint8 state;         /* CadreOfferState */
  guint32 trial_starts; /* packed */
  guint32 trial_ends;   /* packed */
  guint32 trial_signed; /* packed: when a longer one was agreed */
  const char *reason;   /* (nullable): of a refusal or of the end of a trial */
};

/* How far a voluntary release has come. */
typedef enum
{
  CADRE_RELEASE_NONE,
  CADRE_RELEASE_ASKED,
  CADRE_RELEASE_ACCEPTED,
  CADRE_RELEASE_REFUSED,
  CADRE_RELEASE_WITHDRAWN,
} CadreReleaseState;

/* The voluntary release of one assignment. */
typedef struct
{
  guint32 first_entry;       /* that began it */
  guint32 entry;             /* of the last event about it */
  guint32 freed_for;         /* the assignment that is bumped into the post, or CADRE_NO_ROW */
  guint32 freed_by;          /* whose release frees a position for this one, or CADRE_NO_ROW */
  guint32 conditional_until; /* packed */
  guint8 state;              /* CadreReleaseState */
  guint8 is_tied;            /* to a position that goes, or to a bump */
  guint8 is_late;            /* counts after slotting in */
  guint8 is_untied;          /* the position stays */
  guint8 is_not_open;        /* the policy does not let the person volunteer */
  guint8 is_withdrawn_late;  /* the withdrawal does not count */
  guint8 was_accepted;       /* before it was withdrawn */
  guint32 withdrawn_on;      /* packed */
  guint8 why_not;            /* CadreReason */
  const char *reason;        /* (nullable): of a refusal */
} CadreReleaseRow;

/* The notice of one assignment. */
typedef struct
{
  guint32 entry;
  guint32 first; /* packed */
  guint32 last;  /* packed */
  gboolean is_given;
} CadreNoticeRow;

/* A duty of the employer to one person: a token, of which no ground is known. */
typedef struct
{
  const char *id; /* (nullable) */
  guint32 assignment;
  guint32 entry;
  guint32 first; /* packed */
  guint32 last;  /* packed */
  gboolean is_adjustment;
  gboolean has_ended;
} CadreDutyRow;

/* One thing said of an assignment and a post after; of several the last. */
typedef struct
{
  guint32 assignment;
  guint32 post;
  guint32 entry;
  guint32 value;    /* a place in an order, or a word */
  const char *text; /* (nullable) */
} CadrePairRow;

/* An appeal; once all events are taken, only those that are not decided, in order of the
 * assignment and the post. */
typedef struct
{
  guint32 assignment; /* of whoever appeals */
  guint32 post;       /* of after, that it is about, or CADRE_NO_ROW */
  guint32 entry;
  guint32 of; /* whom what it is against is about, or CADRE_NO_ROW */
  gboolean is_decided;
  gboolean names_post; /* if only one that the case does not hold */
} CadreAppealRow;

/* By what something was decided, as an event says. */
typedef struct
{
  guint32 assignment;
  guint32 post; /* of after, or CADRE_NO_ROW for a release */
  guint32 entry;
  const char *words; /* with commas */
} CadreCriteriaRow;

/* A row of 0 in what is by assignment or post is one about which nothing is said. */
struct _CadreProcess
{
  guint32 latest;             /* packed: the last date in the log */
  CadreVector offers;         /* CadreOfferRow, in order of the assignment and the post */
  CadreReleaseRow *releases;  /* by assignment */
  CadreNoticeRow *notices;    /* by assignment */
  const char **moved_to;      /* (nullable) by assignment: where it is redeployed */
  guint8 *is_told;            /* by assignment */
  guint8 *is_leaving;         /* by assignment: its end is that somebody leaves */
  guint32 *left_on;           /* by assignment: the last day of who leaves after the decision,
                               * by the date of the change; packed, or 0 */
  guint8 *is_human;           /* by assignment: a person has decided */
  CadreVector decided_by;     /* CadreCriteriaRow */
  const char **not_permitted; /* (nullable) by assignment: criteria */
  guint32 *selected;          /* by assignment: the first event, from 1, of a selection */
  CadreVector appeals;        /* CadreAppealRow */
  CadreVector duties;         /* CadreDutyRow */
  CadreVector suitable;       /* CadrePairRow; the value is a CadreVerdict */
  CadreVector preferences;    /* CadrePairRow; the value is the place, from 0 */
  CadreVector interests;      /* CadrePairRow; the value is a CadreStage */
  CadreVector interviews;     /* CadrePairRow: whom a panel has scored, after limited competition */
  CadreVector routes;         /* CadrePairRow; the value is a CadreRoute, the text who advised */
  CadreVector consents;       /* CadrePairRow; the post is the assignment to be bumped into it */
  guint32 *revised[2];        /* by side, by post: the last event that revised it, from 1 */
};

/* Takes an event of the process, and does nothing with any other; FALSE for want
 * of memory. */
gboolean cadre_process_take (CadreEngine *self, guint entry, CadreLogEntry *event);
/* Takes the date of any event. */
void cadre_process_date (CadreEngine *self, CadreLogEntry *event);
/* Whether events of a kind are of the process. */
gboolean cadre_process_knows (CadreLogKind kind);
/* Says which decisions rest on what the policies do not permit; once the policies of
 * people and agreements are known. */
gboolean cadre_process_judge_criteria (CadreEngine *self); /* cadre-criteria.c */
/* Takes by what an event says that something was decided. */
gboolean cadre_process_take_criteria (CadreEngine *self, guint entry, CadreLogEntry *event);
/* cadre-appeals.c: the first appeal of an assignment that is not decided. */
gsize cadre_process_find_appeal (const CadreEngine *self, guint32 assignment);
void cadre_process_finish_appeals (CadreEngine *self);
/* Once all events are taken. */
void cadre_process_finish (CadreEngine *self);

/* cadre-process-people.c: who volunteered with event @about of the log, from 1;
 * CADRE_NO_ROW where nobody did. */
guint32 cadre_process_find_volunteer (const CadreEngine *self, int about);

/* cadre-events.c: what an event names; an issue where there is none. */
guint32 cadre_event_find_post (CadreEngine *self, guint side, guint entry, const char *id);
guint32 cadre_event_find_assignment (CadreEngine *self, guint entry, const char *id);
void cadre_event_report (CadreEngine *self, guint entry, const char *code, const char *message);

/* What is said of an assignment and a post; NULL where nothing is. */
const CadrePairRow *
cadre_process_find_pair (const CadreVector *pairs, guint32 assignment, guint32 post);
/* By which route somebody gets to a post; NULL where none is stated. */
const CadrePairRow *
cadre_process_find_route (const CadreEngine *self, guint32 assignment, guint32 post);
const CadreOfferRow *
cadre_process_find_offer (const CadreEngine *self, guint32 assignment, guint32 post);
/* Whether the duty is one on which something rests. */
gboolean cadre_process_is_in_force (const CadreEngine *self, const CadreDutyRow *duty);
/* The first day on which a right of somebody ends, packed. */
guint32 cadre_process_duty_ends (const CadreEngine *self, guint32 assignment);

gboolean cadre_offer_stands (const CadreOfferRow *offer); /* cadre-offers.c */

/* cadre-releases.c: ties releases to what goes, and to bumps. */
void cadre_engine_judge_withdrawals (CadreEngine *self);
gboolean cadre_engine_tie_releases (CadreEngine *self, gboolean *any);
/* The post after that a release frees for somebody; CADRE_NO_ROW where it frees
 * none. */
guint32 cadre_engine_find_freed (const CadreEngine *self, guint32 row);

G_END_DECLS
