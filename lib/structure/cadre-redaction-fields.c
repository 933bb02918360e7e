/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What each level shows: one list of fields for each kind of record. A field
 * that is in no list is shown at no level but the full one, and a new field is
 * in none until it is put here. */

#include "config.h"

#include "structure/cadre-redaction-private.h"

#include <string.h>

typedef struct
{
  CadreRecordKind kind;
  gboolean needs_key;     /* rows about persons: shown under pseudonyms or not at all */
  const char *fields[36]; /* ended by NULL */
} ShownFields;

/* clang-format off */
static const ShownFields consultation[] = {
  { CADRE_RECORD_KIND_ORGANISATION, FALSE,
    { "id", "name", "aliases", "identifiers", "kind", "nation", "sector", "outside", "tier-scale",
      "standard-hours", "valid-from", "valid-to", "source" } },
  { CADRE_RECORD_KIND_BODY, FALSE,
    { "id", "name", "aliases", "kind", "hosts", "decides", "outside", "valid-from", "valid-to",
      "source" } },
  { CADRE_RECORD_KIND_AGREEMENT, FALSE,
    { "id", "name", "kind", "parties", "return-right", "conditions", "valid-from", "valid-to",
      "source" } },
  { CADRE_RECORD_KIND_SITE, FALSE, { "id", "name", "organisation", "area", "source" } },
  { CADRE_RECORD_KIND_AREA, FALSE,
    { "id", "name", "aliases", "fixed", "valid-from", "valid-to", "source" } },
  { CADRE_RECORD_KIND_AREA_PART, FALSE,
    { "area", "part", "partial", "valid-from", "valid-to", "source" } },
  { CADRE_RECORD_KIND_TIER_SCALE, FALSE, { "id", "name", "organisation", "top-rung", "source" } },
  { CADRE_RECORD_KIND_TIER_EQUIVALENCE, FALSE,
    { "scale", "rung", "other-scale", "other-rung", "source" } },
  { CADRE_RECORD_KIND_GRADE_SCALE, FALSE, { "id", "name", "organisation", "final", "source" } },
  { CADRE_RECORD_KIND_GRADE, FALSE, { "id", "name", "scale", "rung", "order", "source" } },
  { CADRE_RECORD_KIND_GRADE_EQUIVALENCE, FALSE,
    { "grade", "other-grade", "basis", "agreed", "source" } },
  { CADRE_RECORD_KIND_UNIT, FALSE,
    { "id", "name", "aliases", "kind", "parent", "organisations", "site", "area", "outside",
      "order", "valid-from", "valid-to", "source" } },
  { CADRE_RECORD_KIND_UNIT_PARENT, FALSE,
    { "unit", "parent", "valid-from", "valid-to", "source" } },
  { CADRE_RECORD_KIND_FUNCTION, FALSE, { "id", "name", "aliases", "statutory", "source" } },
  { CADRE_RECORD_KIND_POST, FALSE,
    { "id", "title", "aliases", "unit", "employer", "partners", "grade", "grade-status", "tier",
      "establishment", "budgeted-fte", "hours", "standard-hours", "paid-weeks", "year-weeks",
      "fte", "profession", "field-of-work", "site", "area", "status", "decision-elsewhere",
      "declared-outcome", "declared-words", "grouped", "outside", "statutory", "chief-officer",
      "politically-restricted", "welsh-skills", "order", "valid-from", "valid-to", "source" } },
  { CADRE_RECORD_KIND_LINE, FALSE,
    { "post", "kind", "manager", "body", "unit", "agreement", "valid-from", "valid-to",
      "source" } },
  { CADRE_RECORD_KIND_RESPONSIBILITY, FALSE,
    { "post", "function-id", "role", "unit", "share", "valid-from", "valid-to", "source" } },
  { CADRE_RECORD_KIND_FUNDING, FALSE,
    { "post", "funder", "share", "agreement", "valid-from", "valid-to", "source" } },
  { CADRE_RECORD_KIND_STATEMENT, FALSE, { "post", "head", "key", "weight", "text", "source" } },
  { CADRE_RECORD_KIND_LINEAGE, FALSE, { "post", "predecessor", "kind", "source" } },
  { CADRE_RECORD_KIND_PERSON, TRUE, { "id" } },
  { CADRE_RECORD_KIND_ASSIGNMENT, TRUE,
    { "id", "person", "post", "position", "employer", "basis", "home-organisation",
      "home-assignment", "professional-lead" } },
  { CADRE_RECORD_KIND_SUCCESSION, FALSE,
    { "kind", "predecessor", "successor", "rule", "valid-from", "valid-to", "source" } },
};
/* clang-format on */

static const ShownFields *
find_shown (CadreRedactionLevel level, CadreRecordKind kind)
{
  for (guint i = 0; level == CADRE_REDACTION_LEVEL_CONSULTATION && i < G_N_ELEMENTS (consultation);
       i++)
    if (consultation[i].kind == kind)
      return &consultation[i];

  return NULL;
}

/* Whether rows of a kind are shown at all. */
gboolean
cadre_redaction_shows_kind (CadreRedactionLevel level, CadreRecordKind kind, gboolean has_key)
{
  const ShownFields *shown = find_shown (level, kind);

  if (level == CADRE_REDACTION_LEVEL_FULL)
    return TRUE;

  return shown != NULL && (has_key || !shown->needs_key);
}

/* Whether the ids of a kind are only shown as pseudonyms. */
gboolean
cadre_redaction_hides_ids (CadreRedactionLevel level, CadreRecordKind kind)
{
  const ShownFields *shown = find_shown (level, kind);

  return shown != NULL && shown->needs_key;
}

gboolean
cadre_redaction_lists_field (CadreRedactionLevel level, CadreRecordKind kind, const char *field)
{
  const ShownFields *shown = find_shown (level, kind);

  if (level == CADRE_REDACTION_LEVEL_FULL)
    return TRUE;

  for (guint i = 0; shown != NULL && shown->fields[i] != NULL; i++)
    if (strcmp (shown->fields[i], field) == 0)
      return TRUE;

  return FALSE;
}
