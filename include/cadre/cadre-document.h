/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/**
 * CADRE_DOCUMENT_ERROR:
 *
 * The error domain of reading, writing and saving documents. The codes are
 * those of #CadreDocumentError. Errors of streams and files pass through in
 * the domain %G_IO_ERROR.
 *
 * Since: 1.0
 */
#define CADRE_DOCUMENT_ERROR (cadre_document_error_quark ())

/**
 * CadreDocumentError:
 * @CADRE_DOCUMENT_ERROR_SYNTAX: the text is not JSON as RFC 8259 has it
 * @CADRE_DOCUMENT_ERROR_ENCODING: the text is not UTF-8, or holds a surrogate that stands alone or
 * a NUL
 * @CADRE_DOCUMENT_ERROR_DUPLICATE: an object has two members of one name
 * @CADRE_DOCUMENT_ERROR_LIMIT_BYTES: the document is larger than #CadreLimits:max-bytes
 * @CADRE_DOCUMENT_ERROR_LIMIT_ITEMS: the document holds more values than #CadreLimits:max-items
 * @CADRE_DOCUMENT_ERROR_LIMIT_DEPTH: arrays and objects are nested deeper than
 * #CadreLimits:max-depth
 * @CADRE_DOCUMENT_ERROR_LIMIT_MEMBERS: an object has more members than #CadreLimits:max-members
 * @CADRE_DOCUMENT_ERROR_LIMIT_STRING: a string, a name or a number is longer than
 * #CadreLimits:max-string
 * @CADRE_DOCUMENT_ERROR_KIND: the document is not of the kind that was asked for
 * @CADRE_DOCUMENT_ERROR_VERSION: the document is of a later version than this library can read
 * @CADRE_DOCUMENT_ERROR_VALUE: a value is not what must stand in its place, or cannot be held
 * exactly
 * @CADRE_DOCUMENT_ERROR_ORDER: a writer was called in an order that makes no document
 * @CADRE_DOCUMENT_ERROR_BUSY: the file is being saved by another process or another writer
 * @CADRE_DOCUMENT_ERROR_NOT_DURABLE: the file is saved and whole, but may not survive a loss of
 * power
 * @CADRE_DOCUMENT_ERROR_MEMORY: there is not enough memory for what the document asks for
 *
 * Error codes in the %CADRE_DOCUMENT_ERROR domain.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_DOCUMENT_ERROR_SYNTAX = 0,
  CADRE_DOCUMENT_ERROR_ENCODING = 1,
  CADRE_DOCUMENT_ERROR_DUPLICATE = 2,
  CADRE_DOCUMENT_ERROR_LIMIT_BYTES = 3,
  CADRE_DOCUMENT_ERROR_LIMIT_ITEMS = 4,
  CADRE_DOCUMENT_ERROR_LIMIT_DEPTH = 5,
  CADRE_DOCUMENT_ERROR_LIMIT_MEMBERS = 6,
  CADRE_DOCUMENT_ERROR_LIMIT_STRING = 7,
  CADRE_DOCUMENT_ERROR_KIND = 8,
  CADRE_DOCUMENT_ERROR_VERSION = 9,
  CADRE_DOCUMENT_ERROR_VALUE = 10,
  CADRE_DOCUMENT_ERROR_ORDER = 11,
  CADRE_DOCUMENT_ERROR_BUSY = 12,
  CADRE_DOCUMENT_ERROR_NOT_DURABLE = 13,
  CADRE_DOCUMENT_ERROR_MEMORY = 14,
} CadreDocumentError;

CADRE_AVAILABLE_IN_1_0
GQuark cadre_document_error_quark (void);

G_END_DECLS
