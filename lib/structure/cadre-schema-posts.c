/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Fields of posts, of what links them, and of the people in them. */

#include "config.h"

#include "structure/cadre-schema-private.h"
#include <cadre/cadre-enum-types.h>
#include <cadre/cadre-post.h>
#include <cadre/cadre-line.h>
#include <cadre/cadre-responsibility.h>
#include <cadre/cadre-funding.h>
#include <cadre/cadre-statement.h>
#include <cadre/cadre-lineage.h>
#include <cadre/cadre-person.h>
#include <cadre/cadre-assignment.h>
#include <cadre/cadre-absence.h>
#include <cadre/cadre-succession.h>

static const CadreField post_fields[] = {
  { .name = "id", .kind = CADRE_FIELD_KIND_ID },
  { .name = "title", .kind = CADRE_FIELD_KIND_TEXT },
  { .name = "aliases", .kind = CADRE_FIELD_KIND_STRINGS },
  { .name = "unit", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_UNIT },
  { .name = "employer",
    .kind = CADRE_FIELD_KIND_REFERENCE,
    .target = CADRE_RECORD_KIND_ORGANISATION },
  { .name = "partners",
    .kind = CADRE_FIELD_KIND_REFERENCES,
    .target = CADRE_RECORD_KIND_ORGANISATION },
  { .name = "grade", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_GRADE },
  { .name = "grade-status",
    .kind = CADRE_FIELD_KIND_WORD,
    .get_type = cadre_grade_status_get_type },
  { .name = "score", .kind = CADRE_FIELD_KIND_INTEGER, .initial = -1 },
  { .name = "tier", .kind = CADRE_FIELD_KIND_INTEGER, .initial = -1 },
  { .name = "establishment", .kind = CADRE_FIELD_KIND_INTEGER, .initial = 1 },
  { .name = "budgeted-fte", .kind = CADRE_FIELD_KIND_FRACTION },
  { .name = "hours", .kind = CADRE_FIELD_KIND_FRACTION },
  { .name = "standard-hours", .kind = CADRE_FIELD_KIND_FRACTION },
  { .name = "paid-weeks", .kind = CADRE_FIELD_KIND_FRACTION },
  { .name = "year-weeks", .kind = CADRE_FIELD_KIND_FRACTION },
  { .name = "fte", .kind = CADRE_FIELD_KIND_FRACTION },
  { .name = "pay-min", .kind = CADRE_FIELD_KIND_PENCE, .initial = -1 },
  { .name = "pay-max", .kind = CADRE_FIELD_KIND_PENCE, .initial = -1 },
  { .name = "cost", .kind = CADRE_FIELD_KIND_PENCE, .initial = -1 },
  { .name = "cost-centre", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "profession", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "field-of-work", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "site", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_SITE },
  { .name = "area", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_AREA },
  { .name = "status", .kind = CADRE_FIELD_KIND_WORD, .get_type = cadre_post_status_get_type },
  { .name = "decision-elsewhere", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "declared-outcome",
    .kind = CADRE_FIELD_KIND_WORD,
    .get_type = cadre_declared_outcome_get_type },
  { .name = "declared-words", .kind = CADRE_FIELD_KIND_TEXT },
  { .name = "vacancy", .kind = CADRE_FIELD_KIND_WORD, .get_type = cadre_vacancy_state_get_type },
  { .name = "grouped", .kind = CADRE_FIELD_KIND_TRUTH, .initial = CADRE_TRUTH_FALSE },
  { .name = "outside", .kind = CADRE_FIELD_KIND_TRUTH, .initial = CADRE_TRUTH_FALSE },
  { .name = "term-reason", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "statutory", .kind = CADRE_FIELD_KIND_TRUTH, .initial = CADRE_TRUTH_UNKNOWN },
  { .name = "chief-officer", .kind = CADRE_FIELD_KIND_TRUTH, .initial = CADRE_TRUTH_UNKNOWN },
  { .name = "politically-restricted",
    .kind = CADRE_FIELD_KIND_TRUTH,
    .initial = CADRE_TRUTH_UNKNOWN },
  { .name = "welsh-skills",
    .kind = CADRE_FIELD_KIND_WORD,
    .get_type = cadre_welsh_skills_get_type },
  { .name = "order", .kind = CADRE_FIELD_KIND_INTEGER, .initial = -1 },
  { .name = "valid-from", .kind = CADRE_FIELD_KIND_VALID_FROM },
  { .name = "valid-to", .kind = CADRE_FIELD_KIND_VALID_TO },
  { .name = "attributes", .kind = CADRE_FIELD_KIND_ATTRIBUTES },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (post_fields) == CADRE_N_FIELDS_POST);

