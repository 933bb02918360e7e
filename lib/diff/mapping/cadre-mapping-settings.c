/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-mapping-settings
 * @Title: CadreMappingSettings
 * @Short_Description: How posts are mapped whose ids say nothing
 *
 * Where ids are new, or are not to be trusted, posts are mapped by what the two
 * structures say of them; see cadre_mapping_new_by_evidence(). The settings say
 * whether that is done, what each feature counts, and how sure a pair has to be.
 *
 * A score is a sum over the features, in thousandths of a natural logarithm of
 * odds. Where a feature agrees, it adds what the agreement tells: agreement in
 * what is rare tells much, and agreement in what most posts have, little; that
 * is, the logarithm of how many posts there are to each that has it. It is
 * multiplied by the agreement weight of the feature, in thousandths. Of reports
 * and what they cost, the weight is all that is added. Where a feature differs,
 * its difference weight is taken away, and where two are alike in part, so much
 * of both counts.
 *
 * Titles, names of units, functions and profiles are compared by their words. Two
 * texts are as alike as what their common words tell, as a part of what all words
 * of the one that tells more do, so that a rare word counts for much and "manager"
 * for little. Grades next to each other on a scale are alike by a quarter, and
 * amounts by how near they are. Units with different names are as alike as nine
 * tenths of the words of their names, or as the part of their other posts that is
 * mapped from the one to the other, whichever says more. Who is in a post counts
 * only where #CadreMappingSettings:use-holders says so.
 *
 * What is mapped is evidence in the next round. Managers agree where they are mapped
 * to each other, and differ where they are mapped to others; where neither is
 * mapped, their titles are compared. Reports agree by how many of them are mapped to
 * each other, or by how rare the titles and grades are that they have in common,
 * whichever says more. There are up to six rounds, and less where nothing changes.
 *
 * The weights of new settings were learned on published structures of an
 * ordinary size. Where there are more than 120 posts, the logarithm of how many times more
 * is added to #CadreMappingSettings:accept and #CadreMappingSettings:review while
 * posts are mapped, because more posts could be it by chance. Managers or reports
 * that agree make up for that, as they say which few it could be. In part so do the
 * next above who are mapped, where a manager has gone or is new, and a unit, where
 * managers do not agree. The scores of pairs do not hold that number.
 *
 * First posts are mapped of which all that is said is the same and said of no other,
 * where 2500 thousandths more speak for them than has to. If the others make more
 * than 300000 pairs, only those pairs are looked at that have something in common
 * which at most 24 posts after have, such as a title, a word of it, or a manager
 * who is mapped; and of each post before the twelve best are kept, and those as good
 * as the last of them. This is done from the side of the earlier date, or with one
 * date from that of which the first other id comes first, and said here of it as of
 * the side before. So with the two structures exchanged the same posts are mapped to
 * each other.
 * Where more than 4000 posts before hang together by such pairs, those that are far
 * below the best of their post are left out, at first by 4000 thousandths and then
 * by half of that at a time, until fewer do: of these the best way to map them is the
 * best without those pairs.
 *
 * Settings may be changed until they are given to a function, and belong to one
 * thread until then.
 */

#include "config.h"

#include "diff/mapping/cadre-mapping-settings-private.h"
#include <cadre/cadre-enum-types.h>

#define MOST 1000000

/**
 * CadreMappingSettings:
 *
 * How posts are mapped whose ids say nothing.
 *
 * Since: 1.0
 */
struct _CadreMappingSettings
{
  GObject parent_instance;

  CadreMappingRules rules;
};

