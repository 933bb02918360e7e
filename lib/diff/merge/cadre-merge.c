/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-merge
 * @Title: CadreMerge
 * @Short_Description: Two proposals over one base, made one
 *
 * A #CadreMerge takes two comparisons with one base, ours and theirs, and puts
 * together what they change, record by record and field by field. What only one
 * side changes is taken, and what both change alike is taken once. Where they
 * contradict each other there is a #CadreMergeConflict; it is a #GListModel of
 * these, in order of the records. Circles that are found where nothing else has to be
 * resolved, such as those that only come of how others are, stand behind them.
 *
 * A post that one side gives another id is the same post: what the other side
 * says of it holds, and so do its references to it.
 *
 * cadre_merge_resolve() says what is to hold in a conflict, and once that is said
 * of all, cadre_merge_build() makes the structure. The resolutions can be written
 * as a document, and replayed when a later version of a proposal is merged. Each
 * remembers what the three sides said: where any of that is not the same any
 * more, the resolution is stale, and is refused.
 *
 * Merging with the base, or with what is the same, changes nothing, and whichever
 * of two proposals is called ours makes no difference but for the names.
 *
 * A merge is used by one thread at a time.
 */

#include "config.h"

#include "diff/merge/cadre-merge-private.h"
#include "diff/patch/cadre-patch-circles-private.h"

#include <string.h>

static void list_model_iface_init (GListModelInterface *iface);

/**
 * CadreMerge:
 *
 * Two proposals over one base, made one.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CadreMerge,
                               cadre_merge,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
cadre_merge_get_item_type (GListModel *model)
{
  return CADRE_TYPE_MERGE_CONFLICT;
}

static guint
cadre_merge_get_n_items (GListModel *model)
{
  return CADRE_MERGE (model)->findings->len;
}

static gpointer
cadre_merge_get_item (GListModel *model, guint position)
{
  return cadre_merge_get_conflict (CADRE_MERGE (model), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_merge_get_item_type;
  iface->get_n_items = cadre_merge_get_n_items;
  iface->get_item = cadre_merge_get_item;
}

static void
cadre_merge_finalize (GObject *object)
{
  CadreMerge *self = CADRE_MERGE (object);

  g_clear_object (&self->diffs[0]);
  g_clear_object (&self->diffs[1]);
  g_clear_pointer (&self->strings, cadre_string_table_unref);
  g_clear_pointer (&self->ops, g_array_unref);
  g_clear_pointer (&self->ids, g_hash_table_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);
  g_free (self->language);
  g_clear_pointer (&self->identity, cadre_patch_identity_unref);

  G_OBJECT_CLASS (cadre_merge_parent_class)->finalize (object);
}

static void
cadre_merge_class_init (CadreMergeClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_merge_finalize;
}

static void
cadre_merge_init (CadreMerge *self)
{
  self->strings = cadre_string_table_new ();
  self->ops = g_array_new (FALSE, FALSE, sizeof (CadreMergeOp));
  self->ids = cadre_merge_ids_new ();
  self->findings = g_ptr_array_new_with_free_func (cadre_merge_finding_unref);
}

/**
 * cadre_merge_new:
 * @ours: what is different between the base and one proposal
 * @theirs: what is different between the same base and another
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Puts two proposals together, and finds where they contradict each other.
 *
 * Returns: (transfer full): the merge, or %NULL with @error set if the two do not
 *   have one base, it was cancelled, or for want of memory
 *
 * Since: 1.0
 */
