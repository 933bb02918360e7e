/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/**
 * SECTION:cadre-value
 * @Title: Errors of values
 * @Short_Description: What can be wrong with a date, an amount or a fraction
 *
 * Dates, amounts of money and fractions are read from text and added up. Where
 * the text is not one, or the result cannot be held exactly, the function says
 * so with a #GError of this domain. The message names the rule and never the
 * value, so that no pay and no date of birth reaches a log.
 */

/**
 * CADRE_VALUE_ERROR:
 *
 * The domain of the errors of values.
 *
 * Since: 1.0
 */
#define CADRE_VALUE_ERROR (cadre_value_error_quark ())

/**
 * CadreValueError:
 * @CADRE_VALUE_ERROR_INVALID: the text is not a value of that form
 * @CADRE_VALUE_ERROR_RANGE: it has the form, but there is no such value, or it cannot be held
 * exactly
 *
 * Error codes in the %CADRE_VALUE_ERROR domain.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_VALUE_ERROR_INVALID = 0,
  CADRE_VALUE_ERROR_RANGE = 1,
} CadreValueError;

CADRE_AVAILABLE_IN_1_0
GQuark cadre_value_error_quark (void);

G_END_DECLS
