/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_FUNCTION (cadre_function_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreFunction, cadre_function, CADRE, FUNCTION, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreFunction *cadre_function_new (const char *id) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_function_get_name (CadreFunction *self, const char *language);
CADRE_AVAILABLE_IN_1_0
void cadre_function_set_name (CadreFunction *self, const char *language, const char *name);

CADRE_AVAILABLE_IN_1_0
const char *const *cadre_function_get_aliases (CadreFunction *self);
CADRE_AVAILABLE_IN_1_0
void cadre_function_set_aliases (CadreFunction *self, const char *const *aliases);

CADRE_AVAILABLE_IN_1_0
CadreTruth cadre_function_get_statutory (CadreFunction *self);
CADRE_AVAILABLE_IN_1_0
void cadre_function_set_statutory (CadreFunction *self, CadreTruth statutory);

CADRE_AVAILABLE_IN_1_0
const char *cadre_function_get_attribute (CadreFunction *self, const char *name);
CADRE_AVAILABLE_IN_1_0
void cadre_function_set_attribute (CadreFunction *self, const char *name, const char *text);
CADRE_AVAILABLE_IN_1_0
char **cadre_function_dup_attribute_names (CadreFunction *self);

CADRE_AVAILABLE_IN_1_0
const char *cadre_function_get_note (CadreFunction *self);
CADRE_AVAILABLE_IN_1_0
void cadre_function_set_note (CadreFunction *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_function_get_source (CadreFunction *self);
CADRE_AVAILABLE_IN_1_0
void cadre_function_set_source (CadreFunction *self, const char *source);

G_END_DECLS
