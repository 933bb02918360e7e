/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* One record in several papers, field by field: where they differ, and what each
 * says there. */

#include "config.h"

#include "report/cadre-report-parts-private.h"
#include "report/cadre-values-private.h"
#include "report/proposals/cadre-report-alternatives-private.h"

#include <string.h>

static const CadreField *
get_field (const CadreToldRecord *record, guint field)
{
  return &cadre_schema_get (record->kind)->fields[field];
}

/* What a document means where it is silent; NULL where that is not known. */
static char *
dup_initial (const CadreField *field)
{
  if (field->kind == CADRE_FIELD_KIND_INTEGER && field->initial > 0)
    return g_strdup_printf ("%d", field->initial);

  return field->kind == CADRE_FIELD_KIND_TRUTH && field->initial == CADRE_TRUTH_FALSE
           ? g_strdup ("false")
           : NULL;
}

/* The value of a field as a document has it; NULL where it is not known. */
static char *
dup_json (const CadreToldRecord *record, guint field)
{
  g_autoptr (CadreCellText) cells = cadre_cell_text_new (record->view->tables);
  gsize length = 0;
  const char *json = cadre_cell_text_get (cells, record->kind, record->row, field, &length);

  if (json == NULL)
    return field != CADRE_CELL_UNKNOWN_MEMBERS ? dup_initial (get_field (record, field)) : NULL;
  if (length == strlen ("null") && strncmp (json, "null", length) == 0)
    return NULL;

  return g_strndup (json, length);
}

/* What a line of management ends at; @text says it in words. */
static char *
dup_manager (const CadreToldRecord *record, char **text)
{
  static const guint fields[] = { CADRE_FIELD_LINE_MANAGER, CADRE_FIELD_LINE_BODY,
                                  CADRE_FIELD_LINE_UNIT };
  const CadreTables *tables = record->view->tables;
  const guint32 line = record->view->index->manager_line[record->row];

  for (guint i = 0; line != CADRE_NO_ROW && i < G_N_ELEMENTS (fields); i++)
    {
      const guint32 code =
        cadre_table_code (cadre_tables_get (tables, CADRE_RECORD_KIND_LINE), fields[i], line);

      if (code < CADRE_STRING_FIRST)
        continue;
      *text = cadre_view_line_end (record->view, line);
      return g_strdup (cadre_tables_text (tables, code));
    }

  return NULL;
}

/* "\"G7\"" is read as G7. */
static char *
without_quotes (char *json)
{
  const gsize length = strlen (json);
  char *plain = NULL;

  if (length < 2 || json[0] != '"')
    return json;

  plain = g_strndup (json + 1, length - 2);
  g_free (json);
  return plain;
}

/* What stands in the document, and @text as a reader is told it; both NULL where the
 * paper does not have the record or does not state the field. */
static char *
dup_value (const CadreToldRecord *record, guint field, char **text)
{
  char *json = NULL;

  *text = NULL;
  if (record->row == CADRE_NO_ROW)
    return NULL;
  if (field == CADRE_TOLD_MANAGER)
    return dup_manager (record, text);

  json = dup_json (record, field);
  if (json == NULL)
    return NULL;
  if (field == CADRE_CELL_UNKNOWN_MEMBERS)
    {
      *text = g_strdup (json);
      return json;
    }

  *text = cadre_view_json_value (record->view, get_field (record, field), json);
  return without_quotes (json);
}

/* The unit of the base that is the same as one of a proposal; NULL where there is none. */
static const char *
find_unit_in_base (CadreMapping *mapping, const CadreTables *base, const char *id)
{
  const guint32 n = cadre_tables_get (base, CADRE_RECORD_KIND_UNIT)->n_rows;

  if (g_strcmp0 (cadre_mapping_get_same_unit_after (mapping, id), id) == 0)
    return id;

  for (guint32 row = 0; row < n; row++)
    {
      const char *before = cadre_tables_id (base, CADRE_RECORD_KIND_UNIT, row);

      if (before != NULL &&
          g_strcmp0 (cadre_mapping_get_same_unit_after (mapping, before), id) == 0)
        return before;
    }

  return NULL;
}

