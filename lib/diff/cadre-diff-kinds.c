/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which kind of change a difference is. */

#include "config.h"

#include "diff/cadre-diff-private.h"

/* By field of a post; what is not here is OTHER_FIELD. */
static const guint8 post_kinds[CADRE_N_FIELDS_POST] = {
  [CADRE_FIELD_POST_TITLE] = CADRE_CHANGE_KIND_POST_RETITLED,
  [CADRE_FIELD_POST_UNIT] = CADRE_CHANGE_KIND_POST_MOVED,
  [CADRE_FIELD_POST_EMPLOYER] = CADRE_CHANGE_KIND_EMPLOYER,
  [CADRE_FIELD_POST_PARTNERS] = CADRE_CHANGE_KIND_PARTNERS,
  [CADRE_FIELD_POST_GRADE] = CADRE_CHANGE_KIND_POST_REGRADED,
  [CADRE_FIELD_POST_GRADE_STATUS] = CADRE_CHANGE_KIND_POST_REGRADED,
  [CADRE_FIELD_POST_SCORE] = CADRE_CHANGE_KIND_POST_REGRADED,
  [CADRE_FIELD_POST_TIER] = CADRE_CHANGE_KIND_POST_RETIERED,
  [CADRE_FIELD_POST_ESTABLISHMENT] = CADRE_CHANGE_KIND_ESTABLISHMENT,
  [CADRE_FIELD_POST_BUDGETED_FTE] = CADRE_CHANGE_KIND_ESTABLISHMENT,
  [CADRE_FIELD_POST_HOURS] = CADRE_CHANGE_KIND_HOURS,
  [CADRE_FIELD_POST_STANDARD_HOURS] = CADRE_CHANGE_KIND_HOURS,
  [CADRE_FIELD_POST_PAID_WEEKS] = CADRE_CHANGE_KIND_HOURS,
  [CADRE_FIELD_POST_YEAR_WEEKS] = CADRE_CHANGE_KIND_HOURS,
  [CADRE_FIELD_POST_FTE] = CADRE_CHANGE_KIND_HOURS,
  [CADRE_FIELD_POST_PAY_MIN] = CADRE_CHANGE_KIND_PAY,
  [CADRE_FIELD_POST_PAY_MAX] = CADRE_CHANGE_KIND_PAY,
  [CADRE_FIELD_POST_COST] = CADRE_CHANGE_KIND_COST,
  [CADRE_FIELD_POST_COST_CENTRE] = CADRE_CHANGE_KIND_COST_CENTRE,
  [CADRE_FIELD_POST_PROFESSION] = CADRE_CHANGE_KIND_PROFILE,
  [CADRE_FIELD_POST_FIELD_OF_WORK] = CADRE_CHANGE_KIND_PROFILE,
  [CADRE_FIELD_POST_SITE] = CADRE_CHANGE_KIND_POST_REBASED,
  [CADRE_FIELD_POST_AREA] = CADRE_CHANGE_KIND_POST_REBASED,
  [CADRE_FIELD_POST_STATUS] = CADRE_CHANGE_KIND_STATUS,
  [CADRE_FIELD_POST_DECISION_ELSEWHERE] = CADRE_CHANGE_KIND_STATUS,
  [CADRE_FIELD_POST_DECLARED_OUTCOME] = CADRE_CHANGE_KIND_STATUS,
  [CADRE_FIELD_POST_DECLARED_WORDS] = CADRE_CHANGE_KIND_STATUS,
  [CADRE_FIELD_POST_GROUPED] = CADRE_CHANGE_KIND_FLAGS,
  [CADRE_FIELD_POST_OUTSIDE] = CADRE_CHANGE_KIND_FLAGS,
  [CADRE_FIELD_POST_TERM_REASON] = CADRE_CHANGE_KIND_FLAGS,
  [CADRE_FIELD_POST_STATUTORY] = CADRE_CHANGE_KIND_FLAGS,
  [CADRE_FIELD_POST_CHIEF_OFFICER] = CADRE_CHANGE_KIND_FLAGS,
  [CADRE_FIELD_POST_POLITICALLY_RESTRICTED] = CADRE_CHANGE_KIND_FLAGS,
  [CADRE_FIELD_POST_WELSH_SKILLS] = CADRE_CHANGE_KIND_FLAGS,
  [CADRE_FIELD_POST_VALID_FROM] = CADRE_CHANGE_KIND_PERIOD,
  [CADRE_FIELD_POST_VALID_TO] = CADRE_CHANGE_KIND_PERIOD,
};

/* What a whole record, and a field of it, is a change of. */
typedef struct
{
  guint8 created;
  guint8 deleted;
  guint8 changed;
} Kinds;

