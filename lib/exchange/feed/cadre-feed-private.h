/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A change feed in the making. Both structures are seen through the map, as the
 * cells that their records would have; what differs becomes a step. */

#pragma once

#include "exchange/field-map/cadre-map-value-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-change-feed.h>

G_BEGIN_DECLS

#define CADRE_FEED_MAX_ISSUES 1000

typedef struct
{
  const CadreTables *tables;
  const CadreIndex *index;
} CadreFeedSide;

/* What a step is made of. */
typedef struct
{
  CadreFeedOperation operation;
  const CadreMapTable *table;
  const CadreMapRecord *carrier; /* the record of the map that it is written through */
  guint32 before;                /* its row, or CADRE_NO_ROW */
  guint32 after;                 /* its row, or CADRE_NO_ROW */
  guint rank;                    /* of the operation */
  guint32 position;              /* among those of one rank: parents first, or last */
  guint sequence;
  char *subject;
} CadreFeedPlan;

struct _CadreFeedStep
{
  GObject parent_instance;

  CadreFeedPlan plan;
  CadreFieldMap *map;
  char *key;
  guint32 effective; /* packed */
  guint row;         /* in its file, the header being row 1 */
  char **cells;      /* by column of the table; NULL where the step says nothing */
  char **before;     /* (nullable): the same of the row before */
};

struct _CadreChangeFeed
{
  GObject parent_instance;

  CadreDiff *diff;
  CadreFieldMap *map;
  guint32 effective; /* packed */
  CadreFeedSide sides[2];
  GPtrArray *steps; /* (element-type CadreFeedStep) */
  CadreIssueList *issues;

  /* While steps are made. */
  GArray *plans;         /* (element-type CadreFeedPlan) */
  guint32 *positions[4]; /* units before and after, posts before and after */
  GArray *unwritten; /* (element-type guint): columns of the last row that have no form for it */
};

/* cadre-feed-render.c: a record as the cells of a row. */
char **cadre_feed_render (CadreChangeFeed *self,
                          guint side,
                          const CadreMapTable *table,
                          const CadreMapRecord *carrier,
                          guint32 row,
                          gboolean with_others,
                          guint32 last_day);
void cadre_feed_free_cells (char **cells, guint n);

/* cadre-feed-carriers.c */
/* Whether the record of the map can hold the row: its constants are what the row says. */
gboolean cadre_feed_accepts (const CadreMapRecord *carrier, const CadreTables *tables, guint32 row);
/* Whether the record only ever comes with others, whose columns it shares. */
gboolean cadre_feed_is_implied (const CadreMapTable *table, const CadreMapRecord *carrier);
/* Whether the rows of the carrier are those of a post. */
gboolean cadre_feed_rides (const CadreMapTable *table, const CadreMapRecord *carrier);
const CadreMapField *cadre_feed_find_field (const CadreMapRecord *carrier, guint field);
/* Which fields say of which record a row is; each has a column. */
guint cadre_feed_get_identity (const CadreMapTable *table,
                               const CadreMapRecord *carrier,
                               const CadreMapField *fields[CADRE_MAX_FIELDS]);
gboolean cadre_feed_has_content (const CadreMapRecord *carrier, char **cells);
gboolean cadre_feed_same_cells (const CadreMapRecord *carrier, char **a, char **b);
/* The first record of the map that can hold the row, or NULL. */
const CadreMapRecord *cadre_feed_find_carrier (CadreChangeFeed *self,
                                               CadreRecordKind kind,
                                               guint side,
                                               guint32 row,
                                               const CadreMapTable **table);

/* cadre-feed-compare.c, cadre-feed-links.c: what differs becomes plans. */
void cadre_feed_compare_records (CadreChangeFeed *self, CadreRecordKind kind);
void cadre_feed_compare_lines (CadreChangeFeed *self);
void cadre_feed_compare_links (CadreChangeFeed *self, CadreRecordKind kind);

/* cadre-feed-order.c */
void cadre_feed_plan (CadreChangeFeed *self,
                      CadreFeedOperation operation,
                      const CadreMapTable *table,
                      const CadreMapRecord *carrier,
                      guint32 before,
                      guint32 after);
gboolean cadre_feed_find_positions (CadreChangeFeed *self);
void cadre_feed_sort (CadreChangeFeed *self);

/* cadre-feed-step.c */
CadreFeedStep *cadre_feed_step_new (CadreChangeFeed *feed, CadreFeedPlan *plan);

/* cadre-feed-refusal.c */
CadreFeedRefusal *
cadre_feed_refusal_new (CadreFeedStep *step, CadreFeedTie tie, const char *text, guint row);

/* cadre-feed-rows.c: the rows of an extract that a feed is tried on. */
typedef struct
{
  const CadreMapTable *table;
  GPtrArray *rows;   /* (element-type char**): each with a NULL behind its cells */
  GPtrArray *header; /* (element-type utf8) */
  guint *cells;      /* by column of the table: a cell of the rows, or CADRE_NO_COLUMN */
} CadreFeedRows;

gboolean cadre_feed_rows_read (CadreFeedRows *self,
                               GBytes *extract,
                               CadreLimits *limits,
                               GCancellable *cancellable,
                               GError **error);
GBytes *cadre_feed_rows_write (const CadreFeedRows *self, GError **error);
void cadre_feed_rows_clear (CadreFeedRows *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CadreFeedRows, cadre_feed_rows_clear)
/* cadre-feed-rehearse.c */
void cadre_feed_rows_take_step (CadreFeedRows *self, CadreFeedStep *step);

/* cadre-feed-issues.c */
void cadre_feed_report (CadreIssueList *issues,
                        const char *code,
                        const char *origin,
                        const char *subject);
void cadre_feed_report_lost (CadreChangeFeed *self);

G_END_DECLS
