/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_GRADE_SCALE (cadre_grade_scale_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreGradeScale, cadre_grade_scale, CADRE, GRADE_SCALE, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreGradeScale *cadre_grade_scale_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_grade_scale_get_name (CadreGradeScale *self, const char *language);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_scale_set_name (CadreGradeScale *self, const char *language, const char *name);

CADRE_AVAILABLE_IN_1_0
const char *cadre_grade_scale_get_organisation (CadreGradeScale *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_scale_set_organisation (CadreGradeScale *self, const char *organisation);

CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_grade_scale_get_final (CadreGradeScale *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_scale_set_final (CadreGradeScale *self, CadreTruth final);

CADRE_AVAILABLE_IN_1_0
const char *cadre_grade_scale_get_note (CadreGradeScale *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_scale_set_note (CadreGradeScale *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_grade_scale_get_source (CadreGradeScale *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_scale_set_source (CadreGradeScale *self, const char *source);

G_END_DECLS
