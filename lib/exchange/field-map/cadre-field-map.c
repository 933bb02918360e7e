/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-field-map
 * @Title: CadreFieldMap
 * @Short_Description: How another system's tables and the fields of records belong together
 *
 * A #CadreFieldMap says what the columns of another system's tables are: which
 * field of which record a cell belongs to, what its words mean, how its dates and
 * numbers are written, and what that system accepts. It is a document of the kind
 * `field-map`, and it is used in both directions: a #CadreExtractReader reads
 * through it, and a change feed is written through it.
 *
 * Maps for a few well-known forms are shipped: cadre_field_map_list_shipped().
 *
 * A map never changes. What a document says beyond what is understood is kept,
 * and written back.
 */

#include "config.h"

#include "exchange/field-map/cadre-field-map-private.h"

#include <string.h>

/**
 * CadreFieldMap:
 *
 * How another system's tables and the fields of records belong together.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreFieldMap, cadre_field_map, G_TYPE_OBJECT)

static void
cadre_field_map_finalize (GObject *object)
{
  cadre_field_map_clear (CADRE_FIELD_MAP (object));

  G_OBJECT_CLASS (cadre_field_map_parent_class)->finalize (object);
}

static void
cadre_field_map_class_init (CadreFieldMapClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_field_map_finalize;
}

static void
cadre_field_map_init (CadreFieldMap *self)
{
}

/**
 * cadre_field_map_read:
 * @reader: a #CadreReader at the beginning of its document
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads a document of the kind `field-map`. A map that contradicts itself, or
 * names fields that there are not, is %CADRE_EXCHANGE_ERROR_FIELD_MAP, with its
 * place.
 *
 * Returns: (transfer full): the map, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreFieldMap *
cadre_field_map_read (CadreReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreFieldMap) self = NULL;

  g_return_val_if_fail (CADRE_IS_READER (reader), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (CADRE_TYPE_FIELD_MAP, NULL);
  self->tree =
    cadre_map_tree_read (reader, "field-map", CADRE_FIELD_MAP_VERSION, cancellable, error);
  if (self->tree == NULL || !cadre_field_map_parse (self, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * cadre_field_map_load:
 * @file: the file
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Loads a map, as cadre_field_map_read() reads it.
 *
 * Returns: (transfer full): the map, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreFieldMap *
cadre_field_map_load (GFile *file, CadreLimits *limits, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreReader) reader = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = cadre_reader_new_for_file (file, limits, cancellable, error);
  return reader != NULL ? cadre_field_map_read (reader, cancellable, error) : NULL;
}

/**
 * cadre_field_map_load_bytes:
 * @bytes: the document
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Loads a map from memory, as cadre_field_map_read() reads it.
 *
 * Returns: (transfer full): the map, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreFieldMap *
cadre_field_map_load_bytes (GBytes *bytes,
                            CadreLimits *limits,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (CadreReader) reader = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = cadre_reader_new_for_bytes (bytes, limits);
  return cadre_field_map_read (reader, cancellable, error);
}

/**
 * cadre_field_map_write:
 * @self: a #CadreFieldMap
 * @writer: a #CadreWriter at the beginning of its document
 *
 * Writes the map, members that are not understood included.
 *
 * Since: 1.0
 */
void
cadre_field_map_write (CadreFieldMap *self, CadreWriter *writer)
{
  g_return_if_fail (CADRE_IS_FIELD_MAP (self));
  g_return_if_fail (CADRE_IS_WRITER (writer));

  cadre_map_tree_write (self->tree, writer, "field-map", CADRE_FIELD_MAP_VERSION);
}

/**
 * cadre_field_map_to_text:
 * @self: a #CadreFieldMap
 *
 * Writes the map as text, to be looked at and changed in an editor.
 *
 * Returns: (transfer full): the document
 *
 * Since: 1.0
 */
char *
cadre_field_map_to_text (CadreFieldMap *self)
{
  g_autoptr (CadreWriter) writer = NULL;

  g_return_val_if_fail (CADRE_IS_FIELD_MAP (self), NULL);

  writer = cadre_writer_new_for_text ();
  cadre_field_map_write (self, writer);
  return cadre_writer_finish (writer, NULL, NULL) ? cadre_writer_dup_text (writer) : NULL;
}

