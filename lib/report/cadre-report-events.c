/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A comparison told by its events, at the level and for the part of the
 * organisation that a view is of. */

#include "config.h"

#include "report/cadre-report-diff-private.h"
#include "report/cadre-values-private.h"
#include <cadre/cadre-enum-types.h>

#define MOST_NAMED 6  /* exceptions that the text of an event names itself */
#define FIRST_NAMED 5 /* that it names where there are more */

/* Posts by their names after, and before where they go. */
static char *
name_posts (const CadreComparison *self, char **ids)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      guint32 after = cadre_tables_find (self->after->tables, CADRE_RECORD_KIND_POST, ids[i]);
      guint32 before = cadre_tables_find (self->before->tables, CADRE_RECORD_KIND_POST, ids[i]);

      if (after != CADRE_NO_ROW)
        g_ptr_array_add (names, cadre_view_name (self->after, CADRE_RECORD_KIND_POST, after));
      else if (before != CADRE_NO_ROW)
        g_ptr_array_add (names, cadre_view_name (self->before, CADRE_RECORD_KIND_POST, before));
    }

  return cadre_catalogue_quote_names (self->catalogue, names);
}

/* The record that an event is about: its row in the view that it is taken from, the later
 * one where it can be; CADRE_NO_ROW where it is about none, or not there. */
static guint32
find_subject (const CadreComparison *self, CadreChangeEvent *event, const CadreView **view)
{
  const char *after = cadre_change_event_get_id_after (event);
  const char *id = after != NULL ? after : cadre_change_event_get_id_before (event);

  *view = after != NULL ? self->after : self->before;
  return id != NULL
           ? cadre_tables_find ((*view)->tables, cadre_change_event_get_subject_kind (event), id)
           : CADRE_NO_ROW;
}

/* As reports refer to it. */
static char *
subject_of (const CadreComparison *self, CadreChangeEvent *event)
{
  const CadreView *view = NULL;
  const guint32 row = find_subject (self, event, &view);

  return row != CADRE_NO_ROW
           ? cadre_view_subject (view, cadre_change_event_get_subject_kind (event), row)
           : NULL;
}

static char *
name_subject (const CadreComparison *self, CadreChangeEvent *event)
{
  const CadreView *view = NULL;
  const guint32 row = find_subject (self, event, &view);

  if (row == CADRE_NO_ROW)
    return NULL;

  return cadre_change_event_get_subject_kind (event) == CADRE_RECORD_KIND_POST
           ? cadre_view_listed_name (view, row)
           : cadre_view_name (view, cadre_change_event_get_subject_kind (event), row);
}

/* "Lowest pay: from £20,000 to £21,000; Highest pay: …" */
static char *
say_changes (const CadreComparison *self, CadreChangeEvent *event)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (event)); i++)
    {
      g_autoptr (CadreChange) change = cadre_change_event_get_change (event, i);
      g_autofree char *what = cadre_comparison_what (self, change);

      if (cadre_change_get_field (change) == NULL &&
          cadre_change_get_record_kind (change) == cadre_change_get_owner_kind (change))
        cadre_append_part (text, "; ", g_steal_pointer (&what));
      else
        cadre_append_part (text, "; ", cadre_comparison_change_text (self, change, what));
    }

  return g_string_free (text, FALSE);
}

static char *
count_posts (const CadreComparison *self, CadreChangeEvent *event)
{
  g_auto (GStrv) posts = cadre_change_event_dup_posts (event);

  return posts[0] != NULL
           ? cadre_phrase_n (self->catalogue, "events.posts", g_strv_length (posts), NULL)
           : cadre_phrase_n (self->catalogue, "events.changes",
                             g_list_model_get_n_items (G_LIST_MODEL (event)), NULL);
}

/* "site", or of a field or a name "Hours (post)". */
static char *
name_in_record (const CadreComparison *self, CadreRecordKind kind, const char *name)
{
  g_autofree char *code = g_strconcat ("record.", cadre_schema_get (kind)->name, NULL);
  g_autofree char *record = cadre_say (self->catalogue, code);

  if (name == NULL)
    return g_steal_pointer (&record);

  return cadre_phrase (self->catalogue, "change.field-of-record", "field", name, "record", record,
                       NULL);
}

/* Whether the heading and the fields of the one record that an event is about
 * say all of it. */
