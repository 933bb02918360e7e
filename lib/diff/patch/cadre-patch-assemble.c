/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Putting together what stays and what is added: both are in order, so that each
 * column is written once, from one end to the other. */

#include "config.h"

#include "diff/patch/cadre-patch-assemble-private.h"
#include "kernel/cadre-pages-private.h"

void
cadre_patch_table_init (CadrePatchTable *self,
                        CadrePatchFit *fit,
                        const CadreTables *base,
                        CadreRecordKind kind)
{
  self->fit = fit;
  self->base = base;
  self->kind = kind;
  self->n_base = cadre_tables_get (base, kind)->n_rows;
  self->moved = g_hash_table_new (NULL, NULL);
  self->added_by = g_array_new (FALSE, FALSE, sizeof (guint32));
}

void
cadre_patch_table_clear (CadrePatchTable *self)
{
  g_clear_pointer (&self->moved, g_hash_table_unref);
  g_clear_pointer (&self->changed, g_hash_table_unref);
  g_clear_pointer (&self->added_by, g_array_unref);
  g_clear_pointer (&self->coming, g_free);
  g_clear_pointer (&self->are_alone, g_free);
  g_clear_pointer (&self->runs, g_free);
}

static gpointer
cell_name (guint32 row, guint field)
{
  return GSIZE_TO_POINTER ((gsize) row * CADRE_MAX_FIELDS + field + 1);
}

gboolean
cadre_patch_table_note_texts (CadrePatchTable *self)
{
  const CadrePatchFit *fit = self->fit;

  if (self->base->n_translations == 0)
    return TRUE;

  self->changed = g_hash_table_new (NULL, NULL);
  for (guint32 i = CADRE_NO_ROW; cadre_patch_fit_next_change (fit, self->kind, &i);)
    if (fit->patch->ops[i].field != CADRE_CELL_UNKNOWN_MEMBERS)
      g_hash_table_add (self->changed, cell_name (fit->rows[i], fit->patch->ops[i].field));

  return TRUE;
}

gboolean
cadre_patch_table_changes_text (const CadrePatchTable *self, guint32 base_row, guint field)
{
  return self->changed != NULL &&
         g_hash_table_contains (self->changed, cell_name (base_row, field));
}

/* Makes room for as many runs as there can be: each row that is added is one, and so is what
 * stays between two rows that are added or deleted. */
static gboolean
make_runs (CadrePatchTable *self)
{
  const gsize n_deleted = cadre_patch_fit_count_deleted (self->fit, self->kind);

  self->runs = cadre_pages_try_array_of (CadreRowRun, 2 * (gsize) self->n_added + n_deleted + 1);
  return self->runs != NULL;
}

/* The rows of the base from @row to @end that stay, from row @start of the result on; gives
 * the row behind them. */
static guint32
add_staying (CadrePatchTable *self, guint32 row, guint32 end, guint32 start)
{
  while (row < end)
    {
      const guint32 stop = cadre_patch_fit_next_deleted (self->fit, self->kind, row, end);

      if (stop > row)
        self->runs[self->n_runs++] = (CadreRowRun){ row, stop - row, CADRE_NO_ROW, start };
      start += stop - row;
      row = stop + 1;
    }

  return start;
}

/* The rows that the result has, in their order. */
static gboolean
list_runs (CadrePatchTable *self, GError **error)
{
  g_autofree guint32 *places = cadre_patch_table_list_places (self, error);
  guint32 row = 0;
  guint32 start = 0;

  if (places == NULL)
    return FALSE;
  if (!make_runs (self))
    return cadre_patch_set_memory_error (error);

  for (guint32 i = 0; i < self->n_added; i++)
    {
      start = add_staying (self, row, places[i], start);
      self->runs[self->n_runs++] = (CadreRowRun){ places[i], 1, i, start++ };
      row = places[i];
    }
  add_staying (self, row, self->n_base, start);
  return TRUE;
}

