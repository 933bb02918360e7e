/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <gio/gio.h>

#include <cadre/cadre-date.h>
#include <cadre/cadre-field-map.h>
#include <cadre/cadre-import.h>
#include <cadre/cadre-limits.h>

G_BEGIN_DECLS

#define CADRE_TYPE_EXTRACT_READER (cadre_extract_reader_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreExtractReader, cadre_extract_reader, CADRE, EXTRACT_READER, GObject)

CADRE_AVAILABLE_IN_1_0
CadreExtractReader *cadre_extract_reader_new (CadreFieldMap *field_map) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreFieldMap *cadre_extract_reader_get_field_map (CadreExtractReader *self);
CADRE_AVAILABLE_IN_1_0
CadreLimits *cadre_extract_reader_get_limits (CadreExtractReader *self);
CADRE_AVAILABLE_IN_1_0
void cadre_extract_reader_set_limits (CadreExtractReader *self, CadreLimits *limits);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_extract_reader_get_as_of (CadreExtractReader *self);
CADRE_AVAILABLE_IN_1_0
void cadre_extract_reader_set_as_of (CadreExtractReader *self, const CadreDate *as_of);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_extract_reader_get_formula_guard (CadreExtractReader *self);
CADRE_AVAILABLE_IN_1_0
void cadre_extract_reader_set_formula_guard (CadreExtractReader *self, gboolean formula_guard);

CADRE_AVAILABLE_IN_1_0
gboolean cadre_extract_reader_add_bytes (CadreExtractReader *self,
                                         const char *table,
                                         GBytes *bytes,
                                         GError **error);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_extract_reader_add_file (CadreExtractReader *self,
                                        const char *table,
                                        GFile *file,
                                        GError **error);
CADRE_AVAILABLE_IN_1_0
CadreImport *cadre_extract_reader_read (CadreExtractReader *self,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_extract_reader_read_async (CadreExtractReader *self,
                                      GCancellable *cancellable,
                                      CadreProgressCallback progress,
                                      gpointer progress_data,
                                      GDestroyNotify progress_destroy,
                                      GAsyncReadyCallback callback,
                                      gpointer user_data);
CADRE_AVAILABLE_IN_1_0
CadreImport *cadre_extract_reader_read_finish (CadreExtractReader *self,
                                               GAsyncResult *result,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
