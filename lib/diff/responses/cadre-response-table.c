/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* You said, we did.
 *
 * A #CadreResponseTable puts what was said about a proposal beside what became
 * of it. It is a #GListModel of #CadreResponseRow: first each response in the
 * order of its document, with the changes that its answer is tied to, and then
 * each event of the diff that has changes that no response asked for.
 *
 * What does not add up is an issue: a tie that points at no change, an answer
 * that is missing, or that says something else than the changes do.
 */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "diff/events/cadre-events-private.h"
#include "diff/responses/cadre-responses-private.h"

#define MAX_ISSUES 1000

static void list_model_iface_init (GListModelInterface *iface);

/**
 * CadreResponseTable:
 *
 * What was said about a proposal beside what became of it.
 *
 * Since: 1.0
 */
struct _CadreResponseTable
{
  GObject parent_instance;

  GPtrArray *rows; /* (element-type CadreResponseRow) */
  CadreIssueList *issues;
  guint counts[CADRE_RESPONSE_ROW_KIND_NOT_ASKED + 1];
};

G_DEFINE_FINAL_TYPE_WITH_CODE (CadreResponseTable,
                               cadre_response_table,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
cadre_response_table_get_item_type (GListModel *model)
{
  return CADRE_TYPE_RESPONSE_ROW;
}

static guint
cadre_response_table_get_n_items (GListModel *model)
{
  return CADRE_RESPONSE_TABLE (model)->rows->len;
}

static gpointer
cadre_response_table_get_item (GListModel *model, guint position)
{
  return cadre_response_table_get_row (CADRE_RESPONSE_TABLE (model), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_response_table_get_item_type;
  iface->get_n_items = cadre_response_table_get_n_items;
  iface->get_item = cadre_response_table_get_item;
}

static void
cadre_response_table_finalize (GObject *object)
{
  CadreResponseTable *self = CADRE_RESPONSE_TABLE (object);

  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_object (&self->issues);

  G_OBJECT_CLASS (cadre_response_table_parent_class)->finalize (object);
}

static void
cadre_response_table_class_init (CadreResponseTableClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_response_table_finalize;
}

static void
cadre_response_table_init (CadreResponseTable *self)
{
  self->rows = g_ptr_array_new_with_free_func (g_object_unref);
  self->issues = cadre_issue_list_new (MAX_ISSUES);
}

/* What does not add up. */

typedef struct
{
  const char *code;
  CadreSeverity severity;
  const char *message;
  const char *suggestion;
} Fault;

static const Fault no_record = { "diff.response.no-record", CADRE_SEVERITY_WARNING,
                                 "The answer is tied to a record that neither version has",
                                 "Correct the kind or the id of the record" };
static const Fault no_change = { "diff.response.no-change", CADRE_SEVERITY_WARNING,
                                 "The answer is tied to a change that was not made",
                                 "Make the change, or correct the tie" };
static const Fault not_answered = { "diff.response.not-answered", CADRE_SEVERITY_WARNING,
                                    "The response has no answer", "Answer it" };
static const Fault accepted_without_change = { "diff.response.accepted-without-change",
                                               CADRE_SEVERITY_WARNING,
                                               "The response was accepted, but led to no change",
                                               "Tie the answer to the changes that it led to" };
static const Fault refused_but_changed = { "diff.response.refused-but-changed",
                                           CADRE_SEVERITY_WARNING,
                                           "The response was not accepted, but is tied to changes",
                                           "Say that it was accepted in part" };
static const Fault no_reason = { "diff.response.no-reason", CADRE_SEVERITY_WARNING,
                                 "The response was not accepted, and no reason is given",
                                 "Give the reason" };

static void
report (CadreResponseTable *self,
        const Fault *fault,
        guint place,
        const char *part,
        CadreResponse *response)
{
  g_autofree char *origin = g_strdup_printf ("/responses/%u%s", place, part);
  g_autofree char *subject =
    response->id != NULL ? g_strconcat ("response/", response->id, NULL) : NULL;

  cadre_issue_list_add_fields (self->issues, fault->code, fault->severity, fault->message, origin,
                               subject, fault->suggestion);
}

static gboolean
fits (CadreResponseTie *tie, const CadreDifference *difference)
{
  const int kind = cadre_response_tie_change_kind (tie);
  const char *field = cadre_response_tie_get_field (tie);

  return (kind == CADRE_ANY_CHANGE || kind == (int) cadre_difference_kind (difference)) &&
         (field == NULL || g_strcmp0 (field, cadre_diff_field_name (difference)) == 0);
}

static gboolean
is_there (CadreDiff *diff, CadreResponseTie *tie)
{
  const CadreRecordKind kind = cadre_response_tie_get_record_kind (tie);
  const char *id = cadre_response_tie_get_id (tie);

  return cadre_schema_get (kind)->keys == NULL &&
         (cadre_tables_find (diff->sides.before, kind, id) != CADRE_NO_ROW ||
          cadre_tables_find (diff->sides.after, kind, id) != CADRE_NO_ROW);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const guint32 x = *(const guint32 *) a;
  const guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

/* Each place once, in order. */
static void
sort_places (GArray *places)
{
  guint n = 0;

  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    if (i == 0 || g_array_index (places, guint32, i) != g_array_index (places, guint32, i - 1))
      g_array_index (places, guint32, n++) = g_array_index (places, guint32, i);
  g_array_set_size (places, n);
}

/* The changes that one tie points at. */
static guint
follow (CadreDiff *diff, CadreResponseTie *tie, GArray *places)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint n = 0;

  cadre_diff_find_for (diff, cadre_response_tie_get_record_kind (tie),
                       cadre_response_tie_get_id (tie), all);
  for (guint i = 0; i < all->len; i++)
    if (fits (tie, &diff->differences[g_array_index (all, guint32, i)]))
      {
        g_array_append_val (places, g_array_index (all, guint32, i));
        n++;
      }

  return n;
}

static GArray *
find_changes (CadreResponseTable *self, CadreDiff *diff, CadreResponse *response, guint place)
{
  GListModel *ties = G_LIST_MODEL (response->ties);
  GArray *places = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < g_list_model_get_n_items (ties); i++)
    {
      g_autoptr (CadreResponseTie) tie = g_list_model_get_item (ties, i);
      g_autofree char *part = g_strdup_printf ("/changes/%u", i);

      if (follow (diff, tie, places) == 0)
        report (self, is_there (diff, tie) ? &no_change : &no_record, place, part, response);
    }

  sort_places (places);
  return places;
}

static void
check_answer (CadreResponseTable *self, CadreResponse *response, guint place, guint n_changes)
{
  const CadreAnswer answer = response->answer;

  if (answer == CADRE_ANSWER_UNKNOWN)
    report (self, &not_answered, place, "", response);
  if ((answer == CADRE_ANSWER_ACCEPTED || answer == CADRE_ANSWER_PARTLY) && n_changes == 0)
    report (self, &accepted_without_change, place, "/answer", response);
  if (answer == CADRE_ANSWER_NOT_ACCEPTED && n_changes > 0)
    report (self, &refused_but_changed, place, "/answer", response);
  if (answer == CADRE_ANSWER_NOT_ACCEPTED && response->reason == NULL)
    report (self, &no_reason, place, "/answer", response);
}

static void
add_row (CadreResponseTable *self, CadreResponseRow *row)
{
  self->counts[cadre_response_row_get_kind (row)]++;
  g_ptr_array_add (self->rows, row);
}

static void
add_responses (CadreResponseTable *self, CadreResponses *responses, CadreDiff *diff, guint8 *asked)
{
  for (guint i = 0; i < responses->responses->len; i++)
    {
      CadreResponse *response = g_ptr_array_index (responses->responses, i);
      GArray *places = find_changes (self, diff, response, i);

      for (guint k = 0; k < places->len; k++)
        asked[g_array_index (places, guint32, k)] = TRUE;
      check_answer (self, response, i, places->len);
      add_row (self,
               cadre_response_row_new_take (places->len > 0 ? CADRE_RESPONSE_ROW_KIND_CHANGED
                                                            : CADRE_RESPONSE_ROW_KIND_NOT_CHANGED,
                                            response, NULL, diff, places));
    }
}

static void
add_not_asked (CadreResponseTable *self, CadreEventList *events, const guint8 *asked)
{
  for (guint i = 0; i < events->n_listed; i++)
    {
      const CadreEvent *event = &events->events->events[events->listed[i]];
      g_autoptr (CadreChangeEvent) made = NULL;
      GArray *places = g_array_new (FALSE, FALSE, sizeof (guint32));

      for (guint32 k = 0; k < event->n; k++)
        if (!asked[events->members[event->first + k]])
          g_array_append_val (places, events->members[event->first + k]);
      if (places->len == 0)
        {
          g_array_unref (places);
          continue;
        }

      made = cadre_change_event_new (events, i);
      add_row (self, cadre_response_row_new_take (CADRE_RESPONSE_ROW_KIND_NOT_ASKED, NULL, made,
                                                  events->diff, places));
    }
}

/**
 * cadre_responses_compare:
 * @self: a #CadreResponses
 * @diff: the changes from the proposal that was consulted on to the one that
 *   came of it
 * @error: return location for a #GError, or %NULL
 *
 * Puts what was said beside what was done.
 *
 * Takes time in proportion to the changes and the ties, as
 * cadre_diff_list_events() does.
 *
 * Returns: (transfer full): the table, or %NULL with @error set for want of
 *   memory
 *
 * Since: 1.0
 */
CadreResponseTable *
cadre_responses_compare (CadreResponses *self, CadreDiff *diff, GError **error)
{
  g_autoptr (CadreResponseTable) table = NULL;
  g_autoptr (CadreDiffView) view = NULL;
  g_autoptr (GListModel) events = NULL;
  g_autofree guint8 *asked = NULL;

  g_return_val_if_fail (CADRE_IS_RESPONSES (self), NULL);
  g_return_val_if_fail (CADRE_IS_DIFF (diff), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  asked = g_try_malloc0 ((gsize) diff->n_differences + 1);
  if (asked == NULL)
    {
      g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MEMORY,
                           "There is not enough memory to compare the responses");
      return NULL;
    }

  view = cadre_diff_view_new (CADRE_DIFF_LEVEL_SUMMARY);
  events = cadre_diff_list_events (diff, view, error);
  if (events == NULL)
    return NULL;

  table = g_object_new (CADRE_TYPE_RESPONSE_TABLE, NULL);
  add_responses (table, self, diff, asked);
  add_not_asked (table, CADRE_EVENT_LIST (events), asked);
  cadre_issue_list_seal (table->issues);
  return g_steal_pointer (&table);
}

/**
 * cadre_response_table_get_row:
 * @self: a #CadreResponseTable
 * @position: the place in the list
 *
 * Gets a row.
 *
 * Returns: (transfer full) (nullable): the row, or %NULL if there are not so
 *   many
 *
 * Since: 1.0
 */
CadreResponseRow *
cadre_response_table_get_row (CadreResponseTable *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE_TABLE (self), NULL);

  return position < self->rows->len ? g_object_ref (g_ptr_array_index (self->rows, position))
                                    : NULL;
}

/**
 * cadre_response_table_count:
 * @self: a #CadreResponseTable
 * @kind: a kind of row
 *
 * Counts the rows of a kind.
 *
 * Returns: how many there are
 *
 * Since: 1.0
 */
guint
cadre_response_table_count (CadreResponseTable *self, CadreResponseRowKind kind)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE_TABLE (self), 0);
  g_return_val_if_fail ((guint) kind <= CADRE_RESPONSE_ROW_KIND_NOT_ASKED, 0);

  return self->counts[kind];
}

/**
 * cadre_response_table_get_issues:
 * @self: a #CadreResponseTable
 *
 * Gets what does not add up. The origin of an issue is a place in the document
 * of the responses.
 *
 * The codes are `diff.response.no-record`, `diff.response.no-change`,
 * `diff.response.not-answered`, `diff.response.accepted-without-change`,
 * `diff.response.refused-but-changed` and `diff.response.no-reason`.
 *
 * Returns: (transfer none): the issues
 *
 * Since: 1.0
 */
CadreIssueList *
cadre_response_table_get_issues (CadreResponseTable *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE_TABLE (self), NULL);

  return self->issues;
}
