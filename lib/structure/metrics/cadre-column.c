/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-column
 * @Title: CadreColumn
 * @Short_Description: All values of one field at once
 *
 * A structure is made of columns: an array for each field, with an element for
 * each record. A #CadreColumn is a view of such an array, for programs that go
 * through many records and for libraries of numbers. It keeps alive what it is a
 * view of, and nothing may be written to it.
 *
 * In Python, `numpy.asarray (column)` gives an array of the same memory. In other
 * languages cadre_column_get_bytes() gives the bytes.
 *
 * What stands in a column depends on the field:
 *
 * - ids, texts and references: the code of a text, an index into
 *   cadre_structure_get_string_offsets(). 0 stands for unknown, 1 for known to be
 *   none. Equal texts have equal codes.
 * - `FIELD:row` of a reference: the row that it leads to,
 *   %CADRE_COLUMN_NO_ROW or %CADRE_COLUMN_AMBIGUOUS_ROW.
 * - lists: an index into cadre_structure_get_list_pool(), where the number of
 *   elements stands, and the codes of the elements after it. 0 stands for
 *   unknown. The list of a field of pairs is name, text, name, text.
 * - dates: year << 9 | month << 5 | day, where a month or a day that is not known
 *   is 0. The values 0 and 1 are no date: a date is unknown; a bound of a period
 *   is open if 0 and unknown if 1.
 * - whole numbers and amounts in pence: -1 is unknown.
 * - words: the value of the enumeration; truths: the value of #CadreTruth.
 * - fractions: the numerator. The denominator is the column `FIELD:denominator`,
 *   where 0 stands for unknown.
 *
 * Posts have three columns besides their fields: `manager:row`, `depth`, as
 * cadre_structure_get_depth() gives it, and `computed-tier`, on the common scale,
 * with -2147483648 for unknown.
 */

#include "config.h"

#include "structure/metrics/cadre-column-private.h"
#include "structure/cadre-tables-index-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-structure-error.h>

#include <string.h>

struct _CadreColumn
{
  GObject parent_instance;

  GObject *owner; /* (nullable): NULL where @data is our own */
  gpointer data;
  gsize length;
  CadreColumnKind kind;
};

G_STATIC_ASSERT (CADRE_COLUMN_NO_ROW == CADRE_NO_ROW);
G_STATIC_ASSERT (CADRE_COLUMN_AMBIGUOUS_ROW == CADRE_AMBIGUOUS_ROW);

/**
 * CadreColumn:
 *
 * A view of all values of one field.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreColumn, cadre_column, G_TYPE_OBJECT)

static void
cadre_column_finalize (GObject *object)
{
  CadreColumn *self = CADRE_COLUMN (object);

  if (self->owner == NULL)
    g_free (self->data);
  g_clear_object (&self->owner);

  G_OBJECT_CLASS (cadre_column_parent_class)->finalize (object);
}

static void
cadre_column_class_init (CadreColumnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_column_finalize;
}

static void
cadre_column_init (CadreColumn *self)
{
}

CadreColumn *
cadre_column_new (GObject *owner, CadreColumnKind kind, gpointer data, gsize length)
{
  CadreColumn *self = g_object_new (CADRE_TYPE_COLUMN, NULL);

  self->owner = owner != NULL ? g_object_ref (owner) : NULL;
  self->kind = kind;
  self->data = data;
  self->length = length;
  return self;
}

/**
 * cadre_column_get_kind:
 * @self: a #CadreColumn
 *
 * Gets what the column is made of.
 *
 * Returns: the kind of its elements
 *
 * Since: 1.0
 */
CadreColumnKind
cadre_column_get_kind (CadreColumn *self)
{
  g_return_val_if_fail (CADRE_IS_COLUMN (self), CADRE_COLUMN_KIND_UINT8);

  return self->kind;
}

/**
 * cadre_column_get_format:
 * @self: a #CadreColumn
 *
 * Gets what the column is made of in the words of the array interface of Python,
 * such as `<u4`: byte order, kind and size.
 *
 * Returns: (transfer none): the format
 *
 * Since: 1.0
 */
const char *
cadre_column_get_format (CadreColumn *self)
{
#if G_BYTE_ORDER == G_LITTLE_ENDIAN
  static const char *const formats[] = { "|u1", "<i4", "<u4", "<i8", "<u8" };
#else
  static const char *const formats[] = { "|u1", ">i4", ">u4", ">i8", ">u8" };
#endif

  g_return_val_if_fail (CADRE_IS_COLUMN (self), NULL);

  return formats[self->kind];
}

/**
 * cadre_column_get_element_size:
 * @self: a #CadreColumn
 *
 * Gets how many bytes an element has.
 *
 * Returns: 1, 4 or 8
 *
 * Since: 1.0
 */
gsize
cadre_column_get_element_size (CadreColumn *self)
{
  static const gsize sizes[] = { 1, 4, 4, 8, 8 };

  g_return_val_if_fail (CADRE_IS_COLUMN (self), 0);

  return sizes[self->kind];
}

