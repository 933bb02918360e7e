/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Pairing rows that have no id.
 *
 * Rows that belong to one record before and to the same record after make a
 * group. In a group rows with equal natural keys are paired first. What is left
 * is paired by less and less of the key, where one row on either side is all
 * there is: the funding of a post by one funder, though from another day; the
 * manager of a post, though another. Where several could be meant nothing is
 * paired: then the rows went, and others came. */

#include "config.h"

#include "diff/cadre-codes-private.h"
#include "diff/cadre-pairing-private.h"
#include "kernel/cadre-compare-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

#define MAX_KEYS 6
#define MAX_PASSES 3
#define N_WORDS 4 /* at least as many as a word in front of the group's key has */

G_STATIC_ASSERT (CADRE_SUCCESSION_KIND_UNIT < N_WORDS);

typedef struct
{
  guint64 keys[MAX_KEYS];
  guint32 row;
  guint32 paired;
} KeyRow;

typedef struct
{
  KeyRow *rows;
  guint32 n;
  guint32 n_allocated;
} KeyRows;

typedef struct
{
  const CadreSides *sides;
  const CadreSchema *schema;
  const CadreTable *before;
  const CadreTable *after;
  CadrePairing *pairing;
  const CadrePairing *owners; /* (nullable) */
  guint group_field;          /* rows with equal codes here are neighbours, and a group */
  int front_field;            /* a word that comes before it in the key, or -1 */
  guint32 n_owners;           /* after */
  gboolean has_strays;        /* there are rows on both sides that belong to no record */
  guint32 *first_before;      /* (nullable): by number of a group: its first row before */
  guint32 next_before;        /* without that: of the first group that is not behind those after */
  guint8 passes[MAX_PASSES];  /* which keys count: the first is all of them */
  guint n_passes;
  KeyRows rows_before; /* of the group */
  KeyRows rows_after;
} Keyed;

/* The field that makes the groups: the first key that is a text. */
static guint
find_group_key (const CadreSchema *schema)
{
  guint i = 0;

  while (i + 1 < schema->n_keys && !cadre_field_kind_is_text (schema->fields[schema->keys[i]].kind))
    i++;

  return i;
}

static guint8
find_keys (const CadreSchema *schema, CadreFieldKind kind)
{
  guint8 mask = 0;

  for (guint i = 0; i < schema->n_keys; i++)
    if (schema->fields[schema->keys[i]].kind == kind)
      mask |= (guint8) (1 << i);

  return mask;
}

/* The last and loosest pass of a kind; a mask of no key pairs what is alone. */
static gboolean
find_loosest (CadreRecordKind kind, guint8 *mask)
{
  if (kind == CADRE_RECORD_KIND_LINE)
    *mask = 1 << 1; /* a line of the same kind */
  else if (kind == CADRE_RECORD_KIND_RESPONSIBILITY)
    *mask = 1 << 1; /* the same function */
  else if (kind == CADRE_RECORD_KIND_UNIT_PARENT)
    *mask = 0;
  else
    return FALSE;

  return TRUE;
}

static void
plan_passes (Keyed *self)
{
  const guint8 all = (guint8) ((1 << self->schema->n_keys) - 1);
  const guint8 dates = find_keys (self->schema, CADRE_FIELD_KIND_VALID_FROM);

  self->passes[self->n_passes++] = all;
  if (dates != 0)
    self->passes[self->n_passes++] = (guint8) (all & ~dates);
  if (find_loosest (self->before->kind, &self->passes[self->n_passes]))
    self->n_passes++;
}

static inline const guint32 *
codes_for (const CadreSides *sides, const CadreField *field)
{
  return field->kind == CADRE_FIELD_KIND_REFERENCE && field->target == CADRE_RECORD_KIND_POST
           ? sides->post_codes
           : sides->codes;
}

/* A key before as it is counted after. What is not there after has a number
 * that nothing after has. */
