/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-assignment.h>
#include <cadre/cadre-issue-list.h>
#include <cadre/cadre-organisation.h>
#include <cadre/cadre-person.h>
#include <cadre/cadre-post.h>
#include <cadre/cadre-reader.h>
#include <cadre/cadre-structure-error.h>
#include <cadre/cadre-unit.h>

G_BEGIN_DECLS

#define CADRE_TYPE_STRUCTURE (cadre_structure_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreStructure, cadre_structure, CADRE, STRUCTURE, GObject)

/* Loading */

CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_structure_load (GFile *file,
                                      CadreLimits *limits,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_structure_load_async (GFile *file,
                                 CadreLimits *limits,
                                 GCancellable *cancellable,
                                 CadreProgressCallback progress,
                                 gpointer progress_data,
                                 GDestroyNotify progress_destroy,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_structure_load_finish (GAsyncResult *result,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_structure_load_bytes (GBytes *bytes,
                                            CadreLimits *limits,
                                            GCancellable *cancellable,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_structure_read (CadreReader *reader,
                                      CadreLimits *limits,
                                      GCancellable *cancellable,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_structure_read_members (CadreReader *reader,
                                              CadreLimits *limits,
                                              GCancellable *cancellable,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The head */

CADRE_AVAILABLE_IN_1_0
const char *cadre_structure_get_id (CadreStructure *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_structure_get_title (CadreStructure *self, const char *language);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_structure_get_as_of (CadreStructure *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_structure_get_language (CadreStructure *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_structure_get_source (CadreStructure *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_structure_get_licence (CadreStructure *self);
CADRE_AVAILABLE_IN_1_0
char **cadre_structure_dup_notes (CadreStructure *self);

/* What is wrong with it */

CADRE_AVAILABLE_IN_1_0
CadreIssueList *cadre_structure_get_issues (CadreStructure *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_structure_is_sound (CadreStructure *self);

/* Records */

CADRE_AVAILABLE_IN_1_0
guint cadre_structure_get_n_records (CadreStructure *self, CadreRecordKind kind);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_structure_list_records (CadreStructure *self, CadreRecordKind kind);
CADRE_AVAILABLE_IN_1_0
CadreRecord *cadre_structure_get_record (CadreStructure *self, CadreRecordKind kind, guint row);
CADRE_AVAILABLE_IN_1_0
char *cadre_structure_dup_origin (CadreStructure *self,
                                  CadreRecordKind kind,
                                  guint row) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreRecord *
cadre_structure_find_record (CadreStructure *self, CadreRecordKind kind, const char *id);
CADRE_AVAILABLE_IN_1_0
CadrePost *cadre_structure_find_post (CadreStructure *self, const char *id);
CADRE_AVAILABLE_IN_1_0
CadreUnit *cadre_structure_find_unit (CadreStructure *self, const char *id);
CADRE_AVAILABLE_IN_1_0
CadreOrganisation *cadre_structure_find_organisation (CadreStructure *self, const char *id);
CADRE_AVAILABLE_IN_1_0
CadrePerson *cadre_structure_find_person (CadreStructure *self, const char *id);
CADRE_AVAILABLE_IN_1_0
CadreAssignment *cadre_structure_find_assignment (CadreStructure *self, const char *id);

G_END_DECLS
