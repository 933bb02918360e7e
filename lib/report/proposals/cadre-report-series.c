/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What became of posts through many dates. What is said of a post is read from
 * what the redaction leaves of each structure. */

#include "config.h"

#include "report/cadre-report-parts-private.h"
#include "report/cadre-values-private.h"
#include <cadre/cadre-diff-error.h>
#include <cadre/cadre-enum-types.h>
#include <cadre/cadre-series.h>

#include <string.h>

typedef struct
{
  const CadreCatalogue *catalogue;
  CadreSeries *series;
  CadreRedaction *redaction;
  GPtrArray *views; /* (element-type CadreView): by date */
} Telling;

static void
free_view (gpointer view)
{
  cadre_view_free (view);
}

static gboolean
telling_init (Telling *self, GError **error)
{
  self->views = g_ptr_array_new_with_free_func (free_view);
  for (guint i = 0; i < cadre_series_get_n_structures (self->series); i++)
    {
      CadreView *view = cadre_view_new (cadre_series_get_structure (self->series, i),
                                        self->redaction, self->catalogue, error);

      if (view == NULL)
        return FALSE;
      g_ptr_array_add (self->views, view);
    }

  return TRUE;
}

static gboolean
is_full (const Telling *self)
{
  return cadre_redaction_get_level (self->redaction) == CADRE_REDACTION_LEVEL_FULL;
}

static const CadreView *
view_at (const Telling *self, guint date)
{
  return self->views->pdata[date];
}

static char *
say_date (const Telling *self, guint date)
{
  return cadre_catalogue_date (self->catalogue, view_at (self, date)->tables->as_of);
}

/* Where the value of an event stands; NULL for events without a value. */
static const char *
get_field (CadreHistoryEventKind kind, CadreRecordKind *record_kind)
{
  *record_kind =
    kind == CADRE_HISTORY_EVENT_KIND_MOVED ? CADRE_RECORD_KIND_LINE : CADRE_RECORD_KIND_POST;
  switch (kind)
    {
    case CADRE_HISTORY_EVENT_KIND_REKEYED:
      return "id";
    case CADRE_HISTORY_EVENT_KIND_RETITLED:
      return "title";
    case CADRE_HISTORY_EVENT_KIND_REGRADED:
      return "grade";
    case CADRE_HISTORY_EVENT_KIND_MOVED:
      return "manager";
    case CADRE_HISTORY_EVENT_KIND_UNIT_CHANGED:
      return "unit";
    case CADRE_HISTORY_EVENT_KIND_EMPLOYER_CHANGED:
      return "employer";
    case CADRE_HISTORY_EVENT_KIND_OPENED:
    case CADRE_HISTORY_EVENT_KIND_RETURNED:
    case CADRE_HISTORY_EVENT_KIND_GONE:
    case CADRE_HISTORY_EVENT_KIND_REVIEW:
    default:
      return NULL;
    }
}

/* Numbers of the periods */

/* Whether all posts of a date are shown: else no numbers are told, since they are of all. */
static gboolean
shows_all_posts (const Telling *self, guint date)
{
  CadreStructure *structure = cadre_series_get_structure (self->series, date);

  return view_at (self, date)->tables->tables[CADRE_RECORD_KIND_POST].n_rows ==
         cadre_structure_get_n_records (structure, CADRE_RECORD_KIND_POST);
}

static gboolean
shows_period (const Telling *self, guint period)
{
  return shows_all_posts (self, period) && shows_all_posts (self, period + 1);
}

static gboolean
shows_count (const Telling *self, CadreHistoryEventKind kind)
{
  CadreRecordKind record_kind = CADRE_RECORD_KIND_POST;
  const char *field = get_field (kind, &record_kind);

  return field == NULL || (cadre_redaction_shows_field (self->redaction, record_kind, field) &&
                           !cadre_redaction_hides_some (self->redaction, record_kind, field));
}

static void
add_period (CadreReport *report, const Telling *self, guint period)
{
  g_autofree char *first = say_date (self, period);
  g_autofree char *last = say_date (self, period + 1);

  cadre_report_add_item (report,
                         cadre_phrase (self->catalogue, "series.period", "first", first, "last",
                                       last, NULL),
                         NULL);
}

