/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-limits
 * @Title: CadreLimits
 * @Short_Description: How much a document may ask for
 *
 * A document is not trusted: what it may make the library allocate and do is
 * bounded before it is read. There are two presets. cadre_limits_new_bounded()
 * suits a server that reads what strangers send; every function that takes
 * %NULL for limits uses it. cadre_limits_new_trusted_large() is for files that
 * are one's own: it keeps the bound on depth and little else.
 *
 * Limits may be changed until they are given to a function, and belong to one
 * thread until then.
 */

#include "config.h"

#include <cadre/cadre-limits.h>

/**
 * CadreLimits:
 *
 * How much a document may ask for.
 *
 * Since: 1.0
 */
struct _CadreLimits
{
  GObject parent_instance;

  guint64 max_bytes;
  guint64 max_items;
  guint max_depth;
  guint max_members;
  guint max_string;
  guint max_rows;
  guint max_issues;
};

enum
{
  PROP_MAX_BYTES = 1,
  PROP_MAX_ITEMS,
  PROP_MAX_DEPTH,
  PROP_MAX_MEMBERS,
  PROP_MAX_STRING,
  PROP_MAX_ROWS,
  PROP_MAX_ISSUES,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CadreLimits, cadre_limits, G_TYPE_OBJECT)

static void
cadre_limits_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CadreLimits *self = CADRE_LIMITS (object);

  switch (prop_id)
    {
    case PROP_MAX_BYTES:
      g_value_set_uint64 (value, self->max_bytes);
      break;
    case PROP_MAX_ITEMS:
      g_value_set_uint64 (value, self->max_items);
      break;
    case PROP_MAX_DEPTH:
      g_value_set_uint (value, self->max_depth);
      break;
    case PROP_MAX_MEMBERS:
      g_value_set_uint (value, self->max_members);
      break;
    case PROP_MAX_STRING:
      g_value_set_uint (value, self->max_string);
      break;
    case PROP_MAX_ROWS:
      g_value_set_uint (value, self->max_rows);
      break;
    case PROP_MAX_ISSUES:
      g_value_set_uint (value, self->max_issues);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_limits_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CadreLimits *self = CADRE_LIMITS (object);

  switch (prop_id)
    {
    case PROP_MAX_BYTES:
      cadre_limits_set_max_bytes (self, g_value_get_uint64 (value));
      break;
    case PROP_MAX_ITEMS:
      cadre_limits_set_max_items (self, g_value_get_uint64 (value));
      break;
    case PROP_MAX_DEPTH:
      cadre_limits_set_max_depth (self, g_value_get_uint (value));
      break;
    case PROP_MAX_MEMBERS:
      cadre_limits_set_max_members (self, g_value_get_uint (value));
      break;
    case PROP_MAX_STRING:
      cadre_limits_set_max_string (self, g_value_get_uint (value));
      break;
    case PROP_MAX_ROWS:
      cadre_limits_set_max_rows (self, g_value_get_uint (value));
      break;
    case PROP_MAX_ISSUES:
      cadre_limits_set_max_issues (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_limits_class_init (CadreLimitsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cadre_limits_get_property;
  object_class->set_property = cadre_limits_set_property;

  /**
   * CadreLimits:max-bytes:
   *
   * How many bytes a document may have; 64 MiB unless changed.
   *
   * Since: 1.0
   */
  props[PROP_MAX_BYTES] =
    g_param_spec_uint64 ("max-bytes", NULL, NULL, 1, G_MAXUINT64, 64 * 1024 * 1024, flags);

  /**
   * CadreLimits:max-items:
   *
   * How many values a document may hold, members and elements counted; 2 million unless changed.
   *
   * Since: 1.0
   */
  props[PROP_MAX_ITEMS] =
    g_param_spec_uint64 ("max-items", NULL, NULL, 1, G_MAXUINT64, 2000000, flags);

  /**
   * CadreLimits:max-depth:
   *
   * How deep arrays and objects may be nested, from 1 to 128; 128 unless changed.
   *
   * Since: 1.0
   */
  props[PROP_MAX_DEPTH] = g_param_spec_uint ("max-depth", NULL, NULL, 1, 128, 128, flags);

  /**
   * CadreLimits:max-members:
   *
   * How many members an object may have; 4,096 unless changed.
   *
   * Since: 1.0
   */
  props[PROP_MAX_MEMBERS] =
    g_param_spec_uint ("max-members", NULL, NULL, 1, G_MAXINT32, 4096, flags);

  /**
   * CadreLimits:max-string:
   *
   * How many bytes a string, a member name or a number may have; 1 MiB unless changed.
   *
   * Since: 1.0
   */
  props[PROP_MAX_STRING] =
    g_param_spec_uint ("max-string", NULL, NULL, 1, G_MAXINT32, 1024 * 1024, flags);

  /**
   * CadreLimits:max-rows:
   *
   * How many rows a table may have; 1 million unless changed.
   *
   * Since: 1.0
   */
  props[PROP_MAX_ROWS] = g_param_spec_uint ("max-rows", NULL, NULL, 1, G_MAXINT32, 1000000, flags);

  /**
   * CadreLimits:max-issues:
   *
   * How many issues are kept in detail; all of them are counted; 1,000 unless changed.
   *
   * Since: 1.0
   */
  props[PROP_MAX_ISSUES] = g_param_spec_uint ("max-issues", NULL, NULL, 1, G_MAXINT32, 1000, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cadre_limits_init (CadreLimits *self)
{
  self->max_bytes = 64 * 1024 * 1024;
  self->max_items = 2000000;
  self->max_depth = 128;
  self->max_members = 4096;
  self->max_string = 1024 * 1024;
  self->max_rows = 1000000;
  self->max_issues = 1000;
}

/**
 * cadre_limits_new_bounded:
 *
 * Makes the limits that hold unless others are given: what a small server can
 * afford for a document of a stranger.
 *
 * Returns: (transfer full): the limits
 *
 * Since: 1.0
 */
CadreLimits *
cadre_limits_new_bounded (void)
{
  return g_object_new (CADRE_TYPE_LIMITS, NULL);
}

/**
 * cadre_limits_new_trusted_large:
 *
 * Makes limits for large documents of one's own: only the depth, and the
 * number of issues kept in detail, are bounded as in
 * cadre_limits_new_bounded().
 *
 * Returns: (transfer full): the limits
 *
 * Since: 1.0
 */
CadreLimits *
cadre_limits_new_trusted_large (void)
{
  CadreLimits *self = cadre_limits_new_bounded ();

  self->max_bytes = G_MAXINT64;
  self->max_items = G_MAXINT64;
  self->max_members = G_MAXINT32;
  self->max_string = G_MAXINT32;
  self->max_rows = G_MAXINT32;

  return self;
}

/**
 * cadre_limits_get_max_bytes:
 * @self: a #CadreLimits
 *
 * Gets how many bytes a document may have.
 *
 * Returns: the limit
 *
 * Since: 1.0
 */
guint64
cadre_limits_get_max_bytes (CadreLimits *self)
{
  g_return_val_if_fail (CADRE_IS_LIMITS (self), 0);

  return self->max_bytes;
}

/**
 * cadre_limits_set_max_bytes:
 * @self: a #CadreLimits
 * @max_bytes: the limit, not 0
 *
 * Sets how many bytes a document may have.
 *
 * Since: 1.0
 */
void
cadre_limits_set_max_bytes (CadreLimits *self, guint64 max_bytes)
{
  g_return_if_fail (CADRE_IS_LIMITS (self));
  g_return_if_fail (max_bytes > 0);

  if (self->max_bytes == max_bytes)
    return;

  self->max_bytes = max_bytes;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAX_BYTES]);
}

/**
 * cadre_limits_get_max_items:
 * @self: a #CadreLimits
 *
 * Gets how many values a document may hold, members and elements counted.
 *
 * Returns: the limit
 *
 * Since: 1.0
 */
guint64
cadre_limits_get_max_items (CadreLimits *self)
{
  g_return_val_if_fail (CADRE_IS_LIMITS (self), 0);

  return self->max_items;
}

/**
 * cadre_limits_set_max_items:
 * @self: a #CadreLimits
 * @max_items: the limit, not 0
 *
 * Sets how many values a document may hold, members and elements counted.
 *
 * Since: 1.0
 */
void
cadre_limits_set_max_items (CadreLimits *self, guint64 max_items)
{
  g_return_if_fail (CADRE_IS_LIMITS (self));
  g_return_if_fail (max_items > 0);

  if (self->max_items == max_items)
    return;

  self->max_items = max_items;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAX_ITEMS]);
}

/**
 * cadre_limits_get_max_depth:
 * @self: a #CadreLimits
 *
 * Gets how deep arrays and objects may be nested, from 1 to 128.
 *
 * Returns: the limit
 *
 * Since: 1.0
 */
guint
cadre_limits_get_max_depth (CadreLimits *self)
{
  g_return_val_if_fail (CADRE_IS_LIMITS (self), 0);

  return self->max_depth;
}

/**
 * cadre_limits_set_max_depth:
 * @self: a #CadreLimits
 * @max_depth: the limit, not 0
 *
 * Sets how deep arrays and objects may be nested, from 1 to 128.
 *
 * Since: 1.0
 */
void
cadre_limits_set_max_depth (CadreLimits *self, guint max_depth)
{
  g_return_if_fail (CADRE_IS_LIMITS (self));
  g_return_if_fail (max_depth > 0 && max_depth <= 128);

  if (self->max_depth == max_depth)
    return;

  self->max_depth = max_depth;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAX_DEPTH]);
}

