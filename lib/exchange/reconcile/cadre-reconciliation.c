/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-reconciliation
 * @Title: CadreReconciliation
 * @Short_Description: On what the lists of one establishment agree
 *
 * A #CadreReconciliation is what a #CadreReconciler gives: a #GListModel of
 * #CadreReconciledRow. Rows come in the order of the first list, then what only the
 * second has, then what only the third has. The numbers of records of a list in rows
 * of each kind add up to what the list has.
 *
 * What is for others goes through cadre_reconciliation_redact(); the writers do that
 * by themselves.
 *
 * It does not change, so threads may share it.
 */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "exchange/reconcile/cadre-reconcile-private.h"
#include <cadre/cadre-exchange-error.h>

#include <string.h>

#define MAX_ISSUES 1000

static void list_model_iface_init (GListModelInterface *iface);

/**
 * CadreReconciliation:
 *
 * What lists of one establishment agree on, and what not.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CadreReconciliation,
                               cadre_reconciliation,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
cadre_reconciliation_get_item_type (G_GNUC_UNUSED GListModel *model)
{
  return CADRE_TYPE_RECONCILED_ROW;
}

static guint
cadre_reconciliation_get_n_items (GListModel *model)
{
  return CADRE_RECONCILIATION (model)->n_groups;
}

static gpointer
cadre_reconciliation_get_item (GListModel *model, guint position)
{
  return cadre_reconciliation_get_row (CADRE_RECONCILIATION (model), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_reconciliation_get_item_type;
  iface->get_n_items = cadre_reconciliation_get_n_items;
  iface->get_item = cadre_reconciliation_get_item;
}

static void
cadre_reconciliation_finalize (GObject *object)
{
  CadreReconciliation *self = CADRE_RECONCILIATION (object);

  for (guint i = 0; i < self->n_sides; i++)
    {
      g_clear_object (&self->sides[i].structure);
      g_free (self->sides[i].label);
    }
  g_clear_pointer (&self->key, cadre_reconcile_field_free);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_clear_object (&self->issues);
  g_free (self->group_of);
  g_free (self->first);
  g_free (self->nodes);
  g_free (self->kinds);
  g_free (self->has_key);

  G_OBJECT_CLASS (cadre_reconciliation_parent_class)->finalize (object);
}

static void
cadre_reconciliation_class_init (CadreReconciliationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_reconciliation_finalize;
}

static void
cadre_reconciliation_init (CadreReconciliation *self)
{
  self->fields = g_ptr_array_new_with_free_func ((GDestroyNotify) cadre_reconcile_field_free);
  self->issues = cadre_issue_list_new (MAX_ISSUES);
}

CadreReconciliation *
cadre_reconciliation_begin (CadreRecordKind kind,
                            CadreStructure *const *structures,
                            guint n_sides,
                            const char *const *labels)
{
  static const char *const letters[CADRE_RECONCILE_MAX_SIDES] = { "A", "B", "C" };
  CadreReconciliation *self = g_object_new (CADRE_TYPE_RECONCILIATION, NULL);
  guint n_labels = labels != NULL ? g_strv_length ((char **) labels) : 0;

  self->kind = kind;
  self->n_sides = n_sides;
  for (guint i = 0; i < n_sides; i++)
    {
      CadreReconcileSide *side = &self->sides[i];

      side->structure = g_object_ref (structures[i]);
      side->tables = cadre_structure_get_tables (structures[i]);
      side->index = cadre_structure_get_index (structures[i]);
      side->label = g_strdup (i < n_labels ? labels[i] : letters[i]);
      side->first_node = self->n_nodes;
      side->n_rows = cadre_tables_get (side->tables, kind)->n_rows;
      self->n_nodes += side->n_rows;
    }

  return self;
}

/**
 * cadre_reconciliation_get_n_sides:
 * @self: a #CadreReconciliation
 *
 * Counts the lists.
 *
 * Returns: 2 or 3
 *
 * Since: 1.0
 */
guint
cadre_reconciliation_get_n_sides (CadreReconciliation *self)
{
  g_return_val_if_fail (CADRE_IS_RECONCILIATION (self), 0);

  return self->n_sides;
}

/**
 * cadre_reconciliation_get_structure:
 * @self: a #CadreReconciliation
 * @side: which list, from 0
 *
 * Gets a list.
 *
 * Returns: (transfer none) (nullable): the structure, or %NULL past the last list
 *
 * Since: 1.0
 */
CadreStructure *
cadre_reconciliation_get_structure (CadreReconciliation *self, guint side)
{
  g_return_val_if_fail (CADRE_IS_RECONCILIATION (self), NULL);

  return side < self->n_sides ? self->sides[side].structure : NULL;
}

/**
 * cadre_reconciliation_get_label:
 * @self: a #CadreReconciliation
 * @side: which list, from 0
 *
 * Gets what a list is called.
 *
 * Returns: (transfer none) (nullable): the label, or %NULL past the last list
 *
 * Since: 1.0
 */
const char *
cadre_reconciliation_get_label (CadreReconciliation *self, guint side)
{
  g_return_val_if_fail (CADRE_IS_RECONCILIATION (self), NULL);

  return side < self->n_sides ? self->sides[side].label : NULL;
}

/**
 * cadre_reconciliation_get_record_kind:
 * @self: a #CadreReconciliation
 *
 * Gets what was put side by side.
 *
 * Returns: the kind of record
 *
 * Since: 1.0
 */