/**
 * cadre_column_get_length:
 * @self: a #CadreColumn
 *
 * Counts the elements.
 *
 * Returns: the number of elements
 *
 * Since: 1.0
 */
gsize
cadre_column_get_length (CadreColumn *self)
{
  g_return_val_if_fail (CADRE_IS_COLUMN (self), 0);

  return self->length;
}

/**
 * cadre_column_get_address:
 * @self: a #CadreColumn
 *
 * Gets where the elements are in memory, as a number. They are there as long as
 * the column, and must not be written to.
 *
 * Returns: the address
 *
 * Since: 1.0
 */
gsize
cadre_column_get_address (CadreColumn *self)
{
  g_return_val_if_fail (CADRE_IS_COLUMN (self), 0);

  return (gsize) self->data;
}

/**
 * cadre_column_get_bytes:
 * @self: a #CadreColumn
 *
 * Gets the elements as bytes, without copying them.
 *
 * Returns: (transfer full): the bytes
 *
 * Since: 1.0
 */
GBytes *
cadre_column_get_bytes (CadreColumn *self)
{
  g_return_val_if_fail (CADRE_IS_COLUMN (self), NULL);

  return g_bytes_new_with_free_func (self->data,
                                     self->length * cadre_column_get_element_size (self),
                                     g_object_unref, g_object_ref (self));
}

static CadreColumnKind
get_column_kind (CadreFieldKind kind)
{
  switch (kind)
    {
    case CADRE_FIELD_KIND_INTEGER:
      return CADRE_COLUMN_KIND_INT32;
    case CADRE_FIELD_KIND_WORD:
    case CADRE_FIELD_KIND_TRUTH:
      return CADRE_COLUMN_KIND_UINT8;
    case CADRE_FIELD_KIND_PENCE:
    case CADRE_FIELD_KIND_FRACTION:
      return CADRE_COLUMN_KIND_INT64;
    case CADRE_FIELD_KIND_ID:
    case CADRE_FIELD_KIND_STRING:
    case CADRE_FIELD_KIND_TEXT:
    case CADRE_FIELD_KIND_REFERENCE:
    case CADRE_FIELD_KIND_STRINGS:
    case CADRE_FIELD_KIND_REFERENCES:
    case CADRE_FIELD_KIND_ATTRIBUTES:
    case CADRE_FIELD_KIND_DATE:
    case CADRE_FIELD_KIND_VALID_FROM:
    case CADRE_FIELD_KIND_VALID_TO:
    default:
      return CADRE_COLUMN_KIND_UINT32;
    }
}

static CadreColumn *
fail (GError **error, int code, const char *message)
{
  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, code, message);
  return NULL;
}

static CadreColumn *
fail_for_memory (GError **error)
{
  return fail (error, CADRE_STRUCTURE_ERROR_MEMORY, "There is not enough memory for the column");
}

/* A column with the default in every row, where the structure has none because
 * no row says anything else. */
static CadreColumn *
make_default (const CadreTable *table, const CadreField *field, GError **error)
{
  CadreColumnKind kind = get_column_kind (field->kind);
  gsize size = cadre_field_kind_size (field->kind);
  gpointer data = g_try_malloc_n ((gsize) table->n_rows + 1, size);

  if (data == NULL)
    return fail_for_memory (error);

  if (size == 1)
    memset (data, field->initial, table->n_rows);
  else if (size == 4)
    for (guint32 i = 0; i < table->n_rows; i++)
      ((gint32 *) data)[i] = field->initial;
  else
    for (guint32 i = 0; i < table->n_rows; i++)
      ((gint64 *) data)[i] = field->initial;

  return cadre_column_new (NULL, kind, data, table->n_rows);
}

static CadreColumn *
make_rows (CadreStructure *self, const CadreTable *table, guint field, GError **error)
{
  guint32 *rows = NULL;

  if (table->references[field] != NULL)
    return cadre_column_new (G_OBJECT (self), CADRE_COLUMN_KIND_UINT32, table->references[field],
                             table->n_rows);

  rows = g_try_new (guint32, (gsize) table->n_rows + 1);
  if (rows == NULL)
    return fail_for_memory (error);
  for (guint32 i = 0; i < table->n_rows; i++)
    rows[i] = CADRE_NO_ROW;

  return cadre_column_new (NULL, CADRE_COLUMN_KIND_UINT32, rows, table->n_rows);
}

static CadreColumn *
make_denominators (CadreStructure *self, const CadreTable *table, guint field, GError **error)
{
  const CadreTables *tables = cadre_structure_get_tables (self);
  const guint16 *indices = table->denominators[field];
  gint64 *denominators = g_try_new0 (gint64, (gsize) table->n_rows + 1);

  if (denominators == NULL)
    return fail_for_memory (error);

  /* What stands for absent and for unknown is 0. */
  for (guint32 i = 0; indices != NULL && i < table->n_rows; i++)
    denominators[i] = tables->denominators[indices[i]];

  return cadre_column_new (NULL, CADRE_COLUMN_KIND_INT64, denominators, table->n_rows);
}

