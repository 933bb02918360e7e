/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The two structures of a case, and the texts that they have in common. */

#include "config.h"

#include "matching/engine/cadre-engine-private.h"
#include <cadre/cadre-matching-error.h>

/* Codes of the structure after are common codes; texts that only the structure
 * before has come behind them. */
static gboolean
translate_codes (CadreSide *before, const CadreSide *after)
{
  const CadreStringTable *strings = before->tables->strings;
  const CadreStringTable *other = after->tables->strings;
  guint32 n = cadre_string_table_size (strings);
  guint32 n_other = cadre_string_table_size (other);

  before->codes = g_try_new (guint32, n);
  if (before->codes == NULL)
    return FALSE;

  for (guint32 code = 0; code < n; code++)
    {
      guint32 found = code >= CADRE_STRING_FIRST
                        ? cadre_string_table_lookup (other, cadre_string_table_get (strings, code),
                                                     cadre_string_table_length (strings, code))
                        : code;

      before->codes[code] =
        code >= CADRE_STRING_FIRST && found == CADRE_STRING_UNKNOWN ? n_other + code : found;
    }

  return TRUE;
}

static void
init_side (CadreSide *self, CadreStructure *structure)
{
  self->structure = structure;
  self->tables = cadre_structure_get_tables (structure);
  self->index = cadre_structure_get_index (structure);
  self->n_posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST)->n_rows;
  self->n_assignments = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT)->n_rows;
}

gboolean
cadre_engine_init_sides (CadreEngine *self, GError **error)
{
  guint64 n_codes = 0;

  init_side (&self->sides[CADRE_BEFORE], self->outcomes->before);
  init_side (&self->sides[CADRE_AFTER], self->outcomes->after);

  n_codes = (guint64) cadre_string_table_size (self->sides[0].tables->strings) +
            cadre_string_table_size (self->sides[1].tables->strings);
  if (n_codes >= CADRE_AMBIGUOUS_ROW)
    {
      g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_LIMIT,
                           "The two structures have too many different texts together");
      return FALSE;
    }

  return translate_codes (&self->sides[CADRE_BEFORE], &self->sides[CADRE_AFTER]);
}

guint32
cadre_side_find (const CadreSide *side, CadreRecordKind kind, const char *id)
{
  return id != NULL ? cadre_tables_find (side->tables, kind, id) : CADRE_NO_ROW;
}

const char *
cadre_side_post_id (const CadreSide *side, guint32 post)
{
  return post != CADRE_NO_ROW ? cadre_tables_id (side->tables, CADRE_RECORD_KIND_POST, post) : NULL;
}

const char *
cadre_engine_assignment_id (const CadreEngine *self, guint32 assignment)
{
  return cadre_tables_id (self->sides[CADRE_BEFORE].tables, CADRE_RECORD_KIND_ASSIGNMENT,
                          assignment);
}

const char *
cadre_engine_text (const CadreEngine *self, guint32 common_code)
{
  guint32 n = cadre_string_table_size (self->sides[CADRE_AFTER].tables->strings);

  if (common_code <= CADRE_STRING_NONE)
    return NULL;

  return common_code < n ? cadre_tables_text (self->sides[CADRE_AFTER].tables, common_code)
                         : cadre_tables_text (self->sides[CADRE_BEFORE].tables, common_code - n);
}
