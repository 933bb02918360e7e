/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-history-event
 * @Title: CadreHistoryEvent
 * @Short_Description: What happened to a post between two dates
 *
 * A #CadreHistoryEvent says what happened to a post after one date of a
 * #CadreSeries and up to another. On which day it happened nobody has said, so
 * that an event has two dates and never one: at the first it had not happened,
 * at the second it had.
 *
 * Values are given as the text that a document would hold, as in a #CadreChange.
 */

#include "config.h"

#include "diff/series/cadre-series-private.h"
#include <cadre/cadre-enum-types.h>

struct _CadreHistoryEvent
{
  GObject parent_instance;

  CadreHistoryEventParts parts;
};

/**
 * CadreHistoryEvent:
 *
 * What happened to a post between two dates.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreHistoryEvent, cadre_history_event, G_TYPE_OBJECT)

static void
cadre_history_event_finalize (GObject *object)
{
  CadreHistoryEventParts *parts = &CADRE_HISTORY_EVENT (object)->parts;

  g_free (parts->id_before);
  g_free (parts->id_after);
  g_free (parts->before_text);
  g_free (parts->after_text);
  g_strfreev (parts->other_ids);

  G_OBJECT_CLASS (cadre_history_event_parent_class)->finalize (object);
}

static void
cadre_history_event_class_init (CadreHistoryEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_history_event_finalize;
}

static void
cadre_history_event_init (CadreHistoryEvent *self)
{
}

CadreHistoryEvent *
cadre_history_event_new_take (const CadreHistoryEventParts *parts)
{
  CadreHistoryEvent *self = g_object_new (CADRE_TYPE_HISTORY_EVENT, NULL);

  self->parts = *parts;
  return self;
}

/**
 * cadre_history_event_get_kind:
 * @self: a #CadreHistoryEvent
 *
 * Gets what happened.
 *
 * Returns: the kind
 *
 * Since: 1.0
 */
CadreHistoryEventKind
cadre_history_event_get_kind (CadreHistoryEvent *self)
{
  g_return_val_if_fail (CADRE_IS_HISTORY_EVENT (self), CADRE_HISTORY_EVENT_KIND_OPENED);

  return self->parts.kind;
}

/**
 * cadre_history_event_get_position_before:
 * @self: a #CadreHistoryEvent
 *
 * Gets the place in the series of the last structure in which it had not
 * happened.
 *
 * Returns: the position
 *
 * Since: 1.0
 */
guint
cadre_history_event_get_position_before (CadreHistoryEvent *self)
{
  g_return_val_if_fail (CADRE_IS_HISTORY_EVENT (self), 0);

  return self->parts.position_before;
}

/**
 * cadre_history_event_get_position_after:
 * @self: a #CadreHistoryEvent
 *
 * Gets the place in the series of the first structure in which it had happened.
 *
 * Returns: the position
 *
 * Since: 1.0
 */
guint
cadre_history_event_get_position_after (CadreHistoryEvent *self)
{
  g_return_val_if_fail (CADRE_IS_HISTORY_EVENT (self), 0);

  return self->parts.position_after;
}

/**
 * cadre_history_event_dup_date_before:
 * @self: a #CadreHistoryEvent
 *
 * Gets the date at which it had not happened.
 *
 * Returns: (transfer full): the date
 *
 * Since: 1.0
 */
CadreDate *
cadre_history_event_dup_date_before (CadreHistoryEvent *self)
{
  g_return_val_if_fail (CADRE_IS_HISTORY_EVENT (self), NULL);

  return cadre_date_new_packed (self->parts.date_before);
}

/**
 * cadre_history_event_dup_date_after:
 * @self: a #CadreHistoryEvent
 *
 * Gets the date at which it had happened.
 *
 * Returns: (transfer full): the date
 *
 * Since: 1.0
 */
CadreDate *
cadre_history_event_dup_date_after (CadreHistoryEvent *self)
{
  g_return_val_if_fail (CADRE_IS_HISTORY_EVENT (self), NULL);

  return cadre_date_new_packed (self->parts.date_after);
}

