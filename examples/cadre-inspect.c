/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* cadre-inspect FILE… [--json] [--at DATE]: what is in each structure, and in the two structures
 * of each case: who employs, which tiers there are, staffing in figures, who manages whom, and
 * what may be wrong. */

#include <cadre/cadre.h>

#include <errno.h>
#include <locale.h>
#include <stdio.h>

static gboolean as_json = FALSE;
static char *date = NULL;
static char **files = NULL;

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "Write JSON for programs", NULL },
  { "at", 0, 0, G_OPTION_ARG_STRING, &date, "Show it at another date than its own", "YYYY-MM-DD" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "FILE…" },
  { NULL },
};

/* Bytes as they are: g_print() would fit them to the locale. */
static gboolean
print_report (CadreReport *report, GError **error)
{
  g_autofree char *text = NULL;

  if (as_json)
    {
      g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();

      cadre_report_write (report, writer);
      if (!cadre_writer_finish (writer, NULL, error))
        return FALSE;
      text = cadre_writer_dup_text (writer);
    }
  else
    {
      text = cadre_report_to_text (report, 0);
    }

  if (fputs (text, stdout) != EOF && fflush (stdout) == 0)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

/* The structure as it is at its own date, or at the one that was asked for. A
 * case may have none. */
static gboolean
show (CadreStructure *structure, const CadreDate *day, GError **error)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreStructure) at_day = NULL;
  g_autoptr (CadreReport) report = NULL;

  if (structure == NULL)
    return TRUE;

  at_day =
    day != NULL ? cadre_structure_at (structure, day, NULL, error) : g_object_ref (structure);
  if (at_day == NULL)
    return FALSE;

  report = cadre_report_new_for_structure (at_day, redaction, NULL, error);
  return report != NULL && print_report (report, error);
}

static gboolean
inspect (const char *name, const CadreDate *day, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (GError) fault = NULL;
  g_autoptr (CadreStructure) structure = cadre_structure_load (file, NULL, NULL, &fault);
  g_autoptr (CadreCase) restructure = NULL;

  if (structure != NULL)
    return show (structure, day, error);
  if (!g_error_matches (fault, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_KIND))
    {
      g_propagate_error (error, g_steal_pointer (&fault));
      return FALSE;
    }

  restructure = cadre_case_load (file, NULL, NULL, error);
  return restructure != NULL && show (cadre_case_get_before (restructure), day, error) &&
         show (cadre_case_get_after (restructure), day, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("- say what is in a structure");
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreDate) day = NULL;
  int status = 0;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || files == NULL ||
      (date != NULL && (day = cadre_date_new_parse (date, &error)) == NULL))
    {
      g_printerr ("cadre-inspect: %s\n", error != NULL ? error->message : "Which file?");
      return 2;
    }

  for (guint i = 0; files[i] != NULL; i++)
    {
      g_autoptr (GError) fault = NULL;

      if (inspect (files[i], day, &fault))
        continue;
      g_printerr ("cadre-inspect: %s: %s\n", files[i], fault->message);
      status = 1;
    }

  g_free (date);
  g_strfreev (files);
  return status;
}
