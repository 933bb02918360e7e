/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The tiers of the proposal in which something changes: how many posts and
 * positions go on, are slotted into, or are new. */

#include "config.h"

#include "report/cadre-report-figures-private.h"
#include "report/cadre-values-private.h"
#include "report/outcomes/cadre-outcomes-view-private.h"

#include <string.h>

typedef enum
{
  GROUP_EXISTING,
  GROUP_SLOTTING_IN,
  GROUP_NEW,
  GROUP_CHANGED,
  GROUP_DEFERRED,
  GROUP_FOUND_NEW,     /* by the comparison; the paper says nothing */
  GROUP_FOUND_CHANGED, /* likewise */
  GROUP_NOT_DECLARED,
  N_GROUPS
} Group;

static const char *const group_codes[N_GROUPS] = {
  [GROUP_EXISTING] = "group.existing",
  [GROUP_SLOTTING_IN] = "group.slotting-in",
  [GROUP_NEW] = "group.new",
  [GROUP_CHANGED] = "group.changed",
  [GROUP_DEFERRED] = "group.deferred",
  [GROUP_FOUND_NEW] = "group.found-new",
  [GROUP_FOUND_CHANGED] = "group.found-changed",
  [GROUP_NOT_DECLARED] = "group.not-declared",
};

typedef struct
{
  CadreTally positions;
  guint n_posts;
  GString *names;
} Row;

/* Of a post of which the paper says nothing: what the comparison finds. */
static Group
find_found_group (const CadreOutcomesView *self, guint32 post)
{
  const char *id = cadre_tables_id (self->after->tables, CADRE_RECORD_KIND_POST, post);
  CadrePostStatus status =
    id != NULL ? cadre_diff_get_status_after (self->changes->diff, id) : CADRE_POST_STATUS_UNKNOWN;

  if (status == CADRE_POST_STATUS_NEW)
    return GROUP_FOUND_NEW;

  return status == CADRE_POST_STATUS_CHANGED ? GROUP_FOUND_CHANGED : GROUP_NOT_DECLARED;
}

/* What the paper declares of a post: how it is filled goes before its status. */
static Group
find_group (const CadreOutcomesView *self, guint32 post)
{
  const CadreView *view = self->after;
  const CadreTable *posts = cadre_tables_get (view->tables, CADRE_RECORD_KIND_POST);
  int outcome = cadre_table_word (posts, CADRE_FIELD_POST_DECLARED_OUTCOME, post);

  if (outcome == CADRE_DECLARED_OUTCOME_SLOTTING_IN)
    return GROUP_SLOTTING_IN;
  if (outcome == CADRE_DECLARED_OUTCOME_DEFERRED)
    return GROUP_DEFERRED;

  switch (cadre_table_word (posts, CADRE_FIELD_POST_STATUS, post))
    {
    case CADRE_POST_STATUS_EXISTING:
      return GROUP_EXISTING;
    case CADRE_POST_STATUS_NEW:
      return GROUP_NEW;
    case CADRE_POST_STATUS_CHANGED:
      return GROUP_CHANGED;
    case CADRE_POST_STATUS_DEFERRED:
      return GROUP_DEFERRED;
    default:
      return outcome == CADRE_DECLARED_OUTCOME_NO_CHANGE ? GROUP_EXISTING
                                                         : find_found_group (self, post);
    }
}

/* The title; with the title before where it is another, and the number of
 * positions where there are several. */
static char *
name_of_post (const CadreOutcomesView *self, guint32 post)
{
  const CadreView *after = self->after;
  const char *id = cadre_tables_id (after->tables, CADRE_RECORD_KIND_POST, post);
  const char *before =
    id != NULL ? cadre_mapping_get_same_before (cadre_diff_get_mapping (self->changes->diff), id)
               : NULL;
  g_autofree char *name = cadre_view_name (after, CADRE_RECORD_KIND_POST, post);
  g_autofree char *old = before != NULL ? cadre_view_post_name (self->before, before) : NULL;
  int n = cadre_table_integer (cadre_tables_get (after->tables, CADRE_RECORD_KIND_POST),
                               CADRE_FIELD_POST_ESTABLISHMENT, post);

  if (old != NULL && strcmp (old, name) != 0)
    return cadre_phrase (self->catalogue, "level.retitled", "post", name, "before", old, NULL);
  if (n > 1)
    return cadre_phrase_n (self->catalogue, "level.several", (guint64) n, "post", name, NULL);

  return g_steal_pointer (&name);
}

static void
add_post (const CadreOutcomesView *self, guint32 post, Row *rows)
{
  const CadreTable *posts = cadre_tables_get (self->after->tables, CADRE_RECORD_KIND_POST);
  Row *row = &rows[find_group (self, post)];

  row->n_posts++;
  cadre_tally_add (&row->positions,
                   cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT, post));
  if (row->names == NULL)
    row->names = g_string_new (NULL);
  cadre_append_part (row->names, "; ", name_of_post (self, post));
}

