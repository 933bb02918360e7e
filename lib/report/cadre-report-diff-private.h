/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "report/cadre-report-parts-private.h"
#include <cadre/cadre-change-event.h>
#include <cadre/cadre-diff.h>

G_BEGIN_DECLS

/* A comparison as the readers of a report may see it. */
typedef struct
{
  const CadreCatalogue *catalogue;
  CadreDiff *original;
  CadreDiff *diff; /* of what the redaction leaves */
  CadreView *before;
  CadreView *after;
  guint8 *made_into; /* by row of a post before: CadreLineageKind */
  guint8 *made_of;   /* by row of a post after */
} CadreComparison;

CadreComparison *cadre_comparison_new (CadreDiff *diff,
                                       CadreRedaction *redaction,
                                       const CadreCatalogue *catalogue,
                                       GError **error);
void cadre_comparison_free (CadreComparison *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreComparison, cadre_comparison_free)

/* The same comparison of what the readers may see of the two structures. */
CadreDiff *cadre_view_redact_diff (CadreDiff *diff,
                                   const CadreView *before,
                                   const CadreView *after,
                                   GError **error);

/* The row of the same post on the other side, or CADRE_NO_ROW. */
guint32 cadre_comparison_find_after (const CadreComparison *self, guint32 post_before);
guint32 cadre_comparison_find_before (const CadreComparison *self, guint32 post_after);

/* Of a post that is not the same post on the other side: whether others were made of it, or it was
 * made of others, CADRE_LINEAGE_KIND_MERGE or CADRE_LINEAGE_KIND_SPLIT: it does not go then, and
 * is not new. Else CADRE_LINEAGE_KIND_UNKNOWN. */
CadreLineageKind cadre_comparison_made_into (const CadreComparison *self, guint32 post_before);
CadreLineageKind cadre_comparison_made_of (const CadreComparison *self, guint32 post_after);
void cadre_comparison_find_made (CadreComparison *self);
/* What that is, in words; one of the two is CADRE_NO_ROW. NULL where it is neither, as far as the
 * readers may see. */
char *cadre_comparison_say_made (const CadreComparison *self, guint32 before, guint32 after);

/* Facts: what is compared. */
void cadre_report_add_sides (CadreReport *self, const CadreComparison *view);
/* How many posts change, and staffing in figures before and after. */
void cadre_report_add_totals (CadreReport *self, const CadreComparison *view);
/* A paragraph on the part of the organisation that a view is of; FALSE where it
 * is of all that the readers may see. */
gboolean
cadre_report_add_part (CadreReport *self, const CadreComparison *comparison, CadreDiffView *view);
/* A section on who is at the top before and after. */
void cadre_report_add_top (CadreReport *self, const CadreComparison *view);
/* A section on where the posts of each unit go, where some go elsewhere. */
void cadre_report_add_flows (CadreReport *self, const CadreComparison *view);
/* A section on how posts were found to be the same, where ids do not say it. */
void cadre_report_add_pairing (CadreReport *self, const CadreComparison *view);
/* A section on the pairs of posts that a person has to look at, if there are any. */
void cadre_report_add_reviews (CadreReport *self, const CadreComparison *view);
/* Sections on the posts that go, and on those that are merged or split with what is made of them,
 * if there are any. */
void cadre_report_add_deleted (CadreReport *self, const CadreComparison *view);
void cadre_report_add_made (CadreReport *self, const CadreComparison *view);
/* The sections on posts that change, functions that move, what is declared,
 * units, assignments and the rest. */
void cadre_report_add_changes (CadreReport *self, const CadreComparison *view);
/* What a change was before and is after, in words. */
char *cadre_comparison_value (const CadreComparison *self, CadreChange *change, gboolean after);

/* The post of an assignment after; before where it is not there after. */
char *cadre_comparison_post_of_assignment (const CadreComparison *self, CadreChange *change);
/* What events say of assignments in one line for many posts. */
typedef struct
{
  guint n_of_deleted; /* in posts that go */
  guint n_of_created; /* in posts that are new */
  guint n_same_name;  /* with the same name under another reference */
} CadreAssignmentCounts;

/* Whether nothing has to be said of the assignments of a post but what is added to @counts. */
gboolean cadre_comparison_count_assignments (const CadreComparison *self,
                                             CadreChangeEvent *event,
                                             CadreAssignmentCounts *counts);
void cadre_report_add_counted_assignments (CadreReport *self, const CadreAssignmentCounts *counts);
/* Which come, go and change, and how, as far as the readers may see. */
char *cadre_comparison_say_assignments (const CadreComparison *self, CadreChangeEvent *event);

/* The name of what a change is about: that after, or before where it goes. */
char *cadre_comparison_owner (const CadreComparison *self, CadreChange *change);
/* "Line manager"; of a whole row "New reporting line". */
char *cadre_comparison_what (const CadreComparison *self, CadreChange *change);
/* "Line manager: from A to B", of @what and the two values. */
char *
cadre_comparison_change_text (const CadreComparison *self, CadreChange *change, const char *what);
/* What changes of a post, by its id after: "Title: from A to B; …". */
char *cadre_comparison_changes_of_post (const CadreComparison *self, const char *post_id);
/* The function that a change is about. */
char *cadre_comparison_function (const CadreComparison *self, CadreChange *change);

G_END_DECLS
