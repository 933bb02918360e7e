/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Alternatives side by side: what is there now, and what each proposal makes of
 * it. */

#include "config.h"

#include "report/cadre-report-diff-private.h"
#include "report/cadre-totals-private.h"
#include "report/cadre-values-private.h"
#include "structure/cadre-tables-cells-private.h"
#include <cadre/cadre-alternatives.h>
#include <cadre/cadre-enum-types.h>

#include <string.h>

typedef struct
{
  const CadreCatalogue *catalogue;
  CadreAlternatives *shown; /* what the redaction leaves of them */
  CadreView *base;
  GPtrArray *views; /* (element-type CadreView): of the proposals */
} Telling;

static void
free_view (gpointer view)
{
  cadre_view_free (view);
}

static CadreView *
view_shown (Telling *self,
            CadreStructure *original,
            CadreStructure *shown,
            CadreRedaction *redaction)
{
  return cadre_view_new_take (original, g_object_ref (shown), redaction, self->catalogue);
}

static gboolean
telling_init (Telling *self,
              CadreAlternatives *alternatives,
              CadreRedaction *redaction,
              const CadreCatalogue *catalogue,
              GError **error)
{
  self->catalogue = catalogue;
  self->shown = cadre_alternatives_redact (alternatives, redaction, error);
  if (self->shown == NULL)
    return FALSE;

  self->base = view_shown (self, cadre_alternatives_get_base (alternatives),
                           cadre_alternatives_get_base (self->shown), redaction);
  self->views = g_ptr_array_new_with_free_func (free_view);
  for (guint i = 0; i < cadre_alternatives_get_n_proposals (alternatives); i++)
    g_ptr_array_add (self->views,
                     view_shown (self, cadre_alternatives_get_proposal (alternatives, i),
                                 cadre_alternatives_get_proposal (self->shown, i), redaction));
  return TRUE;
}

static void
telling_clear (Telling *self)
{
  g_clear_object (&self->shown);
  g_clear_pointer (&self->base, cadre_view_free);
  g_clear_pointer (&self->views, g_ptr_array_unref);
}

/* What one proposal changes; all that is in it belongs to others. */
static CadreComparison
compare_at (const Telling *self, guint proposal)
{
  CadreDiff *diff = cadre_alternatives_get_diff (self->shown, proposal);

  return (CadreComparison){ self->catalogue, diff, diff, self->base, self->views->pdata[proposal] };
}

/* That something is stated on one side only is no change. */
static gboolean
changes_anything (CadreAlternativesRow *row, guint proposal)
{
  g_autoptr (GListModel) changes = cadre_alternatives_row_list_changes (row, proposal);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (CadreChange) change = g_list_model_get_item (changes, i);

      if (!cadre_change_is_learned (change))
        return TRUE;
    }

  return FALSE;
}

static CadreAlternativeState
find_state (CadreAlternativesRow *row, guint proposal)
{
  const CadreAlternativeState state = cadre_alternatives_row_get_state (row, proposal);

  if ((state == CADRE_ALTERNATIVE_STATE_CHANGED || state == CADRE_ALTERNATIVE_STATE_MOVED) &&
      !changes_anything (row, proposal))
    return CADRE_ALTERNATIVE_STATE_UNCHANGED;

  return state;
}

/* The proposals in numbers */

static void
add_proposal_columns (CadreReport *report, const Telling *self, CadreAlignment alignment)
{
  for (guint i = 0; i < self->views->len; i++)
    cadre_report_add_column (report, g_strdup (cadre_alternatives_get_name (self->shown, i)),
                             alignment);
}

static void
add_sum (CadreReport *report, CadreStaffFigure figure, CadreFigures *figures)
{
  CadreSum sum = { 0 };

  cadre_sum_init (&sum, figure, figures);
  cadre_report_add_sum (report, figure, &sum);
  cadre_sum_clear (&sum);
}

