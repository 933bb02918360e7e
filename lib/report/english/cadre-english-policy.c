/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the report of a case says in English: what the parameters of a
 * policy settle, in byte order of the codes. */

#include "config.h"

#include "report/cadre-phrases-private.h"

/* clang-format off */
static const CadrePhrase phrases[] = {
  { "parameter.appeal.effect", { "What becomes of a post about which an appeal is open: it waits, the process goes on, or it is not stated" } },
  { "parameter.bumping", { "Whether a volunteer may free a post for somebody else whose post goes" } },
  { "parameter.fixed-term", { "What becomes of claims of somebody whose fixed term ends with the change" } },
  { "parameter.hours-tolerance", { "How many per cent the hours of a post may change and leave it the same job" } },
  { "parameter.job-share.hours-tolerance", { "How many per cent the hours of those who share a job may miss those of the post" } },
  { "parameter.merge-competes", { "Whether a post made of several is always competed for" } },
  { "parameter.pool.add-claimants", { "Whether everybody with a claim is in the ring-fence" } },
  { "parameter.pool.competition", { "Whether a ring-fence with a position for everybody in it is competed for" } },
  { "parameter.pool.equal-access", { "Whether those at risk elsewhere stand beside a ring-fence on an equal footing" } },
  { "parameter.pool.grade-difference", { "How many grades apart a ring-fence allows" } },
  { "parameter.pool.grade-difference.down", { "How many grades lower a ring-fence lets a post be where it is not the general difference" } },
  { "parameter.pool.grade-difference.up", { "How many grades higher a ring-fence lets a post be where it is not the general difference" } },
  { "parameter.pool.higher-grade", { "Whether a ring-fence has posts of a higher grade always, or where there is none at the own grade or below" } },
  { "parameter.pool.same-area", { "Whether a ring-fence asks for the same area" } },
  { "parameter.pool.same-field", { "Whether a ring-fence asks for the same field of work" } },
  { "parameter.pool.same-function", { "Whether a ring-fence asks for a function in common" } },
  { "parameter.pool.same-line", { "Whether a ring-fence asks for the same reporting line" } },
  { "parameter.pool.same-unit", { "Whether a ring-fence asks for the same unit" } },
  { "parameter.pool.tier-difference", { "How many tiers apart a ring-fence allows" } },
  { "parameter.priority.order", { "In which order those with prior consideration are considered" } },
  { "parameter.redeployment.effect", { "What a redeployee has before others at the own grade or below" } },
  { "parameter.redeployment.exclusive-days", { "How many days a post is open to redeployees only" } },
  { "parameter.redeployment.grade-up", { "How many grades higher the priority of a redeployee goes" } },
  { "parameter.redeployment.rings", { "In which order employers look for a post, or for somebody to fill it" } },
  { "parameter.selection.criteria", { "By what people are selected in a competition or a pool; the library ranks nobody" } },
  { "parameter.selection.tie-breaks", { "What may break a tie; the library breaks none" } },
  { "parameter.selection.tie-breaks-barred", { "What may not break a tie" } },
  { "parameter.senior.by-members", { "Which posts members of the council appoint to" } },
  { "parameter.senior.no-slotting-in", { "Which posts nobody is slotted into" } },
  { "parameter.slot.basis", { "Which post a slotting-in claim rests on" } },
  { "parameter.slot.denominator", { "Of which profile the percentage is" } },
  { "parameter.slot.exclusive", { "Whether somebody who is slotted in may be appointed to no other post" } },
  { "parameter.slot.grade-window", { "How many grades apart the posts may be" } },
  { "parameter.slot.grade-window.down", { "How many grades lower the post may be where it is not the general window" } },
  { "parameter.slot.grade-window.up", { "How many grades higher the post may be where it is not the general window" } },
  { "parameter.slot.heads", { "Heads under which the posts must be broadly the same" } },
  { "parameter.slot.hours-difference", { "How many per cent the hours of the posts may differ" } },
  { "parameter.slot.iteration", { "Whether claims are counted once or again" } },
  { "parameter.slot.least-duties", { "How many duties either profile must state for the duties to be compared" } },
  { "parameter.slot.multi-claim", { "What becomes of claims on several posts" } },
  { "parameter.slot.overall", { "How the heads make one answer" } },
  { "parameter.slot.ratio", { "One person for one post, or no more people than positions" } },
  { "parameter.slot.threshold", { "How many per cent of a head must be the same" } },
  { "parameter.slot.threshold-inclusive", { "Whether exactly that many are enough" } },
  { "parameter.slot.threshold.competencies", { "The percentage under the head competencies where it is not the general one" } },
  { "parameter.slot.threshold.duties", { "The percentage under the head duties where it is not the general one" } },
  { "parameter.slot.threshold.purpose", { "The percentage under the head purpose where it is not the general one" } },
  { "parameter.slot.threshold.scope", { "The percentage under the head scope where it is not the general one" } },
  { "parameter.slot.tier-order", { "In which order the tiers are gone through; the sources have no other" } },
  { "parameter.slot.weight.competencies", { "The weight of the head competencies in a weighted mean" } },
  { "parameter.slot.weight.duties", { "The weight of the head duties in a weighted mean" } },
  { "parameter.slot.weight.purpose", { "The weight of the head purpose in a weighted mean" } },
  { "parameter.slot.weight.scope", { "The weight of the head scope in a weighted mean" } },
  { "parameter.tier-below", { "Slotting in from the tier above over a holder" } },
  { "parameter.trial.weeks", { "How many weeks a trial lasts" } },
  { "parameter.vacant-manager", { "Who manages where the manager's post is vacant" } },
  { "parameter.voluntary.criteria", { "By what volunteers are accepted or refused" } },
  { "parameter.voluntary.release", { "Whether volunteers are released: not at all, for a post that goes or a bump, or from any post" } },
  { "parameter.voluntary.timing", { "Whether an accepted release counts before or after slotting-in" } },
  { "parameter.voluntary.who", { "Who may volunteer: anybody in the process, whose post changes, who is at risk as a group, or whose post or position goes" } },
  { "parameter.voluntary.withdrawable-until", { "Until when a volunteer may withdraw: the acceptance, the start of selection, or the release" } },
};
/* clang-format on */

const CadrePhraseTable cadre_english_policy = { phrases, G_N_ELEMENTS (phrases) };
