/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-patch
 * @Title: CadrePatch
 * @Short_Description: A difference as a document
 *
 * A #CadrePatch leads from one structure to another. It is a #GListModel of
 * #CadrePatchOperation, and a document of its own.
 *
 * All operations speak of the structure before, and are carried out at once. So
 * their order does not matter to what comes out. It is the one in which a person
 * would do them: the head of the document, then what is created from the top
 * down, then new ids, new places and new values, and last what is deleted from
 * the bottom up. It follows from the operations: a patch is a set of them.
 *
 * These laws hold, whether structures are sound or not. They are meant of
 * documents, byte for byte:
 *
 * - the patch of the difference of a and b, applied to a, gives b;
 * - its inverse, applied to b, gives a, and the inverse of that is the patch;
 * - two patches that follow each other, composed, do what both do;
 * - a patch and its inverse, composed, are empty;
 * - a patch that is written and read again is the same;
 * - a part of a patch, or a patch on a structure that it was not made from, makes no
 *   circle of managers or of units that was not there.
 *
 * A patch never changes, and any number of threads may read it.
 */

#include "config.h"

#include "diff/patch/cadre-patch-operation-private.h"
#include "diff/patch/cadre-patch-values-private.h"

#include <string.h>

static void list_model_iface_init (GListModelInterface *iface);

/**
 * CadrePatch:
 *
 * A difference as a document.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CadrePatch,
                               cadre_patch,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
cadre_patch_get_item_type (GListModel *model)
{
  return CADRE_TYPE_PATCH_OPERATION;
}

static guint
cadre_patch_get_n_items (GListModel *model)
{
  return CADRE_PATCH (model)->n_ops;
}

static gpointer
cadre_patch_get_item (GListModel *model, guint position)
{
  return cadre_patch_get_operation (CADRE_PATCH (model), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_patch_get_item_type;
  iface->get_n_items = cadre_patch_get_n_items;
  iface->get_item = cadre_patch_get_item;
}

static void
cadre_patch_finalize (GObject *object)
{
  CadrePatch *self = CADRE_PATCH (object);

  g_clear_pointer (&self->values, cadre_patch_values_free);
  g_clear_pointer (&self->strings, cadre_string_table_unref);
  g_free (self->ops);
  g_clear_pointer (&self->before, cadre_patch_identity_unref);
  g_clear_pointer (&self->after, cadre_patch_identity_unref);

  G_OBJECT_CLASS (cadre_patch_parent_class)->finalize (object);
}

static void
cadre_patch_class_init (CadrePatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_patch_finalize;
}

static void
cadre_patch_init (CadrePatch *self)
{
}

CadrePatch *
cadre_patch_new_take (CadreStringTable *strings,
                      CadrePatchOp *ops,
                      guint32 n_ops,
                      guint32 language,
                      CadrePatchValues *values)
{
  CadrePatch *self = g_object_new (CADRE_TYPE_PATCH, NULL);

  self->strings = cadre_string_table_ref (strings);
  self->ops = ops;
  self->n_ops = n_ops;
  self->language = language;
  self->values = values;
  for (guint32 i = 0; values == NULL && i < n_ops; i++)
    ops[i].number = i;
  return self;
}

/**
 * cadre_patch_is_empty:
 * @self: a #CadrePatch
 *
 * Says whether the patch has no operation.
 *
 * Returns: whether it changes nothing
 *
 * Since: 1.0
 */
gboolean
cadre_patch_is_empty (CadrePatch *self)
{
  g_return_val_if_fail (CADRE_IS_PATCH (self), TRUE);

  return self->n_ops == 0;
}

/**
 * cadre_patch_get_operation:
 * @self: a #CadrePatch
 * @position: the place in the list
 *
 * Gets an operation.
 *
 * Returns: (transfer full) (nullable): the operation, or %NULL if there are not
 *   so many
 *
 * Since: 1.0
 */
CadrePatchOperation *
cadre_patch_get_operation (CadrePatch *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_PATCH (self), NULL);

  return position < self->n_ops ? cadre_patch_operation_new (self, position) : NULL;
}

/**
 * cadre_patch_get_language:
 * @self: a #CadrePatch
 *
 * Gets the language of texts that do not name theirs, as a BCP 47 tag: the first
 * language of the structure that the patch was made from.
 *
 * Returns: (transfer none): the language
 *
 * Since: 1.0
 */
const char *
cadre_patch_get_language (CadrePatch *self)
{
  g_return_val_if_fail (CADRE_IS_PATCH (self), NULL);

  return cadre_patch_text (self, self->language);
}

/**
 * cadre_patch_get_identity_before:
 * @self: a #CadrePatch
 *
 * Gets what tells the structure apart that the patch was made from: `sha256:` and
 * the SHA-256 of its document. Where the patch was not read, the first to ask waits
 * for the document to be written.
 *
 * Returns: (transfer none) (nullable): the identity, or %NULL where it is not
 *   known
 *
 * Since: 1.0
 */
const char *
cadre_patch_get_identity_before (CadrePatch *self)
{
  g_return_val_if_fail (CADRE_IS_PATCH (self), NULL);

  return cadre_patch_identity_get (self->before, NULL);
}

/**
 * cadre_patch_get_identity_after:
 * @self: a #CadrePatch
 *
 * Gets what tells the structure apart that the patch leads to, as
 * cadre_patch_get_identity_before() does.
 *
 * Returns: (transfer none) (nullable): the identity, or %NULL where it is not
 *   known
 *
 * Since: 1.0
 */
const char *
cadre_patch_get_identity_after (CadrePatch *self)
{
  g_return_val_if_fail (CADRE_IS_PATCH (self), NULL);

  return cadre_patch_identity_get (self->after, NULL);
}

static gboolean
is_same_text (const CadrePatch *self, guint32 code, const CadrePatch *other, guint32 other_code)
{
  return g_strcmp0 (cadre_patch_text (self, code), cadre_patch_text (other, other_code)) == 0;
}

static gboolean
is_same_op (const CadrePatch *self, const CadrePatch *other, guint32 i)
{
  const CadrePatchOp *a = &self->ops[i];
  const CadrePatchOp *b = &other->ops[i];

  return a->action == b->action && a->kind == b->kind && a->field == b->field &&
         a->shared == b->shared && is_same_text (self, a->key, other, b->key) &&
         is_same_text (self, a->before, other, b->before) &&
         is_same_text (self, a->after, other, b->after);
}

/**
 * cadre_patch_equal:
 * @self: a #CadrePatch
 * @other: another #CadrePatch
 *
 * Says whether two patches have the same operations. What they were made from
 * is not asked.
 *
 * Returns: whether they are equal
 *
 * Since: 1.0
 */
gboolean
cadre_patch_equal (CadrePatch *self, CadrePatch *other)
{
  g_return_val_if_fail (CADRE_IS_PATCH (self), FALSE);
  g_return_val_if_fail (CADRE_IS_PATCH (other), FALSE);

  if (self->n_ops != other->n_ops || !is_same_text (self, self->language, other, other->language))
    return FALSE;
  for (guint32 i = 0; i < self->n_ops; i++)
    if (!is_same_op (self, other, i))
      return FALSE;

  return TRUE;
}
