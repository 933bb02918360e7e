/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-forecast-person
 * @Title: CadreForecastPerson
 * @Short_Description: What a forecast proves of one assignment
 *
 * A #CadreForecastPerson says of one assignment whether it is placed in every
 * outcome of the competitions that are open. It rests on the present proposal, on
 * which nothing is decided: it is made for a stated purpose only, and reports show it at
 * no level but full.
 */

#include "config.h"

#include "matching/bipartite/cadre-bipartite-private.h"
#include "matching/forecast/cadre-forecast-private.h"

/**
 * CadreForecastPerson:
 *
 * What a forecast proves of one assignment.
 *
 * Since: 1.0
 */
struct _CadreForecastPerson
{
  GObject parent_instance;

  char *assignment;
  char *purpose;
  gboolean is_placed_surely;
};

G_DEFINE_FINAL_TYPE (CadreForecastPerson, cadre_forecast_person, G_TYPE_OBJECT)

static void
cadre_forecast_person_finalize (GObject *object)
{
  CadreForecastPerson *self = CADRE_FORECAST_PERSON (object);

  g_clear_pointer (&self->assignment, g_free);
  g_clear_pointer (&self->purpose, g_free);

  G_OBJECT_CLASS (cadre_forecast_person_parent_class)->finalize (object);
}

static void
cadre_forecast_person_class_init (CadreForecastPersonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_forecast_person_finalize;
}

static void
cadre_forecast_person_init (CadreForecastPerson *self)
{
}

CadreForecastPerson *
cadre_forecast_person_new (const char *assignment, gboolean is_placed_surely, const char *purpose)
{
  CadreForecastPerson *self = g_object_new (CADRE_TYPE_FORECAST_PERSON, NULL);

  self->assignment = g_strdup (assignment);
  self->purpose = g_strdup (purpose);
  self->is_placed_surely = is_placed_surely;
  return self;
}

/**
 * cadre_forecast_person_get_assignment:
 * @self: a #CadreForecastPerson
 *
 * Gets the assignment; of those who share one position, the first by id.
 *
 * Returns: (transfer none): the id
 *
 * Since: 1.0
 */
const char *
cadre_forecast_person_get_assignment (CadreForecastPerson *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_PERSON (self), NULL);

  return self->assignment;
}

/**
 * cadre_forecast_person_is_placed_surely:
 * @self: a #CadreForecastPerson
 *
 * Gets whether it is placed in every outcome that leaves no position empty for which
 * somebody may be considered. Else it may be placed or not: no outcome of an open
 * competition leaves somebody out for certain.
 *
 * Returns: whether it is
 *
 * Since: 1.0
 */
gboolean
cadre_forecast_person_is_placed_surely (CadreForecastPerson *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_PERSON (self), FALSE);

  return self->is_placed_surely;
}

/**
 * cadre_forecast_person_get_purpose:
 * @self: a #CadreForecastPerson
 *
 * Gets for what it was made.
 *
 * Returns: (transfer none): the purpose, as the caller has given it
 *
 * Since: 1.0
 */
const char *
cadre_forecast_person_get_purpose (CadreForecastPerson *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_PERSON (self), NULL);

  return self->purpose;
}

/**
 * cadre_forecast_person_get_stamp:
 * @self: a #CadreForecastPerson
 *
 * Gets what has to stand wherever it is shown.
 *
 * Returns: (transfer none): an English sentence
 *
 * Since: 1.0
 */
const char *
cadre_forecast_person_get_stamp (CadreForecastPerson *self)
{
  g_return_val_if_fail (CADRE_IS_FORECAST_PERSON (self), NULL);

  return "This rests on the present proposal. No decision has been made.";
}

/* Whether one of a kind can stay: whether the others can fill all stops of the kind.
 * With only those stops, they have room for so many of the others. */
