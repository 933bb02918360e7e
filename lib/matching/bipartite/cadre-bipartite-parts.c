/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-bipartite-parts
 * @Title: CadreBipartiteParts
 * @Short_Description: What hangs together in a graph, and what decides itself
 *
 * The components of a graph have no edges between each other: what happens in one
 * does not touch another.
 *
 * Each vertex is in one of three parts, which are the same for every matching of
 * most pairs: where left vertices are too many, where they are too few, and
 * where all are paired. The last falls into blocks. An edge between two parts or two
 * blocks is in no matching of most pairs. Here a right vertex counts once,
 * however many places it has.
 */

#include "config.h"

#include "kernel/cadre-cardinality-private.h"
#include "matching/bipartite/cadre-bipartite-private.h"

#include <cadre/cadre-matching-error.h>

/**
 * CadreBipartiteParts:
 *
 * The components, the parts and the blocks of a graph.
 *
 * Since: 1.0
 */
struct _CadreBipartiteParts
{
  GObject parent_instance;

  CadreBipartiteForm form;
  guint32 n[2];          /* vertices, by side */
  guint32 *component[2]; /* by side, by vertex */
  guint32 *partner[2];   /* of a matching of most pairs, or CADRE_KERNEL_NONE */
  guint8 *part[2];
  guint32 *block[2]; /* CADRE_KERNEL_NONE outside the square part */
  guint32 n_components;
  guint32 n_blocks;
};

G_DEFINE_FINAL_TYPE (CadreBipartiteParts, cadre_bipartite_parts, G_TYPE_OBJECT)

static void
cadre_bipartite_parts_finalize (GObject *object)
{
  CadreBipartiteParts *self = CADRE_BIPARTITE_PARTS (object);

  cadre_bipartite_form_clear (&self->form);
  for (guint side = 0; side < 2; side++)
    {
      g_clear_pointer (&self->component[side], g_free);
      g_clear_pointer (&self->partner[side], g_free);
      g_clear_pointer (&self->part[side], g_free);
      g_clear_pointer (&self->block[side], g_free);
    }

  G_OBJECT_CLASS (cadre_bipartite_parts_parent_class)->finalize (object);
}

static void
cadre_bipartite_parts_class_init (CadreBipartitePartsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_bipartite_parts_finalize;
}

static void
cadre_bipartite_parts_init (CadreBipartiteParts *self)
{
}

static gboolean
allocate (CadreBipartiteParts *self, GError **error)
{
  for (guint side = 0; side < 2; side++)
    {
      const gsize n = MAX (self->n[side], 1);

      self->component[side] = g_try_new0 (guint32, n);
      self->partner[side] = g_try_new0 (guint32, n);
      self->part[side] = g_try_new0 (guint8, n);
      self->block[side] = g_try_new0 (guint32, n);
      if (self->component[side] == NULL || self->partner[side] == NULL ||
          self->part[side] == NULL || self->block[side] == NULL)
        return cadre_bipartite_no_memory (error);
    }
  return TRUE;
}

static CadreKernelStatus
find_parts (CadreBipartiteParts *self, GCancellable *cancellable)
{
  const CadreKernelGraph *graph = &self->form.graph;
  const CadreKernelWatch watch = cadre_bipartite_watch (cancellable);
  g_autofree guint8 *reached = g_try_new (guint8, MAX (graph->n_left, 1));
  CadreKernelStatus status;

  if (reached == NULL)
    return CADRE_KERNEL_NO_MEMORY;
  status = cadre_kernel_components (graph, self->component[0], self->component[1],
                                    &self->n_components, &watch);
  if (status == CADRE_KERNEL_DONE)
    status = cadre_kernel_match (graph, self->partner[0], self->partner[1], reached, &watch);
  if (status != CADRE_KERNEL_DONE)
    return status;

  return cadre_kernel_decompose (graph, self->partner[0], self->partner[1], self->part[0],
                                 self->part[1], self->block[0], &self->n_blocks, &watch);
}

/* A right vertex is in the block of its partner. */
static void
take_blocks (CadreBipartiteParts *self)
{
  for (guint32 j = 0; j < self->n[1]; j++)
    self->block[1][j] = self->part[1][j] == CADRE_KERNEL_PART_SQUARE
                          ? self->block[0][self->partner[1][j]]
                          : CADRE_KERNEL_NONE;
}

