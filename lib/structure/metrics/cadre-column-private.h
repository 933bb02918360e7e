/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-column.h>

G_BEGIN_DECLS

/* A view of @data, which @owner keeps; or, where @owner is NULL, of @data that
 * the column takes over and frees. */
CadreColumn *cadre_column_new (GObject *owner, CadreColumnKind kind, gpointer data, gsize length);

G_END_DECLS
