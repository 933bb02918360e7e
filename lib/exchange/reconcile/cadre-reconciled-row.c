/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-reconciled-row
 * @Title: CadreReconciledRow
 * @Short_Description: What the lists say of the records of one key
 *
 * A #CadreReconciledRow is one row of a #CadreReconciliation. Of a row that is in
 * several lists, once in each, each field has a result and a value for each list.
 *
 * Of three lists two may agree against one: that is the odd side, of a field or of the
 * whole row. Nobody says that the odd side is wrong.
 */

#include "config.h"

#include "exchange/reconcile/cadre-reconcile-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

struct _CadreReconciledRow
{
  GObject parent_instance;

  CadreReconciliation *reconciliation;
  guint32 group;
  char *key;                       /* never NULL */
  CadreReconcileFinding *findings; /* (nullable): by field; NULL where none can be compared */
};

/**
 * CadreReconciledRow:
 *
 * What lists say of the records of one key. It never changes.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreReconciledRow, cadre_reconciled_row, G_TYPE_OBJECT)

static void
cadre_reconciled_row_finalize (GObject *object)
{
  CadreReconciledRow *self = CADRE_RECONCILED_ROW (object);

  for (guint i = 0; self->findings != NULL && i < self->reconciliation->fields->len; i++)
    cadre_reconcile_finding_clear (&self->findings[i]);
  g_free (self->findings);
  g_free (self->key);
  g_clear_object (&self->reconciliation);

  G_OBJECT_CLASS (cadre_reconciled_row_parent_class)->finalize (object);
}

static void
cadre_reconciled_row_class_init (CadreReconciledRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_reconciled_row_finalize;
}

static void
cadre_reconciled_row_init (G_GNUC_UNUSED CadreReconciledRow *self)
{
}

CadreReconciledRow *
cadre_reconciled_row_new (CadreReconciliation *reconciliation, guint32 group)
{
  CadreReconciledRow *self = g_object_new (CADRE_TYPE_RECONCILED_ROW, NULL);

  self->reconciliation = g_object_ref (reconciliation);
  self->group = group;
  self->key = cadre_reconcile_dup_label (reconciliation, group);
  if (!cadre_reconcile_is_comparable (reconciliation, group))
    return self;

  self->findings = g_new0 (CadreReconcileFinding, reconciliation->fields->len + 1);
  for (guint i = 0; i < reconciliation->fields->len; i++)
    {
      cadre_reconcile_finding_init (&self->findings[i]);
      cadre_reconcile_find (reconciliation, group, i, &self->findings[i]);
    }

  return self;
}

static const CadreReconcileFinding *
find_field (CadreReconciledRow *self, const char *name)
{
  for (guint i = 0; self->findings != NULL && i < self->reconciliation->fields->len; i++)
    {
      const CadreReconcileField *field = g_ptr_array_index (self->reconciliation->fields, i);

      if (strcmp (field->name, name) == 0)
        return &self->findings[i];
    }

  return NULL;
}

/**
 * cadre_reconciled_row_get_kind:
 * @self: a #CadreReconciledRow
 *
 * Gets what became of the records of the key.
 *
 * Returns: the kind of row
 *
 * Since: 1.0
 */
CadreReconciledKind
cadre_reconciled_row_get_kind (CadreReconciledRow *self)
{
  g_return_val_if_fail (CADRE_IS_RECONCILED_ROW (self), CADRE_RECONCILED_KIND_AGREED);

  return self->reconciliation->kinds[self->group];
}

/**
 * cadre_reconciled_row_get_key:
 * @self: a #CadreReconciledRow
 *
 * Gets the key. Where there is none, or it is not shown, it is the label of a list and,
 * after a colon, what the record is there.
 *
 * Returns: (transfer none): the key
 *
 * Since: 1.0
 */
const char *
cadre_reconciled_row_get_key (CadreReconciledRow *self)
{
  g_return_val_if_fail (CADRE_IS_RECONCILED_ROW (self), NULL);

  return self->key;
}

/* The side that is the odd one in every field that differs and has one. */
static int
find_odd_of_fields (CadreReconciledRow *self)
{
  int odd = CADRE_NO_SIDE;

  for (guint i = 0; i < self->reconciliation->fields->len; i++)
    {
      const CadreReconcileFinding *finding = &self->findings[i];

      if (finding->result != CADRE_FIELD_RESULT_DIFFERS)
        continue;
      if (finding->odd_side == CADRE_NO_SIDE || (odd != CADRE_NO_SIDE && odd != finding->odd_side))
        return CADRE_NO_SIDE;
      odd = finding->odd_side;
    }

  return odd;
}

/* The side that has it while no other does, or has it not while all others do. */
static int
find_odd_of_presence (CadreReconciledRow *self, gboolean has)
{
  for (guint side = 0; side < self->reconciliation->n_sides; side++)
    {
      guint32 n = 0;

      cadre_reconcile_nodes_on (self->reconciliation, self->group, side, &n);
      if ((n > 0) == has)
        return (int) side;
    }

  return CADRE_NO_SIDE;
}

/**
 * cadre_reconciled_row_get_odd_side:
 * @self: a #CadreReconciledRow
 *
 * Gets which of three lists two others agree against: it says something else in every
 * field that differs, or it alone has the record, or it alone has it not.
 *
 * Returns: the list, from 0, or -1 where there is no such list
 *
 * Since: 1.0
 */
