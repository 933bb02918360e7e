/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff/cadre-codes-private.h"
#include "diff/cadre-pairing-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

#define NEAR 4 /* rows */

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

/* Whether the id of a row after follows close behind another: then the rows between are
 * of ids that are not there before, mostly one. */
static inline gboolean
is_near (const guint32 *ids, guint32 row, guint32 n_rows, guint32 id)
{
  for (guint32 i = row; ids != NULL && i < n_rows && i < row + NEAR; i++)
    if (ids[i] == id)
      return TRUE;

  return FALSE;
}

/* Which of two ids that are different comes first: less than 0 where that before does. */
static int
compare_ids (const CadreSides *sides, guint32 before, guint32 after)
{
  if (before < CADRE_STRING_FIRST || after < CADRE_STRING_FIRST)
    return before < after ? -1 : 1;

  return strcmp (cadre_tables_text (sides->before, before),
                 cadre_tables_text (sides->after, after));
}

void
cadre_pairing_by_id (CadrePairing *self, const CadreSides *sides, CadreRecordKind kind)
{
  const CadreTable *before = cadre_tables_get (sides->before, kind);
  const CadreTable *after = cadre_tables_get (sides->after, kind);
  const guint32 *ids_before = before->columns[0];
  const guint32 *ids_after = after->columns[0];
  guint32 i = 0;
  guint32 k = 0;

  /* Both sides are in the order of their ids, and are followed side by side. */
  while (i < before->n_rows && k < after->n_rows)
    {
      const guint32 id = ids_before != NULL ? ids_before[i] : 0;
      const guint32 other = ids_after != NULL ? ids_after[k] : 0;
      const guint32 code = sides->codes[id];

      if (code == other)
        {
          if (kind != CADRE_RECORD_KIND_ASSIGNMENT || code != CADRE_STRING_UNKNOWN)
            {
              self->after_of[i] = k;
              self->before_of[k] = i;
            }
          i++;
          k++;
        }
      else if (code == CADRE_CODE_NOWHERE || (!is_near (ids_after, k + 1, after->n_rows, code) &&
                                              compare_ids (sides, id, other) < 0))
        i++;
      else
        k++;
    }
}
