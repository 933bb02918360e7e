/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* The documents of this folder, compiled in. */
GResource *cadre_presets_get_resource (void);

G_END_DECLS
