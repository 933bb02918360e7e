/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which change an answer to a response led to.
 *
 * A #CadreResponseTie points at changes between two versions of a proposal: all
 * of a record, those of one field of it, or those of one kind. The record is
 * named by its kind and id, before or after; lines, functions and funding are
 * those of a post.
 */

#include "config.h"

#include "diff/responses/cadre-responses-private.h"
#include <cadre/cadre-enum-types.h>

/**
 * CadreResponseTie:
 *
 * Which change an answer to a response led to.
 *
 * Since: 1.0
 */
struct _CadreResponseTie
{
  GObject parent_instance;

  CadreRecordKind record_kind;
  char *id;
  char *field; /* (nullable) */
  int kind;
  char *extra; /* (nullable): unknown members, as one canonical object */
};

G_DEFINE_FINAL_TYPE (CadreResponseTie, cadre_response_tie, G_TYPE_OBJECT)

static void
cadre_response_tie_finalize (GObject *object)
{
  CadreResponseTie *self = CADRE_RESPONSE_TIE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->field, g_free);
  g_clear_pointer (&self->extra, g_free);

  G_OBJECT_CLASS (cadre_response_tie_parent_class)->finalize (object);
}

static void
cadre_response_tie_class_init (CadreResponseTieClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_response_tie_finalize;
}

static void
cadre_response_tie_init (CadreResponseTie *self)
{
  self->kind = CADRE_ANY_CHANGE;
}

CadreResponseTie *
cadre_response_tie_new_full (CadreRecordKind record_kind,
                             const char *id,
                             const char *field,
                             int kind,
                             const char *extra)
{
  CadreResponseTie *self = g_object_new (CADRE_TYPE_RESPONSE_TIE, NULL);

  self->record_kind = record_kind;
  self->id = g_strdup (id);
  self->field = g_strdup (field);
  self->kind = kind;
  self->extra = g_strdup (extra);
  return self;
}

/**
 * cadre_response_tie_new:
 * @record_kind: the kind of the record
 * @id: its id, before or after
 * @field: (nullable): the field, such as `manager`, or %NULL for all
 *
 * Makes a tie to the changes of a record, or of one field of it.
 *
 * Returns: (transfer full): the tie
 *
 * Since: 1.0
 */
CadreResponseTie *
cadre_response_tie_new (CadreRecordKind record_kind, const char *id, const char *field)
{
  g_return_val_if_fail ((guint) record_kind < CADRE_N_RECORD_KINDS, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return cadre_response_tie_new_full (record_kind, id, field, CADRE_ANY_CHANGE, NULL);
}

/**
 * cadre_response_tie_new_to_kind:
 * @record_kind: the kind of the record
 * @id: its id, before or after
 * @kind: the kind of change
 *
 * Makes a tie to the changes of a record that are of one kind.
 *
 * Returns: (transfer full): the tie
 *
 * Since: 1.0
 */
CadreResponseTie *
cadre_response_tie_new_to_kind (CadreRecordKind record_kind, const char *id, CadreChangeKind kind)
{
  g_return_val_if_fail ((guint) record_kind < CADRE_N_RECORD_KINDS, NULL);
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail ((guint) kind < CADRE_N_CHANGE_KINDS, NULL);

  return cadre_response_tie_new_full (record_kind, id, NULL, (int) kind, NULL);
}

/**
 * cadre_response_tie_get_record_kind:
 * @self: a #CadreResponseTie
 *
 * Gets the kind of the record.
 *
 * Returns: the kind
 *
 * Since: 1.0
 */
CadreRecordKind
cadre_response_tie_get_record_kind (CadreResponseTie *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE_TIE (self), CADRE_RECORD_KIND_POST);

  return self->record_kind;
}

/**
 * cadre_response_tie_get_id:
 * @self: a #CadreResponseTie
 *
 * Gets the id of the record.
 *
 * Returns: (transfer none): the id
 *
 * Since: 1.0
 */
const char *
cadre_response_tie_get_id (CadreResponseTie *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE_TIE (self), NULL);

  return self->id;
}

/**
 * cadre_response_tie_get_field:
 * @self: a #CadreResponseTie
 *
 * Gets the field.
 *
 * Returns: (transfer none) (nullable): the field, or %NULL for all
 *
 * Since: 1.0
 */
const char *
cadre_response_tie_get_field (CadreResponseTie *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE_TIE (self), NULL);

  return self->field;
}

int
cadre_response_tie_change_kind (CadreResponseTie *self)
{
  return self->kind;
}

const char *
cadre_response_tie_unknown_members (CadreResponseTie *self)
{
  return self->extra;
}

CadreResponseTie *
cadre_response_tie_without_unknown (CadreResponseTie *self)
{
  return self->extra != NULL ? cadre_response_tie_new_full (self->record_kind, self->id,
                                                            self->field, self->kind, NULL)
                             : g_object_ref (self);
}

/**
 * cadre_response_tie_has_kind:
 * @self: a #CadreResponseTie
 *
 * Says whether it is a tie to changes of one kind.
 *
 * Returns: whether it names a kind of change
 *
 * Since: 1.0
 */
gboolean
cadre_response_tie_has_kind (CadreResponseTie *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE_TIE (self), FALSE);

  return self->kind != CADRE_ANY_CHANGE;
}

/**
 * cadre_response_tie_get_kind:
 * @self: a #CadreResponseTie, for which cadre_response_tie_has_kind() is true
 *
 * Gets the kind of change.
 *
 * Returns: the kind, or %CADRE_CHANGE_KIND_OTHER_FIELD where it names none
 *
 * Since: 1.0
 */
CadreChangeKind
cadre_response_tie_get_kind (CadreResponseTie *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE_TIE (self), CADRE_CHANGE_KIND_OTHER_FIELD);

  return self->kind != CADRE_ANY_CHANGE ? (CadreChangeKind) self->kind
                                        : CADRE_CHANGE_KIND_OTHER_FIELD;
}

/**
 * cadre_response_tie_to_string:
 * @self: a #CadreResponseTie
 *
 * Says what it points at: `post/head-strategy manager`.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
cadre_response_tie_to_string (CadreResponseTie *self)
{
  const char *what = NULL;

  g_return_val_if_fail (CADRE_IS_RESPONSE_TIE (self), NULL);

  what =
    self->kind != CADRE_ANY_CHANGE ? cadre_nick (CADRE_TYPE_CHANGE_KIND, self->kind) : self->field;
  return g_strconcat (cadre_schema_get (self->record_kind)->name, "/", self->id,
                      what != NULL ? " " : NULL, what, NULL);
}
