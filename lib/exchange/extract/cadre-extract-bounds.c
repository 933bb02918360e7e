/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which records were said to have no first or no last day. The columns do not tell
 * that from nothing having been said, and what was said holds against a later row. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "exchange/extract/cadre-extract-private.h"

#include <string.h>

#define LEAST_ROWS 1024

static gboolean
reserve (CadreExtractBounds *self, guint32 row, GError **error)
{
  const guint32 n = MAX (LEAST_ROWS, row < G_MAXUINT32 / 2 ? row * 2 : G_MAXUINT32);
  guint8 *grown = NULL;

  if (row < self->n_allocated)
    return TRUE;

  grown = g_try_renew (guint8, self->open, n);
  if (grown == NULL)
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_MEMORY,
                           "There is not enough memory for the extract");
      return FALSE;
    }

  memset (grown + self->n_allocated, 0, n - self->n_allocated);
  self->open = grown;
  self->n_allocated = n;
  return TRUE;
}

static inline guint8
get_bit (const CadreExtractField *field)
{
  return field->spec->kind == CADRE_FIELD_KIND_VALID_FROM ? 1 : 2;
}

void
cadre_extract_bind_bounds (CadreExtractRecord *record)
{
  for (guint i = 0; i < record->n_fields; i++)
    {
      CadreExtractField *field = &record->fields[i];

      if (field->spec->kind == CADRE_FIELD_KIND_VALID_FROM)
        record->bounds[0] = field;
      else if (field->spec->kind == CADRE_FIELD_KIND_VALID_TO)
        record->bounds[1] = field;
    }
  record->has_bounds = record->bounds[0] != NULL || record->bounds[1] != NULL;
}

gboolean
cadre_extract_is_open (const CadreExtract *self,
                       CadreRecordKind kind,
                       const CadreExtractField *field,
                       guint32 row)
{
  const CadreExtractBounds *bounds = &self->bounds[kind];

  return (field->spec->kind == CADRE_FIELD_KIND_VALID_FROM ||
          field->spec->kind == CADRE_FIELD_KIND_VALID_TO) &&
         row < bounds->n_allocated && (bounds->open[row] & get_bit (field)) != 0;
}

gboolean
cadre_extract_put_bounds (CadreExtract *self,
                          const CadreExtractRecord *record,
                          guint32 row,
                          GError **error)
{
  const CadreRecordKind kind = record->map->kind;
  const CadreTable *table = cadre_tables_get (self->tables, kind);
  CadreExtractBounds *bounds = &self->bounds[kind];

  for (guint i = 0; i < G_N_ELEMENTS (record->bounds); i++)
    {
      const CadreExtractField *field = record->bounds[i];

      if (field == NULL || field->value->state != CADRE_MAP_NUMBER ||
          field->value->number != CADRE_PACKED_DATE_OPEN ||
          cadre_table_code (table, field->map->field, row) != CADRE_PACKED_DATE_OPEN)
        continue;
      if (!reserve (bounds, row, error))
        return FALSE;
      bounds->open[row] |= get_bit (field);
    }

  return TRUE;
}

void
cadre_extract_bounds_clear (CadreExtractBounds *bounds)
{
  g_clear_pointer (&bounds->open, g_free);
  bounds->n_allocated = 0;
}
