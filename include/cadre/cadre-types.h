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
 * CadreProgressFunc:
 * @done: how much has been done, in the unit of the job
 * @total: how much there is to do, or 0 where that is not known
 * @user_data: (closure): the caller's data
 *
 * Called from time to time while a long job runs, in the thread that runs it.
 *
 * Since: 1.0
 */
typedef void (*CadreProgressFunc) (guint64 done, guint64 total, gpointer user_data);

G_END_DECLS
