/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_LINEAGE (cadre_lineage_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreLineage, cadre_lineage, CADRE, LINEAGE, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreLineage *cadre_lineage_new (void) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_lineage_get_post (CadreLineage *self);
CADRE_AVAILABLE_IN_1_0
void cadre_lineage_set_post (CadreLineage *self, const char *post);

CADRE_AVAILABLE_IN_1_0
const char *cadre_lineage_get_predecessor (CadreLineage *self);
CADRE_AVAILABLE_IN_1_0
void cadre_lineage_set_predecessor (CadreLineage *self, const char *predecessor);

CADRE_AVAILABLE_IN_1_0
CadreLineageKind cadre_lineage_get_kind (CadreLineage *self);
CADRE_AVAILABLE_IN_1_0
void cadre_lineage_set_kind (CadreLineage *self, CadreLineageKind kind);

CADRE_AVAILABLE_IN_1_0
const char *cadre_lineage_get_note (CadreLineage *self);
CADRE_AVAILABLE_IN_1_0
void cadre_lineage_set_note (CadreLineage *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_lineage_get_source (CadreLineage *self);
CADRE_AVAILABLE_IN_1_0
void cadre_lineage_set_source (CadreLineage *self, const char *source);

G_END_DECLS
