/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Which cells a spreadsheet might take for a formula, for the writer that puts a
 * guard before them and the reader that takes it away. */

#define CADRE_CSV_GUARD '\''

gboolean _cadre_csv_needs_guard (const char *text, gsize length);
gboolean _cadre_csv_has_guard (const char *text, gsize length);

G_END_DECLS
