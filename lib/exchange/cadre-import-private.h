/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-import.h>

G_BEGIN_DECLS

#define CADRE_N_ROW_FATES 5

/* How many rows met each fate; @fates is indexed by #CadreRowFate. */
CadreImport *cadre_import_new (CadreStructure *structure,
                               CadreIssueList *issues,
                               const guint fates[CADRE_N_ROW_FATES]);

G_END_DECLS
