/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which of several posts of one title is meant: the one in that unit, or of that id. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

#include <stdlib.h>

/* What the unit of a post is called; 0 without one. */
static guint32
get_unit_name (const CadreTables *tables, guint32 post)
{
  const CadreTable *units = cadre_tables_get (tables, CADRE_RECORD_KIND_UNIT);
  const guint32 unit = cadre_events_unit_of (tables, post);
  const guint32 name =
    unit != CADRE_NO_ROW ? cadre_table_code (units, CADRE_FIELD_UNIT_NAME, unit) : 0;

  return name == 0 && unit != CADRE_NO_ROW ? cadre_table_code (units, CADRE_FIELD_UNIT_ID, unit)
                                           : name;
}

static guint64
get_place (const CadreTables *tables, guint32 post)
{
  const guint32 title = cadre_table_code (cadre_tables_get (tables, CADRE_RECORD_KIND_POST),
                                          CADRE_FIELD_POST_TITLE, post);

  return (guint64) title << 32 | get_unit_name (tables, post);
}

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const guint64 x = *(const guint64 *) a;
  const guint64 y = *(const guint64 *) b;

  return x < y ? -1 : x > y;
}

static void
count_titles (CadreEventTitles *self, const CadreTables *tables)
{
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);

  for (guint32 post = 0; post < posts->n_rows; post++)
    {
      const guint32 title = cadre_table_code (posts, CADRE_FIELD_POST_TITLE, post);

      self->n_titled[title] = (guint8) MIN (self->n_titled[title] + 1, 2);
    }
}

gboolean
cadre_event_titles_init (CadreEventTitles *self, const CadreTables *tables)
{
  self->n_titled = g_try_malloc0 (cadre_string_table_size (tables->strings));
  if (self->n_titled == NULL)
    return FALSE;

  count_titles (self, tables);
  return TRUE;
}

void
cadre_event_titles_clear (CadreEventTitles *self)
{
  g_clear_pointer (&self->n_titled, g_free);
  g_clear_pointer (&self->places, g_free);
}

/* NULL for want of memory. */
static guint64 *
list_places (const CadreEventTitles *self, const CadreTables *tables)
{
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  guint64 *places = g_try_new (guint64, (gsize) posts->n_rows + 1);
  gsize n = 0;

  if (places == NULL)
    return NULL;

  for (guint32 post = 0; post < posts->n_rows; post++)
    {
      const guint64 place = get_place (tables, post);

      if (place >> 32 != 0 && self->n_titled[place >> 32] > 1)
        places[++n] = place;
    }

  qsort (places + 1, n, sizeof (guint64), compare_places);
  places[0] = n;
  return places;
}

/* Most lists are never asked for one. Whichever thread asks first makes them for all. */
static const guint64 *
get_places (CadreEventTitles *self, const CadreTables *tables)
{
  guint64 *places = g_atomic_pointer_get (&self->places);

  if (places != NULL)
    return places;

  places = list_places (self, tables);
  if (places == NULL || g_atomic_pointer_compare_and_exchange (&self->places, NULL, places))
    return places;

  g_free (places);
  return g_atomic_pointer_get (&self->places);
}

/* Whether no other post of that title is in a unit of that name. */
static gboolean
is_alone (CadreEventTitles *self, const CadreTables *tables, guint64 place)
{
  const guint64 *places = get_places (self, tables);
  const gsize n = places != NULL ? (gsize) places[0] : 0;
  const guint64 *found =
    n > 0 ? bsearch (&place, places + 1, n, sizeof (guint64), compare_places) : NULL;
  const gsize at = found != NULL ? (gsize) (found - places) : 0;

  return found != NULL && (at == 1 || places[at - 1] != place) &&
         (at == n || places[at + 1] != place);
}

const char *
cadre_event_titles_get_note (CadreEventTitles *self, const CadreTables *tables, guint32 post)
{
  guint64 place = 0;

  if (post == CADRE_NO_ROW)
    return NULL;

  place = get_place (tables, post);
  if (place >> 32 == 0 || self->n_titled[place >> 32] < 2)
    return NULL;

  return (guint32) place != 0 && is_alone (self, tables, place)
           ? cadre_tables_text (tables, (guint32) place)
           : cadre_tables_id (tables, CADRE_RECORD_KIND_POST, post);
}
