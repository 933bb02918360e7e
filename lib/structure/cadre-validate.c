/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "structure/cadre-structure-private.h"

gboolean
cadre_structure_validate (const CadreTables *tables,
                          const CadreIndex *index,
                          CadreIssueList *issues,
                          GCancellable *cancellable,
                          GError **error)
{
  return TRUE;
}
