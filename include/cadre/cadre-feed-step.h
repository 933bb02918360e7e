/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-date.h>
#include <cadre/cadre-vocabulary.h>

G_BEGIN_DECLS

/**
 * CadreFeedOperation:
 * @CADRE_FEED_OPERATION_CREATE_UNIT: a unit begins; the unit above it is there by then
 * @CADRE_FEED_OPERATION_CHANGE_UNIT: fields of a unit are different, or it moves
 * @CADRE_FEED_OPERATION_CREATE_POST: a position begins; its manager's is there by then
 * @CADRE_FEED_OPERATION_CHANGE_POST: fields of a position are different
 * @CADRE_FEED_OPERATION_CREATE_RECORD: a record of another kind is new: a person, a site
 * @CADRE_FEED_OPERATION_CHANGE_RECORD: fields of a record of another kind are different
 * @CADRE_FEED_OPERATION_END_ASSIGNMENT: a person leaves a position
 * @CADRE_FEED_OPERATION_MOVE_ASSIGNMENT: an assignment goes on in another position, or on other
 * terms
 * @CADRE_FEED_OPERATION_START_ASSIGNMENT: a person comes into a position
 * @CADRE_FEED_OPERATION_END_LINE: a position no longer reports there
 * @CADRE_FEED_OPERATION_POINT_LINE: a position reports to somebody, from now on
 * @CADRE_FEED_OPERATION_DELIMIT_RECORD: a record of another kind ends
 * @CADRE_FEED_OPERATION_DELIMIT_POST: a position ends; nobody reports to it by then
 * @CADRE_FEED_OPERATION_DELIMIT_UNIT: a unit ends; nothing is in it by then
 *
 * What a step of a change feed does. The values are in the order in which steps
 * are taken, but that records which units and posts refer to come first.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_FEED_OPERATION_CREATE_UNIT = 0,
  CADRE_FEED_OPERATION_CHANGE_UNIT = 1,
  CADRE_FEED_OPERATION_CREATE_POST = 2,
  CADRE_FEED_OPERATION_CHANGE_POST = 3,
  CADRE_FEED_OPERATION_CREATE_RECORD = 4,
  CADRE_FEED_OPERATION_CHANGE_RECORD = 5,
  CADRE_FEED_OPERATION_END_ASSIGNMENT = 6,
  CADRE_FEED_OPERATION_MOVE_ASSIGNMENT = 7,
  CADRE_FEED_OPERATION_START_ASSIGNMENT = 8,
  CADRE_FEED_OPERATION_END_LINE = 9,
  CADRE_FEED_OPERATION_POINT_LINE = 10,
  CADRE_FEED_OPERATION_DELIMIT_RECORD = 11,
  CADRE_FEED_OPERATION_DELIMIT_POST = 12,
  CADRE_FEED_OPERATION_DELIMIT_UNIT = 13,
} CadreFeedOperation;

#define CADRE_TYPE_FEED_STEP (cadre_feed_step_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreFeedStep, cadre_feed_step, CADRE, FEED_STEP, GObject)

CADRE_AVAILABLE_IN_1_0
CadreFeedOperation cadre_feed_step_get_operation (CadreFeedStep *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_feed_step_get_key (CadreFeedStep *self);
CADRE_AVAILABLE_IN_1_0
CadreRecordKind cadre_feed_step_get_record_kind (CadreFeedStep *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_feed_step_get_subject (CadreFeedStep *self);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_feed_step_get_effective (CadreFeedStep *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_feed_step_get_table (CadreFeedStep *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_feed_step_get_row (CadreFeedStep *self);
CADRE_AVAILABLE_IN_1_0
char **cadre_feed_step_dup_columns (CadreFeedStep *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
const char *cadre_feed_step_get_cell (CadreFeedStep *self, const char *column);

G_END_DECLS
