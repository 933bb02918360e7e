/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "matching/bipartite/cadre-bipartite-private.h"
#include "matching/engine/cadre-engine-private.h"
#include "matching/forecast/cadre-forecast-private.h"

#include <stdlib.h>
#include <string.h>

/* That a person may be considered at a stop. */
typedef struct
{
  guint32 person; /* row of assignments before: the one that is counted */
  guint32 stop;
  guint8 is_certain;
} Prospect;

typedef struct
{
  guint32 fence;
  guint32 post; /* (nullable): row of posts after, of a stop of one post; else CADRE_NO_ROW */
  guint32 room;
  guint8 is_known;
} Stop;

/* The prospects of one person. */
typedef struct
{
  const Prospect *prospects;
  guint32 n;
  guint32 person;
} Person;

typedef struct
{
  CadreOutcomes *outcomes;
  CadreVector prospects;
  CadreVector stops;
  Person *people; /* in order of what they may be considered for */
  guint32 n_people;
  guint32 *kind_of; /* by kind: its first person; one more */
  guint32 n_kinds;
  guint32 *first; /* the graph of all kinds and stops */
  guint32 *stop;
} Builder;

static void
builder_clear (Builder *self)
{
  cadre_vector_clear (&self->prospects);
  cadre_vector_clear (&self->stops);
  g_free (self->people);
  g_free (self->kind_of);
  g_free (self->first);
  g_free (self->stop);
}

/* Whether an assignment waits for a limited competition or a selection. */
static gboolean
is_waiting (const CadreOutcomes *outcomes, guint32 assignment)
{
  const CadreOutcomeRow *row = NULL;

  if (assignment == CADRE_NO_ROW || outcomes->of_assignment[assignment] == CADRE_NO_ROW)
    return FALSE;
  row = &outcomes->rows[outcomes->of_assignment[assignment]];
  if (row->kind == CADRE_OUTCOME_KIND_RING_FENCED)
    return TRUE;

  for (guint32 i = 0; row->kind == CADRE_OUTCOME_KIND_UNRESOLVED && i < row->n_reasons; i++)
    if (outcomes->reasons[row->first_reason + i] == CADRE_REASON_POOL_SELECTION)
      return TRUE;

  return FALSE;
}

/* The first refusal of a post that is not of an assignment before a given one. */
static guint32
find_refusal (const CadreOutcomes *outcomes, guint32 post, guint32 assignment)
{
  guint32 first = 0;
  guint32 end = outcomes->n_refusals;

  while (first < end)
    {
      guint32 middle = first + (end - first) / 2;
      const CadreRefusal *row = &outcomes->refusals[middle];

      if (row->post < post || (row->post == post && row->assignment < assignment))
        first = middle + 1;
      else
        end = middle;
    }

  return first;
}

static gboolean
is_refused (const CadreOutcomes *outcomes, guint32 post, guint32 assignment)
{
  guint32 at = find_refusal (outcomes, post, assignment);

  return at < outcomes->n_refusals && outcomes->refusals[at].post == post &&
         outcomes->refusals[at].assignment == assignment;
}

static gboolean
has_refusals (const CadreOutcomes *outcomes, guint32 post)
{
  guint32 at = find_refusal (outcomes, post, 0);

  return at < outcomes->n_refusals && outcomes->refusals[at].post == post;
}

/* The positions of a post that are competed for. */
static void
count_room (const CadreOutcomes *outcomes, guint32 post, Stop *stop)
{
  for (guint32 i = outcomes->of_post[post]; i < outcomes->of_post[post + 1]; i++)
    {
      if (outcomes->rows[i].position == 0)
        stop->is_known = FALSE;
      else
        stop->room += outcomes->rows[i].kind == CADRE_OUTCOME_KIND_CONTESTED;
    }
}

static gboolean
add_stop (Builder *self, const Stop *stop)
{
  return (stop->room == 0 && stop->is_known) || cadre_vector_push (&self->stops, stop);
}

/* The posts of a ring-fence for which nobody has been turned down are one stop. */
static gboolean
add_stops (Builder *self, CadreRingFence *fence, guint32 number)
{
  const char *const *posts = cadre_ring_fence_get_posts (fence);
  Stop together = { number, CADRE_NO_ROW, 0, TRUE };
  gboolean ok = TRUE;

  if (cadre_ring_fence_is_selection_pool (fence))
    {
      together.room = cadre_ring_fence_get_n_open (fence);
      return add_stop (self, &together);
    }

  for (guint i = 0; ok && posts[i] != NULL; i++)
    {
      guint32 post = cadre_tables_find (cadre_structure_get_tables (self->outcomes->after),
                                        CADRE_RECORD_KIND_POST, posts[i]);
      Stop alone = { number, post, 0, TRUE };

      if (post == CADRE_NO_ROW)
        continue;
      if (!has_refusals (self->outcomes, post))
        {
          count_room (self->outcomes, post, &together);
          continue;
        }
      count_room (self->outcomes, post, &alone);
      ok = add_stop (self, &alone);
    }

  return ok && add_stop (self, &together);
}

