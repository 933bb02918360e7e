/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Bringing tables into the order in which they stay, and resolving references.
 *
 * Tables with ids are in byte order of the id, the others in order of their
 * natural key. Rows that share it are in the order of what they hold, so that
 * the order of the source never shows. */

#include "config.h"

#include "kernel/cadre-pages-private.h"
#include "structure/cadre-structure-private.h"
#include "structure/cadre-tables-cells-private.h"
#include <cadre/cadre-structure-error.h>

#include <stdlib.h>
#include <string.h>

static gboolean
set_memory_error (GError **error)
{
  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_MEMORY,
                       "There is not enough memory to seal the structure");
  return FALSE;
}

/* Texts in the first language of the document belong in the columns. */
static gboolean
settle_texts (CadreTables *self, GError **error)
{
  guint32 n = 0;

  if (self->language == 0 &&
      !cadre_tables_intern (self, CADRE_DEFAULT_LANGUAGE, strlen (CADRE_DEFAULT_LANGUAGE),
                            &self->language, error))
    return FALSE;

  for (guint32 i = 0; i < self->n_translations; i++)
    {
      CadreTranslation translation = self->translations[i];

      if (translation.language != self->language)
        self->translations[n++] = translation;
      else if (!cadre_tables_set_code (self, translation.kind, translation.row, translation.field,
                                       translation.text, error))
        return FALSE;
    }
  self->n_translations = n;

  return TRUE;
}

/* Likewise for the title of the structure. */
static gboolean
settle_title (CadreTables *self, GError **error)
{
  guint n = 0;
  const guint32 *pairs = cadre_tables_list (self, self->title_translations, &n);
  g_autofree guint32 *others = g_new (guint32, n + 1);
  guint n_others = 0;

  if (pairs == NULL)
    return TRUE;

  for (guint i = 0; i < n; i += 2)
    if (pairs[i] == self->language)
      self->title = pairs[i + 1];
    else
      {
        others[n_others++] = pairs[i];
        others[n_others++] = pairs[i + 1];
      }

  self->title_translations = 0;
  return n_others == 0 ||
         cadre_tables_add_list (self, others, n_others, &self->title_translations, error);
}

gboolean
cadre_tables_settle_language (CadreTables *self, GError **error)
{
  return settle_texts (self, error) && settle_title (self, error);
}

static int
compare_translations (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CadreTranslation *x = a;
  const CadreTranslation *y = b;
  CadreTables *tables = user_data;

  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  if (x->row != y->row)
    return x->row < y->row ? -1 : 1;
  if (x->field != y->field)
    return x->field < y->field ? -1 : 1;

  return cadre_string_table_compare (tables->strings, x->language, y->language);
}

