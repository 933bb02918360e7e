/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What became of a function in a role is one event: those who lost it and those
 * who gained it. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

static const CadreTable *
get_table (const CadreTables *tables)
{
  return cadre_tables_get (tables, CADRE_RECORD_KIND_RESPONSIBILITY);
}

static gboolean
is_of_function (const CadreDifference *difference)
{
  const CadreChangeKind kind = cadre_difference_kind (difference);

  return kind >= CADRE_CHANGE_KIND_FUNCTION_TRANSFERRED &&
         kind <= CADRE_CHANGE_KIND_FUNCTION_CHANGED;
}

/* The function, as texts are counted after, or beyond them where only the
 * structure before has its id; 0 where none is named. */
static guint64
get_function (const CadreSides *sides, const CadreDifference *difference)
{
  const guint32 n_codes = cadre_string_table_size (sides->after->strings);
  guint32 code = 0;

  if (difference->after != CADRE_NO_ROW)
    return cadre_table_code (get_table (sides->after), CADRE_FIELD_RESPONSIBILITY_FUNCTION_ID,
                             difference->after);

  code = cadre_table_code (get_table (sides->before), CADRE_FIELD_RESPONSIBILITY_FUNCTION_ID,
                           difference->before);
  return sides->codes[code] < n_codes ? sides->codes[code] : (guint64) n_codes + code;
}

static int
get_role (const CadreSides *sides, const CadreDifference *difference)
{
  return difference->after != CADRE_NO_ROW
           ? cadre_table_word (get_table (sides->after), CADRE_FIELD_RESPONSIBILITY_ROLE,
                               difference->after)
           : cadre_table_word (get_table (sides->before), CADRE_FIELD_RESPONSIBILITY_ROLE,
                               difference->before);
}

static guint32
find_function (const CadreTables *tables, guint32 row)
{
  const guint32 found =
    row != CADRE_NO_ROW
      ? cadre_table_reference (get_table (tables), CADRE_FIELD_RESPONSIBILITY_FUNCTION_ID, row)
      : CADRE_NO_ROW;

  return found < CADRE_AMBIGUOUS_ROW ? found : CADRE_NO_ROW;
}

/* Fills in the function of a lost or gained row; a loss says more than a gain. */
static void
describe (CadreEvents *self, CadreEvent *event, const CadreCandidate *candidates, guint32 n)
{
  const CadreSides *sides = &self->diff->sides;
  guint8 kind = CADRE_CHANGE_EVENT_KIND_FUNCTION_CHANGED;

  for (guint32 i = 0; i < n; i++)
    {
      const CadreDifference *difference = &self->diff->differences[candidates[i].index];

      kind = MIN (kind, (guint8) cadre_event_kind_of_change (difference));
      if (event->before == CADRE_NO_ROW)
        event->before = find_function (sides->before, difference->before);
      if (event->after == CADRE_NO_ROW)
        event->after = find_function (sides->after, difference->after);
    }

  event->kind = kind;
}

gboolean
cadre_events_take_functions (CadreEvents *self)
{
  const CadreSides *sides = &self->diff->sides;
  g_autofree CadreCandidate *candidates = NULL;
  gsize n_all = 0;
  guint32 n = 0;

  for (guint kind = CADRE_CHANGE_KIND_FUNCTION_TRANSFERRED;
       kind <= CADRE_CHANGE_KIND_FUNCTION_CHANGED; kind++)
    n_all += self->diff->counts[kind];
  candidates = g_try_new0 (CadreCandidate, n_all + 1);
  if (candidates == NULL)
    return FALSE;

  for (guint32 i = 0; i < self->diff->n_differences; i++)
    if (is_of_function (&self->diff->differences[i]) && cadre_events_is_free (self, i))
      {
        candidates[n].index = i;
        candidates[n].key = get_function (sides, &self->diff->differences[i]);
        candidates[n].place = (guint64) get_role (sides, &self->diff->differences[i]);
        n++;
      }

  cadre_candidates_sort (candidates, n);
  for (guint32 i = 0, run = 0; i < n; i += run)
    {
      const guint32 event = cadre_events_add (self, CADRE_CHANGE_EVENT_KIND_FUNCTION_CHANGED,
                                              CADRE_RECORD_KIND_FUNCTION);

      run = cadre_candidates_run (candidates + i, n - i);
      if (event == CADRE_NO_EVENT)
        return FALSE;
      describe (self, &self->events[event], candidates + i, run);
      cadre_events_take (self, candidates + i, run, event);
    }

  return TRUE;
}
