/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The one table of reasons: what an outcome can say about why it is so. */

#include "config.h"

#include "matching/cadre-reasons-private.h"

typedef struct
{
  gboolean is_open; /* something is left to be settled by people */
  const char *sentence;
} Row;

static const char *const codes[CADRE_N_REASONS + 1] = {
  [CADRE_REASON_POST_UNCHANGED] = "post.unchanged",
  [CADRE_REASON_POST_CHANGED] = "post.changed",
  [CADRE_REASON_POST_DECLARED_UNCHANGED] = "post.declared-unchanged",
  [CADRE_REASON_POST_BROADLY_SAME] = "post.broadly-same",
  [CADRE_REASON_POST_DELETED] = "post.deleted",
  [CADRE_REASON_POST_MERGED] = "post.merged",
  [CADRE_REASON_POST_SPLIT] = "post.split",
  [CADRE_REASON_POST_CREATED] = "post.created",
  [CADRE_REASON_POST_DEFERRED] = "post.deferred",
  [CADRE_REASON_POST_FUNCTIONS_LEAVE] = "post.functions-leave",
  [CADRE_REASON_POST_OVER_HELD] = "post.over-held",
  [CADRE_REASON_POST_ESTABLISHMENT_UNKNOWN] = "post.establishment-unknown",
  [CADRE_REASON_POOL_SELECTION] = "pool.selection",
  [CADRE_REASON_POOL_KEPT] = "pool.kept",
  [CADRE_REASON_POOL_NOT_KEPT] = "pool.not-kept",
  [CADRE_REASON_CLAIM_UNIQUE] = "claim.unique",
  [CADRE_REASON_CLAIM_HOLDERS_FIT] = "claim.holders-fit",
  [CADRE_REASON_CLAIM_TOGETHER] = "claim.together",
  [CADRE_REASON_CLAIM_CONTESTED] = "claim.contested",
  [CADRE_REASON_CLAIM_CONTESTED_SEVERAL] = "claim.contested-several",
  [CADRE_REASON_CLAIM_ONE_FOR_ONE_ONLY] = "claim.one-for-one-only",
  [CADRE_REASON_CLAIM_MERGE_COMPETES] = "claim.merge-competes",
  [CADRE_REASON_CLAIM_SEVERAL_POSTS] = "claim.several-posts",
  [CADRE_REASON_CLAIM_SAME_PERSON] = "claim.same-person",
  [CADRE_REASON_CLAIM_HEADS_UNKNOWN] = "claim.heads-unknown",
  [CADRE_REASON_CLAIM_HEADS_DIFFER] = "claim.heads-differ",
  [CADRE_REASON_CLAIM_GRADE_UNKNOWN] = "claim.grade-unknown",
  [CADRE_REASON_CLAIM_GRADE_PROVISIONAL] = "claim.grade-provisional",
  [CADRE_REASON_CLAIM_GRADE_DIFFERS] = "claim.grade-differs",
  [CADRE_REASON_CLAIM_HOURS_UNKNOWN] = "claim.hours-unknown",
  [CADRE_REASON_CLAIM_HOURS_DIFFER] = "claim.hours-differ",
  [CADRE_REASON_CLAIM_BASIS_UNKNOWN] = "claim.basis-unknown",
  [CADRE_REASON_CLAIM_DECLARED] = "claim.declared",
  [CADRE_REASON_CLAIM_JUDGED_LEVEL] = "claim.judged-level",
  [CADRE_REASON_CLAIM_OTHERS_TO_BE_CHECKED] = "claim.others-to-be-checked",
  [CADRE_REASON_CLAIM_OTHER_POSTS_TO_BE_CHECKED] = "claim.other-posts-to-be-checked",
  [CADRE_REASON_CLAIM_PENDING_ABOVE] = "claim.pending-above",
  [CADRE_REASON_CLAIM_FAILED] = "claim.failed",
  [CADRE_REASON_TIER_BELOW_BARRED] = "tier-below.barred",
  [CADRE_REASON_TIER_BELOW_OFFER] = "tier-below.offer",
  [CADRE_REASON_RING_FENCE_MEMBER] = "ring-fence.member",
  [CADRE_REASON_RING_FENCE_TO_BE_CHECKED] = "ring-fence.to-be-checked",
  [CADRE_REASON_RING_FENCE_ENOUGH] = "ring-fence.enough",
  [CADRE_REASON_RING_FENCE_EMPTY] = "ring-fence.empty",
  [CADRE_REASON_RING_FENCE_SINGLE] = "ring-fence.single",
  [CADRE_REASON_RING_FENCE_EXHAUSTED] = "ring-fence.exhausted",
  [CADRE_REASON_RESULT_APPOINTED] = "result.appointed",
  [CADRE_REASON_RESULT_NOT_APPOINTED] = "result.not-appointed",
  [CADRE_REASON_CRITERIA_NOT_PERMITTED] = "criteria.not-permitted",
  [CADRE_REASON_RESULT_MORE_THAN_POSITIONS] = "result.more-than-positions",
  [CADRE_REASON_RESULT_SEVERAL_POSTS] = "result.several-posts",
  [CADRE_REASON_DISPLACED_NOTHING_FOUND] = "displaced.nothing-found",
  [CADRE_REASON_DISPLACED_WIDER_COMPETITION_OPEN] = "displaced.wider-competition-open",
  [CADRE_REASON_SCOPE_AGENCY] = "scope.agency",
  [CADRE_REASON_SCOPE_SECONDEE_IN] = "scope.secondee-in",
  [CADRE_REASON_SCOPE_NOT_COVERED] = "scope.not-covered",
  [CADRE_REASON_SCOPE_OUTSIDE_POST] = "scope.outside-post",
  [CADRE_REASON_SCOPE_NO_POST] = "scope.no-post",
  [CADRE_REASON_SECONDMENT_HOME_CLAIMS] = "secondment.home-claims",
  [CADRE_REASON_SECONDMENT_HOME_ELSEWHERE] = "secondment.home-elsewhere",
  [CADRE_REASON_SECONDMENT_ENDS] = "secondment.ends",
  [CADRE_REASON_ASSIGNMENT_RELEASED] = "assignment.released",
  [CADRE_REASON_ACTING_NO_CLAIM] = "acting.no-claim",
  [CADRE_REASON_ACTING_NO_SUBSTANTIVE] = "acting.no-substantive",
  [CADRE_REASON_COVER_NO_CLAIM] = "cover.no-claim",
  [CADRE_REASON_TEMPORARY_ENDS] = "temporary.ends",
  [CADRE_REASON_FIXED_TERM_ENDS] = "fixed-term.ends",
  [CADRE_REASON_FIXED_TERM_EXPIRY_IS_DISMISSAL] = "fixed-term.expiry-is-dismissal",
  [CADRE_REASON_FIXED_TERM_REASON_MISSING] = "fixed-term.reason-missing",
  [CADRE_REASON_FIXED_TERM_NOT_A_GROUND] = "fixed-term.not-a-ground",
  [CADRE_REASON_FIXED_TERM_END_UNKNOWN] = "fixed-term.end-unknown",
  [CADRE_REASON_FIXED_TERM_AS_PERMANENT] = "fixed-term.as-permanent",
  [CADRE_REASON_FIXED_TERM_EXCLUDED] = "fixed-term.excluded",
  [CADRE_REASON_ASSIGNMENT_LEAVES] = "assignment.leaves",
  [CADRE_REASON_ASSIGNMENT_LEAVES_LATER] = "assignment.leaves-later",
  [CADRE_REASON_ASSIGNMENT_DATES_UNKNOWN] = "assignment.dates-unknown",
  [CADRE_REASON_ABSENCE_INCLUDED] = "absence.included",
  [CADRE_REASON_OUTSIDE_DECIDED] = "outside.decided",
  [CADRE_REASON_POLICY_NONE] = "policy.none",
  [CADRE_REASON_POLICY_CONFLICT] = "policy.conflict",
  [CADRE_REASON_ROUTE_NONE] = "route.none",
  [CADRE_REASON_POSITION_CONTESTED] = "position.contested",
  [CADRE_REASON_POSITION_HOLDER_STAYS] = "position.holder-stays",
  [CADRE_REASON_POSITION_NO_HOLDER] = "position.no-holder",
  [CADRE_REASON_POSITION_SEVERAL_HOLDERS] = "position.several-holders",
  [CADRE_REASON_POSITION_HOLDER_LEAVES] = "position.holder-leaves",
  [CADRE_REASON_POSITION_ADDITIONAL] = "position.additional",
  [CADRE_REASON_POSITION_NUMBER_UNKNOWN] = "position.number-unknown",
  [CADRE_REASON_POSITION_CLAIM_TO_BE_CHECKED] = "position.claim-to-be-checked",
  [CADRE_REASON_POSITION_CLAIM_UNRESOLVED] = "position.claim-unresolved",
  [CADRE_REASON_POSITION_CLAIM_GONE] = "position.claim-gone",
  [CADRE_REASON_POSITION_OFFER] = "position.offer",
  [CADRE_REASON_POSITION_EQUAL_ACCESS] = "position.equal-access",
  [CADRE_REASON_POSITION_ENOUGH] = "position.enough",
  [CADRE_REASON_POSITION_DECLARED_SLOT_WITHOUT_HOLDER] = "position.declared-slot-without-holder",
  [CADRE_REASON_OFFER_MADE] = "offer.made",
  [CADRE_REASON_OFFER_ACCEPTED] = "offer.accepted",
  [CADRE_REASON_OFFER_REFUSED] = "offer.refused",
  [CADRE_REASON_OFFER_SEVERAL_POSTS] = "offer.several-posts",
  [CADRE_REASON_OFFER_MORE_THAN_POSITIONS] = "offer.more-than-positions",
  [CADRE_REASON_TRIAL_RUNNING] = "trial.running",
  [CADRE_REASON_TRIAL_TOO_SHORT] = "trial.too-short",
  [CADRE_REASON_TRIAL_TOO_LONG] = "trial.too-long",
  [CADRE_REASON_TRIAL_EXTENDED] = "trial.extended",
  [CADRE_REASON_TRIAL_SUCCEEDED] = "trial.succeeded",
  [CADRE_REASON_TRIAL_FAILED] = "trial.failed",
  [CADRE_REASON_NOTICE_GIVEN] = "notice.given",
  [CADRE_REASON_NOTICE_RUN_OUT] = "notice.run-out",
  [CADRE_REASON_NOTICE_NOT_AT_RISK] = "notice.not-at-risk",
  [CADRE_REASON_REDEPLOYED_ELSEWHERE] = "redeployed.elsewhere",
  [CADRE_REASON_RELEASE_ACCEPTED] = "release.accepted",
  [CADRE_REASON_RELEASE_BUMP] = "release.bump",
  [CADRE_REASON_RELEASE_BUMP_OFFER] = "release.bump-offer",
  [CADRE_REASON_RELEASE_CONDITIONAL] = "release.conditional",
  [CADRE_REASON_RELEASE_ASKED] = "release.asked",
  [CADRE_REASON_RELEASE_REFUSED] = "release.refused",
  [CADRE_REASON_RELEASE_WITHDRAWN] = "release.withdrawn",
  [CADRE_REASON_RELEASE_NOT_TIED] = "release.not-tied",
  [CADRE_REASON_RELEASE_NO_CONSENT] = "release.no-consent",
  [CADRE_REASON_RELEASE_NOT_PERMITTED] = "release.not-permitted",
  [CADRE_REASON_RELEASE_NOT_OPEN] = "release.not-open",
  [CADRE_REASON_RELEASE_UNTIED] = "release.untied",
  [CADRE_REASON_RELEASE_WITHDRAWN_LATE] = "release.withdrawn-late",
  [CADRE_REASON_RELEASE_PLACED] = "release.placed",
  [CADRE_REASON_DUTY_OFFER] = "duty.offer",
  [CADRE_REASON_DUTY_POST_HELD] = "duty.post-held",
  [CADRE_REASON_DUTY_SEVERAL_PEOPLE] = "duty.several-people",
  [CADRE_REASON_DUTY_SEVERAL_POSTS] = "duty.several-posts",
  [CADRE_REASON_DUTY_SUITABILITY_UNKNOWN] = "duty.suitability-unknown",
  [CADRE_REASON_DUTY_NOT_CREATED] = "duty.not-created",
  [CADRE_REASON_DUTY_TO_BE_CONSIDERED] = "duty.to-be-considered",
  [CADRE_REASON_CLAIM_PREFERRED] = "claim.preferred",
  [CADRE_REASON_CLAIM_DESCRIPTION_REVISED] = "claim.description-revised",
  [CADRE_REASON_APPEAL_OPEN] = "appeal.open",
  [CADRE_REASON_APPEAL_POST_WAITS] = "appeal.post-waits",
  [CADRE_REASON_APPEAL_NOT_STATED] = "appeal.not-stated",
  [CADRE_REASON_ROUTE_STATED] = "route.stated",
  [CADRE_REASON_POSITION_TRIAL] = "position.trial",
  [CADRE_REASON_SENIOR_COMPETES] = "senior.competes",
  [CADRE_REASON_SENIOR_DECISION_AWAITED] = "senior.decision-awaited",
  [CADRE_REASON_SENIOR_MEMBERS_APPOINT] = "senior.members-appoint",
  [CADRE_REASON_SENIOR_UNKNOWN] = "senior.unknown",
  [CADRE_REASON_INTEREST_EXPRESSED] = "interest.expressed",
  [CADRE_REASON_INTEREST_UNDECIDED] = "interest.undecided",
  [CADRE_REASON_INTEREST_NOT_INTERVIEWED] = "interest.not-interviewed",
  [CADRE_REASON_RESULT_WAITS] = "result.waits",
  [CADRE_REASON_RING_OWN_EMPLOYER] = "ring.own-employer",
  [CADRE_REASON_RING_OWN_EMPLOYER_NONE] = "ring.own-employer-none",
  [CADRE_REASON_RING_CASE_EMPLOYERS] = "ring.case-employers",
  [CADRE_REASON_RING_CASE_EMPLOYERS_NONE] = "ring.case-employers-none",
  [CADRE_REASON_RING_REGION] = "ring.region",
  [CADRE_REASON_RING_WIDER_GROUP] = "ring.wider-group",
  [CADRE_REASON_RING_PUBLIC_ADVERT] = "ring.public-advert",
  [CADRE_REASON_WIDER_AT_RISK_ONLY] = "wider.at-risk-only",
  [CADRE_REASON_WIDER_INTERNAL] = "wider.internal",
  [CADRE_REASON_WIDER_INTEREST_UNDECIDED] = "wider.interest-undecided",
  [CADRE_REASON_WIDER_INTERVIEW_AWAITED] = "wider.interview-awaited",
  [CADRE_REASON_WIDER_EXTERNAL] = "wider.external",
  [CADRE_REASON_WIDER_NO_ADVERT] = "wider.no-advert",
};