/**
 * cadre_limits_get_max_members:
 * @self: a #CadreLimits
 *
 * Gets how many members an object may have.
 *
 * Returns: the limit
 *
 * Since: 1.0
 */
guint
cadre_limits_get_max_members (CadreLimits *self)
{
  g_return_val_if_fail (CADRE_IS_LIMITS (self), 0);

  return self->max_members;
}

/**
 * cadre_limits_set_max_members:
 * @self: a #CadreLimits
 * @max_members: the limit, not 0
 *
 * Sets how many members an object may have.
 *
 * Since: 1.0
 */
void
cadre_limits_set_max_members (CadreLimits *self, guint max_members)
{
  g_return_if_fail (CADRE_IS_LIMITS (self));
  g_return_if_fail (max_members > 0);

  if (self->max_members == max_members)
    return;

  self->max_members = max_members;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAX_MEMBERS]);
}

/**
 * cadre_limits_get_max_string:
 * @self: a #CadreLimits
 *
 * Gets how many bytes a string, a member name or a number may have.
 *
 * Returns: the limit
 *
 * Since: 1.0
 */
guint
cadre_limits_get_max_string (CadreLimits *self)
{
  g_return_val_if_fail (CADRE_IS_LIMITS (self), 0);

  return self->max_string;
}

