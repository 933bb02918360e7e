/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-record.h>

G_BEGIN_DECLS

#define CADRE_TYPE_STATEMENT (cadre_statement_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreStatement, cadre_statement, CADRE, STATEMENT, CadreRecord)

CADRE_AVAILABLE_IN_1_0
CadreStatement *cadre_statement_new (void) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_statement_get_post (CadreStatement *self);
CADRE_AVAILABLE_IN_1_0
void cadre_statement_set_post (CadreStatement *self, const char *post);

CADRE_AVAILABLE_IN_1_0
CadreHead cadre_statement_get_head (CadreStatement *self);
CADRE_AVAILABLE_IN_1_0
void cadre_statement_set_head (CadreStatement *self, CadreHead head);

CADRE_AVAILABLE_IN_1_0
const char *cadre_statement_get_key (CadreStatement *self);
CADRE_AVAILABLE_IN_1_0
void cadre_statement_set_key (CadreStatement *self, const char *key);

CADRE_AVAILABLE_IN_1_0
int cadre_statement_get_weight (CadreStatement *self);
CADRE_AVAILABLE_IN_1_0
void cadre_statement_set_weight (CadreStatement *self, int weight);

CADRE_AVAILABLE_IN_1_0
const char *cadre_statement_get_text (CadreStatement *self, const char *language);
CADRE_AVAILABLE_IN_1_0
void cadre_statement_set_text (CadreStatement *self, const char *language, const char *text);

CADRE_AVAILABLE_IN_1_0
const char *cadre_statement_get_note (CadreStatement *self);
CADRE_AVAILABLE_IN_1_0
void cadre_statement_set_note (CadreStatement *self, const char *note);

CADRE_AVAILABLE_IN_1_0
const char *cadre_statement_get_source (CadreStatement *self);
CADRE_AVAILABLE_IN_1_0
void cadre_statement_set_source (CadreStatement *self, const char *source);

G_END_DECLS
