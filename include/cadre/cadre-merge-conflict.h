/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-date.h>
#include <cadre/cadre-vocabulary.h>

G_BEGIN_DECLS

/**
 * CadreMergeConflictKind:
 * @CADRE_MERGE_CONFLICT_KIND_FIELD: both give one field different values
 * @CADRE_MERGE_CONFLICT_KIND_DELETE_CHANGE: one deletes a record that the other changes
 * @CADRE_MERGE_CONFLICT_KIND_CREATE_CREATE: both create a record with one key, and not the same
 * @CADRE_MERGE_CONFLICT_KIND_LINE_CYCLE: the lines of both together go in a circle
 * @CADRE_MERGE_CONFLICT_KIND_DANGLING: one deletes a record that the other refers to anew
 * @CADRE_MERGE_CONFLICT_KIND_UNIT_CYCLE: both together make units parts of each other
 * @CADRE_MERGE_CONFLICT_KIND_SAME_KEY: both bring another record to one key: such as a line
 *   that goes over to a manager, where the other adds a line to the same one
 *
 * Why two proposals cannot both hold.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_MERGE_CONFLICT_KIND_FIELD = 0,
  CADRE_MERGE_CONFLICT_KIND_DELETE_CHANGE = 1,
  CADRE_MERGE_CONFLICT_KIND_CREATE_CREATE = 2,
  CADRE_MERGE_CONFLICT_KIND_LINE_CYCLE = 3,
  CADRE_MERGE_CONFLICT_KIND_DANGLING = 4,
  CADRE_MERGE_CONFLICT_KIND_UNIT_CYCLE = 5,
  CADRE_MERGE_CONFLICT_KIND_SAME_KEY = 6,
} CadreMergeConflictKind;

/**
 * CadreMergeChoice:
 * @CADRE_MERGE_CHOICE_NONE: the conflict is not resolved
 * @CADRE_MERGE_CHOICE_OURS: what our proposal says
 * @CADRE_MERGE_CHOICE_THEIRS: what their proposal says
 * @CADRE_MERGE_CHOICE_BASE: as it was
 * @CADRE_MERGE_CHOICE_VALUE: another value; only of a field
 *
 * How a conflict is resolved.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_MERGE_CHOICE_NONE = 0,
  CADRE_MERGE_CHOICE_OURS = 1,
  CADRE_MERGE_CHOICE_THEIRS = 2,
  CADRE_MERGE_CHOICE_BASE = 3,
  CADRE_MERGE_CHOICE_VALUE = 4,
} CadreMergeChoice;

#define CADRE_TYPE_MERGE_CONFLICT (cadre_merge_conflict_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreMergeConflict, cadre_merge_conflict, CADRE, MERGE_CONFLICT, GObject)

CADRE_AVAILABLE_IN_1_0
CadreMergeConflictKind cadre_merge_conflict_get_kind (CadreMergeConflict *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_merge_conflict_is_about_document (CadreMergeConflict *self);
CADRE_AVAILABLE_IN_1_0
CadreRecordKind cadre_merge_conflict_get_record_kind (CadreMergeConflict *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_merge_conflict_get_key (CadreMergeConflict *self);
CADRE_AVAILABLE_IN_1_0
char **cadre_merge_conflict_dup_circle (CadreMergeConflict *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
const char *cadre_merge_conflict_get_field (CadreMergeConflict *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_merge_conflict_get_base_value (CadreMergeConflict *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_merge_conflict_get_our_value (CadreMergeConflict *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_merge_conflict_get_their_value (CadreMergeConflict *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_merge_conflict_dup_origin (CadreMergeConflict *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreMergeChoice cadre_merge_conflict_get_choice (CadreMergeConflict *self);
CADRE_AVAILABLE_IN_1_0
CadreMergeChoice cadre_merge_conflict_get_proposal (CadreMergeConflict *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_merge_conflict_get_value (CadreMergeConflict *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_merge_conflict_get_decided_by (CadreMergeConflict *self);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_merge_conflict_get_decided_on (CadreMergeConflict *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
const char *cadre_merge_conflict_get_why (CadreMergeConflict *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_merge_conflict_to_string (CadreMergeConflict *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
