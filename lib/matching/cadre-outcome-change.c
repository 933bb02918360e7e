/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-outcome-change
 * @Title: CadreOutcomeChange
 * @Short_Description: What events of a log have changed for somebody
 *
 * A #CadreOutcomeChange is an assignment or a position whose outcome is another one
 * after some events of the log than before them: what an event has changed for
 * whom. cadre_case_compare_events() lists them.
 */

#include "config.h"

#include "matching/cadre-outcomes-private.h"

/**
 * CadreOutcomeChange:
 *
 * What events of a log have changed for somebody.
 *
 * Since: 1.0
 */
struct _CadreOutcomeChange
{
  GObject parent_instance;

  CadreOutcome *before; /* (nullable) */
  CadreOutcome *after;  /* (nullable) */
};

G_DEFINE_FINAL_TYPE (CadreOutcomeChange, cadre_outcome_change, G_TYPE_OBJECT)

static void
cadre_outcome_change_dispose (GObject *object)
{
  CadreOutcomeChange *self = CADRE_OUTCOME_CHANGE (object);

  g_clear_object (&self->before);
  g_clear_object (&self->after);

  G_OBJECT_CLASS (cadre_outcome_change_parent_class)->dispose (object);
}

static void
cadre_outcome_change_class_init (CadreOutcomeChangeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cadre_outcome_change_dispose;
}

static void
cadre_outcome_change_init (CadreOutcomeChange *self)
{
}

CadreOutcomeChange *
cadre_outcome_change_new (CadreOutcome *before, CadreOutcome *after)
{
  CadreOutcomeChange *self = g_object_new (CADRE_TYPE_OUTCOME_CHANGE, NULL);

  g_set_object (&self->before, before);
  g_set_object (&self->after, after);
  return self;
}

/* Either has what both are about. */
static CadreOutcome *
get_any (CadreOutcomeChange *self)
{
  return self->after != NULL ? self->after : self->before;
}

/**
 * cadre_outcome_change_get_subject:
 * @self: a #CadreOutcomeChange
 *
 * Gets what it is about.
 *
 * Returns: the subject
 *
 * Since: 1.0
 */
CadreOutcomeSubject
cadre_outcome_change_get_subject (CadreOutcomeChange *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME_CHANGE (self), CADRE_OUTCOME_SUBJECT_ASSIGNMENT);

  return get_any (self) != NULL ? cadre_outcome_get_subject (get_any (self))
                                : CADRE_OUTCOME_SUBJECT_ASSIGNMENT;
}

/**
 * cadre_outcome_change_get_assignment:
 * @self: a #CadreOutcomeChange
 *
 * Gets the assignment that it is about.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where it is about a position
 *
 * Since: 1.0
 */
const char *
cadre_outcome_change_get_assignment (CadreOutcomeChange *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME_CHANGE (self), NULL);

  return get_any (self) != NULL ? cadre_outcome_get_assignment (get_any (self)) : NULL;
}

/**
 * cadre_outcome_change_get_post:
 * @self: a #CadreOutcomeChange
 *
 * Gets the post whose position it is about, or that the assignment is to.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL where there is none
 *
 * Since: 1.0
 */
const char *
cadre_outcome_change_get_post (CadreOutcomeChange *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME_CHANGE (self), NULL);

  return get_any (self) != NULL ? cadre_outcome_get_post (get_any (self)) : NULL;
}

/**
 * cadre_outcome_change_get_before:
 * @self: a #CadreOutcomeChange
 *
 * Gets the outcome before the events.
 *
 * Returns: (transfer none) (nullable): the outcome, or %NULL where there was none
 *
 * Since: 1.0
 */
CadreOutcome *
cadre_outcome_change_get_before (CadreOutcomeChange *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME_CHANGE (self), NULL);

  return self->before;
}

/**
 * cadre_outcome_change_get_after:
 * @self: a #CadreOutcomeChange
 *
 * Gets the outcome after the events.
 *
 * Returns: (transfer none) (nullable): the outcome, or %NULL where there is none any
 *   more
 *
 * Since: 1.0
 */
CadreOutcome *
cadre_outcome_change_get_after (CadreOutcomeChange *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME_CHANGE (self), NULL);

  return self->after;
}

/* The facts of an outcome that another does not have, in their order. */
static GListModel *
list_facts_beside (CadreOutcome *self, CadreOutcome *other)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GListStore *list = g_list_store_new (CADRE_TYPE_FACT);

  for (guint32 i = 0; other != NULL && i < other->row.n_facts; i++)
    g_hash_table_add (known, g_strconcat (other->facts[i].name, "\n", other->facts[i].text, NULL));
  for (guint32 i = 0; self != NULL && i < self->row.n_facts; i++)
    {
      g_autofree char *key = g_strconcat (self->facts[i].name, "\n", self->facts[i].text, NULL);
      g_autoptr (CadreFact) fact = cadre_fact_new (self->facts[i].name, self->facts[i].text);

      if (!g_hash_table_contains (known, key))
        g_list_store_append (list, fact);
    }

  return G_LIST_MODEL (list);
}

/**
 * cadre_outcome_change_list_old_facts:
 * @self: a #CadreOutcomeChange
 *
 * Lists the facts before the events that the outcome after them does not rest on, or
 * not with that text. Linear in the facts of both.
 *
 * Returns: (transfer full): a list of #CadreFact, in the order of the outcome
 *
 * Since: 1.0
 */
GListModel *
cadre_outcome_change_list_old_facts (CadreOutcomeChange *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME_CHANGE (self), NULL);

  return list_facts_beside (self->before, self->after);
}

/**
 * cadre_outcome_change_list_new_facts:
 * @self: a #CadreOutcomeChange
 *
 * Lists the facts after the events that the outcome before them did not rest on, or
 * not with that text. Linear in the facts of both.
 *
 * Returns: (transfer full): a list of #CadreFact, in the order of the outcome
 *
 * Since: 1.0
 */
GListModel *
cadre_outcome_change_list_new_facts (CadreOutcomeChange *self)
{
  g_return_val_if_fail (CADRE_IS_OUTCOME_CHANGE (self), NULL);

  return list_facts_beside (self->after, self->before);
}
