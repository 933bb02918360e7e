/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which records of the lists belong together.
 *
 * First those of which somebody says so, by a pair. Then, of two lists at a time,
 * those of one key that no pair says anything about between these lists: the first
 * with the second, the first with the third, and the second with the third where the
 * first has nothing. Where a list has a key twice, all records of that key are one
 * group: none of them is picked. Sets that are joined are those of a forest whose
 * roots are the least nodes, so that the time is as good as linear. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "exchange/reconcile/cadre-reconcile-private.h"
#include <cadre/cadre-exchange-error.h>
#include <cadre/cadre-pair.h>

#include <string.h>

#define NO_NODE CADRE_NO_ROW

typedef struct
{
  CadreReconciliation *result;
  guint32 *parents;  /* by node */
  guint32 *keys;     /* by node: the code of its key, or CADRE_STRING_UNKNOWN */
  guint8 *paired;    /* by node: a bit for each side that a pair leads to */
  guint32 *at_key;   /* by code: the first node of it so far, or NO_NODE */
  guint32 *n_at_key; /* by code: how many nodes of the other side have it */
  guint8 *has_first; /* by root: whether a node of the first side is in its group */
  guint32 n_codes;
} Grouper;

static guint32
find_root (Grouper *self, guint32 node)
{
  while (self->parents[node] != node)
    {
      self->parents[node] = self->parents[self->parents[node]];
      node = self->parents[node];
    }

  return node;
}

static void
join (Grouper *self, guint32 a, guint32 b)
{
  a = find_root (self, a);
  b = find_root (self, b);
  self->parents[MAX (a, b)] = MIN (a, b);
}

guint
cadre_reconcile_side_of (const CadreReconciliation *self, guint32 node)
{
  guint side = 0;

  while (side + 1 < self->n_sides && node >= self->sides[side + 1].first_node)
    side++;

  return side;
}

/* Pairs */

static void
report_pair (Grouper *self, const char *code, const char *message, guint position)
{
  g_autofree char *origin = g_strdup_printf ("/pairs/%u", position);

  cadre_issue_list_add_fields (self->result->issues, code, CADRE_SEVERITY_WARNING, message, origin,
                               NULL, "Correct the pair");
}

/* All nodes of an id: the first, and how many. */
static guint32
find_nodes (Grouper *self, guint side, const char *id, guint32 *n)
{
  const CadreReconcileSide *list = &self->result->sides[side];
  const CadreTable *table = cadre_tables_get (list->tables, self->result->kind);
  guint32 row =
    id != NULL ? cadre_tables_find (list->tables, self->result->kind, id) : CADRE_NO_ROW;

  *n = 0;
  if (row == CADRE_NO_ROW)
    return NO_NODE;

  while (row + *n < table->n_rows &&
         cadre_table_code (table, 0, row + *n) == cadre_table_code (table, 0, row))
    ++*n;

  return list->first_node + row;
}

static void
apply_pair (Grouper *self, CadrePair *pair, guint side, guint position)
{
  guint32 n_first = 0;
  guint32 n_other = 0;
  guint32 first = find_nodes (self, 0, cadre_pair_get_before (pair), &n_first);
  guint32 other = find_nodes (self, side, cadre_pair_get_after (pair), &n_other);

  if (first == NO_NODE || other == NO_NODE)
    {
      report_pair (self, "exchange.reconcile.pair-dangling",
                   "A pair names a record that is not there: the pair is left out", position);
      return;
    }

  if ((self->paired[first] & (1u << side)) != 0 || (self->paired[other] & 1u) != 0)
    report_pair (self, "exchange.reconcile.pair-contradiction",
                 "A pair names a record that another pair names too: all of them are ambiguous",
                 position);

  for (guint32 i = 0; i < n_first; i++)
    {
      self->paired[first + i] |= (guint8) (1u << side);
      join (self, first, first + i);
    }
  for (guint32 i = 0; i < n_other; i++)
    {
      self->paired[other + i] |= 1u;
      join (self, first, other + i);
    }
}

