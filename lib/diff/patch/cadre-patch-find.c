/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Finding the records that operations are about, and whether they are as the
 * operations say. */

#include "config.h"

#include "diff/patch/cadre-patch-assemble-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

#define FEW 256 /* operations are few where there are so many rows for each */
#define AHEAD 8 /* so many operations before it is its turn, memory for one is asked for */

/* The rows of one kind, in their order. */
typedef struct
{
  CadrePatchFit *fit;
  CadreRecordKind kind;
  const CadreTable *table; /* of the base */
  const CadreTable *old;
  const guint8 *keys; /* the fields that name a record */
  guint n_keys;
  gboolean has_rest; /* whether rows may have texts in other languages, or unknown members */
  guint n_fields;
  guint8 fields[CADRE_MAX_FIELDS]; /* those that some row says something about */
  guint8 plain[CADRE_MAX_FIELDS];  /* by field, the bytes of a cell where equal ones are equal
                                    * values; 0 where they need not be */
  const guint32 *texts;            /* (nullable): the first of each key, NULL where keys begin with
                                    * something else, or no row says it */
  const guint32 *old_texts;        /* (nullable): likewise */
  const guint32 *first; /* (nullable): by code of such a text, the first row with it, or a row
                         * of another text or table; NULL where operations are few */
  GHashTable *behind;   /* deleted row -> one behind it, with none between that is not deleted */
} Finder;

static void
list_fields (Finder *self)
{
  const guint n_fields = cadre_schema_get (self->kind)->n_fields;

  for (guint i = 0; i < n_fields; i++)
    {
      const CadreFieldKind kind = cadre_schema_get (self->kind)->fields[i].kind;
      const gboolean in_both = self->table->columns[i] != NULL && self->old->columns[i] != NULL;

      if (self->table->columns[i] != NULL || self->old->columns[i] != NULL)
        self->fields[self->n_fields++] = (guint8) i;
      if (in_both && kind != CADRE_FIELD_KIND_FRACTION &&
          (kind < CADRE_FIELD_KIND_STRINGS || kind > CADRE_FIELD_KIND_ATTRIBUTES))
        self->plain[i] = (guint8) cadre_field_kind_size (kind);
    }
}

static void
take_first_texts (Finder *self)
{
  const guint field = self->keys[0];

  if (!cadre_field_kind_is_text (cadre_schema_get (self->kind)->fields[field].kind) ||
      self->table->columns[field] == NULL || self->old->columns[field] == NULL)
    return;

  self->texts = self->table->columns[field];
  self->old_texts = self->old->columns[field];
}

/* Tables share the room, which the first of them makes. What another one has left there
 * is told by the text of the row. */
static gboolean
index_first_texts (Finder *self)
{
  const gsize n_codes = cadre_string_table_size (self->fit->strings);
  guint32 *first = self->fit->room;

  if (self->texts == NULL || self->fit->n_of_kind[self->kind] < self->table->n_rows / FEW)
    return TRUE;

  if (first == NULL)
    {
      first = self->fit->room = cadre_pages_try_array_of (guint32, n_codes);
      if (first == NULL)
        return FALSE;
      self->fit->room_size = n_codes * sizeof (guint32);
      memset (first, 0xff, self->fit->room_size);
    }
  for (guint32 row = self->table->n_rows; row > 0; row--)
    first[self->texts[row - 1]] = row - 1;

  self->first = first;
  return TRUE;
}

static gboolean
finder_init (Finder *self, CadrePatchFit *fit, CadreRecordKind kind)
{
  memset (self, 0, sizeof (*self));
  self->fit = fit;
  self->kind = kind;
  self->table = cadre_tables_get (fit->base, kind);
  self->old = cadre_tables_get (fit->old, kind);
  self->keys = cadre_tables_key_fields (kind, &self->n_keys);
  self->behind = g_hash_table_new (NULL, NULL);
  self->has_rest = fit->base->n_translations > 0 || fit->old->n_translations > 0 ||
                   self->table->extra != NULL || self->old->extra != NULL;
  list_fields (self);
  take_first_texts (self);
  return index_first_texts (self);
}

