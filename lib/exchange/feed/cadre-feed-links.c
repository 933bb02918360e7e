/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Records that have no ids: reporting lines, by the post that reports, and other
 * links, by all of their ends. */

#include "config.h"

#include "exchange/feed/cadre-feed-private.h"

#include <string.h>

/* A line as it would be written. */
typedef struct
{
  guint32 row;
  const CadreMapTable *table;
  const CadreMapRecord *carrier;
  char **cells;
  const char *manager; /* (nullable): where cells do not say who: two empty ones are not the same */
  gboolean is_done;
} Line;

static void
clear_line (gpointer data)
{
  Line *line = data;

  cadre_feed_free_cells (line->cells, line->table->columns->len);
}

static const char *
get_post (const CadreTables *tables, guint32 row)
{
  const CadreTable *table = cadre_tables_get (tables, CADRE_RECORD_KIND_LINE);
  const char *post =
    cadre_tables_text (tables, cadre_table_code (table, CADRE_FIELD_LINE_POST, row));

  return post != NULL ? post : "";
}

/* The lines of one post, which follow each other; @row is moved behind them. */
static GArray *
take_lines (CadreChangeFeed *self, guint side, guint32 *row, const char *post)
{
  const CadreTables *tables = self->sides[side].tables;
  const CadreTable *table = cadre_tables_get (tables, CADRE_RECORD_KIND_LINE);
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));

  g_array_set_clear_func (lines, clear_line);
  for (; *row < table->n_rows && strcmp (get_post (tables, *row), post) == 0; ++*row)
    {
      Line line = { .row = *row };

      if (!cadre_line_has_end (table, *row))
        continue;
      line.carrier =
        cadre_feed_find_carrier (self, CADRE_RECORD_KIND_LINE, side, *row, &line.table);
      if (line.carrier == NULL)
        continue;
      line.cells = cadre_feed_render (self, side, line.table, line.carrier, *row, FALSE, 0);
      if (self->unwritten->len > 0)
        line.manager =
          cadre_tables_text (tables, cadre_table_code (table, CADRE_FIELD_LINE_MANAGER, *row));
      g_array_append_val (lines, line);
    }

  return lines;
}

static gboolean
is_same_line (const Line *a, const Line *b)
{
  return a->carrier == b->carrier && g_strcmp0 (a->manager, b->manager) == 0 &&
         cadre_feed_same_cells (a->carrier, a->cells, b->cells);
}

static gboolean
has_same_carrier (const Line *a, const Line *b)
{
  return a->carrier == b->carrier;
}

/* Pairs what is not yet paired. A pair that is not the same line is one that was
 * pointed elsewhere. */
static void
pair_lines (CadreChangeFeed *self,
            GArray *before,
            GArray *after,
            gboolean (*belong) (const Line *a, const Line *b))
{
  for (guint i = 0; i < before->len; i++)
    for (guint j = 0; j < after->len; j++)
      {
        Line *a = &g_array_index (before, Line, i);
        Line *b = &g_array_index (after, Line, j);

        if (a->is_done || b->is_done || !belong (a, b))
          continue;
        a->is_done = TRUE;
        b->is_done = TRUE;
        if (!is_same_line (a, b))
          cadre_feed_plan (self, CADRE_FEED_OPERATION_POINT_LINE, b->table, b->carrier, a->row,
                           b->row);
      }
}

static void
compare_lines_of_post (CadreChangeFeed *self, GArray *before, GArray *after)
{
  pair_lines (self, before, after, is_same_line);
  pair_lines (self, before, after, has_same_carrier);

  for (guint i = 0; i < before->len; i++)
    {
      const Line *line = &g_array_index (before, Line, i);

      if (!line->is_done)
        cadre_feed_plan (self, CADRE_FEED_OPERATION_END_LINE, line->table, line->carrier, line->row,
                         CADRE_NO_ROW);
    }
  for (guint i = 0; i < after->len; i++)
    {
      const Line *line = &g_array_index (after, Line, i);

      if (!line->is_done)
        cadre_feed_plan (self, CADRE_FEED_OPERATION_POINT_LINE, line->table, line->carrier,
                         CADRE_NO_ROW, line->row);
    }
}

