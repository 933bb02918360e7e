/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What each level shows: one cell for each field and level. A field that is not
 * here is shown at no level but the full one, and a new field is not here until
 * somebody puts it. docs/redaction.md has the same tables, and a test compares
 * them; why each is as it is stands there. */

#include "config.h"

#include "structure/cadre-redaction-private.h"

#include <string.h>

typedef struct
{
  const char *field;
  /* One letter a level: m manager, p panel, u union, c consultation, b committee
   * in public, e committee in exempt business, f finance, s self, t transparency
   * code, n statistics; then, where it is there, a for what stands around a
   * subject. What the letters stand for is with CadreRedactionCell. */
  const char *cells;
} FieldRow;

/* clang-format off */
static const FieldRow organisation[] = {
  /*                   mpucbefstn */
  { "id",             "yyyyyyyyyy" },
  { "name",           "yyyyyyyyyy" },
  { "aliases",        "yyyyyy-yy-" },
  { "identifiers",    "yyyyyyyyyy" },
  { "kind",           "yyyyyyyyyy" },
  { "nation",         "yyyyyyyyyy" },
  { "sector",         "yyyyyyyyyy" },
  { "outside",        "yyyyyyyyyy" },
  { "tier-scale",     "yyyyyy-yy-" },
  { "standard-hours", "yyyyyyyyy-" },
  { "valid-from",     "yyyyyyyyy-" },
  { "valid-to",       "yyyyyyyyy-" },
  { "source",         "yyyyyyyyy-" },
  { NULL, NULL }
};

static const FieldRow body[] = {
  /*               mpucbefstn */
  { "id",         "yyyyyy-yy-" },
  { "name",       "yyyyyy-yy-" },
  { "aliases",    "yyyyyy-yy-" },
  { "kind",       "yyyyyy-yy-" },
  { "hosts",      "yyyyyy-yy-" },
  { "decides",    "yyyyyy-yy-" },
  { "outside",    "yyyyyy-yy-" },
  { "valid-from", "yyyyyy-yy-" },
  { "valid-to",   "yyyyyy-yy-" },
  { "source",     "yyyyyy-yy-" },
  { NULL, NULL }
};

static const FieldRow agreement[] = {
  /*                 mpucbefstn */
  { "id",           "y-yyyyyy--" },
  { "name",         "y-yyyyyy--" },
  { "kind",         "y-yyyyyy--" },
  { "parties",      "y-yyyyyy--" },
  { "notice",       "-----yyy--" },
  { "payer",        "-----yyy--" },
  { "return-right", "--yy-y-y--" },
  { "conditions",   "--yy-y-y--" },
  { "valid-from",   "y-yyyyyy--" },
  { "valid-to",     "y-yyyyyy--" },
  { "source",       "y-yyyyyy--" },
  { NULL, NULL }
};

static const FieldRow site[] = {
  /*                 mpucbefstn */
  { "id",           "yyyyyy-y--" },
  { "name",         "yyyyyy-y--" },
  { "organisation", "yyyyyy-y--" },
  { "area",         "yyyyyy-y--" },
  { "source",       "yyyyyy-y--" },
  { NULL, NULL }
};

static const FieldRow area[] = {
  /*               mpucbefstn */
  { "id",         "yyyyyy-y--" },
  { "name",       "yyyyyy-y--" },
  { "aliases",    "yyyyyy-y--" },
  { "fixed",      "yyyyyy-y--" },
  { "valid-from", "yyyyyy-y--" },
  { "valid-to",   "yyyyyy-y--" },
  { "source",     "yyyyyy-y--" },
  { NULL, NULL }
};

static const FieldRow area_part[] = {
  /*               mpucbefstn */
  { "area",       "yyyyyy-y--" },
  { "part",       "yyyyyy-y--" },
  { "partial",    "yyyyyy-y--" },
  { "valid-from", "yyyyyy-y--" },
  { "valid-to",   "yyyyyy-y--" },
  { "source",     "yyyyyy-y--" },
  { NULL, NULL }
};

static const FieldRow tier_scale[] = {
  /*                 mpucbefstn */
  { "id",           "yyyyyy-yy-" },
  { "name",         "yyyyyy-yy-" },
  { "organisation", "yyyyyy-yy-" },
  { "top-rung",     "yyyyyy-yy-" },
  { "source",       "yyyyyy-yy-" },
  { NULL, NULL }
};

