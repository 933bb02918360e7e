/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-csv-writer.h>
#include <cadre/cadre-transparency.h>

G_BEGIN_DECLS

/* What the table is asked to hold. */
typedef struct
{
  char *organisation;      /* (nullable): the id of the employer, NULL for all */
  char *contact_attribute; /* (nullable) */
  char *salary_attribute;  /* (nullable) */
  guint levels;
  gboolean vacancies;
} CadreTransparencySettings;

#define CADRE_TRANSPARENCY_NOT_KNOWN "not known"
#define CADRE_TRANSPARENCY_WITHHELD "withheld"

/* What a level may hide. */
typedef struct
{
  gboolean holders;
  gboolean contract;
  gboolean post_pay;
  gboolean grade_pay;
  gboolean all_grades;
  gboolean attributes;
} CadreTransparencyShown;

typedef struct
{
  const CadreTransparencySettings *settings;
  const CadreTables *tables;
  const CadreIndex *index;
  const CadreTable *posts;
  const CadreTable *assignments;
  const CadreTable *grades;
  CadreTransparencyShown shown;
  guint32 organisation;    /* CADRE_NO_ROW for all */
  guint32 *department;     /* by unit: the row of the unit that is its department */
  guint8 *is_outside_unit; /* by unit */
  CadreCsvWriter *writer;
  CadreIssueList *issues;
} CadreTransparencyRows;

typedef enum
{
  CADRE_TRANSPARENCY_FAULT_NO_TIER,
  CADRE_TRANSPARENCY_FAULT_TIER,
  CADRE_TRANSPARENCY_FAULT_EMPLOYER,
  CADRE_TRANSPARENCY_FAULT_GRADE,
  CADRE_TRANSPARENCY_FAULT_TITLE,
  CADRE_TRANSPARENCY_FAULT_CONTRACT,
  CADRE_TRANSPARENCY_FAULT_SALARY,
  CADRE_TRANSPARENCY_FAULT_SALARY_FORM,
  CADRE_TRANSPARENCY_FAULT_CEILING,
  CADRE_TRANSPARENCY_FAULT_WITHHELD,
} CadreTransparencyFault;

/* @row is CADRE_NO_ROW for what is not about one row. */
void cadre_transparency_report (CadreTransparencyRows *self,
                                CadreTransparencyFault fault,
                                CadreRecordKind kind,
                                guint32 row);

/* Cells of a row. An assignment may be CADRE_NO_ROW unless it is the contract's. */
void cadre_transparency_add_grade_and_title (CadreTransparencyRows *self, guint32 post);
void cadre_transparency_add_department_and_team (CadreTransparencyRows *self, guint32 post);
void cadre_transparency_add_contact (CadreTransparencyRows *self, guint32 post, guint32 assignment);
const char *cadre_transparency_get_contract (CadreTransparencyRows *self, guint32 assignment);
char *cadre_transparency_dup_salary (CadreTransparencyRows *self,
                                     guint32 post,
                                     guint32 assignment) G_GNUC_WARN_UNUSED_RESULT;
char *cadre_transparency_dup_ceiling (CadreTransparencyRows *self,
                                      guint32 post) G_GNUC_WARN_UNUSED_RESULT;

/* Adds the rows of a redacted structure; @redaction says which cells it cannot hold. */
gboolean cadre_transparency_add_rows (const CadreTransparencySettings *settings,
                                      CadreStructure *structure,
                                      CadreRedaction *redaction,
                                      CadreCsvWriter *writer,
                                      CadreIssueList *issues,
                                      GError **error);

/* "£60,000 to £64,999"; NULL where an amount is below nothing. */
char *cadre_transparency_dup_bracket (gint64 pence) G_GNUC_WARN_UNUSED_RESULT;
/* "£64,999", or with the pence where there are any. */
char *cadre_transparency_dup_amount (gint64 pence) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