/* The stops of a ring-fence from @first on, each with who is considered there. */
static gboolean
add_prospects (Builder *self, CadreRingFence *fence, gsize first)
{
  g_autoptr (GListModel) members = cadre_ring_fence_list_members (fence);
  const CadreTables *tables = cadre_structure_get_tables (self->outcomes->before);
  const Stop *stops = self->stops.data;
  const guint n = g_list_model_get_n_items (members);
  gboolean ok = TRUE;

  for (guint i = 0; ok && i < n; i++)
    {
      g_autoptr (CadreRingFenceMember) member = g_list_model_get_item (members, i);
      guint32 row = cadre_tables_find (tables, CADRE_RECORD_KIND_ASSIGNMENT,
                                       cadre_ring_fence_member_get_assignment (member));

      for (gsize j = first; is_waiting (self->outcomes, row) && ok && j < self->stops.n; j++)
        {
          Prospect prospect = { self->outcomes->counted[row], (guint32) j,
                                cadre_ring_fence_member_get_truth (member) == CADRE_TRUTH_TRUE };

          if (stops[j].post == CADRE_NO_ROW || !is_refused (self->outcomes, stops[j].post, row))
            ok = cadre_vector_push (&self->prospects, &prospect);
        }
    }

  return ok;
}

static gboolean
collect (Builder *self, GCancellable *cancellable, GError **error)
{
  GListModel *fences = G_LIST_MODEL (self->outcomes->ring_fences);
  const guint n = g_list_model_get_n_items (fences);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreRingFence) fence = g_list_model_get_item (fences, i);
      const gsize first = self->stops.n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!add_stops (self, fence, i) || !add_prospects (self, fence, first))
        return cadre_bipartite_no_memory (error);
    }

  return TRUE;
}

static int
compare_prospects (gconstpointer a, gconstpointer b)
{
  const Prospect *x = a;
  const Prospect *y = b;

  if (x->person != y->person)
    return x->person < y->person ? -1 : 1;
  return x->stop != y->stop ? (x->stop < y->stop ? -1 : 1) : y->is_certain - x->is_certain;
}

/* One for each person and stop: what one sharer of a position is certain of, the
 * others are. */
static void
unite_prospects (Builder *self)
{
  Prospect *rows = self->prospects.data;
  gsize n = 0;

  if (self->prospects.n > 0)
    qsort (rows, self->prospects.n, sizeof (Prospect), compare_prospects);
  for (gsize i = 0; i < self->prospects.n; i++)
    if (n == 0 || rows[n - 1].person != rows[i].person || rows[n - 1].stop != rows[i].stop)
      rows[n++] = rows[i];
  self->prospects.n = n;
}

/* What two people may be considered for. */
static int
compare_kinds (const Person *x, const Person *y)
{
  for (guint32 i = 0; i < MIN (x->n, y->n); i++)
    {
      const Prospect *a = &x->prospects[i];
      const Prospect *b = &y->prospects[i];

      if (a->stop != b->stop)
        return a->stop < b->stop ? -1 : 1;
      if (a->is_certain != b->is_certain)
        return b->is_certain - a->is_certain;
    }

  return x->n != y->n ? (x->n < y->n ? -1 : 1) : 0;
}

static int
compare_people (gconstpointer a, gconstpointer b)
{
  const Person *x = a;
  const Person *y = b;
  int order = compare_kinds (x, y);

  return order != 0 ? order : x->person < y->person ? -1 : x->person > y->person;
}

static gboolean
find_kinds (Builder *self)
{
  const Prospect *rows = self->prospects.data;
  const gsize n = self->prospects.n;

  self->people = g_try_new (Person, n + 1);
  self->kind_of = g_try_new (guint32, n + 1);
  if (self->people == NULL || self->kind_of == NULL)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    {
      if (i == 0 || rows[i - 1].person != rows[i].person)
        self->people[self->n_people++] = (Person){ rows + i, 0, rows[i].person };
      self->people[self->n_people - 1].n++;
    }
  if (self->n_people > 0)
    qsort (self->people, self->n_people, sizeof (Person), compare_people);
  for (guint32 i = 0; i < self->n_people; i++)
    if (i == 0 || compare_kinds (&self->people[i - 1], &self->people[i]) != 0)
      self->kind_of[self->n_kinds++] = i;
  self->kind_of[self->n_kinds] = self->n_people;
  return TRUE;
}

