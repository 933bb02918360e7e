/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The parameters of a policy: what each is, which values it can have, and what
 * the illustrative policy has. */

#include "config.h"

#include "matching/cadre-policy-private.h"

#define CABINET "Stockton-on-Tees Borough Council, Cabinet decision, 12 April 2007"

static const CadreParameterSpec specs[CADRE_N_PARAMETERS] = {
  [CADRE_PARAMETER_SLOT_BASIS] = { .name = "slot.basis",
                                   .kind = CADRE_PARAMETER_KIND_WORD,
                                   .words = { "substantive-post" },
                                   .initial = "substantive-post",
                                   .source = CABINET ", Stage 1",
                                   .description = "Which post a slotting-in claim rests on" },
  [CADRE_PARAMETER_SLOT_HEADS] = { .name = "slot.heads",
                                   .kind = CADRE_PARAMETER_KIND_WORDS,
                                   .words = { "purpose", "duties", "scope", "competencies" },
                                   .initial = "purpose, duties, scope, competencies",
                                   .source = CABINET ", Stage 1",
                                   .description =
                                     "The heads under which the posts must be broadly the same" },
  [CADRE_PARAMETER_SLOT_THRESHOLD] = { .name = "slot.threshold",
                                       .kind = CADRE_PARAMETER_KIND_INTEGER,
                                       .least = 1,
                                       .most = 100,
                                       .initial = "60",
                                       .source = "60 percent is found for a whole job; under each "
                                                 "head it is in no source",
                                       .description =
                                         "The percentage of a head that must be the same" },
  [CADRE_PARAMETER_SLOT_THRESHOLD_PURPOSE] = { .name = "slot.threshold.purpose",
                                               .kind = CADRE_PARAMETER_KIND_INTEGER,
                                               .words = { "general" },
                                               .least = 1,
                                               .most = 100,
                                               .initial = "general",
                                               .source = "A choice",
                                               .description =
                                                 "The percentage under the head purpose where it "
                                                 "is not the general one" },
  [CADRE_PARAMETER_SLOT_THRESHOLD_DUTIES] = { .name = "slot.threshold.duties",
                                              .kind = CADRE_PARAMETER_KIND_INTEGER,
                                              .words = { "general" },
                                              .least = 1,
                                              .most = 100,
                                              .initial = "general",
                                              .source = "A choice",
                                              .description = "The percentage under the head duties "
                                                             "where it is not the general one" },
  [CADRE_PARAMETER_SLOT_THRESHOLD_SCOPE] = { .name = "slot.threshold.scope",
                                             .kind = CADRE_PARAMETER_KIND_INTEGER,
                                             .words = { "general" },
                                             .least = 1,
                                             .most = 100,
                                             .initial = "general",
                                             .source = "A choice",
                                             .description = "The percentage under the head scope "
                                                            "where it is not the general one" },
  [CADRE_PARAMETER_SLOT_THRESHOLD_COMPETENCIES] = { .name = "slot.threshold.competencies",
                                                    .kind = CADRE_PARAMETER_KIND_INTEGER,
                                                    .words = { "general" },
                                                    .least = 1,
                                                    .most = 100,
                                                    .initial = "general",
                                                    .source = "A choice",
                                                    .description =
                                                      "The percentage under the head competencies "
                                                      "where it is not the general one" },
  [CADRE_PARAMETER_SLOT_THRESHOLD_INCLUSIVE] = { .name = "slot.threshold-inclusive",
                                                 .kind = CADRE_PARAMETER_KIND_FLAG,
                                                 .initial = "true",
                                                 .source = "A choice",
                                                 .description =
                                                   "Whether exactly the threshold is enough" },
  [CADRE_PARAMETER_SLOT_DENOMINATOR] = { .name = "slot.denominator",
                                         .kind = CADRE_PARAMETER_KIND_WORD,
                                         .words = { "old", "new", "lesser" },
                                         .initial = "lesser",
                                         .source = "A choice",
                                         .description = "Of which profile the percentage is: that "
                                                        "before, that after, or the lesser" },
  [CADRE_PARAMETER_SLOT_OVERALL] = { .name = "slot.overall",
                                     .kind = CADRE_PARAMETER_KIND_WORD,
                                     .words = { "least-head", "weighted", "whole-job" },
                                     .initial = "least-head",
                                     .source = "A choice",
                                     .description =
                                       "How the heads make one answer: each of them, their "
                                       "weighted mean, or all statements as one" },
  [CADRE_PARAMETER_SLOT_WEIGHT_PURPOSE] = { .name = "slot.weight.purpose",
                                            .kind = CADRE_PARAMETER_KIND_INTEGER,
                                            .least = 0,
                                            .most = 100,
                                            .initial = "1",
                                            .source = "A choice",
                                            .description =
                                              "The weight of the head purpose in a weighted mean" },
  [CADRE_PARAMETER_SLOT_WEIGHT_DUTIES] = { .name = "slot.weight.duties",
                                           .kind = CADRE_PARAMETER_KIND_INTEGER,
                                           .least = 0,
                                           .most = 100,
                                           .initial = "1",
                                           .source = "A choice",
                                           .description =
                                             "The weight of the head duties in a weighted mean" },
  [CADRE_PARAMETER_SLOT_WEIGHT_SCOPE] = { .name = "slot.weight.scope",
                                          .kind = CADRE_PARAMETER_KIND_INTEGER,
                                          .least = 0,
                                          .most = 100,
                                          .initial = "1",
                                          .source = "A choice",
                                          .description =
                                            "The weight of the head scope in a weighted mean" },
  [CADRE_PARAMETER_SLOT_WEIGHT_COMPETENCIES] = { .name = "slot.weight.competencies",
                                                 .kind = CADRE_PARAMETER_KIND_INTEGER,
                                                 .least = 0,
                                                 .most = 100,
                                                 .initial = "1",
                                                 .source = "A choice",
                                                 .description = "The weight of the head "
                                                                "competencies in a weighted mean" },
  [CADRE_PARAMETER_SLOT_LEAST_DUTIES] = { .name = "slot.least-duties",
                                          .kind = CADRE_PARAMETER_KIND_INTEGER,
                                          .least = 1,
                                          .most = 99,
                                          .initial = "1",
                                          .source = "A choice",
                                          .description = "How many duties either profile must "
                                                         "state for the duties to be compared" },
  [CADRE_PARAMETER_SLOT_GRADE_WINDOW] = { .name = "slot.grade-window",
                                          .kind = CADRE_PARAMETER_KIND_INTEGER,
                                          .least = 0,
                                          .most = 99,
                                          .initial = "0",
                                          .source =
                                            "Same grade: Loughborough University, regrading policy",
                                          .description = "How many grades apart the posts may be" },
  [CADRE_PARAMETER_SLOT_GRADE_WINDOW_UP] = { .name = "slot.grade-window.up",
                                             .kind = CADRE_PARAMETER_KIND_INTEGER,
                                             .words = { "general" },
                                             .least = 0,
                                             .most = 99,
                                             .initial = "general",
                                             .source = "A choice",
                                             .description =
                                               "How many grades higher the post may be where it is "
                                               "not the general window" },
  [CADRE_PARAMETER_SLOT_GRADE_WINDOW_DOWN] = { .name = "slot.grade-window.down",
                                               .kind = CADRE_PARAMETER_KIND_INTEGER,
                                               .words = { "general" },
                                               .least = 0,
                                               .most = 99,
                                               .initial = "general",
                                               .source = "A choice",
                                               .description =
                                                 "How many grades lower the post may be where it "
                                                 "is not the general window" },
  [CADRE_PARAMETER_SLOT_HOURS_DIFFERENCE] = { .name = "slot.hours-difference",
                                              .kind = CADRE_PARAMETER_KIND_INTEGER,
                                              .words = { "any" },
                                              .least = 0,
                                              .most = 100,
                                              .initial = "any",
                                              .source = "A choice",
                                              .description = "How many percent the hours of the "
                                                             "posts may differ" },
  [CADRE_PARAMETER_SLOT_RATIO] = { .name = "slot.ratio",
                                   .kind = CADRE_PARAMETER_KIND_WORD,
                                   .words = { "strict", "holders-le-posts" },
                                   .binds_post = TRUE,
                                   .initial = "strict",
                                   .source = CABINET ", Stage 1",
                                   .description =
                                     "One person for one post, or no more people than positions" },
  [CADRE_PARAMETER_SLOT_TIER_ORDER] = { .name = "slot.tier-order",
                                        .kind = CADRE_PARAMETER_KIND_WORD,
                                        .words = { "top-down" },
                                        .binds_post = TRUE,
                                        .initial = "top-down",
                                        .source = CABINET ", Stage 1",
                                        .description = "In which order the tiers are gone through; "
                                                       "the sources have no other" },
  [CADRE_PARAMETER_SLOT_ITERATION] = { .name = "slot.iteration",
                                       .kind = CADRE_PARAMETER_KIND_WORD,
                                       .words = { "first-instance", "fixpoint" },
                                       .binds_post = TRUE,
                                       .initial = "first-instance",
                                       .source = CABINET ", Stage 2",
                                       .description = "Whether claims are counted once, or again "
                                                      "after each slotting-in" },
  [CADRE_PARAMETER_SLOT_MULTI_CLAIM] = { .name = "slot.multi-claim",
                                         .kind = CADRE_PARAMETER_KIND_WORD,
                                         .words = { "preference-else-unresolved", "unresolved" },
                                         .initial = "preference-else-unresolved",
                                         .source = "A choice",
                                         .description = "What becomes of claims on several posts" },
  [CADRE_PARAMETER_SLOT_EXCLUSIVE] = { .name = "slot.exclusive",
                                       .kind = CADRE_PARAMETER_KIND_FLAG,
                                       .initial = "true",
                                       .source = "A choice",
                                       .description = "Whether somebody who is slotted in may be "
                                                      "appointed to no other post" },
  [CADRE_PARAMETER_MERGE_COMPETES] = { .name = "merge-competes",
                                       .kind = CADRE_PARAMETER_KIND_FLAG,
                                       .binds_post = TRUE,
                                       .initial = "false",
                                       .source = "A choice",
                                       .description = "Whether a post made of several is competed "
                                                      "for even by one claimant" },
  [CADRE_PARAMETER_TIER_BELOW] = { .name = "tier-below",
                                   .kind = CADRE_PARAMETER_KIND_WORD,
                                   .words = { "no-displacement", "allowed" },
                                   .binds_post = TRUE,
                                   .initial = "no-displacement",
                                   .source = CABINET ", principle on displaced employees",
                                   .description = "Whether somebody from the tier above may be "
                                                  "slotted in over a holder" },
  [CADRE_PARAMETER_HOURS_TOLERANCE] = { .name = "hours-tolerance",
                                        .kind = CADRE_PARAMETER_KIND_INTEGER,
                                        .least = 0,
                                        .most = 100,
                                        .initial = "0",
                                        .source = "A choice",
                                        .description = "How many percent the hours of a post may "
                                                       "change and leave it the same job" },
  [CADRE_PARAMETER_JOB_SHARE_HOURS_TOLERANCE] = { .name = "job-share.hours-tolerance",
                                                  .kind = CADRE_PARAMETER_KIND_INTEGER,
                                                  .words = { "any" },
                                                  .least = 0,
                                                  .most = 100,
                                                  .initial = "any",
                                                  .source =
                                                    "Sharers have the hours of the post together: "
                                                    "Lincolnshire County Council, flexible "
                                                    "working; how exactly is a choice",
                                                  .description =
                                                    "How many percent the hours of those who share "
                                                    "a job may miss those of the post" },
  [CADRE_PARAMETER_FIXED_TERM] = { .name = "fixed-term",
                                   .kind = CADRE_PARAMETER_KIND_WORD,
                                   .words = { "to-be-checked", "as-permanent", "excluded" },
                                   .initial = "to-be-checked",
                                   .source = "A choice",
                                   .description = "What becomes of claims of somebody whose fixed "
                                                  "term ends with the change" },
  [CADRE_PARAMETER_POOL_SAME_FUNCTION] = { .name = "pool.same-function",
                                           .kind = CADRE_PARAMETER_KIND_FLAG,
                                           .initial = "true",
                                           .source = CABINET ", Stage 2",
                                           .description =
                                             "Whether a ring-fence asks for a function in common" },
  [CADRE_PARAMETER_POOL_SAME_FIELD] = { .name = "pool.same-field",
                                        .kind = CADRE_PARAMETER_KIND_FLAG,
                                        .initial = "true",
                                        .source = CABINET ", Stage 2",
                                        .description =
                                          "Whether a ring-fence asks for the same field of work" },
  [CADRE_PARAMETER_POOL_SAME_LINE] = { .name = "pool.same-line",
                                       .kind = CADRE_PARAMETER_KIND_FLAG,
                                       .initial = "false",
                                       .source = "A choice",
                                       .description =
                                         "Whether a ring-fence asks for the same reporting line" },
  [CADRE_PARAMETER_POOL_SAME_UNIT] = { .name = "pool.same-unit",
                                       .kind = CADRE_PARAMETER_KIND_FLAG,
                                       .initial = "false",
                                       .source = "A choice",
                                       .description =
                                         "Whether a ring-fence asks for the same unit" },
  [CADRE_PARAMETER_POOL_SAME_AREA] = { .name = "pool.same-area",
                                       .kind = CADRE_PARAMETER_KIND_FLAG,
                                       .initial = "false",
                                       .source = "A choice",
                                       .description =
                                         "Whether a ring-fence asks for the same area" },
  [CADRE_PARAMETER_POOL_TIER_DIFFERENCE] = { .name = "pool.tier-difference",
                                             .kind = CADRE_PARAMETER_KIND_INTEGER,
                                             .words = { "any" },
                                             .least = 0,
                                             .most = 99,
                                             .initial = "0",
                                             .source = CABINET ", Stage 2",
                                             .description = "How many tiers apart, on the common "
                                                            "scale, a ring-fence lets posts be" },
  [CADRE_PARAMETER_POOL_GRADE_DIFFERENCE] = { .name = "pool.grade-difference",
                                              .kind = CADRE_PARAMETER_KIND_INTEGER,
                                              .words = { "any" },
                                              .least = 0,
                                              .most = 99,
                                              .initial = "1",
                                              .source = "A choice",
                                              .description = "How many grades apart a ring-fence "
                                                             "lets posts be" },
  [CADRE_PARAMETER_POOL_GRADE_DIFFERENCE_UP] = { .name = "pool.grade-difference.up",
                                                 .kind = CADRE_PARAMETER_KIND_INTEGER,
                                                 .words = { "general", "any" },
                                                 .least = 0,
                                                 .most = 99,
                                                 .initial = "general",
                                                 .source = "A choice",
                                                 .description =
                                                   "How many grades higher a ring-fence lets a "
                                                   "post be where it is not the general "
                                                   "difference" },
  [CADRE_PARAMETER_POOL_GRADE_DIFFERENCE_DOWN] = { .name = "pool.grade-difference.down",
                                                   .kind = CADRE_PARAMETER_KIND_INTEGER,
                                                   .words = { "general", "any" },
                                                   .least = 0,
                                                   .most = 99,
                                                   .initial = "general",
                                                   .source = "A choice",
                                                   .description =
                                                     "How many grades lower a ring-fence lets a "
                                                     "post be where it is not the general "
                                                     "difference" },
  [CADRE_PARAMETER_POOL_HIGHER_GRADE] = { .name = "pool.higher-grade",
                                          .kind = CADRE_PARAMETER_KIND_WORD,
                                          .words = { "always", "none-at-grade" },
                                          .initial = "always",
                                          .source = "A choice",
                                          .description = "Whether a ring-fence has posts of a "
                                                         "higher grade always, or where there is "
                                                         "none at the own grade or below" },
  [CADRE_PARAMETER_POOL_ADD_CLAIMANTS] = { .name = "pool.add-claimants",
                                           .kind = CADRE_PARAMETER_KIND_FLAG,
                                           .initial = "true",
                                           .source = "A choice",
                                           .description = "Whether everybody with a slotting-in "
                                                          "claim is in the ring-fence" },
  [CADRE_PARAMETER_POOL_EQUAL_ACCESS] = { .name = "pool.equal-access",
                                          .kind = CADRE_PARAMETER_KIND_FLAG,
                                          .binds_post = TRUE,
                                          .initial = "false",
                                          .source = "A choice",
                                          .description =
                                            "Whether those at risk elsewhere stand beside a "
                                            "ring-fence on an equal footing" },
  [CADRE_PARAMETER_POOL_COMPETITION] = { .name = "pool.competition",
                                         .kind = CADRE_PARAMETER_KIND_WORD,
                                         .words = { "always", "where-short" },
                                         .binds_post = TRUE,
                                         .initial = "always",
                                         .source =
                                           "Nobody is interviewed where the ring-fence has more "
                                           "posts than people: UNISON Sandwell; that as many are "
                                           "enough is a choice",
                                         .description = "Whether a ring-fence with a position for "
                                                        "everybody in it is competed for" },
  [CADRE_PARAMETER_SELECTION_CRITERIA] = { .name = "selection.criteria",
                                           .kind = CADRE_PARAMETER_KIND_WORDS,
                                           .words = { "none", "skills", "qualifications",
                                                      "experience", "interview", "assessment",
                                                      "performance", "attendance",
                                                      "disciplinary-record", "length-of-service",
                                                      "last-in-first-out", "cost", "age",
                                                      "earliest-expiry", "contract-type" },
                                           .binds_post = TRUE,
                                           .initial = "none",
                                           .source = "A choice",
                                           .description =
                                             "By what people are selected in a competition or a "
                                             "pool; the library ranks nobody" },
  [CADRE_PARAMETER_SELECTION_TIE_BREAKS] = { .name = "selection.tie-breaks",
                                             .kind = CADRE_PARAMETER_KIND_WORDS,
                                             .words = { "none", "further-assessment",
                                                        "panel-decision", "preference",
                                                        "length-of-service", "last-in-first-out",
                                                        "cost", "age", "earliest-expiry", "lot" },
                                             .binds_post = TRUE,
                                             .initial = "none",
                                             .source = "A choice",
                                             .description =
                                               "What may break a tie; the library breaks none" },
  [CADRE_PARAMETER_SELECTION_TIE_BREAKS_BARRED] = { .name = "selection.tie-breaks-barred",
                                                    .kind = CADRE_PARAMETER_KIND_WORDS,
                                                    .words = { "none", "further-assessment",
                                                               "panel-decision", "preference",
                                                               "length-of-service",
                                                               "last-in-first-out", "cost", "age",
                                                               "earliest-expiry", "lot" },
                                                    .binds_post = TRUE,
                                                    .initial = "none",
                                                    .source = "A choice",
                                                    .description = "What may not break a tie" },
  [CADRE_PARAMETER_VOLUNTARY_RELEASE] = { .name = "voluntary.release",
                                          .kind = CADRE_PARAMETER_KIND_WORD,
                                          .words = { "none", "tied", "untied" },
                                          .initial = "tied",
                                          .source = "A choice",
                                          .description =
                                            "Whether volunteers are released: not at all, for a "
                                            "post that goes or a bump, or from any post" },
  [CADRE_PARAMETER_VOLUNTARY_WHO] = { .name = "voluntary.who",
                                      .kind = CADRE_PARAMETER_KIND_WORD,
                                      .words = { "anyone", "affected", "at-risk", "post-goes" },
                                      .initial = "anyone",
                                      .source = "A choice",
                                      .description =
                                        "Who may volunteer: anybody in the process, whose post "
                                        "changes, who is at risk as a group, or whose post or "
                                        "position goes" },
  [CADRE_PARAMETER_VOLUNTARY_TIMING] = { .name = "voluntary.timing",
                                         .kind = CADRE_PARAMETER_KIND_WORD,
                                         .words = { "before-slotting-in", "after-slotting-in" },
                                         .initial = "before-slotting-in",
                                         .source = "A choice",
                                         .description = "Whether an accepted release counts before "
                                                        "or after slotting-in" },
  [CADRE_PARAMETER_VOLUNTARY_WITHDRAWABLE_UNTIL] = { .name = "voluntary.withdrawable-until",
                                                     .kind = CADRE_PARAMETER_KIND_WORD,
                                                     .words = { "acceptance", "selection",
                                                                "release" },
                                                     .initial = "selection",
                                                     .source = "University of Cambridge, "
                                                               "organisational change policy, 3.3",
                                                     .description =
                                                       "Until when a volunteer may withdraw: the "
                                                       "acceptance, the start of selection, or the "
                                                       "release" },
  [CADRE_PARAMETER_VOLUNTARY_CRITERIA] = { .name = "voluntary.criteria",
                                           .kind = CADRE_PARAMETER_KIND_WORDS,
                                           .words = { "none", "service-need", "skills-kept",
                                                      "business-case", "discretion",
                                                      "order-of-application", "cost",
                                                      "length-of-service", "age", "pension" },
                                           .initial = "none",
                                           .source = "A choice",
                                           .description =
                                             "By what volunteers are accepted or refused" },
  [CADRE_PARAMETER_BUMPING] = { .name = "bumping",
                                .kind = CADRE_PARAMETER_KIND_WORD,
                                .words = { "forbidden", "consensual" },
                                .binds_post = TRUE,
                                .initial = "forbidden",
                                .source = "A choice",
                                .description = "Whether a volunteer may free a post for somebody "
                                               "else whose post goes" },
  [CADRE_PARAMETER_PRIORITY_ORDER] = { .name = "priority.order",
                                       .kind = CADRE_PARAMETER_KIND_ORDER,
                                       .words = { "statutory-priority", "adjustment",
                                                  "under-notice", "at-risk" },
                                       .is_stated_only = TRUE,
                                       .initial =
                                         "statutory-priority, adjustment, under-notice, at-risk",
                                       .source = "A hiring managers' page on redeployment, after "
                                                 "Surrey County Council",
                                       .description = "In which order those with prior "
                                                      "consideration are considered" },
  [CADRE_PARAMETER_REDEPLOYMENT_RINGS] = { .name = "redeployment.rings",
                                           .kind = CADRE_PARAMETER_KIND_ORDER,
                                           .words = { "own-employer", "case-employers", "region",
                                                      "wider-group", "public-advert" },
                                           .binds_post = TRUE,
                                           .initial = "own-employer, case-employers, public-advert",
                                           .source = "A choice",
                                           .description = "In which order employers look for a "
                                                          "post, or for somebody to fill it" },
  [CADRE_PARAMETER_REDEPLOYMENT_EFFECT] = { .name = "redeployment.effect",
                                            .kind = CADRE_PARAMETER_KIND_WORD,
                                            .words = { "considered-first", "guaranteed-interview",
                                                       "offered-first" },
                                            .initial = "considered-first",
                                            .source = "A choice",
                                            .description = "What a redeployee has before others at "
                                                           "the own grade or below" },
  [CADRE_PARAMETER_REDEPLOYMENT_GRADE_UP] = { .name = "redeployment.grade-up",
                                              .kind = CADRE_PARAMETER_KIND_INTEGER,
                                              .least = 0,
                                              .most = 99,
                                              .initial = "0",
                                              .source = "Same or lower grade: Surrey County "
                                                        "Council, redeployment",
                                              .description = "How many grades higher the priority "
                                                             "of a redeployee goes" },
  [CADRE_PARAMETER_REDEPLOYMENT_EXCLUSIVE_DAYS] = { .name = "redeployment.exclusive-days",
                                                    .kind = CADRE_PARAMETER_KIND_INTEGER,
                                                    .least = 0,
                                                    .most = 365,
                                                    .binds_post = TRUE,
                                                    .initial = "7",
                                                    .source =
                                                      "A hiring managers' page on redeployment, "
                                                      "after Surrey County Council",
                                                    .description = "How many days a post is open "
                                                                   "to redeployees only" },
  [CADRE_PARAMETER_TRIAL_WEEKS] = { .name = "trial.weeks",
                                    .kind = CADRE_PARAMETER_KIND_INTEGER,
                                    .least = 1,
                                    .most = 52,
                                    .initial = "4",
                                    .source = "Employment Rights Act 1996, section 138",
                                    .description = "How many weeks a trial lasts" },
  [CADRE_PARAMETER_APPEAL_EFFECT] = { .name = "appeal.effect",
                                      .kind = CADRE_PARAMETER_KIND_WORD,
                                      .words = { "not-stated", "waits", "goes-on" },
                                      .binds_post = TRUE,
                                      .initial = "not-stated",
                                      .source = "There is a right of appeal (a procedure for "
                                                "managing workforce change); what waits for it is "
                                                "in no source",
                                      .description =
                                        "What becomes of a post about which an appeal is open: it "
                                        "waits, the process goes on, or it is not stated" },
  [CADRE_PARAMETER_SENIOR_NO_SLOTTING_IN] = { .name = "senior.no-slotting-in",
                                              .kind = CADRE_PARAMETER_KIND_WORDS,
                                              .words = { "none", "statutory", "chief-officer",
                                                         "politically-restricted" },
                                              .binds_post = TRUE,
                                              .initial = "none",
                                              .source = "A choice",
                                              .description = "Which posts nobody is slotted into" },
  [CADRE_PARAMETER_SENIOR_BY_MEMBERS] = { .name = "senior.by-members",
                                          .kind = CADRE_PARAMETER_KIND_WORDS,
                                          .words = { "none", "statutory", "chief-officer",
                                                     "politically-restricted" },
                                          .binds_post = TRUE,
                                          .initial = "none",
                                          .source = "A choice",
                                          .description =
                                            "Which posts members of the council appoint to" },
  [CADRE_PARAMETER_VACANT_MANAGER] = { .name = "vacant-manager",
                                       .kind = CADRE_PARAMETER_KIND_WORD,
                                       .words = { "nearest-occupied", "vacant-post" },
                                       .initial = "nearest-occupied",
                                       .source = "A choice",
                                       .description =
                                         "Who manages where the manager's post is vacant" },
};

const CadreParameterSpec *
cadre_parameter_spec (CadreParameter parameter)
{
  return &specs[parameter];
}

int
cadre_parameter_find (const char *name)
{
  for (int i = 0; i < CADRE_N_PARAMETERS; i++)
    if (g_str_equal (specs[i].name, name))
      return i;

  return -1;
}
