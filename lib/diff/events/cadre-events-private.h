/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Differences as events.
 *
 * Each difference is put into exactly one event. One duty after the other takes
 * the differences that it can explain together, from the greatest event to the
 * smallest; what no duty takes is an event of one record. Which differences a
 * view shows is found later, so that an event is the same in every view. */

#pragma once

#include "diff/cadre-diff-private.h"
#include <cadre/cadre-change-event.h>

G_BEGIN_DECLS

#define CADRE_NO_EVENT G_MAXUINT32
#define CADRE_N_EVENT_KINDS (CADRE_CHANGE_EVENT_KIND_GRADE_RENAMED + 1)

/* Whether so many of so many did the same that it is said of all: at least two,
 * and three of four. */
static inline gboolean
cadre_event_is_most (guint64 n, guint64 n_all)
{
  return n >= 2 && n * 4 >= n_all * 3;
}

/* Among which posts before those are that did not follow. */
typedef enum
{
  CADRE_EVENT_SCOPE_NONE,
  CADRE_EVENT_SCOPE_UNITS,  /* @scope is a unit before, @scope_end where its branch ends */
  CADRE_EVENT_SCOPE_FAMILY, /* @scope is the unit, or @scope_title the title; the grade */
  CADRE_EVENT_SCOPE_GRADE,  /* all that had the grade */
  CADRE_EVENT_SCOPE_REPORTS /* @scope is a post before */
} CadreEventScope;

/* What the codes of an event are: ids of a kind of record, or one of these. */
#define CADRE_EVENT_VALUE_NONE 255u
#define CADRE_EVENT_VALUE_TEXT 254u
#define CADRE_EVENT_VALUE_NUMBER 253u

typedef struct
{
  guint8 kind;
  guint8 subject_kind;
  guint8 scope_kind; /* CadreEventScope */
  guint8 value;      /* what @code_before and @code_after are */
  guint8 inferred;
  guint8 also;    /* what @also_before and @also_after are, where it leads from two things */
  guint8 goes_on; /* of units merged or split: whether the unit itself is one of them */
  guint32 before; /* the subject's row, or CADRE_NO_ROW */
  guint32 after;
  guint32 code_before;
  guint32 code_after;
  guint32 also_before;
  guint32 also_after;
  guint32 scope;
  guint32 scope_end;
  guint32 scope_title;
  guint32 first;   /* among the members of all events */
  guint32 n;       /* how many members */
  guint32 n_shown; /* in the view; these come first */
} CadreEvent;

/* A difference and what it has in common with others. */
typedef struct
{
  guint64 key;
  guint64 place;
  guint32 index;
  guint32 before; /* the post's row */
  guint32 after;
} CadreCandidate;

/* Units before in the order of a walk, so that a branch is one stretch. */
typedef struct
{
  guint32 *position;    /* by unit before */
  guint32 *branch_end;  /* by position: where the branch ends */
  guint32 *kept_before; /* by position, and one more: continuing posts of all units before it */
  guint32 *kept_after;  /* by unit after: its continuing posts */
} CadreEventUnits;

typedef struct
{
  CadreDiff *diff;
  guint32 *event_of; /* by difference */
  CadreEvent *events;
  guint32 n_events;
  guint32 n_allocated;
  CadreEventUnits units;
  guint32 *service_of_unit; /* (nullable): by unit before: the event of its employer */
  guint32 *base_of_unit;    /* (nullable): by unit before: the event of its base */
  guint8 *reordered_posts;  /* (nullable): by post after: whether it stands elsewhere among its
                             * siblings */
  guint8 *reordered_units;  /* (nullable): likewise */
} CadreEvents;

CadreEvents *cadre_events_new (CadreDiff *diff, GError **error);
void cadre_events_free (CadreEvents *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreEvents, cadre_events_free)

/* A new event; CADRE_NO_EVENT for want of memory. */
guint32
cadre_events_add (CadreEvents *self, CadreChangeEventKind kind, CadreRecordKind subject_kind);
/* As above, with the rows of its subject. */
guint32 cadre_events_add_about (CadreEvents *self,
                                CadreChangeEventKind kind,
                                CadreRecordKind subject_kind,
                                guint32 before,
                                guint32 after);