static void
add_figures (CadreReport *report, const Telling *self)
{
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.what", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.base", CADRE_ALIGNMENT_END);
  add_proposal_columns (report, self, CADRE_ALIGNMENT_END);
  for (guint figure = 0; figure < CADRE_N_STAFF_FIGURES; figure++)
    {
      if (!cadre_staff_figure_is_of_posts (figure) ||
          !cadre_staff_figure_is_shown (figure, self->base))
        continue;
      cadre_report_add_item (report, cadre_staff_figure_name (figure, self->catalogue), NULL);
      add_sum (report, figure, cadre_alternatives_get_base_figures (self->shown));
      for (guint i = 0; i < self->views->len; i++)
        add_sum (report, figure, cadre_alternatives_get_figures (self->shown, i));
    }
}

#define N_STATES (CADRE_ALTERNATIVE_STATE_HIDDEN + 1)

/* How many posts of a proposal are in each state. */
static void
count_states (const Telling *self, guint proposal, guint n[N_STATES])
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->shown)); i++)
    {
      g_autoptr (CadreAlternativesRow) row = cadre_alternatives_get_row (self->shown, i);

      if (cadre_alternatives_row_get_kind (row) == CADRE_RECORD_KIND_POST)
        n[find_state (row, proposal)]++;
    }
}

/* How many posts each proposal creates, deletes, moves and changes. */
static void
add_counts (CadreReport *report, const Telling *self)
{
  static const struct
  {
    CadreAlternativeState state;
    const char *code;
  } rows[] = {
    { CADRE_ALTERNATIVE_STATE_CREATED, "alternatives.n-created" },
    { CADRE_ALTERNATIVE_STATE_DELETED, "alternatives.n-deleted" },
    { CADRE_ALTERNATIVE_STATE_MOVED, "alternatives.n-moved" },
    { CADRE_ALTERNATIVE_STATE_CHANGED, "alternatives.n-changed" },
    { CADRE_ALTERNATIVE_STATE_HIDDEN, "alternatives.n-hidden" },
  };
  g_autofree guint *n = g_new0 (guint, N_STATES * (gsize) self->views->len + N_STATES);
  guint n_hidden = 0;

  for (guint k = 0; k < self->views->len; k++)
    {
      count_states (self, k, n + N_STATES * k);
      n_hidden += n[N_STATES * k + CADRE_ALTERNATIVE_STATE_HIDDEN];
    }

  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.what", CADRE_ALIGNMENT_START);
  add_proposal_columns (report, self, CADRE_ALIGNMENT_END);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      if (rows[i].state == CADRE_ALTERNATIVE_STATE_HIDDEN && n_hidden == 0)
        continue;
      cadre_report_add_item (report, cadre_say (self->catalogue, rows[i].code), NULL);
      for (guint k = 0; k < self->views->len; k++)
        cadre_report_add_number (report, n[N_STATES * k + rows[i].state], NULL);
    }
}

static void
add_numbers (CadreReport *report, const Telling *self)
{
  cadre_report_begin_said_section (report, "alternatives");
  cadre_report_begin_facts (report);
  cadre_report_add_said_fact (report, "column.base", cadre_view_side (self->base), NULL);
  for (guint i = 0; i < self->views->len; i++)
    cadre_report_add_fact (report, g_strdup (cadre_alternatives_get_name (self->shown, i)),
                           cadre_view_side (self->views->pdata[i]), NULL);
  add_figures (report, self);
  add_counts (report, self);
}

/* The records */

/* "Grade: G7", for what stands in a cell of a post. */
static char *
say_cell (const CadreView *view, CadreCellText *cells, guint32 post, guint field)
{
  gsize length = 0;
  const char *json = cadre_cell_text_get (cells, CADRE_RECORD_KIND_POST, post, field, &length);
  const CadreField *described = &cadre_schema_get (CADRE_RECORD_KIND_POST)->fields[field];
  g_autofree char *copy = json != NULL ? g_strndup (json, length) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  if (copy != NULL ? strcmp (copy, "null") == 0 : described->initial <= 0)
    return NULL;

  name = cadre_view_field_name (view->catalogue, described->name);
  value = cadre_view_json_value (view, described, copy);
  return cadre_phrase (view->catalogue, "alternatives.value", "what", name, "value", value, NULL);
}

