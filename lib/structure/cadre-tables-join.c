/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Rows of two tables in one, and tables with the codes of other strings. */

#include "config.h"

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

/* A column of both tables. */
typedef struct
{
  gconstpointer base;  /* (nullable) */
  gconstpointer added; /* (nullable) */
  guint32 n_base;
  guint32 n_added;
  gsize size;
  gint64 initial; /* what a row has where there is no column */
} Halves;

static void
fill (const Halves *self, guint8 *cells, guint32 n)
{
  switch (self->size)
    {
    case 1:
      memset (cells, (int) self->initial, n);
      break;
    case 2:
      memset (cells, 0, n * sizeof (guint16));
      break;
    case 8:
      for (guint32 i = 0; i < n; i++)
        ((gint64 *) (gpointer) cells)[i] = self->initial;
      break;
    default:
      for (guint32 i = 0; i < n; i++)
        ((gint32 *) (gpointer) cells)[i] = (gint32) self->initial;
    }
}

/* Most runs are short, and copied in a few steps that may write past their end: what
 * is written there is written again by the next run. Neither column is left. */
#define STEP 32

static inline void
copy_cells (guint8 *cells, gsize room, const guint8 *other, gsize n_other, gsize n_bytes)
{
  if (n_bytes + STEP > room || n_bytes + STEP > n_other)
    {
      memcpy (cells, other, n_bytes);
      return;
    }
  for (gsize i = 0; i < n_bytes; i += STEP)
    memcpy (cells + i, other + i, STEP);
}

static gboolean
join_column (CadreTables *tables,
             const Halves *self,
             const CadreRowRun *runs,
             guint32 n_runs,
             guint32 n,
             gpointer *out)
{
  const gsize size = self->size;
  guint8 *cells = NULL;
  guint8 *start = NULL;

  if (self->base == NULL && self->added == NULL)
    return TRUE;

  cells = start = cadre_tables_take_spare (tables, MAX (n, 1) * size);
  if (cells == NULL)
    return FALSE;

  for (guint32 i = 0; i < n_runs; i++)
    {
      const gboolean is_added = runs[i].added != CADRE_NO_ROW;
      const guint8 *column = is_added ? self->added : self->base;
      const gsize first = is_added ? runs[i].added : runs[i].first;
      const gsize n_column = is_added ? self->n_added : self->n_base;

      if (column != NULL)
        copy_cells (cells, (gsize) (start + n * size - cells), column + first * size,
                    (n_column - first) * size, runs[i].n * size);
      else
        fill (self, cells, runs[i].n);
      cells += runs[i].n * size;
    }

  g_free (*out); /* these are the cells that were added */
  *out = start;
  return TRUE;
}

static gboolean
join_field (CadreTables *tables,
            const CadreTable *base,
            guint field,
            const CadreRowRun *runs,
            guint32 n_runs,
            guint32 n)
{
  CadreTable *table = &tables->tables[base->kind];
  const CadreField *spec = &cadre_schema_get (base->kind)->fields[field];
  const Halves cells = { base->columns[field],
                         table->columns[field],
                         base->n_rows,
                         table->n_rows,
                         cadre_field_kind_size (spec->kind),
                         spec->initial };
  const Halves denominators = { base->denominators[field],
                                table->denominators[field],
                                base->n_rows,
                                table->n_rows,
                                sizeof (guint16),
                                0 };

  return join_column (tables, &cells, runs, n_runs, n, &table->columns[field]) &&
         join_column (tables, &denominators, runs, n_runs, n,
                      (gpointer *) &table->denominators[field]);
}

gboolean
cadre_tables_join (CadreTables *self,
                   const CadreTables *base,
                   CadreRecordKind kind,
                   const CadreRowRun *runs,
                   guint32 n_runs,
                   GError **error)
{
  CadreTable *table = &self->tables[kind];
  const CadreTable *base_table = &base->tables[kind];
  const Halves extra = { base_table->extra, table->extra,     base_table->n_rows,
                         table->n_rows,     sizeof (guint32), 0 };
  const guint32 n = n_runs > 0 ? runs[n_runs - 1].start + runs[n_runs - 1].n : 0;
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < cadre_schema_get (kind)->n_fields; i++)
    ok = join_field (self, base_table, i, runs, n_runs, n);
  ok = ok && join_column (self, &extra, runs, n_runs, n, (gpointer *) &table->extra);
  g_clear_pointer (&table->source_rows, g_free); /* it stood in no source */

  table->n_rows = n;
  table->n_allocated = n;
  table->n_filled = n;
  return ok ? TRUE : set_memory_error (error);
}

static void
recode (guint32 *cells, gsize n, const guint32 *codes)
{
  for (gsize i = 0; cells != NULL && i < n; i++)
    cells[i] = codes[cells[i]];
}

static void
recode_table (CadreTable *table, const guint32 *codes)
{
  const CadreSchema *schema = cadre_schema_get (table->kind);

  for (guint i = 0; i < schema->n_fields; i++)
    if (cadre_field_kind_is_text (schema->fields[i].kind))
      recode (table->columns[i], table->n_rows, codes);
  recode (table->extra, table->n_rows, codes);
}

static void
recode_head (CadreTables *self, const guint32 *codes)
{
  self->id = codes[self->id];
  self->title = codes[self->title];
  self->language = codes[self->language];
  self->source = codes[self->source];
  self->licence = codes[self->licence];
  self->extra = codes[self->extra];
}

/* Lists are their length and then their codes. */
static void
recode_pool (CadreTables *self, const guint32 *codes)
{
  for (gsize at = 2; at < self->pool_length; at += self->pool[at] + 1)
    recode (self->pool + at + 1, self->pool[at], codes);
}

CadreTables *
cadre_tables_copy_recoded (const CadreTables *self,
                           CadreStringTable *strings,
                           const guint32 *codes,
                           GError **error)
{
  CadreTables *copy = cadre_tables_copy (self, error);

  if (copy == NULL)
    return NULL;

  cadre_string_table_unref (copy->strings);
  copy->strings = cadre_string_table_ref (strings);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    recode_table (&copy->tables[kind], codes);
  for (guint32 i = 0; i < copy->n_translations; i++)
    {
      copy->translations[i].language = codes[copy->translations[i].language];
      copy->translations[i].text = codes[copy->translations[i].text];
    }
  recode_pool (copy, codes);
  recode_head (copy, codes);
  return copy;
}