/**
 * cadre_limits_set_max_string:
 * @self: a #CadreLimits
 * @max_string: the limit, not 0
 *
 * Sets how many bytes a string, a member name or a number may have.
 *
 * Since: 1.0
 */
void
cadre_limits_set_max_string (CadreLimits *self, guint max_string)
{
  g_return_if_fail (CADRE_IS_LIMITS (self));
  g_return_if_fail (max_string > 0);

  if (self->max_string == max_string)
    return;

  self->max_string = max_string;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAX_STRING]);
}

/**
 * cadre_limits_get_max_rows:
 * @self: a #CadreLimits
 *
 * Gets how many rows a table may have.
 *
 * Returns: the limit
 *
 * Since: 1.0
 */
guint
cadre_limits_get_max_rows (CadreLimits *self)
{
  g_return_val_if_fail (CADRE_IS_LIMITS (self), 0);

  return self->max_rows;
}

/**
 * cadre_limits_set_max_rows:
 * @self: a #CadreLimits
 * @max_rows: the limit, not 0
 *
 * Sets how many rows a table may have.
 *
 * Since: 1.0
 */
void
cadre_limits_set_max_rows (CadreLimits *self, guint max_rows)
{
  g_return_if_fail (CADRE_IS_LIMITS (self));
  g_return_if_fail (max_rows > 0);

  if (self->max_rows == max_rows)
    return;

  self->max_rows = max_rows;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAX_ROWS]);
}

/**
 * cadre_limits_get_max_issues:
 * @self: a #CadreLimits
 *
 * Gets how many issues are kept in detail; all of them are counted.
 *
 * Returns: the limit
 *
 * Since: 1.0
 */
guint
cadre_limits_get_max_issues (CadreLimits *self)
{
  g_return_val_if_fail (CADRE_IS_LIMITS (self), 0);

  return self->max_issues;
}

/**
 * cadre_limits_set_max_issues:
 * @self: a #CadreLimits
 * @max_issues: the limit, not 0
 *
 * Sets how many issues are kept in detail; all of them are counted.
 *
 * Since: 1.0
 */
void
cadre_limits_set_max_issues (CadreLimits *self, guint max_issues)
{
  g_return_if_fail (CADRE_IS_LIMITS (self));
  g_return_if_fail (max_issues > 0);

  if (self->max_issues == max_issues)
    return;

  self->max_issues = max_issues;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_MAX_ISSUES]);
}
