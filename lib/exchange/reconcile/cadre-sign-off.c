/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-sign-off
 * @Title: CadreSignOff
 * @Short_Description: Who has signed which baseline
 *
 * A #CadreSignOff records that somebody signs what the lists of an establishment say:
 * an id, for whom, when, and whether it is for one unit or the whole. Later
 * cadre_sign_off_stands() says whether what was signed is still what the lists say,
 * and cadre_sign_off_dup_changed_keys() which rows are others.
 *
 * What is signed is a SHA-256 of each row, of all that its records say in the fields
 * that are compared, and one of all rows. Whoever knows a record but for one field can
 * find that field by trying: a sign-off is as confidential as what was signed. It is
 * not a signature in the sense of cryptography: it says what was signed, and not that
 * it was this person. Put it where others cannot change it.
 *
 * It does not change, so threads may share it.
 */

#include "config.h"

#include "exchange/field-map/cadre-map-tree-private.h"
#include "exchange/reconcile/cadre-sign-off-private.h"
#include <cadre/cadre-enum-types.h>
#include <cadre/cadre-exchange-error.h>

#include <string.h>

#define KIND "sign-off"
#define VERSION 1

/**
 * CadreSignOff:
 *
 * That somebody has signed a baseline. It never changes.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreSignOff, cadre_sign_off, G_TYPE_OBJECT)

static void
cadre_sign_off_finalize (GObject *object)
{
  CadreSignOff *self = CADRE_SIGN_OFF (object);

  g_clear_pointer (&self->who, g_free);
  g_clear_pointer (&self->date, cadre_date_free);
  g_clear_pointer (&self->hash, g_free);
  cadre_signed_state_clear (&self->state);

  G_OBJECT_CLASS (cadre_sign_off_parent_class)->finalize (object);
}

static void
cadre_sign_off_class_init (CadreSignOffClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_sign_off_finalize;
}

static void
cadre_sign_off_init (CadreSignOff *self)
{
  cadre_signed_state_init (&self->state);
}

/**
 * cadre_sign_off_new:
 * @reconciliation: what is signed
 * @who: the id of whoever signs, and no name
 * @role: for whom
 * @date: (nullable): when, or %NULL
 * @scope: (nullable): the id of the unit that is signed for with all under it, or %NULL
 *   for the whole
 * @error: return location for a #GError, or %NULL
 *
 * Signs a reconciliation. A row belongs to a unit where any of its records does. A
 * unit that no list has is %CADRE_EXCHANGE_ERROR_NOT_FOUND.
 *
 * Returns: (transfer full): the sign-off, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreSignOff *
cadre_sign_off_new (CadreReconciliation *reconciliation,
                    const char *who,
                    CadreSignOffRole role,
                    const CadreDate *date,
                    const char *scope,
                    GError **error)
{
  g_autoptr (CadreSignOff) self = NULL;

  g_return_val_if_fail (CADRE_IS_RECONCILIATION (reconciliation), NULL);
  g_return_val_if_fail (who != NULL, NULL);
  g_return_val_if_fail ((guint) role <= CADRE_SIGN_OFF_ROLE_OTHER, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (CADRE_TYPE_SIGN_OFF, NULL);
  if (!cadre_signed_state_fill (&self->state, reconciliation, scope, error))
    return NULL;

  self->who = g_strdup (who);
  self->role = role;
  self->date = date != NULL ? cadre_date_copy (date) : NULL;
  self->hash = cadre_signed_state_dup_hash (&self->state);
  return g_steal_pointer (&self);
}

/* Reading */

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FORM, message);
  return FALSE;
}

static gboolean
take_role (CadreSignOff *self, const char *word, GError **error)
{
  g_autoptr (GEnumClass) roles = g_type_class_ref (CADRE_TYPE_SIGN_OFF_ROLE);
  const GEnumValue *value = word != NULL ? g_enum_get_value_by_nick (roles, word) : NULL;

  if (word != NULL && value == NULL)
    return refuse (error, "The role of a sign-off is not one of those that there are");

  self->role = value != NULL ? (CadreSignOffRole) value->value : CADRE_SIGN_OFF_ROLE_UNKNOWN;
  return TRUE;
}

