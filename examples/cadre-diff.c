/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* cadre-diff BEFORE AFTER: what changes from one structure to another. Posts belong together by
 * their ids and by the lineages of AFTER, or by what is known of them (--map).
 * cadre-diff CASE: the same of the two structures of a case, at its dates and with the pairs of
 * posts that it confirms.
 * cadre-diff --patch BEFORE AFTER: the same as a document that can be applied.
 * cadre-diff --apply=PATCH BEFORE: the structure that the patch leads to.
 * cadre-diff --merge BASE OURS THEIRS: the structure that two proposals over one base make
 * together; where they contradict each other, the conflicts are told on the standard error.
 * cadre-diff --merge --conflicts BASE OURS THEIRS: a report on them, and on how they are resolved.
 * cadre-diff --alternatives BASE A B…: what each proposal makes of what there is, side by side.
 * cadre-diff --series FILE…: what became of the posts of several dates, in their order. */

#include "cadre-diff-sides.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>

static gboolean as_json = FALSE;
static gboolean in_force = FALSE;
static char *readers = NULL;
static char *map = NULL;
static char *level = NULL;
static char *responses = NULL;
static gboolean as_patch = FALSE;
static gboolean undo = FALSE;
static char *patch_name = NULL;
static gboolean as_merge = FALSE;
static gboolean as_conflicts = FALSE;
static gboolean as_alternatives = FALSE;
static gboolean as_series = FALSE;
static char *choice = NULL;
static char *resolutions = NULL;
static char *keep = NULL;
static char **units = NULL;
static char **employers = NULL;
static char **files = NULL;

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "Write JSON for programs", NULL },
  { "in-force", 0, 0, G_OPTION_ARG_NONE, &in_force,
    "Of each structure only what is in force on its own date", NULL },
  { "map", 0, 0, G_OPTION_ARG_STRING, &map, "What posts belong together by", "id|auto|similarity" },
  { "level", 0, 0, G_OPTION_ARG_STRING, &level, "How much of it", "headline|summary|field" },
  { "unit", 0, 0, G_OPTION_ARG_STRING_ARRAY, &units, "Only this unit and those in it", "ID" },
  { "employer", 0, 0, G_OPTION_ARG_STRING_ARRAY, &employers, "Only this employer", "ID" },
  { "responses", 0, 0, G_OPTION_ARG_FILENAME, &responses,
    "You said, we did: what was said of BEFORE in a consultation", "FILE" },
  { "patch", 0, 0, G_OPTION_ARG_NONE, &as_patch, "Write it as a document that can be applied",
    NULL },
  { "apply", 0, 0, G_OPTION_ARG_FILENAME, &patch_name, "Apply a patch to BEFORE", "PATCH" },
  { "undo", 0, 0, G_OPTION_ARG_NONE, &undo, "Turn the patch round: what is given is AFTER", NULL },
  { "merge", 0, 0, G_OPTION_ARG_NONE, &as_merge, "Merge two proposals: BASE OURS THEIRS", NULL },
  { "conflicts", 0, 0, G_OPTION_ARG_NONE, &as_conflicts,
    "With --merge: a report on the conflicts, and not the structure", NULL },
  { "alternatives", 0, 0, G_OPTION_ARG_NONE, &as_alternatives,
    "Set proposals side by side: BASE A B...", NULL },
  { "series", 0, 0, G_OPTION_ARG_NONE, &as_series,
    "What became of the posts of several dates: FILE...", NULL },
  { "choose", 0, 0, G_OPTION_ARG_STRING, &choice, "What to take where they contradict each other",
    "ours|theirs|base" },
  { "keep", 0, 0, G_OPTION_ARG_FILENAME, &keep, "Write down how conflicts were resolved", "FILE" },
  { "replay", 0, 0, G_OPTION_ARG_FILENAME, &resolutions, "Resolve conflicts as they were before",
    "FILE" },
  { "for", 0, 0, G_OPTION_ARG_STRING, &readers, "Who it is for, such as consultation", "LEVEL" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL,
    "BEFORE AFTER, CASE, or several" },
  { NULL },
};

