/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-vocabulary.h>

G_BEGIN_DECLS

/**
 * CadreAlternativeState:
 * @CADRE_ALTERNATIVE_STATE_UNCHANGED: the record is as in the base
 * @CADRE_ALTERNATIVE_STATE_CHANGED: fields of it are different, or of what belongs to it
 * @CADRE_ALTERNATIVE_STATE_MOVED: a post has another manager or unit, or a unit is part of another;
 * other fields may be different as well
 * @CADRE_ALTERNATIVE_STATE_CREATED: the base does not have the record
 * @CADRE_ALTERNATIVE_STATE_DELETED: the base has the record, and the alternative does not
 * @CADRE_ALTERNATIVE_STATE_ABSENT: neither has the record: another alternative creates it
 * @CADRE_ALTERNATIVE_STATE_HIDDEN: the reader is not shown whether it is there
 *
 * What becomes of a record in an alternative.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_ALTERNATIVE_STATE_UNCHANGED = 0,
  CADRE_ALTERNATIVE_STATE_CHANGED = 1,
  CADRE_ALTERNATIVE_STATE_MOVED = 2,
  CADRE_ALTERNATIVE_STATE_CREATED = 3,
  CADRE_ALTERNATIVE_STATE_DELETED = 4,
  CADRE_ALTERNATIVE_STATE_ABSENT = 5,
  CADRE_ALTERNATIVE_STATE_HIDDEN = 6,
} CadreAlternativeState;

#define CADRE_TYPE_ALTERNATIVES_ROW (cadre_alternatives_row_get_type ())

CADRE_AVAILABLE_IN_1_0
/* clang-format off */
G_DECLARE_FINAL_TYPE (CadreAlternativesRow, cadre_alternatives_row, CADRE, ALTERNATIVES_ROW, GObject)
/* clang-format on */

CADRE_AVAILABLE_IN_1_0
CadreRecordKind cadre_alternatives_row_get_kind (CadreAlternativesRow *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_alternatives_row_get_id (CadreAlternativesRow *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_alternatives_row_dup_name (CadreAlternativesRow *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
const char *cadre_alternatives_row_get_id_in (CadreAlternativesRow *self, guint position);
CADRE_AVAILABLE_IN_1_0
CadreAlternativeState cadre_alternatives_row_get_state (CadreAlternativesRow *self, guint position);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_alternatives_row_list_changes (CadreAlternativesRow *self,
                                                 guint position) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
gboolean cadre_alternatives_row_is_agreed (CadreAlternativesRow *self);

G_END_DECLS
