/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The posts of many structures as threads.
 *
 * A thread is one post through all dates. Its entries, a date and a row each,
 * stand together in one array, in order of the dates. What became of a post
 * since the date before is a mask by row, so that a series takes eight bytes a
 * post and date beside the comparisons. */

#pragma once

#include "diff/cadre-diff-private.h"
#include <cadre/cadre-series.h>

G_BEGIN_DECLS

#define CADRE_N_HISTORY_EVENT_KINDS (CADRE_HISTORY_EVENT_KIND_REVIEW + 1)

/* In masks: what happened, and what may have, where one side does not state the
 * value. */
#define CADRE_HISTORY_FLAG(kind) (1u << (kind))
#define CADRE_HISTORY_LEARNED(kind) (1u << (16 + (kind)))

typedef struct
{
  guint32 date;
  guint32 row;
} CadreSeriesEntry;

typedef struct
{
  CadreStructure *structure;
  const CadreTables *tables;
  const CadreIndex *index;
  guint32 as_of;    /* packed date */
  guint32 n_posts;  /* rows */
  guint32 *threads; /* by row */
  guint32 *masks;   /* by row: since the date before; of the first date all 0 */
} CadreSeriesDate;

struct _CadreSeries
{
  GObject parent_instance;

  CadreSeriesDate *dates;
  guint n_dates;
  CadreDiff **diffs;   /* one fewer */
  CadreChurn **churns; /* one fewer */

  guint32 n_threads;
  CadreSeriesEntry *entries;
  guint32 *first; /* by thread, and one more: the place of its first entry */
};

/* cadre-series-threads.c: FALSE for want of memory. */
gboolean cadre_series_find_threads (CadreSeries *self);
void cadre_series_mark_changes (CadreSeries *self, guint date);

/* cadre-series-events.c */

/* One date as some reader may see it. */
typedef struct
{
  const CadreTables *tables;
  const CadreIndex *index;
  guint32 row; /* of the post, or CADRE_NO_ROW where it is not there or not shown */
} CadreSeriesView;

/* (element-type CadreHistoryEvent): what happened to a thread, in order. */
GPtrArray *cadre_series_list_events (CadreSeries *self, guint32 thread);

/* What an event is about, before it is made an object. */
typedef struct
{
  CadreHistoryEventKind kind;
  guint date_before;
  guint date_after;
  guint32 row_before; /* or CADRE_NO_ROW */
  guint32 row_after;  /* or CADRE_NO_ROW */
  gboolean learned;
} CadreSeriesEvent;

typedef void (*CadreSeriesEventFunc) (const CadreSeriesEvent *event, gpointer data);
void cadre_series_each_event (CadreSeries *self,
                              guint32 thread,
                              CadreSeriesEventFunc func,
                              gpointer data);
/* What a post is said to have; NULL where it is not known. */
char *cadre_series_dup_value (const CadreSeriesView *view, CadreHistoryEventKind kind);
/* The same before and after: titles in a language in which they differ. */
void cadre_series_dup_values (const CadreSeriesView *before,
                              const CadreSeriesView *after,
                              CadreHistoryEventKind kind,
                              char *texts[2]);
/* The ids of the posts that one which opened was made of, or that were made of
 * one which has gone. */
char **cadre_series_dup_others (CadreSeries *self, const CadreSeriesEvent *event);

/* What a history event says. */
typedef struct
{
  CadreHistoryEventKind kind;
  guint position_before;
  guint position_after;
  guint32 date_before; /* packed */
  guint32 date_after;  /* packed */
  char *id_before;     /* (nullable) */
  char *id_after;      /* (nullable) */
  char *before_text;   /* (nullable) */
  char *after_text;    /* (nullable) */
  char **other_ids;    /* (nullable): NULL for none */
  gboolean learned;
} CadreHistoryEventParts;

/* Takes what the parts point at. */
CadreHistoryEvent *cadre_history_event_new_take (const CadreHistoryEventParts *parts);
CadrePostHistory *cadre_post_history_new (CadreSeries *series, guint32 thread);

/* The entries of a thread. */
static inline const CadreSeriesEntry *
cadre_series_get_entries (const CadreSeries *self, guint32 thread, guint32 *n)
{
  *n = self->first[thread + 1] - self->first[thread];
  return self->entries + self->first[thread];
}

CadreChurn *cadre_churn_new (CadreSeries *series, guint period, CadreFigures *const figures[2]);

G_END_DECLS
