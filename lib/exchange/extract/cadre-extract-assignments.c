/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-date-private.h"
#include "exchange/extract/cadre-extract-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

/* Ids that are put into the table of texts together. */
#define BATCH 64
#define ISO_LENGTH 10

typedef struct
{
  CadreExtract *extract;
  GEnumClass *words;

  char texts[BATCH][CADRE_MAP_MAX_ID];
  CadreStringView views[BATCH];
  guint32 rows[BATCH];
  guint n;
} Naming;

/* Appends a part of an id; FALSE where that becomes too long. */
static inline gboolean
append (Naming *self, const char *text, gsize length)
{
  gsize *n = &self->views[self->n].length;

  if (length > CADRE_MAP_MAX_ID - *n)
    return FALSE;

  memcpy (self->texts[self->n] + *n, text, length);
  *n += length;
  return TRUE;
}

static inline gboolean
append_code (Naming *self, guint32 code)
{
  const CadreStringTable *strings = self->extract->tables->strings;

  return code < CADRE_STRING_FIRST || append (self, cadre_string_table_get (strings, code),
                                              cadre_string_table_length (strings, code));
}

/* PERSON/POST, PERSON/POST/2024-04-01, PERSON/POST/2024-04-01/acting. FALSE where
 * that is too long for an id. */
static gboolean
make_id (Naming *self, const CadreTable *table, guint32 row)
{
  const guint32 first = cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_VALID_FROM, row);
  const int basis = cadre_table_word (table, CADRE_FIELD_ASSIGNMENT_BASIS, row);
  char date[ISO_LENGTH + 1];

  self->views[self->n] = (CadreStringView){ self->texts[self->n], 0 };
  if (!append_code (self, cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_PERSON, row)) ||
      !append (self, "/", 1) ||
      !append_code (self, cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_POST, row)))
    return FALSE;

  if (cadre_packed_date_is_known (first))
    {
      cadre_packed_date_format (first, date);
      if (!append (self, "/", 1) || !append (self, date, strlen (date)))
        return FALSE;
    }
  if (basis != CADRE_BASIS_SUBSTANTIVE && basis != CADRE_BASIS_UNKNOWN)
    {
      const char *word = g_enum_get_value (self->words, basis)->value_nick;

      return append (self, "/", 1) && append (self, word, strlen (word));
    }

  return TRUE;
}

static gboolean
put_batch (Naming *self, GError **error)
{
  CadreTables *tables = self->extract->tables;
  guint32 codes[BATCH];

  if (!cadre_string_table_intern_many (tables->strings, self->views, self->n, codes, error))
    return FALSE;
  for (guint i = 0; i < self->n; i++)
    if (!cadre_tables_set_code (tables, CADRE_RECORD_KIND_ASSIGNMENT, self->rows[i],
                                CADRE_FIELD_ASSIGNMENT_ID, codes[i], error))
      return FALSE;

  self->n = 0;
  return TRUE;
}

static gboolean
name_rows (Naming *self, GError **error)
{
  const CadreTable *table = cadre_tables_get (self->extract->tables, CADRE_RECORD_KIND_ASSIGNMENT);

  for (guint32 row = 0; row < table->n_rows; row++)
    {
      if (cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_ID, row) != 0 ||
          cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_PERSON, row) < CADRE_STRING_FIRST ||
          !make_id (self, table, row))
        continue;
      self->rows[self->n++] = row;
      if (self->n == BATCH && !put_batch (self, error))
        return FALSE;
    }

  return put_batch (self, error);
}

/* Most extracts have no numbers of assignments, so that there are as many ids as
 * rows. */
static void
reserve_ids (CadreExtract *self)
{
  const CadreTable *table = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  CadreStringTable *strings = self->tables->strings;

  if (table->columns[CADRE_FIELD_ASSIGNMENT_ID] == NULL)
    cadre_string_table_reserve (strings, (gsize) strings->n_codes + table->n_rows, 0);
}

gboolean
cadre_extract_name_assignments (CadreExtract *self, GError **error)
{
  g_autofree Naming *naming = g_new0 (Naming, 1);
  gboolean is_done = FALSE;

  naming->extract = self;
  naming->words = g_type_class_ref (cadre_basis_get_type ());
  reserve_ids (self);
  is_done = name_rows (naming, error);
  g_type_class_unref (naming->words);

  return is_done;
}