static const FieldRow tier_equivalence[] = {
  /*                mpucbefstn */
  { "scale",       "yyyyyy-yy-" },
  { "rung",        "yyyyyy-yy-" },
  { "other-scale", "yyyyyy-yy-" },
  { "other-rung",  "yyyyyy-yy-" },
  { "source",      "yyyyyy-yy-" },
  { NULL, NULL }
};

static const FieldRow grade_scale[] = {
  /*                 mpucbefstn */
  { "id",           "yyyyyyyyyy" },
  { "name",         "yyyyyyyyyy" },
  { "organisation", "yyyyyyyyyy" },
  { "final",        "yyyyyyyyy-" },
  { "source",       "yyyyyyyyy-" },
  { NULL, NULL }
};

static const FieldRow grade[] = {
  /*              mpucbefstn */
  { "id",        "yyyyyyyyyy" },
  { "name",      "yyyyyyyyyy" },
  { "scale",     "yyyyyyyyyy" },
  { "rung",      "yyyyyyyyyy" },
  { "score-min", "--y--y-y--" },
  { "score-max", "--y--y-y--" },
  { "pay-min",   "y-y--yyyy-" },
  { "pay-max",   "y-y--yyyy-" },
  { "order",     "yyyyyyyyyy" },
  { "source",    "yyyyyyyyy-" },
  { NULL, NULL }
};

static const FieldRow grade_equivalence[] = {
  /*                mpucbefstn */
  { "grade",       "yyyyyy-y--" },
  { "other-grade", "yyyyyy-y--" },
  { "basis",       "yyyyyy-y--" },
  { "agreed",      "yyyyyy-y--" },
  { "source",      "yyyyyy-y--" },
  { NULL, NULL }
};

static const FieldRow unit[] = {
  /*                  mpucbefstn */
  { "id",            "yyyyyyyyy-" },
  { "name",          "yyyyyyyyy-" },
  { "aliases",       "yyyyyy-yy-" },
  { "kind",          "yyyyyyyyy-" },
  { "parent",        "yyyyyyyyy-" },
  { "organisations", "yyyyyyyyy-" },
  { "site",          "yyyyyy-y--" },
  { "area",          "yyyyyy-y--" },
  { "outside",       "yyyyyyyyy-" },
  { "cost-centre",   "y----yy---" },
  { "order",         "yyyyyyyyy-" },
  { "valid-from",    "yyyyyyyyy-" },
  { "valid-to",      "yyyyyyyyy-" },
  { "source",        "yyyyyyyyy-" },
  { NULL, NULL }
};

static const FieldRow unit_parent[] = {
  /*               mpucbefstn */
  { "unit",       "yyyyyyyyy-" },
  { "parent",     "yyyyyyyyy-" },
  { "valid-from", "yyyyyyyyy-" },
  { "valid-to",   "yyyyyyyyy-" },
  { "source",     "yyyyyyyyy-" },
  { NULL, NULL }
};

static const FieldRow function[] = {
  /*              mpucbefstn */
  { "id",        "yyyyyy-yy-" },
  { "name",      "yyyyyy-yy-" },
  { "aliases",   "yyyyyy-yy-" },
  { "statutory", "yyyyyy-yy-" },
  { "source",    "yyyyyy-yy-" },
  { NULL, NULL }
};

