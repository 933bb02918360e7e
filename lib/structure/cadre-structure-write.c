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
#include "document/cadre-writer-private.h"
#include "structure/cadre-structure-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-money.h>
#include <cadre/cadre-structure-write.h>

#include <string.h>

#define STRUCTURE_VERSION 1

typedef struct
{
  const CadreTables *tables;
  const CadreIndex *index;
  CadreWriter *writer;
  guint32 *plain_lines; /* by post: the line that is written as its member
                         * "manager", or CADRE_NO_ROW */
  /* Of the table that is being written. */
  guint8 lengths[CADRE_MAX_FIELDS];    /* of the names of its fields */
  GEnumClass *words[CADRE_MAX_FIELDS]; /* (nullable) */
} Saver;

static void
write_member (Saver *self, const CadreTable *table, guint i)
{
  _cadre_writer_member_static (self->writer, cadre_schema_get (table->kind)->fields[i].name,
                               self->lengths[i]);
}

static void
write_string (Saver *self, guint32 code)
{
  gsize length = cadre_string_table_length (self->tables->strings, code);

  _cadre_writer_string (self->writer, cadre_tables_text (self->tables, code), length);
}

/* Digits of @number, up to @end. */
static char *
print_digits (char *end, guint64 number)
{
  do
    *--end = (char) ('0' + number % 10);
  while ((number /= 10) != 0);

  return end;
}

static void
write_list (Saver *self, guint32 offset)
{
  guint n = 0;
  const guint32 *codes = cadre_tables_list (self->tables, offset, &n);

  _cadre_writer_begin_array (self->writer);
  for (guint i = 0; i < n; i++)
    write_string (self, codes[i]);
  _cadre_writer_end_array (self->writer);
}

/* Pairs of name and text, as an object. */
static void
write_pairs (Saver *self, guint32 offset)
{
  guint n = 0;
  const guint32 *codes = cadre_tables_list (self->tables, offset, &n);

  _cadre_writer_begin_object (self->writer);
  for (guint i = 0; i < n; i += 2)
    {
      cadre_writer_member (self->writer, cadre_tables_text (self->tables, codes[i]));
      write_string (self, codes[i + 1]);
    }
  _cadre_writer_end_object (self->writer);
}

/* A text in all its languages: a string where it has the first one only. */
static gboolean
write_text (Saver *self, const CadreTable *table, guint i, guint32 row)
{
  const CadreTables *tables = self->tables;
  guint32 code = cadre_table_code (table, i, row);
  guint32 first = cadre_tables_first_translation (tables, table->kind, row, i);
  gboolean translated = first < tables->n_translations &&
                        cadre_translation_is_of (&tables->translations[first], table->kind, row, i);

  if (code == 0 && !translated)
    return FALSE;

  write_member (self, table, i);
  if (!translated)
    {
      write_string (self, code);
      return TRUE;
    }

  _cadre_writer_begin_object (self->writer);
  if (code != 0)
    {
      cadre_writer_member (self->writer, cadre_tables_text (tables, tables->language));
      write_string (self, code);
    }
  for (; first < tables->n_translations &&
         cadre_translation_is_of (&tables->translations[first], table->kind, row, i);
       first++)
    {
      cadre_writer_member (self->writer,
                           cadre_tables_text (tables, tables->translations[first].language));
      write_string (self, tables->translations[first].text);
    }
  _cadre_writer_end_object (self->writer);
  return TRUE;
}

static void
write_date (Saver *self, guint32 packed)
{
  char text[11];

  if (packed == CADRE_PACKED_DATE_UNKNOWN)
    {
      _cadre_writer_null (self->writer);
      return;
    }

  cadre_packed_date_format (packed, text);
  cadre_writer_string (self->writer, text);
}

static void
write_fraction (Saver *self, gint64 numerator, gint64 denominator)
{
  char buffer[48];
  char *end = buffer + sizeof (buffer);
  char *text = NULL;

  if (denominator == 1)
    {
      _cadre_writer_integer (self->writer, numerator);
      return;
    }

  text = print_digits (end, (guint64) denominator);
  *--text = '/';
  text = print_digits (text, (guint64) numerator);
  _cadre_writer_string (self->writer, text, (gsize) (end - text));
}

