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

#define MAX_KEYS 6
#define MAX_PASSES 3

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
  guint8 passes[MAX_PASSES]; /* which keys count: the first is all of them */
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

static gboolean
is_equal (const KeyRow *a, const KeyRow *b, guint8 mask, guint n_keys)
{
  for (guint i = 0; i < n_keys; i++)
    if ((mask >> i & 1) != 0 && a->keys[i] != b->keys[i])
      return FALSE;

  return TRUE;
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

static gboolean
load_group (const Keyed *self,
            KeyRows *rows,
            const CadreTable *table,
            const guint32 *next,
            guint32 row)
{
  rows->n = 0;
  for (; row != CADRE_NO_ROW; row = next[row])
    {
      if (rows->n == rows->n_allocated)
        {
          guint32 n = MAX (16, rows->n_allocated * 2);
          KeyRow *grown = g_try_renew (KeyRow, rows->rows, n);

          if (grown == NULL)
            return FALSE;
          rows->rows = grown;
          rows->n_allocated = n;
        }
      load_row (self, table, row, &rows->rows[rows->n++]);
    }

  return TRUE;
}

/* One row on either side is by far the most common group. */
static void
pair_two (Keyed *self, guint32 row_before, guint32 row_after)
{
  KeyRow before;
  KeyRow after;

  load_row (self, self->before, row_before, &before);
  load_row (self, self->after, row_after, &after);
  for (guint pass = 0; pass < self->n_passes; pass++)
    if (is_equal (&before, &after, self->passes[pass], self->schema->n_keys))
      {
        pair (self, &before, &after);
        return;
      }
}

static gboolean
pair_group (Keyed *self,
            const CadreKernelChains *chains_before,
            const CadreKernelChains *chains_after,
            guint32 row_before,
            guint32 row_after)
{
  if (chains_before->next[row_before] == CADRE_NO_ROW &&
      chains_after->next[row_after] == CADRE_NO_ROW)
    {
      pair_two (self, row_before, row_after);
      return TRUE;
    }

  if (!load_group (self, &self->rows_before, self->before, chains_before->next, row_before) ||
      !load_group (self, &self->rows_after, self->after, chains_after->next, row_after))
    return FALSE;

  for (guint pass = 0; pass < self->n_passes; pass++)
    {
      run_pass (self, pass);
      if (pass == 0 && self->before->kind == CADRE_RECORD_KIND_LINE)
        pair_managers (self);
    }
  return TRUE;
}

/* By row before: the number of its group after. */
static guint32 *
number_groups (const Keyed *self, guint group_field)
{
  const guint32 *codes = codes_for (self->sides, &self->schema->fields[group_field]);
  guint32 *numbers = g_try_new (guint32, self->before->n_rows);

  for (guint32 row = 0; numbers != NULL && row < self->before->n_rows; row++)
    numbers[row] = codes[cadre_table_code (self->before, group_field, row)];

  return numbers;
}

static gboolean
pair_groups (Keyed *self, guint group_field)
{
  const guint32 *column = self->after->columns[group_field];
  const guint32 n_codes = cadre_string_table_size (self->sides->after->strings);
  g_autofree guint32 *numbers = number_groups (self, group_field);
  g_autofree guint32 *first_before = g_try_new (guint32, n_codes);
  g_autofree guint32 *next_before = g_try_new (guint32, self->before->n_rows);
  g_autofree guint32 *first_after = g_try_new (guint32, n_codes);
  g_autofree guint32 *next_after = g_try_new (guint32, self->after->n_rows);
  CadreKernelChains before = { first_before, next_before };
  CadreKernelChains after = { first_after, next_after };

  if (numbers == NULL || first_before == NULL || next_before == NULL || first_after == NULL ||
      next_after == NULL)
    return FALSE;

  cadre_kernel_chain (&before, n_codes, numbers, self->before->n_rows);
  cadre_kernel_chain (&after, n_codes, column, self->after->n_rows);
  for (guint32 row = 0; row < self->after->n_rows; row++)
    {
      const guint32 number = column != NULL ? column[row] : 0;

      if (first_after[number] == row && first_before[number] != CADRE_NO_ROW &&
          !pair_group (self, &before, &after, first_before[number], row))
        return FALSE;
    }

  return TRUE;
}

gboolean
cadre_pairing_by_key (CadrePairing *self, const CadreSides *sides, CadreRecordKind kind)
{
  Keyed keyed = { 0 };
  gboolean ok = FALSE;

  keyed.sides = sides;
  keyed.schema = cadre_schema_get (kind);
  keyed.before = cadre_tables_get (sides->before, kind);
  keyed.after = cadre_tables_get (sides->after, kind);
  keyed.pairing = self;
  if (keyed.before->n_rows == 0 || keyed.after->n_rows == 0)
    return TRUE;

  plan_passes (&keyed);
  ok = pair_groups (&keyed, keyed.schema->keys[find_group_key (keyed.schema)]);
  g_free (keyed.rows_before.rows);
  g_free (keyed.rows_after.rows);
  return ok;
}
