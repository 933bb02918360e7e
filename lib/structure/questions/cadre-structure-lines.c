/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Trees, lines, and what stands at their ends. */

#include "config.h"

#include "structure/questions/cadre-questions-private.h"

#include <stdlib.h>

static const CadreIndex *
get_index (CadreStructure *self)
{
  return cadre_structure_get_index (self);
}

/**
 * cadre_structure_list_reports:
 * @self: a #CadreStructure
 * @post_id: the id of a post
 *
 * Lists the posts that report to a post directly, by their lines of management.
 *
 * Returns: (transfer full): a list of #CadrePost, in their order as siblings
 *
 * Since: 1.0
 */
GListModel *
cadre_structure_list_reports (CadreStructure *self, const char *post_id)
{
  guint32 row = CADRE_NO_ROW;
  guint32 n = 0;
  const guint32 *rows = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (post_id != NULL, NULL);

  row = cadre_structure_find_row (self, CADRE_RECORD_KIND_POST, post_id);
  if (row != CADRE_NO_ROW)
    rows = cadre_backward_get (&get_index (self)->reports, row, &n);

  return cadre_structure_make_list (self, CADRE_RECORD_KIND_POST, rows, n);
}

/* From the manager of @row up. On a circle, or below one, every post comes once. */
static guint32
collect_chain (const CadreIndex *index, guint32 row, guint32 *rows, guint8 *seen)
{
  guint32 n = 0;

  seen[row] = TRUE;
  for (row = index->manager[row]; row != CADRE_NO_ROW && !seen[row]; row = index->manager[row])
    {
      seen[row] = TRUE;
      rows[n++] = row;
    }

  return n;
}

/**
 * cadre_structure_list_chain:
 * @self: a #CadreStructure
 * @post_id: the id of a post
 *
 * Lists the posts above a post, from its manager up to the top. Where lines of
 * management lead in a circle, each post comes once.
 *
 * Returns: (transfer full): a list of #CadrePost
 *
 * Since: 1.0
 */
GListModel *
cadre_structure_list_chain (CadreStructure *self, const char *post_id)
{
  const CadreIndex *index = NULL;
  g_autofree guint32 *rows = NULL;
  g_autofree guint8 *seen = NULL;
  guint32 row = CADRE_NO_ROW;
  guint32 n = 0;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (post_id != NULL, NULL);

  index = get_index (self);
  row = cadre_structure_find_row (self, CADRE_RECORD_KIND_POST, post_id);
  if (row != CADRE_NO_ROW)
    {
      rows = g_new (guint32, (gsize) index->n_posts + 1);
      seen = g_new0 (guint8, (gsize) index->n_posts + 1);
      n = collect_chain (index, row, rows, seen);
    }

  return cadre_structure_make_list (self, CADRE_RECORD_KIND_POST, rows, n);
}

/**
 * cadre_structure_list_tops:
 * @self: a #CadreStructure
 *
 * Lists the posts that no post manages. A post whose line of management ends at
 * a unit, at a post that is not there, or at nothing that is stated, is not one of
 * them: somebody manages it.
 *
 * Returns: (transfer full): a list of #CadrePost, in their order as siblings
 *
 * Since: 1.0
 */
GListModel *
cadre_structure_list_tops (CadreStructure *self)
{
  const CadreIndex *index = NULL;
  g_autoptr (GArray) rows = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);

  index = get_index (self);
  rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < index->n_walked; i++)
    if (index->top[index->walk[i]] == index->walk[i])
      g_array_append_val (rows, index->walk[i]);

  return cadre_structure_make_list (self, CADRE_RECORD_KIND_POST,
                                    (const guint32 *) (gconstpointer) rows->data, rows->len);
}

static gboolean
collect_below (guint32 row, guint32 depth, gpointer user_data)
{
  if (depth > 0)
    g_array_append_val ((GArray *) user_data, row);

  return TRUE;
}

/**
 * cadre_structure_list_units_under:
 * @self: a #CadreStructure
 * @unit_id: (nullable): the id of a unit, or %NULL for the whole structure
 *
 * Lists the units that are part of a unit, directly or through others, depth
 * first. Of the whole structure these are all units but those on a circle, or
 * below one.
 *
 * Returns: (transfer full): a list of #CadreUnit
 *
 * Since: 1.0
 */
GListModel *
cadre_structure_list_units_under (CadreStructure *self, const char *unit_id)
{
  const CadreIndex *index = NULL;
  g_autoptr (GArray) rows = NULL;
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);

  index = get_index (self);
  if (unit_id == NULL)
    return cadre_structure_make_list (self, CADRE_RECORD_KIND_UNIT, index->unit_walk,
                                      index->n_units_walked);

  rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  row = cadre_structure_find_row (self, CADRE_RECORD_KIND_UNIT, unit_id);
  if (row != CADRE_NO_ROW)
    cadre_backward_visit (&index->unit_children, index->n_units, row, collect_below, rows);

  return cadre_structure_make_list (self, CADRE_RECORD_KIND_UNIT,
                                    (const guint32 *) (gconstpointer) rows->data, rows->len);
}

