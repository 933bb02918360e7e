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

#include "cadre-diff-options.h"
#include "cadre-diff-pairs.h"
#include "cadre-diff-part.h"
#include "cadre-diff-sides.h"

#include <errno.h>
#include <locale.h>
#include <stdio.h>

static const CadreDiffOptions *const given = &cadre_diff_options;

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

  if (given->as_json)
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

/* A patch and a merge are of documents, with all that is in them. */
static CadreStructure *
load (const char *name, GError **error)
{
  const gboolean makes_document =
    given->job == CADRE_DIFF_JOB_PATCH || given->job == CADRE_DIFF_JOB_APPLY ||
    given->job == CADRE_DIFF_JOB_MERGE || given->job == CADRE_DIFF_JOB_CONFLICTS;

  return cadre_diff_load (name,
                          given->in_force                      ? CADRE_DIFF_DATES_AT
                          : makes_document || given->all_dates ? CADRE_DIFF_DATES_ALL
                                                               : CADRE_DIFF_DATES_AT_OR_AFTER,
                          error);
}

static CadreDiff *
compare_with_file (CadreStructure *before,
                   const char *after_name,
                   CadreMappingMethod method,
                   GError **error)
{
  g_autoptr (CadreStructure) after = load (after_name, error);
  g_autoptr (GListModel) pairs = NULL;

  if (after != NULL)
    pairs = cadre_diff_make_pairs (before, after, error);
  return pairs != NULL ? cadre_diff_compare (before, after, after_name, pairs, method, error)
                       : NULL;
}

static CadreDiff *
compare_files (const char *before_name,
               const char *after_name,
               CadreMappingMethod method,
               GError **error)
{
  g_autoptr (CadreStructure) before = load (before_name, error);

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
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (given->responses);
  g_autoptr (CadreResponses) said = cadre_responses_load (file, NULL, NULL, error);

  if (said == NULL)
    {
      g_prefix_error (error, "%s: ", given->responses);
      return NULL;
    }

  return cadre_report_new_for_responses (said, diff, redaction, NULL, error);
}

static CadreReport *
make_report (CadreDiff *diff, GError **error)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (given->for_whom);

  if (given->responses != NULL)
    return tell_responses (diff, redaction, error);
  if (given->view == NULL)
    return cadre_report_new_for_diff (diff, redaction, NULL, error);

  return cadre_diff_check_part (diff, given, error)
           ? cadre_report_new_for_diff_view (diff, given->view, redaction, NULL, error)
           : NULL;
}

static gboolean
compare (GError **error)
{
  g_autoptr (CadreDiff) diff =
    given->files[1] != NULL ? compare_files (given->files[0], given->files[1], given->method, error)
                            : compare_case (given->files[0], error);
  g_autoptr (CadreReport) report = diff != NULL ? make_report (diff, error) : NULL;

  return report != NULL && print_report (report, error);
}

static gboolean
write_patch (GError **error)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (given->for_whom);
  g_autoptr (CadreDiff) diff =
    compare_files (given->files[0], given->files[1], given->method, error);
  g_autoptr (CadrePatch) patch = diff != NULL ? cadre_patch_new (diff, error) : NULL;
  g_autofree char *text = patch != NULL ? cadre_patch_to_text (patch, redaction, error) : NULL;

  return print_text (text, error);
}

static CadrePatch *
load_patch (GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (given->patch);
  g_autoptr (CadrePatch) patch = cadre_patch_load (file, NULL, NULL, error);

  if (patch == NULL)
    {
      g_prefix_error (error, "%s: ", given->patch);
      return NULL;
    }

  return given->undo ? cadre_patch_invert (patch, error) : g_steal_pointer (&patch);
}

static gboolean
print_structure (CadreStructure *structure, GError **error)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (given->for_whom);
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

/* What does not fit is told on the standard error, each with its place. */
static gboolean
apply (GError **error)
{
  g_autoptr (CadrePatch) patch = load_patch (error);
  g_autoptr (CadreStructure) before = patch != NULL ? load (given->files[0], error) : NULL;
  g_autoptr (CadreIssueList) issues =
    before != NULL ? cadre_patch_check (patch, before, NULL, error) : NULL;
  g_autoptr (CadreStructure) after = NULL;

  if (issues == NULL)
    return FALSE;

  tell_each (given->patch, issues);
  after = cadre_patch_apply (patch, before, NULL, error);
  if (after == NULL)
    g_prefix_error (error, "%s: ", given->files[0]);
  else
    cadre_diff_tell_new_errors ("the result", after, cadre_diff_count_errors (before));

  return after != NULL && print_structure (after, error);
}

/* The resolutions of an earlier merge; those that are out of date are told. */
static gboolean
replay (CadreMerge *merge, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (given->replay);
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
      g_prefix_error (error, "%s: ", given->replay);
      return FALSE;
    }

  tell_each (given->replay, issues);
  return TRUE;
}

