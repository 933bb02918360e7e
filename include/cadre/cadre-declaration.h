/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-vocabulary.h>

G_BEGIN_DECLS

#define CADRE_TYPE_DECLARATION (cadre_declaration_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreDeclaration, cadre_declaration, CADRE, DECLARATION, GObject)

CADRE_AVAILABLE_IN_1_0
CadreDeclaration *cadre_declaration_new (const char *assignment,
                                         const char *post,
                                         CadreDeclaredOutcome outcome,
                                         const char *words,
                                         const char *source) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_declaration_get_assignment (CadreDeclaration *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_declaration_get_post (CadreDeclaration *self);
CADRE_AVAILABLE_IN_1_0
CadreDeclaredOutcome cadre_declaration_get_outcome (CadreDeclaration *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_declaration_get_words (CadreDeclaration *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_declaration_get_source (CadreDeclaration *self);

G_END_DECLS