static gboolean
is_of_fields (CadreChangeEventKind kind)
{
  return (kind >= CADRE_CHANGE_EVENT_KIND_POST_REGRADED && kind <= CADRE_CHANGE_EVENT_KIND_STATUS &&
          kind != CADRE_CHANGE_EVENT_KIND_POSTS_RETIERED &&
          kind != CADRE_CHANGE_EVENT_KIND_PROFILE) ||
         kind == CADRE_CHANGE_EVENT_KIND_ORGANISATION_CHANGED ||
         kind == CADRE_CHANGE_EVENT_KIND_UNIT_CHANGED;
}

/* What the text of an event does not say of the post that it is about; NULL for nothing. */
static char *
say_not_counted (const CadreComparison *self, CadreChangeEvent *event)
{
  const CadreView *view = NULL;
  const guint32 row = find_subject (self, event, &view);

  if (row == CADRE_NO_ROW || cadre_change_event_get_subject_kind (event) != CADRE_RECORD_KIND_POST)
    return NULL;
  if (cadre_view_is_outside (view, row))
    return cadre_say (self->catalogue, "events.outside");

  return cadre_view_is_pooled (view, row) ? cadre_say (self->catalogue, "events.pooled") : NULL;
}

/* What stands under the heading of its kind, and what more is said of it. A post
 * that comes or goes needs only its name. */
static char *
say_event (const CadreComparison *self, CadreChangeEvent *event, char **words)
{
  const CadreChangeEventKind kind = cadre_change_event_get_kind (event);
  g_autoptr (CadreChange) change = cadre_change_event_get_change (event, 0);
  g_autofree char *name = name_subject (self, event);
  const char *field = change != NULL ? cadre_change_get_field (change) : NULL;
  g_autofree char *field_name =
    field != NULL ? cadre_view_field_name (self->catalogue, field) : NULL;

  if (name != NULL && (kind == CADRE_CHANGE_EVENT_KIND_POST_CREATED ||
                       kind == CADRE_CHANGE_EVENT_KIND_POST_DELETED))
    return g_steal_pointer (&name);

  if (name != NULL && is_of_fields (kind))
    {
      *words = say_changes (self, event);
      return g_steal_pointer (&name);
    }
  if (change != NULL && kind == CADRE_CHANGE_EVENT_KIND_ASSIGNMENTS)
    {
      *words = cadre_comparison_say_assignments (self, event);
      return name != NULL ? g_steal_pointer (&name)
                          : cadre_comparison_post_of_assignment (self, change);
    }
  if (change != NULL && kind == CADRE_CHANGE_EVENT_KIND_STATED)
    {
      *words = count_posts (self, event);
      return name_in_record (self, cadre_change_get_record_kind (change), field_name);
    }
  if (change != NULL &&
      (kind == CADRE_CHANGE_EVENT_KIND_RECORD || kind == CADRE_CHANGE_EVENT_KIND_OTHER))
    {
      *words = name != NULL ? say_changes (self, event) : count_posts (self, event);
      return name_in_record (self, cadre_change_get_record_kind (change), name);
    }

  *words = say_not_counted (self, event);
  return cadre_change_event_to_string (event);
}

static void
add_event (CadreReport *report, const CadreComparison *self, CadreChangeEvent *event)
{
  g_auto (GStrv) exceptions = cadre_change_event_dup_exceptions (event);
  g_autofree char *subject = subject_of (self, event);
  g_autofree char *names = NULL;
  char *words = NULL;
  char *text = say_event (self, event, &words);

  cadre_report_add_node (report, 0, text, words, subject);
  if (g_strv_length (exceptions) <= MOST_NAMED)
    return;

  names = name_posts (self, exceptions + FIRST_NAMED);
  cadre_report_add_node (report, 1,
                         cadre_phrase (report->catalogue, "events.exceptions", "posts", names,
                                       NULL),
                         NULL, NULL);
}

/* An event at the level of single fields is told by itself. */
static gboolean
is_counted (const CadreComparison *self,
            CadreDiffView *view,
            CadreChangeEvent *event,
            CadreAssignmentCounts *counts)
{
  return cadre_change_event_get_kind (event) == CADRE_CHANGE_EVENT_KIND_ASSIGNMENTS &&
         cadre_diff_view_get_level (view) != CADRE_DIFF_LEVEL_FIELD &&
         cadre_comparison_count_assignments (self, event, counts);
}

