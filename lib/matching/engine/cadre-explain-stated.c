/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a policy states for people to read, and the library does not apply: by what
 * they select, what may break a tie, and whom they consider first. The library
 * ranks nobody, breaks no tie and chooses nobody. */

#include "config.h"

#include "matching/engine/cadre-rows-private.h"

static const struct
{
  CadreParameter parameter;
  const char *name;
  CadreOutcomeKind kind; /* of the position that it is about */
} stated[] = {
  { CADRE_PARAMETER_SELECTION_CRITERIA, "selection-criteria", CADRE_OUTCOME_KIND_CONTESTED },
  { CADRE_PARAMETER_SELECTION_TIE_BREAKS, "tie-breaks", CADRE_OUTCOME_KIND_CONTESTED },
  { CADRE_PARAMETER_SELECTION_TIE_BREAKS_BARRED, "tie-breaks-barred",
    CADRE_OUTCOME_KIND_CONTESTED },
  { CADRE_PARAMETER_PRIORITY_ORDER, "priority-order", CADRE_OUTCOME_KIND_WIDER_COMPETITION },
};

/* The text of a parameter for a post; NULL where no policy binds, or it has none. */
static const char *
find_text (const CadreEngine *self, CadreParameter parameter, guint32 post)
{
  CadrePolicy *policy = cadre_engine_policy_of_post (self, parameter, post);
  const char *text = policy != NULL ? cadre_policy_get_text (policy, parameter) : "none";

  return g_str_equal (text, "none") ? NULL : text;
}

gboolean
cadre_explain_stated (CadreRowWriter *self, guint32 post, CadreOutcomeKind kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (stated); i++)
    if (stated[i].kind == kind &&
        !cadre_rows_fact (self, stated[i].name,
                          find_text (self->engine, stated[i].parameter, post)))
      return FALSE;

  return TRUE;
}