/**
 * cadre_history_event_get_id_before:
 * @self: a #CadreHistoryEvent
 *
 * Gets the id of the post at the date before.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL if it was not there or
 *   has none
 *
 * Since: 1.0
 */
const char *
cadre_history_event_get_id_before (CadreHistoryEvent *self)
{
  g_return_val_if_fail (CADRE_IS_HISTORY_EVENT (self), NULL);

  return self->parts.id_before;
}

/**
 * cadre_history_event_get_id_after:
 * @self: a #CadreHistoryEvent
 *
 * Gets the id of the post at the date after.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL if it is not there or
 *   has none
 *
 * Since: 1.0
 */
const char *
cadre_history_event_get_id_after (CadreHistoryEvent *self)
{
  g_return_val_if_fail (CADRE_IS_HISTORY_EVENT (self), NULL);

  return self->parts.id_after;
}

/**
 * cadre_history_event_get_before_text:
 * @self: a #CadreHistoryEvent
 *
 * Gets what was stated at the date before: the title, the id of the grade, of
 * the manager and so on.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it was not known
 *   or there is nothing to state
 *
 * Since: 1.0
 */
const char *
cadre_history_event_get_before_text (CadreHistoryEvent *self)
{
  g_return_val_if_fail (CADRE_IS_HISTORY_EVENT (self), NULL);

  return self->parts.before_text;
}

/**
 * cadre_history_event_get_after_text:
 * @self: a #CadreHistoryEvent
 *
 * Gets what is stated at the date after.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not known
 *   or there is nothing to state
 *
 * Since: 1.0
 */
const char *
cadre_history_event_get_after_text (CadreHistoryEvent *self)
{
  g_return_val_if_fail (CADRE_IS_HISTORY_EVENT (self), NULL);

  return self->parts.after_text;
}

/**
 * cadre_history_event_get_other_ids:
 * @self: a #CadreHistoryEvent
 *
 * Gets the posts that one which opened was made of, or that were made of one
 * which has gone, where that is stated.
 *
 * Returns: (transfer none) (array zero-terminated=1): their ids, in byte order
 *
 * Since: 1.0
 */
const char *const *
cadre_history_event_get_other_ids (CadreHistoryEvent *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (CADRE_IS_HISTORY_EVENT (self), none);

  return self->parts.other_ids != NULL ? (const char *const *) self->parts.other_ids : none;
}

/**
 * cadre_history_event_is_learned:
 * @self: a #CadreHistoryEvent
 *
 * Says whether one of the two structures does not state the value, so that it
 * may not have changed at all.
 *
 * Returns: whether it is only known on one side
 *
 * Since: 1.0
 */
gboolean
cadre_history_event_is_learned (CadreHistoryEvent *self)
{
  g_return_val_if_fail (CADRE_IS_HISTORY_EVENT (self), FALSE);

  return self->parts.learned;
}

static const char *
get_text (const char *text)
{
  return text != NULL ? text : "unknown";
}

/**
 * cadre_history_event_to_string:
 * @self: a #CadreHistoryEvent
 *
 * Writes the event as text, for people: `2010-06-30..2011-03-31 retitled: Head
 * -> Director`.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
cadre_history_event_to_string (CadreHistoryEvent *self)
{
  char before[11];
  char after[11];
  GString *text = NULL;

  g_return_val_if_fail (CADRE_IS_HISTORY_EVENT (self), NULL);

  cadre_packed_date_format (self->parts.date_before, before);
  cadre_packed_date_format (self->parts.date_after, after);
  text = g_string_new (NULL);
  g_string_printf (text, "%s..%s %s", before, after,
                   cadre_nick (CADRE_TYPE_HISTORY_EVENT_KIND, self->parts.kind));
  if (self->parts.before_text != NULL || self->parts.after_text != NULL)
    g_string_append_printf (text, ": %s -> %s", get_text (self->parts.before_text),
                            get_text (self->parts.after_text));
  if (self->parts.other_ids != NULL && self->parts.other_ids[0] != NULL)
    {
      g_autofree char *others = g_strjoinv (", ", self->parts.other_ids);

      g_string_append_printf (text, " | %s", others);
    }
  if (self->parts.learned)
    g_string_append (text, " [learned]");

  return g_string_free (text, FALSE);
}
