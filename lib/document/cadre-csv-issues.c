/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "document/cadre-csv-private.h"

/* What is wrong with a table: what ends the reading, and what does not. */

gboolean
_cadre_csv_fail (CadreCsvReader *self, CadreDocumentError code, const char *format, ...)
{
  va_list arguments;

  if (self->error != NULL)
    return FALSE;

  va_start (arguments, format);
  self->error = g_error_new_valist (CADRE_DOCUMENT_ERROR, (int) code, format, arguments);
  va_end (arguments);

  return FALSE;
}

static const struct
{
  const char *code;
  CadreSeverity severity;
  const char *message;
  const char *suggestion;
} warnings[] = {
  { "document.csv.assumed-windows-1252", CADRE_SEVERITY_INFO,
    "The row is not UTF-8, and is read as Windows-1252", "Save the table as UTF-8" },
  { "document.csv.mark-inside", CADRE_SEVERITY_WARNING,
    "A byte order mark stands before the row, and is passed over",
    "See whether two tables were put together" },
  { "document.csv.mixed-encodings", CADRE_SEVERITY_WARNING,
    "Some rows are UTF-8 and others are Windows-1252", "Save the table as UTF-8 throughout" },
  { "document.csv.stray-quote", CADRE_SEVERITY_WARNING,
    "Text follows the closing quote of a cell, which is kept as it stands",
    "Double the quotes inside of a cell, and put the cell into quotes" },
};

static char *
make_origin (const CadreCsvReader *self, guint column)
{
  return column > 0 ? g_strdup_printf ("row %u, cell %u", self->row + 1, column)
                    : g_strdup_printf ("row %u", self->row + 1);
}

/* What a reader says of the row that it reads, of which not all may be known. */
void
_cadre_csv_warn (CadreCsvReader *self, const char *code, guint column)
{
  g_autofree char *origin =
    cadre_issue_list_is_full (self->issues) ? NULL : make_origin (self, column);

  for (guint i = 0; i < G_N_ELEMENTS (warnings); i++)
    if (strcmp (warnings[i].code, code) == 0)
      cadre_issue_list_add_fields (self->issues, code, warnings[i].severity, warnings[i].message,
                                   origin, NULL, warnings[i].suggestion);
}