static const Kinds kinds[CADRE_N_RECORD_KINDS] = {
  [CADRE_RECORD_KIND_ORGANISATION] = { CADRE_CHANGE_KIND_ORGANISATION_CREATED,
                                       CADRE_CHANGE_KIND_ORGANISATION_DELETED,
                                       CADRE_CHANGE_KIND_ORGANISATION_CHANGED },
  [CADRE_RECORD_KIND_UNIT] = { CADRE_CHANGE_KIND_UNIT_CREATED, CADRE_CHANGE_KIND_UNIT_DELETED,
                               CADRE_CHANGE_KIND_UNIT_CHANGED },
  [CADRE_RECORD_KIND_UNIT_PARENT] = { CADRE_CHANGE_KIND_UNIT_MOVED, CADRE_CHANGE_KIND_UNIT_MOVED,
                                      CADRE_CHANGE_KIND_UNIT_MOVED },
  [CADRE_RECORD_KIND_POST] = { CADRE_CHANGE_KIND_POST_CREATED, CADRE_CHANGE_KIND_POST_DELETED,
                               CADRE_CHANGE_KIND_OTHER_FIELD },
  [CADRE_RECORD_KIND_LINE] = { CADRE_CHANGE_KIND_LINE_ADDED, CADRE_CHANGE_KIND_LINE_REMOVED,
                               CADRE_CHANGE_KIND_LINE_CHANGED },
  [CADRE_RECORD_KIND_RESPONSIBILITY] = { CADRE_CHANGE_KIND_FUNCTION_GAINED,
                                         CADRE_CHANGE_KIND_FUNCTION_ORPHANED,
                                         CADRE_CHANGE_KIND_FUNCTION_CHANGED },
  [CADRE_RECORD_KIND_FUNDING] = { CADRE_CHANGE_KIND_FUNDING, CADRE_CHANGE_KIND_FUNDING,
                                  CADRE_CHANGE_KIND_FUNDING },
  [CADRE_RECORD_KIND_STATEMENT] = { CADRE_CHANGE_KIND_PROFILE, CADRE_CHANGE_KIND_PROFILE,
                                    CADRE_CHANGE_KIND_PROFILE },
  [CADRE_RECORD_KIND_ASSIGNMENT] = { CADRE_CHANGE_KIND_ASSIGNMENT_CREATED,
                                     CADRE_CHANGE_KIND_ASSIGNMENT_ENDED,
                                     CADRE_CHANGE_KIND_ASSIGNMENT_CHANGED },
};

/* The records that have no kind of change of their own. */
static const Kinds other_kinds = { CADRE_CHANGE_KIND_RECORD_CREATED,
                                   CADRE_CHANGE_KIND_RECORD_DELETED,
                                   CADRE_CHANGE_KIND_RECORD_CHANGED };

static const Kinds *
get_kinds (CadreRecordKind kind)
{
  return kinds[kind].changed != 0 ? &kinds[kind] : &other_kinds;
}

CadreChangeKind
cadre_diff_kind_of_created (CadreRecordKind kind)
{
  return get_kinds (kind)->created;
}

CadreChangeKind
cadre_diff_kind_of_deleted (CadreRecordKind kind)
{
  return get_kinds (kind)->deleted;
}

/* Notes and sources are the last two fields of every kind of record. */
static gboolean
is_remark (CadreRecordKind kind, guint field)
{
  return field == CADRE_UNKNOWN_MEMBERS || field + 2 >= cadre_schema_get (kind)->n_fields;
}

CadreChangeKind
cadre_diff_kind_of_field (CadreRecordKind kind, guint field)
{
  if (is_remark (kind, field))
    return CADRE_CHANGE_KIND_OTHER_FIELD;
  if (kind == CADRE_RECORD_KIND_POST)
    return post_kinds[field] != 0 ? post_kinds[field] : CADRE_CHANGE_KIND_OTHER_FIELD;
  if (kind == CADRE_RECORD_KIND_ORGANISATION && field == CADRE_FIELD_ORGANISATION_NAME)
    return CADRE_CHANGE_KIND_ORGANISATION_RENAMED;
  if (kind == CADRE_RECORD_KIND_UNIT && field == CADRE_FIELD_UNIT_NAME)
    return CADRE_CHANGE_KIND_UNIT_RENAMED;
  if (kind == CADRE_RECORD_KIND_UNIT && field == CADRE_FIELD_UNIT_PARENT)
    return CADRE_CHANGE_KIND_UNIT_MOVED;
  if (kind == CADRE_RECORD_KIND_ASSIGNMENT && field == CADRE_FIELD_ASSIGNMENT_POST)
    return CADRE_CHANGE_KIND_ASSIGNMENT_MOVED;

  return get_kinds (kind)->changed;
}

/* Whether a change makes an existing post a changed one. */
gboolean
cadre_diff_kind_changes_post (CadreChangeKind kind)
{
  return kind >= CADRE_CHANGE_KIND_POST_MOVED && kind <= CADRE_CHANGE_KIND_FUNCTION_CHANGED;
}

/* Whether values of the field are not put into changes. */
gboolean
cadre_diff_field_is_personal (CadreRecordKind kind, guint field)
{
  return kind == CADRE_RECORD_KIND_PERSON || kind == CADRE_RECORD_KIND_ABSENCE ||
         (kind == CADRE_RECORD_KIND_ASSIGNMENT &&
          (field == CADRE_FIELD_ASSIGNMENT_ATTRIBUTES || is_remark (kind, field)));
}
