/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Where the posts of each unit go. */

#include "config.h"

#include "report/cadre-report-diff-private.h"

/* Posts that are in one unit before and in one after. Units are told by the
 * places where they stand in their trees; no unit stands behind all. */
typedef struct
{
  guint32 before; /* NOWHERE: the posts are new; MADE: of others */
  guint32 after;  /* NOWHERE: the posts go; MADE: they are merged or split */
  guint n_posts;
} Flow;

#define NOWHERE G_MAXUINT32
#define MADE (G_MAXUINT32 - 1)
#define NO_UNIT (G_MAXUINT32 - 2)

/* By row of a unit: where it stands in the tree. */
static guint32 *
number_units (const CadreView *view)
{
  guint32 *places = g_new (guint32, (gsize) view->index->n_units + 1);

  for (guint32 i = 0; i < view->index->n_units; i++)
    places[view->index->unit_walk[i]] = i;

  return places;
}

/* Posts of others and deferred ones are in no figure; a pooled row is not a post. */
static gboolean
is_counted (const CadreView *view, guint32 post)
{
  return cadre_view_is_in_totals (view, post) && !cadre_view_is_pooled (view, post);
}

/* Nor is one that is deferred after in any before. */
static gboolean
is_counted_before (const CadreComparison *self, guint32 post)
{
  const char *id = cadre_tables_id (self->before->tables, CADRE_RECORD_KIND_POST, post);

  return is_counted (self->before, post) &&
         (id == NULL ||
          cadre_diff_get_status_before (self->diff, id) != CADRE_POST_STATUS_DEFERRED);
}

/* Of several posts with one id only the first is found by it: none of the others is new where
 * that goes on. */
static gboolean
is_new (const CadreComparison *self, const guint8 *is_same, guint32 post)
{
  const char *id = cadre_tables_id (self->after->tables, CADRE_RECORD_KIND_POST, post);
  const guint32 first =
    id != NULL ? cadre_tables_find (self->after->tables, CADRE_RECORD_KIND_POST, id) : post;

  return !is_same[post] && (first >= self->after->index->n_posts || !is_same[first]);
}

static guint32
place_of (const CadreView *view, const guint32 *places, guint32 post)
{
  guint32 unit = cadre_table_reference (cadre_tables_get (view->tables, CADRE_RECORD_KIND_POST),
                                        CADRE_FIELD_POST_UNIT, post);

  return unit < view->index->n_units ? places[unit] : NO_UNIT;
}

static void
add_flow (GArray *flows, guint32 before, guint32 after)
{
  const Flow flow = { before, after, 1 };

  g_array_append_val (flows, flow);
}

static guint32
find_end (const CadreComparison *self, const guint32 *places, guint32 before, guint32 after)
{
  if (after != CADRE_NO_ROW)
    return place_of (self->after, places, after);

  return cadre_comparison_made_into (self, before) != CADRE_LINEAGE_KIND_UNKNOWN ? MADE : NOWHERE;
}

static guint32
find_start (const CadreComparison *self, guint32 after)
{
  return cadre_comparison_made_of (self, after) != CADRE_LINEAGE_KIND_UNKNOWN ? MADE : NOWHERE;
}

/* One flow a post. */
static GArray *
list_posts (const CadreComparison *self)
{
  g_autofree guint32 *places_before = number_units (self->before);
  g_autofree guint32 *places_after = number_units (self->after);
  g_autofree guint8 *is_same = g_new0 (guint8, (gsize) self->after->index->n_posts + 1);
  GArray *flows = g_array_new (FALSE, FALSE, sizeof (Flow));

  for (guint32 post = 0; post < self->before->index->n_posts; post++)
    {
      guint32 after = cadre_comparison_find_after (self, post);

      if (after != CADRE_NO_ROW)
        is_same[after] = TRUE;
      if (is_counted_before (self, post))
        add_flow (flows, place_of (self->before, places_before, post),
                  find_end (self, places_after, post, after));
    }
  for (guint32 post = 0; post < self->after->index->n_posts; post++)
    if (is_new (self, is_same, post) && is_counted (self->after, post))
      add_flow (flows, find_start (self, post), place_of (self->after, places_after, post));

  return flows;
}

