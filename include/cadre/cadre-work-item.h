/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-date.h>
#include <cadre/cadre-outcome.h>
#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/**
 * CadreWorkOwner:
 * @CADRE_WORK_OWNER_HR_ADVISER: whoever runs the process for the employer
 * @CADRE_WORK_OWNER_GRADING_PANEL: whoever evaluates posts
 * @CADRE_WORK_OWNER_SELECTION_PANEL: whoever holds competitions and selections
 * @CADRE_WORK_OWNER_EMPLOYER: the employer, as the one whose policy or structure it is
 * @CADRE_WORK_OWNER_EMPLOYERS: both employers, by agreement
 * @CADRE_WORK_OWNER_HOME_ORGANISATION: the organisation that has lent somebody
 * @CADRE_WORK_OWNER_ELSEWHERE: whoever takes the decision that a post waits for
 * @CADRE_WORK_OWNER_PERSON: the person, who is asked for a preference or an answer
 *
 * Who can settle an open question.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_WORK_OWNER_HR_ADVISER = 0,
  CADRE_WORK_OWNER_GRADING_PANEL = 1,
  CADRE_WORK_OWNER_SELECTION_PANEL = 2,
  CADRE_WORK_OWNER_EMPLOYER = 3,
  CADRE_WORK_OWNER_EMPLOYERS = 4,
  CADRE_WORK_OWNER_HOME_ORGANISATION = 5,
  CADRE_WORK_OWNER_ELSEWHERE = 6,
  CADRE_WORK_OWNER_PERSON = 7,
} CadreWorkOwner;

#define CADRE_TYPE_WORK_ITEM (cadre_work_item_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreWorkItem, cadre_work_item, CADRE, WORK_ITEM, GObject)

CADRE_AVAILABLE_IN_1_0
CadreOutcome *cadre_work_item_get_outcome (CadreWorkItem *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_work_item_get_code (CadreWorkItem *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_work_item_get_sentence (CadreWorkItem *self);
CADRE_AVAILABLE_IN_1_0
CadreWorkOwner cadre_work_item_get_owner (CadreWorkItem *self);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_work_item_get_due (CadreWorkItem *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_work_item_list_blocked (CadreWorkItem *self);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_work_item_list_waits_for (CadreWorkItem *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_work_item_to_string (CadreWorkItem *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
