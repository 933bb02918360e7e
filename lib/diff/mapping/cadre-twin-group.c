/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-twin-group
 * @Title: CadreTwinGroup
 * @Short_Description: Posts that nothing tells apart
 *
 * Posts before that no field tells apart, and that go on as posts after that no
 * field tells apart either, are mapped as a group. Which of them is which
 * nobody can know, so they are paired in byte order of their ids, and each pair
 * says %CADRE_PAIR_REVIEW_TWINS. There may be more of them before than after, or
 * the other way round.
 */

#include "config.h"

#include "diff/mapping/cadre-pair-evidence-private.h"

/**
 * CadreTwinGroup:
 *
 * Posts that nothing tells apart.
 *
 * Since: 1.0
 */
struct _CadreTwinGroup
{
  GObject parent_instance;

  char **before;
  char **after;
};

G_DEFINE_FINAL_TYPE (CadreTwinGroup, cadre_twin_group, G_TYPE_OBJECT)

static void
cadre_twin_group_finalize (GObject *object)
{
  CadreTwinGroup *self = CADRE_TWIN_GROUP (object);

  g_strfreev (self->before);
  g_strfreev (self->after);

  G_OBJECT_CLASS (cadre_twin_group_parent_class)->finalize (object);
}

static void
cadre_twin_group_class_init (CadreTwinGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_twin_group_finalize;
}

static void
cadre_twin_group_init (CadreTwinGroup *self)
{
}

CadreTwinGroup *
cadre_twin_group_new_take (char **before, char **after)
{
  CadreTwinGroup *self = g_object_new (CADRE_TYPE_TWIN_GROUP, NULL);

  self->before = before;
  self->after = after;
  return self;
}

/**
 * cadre_twin_group_get_before:
 * @self: a #CadreTwinGroup
 *
 * Gets the posts before.
 *
 * Returns: (transfer none) (array zero-terminated=1): their ids, in byte order
 *
 * Since: 1.0
 */
const char *const *
cadre_twin_group_get_before (CadreTwinGroup *self)
{
  g_return_val_if_fail (CADRE_IS_TWIN_GROUP (self), NULL);

  return (const char *const *) self->before;
}

/**
 * cadre_twin_group_get_after:
 * @self: a #CadreTwinGroup
 *
 * Gets the posts after.
 *
 * Returns: (transfer none) (array zero-terminated=1): their ids, in byte order
 *
 * Since: 1.0
 */
const char *const *
cadre_twin_group_get_after (CadreTwinGroup *self)
{
  g_return_val_if_fail (CADRE_IS_TWIN_GROUP (self), NULL);

  return (const char *const *) self->after;
}
