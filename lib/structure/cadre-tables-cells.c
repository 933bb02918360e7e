/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Cells out of text, and from tables to tables. */

#include "config.h"

#include "document/cadre-reader-private.h"
#include "structure/cadre-structure-private.h"
#include "structure/cadre-tables-cells-private.h"
#include <cadre/cadre-structure-error.h>

#include <string.h>

static gboolean
set_form_error (GError **error, const char *message)
{
  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_FORM, message);
  return FALSE;
}

/* Members that are not known come in one member: what is in it is kept, as a
 * structure that is read keeps it. */
static gboolean
unwrap_extra (CadreTables *self, guint32 *code, GError **error)
{
  static const char prefix[] = "{\"" CADRE_CELL_UNKNOWN_MEMBERS_NAME "\": ";
  const gsize n_prefix = sizeof (prefix) - 1;
  const char *text = cadre_tables_text (self, *code);
  const gsize length = *code != 0 ? cadre_string_table_length (self->strings, *code) : 0;
  g_autofree char *inner = NULL;

  if (*code == 0)
    return TRUE;
  if (length <= n_prefix + 1 || memcmp (text, prefix, n_prefix) != 0 || text[n_prefix] != '{')
    return set_form_error (error, "A record has a member that is not known");

  inner = g_strndup (text + n_prefix, length - n_prefix - 1);
  return cadre_tables_intern (self, inner, strlen (inner), code, error);
}

static gboolean
unwrap_extras (CadreTables *self, GError **error)
{
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    for (guint32 row = 0; self->tables[kind].extra != NULL && row < self->tables[kind].n_rows;
         row++)
      if (!unwrap_extra (self, &self->tables[kind].extra[row], error))
        return FALSE;

  return unwrap_extra (self, &self->extra, error);
}

gboolean
cadre_tables_load_text (CadreTables *self, const char *text, gsize length, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, length);
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, limits);
  g_autoptr (CadreIssueList) issues = cadre_issue_list_new (1);
  CadreToken token = CADRE_TOKEN_END;

  if (!_cadre_reader_next (reader, &token, error))
    return FALSE;
  if (token != CADRE_TOKEN_BEGIN_OBJECT)
    return set_form_error (error, "Records must be in an object");
  if (!cadre_structure_load_members (reader, self, issues, G_MAXINT32, error) ||
      !_cadre_reader_next (reader, &token, error))
    return FALSE;
  if (g_list_model_get_n_items (G_LIST_MODEL (issues)) > 0)
    return set_form_error (error, "A value is not one that its field can hold");

  return unwrap_extras (self, error);
}

/* The texts of a column become translations. */
static gboolean
move_column (CadreTables *self, CadreRecordKind kind, guint field, GError **error)
{
  const CadreTable *table = &self->tables[kind];
  guint32 *codes = table->columns[field];

  for (guint32 row = 0; codes != NULL && row < table->n_rows; row++)
    {
      const CadreTranslation translation = { (guint8) kind, (guint8) field, row, self->language,
                                             codes[row] };

      if (codes[row] == 0)
        continue;
      if (!cadre_tables_add_translation (self, &translation, error))
        return FALSE;
      codes[row] = 0;
    }

  return TRUE;
}

static int
compare_languages (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const guint32 *x = a;
  const guint32 *y = b;
  const CadreTables *tables = user_data;

  return cadre_string_table_compare (tables->strings, x[0], y[0]);
}

/* Likewise for the title, whose languages are in byte order. */
static gboolean
move_title (CadreTables *self, guint32 language, GError **error)
{
  guint n = 0;
  const guint32 *pairs = cadre_tables_list (self, self->title_translations, &n);
  g_autofree guint32 *codes = g_new (guint32, n + 2);
  guint n_codes = 0;

  if (self->title != 0)
    {
      codes[n_codes++] = self->language;
      codes[n_codes++] = self->title;
    }
  self->title = 0;
  for (guint i = 0; i < n; i += 2)
    if (pairs[i] == language)
      self->title = pairs[i + 1];
    else
      {
        codes[n_codes++] = pairs[i];
        codes[n_codes++] = pairs[i + 1];
      }

  self->title_translations = 0;
  if (n_codes == 0)
    return TRUE;
  g_qsort_with_data (codes, (gint) n_codes / 2, 2 * sizeof (guint32), compare_languages, self);
  return cadre_tables_add_list (self, codes, n_codes, &self->title_translations, error);
}

gboolean
cadre_tables_change_language (CadreTables *self, guint32 language, GError **error)
{
  if (language == self->language)
    return TRUE;

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < cadre_schema_get (kind)->n_fields; i++)
      if (cadre_schema_get (kind)->fields[i].kind == CADRE_FIELD_KIND_TEXT &&
          !move_column (self, kind, i, error))
        return FALSE;
  if (!move_title (self, language, error))
    return FALSE;

  self->language = language;
  if (!cadre_tables_settle_language (self, error))
    return FALSE;
  cadre_tables_sort_translations (self);
  return TRUE;
}

