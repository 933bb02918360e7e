/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Circles, tops, and the repairs that a caller has asked for. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "exchange/organogram/cadre-organogram-private.h"

#include <string.h>

#define MOST_NAMED 100 /* posts of a circle that are named in an issue */

static int
compare_ids (CadreOrganogramDraft *self, guint32 a, guint32 b)
{
  return cadre_string_table_compare (self->tables->strings, cadre_organogram_post (self, a)->id,
                                     cadre_organogram_post (self, b)->id);
}

/* The manager of a post that is there, if that is there too. */
static guint32
get_manager (CadreOrganogramDraft *self, guint32 post)
{
  const CadreOrganogramPost *reporting = cadre_organogram_post (self, post);

  if (reporting->standing != CADRE_STANDING_ACTIVE || reporting->manager == CADRE_NO_ROW ||
      cadre_organogram_post (self, reporting->manager)->standing != CADRE_STANDING_ACTIVE)
    return CADRE_NO_ROW;

  return reporting->manager;
}

static guint32
find_least (CadreOrganogramDraft *self, guint32 start)
{
  guint32 least = start;

  for (guint32 i = get_manager (self, start); i != start; i = get_manager (self, i))
    if (compare_ids (self, i, least) < 0)
      least = i;

  return least;
}

/* The way round, from the least id back to it. */
static char *
dup_circle (CadreOrganogramDraft *self, guint32 least)
{
  GString *path =
    g_string_new (cadre_organogram_text (self, cadre_organogram_post (self, least)->id));
  guint32 post = get_manager (self, least);

  for (guint n = 1; post != least && n < MOST_NAMED; n++)
    {
      g_string_append (path, " → ");
      g_string_append (path, cadre_organogram_text (self, cadre_organogram_post (self, post)->id));
      post = get_manager (self, post);
    }
  g_string_append (path, " → ");
  g_string_append (path, post == least
                           ? cadre_organogram_text (self, cadre_organogram_post (self, least)->id)
                           : "…");

  return g_string_free (path, FALSE);
}

static void
settle_circle (CadreOrganogramDraft *self, guint32 start)
{
  guint32 least = find_least (self, start);
  CadreOrganogramPost *post = cadre_organogram_post (self, least);
  g_autofree char *path = NULL;

  if (post->manager == least)
    cadre_organogram_report_post (self, CADRE_FAULT_MANAGER_SELF, post, CADRE_CELL_MANAGER, NULL);
  else
    {
      if (!cadre_issue_list_is_full (self->issues))
        path = dup_circle (self, least);
      cadre_organogram_report_post (self, CADRE_FAULT_MANAGER_CYCLE, post, CADRE_CELL_MANAGER,
                                    path);
    }

  if ((self->repairs & CADRE_ORGANOGRAM_REPAIR_CUT_CYCLES) == 0)
    return;

  cadre_organogram_report_post (self, CADRE_FAULT_REPAIRED_CYCLE, post, CADRE_CELL_MANAGER, NULL);
  post->manager = CADRE_NO_ROW;
  post->wanted = 0;
  post->is_top = TRUE;
}

/* Goes up from every post once: a post that is met again on the same way is on a
 * circle. Ways have numbers from 1. */
static gboolean
find_circles (CadreOrganogramDraft *self, GError **error)
{
  g_autofree guint32 *ways = g_try_new0 (guint32, (gsize) self->posts->len + 1);

  if (ways == NULL)
    return cadre_organogram_set_memory_error (error);

  for (guint32 i = 0; i < self->posts->len; i++)
    {
      guint32 post = i;

      while (post != CADRE_NO_ROW && ways[post] == 0)
        {
          ways[post] = i + 1;
          post = get_manager (self, post);
        }
      if (post != CADRE_NO_ROW && ways[post] == i + 1)
        settle_circle (self, post);
    }

  return TRUE;
}

/* The top with the least id, of the organisation or of all; CADRE_NO_ROW where
 * there is none. */