/* The run that a row of the base is in: from one that begins before it on in steps that
 * double, and then between the last two. */
static guint32
find_run (const CadrePatchTable *self, guint32 base_row, guint32 from)
{
  const CadreRowRun *runs = self->runs;
  const guint32 n = self->n_runs;
  guint32 low = from;
  guint32 high = from;

  for (guint32 step = 1; high < n && runs[high].first <= base_row; step *= 2)
    {
      low = high + 1;
      high = step < n - high ? high + step : n;
    }
  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;

      if (runs[middle].first <= base_row)
        low = middle + 1;
      else
        high = middle;
    }

  return low - 1;
}

/* Where a row of the base that stays is in the result. Rows are mostly asked for in
 * their order: @run is the one that the last was in. */
static guint32
find_row (const CadrePatchTable *self, guint32 base_row, guint32 *run)
{
  const guint32 from = *run < self->n_runs && self->runs[*run].first <= base_row ? *run : 0;
  const guint32 i = find_run (self, base_row, from);

  *run = i;
  return self->runs[i].start + (base_row - self->runs[i].first);
}

static gboolean
is_same_key (const CadrePatchTable *self, guint32 a, guint32 b)
{
  const CadreTables *tables = self->fit->tables;
  const CadreTable *table = cadre_tables_get (tables, self->kind);
  guint n_keys = 0;
  const guint8 *keys = cadre_tables_key_fields (self->kind, &n_keys);

  if (self->kind == CADRE_RECORD_KIND_ASSIGNMENT &&
      cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_ID, a) != 0)
    n_keys = 1;
  for (guint i = 0; i < n_keys; i++)
    if (!cadre_tables_cells_equal (tables, a, tables, b, self->kind, keys[i]))
      return FALSE;

  return TRUE;
}

/* Rows of the result that have one key, some of which are added. */
typedef struct
{
  guint32 begin;
  guint32 end;
  guint32 last; /* the operation that adds the last one */
  gboolean is_shared;
  const guint32 *texts; /* (nullable): the first of each key */
} SameKey;

/* Looks whether the key of a new row was there already, unless it is said that it
 * is. Only what is beside a new row can have its key. */
static void
check_key (CadrePatchTable *self, const CadreRowRun *run, SameKey *same)
{
  const guint32 row = run->start;
  const guint32 n = cadre_tables_get (self->fit->tables, self->kind)->n_rows;
  const guint32 *texts = same->texts;
  const guint32 op = g_array_index (self->added_by, guint32, run->added);
  const gboolean is_shared = self->fit->patch->ops[op].shared;

  if (row < same->end)
    {
      same->last = op;
      same->is_shared = same->is_shared || is_shared;
      return;
    }

  same->begin = row;
  same->end = row + 1;
  while (same->begin > 0 && (texts == NULL || texts[same->begin - 1] == texts[row]) &&
         is_same_key (self, same->begin - 1, row))
    same->begin--;
  while (same->end < n && (texts == NULL || texts[same->end] == texts[row]) &&
         is_same_key (self, row, same->end))
    same->end++;
  same->last = op;
  same->is_shared = is_shared;
}

static void
report_same_key (CadrePatchTable *self, const SameKey *same)
{
  if (same->end - same->begin > 1 && !same->is_shared)
    cadre_patch_fit_report (self->fit, same->last, CADRE_MISFIT_EXISTS);
}

static void
check_keys (CadrePatchTable *self)
{
  SameKey same = { 0, 0, 0, TRUE, cadre_patch_table_get_first_texts (self, self->fit->tables) };

  for (guint32 i = 0; i < self->n_runs; i++)
    {
      if (self->runs[i].added == CADRE_NO_ROW || self->are_alone[self->runs[i].added])
        continue;
      if (self->runs[i].start >= same.end)
        report_same_key (self, &same);
      check_key (self, &self->runs[i], &same);
    }
  report_same_key (self, &same);
}

