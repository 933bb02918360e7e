/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The two trees, of posts and of units, at the as-of date: circles, tops, and
 * posts that no top is above. */

#include "config.h"

#include "structure/cadre-staffing-private.h"
#include "structure/validate/cadre-validate-private.h"

static void
report_line_circle (const CadreValidation *self, const guint32 *rows, guint32 n_rows)
{
  g_autofree char *ids = NULL;

  if (!cadre_issue_list_is_full (self->issues))
    ids = cadre_validate_dup_ids (self, CADRE_RECORD_KIND_POST, rows, n_rows);
  cadre_validate_report (self->tables, self->issues, CADRE_RULE_LINE_CYCLE, CADRE_RECORD_KIND_LINE,
                         self->index->manager_line[rows[0]], CADRE_FIELD_LINE_MANAGER, ids);
}

static void
report_unit_circle (const CadreValidation *self, const guint32 *rows, guint32 n_rows)
{
  g_autofree char *ids = NULL;

  if (!cadre_issue_list_is_full (self->issues))
    ids = cadre_validate_dup_ids (self, CADRE_RECORD_KIND_UNIT, rows, n_rows);
  cadre_validate_report (self->tables, self->issues, CADRE_RULE_UNIT_CYCLE, CADRE_RECORD_KIND_UNIT,
                         rows[0], CADRE_FIELD_UNIT_PARENT, ids);
}

static void
check_unit_selves (const CadreValidation *self)
{
  const CadreTable *units = cadre_tables_get (self->tables, CADRE_RECORD_KIND_UNIT);
  const CadreTable *links = cadre_tables_get (self->tables, CADRE_RECORD_KIND_UNIT_PARENT);

  for (guint32 i = 0; i < units->n_rows; i++)
    if (cadre_table_reference (units, CADRE_FIELD_UNIT_PARENT, i) == i)
      cadre_validate_add (self, CADRE_RULE_UNIT_SELF, units->kind, i, CADRE_FIELD_UNIT_PARENT);

  for (guint32 i = 0; i < links->n_rows; i++)
    {
      guint32 unit = cadre_table_reference (links, CADRE_FIELD_UNIT_PARENT_UNIT, i);

      if (unit < CADRE_AMBIGUOUS_ROW &&
          cadre_table_reference (links, CADRE_FIELD_UNIT_PARENT_PARENT, i) == unit)
        cadre_validate_add (self, CADRE_RULE_UNIT_SELF, links->kind, i,
                            CADRE_FIELD_UNIT_PARENT_PARENT);
    }
}

/* A post that counts: in force, and no stub outside the structure. */
static gboolean
is_inside (const CadreValidation *self, guint32 post)
{
  return !cadre_staffing_is_outside (self->tables, self->outside_units, post) &&
         cadre_tables_in_force (self->tables, CADRE_RECORD_KIND_POST, post, self->tables->as_of) !=
           CADRE_TRUTH_FALSE;
}

/* Whether a root is so because its manager cannot be found. A line that ends at
 * a unit or body, or at nothing, has no post above it by what is stated. */
static gboolean
is_cut_off (const CadreValidation *self, guint32 post)
{
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);
  guint32 line = self->index->manager_line[post];

  return line != CADRE_NO_ROW &&
         cadre_table_code (lines, CADRE_FIELD_LINE_MANAGER, line) > CADRE_STRING_NONE;
}

static gboolean
check_unreached (const CadreValidation *self)
{
  const CadreIndex *index = self->index;
  g_autofree guint8 *unreached = g_try_malloc0 ((gsize) index->n_posts + 1);

  if (unreached == NULL)
    return FALSE;

  for (guint32 i = 0; i < index->n_posts; i++)
    {
      guint32 post = index->walk[i];
      guint32 manager = index->manager[post];

      if (i >= index->n_walked)
        unreached[post] = TRUE;
      else
        unreached[post] = manager == CADRE_NO_ROW ? is_cut_off (self, post) : unreached[manager];
    }

  for (guint32 i = 0; i < index->n_posts; i++)
    if (unreached[i] && is_inside (self, i))
      cadre_validate_add (self, CADRE_RULE_POST_UNREACHED, CADRE_RECORD_KIND_POST, i,
                          CADRE_NO_FIELD);

  return TRUE;
}

typedef struct
{
  guint32 n_posts;
  guint32 n_tops;
} Employed;

static void
check_tops_of_organisation (const CadreValidation *self, guint32 organisation, Employed employed)
{
  if (employed.n_posts > 0 && employed.n_tops == 0)
    cadre_validate_add (self, CADRE_RULE_TOP_NONE, CADRE_RECORD_KIND_ORGANISATION, organisation,
                        CADRE_NO_FIELD);
  else if (employed.n_tops > 1)
    cadre_validate_add (self, CADRE_RULE_TOP_SEVERAL, CADRE_RECORD_KIND_ORGANISATION, organisation,
                        CADRE_NO_FIELD);
}

static void
check_tops_of_all (const CadreValidation *self, Employed all)
{
  const CadreRuleText *text =
    cadre_rule_get (all.n_tops == 0 ? CADRE_RULE_TOP_NONE : CADRE_RULE_TOP_SEVERAL);

  if (all.n_posts > 0 && all.n_tops != 1)
    cadre_issue_list_add_fields (self->issues, text->code, text->severity, text->message, "/posts",
                                 NULL, text->suggestion);
}

/* One top for each organisation that counts tiers is sound; where none does, one
 * for the structure. */
static gboolean
check_tops (const CadreValidation *self)
{
  const CadreTable *organisations = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ORGANISATION);
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  g_autofree Employed *employed = g_try_new0 (Employed, (gsize) organisations->n_rows + 1);
  guint32 n_scaled = 0;

  if (employed == NULL)
    return FALSE;

  /* The last one stands for all posts together. */
  for (guint32 i = 0; i < posts->n_rows; i++)
    if (is_inside (self, i))
      {
        guint32 employer = cadre_table_reference (posts, CADRE_FIELD_POST_EMPLOYER, i);
        gboolean is_top = self->index->top[i] == i;

        employed[organisations->n_rows].n_posts++;
        employed[organisations->n_rows].n_tops += is_top;
        if (employer < organisations->n_rows)
          {
            employed[employer].n_posts++;
            employed[employer].n_tops += is_top;
          }
      }

  for (guint32 i = 0; i < organisations->n_rows; i++)
    if (cadre_table_code (organisations, CADRE_FIELD_ORGANISATION_TIER_SCALE, i) >
        CADRE_STRING_NONE)
      {
        n_scaled++;
        check_tops_of_organisation (self, i, employed[i]);
      }
  if (n_scaled == 0)
    check_tops_of_all (self, employed[organisations->n_rows]);

  return TRUE;
}

gboolean
cadre_validate_trees (const CadreValidation *self)
{
  const CadreIndex *index = self->index;

  check_unit_selves (self);
  return cadre_validate_circles (self, index->manager, index->n_posts,
                                 index->walk + index->n_walked, index->n_posts - index->n_walked,
                                 report_line_circle) &&
         cadre_validate_circles (self, index->unit_parent, index->n_units,
                                 index->unit_walk + index->n_units_walked,
                                 index->n_units - index->n_units_walked, report_unit_circle) &&
         check_unreached (self) && check_tops (self);
}
