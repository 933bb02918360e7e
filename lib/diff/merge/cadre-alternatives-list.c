/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Some of the rows, and how many there are. */

#include "config.h"

#include "diff/merge/cadre-alternatives-private.h"

static gboolean
is_wanted (const CadreAlternativesRecord *record, CadreAlternativesShow show)
{
  return show == CADRE_ALTERNATIVES_SHOW_ALL ||
         (show == CADRE_ALTERNATIVES_SHOW_AGREED) == record->agreed;
}

static void
append_row (CadreAlternatives *self, GListStore *list, guint32 row)
{
  g_autoptr (CadreAlternativesRow) item = cadre_alternatives_row_new (self, row);

  g_list_store_append (list, item);
}

/**
 * cadre_alternatives_list:
 * @self: a #CadreAlternatives
 * @show: which rows
 *
 * Lists rows by whether the proposals agree in them.
 *
 * Returns: (transfer full): a list of #CadreAlternativesRow, in the order of
 *   @self
 *
 * Since: 1.0
 */
GListModel *
cadre_alternatives_list (CadreAlternatives *self, CadreAlternativesShow show)
{
  GListStore *list = NULL;

  g_return_val_if_fail (CADRE_IS_ALTERNATIVES (self), NULL);

  list = g_list_store_new (CADRE_TYPE_ALTERNATIVES_ROW);
  for (guint32 i = 0; i < self->n_records; i++)
    if (is_wanted (&self->records[i], show))
      append_row (self, list, i);

  return G_LIST_MODEL (list);
}

/**
 * cadre_alternatives_list_of_kind:
 * @self: a #CadreAlternatives
 * @show: which rows
 * @kind: the kind of records
 *
 * Lists the rows of one kind of records.
 *
 * Returns: (transfer full): a list of #CadreAlternativesRow, in the order of
 *   @self
 *
 * Since: 1.0
 */
GListModel *
cadre_alternatives_list_of_kind (CadreAlternatives *self,
                                 CadreAlternativesShow show,
                                 CadreRecordKind kind)
{
  GListStore *list = NULL;

  g_return_val_if_fail (CADRE_IS_ALTERNATIVES (self), NULL);

  list = g_list_store_new (CADRE_TYPE_ALTERNATIVES_ROW);
  for (guint32 i = 0; i < self->n_records; i++)
    if (self->records[i].kind == kind && is_wanted (&self->records[i], show))
      append_row (self, list, i);

  return G_LIST_MODEL (list);
}

/* Whether a unit is another, or is below it. A circle of units ends where as
 * many steps were made as there are units. */
static gboolean
is_unit_under (const CadreTables *tables, const CadreIndex *index, guint32 unit, guint32 top)
{
  const guint32 n = cadre_tables_get (tables, CADRE_RECORD_KIND_UNIT)->n_rows;

  for (guint32 steps = 0; unit < n && steps <= n; steps++)
    {
      if (unit == top)
        return TRUE;
      unit = index->unit_parent[unit];
    }

  return FALSE;
}

static gboolean
is_post_under (const CadreTables *tables, const CadreIndex *index, guint32 post, guint32 top)
{
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);

  return post != CADRE_NO_ROW &&
         is_unit_under (tables, index, cadre_table_reference (posts, CADRE_FIELD_POST_UNIT, post),
                        top);
}

static gboolean
is_in_unit (const CadreTables *tables,
            const CadreIndex *index,
            const CadreAlternativesRecord *record,
            guint32 post,
            guint32 top)
{
  if (top == CADRE_NO_ROW)
    return FALSE;
  if (record->post != CADRE_NO_ROW)
    return is_post_under (tables, index, post, top);

  return record->kind == CADRE_RECORD_KIND_UNIT && record->id != NULL &&
         is_unit_under (tables, index, cadre_tables_find (tables, record->kind, record->id), top);
}

/**
 * cadre_alternatives_list_in_unit:
 * @self: a #CadreAlternatives
 * @show: which rows
 * @unit_id: the id of a unit
 *
 * Lists the rows of posts and units that are part of a unit or of one below it,
 * in the base or in any proposal: what comes to it, and what leaves it.
 *
 * Returns: (transfer full): a list of #CadreAlternativesRow, in the order of
 *   @self
 *
 * Since: 1.0
 */
GListModel *
cadre_alternatives_list_in_unit (CadreAlternatives *self,
                                 CadreAlternativesShow show,
                                 const char *unit_id)
{
  const CadreTables *base = NULL;
  GListStore *list = NULL;
  g_autofree guint32 *tops = NULL;

  g_return_val_if_fail (CADRE_IS_ALTERNATIVES (self), NULL);
  g_return_val_if_fail (unit_id != NULL, NULL);

  base = cadre_structure_get_tables (self->base);
  tops = g_new (guint32, (gsize) self->n_proposals + 1);
  tops[self->n_proposals] = cadre_tables_find (base, CADRE_RECORD_KIND_UNIT, unit_id);
  for (guint k = 0; k < self->n_proposals; k++)
    tops[k] = cadre_tables_find (self->proposals[k].tables, CADRE_RECORD_KIND_UNIT, unit_id);

  list = g_list_store_new (CADRE_TYPE_ALTERNATIVES_ROW);
  for (guint32 i = 0; i < self->n_records; i++)
    {
      const CadreAlternativesRecord *record = &self->records[i];
      const guint32 post = record->post < self->n_base_posts ? record->post : CADRE_NO_ROW;
      gboolean inside = is_in_unit (base, cadre_structure_get_index (self->base), record, post,
                                    tops[self->n_proposals]);

      for (guint k = 0; k < self->n_proposals && !inside; k++)
        inside =
          is_in_unit (self->proposals[k].tables, self->proposals[k].index, record,
                      record->post != CADRE_NO_ROW ? self->proposals[k].rows_of_posts[record->post]
                                                   : 0,
                      tops[k]);
      if (inside && is_wanted (record, show))
        append_row (self, list, i);
    }

  return G_LIST_MODEL (list);
}

/**
 * cadre_alternatives_count:
 * @self: a #CadreAlternatives
 * @position: the place of a proposal
 * @kind: the kind of records
 * @state: what becomes of them
 *
 * Counts the rows of one kind in which a proposal does one thing. Records that
 * no proposal changes are in no row, and are not counted as unchanged.
 *
 * Returns: the number of rows; 0 too if there are not so many proposals
 *
 * Since: 1.0
 */
guint
cadre_alternatives_count (CadreAlternatives *self,
                          guint position,
                          CadreRecordKind kind,
                          CadreAlternativeState state)
{
  guint n = 0;

  g_return_val_if_fail (CADRE_IS_ALTERNATIVES (self), 0);

  for (guint32 i = 0; position < self->n_proposals && i < self->n_records; i++)
    n += self->records[i].kind == kind && cadre_alternatives_get_state (self, i, position) == state;

  return n;
}