/* The operations that add rows, in the order that those have now. */
static gboolean
sort_added (CadrePatchTable *self, GError **error)
{
  CadreTables *tables = self->fit->tables;
  const CadreTable *table = cadre_tables_get (tables, self->kind);
  g_autoptr (GArray) sorted = NULL;

  self->n_added = table->n_rows;
  if (!cadre_tables_sort (tables, self->kind, error))
    return FALSE;
  if (table->source_rows == NULL)
    return TRUE;

  sorted = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < table->n_rows; i++)
    g_array_append_val (sorted, g_array_index (self->added_by, guint32, table->source_rows[i]));
  g_array_unref (self->added_by);
  self->added_by = g_steal_pointer (&sorted);
  return TRUE;
}

/* The new row of each that is added. */
static guint32 *
list_added (const CadrePatchTable *self)
{
  guint32 *rows = g_try_new (guint32, MAX (self->n_added, 1));

  for (guint32 i = 0; rows != NULL && i < self->n_runs; i++)
    if (self->runs[i].added != CADRE_NO_ROW)
      rows[self->runs[i].added] = self->runs[i].start;
  return rows;
}

static gboolean
move_translations (CadrePatchTable *self, GError **error)
{
  CadreTables *tables = self->fit->tables;
  g_autofree guint32 *rows = NULL;

  if (tables->n_translations == 0)
    return TRUE;
  rows = list_added (self);
  if (rows == NULL)
    return cadre_patch_set_memory_error (error);

  for (guint32 i = 0; i < tables->n_translations; i++)
    if (tables->translations[i].kind == self->kind)
      tables->translations[i].row = rows[tables->translations[i].row];
  return TRUE;
}

static gboolean
change_records (CadrePatchTable *self, GError **error)
{
  CadrePatchFit *fit = self->fit;
  guint32 run = 0;

  for (guint32 i = CADRE_NO_ROW; cadre_patch_fit_next_change (fit, self->kind, &i);)
    if (!cadre_patch_fit_is_deleted (fit, self->kind, fit->rows[i]) &&
        !cadre_tables_copy_cell (fit->tables, find_row (self, fit->rows[i], &run), fit->new_,
                                 cadre_patch_fit_new_row (fit, i), self->kind,
                                 fit->patch->ops[i].field, error))
      return FALSE;

  return TRUE;
}

static gboolean
assemble_table (CadrePatchTable *self, GError **error)
{
  return cadre_tables_join (self->fit->tables, self->base, self->kind, self->runs, self->n_runs,
                            error) &&
         move_translations (self, error) && change_records (self, error);
}

/* Those of the base that stay, in their new rows. */
static gboolean
copy_translations (CadrePatchTable *tables, GError **error)
{
  CadreTables *result = tables[0].fit->tables;
  const CadreTables *base = tables[0].base;
  guint32 run = 0;

  for (guint32 i = 0; i < base->n_translations; i++)
    {
      CadreTranslation translation = base->translations[i];
      const CadrePatchTable *table = &tables[translation.kind];

      if (cadre_patch_fit_is_deleted (table->fit, translation.kind, translation.row) ||
          cadre_patch_table_changes_text (table, translation.row, translation.field))
        continue;
      translation.row = find_row (table, translation.row, &run);
      if (!cadre_tables_add_translation (result, &translation, error))
        return FALSE;
    }

  cadre_tables_sort_translations (result);
  return TRUE;
}

gboolean
cadre_patch_assemble (CadrePatchTable *tables, GError **error)
{
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (!sort_added (&tables[kind], error))
      return FALSE;

  /* Rows are compared by their translations too, so that no row may get another
   * number before all have their place. */
  cadre_tables_sort_translations (tables[0].fit->tables);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (!list_runs (&tables[kind], error))
      return FALSE;
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (!assemble_table (&tables[kind], error))
      return FALSE;
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (tables[kind].added_by->len > 0)
      check_keys (&tables[kind]);

  return copy_translations (tables, error);
}
