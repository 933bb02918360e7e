/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Patches out of a reader. An operation has to make sense by itself: to be of a
 * record and a field that there are, to hold what its action needs, and to have
 * the key that its record has. Whether it fits is asked when it is applied. */

#include "config.h"

#include "diff/patch/cadre-patch-values-private.h"
#include "document/cadre-reader-private.h"

#include <string.h>

#define PATCH_VERSION 1

/* The members of one operation. */
enum
{
  MEMBER_DO,
  MEMBER_RECORD,
  MEMBER_KEY,
  MEMBER_FIELD,
  MEMBER_BEFORE,
  MEMBER_AFTER,
  MEMBER_SHARED,
  N_MEMBERS
};

typedef struct
{
  CadreReader *reader;
  CadrePatchMaker maker;
  guint max_ops;
  char *language;           /* (nullable) */
  char *identity_before;    /* (nullable) */
  char *identity_after;     /* (nullable) */
  char *members[N_MEMBERS]; /* (nullable): texts, or canonical values, of the operation */
} Loader;

static gboolean
set_form_error (Loader *self, GError **error, const char *what)
{
  g_propagate_error (error, _cadre_reader_error_here (self->reader, CADRE_DIFF_ERROR,
                                                      CADRE_DIFF_ERROR_PATCH_FORM, "%s", what));
  return FALSE;
}

static gboolean
read_text (Loader *self, char **text, GError **error)
{
  CadreToken token = CADRE_TOKEN_END;
  const char *chars = NULL;
  gsize length = 0;

  if (!_cadre_reader_next (self->reader, &token, error))
    return FALSE;
  if (token != CADRE_TOKEN_STRING)
    return set_form_error (self, error, "A text must stand here");

  _cadre_reader_text (self->reader, &chars, &length);
  g_free (*text);
  *text = g_strndup (chars, length);
  return TRUE;
}

static gboolean
read_canonical (Loader *self, char **value, GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  if (!_cadre_reader_next (self->reader, &token, error))
    return FALSE;

  g_free (*value);
  *value = _cadre_reader_canonical_rest (self->reader, token, error);
  return *value != NULL;
}

static int
find_member (const Loader *self)
{
  static const char *const names[N_MEMBERS] = { "do",     "record", "key",   "field",
                                                "before", "after",  "shared" };
  const char *name = NULL;
  gsize length = 0;

  _cadre_reader_text (self->reader, &name, &length);
  for (int i = 0; i < N_MEMBERS; i++)
    if (strlen (names[i]) == length && memcmp (names[i], name, length) == 0)
      return i;

  return -1;
}

static gboolean
read_member (Loader *self, GError **error)
{
  g_autofree char *unknown = NULL;
  const int member = find_member (self);

  if (member < 0)
    return read_canonical (self, &unknown, error);
  if (member == MEMBER_DO || member == MEMBER_RECORD || member == MEMBER_FIELD)
    return read_text (self, &self->members[member], error);

  return read_canonical (self, &self->members[member], error);
}

