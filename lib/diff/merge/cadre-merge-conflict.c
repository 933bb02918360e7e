/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-merge-conflict
 * @Title: CadreMergeConflict
 * @Short_Description: Where two proposals cannot both hold
 *
 * A #CadreMergeConflict says why two proposals over one base cannot both hold:
 * which record it is about, and which field, what was there, and what either
 * makes of it. cadre_merge_resolve() says which of them is to hold.
 *
 * Keys and values are JSON text, as in a #CadrePatchOperation. Of a whole record
 * the value is the record, or the fields that a side changes, as an object; %NULL
 * stands for none. Of a circle it is what a side says of who is above whom in it, as an
 * array of lines, or of parents of units. Where both bring a record to one key, the value is
 * the record that a side creates, or the fields that it changes of one, after the key that
 * this one has in the base, as `was`.
 *
 * A conflict whose circle comes of how others are resolved leaves the list once they are
 * resolved otherwise. Whoever holds it still reads what it was; no choice changes it any
 * more, and should the circle come back, it is another object.
 */

#include "config.h"

#include "diff/cadre-change-private.h"
#include "diff/merge/cadre-merge-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

struct _CadreMergeConflict
{
  GObject parent_instance;

  CadreMerge *merge;
  CadreMergeFinding *finding;
  char *key;       /* (nullable) */
  char *values[3]; /* (nullable) */
};

/**
 * CadreMergeConflict:
 *
 * Where two proposals cannot both hold.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreMergeConflict, cadre_merge_conflict, G_TYPE_OBJECT)

static void
cadre_merge_conflict_finalize (GObject *object)
{
  CadreMergeConflict *self = CADRE_MERGE_CONFLICT (object);

  g_clear_pointer (&self->finding, cadre_merge_finding_unref);
  g_clear_object (&self->merge);
  g_free (self->key);
  for (guint i = 0; i < 3; i++)
    g_free (self->values[i]);

  G_OBJECT_CLASS (cadre_merge_conflict_parent_class)->finalize (object);
}

static void
cadre_merge_conflict_class_init (CadreMergeConflictClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_merge_conflict_finalize;
}

static void
cadre_merge_conflict_init (CadreMergeConflict *self)
{
}

CadreMergeConflict *
cadre_merge_conflict_new (CadreMerge *merge, CadreMergeFinding *finding)
{
  CadreMergeConflict *self = g_object_new (CADRE_TYPE_MERGE_CONFLICT, NULL);

  self->merge = g_object_ref (merge);
  self->finding = cadre_merge_finding_ref (finding);
  self->key = cadre_merge_dup_key (merge, finding);
  for (guint i = 0; i < 3; i++)
    self->values[i] = cadre_merge_dup_value (merge, finding, i);

  return self;
}

/**
 * cadre_merge_conflict_get_kind:
 * @self: a #CadreMergeConflict
 *
 * Gets why the proposals cannot both hold.
 *
 * Returns: the kind
 *
 * Since: 1.0
 */
CadreMergeConflictKind
cadre_merge_conflict_get_kind (CadreMergeConflict *self)
{
  g_return_val_if_fail (CADRE_IS_MERGE_CONFLICT (self), CADRE_MERGE_CONFLICT_KIND_FIELD);

  return self->finding->kind;
}

/**
 * cadre_merge_conflict_is_about_document:
 * @self: a #CadreMergeConflict
 *
 * Says whether the conflict is about the head of the document, such as its title
 * or its date, and not about a record.
 *
 * Returns: whether it is
 *
 * Since: 1.0
 */
gboolean
cadre_merge_conflict_is_about_document (CadreMergeConflict *self)
{
  g_return_val_if_fail (CADRE_IS_MERGE_CONFLICT (self), FALSE);

  return self->finding->record_kind == CADRE_PATCH_HEAD;
}

/**
 * cadre_merge_conflict_get_record_kind:
 * @self: a #CadreMergeConflict
 *
 * Gets the kind of the record that the conflict is about. It is only of use
 * where cadre_merge_conflict_is_about_document() is %FALSE.
 *
 * Returns: the kind
 *
 * Since: 1.0
 */
CadreRecordKind
cadre_merge_conflict_get_record_kind (CadreMergeConflict *self)
{
  g_return_val_if_fail (CADRE_IS_MERGE_CONFLICT (self), CADRE_RECORD_KIND_ORGANISATION);

  return self->finding->record_kind == CADRE_PATCH_HEAD ? CADRE_RECORD_KIND_ORGANISATION
                                                        : self->finding->record_kind;
}

/**
 * cadre_merge_conflict_get_key:
 * @self: a #CadreMergeConflict
 *
 * Gets the key of the record: its id in the base as a JSON string, or an object
 * of what stands for an id. A circle has the key of one of its posts or units.
 *
 * Returns: (transfer none) (nullable): the key, or %NULL for the document
 *
 * Since: 1.0
 */
