/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-pages-private.h"
#include "structure/cadre-tables-cells-private.h"
#include <cadre/cadre-structure-error.h>

#include <string.h>

#define FILLED_AT_ONCE 128 /* rows */
#define LEAST_SPARE 4096   /* bytes */

static gboolean
set_memory_error (GError **error)
{
  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_MEMORY,
                       "There is not enough memory for the tables of the structure");
  return FALSE;
}

CadreTables *
cadre_tables_new (CadreStringTable *strings)
{
  CadreTables *self = g_new0 (CadreTables, 1);

  self->strings = cadre_string_table_ref (strings);
  for (guint i = 0; i < CADRE_N_RECORD_KINDS; i++)
    self->tables[i].kind = i;

  /* Offset 0 stands for unknown, and at offset 1 is the empty list. */
  self->pool = g_new0 (guint32, 2);
  self->pool_length = 2;
  self->pool_allocated = 2;
  self->n_denominators = CADRE_FIRST_DENOMINATOR;

  return self;
}

static void
table_clear (CadreTable *table)
{
  const guint n_fields = cadre_schema_get (table->kind)->n_fields;

  for (guint i = 0; i < n_fields; i++)
    {
      g_free (table->columns[i]);
      g_free (table->denominators[i]);
      g_free (table->references[i]);
    }
  g_free (table->extra);
  g_free (table->source_rows);
}

void
cadre_tables_keep_spare (CadreTables *self, gpointer block, gsize size)
{
  if (block == NULL || size < LEAST_SPARE || self->n_spare == CADRE_MAX_SPARE)
    g_free (block);
  else
    self->spare[self->n_spare++] = (CadreSpare){ block, size };
}

gpointer
cadre_tables_take_spare (CadreTables *self, gsize size)
{
  for (guint i = 0; i < self->n_spare; i++)
    if (self->spare[i].size >= size && self->spare[i].size - size <= size / 4)
      {
        const gpointer block = self->spare[i].block;

        self->spare[i] = self->spare[--self->n_spare];
        return block;
      }

  return cadre_pages_try_malloc (size);
}

void
cadre_tables_drop_spare (CadreTables *self)
{
  while (self->n_spare > 0)
    g_free (self->spare[--self->n_spare].block);
}

void
cadre_tables_free (CadreTables *self)
{
  cadre_tables_drop_spare (self);
  for (guint i = 0; i < CADRE_N_RECORD_KINDS; i++)
    table_clear (&self->tables[i]);
  g_free (self->pool);
  g_free (self->translations);
  cadre_string_table_unref (self->strings);
  g_free (self);
}

/* Fills cells with what a row has that is silent on the field. */
static void
fill_initial (const CadreField *field, gpointer column, guint32 first, guint32 n)
{
  switch (cadre_field_kind_size (field->kind))
    {
    case 1:
      memset ((guint8 *) column + first, field->initial, n);
      break;
    case 8:
      for (guint32 i = first; i < first + n; i++)
        ((gint64 *) column)[i] = field->initial;
      break;
    default:
      for (guint32 i = first; i < first + n; i++)
        ((gint32 *) column)[i] = field->initial;
    }
}

/* Leaves elements as they come that no row has yet. */
static gboolean
grow_array (const CadreTable *table, gpointer *array, gsize size, guint32 n_new)
{
  gpointer grown = NULL;

  if (*array == NULL)
    return TRUE;

  grown = cadre_pages_try_renew (*array, table->n_filled * size, n_new * size);
  if (grown == NULL)
    return FALSE;

  *array = grown;
  return TRUE;
}

static gboolean
grow_field (CadreTable *table, guint i, guint32 n)
{
  const gsize size = cadre_field_kind_size (cadre_schema_get (table->kind)->fields[i].kind);

  return grow_array (table, &table->columns[i], size, n) &&
         grow_array (table, (gpointer *) &table->denominators[i], sizeof (guint16), n);
}

static gboolean
table_grow (CadreTable *table, guint32 n)
{
  guint n_fields = cadre_schema_get (table->kind)->n_fields;

  for (guint i = 0; i < n_fields; i++)
    if (!grow_field (table, i, n))
      return FALSE;

  if (!grow_array (table, (gpointer *) &table->extra, sizeof (guint32), n) ||
      !grow_array (table, (gpointer *) &table->source_rows, sizeof (guint32), n))
    return FALSE;

  table->n_allocated = n;
  return TRUE;
}

/* Gives the next rows what one has that is silent on every field. They are few, so that
 * their cells are still in the caches when they get their values. */
