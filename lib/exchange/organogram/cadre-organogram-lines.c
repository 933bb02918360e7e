/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who reports to whom: refs are found whatever their case, first in the
 * organisation of the row, then in the others of the files. */

#include "config.h"

#include "exchange/organogram/cadre-organogram-private.h"

#include <string.h>

/* What post_of_ref holds for a ref that several organisations have, beside the
 * post whose id comes first. */
#define SHARED (1u << 31)

static int
compare_ids (CadreOrganogramDraft *self, guint32 a, guint32 b)
{
  return cadre_string_table_compare (self->tables->strings, cadre_organogram_post (self, a)->id,
                                     cadre_organogram_post (self, b)->id);
}

/* Puts the refs of posts by themselves, without their organisations. */
static gboolean
index_ref (CadreOrganogramDraft *self, guint32 post, GError **error)
{
  const CadreOrganogramRow *row =
    cadre_organogram_main_row (self, cadre_organogram_post (self, post));
  g_autofree char *ref =
    cadre_organogram_dup_part (cadre_organogram_text (self, row->cells[CADRE_CELL_REF]),
                               CADRE_MOST_REF);
  guint32 code = 0;
  guint32 known = 0;
  guint32 least = post;

  if (!cadre_organogram_draft_intern (self, ref, &code, error))
    return FALSE;

  known = cadre_code_map_get (&self->post_of_ref, code);
  if (known != 0 && compare_ids (self, (known & ~SHARED) - 1, post) < 0)
    least = (known & ~SHARED) - 1;
  return cadre_code_map_set (&self->post_of_ref, code, (least + 1) | (known != 0 ? SHARED : 0)) ||
         cadre_organogram_set_memory_error (error);
}

static gboolean
index_refs (CadreOrganogramDraft *self, GError **error)
{
  for (guint32 i = 0; i < self->posts->len; i++)
    {
      const CadreOrganogramPost *post = cadre_organogram_post (self, i);

      if (post->standing == CADRE_STANDING_ACTIVE && !post->has_own_id &&
          cadre_organogram_main_row (self, post)->cells[CADRE_CELL_REF] != 0 &&
          !index_ref (self, i, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
is_there (CadreOrganogramDraft *self, guint32 post)
{
  return post != 0 && cadre_organogram_post (self, post - 1)->standing == CADRE_STANDING_ACTIVE;
}

/* Whether a ref is written otherwise than by the post that has it. */
static gboolean
is_folded (CadreOrganogramDraft *self, const CadreOrganogramRow *row, guint32 manager)
{
  const CadreOrganogramRow *target =
    cadre_organogram_main_row (self, cadre_organogram_post (self, manager));

  return target->cells[CADRE_CELL_REF] != row->cells[CADRE_CELL_MANAGER];
}

static void
report_manager (CadreOrganogramDraft *self,
                const CadreOrganogramRow *row,
                guint32 found,
                gboolean is_ambiguous)
{
  CadreOrganogramFault fault = CADRE_FAULT_REF_FOLDED;

  if (is_ambiguous)
    cadre_organogram_report_row (self, CADRE_FAULT_MANAGER_AMBIGUOUS, row, CADRE_CELL_MANAGER, NULL,
                                 NULL);
  if (found == 0)
    fault = CADRE_FAULT_MANAGER_MISSING;
  else if (!is_there (self, found))
    fault = CADRE_FAULT_MANAGER_ELIMINATED;
  else if (!is_folded (self, row, found - 1))
    return;

  cadre_organogram_report_row (self, fault, row, CADRE_CELL_MANAGER, NULL, NULL);
}

/* Finds the post that a row reports to. Where there is none, the id is kept that
 * it would have. Nothing is asked of posts that are eliminated, and nothing is
 * said of them. */
gboolean
cadre_organogram_resolve (CadreOrganogramDraft *self,
                          const CadreOrganogramRow *row,
                          CadreOrganogramPost *post,
                          GError **error)
{
  g_autofree char *ref =
    cadre_organogram_dup_part (cadre_organogram_text (self, row->cells[CADRE_CELL_MANAGER]),
                               CADRE_MOST_REF);
  g_autofree char *id = g_strdup_printf ("%s/%s", cadre_organogram_text (self, row->space), ref);
  guint32 ref_code = 0;
  guint32 found = 0;
  guint32 elsewhere = 0;

  if (!cadre_organogram_draft_intern (self, id, &post->wanted, error) ||
      !cadre_organogram_draft_intern (self, ref, &ref_code, error))
    return FALSE;

  found = cadre_code_map_get (&self->post_of_id, post->wanted);
  if (!is_there (self, found))
    elsewhere = cadre_code_map_get (&self->post_of_ref, ref_code);
  if (elsewhere != 0)
    found = elsewhere & ~SHARED;

  if (post->standing != CADRE_STANDING_ELIMINATED)
    report_manager (self, row, found, (elsewhere & SHARED) != 0);
  if (found != 0)
    post->manager = found - 1;
  return TRUE;
}

static gboolean
find_manager (CadreOrganogramDraft *self, guint32 number, GError **error)
{
  CadreOrganogramPost *post = cadre_organogram_post (self, number);
  const CadreOrganogramRow *row = cadre_organogram_main_row (self, post);
  const char *ref = cadre_organogram_text (self, row->cells[CADRE_CELL_MANAGER]);

  post->is_top = ref == NULL || cadre_organogram_equal_folded (ref, "XX");
  if (ref == NULL && post->standing == CADRE_STANDING_ACTIVE)
    cadre_organogram_report_row (self, CADRE_FAULT_MANAGER_BLANK, row, CADRE_CELL_MANAGER, NULL,
                                 NULL);

  return post->is_top || cadre_organogram_resolve (self, row, post, error);
}

gboolean
cadre_organogram_draft_find_managers (CadreOrganogramDraft *self, GError **error)
{
  if (!index_refs (self, error))
    return FALSE;

  for (guint32 i = 0; i < self->posts->len; i++)
    if (!find_manager (self, i, error))
      return FALSE;

  return TRUE;
}
