/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* From the tree of a document to a map that can be used, or to the first thing
 * that is wrong with it. */

#include "config.h"

#include "exchange/field-map/cadre-field-map-private.h"

#include <string.h>

#define ATTRIBUTES "attributes."

static void
clear_field (gpointer data)
{
  CadreMapField *field = data;

  g_clear_pointer (&field->attribute, g_free);
  g_clear_pointer (&field->value, g_free);
}

static void
clear_condition (gpointer data)
{
  CadreMapCondition *condition = data;

  g_clear_pointer (&condition->words, g_strfreev);
}

static void
clear_record (gpointer data)
{
  CadreMapRecord *record = data;

  g_clear_pointer (&record->conditions, g_array_unref);
  g_clear_pointer (&record->fields, g_array_unref);
}

static void
clear_table (gpointer data)
{
  CadreMapTable *table = data;

  g_clear_pointer (&table->name, g_free);
  g_clear_pointer (&table->columns, g_array_unref);
  g_clear_pointer (&table->records, g_array_unref);
  g_clear_pointer (&table->names, cadre_string_table_unref);
  g_clear_pointer (&table->by_name, g_array_unref);
}

static GArray *
new_array (gsize size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, TRUE, (guint) size);

  g_array_set_clear_func (array, clear);
  return array;
}

/* Adds an element of zeros, and gives its place. */
static gpointer
append_zero (GArray *array)
{
  g_array_set_size (array, array->len + 1);
  return array->data + (gsize) (array->len - 1) * g_array_get_element_size (array);
}

static gboolean
add_name (const CadreMapTree *tree,
          guint32 node,
          CadreMapTable *table,
          const char *name,
          guint column,
          GError **error)
{
  g_autofree char *folded = cadre_map_fold_name (name);
  guint32 code = 0;

  if (cadre_map_table_find_column (table, name) != CADRE_NO_COLUMN)
    return cadre_map_tree_fail (tree, node, error, "another column of the table has that name");
  if (!cadre_string_table_intern (table->names, folded, strlen (folded), &code, error))
    return FALSE;

  g_array_append_val (table->by_name, column);
  return TRUE;
}

static gboolean
add_names (const CadreMapTree *tree, guint32 node, CadreMapTable *table, GError **error)
{
  const guint last = table->columns->len - 1;
  const CadreMapColumn *column = cadre_map_column (table, last);

  if (!add_name (tree, node, table, column->name, last, error))
    return FALSE;
  for (guint i = 0; column->also != NULL && column->also[i] != NULL; i++)
    if (cadre_map_table_find_column (table, column->also[i]) != last &&
        !add_name (tree, node, table, column->also[i], last, error))
      return FALSE;

  return TRUE;
}

static gboolean
parse_columns (CadreFieldMap *self, guint32 node, CadreMapTable *table, GError **error)
{
  const CadreMapTree *tree = self->tree;
  guint32 list = CADRE_NO_NODE;

  if (!cadre_map_tree_get_children (tree, node, "columns", CADRE_TOKEN_BEGIN_ARRAY, &list, error))
    return FALSE;
  if (list == CADRE_NO_NODE)
    return cadre_map_tree_fail (tree, node, error, "a table has columns");
  if (cadre_map_tree_count (tree, list) > CADRE_MAP_MAX_COLUMNS)
    return cadre_map_tree_fail (tree, list, error, "a table has at most %d columns",
                                CADRE_MAP_MAX_COLUMNS);

  for (guint32 child = cadre_map_tree_get (tree, list)->first; child != CADRE_NO_NODE;
       child = cadre_map_tree_get (tree, child)->next)
    if (!cadre_map_column_parse (tree, child, &self->forms, append_zero (table->columns), error) ||
        !add_names (tree, child, table, error))
      return FALSE;

  return TRUE;
}

/* The column that a member names. */
static gboolean
parse_column_name (const CadreMapTree *tree,
                   guint32 node,
                   CadreMapTable *table,
                   guint *column,
                   GError **error)
{
  if (cadre_map_tree_get (tree, node)->kind != CADRE_TOKEN_STRING)
    return cadre_map_tree_fail (tree, node, error, "the name of a column stands here");

  *column = cadre_map_table_find_column (table, cadre_map_tree_text (tree, node));
  if (*column == CADRE_NO_COLUMN)
    return cadre_map_tree_fail (tree, node, error, "the table has no column of that name");

  cadre_map_column (table, *column)->is_used = TRUE;
  return TRUE;
}

