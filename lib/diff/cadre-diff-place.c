/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Where a difference stands among all of them.
 *
 * Differences stand by what they are about: in order of the kinds, then of the
 * ids after, then of the kind of change. What is not there after stands where
 * its id would be. */

#include "config.h"

#include "diff/cadre-diff-private.h"

#include <string.h>

static gboolean
is_less (const CadreTables *tables, CadreRecordKind kind, guint32 row, const char *id)
{
  const char *candidate = cadre_tables_id (tables, kind, row);

  return candidate == NULL || strcmp (candidate, id) < 0;
}

/* How many ids of a table are less than @id. Looks around @hint first: who asks
 * in order of the ids finds each place near the last one. */
static guint32
find_place (const CadreTables *tables, CadreRecordKind kind, const char *id, guint32 hint)
{
  const guint32 n = cadre_tables_get (tables, kind)->n_rows;
  guint32 low = MIN (hint, n);
  guint32 high = low;
  guint32 step = 1;

  while (low > 0 && !is_less (tables, kind, low - 1, id))
    {
      high = low - 1;
      low = low > step ? low - step : 0;
      step *= 2;
    }
  for (step = 1; high < n && is_less (tables, kind, high, id); step *= 2)
    {
      low = high + 1;
      high = n - high > step ? high + step : n;
    }

  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;

      if (is_less (tables, kind, middle, id))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The row of the record that a row belongs to; CADRE_NO_ROW where none has the
 * id that it names. */
static guint32
find_owner (const CadreTables *tables, CadreRecordKind kind, guint32 row)
{
  const CadreTable *table = cadre_tables_get (tables, kind);
  const guint field = cadre_schema_get (kind)->keys[0];
  const guint32 owner = cadre_table_reference (table, field, row);

  /* The first of several with the same id answers for it. */
  if (owner == CADRE_AMBIGUOUS_ROW)
    return cadre_tables_find (tables, cadre_pairing_owner_kind (kind),
                              cadre_tables_text (tables, cadre_table_code (table, field, row)));

  return owner;
}

static const char *
get_owner_id (const CadreTables *tables, CadreRecordKind kind, guint32 row)
{
  const CadreSchema *schema = cadre_schema_get (kind);

  return cadre_tables_text (tables,
                            cadre_table_code (cadre_tables_get (tables, kind),
                                              schema->keys != NULL ? schema->keys[0] : 0, row));
}

void
cadre_diff_place (const CadreDiff *self,
                  CadreRecordKind kind,
                  guint32 before,
                  guint32 after,
                  guint32 *hint,
                  CadreDifference *difference)
{
  const CadreRecordKind owner_kind = cadre_pairing_owner_kind (kind);
  const guint64 base = (guint64) owner_kind << 33;
  const char *id = NULL;
  guint32 owner_before = before;
  guint32 owner_after = after;

  if (owner_kind != kind)
    {
      owner_before =
        before != CADRE_NO_ROW ? find_owner (self->sides.before, kind, before) : before;
      owner_after = after != CADRE_NO_ROW ? find_owner (self->sides.after, kind, after) : after;
    }
  if (owner_after == CADRE_NO_ROW && owner_before != CADRE_NO_ROW)
    owner_after = self->pairings[owner_kind].after_of[owner_before];

  difference->owner = CADRE_OWNER_AFTER;
  if (owner_after != CADRE_NO_ROW)
    {
      difference->place = base | ((guint64) owner_after << 1 | 1);
      return;
    }

  /* Rows that have neither id nor owner stand after all others. */
  difference->owner = owner_before != CADRE_NO_ROW ? owner_before + 1 : CADRE_OWNER_NOWHERE;
  if (owner_kind == kind && cadre_schema_get (kind)->keys != NULL)
    {
      difference->place = base | (guint64) cadre_tables_get (self->sides.after, kind)->n_rows << 1;
      return;
    }

  id = after != CADRE_NO_ROW ? get_owner_id (self->sides.after, kind, after)
                             : get_owner_id (self->sides.before, kind, before);
  *hint = find_place (self->sides.after, owner_kind, id != NULL ? id : "", *hint);
  difference->place = base | (guint64) *hint << 1;
}
