/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <json-glib/json-glib.h>

#include <cadre/cadre-document.h>

G_BEGIN_DECLS

#define CADRE_TYPE_WRITER (cadre_writer_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreWriter, cadre_writer, CADRE, WRITER, GObject)

CADRE_AVAILABLE_IN_1_0
CadreWriter *cadre_writer_new_for_text (void) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreWriter *cadre_writer_new_for_stream (GOutputStream *stream) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreWriter *cadre_writer_new_for_file (GFile *file,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreWriter *cadre_writer_new_for_node (void) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
void cadre_writer_begin_document (CadreWriter *self, const char *kind, guint version);
CADRE_AVAILABLE_IN_1_0
void cadre_writer_begin_object (CadreWriter *self);
CADRE_AVAILABLE_IN_1_0
void cadre_writer_end_object (CadreWriter *self);
CADRE_AVAILABLE_IN_1_0
void cadre_writer_begin_array (CadreWriter *self);
CADRE_AVAILABLE_IN_1_0
void cadre_writer_end_array (CadreWriter *self);
CADRE_AVAILABLE_IN_1_0
void cadre_writer_member (CadreWriter *self, const char *name);
CADRE_AVAILABLE_IN_1_0
void cadre_writer_string (CadreWriter *self, const char *text);
CADRE_AVAILABLE_IN_1_0
void cadre_writer_string_n (CadreWriter *self, const char *text, gsize length);
CADRE_AVAILABLE_IN_1_0
void cadre_writer_integer (CadreWriter *self, gint64 value);
CADRE_AVAILABLE_IN_1_0
void cadre_writer_number (CadreWriter *self, const char *text);
CADRE_AVAILABLE_IN_1_0
void cadre_writer_boolean (CadreWriter *self, gboolean value);
CADRE_AVAILABLE_IN_1_0
void cadre_writer_unknown (CadreWriter *self);
CADRE_AVAILABLE_IN_1_0
void cadre_writer_canonical (CadreWriter *self, const char *text);

CADRE_AVAILABLE_IN_1_0
gboolean cadre_writer_finish (CadreWriter *self, GCancellable *cancellable, GError **error);
CADRE_AVAILABLE_IN_1_0
char *cadre_writer_dup_text (CadreWriter *self);
CADRE_AVAILABLE_IN_1_0
GBytes *cadre_writer_steal_bytes (CadreWriter *self);
CADRE_AVAILABLE_IN_1_0
JsonNode *cadre_writer_get_node (CadreWriter *self);

G_END_DECLS
