/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-extract-reader
 * @Title: CadreExtractReader
 * @Short_Description: Reads what an HR system exports
 *
 * A #CadreExtractReader reads tables of positions, assignments or employees
 * through a #CadreFieldMap. Rows that name the same id are about the same record:
 * two rows of one post are two people in it, and a person in several rows is one
 * person. Where two rows contradict each other, the first holds and an issue says
 * so. Cells that a field cannot hold are issues, and are kept as attributes where
 * the record has them. An assignment without a number of its own gets the id
 * PERSON/POST/FIRST-DAY, without a day that is not known, and with its basis behind
 * it where that is not substantive.
 *
 * Each row that is not blank meets one fate, and the fates of a #CadreImport add up
 * to the rows. Origins name the table, the row, a header being row 1, and the cell.
 *
 * Rows go straight into columns: time and memory grow with the tables, and no
 * object is made of a row.
 */

#include "config.h"

#include "exchange/extract/cadre-extract-private.h"

typedef struct
{
  guint table;
  GBytes *bytes; /* (nullable) */
  GFile *file;   /* (nullable), ONLY without bytes */
} Source;

struct _CadreExtractReader
{
  GObject parent_instance;

  CadreFieldMap *map;
  CadreLimits *limits; /* (nullable) */
  CadreDate *as_of;    /* (nullable) */
  gboolean formula_guard;
  GArray *sources; /* (element-type Source) */
};

