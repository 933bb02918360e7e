/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-diff.h>
#include <cadre/cadre-export.h>
#include <cadre/cadre-feed-refusal.h>
#include <cadre/cadre-feed-step.h>
#include <cadre/cadre-field-map.h>
#include <cadre/cadre-redaction.h>

G_BEGIN_DECLS

#define CADRE_TYPE_CHANGE_FEED (cadre_change_feed_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreChangeFeed, cadre_change_feed, CADRE, CHANGE_FEED, GObject)

CADRE_AVAILABLE_IN_1_0
CadreChangeFeed *cadre_change_feed_new (CadreDiff *diff,
                                        CadreFieldMap *field_map,
                                        const CadreDate *effective,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreDiff *cadre_change_feed_get_diff (CadreChangeFeed *self);
CADRE_AVAILABLE_IN_1_0
CadreFieldMap *cadre_change_feed_get_field_map (CadreChangeFeed *self);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_change_feed_get_effective (CadreChangeFeed *self);
CADRE_AVAILABLE_IN_1_0
CadreFeedStep *cadre_change_feed_get_step (CadreChangeFeed *self,
                                           guint position) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_change_feed_list_changes (CadreChangeFeed *self,
                                            CadreFeedStep *step) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreIssueList *cadre_change_feed_get_issues (CadreChangeFeed *self);

CADRE_AVAILABLE_IN_1_0
CadreIssueList *cadre_change_feed_check (CadreChangeFeed *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreExport *cadre_change_feed_write (CadreChangeFeed *self,
                                      CadreRedaction *redaction,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_change_feed_read_errors (CadreChangeFeed *self,
                                           GBytes *bytes,
                                           CadreLimits *limits,
                                           GCancellable *cancellable,
                                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GBytes *cadre_change_feed_rehearse (CadreChangeFeed *self,
                                    const char *table,
                                    GBytes *extract,
                                    CadreLimits *limits,
                                    GCancellable *cancellable,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
