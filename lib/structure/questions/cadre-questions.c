/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "structure/cadre-record-list-private.h"
#include "structure/questions/cadre-questions-private.h"
#include "structure/records/cadre-record-private.h"

#include <string.h>

guint32
cadre_structure_find_row (CadreStructure *self, CadreRecordKind kind, const char *id)
{
  return cadre_tables_find (cadre_structure_get_tables (self), kind, id);
}

gpointer
cadre_structure_make_record (CadreStructure *self, CadreRecordKind kind, guint32 row)
{
  const CadreTables *tables = cadre_structure_get_tables (self);

  return row < tables->tables[kind].n_rows ? cadre_record_new_for_row (tables, kind, row) : NULL;
}

GListModel *
cadre_structure_make_list (CadreStructure *self,
                           CadreRecordKind kind,
                           const guint32 *rows,
                           guint32 n_rows)
{
  guint32 *copy = g_new (guint32, (gsize) n_rows + 1);

  if (n_rows > 0)
    memcpy (copy, rows, n_rows * sizeof (guint32));

  return cadre_record_list_new_take (self, kind, copy, n_rows);
}

gboolean
cadre_structure_is_in_force (CadreStructure *self, CadreRecordKind kind, guint32 row)
{
  const CadreTables *tables = cadre_structure_get_tables (self);

  return cadre_tables_in_force (tables, kind, row, tables->as_of) != CADRE_TRUTH_FALSE;
}

typedef struct
{
  guint32 row;
  guint32 depth;
} Step;

gboolean
cadre_backward_visit (const CadreBackward *children,
                      guint32 n_rows,
                      guint32 first,
                      CadreVisitFunc visit,
                      gpointer user_data)
{
  g_autofree Step *stack = g_try_new (Step, (gsize) n_rows + 1);
  g_autofree guint8 *seen = g_try_malloc0 ((gsize) n_rows + 1);
  guint32 n_stack = 0;

  if (stack == NULL || seen == NULL)
    return FALSE;

  seen[first] = TRUE;
  stack[n_stack++] = (Step){ first, 0 };
  while (n_stack > 0)
    {
      Step step = stack[--n_stack];
      guint32 n = 0;
      const guint32 *rows = cadre_backward_get (children, step.row, &n);

      if (!visit (step.row, step.depth, user_data))
        return FALSE;
      /* Only the first of a walk can come again: every row has one parent. */
      for (guint32 i = n; i > 0; i--)
        if (!seen[rows[i - 1]])
          {
            seen[rows[i - 1]] = TRUE;
            stack[n_stack++] = (Step){ rows[i - 1], step.depth + 1 };
          }
    }

  return TRUE;
}
