/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "report/cadre-report-diff-private.h"
#include <cadre/cadre-merge.h>

G_BEGIN_DECLS

enum
{
  CADRE_SIDE_BASE = 0,
  CADRE_SIDE_OURS = 1,
  CADRE_SIDE_THEIRS = 2,
  CADRE_N_SIDES = 3
};

/* A merge as the readers of a report may see it. */
typedef struct
{
  const CadreCatalogue *catalogue;
  CadreRedaction *redaction;
  CadreMerge *original; /* which says how conflicts are resolved */
  CadreMerge *merge;    /* of what the redaction leaves */
  CadreView *views[CADRE_N_SIDES];
} CadreMergeTelling;

/* "Outreach Worker: Line manager". */
char *cadre_merge_say_subject (const CadreMergeTelling *self, CadreMergeConflict *conflict);
/* "post/L006"; NULL where no single record has the name. */
char *cadre_merge_dup_subject (CadreMergeConflict *conflict);
/* What one side has, or wants. */
char *
cadre_merge_say_side (const CadreMergeTelling *self, CadreMergeConflict *conflict, guint side);
/* Who is in a circle; NULL where the conflict is none. */
char *cadre_merge_say_circle (const CadreMergeTelling *self, CadreMergeConflict *conflict);
/* Whose post, unit or the like it is; NULL where nobody's. */
char *cadre_merge_say_deciders (const CadreMergeTelling *self, CadreMergeConflict *conflict);
/* How it is resolved. @decided is the same conflict of the original merge. */
char *cadre_merge_say_resolution (const CadreMergeTelling *self, CadreMergeConflict *decided);

G_END_DECLS
