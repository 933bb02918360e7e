/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How each proposed post would be filled, and the ring-fences. */

#include "config.h"

#include "report/cadre-values-private.h"
#include "report/outcomes/cadre-outcomes-view-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

/* The outcomes of the positions of one post: a stretch of the list. */
typedef struct
{
  CadreOutcome **outcomes;
  guint n;
} Positions;

static gboolean
is_same_post (CadreOutcome *a, CadreOutcome *b)
{
  return g_strcmp0 (cadre_outcome_get_post_after (a), cadre_outcome_get_post_after (b)) == 0;
}

/* The positions of the post of position @start. */
static Positions
get_positions (const CadreOutcomesView *self, guint start)
{
  Positions positions = { (CadreOutcome **) self->positions->pdata + start, 1 };

  while (start + positions.n < self->positions->len &&
         is_same_post (positions.outcomes[0], positions.outcomes[positions.n]))
    positions.n++;

  return positions;
}

static gboolean
is_hidden (const CadreOutcomesView *self, const Positions *positions)
{
  for (guint i = 0; i < positions->n; i++)
    if (cadre_outcomes_view_hides (self, positions->outcomes[i]))
      return TRUE;

  return FALSE;
}

/* Where nothing happens and the paper says nothing else. */
static gboolean
goes_on (const Positions *positions)
{
  for (guint i = 0; i < positions->n; i++)
    if (cadre_outcome_get_kind (positions->outcomes[i]) != CADRE_OUTCOME_KIND_UNCHANGED ||
        cadre_outcome_get_gap (positions->outcomes[i]) == CADRE_OUTCOME_GAP_DIFFERS ||
        cadre_outcome_get_decision (positions->outcomes[i]) != NULL)
      return FALSE;

  return TRUE;
}

static gboolean
is_first_of_kind (const Positions *positions, guint i)
{
  for (guint j = 0; j < i; j++)
    if (cadre_outcome_get_kind (positions->outcomes[j]) ==
        cadre_outcome_get_kind (positions->outcomes[i]))
      return FALSE;

  return TRUE;
}

static guint
count_kind (const Positions *positions, CadreOutcomeKind kind)
{
  guint n = 0;

  for (guint i = 0; i < positions->n; i++)
    n += cadre_outcome_get_kind (positions->outcomes[i]) == kind;

  return n;
}

/* "3 positions: …; 1 position: …". */
static char *
outcomes_text (const CadreOutcomesView *self, const Positions *positions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < positions->n; i++)
    {
      g_autofree char *fate = NULL;
      guint n = count_kind (positions, cadre_outcome_get_kind (positions->outcomes[i]));

      if (!is_first_of_kind (positions, i))
        continue;

      fate = cadre_outcomes_view_fate (self, positions->outcomes[i]);
      cadre_append_part (text, " ",
                         positions->n == 1 ? g_steal_pointer (&fate)
                                           : cadre_phrase_n (self->catalogue, "positions.fate", n,
                                                             "fate", fate, NULL));
    }

  return g_string_free (text, FALSE);
}

static char *
reasons_text (const CadreOutcomesView *self, const Positions *positions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < positions->n; i++)
    if (is_first_of_kind (positions, i))
      cadre_append_part (text, " ", cadre_outcomes_view_reasons (self, positions->outcomes[i]));

  return g_string_free (text, FALSE);
}

/* What the paper says of the post: how it is filled, its status, its words. */
static char *
declared_text (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  const CadreTable *posts = cadre_tables_get (self->after->tables, CADRE_RECORD_KIND_POST);
  guint32 post = cadre_tables_find (self->after->tables, CADRE_RECORD_KIND_POST,
                                    cadre_outcome_get_post_after (outcome));
  int status = post != CADRE_NO_ROW ? cadre_table_word (posts, CADRE_FIELD_POST_STATUS, post) : 0;
  g_autofree char *words =
    post != CADRE_NO_ROW
      ? cadre_view_text (self->after, CADRE_RECORD_KIND_POST, post, CADRE_FIELD_POST_DECLARED_WORDS)
      : NULL;
  g_autofree char *word = NULL;

  if (cadre_outcome_get_declared (outcome) != CADRE_DECLARED_OUTCOME_UNKNOWN)
    word = cadre_view_word (self->catalogue, "declared-outcome", CADRE_TYPE_DECLARED_OUTCOME,
                            (int) cadre_outcome_get_declared (outcome));
  else if (status != CADRE_POST_STATUS_UNKNOWN)
    word = cadre_view_word (self->catalogue, "post-status", CADRE_TYPE_POST_STATUS, status);

  if (words == NULL)
    return word != NULL ? g_steal_pointer (&word) : cadre_say (self->catalogue, "declared.nothing");

  return cadre_phrase (self->catalogue, word != NULL ? "declared.words" : "declared.only-words",
                       "outcome", word, "words", words, NULL);
}