static gboolean
take_head (CadreSignOff *self, const CadreMapTree *tree, GError **error)
{
  CadreSignedState *state = &self->state;
  g_autofree char *role = NULL;
  g_autofree char *date = NULL;

  if (!cadre_map_tree_get_string (tree, 0, "who", &self->who, error) ||
      !cadre_map_tree_get_string (tree, 0, "role", &role, error) ||
      !cadre_map_tree_get_string (tree, 0, "date", &date, error) ||
      !cadre_map_tree_get_string (tree, 0, "hash", &self->hash, error) ||
      !cadre_map_tree_get_string (tree, 0, "records", &state->records, error) ||
      !cadre_map_tree_get_string (tree, 0, "key", &state->key, error) ||
      !cadre_map_tree_get_strings (tree, 0, "fields", &state->fields, error) ||
      !cadre_map_tree_get_strings (tree, 0, "lists", &state->lists, error) ||
      !cadre_map_tree_get_string (tree, 0, "scope", &state->scope, error) ||
      !take_role (self, role, error))
    return FALSE;

  if (self->who == NULL || self->hash == NULL || state->records == NULL || state->key == NULL ||
      state->fields == NULL || state->lists == NULL)
    return refuse (error, "A sign-off says who signs, the hash, and what was compared");

  if (date != NULL)
    self->date = cadre_date_new_parse (date, error);
  return date == NULL || self->date != NULL;
}

static gboolean
take_rows (CadreSignOff *self, const CadreMapTree *tree, GError **error)
{
  guint32 rows = CADRE_NO_NODE;

  if (!cadre_map_tree_get_children (tree, 0, "rows", CADRE_TOKEN_BEGIN_ARRAY, &rows, error))
    return FALSE;
  if (rows == CADRE_NO_NODE)
    return refuse (error, "A sign-off has the rows that were signed");

  for (guint32 i = cadre_map_tree_get (tree, rows)->first; i != CADRE_NO_NODE;
       i = cadre_map_tree_get (tree, i)->next)
    {
      g_autofree char *key = NULL;
      g_autofree char *hash = NULL;

      if (cadre_map_tree_get (tree, i)->kind != CADRE_TOKEN_BEGIN_OBJECT)
        return refuse (error, "A row of a sign-off is an object");
      if (!cadre_map_tree_get_string (tree, i, "key", &key, error) ||
          !cadre_map_tree_get_string (tree, i, "hash", &hash, error))
        return FALSE;
      if (key == NULL || hash == NULL)
        return refuse (error, "A row of a sign-off has a key and a hash");
      cadre_signed_state_add (&self->state, key, hash);
    }

  cadre_signed_state_sort (&self->state);
  return TRUE;
}

static CadreSignOff *
read_document (CadreReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreMapTree) tree = cadre_map_tree_read (reader, KIND, VERSION, cancellable, error);
  g_autoptr (CadreSignOff) self = NULL;
  g_autofree char *hash = NULL;

  if (tree == NULL)
    return NULL;

  self = g_object_new (CADRE_TYPE_SIGN_OFF, NULL);
  if (!take_head (self, tree, error) || !take_rows (self, tree, error))
    return NULL;

  hash = cadre_signed_state_dup_hash (&self->state);
  if (strcmp (hash, self->hash) != 0)
    {
      refuse (error, "The hash of the sign-off is not that of its rows: it was changed");
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * cadre_sign_off_load:
 * @file: a file
 * @limits: (nullable): how much may be read, or %NULL for what is safe
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Loads a sign-off. One whose rows are not those of its hash is
 * %CADRE_EXCHANGE_ERROR_FORM.
 *
 * Returns: (transfer full): the sign-off, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreSignOff *
cadre_sign_off_load (GFile *file, CadreLimits *limits, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreReader) reader = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = cadre_reader_new_for_file (file, limits, cancellable, error);
  return reader != NULL ? read_document (reader, cancellable, error) : NULL;
}

/**
 * cadre_sign_off_load_bytes:
 * @bytes: a document
 * @limits: (nullable): how much may be read, or %NULL for what is safe
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Loads a sign-off from memory, as cadre_sign_off_load() does.
 *
 * Returns: (transfer full): the sign-off, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreSignOff *
cadre_sign_off_load_bytes (GBytes *bytes,
                           CadreLimits *limits,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (CadreReader) reader = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = cadre_reader_new_for_bytes (bytes, limits);
  return read_document (reader, cancellable, error);
}

/* Writing */

static void
write_text (CadreWriter *writer, const char *name, const char *text)
{
  cadre_writer_member (writer, name);
  if (text != NULL)
    cadre_writer_string (writer, text);
  else
    cadre_writer_unknown (writer);
}

static void
write_texts (CadreWriter *writer, const char *name, char **texts)
{
  cadre_writer_member (writer, name);
  cadre_writer_begin_array (writer);
  for (guint i = 0; texts[i] != NULL; i++)
    cadre_writer_string (writer, texts[i]);
  cadre_writer_end_array (writer);
}

