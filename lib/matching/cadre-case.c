/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-case
 * @Title: CadreCase
 * @Short_Description: Two structures, the policies, and what has happened so far
 *
 * A #CadreCase holds what the outcome of a change depends on: the structure
 * before and the structure after, each at its date; which posts a person has
 * confirmed to be the same; the policies of the employers; what the paper
 * declares; and the log. cadre_case_run() gives the outcomes. It changes
 * nothing in the case, so that another entry in the log and another run are all
 * that it takes to go on.
 *
 * There is no default policy: a case without one cannot be run.
 */

#include "config.h"

#include "matching/cadre-case-private.h"

enum
{
  PROP_ID = 1,
  PROP_TITLE,
  PROP_BEFORE,
  PROP_BEFORE_DATE,
  PROP_AFTER,
  PROP_AFTER_DATE,
  PROP_DECISION_DATE,
  PROP_LOG,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/**
 * CadreCase:
 *
 * Two structures, the policies, and what has happened so far.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreCase, cadre_case, G_TYPE_OBJECT)

static void
cadre_case_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CadreCase *self = CADRE_CASE (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_string (value, self->id);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_BEFORE:
      g_value_set_object (value, self->before);
      break;
    case PROP_BEFORE_DATE:
      g_value_set_boxed (value, self->before_date);
      break;
    case PROP_AFTER:
      g_value_set_object (value, self->after);
      break;
    case PROP_AFTER_DATE:
      g_value_set_boxed (value, self->after_date);
      break;
    case PROP_DECISION_DATE:
      g_value_set_boxed (value, self->decision_date);
      break;
    case PROP_LOG:
      g_value_set_object (value, self->log);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_case_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CadreCase *self = CADRE_CASE (object);

  switch (prop_id)
    {
    case PROP_ID:
      cadre_case_set_id (self, g_value_get_string (value));
      break;
    case PROP_TITLE:
      cadre_case_set_title (self, g_value_get_string (value));
      break;
    case PROP_BEFORE:
      cadre_case_set_before (self, g_value_get_object (value));
      break;
    case PROP_BEFORE_DATE:
      cadre_case_set_before_date (self, g_value_get_boxed (value));
      break;
    case PROP_AFTER:
      cadre_case_set_after (self, g_value_get_object (value));
      break;
    case PROP_AFTER_DATE:
      cadre_case_set_after_date (self, g_value_get_boxed (value));
      break;
    case PROP_DECISION_DATE:
      cadre_case_set_decision_date (self, g_value_get_boxed (value));
      break;
    case PROP_LOG:
      cadre_case_set_log (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_case_dispose (GObject *object)
{
  CadreCase *self = CADRE_CASE (object);

  g_clear_object (&self->before);
  g_clear_object (&self->after);
  g_clear_object (&self->pairs);
  g_clear_object (&self->policies);
  g_clear_object (&self->declarations);
  g_clear_object (&self->log);

  G_OBJECT_CLASS (cadre_case_parent_class)->dispose (object);
}

static void
cadre_case_finalize (GObject *object)
{
  CadreCase *self = CADRE_CASE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->language, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->notes, g_strfreev);
  g_clear_pointer (&self->unknown, g_free);
  g_clear_pointer (&self->before_date, cadre_date_free);
  g_clear_pointer (&self->after_date, cadre_date_free);
  g_clear_pointer (&self->decision_date, cadre_date_free);
  g_clear_pointer (&self->scope, g_strfreev);
  g_clear_pointer (&self->cut_offs_unknown, g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->cut_offs); i++)
    g_clear_pointer (&self->cut_offs[i], cadre_date_free);
  g_clear_pointer (&self->scope_unknown, g_free);

  G_OBJECT_CLASS (cadre_case_parent_class)->finalize (object);
}

static void
make_first_properties (GParamFlags flags)
{
  /**
   * CadreCase:id:
   *
   * The id of the document.
   *
   * Since: 1.0
   */
  props[PROP_ID] = g_param_spec_string ("id", NULL, NULL, NULL, flags);

  /**
   * CadreCase:title:
   *
   * What the case is called.
   *
   * Since: 1.0
   */
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);

  /**
   * CadreCase:before:
   *
   * The structure before.
   *
   * Since: 1.0
   */
  props[PROP_BEFORE] = g_param_spec_object ("before", NULL, NULL, CADRE_TYPE_STRUCTURE, flags);

  /**
   * CadreCase:before-date:
   *
   * The date at which the structure before is taken; its own unless given.
   *
   * Since: 1.0
   */
  props[PROP_BEFORE_DATE] = g_param_spec_boxed ("before-date", NULL, NULL, CADRE_TYPE_DATE, flags);
}

