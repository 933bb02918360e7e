/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-pair-evidence
 * @Title: CadrePairEvidence
 * @Short_Description: What one feature says of two posts
 *
 * A pair that rests on evidence has a #CadrePairEvidence for each feature that
 * both posts state. Together they are the score of the pair; see
 * #CadreMappingSettings for what a score is.
 */

#include "config.h"

#include "diff/cadre-change-private.h"
#include "diff/mapping/cadre-pair-evidence-private.h"
#include <cadre/cadre-enum-types.h>

/**
 * CadrePairEvidence:
 *
 * What one feature says of two posts.
 *
 * Since: 1.0
 */
struct _CadrePairEvidence
{
  GObject parent_instance;

  CadreMappingFeature feature;
  gint32 value;
};

G_DEFINE_FINAL_TYPE (CadrePairEvidence, cadre_pair_evidence, G_TYPE_OBJECT)

static void
cadre_pair_evidence_class_init (CadrePairEvidenceClass *klass)
{
}

static void
cadre_pair_evidence_init (CadrePairEvidence *self)
{
}

CadrePairEvidence *
cadre_pair_evidence_new (CadreMappingFeature feature, gint32 value)
{
  CadrePairEvidence *self = g_object_new (CADRE_TYPE_PAIR_EVIDENCE, NULL);

  self->feature = feature;
  self->value = value;
  return self;
}

/**
 * cadre_pair_evidence_get_feature:
 * @self: a #CadrePairEvidence
 *
 * Gets the feature.
 *
 * Returns: the feature
 *
 * Since: 1.0
 */
CadreMappingFeature
cadre_pair_evidence_get_feature (CadrePairEvidence *self)
{
  g_return_val_if_fail (CADRE_IS_PAIR_EVIDENCE (self), CADRE_MAPPING_FEATURE_TITLE);

  return self->feature;
}

/**
 * cadre_pair_evidence_get_value:
 * @self: a #CadrePairEvidence
 *
 * Gets what the feature says: above 0, for one post; below, for two.
 *
 * Returns: the value, in thousandths
 *
 * Since: 1.0
 */
int
cadre_pair_evidence_get_value (CadrePairEvidence *self)
{
  g_return_val_if_fail (CADRE_IS_PAIR_EVIDENCE (self), 0);

  return self->value;
}

/**
 * cadre_pair_evidence_to_string:
 * @self: a #CadrePairEvidence
 *
 * Writes the evidence as text, for people: `title +4605`.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
cadre_pair_evidence_to_string (CadrePairEvidence *self)
{
  g_return_val_if_fail (CADRE_IS_PAIR_EVIDENCE (self), NULL);

  return g_strdup_printf ("%s %+d", cadre_nick (CADRE_TYPE_MAPPING_FEATURE, self->feature),
                          self->value);
}
