/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The cells of what is shown: ids as they are, as pseudonyms or not at all, and
 * texts. Each text is copied once, however many cells it is in. */

#include "config.h"

#include "structure/cadre-redact-private.h"
#include <cadre/cadre-structure-error.h>

#include <string.h>

static gboolean
set_memory_error (GError **error)
{
  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_MEMORY,
                       "There is not enough memory to redact the structure");
  return FALSE;
}

/* The code that stands for a text of the old tables in the new ones. */
gboolean
cadre_redactor_copy_code (CadreRedactor *self, guint32 code, guint32 *copy, GError **error)
{
  *copy = code;
  if (code < CADRE_STRING_FIRST)
    return TRUE;

  if (self->codes[code] == 0 &&
      !cadre_tables_intern (self->to, cadre_tables_text (self->from, code),
                            cadre_string_table_length (self->from->strings, code),
                            &self->codes[code], error))
    return FALSE;

  *copy = self->codes[code];
  return TRUE;
}

/* Likewise, but for a text that names whoever is taken out. */
gboolean
cadre_redactor_copy_text (CadreRedactor *self, guint32 code, guint32 *copy, GError **error)
{
  if (self->erasure == NULL || !cadre_erasure_takes_text (self->erasure, code))
    return cadre_redactor_copy_code (self, code, copy, error);

  *copy = CADRE_STRING_UNKNOWN;
  return TRUE;
}

/* A text that is only told from others, as a number in the order of the rows. */
static gboolean
copy_number (CadreRedactor *self, guint32 code, guint32 *copy, GError **error)
{
  *copy = code;
  if (code < CADRE_STRING_FIRST)
    return TRUE;

  if (self->numbers == NULL)
    self->numbers = g_try_new0 (guint32, cadre_string_table_size (self->from->strings));
  if (self->numbers == NULL)
    return set_memory_error (error);

  if (self->numbers[code] == 0)
    {
      g_autofree char *text = g_strdup_printf ("%u", ++self->n_numbers);

      if (!cadre_tables_intern (self->to, text, strlen (text), &self->numbers[code], error))
        return FALSE;
    }

  *copy = self->numbers[code];
  return TRUE;
}

/* NULL where there is no key. */
static char *
make_pseudonym (const CadreRedactor *self, CadreRecordKind kind, const char *id)
{
  if (self->erasure != NULL)
    return cadre_erasure_dup_pseudonym (self->erasure, kind, id);

  return self->key != NULL ? cadre_redaction_make_pseudonym (self->key, kind, id) : NULL;
}

static gboolean
copy_pseudonym (CadreRedactor *self,
                CadreRecordKind kind,
                guint32 code,
                guint32 *copy,
                GError **error)
{
  g_autofree char *pseudonym = NULL;

  *copy = CADRE_STRING_UNKNOWN;
  if (self->pseudonyms[kind] == NULL)
    self->pseudonyms[kind] = g_try_new0 (guint32, cadre_string_table_size (self->from->strings));
  if (self->pseudonyms[kind] == NULL)
    return set_memory_error (error);

  if (self->pseudonyms[kind][code] == 0)
    {
      pseudonym = make_pseudonym (self, kind, cadre_tables_text (self->from, code));
      if (pseudonym == NULL)
        return TRUE;
      if (!cadre_tables_intern (self->to, pseudonym, strlen (pseudonym),
                                &self->pseudonyms[kind][code], error))
        return FALSE;
    }

  *copy = self->pseudonyms[kind][code];
  return TRUE;
}

/* Likewise for an id, which may have to be a pseudonym, or not be there. */
static gboolean
copy_id (CadreRedactor *self, CadreRecordKind target, guint32 code, guint32 *copy, GError **error)
{
  CadreRedactionCell cell = self->cells.own[target][0];

  if (self->erasure != NULL && cadre_erasure_has_id (self->erasure, target, code))
    return copy_pseudonym (self, target, code, copy, error);
  if (code < CADRE_STRING_FIRST || cell == CADRE_REDACTION_CELL_SHOWN)
    return cadre_redactor_copy_code (self, code, copy, error);
  if (cell == CADRE_REDACTION_CELL_PSEUDONYM)
    return copy_pseudonym (self, target, code, copy, error);

  *copy = CADRE_STRING_UNKNOWN;
  return TRUE;
}

gboolean
cadre_redactor_shows_row (const CadreRedactor *self, CadreRecordKind kind, guint32 row)
{
  return self->scope == NULL || (row < self->from->tables[kind].n_rows &&
                                 self->scope->marks[kind][row] != CADRE_REDACTION_OFF);
}

/* Whether what stands in the place of an id names whoever is taken out. */
static gboolean
names_erased (const CadreRedactor *self, const CadreTable *table, guint i, guint32 row)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[i];
  guint32 code = cadre_table_code (table, i, row);

  return self->erasure != NULL && cadre_table_reference (table, i, row) == CADRE_NO_ROW &&
         !cadre_erasure_has_id (self->erasure, field->target, code) &&
         cadre_erasure_takes_text (self->erasure, code);
}

/* Whether an id is shown that leads to a row. One that leads to none could be
 * anything that somebody wrote in its place, such as a name; who holds a shown
 * assignment is known by it alone, and pseudonyms tell nothing. */
