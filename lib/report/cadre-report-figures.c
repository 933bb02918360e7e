/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "report/cadre-report-figures-private.h"
#include "report/cadre-totals-private.h"
#include <cadre/cadre-structure-builder.h>

#include <string.h>

#define MOST_EMPLOYERS 8 /* more are not told one by one */

/* The figures of one structure: of the whole, and of employers by their ids. */
typedef struct
{
  CadreMetrics *metrics; /* (nullable): NULL where a sum is too large to be held */
  const CadreView *view;
} Staff;

static gboolean
is_employer (const CadreView *view, guint32 organisation, const guint *n_posts)
{
  const CadreTable *table = cadre_tables_get (view->tables, CADRE_RECORD_KIND_ORGANISATION);

  return n_posts[organisation] > 0 &&
         cadre_table_word (table, CADRE_FIELD_ORGANISATION_OUTSIDE, organisation) !=
           CADRE_TRUTH_TRUE &&
         cadre_tables_id (view->tables, CADRE_RECORD_KIND_ORGANISATION, organisation) != NULL;
}

/* Adds the ids of the organisations that employ posts, and that the list does
 * not have yet. */
static void
add_employers (GPtrArray *ids, const CadreView *view)
{
  const CadreTable *posts = cadre_tables_get (view->tables, CADRE_RECORD_KIND_POST);
  guint32 n = view->tables->tables[CADRE_RECORD_KIND_ORGANISATION].n_rows;
  g_autofree guint *n_posts = g_new0 (guint, (gsize) n + 1);

  for (guint32 post = 0; post < posts->n_rows; post++)
    if (!cadre_view_is_outside (view, post))
      n_posts[MIN (cadre_table_reference (posts, CADRE_FIELD_POST_EMPLOYER, post), n)]++;

  for (guint32 row = 0; row < n && ids->len <= MOST_EMPLOYERS; row++)
    {
      const char *id = cadre_tables_id (view->tables, CADRE_RECORD_KIND_ORGANISATION, row);

      if (is_employer (view, row, n_posts) &&
          !g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        g_ptr_array_add (ids, (gpointer) id);
    }
}

/* NULL stands for the whole. An employer that a structure does not have has no
 * posts in it. */
static CadreFigures *
get_figures (const Staff *staff, const char *employer)
{
  if (employer == NULL)
    return g_object_ref (cadre_metrics_get_overall (staff->metrics));

  return cadre_metrics_add_up_employer (staff->metrics, employer, NULL);
}

/* Whether nobody is employed by an organisation that a structure does not list: each post says
 * by whom else. */
static gboolean
employs_nobody (const CadreView *view, const char *employer)
{
  const CadreTable *posts = cadre_tables_get (view->tables, CADRE_RECORD_KIND_POST);

  if (employer == NULL ||
      cadre_tables_find (view->tables, CADRE_RECORD_KIND_ORGANISATION, employer) != CADRE_NO_ROW)
    return FALSE;

  for (guint32 post = 0; post < view->index->n_posts; post++)
    {
      const guint32 code = cadre_table_code (posts, CADRE_FIELD_POST_EMPLOYER, post);

      if (code < CADRE_STRING_FIRST ||
          strcmp (cadre_tables_text (view->tables, code), employer) == 0)
        return FALSE;
    }

  return TRUE;
}

/* FALSE where nothing is known of an employer. */
static gboolean
find_sum (const Staff *staff, const char *employer, CadreStaffFigure figure, CadreSum *sum)
{
  g_autoptr (CadreFigures) figures = get_figures (staff, employer);

  if (figures != NULL)
    cadre_sum_init (sum, figure, figures);
  else if (employs_nobody (staff->view, employer))
    *sum = (CadreSum){ cadre_fraction_new (0, 1, NULL), cadre_fraction_new (0, 1, NULL), 0 };
  else
    return FALSE;

  return TRUE;
}

static void
add_figure (CadreReport *report, const Staff *staff, const char *employer, CadreStaffFigure figure)
{
  CadreSum sum = { 0 };

  if (!find_sum (staff, employer, figure, &sum))
    {
      cadre_report_add_item (report, cadre_say (report->catalogue, "figure.unknown"), NULL);
      return;
    }

  cadre_report_add_sum (report, figure, &sum);
  cadre_sum_clear (&sum);
}

static char *
employer_name (const CadreView *view, const char *id)
{
  guint32 row = cadre_tables_find (view->tables, CADRE_RECORD_KIND_ORGANISATION, id);

  return row != CADRE_NO_ROW ? cadre_view_name (view, CADRE_RECORD_KIND_ORGANISATION, row) : NULL;
}

/* A row for each figure, a column for the whole and for each employer. */
static void
add_figure_table (CadreReport *report, const Staff *staff, const GPtrArray *employers)
{
  guint n = employers->len > 1 && employers->len <= MOST_EMPLOYERS ? employers->len : 0;

  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.what", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.whole", CADRE_ALIGNMENT_END);
  for (guint i = 0; i < n; i++)
    cadre_report_add_column (report, employer_name (staff->view, g_ptr_array_index (employers, i)),
                             CADRE_ALIGNMENT_END);

  for (guint figure = 0; figure < CADRE_N_STAFF_FIGURES; figure++)
    {
      if (!cadre_staff_figure_is_shown (figure, staff->view))
        continue;
      cadre_report_add_item (report, cadre_staff_figure_name (figure, report->catalogue), NULL);
      add_figure (report, staff, NULL, figure);
      for (guint i = 0; i < n; i++)
        add_figure (report, staff, g_ptr_array_index (employers, i), figure);
    }
}

