/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What cadre-diff compares: structures from files, and how their posts belong together. */

#pragma once

#include <cadre/cadre.h>

/* Says on the standard error what is wrong with what is named. Of faults that are
 * alike only the first is told, and how many more there are. */
void cadre_diff_tell (const char *what, CadreIssueList *issues, CadreSeverity least);

guint cadre_diff_count_errors (CadreStructure *structure);

/* The errors of what was made of something, where it has more than are known. */
void cadre_diff_tell_new_errors (const char *what, CadreStructure *result, guint n_known);

/* What of a structure is compared. */
typedef enum
{
  CADRE_DIFF_DATES_ALL,
  CADRE_DIFF_DATES_AT,          /* what is in force on its own date */
  CADRE_DIFF_DATES_AT_OR_AFTER, /* and what begins later; what had ended is told of */
} CadreDiffDates;

/* The structure in a file, with what is wrong with it told. */
CadreStructure *cadre_diff_load (const char *name, CadreDiffDates dates, GError **error);

/* @confirmed (nullable) are pairs that a person hands in.
 * What is wrong with the mapping is told under the name of the file after. */
CadreMapping *cadre_diff_map (CadreStructure *before,
                              CadreStructure *after,
                              const char *after_name,
                              GListModel *confirmed,
                              CadreMappingMethod method,
                              GError **error);

/* The same for a comparison by such a mapping. */
CadreDiff *cadre_diff_compare (CadreStructure *before,
                               CadreStructure *after,
                               const char *after_name,
                               GListModel *confirmed,
                               CadreMappingMethod method,
                               GError **error);
