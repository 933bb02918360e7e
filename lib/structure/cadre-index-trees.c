/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The two trees of a structure: units, and posts under line management. Both
 * are taken at the as-of date, and neither walk recurses: a line of management
 * may be as long as the structure has posts, and may close upon itself. */

#include "config.h"

#include "kernel/cadre-pages-private.h"
#include "structure/cadre-index-private.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  gint32 order; /* unstated orders come last */
  guint32 row;
} Sibling;

static int
compare_siblings (gconstpointer a, gconstpointer b)
{
  const Sibling *x = a;
  const Sibling *y = b;

  if (x->order != y->order)
    return x->order < y->order ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

static void
sort_siblings (guint32 *rows, guint32 n, const CadreTable *table, guint order_field)
{
  g_autofree Sibling *siblings = g_new (Sibling, n);

  for (guint32 i = 0; i < n; i++)
    {
      int order = cadre_table_integer (table, order_field, rows[i]);

      siblings[i] = (Sibling){ order < 0 ? G_MAXINT32 : order, rows[i] };
    }

  qsort (siblings, n, sizeof (Sibling), compare_siblings);
  for (guint32 i = 0; i < n; i++)
    rows[i] = siblings[i].row;
}

void
cadre_backward_sort_siblings (CadreBackward *self,
                              guint32 n_targets,
                              const CadreTable *table,
                              guint order_field)
{
  if (table->columns[order_field] == NULL || self->first == NULL)
    return;

  for (guint32 i = 0; i < n_targets; i++)
    {
      guint32 n = self->first[i + 1] - self->first[i];

      if (n > 1)
        sort_siblings (self->rows + self->first[i], n, table, order_field);
    }
}

/* Puts the rows without a parent into @roots, in sibling order. */
static guint32
find_roots (const CadreTable *table, const guint32 *parent, guint order_field, guint32 *roots)
{
  guint32 n = 0;

  for (guint32 i = 0; i < table->n_rows; i++)
    if (parent[i] == CADRE_NO_ROW)
      roots[n++] = i;

  if (table->columns[order_field] != NULL && n > 1)
    sort_siblings (roots, n, table, order_field);

  return n;
}

void
cadre_backward_walk (const CadreBackward *children,
                     const guint32 *parent,
                     guint32 n_rows,
                     const guint32 *roots,
                     guint32 n_roots,
                     guint32 *stack,
                     guint8 *seen,
                     guint32 *walk,
                     guint32 *n_walked,
                     gint32 *depth)
{
  guint32 n_stack = 0;
  guint32 n = 0;

  memset (seen, FALSE, n_rows);

  /* Backwards onto the stack, so that the first comes off first. Under a root
   * there is no way round in a circle: every row has one parent. */
  for (guint32 i = n_roots; i > 0; i--)
    stack[n_stack++] = roots[i - 1];
  while (n_stack > 0)
    {
      guint32 row = stack[--n_stack];
      guint32 n_children = 0;
      const guint32 *rows = cadre_backward_get (children, row, &n_children);

      walk[n++] = row;
      seen[row] = TRUE;
      if (depth != NULL)
        depth[row] = parent[row] == CADRE_NO_ROW ? 0 : depth[parent[row]] + 1;
      for (guint32 i = n_children; i > 0; i--)
        stack[n_stack++] = rows[i - 1];
    }

  *n_walked = n;
  for (guint32 i = 0; i < n_rows; i++)
    if (!seen[i])
      {
        walk[n++] = i;
        if (depth != NULL)
          depth[i] = -1;
      }
}

/* The parent of each unit: a dated one that is in force comes before the one
 * that the unit itself names. */
static void
find_unit_parents (CadreIndex *self, const CadreTables *tables)
{
  const CadreTable *units = cadre_tables_get (tables, CADRE_RECORD_KIND_UNIT);
  const CadreTable *links = cadre_tables_get (tables, CADRE_RECORD_KIND_UNIT_PARENT);

  for (guint32 i = 0; i < self->n_units; i++)
    {
      guint32 parent = cadre_table_reference (units, CADRE_FIELD_UNIT_PARENT, i);

      self->unit_parent[i] = parent < self->n_units && parent != i ? parent : CADRE_NO_ROW;
    }

  /* Last first, so that of several the first counts. */
  for (guint32 i = links->n_rows; i > 0; i--)
    {
      guint32 unit = cadre_table_reference (links, CADRE_FIELD_UNIT_PARENT_UNIT, i - 1);
      guint32 parent = cadre_table_reference (links, CADRE_FIELD_UNIT_PARENT_PARENT, i - 1);

      if (unit < self->n_units && parent < self->n_units && unit != parent &&
          cadre_tables_in_force (tables, CADRE_RECORD_KIND_UNIT_PARENT, i - 1, tables->as_of) !=
            CADRE_TRUTH_FALSE)
        self->unit_parent[unit] = parent;
    }
}

gboolean
cadre_index_units (CadreIndex *self, const CadreTables *tables)
{
  const CadreTable *units = cadre_tables_get (tables, CADRE_RECORD_KIND_UNIT);
  const gsize n = (gsize) self->n_units + 1;
  g_autofree guint32 *roots = cadre_pages_try_array_of (guint32, n);
  g_autofree guint32 *stack = cadre_pages_try_array_of (guint32, n);
  g_autofree guint8 *seen = g_try_malloc (n);
  guint32 n_roots = 0;

  self->unit_parent = cadre_pages_try_array_of (guint32, n);
  self->unit_walk = cadre_pages_try_array_of (guint32, n);
  if (roots == NULL || stack == NULL || seen == NULL || self->unit_parent == NULL ||
      self->unit_walk == NULL)
    return FALSE;

  find_unit_parents (self, tables);
  if (!cadre_backward_init (&self->unit_children, self->n_units, self->unit_parent, self->n_units))
    return FALSE;
  cadre_backward_sort_siblings (&self->unit_children, self->n_units, units, CADRE_FIELD_UNIT_ORDER);

  n_roots = find_roots (units, self->unit_parent, CADRE_FIELD_UNIT_ORDER, roots);
  cadre_backward_walk (&self->unit_children, self->unit_parent, self->n_units, roots, n_roots,
                       stack, seen, self->unit_walk, &self->n_units_walked, NULL);
  return TRUE;
}

/* The line of management of each post: the first in natural order of those in
 * force, of which one that says at what it ends comes before one that does not.
 * That there are several is an issue. */
static void
find_manager_lines (CadreIndex *self, const CadreTables *tables)
{
  const CadreTable *lines = cadre_tables_get (tables, CADRE_RECORD_KIND_LINE);
  const guint8 *kinds = lines->columns[CADRE_FIELD_LINE_KIND];
  gboolean is_dated = cadre_table_is_dated (lines);

  memset (self->manager_line, 0xff, self->n_posts * sizeof (guint32));
  for (guint32 i = lines->n_rows; i > 0; i--)
    {
      guint32 post = cadre_table_reference (lines, CADRE_FIELD_LINE_POST, i - 1);

      /* A line is one of management unless it says otherwise. */
      if (post < self->n_posts && (kinds == NULL || kinds[i - 1] == CADRE_LINE_KIND_MANAGEMENT) &&
          (!is_dated || cadre_tables_in_force (tables, CADRE_RECORD_KIND_LINE, i - 1,
                                               tables->as_of) != CADRE_TRUTH_FALSE) &&
          (self->manager_line[post] == CADRE_NO_ROW || cadre_line_has_end (lines, i - 1)))
        self->manager_line[post] = i - 1;
    }
}

/* The manager's row; a post that is its own manager has none. */
static void
find_managers (CadreIndex *self, const CadreTables *tables)
{
  const CadreTable *lines = cadre_tables_get (tables, CADRE_RECORD_KIND_LINE);

  for (guint32 i = 0; i < self->n_posts; i++)
    {
      guint32 line = self->manager_line[i];
      guint32 manager = line != CADRE_NO_ROW
                          ? cadre_table_reference (lines, CADRE_FIELD_LINE_MANAGER, line)
                          : CADRE_NO_ROW;

      self->manager[i] = manager < self->n_posts && manager != i ? manager : CADRE_NO_ROW;
    }
}

/* Whether a post without a manager is at the top: it has no line of management,
 * or one that is known to lead to no post, or it answers to a body. A line of
 * which nothing is known leads somewhere. */
static gboolean
is_top (const CadreIndex *self, const CadreTables *tables, guint32 post)
{
  const CadreTable *lines = cadre_tables_get (tables, CADRE_RECORD_KIND_LINE);
  guint32 line = self->manager_line[post];
  guint32 manager = CADRE_STRING_UNKNOWN;

  if (line == CADRE_NO_ROW)
    return TRUE;

  manager = cadre_table_code (lines, CADRE_FIELD_LINE_MANAGER, line);
  if (manager > CADRE_STRING_NONE ||
      cadre_table_code (lines, CADRE_FIELD_LINE_UNIT, line) > CADRE_STRING_NONE)
    return FALSE;

  return manager == CADRE_STRING_NONE ||
         cadre_table_code (lines, CADRE_FIELD_LINE_BODY, line) > CADRE_STRING_NONE;
}

static void
find_tops (CadreIndex *self, const CadreTables *tables)
{
  memset (self->top, 0xff, self->n_posts * sizeof (guint32));
  for (guint32 i = 0; i < self->n_walked; i++)
    {
      guint32 post = self->walk[i];

      if (self->manager[post] != CADRE_NO_ROW)
        self->top[post] = self->top[self->manager[post]];
      else if (is_top (self, tables, post))
        self->top[post] = post;
    }
}

gboolean
cadre_index_reserve_management (CadreIndex *self, const CadreTables *tables)
{
  const gsize n = (gsize) self->n_posts + 1;

  self->manager = cadre_pages_try_array_of (guint32, n);
  self->manager_line = cadre_pages_try_array_of (guint32, n);
  self->walk = cadre_pages_try_array_of (guint32, n);
  self->depth = cadre_pages_try_array_of (gint32, n);
  self->top = cadre_pages_try_array_of (guint32, n);
  self->seen = g_try_malloc (n);
  if (self->manager == NULL || self->manager_line == NULL || self->walk == NULL ||
      self->depth == NULL || self->top == NULL || self->seen == NULL ||
      !cadre_backward_reserve (&self->reports, self->n_posts, self->manager, self->n_posts))
    return FALSE;

  find_manager_lines (self, tables);
  return TRUE;
}

/* Before there are tops and tiers, their room is that of the walk. */
void
cadre_index_fill_management (CadreIndex *self, const CadreTables *tables)
{
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  guint32 *roots = self->top;
  guint32 *stack = (guint32 *) self->tier;
  guint32 n_roots = 0;

  find_managers (self, tables);
  cadre_backward_fill (&self->reports, self->n_posts, self->manager, self->n_posts);
  cadre_backward_sort_siblings (&self->reports, self->n_posts, posts, CADRE_FIELD_POST_ORDER);

  n_roots = find_roots (posts, self->manager, CADRE_FIELD_POST_ORDER, roots);
  cadre_backward_walk (&self->reports, self->manager, self->n_posts, roots, n_roots, stack,
                       self->seen, self->walk, &self->n_walked, self->depth);
  g_clear_pointer (&self->seen, g_free);
  find_tops (self, tables);
}
