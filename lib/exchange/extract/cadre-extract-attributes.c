/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What has no field of its own, and what a field could not hold: attributes,
 * sorted by name, so that nothing is lost. */

#include "config.h"

#include "exchange/extract/cadre-extract-private.h"

#include <string.h>

typedef struct
{
  guint32 name;
  guint32 text;
} Pair;

static gboolean
add_bad (CadreExtract *self, const CadreExtractField *field, GError **error)
{
  g_autofree char *name = g_strconcat ("extract: ", field->column->name, NULL);
  Pair pair = { 0, 0 };

  if (!cadre_tables_intern (self->tables, name, strlen (name), &pair.name, error) ||
      !cadre_tables_intern (self->tables, field->value->text, field->value->length, &pair.text,
                            error))
    return FALSE;

  g_array_append_val (self->attributes, pair);
  return TRUE;
}

/* The attributes that the row states. */
static gboolean
gather (CadreExtract *self, const CadreExtractRecord *record, GError **error)
{
  g_array_set_size (self->attributes, 0);
  for (guint i = 0; i < record->n_fields; i++)
    {
      const CadreExtractField *field = &record->fields[i];
      const Pair pair = { field->name, field->code };

      if (field->map->form == CADRE_MAP_FIELD_ATTRIBUTE && field->value->state == CADRE_MAP_TEXT)
        g_array_append_val (self->attributes, pair);
      else if (field->value->state == CADRE_MAP_BAD && field->column != NULL &&
               !add_bad (self, field, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_name (const GArray *pairs, guint n, guint32 name, guint32 *text)
{
  for (guint i = 0; i < n; i++)
    if (g_array_index (pairs, Pair, i).name == name)
      {
        *text = g_array_index (pairs, Pair, i).text;
        return TRUE;
      }

  return FALSE;
}

/* Puts what the row states behind what the record has; FALSE where nothing of
 * it is new. */
static gboolean
join (CadreExtract *self, CadreExtractRecord *record, guint32 row, guint32 offset, GArray *joined)
{
  guint n = 0;
  const guint32 *codes = cadre_tables_list (self->tables, offset, &n);
  guint n_there = n / 2;

  for (guint i = 0; i < n; i += 2)
    {
      const Pair pair = { codes[i], codes[i + 1] };

      g_array_append_val (joined, pair);
    }

  for (guint i = 0; i < self->attributes->len; i++)
    {
      const Pair *pair = &g_array_index (self->attributes, Pair, i);
      guint32 text = 0;

      if (!has_name (joined, joined->len, pair->name, &text))
        g_array_append_val (joined, *pair);
      else if (text != pair->text)
        cadre_extract_report_field (self, "exchange.extract.conflict", record, &record->fields[0],
                                    row);
    }

  return joined->len > n_there;
}

static int
compare_pairs (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return cadre_string_table_compare (user_data, ((const Pair *) a)->name, ((const Pair *) b)->name);
}

/* The attributes of a record that has none yet, in their order. */
static gboolean
put_first (CadreExtract *self, const CadreExtractRecord *record, guint32 row, GError **error)
{
  guint32 *pairs = cadre_tables_begin_list (self->tables, 2 * record->n_named, error);
  guint n = 0;

  if (pairs == NULL)
    return FALSE;

  for (guint i = 0; i < record->n_named; i++)
    {
      const CadreExtractField *field = record->named[i];

      pairs[n] = field->name;
      pairs[n + 1] = field->code;
      n += field->value->state == CADRE_MAP_TEXT ? 2 : 0;
    }

  return n == 0 ||
         cadre_tables_set_code (self->tables, record->map->kind, row, (guint) record->attributes,
                                cadre_tables_end_list (self->tables, n), error);
}

gboolean
cadre_extract_put_attributes (CadreExtract *self,
                              CadreExtractRecord *record,
                              guint32 row,
                              gboolean is_new,
                              guint *n_added,
                              GError **error)
{
  const CadreRecordKind kind = record->map->kind;
  g_autoptr (GArray) joined = NULL;
  guint32 offset = 0;

  if (is_new && record->n_bad == 0 && record->named != NULL)
    return put_first (self, record, row, error);
  if (!gather (self, record, error))
    return FALSE;
  if (self->attributes->len == 0)
    return TRUE;

  offset =
    cadre_table_code (cadre_tables_get (self->tables, kind), (guint) record->attributes, row);
  if (offset == 0 && self->attributes->len == 1)
    joined = g_array_ref (self->attributes);
  else
    joined = g_array_new (FALSE, FALSE, sizeof (Pair));
  if (joined != self->attributes && !join (self, record, row, offset, joined))
    return TRUE;

  ++*n_added;
  g_array_sort_with_data (joined, compare_pairs, self->tables->strings);
  return cadre_tables_add_list (self->tables, (const guint32 *) (gpointer) joined->data,
                                joined->len * 2, &offset, error) &&
         cadre_tables_set_code (self->tables, kind, row, (guint) record->attributes, offset, error);
}
