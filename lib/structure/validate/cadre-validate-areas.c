/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Areas may overlap, so that one may be a part of several: circles are the
 * strongly connected components of the graph, found as in Tarjan, "Depth-first
 * search and linear graph algorithms", SIAM Journal on Computing 1 (1972), with
 * a stack of its own in place of recursion. */

#include "config.h"

#include "structure/validate/cadre-validate-private.h"

#include <stdlib.h>

typedef struct
{
  const CadreValidation *validation;
  CadreBackward parts; /* by area, the rows of area parts; those of other dates among them */
  guint32 *number;     /* by area: when it was met, counted from 1; 0 before that */
  guint32 *low;        /* by area: the earliest one that it leads back to */
  guint32 *next;       /* by area: how many of its parts have been looked at */
  guint32 *path;       /* the areas that the search is in the midst of */
  guint32 *pending;    /* the areas whose component is not known */
  guint8 *is_pending;  /* by area */
  guint32 n_path;
  guint32 n_pending;
  guint32 n_met;
} Search;

static guint32
get_part (const Search *self, guint32 row)
{
  const CadreTables *tables = self->validation->tables;
  const CadreTable *table = cadre_tables_get (tables, CADRE_RECORD_KIND_AREA_PART);

  return cadre_tables_in_force (tables, table->kind, row, tables->as_of) == CADRE_TRUTH_FALSE
           ? CADRE_NO_ROW
           : cadre_table_reference (table, CADRE_FIELD_AREA_PART_PART, row);
}

static gboolean
is_part_of_itself (const Search *self, guint32 area)
{
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&self->parts, area, &n);

  for (guint32 i = 0; i < n; i++)
    if (get_part (self, rows[i]) == area)
      return TRUE;

  return FALSE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/* Takes a component off the pending areas, and reports it if it is a circle. */
static void
close_component (Search *self, guint32 area)
{
  const CadreValidation *validation = self->validation;
  guint32 end = self->n_pending;
  guint32 *rows = NULL;
  guint32 n = 0;
  g_autofree char *ids = NULL;

  do
    self->is_pending[self->pending[--self->n_pending]] = FALSE;
  while (self->pending[self->n_pending] != area);

  rows = self->pending + self->n_pending;
  n = end - self->n_pending;
  if (n == 1 && !is_part_of_itself (self, area))
    return;

  qsort (rows, n, sizeof (guint32), compare_rows);
  if (!cadre_issue_list_is_full (validation->issues))
    ids = cadre_validate_dup_ids (validation, CADRE_RECORD_KIND_AREA, rows, n);
  cadre_validate_report (validation->tables, validation->issues, CADRE_RULE_AREA_CYCLE,
                         CADRE_RECORD_KIND_AREA, rows[0], CADRE_NO_FIELD, ids);
}

static void
enter (Search *self, guint32 area)
{
  self->number[area] = ++self->n_met;
  self->low[area] = self->number[area];
  self->path[self->n_path++] = area;
  self->pending[self->n_pending++] = area;
  self->is_pending[area] = TRUE;
}

static void
leave (Search *self, guint32 area)
{
  self->n_path--;
  if (self->n_path > 0)
    {
      guint32 above = self->path[self->n_path - 1];

      self->low[above] = MIN (self->low[above], self->low[area]);
    }
  if (self->low[area] == self->number[area])
    close_component (self, area);
}

static void
search_from (Search *self, guint32 first)
{
  enter (self, first);
  while (self->n_path > 0)
    {
      guint32 area = self->path[self->n_path - 1];
      guint32 n = 0;
      const guint32 *rows = cadre_backward_get (&self->parts, area, &n);
      guint32 part = CADRE_NO_ROW;

      if (self->next[area] == n)
        {
          leave (self, area);
          continue;
        }

      part = get_part (self, rows[self->next[area]++]);
      if (part >= CADRE_AMBIGUOUS_ROW)
        continue;
      if (self->number[part] == 0)
        enter (self, part);
      else if (self->is_pending[part])
        self->low[area] = MIN (self->low[area], self->number[part]);
    }
}

gboolean
cadre_validate_areas (const CadreValidation *self)
{
  const CadreTable *parts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_AREA_PART);
  guint32 n_areas = self->tables->tables[CADRE_RECORD_KIND_AREA].n_rows;
  gsize n = (gsize) n_areas + 1;
  g_autofree guint32 *room = g_try_new0 (guint32, n * 5);
  g_autofree guint8 *is_pending = g_try_malloc0 (n);
  Search search = { .validation = self, .is_pending = is_pending };

  if (room == NULL || is_pending == NULL ||
      !cadre_backward_init (&search.parts, n_areas, parts->references[CADRE_FIELD_AREA_PART_AREA],
                            parts->n_rows))
    {
      cadre_backward_clear (&search.parts);
      return FALSE;
    }

  search.number = room;
  search.low = room + n;
  search.next = room + n * 2;
  search.path = room + n * 3;
  search.pending = room + n * 4;
  for (guint32 i = 0; i < n_areas; i++)
    if (search.number[i] == 0)
      search_from (&search, i);

  cadre_backward_clear (&search.parts);
  return TRUE;
}