/* Bytes as they are: g_print() would fit them to the locale. */
static gboolean
print_text (const char *text, GError **error)
{
  if (text != NULL && fputs (text, stdout) != EOF && fflush (stdout) == 0)
    return TRUE;

  if (text != NULL)
    g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

static gboolean
print_report (CadreReport *report, GError **error)
{
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  g_autofree char *text = NULL;

  if (as_json)
    {
      cadre_report_write (report, writer);
      if (!cadre_writer_finish (writer, NULL, error))
        return FALSE;
      text = cadre_writer_dup_text (writer);
    }
  else
    {
      text = cadre_report_to_text (report, 0);
    }

  return print_text (text, error);
}

/* What the words on the command line mean; a word that is not given means the first. */
typedef struct
{
  int method;  /* CadreMappingMethod */
  int level;   /* CadreDiffLevel; -1: the whole comparison, field by field */
  int readers; /* CadreRedactionLevel */
  int choice;  /* CadreMergeChoice */
} Meaning;

static gboolean
find_word (GType words, const char *word, int *value)
{
  g_autoptr (GEnumClass) values = g_type_class_ref (words);
  GEnumValue *found = NULL;

  if (word == NULL)
    return TRUE;

  found = g_enum_get_value_by_nick (values, word);
  if (found == NULL)
    return FALSE;

  *value = found->value;
  return TRUE;
}

static gboolean
find_meaning (Meaning *self)
{
  return find_word (CADRE_TYPE_MAPPING_METHOD, map, &self->method) &&
         find_word (CADRE_TYPE_DIFF_LEVEL, level, &self->level) &&
         find_word (CADRE_TYPE_REDACTION_LEVEL, readers, &self->readers) &&
         find_word (CADRE_TYPE_MERGE_CHOICE, choice, &self->choice) &&
         self->choice != CADRE_MERGE_CHOICE_VALUE;
}

static CadreDiff *
compare_with_file (CadreStructure *before,
                   const char *after_name,
                   CadreMappingMethod method,
                   GError **error)
{
  g_autoptr (CadreStructure) after = cadre_diff_load (after_name, in_force, error);

  return after != NULL ? cadre_diff_compare (before, after, after_name, method, error) : NULL;
}

static CadreDiff *
compare_files (const char *before_name,
               const char *after_name,
               CadreMappingMethod method,
               GError **error)
{
  g_autoptr (CadreStructure) before = cadre_diff_load (before_name, in_force, error);

  return before != NULL ? compare_with_file (before, after_name, method, error) : NULL;
}

/* A case may lack a structure. */
static void
tell_side (const char *name, const char *side, CadreStructure *structure)
{
  g_autofree char *what = g_strdup_printf ("%s, %s", name, side);

  if (structure != NULL)
    cadre_diff_tell (what, cadre_structure_get_issues (structure), CADRE_SEVERITY_WARNING);
}

static void
tell_case (const char *name, CadreCase *restructure, CadreDiff *diff)
{
  tell_side (name, "before", cadre_case_get_before (restructure));
  tell_side (name, "after", cadre_case_get_after (restructure));
  cadre_diff_tell (name, cadre_mapping_get_issues (cadre_diff_get_mapping (diff)),
                   CADRE_SEVERITY_INFO);
  cadre_diff_tell (name, cadre_diff_get_issues (diff), CADRE_SEVERITY_INFO);
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

  tell_case (name, restructure, cadre_outcomes_get_diff (outcomes));
  return g_object_ref (cadre_outcomes_get_diff (outcomes));
}

static CadreReport *
tell_responses (CadreDiff *diff, CadreRedaction *redaction, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (responses);
  g_autoptr (CadreResponses) said = cadre_responses_load (file, NULL, NULL, error);

  if (said == NULL)
    {
      g_prefix_error (error, "%s: ", responses);
      return NULL;
    }

  return cadre_report_new_for_responses (said, diff, redaction, NULL, error);
}

static CadreReport *
make_report (CadreDiff *diff, const Meaning *meaning, GError **error)
{
  g_autoptr (CadreRedaction) redaction =
    cadre_redaction_new ((CadreRedactionLevel) meaning->readers);
  g_autoptr (CadreDiffView) view = NULL;

  if (responses != NULL)
    return tell_responses (diff, redaction, error);
  if (meaning->level < 0)
    return cadre_report_new_for_diff (diff, redaction, NULL, error);

  view = cadre_diff_view_new ((CadreDiffLevel) meaning->level);
  cadre_diff_view_set_units (view, (const char *const *) units);
  cadre_diff_view_set_employers (view, (const char *const *) employers);
  return cadre_report_new_for_diff_view (diff, view, redaction, NULL, error);
}

static gboolean
compare (const Meaning *meaning, GError **error)
{
  g_autoptr (CadreDiff) diff =
    files[1] != NULL
      ? compare_files (files[0], files[1], (CadreMappingMethod) meaning->method, error)
      : compare_case (files[0], error);
  g_autoptr (CadreReport) report = diff != NULL ? make_report (diff, meaning, error) : NULL;

  return report != NULL && print_report (report, error);
}

static gboolean
write_patch (const Meaning *meaning, GError **error)
{
  g_autoptr (CadreRedaction) redaction =
    cadre_redaction_new ((CadreRedactionLevel) meaning->readers);
  g_autoptr (CadreDiff) diff =
    compare_files (files[0], files[1], (CadreMappingMethod) meaning->method, error);
  g_autoptr (CadrePatch) patch = diff != NULL ? cadre_patch_new (diff, error) : NULL;
  g_autofree char *text = patch != NULL ? cadre_patch_to_text (patch, redaction, error) : NULL;

  return print_text (text, error);
}

static CadrePatch *
load_patch (GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (patch_name);
  g_autoptr (CadrePatch) patch = cadre_patch_load (file, NULL, NULL, error);

  if (patch == NULL)
    {
      g_prefix_error (error, "%s: ", patch_name);
      return NULL;
    }

  return undo ? cadre_patch_invert (patch, error) : g_steal_pointer (&patch);
}

static gboolean
print_structure (CadreStructure *structure, const Meaning *meaning, GError **error)
{
  g_autoptr (CadreRedaction) redaction =
    cadre_redaction_new ((CadreRedactionLevel) meaning->readers);
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  g_autofree char *text = NULL;

  if (!cadre_structure_write (structure, redaction, writer, NULL, error) ||
      !cadre_writer_finish (writer, NULL, error))
    return FALSE;

  text = cadre_writer_dup_text (writer);
  return print_text (text, error);
}

/* Each of them: what keeps a patch out has to be put right in every place. */
static void
tell_each (const char *what, CadreIssueList *issues)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);
      g_autofree char *text = cadre_issue_to_string (issue);

      fprintf (stderr, "%s: %s\n", what, text);
    }
}

