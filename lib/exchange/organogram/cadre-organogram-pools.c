/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The junior file: a row is a number of like posts under a senior one. */

#include "config.h"

#include "exchange/organogram/cadre-organogram-private.h"

/* Pools have no refs. What they are stands for it, so that a pool keeps its id
 * from date to date; pools that are alike are numbered. */
static char *
dup_base (CadreOrganogramDraft *self,
          const CadreOrganogramPost *post,
          const CadreOrganogramRow *row)
{
  g_autofree char *grade =
    cadre_organogram_dup_slug (cadre_organogram_text (self, row->cells[CADRE_CELL_GRADE]),
                               CADRE_MOST_GRADE);
  g_autofree char *title =
    cadre_organogram_dup_slug (cadre_organogram_text (self, row->cells[CADRE_CELL_TITLE]),
                               CADRE_MOST_TITLE);
  g_autofree char *none = g_strdup_printf ("%s/-", cadre_organogram_text (self, row->space));
  const char *senior = none;

  if (post->manager != CADRE_NO_ROW)
    senior = cadre_organogram_text (self, cadre_organogram_post (self, post->manager)->id);
  else if (post->wanted != 0)
    senior = cadre_organogram_text (self, post->wanted);

  return g_strdup_printf ("%s/%s/%s", senior, grade, title);
}

static gboolean
add_pool (CadreOrganogramDraft *self, guint32 number, GError **error)
{
  const CadreOrganogramRow *row = cadre_organogram_junior (self, number);
  CadreOrganogramPost post = {
    .row = number, .last = number, .manager = CADRE_NO_ROW, .standing = CADRE_STANDING_POOLED
  };

  if (row->cells[CADRE_CELL_MANAGER] == 0)
    cadre_organogram_report_row (self, CADRE_FAULT_MANAGER_BLANK, row, CADRE_CELL_MANAGER, NULL,
                                 NULL);
  else if (!cadre_organogram_resolve (self, row, &post, error))
    return FALSE;

  g_array_append_val (self->posts, post);
  self->fates[CADRE_ROW_FATE_GROUPED_POST]++;
  return TRUE;
}

gboolean
cadre_organogram_draft_find_pools (CadreOrganogramDraft *self, GError **error)
{
  for (guint32 i = 0; i < self->juniors->len; i++)
    if (!add_pool (self, i, error))
      return FALSE;

  return TRUE;
}

/* Once it is settled under which post they are. */
gboolean
cadre_organogram_draft_name_pools (CadreOrganogramDraft *self, GError **error)
{
  for (guint32 i = 0; i < self->posts->len; i++)
    {
      const CadreOrganogramPost *post = cadre_organogram_post (self, i);
      g_autofree char *base = NULL;

      if (post->standing != CADRE_STANDING_POOLED)
        continue;
      base = dup_base (self, post, cadre_organogram_main_row (self, post));
      if (!cadre_organogram_claim_id (self, base, i, error))
        return FALSE;
    }

  return TRUE;
}
