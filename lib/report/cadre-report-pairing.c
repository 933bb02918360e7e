/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How posts before and after were found to be the same, and which pairs a person
 * has to look at. */

#include "config.h"

#include "report/cadre-report-diff-private.h"
#include <cadre/cadre-enum-types.h>

#define N_BASES (CADRE_PAIR_BASIS_EVIDENCE + 1)
#define MOST_FOUND 500 /* more pairs than this are not told one by one */

/* How many posts go on, by what that rests on. */
static void
count_pairs (CadreMapping *mapping, guint *counts)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (mapping)); i++)
    {
      g_autoptr (CadrePair) pair = cadre_mapping_get_pair (mapping, i);

      if (cadre_pair_get_before (pair) != NULL && cadre_pair_get_after (pair) != NULL)
        counts[cadre_pair_get_basis (pair)]++;
    }
}

static void
add_bases (CadreReport *report, const guint *counts)
{
  cadre_report_begin_facts (report);
  for (guint basis = 0; basis < N_BASES; basis++)
    {
      if (counts[basis] == 0)
        continue;
      cadre_report_add_fact (report,
                             cadre_view_word (report->catalogue, "pair-basis",
                                              CADRE_TYPE_PAIR_BASIS, (int) basis),
                             cadre_catalogue_number (report->catalogue, counts[basis]), NULL);
      cadre_report_set_exact_integer (report, counts[basis]);
    }
}

/* The organisations whose posts all have new references, by name. */
static void
add_rekeyed (CadreReport *report, const CadreComparison *self)
{
  g_auto (GStrv) ids =
    cadre_mapping_dup_rekeyed_organisations (cadre_diff_get_mapping (self->original));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint32 row = cadre_tables_find (self->after->tables, CADRE_RECORD_KIND_ORGANISATION, ids[i]);
      g_autofree char *name = row != CADRE_NO_ROW
                                ? cadre_view_name (self->after, CADRE_RECORD_KIND_ORGANISATION, row)
                                : g_strdup (ids[i]);

      cadre_report_add_paragraph (report, cadre_phrase (report->catalogue, "pairing.rekeyed",
                                                        "organisation", name, NULL));
    }
}

static char *
name_of_post (const CadreView *view, const char *id)
{
  guint32 row =
    id != NULL ? cadre_tables_find (view->tables, CADRE_RECORD_KIND_POST, id) : CADRE_NO_ROW;

  return row != CADRE_NO_ROW ? cadre_view_name (view, CADRE_RECORD_KIND_POST, row) : NULL;
}

static void
add_pair (CadreReport *report, const CadreComparison *self, CadrePair *pair)
{
  char *before = name_of_post (self->before, cadre_pair_get_before (pair));
  char *after = name_of_post (self->after, cadre_pair_get_after (pair));
  g_autofree char *subject = g_strconcat ("post/", cadre_pair_get_after (pair), NULL);

  if (before == NULL || after == NULL) /* the readers may not see it */
    {
      g_free (before);
      g_free (after);
      return;
    }

  cadre_report_add_item (report, before, NULL);
  cadre_report_add_item (report, after, subject);
}

/* The pairs that rest on evidence alone, so that whoever knows better can say so. */
static void
add_found (CadreReport *report, const CadreComparison *self, guint n)
{
  CadreMapping *mapping = cadre_diff_get_mapping (self->original);

  if (n == 0 || n > MOST_FOUND)
    return;

  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.before", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.after", CADRE_ALIGNMENT_START);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (mapping)); i++)
    {
      g_autoptr (CadrePair) pair = cadre_mapping_get_pair (mapping, i);

      if (cadre_pair_get_basis (pair) == CADRE_PAIR_BASIS_EVIDENCE &&
          cadre_pair_get_before (pair) != NULL && cadre_pair_get_after (pair) != NULL)
        add_pair (report, self, pair);
    }
}

void
cadre_report_add_pairing (CadreReport *self, const CadreComparison *comparison)
{
  guint counts[N_BASES] = { 0 };

  count_pairs (cadre_diff_get_mapping (comparison->original), counts);
  if (counts[CADRE_PAIR_BASIS_EVIDENCE] == 0 &&
      !cadre_mapping_is_rekeyed (cadre_diff_get_mapping (comparison->original)))
    return;

  cadre_report_begin_said_section (self, "pairing");
  add_rekeyed (self, comparison);
  cadre_report_add_said_paragraph (self, "pairing.how-to-read");
  add_bases (self, counts);
  add_found (self, comparison, counts[CADRE_PAIR_BASIS_EVIDENCE]);
}

/* Pairs to be looked at */

/* "title, unit": the features that speak for a pair, or against it. */
static char *
say_features (const CadreCatalogue *catalogue, CadrePair *pair, gboolean in_favour)
{
  g_autoptr (GListModel) evidence = cadre_pair_list_evidence (pair);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      g_autoptr (CadrePairEvidence) item = g_list_model_get_item (evidence, i);
      const int value = cadre_pair_evidence_get_value (item);

      if (value != 0 && (value > 0) == in_favour)
        cadre_append_part (text, ", ",
                           cadre_view_word (catalogue, "mapping-feature",
                                            CADRE_TYPE_MAPPING_FEATURE,
                                            (int) cadre_pair_evidence_get_feature (item)));
    }

  return g_string_free (text, FALSE);
}

static void
add_review (CadreReport *report, const CadreComparison *self, CadrePair *pair)
{
  const char *before = cadre_pair_get_before (pair);
  g_autofree char *subject = before != NULL ? g_strconcat ("post/", before, NULL) : NULL;

  cadre_report_add_item (report, name_of_post (self->before, before), subject);
  cadre_report_add_item (report, name_of_post (self->after, cadre_pair_get_after (pair)), NULL);
  cadre_report_add_item (report,
                         cadre_view_word (report->catalogue, "pair-review", CADRE_TYPE_PAIR_REVIEW,
                                          (int) cadre_pair_get_review (pair)),
                         NULL);
  cadre_report_add_item (report, say_features (report->catalogue, pair, TRUE), NULL);
  cadre_report_add_item (report, say_features (report->catalogue, pair, FALSE), NULL);
}

void
cadre_report_add_reviews (CadreReport *self, const CadreComparison *comparison)
{
  g_autoptr (GListModel) reviews =
    cadre_mapping_list_reviews (cadre_diff_get_mapping (comparison->original));
  guint n = g_list_model_get_n_items (reviews);

  if (n == 0)
    return;

  cadre_report_begin_said_section (self, "reviews");
  cadre_report_add_said_paragraph (self, "reviews.how-to-read");
  cadre_report_begin_table (self, NULL);
  cadre_report_add_said_column (self, "column.before", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (self, "column.after", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (self, "column.why-review", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (self, "column.speaks-for", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (self, "column.speaks-against", CADRE_ALIGNMENT_START);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (reviews, i);

      add_review (self, comparison, pair);
    }
}
