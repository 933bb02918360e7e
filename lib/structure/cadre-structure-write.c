/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-structure-write
 * @Title: Writing structures
 * @Short_Description: From structures to documents
 *
 * A structure is written whole, in one canonical form, through a
 * #CadreRedaction that says for whom.
 */

/* Structures into a writer, in their canonical form: tables in the order of the
 * kinds, rows in theirs, members in the order of the fields, and nothing that a
 * reader would assume anyway. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "structure/cadre-structure-private.h"
#include "structure/cadre-structure-write-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-structure-write.h>

#include <string.h>

#define STRUCTURE_VERSION 1

/* The names and the values of the members that are kept as they stand. */
static GPtrArray *
read_extra (const CadreTables *tables, guint32 code)
{
  const char *object = cadre_tables_text (tables, code);
  g_autoptr (GBytes) bytes = g_bytes_new_static (object, strlen (object));
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, limits);
  GPtrArray *members = g_ptr_array_new_with_free_func (g_free);
  CadreToken token = CADRE_TOKEN_END;

  cadre_reader_next (reader, &token, NULL, NULL);
  while (cadre_reader_next (reader, &token, NULL, NULL) && token == CADRE_TOKEN_MEMBER)
    {
      g_ptr_array_add (members, g_strdup (cadre_reader_get_text (reader, NULL)));
      g_ptr_array_add (members, cadre_reader_read_canonical (reader, NULL, NULL));
    }

  return members;
}

static gboolean
has_extra (const GPtrArray *members, const char *name)
{
  for (guint i = 0; members != NULL && i < members->len; i += 2)
    if (strcmp (g_ptr_array_index (members, i), name) == 0)
      return TRUE;

  return FALSE;
}

static void
write_extra (CadreSaver *self, const GPtrArray *members, guint i)
{
  const char *value = g_ptr_array_index (members, i + 1);

  if (value == NULL)
    return;

  cadre_writer_member (self->writer, g_ptr_array_index (members, i));
  cadre_writer_canonical (self->writer, value);
}

/* Whether a line says nothing but who manages whom. */
static gboolean
is_plain_line (const CadreTables *tables, guint32 line)
{
  const CadreTable *lines = cadre_tables_get (tables, CADRE_RECORD_KIND_LINE);

  for (guint i = CADRE_FIELD_LINE_BODY; i < CADRE_N_FIELDS_LINE; i++)
    if (cadre_table_code (lines, i, line) != 0)
      return FALSE;

  return lines->extra == NULL || lines->extra[line] == 0;
}

/* Finds the lines that are written with their posts: the only line of
 * management that a post has, where it says nothing else. */
static gboolean
find_plain_lines (CadreSaver *self, GError **error)
{
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);

  self->plain_lines = g_try_new (guint32, (gsize) self->index->n_posts + 1);
  if (self->plain_lines == NULL)
    {
      g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_MEMORY,
                           "There is not enough memory to write the structure");
      return FALSE;
    }

  memset (self->plain_lines, 0xff, self->index->n_posts * sizeof (guint32));
  for (guint32 line = 0; line < lines->n_rows; line++)
    {
      guint32 post = cadre_table_reference (lines, CADRE_FIELD_LINE_POST, line);

      if (post < self->index->n_posts &&
          cadre_table_word (lines, CADRE_FIELD_LINE_KIND, line) == CADRE_LINE_KIND_MANAGEMENT)
        self->plain_lines[post] =
          self->plain_lines[post] == CADRE_NO_ROW ? line : CADRE_AMBIGUOUS_ROW;
    }

  for (guint32 post = 0; post < self->index->n_posts; post++)
    if (self->plain_lines[post] < CADRE_AMBIGUOUS_ROW &&
        !is_plain_line (self->tables, self->plain_lines[post]))
      self->plain_lines[post] = CADRE_NO_ROW;

  return TRUE;
}

/* Writes the plain line of a post; FALSE where there is none, or where its manager
 * is not known and @members say what stands there. */
static gboolean
write_manager (CadreSaver *self, guint32 post, const GPtrArray *members)
{
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);
  guint32 line = self->plain_lines[post];
  guint32 manager = CADRE_STRING_UNKNOWN;

  if (line >= CADRE_AMBIGUOUS_ROW)
    return FALSE;
  manager = cadre_table_code (lines, CADRE_FIELD_LINE_MANAGER, line);
  if (manager == CADRE_STRING_UNKNOWN && has_extra (members, "manager"))
    return FALSE;

  _cadre_writer_member_literal (self->writer, "manager");
  if (manager == CADRE_STRING_UNKNOWN)
    _cadre_writer_null (self->writer);
  else
    cadre_writer_string (self->writer, manager == CADRE_STRING_NONE
                                         ? "none"
                                         : cadre_tables_text (self->tables, manager));
  return TRUE;
}

