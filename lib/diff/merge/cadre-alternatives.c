/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-alternatives
 * @Title: CadreAlternatives
 * @Short_Description: Several proposals over one base, side by side
 *
 * A council's paper has to name the alternatives that were considered, and a
 * union answers a proposal with one of its own. A #CadreAlternatives holds one
 * base and any number of proposals, A, B, C and so on. It is a #GListModel of
 * #CadreAlternativesRow: a row for each record that is different from the base
 * in at least one proposal, in order of the kinds of records and then of their
 * ids, and in each row what becomes of the record in each proposal. Rows in
 * which all proposals agree are told from those in which they differ.
 *
 * What belongs to a post, such as its lines and functions, is in the row of the
 * post, as it is in a #CadreDiff.
 *
 * Which posts of a proposal are posts of the base is a #CadreMapping. Posts that
 * two proposals create are one row where their ids are equal, or where a mapping
 * between the two proposals says that they are one post.
 */

#include "config.h"

#include "diff/merge/cadre-alternatives-private.h"
#include <cadre/cadre-metrics.h>

static void list_model_iface_init (GListModelInterface *iface);

/**
 * CadreAlternatives:
 *
 * Several proposals over one base, side by side.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CadreAlternatives,
                               cadre_alternatives,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
cadre_alternatives_get_item_type (GListModel *model)
{
  return CADRE_TYPE_ALTERNATIVES_ROW;
}

static guint
cadre_alternatives_get_n_items (GListModel *model)
{
  return CADRE_ALTERNATIVES (model)->n_records;
}

static gpointer
cadre_alternatives_get_item (GListModel *model, guint position)
{
  return cadre_alternatives_get_row (CADRE_ALTERNATIVES (model), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_alternatives_get_item_type;
  iface->get_n_items = cadre_alternatives_get_n_items;
  iface->get_item = cadre_alternatives_get_item;
}

static void
clear_proposal (CadreProposal *proposal)
{
  g_free (proposal->name);
  g_clear_object (&proposal->structure);
  g_clear_object (&proposal->figures);
  g_clear_object (&proposal->diff);
  g_clear_object (&proposal->from_first);
  g_free (proposal->posts);
  g_free (proposal->rows_of_posts);
}

static void
cadre_alternatives_finalize (GObject *object)
{
  CadreAlternatives *self = CADRE_ALTERNATIVES (object);

  for (guint i = 0; i < self->n_proposals; i++)
    clear_proposal (&self->proposals[i]);
  for (guint32 i = 0; i < self->n_records; i++)
    g_free (self->records[i].id);
  g_free (self->proposals);
  g_free (self->records);
  g_free (self->entries);
  g_clear_object (&self->base);
  g_clear_object (&self->base_figures);
  g_clear_object (&self->original);

  G_OBJECT_CLASS (cadre_alternatives_parent_class)->finalize (object);
}

static void
cadre_alternatives_class_init (CadreAlternativesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_alternatives_finalize;
}

static void
cadre_alternatives_init (CadreAlternatives *self)
{
}

/* A to Z, and numbers after that. */
static char *
make_name (guint i)
{
  return i < 26 ? g_strdup_printf ("%c", 'A' + i) : g_strdup_printf ("%u", i + 1);
}

static CadreFigures *
work_out_figures (CadreStructure *structure, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreMetrics) metrics = cadre_metrics_new (structure, cancellable, error);

  return metrics != NULL ? g_object_ref (cadre_metrics_get_overall (metrics)) : NULL;
}

static void
take_structures (CadreAlternatives *self,
                 CadreStructure *base,
                 CadreStructure *const *proposals,
                 gsize n,
                 const char *const *names)
{
  self->base = g_object_ref (base);
  self->n_base_posts = cadre_structure_get_n_records (base, CADRE_RECORD_KIND_POST);
  self->n_proposals = (guint) n;
  self->proposals = g_new0 (CadreProposal, n);
  for (guint i = 0; i < n; i++)
    {
      CadreProposal *proposal = &self->proposals[i];
      const char *name = names != NULL ? *names : NULL;

      proposal->name = name != NULL ? g_strdup (name) : make_name (i);
      proposal->structure = g_object_ref (proposals[i]);
      proposal->tables = cadre_structure_get_tables (proposals[i]);
      proposal->index = cadre_structure_get_index (proposals[i]);
      names += name != NULL;
    }
}

static gboolean
is_proposal (CadreAlternatives *self, CadreStructure *structure)
{
  for (guint i = 0; i < self->n_proposals; i++)
    if (self->proposals[i].structure == structure)
      return TRUE;

  return FALSE;
}