static inline guint64
translate (const guint32 *codes, guint32 code)
{
  const guint32 found = codes[code];

  return found < CADRE_CODE_ELSEWHERE ? found : (guint64) 1 << 32 | code;
}

static guint64
get_key (const Keyed *self, const CadreTable *table, guint i, guint32 row)
{
  const guint at = self->schema->keys[i];
  const CadreField *field = &self->schema->fields[at];

  if (cadre_field_kind_is_text (field->kind))
    {
      const guint32 code = cadre_table_code (table, at, row);

      return table == self->before ? translate (codes_for (self->sides, field), code) : code;
    }
  if (field->kind == CADRE_FIELD_KIND_INTEGER)
    return (guint32) cadre_table_integer (table, at, row);
  if (field->kind == CADRE_FIELD_KIND_WORD || field->kind == CADRE_FIELD_KIND_TRUTH)
    return (guint64) cadre_table_word (table, at, row);
  return cadre_table_code (table, at, row);
}

static void
load_row (const Keyed *self, const CadreTable *table, guint32 row, KeyRow *key_row)
{
  for (guint i = 0; i < self->schema->n_keys; i++)
    key_row->keys[i] = get_key (self, table, i, row);

  key_row->row = row;
  key_row->paired = FALSE;
}

/* Rows that are paired already come last. */
static int
compare_masked (const KeyRow *a, const KeyRow *b, guint8 mask)
{
  if (a->paired != b->paired)
    return a->paired ? 1 : -1;
  for (guint i = 0; i < MAX_KEYS; i++)
    if ((mask >> i & 1) != 0 && a->keys[i] != b->keys[i])
      return a->keys[i] < b->keys[i] ? -1 : 1;

  return 0;
}

static int
compare_key_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const KeyRow *x = a;
  const KeyRow *y = b;
  const int order = compare_masked (x, y, *(const guint8 *) user_data);

  if (order != 0)
    return order;
  return x->row < y->row ? -1 : x->row > y->row;
}

static void
pair (Keyed *self, KeyRow *before, KeyRow *after)
{
  before->paired = TRUE;
  after->paired = TRUE;
  self->pairing->after_of[before->row] = after->row;
  self->pairing->before_of[after->row] = before->row;
}

/* How many rows from @first on have the same keys. */
static guint32
measure_run (const KeyRows *rows, guint32 first, guint8 mask)
{
  guint32 n = 1;

  while (first + n < rows->n &&
         compare_masked (&rows->rows[first], &rows->rows[first + n], mask) == 0)
    n++;

  return n;
}

/* Pairs what is left in a group by the keys of one pass. */
static void
run_pass (Keyed *self, guint pass)
{
  guint8 mask = self->passes[pass];
  KeyRows *a = &self->rows_after;
  KeyRows *b = &self->rows_before;
  guint32 i = 0;
  guint32 j = 0;

  g_qsort_with_data (a->rows, (gint) a->n, sizeof (KeyRow), compare_key_rows, &mask);
  g_qsort_with_data (b->rows, (gint) b->n, sizeof (KeyRow), compare_key_rows, &mask);

  while (i < a->n && j < b->n && !a->rows[i].paired && !b->rows[j].paired)
    {
      const int order = compare_masked (&a->rows[i], &b->rows[j], mask);
      const guint32 n_a = measure_run (a, i, mask);
      const guint32 n_b = measure_run (b, j, mask);

      /* Whole keys may be there more than once: the first goes with the first. */
      for (guint32 k = 0; order == 0 && k < MIN (n_a, n_b); k++)
        if (pass == 0 || (n_a == 1 && n_b == 1))
          pair (self, &b->rows[j + k], &a->rows[i + k]);

      i += order <= 0 ? n_a : 0;
      j += order >= 0 ? n_b : 0;
    }
}

static KeyRow *
find_left (KeyRows *rows, guint32 row)
{
  for (guint32 i = 0; i < rows->n; i++)
    if (rows->rows[i].row == row && !rows->rows[i].paired)
      return &rows->rows[i];

  return NULL;
}

