/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/**
 * SECTION:cadre-structure-error
 * @Title: Structure errors
 * @Short_Description: What can go wrong with a structure
 *
 * Bad data is never one of these errors: it is among the issues of a
 * structure. These say why there is no structure, or no answer, at all.
 */

/**
 * CADRE_STRUCTURE_ERROR:
 *
 * The error domain of the structure layer.
 *
 * Since: 1.0
 */
#define CADRE_STRUCTURE_ERROR (cadre_structure_error_quark ())

/**
 * CadreStructureError:
 * @CADRE_STRUCTURE_ERROR_MEMORY: there is not enough memory for the tables
 * @CADRE_STRUCTURE_ERROR_LIMIT_ROWS: a table would have more rows than the limits allow
 * @CADRE_STRUCTURE_ERROR_LIMIT_DENOMINATORS: the fractions would have more denominators than a
 * structure can hold
 * @CADRE_STRUCTURE_ERROR_FORM: a document does not have the form of a structure
 * @CADRE_STRUCTURE_ERROR_NOT_FOUND: there is no such record
 * @CADRE_STRUCTURE_ERROR_RANGE: a total is too large to be held
 * @CADRE_STRUCTURE_ERROR_REDACTION: a redaction lacks what its level needs, or its level is not one
 * at which such a text is written
 *
 * Error codes in the %CADRE_STRUCTURE_ERROR domain.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_STRUCTURE_ERROR_MEMORY = 0,
  CADRE_STRUCTURE_ERROR_LIMIT_ROWS = 1,
  CADRE_STRUCTURE_ERROR_LIMIT_DENOMINATORS = 2,
  CADRE_STRUCTURE_ERROR_FORM = 3,
  CADRE_STRUCTURE_ERROR_NOT_FOUND = 4,
  CADRE_STRUCTURE_ERROR_RANGE = 5,
  CADRE_STRUCTURE_ERROR_REDACTION = 6,
} CadreStructureError;

CADRE_AVAILABLE_IN_1_0
GQuark cadre_structure_error_quark (void);

G_END_DECLS
