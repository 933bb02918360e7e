/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-diff-view
 * @Title: CadreDiffView
 * @Short_Description: How much of a diff is told, and of what
 *
 * A #CadreDiffView is a settings object for cadre_diff_list_events(): a level,
 * and what to show. Without units, employers, kinds of change or tiers, all are
 * shown. Where several of these are set, a change has to pass each of them.
 *
 * Both sides count: a post that leaves a unit is in the view of that unit, and
 * in the view of the unit that it comes to. A unit is shown with its sub-units.
 * A view of units, employers or tiers shows the changes of posts and of the
 * assignments to them; one of units or employers also those of units, and one
 * of employers those of the organisations. Other records are in no place, and
 * only in a view without a place. A tier is the one that is worked out, as
 * cadre_structure_get_tier() has it.
 */

#include "config.h"

#include "diff/events/cadre-events-private.h"
#include <cadre/cadre-enum-types.h>

enum
{
  PROP_0,
  PROP_LEVEL,
  PROP_UNITS,
  PROP_EMPLOYERS,
  N_PROPS
};

static GParamSpec *props[N_PROPS] = { NULL };
static const char *const no_texts[] = { NULL };

/**
 * CadreDiffView:
 *
 * How much of a diff is told, and of what.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreDiffView, cadre_diff_view, G_TYPE_OBJECT)

static void
cadre_diff_view_finalize (GObject *object)
{
  CadreDiffView *self = CADRE_DIFF_VIEW (object);

  g_clear_pointer (&self->units, g_strfreev);
  g_clear_pointer (&self->employers, g_strfreev);
  g_clear_pointer (&self->tiers, g_array_unref);

  G_OBJECT_CLASS (cadre_diff_view_parent_class)->finalize (object);
}

static void
cadre_diff_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  CadreDiffView *self = CADRE_DIFF_VIEW (object);

  switch (id)
    {
    case PROP_LEVEL:
      g_value_set_enum (value, (int) self->level);
      break;
    case PROP_UNITS:
      g_value_set_boxed (value, self->units);
      break;
    case PROP_EMPLOYERS:
      g_value_set_boxed (value, self->employers);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cadre_diff_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  CadreDiffView *self = CADRE_DIFF_VIEW (object);

  switch (id)
    {
    case PROP_LEVEL:
      cadre_diff_view_set_level (self, (CadreDiffLevel) g_value_get_enum (value));
      break;
    case PROP_UNITS:
      cadre_diff_view_set_units (self, g_value_get_boxed (value));
      break;
    case PROP_EMPLOYERS:
      cadre_diff_view_set_employers (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
cadre_diff_view_class_init (CadreDiffViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->finalize = cadre_diff_view_finalize;
  object_class->get_property = cadre_diff_view_get_property;
  object_class->set_property = cadre_diff_view_set_property;

  /**
   * CadreDiffView:level:
   *
   * How much is told.
   *
   * Since: 1.0
   */
  props[PROP_LEVEL] = g_param_spec_enum ("level", NULL, NULL, CADRE_TYPE_DIFF_LEVEL,
                                         CADRE_DIFF_LEVEL_HEADLINE, flags);
  /**
   * CadreDiffView:units:
   *
   * The ids of the units that are shown with their sub-units; none for all.
   *
   * Since: 1.0
   */
  props[PROP_UNITS] = g_param_spec_boxed ("units", NULL, NULL, G_TYPE_STRV, flags);
  /**
   * CadreDiffView:employers:
   *
   * The ids of the organisations whose posts are shown; none for all.
   *
   * Since: 1.0
   */
  props[PROP_EMPLOYERS] = g_param_spec_boxed ("employers", NULL, NULL, G_TYPE_STRV, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cadre_diff_view_init (CadreDiffView *self)
{
  self->tiers = g_array_new (FALSE, FALSE, sizeof (int));
}

/**
 * cadre_diff_view_new:
 * @level: how much is told
 *
 * Makes a view of everything at a level.
 *
 * Returns: (transfer full): the view
 *
 * Since: 1.0
 */
CadreDiffView *
cadre_diff_view_new (CadreDiffLevel level)
{
  return g_object_new (CADRE_TYPE_DIFF_VIEW, "level", level, NULL);
}

/**
 * cadre_diff_view_get_level:
 * @self: a #CadreDiffView
 *
 * Gets how much is told.
 *
 * Returns: the level
 *
 * Since: 1.0
 */
CadreDiffLevel
cadre_diff_view_get_level (CadreDiffView *self)
{
  g_return_val_if_fail (CADRE_IS_DIFF_VIEW (self), CADRE_DIFF_LEVEL_HEADLINE);

  return self->level;
}

/**
 * cadre_diff_view_set_level:
 * @self: a #CadreDiffView
 * @level: the level
 *
 * Sets how much is told.
 *
 * Since: 1.0
 */
void
cadre_diff_view_set_level (CadreDiffView *self, CadreDiffLevel level)
{
  g_return_if_fail (CADRE_IS_DIFF_VIEW (self));
  g_return_if_fail ((guint) level <= CADRE_DIFF_LEVEL_FIELD);

  if (self->level == level)
    return;

  self->level = level;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEVEL]);
}