static void
finder_clear (Finder *self)
{
  g_hash_table_unref (self->behind);
}

static gboolean
is_same_number (const Finder *self, guint32 row, guint32 old_row, guint field)
{
  gconstpointer cells = self->table->columns[field];
  gconstpointer old_cells = self->old->columns[field];

  switch (self->plain[field])
    {
    case sizeof (guint8):
      return ((const guint8 *) cells)[row] == ((const guint8 *) old_cells)[old_row];
    case sizeof (guint32):
      return ((const guint32 *) cells)[row] == ((const guint32 *) old_cells)[old_row];
    case sizeof (guint64):
      return ((const guint64 *) cells)[row] == ((const guint64 *) old_cells)[old_row];
    default:
      return FALSE;
    }
}

/* The strings of the old rows know all codes of the base. */
static int
compare_fields (const Finder *self, guint32 row, guint32 old_row, const guint8 *fields, guint n)
{
  int order = 0;

  for (guint i = 0; order == 0 && i < n; i++)
    if (!is_same_number (self, row, old_row, fields[i]))
      order = cadre_tables_compare_cells (self->fit->old, old_row, self->fit->base, row, self->kind,
                                          fields[i]);
  return -order;
}

/* What has an id is named by it alone. */
static int
compare_key (const Finder *self, guint32 row, guint32 old_row)
{
  const gboolean has_id = self->kind == CADRE_RECORD_KIND_ASSIGNMENT &&
                          cadre_table_code (self->old, CADRE_FIELD_ASSIGNMENT_ID, old_row) != 0;

  return compare_fields (self, row, old_row, self->keys, has_id ? 1 : self->n_keys);
}

static int
compare_record (const Finder *self, guint32 row, guint32 old_row)
{
  int order = compare_fields (self, row, old_row, self->keys, self->n_keys);

  if (order == 0)
    order = compare_fields (self, row, old_row, self->fields, self->n_fields);
  if (order == 0 && self->has_rest)
    order = -cadre_tables_compare_rows_between (self->fit->old, old_row, self->fit->base, row,
                                                self->kind);
  return order;
}

/* The first row with the first text of the key of a row of the operations; the number of
 * all rows where none has it. */
static guint32
get_first (const Finder *self, guint32 old_row)
{
  const guint32 code = self->old_texts[old_row];
  const guint32 row = self->first[code];

  return row < self->table->n_rows && self->texts[row] == code ? row : self->table->n_rows;
}

/* The first row that is not before a row of the operations: in steps that double,
 * and then between the last two. */