/* The lines of management that are in force belong together, whatever other
 * lines a post has had or will have. */
static void
pair_managers (Keyed *self)
{
  const CadreIndex *index_before = self->sides->index_before;
  const CadreIndex *index_after = self->sides->index_after;
  const guint32 post_before =
    cadre_table_reference (self->before, CADRE_FIELD_LINE_POST, self->rows_before.rows[0].row);
  const guint32 post_after =
    cadre_table_reference (self->after, CADRE_FIELD_LINE_POST, self->rows_after.rows[0].row);
  KeyRow *before = NULL;
  KeyRow *after = NULL;

  if (post_before >= index_before->n_posts || post_after >= index_after->n_posts)
    return;

  before = find_left (&self->rows_before, index_before->manager_line[post_before]);
  after = find_left (&self->rows_after, index_after->manager_line[post_after]);
  if (before != NULL && after != NULL)
    pair (self, before, after);
}

static inline gboolean
is_same_group (const Keyed *self, const CadreTable *table, guint32 a, guint32 b)
{
  const guint32 *column = table->columns[self->group_field];

  return (column == NULL || column[a] == column[b]) &&
         (self->front_field < 0 || cadre_table_word (table, (guint) self->front_field, a) ==
                                     cadre_table_word (table, (guint) self->front_field, b));
}

/* The rows from @row on that are in one group. */
static inline guint32
measure_group (const Keyed *self, const CadreTable *table, guint32 row)
{
  guint32 n = 1;

  while (row + n < table->n_rows && is_same_group (self, table, row, row + n))
    n++;

  return n;
}

static gboolean
load_group (const Keyed *self, KeyRows *rows, const CadreTable *table, guint32 row, guint32 n)
{
  if (n > rows->n_allocated)
    {
      KeyRow *grown = g_try_renew (KeyRow, rows->rows, n);

      if (grown == NULL)
        return FALSE;
      rows->rows = grown;
      rows->n_allocated = n;
    }

  rows->n = n;
  for (guint32 i = 0; i < n; i++)
    load_row (self, table, row + i, &rows->rows[i]);
  return TRUE;
}

static gboolean
pair_group (Keyed *self, guint32 before, guint32 n_before, guint32 after, guint32 n_after)
{
  if (!load_group (self, &self->rows_before, self->before, before, n_before) ||
      !load_group (self, &self->rows_after, self->after, after, n_after))
    return FALSE;

  for (guint pass = 0; pass < self->n_passes; pass++)
    {
      run_pass (self, pass);
      if (pass == 0 && self->before->kind == CADRE_RECORD_KIND_LINE)
        pair_managers (self);
    }
  return TRUE;
}

/* The record that a row belongs to; CADRE_NO_ROW where none has the id. */
static guint32
find_owner (const Keyed *self, const CadreTables *tables, const CadreTable *table, guint32 row)
{
  const guint32 owner = cadre_table_reference (table, self->group_field, row);

  if (G_LIKELY (owner != CADRE_AMBIGUOUS_ROW))
    return owner;

  return cadre_tables_find (tables, self->schema->fields[self->group_field].target,
                            cadre_tables_text (tables,
                                               cadre_table_code (table, self->group_field, row)));
}

/* Groups are numbered by the row after of the record that they belong to, and
 * from there on, those of no such record, by the code after of the id that they
 * name. CADRE_NO_ROW stands for a group that cannot be there after. */
static guint32
number_code (const Keyed *self, const CadreTable *table, guint32 row, guint32 code)
{
  if (!self->has_strays)
    return CADRE_NO_ROW;
  if (self->front_field < 0)
    return self->n_owners + code;

  return code * N_WORDS + (guint32) cadre_table_word (table, (guint) self->front_field, row);
}

