/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* cadre-match CASE [--json] [--level=full|consultation]: who goes where under the
 * policies of a case, at what stage and why, and what is not yet known. */

#include <cadre/cadre.h>

#include <errno.h>
#include <locale.h>
#include <stdio.h>

static gboolean as_json = FALSE;
static char *level = NULL;
static char **files = NULL;

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "Write JSON for programs", NULL },
  { "level", 0, 0, G_OPTION_ARG_STRING, &level, "Who it is for", "full|consultation" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "CASE" },
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

static gboolean
match (const char *name, CadreRedactionLevel for_whom, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (for_whom);
  g_autoptr (CadreCase) restructure = cadre_case_load (file, NULL, NULL, error);
  g_autoptr (CadreOutcomes) outcomes = NULL;
  g_autoptr (CadreReport) report = NULL;

  if (restructure == NULL)
    return FALSE;

  outcomes = cadre_case_run (restructure, NULL, error);
  if (outcomes == NULL)
    return FALSE;

  report = cadre_report_new_for_outcomes (outcomes, redaction, NULL, error);
  return report != NULL && print_report (report, error);
}

/* The levels by their names in the library. */
static gboolean
find_level (CadreRedactionLevel *found)
{
  g_autoptr (GEnumClass) levels = g_type_class_ref (CADRE_TYPE_REDACTION_LEVEL);
  GEnumValue *value = g_enum_get_value_by_nick (levels, level != NULL ? level : "full");

  if (value == NULL)
    return FALSE;

  *found = (CadreRedactionLevel) value->value;
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("- say who goes where");
  g_autoptr (GError) error = NULL;
  CadreRedactionLevel for_whom = CADRE_REDACTION_LEVEL_FULL;
  int status = 0;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || files == NULL ||
      g_strv_length (files) != 1 || !find_level (&for_whom))
    {
      g_printerr ("cadre-match: %s\n",
                  error != NULL ? error->message : "Which case, and at which level?");
      status = 2;
    }
  else if (!match (files[0], for_whom, &error))
    {
      g_printerr ("cadre-match: %s: %s\n", files[0], error->message);
      status = 1;
    }

  g_free (level);
  g_strfreev (files);
  return status;
}
