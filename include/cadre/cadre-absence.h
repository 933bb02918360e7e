/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_ABSENCE (cadre_absence_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreAbsence, cadre_absence, CADRE, ABSENCE, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreAbsence *cadre_absence_new (void) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_absence_get_assignment (CadreAbsence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_absence_set_assignment (CadreAbsence *self, const char *assignment);

CADRE_AVAILABLE_IN_1_0
const char *cadre_absence_get_kind (CadreAbsence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_absence_set_kind (CadreAbsence *self, const char *kind);

CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_absence_get_notified (CadreAbsence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_absence_set_notified (CadreAbsence *self, CadreTruth notified);

CADRE_AVAILABLE_IN_1_0
CadrePeriod *cadre_absence_get_period (CadreAbsence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_absence_set_period (CadreAbsence *self, const CadrePeriod *period);

CADRE_AVAILABLE_IN_1_0
const char *cadre_absence_get_note (CadreAbsence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_absence_set_note (CadreAbsence *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_absence_get_source (CadreAbsence *self);
CADRE_AVAILABLE_IN_1_0
void cadre_absence_set_source (CadreAbsence *self, const char *source);

G_END_DECLS