static void
add_post_cell (CadreReport *report, const CadreOutcomesView *self, CadreOutcome *outcome)
{
  g_autofree char *subject = g_strconcat ("post/", cadre_outcome_get_post_after (outcome), NULL);

  cadre_report_add_item (report, cadre_outcomes_view_post_name (self, outcome), subject);
}

static char *
tier_text (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  guint32 post = cadre_tables_find (self->after->tables, CADRE_RECORD_KIND_POST,
                                    cadre_outcome_get_post_after (outcome));

  return post != CADRE_NO_ROW ? cadre_view_tier (self->after, post) : NULL;
}

/* What of the post is different, as the comparison finds it. */
static char *
changes_text (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  const char *before = cadre_outcome_get_post_before (outcome);

  return before != NULL && !cadre_outcome_has_reason (outcome, "post.created")
           ? cadre_comparison_changes_of_post (self->changes,
                                               cadre_outcome_get_post_after (outcome))
           : NULL;
}

/* "Position 4: …". */
static char *
decisions_text (const CadreOutcomesView *self, const Positions *positions)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < positions->n; i++)
    {
      g_autofree char *decision = cadre_outcomes_view_decision (self, positions->outcomes[i]);
      g_autofree char *number =
        cadre_catalogue_number (self->catalogue,
                                (guint64) MAX (cadre_outcome_get_position (positions->outcomes[i]),
                                               0));

      if (decision != NULL)
        cadre_append_part (text, " ",
                           cadre_phrase (self->catalogue, "decision.position", "number", number,
                                         "decision", decision, NULL));
    }

  return g_string_free (text, FALSE);
}

static void
add_filling (CadreReport *report, const CadreOutcomesView *self, const Positions *positions)
{
  CadreOutcome *outcome = positions->outcomes[0];

  add_post_cell (report, self, outcome);
  cadre_report_add_item (report, tier_text (self, outcome), NULL);
  cadre_report_add_number (report, positions->n, NULL);
  cadre_report_add_item (report, declared_text (self, outcome), NULL);
  cadre_report_add_item (report, outcomes_text (self, positions), NULL);
  cadre_report_add_item (report, reasons_text (self, positions), NULL);
  cadre_report_add_item (report, changes_text (self, outcome), NULL);
  cadre_report_add_item (report, cadre_outcomes_view_gap (self, outcome), NULL);
  if (cadre_outcomes_view_is_decided (self))
    cadre_report_add_item (report, decisions_text (self, positions), NULL);
}

static void
begin_filling (CadreReport *report, const CadreOutcomesView *self)
{
  cadre_report_begin_said_section (report, "filling");
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.post", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.tier", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.positions", CADRE_ALIGNMENT_END);
  cadre_report_add_said_column (report, "column.declared", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.under-policy", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.why", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.what-changes", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.gap", CADRE_ALIGNMENT_START);
  if (cadre_outcomes_view_is_decided (self))
    cadre_report_add_said_column (report, "column.decision", CADRE_ALIGNMENT_START);
}

static gboolean
is_declared (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  const CadreTable *posts = cadre_tables_get (self->after->tables, CADRE_RECORD_KIND_POST);
  guint32 post = cadre_tables_find (self->after->tables, CADRE_RECORD_KIND_POST,
                                    cadre_outcome_get_post_after (outcome));

  return cadre_outcome_get_declared (outcome) != CADRE_DECLARED_OUTCOME_UNKNOWN ||
         (post != CADRE_NO_ROW &&
          (cadre_table_word (posts, CADRE_FIELD_POST_STATUS, post) != CADRE_POST_STATUS_UNKNOWN ||
           cadre_table_code (posts, CADRE_FIELD_POST_DECLARED_WORDS, post) >= CADRE_STRING_FIRST));
}

static void
begin_short_table (CadreReport *report, const char *section, const char *last_column)
{
  cadre_report_begin_said_section (report, section);
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.post", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.tier", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.positions", CADRE_ALIGNMENT_END);
  cadre_report_add_said_column (report, last_column, CADRE_ALIGNMENT_START);
}

/* Which section tells of a post. What the level hides has a section of its own,
 * whatever becomes of it. */
