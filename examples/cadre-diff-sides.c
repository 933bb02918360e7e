/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "cadre-diff-sides.h"

#include <stdio.h>
#include <string.h>

/* Faults that are alike: of one code, and of one field where the origin names one. */
typedef struct
{
  CadreIssue *first;
  guint n;
} Fault;

static void
free_fault (gpointer data)
{
  Fault *self = data;

  g_object_unref (self->first);
  g_free (self);
}

/* The field in "/posts/3/grade"; NULL where an origin ends at a record. */
static const char *
find_field (CadreIssue *issue)
{
  const char *origin = cadre_issue_get_origin (issue);
  const char *slash = origin != NULL ? strrchr (origin, '/') : NULL;

  return slash != NULL && !g_ascii_isdigit (slash[1]) ? slash + 1 : NULL;
}

static void
count_fault (GPtrArray *faults, CadreIssue *issue)
{
  Fault *fault = NULL;

  for (guint i = 0; i < faults->len; i++)
    {
      Fault *other = faults->pdata[i];

      if (strcmp (cadre_issue_get_code (other->first), cadre_issue_get_code (issue)) == 0 &&
          g_strcmp0 (find_field (other->first), find_field (issue)) == 0)
        fault = other;
    }

  if (fault == NULL)
    {
      fault = g_new0 (Fault, 1);
      fault->first = g_object_ref (issue);
      g_ptr_array_add (faults, fault);
    }
  fault->n++;
}

/* Bytes as they are: g_printerr() would fit them to the locale. */
static void
tell_fault (const char *what, const Fault *fault)
{
  g_autofree char *text = cadre_issue_to_string (fault->first);

  fprintf (stderr, "%s: %s", what, text);
  if (fault->n > 1)
    fprintf (stderr, "; %u more like it", fault->n - 1);
  fputc ('\n', stderr);
}

void
cadre_diff_tell (const char *what, CadreIssueList *issues, CadreSeverity least)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (free_fault);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);

      if (cadre_issue_get_severity (issue) >= least)
        count_fault (faults, issue);
    }

  for (guint i = 0; i < faults->len; i++)
    tell_fault (what, faults->pdata[i]);
  if (cadre_issue_list_get_n_dropped (issues) > 0)
    fprintf (stderr, "%s: %u more faults are only counted\n", what,
             cadre_issue_list_get_n_dropped (issues));
}

guint
cadre_diff_count_errors (CadreStructure *structure)
{
  return cadre_issue_list_get_count_by_severity (cadre_structure_get_issues (structure),
                                                 CADRE_SEVERITY_ERROR);
}

void
cadre_diff_tell_new_errors (const char *what, CadreStructure *result, guint n_known)
{
  if (cadre_diff_count_errors (result) > n_known)
    cadre_diff_tell (what, cadre_structure_get_issues (result), CADRE_SEVERITY_ERROR);
}

/* Published lists have the posts that went once more. */
static CadreStructure *
leave_out_ended (const char *name, CadreStructure *whole, const CadreDate *date, GError **error)
{
  CadreStructure *taken = cadre_structure_at_or_after (whole, date, NULL, error);
  const guint n = cadre_structure_get_n_records (whole, CADRE_RECORD_KIND_POST);
  g_autofree char *day = cadre_date_to_string (date);
  guint n_taken = 0;

  if (taken == NULL)
    return NULL;

  n_taken = cadre_structure_get_n_records (taken, CADRE_RECORD_KIND_POST);
  if (n_taken < n)
    fprintf (stderr,
             "%s: %u of %u posts ended before %s, and are left out; --all-dates takes them in\n",
             name, n - n_taken, n, day);
  return taken;
}

/* All of a structure that has no date. */
static CadreStructure *
take (const char *name, CadreStructure *whole, CadreDiffDates dates, GError **error)
{
  g_autoptr (CadreDate) date = cadre_structure_get_as_of (whole);

  if (date == NULL || dates == CADRE_DIFF_DATES_ALL)
    return g_object_ref (whole);

  return dates == CADRE_DIFF_DATES_AT ? cadre_structure_at (whole, date, NULL, error)
                                      : leave_out_ended (name, whole, date, error);
}

CadreStructure *
cadre_diff_load (const char *name, CadreDiffDates dates, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (CadreStructure) whole = cadre_structure_load (file, NULL, NULL, error);
  g_autoptr (CadreStructure) taken = NULL;

  if (whole != NULL)
    taken = take (name, whole, dates, error);
  if (taken == NULL)
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }

  /* Values that no field can hold are told by the reader alone. */
  cadre_diff_tell (name, cadre_structure_get_issues (whole), CADRE_SEVERITY_WARNING);
  cadre_diff_tell_new_errors (name, taken, cadre_diff_count_errors (whole));
  return g_steal_pointer (&taken);
}

CadreMapping *
cadre_diff_map (CadreStructure *before,
                CadreStructure *after,
                const char *after_name,
                GListModel *confirmed,
                CadreMappingMethod method,
                GError **error)
{
  g_autoptr (CadreMappingSettings) settings = cadre_mapping_settings_new ();
  CadreMapping *mapping = NULL;

  cadre_mapping_settings_set_method (settings, method);
  mapping = cadre_mapping_new_by_evidence (before, after, confirmed, settings, NULL, error);
  if (mapping != NULL)
    cadre_diff_tell (after_name, cadre_mapping_get_issues (mapping), CADRE_SEVERITY_INFO);

  return mapping;
}

CadreDiff *
cadre_diff_compare (CadreStructure *before,
                    CadreStructure *after,
                    const char *after_name,
                    GListModel *confirmed,
                    CadreMappingMethod method,
                    GError **error)
{
  g_autoptr (CadreMapping) mapping =
    cadre_diff_map (before, after, after_name, confirmed, method, error);
  CadreDiff *diff = mapping != NULL ? cadre_diff_new (before, after, mapping, NULL, error) : NULL;

  if (diff != NULL)
    cadre_diff_tell (after_name, cadre_diff_get_issues (diff), CADRE_SEVERITY_INFO);
  return diff;
}
