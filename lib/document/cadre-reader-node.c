/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-number-private.h"
#include "document/cadre-reader-state-private.h"

/* A JsonNode as the source: the same tokens and the same checks as for bytes,
 * by a walk with a stack of its own. Nodes can be put together so that one
 * holds itself; the limit on depth ends that. */

typedef struct
{
  JsonArray *array;    /* (nullable) */
  guint n_visited;     /* of the array */
  JsonObjectIter iter; /* of the object, ONLY when there is no array */
} CadreNodeLevel;

struct _CadreReaderNodes
{
  JsonNode *root;
  JsonNode *value; /* (nullable): of the member just read */
  CadreNodeLevel levels[CADRE_READER_MAX_DEPTH + 1];
  char number[CADRE_NUMBER_SIZE];
};

CadreReaderNodes *
_cadre_reader_nodes_new (JsonNode *root)
{
  CadreReaderNodes *nodes = g_new0 (CadreReaderNodes, 1);

  nodes->root = json_node_ref (root);

  return nodes;
}

void
_cadre_reader_nodes_free (CadreReaderNodes *nodes)
{
  json_node_unref (nodes->root);
  g_free (nodes);
}

static gboolean
fail_value (CadreReader *self, const char *rule)
{
  return _cadre_reader_fail (self, self->cur, CADRE_DOCUMENT_ERROR_VALUE, "%s", rule);
}

static gboolean
take_text (CadreReader *self, const char *text)
{
  const gsize length = strlen (text);

  if (length > self->max_string)
    return _cadre_reader_fail_too_long (self);

  if (!_cadre_text_is_valid (text, length))
    return _cadre_reader_fail (self, self->cur, CADRE_DOCUMENT_ERROR_ENCODING,
                               "the text is not UTF-8");

  self->text = text;
  self->length = length;

  return TRUE;
}

static gboolean
visit_number (CadreReader *self, JsonNode *node)
{
  char *number = self->nodes->number;

  self->token = CADRE_TOKEN_NUMBER;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    g_snprintf (number, CADRE_NUMBER_SIZE, "%" G_GINT64_FORMAT, json_node_get_int (node));
  else if (!_cadre_number_from_double (json_node_get_double (node), number))
    return fail_value (self, "a number is not finite");

  return take_text (self, number);
}

static gboolean
visit_scalar (CadreReader *self, JsonNode *node)
{
  const GType value_type =
    JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  self->expect = self->level->after;

  if (JSON_NODE_HOLDS_NULL (node))
    self->token = CADRE_TOKEN_NULL;
  else if (value_type == G_TYPE_BOOLEAN)
    self->token = json_node_get_boolean (node) ? CADRE_TOKEN_TRUE : CADRE_TOKEN_FALSE;
  else if (value_type == G_TYPE_STRING && json_node_get_string (node) != NULL)
    {
      self->token = CADRE_TOKEN_STRING;
      return take_text (self, json_node_get_string (node));
    }
  else if (value_type == G_TYPE_INT64 || value_type == G_TYPE_DOUBLE)
    return visit_number (self, node);
  else
    return fail_value (self, "a node holds no value");

  return TRUE;
}

static gboolean
visit_container (CadreReader *self, JsonArray *array, JsonObject *object)
{
  CadreNodeLevel *level = NULL;

  if (!_cadre_reader_enter_level (self, array == NULL))
    return FALSE;

  level = &self->nodes->levels[self->depth];
  level->array = array;
  level->n_visited = 0;
  if (array == NULL)
    json_object_iter_init_ordered (&level->iter, object);

  return TRUE;
}

static gboolean
visit (CadreReader *self, JsonNode *node)
{
  if (!_cadre_reader_count_item (self))
    return FALSE;

  if (JSON_NODE_HOLDS_ARRAY (node) && json_node_get_array (node) != NULL)
    return visit_container (self, json_node_get_array (node), NULL);
  if (JSON_NODE_HOLDS_OBJECT (node) && json_node_get_object (node) != NULL)
    return visit_container (self, NULL, json_node_get_object (node));

  return visit_scalar (self, node);
}

static gboolean
walk_array (CadreReader *self)
{
  CadreNodeLevel *level = &self->nodes->levels[self->depth];

  if (level->n_visited == json_array_get_length (level->array))
    return _cadre_reader_leave_level (self);

  self->level->n_values++;

  return visit (self, json_array_get_element (level->array, level->n_visited++));
}

/* An object of JSON-GLib cannot have two members of one name, so the names of a
 * level only hold where the reader stands. */
static gboolean
walk_object (CadreReader *self)
{
  CadreReaderLevel *level = self->level;
  const char *name = NULL;
  guint first = 0;

  level->has_member = FALSE;
  if (!json_object_iter_next_ordered (&self->nodes->levels[self->depth].iter, &name,
                                      &self->nodes->value))
    return _cadre_reader_leave_level (self);

  if (++level->n_values > self->max_members)
    return _cadre_reader_fail (self, self->cur, CADRE_DOCUMENT_ERROR_LIMIT_MEMBERS,
                               "an object has more than %u members", self->max_members);

  if (!take_text (self, name))
    return FALSE;

  _cadre_names_begin (&level->names);
  if (_cadre_names_add (&level->names, name, self->length, &first) != CADRE_NAMES_NEW)
    return _cadre_reader_fail_no_memory (self);

  level->has_member = TRUE;
  self->token = CADRE_TOKEN_MEMBER;
  self->expect = CADRE_EXPECT_COLON;

  return TRUE;
}

/*< private >
 * _cadre_reader_walk:
 *
 * Reads the next token from the nodes into the state of the reader.
 */
gboolean
_cadre_reader_walk (CadreReader *self)
{
  switch (self->expect)
    {
    case CADRE_EXPECT_COLON:
      return visit (self, self->nodes->value);
    case CADRE_EXPECT_FIRST_MEMBER:
    case CADRE_EXPECT_MORE_MEMBERS:
      return walk_object (self);
    case CADRE_EXPECT_FIRST_ELEMENT:
    case CADRE_EXPECT_MORE_ELEMENTS:
      return walk_array (self);
    case CADRE_EXPECT_END:
      self->token = CADRE_TOKEN_END;
      return TRUE;
    case CADRE_EXPECT_START:
    default:
      return visit (self, self->nodes->root);
    }
}
