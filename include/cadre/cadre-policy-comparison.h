/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-log.h>
#include <cadre/cadre-policy.h>

G_BEGIN_DECLS

/**
 * CadrePolicyStand:
 * @CADRE_POLICY_STAND_AGREED: all policies have one value
 * @CADRE_POLICY_STAND_DIFFERS: they differ in what each says of its own staff
 * @CADRE_POLICY_STAND_CONFLICT: they differ in how a post is filled, and so meet where staff of
 * several employers are considered for one post
 * @CADRE_POLICY_STAND_SETTLED: a recorded agreement says which is followed
 *
 * How policies stand to each other in one parameter.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_POLICY_STAND_AGREED = 0,
  CADRE_POLICY_STAND_DIFFERS = 1,
  CADRE_POLICY_STAND_CONFLICT = 2,
  CADRE_POLICY_STAND_SETTLED = 3,
} CadrePolicyStand;

#define CADRE_TYPE_POLICY_COMPARISON (cadre_policy_comparison_get_type ())

/* clang-format off */
CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadrePolicyComparison, cadre_policy_comparison, CADRE, POLICY_COMPARISON, GObject)
/* clang-format on */

CADRE_AVAILABLE_IN_1_0
GListModel *cadre_policy_combine (GListModel *policies,
                                  CadreLog *agreements) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
const char *cadre_policy_comparison_get_parameter (CadrePolicyComparison *self);
CADRE_AVAILABLE_IN_1_0
CadrePolicyStand cadre_policy_comparison_get_stand (CadrePolicyComparison *self);
CADRE_AVAILABLE_IN_1_0
const char *const *cadre_policy_comparison_get_policies (CadrePolicyComparison *self);
CADRE_AVAILABLE_IN_1_0
const char *const *cadre_policy_comparison_get_texts (CadrePolicyComparison *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_policy_comparison_get_post (CadrePolicyComparison *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_policy_comparison_get_followed (CadrePolicyComparison *self);

G_END_DECLS