CadreMerge *
cadre_merge_new (CadreDiff *ours, CadreDiff *theirs, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreMerge) self = NULL;
  g_autoptr (CadrePatch) our_patch = NULL;
  g_autoptr (CadrePatch) their_patch = NULL;

  g_return_val_if_fail (CADRE_IS_DIFF (ours), NULL);
  g_return_val_if_fail (CADRE_IS_DIFF (theirs), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (cadre_diff_get_before (ours) != cadre_diff_get_before (theirs))
    {
      g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MERGE,
                           "The two comparisons to merge do not start from one structure");
      return NULL;
    }
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  our_patch = cadre_patch_new (ours, error);
  their_patch = our_patch != NULL ? cadre_patch_new (theirs, error) : NULL;
  if (their_patch == NULL)
    return NULL;

  self = g_object_new (CADRE_TYPE_MERGE, NULL);
  self->diffs[CADRE_OURS] = g_object_ref (ours);
  self->diffs[CADRE_THEIRS] = g_object_ref (theirs);
  self->language = g_strdup (cadre_patch_text (our_patch, our_patch->language));
  self->identity = cadre_patch_identity_ref (our_patch->before);
  if (!cadre_merge_collect (self, our_patch, their_patch, error) ||
      !cadre_merge_find_conflicts (self, cancellable, error))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * cadre_merge_get_ours:
 * @self: a #CadreMerge
 *
 * Gets what is different between the base and our proposal.
 *
 * Returns: (transfer none): the differences
 *
 * Since: 1.0
 */
CadreDiff *
cadre_merge_get_ours (CadreMerge *self)
{
  g_return_val_if_fail (CADRE_IS_MERGE (self), NULL);

  return self->diffs[CADRE_OURS];
}

/**
 * cadre_merge_get_theirs:
 * @self: a #CadreMerge
 *
 * Gets what is different between the base and their proposal.
 *
 * Returns: (transfer none): the differences
 *
 * Since: 1.0
 */
CadreDiff *
cadre_merge_get_theirs (CadreMerge *self)
{
  g_return_val_if_fail (CADRE_IS_MERGE (self), NULL);

  return self->diffs[CADRE_THEIRS];
}

/**
 * cadre_merge_get_conflict:
 * @self: a #CadreMerge
 * @position: the place in the list
 *
 * Gets a conflict.
 *
 * Returns: (transfer full) (nullable): the conflict, or %NULL if there are not so
 *   many
 *
 * Since: 1.0
 */
CadreMergeConflict *
cadre_merge_get_conflict (CadreMerge *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_MERGE (self), NULL);

  return position < self->findings->len
           ? cadre_merge_conflict_new (self, self->findings->pdata[position])
           : NULL;
}

/**
 * cadre_merge_get_n_unresolved:
 * @self: a #CadreMerge
 *
 * Counts the conflicts that are not resolved and have to be. What is only about the
 * document holds as cadre_merge_conflict_get_proposal() says, and is not counted.
 *
 * Returns: how many there are
 *
 * Since: 1.0
 */
guint
cadre_merge_get_n_unresolved (CadreMerge *self)
{
  g_return_val_if_fail (CADRE_IS_MERGE (self), 0);

  return self->n_unresolved;
}

static gboolean
set_form_error (GError **error, const char *message)
{
  g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MERGE, message);
  return FALSE;
}

/* A value as canonical text; NULL with @error set where it is none. */
static char *
dup_canonical (const char *value, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (value, strlen (value));
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, NULL);
  g_autofree char *text = cadre_reader_read_canonical (reader, NULL, error);
  CadreToken token = CADRE_TOKEN_END;

  if (text == NULL || !cadre_reader_next (reader, &token, NULL, error))
    return NULL;

  return g_steal_pointer (&text);
}

/**
 * cadre_merge_resolve:
 * @self: a #CadreMerge
 * @position: the place of a conflict
 * @choice: what is to hold
 * @value: (nullable): with %CADRE_MERGE_CHOICE_VALUE the value as JSON text, where
 *   `null` stands for none; else %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Resolves a conflict, or with %CADRE_MERGE_CHOICE_NONE takes that back. Who has decided
 * it, and why, is then for cadre_merge_explain_resolution() to say: of another resolution it
 * is forgotten.
 *
 * Where one side deletes a record and the choice is for the other, what belongs
 * to the record stays as well.
 *
 * Once all conflicts are resolved, the lines and units of what is chosen are followed. A
 * circle that comes of it is one more conflict, at the end of the list. What is chosen
 * there holds of a line that was resolved as neither side wants it, too. Where only one side
 * has a part in it, or both the same, the rest comes of what was chosen before: who then
 * chooses that leaves the circle as it is, and cadre_merge_build() refuses it.
 * It goes when a conflict before it is resolved otherwise; if it comes of that as well,
 * it stays as it was resolved.
 *
 * Returns: whether it is resolved so; %FALSE with @error set if there is no such
 *   conflict, the value is not JSON, missing, or not of a single field, or for want
 *   of memory
 *
 * Since: 1.0
 */
