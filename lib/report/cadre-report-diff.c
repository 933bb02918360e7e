/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What changes from one structure to another. */

#include "config.h"

#include "report/cadre-report-diff-private.h"
#include "report/cadre-report-figures-private.h"
#include "report/cadre-values-private.h"
#include <cadre/cadre-enum-types.h>

/* Whether posts were mapped by what is known of them. */
static gboolean
is_by_evidence (CadreMapping *mapping)
{
  g_autoptr (GListModel) reviews = cadre_mapping_list_reviews (mapping);

  if (g_list_model_get_n_items (reviews) > 0)
    return TRUE;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (mapping)); i++)
    {
      g_autoptr (CadrePair) pair = cadre_mapping_get_pair (mapping, i);

      if (cadre_pair_get_basis (pair) == CADRE_PAIR_BASIS_EVIDENCE)
        return TRUE;
    }

  return FALSE;
}

/* The same as a person would confirm it: one post, a new one, or one that goes. */
static CadrePair *
confirm (CadrePair *pair)
{
  const char *before = cadre_pair_get_before (pair);
  CadreLineageKind kind = cadre_pair_get_kind (pair);

  if (before == NULL)
    kind = CADRE_LINEAGE_KIND_CREATED;
  else if (kind == CADRE_LINEAGE_KIND_CREATED)
    kind = CADRE_LINEAGE_KIND_UNKNOWN;

  return cadre_pair_new (before, cadre_pair_get_after (pair), kind, CADRE_PAIR_BASIS_CONFIRMED,
                         NULL);
}

/* The pairs that people confirmed: ids and lineages are found again. Evidence is
 * not: what readers may not see is part of it. So a mapping by evidence is taken
 * over whole. */
static GListModel *
dup_confirmed (CadreMapping *mapping)
{
  GListStore *pairs = g_list_store_new (CADRE_TYPE_PAIR);
  const gboolean is_whole = is_by_evidence (mapping);

  g_autoptr (GListModel) refused = cadre_mapping_list_refused (mapping);

  for (guint i = 0; i < g_list_model_get_n_items (refused); i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (refused, i);

      g_list_store_append (pairs, pair);
    }
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (mapping)); i++)
    {
      g_autoptr (CadrePair) pair = cadre_mapping_get_pair (mapping, i);
      CadrePairBasis basis = cadre_pair_get_basis (pair);
      g_autoptr (CadrePair) taken = NULL;

      if (basis == CADRE_PAIR_BASIS_CONFIRMED)
        taken = g_object_ref (pair);
      else if (is_whole && basis != CADRE_PAIR_BASIS_DECLARED)
        taken = confirm (pair);
      if (taken != NULL)
        g_list_store_append (pairs, taken);
    }

  return G_LIST_MODEL (pairs);
}

/* The same comparison of what the readers may see of the two structures: what
 * they may not see cannot be in it. */
CadreDiff *
cadre_view_redact_diff (CadreDiff *diff,
                        const CadreView *before,
                        const CadreView *after,
                        GError **error)
{
  g_autoptr (GListModel) confirmed = NULL;
  g_autoptr (CadreMapping) mapping = NULL;

  if (cadre_redaction_get_level (before->redaction) == CADRE_REDACTION_LEVEL_FULL)
    return g_object_ref (diff);

  confirmed = dup_confirmed (cadre_diff_get_mapping (diff));
  mapping = cadre_mapping_new (before->structure, after->structure, confirmed, error);
  return mapping != NULL
           ? cadre_diff_new (before->structure, after->structure, mapping, NULL, error)
           : NULL;
}

CadreComparison *
cadre_comparison_new (CadreDiff *diff,
                      CadreRedaction *redaction,
                      const CadreCatalogue *catalogue,
                      GError **error)
{
  g_autoptr (CadreComparison) self = g_new0 (CadreComparison, 1);

  self->catalogue = catalogue;
  self->before = cadre_view_new (cadre_diff_get_before (diff), redaction, catalogue, error);
  if (self->before == NULL)
    return NULL;
  self->after = cadre_view_new (cadre_diff_get_after (diff), redaction, catalogue, error);
  if (self->after == NULL)
    return NULL;
  self->diff = cadre_view_redact_diff (diff, self->before, self->after, error);
  if (self->diff == NULL)
    return NULL;

  self->original = g_object_ref (diff);
  cadre_comparison_find_made (self);
  return g_steal_pointer (&self);
}