enum
{
  PROP_0,
  PROP_FIELD_MAP,
  PROP_LIMITS,
  PROP_AS_OF,
  PROP_FORMULA_GUARD,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/**
 * CadreExtractReader:
 *
 * Reads what an HR system exports.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreExtractReader, cadre_extract_reader, G_TYPE_OBJECT)

static void
clear_source (gpointer data)
{
  Source *source = data;

  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_clear_object (&source->file);
}

static void
cadre_extract_reader_finalize (GObject *object)
{
  CadreExtractReader *self = CADRE_EXTRACT_READER (object);

  g_clear_object (&self->map);
  g_clear_object (&self->limits);
  g_clear_pointer (&self->as_of, cadre_date_free);
  g_clear_pointer (&self->sources, g_array_unref);

  G_OBJECT_CLASS (cadre_extract_reader_parent_class)->finalize (object);
}

static void
cadre_extract_reader_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CadreExtractReader *self = CADRE_EXTRACT_READER (object);

  switch (prop_id)
    {
    case PROP_FIELD_MAP:
      g_value_set_object (value, self->map);
      break;
    case PROP_LIMITS:
      g_value_set_object (value, self->limits);
      break;
    case PROP_AS_OF:
      g_value_set_boxed (value, self->as_of);
      break;
    case PROP_FORMULA_GUARD:
      g_value_set_boolean (value, self->formula_guard);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_extract_reader_set_property (GObject *object,
                                   guint prop_id,
                                   const GValue *value,
                                   GParamSpec *pspec)
{
  CadreExtractReader *self = CADRE_EXTRACT_READER (object);

  switch (prop_id)
    {
    case PROP_FIELD_MAP:
      self->map = g_value_dup_object (value);
      break;
    case PROP_LIMITS:
      cadre_extract_reader_set_limits (self, g_value_get_object (value));
      break;
    case PROP_AS_OF:
      cadre_extract_reader_set_as_of (self, g_value_get_boxed (value));
      break;
    case PROP_FORMULA_GUARD:
      cadre_extract_reader_set_formula_guard (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_extract_reader_class_init (CadreExtractReaderClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cadre_extract_reader_finalize;
  object_class->get_property = cadre_extract_reader_get_property;
  object_class->set_property = cadre_extract_reader_set_property;

  /**
   * CadreExtractReader:field-map:
   *
   * What the tables are.
   *
   * Since: 1.0
   */
  props[PROP_FIELD_MAP] =
    g_param_spec_object ("field-map", NULL, NULL, CADRE_TYPE_FIELD_MAP,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  /**
   * CadreExtractReader:limits:
   *
   * What the tables may ask for; %NULL for cadre_limits_new_bounded().
   *
   * Since: 1.0
   */
  props[PROP_LIMITS] =
    g_param_spec_object ("limits", NULL, NULL, CADRE_TYPE_LIMITS,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * CadreExtractReader:as-of:
   *
   * The date at which the extract was drawn, which becomes that of the structure.
   *
   * Since: 1.0
   */
  props[PROP_AS_OF] =
    g_param_spec_boxed ("as-of", NULL, NULL, CADRE_TYPE_DATE,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /**
   * CadreExtractReader:formula-guard:
   *
   * Whether the tables were written with cadre_csv_writer_set_formula_guard(), whose
   * marks are to be taken away.
   *
   * Since: 1.0
   */
  props[PROP_FORMULA_GUARD] =
    g_param_spec_boolean ("formula-guard", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cadre_extract_reader_init (CadreExtractReader *self)
{
  self->sources = g_array_new (FALSE, FALSE, sizeof (Source));
  g_array_set_clear_func (self->sources, clear_source);
}

/**
 * cadre_extract_reader_new:
 * @field_map: what the tables are
 *
 * Makes a reader that has no tables yet.
 *
 * Returns: (transfer full): the reader
 *
 * Since: 1.0
 */
CadreExtractReader *
cadre_extract_reader_new (CadreFieldMap *field_map)
{
  g_return_val_if_fail (CADRE_IS_FIELD_MAP (field_map), NULL);

  return g_object_new (CADRE_TYPE_EXTRACT_READER, "field-map", field_map, NULL);
}

/**
 * cadre_extract_reader_get_field_map:
 * @self: a #CadreExtractReader
 *
 * Gets what the tables are.
 *
 * Returns: (transfer none): the map
 *
 * Since: 1.0
 */
CadreFieldMap *
cadre_extract_reader_get_field_map (CadreExtractReader *self)
{
  g_return_val_if_fail (CADRE_IS_EXTRACT_READER (self), NULL);

  return self->map;
}

/**
 * cadre_extract_reader_get_limits:
 * @self: a #CadreExtractReader
 *
 * Gets what the tables may ask for.
 *
 * Returns: (transfer none) (nullable): the limits, or %NULL for
 *   cadre_limits_new_bounded()
 *
 * Since: 1.0
 */
CadreLimits *
cadre_extract_reader_get_limits (CadreExtractReader *self)
{
  g_return_val_if_fail (CADRE_IS_EXTRACT_READER (self), NULL);

  return self->limits;
}

/**
 * cadre_extract_reader_set_limits:
 * @self: a #CadreExtractReader
 * @limits: (nullable): the limits, or %NULL for cadre_limits_new_bounded()
 *
 * Sets what the tables may ask for.
 *
 * Since: 1.0
 */
void
cadre_extract_reader_set_limits (CadreExtractReader *self, CadreLimits *limits)
{
  g_return_if_fail (CADRE_IS_EXTRACT_READER (self));
  g_return_if_fail (limits == NULL || CADRE_IS_LIMITS (limits));

  if (g_set_object (&self->limits, limits))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LIMITS]);
}

/**
 * cadre_extract_reader_get_as_of:
 * @self: a #CadreExtractReader
 *
 * Gets the date at which the extract was drawn.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL where it is not known
 *
 * Since: 1.0
 */
CadreDate *
cadre_extract_reader_get_as_of (CadreExtractReader *self)
{
  g_return_val_if_fail (CADRE_IS_EXTRACT_READER (self), NULL);

  return self->as_of != NULL ? cadre_date_copy (self->as_of) : NULL;
}

/**
 * cadre_extract_reader_set_as_of:
 * @self: a #CadreExtractReader
 * @as_of: (nullable): the date, or %NULL where it is not known
 *
 * Sets the date at which the extract was drawn.
 *
 * Since: 1.0
 */
void
cadre_extract_reader_set_as_of (CadreExtractReader *self, const CadreDate *as_of)
{
  g_return_if_fail (CADRE_IS_EXTRACT_READER (self));

  if (cadre_date_pack (self->as_of) == cadre_date_pack (as_of))
    return;

  g_clear_pointer (&self->as_of, cadre_date_free);
  self->as_of = as_of != NULL ? cadre_date_copy (as_of) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AS_OF]);
}

/**
 * cadre_extract_reader_get_formula_guard:
 * @self: a #CadreExtractReader
 *
 * Tells whether marks against formulas are taken away.
 *
 * Returns: %TRUE if they are
 *
 * Since: 1.0
 */
gboolean
cadre_extract_reader_get_formula_guard (CadreExtractReader *self)
{
  g_return_val_if_fail (CADRE_IS_EXTRACT_READER (self), FALSE);

  return self->formula_guard;
}

/**
 * cadre_extract_reader_set_formula_guard:
 * @self: a #CadreExtractReader
 * @formula_guard: %TRUE to take them away
 *
 * Sets whether marks against formulas are taken away.
 *
 * Since: 1.0
 */
void
cadre_extract_reader_set_formula_guard (CadreExtractReader *self, gboolean formula_guard)
{
  g_return_if_fail (CADRE_IS_EXTRACT_READER (self));

  formula_guard = formula_guard != FALSE;
  if (self->formula_guard == formula_guard)
    return;

  self->formula_guard = formula_guard;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_FORMULA_GUARD]);
}

