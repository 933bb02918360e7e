/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-patch-operation
 * @Title: CadrePatchOperation
 * @Short_Description: One step of a patch
 *
 * A #CadrePatchOperation creates a record, deletes one, or gives one field of a
 * record, or of the head of the document, another value.
 *
 * Keys and values are JSON, in the one form that a document has them in: the
 * title of a post is `"Head of Service"` with its quotes, a list is
 * `["a", "b"]`, and a text in several languages is an object. A whole record is
 * the object that stands for it in a document, but that the manager of a post
 * is a line of its own, and members that are not known stand together in
 * `unknown-members`. %NULL stands for a field on which a record is silent.
 *
 * The key of a record is its id. A record without an id is named by the object
 * of the fields of its natural key.
 *
 * Operations are made when they are asked for, and never change.
 */

#include "config.h"

#include "diff/patch/cadre-patch-operation-private.h"
#include "diff/patch/cadre-patch-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

/**
 * CadrePatchOperation:
 *
 * One step of a patch.
 *
 * Since: 1.0
 */
struct _CadrePatchOperation
{
  GObject parent_instance;

  CadrePatchOp op;
  char *key;    /* (nullable) */
  char *before; /* (nullable) */
  char *after;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CadrePatchOperation, cadre_patch_operation, G_TYPE_OBJECT)

static void
cadre_patch_operation_finalize (GObject *object)
{
  CadrePatchOperation *self = CADRE_PATCH_OPERATION (object);

  g_free (self->key);
  g_free (self->before);
  g_free (self->after);

  G_OBJECT_CLASS (cadre_patch_operation_parent_class)->finalize (object);
}

static void
cadre_patch_operation_class_init (CadrePatchOperationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_patch_operation_finalize;
}

static void
cadre_patch_operation_init (CadrePatchOperation *self)
{
}

CadrePatchOperation *
cadre_patch_operation_new (const CadrePatch *patch, guint32 place)
{
  CadrePatchOperation *self = g_object_new (CADRE_TYPE_PATCH_OPERATION, NULL);

  self->op = patch->ops[place];
  self->key = g_strdup (cadre_patch_text (patch, self->op.key));
  self->before = g_strdup (cadre_patch_text (patch, self->op.before));
  self->after = g_strdup (cadre_patch_text (patch, self->op.after));
  return self;
}

/**
 * cadre_patch_operation_get_action:
 * @self: a #CadrePatchOperation
 *
 * Gets what the operation does.
 *
 * Returns: the action
 *
 * Since: 1.0
 */
CadrePatchAction
cadre_patch_operation_get_action (CadrePatchOperation *self)
{
  g_return_val_if_fail (CADRE_IS_PATCH_OPERATION (self), CADRE_PATCH_ACTION_CREATE);

  return self->op.action;
}

/**
 * cadre_patch_operation_is_about_document:
 * @self: a #CadrePatchOperation
 *
 * Says whether the operation is about the head of the document, such as its
 * title or its date, and not about a record.
 *
 * Returns: whether it is
 *
 * Since: 1.0
 */
gboolean
cadre_patch_operation_is_about_document (CadrePatchOperation *self)
{
  g_return_val_if_fail (CADRE_IS_PATCH_OPERATION (self), FALSE);

  return self->op.kind == CADRE_PATCH_HEAD;
}

/**
 * cadre_patch_operation_get_record_kind:
 * @self: a #CadrePatchOperation
 *
 * Gets the kind of the record that the operation is about. Where it is about
 * the head of the document this says nothing.
 *
 * Returns: the kind
 *
 * Since: 1.0
 */
CadreRecordKind
cadre_patch_operation_get_record_kind (CadrePatchOperation *self)
{
  g_return_val_if_fail (CADRE_IS_PATCH_OPERATION (self), CADRE_RECORD_KIND_ORGANISATION);

  return self->op.kind == CADRE_PATCH_HEAD ? CADRE_RECORD_KIND_ORGANISATION
                                           : (CadreRecordKind) self->op.kind;
}

/**
 * cadre_patch_operation_get_key:
 * @self: a #CadrePatchOperation
 *
 * Gets the key that the record has before, or after where it is created.
 *
 * Returns: (transfer none) (nullable): the key as JSON, or %NULL for the head of
 *   the document, and for a record that should have an id and has none
 *
 * Since: 1.0
 */
const char *
cadre_patch_operation_get_key (CadrePatchOperation *self)
{
  g_return_val_if_fail (CADRE_IS_PATCH_OPERATION (self), NULL);

  return self->key;
}

/**
 * cadre_patch_operation_get_field:
 * @self: a #CadrePatchOperation
 *
 * Gets the field that is changed; `unknown-members` for all members that are not
 * known.
 *
 * Returns: (transfer none) (nullable): the name of the field, or %NULL where a
 *   record is created or deleted
 *
 * Since: 1.0
 */
const char *
cadre_patch_operation_get_field (CadrePatchOperation *self)
{
  g_return_val_if_fail (CADRE_IS_PATCH_OPERATION (self), NULL);

  return cadre_patch_field_name (self->op.kind, self->op.field);
}

/**
 * cadre_patch_operation_get_before:
 * @self: a #CadrePatchOperation
 *
 * Gets the value that the field has to have before, or the record that is
 * deleted.
 *
 * Returns: (transfer none) (nullable): the value as JSON, or %NULL where nothing
 *   is said
 *
 * Since: 1.0
 */
const char *
cadre_patch_operation_get_before (CadrePatchOperation *self)
{
  g_return_val_if_fail (CADRE_IS_PATCH_OPERATION (self), NULL);

  return self->before;
}

/**
 * cadre_patch_operation_get_after:
 * @self: a #CadrePatchOperation
 *
 * Gets the value that the field has after, or the record that is created.
 *
 * Returns: (transfer none) (nullable): the value as JSON, or %NULL where nothing
 *   is said
 *
 * Since: 1.0
 */
const char *
cadre_patch_operation_get_after (CadrePatchOperation *self)
{
  g_return_val_if_fail (CADRE_IS_PATCH_OPERATION (self), NULL);

  return self->after;
}

/**
 * cadre_patch_operation_is_shared:
 * @self: a #CadrePatchOperation
 *
 * Says whether other records have the key of the one that is created or
 * deleted: in a structure that is not sound several may have one id.
 *
 * Returns: whether others have the key
 *
 * Since: 1.0
 */
gboolean
cadre_patch_operation_is_shared (CadrePatchOperation *self)
{
  g_return_val_if_fail (CADRE_IS_PATCH_OPERATION (self), FALSE);

  return self->op.shared;
}

/**
 * cadre_patch_operation_to_string:
 * @self: a #CadrePatchOperation
 *
 * Describes the operation in a line, for whoever looks for a mistake. It holds
 * what the operation holds, so it is not for everybody.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
cadre_patch_operation_to_string (CadrePatchOperation *self)
{
  const char *kind = NULL;
  const char *key = NULL;

  g_return_val_if_fail (CADRE_IS_PATCH_OPERATION (self), NULL);

  kind = cadre_patch_kind_name (self->op.kind);
  key = self->key != NULL ? self->key : "";
  if (self->op.field == CADRE_PATCH_WHOLE)
    return g_strdup_printf ("%s %s %s", cadre_patch_action_name (self->op.action), kind, key);

  return g_strdup_printf ("%s %s%s%s %s: %s -> %s", cadre_patch_action_name (self->op.action), kind,
                          self->key != NULL ? " " : "", key,
                          cadre_patch_field_name (self->op.kind, self->op.field),
                          self->before != NULL ? self->before : "-",
                          self->after != NULL ? self->after : "-");
}
