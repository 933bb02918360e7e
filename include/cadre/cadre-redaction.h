/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-structure.h>

G_BEGIN_DECLS

/**
 * CadreRedactionLevel:
 * @CADRE_REDACTION_LEVEL_FULL: everything
 * @CADRE_REDACTION_LEVEL_CONSULTATION: what a paper for consultation shows: posts and their places,
 * no names, no pay, no remarks
 *
 * Who a text is for. A field is shown at a level only where the list of that
 * level names it.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_REDACTION_LEVEL_FULL = 0,
  CADRE_REDACTION_LEVEL_CONSULTATION = 1,
} CadreRedactionLevel;

#define CADRE_TYPE_REDACTION (cadre_redaction_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreRedaction, cadre_redaction, CADRE, REDACTION, GObject)

CADRE_AVAILABLE_IN_1_0
CadreRedaction *cadre_redaction_new (CadreRedactionLevel level) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreRedactionLevel cadre_redaction_get_level (CadreRedaction *self);
CADRE_AVAILABLE_IN_1_0
GBytes *cadre_redaction_get_pseudonym_key (CadreRedaction *self);
CADRE_AVAILABLE_IN_1_0
void cadre_redaction_set_pseudonym_key (CadreRedaction *self, GBytes *pseudonym_key);

CADRE_AVAILABLE_IN_1_0
char *cadre_redaction_dup_pseudonym (CadreRedaction *self, CadreRecordKind kind, const char *id);
CADRE_AVAILABLE_IN_1_0
gboolean
cadre_redaction_shows_field (CadreRedaction *self, CadreRecordKind kind, const char *field);
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_redaction_apply (CadreRedaction *self,
                                       CadreStructure *structure,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
