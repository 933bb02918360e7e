/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-change-event
 * @Title: CadreChangeEvent
 * @Short_Description: What happened, told once
 *
 * A #CadreChangeEvent is what somebody would say happened: a unit was renamed,
 * a service went to another employer, all social workers were regraded. It is a
 * #GListModel of the #CadreChange that it is made of. cadre_diff_list_events()
 * lists the events of a diff; each change of the diff is in exactly one of them.
 *
 * Something is said of a group when it is true of at least two posts and of
 * three quarters of those that it could be true of, counting the posts that are
 * there before and after. Those that did not follow are in
 * cadre_change_event_dup_exceptions().
 *
 * - A service was transferred, or the work base of a unit changed, when most
 *   posts in the unit and below it before have the same employer, site or area
 *   before and the same one after. The highest unit of which that is so is named,
 *   where more than half of its parts went, and two at least: its own posts are
 *   one part, and each unit below it with posts is one.
 * - A family was regraded when most posts that had one title and one grade have
 *   the same other grade. What such families leave is looked at unit by unit:
 *   then the family is the posts of a unit that had one grade. But where most
 *   posts of one grade, of more than one title, have one that the structure
 *   before does not know, make up more than half of those who have it, and the
 *   structure after does not know the old one, the grade was renamed, and nobody
 *   is said to have been regraded. That is inferred.
 * - Where a unit ended and most of its posts make up most of a new unit, it is
 *   the same unit, renamed or moved. Where they went into another unit, the two
 *   were merged, with any other that ended and of which more than half went
 *   there. Where a new unit has most of its posts from one other, that one was
 *   split. It takes two at least to merge or to split into; a unit that goes on
 *   may be one of them. Where one unit alone went into a new one, it is the same
 *   unit if it makes up more than half of it. All this is inferred: no document
 *   says so.
 * - A team moved when a post moved and most of those who reported to it still do.
 *   Where they changed unit with it, down to the last report, that is of the same
 *   event. Who has another manager and another unit moved once, and so have
 *   several who went the same way. Reports moved when most reports of one post
 *   report to one other, or when most of those who report to one post reported to
 *   one other.
 * - What became of a function in a role is one event, with all who lost it and
 *   gained it. So is what was made of what, where posts were merged or split.
 * - What one side does not state is an event for each field, new ids are an event
 *   for each employer, and remarks one for each kind of record, so that none of
 *   them hides what happened. Nor is there an event about one person.
 *
 * All else is an event for each post, or other record, and kind of change.
 *
 * An event never changes, and any number of threads may read it.
 */

#include "config.h"

#include "diff/events/cadre-events-private.h"

static void list_model_iface_init (GListModelInterface *iface);

/**
 * CadreChangeEvent:
 *
 * What happened, told once.
 *
 * Since: 1.0
 */
struct _CadreChangeEvent
{
  GObject parent_instance;

