/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Whether the forms of a report say the same. */

#pragma once

#include "report/cadre-wrap-private.h"
#include <cadre/cadre-report.h>

#include <string.h>

static inline char *
report_to_json (CadreReport *report)
{
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  g_autoptr (GError) error = NULL;

  cadre_report_write (report, writer);
  cadre_writer_finish (writer, NULL, &error);
  g_assert_no_error (error);
  return cadre_writer_dup_text (writer);
}

/* Members that are for people: the others are for programs. */
static inline gboolean
is_for_people (const char *name)
{
  static const char *const names[] = { "title",  "text",    "name",    "words",
                                       "stamps", "heading", "caption", NULL };

  return g_strv_contains (names, name);
}

typedef struct
{
  GPtrArray *todo;  /* (element-type JsonNode), not owned */
  const char *text; /* the report as plain text, in lines that never break */
  guint n_found;
} SameContent;

static inline void
check_string (SameContent *self, const char *name, JsonNode *node)
{
  g_autofree char *tidy = NULL;

  if (JSON_NODE_TYPE (node) != JSON_NODE_VALUE)
    {
      g_ptr_array_add (self->todo, node);
      return;
    }
  if (json_node_get_value_type (node) != G_TYPE_STRING || !is_for_people (name))
    return;

  tidy = cadre_text_tidy (json_node_get_string (node));
  if (strstr (self->text, tidy) == NULL)
    g_error ("\"%s\" is in the JSON and not in the text", tidy);
  self->n_found++;
}

static inline void
check_member (JsonObject *object, const char *name, JsonNode *node, gpointer data)
{
  check_string (data, name, node);
}

/* Every string of the JSON that is for people stands in the text. */
static inline void
assert_same_content (CadreReport *report)
{
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_node ();
  g_autofree char *text = cadre_report_to_text (report, 1000000);
  SameContent self = { g_ptr_array_new (), text, 0 };
  g_autoptr (JsonNode) root = NULL;
  g_autoptr (GError) error = NULL;

  cadre_report_write (report, writer);
  g_assert_true (cadre_writer_finish (writer, NULL, &error));
  g_assert_no_error (error);

  root = cadre_writer_get_node (writer);
  g_ptr_array_add (self.todo, root);
  while (self.todo->len > 0)
    {
      JsonNode *node = g_ptr_array_steal_index (self.todo, self.todo->len - 1);

      if (JSON_NODE_HOLDS_OBJECT (node))
        json_object_foreach_member (json_node_get_object (node), check_member, &self);
      for (guint i = 0;
           JSON_NODE_HOLDS_ARRAY (node) && i < json_array_get_length (json_node_get_array (node));
           i++)
        check_string (&self, "stamps", json_array_get_element (json_node_get_array (node), i));
    }

  g_assert_cmpuint (self.n_found, >, 10);
  g_ptr_array_unref (self.todo);
}