static gboolean
check_mappings (CadreAlternatives *self,
                CadreMapping *const *mappings,
                gsize n_mappings,
                GError **error)
{
  for (gsize i = 0; i < n_mappings; i++)
    if (mappings[i] != NULL &&
        (!is_proposal (self, mappings[i]->after) ||
         (mappings[i]->before != self->base && !is_proposal (self, mappings[i]->before))))
      {
        g_set_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MAPPING,
                     "Mapping %" G_GSIZE_FORMAT
                     " is neither from the base to a proposal nor between proposals",
                     i + 1);
        return FALSE;
      }

  return TRUE;
}

static CadreMapping *
find_mapping (CadreAlternatives *self, guint k, CadreMapping *const *mappings, gsize n_mappings)
{
  for (gsize i = 0; i < n_mappings; i++)
    if (mappings[i] != NULL && mappings[i]->before == self->base &&
        mappings[i]->after == self->proposals[k].structure)
      return mappings[i];

  return NULL;
}

static gboolean
compare_with_base (CadreAlternatives *self,
                   CadreMapping *const *mappings,
                   gsize n_mappings,
                   GCancellable *cancellable,
                   GError **error)
{
  self->base_figures = work_out_figures (self->base, cancellable, error);
  if (self->base_figures == NULL)
    return FALSE;

  for (guint i = 0; i < self->n_proposals; i++)
    {
      CadreProposal *proposal = &self->proposals[i];

      proposal->diff =
        cadre_diff_new (self->base, proposal->structure,
                        find_mapping (self, i, mappings, n_mappings), cancellable, error);
      if (proposal->diff == NULL)
        return FALSE;
      proposal->figures = work_out_figures (proposal->structure, cancellable, error);
      if (proposal->figures == NULL)
        return FALSE;
    }

  return TRUE;
}

static gboolean
set_memory_error (GError **error)
{
  g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MEMORY,
                       "There is not enough memory to compare the alternatives");
  return FALSE;
}

/* The first proposal and another one have the posts in common that have the same
 * numbers. */
static gboolean
compare_with_first (CadreAlternatives *self, guint k, GCancellable *cancellable, GError **error)
{
  CadreProposal *first = &self->proposals[0];
  CadreProposal *proposal = &self->proposals[k];
  const guint n = cadre_structure_get_n_records (proposal->structure, CADRE_RECORD_KIND_POST);
  g_autofree guint32 *expected = g_try_new (guint32, (gsize) n + 1);
  g_autoptr (CadreMapping) mapping = NULL;

  if (expected == NULL)
    return set_memory_error (error);

  for (guint32 row = 0; row < n; row++)
    expected[row] = first->rows_of_posts[proposal->posts[row]];
  mapping = cadre_alternatives_map (first->structure, proposal->structure, expected, error);
  if (mapping == NULL)
    return FALSE;

  proposal->from_first =
    cadre_diff_new (first->structure, proposal->structure, mapping, cancellable, error);
  return proposal->from_first != NULL;
}

