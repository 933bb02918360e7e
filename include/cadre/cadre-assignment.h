/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_ASSIGNMENT (cadre_assignment_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreAssignment, cadre_assignment, CADRE, ASSIGNMENT, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreAssignment *cadre_assignment_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_assignment_get_person (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_person (CadreAssignment *self, const char *person);

CADRE_AVAILABLE_IN_1_0
const char *cadre_assignment_get_post (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_post (CadreAssignment *self, const char *post);

CADRE_AVAILABLE_IN_1_0
int cadre_assignment_get_position (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_position (CadreAssignment *self, int position);

CADRE_AVAILABLE_IN_1_0
const char *cadre_assignment_get_employer (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_employer (CadreAssignment *self, const char *employer);

CADRE_AVAILABLE_IN_1_0
CadreBasis cadre_assignment_get_basis (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_basis (CadreAssignment *self, CadreBasis basis);

CADRE_AVAILABLE_IN_1_0
CadreContract cadre_assignment_get_contract (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_contract (CadreAssignment *self, CadreContract contract);

CADRE_AVAILABLE_IN_1_0
const char *cadre_assignment_get_term_reason (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_term_reason (CadreAssignment *self, const char *term_reason);

CADRE_AVAILABLE_IN_1_0
CadreEmploymentStatus cadre_assignment_get_status (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_status (CadreAssignment *self, CadreEmploymentStatus status);

CADRE_AVAILABLE_IN_1_0
const char *cadre_assignment_get_terms (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_terms (CadreAssignment *self, const char *terms);

CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_assignment_get_hours (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_hours (CadreAssignment *self, const CadreFraction *hours);

CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_assignment_get_standard_hours (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_standard_hours (CadreAssignment *self,
                                          const CadreFraction *standard_hours);

CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_assignment_get_paid_weeks (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_paid_weeks (CadreAssignment *self, const CadreFraction *paid_weeks);

CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_assignment_get_year_weeks (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_year_weeks (CadreAssignment *self, const CadreFraction *year_weeks);

CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_assignment_get_fte (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_fte (CadreAssignment *self, const CadreFraction *fte);

CADRE_AVAILABLE_IN_1_0
const char *cadre_assignment_get_job_share (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_job_share (CadreAssignment *self, const char *job_share);

CADRE_AVAILABLE_IN_1_0
const char *cadre_assignment_get_home_organisation (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_home_organisation (CadreAssignment *self, const char *home_organisation);

CADRE_AVAILABLE_IN_1_0
const char *cadre_assignment_get_home_assignment (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_home_assignment (CadreAssignment *self, const char *home_assignment);

CADRE_AVAILABLE_IN_1_0
const char *cadre_assignment_get_agreement (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_agreement (CadreAssignment *self, const char *agreement);

CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_assignment_get_return_right (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_return_right (CadreAssignment *self, CadreTruth return_right);

CADRE_AVAILABLE_IN_1_0
const char *cadre_assignment_get_return_terms (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_return_terms (CadreAssignment *self, const char *return_terms);

CADRE_AVAILABLE_IN_1_0
const char *cadre_assignment_get_professional_lead (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_professional_lead (CadreAssignment *self, const char *professional_lead);

CADRE_AVAILABLE_IN_1_0
const char *cadre_assignment_get_covers (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_covers (CadreAssignment *self, const char *covers);

CADRE_AVAILABLE_IN_1_0
CadrePeriod *cadre_assignment_get_period (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_period (CadreAssignment *self, const CadrePeriod *period);

CADRE_AVAILABLE_IN_1_0
const char *cadre_assignment_get_attribute (CadreAssignment *self, const char *name);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_attribute (CadreAssignment *self, const char *name, const char *text);
CADRE_AVAILABLE_IN_1_0
char **cadre_assignment_dup_attribute_names (CadreAssignment *self);

CADRE_AVAILABLE_IN_1_0
const char *cadre_assignment_get_note (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_note (CadreAssignment *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_assignment_get_source (CadreAssignment *self);
CADRE_AVAILABLE_IN_1_0
void cadre_assignment_set_source (CadreAssignment *self, const char *source);

G_END_DECLS
