/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Where the rows that are added stand among those of the base, and which rows of the base
 * need not be added again when they get another key. */

#include "config.h"

#include "diff/patch/cadre-patch-assemble-private.h"

/* Looks for the place of one added row after the other. */
typedef struct
{
  const CadrePatchTable *table;
  const guint32 *base_texts;  /* (nullable) */
  const guint32 *added_texts; /* (nullable) */
  gboolean has_texts;         /* whether there are both */
  guint32 added;
  CadreStringStart start; /* of the first text of its key, if there are texts */
} Search;

const guint32 *
cadre_patch_table_get_first_texts (const CadrePatchTable *self, const CadreTables *tables)
{
  guint n_keys = 0;
  const guint field = cadre_tables_key_fields (self->kind, &n_keys)[0];

  return cadre_field_kind_is_text (cadre_schema_get (self->kind)->fields[field].kind)
           ? cadre_tables_get (tables, self->kind)->columns[field]
           : NULL;
}

static void
mark_coming (CadrePatchTable *self, guint32 op)
{
  const CadrePatchFit *fit = self->fit;
  const CadreTable *table = cadre_tables_get (fit->new_, self->kind);
  guint n_keys = 0;
  const guint32 code = cadre_table_code (table, cadre_tables_key_fields (self->kind, &n_keys)[0],
                                         cadre_patch_fit_new_row (fit, op));

  self->coming[code / 64] |= G_GUINT64_CONSTANT (1) << code % 64;
}

gboolean
cadre_patch_table_note_coming (CadrePatchTable *self, GError **error)
{
  const CadrePatchFit *fit = self->fit;
  const CadrePatchSpan *created = &fit->spans[CADRE_PATCH_ACTION_CREATE][self->kind];
  guint n_keys = 0;
  const guint8 *keys = cadre_tables_key_fields (self->kind, &n_keys);

  if (n_keys < 2 || cadre_patch_table_get_first_texts (self, self->base) == NULL)
    return TRUE;

  self->coming = g_try_new0 (guint64, cadre_string_table_size (fit->strings) / 64 + 1);
  if (self->coming == NULL)
    return cadre_patch_set_memory_error (error);

  for (guint32 i = created->begin; i < created->end; i++)
    mark_coming (self, i);
  for (guint32 i = CADRE_NO_ROW; cadre_patch_fit_next_change (fit, self->kind, &i);)
    if (fit->patch->ops[i].field == keys[0])
      mark_coming (self, i);
  return TRUE;
}

gboolean
cadre_patch_table_keeps_place (const CadrePatchTable *self, guint32 base_row, guint field)
{
  const guint32 *texts = cadre_patch_table_get_first_texts (self, self->base);
  guint n_keys = 0;
  guint32 code = 0;

  if (self->coming == NULL || field == cadre_tables_key_fields (self->kind, &n_keys)[0])
    return FALSE;

  code = texts[base_row];
  return (self->coming[code / 64] >> code % 64 & 1) == 0 &&
         (base_row == 0 || texts[base_row - 1] != code) &&
         (base_row + 1 == self->n_base || texts[base_row + 1] != code);
}

static inline gboolean
is_text_before (const Search *self, guint32 base_row)
{
  const guint32 code = self->base_texts[base_row];

  return code != self->start.code &&
         cadre_string_table_compare_start (self->table->fit->strings, code, &self->start) < 0;
}

/* The first row of the base from @first on whose text is not before that of the row that is
 * added: in steps that double, and then by quarters of what is left. To look at a text is
 * mostly to wait for memory, for three at a time no longer than for one. */
static guint32
find_text (const Search *self, guint32 first, guint32 step)
{
  const guint32 n = self->table->n_base;
  guint32 low = first;
  guint32 high = step < n - first ? first + step : n;

  for (; high < n && is_text_before (self, high); step *= 2)
    {
      low = high + 1;
      high = step < n - high ? high + step : n;
    }
  while (high - low > 3)
    {
      const guint32 quarter = (high - low) / 4;
      const guint32 n_before = is_text_before (self, low + quarter) +
                               is_text_before (self, low + 2 * quarter) +
                               is_text_before (self, low + 3 * quarter);

      if (n_before < 3)
        high = low + (n_before + 1) * quarter;
      if (n_before > 0)
        low += n_before * quarter + 1;
    }
  while (low < high && is_text_before (self, low))
    low++;

  return low;
}