typedef enum
{
  TOLD_IN_FULL,
  TOLD_AS_GOING_ON,
  TOLD_AS_CHANGING,
  TOLD_AS_HIDDEN,
  TOLD_AS_DELETED,
} Telling;

/* Where the post changes, nothing else happens, and the paper says nothing. */
static gboolean
only_changes (const CadreOutcomesView *self, const Positions *positions)
{
  for (guint i = 0; i < positions->n; i++)
    if (cadre_outcome_get_kind (positions->outcomes[i]) != CADRE_OUTCOME_KIND_AFFECTED)
      return FALSE;

  return !is_declared (self, positions->outcomes[0]);
}

static Telling
find_telling (const CadreOutcomesView *self, const Positions *positions)
{
  if (cadre_outcome_get_post_after (positions->outcomes[0]) == NULL)
    return TOLD_AS_DELETED;
  if (is_hidden (self, positions))
    return TOLD_AS_HIDDEN;

  if (goes_on (positions))
    return TOLD_AS_GOING_ON;

  return only_changes (self, positions) ? TOLD_AS_CHANGING : TOLD_IN_FULL;
}

/* What is told of a post where nothing else is: its place and the paper. */
static void
add_short_row (CadreReport *report,
               const CadreOutcomesView *self,
               const Positions *positions,
               Telling telling)
{
  add_post_cell (report, self, positions->outcomes[0]);
  cadre_report_add_item (report, tier_text (self, positions->outcomes[0]), NULL);
  cadre_report_add_number (report, positions->n, NULL);
  cadre_report_add_item (report,
                         telling == TOLD_AS_CHANGING ? changes_text (self, positions->outcomes[0])
                                                     : declared_text (self, positions->outcomes[0]),
                         NULL);
}

static void
add_posts (CadreReport *report,
           const CadreOutcomesView *self,
           Telling telling,
           const char *section,
           const char *last_column)
{
  gboolean begun = FALSE;
  Positions positions = { 0 };

  for (guint i = 0; i < self->positions->len; i += positions.n)
    {
      positions = get_positions (self, i);
      if (find_telling (self, &positions) != telling)
        continue;
      if (!begun && telling == TOLD_IN_FULL)
        begin_filling (report, self);
      else if (!begun)
        begin_short_table (report, section, last_column);
      begun = TRUE;
      if (telling == TOLD_IN_FULL)
        add_filling (report, self, &positions);
      else
        add_short_row (report, self, &positions, telling);
    }
  if (begun && telling == TOLD_AS_HIDDEN)
    cadre_report_add_said_paragraph (report, "redaction.single-holders");
}

void
cadre_report_add_filling (CadreReport *self, const CadreOutcomesView *view)
{
  add_posts (self, view, TOLD_IN_FULL, NULL, NULL);
  add_posts (self, view, TOLD_AS_CHANGING, "changing", "column.what-changes");
  add_posts (self, view, TOLD_AS_GOING_ON, "going-on", "column.declared");
  add_posts (self, view, TOLD_AS_HIDDEN, "hidden", "column.declared");
  cadre_report_add_deleted (self, view->changes);
  cadre_report_add_made (self, view->changes);
}

/* Ring-fences */

#define N_USUAL_LIKENESSES 4

static char *
member_reasons (const CadreOutcomesView *self, CadreRingFenceMember *member)
{
  const struct
  {
    const char *code;
    CadreTruth truth;
  } tests[] = {
    { "alike.function", cadre_ring_fence_member_get_same_function (member) },
    { "alike.field", cadre_ring_fence_member_get_same_field (member) },
    { "alike.tier", cadre_ring_fence_member_get_like_tier (member) },
    { "alike.grade", cadre_ring_fence_member_get_like_grade (member) },
    { "alike.line", cadre_ring_fence_member_get_same_line (member) },
    { "alike.unit", cadre_ring_fence_member_get_same_unit (member) },
    { "alike.area", cadre_ring_fence_member_get_same_area (member) },
  };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      /* Few policies ask for the last of them: they are said where they are in doubt. */
      gboolean is_plain = i >= N_USUAL_LIKENESSES && tests[i].truth == CADRE_TRUTH_TRUE;
      g_autofree char *what = is_plain ? NULL : cadre_say (self->catalogue, tests[i].code);
      g_autofree char *answer =
        cadre_view_word (self->catalogue, "truth", CADRE_TYPE_TRUTH, (int) tests[i].truth);

      if (!is_plain)
        cadre_append_part (text, "; ", g_strdup_printf ("%s: %s", what, answer));
    }
  if (cadre_ring_fence_member_is_claimant (member))
    cadre_append_part (text, "; ", cadre_say (self->catalogue, "member.claimant"));
  if (cadre_ring_fence_member_is_predecessor (member))
    cadre_append_part (text, "; ", cadre_say (self->catalogue, "member.predecessor"));

  return g_string_free (text, FALSE);
}

