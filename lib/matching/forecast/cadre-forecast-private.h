/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a forecast goes by. People who may be considered for the same posts are
 * one kind; posts of one ring-fence for which the same people may be considered
 * are one stop. What hangs together is a group. */

#pragma once

#include "kernel/cadre-flow-private.h"
#include "matching/cadre-outcomes-private.h"
#include <cadre/cadre-forecast.h>

G_BEGIN_DECLS

/* The numbers of one group. Kinds and stops are numbered within it. */
typedef struct
{
  guint32 n_kinds;
  guint32 n_stops;
  guint32 *first;        /* by kind; one more: its edges */
  guint32 *stop;         /* by edge */
  guint8 *is_certain;    /* by edge: the prior consideration is confirmed */
  guint32 *supply;       /* by kind: people */
  guint32 *room;         /* by stop: positions; of one that is not known, as many as people */
  guint8 *is_known;      /* by stop: how many positions */
  guint32 *fence;        /* by stop: the place of its ring-fence in the list */
  guint32 *first_person; /* by kind; one more */
  guint32 *people;       /* rows of assignments before */
} CadreForecastGraph;

struct _CadreForecastGroup
{
  GObject parent_instance;

  CadreForecastGraph *graph;
  char **ring_fences;
  char **short_ring_fences;
  guint32 *amount; /* by edge: of a sharing-out that places most */
  guint8 *reached; /* by kind */
  guint64 n_placed;
  guint n_people;
  guint n_to_be_checked;
  int n_positions;
  guint least_certain;
  guint most;
  guint most_found;
  guint n_short_people;
  guint n_short_positions;
  guint n_draws;
  guint64 n_drawn; /* displaced, summed over the draws */
  guint least_drawn;
  guint most_drawn;
};

/* All groups, in the order of their first ring-fence; %NULL with @error set. */
GPtrArray *
cadre_forecast_graphs_new (CadreOutcomes *outcomes, GCancellable *cancellable, GError **error);
void cadre_forecast_graph_free (CadreForecastGraph *self);
CadreKernelFlow cadre_forecast_graph_flow (const CadreForecastGraph *self);

CadreForecastGroup *cadre_forecast_group_new_take (CadreForecastGraph *graph,
                                                   GListModel *ring_fences,
                                                   GCancellable *cancellable,
                                                   GError **error);
const CadreForecastGraph *cadre_forecast_group_get_graph (CadreForecastGroup *self);
const guint8 *cadre_forecast_group_get_reached (CadreForecastGroup *self);
gboolean cadre_forecast_group_simulate (CadreForecastGroup *self,
                                        CadreKernelRandom *random,
                                        guint n_draws,
                                        GCancellable *cancellable,
                                        GError **error);

CadreForecastChange *cadre_forecast_change_new (CadreForecastChangeKind kind,
                                                char **ring_fences,
                                                const char *people_of,
                                                guint n_fewer);
/* Appends the changes that help a group; in a file of their own. */
gboolean cadre_forecast_find_changes (GListModel *groups,
                                      GListModel *ring_fences,
                                      GListStore *changes,
                                      GCancellable *cancellable,
                                      GError **error);

CadreForecastPerson *
cadre_forecast_person_new (const char *assignment, gboolean is_placed_surely, const char *purpose);
gboolean cadre_forecast_find_people (CadreForecast *self,
                                     GListModel *groups,
                                     const char *purpose,
                                     GListStore *people,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