static char *
say_manager (const CadreView *view, guint32 post)
{
  g_autofree char *name = NULL;
  g_autofree char *value = NULL;

  if (view->index->manager_line[post] == CADRE_NO_ROW)
    return NULL;

  name = cadre_view_field_name (view->catalogue, "manager");
  value = cadre_view_line_end (view, view->index->manager_line[post]);
  return cadre_phrase (view->catalogue, "alternatives.value", "what", name, "value", value, NULL);
}

/* What there is to say of a post that only one side has; "" where there is nothing. */
static char *
describe_post (const CadreView *view, const char *id)
{
  static const guint fields[] = { CADRE_FIELD_POST_TITLE, CADRE_FIELD_POST_UNIT,
                                  CADRE_FIELD_POST_GRADE, CADRE_FIELD_POST_ESTABLISHMENT,
                                  CADRE_FIELD_POST_HOURS };
  const guint32 post =
    id != NULL ? cadre_tables_find (view->tables, CADRE_RECORD_KIND_POST, id) : CADRE_NO_ROW;
  g_autoptr (CadreCellText) cells = cadre_cell_text_new (view->tables);
  GString *text = g_string_new (NULL);

  for (guint i = 0; post != CADRE_NO_ROW && i < G_N_ELEMENTS (fields); i++)
    cadre_append_part (text, "; ", say_cell (view, cells, post, fields[i]));
  if (post != CADRE_NO_ROW)
    cadre_append_part (text, "; ", say_manager (view, post));
  return g_string_free (text, FALSE);
}

/* "Title: Head of Places; Grade: M2", of one side; what is about a whole row stands
 * after. */
static char *
say_changes (const Telling *self, CadreAlternativesRow *row, guint proposal)
{
  const CadreComparison comparison = compare_at (self, proposal);
  g_autoptr (GListModel) changes = cadre_alternatives_row_list_changes (row, proposal);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (CadreChange) change = g_list_model_get_item (changes, i);
      g_autofree char *what = cadre_comparison_what (&comparison, change);
      g_autofree char *value = NULL;

      if (cadre_change_is_learned (change))
        continue;
      if (cadre_change_get_field (change) == NULL)
        {
          cadre_append_part (text, "; ", cadre_comparison_change_text (&comparison, change, what));
          continue;
        }
      value = cadre_comparison_value (&comparison, change, TRUE);
      cadre_append_part (text, "; ",
                         cadre_phrase (self->catalogue, "alternatives.value", "what", what, "value",
                                       value, NULL));
    }

  return g_string_free (text, FALSE);
}

/* Adds what the base says of that which one proposal changes, once each. */
static void
add_base_values (const Telling *self, CadreAlternativesRow *row, guint proposal, GPtrArray *parts)
{
  const CadreComparison comparison = compare_at (self, proposal);
  g_autoptr (GListModel) changes = cadre_alternatives_row_list_changes (row, proposal);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (CadreChange) change = g_list_model_get_item (changes, i);
      g_autofree char *what = NULL;
      g_autofree char *value = NULL;
      char *part = NULL;

      if (cadre_change_get_field (change) == NULL || cadre_change_is_learned (change))
        continue;
      what = cadre_comparison_what (&comparison, change);
      value = cadre_comparison_value (&comparison, change, FALSE);
      part =
        cadre_phrase (self->catalogue, "alternatives.value", "what", what, "value", value, NULL);
      if (g_ptr_array_find_with_equal_func (parts, part, g_str_equal, NULL))
        g_free (part);
      else
        g_ptr_array_add (parts, part);
    }
}

static gboolean
is_in_state (const Telling *self, CadreAlternativesRow *row, guint states)
{
  for (guint i = 0; i < self->views->len; i++)
    if ((states & 1u << find_state (row, i)) != 0)
      return TRUE;

  return FALSE;
}

#define STATE(state) (1u << CADRE_ALTERNATIVE_STATE_##state)