/* "Tier 3 for the council, tier 4 for the trust": as each scale counts. */
static char *
level_title (const CadreOutcomesView *self, gint32 tier)
{
  const CadreTables *tables = self->after->tables;
  guint32 n_scales = tables->tables[CADRE_RECORD_KIND_TIER_SCALE].n_rows;
  GString *title = g_string_new (NULL);

  if (tier == CADRE_NO_TIER)
    cadre_append_part (title, "", cadre_say (self->catalogue, "level.no-tier"));
  for (guint32 scale = 0; scale < n_scales && tier != CADRE_NO_TIER; scale++)
    {
      g_autofree char *rung =
        g_strdup_printf ("%d", tier - self->after->index->scale_offset[scale]);
      g_autofree char *name = cadre_view_name (self->after, CADRE_RECORD_KIND_TIER_SCALE, scale);

      if (tier - self->after->index->scale_offset[scale] >= 1)
        cadre_append_part (title, " = ",
                           cadre_phrase (self->catalogue, "level.of-scale", "tier", rung, "scale",
                                         name, NULL));
    }
  if (title->len == 0)
    {
      g_autofree char *number = g_strdup_printf ("%d", tier);

      cadre_append_part (title, "",
                         cadre_phrase (self->catalogue, "level.plain", "tier", number, NULL));
    }

  return g_string_free (title, FALSE);
}

static char *
level_caption (const CadreOutcomesView *self, gint32 tier)
{
  g_autofree char *level = level_title (self, tier);

  return cadre_phrase (self->catalogue, "level", "level", level, NULL);
}

static void
add_row (CadreReport *report, char *name, const Row *row)
{
  cadre_report_add_item (report, name, NULL);
  cadre_report_add_number (report, row->n_posts, NULL);
  cadre_report_add_item (report, cadre_tally_text (report->catalogue, &row->positions), NULL);
  cadre_report_set_exact_tally (report, &row->positions);
  cadre_report_add_item (report, g_strdup (row->names != NULL ? row->names->str : ""), NULL);
}

/* What the charts of a paper show: posts that exist, are slotted into or are
 * new. */
static void
add_charted (CadreReport *report, const Row *rows)
{
  Row sum = { 0 };
  guint n_groups = 0;

  for (guint i = GROUP_EXISTING; i <= GROUP_NEW; i++)
    {
      n_groups += rows[i].n_posts > 0;
      sum.n_posts += rows[i].n_posts;
      sum.positions.known += rows[i].positions.known;
      sum.positions.n_unknown += rows[i].positions.n_unknown;
    }
  if (sum.n_posts > 0 && n_groups > 1)
    add_row (report, cadre_say (report->catalogue, "group.charted"), &sum);
}

static void
add_level (CadreReport *report, const CadreOutcomesView *self, gint32 tier, const Row *rows)
{
  cadre_report_begin_table (report, level_caption (self, tier));
  cadre_report_add_said_column (report, "column.declared", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.posts", CADRE_ALIGNMENT_END);
  cadre_report_add_said_column (report, "column.positions", CADRE_ALIGNMENT_END);
  cadre_report_add_said_column (report, "column.which", CADRE_ALIGNMENT_START);
  for (guint i = 0; i < N_GROUPS; i++)
    {
      if (rows[i].n_posts > 0)
        add_row (report, cadre_say (report->catalogue, group_codes[i]), &rows[i]);
      if (i == GROUP_NEW)
        add_charted (report, rows);
    }
}

/* A tier is of interest where a post is new, slotted into or changed. */
static gboolean
is_of_interest (const Row *rows)
{
  return rows[GROUP_NEW].n_posts + rows[GROUP_SLOTTING_IN].n_posts + rows[GROUP_CHANGED].n_posts +
           rows[GROUP_FOUND_NEW].n_posts + rows[GROUP_FOUND_CHANGED].n_posts >
         0;
}

/* Those without a tier last. */
static gint64
tier_key (const CadreIndex *index, guint32 post)
{
  return index->tier[post] != CADRE_NO_TIER ? index->tier[post] : G_MAXINT64;
}

static int
compare_tiers (gconstpointer a, gconstpointer b, gpointer data)
{
  const CadreIndex *index = data;
  guint32 first = *(const guint32 *) a;
  guint32 second = *(const guint32 *) b;

  gint64 first_key = tier_key (index, first);
  gint64 second_key = tier_key (index, second);

  if (first_key != second_key)
    return first_key < second_key ? -1 : 1;

  return 0;
}

/* Posts by tier; within a tier in the order of the tree. */
static GArray *
sort_by_tier (const CadreView *view)
{
  GArray *posts = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < view->index->n_posts; i++)
    if (!cadre_view_is_outside (view, view->index->walk[i]))
      g_array_append_val (posts, view->index->walk[i]);
  g_array_sort_with_data (posts, compare_tiers, (gpointer) view->index);

  return posts;
}

static void
clear_rows (Row *rows)
{
  for (guint i = 0; i < N_GROUPS; i++)
    if (rows[i].names != NULL)
      g_string_free (rows[i].names, TRUE);
  memset (rows, 0, N_GROUPS * sizeof (Row));
}

void
cadre_report_add_levels (CadreReport *self, const CadreOutcomesView *view)
{
  const CadreIndex *index = view->after->index;
  g_autoptr (GArray) posts = sort_by_tier (view->after);
  Row rows[N_GROUPS] = { 0 };
  gboolean begun = FALSE;

  for (guint i = 0; i < posts->len; i++)
    {
      guint32 post = g_array_index (posts, guint32, i);
      gint32 tier = index->tier[post];

      add_post (view, post, rows);
      if (i + 1 < posts->len && index->tier[g_array_index (posts, guint32, i + 1)] == tier)
        continue;
      if (is_of_interest (rows))
        {
          if (!begun)
            cadre_report_begin_said_section (self, "levels");
          begun = TRUE;
          add_level (self, view, tier, rows);
        }
      clear_rows (rows);
    }
  if (begun)
    cadre_report_add_attribute_counts (self, view->after);
}
