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
 * @CADRE_REDACTION_LEVEL_MANAGER: for the manager whose post is the subject: the posts below it and
 * who holds them
 * @CADRE_REDACTION_LEVEL_PANEL: for a selection panel: the posts and assignments that are the
 * subject, with duties and competencies, and nothing of why anybody is among them
 * @CADRE_REDACTION_LEVEL_UNION: for recognised trade unions: posts, numbers and grades, no names
 * @CADRE_REDACTION_LEVEL_COMMITTEE_PUBLIC: for a committee's public papers: posts, nothing about
 * persons
 * @CADRE_REDACTION_LEVEL_COMMITTEE_EXEMPT: for a committee's exempt papers: posts with their pay
 * and cost, persons under pseudonyms
 * @CADRE_REDACTION_LEVEL_FINANCE: for finance: costs, funding, hours, grades and pay, no names
 * @CADRE_REDACTION_LEVEL_SELF: for the person whose assignment is the subject: all of it, the post,
 * and the posts above by title
 * @CADRE_REDACTION_LEVEL_TRANSPARENCY_CODE: what a council publishes of its top three levels
 * @CADRE_REDACTION_LEVEL_STATISTICS: numbers of positions by employer and grade, none of them small
 *
 * Who a text is for. A field is shown at a level only where the table of the
 * levels says so. The page on redaction has the table, and why it is as it is.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_REDACTION_LEVEL_FULL = 0,
  CADRE_REDACTION_LEVEL_CONSULTATION = 1,
  CADRE_REDACTION_LEVEL_MANAGER = 2,
  CADRE_REDACTION_LEVEL_PANEL = 3,
  CADRE_REDACTION_LEVEL_UNION = 4,
  CADRE_REDACTION_LEVEL_COMMITTEE_PUBLIC = 5,
  CADRE_REDACTION_LEVEL_COMMITTEE_EXEMPT = 6,
  CADRE_REDACTION_LEVEL_FINANCE = 7,
  CADRE_REDACTION_LEVEL_SELF = 8,
  CADRE_REDACTION_LEVEL_TRANSPARENCY_CODE = 9,
  CADRE_REDACTION_LEVEL_STATISTICS = 10,
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
const char *const *cadre_redaction_get_subject_posts (CadreRedaction *self);
CADRE_AVAILABLE_IN_1_0
void cadre_redaction_set_subject_posts (CadreRedaction *self, const char *const *subject_posts);
CADRE_AVAILABLE_IN_1_0
const char *const *cadre_redaction_get_subject_assignments (CadreRedaction *self);
CADRE_AVAILABLE_IN_1_0
void cadre_redaction_set_subject_assignments (CadreRedaction *self,
                                              const char *const *subject_assignments);
CADRE_AVAILABLE_IN_1_0
guint cadre_redaction_get_least_number (CadreRedaction *self);
CADRE_AVAILABLE_IN_1_0
void cadre_redaction_set_least_number (CadreRedaction *self, guint least_number);
CADRE_AVAILABLE_IN_1_0
guint cadre_redaction_get_rounding_base (CadreRedaction *self);
CADRE_AVAILABLE_IN_1_0
void cadre_redaction_set_rounding_base (CadreRedaction *self, guint rounding_base);

CADRE_AVAILABLE_IN_1_0
char *cadre_redaction_dup_pseudonym (CadreRedaction *self, CadreRecordKind kind, const char *id);
CADRE_AVAILABLE_IN_1_0
gboolean
cadre_redaction_shows_field (CadreRedaction *self, CadreRecordKind kind, const char *field);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_redaction_hides_some (CadreRedaction *self, CadreRecordKind kind, const char *field);
CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_redaction_apply (CadreRedaction *self,
                                       CadreStructure *structure,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