static gboolean
are_lists_equal (const CadreTables *self, guint32 a, const CadreTables *other, guint32 b)
{
  guint n_a = 0;
  guint n_b = 0;
  const guint32 *codes_a = cadre_tables_list (self, a, &n_a);
  const guint32 *codes_b = cadre_tables_list (other, b, &n_b);

  return (a == 0) == (b == 0) && n_a == n_b &&
         (n_a == 0 || memcmp (codes_a, codes_b, n_a * sizeof (guint32)) == 0);
}

/* The languages of a cell are in order on both sides. */
static gboolean
are_translations_equal (const CadreTables *self,
                        guint32 row,
                        const CadreTables *other,
                        guint32 other_row,
                        CadreRecordKind kind,
                        guint field)
{
  guint32 i = 0;
  guint32 j = 0;

  if (self->n_translations == 0 && other->n_translations == 0)
    return TRUE;

  i = cadre_tables_first_translation (self, kind, row, field);
  j = cadre_tables_first_translation (other, kind, other_row, field);
  for (;; i++, j++)
    {
      const CadreTranslation *x = &self->translations[i];
      const CadreTranslation *y = &other->translations[j];
      const gboolean has_x =
        i < self->n_translations && cadre_translation_is_of (x, kind, row, field);
      const gboolean has_y =
        j < other->n_translations && cadre_translation_is_of (y, kind, other_row, field);

      if (!has_x || !has_y)
        return has_x == has_y;
      if (x->language != y->language || x->text != y->text)
        return FALSE;
    }
}

static gboolean
are_fractions_equal (const CadreTables *self,
                     guint32 row,
                     const CadreTables *other,
                     guint32 other_row,
                     CadreRecordKind kind,
                     guint field)
{
  const CadreTable *table = cadre_tables_get (self, kind);
  const CadreTable *other_table = cadre_tables_get (other, kind);
  gint64 n_a = 0, d_a = 0, n_b = 0, d_b = 0;

  cadre_tables_fraction (self, table, field, row, &n_a, &d_a);
  cadre_tables_fraction (other, other_table, field, other_row, &n_b, &d_b);
  return n_a == n_b && d_a == d_b &&
         cadre_tables_fraction_form (self, table, field, row) ==
           cadre_tables_fraction_form (other, other_table, field, other_row);
}

gboolean
cadre_tables_cells_equal (const CadreTables *self,
                          guint32 row,
                          const CadreTables *other,
                          guint32 other_row,
                          CadreRecordKind kind,
                          guint field)
{
  const CadreTable *a = cadre_tables_get (self, kind);
  const CadreTable *b = cadre_tables_get (other, kind);
  CadreFieldKind field_kind = CADRE_FIELD_KIND_ID;

  if (field == CADRE_CELL_UNKNOWN_MEMBERS)
    return (a->extra != NULL ? a->extra[row] : 0) == (b->extra != NULL ? b->extra[other_row] : 0);

  field_kind = cadre_schema_get (kind)->fields[field].kind;
  if (field_kind == CADRE_FIELD_KIND_WORD || field_kind == CADRE_FIELD_KIND_TRUTH)
    return cadre_table_word (a, field, row) == cadre_table_word (b, field, other_row);
  if (field_kind == CADRE_FIELD_KIND_INTEGER)
    return cadre_table_integer (a, field, row) == cadre_table_integer (b, field, other_row);
  if (field_kind == CADRE_FIELD_KIND_PENCE)
    return cadre_table_pence (a, field, row) == cadre_table_pence (b, field, other_row);
  if (field_kind == CADRE_FIELD_KIND_FRACTION)
    return are_fractions_equal (self, row, other, other_row, kind, field);
  if (field_kind >= CADRE_FIELD_KIND_STRINGS && field_kind <= CADRE_FIELD_KIND_ATTRIBUTES)
    return are_lists_equal (self, cadre_table_code (a, field, row), other,
                            cadre_table_code (b, field, other_row));

  return cadre_table_code (a, field, row) == cadre_table_code (b, field, other_row) &&
         (field_kind != CADRE_FIELD_KIND_TEXT ||
          are_translations_equal (self, row, other, other_row, kind, field));
}

gboolean
cadre_tables_copy_list (CadreTables *self,
                        const CadreTables *other,
                        guint32 other_offset,
                        guint32 *offset,
                        GError **error)
{
  guint n = 0;
  const guint32 *codes = cadre_tables_list (other, other_offset, &n);

  *offset = self == other ? other_offset : 0;
  return codes == NULL || self == other || cadre_tables_add_list (self, codes, n, offset, error);
}

