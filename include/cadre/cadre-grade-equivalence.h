/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_GRADE_EQUIVALENCE (cadre_grade_equivalence_get_type ())

CADRE_AVAILABLE_IN_1_0
/* clang-format off */
G_DECLARE_FINAL_TYPE (CadreGradeEquivalence, cadre_grade_equivalence, CADRE, GRADE_EQUIVALENCE, CadreRecord)
/* clang-format on */

CADRE_AVAILABLE_IN_1_0
CadreGradeEquivalence *cadre_grade_equivalence_new (void) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_grade_equivalence_get_grade (CadreGradeEquivalence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_equivalence_set_grade (CadreGradeEquivalence *self, const char *grade);

CADRE_AVAILABLE_IN_1_0
const char *cadre_grade_equivalence_get_other_grade (CadreGradeEquivalence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_equivalence_set_other_grade (CadreGradeEquivalence *self, const char *other_grade);

CADRE_AVAILABLE_IN_1_0
CadreEquivalenceBasis cadre_grade_equivalence_get_basis (CadreGradeEquivalence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_equivalence_set_basis (CadreGradeEquivalence *self, CadreEquivalenceBasis basis);

CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_grade_equivalence_get_agreed (CadreGradeEquivalence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_equivalence_set_agreed (CadreGradeEquivalence *self, const CadreDate *agreed);

CADRE_AVAILABLE_IN_1_0
const char *cadre_grade_equivalence_get_note (CadreGradeEquivalence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_equivalence_set_note (CadreGradeEquivalence *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_grade_equivalence_get_source (CadreGradeEquivalence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_grade_equivalence_set_source (CadreGradeEquivalence *self, const char *source);

G_END_DECLS
