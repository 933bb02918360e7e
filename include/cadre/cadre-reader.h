/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <json-glib/json-glib.h>

#include <cadre/cadre-document.h>
#include <cadre/cadre-limits.h>

G_BEGIN_DECLS

/**
 * CadreToken:
 * @CADRE_TOKEN_END: the document has ended, and nothing follows it
 * @CADRE_TOKEN_BEGIN_OBJECT: an object begins
 * @CADRE_TOKEN_END_OBJECT: the object ends
 * @CADRE_TOKEN_BEGIN_ARRAY: an array begins
 * @CADRE_TOKEN_END_ARRAY: the array ends
 * @CADRE_TOKEN_MEMBER: the name of a member, whose value comes next
 * @CADRE_TOKEN_STRING: a string
 * @CADRE_TOKEN_NUMBER: a number, as text
 * @CADRE_TOKEN_TRUE: the value true
 * @CADRE_TOKEN_FALSE: the value false
 * @CADRE_TOKEN_NULL: the value null
 *
 * What a #CadreReader comes across.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_TOKEN_END = 0,
  CADRE_TOKEN_BEGIN_OBJECT = 1,
  CADRE_TOKEN_END_OBJECT = 2,
  CADRE_TOKEN_BEGIN_ARRAY = 3,
  CADRE_TOKEN_END_ARRAY = 4,
  CADRE_TOKEN_MEMBER = 5,
  CADRE_TOKEN_STRING = 6,
  CADRE_TOKEN_NUMBER = 7,
  CADRE_TOKEN_TRUE = 8,
  CADRE_TOKEN_FALSE = 9,
  CADRE_TOKEN_NULL = 10,
} CadreToken;

#define CADRE_TYPE_READER (cadre_reader_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreReader, cadre_reader, CADRE, READER, GObject)

CADRE_AVAILABLE_IN_1_0
CadreReader *cadre_reader_new_for_bytes (GBytes *bytes,
                                         CadreLimits *limits) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreReader *cadre_reader_new_for_stream (GInputStream *stream,
                                          CadreLimits *limits) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreReader *cadre_reader_new_for_file (GFile *file,
                                        CadreLimits *limits,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreReader *cadre_reader_new_for_node (JsonNode *node,
                                        CadreLimits *limits) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
gboolean
cadre_reader_next (CadreReader *self, CadreToken *token, GCancellable *cancellable, GError **error);
CADRE_AVAILABLE_IN_1_0
const char *cadre_reader_get_text (CadreReader *self, gsize *length);
CADRE_AVAILABLE_IN_1_0
guint cadre_reader_get_depth (CadreReader *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_reader_get_line (CadreReader *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_reader_get_column (CadreReader *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_reader_dup_pointer (CadreReader *self);

CADRE_AVAILABLE_IN_1_0
gboolean cadre_reader_skip_value (CadreReader *self, GCancellable *cancellable, GError **error);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_reader_leave (CadreReader *self, GCancellable *cancellable, GError **error);
CADRE_AVAILABLE_IN_1_0
char *cadre_reader_read_canonical (CadreReader *self, GCancellable *cancellable, GError **error);

CADRE_AVAILABLE_IN_1_0
gboolean cadre_reader_read_head (CadreReader *self,
                                 const char *kind,
                                 guint max_version,
                                 guint *version,
                                 GCancellable *cancellable,
                                 GError **error);
CADRE_AVAILABLE_IN_1_0
const char *cadre_reader_get_kind (CadreReader *self);

G_END_DECLS
