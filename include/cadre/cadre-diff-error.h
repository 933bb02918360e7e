/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/**
 * SECTION:cadre-diff-error
 * @Title: Errors of comparisons
 * @Short_Description: Why two structures could not be compared
 *
 * Whatever two structures hold, they can be compared: what contradicts itself
 * is in a list of issues. Only memory can fail, or a mapping be between others,
 * and the caller may cancel. A patch may not fit what it is put onto.
 */

/**
 * CADRE_DIFF_ERROR:
 *
 * The error domain of the diff layer.
 *
 * Since: 1.0
 */
#define CADRE_DIFF_ERROR (cadre_diff_error_quark ())

/**
 * CadreDiffError:
 * @CADRE_DIFF_ERROR_MEMORY: there is not enough memory for the comparison
 * @CADRE_DIFF_ERROR_MAPPING: the mapping is between other structures
 * @CADRE_DIFF_ERROR_SERIES: the dates of a series are not known, or not in order
 * @CADRE_DIFF_ERROR_BASE: a patch does not fit the structure
 * @CADRE_DIFF_ERROR_PATCH_FORM: a document is not a patch, or the patch contradicts itself
 * @CADRE_DIFF_ERROR_SEQUENCE: two patches do not follow each other
 * @CADRE_DIFF_ERROR_PATCH_REDACTION: a patch cannot be shown at the level that is asked for
 * @CADRE_DIFF_ERROR_REDACTION: the level of redaction does not show what is to be compared
 * @CADRE_DIFF_ERROR_RESPONSES: a document is not one of responses to a consultation
 * @CADRE_DIFF_ERROR_MERGE: two comparisons cannot be merged, or a conflict not be resolved so
 * @CADRE_DIFF_ERROR_CONFLICT: conflicts are not resolved
 * @CADRE_DIFF_ERROR_CIRCLE: a patch would make a circle of managers, or of units
 *
 * Error codes in the %CADRE_DIFF_ERROR domain.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_DIFF_ERROR_MEMORY = 0,
  CADRE_DIFF_ERROR_MAPPING = 1,
  CADRE_DIFF_ERROR_SERIES = 2,
  CADRE_DIFF_ERROR_BASE = 3,
  CADRE_DIFF_ERROR_PATCH_FORM = 4,
  CADRE_DIFF_ERROR_SEQUENCE = 5,
  CADRE_DIFF_ERROR_PATCH_REDACTION = 6,
  CADRE_DIFF_ERROR_REDACTION = 7,
  CADRE_DIFF_ERROR_RESPONSES = 8,
  CADRE_DIFF_ERROR_MERGE = 9,
  CADRE_DIFF_ERROR_CONFLICT = 10,
  CADRE_DIFF_ERROR_CIRCLE = 11,
} CadreDiffError;

CADRE_AVAILABLE_IN_1_0
GQuark cadre_diff_error_quark (void);

G_END_DECLS