/* What there is now. */
static char *
say_base (const Telling *self, CadreAlternativesRow *row)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  if (!is_in_state (self, row,
                    STATE (UNCHANGED) | STATE (CHANGED) | STATE (MOVED) | STATE (DELETED)))
    return cadre_say (self->catalogue, "alternatives.absent");
  if (cadre_alternatives_row_get_kind (row) == CADRE_RECORD_KIND_POST &&
      is_in_state (self, row, STATE (DELETED)))
    text = describe_post (self->base, cadre_alternatives_row_get_id (row));
  if (text != NULL && *text != '\0')
    return g_steal_pointer (&text);

  for (guint i = 0; i < self->views->len; i++)
    add_base_values (self, row, i, parts);
  if (parts->len == 0)
    return cadre_say (self->catalogue, "alternatives.there");

  g_ptr_array_add (parts, NULL);
  return g_strjoinv ("; ", (char **) parts->pdata);
}

/* "new: Title: Learning Manager; Grade: G9". */
static char *
say_created (const Telling *self, CadreAlternativesRow *row, guint proposal)
{
  g_autofree char *text =
    describe_post (self->views->pdata[proposal], cadre_alternatives_row_get_id_in (row, proposal));
  g_autofree char *created = cadre_say (self->catalogue, "alternatives.created");

  if (*text == '\0')
    return g_steal_pointer (&created);

  return cadre_phrase (self->catalogue, "alternatives.value", "what", created, "value", text, NULL);
}

static char *
say_proposal (const Telling *self, CadreAlternativesRow *row, guint proposal)
{
  switch (find_state (row, proposal))
    {
    case CADRE_ALTERNATIVE_STATE_UNCHANGED:
      return cadre_say (self->catalogue, "alternatives.unchanged");
    case CADRE_ALTERNATIVE_STATE_CREATED:
      return cadre_alternatives_row_get_kind (row) == CADRE_RECORD_KIND_POST
               ? say_created (self, row, proposal)
               : cadre_say (self->catalogue, "alternatives.created");
    case CADRE_ALTERNATIVE_STATE_DELETED:
      return cadre_say (self->catalogue, "alternatives.deleted");
    case CADRE_ALTERNATIVE_STATE_ABSENT:
      return cadre_say (self->catalogue, "alternatives.absent");
    case CADRE_ALTERNATIVE_STATE_HIDDEN:
      return cadre_say (self->catalogue, "redaction.not-shown");
    case CADRE_ALTERNATIVE_STATE_CHANGED:
    case CADRE_ALTERNATIVE_STATE_MOVED:
    default:
      return say_changes (self, row, proposal);
    }
}

static void
add_record (CadreReport *report, const Telling *self, CadreAlternativesRow *row)
{
  const CadreSchema *schema = cadre_schema_get (cadre_alternatives_row_get_kind (row));
  const char *id = cadre_alternatives_row_get_id (row);
  g_autofree char *name = cadre_alternatives_row_dup_name (row);
  g_autofree char *subject = id != NULL ? g_strconcat (schema->name, "/", id, NULL) : NULL;
  g_autofree char *code = g_strconcat ("record.", schema->name, NULL);
  g_autofree char *record = NULL;

  if (name == NULL)
    name = g_strdup (id != NULL ? id : "");
  if (cadre_alternatives_row_get_kind (row) == CADRE_RECORD_KIND_POST)
    {
      cadre_report_add_item (report, g_steal_pointer (&name), subject);
      return;
    }

  record = cadre_say (self->catalogue, code);
  cadre_report_add_item (report,
                         cadre_phrase (self->catalogue, "alternatives.record", "record", record,
                                       "name", name, NULL),
                         subject);
}

/* Of people and where they are a comparison of structures says nothing of use: who goes
 * where is a question of matching. */
static gboolean
is_about_people (CadreRecordKind kind)
{
  return kind == CADRE_RECORD_KIND_PERSON || kind == CADRE_RECORD_KIND_ASSIGNMENT ||
         kind == CADRE_RECORD_KIND_ABSENCE;
}

/* The rows in which any proposal is said to change anything. */
static GPtrArray *
list_rows (const Telling *self, CadreAlternativesShow show)
{
  g_autoptr (GListModel) rows = cadre_alternatives_list (self->shown, show);
  GPtrArray *told = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (CadreAlternativesRow) row = g_list_model_get_item (rows, i);

      if (!is_about_people (cadre_alternatives_row_get_kind (row)) &&
          is_in_state (self, row, ~(STATE (UNCHANGED) | STATE (ABSENT))))
        g_ptr_array_add (told, g_steal_pointer (&row));
    }

  return told;
}