static gboolean
is_before (const Search *self, guint32 base_row)
{
  const CadrePatchFit *fit = self->table->fit;

  if (self->has_texts && self->base_texts[base_row] != self->start.code)
    return is_text_before (self, base_row);

  return cadre_tables_compare_rows_between (fit->tables, self->added, self->table->base, base_row,
                                            self->table->kind) > 0;
}

/* The first row of the base from @first on that is not before the row that is added:
 * from a guess up or down, in steps that double, and then between the last two. */
static guint32
find_place (const Search *self, guint32 first, guint32 guess)
{
  const guint32 n = self->table->n_base;
  guint32 low = first;
  guint32 high = MIN (guess, n);
  guint32 step = 1;

  for (; high < n && is_before (self, high); step *= 2)
    {
      low = high + 1;
      high = step < n - high ? high + step : n;
    }
  for (; low == first && low < high; step *= 2)
    {
      const guint32 place = step < high - first ? high - step : first;

      if (is_before (self, place))
        low = place + 1;
      else
        high = place;
    }
  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;

      if (is_before (self, middle))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Whether a row of the base has the first text of the key of the row that is added. */
static gboolean
has_text (const Search *self, guint32 base_row)
{
  return base_row < self->table->n_base && self->base_texts[base_row] == self->start.code;
}

/* Whether no other row has the first text of the key of the row that is added, where it stands
 * before a row of the base: those in front of that have texts that come before. */
static gboolean
is_alone (const Search *self, guint32 place)
{
  const guint32 *texts = self->added_texts;
  const guint32 added = self->added;

  return self->has_texts && !has_text (self, place) &&
         (place == 0 || !has_text (self, place - 1)) &&
         (added == 0 || texts[added - 1] != texts[added]) &&
         (added + 1 == self->table->n_added || texts[added + 1] != texts[added]);
}

/* What gets another key is mostly near to where it was; all else is spread out. */
static guint32
find_added (Search *self, guint32 first, guint32 added)
{
  const CadrePatchTable *table = self->table;
  const guint32 op = g_array_index (table->added_by, guint32, added);
  guint32 row = CADRE_NO_ROW; /* what it is added for */

  self->added = added;
  if (self->has_texts)
    self->start = cadre_string_table_start (table->fit->strings, self->added_texts[added]);
  if (table->fit->patch->ops[op].action != CADRE_PATCH_ACTION_CREATE)
    row = table->fit->rows[op];

  if (row != CADRE_NO_ROW)
    return find_place (self, first, MAX (first, row));
  if (!self->has_texts)
    return find_place (self, first, first);

  first = find_text (self, first, 1 + table->n_base / (table->n_added + 1));
  return has_text (self, first) ? find_place (self, first, first) : first;
}

guint32 *
cadre_patch_table_list_places (CadrePatchTable *self, GError **error)
{
  const guint32 *base_texts = cadre_patch_table_get_first_texts (self, self->base);
  const guint32 *added_texts = cadre_patch_table_get_first_texts (self, self->fit->tables);
  Search search = { self, base_texts, added_texts, base_texts != NULL && added_texts != NULL };
  guint32 *places = g_try_new (guint32, MAX (self->n_added, 1));
  guint32 place = 0;

  self->are_alone = g_try_new (guint8, MAX (self->n_added, 1));
  if (places == NULL || self->are_alone == NULL)
    {
      g_free (places);
      cadre_patch_set_memory_error (error);
      return NULL;
    }

  for (guint32 i = 0; i < self->n_added; i++)
    {
      places[i] = place = find_added (&search, place, i);
      self->are_alone[i] = (guint8) is_alone (&search, place);
    }
  return places;
}