/* The id in the base of what a reference leads to, as proposals may call it otherwise;
 * NULL where it is not there. */
static const char *
find_in_base (const CadreToldRecord *record, const CadreTables *base, guint field, const char *id)
{
  CadreMapping *mapping = record->diff != NULL ? cadre_diff_get_mapping (record->diff) : NULL;
  const CadreField *described = field < CADRE_TOLD_MANAGER ? get_field (record, field) : NULL;

  if (mapping == NULL || field == CADRE_CELL_UNKNOWN_MEMBERS)
    return NULL;
  if (described == NULL)
    return cadre_mapping_get_same_before (mapping, id);

  return described->kind == CADRE_FIELD_KIND_REFERENCE &&
             described->target == CADRE_RECORD_KIND_UNIT
           ? find_unit_in_base (mapping, base, id)
           : NULL;
}

/* As dup_value (), but equal where references lead to the same. */
static char *
dup_compared (const CadreToldRecord *record, const CadreTables *base, guint field, char **text)
{
  char *value = dup_value (record, field, text);
  const char *same = value != NULL ? find_in_base (record, base, field, value) : NULL;
  char *compared = NULL;

  if (same == NULL)
    return value;

  compared = g_strdup (same);
  g_free (value);
  return compared;
}

static void
compare_field (const CadreToldRecord *records, guint n, guint field, CadreToldFields *fields)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      char *text = NULL;

      g_ptr_array_add (values,
                       dup_compared (&records[i], records[n - 1].view->tables, field, &text));
      g_ptr_array_add (texts, text);
    }

  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      {
        if (values->pdata[i] == NULL || values->pdata[k] == NULL ||
            g_str_equal (values->pdata[i], values->pdata[k]))
          continue;
        if (k < n - 1)
          fields->differing |= CADRE_TOLD (field);
        if (g_strcmp0 (texts->pdata[i], texts->pdata[k]) == 0)
          fields->exact |= CADRE_TOLD (field);
      }
}

CadreToldFields
cadre_told_compare (const CadreToldRecord *records, guint n)
{
  const CadreSchema *schema = cadre_schema_get (records[0].kind);
  CadreToldFields fields = { 0, 0 };

  /* A post that was mapped may have another id in each paper. */
  for (guint field = 0; field < schema->n_fields; field++)
    if (schema->fields[field].kind != CADRE_FIELD_KIND_ID)
      compare_field (records, n, field, &fields);
  compare_field (records, n, CADRE_CELL_UNKNOWN_MEMBERS, &fields);
  if (records[0].kind == CADRE_RECORD_KIND_POST)
    compare_field (records, n, CADRE_TOLD_MANAGER, &fields);

  return fields;
}

static const char *
get_name (const CadreToldRecord *record, guint field)
{
  if (field == CADRE_CELL_UNKNOWN_MEMBERS)
    return CADRE_CELL_UNKNOWN_MEMBERS_NAME;

  return field == CADRE_TOLD_MANAGER ? "manager" : get_field (record, field)->name;
}

char *
cadre_told_say_field (const CadreToldRecord *record, guint field, gboolean exact)
{
  const CadreCatalogue *catalogue = record->view->catalogue;
  g_autofree char *what = cadre_view_field_name (catalogue, get_name (record, field));
  g_autofree char *words = NULL;
  g_autofree char *value = dup_value (record, field, &words);
  g_autofree char *text = NULL;

  if (value == NULL)
    return NULL;

  text = exact
           ? cadre_phrase (catalogue, "alternatives.exact", "value", words, "exact", value, NULL)
           : g_steal_pointer (&words);
  return cadre_phrase (catalogue, "alternatives.value", "what", what, "value", text, NULL);
}

gboolean
cadre_told_states (const CadreToldRecord *record, guint field)
{
  g_autofree char *words = NULL;
  g_autofree char *value = dup_value (record, field, &words);

  return value != NULL;
}
