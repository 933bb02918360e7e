/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What there is to each reason beside its sentence: the rules of the policy that it
 * rests on, what would have to differ for another outcome, and who can settle it. A
 * reason that only states a fact of the case is not here. */

#include "config.h"

#include "matching/explain/cadre-explain-private.h"

#include <stdlib.h>
#include <string.h>

/* In byte order of the codes. */
static const CadreReasonRule rules[] = {
  { "acting.no-claim", "slot.basis", "If the assignment were substantive, it would give a claim.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "acting.no-substantive", "slot.basis",
    "If the case held the person's substantive assignment, the claim would rest on that.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "claim.basis-unknown", "slot.basis",
    "If the assignment is substantive, the claim counts; if not, it does not.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "claim.contested", "slot.ratio",
    "If nobody else were to be considered, or if the post had a position for each and the policy "
    "allowed that, it would be slotted into.",
    CADRE_WORK_OWNER_SELECTION_PANEL },
  { "claim.contested-several", "slot.ratio slot.multi-claim",
    "If nobody else were to be considered for one of the posts, that would be slotted into.",
    CADRE_WORK_OWNER_SELECTION_PANEL },
  { "claim.declared", NULL,
    "If the comparison found the two posts broadly the same, the claim would hold.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "claim.failed", "slot.heads slot.threshold",
    "If the two posts were broadly the same under each head, the holder would have a claim.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "claim.grade-differs", "slot.grade-window",
    "If the grades were as near as the policy asks, or judged to be of like level, the claim would "
    "hold so far.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "claim.grade-provisional", "slot.grade-window",
    "If the grade is confirmed, the claim holds so far; if it changes, the claim is looked at "
    "anew.",
    CADRE_WORK_OWNER_GRADING_PANEL },
  { "claim.grade-unknown", "slot.grade-window",
    "If the grades are found alike, or judged to be of like level, the claim holds so far; else it "
    "fails.",
    CADRE_WORK_OWNER_GRADING_PANEL },
  { "claim.heads-differ",
    "slot.heads slot.threshold slot.threshold-inclusive slot.denominator slot.overall",
    "If as much as the policy asks for were the same under each head, the claim would hold.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "claim.heads-unknown", "slot.heads slot.threshold slot.denominator slot.overall",
    "If the heads that are not known are found the same, the claim holds so far; if one is found "
    "different, it fails.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "claim.holders-fit", "slot.ratio",
    "If there were one more person to be considered, or one position fewer, it would be competed "
    "for.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "claim.judged-level", "slot.grade-window",
    "If the posts were judged to be of different level, the claim would fail.",
    CADRE_WORK_OWNER_GRADING_PANEL },
  { "claim.merge-competes", "merge-competes",
    "If the policy did not ask for it, a single claimant would be slotted in.",
    CADRE_WORK_OWNER_EMPLOYER },
  { "claim.one-for-one-only", "slot.ratio",
    "If the policy let people be slotted in where there is a position for each, they would be.",
    CADRE_WORK_OWNER_EMPLOYER },
  { "claim.other-posts-to-be-checked", "slot.multi-claim",
    "If the other claim is settled, this one can be.", CADRE_WORK_OWNER_HR_ADVISER },
  { "claim.others-to-be-checked", "slot.ratio",
    "If the claims of the others fail, it is slotted into; if one holds, it is competed for.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "claim.pending-above", "slot.iteration tier-below",
    "If the claim on the higher tier is settled, this one is looked at.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "claim.same-person", "slot.multi-claim",
    "If it is agreed which assignment the person goes with, the other has no claim.",
    CADRE_WORK_OWNER_PERSON },
  { "claim.several-posts", "slot.multi-claim",
    "If the person says which post is preferred, and the policy goes by that, it can be settled.",
    CADRE_WORK_OWNER_PERSON },
  { "claim.unique", "slot.heads slot.threshold slot.grade-window slot.ratio",
    "If somebody else had a claim on the post, or if one head or the grade were found different, "
    "it would not be slotted into.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "displaced.nothing-found",
    "pool.same-function pool.same-field pool.tier-difference pool.grade-difference",
    "If the post held became a proposed post, were broadly the same as one, or were near enough to "
    "one for prior consideration, there would be a claim or a ring-fence.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "displaced.wider-competition-open", NULL,
    "If the person is appointed to one of these positions, the person is placed.",
    CADRE_WORK_OWNER_SELECTION_PANEL },
  { "fixed-term.ends", NULL,
    "If the contract is renewed or made permanent, the claim is looked at like any other.",
    CADRE_WORK_OWNER_EMPLOYER },
  { "fixed-term.not-a-ground", NULL,
    "If it is recorded that the claim counts, it is looked at like any other.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "fixed-term.reason-missing", NULL,
    "If the reason for the term is stated, it can be said what follows from its end.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "outside.decided", NULL,
    "If the decision outside is taken back, the assignment is in the process again.",
    CADRE_WORK_OWNER_ELSEWHERE },
  { "policy.conflict", NULL, "If the employers record an agreement, it is settled by that.",
    CADRE_WORK_OWNER_EMPLOYERS },
  { "policy.none", NULL, "If the case has a policy that binds the employer, there is an outcome.",
    CADRE_WORK_OWNER_EMPLOYER },
  { "pool.not-kept", NULL,
    "If the selection is corrected, or an appeal upheld, the outcome is looked at anew.",
    CADRE_WORK_OWNER_SELECTION_PANEL },
  { "pool.selection", NULL,
    "If the post kept as many positions as it has holders, nobody would be selected.",
    CADRE_WORK_OWNER_SELECTION_PANEL },
  { "position.claim-gone", NULL,
    "If it is put to those who have prior consideration, it can be filled.",
    CADRE_WORK_OWNER_SELECTION_PANEL },
  { "position.claim-to-be-checked", NULL,
    "If the claim is checked, the position is filled or competed for.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "position.claim-unresolved", NULL,
    "If the claim is settled, the position is filled or competed for.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "position.declared-slot-without-holder", NULL,
    "If it is said whose claim the paper means, that can be looked at.",
    CADRE_WORK_OWNER_EMPLOYER },
  { "position.number-unknown", NULL,
    "If the number of positions is stated, it is known who can be placed.",
    CADRE_WORK_OWNER_EMPLOYER },
  { "position.offer", "tier-below",
    "If the offer is made and answered, the position is filled or free.",
    CADRE_WORK_OWNER_EMPLOYER },
  { "post.broadly-same", NULL,
    "If the grade, the hours, the employer, the functions or the profile changed too, it would be "
    "a question whether the job is the same.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "post.changed", NULL, "If what changes did not, the holder would stay as before.",
    CADRE_WORK_OWNER_EMPLOYER },
  { "post.declared-unchanged", NULL,
    "If the proposed structure did not change the post, its holder would not be affected.",
    CADRE_WORK_OWNER_EMPLOYER },
  { "post.deferred", NULL,
    "If the decision elsewhere is taken and recorded, the post is looked at like any other.",
    CADRE_WORK_OWNER_ELSEWHERE },
  { "post.deleted", NULL, "If the post stayed in the proposed structure, its holder would stay.",
    CADRE_WORK_OWNER_EMPLOYER },
  { "post.establishment-unknown", NULL,
    "If the number of positions is stated, it is known whether there are enough.",
    CADRE_WORK_OWNER_EMPLOYER },
  { "post.over-held", NULL,
    "If it is agreed who of them stays, and under which rule, it is settled.",
    CADRE_WORK_OWNER_EMPLOYER },
  { "post.unchanged", NULL,
    "If the proposed structure changed the post, its holder would be affected.",
    CADRE_WORK_OWNER_EMPLOYER },
  { "result.appointed", NULL,
    "If the result is corrected, or an appeal upheld, the outcome is looked at anew.",
    CADRE_WORK_OWNER_SELECTION_PANEL },
  { "result.more-than-positions", NULL,
    "If the log is corrected, the appointments that remain count.",
    CADRE_WORK_OWNER_SELECTION_PANEL },
  { "result.not-appointed", NULL,
    "If the result is corrected, or an appeal upheld, the outcome is looked at anew.",
    CADRE_WORK_OWNER_SELECTION_PANEL },
  { "result.several-posts", NULL,
    "If it is recorded which appointment is taken up, that one counts.", CADRE_WORK_OWNER_PERSON },
  { "ring-fence.member",
    "pool.same-function pool.same-field pool.tier-difference pool.grade-difference "
    "pool.add-claimants",
    "If the panel appoints the person, the person is placed; if it appoints others to all "
    "positions, not.",
    CADRE_WORK_OWNER_SELECTION_PANEL },
  { "ring-fence.single", NULL,
    "If the ring-fence were drawn more widely, more than one would be considered.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "ring-fence.to-be-checked",
    "pool.same-function pool.same-field pool.tier-difference pool.grade-difference",
    "If what is not known is stated, it is known whether there is prior consideration.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "route.none", NULL, "If the route is stated, and who advised on it, the outcome stands.",
    CADRE_WORK_OWNER_EMPLOYERS },
  { "scope.no-post", NULL,
    "If the post of the assignment is corrected, the assignment is looked at.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "scope.not-covered", NULL, "If the process covered the post, its holder would be in it.",
    CADRE_WORK_OWNER_EMPLOYER },
  { "scope.secondee-in", NULL,
    "If the home organisation changes the home assignment, its own process deals with it.",
    CADRE_WORK_OWNER_HOME_ORGANISATION },
  { "secondment.home-elsewhere", NULL,
    "If the home organisation states the home assignment, any claim rests on that.",
    CADRE_WORK_OWNER_HOME_ORGANISATION },
  { "tier-below.barred", "tier-below", "If the post were vacant, it could be offered.",
    CADRE_WORK_OWNER_HR_ADVISER },
  { "tier-below.offer", "tier-below", "If the offer is made and accepted, the person is placed.",
    CADRE_WORK_OWNER_EMPLOYER },
};

static int
compare (gconstpointer code, gconstpointer rule)
{
  return strcmp (code, ((const CadreReasonRule *) rule)->code);
}

const CadreReasonRule *
cadre_reason_rule_find (const char *code)
{
  return bsearch (code, rules, G_N_ELEMENTS (rules), sizeof rules[0], compare);
}

guint
cadre_reason_rule_count (void)
{
  return G_N_ELEMENTS (rules);
}
