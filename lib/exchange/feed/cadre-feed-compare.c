/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Records that have ids: what came, what went, and what says something else. */

#include "config.h"

#include "exchange/feed/cadre-feed-private.h"

#include <string.h>

typedef enum
{
  COME,
  GONE,
  OTHER
} Fate;

/* What it is called, for the first record of the map that holds the kind. */
static CadreFeedOperation
get_operation (CadreRecordKind kind, Fate fate)
{
  static const CadreFeedOperation operations[][3] = {
    { CADRE_FEED_OPERATION_CREATE_UNIT, CADRE_FEED_OPERATION_DELIMIT_UNIT,
      CADRE_FEED_OPERATION_CHANGE_UNIT },
    { CADRE_FEED_OPERATION_CREATE_POST, CADRE_FEED_OPERATION_DELIMIT_POST,
      CADRE_FEED_OPERATION_CHANGE_POST },
    { CADRE_FEED_OPERATION_START_ASSIGNMENT, CADRE_FEED_OPERATION_END_ASSIGNMENT,
      CADRE_FEED_OPERATION_MOVE_ASSIGNMENT },
    { CADRE_FEED_OPERATION_CREATE_RECORD, CADRE_FEED_OPERATION_DELIMIT_RECORD,
      CADRE_FEED_OPERATION_CHANGE_RECORD },
  };
  const guint i = kind == CADRE_RECORD_KIND_UNIT         ? 0
                  : kind == CADRE_RECORD_KIND_POST       ? 1
                  : kind == CADRE_RECORD_KIND_ASSIGNMENT ? 2
                                                         : 3;

  return operations[i][fate];
}

typedef struct
{
  const CadreMapTable *table;
  const CadreMapRecord *carrier;
  gboolean is_first; /* others hold more about what this one holds */
} Carrier;

static CadreFeedOperation
get_operation_through (const Carrier *through, Fate fate)
{
  if (through->is_first)
    return get_operation (through->carrier->kind, fate);

  return fate == GONE ? CADRE_FEED_OPERATION_DELIMIT_RECORD
                      : get_operation (through->carrier->kind, OTHER);
}

static gboolean
is_said (const Carrier *through, char **cells)
{
  return cells != NULL && (through->is_first || cadre_feed_has_content (through->carrier, cells));
}

static void
compare_through (CadreChangeFeed *self, const Carrier *through, guint32 before, guint32 after)
{
  const CadreMapRecord *carrier = through->carrier;
  char **a = before != CADRE_NO_ROW
               ? cadre_feed_render (self, 0, through->table, carrier, before, FALSE, 0)
               : NULL;
  char **b = after != CADRE_NO_ROW
               ? cadre_feed_render (self, 1, through->table, carrier, after, FALSE, 0)
               : NULL;
  const gboolean is_before = is_said (through, a);
  const gboolean is_after = is_said (through, b);

  if (is_before != is_after || (is_before && !cadre_feed_same_cells (carrier, a, b)))
    cadre_feed_plan (self,
                     get_operation_through (through, !is_before ? COME
                                                     : is_after ? OTHER
                                                                : GONE),
                     through->table, carrier, is_before ? before : CADRE_NO_ROW,
                     is_after ? after : CADRE_NO_ROW);

  cadre_feed_free_cells (a, through->table->columns->len);
  cadre_feed_free_cells (b, through->table->columns->len);
}

static void
compare_record (CadreChangeFeed *self, const GArray *carriers, guint32 before, guint32 after)
{
  for (guint i = 0; i < carriers->len; i++)
    compare_through (self, &g_array_index (carriers, Carrier, i), before, after);
}

/* The records of the map that hold the kind. One that only shares columns holds
 * nothing of its own. */
static GArray *
find_carriers (CadreChangeFeed *self, CadreRecordKind kind)
{
  GArray *carriers = g_array_new (FALSE, FALSE, sizeof (Carrier));

  for (guint i = 0; i < self->map->tables->len; i++)
    {
      const CadreMapTable *table = cadre_map_table (self->map, i);

      for (guint j = 0; j < table->records->len; j++)
        {
          const CadreMapRecord *record = cadre_map_record (table, j);
          const Carrier carrier = { table, record, carriers->len == 0 };

          if (record->kind == kind && !record->reads_only && !cadre_feed_is_implied (table, record))
            g_array_append_val (carriers, carrier);
        }
    }

  return carriers;
}

static guint32
find_row (const CadreFeedSide *side, CadreRecordKind kind, const char *id)
{
  return id != NULL ? cadre_tables_find (side->tables, kind, id) : CADRE_NO_ROW;
}

static void
report_rekeyed (CadreChangeFeed *self, const char *id)
{
  const char *after = cadre_mapping_get_same_after (cadre_diff_get_mapping (self->diff), id);
  g_autofree char *subject = g_strconcat ("post/", id, NULL);

  if (after != NULL && strcmp (after, id) != 0)
    cadre_feed_report (self->issues, "exchange.feed.rekeyed", NULL, subject);
}

void
cadre_feed_compare_records (CadreChangeFeed *self, CadreRecordKind kind)
{
  g_autoptr (GArray) carriers = find_carriers (self, kind);
  const guint32 n_before = cadre_tables_get (self->sides[0].tables, kind)->n_rows;
  const guint32 n_after = cadre_tables_get (self->sides[1].tables, kind)->n_rows;

  if (carriers->len == 0)
    return;

  for (guint32 row = 0; row < n_after; row++)
    {
      const char *id = cadre_tables_id (self->sides[1].tables, kind, row);

      compare_record (self, carriers, find_row (&self->sides[0], kind, id), row);
    }
  for (guint32 row = 0; row < n_before; row++)
    {
      const char *id = cadre_tables_id (self->sides[0].tables, kind, row);

      if (id == NULL || find_row (&self->sides[1], kind, id) != CADRE_NO_ROW)
        continue;
      compare_record (self, carriers, row, CADRE_NO_ROW);
      if (kind == CADRE_RECORD_KIND_POST)
        report_rekeyed (self, id);
    }
}
