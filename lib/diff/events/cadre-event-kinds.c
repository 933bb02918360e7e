/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is said of each kind of event. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

#include <string.h>

typedef struct
{
  const char *label;
  gboolean headline;
} Kind;

#define KIND(name, label, headline) [CADRE_CHANGE_EVENT_KIND_##name] = { label, headline }

static const Kind kinds[CADRE_N_EVENT_KINDS] = {
  KIND (ORGANISATION_CREATED, "Organisation created", TRUE),
  KIND (ORGANISATION_DELETED, "Organisation deleted", TRUE),
  KIND (ORGANISATION_RENAMED, "Organisation renamed", FALSE),
  KIND (UNIT_CREATED, "Unit created", TRUE),
  KIND (UNIT_DELETED, "Unit deleted", TRUE),
  KIND (UNITS_MERGED, "Units merged", TRUE),
  KIND (UNIT_SPLIT, "Unit split", TRUE),
  KIND (UNIT_RENAMED, "Unit renamed", FALSE),
  KIND (UNIT_MOVED, "Unit moved", TRUE),
  KIND (SERVICE_TRANSFERRED, "Service transferred", TRUE),
  KIND (POST_CREATED, "Post created", TRUE),
  KIND (POST_DELETED, "Post deleted", TRUE),
  KIND (POSTS_MERGED, "Posts merged", TRUE),
  KIND (POST_SPLIT, "Post split", TRUE),
  KIND (POSTS_REARRANGED, "Posts rearranged", TRUE),
  KIND (FAMILY_REGRADED, "Family regraded", TRUE),
  KIND (FUNCTION_TRANSFERRED, "Function transferred", TRUE),
  KIND (FUNCTION_SPLIT, "Function split", TRUE),
  KIND (FUNCTION_ORPHANED, "Function with nobody", TRUE),
  KIND (FUNCTION_GAINED, "Function gained", FALSE),
  KIND (FUNCTION_CHANGED, "Function on other terms", FALSE),
  KIND (WORK_BASE, "Work base changed", FALSE),
  KIND (TEAM_MOVED, "Team moved", FALSE),
  KIND (REPORTS_MOVED, "Reports moved", FALSE),
  KIND (POSTS_MOVED, "Posts moved", FALSE),
  KIND (POST_MOVED, "Post moved", FALSE),
  KIND (POSTS_RETITLED, "Retitled", FALSE),
  KIND (POST_REGRADED, "Post regraded", FALSE),
  KIND (POSTS_RETIERED, "Tier changed", FALSE),
  KIND (POST_REBASED, "Post based elsewhere", FALSE),
  KIND (EMPLOYER, "Employer changed", FALSE),
  KIND (PARTNERS, "Partners changed", FALSE),
  KIND (ESTABLISHMENT, "Establishment changed", FALSE),
  KIND (HOURS, "Hours changed", FALSE),
  KIND (COST_CENTRE, "Cost centre changed", FALSE),
  KIND (PAY, "Pay range changed", FALSE),
  KIND (COST, "Cost changed", FALSE),
  KIND (FUNDING, "Funding changed", FALSE),
  KIND (PROFILE, "Profile changed", FALSE),
  KIND (FLAGS, "Marks changed", FALSE),
  KIND (PERIOD, "Dates changed", FALSE),
  KIND (LINES, "Further reporting lines changed", FALSE),
  KIND (STATUS, "Declared status changed", FALSE),
  KIND (ASSIGNMENTS, "Assignments changed", FALSE),
  KIND (ORGANISATION_CHANGED, "Organisation changed", FALSE),
  KIND (UNIT_CHANGED, "Unit changed", FALSE),
  KIND (POSTS_REKEYED, "Ids changed", FALSE),
  KIND (ORDER, "Order changed", FALSE),
  KIND (STATED, "Stated on one side only", FALSE),
  KIND (RECORD, "Record changed", FALSE),
  KIND (OTHER, "Remarks changed", FALSE),
  KIND (RENUMBERED, "Renumbered in the same order", FALSE),
  KIND (GRADE_RENAMED, "Grade renamed", FALSE),
};