/* The columns of posts that no document has. */
static CadreColumn *
make_computed (CadreStructure *self, const char *name)
{
  const CadreIndex *index = cadre_structure_get_index (self);
  GObject *owner = G_OBJECT (self);

  if (strcmp (name, "manager:row") == 0)
    return cadre_column_new (owner, CADRE_COLUMN_KIND_UINT32, index->manager, index->n_posts);
  if (strcmp (name, "depth") == 0)
    return cadre_column_new (owner, CADRE_COLUMN_KIND_INT32, index->depth, index->n_posts);
  if (strcmp (name, "computed-tier") == 0)
    return cadre_column_new (owner, CADRE_COLUMN_KIND_INT32, index->tier, index->n_posts);

  return NULL;
}

static CadreColumn *
make_column (CadreStructure *self,
             const CadreTable *table,
             guint place,
             const char *part,
             GError **error)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[place];

  if (*part == '\0')
    return table->columns[place] != NULL
             ? cadre_column_new (G_OBJECT (self), get_column_kind (field->kind),
                                 table->columns[place], table->n_rows)
             : make_default (table, field, error);
  if (field->kind == CADRE_FIELD_KIND_REFERENCE && strcmp (part, ":row") == 0)
    return make_rows (self, table, place, error);
  if (field->kind == CADRE_FIELD_KIND_FRACTION && strcmp (part, ":denominator") == 0)
    return make_denominators (self, table, place, error);

  return fail (error, CADRE_STRUCTURE_ERROR_NOT_FOUND, "The field has no such part");
}

/**
 * cadre_structure_get_column:
 * @self: a #CadreStructure
 * @kind: a kind of record
 * @field: the name of a field, as documents write it, such as `title`; or with a
 *   part of it, `unit:row` or `fte:denominator`
 * @error: return location for a #GError, or %NULL
 *
 * Gets all values of one field, in the order of the records. What they mean is
 * said at #CadreColumn.
 *
 * Nothing is copied, but a column is made where every record has the default, and
 * for denominators.
 *
 * Returns: (transfer full): the column, or %NULL with @error set where there is
 *   no such field
 *
 * Since: 1.0
 */
CadreColumn *
cadre_structure_get_column (CadreStructure *self,
                            CadreRecordKind kind,
                            const char *field,
                            GError **error)
{
  const char *part = NULL;
  CadreColumn *computed = NULL;
  int place = -1;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail ((guint) kind < CADRE_N_RECORD_KINDS, NULL);
  g_return_val_if_fail (field != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  part = strchr (field, ':');
  if (part == NULL)
    part = field + strlen (field);
  place = cadre_schema_find_field (cadre_schema_get (kind), field, (gsize) (part - field));
  if (place >= 0)
    return make_column (self, cadre_tables_get (cadre_structure_get_tables (self), kind),
                        (guint) place, part, error);

  computed = kind == CADRE_RECORD_KIND_POST ? make_computed (self, field) : NULL;
  return computed != NULL
           ? computed
           : fail (error, CADRE_STRUCTURE_ERROR_NOT_FOUND, "The records have no such field");
}

/**
 * cadre_structure_get_list_pool:
 * @self: a #CadreStructure
 *
 * Gets the lists of all records, one after the other, each its length and then
 * its elements.
 *
 * Returns: (transfer full): a column of codes
 *
 * Since: 1.0
 */
CadreColumn *
cadre_structure_get_list_pool (CadreStructure *self)
{
  const CadreTables *tables = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);

  tables = cadre_structure_get_tables (self);
  return cadre_column_new (G_OBJECT (self), CADRE_COLUMN_KIND_UINT32, tables->pool,
                           tables->pool_length);
}

/**
 * cadre_structure_get_string_offsets:
 * @self: a #CadreStructure
 *
 * Gets where each text begins in cadre_structure_get_string_bytes(), by its code,
 * and at the end where the last one ends. A text ends one byte, its NUL, before
 * the next begins.
 *
 * Returns: (transfer full): a column of offsets, of 32 or 64 bits
 *
 * Since: 1.0
 */
CadreColumn *
cadre_structure_get_string_offsets (CadreStructure *self)
{
  gconstpointer offsets = NULL;
  gsize n = 0;
  guint width = 0;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);

  offsets = cadre_string_table_offsets (cadre_structure_get_tables (self)->strings, &n, &width);
  return cadre_column_new (G_OBJECT (self),
                           width == 4 ? CADRE_COLUMN_KIND_UINT32 : CADRE_COLUMN_KIND_UINT64,
                           (gpointer) offsets, n);
}

/**
 * cadre_structure_get_string_bytes:
 * @self: a #CadreStructure
 *
 * Gets all texts of the structure, in UTF-8, each with a NUL at its end.
 *
 * Returns: (transfer full): a column of bytes
 *
 * Since: 1.0
 */
CadreColumn *
cadre_structure_get_string_bytes (CadreStructure *self)
{
  const char *bytes = NULL;
  gsize n = 0;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);

  bytes = cadre_string_table_bytes (cadre_structure_get_tables (self)->strings, &n);
  return cadre_column_new (G_OBJECT (self), CADRE_COLUMN_KIND_UINT8, (gpointer) bytes, n);
}
