/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Tables out of tables, cell by cell, with a string table of their own: a text
 * that is not shown is nowhere in them. */

#include "config.h"

#include "structure/cadre-redaction-private.h"

#include <string.h>

typedef struct
{
  CadreRedaction *redaction;
  CadreRedactionLevel level;
  const CadreTables *from;
  CadreTables *to;
} Redactor;

/* The code that stands for a text of the old tables in the new ones. */
static gboolean
copy_code (Redactor *self, guint32 code, guint32 *copy, GError **error)
{
  *copy = code;
  return code < CADRE_STRING_FIRST ||
         cadre_tables_intern (self->to, cadre_tables_text (self->from, code),
                              cadre_string_table_length (self->from->strings, code), copy, error);
}

/* Likewise for an id that may have to be a pseudonym. */
static gboolean
copy_id (Redactor *self, CadreRecordKind target, guint32 code, guint32 *copy, GError **error)
{
  g_autofree char *shown = NULL;

  if (code < CADRE_STRING_FIRST || !cadre_redaction_hides_ids (self->level, target))
    return copy_code (self, code, copy, error);

  *copy = CADRE_STRING_UNKNOWN;
  shown =
    cadre_redaction_dup_pseudonym (self->redaction, target, cadre_tables_text (self->from, code));
  return shown == NULL || cadre_tables_intern (self->to, shown, strlen (shown), copy, error);
}

static gboolean
copy_list (Redactor *self, guint32 offset, guint32 *copy, GError **error)
{
  guint n = 0;
  const guint32 *codes = cadre_tables_list (self->from, offset, &n);
  g_autofree guint32 *copies = g_new (guint32, n + 1);

  *copy = 0;
  if (codes == NULL)
    return TRUE;

  for (guint i = 0; i < n; i++)
    if (!copy_code (self, codes[i], &copies[i], error))
      return FALSE;

  return cadre_tables_add_list (self->to, copies, n, copy, error);
}

static gboolean
copy_translations (Redactor *self,
                   CadreRecordKind kind,
                   guint field,
                   guint32 row,
                   guint32 new_row,
                   GError **error)
{
  for (guint32 i = cadre_tables_first_translation (self->from, kind, row, field);
       i < self->from->n_translations &&
       cadre_translation_is_of (&self->from->translations[i], kind, row, field);
       i++)
    {
      CadreTranslation copy = self->from->translations[i];

      copy.row = new_row;
      if (!copy_code (self, self->from->translations[i].language, &copy.language, error) ||
          !copy_code (self, self->from->translations[i].text, &copy.text, error) ||
          !cadre_tables_add_translation (self->to, &copy, error))
        return FALSE;
    }

  return TRUE;
}

/* Cells that hold a code, an offset or a date. */
static gboolean
copy_coded_cell (Redactor *self,
                 const CadreTable *table,
                 guint i,
                 guint32 row,
                 guint32 new_row,
                 GError **error)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[i];
  guint32 code = cadre_table_code (table, i, row);
  gboolean ok = TRUE;

  if (field->kind == CADRE_FIELD_KIND_ID)
    ok = copy_id (self, table->kind, code, &code, error);
  else if (field->kind == CADRE_FIELD_KIND_REFERENCE)
    ok = copy_id (self, field->target, code, &code, error);
  else if (cadre_field_kind_is_text (field->kind))
    ok = copy_code (self, code, &code, error);
  else if (field->kind <= CADRE_FIELD_KIND_ATTRIBUTES)
    ok = copy_list (self, code, &code, error);

  return ok && cadre_tables_set_code (self->to, table->kind, new_row, i, code, error) &&
         (field->kind != CADRE_FIELD_KIND_TEXT ||
          copy_translations (self, table->kind, i, row, new_row, error));
}

static gboolean
copy_cell (Redactor *self,
           const CadreTable *table,
           guint i,
           guint32 row,
           guint32 new_row,
           GError **error)
{
  CadreFieldKind kind = cadre_schema_get (table->kind)->fields[i].kind;
  gint64 numerator = 0;
  gint64 denominator = 0;
  gint64 number = 0;

  if (kind <= CADRE_FIELD_KIND_VALID_TO)
    return copy_coded_cell (self, table, i, row, new_row, error);

  if (kind == CADRE_FIELD_KIND_FRACTION)
    {
      cadre_tables_fraction (self->from, table, i, row, &numerator, &denominator);
      return cadre_tables_set_fraction (self->to, table->kind, new_row, i,
                                        cadre_tables_fraction_form (self->from, table, i, row),
                                        numerator, denominator, error);
    }

  if (kind == CADRE_FIELD_KIND_INTEGER)
    number = cadre_table_integer (table, i, row);
  else if (kind == CADRE_FIELD_KIND_PENCE)
    number = cadre_table_pence (table, i, row);
  else
    number = cadre_table_word (table, i, row);
  return cadre_tables_set_number (self->to, table->kind, new_row, i, number, error);
}

static gboolean
copy_table (Redactor *self, CadreRecordKind kind, GError **error)
{
  const CadreTable *table = cadre_tables_get (self->from, kind);
  const CadreSchema *schema = cadre_schema_get (kind);
  guint8 shown[CADRE_MAX_FIELDS];

  for (guint i = 0; i < schema->n_fields; i++)
    shown[i] = cadre_redaction_lists_field (self->level, kind, schema->fields[i].name);

  for (guint32 row = 0; row < table->n_rows; row++)
    {
      guint32 new_row = 0;

      if (!cadre_tables_append (self->to, kind, &new_row, error))
        return FALSE;
      for (guint i = 0; i < schema->n_fields; i++)
        if (shown[i] && !copy_cell (self, table, i, row, new_row, error))
          return FALSE;
    }

  return TRUE;
}

/* The head, but for its remarks. */
static gboolean
copy_head (Redactor *self, GError **error)
{
  const CadreTables *from = self->from;
  CadreTables *to = self->to;

  to->as_of = from->as_of;
  return copy_code (self, from->id, &to->id, error) &&
         copy_code (self, from->title, &to->title, error) &&
         copy_list (self, from->title_translations, &to->title_translations, error) &&
         copy_code (self, from->language, &to->language, error) &&
         copy_code (self, from->source, &to->source, error) &&
         copy_code (self, from->licence, &to->licence, error);
}

CadreTables *
cadre_redact_tables (CadreRedaction *redaction, const CadreTables *tables, GError **error)
{
  g_autoptr (CadreStringTable) strings = cadre_string_table_new ();
  g_autoptr (CadreTables) to = cadre_tables_new (strings);
  Redactor self = {
    .redaction = redaction, .level = cadre_redaction_get_level (redaction), .from = tables, .to = to
  };
  gboolean has_key = cadre_redaction_get_pseudonym_key (redaction) != NULL;

  if (!copy_head (&self, error))
    return NULL;

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (cadre_redaction_shows_kind (self.level, kind, has_key) && !copy_table (&self, kind, error))
      return NULL;

  return g_steal_pointer (&to);
}