/* Both tables are in order of the post. */
void
cadre_feed_compare_lines (CadreChangeFeed *self)
{
  const guint32 n[2] = {
    cadre_tables_get (self->sides[0].tables, CADRE_RECORD_KIND_LINE)->n_rows,
    cadre_tables_get (self->sides[1].tables, CADRE_RECORD_KIND_LINE)->n_rows,
  };
  guint32 rows[2] = { 0, 0 };

  while (rows[0] < n[0] || rows[1] < n[1])
    {
      const char *a = rows[0] < n[0] ? get_post (self->sides[0].tables, rows[0]) : NULL;
      const char *b = rows[1] < n[1] ? get_post (self->sides[1].tables, rows[1]) : NULL;
      const char *post = a == NULL || (b != NULL && strcmp (b, a) < 0) ? b : a;
      g_autoptr (GArray) before = take_lines (self, 0, &rows[0], post);
      g_autoptr (GArray) after = take_lines (self, 1, &rows[1], post);

      compare_lines_of_post (self, before, after);
    }
}

/* Other links, each by its subject. */

typedef struct
{
  char *subject;
  guint32 row;
} Link;

static void
clear_link (gpointer data)
{
  g_free (((Link *) data)->subject);
}

static int
compare_subjects (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Link *) a)->subject, ((const Link *) b)->subject);
}

static GArray *
list_links (CadreChangeFeed *self, guint side, CadreRecordKind kind)
{
  const CadreTables *tables = self->sides[side].tables;
  GArray *links = g_array_new (FALSE, FALSE, sizeof (Link));

  g_array_set_clear_func (links, clear_link);
  for (guint32 row = 0; row < cadre_tables_get (tables, kind)->n_rows; row++)
    {
      const Link link = { cadre_tables_dup_subject (tables, kind, row), row };

      g_array_append_val (links, link);
    }
  g_array_sort (links, compare_subjects);

  return links;
}

static void
compare_link (CadreChangeFeed *self, CadreRecordKind kind, guint32 before, guint32 after)
{
  const guint side = after != CADRE_NO_ROW ? 1 : 0;
  const CadreMapTable *table = NULL;
  const CadreMapRecord *carrier =
    cadre_feed_find_carrier (self, kind, side, side == 1 ? after : before, &table);
  char **a = NULL;
  char **b = NULL;

  if (carrier == NULL)
    return;

  a = before != CADRE_NO_ROW ? cadre_feed_render (self, 0, table, carrier, before, FALSE, 0) : NULL;
  b = after != CADRE_NO_ROW ? cadre_feed_render (self, 1, table, carrier, after, FALSE, 0) : NULL;
  if (a == NULL || b == NULL || !cadre_feed_same_cells (carrier, a, b))
    cadre_feed_plan (self,
                     a == NULL   ? CADRE_FEED_OPERATION_CREATE_RECORD
                     : b == NULL ? CADRE_FEED_OPERATION_DELIMIT_RECORD
                                 : CADRE_FEED_OPERATION_CHANGE_RECORD,
                     table, carrier, before, after);
  cadre_feed_free_cells (a, table->columns->len);
  cadre_feed_free_cells (b, table->columns->len);
}

void
cadre_feed_compare_links (CadreChangeFeed *self, CadreRecordKind kind)
{
  g_autoptr (GArray) before = list_links (self, 0, kind);
  g_autoptr (GArray) after = list_links (self, 1, kind);
  guint i = 0;
  guint j = 0;

  while (i < before->len || j < after->len)
    {
      const Link *a = i < before->len ? &g_array_index (before, Link, i) : NULL;
      const Link *b = j < after->len ? &g_array_index (after, Link, j) : NULL;
      const int order = a == NULL ? 1 : b == NULL ? -1 : compare_subjects (a, b);

      compare_link (self, kind, a != NULL && order <= 0 ? a->row : CADRE_NO_ROW,
                    b != NULL && order >= 0 ? b->row : CADRE_NO_ROW);
      i += order <= 0;
      j += order >= 0;
    }
}