/* Spans and layers */

static char *
mean_span_text (CadreMetrics *metrics)
{
  g_autoptr (CadreFraction) mean = cadre_metrics_dup_mean_span (metrics);

  return mean != NULL ? cadre_fraction_to_decimal (mean, 2) : NULL;
}

static char *
span_text (const CadreCatalogue *catalogue, CadreMetrics *metrics)
{
  g_autofree char *least = g_strdup_printf ("%d", cadre_metrics_get_least_span (metrics));
  g_autofree char *most = g_strdup_printf ("%d", cadre_metrics_get_most_span (metrics));
  g_autofree char *mean = mean_span_text (metrics);

  if (cadre_metrics_get_n_managers (metrics) == 0 || mean == NULL)
    return cadre_say (catalogue, "span.none");

  return cadre_phrase (catalogue, "span", "least", least, "most", most, "mean", mean, NULL);
}

static char *
layers_text (const CadreCatalogue *catalogue, CadreMetrics *metrics)
{
  int n = cadre_metrics_get_most_layers (metrics);

  /* Where every line ends at a unit or is not stated, layers are not seen. */
  if (cadre_metrics_get_n_managers (metrics) == 0)
    return cadre_say (catalogue, "span.none");

  return n >= 0 ? cadre_catalogue_number (catalogue, (guint64) n)
                : cadre_say (catalogue, "unknown");
}

static void
add_tree_facts (CadreReport *report, CadreMetrics *metrics)
{
  guint n_managers = cadre_metrics_get_n_managers (metrics);

  cadre_report_begin_facts (report);
  cadre_report_add_said_fact (report, "fact.layers", layers_text (report->catalogue, metrics),
                              NULL);
  cadre_report_add_said_fact (report, "fact.managers",
                              cadre_catalogue_number (report->catalogue, n_managers), NULL);
  cadre_report_set_exact_integer (report, n_managers);
  cadre_report_add_said_fact (report, "fact.spans", span_text (report->catalogue, metrics), NULL);
}

void
cadre_report_add_figures (CadreReport *self, const CadreView *view)
{
  g_autoptr (CadreMetrics) metrics = cadre_metrics_new (view->structure, NULL, NULL);
  g_autoptr (GPtrArray) employers = g_ptr_array_new ();
  Staff staff = { metrics, view };

  cadre_report_begin_said_section (self, "figures");
  if (metrics == NULL)
    {
      cadre_report_add_said_paragraph (self, "figures.too-large");
      return;
    }

  add_employers (employers, view);
  add_figure_table (self, &staff, employers);
  cadre_report_add_said_paragraph (self, "figures.how-to-read");
  if (cadre_view_count_pooled (view) > 0)
    cadre_report_add_said_paragraph (self, "figures.pooled");
  add_tree_facts (self, metrics);
}

/* Two side by side */

static void
add_compared_row (CadreReport *report,
                  const Staff *before,
                  const Staff *after,
                  const char *employer,
                  CadreStaffFigure figure)
{
  CadreSum sums[2] = { 0 };

  add_figure (report, before, employer, figure);
  add_figure (report, after, employer, figure);
  if (cadre_staff_figure_is_of_posts (figure) && find_sum (before, employer, figure, &sums[0]) &&
      find_sum (after, employer, figure, &sums[1]))
    cadre_report_add_difference (report, figure, &sums[0], &sums[1]);
  else
    cadre_report_add_item (report, cadre_say (report->catalogue, "figure.not-compared"), NULL);
  cadre_sum_clear (&sums[0]);
  cadre_sum_clear (&sums[1]);
}

/* A list may have pooled rows on one side only. */
static gboolean
is_shown_of_both (const Staff *before, const Staff *after, CadreStaffFigure figure)
{
  return cadre_staff_figure_is_shown (figure, before->view) ||
         cadre_staff_figure_is_shown (figure, after->view);
}

static void
begin_compared_table (CadreReport *report, gboolean by_employer)
{
  cadre_report_begin_table (report, NULL);
  if (by_employer)
    cadre_report_add_said_column (report, "column.employer", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.what", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.before", CADRE_ALIGNMENT_END);
  cadre_report_add_said_column (report, "column.after", CADRE_ALIGNMENT_END);
  cadre_report_add_said_column (report, "column.difference", CADRE_ALIGNMENT_END);
}