static const Row rows[CADRE_N_REASONS] = {
  [CADRE_REASON_POST_UNCHANGED] = { FALSE, "The post goes on unchanged." },
  [CADRE_REASON_POST_CHANGED] = { FALSE, "The post goes on and changes: {changes}." },
  [CADRE_REASON_POST_DECLARED_UNCHANGED] = { FALSE,
                                             "The paper says that the post does not change; the "
                                             "comparison finds that it does: {changes}." },
  [CADRE_REASON_POST_BROADLY_SAME] = { FALSE, "What changes leaves the post the same job, so its "
                                              "holder stays." },
  [CADRE_REASON_POST_DELETED] = { FALSE, "The post is not in the proposed structure." },
  [CADRE_REASON_POST_MERGED] = { FALSE, "The post is merged with others into {successors}." },
  [CADRE_REASON_POST_SPLIT] = { FALSE, "The post is split into {successors}." },
  [CADRE_REASON_POST_CREATED] = { FALSE, "The post is created by the change." },
  [CADRE_REASON_POST_DEFERRED] = { TRUE, "The post waits for a decision that is taken elsewhere: "
                                         "{decision-elsewhere}." },
  [CADRE_REASON_POST_FUNCTIONS_LEAVE] = { FALSE, "Functions leave the post: {functions-leaving}. "
                                                 "They go to: {functions-receiving}." },
  [CADRE_REASON_POST_OVER_HELD] = { TRUE, "More people hold the post than it has positions, and "
                                          "the change does not reduce the positions." },
  [CADRE_REASON_POST_ESTABLISHMENT_UNKNOWN] = { TRUE, "The number of positions is not known." },
  [CADRE_REASON_POOL_SELECTION] = { TRUE,
                                    "{holders} holders and {positions} positions: the holders are "
                                    "a selection pool, and a number does not choose among them." },
  [CADRE_REASON_POOL_KEPT] = { FALSE, "The selection keeps the holder in the post." },
  [CADRE_REASON_POOL_NOT_KEPT] = { FALSE, "The selection does not keep the holder in the post." },
  [CADRE_REASON_CLAIM_UNIQUE] = { FALSE, "The post held is broadly the same as {post}, and nobody "
                                         "else is to be considered for it." },
  [CADRE_REASON_CLAIM_HOLDERS_FIT] = { FALSE,
                                       "The post held is broadly the same as {post}, which has a "
                                       "position for everybody who is to be considered." },
  [CADRE_REASON_CLAIM_TOGETHER] = { FALSE, "Sharers of one position go together." },
  [CADRE_REASON_CLAIM_CONTESTED] = { FALSE, "{claimants} people are to be considered for "
                                            "{contested-posts}, which has {positions} positions." },
  [CADRE_REASON_CLAIM_CONTESTED_SEVERAL] = { FALSE, "There are claims on several posts that are "
                                                    "competed for: {contested-posts}." },
  [CADRE_REASON_CLAIM_ONE_FOR_ONE_ONLY] = { FALSE,
                                            "The policy slots in one person for one position only; "
                                            "that is not so for {contested-posts}." },
  [CADRE_REASON_CLAIM_MERGE_COMPETES] = { FALSE, "Under the policy a post that is made of several "
                                                 "posts is always competed for: {merged-posts}." },
  [CADRE_REASON_CLAIM_SEVERAL_POSTS] = { TRUE, "There are claims on several posts, {posts}; the "
                                               "policy does not choose among them." },
  [CADRE_REASON_CLAIM_SAME_PERSON] = { TRUE, "One person claims {post} through two assignments." },
  [CADRE_REASON_CLAIM_HEADS_UNKNOWN] = { TRUE, "It is not known whether the posts are broadly the "
                                               "same in: {heads-unknown}." },
  [CADRE_REASON_CLAIM_HEADS_DIFFER] = { FALSE,
                                        "The posts are not broadly the same in: {heads-different}; "
                                        "the policy asks for {threshold} percent." },
  [CADRE_REASON_CLAIM_GRADE_UNKNOWN] = { TRUE, "It is not known whether the grades are alike." },
  [CADRE_REASON_CLAIM_GRADE_PROVISIONAL] = { TRUE, "The grade of {post} is provisional." },
  [CADRE_REASON_CLAIM_HOURS_UNKNOWN] = { TRUE,
                                         "It is not known whether the hours are near enough." },
  [CADRE_REASON_CLAIM_HOURS_DIFFER] = { FALSE,
                                        "The hours are further apart than the policy allows." },
  [CADRE_REASON_CLAIM_GRADE_DIFFERS] = { FALSE,
                                         "The grades are further apart than the policy allows." },
  [CADRE_REASON_CLAIM_BASIS_UNKNOWN] = { TRUE,
                                         "It is not known whether the assignment is substantive." },
  [CADRE_REASON_CLAIM_DECLARED] = { FALSE, "The paper says that the holder is slotted into {post}; "
                                           "that makes a claim to be checked and no slot." },
  [CADRE_REASON_CLAIM_JUDGED_LEVEL] = { FALSE, "The posts are judged to be of like level." },
  [CADRE_REASON_CLAIM_OTHERS_TO_BE_CHECKED] = { TRUE, "Others have claims on {post} that are still "
                                                      "to be checked: {other-claimants}." },
  [CADRE_REASON_CLAIM_OTHER_POSTS_TO_BE_CHECKED] = { TRUE, "There is another claim, on {posts}, "
                                                           "that is still to be checked." },
  [CADRE_REASON_CLAIM_PENDING_ABOVE] = { TRUE,
                                         "A claim on a post of a higher tier is not settled yet." },
  [CADRE_REASON_CLAIM_FAILED] = { FALSE, "The post goes on, and its holder has no slotting-in "
                                         "claim on it." },
  [CADRE_REASON_TIER_BELOW_BARRED] = { FALSE, "Somebody displaced from the tier above is not "
                                              "slotted into {post}, because that would displace "
                                              "its holder; competing for it is not barred." },
  [CADRE_REASON_TIER_BELOW_OFFER] = { TRUE, "{post} is vacant and in a tier below: it can be "
                                            "offered, not slotted into." },
  [CADRE_REASON_RING_FENCE_MEMBER] = { FALSE,
                                       "There is prior consideration for {ring-fence-posts}." },
  [CADRE_REASON_RING_FENCE_ENOUGH] = { FALSE, "There is a position for everybody in the "
                                              "ring-fence, and under the policy nobody competes; "
                                              "who has which is still to be settled." },
  [CADRE_REASON_RING_FENCE_TO_BE_CHECKED] = { TRUE, "Whether there is prior consideration is to be "
                                                    "checked; not known: {ring-fence-unknown}." },
  [CADRE_REASON_RING_FENCE_EMPTY] = { FALSE, "Nobody who is at risk has prior consideration for "
                                             "the post." },
  [CADRE_REASON_RING_FENCE_SINGLE] = { TRUE, "Only one person has prior consideration: a "
                                             "ring-fence of one selects by itself." },
  [CADRE_REASON_RING_FENCE_EXHAUSTED] = { FALSE, "The limited competition has left the position "
                                                 "unfilled." },
  [CADRE_REASON_RESULT_APPOINTED] = { FALSE, "The competition for {post} has appointed." },
  [CADRE_REASON_RESULT_NOT_APPOINTED] = { FALSE,
                                          "Competitions have not appointed: {not-appointed}." },
  [CADRE_REASON_CRITERIA_NOT_PERMITTED] = { TRUE, "What was decided rests on what the policy does "
                                                  "not permit: {criteria-not-permitted}." },
  [CADRE_REASON_RESULT_MORE_THAN_POSITIONS] = { TRUE, "More people are recorded as appointed to "
                                                      "{post} than it has positions." },
  [CADRE_REASON_RESULT_SEVERAL_POSTS] = { TRUE,
                                          "The log records an appointment to several posts." },
  [CADRE_REASON_DISPLACED_NOTHING_FOUND] = { FALSE, "The stages so far have given nothing." },
  [CADRE_REASON_DISPLACED_WIDER_COMPETITION_OPEN] = { FALSE,
                                                      "Positions in wider competition are open." },
  [CADRE_REASON_SCOPE_AGENCY] = { FALSE,
                                  "The person is supplied by an agency or works as a contractor." },
  [CADRE_REASON_SCOPE_SECONDEE_IN] = { FALSE, "The person is seconded in; the home organisation "
                                              "remains responsible." },
  [CADRE_REASON_SCOPE_NOT_COVERED] = { FALSE, "The process does not cover the post." },
  [CADRE_REASON_SCOPE_OUTSIDE_POST] = { FALSE, "The post is outside the modelled organisations." },
  [CADRE_REASON_SCOPE_NO_POST] = { TRUE,
                                   "The assignment leads to no post, or its id leads to several." },
  [CADRE_REASON_SECONDMENT_HOME_CLAIMS] = { FALSE, "Any claim rests on the home assignment, "
                                                   "{home-assignment}." },
  [CADRE_REASON_SECONDMENT_HOME_ELSEWHERE] = { TRUE, "The home assignment is not in the case." },
  [CADRE_REASON_SECONDMENT_ENDS] = { FALSE, "The post seconded into is not in the proposed "
                                            "structure, so the secondment cannot go on as it is." },
  [CADRE_REASON_ASSIGNMENT_RELEASED] = { FALSE, "The holder works elsewhere for a time, seconded "
                                                "or acting up; the assignment is substantive and "
                                                "its claim stands." },
  [CADRE_REASON_ACTING_NO_CLAIM] = { FALSE, "Acting up gives no claim; any claim rests on the "
                                            "person's substantive assignment." },
  [CADRE_REASON_ACTING_NO_SUBSTANTIVE] = { TRUE, "The case holds no substantive assignment of the "
                                                 "person." },
  [CADRE_REASON_COVER_NO_CLAIM] = { FALSE, "Covering for somebody gives no claim." },
  [CADRE_REASON_TEMPORARY_ENDS] = { FALSE, "What is held for a time ends with the post." },
  [CADRE_REASON_FIXED_TERM_ENDS] = { FALSE, "The fixed term ends on {ends}, within the change." },
  [CADRE_REASON_FIXED_TERM_EXPIRY_IS_DISMISSAL] = { FALSE,
                                                    "Expiry without renewal is a dismissal in law; "
                                                    "a redundancy payment may be due." },
  [CADRE_REASON_FIXED_TERM_REASON_MISSING] = { TRUE,
                                               "The reason for the fixed term is not stated." },
  [CADRE_REASON_FIXED_TERM_NOT_A_GROUND] = { TRUE, "A fixed term is no reason in itself to leave a "
                                                   "person out: whether the claim counts is to be "
                                                   "checked." },
  [CADRE_REASON_FIXED_TERM_AS_PERMANENT] = { FALSE,
                                             "The fixed term ends within the change; under the "
                                             "policy its holder claims like any other." },
  [CADRE_REASON_FIXED_TERM_EXCLUDED] = { TRUE, "The policy leaves out whoever's fixed term ends; "
                                               "that is less favourable treatment unless there is "
                                               "a reason for it." },
  [CADRE_REASON_FIXED_TERM_END_UNKNOWN] = { FALSE, "The assignment is for a fixed term, and its "
                                                   "end is not known." },
  [CADRE_REASON_ASSIGNMENT_LEAVES] = { FALSE, "The assignment ends on {ends}, within the change." },
  [CADRE_REASON_ASSIGNMENT_LEAVES_LATER] = { FALSE,
                                             "That came after the decision: slotting in is as it "
                                             "was with the person in post, and what is left is "
                                             "for the stages after it." },
  [CADRE_REASON_ASSIGNMENT_DATES_UNKNOWN] = { FALSE, "It is not known whether the assignment is in "
                                                     "force." },
  [CADRE_REASON_ABSENCE_INCLUDED] = { FALSE, "The person is absent and is in the process like "
                                             "anybody else." },
  [CADRE_REASON_OUTSIDE_DECIDED] = { FALSE,
                                     "It is decided outside this process, by {decided-by}." },
  [CADRE_REASON_POLICY_NONE] = { TRUE, "No policy of the case binds the employer, so there is no "
                                       "outcome." },
  [CADRE_REASON_POLICY_CONFLICT] = { TRUE, "The policies of the employers differ in "
                                           "{policy-parameters}, and no agreement settles it." },
  [CADRE_REASON_ROUTE_NONE] = { TRUE, "The post has another employer, and the case does not say by "
                                      "which route a person gets there." },
  [CADRE_REASON_POSITION_CONTESTED] = { FALSE, "It is in limited competition; {candidates} are to "
                                               "be considered." },
  [CADRE_REASON_POSITION_HOLDER_STAYS] = { FALSE, "The holder stays." },
  [CADRE_REASON_POSITION_NO_HOLDER] = { FALSE, "The case holds nobody in the position." },
  [CADRE_REASON_POSITION_SEVERAL_HOLDERS] = { FALSE, "Several people are in the post, and it is "
                                                     "not said who is in which position." },
  [CADRE_REASON_POSITION_HOLDER_LEAVES] = { FALSE, "The holder leaves the position." },
  [CADRE_REASON_POSITION_ADDITIONAL] = { FALSE, "The position is added by the change." },
  [CADRE_REASON_POSITION_NUMBER_UNKNOWN] = { TRUE,
                                             "How many positions the post has is not known." },
  [CADRE_REASON_POSITION_CLAIM_TO_BE_CHECKED] = { TRUE, "The position is held for a claim that is "
                                                        "to be checked." },
  [CADRE_REASON_POSITION_CLAIM_UNRESOLVED] = { TRUE, "The position is held for a claim that the "
                                                     "policy does not settle." },
  [CADRE_REASON_POSITION_CLAIM_GONE] = { TRUE, "The position was held for somebody who has been "
                                               "appointed to another; it is to be decided anew." },
  [CADRE_REASON_POSITION_OFFER] = { TRUE, "The position is held for an offer." },
  [CADRE_REASON_POSITION_ENOUGH] = { FALSE, "There is a position for everybody in the ring-fence, "
                                            "{candidates}; under the policy nobody competes." },
  [CADRE_REASON_POSITION_EQUAL_ACCESS] = { FALSE, "Those at risk elsewhere are considered beside "
                                                  "the ring-fence." },
  [CADRE_REASON_POSITION_DECLARED_SLOT_WITHOUT_HOLDER] = { TRUE, "The paper says that a holder is "
                                                                 "slotted in; nobody in the case "
                                                                 "has a claim." },
  [CADRE_REASON_OFFER_MADE] = { TRUE,
                                "There is an offer of {offered-posts} that is not answered." },
  [CADRE_REASON_OFFER_ACCEPTED] = { FALSE, "The offer of {post} is accepted." },
  [CADRE_REASON_OFFER_REFUSED] = { FALSE, "An offer is refused: {refused-posts}." },
  [CADRE_REASON_OFFER_SEVERAL_POSTS] = { TRUE, "The log says that several offers are accepted: "
                                               "{offered-posts}." },
  [CADRE_REASON_OFFER_MORE_THAN_POSITIONS] = { TRUE, "More offers are made than there are "
                                                     "positions to be filled: {offered-posts}." },
  [CADRE_REASON_TRIAL_RUNNING] = { TRUE, "A trial in {post} runs; it ends on {trial-ends}." },
  [CADRE_REASON_TRIAL_TOO_SHORT] = { TRUE, "The trial is shorter than {trial-weeks} weeks." },
  [CADRE_REASON_TRIAL_TOO_LONG] = { TRUE, "The trial is longer than {trial-weeks} weeks, and no "
                                          "agreement in writing for retraining is recorded." },
  [CADRE_REASON_TRIAL_EXTENDED] = { FALSE, "The trial is longer than {trial-weeks} weeks, which is "
                                           "agreed in writing for retraining." },
  [CADRE_REASON_TRIAL_SUCCEEDED] = { FALSE, "The trial in {post} has succeeded." },
  [CADRE_REASON_TRIAL_FAILED] = { FALSE, "A trial has not succeeded: {failed-posts}." },
  [CADRE_REASON_NOTICE_GIVEN] = { FALSE, "Notice is given; it ends on {notice-ends}." },
  [CADRE_REASON_NOTICE_RUN_OUT] = { FALSE, "Notice has run out on {notice-ends}." },
  [CADRE_REASON_NOTICE_NOT_AT_RISK] = { TRUE,
                                        "Notice is given, and nothing puts the person at risk." },
  [CADRE_REASON_REDEPLOYED_ELSEWHERE] = { FALSE, "The person is redeployed outside the process: "
                                                 "{redeployed-to}." },
  [CADRE_REASON_RELEASE_ACCEPTED] = { FALSE,
                                      "The holder volunteers to leave, and the position goes." },
  [CADRE_REASON_RELEASE_BUMP] = { FALSE, "The holder volunteers to leave, and the position is "
                                         "freed for somebody whose post goes." },
  [CADRE_REASON_RELEASE_BUMP_OFFER] = { TRUE,
                                        "A volunteer frees {freed-post} for the person: it can be "
                                        "offered." },
  [CADRE_REASON_RELEASE_CONDITIONAL] = { TRUE, "The release is on condition until consultation is "
                                               "over: {conditional-until}." },
  [CADRE_REASON_RELEASE_ASKED] = { TRUE, "The person volunteers to leave; that is not answered." },
  [CADRE_REASON_RELEASE_REFUSED] = { FALSE,
                                     "The person has volunteered to leave and is not released." },
  [CADRE_REASON_RELEASE_WITHDRAWN] = { FALSE,
                                       "The person has volunteered to leave and has withdrawn." },
  [CADRE_REASON_RELEASE_NOT_TIED] = { FALSE, "The release does not count: no position goes with "
                                             "it, and it frees none for anybody." },
  [CADRE_REASON_RELEASE_NO_CONSENT] = { TRUE, "The release would free the post for somebody else; "
                                              "consent is not recorded." },
  [CADRE_REASON_RELEASE_NOT_PERMITTED] = { FALSE, "The release does not count: the policy has no "
                                                  "voluntary release." },
  [CADRE_REASON_RELEASE_NOT_OPEN] = { FALSE, "Under the policy the person is not among those who "
                                             "may volunteer." },
  [CADRE_REASON_RELEASE_UNTIED] = { TRUE, "The holder volunteers to leave, and the position stays: "
                                          "that is no redundancy." },
  [CADRE_REASON_RELEASE_WITHDRAWN_LATE] = { TRUE,
                                            "The person has withdrawn later than the policy lets a "
                                            "volunteer withdraw: the release still counts." },
  [CADRE_REASON_RELEASE_PLACED] = { FALSE, "The release counts after slotting in, which has found "
                                           "the person a post: it has no effect." },
  [CADRE_REASON_DUTY_OFFER] = { TRUE, "Offered under a legal duty." },
  [CADRE_REASON_DUTY_POST_HELD] = { TRUE, "{post} is to be offered first under a legal duty; other "
                                          "claims wait." },
  [CADRE_REASON_DUTY_SEVERAL_PEOPLE] = { TRUE, "{post} is to be offered to more people under a "
                                               "legal duty than it has positions; there is no "
                                               "order among them." },
  [CADRE_REASON_DUTY_SEVERAL_POSTS] = { TRUE, "Several posts can be offered under a legal duty: "
                                              "{duty-posts}." },
  [CADRE_REASON_DUTY_SUITABILITY_UNKNOWN] = { TRUE, "Whether {post} is to be offered first under a "
                                                    "legal duty depends on whether it is suitable, "
                                                    "which is for people to judge." },
  [CADRE_REASON_DUTY_NOT_CREATED] = { FALSE, "A legal duty to offer a post first does not reach a "
                                             "post that goes on: {duty-posts}." },
  [CADRE_REASON_DUTY_TO_BE_CONSIDERED] = { TRUE, "A legal duty is to be considered by people "
                                                 "before this is final." },
  [CADRE_REASON_CLAIM_PREFERRED] = { FALSE,
                                     "Of several posts the person would rather have {post}." },
  [CADRE_REASON_CLAIM_DESCRIPTION_REVISED] = { TRUE, "A job description has been revised since: "
                                                     "the posts are to be compared anew." },
  [CADRE_REASON_APPEAL_OPEN] = { TRUE, "An appeal is not decided." },
  [CADRE_REASON_APPEAL_POST_WAITS] = { TRUE, "An appeal about {post} is not decided: until it is, "
                                             "the post is not filled finally." },
  [CADRE_REASON_APPEAL_NOT_STATED] = { TRUE, "An appeal about {post} is not decided, and the "
                                             "policy does not say whether the post waits for it." },
  [CADRE_REASON_ROUTE_STATED] = { FALSE, "The post has another employer; a person gets there by "
                                         "{route}." },
  [CADRE_REASON_POSITION_TRIAL] = { TRUE, "Somebody is in the position on trial." },
  [CADRE_REASON_SENIOR_COMPETES] = { FALSE, "Under the policy nobody is slotted into a post of a "
                                            "senior officer of that kind: {senior-posts}." },
  [CADRE_REASON_SENIOR_DECISION_AWAITED] = { TRUE,
                                             "Members appoint to {post}: their decision is not "
                                             "recorded." },
  [CADRE_REASON_SENIOR_MEMBERS_APPOINT] = { FALSE, "Members appoint to the post." },
  [CADRE_REASON_SENIOR_UNKNOWN] = { TRUE, "It is not known whether the post is one of a senior "
                                          "officer, for whom the policy has a rule of its own." },
  [CADRE_REASON_INTEREST_EXPRESSED] = { FALSE, "The person has expressed an interest in "
                                               "{interest-posts}." },
  [CADRE_REASON_INTEREST_UNDECIDED] = { TRUE,
                                        "The person is at risk, and is to have an answer about "
                                        "{undecided-posts} before others are appointed." },
  [CADRE_REASON_INTEREST_NOT_INTERVIEWED] = { TRUE,
                                              "The person is at risk, and is to be interviewed for "
                                              "{undecided-posts} before anybody is appointed." },
  [CADRE_REASON_RESULT_WAITS] = { TRUE, "{waiting-posts} would go to the person; that waits for "
                                        "somebody at risk to be answered or interviewed." },
  [CADRE_REASON_RING_OWN_EMPLOYER] = { FALSE, "Vacancies of the own employer are looked at for the "
                                              "person: {own-employer-posts}." },
  [CADRE_REASON_RING_OWN_EMPLOYER_NONE] = { FALSE,
                                            "No vacancy of the own employer is left for the person "
                                            "at the grades that the policy reaches." },
  [CADRE_REASON_RING_CASE_EMPLOYERS] = { FALSE, "Vacancies of the other employers are looked at "
                                                "for the person: {case-employer-posts}." },
  [CADRE_REASON_RING_CASE_EMPLOYERS_NONE] = { FALSE,
                                              "No vacancy of the other employers is left for the "
                                              "person at the grades that the policy reaches." },
  [CADRE_REASON_RING_REGION] = { FALSE, "Vacancies of other employers in the region are to be "
                                        "looked at; they are not in the case." },
  [CADRE_REASON_RING_WIDER_GROUP] = { FALSE, "Vacancies of the wider group of employers are to be "
                                             "looked at; they are not in the case." },
  [CADRE_REASON_RING_PUBLIC_ADVERT] = { FALSE, "What is left for the person is what is advertised "
                                               "publicly." },
  [CADRE_REASON_WIDER_AT_RISK_ONLY] = { FALSE, "It is open to people at risk only, until "
                                               "{at-risk-until}." },
  [CADRE_REASON_WIDER_INTERNAL] = { FALSE, "It is open to employees, until {internal-until}, "
                                           "before it is open externally." },
  [CADRE_REASON_WIDER_INTEREST_UNDECIDED] = { TRUE,
                                              "Somebody at risk is to have an answer before others "
                                              "are appointed, and before it is open externally." },
  [CADRE_REASON_WIDER_INTERVIEW_AWAITED] = { TRUE,
                                             "Somebody at risk is to be interviewed before others "
                                             "are appointed, and before it is open externally." },
  [CADRE_REASON_WIDER_EXTERNAL] = { FALSE, "It is open externally from {external-from}." },
  [CADRE_REASON_WIDER_NO_ADVERT] = { TRUE, "The time for employees is over, and the policy has no "
                                           "public advert." },
};

const char *
cadre_reason_code (CadreReason reason)
{
  return codes[reason];
}

static const Row *
find_row (const char *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (codes[i], code))
      return &rows[i];

  return NULL;
}

gboolean
cadre_reason_is_open (const char *code)
{
  const Row *row = find_row (code);

  return row != NULL && row->is_open;
}

/**
 * cadre_reason_get_codes:
 *
 * Gets the codes of all reasons.
 *
 * Returns: (transfer none) (array zero-terminated=1): the codes
 *
 * Since: 1.0
 */
const char *const *
cadre_reason_get_codes (void)
{
  return codes;
}

/**
 * cadre_reason_get_template:
 * @code: the code of a reason
 *
 * Gets the sentence of a reason. The names of facts stand in it in braces:
 * cadre_outcome_dup_sentences() fills them in.
 *
 * Returns: (transfer none) (nullable): the sentence, or %NULL where there is no
 *   such reason
 *
 * Since: 1.0
 */
const char *
cadre_reason_get_template (const char *code)
{
  const Row *row = NULL;

  g_return_val_if_fail (code != NULL, NULL);

  row = find_row (code);
  return row != NULL ? row->sentence : NULL;
}
