/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-patch.h>

G_BEGIN_DECLS

CadrePatchOperation *cadre_patch_operation_new (const CadrePatch *patch, guint32 place);

G_END_DECLS