static void
add_compared_employers (CadreReport *report, const Staff *before, const Staff *after)
{
  g_autoptr (GPtrArray) employers = g_ptr_array_new ();

  add_employers (employers, after->view);
  add_employers (employers, before->view);
  if (employers->len < 2 || employers->len > MOST_EMPLOYERS)
    return;

  begin_compared_table (report, TRUE);
  for (guint i = 0; i < employers->len; i++)
    for (guint figure = 0; figure < CADRE_N_STAFF_FIGURES; figure++)
      {
        const char *id = g_ptr_array_index (employers, i);
        char *name = NULL;

        if (!cadre_staff_figure_is_of_posts (figure) || !is_shown_of_both (before, after, figure))
          continue;
        name = employer_name (after->view, id);
        cadre_report_add_item (report, name != NULL ? name : employer_name (before->view, id),
                               NULL);
        cadre_report_add_item (report, cadre_staff_figure_name (figure, report->catalogue), NULL);
        add_compared_row (report, before, after, id, figure);
      }
}

/* Spans and layers before and after, without a difference: a mean is no sum. */
static void
add_compared_tree (CadreReport *report, const Staff *before, const Staff *after)
{
  const CadreCatalogue *catalogue = report->catalogue;

  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.what", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.before", CADRE_ALIGNMENT_END);
  cadre_report_add_said_column (report, "column.after", CADRE_ALIGNMENT_END);
  cadre_report_add_item (report, cadre_say (catalogue, "fact.layers"), NULL);
  cadre_report_add_item (report, layers_text (catalogue, before->metrics), NULL);
  cadre_report_add_item (report, layers_text (catalogue, after->metrics), NULL);
  cadre_report_add_item (report, cadre_say (catalogue, "fact.managers"), NULL);
  cadre_report_add_number (report, cadre_metrics_get_n_managers (before->metrics), NULL);
  cadre_report_add_number (report, cadre_metrics_get_n_managers (after->metrics), NULL);
  cadre_report_add_item (report, cadre_say (catalogue, "fact.spans"), NULL);
  cadre_report_add_item (report, span_text (catalogue, before->metrics), NULL);
  cadre_report_add_item (report, span_text (catalogue, after->metrics), NULL);
}

/* A post that is deferred after is in no total before either. The structure
 * before does not know it: it is told in a copy. */
static CadreStructure *
defer_before (const CadreComparison *self)
{
  CadreStructure *structure = self->before->structure;
  g_autoptr (CadreStructureBuilder) builder = NULL;

  for (guint32 row = 0; row < self->before->index->n_posts; row++)
    {
      const char *id = cadre_tables_id (self->before->tables, CADRE_RECORD_KIND_POST, row);
      g_autoptr (CadrePost) post = NULL;

      if (id == NULL || cadre_diff_get_status_before (self->diff, id) != CADRE_POST_STATUS_DEFERRED)
        continue;
      if (builder == NULL)
        builder = cadre_structure_builder_new_for_structure (structure, NULL);
      post = builder != NULL ? cadre_structure_find_post (structure, id) : NULL;
      if (post == NULL)
        continue;
      cadre_post_set_status (post, CADRE_POST_STATUS_DEFERRED);
      cadre_structure_builder_replace (builder, CADRE_RECORD (post), NULL);
    }

  return builder != NULL ? cadre_structure_builder_build (builder, NULL, NULL, NULL)
                         : g_object_ref (structure);
}

void
cadre_report_add_compared_figures (CadreReport *self, const CadreComparison *view)
{
  g_autoptr (CadreStructure) counted = defer_before (view);
  g_autoptr (CadreMetrics) first = counted != NULL ? cadre_metrics_new (counted, NULL, NULL) : NULL;
  g_autoptr (CadreMetrics) second = cadre_metrics_new (view->after->structure, NULL, NULL);
  Staff before = { first, view->before };
  Staff after = { second, view->after };

  if (first == NULL || second == NULL)
    {
      cadre_report_add_said_paragraph (self, "figures.too-large");
      return;
    }

  begin_compared_table (self, FALSE);
  for (guint figure = 0; figure < CADRE_N_STAFF_FIGURES; figure++)
    {
      if (!is_shown_of_both (&before, &after, figure))
        continue;
      cadre_report_add_item (self, cadre_staff_figure_name (figure, self->catalogue), NULL);
      add_compared_row (self, &before, &after, NULL, figure);
    }
  add_compared_employers (self, &before, &after);
  cadre_report_add_said_paragraph (self, "figures.how-to-read");
  if (is_shown_of_both (&before, &after, CADRE_STAFF_FIGURE_POOLED))
    cadre_report_add_said_paragraph (self, "figures.pooled");
  cadre_report_add_said_paragraph (self, "counts.never-added");
  if (view->before->shows_assignments)
    cadre_report_add_said_paragraph (self, "counts.holders-after");
  add_compared_tree (self, &before, &after);
}