/**
 * cadre_field_map_save:
 * @self: a #CadreFieldMap
 * @file: the file
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Saves the map, whole or not at all.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_field_map_save (CadreFieldMap *self, GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreWriter) writer = NULL;

  g_return_val_if_fail (CADRE_IS_FIELD_MAP (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  writer = cadre_writer_new_for_file (file, cancellable, error);
  if (writer == NULL)
    return FALSE;

  cadre_field_map_write (self, writer);
  return cadre_writer_finish (writer, cancellable, error);
}

/**
 * cadre_field_map_get_name:
 * @self: a #CadreFieldMap
 *
 * Gets the name.
 *
 * Returns: (transfer none): the name
 *
 * Since: 1.0
 */
const char *
cadre_field_map_get_name (CadreFieldMap *self)
{
  g_return_val_if_fail (CADRE_IS_FIELD_MAP (self), NULL);

  return self->name;
}

/**
 * cadre_field_map_get_title:
 * @self: a #CadreFieldMap
 *
 * Gets what the map is for, in words.
 *
 * Returns: (transfer none) (nullable): the title, or %NULL where it has none
 *
 * Since: 1.0
 */
const char *
cadre_field_map_get_title (CadreFieldMap *self)
{
  g_return_val_if_fail (CADRE_IS_FIELD_MAP (self), NULL);

  return self->title;
}

/**
 * cadre_field_map_get_n_tables:
 * @self: a #CadreFieldMap
 *
 * Counts the tables that it describes.
 *
 * Returns: the number, at least 1
 *
 * Since: 1.0
 */
guint
cadre_field_map_get_n_tables (CadreFieldMap *self)
{
  g_return_val_if_fail (CADRE_IS_FIELD_MAP (self), 0);

  return self->tables->len;
}

/**
 * cadre_field_map_get_table_name:
 * @self: a #CadreFieldMap
 * @position: which one, counted from 0
 *
 * Gets the name of a table.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL past the last
 *
 * Since: 1.0
 */
const char *
cadre_field_map_get_table_name (CadreFieldMap *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_FIELD_MAP (self), NULL);

  return position < self->tables->len ? cadre_map_table (self, position)->name : NULL;
}

/**
 * cadre_field_map_dup_columns:
 * @self: a #CadreFieldMap
 * @table: the name of a table
 *
 * Gets the names of the columns of a table, in the order in which they are
 * written.
 *
 * Returns: (transfer full) (nullable) (array zero-terminated=1): the names, or
 *   %NULL where there is no such table
 *
 * Since: 1.0
 */
char **
cadre_field_map_dup_columns (CadreFieldMap *self, const char *table)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  const CadreMapTable *found = NULL;
  int i = -1;

  g_return_val_if_fail (CADRE_IS_FIELD_MAP (self), NULL);
  g_return_val_if_fail (table != NULL, NULL);

  i = cadre_field_map_find_table (self, table);
  if (i < 0)
    return NULL;

  found = cadre_map_table (self, (guint) i);
  for (guint column = 0; column < found->columns->len; column++)
    g_strv_builder_add (names, cadre_map_column (found, column)->name);

  return g_strv_builder_end (names);
}

/**
 * cadre_field_map_dup_unsure:
 * @self: a #CadreFieldMap
 *
 * Gets what a drafted map could not be sure of, each as the table, the column and
 * the reason. Somebody who knows the system has to look at these, correct them,
 * and take the member `unsure` away.
 *
 * Returns: (transfer full) (array zero-terminated=1): one text for each column
 *   that is marked
 *
 * Since: 1.0
 */
char **
cadre_field_map_dup_unsure (CadreFieldMap *self)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();

  g_return_val_if_fail (CADRE_IS_FIELD_MAP (self), NULL);

  for (guint i = 0; i < self->tables->len; i++)
    {
      const CadreMapTable *table = cadre_map_table (self, i);

      for (guint j = 0; j < table->columns->len; j++)
        {
          const CadreMapColumn *column = cadre_map_column (table, j);
          g_autofree char *text = NULL;

          if (column->unsure == NULL)
            continue;
          text = g_strdup_printf ("%s, %s: %s", table->name, column->name, column->unsure);
          g_strv_builder_add (texts, text);
        }
    }

  return g_strv_builder_end (texts);
}
