/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the lists say of the records that belong together. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "exchange/reconcile/cadre-reconcile-private.h"

#include <string.h>

#define ASK_EVERY 4096 /* groups between two looks at the cancellable */

/* Managers are the same too where their posts were found to be. */
static gboolean
are_equal (const CadreReconciliation *self, const CadreReconcileFinding *finding, guint a, guint b)
{
  const CadreReconcileValue *x = &finding->values[a];
  const CadreReconcileValue *y = &finding->values[b];

  if (strcmp (x->text->str, y->text->str) == 0 ||
      (x->name->len > 0 && strcmp (x->name->str, y->name->str) == 0))
    return TRUE;

  return self->kind == CADRE_RECORD_KIND_POST && x->post_row != CADRE_NO_ROW &&
         y->post_row != CADRE_NO_ROW &&
         self->group_of[self->sides[a].first_node + x->post_row] ==
           self->group_of[self->sides[b].first_node + y->post_row];
}

/* The side that two others agree against. */
static int
find_odd_side (const gboolean equal[CADRE_RECONCILE_MAX_SIDES])
{
  int odd = CADRE_NO_SIDE;
  guint n_equal = 0;

  /* equal[i] is of the two sides other than i. */
  for (int i = 0; i < CADRE_RECONCILE_MAX_SIDES; i++)
    if (equal[i])
      {
        odd = i;
        n_equal++;
      }

  return n_equal == 1 ? odd : CADRE_NO_SIDE;
}

static void
judge_finding (const CadreReconciliation *self, CadreReconcileFinding *finding, guint n_records)
{
  gboolean equal[CADRE_RECONCILE_MAX_SIDES] = { FALSE, FALSE, FALSE };
  guint n_known = 0;
  gboolean differs = FALSE;

  for (guint i = 0; i < self->n_sides; i++)
    n_known += finding->values[i].is_known ? 1 : 0;

  for (guint a = 0; a < self->n_sides; a++)
    for (guint b = a + 1; b < self->n_sides; b++)
      if (finding->values[a].is_known && finding->values[b].is_known)
        {
          equal[CADRE_RECONCILE_MAX_SIDES - a - b] = are_equal (self, finding, a, b);
          differs |= !equal[CADRE_RECONCILE_MAX_SIDES - a - b];
        }

  finding->odd_side = CADRE_NO_SIDE;
  if (differs)
    {
      finding->result = CADRE_FIELD_RESULT_DIFFERS;
      if (n_known == CADRE_RECONCILE_MAX_SIDES)
        finding->odd_side = find_odd_side (equal);
      return;
    }

  /* What no list states, they do not disagree on either. */
  finding->result =
    n_known == n_records ? CADRE_FIELD_RESULT_AGREED : CADRE_FIELD_RESULT_NOT_STATED;
}

/* The rows of a comparable group, one a side; how many there are. */
static guint
get_rows (const CadreReconciliation *self, guint32 group, guint32 rows[CADRE_RECONCILE_MAX_SIDES])
{
  guint n = 0;

  for (guint side = 0; side < CADRE_RECONCILE_MAX_SIDES; side++)
    rows[side] = CADRE_NO_ROW;
  for (guint32 i = self->first[group]; i < self->first[group + 1]; i++, n++)
    {
      guint side = cadre_reconcile_side_of (self, self->nodes[i]);

      rows[side] = self->nodes[i] - self->sides[side].first_node;
    }

  return n;
}

gboolean
cadre_reconcile_is_comparable (const CadreReconciliation *self, guint32 group)
{
  return self->kinds[group] <= CADRE_RECONCILED_KIND_MISSING;
}

void
cadre_reconcile_find (const CadreReconciliation *self,
                      guint32 group,
                      guint field,
                      CadreReconcileFinding *finding)
{
  guint32 rows[CADRE_RECONCILE_MAX_SIDES];
  guint n = get_rows (self, group, rows);

  for (guint side = 0; side < self->n_sides; side++)
    cadre_reconcile_value_get (&finding->values[side], &self->sides[side], self->kind,
                               g_ptr_array_index (self->fields, field), rows[side]);

  judge_finding (self, finding, n);
}

/* What a group is before its fields are looked at. */
static CadreReconciledKind
get_kind (const CadreReconciliation *self, guint32 group)
{
  guint n_here = 0;
  gboolean is_ambiguous = FALSE;

  for (guint i = 0; i < self->n_sides; i++)
    {
      guint32 n = 0;

      cadre_reconcile_nodes_on (self, group, i, &n);
      n_here += n > 0 ? 1 : 0;
      is_ambiguous |= n > 1;
    }

  if (is_ambiguous)
    return CADRE_RECONCILED_KIND_AMBIGUOUS;
  if (n_here == self->n_sides)
    return CADRE_RECONCILED_KIND_AGREED;
  if (n_here > 1)
    return CADRE_RECONCILED_KIND_MISSING;

  return self->has_key[self->nodes[self->first[group]]] ? CADRE_RECONCILED_KIND_ONLY_HERE
                                                        : CADRE_RECONCILED_KIND_NO_KEY;
}

