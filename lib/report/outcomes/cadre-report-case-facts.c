/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is particular about a case: joint posts, functions that go to several,
 * bodies, lines that change, secondments. Each is found by a rule that holds for
 * every case. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "report/cadre-values-private.h"
#include "report/outcomes/cadre-outcomes-view-private.h"

#define MOST_MOVES 12 /* more are only counted */

/* Tiers that count alike, as the proposal says. */
static void
add_equivalences (CadreReport *report, const CadreOutcomesView *self)
{
  const CadreTable *table =
    cadre_tables_get (self->after->tables, CADRE_RECORD_KIND_TIER_EQUIVALENCE);

  for (guint32 row = 0; row < table->n_rows; row++)
    {
      g_autofree char *scale =
        cadre_view_reference (self->after, CADRE_RECORD_KIND_TIER_EQUIVALENCE, row,
                              CADRE_FIELD_TIER_EQUIVALENCE_SCALE);
      g_autofree char *other =
        cadre_view_reference (self->after, CADRE_RECORD_KIND_TIER_EQUIVALENCE, row,
                              CADRE_FIELD_TIER_EQUIVALENCE_OTHER_SCALE);
      g_autofree char *rung =
        g_strdup_printf ("%d", cadre_table_integer (table, CADRE_FIELD_TIER_EQUIVALENCE_RUNG, row));
      g_autofree char *other_rung =
        g_strdup_printf ("%d",
                         cadre_table_integer (table, CADRE_FIELD_TIER_EQUIVALENCE_OTHER_RUNG, row));

      cadre_report_add_item (report,
                             cadre_phrase (report->catalogue, "fact.equivalence", "tier", rung,
                                           "scale", scale, "other-tier", other_rung, "other-scale",
                                           other, NULL),
                             NULL);
    }
}

/* "from 2008 to 2009", of an agreement. */
static char *
agreement_dates (const CadreView *view, guint32 row)
{
  const CadreTable *table = cadre_tables_get (view->tables, CADRE_RECORD_KIND_AGREEMENT);

  return cadre_view_dates (view, cadre_table_code (table, CADRE_FIELD_AGREEMENT_VALID_FROM, row),
                           cadre_table_code (table, CADRE_FIELD_AGREEMENT_VALID_TO, row));
}

/* Between whom there is an agreement, for how long, and on which conditions. */
static void
add_agreements (CadreReport *report, const CadreView *view)
{
  const CadreTable *table = cadre_tables_get (view->tables, CADRE_RECORD_KIND_AGREEMENT);

  for (guint32 row = 0; row < table->n_rows; row++)
    {
      g_autofree char *subject = cadre_view_subject (view, CADRE_RECORD_KIND_AGREEMENT, row);
      g_autofree char *name = cadre_view_name (view, CADRE_RECORD_KIND_AGREEMENT, row);
      g_autofree char *parties = cadre_view_references (view, CADRE_RECORD_KIND_AGREEMENT, row,
                                                        CADRE_FIELD_AGREEMENT_PARTIES);
      g_autofree char *dates = agreement_dates (view, row);
      guint n = 0;

      cadre_tables_list (view->tables,
                         cadre_table_code (table, CADRE_FIELD_AGREEMENT_CONDITIONS, row), &n);
      cadre_report_add_item (report,
                             cadre_phrase (report->catalogue, "fact.agreement", "agreement", name,
                                           "parties", parties, "dates",
                                           *dates != '\0' ? dates
                                                          : cadre_phrase_find (report->catalogue,
                                                                               "fact.no-dates"),
                                           NULL),
                             subject);
      if (n > 0)
        cadre_report_add_item (report,
                               cadre_phrase_n (report->catalogue, "fact.conditions", n, "agreement",
                                               name, NULL),
                               subject);
    }
}

static gboolean
has_unknown_share (const CadreView *view, guint32 post)
{
  const CadreTable *fundings = cadre_tables_get (view->tables, CADRE_RECORD_KIND_FUNDING);
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&view->index->fundings_of_post, post, &n);
  gint64 numerator = 0;
  gint64 denominator = 0;

  for (guint32 i = 0; i < n; i++)
    if (!cadre_tables_fraction (view->tables, fundings, CADRE_FIELD_FUNDING_SHARE, rows[i],
                                &numerator, &denominator))
      return TRUE;

  return n == 0;
}