/* Whether a line is written with its post. */
static gboolean
is_written_with_post (CadreSaver *self, guint32 line)
{
  guint32 post = cadre_table_reference (cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE),
                                        CADRE_FIELD_LINE_POST, line);

  return post < self->index->n_posts && self->plain_lines[post] == line;
}

/* Members that are not known, or that the row could not hold; one whose field has
 * a value by now is left out. */
static void
write_extra_of_row (CadreSaver *self,
                    const GPtrArray *members,
                    const CadreSchema *schema,
                    guint64 written,
                    gboolean has_manager)
{
  for (guint i = 0; i < members->len; i += 2)
    {
      const char *name = g_ptr_array_index (members, i);
      int field = cadre_schema_find_field (schema, name, strlen (name));
      gboolean is_written =
        field >= 0 ? (written >> field & 1) != 0 : has_manager && strcmp (name, "manager") == 0;

      if (!is_written)
        write_extra (self, members, i);
    }
}

static void
write_row (CadreSaver *self, const CadreTable *table, guint32 row)
{
  const CadreSchema *schema = cadre_schema_get (table->kind);
  guint32 extra = table->extra != NULL ? table->extra[row] : 0;
  g_autoptr (GPtrArray) members = extra != 0 ? read_extra (self->tables, extra) : NULL;
  guint64 written = 0;
  gboolean has_manager = FALSE;

  _cadre_writer_begin_object (self->writer);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      gboolean is_kept = members != NULL && has_extra (members, schema->fields[i].name) &&
                         cadre_saver_is_unknown (self, table, i, row);

      if (!is_kept &&
          (table->columns[i] != NULL || schema->fields[i].kind == CADRE_FIELD_KIND_TEXT))
        written |= (guint64) cadre_saver_write_field (self, table, i, row) << i;
      if (table->kind == CADRE_RECORD_KIND_POST && i == CADRE_FIELD_POST_UNIT)
        has_manager = write_manager (self, row, members);
    }
  if (members != NULL)
    write_extra_of_row (self, members, schema, written, has_manager);
  _cadre_writer_end_object (self->writer);
}

static gboolean
has_rows_to_write (CadreSaver *self, const CadreTable *table)
{
  if (table->kind != CADRE_RECORD_KIND_LINE)
    return table->n_rows > 0;

  for (guint32 row = 0; row < table->n_rows; row++)
    if (!is_written_with_post (self, row))
      return TRUE;

  return FALSE;
}

static void
write_table (CadreSaver *self, CadreRecordKind kind)
{
  const CadreTable *table = cadre_tables_get (self->tables, kind);

  if (!has_rows_to_write (self, table))
    return;

  for (guint i = 0; i < cadre_schema_get (kind)->n_fields; i++)
    self->lengths[i] = (guint8) strlen (cadre_schema_get (kind)->fields[i].name);

  cadre_writer_member (self->writer, cadre_schema_get (kind)->plural);
  _cadre_writer_begin_array (self->writer);
  for (guint32 row = 0; row < table->n_rows; row++)
    if (kind != CADRE_RECORD_KIND_LINE || !is_written_with_post (self, row))
      write_row (self, table, row);
  _cadre_writer_end_array (self->writer);

  for (guint i = 0; i < CADRE_MAX_FIELDS; i++)
    g_clear_pointer (&self->words[i], g_type_class_unref);
}

static void
write_head_text (CadreSaver *self, const char *name, guint32 code)
{
  if (code == 0)
    return;

  cadre_writer_member (self->writer, name);
  cadre_saver_write_string (self, code);
}

void
cadre_saver_write_title (CadreSaver *self)
{
  const CadreTables *tables = self->tables;
  guint n = 0;
  const guint32 *pairs = cadre_tables_list (tables, tables->title_translations, &n);

  if (n == 0)
    {
      write_head_text (self, "title", tables->title);
      return;
    }

  cadre_writer_member (self->writer, "title");
  _cadre_writer_begin_object (self->writer);
  if (tables->title != 0)
    write_head_text (self, cadre_tables_text (tables, tables->language), tables->title);
  for (guint i = 0; i < n; i += 2)
    write_head_text (self, cadre_tables_text (tables, pairs[i]), pairs[i + 1]);
  _cadre_writer_end_object (self->writer);
}

/* The head, but for what @members say in its stead. */
static void
write_head (CadreSaver *self, const GPtrArray *members)
{
  const CadreTables *tables = self->tables;
  const char *language = cadre_tables_text (tables, tables->language);

  write_head_text (self, "id", tables->id);
  cadre_saver_write_title (self);
  if (tables->as_of > CADRE_PACKED_DATE_UNKNOWN)
    {
      cadre_writer_member (self->writer, "as-of");
      cadre_saver_write_date (self, tables->as_of);
    }
  if (!has_extra (members, "language") || g_strcmp0 (language, CADRE_DEFAULT_LANGUAGE) != 0)
    write_head_text (self, "language", tables->language);
  write_head_text (self, "source", tables->source);
  write_head_text (self, "licence", tables->licence);
  if (tables->notes != 0)
    {
      cadre_writer_member (self->writer, "notes");
      cadre_saver_write_list (self, tables->notes);
    }
}

