/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The rows of the table: each record that is different in one proposal at
 * least. */

#include "config.h"

#include "diff/merge/cadre-alternatives-private.h"

#include <string.h>

/* Until the rows are in order, entries name them by the order in which they were
 * found. */
typedef struct
{
  CadreAlternatives *alternatives;
  GArray *records;        /* (element-type CadreAlternativesRecord) */
  GArray *entries;        /* (element-type CadreAlternativesEntry) */
  guint32 *rows_of_posts; /* by number: the place in @records, or CADRE_NO_ROW */
  GHashTable *rows;       /* by kind and id: the place in @records */
} Collection;

static guint32
add_record (Collection *self, CadreRecordKind kind, guint32 post, char *id)
{
  const CadreAlternativesRecord record = { (guint8) kind, TRUE, post, 0, 0, id };

  g_array_append_val (self->records, record);
  return self->records->len - 1;
}

static const char *
get_post_id (const CadreAlternatives *self, guint32 number)
{
  if (number < self->n_base_posts)
    return cadre_tables_id (cadre_structure_get_tables (self->base), CADRE_RECORD_KIND_POST,
                            number);

  for (guint i = 0; i < self->n_proposals; i++)
    if (self->proposals[i].rows_of_posts[number] != CADRE_NO_ROW)
      return cadre_tables_id (self->proposals[i].tables, CADRE_RECORD_KIND_POST,
                              self->proposals[i].rows_of_posts[number]);

  return NULL;
}

static guint32
find_post (Collection *self, guint32 number)
{
  guint32 *row = &self->rows_of_posts[number];

  if (*row == CADRE_NO_ROW)
    *row = add_record (self, CADRE_RECORD_KIND_POST, number,
                       g_strdup (get_post_id (self->alternatives, number)));

  return *row;
}

/* What a difference is about, where that has no number: its id, or else, with
 * its kind, what it is called. */
static char *
dup_id (const CadreDiff *diff, const CadreDifference *difference)
{
  const gboolean is_after = difference->after != CADRE_NO_ROW;
  const CadreTables *tables = is_after ? diff->sides.after : diff->sides.before;
  const guint32 row = is_after ? difference->after : difference->before;
  const CadreRecordKind kind = cadre_difference_record_kind (difference);
  const CadreSchema *schema = cadre_schema_get (kind);
  const guint field = schema->keys != NULL ? schema->keys[0] : 0;
  const guint32 code = cadre_table_code (cadre_tables_get (tables, kind), field, row);

  if (cadre_field_kind_is_text (schema->fields[field].kind) && code >= CADRE_STRING_FIRST)
    return g_strdup (cadre_tables_text (tables, code));

  return cadre_tables_dup_subject (tables, kind, row);
}

/* The row of what a difference is about. @before and @after lead from rows of
 * posts to their numbers; NULL stands for those of the base. */
static guint32
find_row (Collection *self,
          const CadreDiff *diff,
          const CadreDifference *difference,
          const guint32 *before,
          const guint32 *after)
{
  const CadreRecordKind kind = (CadreRecordKind) (difference->place >> 33);
  g_autofree char *id = NULL;
  g_autofree char *key = NULL;
  gpointer row = NULL;

  if (kind == CADRE_RECORD_KIND_POST && difference->owner == CADRE_OWNER_AFTER)
    return find_post (self, after[cadre_place_row (difference->place)]);
  if (kind == CADRE_RECORD_KIND_POST && difference->owner != CADRE_OWNER_NOWHERE)
    return find_post (self, before != NULL ? before[difference->owner - 1] : difference->owner - 1);

  id = dup_id (diff, difference);
  key = g_strdup_printf ("%u/%s", kind, id);
  if (g_hash_table_lookup_extended (self->rows, key, NULL, &row))
    return GPOINTER_TO_UINT (row);

  row = GUINT_TO_POINTER (add_record (self, kind, CADRE_NO_ROW, g_steal_pointer (&id)));
  g_hash_table_insert (self->rows, g_steal_pointer (&key), row);
  return GPOINTER_TO_UINT (row);
}

static void
collect (Collection *self, guint proposal)
{
  const CadreProposal *from = &self->alternatives->proposals[proposal];

  for (guint32 i = 0; i < from->diff->n_differences; i++)
    {
      CadreAlternativesEntry entry = { 0, proposal, i };

      entry.row = find_row (self, from->diff, &from->diff->differences[i], NULL, from->posts);
      g_array_append_val (self->entries, entry);
    }
}

/* A post that proposals create under two ids, and that the caller knows to be
 * one, is no other post for its id. */