void
cadre_comparison_free (CadreComparison *self)
{
  g_clear_pointer (&self->before, cadre_view_free);
  g_clear_pointer (&self->after, cadre_view_free);
  g_clear_object (&self->diff);
  g_clear_object (&self->original);
  g_free (self->made_into);
  g_free (self->made_of);
  g_free (self);
}

guint32
cadre_comparison_find_after (const CadreComparison *self, guint32 post_before)
{
  const char *id = cadre_tables_id (self->before->tables, CADRE_RECORD_KIND_POST, post_before);
  const char *same =
    id != NULL ? cadre_mapping_get_same_after (cadre_diff_get_mapping (self->diff), id) : NULL;

  return same != NULL ? cadre_tables_find (self->after->tables, CADRE_RECORD_KIND_POST, same)
                      : CADRE_NO_ROW;
}

guint32
cadre_comparison_find_before (const CadreComparison *self, guint32 post_after)
{
  const char *id = cadre_tables_id (self->after->tables, CADRE_RECORD_KIND_POST, post_after);
  const char *same =
    id != NULL ? cadre_mapping_get_same_before (cadre_diff_get_mapping (self->diff), id) : NULL;

  return same != NULL ? cadre_tables_find (self->before->tables, CADRE_RECORD_KIND_POST, same)
                      : CADRE_NO_ROW;
}

/* The summary */

typedef struct
{
  CadreTally positions;
  guint n_posts;
} Count;

static void
count_post (const CadreView *view, guint32 post, Count *count)
{
  if (cadre_view_is_outside (view, post) || cadre_view_is_pooled (view, post))
    return;

  count->n_posts++;
  cadre_tally_add (&count->positions,
                   cadre_table_integer (cadre_tables_get (view->tables, CADRE_RECORD_KIND_POST),
                                        CADRE_FIELD_POST_ESTABLISHMENT, post));
}

static CadrePostStatus
status_before (const CadreComparison *self, guint32 post)
{
  const char *id = cadre_tables_id (self->before->tables, CADRE_RECORD_KIND_POST, post);

  return id != NULL ? cadre_diff_get_status_before (self->diff, id) : CADRE_POST_STATUS_UNKNOWN;
}

static CadrePostStatus
status_after (const CadreComparison *self, guint32 post)
{
  const char *id = cadre_tables_id (self->after->tables, CADRE_RECORD_KIND_POST, post);

  return id != NULL ? cadre_diff_get_status_after (self->diff, id) : CADRE_POST_STATUS_UNKNOWN;
}

/* One sentence for all posts that a test picks out. */
static void
add_count_sentence (CadreReport *report, const char *code, const Count *count)
{
  g_autofree char *positions = cadre_tally_text (report->catalogue, &count->positions);

  if (count->n_posts == 0)
    return;

  cadre_report_add_item (report,
                         cadre_phrase_n (report->catalogue, code, count->n_posts, "positions",
                                         positions, NULL),
                         NULL);
  cadre_report_set_exact_integer (report, count->n_posts);
}

/* A pooled row stands for any number of like posts. */
static void
add_pooled_sentence (CadreReport *report, const CadreComparison *self)
{
  const guint n_before = cadre_view_count_pooled (self->before);
  const guint n_after = cadre_view_count_pooled (self->after);
  g_autofree char *before = cadre_catalogue_number (report->catalogue, n_before);
  g_autofree char *after = cadre_catalogue_number (report->catalogue, n_after);

  if (n_before + n_after > 0)
    cadre_report_add_item (report,
                           cadre_phrase (report->catalogue, "headline.pooled", "before", before,
                                         "after", after, NULL),
                           NULL);
}

/* A difference is one whether or not what differs is in force; figures are not. */
static void
add_not_in_force_sentence (CadreReport *report, const CadreComparison *self)
{
  const guint n_before = cadre_view_count_not_in_force (self->before);
  const guint n_after = cadre_view_count_not_in_force (self->after);
  g_autofree char *before = cadre_catalogue_number (report->catalogue, n_before);
  g_autofree char *after = cadre_catalogue_number (report->catalogue, n_after);

  if (n_before + n_after > 0)
    cadre_report_add_item (report,
                           cadre_phrase (report->catalogue, "headline.not-in-force", "before",
                                         before, "after", after, NULL),
                           NULL);
}

/* By status; a post that is merged or split is not deleted, and what is made of it is not new. */
typedef struct
{
  Count of_status[CADRE_POST_STATUS_DEFERRED + 1];
  Count made;
  Count merged;
  Count split;
} Counts;

