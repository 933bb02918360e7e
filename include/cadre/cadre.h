/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#define CADRE_INSIDE

/* In the order of the layers. */
#include <cadre/cadre-version.h>
#include <cadre/cadre-types.h>
#include <cadre/cadre-enum-types.h>

/* base */
#include <cadre/cadre-date.h>
#include <cadre/cadre-fraction.h>
#include <cadre/cadre-issue.h>
#include <cadre/cadre-issue-list.h>
#include <cadre/cadre-limits.h>
#include <cadre/cadre-money.h>
#include <cadre/cadre-period.h>
#include <cadre/cadre-value.h>

/* document */
#include <cadre/cadre-csv-reader.h>
#include <cadre/cadre-csv-writer.h>
#include <cadre/cadre-document.h>
#include <cadre/cadre-reader.h>
#include <cadre/cadre-writer.h>

/* structure */
#include <cadre/cadre-vocabulary.h>
#include <cadre/cadre-structure-error.h>
#include <cadre/cadre-record.h>
#include <cadre/cadre-organisation.h>
#include <cadre/cadre-body.h>
#include <cadre/cadre-agreement.h>
#include <cadre/cadre-site.h>
#include <cadre/cadre-area.h>
#include <cadre/cadre-area-part.h>
#include <cadre/cadre-tier-scale.h>
#include <cadre/cadre-tier-equivalence.h>
#include <cadre/cadre-grade-scale.h>
#include <cadre/cadre-grade.h>
#include <cadre/cadre-grade-equivalence.h>
#include <cadre/cadre-unit.h>
#include <cadre/cadre-unit-parent.h>
#include <cadre/cadre-function.h>
#include <cadre/cadre-post.h>
#include <cadre/cadre-line.h>
#include <cadre/cadre-responsibility.h>
#include <cadre/cadre-funding.h>
#include <cadre/cadre-statement.h>
#include <cadre/cadre-lineage.h>
#include <cadre/cadre-person.h>
#include <cadre/cadre-assignment.h>
#include <cadre/cadre-absence.h>
#include <cadre/cadre-succession.h>
#include <cadre/cadre-structure.h>
#include <cadre/cadre-structure-builder.h>
#include <cadre/cadre-structure-person.h>
#include <cadre/cadre-structure-questions.h>
#include <cadre/cadre-column.h>
#include <cadre/cadre-total.h>
#include <cadre/cadre-figures.h>
#include <cadre/cadre-metrics.h>
#include <cadre/cadre-redaction.h>
#include <cadre/cadre-structure-write.h>

/* diff */
#include <cadre/cadre-change-event.h>
#include <cadre/cadre-diff-error.h>
#include <cadre/cadre-mapping-settings.h>
#include <cadre/cadre-pair-evidence.h>
#include <cadre/cadre-diff-view.h>
#include <cadre/cadre-pair.h>
#include <cadre/cadre-twin-group.h>
#include <cadre/cadre-mapping.h>
#include <cadre/cadre-change.h>
#include <cadre/cadre-diff.h>
#include <cadre/cadre-history-event.h>
#include <cadre/cadre-post-history.h>
#include <cadre/cadre-churn.h>
#include <cadre/cadre-series.h>
#include <cadre/cadre-patch-operation.h>
#include <cadre/cadre-patch.h>
#include <cadre/cadre-alternatives-row.h>
#include <cadre/cadre-alternatives.h>
#include <cadre/cadre-response.h>
#include <cadre/cadre-responses.h>
#include <cadre/cadre-merge-conflict.h>
#include <cadre/cadre-merge.h>

/* matching */
#include <cadre/cadre-matching-error.h>
#include <cadre/cadre-bipartite.h>
#include <cadre/cadre-bipartite-matching.h>
#include <cadre/cadre-bipartite-parts.h>
#include <cadre/cadre-matching-vocabulary.h>
#include <cadre/cadre-policy-comparison.h>
#include <cadre/cadre-policy-parameter.h>
#include <cadre/cadre-policy.h>
#include <cadre/cadre-log-entry.h>
#include <cadre/cadre-log.h>
#include <cadre/cadre-declaration.h>
#include <cadre/cadre-case.h>
#include <cadre/cadre-reason.h>
#include <cadre/cadre-fact.h>
#include <cadre/cadre-outcome-change.h>
#include <cadre/cadre-outcome.h>
#include <cadre/cadre-ring-fence-member.h>
#include <cadre/cadre-ring-fence.h>
#include <cadre/cadre-reading-difference.h>
#include <cadre/cadre-outcomes.h>
#include <cadre/cadre-explanation-step.h>
#include <cadre/cadre-work-item.h>
#include <cadre/cadre-worklist.h>
#include <cadre/cadre-allocation.h>
#include <cadre/cadre-sealed-case.h>
#include <cadre/cadre-forecast-change.h>
#include <cadre/cadre-forecast-group.h>
#include <cadre/cadre-forecast-person.h>
#include <cadre/cadre-forecast.h>

/* exchange */
#include <cadre/cadre-exchange-error.h>
#include <cadre/cadre-change-feed.h>
#include <cadre/cadre-export.h>
#include <cadre/cadre-extract-reader.h>
#include <cadre/cadre-feed-refusal.h>
#include <cadre/cadre-feed-step.h>
#include <cadre/cadre-field-map.h>
#include <cadre/cadre-import.h>
#include <cadre/cadre-linked.h>
#include <cadre/cadre-organogram-reader.h>
#include <cadre/cadre-organogram-write.h>
#include <cadre/cadre-popolo.h>
#include <cadre/cadre-reconciled-row.h>
#include <cadre/cadre-reconciler.h>
#include <cadre/cadre-reconciliation.h>
#include <cadre/cadre-sign-off.h>
#include <cadre/cadre-spreadsheet.h>
#include <cadre/cadre-transparency.h>

/* report */
#include <cadre/cadre-report.h>

#undef CADRE_INSIDE