gboolean
cadre_merge_resolve (CadreMerge *self,
                     guint position,
                     CadreMergeChoice choice,
                     const char *value,
                     GError **error)
{
  CadreMergeFinding *finding = NULL;
  g_autofree char *canonical = NULL;

  g_return_val_if_fail (CADRE_IS_MERGE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (position >= self->findings->len)
    return set_form_error (error, "There is no such conflict to resolve");
  finding = self->findings->pdata[position];
  if ((choice == CADRE_MERGE_CHOICE_VALUE) != (value != NULL))
    return set_form_error (error, "A value is stated where a value is chosen, and only there");
  if (value != NULL && finding->kind != CADRE_MERGE_CONFLICT_KIND_FIELD)
    return set_form_error (error, "Only the conflict of a field can be resolved by a value");
  if (value != NULL)
    {
      canonical = dup_canonical (value, error);
      if (canonical == NULL)
        return FALSE;
    }

  if (finding->choice != choice || g_strcmp0 (finding->value, canonical) != 0)
    cadre_merge_finding_forget_reasons (finding);
  cadre_merge_finding_choose (self, finding, choice);
  g_free (finding->value);
  finding->value = g_steal_pointer (&canonical);
  return cadre_merge_follow_resolutions (self, finding->round, error);
}

/**
 * cadre_merge_make_patch:
 * @self: a #CadreMerge
 * @error: return location for a #GError, or %NULL
 *
 * Makes the patch that leads from the base to the merged structure. Where a proposal has a
 * circle of its own, cadre_patch_apply() refuses that patch, which does not know whose it is;
 * cadre_merge_build() does not.
 *
 * Returns: (transfer full): the patch, or %NULL with @error set if conflicts are
 *   not resolved, or for want of memory
 *
 * Since: 1.0
 */
CadrePatch *
cadre_merge_make_patch (CadreMerge *self, GError **error)
{
  g_return_val_if_fail (CADRE_IS_MERGE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (self->n_unresolved > 0)
    {
      g_set_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_CONFLICT,
                   "%u of %u conflicts are not resolved", self->n_unresolved, self->findings->len);
      return NULL;
    }

  return cadre_merge_make_chosen_patch (self, NULL, error);
}

/**
 * cadre_merge_build:
 * @self: a #CadreMerge
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Makes the merged structure. A circle of managers or of units that the base or one of the
 * proposals has is in it, as far as that is chosen; any other is refused.
 *
 * Returns: (transfer full): the structure, or %NULL with @error set if conflicts
 *   are not resolved, what is chosen does not fit together, it was cancelled, or
 *   for want of memory; to %CADRE_DIFF_ERROR_CIRCLE where a circle comes of it
 *
 * Since: 1.0
 */
CadreStructure *
cadre_merge_build (CadreMerge *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadrePatch) patch = NULL;
  CadreStructure *known[3] = { NULL, NULL, NULL };

  g_return_val_if_fail (CADRE_IS_MERGE (self), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  patch = cadre_merge_make_patch (self, error);
  if (patch == NULL)
    return NULL;

  known[0] = cadre_diff_get_before (self->diffs[CADRE_OURS]);
  known[1] = cadre_diff_get_after (self->diffs[CADRE_OURS]);
  known[2] = cadre_diff_get_after (self->diffs[CADRE_THEIRS]);
  return cadre_patch_carry_out_soundly (patch, known, G_N_ELEMENTS (known), cancellable, error);
}