static guint
count_errors (CadreStructure *structure)
{
  return cadre_issue_list_get_count_by_severity (cadre_structure_get_issues (structure),
                                                 CADRE_SEVERITY_ERROR);
}

/* Faults that were there before have been told. */
static void
tell_new_errors (CadreStructure *result, guint n_known)
{
  if (count_errors (result) > n_known)
    cadre_diff_tell ("the result", cadre_structure_get_issues (result), CADRE_SEVERITY_ERROR);
}

/* What does not fit is told on the standard error, each with its place. */
static gboolean
apply (const Meaning *meaning, GError **error)
{
  g_autoptr (CadrePatch) patch = load_patch (error);
  g_autoptr (CadreStructure) before =
    patch != NULL ? cadre_diff_load (files[0], in_force, error) : NULL;
  g_autoptr (CadreIssueList) issues =
    before != NULL ? cadre_patch_check (patch, before, NULL, error) : NULL;
  g_autoptr (CadreStructure) after = NULL;

  if (issues == NULL)
    return FALSE;

  tell_each (patch_name, issues);
  after = cadre_patch_apply (patch, before, NULL, error);
  if (after == NULL)
    g_prefix_error (error, "%s: ", files[0]);
  else
    tell_new_errors (after, count_errors (before));

  return after != NULL && print_structure (after, meaning, error);
}