enum
{
  PROP_METHOD = 1,
  PROP_USE_HOLDERS,
  PROP_ACCEPT,
  PROP_REVIEW,
  PROP_MARGIN,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* The one place where weights stand. Those of titles, grades, units,
 * professions, sizes, pay, functions, managers, reports and staff were fitted to
 * the posts of published organograms that kept their reference from one date to
 * the next, with the references hidden; tests/data/README.md says where they come
 * from. What is asked of a pair was then chosen so that what the references say is
 * found again: test-mapping-corpus.c counts it, on the same posts. Those of
 * employers, profiles, sites and holders are set by hand like that of professions:
 * what is published says too little of them. calibrate-mapping.py fits such a table
 * anew, and says how it does on bodies that were left out of the fit; its scores also
 * count the size of the structure, so its numbers are not to be put here as they are. */
static const CadreMappingRules default_rules = {
  .method = CADRE_MAPPING_METHOD_AUTO,
  .use_holders = FALSE,
  .accept = -1550,
  .review = -1900,
  .margin = 300,
  .weights = {
    [CADRE_MAPPING_FEATURE_TITLE] = { 752, 2000 },
    [CADRE_MAPPING_FEATURE_GRADE] = { 0, 2560 },
    [CADRE_MAPPING_FEATURE_UNIT] = { 221, 1415 },
    [CADRE_MAPPING_FEATURE_EMPLOYER] = { 0, 500 },
    [CADRE_MAPPING_FEATURE_FUNCTIONS] = { 468, 560 },
    [CADRE_MAPPING_FEATURE_PROFILE] = { 468, 560 },
    [CADRE_MAPPING_FEATURE_PROFESSION] = { 284, 917 },
    [CADRE_MAPPING_FEATURE_FTE] = { 619, 1072 },
    [CADRE_MAPPING_FEATURE_PAY] = { 535, 1031 },
    [CADRE_MAPPING_FEATURE_WORK_BASE] = { 284, 917 },
    [CADRE_MAPPING_FEATURE_MANAGER] = { 111, 1659 },
    [CADRE_MAPPING_FEATURE_REPORTS] = { 2541, 0 },
    [CADRE_MAPPING_FEATURE_STAFF] = { 1316, 730 },
    [CADRE_MAPPING_FEATURE_HOLDER] = { 600, 500 },
  },
};

G_DEFINE_FINAL_TYPE (CadreMappingSettings, cadre_mapping_settings, G_TYPE_OBJECT)

void
cadre_mapping_settings_get_rules (CadreMappingSettings *self, CadreMappingRules *rules)
{
  *rules = self != NULL ? self->rules : default_rules;
}

static void
cadre_mapping_settings_get_property (GObject *object,
                                     guint prop_id,
                                     GValue *value,
                                     GParamSpec *pspec)
{
  CadreMappingSettings *self = CADRE_MAPPING_SETTINGS (object);

  switch (prop_id)
    {
    case PROP_METHOD:
      g_value_set_enum (value, self->rules.method);
      break;
    case PROP_USE_HOLDERS:
      g_value_set_boolean (value, self->rules.use_holders);
      break;
    case PROP_ACCEPT:
      g_value_set_int (value, self->rules.accept);
      break;
    case PROP_REVIEW:
      g_value_set_int (value, self->rules.review);
      break;
    case PROP_MARGIN:
      g_value_set_int (value, self->rules.margin);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_mapping_settings_set_property (GObject *object,
                                     guint prop_id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  CadreMappingSettings *self = CADRE_MAPPING_SETTINGS (object);

  switch (prop_id)
    {
    case PROP_METHOD:
      cadre_mapping_settings_set_method (self, g_value_get_enum (value));
      break;
    case PROP_USE_HOLDERS:
      cadre_mapping_settings_set_use_holders (self, g_value_get_boolean (value));
      break;
    case PROP_ACCEPT:
      cadre_mapping_settings_set_accept (self, g_value_get_int (value));
      break;
    case PROP_REVIEW:
      cadre_mapping_settings_set_review (self, g_value_get_int (value));
      break;
    case PROP_MARGIN:
      cadre_mapping_settings_set_margin (self, g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_mapping_settings_class_init (CadreMappingSettingsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cadre_mapping_settings_get_property;
  object_class->set_property = cadre_mapping_settings_set_property;

  /**
   * CadreMappingSettings:method:
   *
   * What posts are mapped by; %CADRE_MAPPING_METHOD_AUTO unless changed.
   *
   * Since: 1.0
   */
  props[PROP_METHOD] = g_param_spec_enum ("method", NULL, NULL, CADRE_TYPE_MAPPING_METHOD,
                                          CADRE_MAPPING_METHOD_AUTO, flags);

  /**
   * CadreMappingSettings:use-holders:
   *
   * Whether it is evidence that the same person is in both posts; not unless
   * changed. People move from post to post, and a mapping that looks at them says
   * something about them.
   *
   * Since: 1.0
   */
  props[PROP_USE_HOLDERS] = g_param_spec_boolean ("use-holders", NULL, NULL, FALSE, flags);

  /**
   * CadreMappingSettings:accept:
   *
   * The score from which on a pair is mapped, in thousandths.
   *
   * Since: 1.0
   */
  props[PROP_ACCEPT] =
    g_param_spec_int ("accept", NULL, NULL, -MOST, MOST, default_rules.accept, flags);

  /**
   * CadreMappingSettings:review:
   *
   * The score from which on a pair is thought of at all, in thousandths.
   *
   * Since: 1.0
   */
  props[PROP_REVIEW] =
    g_param_spec_int ("review", NULL, NULL, -MOST, MOST, default_rules.review, flags);

  /**
   * CadreMappingSettings:margin:
   *
   * How much the best way to map all posts has to be better than the best one
   * without the pair, in thousandths.
   *
   * Since: 1.0
   */
  props[PROP_MARGIN] =
    g_param_spec_int ("margin", NULL, NULL, 0, MOST, default_rules.margin, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cadre_mapping_settings_init (CadreMappingSettings *self)
{
  self->rules = default_rules;
}

/**
 * cadre_mapping_settings_new:
 *
 * Makes settings with the default weights.
 *
 * Returns: (transfer full): the settings
 *
 * Since: 1.0
 */
CadreMappingSettings *
cadre_mapping_settings_new (void)
{
  return g_object_new (CADRE_TYPE_MAPPING_SETTINGS, NULL);
}

/**
 * cadre_mapping_settings_get_method:
 * @self: a #CadreMappingSettings
 *
 * Gets what posts are mapped by.
 *
 * Returns: the method
 *
 * Since: 1.0
 */
CadreMappingMethod
cadre_mapping_settings_get_method (CadreMappingSettings *self)
{
  g_return_val_if_fail (CADRE_IS_MAPPING_SETTINGS (self), CADRE_MAPPING_METHOD_AUTO);

  return self->rules.method;
}

/**
 * cadre_mapping_settings_set_method:
 * @self: a #CadreMappingSettings
 * @method: the method
 *
 * Sets what posts are mapped by.
 *
 * Since: 1.0
 */
void
cadre_mapping_settings_set_method (CadreMappingSettings *self, CadreMappingMethod method)
{
  g_return_if_fail (CADRE_IS_MAPPING_SETTINGS (self));

  if (self->rules.method == method)
    return;

  self->rules.method = method;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_METHOD]);
}

/**
 * cadre_mapping_settings_get_use_holders:
 * @self: a #CadreMappingSettings
 *
 * Says whether it is evidence that the same person is in both posts.
 *
 * Returns: whether it is
 *
 * Since: 1.0
 */
gboolean
cadre_mapping_settings_get_use_holders (CadreMappingSettings *self)
{
  g_return_val_if_fail (CADRE_IS_MAPPING_SETTINGS (self), FALSE);

  return self->rules.use_holders;
}

/**
 * cadre_mapping_settings_set_use_holders:
 * @self: a #CadreMappingSettings
 * @use_holders: whether it is
 *
 * Sets whether it is evidence that the same person is in both posts. Persons are
 * the same where their ids are equal, or where they have a name that nobody else
 * has.
 *
 * Since: 1.0
 */
void
cadre_mapping_settings_set_use_holders (CadreMappingSettings *self, gboolean use_holders)
{
  g_return_if_fail (CADRE_IS_MAPPING_SETTINGS (self));

  if (self->rules.use_holders == !!use_holders)
    return;

  self->rules.use_holders = !!use_holders;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_USE_HOLDERS]);
}

static void
set_number (CadreMappingSettings *self, guint property, gint32 *number, int value)
{
  if (*number == value)
    return;

  *number = value;
  g_object_notify_by_pspec (G_OBJECT (self), props[property]);
}

/**
 * cadre_mapping_settings_get_accept:
 * @self: a #CadreMappingSettings
 *
 * Gets the score from which on a pair is mapped.
 *
 * Returns: the score, in thousandths
 *
 * Since: 1.0
 */
int
cadre_mapping_settings_get_accept (CadreMappingSettings *self)
{
  g_return_val_if_fail (CADRE_IS_MAPPING_SETTINGS (self), 0);

  return self->rules.accept;
}

/**
 * cadre_mapping_settings_set_accept:
 * @self: a #CadreMappingSettings
 * @accept: the score, in thousandths, at most a million either way
 *
 * Sets the score from which on a pair is mapped.
 *
 * Since: 1.0
 */
void
cadre_mapping_settings_set_accept (CadreMappingSettings *self, int accept)
{
  g_return_if_fail (CADRE_IS_MAPPING_SETTINGS (self));
  g_return_if_fail (accept >= -MOST && accept <= MOST);

  set_number (self, PROP_ACCEPT, &self->rules.accept, accept);
}

/**
 * cadre_mapping_settings_get_review:
 * @self: a #CadreMappingSettings
 *
 * Gets the score from which on a pair is thought of at all.
 *
 * Returns: the score, in thousandths
 *
 * Since: 1.0
 */
int
cadre_mapping_settings_get_review (CadreMappingSettings *self)
{
  g_return_val_if_fail (CADRE_IS_MAPPING_SETTINGS (self), 0);

  return self->rules.review;
}

/**
 * cadre_mapping_settings_set_review:
 * @self: a #CadreMappingSettings
 * @review: the score, in thousandths, at most a million either way
 *
 * Sets the score from which on a pair is thought of at all. Between it and that
 * of cadre_mapping_settings_get_accept() a pair is for review.
 *
 * Since: 1.0
 */
void
cadre_mapping_settings_set_review (CadreMappingSettings *self, int review)
{
  g_return_if_fail (CADRE_IS_MAPPING_SETTINGS (self));
  g_return_if_fail (review >= -MOST && review <= MOST);

  set_number (self, PROP_REVIEW, &self->rules.review, review);
}

/**
 * cadre_mapping_settings_get_margin:
 * @self: a #CadreMappingSettings
 *
 * Gets how much worse it has to be to map all posts without a pair.
 *
 * Returns: the difference, in thousandths
 *
 * Since: 1.0
 */
int
cadre_mapping_settings_get_margin (CadreMappingSettings *self)
{
  g_return_val_if_fail (CADRE_IS_MAPPING_SETTINGS (self), 0);

  return self->rules.margin;
}

/**
 * cadre_mapping_settings_set_margin:
 * @self: a #CadreMappingSettings
 * @margin: the difference, in thousandths, at most a million
 *
 * Sets how much worse it has to be to map all posts without a pair, so that the
 * pair is mapped.
 *
 * Since: 1.0
 */
void
cadre_mapping_settings_set_margin (CadreMappingSettings *self, int margin)
{
  g_return_if_fail (CADRE_IS_MAPPING_SETTINGS (self));
  g_return_if_fail (margin >= 0 && margin <= MOST);

  set_number (self, PROP_MARGIN, &self->rules.margin, margin);
}

/**
 * cadre_mapping_settings_get_agreement:
 * @self: a #CadreMappingSettings
 * @feature: the feature
 *
 * Gets how much of what an agreement in a feature tells is counted.
 *
 * Returns: the weight, in thousandths
 *
 * Since: 1.0
 */
int
cadre_mapping_settings_get_agreement (CadreMappingSettings *self, CadreMappingFeature feature)
{
  g_return_val_if_fail (CADRE_IS_MAPPING_SETTINGS (self), 0);
  g_return_val_if_fail ((guint) feature < CADRE_N_MAPPING_FEATURES, 0);

  return self->rules.weights[feature].agreement;
}

/**
 * cadre_mapping_settings_set_agreement:
 * @self: a #CadreMappingSettings
 * @feature: the feature
 * @agreement: the weight, in thousandths: 0 to 10000
 *
 * Sets how much of what an agreement in a feature tells is counted. Features
 * that go together tell the same thing twice, so that most count less than
 * whole.
 *
 * Since: 1.0
 */
void
cadre_mapping_settings_set_agreement (CadreMappingSettings *self,
                                      CadreMappingFeature feature,
                                      int agreement)
{
  g_return_if_fail (CADRE_IS_MAPPING_SETTINGS (self));
  g_return_if_fail ((guint) feature < CADRE_N_MAPPING_FEATURES);
  g_return_if_fail (agreement >= 0 && agreement <= 10000);

  self->rules.weights[feature].agreement = agreement;
}

/**
 * cadre_mapping_settings_get_difference:
 * @self: a #CadreMappingSettings
 * @feature: the feature
 *
 * Gets what a difference in a feature takes away.
 *
 * Returns: the weight, in thousandths
 *
 * Since: 1.0
 */
int
cadre_mapping_settings_get_difference (CadreMappingSettings *self, CadreMappingFeature feature)
{
  g_return_val_if_fail (CADRE_IS_MAPPING_SETTINGS (self), 0);
  g_return_val_if_fail ((guint) feature < CADRE_N_MAPPING_FEATURES, 0);

  return self->rules.weights[feature].difference;
}

/**
 * cadre_mapping_settings_set_difference:
 * @self: a #CadreMappingSettings
 * @feature: the feature
 * @difference: the weight, in thousandths: 0 to 30000
 *
 * Sets what a difference in a feature takes away.
 *
 * Since: 1.0
 */
void
cadre_mapping_settings_set_difference (CadreMappingSettings *self,
                                       CadreMappingFeature feature,
                                       int difference)
{
  g_return_if_fail (CADRE_IS_MAPPING_SETTINGS (self));
  g_return_if_fail ((guint) feature < CADRE_N_MAPPING_FEATURES);
  g_return_if_fail (difference >= 0 && difference <= 30000);

  self->rules.weights[feature].difference = difference;
}