static const CadreField line_fields[] = {
  { .name = "post", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_POST },
  { .name = "kind",
    .kind = CADRE_FIELD_KIND_WORD,
    .get_type = cadre_line_kind_get_type,
    .initial = CADRE_LINE_KIND_MANAGEMENT },
  { .name = "manager", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_POST },
  { .name = "body", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_BODY },
  { .name = "unit", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_UNIT },
  { .name = "agreement",
    .kind = CADRE_FIELD_KIND_REFERENCE,
    .target = CADRE_RECORD_KIND_AGREEMENT },
  { .name = "valid-from", .kind = CADRE_FIELD_KIND_VALID_FROM },
  { .name = "valid-to", .kind = CADRE_FIELD_KIND_VALID_TO },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (line_fields) == CADRE_N_FIELDS_LINE);

static const guint8 line_keys[] = {
  CADRE_FIELD_LINE_POST, CADRE_FIELD_LINE_KIND, CADRE_FIELD_LINE_MANAGER,
  CADRE_FIELD_LINE_BODY, CADRE_FIELD_LINE_UNIT, CADRE_FIELD_LINE_VALID_FROM,
};

static const CadreField responsibility_fields[] = {
  { .name = "post", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_POST },
  { .name = "function-id",
    .kind = CADRE_FIELD_KIND_REFERENCE,
    .target = CADRE_RECORD_KIND_FUNCTION },
  { .name = "role",
    .kind = CADRE_FIELD_KIND_WORD,
    .get_type = cadre_responsibility_role_get_type,
    .initial = CADRE_RESPONSIBILITY_ROLE_HOLDS },
  { .name = "unit", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_UNIT },
  { .name = "share", .kind = CADRE_FIELD_KIND_FRACTION },
  { .name = "valid-from", .kind = CADRE_FIELD_KIND_VALID_FROM },
  { .name = "valid-to", .kind = CADRE_FIELD_KIND_VALID_TO },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (responsibility_fields) == CADRE_N_FIELDS_RESPONSIBILITY);

static const guint8 responsibility_keys[] = {
  CADRE_FIELD_RESPONSIBILITY_POST,
  CADRE_FIELD_RESPONSIBILITY_FUNCTION_ID,
  CADRE_FIELD_RESPONSIBILITY_ROLE,
  CADRE_FIELD_RESPONSIBILITY_VALID_FROM,
};

static const CadreField funding_fields[] = {
  { .name = "post", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_POST },
  { .name = "funder",
    .kind = CADRE_FIELD_KIND_REFERENCE,
    .target = CADRE_RECORD_KIND_ORGANISATION },
  { .name = "share", .kind = CADRE_FIELD_KIND_FRACTION },
  { .name = "grant", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "agreement",
    .kind = CADRE_FIELD_KIND_REFERENCE,
    .target = CADRE_RECORD_KIND_AGREEMENT },
  { .name = "valid-from", .kind = CADRE_FIELD_KIND_VALID_FROM },
  { .name = "valid-to", .kind = CADRE_FIELD_KIND_VALID_TO },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (funding_fields) == CADRE_N_FIELDS_FUNDING);

static const guint8 funding_keys[] = {
  CADRE_FIELD_FUNDING_POST,
  CADRE_FIELD_FUNDING_FUNDER,
  CADRE_FIELD_FUNDING_VALID_FROM,
};

static const CadreField statement_fields[] = {
  { .name = "post", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_POST },
  { .name = "head", .kind = CADRE_FIELD_KIND_WORD, .get_type = cadre_head_get_type },
  { .name = "key", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "weight", .kind = CADRE_FIELD_KIND_INTEGER, .initial = 1 },
  { .name = "text", .kind = CADRE_FIELD_KIND_TEXT },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (statement_fields) == CADRE_N_FIELDS_STATEMENT);

