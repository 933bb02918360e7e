/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/**
 * SECTION:cadre-matching-error
 * @Title: Errors of matching
 * @Short_Description: Why a case, a policy or a log could not be used
 *
 * What is wrong with the facts of a case is in the issues of its outcomes. An
 * error is what leaves nothing to say: a document that is no case, a case
 * without a policy, a parameter that nobody can follow.
 */

/**
 * CADRE_MATCHING_ERROR:
 *
 * The error domain of the matching layer.
 *
 * Since: 1.0
 */
#define CADRE_MATCHING_ERROR (cadre_matching_error_quark ())

/**
 * CadreMatchingError:
 * @CADRE_MATCHING_ERROR_FORM: a document does not have the form of a case, a policy or a log
 * @CADRE_MATCHING_ERROR_NO_POLICY: a case names no policy, and so has no outcome
 * @CADRE_MATCHING_ERROR_PARAMETER: a policy has a parameter that there is not, lacks one, or gives
 * one a value that it cannot have
 * @CADRE_MATCHING_ERROR_INCOMPLETE: a case lacks one of its structures
 * @CADRE_MATCHING_ERROR_LIMIT: there would be more positions or claims than can be held
 * @CADRE_MATCHING_ERROR_MEMORY: there is not enough memory
 * @CADRE_MATCHING_ERROR_VERTEX: a graph does not have such a vertex
 * @CADRE_MATCHING_ERROR_COST: a cost is no number, or too far from 0 to be added up
 * @CADRE_MATCHING_ERROR_PROOF: what is to prove an answer does not
 * @CADRE_MATCHING_ERROR_PURPOSE: what is said of single people is said for no purpose
 * @CADRE_MATCHING_ERROR_CHAIN: a log is not as it was written
 * @CADRE_MATCHING_ERROR_COMPETITION: somebody would be suggested where people compete
 *
 * Error codes in the %CADRE_MATCHING_ERROR domain.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_MATCHING_ERROR_FORM = 0,
  CADRE_MATCHING_ERROR_NO_POLICY = 1,
  CADRE_MATCHING_ERROR_PARAMETER = 2,
  CADRE_MATCHING_ERROR_INCOMPLETE = 3,
  CADRE_MATCHING_ERROR_LIMIT = 4,
  CADRE_MATCHING_ERROR_MEMORY = 5,
  CADRE_MATCHING_ERROR_VERTEX = 6,
  CADRE_MATCHING_ERROR_COST = 7,
  CADRE_MATCHING_ERROR_PROOF = 8,
  CADRE_MATCHING_ERROR_PURPOSE = 9,
  CADRE_MATCHING_ERROR_CHAIN = 10,
  CADRE_MATCHING_ERROR_COMPETITION = 11,
} CadreMatchingError;

CADRE_AVAILABLE_IN_1_0
GQuark cadre_matching_error_quark (void);

G_END_DECLS
