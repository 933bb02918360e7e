/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Fields of what posts stand in: employers, places, tiers, grades, units. */

#include "config.h"

#include "structure/cadre-schema-private.h"
#include <cadre/cadre-enum-types.h>
#include <cadre/cadre-organisation.h>
#include <cadre/cadre-body.h>
#include <cadre/cadre-agreement.h>
#include <cadre/cadre-site.h>
#include <cadre/cadre-area.h>
#include <cadre/cadre-area-part.h>
#include <cadre/cadre-tier-scale.h>
#include <cadre/cadre-tier-equivalence.h>
#include <cadre/cadre-grade-scale.h>
#include <cadre/cadre-grade.h>
#include <cadre/cadre-grade-equivalence.h>
#include <cadre/cadre-unit.h>
#include <cadre/cadre-unit-parent.h>
#include <cadre/cadre-function.h>

static const CadreField organisation_fields[] = {
  { .name = "id", .kind = CADRE_FIELD_KIND_ID },
  { .name = "name", .kind = CADRE_FIELD_KIND_TEXT },
  { .name = "aliases", .kind = CADRE_FIELD_KIND_STRINGS },
  { .name = "identifiers", .kind = CADRE_FIELD_KIND_STRINGS },
  { .name = "kind", .kind = CADRE_FIELD_KIND_WORD, .get_type = cadre_organisation_kind_get_type },
  { .name = "nation", .kind = CADRE_FIELD_KIND_WORD, .get_type = cadre_nation_get_type },
  { .name = "sector", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "outside", .kind = CADRE_FIELD_KIND_TRUTH, .initial = CADRE_TRUTH_FALSE },
  { .name = "tier-scale",
    .kind = CADRE_FIELD_KIND_REFERENCE,
    .target = CADRE_RECORD_KIND_TIER_SCALE },
  { .name = "standard-hours", .kind = CADRE_FIELD_KIND_FRACTION },
  { .name = "valid-from", .kind = CADRE_FIELD_KIND_VALID_FROM },
  { .name = "valid-to", .kind = CADRE_FIELD_KIND_VALID_TO },
  { .name = "attributes", .kind = CADRE_FIELD_KIND_ATTRIBUTES },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (organisation_fields) == CADRE_N_FIELDS_ORGANISATION);

static const CadreField body_fields[] = {
  { .name = "id", .kind = CADRE_FIELD_KIND_ID },
  { .name = "name", .kind = CADRE_FIELD_KIND_TEXT },
  { .name = "aliases", .kind = CADRE_FIELD_KIND_STRINGS },
  { .name = "kind", .kind = CADRE_FIELD_KIND_WORD, .get_type = cadre_body_kind_get_type },
  { .name = "hosts",
    .kind = CADRE_FIELD_KIND_REFERENCES,
    .target = CADRE_RECORD_KIND_ORGANISATION },
  { .name = "decides", .kind = CADRE_FIELD_KIND_TRUTH, .initial = CADRE_TRUTH_UNKNOWN },
  { .name = "outside", .kind = CADRE_FIELD_KIND_TRUTH, .initial = CADRE_TRUTH_FALSE },
  { .name = "valid-from", .kind = CADRE_FIELD_KIND_VALID_FROM },
  { .name = "valid-to", .kind = CADRE_FIELD_KIND_VALID_TO },
  { .name = "attributes", .kind = CADRE_FIELD_KIND_ATTRIBUTES },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (body_fields) == CADRE_N_FIELDS_BODY);

static const CadreField agreement_fields[] = {
  { .name = "id", .kind = CADRE_FIELD_KIND_ID },
  { .name = "name", .kind = CADRE_FIELD_KIND_TEXT },
  { .name = "kind", .kind = CADRE_FIELD_KIND_WORD, .get_type = cadre_agreement_kind_get_type },
  { .name = "parties",
    .kind = CADRE_FIELD_KIND_REFERENCES,
    .target = CADRE_RECORD_KIND_ORGANISATION },
  { .name = "notice", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "payer", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_ORGANISATION },
  { .name = "return-right", .kind = CADRE_FIELD_KIND_TRUTH, .initial = CADRE_TRUTH_UNKNOWN },
  { .name = "conditions", .kind = CADRE_FIELD_KIND_STRINGS },
  { .name = "valid-from", .kind = CADRE_FIELD_KIND_VALID_FROM },
  { .name = "valid-to", .kind = CADRE_FIELD_KIND_VALID_TO },
  { .name = "attributes", .kind = CADRE_FIELD_KIND_ATTRIBUTES },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (agreement_fields) == CADRE_N_FIELDS_AGREEMENT);