static const guint8 statement_keys[] = {
  CADRE_FIELD_STATEMENT_POST,
  CADRE_FIELD_STATEMENT_HEAD,
  CADRE_FIELD_STATEMENT_KEY,
};

static const CadreField lineage_fields[] = {
  { .name = "post", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_POST },
  { .name = "predecessor", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "kind", .kind = CADRE_FIELD_KIND_WORD, .get_type = cadre_lineage_kind_get_type },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (lineage_fields) == CADRE_N_FIELDS_LINEAGE);

static const guint8 lineage_keys[] = {
  CADRE_FIELD_LINEAGE_POST,
  CADRE_FIELD_LINEAGE_PREDECESSOR,
};

static const CadreField person_fields[] = {
  { .name = "id", .kind = CADRE_FIELD_KIND_ID },
  { .name = "name", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "identifiers", .kind = CADRE_FIELD_KIND_STRINGS },
  { .name = "language", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "attributes", .kind = CADRE_FIELD_KIND_ATTRIBUTES },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (person_fields) == CADRE_N_FIELDS_PERSON);

static const CadreField assignment_fields[] = {
  { .name = "id", .kind = CADRE_FIELD_KIND_ID },
  { .name = "person", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_PERSON },
  { .name = "post", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_POST },
  { .name = "position", .kind = CADRE_FIELD_KIND_INTEGER, .initial = -1 },
  { .name = "employer",
    .kind = CADRE_FIELD_KIND_REFERENCE,
    .target = CADRE_RECORD_KIND_ORGANISATION,
    .has_default = TRUE },
  { .name = "basis",
    .kind = CADRE_FIELD_KIND_WORD,
    .get_type = cadre_basis_get_type,
    .initial = CADRE_BASIS_SUBSTANTIVE },
  { .name = "contract", .kind = CADRE_FIELD_KIND_WORD, .get_type = cadre_contract_get_type },
  { .name = "term-reason", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "status", .kind = CADRE_FIELD_KIND_WORD, .get_type = cadre_employment_status_get_type },
  { .name = "terms", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "hours", .kind = CADRE_FIELD_KIND_FRACTION },
  { .name = "standard-hours", .kind = CADRE_FIELD_KIND_FRACTION },
  { .name = "paid-weeks", .kind = CADRE_FIELD_KIND_FRACTION },
  { .name = "year-weeks", .kind = CADRE_FIELD_KIND_FRACTION },
  { .name = "fte", .kind = CADRE_FIELD_KIND_FRACTION },
  { .name = "job-share", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "home-organisation",
    .kind = CADRE_FIELD_KIND_REFERENCE,
    .target = CADRE_RECORD_KIND_ORGANISATION },
  { .name = "home-assignment",
    .kind = CADRE_FIELD_KIND_REFERENCE,
    .target = CADRE_RECORD_KIND_ASSIGNMENT },
  { .name = "agreement",
    .kind = CADRE_FIELD_KIND_REFERENCE,
    .target = CADRE_RECORD_KIND_AGREEMENT },
  { .name = "return-right", .kind = CADRE_FIELD_KIND_TRUTH, .initial = CADRE_TRUTH_UNKNOWN },
  { .name = "return-terms", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "professional-lead",
    .kind = CADRE_FIELD_KIND_REFERENCE,
    .target = CADRE_RECORD_KIND_POST },
  { .name = "covers", .kind = CADRE_FIELD_KIND_REFERENCE, .target = CADRE_RECORD_KIND_ASSIGNMENT },
  { .name = "valid-from", .kind = CADRE_FIELD_KIND_VALID_FROM },
  { .name = "valid-to", .kind = CADRE_FIELD_KIND_VALID_TO },
  { .name = "attributes", .kind = CADRE_FIELD_KIND_ATTRIBUTES },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (assignment_fields) == CADRE_N_FIELDS_ASSIGNMENT);

static const CadreField absence_fields[] = {
  { .name = "assignment",
    .kind = CADRE_FIELD_KIND_REFERENCE,
    .target = CADRE_RECORD_KIND_ASSIGNMENT },
  { .name = "kind", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "notified", .kind = CADRE_FIELD_KIND_TRUTH, .initial = CADRE_TRUTH_UNKNOWN },
  { .name = "valid-from", .kind = CADRE_FIELD_KIND_VALID_FROM },
  { .name = "valid-to", .kind = CADRE_FIELD_KIND_VALID_TO },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (absence_fields) == CADRE_N_FIELDS_ABSENCE);

