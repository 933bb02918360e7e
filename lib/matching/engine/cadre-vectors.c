/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Arrays that grow, and lists of numbers. */

#include "config.h"

#include "matching/engine/cadre-engine-private.h"

#include <string.h>

gboolean
cadre_vector_push (CadreVector *self, gconstpointer item)
{
  if (self->n == self->n_allocated)
    {
      gsize n = self->n_allocated == 0 ? 16 : self->n_allocated * 2;
      gpointer data = g_try_realloc_n (self->data, n, self->size);

      if (data == NULL)
        return FALSE;
      self->data = data;
      self->n_allocated = n;
    }

  memcpy ((char *) self->data + self->n * self->size, item, self->size);
  self->n++;
  return TRUE;
}

void
cadre_vector_clear (CadreVector *self)
{
  g_clear_pointer (&self->data, g_free);
  self->n = 0;
  self->n_allocated = 0;
}

gboolean
cadre_lists_init (CadreLists *self, guint32 n_lists, const guint32 *pairs, gsize n_pairs)
{
  self->first = g_try_new0 (guint32, (gsize) n_lists + 2);
  self->items = g_try_new (guint32, MAX (n_pairs, 1));
  if (self->first == NULL || self->items == NULL)
    return FALSE;

  /* Counted one place too far, so that the counts become ends, and the ends
   * beginnings, while the items are put in. */
  for (gsize i = 0; i < n_pairs; i++)
    self->first[pairs[2 * i] + 2]++;
  for (guint32 i = 2; i < n_lists + 2; i++)
    self->first[i] += self->first[i - 1];
  for (gsize i = 0; i < n_pairs; i++)
    self->items[self->first[pairs[2 * i] + 1]++] = pairs[2 * i + 1];

  return TRUE;
}

void
cadre_lists_clear (CadreLists *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->items, g_free);
}
