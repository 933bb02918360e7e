/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* By when a question has to be settled, where the case has a day for it.
 *
 * A question about something that runs, a trial, a release on condition of a
 * consultation, or a fixed term, is due when that ends. Any other is due when the stage of
 * its outcome closes, when the notice of the person ends or, where a right leaves
 * it open, when that right ends: whichever comes first. A day that is known to the month
 * or the year only counts as its last. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "matching/cadre-case-private.h"
#include "matching/explain/cadre-explain-private.h"

#include <string.h>

/* What runs, and the fact that says until when. */
static const struct
{
  const char *prefix; /* of the codes of the questions */
  const char *fact;
} clocks[] = {
  { "trial.", "trial-ends" },
  { "release.conditional", "conditional-until" },
  { "fixed-term.", "ends" },
};

static guint32
read_fact (CadreOutcome *outcome, const char *name)
{
  const char *text = cadre_outcome_get_fact (outcome, name);
  guint32 day = CADRE_PACKED_DATE_OPEN;

  /* A fact says in words that a day is not known. */
  if (text == NULL || !cadre_packed_date_parse (text, strlen (text), &day, NULL))
    return CADRE_PACKED_DATE_OPEN;

  return day;
}

static guint32
find_clock (CadreOutcome *outcome, const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (clocks); i++)
    if (g_str_has_prefix (code, clocks[i].prefix))
      return read_fact (outcome, clocks[i].fact);

  return CADRE_PACKED_DATE_OPEN;
}

guint32
cadre_due_earlier (guint32 a, guint32 b)
{
  if (!cadre_packed_date_is_known (a) || !cadre_packed_date_is_known (b))
    return cadre_packed_date_is_known (a) ? a : b;

  return cadre_packed_date_last_day (b) < cadre_packed_date_last_day (a) ? b : a;
}

guint32
cadre_due_find (CadreCase *source, CadreOutcome *outcome, const char *code)
{
  const guint stage = outcome->row.stage;
  guint32 day = find_clock (outcome, code);

  if (cadre_packed_date_is_known (day))
    return day;

  day = read_fact (outcome, "notice-ends");
  if (source != NULL && stage < G_N_ELEMENTS (source->cut_offs))
    day = cadre_due_earlier (day, cadre_date_pack (source->cut_offs[stage]));
  if (g_str_has_prefix (code, "duty."))
    day = cadre_due_earlier (day, outcome->row.duty_ends);

  return day;
}

/* When the trial ends that keeps somebody in a position of a post. */
guint32
cadre_due_find_trial (CadreOutcome *outcome, const char *post)
{
  return g_strcmp0 (cadre_outcome_get_post_after (outcome), post) == 0
           ? read_fact (outcome, "trial-ends")
           : CADRE_PACKED_DATE_OPEN;
}