static const guint8 absence_keys[] = {
  CADRE_FIELD_ABSENCE_ASSIGNMENT,
  CADRE_FIELD_ABSENCE_VALID_FROM,
};

static const CadreField succession_fields[] = {
  { .name = "kind", .kind = CADRE_FIELD_KIND_WORD, .get_type = cadre_succession_kind_get_type },
  { .name = "predecessor", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "successor", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "rule", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "valid-from", .kind = CADRE_FIELD_KIND_VALID_FROM },
  { .name = "valid-to", .kind = CADRE_FIELD_KIND_VALID_TO },
  { .name = "note", .kind = CADRE_FIELD_KIND_STRING },
  { .name = "source", .kind = CADRE_FIELD_KIND_STRING },
};
G_STATIC_ASSERT (G_N_ELEMENTS (succession_fields) == CADRE_N_FIELDS_SUCCESSION);

static const guint8 succession_keys[] = {
  CADRE_FIELD_SUCCESSION_KIND,
  CADRE_FIELD_SUCCESSION_SUCCESSOR,
  CADRE_FIELD_SUCCESSION_PREDECESSOR,
  CADRE_FIELD_SUCCESSION_VALID_FROM,
};

const CadreSchema cadre_schemas_of_posts[] = {
  { .name = "post",
    .plural = "posts",
    .fields = post_fields,
    .n_fields = G_N_ELEMENTS (post_fields),
    .get_type = cadre_post_get_type },
  { .name = "line",
    .plural = "lines",
    .fields = line_fields,
    .n_fields = G_N_ELEMENTS (line_fields),
    .keys = line_keys,
    .n_keys = G_N_ELEMENTS (line_keys),
    .get_type = cadre_line_get_type },
  { .name = "responsibility",
    .plural = "responsibilities",
    .fields = responsibility_fields,
    .n_fields = G_N_ELEMENTS (responsibility_fields),
    .keys = responsibility_keys,
    .n_keys = G_N_ELEMENTS (responsibility_keys),
    .get_type = cadre_responsibility_get_type },
  { .name = "funding",
    .plural = "fundings",
    .fields = funding_fields,
    .n_fields = G_N_ELEMENTS (funding_fields),
    .keys = funding_keys,
    .n_keys = G_N_ELEMENTS (funding_keys),
    .get_type = cadre_funding_get_type },
  { .name = "statement",
    .plural = "statements",
    .fields = statement_fields,
    .n_fields = G_N_ELEMENTS (statement_fields),
    .keys = statement_keys,
    .n_keys = G_N_ELEMENTS (statement_keys),
    .get_type = cadre_statement_get_type },
  { .name = "lineage",
    .plural = "lineages",
    .fields = lineage_fields,
    .n_fields = G_N_ELEMENTS (lineage_fields),
    .keys = lineage_keys,
    .n_keys = G_N_ELEMENTS (lineage_keys),
    .get_type = cadre_lineage_get_type },
  { .name = "person",
    .plural = "persons",
    .fields = person_fields,
    .n_fields = G_N_ELEMENTS (person_fields),
    .get_type = cadre_person_get_type },
  { .name = "assignment",
    .plural = "assignments",
    .fields = assignment_fields,
    .n_fields = G_N_ELEMENTS (assignment_fields),
    .get_type = cadre_assignment_get_type },
  { .name = "absence",
    .plural = "absences",
    .fields = absence_fields,
    .n_fields = G_N_ELEMENTS (absence_fields),
    .keys = absence_keys,
    .n_keys = G_N_ELEMENTS (absence_keys),
    .get_type = cadre_absence_get_type },
  { .name = "succession",
    .plural = "successions",
    .fields = succession_fields,
    .n_fields = G_N_ELEMENTS (succession_fields),
    .keys = succession_keys,
    .n_keys = G_N_ELEMENTS (succession_keys),
    .get_type = cadre_succession_get_type },
};
G_STATIC_ASSERT (G_N_ELEMENTS (cadre_schemas_of_posts) ==
                 CADRE_N_RECORD_KINDS - CADRE_N_SCHEMAS_OF_PLACES);