static gboolean
add_source (CadreExtractReader *self, const char *table, GBytes *bytes, GFile *file, GError **error)
{
  const int found = cadre_field_map_find_table (self->map, table);
  Source source = { (guint) found, bytes != NULL ? g_bytes_ref (bytes) : NULL,
                    file != NULL ? g_object_ref (file) : NULL };

  if (found >= 0)
    {
      g_array_append_val (self->sources, source);
      return TRUE;
    }

  clear_source (&source);
  g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_NOT_FOUND,
                       "The field map has no table of that name");
  return FALSE;
}

/**
 * cadre_extract_reader_add_bytes:
 * @self: a #CadreExtractReader
 * @table: the name of a table of the map
 * @bytes: the table as CSV, with a header
 * @error: return location for a #GError, or %NULL
 *
 * Adds a table in memory. A table may come in several parts, each with a header.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_extract_reader_add_bytes (CadreExtractReader *self,
                                const char *table,
                                GBytes *bytes,
                                GError **error)
{
  g_return_val_if_fail (CADRE_IS_EXTRACT_READER (self), FALSE);
  g_return_val_if_fail (table != NULL, FALSE);
  g_return_val_if_fail (bytes != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return add_source (self, table, bytes, NULL, error);
}

/**
 * cadre_extract_reader_add_file:
 * @self: a #CadreExtractReader
 * @table: the name of a table of the map
 * @file: the table as CSV, with a header
 * @error: return location for a #GError, or %NULL
 *
 * Adds a table, which is opened by cadre_extract_reader_read().
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_extract_reader_add_file (CadreExtractReader *self,
                               const char *table,
                               GFile *file,
                               GError **error)
{
  g_return_val_if_fail (CADRE_IS_EXTRACT_READER (self), FALSE);
  g_return_val_if_fail (table != NULL, FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return add_source (self, table, NULL, file, error);
}

static gboolean
read_source (CadreExtractReader *self,
             CadreExtract *extract,
             const Source *source,
             CadreLimits *limits,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (CadreCsvReader) csv =
    source->bytes != NULL
      ? cadre_csv_reader_new_for_bytes (source->bytes, limits)
      : cadre_csv_reader_new_for_file (source->file, limits, cancellable, error);

  if (csv == NULL)
    return FALSE;

  cadre_csv_reader_set_formula_guard (csv, self->formula_guard);
  return cadre_extract_read_table (extract, source->table, csv, cancellable, error);
}

/* In the order of the map, so that objects come before what links them. */
static gboolean
read_sources (CadreExtractReader *self,
              CadreExtract *extract,
              CadreLimits *limits,
              GCancellable *cancellable,
              GError **error)
{
  for (guint table = 0; table < self->map->tables->len; table++)
    for (guint i = 0; i < self->sources->len; i++)
      {
        const Source *source = &g_array_index (self->sources, Source, i);

        if (source->table == table &&
            !read_source (self, extract, source, limits, cancellable, error))
          return FALSE;
      }

  return TRUE;
}

/**
 * cadre_extract_reader_read:
 * @self: a #CadreExtractReader
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads all tables into one structure. Tables are read in the order of the map,
 * and parts of one table in the order in which they were added.
 *
 * A file without a header, or without a column that the map requires, is an error,
 * as is one past the limits. What is wrong with single rows is in
 * cadre_import_get_issues().
 *
 * Returns: (transfer full): what the tables have become, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreImport *
cadre_extract_reader_read (CadreExtractReader *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreLimits) limits = NULL;
  g_autoptr (CadreExtract) extract = NULL;
  g_autoptr (CadreStructure) structure = NULL;

  g_return_val_if_fail (CADRE_IS_EXTRACT_READER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  limits = self->limits != NULL ? g_object_ref (self->limits) : cadre_limits_new_bounded ();
  extract = cadre_extract_new (self->map, limits);
  extract->tables->as_of = cadre_date_pack (self->as_of);
  if (!read_sources (self, extract, limits, cancellable, error) ||
      !cadre_extract_resolve_persons (extract, error) ||
      !cadre_extract_name_assignments (extract, error))
    return NULL;

  cadre_extract_forget_keys (extract);
  structure = cadre_structure_seal (g_steal_pointer (&extract->tables),
                                    cadre_issue_list_new (cadre_limits_get_max_issues (limits)),
                                    cancellable, error);
  if (structure == NULL)
    return NULL;

  cadre_issue_list_seal (extract->issues);
  return cadre_import_new (structure, extract->issues, extract->fates);
}
