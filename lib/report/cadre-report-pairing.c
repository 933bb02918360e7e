/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How posts before and after were found to be the same, and which pairs a person
 * has to look at. */

#include "config.h"

#include "report/cadre-report-diff-private.h"
#include <cadre/cadre-enum-types.h>

/* The bases of pairs; and where a published list has a post that went once more, its
 * reference does not say that the post goes on. */
#define LISTED_AS_GONE (CADRE_PAIR_BASIS_REFUSED + 1)
/* A row that pools like posts is not a post, whatever it was found again by; its list may
 * give it no reference. */
#define POOLED (LISTED_AS_GONE + 1)
#define N_BASES (POOLED + 1)
#define MOST_FOUND 500 /* more pairs than this are not told one by one */
#define MOST_PARTS 5   /* of a whole that one row names */

static guint32
row_of_post (const CadreView *view, const char *id)
{
  return id != NULL ? cadre_tables_find (view->tables, CADRE_RECORD_KIND_POST, id) : CADRE_NO_ROW;
}

/* Whether a pair is of two posts that the readers may see. */
static gboolean
is_shown (const CadreComparison *self, CadrePair *pair)
{
  return row_of_post (self->before, cadre_pair_get_before (pair)) != CADRE_NO_ROW &&
         row_of_post (self->after, cadre_pair_get_after (pair)) != CADRE_NO_ROW;
}

static gboolean
is_pooled (const CadreComparison *self, CadrePair *pair)
{
  return cadre_view_is_pooled (self->before,
                               row_of_post (self->before, cadre_pair_get_before (pair))) ||
         cadre_view_is_pooled (self->after, row_of_post (self->after, cadre_pair_get_after (pair)));
}

/* How many of the posts that the readers may see go on, by what that rests on. Returns how many
 * rows, pooled ones with them, were found again by what is known of them. */
static guint
count_pairs (const CadreComparison *self, guint *counts)
{
  CadreMapping *mapping = cadre_diff_get_mapping (self->original);
  g_autoptr (GListModel) refused = cadre_mapping_list_refused (mapping);
  guint n_found = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (mapping)); i++)
    {
      g_autoptr (CadrePair) pair = cadre_mapping_get_pair (mapping, i);

      if (!is_shown (self, pair))
        continue;
      n_found += cadre_pair_get_basis (pair) == CADRE_PAIR_BASIS_EVIDENCE;
      if (is_pooled (self, pair))
        counts[POOLED]++;
      else if (cadre_pair_get_basis (pair) == CADRE_PAIR_BASIS_ID &&
               cadre_view_is_not_in_force (self->after,
                                           row_of_post (self->after, cadre_pair_get_after (pair))))
        counts[LISTED_AS_GONE]++;
      else
        counts[cadre_pair_get_basis (pair)]++;
    }

  for (guint i = 0; i < g_list_model_get_n_items (refused); i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (refused, i);

      counts[CADRE_PAIR_BASIS_REFUSED] += is_shown (self, pair);
    }

  return n_found;
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
                             basis == LISTED_AS_GONE
                               ? cadre_say (report->catalogue, "pairing.listed-as-gone")
                             : basis == POOLED
                               ? cadre_say (report->catalogue, "pairing.pooled")
                               : cadre_view_word (report->catalogue, "pair-basis",
                                                  CADRE_TYPE_PAIR_BASIS, (int) basis),
                             cadre_catalogue_number (report->catalogue, counts[basis]), NULL);
      cadre_report_set_exact_integer (report, counts[basis]);
    }
}

/* The organisations whose references say nothing, by name; posts of no stated employer
 * have none. */
