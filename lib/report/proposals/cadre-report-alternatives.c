/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Alternatives side by side: what is there now, and what each proposal makes of
 * it. */

#include "config.h"

#include "report/cadre-totals-private.h"
#include "report/proposals/cadre-report-alternatives-private.h"

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

/* Any of the structures may have pooled rows. */
static gboolean
is_figure_shown (const Telling *self, CadreStaffFigure figure)
{
  gboolean is_shown = cadre_staff_figure_is_shown (figure, self->base);

  for (guint i = 0; !is_shown && i < self->views->len; i++)
    is_shown = cadre_staff_figure_is_shown (figure, self->views->pdata[i]);

  return is_shown;
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
      if (!cadre_staff_figure_is_of_posts (figure) || !is_figure_shown (self, figure))
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
        n[cadre_told_find_state (row, proposal)]++;
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

/* What is said of one row: of the base, and of each proposal. */
typedef struct
{
  CadreAlternativesRow *row;
  char *base;
  char **proposals;
  gboolean differing;
} Said;

static void
free_said (gpointer data)
{
  Said *self = data;

  g_clear_object (&self->row);
  g_free (self->base);
  g_strfreev (self->proposals);
  g_free (self);
}

static gboolean
is_told (const CadreToldRow *told)
{
  if (is_about_people (cadre_alternatives_row_get_kind (told->row)))
    return FALSE;
  if (told->fields.differing != 0)
    return TRUE;

  for (guint i = 0; i < told->n_proposals; i++)
    {
      const CadreAlternativeState state = cadre_told_find_state (told->row, i);

      if (state != CADRE_ALTERNATIVE_STATE_UNCHANGED && state != CADRE_ALTERNATIVE_STATE_ABSENT)
        return TRUE;
    }

  return FALSE;
}

/* A row differs where a reader sees that it does: that one paper states what another
 * does not is told nowhere, and makes no row one that differs. */
static Said *
say_row (const CadreToldRow *told)
{
  const CadreSchema *schema = cadre_schema_get (cadre_alternatives_row_get_kind (told->row));
  /* A record without an id may differ in what its cells do not tell. */
  const gboolean is_hard_to_tell =
    !cadre_alternatives_row_is_agreed (told->row) && (schema->keys != NULL || told->linked != 0);
  Said *said = g_new0 (Said, 1);

  said->row = g_object_ref (told->row);
  said->base = cadre_told_say_base (told);
  said->proposals = g_new0 (char *, (gsize) told->n_proposals + 1);
  for (guint i = 0; i < told->n_proposals; i++)
    {
      said->proposals[i] = cadre_told_say_proposal (told, i);
      said->differing |= is_hard_to_tell || !g_str_equal (said->proposals[0], said->proposals[i]);
    }

  return said;
}

/* The rows in which any proposal is said to change anything. */
static GPtrArray *
say_rows (const Telling *self)
{
  g_autoptr (GListModel) rows = cadre_alternatives_list (self->shown, CADRE_ALTERNATIVES_SHOW_ALL);
  GPtrArray *all = g_ptr_array_new_with_free_func (free_said);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (CadreAlternativesRow) row = g_list_model_get_item (rows, i);
      CadreToldRow *told = cadre_told_row_new (self->shown, row, self->base, self->views);

      if (is_told (told))
        g_ptr_array_add (all, say_row (told));
      cadre_told_row_free (told);
    }

  return all;
}

static gboolean
has_rows (const GPtrArray *rows, gboolean differing)
{
  for (guint i = 0; i < rows->len; i++)
    if (((const Said *) rows->pdata[i])->differing == differing)
      return TRUE;

  return FALSE;
}

static void
add_differing (CadreReport *report, const Telling *self, const GPtrArray *rows)
{
  cadre_report_begin_said_section (report, "alternatives-differ");
  if (!has_rows (rows, TRUE))
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
      const Said *said = rows->pdata[i];

      if (!said->differing)
        continue;
      add_record (report, self, said->row);
      cadre_report_add_item (report, g_strdup (said->base), NULL);
      for (guint k = 0; k < self->views->len; k++)
        cadre_report_add_item (report, g_strdup (said->proposals[k]), NULL);
    }
}

/* What all proposals make of a record alike is told once. */
static void
add_agreed (CadreReport *report, const Telling *self, const GPtrArray *rows)
{
  if (!has_rows (rows, FALSE))
    return;

  cadre_report_begin_said_section (report, "alternatives-agreed");
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.what", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.base", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.all-proposals", CADRE_ALIGNMENT_START);
  for (guint i = 0; i < rows->len; i++)
    {
      const Said *said = rows->pdata[i];

      if (said->differing)
        continue;
      add_record (report, self, said->row);
      cadre_report_add_item (report, g_strdup (said->base), NULL);
      cadre_report_add_item (report, g_strdup (said->proposals[0]), NULL);
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
  g_autoptr (GPtrArray) rows = say_rows (self);

  cadre_report_take_title (report, cadre_say (self->catalogue, "alternatives.title"));
  if (cadre_redaction_get_level (redaction) == CADRE_REDACTION_LEVEL_FULL)
    cadre_report_take_stamp (report, cadre_say (self->catalogue, "stamp.full"));
  add_numbers (report, self);
  add_differing (report, self, rows);
  add_agreed (report, self, rows);
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
