/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-date.h>

G_BEGIN_DECLS

/**
 * CadreHistoryEventKind:
 * @CADRE_HISTORY_EVENT_KIND_OPENED: the post was not there at the date before
 * @CADRE_HISTORY_EVENT_KIND_RETURNED: the post had gone, and is there again
 * @CADRE_HISTORY_EVENT_KIND_GONE: the post is not there at the date after
 * @CADRE_HISTORY_EVENT_KIND_REKEYED: the post has another id
 * @CADRE_HISTORY_EVENT_KIND_RETITLED: its title
 * @CADRE_HISTORY_EVENT_KIND_REGRADED: its grade
 * @CADRE_HISTORY_EVENT_KIND_MOVED: its line manager
 * @CADRE_HISTORY_EVENT_KIND_UNIT_CHANGED: its unit
 * @CADRE_HISTORY_EVENT_KIND_EMPLOYER_CHANGED: its employer
 * @CADRE_HISTORY_EVENT_KIND_REVIEW: whether it is the same post is for a person to say
 *
 * What happened to a post between two dates.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_HISTORY_EVENT_KIND_OPENED = 0,
  CADRE_HISTORY_EVENT_KIND_RETURNED = 1,
  CADRE_HISTORY_EVENT_KIND_GONE = 2,
  CADRE_HISTORY_EVENT_KIND_REKEYED = 3,
  CADRE_HISTORY_EVENT_KIND_RETITLED = 4,
  CADRE_HISTORY_EVENT_KIND_REGRADED = 5,
  CADRE_HISTORY_EVENT_KIND_MOVED = 6,
  CADRE_HISTORY_EVENT_KIND_UNIT_CHANGED = 7,
  CADRE_HISTORY_EVENT_KIND_EMPLOYER_CHANGED = 8,
  CADRE_HISTORY_EVENT_KIND_REVIEW = 9,
} CadreHistoryEventKind;

#define CADRE_TYPE_HISTORY_EVENT (cadre_history_event_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreHistoryEvent, cadre_history_event, CADRE, HISTORY_EVENT, GObject)

CADRE_AVAILABLE_IN_1_0
CadreHistoryEventKind cadre_history_event_get_kind (CadreHistoryEvent *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_history_event_get_position_before (CadreHistoryEvent *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_history_event_get_position_after (CadreHistoryEvent *self);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_history_event_dup_date_before (CadreHistoryEvent *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_history_event_dup_date_after (CadreHistoryEvent *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
const char *cadre_history_event_get_id_before (CadreHistoryEvent *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_history_event_get_id_after (CadreHistoryEvent *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_history_event_get_before_text (CadreHistoryEvent *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_history_event_get_after_text (CadreHistoryEvent *self);
CADRE_AVAILABLE_IN_1_0
const char *const *cadre_history_event_get_other_ids (CadreHistoryEvent *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_history_event_is_learned (CadreHistoryEvent *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_history_event_to_string (CadreHistoryEvent *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
