/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is proposed, in numbers, and what is not yet known. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "report/outcomes/cadre-outcomes-view-private.h"
#include "report/outcomes/cadre-withhold-private.h"
#include <cadre/cadre-enum-types.h>
#include <cadre/cadre-reason.h>

#include <string.h>

#define N_KINDS (CADRE_OUTCOME_KIND_DELETED + 1)
#define N_RUNGS (CADRE_RUNG_LEFT + 1)

static void
add_sides (CadreReport *report, const CadreOutcomesView *self)
{
  g_autoptr (CadreDate) decision =
    cadre_case_get_decision_date (cadre_outcomes_get_case (self->outcomes));

  cadre_report_begin_facts (report);
  if (decision != NULL)
    {
      g_autofree char *iso = cadre_date_to_string (decision);

      cadre_report_add_said_fact (report, "fact.decision-date",
                                  cadre_catalogue_date (report->catalogue,
                                                        cadre_date_pack (decision)),
                                  NULL);
      cadre_report_set_exact_text (report, iso);
    }
  cadre_report_add_sides (report, self->changes);
  cadre_report_add_said_fact (report, "fact.source",
                              g_strdup (
                                cadre_case_get_source (cadre_outcomes_get_case (self->outcomes))),
                              NULL);
}

/* A number of people; below the full level one of them could be told apart by it. */
static void
add_people_count (CadreReport *report, const CadreCount *count)
{
  if (count->is_withheld)
    cadre_report_add_item (report, cadre_say (report->catalogue, "redaction.not-shown"), NULL);
  else
    cadre_report_add_number (report, count->n, NULL);
}

/* Whether a reader sees what comes out of an assignment or a position, and can so
 * take it from the number of all. That a post does not change both structures say. */
static gboolean
is_seen (const CadreOutcomesView *self, CadreOutcome *outcome)
{
  const gboolean is_listed = self->shows_assignments ||
                             cadre_outcome_get_subject (outcome) == CADRE_OUTCOME_SUBJECT_POSITION;

  return cadre_outcome_get_kind (outcome) == CADRE_OUTCOME_KIND_UNCHANGED ||
         (is_listed && !cadre_outcomes_view_hides (self, outcome));
}

typedef guint (*GetRow) (CadreOutcome *outcome);

static guint
get_kind (CadreOutcome *outcome)
{
  return (guint) cadre_outcome_get_kind (outcome);
}

static guint
get_rung (CadreOutcome *outcome)
{
  return (guint) cadre_outcome_get_rung (outcome);
}

static void
count_rows (const CadreOutcomesView *self,
            GPtrArray *outcomes,
            GetRow get_row,
            CadreCount *counts,
            guint n)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      CadreOutcome *outcome = g_ptr_array_index (outcomes, i);
      CadreCount *count = &counts[get_row (outcome)];

      count->n++;
      count->n_hidden += !is_seen (self, outcome);
    }
  if (!self->is_full)
    cadre_counts_withhold (counts, n);
}

/* How many of the outcomes are of each kind, in words that speak of the post. */
static void
add_kinds (CadreReport *report,
           const CadreOutcomesView *self,
           GPtrArray *outcomes,
           const char *column,
           const char *prefix)
{
  CadreCount counts[N_KINDS] = { { 0 } };
  g_autoptr (GEnumClass) klass = g_type_class_ref (CADRE_TYPE_OUTCOME_KIND);

  count_rows (self, outcomes, get_kind, counts, N_KINDS);

  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, column, CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.count", CADRE_ALIGNMENT_END);
  for (guint i = 0; i < N_KINDS; i++)
    {
      const GEnumValue *value = g_enum_get_value (klass, (int) i);
      g_autofree char *code = value != NULL ? g_strconcat (prefix, value->value_nick, NULL) : NULL;

      if (counts[i].n == 0 || code == NULL)
        continue;
      cadre_report_add_item (report, cadre_say (report->catalogue, code), NULL);
      cadre_report_set_exact_text (report, value->value_nick);
      add_people_count (report, &counts[i]);
    }
}

/* How far assignments are affected. Each rung has letters and rights of its
 * own, so that they are never added up. */
static void
add_rungs (CadreReport *report, const CadreOutcomesView *self)
{
  CadreCount counts[N_RUNGS] = { { 0 } };

  count_rows (self, self->assignments, get_rung, counts, N_RUNGS);

  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.rung", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.assignments", CADRE_ALIGNMENT_END);
  for (guint i = 0; i < N_RUNGS; i++)
    {
      if (counts[i].n == 0)
        continue;
      cadre_report_add_item (report,
                             cadre_view_word (report->catalogue, "rung", CADRE_TYPE_RUNG, (int) i),
                             NULL);
      add_people_count (report, &counts[i]);
    }
}