static inline gboolean
cadre_events_is_free (const CadreEvents *self, guint32 index)
{
  return self->event_of[index] == CADRE_NO_EVENT;
}

static inline const CadrePairing *
cadre_events_posts (const CadreEvents *self)
{
  return &self->diff->pairings[CADRE_RECORD_KIND_POST];
}

static inline guint32
cadre_events_kept_in_branch (const CadreEvents *self, guint32 position, guint32 end)
{
  return self->units.kept_before[end] - self->units.kept_before[position];
}

/* The unit of a post, or CADRE_NO_ROW. */
static inline guint32
cadre_events_unit_of (const CadreTables *tables, guint32 post)
{
  const guint32 unit = post != CADRE_NO_ROW
                         ? cadre_table_reference (cadre_tables_get (tables, CADRE_RECORD_KIND_POST),
                                                  CADRE_FIELD_POST_UNIT, post)
                         : CADRE_NO_ROW;

  return unit < CADRE_AMBIGUOUS_ROW ? unit : CADRE_NO_ROW;
}

/* The rows of the record that a difference is about. */
void cadre_events_owner (const CadreDiff *diff,
                         const CadreDifference *difference,
                         CadreRecordKind *kind,
                         guint32 *before,
                         guint32 *after);
/* The differences of one kind of change and field of posts that are there
 * before and after and that no event has; the caller fills in the keys. */
CadreCandidate *cadre_events_find_candidates (const CadreEvents *self,
                                              CadreChangeKind kind,
                                              CadreRecordKind record_kind,
                                              guint field,
                                              guint32 *n);
void cadre_candidates_sort (CadreCandidate *candidates, guint32 n);
/* How many from the first on have its key and place. */
guint32 cadre_candidates_run (const CadreCandidate *candidates, guint32 n);
void
cadre_events_take (CadreEvents *self, const CadreCandidate *candidates, guint32 n, guint32 event);

/* The duties, in their order. FALSE for want of memory. */
gboolean cadre_events_take_stated (CadreEvents *self);
gboolean cadre_events_take_posts (CadreEvents *self);
gboolean cadre_events_take_functions (CadreEvents *self);
gboolean cadre_events_take_units (CadreEvents *self);
gboolean cadre_events_take_moves (CadreEvents *self);
gboolean cadre_events_take_alike (CadreEvents *self);
gboolean cadre_events_take_grades (CadreEvents *self);
gboolean cadre_events_take_families (CadreEvents *self);
gboolean cadre_events_take_rest (CadreEvents *self);

/* cadre-event-siblings.c: by row after, of posts or of units, whether one that has another
 * number in the order stands elsewhere among its siblings. FALSE for want of memory. */
gboolean cadre_events_find_reordered (CadreEvents *self, CadreRecordKind kind, guint8 **reordered);

/* cadre-event-kinds.c */
CadreChangeEventKind cadre_event_kind_of_change (const CadreDifference *difference);
/* By kind of event, whether a view asks for it by name: it asks for the one kind of change that
 * such an event is of where no other change explains it. */
void cadre_event_kinds_find_shown (CadreDiffView *view, guint8 *shown);
gboolean cadre_event_is_headline (const CadreEvent *event);
const char *cadre_event_kind_label (CadreChangeEventKind kind);

/* cadre-event-filter.c: by difference, whether a view shows it, by itself or with its event; NULL
 * for want of memory. @posts (out) (nullable): by post after that was there before, whether it is
 * in the part that the view is of, or NULL for all. */
guint8 *cadre_events_filter (CadreDiff *diff,
                             const CadreEvents *events,
                             CadreDiffView *view,
                             guint8 **posts);

/* cadre-event-titles.c
 *
 * The titles on one side that several posts have, and the units in which these are. */
typedef struct
{
  guint8 *n_titled; /* by code of a title: how many posts have it, up to 2 */
  guint64 *places;  /* (nullable): how many follow, and in order the titles and names of units
                     * of the posts that share a title; made when it is asked for */
} CadreEventTitles;

/* FALSE for want of memory. */
gboolean cadre_event_titles_init (CadreEventTitles *self, const CadreTables *tables);
void cadre_event_titles_clear (CadreEventTitles *self);
/* What tells a post from others of its title: its unit, or else its id. NULL where its name does,
 * and for CADRE_NO_ROW. */