/* By kind of change, for a change that no greater event takes. */
static const guint8 kinds_of_change[CADRE_N_CHANGE_KINDS] = {
  [CADRE_CHANGE_KIND_RECORD_CREATED] = CADRE_CHANGE_EVENT_KIND_RECORD,
  [CADRE_CHANGE_KIND_RECORD_DELETED] = CADRE_CHANGE_EVENT_KIND_RECORD,
  [CADRE_CHANGE_KIND_RECORD_CHANGED] = CADRE_CHANGE_EVENT_KIND_RECORD,
  [CADRE_CHANGE_KIND_ORGANISATION_CREATED] = CADRE_CHANGE_EVENT_KIND_ORGANISATION_CREATED,
  [CADRE_CHANGE_KIND_ORGANISATION_DELETED] = CADRE_CHANGE_EVENT_KIND_ORGANISATION_DELETED,
  [CADRE_CHANGE_KIND_ORGANISATION_RENAMED] = CADRE_CHANGE_EVENT_KIND_ORGANISATION_RENAMED,
  [CADRE_CHANGE_KIND_ORGANISATION_CHANGED] = CADRE_CHANGE_EVENT_KIND_ORGANISATION_CHANGED,
  [CADRE_CHANGE_KIND_UNIT_CREATED] = CADRE_CHANGE_EVENT_KIND_UNIT_CREATED,
  [CADRE_CHANGE_KIND_UNIT_DELETED] = CADRE_CHANGE_EVENT_KIND_UNIT_DELETED,
  [CADRE_CHANGE_KIND_UNIT_RENAMED] = CADRE_CHANGE_EVENT_KIND_UNIT_RENAMED,
  [CADRE_CHANGE_KIND_UNIT_MOVED] = CADRE_CHANGE_EVENT_KIND_UNIT_MOVED,
  [CADRE_CHANGE_KIND_UNIT_CHANGED] = CADRE_CHANGE_EVENT_KIND_UNIT_CHANGED,
  [CADRE_CHANGE_KIND_POST_CREATED] = CADRE_CHANGE_EVENT_KIND_POST_CREATED,
  [CADRE_CHANGE_KIND_POST_DELETED] = CADRE_CHANGE_EVENT_KIND_POST_DELETED,
  [CADRE_CHANGE_KIND_POSTS_MERGED] = CADRE_CHANGE_EVENT_KIND_POSTS_MERGED,
  [CADRE_CHANGE_KIND_POST_SPLIT] = CADRE_CHANGE_EVENT_KIND_POST_SPLIT,
  [CADRE_CHANGE_KIND_POST_MOVED] = CADRE_CHANGE_EVENT_KIND_POST_MOVED,
  [CADRE_CHANGE_KIND_POST_RETITLED] = CADRE_CHANGE_EVENT_KIND_POSTS_RETITLED,
  [CADRE_CHANGE_KIND_POST_REGRADED] = CADRE_CHANGE_EVENT_KIND_POST_REGRADED,
  [CADRE_CHANGE_KIND_POST_RETIERED] = CADRE_CHANGE_EVENT_KIND_POSTS_RETIERED,
  [CADRE_CHANGE_KIND_POST_REBASED] = CADRE_CHANGE_EVENT_KIND_POST_REBASED,
  [CADRE_CHANGE_KIND_ESTABLISHMENT] = CADRE_CHANGE_EVENT_KIND_ESTABLISHMENT,
  [CADRE_CHANGE_KIND_HOURS] = CADRE_CHANGE_EVENT_KIND_HOURS,
  [CADRE_CHANGE_KIND_EMPLOYER] = CADRE_CHANGE_EVENT_KIND_EMPLOYER,
  [CADRE_CHANGE_KIND_PARTNERS] = CADRE_CHANGE_EVENT_KIND_PARTNERS,
  [CADRE_CHANGE_KIND_COST_CENTRE] = CADRE_CHANGE_EVENT_KIND_COST_CENTRE,
  [CADRE_CHANGE_KIND_PAY] = CADRE_CHANGE_EVENT_KIND_PAY,
  [CADRE_CHANGE_KIND_COST] = CADRE_CHANGE_EVENT_KIND_COST,
  [CADRE_CHANGE_KIND_FUNDING] = CADRE_CHANGE_EVENT_KIND_FUNDING,
  [CADRE_CHANGE_KIND_PROFILE] = CADRE_CHANGE_EVENT_KIND_PROFILE,
  [CADRE_CHANGE_KIND_FLAGS] = CADRE_CHANGE_EVENT_KIND_FLAGS,
  [CADRE_CHANGE_KIND_PERIOD] = CADRE_CHANGE_EVENT_KIND_PERIOD,
  [CADRE_CHANGE_KIND_LINE_ADDED] = CADRE_CHANGE_EVENT_KIND_LINES,
  [CADRE_CHANGE_KIND_LINE_REMOVED] = CADRE_CHANGE_EVENT_KIND_LINES,
  [CADRE_CHANGE_KIND_LINE_CHANGED] = CADRE_CHANGE_EVENT_KIND_LINES,
  [CADRE_CHANGE_KIND_FUNCTION_TRANSFERRED] = CADRE_CHANGE_EVENT_KIND_FUNCTION_TRANSFERRED,
  [CADRE_CHANGE_KIND_FUNCTION_SPLIT] = CADRE_CHANGE_EVENT_KIND_FUNCTION_SPLIT,
  [CADRE_CHANGE_KIND_FUNCTION_ORPHANED] = CADRE_CHANGE_EVENT_KIND_FUNCTION_ORPHANED,
  [CADRE_CHANGE_KIND_FUNCTION_GAINED] = CADRE_CHANGE_EVENT_KIND_FUNCTION_GAINED,
  [CADRE_CHANGE_KIND_FUNCTION_CHANGED] = CADRE_CHANGE_EVENT_KIND_FUNCTION_CHANGED,
  [CADRE_CHANGE_KIND_STATUS] = CADRE_CHANGE_EVENT_KIND_STATUS,
  [CADRE_CHANGE_KIND_ASSIGNMENT_CREATED] = CADRE_CHANGE_EVENT_KIND_ASSIGNMENTS,
  [CADRE_CHANGE_KIND_ASSIGNMENT_ENDED] = CADRE_CHANGE_EVENT_KIND_ASSIGNMENTS,
  [CADRE_CHANGE_KIND_ASSIGNMENT_MOVED] = CADRE_CHANGE_EVENT_KIND_ASSIGNMENTS,
  [CADRE_CHANGE_KIND_ASSIGNMENT_CHANGED] = CADRE_CHANGE_EVENT_KIND_ASSIGNMENTS,
  [CADRE_CHANGE_KIND_OTHER_FIELD] = CADRE_CHANGE_EVENT_KIND_OTHER,
};