  CadreEventList *list;
  CadreEvent event;
  CadreEventText text;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (CadreChangeEvent,
                               cadre_change_event,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
cadre_change_event_get_item_type (GListModel *model)
{
  return CADRE_TYPE_CHANGE;
}

static guint
cadre_change_event_get_n_items (GListModel *model)
{
  return CADRE_CHANGE_EVENT (model)->event.n_shown;
}

static gpointer
cadre_change_event_get_item (GListModel *model, guint position)
{
  return cadre_change_event_get_change (CADRE_CHANGE_EVENT (model), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_change_event_get_item_type;
  iface->get_n_items = cadre_change_event_get_n_items;
  iface->get_item = cadre_change_event_get_item;
}

static void
cadre_change_event_finalize (GObject *object)
{
  CadreChangeEvent *self = CADRE_CHANGE_EVENT (object);

  cadre_event_text_clear (&self->text);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (cadre_change_event_parent_class)->finalize (object);
}

static void
cadre_change_event_class_init (CadreChangeEventClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_change_event_finalize;
}

static void
cadre_change_event_init (CadreChangeEvent *self)
{
}

/* A change as an event of its own. */
static void
fill_from_change (CadreChangeEvent *self, guint32 position)
{
  const CadreDiff *diff = self->list->diff;
  const CadreDifference *difference = &diff->differences[self->list->members[position]];
  CadreRecordKind kind = CADRE_RECORD_KIND_POST;

  cadre_events_owner (diff, difference, &kind, &self->event.before, &self->event.after);
  self->event.kind = (guint8) cadre_event_kind_of_change (difference);
  self->event.subject_kind = (guint8) kind;
  self->event.value = CADRE_EVENT_VALUE_NONE;
  self->event.also = CADRE_EVENT_VALUE_NONE;
  self->event.first = position;
  self->event.n = 1;
  self->event.n_shown = 1;
}

CadreChangeEvent *
cadre_change_event_new (CadreEventList *list, guint32 position)
{
  CadreChangeEvent *self = g_object_new (CADRE_TYPE_CHANGE_EVENT, NULL);

  self->list = g_object_ref (list);
  if (list->listed != NULL)
    self->event = list->events->events[list->listed[position]];
  else
    fill_from_change (self, position);
  cadre_event_fill_text (list, &self->event, &self->text);
  return self;
}

/**
 * cadre_change_event_get_kind:
 * @self: a #CadreChangeEvent
 *
 * Gets what sort of event it is.
 *
 * Returns: the kind
 *
 * Since: 1.0
 */
CadreChangeEventKind
cadre_change_event_get_kind (CadreChangeEvent *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_EVENT (self), CADRE_CHANGE_EVENT_KIND_OTHER);

  return (CadreChangeEventKind) self->event.kind;
}

/**
 * cadre_change_event_is_headline:
 * @self: a #CadreChangeEvent
 *
 * Says whether a committee needs to know of it: see
 * %CADRE_DIFF_LEVEL_HEADLINE.
 *
 * Returns: whether it is in the headline
 *
 * Since: 1.0
 */
gboolean
cadre_change_event_is_headline (CadreChangeEvent *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_EVENT (self), FALSE);

  return cadre_event_is_headline (&self->event);
}

/**
 * cadre_change_event_is_inferred:
 * @self: a #CadreChangeEvent
 *
 * Says whether no document says it: that one unit became another is found from
 * where its posts went, and that a grade has another name from who has it.
 *
 * Returns: whether it is inferred
 *
 * Since: 1.0
 */
gboolean
cadre_change_event_is_inferred (CadreChangeEvent *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_EVENT (self), FALSE);

  return self->event.inferred;
}

/**
 * cadre_change_event_get_subject_kind:
 * @self: a #CadreChangeEvent
 *
 * Gets the kind of record that it is about: a unit for a service that was
 * transferred, a function for one that went to somebody else.
 *
 * Returns: the kind of record
 *
 * Since: 1.0
 */
CadreRecordKind
cadre_change_event_get_subject_kind (CadreChangeEvent *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_EVENT (self), CADRE_RECORD_KIND_POST);

  return (CadreRecordKind) self->event.subject_kind;
}

/**
 * cadre_change_event_get_id_before:
 * @self: a #CadreChangeEvent
 *
 * Gets the id before of the record that it is about. Where reports or posts
 * moved that is whom or what they left.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL if it was not there
 *   before, or the event is about no one record
 *
 * Since: 1.0
 */
const char *
cadre_change_event_get_id_before (CadreChangeEvent *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_EVENT (self), NULL);

  return cadre_event_id (self->list, &self->event, TRUE);
}

/**
 * cadre_change_event_get_id_after:
 * @self: a #CadreChangeEvent
 *
 * Gets the id after of the record that it is about. Where reports or posts
 * moved that is whom or what they came to.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL if it is not there
 *   after, or the event is about no one record
 *
 * Since: 1.0
 */
const char *
cadre_change_event_get_id_after (CadreChangeEvent *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_EVENT (self), NULL);

  return cadre_event_id (self->list, &self->event, FALSE);
}

