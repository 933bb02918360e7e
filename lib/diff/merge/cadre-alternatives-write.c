/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff/merge/cadre-alternatives-private.h"
#include <cadre/cadre-enum-types.h>

static void
write_text (CadreWriter *writer, const char *name, const char *text)
{
  cadre_writer_member (writer, name);
  if (text != NULL)
    cadre_writer_string (writer, text);
  else
    cadre_writer_unknown (writer);
}

/* From the least to the most; pence as pounds are a matter for reports. */
static void
write_total (CadreWriter *writer, const char *name, CadreTotal *total)
{
  g_autoptr (CadreFraction) least = cadre_total_dup_least_fraction (total);
  g_autoptr (CadreFraction) most = cadre_total_dup_most_fraction (total);
  g_autofree char *least_text = cadre_fraction_to_string (least);
  g_autofree char *most_text = most != NULL ? cadre_fraction_to_string (most) : NULL;

  cadre_writer_member (writer, name);
  cadre_writer_begin_object (writer);
  write_text (writer, "least", least_text);
  write_text (writer, "most", most_text);
  cadre_writer_end_object (writer);
}

static void
write_figures (CadreWriter *writer, CadreRedaction *redaction, CadreFigures *figures)
{
  const CadreRecordKind kind = CADRE_RECORD_KIND_POST;

  cadre_writer_member (writer, "posts");
  cadre_writer_integer (writer,
                        cadre_figures_get_n_posts (figures) - cadre_figures_get_n_pooled (figures));
  cadre_writer_member (writer, "pooled-rows");
  cadre_writer_integer (writer, cadre_figures_get_n_pooled (figures));
  if (cadre_redaction_shows_field (redaction, kind, "establishment"))
    write_total (writer, "positions", cadre_figures_get_positions (figures));
  if (cadre_redaction_shows_field (redaction, kind, "budgeted-fte"))
    write_total (writer, "budgeted-fte", cadre_figures_get_budgeted_fte (figures));
  if (cadre_redaction_shows_field (redaction, kind, "cost"))
    write_total (writer, "cost-in-pence", cadre_figures_get_cost (figures));
}

static void
write_proposal (CadreAlternatives *self, guint i, CadreRedaction *redaction, CadreWriter *writer)
{
  cadre_writer_begin_object (writer);
  write_text (writer, "name", self->proposals[i].name);
  write_text (writer, "id", cadre_structure_get_id (self->proposals[i].structure));
  write_figures (writer, redaction, self->proposals[i].figures);
  cadre_writer_end_object (writer);
}

static void
write_cell (CadreAlternativesRow *row, guint proposal, CadreWriter *writer)
{
  const CadreAlternativeState state = cadre_alternatives_row_get_state (row, proposal);
  g_autoptr (GListModel) changes = cadre_alternatives_row_list_changes (row, proposal);

  cadre_writer_begin_object (writer);
  write_text (writer, "state", cadre_nick (CADRE_TYPE_ALTERNATIVE_STATE, state));
  if (g_list_model_get_n_items (changes) > 0)
    {
      cadre_writer_member (writer, "changes");
      cadre_writer_begin_array (writer);
      for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
        {
          g_autoptr (CadreChange) change = g_list_model_get_item (changes, i);

          cadre_change_write (change, writer);
        }
      cadre_writer_end_array (writer);
    }
  cadre_writer_end_object (writer);
}

static void
write_row (CadreAlternatives *self, guint32 i, CadreWriter *writer)
{
  g_autoptr (CadreAlternativesRow) row = cadre_alternatives_row_new (self, i);
  g_autofree char *name = cadre_alternatives_row_dup_name (row);

  cadre_writer_begin_object (writer);
  write_text (writer, "kind",
              cadre_nick (CADRE_TYPE_RECORD_KIND, cadre_alternatives_row_get_kind (row)));
  write_text (writer, "id", cadre_alternatives_row_get_id (row));
  write_text (writer, "name", name);
  cadre_writer_member (writer, "agreed");
  cadre_writer_boolean (writer, cadre_alternatives_row_is_agreed (row));
  cadre_writer_member (writer, "proposals");
  cadre_writer_begin_array (writer);
  for (guint k = 0; k < self->n_proposals; k++)
    write_cell (row, k, writer);
  cadre_writer_end_array (writer);
  cadre_writer_end_object (writer);
}

static void
write_table (CadreAlternatives *self, CadreRedaction *redaction, CadreWriter *writer)
{
  cadre_writer_begin_object (writer);
  cadre_writer_member (writer, "base");
  cadre_writer_begin_object (writer);
  write_text (writer, "id", cadre_structure_get_id (self->base));
  write_figures (writer, redaction, self->base_figures);
  cadre_writer_end_object (writer);

  cadre_writer_member (writer, "proposals");
  cadre_writer_begin_array (writer);
  for (guint i = 0; i < self->n_proposals; i++)
    write_proposal (self, i, redaction, writer);
  cadre_writer_end_array (writer);

  cadre_writer_member (writer, "rows");
  cadre_writer_begin_array (writer);
  for (guint32 i = 0; i < self->n_records; i++)
    write_row (self, i, writer);
  cadre_writer_end_array (writer);
  cadre_writer_end_object (writer);
}

/**
 * cadre_alternatives_write:
 * @self: a #CadreAlternatives
 * @redaction: who it is for
 * @writer: where to write it
 * @error: return location for a #GError, or %NULL
 *
 * Writes the table as one JSON object: the base and the proposals with their
 * figures, and the rows. It is made to be read by other programs. What is written
 * is what cadre_alternatives_redact() leaves.
 *
 * Returns: whether it could be redacted; nothing is written where @error is set
 *
 * Since: 1.0
 */
gboolean
cadre_alternatives_write (CadreAlternatives *self,
                          CadreRedaction *redaction,
                          CadreWriter *writer,
                          GError **error)
{
  g_autoptr (CadreAlternatives) shown = NULL;

  g_return_val_if_fail (CADRE_IS_ALTERNATIVES (self), FALSE);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), FALSE);
  g_return_val_if_fail (CADRE_IS_WRITER (writer), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  shown = cadre_alternatives_redact (self, redaction, error);
  if (shown == NULL)
    return FALSE;

  write_table (shown, redaction, writer);
  return TRUE;
}
