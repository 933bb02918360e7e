/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* cadre-diff BEFORE AFTER [--json] [--in-force] [--for=LEVEL]: what changes from one structure to
 * another. Posts belong together by their ids and by the lineages of AFTER.
 * cadre-diff CASE [--json] [--for=LEVEL]: the same of the two structures of a case, at its
 * dates and with the pairs of posts that it confirms. */

#include <cadre/cadre.h>

#include <errno.h>
#include <locale.h>
#include <stdio.h>

static gboolean as_json = FALSE;
static gboolean in_force = FALSE;
static char *readers = NULL;
static char **files = NULL;

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "Write JSON for programs", NULL },
  { "in-force", 0, 0, G_OPTION_ARG_NONE, &in_force,
    "Of each structure only what is in force on its own date", NULL },
  { "for", 0, 0, G_OPTION_ARG_STRING, &readers, "Who it is for, such as consultation", "LEVEL" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "BEFORE AFTER, or CASE" },
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

/* What is in force of a structure on its own date; all of it where it has none. */
static CadreStructure *
take_what_is_in_force (CadreStructure *structure, GError **error)
{
  g_autoptr (CadreDate) date = cadre_structure_get_as_of (structure);

  return date != NULL ? cadre_structure_at (structure, date, NULL, error)
                      : g_object_ref (structure);
}

static CadreStructure *
load (const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (CadreStructure) structure = cadre_structure_load (file, NULL, NULL, error);

  if (structure == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  return in_force ? take_what_is_in_force (structure, error) : g_steal_pointer (&structure);
}

static CadreDiff *
compare_files (const char *before_name, const char *after_name, GError **error)
{
  g_autoptr (CadreStructure) before = load (before_name, error);
  g_autoptr (CadreStructure) after = before != NULL ? load (after_name, error) : NULL;

  return after != NULL ? cadre_diff_new (before, after, NULL, NULL, error) : NULL;
}

/* Running a case compares its structures. */
static CadreDiff *
compare_case (const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (CadreCase) restructure = cadre_case_load (file, NULL, NULL, error);
  g_autoptr (CadreOutcomes) outcomes = NULL;

  if (restructure != NULL)
    outcomes = cadre_case_run (restructure, NULL, error);
  if (outcomes == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  return g_object_ref (cadre_outcomes_get_diff (outcomes));
}

/* The levels by their names in the library. */
static gboolean
find_level (CadreRedactionLevel *found)
{
  g_autoptr (GEnumClass) levels = g_type_class_ref (CADRE_TYPE_REDACTION_LEVEL);
  GEnumValue *value = g_enum_get_value_by_nick (levels, readers != NULL ? readers : "full");

  if (value == NULL)
    return FALSE;

  *found = (CadreRedactionLevel) value->value;
  return TRUE;
}

static gboolean
compare (CadreRedactionLevel level, GError **error)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (level);
  g_autoptr (CadreDiff) diff =
    files[1] != NULL ? compare_files (files[0], files[1], error) : compare_case (files[0], error);
  g_autoptr (CadreReport) report = NULL;

  if (diff == NULL)
    return FALSE;

  report = cadre_report_new_for_diff (diff, redaction, NULL, error);
  return report != NULL && print_report (report, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("- say what changes");
  g_autoptr (GError) error = NULL;
  CadreRedactionLevel level = CADRE_REDACTION_LEVEL_FULL;
  int status = 0;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || files == NULL ||
      g_strv_length (files) > 2 || !find_level (&level))
    {
      g_printerr ("cadre-diff: %s\n", error != NULL
                                        ? error->message
                                        : "Which two structures or which case, and for whom?");
      status = 2;
    }
  else if (!compare (level, &error))
    {
      g_printerr ("cadre-diff: %s\n", error->message);
      status = 1;
    }

  g_free (readers);
  g_strfreev (files);
  return status;
}