typedef struct
{
  const CadreTables *tables;
  CadreWalkFunc func;
  gpointer user_data;
} Walk;

static gboolean
call_walk_func (guint32 row, guint32 depth, gpointer user_data)
{
  const Walk *walk = user_data;

  return walk->func (cadre_tables_id (walk->tables, CADRE_RECORD_KIND_POST, row), depth,
                     walk->user_data);
}

/**
 * cadre_structure_walk:
 * @self: a #CadreStructure
 * @post_id: (nullable): the id of the post to begin with, or %NULL for all
 * @func: (scope call): called for each post
 * @user_data: the data for @func
 *
 * Walks down the lines of management, depth first, each post before those that
 * report to it. A walk over all begins at every post that no post manages; posts
 * on a circle, or below one, are not reached from any. Every post comes once.
 *
 * Returns: %TRUE if the walk came to its end; %FALSE if @func stopped it, or for
 *   want of memory
 *
 * Since: 1.0
 */
gboolean
cadre_structure_walk (CadreStructure *self,
                      const char *post_id,
                      CadreWalkFunc func,
                      gpointer user_data)
{
  const CadreIndex *index = NULL;
  Walk walk = { NULL, func, user_data };
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), FALSE);
  g_return_val_if_fail (func != NULL, FALSE);

  index = get_index (self);
  walk.tables = cadre_structure_get_tables (self);
  if (post_id != NULL)
    {
      row = cadre_structure_find_row (self, CADRE_RECORD_KIND_POST, post_id);
      return row == CADRE_NO_ROW ||
             cadre_backward_visit (&index->reports, index->n_posts, row, call_walk_func, &walk);
    }

  for (guint32 i = 0; i < index->n_walked; i++)
    if (!call_walk_func (index->walk[i], (guint32) index->depth[index->walk[i]], &walk))
      return FALSE;

  return TRUE;
}

/* The rung of @post on the scale of an organisation, where the equivalences
 * lead there from the scale of the top. */
static int
find_rung (CadreStructure *self, guint32 post, guint32 organisation)
{
  const CadreTables *tables = cadre_structure_get_tables (self);
  const CadreTable *organisations = cadre_tables_get (tables, CADRE_RECORD_KIND_ORGANISATION);
  const CadreIndex *index = get_index (self);
  guint32 scale =
    cadre_table_reference (organisations, CADRE_FIELD_ORGANISATION_TIER_SCALE, organisation);
  guint32 top_scale = cadre_index_scale_of_post (tables, index->top[post]);

  if (scale >= CADRE_AMBIGUOUS_ROW || top_scale >= CADRE_AMBIGUOUS_ROW ||
      index->scale_group[scale] != index->scale_group[top_scale])
    return -1;

  return MAX (index->tier[post] - index->scale_offset[scale], -1);
}

/**
 * cadre_structure_get_tier:
 * @self: a #CadreStructure
 * @post_id: the id of a post
 * @organisation_id: (nullable): the id of the organisation on whose scale to
 *   count, or %NULL for the common scale
 *
 * Gets the tier that follows from the lines of management: that of the top plus
 * the steps below it. The scales of several organisations are made one by their
 * equivalences; that is the common scale. On the scale of an organisation a
 * joint post has the tier that this organisation gives it.
 *
 * The tier that documents state is another thing, see cadre_post_get_tier(), and
 * so is a grade.
 *
 * Returns: the tier, or -1 where it is not known, or is above the scale
 *
 * Since: 1.0
 */
int
cadre_structure_get_tier (CadreStructure *self, const char *post_id, const char *organisation_id)
{
  const CadreIndex *index = NULL;
  guint32 organisation = CADRE_NO_ROW;
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), -1);
  g_return_val_if_fail (post_id != NULL, -1);

  index = get_index (self);
  row = cadre_structure_find_row (self, CADRE_RECORD_KIND_POST, post_id);
  if (row == CADRE_NO_ROW || index->tier[row] == CADRE_NO_TIER)
    return -1;
  if (organisation_id == NULL)
    return MAX (index->tier[row], -1);

  organisation = cadre_structure_find_row (self, CADRE_RECORD_KIND_ORGANISATION, organisation_id);
  return organisation != CADRE_NO_ROW ? find_rung (self, row, organisation) : -1;
}

/**
 * cadre_structure_get_depth:
 * @self: a #CadreStructure
 * @post_id: the id of a post
 *
 * Counts the posts above a post, up to one that no post manages.
 *
 * Returns: the number of steps, or -1 where there is no such post or it is on a
 *   circle or below one
 *
 * Since: 1.0
 */