int
cadre_reconciled_row_get_odd_side (CadreReconciledRow *self)
{
  CadreReconciledKind kind = CADRE_RECONCILED_KIND_AGREED;

  g_return_val_if_fail (CADRE_IS_RECONCILED_ROW (self), CADRE_NO_SIDE);

  if (self->reconciliation->n_sides < CADRE_RECONCILE_MAX_SIDES)
    return CADRE_NO_SIDE;

  kind = cadre_reconciled_row_get_kind (self);
  if (kind == CADRE_RECONCILED_KIND_DIFFERS)
    return find_odd_of_fields (self);
  if (kind == CADRE_RECONCILED_KIND_MISSING || kind == CADRE_RECONCILED_KIND_ONLY_HERE)
    return find_odd_of_presence (self, kind == CADRE_RECONCILED_KIND_ONLY_HERE);

  return CADRE_NO_SIDE;
}

/**
 * cadre_reconciled_row_dup_records:
 * @self: a #CadreReconciledRow
 * @side: which list, from 0
 *
 * Gets the records of a list that the row is about, such as `post/P12`, or
 * where there is no id the place in the list: one, or none, or several where the row
 * is ambiguous.
 *
 * Returns: (transfer full) (array zero-terminated=1): the records
 *
 * Since: 1.0
 */
char **
cadre_reconciled_row_dup_records (CadreReconciledRow *self, guint side)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  const CadreReconciliation *whole = NULL;
  guint32 n = 0;
  guint32 first = 0;

  g_return_val_if_fail (CADRE_IS_RECONCILED_ROW (self), NULL);

  whole = self->reconciliation;
  if (side < whole->n_sides)
    first = cadre_reconcile_nodes_on (whole, self->group, side, &n);
  for (guint32 i = 0; i < n; i++)
    g_ptr_array_add (records, cadre_reconcile_dup_record (whole, whole->nodes[first + i]));
  g_ptr_array_add (records, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&records), FALSE);
}

/**
 * cadre_reconciled_row_get_result:
 * @self: a #CadreReconciledRow
 * @field: the name of a field
 *
 * Gets what the lists say of a field. What is not compared is not stated.
 *
 * Returns: the result
 *
 * Since: 1.0
 */
CadreFieldResult
cadre_reconciled_row_get_result (CadreReconciledRow *self, const char *field)
{
  const CadreReconcileFinding *finding = NULL;

  g_return_val_if_fail (CADRE_IS_RECONCILED_ROW (self), CADRE_FIELD_RESULT_NOT_STATED);
  g_return_val_if_fail (field != NULL, CADRE_FIELD_RESULT_NOT_STATED);

  finding = find_field (self, field);
  return finding != NULL ? finding->result : CADRE_FIELD_RESULT_NOT_STATED;
}

/**
 * cadre_reconciled_row_get_odd_side_of:
 * @self: a #CadreReconciledRow
 * @field: the name of a field
 *
 * Gets which of three lists says something else of a field than the two others.
 *
 * Returns: the list, from 0, or -1 where there is no such list
 *
 * Since: 1.0
 */
int
cadre_reconciled_row_get_odd_side_of (CadreReconciledRow *self, const char *field)
{
  const CadreReconcileFinding *finding = NULL;

  g_return_val_if_fail (CADRE_IS_RECONCILED_ROW (self), CADRE_NO_SIDE);
  g_return_val_if_fail (field != NULL, CADRE_NO_SIDE);

  finding = find_field (self, field);
  return finding != NULL ? finding->odd_side : CADRE_NO_SIDE;
}

/**
 * cadre_reconciled_row_get_value:
 * @self: a #CadreReconciledRow
 * @field: the name of a field
 * @side: which list, from 0
 *
 * Gets what a list says of a field: exactly, or the name of what it refers to.
 *
 * Returns: (transfer none) (nullable): the value, or %NULL where it is not stated
 *
 * Since: 1.0
 */
const char *
cadre_reconciled_row_get_value (CadreReconciledRow *self, const char *field, guint side)
{
  const CadreReconcileFinding *finding = NULL;

  g_return_val_if_fail (CADRE_IS_RECONCILED_ROW (self), NULL);
  g_return_val_if_fail (field != NULL, NULL);

  finding = find_field (self, field);
  return finding != NULL && side < self->reconciliation->n_sides
           ? cadre_reconcile_value_text (&finding->values[side])
           : NULL;
}

/**
 * cadre_reconciled_row_dup_fields:
 * @self: a #CadreReconciledRow
 * @result: what is found of them
 *
 * Gets the fields of which that is found.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names
 *
 * Since: 1.0
 */
char **
cadre_reconciled_row_dup_fields (CadreReconciledRow *self, CadreFieldResult result)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  g_return_val_if_fail (CADRE_IS_RECONCILED_ROW (self), NULL);

  for (guint i = 0; self->findings != NULL && i < self->reconciliation->fields->len; i++)
    {
      const CadreReconcileField *field = g_ptr_array_index (self->reconciliation->fields, i);

      if (self->findings[i].result == result)
        g_ptr_array_add (names, g_strdup (field->name));
    }
  g_ptr_array_add (names, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

const char *
cadre_reconciled_kind_word (CadreReconciledKind kind)
{
  static const char *const words[] = { "agreed",    "differs",   "missing",
                                       "only-here", "ambiguous", "no-key" };

  return words[kind];
}

const char *
cadre_field_result_word (CadreFieldResult result)
{
  static const char *const words[] = { "agreed", "not-stated", "differs" };

  return words[result];
}