/* The resolutions of an earlier merge; those that are out of date are told. */
static gboolean
replay (CadreMerge *merge, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (resolutions);
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);
  g_autoptr (CadreReader) reader = NULL;
  g_autoptr (CadreIssueList) issues = NULL;

  if (bytes != NULL)
    {
      reader = cadre_reader_new_for_bytes (bytes, NULL);
      issues = cadre_merge_replay (merge, reader, NULL, error);
    }
  if (issues == NULL)
    {
      g_prefix_error (error, "%s: ", resolutions);
      return FALSE;
    }

  tell_each (resolutions, issues);
  return TRUE;
}

static gboolean
keep_resolutions (CadreMerge *merge, GError **error)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  g_autofree char *text = NULL;

  if (!cadre_merge_write_resolutions (merge, redaction, writer, error) ||
      !cadre_writer_finish (writer, NULL, error))
    return FALSE;

  text = cadre_writer_dup_text (writer);
  return g_file_set_contents (keep, text, -1, error);
}

/* Resolves what is not resolved as --choose says; tells what is left, unless it is
 * reported anyway. */
static gboolean
resolve (CadreMerge *merge, CadreMergeChoice how, GError **error)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (merge)); i++)
    {
      g_autoptr (CadreMergeConflict) conflict = cadre_merge_get_conflict (merge, i);
      g_autofree char *text = NULL;

      if (cadre_merge_conflict_get_choice (conflict) != CADRE_MERGE_CHOICE_NONE)
        continue;
      if (how != CADRE_MERGE_CHOICE_NONE && !cadre_merge_resolve (merge, i, how, NULL, error))
        return FALSE;
      if (how != CADRE_MERGE_CHOICE_NONE || as_conflicts)
        continue;
      text = cadre_merge_conflict_to_string (conflict);
      fprintf (stderr, "%s\n", text);
    }

  return TRUE;
}

static gboolean
report_conflicts (CadreMerge *merge, const Meaning *meaning, GError **error)
{
  g_autoptr (CadreRedaction) redaction =
    cadre_redaction_new ((CadreRedactionLevel) meaning->readers);
  g_autoptr (CadreReport) report = cadre_report_new_for_merge (merge, redaction, NULL, error);

  return report != NULL && print_report (report, error);
}

static gboolean
merge_files (const Meaning *meaning, GError **error)
{
  const CadreMappingMethod method = (CadreMappingMethod) meaning->method;
  g_autoptr (CadreStructure) base = cadre_diff_load (files[0], in_force, error);
  g_autoptr (CadreDiff) ours =
    base != NULL ? compare_with_file (base, files[1], method, error) : NULL;
  g_autoptr (CadreDiff) theirs =
    ours != NULL ? compare_with_file (base, files[2], method, error) : NULL;
  g_autoptr (CadreMerge) merge =
    theirs != NULL ? cadre_merge_new (ours, theirs, NULL, error) : NULL;
  g_autoptr (CadreStructure) merged = NULL;

  if (merge == NULL || (resolutions != NULL && !replay (merge, error)) ||
      !resolve (merge, (CadreMergeChoice) meaning->choice, error) ||
      (keep != NULL && !keep_resolutions (merge, error)))
    return FALSE;

  if (as_conflicts)
    return report_conflicts (merge, meaning, error);

  merged = cadre_merge_build (merge, NULL, error);
  if (merged != NULL)
    tell_new_errors (merged, MAX (count_errors (cadre_diff_get_after (ours)),
                                  count_errors (cadre_diff_get_after (theirs))));
  return merged != NULL && print_structure (merged, meaning, error);
}

static GPtrArray *
load_all (GError **error)
{
  g_autoptr (GPtrArray) structures = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; files[i] != NULL; i++)
    {
      CadreStructure *structure = cadre_diff_load (files[i], in_force, error);

      if (structure == NULL)
        return NULL;
      g_ptr_array_add (structures, structure);
    }

  return g_steal_pointer (&structures);
}

