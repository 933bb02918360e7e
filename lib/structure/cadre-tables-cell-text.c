/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Cells as text: the writer of structures, one cell at a time. */

#include "config.h"

#include "structure/cadre-structure-write-private.h"
#include "structure/cadre-tables-cells-private.h"

#include <string.h>

struct _CadreCellText
{
  CadreSaver saver;
  int kind; /* of the table that @saver is ready for, or -1 */
};

const char *
cadre_head_field_name (guint field)
{
  static const char *const names[CADRE_N_HEAD_FIELDS] = { "id",     "title",   "as-of", "language",
                                                          "source", "licence", "notes" };

  return field < CADRE_N_HEAD_FIELDS ? names[field] : NULL;
}

CadreCellText *
cadre_cell_text_new (const CadreTables *tables)
{
  CadreCellText *self = g_new0 (CadreCellText, 1);

  self->saver.tables = tables;
  self->saver.writer = cadre_writer_new_for_text ();
  self->kind = -1;

  /* Deep enough that no value has a line of its own. */
  for (guint i = 0; i < 3; i++)
    _cadre_writer_begin_array (self->saver.writer);

  return self;
}

static void
clear_words (CadreCellText *self)
{
  for (guint i = 0; i < CADRE_MAX_FIELDS; i++)
    g_clear_pointer (&self->saver.words[i], g_type_class_unref);
}

void
cadre_cell_text_free (CadreCellText *self)
{
  clear_words (self);
  g_object_unref (self->saver.writer);
  g_free (self);
}

gboolean
cadre_cell_text_set_error (CadreCellText *self, GError **error)
{
  const GError *failure = _cadre_writer_get_error (self->saver.writer);

  if (failure == NULL)
    return FALSE;

  g_propagate_error (error, g_error_copy (failure));
  return TRUE;
}

static const CadreSchema *
begin (CadreCellText *self, CadreRecordKind kind)
{
  const CadreSchema *schema = cadre_schema_get (kind);

  if (self->kind != (int) kind)
    {
      clear_words (self);
      for (guint i = 0; i < schema->n_fields; i++)
        self->saver.lengths[i] = (guint8) strlen (schema->fields[i].name);
      self->kind = (int) kind;
    }

  _cadre_writer_forget (self->saver.writer);
  _cadre_writer_begin_object (self->saver.writer);
  return schema;
}

/* The object that has been written; a comma may stand in front of it. */
static const char *
end (CadreCellText *self, gsize *length)
{
  const char *text = NULL;

  _cadre_writer_end_object (self->saver.writer);
  text = _cadre_writer_peek (self->saver.writer, length);
  if (text == NULL)
    return NULL;

  for (; *text != '{'; text++)
    --*length;
  return text;
}

/* The value of an object with one member, whose name has @name_length bytes. */
static const char *
end_value (CadreCellText *self, gsize name_length, gsize *length)
{
  const char *text = end (self, length);

  if (text == NULL || *length == strlen ("{}"))
    return NULL;

  *length -= name_length + strlen ("{\"\": }");
  return text + name_length + strlen ("{\"\": ");
}

static const char *
get_text (CadreCellText *self, guint32 code, gsize *length)
{
  *length = code != 0 ? cadre_string_table_length (self->saver.tables->strings, code) : 0;
  return cadre_tables_text (self->saver.tables, code);
}

const char *
cadre_cell_text_get (CadreCellText *self,
                     CadreRecordKind kind,
                     guint32 row,
                     guint field,
                     gsize *length)
{
  const CadreTable *table = cadre_tables_get (self->saver.tables, kind);

  if (field == CADRE_CELL_UNKNOWN_MEMBERS)
    return get_text (self, table->extra != NULL ? table->extra[row] : 0, length);

  begin (self, kind);
  cadre_saver_write_field (&self->saver, table, field, row);
  return end_value (self, self->saver.lengths[field], length);
}

static void
write_head (CadreCellText *self, guint field)
{
  const CadreTables *tables = self->saver.tables;
  const guint32 codes[CADRE_N_HEAD_FIELDS] = {
    [CADRE_HEAD_FIELD_ID] = tables->id,
    [CADRE_HEAD_FIELD_AS_OF] = tables->as_of,
    [CADRE_HEAD_FIELD_LANGUAGE] = tables->language,
    [CADRE_HEAD_FIELD_SOURCE] = tables->source,
    [CADRE_HEAD_FIELD_LICENCE] = tables->licence,
    [CADRE_HEAD_FIELD_NOTES] = tables->notes,
  };

  if (field == CADRE_HEAD_FIELD_TITLE)
    cadre_saver_write_title (&self->saver);
  if (codes[field] == 0 ||
      (field == CADRE_HEAD_FIELD_AS_OF && tables->as_of <= CADRE_PACKED_DATE_UNKNOWN))
    return;

  cadre_writer_member (self->saver.writer, cadre_head_field_name (field));
  if (field == CADRE_HEAD_FIELD_AS_OF)
    cadre_saver_write_date (&self->saver, codes[field]);
  else if (field == CADRE_HEAD_FIELD_NOTES)
    cadre_saver_write_list (&self->saver, codes[field]);
  else
    cadre_saver_write_string (&self->saver, codes[field]);
}

const char *
cadre_cell_text_get_head (CadreCellText *self, guint field, gsize *length)
{
  if (field == CADRE_CELL_UNKNOWN_MEMBERS)
    return get_text (self, self->saver.tables->extra, length);

  begin (self, 0);
  write_head (self, field);
  return end_value (self, strlen (cadre_head_field_name (field)), length);
}

const char *
cadre_cell_text_get_fields (CadreCellText *self,
                            CadreRecordKind kind,
                            guint32 row,
                            guint64 mask,
                            gsize *length)
{
  const CadreTable *table = cadre_tables_get (self->saver.tables, kind);
  const CadreSchema *schema = begin (self, kind);

  for (guint i = 0; i < schema->n_fields; i++)
    if ((mask >> i & 1) != 0 &&
        (table->columns[i] != NULL || schema->fields[i].kind == CADRE_FIELD_KIND_TEXT))
      cadre_saver_write_field (&self->saver, table, i, row);

  if ((mask >> CADRE_CELL_UNKNOWN_MEMBERS & 1) != 0 && table->extra != NULL &&
      table->extra[row] != 0)
    {
      _cadre_writer_member_literal (self->saver.writer, CADRE_CELL_UNKNOWN_MEMBERS_NAME);
      cadre_writer_canonical (self->saver.writer,
                              cadre_tables_text (self->saver.tables, table->extra[row]));
    }

  return end (self, length);
}
