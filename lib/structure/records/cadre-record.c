/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-record
 * @Title: CadreRecord
 * @Short_Description: One record of a structure, detached
 *
 * A structure keeps its data in columns. Who wants a single post, line or
 * person gets a #CadreRecord of the right type: a copy that belongs to its
 * owner. Editing it changes nothing until it is given to a
 * #CadreStructureBuilder.
 *
 * Every field has a property of the same name as the member of a document, and
 * accessors. Two records are equal when all their fields are. The hash is made
 * of the kind and the id only, or of the parts of the natural key where a kind
 * has no id, so that editing a post does not lose it in a set.
 */

#include "config.h"

#include "structure/records/cadre-record-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

/**
 * CadreRecord:
 *
 * One record of a structure, detached.
 *
 * Since: 1.0
 */

typedef struct
{
  CadreCell *cells;
  char *language;        /* (nullable): the first language of the structure it came from */
  char *unknown_members; /* (nullable): canonical JSON of an object */
} CadreRecordPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (CadreRecord, cadre_record, G_TYPE_OBJECT)

static const CadreSchema *
get_schema (CadreRecord *self)
{
  return cadre_schema_get (CADRE_RECORD_GET_CLASS (self)->record_kind);
}

CadreCell *
cadre_record_get_cells (CadreRecord *self)
{
  CadreRecordPrivate *priv = cadre_record_get_instance_private (self);

  return priv->cells;
}

static void
cadre_record_finalize (GObject *object)
{
  CadreRecord *self = CADRE_RECORD (object);
  CadreRecordPrivate *priv = cadre_record_get_instance_private (self);
  const CadreSchema *schema = get_schema (self);

  for (guint i = 0; i < schema->n_fields; i++)
    cadre_cell_clear (&priv->cells[i], schema->fields[i].kind);
  g_free (priv->cells);
  g_free (priv->language);
  g_free (priv->unknown_members);

  G_OBJECT_CLASS (cadre_record_parent_class)->finalize (object);
}

static void
get_cell (const CadreField *field, const CadreCell *cell, GValue *value)
{
  switch (field->kind)
    {
    case CADRE_FIELD_KIND_STRINGS:
    case CADRE_FIELD_KIND_REFERENCES:
    case CADRE_FIELD_KIND_ATTRIBUTES:
      g_value_set_boxed (value, cell->list);
      break;
    case CADRE_FIELD_KIND_WORD:
      g_value_set_enum (value, (int) cell->number);
      break;
    case CADRE_FIELD_KIND_TRUTH:
      g_value_set_enum (value, (int) cell->number);
      break;
    case CADRE_FIELD_KIND_INTEGER:
      g_value_set_int (value, (int) cell->number);
      break;
    case CADRE_FIELD_KIND_PENCE:
      g_value_set_int64 (value, cell->number);
      break;
    case CADRE_FIELD_KIND_ID:
    case CADRE_FIELD_KIND_STRING:
    case CADRE_FIELD_KIND_TEXT:
    case CADRE_FIELD_KIND_REFERENCE:
    case CADRE_FIELD_KIND_DATE:
    case CADRE_FIELD_KIND_VALID_FROM:
    case CADRE_FIELD_KIND_VALID_TO:
    case CADRE_FIELD_KIND_FRACTION:
    default:
      g_value_set_string (value, cell->text.text);
    }
}

static void
cadre_record_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CadreRecord *self = CADRE_RECORD (object);
  const CadreField *field = &get_schema (self)->fields[prop_id - 1];

  if (field->kind == CADRE_FIELD_KIND_VALID_FROM)
    g_value_take_boxed (value, cadre_record_dup_period (self, prop_id - 1));
  else if (field->kind == CADRE_FIELD_KIND_DATE)
    g_value_take_boxed (value, cadre_record_dup_date (self, prop_id - 1));
  else if (field->kind == CADRE_FIELD_KIND_FRACTION)
    g_value_take_boxed (value, cadre_record_dup_fraction (self, prop_id - 1));
  else
    get_cell (field, &cadre_record_get_cells (self)[prop_id - 1], value);
}