static void
add_rekeyed (CadreReport *report, const CadreComparison *self)
{
  CadreMapping *mapping = cadre_diff_get_mapping (self->original);
  g_auto (GStrv) ids = cadre_mapping_dup_rekeyed_organisations (mapping);

  if (ids[0] == NULL && cadre_mapping_is_rekeyed (mapping))
    cadre_report_add_said_paragraph (report, "pairing.rekeyed.all");
  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint32 row = cadre_tables_find (self->after->tables, CADRE_RECORD_KIND_ORGANISATION, ids[i]);
      g_autofree char *name = NULL;

      if (row == CADRE_NO_ROW) /* the readers may not see it */
        continue;
      name = cadre_view_name (self->after, CADRE_RECORD_KIND_ORGANISATION, row);
      cadre_report_add_paragraph (report, cadre_phrase (report->catalogue, "pairing.rekeyed",
                                                        "organisation", name, NULL));
    }
}

static void
add_post (CadreReport *report, const CadreView *view, const char *id)
{
  guint32 row = row_of_post (view, id);
  g_autofree char *subject = cadre_view_subject (view, CADRE_RECORD_KIND_POST, row);

  cadre_report_add_item (report, cadre_view_listed_name (view, row), subject);
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

      if (cadre_pair_get_basis (pair) != CADRE_PAIR_BASIS_EVIDENCE || !is_shown (self, pair))
        continue;
      add_post (report, self->before, cadre_pair_get_before (pair));
      add_post (report, self->after, cadre_pair_get_after (pair));
    }
}

void
cadre_report_add_pairing (CadreReport *self, const CadreComparison *comparison)
{
  guint counts[N_BASES] = { 0 };
  guint n_found = 0;

  n_found = count_pairs (comparison, counts);
  if (n_found == 0 && counts[CADRE_PAIR_BASIS_REFUSED] == 0)
    return;

  cadre_report_begin_said_section (self, "pairing");
  add_rekeyed (self, comparison);
  cadre_report_add_said_paragraph (self, "pairing.how-to-read");
  add_bases (self, counts);
  add_found (self, comparison, n_found);
}

/* Pairs to be looked at */

/* What a feature is taken from. That it speaks for a pair or against it says
 * something of the field: who may not see the one may not see the other. */
static const struct
{
  CadreRecordKind kind;
  const char *field;
} sources[] = {
  [CADRE_MAPPING_FEATURE_TITLE] = { CADRE_RECORD_KIND_POST, "title" },
  [CADRE_MAPPING_FEATURE_GRADE] = { CADRE_RECORD_KIND_POST, "grade" },
  [CADRE_MAPPING_FEATURE_UNIT] = { CADRE_RECORD_KIND_POST, "unit" },
  [CADRE_MAPPING_FEATURE_EMPLOYER] = { CADRE_RECORD_KIND_POST, "employer" },
  [CADRE_MAPPING_FEATURE_FUNCTIONS] = { CADRE_RECORD_KIND_RESPONSIBILITY, "function-id" },
  [CADRE_MAPPING_FEATURE_PROFILE] = { CADRE_RECORD_KIND_STATEMENT, "text" },
  [CADRE_MAPPING_FEATURE_PROFESSION] = { CADRE_RECORD_KIND_POST, "profession" },
  [CADRE_MAPPING_FEATURE_FTE] = { CADRE_RECORD_KIND_POST, "fte" },
  [CADRE_MAPPING_FEATURE_PAY] = { CADRE_RECORD_KIND_POST, "pay-min" },
  [CADRE_MAPPING_FEATURE_WORK_BASE] = { CADRE_RECORD_KIND_POST, "site" },
  [CADRE_MAPPING_FEATURE_MANAGER] = { CADRE_RECORD_KIND_LINE, "manager" },
  [CADRE_MAPPING_FEATURE_REPORTS] = { CADRE_RECORD_KIND_LINE, "manager" },
  [CADRE_MAPPING_FEATURE_STAFF] = { CADRE_RECORD_KIND_POST, "attributes" },
  [CADRE_MAPPING_FEATURE_HOLDER] = { CADRE_RECORD_KIND_ASSIGNMENT, "person" },
};

