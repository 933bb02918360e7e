/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-structure-builder
 * @Title: CadreStructureBuilder
 * @Short_Description: Makes structures, from nothing or from another
 *
 * A builder collects records and makes a #CadreStructure of them. One that is
 * made for a structure starts with all of its records: that is how a what-if is
 * made. A builder belongs to one thread.
 *
 * What is given to a builder is copied. Nothing is checked until
 * cadre_structure_builder_build(), and what is wrong then is in the issues of
 * the structure.
 */

#include "config.h"

#include "base/cadre-date-private.h"
#include "structure/cadre-structure-private.h"
#include "structure/cadre-tables-structure-private.h"
#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-line.h>
#include <cadre/cadre-structure-builder.h>

#include <string.h>

/**
 * CadreStructureBuilder:
 *
 * Records in the making of a structure.
 *
 * Since: 1.0
 */
struct _CadreStructureBuilder
{
  GObject parent_instance;

  CadreTables *tables;
  guint8 *removed[CADRE_N_RECORD_KINDS];   /* (nullable): by row, 1 where it has been taken away */
  guint32 n_removed[CADRE_N_RECORD_KINDS]; /* how many rows @removed speaks of */
  GHashTable *rows[CADRE_N_RECORD_KINDS];  /* (nullable): string code of an id to row + 1 */
};

G_DEFINE_FINAL_TYPE (CadreStructureBuilder, cadre_structure_builder, G_TYPE_OBJECT)

static void
cadre_structure_builder_finalize (GObject *object)
{
  CadreStructureBuilder *self = CADRE_STRUCTURE_BUILDER (object);

  for (guint i = 0; i < CADRE_N_RECORD_KINDS; i++)
    {
      g_free (self->removed[i]);
      g_clear_pointer (&self->rows[i], g_hash_table_unref);
    }
  g_clear_pointer (&self->tables, cadre_tables_free);

  G_OBJECT_CLASS (cadre_structure_builder_parent_class)->finalize (object);
}

static void
cadre_structure_builder_class_init (CadreStructureBuilderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_structure_builder_finalize;
}

static void
cadre_structure_builder_init (CadreStructureBuilder *self)
{
}

/**
 * cadre_structure_builder_new:
 *
 * Makes a builder without any record.
 *
 * Returns: (transfer full): the builder
 *
 * Since: 1.0
 */
CadreStructureBuilder *
cadre_structure_builder_new (void)
{
  CadreStructureBuilder *self = g_object_new (CADRE_TYPE_STRUCTURE_BUILDER, NULL);
  g_autoptr (CadreStringTable) strings = cadre_string_table_new ();

  self->tables = cadre_tables_new (strings);
  return self;
}

/**
 * cadre_structure_builder_new_for_structure:
 * @structure: a #CadreStructure
 * @error: return location for a #GError, or %NULL
 *
 * Makes a builder that starts with the records of a structure, which stays as
 * it is.
 *
 * Takes time and memory in proportion to the size of the structure.
 *
 * Returns: (transfer full): the builder, or %NULL with @error set for want of
 *   memory
 *
 * Since: 1.0
 */
CadreStructureBuilder *
cadre_structure_builder_new_for_structure (CadreStructure *structure, GError **error)
{
  g_autoptr (CadreStructureBuilder) self = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (structure), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (CADRE_TYPE_STRUCTURE_BUILDER, NULL);
  self->tables = cadre_tables_copy_for_change (cadre_structure_get_tables (structure), error);
  return self->tables != NULL ? g_steal_pointer (&self) : NULL;
}

static guint32
intern (CadreStructureBuilder *self, const char *text)
{
  guint32 code = 0;

  /* What a caller sets is small; a table that is full shows when building. */
  if (text != NULL)
    cadre_tables_intern (self->tables, text, strlen (text), &code, NULL);
  return code;
}

/**
 * cadre_structure_builder_set_id:
 * @self: a #CadreStructureBuilder
 * @id: (nullable): the id, or %NULL
 *
 * Sets the id of the document.
 *
 * Since: 1.0
 */
void
cadre_structure_builder_set_id (CadreStructureBuilder *self, const char *id)
{
  g_return_if_fail (CADRE_IS_STRUCTURE_BUILDER (self));

  self->tables->id = intern (self, id);
}

/**
 * cadre_structure_builder_set_title:
 * @self: a #CadreStructureBuilder
 * @title: (nullable): the title, or %NULL
 *
 * Sets what the structure is called, in its first language.
 *
 * Since: 1.0
 */