static gboolean
find_kind (const char *name, guint8 *kind)
{
  for (guint i = 0; name != NULL && i <= CADRE_PATCH_HEAD; i++)
    if (strcmp (cadre_patch_kind_name (i), name) == 0)
      {
        *kind = (guint8) i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
find_action (const char *name, guint8 *action)
{
  for (guint i = 0; name != NULL && i <= CADRE_PATCH_ACTION_DELETE; i++)
    if (strcmp (cadre_patch_action_name (i), name) == 0)
      {
        *action = (guint8) i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
find_field (guint kind, const char *name, guint8 *field)
{
  const guint n =
    kind == CADRE_PATCH_HEAD ? CADRE_N_HEAD_FIELDS : cadre_schema_get (kind)->n_fields;

  *field = CADRE_CELL_UNKNOWN_MEMBERS;
  if (strcmp (name, CADRE_CELL_UNKNOWN_MEMBERS_NAME) == 0)
    return TRUE;

  for (guint i = 0; i < n; i++)
    if (strcmp (cadre_patch_field_name (kind, i), name) == 0)
      {
        *field = (guint8) i;
        return TRUE;
      }

  return FALSE;
}

/* Whether all members of an object are fields of the kind, and what is not known
 * is an object. */
static gboolean
has_known_members (CadreRecordKind kind, const char *object, guint64 mask)
{
  const char *place = NULL;
  CadrePatchMember member;

  while (cadre_patch_next_member (object, &place, &member))
    {
      g_autofree char *name = g_strndup (member.name, member.name_length);
      guint8 field = 0;

      if (!find_field (kind, name, &field) || (mask >> field & 1) == 0 ||
          (field == CADRE_CELL_UNKNOWN_MEMBERS && member.value[0] != '{'))
        return FALSE;
    }

  return TRUE;
}

static gboolean
intern (Loader *self, const char *text, guint32 *code, GError **error)
{
  return cadre_patch_maker_intern (&self->maker, text, text != NULL ? strlen (text) : 0, code,
                                   error);
}

/* A record in the one order of its members, and its key, which has to be the one
 * that is given. */
static gboolean
take_record (Loader *self, CadrePatchOp *op, const char *object, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) key = g_string_new (NULL);
  CadrePatchRecord record;
  gboolean has_key = FALSE;

  if (object == NULL || object[0] != '{' || !has_known_members (op->kind, object, G_MAXUINT64))
    return set_form_error (self, error, "A record must be an object of fields that it can have");

  cadre_patch_record_parse (&record, op->kind, object);
  cadre_patch_record_print (&record, G_MAXUINT64, text);
  has_key = cadre_patch_record_print_key (&record, key);
  if (self->members[MEMBER_KEY] != NULL &&
      (!has_key || strcmp (self->members[MEMBER_KEY], key->str) != 0))
    return set_form_error (self, error, "The key is not that of the record");

  return intern (self, has_key ? key->str : NULL, &op->key, error) &&
         intern (self, text->str,
                 op->action == CADRE_PATCH_ACTION_CREATE ? &op->after : &op->before, error);
}

static gboolean
take_whole (Loader *self, CadrePatchOp *op, GError **error)
{
  const gboolean is_created = op->action == CADRE_PATCH_ACTION_CREATE;
  const char *record = self->members[is_created ? MEMBER_AFTER : MEMBER_BEFORE];
  const char *other = self->members[is_created ? MEMBER_BEFORE : MEMBER_AFTER];
  const char *shared = self->members[MEMBER_SHARED];

  if (op->kind == CADRE_PATCH_HEAD || other != NULL || self->members[MEMBER_FIELD] != NULL)
    return set_form_error (self, error,
                           "What creates or deletes a record has that record and nothing else");
  if (shared != NULL && strcmp (shared, "true") != 0 && strcmp (shared, "false") != 0)
    return set_form_error (self, error, "Whether the key is shared is true or false");

  op->field = CADRE_PATCH_WHOLE;
  op->shared = (guint8) (shared != NULL && shared[0] == 't');
  return take_record (self, op, record, error);
}

/* Whether a key is of the form that keys of the kind have. */
static gboolean
is_key (guint kind, const char *key)
{
  const gboolean has_id = kind != CADRE_PATCH_HEAD && cadre_schema_get (kind)->keys == NULL;

  if (key == NULL)
    return kind == CADRE_PATCH_HEAD || (has_id && cadre_patch_key_mask (kind) == 0);
  if (kind == CADRE_PATCH_HEAD)
    return FALSE;
  if (key[0] == '"')
    return has_id;

  return key[0] == '{' && has_known_members (kind, key, cadre_patch_key_mask (kind));
}

/* The value that a key says its field has. */
static gboolean
fits_key (const CadrePatchRecord *record, const CadrePatchOp *op, const char *before)
{
  const CadrePatchMember *value = &record->fields[op->field];

  if ((before == NULL) != (value->value == NULL))
    return FALSE;

  return before == NULL ||
         (strlen (before) == value->length && memcmp (before, value->value, value->length) == 0);
}

static gboolean
take_key (Loader *self, CadrePatchOp *op, GError **error)
{
  const char *key = self->members[MEMBER_KEY];
  const char *before = self->members[MEMBER_BEFORE];
  g_autoptr (GString) text = g_string_new (NULL);
  CadrePatchRecord record;

  if (!is_key (op->kind, key))
    return set_form_error (self, error, "The key is not one that the record can have");
  if (op->kind == CADRE_PATCH_HEAD)
    return TRUE;

  cadre_patch_record_parse_key (&record, op->kind, key);
  if ((op->action == CADRE_PATCH_ACTION_REKEY ||
       (key != NULL && key[0] == '{' && cadre_patch_is_key_field (op->kind, op->field))) &&
      !fits_key (&record, op, before))
    return set_form_error (self, error, "The value before is not the one in the key");
  /* What has no id is named by other fields, and cannot be given one by them. */
  if (op->action == CADRE_PATCH_ACTION_REKEY && cadre_patch_key_mask (op->kind) != 0 &&
      (self->members[MEMBER_AFTER] == NULL || key[0] == '{'))
    return set_form_error (self, error, "A record of this kind keeps its sort of key");

  return key == NULL || (cadre_patch_record_print_key (&record, text) &&
                         intern (self, text->str, &op->key, error));
}

static gboolean
take_change (Loader *self, CadrePatchOp *op, GError **error)
{
  const char *field = self->members[MEMBER_FIELD];

  if (self->members[MEMBER_SHARED] != NULL)
    return set_form_error (self, error, "Only what creates or deletes a record shares its key");
  if (field == NULL || !find_field (op->kind, field, &op->field))
    return set_form_error (self, error, "The field is not one that the record can have");
  if (cadre_patch_action_of_field (op->kind, op->field) != op->action)
    return set_form_error (self, error, "This is not what is done to such a field");
  if (g_strcmp0 (self->members[MEMBER_BEFORE], self->members[MEMBER_AFTER]) == 0)
    return set_form_error (self, error, "The value before is the value after");

  return take_key (self, op, error) &&
         intern (self, self->members[MEMBER_BEFORE], &op->before, error) &&
         intern (self, self->members[MEMBER_AFTER], &op->after, error);
}

static gboolean
take_op (Loader *self, GError **error)
{
  CadrePatchOp op = { .field = 0 };
  gboolean ok = FALSE;

  if (!find_action (self->members[MEMBER_DO], &op.action))
    return set_form_error (self, error, "What an operation does is one of the words of its list");
  if (!find_kind (self->members[MEMBER_RECORD], &op.kind))
    return set_form_error (self, error, "The kind of record is one of the words of its list");

  ok = op.action == CADRE_PATCH_ACTION_CREATE || op.action == CADRE_PATCH_ACTION_DELETE
         ? take_whole (self, &op, error)
         : take_change (self, &op, error);
  if (ok)
    cadre_patch_maker_add (&self->maker, &op);
  return ok;
}

static void
clear_members (Loader *self)
{
  for (guint i = 0; i < N_MEMBERS; i++)
    g_clear_pointer (&self->members[i], g_free);
}

static gboolean
read_op (Loader *self, GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  if (self->maker.ops->len >= self->max_ops)
    return set_form_error (self, error, "There are more operations than the limits allow");

  clear_members (self);
  while (_cadre_reader_next (self->reader, &token, error))
    {
      if (token == CADRE_TOKEN_END_OBJECT)
        return take_op (self, error);
      if (!read_member (self, error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
read_ops (Loader *self, GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  if (!_cadre_reader_next (self->reader, &token, error))
    return FALSE;
  if (token != CADRE_TOKEN_BEGIN_ARRAY)
    return set_form_error (self, error, "The operations must be an array");

  while (_cadre_reader_next (self->reader, &token, error))
    {
      if (token == CADRE_TOKEN_END_ARRAY)
        return TRUE;
      if (token != CADRE_TOKEN_BEGIN_OBJECT)
        return set_form_error (self, error, "An operation must be an object");
      if (!read_op (self, error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
read_members (Loader *self, GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  while (_cadre_reader_next (self->reader, &token, error))
    {
      g_autofree char *unknown = NULL;
      const char *text = NULL;
      gsize length = 0;
      g_autofree char *name = NULL;
      gboolean ok = FALSE;

      if (token == CADRE_TOKEN_END_OBJECT)
        return _cadre_reader_next (self->reader, &token, error); /* nothing may stand behind */
      _cadre_reader_text (self->reader, &text, &length);
      name = g_strndup (text, length);
      if (strcmp (name, "operations") == 0)
        ok = read_ops (self, error);
      else if (strcmp (name, "language") == 0)
        ok = read_text (self, &self->language, error);
      else if (strcmp (name, "before") == 0)
        ok = read_text (self, &self->identity_before, error);
      else if (strcmp (name, "after") == 0)
        ok = read_text (self, &self->identity_after, error);
      else
        ok = read_canonical (self, &unknown, error);
      if (!ok)
        return FALSE;
    }

  return FALSE;
}

/* Each value has to be one that its field can hold. */
static gboolean
check_values (const CadrePatch *patch, GError **error)
{
  g_autoptr (GError) failure = NULL;

  if (cadre_patch_get_values (patch, &failure) != NULL)
    return TRUE;

  g_set_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_PATCH_FORM,
               "An operation holds a value that its field cannot hold: %s", failure->message);
  return FALSE;
}

static CadrePatch *
finish (Loader *self, GError **error)
{
  g_autoptr (CadrePatch) patch = NULL;

  if (!intern (self, self->language != NULL ? self->language : "en", &self->maker.language, error))
    return NULL;

  patch = cadre_patch_maker_finish (&self->maker, error);
  if (patch == NULL || !check_values (patch, error))
    return NULL;

  patch->before = cadre_patch_identity_new_take (g_steal_pointer (&self->identity_before));
  patch->after = cadre_patch_identity_new_take (g_steal_pointer (&self->identity_after));
  return g_steal_pointer (&patch);
}

/**
 * cadre_patch_read:
 * @reader: a #CadreReader at the beginning of its document
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded(); there are at most as many operations as rows
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads a document of the kind `patch`. Its operations may stand in any order.
 *
 * Returns: (transfer full): the patch, or %NULL with @error set: to
 *   %CADRE_DIFF_ERROR_PATCH_FORM where an operation makes no sense
 *
 * Since: 1.0
 */
CadrePatch *
cadre_patch_read (CadreReader *reader,
                  CadreLimits *limits,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (CadreLimits) used = NULL;
  Loader self = { .reader = reader };
  CadrePatch *patch = NULL;
  guint version = 0;

  g_return_val_if_fail (CADRE_IS_READER (reader), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!cadre_reader_read_head (reader, "patch", PATCH_VERSION, &version, cancellable, error))
    return NULL;

  used = limits != NULL ? g_object_ref (limits) : cadre_limits_new_bounded ();
  self.max_ops = cadre_limits_get_max_rows (used);
  cadre_patch_maker_init (&self.maker);
  _cadre_reader_set_cancellable (reader, cancellable);
  if (read_members (&self, error))
    patch = finish (&self, error);

  clear_members (&self);
  cadre_patch_maker_clear (&self.maker);
  g_free (self.language);
  g_free (self.identity_before);
  g_free (self.identity_after);
  return patch;
}

/**
 * cadre_patch_load:
 * @file: the file
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Loads a patch from a JSON document, as cadre_patch_read() reads it.
 *
 * Returns: (transfer full): the patch, or %NULL with @error set
 *
 * Since: 1.0
 */
CadrePatch *
cadre_patch_load (GFile *file, CadreLimits *limits, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreReader) reader = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = cadre_reader_new_for_file (file, limits, cancellable, error);
  return reader != NULL ? cadre_patch_read (reader, limits, cancellable, error) : NULL;
}

/**
 * cadre_patch_load_bytes:
 * @bytes: the document
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Loads a patch from a JSON document in memory, as cadre_patch_read() reads it.
 *
 * Returns: (transfer full): the patch, or %NULL with @error set
 *
 * Since: 1.0
 */
CadrePatch *
cadre_patch_load_bytes (GBytes *bytes,
                        CadreLimits *limits,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (CadreReader) reader = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = cadre_reader_new_for_bytes (bytes, limits);
  return cadre_patch_read (reader, limits, cancellable, error);
}
