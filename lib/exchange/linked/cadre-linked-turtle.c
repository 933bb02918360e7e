/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A graph as Turtle (W3C Recommendation of 25 February 2014). */

#include "config.h"

#include "exchange/linked/cadre-linked-sink-private.h"
#include "exchange/linked/cadre-linked-terms-private.h"

#include <string.h>

typedef struct
{
  CadreLinkedSink sink;
  GString *text;
  guint n_values[CADRE_LINKED_MAX_NESTING]; /* by level: of the property that is being written */
  guint level;
} TurtleSink;

static void
indent (TurtleSink *self)
{
  g_string_append_c (self->text, '\n');
  for (guint i = 0; i <= self->level; i++)
    g_string_append (self->text, "  ");
}

static void
append_types (TurtleSink *self, const char *const *types)
{
  g_string_append (self->text, "a ");
  for (guint i = 0; types[i] != NULL; i++)
    g_string_append_printf (self->text, "%s%s", i > 0 ? ", " : "", types[i]);
}

/* Nothing in an IRI of ours needs an escape: ids are percent-encoded, and a base
 * that would need one is refused. */
static void
append_iri (TurtleSink *self, const char *iri)
{
  g_string_append_c (self->text, '<');
  g_string_append (self->text, iri);
  g_string_append_c (self->text, '>');
}

static void
turtle_begin_node (CadreLinkedSink *sink, const char *iri, const char *const *types)
{
  TurtleSink *self = (TurtleSink *) sink;

  g_string_append_c (self->text, '\n');
  if (iri != NULL)
    append_iri (self, iri);
  else
    g_string_append (self->text, "[]");
  indent (self);
  append_types (self, types);
}

static void
turtle_end_node (CadreLinkedSink *sink)
{
  g_string_append (((TurtleSink *) sink)->text, " .\n");
}

static void
turtle_begin_property (CadreLinkedSink *sink, const char *term, gboolean many)
{
  TurtleSink *self = (TurtleSink *) sink;

  g_string_append (self->text, " ;");
  indent (self);
  g_string_append (self->text, term);
  self->n_values[self->level++] = 0;
}

static void
turtle_end_property (CadreLinkedSink *sink)
{
  ((TurtleSink *) sink)->level--;
}

static void
begin_value (TurtleSink *self)
{
  g_string_append (self->text, self->n_values[self->level - 1]++ > 0 ? ", " : " ");
}

static void
turtle_add_iri (CadreLinkedSink *sink, const char *iri)
{
  TurtleSink *self = (TurtleSink *) sink;

  begin_value (self);
  append_iri (self, iri);
}

/* What a string between quotation marks cannot hold as it is. */
static void
append_character (GString *text, char c)
{
  if (c == '"' || c == '\\')
    g_string_append_printf (text, "\\%c", c);
  else if (c == '\n')
    g_string_append (text, "\\n");
  else if (c == '\r')
    g_string_append (text, "\\r");
  else if (c == '\t')
    g_string_append (text, "\\t");
  else if ((guchar) c < ' ' || c == 0x7f)
    g_string_append_printf (text, "\\u%04X", (guint) (guchar) c);
  else
    g_string_append_c (text, c);
}

static void
turtle_add_literal (CadreLinkedSink *sink,
                    const char *text,
                    const char *language,
                    const char *datatype)
{
  TurtleSink *self = (TurtleSink *) sink;

  begin_value (self);
  g_string_append_c (self->text, '"');
  for (; *text != '\0'; text++)
    append_character (self->text, *text);
  g_string_append_c (self->text, '"');

  if (language != NULL)
    g_string_append_printf (self->text, "@%s", language);
  else if (datatype != NULL)
    g_string_append_printf (self->text, "^^%s", datatype);
}

static void
turtle_begin_blank (CadreLinkedSink *sink, const char *type)
{
  TurtleSink *self = (TurtleSink *) sink;
  const char *const types[] = { type, NULL };

  begin_value (self);
  g_string_append_c (self->text, '[');
  indent (self);
  append_types (self, types);
}

static void
turtle_end_blank (CadreLinkedSink *sink)
{
  g_string_append (((TurtleSink *) sink)->text, " ]");
}

static GBytes *
turtle_finish (CadreLinkedSink *sink, GCancellable *cancellable, GError **error)
{
  TurtleSink *self = (TurtleSink *) sink;

  return g_cancellable_set_error_if_cancelled (cancellable, error)
           ? NULL
           : g_string_free_to_bytes (g_steal_pointer (&self->text));
}

static void
turtle_free (CadreLinkedSink *sink)
{
  TurtleSink *self = (TurtleSink *) sink;

  if (self->text != NULL)
    g_string_free (self->text, TRUE);
  g_free (self);
}

CadreLinkedSink *
cadre_linked_sink_new_for_turtle (void)
{
  TurtleSink *self = g_new0 (TurtleSink, 1);

  self->sink = (CadreLinkedSink){
    turtle_begin_node, turtle_end_node,    turtle_begin_property, turtle_end_property,
    turtle_add_iri,    turtle_add_literal, turtle_begin_blank,    turtle_end_blank,
    turtle_finish,     turtle_free,
  };
  self->text = g_string_new (NULL);
  for (guint i = 0; i < cadre_linked_n_prefixes; i++)
    g_string_append_printf (self->text, "@prefix %s: <%s> .\n", cadre_linked_prefixes[i].prefix,
                            cadre_linked_prefixes[i].iri);

  return &self->sink;
}
