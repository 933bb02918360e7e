/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean cadre_integer_parse (const char *text, gint64 least, gint64 most, gint64 *value);

G_END_DECLS
