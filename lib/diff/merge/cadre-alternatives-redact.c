/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Alternatives as a reader may see them: the same table, of what a redaction
 * leaves of each structure. */

#include "config.h"

#include "diff/merge/cadre-alternatives-private.h"

/* By row of a redacted structure: the row that the same post has in another one,
 * before it was redacted, in terms of what is left of that. */
typedef struct
{
  CadreStructure *before; /* redacted */
  CadreStructure *after;  /* redacted */
  const CadreTables *original_before;
  const CadreTables *original_after;
  const guint32 *partners; /* by row of the original after: the row of the original before */
} Translation;

static guint32
find_again (const CadreTables *there, const CadreTables *here, guint32 row)
{
  const char *id = cadre_tables_id (here, CADRE_RECORD_KIND_POST, row);

  return id != NULL ? cadre_tables_find (there, CADRE_RECORD_KIND_POST, id) : CADRE_NO_ROW;
}

static CadreMapping *
translate (const Translation *self, GError **error)
{
  const CadreTables *before = cadre_structure_get_tables (self->before);
  const CadreTables *after = cadre_structure_get_tables (self->after);
  const guint32 n = cadre_tables_get (after, CADRE_RECORD_KIND_POST)->n_rows;
  g_autofree guint32 *expected = g_new (guint32, (gsize) n + 1);

  for (guint32 row = 0; row < n; row++)
    {
      const guint32 original = find_again (self->original_after, after, row);
      const guint32 partner = original != CADRE_NO_ROW ? self->partners[original] : CADRE_NO_ROW;

      expected[row] = partner != CADRE_NO_ROW ? find_again (before, self->original_before, partner)
                                              : CADRE_NO_ROW;
    }

  return cadre_alternatives_map (self->before, self->after, expected, error);
}

/* By row of a proposal: the row of an earlier one that is the same post. */
static guint32 *
find_partners (const CadreProposal *earlier, const CadreProposal *later)
{
  const guint32 n = cadre_tables_get (later->tables, CADRE_RECORD_KIND_POST)->n_rows;
  guint32 *partners = g_new (guint32, (gsize) n + 1);

  for (guint32 row = 0; row < n; row++)
    partners[row] = earlier->rows_of_posts[later->posts[row]];

  return partners;
}

/* The mappings from the base, and those between proposals. */
static gboolean
add_mappings (CadreAlternatives *self,
              CadreStructure *base,
              GPtrArray *proposals,
              GPtrArray *mappings,
              GError **error)
{
  for (guint k = 0; k < self->n_proposals; k++)
    {
      const CadreProposal *later = &self->proposals[k];
      Translation translation = { base, proposals->pdata[k],
                                  cadre_structure_get_tables (self->base), later->tables,
                                  cadre_diff_get_mapping (later->diff)->posts.before_of };
      CadreMapping *mapping = translate (&translation, error);

      for (guint j = 0; mapping != NULL && j < k; j++)
        {
          g_autofree guint32 *partners = find_partners (&self->proposals[j], later);

          g_ptr_array_add (mappings, mapping);
          translation.before = proposals->pdata[j];
          translation.original_before = self->proposals[j].tables;
          translation.partners = partners;
          mapping = translate (&translation, error);
        }
      if (mapping == NULL)
        return FALSE;
      g_ptr_array_add (mappings, mapping);
    }

  return TRUE;
}

static GPtrArray *
redact_proposals (CadreAlternatives *self, CadreRedaction *redaction, GError **error)
{
  g_autoptr (GPtrArray) proposals = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->n_proposals; i++)
    {
      CadreStructure *proposal =
        cadre_redaction_apply (redaction, self->proposals[i].structure, error);

      if (proposal == NULL)
        return NULL;
      g_ptr_array_add (proposals, proposal);
    }

  return g_steal_pointer (&proposals);
}

/* Proposals of which one is hidden cannot be said to agree. */
static void
mark_hidden (CadreAlternatives *self)
{
  for (guint32 i = 0; i < self->n_records; i++)
    {
      guint n_hidden = 0;

      for (guint k = 0; k < self->n_proposals; k++)
        n_hidden += cadre_alternatives_get_state (self, i, k) == CADRE_ALTERNATIVE_STATE_HIDDEN;
      if (n_hidden > 0 && n_hidden < self->n_proposals)
        self->records[i].agreed = FALSE;
    }
}

static CadreAlternatives *
redact (CadreAlternatives *self, CadreRedaction *redaction, GError **error)
{
  g_autoptr (CadreStructure) base = cadre_redaction_apply (redaction, self->base, error);
  g_autoptr (GPtrArray) proposals = NULL;
  g_autoptr (GPtrArray) mappings = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  CadreAlternatives *redacted = NULL;

  proposals = base != NULL ? redact_proposals (self, redaction, error) : NULL;
  if (proposals == NULL || !add_mappings (self, base, proposals, mappings, error))
    return NULL;

  for (guint i = 0; i < self->n_proposals; i++)
    g_ptr_array_add (names, self->proposals[i].name);
  g_ptr_array_add (names, NULL);
  redacted =
    cadre_alternatives_make (base, (CadreStructure *const *) proposals->pdata, proposals->len,
                             (const char *const *) names->pdata,
                             (CadreMapping *const *) mappings->pdata, mappings->len, NULL, error);
  if (redacted == NULL)
    return NULL;

  redacted->original = g_object_ref (self);
  mark_hidden (redacted);
  return redacted;
}

/**
 * cadre_alternatives_redact:
 * @self: a #CadreAlternatives
 * @redaction: who it is for
 * @error: return location for a #GError, or %NULL
 *
 * Makes the table that a reader may see: that of what the redaction leaves of
 * each structure. What the reader is not shown of one of them is not taken for
 * what is not there: the state is %CADRE_ALTERNATIVE_STATE_HIDDEN.
 *
 * Levels that show no posts have no alternatives: where only sums are shown,
 * what two of them differ by could tell of one person.
 *
 * Returns: (transfer full): the table, @self itself if all is shown, or %NULL
 *   with @error set
 *
 * Since: 1.0
 */
CadreAlternatives *
cadre_alternatives_redact (CadreAlternatives *self, CadreRedaction *redaction, GError **error)
{
  g_return_val_if_fail (CADRE_IS_ALTERNATIVES (self), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (cadre_redaction_get_level (redaction) == CADRE_REDACTION_LEVEL_FULL)
    return g_object_ref (self);
  if (!cadre_redaction_shows_field (redaction, CADRE_RECORD_KIND_POST, "id"))
    {
      g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_REDACTION,
                           "The level of redaction shows no posts to compare");
      return NULL;
    }

  return redact (self, redaction, error);
}