static void
add_joint_post (CadreReport *report, const CadreView *view, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (view->tables, CADRE_RECORD_KIND_POST);
  const CadreTable *organisations = cadre_tables_get (view->tables, CADRE_RECORD_KIND_ORGANISATION);
  guint n = 0;
  const guint32 *partners =
    cadre_tables_list (view->tables, cadre_table_code (posts, CADRE_FIELD_POST_PARTNERS, post), &n);
  g_autofree char *subject = cadre_view_subject (view, CADRE_RECORD_KIND_POST, post);
  g_autofree char *name = cadre_view_name (view, CADRE_RECORD_KIND_POST, post);
  g_autofree char *tier = cadre_view_tier (view, post);
  g_autoptr (GString) employers = g_string_new (NULL);

  if (n == 0)
    return;

  cadre_append_part (employers, ", ",
                     cadre_view_reference (view, CADRE_RECORD_KIND_POST, post,
                                           CADRE_FIELD_POST_EMPLOYER));
  for (guint i = 0; i < n; i++)
    {
      guint32 row = cadre_tables_find (view->tables, CADRE_RECORD_KIND_ORGANISATION,
                                       cadre_tables_text (view->tables, partners[i]));

      if (row < organisations->n_rows)
        cadre_append_part (employers, ", ",
                           cadre_view_name (view, CADRE_RECORD_KIND_ORGANISATION, row));
    }

  cadre_report_add_item (report,
                         cadre_phrase (report->catalogue,
                                       tier != NULL ? "fact.joint-with-tier" : "fact.joint", "post",
                                       name, "employers", employers->str, "tier", tier, NULL),
                         subject);
  if (has_unknown_share (view, post))
    cadre_report_add_item (report,
                           cadre_phrase (report->catalogue, "fact.joint-shares", "post", name,
                                         NULL),
                           subject);
}

/* Names of posts with their kind of line: "Cabinet, PCT Board". */
static char *
ends_of_lines (const CadreView *view, guint32 post, CadreLineKind kind, guint *n_ends)
{
  const CadreTable *lines = cadre_tables_get (view->tables, CADRE_RECORD_KIND_LINE);
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&view->index->lines_of_post, post, &n);
  GString *text = g_string_new (NULL);

  *n_ends = 0;
  for (guint32 i = 0; i < n; i++)
    {
      if (cadre_table_word (lines, CADRE_FIELD_LINE_KIND, rows[i]) != (int) kind)
        continue;
      (*n_ends)++;
      cadre_append_part (text, ", ", cadre_view_line_end (view, rows[i]));
    }

  return g_string_free (text, FALSE);
}

static void
add_line_fact (CadreReport *report,
               const CadreView *view,
               guint32 post,
               CadreLineKind kind,
               const char *code)
{
  guint n = 0;
  g_autofree char *ends = ends_of_lines (view, post, kind, &n);
  g_autofree char *subject = cadre_view_subject (view, CADRE_RECORD_KIND_POST, post);
  g_autofree char *name = cadre_view_name (view, CADRE_RECORD_KIND_POST, post);

  if (n > 0)
    cadre_report_add_item (report,
                           cadre_phrase_n (report->catalogue, code, n, "post", name, "ends", ends,
                                           NULL),
                           subject);
}

/* Lines of management of which several are in force one after the other. */
static void
add_dated_lines (CadreReport *report, const CadreView *view, guint32 post)
{
  const CadreTable *lines = cadre_tables_get (view->tables, CADRE_RECORD_KIND_LINE);
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&view->index->lines_of_post, post, &n);
  g_autofree char *name = cadre_view_name (view, CADRE_RECORD_KIND_POST, post);
  g_autofree char *subject = cadre_view_subject (view, CADRE_RECORD_KIND_POST, post);

  for (guint32 i = 0; i < n; i++)
    {
      g_autofree char *dates = cadre_view_line_dates (view, rows[i]);
      g_autofree char *end = NULL;
      int kind = cadre_table_word (lines, CADRE_FIELD_LINE_KIND, rows[i]);

      if (*dates == '\0' ||
          (kind != CADRE_LINE_KIND_MANAGEMENT && kind != CADRE_LINE_KIND_JOINT_MANAGEMENT))
        continue;
      end = cadre_view_line_end (view, rows[i]);
      cadre_report_add_item (report,
                             cadre_phrase (report->catalogue,
                                           kind == CADRE_LINE_KIND_MANAGEMENT
                                             ? "fact.dated-line"
                                             : "fact.dated-joint-line",
                                           "post", name, "end", end, "dates", dates, NULL),
                             subject);
    }
}

