/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-vocabulary.h>

G_BEGIN_DECLS

/**
 * CadrePairBasis:
 * @CADRE_PAIR_BASIS_ID: the ids are equal, or nothing has the id
 * @CADRE_PAIR_BASIS_DECLARED: the structure after says so
 * @CADRE_PAIR_BASIS_CONFIRMED: a person has confirmed it
 *
 * What a pair rests on. What a person confirms is stronger than what a
 * document declares, and both are stronger than ids.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_PAIR_BASIS_ID = 0,
  CADRE_PAIR_BASIS_DECLARED = 1,
  CADRE_PAIR_BASIS_CONFIRMED = 2,
} CadrePairBasis;

#define CADRE_TYPE_PAIR (cadre_pair_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadrePair, cadre_pair, CADRE, PAIR, GObject)

CADRE_AVAILABLE_IN_1_0
CadrePair *cadre_pair_new (const char *before,
                           const char *after,
                           CadreLineageKind kind,
                           CadrePairBasis basis,
                           const char *note) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_pair_get_before (CadrePair *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_pair_get_after (CadrePair *self);
CADRE_AVAILABLE_IN_1_0
CadreLineageKind cadre_pair_get_kind (CadrePair *self);
CADRE_AVAILABLE_IN_1_0
CadrePairBasis cadre_pair_get_basis (CadrePair *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_pair_get_note (CadrePair *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_pair_to_string (CadrePair *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