static guint32
find_first (const Finder *self,
            guint32 old_row,
            int (*compare) (const Finder *self, guint32 row, guint32 old_row))
{
  const guint32 n = self->table->n_rows;
  guint32 low = 0;
  guint32 high = 0;
  guint32 step = 1;

  if (self->first != NULL)
    low = high = get_first (self, old_row);
  while (high < n && compare (self, high, old_row) < 0)
    {
      low = high + 1;
      high = MIN (high + step, n);
      step *= 2;
    }
  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;

      if (compare (self, middle, old_row) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static guint32
get_behind (const Finder *self, guint32 row)
{
  const gpointer behind = g_hash_table_lookup (self->behind, GUINT_TO_POINTER (row));

  return behind != NULL ? GPOINTER_TO_UINT (behind) : row + 1;
}

/* The first row from @row on that is not deleted. What was passed on the way is
 * passed at once the next time, so that many records with one key take no longer
 * than others. */
static guint32
skip_deleted (Finder *self, guint32 row)
{
  guint32 place = row;

  while (place < self->table->n_rows && cadre_patch_fit_is_deleted (self->fit, self->kind, place))
    place = get_behind (self, place);
  while (row < place)
    {
      const guint32 behind = get_behind (self, row);

      g_hash_table_insert (self->behind, GUINT_TO_POINTER (row), GUINT_TO_POINTER (place));
      row = behind;
    }

  return place;
}

/* Which of two texts comes first does not matter here. */
static gboolean
has_key (const Finder *self, guint32 row, guint32 old_row)
{
  return row < self->table->n_rows &&
         (self->texts == NULL || self->texts[row] == self->old_texts[old_row]) &&
         compare_key (self, row, old_row) == 0;
}

/* The first row with the first text of a key is mostly the one. */
static gboolean
is_first_the_one (const Finder *self, guint32 old_row, guint32 *row)
{
  if (self->first == NULL)
    return FALSE;

  *row = get_first (self, old_row);
  return *row < self->table->n_rows && !cadre_patch_fit_is_deleted (self->fit, self->kind, *row) &&
         compare_record (self, *row, old_row) == 0;
}

static gboolean
find_record (Finder *self, guint32 old_row, guint32 *row)
{
  if (is_first_the_one (self, old_row, row))
    return TRUE;

  *row = skip_deleted (self, find_first (self, old_row, compare_record));
  return *row < self->table->n_rows && compare_record (self, *row, old_row) == 0;
}

/* What is deleted is found by all that it holds. */
static void
find_deleted (Finder *self, guint32 i)
{
  const guint32 old_row = cadre_patch_fit_old_row (self->fit, i);
  guint32 row = CADRE_NO_ROW;

  if (find_record (self, old_row, &row))
    {
      self->fit->rows[i] = row;
      cadre_patch_fit_set_deleted (self->fit, self->kind, row);
      return;
    }

  cadre_patch_fit_report (self->fit, i,
                          has_key (self,
                                   skip_deleted (self, find_first (self, old_row, compare_key)),
                                   old_row)
                            ? CADRE_MISFIT_DIFFERS
                            : CADRE_MISFIT_MISSING);
}

/* What is changed is found by its key alone, among what is not deleted. */
static void
find_changed (Finder *self, guint32 i)
{
  const guint32 old_row = cadre_patch_fit_old_row (self->fit, i);
  const guint32 row = skip_deleted (self, find_first (self, old_row, compare_key));

  if (!has_key (self, row, old_row))
    cadre_patch_fit_report (self->fit, i, CADRE_MISFIT_MISSING);
  else if (has_key (self, skip_deleted (self, row + 1), old_row))
    cadre_patch_fit_report (self->fit, i, CADRE_MISFIT_AMBIGUOUS);
  else
    self->fit->rows[i] = row;
}

static void
check_value (Finder *self, guint32 i)
{
  CadrePatchFit *fit = self->fit;
  const CadrePatchOp *op = &fit->patch->ops[i];
  const CadrePatchOp *last = i > 0 ? op - 1 : NULL;

  if (last != NULL && last->kind == op->kind && last->key == op->key && last->field == op->field)
    cadre_patch_fit_report (fit, i, CADRE_MISFIT_REPEATED);
  else if (!cadre_tables_cells_equal (fit->base, fit->rows[i], fit->old,
                                      cadre_patch_fit_old_row (fit, i), self->kind, op->field))
    cadre_patch_fit_report (fit, i, CADRE_MISFIT_DIFFERS);
}

/* By force: GCC 12 leaves out calls of what only asks for memory. */
static inline __attribute__ ((always_inline)) void
prefetch_cell (const Finder *self, guint32 row, guint field)
{
  const gsize size = cadre_field_kind_size (cadre_schema_get (self->kind)->fields[field].kind);

  if (self->table->columns[field] != NULL)
    __builtin_prefetch ((const guint8 *) self->table->columns[field] + row * size);
}

/* Where it says which row an operation is most likely about; NULL where nothing does. */
static const guint32 *
get_guess (const Finder *self, guint32 i)
{
  const CadrePatch *patch = self->fit->patch;

  if (self->first == NULL || i >= patch->n_ops || patch->ops[i].kind != self->kind ||
      patch->ops[i].action == CADRE_PATCH_ACTION_CREATE)
    return NULL;

  return &self->first[self->old_texts[cadre_patch_fit_old_row (self->fit, i)]];
}

/* Asks for the memory of what a later operation is about: first for the place that
 * says where that is, and then for what is compared there. By force: GCC 12 leaves out calls of
 * what only asks for memory. */
static inline __attribute__ ((always_inline)) void
prefetch (const Finder *self, guint32 i)
{
  const guint32 *guess = get_guess (self, i + AHEAD);
  const guint32 *next = get_guess (self, i + 2 * AHEAD);
  const CadrePatchOp *op = NULL;

  if (next != NULL)
    __builtin_prefetch (next);
  if (guess == NULL || *guess >= self->table->n_rows)
    return;

  op = &self->fit->patch->ops[i + AHEAD];
  if (op->action == CADRE_PATCH_ACTION_DELETE)
    for (guint field = 0; field < self->n_fields; field++)
      prefetch_cell (self, *guess, self->fields[field]);
  else
    for (guint key = 0; key < self->n_keys; key++)
      prefetch_cell (self, *guess, self->keys[key]);
  if (op->field < cadre_schema_get (self->kind)->n_fields)
    prefetch_cell (self, *guess, op->field);
}

static void
find_all (Finder *self)
{
  const CadrePatchSpan *deleted = &self->fit->spans[CADRE_PATCH_ACTION_DELETE][self->kind];

  for (guint32 i = deleted->begin; i < deleted->end; i++)
    {
      prefetch (self, i);
      find_deleted (self, i);
    }
  for (guint32 i = CADRE_NO_ROW; cadre_patch_fit_next_change (self->fit, self->kind, &i);)
    {
      prefetch (self, i);
      find_changed (self, i);
      if (self->fit->rows[i] != CADRE_NO_ROW)
        check_value (self, i);
    }
}

static gboolean
find_kind (CadrePatchFit *fit, CadreRecordKind kind)
{
  Finder self;
  gboolean ok = FALSE;

  fit->deleted[kind] = g_try_new0 (guint64, cadre_tables_get (fit->base, kind)->n_rows / 64 + 1);
  if (fit->deleted[kind] == NULL)
    return FALSE;

  ok = finder_init (&self, fit, kind);
  if (ok)
    find_all (&self);
  finder_clear (&self);
  return ok;
}

static gboolean
is_same_list (const CadreTables *a, guint32 offset_a, const CadreTables *b, guint32 offset_b)
{
  guint n_a = 0;
  guint n_b = 0;
  const guint32 *list_a = cadre_tables_list (a, offset_a, &n_a);
  const guint32 *list_b = cadre_tables_list (b, offset_b, &n_b);

  return (offset_a == 0) == (offset_b == 0) && n_a == n_b &&
         (n_a == 0 || memcmp (list_a, list_b, n_a * sizeof (guint32)) == 0);
}

static gboolean
is_same_head (const CadrePatchFit *self, guint field)
{
  const CadreTables *base = self->base;
  const CadreTables *old = self->old;

  switch (field)
    {
    case CADRE_HEAD_FIELD_ID:
      return base->id == old->id;
    case CADRE_HEAD_FIELD_TITLE:
      return base->title == old->title &&
             is_same_list (base, base->title_translations, old, old->title_translations);
    case CADRE_HEAD_FIELD_AS_OF:
      return base->as_of == old->as_of;
    case CADRE_HEAD_FIELD_LANGUAGE:
      return base->language == self->old_language;
    case CADRE_HEAD_FIELD_SOURCE:
      return base->source == old->source;
    case CADRE_HEAD_FIELD_LICENCE:
      return base->licence == old->licence;
    case CADRE_HEAD_FIELD_NOTES:
      return is_same_list (base, base->notes, old, old->notes);
    default:
      return base->extra == old->extra;
    }
}

static void
check_head (CadrePatchFit *self)
{
  const CadrePatchOp *ops = self->patch->ops;

  for (guint32 i = 0; i < self->patch->n_ops && ops[i].kind == CADRE_PATCH_HEAD; i++)
    if (i > 0 && ops[i - 1].field == ops[i].field)
      cadre_patch_fit_report (self, i, CADRE_MISFIT_REPEATED);
    else if (!is_same_head (self, ops[i].field))
      cadre_patch_fit_report (self, i, CADRE_MISFIT_DIFFERS);
}

gboolean
cadre_patch_fit_find (CadrePatchFit *self, GError **error)
{
  check_head (self);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (self->n_of_kind[kind] > 0 && !find_kind (self, kind))
      return cadre_patch_set_memory_error (error);

  return TRUE;
}