static const CadreField site_fields[] = {
  { .name = "id", .kind = CADRE_FIELD_KIND_ID },
  { .name = "name", .kind = CADRE_FIELD_KIND_TEXT },
  { .name = "organisation",
    .kind = CADRE_FIELD_KIND_REFERENCE,
    .target = CADRE_RECORD_KIND_ORGANISATION },
  { .name = "area", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_AREA },
  { .name = "attributes", .kind = CADRE_FIELD_KIND_ATTRIBUTES },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (site_fields) == CADRE_N_FIELDS_SITE);

static const CadreField area_fields[] = {
  { .name = "id", .kind = CADRE_FIELD_KIND_ID },
  { .name = "name", .kind = CADRE_FIELD_KIND_TEXT },
  { .name = "aliases", .kind = CADRE_FIELD_KIND_STRINGS },
  { .name = "fixed", .kind = CADRE_FIELD_KIND_TRUTH, .initial = CADRE_TRUTH_UNKNOWN },
  { .name = "valid-from", .kind = CADRE_FIELD_KIND_VALID_FROM },
  { .name = "valid-to", .kind = CADRE_FIELD_KIND_VALID_TO },
  { .name = "attributes", .kind = CADRE_FIELD_KIND_ATTRIBUTES },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (area_fields) == CADRE_N_FIELDS_AREA);

static const CadreField area_part_fields[] = {
  { .name = "area", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_AREA },
  { .name = "part", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_AREA },
  { .name = "partial", .kind = CADRE_FIELD_KIND_TRUTH, .initial = CADRE_TRUTH_UNKNOWN },
  { .name = "valid-from", .kind = CADRE_FIELD_KIND_VALID_FROM },
  { .name = "valid-to", .kind = CADRE_FIELD_KIND_VALID_TO },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (area_part_fields) == CADRE_N_FIELDS_AREA_PART);

static const guint8 area_part_keys[] = {
  CADRE_FIELD_AREA_PART_AREA,
  CADRE_FIELD_AREA_PART_PART,
  CADRE_FIELD_AREA_PART_VALID_FROM,
};

static const CadreField tier_scale_fields[] = {
  { .name = "id", .kind = CADRE_FIELD_KIND_ID },
  { .name = "name", .kind = CADRE_FIELD_KIND_TEXT },
  { .name = "organisation",
    .kind = CADRE_FIELD_KIND_REFERENCE,
    .target = CADRE_RECORD_KIND_ORGANISATION },
  { .name = "top-rung", .kind = CADRE_FIELD_KIND_INTEGER, .initial = 1 },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (tier_scale_fields) == CADRE_N_FIELDS_TIER_SCALE);

static const CadreField tier_equivalence_fields[] = {
  { .name = "scale", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_TIER_SCALE },
  { .name = "rung", .kind = CADRE_FIELD_KIND_INTEGER, .initial = -1 },
  { .name = "other-scale",
    .kind = CADRE_FIELD_KIND_REFERENCE,
    .target = CADRE_RECORD_KIND_TIER_SCALE },
  { .name = "other-rung", .kind = CADRE_FIELD_KIND_INTEGER, .initial = -1 },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (tier_equivalence_fields) == CADRE_N_FIELDS_TIER_EQUIVALENCE);

static const guint8 tier_equivalence_keys[] = {
  CADRE_FIELD_TIER_EQUIVALENCE_SCALE,
  CADRE_FIELD_TIER_EQUIVALENCE_RUNG,
  CADRE_FIELD_TIER_EQUIVALENCE_OTHER_SCALE,
};

