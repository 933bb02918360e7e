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
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);

  self->n_titled = g_try_malloc0 (cadre_string_table_size (tables->strings));
  self->places = g_try_new (guint64, (gsize) posts->n_rows + 1);
  if (self->n_titled == NULL || self->places == NULL)
    return FALSE;

  count_titles (self, tables);
  for (guint32 post = 0; post < posts->n_rows; post++)
    {
      const guint64 place = get_place (tables, post);

      if (place >> 32 != 0 && self->n_titled[place >> 32] > 1)
        self->places[self->n_places++] = place;
    }

  qsort (self->places, self->n_places, sizeof (guint64), compare_places);
  return TRUE;
}

void
cadre_event_titles_clear (CadreEventTitles *self)
{
  g_clear_pointer (&self->n_titled, g_free);
  g_clear_pointer (&self->places, g_free);
}

/* Whether no other post of that title is in a unit of that name. */
static gboolean
is_alone (const CadreEventTitles *self, guint64 place)
{
  const guint64 *found =
    bsearch (&place, self->places, self->n_places, sizeof (guint64), compare_places);
  const gsize at = found != NULL ? (gsize) (found - self->places) : 0;

  return found != NULL && (at == 0 || self->places[at - 1] != place) &&
         (at + 1 == self->n_places || self->places[at + 1] != place);
}

const char *
cadre_event_titles_get_note (const CadreEventTitles *self, const CadreTables *tables, guint32 post)
{
  guint64 place = 0;

  if (post == CADRE_NO_ROW)
    return NULL;

  place = get_place (tables, post);
  if (place >> 32 == 0 || self->n_titled[place >> 32] < 2)
    return NULL;

  return (guint32) place != 0 && is_alone (self, place)
           ? cadre_tables_text (tables, (guint32) place)
           : cadre_tables_id (tables, CADRE_RECORD_KIND_POST, post);
}
