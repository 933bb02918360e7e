/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A graph as JSON-LD: one object with an inline context of prefixes and a flat
 * list of nodes. Nothing has to be fetched to read it. */

#include "config.h"

#include "exchange/linked/cadre-linked-sink-private.h"
#include "exchange/linked/cadre-linked-terms-private.h"
#include <cadre/cadre-writer.h>

typedef struct
{
  CadreLinkedSink sink;
  CadreWriter *writer;
  gboolean many[CADRE_LINKED_MAX_NESTING]; /* by level: whether the property is a list */
  guint level;
} JsonSink;

static void
write_member (CadreWriter *writer, const char *name, const char *text)
{
  cadre_writer_member (writer, name);
  cadre_writer_string (writer, text);
}

static void
json_begin_node (CadreLinkedSink *sink, const char *iri, const char *const *types)
{
  CadreWriter *writer = ((JsonSink *) sink)->writer;

  cadre_writer_begin_object (writer);
  if (iri != NULL)
    write_member (writer, "@id", iri);

  if (types[1] == NULL)
    {
      write_member (writer, "@type", types[0]);
      return;
    }
  cadre_writer_member (writer, "@type");
  cadre_writer_begin_array (writer);
  for (guint i = 0; types[i] != NULL; i++)
    cadre_writer_string (writer, types[i]);
  cadre_writer_end_array (writer);
}

static void
json_end_node (CadreLinkedSink *sink)
{
  cadre_writer_end_object (((JsonSink *) sink)->writer);
}

static void
json_begin_property (CadreLinkedSink *sink, const char *term, gboolean many)
{
  JsonSink *self = (JsonSink *) sink;

  cadre_writer_member (self->writer, term);
  self->many[self->level++] = many;
  if (many)
    cadre_writer_begin_array (self->writer);
}

static void
json_end_property (CadreLinkedSink *sink)
{
  JsonSink *self = (JsonSink *) sink;

  if (self->many[--self->level])
    cadre_writer_end_array (self->writer);
}

static void
json_add_iri (CadreLinkedSink *sink, const char *iri)
{
  CadreWriter *writer = ((JsonSink *) sink)->writer;

  cadre_writer_begin_object (writer);
  write_member (writer, "@id", iri);
  cadre_writer_end_object (writer);
}

static void
json_add_literal (CadreLinkedSink *sink,
                  const char *text,
                  const char *language,
                  const char *datatype)
{
  CadreWriter *writer = ((JsonSink *) sink)->writer;

  if (language == NULL && datatype == NULL)
    {
      cadre_writer_string (writer, text);
      return;
    }

  cadre_writer_begin_object (writer);
  if (language != NULL)
    write_member (writer, "@language", language);
  else
    write_member (writer, "@type", datatype);
  write_member (writer, "@value", text);
  cadre_writer_end_object (writer);
}

static void
json_begin_blank (CadreLinkedSink *sink, const char *type)
{
  const char *const types[] = { type, NULL };

  json_begin_node (sink, NULL, types);
}

static GBytes *
json_finish (CadreLinkedSink *sink, GCancellable *cancellable, GError **error)
{
  CadreWriter *writer = ((JsonSink *) sink)->writer;

  cadre_writer_end_array (writer);
  cadre_writer_end_object (writer);
  return cadre_writer_finish (writer, cancellable, error) ? cadre_writer_steal_bytes (writer)
                                                          : NULL;
}

static void
json_free (CadreLinkedSink *sink)
{
  g_object_unref (((JsonSink *) sink)->writer);
  g_free (sink);
}

CadreLinkedSink *
cadre_linked_sink_new_for_json (void)
{
  JsonSink *self = g_new0 (JsonSink, 1);

  self->sink = (CadreLinkedSink){
    json_begin_node,  json_end_node,    json_begin_property, json_end_property, json_add_iri,
    json_add_literal, json_begin_blank, json_end_node,       json_finish,       json_free,
  };
  self->writer = cadre_writer_new_for_text ();

  cadre_writer_begin_object (self->writer);
  cadre_writer_member (self->writer, "@context");
  cadre_writer_begin_object (self->writer);
  for (guint i = 0; i < cadre_linked_n_prefixes; i++)
    write_member (self->writer, cadre_linked_prefixes[i].prefix, cadre_linked_prefixes[i].iri);
  cadre_writer_end_object (self->writer);
  cadre_writer_member (self->writer, "@graph");
  cadre_writer_begin_array (self->writer);

  return &self->sink;
}
