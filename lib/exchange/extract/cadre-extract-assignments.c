/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-date-private.h"
#include "exchange/extract/cadre-extract-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

/* PERSON/POST, PERSON/POST/2024-04-01, PERSON/POST/2024-04-01/acting. */
static void
make_id (const CadreExtract *self,
         const CadreTable *table,
         guint32 row,
         GEnumClass *words,
         GString *id)
{
  const char *person =
    cadre_tables_text (self->tables, cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_PERSON, row));
  const char *post =
    cadre_tables_text (self->tables, cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_POST, row));
  const guint32 first = cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_VALID_FROM, row);
  const int basis = cadre_table_word (table, CADRE_FIELD_ASSIGNMENT_BASIS, row);
  char date[11];

  g_string_assign (id, person);
  g_string_append_c (id, '/');
  g_string_append (id, post != NULL ? post : "");
  if (cadre_packed_date_is_known (first))
    {
      cadre_packed_date_format (first, date);
      g_string_append_c (id, '/');
      g_string_append (id, date);
    }
  if (basis != CADRE_BASIS_SUBSTANTIVE && basis != CADRE_BASIS_UNKNOWN)
    {
      g_string_append_c (id, '/');
      g_string_append (id, g_enum_get_value (words, basis)->value_nick);
    }
}

gboolean
cadre_extract_name_assignments (CadreExtract *self, GError **error)
{
  const CadreTable *table = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  g_autoptr (GEnumClass) words = g_type_class_ref (cadre_basis_get_type ());
  g_autoptr (GString) id = g_string_new (NULL);

  for (guint32 row = 0; row < table->n_rows; row++)
    {
      guint32 code = 0;

      if (cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_ID, row) != 0 ||
          cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_PERSON, row) < CADRE_STRING_FIRST)
        continue;
      make_id (self, table, row, words, id);
      if (id->len <= CADRE_MAP_MAX_ID &&
          (!cadre_tables_intern (self->tables, id->str, id->len, &code, error) ||
           !cadre_tables_set_code (self->tables, CADRE_RECORD_KIND_ASSIGNMENT, row,
                                   CADRE_FIELD_ASSIGNMENT_ID, code, error)))
        return FALSE;
    }

  return TRUE;
}