int
cadre_structure_get_depth (CadreStructure *self, const char *post_id)
{
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), -1);
  g_return_val_if_fail (post_id != NULL, -1);

  row = cadre_structure_find_row (self, CADRE_RECORD_KIND_POST, post_id);
  return row != CADRE_NO_ROW ? get_index (self)->depth[row] : -1;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return (x > y) - (x < y);
}

/* Brings rows into order, each once. */
static guint32
sort_once (guint32 *rows, guint32 n_rows)
{
  guint32 n = 0;

  qsort (rows, n_rows, sizeof (guint32), compare_rows);
  for (guint32 i = 0; i < n_rows; i++)
    if (n == 0 || rows[n - 1] != rows[i])
      rows[n++] = rows[i];

  return n;
}

/**
 * cadre_structure_list_accountable_bodies:
 * @self: a #CadreStructure
 * @post_id: the id of a post
 *
 * Lists the bodies to which a post is accountable: those at which a line of
 * accountability or of management ends that is in force. A joint post may be
 * accountable to the bodies of several organisations.
 *
 * Returns: (transfer full): a list of #CadreBody, in order of their ids
 *
 * Since: 1.0
 */
GListModel *
cadre_structure_list_accountable_bodies (CadreStructure *self, const char *post_id)
{
  const CadreTable *lines = NULL;
  g_autofree guint32 *bodies = NULL;
  const guint32 *rows = NULL;
  guint32 row = CADRE_NO_ROW;
  guint32 n = 0;
  guint32 n_bodies = 0;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (post_id != NULL, NULL);

  lines = cadre_tables_get (cadre_structure_get_tables (self), CADRE_RECORD_KIND_LINE);
  row = cadre_structure_find_row (self, CADRE_RECORD_KIND_POST, post_id);
  if (row != CADRE_NO_ROW)
    rows = cadre_backward_get (&get_index (self)->lines_of_post, row, &n);

  bodies = g_new (guint32, (gsize) n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      CadreLineKind kind = cadre_table_word (lines, CADRE_FIELD_LINE_KIND, rows[i]);
      guint32 body = cadre_table_reference (lines, CADRE_FIELD_LINE_BODY, rows[i]);

      if (body < CADRE_AMBIGUOUS_ROW &&
          (kind == CADRE_LINE_KIND_ACCOUNTABLE_TO || kind == CADRE_LINE_KIND_MANAGEMENT) &&
          cadre_structure_is_in_force (self, CADRE_RECORD_KIND_LINE, rows[i]))
        bodies[n_bodies++] = body;
    }

  return cadre_structure_make_list (self, CADRE_RECORD_KIND_BODY, bodies,
                                    sort_once (bodies, n_bodies));
}

/**
 * cadre_structure_dup_functions_of:
 * @self: a #CadreStructure
 * @post_id: the id of a post
 *
 * Gets the ids of the functions that a post has at the date of the structure,
 * whatever it does with them. One that is not a record of the structure is not
 * among them.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids, in their order
 *
 * Since: 1.0
 */
char **
cadre_structure_dup_functions_of (CadreStructure *self, const char *post_id)
{
  const CadreTables *tables = NULL;
  const CadreTable *table = NULL;
  g_autofree guint32 *functions = NULL;
  const guint32 *rows = NULL;
  guint32 row = CADRE_NO_ROW;
  guint32 n = 0;
  guint32 n_functions = 0;
  char **ids = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (post_id != NULL, NULL);

  tables = cadre_structure_get_tables (self);
  table = cadre_tables_get (tables, CADRE_RECORD_KIND_RESPONSIBILITY);
  row = cadre_structure_find_row (self, CADRE_RECORD_KIND_POST, post_id);
  if (row != CADRE_NO_ROW)
    rows = cadre_backward_get (&get_index (self)->responsibilities_of_post, row, &n);

  functions = g_new (guint32, (gsize) n + 1);
  for (guint32 i = 0; i < n; i++)
    {
      functions[n_functions] =
        cadre_table_reference (table, CADRE_FIELD_RESPONSIBILITY_FUNCTION_ID, rows[i]);
      if (functions[n_functions] < CADRE_AMBIGUOUS_ROW &&
          cadre_structure_is_in_force (self, CADRE_RECORD_KIND_RESPONSIBILITY, rows[i]))
        n_functions++;
    }

  n_functions = sort_once (functions, n_functions);
  ids = g_new0 (char *, (gsize) n_functions + 1);
  for (guint32 i = 0; i < n_functions; i++)
    ids[i] = g_strdup (cadre_tables_id (tables, CADRE_RECORD_KIND_FUNCTION, functions[i]));

  return ids;
}