/* "title, unit": the features that speak for a pair, or against it. */
static char *
say_features (const CadreComparison *self, CadrePair *pair, gboolean in_favour)
{
  g_autoptr (GListModel) evidence = cadre_pair_list_evidence (pair);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (evidence); i++)
    {
      g_autoptr (CadrePairEvidence) item = g_list_model_get_item (evidence, i);
      const CadreMappingFeature feature = cadre_pair_evidence_get_feature (item);
      const int value = cadre_pair_evidence_get_value (item);

      if (value != 0 && (value > 0) == in_favour &&
          cadre_redaction_shows_field (self->before->redaction, sources[feature].kind,
                                       sources[feature].field))
        cadre_append_part (text, ", ",
                           cadre_view_word (self->catalogue, "mapping-feature",
                                            CADRE_TYPE_MAPPING_FEATURE, (int) feature));
    }

  return g_string_free (text, FALSE);
}

/* With the reference: a pair is handed in by it, and twins have one name. */
static char *
say_referred (const CadreView *view, const char *id)
{
  g_autofree char *name = cadre_view_name (view, CADRE_RECORD_KIND_POST, row_of_post (view, id));

  if (g_strcmp0 (name, id) == 0)
    return g_steal_pointer (&name);

  return cadre_phrase (view->catalogue, "reviews.post", "post", name, "id", id, NULL);
}

static void
add_referred (CadreReport *report, const CadreView *view, const char *id)
{
  g_autofree char *subject =
    cadre_view_subject (view, CADRE_RECORD_KIND_POST, row_of_post (view, id));

  cadre_report_add_item (report, say_referred (view, id), subject);
}

/* Parts of a whole */

/* The posts that may be parts of one whole, by what the whole is and its id: whether they
 * were made one, or one was made into them. */
typedef struct
{
  GHashTable *merged; /* by id after: (element-type CadrePair) */
  GHashTable *split;  /* by id before: (element-type CadrePair) */
} Wholes;

static void
add_part (GHashTable *wholes, const char *whole, CadrePair *pair)
{
  GPtrArray *parts = g_hash_table_lookup (wholes, whole);

  if (parts == NULL)
    {
      parts = g_ptr_array_new_with_free_func (g_object_unref);
      g_hash_table_insert (wholes, g_strdup (whole), parts);
    }
  g_ptr_array_add (parts, g_object_ref (pair));
}

static void
find_wholes (Wholes *self, const CadreComparison *comparison, GListModel *reviews)
{
  self->merged =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->split =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (reviews, i);

      if (!is_shown (comparison, pair))
        continue;
      if (cadre_pair_get_review (pair) == CADRE_PAIR_REVIEW_MERGE)
        add_part (self->merged, cadre_pair_get_after (pair), pair);
      else if (cadre_pair_get_review (pair) == CADRE_PAIR_REVIEW_SPLIT)
        add_part (self->split, cadre_pair_get_before (pair), pair);
    }
}

static void
clear_wholes (Wholes *self)
{
  g_hash_table_unref (self->merged);
  g_hash_table_unref (self->split);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wholes, clear_wholes)

/* Takes the name; quoted, since names have commas in them. */
static void
append_other (GString *names, guint *n, char *name)
{
  cadre_append_part (names, ", ", g_strdup_printf ("\"%s\"", name));
  g_free (name);
  (*n)++;
}

/* The other posts that would be parts with that of a pair: the one that the whole is now
 * taken to be first. NULL where the readers may see none. */
