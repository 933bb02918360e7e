/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-export.h>

G_BEGIN_DECLS

#define CADRE_EXPORT_MAX_ISSUES 1000 /* told one by one; all are counted */

CadreExport *cadre_export_new (void);

/* @name and @content_type are constants of the writer: what a file is called never
 * comes from data. */
void cadre_export_add_file (CadreExport *self,
                            const char *name,
                            const char *content_type,
                            GBytes *bytes);

G_END_DECLS
