/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* By what people decide, held to what the policy permits.
 *
 * The library selects nobody. Where an event says by what somebody was selected, or
 * a volunteer accepted or refused, each word of it has to be one that the policy
 * names: a criterion, or a tie-break, and none that is barred. A policy that names
 * none permits whatever it does not bar. */

#include "config.h"

#include "matching/cadre-log-private.h"
#include "matching/engine/cadre-process-private.h"

gboolean
cadre_process_take_criteria (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  CadreCriteriaRow row = { CADRE_NO_ROW, CADRE_NO_ROW, entry, NULL };
  g_autofree char *words = event->criteria != NULL ? g_strjoinv (", ", event->criteria) : NULL;

  if (words == NULL || *words == '\0')
    return TRUE;

  row.words = cadre_engine_keep (self, words);
  if (event->post != NULL && event->kind != CADRE_LOG_KIND_VOLUNTEER_ACCEPTED)
    row.post = cadre_side_find (&self->sides[CADRE_AFTER], CADRE_RECORD_KIND_POST, event->post);
  row.assignment = event->assignment != NULL
                     ? cadre_side_find (&self->sides[CADRE_BEFORE], CADRE_RECORD_KIND_ASSIGNMENT,
                                        event->assignment)
                     : cadre_process_find_volunteer (self, event->about);

  return row.assignment == CADRE_NO_ROW || cadre_vector_push (&self->process->decided_by, &row);
}

static CadrePolicy *
find_policy (const CadreEngine *self, const CadreCriteriaRow *row, CadreParameter parameter)
{
  if (row->post != CADRE_NO_ROW)
    return cadre_engine_policy_of_post (self, parameter, row->post);

  return self->policy[row->assignment] >= 0 ? self->policies[self->policy[row->assignment]] : NULL;
}

/* Whether a parameter of the policy that binds names a word. */
static gboolean
names (const CadreEngine *self,
       const CadreCriteriaRow *row,
       CadreParameter parameter,
       const char *word)
{
  CadrePolicy *policy = find_policy (self, row, parameter);

  return policy != NULL &&
         cadre_policy_has_word (policy, cadre_parameter_spec (parameter)->name, word);
}

static gboolean
is_permitted (const CadreEngine *self, const CadreCriteriaRow *row, const char *word)
{
  if (row->post == CADRE_NO_ROW)
    return names (self, row, CADRE_PARAMETER_VOLUNTARY_CRITERIA, word) ||
           names (self, row, CADRE_PARAMETER_VOLUNTARY_CRITERIA, "none");
  if (names (self, row, CADRE_PARAMETER_SELECTION_CRITERIA, word) ||
      names (self, row, CADRE_PARAMETER_SELECTION_TIE_BREAKS, word))
    return TRUE;

  return names (self, row, CADRE_PARAMETER_SELECTION_CRITERIA, "none") &&
         !names (self, row, CADRE_PARAMETER_SELECTION_TIE_BREAKS_BARRED, word);
}

static void
judge (CadreEngine *self, const CadreCriteriaRow *row)
{
  g_auto (GStrv) words = g_strsplit (row->words, ", ", -1);
  g_autoptr (GString) wrong = g_string_new (NULL);

  if (find_policy (self, row, CADRE_PARAMETER_SELECTION_CRITERIA) == NULL)
    return;

  for (guint i = 0; words[i] != NULL; i++)
    if (!is_permitted (self, row, words[i]))
      g_string_append_printf (wrong, "%s%s", wrong->len > 0 ? ", " : "", words[i]);
  if (wrong->len == 0)
    return;

  self->process->not_permitted[row->assignment] = cadre_engine_keep (self, wrong->str);
  cadre_event_report (
    self, row->entry, "matching.criteria.not-permitted",
    "The entry rests on a criterion or tie-break that the policy does not permit");
}

gboolean
cadre_process_judge_criteria (CadreEngine *self)
{
  for (gsize i = 0; i < self->process->decided_by.n; i++)
    judge (self, &cadre_vector_at (&self->process->decided_by, CadreCriteriaRow, i));

  return TRUE;
}