static inline guint32
number_before (const Keyed *self, guint32 row)
{
  const guint32 n_codes = cadre_string_table_size (self->sides->after->strings);
  const guint32 owner =
    self->owners != NULL ? find_owner (self, self->sides->before, self->before, row) : CADRE_NO_ROW;
  guint32 code = 0;

  if (owner != CADRE_NO_ROW)
    return self->owners->after_of[owner];

  code = self->sides->codes[cadre_table_code (self->before, self->group_field, row)];
  return code < n_codes ? number_code (self, self->before, row, code) : CADRE_NO_ROW;
}

static guint32
number_after (const Keyed *self, guint32 row)
{
  const guint32 owner =
    self->owners != NULL ? find_owner (self, self->sides->after, self->after, row) : CADRE_NO_ROW;

  return owner != CADRE_NO_ROW
           ? owner
           : number_code (self, self->after, row,
                          cadre_table_code (self->after, self->group_field, row));
}

static gboolean
has_stray (const Keyed *self, const CadreTable *table)
{
  const guint32 *owners = table->references[self->group_field];

  if (owners == NULL)
    return TRUE;
  for (guint32 row = 0; row < table->n_rows; row++)
    if (owners[row] == CADRE_NO_ROW)
      return TRUE;

  return FALSE;
}

/* Whether the groups have their numbers in order on both sides: rows of the records that
 * they belong to are in the same order on both, as where ids are all that pairs them. */
static gboolean
is_in_order (const Keyed *self)
{
  const guint32 *after_of = self->owners != NULL ? self->owners->after_of : NULL;
  const CadreRecordKind owner_kind = self->schema->fields[self->group_field].target;
  const guint32 n =
    after_of != NULL ? cadre_tables_get (self->sides->before, owner_kind)->n_rows : 0;
  guint32 last = 0;

  if (after_of == NULL || self->has_strays || self->front_field >= 0)
    return FALSE;

  for (guint32 i = 0; i < n; i++)
    if (after_of[i] != CADRE_NO_ROW)
      {
        if (after_of[i] < last)
          return FALSE;
        last = after_of[i];
      }

  return TRUE;
}

/* The first row before of a group, or CADRE_NO_ROW where it is not there before. */
static inline guint32
find_group (Keyed *self, guint32 number)
{
  guint32 row = self->next_before;
  guint32 there = CADRE_NO_ROW;

  if (self->first_before != NULL)
    return self->first_before[number];

  for (; row < self->before->n_rows; row += measure_group (self, self->before, row))
    {
      there = number_before (self, row);
      if (there != CADRE_NO_ROW && there >= number)
        break;
    }

  self->next_before = row;
  return row < self->before->n_rows && there == number ? row : CADRE_NO_ROW;
}

/* Finds where each group before begins, unless they can be followed side by side. */
static gboolean
find_groups (Keyed *self)
{
  gsize n = self->n_owners;

  self->has_strays =
    self->owners == NULL || (has_stray (self, self->before) && has_stray (self, self->after));
  if (is_in_order (self))
    return TRUE;
  if (self->has_strays)
    n += (gsize) cadre_string_table_size (self->sides->after->strings) *
         (self->front_field < 0 ? 1 : N_WORDS);

  self->first_before = n < CADRE_AMBIGUOUS_ROW ? cadre_pages_try_array_of (guint32, n + 1) : NULL;
  if (self->first_before == NULL)
    return FALSE;

  memset (self->first_before, 0xff, n * sizeof (guint32));
  for (guint32 row = 0; row < self->before->n_rows; row += measure_group (self, self->before, row))
    {
      const guint32 number = number_before (self, row);

      if (number != CADRE_NO_ROW)
        self->first_before[number] = row;
    }

  return TRUE;
}

/* One row on either side is by far the most common group. Such rows are taken
 * for a pair at first, and looked at again once their keys are compared. */
