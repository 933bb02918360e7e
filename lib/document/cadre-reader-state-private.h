/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "document/cadre-buffer-private.h"
#include "document/cadre-names-private.h"
#include "document/cadre-reader-private.h"

G_BEGIN_DECLS

/* What a reader is made of, for the files of the reader only. */

#define CADRE_READER_MAX_DEPTH 128 /* that of CadreLimits:max-depth */
#define CADRE_READER_CHECK_EVERY 4096

typedef enum
{
  CADRE_EXPECT_START = 0, /* perhaps a byte order mark, then a value */
  CADRE_EXPECT_FIRST_MEMBER = 1,
  CADRE_EXPECT_MORE_MEMBERS = 2,
  CADRE_EXPECT_COLON = 3,
  CADRE_EXPECT_FIRST_ELEMENT = 4,
  CADRE_EXPECT_MORE_ELEMENTS = 5,
  CADRE_EXPECT_END = 6,
} CadreReaderExpect;

/* One level of nesting; the level 0 is the document itself. */
typedef struct
{
  gboolean is_object;
  gboolean has_member; /* ONLY when is_object: the last of the names is where the reader stands */
  guint64 n_values;    /* begun so far */
  CadreReaderExpect after; /* what is expected after a value */
  CadreNames names;        /* ONLY when is_object, but kept as a guess for the next object */
} CadreReaderLevel;

typedef struct _CadreReaderNodes CadreReaderNodes;

/**
 * CadreReader:
 *
 * Reads a document piece by piece.
 *
 * Since: 1.0
 */
struct _CadreReader
{
  GObject parent_instance;

  /* The window: what is at hand of the document, which is all of it when it was
   * given as bytes. A token that is not whole is kept when the window moves. */
  const guint8 *cur;
  const guint8 *end;
  guint64 bias;    /* added to an address in the window it gives the offset, modulo 2⁶⁴ */
  gboolean at_end; /* no more bytes can be had */

  CadreReaderExpect expect;
  CadreToken token; /* the one just read */
  guint depth;
  guint countdown; /* tokens until more is done than to scan: see next_slowly() */

  /* Of the token just read. */
  const char *text;
  gsize length;
  guint64 token_offset;
  guint token_wide;

  /* Where the line begins that the reader is in, and how many bytes of it only
   * continue a character. Line breaks stand between tokens only. */
  guint64 line_start;
  guint line;
  guint wide;

  CadreReaderLevel *level; /* that of the depth */
  CadreReaderLevel levels[CADRE_READER_MAX_DEPTH + 1];

  guint64 n_items;
  guint64 max_items;
  guint64 max_bytes;
  guint max_depth;
  guint max_members;
  guint max_string;

  GError *error;       /* (nullable): given again by every call after it */
  char *kind;          /* (nullable) */
  CadreBuffer scratch; /* a string without its escapes */
  CadreBuffer copy;    /* a text with its NUL */

  GCancellable *cancellable; /* (nullable) */

  /* One of these is the source. */
  GBytes *bytes;           /* (nullable) */
  GInputStream *stream;    /* (nullable) */
  CadreReaderNodes *nodes; /* (nullable) */

  guint8 *window; /* (nullable), ONLY when there is a stream */
  gsize window_size;
  guint64 n_read; /* from the stream */
};

/* cadre-reader-place.c. These set the error of the reader and give FALSE. */
gboolean _cadre_reader_fail (CadreReader *self,
                             const guint8 *at,
                             CadreDocumentError code,
                             const char *format,
                             ...) G_GNUC_PRINTF (4, 5);
gboolean _cadre_reader_fail_no_memory (CadreReader *self);
gboolean _cadre_reader_fail_too_large (CadreReader *self);
gboolean _cadre_reader_fail_too_long (CadreReader *self);
guint64 _cadre_reader_column (CadreReader *self, guint64 offset, guint wide);
gboolean _cadre_reader_put_pointer (CadreReader *self, CadreBuffer *out);

/* cadre-reader-source.c */
gboolean _cadre_reader_fill (CadreReader *self);
gboolean _cadre_reader_more (CadreReader *self, const guint8 **p);
void _cadre_reader_use_nothing (CadreReader *self);
void _cadre_reader_use_bytes (CadreReader *self, GBytes *bytes);
void _cadre_reader_use_stream (CadreReader *self, GInputStream *stream);

/* cadre-reader-string.c */
gboolean _cadre_reader_string_rest (CadreReader *self, const guint8 *p);
gboolean _cadre_reader_unexpected (CadreReader *self, const guint8 *p, const char *wanted);

/* cadre-reader-scan.c */
gboolean _cadre_reader_scan (CadreReader *self);

/* cadre-reader-node.c */
CadreReaderNodes *_cadre_reader_nodes_new (JsonNode *root);
void _cadre_reader_nodes_free (CadreReaderNodes *nodes);
gboolean _cadre_reader_walk (CadreReader *self);

static inline guint64
_cadre_reader_offset_of (const CadreReader *self, const guint8 *p)
{
  return (guint64) (guintptr) p + self->bias;
}

static inline void
_cadre_reader_mark (CadreReader *self)
{
  self->token_offset = _cadre_reader_offset_of (self, self->cur);
  self->token_wide = self->wide;
}

/* Steps that both kinds of source share. */

static inline gboolean
_cadre_reader_count_item (CadreReader *self)
{
  if (G_LIKELY (++self->n_items <= self->max_items))
    return TRUE;

  return _cadre_reader_fail (self, self->cur, CADRE_DOCUMENT_ERROR_LIMIT_ITEMS,
                             "the document holds more than %" G_GUINT64_FORMAT " values",
                             self->max_items);
}

static inline gboolean
_cadre_reader_enter_level (CadreReader *self, gboolean is_object)
{
  CadreReaderLevel *level = NULL;

  if (G_UNLIKELY (self->depth >= self->max_depth))
    return _cadre_reader_fail (self, self->cur, CADRE_DOCUMENT_ERROR_LIMIT_DEPTH,
                               "arrays and objects are nested more than %u deep", self->max_depth);

  self->depth++;
  level = ++self->level;
  level->is_object = is_object;
  level->has_member = FALSE;
  level->n_values = 0;
  level->after = is_object ? CADRE_EXPECT_MORE_MEMBERS : CADRE_EXPECT_MORE_ELEMENTS;
  if (is_object)
    _cadre_names_begin (&level->names);

  self->token = is_object ? CADRE_TOKEN_BEGIN_OBJECT : CADRE_TOKEN_BEGIN_ARRAY;
  self->expect = is_object ? CADRE_EXPECT_FIRST_MEMBER : CADRE_EXPECT_FIRST_ELEMENT;

  return TRUE;
}

static inline gboolean
_cadre_reader_leave_level (CadreReader *self)
{
  self->token = self->level->is_object ? CADRE_TOKEN_END_OBJECT : CADRE_TOKEN_END_ARRAY;
  self->depth--;
  self->level--;
  self->expect = self->level->after;

  return TRUE;
}

G_END_DECLS