/* Mappings to each structure but the first: from the first, or from the one before. */
static GPtrArray *
map_all (GPtrArray *structures, gboolean from_first, const Meaning *meaning, GError **error)
{
  g_autoptr (GPtrArray) mappings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 1; i < structures->len; i++)
    {
      CadreMapping *mapping =
        cadre_diff_map (structures->pdata[from_first ? 0 : i - 1], structures->pdata[i], files[i],
                        (CadreMappingMethod) meaning->method, error);

      if (mapping == NULL)
        return NULL;
      g_ptr_array_add (mappings, mapping);
    }

  return g_steal_pointer (&mappings);
}

static gboolean
set_side_by_side (const Meaning *meaning, GError **error)
{
  g_autoptr (CadreRedaction) redaction =
    cadre_redaction_new ((CadreRedactionLevel) meaning->readers);
  g_autoptr (GPtrArray) structures = load_all (error);
  g_autoptr (GPtrArray) mappings =
    structures != NULL ? map_all (structures, TRUE, meaning, error) : NULL;
  g_autoptr (CadreAlternatives) alternatives = NULL;
  g_autoptr (CadreReport) report = NULL;

  if (mappings == NULL)
    return FALSE;

  alternatives =
    cadre_alternatives_new (structures->pdata[0], (CadreStructure *const *) structures->pdata + 1,
                            structures->len - 1, NULL, (CadreMapping *const *) mappings->pdata,
                            mappings->len, NULL, error);
  if (alternatives != NULL)
    report = cadre_report_new_for_alternatives (alternatives, redaction, NULL, error);
  return report != NULL && print_report (report, error);
}

static gboolean
follow_posts (const Meaning *meaning, GError **error)
{
  g_autoptr (CadreRedaction) redaction =
    cadre_redaction_new ((CadreRedactionLevel) meaning->readers);
  g_autoptr (GPtrArray) structures = load_all (error);
  g_autoptr (GPtrArray) mappings =
    structures != NULL ? map_all (structures, FALSE, meaning, error) : NULL;
  g_autoptr (CadreSeries) series = NULL;
  g_autoptr (CadreReport) report = NULL;

  if (mappings == NULL)
    return FALSE;

  series = cadre_series_new ((CadreStructure *const *) structures->pdata, structures->len,
                             (CadreMapping *const *) mappings->pdata, mappings->len, NULL, error);
  if (series != NULL)
    report = cadre_report_new_for_series (series, redaction, NULL, error);
  return report != NULL && print_report (report, error);
}

typedef gboolean (*Job) (const Meaning *meaning, GError **error);

/* What is asked for; NULL where it does not go with so many files. */
static Job
find_job (void)
{
  guint n = files != NULL ? g_strv_length (files) : 0;

  if (as_merge)
    return n == 3 ? merge_files : NULL;
  if (as_alternatives)
    return n >= 2 ? set_side_by_side : NULL;
  if (as_series)
    return n >= 1 ? follow_posts : NULL;
  if (patch_name != NULL)
    return n == 1 ? apply : NULL;
  if (as_patch)
    return n == 2 ? write_patch : NULL;

  return n == 1 || n == 2 ? compare : NULL;
}

static void
clear_options (void)
{
  g_free (map);
  g_free (level);
  g_free (readers);
  g_free (responses);
  g_free (patch_name);
  g_free (choice);
  g_free (resolutions);
  g_free (keep);
  g_strfreev (units);
  g_strfreev (employers);
  g_strfreev (files);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("- say what changes");
  g_autoptr (GError) error = NULL;
  Meaning meaning = { CADRE_MAPPING_METHOD_ID, -1, CADRE_REDACTION_LEVEL_FULL,
                      CADRE_MERGE_CHOICE_NONE };
  Job job = NULL;
  int status = 0;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (g_option_context_parse (context, &argc, &argv, &error) && find_meaning (&meaning))
    job = find_job ();
  if (job == NULL)
    {
      g_printerr ("cadre-diff: %s\n",
                  error != NULL ? error->message
                                : "Which two structures or which case, and in which words?");
      status = 2;
    }
  else if (!job (&meaning, &error))
    {
      g_printerr ("cadre-diff: %s\n", error->message);
      status = 1;
    }

  clear_options ();
  return status;
}
