/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Lineages that both structures state. They are of an earlier change, and say
 * nothing of this one: a structure compared with itself would else be another. */

#include "config.h"

#include "diff/cadre-mapping-private.h"

static gboolean
is_same_lineage (const CadreSides *sides, guint32 before, guint32 after)
{
  static const guint8 fields[] = { CADRE_FIELD_LINEAGE_POST, CADRE_FIELD_LINEAGE_PREDECESSOR };
  const CadreTable *old = cadre_tables_get (sides->before, CADRE_RECORD_KIND_LINEAGE);
  const CadreTable *new = cadre_tables_get (sides->after, CADRE_RECORD_KIND_LINEAGE);

  if (cadre_table_word (old, CADRE_FIELD_LINEAGE_KIND, before) !=
      cadre_table_word (new, CADRE_FIELD_LINEAGE_KIND, after))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (sides->codes[cadre_table_code (old, fields[i], before)] !=
        cadre_table_code (new, fields[i], after))
      return FALSE;

  return TRUE;
}

guint8 *
cadre_mapping_find_told (const CadreSides *sides)
{
  const guint32 n_before = cadre_tables_get (sides->before, CADRE_RECORD_KIND_LINEAGE)->n_rows;
  const guint32 n_after = cadre_tables_get (sides->after, CADRE_RECORD_KIND_LINEAGE)->n_rows;
  guint8 *told = g_try_malloc0 (MAX (n_after, 1));
  CadreSides by_id = *sides;
  CadrePairing pairing = { NULL, NULL };

  by_id.post_codes = by_id.codes;
  if (told == NULL || !cadre_pairing_init (&pairing, n_before, n_after) ||
      !cadre_pairing_by_key (&pairing, &by_id, CADRE_RECORD_KIND_LINEAGE, NULL))
    {
      cadre_pairing_clear (&pairing);
      g_free (told);
      return NULL;
    }

  for (guint32 row = 0; row < n_after; row++)
    told[row] = pairing.before_of[row] != CADRE_NO_ROW &&
                is_same_lineage (sides, pairing.before_of[row], row);

  cadre_pairing_clear (&pairing);
  return told;
}
