/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Ids within values. */

#include "config.h"

#include "diff/merge/cadre-merge-private.h"

#include <string.h>

#define ASIDE 1

char *
cadre_merge_put_aside (const char *id)
{
  return g_strdup_printf ("\"%c%s", ASIDE, id + 1);
}

char *
cadre_merge_dup_restored (const char *text)
{
  GString *restored = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    if (*p != ASIDE)
      g_string_append_c (restored, *p);
  return g_string_free (restored, FALSE);
}

GHashTable *
cadre_merge_ids_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

void
cadre_merge_ids_add (GHashTable *ids, guint kind, const char *id, const char *other)
{
  g_hash_table_insert (ids, g_strdup_printf ("%u %s", kind, id), g_strdup (other));
}

const char *
cadre_merge_ids_find (GHashTable *ids, guint kind, const char *id, gsize length)
{
  g_autofree char *name = g_strdup_printf ("%u %.*s", kind, (int) length, id);

  return g_hash_table_lookup (ids, name);
}

/* Whether a field leads to records of the same document. Predecessors are posts
 * of an earlier one. */
static gboolean
is_reference (guint kind, guint field)
{
  const CadreField *fields = NULL;

  if (kind >= CADRE_N_RECORD_KINDS || field >= cadre_schema_get (kind)->n_fields ||
      (kind == CADRE_RECORD_KIND_LINEAGE && field == CADRE_FIELD_LINEAGE_PREDECESSOR))
    return FALSE;

  fields = cadre_schema_get (kind)->fields;
  return fields[field].kind == CADRE_FIELD_KIND_REFERENCE ||
         fields[field].kind == CADRE_FIELD_KIND_REFERENCES;
}

/* The next string in a value: the value itself, or an item of a list. */
static const char *
next_string (const char *p, const char *end, gsize *length)
{
  const char *start = memchr (p, '"', (gsize) (end - p));

  if (start == NULL)
    return NULL;

  for (p = start + 1; p < end && *p != '"'; p++)
    if (*p == '\\')
      p++;
  *length = (gsize) (MIN (p + 1, end) - start);
  return start;
}

/* Appends a value with other ids; FALSE where none is replaced. */
static gboolean
replace (GHashTable *ids, guint kind, guint field, const char *value, gsize length, GString *text)
{
  const guint target = cadre_schema_get (kind)->fields[field].target;
  const char *end = value + length;
  const char *p = value;
  const char *id = NULL;
  gsize id_length = 0;
  gboolean replaced = FALSE;

  while ((id = next_string (p, end, &id_length)) != NULL)
    {
      const char *other = cadre_merge_ids_find (ids, target, id, id_length);

      g_string_append_len (text, p, id - p);
      if (other != NULL)
        g_string_append (text, other);
      else
        g_string_append_len (text, id, (gssize) id_length);
      replaced |= other != NULL;
      p = id + id_length;
    }
  g_string_append_len (text, p, end - p);

  return replaced;
}

static char *
replace_in_record (GHashTable *ids, guint kind, const char *text)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new_with_free_func (g_free);
  GString *whole = NULL;
  CadrePatchRecord record;

  cadre_patch_record_parse (&record, kind, text);
  for (guint i = 0; i < cadre_schema_get (kind)->n_fields; i++)
    {
      g_autoptr (GString) value = NULL;

      if (record.fields[i].value == NULL || !is_reference (kind, i))
        continue;
      value = g_string_new (NULL);
      if (!replace (ids, kind, i, record.fields[i].value, record.fields[i].length, value))
        continue;
      g_ptr_array_add (values, g_strdup (value->str));
      cadre_patch_record_set (&record, i, values->pdata[values->len - 1], value->len);
    }
  if (values->len == 0)
    return NULL;

  whole = g_string_new (NULL);
  cadre_patch_record_print (&record, G_MAXUINT64, whole);
  return g_string_free (whole, FALSE);
}

char *
cadre_merge_ids_replace (GHashTable *ids, guint kind, guint field, const char *text)
{
  g_autoptr (GString) value = NULL;

  if (text == NULL || ids == NULL || g_hash_table_size (ids) == 0 || kind == CADRE_PATCH_HEAD)
    return NULL;
  if (field == CADRE_PATCH_WHOLE)
    return text[0] == '{' ? replace_in_record (ids, kind, text) : NULL;
  if (!is_reference (kind, field))
    return NULL;

  value = g_string_new (NULL);
  return replace (ids, kind, field, text, strlen (text), value)
           ? g_string_free (g_steal_pointer (&value), FALSE)
           : NULL;
}

static void
each_in_value (guint kind,
               guint field,
               const char *value,
               gsize length,
               CadreMergeIdFunc func,
               gpointer data)
{
  const char *end = value + length;
  const char *id = NULL;
  gsize id_length = 0;

  while ((id = next_string (value, end, &id_length)) != NULL)
    {
      func (cadre_schema_get (kind)->fields[field].target, id, id_length, data);
      value = id + id_length;
    }
}

void
cadre_merge_each_id (guint kind,
                     guint field,
                     const char *text,
                     CadreMergeIdFunc func,
                     gpointer data)
{
  CadrePatchRecord record;

  if (text == NULL || kind == CADRE_PATCH_HEAD)
    return;
  if (field != CADRE_PATCH_WHOLE)
    {
      if (is_reference (kind, field))
        each_in_value (kind, field, text, strlen (text), func, data);
      return;
    }

  cadre_patch_record_parse (&record, kind, text);
  for (guint i = 0; i < cadre_schema_get (kind)->n_fields; i++)
    if (record.fields[i].value != NULL && is_reference (kind, i))
      each_in_value (kind, i, record.fields[i].value, record.fields[i].length, func, data);
}
