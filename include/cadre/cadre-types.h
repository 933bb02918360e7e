/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <gio/gio.h>

#include <cadre/cadre-version.h>

G_BEGIN_DECLS

/**
 * SECTION:cadre-types
 * @Title: Common types
 * @Short_Description: Words that every layer uses
 *
 * What is not known is neither true nor false: the predicates of this library
 * answer with a #CadreTruth.
 */

/**
 * CadreTruth:
 * @CADRE_TRUTH_FALSE: it is known not to be so
 * @CADRE_TRUTH_TRUE: it is known to be so
 * @CADRE_TRUTH_UNKNOWN: what is known does not decide it
 *
 * The answer to a question about data that may be incomplete.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_TRUTH_FALSE = 0,
  CADRE_TRUTH_TRUE = 1,
  CADRE_TRUTH_UNKNOWN = 2,
} CadreTruth;

/**
 * CadreProgressCallback:
 * @done: how many bytes have been read or written
 * @total: how many there are, or -1 where that is not known
 * @user_data: (closure): the caller's data
 *
 * Called while a file is loaded or saved by a function whose name ends in
 * `_async`, in the main context in which that was called. A caller who is busy
 * is told the last of what was missed. In the end @done is @total, where it was
 * loaded or saved; and the callback is not called after the one that says that
 * it was.
 *
 * Since: 1.0
 */
typedef void (*CadreProgressCallback) (gint64 done, gint64 total, gpointer user_data);

G_END_DECLS