/* An amount in pounds, with no more decimals than it needs. */
static void
write_pence (Saver *self, gint64 pence)
{
  char buffer[32];
  char *end = buffer + sizeof (buffer);
  char *text = end;

  if (pence % 100 != 0)
    {
      if (pence % 10 != 0)
        *--text = (char) ('0' + pence % 10);
      *--text = (char) ('0' + pence / 10 % 10);
      *--text = '.';
    }
  text = print_digits (text, (guint64) pence / 100);
  _cadre_writer_number (self->writer, text, (gsize) (end - text));
}

static void
write_word (Saver *self, const CadreField *field, guint i, int word)
{
  const GEnumValue *value = NULL;

  if (self->words[i] == NULL)
    self->words[i] = g_type_class_ref (field->get_type ());
  value = word != 0 ? g_enum_get_value (self->words[i], word) : NULL;

  if (value != NULL)
    cadre_writer_string (self->writer, value->value_nick);
  else
    _cadre_writer_null (self->writer);
}

static void
write_truth (Saver *self, int truth)
{
  if (truth == CADRE_TRUTH_UNKNOWN)
    _cadre_writer_null (self->writer);
  else
    _cadre_writer_boolean (self->writer, truth == CADRE_TRUTH_TRUE);
}

/* A cell that is a code; FALSE where it has the default. */
static gboolean
write_code (Saver *self, const CadreTable *table, guint i, guint32 code)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[i];

  if (code == 0)
    return FALSE;

  write_member (self, table, i);
  if (field->kind == CADRE_FIELD_KIND_ATTRIBUTES)
    write_pairs (self, code);
  else if (field->kind == CADRE_FIELD_KIND_STRINGS || field->kind == CADRE_FIELD_KIND_REFERENCES)
    write_list (self, code);
  else if (field->kind >= CADRE_FIELD_KIND_DATE)
    write_date (self, code);
  else if (field->kind == CADRE_FIELD_KIND_REFERENCE && code == CADRE_STRING_NONE)
    cadre_writer_string (self->writer, "none");
  else
    write_string (self, code);

  return TRUE;
}

/* A cell that is a number; FALSE where it has the default. */
static gboolean
write_number (Saver *self, const CadreTable *table, const CadreField *field, guint i, guint32 row)
{
  gint64 number = 0;

  if (field->kind == CADRE_FIELD_KIND_INTEGER)
    number = cadre_table_integer (table, i, row);
  else if (field->kind == CADRE_FIELD_KIND_PENCE)
    number = cadre_table_pence (table, i, row);
  else
    number = cadre_table_word (table, i, row);
  if (number == field->initial)
    return FALSE;

  write_member (self, table, i);
  if (field->kind == CADRE_FIELD_KIND_WORD)
    write_word (self, field, i, (int) number);
  else if (field->kind == CADRE_FIELD_KIND_TRUTH)
    write_truth (self, (int) number);
  else if (number < 0)
    _cadre_writer_null (self->writer);
  else if (field->kind == CADRE_FIELD_KIND_INTEGER)
    _cadre_writer_integer (self->writer, number);
  else
    write_pence (self, number);

  return TRUE;
}

static gboolean
write_field (Saver *self, const CadreTable *table, guint i, guint32 row)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[i];
  gint64 numerator = 0;
  gint64 denominator = 1;

  if (field->kind == CADRE_FIELD_KIND_TEXT)
    return write_text (self, table, i, row);
  if (field->kind <= CADRE_FIELD_KIND_VALID_TO)
    return write_code (self, table, i, cadre_table_code (table, i, row));
  if (field->kind != CADRE_FIELD_KIND_FRACTION)
    return write_number (self, table, field, i, row);
  if (!cadre_tables_fraction (self->tables, table, i, row, &numerator, &denominator))
    return FALSE;

  write_member (self, table, i);
  write_fraction (self, numerator, denominator);
  return TRUE;
}

/* Members that are not known; one whose field has a value by now is left out. */
static void
write_extra (Saver *self, const char *object, const CadreSchema *schema, guint64 written)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (object, strlen (object));
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, limits);
  CadreToken token = CADRE_TOKEN_END;

  cadre_reader_next (reader, &token, NULL, NULL);
  while (cadre_reader_next (reader, &token, NULL, NULL) && token == CADRE_TOKEN_MEMBER)
    {
      g_autofree char *name = g_strdup (cadre_reader_get_text (reader, NULL));
      g_autofree char *value = cadre_reader_read_canonical (reader, NULL, NULL);
      int field = schema != NULL ? cadre_schema_find_field (schema, name, strlen (name)) : -1;

      if (value == NULL || (field >= 0 && (written >> field & 1) != 0))
        continue;
      cadre_writer_member (self->writer, name);
      cadre_writer_canonical (self->writer, value);
    }
}

