/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-mapping-settings.h>

G_BEGIN_DECLS

#define CADRE_N_MAPPING_FEATURES 14

/* What agreement and difference in one feature count. */
typedef struct
{
  gint32 agreement;  /* thousandths of what the agreement tells */
  gint32 difference; /* thousandths of a natural logarithm of odds */
} CadreMappingWeight;

/* The settings as plain numbers, so that an engine reads no object that another
 * thread may change. */
typedef struct
{
  CadreMappingMethod method;
  gboolean use_holders;
  gint32 accept;
  gint32 review;
  gint32 margin;
  CadreMappingWeight weights[CADRE_N_MAPPING_FEATURES];
} CadreMappingRules;

/* The rules of @self, or the default ones of NULL. */
void cadre_mapping_settings_get_rules (CadreMappingSettings *self, CadreMappingRules *rules);

G_END_DECLS
