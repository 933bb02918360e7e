/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-integer-private.h"
#include "exchange/field-map/cadre-map-tree-private.h"
#include <cadre/cadre-exchange-error.h>

#include <stdarg.h>
#include <string.h>

#define POINTER_SHOWN 200 /* bytes of a place that an error shows */

static CadreMapTree *
new_tree (void)
{
  CadreMapTree *self = g_new0 (CadreMapTree, 1);
  const CadreMapNode root = {
    CADRE_TOKEN_BEGIN_OBJECT, 0, 0, CADRE_NO_NODE, CADRE_NO_NODE, CADRE_NO_NODE, CADRE_NO_NODE, 0
  };

  self->nodes = g_array_new (FALSE, FALSE, sizeof (CadreMapNode));
  self->texts = g_string_new (NULL);
  g_string_append_c (self->texts, '\0'); /* what has no text has this one */
  g_array_append_val (self->nodes, root);

  return self;
}

void
cadre_map_tree_free (CadreMapTree *self)
{
  g_array_unref (self->nodes);
  g_string_free (self->texts, TRUE);
  g_free (self);
}

static gsize
keep_text (CadreMapTree *self, CadreReader *reader)
{
  gsize at = self->texts->len;
  gsize length = 0;
  const char *text = cadre_reader_get_text (reader, &length);

  g_string_append_len (self->texts, text, (gssize) length);
  g_string_append_c (self->texts, '\0');
  return at;
}

static guint32
append_node (CadreMapTree *self, guint32 parent, CadreToken kind, gsize name)
{
  const guint32 node = self->nodes->len;
  CadreMapNode child = { kind, name, 0, parent, CADRE_NO_NODE, CADRE_NO_NODE, CADRE_NO_NODE, 0 };
  CadreMapNode *owner = NULL;

  owner = &g_array_index (self->nodes, CadreMapNode, parent);
  if (owner->last == CADRE_NO_NODE)
    owner->first = node;
  else
    {
      CadreMapNode *before = &g_array_index (self->nodes, CadreMapNode, owner->last);

      before->next = node;
      child.number = before->number + 1;
    }
  owner->last = node;
  g_array_append_val (self->nodes, child);

  return node;
}

static gboolean
ends (CadreToken token)
{
  return token == CADRE_TOKEN_END_OBJECT || token == CADRE_TOKEN_END_ARRAY;
}

/* Reads what is left of the document, of which the head has been read. */
static gboolean
read_rest (CadreMapTree *self, CadreReader *reader, GCancellable *cancellable, GError **error)
{
  CadreToken token = CADRE_TOKEN_END;
  guint32 parent = 0;
  gsize name = 0;

  while (parent != CADRE_NO_NODE)
    {
      guint32 node = CADRE_NO_NODE;

      if (!cadre_reader_next (reader, &token, cancellable, error))
        return FALSE;
      if (ends (token))
        {
          parent = cadre_map_tree_get (self, parent)->parent;
          continue;
        }
      if (token == CADRE_TOKEN_MEMBER)
        {
          name = keep_text (self, reader);
          continue;
        }

      node = append_node (self, parent, token, name);
      name = 0;
      if (token == CADRE_TOKEN_STRING || token == CADRE_TOKEN_NUMBER)
        g_array_index (self->nodes, CadreMapNode, node).text = keep_text (self, reader);
      else if (token == CADRE_TOKEN_BEGIN_OBJECT || token == CADRE_TOKEN_BEGIN_ARRAY)
        parent = node;
    }

  return cadre_reader_next (reader, &token, cancellable, error);
}

