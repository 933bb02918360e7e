/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/**
 * CadreMappingMethod:
 * @CADRE_MAPPING_METHOD_ID: posts with equal ids are one post, and nothing else is looked at
 * @CADRE_MAPPING_METHOD_AUTO: by id where ids hold, and by evidence where they do not
 * @CADRE_MAPPING_METHOD_SIMILARITY: by evidence alone, as if every id were new
 *
 * What posts are mapped by, beside what a person confirms and a document declares.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_MAPPING_METHOD_ID = 0,
  CADRE_MAPPING_METHOD_AUTO = 1,
  CADRE_MAPPING_METHOD_SIMILARITY = 2,
} CadreMappingMethod;

/**
 * CadreMappingFeature:
 * @CADRE_MAPPING_FEATURE_TITLE: the words of the titles; rare words weigh more
 * @CADRE_MAPPING_FEATURE_GRADE: the grade
 * @CADRE_MAPPING_FEATURE_UNIT: the unit, by its name or because its posts went there
 * @CADRE_MAPPING_FEATURE_EMPLOYER: the employer
 * @CADRE_MAPPING_FEATURE_FUNCTIONS: the functions that the post carries
 * @CADRE_MAPPING_FEATURE_PROFILE: the statements of the profile
 * @CADRE_MAPPING_FEATURE_PROFESSION: the profession and the field of work
 * @CADRE_MAPPING_FEATURE_FTE: the size of the post, or of the group of posts
 * @CADRE_MAPPING_FEATURE_PAY: the pay
 * @CADRE_MAPPING_FEATURE_WORK_BASE: the site
 * @CADRE_MAPPING_FEATURE_MANAGER: whether the managers are one post
 * @CADRE_MAPPING_FEATURE_REPORTS: whether those who report are the same posts
 * @CADRE_MAPPING_FEATURE_STAFF: what those who report cost
 * @CADRE_MAPPING_FEATURE_HOLDER: whether the same person is in it
 *
 * What speaks for or against that two posts are one. What one side does not
 * state is neither.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_MAPPING_FEATURE_TITLE = 0,
  CADRE_MAPPING_FEATURE_GRADE = 1,
  CADRE_MAPPING_FEATURE_UNIT = 2,
  CADRE_MAPPING_FEATURE_EMPLOYER = 3,
  CADRE_MAPPING_FEATURE_FUNCTIONS = 4,
  CADRE_MAPPING_FEATURE_PROFILE = 5,
  CADRE_MAPPING_FEATURE_PROFESSION = 6,
  CADRE_MAPPING_FEATURE_FTE = 7,
  CADRE_MAPPING_FEATURE_PAY = 8,
  CADRE_MAPPING_FEATURE_WORK_BASE = 9,
  CADRE_MAPPING_FEATURE_MANAGER = 10,
  CADRE_MAPPING_FEATURE_REPORTS = 11,
  CADRE_MAPPING_FEATURE_STAFF = 12,
  CADRE_MAPPING_FEATURE_HOLDER = 13,
} CadreMappingFeature;

#define CADRE_TYPE_MAPPING_SETTINGS (cadre_mapping_settings_get_type ())

CADRE_AVAILABLE_IN_1_0
/* clang-format off */
G_DECLARE_FINAL_TYPE (CadreMappingSettings, cadre_mapping_settings, CADRE, MAPPING_SETTINGS, GObject)
/* clang-format on */

CADRE_AVAILABLE_IN_1_0
CadreMappingSettings *cadre_mapping_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreMappingMethod cadre_mapping_settings_get_method (CadreMappingSettings *self);
CADRE_AVAILABLE_IN_1_0
void cadre_mapping_settings_set_method (CadreMappingSettings *self, CadreMappingMethod method);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_mapping_settings_get_use_holders (CadreMappingSettings *self);
CADRE_AVAILABLE_IN_1_0
void cadre_mapping_settings_set_use_holders (CadreMappingSettings *self, gboolean use_holders);
CADRE_AVAILABLE_IN_1_0
int cadre_mapping_settings_get_accept (CadreMappingSettings *self);
CADRE_AVAILABLE_IN_1_0
void cadre_mapping_settings_set_accept (CadreMappingSettings *self, int accept);
CADRE_AVAILABLE_IN_1_0
int cadre_mapping_settings_get_review (CadreMappingSettings *self);
CADRE_AVAILABLE_IN_1_0
void cadre_mapping_settings_set_review (CadreMappingSettings *self, int review);
CADRE_AVAILABLE_IN_1_0
int cadre_mapping_settings_get_margin (CadreMappingSettings *self);
CADRE_AVAILABLE_IN_1_0
void cadre_mapping_settings_set_margin (CadreMappingSettings *self, int margin);

CADRE_AVAILABLE_IN_1_0
int cadre_mapping_settings_get_agreement (CadreMappingSettings *self, CadreMappingFeature feature);
CADRE_AVAILABLE_IN_1_0
void cadre_mapping_settings_set_agreement (CadreMappingSettings *self,
                                           CadreMappingFeature feature,
                                           int agreement);
CADRE_AVAILABLE_IN_1_0
int cadre_mapping_settings_get_difference (CadreMappingSettings *self, CadreMappingFeature feature);
CADRE_AVAILABLE_IN_1_0
void cadre_mapping_settings_set_difference (CadreMappingSettings *self,
                                            CadreMappingFeature feature,
                                            int difference);

G_END_DECLS