/* Nobody in a post that does not change should be at risk. */
static void
add_unchanged (CadreReport *report, const CadreOutcomesView *self)
{
  guint n_unchanged = 0;
  guint n_at_risk = 0;

  for (guint i = 0; i < self->assignments->len; i++)
    {
      CadreOutcome *outcome = g_ptr_array_index (self->assignments, i);

      if (cadre_outcome_get_kind (outcome) != CADRE_OUTCOME_KIND_UNCHANGED)
        continue;
      n_unchanged++;
      n_at_risk += cadre_outcome_get_rung (outcome) >= CADRE_RUNG_AT_RISK_GROUP;
    }

  if (n_unchanged > 1 || (n_unchanged == 1 && self->is_full))
    cadre_report_add_paragraph (report, cadre_phrase_n (report->catalogue,
                                                        n_at_risk == 0 ? "unchanged.none-at-risk"
                                                                       : "unchanged.some-at-risk",
                                                        n_unchanged, NULL));
}

void
cadre_report_add_in_short (CadreReport *self, const CadreOutcomesView *view)
{
  cadre_report_begin_said_section (self, "in-short");
  cadre_report_add_said_paragraph (self, "outcomes.what-it-is");
  add_sides (self, view);
  cadre_report_add_totals (self, view->changes);

  cadre_report_add_heading (self, cadre_say (self->catalogue, "heading.positions"), NULL);
  add_kinds (self, view, view->positions, "column.position-outcome", "positions.");
  cadre_report_add_heading (self, cadre_say (self->catalogue, "heading.assignments"), NULL);
  if (view->shows_assignments)
    add_kinds (self, view, view->assignments, "column.assignment-outcome", "assignments.");
  add_rungs (self, view);
  add_unchanged (self, view);
  cadre_report_add_decisions (self, view);
  if (!view->shows_assignments)
    cadre_report_add_said_paragraph (self, "redaction.single-holders");
}

/* What is not known */

/* How many assignments and positions leave each question open, by the place of
 * its code in the list of all codes. */
typedef struct
{
  guint n_assignments;
  guint n_positions;
} Open;

static void
count_open (const CadreOutcomesView *self, GPtrArray *outcomes, GHashTable *places, Open *open)
{
  for (guint i = 0; i < outcomes->len; i++)
    {
      CadreOutcome *outcome = g_ptr_array_index (outcomes, i);
      const char *const *codes = cadre_outcome_get_open_questions (outcome);

      for (guint j = 0; codes[j] != NULL; j++)
        {
          guint place = 0;

          if (!cadre_outcomes_view_is_said (self, codes, j))
            continue;
          place = GPOINTER_TO_UINT (
            g_hash_table_lookup (places, cadre_outcomes_view_stand_in (self, codes[j])));
          if (cadre_outcome_get_subject (outcome) == CADRE_OUTCOME_SUBJECT_ASSIGNMENT)
            open[place].n_assignments++;
          else
            open[place].n_positions++;
        }
    }
}

/* "3 assignments", "1 position", or both; below the full level no single person. */
static char *
open_text (const CadreOutcomesView *self, const Open *open)
{
  const CadreCatalogue *catalogue = self->catalogue;
  GString *text = g_string_new (NULL);

  if (open->n_assignments == 1 && !self->is_full)
    cadre_append_part (text, ", ", cadre_say (catalogue, "n.assignments-few"));
  else if (open->n_assignments > 0)
    cadre_append_part (text, ", ",
                       cadre_phrase_n (catalogue, "n.assignments", open->n_assignments, NULL));
  if (open->n_positions > 0)
    cadre_append_part (text, ", ",
                       cadre_phrase_n (catalogue, "n.positions", open->n_positions, NULL));

  return g_string_free (text, FALSE);
}

static void
add_row (CadreReport *report, char *what, char *how_many, char *settle)
{
  cadre_report_add_item (report, what, NULL);
  cadre_report_add_item (report, how_many, NULL);
  cadre_report_add_item (report, settle, NULL);
}

static void
add_open_row (CadreReport *report,
              const CadreOutcomesView *self,
              const char *code,
              const Open *open)
{
  g_autofree char *settle = g_strconcat ("settle.", code, NULL);
  g_autofree char *what = g_strconcat ("open.", code, NULL);

  if (open->n_assignments + open->n_positions > 0)
    add_row (report, cadre_say (report->catalogue, what), open_text (self, open),
             cadre_say (report->catalogue, settle));
}

