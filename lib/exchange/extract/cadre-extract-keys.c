/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which record a row means: by id, or by all ends of a link. */

#include "config.h"

#include "exchange/extract/cadre-extract-private.h"
#include "kernel/cadre-pages-private.h"
#include "kernel/cadre-siphash-private.h"
#include "structure/cadre-tables-cells-private.h"

#include <string.h>

static gboolean
set_memory_error (GError **error)
{
  g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_MEMORY,
                       "There is not enough memory for the extract");
  return FALSE;
}

/* For all codes that there is room for among the texts. */
static gboolean
grow_ids (const CadreExtract *self, CadreExtractIds *ids, guint32 code, GError **error)
{
  const gsize n_room = MIN (self->tables->strings->offsets_capacity, G_MAXINT32);
  const guint32 n = (guint32) MAX (n_room, (gsize) code + 1024);
  guint32 *grown =
    cadre_pages_try_renew (ids->rows, ids->n_allocated * sizeof (guint32), n * sizeof (guint32));

  if (grown == NULL)
    return set_memory_error (error);

  memset (grown + ids->n_allocated, 0, (gsize) (n - ids->n_allocated) * sizeof (guint32));
  ids->rows = grown;
  ids->n_allocated = n;
  return TRUE;
}

static inline gboolean
reserve_ids (const CadreExtract *self, CadreExtractIds *ids, guint32 code, GError **error)
{
  return code < ids->n_allocated || grow_ids (self, ids, code, error);
}

gboolean
cadre_extract_find_id (CadreExtract *self, CadreRecordKind kind, guint32 code, guint32 *row)
{
  const CadreExtractIds *ids = &self->ids[kind];

  if (code >= ids->n_allocated || ids->rows[code] == 0)
    return FALSE;

  *row = ids->rows[code] - 1;
  return TRUE;
}

gboolean
cadre_extract_add_id (CadreExtract *self,
                      CadreRecordKind kind,
                      guint32 code,
                      guint32 row,
                      GError **error)
{
  CadreExtractIds *ids = &self->ids[kind];

  if (!reserve_ids (self, ids, code, error))
    return FALSE;

  ids->rows[code] = row + 1;
  return TRUE;
}

void
cadre_extract_keys_clear (CadreExtractKeys *keys)
{
  g_clear_pointer (&keys->firsts.rows, g_free);
  keys->firsts.n_allocated = 0;
  g_clear_pointer (&keys->slots, g_free);
  keys->n_slots = 0;
  keys->n_used = 0;
}

/* What finds rows is about as long as what the tables need to be sealed. */
static void
give_ids (CadreExtract *self, CadreExtractIds *ids)
{
  cadre_tables_keep_spare (self->tables, g_steal_pointer (&ids->rows),
                           ids->n_allocated * sizeof (guint32));
  ids->n_allocated = 0;
}

/* When all rows are read, nothing is looked up any more. */
void
cadre_extract_forget_keys (CadreExtract *self)
{
  for (guint i = 0; i < CADRE_N_RECORD_KINDS && self->tables != NULL; i++)
    {
      give_ids (self, &self->ids[i]);
      give_ids (self, &self->keys[i].firsts);
      cadre_extract_keys_clear (&self->keys[i]);
      cadre_extract_bounds_clear (&self->bounds[i]);
    }
}

/* Assignments have both an id and, where that is not stated, a natural key. */
static const guint8 assignment_keys[] = {
  CADRE_FIELD_ASSIGNMENT_PERSON,
  CADRE_FIELD_ASSIGNMENT_POST,
  CADRE_FIELD_ASSIGNMENT_BASIS,
  CADRE_FIELD_ASSIGNMENT_VALID_FROM,
};

static inline guint
get_keys (const CadreSchema *schema, const guint8 **keys)
{
  *keys = schema->keys != NULL ? schema->keys : assignment_keys;
  return schema->keys != NULL ? schema->n_keys : G_N_ELEMENTS (assignment_keys);
}

static inline guint32
get_part (const CadreTable *table, const CadreSchema *schema, guint field, guint32 row)
{
  const CadreFieldKind kind = schema->fields[field].kind;

  return kind == CADRE_FIELD_KIND_WORD || kind == CADRE_FIELD_KIND_TRUTH
           ? (guint32) cadre_table_word (table, field, row)
           : cadre_table_code (table, field, row);
}