CadreAlternatives *
cadre_alternatives_make (CadreStructure *base,
                         CadreStructure *const *proposals,
                         gsize n_proposals,
                         const char *const *names,
                         CadreMapping *const *mappings,
                         gsize n_mappings,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (CadreAlternatives) self = g_object_new (CADRE_TYPE_ALTERNATIVES, NULL);

  take_structures (self, base, proposals, n_proposals, names);
  if (!check_mappings (self, mappings, n_mappings, error) ||
      !compare_with_base (self, mappings, n_mappings, cancellable, error))
    return NULL;
  if (!cadre_alternatives_number_posts (self, mappings, n_mappings))
    {
      set_memory_error (error);
      return NULL;
    }

  for (guint i = 1; i < self->n_proposals; i++)
    if (!compare_with_first (self, i, cancellable, error))
      return NULL;
  if (!cadre_alternatives_find_rows (self))
    {
      set_memory_error (error);
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * cadre_alternatives_new:
 * @baseline: the structure that all proposals start from
 * @proposals: (array length=n_proposals): the proposals
 * @n_proposals: how many there are
 * @names: (nullable) (array zero-terminated=1): what to call them, or %NULL; those
 *   without a name are called A, B, C
 * @mappings: (array length=n_mappings) (nullable): mappings from the base to
 *   proposals, and between proposals for posts that they create under different
 *   ids, in any order, %NULL among them standing for none; where there is none,
 *   ids and lineages say which posts are one
 * @n_mappings: how many there are
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Compares proposals over one base.
 *
 * Takes time in proportion to the rows and texts of all structures, and for
 * putting n changes in order O(n log n).
 *
 * Returns: (transfer full): the alternatives, or %NULL with @error set if a
 *   mapping is between other structures, a sum is out of range, it was cancelled,
 *   or for want of memory
 *
 * Since: 1.0
 */
CadreAlternatives *
cadre_alternatives_new (CadreStructure *baseline,
                        CadreStructure *const *proposals,
                        gsize n_proposals,
                        const char *const *names,
                        CadreMapping *const *mappings,
                        gsize n_mappings,
                        GCancellable *cancellable,
                        GError **error)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (baseline), NULL);
  g_return_val_if_fail (n_proposals == 0 || proposals != NULL, NULL);
  g_return_val_if_fail (n_mappings == 0 || mappings != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  for (gsize i = 0; i < n_proposals; i++)
    g_return_val_if_fail (CADRE_IS_STRUCTURE (proposals[i]), NULL);

  return cadre_alternatives_make (baseline, proposals, n_proposals, names, mappings, n_mappings,
                                  cancellable, error);
}

/**
 * cadre_alternatives_get_base:
 * @self: a #CadreAlternatives
 *
 * Gets the structure that all proposals start from.
 *
 * Returns: (transfer none): the base
 *
 * Since: 1.0
 */
CadreStructure *
cadre_alternatives_get_base (CadreAlternatives *self)
{
  g_return_val_if_fail (CADRE_IS_ALTERNATIVES (self), NULL);

  return self->base;
}

/**
 * cadre_alternatives_get_n_proposals:
 * @self: a #CadreAlternatives
 *
 * Counts the proposals.
 *
 * Returns: how many there are
 *
 * Since: 1.0
 */
guint
cadre_alternatives_get_n_proposals (CadreAlternatives *self)
{
  g_return_val_if_fail (CADRE_IS_ALTERNATIVES (self), 0);

  return self->n_proposals;
}

/**
 * cadre_alternatives_get_proposal:
 * @self: a #CadreAlternatives
 * @position: the place of a proposal
 *
 * Gets a proposal.
 *
 * Returns: (transfer none) (nullable): the structure, or %NULL if there are not
 *   so many
 *
 * Since: 1.0
 */
CadreStructure *
cadre_alternatives_get_proposal (CadreAlternatives *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_ALTERNATIVES (self), NULL);

  return position < self->n_proposals ? self->proposals[position].structure : NULL;
}

/**
 * cadre_alternatives_get_name:
 * @self: a #CadreAlternatives
 * @position: the place of a proposal
 *
 * Gets what a proposal is called.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL if there are not so
 *   many
 *
 * Since: 1.0
 */
const char *
cadre_alternatives_get_name (CadreAlternatives *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_ALTERNATIVES (self), NULL);

  return position < self->n_proposals ? self->proposals[position].name : NULL;
}

/**
 * cadre_alternatives_get_diff:
 * @self: a #CadreAlternatives
 * @position: the place of a proposal
 *
 * Gets what is different between the base and a proposal.
 *
 * Returns: (transfer none) (nullable): the differences, or %NULL if there are
 *   not so many proposals
 *
 * Since: 1.0
 */
CadreDiff *
cadre_alternatives_get_diff (CadreAlternatives *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_ALTERNATIVES (self), NULL);

  return position < self->n_proposals ? self->proposals[position].diff : NULL;
}

/**
 * cadre_alternatives_get_base_figures:
 * @self: a #CadreAlternatives
 *
 * Gets the staffing of the base: posts, positions, full-time equivalents and
 * cost, each as far as it is known.
 *
 * Returns: (transfer none): the figures
 *
 * Since: 1.0
 */
CadreFigures *
cadre_alternatives_get_base_figures (CadreAlternatives *self)
{
  g_return_val_if_fail (CADRE_IS_ALTERNATIVES (self), NULL);

  return self->base_figures;
}

/**
 * cadre_alternatives_get_figures:
 * @self: a #CadreAlternatives
 * @position: the place of a proposal
 *
 * Gets the staffing of a proposal.
 *
 * Returns: (transfer none) (nullable): the figures, or %NULL if there are not so
 *   many proposals
 *
 * Since: 1.0
 */
CadreFigures *
cadre_alternatives_get_figures (CadreAlternatives *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_ALTERNATIVES (self), NULL);

  return position < self->n_proposals ? self->proposals[position].figures : NULL;
}

/**
 * cadre_alternatives_get_row:
 * @self: a #CadreAlternatives
 * @position: the place in the table
 *
 * Gets a row.
 *
 * Returns: (transfer full) (nullable): the row, or %NULL if there are not so many
 *
 * Since: 1.0
 */
CadreAlternativesRow *
cadre_alternatives_get_row (CadreAlternatives *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_ALTERNATIVES (self), NULL);

  return position < self->n_records ? cadre_alternatives_row_new (self, position) : NULL;
}