static int
compare_flows (gconstpointer a, gconstpointer b)
{
  const Flow *x = a;
  const Flow *y = b;

  if (x->before != y->before)
    return x->before < y->before ? -1 : 1;
  if (x->after != y->after)
    return x->after < y->after ? -1 : 1;

  return 0;
}

/* Adds up the flows that are between the same two units. */
static GArray *
add_up (GArray *posts)
{
  GArray *flows = g_array_new (FALSE, FALSE, sizeof (Flow));

  g_array_sort (posts, compare_flows);
  for (guint i = 0; i < posts->len; i++)
    {
      const Flow *flow = &g_array_index (posts, Flow, i);
      Flow *last = flows->len > 0 ? &g_array_index (flows, Flow, flows->len - 1) : NULL;

      if (last != NULL && compare_flows (last, flow) == 0)
        last->n_posts++;
      else
        g_array_append_val (flows, *flow);
    }

  return flows;
}

/* Whether all posts of a unit go on in it. */
static gboolean
is_still (const CadreComparison *self, const Flow *flow)
{
  const CadreIndex *before = self->before->index;
  const CadreIndex *after = self->after->index;

  if (flow->before >= before->n_units || flow->after >= after->n_units)
    return flow->before == flow->after;

  return g_strcmp0 (cadre_tables_id (self->before->tables, CADRE_RECORD_KIND_UNIT,
                                     before->unit_walk[flow->before]),
                    cadre_tables_id (self->after->tables, CADRE_RECORD_KIND_UNIT,
                                     after->unit_walk[flow->after])) == 0;
}

/* With one unit, or where nothing leaves any, there is nothing to tell. */
static gboolean
is_told (const CadreComparison *self, GArray *flows)
{
  if (self->before->index->n_units < 2 && self->after->index->n_units < 2)
    return FALSE;

  for (guint i = 0; i < flows->len; i++)
    if (!is_still (self, &g_array_index (flows, Flow, i)))
      return TRUE;

  return FALSE;
}

static void
add_unit (CadreReport *report,
          const CadreView *view,
          guint32 place,
          const char *nowhere,
          const char *made)
{
  g_autofree char *subject = NULL;
  guint32 unit = 0;

  if (place >= view->index->n_units)
    {
      cadre_report_add_item (report,
                             cadre_say (report->catalogue, place == NOWHERE ? nowhere
                                                           : place == MADE  ? made
                                                                            : "flow.no-unit"),
                             NULL);
      return;
    }

  unit = view->index->unit_walk[place];
  subject = cadre_view_subject (view, CADRE_RECORD_KIND_UNIT, unit);
  cadre_report_add_item (report, cadre_view_name (view, CADRE_RECORD_KIND_UNIT, unit), subject);
}

void
cadre_report_add_flows (CadreReport *self, const CadreComparison *comparison)
{
  g_autoptr (GArray) posts = list_posts (comparison);
  g_autoptr (GArray) flows = add_up (posts);

  if (!is_told (comparison, flows))
    return;

  cadre_report_begin_said_section (self, "flows");
  cadre_report_add_said_paragraph (self, "flow.how-to-read");
  cadre_report_begin_table (self, NULL);
  cadre_report_add_said_column (self, "column.unit-before", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (self, "column.unit-after", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (self, "column.posts", CADRE_ALIGNMENT_END);
  for (guint i = 0; i < flows->len; i++)
    {
      const Flow *flow = &g_array_index (flows, Flow, i);

      add_unit (self, comparison->before, flow->before, "flow.created", "flow.made-of");
      add_unit (self, comparison->after, flow->after, "flow.deleted", "flow.made-into");
      cadre_report_add_number (self, flow->n_posts, NULL);
    }
}
