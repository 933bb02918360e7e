/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-number-private.h"
#include "document/cadre-writer-state-private.h"

/* A JsonNode as the target. */

struct _CadreWriterNodes
{
  JsonNode *root;  /* (nullable) */
  char *name;      /* (nullable): of the member whose value is due */
  GPtrArray *open; /* (element-type JsonNode): the arrays and objects that are not ended */
};

CadreWriterNodes *
_cadre_writer_nodes_new (void)
{
  CadreWriterNodes *nodes = g_new0 (CadreWriterNodes, 1);

  nodes->open = g_ptr_array_new ();

  return nodes;
}

void
_cadre_writer_nodes_free (CadreWriterNodes *nodes)
{
  g_clear_pointer (&nodes->root, json_node_unref);
  g_ptr_array_unref (nodes->open);
  g_free (nodes->name);
  g_free (nodes);
}

void
_cadre_writer_nodes_name (CadreWriterNodes *nodes, const char *name, gsize length)
{
  g_free (nodes->name);
  nodes->name = g_strndup (name, length);
}

/* Takes the node. */
void
_cadre_writer_nodes_add (CadreWriterNodes *nodes, JsonNode *node)
{
  JsonNode *parent = NULL;

  if (nodes->open->len == 0)
    {
      nodes->root = node;
      return;
    }

  parent = g_ptr_array_index (nodes->open, nodes->open->len - 1);
  if (JSON_NODE_HOLDS_ARRAY (parent))
    json_array_add_element (json_node_get_array (parent), node);
  else
    json_object_set_member (json_node_get_object (parent), nodes->name, node);
}

void
_cadre_writer_nodes_begin (CadreWriterNodes *nodes, gboolean is_object)
{
  JsonNode *node = json_node_alloc ();

  if (is_object)
    {
      g_autoptr (JsonObject) object = json_object_new ();

      json_node_init_object (node, object);
    }
  else
    {
      g_autoptr (JsonArray) array = json_array_new ();

      json_node_init_array (node, array);
    }

  _cadre_writer_nodes_add (nodes, node);
  g_ptr_array_add (nodes->open, node);
}

void
_cadre_writer_nodes_end (CadreWriterNodes *nodes)
{
  g_ptr_array_set_size (nodes->open, (int) nodes->open->len - 1);
}

JsonNode *
_cadre_writer_nodes_root (CadreWriterNodes *nodes)
{
  return nodes->root;
}

JsonNode *
_cadre_writer_nodes_string (const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);

  return json_node_init_string (json_node_alloc (), copy);
}

/*< private >
 * _cadre_writer_nodes_number:
 *
 * Makes a node of a number of the JSON grammar.
 *
 * Returns: (nullable): the node, or %NULL where no node can hold the number
 *   without losing something of it
 */
JsonNode *
_cadre_writer_nodes_number (const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  gint64 integer = 0;
  double value = 0;

  if (_cadre_number_to_int (copy, &integer))
    return json_node_init_int (json_node_alloc (), integer);
  if (_cadre_number_to_double (copy, &value))
    return json_node_init_double (json_node_alloc (), value);

  return NULL;
}