static void
cadre_record_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CadreRecord *self = CADRE_RECORD (object);
  guint i = prop_id - 1;

  switch (get_schema (self)->fields[i].kind)
    {
    case CADRE_FIELD_KIND_STRINGS:
    case CADRE_FIELD_KIND_REFERENCES:
      cadre_record_set_strings (self, i, g_value_get_boxed (value));
      break;
    case CADRE_FIELD_KIND_WORD:
    case CADRE_FIELD_KIND_TRUTH:
      cadre_record_set_number (self, i, g_value_get_enum (value));
      break;
    case CADRE_FIELD_KIND_INTEGER:
      cadre_record_set_number (self, i, g_value_get_int (value));
      break;
    case CADRE_FIELD_KIND_PENCE:
      cadre_record_set_number (self, i, g_value_get_int64 (value));
      break;
    case CADRE_FIELD_KIND_FRACTION:
      cadre_record_set_fraction (self, i, g_value_get_boxed (value));
      break;
    case CADRE_FIELD_KIND_DATE:
      cadre_record_set_date (self, i, g_value_get_boxed (value));
      break;
    case CADRE_FIELD_KIND_VALID_FROM:
      cadre_record_set_period (self, i, g_value_get_boxed (value));
      break;
    case CADRE_FIELD_KIND_ID:
    case CADRE_FIELD_KIND_STRING:
    case CADRE_FIELD_KIND_TEXT:
    case CADRE_FIELD_KIND_REFERENCE:
      cadre_record_set_string (self, i, g_value_get_string (value));
      break;
    case CADRE_FIELD_KIND_ATTRIBUTES:
    case CADRE_FIELD_KIND_VALID_TO:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_record_class_init (CadreRecordClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cadre_record_finalize;
}

static void
cadre_record_init (CadreRecord *self)
{
}

static GParamSpec *
make_property (const CadreField *field)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  const char *name = field->name;

  switch (field->kind)
    {
    case CADRE_FIELD_KIND_ID:
      return g_param_spec_string (name, NULL, NULL, NULL, flags | G_PARAM_CONSTRUCT_ONLY);
    case CADRE_FIELD_KIND_STRINGS:
    case CADRE_FIELD_KIND_REFERENCES:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV, flags);
    case CADRE_FIELD_KIND_WORD:
      return g_param_spec_enum (name, NULL, NULL, field->get_type (), field->initial, flags);
    case CADRE_FIELD_KIND_TRUTH:
      return g_param_spec_enum (name, NULL, NULL, CADRE_TYPE_TRUTH, field->initial, flags);
    case CADRE_FIELD_KIND_INTEGER:
      return g_param_spec_int (name, NULL, NULL, -1, G_MAXINT, field->initial, flags);
    case CADRE_FIELD_KIND_PENCE:
      return g_param_spec_int64 (name, NULL, NULL, -1, G_MAXINT64, -1, flags);
    case CADRE_FIELD_KIND_FRACTION:
      return g_param_spec_boxed (name, NULL, NULL, CADRE_TYPE_FRACTION, flags);
    case CADRE_FIELD_KIND_DATE:
      return g_param_spec_boxed (name, NULL, NULL, CADRE_TYPE_DATE, flags);
    case CADRE_FIELD_KIND_VALID_FROM:
      /**
       * CadreRecord:period:
       *
       * The first and the last day in force, of the kinds that are dated.
       *
       * Since: 1.0
       */
      return g_param_spec_boxed ("period", NULL, NULL, CADRE_TYPE_PERIOD, flags);
    case CADRE_FIELD_KIND_ATTRIBUTES:
      return g_param_spec_boxed (name, NULL, NULL, G_TYPE_STRV,
                                 G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
    case CADRE_FIELD_KIND_VALID_TO:
      return NULL; /* the period holds both */
    case CADRE_FIELD_KIND_STRING:
    case CADRE_FIELD_KIND_TEXT:
    case CADRE_FIELD_KIND_REFERENCE:
    default:
      return g_param_spec_string (name, NULL, NULL, NULL, flags);
    }
}