CadreRecordKind
cadre_reconciliation_get_record_kind (CadreReconciliation *self)
{
  g_return_val_if_fail (CADRE_IS_RECONCILIATION (self), CADRE_RECORD_KIND_POST);

  return self->kind;
}

/**
 * cadre_reconciliation_get_key:
 * @self: a #CadreReconciliation
 *
 * Gets by which field records belong together.
 *
 * Returns: (transfer none): the name of the field
 *
 * Since: 1.0
 */
const char *
cadre_reconciliation_get_key (CadreReconciliation *self)
{
  g_return_val_if_fail (CADRE_IS_RECONCILIATION (self), NULL);

  return self->key->name;
}

/**
 * cadre_reconciliation_dup_fields:
 * @self: a #CadreReconciliation
 *
 * Gets which fields were compared.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names
 *
 * Since: 1.0
 */
char **
cadre_reconciliation_dup_fields (CadreReconciliation *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (CADRE_IS_RECONCILIATION (self), NULL);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const CadreReconcileField *field = g_ptr_array_index (self->fields, i);

      g_ptr_array_add (names, g_strdup (field->name));
    }
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * cadre_reconciliation_get_issues:
 * @self: a #CadreReconciliation
 *
 * Gets what stood in the way: keys that are not unique or not there, and pairs that
 * contradict each other. The origin of an issue is the label of the list and, after a
 * colon, the place in it.
 *
 * Returns: (transfer none): the issues
 *
 * Since: 1.0
 */
CadreIssueList *
cadre_reconciliation_get_issues (CadreReconciliation *self)
{
  g_return_val_if_fail (CADRE_IS_RECONCILIATION (self), NULL);

  return self->issues;
}

/**
 * cadre_reconciliation_is_agreed:
 * @self: a #CadreReconciliation
 *
 * Tells whether every row is agreed.
 *
 * Returns: %TRUE if so
 *
 * Since: 1.0
 */
gboolean
cadre_reconciliation_is_agreed (CadreReconciliation *self)
{
  g_return_val_if_fail (CADRE_IS_RECONCILIATION (self), FALSE);

  return self->n_by_kind[CADRE_RECONCILED_KIND_AGREED] == self->n_groups;
}

/**
 * cadre_reconciliation_get_n_rows:
 * @self: a #CadreReconciliation
 * @kind: a kind of row
 *
 * Counts the rows of a kind.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_reconciliation_get_n_rows (CadreReconciliation *self, CadreReconciledKind kind)
{
  g_return_val_if_fail (CADRE_IS_RECONCILIATION (self), 0);
  g_return_val_if_fail ((guint) kind < CADRE_N_RECONCILED_KINDS, 0);

  return self->n_by_kind[kind];
}

/**
 * cadre_reconciliation_get_n_records:
 * @self: a #CadreReconciliation
 * @kind: a kind of row
 * @side: which list, from 0
 *
 * Counts the records of a list that are in rows of a kind.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_reconciliation_get_n_records (CadreReconciliation *self, CadreReconciledKind kind, guint side)
{
  g_return_val_if_fail (CADRE_IS_RECONCILIATION (self), 0);
  g_return_val_if_fail ((guint) kind < CADRE_N_RECONCILED_KINDS, 0);

  return side < self->n_sides ? self->n_records[kind][side] : 0;
}

/**
 * cadre_reconciliation_get_n_withheld:
 * @self: a #CadreReconciliation
 * @side: which list, from 0
 *
 * Counts the records of a list that are in no row since they may not be shown: see
 * cadre_reconciliation_redact().
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_reconciliation_get_n_withheld (CadreReconciliation *self, guint side)
{
  g_return_val_if_fail (CADRE_IS_RECONCILIATION (self), 0);

  return side < self->n_sides ? self->n_withheld[side] : 0;
}

/**
 * cadre_reconciliation_get_n_of_field:
 * @self: a #CadreReconciliation
 * @field: the name of a field
 * @result: what is found of it
 *
 * Counts the rows in which this is found of a field. Rows of which fields cannot be
 * compared, since their records are in one list or ambiguous, are not counted.
 *
 * Returns: the number, 0 for a field that was not compared
 *
 * Since: 1.0
 */
guint
cadre_reconciliation_get_n_of_field (CadreReconciliation *self,
                                     const char *field,
                                     CadreFieldResult result)
{
  g_return_val_if_fail (CADRE_IS_RECONCILIATION (self), 0);
  g_return_val_if_fail (field != NULL, 0);
  g_return_val_if_fail ((guint) result < CADRE_N_FIELD_RESULTS, 0);

  for (guint i = 0; i < self->fields->len; i++)
    {
      const CadreReconcileField *known = g_ptr_array_index (self->fields, i);

      if (strcmp (known->name, field) == 0)
        return self->n_by_field[i][result];
    }

  return 0;
}

/**
 * cadre_reconciliation_get_row:
 * @self: a #CadreReconciliation
 * @position: which row, from 0
 *
 * Gets a row. It is g_list_model_get_item() with a type.
 *
 * Returns: (transfer full) (nullable): the row, or %NULL past the last one
 *
 * Since: 1.0
 */
CadreReconciledRow *
cadre_reconciliation_get_row (CadreReconciliation *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_RECONCILIATION (self), NULL);

  return position < self->n_groups ? cadre_reconciled_row_new (self, position) : NULL;
}
