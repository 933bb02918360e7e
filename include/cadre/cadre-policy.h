/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-date.h>
#include <cadre/cadre-issue-list.h>
#include <cadre/cadre-limits.h>
#include <cadre/cadre-matching-error.h>
#include <cadre/cadre-policy-parameter.h>
#include <cadre/cadre-reader.h>
#include <cadre/cadre-writer.h>

G_BEGIN_DECLS

#define CADRE_TYPE_POLICY (cadre_policy_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadrePolicy, cadre_policy, CADRE, POLICY, GObject)

CADRE_AVAILABLE_IN_1_0
CadrePolicy *cadre_policy_new_illustrative (void) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
char **cadre_policy_list_presets (void) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadrePolicy *cadre_policy_new_preset (const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadrePolicy *cadre_policy_new_based_on (CadrePolicy *base,
                                        const char *name) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadrePolicy *cadre_policy_with_parameter (CadrePolicy *self,
                                          const char *parameter,
                                          const char *text,
                                          const char *clause,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadrePolicy *cadre_policy_with_employers (CadrePolicy *self,
                                          const char *const *employers) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
GListModel *cadre_policy_load (GFile *file,
                               CadreLimits *limits,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_policy_load_async (GFile *file,
                              CadreLimits *limits,
                              GCancellable *cancellable,
                              CadreProgressCallback progress,
                              gpointer progress_data,
                              GDestroyNotify progress_destroy,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_policy_load_finish (GAsyncResult *result,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_policy_load_bytes (GBytes *bytes,
                                     CadreLimits *limits,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_policy_read (CadreReader *reader,
                               GCancellable *cancellable,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadrePolicy *cadre_policy_read_members (CadreReader *reader,
                                        GCancellable *cancellable,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_policy_write_members (CadrePolicy *self, CadreWriter *writer);

CADRE_AVAILABLE_IN_1_0
const char *cadre_policy_get_name (CadrePolicy *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_policy_get_base (CadrePolicy *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_policy_is_illustrative (CadrePolicy *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_policy_is_preset (CadrePolicy *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_policy_get_stamp (CadrePolicy *self);
CADRE_AVAILABLE_IN_1_0
char **cadre_policy_dup_employers (CadrePolicy *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_policy_get_version (CadrePolicy *self);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_policy_get_agreed (CadrePolicy *self);
CADRE_AVAILABLE_IN_1_0
char **cadre_policy_dup_parties (CadrePolicy *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_policy_get_note (CadrePolicy *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_policy_get_source (CadrePolicy *self);

CADRE_AVAILABLE_IN_1_0
GListModel *cadre_policy_list_parameters (CadrePolicy *self);
CADRE_AVAILABLE_IN_1_0
CadrePolicyParameter *cadre_policy_get_parameter (CadrePolicy *self, const char *name);
CADRE_AVAILABLE_IN_1_0
int cadre_policy_get_integer (CadrePolicy *self, const char *name);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_policy_get_flag (CadrePolicy *self, const char *name);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_policy_has_word (CadrePolicy *self, const char *name, const char *word);

CADRE_AVAILABLE_IN_1_0
CadreIssueList *cadre_policy_validate (CadrePolicy *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
