/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-work-item
 * @Title: CadreWorkItem
 * @Short_Description: One open question, who can settle it, and what waits for it
 *
 * A #CadreWorkItem is one question that an outcome leaves open. It is due where the case
 * has a day for it. What it blocks are the
 * outcomes that cannot be settled before; what it waits for are those that have to be
 * settled first.
 */

#include "config.h"

#include "base/cadre-date-private.h"
#include "matching/explain/cadre-explain-private.h"
#include <cadre/cadre-enum-types.h>

/**
 * CadreWorkItem:
 *
 * One open question, who can settle it, and what waits for it.
 *
 * Since: 1.0
 */
struct _CadreWorkItem
{
  GObject parent_instance;

  CadreOutcome *outcome;
  const char *code; /* of the library */
  char *sentence;
  CadreWorkOwner owner;
  guint32 due;           /* packed */
  GListStore *blocked;   /* (element-type CadreOutcome) */
  GListStore *waits_for; /* (element-type CadreOutcome) */
};

G_DEFINE_FINAL_TYPE (CadreWorkItem, cadre_work_item, G_TYPE_OBJECT)

static void
cadre_work_item_finalize (GObject *object)
{
  CadreWorkItem *self = CADRE_WORK_ITEM (object);

  g_clear_object (&self->outcome);
  g_clear_pointer (&self->sentence, g_free);
  g_clear_object (&self->blocked);
  g_clear_object (&self->waits_for);

  G_OBJECT_CLASS (cadre_work_item_parent_class)->finalize (object);
}

static void
cadre_work_item_class_init (CadreWorkItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_work_item_finalize;
}

static void
cadre_work_item_init (CadreWorkItem *self)
{
  self->blocked = g_list_store_new (CADRE_TYPE_OUTCOME);
  self->waits_for = g_list_store_new (CADRE_TYPE_OUTCOME);
}

CadreWorkItem *
cadre_work_item_new (CadreOutcome *outcome,
                     const char *code,
                     const char *sentence,
                     CadreWorkOwner owner,
                     guint32 due)
{
  CadreWorkItem *self = g_object_new (CADRE_TYPE_WORK_ITEM, NULL);

  self->outcome = g_object_ref (outcome);
  self->code = code;
  self->sentence = g_strdup (sentence);
  self->owner = owner;
  self->due = due;
  return self;
}

void
cadre_work_item_set_due (CadreWorkItem *self, guint32 due)
{
  self->due = due;
}

/* The items of one outcome come one after the other. */
static void
add_once (GListStore *list, CadreOutcome *outcome)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_autoptr (CadreOutcome) last = n > 0 ? g_list_model_get_item (G_LIST_MODEL (list), n - 1) : NULL;

  if (last != outcome)
    g_list_store_append (list, outcome);
}

void
cadre_work_item_wait (CadreWorkItem *self, CadreWorkItem *other)
{
  if (self->outcome == other->outcome)
    return;
  add_once (self->waits_for, other->outcome);
  add_once (other->blocked, self->outcome);
}

/**
 * cadre_work_item_get_outcome:
 * @self: a #CadreWorkItem
 *
 * Gets whose question it is.
 *
 * Returns: (transfer none): the outcome
 *
 * Since: 1.0
 */
CadreOutcome *
cadre_work_item_get_outcome (CadreWorkItem *self)
{
  g_return_val_if_fail (CADRE_IS_WORK_ITEM (self), NULL);

  return self->outcome;
}

/**
 * cadre_work_item_get_code:
 * @self: a #CadreWorkItem
 *
 * Gets the reason that leaves it open.
 *
 * Returns: (transfer none): its code
 *
 * Since: 1.0
 */
const char *
cadre_work_item_get_code (CadreWorkItem *self)
{
  g_return_val_if_fail (CADRE_IS_WORK_ITEM (self), NULL);

  return self->code;
}

/**
 * cadre_work_item_get_sentence:
 * @self: a #CadreWorkItem
 *
 * Gets the question as an English sentence, with its facts.
 *
 * Returns: (transfer none): the sentence
 *
 * Since: 1.0
 */
const char *
cadre_work_item_get_sentence (CadreWorkItem *self)
{
  g_return_val_if_fail (CADRE_IS_WORK_ITEM (self), NULL);

  return self->sentence;
}