static void
fill_rows (CadreTable *table)
{
  const CadreSchema *schema = cadre_schema_get (table->kind);
  const guint32 first = table->n_filled;
  const guint32 n = MIN (table->n_allocated - first, FILLED_AT_ONCE);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      if (table->columns[i] != NULL)
        fill_initial (&schema->fields[i], table->columns[i], first, n);
      if (table->denominators[i] != NULL)
        memset (table->denominators[i] + first, 0, n * sizeof (guint16));
    }
  if (table->extra != NULL)
    memset (table->extra + first, 0, n * sizeof (guint32));

  table->n_filled = first + n;
}

gboolean
cadre_tables_reserve (CadreTables *self, CadreRecordKind kind, guint32 n_more, GError **error)
{
  CadreTable *table = &self->tables[kind];

  if (n_more <= table->n_allocated - table->n_rows)
    return TRUE;

  return n_more <= G_MAXINT32 - table->n_rows && table_grow (table, table->n_rows + n_more)
           ? TRUE
           : set_memory_error (error);
}

gboolean
cadre_tables_append (CadreTables *self, CadreRecordKind kind, guint32 *row, GError **error)
{
  CadreTable *table = &self->tables[kind];

  if (table->n_rows >= G_MAXINT32)
    {
      g_set_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_LIMIT_ROWS,
                   "A structure cannot hold more than %d %s", G_MAXINT32,
                   cadre_schema_get (kind)->plural);
      return FALSE;
    }

  if (table->n_rows == table->n_allocated &&
      !table_grow (table, MAX (16, table->n_allocated + table->n_allocated / 2)))
    return set_memory_error (error);

  if (table->n_rows == table->n_filled)
    fill_rows (table);

  *row = table->n_rows++;
  if (table->source_rows != NULL)
    table->source_rows[*row] = *row;
  return TRUE;
}

static gboolean
ensure_column (CadreTable *table, guint field, GError **error)
{
  const CadreField *spec = &cadre_schema_get (table->kind)->fields[field];
  gsize size = cadre_field_kind_size (spec->kind);

  if (G_LIKELY (table->columns[field] != NULL))
    return TRUE;

  table->columns[field] = g_try_malloc_n (table->n_allocated, size);
  if (table->columns[field] == NULL)
    return set_memory_error (error);
  fill_initial (spec, table->columns[field], 0, table->n_filled);

  if (spec->kind == CADRE_FIELD_KIND_FRACTION)
    {
      table->denominators[field] = g_try_new0 (guint16, table->n_allocated);
      if (table->denominators[field] == NULL)
        return set_memory_error (error);
    }

  return TRUE;
}

gboolean
cadre_tables_make_column (CadreTables *self, CadreRecordKind kind, guint field, GError **error)
{
  return ensure_column (&self->tables[kind], field, error);
}

gboolean
cadre_tables_set_number (CadreTables *self,
                         CadreRecordKind kind,
                         guint32 row,
                         guint field,
                         gint64 value,
                         GError **error)
{
  CadreTable *table = &self->tables[kind];
  const CadreField *spec = &cadre_schema_get (kind)->fields[field];

  if (table->columns[field] == NULL && value == spec->initial)
    return TRUE;
  if (!ensure_column (table, field, error))
    return FALSE;

  switch (cadre_field_kind_size (spec->kind))
    {
    case 1:
      ((guint8 *) table->columns[field])[row] = (guint8) value;
      break;
    case 8:
      ((gint64 *) table->columns[field])[row] = value;
      break;
    default:
      ((gint32 *) table->columns[field])[row] = (gint32) value;
    }

  return TRUE;
}

gboolean
cadre_tables_set_code (CadreTables *self,
                       CadreRecordKind kind,
                       guint32 row,
                       guint field,
                       guint32 code,
                       GError **error)
{
  CadreTable *table = &self->tables[kind];

  if (table->columns[field] == NULL && code == 0)
    return TRUE;
  if (!ensure_column (table, field, error))
    return FALSE;

  ((guint32 *) table->columns[field])[row] = code;
  return TRUE;
}

/* The index of a denominator among those of the structure. They are few, so
 * the last one found is tried first. */
static gboolean
find_denominator (CadreTables *self,
                  gint64 denominator,
                  gboolean is_decimal,
                  guint16 *index,
                  GError **error)
{
  for (guint i = CADRE_FIRST_DENOMINATOR; i < self->n_denominators; i++)
    if (self->denominators[i] == denominator && self->are_decimal[i] == is_decimal)
      {
        *index = (guint16) i;
        return TRUE;
      }

  if (self->n_denominators == CADRE_MAX_DENOMINATORS)
    {
      g_set_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_LIMIT_DENOMINATORS,
                   "The fractions of a structure cannot have more than %d denominators",
                   CADRE_MAX_DENOMINATORS - CADRE_FIRST_DENOMINATOR);
      return FALSE;
    }

  *index = (guint16) self->n_denominators;
  self->are_decimal[self->n_denominators] = (guint8) is_decimal;
  self->denominators[self->n_denominators++] = denominator;
  return TRUE;
}

