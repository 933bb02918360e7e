/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_PERSON (cadre_person_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadrePerson, cadre_person, CADRE, PERSON, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadrePerson *cadre_person_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_person_get_name (CadrePerson *self);
CADRE_AVAILABLE_IN_1_0
void cadre_person_set_name (CadrePerson *self, const char *name);

CADRE_AVAILABLE_IN_1_0
const char *const *cadre_person_get_identifiers (CadrePerson *self);
CADRE_AVAILABLE_IN_1_0
void cadre_person_set_identifiers (CadrePerson *self, const char *const *identifiers);

CADRE_AVAILABLE_IN_1_0
const char *cadre_person_get_language (CadrePerson *self);
CADRE_AVAILABLE_IN_1_0
void cadre_person_set_language (CadrePerson *self, const char *language);

CADRE_AVAILABLE_IN_1_0
const char *cadre_person_get_attribute (CadrePerson *self, const char *name);
CADRE_AVAILABLE_IN_1_0
void cadre_person_set_attribute (CadrePerson *self, const char *name, const char *text);
CADRE_AVAILABLE_IN_1_0
char **cadre_person_dup_attribute_names (CadrePerson *self);

CADRE_AVAILABLE_IN_1_0
const char *cadre_person_get_note (CadrePerson *self);
CADRE_AVAILABLE_IN_1_0
void cadre_person_set_note (CadrePerson *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_person_get_source (CadrePerson *self);
CADRE_AVAILABLE_IN_1_0
void cadre_person_set_source (CadrePerson *self, const char *source);

G_END_DECLS