/* Functions that a post leads across units. */
static void
add_leads (CadreReport *report, const CadreView *view, guint32 post)
{
  const CadreTable *table = cadre_tables_get (view->tables, CADRE_RECORD_KIND_RESPONSIBILITY);
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&view->index->responsibilities_of_post, post, &n);
  g_autofree char *name = cadre_view_name (view, CADRE_RECORD_KIND_POST, post);
  g_autofree char *subject = cadre_view_subject (view, CADRE_RECORD_KIND_POST, post);

  for (guint32 i = 0; i < n; i++)
    {
      g_autofree char *function = NULL;

      if (cadre_table_word (table, CADRE_FIELD_RESPONSIBILITY_ROLE, rows[i]) !=
          CADRE_RESPONSIBILITY_ROLE_LEADS)
        continue;
      function = cadre_view_reference (view, CADRE_RECORD_KIND_RESPONSIBILITY, rows[i],
                                       CADRE_FIELD_RESPONSIBILITY_FUNCTION_ID);
      cadre_report_add_item (report,
                             cadre_phrase (report->catalogue, "fact.leads", "post", name,
                                           "function", function, NULL),
                             subject);
    }
}

static void
add_post_facts (CadreReport *report, const CadreView *view)
{
  for (guint32 i = 0; i < view->index->n_posts; i++)
    {
      guint32 post = view->index->walk[i];

      if (cadre_view_is_outside (view, post))
        continue;
      add_joint_post (report, view, post);
      add_line_fact (report, view, post, CADRE_LINE_KIND_ACCOUNTABLE_TO, "fact.accountable");
      add_line_fact (report, view, post, CADRE_LINE_KIND_DEPUTY, "fact.deputy");
      add_line_fact (report, view, post, CADRE_LINE_KIND_MEMBER_OF, "fact.member-of");
      add_leads (report, view, post);
      add_dated_lines (report, view, post);
    }
}

/* Changes */

static gboolean
is_move_of_line (CadreChange *change)
{
  return cadre_change_get_kind (change) == CADRE_CHANGE_KIND_POST_MOVED &&
         g_strcmp0 (cadre_change_get_field (change), "manager") == 0;
}

static void
add_move (CadreReport *report, const CadreOutcomesView *self, CadreChange *change)
{
  g_autofree char *before = cadre_comparison_value (self->changes, change, FALSE);
  g_autofree char *after = cadre_comparison_value (self->changes, change, TRUE);
  const char *id = cadre_change_get_id_after (change);
  g_autofree char *name = id != NULL ? cadre_view_post_name (self->after, id) : NULL;
  g_autofree char *subject = id != NULL ? g_strconcat ("post/", id, NULL) : NULL;

  cadre_report_add_item (report,
                         cadre_phrase (report->catalogue, "fact.new-manager", "post", name,
                                       "before", before, "after", after, NULL),
                         subject);
}

/* Posts that go on under another manager. */
static void
add_moves (CadreReport *report, const CadreOutcomesView *self)
{
  g_autoptr (GPtrArray) moves = g_ptr_array_new_with_free_func (g_object_unref);
  CadreDiff *diff = self->changes->diff;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (diff)); i++)
    {
      g_autoptr (CadreChange) change = cadre_diff_get_change (diff, i);

      if (is_move_of_line (change))
        g_ptr_array_add (moves, g_steal_pointer (&change));
    }

  if (moves->len > MOST_MOVES)
    cadre_report_add_item (report,
                           cadre_phrase_n (report->catalogue, "fact.new-managers", moves->len,
                                           NULL),
                           NULL);
  for (guint i = 0; moves->len <= MOST_MOVES && i < moves->len; i++)
    add_move (report, self, g_ptr_array_index (moves, i));
}