/* Nothing may change at all, or nothing that is told at this level. */
static const char *
say_none (const CadreComparison *self, CadreDiffView *view, gboolean is_part)
{
  if (is_part)
    return cadre_diff_view_get_level (view) == CADRE_DIFF_LEVEL_HEADLINE ? "part.none-told"
                                                                         : "part.empty";
  return g_list_model_get_n_items (G_LIST_MODEL (self->diff)) > 0 ? "events.none-told"
                                                                  : "diff.empty";
}

/* One heading for all events of a kind: they stand together. */
static void
add_events (CadreReport *report,
            const CadreComparison *self,
            CadreDiffView *view,
            gboolean is_part,
            GListModel *events)
{
  CadreAssignmentCounts counts = { 0 };
  int last = -1;

  cadre_report_begin_said_section (report, "events");
  for (guint i = 0; i < g_list_model_get_n_items (events); i++)
    {
      g_autoptr (CadreChangeEvent) event = g_list_model_get_item (events, i);
      int kind = (int) cadre_change_event_get_kind (event);

      if (kind != last)
        {
          cadre_report_add_counted_assignments (report, &counts);
          counts = (CadreAssignmentCounts){ 0 };
          cadre_report_begin_tree (report, cadre_view_word (report->catalogue, "event-kind",
                                                            CADRE_TYPE_CHANGE_EVENT_KIND, kind));
        }
      last = kind;
      if (!is_counted (self, view, event, &counts))
        add_event (report, self, event);
    }
  cadre_report_add_counted_assignments (report, &counts);
  if (last < 0)
    cadre_report_add_said_paragraph (report, say_none (self, view, is_part));
}

static CadreReport *
make_report (const CadreComparison *self, CadreDiffView *view, GListModel *events)
{
  CadreReport *report = cadre_report_begin (self->catalogue, "events");
  gboolean is_part = FALSE;

  cadre_report_take_title (report, cadre_say (self->catalogue, "diff.title"));
  cadre_report_stamp_level (report, self->before->redaction);
  cadre_report_begin_said_section (report, "changes");
  cadre_report_begin_facts (report);
  cadre_report_add_sides (report, self);
  is_part = cadre_report_add_part (report, self, view);
  cadre_report_add_totals (report, self);
  cadre_report_add_pairing (report, self);
  cadre_report_add_top (report, self);
  cadre_report_add_flows (report, self);
  add_events (report, self, view, is_part, events);
  cadre_report_add_reviews (report, self);
  return report;
}

/**
 * cadre_report_new_for_diff_view:
 * @diff: a #CadreDiff
 * @view: at what level, and of which part
 * @redaction: who the report is for
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 *   structure after
 * @error: return location for a #GError, or %NULL
 *
 * Makes a report of what changes, told by events: a unit that is renamed is told
 * once and not for each of its posts. Before them stand how many posts go on,
 * come and go, who is at the top and where the posts of each unit go; after them
 * the pairs of posts that a person has to look at. What is counted is the whole,
 * whatever the view leaves out; where it leaves out anything, the report says what
 * it is of.
 *
 * Below the full level the two structures are redacted and compared again.
 *
 * Returns: (transfer full): the report, or %NULL with @error set where the
 *   library has no words in that language or memory is short
 *
 * Since: 1.0
 */
CadreReport *
cadre_report_new_for_diff_view (CadreDiff *diff,
                                CadreDiffView *view,
                                CadreRedaction *redaction,
                                const char *language,
                                GError **error)
{
  const CadreCatalogue *catalogue = NULL;
  g_autoptr (CadreComparison) comparison = NULL;
  g_autoptr (GListModel) events = NULL;

  g_return_val_if_fail (CADRE_IS_DIFF (diff), NULL);
  g_return_val_if_fail (CADRE_IS_DIFF_VIEW (view), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  catalogue = cadre_view_find_catalogue (cadre_diff_get_after (diff), language, error);
  if (catalogue == NULL)
    return NULL;

  comparison = cadre_comparison_new (diff, redaction, catalogue, error);
  if (comparison == NULL)
    return NULL;

  events = cadre_diff_list_events (comparison->diff, view, error);
  return events != NULL ? make_report (comparison, view, events) : NULL;
}