/* "3", or "3 to 5" where it is not known of some posts whether it is so. */
static void
add_count (CadreReport *report, CadreChurn *churn, CadreHistoryEventKind kind)
{
  const guint least = cadre_churn_get_least (churn, kind);
  const guint most = cadre_churn_get_most (churn, kind);
  g_autofree char *least_text = cadre_catalogue_number (report->catalogue, least);
  g_autofree char *most_text = cadre_catalogue_number (report->catalogue, most);

  if (least == most)
    {
      cadre_report_add_number (report, least, NULL);
      return;
    }

  cadre_report_add_item (report,
                         cadre_phrase (report->catalogue, "series.least-to-most", "least",
                                       least_text, "most", most_text, NULL),
                         NULL);
  cadre_report_set_exact_range (report, least, most, most - least);
}

/* How many of each hundred posts at the start have gone. */
static void
add_rate (CadreReport *report, CadreChurn *churn)
{
  g_autoptr (CadreFraction) rate =
    cadre_churn_dup_least_rate (churn, CADRE_HISTORY_EVENT_KIND_GONE);
  g_autofree char *exact = rate != NULL ? cadre_fraction_to_string (rate) : NULL;
  const guint64 n = cadre_churn_get_least (churn, CADRE_HISTORY_EVENT_KIND_GONE);
  const guint64 of = cadre_churn_get_n_before (churn);
  guint64 tenths = 0;
  char text[32];

  if (rate == NULL || of == 0)
    {
      cadre_report_add_item (report, cadre_say (report->catalogue, "unknown"), NULL);
      return;
    }

  tenths = (2000 * n + of) / (2 * of);
  g_snprintf (text, sizeof (text), "%" G_GUINT64_FORMAT ".%" G_GUINT64_FORMAT, tenths / 10,
              tenths % 10);
  cadre_report_add_item (report, g_strdup (text), NULL);
  cadre_report_set_exact_text (report, exact);
}

static void
add_flow (CadreReport *report, const Telling *self, guint period)
{
  CadreChurn *churn = cadre_series_get_churn (self->series, period);

  add_period (report, self, period);
  cadre_report_add_number (report, cadre_churn_get_n_before (churn), NULL);
  add_count (report, churn, CADRE_HISTORY_EVENT_KIND_OPENED);
  add_count (report, churn, CADRE_HISTORY_EVENT_KIND_RETURNED);
  add_count (report, churn, CADRE_HISTORY_EVENT_KIND_GONE);
  cadre_report_add_number (report, cadre_churn_get_n_after (churn), NULL);
  add_rate (report, churn);
}

static void
add_flows (CadreReport *report, const Telling *self)
{
  static const char *const columns[] = { "column.posts-first", "column.opened",
                                         "column.returned",    "column.gone",
                                         "column.posts-last",  "column.gone-rate" };

  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.period", CADRE_ALIGNMENT_START);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    cadre_report_add_said_column (report, columns[i], CADRE_ALIGNMENT_END);
  for (guint i = 0; i + 1 < self->views->len; i++)
    if (shows_period (self, i))
      add_flow (report, self, i);
}

static const CadreHistoryEventKind changes[] = {
  CADRE_HISTORY_EVENT_KIND_RETITLED,
  CADRE_HISTORY_EVENT_KIND_REGRADED,
  CADRE_HISTORY_EVENT_KIND_MOVED,
  CADRE_HISTORY_EVENT_KIND_UNIT_CHANGED,
  CADRE_HISTORY_EVENT_KIND_EMPLOYER_CHANGED,
  CADRE_HISTORY_EVENT_KIND_REKEYED,
  CADRE_HISTORY_EVENT_KIND_REVIEW,
};

/* Of the posts that go on: how many are another in what. */
static void
add_changes (CadreReport *report, const Telling *self)
{
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.period", CADRE_ALIGNMENT_START);
  for (guint k = 0; k < G_N_ELEMENTS (changes); k++)
    if (shows_count (self, changes[k]))
      cadre_report_add_column (report,
                               cadre_view_word (self->catalogue, "history-column",
                                                CADRE_TYPE_HISTORY_EVENT_KIND, (int) changes[k]),
                               CADRE_ALIGNMENT_END);
  for (guint i = 0; i + 1 < self->views->len; i++)
    {
      if (!shows_period (self, i))
        continue;
      add_period (report, self, i);
      for (guint k = 0; k < G_N_ELEMENTS (changes); k++)
        if (shows_count (self, changes[k]))
          add_count (report, cadre_series_get_churn (self->series, i), changes[k]);
    }
}

