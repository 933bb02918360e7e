/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Collecting the operations of a new patch. */

#include "config.h"

#include "diff/patch/cadre-patch-private.h"

#include <string.h>

gboolean
cadre_patch_set_memory_error (GError **error)
{
  g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MEMORY,
                       "There is not enough memory for the patch");
  return FALSE;
}

void
cadre_patch_maker_init (CadrePatchMaker *self)
{
  self->strings = cadre_string_table_new ();
  self->ops = g_array_new (FALSE, FALSE, sizeof (CadrePatchOp));
  self->language = 0;
}

void
cadre_patch_maker_clear (CadrePatchMaker *self)
{
  g_clear_pointer (&self->strings, cadre_string_table_unref);
  g_clear_pointer (&self->ops, g_array_unref);
}

void
cadre_patch_maker_add (CadrePatchMaker *self, const CadrePatchOp *op)
{
  g_array_append_val (self->ops, *op);
}

gboolean
cadre_patch_maker_intern (CadrePatchMaker *self,
                          const char *text,
                          gsize length,
                          guint32 *code,
                          GError **error)
{
  *code = 0;
  return text == NULL || cadre_string_table_intern (self->strings, text, length, code, error);
}

gboolean
cadre_patch_maker_copy (CadrePatchMaker *self,
                        const CadreStringTable *strings,
                        guint32 code,
                        guint32 *copy,
                        GError **error)
{
  return cadre_patch_maker_intern (self, cadre_string_table_get (strings, code),
                                   code != 0 ? cadre_string_table_length (strings, code) : 0, copy,
                                   error);
}

CadrePatch *
cadre_patch_maker_finish (CadrePatchMaker *self, GError **error)
{
  const guint32 n_ops = self->ops->len;
  CadrePatchOp *ops = (CadrePatchOp *) (gpointer) g_array_free (self->ops, FALSE);
  CadrePatch *patch = NULL;

  self->ops = NULL;
  if (!cadre_patch_sort (self->strings, ops, n_ops))
    {
      g_free (ops);
      cadre_patch_set_memory_error (error);
      return NULL;
    }

  cadre_string_table_seal (self->strings);
  patch = cadre_patch_new_take (self->strings, ops, n_ops, self->language);
  return patch;
}
