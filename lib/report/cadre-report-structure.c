/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a structure holds, for somebody who sees it for the first time. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "report/cadre-report-figures-private.h"
#include <cadre/cadre-enum-types.h>

/* Posts, positions and people are different things and are never added up. */
typedef struct
{
  CadreTally positions;
  guint n_posts;
} Count;

static void
count_post (const CadreView *view, guint32 post, Count *count)
{
  const CadreTable *posts = cadre_tables_get (view->tables, CADRE_RECORD_KIND_POST);

  count->n_posts++;
  cadre_tally_add (&count->positions,
                   cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT, post));
}

static void
add_tally (CadreReport *report, const CadreTally *tally)
{
  cadre_report_add_item (report, cadre_tally_text (report->catalogue, tally), NULL);
  cadre_report_set_exact_tally (report, tally);
}

static void
add_record_count (CadreReport *report, const CadreView *view, CadreRecordKind kind)
{
  g_autofree char *code = g_strconcat ("count.", cadre_schema_get (kind)->plural, NULL);
  guint n = view->tables->tables[kind].n_rows;

  if (n == 0)
    return;

  cadre_report_add_said_fact (report, code, cadre_catalogue_number (report->catalogue, n), NULL);
  cadre_report_set_exact_integer (report, n);
}

static void
add_posts_in_no_total (CadreReport *report, const char *code, guint n)
{
  if (n == 0)
    return;

  cadre_report_add_said_fact (report, code, cadre_catalogue_number (report->catalogue, n), NULL);
  cadre_report_set_exact_integer (report, n);
}

/* Posts of others are in the document so that lines can lead to them; of
 * deferred ones it is not decided whether they go on. */
static void
add_positions (CadreReport *report, const CadreView *view)
{
  Count count = { 0 };
  guint n_outside = 0;
  guint n_deferred = 0;

  for (guint32 post = 0; post < view->index->n_posts; post++)
    if (cadre_view_is_outside (view, post))
      n_outside++;
    else if (!cadre_view_is_in_totals (view, post))
      n_deferred++;
    else
      count_post (view, post, &count);

  add_posts_in_no_total (report, "fact.outside-posts", n_outside);
  add_posts_in_no_total (report, "fact.deferred-posts", n_deferred);
  cadre_report_add_said_fact (report, "fact.positions",
                              cadre_tally_text (report->catalogue, &count.positions), NULL);
  cadre_report_set_exact_tally (report, &count.positions);
}

static void
add_contents (CadreReport *report, const CadreView *view)
{
  guint32 as_of = view->tables->as_of;
  char date[11] = "";

  cadre_report_begin_said_section (report, "contents");
  cadre_report_begin_facts (report);
  if (cadre_packed_date_is_known (as_of))
    {
      cadre_packed_date_format (as_of, date);
      cadre_report_add_said_fact (report, "fact.as-of",
                                  cadre_catalogue_date (report->catalogue, as_of), NULL);
      cadre_report_set_exact_text (report, date);
    }
  cadre_report_add_said_fact (report, "fact.source",
                              g_strdup (cadre_structure_get_source (view->structure)), NULL);

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      add_record_count (report, view, kind);
      if (kind == CADRE_RECORD_KIND_POST)
        add_positions (report, view);
    }
  if (!view->shows_assignments)
    cadre_report_add_said_paragraph (report, "redaction.no-people");
}

static void
add_organisation (CadreReport *report, const CadreView *view, guint32 row, const Count *count)
{
  const CadreTable *table = cadre_tables_get (view->tables, CADRE_RECORD_KIND_ORGANISATION);
  g_autofree char *subject = cadre_view_subject (view, CADRE_RECORD_KIND_ORGANISATION, row);
  gboolean outside =
    cadre_table_word (table, CADRE_FIELD_ORGANISATION_OUTSIDE, row) == CADRE_TRUTH_TRUE;

  cadre_report_add_item (report, cadre_view_name (view, CADRE_RECORD_KIND_ORGANISATION, row),
                         subject);
  cadre_report_add_item (report,
                         outside ? cadre_say (report->catalogue, "organisation.outside")
                                 : cadre_view_word (report->catalogue, "organisation-kind",
                                                    CADRE_TYPE_ORGANISATION_KIND,
                                                    cadre_table_word (table,
                                                                      CADRE_FIELD_ORGANISATION_KIND,
                                                                      row)),
                         NULL);
  cadre_report_add_number (report, count->n_posts, NULL);
  add_tally (report, &count->positions);
}