void
cadre_structure_builder_set_title (CadreStructureBuilder *self, const char *title)
{
  g_return_if_fail (CADRE_IS_STRUCTURE_BUILDER (self));

  self->tables->title = intern (self, title);
}

/**
 * cadre_structure_builder_set_as_of:
 * @self: a #CadreStructureBuilder
 * @as_of: (nullable): a #CadreDate, or %NULL
 *
 * Sets the date that the structure describes. Without one, every row counts as
 * in force.
 *
 * Since: 1.0
 */
void
cadre_structure_builder_set_as_of (CadreStructureBuilder *self, const CadreDate *as_of)
{
  g_return_if_fail (CADRE_IS_STRUCTURE_BUILDER (self));

  self->tables->as_of = as_of != NULL ? cadre_date_pack (as_of) : CADRE_PACKED_DATE_OPEN;
}

/**
 * cadre_structure_builder_set_language:
 * @self: a #CadreStructureBuilder
 * @language: (nullable): a BCP 47 tag, or %NULL for English
 *
 * Sets the first language of the texts.
 *
 * Since: 1.0
 */
void
cadre_structure_builder_set_language (CadreStructureBuilder *self, const char *language)
{
  g_return_if_fail (CADRE_IS_STRUCTURE_BUILDER (self));

  self->tables->language = intern (self, language);
}

/**
 * cadre_structure_builder_set_source:
 * @self: a #CadreStructureBuilder
 * @source: (nullable): the source, or %NULL
 *
 * Sets where the structure was taken from.
 *
 * Since: 1.0
 */
void
cadre_structure_builder_set_source (CadreStructureBuilder *self, const char *source)
{
  g_return_if_fail (CADRE_IS_STRUCTURE_BUILDER (self));

  self->tables->source = intern (self, source);
}

static gboolean
is_removed (CadreStructureBuilder *self, CadreRecordKind kind, guint32 row)
{
  return row < self->n_removed[kind] && self->removed[kind][row];
}

static void
mark_removed (CadreStructureBuilder *self, CadreRecordKind kind, guint32 row)
{
  guint32 n = self->tables->tables[kind].n_rows;

  if (self->n_removed[kind] < n)
    {
      self->removed[kind] = g_renew (guint8, self->removed[kind], n);
      memset (self->removed[kind] + self->n_removed[kind], 0, n - self->n_removed[kind]);
      self->n_removed[kind] = n;
    }

  self->removed[kind][row] = TRUE;
}

/* The rows by id, made when they are first asked for and kept up from then on.
 * The keys are codes of our own string table, so nobody can choose them to
 * collide. */
static GHashTable *
get_rows (CadreStructureBuilder *self, CadreRecordKind kind)
{
  const CadreTable *table = &self->tables->tables[kind];

  if (self->rows[kind] != NULL)
    return self->rows[kind];

  self->rows[kind] = g_hash_table_new (NULL, NULL);
  for (guint32 i = table->n_rows; i > 0; i--)
    if (!is_removed (self, kind, i - 1))
      g_hash_table_insert (self->rows[kind], GUINT_TO_POINTER (cadre_table_code (table, 0, i - 1)),
                           GUINT_TO_POINTER (i));

  return self->rows[kind];
}

static guint32
find_row (CadreStructureBuilder *self, CadreRecordKind kind, const char *id)
{
  guint32 code = cadre_string_table_lookup (self->tables->strings, id, strlen (id));
  gpointer found = NULL;

  if (code == 0)
    return CADRE_NO_ROW;

  found = g_hash_table_lookup (get_rows (self, kind), GUINT_TO_POINTER (code));
  return found != NULL ? GPOINTER_TO_UINT (found) - 1 : CADRE_NO_ROW;
}

/**
 * cadre_structure_builder_add:
 * @self: a #CadreStructureBuilder
 * @record: a #CadreRecord
 * @error: return location for a #GError, or %NULL
 *
 * Adds a copy of a record. That its id is taken is no error here: the structure
 * will say so.
 *
 * Returns: %TRUE, or %FALSE with @error set where the tables are full
 *
 * Since: 1.0
 */
