/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-diff-view.h>
#include <cadre/cadre-diff.h>

G_BEGIN_DECLS

/**
 * CadreChangeEventKind:
 * @CADRE_CHANGE_EVENT_KIND_ORGANISATION_CREATED: an organisation that was not there before
 * @CADRE_CHANGE_EVENT_KIND_ORGANISATION_DELETED: an organisation that is not there after
 * @CADRE_CHANGE_EVENT_KIND_ORGANISATION_RENAMED: an organisation has another name
 * @CADRE_CHANGE_EVENT_KIND_UNIT_CREATED: a unit that was not there before
 * @CADRE_CHANGE_EVENT_KIND_UNIT_DELETED: a unit that is not there after
 * @CADRE_CHANGE_EVENT_KIND_UNITS_MERGED: several units became one, or one that goes on took in
 * others
 * @CADRE_CHANGE_EVENT_KIND_UNIT_SPLIT: a unit became several, or goes on beside what was made out
 * of it
 * @CADRE_CHANGE_EVENT_KIND_UNIT_RENAMED: a unit has another name
 * @CADRE_CHANGE_EVENT_KIND_UNIT_MOVED: a unit is part of another one
 * @CADRE_CHANGE_EVENT_KIND_SERVICE_TRANSFERRED: the posts of a unit went to another employer
 * @CADRE_CHANGE_EVENT_KIND_POST_CREATED: a post that was not there before
 * @CADRE_CHANGE_EVENT_KIND_POST_DELETED: a post that is not there after
 * @CADRE_CHANGE_EVENT_KIND_POSTS_MERGED: a post was made of several; where only one of them is
 * stated, its text says so
 * @CADRE_CHANGE_EVENT_KIND_POST_SPLIT: several posts were made of one; likewise
 * @CADRE_CHANGE_EVENT_KIND_POSTS_REARRANGED: several posts were made of several others
 * @CADRE_CHANGE_EVENT_KIND_FAMILY_REGRADED: the posts of a family went from one grade to another
 * @CADRE_CHANGE_EVENT_KIND_FUNCTION_TRANSFERRED: a function went to another post
 * @CADRE_CHANGE_EVENT_KIND_FUNCTION_SPLIT: a function went to several other posts
 * @CADRE_CHANGE_EVENT_KIND_FUNCTION_ORPHANED: nobody has a function in that role after
 * @CADRE_CHANGE_EVENT_KIND_FUNCTION_GAINED: a post has a function that nobody lost
 * @CADRE_CHANGE_EVENT_KIND_FUNCTION_CHANGED: who has a function has it on other terms
 * @CADRE_CHANGE_EVENT_KIND_WORK_BASE: the posts of a unit are based elsewhere
 * @CADRE_CHANGE_EVENT_KIND_TEAM_MOVED: a post moved, with those that report to it
 * @CADRE_CHANGE_EVENT_KIND_REPORTS_MOVED: the posts that reported to one post report to another
 * @CADRE_CHANGE_EVENT_KIND_POSTS_MOVED: several posts went from one unit to another
 * @CADRE_CHANGE_EVENT_KIND_POST_MOVED: one post has another manager or unit, or both
 * @CADRE_CHANGE_EVENT_KIND_POSTS_RETITLED: posts of one title have another title
 * @CADRE_CHANGE_EVENT_KIND_POST_REGRADED: one post has another grade, score or state of evaluation
 * @CADRE_CHANGE_EVENT_KIND_POSTS_RETIERED: posts of one declared tier are on another
 * @CADRE_CHANGE_EVENT_KIND_POST_REBASED: one post is based elsewhere
 * @CADRE_CHANGE_EVENT_KIND_EMPLOYER: one post has another employer
 * @CADRE_CHANGE_EVENT_KIND_PARTNERS: the partners in a joint post
 * @CADRE_CHANGE_EVENT_KIND_ESTABLISHMENT: the number of posts, or what is budgeted
 * @CADRE_CHANGE_EVENT_KIND_HOURS: the hours of a post
 * @CADRE_CHANGE_EVENT_KIND_COST_CENTRE: the cost centre of a post
 * @CADRE_CHANGE_EVENT_KIND_PAY: the pay range of a post
 * @CADRE_CHANGE_EVENT_KIND_COST: the cost of a post
 * @CADRE_CHANGE_EVENT_KIND_FUNDING: who pays which share of a post
 * @CADRE_CHANGE_EVENT_KIND_PROFILE: the profile of a post
 * @CADRE_CHANGE_EVENT_KIND_FLAGS: what a post is marked as
 * @CADRE_CHANGE_EVENT_KIND_PERIOD: when a post begins and ends
 * @CADRE_CHANGE_EVENT_KIND_LINES: the further reporting lines of a post
 * @CADRE_CHANGE_EVENT_KIND_STATUS: what the documents declare of a post
 * @CADRE_CHANGE_EVENT_KIND_ASSIGNMENTS: the assignments to a post
 * @CADRE_CHANGE_EVENT_KIND_ORGANISATION_CHANGED: another field of an organisation
 * @CADRE_CHANGE_EVENT_KIND_UNIT_CHANGED: another field of a unit
 * @CADRE_CHANGE_EVENT_KIND_POSTS_REKEYED: the same posts under other ids
 * @CADRE_CHANGE_EVENT_KIND_ORDER: of those under one manager, or of the parts of one unit, those
 * that stand elsewhere among the others
 * @CADRE_CHANGE_EVENT_KIND_STATED: a field that one side does not state, so that it may be the same
 * @CADRE_CHANGE_EVENT_KIND_RECORD: a record of a kind that is not above
 * @CADRE_CHANGE_EVENT_KIND_OTHER: remarks and other things that change nothing
 * @CADRE_CHANGE_EVENT_KIND_RENUMBERED: those under one manager, or the parts of one unit, that have
 * other numbers in the order and stand where they stood among the others
 * @CADRE_CHANGE_EVENT_KIND_GRADE_RENAMED: the posts of one grade have another that was not there
 * before, so that it may be only a name for the same one
 *
 * What sort of event an event is. Events are listed in this order.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_CHANGE_EVENT_KIND_ORGANISATION_CREATED = 0,
  CADRE_CHANGE_EVENT_KIND_ORGANISATION_DELETED = 1,
  CADRE_CHANGE_EVENT_KIND_ORGANISATION_RENAMED = 2,
  CADRE_CHANGE_EVENT_KIND_UNIT_CREATED = 3,
  CADRE_CHANGE_EVENT_KIND_UNIT_DELETED = 4,
  CADRE_CHANGE_EVENT_KIND_UNITS_MERGED = 5,
  CADRE_CHANGE_EVENT_KIND_UNIT_SPLIT = 6,
  CADRE_CHANGE_EVENT_KIND_UNIT_RENAMED = 7,
  CADRE_CHANGE_EVENT_KIND_UNIT_MOVED = 8,
  CADRE_CHANGE_EVENT_KIND_SERVICE_TRANSFERRED = 9,
  CADRE_CHANGE_EVENT_KIND_POST_CREATED = 10,
  CADRE_CHANGE_EVENT_KIND_POST_DELETED = 11,
  CADRE_CHANGE_EVENT_KIND_POSTS_MERGED = 12,
  CADRE_CHANGE_EVENT_KIND_POST_SPLIT = 13,
  CADRE_CHANGE_EVENT_KIND_POSTS_REARRANGED = 14,
  CADRE_CHANGE_EVENT_KIND_FAMILY_REGRADED = 15,
  CADRE_CHANGE_EVENT_KIND_FUNCTION_TRANSFERRED = 16,
  CADRE_CHANGE_EVENT_KIND_FUNCTION_SPLIT = 17,
  CADRE_CHANGE_EVENT_KIND_FUNCTION_ORPHANED = 18,
  CADRE_CHANGE_EVENT_KIND_FUNCTION_GAINED = 19,
  CADRE_CHANGE_EVENT_KIND_FUNCTION_CHANGED = 20,
  CADRE_CHANGE_EVENT_KIND_WORK_BASE = 21,
  CADRE_CHANGE_EVENT_KIND_TEAM_MOVED = 22,
  CADRE_CHANGE_EVENT_KIND_REPORTS_MOVED = 23,
  CADRE_CHANGE_EVENT_KIND_POSTS_MOVED = 24,
  CADRE_CHANGE_EVENT_KIND_POST_MOVED = 25,
  CADRE_CHANGE_EVENT_KIND_POSTS_RETITLED = 26,
  CADRE_CHANGE_EVENT_KIND_POST_REGRADED = 27,
  CADRE_CHANGE_EVENT_KIND_POSTS_RETIERED = 28,
  CADRE_CHANGE_EVENT_KIND_POST_REBASED = 29,
  CADRE_CHANGE_EVENT_KIND_EMPLOYER = 30,
  CADRE_CHANGE_EVENT_KIND_PARTNERS = 31,
  CADRE_CHANGE_EVENT_KIND_ESTABLISHMENT = 32,
  CADRE_CHANGE_EVENT_KIND_HOURS = 33,
  CADRE_CHANGE_EVENT_KIND_COST_CENTRE = 34,
  CADRE_CHANGE_EVENT_KIND_PAY = 35,
  CADRE_CHANGE_EVENT_KIND_COST = 36,
  CADRE_CHANGE_EVENT_KIND_FUNDING = 37,
  CADRE_CHANGE_EVENT_KIND_PROFILE = 38,
  CADRE_CHANGE_EVENT_KIND_FLAGS = 39,
  CADRE_CHANGE_EVENT_KIND_PERIOD = 40,
  CADRE_CHANGE_EVENT_KIND_LINES = 41,
  CADRE_CHANGE_EVENT_KIND_STATUS = 42,
  CADRE_CHANGE_EVENT_KIND_ASSIGNMENTS = 43,
  CADRE_CHANGE_EVENT_KIND_ORGANISATION_CHANGED = 44,
  CADRE_CHANGE_EVENT_KIND_UNIT_CHANGED = 45,
  CADRE_CHANGE_EVENT_KIND_POSTS_REKEYED = 46,
  CADRE_CHANGE_EVENT_KIND_ORDER = 47,
  CADRE_CHANGE_EVENT_KIND_STATED = 48,
  CADRE_CHANGE_EVENT_KIND_RECORD = 49,
  CADRE_CHANGE_EVENT_KIND_OTHER = 50,
  CADRE_CHANGE_EVENT_KIND_RENUMBERED = 51,
  CADRE_CHANGE_EVENT_KIND_GRADE_RENAMED = 52,
} CadreChangeEventKind;

#define CADRE_TYPE_CHANGE_EVENT (cadre_change_event_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreChangeEvent, cadre_change_event, CADRE, CHANGE_EVENT, GObject)

CADRE_AVAILABLE_IN_1_0
CadreChangeEventKind cadre_change_event_get_kind (CadreChangeEvent *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_change_event_is_headline (CadreChangeEvent *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_change_event_is_inferred (CadreChangeEvent *self);
CADRE_AVAILABLE_IN_1_0
CadreRecordKind cadre_change_event_get_subject_kind (CadreChangeEvent *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_change_event_get_id_before (CadreChangeEvent *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_change_event_get_id_after (CadreChangeEvent *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_change_event_get_name (CadreChangeEvent *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_change_event_get_before_text (CadreChangeEvent *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_change_event_get_after_text (CadreChangeEvent *self);
CADRE_AVAILABLE_IN_1_0
CadreChange *cadre_change_event_get_change (CadreChangeEvent *self,
                                            guint position) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
guint cadre_change_event_get_n_hidden (CadreChangeEvent *self);
CADRE_AVAILABLE_IN_1_0
char **cadre_change_event_dup_posts (CadreChangeEvent *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
char **cadre_change_event_dup_exceptions (CadreChangeEvent *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
char *cadre_change_event_to_string (CadreChangeEvent *self) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
GListModel *cadre_diff_list_events (CadreDiff *diff,
                                    CadreDiffView *view,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
