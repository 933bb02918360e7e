/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* References: each leads to one record, and rows that link say what. */

#include "config.h"

#include "structure/validate/cadre-validate-private.h"

/* What a link is nothing without; that of lines and assignments is looked at
 * with them. */
static const struct
{
  CadreRecordKind kind;
  guint field;
} required[] = {
  { CADRE_RECORD_KIND_AREA_PART, CADRE_FIELD_AREA_PART_AREA },
  { CADRE_RECORD_KIND_AREA_PART, CADRE_FIELD_AREA_PART_PART },
  { CADRE_RECORD_KIND_TIER_EQUIVALENCE, CADRE_FIELD_TIER_EQUIVALENCE_SCALE },
  { CADRE_RECORD_KIND_TIER_EQUIVALENCE, CADRE_FIELD_TIER_EQUIVALENCE_OTHER_SCALE },
  { CADRE_RECORD_KIND_GRADE_EQUIVALENCE, CADRE_FIELD_GRADE_EQUIVALENCE_GRADE },
  { CADRE_RECORD_KIND_GRADE_EQUIVALENCE, CADRE_FIELD_GRADE_EQUIVALENCE_OTHER_GRADE },
  { CADRE_RECORD_KIND_UNIT_PARENT, CADRE_FIELD_UNIT_PARENT_UNIT },
  { CADRE_RECORD_KIND_UNIT_PARENT, CADRE_FIELD_UNIT_PARENT_PARENT },
  { CADRE_RECORD_KIND_LINE, CADRE_FIELD_LINE_POST },
  { CADRE_RECORD_KIND_RESPONSIBILITY, CADRE_FIELD_RESPONSIBILITY_POST },
  { CADRE_RECORD_KIND_RESPONSIBILITY, CADRE_FIELD_RESPONSIBILITY_FUNCTION_ID },
  { CADRE_RECORD_KIND_FUNDING, CADRE_FIELD_FUNDING_POST },
  { CADRE_RECORD_KIND_FUNDING, CADRE_FIELD_FUNDING_FUNDER },
  { CADRE_RECORD_KIND_STATEMENT, CADRE_FIELD_STATEMENT_POST },
  { CADRE_RECORD_KIND_LINEAGE, CADRE_FIELD_LINEAGE_POST },
  { CADRE_RECORD_KIND_ABSENCE, CADRE_FIELD_ABSENCE_ASSIGNMENT },
  { CADRE_RECORD_KIND_SUCCESSION, CADRE_FIELD_SUCCESSION_PREDECESSOR },
  { CADRE_RECORD_KIND_SUCCESSION, CADRE_FIELD_SUCCESSION_SUCCESSOR },
};

static void
check_field (const CadreValidation *self, const CadreTable *table, guint field)
{
  const guint32 *codes = table->columns[field];
  const guint32 *rows = table->references[field];
  const CadreField *spec = &cadre_schema_get (table->kind)->fields[field];

  if (codes == NULL || rows == NULL)
    return;

  for (guint32 i = 0; i < table->n_rows; i++)
    if (rows[i] >= CADRE_AMBIGUOUS_ROW && codes[i] > CADRE_STRING_NONE &&
        !cadre_tables_is_unknown_id (self->tables, spec, codes[i]))
      cadre_validate_add (self,
                          rows[i] == CADRE_AMBIGUOUS_ROW ? CADRE_RULE_REFERENCE_AMBIGUOUS
                                                         : CADRE_RULE_REFERENCE_DANGLING,
                          table->kind, i, field);
}

/* How many records each text is the id of, as far as 2. */
static guint8 *
count_ids (const CadreTables *tables, CadreRecordKind kind)
{
  const CadreTable *table = cadre_tables_get (tables, kind);
  guint8 *n_of_code = g_try_malloc0 ((gsize) cadre_string_table_size (tables->strings) + 1);

  for (guint32 i = 0; n_of_code != NULL && i < table->n_rows; i++)
    {
      guint32 code = cadre_table_code (table, 0, i);

      n_of_code[code] = (guint8) MIN (n_of_code[code] + 1, 2);
    }

  return n_of_code;
}

static void
check_list (const CadreValidation *self,
            const CadreTable *table,
            guint field,
            guint32 row,
            const guint8 *n_of_code)
{
  guint n = 0;
  const guint32 *codes = cadre_tables_list (self->tables, cadre_table_code (table, field, row), &n);

  for (guint i = 0; i < n; i++)
    if (n_of_code[codes[i]] != 1)
      cadre_validate_add (self,
                          n_of_code[codes[i]] > 1 ? CADRE_RULE_REFERENCE_AMBIGUOUS
                                                  : CADRE_RULE_REFERENCE_DANGLING,
                          table->kind, row, field);
}

static gboolean
check_lists (const CadreValidation *self, const CadreTable *table, guint field)
{
  g_autofree guint8 *n_of_code = NULL;

  if (table->columns[field] == NULL)
    return TRUE;

  n_of_code = count_ids (self->tables, cadre_schema_get (table->kind)->fields[field].target);
  if (n_of_code == NULL)
    return FALSE;
  for (guint32 i = 0; i < table->n_rows; i++)
    check_list (self, table, field, i, n_of_code);

  return TRUE;
}

static gboolean
check_table (const CadreValidation *self, const CadreTable *table)
{
  const CadreSchema *schema = cadre_schema_get (table->kind);

  for (guint i = 0; i < schema->n_fields; i++)
    {
      if (schema->fields[i].kind == CADRE_FIELD_KIND_REFERENCE)
        check_field (self, table, i);
      else if (schema->fields[i].kind == CADRE_FIELD_KIND_REFERENCES &&
               !check_lists (self, table, i))
        return FALSE;
    }

  return TRUE;
}

gboolean
cadre_validate_references (const CadreValidation *self)
{
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (!check_table (self, cadre_tables_get (self->tables, kind)))
      return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (required); i++)
    {
      const CadreTable *table = cadre_tables_get (self->tables, required[i].kind);

      for (guint32 row = 0; row < table->n_rows; row++)
        if (cadre_table_code (table, required[i].field, row) <= CADRE_STRING_NONE)
          cadre_validate_add (self, CADRE_RULE_LINK_INCOMPLETE, table->kind, row,
                              required[i].field);
    }

  return TRUE;
}