typedef struct
{
  CadreCodeMap of_space; /* to 1 + the post */
  guint32 of_all;
} Tops;

static gboolean
find_tops (CadreOrganogramDraft *self, Tops *tops, GError **error)
{
  for (guint32 i = 0; i < self->posts->len; i++)
    {
      const CadreOrganogramPost *post = cadre_organogram_post (self, i);
      guint32 space = cadre_organogram_main_row (self, post)->space;
      guint32 known = cadre_code_map_get (&tops->of_space, space);

      if (post->standing != CADRE_STANDING_ACTIVE || !post->is_top)
        continue;
      if (tops->of_all == CADRE_NO_ROW || compare_ids (self, i, tops->of_all) < 0)
        tops->of_all = i;
      if ((known == 0 || compare_ids (self, i, known - 1) < 0) &&
          !cadre_code_map_set (&tops->of_space, space, i + 1))
        return cadre_organogram_set_memory_error (error);
    }

  return TRUE;
}

static void
attach (CadreOrganogramDraft *self, guint32 number, const Tops *tops)
{
  CadreOrganogramPost *post = cadre_organogram_post (self, number);
  guint32 top = cadre_code_map_get (&tops->of_space, cadre_organogram_main_row (self, post)->space);
  guint32 manager = post->manager;

  if (post->standing == CADRE_STANDING_ELIMINATED || post->is_top ||
      (manager != CADRE_NO_ROW &&
       cadre_organogram_post (self, manager)->standing == CADRE_STANDING_ACTIVE) ||
      (top == 0 && tops->of_all == CADRE_NO_ROW))
    return;

  post->manager = top != 0 ? top - 1 : tops->of_all;
  post->wanted = 0;
  cadre_organogram_report_post (self, CADRE_FAULT_REPAIRED_ORPHAN, post, CADRE_CELL_MANAGER, NULL);
}

static gboolean
attach_orphans (CadreOrganogramDraft *self, GError **error)
{
  Tops tops = { { NULL, 0 }, CADRE_NO_ROW };
  gboolean ok = find_tops (self, &tops, error);

  for (guint32 i = 0; ok && i < self->posts->len; i++)
    attach (self, i, &tops);

  cadre_code_map_clear (&tops.of_space);
  return ok;
}

/* Whether any row of a senior post says that it is a top. */
static gboolean
says_top (CadreOrganogramDraft *self, const CadreOrganogramPost *post)
{
  for (guint32 next = post->row + 1; next != 0;)
    {
      const CadreOrganogramRow *row = cadre_organogram_senior (self, next - 1);

      if (cadre_organogram_equal_folded (cadre_organogram_text (self,
                                                                row->cells[CADRE_CELL_MANAGER]),
                                         "XX"))
        return TRUE;
      next = row->next;
    }

  return FALSE;
}

/* Somebody has to report to XX, if there is anybody. */
static void
check_tops (CadreOrganogramDraft *self)
{
  gboolean is_anybody_there = FALSE;

  for (guint32 i = 0; i < self->posts->len; i++)
    {
      const CadreOrganogramPost *post = cadre_organogram_post (self, i);

      if (post->standing != CADRE_STANDING_ACTIVE)
        continue;
      is_anybody_there = TRUE;
      if (post->is_top && says_top (self, post))
        return;
    }

  for (guint32 i = 0; is_anybody_there && i < self->files->len; i++)
    if (!g_array_index (self->files, CadreOrganogramFile, i).is_junior)
      {
        cadre_organogram_report_file (self, CADRE_FAULT_TOP_NONE, i, NULL);
        return;
      }
}

gboolean
cadre_organogram_draft_check_trees (CadreOrganogramDraft *self, GError **error)
{
  check_tops (self);
  if (!find_circles (self, error))
    return FALSE;

  return (self->repairs & CADRE_ORGANOGRAM_REPAIR_ATTACH_ORPHANS) == 0 ||
         attach_orphans (self, error);
}
