/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-history-event.h>

G_BEGIN_DECLS

#define CADRE_TYPE_POST_HISTORY (cadre_post_history_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadrePostHistory, cadre_post_history, CADRE, POST_HISTORY, GObject)

CADRE_AVAILABLE_IN_1_0
guint cadre_post_history_get_first_position (CadrePostHistory *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_post_history_get_last_position (CadrePostHistory *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_post_history_is_there (CadrePostHistory *self, guint position);
CADRE_AVAILABLE_IN_1_0
const char *cadre_post_history_get_id_at (CadrePostHistory *self, guint position);
CADRE_AVAILABLE_IN_1_0
CadreHistoryEvent *cadre_post_history_get_event (CadrePostHistory *self,
                                                 guint position) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
