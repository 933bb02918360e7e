/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "exchange/field-map/cadre-field-map-private.h"

#include <string.h>

#define MAX_NAME 64

static gboolean
is_gap (char c)
{
  return g_ascii_isspace (c) || c == '_' || c == '-' || c == '.';
}

char *
cadre_map_fold_name (const char *name)
{
  GString *folded = g_string_sized_new (strlen (name));

  for (const char *c = name; *c != '\0'; c++)
    {
      if (!is_gap (*c))
        g_string_append_c (folded, g_ascii_tolower (*c));
      else if (folded->len > 0 && !is_gap (c[1]) && c[1] != '\0')
        g_string_append_c (folded, ' ');
    }

  return g_string_free (folded, FALSE);
}

guint
cadre_map_table_find_column (const CadreMapTable *table, const char *name)
{
  g_autofree char *folded = cadre_map_fold_name (name);
  const guint32 code = cadre_string_table_lookup (table->names, folded, strlen (folded));

  return code >= CADRE_STRING_FIRST
           ? g_array_index (table->by_name, guint, code - CADRE_STRING_FIRST)
           : CADRE_NO_COLUMN;
}

int
cadre_field_map_find_table (const CadreFieldMap *self, const char *name)
{
  for (guint i = 0; i < self->tables->len; i++)
    if (strcmp (cadre_map_table (self, i)->name, name) == 0)
      return (int) i;

  return -1;
}

/* Names of maps and tables become names of files. */
gboolean
cadre_map_is_plain_name (const char *name)
{
  const gsize length = strlen (name);

  if (length == 0 || length > MAX_NAME || *name == '-')
    return FALSE;

  for (const char *c = name; *c != '\0'; c++)
    if (!g_ascii_islower (*c) && !g_ascii_isdigit (*c) && *c != '-')
      return FALSE;

  return TRUE;
}
