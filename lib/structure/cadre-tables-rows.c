/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Whole rows: copying, reordering and taking them away. */

#include "config.h"

#include "kernel/cadre-pages-private.h"
#include "structure/cadre-tables-cells-private.h"
#include <cadre/cadre-structure-error.h>

#include <string.h>

static gboolean
set_memory_error (GError **error)
{
  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_MEMORY,
                       "There is not enough memory for the tables of the structure");
  return FALSE;
}

/* Copies cells: new cell i is old cell rows[i], or old cell i where @rows is
 * NULL. NULL for want of memory. */
static gpointer
gather (gconstpointer cells, gsize size, const guint32 *rows, guint32 n)
{
  gpointer copy = cadre_pages_try_array (MAX (n, 1), size);

  if (copy == NULL)
    return NULL;

  if (rows == NULL)
    memcpy (copy, cells, n * size);
  else if (size == 1)
    for (guint32 i = 0; i < n; i++)
      ((guint8 *) copy)[i] = ((const guint8 *) cells)[rows[i]];
  else if (size == 2)
    for (guint32 i = 0; i < n; i++)
      ((guint16 *) copy)[i] = ((const guint16 *) cells)[rows[i]];
  else if (size == 4)
    for (guint32 i = 0; i < n; i++)
      ((guint32 *) copy)[i] = ((const guint32 *) cells)[rows[i]];
  else
    for (guint32 i = 0; i < n; i++)
      ((guint64 *) copy)[i] = ((const guint64 *) cells)[rows[i]];

  return copy;
}

/* Gives @target the cells of @source in the order of @rows. The two may be the
 * same array. */
static gboolean
gather_into (gpointer *target, gconstpointer source, gsize size, const guint32 *rows, guint32 n)
{
  gpointer copy = NULL;

  if (source == NULL)
    return TRUE;

  copy = gather (source, size, rows, n);
  if (copy == NULL)
    return FALSE;

  g_free (*target);
  *target = copy;
  return TRUE;
}

static gboolean
gather_table (CadreTable *target, const CadreTable *source, const guint32 *rows, guint32 n)
{
  const CadreSchema *schema = cadre_schema_get (source->kind);
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < schema->n_fields; i++)
    ok = gather_into (&target->columns[i], source->columns[i],
                      cadre_field_kind_size (schema->fields[i].kind), rows, n) &&
         gather_into ((gpointer *) &target->denominators[i], source->denominators[i],
                      sizeof (guint16), rows, n);

  ok = ok && gather_into ((gpointer *) &target->extra, source->extra, sizeof (guint32), rows, n);

  /* The order of the source is remembered as soon as rows leave it. */
  if (ok && source->source_rows != NULL)
    ok = gather_into ((gpointer *) &target->source_rows, source->source_rows, sizeof (guint32),
                      rows, n);
  else if (ok && rows != NULL)
    {
      target->source_rows = gather (rows, sizeof (guint32), NULL, n);
      ok = target->source_rows != NULL;
    }

  target->n_rows = n;
  target->n_allocated = n;
  target->n_filled = n;
  return ok;
}

/* Translations follow their rows: @moved[old] is the new row or CADRE_NO_ROW. */
static void
move_translations (CadreTables *self, CadreRecordKind kind, const guint32 *moved)
{
  guint32 n = 0;

  for (guint32 i = 0; i < self->n_translations; i++)
    {
      CadreTranslation translation = self->translations[i];

      if (translation.kind == kind)
        translation.row = moved[translation.row];
      if (translation.row != CADRE_NO_ROW)
        self->translations[n++] = translation;
    }

  self->n_translations = n;
}

/* Brings rows into a new order, which may leave some out. */
static gboolean
reorder (CadreTables *self, CadreRecordKind kind, const guint32 *rows, guint32 n, GError **error)
{
  CadreTable *table = &self->tables[kind];
  guint32 n_old = table->n_rows;

  if (self->n_translations > 0)
    {
      g_autofree guint32 *moved = g_try_new (guint32, MAX (n_old, 1));

      if (moved == NULL)
        return set_memory_error (error);
      memset (moved, 0xff, n_old * sizeof (guint32));
      for (guint32 i = 0; i < n; i++)
        moved[rows[i]] = i;
      move_translations (self, kind, moved);
    }

  return gather_table (table, table, rows, n) ? TRUE : set_memory_error (error);
}

gboolean
cadre_tables_permute (CadreTables *self, CadreRecordKind kind, const guint32 *rows, GError **error)
{
  return reorder (self, kind, rows, self->tables[kind].n_rows, error);
}

gboolean
cadre_tables_filter (CadreTables *self, CadreRecordKind kind, const guint8 *keep, GError **error)
{
  CadreTable *table = &self->tables[kind];
  g_autofree guint32 *rows = g_try_new (guint32, MAX (table->n_rows, 1));
  guint32 n = 0;

  if (rows == NULL)
    return set_memory_error (error);

  for (guint32 i = 0; i < table->n_rows; i++)
    if (keep[i])
      rows[n++] = i;

  return n == table->n_rows ? TRUE : reorder (self, kind, rows, n, error);
}

