/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-vocabulary.h>

G_BEGIN_DECLS

/**
 * CadreChangeKind:
 * @CADRE_CHANGE_KIND_RECORD_CREATED: a record that has no kind of change of its own was not there
 * before
 * @CADRE_CHANGE_KIND_RECORD_DELETED: such a record is not there after
 * @CADRE_CHANGE_KIND_RECORD_CHANGED: a field of such a record is different
 * @CADRE_CHANGE_KIND_ORGANISATION_CREATED: the organisation was not there before
 * @CADRE_CHANGE_KIND_ORGANISATION_DELETED: the organisation is not there after
 * @CADRE_CHANGE_KIND_ORGANISATION_RENAMED: its name
 * @CADRE_CHANGE_KIND_ORGANISATION_CHANGED: another field of an organisation
 * @CADRE_CHANGE_KIND_UNIT_CREATED: the unit was not there before
 * @CADRE_CHANGE_KIND_UNIT_DELETED: the unit is not there after
 * @CADRE_CHANGE_KIND_UNIT_RENAMED: its name
 * @CADRE_CHANGE_KIND_UNIT_MOVED: the unit that it is part of
 * @CADRE_CHANGE_KIND_UNIT_CHANGED: another field of a unit
 * @CADRE_CHANGE_KIND_POST_CREATED: no post before is the same post
 * @CADRE_CHANGE_KIND_POST_DELETED: no post after is the same post
 * @CADRE_CHANGE_KIND_POSTS_MERGED: the post was made of several, of which only one may be stated;
 * said beside its creation
 * @CADRE_CHANGE_KIND_POST_SPLIT: several posts were made of the post, of which only one may be
 * stated; said beside its deletion
 * @CADRE_CHANGE_KIND_POST_MOVED: the line manager or the unit
 * @CADRE_CHANGE_KIND_POST_RETITLED: the title
 * @CADRE_CHANGE_KIND_POST_REGRADED: the grade, how far its evaluation has come, or the score
 * @CADRE_CHANGE_KIND_POST_RETIERED: the declared tier
 * @CADRE_CHANGE_KIND_POST_REBASED: the site or area where the work is based
 * @CADRE_CHANGE_KIND_ESTABLISHMENT: the number of posts, or what is budgeted
 * @CADRE_CHANGE_KIND_HOURS: hours, paid weeks or FTE
 * @CADRE_CHANGE_KIND_EMPLOYER: the employer
 * @CADRE_CHANGE_KIND_PARTNERS: the partners in a joint post
 * @CADRE_CHANGE_KIND_COST_CENTRE: the cost centre
 * @CADRE_CHANGE_KIND_PAY: the pay range
 * @CADRE_CHANGE_KIND_COST: the cost
 * @CADRE_CHANGE_KIND_FUNDING: who pays which share
 * @CADRE_CHANGE_KIND_PROFILE: a statement of the profile, the profession or the field of work
 * @CADRE_CHANGE_KIND_FLAGS: statutory, chief officer, politically restricted, Welsh skills,
 * grouped, outside, or the reason for a fixed term
 * @CADRE_CHANGE_KIND_PERIOD: the days on which a post begins and ends
 * @CADRE_CHANGE_KIND_LINE_ADDED: a reporting line that was not there before
 * @CADRE_CHANGE_KIND_LINE_REMOVED: a reporting line that is not there after
 * @CADRE_CHANGE_KIND_LINE_CHANGED: where a line that is not of management ends, or any line's other
 * fields
 * @CADRE_CHANGE_KIND_FUNCTION_TRANSFERRED: the post lost a function to one other
 * @CADRE_CHANGE_KIND_FUNCTION_SPLIT: the post lost a function to several others
 * @CADRE_CHANGE_KIND_FUNCTION_ORPHANED: the post lost a function that nobody has in that role after
 * @CADRE_CHANGE_KIND_FUNCTION_GAINED: the post has a function that it did not have before
 * @CADRE_CHANGE_KIND_FUNCTION_CHANGED: the post has the function before and after, on other terms
 * @CADRE_CHANGE_KIND_STATUS: what the documents declare of the post and of how it is filled
 * @CADRE_CHANGE_KIND_ASSIGNMENT_CREATED: the assignment was not there before
 * @CADRE_CHANGE_KIND_ASSIGNMENT_ENDED: the assignment is not there after
 * @CADRE_CHANGE_KIND_ASSIGNMENT_MOVED: it is to another post
 * @CADRE_CHANGE_KIND_ASSIGNMENT_CHANGED: another field of an assignment
 * @CADRE_CHANGE_KIND_OTHER_FIELD: what changes no post, unit or assignment in itself: a note, a
 * source, an alias, an id, the order, a vacancy, an attribute, or a member that is not known
 *
 * What sort of change a change is.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_CHANGE_KIND_RECORD_CREATED = 0,
  CADRE_CHANGE_KIND_RECORD_DELETED = 1,
  CADRE_CHANGE_KIND_RECORD_CHANGED = 2,
  CADRE_CHANGE_KIND_ORGANISATION_CREATED = 3,
  CADRE_CHANGE_KIND_ORGANISATION_DELETED = 4,
  CADRE_CHANGE_KIND_ORGANISATION_RENAMED = 5,
  CADRE_CHANGE_KIND_ORGANISATION_CHANGED = 6,
  CADRE_CHANGE_KIND_UNIT_CREATED = 7,
  CADRE_CHANGE_KIND_UNIT_DELETED = 8,
  CADRE_CHANGE_KIND_UNIT_RENAMED = 9,
  CADRE_CHANGE_KIND_UNIT_MOVED = 10,
  CADRE_CHANGE_KIND_UNIT_CHANGED = 11,
  CADRE_CHANGE_KIND_POST_CREATED = 12,
  CADRE_CHANGE_KIND_POST_DELETED = 13,
  CADRE_CHANGE_KIND_POSTS_MERGED = 14,
  CADRE_CHANGE_KIND_POST_SPLIT = 15,
  CADRE_CHANGE_KIND_POST_MOVED = 16,
  CADRE_CHANGE_KIND_POST_RETITLED = 17,
  CADRE_CHANGE_KIND_POST_REGRADED = 18,
  CADRE_CHANGE_KIND_POST_RETIERED = 19,
  CADRE_CHANGE_KIND_POST_REBASED = 20,
  CADRE_CHANGE_KIND_ESTABLISHMENT = 21,
  CADRE_CHANGE_KIND_HOURS = 22,
  CADRE_CHANGE_KIND_EMPLOYER = 23,
  CADRE_CHANGE_KIND_PARTNERS = 24,
  CADRE_CHANGE_KIND_COST_CENTRE = 25,
  CADRE_CHANGE_KIND_PAY = 26,
  CADRE_CHANGE_KIND_COST = 27,
  CADRE_CHANGE_KIND_FUNDING = 28,
  CADRE_CHANGE_KIND_PROFILE = 29,
  CADRE_CHANGE_KIND_FLAGS = 30,
  CADRE_CHANGE_KIND_PERIOD = 31,
  CADRE_CHANGE_KIND_LINE_ADDED = 32,
  CADRE_CHANGE_KIND_LINE_REMOVED = 33,
  CADRE_CHANGE_KIND_LINE_CHANGED = 34,
  CADRE_CHANGE_KIND_FUNCTION_TRANSFERRED = 35,
  CADRE_CHANGE_KIND_FUNCTION_SPLIT = 36,
  CADRE_CHANGE_KIND_FUNCTION_ORPHANED = 37,
  CADRE_CHANGE_KIND_FUNCTION_GAINED = 38,
  CADRE_CHANGE_KIND_FUNCTION_CHANGED = 39,
  CADRE_CHANGE_KIND_STATUS = 40,
  CADRE_CHANGE_KIND_ASSIGNMENT_CREATED = 41,
  CADRE_CHANGE_KIND_ASSIGNMENT_ENDED = 42,
  CADRE_CHANGE_KIND_ASSIGNMENT_MOVED = 43,
  CADRE_CHANGE_KIND_ASSIGNMENT_CHANGED = 44,
  CADRE_CHANGE_KIND_OTHER_FIELD = 45,
} CadreChangeKind;

#define CADRE_TYPE_CHANGE (cadre_change_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreChange, cadre_change, CADRE, CHANGE, GObject)

CADRE_AVAILABLE_IN_1_0
CadreChangeKind cadre_change_get_kind (CadreChange *self);
CADRE_AVAILABLE_IN_1_0
CadreRecordKind cadre_change_get_record_kind (CadreChange *self);
CADRE_AVAILABLE_IN_1_0
CadreRecordKind cadre_change_get_owner_kind (CadreChange *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_change_get_id_before (CadreChange *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_change_get_id_after (CadreChange *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_change_get_subject (CadreChange *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_change_get_field (CadreChange *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_change_get_language (CadreChange *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_change_get_before_text (CadreChange *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_change_get_after_text (CadreChange *self);
CADRE_AVAILABLE_IN_1_0
const char *const *cadre_change_get_other_ids (CadreChange *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_change_get_post_id (CadreChange *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_change_is_learned (CadreChange *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_change_to_string (CadreChange *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
