/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A conflict as a merge holds it. */

#include "config.h"

#include "diff/merge/cadre-merge-private.h"

#include <string.h>

CadreMergeFinding *
cadre_merge_finding_new (CadreMergeConflictKind kind, guint8 record_kind, guint8 field)
{
  CadreMergeFinding *self = g_atomic_rc_box_new0 (CadreMergeFinding);

  self->kind = kind;
  self->record_kind = record_kind;
  self->field = field;
  self->ops = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

CadreMergeFinding *
cadre_merge_finding_ref (CadreMergeFinding *finding)
{
  return g_atomic_rc_box_acquire (finding);
}

static void
clear (gpointer data)
{
  CadreMergeFinding *self = data;

  g_array_unref (self->ops);
  g_free (self->value);
  cadre_merge_finding_forget_reasons (self);
}

void
cadre_merge_finding_unref (gpointer finding)
{
  g_atomic_rc_box_release_full (finding, clear);
}

void
cadre_merge_finding_choose (CadreMerge *merge, CadreMergeFinding *finding, CadreMergeChoice choice)
{
  merge->n_unresolved -= cadre_merge_finding_is_unresolved (finding);
  finding->choice = choice;
  merge->n_unresolved += cadre_merge_finding_is_unresolved (finding);
}

void
cadre_merge_add_finding (CadreMerge *self, CadreMergeFinding *finding)
{
  g_ptr_array_add (self->findings, finding);
  self->n_unresolved += cadre_merge_finding_is_unresolved (finding);
}

static guint
hash_circle (gconstpointer data)
{
  const CadreMergeFinding *self = data;
  guint hash = self->circling;

  for (guint i = 0; i < self->ops->len; i++)
    hash = hash * 31 + g_array_index (self->ops, guint32, i);
  return hash;
}

static gboolean
is_same_circle (gconstpointer a, gconstpointer b)
{
  const CadreMergeFinding *x = a;
  const CadreMergeFinding *y = b;

  return x->kind == y->kind && x->circling == y->circling && x->ops->len == y->ops->len &&
         memcmp (x->ops->data, y->ops->data, x->ops->len * sizeof (guint32)) == 0;
}

GHashTable *
cadre_merge_circles_new (const GPtrArray *findings)
{
  GHashTable *circles = g_hash_table_new (hash_circle, is_same_circle);

  for (guint i = 0; i < findings->len; i++)
    if (cadre_merge_finding_is_circle (findings->pdata[i]))
      g_hash_table_add (circles, findings->pdata[i]);
  return circles;
}

char *
cadre_merge_dup_key (CadreMerge *self, const CadreMergeFinding *finding)
{
  const char *key = cadre_merge_text (self, finding->key);

  return key != NULL ? cadre_merge_dup_restored (key) : NULL;
}

char *
cadre_merge_dup_circling (CadreMerge *self, const CadreMergeFinding *finding)
{
  return cadre_merge_dup_restored (cadre_merge_text (self, finding->circling));
}

/* An object with one more member at the beginning. */
static char *
dup_with_member (const char *name, const char *value, const char *object)
{
  return g_strdup_printf ("{\"%s\": %s, %s", name, value, object + 1);
}

char *
cadre_merge_dup_value (CadreMerge *self, const CadreMergeFinding *finding, guint side)
{
  const char *text = cadre_merge_text (self, finding->values[side]);
  const char *was = side > 0 ? cadre_merge_text (self, finding->was[side - 1]) : NULL;
  g_autofree char *value = NULL;

  if (text != NULL && cadre_merge_finding_is_circle (finding))
    return cadre_merge_dup_restored (text);

  value = cadre_merge_ids_replace (self->ids, finding->record_kind, finding->field, text);
  if (value == NULL)
    value = g_strdup (text);
  return was != NULL ? dup_with_member ("was", was, value) : g_steal_pointer (&value);
}