CadreMapTree *
cadre_map_tree_read (CadreReader *reader,
                     const char *kind,
                     guint max_version,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autoptr (CadreMapTree) self = new_tree ();

  if (!cadre_reader_read_head (reader, kind, max_version, NULL, cancellable, error) ||
      !read_rest (self, reader, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

static void
write_value (const CadreMapTree *self, CadreWriter *writer, guint32 node)
{
  const CadreToken kind = cadre_map_tree_get (self, node)->kind;

  if (cadre_map_tree_get (self, cadre_map_tree_get (self, node)->parent)->kind ==
      CADRE_TOKEN_BEGIN_OBJECT)
    cadre_writer_member (writer, cadre_map_tree_name (self, node));

  if (kind == CADRE_TOKEN_BEGIN_OBJECT)
    cadre_writer_begin_object (writer);
  else if (kind == CADRE_TOKEN_BEGIN_ARRAY)
    cadre_writer_begin_array (writer);
  else if (kind == CADRE_TOKEN_STRING)
    cadre_writer_string (writer, cadre_map_tree_text (self, node));
  else if (kind == CADRE_TOKEN_NUMBER)
    cadre_writer_number (writer, cadre_map_tree_text (self, node));
  else if (kind == CADRE_TOKEN_NULL)
    cadre_writer_unknown (writer);
  else
    cadre_writer_boolean (writer, kind == CADRE_TOKEN_TRUE);
}

static void
write_end (const CadreMapTree *self, CadreWriter *writer, guint32 node)
{
  const CadreToken kind = cadre_map_tree_get (self, node)->kind;

  if (kind == CADRE_TOKEN_BEGIN_OBJECT)
    cadre_writer_end_object (writer);
  else if (kind == CADRE_TOKEN_BEGIN_ARRAY)
    cadre_writer_end_array (writer);
}

void
cadre_map_tree_write (const CadreMapTree *self,
                      CadreWriter *writer,
                      const char *kind,
                      guint version)
{
  guint32 node = cadre_map_tree_get (self, 0)->first;

  cadre_writer_begin_document (writer, kind, version);
  while (node != CADRE_NO_NODE)
    {
      guint32 next = cadre_map_tree_get (self, node)->first;

      write_value (self, writer, node);
      /* Up to where there is a sibling, ending what ends on the way. */
      while (next == CADRE_NO_NODE && node != 0)
        {
          write_end (self, writer, node);
          next = cadre_map_tree_get (self, node)->next;
          node = cadre_map_tree_get (self, node)->parent;
        }
      node = next;
    }
  cadre_writer_end_object (writer);
}

guint32
cadre_map_tree_find (const CadreMapTree *self, guint32 object, const char *name)
{
  for (guint32 node = cadre_map_tree_get (self, object)->first; node != CADRE_NO_NODE;
       node = cadre_map_tree_get (self, node)->next)
    if (strcmp (cadre_map_tree_name (self, node), name) == 0)
      return cadre_map_tree_get (self, node)->kind == CADRE_TOKEN_NULL ? CADRE_NO_NODE : node;

  return CADRE_NO_NODE;
}

guint
cadre_map_tree_count (const CadreMapTree *self, guint32 node)
{
  const guint32 last = cadre_map_tree_get (self, node)->last;

  return last != CADRE_NO_NODE ? cadre_map_tree_get (self, last)->number + 1 : 0;
}

/* "/tables/0/columns/3": the steps are gathered from the end. */
static char *
dup_place (const CadreMapTree *self, guint32 node)
{
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func (g_free);
  GString *place = g_string_new (NULL);

  for (; node != 0; node = cadre_map_tree_get (self, node)->parent)
    {
      const CadreMapNode *step = cadre_map_tree_get (self, node);

      g_ptr_array_add (steps,
                       cadre_map_tree_get (self, step->parent)->kind == CADRE_TOKEN_BEGIN_ARRAY
                         ? g_strdup_printf ("%u", step->number)
                         : g_strdup (cadre_map_tree_name (self, node)));
    }

  for (guint i = steps->len; i > 0 && place->len < POINTER_SHOWN; i--)
    g_string_append_printf (place, "/%s", (const char *) steps->pdata[i - 1]);
  for (char *c = place->str; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = '?';

  return g_string_free (place, FALSE);
}

gboolean
cadre_map_tree_fail (const CadreMapTree *self,
                     guint32 node,
                     GError **error,
                     const char *format,
                     ...)
{
  g_autofree char *place = dup_place (self, node);
  g_autofree char *rule = NULL;
  va_list arguments;

  va_start (arguments, format);
  rule = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FIELD_MAP, "At %s: %s",
               *place != '\0' ? place : "the top", rule);
  return FALSE;
}

gboolean
cadre_map_tree_get_string (const CadreMapTree *self,
                           guint32 object,
                           const char *name,
                           char **text,
                           GError **error)
{
  const guint32 node = cadre_map_tree_find (self, object, name);

  if (node == CADRE_NO_NODE)
    return TRUE;
  if (cadre_map_tree_get (self, node)->kind != CADRE_TOKEN_STRING)
    return cadre_map_tree_fail (self, node, error, "a text stands here");

  g_free (*text);
  *text = g_strdup (cadre_map_tree_text (self, node));
  return TRUE;
}

gboolean
cadre_map_tree_get_strings (const CadreMapTree *self,
                            guint32 object,
                            const char *name,
                            char ***texts,
                            GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint32 node = CADRE_NO_NODE;

  if (!cadre_map_tree_get_children (self, object, name, CADRE_TOKEN_BEGIN_ARRAY, &node, error))
    return FALSE;
  if (node == CADRE_NO_NODE)
    return TRUE;

  for (guint32 child = cadre_map_tree_get (self, node)->first; child != CADRE_NO_NODE;
       child = cadre_map_tree_get (self, child)->next)
    {
      if (cadre_map_tree_get (self, child)->kind != CADRE_TOKEN_STRING)
        return cadre_map_tree_fail (self, child, error, "a text stands here");
      g_strv_builder_add (builder, cadre_map_tree_text (self, child));
    }

  g_strfreev (*texts);
  *texts = g_strv_builder_end (builder);
  return TRUE;
}

gboolean
cadre_map_tree_get_flag (const CadreMapTree *self,
                         guint32 object,
                         const char *name,
                         gboolean *flag,
                         GError **error)
{
  const guint32 node = cadre_map_tree_find (self, object, name);
  CadreToken kind = CADRE_TOKEN_NULL;

  if (node == CADRE_NO_NODE)
    return TRUE;

  kind = cadre_map_tree_get (self, node)->kind;
  if (kind != CADRE_TOKEN_TRUE && kind != CADRE_TOKEN_FALSE)
    return cadre_map_tree_fail (self, node, error, "true or false stands here");

  *flag = kind == CADRE_TOKEN_TRUE;
  return TRUE;
}

gboolean
cadre_map_tree_get_count (const CadreMapTree *self,
                          guint32 object,
                          const char *name,
                          guint *count,
                          GError **error)
{
  const guint32 node = cadre_map_tree_find (self, object, name);
  gint64 number = 0;

  if (node == CADRE_NO_NODE)
    return TRUE;
  if (cadre_map_tree_get (self, node)->kind != CADRE_TOKEN_NUMBER ||
      !cadre_integer_parse (cadre_map_tree_text (self, node), 1, G_MAXINT32, &number))
    return cadre_map_tree_fail (self, node, error, "a whole number from 1 on stands here");

  *count = (guint) number;
  return TRUE;
}

gboolean
cadre_map_tree_get_children (const CadreMapTree *self,
                             guint32 object,
                             const char *name,
                             CadreToken kind,
                             guint32 *node,
                             GError **error)
{
  *node = cadre_map_tree_find (self, object, name);
  if (*node != CADRE_NO_NODE && cadre_map_tree_get (self, *node)->kind != kind)
    return cadre_map_tree_fail (self, *node, error,
                                kind == CADRE_TOKEN_BEGIN_ARRAY ? "a list stands here"
                                                                : "an object stands here");

  return TRUE;
}