/* A pooled row stands for any number of like posts. */
static void
add_pooled (CadreReport *report, const Telling *self)
{
  for (guint i = 0; i < self->views->len; i++)
    {
      const guint n = cadre_view_count_pooled (view_at (self, i));
      g_autofree char *date = say_date (self, i);

      if (n > 0 && shows_all_posts (self, i))
        cadre_report_add_paragraph (report, cadre_phrase_n (self->catalogue, "series.pooled", n,
                                                            "date", date, NULL));
    }
}

/* A list of posts may have those that went once more: they are here all the same. */
static void
add_not_in_force (CadreReport *report, const Telling *self)
{
  for (guint i = 0; i < self->views->len; i++)
    {
      const guint n = cadre_view_count_not_in_force (view_at (self, i));
      g_autofree char *date = say_date (self, i);

      if (n > 0 && shows_all_posts (self, i))
        cadre_report_add_paragraph (report, cadre_phrase_n (self->catalogue, "series.not-in-force",
                                                            n, "date", date, NULL));
    }
}

static void
add_periods (CadreReport *report, const Telling *self)
{
  const guint n = self->views->len;
  guint n_shown = 0;

  for (guint i = 0; i + 1 < n; i++)
    n_shown += shows_period (self, i);

  cadre_report_begin_said_section (report, "periods");
  if (n_shown > 0)
    {
      add_flows (report, self);
      add_changes (report, self);
      cadre_report_add_said_paragraph (report, "series.how-to-read");
      add_pooled (report, self);
      add_not_in_force (report, self);
    }
  if (n < 2)
    cadre_report_add_said_paragraph (report, "series.one-date");
  else if (n_shown < n - 1)
    cadre_report_add_said_paragraph (report, "series.not-all-shown");
}

/* The posts */

/* The row of a post as it is shown at a date; CADRE_NO_ROW where it is not, or not there. */
static guint32
find_post (const Telling *self, guint date, const char *id)
{
  return id != NULL ? cadre_tables_find (view_at (self, date)->tables, CADRE_RECORD_KIND_POST, id)
                    : CADRE_NO_ROW;
}

/* What a post has at a date; NULL where that is not stated. */
static char *
say_value (const CadreView *view, guint32 post, CadreHistoryEventKind kind)
{
  const CadreRecordKind of = CADRE_RECORD_KIND_POST;

  switch (kind)
    {
    case CADRE_HISTORY_EVENT_KIND_REKEYED:
      return g_strdup (cadre_tables_id (view->tables, of, post));
    case CADRE_HISTORY_EVENT_KIND_RETITLED:
      return cadre_view_text (view, of, post, CADRE_FIELD_POST_TITLE);
    case CADRE_HISTORY_EVENT_KIND_REGRADED:
      return cadre_view_reference (view, of, post, CADRE_FIELD_POST_GRADE);
    case CADRE_HISTORY_EVENT_KIND_UNIT_CHANGED:
      return cadre_view_reference (view, of, post, CADRE_FIELD_POST_UNIT);
    case CADRE_HISTORY_EVENT_KIND_EMPLOYER_CHANGED:
      return cadre_view_reference (view, of, post, CADRE_FIELD_POST_EMPLOYER);
    case CADRE_HISTORY_EVENT_KIND_MOVED:
      return view->index->manager_line[post] != CADRE_NO_ROW
               ? cadre_view_line_end (view, view->index->manager_line[post])
               : NULL;
    case CADRE_HISTORY_EVENT_KIND_OPENED:
    case CADRE_HISTORY_EVENT_KIND_RETURNED:
    case CADRE_HISTORY_EVENT_KIND_GONE:
    case CADRE_HISTORY_EVENT_KIND_REVIEW:
    default:
      return NULL;
    }
}

/* Whether what an event says is shown: a reader who sees a value at one date and
 * none at another may not be told that this is all that there is to know. */
static gboolean
is_value_shown (const Telling *self,
                CadreHistoryEventKind kind,
                const char *before,
                const char *after)
{
  CadreRecordKind record_kind = CADRE_RECORD_KIND_POST;
  const char *field = get_field (kind, &record_kind);

  if (is_full (self) || field == NULL)
    return TRUE;
  if (!cadre_redaction_shows_field (self->redaction, record_kind, field) ||
      g_strcmp0 (before, after) == 0)
    return FALSE;

  return (before != NULL && after != NULL) ||
         !cadre_redaction_hides_some (self->redaction, record_kind, field);
}