static const CadreField grade_scale_fields[] = {
  { .name = "id", .kind = CADRE_FIELD_KIND_ID },
  { .name = "name", .kind = CADRE_FIELD_KIND_TEXT },
  { .name = "organisation",
    .kind = CADRE_FIELD_KIND_REFERENCE,
    .target = CADRE_RECORD_KIND_ORGANISATION },
  { .name = "final", .kind = CADRE_FIELD_KIND_TRUTH, .initial = CADRE_TRUTH_UNKNOWN },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (grade_scale_fields) == CADRE_N_FIELDS_GRADE_SCALE);

static const CadreField grade_fields[] = {
  { .name = "id", .kind = CADRE_FIELD_KIND_ID },
  { .name = "name", .kind = CADRE_FIELD_KIND_TEXT },
  { .name = "scale", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_GRADE_SCALE },
  { .name = "rung", .kind = CADRE_FIELD_KIND_INTEGER, .initial = -1 },
  { .name = "score-min", .kind = CADRE_FIELD_KIND_INTEGER, .initial = -1 },
  { .name = "score-max", .kind = CADRE_FIELD_KIND_INTEGER, .initial = -1 },
  { .name = "pay-min", .kind = CADRE_FIELD_KIND_PENCE, .initial = -1 },
  { .name = "pay-max", .kind = CADRE_FIELD_KIND_PENCE, .initial = -1 },
  { .name = "order", .kind = CADRE_FIELD_KIND_INTEGER, .initial = -1 },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (grade_fields) == CADRE_N_FIELDS_GRADE);

static const CadreField grade_equivalence_fields[] = {
  { .name = "grade", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_GRADE },
  { .name = "other-grade", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_GRADE },
  { .name = "basis", .kind = CADRE_FIELD_KIND_WORD, .get_type = cadre_equivalence_basis_get_type },
  { .name = "agreed", .kind = CADRE_FIELD_KIND_DATE },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (grade_equivalence_fields) == CADRE_N_FIELDS_GRADE_EQUIVALENCE);

static const guint8 grade_equivalence_keys[] = {
  CADRE_FIELD_GRADE_EQUIVALENCE_GRADE,
  CADRE_FIELD_GRADE_EQUIVALENCE_OTHER_GRADE,
};

static const CadreField unit_fields[] = {
  { .name = "id", .kind = CADRE_FIELD_KIND_ID },
  { .name = "name", .kind = CADRE_FIELD_KIND_TEXT },
  { .name = "aliases", .kind = CADRE_FIELD_KIND_STRINGS },
  { .name = "kind", .kind = CADRE_FIELD_KIND_WORD, .get_type = cadre_unit_kind_get_type },
  { .name = "parent", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_UNIT },
  { .name = "organisations",
    .kind = CADRE_FIELD_KIND_REFERENCES,
    .target = CADRE_RECORD_KIND_ORGANISATION },
  { .name = "site", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_SITE },
  { .name = "area", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_AREA },
  { .name = "outside", .kind = CADRE_FIELD_KIND_TRUTH, .initial = CADRE_TRUTH_FALSE },
  { .name = "cost-centre", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "order", .kind = CADRE_FIELD_KIND_INTEGER, .initial = -1 },
  { .name = "valid-from", .kind = CADRE_FIELD_KIND_VALID_FROM },
  { .name = "valid-to", .kind = CADRE_FIELD_KIND_VALID_TO },
  { .name = "attributes", .kind = CADRE_FIELD_KIND_ATTRIBUTES },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (unit_fields) == CADRE_N_FIELDS_UNIT);

static const CadreField unit_parent_fields[] = {
  { .name = "unit", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_UNIT },
  { .name = "parent", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_UNIT },
  { .name = "valid-from", .kind = CADRE_FIELD_KIND_VALID_FROM },
  { .name = "valid-to", .kind = CADRE_FIELD_KIND_VALID_TO },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (unit_parent_fields) == CADRE_N_FIELDS_UNIT_PARENT);

static const guint8 unit_parent_keys[] = {
  CADRE_FIELD_UNIT_PARENT_UNIT,
  CADRE_FIELD_UNIT_PARENT_PARENT,
  CADRE_FIELD_UNIT_PARENT_VALID_FROM,
};