static Count *
find_count_before (const CadreComparison *self, guint32 post, Counts *counts)
{
  const CadreLineageKind made = cadre_comparison_made_into (self, post);

  if (made == CADRE_LINEAGE_KIND_UNKNOWN)
    return &counts->of_status[status_before (self, post)];

  return made == CADRE_LINEAGE_KIND_SPLIT ? &counts->split : &counts->merged;
}

static void
count_posts (const CadreComparison *self, Counts *counts)
{
  for (guint32 post = 0; post < self->before->index->n_posts; post++)
    count_post (self->before, post, find_count_before (self, post, counts));
  for (guint32 post = 0; post < self->after->index->n_posts; post++)
    if (cadre_comparison_made_of (self, post) != CADRE_LINEAGE_KIND_UNKNOWN)
      count_post (self->after, post, &counts->made);
    else if (status_after (self, post) == CADRE_POST_STATUS_NEW)
      count_post (self->after, post, &counts->of_status[CADRE_POST_STATUS_NEW]);
}

static void
add_headline (CadreReport *report, const CadreComparison *self)
{
  Counts all = { 0 };
  const Count *counts = all.of_status;

  count_posts (self, &all);
  cadre_report_begin_list (report);
  add_count_sentence (report, "headline.created", &counts[CADRE_POST_STATUS_NEW]);
  add_count_sentence (report, "headline.deleted", &counts[CADRE_POST_STATUS_DELETED]);
  add_count_sentence (report, "headline.merged", &all.merged);
  add_count_sentence (report, "headline.split", &all.split);
  add_count_sentence (report, "headline.made", &all.made);
  add_count_sentence (report, "headline.changed", &counts[CADRE_POST_STATUS_CHANGED]);
  add_count_sentence (report, "headline.unchanged", &counts[CADRE_POST_STATUS_EXISTING]);
  add_count_sentence (report, "headline.deferred", &counts[CADRE_POST_STATUS_DEFERRED]);
  add_pooled_sentence (report, self);
  add_not_in_force_sentence (report, self);
}

void
cadre_report_add_totals (CadreReport *report, const CadreComparison *self)
{
  add_headline (report, self);
  cadre_report_add_compared_figures (report, self);
}

void
cadre_report_add_sides (CadreReport *report, const CadreComparison *self)
{
  cadre_report_add_said_fact (report, "column.before", cadre_view_side (self->before), NULL);
  cadre_report_add_said_fact (report, "column.after", cadre_view_side (self->after), NULL);
}

static void
add_summary (CadreReport *report, const CadreComparison *self)
{
  cadre_report_begin_said_section (report, "changes");
  cadre_report_begin_facts (report);
  cadre_report_add_sides (report, self);
  if (cadre_diff_is_empty (self->diff))
    {
      cadre_report_add_said_paragraph (report, "diff.empty");
      return;
    }

  cadre_report_add_totals (report, self);
}

/* Posts that come and go */

/* The functions of a post, by name. */
static char *
functions_of_post (const CadreView *view, guint32 post)
{
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&view->index->responsibilities_of_post, post, &n);
  GString *text = g_string_new (NULL);

  for (guint32 i = 0; i < n; i++)
    cadre_append_part (text, ", ",
                       cadre_view_reference (view, CADRE_RECORD_KIND_RESPONSIBILITY, rows[i],
                                             CADRE_FIELD_RESPONSIBILITY_FUNCTION_ID));

  return g_string_free (text, FALSE);
}

static void
add_post_row (CadreReport *report, const CadreView *view, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (view->tables, CADRE_RECORD_KIND_POST);
  g_autofree char *subject = cadre_view_subject (view, CADRE_RECORD_KIND_POST, post);
  CadreTally positions = { 0 };

  cadre_tally_add (&positions, cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT, post));
  cadre_report_add_item (report, cadre_view_listed_name (view, post), subject);
  cadre_report_add_item (report, cadre_view_tier (view, post), NULL);
  cadre_report_add_item (report,
                         positions.n_unknown > 0 ? cadre_say (report->catalogue, "unknown")
                                                 : cadre_tally_text (report->catalogue, &positions),
                         NULL);
  cadre_report_set_exact_tally (report, &positions);
  cadre_report_add_item (report, functions_of_post (view, post), NULL);
}

static void
begin_post_table (CadreReport *report, const char *section)
{
  cadre_report_begin_said_section (report, section);
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.post", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.tier", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.positions", CADRE_ALIGNMENT_END);
  cadre_report_add_said_column (report, "column.functions", CADRE_ALIGNMENT_START);
}

