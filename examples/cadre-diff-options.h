/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the words on the command line of cadre-diff mean. */

#pragma once

#include <cadre/cadre.h>

typedef enum
{
  CADRE_DIFF_JOB_COMPARE,
  CADRE_DIFF_JOB_RESPONSES,
  CADRE_DIFF_JOB_PATCH,
  CADRE_DIFF_JOB_APPLY,
  CADRE_DIFF_JOB_MERGE,
  CADRE_DIFF_JOB_CONFLICTS,
  CADRE_DIFF_JOB_ALTERNATIVES,
  CADRE_DIFF_JOB_SERIES,
} CadreDiffJob;

typedef struct
{
  gboolean as_json;
  gboolean in_force;
  gboolean all_dates;
  gboolean as_patch;
  gboolean undo;
  gboolean as_merge;
  gboolean as_conflicts;
  gboolean as_alternatives;
  gboolean as_series;
  char *map;
  char *level;
  char *readers;
  char *choice;
  char *responses;
  char *patch;
  char *keep;
  char *replay;
  char **units;
  char **employers;
  char **kinds;
  char **tiers;
  char **pairs;
  char **merged;
  char **split;
  char **not_pairs;
  char **files;

  /* What follows from them; a word that is not given means the default. */
  CadreDiffJob job;
  CadreMappingMethod method;
  CadreRedactionLevel for_whom;
  CadreMergeChoice chosen;
  CadreDiffView *view; /* (nullable): the whole comparison, field by field */
} CadreDiffOptions;

extern CadreDiffOptions cadre_diff_options;

/* A fault of the words is a G_OPTION_ERROR. */
gboolean cadre_diff_options_parse (int *argc, char ***argv, GError **error);

void cadre_diff_options_clear (void);