/* The post that a member holds now. */
static char *
post_of_assignment (const CadreOutcomesView *self, const char *assignment)
{
  g_autoptr (CadreOutcome) outcome = cadre_outcomes_find_assignment (self->outcomes, assignment);
  const char *post = outcome != NULL ? cadre_outcome_get_post_before (outcome) : NULL;

  return post != NULL ? cadre_view_post_name (self->before, post) : NULL;
}

static void
add_members (CadreReport *report, const CadreOutcomesView *self, GListModel *members)
{
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.assignment", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.post-now", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.prior-consideration", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.compared", CADRE_ALIGNMENT_START);
  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (CadreRingFenceMember) member = g_list_model_get_item (members, i);
      const char *id = cadre_ring_fence_member_get_assignment (member);
      g_autofree char *subject = cadre_outcomes_view_assignment_subject (self, id);

      cadre_report_add_item (report, cadre_outcomes_view_assignment (self, id), subject);
      cadre_report_add_item (report, post_of_assignment (self, id), NULL);
      cadre_report_add_item (report,
                             cadre_ring_fence_member_get_truth (member) == CADRE_TRUTH_TRUE
                               ? cadre_say (report->catalogue, "truth.true")
                               : cadre_say (report->catalogue, "to-be-checked"),
                             NULL);
      cadre_report_add_item (report, member_reasons (self, member), NULL);
    }
}

static void
add_member_counts (CadreReport *report, const CadreOutcomesView *self, GListModel *members)
{
  guint n = g_list_model_get_n_items (members);
  guint n_known = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreRingFenceMember) member = g_list_model_get_item (members, i);

      n_known += cadre_ring_fence_member_get_truth (member) == CADRE_TRUTH_TRUE;
    }

  if (n <= 1 && !self->is_full)
    {
      cadre_report_add_said_fact (report, "fact.members",
                                  cadre_say (report->catalogue, "redaction.not-shown"), NULL);
      return;
    }

  cadre_report_add_said_fact (report, "fact.members",
                              cadre_catalogue_number (report->catalogue, n_known), NULL);
  cadre_report_set_exact_integer (report, n_known);
  cadre_report_add_said_fact (report, "fact.members-to-be-checked",
                              cadre_catalogue_number (report->catalogue, n - n_known), NULL);
  cadre_report_set_exact_integer (report, n - n_known);
}

static void
add_ring_fence (CadreReport *report, const CadreOutcomesView *self, CadreRingFence *fence)
{
  g_autoptr (GListModel) members = cadre_ring_fence_list_members (fence);
  g_autofree char *posts = cadre_view_post_names (self->after, cadre_ring_fence_get_posts (fence));
  guint n_positions = cadre_ring_fence_get_n_positions (fence);
  guint n_open = cadre_ring_fence_get_n_open (fence);

  cadre_report_add_heading (report,
                            cadre_phrase (report->catalogue,
                                          cadre_ring_fence_is_selection_pool (fence)
                                            ? "heading.selection-pool"
                                            : "heading.ring-fence",
                                          "posts", posts, NULL),
                            cadre_ring_fence_get_id (fence));
  cadre_report_begin_facts (report);
  cadre_report_add_said_fact (report, "column.positions",
                              cadre_catalogue_number (report->catalogue, n_positions), NULL);
  cadre_report_set_exact_integer (report, n_positions);
  cadre_report_add_said_fact (report, "fact.open-positions",
                              cadre_catalogue_number (report->catalogue, n_open), NULL);
  cadre_report_set_exact_integer (report, n_open);
  add_member_counts (report, self, members);
  if (self->shows_assignments)
    add_members (report, self, members);
}

void
cadre_report_add_ring_fences (CadreReport *self, const CadreOutcomesView *view)
{
  GListModel *fences = cadre_outcomes_get_ring_fences (view->outcomes);

  cadre_report_begin_said_section (self, "ring-fences");
  if (g_list_model_get_n_items (fences) == 0)
    {
      cadre_report_add_said_paragraph (self, "ring-fences.none");
      return;
    }

  cadre_report_add_said_paragraph (self, "ring-fences.what-they-are");
  for (guint i = 0; i < g_list_model_get_n_items (fences); i++)
    {
      g_autoptr (CadreRingFence) fence = g_list_model_get_item (fences, i);

      add_ring_fence (self, view, fence);
    }
}