const char *
cadre_event_titles_get_note (CadreEventTitles *self, const CadreTables *tables, guint32 post);

/* cadre-event-list.c */
#define CADRE_TYPE_EVENT_LIST (cadre_event_list_get_type ())
G_DECLARE_FINAL_TYPE (CadreEventList, cadre_event_list, CADRE, EVENT_LIST, GObject)

struct _CadreEventList
{
  GObject parent_instance;

  CadreDiff *diff;
  CadreEvents *events;
  guint32 *members; /* differences, those of each event together */
  guint32 *listed;  /* (nullable): events in order; NULL where each change is one */
  guint8 *posts;    /* (nullable): by post after that was there before, whether it is in the
                     * part that the view is of; NULL for all */
  CadreEventTitles titles_before;
  CadreEventTitles titles_after;
  guint32 n_listed;
};

/* cadre-change-event.c */
CadreChangeEvent *cadre_change_event_new (CadreEventList *list, guint32 position);

/* cadre-event-scope.c */
char **cadre_event_dup_posts (CadreEventList *list, const guint32 *members, guint32 n);
guint32 cadre_event_count_posts (CadreEventList *list, const guint32 *members, guint32 n);
char **cadre_event_dup_exceptions (CadreEventList *list, const CadreEvent *event);

/* cadre-event-names.c
 *
 * The name of a field or of a kind of record as words; NULL for NULL. */
char *cadre_event_words (const char *name);
/* Names, each with a note on it (nullable). */
typedef GArray CadreEventNames;

CadreEventNames *cadre_event_names_new (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreEventNames, g_array_unref)
void cadre_event_names_add (CadreEventNames *self, const char *name, const char *note);
/* One name as it is, several in quotes, and no more than @most: `"A", "B" and 2 others`. NULL for
 * none. */
char *cadre_event_names_join (const CadreEventNames *self, guint most);
/* Whether the text has quotes of its own. */
gboolean cadre_event_names_are_quoted (const CadreEventNames *self);

/* cadre-event-text.c */
typedef struct
{
  char *name;             /* (nullable) */
  char *name_note;        /* (nullable): which post it is, where several have that title */
  char *before;           /* (nullable) */
  char *after;            /* (nullable) */
  char *also_before;      /* (nullable): where it leads from two things */
  char *also_after;       /* (nullable) */
  gboolean before_quoted; /* it has quotes of its own */
  gboolean after_quoted;
  gboolean also_before_quoted;
  gboolean also_after_quoted;
} CadreEventText;

void cadre_event_text_clear (CadreEventText *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CadreEventText, cadre_event_text_clear)
/* What a change leads from and to, ids by the names of what they lead to; each (nullable). They
 * are put into @text, which has none. */
void cadre_event_name_change (CadreEventList *list,
                              const CadreDifference *difference,
                              CadreEventText *text);
/* The name or title of a record, or else its id; NULL of none, and of what is personal. */
const char *cadre_event_get_name (const CadreTables *tables, CadreRecordKind kind, guint32 row);
/* What an event leads from, or to. */
void cadre_event_text_set (CadreEventText *text, const CadreEventNames *names, gboolean before);
/* Two records of one name are told apart by their ids: nothing goes "from A to A". */
void cadre_event_tell_apart (const char *id_before,
                             char **before,
                             gboolean *before_quoted,
                             const char *id_after,
                             char **after,
                             gboolean *after_quoted);
/* What the subject of an event was called, and is. */
void cadre_event_fill_sides (CadreEventList *list, const CadreEvent *event, CadreEventText *text);
/* Which units an event of a unit leads from, and to. */
void cadre_event_fill_units (CadreEventList *list, const CadreEvent *event, CadreEventText *text);
void cadre_event_fill_text (CadreEventList *list, const CadreEvent *event, CadreEventText *text);
/* cadre-event-line.c */
char *
cadre_event_dup_line (CadreEventList *list, const CadreEvent *event, const CadreEventText *told);

const char *cadre_event_id (CadreEventList *list, const CadreEvent *event, gboolean before);

/* cadre-diff-view.c */
struct _CadreDiffView
{
  GObject parent_instance;

  CadreDiffLevel level;
  char **units;
  char **employers;
  guint64 kinds; /* 0: all */
  GArray *tiers; /* (element-type int): none: all */
};

G_END_DECLS