void
cadre_tables_sort_translations (CadreTables *tables)
{
  if (tables->n_translations > 1)
    g_qsort_with_data (tables->translations, (gint) tables->n_translations,
                       sizeof (CadreTranslation), compare_translations, tables);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_lists (const CadreTables *self, guint32 a, const CadreTables *other, guint32 b)
{
  guint n_a = 0;
  guint n_b = 0;
  const guint32 *codes_a = cadre_tables_list (self, a, &n_a);
  const guint32 *codes_b = cadre_tables_list (other, b, &n_b);

  if (self == other && a == b)
    return 0;

  for (guint i = 0; i < MIN (n_a, n_b); i++)
    if (codes_a[i] != codes_b[i])
      return cadre_string_table_compare (self->strings, codes_a[i], codes_b[i]);

  if (n_a != n_b)
    return n_a < n_b ? -1 : 1;
  return (a != 0) - (b != 0);
}

static int
compare_fractions (const CadreTables *self,
                   const CadreTable *table,
                   guint32 a,
                   const CadreTables *other,
                   const CadreTable *other_table,
                   guint32 b,
                   guint i)
{
  gint64 n_a = 0, d_a = 0, n_b = 0, d_b = 0;
  int order = 0;

  cadre_tables_fraction (self, table, i, a, &n_a, &d_a);
  cadre_tables_fraction (other, other_table, i, b, &n_b, &d_b);

  /* Any fixed order will do: only equal fractions must compare equal. */
  order = compare_numbers (d_a, d_b);
  if (order == 0)
    order = compare_numbers (n_a, n_b);
  return order != 0 ? order
                    : compare_numbers (cadre_tables_fraction_form (self, table, i, a),
                                       cadre_tables_fraction_form (other, other_table, i, b));
}

int
cadre_tables_compare_cells (const CadreTables *self,
                            guint32 a,
                            const CadreTables *other,
                            guint32 b,
                            CadreRecordKind record_kind,
                            guint i)
{
  const CadreFieldKind kind = cadre_schema_get (record_kind)->fields[i].kind;
  const CadreTable *table = cadre_tables_get (self, record_kind);
  const CadreTable *other_table = cadre_tables_get (other, record_kind);
  guint32 code_a = 0;
  guint32 code_b = 0;

  if (table->columns[i] == NULL && other_table->columns[i] == NULL)
    return 0;
  if (kind == CADRE_FIELD_KIND_FRACTION)
    return compare_fractions (self, table, a, other, other_table, b, i);
  if (kind == CADRE_FIELD_KIND_PENCE)
    return compare_numbers (cadre_table_pence (table, i, a), cadre_table_pence (other_table, i, b));
  if (kind == CADRE_FIELD_KIND_WORD || kind == CADRE_FIELD_KIND_TRUTH)
    return compare_numbers (cadre_table_word (table, i, a), cadre_table_word (other_table, i, b));
  if (kind == CADRE_FIELD_KIND_INTEGER)
    return compare_numbers (cadre_table_integer (table, i, a),
                            cadre_table_integer (other_table, i, b));

  code_a = cadre_table_code (table, i, a);
  code_b = cadre_table_code (other_table, i, b);
  if (cadre_field_kind_is_text (kind))
    return code_a != code_b ? cadre_string_table_compare (self->strings, code_a, code_b) : 0;
  if (kind <= CADRE_FIELD_KIND_ATTRIBUTES)
    return compare_lists (self, code_a, other, code_b);
  return compare_numbers ((gint32) code_a, (gint32) code_b);
}

/* The texts that rows have in other languages, which are in order. */
static int
compare_rows_of_translations (const CadreTables *self,
                              guint32 a,
                              const CadreTables *other,
                              guint32 b,
                              CadreRecordKind kind)
{
  guint32 i = cadre_tables_first_translation (self, kind, a, 0);
  guint32 j = cadre_tables_first_translation (other, kind, b, 0);

  for (;; i++, j++)
    {
      gboolean has_a = cadre_tables_is_translation_of_row (self, i, kind, a);
      gboolean has_b = cadre_tables_is_translation_of_row (other, j, kind, b);
      const CadreTranslation *x = &self->translations[i];
      const CadreTranslation *y = &other->translations[j];
      int order = 0;

      if (!has_a || !has_b)
        return has_a - has_b;
      order = compare_numbers (x->field, y->field);
      if (order == 0)
        order = cadre_string_table_compare (self->strings, x->language, y->language);
      if (order == 0)
        order = cadre_string_table_compare (self->strings, x->text, y->text);
      if (order != 0)
        return order;
    }
}

static int
compare_unknown_members (const CadreTables *self,
                         guint32 a,
                         const CadreTables *other,
                         guint32 b,
                         CadreRecordKind kind)
{
  const guint32 *extra = cadre_tables_get (self, kind)->extra;
  const guint32 *other_extra = cadre_tables_get (other, kind)->extra;
  const guint32 code_a = extra != NULL ? extra[a] : 0;
  const guint32 code_b = other_extra != NULL ? other_extra[b] : 0;

  return code_a != code_b ? cadre_string_table_compare (self->strings, code_a, code_b) : 0;
}

const guint8 *
cadre_tables_key_fields (CadreRecordKind kind, guint *n)
{
  static const guint8 id_keys[] = { 0 };
  static const guint8 assignment_keys[] = {
    CADRE_FIELD_ASSIGNMENT_ID,    CADRE_FIELD_ASSIGNMENT_PERSON,     CADRE_FIELD_ASSIGNMENT_POST,
    CADRE_FIELD_ASSIGNMENT_BASIS, CADRE_FIELD_ASSIGNMENT_VALID_FROM,
  };
  const CadreSchema *schema = cadre_schema_get (kind);

  *n = kind == CADRE_RECORD_KIND_ASSIGNMENT ? G_N_ELEMENTS (assignment_keys)
       : schema->keys != NULL               ? schema->n_keys
                                            : G_N_ELEMENTS (id_keys);
  if (kind == CADRE_RECORD_KIND_ASSIGNMENT)
    return assignment_keys;
  return schema->keys != NULL ? schema->keys : id_keys;
}

/* The order of rows: by key, then by all that they hold. Assignments have both
 * an id and, where that is not stated, a natural key. */
int
cadre_tables_compare_rows_between (const CadreTables *self,
                                   guint32 a,
                                   const CadreTables *other,
                                   guint32 b,
                                   CadreRecordKind kind)
{
  const guint n_fields = cadre_schema_get (kind)->n_fields;
  guint n_keys = 0;
  const guint8 *keys = cadre_tables_key_fields (kind, &n_keys);
  int order = 0;

  for (guint i = 0; order == 0 && i < n_keys; i++)
    order = cadre_tables_compare_cells (self, a, other, b, kind, keys[i]);
  for (guint i = 0; order == 0 && i < n_fields; i++)
    order = cadre_tables_compare_cells (self, a, other, b, kind, i);
  if (order == 0)
    order = compare_unknown_members (self, a, other, b, kind);
  if (order == 0 && (self->n_translations > 0 || other->n_translations > 0))
    order = compare_rows_of_translations (self, a, other, b, kind);

  return order;
}

int
cadre_tables_compare_rows (const CadreTables *tables, CadreRecordKind kind, guint32 a, guint32 b)
{
  return cadre_tables_compare_rows_between (tables, a, tables, b, kind);
}

/* A row with the part of its first key that tells most rows apart. */
typedef struct
{
  guint64 prefix;
  guint32 row;
} SortRow;

typedef struct
{
  const CadreTables *tables;
  CadreRecordKind kind;
} SortContext;

static int
compare_sort_rows (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const SortRow *x = a;
  const SortRow *y = b;
  const SortContext *context = user_data;
  int order = 0;

  if (x->prefix != y->prefix)
    return x->prefix < y->prefix ? -1 : 1;

  order = cadre_tables_compare_rows (context->tables, context->kind, x->row, y->row);
  return order != 0 ? order : compare_numbers (x->row, y->row);
}

static guint
get_first_key (const CadreSchema *schema)
{
  guint field = schema->keys != NULL ? schema->keys[0] : 0;

  return cadre_field_kind_is_text (schema->fields[field].kind) ? field : G_MAXUINT;
}

/* How many bytes the first keys of all rows have in common. */
static gsize
measure_common_prefix (const CadreTables *tables, const CadreTable *table, guint field)
{
  const char *first = cadre_tables_text (tables, cadre_table_code (table, field, 0));
  gsize length = first != NULL ? strlen (first) : 0;

  for (guint32 row = 1; row < table->n_rows && length > 0; row++)
    {
      const char *text = cadre_tables_text (tables, cadre_table_code (table, field, row));
      gsize i = 0;

      while (text != NULL && i < length && text[i] == first[i])
        i++;
      length = i;
    }

  return length;
}

static guint64
make_prefix (const CadreStringTable *strings, guint32 code, gsize skip)
{
  const char *text = cadre_string_table_get (strings, code);
  const gsize n = text != NULL ? cadre_string_table_length (strings, code) : 0;
  guint64 prefix = 0;

  if (skip + sizeof prefix <= n)
    return cadre_string_start_bytes (text + skip);
  for (gsize i = 0; i < sizeof prefix; i++)
    prefix = prefix << 8 | (skip + i < n ? (guchar) text[skip + i] : 0);

  return prefix;
}

static SortRow *
make_sort_rows (const CadreTables *tables, const CadreTable *table)
{
  guint field = get_first_key (cadre_schema_get (table->kind));
  SortRow *rows = cadre_pages_try_array_of (SortRow, table->n_rows);
  gsize skip = 0;

  if (rows == NULL)
    return NULL;

  if (field != G_MAXUINT)
    skip = measure_common_prefix (tables, table, field);
  for (guint32 i = 0; i < table->n_rows; i++)
    {
      const guint32 code = field != G_MAXUINT ? cadre_table_code (table, field, i) : 0;

      rows[i].row = i;
      rows[i].prefix = make_prefix (tables->strings, code, skip);
    }

  return rows;
}

/* The first key tells most rows apart. */
static int
compare_with_start (const SortContext *self,
                    const guint32 *codes,
                    guint32 a,
                    guint32 b,
                    const CadreStringStart *start_b)
{
  const int order =
    codes != NULL ? cadre_string_table_compare_start (self->tables->strings, codes[a], start_b) : 0;

  return order != 0 ? order : cadre_tables_compare_rows (self->tables, self->kind, a, b);
}

/* The row up to which those from @first on are in order. */
static guint32
find_order (const SortContext *self, const guint32 *codes, guint32 first)
{
  const CadreStringTable *strings = self->tables->strings;
  const guint32 n = cadre_tables_get (self->tables, self->kind)->n_rows;
  CadreStringStart last = cadre_string_table_start (strings, codes != NULL ? codes[first] : 0);

  for (guint32 i = first + 1; i < n; i++)
    {
      if (compare_with_start (self, codes, i, i - 1, &last) < 0)
        return i;
      last = cadre_string_table_start (strings, codes != NULL ? codes[i] : 0);
    }

  return n;
}

/* Rows up to @middle and those from there on are in order. */
static void
merge (const SortContext *self, const guint32 *codes, guint32 middle, guint32 *order)
{
  const guint32 n = cadre_tables_get (self->tables, self->kind)->n_rows;
  guint32 a = 0;
  guint32 k = 0;

  for (guint32 b = middle; b < n; b++)
    {
      const CadreStringStart start =
        cadre_string_table_start (self->tables->strings, codes != NULL ? codes[b] : 0);

      while (a < middle && compare_with_start (self, codes, a, b, &start) <= 0)
        order[k++] = a++;
      order[k++] = b;
    }
  while (a < middle)
    order[k++] = a++;
}

static gboolean
sort (const SortContext *self, guint32 *order)
{
  const CadreTable *table = cadre_tables_get (self->tables, self->kind);
  g_autofree SortRow *rows = make_sort_rows (self->tables, table);

  if (rows == NULL)
    return FALSE;

  g_qsort_with_data (rows, (gint) table->n_rows, sizeof (SortRow), compare_sort_rows,
                     (gpointer) self);
  for (guint32 i = 0; i < table->n_rows; i++)
    order[i] = rows[i].row;
  return TRUE;
}

gboolean
cadre_tables_sort (CadreTables *tables, CadreRecordKind kind, GError **error)
{
  const CadreTable *table = cadre_tables_get (tables, kind);
  const SortContext context = { tables, kind };
  const guint field = get_first_key (cadre_schema_get (kind));
  const guint32 *codes = field != G_MAXUINT ? table->columns[field] : NULL;
  const guint32 middle = table->n_rows > 0 ? find_order (&context, codes, 0) : 0;
  g_autofree guint32 *order = NULL;

  if (middle == table->n_rows)
    return TRUE;

  order = cadre_pages_try_array_of (guint32, table->n_rows);
  if (order == NULL)
    return set_memory_error (error);

  /* What is put behind rows in order is mostly in order too. */
  if (find_order (&context, codes, middle) == table->n_rows)
    merge (&context, codes, middle, order);
  else if (!sort (&context, order))
    return set_memory_error (error);

  return cadre_tables_permute (tables, kind, order, error);
}

/* Which row each string code is the id of. */
static void
mark_ids (const CadreTable *table, guint32 *row_of_code)
{
  const guint32 *ids = table->columns[0];

  for (guint32 i = 0; ids != NULL && i < table->n_rows; i++)
    if (ids[i] > CADRE_STRING_NONE)
      row_of_code[ids[i]] = row_of_code[ids[i]] == CADRE_NO_ROW ? i : CADRE_AMBIGUOUS_ROW;
}

static gboolean
resolve_field (CadreTables *tables, CadreTable *table, guint field, const guint32 *row_of_code)
{
  const guint32 *codes = table->columns[field];
  guint32 *rows = NULL;

  if (codes == NULL)
    return TRUE;

  rows = cadre_tables_take_spare (tables, MAX (table->n_rows, 1) * sizeof (guint32));
  if (rows == NULL)
    return FALSE;
  for (guint32 i = 0; i < table->n_rows; i++)
    rows[i] = row_of_code[codes[i]];

  g_free (table->references[field]);
  table->references[field] = rows;
  return TRUE;
}

/* Leaves @row_of_code as it was, without going over all of it. */
static void
unmark_ids (const CadreTable *table, guint32 *row_of_code)
{
  const guint32 *ids = table->columns[0];

  for (guint32 i = 0; ids != NULL && i < table->n_rows; i++)
    row_of_code[ids[i]] = CADRE_NO_ROW;
}

static gboolean
resolve_references_to (CadreTables *tables, CadreRecordKind target, guint32 *row_of_code)
{
  const guint32 empty = cadre_string_table_lookup (tables->strings, "", 0);

  mark_ids (&tables->tables[target], row_of_code);
  row_of_code[empty] = CADRE_NO_ROW; /* no id: what is not known leads nowhere */

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      const CadreSchema *schema = cadre_schema_get (kind);

      for (guint i = 0; i < schema->n_fields; i++)
        if (schema->fields[i].kind == CADRE_FIELD_KIND_REFERENCE &&
            schema->fields[i].target == target &&
            !resolve_field (tables, &tables->tables[kind], i, row_of_code))
          return FALSE;
    }

  unmark_ids (&tables->tables[target], row_of_code);
  return TRUE;
}

gboolean
cadre_tables_resolve (CadreTables *tables, GError **error)
{
  gsize n_codes = cadre_string_table_size (tables->strings);
  g_autofree guint32 *row_of_code =
    cadre_tables_take_spare (tables, (n_codes + 2) * sizeof (guint32));

  if (row_of_code == NULL)
    return set_memory_error (error);

  memset (row_of_code, 0xff, n_codes * sizeof (guint32));
  for (guint target = 0; target < CADRE_N_RECORD_KINDS; target++)
    if (cadre_schema_get (target)->keys == NULL &&
        !resolve_references_to (tables, target, row_of_code))
      return set_memory_error (error);

  cadre_tables_drop_spare (tables);
  return TRUE;
}

gboolean
cadre_tables_seal (CadreTables *tables, GError **error)
{
  if (!cadre_tables_settle_language (tables, error))
    return FALSE;

  /* Rows of one id are told apart by their translations too, so these are
   * in order before the rows are, and are brought into it again after them. */
  cadre_tables_sort_translations (tables);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (!cadre_tables_sort (tables, kind, error))
      return FALSE;
  cadre_tables_sort_translations (tables);

  return cadre_tables_resolve (tables, error);
}