const char *
cadre_merge_conflict_get_key (CadreMergeConflict *self)
{
  g_return_val_if_fail (CADRE_IS_MERGE_CONFLICT (self), NULL);

  return self->key;
}

/* The strings of an array. */
static char **
dup_strings (const char *json)
{
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = g_bytes_new_static (json, strlen (json));
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, NULL);
  CadreToken token = CADRE_TOKEN_END;

  while (cadre_reader_next (reader, &token, NULL, NULL) && token != CADRE_TOKEN_END_ARRAY)
    if (token == CADRE_TOKEN_STRING)
      g_ptr_array_add (strings, g_strdup (cadre_reader_get_text (reader, NULL)));

  g_ptr_array_add (strings, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&strings), FALSE);
}

/**
 * cadre_merge_conflict_dup_circle:
 * @self: a #CadreMergeConflict
 *
 * Gets who is in a circle: each reports to the next, or is a part of it, and the last one
 * to the first. They are called by their ids in the base, and those that are new by the ids
 * that they get; where a new one gets the id that another one had, the id is there twice.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the ids of posts or
 *   units, or %NULL where the conflict is no circle
 *
 * Since: 1.0
 */
char **
cadre_merge_conflict_dup_circle (CadreMergeConflict *self)
{
  g_autofree char *circling = NULL;

  g_return_val_if_fail (CADRE_IS_MERGE_CONFLICT (self), NULL);

  if (!cadre_merge_finding_is_circle (self->finding))
    return NULL;

  circling = cadre_merge_dup_circling (self->merge, self->finding);
  return dup_strings (circling);
}

/**
 * cadre_merge_conflict_get_field:
 * @self: a #CadreMergeConflict
 *
 * Gets the name of the field.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL for the whole record
 *
 * Since: 1.0
 */
const char *
cadre_merge_conflict_get_field (CadreMergeConflict *self)
{
  g_return_val_if_fail (CADRE_IS_MERGE_CONFLICT (self), NULL);

  return cadre_patch_field_name (self->finding->record_kind, self->finding->field);
}

/**
 * cadre_merge_conflict_get_base_value:
 * @self: a #CadreMergeConflict
 *
 * Gets what the base says.
 *
 * Returns: (transfer none) (nullable): the value, or %NULL for none
 *
 * Since: 1.0
 */
const char *
cadre_merge_conflict_get_base_value (CadreMergeConflict *self)
{
  g_return_val_if_fail (CADRE_IS_MERGE_CONFLICT (self), NULL);

  return self->values[0];
}

/**
 * cadre_merge_conflict_get_our_value:
 * @self: a #CadreMergeConflict
 *
 * Gets what our proposal says.
 *
 * Returns: (transfer none) (nullable): the value, or %NULL for none
 *
 * Since: 1.0
 */
const char *
cadre_merge_conflict_get_our_value (CadreMergeConflict *self)
{
  g_return_val_if_fail (CADRE_IS_MERGE_CONFLICT (self), NULL);

  return self->values[1];
}

/**
 * cadre_merge_conflict_get_their_value:
 * @self: a #CadreMergeConflict
 *
 * Gets what their proposal says.
 *
 * Returns: (transfer none) (nullable): the value, or %NULL for none
 *
 * Since: 1.0
 */
const char *
cadre_merge_conflict_get_their_value (CadreMergeConflict *self)
{
  g_return_val_if_fail (CADRE_IS_MERGE_CONFLICT (self), NULL);

  return self->values[2];
}

/**
 * cadre_merge_conflict_dup_origin:
 * @self: a #CadreMergeConflict
 *
 * Gets where the record stands in the source of the base.
 *
 * Returns: (transfer full) (nullable): a JSON Pointer, or %NULL where the base
 *   does not have the record, or the record has no id
 *
 * Since: 1.0
 */
char *
cadre_merge_conflict_dup_origin (CadreMergeConflict *self)
{
  const CadreTables *tables = NULL;
  g_autoptr (CadreCellText) text = NULL;
  guint kind = 0;

  g_return_val_if_fail (CADRE_IS_MERGE_CONFLICT (self), NULL);

  kind = self->finding->record_kind;
  tables = cadre_structure_get_tables (cadre_diff_get_before (self->merge->diffs[0]));
  if (kind == CADRE_PATCH_HEAD || self->key == NULL || self->key[0] != '"')
    return NULL;

  text = cadre_cell_text_new (tables);
  for (guint32 row = 0; row < cadre_tables_get (tables, kind)->n_rows; row++)
    {
      gsize length = 0;
      const char *id = cadre_cell_text_get (text, kind, row, 0, &length);

      if (id != NULL && length == strlen (self->key) && memcmp (id, self->key, length) == 0)
        return cadre_tables_dup_origin (tables, kind, row);
    }

  return NULL;
}

