/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The outcomes of a case as the readers of a report may see them. */

#pragma once

#include "report/cadre-report-diff-private.h"
#include <cadre/cadre-outcomes.h>

G_BEGIN_DECLS

typedef struct
{
  const CadreCatalogue *catalogue;
  CadreRedaction *redaction;
  CadreOutcomes *outcomes;
  CadreComparison *changes;
  CadreView *proposal;     /* the structure after with all its dates */
  const CadreView *before; /* of @changes */
  const CadreView *after;  /* of @changes */
  gboolean is_full;
  gboolean shows_assignments;
  GPtrArray *assignments; /* (element-type CadreOutcome): in the order of the tree before */
  GPtrArray *positions;   /* (element-type CadreOutcome): in the order of the tree after, those of
                           * posts that go last */
} CadreOutcomesView;

CadreOutcomesView *cadre_outcomes_view_new (CadreOutcomes *outcomes,
                                            CadreRedaction *redaction,
                                            const CadreCatalogue *catalogue,
                                            GError **error);
void cadre_outcomes_view_free (CadreOutcomesView *self);
/* Whether what comes out of a case is reported at a level. */
gboolean cadre_outcomes_view_check_level (CadreRedaction *redaction, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreOutcomesView, cadre_outcomes_view_free)

/* Whether the level hides an outcome, because at most one person is in post: the
 * outcome of the post would be that person's. That a post is deleted is no secret. */
gboolean cadre_outcomes_view_hides (const CadreOutcomesView *self, CadreOutcome *outcome);

/* What stands for an assignment: its id and the name of its holder, or a
 * pseudonym. NULL where assignments are not shown. */
char *cadre_outcomes_view_assignment (const CadreOutcomesView *self, const char *id);
char *cadre_outcomes_view_assignment_subject (const CadreOutcomesView *self, const char *id);

/* The post of an outcome after; before where there is none after. */
char *cadre_outcomes_view_post_name (const CadreOutcomesView *self, CadreOutcome *outcome);
/* The post of an outcome before, and whether it would be deleted. */
char *cadre_outcomes_view_post_before (const CadreOutcomesView *self, CadreOutcome *outcome);
/* What is proposed, in a sentence. */
char *cadre_outcomes_view_fate (const CadreOutcomesView *self, CadreOutcome *outcome);
/* Why, in sentences. */
char *cadre_outcomes_view_reasons (const CadreOutcomesView *self, CadreOutcome *outcome);
/* The code of the reason that stands for another at the level of the report: itself,
 * another, or NULL where nothing is said. */
#define CADRE_REASON_OF_PERSON "redaction.of-person"
const char *cadre_outcomes_view_stand_in (const CadreOutcomesView *self, const char *reason);
/* Whether anything is said of one of some reasons, and was not of those before. */
gboolean
cadre_outcomes_view_is_said (const CadreOutcomesView *self, const char *const *codes, guint i);
/* What the paper says, and whether the policy gives it; NULL where the paper
 * says nothing. */
char *cadre_outcomes_view_declared (const CadreOutcomesView *self, CadreOutcome *outcome);
char *cadre_outcomes_view_gap (const CadreOutcomesView *self, CadreOutcome *outcome);

/* What a person has decided; NULL where nobody has. */
char *cadre_outcomes_view_decision (const CadreOutcomesView *self, CadreOutcome *outcome);
gboolean cadre_outcomes_view_is_decided (const CadreOutcomesView *self);
/* The stamp that says how much of it is decided. */
void cadre_report_take_proposal_stamp (CadreReport *self, CadreOutcomes *outcomes);

/* How many people work in a post before, whatever the level shows. */
guint cadre_outcomes_view_count_holders (const CadreOutcomesView *self, const char *post_before);

/* The sections, in the order of the report. */
void cadre_report_add_in_short (CadreReport *self, const CadreOutcomesView *view);
void cadre_report_add_decisions (CadreReport *self, const CadreOutcomesView *view);
void cadre_report_add_not_known (CadreReport *self, const CadreOutcomesView *view);
void cadre_report_add_levels (CadreReport *self, const CadreOutcomesView *view);
void cadre_report_add_case_facts (CadreReport *self, const CadreOutcomesView *view);
void cadre_report_add_people_facts (CadreReport *self, const CadreOutcomesView *view);
void cadre_report_add_filling (CadreReport *self, const CadreOutcomesView *view);
void cadre_report_add_ring_fences (CadreReport *self, const CadreOutcomesView *view);
void cadre_report_add_assignments (CadreReport *self, const CadreOutcomesView *view);
void cadre_report_add_readings (CadreReport *self, const CadreOutcomesView *view);
void cadre_report_add_policies (CadreReport *self, const CadreOutcomesView *view);

G_END_DECLS
