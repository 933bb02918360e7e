/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-document
 * @Title: Documents
 * @Short_Description: What the documents of this library have in common
 *
 * A document is JSON text that begins with two members, its kind and its
 * version:
 *
 * |[
 * {
 *   "cadre": "structure",
 *   "version": 1,
 *   …
 * ]|
 *
 * The version rises only when a reader of the version before would
 * misunderstand the document. A later version than a reader knows is an error.
 *
 * There is no object for a document: a #CadreReader hands out what stands in
 * it piece by piece, and a #CadreWriter takes it piece by piece, so that a
 * large document is never in memory twice.
 *
 * Documents are not trusted. Whatever the bytes are, reading them ends with a
 * value or with a #GError, in time and memory proportional to their number and
 * within the #CadreLimits, on any stack of 64 KiB. An error says where and
 * which rule, and never holds a value of the document, because names and pay
 * must not reach a log.
 */

#include "config.h"

#include <cadre/cadre-document.h>

G_DEFINE_QUARK (cadre_document_error, cadre_document_error)