static void
add_organisations (CadreReport *report, const CadreView *view)
{
  const CadreTable *posts = cadre_tables_get (view->tables, CADRE_RECORD_KIND_POST);
  guint32 n = view->tables->tables[CADRE_RECORD_KIND_ORGANISATION].n_rows;
  g_autofree Count *counts = g_new0 (Count, (gsize) n + 1);

  if (n == 0)
    return;

  for (guint32 post = 0; post < posts->n_rows; post++)
    {
      guint32 employer = cadre_table_reference (posts, CADRE_FIELD_POST_EMPLOYER, post);

      if (cadre_view_is_in_totals (view, post))
        count_post (view, post, &counts[MIN (employer, n)]);
    }

  cadre_report_begin_said_section (report, "organisations");
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.organisation", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.kind", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.posts", CADRE_ALIGNMENT_END);
  cadre_report_add_said_column (report, "column.positions", CADRE_ALIGNMENT_END);
  for (guint32 row = 0; row < n; row++)
    add_organisation (report, view, row, &counts[row]);
  if (counts[n].n_posts > 0)
    cadre_report_add_paragraph (report, cadre_phrase_n (report->catalogue, "posts.no-employer",
                                                        counts[n].n_posts, NULL));
}

/* The posts whose lines of some kind end at a body. */
static char *
list_posts_of_body (const CadreView *view, guint32 body)
{
  const CadreTable *lines = cadre_tables_get (view->tables, CADRE_RECORD_KIND_LINE);
  GString *text = g_string_new (NULL);

  for (guint32 row = 0; row < lines->n_rows; row++)
    {
      g_autofree char *kind = NULL;
      g_autofree char *post = NULL;

      if (cadre_table_reference (lines, CADRE_FIELD_LINE_BODY, row) != body)
        continue;

      post = cadre_view_reference (view, CADRE_RECORD_KIND_LINE, row, CADRE_FIELD_LINE_POST);
      kind = cadre_view_word (view->catalogue, "line-kind", CADRE_TYPE_LINE_KIND,
                              cadre_table_word (lines, CADRE_FIELD_LINE_KIND, row));
      cadre_append_part (text, "; ", g_strdup_printf ("%s (%s)", post, kind));
    }

  return g_string_free (text, FALSE);
}

static void
add_bodies (CadreReport *report, const CadreView *view)
{
  const CadreTable *table = cadre_tables_get (view->tables, CADRE_RECORD_KIND_BODY);

  if (table->n_rows == 0)
    return;

  cadre_report_begin_said_section (report, "bodies");
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.body", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.kind", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.decides", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.posts-answering", CADRE_ALIGNMENT_START);
  for (guint32 row = 0; row < table->n_rows; row++)
    {
      g_autofree char *subject = cadre_view_subject (view, CADRE_RECORD_KIND_BODY, row);

      cadre_report_add_item (report, cadre_view_name (view, CADRE_RECORD_KIND_BODY, row), subject);
      cadre_report_add_item (report,
                             cadre_view_word (report->catalogue, "body-kind", CADRE_TYPE_BODY_KIND,
                                              cadre_table_word (table, CADRE_FIELD_BODY_KIND, row)),
                             NULL);
      cadre_report_add_item (report,
                             cadre_view_word (report->catalogue, "truth", CADRE_TYPE_TRUTH,
                                              cadre_table_word (table, CADRE_FIELD_BODY_DECIDES,
                                                                row)),
                             NULL);
      cadre_report_add_item (report, list_posts_of_body (view, row), NULL);
    }
}

/* Tiers on the common scale, one row each, as every employer counts them. */
static void
add_tier_row (CadreReport *report, const CadreView *view, gint32 tier, const Count *count)
{
  guint32 n_scales = view->tables->tables[CADRE_RECORD_KIND_TIER_SCALE].n_rows;

  for (guint32 scale = 0; scale < n_scales; scale++)
    {
      gint32 rung = tier - view->index->scale_offset[scale];

      if (rung >= 1)
        cadre_report_add_number (report, rung, NULL);
      else
        cadre_report_add_item (report, g_strdup ("-"), NULL);
    }
  if (n_scales == 0)
    cadre_report_add_number (report, tier, NULL);
  cadre_report_add_number (report, count->n_posts, NULL);
  add_tally (report, &count->positions);
}

static void
add_tier_columns (CadreReport *report, const CadreView *view)
{
  guint32 n_scales = view->tables->tables[CADRE_RECORD_KIND_TIER_SCALE].n_rows;

  cadre_report_begin_table (report, NULL);
  for (guint32 scale = 0; scale < n_scales; scale++)
    cadre_report_add_column (report, cadre_view_name (view, CADRE_RECORD_KIND_TIER_SCALE, scale),
                             CADRE_ALIGNMENT_END);
  if (n_scales == 0)
    cadre_report_add_said_column (report, "column.tier", CADRE_ALIGNMENT_END);
  cadre_report_add_said_column (report, "column.posts", CADRE_ALIGNMENT_END);
  cadre_report_add_said_column (report, "column.positions", CADRE_ALIGNMENT_END);
}