/* Gives the class of one kind a property for each of its fields. */
void
cadre_record_class_install (CadreRecordClass *klass, CadreRecordKind kind)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const CadreSchema *schema = cadre_schema_get (kind);

  /* These two are not inherited. */
  object_class->get_property = cadre_record_get_property;
  object_class->set_property = cadre_record_set_property;

  klass->record_kind = kind;
  for (guint i = 0; i < schema->n_fields; i++)
    {
      GParamSpec *property = make_property (&schema->fields[i]);

      if (property != NULL)
        g_object_class_install_property (object_class, i + 1, property);
    }
}

/* Called first by the init of every kind, before properties are set. */
void
cadre_record_init_cells (CadreRecord *self, CadreRecordKind kind)
{
  CadreRecordPrivate *priv = cadre_record_get_instance_private (self);
  const CadreSchema *schema = cadre_schema_get (kind);

  priv->cells = g_new0 (CadreCell, schema->n_fields);
  for (guint i = 0; i < schema->n_fields; i++)
    priv->cells[i].number = schema->fields[i].initial;
}

/**
 * cadre_record_get_record_kind:
 * @self: a #CadreRecord
 *
 * Gets what kind of record this is.
 *
 * Returns: the kind
 *
 * Since: 1.0
 */
CadreRecordKind
cadre_record_get_record_kind (CadreRecord *self)
{
  g_return_val_if_fail (CADRE_IS_RECORD (self), CADRE_RECORD_KIND_ORGANISATION);

  return CADRE_RECORD_GET_CLASS (self)->record_kind;
}

/**
 * cadre_record_get_id:
 * @self: a #CadreRecord
 *
 * Gets the id. Rows that link two records, such as a reporting line, have none.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL
 *
 * Since: 1.0
 */
const char *
cadre_record_get_id (CadreRecord *self)
{
  g_return_val_if_fail (CADRE_IS_RECORD (self), NULL);

  return get_schema (self)->keys == NULL ? cadre_record_get_cells (self)[0].text.text : NULL;
}

/**
 * cadre_record_get_unknown_members:
 * @self: a #CadreRecord
 *
 * Gets the members that the record has in its document and that this version of
 * the library does not know, or whose value it could not use. Nothing of a
 * document is lost.
 *
 * Returns: (transfer none) (nullable): one JSON object, or %NULL where there
 *   are none
 *
 * Since: 1.0
 */
const char *
cadre_record_get_unknown_members (CadreRecord *self)
{
  CadreRecordPrivate *priv = NULL;

  g_return_val_if_fail (CADRE_IS_RECORD (self), NULL);

  priv = cadre_record_get_instance_private (self);
  return priv->unknown_members;
}

void
cadre_record_set_unknown_members (CadreRecord *self, const char *canonical)
{
  CadreRecordPrivate *priv = cadre_record_get_instance_private (self);

  g_free (priv->unknown_members);
  priv->unknown_members = g_strdup (canonical);
}

void
cadre_record_set_language (CadreRecord *self, const char *language)
{
  CadreRecordPrivate *priv = cadre_record_get_instance_private (self);

  g_free (priv->language);
  priv->language = g_strdup (language);
}

const char *
cadre_record_get_language (CadreRecord *self)
{
  CadreRecordPrivate *priv = cadre_record_get_instance_private (self);

  return priv->language;
}

/**
 * cadre_record_copy:
 * @self: a #CadreRecord
 *
 * Makes an equal record that shares nothing with this one.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 1.0
 */