static const CadreField function_fields[] = {
  { .name = "id", .kind = CADRE_FIELD_KIND_ID },
  { .name = "name", .kind = CADRE_FIELD_KIND_TEXT },
  { .name = "aliases", .kind = CADRE_FIELD_KIND_STRINGS },
  { .name = "statutory", .kind = CADRE_FIELD_KIND_TRUTH, .initial = CADRE_TRUTH_UNKNOWN },
  { .name = "attributes", .kind = CADRE_FIELD_KIND_ATTRIBUTES },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (function_fields) == CADRE_N_FIELDS_FUNCTION);

const CadreSchema cadre_schemas_of_places[] = {
  { .name = "organisation",
    .plural = "organisations",
    .fields = organisation_fields,
    .n_fields = G_N_ELEMENTS (organisation_fields),
    .get_type = cadre_organisation_get_type },
  { .name = "body",
    .plural = "bodies",
    .fields = body_fields,
    .n_fields = G_N_ELEMENTS (body_fields),
    .get_type = cadre_body_get_type },
  { .name = "agreement",
    .plural = "agreements",
    .fields = agreement_fields,
    .n_fields = G_N_ELEMENTS (agreement_fields),
    .get_type = cadre_agreement_get_type },
  { .name = "site",
    .plural = "sites",
    .fields = site_fields,
    .n_fields = G_N_ELEMENTS (site_fields),
    .get_type = cadre_site_get_type },
  { .name = "area",
    .plural = "areas",
    .fields = area_fields,
    .n_fields = G_N_ELEMENTS (area_fields),
    .get_type = cadre_area_get_type },
  { .name = "area-part",
    .plural = "area-parts",
    .fields = area_part_fields,
    .n_fields = G_N_ELEMENTS (area_part_fields),
    .keys = area_part_keys,
    .n_keys = G_N_ELEMENTS (area_part_keys),
    .get_type = cadre_area_part_get_type },
  { .name = "tier-scale",
    .plural = "tier-scales",
    .fields = tier_scale_fields,
    .n_fields = G_N_ELEMENTS (tier_scale_fields),
    .get_type = cadre_tier_scale_get_type },
  { .name = "tier-equivalence",
    .plural = "tier-equivalences",
    .fields = tier_equivalence_fields,
    .n_fields = G_N_ELEMENTS (tier_equivalence_fields),
    .keys = tier_equivalence_keys,
    .n_keys = G_N_ELEMENTS (tier_equivalence_keys),
    .get_type = cadre_tier_equivalence_get_type },
  { .name = "grade-scale",
    .plural = "grade-scales",
    .fields = grade_scale_fields,
    .n_fields = G_N_ELEMENTS (grade_scale_fields),
    .get_type = cadre_grade_scale_get_type },
  { .name = "grade",
    .plural = "grades",
    .fields = grade_fields,
    .n_fields = G_N_ELEMENTS (grade_fields),
    .get_type = cadre_grade_get_type },
  { .name = "grade-equivalence",
    .plural = "grade-equivalences",
    .fields = grade_equivalence_fields,
    .n_fields = G_N_ELEMENTS (grade_equivalence_fields),
    .keys = grade_equivalence_keys,
    .n_keys = G_N_ELEMENTS (grade_equivalence_keys),
    .get_type = cadre_grade_equivalence_get_type },
  { .name = "unit",
    .plural = "units",
    .fields = unit_fields,
    .n_fields = G_N_ELEMENTS (unit_fields),
    .get_type = cadre_unit_get_type },
  { .name = "unit-parent",
    .plural = "unit-parents",
    .fields = unit_parent_fields,
    .n_fields = G_N_ELEMENTS (unit_parent_fields),
    .keys = unit_parent_keys,
    .n_keys = G_N_ELEMENTS (unit_parent_keys),
    .get_type = cadre_unit_parent_get_type },
  { .name = "function",
    .plural = "functions",
    .fields = function_fields,
    .n_fields = G_N_ELEMENTS (function_fields),
    .get_type = cadre_function_get_type },
};
G_STATIC_ASSERT (G_N_ELEMENTS (cadre_schemas_of_places) == CADRE_N_SCHEMAS_OF_PLACES);
