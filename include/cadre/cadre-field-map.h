/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <gio/gio.h>

#include <cadre/cadre-exchange-error.h>
#include <cadre/cadre-limits.h>
#include <cadre/cadre-reader.h>
#include <cadre/cadre-writer.h>

G_BEGIN_DECLS

#define CADRE_TYPE_FIELD_MAP (cadre_field_map_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreFieldMap, cadre_field_map, CADRE, FIELD_MAP, GObject)

CADRE_AVAILABLE_IN_1_0
char **cadre_field_map_list_shipped (void) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreFieldMap *cadre_field_map_new_shipped (const char *name,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreFieldMap *cadre_field_map_draft (GBytes *sample,
                                      const char *name,
                                      CadreLimits *limits,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreFieldMap *cadre_field_map_load (GFile *file,
                                     CadreLimits *limits,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_field_map_load_async (GFile *file,
                                 CadreLimits *limits,
                                 GCancellable *cancellable,
                                 CadreProgressCallback progress,
                                 gpointer progress_data,
                                 GDestroyNotify progress_destroy,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
CADRE_AVAILABLE_IN_1_0
CadreFieldMap *cadre_field_map_load_finish (GAsyncResult *result,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreFieldMap *cadre_field_map_load_bytes (GBytes *bytes,
                                           CadreLimits *limits,
                                           GCancellable *cancellable,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreFieldMap *cadre_field_map_read (CadreReader *reader,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
void cadre_field_map_write (CadreFieldMap *self, CadreWriter *writer);
CADRE_AVAILABLE_IN_1_0
char *cadre_field_map_to_text (CadreFieldMap *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
gboolean
cadre_field_map_save (CadreFieldMap *self, GFile *file, GCancellable *cancellable, GError **error);
CADRE_AVAILABLE_IN_1_0
void cadre_field_map_save_async (CadreFieldMap *self,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 CadreProgressCallback progress,
                                 gpointer progress_data,
                                 GDestroyNotify progress_destroy,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_field_map_save_finish (CadreFieldMap *self, GAsyncResult *result, GError **error);

CADRE_AVAILABLE_IN_1_0
const char *cadre_field_map_get_name (CadreFieldMap *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_field_map_get_title (CadreFieldMap *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_field_map_get_n_tables (CadreFieldMap *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_field_map_get_table_name (CadreFieldMap *self, guint position);
CADRE_AVAILABLE_IN_1_0
char **cadre_field_map_dup_columns (CadreFieldMap *self,
                                    const char *table) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
char **cadre_field_map_dup_unsure (CadreFieldMap *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
