/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-date-private.h"
#include "base/cadre-issue-list-private.h"
#include "exchange/cadre-import-private.h"
#include "exchange/linked/cadre-gather-private.h"
#include <cadre/cadre-structure-error.h>

#include <string.h>

G_STATIC_ASSERT (G_N_ELEMENTS (((CadreGather *) NULL)->fates) == CADRE_N_ROW_FATES);

void
cadre_gather_init (CadreGather *self, CadreLimits *limits)
{
  g_autoptr (CadreStringTable) strings = cadre_string_table_new ();
  g_autoptr (CadreLimits) bounded = limits != NULL ? NULL : cadre_limits_new_bounded ();

  *self = (CadreGather){
    .tables = cadre_tables_new (strings),
    .issues =
      cadre_issue_list_new (cadre_limits_get_max_issues (limits != NULL ? limits : bounded)),
    .max_rows = cadre_limits_get_max_rows (limits != NULL ? limits : bounded),
  };
}

void
cadre_gather_clear (CadreGather *self)
{
  g_clear_pointer (&self->tables, cadre_tables_free);
  g_clear_object (&self->issues);
  g_clear_error (&self->error);
}

CadreImport *
cadre_gather_finish (CadreGather *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreStructure) structure = NULL;
  guint max_details = cadre_issue_list_get_max_details (self->issues);

  if (self->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&self->error));
      return NULL;
    }

  structure = cadre_structure_seal (g_steal_pointer (&self->tables),
                                    cadre_issue_list_new (max_details), cancellable, error);
  return structure != NULL ? cadre_import_new (structure, self->issues, self->fates) : NULL;
}

guint32
cadre_gather_append (CadreGather *self, CadreRecordKind kind)
{
  guint32 row = CADRE_NO_ROW;

  if (self->error != NULL)
    return CADRE_NO_ROW;
  if (self->tables->tables[kind].n_rows >= self->max_rows)
    {
      g_set_error (&self->error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_LIMIT_ROWS,
                   "There are more than %u %s", self->max_rows, cadre_schema_get (kind)->plural);
      return CADRE_NO_ROW;
    }

  return cadre_tables_append (self->tables, kind, &row, &self->error) ? row : CADRE_NO_ROW;
}

guint32
cadre_gather_intern (CadreGather *self, const char *text)
{
  guint32 code = 0;

  if (self->error == NULL)
    cadre_tables_intern (self->tables, text, strlen (text), &code, &self->error);
  return code;
}

void
cadre_gather_set_code (CadreGather *self,
                       CadreRecordKind kind,
                       guint32 row,
                       guint field,
                       guint32 code)
{
  if (self->error == NULL)
    cadre_tables_set_code (self->tables, kind, row, field, code, &self->error);
}

void
cadre_gather_set_text (CadreGather *self,
                       CadreRecordKind kind,
                       guint32 row,
                       guint field,
                       const char *text)
{
  cadre_gather_set_code (self, kind, row, field, cadre_gather_intern (self, text));
}

void
cadre_gather_set_number (CadreGather *self,
                         CadreRecordKind kind,
                         guint32 row,
                         guint field,
                         gint64 number)
{
  if (self->error == NULL)
    cadre_tables_set_number (self->tables, kind, row, field, number, &self->error);
}

void
cadre_gather_add_to_list (CadreGather *self,
                          CadreRecordKind kind,
                          guint32 row,
                          guint field,
                          const guint32 *codes,
                          guint n_codes)
{
  guint32 offset = 0;

  if (self->error == NULL &&
      cadre_tables_add_list (self->tables, codes, n_codes, &offset, &self->error))
    cadre_gather_set_code (self, kind, row, field, offset);
}

gboolean
cadre_gather_set_date (CadreGather *self,
                       CadreRecordKind kind,
                       guint32 row,
                       guint field,
                       const char *text)
{
  gsize length = strlen (text);
  guint32 packed = 0;

  if (length > 10 && text[10] == 'T')
    length = 10;
  if (!cadre_packed_date_parse (text, length, &packed, NULL))
    return FALSE;

  cadre_gather_set_code (self, kind, row, field, packed);
  return TRUE;
}

void
cadre_gather_report (CadreGather *self,
                     const char *code,
                     CadreSeverity severity,
                     const char *message,
                     char *origin,
                     char *subject)
{
  cadre_issue_list_add_fields (self->issues, code, severity, message, origin, subject, NULL);
  g_free (origin);
  g_free (subject);
}
