/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Validation: what the passes share. Each pass goes over sealed tables once,
 * adds what it finds to the list, and returns FALSE for want of memory only. */

#pragma once

#include "base/cadre-issue-list-private.h"
#include "structure/cadre-staffing-private.h"
#include "structure/cadre-tables-index-private.h"

G_BEGIN_DECLS

/* The rules, in the order of the table in cadre-validate-rules.c. */
typedef enum
{
  CADRE_RULE_ID_MISSING,
  CADRE_RULE_ID_DUPLICATE,
  CADRE_RULE_ID_LENGTH,
  CADRE_RULE_ID_RESERVED,
  CADRE_RULE_ID_LOOKALIKE,
  CADRE_RULE_REFERENCE_DANGLING,
  CADRE_RULE_REFERENCE_AMBIGUOUS,
  CADRE_RULE_LINK_INCOMPLETE,
  CADRE_RULE_LINE_SELF,
  CADRE_RULE_LINE_CYCLE,
  CADRE_RULE_LINE_SEVERAL_MANAGERS,
  CADRE_RULE_LINE_MANAGERS_UNCLEAR,
  CADRE_RULE_LINE_NO_END,
  CADRE_RULE_LINE_SEVERAL_ENDS,
  CADRE_RULE_TOP_NONE,
  CADRE_RULE_TOP_SEVERAL,
  CADRE_RULE_POST_UNREACHED,
  CADRE_RULE_UNIT_SELF,
  CADRE_RULE_UNIT_CYCLE,
  CADRE_RULE_AREA_CYCLE,
  CADRE_RULE_FUNDING_SUM,
  CADRE_RULE_FUNDING_OVER,
  CADRE_RULE_FUNDING_UNKNOWN,
  CADRE_RULE_POST_JOINT_SHARES_UNKNOWN,
  CADRE_RULE_ESTABLISHMENT_OVER,
  CADRE_RULE_PERSON_OVER_ONE,
  CADRE_RULE_SECONDMENT_HOME_MISSING,
  CADRE_RULE_ASSIGNMENT_POSITION,
  CADRE_RULE_ASSIGNMENT_PERSON_MISSING,
  CADRE_RULE_ASSIGNMENT_POST_MISSING,
  CADRE_RULE_ASSIGNMENT_SELF,
  CADRE_RULE_ASSIGNMENT_HOME_PERSON,
  CADRE_RULE_PERIOD_REVERSED,
  CADRE_RULE_PERIOD_OUTSIDE,
  CADRE_RULE_PERIOD_UNKNOWN,
  CADRE_RULE_ABSENCE_OUTSIDE,
  CADRE_RULE_PAY_REVERSED,
  CADRE_RULE_SCORE_REVERSED,
  CADRE_RULE_TIER_CONTRADICTION,
  CADRE_RULE_TIER_EQUIVALENCE,
  CADRE_RULE_GRADE_SCALE_MISSING,
  CADRE_RULE_STATUS_CONTRADICTION,
  CADRE_RULE_HOURS_INCOMPLETE,
  CADRE_RULE_FTE_CONTRADICTION,
  CADRE_RULE_FTE_RANGE,
  CADRE_RULE_TERM_REASON_MISSING,
  CADRE_RULE_WELSH_SKILLS_MISSING,
  CADRE_RULE_LANGUAGE_MISSING,
  CADRE_RULE_TITLE_MISSING,
  CADRE_RULE_EMPLOYER_MISSING,
  CADRE_RULE_LINEAGE_UNKNOWN_KIND,
  CADRE_RULE_LINEAGE_PREDECESSOR,
  CADRE_N_RULES
} CadreRule;

typedef struct
{
  const char *code;
  CadreSeverity severity;
  const char *message;
  const char *suggestion;
} CadreRuleText;

typedef struct
{
  const CadreTables *tables;
  const CadreIndex *index;
  CadreIssueList *issues;
  CadreStaffing *staffing;
  guint8 *outside_units; /* by unit */
  guint64 *scratch;      /* as many as there are assignments */
} CadreValidation;

#define CADRE_NO_FIELD G_MAXUINT

const CadreRuleText *cadre_rule_get (CadreRule rule);

/* @detail, which may be NULL, is added to the message. Nothing is made of it
 * once the list is full; who has to make it asks cadre_issue_list_is_full(). */
void cadre_validate_report (const CadreTables *tables,
                            CadreIssueList *issues,
                            CadreRule rule,
                            CadreRecordKind kind,
                            guint32 row,
                            guint field,
                            const char *detail);
/* As above, where there is no detail. */
void cadre_validate_add (const CadreValidation *self,
                         CadreRule rule,
                         CadreRecordKind kind,
                         guint32 row,
                         guint field);

/* Finds the circles in a graph in which every row points at one other. @tail
 * are the rows on a circle, or leading to one. @report gets the rows of each
 * circle, beginning with the least. */
typedef void (*CadreCircleFunc) (const CadreValidation *self, const guint32 *rows, guint32 n_rows);
gboolean cadre_validate_circles (const CadreValidation *self,
                                 const guint32 *parent,
                                 guint32 n_rows,
                                 const guint32 *tail,
                                 guint32 n_tail,
                                 CadreCircleFunc report);
/* "P1, P2, P7 and 12 more" */
char *cadre_validate_dup_ids (const CadreValidation *self,
                              CadreRecordKind kind,
                              const guint32 *rows,
                              guint32 n_rows);

/* The days on which a row is in force for certain; FALSE where there is none. */
gboolean cadre_validate_get_core (const CadreTables *tables,
                                  CadreRecordKind kind,
                                  guint32 row,
                                  gint32 *first,
                                  gint32 *last);
gboolean cadre_validate_is_dated (const CadreTables *tables, CadreRecordKind kind, guint32 row);

gboolean cadre_validate_ids (const CadreValidation *self);
gboolean cadre_validate_references (const CadreValidation *self);
gboolean cadre_validate_lines (const CadreValidation *self);
gboolean cadre_validate_trees (const CadreValidation *self);
gboolean cadre_validate_areas (const CadreValidation *self);
gboolean cadre_validate_periods (const CadreValidation *self);
gboolean cadre_validate_funding (const CadreValidation *self);
gboolean cadre_validate_staffing (const CadreValidation *self);
gboolean cadre_validate_assignments (const CadreValidation *self);
gboolean cadre_validate_posts (const CadreValidation *self);
gboolean cadre_validate_scales (const CadreValidation *self);
gboolean cadre_validate_languages (const CadreValidation *self);

G_END_DECLS
