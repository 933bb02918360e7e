/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* From one employer to another.
 *
 * By which route a person gets there is never inferred: it is advised on, and
 * stated in the log. Where it is not, whatever rests on it is open. */

#include "config.h"

#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-run-private.h"

guint32
cadre_run_employer_of (const CadreRun *self, guint32 post)
{
  const CadreSide *after = &self->engine->sides[CADRE_AFTER];

  return cadre_side_code (after, cadre_table_code (cadre_tables_get (after->tables,
                                                                     CADRE_RECORD_KIND_POST),
                                                   CADRE_FIELD_POST_EMPLOYER, post));
}

gboolean
cadre_run_is_abroad (const CadreRun *self, guint32 assignment, guint32 post)
{
  guint32 employer = cadre_run_employer_of (self, post);

  return employer > CADRE_STRING_NONE && self->engine->employer[assignment] > CADRE_STRING_NONE &&
         employer != self->engine->employer[assignment];
}

gboolean
cadre_run_has_route (const CadreRun *self, guint32 assignment, guint32 post)
{
  guint32 n = 0;
  const guint32 *rows = cadre_run_fellows (self, assignment, &n);

  /* Sharers of a position go together, or not at all. */
  for (guint32 i = 0; i < n; i++)
    if (self->engine->share[rows[i]] == self->engine->share[assignment] &&
        cadre_process_find_route (self->engine, rows[i], post) == NULL)
      return FALSE;

  return cadre_process_find_route (self->engine, assignment, post) != NULL;
}

gboolean
cadre_run_note_route (CadreRun *self, guint32 assignment, guint32 post)
{
  if (!cadre_run_is_abroad (self, assignment, post))
    return TRUE;
  if (cadre_run_has_route (self, assignment, post))
    return cadre_run_note (self, assignment, CADRE_REASON_ROUTE_STATED);

  cadre_run_report_assignment (self, assignment, "matching.route.none",
                               "Somebody gets a post of another employer, and the case does not "
                               "say by which route");
  return cadre_run_note (self, assignment, CADRE_REASON_ROUTE_NONE);
}
