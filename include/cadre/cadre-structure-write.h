/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-redaction.h>
#include <cadre/cadre-structure.h>
#include <cadre/cadre-writer.h>

G_BEGIN_DECLS

CADRE_AVAILABLE_IN_1_0
gboolean cadre_structure_write (CadreStructure *self,
                                CadreRedaction *redaction,
                                CadreWriter *writer,
                                GCancellable *cancellable,
                                GError **error);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_structure_write_members (CadreStructure *self,
                                        CadreRedaction *redaction,
                                        CadreWriter *writer,
                                        GError **error);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_structure_save (CadreStructure *self,
                               CadreRedaction *redaction,
                               GFile *file,
                               GCancellable *cancellable,
                               GError **error);
CADRE_AVAILABLE_IN_1_0
void cadre_structure_save_async (CadreStructure *self,
                                 CadreRedaction *redaction,
                                 GFile *file,
                                 GCancellable *cancellable,
                                 CadreProgressCallback progress,
                                 gpointer progress_data,
                                 GDestroyNotify progress_destroy,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_structure_save_finish (CadreStructure *self, GAsyncResult *result, GError **error);
CADRE_AVAILABLE_IN_1_0
char *cadre_structure_to_text (CadreStructure *self, CadreRedaction *redaction, GError **error);

G_END_DECLS