static const FieldRow post[] = {
  /*                           mpucbefstna */
  { "id",                     "yyyyyyyyy-y" },
  { "title",                  "yyyyyyyyy-y" },
  { "aliases",                "yyyyyy-yy--" },
  { "unit",                   "yyyyyyyyy-y" },
  { "employer",               "yyyyyyyyyyy" },
  { "partners",               "yyyyyyyyy-y" },
  { "grade",                  "yyy11yyyyy-" },
  { "grade-status",           "yyy11yyy---" },
  { "score",                  "-----y-y---" },
  { "tier",                   "yyyyyy-yy-y" },
  { "establishment",          "yyyyyyyyyyy" },
  { "budgeted-fte",           "yyyyyyyy---" },
  { "hours",                  "yyyyyyyy---" },
  { "standard-hours",         "yyyyyyyy---" },
  { "paid-weeks",             "yyyyyyyy---" },
  { "year-weeks",             "yyyyyyyy---" },
  { "fte",                    "yyyyyyyy---" },
  { "pay-min",                "-----yyyy--" },
  { "pay-max",                "-----yyyy--" },
  { "cost",                   "-----yy----" },
  { "cost-centre",            "y----yy----" },
  { "profession",             "yyyyyy-yy--" },
  { "field-of-work",          "yyyyyy-yy--" },
  { "site",                   "yyyyyy-y---" },
  { "area",                   "yyyyyy-y---" },
  { "status",                 "yyyyyyyy---" },
  { "decision-elsewhere",     "y-oo-y-y---" },
  { "declared-outcome",       "y-oo-y-y---" },
  { "declared-words",         "y-oo-y-y---" },
  { "vacancy",                "yyy--yyyy--" },
  { "grouped",                "yyyyyyyyyyy" },
  { "outside",                "yyyyyyyyyyy" },
  { "statutory",              "yyyyyy-yy--" },
  { "chief-officer",          "yyyyyy-yy--" },
  { "politically-restricted", "yyyyyy-yy--" },
  { "welsh-skills",           "yyyyyy-y---" },
  { "order",                  "yyyyyyyyy-y" },
  { "valid-from",             "yyyyyyyyy-y" },
  { "valid-to",               "yyyyyyyyy-y" },
  { "source",                 "yyyyyyyyy--" },
  { NULL, NULL }
};

static const FieldRow line[] = {
  /*               mpucbefstna */
  { "post",       "yyyyyy-yy-y" },
  { "kind",       "yyyyyy-yy-y" },
  { "manager",    "yyyyyy-yy-y" },
  { "body",       "yyyyyy-yy-y" },
  { "unit",       "yyyyyy-yy-y" },
  { "agreement",  "y-yyyy-y---" },
  { "valid-from", "yyyyyy-yy-y" },
  { "valid-to",   "yyyyyy-yy-y" },
  { "source",     "yyyyyy-yy--" },
  { NULL, NULL }
};

static const FieldRow responsibility[] = {
  /*                mpucbefstn */
  { "post",        "yyyyyy-yy-" },
  { "function-id", "yyyyyy-yy-" },
  { "role",        "yyyyyy-yy-" },
  { "unit",        "yyyyyy-yy-" },
  { "share",       "yyyyyy-yy-" },
  { "valid-from",  "yyyyyy-yy-" },
  { "valid-to",    "yyyyyy-yy-" },
  { "source",      "yyyyyy-yy-" },
  { NULL, NULL }
};

static const FieldRow funding[] = {
  /*               mpucbefstn */
  { "post",       "y-yyyyy---" },
  { "funder",     "y-yyyyy---" },
  { "share",      "y-yyyyy---" },
  { "grant",      "y----yy---" },
  { "agreement",  "y-yyyyy---" },
  { "valid-from", "y-yyyyy---" },
  { "valid-to",   "y-yyyyy---" },
  { "source",     "y-yyyyy---" },
  { NULL, NULL }
};

static const FieldRow statement[] = {
  /*           mpucbefstn */
  { "post",   "yyyyyy-y--" },
  { "head",   "yyyyyy-y--" },
  { "key",    "yyyyyy-y--" },
  { "weight", "yyyyyy-y--" },
  { "text",   "yyyyyy-y--" },
  { "source", "yyyyyy-y--" },
  { NULL, NULL }
};

static const FieldRow lineage[] = {
  /*                mpucbefstn */
  { "post",        "yyyyyy-y--" },
  { "predecessor", "yyyyyy-y--" },
  { "kind",        "yyyyyy-y--" },
  { "source",      "yyyyyy-y--" },
  { NULL, NULL }
};

static const FieldRow person[] = {
  /*                mpucbefstn */
  { "id",          "y-pp-p-y--" },
  { "name",        "y------y--" },
  { "identifiers", "-------y--" },
  { "language",    "y------y--" },
  { "attributes",  "-------y--" },
  { "note",        "-------y--" },
  { "source",      "-------y--" },
  { NULL, NULL }
};

