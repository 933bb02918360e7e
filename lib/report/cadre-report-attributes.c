/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "report/cadre-report-figures-private.h"

#include <string.h>

#define MOST_VALUES 12 /* an attribute with more is not one that sorts posts */

typedef struct
{
  const char *name;
  const char *text;
  guint32 post;
} Attribute;

static int
compare_attributes (gconstpointer a, gconstpointer b)
{
  const Attribute *first = a;
  const Attribute *second = b;
  int order = strcmp (first->name, second->name);

  if (order == 0)
    order = strcmp (first->text, second->text);
  if (order == 0)
    order = (first->post > second->post) - (first->post < second->post);

  return order;
}

/* The attributes of the posts that are in totals, in order. */
static GArray *
list_attributes (const CadreView *view)
{
  const CadreTable *posts = cadre_tables_get (view->tables, CADRE_RECORD_KIND_POST);
  GArray *found = g_array_new (FALSE, FALSE, sizeof (Attribute));

  for (guint32 post = 0; post < posts->n_rows; post++)
    {
      guint n = 0;
      const guint32 *codes =
        cadre_tables_list (view->tables,
                           cadre_table_code (posts, CADRE_FIELD_POST_ATTRIBUTES, post), &n);

      if (!cadre_view_is_in_totals (view, post))
        continue;
      for (guint i = 0; i + 1 < n; i += 2)
        {
          Attribute attribute = { cadre_tables_text (view->tables, codes[i]),
                                  cadre_tables_text (view->tables, codes[i + 1]), post };

          g_array_append_val (found, attribute);
        }
    }
  g_array_sort (found, compare_attributes);

  return found;
}

static const Attribute *
get (const GArray *attributes, guint i)
{
  return &g_array_index (attributes, Attribute, i);
}

/* How many attributes from @start on have its name; how many values they have. */
static guint
measure_name (const GArray *attributes, guint start, guint *n_values)
{
  guint n = 0;

  *n_values = 0;
  for (guint i = start; i < attributes->len; i++, n++)
    {
      if (strcmp (get (attributes, i)->name, get (attributes, start)->name) != 0)
        break;
      *n_values +=
        i == start || strcmp (get (attributes, i)->text, get (attributes, i - 1)->text) != 0;
    }

  return n;
}

static void
add_value (CadreReport *report,
           const CadreView *view,
           const GArray *attributes,
           guint start,
           guint n)
{
  const CadreTable *posts = cadre_tables_get (view->tables, CADRE_RECORD_KIND_POST);
  CadreTally positions = { 0 };

  for (guint i = start; i < start + n; i++)
    cadre_tally_add (&positions, cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT,
                                                      get (attributes, i)->post));
  cadre_report_add_item (report,
                         g_strdup_printf ("%s: %s", get (attributes, start)->name,
                                          get (attributes, start)->text),
                         NULL);
  cadre_report_add_number (report, n, NULL);
  cadre_report_add_item (report, cadre_tally_text (report->catalogue, &positions), NULL);
  cadre_report_set_exact_tally (report, &positions);
}

static void
add_values (CadreReport *report,
            const CadreView *view,
            const GArray *attributes,
            guint start,
            guint n)
{
  guint n_same = 0;

  for (guint i = start; i < start + n; i += n_same)
    {
      for (n_same = 1; i + n_same < start + n; n_same++)
        if (strcmp (get (attributes, i)->text, get (attributes, i + n_same)->text) != 0)
          break;
      add_value (report, view, attributes, i, n_same);
    }
}

void
cadre_report_add_attribute_counts (CadreReport *self, const CadreView *view)
{
  g_autoptr (GArray) attributes = list_attributes (view);
  gboolean begun = FALSE;
  guint n = 0;

  for (guint i = 0; i < attributes->len; i += n)
    {
      guint n_values = 0;

      n = measure_name (attributes, i, &n_values);
      if (n_values > MOST_VALUES || n_values * 2 > n)
        continue;
      if (!begun)
        {
          cadre_report_begin_table (self, cadre_say (self->catalogue, "attributes.caption"));
          cadre_report_add_said_column (self, "column.what", CADRE_ALIGNMENT_START);
          cadre_report_add_said_column (self, "column.posts", CADRE_ALIGNMENT_END);
          cadre_report_add_said_column (self, "column.positions", CADRE_ALIGNMENT_END);
        }
      begun = TRUE;
      add_values (self, view, attributes, i, n);
    }
}