CadreChangeEventKind
cadre_event_kind_of_change (const CadreDifference *difference)
{
  const CadreChangeKind kind = cadre_difference_kind (difference);
  const CadreRecordKind record_kind = cadre_difference_record_kind (difference);
  const guint field = cadre_difference_field (difference);

  if (record_kind == CADRE_RECORD_KIND_POST && field == CADRE_FIELD_POST_ID)
    return CADRE_CHANGE_EVENT_KIND_POSTS_REKEYED;
  if ((record_kind == CADRE_RECORD_KIND_POST && field == CADRE_FIELD_POST_ORDER) ||
      (record_kind == CADRE_RECORD_KIND_UNIT && field == CADRE_FIELD_UNIT_ORDER))
    return CADRE_CHANGE_EVENT_KIND_ORDER;
  if ((difference->what & CADRE_WHAT_LEARNED) != 0 && kind != CADRE_CHANGE_KIND_OTHER_FIELD)
    return CADRE_CHANGE_EVENT_KIND_STATED;

  return kinds_of_change[kind];
}

void
cadre_event_kinds_find_shown (CadreDiffView *view, guint8 *shown)
{
  guint8 n_kinds[CADRE_N_EVENT_KINDS] = { 0 };

  memset (shown, FALSE, CADRE_N_EVENT_KINDS);
  if (view->kinds == 0)
    return;

  for (guint kind = 0; kind < CADRE_N_CHANGE_KINDS; kind++)
    n_kinds[kinds_of_change[kind]]++;
  for (guint kind = 0; kind < CADRE_N_CHANGE_KINDS; kind++)
    shown[kinds_of_change[kind]] = n_kinds[kinds_of_change[kind]] == 1 &&
                                   cadre_diff_view_shows_kind (view, (CadreChangeKind) kind);
}

/* A unit that is found to be renamed stands for one that is not there after and one that is new:
 * nothing else in the headline would name either. */
gboolean
cadre_event_is_headline (const CadreEvent *event)
{
  return kinds[event->kind].headline ||
         (event->kind == CADRE_CHANGE_EVENT_KIND_UNIT_RENAMED && event->inferred);
}

const char *
cadre_event_kind_label (CadreChangeEventKind kind)
{
  return kinds[kind].label;
}