static void
count_finding (CadreReconciliation *self, guint field, const CadreReconcileFinding *finding)
{
  self->n_by_field[field][finding->result]++;
  for (guint side = 0; side < self->n_sides; side++)
    self->n_stated[field][side] += finding->values[side].is_known ? 1 : 0;
}

static void
judge_group (CadreReconciliation *self, guint32 group, CadreReconcileFinding *finding)
{
  gboolean differs = FALSE;

  self->kinds[group] = (guint8) get_kind (self, group);
  for (guint i = 0; cadre_reconcile_is_comparable (self, group) && i < self->fields->len; i++)
    {
      cadre_reconcile_find (self, group, i, finding);
      count_finding (self, i, finding);
      differs |= finding->result == CADRE_FIELD_RESULT_DIFFERS;
    }
  if (differs && self->kinds[group] == CADRE_RECONCILED_KIND_AGREED)
    self->kinds[group] = CADRE_RECONCILED_KIND_DIFFERS;
}

static void
report_group (CadreReconciliation *self, guint32 group)
{
  gboolean is_ambiguous = self->kinds[group] == CADRE_RECONCILED_KIND_AMBIGUOUS;
  guint32 node = self->nodes[self->first[group]];
  const CadreReconcileSide *side = &self->sides[cadre_reconcile_side_of (self, node)];
  g_autofree char *place = NULL;
  g_autofree char *origin = NULL;
  g_autofree char *subject = NULL;

  if (!cadre_issue_list_is_full (self->issues))
    {
      place = cadre_tables_dup_origin (side->tables, self->kind, node - side->first_node);
      origin = g_strconcat (side->label, ":", place, NULL);
      subject = cadre_tables_dup_subject (side->tables, self->kind, node - side->first_node);
    }

  if (is_ambiguous)
    cadre_issue_list_add_fields (self->issues, "exchange.reconcile.ambiguous-key",
                                 CADRE_SEVERITY_WARNING,
                                 "A list has several records of one key: none of them is picked",
                                 origin, subject,
                                 "Give each record a key of its own, or give pairs");
  else
    cadre_issue_list_add_fields (self->issues, "exchange.reconcile.no-key", CADRE_SEVERITY_WARNING,
                                 "A record has no key to look for it by", origin, subject,
                                 "Fill in the key, or give pairs");
}

static void
count_group (CadreReconciliation *self, guint32 group)
{
  CadreReconciledKind kind = self->kinds[group];

  self->n_by_kind[kind]++;
  for (guint side = 0; side < self->n_sides; side++)
    {
      guint32 n = 0;

      cadre_reconcile_nodes_on (self, group, side, &n);
      self->n_records[kind][side] += n;
    }
}

gboolean
cadre_reconcile_judge (CadreReconciliation *self, GCancellable *cancellable, GError **error)
{
  CadreReconcileFinding finding;
  gboolean ok = TRUE;

  cadre_reconcile_finding_init (&finding);
  for (guint32 group = 0; ok && group < self->n_groups; group++)
    {
      judge_group (self, group, &finding);
      count_group (self, group);
      if (self->kinds[group] >= CADRE_RECONCILED_KIND_AMBIGUOUS)
        report_group (self, group);
      if (group % ASK_EVERY == 0)
        ok = !g_cancellable_set_error_if_cancelled (cancellable, error);
    }
  cadre_reconcile_finding_clear (&finding);

  return ok;
}

/* "post/P12", or where there is no id the place in the list. */
char *
cadre_reconcile_dup_record (const CadreReconciliation *self, guint32 node)
{
  const CadreReconcileSide *side = &self->sides[cadre_reconcile_side_of (self, node)];
  guint32 row = node - side->first_node;

  if (cadre_tables_id (side->tables, self->kind, row) == NULL)
    return cadre_tables_dup_origin (side->tables, self->kind, row);

  return cadre_tables_dup_subject (side->tables, self->kind, row);
}

char *
cadre_reconcile_dup_label (const CadreReconciliation *self, guint32 group)
{
  guint32 node = self->nodes[self->first[group]];
  const CadreReconcileSide *side = &self->sides[cadre_reconcile_side_of (self, node)];
  CadreReconcileFinding scratch;
  g_autofree char *record = NULL;
  g_autofree char *key = NULL;

  cadre_reconcile_finding_init (&scratch);
  cadre_reconcile_value_get (&scratch.values[0], side, self->kind, self->key,
                             node - side->first_node);
  if (scratch.values[0].is_known && scratch.values[0].text->len > 0)
    key = g_strdup (scratch.values[0].text->str);
  cadre_reconcile_finding_clear (&scratch);
  if (key != NULL)
    return g_steal_pointer (&key);

  record = cadre_reconcile_dup_record (self, node);
  return g_strconcat (side->label, ":", record, NULL);
}