/* Functions that go from one post to several, or to nobody. */
static void
add_functions (CadreReport *report, const CadreOutcomesView *self)
{
  CadreDiff *diff = self->changes->diff;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (diff)); i++)
    {
      g_autoptr (CadreChange) change = cadre_diff_get_change (diff, i);
      CadreChangeKind kind = cadre_change_get_kind (change);
      gboolean orphaned = kind == CADRE_CHANGE_KIND_FUNCTION_ORPHANED;
      const char *id = cadre_change_get_id_before (change);
      g_autofree char *function = NULL;
      g_autofree char *others = NULL;
      g_autofree char *name = NULL;

      if ((kind != CADRE_CHANGE_KIND_FUNCTION_SPLIT && !orphaned) || id == NULL)
        continue;

      function = cadre_comparison_function (self->changes, change);
      others = cadre_view_post_names (self->after, cadre_change_get_other_ids (change));
      name = cadre_view_post_name (self->before, id);
      cadre_report_add_item (report,
                             cadre_phrase (report->catalogue,
                                           orphaned ? "fact.function-orphaned"
                                                    : "fact.function-split",
                                           "function", function, "post", name, "others", others,
                                           NULL),
                             cadre_change_get_subject (change));
    }
}

/* Whether functions of a post go elsewhere. */
static gboolean
loses_functions (const CadreOutcomesView *self, const char *post)
{
  g_autoptr (GListModel) changes =
    cadre_diff_list_for (self->changes->diff, CADRE_RECORD_KIND_POST, post);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (CadreChange) change = g_list_model_get_item (changes, i);
      CadreChangeKind kind = cadre_change_get_kind (change);

      if (kind >= CADRE_CHANGE_KIND_FUNCTION_TRANSFERRED &&
          kind <= CADRE_CHANGE_KIND_FUNCTION_ORPHANED)
        return TRUE;
    }

  return FALSE;
}

/* A deferred post that loses functions now affects its holder now. Below the
 * full level that would be the outcome of one person. */
static void
add_deferred (CadreReport *report, const CadreOutcomesView *self)
{
  const CadreView *view = self->after;
  const CadreTable *posts = cadre_tables_get (view->tables, CADRE_RECORD_KIND_POST);

  for (guint32 i = 0; i < view->index->n_posts; i++)
    {
      guint32 post = view->index->walk[i];
      const char *id = cadre_tables_id (view->tables, CADRE_RECORD_KIND_POST, post);
      g_autofree char *name = cadre_view_name (view, CADRE_RECORD_KIND_POST, post);
      g_autofree char *where = g_strdup (
        cadre_tables_text (view->tables,
                           cadre_table_code (posts, CADRE_FIELD_POST_DECISION_ELSEWHERE, post)));
      g_autofree char *subject = NULL;

      if (cadre_table_word (posts, CADRE_FIELD_POST_STATUS, post) != CADRE_POST_STATUS_DEFERRED ||
          id == NULL)
        continue;
      if (where == NULL)
        where = cadre_say (report->catalogue, "unknown");

      subject = cadre_view_subject (view, CADRE_RECORD_KIND_POST, post);
      cadre_report_add_item (report,
                             cadre_phrase (report->catalogue,
                                           self->is_full && loses_functions (self, id)
                                             ? "fact.deferred-affected"
                                             : "fact.deferred",
                                           "post", name, "where", where, NULL),
                             subject);
    }
}

void
cadre_report_add_case_facts (CadreReport *self, const CadreOutcomesView *view)
{
  cadre_report_begin_said_section (self, "case-facts");
  cadre_report_begin_list (self);
  add_equivalences (self, view);
  add_agreements (self, view->proposal);
  add_deferred (self, view);
  add_functions (self, view);
  add_moves (self, view);
  add_post_facts (self, view->proposal);
  cadre_report_add_people_facts (self, view);
  if (cadre_report_count_items (self) == 0)
    cadre_report_add_said_paragraph (self, "case-facts.none");
}
