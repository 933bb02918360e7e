/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A reconciliation as some readers may see it: the same rows, told from structures
 * that hold nothing but what is shown. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "exchange/reconcile/cadre-reconcile-private.h"
#include <cadre/cadre-exchange-error.h>

static gboolean
shows_field (CadreRedaction *redaction, const CadreReconcileField *field)
{
  if (field->way == CADRE_FIELD_WAY_MANAGER)
    return cadre_redaction_shows_field (redaction, CADRE_RECORD_KIND_LINE, "manager");
  if (field->way == CADRE_FIELD_WAY_PERSONS)
    return cadre_redaction_shows_field (redaction, CADRE_RECORD_KIND_ASSIGNMENT, "person");

  return cadre_redaction_shows_field (redaction, field->kind,
                                      cadre_schema_get (field->kind)->fields[field->column].name);
}

/* Whether the id of a row is that of no other. */
static gboolean
has_own_id (const CadreTable *table, guint32 row)
{
  guint32 code = cadre_table_code (table, 0, row);

  return code >= CADRE_STRING_FIRST && (row == 0 || cadre_table_code (table, 0, row - 1) != code) &&
         (row + 1 == table->n_rows || cadre_table_code (table, 0, row + 1) != code);
}

/* The node that stands for one of the whole result, or CADRE_NO_ROW. */
static guint32
find_shown (const CadreReconciliation *whole,
            const CadreReconciliation *shown,
            CadreRedaction *redaction,
            guint32 node)
{
  guint number = cadre_reconcile_side_of (whole, node);
  const CadreReconcileSide *from = &whole->sides[number];
  const CadreReconcileSide *to = &shown->sides[number];
  guint32 row = node - from->first_node;
  g_autofree char *id = NULL;

  if (!has_own_id (cadre_tables_get (from->tables, whole->kind), row))
    return CADRE_NO_ROW;

  id = cadre_redaction_dup_pseudonym (redaction, whole->kind,
                                      cadre_tables_id (from->tables, whole->kind, row));
  row = id != NULL ? cadre_tables_find (to->tables, whole->kind, id) : CADRE_NO_ROW;
  if (row == CADRE_NO_ROW || !has_own_id (cadre_tables_get (to->tables, whole->kind), row))
    return CADRE_NO_ROW;

  return to->first_node + row;
}

/* The least node that stands for one of a group; CADRE_NO_ROW where not all of its
 * records are shown: a row says something of each of them. */
static guint32
find_least (const CadreReconciliation *whole, guint32 group, const guint32 *shown_node)
{
  guint32 least = CADRE_NO_ROW;

  for (guint32 i = whole->first[group]; i < whole->first[group + 1]; i++)
    {
      if (shown_node[whole->nodes[i]] == CADRE_NO_ROW)
        return CADRE_NO_ROW;
      least = MIN (least, shown_node[whole->nodes[i]]);
    }

  return least;
}

static gboolean
take_groups (const CadreReconciliation *whole,
             CadreReconciliation *shown,
             CadreRedaction *redaction,
             GError **error)
{
  g_autofree guint32 *shown_node = g_try_new (guint32, (gsize) whole->n_nodes + 1);
  g_autofree guint32 *parents = g_try_new (guint32, (gsize) shown->n_nodes + 1);

  if (shown_node == NULL || parents == NULL)
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_MEMORY,
                           "There is not enough memory to redact the reconciliation");
      return FALSE;
    }

  for (guint32 i = 0; i < whole->n_nodes; i++)
    shown_node[i] = find_shown (whole, shown, redaction, i);
  for (guint32 i = 0; i < shown->n_nodes; i++)
    parents[i] = CADRE_NO_ROW;
  for (guint32 group = 0; group < whole->n_groups; group++)
    {
      guint32 least = find_least (whole, group, shown_node);

      for (guint32 i = whole->first[group]; i < whole->first[group + 1]; i++)
        if (least != CADRE_NO_ROW)
          parents[shown_node[whole->nodes[i]]] = least;
        else
          shown->n_withheld[cadre_reconcile_side_of (whole, whole->nodes[i])]++;
    }

  if (!cadre_reconcile_number_groups (shown, parents, error))
    return FALSE;

  for (guint32 i = 0; i < whole->n_nodes; i++)
    if (shown_node[i] != CADRE_NO_ROW)
      shown->has_key[shown_node[i]] = whole->has_key[i];
  return TRUE;
}

static CadreReconciliation *
begin (CadreReconciliation *self, CadreRedaction *redaction, GError **error)
{
  CadreStructure *structures[CADRE_RECONCILE_MAX_SIDES] = { NULL, NULL, NULL };
  const char *labels[CADRE_RECONCILE_MAX_SIDES + 1] = { NULL, NULL, NULL, NULL };
  CadreReconciliation *shown = NULL;
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < self->n_sides; i++)
    {
      structures[i] = cadre_redaction_apply (redaction, self->sides[i].structure, error);
      labels[i] = self->sides[i].label;
      ok = structures[i] != NULL;
    }
  if (ok)
    shown = cadre_reconciliation_begin (self->kind, structures, self->n_sides, labels);
  for (guint i = 0; i < self->n_sides; i++)
    g_clear_object (&structures[i]);

  return shown;
}

/**
 * cadre_reconciliation_redact:
 * @self: a #CadreReconciliation
 * @redaction: who it is for
 * @error: return location for a #GError, or %NULL
 *
 * Makes what some readers may see of a reconciliation. The rows stay as they were put
 * together, but of what is in them only what the level shows is compared, so that a
 * row does not say that something differs which is not shown. A row of which a record
 * is not shown, or has no id of its own, is left out whole; its records are counted as
 * withheld.
 *
 * A level that does not show the records at all is %CADRE_EXCHANGE_ERROR_REDACTION.
 *
 * Returns: (transfer full): what they may see, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreReconciliation *
cadre_reconciliation_redact (CadreReconciliation *self, CadreRedaction *redaction, GError **error)
{
  g_autoptr (CadreReconciliation) shown = NULL;

  g_return_val_if_fail (CADRE_IS_RECONCILIATION (self), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (cadre_redaction_get_level (redaction) == CADRE_REDACTION_LEVEL_FULL)
    return g_object_ref (self);
  if (!cadre_redaction_shows_field (redaction, self->kind, "id"))
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_REDACTION,
                           "The level does not show the records that were reconciled");
      return NULL;
    }

  shown = begin (self, redaction, error);
  if (shown == NULL)
    return NULL;

  shown->key = cadre_reconcile_field_new (self->kind, self->key->name);
  for (guint i = 0; i < self->fields->len; i++)
    {
      const CadreReconcileField *field = g_ptr_array_index (self->fields, i);

      if (shows_field (redaction, field))
        g_ptr_array_add (shown->fields, cadre_reconcile_field_new (self->kind, field->name));
    }
  if (!take_groups (self, shown, redaction, error) || !cadre_reconcile_judge (shown, NULL, error))
    return NULL;

  cadre_issue_list_seal (shown->issues);
  return g_steal_pointer (&shown);
}
