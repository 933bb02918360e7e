/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "exchange/linked/cadre-json-tree-private.h"
#include <cadre/cadre-exchange-error.h>

#include <string.h>

typedef struct
{
  CadreJsonTree *tree;
  GArray *open; /* the containers that the reader is in, each with its last child */
  guint32 name; /* of the member whose value comes next */
} TreeReader;

typedef struct
{
  guint32 node;
  guint32 last;
  guint32 n_children;
} OpenNode;

void
cadre_json_tree_free (CadreJsonTree *self)
{
  cadre_string_table_unref (self->strings);
  g_free (self->nodes);
  g_free (self);
}

static gboolean
grow (CadreJsonTree *self, GError **error)
{
  guint32 n = self->n_allocated < G_MAXUINT32 / 2 ? MAX (64, self->n_allocated * 2) : 0;
  CadreJsonNode *nodes = n > 0 ? g_try_renew (CadreJsonNode, self->nodes, n) : NULL;

  if (nodes == NULL)
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_MEMORY,
                           "There is not enough memory for the document");
      return FALSE;
    }

  self->nodes = nodes;
  self->n_allocated = n;
  return TRUE;
}

static gboolean
intern_text (TreeReader *self, CadreReader *reader, guint32 *code, GError **error)
{
  gsize length = 0;
  const char *text = cadre_reader_get_text (reader, &length);

  return cadre_string_table_intern (self->tree->strings, text != NULL ? text : "", length, code,
                                    error);
}

/* Hangs a node into the container that is open. */
static void
link_node (TreeReader *self, guint32 node)
{
  CadreJsonNode *nodes = self->tree->nodes;
  OpenNode *open = NULL;

  if (self->open->len == 0)
    return;

  open = &g_array_index (self->open, OpenNode, self->open->len - 1);
  nodes[node].parent = open->node;
  nodes[node].position = open->n_children++;
  if (open->last != 0)
    nodes[open->last].next = node;
  else
    nodes[open->node].first = node;
  open->last = node;
}

static gboolean
add_node (TreeReader *self, CadreReader *reader, CadreToken token, GError **error)
{
  CadreJsonTree *tree = self->tree;
  CadreJsonNode node = { .token = token, .name = self->name };
  const OpenNode open = { .node = tree->n_nodes };

  if ((token == CADRE_TOKEN_STRING || token == CADRE_TOKEN_NUMBER) &&
      !intern_text (self, reader, &node.text, error))
    return FALSE;
  if (tree->n_nodes == tree->n_allocated && !grow (tree, error))
    return FALSE;

  tree->nodes[tree->n_nodes] = node;
  link_node (self, tree->n_nodes++);
  self->name = 0;
  if (token == CADRE_TOKEN_BEGIN_OBJECT || token == CADRE_TOKEN_BEGIN_ARRAY)
    g_array_append_val (self->open, open);
  return TRUE;
}

static gboolean
add_token (TreeReader *self, CadreReader *reader, CadreToken token, GError **error)
{
  if (token == CADRE_TOKEN_MEMBER)
    return intern_text (self, reader, &self->name, error);
  if (token != CADRE_TOKEN_END_OBJECT && token != CADRE_TOKEN_END_ARRAY)
    return add_node (self, reader, token, error);

  g_array_set_size (self->open, self->open->len - 1);
  return TRUE;
}

CadreJsonTree *
cadre_json_tree_new (CadreStringTable *strings,
                     CadreReader *reader,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (CadreJsonTree) tree = g_new0 (CadreJsonTree, 1);
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (OpenNode));
  TreeReader self = { tree, open, 0 };
  CadreToken token = CADRE_TOKEN_END;

  tree->strings = cadre_string_table_ref (strings);
  while (cadre_reader_next (reader, &token, cancellable, error))
    {
      if (token == CADRE_TOKEN_END)
        return g_steal_pointer (&tree);
      if (!add_token (&self, reader, token, error))
        return NULL;
    }

  return NULL;
}

guint32
cadre_json_tree_find (const CadreJsonTree *self, guint32 object, const char *name)
{
  for (guint32 i = self->nodes[object].first; i != 0; i = self->nodes[i].next)
    if (self->nodes[i].name != 0 && strcmp (cadre_json_tree_name (self, i), name) == 0)
      return i;

  return 0;
}

static void
prepend_escaped (GString *pointer, const char *name)
{
  g_autoptr (GString) step = g_string_new (name);

  g_string_replace (step, "~", "~0", 0);
  g_string_replace (step, "/", "~1", 0);
  g_string_prepend (pointer, step->str);
}

char *
cadre_json_tree_dup_pointer (const CadreJsonTree *self, guint32 node)
{
  GString *pointer = g_string_new (NULL);

  for (; node != 0; node = self->nodes[node].parent)
    {
      g_autofree char *position = g_strdup_printf ("%u", self->nodes[node].position);

      if (self->nodes[node].name != 0)
        prepend_escaped (pointer, cadre_json_tree_name (self, node));
      else
        g_string_prepend (pointer, position);
      g_string_prepend_c (pointer, '/');
    }

  return g_string_free (pointer, FALSE);
}