gboolean
cadre_tables_set_fraction (CadreTables *self,
                           CadreRecordKind kind,
                           guint32 row,
                           guint field,
                           CadreFractionForm form,
                           gint64 numerator,
                           gint64 denominator,
                           GError **error)
{
  CadreTable *table = &self->tables[kind];
  gboolean is_known = form >= CADRE_FRACTION_EXACT;
  gboolean is_decimal = form == CADRE_FRACTION_DECIMAL && denominator != 1;
  guint16 index = (guint16) form;

  if (is_known && !find_denominator (self, denominator, is_decimal, &index, error))
    return FALSE;
  if (table->columns[field] == NULL && index == 0)
    return TRUE;
  if (!ensure_column (table, field, error))
    return FALSE;

  ((gint64 *) table->columns[field])[row] = is_known ? numerator : 0;
  table->denominators[field][row] = index;
  return TRUE;
}

gboolean
cadre_tables_set_extra (CadreTables *self,
                        CadreRecordKind kind,
                        guint32 row,
                        guint32 code,
                        GError **error)
{
  CadreTable *table = &self->tables[kind];

  if (table->extra == NULL)
    {
      if (code == 0)
        return TRUE;
      table->extra = g_try_new0 (guint32, table->n_allocated);
      if (table->extra == NULL)
        return set_memory_error (error);
    }

  table->extra[row] = code;
  return TRUE;
}

/* Says where a row stands in its source, where that is not its place in the
 * table. */
gboolean
cadre_tables_set_source_row (CadreTables *self,
                             CadreRecordKind kind,
                             guint32 row,
                             guint32 source_row,
                             GError **error)
{
  CadreTable *table = &self->tables[kind];

  if (table->source_rows == NULL)
    {
      table->source_rows = g_try_new (guint32, table->n_allocated);
      if (table->source_rows == NULL)
        return set_memory_error (error);
      for (guint32 i = 0; i < table->n_rows; i++)
        table->source_rows[i] = i;
    }

  table->source_rows[row] = source_row;
  return TRUE;
}

static gboolean
grow_pool (CadreTables *self, gsize n)
{
  guint32 *pool = n < G_MAXUINT32
                    ? cadre_pages_try_renew (self->pool, self->pool_length * sizeof (guint32),
                                             n * sizeof (guint32))
                    : NULL;

  if (pool == NULL)
    return FALSE;

  self->pool = pool;
  self->pool_allocated = n;
  return TRUE;
}

void
cadre_tables_reserve_lists (CadreTables *self, gsize n_more)
{
  if (n_more > self->pool_allocated - self->pool_length)
    grow_pool (self, self->pool_length + n_more);
}

guint32 *
cadre_tables_begin_list (CadreTables *self, guint most, GError **error)
{
  const gsize length = self->pool_length + most + 1;

  if (length > self->pool_allocated && !grow_pool (self, MAX (length, self->pool_allocated * 2)) &&
      !grow_pool (self, length))
    {
      set_memory_error (error);
      return NULL;
    }

  return self->pool + self->pool_length + 1;
}

guint32
cadre_tables_end_list (CadreTables *self, guint n_codes)
{
  const guint32 offset = (guint32) self->pool_length;

  if (n_codes == 0)
    return 1;

  self->pool[offset] = n_codes;
  self->pool_length += (gsize) n_codes + 1;
  return offset;
}

gboolean
cadre_tables_add_list (CadreTables *self,
                       const guint32 *codes,
                       guint n_codes,
                       guint32 *offset,
                       GError **error)
{
  guint32 *list = n_codes > 0 ? cadre_tables_begin_list (self, n_codes, error) : NULL;

  if (list == NULL && n_codes > 0)
    return FALSE;
  if (list != NULL)
    memcpy (list, codes, n_codes * sizeof (guint32));

  *offset = cadre_tables_end_list (self, n_codes);
  return TRUE;
}

gboolean
cadre_tables_add_translation (CadreTables *self,
                              const CadreTranslation *translation,
                              GError **error)
{
  if (self->n_translations == self->n_translations_allocated)
    {
      guint32 n = MAX (16, self->n_translations_allocated * 2);
      CadreTranslation *grown = g_try_renew (CadreTranslation, self->translations, n);

      if (grown == NULL)
        return set_memory_error (error);
      self->translations = grown;
      self->n_translations_allocated = n;
    }

  self->translations[self->n_translations++] = *translation;
  return TRUE;
}

gboolean
cadre_tables_intern (CadreTables *self,
                     const char *text,
                     gsize length,
                     guint32 *code,
                     GError **error)
{
  return cadre_string_table_intern (self->strings, text, length, code, error);
}
