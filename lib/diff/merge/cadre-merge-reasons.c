/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who has resolved a conflict, when and why. */

#include "config.h"

#include "diff/merge/cadre-merge-private.h"

void
cadre_merge_finding_forget_reasons (CadreMergeFinding *finding)
{
  g_clear_pointer (&finding->by, g_free);
  g_clear_pointer (&finding->on, cadre_date_free);
  g_clear_pointer (&finding->why, g_free);
  g_clear_pointer (&finding->unknown, g_free);
}

/**
 * cadre_merge_explain_resolution:
 * @self: a #CadreMerge
 * @position: the place of a conflict that is resolved
 * @by: (nullable): who has decided it, or %NULL
 * @on: (nullable): when, or %NULL
 * @why: (nullable): the reason, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Says who has decided how a conflict is resolved, when and why. It goes into the
 * document of resolutions, and is replayed with it. Where the conflict is resolved in
 * another way afterwards, it is forgotten.
 *
 * Returns: whether it is recorded; %FALSE with @error set if there is no such conflict, or
 *   it is not resolved
 *
 * Since: 1.0
 */
gboolean
cadre_merge_explain_resolution (CadreMerge *self,
                                guint position,
                                const char *by,
                                const CadreDate *on,
                                const char *why,
                                GError **error)
{
  CadreMergeFinding *finding = NULL;
  g_autofree char *old_by = NULL;
  g_autofree char *old_why = NULL;
  g_autoptr (CadreDate) old_on = NULL;

  g_return_val_if_fail (CADRE_IS_MERGE (self), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (position >= self->findings->len ||
      ((CadreMergeFinding *) self->findings->pdata[position])->choice == CADRE_MERGE_CHOICE_NONE)
    {
      g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MERGE,
                           "There is no such conflict that is resolved");
      return FALSE;
    }

  /* What is given may be what it says already. */
  finding = self->findings->pdata[position];
  old_by = finding->by;
  old_on = finding->on;
  old_why = finding->why;
  finding->by = g_strdup (by);
  finding->on = on != NULL ? cadre_date_copy (on) : NULL;
  finding->why = g_strdup (why);
  return TRUE;
}
