/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The conflicts that an operation is in. */

#include "config.h"

#include "diff/merge/cadre-merge-private.h"

typedef struct
{
  CadreMergeFinding *finding;
  guint32 next; /* its place, and 1; or 0 */
} Use;

void
cadre_merge_uses_init (CadreMergeUses *self, const CadreMerge *merge)
{
  self->first = g_new0 (guint32, (gsize) merge->ops->len + 1);
  self->uses = g_array_new (FALSE, FALSE, sizeof (Use));
  /* The last one that is added comes first. */
  for (guint i = merge->findings->len; i > 0; i--)
    cadre_merge_uses_add (self, merge->findings->pdata[i - 1]);
}

void
cadre_merge_uses_clear (CadreMergeUses *self)
{
  g_free (self->first);
  g_array_unref (self->uses);
}

void
cadre_merge_uses_add (CadreMergeUses *self, CadreMergeFinding *finding)
{
  for (guint i = 0; i < finding->ops->len; i++)
    {
      guint32 *first = &self->first[g_array_index (finding->ops, guint32, i)];
      const Use use = { finding, *first };

      g_array_append_val (self->uses, use);
      *first = self->uses->len;
    }
}

CadreMergeFinding *
cadre_merge_uses_next (const CadreMergeUses *self, guint32 op, guint32 *place)
{
  const Use *use = NULL;

  *place = *place == 0 ? self->first[op] : g_array_index (self->uses, Use, *place - 1).next;
  if (*place == 0)
    return NULL;

  use = &g_array_index (self->uses, Use, *place - 1);
  return use->finding;
}