gboolean
cadre_structure_builder_add (CadreStructureBuilder *self, CadreRecord *record, GError **error)
{
  CadreRecordKind kind = CADRE_RECORD_KIND_POST;
  guint32 row = 0;

  g_return_val_if_fail (CADRE_IS_STRUCTURE_BUILDER (self), FALSE);
  g_return_val_if_fail (CADRE_IS_RECORD (record), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  kind = cadre_record_get_record_kind (record);
  if (!cadre_tables_append (self->tables, kind, &row, error) ||
      !cadre_record_store (record, self->tables, row, error))
    return FALSE;

  if (self->rows[kind] != NULL)
    {
      gpointer code = GUINT_TO_POINTER (cadre_table_code (&self->tables->tables[kind], 0, row));

      if (!g_hash_table_contains (self->rows[kind], code))
        g_hash_table_insert (self->rows[kind], code, GUINT_TO_POINTER (row + 1));
    }
  return TRUE;
}

static gboolean
set_not_found (const char *name, GError **error)
{
  g_set_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND, "There is no such %s",
               name);
  return FALSE;
}

static void
remove_row (CadreStructureBuilder *self, CadreRecordKind kind, guint32 row)
{
  mark_removed (self, kind, row);
  g_clear_pointer (&self->rows[kind], g_hash_table_unref);
}

/* The last row stands where another stood, so that an issue says its place. */
static gboolean
take_place (CadreStructureBuilder *self, CadreRecordKind kind, guint32 row, GError **error)
{
  const CadreTable *table = &self->tables->tables[kind];

  return cadre_tables_set_source_row (self->tables, kind, table->n_rows - 1,
                                      table->source_rows != NULL ? table->source_rows[row] : row,
                                      error);
}

/**
 * cadre_structure_builder_replace:
 * @self: a #CadreStructureBuilder
 * @record: a #CadreRecord of a kind that has ids
 * @error: return location for a #GError, or %NULL
 *
 * Puts a copy of a record in the place of the one that has its id. Issues give it
 * the origin of that one.
 *
 * Returns: %TRUE, or %FALSE with @error set where there is none
 *
 * Since: 1.0
 */
gboolean
cadre_structure_builder_replace (CadreStructureBuilder *self, CadreRecord *record, GError **error)
{
  CadreRecordKind kind = CADRE_RECORD_KIND_POST;
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_STRUCTURE_BUILDER (self), FALSE);
  g_return_val_if_fail (CADRE_IS_RECORD (record), FALSE);
  g_return_val_if_fail (cadre_record_get_id (record) != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  kind = cadre_record_get_record_kind (record);
  row = find_row (self, kind, cadre_record_get_id (record));
  if (row == CADRE_NO_ROW)
    return set_not_found (cadre_schema_get (kind)->name, error);

  mark_removed (self, kind, row);
  g_hash_table_remove (self->rows[kind],
                       GUINT_TO_POINTER (cadre_table_code (&self->tables->tables[kind], 0, row)));
  return cadre_structure_builder_add (self, record, error) && take_place (self, kind, row, error);
}

/**
 * cadre_structure_builder_remove:
 * @self: a #CadreStructureBuilder
 * @kind: a kind of record that has ids
 * @id: an id
 * @error: return location for a #GError, or %NULL
 *
 * Takes a record away. What refers to it stays, and will be an issue.
 *
 * Returns: %TRUE, or %FALSE with @error set where there is no such record
 *
 * Since: 1.0
 */