/* In the order of the tree, so that each manager stands before the reports. */
static void
add_created (CadreReport *report, const CadreComparison *self)
{
  const CadreIndex *index = self->after->index;
  gboolean begun = FALSE;

  for (guint32 i = 0; i < index->n_posts; i++)
    {
      if (status_after (self, index->walk[i]) != CADRE_POST_STATUS_NEW ||
          cadre_comparison_made_of (self, index->walk[i]) != CADRE_LINEAGE_KIND_UNKNOWN ||
          cadre_view_is_outside (self->after, index->walk[i]))
        continue;
      if (!begun)
        begin_post_table (report, "posts-created");
      begun = TRUE;
      add_post_row (report, self->after, index->walk[i]);
    }
}

void
cadre_report_add_deleted (CadreReport *report, const CadreComparison *self)
{
  const CadreIndex *index = self->before->index;
  gboolean begun = FALSE;

  for (guint32 i = 0; i < index->n_posts; i++)
    {
      if (status_before (self, index->walk[i]) != CADRE_POST_STATUS_DELETED ||
          cadre_comparison_made_into (self, index->walk[i]) != CADRE_LINEAGE_KIND_UNKNOWN ||
          cadre_view_is_outside (self->before, index->walk[i]))
        continue;
      if (!begun)
        begin_post_table (report, "posts-deleted");
      begun = TRUE;
      add_post_row (report, self->before, index->walk[i]);
    }
}

static void
add_made_row (CadreReport *report,
              const CadreComparison *self,
              guint32 before,
              guint32 after,
              gboolean *begun)
{
  const CadreView *view = after == CADRE_NO_ROW ? self->before : self->after;
  const guint32 post = after == CADRE_NO_ROW ? before : after;

  if (cadre_view_is_outside (view, post))
    return;
  if (!*begun)
    {
      begin_post_table (report, "posts-made");
      cadre_report_add_said_column (report, "column.what-happens", CADRE_ALIGNMENT_START);
    }

  *begun = TRUE;
  add_post_row (report, view, post);
  cadre_report_add_item (report, cadre_comparison_say_made (self, before, after), NULL);
}

void
cadre_report_add_made (CadreReport *report, const CadreComparison *self)
{
  const CadreIndex *before = self->before->index;
  const CadreIndex *after = self->after->index;
  gboolean begun = FALSE;

  for (guint32 i = 0; i < before->n_posts; i++)
    if (cadre_comparison_made_into (self, before->walk[i]) != CADRE_LINEAGE_KIND_UNKNOWN)
      add_made_row (report, self, before->walk[i], CADRE_NO_ROW, &begun);
  for (guint32 i = 0; i < after->n_posts; i++)
    if (cadre_comparison_made_of (self, after->walk[i]) != CADRE_LINEAGE_KIND_UNKNOWN)
      add_made_row (report, self, CADRE_NO_ROW, after->walk[i], &begun);
}

static CadreReport *
make_report (const CadreComparison *self)
{
  CadreReport *report = cadre_report_begin (self->catalogue, "diff");

  cadre_report_take_title (report, cadre_say (self->catalogue, "diff.title"));
  cadre_report_stamp_level (report, self->before->redaction);
  add_summary (report, self);
  cadre_report_add_pairing (report, self);
  cadre_report_add_top (report, self);
  cadre_report_add_flows (report, self);
  add_created (report, self);
  cadre_report_add_deleted (report, self);
  cadre_report_add_made (report, self);
  cadre_report_add_changes (report, self);
  cadre_report_add_reviews (report, self);
  return report;
}

/**
 * cadre_report_new_for_diff:
 * @diff: a #CadreDiff
 * @redaction: who the report is for
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 *   structure after
 * @error: return location for a #GError, or %NULL
 *
 * Makes a report of what changes from one structure to another: how many posts
 * and positions there are before and after, which posts would be created,
 * deleted, merged, split and changed, where functions go, and where what the
 * paper says of a post contradicts what the comparison finds.
 *
 * Below the full level the two structures are redacted and compared again.
 *
 * Returns: (transfer full): the report, or %NULL with @error set where the
 *   library has no words in that language or memory is short
 *
 * Since: 1.0
 */
CadreReport *
cadre_report_new_for_diff (CadreDiff *diff,
                           CadreRedaction *redaction,
                           const char *language,
                           GError **error)
{
  const CadreCatalogue *catalogue = NULL;
  g_autoptr (CadreComparison) view = NULL;

  g_return_val_if_fail (CADRE_IS_DIFF (diff), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  catalogue = cadre_view_find_catalogue (cadre_diff_get_after (diff), language, error);
  if (catalogue == NULL)
    return NULL;

  view = cadre_comparison_new (diff, redaction, catalogue, error);
  return view != NULL ? make_report (view) : NULL;
}