static void
make_other_properties (GParamFlags flags)
{
  /**
   * CadreCase:after:
   *
   * The structure after, as proposed.
   *
   * Since: 1.0
   */
  props[PROP_AFTER] = g_param_spec_object ("after", NULL, NULL, CADRE_TYPE_STRUCTURE, flags);

  /**
   * CadreCase:after-date:
   *
   * The date at which the structure after is taken; its own unless given.
   *
   * Since: 1.0
   */
  props[PROP_AFTER_DATE] = g_param_spec_boxed ("after-date", NULL, NULL, CADRE_TYPE_DATE, flags);

  /**
   * CadreCase:decision-date:
   *
   * When the decision is taken.
   *
   * Since: 1.0
   */
  props[PROP_DECISION_DATE] =
    g_param_spec_boxed ("decision-date", NULL, NULL, CADRE_TYPE_DATE, flags);

  /**
   * CadreCase:log:
   *
   * What has happened in the process; an empty log to begin with.
   *
   * Since: 1.0
   */
  props[PROP_LOG] = g_param_spec_object ("log", NULL, NULL, CADRE_TYPE_LOG, flags);
}

static void
cadre_case_class_init (CadreCaseClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cadre_case_get_property;
  object_class->set_property = cadre_case_set_property;
  object_class->dispose = cadre_case_dispose;
  object_class->finalize = cadre_case_finalize;

  make_first_properties (flags);
  make_other_properties (flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cadre_case_init (CadreCase *self)
{
  self->language = g_strdup ("en");
  self->pairs = g_list_store_new (CADRE_TYPE_PAIR);
  self->policies = g_list_store_new (CADRE_TYPE_POLICY);
  self->declarations = g_list_store_new (CADRE_TYPE_DECLARATION);
  self->log = cadre_log_new ();
}

/**
 * cadre_case_new:
 *
 * Makes a case that holds nothing.
 *
 * Returns: (transfer full): the case
 *
 * Since: 1.0
 */
CadreCase *
cadre_case_new (void)
{
  return g_object_new (CADRE_TYPE_CASE, NULL);
}

/* Whether the date is another one than before. */
static gboolean
set_date (CadreDate **to, const CadreDate *date)
{
  CadreDate *copy = NULL;

  if (*to == date || (*to != NULL && date != NULL && cadre_date_equal (*to, date)))
    return FALSE;

  copy = date != NULL ? cadre_date_copy (date) : NULL;
  g_clear_pointer (to, cadre_date_free);
  *to = copy;
  return TRUE;
}

/**
 * cadre_case_get_id:
 * @self: a #CadreCase
 *
 * Gets the id of the document.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not stated
 *
 * Since: 1.0
 */
const char *
cadre_case_get_id (CadreCase *self)
{
  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);

  return self->id;
}

/**
 * cadre_case_set_id:
 * @self: a #CadreCase
 * @id: (nullable): a text, or %NULL
 *
 * Sets the id of the document.
 *
 * Since: 1.0
 */
void
cadre_case_set_id (CadreCase *self, const char *id)
{
  char *copy = NULL;

  g_return_if_fail (CADRE_IS_CASE (self));

  if (g_strcmp0 (self->id, id) == 0)
    return;

  copy = g_strdup (id); /* before the free: it may be our own */
  g_free (self->id);
  self->id = copy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ID]);
}

/**
 * cadre_case_get_title:
 * @self: a #CadreCase
 *
 * Gets what the case is called.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it is not stated
 *
 * Since: 1.0
 */
const char *
cadre_case_get_title (CadreCase *self)
{
  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);

  return self->title;
}

/**
 * cadre_case_set_title:
 * @self: a #CadreCase
 * @title: (nullable): a text, or %NULL
 *
 * Sets what the case is called.
 *
 * Since: 1.0
 */
void
cadre_case_set_title (CadreCase *self, const char *title)
{
  char *copy = NULL;

  g_return_if_fail (CADRE_IS_CASE (self));

  if (g_strcmp0 (self->title, title) == 0)
    return;

  copy = g_strdup (title); /* before the free: it may be our own */
  g_free (self->title);
  self->title = copy;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_TITLE]);
}

/**
 * cadre_case_get_before:
 * @self: a #CadreCase
 *
 * Gets the structure before.
 *
 * Returns: (transfer none) (nullable): the structure, or %NULL where there is none
 *
 * Since: 1.0
 */
CadreStructure *
cadre_case_get_before (CadreCase *self)
{
  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);

  return self->before;
}

/**
 * cadre_case_set_before:
 * @self: a #CadreCase
 * @before: (nullable): a structure, or %NULL
 *
 * Sets the structure before.
 *
 * Since: 1.0
 */
