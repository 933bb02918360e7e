/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-outcomes.h>
#include <cadre/cadre-work-item.h>

G_BEGIN_DECLS

#define CADRE_TYPE_WORKLIST (cadre_worklist_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreWorklist, cadre_worklist, CADRE, WORKLIST, GObject)

CADRE_AVAILABLE_IN_1_0
CadreWorklist *cadre_worklist_new (CadreOutcomes *outcomes,
                                   GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreWorkItem *cadre_worklist_get_work_item (CadreWorklist *self,
                                             guint position) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
guint cadre_worklist_count (CadreWorklist *self, CadreWorkOwner owner);

G_END_DECLS
