/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "document/cadre-buffer-private.h"
#include "document/cadre-names-private.h"
#include "document/cadre-save-private.h"
#include "document/cadre-writer-private.h"

G_BEGIN_DECLS

/* What a writer is made of, for the files of the writer only. */

#define CADRE_WRITER_MAX_DEPTH 128 /* what a reader takes */

typedef struct
{
  gboolean is_object;
  gboolean has_values;
  CadreNames names; /* ONLY when is_object, but kept as a guess for the next object */
} CadreWriterLevel;

typedef struct _CadreWriterNodes CadreWriterNodes;

/**
 * CadreWriter:
 *
 * Writes a document piece by piece.
 *
 * Since: 1.0
 */
struct _CadreWriter
{
  GObject parent_instance;

  CadreBuffer out; /* what is not flushed yet */
  gsize flush_at;  /* so many bytes are */

  guint depth;
  gboolean has_name;    /* the value of a member is due */
  gboolean is_finished; /* and cannot be written to any more */
  CadreWriterLevel levels[CADRE_WRITER_MAX_DEPTH + 1];

  GError *error;             /* (nullable): the first one */
  GCancellable *cancellable; /* (nullable) */

  /* One of these is the target, or none when it is text. */
  GOutputStream *stream;   /* (nullable) */
  CadreSave *save;         /* (nullable) */
  CadreWriterNodes *nodes; /* (nullable) */
};

/* cadre-writer-text.c */
gboolean _cadre_writer_end (CadreWriter *self);
void _cadre_writer_fail (CadreWriter *self, CadreDocumentError code, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/* cadre-writer-node.c */
CadreWriterNodes *_cadre_writer_nodes_new (void);
void _cadre_writer_nodes_free (CadreWriterNodes *nodes);
void _cadre_writer_nodes_name (CadreWriterNodes *nodes, const char *name, gsize length);
void _cadre_writer_nodes_add (CadreWriterNodes *nodes, JsonNode *node);
void _cadre_writer_nodes_begin (CadreWriterNodes *nodes, gboolean is_object);
void _cadre_writer_nodes_end (CadreWriterNodes *nodes);
JsonNode *_cadre_writer_nodes_root (CadreWriterNodes *nodes);
JsonNode *_cadre_writer_nodes_string (const char *text, gsize length);
JsonNode *_cadre_writer_nodes_number (const char *text, gsize length);

G_END_DECLS