void
cadre_case_set_before (CadreCase *self, CadreStructure *before)
{
  g_return_if_fail (CADRE_IS_CASE (self));
  g_return_if_fail (before == NULL || CADRE_IS_STRUCTURE (before));

  if (g_set_object (&self->before, before))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BEFORE]);
}

/**
 * cadre_case_get_before_date:
 * @self: a #CadreCase
 *
 * Gets the date at which the structure before is taken; its own unless given.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL where it is not given
 *
 * Since: 1.0
 */
CadreDate *
cadre_case_get_before_date (CadreCase *self)
{
  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);

  return self->before_date != NULL ? cadre_date_copy (self->before_date) : NULL;
}

/**
 * cadre_case_set_before_date:
 * @self: a #CadreCase
 * @date: (nullable): a date, or %NULL
 *
 * Sets the date at which the structure before is taken; its own unless given.
 *
 * Since: 1.0
 */
void
cadre_case_set_before_date (CadreCase *self, const CadreDate *date)
{
  g_return_if_fail (CADRE_IS_CASE (self));

  if (set_date (&self->before_date, date))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_BEFORE_DATE]);
}

/**
 * cadre_case_get_after:
 * @self: a #CadreCase
 *
 * Gets the structure after, as proposed.
 *
 * Returns: (transfer none) (nullable): the structure, or %NULL where there is none
 *
 * Since: 1.0
 */
CadreStructure *
cadre_case_get_after (CadreCase *self)
{
  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);

  return self->after;
}

/**
 * cadre_case_set_after:
 * @self: a #CadreCase
 * @after: (nullable): a structure, or %NULL
 *
 * Sets the structure after, as proposed.
 *
 * Since: 1.0
 */
void
cadre_case_set_after (CadreCase *self, CadreStructure *after)
{
  g_return_if_fail (CADRE_IS_CASE (self));
  g_return_if_fail (after == NULL || CADRE_IS_STRUCTURE (after));

  if (g_set_object (&self->after, after))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AFTER]);
}

/**
 * cadre_case_get_after_date:
 * @self: a #CadreCase
 *
 * Gets the date at which the structure after is taken; its own unless given.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL where it is not given
 *
 * Since: 1.0
 */
CadreDate *
cadre_case_get_after_date (CadreCase *self)
{
  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);

  return self->after_date != NULL ? cadre_date_copy (self->after_date) : NULL;
}

/**
 * cadre_case_set_after_date:
 * @self: a #CadreCase
 * @date: (nullable): a date, or %NULL
 *
 * Sets the date at which the structure after is taken; its own unless given.
 *
 * Since: 1.0
 */
void
cadre_case_set_after_date (CadreCase *self, const CadreDate *date)
{
  g_return_if_fail (CADRE_IS_CASE (self));

  if (set_date (&self->after_date, date))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_AFTER_DATE]);
}

/**
 * cadre_case_get_decision_date:
 * @self: a #CadreCase
 *
 * Gets when the decision is taken.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL where it is not given
 *
 * Since: 1.0
 */
CadreDate *
cadre_case_get_decision_date (CadreCase *self)
{
  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);

  return self->decision_date != NULL ? cadre_date_copy (self->decision_date) : NULL;
}

/**
 * cadre_case_set_decision_date:
 * @self: a #CadreCase
 * @date: (nullable): a date, or %NULL
 *
 * Sets when the decision is taken.
 *
 * Since: 1.0
 */
void
cadre_case_set_decision_date (CadreCase *self, const CadreDate *date)
{
  g_return_if_fail (CADRE_IS_CASE (self));

  if (set_date (&self->decision_date, date))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_DECISION_DATE]);
}

/**
 * cadre_case_get_log:
 * @self: a #CadreCase
 *
 * Gets what has happened in the process; an empty log to begin with.
 *
 * Returns: (transfer none) (nullable): the log, or %NULL where there is none
 *
 * Since: 1.0
 */
CadreLog *
cadre_case_get_log (CadreCase *self)
{
  g_return_val_if_fail (CADRE_IS_CASE (self), NULL);

  return self->log;
}

/**
 * cadre_case_set_log:
 * @self: a #CadreCase
 * @log: (nullable): a log, or %NULL for none
 *
 * Sets what has happened in the process; an empty log to begin with.
 *
 * Since: 1.0
 */
void
cadre_case_set_log (CadreCase *self, CadreLog *log)
{
  g_return_if_fail (CADRE_IS_CASE (self));
  g_return_if_fail (log == NULL || CADRE_IS_LOG (log));

  if (g_set_object (&self->log, log))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LOG]);
}
