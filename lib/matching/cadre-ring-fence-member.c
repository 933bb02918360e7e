/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-ring-fence-member
 * @Title: CadreRingFenceMember
 * @Short_Description: One who has prior consideration, and why
 *
 * A #CadreRingFenceMember is an assignment in a #CadreRingFence, with what the
 * prior consideration rests on.
 */

#include "config.h"

#include "matching/cadre-ring-fence-private.h"

/**
 * CadreRingFenceMember:
 *
 * One who has prior consideration, and why.
 *
 * Since: 1.0
 */
struct _CadreRingFenceMember
{
  GObject parent_instance;

  char *assignment;
  char *person; /* (nullable) */
  CadreRingFenceMemberRow row;
};

G_DEFINE_FINAL_TYPE (CadreRingFenceMember, cadre_ring_fence_member, G_TYPE_OBJECT)

static void
cadre_ring_fence_member_finalize (GObject *object)
{
  CadreRingFenceMember *self = CADRE_RING_FENCE_MEMBER (object);

  g_clear_pointer (&self->assignment, g_free);
  g_clear_pointer (&self->person, g_free);

  G_OBJECT_CLASS (cadre_ring_fence_member_parent_class)->finalize (object);
}

static void
cadre_ring_fence_member_class_init (CadreRingFenceMemberClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_ring_fence_member_finalize;
}

static void
cadre_ring_fence_member_init (CadreRingFenceMember *self)
{
}

CadreRingFenceMember *
cadre_ring_fence_member_new (const CadreRingFenceMemberRow *row)
{
  CadreRingFenceMember *self = g_object_new (CADRE_TYPE_RING_FENCE_MEMBER, NULL);

  self->row = *row;
  self->assignment = g_strdup (row->assignment);
  self->person = g_strdup (row->person);
  return self;
}

/**
 * cadre_ring_fence_member_get_assignment:
 * @self: a #CadreRingFenceMember
 *
 * Gets the assignment.
 *
 * Returns: (transfer none): the id
 *
 * Since: 1.0
 */
const char *
cadre_ring_fence_member_get_assignment (CadreRingFenceMember *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE_MEMBER (self), NULL);

  return self->assignment;
}

/**
 * cadre_ring_fence_member_get_person:
 * @self: a #CadreRingFenceMember
 *
 * Gets the person of the assignment.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is not known
 *
 * Since: 1.0
 */
const char *
cadre_ring_fence_member_get_person (CadreRingFenceMember *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE_MEMBER (self), NULL);

  return self->person;
}

/**
 * cadre_ring_fence_member_get_truth:
 * @self: a #CadreRingFenceMember
 *
 * Gets whether there is prior consideration. It is never known to be false: who
 * is known to have none is no member.
 *
 * Returns: true, or unknown where it is to be checked
 *
 * Since: 1.0
 */
CadreTruth
cadre_ring_fence_member_get_truth (CadreRingFenceMember *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE_MEMBER (self), CADRE_TRUTH_UNKNOWN);

  return self->row.truth;
}

/**
 * cadre_ring_fence_member_is_claimant:
 * @self: a #CadreRingFenceMember
 *
 * Tells whether a slotting-in claim makes the member one.
 *
 * Returns: %TRUE if there is a claim
 *
 * Since: 1.0
 */
gboolean
cadre_ring_fence_member_is_claimant (CadreRingFenceMember *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE_MEMBER (self), FALSE);

  return self->row.is_claimant;
}

/**
 * cadre_ring_fence_member_is_predecessor:
 * @self: a #CadreRingFenceMember
 *
 * Tells whether the member held a post that became one of these.
 *
 * Returns: %TRUE if so
 *
 * Since: 1.0
 */
gboolean
cadre_ring_fence_member_is_predecessor (CadreRingFenceMember *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE_MEMBER (self), FALSE);

  return self->row.is_predecessor;
}

/**
 * cadre_ring_fence_member_get_same_function:
 * @self: a #CadreRingFenceMember
 *
 * Gets whether the posts have a function in common.
 *
 * Returns: the answer; true also where the policy does not ask
 *
 * Since: 1.0
 */
CadreTruth
cadre_ring_fence_member_get_same_function (CadreRingFenceMember *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE_MEMBER (self), CADRE_TRUTH_UNKNOWN);

  return self->row.parts[CADRE_FENCE_FUNCTION];
}

/**
 * cadre_ring_fence_member_get_same_field:
 * @self: a #CadreRingFenceMember
 *
 * Gets whether the posts have the same field of work.
 *
 * Returns: the answer; true also where the policy does not ask
 *
 * Since: 1.0
 */
CadreTruth
cadre_ring_fence_member_get_same_field (CadreRingFenceMember *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE_MEMBER (self), CADRE_TRUTH_UNKNOWN);

  return self->row.parts[CADRE_FENCE_FIELD];
}

/**
 * cadre_ring_fence_member_get_like_tier:
 * @self: a #CadreRingFenceMember
 *
 * Gets whether the posts are of like tier, on the common scale.
 *
 * Returns: the answer; true also where the policy does not ask
 *
 * Since: 1.0
 */
CadreTruth
cadre_ring_fence_member_get_like_tier (CadreRingFenceMember *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE_MEMBER (self), CADRE_TRUTH_UNKNOWN);

  return self->row.parts[CADRE_FENCE_TIER];
}

/**
 * cadre_ring_fence_member_get_like_grade:
 * @self: a #CadreRingFenceMember
 *
 * Gets whether the grades are near enough.
 *
 * Returns: the answer; true also where the policy does not ask
 *
 * Since: 1.0
 */
CadreTruth
cadre_ring_fence_member_get_like_grade (CadreRingFenceMember *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE_MEMBER (self), CADRE_TRUTH_UNKNOWN);

  return self->row.parts[CADRE_FENCE_GRADE];
}

/**
 * cadre_ring_fence_member_get_same_line:
 * @self: a #CadreRingFenceMember
 *
 * Tells whether the post held is in the same reporting line.
 *
 * Returns: the answer; %CADRE_TRUTH_TRUE where the policy does not ask
 *
 * Since: 1.0
 */
CadreTruth
cadre_ring_fence_member_get_same_line (CadreRingFenceMember *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE_MEMBER (self), CADRE_TRUTH_UNKNOWN);

  return self->row.parts[CADRE_FENCE_LINE];
}

/**
 * cadre_ring_fence_member_get_same_unit:
 * @self: a #CadreRingFenceMember
 *
 * Tells whether the post held is in the same unit.
 *
 * Returns: the answer; %CADRE_TRUTH_TRUE where the policy does not ask
 *
 * Since: 1.0
 */
CadreTruth
cadre_ring_fence_member_get_same_unit (CadreRingFenceMember *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE_MEMBER (self), CADRE_TRUTH_UNKNOWN);

  return self->row.parts[CADRE_FENCE_UNIT];
}

/**
 * cadre_ring_fence_member_get_same_area:
 * @self: a #CadreRingFenceMember
 *
 * Tells whether the post held is in the same area.
 *
 * Returns: the answer; %CADRE_TRUTH_TRUE where the policy does not ask
 *
 * Since: 1.0
 */
CadreTruth
cadre_ring_fence_member_get_same_area (CadreRingFenceMember *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE_MEMBER (self), CADRE_TRUTH_UNKNOWN);

  return self->row.parts[CADRE_FENCE_AREA];
}