static gboolean
keep_resolutions (CadreMerge *merge, GError **error)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (given->keep);
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_file (file, NULL, error);

  if (writer != NULL && cadre_merge_write_resolutions (merge, redaction, writer, error) &&
      cadre_writer_finish (writer, NULL, error))
    return TRUE;

  g_prefix_error (error, "%s: ", given->keep);
  return FALSE;
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
      if (how != CADRE_MERGE_CHOICE_NONE || given->as_conflicts)
        continue;
      text = cadre_merge_conflict_to_string (conflict);
      fprintf (stderr, "%s\n", text);
    }

  return TRUE;
}

static gboolean
report_conflicts (CadreMerge *merge, GError **error)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (given->for_whom);
  g_autoptr (CadreReport) report = cadre_report_new_for_merge (merge, redaction, NULL, error);

  return report != NULL && print_report (report, error);
}

static gboolean
merge_files (GError **error)
{
  const CadreMappingMethod method = given->method;
  g_autoptr (CadreStructure) base = load (given->files[0], error);
  g_autoptr (CadreDiff) ours =
    base != NULL ? compare_with_file (base, given->files[1], method, error) : NULL;
  g_autoptr (CadreDiff) theirs =
    ours != NULL ? compare_with_file (base, given->files[2], method, error) : NULL;
  g_autoptr (CadreMerge) merge =
    theirs != NULL ? cadre_merge_new (ours, theirs, NULL, error) : NULL;
  g_autoptr (CadreStructure) merged = NULL;

  if (merge == NULL || (given->replay != NULL && !replay (merge, error)) ||
      !resolve (merge, given->chosen, error) ||
      (given->keep != NULL && !keep_resolutions (merge, error)))
    return FALSE;

  if (given->as_conflicts)
    return report_conflicts (merge, error);

  merged = cadre_merge_build (merge, NULL, error);
  if (merged != NULL)
    cadre_diff_tell_new_errors ("the result", merged,
                                MAX (cadre_diff_count_errors (cadre_diff_get_after (ours)),
                                     cadre_diff_count_errors (cadre_diff_get_after (theirs))));
  return merged != NULL && print_structure (merged, error);
}

static GPtrArray *
load_all (GError **error)
{
  g_autoptr (GPtrArray) structures = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; given->files[i] != NULL; i++)
    {
      CadreStructure *structure = load (given->files[i], error);

      if (structure == NULL)
        return NULL;
      g_ptr_array_add (structures, structure);
    }

  return g_steal_pointer (&structures);
}

/* Mappings to each structure but the first: from the first, or from the one before. */
static GPtrArray *
map_all (GPtrArray *structures, gboolean from_first, GError **error)
{
  g_autoptr (GPtrArray) mappings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 1; i < structures->len; i++)
    {
      CadreMapping *mapping =
        cadre_diff_map (structures->pdata[from_first ? 0 : i - 1], structures->pdata[i],
                        given->files[i], NULL, given->method, error);

      if (mapping == NULL)
        return NULL;
      g_ptr_array_add (mappings, mapping);
    }

  return g_steal_pointer (&mappings);
}

static gboolean
set_side_by_side (GError **error)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (given->for_whom);
  g_autoptr (GPtrArray) structures = load_all (error);
  g_autoptr (GPtrArray) mappings = structures != NULL ? map_all (structures, TRUE, error) : NULL;
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
follow_posts (GError **error)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (given->for_whom);
  g_autoptr (GPtrArray) structures = load_all (error);
  g_autoptr (GPtrArray) mappings = structures != NULL ? map_all (structures, FALSE, error) : NULL;
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

static gboolean
work (GError **error)
{
  switch (given->job)
    {
    case CADRE_DIFF_JOB_PATCH:
      return write_patch (error);
    case CADRE_DIFF_JOB_APPLY:
      return apply (error);
    case CADRE_DIFF_JOB_MERGE:
    case CADRE_DIFF_JOB_CONFLICTS:
      return merge_files (error);
    case CADRE_DIFF_JOB_ALTERNATIVES:
      return set_side_by_side (error);
    case CADRE_DIFF_JOB_SERIES:
      return follow_posts (error);
    case CADRE_DIFF_JOB_COMPARE:
    case CADRE_DIFF_JOB_RESPONSES:
    default:
      return compare (error);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status = 0;

  setlocale (LC_ALL, "");
  if (!cadre_diff_options_parse (&argc, &argv, &error) || !work (&error))
    {
      fprintf (stderr, "cadre-diff: %s\n", error->message);
      status = error->domain == G_OPTION_ERROR ? 2 : 1;
    }

  cadre_diff_options_clear ();
  return status;
}
