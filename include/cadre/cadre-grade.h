/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_GRADE (cadre_grade_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreGrade, cadre_grade, CADRE, GRADE, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreGrade *cadre_grade_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_grade_get_name (CadreGrade *self, const char *language);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_set_name (CadreGrade *self, const char *language, const char *name);

CADRE_AVAILABLE_IN_1_0
const char *cadre_grade_get_scale (CadreGrade *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_set_scale (CadreGrade *self, const char *scale);

CADRE_AVAILABLE_IN_1_0
int cadre_grade_get_rung (CadreGrade *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_set_rung (CadreGrade *self, int rung);

CADRE_AVAILABLE_IN_1_0
int cadre_grade_get_score_min (CadreGrade *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_set_score_min (CadreGrade *self, int score_min);

CADRE_AVAILABLE_IN_1_0
int cadre_grade_get_score_max (CadreGrade *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_set_score_max (CadreGrade *self, int score_max);

CADRE_AVAILABLE_IN_1_0
gint64 cadre_grade_get_pay_min (CadreGrade *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_set_pay_min (CadreGrade *self, gint64 pay_min);

CADRE_AVAILABLE_IN_1_0
gint64 cadre_grade_get_pay_max (CadreGrade *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_set_pay_max (CadreGrade *self, gint64 pay_max);

CADRE_AVAILABLE_IN_1_0
int cadre_grade_get_order (CadreGrade *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_set_order (CadreGrade *self, int order);

CADRE_AVAILABLE_IN_1_0
const char *cadre_grade_get_note (CadreGrade *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_set_note (CadreGrade *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_grade_get_source (CadreGrade *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_set_source (CadreGrade *self, const char *source);

G_END_DECLS
