/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which record of a map a row is written through. */

#include "config.h"

#include "exchange/feed/cadre-feed-private.h"

#include <string.h>

const CadreMapField *
cadre_feed_find_field (const CadreMapRecord *carrier, guint field)
{
  for (guint i = 0; i < carrier->fields->len; i++)
    {
      const CadreMapField *found = cadre_map_field (carrier, i);

      if (found->field == field && found->form != CADRE_MAP_FIELD_ATTRIBUTE)
        return found;
    }

  return NULL;
}

/* A word of the row: which kind of line it is, in which role a post has a
 * function. */
static gboolean
accepts_word (const CadreMapRecord *carrier, const CadreTables *tables, guint field, guint32 row)
{
  const CadreField *spec = &cadre_schema_get (carrier->kind)->fields[field];
  const CadreMapField *found = cadre_feed_find_field (carrier, field);
  const int word = cadre_table_word (cadre_tables_get (tables, carrier->kind), field, row);
  g_autoptr (GEnumClass) words = NULL;
  const GEnumValue *constant = NULL;

  if (found != NULL && found->column != CADRE_NO_COLUMN)
    return TRUE;
  if (found == NULL)
    return word == spec->initial;

  words = g_type_class_ref (spec->get_type ());
  constant = g_enum_get_value_by_nick (words, found->value);
  return constant != NULL && constant->value == word;
}

gboolean
cadre_feed_accepts (const CadreMapRecord *carrier, const CadreTables *tables, guint32 row)
{
  const CadreSchema *schema = cadre_schema_get (carrier->kind);

  for (guint i = 0; i < schema->n_keys; i++)
    if (schema->fields[schema->keys[i]].kind == CADRE_FIELD_KIND_WORD &&
        !accepts_word (carrier, tables, schema->keys[i], row))
      return FALSE;

  return TRUE;
}

static gboolean
has_column (const CadreMapRecord *record, guint column)
{
  for (guint i = 0; i < record->fields->len; i++)
    if (cadre_map_field (record, i)->column == column)
      return TRUE;

  return FALSE;
}

static gboolean
is_shared (const CadreMapTable *table, const CadreMapRecord *carrier, guint column)
{
  for (guint i = 0; i < table->records->len; i++)
    {
      const CadreMapRecord *other = cadre_map_record (table, i);

      if (other != carrier && other->group == carrier->group && has_column (other, column))
        return TRUE;
    }

  return FALSE;
}

gboolean
cadre_feed_is_implied (const CadreMapTable *table, const CadreMapRecord *carrier)
{
  if (cadre_schema_get (carrier->kind)->keys != NULL)
    return FALSE;

  for (guint i = 0; i < carrier->fields->len; i++)
    {
      const CadreMapField *field = cadre_map_field (carrier, i);

      if (field->column != CADRE_NO_COLUMN && !is_shared (table, carrier, field->column))
        return FALSE;
    }

  return TRUE;
}

/* The field of a link that names the post. */
static const CadreMapField *
find_post_field (const CadreMapRecord *carrier)
{
  if (carrier->kind == CADRE_RECORD_KIND_LINE)
    return cadre_feed_find_field (carrier, CADRE_FIELD_LINE_POST);
  if (carrier->kind == CADRE_RECORD_KIND_ASSIGNMENT)
    return cadre_feed_find_field (carrier, CADRE_FIELD_ASSIGNMENT_POST);

  return NULL;
}

gboolean
cadre_feed_rides (const CadreMapTable *table, const CadreMapRecord *carrier)
{
  const CadreMapField *post = find_post_field (carrier);

  for (guint i = 0; post != NULL && i < table->records->len; i++)
    {
      const CadreMapRecord *other = cadre_map_record (table, i);
      const CadreMapField *id = NULL;

      if (other->kind == CADRE_RECORD_KIND_POST && other->group == carrier->group)
        id = cadre_feed_find_field (other, 0);
      if (id != NULL && id->column == post->column && post->column != CADRE_NO_COLUMN)
        return TRUE;
    }

  return FALSE;
}

static void
add_field (const CadreMapRecord *carrier,
           guint field,
           const CadreMapField *fields[CADRE_MAX_FIELDS],
           guint *n)
{
  const CadreMapField *found = cadre_feed_find_field (carrier, field);

  if (found != NULL && found->column != CADRE_NO_COLUMN)
    fields[(*n)++] = found;
}

guint
cadre_feed_get_identity (const CadreMapTable *table,
                         const CadreMapRecord *carrier,
                         const CadreMapField *fields[CADRE_MAX_FIELDS])
{
  static const guint8 assignment[] = {
    CADRE_FIELD_ASSIGNMENT_PERSON,
    CADRE_FIELD_ASSIGNMENT_POST,
    CADRE_FIELD_ASSIGNMENT_BASIS,
    CADRE_FIELD_ASSIGNMENT_VALID_FROM,
  };
  const CadreSchema *schema = cadre_schema_get (carrier->kind);
  guint n = 0;

  if (carrier->kind == CADRE_RECORD_KIND_LINE && cadre_feed_rides (table, carrier))
    add_field (carrier, CADRE_FIELD_LINE_POST, fields, &n);
  else if (schema->keys == NULL && cadre_feed_find_field (carrier, 0) != NULL)
    add_field (carrier, 0, fields, &n);
  else if (carrier->kind == CADRE_RECORD_KIND_ASSIGNMENT)
    for (guint i = 0; i < G_N_ELEMENTS (assignment); i++)
      add_field (carrier, assignment[i], fields, &n);
  else
    for (guint i = 0; i < schema->n_keys; i++)
      add_field (carrier, schema->keys[i], fields, &n);

  return n;
}

/* Whether the cells of the carrier say more than which record they are of. */
gboolean
cadre_feed_has_content (const CadreMapRecord *carrier, char **cells)
{
  const gboolean has_id = cadre_schema_get (carrier->kind)->keys == NULL;

  for (guint i = 0; i < carrier->fields->len; i++)
    {
      const CadreMapField *field = cadre_map_field (carrier, i);

      if (field->column != CADRE_NO_COLUMN && !(has_id && field->field == 0) &&
          cells[field->column] != NULL && *cells[field->column] != '\0')
        return TRUE;
    }

  return FALSE;
}

gboolean
cadre_feed_same_cells (const CadreMapRecord *carrier, char **a, char **b)
{
  for (guint i = 0; i < carrier->fields->len; i++)
    {
      const guint column = cadre_map_field (carrier, i)->column;

      if (column != CADRE_NO_COLUMN && g_strcmp0 (a[column], b[column]) != 0)
        return FALSE;
    }

  return TRUE;
}

const CadreMapRecord *
cadre_feed_find_carrier (CadreChangeFeed *self,
                         CadreRecordKind kind,
                         guint side,
                         guint32 row,
                         const CadreMapTable **table)
{
  for (guint i = 0; i < self->map->tables->len; i++)
    {
      *table = cadre_map_table (self->map, i);
      for (guint j = 0; j < (*table)->records->len; j++)
        {
          const CadreMapRecord *carrier = cadre_map_record (*table, j);

          if (carrier->kind == kind && !carrier->reads_only &&
              cadre_feed_accepts (carrier, self->sides[side].tables, row))
            return carrier;
        }
    }

  return NULL;
}
