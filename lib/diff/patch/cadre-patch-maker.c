/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Collecting the operations of a new patch. */

#include "config.h"

#include "diff/patch/cadre-patch-private.h"

#include <stdlib.h>
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

static int
compare_numbers (guint32 a, guint32 b)
{
  return (a > b) - (a < b);
}

static gboolean
is_whole (const CadrePatchOp *op)
{
  return op->field == CADRE_PATCH_WHOLE;
}

/* Whole records first, by kind and key, what is deleted before what is created. */
static int
compare_ops (gconstpointer a, gconstpointer b)
{
  const CadrePatchOp *x = a;
  const CadrePatchOp *y = b;
  int order = compare_numbers (!is_whole (x), !is_whole (y));

  if (order == 0)
    order = compare_numbers (x->kind, y->kind);
  if (order == 0)
    order = compare_numbers (x->key, y->key);
  if (order == 0)
    order = compare_numbers (y->action, x->action);
  return order != 0 ? order
                    : compare_numbers (cadre_patch_op_record (x), cadre_patch_op_record (y));
}

/* Whether the first half of some operations deletes what the second creates. */
static gboolean
is_nothing (const CadrePatchOp *ops, guint n)
{
  for (guint i = 0; i < n; i++)
    if (n % 2 != 0 || (ops[i].action == CADRE_PATCH_ACTION_DELETE) != (i < n / 2) ||
        (i < n / 2 && ops[i].before != ops[n / 2 + i].after))
      return FALSE;

  return TRUE;
}

/* The records with a key that are taken away and put there again are left out,
 * where they are all the same. */
static guint
drop_nothings (CadrePatchOp *ops, guint n_ops)
{
  guint n = 0;
  guint end = 0;

  if (n_ops > 0)
    qsort (ops, n_ops, sizeof (CadrePatchOp), compare_ops);
  for (guint begin = 0; begin < n_ops; begin = end)
    {
      end = begin + 1;
      while (is_whole (&ops[begin]) && end < n_ops && is_whole (&ops[end]) &&
             ops[end].kind == ops[begin].kind && ops[end].key == ops[begin].key)
        end++;
      if (is_whole (&ops[begin]) && is_nothing (ops + begin, end - begin))
        continue;
      memmove (ops + n, ops + begin, (end - begin) * sizeof (CadrePatchOp));
      n += end - begin;
    }

  return n;
}

CadrePatch *
cadre_patch_maker_finish (CadrePatchMaker *self, GError **error)
{
  const guint32 n_all = self->ops->len;
  CadrePatchOp *ops = (CadrePatchOp *) (gpointer) g_array_free (self->ops, FALSE);
  const guint32 n_ops = drop_nothings (ops, n_all);
  CadrePatch *patch = NULL;

  self->ops = NULL;
  if (!cadre_patch_sort (self->strings, ops, n_ops))
    {
      g_free (ops);
      cadre_patch_set_memory_error (error);
      return NULL;
    }

  cadre_string_table_seal (self->strings);
  patch = cadre_patch_new_take (self->strings, ops, n_ops, self->language, NULL);
  return patch;
}
