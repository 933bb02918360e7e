/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/**
 * SECTION:cadre-exchange-error
 * @Title: Errors of exchange
 * @Short_Description: Why another system's format could not be read or written
 *
 * What is wrong with single rows of a foreign table is in the list of issues of
 * its #CadreImport, and what a foreign format cannot hold is in that of its
 * #CadreExport. An error says that there is nothing to give at all.
 */

/**
 * CADRE_EXCHANGE_ERROR:
 *
 * The error domain of the exchange layer. Errors of what lies below, such as a
 * table past its limits, come through in their own domains.
 *
 * Since: 1.0
 */
#define CADRE_EXCHANGE_ERROR (cadre_exchange_error_quark ())

/**
 * CadreExchangeError:
 * @CADRE_EXCHANGE_ERROR_FORM: the file is not of the format that it is read as
 * @CADRE_EXCHANGE_ERROR_FIELD_MAP: the field map cannot be used: it contradicts itself, or it does
 * not fit the table
 * @CADRE_EXCHANGE_ERROR_NOT_FOUND: there is nothing of that name
 * @CADRE_EXCHANGE_ERROR_UNSUPPORTED: the library was built without what this format needs
 * @CADRE_EXCHANGE_ERROR_REDACTION: the format cannot be written at that level
 * @CADRE_EXCHANGE_ERROR_MEMORY: there is not enough memory
 *
 * Error codes in the %CADRE_EXCHANGE_ERROR domain.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_EXCHANGE_ERROR_FORM = 0,
  CADRE_EXCHANGE_ERROR_FIELD_MAP = 1,
  CADRE_EXCHANGE_ERROR_NOT_FOUND = 2,
  CADRE_EXCHANGE_ERROR_UNSUPPORTED = 3,
  CADRE_EXCHANGE_ERROR_REDACTION = 4,
  CADRE_EXCHANGE_ERROR_MEMORY = 5,
} CadreExchangeError;

CADRE_AVAILABLE_IN_1_0
GQuark cadre_exchange_error_quark (void);

G_END_DECLS
