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

gboolean
cadre_merge_finding_is_same (const CadreMergeFinding *a, const CadreMergeFinding *b)
{
  return a->kind == b->kind && a->circling == b->circling && a->ops->len == b->ops->len &&
         memcmp (a->ops->data, b->ops->data, a->ops->len * sizeof (guint32)) == 0;
}

char *
cadre_merge_dup_value (CadreMerge *self, const CadreMergeFinding *finding, guint side)
{
  const char *text = cadre_merge_text (self, finding->values[side]);
  char *value = cadre_merge_finding_is_circle (finding)
                  ? NULL /* what it says has its own ids already */
                  : cadre_merge_ids_replace (self->ids, finding->record_kind, finding->field, text);

  return value != NULL ? value : g_strdup (text);
}