static void
set_texts (CadreDiffView *self, char ***field, const char *const *texts, guint prop)
{
  char **old = *field;

  *field = g_strdupv ((char **) texts);
  g_strfreev (old);
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/**
 * cadre_diff_view_get_units:
 * @self: a #CadreDiffView
 *
 * Gets the units that are shown with their sub-units.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids; none for all
 *
 * Since: 1.0
 */
const char *const *
cadre_diff_view_get_units (CadreDiffView *self)
{
  g_return_val_if_fail (CADRE_IS_DIFF_VIEW (self), no_texts);

  return self->units != NULL ? (const char *const *) self->units : no_texts;
}

/**
 * cadre_diff_view_set_units:
 * @self: a #CadreDiffView
 * @units: (nullable) (array zero-terminated=1): ids of units, before or after
 *
 * Sets the units that are shown with their sub-units; none for all. An id that
 * no unit has shows nothing.
 *
 * Since: 1.0
 */
void
cadre_diff_view_set_units (CadreDiffView *self, const char *const *units)
{
  g_return_if_fail (CADRE_IS_DIFF_VIEW (self));

  set_texts (self, &self->units, units, PROP_UNITS);
}

/**
 * cadre_diff_view_get_employers:
 * @self: a #CadreDiffView
 *
 * Gets the organisations whose posts are shown.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids; none for all
 *
 * Since: 1.0
 */
const char *const *
cadre_diff_view_get_employers (CadreDiffView *self)
{
  g_return_val_if_fail (CADRE_IS_DIFF_VIEW (self), no_texts);

  return self->employers != NULL ? (const char *const *) self->employers : no_texts;
}

/**
 * cadre_diff_view_set_employers:
 * @self: a #CadreDiffView
 * @employers: (nullable) (array zero-terminated=1): ids of organisations, before
 *   or after
 *
 * Sets the organisations whose posts are shown; none for all.
 *
 * Since: 1.0
 */
void
cadre_diff_view_set_employers (CadreDiffView *self, const char *const *employers)
{
  g_return_if_fail (CADRE_IS_DIFF_VIEW (self));

  set_texts (self, &self->employers, employers, PROP_EMPLOYERS);
}

/**
 * cadre_diff_view_add_kind:
 * @self: a #CadreDiffView
 * @kind: a kind of change
 *
 * Shows this kind of change, and no others but those that are added as well.
 *
 * Since: 1.0
 */
void
cadre_diff_view_add_kind (CadreDiffView *self, CadreChangeKind kind)
{
  g_return_if_fail (CADRE_IS_DIFF_VIEW (self));
  g_return_if_fail ((guint) kind < CADRE_N_CHANGE_KINDS);

  self->kinds |= (guint64) 1 << kind;
}

/**
 * cadre_diff_view_shows_kind:
 * @self: a #CadreDiffView
 * @kind: a kind of change
 *
 * Says whether a kind of change is shown.
 *
 * Returns: whether it is, or none was added
 *
 * Since: 1.0
 */
gboolean
cadre_diff_view_shows_kind (CadreDiffView *self, CadreChangeKind kind)
{
  g_return_val_if_fail (CADRE_IS_DIFF_VIEW (self), FALSE);
  g_return_val_if_fail ((guint) kind < CADRE_N_CHANGE_KINDS, FALSE);

  return self->kinds == 0 || (self->kinds >> kind & 1) != 0;
}

/**
 * cadre_diff_view_add_tier:
 * @self: a #CadreDiffView
 * @tier: a tier, as it is worked out
 *
 * Shows the posts of this tier, before or after, and no others but those of
 * tiers that are added as well.
 *
 * Since: 1.0
 */
void
cadre_diff_view_add_tier (CadreDiffView *self, int tier)
{
  g_return_if_fail (CADRE_IS_DIFF_VIEW (self));

  if (self->tiers->len == 0 || !cadre_diff_view_shows_tier (self, tier))
    g_array_append_val (self->tiers, tier);
}

/**
 * cadre_diff_view_shows_tier:
 * @self: a #CadreDiffView
 * @tier: a tier
 *
 * Says whether the posts of a tier are shown.
 *
 * Returns: whether they are, or no tier was added
 *
 * Since: 1.0
 */
gboolean
cadre_diff_view_shows_tier (CadreDiffView *self, int tier)
{
  g_return_val_if_fail (CADRE_IS_DIFF_VIEW (self), FALSE);

  for (guint i = 0; i < self->tiers->len; i++)
    if (g_array_index (self->tiers, int, i) == tier)
      return TRUE;

  return self->tiers->len == 0;
}