CadreRecord *
cadre_record_copy (CadreRecord *self)
{
  CadreRecord *copy = NULL;
  const CadreSchema *schema = NULL;
  CadreCell *cells = NULL;

  g_return_val_if_fail (CADRE_IS_RECORD (self), NULL);

  schema = get_schema (self);
  copy = g_object_new (G_OBJECT_TYPE (self), NULL);
  cells = cadre_record_get_cells (copy);
  for (guint i = 0; i < schema->n_fields; i++)
    {
      cadre_cell_clear (&cells[i], schema->fields[i].kind);
      cadre_cell_copy (&cells[i], &cadre_record_get_cells (self)[i], schema->fields[i].kind);
    }
  cadre_record_set_language (copy, cadre_record_get_language (self));
  cadre_record_set_unknown_members (copy, cadre_record_get_unknown_members (self));

  return copy;
}

/**
 * cadre_record_equal:
 * @self: a #CadreRecord
 * @other: a #CadreRecord
 *
 * Whether two records are of one kind and all their fields are equal.
 *
 * Returns: %TRUE if they are
 *
 * Since: 1.0
 */
gboolean
cadre_record_equal (CadreRecord *self, CadreRecord *other)
{
  const CadreSchema *schema = NULL;

  g_return_val_if_fail (CADRE_IS_RECORD (self), FALSE);
  g_return_val_if_fail (CADRE_IS_RECORD (other), FALSE);

  if (self == other)
    return TRUE;
  if (G_OBJECT_TYPE (self) != G_OBJECT_TYPE (other))
    return FALSE;

  schema = get_schema (self);
  for (guint i = 0; i < schema->n_fields; i++)
    if (!cadre_cell_equal (&cadre_record_get_cells (self)[i], &cadre_record_get_cells (other)[i],
                           schema->fields[i].kind))
      return FALSE;

  return g_strcmp0 (cadre_record_get_unknown_members (self),
                    cadre_record_get_unknown_members (other)) == 0;
}

/**
 * cadre_record_hash:
 * @self: a #CadreRecord
 *
 * Gets a hash that agrees with cadre_record_equal(). It is made of the kind and
 * the id, or of the parts of the natural key where the kind has no id.
 *
 * Returns: the hash
 *
 * Since: 1.0
 */
guint
cadre_record_hash (CadreRecord *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (CADRE_IS_RECORD (self), 0);

  text = cadre_record_to_string (self);
  return g_str_hash (text);
}

static void
append_cell (GString *text, const CadreField *field, const CadreCell *cell)
{
  if (cadre_field_kind_is_text (field->kind) && cell->text.text != NULL)
    g_string_append_printf (text, "/%s", cell->text.text);
  else if (field->kind == CADRE_FIELD_KIND_WORD)
    {
      g_autoptr (GEnumClass) words = g_type_class_ref (field->get_type ());
      const GEnumValue *word = g_enum_get_value (words, (int) cell->number);

      g_string_append_printf (text, "/%s", word != NULL ? word->value_nick : "?");
    }
}

/**
 * cadre_record_to_string:
 * @self: a #CadreRecord
 *
 * Names the record: its kind and its id, or the parts of its natural key, such
 * as `post/P12`. No personal data is in it.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
cadre_record_to_string (CadreRecord *self)
{
  const CadreSchema *schema = NULL;
  const CadreCell *cells = NULL;
  GString *text = NULL;

  g_return_val_if_fail (CADRE_IS_RECORD (self), NULL);

  schema = get_schema (self);
  cells = cadre_record_get_cells (self);
  text = g_string_new (schema->name);
  if (schema->keys == NULL)
    append_cell (text, &schema->fields[0], &cells[0]);
  for (guint i = 0; i < schema->n_keys; i++)
    append_cell (text, &schema->fields[schema->keys[i]], &cells[schema->keys[i]]);

  return g_string_free (text, FALSE);
}
