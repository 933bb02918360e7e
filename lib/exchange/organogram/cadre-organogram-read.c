/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The steps from tables to structures. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "exchange/cadre-import-private.h"
#include "exchange/organogram/cadre-organogram-private.h"
#include "exchange/organogram/cadre-organogram-reader-private.h"

static gboolean
read_snapshot (CadreOrganogramDraft *draft,
               const CadreOrganogramSnapshot *snapshot,
               GCancellable *cancellable,
               GError **error)
{
  for (guint i = 0; i < 2; i++)
    if ((snapshot->files[i] != NULL || snapshot->bytes[i] != NULL) &&
        !cadre_organogram_draft_read (draft, snapshot->files[i], snapshot->bytes[i], i == 1,
                                      cancellable, error))
      return FALSE;

  return TRUE;
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  return cadre_packed_date_compare (*(const guint32 *) a, *(const guint32 *) b);
}

/* The dates, each once, in their order. */
static GArray *
collect_dates (CadreOrganogramReader *self)
{
  GArray *dates = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;

  for (guint i = 0; i < self->snapshots->len; i++)
    g_array_append_val (dates, g_array_index (self->snapshots, CadreOrganogramSnapshot, i).date);
  g_array_sort (dates, compare_dates);

  for (guint i = 0; i < dates->len; i++)
    if (i == 0 || g_array_index (dates, guint32, i) != g_array_index (dates, guint32, n - 1))
      g_array_index (dates, guint32, n++) = g_array_index (dates, guint32, i);
  g_array_set_size (dates, n);

  return dates;
}

static CadreOrganogramDraft *
draft_date (CadreOrganogramReader *self,
            CadreLimits *limits,
            guint32 date,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (CadreOrganogramDraft) draft = cadre_organogram_draft_new (limits);

  draft->repairs = self->repairs;
  draft->organisation = self->organisation;
  draft->employer = self->employer;
  draft->formula_guard = self->formula_guard;
  draft->as_of = date;
  for (guint i = 0; i < self->snapshots->len; i++)
    {
      const CadreOrganogramSnapshot *snapshot =
        &g_array_index (self->snapshots, CadreOrganogramSnapshot, i);

      if (snapshot->date == date && !read_snapshot (draft, snapshot, cancellable, error))
        return NULL;
    }

  return cadre_organogram_draft_check (draft, error) &&
             cadre_organogram_draft_find_spaces (draft, error) &&
             cadre_organogram_draft_find_posts (draft, error) &&
             cadre_organogram_draft_find_managers (draft, error) &&
             cadre_organogram_draft_find_pools (draft, error) &&
             cadre_organogram_draft_check_trees (draft, error) &&
             cadre_organogram_draft_name_pools (draft, error) &&
             cadre_organogram_draft_place (draft, error)
           ? g_steal_pointer (&draft)
           : NULL;
}

static CadreImport *
finish_date (CadreOrganogramDraft *draft, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreStructure) structure = NULL;

  if (!cadre_organogram_draft_fill (draft, error))
    return NULL;

  structure =
    cadre_structure_seal (g_steal_pointer (&draft->tables),
                          cadre_issue_list_new (cadre_limits_get_max_issues (draft->limits)),
                          cancellable, error);
  return structure != NULL ? cadre_import_new (structure, draft->issues, draft->fates) : NULL;
}

/**
 * cadre_organogram_reader_read:
 * @self: a #CadreOrganogramReader
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads all tables that were added. The reader stays as it is and may go on.
 *
 * A table that is no organogram is %CADRE_EXCHANGE_ERROR_FORM; one that is no CSV,
 * or past the limits, is an error of the domain %CADRE_DOCUMENT_ERROR. Whatever
 * else is wrong is an issue.
 *
 * Returns: (transfer full): a list of #CadreImport, one a date, in the order of
 *   the dates, an unknown one first; or %NULL with @error set
 *
 * Since: 1.0
 */
GListModel *
cadre_organogram_reader_read (CadreOrganogramReader *self,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (CadreLimits) limits = NULL;
  g_autoptr (GListStore) imports = NULL;
  g_autoptr (GPtrArray) drafts = NULL;
  g_autoptr (GArray) dates = NULL;

  g_return_val_if_fail (CADRE_IS_ORGANOGRAM_READER (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  limits = self->limits != NULL ? g_object_ref (self->limits) : cadre_limits_new_bounded ();
  imports = g_list_store_new (CADRE_TYPE_IMPORT);
  drafts = g_ptr_array_new_with_free_func ((GDestroyNotify) cadre_organogram_draft_free);
  dates = collect_dates (self);
  for (guint i = 0; i < dates->len; i++)
    {
      CadreOrganogramDraft *draft =
        draft_date (self, limits, g_array_index (dates, guint32, i), cancellable, error);

      if (draft == NULL)
        return NULL;
      g_ptr_array_add (drafts, draft);
    }

  if (!cadre_organogram_number_persons (drafts, self->names_are_identities, error))
    return NULL;

  for (guint i = 0; i < drafts->len; i++)
    {
      g_autoptr (CadreImport) import =
        finish_date (g_ptr_array_index (drafts, i), cancellable, error);

      if (import == NULL)
        return NULL;
      g_list_store_append (imports, import);
    }

  return G_LIST_MODEL (g_steal_pointer (&imports));
}

/**
 * cadre_organogram_load:
 * @senior: (nullable): the senior table, or %NULL for none
 * @junior: (nullable): the junior table, or %NULL for none
 * @date: (nullable): the date that the tables describe, or %NULL where it is not
 *   known
 * @limits: (nullable): how much each table may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads the tables of one date as they are, without any repair. See
 * #CadreOrganogramReader for more.
 *
 * Returns: (transfer full): what became of them, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreImport *
cadre_organogram_load (GFile *senior,
                       GFile *junior,
                       const CadreDate *date,
                       CadreLimits *limits,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (CadreOrganogramReader) reader = NULL;
  g_autoptr (GListModel) imports = NULL;

  g_return_val_if_fail (senior == NULL || G_IS_FILE (senior), NULL);
  g_return_val_if_fail (junior == NULL || G_IS_FILE (junior), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = cadre_organogram_reader_new ();
  cadre_organogram_reader_set_limits (reader, limits);
  cadre_organogram_reader_add_files (reader, date, senior, junior);
  imports = cadre_organogram_reader_read (reader, cancellable, error);

  return imports != NULL ? g_list_model_get_item (imports, 0) : NULL;
}