static gboolean
is_id_of_created (const Collection *self, const CadreDifference *difference, guint32 row)
{
  const CadreAlternativesRecord *record =
    &g_array_index (self->records, CadreAlternativesRecord, row);

  return record->post != CADRE_NO_ROW && record->post >= self->alternatives->n_base_posts &&
         cadre_difference_record_kind (difference) == CADRE_RECORD_KIND_POST &&
         cadre_difference_field (difference) == CADRE_FIELD_POST_ID;
}

static void
mark_differing (Collection *self, guint proposal)
{
  const CadreProposal *from = &self->alternatives->proposals[proposal];
  const CadreDiff *diff = from->from_first;

  for (guint32 i = 0; i < diff->n_differences; i++)
    {
      const CadreDifference *difference = &diff->differences[i];
      const guint32 row =
        find_row (self, diff, difference, self->alternatives->proposals[0].posts, from->posts);

      if (!is_id_of_created (self, difference, row))
        g_array_index (self->records, CadreAlternativesRecord, row).agreed = FALSE;
    }
}

static int
compare_records (gconstpointer a, gconstpointer b, gpointer data)
{
  const CadreAlternativesRecord *records = data;
  const CadreAlternativesRecord *x = &records[*(const guint32 *) a];
  const CadreAlternativesRecord *y = &records[*(const guint32 *) b];
  int order = 0;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  order = g_strcmp0 (x->id, y->id);
  if (order != 0)
    return order;

  return x->post < y->post ? -1 : x->post > y->post;
}

/* By the order found: the place. */
static guint32 *
order_records (CadreAlternatives *self, const CadreAlternativesRecord *found, guint32 n)
{
  g_autofree guint32 *order = g_try_new (guint32, (gsize) n + 1);
  guint32 *places = g_try_new (guint32, (gsize) n + 1);

  self->records = g_try_new (CadreAlternativesRecord, (gsize) n + 1);
  if (order == NULL || places == NULL || self->records == NULL)
    {
      g_free (places);
      return NULL;
    }

  for (guint32 i = 0; i < n; i++)
    order[i] = i;
  g_qsort_with_data (order, (gint) n, sizeof (guint32), compare_records, (gpointer) found);
  for (guint32 i = 0; i < n; i++)
    {
      self->records[i] = found[order[i]];
      places[order[i]] = i;
    }

  self->n_records = n;
  return places;
}

/* Brings entries to their rows; those of each stay in order of the proposals. */
static gboolean
settle (Collection *collection)
{
  CadreAlternatives *self = collection->alternatives;
  const CadreAlternativesEntry *found =
    (const CadreAlternativesEntry *) (gconstpointer) collection->entries->data;
  const guint32 n = collection->entries->len;
  g_autofree guint32 *places = NULL;
  guint32 first = 0;

  self->entries = g_try_new (CadreAlternativesEntry, (gsize) n + 1);
  places =
    order_records (self,
                   (const CadreAlternativesRecord *) (gconstpointer) collection->records->data,
                   collection->records->len);
  if (places == NULL)
    return FALSE;

  g_array_set_size (collection->records, 0); /* the ids are in the rows now */
  if (self->entries == NULL)
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    self->records[places[found[i].row]].n++;
  for (guint32 i = 0; i < self->n_records; i++)
    {
      self->records[i].first = first;
      first += self->records[i].n;
      self->records[i].n = 0;
    }
  for (guint32 i = 0; i < n; i++)
    {
      CadreAlternativesRecord *record = &self->records[places[found[i].row]];
      CadreAlternativesEntry *entry = &self->entries[record->first + record->n++];

      *entry = found[i];
      entry->row = places[found[i].row];
    }

  return TRUE;
}

static void
clear_record (gpointer data)
{
  g_free (((CadreAlternativesRecord *) data)->id);
}

gboolean
cadre_alternatives_find_rows (CadreAlternatives *self)
{
  Collection collection = { self, NULL, NULL, NULL, NULL };
  gboolean enough = FALSE;

  collection.rows_of_posts = g_try_new (guint32, (gsize) self->n_posts + 1);
  if (collection.rows_of_posts == NULL)
    return FALSE;

  memset (collection.rows_of_posts, 0xff, ((gsize) self->n_posts + 1) * sizeof (guint32));
  collection.records = g_array_new (FALSE, FALSE, sizeof (CadreAlternativesRecord));
  collection.entries = g_array_new (FALSE, FALSE, sizeof (CadreAlternativesEntry));
  collection.rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < self->n_proposals; i++)
    collect (&collection, i);
  for (guint i = 1; i < self->n_proposals; i++)
    mark_differing (&collection, i);
  enough = settle (&collection);

  for (guint i = 0; i < collection.records->len; i++)
    clear_record (&g_array_index (collection.records, CadreAlternativesRecord, i));
  g_array_unref (collection.records);
  g_array_unref (collection.entries);
  g_hash_table_unref (collection.rows);
  g_free (collection.rows_of_posts);
  return enough;
}
