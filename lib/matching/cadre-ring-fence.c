/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-ring-fence
 * @Title: CadreRingFence
 * @Short_Description: Who has prior consideration for which posts
 *
 * A #CadreRingFence names posts and the people who have prior consideration for
 * them in limited competition, with what that rests on for each. An answer that
 * is not known leaves nobody out: the person is listed, to be checked.
 *
 * A selection pool is another thing: the holders of posts that continue, among
 * whom a reduction is made. It has the same form.
 */

#include "config.h"

#include "matching/cadre-ring-fence-private.h"

/**
 * CadreRingFence:
 *
 * Who has prior consideration for which posts.
 *
 * Since: 1.0
 */
struct _CadreRingFence
{
  GObject parent_instance;

  char *id;
  gboolean is_selection_pool;
  char **posts;
  guint *n_positions; /* by post */
  guint n_open;
  GListStore *members; /* (element-type CadreRingFenceMember) */
  char **appointed;
};

G_DEFINE_FINAL_TYPE (CadreRingFence, cadre_ring_fence, G_TYPE_OBJECT)

static void
cadre_ring_fence_finalize (GObject *object)
{
  CadreRingFence *self = CADRE_RING_FENCE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->posts, g_strfreev);
  g_clear_pointer (&self->n_positions, g_free);
  g_clear_object (&self->members);
  g_clear_pointer (&self->appointed, g_strfreev);

  G_OBJECT_CLASS (cadre_ring_fence_parent_class)->finalize (object);
}

static void
cadre_ring_fence_class_init (CadreRingFenceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_ring_fence_finalize;
}

static void
cadre_ring_fence_init (CadreRingFence *self)
{
  self->posts = g_new0 (char *, 1);
  self->appointed = g_new0 (char *, 1);
  self->members = g_list_store_new (CADRE_TYPE_RING_FENCE_MEMBER);
}

CadreRingFence *
cadre_ring_fence_new_take (char *id,
                           gboolean is_selection_pool,
                           char **posts,
                           guint *n_positions,
                           guint n_open,
                           GListStore *members,
                           char **appointed)
{
  CadreRingFence *self = g_object_new (CADRE_TYPE_RING_FENCE, NULL);

  g_strfreev (self->posts);
  g_strfreev (self->appointed);
  g_object_unref (self->members);
  self->id = id;
  self->is_selection_pool = is_selection_pool;
  self->posts = posts;
  self->n_positions = n_positions;
  self->n_open = n_open;
  self->members = members;
  self->appointed = appointed;
  return self;
}

/**
 * cadre_ring_fence_get_id:
 * @self: a #CadreRingFence
 *
 * Gets the id: the word `ring-fence` or `selection-pool`, a slash, and the id of
 * the first of its posts.
 *
 * Returns: (transfer none): the id
 *
 * Since: 1.0
 */
const char *
cadre_ring_fence_get_id (CadreRingFence *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE (self), NULL);

  return self->id;
}

/**
 * cadre_ring_fence_is_selection_pool:
 * @self: a #CadreRingFence
 *
 * Tells whether it is a selection pool.
 *
 * Returns: %TRUE if it is; %FALSE for a ring-fence
 *
 * Since: 1.0
 */
gboolean
cadre_ring_fence_is_selection_pool (CadreRingFence *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE (self), FALSE);

  return self->is_selection_pool;
}

/**
 * cadre_ring_fence_get_posts:
 * @self: a #CadreRingFence
 *
 * Gets the posts, of the structure after.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids
 *
 * Since: 1.0
 */
const char *const *
cadre_ring_fence_get_posts (CadreRingFence *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE (self), NULL);

  return (const char *const *) self->posts;
}

/**
 * cadre_ring_fence_get_n_positions:
 * @self: a #CadreRingFence
 *
 * Gets how many positions of all its posts are competed for.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_ring_fence_get_n_positions (CadreRingFence *self)
{
  guint n = 0;

  g_return_val_if_fail (CADRE_IS_RING_FENCE (self), 0);

  for (guint i = 0; self->posts[i] != NULL; i++)
    n += self->n_positions[i];

  return n;
}

/**
 * cadre_ring_fence_get_n_positions_of:
 * @self: a #CadreRingFence
 * @post: the id of one of its posts
 *
 * Gets how many positions of a post are competed for.
 *
 * Returns: the number, 0 where the post is none of its posts
 *
 * Since: 1.0
 */
guint
cadre_ring_fence_get_n_positions_of (CadreRingFence *self, const char *post)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE (self), 0);
  g_return_val_if_fail (post != NULL, 0);

  for (guint i = 0; self->posts[i] != NULL; i++)
    if (g_str_equal (self->posts[i], post))
      return self->n_positions[i];

  return 0;
}

/**
 * cadre_ring_fence_get_n_open:
 * @self: a #CadreRingFence
 *
 * Gets how many of the positions are not decided yet.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_ring_fence_get_n_open (CadreRingFence *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE (self), 0);

  return self->n_open;
}

/**
 * cadre_ring_fence_list_members:
 * @self: a #CadreRingFence
 *
 * Gets who has prior consideration, or is to be checked, in the order of the ids
 * of the assignments.
 *
 * Returns: (transfer full): a list of #CadreRingFenceMember
 *
 * Since: 1.0
 */
GListModel *
cadre_ring_fence_list_members (CadreRingFence *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE (self), NULL);

  return g_object_ref (G_LIST_MODEL (self->members));
}

/**
 * cadre_ring_fence_get_appointed:
 * @self: a #CadreRingFence
 *
 * Gets the assignments that the results in the log appoint to its posts.
 *
 * Returns: (transfer none) (array zero-terminated=1): the ids
 *
 * Since: 1.0
 */
const char *const *
cadre_ring_fence_get_appointed (CadreRingFence *self)
{
  g_return_val_if_fail (CADRE_IS_RING_FENCE (self), NULL);

  return (const char *const *) self->appointed;
}

/**
 * cadre_ring_fence_set_subject:
 * @self: a #CadreRingFence
 * @redaction: a redaction at %CADRE_REDACTION_LEVEL_PANEL
 *
 * Makes a ring-fence the subject of a redaction: its posts, and the assignments
 * of its members. The posts that these come from are shown with them.
 *
 * Since: 1.0
 */
void
cadre_ring_fence_set_subject (CadreRingFence *self, CadreRedaction *redaction)
{
  guint n = 0;
  g_auto (GStrv) assignments = NULL;

  g_return_if_fail (CADRE_IS_RING_FENCE (self));
  g_return_if_fail (CADRE_IS_REDACTION (redaction));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->members));
  assignments = g_new0 (char *, (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreRingFenceMember) member =
        g_list_model_get_item (G_LIST_MODEL (self->members), i);

      assignments[i] = g_strdup (cadre_ring_fence_member_get_assignment (member));
    }

  cadre_redaction_set_subject_posts (redaction, (const char *const *) self->posts);
  cadre_redaction_set_subject_assignments (redaction, (const char *const *) assignments);
}
