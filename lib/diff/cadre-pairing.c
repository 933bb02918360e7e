/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff/cadre-pairing-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

gboolean
cadre_pairing_init (CadrePairing *self, guint32 n_before, guint32 n_after)
{
  self->before_of = cadre_pages_try_array_of (guint32, MAX (n_after, 1));
  self->after_of = cadre_pages_try_array_of (guint32, MAX (n_before, 1));
  if (self->before_of == NULL || self->after_of == NULL)
    {
      cadre_pairing_clear (self);
      return FALSE;
    }

  memset (self->before_of, 0xff, n_after * sizeof (guint32));
  memset (self->after_of, 0xff, n_before * sizeof (guint32));
  return TRUE;
}

void
cadre_pairing_clear (CadrePairing *self)
{
  g_clear_pointer (&self->before_of, g_free);
  g_clear_pointer (&self->after_of, g_free);
}

CadreRecordKind
cadre_pairing_owner_kind (CadreRecordKind kind)
{
  const CadreSchema *schema = cadre_schema_get (kind);
  const CadreField *field = schema->keys != NULL ? &schema->fields[schema->keys[0]] : NULL;

  return field != NULL && field->kind == CADRE_FIELD_KIND_REFERENCE ? field->target : kind;
}

/* By code after: the first row after with that id. Rows that share an id are
 * neighbours. */
static guint32 *
find_rows (const CadreTable *table, guint32 n_codes)
{
  guint32 *rows = cadre_pages_try_array_of (guint32, n_codes);

  if (rows == NULL)
    return NULL;

  memset (rows, 0xff, n_codes * sizeof (guint32));
  for (guint32 row = table->n_rows; row > 0; row--)
    rows[cadre_table_code (table, 0, row - 1)] = row - 1;

  return rows;
}

gboolean
cadre_pairing_by_id (CadrePairing *self, const CadreSides *sides, CadreRecordKind kind)
{
  const CadreTable *before = cadre_tables_get (sides->before, kind);
  const CadreTable *after = cadre_tables_get (sides->after, kind);
  const guint32 n_codes = cadre_string_table_size (sides->after->strings);
  g_autofree guint32 *rows = NULL;

  if (before->n_rows == 0 || after->n_rows == 0)
    return TRUE;

  rows = find_rows (after, n_codes);
  if (rows == NULL)
    return FALSE;

  /* Each row before takes the first row after that is left of its id. */
  for (guint32 row = 0; row < before->n_rows; row++)
    {
      const guint32 code = sides->codes[cadre_table_code (before, 0, row)];
      const guint32 found = code < n_codes ? rows[code] : CADRE_NO_ROW;

      if (found == CADRE_NO_ROW ||
          (kind == CADRE_RECORD_KIND_ASSIGNMENT && code == CADRE_STRING_UNKNOWN))
        continue;
      rows[code] = found + 1 < after->n_rows && cadre_table_code (after, 0, found + 1) == code
                     ? found + 1
                     : CADRE_NO_ROW;
      self->after_of[row] = found;
      self->before_of[found] = row;
    }

  return TRUE;
}