static void
find_tier_range (const CadreView *view, gint32 *least, gint32 *most)
{
  *least = G_MAXINT32;
  *most = G_MININT32;
  for (guint32 post = 0; post < view->index->n_posts; post++)
    if (view->index->tier[post] != CADRE_NO_TIER)
      {
        *least = MIN (*least, view->index->tier[post]);
        *most = MAX (*most, view->index->tier[post]);
      }
}

static void
add_tiers (CadreReport *report, const CadreView *view)
{
  gint32 least = 0;
  gint32 most = 0;
  guint n_without = 0;
  g_autofree Count *counts = NULL;

  find_tier_range (view, &least, &most);
  if (least > most)
    return;

  /* No wider than there are posts, for each step down is a post. */
  counts = g_new0 (Count, (gsize) (most - least) + 1);
  for (guint32 post = 0; post < view->index->n_posts; post++)
    if (view->index->tier[post] == CADRE_NO_TIER)
      n_without++;
    else if (cadre_view_is_in_totals (view, post))
      count_post (view, post, &counts[view->index->tier[post] - least]);

  cadre_report_begin_said_section (report, "tiers");
  cadre_report_add_said_paragraph (report, "tiers.how-to-read");
  add_tier_columns (report, view);
  for (gint32 tier = least; tier <= most; tier++)
    if (counts[tier - least].n_posts > 0)
      add_tier_row (report, view, tier, &counts[tier - least]);
  if (n_without > 0)
    cadre_report_add_paragraph (report, cadre_phrase_n (report->catalogue, "tiers.without",
                                                        n_without, NULL));
  cadre_report_add_attribute_counts (report, view);
}

static void
add_notes (CadreReport *report, const CadreView *view)
{
  g_auto (GStrv) notes = cadre_structure_dup_notes (view->structure);

  if (notes[0] == NULL)
    return;

  cadre_report_begin_said_section (report, "notes");
  cadre_report_begin_list (report);
  for (guint i = 0; notes[i] != NULL; i++)
    cadre_report_add_item (report, g_strdup (notes[i]), NULL);
}

/* Who sees a part of the posts, or only numbers, is not told how much is wrong
 * with the whole; and of what is shown to them nobody could say whether it is
 * wrong or left out. */
static gboolean
shows_issues (const CadreView *view)
{
  static const CadreRedactionLevel levels[] = {
    CADRE_REDACTION_LEVEL_FULL,
    CADRE_REDACTION_LEVEL_CONSULTATION,
    CADRE_REDACTION_LEVEL_UNION,
    CADRE_REDACTION_LEVEL_COMMITTEE_PUBLIC,
    CADRE_REDACTION_LEVEL_COMMITTEE_EXEMPT,
    CADRE_REDACTION_LEVEL_FINANCE,
  };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (cadre_redaction_get_level (view->redaction) == levels[i])
      return TRUE;

  return FALSE;
}

static void
add_issues (CadreReport *report, const CadreView *view, gboolean with_details)
{
  if (!shows_issues (view))
    return;

  cadre_report_begin_said_section (report, "issues");
  cadre_report_add_issues (report, view, cadre_structure_get_issues (view->original), with_details);
}

static CadreReport *
make_report (const CadreView *view)
{
  CadreReport *report = cadre_report_begin (view->catalogue, "structure");
  gboolean is_full = cadre_redaction_get_level (view->redaction) == CADRE_REDACTION_LEVEL_FULL;

  cadre_report_take_title (report, cadre_view_document_title (view));
  cadre_report_stamp_level (report, view->redaction);

  add_contents (report, view);
  add_organisations (report, view);
  cadre_report_add_figures (report, view);
  add_bodies (report, view);
  add_tiers (report, view);
  cadre_report_begin_said_section (report, "management");
  cadre_report_add_management (report, view);
  cadre_report_begin_said_section (report, "lines");
  cadre_report_add_lines (report, view);
  if (cadre_report_count_items (report) == 0)
    cadre_report_add_said_paragraph (report, "lines.none");
  add_issues (report, view, is_full);
  add_notes (report, view);
  return report;
}

/**
 * cadre_report_new_for_structure:
 * @structure: a #CadreStructure
 * @redaction: who the report is for
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 *   structure
 * @error: return location for a #GError, or %NULL
 *
 * Makes a report of what a structure holds: its organisations, bodies and
 * tiers, who manages whom, and what is wrong with it.
 *
 * Takes time in proportion to the size of the structure.
 *
 * Returns: (transfer full): the report, or %NULL with @error set where the
 *   library has no words in that language or memory is short
 *
 * Since: 1.0
 */
CadreReport *
cadre_report_new_for_structure (CadreStructure *structure,
                                CadreRedaction *redaction,
                                const char *language,
                                GError **error)
{
  const CadreCatalogue *catalogue = NULL;
  g_autoptr (CadreView) view = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (structure), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  catalogue = cadre_view_find_catalogue (structure, language, error);
  if (catalogue == NULL)
    return NULL;

  view = cadre_view_new (structure, redaction, catalogue, error);
  return view != NULL ? make_report (view) : NULL;
}