static gboolean
pair_groups (Keyed *self)
{
  guint32 n_after = 0;

  for (guint32 row = 0; row < self->after->n_rows; row += n_after)
    {
      const guint32 number = number_after (self, row);
      const guint32 before = number != CADRE_NO_ROW ? find_group (self, number) : CADRE_NO_ROW;
      guint32 n_before = 0;

      n_after = measure_group (self, self->after, row);
      if (before == CADRE_NO_ROW)
        continue;

      n_before = measure_group (self, self->before, before);
      if (n_before == 1 && n_after == 1)
        {
          self->pairing->before_of[row] = before;
          self->pairing->after_of[before] = row;
        }
      else if (!pair_group (self, before, n_before, row, n_after))
        return FALSE;
    }

  return TRUE;
}

static void
compare_key (const Keyed *self, CadreKernelBlock *block, guint i)
{
  const guint at = self->schema->keys[i];
  const CadreField *field = &self->schema->fields[at];
  const gpointer after = self->after->columns[at];
  const gpointer before = self->before->columns[at];

  if (at == self->group_field || (after == NULL && before == NULL))
    return;
  if (cadre_field_kind_is_text (field->kind))
    cadre_kernel_compare_codes (block, after, before, codes_for (self->sides, field), i);
  else if (cadre_field_kind_size (field->kind) == 1)
    cadre_kernel_compare_8 (block, after, (guint8) field->initial, before, (guint8) field->initial,
                            i);
  else
    cadre_kernel_compare_32 (block, after, (guint32) field->initial, before,
                             (guint32) field->initial, i);
}

/* Takes two rows apart again that have not enough in common: each pass allows
 * for some keys that differ. */
static void
check_pair (Keyed *self, guint64 differs, guint32 before, guint32 after)
{
  for (guint pass = 0; pass < self->n_passes; pass++)
    if ((differs & self->passes[pass]) == 0)
      return;

  self->pairing->after_of[before] = CADRE_NO_ROW;
  self->pairing->before_of[after] = CADRE_NO_ROW;
}

static void
check_pairs (Keyed *self)
{
  const guint32 *partner = self->pairing->before_of;
  const guint32 n_rows = self->after->n_rows;
  CadreKernelBlock block;

  for (guint32 first = 0; first < n_rows; first += CADRE_KERNEL_BLOCK)
    {
      const guint32 n = MIN (CADRE_KERNEL_BLOCK, n_rows - first);

      cadre_kernel_block_init (&block, partner, first, n);
      for (guint i = 0; i < self->schema->n_keys; i++)
        compare_key (self, &block, i);
      for (guint32 i = 0; i < n; i++)
        if (block.marks[i] != 0)
          check_pair (self, block.marks[i], partner[first + i], first + i);
    }
}

gboolean
cadre_pairing_by_key (CadrePairing *self,
                      const CadreSides *sides,
                      CadreRecordKind kind,
                      const CadrePairing *owners)
{
  Keyed keyed = { 0 };
  gboolean ok = FALSE;

  keyed.sides = sides;
  keyed.schema = cadre_schema_get (kind);
  keyed.before = cadre_tables_get (sides->before, kind);
  keyed.after = cadre_tables_get (sides->after, kind);
  keyed.pairing = self;
  keyed.owners = owners;
  keyed.group_field = keyed.schema->keys[find_group_key (keyed.schema)];
  keyed.front_field = keyed.schema->keys[0] != keyed.group_field ? keyed.schema->keys[0] : -1;
  if (owners != NULL)
    keyed.n_owners =
      cadre_tables_get (sides->after, keyed.schema->fields[keyed.group_field].target)->n_rows;
  if (keyed.before->n_rows == 0 || keyed.after->n_rows == 0)
    return TRUE;

  plan_passes (&keyed);
  ok = find_groups (&keyed) && pair_groups (&keyed);
  if (ok)
    check_pairs (&keyed);
  g_free (keyed.first_before);
  g_free (keyed.rows_before.rows);
  g_free (keyed.rows_after.rows);
  return ok;
}