CadreTables *
cadre_tables_copy_rest (const CadreTables *self, CadreStringTable *strings, GError **error)
{
  g_autoptr (CadreTables) copy = cadre_tables_new (strings);

  if (!gather_into ((gpointer *) &copy->pool, self->pool, sizeof (guint32), NULL,
                    (guint32) self->pool_length))
    {
      set_memory_error (error);
      return NULL;
    }

  copy->pool_length = self->pool_length;
  copy->pool_allocated = self->pool_length;
  memcpy (copy->denominators, self->denominators, sizeof (self->denominators));
  memcpy (copy->are_decimal, self->are_decimal, sizeof (self->are_decimal));
  copy->n_denominators = self->n_denominators;
  copy->id = self->id;
  copy->title = self->title;
  copy->as_of = self->as_of;
  copy->language = self->language;
  copy->source = self->source;
  copy->licence = self->licence;
  copy->notes = self->notes;
  copy->title_translations = self->title_translations;
  copy->extra = self->extra;
  copy->ended_posts = self->ended_posts;

  return g_steal_pointer (&copy);
}

CadreTables *
cadre_tables_copy (const CadreTables *self, GError **error)
{
  g_autoptr (CadreTables) copy = cadre_tables_copy_rest (self, self->strings, error);
  gboolean ok = TRUE;

  if (copy == NULL)
    return NULL;

  for (guint i = 0; ok && i < CADRE_N_RECORD_KINDS; i++)
    ok = gather_table (&copy->tables[i], &self->tables[i], NULL, self->tables[i].n_rows);

  ok = ok && gather_into ((gpointer *) &copy->translations, self->translations,
                          sizeof (CadreTranslation), NULL, self->n_translations);
  if (!ok)
    {
      set_memory_error (error);
      return NULL;
    }

  copy->n_translations = self->n_translations;
  copy->n_translations_allocated = self->n_translations;
  return g_steal_pointer (&copy);
}

CadreTables *
cadre_tables_copy_for_change (const CadreTables *self, GError **error)
{
  g_autoptr (CadreTables) copy = cadre_tables_copy (self, error);
  CadreStringTable *strings = copy != NULL ? cadre_string_table_copy (self->strings, error) : NULL;

  if (strings == NULL)
    return NULL;

  cadre_string_table_unref (copy->strings);
  copy->strings = strings;
  return g_steal_pointer (&copy);
}

static int
compare_place (const CadreTranslation *a, const CadreTranslation *b)
{
  if (a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;
  if (a->row != b->row)
    return a->row < b->row ? -1 : 1;
  if (a->field != b->field)
    return a->field < b->field ? -1 : 1;
  return 0;
}

/* Where the translations of one cell begin; they are together once sealed. */
guint32
cadre_tables_first_translation (const CadreTables *self,
                                CadreRecordKind kind,
                                guint32 row,
                                guint field)
{
  CadreTranslation wanted = { .kind = (guint8) kind, .field = (guint8) field, .row = row };
  guint32 low = 0;
  guint32 high = self->n_translations;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;

      if (compare_place (&self->translations[middle], &wanted) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Whether a translation is one of the cell. */
gboolean
cadre_translation_is_of (const CadreTranslation *translation,
                         CadreRecordKind kind,
                         guint32 row,
                         guint field)
{
  return translation->kind == kind && translation->row == row && translation->field == field;
}

guint32
cadre_tables_translation (const CadreTables *self,
                          CadreRecordKind kind,
                          guint32 row,
                          guint field,
                          guint32 language)
{
  for (guint32 i = cadre_tables_first_translation (self, kind, row, field);
       i < self->n_translations; i++)
    {
      const CadreTranslation *translation = &self->translations[i];

      if (!cadre_translation_is_of (translation, kind, row, field))
        break;
      if (translation->language == language)
        return translation->text;
    }

  return 0;
}

char *
cadre_tables_dup_origin (const CadreTables *self, CadreRecordKind kind, guint32 row)
{
  const CadreTable *table = &self->tables[kind];
  guint32 source_row = table->source_rows != NULL ? table->source_rows[row] : row;

  if (kind == CADRE_RECORD_KIND_LINE && (source_row & CADRE_SOURCE_IN_POST) != 0)
    return g_strdup_printf ("/posts/%u/manager", source_row & ~CADRE_SOURCE_IN_POST);

  return g_strdup_printf ("/%s/%u", cadre_schema_get (kind)->plural, source_row);
}

static void
append_key (GString *subject,
            const CadreTables *self,
            const CadreTable *table,
            guint i,
            guint32 row)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[i];

  if (cadre_field_kind_is_text (field->kind))
    {
      const char *text = cadre_tables_text (self, cadre_table_code (table, i, row));

      if (text != NULL)
        g_string_append (g_string_append_c (subject, '/'), text);
    }
  else if (field->kind == CADRE_FIELD_KIND_WORD)
    {
      g_autoptr (GEnumClass) words = g_type_class_ref (field->get_type ());
      const GEnumValue *word = g_enum_get_value (words, cadre_table_word (table, i, row));

      g_string_append_printf (subject, "/%s", word != NULL ? word->value_nick : "?");
    }
}

char *
cadre_tables_dup_subject (const CadreTables *self, CadreRecordKind kind, guint32 row)
{
  const CadreSchema *schema = cadre_schema_get (kind);
  const CadreTable *table = &self->tables[kind];
  GString *subject = g_string_new (schema->name);

  if (schema->keys == NULL)
    append_key (subject, self, table, 0, row);
  else
    for (guint i = 0; i < schema->n_keys; i++)
      append_key (subject, self, table, schema->keys[i], row);

  return g_string_free (subject, FALSE);
}
