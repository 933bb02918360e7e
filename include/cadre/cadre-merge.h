/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-merge-conflict.h>
#include <cadre/cadre-patch.h>

G_BEGIN_DECLS

#define CADRE_TYPE_MERGE (cadre_merge_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreMerge, cadre_merge, CADRE, MERGE, GObject)

CADRE_AVAILABLE_IN_1_0
CadreMerge *cadre_merge_new (CadreDiff *ours,
                             CadreDiff *theirs,
                             GCancellable *cancellable,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreDiff *cadre_merge_get_ours (CadreMerge *self);
CADRE_AVAILABLE_IN_1_0
CadreDiff *cadre_merge_get_theirs (CadreMerge *self);
CADRE_AVAILABLE_IN_1_0
CadreMergeConflict *cadre_merge_get_conflict (CadreMerge *self,
                                              guint position) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
guint cadre_merge_get_n_unresolved (CadreMerge *self);

CADRE_AVAILABLE_IN_1_0
gboolean cadre_merge_resolve (CadreMerge *self,
                              guint position,
                              CadreMergeChoice choice,
                              const char *value,
                              GError **error);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_merge_explain_resolution (CadreMerge *self,
                                         guint position,
                                         const char *by,
                                         const CadreDate *on,
                                         const char *why,
                                         GError **error);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_merge_write_resolutions (CadreMerge *self,
                                        CadreRedaction *redaction,
                                        CadreWriter *writer,
                                        GError **error);
CADRE_AVAILABLE_IN_1_0
CadreIssueList *cadre_merge_replay (CadreMerge *self,
                                    CadreReader *reader,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadrePatch *cadre_merge_make_patch (CadreMerge *self, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_merge_build (CadreMerge *self,
                                   GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