static void
add_differing (CadreReport *report, const Telling *self)
{
  g_autoptr (GPtrArray) rows = list_rows (self, CADRE_ALTERNATIVES_SHOW_DIFFERING);

  cadre_report_begin_said_section (report, "alternatives-differ");
  if (rows->len == 0)
    {
      cadre_report_add_said_paragraph (report, "alternatives.none-differs");
      return;
    }

  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.what", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.base", CADRE_ALIGNMENT_START);
  add_proposal_columns (report, self, CADRE_ALIGNMENT_START);
  for (guint i = 0; i < rows->len; i++)
    {
      CadreAlternativesRow *row = rows->pdata[i];

      add_record (report, self, row);
      cadre_report_add_item (report, say_base (self, row), NULL);
      for (guint k = 0; k < self->views->len; k++)
        cadre_report_add_item (report, say_proposal (self, row, k), NULL);
    }
}

/* What all proposals make of a record alike is told once. */
static void
add_agreed (CadreReport *report, const Telling *self)
{
  g_autoptr (GPtrArray) rows = list_rows (self, CADRE_ALTERNATIVES_SHOW_AGREED);

  if (rows->len == 0)
    return;

  cadre_report_begin_said_section (report, "alternatives-agreed");
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.what", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.base", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.all-proposals", CADRE_ALIGNMENT_START);
  for (guint i = 0; i < rows->len; i++)
    {
      CadreAlternativesRow *row = rows->pdata[i];

      add_record (report, self, row);
      cadre_report_add_item (report, say_base (self, row), NULL);
      cadre_report_add_item (report, say_proposal (self, row, 0), NULL);
    }
}

static void
add_notes (CadreReport *report)
{
  cadre_report_begin_said_section (report, "notes");
  cadre_report_begin_list (report);
  cadre_report_add_item (report, cadre_say (report->catalogue, "alternatives.stated-once"), NULL);
  cadre_report_add_item (report, cadre_say (report->catalogue, "assignments.who-goes-where"), NULL);
}

static CadreReport *
make_report (const Telling *self, CadreRedaction *redaction)
{
  CadreReport *report = cadre_report_begin (self->catalogue, "alternatives");

  cadre_report_take_title (report, cadre_say (self->catalogue, "alternatives.title"));
  if (cadre_redaction_get_level (redaction) == CADRE_REDACTION_LEVEL_FULL)
    cadre_report_take_stamp (report, cadre_say (self->catalogue, "stamp.full"));
  add_numbers (report, self);
  add_differing (report, self);
  add_agreed (report, self);
  add_notes (report);
  return report;
}

/**
 * cadre_report_new_for_alternatives:
 * @alternatives: a #CadreAlternatives
 * @redaction: who the report is for
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the base
 * @error: return location for a #GError, or %NULL
 *
 * Makes the report that sets several proposals beside each other: posts, positions
 * and cost of each, how many posts it creates, moves and deletes, and one table of
 * what is there now and what each proposal makes of it. What all of them would do
 * alike stands after that, once.
 *
 * Below the full level it tells what cadre_alternatives_redact() leaves.
 *
 * Returns: (transfer full): the report, or %NULL with @error set where the library
 *   has no words in that language, the level shows no posts, or memory is short
 *
 * Since: 1.0
 */
CadreReport *
cadre_report_new_for_alternatives (CadreAlternatives *alternatives,
                                   CadreRedaction *redaction,
                                   const char *language,
                                   GError **error)
{
  const CadreCatalogue *catalogue = NULL;
  Telling telling = { 0 };
  CadreReport *report = NULL;

  g_return_val_if_fail (CADRE_IS_ALTERNATIVES (alternatives), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  catalogue =
    cadre_view_find_catalogue (cadre_alternatives_get_base (alternatives), language, error);
  if (catalogue == NULL)
    return NULL;

  if (telling_init (&telling, alternatives, redaction, catalogue, error))
    report = make_report (&telling, redaction);
  telling_clear (&telling);
  return report;
}