/* "Title: from A to B"; of what has no value "Opened". */
static char *
say_what (const Telling *self, CadreHistoryEventKind kind, const char *before, const char *after)
{
  const char *unknown = cadre_phrase_find (self->catalogue, "unknown");
  g_autofree char *what =
    cadre_view_word (self->catalogue, "history-event", CADRE_TYPE_HISTORY_EVENT_KIND, (int) kind);
  CadreRecordKind record_kind = CADRE_RECORD_KIND_POST;

  if (get_field (kind, &record_kind) == NULL)
    return g_steal_pointer (&what);

  return cadre_phrase (self->catalogue, "change.from-to", "what", what, "before",
                       before != NULL ? before : unknown, "after", after != NULL ? after : unknown,
                       NULL);
}

/* The posts that one was made of, or that were made of it, by name. */
static char *
say_others (const Telling *self, CadreHistoryEvent *event)
{
  const gboolean opened = cadre_history_event_get_kind (event) == CADRE_HISTORY_EVENT_KIND_OPENED;
  const guint date = opened ? cadre_history_event_get_position_before (event)
                            : cadre_history_event_get_position_after (event);
  const char *const *others = cadre_history_event_get_other_ids (event);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; others != NULL && others[i] != NULL; i++)
    if (find_post (self, date, others[i]) != CADRE_NO_ROW)
      g_ptr_array_add (names, cadre_view_post_name (view_at (self, date), others[i]));

  return names->len > 0 ? cadre_catalogue_quote_names (self->catalogue, names) : NULL;
}

/* Reads what a post had before and has after. FALSE where it is not shown. */
static gboolean
read_values (const Telling *self, CadreHistoryEvent *event, char *values[2])
{
  const CadreHistoryEventKind kind = cadre_history_event_get_kind (event);
  const guint dates[2] = { cadre_history_event_get_position_before (event),
                           cadre_history_event_get_position_after (event) };
  const char *ids[2] = { cadre_history_event_get_id_before (event),
                         cadre_history_event_get_id_after (event) };

  for (guint side = 0; side < 2; side++)
    {
      const guint32 post = find_post (self, dates[side], ids[side]);

      if (ids[side] != NULL && post == CADRE_NO_ROW)
        return FALSE;
      values[side] = ids[side] != NULL ? say_value (view_at (self, dates[side]), post, kind) : NULL;
    }

  if (is_full (self) && kind == CADRE_HISTORY_EVENT_KIND_RETITLED &&
      g_strcmp0 (values[0], values[1]) == 0)
    {
      /* It is another in another language. */
      g_free (values[0]);
      g_free (values[1]);
      values[0] = g_strdup (cadre_history_event_get_before_text (event));
      values[1] = g_strdup (cadre_history_event_get_after_text (event));
    }
  return is_value_shown (self, kind, values[0], values[1]);
}

static const char *
find_sentence (CadreHistoryEventKind kind, const char *others)
{
  if (others == NULL)
    return "series.event";

  return kind == CADRE_HISTORY_EVENT_KIND_OPENED ? "series.event-made-of"
                                                 : "series.event-made-into";
}

/* "1 April 2026 to 1 July 2026: Title: from A to B"; NULL where it is not shown. */
static char *
say_event (const Telling *self, CadreHistoryEvent *event)
{
  const CadreHistoryEventKind kind = cadre_history_event_get_kind (event);
  g_autofree char *first = say_date (self, cadre_history_event_get_position_before (event));
  g_autofree char *last = say_date (self, cadre_history_event_get_position_after (event));
  g_autofree char *others = say_others (self, event);
  g_autofree char *what = NULL;
  char *values[2] = { NULL, NULL };
  char *text = NULL;

  if (read_values (self, event, values))
    {
      what = say_what (self, kind, values[0], values[1]);
      text = cadre_phrase (self->catalogue, find_sentence (kind, others), "first", first, "last",
                           last, "what", what, "others", others != NULL ? others : "", NULL);
    }

  g_free (values[0]);
  g_free (values[1]);
  return text;
}

/* What a post is called where it is shown last, its subject, and whether its row is pooled. */
static char *
name_history (const Telling *self, CadrePostHistory *history, char **subject, gboolean *is_pooled)
{
  for (guint date = cadre_post_history_get_last_position (history) + 1; date-- > 0;)
    {
      const guint32 post = find_post (self, date, cadre_post_history_get_id_at (history, date));

      if (post == CADRE_NO_ROW)
        continue;
      *subject = cadre_view_subject (view_at (self, date), CADRE_RECORD_KIND_POST, post);
      *is_pooled = cadre_view_is_pooled (view_at (self, date), post);
      return cadre_view_listed_name (view_at (self, date), post);
    }

  return NULL;
}

