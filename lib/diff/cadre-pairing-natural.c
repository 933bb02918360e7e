/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Assignments without an id: they are the same where person, post, basis and
 * first day are. What is left is the same where all but the day is, and nothing
 * else could be meant. */

#include "config.h"

#include "diff/cadre-codes-private.h"
#include "diff/cadre-pairing-private.h"

typedef struct
{
  guint64 person;
  guint64 post;
  guint basis;
  guint32 first_day; /* packed date, or 0 where it does not count */
  guint32 row;
} NaturalKey;

typedef struct
{
  NaturalKey *keys; /* in order */
  guint32 n;
} NaturalKeys;

static int
compare (guint64 a, guint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_keys (const NaturalKey *a, const NaturalKey *b)
{
  int order = compare (a->person, b->person);

  if (order == 0)
    order = compare (a->post, b->post);
  if (order == 0)
    order = compare (a->basis, b->basis);
  return order != 0 ? order : compare (a->first_day, b->first_day);
}

static int
compare_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const NaturalKey *x = a;
  const NaturalKey *y = b;
  int order = compare_keys (x, y);

  return order != 0 ? order : compare (x->row, y->row);
}

/* A code as it is counted after: what is not there after has a number that
 * nothing after has. @codes is NULL for what is after already. */
static guint64
translate (const guint32 *codes, guint32 code)
{
  if (codes == NULL)
    return code;

  return codes[code] < CADRE_CODE_ELSEWHERE ? codes[code] : (guint64) 1 << 32 | code;
}

/* The keys of the rows without an id and without a partner. */
static gboolean
collect (NaturalKeys *self,
         const CadreTable *table,
         const guint32 *partners,
         const CadreSides *sides,
         gboolean is_dated)
{
  const gboolean is_before = table == cadre_tables_get (sides->before, table->kind);

  self->keys = g_try_new (NaturalKey, MAX (table->n_rows, 1));
  self->n = 0;
  if (self->keys == NULL)
    return FALSE;

  for (guint32 row = 0; row < table->n_rows; row++)
    if (cadre_table_code (table, 0, row) == CADRE_STRING_UNKNOWN && partners[row] == CADRE_NO_ROW)
      self->keys[self->n++] = (NaturalKey){
        translate (is_before ? sides->codes : NULL,
                   cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_PERSON, row)),
        translate (is_before ? sides->post_codes : NULL,
                   cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_POST, row)),
        (guint) cadre_table_word (table, CADRE_FIELD_ASSIGNMENT_BASIS, row),
        is_dated ? cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_VALID_FROM, row) : 0,
        row,
      };

  g_qsort_with_data (self->keys, (gint) self->n, sizeof (NaturalKey), compare_rows, NULL);
  return TRUE;
}

/* How many keys from @first on are equal. */
static guint32
measure (const NaturalKeys *self, guint32 first)
{
  guint32 n = 1;

  while (first + n < self->n && compare_keys (&self->keys[first], &self->keys[first + n]) == 0)
    n++;

  return n;
}

/* Both are in order. Whole keys may be there more than once: the first goes with
 * the first. */
static void
pair_keys (CadrePairing *pairing,
           const NaturalKeys *before,
           const NaturalKeys *after,
           gboolean is_dated)
{
  guint32 i = 0;
  guint32 k = 0;

  while (i < before->n && k < after->n)
    {
      const int order = compare_keys (&before->keys[i], &after->keys[k]);
      const guint32 n_before = order <= 0 ? measure (before, i) : 0;
      const guint32 n_after = order >= 0 ? measure (after, k) : 0;
      const guint32 n = MIN (n_before, n_after);

      for (guint32 j = 0; j < n && (is_dated || MAX (n_before, n_after) == 1); j++)
        {
          pairing->after_of[before->keys[i + j].row] = after->keys[k + j].row;
          pairing->before_of[after->keys[k + j].row] = before->keys[i + j].row;
        }
      i += n_before;
      k += n_after;
    }
}

gboolean
cadre_pairing_by_natural_key (CadrePairing *self, const CadreSides *sides)
{
  const CadreTable *before = cadre_tables_get (sides->before, CADRE_RECORD_KIND_ASSIGNMENT);
  const CadreTable *after = cadre_tables_get (sides->after, CADRE_RECORD_KIND_ASSIGNMENT);
  gboolean ok = TRUE;

  for (guint pass = 0; ok && pass < 2; pass++)
    {
      NaturalKeys old = { NULL, 0 };
      NaturalKeys new = { NULL, 0 };

      ok = collect (&old, before, self->after_of, sides, pass == 0) &&
           collect (&new, after, self->before_of, sides, pass == 0);
      if (ok)
        pair_keys (self, &old, &new, pass == 0);
      g_free (old.keys);
      g_free (new.keys);
    }

  return ok;
}