static gboolean
make_graph (Builder *self)
{
  guint32 n = 0;

  self->first = g_try_new (guint32, (gsize) self->n_kinds + 1);
  self->stop = g_try_new (guint32, self->prospects.n + 1);
  if (self->first == NULL || self->stop == NULL)
    return FALSE;

  for (guint32 kind = 0; kind < self->n_kinds; kind++)
    {
      const Person *person = &self->people[self->kind_of[kind]];

      self->first[kind] = n;
      for (guint32 i = 0; i < person->n; i++)
        self->stop[n++] = person->prospects[i].stop;
    }
  self->first[self->n_kinds] = n;
  return TRUE;
}

void
cadre_forecast_graph_free (CadreForecastGraph *self)
{
  if (self == NULL)
    return;
  g_free (self->first);
  g_free (self->stop);
  g_free (self->is_certain);
  g_free (self->supply);
  g_free (self->room);
  g_free (self->is_known);
  g_free (self->fence);
  g_free (self->first_person);
  g_free (self->people);
  g_free (self);
}

CadreKernelFlow
cadre_forecast_graph_flow (const CadreForecastGraph *self)
{
  return (CadreKernelFlow){ { self->n_kinds, self->n_stops, self->first, self->stop },
                            self->supply,
                            self->room };
}

/* How large each group is, before it is made. */
typedef struct
{
  guint32 n_kinds;
  guint32 n_stops;
  guint32 n_edges;
  guint32 n_people;
} Size;

static CadreForecastGraph *
new_graph (const Size *size)
{
  CadreForecastGraph *self = g_try_new0 (CadreForecastGraph, 1);

  if (self == NULL)
    return NULL;
  self->first = g_try_new0 (guint32, (gsize) size->n_kinds + 1);
  self->stop = g_try_new (guint32, (gsize) size->n_edges + 1);
  self->is_certain = g_try_malloc ((gsize) size->n_edges + 1);
  self->supply = g_try_new (guint32, (gsize) size->n_kinds + 1);
  self->room = g_try_new (guint32, (gsize) size->n_stops + 1);
  self->is_known = g_try_malloc ((gsize) size->n_stops + 1);
  self->fence = g_try_new (guint32, (gsize) size->n_stops + 1);
  self->first_person = g_try_new0 (guint32, (gsize) size->n_kinds + 1);
  self->people = g_try_new (guint32, (gsize) size->n_people + 1);
  if (self->first != NULL && self->stop != NULL && self->is_certain != NULL &&
      self->supply != NULL && self->room != NULL && self->is_known != NULL && self->fence != NULL &&
      self->first_person != NULL && self->people != NULL)
    return self;

  cadre_forecast_graph_free (self);
  return NULL;
}

static void
add_kind (Builder *self, CadreForecastGraph *graph, guint32 kind, const guint32 *number)
{
  const guint32 first = self->kind_of[kind];
  const guint32 n = self->kind_of[kind + 1] - first;
  guint32 edge = graph->first[graph->n_kinds];
  guint32 at = graph->first_person[graph->n_kinds];

  graph->supply[graph->n_kinds] = n;
  for (guint32 i = 0; i < n; i++)
    graph->people[at++] = self->people[first + i].person;
  for (guint32 i = 0; i < self->people[first].n; i++, edge++)
    {
      graph->stop[edge] = number[self->people[first].prospects[i].stop];
      graph->is_certain[edge] = self->people[first].prospects[i].is_certain;
    }
  graph->n_kinds++;
  graph->first[graph->n_kinds] = edge;
  graph->first_person[graph->n_kinds] = at;
}

/* Gives each group what is its own. @number takes the place of each stop in its
 * group. */
static void
fill_graphs (Builder *self,
             GPtrArray *graphs,
             const guint32 *group_of_kind,
             const guint32 *group_of_stop,
             guint32 *number)
{
  const Stop *stops = self->stops.data;

  for (guint32 i = 0; i < self->stops.n; i++)
    {
      CadreForecastGraph *graph =
        group_of_stop[i] != CADRE_NO_ROW ? g_ptr_array_index (graphs, group_of_stop[i]) : NULL;

      if (graph == NULL)
        continue;
      number[i] = graph->n_stops++;
      graph->fence[number[i]] = stops[i].fence;
      graph->room[number[i]] = stops[i].room;
      graph->is_known[number[i]] = stops[i].is_known;
    }
  for (guint32 kind = 0; kind < self->n_kinds; kind++)
    add_kind (self, g_ptr_array_index (graphs, group_of_kind[kind]), kind, number);
}