static const FieldRow assignment[] = {
  /*                      mpucbefstn */
  { "id",                "yypp-ppy--" },
  { "person",            "y-pp-p-y--" },
  { "post",              "yyyy-yyyy-" },
  { "position",          "yyyy-yyyy-" },
  { "employer",          "yyyy-yyyy-" },
  { "basis",             "yyyy-yyyy-" },
  { "contract",          "y-y--yyyy-" },
  { "term-reason",       "-------y--" },
  { "status",            "y-y--yyy--" },
  { "terms",             "y-y--yyy--" },
  { "hours",             "y----yyy--" },
  { "standard-hours",    "y----yyy--" },
  { "paid-weeks",        "y----yyy--" },
  { "year-weeks",        "y----yyy--" },
  { "fte",               "y----yyy--" },
  { "job-share",         "y-##-##y#-" },
  { "home-organisation", "y-yy-yyy--" },
  { "home-assignment",   "y-yy-yyy--" },
  { "agreement",         "y-y--yyy--" },
  { "return-right",      "-----y-y--" },
  { "return-terms",      "-------y--" },
  { "professional-lead", "y-yy-y-y--" },
  { "valid-from",        "y----yyy--" },
  { "valid-to",          "y----yyy--" },
  { "attributes",        "-------y--" },
  { "note",              "-------y--" },
  { "source",            "-------y--" },
  { NULL, NULL }
};

static const FieldRow absence[] = {
  /*               mpucbefstn */
  { "assignment", "-------y--" },
  { "kind",       "-------y--" },
  { "notified",   "-------y--" },
  { "valid-from", "-------y--" },
  { "valid-to",   "-------y--" },
  { "note",       "-------y--" },
  { "source",     "-------y--" },
  { NULL, NULL }
};

static const FieldRow succession[] = {
  /*                mpucbefstn */
  { "kind",        "--yyyyy---" },
  { "predecessor", "--yyyyy---" },
  { "successor",   "--yyyyy---" },
  { "rule",        "--yyyyy---" },
  { "valid-from",  "--yyyyy---" },
  { "valid-to",    "--yyyyy---" },
  { "source",      "--yyyyy---" },
  { NULL, NULL }
};
/* clang-format on */

static const FieldRow *const rows_of_kind[CADRE_N_RECORD_KINDS] = {
  [CADRE_RECORD_KIND_ORGANISATION] = organisation,
  [CADRE_RECORD_KIND_BODY] = body,
  [CADRE_RECORD_KIND_AGREEMENT] = agreement,
  [CADRE_RECORD_KIND_SITE] = site,
  [CADRE_RECORD_KIND_AREA] = area,
  [CADRE_RECORD_KIND_AREA_PART] = area_part,
  [CADRE_RECORD_KIND_TIER_SCALE] = tier_scale,
  [CADRE_RECORD_KIND_TIER_EQUIVALENCE] = tier_equivalence,
  [CADRE_RECORD_KIND_GRADE_SCALE] = grade_scale,
  [CADRE_RECORD_KIND_GRADE] = grade,
  [CADRE_RECORD_KIND_GRADE_EQUIVALENCE] = grade_equivalence,
  [CADRE_RECORD_KIND_UNIT] = unit,
  [CADRE_RECORD_KIND_UNIT_PARENT] = unit_parent,
  [CADRE_RECORD_KIND_FUNCTION] = function,
  [CADRE_RECORD_KIND_POST] = post,
  [CADRE_RECORD_KIND_LINE] = line,
  [CADRE_RECORD_KIND_RESPONSIBILITY] = responsibility,
  [CADRE_RECORD_KIND_FUNDING] = funding,
  [CADRE_RECORD_KIND_STATEMENT] = statement,
  [CADRE_RECORD_KIND_LINEAGE] = lineage,
  [CADRE_RECORD_KIND_PERSON] = person,
  [CADRE_RECORD_KIND_ASSIGNMENT] = assignment,
  [CADRE_RECORD_KIND_ABSENCE] = absence,
  [CADRE_RECORD_KIND_SUCCESSION] = succession,
};

#define N_LEVELS (CADRE_REDACTION_LEVEL_STATISTICS + 1)
#define AROUND_COLUMN (N_LEVELS - 1)

