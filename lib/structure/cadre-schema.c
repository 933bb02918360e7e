/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What each kind of record holds: the one place that readers, writers, records,
 * comparisons and redaction take it out of. */

#include "config.h"

#include "structure/cadre-schema-private.h"

#include <string.h>

const CadreSchema *
cadre_schema_get (CadreRecordKind kind)
{
  return kind < CADRE_N_SCHEMAS_OF_PLACES
           ? &cadre_schemas_of_places[kind]
           : &cadre_schemas_of_posts[kind - CADRE_N_SCHEMAS_OF_PLACES];
}

gboolean
cadre_schema_find_kind (const char *plural, gsize length, CadreRecordKind *kind)
{
  for (guint i = 0; i < CADRE_N_RECORD_KINDS; i++)
    {
      const char *candidate = cadre_schema_get (i)->plural;

      if (strlen (candidate) == length && memcmp (candidate, plural, length) == 0)
        {
          *kind = i;
          return TRUE;
        }
    }

  return FALSE;
}

/* The field of that name, or -1. */
int
cadre_schema_find_field (const CadreSchema *schema, const char *name, gsize length)
{
  for (guint i = 0; i < schema->n_fields; i++)
    {
      const char *candidate = schema->fields[i].name;

      if (strlen (candidate) == length && memcmp (candidate, name, length) == 0)
        return (int) i;
    }

  return -1;
}