/* Posts, and pooled rows of like posts, of which there is no change to tell. */
typedef struct
{
  guint n_posts;
  guint n_pooled;
} Steady;

static void
add_history (CadreReport *report, const Telling *self, CadrePostHistory *history, Steady *steady)
{
  g_autofree char *subject = NULL;
  gboolean is_pooled = FALSE;
  g_autofree char *name = name_history (self, history, &subject, &is_pooled);
  gboolean begun = FALSE;

  for (guint i = 0; name != NULL && i < g_list_model_get_n_items (G_LIST_MODEL (history)); i++)
    {
      g_autoptr (CadreHistoryEvent) event = cadre_post_history_get_event (history, i);
      char *text = say_event (self, event);

      if (text == NULL)
        continue;
      if (!begun)
        cadre_report_add_node (report, 0, g_strdup (name), NULL, subject);
      begun = TRUE;
      cadre_report_add_node (report, 1, text, NULL, NULL);
    }

  if (!begun && name != NULL)
    *(is_pooled ? &steady->n_pooled : &steady->n_posts) += 1;
}

static void
add_histories (CadreReport *report, const Telling *self)
{
  Steady steady = { 0, 0 };

  cadre_report_begin_said_section (report, "histories");
  cadre_report_begin_tree (report, NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->series)); i++)
    {
      g_autoptr (CadrePostHistory) history = cadre_series_get_history (self->series, i);

      add_history (report, self, history, &steady);
    }
  if (steady.n_posts > 0)
    cadre_report_add_paragraph (report, cadre_phrase_n (self->catalogue, "series.steady",
                                                        steady.n_posts, NULL));
  if (steady.n_pooled > 0)
    cadre_report_add_paragraph (report, cadre_phrase_n (self->catalogue, "series.steady-pooled",
                                                        steady.n_pooled, NULL));
}

static CadreReport *
make_report (const Telling *self)
{
  CadreReport *report = cadre_report_begin (self->catalogue, "series");

  cadre_report_take_title (report, cadre_say (self->catalogue, "series.title"));
  if (is_full (self))
    cadre_report_take_stamp (report, cadre_say (self->catalogue, "stamp.full"));
  cadre_report_begin_said_section (report, "series");
  cadre_report_begin_list (report);
  for (guint i = 0; i < self->views->len; i++)
    cadre_report_add_item (report, cadre_view_side (view_at (self, i)), NULL);
  add_periods (report, self);
  add_histories (report, self);
  return report;
}

/**
 * cadre_report_new_for_series:
 * @series: a #CadreSeries
 * @redaction: who the report is for
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the last
 *   structure
 * @error: return location for a #GError, or %NULL
 *
 * Makes the report on what became of posts through many dates: for each two
 * neighbours how many posts were opened, went and changed, and then post by post
 * what happened between which dates. Posts of which nothing is told are counted. A row
 * that pools like posts is told, and no post: the numbers leave it out, and say so.
 *
 * Below the full level what is said of a post is read from what the redaction leaves
 * of each structure, and numbers are told only where all posts are shown.
 *
 * Returns: (transfer full): the report, or %NULL with @error set where the library
 *   has no words in that language, the level shows no posts, or memory is short
 *
 * Since: 1.0
 */
CadreReport *
cadre_report_new_for_series (CadreSeries *series,
                             CadreRedaction *redaction,
                             const char *language,
                             GError **error)
{
  Telling telling = { NULL, series, redaction, NULL };
  CadreReport *report = NULL;
  guint n = 0;

  g_return_val_if_fail (CADRE_IS_SERIES (series), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  n = cadre_series_get_n_structures (series);
  telling.catalogue =
    cadre_view_find_catalogue (n > 0 ? cadre_series_get_structure (series, n - 1) : NULL, language,
                               error);
  if (telling.catalogue == NULL)
    return NULL;
  if (!cadre_redaction_shows_field (redaction, CADRE_RECORD_KIND_POST, "id"))
    {
      g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_REDACTION,
                           "The level of redaction shows no posts to follow");
      return NULL;
    }

  if (telling_init (&telling, error))
    report = make_report (&telling);
  g_clear_pointer (&telling.views, g_ptr_array_unref);
  return report;
}