static gboolean
parse_condition (const CadreMapTree *tree,
                 guint32 node,
                 CadreMapTable *table,
                 CadreMapCondition *condition,
                 GError **error)
{
  guint32 column = CADRE_NO_NODE;

  if (cadre_map_tree_get (tree, node)->kind != CADRE_TOKEN_BEGIN_OBJECT)
    return cadre_map_tree_fail (tree, node, error, "a condition is an object");

  column = cadre_map_tree_find (tree, node, "column");
  if (column == CADRE_NO_NODE)
    return cadre_map_tree_fail (tree, node, error, "a condition names a column");

  condition->negated = cadre_map_tree_find (tree, node, "is-not") != CADRE_NO_NODE;
  if (!parse_column_name (tree, column, table, &condition->column, error) ||
      !cadre_map_tree_get_strings (tree, node, condition->negated ? "is-not" : "is",
                                   &condition->words, error))
    return FALSE;

  return (condition->words != NULL && condition->words[0] != NULL) ||
         cadre_map_tree_fail (tree, node, error, "a condition lists words under is or is-not");
}

static gboolean
parse_conditions (const CadreMapTree *tree,
                  guint32 node,
                  CadreMapTable *table,
                  CadreMapRecord *record,
                  GError **error)
{
  guint32 list = CADRE_NO_NODE;

  if (!cadre_map_tree_get_children (tree, node, "when", CADRE_TOKEN_BEGIN_ARRAY, &list, error))
    return FALSE;
  if (list == CADRE_NO_NODE)
    return TRUE;
  if (cadre_map_tree_count (tree, list) > CADRE_MAP_MAX_FIELDS)
    return cadre_map_tree_fail (tree, list, error, "a record has at most %d conditions",
                                CADRE_MAP_MAX_FIELDS);

  for (guint32 child = cadre_map_tree_get (tree, list)->first; child != CADRE_NO_NODE;
       child = cadre_map_tree_get (tree, child)->next)
    if (!parse_condition (tree, child, table, append_zero (record->conditions), error))
      return FALSE;

  return TRUE;
}

static gboolean
is_mappable (CadreFieldKind kind)
{
  return kind != CADRE_FIELD_KIND_STRINGS && kind != CADRE_FIELD_KIND_REFERENCES &&
         kind != CADRE_FIELD_KIND_ATTRIBUTES;
}

/* What the name of a field stands for. */
static gboolean
find_field (CadreRecordKind kind, const char *name, CadreMapField *field)
{
  const CadreSchema *schema = cadre_schema_get (kind);
  int found = -1;

  if (g_str_has_prefix (name, ATTRIBUTES))
    {
      field->form = CADRE_MAP_FIELD_ATTRIBUTE;
      field->attribute = g_strdup (name + strlen (ATTRIBUTES));
      found = cadre_schema_find_field (schema, "attributes", strlen ("attributes"));
      field->field = (guint) found;
      return found >= 0 && *field->attribute != '\0';
    }
  if (kind == CADRE_RECORD_KIND_LINE && strcmp (name, "manager-person") == 0)
    {
      field->form = CADRE_MAP_FIELD_MANAGER_PERSON;
      field->field = CADRE_FIELD_LINE_MANAGER;
      return TRUE;
    }
  if (kind == CADRE_RECORD_KIND_LINE && strcmp (name, "post-person") == 0)
    {
      field->form = CADRE_MAP_FIELD_POST_PERSON;
      field->field = CADRE_FIELD_LINE_POST;
      return TRUE;
    }

  found = cadre_schema_find_field (schema, name, strlen (name));
  field->field = (guint) found;
  return found >= 0 && is_mappable (schema->fields[found].kind);
}

