/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What somebody signs: the rows of a reconciliation, each as a hash.
 *
 * Every text goes into a hash with its length before it, so that no two different
 * rows have the same bytes. */

#include "config.h"

#include "exchange/reconcile/cadre-sign-off-private.h"
#include <cadre/cadre-exchange-error.h>

#include <string.h>

#define STATE_VERSION "cadre-sign-off-1"

static void
clear_row (gpointer data)
{
  CadreSignedRow *row = data;

  g_free (row->key);
  g_free (row->hash);
}

void
cadre_signed_state_init (CadreSignedState *self)
{
  self->rows = g_array_new (FALSE, FALSE, sizeof (CadreSignedRow));
  g_array_set_clear_func (self->rows, clear_row);
}

void
cadre_signed_state_clear (CadreSignedState *self)
{
  g_clear_pointer (&self->records, g_free);
  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->fields, g_strfreev);
  g_clear_pointer (&self->lists, g_strfreev);
  g_clear_pointer (&self->scope, g_free);
  g_clear_pointer (&self->rows, g_array_unref);
}

/* Hashing */

/* "4:text", and "-" for what is not stated. */
static void
add_text (GChecksum *checksum, const char *text)
{
  g_autofree char *length = NULL;

  if (text == NULL)
    {
      g_checksum_update (checksum, (const guchar *) "-", 1);
      return;
    }

  length = g_strdup_printf ("%" G_GSIZE_FORMAT ":", strlen (text));
  g_checksum_update (checksum, (const guchar *) length, (gssize) strlen (length));
  g_checksum_update (checksum, (const guchar *) text, (gssize) strlen (text));
}

static void
add_texts (GChecksum *checksum, char **texts)
{
  for (guint i = 0; texts[i] != NULL; i++)
    add_text (checksum, texts[i]);
  add_text (checksum, NULL);
}

/* A record by its id; the place of one without is no part of what it says. */
static void
add_records (GChecksum *checksum, const CadreReconciliation *self, guint32 group)
{
  for (guint side = 0; side < self->n_sides; side++)
    {
      guint32 n = 0;
      guint32 first = cadre_reconcile_nodes_on (self, group, side, &n);

      for (guint32 i = 0; i < n; i++)
        add_text (checksum,
                  cadre_tables_id (self->sides[side].tables, self->kind,
                                   self->nodes[first + i] - self->sides[side].first_node));
      add_text (checksum, "/");
    }
}

/* What the lists say in a row, whether they agree on it or not. */
static void
add_values (GChecksum *checksum,
            const CadreReconciliation *self,
            guint32 group,
            CadreReconcileFinding *finding)
{
  for (guint side = 0; side < self->n_sides; side++)
    {
      guint32 n = 0;
      guint32 first = cadre_reconcile_nodes_on (self, group, side, &n);

      for (guint32 i = 0; i < n; i++)
        for (guint k = 0; k < self->fields->len; k++)
          {
            CadreReconcileValue *value = &finding->values[0];

            cadre_reconcile_value_get (value, &self->sides[side], self->kind,
                                       g_ptr_array_index (self->fields, k),
                                       self->nodes[first + i] - self->sides[side].first_node);
            add_text (checksum, value->is_known ? value->text->str : NULL);
            add_text (checksum, value->name->str);
          }
    }
}

static char *
hash_row (const CadreReconciliation *self,
          guint32 group,
          const char *key,
          CadreReconcileFinding *finding)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  add_text (checksum, cadre_reconciled_kind_word (self->kinds[group]));
  add_text (checksum, key);
  add_records (checksum, self, group);
  add_values (checksum, self, group, finding);

  return g_strdup (g_checksum_get_string (checksum));
}

char *
cadre_signed_state_dup_hash (const CadreSignedState *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  add_text (checksum, STATE_VERSION);
  add_text (checksum, self->records);
  add_text (checksum, self->key);
  add_texts (checksum, self->fields);
  add_texts (checksum, self->lists);
  add_text (checksum, self->scope);
  for (guint i = 0; i < self->rows->len; i++)
    {
      const CadreSignedRow *row = &g_array_index (self->rows, CadreSignedRow, i);

      add_text (checksum, row->key);
      add_text (checksum, row->hash);
    }

  return g_strdup (g_checksum_get_string (checksum));
}

/* Which rows */

/* By unit of a side, whether it is the unit or under it; NULL for all. Parents stand
 * before their parts in the walk. */