/* Whether a line says nothing but who manages whom. */
static gboolean
is_plain_line (const CadreTables *tables, guint32 line)
{
  const CadreTable *lines = cadre_tables_get (tables, CADRE_RECORD_KIND_LINE);

  for (guint i = CADRE_FIELD_LINE_BODY; i < CADRE_N_FIELDS_LINE; i++)
    if (cadre_table_code (lines, i, line) != 0)
      return FALSE;

  return cadre_table_code (lines, CADRE_FIELD_LINE_MANAGER, line) != 0 &&
         (lines->extra == NULL || lines->extra[line] == 0);
}

/* Finds the lines that are written with their posts: the only line of
 * management that a post has, where it says nothing else. */
static gboolean
find_plain_lines (Saver *self, GError **error)
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

static void
write_manager (Saver *self, guint32 post)
{
  guint32 line = self->plain_lines[post];

  if (line < CADRE_AMBIGUOUS_ROW)
    {
      const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);
      guint32 manager = cadre_table_code (lines, CADRE_FIELD_LINE_MANAGER, line);

      _cadre_writer_member_literal (self->writer, "manager");
      cadre_writer_string (self->writer, manager == CADRE_STRING_NONE
                                           ? "none"
                                           : cadre_tables_text (self->tables, manager));
    }
}

/* Whether a line is written with its post. */
static gboolean
is_written_with_post (Saver *self, guint32 line)
{
  guint32 post = cadre_table_reference (cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE),
                                        CADRE_FIELD_LINE_POST, line);

  return post < self->index->n_posts && self->plain_lines[post] == line;
}

static void
write_row (Saver *self, const CadreTable *table, guint32 row)
{
  const CadreSchema *schema = cadre_schema_get (table->kind);
  guint64 written = 0;

  _cadre_writer_begin_object (self->writer);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      if (table->columns[i] != NULL || schema->fields[i].kind == CADRE_FIELD_KIND_TEXT)
        written |= (guint64) write_field (self, table, i, row) << i;
      if (table->kind == CADRE_RECORD_KIND_POST && i == CADRE_FIELD_POST_UNIT)
        write_manager (self, row);
    }
  if (table->extra != NULL && table->extra[row] != 0)
    write_extra (self, cadre_tables_text (self->tables, table->extra[row]), schema, written);
  _cadre_writer_end_object (self->writer);
}

static gboolean
has_rows_to_write (Saver *self, const CadreTable *table)
{
  if (table->kind != CADRE_RECORD_KIND_LINE)
    return table->n_rows > 0;

  for (guint32 row = 0; row < table->n_rows; row++)
    if (!is_written_with_post (self, row))
      return TRUE;

  return FALSE;
}

static void
write_table (Saver *self, CadreRecordKind kind)
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
write_head_text (Saver *self, const char *name, guint32 code)
{
  if (code == 0)
    return;

  cadre_writer_member (self->writer, name);
  write_string (self, code);
}

static void
write_title (Saver *self)
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

static void
write_members (Saver *self)
{
  const CadreTables *tables = self->tables;

  write_head_text (self, "id", tables->id);
  write_title (self);
  if (tables->as_of > CADRE_PACKED_DATE_UNKNOWN)
    {
      cadre_writer_member (self->writer, "as-of");
      write_date (self, tables->as_of);
    }
  write_head_text (self, "language", tables->language);
  write_head_text (self, "source", tables->source);
  write_head_text (self, "licence", tables->licence);
  if (tables->notes != 0)
    {
      cadre_writer_member (self->writer, "notes");
      write_list (self, tables->notes);
    }

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    write_table (self, kind);
  if (tables->extra != 0)
    write_extra (self, cadre_tables_text (tables, tables->extra), NULL, 0);
}

static gboolean
save_members (CadreStructure *structure, CadreWriter *writer, GError **error)
{
  Saver self = { .tables = cadre_structure_get_tables (structure),
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