static void
apply_pairs (Grouper *self, GListModel *pairs, guint side)
{
  guint n = pairs != NULL && side < self->result->n_sides ? g_list_model_get_n_items (pairs) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (pairs, i);

      apply_pair (self, pair, side, i);
    }
}

/* Keys */

static gboolean
read_keys (Grouper *self, GError **error)
{
  CadreReconciliation *result = self->result;
  g_autoptr (CadreStringTable) strings = cadre_string_table_new ();
  CadreReconcileFinding scratch;
  CadreReconcileValue *value = &scratch.values[0];
  gboolean ok = TRUE;

  cadre_reconcile_finding_init (&scratch);
  for (guint side = 0; side < result->n_sides; side++)
    for (guint32 row = 0; ok && row < result->sides[side].n_rows; row++)
      {
        cadre_reconcile_value_get (value, &result->sides[side], result->kind, result->key, row);
        if (value->is_known && value->text->len > 0)
          ok = cadre_string_table_intern (strings, value->text->str, value->text->len,
                                          &self->keys[result->sides[side].first_node + row], error);
      }
  cadre_reconcile_finding_clear (&scratch);

  self->n_codes = cadre_string_table_size (strings);
  return ok;
}

static void
join_at_key (Grouper *self, guint32 node)
{
  guint32 code = self->keys[node];

  if (self->at_key[code] == NO_NODE)
    self->at_key[code] = node;
  else
    join (self, self->at_key[code], node);
}

/* Whether a node is one to be found by key from another side. */
static gboolean
is_open_to (Grouper *self, guint32 node, guint side)
{
  return self->keys[node] != CADRE_STRING_UNKNOWN && (self->paired[node] & (1u << side)) == 0;
}

/* Joins records of one key on two sides. Those of one side alone are joined too,
 * unless a pair tells them apart. */
static void
join_sides (Grouper *self, guint one, guint other)
{
  const CadreReconcileSide *a = &self->result->sides[one];
  const CadreReconcileSide *b = &self->result->sides[other];

  memset (self->at_key, 0xff, ((gsize) self->n_codes + 1) * sizeof (guint32));
  memset (self->n_at_key, 0, ((gsize) self->n_codes + 1) * sizeof (guint32));

  for (guint32 node = b->first_node; node < b->first_node + b->n_rows; node++)
    if (is_open_to (self, node, one) && !self->has_first[find_root (self, node)])
      self->n_at_key[self->keys[node]]++;
  for (guint32 node = a->first_node; node < a->first_node + a->n_rows; node++)
    if (is_open_to (self, node, other) && !(one > 0 && self->has_first[find_root (self, node)]) &&
        (self->n_at_key[self->keys[node]] > 0 || self->paired[node] == 0))
      join_at_key (self, node);
  for (guint32 node = b->first_node; node < b->first_node + b->n_rows; node++)
    if (is_open_to (self, node, one) && !self->has_first[find_root (self, node)])
      join_at_key (self, node);
}

/* Which groups have a record of the first list. */
static void
mark_first (Grouper *self)
{
  const CadreReconcileSide *first = &self->result->sides[0];

  memset (self->has_first, 0, (gsize) self->result->n_nodes + 1);
  for (guint32 node = 0; node < first->n_rows; node++)
    self->has_first[find_root (self, node)] = TRUE;
}

static void
join_by_keys (Grouper *self)
{
  join_sides (self, 0, 1);
  if (self->result->n_sides < CADRE_RECONCILE_MAX_SIDES)
    return;

  join_sides (self, 0, 2);
  mark_first (self);
  join_sides (self, 1, 2);
}

static gboolean
refuse_memory (GError **error)
{
  g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_MEMORY,
                       "There is not enough memory to reconcile the lists");
  return FALSE;
}