/* The key of a row: its fields, and the persons that stand for posts. */
static guint
make_key (CadreExtract *self,
          CadreRecordKind kind,
          guint32 row,
          const guint32 persons[2],
          guint32 key[CADRE_EXTRACT_MAX_KEYS])
{
  const CadreTable *table = cadre_tables_get (self->tables, kind);
  const CadreSchema *schema = cadre_schema_get (kind);
  const guint8 *fields = NULL;
  guint n = get_keys (schema, &fields);

  for (guint i = 0; i < n; i++)
    key[i] = get_part (table, schema, fields[i], row);
  key[n++] = persons[0];
  key[n++] = persons[1];
  return n;
}

/* The persons that stand for the posts of a line that was there before. */
static void
find_persons (CadreExtract *self, CadreRecordKind kind, guint32 row, guint32 persons[2])
{
  persons[0] = 0;
  persons[1] = 0;
  if (kind != CADRE_RECORD_KIND_LINE || self->pending->len == 0)
    return;

  /* They are in the order of their lines. */
  for (guint low = 0, high = self->pending->len; low < high;)
    {
      const guint middle = low + (high - low) / 2;
      const CadreExtractPending *pending =
        &g_array_index (self->pending, CadreExtractPending, middle);

      if (pending->line == row)
        {
          persons[0] = pending->post_person;
          persons[1] = pending->manager_person;
          return;
        }
      if (pending->line < row)
        low = middle + 1;
      else
        high = middle;
    }
}

static gboolean
grow_keys (CadreExtractKeys *keys)
{
  const guint32 n_old = keys->n_slots;
  const guint32 n = n_old == 0 ? 256 : n_old * 2;
  guint64 *slots = n > n_old ? g_try_new0 (guint64, n) : NULL;

  if (slots == NULL)
    return FALSE;

  for (guint32 i = 0; i < n_old; i++)
    if (keys->slots[i] != 0)
      {
        guint32 at = (guint32) (keys->slots[i] >> 32) & (n - 1);

        while (slots[at] != 0)
          at = (at + 1) & (n - 1);
        slots[at] = keys->slots[i];
      }

  g_free (keys->slots);
  keys->slots = slots;
  keys->n_slots = n;
  return TRUE;
}

/* By all parts of the key. */
static gboolean
settle_by_hash (CadreExtract *self,
                CadreRecordKind kind,
                guint32 row,
                const guint32 persons[2],
                guint32 *settled,
                GError **error)
{
  CadreExtractKeys *keys = &self->keys[kind];
  guint32 key[CADRE_EXTRACT_MAX_KEYS];
  guint32 other[CADRE_EXTRACT_MAX_KEYS];
  guint32 others[2];
  const guint n = make_key (self, kind, row, persons, key);
  const guint32 tag = (guint32) cadre_siphash13 (key, n * sizeof (guint32), self->hash_key);
  guint32 at = 0;

  if (keys->n_used >= keys->n_slots / 2 && !grow_keys (keys))
    return set_memory_error (error);

  for (at = tag & (keys->n_slots - 1); keys->slots[at] != 0; at = (at + 1) & (keys->n_slots - 1))
    {
      *settled = (guint32) keys->slots[at] - 1;
      if (keys->slots[at] >> 32 != tag)
        continue;
      find_persons (self, kind, *settled, others);
      make_key (self, kind, *settled, others, other);
      if (memcmp (key, other, n * sizeof (guint32)) == 0)
        return TRUE;
    }

  keys->slots[at] = (guint64) tag << 32 | (row + 1);
  keys->n_used++;
  *settled = row;
  return TRUE;
}

gboolean
cadre_extract_settle_key (CadreExtract *self,
                          CadreRecordKind kind,
                          guint32 row,
                          const guint32 persons[2],
                          guint32 *settled,
                          GError **error)
{
  CadreExtractIds *firsts = &self->keys[kind].firsts;
  const CadreSchema *schema = cadre_schema_get (kind);
  const guint8 *fields = NULL;
  guint32 first = 0;
  guint32 others[2];

  get_keys (schema, &fields);
  first = get_part (cadre_tables_get (self->tables, kind), schema, fields[0], row);
  if (!reserve_ids (self, firsts, first, error))
    return FALSE;

  *settled = row;
  if (firsts->rows[first] == 0)
    {
      firsts->rows[first] = row + 1;
      return TRUE;
    }
  if (firsts->rows[first] != CADRE_EXTRACT_SEVERAL)
    {
      const guint32 there = firsts->rows[first] - 1;

      find_persons (self, kind, there, others);
      if (!settle_by_hash (self, kind, there, others, settled, error))
        return FALSE;
      firsts->rows[first] = CADRE_EXTRACT_SEVERAL;
    }

  return settle_by_hash (self, kind, row, persons, settled, error);
}