/**
 * cadre_merge_conflict_get_choice:
 * @self: a #CadreMergeConflict
 *
 * Gets how the conflict is resolved, as things stand.
 *
 * Returns: the choice; %CADRE_MERGE_CHOICE_NONE where nobody has resolved it
 *
 * Since: 1.0
 */
CadreMergeChoice
cadre_merge_conflict_get_choice (CadreMergeConflict *self)
{
  g_return_val_if_fail (CADRE_IS_MERGE_CONFLICT (self), CADRE_MERGE_CHOICE_NONE);

  return self->finding->choice;
}

/**
 * cadre_merge_conflict_get_proposal:
 * @self: a #CadreMergeConflict
 *
 * Gets what holds as long as nobody resolves the conflict. Any two proposals have
 * another id, title or date, other notes, or name another source or licence: that is about
 * the document and no dispute, so that what ours says holds, and nothing has to wait for
 * somebody to say so. cadre_merge_resolve() makes something else hold. In another first
 * language, and in members that are not known, there is more at stake.
 *
 * Returns: %CADRE_MERGE_CHOICE_OURS for such a conflict about the document, else
 *   %CADRE_MERGE_CHOICE_NONE
 *
 * Since: 1.0
 */
CadreMergeChoice
cadre_merge_conflict_get_proposal (CadreMergeConflict *self)
{
  g_return_val_if_fail (CADRE_IS_MERGE_CONFLICT (self), CADRE_MERGE_CHOICE_NONE);

  return cadre_merge_finding_proposal (self->finding);
}

/**
 * cadre_merge_conflict_get_value:
 * @self: a #CadreMergeConflict
 *
 * Gets the value that resolves the conflict, where it is another one than that of
 * a side.
 *
 * Returns: (transfer none) (nullable): the value, or %NULL for none
 *
 * Since: 1.0
 */
const char *
cadre_merge_conflict_get_value (CadreMergeConflict *self)
{
  g_return_val_if_fail (CADRE_IS_MERGE_CONFLICT (self), NULL);

  return self->finding->value;
}

static const char *
get_text (const char *value)
{
  return value != NULL ? value : "none";
}

/**
 * cadre_merge_conflict_get_decided_by:
 * @self: a #CadreMergeConflict
 *
 * Gets who has decided how it is resolved.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where nobody is recorded
 *
 * Since: 1.0
 */
const char *
cadre_merge_conflict_get_decided_by (CadreMergeConflict *self)
{
  g_return_val_if_fail (CADRE_IS_MERGE_CONFLICT (self), NULL);

  return self->finding->by;
}

/**
 * cadre_merge_conflict_get_decided_on:
 * @self: a #CadreMergeConflict
 *
 * Gets when it was decided.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL where none is recorded
 *
 * Since: 1.0
 */
CadreDate *
cadre_merge_conflict_get_decided_on (CadreMergeConflict *self)
{
  g_return_val_if_fail (CADRE_IS_MERGE_CONFLICT (self), NULL);

  return self->finding->on != NULL ? cadre_date_copy (self->finding->on) : NULL;
}

/**
 * cadre_merge_conflict_get_why:
 * @self: a #CadreMergeConflict
 *
 * Gets why it is resolved so.
 *
 * Returns: (transfer none) (nullable): the words, or %NULL where no reason is recorded
 *
 * Since: 1.0
 */
const char *
cadre_merge_conflict_get_why (CadreMergeConflict *self)
{
  g_return_val_if_fail (CADRE_IS_MERGE_CONFLICT (self), NULL);

  return self->finding->why;
}

/**
 * cadre_merge_conflict_to_string:
 * @self: a #CadreMergeConflict
 *
 * Writes the conflict as text, for people: `field post "P1" title: "Head" ->
 * "Chief" or "Director"`. Of a circle it says who is in it. Where one of the two holds unless
 * somebody resolves it, that is said at the end.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
cadre_merge_conflict_to_string (CadreMergeConflict *self)
{
  const CadreMergeFinding *finding = NULL;
  const char *record = NULL;
  const char *field = NULL;
  g_autofree char *circling = NULL;

  g_return_val_if_fail (CADRE_IS_MERGE_CONFLICT (self), NULL);

  finding = self->finding;
  if (cadre_merge_finding_is_circle (finding))
    circling = cadre_merge_dup_circling (self->merge, finding);
  record = circling != NULL ? circling : self->key;
  field = cadre_merge_conflict_get_field (self);
  return g_strdup_printf ("%s %s%s%s%s%s: %s -> %s or %s%s",
                          cadre_nick (CADRE_TYPE_MERGE_CONFLICT_KIND, finding->kind),
                          cadre_patch_kind_name (finding->record_kind), record != NULL ? " " : "",
                          record != NULL ? record : "", field != NULL ? " " : "",
                          field != NULL ? field : "", get_text (self->values[0]),
                          get_text (self->values[1]), get_text (self->values[2]),
                          cadre_merge_finding_proposal (finding) == CADRE_MERGE_CHOICE_OURS
                            ? ", the first unless resolved"
                            : "");
}