/**
 * cadre_sign_off_write:
 * @self: a #CadreSignOff
 * @writer: where it goes
 *
 * Writes the sign-off as a document. What the writer says against it comes from
 * cadre_writer_finish().
 *
 * Since: 1.0
 */
void
cadre_sign_off_write (CadreSignOff *self, CadreWriter *writer)
{
  g_autoptr (GEnumClass) roles = g_type_class_ref (CADRE_TYPE_SIGN_OFF_ROLE);
  g_autofree char *date = NULL;

  g_return_if_fail (CADRE_IS_SIGN_OFF (self));
  g_return_if_fail (CADRE_IS_WRITER (writer));

  date = self->date != NULL ? cadre_date_to_string (self->date) : NULL;
  cadre_writer_begin_document (writer, KIND, VERSION);
  write_text (writer, "who", self->who);
  write_text (writer, "role", g_enum_get_value (roles, (int) self->role)->value_nick);
  write_text (writer, "date", date);
  write_text (writer, "records", self->state.records);
  write_text (writer, "key", self->state.key);
  write_texts (writer, "fields", self->state.fields);
  write_texts (writer, "lists", self->state.lists);
  write_text (writer, "scope", self->state.scope);
  write_text (writer, "hash", self->hash);
  cadre_writer_member (writer, "rows");
  cadre_writer_begin_array (writer);
  for (guint i = 0; i < self->state.rows->len; i++)
    {
      const CadreSignedRow *row = &g_array_index (self->state.rows, CadreSignedRow, i);

      cadre_writer_begin_object (writer);
      write_text (writer, "key", row->key);
      write_text (writer, "hash", row->hash);
      cadre_writer_end_object (writer);
    }
  cadre_writer_end_array (writer);
  cadre_writer_end_object (writer);
}

/* What it says */

/**
 * cadre_sign_off_get_who:
 * @self: a #CadreSignOff
 *
 * Gets who has signed.
 *
 * Returns: (transfer none): an id
 *
 * Since: 1.0
 */
const char *
cadre_sign_off_get_who (CadreSignOff *self)
{
  g_return_val_if_fail (CADRE_IS_SIGN_OFF (self), NULL);

  return self->who;
}

/**
 * cadre_sign_off_get_role:
 * @self: a #CadreSignOff
 *
 * Gets for whom it was signed.
 *
 * Returns: the role
 *
 * Since: 1.0
 */
CadreSignOffRole
cadre_sign_off_get_role (CadreSignOff *self)
{
  g_return_val_if_fail (CADRE_IS_SIGN_OFF (self), CADRE_SIGN_OFF_ROLE_UNKNOWN);

  return self->role;
}

/**
 * cadre_sign_off_get_date:
 * @self: a #CadreSignOff
 *
 * Gets when it was signed.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL where it is not stated
 *
 * Since: 1.0
 */
CadreDate *
cadre_sign_off_get_date (CadreSignOff *self)
{
  g_return_val_if_fail (CADRE_IS_SIGN_OFF (self), NULL);

  return self->date != NULL ? cadre_date_copy (self->date) : NULL;
}

/**
 * cadre_sign_off_get_scope:
 * @self: a #CadreSignOff
 *
 * Gets for which unit it was signed.
 *
 * Returns: (transfer none) (nullable): the id of the unit, or %NULL for the whole
 *
 * Since: 1.0
 */
const char *
cadre_sign_off_get_scope (CadreSignOff *self)
{
  g_return_val_if_fail (CADRE_IS_SIGN_OFF (self), NULL);

  return self->state.scope;
}

/**
 * cadre_sign_off_get_hash:
 * @self: a #CadreSignOff
 *
 * Gets the hash of all that was signed.
 *
 * Returns: (transfer none): 64 hexadecimal digits
 *
 * Since: 1.0
 */
const char *
cadre_sign_off_get_hash (CadreSignOff *self)
{
  g_return_val_if_fail (CADRE_IS_SIGN_OFF (self), NULL);

  return self->hash;
}

/**
 * cadre_sign_off_get_n_rows:
 * @self: a #CadreSignOff
 *
 * Counts the rows that were signed.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_sign_off_get_n_rows (CadreSignOff *self)
{
  g_return_val_if_fail (CADRE_IS_SIGN_OFF (self), 0);

  return self->state.rows->len;
}

/* Whether it stands */