static guint8 *
find_units (const CadreReconcileSide *side, const char *scope, gboolean *is_there)
{
  const CadreIndex *index = side->index;
  guint8 *in_scope = g_new0 (guint8, (gsize) index->n_units + 1);
  guint32 top = cadre_tables_find (side->tables, CADRE_RECORD_KIND_UNIT, scope);

  *is_there |= top != CADRE_NO_ROW;
  for (guint32 i = 0; i < index->n_units; i++)
    {
      guint32 unit = index->unit_walk[i];
      guint32 parent = i < index->n_units_walked ? index->unit_parent[unit] : CADRE_NO_ROW;

      in_scope[unit] = unit == top || (parent != CADRE_NO_ROW && in_scope[parent]);
    }

  return in_scope;
}

static gboolean
is_in_scope (const CadreReconciliation *self, guint8 *const *units, guint32 node)
{
  guint number = cadre_reconcile_side_of (self, node);
  const CadreReconcileSide *side = &self->sides[number];
  guint32 post = node - side->first_node;
  guint32 unit = CADRE_NO_ROW;

  if (self->kind == CADRE_RECORD_KIND_ASSIGNMENT)
    post = cadre_table_reference (cadre_tables_get (side->tables, CADRE_RECORD_KIND_ASSIGNMENT),
                                  CADRE_FIELD_ASSIGNMENT_POST, post);
  if (post < side->index->n_posts)
    unit = cadre_table_reference (cadre_tables_get (side->tables, CADRE_RECORD_KIND_POST),
                                  CADRE_FIELD_POST_UNIT, post);

  return unit < side->index->n_units && units[number][unit];
}

/* A row is in a scope where any of its records is. */
static gboolean
is_row_in_scope (const CadreReconciliation *self, guint8 *const *units, guint32 group)
{
  for (guint32 i = self->first[group]; i < self->first[group + 1]; i++)
    if (units[0] == NULL || is_in_scope (self, units, self->nodes[i]))
      return TRUE;

  return FALSE;
}

void
cadre_signed_state_add (CadreSignedState *self, const char *key, const char *hash)
{
  CadreSignedRow row = { g_strdup (key), g_strdup (hash) };

  g_array_append_val (self->rows, row);
}

int
cadre_signed_row_compare (gconstpointer a, gconstpointer b)
{
  const CadreSignedRow *x = a;
  const CadreSignedRow *y = b;
  int order = strcmp (x->key, y->key);

  return order != 0 ? order : strcmp (x->hash, y->hash);
}

void
cadre_signed_state_sort (CadreSignedState *self)
{
  g_array_sort (self->rows, cadre_signed_row_compare);
}

static void
add_rows (CadreSignedState *self, const CadreReconciliation *from, guint8 *const *units)
{
  CadreReconcileFinding finding;

  cadre_reconcile_finding_init (&finding);
  for (guint32 group = 0; group < from->n_groups; group++)
    {
      g_autofree char *key = NULL;
      g_autofree char *hash = NULL;

      if (!is_row_in_scope (from, units, group))
        continue;
      key = cadre_reconcile_dup_label (from, group);
      hash = hash_row (from, group, key, &finding);
      cadre_signed_state_add (self, key, hash);
    }
  cadre_reconcile_finding_clear (&finding);

  cadre_signed_state_sort (self);
}

gboolean
cadre_signed_state_fill (CadreSignedState *self,
                         CadreReconciliation *reconciliation,
                         const char *scope,
                         GError **error)
{
  guint8 *units[CADRE_RECONCILE_MAX_SIDES] = { NULL, NULL, NULL };
  gboolean is_there = scope == NULL;
  guint n_sides = cadre_reconciliation_get_n_sides (reconciliation);

  for (guint i = 0; scope != NULL && i < n_sides; i++)
    units[i] = find_units (&reconciliation->sides[i], scope, &is_there);

  if (is_there)
    {
      self->records = g_strdup (cadre_schema_get (reconciliation->kind)->plural);
      self->key = g_strdup (reconciliation->key->name);
      self->fields = cadre_reconciliation_dup_fields (reconciliation);
      self->lists = g_new0 (char *, n_sides + 1);
      for (guint i = 0; i < n_sides; i++)
        self->lists[i] = g_strdup (reconciliation->sides[i].label);
      self->scope = g_strdup (scope);
      add_rows (self, reconciliation, units);
    }
  else
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_NOT_FOUND,
                           "No list has a unit of the id that is signed for");
    }

  for (guint i = 0; i < CADRE_RECONCILE_MAX_SIDES; i++)
    g_free (units[i]);
  return is_there;
}