gboolean
cadre_structure_builder_remove (CadreStructureBuilder *self,
                                CadreRecordKind kind,
                                const char *id,
                                GError **error)
{
  guint32 row = CADRE_NO_ROW;

  g_return_val_if_fail (CADRE_IS_STRUCTURE_BUILDER (self), FALSE);
  g_return_val_if_fail ((guint) kind < CADRE_N_RECORD_KINDS, FALSE);
  g_return_val_if_fail (cadre_schema_get (kind)->keys == NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  row = find_row (self, kind, id);
  if (row == CADRE_NO_ROW)
    return set_not_found (cadre_schema_get (kind)->name, error);

  remove_row (self, kind, row);
  return TRUE;
}

/**
 * cadre_structure_builder_remove_record:
 * @self: a #CadreStructureBuilder
 * @record: a #CadreRecord
 * @error: return location for a #GError, or %NULL
 *
 * Takes away a record that equals the one given: the way to take away rows that
 * have no id, such as reporting lines.
 *
 * Takes time in proportion to the number of records of that kind.
 *
 * Returns: %TRUE, or %FALSE with @error set where there is no such record
 *
 * Since: 1.0
 */
gboolean
cadre_structure_builder_remove_record (CadreStructureBuilder *self,
                                       CadreRecord *record,
                                       GError **error)
{
  CadreRecordKind kind = CADRE_RECORD_KIND_POST;

  g_return_val_if_fail (CADRE_IS_STRUCTURE_BUILDER (self), FALSE);
  g_return_val_if_fail (CADRE_IS_RECORD (record), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  kind = cadre_record_get_record_kind (record);
  for (guint32 row = 0; row < self->tables->tables[kind].n_rows; row++)
    {
      g_autoptr (CadreRecord) candidate = NULL;

      if (is_removed (self, kind, row))
        continue;
      candidate = cadre_record_new_for_row (self->tables, kind, row);
      if (cadre_record_equal (candidate, record))
        {
          remove_row (self, kind, row);
          return TRUE;
        }
    }

  return set_not_found (cadre_schema_get (kind)->name, error);
}

/* Takes away all lines of management of a post. */
static void
remove_manager_lines (CadreStructureBuilder *self, const char *post)
{
  const CadreTable *lines = &self->tables->tables[CADRE_RECORD_KIND_LINE];
  guint32 code = cadre_string_table_lookup (self->tables->strings, post, strlen (post));

  for (guint32 row = 0; code != 0 && row < lines->n_rows; row++)
    if (cadre_table_code (lines, CADRE_FIELD_LINE_POST, row) == code &&
        cadre_table_word (lines, CADRE_FIELD_LINE_KIND, row) == CADRE_LINE_KIND_MANAGEMENT)
      mark_removed (self, CADRE_RECORD_KIND_LINE, row);
}

/**
 * cadre_structure_builder_set_manager:
 * @self: a #CadreStructureBuilder
 * @post: the id of a post
 * @manager: (nullable): the id of the post that it is to report to, or %NULL
 *   for none
 * @error: return location for a #GError, or %NULL
 *
 * Puts one line of management, without dates, in the place of all lines of
 * management that the post has.
 *
 * Takes time in proportion to the number of lines.
 *
 * Returns: %TRUE, or %FALSE with @error set where the tables are full
 *
 * Since: 1.0
 */
gboolean
cadre_structure_builder_set_manager (CadreStructureBuilder *self,
                                     const char *post,
                                     const char *manager,
                                     GError **error)
{
  g_autoptr (CadreLine) line = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE_BUILDER (self), FALSE);
  g_return_val_if_fail (post != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  remove_manager_lines (self, post);
  if (manager == NULL)
    return TRUE;

  line = cadre_line_new ();
  cadre_line_set_post (line, post);
  cadre_line_set_manager (line, manager);
  return cadre_structure_builder_add (self, CADRE_RECORD (line), error);
}

static gboolean
drop_removed (CadreStructureBuilder *self, CadreTables *tables, GError **error)
{
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      guint32 n = tables->tables[kind].n_rows;
      g_autofree guint8 *keep = NULL;

      if (self->n_removed[kind] == 0)
        continue;
      keep = g_malloc (MAX (n, 1));
      for (guint32 i = 0; i < n; i++)
        keep[i] = !is_removed (self, kind, i);
      if (!cadre_tables_filter (tables, kind, keep, error))
        return FALSE;
    }

  return TRUE;
}

/**
 * cadre_structure_builder_build:
 * @self: a #CadreStructureBuilder
 * @limits: (nullable): how many issues are kept in detail, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Makes a structure of the records. The builder stays as it is and may go on.
 *
 * This fails only where it is cancelled, or for want of memory: whatever is
 * wrong with the records is among the issues of the structure.
 *
 * Takes time in proportion to the number of records, and to sort those that
 * were not given in order.
 *
 * Returns: (transfer full): the structure, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreStructure *
cadre_structure_builder_build (CadreStructureBuilder *self,
                               CadreLimits *limits,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (CadreLimits) used = NULL;
  g_autoptr (CadreTables) tables = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE_BUILDER (self), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  used = limits != NULL ? g_object_ref (limits) : cadre_limits_new_bounded ();
  tables = cadre_tables_copy_for_change (self->tables, error);
  if (tables == NULL || !drop_removed (self, tables, error))
    return NULL;

  return cadre_structure_seal (g_steal_pointer (&tables),
                               cadre_issue_list_new (cadre_limits_get_max_issues (used)),
                               cancellable, error);
}