/* A stop of which it is not known how many positions it has may have one for
 * each of the group. */
static void
open_unknown_stops (CadreForecastGraph *graph)
{
  for (guint32 i = 0; i < graph->n_stops; i++)
    if (!graph->is_known[i])
      graph->room[i] = graph->first_person[graph->n_kinds];
}

/* Numbers the groups by their first stop; components without a kind are none. The
 * arrays come in with the components. */
static guint32
number_groups (Builder *self, guint32 *of_kind, guint32 *of_stop, guint32 *number)
{
  const guint32 n_stops = (guint32) self->stops.n;
  guint32 n = 0;

  memset (number, 0xff, ((gsize) self->n_kinds + n_stops) * sizeof (guint32));
  for (guint32 kind = 0; kind < self->n_kinds; kind++)
    number[of_kind[kind]] = 0;
  for (guint32 i = 0; i < n_stops; i++)
    if (number[of_stop[i]] == 0)
      number[of_stop[i]] = ++n;
  for (guint32 i = 0; i < n_stops; i++)
    of_stop[i] = number[of_stop[i]] != CADRE_NO_ROW ? number[of_stop[i]] - 1 : CADRE_NO_ROW;
  for (guint32 kind = 0; kind < self->n_kinds; kind++)
    of_kind[kind] = number[of_kind[kind]] - 1;
  return n;
}

static gboolean
add_graphs (Builder *self,
            GPtrArray *graphs,
            guint32 n,
            const guint32 *of_kind,
            const guint32 *of_stop)
{
  g_autofree Size *sizes = g_try_new0 (Size, (gsize) n + 1);

  if (sizes == NULL)
    return FALSE;

  for (guint32 i = 0; i < self->stops.n; i++)
    if (of_stop[i] != CADRE_NO_ROW)
      sizes[of_stop[i]].n_stops++;
  for (guint32 kind = 0; kind < self->n_kinds; kind++)
    {
      sizes[of_kind[kind]].n_kinds++;
      sizes[of_kind[kind]].n_edges += self->first[kind + 1] - self->first[kind];
      sizes[of_kind[kind]].n_people += self->kind_of[kind + 1] - self->kind_of[kind];
    }
  for (guint32 i = 0; i < n; i++)
    {
      CadreForecastGraph *graph = new_graph (&sizes[i]);

      if (graph == NULL)
        return FALSE;
      g_ptr_array_add (graphs, graph);
    }

  return TRUE;
}

static gboolean
split (Builder *self, GPtrArray *graphs)
{
  const gsize n = (gsize) self->n_kinds + self->stops.n;
  const CadreKernelGraph graph = { self->n_kinds, (guint32) self->stops.n, self->first,
                                   self->stop };
  g_autofree guint32 *of_kind = g_try_new (guint32, (gsize) self->n_kinds + 1);
  g_autofree guint32 *of_stop = g_try_new (guint32, self->stops.n + 1);
  g_autofree guint32 *number = g_try_new (guint32, n + 1);
  guint32 n_groups = 0;

  if (of_kind == NULL || of_stop == NULL || number == NULL ||
      cadre_kernel_components (&graph, of_kind, of_stop, &n_groups, NULL) != CADRE_KERNEL_DONE)
    return FALSE;

  n_groups = number_groups (self, of_kind, of_stop, number);
  if (!add_graphs (self, graphs, n_groups, of_kind, of_stop))
    return FALSE;
  fill_graphs (self, graphs, of_kind, of_stop, number);
  for (guint32 i = 0; i < n_groups; i++)
    open_unknown_stops (g_ptr_array_index (graphs, i));
  return TRUE;
}

GPtrArray *
cadre_forecast_graphs_new (CadreOutcomes *outcomes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) graphs =
    g_ptr_array_new_with_free_func ((GDestroyNotify) cadre_forecast_graph_free);
  Builder builder = { .outcomes = outcomes,
                      .prospects = CADRE_VECTOR_INIT (Prospect),
                      .stops = CADRE_VECTOR_INIT (Stop) };
  gboolean ok = collect (&builder, cancellable, error);

  if (ok)
    {
      unite_prospects (&builder);
      ok = (find_kinds (&builder) && make_graph (&builder) && split (&builder, graphs)) ||
           cadre_bipartite_no_memory (error);
    }

  builder_clear (&builder);
  return ok ? g_steal_pointer (&graphs) : NULL;
}