/* Whether a member of the head is written from what the tables hold. */
static gboolean
is_head_written (const CadreTables *tables, const char *name)
{
  const struct
  {
    const char *name;
    gboolean is_written;
  } heads[] = {
    { "id", tables->id != 0 },
    { "title", tables->title != 0 || tables->title_translations != 0 },
    { "as-of", tables->as_of > CADRE_PACKED_DATE_UNKNOWN },
    { "language",
      g_strcmp0 (cadre_tables_text (tables, tables->language), CADRE_DEFAULT_LANGUAGE) != 0 },
    { "source", tables->source != 0 },
    { "licence", tables->licence != 0 },
    { "notes", tables->notes != 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    if (strcmp (heads[i].name, name) == 0)
      return heads[i].is_written;

  return FALSE;
}

static void
write_members (CadreSaver *self)
{
  const CadreTables *tables = self->tables;
  g_autoptr (GPtrArray) members = tables->extra != 0 ? read_extra (tables, tables->extra) : NULL;

  write_head (self, members);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    write_table (self, kind);

  for (guint i = 0; members != NULL && i < members->len; i += 2)
    if (!is_head_written (tables, g_ptr_array_index (members, i)))
      write_extra (self, members, i);
}

static gboolean
save_members (CadreStructure *structure, CadreWriter *writer, GError **error)
{
  CadreSaver self = { .tables = cadre_structure_get_tables (structure),
                      .index = cadre_structure_get_index (structure),
                      .writer = writer };

  if (!find_plain_lines (&self, error))
    return FALSE;

  write_members (&self);
  g_free (self.plain_lines);
  return TRUE;
}

/**
 * cadre_structure_write_members:
 * @self: a #CadreStructure
 * @redaction: a #CadreRedaction
 * @writer: a #CadreWriter that stands inside an object
 * @error: return location for a #GError, or %NULL
 *
 * Writes the members of a structure into an object of another document, such as
 * a case. What goes wrong with the writer shows when it is finished.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_structure_write_members (CadreStructure *self,
                               CadreRedaction *redaction,
                               CadreWriter *writer,
                               GError **error)
{
  g_autoptr (CadreStructure) shown = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), FALSE);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), FALSE);
  g_return_val_if_fail (CADRE_IS_WRITER (writer), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  shown = cadre_redaction_apply (redaction, self, error);
  return shown != NULL && save_members (shown, writer, error);
}

/**
 * cadre_structure_write:
 * @self: a #CadreStructure
 * @redaction: a #CadreRedaction
 * @writer: a #CadreWriter at the beginning of its document
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Writes a structure as a document of its own, and finishes the writer. Only
 * what the redaction lets through is written.
 *
 * The form is canonical: reading it gives an equal structure, and the same
 * structure always gives the same bytes.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_structure_write (CadreStructure *self,
                       CadreRedaction *redaction,
                       CadreWriter *writer,
                       GCancellable *cancellable,
                       GError **error)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), FALSE);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), FALSE);
  g_return_val_if_fail (CADRE_IS_WRITER (writer), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  cadre_writer_begin_document (writer, "structure", STRUCTURE_VERSION);
  if (!cadre_structure_write_members (self, redaction, writer, error))
    return FALSE;

  cadre_writer_end_object (writer);
  return cadre_writer_finish (writer, cancellable, error);
}

/**
 * cadre_structure_save:
 * @self: a #CadreStructure
 * @redaction: a #CadreRedaction
 * @file: the file
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Saves a structure as a document. The file holds the old document or the new
 * one, whatever happens.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_structure_save (CadreStructure *self,
                      CadreRedaction *redaction,
                      GFile *file,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autoptr (CadreWriter) writer = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), FALSE);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  writer = cadre_writer_new_for_file (file, cancellable, error);
  return writer != NULL && cadre_structure_write (self, redaction, writer, cancellable, error);
}

/**
 * cadre_structure_to_text:
 * @self: a #CadreStructure
 * @redaction: a #CadreRedaction
 * @error: return location for a #GError, or %NULL
 *
 * Writes a structure as a document in memory.
 *
 * Returns: (transfer full): the document, or %NULL with @error set
 *
 * Since: 1.0
 */
char *
cadre_structure_to_text (CadreStructure *self, CadreRedaction *redaction, GError **error)
{
  g_autoptr (CadreWriter) writer = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  writer = cadre_writer_new_for_text ();
  return cadre_structure_write (self, redaction, writer, NULL, error)
           ? cadre_writer_dup_text (writer)
           : NULL;
}