/**
 * cadre_work_item_get_owner:
 * @self: a #CadreWorkItem
 *
 * Gets who can settle it.
 *
 * Returns: who can
 *
 * Since: 1.0
 */
CadreWorkOwner
cadre_work_item_get_owner (CadreWorkItem *self)
{
  g_return_val_if_fail (CADRE_IS_WORK_ITEM (self), CADRE_WORK_OWNER_HR_ADVISER);

  return self->owner;
}

/**
 * cadre_work_item_get_due:
 * @self: a #CadreWorkItem
 *
 * Gets by when it has to be settled, where the case has a day for it. A trial, a release
 * on condition of a consultation and a fixed term are due when they end. Anything else is
 * due when the stage of its outcome closes, when the notice of the person ends or, where a
 * legal duty leaves it open, when the right ends: whichever comes first.
 *
 * Returns: (transfer full) (nullable): the day, or %NULL where the case has none
 *
 * Since: 1.0
 */
CadreDate *
cadre_work_item_get_due (CadreWorkItem *self)
{
  g_return_val_if_fail (CADRE_IS_WORK_ITEM (self), NULL);

  return cadre_packed_date_is_known (self->due) ? cadre_date_new_packed (self->due) : NULL;
}

/**
 * cadre_work_item_list_blocked:
 * @self: a #CadreWorkItem
 *
 * Gets what cannot be settled before.
 *
 * Returns: (transfer full): a #CadreOutcome for each, in the order of the outcomes
 *
 * Since: 1.0
 */
GListModel *
cadre_work_item_list_blocked (CadreWorkItem *self)
{
  g_return_val_if_fail (CADRE_IS_WORK_ITEM (self), NULL);

  return g_object_ref (G_LIST_MODEL (self->blocked));
}

/**
 * cadre_work_item_list_waits_for:
 * @self: a #CadreWorkItem
 *
 * Gets what has to be settled first.
 *
 * Returns: (transfer full): a #CadreOutcome for each, in the order of the outcomes
 *
 * Since: 1.0
 */
GListModel *
cadre_work_item_list_waits_for (CadreWorkItem *self)
{
  g_return_val_if_fail (CADRE_IS_WORK_ITEM (self), NULL);

  return g_object_ref (G_LIST_MODEL (self->waits_for));
}

static void
append_subject (GString *text, CadreOutcome *outcome)
{
  if (cadre_outcome_get_subject (outcome) == CADRE_OUTCOME_SUBJECT_ASSIGNMENT)
    g_string_append_printf (text, "assignment %s", cadre_outcome_get_assignment (outcome));
  else
    g_string_append_printf (text, "position %s/%d", cadre_outcome_get_post (outcome),
                            cadre_outcome_get_position (outcome));
}

static void
append_list (GString *text, const char *title, GListStore *list)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreOutcome) outcome = g_list_model_get_item (G_LIST_MODEL (list), i);

      g_string_append (text, i == 0 ? title : ", ");
      append_subject (text, outcome);
    }
  if (n > 0)
    g_string_append_c (text, '.');
}

static void
append_due (GString *text, guint32 due)
{
  char day[11] = "";

  if (!cadre_packed_date_is_known (due))
    return;
  cadre_packed_date_format (due, day);
  g_string_append_printf (text, " Due: %s.", day);
}

/**
 * cadre_work_item_to_string:
 * @self: a #CadreWorkItem
 *
 * Says the item in one line of English: whose question it is, what it is, who can settle
 * it, by when, what it waits for and what it blocks.
 *
 * Returns: (transfer full): the line, without its end
 *
 * Since: 1.0
 */
char *
cadre_work_item_to_string (CadreWorkItem *self)
{
  static const char *const owners[] = {
    "HR adviser",     "grading panel",     "selection panel",           "employer",
    "both employers", "home organisation", "whoever decides elsewhere", "the person"
  };
  GString *text = NULL;

  g_return_val_if_fail (CADRE_IS_WORK_ITEM (self), NULL);

  text = g_string_new (NULL);
  append_subject (text, self->outcome);
  text->str[0] = g_ascii_toupper (text->str[0]);
  g_string_append_printf (text, ": %s To be settled by: %s.", self->sentence, owners[self->owner]);
  append_due (text, self->due);
  append_list (text, " Waits for ", self->waits_for);
  append_list (text, " Blocks ", self->blocked);
  return g_string_free (text, FALSE);
}
