/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/**
 * CadreReconciledKind:
 * @CADRE_RECONCILED_KIND_AGREED: it is in every list, and no list contradicts another
 * @CADRE_RECONCILED_KIND_DIFFERS: it is in every list, and a field differs
 * @CADRE_RECONCILED_KIND_MISSING: it is in two of three lists
 * @CADRE_RECONCILED_KIND_ONLY_HERE: it is in one list only
 * @CADRE_RECONCILED_KIND_AMBIGUOUS: a list has several records of its key, so that nobody can say
 * which of them is meant
 * @CADRE_RECONCILED_KIND_NO_KEY: the record has no key to look for it by
 *
 * What became of the records of one key.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_RECONCILED_KIND_AGREED = 0,
  CADRE_RECONCILED_KIND_DIFFERS = 1,
  CADRE_RECONCILED_KIND_MISSING = 2,
  CADRE_RECONCILED_KIND_ONLY_HERE = 3,
  CADRE_RECONCILED_KIND_AMBIGUOUS = 4,
  CADRE_RECONCILED_KIND_NO_KEY = 5,
} CadreReconciledKind;

/**
 * CadreFieldResult:
 * @CADRE_FIELD_RESULT_AGREED: all lists that have the record state the same
 * @CADRE_FIELD_RESULT_NOT_STATED: a list does not state it; those that do agree
 * @CADRE_FIELD_RESULT_DIFFERS: two lists state different things
 *
 * What the lists say of one field.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_FIELD_RESULT_AGREED = 0,
  CADRE_FIELD_RESULT_NOT_STATED = 1,
  CADRE_FIELD_RESULT_DIFFERS = 2,
} CadreFieldResult;

#define CADRE_TYPE_RECONCILED_ROW (cadre_reconciled_row_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreReconciledRow, cadre_reconciled_row, CADRE, RECONCILED_ROW, GObject)

CADRE_AVAILABLE_IN_1_0
CadreReconciledKind cadre_reconciled_row_get_kind (CadreReconciledRow *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_reconciled_row_get_key (CadreReconciledRow *self);
CADRE_AVAILABLE_IN_1_0
int cadre_reconciled_row_get_odd_side (CadreReconciledRow *self);
CADRE_AVAILABLE_IN_1_0
char **cadre_reconciled_row_dup_records (CadreReconciledRow *self,
                                         guint side) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreFieldResult cadre_reconciled_row_get_result (CadreReconciledRow *self, const char *field);
CADRE_AVAILABLE_IN_1_0
int cadre_reconciled_row_get_odd_side_of (CadreReconciledRow *self, const char *field);
CADRE_AVAILABLE_IN_1_0
const char *
cadre_reconciled_row_get_value (CadreReconciledRow *self, const char *field, guint side);
CADRE_AVAILABLE_IN_1_0
char **cadre_reconciled_row_dup_fields (CadreReconciledRow *self,
                                        CadreFieldResult result) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
