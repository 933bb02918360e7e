/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff/cadre-codes-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

#define PATIENCE 1024 /* texts out of order before the order is given up */
#define AHEAD 16      /* rows */
#define TOGETHER 64   /* texts */
#define NEAR 4        /* texts */

static inline gboolean
is_same_text (const CadreStringTable *before, guint32 a, const CadreStringTable *after, guint32 b)
{
  const gsize length = cadre_string_table_length (before, a);

  return cadre_string_table_length (after, b) == length &&
         memcmp (cadre_string_table_get (before, a), cadre_string_table_get (after, b), length) ==
           0;
}

typedef struct
{
  const CadreStringTable *before;
  const CadreStringTable *after;
  guint32 *codes;
} Translation;

static inline guint32
look_up (const Translation *self, guint32 code)
{
  return cadre_string_table_lookup (self->after, cadre_string_table_get (self->before, code),
                                    cadre_string_table_length (self->before, code));
}

/* The code after of a text that is the same or follows close behind; a text that is not
 * there before stands between. */
static inline guint32
find_near (const Translation *self, guint32 code, guint32 guess, guint32 n_after)
{
  for (guint32 i = guess; i < n_after && i < guess + NEAR; i++)
    if (is_same_text (self->before, code, self->after, i))
      return i;

  return CADRE_STRING_UNKNOWN;
}

/* Two documents about one organisation mostly bring their texts in the same
 * order, so the text after the last one found is tried before it is looked up:
 * that is a look at memory in sequence, against one anywhere and a hash. A text that
 * is not there is left for later, as it is likely to be nowhere, unless there are
 * several in a row. Gives the first code from which on all are left, where the order
 * is another. */
static guint32
follow (const Translation *self)
{
  const guint32 n_before = cadre_string_table_size (self->before);
  const guint32 n_after = cadre_string_table_size (self->after);
  guint32 guess = CADRE_STRING_FIRST;
  guint32 n_missed = 0;
  guint32 n_in_row = 0;

  for (guint32 i = CADRE_STRING_FIRST; i < n_before; i++)
    {
      guint32 found = find_near (self, i, guess, n_after);

      n_in_row = found == CADRE_STRING_UNKNOWN ? n_in_row + 1 : 0;
      if (found != guess && ++n_missed > PATIENCE + i / 4)
        return i;
      if (n_in_row > NEAR)
        found = look_up (self, i);
      if (found == CADRE_STRING_UNKNOWN)
        continue;

      self->codes[i] = found;
      guess = found + 1;
      n_in_row = 0;
    }

  return n_before;
}

/* Asks for the memory of a text that is needed soon: first where it says where
 * the text is, and half the way later the text. Inlined by force: GCC 12 takes this for
 * a function without effect, and leaves its calls out. */
static inline __attribute__ ((always_inline)) void
prefetch_id (const CadreStringTable *strings, const guint32 *ids, guint32 row, guint32 n_rows)
{
  if (row + AHEAD < n_rows)
    __builtin_prefetch ((const char *) strings->offsets +
                        (gsize) ids[row + AHEAD] * (strings->wide ? 8 : 4));
  if (row + AHEAD / 2 < n_rows)
    __builtin_prefetch (cadre_string_table_get (strings, ids[row + AHEAD / 2]));
}

/* Ids are in byte order on both sides, in whatever order the documents bring
 * them: the two orders are followed side by side. */
static void
merge_ids (const Translation *self, const CadreTable *before, const CadreTable *after)
{
  const guint32 *ids_before = before->columns[0];
  const guint32 *ids_after = after->columns[0];
  guint32 i = 0;
  guint32 k = 0;

  while (i < before->n_rows && k < after->n_rows)
    {
      const char *a = cadre_string_table_get (self->before, ids_before[i]);
      const char *b = cadre_string_table_get (self->after, ids_after[k]);
      const int order = a == NULL ? -1 : b == NULL ? 1 : strcmp (a, b);

      if (order == 0)
        self->codes[ids_before[i]] = ids_after[k];
      if (order <= 0)
        prefetch_id (self->before, ids_before, i++, before->n_rows);
      if (order >= 0)
        prefetch_id (self->after, ids_after, k++, after->n_rows);
    }
}

/* The texts of these codes, of which none is known to be on both sides so far. */
static void
look_up_all (const Translation *self, const guint32 *left, guint32 n)
{
  CadreStringView views[TOGETHER] = { { NULL, 0 } };
  guint32 found[TOGETHER];

  for (guint32 i = 0; i < n; i++)
    views[i] = (CadreStringView){ cadre_string_table_get (self->before, left[i]),
                                  cadre_string_table_length (self->before, left[i]) };
  cadre_string_table_lookup_many (self->after, views, n, found);
  for (guint32 i = 0; i < n; i++)
    if (found[i] != CADRE_STRING_UNKNOWN)
      self->codes[left[i]] = found[i];
}

/* Looks up what is left. */
static void
look_up_rest (const Translation *self, guint32 end)
{
  guint32 left[TOGETHER];
  guint32 n = 0;

  for (guint32 i = CADRE_STRING_FIRST; i < end; i++)
    {
      if (self->codes[i] == CADRE_CODE_NOWHERE)
        left[n++] = i;
      if (n == TOGETHER)
        {
          look_up_all (self, left, n);
          n = 0;
        }
    }

  look_up_all (self, left, n);
}

guint32 *
cadre_codes_translate (const CadreTables *before, const CadreTables *after)
{
  const guint32 n = cadre_string_table_size (before->strings);
  Translation self = { before->strings, after->strings, cadre_pages_try_array_of (guint32, n) };
  guint32 left = 0;

  if (self.codes == NULL)
    return NULL;

  memset (self.codes, 0xff, n * sizeof (guint32));
  for (guint32 i = 0; i < MIN (n, CADRE_STRING_FIRST); i++)
    self.codes[i] = i;

  left = follow (&self);
  for (guint kind = 0; left < n && kind < CADRE_N_RECORD_KINDS; kind++)
    if (cadre_schema_get (kind)->keys == NULL && before->tables[kind].columns[0] != NULL &&
        after->tables[kind].columns[0] != NULL)
      merge_ids (&self, &before->tables[kind], &after->tables[kind]);

  look_up_rest (&self, n);
  return self.codes;
}