static CadreKernelStatus
can_stay (const CadreForecastGraph *graph,
          guint32 kind,
          const CadreKernelWatch *watch,
          gboolean *can)
{
  CadreKernelFlow flow = cadre_forecast_graph_flow (graph);
  g_autofree guint32 *supply = g_try_new (guint32, (gsize) graph->n_kinds + 1);
  g_autofree guint32 *room = g_try_new0 (guint32, (gsize) graph->n_stops + 1);
  g_autofree guint32 *amount = g_try_new (guint32, (gsize) graph->first[graph->n_kinds] + 1);
  g_autofree guint8 *reached = g_try_malloc ((gsize) graph->n_kinds + 1);
  guint64 n_room = 0;
  guint64 n_placed = 0;
  CadreKernelStatus status = CADRE_KERNEL_NO_MEMORY;

  if (supply == NULL || room == NULL || amount == NULL || reached == NULL)
    return status;
  for (guint32 i = 0; i < graph->n_kinds; i++)
    supply[i] = graph->supply[i] - (i == kind);
  for (guint32 e = graph->first[kind]; e < graph->first[kind + 1]; e++)
    {
      /* How many positions there are may be unknown: then there may be none. */
      room[graph->stop[e]] = graph->is_known[graph->stop[e]] ? graph->room[graph->stop[e]] : 0;
      n_room += room[graph->stop[e]];
    }
  flow.supply = supply;
  flow.room = room;
  status = cadre_kernel_flow_fill (&flow, amount, reached, &n_placed, watch);
  *can = n_placed == n_room;
  return status;
}

/* Nothing is sure of somebody of whom, or of whose rivals, something is to be
 * checked. */
static gboolean
is_certain (const CadreForecastGraph *graph, guint32 kind)
{
  for (guint32 e = graph->first[kind]; e < graph->first[kind + 1]; e++)
    if (!graph->is_certain[e])
      return FALSE;

  return TRUE;
}

static CadreKernelStatus
add_people (const CadreForecastGraph *graph,
            const CadreTables *tables,
            const char *purpose,
            GListStore *people,
            const CadreKernelWatch *watch)
{
  const CadreTable *table = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);
  CadreKernelStatus status = CADRE_KERNEL_DONE;

  for (guint32 kind = 0; kind < graph->n_kinds && status == CADRE_KERNEL_DONE; kind++)
    {
      gboolean can = TRUE;

      if (is_certain (graph, kind))
        status = can_stay (graph, kind, watch, &can);
      for (guint32 i = graph->first_person[kind];
           status == CADRE_KERNEL_DONE && i < graph->first_person[kind + 1]; i++)
        {
          g_autoptr (CadreForecastPerson) person = cadre_forecast_person_new (
            cadre_tables_text (tables, cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_ID,
                                                         graph->people[i])),
            !can, purpose);

          g_list_store_append (people, person);
        }
    }

  return status;
}

static int
compare_people (gconstpointer a, gconstpointer b, gpointer user_data)
{
  return g_strcmp0 (((const CadreForecastPerson *) a)->assignment,
                    ((const CadreForecastPerson *) b)->assignment);
}

gboolean
cadre_forecast_find_people (CadreForecast *self,
                            GListModel *groups,
                            const char *purpose,
                            GListStore *people,
                            GCancellable *cancellable,
                            GError **error)
{
  const CadreKernelWatch watch = cadre_bipartite_watch (cancellable);
  const CadreTables *tables =
    cadre_structure_get_tables (cadre_outcomes_get_before (cadre_forecast_get_outcomes (self)));
  const guint n = g_list_model_get_n_items (groups);
  CadreKernelStatus status = CADRE_KERNEL_DONE;

  for (guint i = 0; i < n && status == CADRE_KERNEL_DONE; i++)
    {
      g_autoptr (CadreForecastGroup) group = g_list_model_get_item (groups, i);

      status = add_people (cadre_forecast_group_get_graph (group), tables, purpose, people, &watch);
    }

  g_list_store_sort (people, compare_people, NULL);
  return cadre_bipartite_take_status (status, cancellable, error);
}