static gboolean
shows_lead (const CadreRedactor *self, CadreRecordKind target, guint32 row)
{
  if (self->level == CADRE_REDACTION_LEVEL_FULL || target == CADRE_RECORD_KIND_PERSON)
    return TRUE;
  if (self->cells.own[target][0] == CADRE_REDACTION_CELL_PSEUDONYM)
    return TRUE;

  return row != CADRE_NO_ROW && cadre_redactor_shows_row (self, target, row);
}

/* An id leads nowhere that is not shown. What has something else as its default
 * is said not to be known. */
static gboolean
copy_reference (CadreRedactor *self,
                const CadreTable *table,
                guint i,
                guint32 row,
                guint32 *copy,
                GError **error)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[i];
  guint32 code = cadre_table_code (table, i, row);

  if (code < CADRE_STRING_FIRST ||
      (shows_lead (self, field->target, cadre_table_reference (table, i, row)) &&
       !names_erased (self, table, i, row)))
    return copy_id (self, field->target, code, copy, error);

  *copy = CADRE_STRING_UNKNOWN;
  return !field->has_default || cadre_tables_intern (self->to, "", 0, copy, error);
}

/* Whether any of a few texts names whoever is taken out. */
static gboolean
takes_any (CadreRedactor *self, const guint32 *codes, guint n)
{
  for (guint i = 0; self->erasure != NULL && i < n; i++)
    if (cadre_erasure_takes_text (self->erasure, codes[i]))
      return TRUE;

  return FALSE;
}

/* A list of texts, or of pairs of them, but for those that name whoever is
 * taken out. */
gboolean
cadre_redactor_copy_list (CadreRedactor *self,
                          guint32 offset,
                          guint step,
                          guint32 *copy,
                          GError **error)
{
  guint n = 0;
  guint n_copies = 0;
  const guint32 *codes = cadre_tables_list (self->from, offset, &n);
  g_autofree guint32 *copies = NULL;

  *copy = offset;
  if (n == 0)
    return TRUE;

  copies = g_new (guint32, n);
  for (guint i = 0; i + step <= n; i += step)
    {
      if (takes_any (self, codes + i, step))
        continue;
      for (guint j = i; j < i + step; j++)
        if (!cadre_redactor_copy_code (self, codes[j], &copies[n_copies++], error))
          return FALSE;
    }

  return cadre_tables_add_list (self->to, copies, n_copies, copy, error);
}

static gboolean
copy_references (CadreRedactor *self,
                 CadreRecordKind target,
                 guint32 offset,
                 guint32 *copy,
                 GError **error)
{
  guint n = 0;
  guint n_copies = 0;
  const guint32 *codes = cadre_tables_list (self->from, offset, &n);
  g_autofree guint32 *copies = NULL;

  *copy = offset;
  if (n == 0)
    return TRUE;

  copies = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    {
      const char *id = cadre_tables_text (self->from, codes[i]);

      if (!shows_lead (self, target, cadre_tables_find (self->from, target, id)))
        continue;
      if (!copy_id (self, target, codes[i], &copies[n_copies], error))
        return FALSE;
      n_copies += copies[n_copies] != CADRE_STRING_UNKNOWN;
    }

  return cadre_tables_add_list (self->to, copies, n_copies, copy, error);
}

static gboolean
copy_translations (CadreRedactor *self,
                   CadreRecordKind kind,
                   guint field,
                   guint32 row,
                   guint32 new_row,
                   GError **error)
{
  if (self->from->n_translations == 0)
    return TRUE;

  for (guint32 i = cadre_tables_first_translation (self->from, kind, row, field);
       i < self->from->n_translations &&
       cadre_translation_is_of (&self->from->translations[i], kind, row, field);
       i++)
    {
      CadreTranslation copy = self->from->translations[i];

      copy.row = new_row;
      if (takes_any (self, &self->from->translations[i].text, 1))
        continue;
      if (!cadre_redactor_copy_code (self, self->from->translations[i].language, &copy.language,
                                     error) ||
          !cadre_redactor_copy_code (self, self->from->translations[i].text, &copy.text, error) ||
          !cadre_tables_add_translation (self->to, &copy, error))
        return FALSE;
    }

  return TRUE;
}

/* Cells that hold a code, an offset or a date. */
static gboolean
copy_coded_cell (CadreRedactor *self,
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
    ok = copy_reference (self, table, i, row, &code, error);
  else if (self->cells.own[table->kind][i] == CADRE_REDACTION_CELL_NUMBER)
    ok = copy_number (self, code, &code, error);
  else if (cadre_field_kind_is_text (field->kind))
    ok = cadre_redactor_copy_text (self, code, &code, error);
  else if (field->kind == CADRE_FIELD_KIND_REFERENCES)
    ok = copy_references (self, field->target, code, &code, error);
  else if (field->kind <= CADRE_FIELD_KIND_ATTRIBUTES)
    ok = cadre_redactor_copy_list (self, code, field->kind == CADRE_FIELD_KIND_ATTRIBUTES ? 2 : 1,
                                   &code, error);

  return ok && cadre_tables_set_code (self->to, table->kind, new_row, i, code, error) &&
         (field->kind != CADRE_FIELD_KIND_TEXT ||
          copy_translations (self, table->kind, i, row, new_row, error));
}

gboolean
cadre_redactor_copy_cell (CadreRedactor *self,
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