static char *
say_other_parts (const CadreComparison *self, const Wholes *wholes, CadrePair *pair)
{
  CadreMapping *mapping = cadre_diff_get_mapping (self->original);
  const gboolean is_merge = cadre_pair_get_review (pair) == CADRE_PAIR_REVIEW_MERGE;
  const char *before = cadre_pair_get_before (pair);
  const char *after = cadre_pair_get_after (pair);
  const CadreView *view = is_merge ? self->before : self->after;
  const GPtrArray *parts =
    g_hash_table_lookup (is_merge ? wholes->merged : wholes->split, is_merge ? after : before);
  const char *same = is_merge ? cadre_mapping_get_same_before (mapping, after)
                              : cadre_mapping_get_same_after (mapping, before);
  g_autoptr (GString) names = g_string_new (NULL);
  guint n_others = 0;
  guint n = 0;

  if (same == NULL && parts->len == 1)
    same =
      is_merge ? cadre_pair_get_runner_up_before (pair) : cadre_pair_get_runner_up_after (pair);
  if (same != NULL && row_of_post (view, same) != CADRE_NO_ROW)
    append_other (names, &n, say_referred (view, same));
  n_others = n + parts->len - 1; /* the pair is one of the parts */
  for (guint i = 0; i < parts->len && n < MOST_PARTS; i++)
    if (parts->pdata[i] != pair)
      append_other (names, &n,
                    say_referred (view, is_merge ? cadre_pair_get_before (parts->pdata[i])
                                                 : cadre_pair_get_after (parts->pdata[i])));
  if (n_others > n)
    {
      g_autofree char *more = cadre_catalogue_number (self->catalogue, n_others - n);

      return cadre_phrase (self->catalogue, "reviews.more-parts", "posts", names->str, "n", more,
                           NULL);
    }

  return n > 0 ? g_strdup (names->str) : NULL;
}

static char *
say_why (const CadreComparison *self, const Wholes *wholes, CadrePair *pair)
{
  const CadrePairReview review = cadre_pair_get_review (pair);
  g_autofree char *why =
    cadre_view_word (self->catalogue, "pair-review", CADRE_TYPE_PAIR_REVIEW, (int) review);
  g_autofree char *others = NULL;

  if (review == CADRE_PAIR_REVIEW_MERGE || review == CADRE_PAIR_REVIEW_SPLIT)
    others = say_other_parts (self, wholes, pair);
  if (others == NULL)
    return g_steal_pointer (&why);

  return cadre_phrase (self->catalogue, "reviews.other-parts", "why", why, "posts", others, NULL);
}

static void
add_review (CadreReport *report, const CadreComparison *self, const Wholes *wholes, CadrePair *pair)
{
  add_referred (report, self->before, cadre_pair_get_before (pair));
  add_referred (report, self->after, cadre_pair_get_after (pair));
  cadre_report_add_item (report, say_why (self, wholes, pair), NULL);
  cadre_report_add_item (report, say_features (self, pair, TRUE), NULL);
  cadre_report_add_item (report, say_features (self, pair, FALSE), NULL);
}

/* Of posts that nothing tells apart pairs are counted, and not decided. */
static gboolean
has_twins (const CadreComparison *self, GListModel *reviews)
{
  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (reviews, i);

      if (cadre_pair_get_review (pair) == CADRE_PAIR_REVIEW_TWINS && is_shown (self, pair))
        return TRUE;
    }

  return FALSE;
}

static void
begin_reviews (CadreReport *report, const CadreComparison *self, GListModel *reviews)
{
  cadre_report_begin_said_section (report, "reviews");
  cadre_report_add_said_paragraph (report, "reviews.how-to-read");
  if (has_twins (self, reviews))
    cadre_report_add_said_paragraph (report, "reviews.twins");
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.before", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.after", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.why-review", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.speaks-for", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.speaks-against", CADRE_ALIGNMENT_START);
}

void
cadre_report_add_reviews (CadreReport *self, const CadreComparison *comparison)
{
  g_autoptr (GListModel) reviews =
    cadre_mapping_list_reviews (cadre_diff_get_mapping (comparison->original));
  g_auto (Wholes) wholes = { NULL, NULL };
  gboolean begun = FALSE;

  find_wholes (&wholes, comparison, reviews);
  for (guint i = 0; i < g_list_model_get_n_items (reviews); i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (reviews, i);

      if (!is_shown (comparison, pair))
        continue;
      if (!begun)
        begin_reviews (self, comparison, reviews);
      begun = TRUE;
      add_review (self, comparison, &wholes, pair);
    }
}