/* One for each code, and a last one for what is only a person's. */
static void
add_open_rows (CadreReport *report, const CadreOutcomesView *self)
{
  const char *const *codes = cadre_reason_get_codes ();
  const guint n = g_strv_length ((char **) codes);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree Open *open = g_new0 (Open, n + 1);

  for (guint i = 0; i < n; i++)
    g_hash_table_insert (places, (gpointer) codes[i], GUINT_TO_POINTER (i));
  g_hash_table_insert (places, (gpointer) CADRE_REASON_OF_PERSON, GUINT_TO_POINTER (n));
  count_open (self, self->assignments, places, open);
  count_open (self, self->positions, places, open);

  for (guint i = 0; i < n; i++)
    add_open_row (report, self, codes[i], &open[i]);
  add_open_row (report, self, CADRE_REASON_OF_PERSON, &open[n]);
}

typedef gboolean (*IsUnknown) (const CadreOutcomesView *self, const CadreTable *table, guint32 row);

/* Posts of others and deferred posts are in no total. */
static gboolean
is_in_totals (const CadreTable *posts, guint32 row)
{
  return cadre_table_word (posts, CADRE_FIELD_POST_OUTSIDE, row) != CADRE_TRUTH_TRUE &&
         cadre_table_word (posts, CADRE_FIELD_POST_STATUS, row) != CADRE_POST_STATUS_DEFERRED;
}

/* A grade may be in the log, once it is final. */
static gboolean
is_grade_unknown (const CadreOutcomesView *self, const CadreTable *posts, guint32 row)
{
  const char *id = cadre_tables_id (self->after->tables, CADRE_RECORD_KIND_POST, row);

  return is_in_totals (posts, row) &&
         cadre_table_code (posts, CADRE_FIELD_POST_GRADE, row) < CADRE_STRING_FIRST &&
         (id == NULL || cadre_outcomes_get_final_grade (self->outcomes, id) == NULL);
}

static gboolean
is_number_unknown (const CadreOutcomesView *self, const CadreTable *posts, guint32 row)
{
  return is_in_totals (posts, row) &&
         cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT, row) < 0;
}

static gboolean
is_cost_unknown (const CadreOutcomesView *self, const CadreTable *posts, guint32 row)
{
  return is_in_totals (posts, row) && cadre_table_pence (posts, CADRE_FIELD_POST_COST, row) < 0;
}

static gboolean
is_share_unknown (const CadreOutcomesView *self, const CadreTable *fundings, guint32 row)
{
  return fundings->columns[CADRE_FIELD_FUNDING_SHARE] == NULL ||
         fundings->denominators[CADRE_FIELD_FUNDING_SHARE][row] < CADRE_FIRST_DENOMINATOR;
}

/* Unknowns of the proposal itself. */
static void
add_unknown (CadreReport *report,
             const CadreOutcomesView *self,
             CadreRecordKind kind,
             IsUnknown is_unknown,
             const char *code,
             const char *unit)
{
  const CadreTable *table = cadre_tables_get (self->after->tables, kind);
  g_autofree char *open = g_strconcat ("open.", code, NULL);
  g_autofree char *settle = g_strconcat ("settle.", code, NULL);
  guint n = 0;

  for (guint32 row = 0; row < table->n_rows; row++)
    n += is_unknown (self, table, row);

  if (n > 0)
    add_row (report, cadre_say (report->catalogue, open),
             cadre_phrase_n (report->catalogue, unit, n, NULL),
             cadre_say (report->catalogue, settle));
}

void
cadre_report_add_not_known (CadreReport *self, const CadreOutcomesView *view)
{
  cadre_report_begin_said_section (self, "not-known");
  cadre_report_begin_table (self, NULL);
  cadre_report_add_said_column (self, "column.not-known", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (self, "column.concerns", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (self, "column.settles", CADRE_ALIGNMENT_START);
  add_open_rows (self, view);
  add_unknown (self, view, CADRE_RECORD_KIND_POST, is_grade_unknown, "grade", "n.posts");
  add_unknown (self, view, CADRE_RECORD_KIND_POST, is_number_unknown, "number", "n.posts");
  if (view->is_full)
    add_unknown (self, view, CADRE_RECORD_KIND_POST, is_cost_unknown, "cost", "n.posts");
  add_unknown (self, view, CADRE_RECORD_KIND_FUNDING, is_share_unknown, "share", "n.shares");
  if (cadre_report_count_items (self) == 0)
    cadre_report_add_said_paragraph (self, "not-known.nothing");
}