static gboolean
copy_translations (CadreTables *self,
                   guint32 row,
                   const CadreTables *other,
                   guint32 other_row,
                   CadreRecordKind kind,
                   guint field,
                   GError **error)
{
  guint32 i = cadre_tables_first_translation (other, kind, other_row, field);

  for (; i < other->n_translations; i++)
    {
      CadreTranslation translation = other->translations[i];

      if (!cadre_translation_is_of (&translation, kind, other_row, field))
        return TRUE;
      translation.row = row;
      if (!cadre_tables_add_translation (self, &translation, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
copy_fraction (CadreTables *self,
               guint32 row,
               const CadreTables *other,
               guint32 other_row,
               CadreRecordKind kind,
               guint field,
               GError **error)
{
  const CadreTable *table = cadre_tables_get (other, kind);
  gint64 numerator = 0;
  gint64 denominator = 1;

  cadre_tables_fraction (other, table, field, other_row, &numerator, &denominator);
  return cadre_tables_set_fraction (self, kind, row, field,
                                    cadre_tables_fraction_form (other, table, field, other_row),
                                    numerator, denominator, error);
}

gboolean
cadre_tables_copy_cell (CadreTables *self,
                        guint32 row,
                        const CadreTables *other,
                        guint32 other_row,
                        CadreRecordKind kind,
                        guint field,
                        GError **error)
{
  const CadreTable *table = cadre_tables_get (other, kind);
  CadreFieldKind field_kind = CADRE_FIELD_KIND_ID;
  guint32 code = 0;

  if (field == CADRE_CELL_UNKNOWN_MEMBERS)
    return cadre_tables_set_extra (self, kind, row,
                                   table->extra != NULL ? table->extra[other_row] : 0, error);

  field_kind = cadre_schema_get (kind)->fields[field].kind;
  if (field_kind == CADRE_FIELD_KIND_FRACTION)
    return copy_fraction (self, row, other, other_row, kind, field, error);
  if (field_kind == CADRE_FIELD_KIND_PENCE)
    return cadre_tables_set_number (self, kind, row, field,
                                    cadre_table_pence (table, field, other_row), error);
  if (field_kind == CADRE_FIELD_KIND_INTEGER)
    return cadre_tables_set_number (self, kind, row, field,
                                    cadre_table_integer (table, field, other_row), error);
  if (field_kind == CADRE_FIELD_KIND_WORD || field_kind == CADRE_FIELD_KIND_TRUTH)
    return cadre_tables_set_number (self, kind, row, field,
                                    cadre_table_word (table, field, other_row), error);

  code = cadre_table_code (table, field, other_row);
  if (field_kind >= CADRE_FIELD_KIND_STRINGS && field_kind <= CADRE_FIELD_KIND_ATTRIBUTES &&
      !cadre_tables_copy_list (self, other, code, &code, error))
    return FALSE;
  return cadre_tables_set_code (self, kind, row, field, code, error) &&
         (field_kind != CADRE_FIELD_KIND_TEXT || other->n_translations == 0 ||
          copy_translations (self, row, other, other_row, kind, field, error));
}

/* Whether cells are copied as they are, whatever other cells of their tables hold. */
static gboolean
is_plain (const CadreTables *other, CadreFieldKind kind)
{
  return kind != CADRE_FIELD_KIND_FRACTION &&
         (kind < CADRE_FIELD_KIND_STRINGS || kind > CADRE_FIELD_KIND_ATTRIBUTES) &&
         (kind != CADRE_FIELD_KIND_TEXT || other->n_translations == 0);
}

static gboolean
copy_each_cell (CadreTables *self,
                guint32 row,
                const CadreTables *other,
                const guint32 *other_rows,
                guint32 n,
                CadreRecordKind kind,
                guint field,
                GError **error)
{
  for (guint32 i = 0; i < n; i++)
    if (!cadre_tables_copy_cell (self, row + i, other, other_rows[i], kind, field, error))
      return FALSE;

  return TRUE;
}

static void
gather_cells (gpointer cells, gconstpointer others, const guint32 *rows, guint32 n, gsize size)
{
  switch (size)
    {
    case sizeof (guint8):
      for (guint32 i = 0; i < n; i++)
        ((guint8 *) cells)[i] = ((const guint8 *) others)[rows[i]];
      break;
    case sizeof (guint64):
      for (guint32 i = 0; i < n; i++)
        ((guint64 *) cells)[i] = ((const guint64 *) others)[rows[i]];
      break;
    default:
      for (guint32 i = 0; i < n; i++)
        ((guint32 *) cells)[i] = ((const guint32 *) others)[rows[i]];
    }
}

gboolean
cadre_tables_copy_cells (CadreTables *self,
                         guint32 row,
                         const CadreTables *other,
                         const guint32 *other_rows,
                         guint32 n,
                         CadreRecordKind kind,
                         guint field,
                         GError **error)
{
  const CadreTable *table = cadre_tables_get (other, kind);
  const CadreTable *own = cadre_tables_get (self, kind);
  gsize size = 0;

  if (field == CADRE_CELL_UNKNOWN_MEMBERS)
    return table->extra == NULL ||
           copy_each_cell (self, row, other, other_rows, n, kind, field, error);
  if (!is_plain (other, cadre_schema_get (kind)->fields[field].kind))
    return copy_each_cell (self, row, other, other_rows, n, kind, field, error);
  if (table->columns[field] == NULL)
    return TRUE; /* fresh rows are silent already */
  if (!cadre_tables_make_column (self, kind, field, error))
    return FALSE;

  size = cadre_field_kind_size (cadre_schema_get (kind)->fields[field].kind);
  gather_cells ((guint8 *) own->columns[field] + row * size, table->columns[field], other_rows, n,
                size);
  return TRUE;
}