/* Hashes of other fields, or of other lists, say nothing about those of these. */
static gboolean
is_of_same_sort (const CadreSignedState *a, const CadreSignedState *b)
{
  return strcmp (a->records, b->records) == 0 && strcmp (a->key, b->key) == 0 &&
         g_strv_equal ((const char *const *) a->fields, (const char *const *) b->fields) &&
         g_strv_equal ((const char *const *) a->lists, (const char *const *) b->lists);
}

/* What would be signed now in the same scope. */
static gboolean
fill_current (CadreSignOff *self,
              CadreReconciliation *reconciliation,
              CadreSignedState *current,
              GError **error)
{
  if (!cadre_signed_state_fill (current, reconciliation, self->state.scope, error))
    return FALSE;
  if (is_of_same_sort (&self->state, current))
    return TRUE;

  return refuse (error, "The sign-off is of lists that were compared in another way");
}

/**
 * cadre_sign_off_stands:
 * @self: a #CadreSignOff
 * @reconciliation: what the lists say now
 * @error: return location for a #GError, or %NULL
 *
 * Tells whether what was signed is what the lists say now. Both have to be compared in
 * the same way, by key, fields and labels: otherwise it is
 * %CADRE_EXCHANGE_ERROR_FORM.
 *
 * Returns: %TRUE if it stands; %FALSE if not, or with @error set where that cannot be
 *   said
 *
 * Since: 1.0
 */
gboolean
cadre_sign_off_stands (CadreSignOff *self, CadreReconciliation *reconciliation, GError **error)
{
  CadreSignedState current = { NULL, NULL, NULL, NULL, NULL, NULL };
  g_autofree char *hash = NULL;

  g_return_val_if_fail (CADRE_IS_SIGN_OFF (self), FALSE);
  g_return_val_if_fail (CADRE_IS_RECONCILIATION (reconciliation), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  cadre_signed_state_init (&current);
  if (fill_current (self, reconciliation, &current, error))
    hash = cadre_signed_state_dup_hash (&current);
  cadre_signed_state_clear (&current);

  return hash != NULL && strcmp (hash, self->hash) == 0;
}

/* How the next rows of two states stand to each other, and the key of the lesser. */
static int
compare_next (const GArray *old_rows, guint i, const GArray *new_rows, guint k, const char **key)
{
  const CadreSignedRow *a = NULL;
  const CadreSignedRow *b = NULL;
  int order = 0;

  if (i >= old_rows->len)
    {
      *key = g_array_index (new_rows, CadreSignedRow, k).key;
      return 1;
    }

  a = &g_array_index (old_rows, CadreSignedRow, i);
  *key = a->key;
  if (k >= new_rows->len)
    return -1;

  b = &g_array_index (new_rows, CadreSignedRow, k);
  order = cadre_signed_row_compare (a, b);
  if (order > 0)
    *key = b->key;
  return order;
}

/* Keys of rows that only one of the two has, each once. */
static char **
list_changes (const GArray *old_rows, const GArray *new_rows)
{
  g_autoptr (GPtrArray) keys = g_ptr_array_new ();
  guint i = 0;
  guint k = 0;

  while (i < old_rows->len || k < new_rows->len)
    {
      const char *key = NULL;
      int order = compare_next (old_rows, i, new_rows, k, &key);

      i += order <= 0 ? 1 : 0;
      k += order >= 0 ? 1 : 0;
      if (order != 0 &&
          (keys->len == 0 || strcmp (g_ptr_array_index (keys, keys->len - 1), key) != 0))
        g_ptr_array_add (keys, g_strdup (key));
    }
  g_ptr_array_add (keys, NULL);

  return (char **) g_ptr_array_free (g_steal_pointer (&keys), FALSE);
}

/**
 * cadre_sign_off_dup_changed_keys:
 * @self: a #CadreSignOff
 * @reconciliation: what the lists say now
 * @error: return location for a #GError, or %NULL
 *
 * Gets the keys of the rows that are not as they were signed: changed, gone or new.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the keys in byte
 *   order, or %NULL with @error set as for cadre_sign_off_stands()
 *
 * Since: 1.0
 */
char **
cadre_sign_off_dup_changed_keys (CadreSignOff *self,
                                 CadreReconciliation *reconciliation,
                                 GError **error)
{
  CadreSignedState current = { NULL, NULL, NULL, NULL, NULL, NULL };
  char **keys = NULL;

  g_return_val_if_fail (CADRE_IS_SIGN_OFF (self), NULL);
  g_return_val_if_fail (CADRE_IS_RECONCILIATION (reconciliation), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  cadre_signed_state_init (&current);
  if (fill_current (self, reconciliation, &current, error))
    keys = list_changes (self->state.rows, current.rows);
  cadre_signed_state_clear (&current);

  return keys;
}