static gboolean
is_said_before (const CadreMapRecord *record, const CadreMapField *field)
{
  for (guint i = 0; i + 1 < record->fields->len; i++)
    {
      const CadreMapField *other = cadre_map_field (record, i);

      if (other->field == field->field && g_strcmp0 (other->attribute, field->attribute) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Whether what a map says that words mean is what the field can hold. */
static gboolean
check_words (const CadreMapTree *tree,
             guint32 node,
             const CadreMapTable *table,
             CadreRecordKind kind,
             const CadreMapField *field,
             GError **error)
{
  const CadreField *spec = &cadre_schema_get (kind)->fields[field->field];
  g_autoptr (GEnumClass) words = NULL;
  char **meant =
    field->column != CADRE_NO_COLUMN ? cadre_map_column (table, field->column)->meant : NULL;

  if (spec->kind != CADRE_FIELD_KIND_WORD || field->form != CADRE_MAP_FIELD_PLAIN)
    return TRUE;

  words = g_type_class_ref (spec->get_type ());
  if (field->value != NULL && g_enum_get_value_by_nick (words, field->value) == NULL)
    return cadre_map_tree_fail (tree, node, error, "the field has no such word");
  for (guint i = 0; meant != NULL && meant[i] != NULL; i++)
    if (*meant[i] != '\0' && g_enum_get_value_by_nick (words, meant[i]) == NULL)
      return cadre_map_tree_fail (tree, node, error,
                                  "a word of the column means one that the field does not have");

  return TRUE;
}

static gboolean
parse_field (const CadreMapTree *tree,
             guint32 node,
             CadreMapTable *table,
             CadreMapRecord *record,
             GError **error)
{
  CadreMapField *field = append_zero (record->fields);

  field->column = CADRE_NO_COLUMN;
  if (!find_field (record->kind, cadre_map_tree_name (tree, node), field))
    return cadre_map_tree_fail (tree, node, error, "the record has no such field for a cell");
  if (is_said_before (record, field))
    return cadre_map_tree_fail (tree, node, error, "another member stands for the same field");
  if (cadre_map_tree_get (tree, node)->kind != CADRE_TOKEN_BEGIN_OBJECT)
    return parse_column_name (tree, node, table, &field->column, error) &&
           check_words (tree, node, table, record->kind, field, error);

  if (!cadre_map_tree_get_string (tree, node, "value", &field->value, error) ||
      !check_words (tree, node, table, record->kind, field, error))
    return FALSE;
  return (field->value != NULL && *field->value != '\0' &&
          field->form <= CADRE_MAP_FIELD_ATTRIBUTE) ||
         cadre_map_tree_fail (tree, node, error,
                              "the name of a column, or an object with a value, stands here");
}

static gboolean
parse_fields (const CadreMapTree *tree,
              guint32 node,
              CadreMapTable *table,
              CadreMapRecord *record,
              GError **error)
{
  guint32 list = CADRE_NO_NODE;

  if (!cadre_map_tree_get_children (tree, node, "fields", CADRE_TOKEN_BEGIN_OBJECT, &list, error))
    return FALSE;
  if (list == CADRE_NO_NODE || cadre_map_tree_count (tree, list) == 0)
    return cadre_map_tree_fail (tree, node, error, "a record has fields");
  if (cadre_map_tree_count (tree, list) > CADRE_MAP_MAX_FIELDS)
    return cadre_map_tree_fail (tree, list, error, "a record has at most %d fields",
                                CADRE_MAP_MAX_FIELDS);

  for (guint32 child = cadre_map_tree_get (tree, list)->first; child != CADRE_NO_NODE;
       child = cadre_map_tree_get (tree, child)->next)
    if (!parse_field (tree, child, table, record, error))
      return FALSE;

  return TRUE;
}

static gboolean
find_kind (const char *name, CadreRecordKind *kind)
{
  for (guint i = 0; i < CADRE_N_RECORD_KINDS; i++)
    if (strcmp (cadre_schema_get (i)->name, name) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}

static gboolean
parse_record (const CadreMapTree *tree, guint32 node, CadreMapTable *table, GError **error)
{
  CadreMapRecord *record = append_zero (table->records);
  g_autofree char *kind = NULL;

  record->conditions = new_array (sizeof (CadreMapCondition), clear_condition);
  record->fields = new_array (sizeof (CadreMapField), clear_field);
  if (cadre_map_tree_get (tree, node)->kind != CADRE_TOKEN_BEGIN_OBJECT)
    return cadre_map_tree_fail (tree, node, error, "a record is an object");
  if (!cadre_map_tree_get_string (tree, node, "kind", &kind, error))
    return FALSE;
  if (kind == NULL || !find_kind (kind, &record->kind))
    return cadre_map_tree_fail (tree, node, error,
                                "a record is of one of the kinds of a structure");

  return cadre_map_tree_get_flag (tree, node, "reads-only", &record->reads_only, error) &&
         parse_conditions (tree, node, table, record, error) &&
         parse_fields (tree, node, table, record, error);
}

static gboolean
same_conditions (const CadreMapRecord *a, const CadreMapRecord *b)
{
  if (a->conditions->len != b->conditions->len)
    return FALSE;

  for (guint i = 0; i < a->conditions->len; i++)
    {
      const CadreMapCondition *x = cadre_map_condition (a, i);
      const CadreMapCondition *y = cadre_map_condition (b, i);

      if (x->column != y->column || x->negated != y->negated ||
          !g_strv_equal ((const char *const *) x->words, (const char *const *) y->words))
        return FALSE;
    }

  return TRUE;
}

static void
group_records (CadreMapTable *table)
{
  for (guint i = 0; i < table->records->len; i++)
    {
      CadreMapRecord *record = cadre_map_record (table, i);
      guint j = 0;

      while (j < i && !same_conditions (cadre_map_record (table, j), record))
        j++;
      record->group = j < i ? cadre_map_record (table, j)->group : table->n_groups++;
    }
}

static gboolean
parse_records (const CadreMapTree *tree, guint32 node, CadreMapTable *table, GError **error)
{
  guint32 list = CADRE_NO_NODE;

  if (!cadre_map_tree_get_children (tree, node, "records", CADRE_TOKEN_BEGIN_ARRAY, &list, error))
    return FALSE;
  if (list == CADRE_NO_NODE || cadre_map_tree_count (tree, list) == 0)
    return cadre_map_tree_fail (tree, node, error, "a table has records");
  if (cadre_map_tree_count (tree, list) > CADRE_MAP_MAX_RECORDS)
    return cadre_map_tree_fail (tree, list, error, "a table has at most %d records",
                                CADRE_MAP_MAX_RECORDS);

  for (guint32 child = cadre_map_tree_get (tree, list)->first; child != CADRE_NO_NODE;
       child = cadre_map_tree_get (tree, child)->next)
    if (!parse_record (tree, child, table, error))
      return FALSE;

  group_records (table);
  return TRUE;
}

static gboolean
parse_table (CadreFieldMap *self, guint32 node, GError **error)
{
  const CadreMapTree *tree = self->tree;
  CadreMapTable *table = append_zero (self->tables);

  table->columns = new_array (sizeof (CadreMapColumn), cadre_map_column_clear);
  table->records = new_array (sizeof (CadreMapRecord), clear_record);
  table->names = cadre_string_table_new ();
  table->by_name = g_array_new (FALSE, FALSE, sizeof (guint));
  if (cadre_map_tree_get (tree, node)->kind != CADRE_TOKEN_BEGIN_OBJECT)
    return cadre_map_tree_fail (tree, node, error, "a table is an object");
  if (!cadre_map_tree_get_string (tree, node, "name", &table->name, error))
    return FALSE;
  if (table->name == NULL || !cadre_map_is_plain_name (table->name))
    return cadre_map_tree_fail (
      tree, node, error, "a table has a name of up to 64 letters a to z, digits and hyphens");
  if (cadre_field_map_find_table (self, table->name) != (int) self->tables->len - 1)
    return cadre_map_tree_fail (tree, node, error, "another table has that name");

  return parse_columns (self, node, table, error) && parse_records (tree, node, table, error);
}

static gboolean
parse_tables (CadreFieldMap *self, GError **error)
{
  const CadreMapTree *tree = self->tree;
  guint32 list = CADRE_NO_NODE;

  if (!cadre_map_tree_get_children (tree, 0, "tables", CADRE_TOKEN_BEGIN_ARRAY, &list, error))
    return FALSE;
  if (list == CADRE_NO_NODE || cadre_map_tree_count (tree, list) == 0)
    return cadre_map_tree_fail (tree, 0, error, "a field map has tables");
  if (cadre_map_tree_count (tree, list) > CADRE_MAP_MAX_TABLES)
    return cadre_map_tree_fail (tree, list, error, "a field map has at most %d tables",
                                CADRE_MAP_MAX_TABLES);

  for (guint32 child = cadre_map_tree_get (tree, list)->first; child != CADRE_NO_NODE;
       child = cadre_map_tree_get (tree, child)->next)
    if (!parse_table (self, child, error))
      return FALSE;

  return TRUE;
}

gboolean
cadre_field_map_parse (CadreFieldMap *self, GError **error)
{
  const CadreMapTree *tree = self->tree;

  self->tables = new_array (sizeof (CadreMapTable), clear_table);
  if (!cadre_map_tree_get_string (tree, 0, "name", &self->name, error) ||
      !cadre_map_tree_get_string (tree, 0, "title", &self->title, error))
    return FALSE;
  if (self->name == NULL || !cadre_map_is_plain_name (self->name))
    return cadre_map_tree_fail (
      tree, 0, error, "a field map has a name of up to 64 letters a to z, digits and hyphens");

  return cadre_map_forms_parse (tree, 0, NULL, &self->forms, error) && parse_tables (self, error) &&
         cadre_map_feed_parse (tree, 0, &self->feed, error);
}

void
cadre_field_map_clear (CadreFieldMap *self)
{
  g_clear_pointer (&self->tree, cadre_map_tree_free);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->tables, g_array_unref);
  cadre_map_forms_clear (&self->forms);
  cadre_map_feed_clear (&self->feed);
}