static gboolean
allocate (Grouper *self)
{
  gsize n = (gsize) self->result->n_nodes + 1;

  self->parents = g_try_new (guint32, n);
  self->keys = g_try_new0 (guint32, n);
  self->paired = g_try_malloc0 (n);
  self->has_first = g_try_malloc0 (n);
  /* At most a key each, and the two codes that stand for no text. */
  self->at_key = g_try_new (guint32, n + CADRE_STRING_FIRST);
  self->n_at_key = g_try_new (guint32, n + CADRE_STRING_FIRST);

  return self->parents != NULL && self->keys != NULL && self->paired != NULL &&
         self->has_first != NULL && self->at_key != NULL && self->n_at_key != NULL;
}

static void
clear (Grouper *self)
{
  g_free (self->parents);
  g_free (self->keys);
  g_free (self->paired);
  g_free (self->has_first);
  g_free (self->at_key);
  g_free (self->n_at_key);
}

static gboolean
group (Grouper *self, GListModel *pairs, GListModel *third_pairs, GError **error)
{
  for (guint32 node = 0; node < self->result->n_nodes; node++)
    self->parents[node] = node;
  if (!read_keys (self, error))
    return FALSE;

  apply_pairs (self, pairs, 1);
  apply_pairs (self, third_pairs, 2);
  join_by_keys (self);

  /* A child may have a parent that is no root yet. */
  for (guint32 node = 0; node < self->result->n_nodes; node++)
    self->parents[node] = find_root (self, node);

  return cadre_reconcile_number_groups (self->result, self->parents, error);
}

gboolean
cadre_reconcile_make_groups (CadreReconciliation *self,
                             GListModel *pairs,
                             GListModel *third_pairs,
                             GError **error)
{
  Grouper grouper = { .result = self };
  gboolean ok = allocate (&grouper) || refuse_memory (error);

  ok = ok && group (&grouper, pairs, third_pairs, error);
  for (guint32 node = 0; ok && node < self->n_nodes; node++)
    self->has_key[node] = grouper.keys[node] != CADRE_STRING_UNKNOWN;
  clear (&grouper);
  return ok;
}

/* The result */

/* A node whose parent is CADRE_NO_ROW is in no group. */
gboolean
cadre_reconcile_number_groups (CadreReconciliation *self, const guint32 *parents, GError **error)
{
  gsize n = (gsize) self->n_nodes + 2;

  self->group_of = g_try_new (guint32, n);
  self->first = g_try_new0 (guint32, n);
  self->nodes = g_try_new (guint32, n);
  self->kinds = g_try_malloc0 (n);
  self->has_key = g_try_malloc0 (n);
  if (self->group_of == NULL || self->first == NULL || self->nodes == NULL || self->kinds == NULL ||
      self->has_key == NULL)
    return refuse_memory (error);

  for (guint32 node = 0; node < self->n_nodes; node++)
    {
      if (parents[node] == CADRE_NO_ROW)
        self->group_of[node] = CADRE_NO_ROW;
      else
        self->group_of[node] =
          parents[node] == node ? self->n_groups++ : self->group_of[parents[node]];
      if (self->group_of[node] != CADRE_NO_ROW)
        self->first[self->group_of[node] + 1]++;
    }

  for (guint32 i = 0; i < self->n_groups; i++)
    self->first[i + 1] += self->first[i];
  for (guint32 node = 0; node < self->n_nodes; node++)
    if (self->group_of[node] != CADRE_NO_ROW)
      self->nodes[self->first[self->group_of[node]]++] = node;
  /* Where each group ended is where the next begins. */
  memmove (self->first + 1, self->first, (gsize) self->n_groups * sizeof (guint32));
  self->first[0] = 0;

  return TRUE;
}

guint32
cadre_reconcile_nodes_on (const CadreReconciliation *self, guint32 group, guint side, guint32 *n)
{
  const CadreReconcileSide *list = &self->sides[side];
  guint32 found = CADRE_NO_ROW;

  *n = 0;
  for (guint32 i = self->first[group]; i < self->first[group + 1]; i++)
    if (self->nodes[i] >= list->first_node && self->nodes[i] - list->first_node < list->n_rows)
      {
        if (found == CADRE_NO_ROW)
          found = i;
        ++*n;
      }

  return found;
}