/* The column of each level; the full one has none. */
static const guint8 column_of_level[N_LEVELS] = {
  [CADRE_REDACTION_LEVEL_MANAGER] = 0,
  [CADRE_REDACTION_LEVEL_PANEL] = 1,
  [CADRE_REDACTION_LEVEL_UNION] = 2,
  [CADRE_REDACTION_LEVEL_CONSULTATION] = 3,
  [CADRE_REDACTION_LEVEL_COMMITTEE_PUBLIC] = 4,
  [CADRE_REDACTION_LEVEL_COMMITTEE_EXEMPT] = 5,
  [CADRE_REDACTION_LEVEL_FINANCE] = 6,
  [CADRE_REDACTION_LEVEL_SELF] = 7,
  [CADRE_REDACTION_LEVEL_TRANSPARENCY_CODE] = 8,
  [CADRE_REDACTION_LEVEL_STATISTICS] = 9,
};

static const FieldRow *
find_row (CadreRecordKind kind, const char *field)
{
  for (const FieldRow *row = rows_of_kind[kind]; row->field != NULL; row++)
    if (strcmp (row->field, field) == 0)
      return row;

  return NULL;
}

/* What a level does with a field of a record that is about its subject. */
CadreRedactionCell
cadre_redaction_cell (CadreRedactionLevel level, CadreRecordKind kind, const char *field)
{
  const FieldRow *row = find_row (kind, field);

  if (level == CADRE_REDACTION_LEVEL_FULL)
    return CADRE_REDACTION_CELL_SHOWN;
  if (row == NULL || (guint) level >= N_LEVELS)
    return CADRE_REDACTION_CELL_HIDDEN;

  return row->cells[column_of_level[level]];
}

/* Likewise where it only stands around the subject, so that the subject has a
 * place: as the level does, but for posts and lines. */
CadreRedactionCell
cadre_redaction_cell_around (CadreRedactionLevel level, CadreRecordKind kind, const char *field)
{
  const FieldRow *row = find_row (kind, field);
  gsize n = row != NULL ? strlen (row->cells) : 0;

  if (level == CADRE_REDACTION_LEVEL_FULL || n <= AROUND_COLUMN)
    return cadre_redaction_cell (level, kind, field);

  return row->cells[AROUND_COLUMN];
}

void
cadre_redaction_cells_fill (CadreRedactionCells *self, CadreRedactionLevel level)
{
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < cadre_schema_get (kind)->n_fields; i++)
      {
        const char *field = cadre_schema_get (kind)->fields[i].name;

        self->own[kind][i] = (char) cadre_redaction_cell (level, kind, field);
        self->around[kind][i] = (char) cadre_redaction_cell_around (level, kind, field);
      }
}

/* What the level does with the ids of a kind: with all there is of them, in
 * their records and in references to them. */
CadreRedactionCell
cadre_redaction_cell_of_ids (CadreRedactionLevel level, CadreRecordKind kind)
{
  return cadre_redaction_cell (level, kind, "id");
}

/* Whether rows of a kind are shown at all. */
gboolean
cadre_redaction_shows_kind (CadreRedactionLevel level, CadreRecordKind kind, gboolean has_key)
{
  if (level == CADRE_REDACTION_LEVEL_FULL)
    return TRUE;
  if (cadre_redaction_cell_of_ids (level, kind) == CADRE_REDACTION_CELL_PSEUDONYM && !has_key)
    return FALSE;

  for (const FieldRow *row = rows_of_kind[kind]; row->field != NULL; row++)
    if (cadre_redaction_cell (level, kind, row->field) != CADRE_REDACTION_CELL_HIDDEN)
      return TRUE;

  return FALSE;
}

/**
 * cadre_redaction_shows_field:
 * @self: a #CadreRedaction
 * @kind: a kind of record
 * @field: the name of a field, as in documents
 *
 * Whether the level shows a field, if only of some records.
 *
 * Returns: %TRUE if it does
 *
 * Since: 1.0
 */
gboolean
cadre_redaction_shows_field (CadreRedaction *self, CadreRecordKind kind, const char *field)
{
  CadreRedactionLevel level = CADRE_REDACTION_LEVEL_FULL;

  g_return_val_if_fail (CADRE_IS_REDACTION (self), FALSE);
  g_return_val_if_fail ((guint) kind < CADRE_N_RECORD_KINDS, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  level = cadre_redaction_get_level (self);
  return cadre_redaction_shows_kind (level, kind, cadre_redaction_has_usable_key (self)) &&
         cadre_redaction_cell (level, kind, field) != CADRE_REDACTION_CELL_HIDDEN;
}
