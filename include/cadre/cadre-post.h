/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_POST (cadre_post_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadrePost, cadre_post, CADRE, POST, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadrePost *cadre_post_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_post_get_title (CadrePost *self, const char *language);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_title (CadrePost *self, const char *language, const char *title);

CADRE_AVAILABLE_IN_1_0
const char *const *cadre_post_get_aliases (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_aliases (CadrePost *self, const char *const *aliases);

CADRE_AVAILABLE_IN_1_0
const char *cadre_post_get_unit (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_unit (CadrePost *self, const char *unit);

CADRE_AVAILABLE_IN_1_0
const char *cadre_post_get_employer (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_employer (CadrePost *self, const char *employer);

CADRE_AVAILABLE_IN_1_0
const char *const *cadre_post_get_partners (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_partners (CadrePost *self, const char *const *partners);

CADRE_AVAILABLE_IN_1_0
const char *cadre_post_get_grade (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_grade (CadrePost *self, const char *grade);

CADRE_AVAILABLE_IN_1_0
CadreGradeStatus cadre_post_get_grade_status (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_grade_status (CadrePost *self, CadreGradeStatus grade_status);

CADRE_AVAILABLE_IN_1_0
int cadre_post_get_score (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_score (CadrePost *self, int score);

CADRE_AVAILABLE_IN_1_0
int cadre_post_get_tier (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_tier (CadrePost *self, int tier);

CADRE_AVAILABLE_IN_1_0
int cadre_post_get_establishment (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_establishment (CadrePost *self, int establishment);

CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_post_get_budgeted_fte (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_budgeted_fte (CadrePost *self, const CadreFraction *budgeted_fte);

CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_post_get_hours (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_hours (CadrePost *self, const CadreFraction *hours);

CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_post_get_standard_hours (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_standard_hours (CadrePost *self, const CadreFraction *standard_hours);

CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_post_get_paid_weeks (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_paid_weeks (CadrePost *self, const CadreFraction *paid_weeks);

CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_post_get_year_weeks (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_year_weeks (CadrePost *self, const CadreFraction *year_weeks);

CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_post_get_fte (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_fte (CadrePost *self, const CadreFraction *fte);

CADRE_AVAILABLE_IN_1_0
gint64 cadre_post_get_pay_min (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_pay_min (CadrePost *self, gint64 pay_min);

CADRE_AVAILABLE_IN_1_0
gint64 cadre_post_get_pay_max (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_pay_max (CadrePost *self, gint64 pay_max);

CADRE_AVAILABLE_IN_1_0
gint64 cadre_post_get_cost (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_cost (CadrePost *self, gint64 cost);

CADRE_AVAILABLE_IN_1_0
const char *cadre_post_get_cost_centre (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_cost_centre (CadrePost *self, const char *cost_centre);

CADRE_AVAILABLE_IN_1_0
const char *cadre_post_get_profession (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_profession (CadrePost *self, const char *profession);

CADRE_AVAILABLE_IN_1_0
const char *cadre_post_get_field_of_work (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_field_of_work (CadrePost *self, const char *field_of_work);

CADRE_AVAILABLE_IN_1_0
const char *cadre_post_get_site (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_site (CadrePost *self, const char *site);

CADRE_AVAILABLE_IN_1_0
const char *cadre_post_get_area (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_area (CadrePost *self, const char *area);

CADRE_AVAILABLE_IN_1_0
CadrePostStatus cadre_post_get_status (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_status (CadrePost *self, CadrePostStatus status);

CADRE_AVAILABLE_IN_1_0
const char *cadre_post_get_decision_elsewhere (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_decision_elsewhere (CadrePost *self, const char *decision_elsewhere);

CADRE_AVAILABLE_IN_1_0
CadreDeclaredOutcome cadre_post_get_declared_outcome (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_declared_outcome (CadrePost *self, CadreDeclaredOutcome declared_outcome);

CADRE_AVAILABLE_IN_1_0
const char *cadre_post_get_declared_words (CadrePost *self, const char *language);
CADRE_AVAILABLE_IN_1_0
void
cadre_post_set_declared_words (CadrePost *self, const char *language, const char *declared_words);

CADRE_AVAILABLE_IN_1_0
CadreVacancyState cadre_post_get_vacancy (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_vacancy (CadrePost *self, CadreVacancyState vacancy);

CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_post_get_grouped (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_grouped (CadrePost *self, CadreTruth grouped);

CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_post_get_outside (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_outside (CadrePost *self, CadreTruth outside);

CADRE_AVAILABLE_IN_1_0
const char *cadre_post_get_term_reason (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_term_reason (CadrePost *self, const char *term_reason);

CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_post_get_statutory (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_statutory (CadrePost *self, CadreTruth statutory);

CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_post_get_chief_officer (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_chief_officer (CadrePost *self, CadreTruth chief_officer);

CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_post_get_politically_restricted (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_politically_restricted (CadrePost *self, CadreTruth politically_restricted);

CADRE_AVAILABLE_IN_1_0
CadreWelshSkills cadre_post_get_welsh_skills (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_welsh_skills (CadrePost *self, CadreWelshSkills welsh_skills);

CADRE_AVAILABLE_IN_1_0
int cadre_post_get_order (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_order (CadrePost *self, int order);

CADRE_AVAILABLE_IN_1_0
CadrePeriod *cadre_post_get_period (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_period (CadrePost *self, const CadrePeriod *period);

CADRE_AVAILABLE_IN_1_0
const char *cadre_post_get_attribute (CadrePost *self, const char *name);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_attribute (CadrePost *self, const char *name, const char *text);
CADRE_AVAILABLE_IN_1_0
char **cadre_post_dup_attribute_names (CadrePost *self);

CADRE_AVAILABLE_IN_1_0
const char *cadre_post_get_note (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_note (CadrePost *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_post_get_source (CadrePost *self);
CADRE_AVAILABLE_IN_1_0
void cadre_post_set_source (CadrePost *self, const char *source);

G_END_DECLS