/**
 * cadre_bipartite_decompose:
 * @self: a #CadreBipartite
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Finds the components, the parts and the blocks of a graph.
 *
 * Union–find; Dulmage and Mendelsohn (1958), as Pothen and Fan (1990) compute it;
 * Tarjan (1972). O(vertices + edges) on top of cadre_bipartite_match().
 *
 * Returns: (transfer full): the parts, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreBipartiteParts *
cadre_bipartite_decompose (CadreBipartite *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreBipartiteParts) parts = NULL;

  g_return_val_if_fail (CADRE_IS_BIPARTITE (self), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  parts = g_object_new (CADRE_TYPE_BIPARTITE_PARTS, NULL);
  if (!cadre_bipartite_form_init (&parts->form, self, CADRE_BIPARTITE_FORM_PLAIN, error))
    return NULL;
  parts->n[0] = self->n_left;
  parts->n[1] = self->n_right;
  if (!allocate (parts, error) ||
      !cadre_bipartite_take_status (find_parts (parts, cancellable), cancellable, error))
    return NULL;

  take_blocks (parts);
  return g_steal_pointer (&parts);
}

/**
 * cadre_bipartite_parts_get_n_components:
 * @self: a #CadreBipartiteParts
 *
 * Gets how many components the graph has.
 *
 * Returns: how many components the graph has
 *
 * Since: 1.0
 */
guint
cadre_bipartite_parts_get_n_components (CadreBipartiteParts *self)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_PARTS (self), 0);

  return self->n_components;
}

/**
 * cadre_bipartite_parts_get_n_blocks:
 * @self: a #CadreBipartiteParts
 *
 * Gets how many blocks the square part has.
 *
 * Returns: how many blocks the square part has
 *
 * Since: 1.0
 */
guint
cadre_bipartite_parts_get_n_blocks (CadreBipartiteParts *self)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_PARTS (self), 0);

  return self->n_blocks;
}

/**
 * cadre_bipartite_parts_get_components:
 * @self: a #CadreBipartiteParts
 * @side: on which side
 * @n_vertices: (out): how many vertices that has
 *
 * Components are numbered by their first left vertex, and after those come
 * right vertices without edges.
 *
 * Returns: (array length=n_vertices) (transfer none): the component of each vertex
 *
 * Since: 1.0
 */
const guint *
cadre_bipartite_parts_get_components (CadreBipartiteParts *self,
                                      CadreBipartiteSide side,
                                      gsize *n_vertices)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_PARTS (self), NULL);
  g_return_val_if_fail (side == CADRE_BIPARTITE_SIDE_LEFT || side == CADRE_BIPARTITE_SIDE_RIGHT,
                        NULL);
  g_return_val_if_fail (n_vertices != NULL, NULL);

  *n_vertices = self->n[side];
  return self->component[side];
}

/**
 * cadre_bipartite_parts_get_blocks:
 * @self: a #CadreBipartiteParts
 * @side: on which side
 * @n_vertices: (out): how many vertices that has
 *
 * Edges of a left vertex lead to its own block or to one with a lower number.
 *
 * Returns: (array length=n_vertices) (transfer none): the block of each vertex, or -1 outside the
 * square part
 *
 * Since: 1.0
 */
const gint *
cadre_bipartite_parts_get_blocks (CadreBipartiteParts *self,
                                  CadreBipartiteSide side,
                                  gsize *n_vertices)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_PARTS (self), NULL);
  g_return_val_if_fail (side == CADRE_BIPARTITE_SIDE_LEFT || side == CADRE_BIPARTITE_SIDE_RIGHT,
                        NULL);
  g_return_val_if_fail (n_vertices != NULL, NULL);

  *n_vertices = self->n[side];
  return (const gint *) self->block[side];
}

/**
 * cadre_bipartite_parts_get_part:
 * @self: a #CadreBipartiteParts
 * @side: on which side
 * @vertex: a vertex of that side
 *
 * Gets in which part it is.
 *
 * Returns: in which part it is
 *
 * Since: 1.0
 */
CadreBipartitePart
cadre_bipartite_parts_get_part (CadreBipartiteParts *self, CadreBipartiteSide side, guint vertex)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_PARTS (self), CADRE_BIPARTITE_PART_SQUARE);
  g_return_val_if_fail (side == CADRE_BIPARTITE_SIDE_LEFT || side == CADRE_BIPARTITE_SIDE_RIGHT,
                        CADRE_BIPARTITE_PART_SQUARE);
  g_return_val_if_fail (vertex < self->n[side], CADRE_BIPARTITE_PART_SQUARE);

  return (CadreBipartitePart) self->part[side][vertex];
}

/**
 * cadre_bipartite_parts_check:
 * @self: a #CadreBipartiteParts
 * @error: return location for a #GError, or %NULL
 *
 * Checks that no edge leads from one component to another, or to a later part or
 * block, and that partners of a matching are in the same. That nothing could be
 * split further is not checked.
 *
 * Returns: %FALSE with @error set if the parts are not what they say they are
 *
 * Since: 1.0
 */
gboolean
cadre_bipartite_parts_check (CadreBipartiteParts *self, GError **error)
{
  g_return_val_if_fail (CADRE_IS_BIPARTITE_PARTS (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (cadre_kernel_components_check (&self->form.graph, self->component[0], self->component[1],
                                     self->n_components) &&
      cadre_kernel_decompose_check (&self->form.graph, self->partner[0], self->partner[1],
                                    self->part[0], self->part[1], self->block[0], self->n_blocks))
    return TRUE;

  g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_PROOF,
                       "The parts of the graph do not hold");
  return FALSE;
}