/**
 * cadre_change_event_get_name:
 * @self: a #CadreChangeEvent
 *
 * Gets the name or title of the record that it is about, the title of a family,
 * or the field that one side does not state. A record without a name is called
 * by its id. Nothing that a record of a person, an assignment or an absence says
 * is in it.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL for none
 *
 * Since: 1.0
 */
const char *
cadre_change_event_get_name (CadreChangeEvent *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_EVENT (self), NULL);

  return self->text.name;
}

/**
 * cadre_change_event_get_before_text:
 * @self: a #CadreChangeEvent
 *
 * Gets what its changes lead from: the name of the unit, manager, employer,
 * site or grade that they have in common, or the names of what was merged. Of
 * several names each is in quotes: `"Youth", "Adults" and "Schools"`. So is a
 * title that several posts have, and behind it stands which of them it is: its
 * unit, or else its id, as in `"Manager" (Youth)`.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL for none
 *
 * Since: 1.0
 */
const char *
cadre_change_event_get_before_text (CadreChangeEvent *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_EVENT (self), NULL);

  return self->text.before;
}

/**
 * cadre_change_event_get_after_text:
 * @self: a #CadreChangeEvent
 *
 * Gets what its changes lead to; see cadre_change_event_get_before_text().
 *
 * Returns: (transfer none) (nullable): the text, or %NULL for none
 *
 * Since: 1.0
 */
const char *
cadre_change_event_get_after_text (CadreChangeEvent *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_EVENT (self), NULL);

  return self->text.after;
}

/**
 * cadre_change_event_get_change:
 * @self: a #CadreChangeEvent
 * @position: the place in the list
 *
 * Gets a change that the view shows. They are in the order of the diff.
 *
 * Returns: (transfer full) (nullable): the change, or %NULL if there are not so
 *   many
 *
 * Since: 1.0
 */
CadreChange *
cadre_change_event_get_change (CadreChangeEvent *self, guint position)
{
  CadreDiff *diff = NULL;

  g_return_val_if_fail (CADRE_IS_CHANGE_EVENT (self), NULL);

  diff = self->list->diff;
  return position < self->event.n_shown
           ? cadre_diff_make_change (
               diff, &diff->differences[self->list->members[self->event.first + position]])
           : NULL;
}

/**
 * cadre_change_event_get_n_hidden:
 * @self: a #CadreChangeEvent
 *
 * Gets how many of its changes the view does not show.
 *
 * Returns: how many
 *
 * Since: 1.0
 */
guint
cadre_change_event_get_n_hidden (CadreChangeEvent *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_EVENT (self), 0);

  return self->event.n - self->event.n_shown;
}

/**
 * cadre_change_event_dup_posts:
 * @self: a #CadreChangeEvent
 *
 * Gets the posts that its changes are about, as far as the view shows them.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids, after where the
 *   post is there after
 *
 * Since: 1.0
 */
char **
cadre_change_event_dup_posts (CadreChangeEvent *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_EVENT (self), NULL);

  return cadre_event_dup_posts (self->list, self->list->members + self->event.first,
                                self->event.n_shown);
}

/**
 * cadre_change_event_dup_exceptions:
 * @self: a #CadreChangeEvent
 *
 * Gets the posts that are there before and after and did not follow: of the
 * unit, of the family, or of the reports, as far as they are in the part of the
 * organisation that the view is of.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids after; none for
 *   none
 *
 * Since: 1.0
 */
char **
cadre_change_event_dup_exceptions (CadreChangeEvent *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_EVENT (self), NULL);

  return cadre_event_dup_exceptions (self->list, &self->event);
}

/**
 * cadre_change_event_to_string:
 * @self: a #CadreChangeEvent
 *
 * Says what happened in one line of English: `Service transferred: "Youth
 * service", from "Stockton" to "North Tees PCT", 12 posts; 1 did not follow
 * ("Youth worker")`. A title that several posts have stands with the id. What is
 * inferred is said to be so. No personal data are in it.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
cadre_change_event_to_string (CadreChangeEvent *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_EVENT (self), NULL);

  return cadre_event_dup_line (self->list, &self->event, &self->text);
}
