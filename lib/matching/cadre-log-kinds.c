/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The kinds of events, and what each can say. Reading, writing, checking and
 * redacting go by these tables. */

#include "config.h"

#include "matching/cadre-log-private.h"
#include "matching/cadre-members-private.h"
#include <cadre/cadre-enum-types.h>
#include <cadre/cadre-fraction.h>
#include <cadre/cadre-matching-error.h>

#include <string.h>

#define BIT(member) (G_GUINT64_CONSTANT (1) << CADRE_LOG_MEMBER_##member)
/* A remark could tell what must not be told: some events have none. */
#define BARE (BIT (EVENT) | BIT (DATE) | BIT (BY))
#define COMMON (BARE | BIT (NOTE) | BIT (SOURCE))

const CadreLogMemberSpec cadre_log_members[CADRE_N_LOG_MEMBERS] = {
  [CADRE_LOG_MEMBER_EVENT] = { "event", CADRE_LOG_FORM_TEXT,
                               G_STRUCT_OFFSET (CadreLogEntry, event) },
  [CADRE_LOG_MEMBER_DATE] = { "date", CADRE_LOG_FORM_DATE, G_STRUCT_OFFSET (CadreLogEntry, date) },
  [CADRE_LOG_MEMBER_BY] = { "by", CADRE_LOG_FORM_TEXT, G_STRUCT_OFFSET (CadreLogEntry, by) },
  [CADRE_LOG_MEMBER_BEFORE] = { "before", CADRE_LOG_FORM_ID,
                                G_STRUCT_OFFSET (CadreLogEntry, before),
                                .record = CADRE_RECORD_KIND_POST },
  [CADRE_LOG_MEMBER_AFTER] = { "after", CADRE_LOG_FORM_ID, G_STRUCT_OFFSET (CadreLogEntry, after),
                               .record = CADRE_RECORD_KIND_POST },
  [CADRE_LOG_MEMBER_HEAD] = { "head", CADRE_LOG_FORM_WORD, G_STRUCT_OFFSET (CadreLogEntry, head),
                              .words = cadre_judged_head_get_type },
  [CADRE_LOG_MEMBER_VERDICT] = { "verdict", CADRE_LOG_FORM_WORD,
                                 G_STRUCT_OFFSET (CadreLogEntry, verdict),
                                 .words = cadre_verdict_get_type },
  [CADRE_LOG_MEMBER_PERCENT] = { "percent", CADRE_LOG_FORM_NUMBER,
                                 G_STRUCT_OFFSET (CadreLogEntry, percent), .least = 0,
                                 .most = 100 },
  [CADRE_LOG_MEMBER_EVIDENCE] = { "evidence", CADRE_LOG_FORM_TEXT,
                                  G_STRUCT_OFFSET (CadreLogEntry, evidence) },
  [CADRE_LOG_MEMBER_STAGE] = { "stage", CADRE_LOG_FORM_WORD, G_STRUCT_OFFSET (CadreLogEntry, stage),
                               .words = cadre_stage_get_type },
  [CADRE_LOG_MEMBER_POST] = { "post", CADRE_LOG_FORM_ID, G_STRUCT_OFFSET (CadreLogEntry, post),
                              .record = CADRE_RECORD_KIND_POST },
  [CADRE_LOG_MEMBER_POSTS] = { "posts", CADRE_LOG_FORM_LIST, G_STRUCT_OFFSET (CadreLogEntry, posts),
                               .record = CADRE_RECORD_KIND_POST },
  [CADRE_LOG_MEMBER_POSITION] = { "position", CADRE_LOG_FORM_NUMBER,
                                  G_STRUCT_OFFSET (CadreLogEntry, position), .least = 1,
                                  .most = G_MAXINT32 },
  [CADRE_LOG_MEMBER_ASSIGNMENT] = { "assignment", CADRE_LOG_FORM_ID,
                                    G_STRUCT_OFFSET (CadreLogEntry, assignment),
                                    .record = CADRE_RECORD_KIND_ASSIGNMENT },
  [CADRE_LOG_MEMBER_PERSON] = { "person", CADRE_LOG_FORM_ID,
                                G_STRUCT_OFFSET (CadreLogEntry, person),
                                .record = CADRE_RECORD_KIND_PERSON },
  [CADRE_LOG_MEMBER_FOR] = { "for", CADRE_LOG_FORM_ID,
                             G_STRUCT_OFFSET (CadreLogEntry, for_assignment),
                             .record = CADRE_RECORD_KIND_ASSIGNMENT },
  [CADRE_LOG_MEMBER_ABOUT] = { "about", CADRE_LOG_FORM_NUMBER,
                               G_STRUCT_OFFSET (CadreLogEntry, about), .least = 1,
                               .most = G_MAXINT32 },
  [CADRE_LOG_MEMBER_GRADE] = { "grade", CADRE_LOG_FORM_ID, G_STRUCT_OFFSET (CadreLogEntry, grade) },
  [CADRE_LOG_MEMBER_STATUS] = { "status", CADRE_LOG_FORM_WORD,
                                G_STRUCT_OFFSET (CadreLogEntry, grade_status),
                                .words = cadre_grade_status_get_type },
  [CADRE_LOG_MEMBER_RESULT] = { "result", CADRE_LOG_FORM_WORD,
                                G_STRUCT_OFFSET (CadreLogEntry, result),
                                .words = cadre_result_get_type },
  [CADRE_LOG_MEMBER_OUTCOME] = { "outcome", CADRE_LOG_FORM_WORD,
                                 G_STRUCT_OFFSET (CadreLogEntry, outcome),
                                 .words = cadre_outcome_kind_get_type },
  [CADRE_LOG_MEMBER_WHERE] = { "where", CADRE_LOG_FORM_TEXT,
                               G_STRUCT_OFFSET (CadreLogEntry, where) },
  [CADRE_LOG_MEMBER_WORDS] = { "result", CADRE_LOG_FORM_TEXT,
                               G_STRUCT_OFFSET (CadreLogEntry, words) },
  [CADRE_LOG_MEMBER_BASIS] = { "basis", CADRE_LOG_FORM_WORD, G_STRUCT_OFFSET (CadreLogEntry, basis),
                               .words = cadre_basis_get_type },
  [CADRE_LOG_MEMBER_CONTRACT] = { "contract-type", CADRE_LOG_FORM_WORD,
                                  G_STRUCT_OFFSET (CadreLogEntry, contract),
                                  .words = cadre_contract_get_type },
  [CADRE_LOG_MEMBER_FTE] = { "fte", CADRE_LOG_FORM_FRACTION, G_STRUCT_OFFSET (CadreLogEntry, fte) },
  [CADRE_LOG_MEMBER_FROM] = { "from", CADRE_LOG_FORM_DATE,
                              G_STRUCT_OFFSET (CadreLogEntry, first_day) },
  [CADRE_LOG_MEMBER_TO] = { "to", CADRE_LOG_FORM_DATE, G_STRUCT_OFFSET (CadreLogEntry, last_day) },
  [CADRE_LOG_MEMBER_DAY] = { "day", CADRE_LOG_FORM_DATE, G_STRUCT_OFFSET (CadreLogEntry, day) },
  [CADRE_LOG_MEMBER_CONDITIONAL_UNTIL] = { "conditional-until", CADRE_LOG_FORM_DATE,
                                           G_STRUCT_OFFSET (CadreLogEntry, conditional_until) },
  [CADRE_LOG_MEMBER_FREED_FOR] = { "freed-for", CADRE_LOG_FORM_ID,
                                   G_STRUCT_OFFSET (CadreLogEntry, freed_for),
                                   .record = CADRE_RECORD_KIND_ASSIGNMENT },
  [CADRE_LOG_MEMBER_SIDE] = { "side", CADRE_LOG_FORM_WORD, G_STRUCT_OFFSET (CadreLogEntry, side),
                              .words = cadre_log_side_get_type },
  [CADRE_LOG_MEMBER_WHAT] = { "what", CADRE_LOG_FORM_WORD,
                              G_STRUCT_OFFSET (CadreLogEntry, volunteering),
                              .words = cadre_volunteering_get_type },
  [CADRE_LOG_MEMBER_SCORE] = { "score", CADRE_LOG_FORM_DECIMAL,
                               G_STRUCT_OFFSET (CadreLogEntry, score) },
  [CADRE_LOG_MEMBER_PANEL] = { "panel", CADRE_LOG_FORM_TEXT,
                               G_STRUCT_OFFSET (CadreLogEntry, panel) },
  [CADRE_LOG_MEMBER_CRITERIA] = { "criteria", CADRE_LOG_FORM_LIST,
                                  G_STRUCT_OFFSET (CadreLogEntry, criteria) },
  [CADRE_LOG_MEMBER_SUCCEEDED] = { "succeeded", CADRE_LOG_FORM_TRUTH,
                                   G_STRUCT_OFFSET (CadreLogEntry, succeeded) },
  [CADRE_LOG_MEMBER_TOKEN] = { "token", CADRE_LOG_FORM_ID, G_STRUCT_OFFSET (CadreLogEntry, token) },
  [CADRE_LOG_MEMBER_RIGHT] = { "right", CADRE_LOG_FORM_WORD, G_STRUCT_OFFSET (CadreLogEntry, right),
                               .words = cadre_token_right_get_type },
  [CADRE_LOG_MEMBER_VERIFIED_BY] = { "verified-by", CADRE_LOG_FORM_TEXT,
                                     G_STRUCT_OFFSET (CadreLogEntry, verified_by) },
  [CADRE_LOG_MEMBER_AGAINST] = { "against", CADRE_LOG_FORM_TEXT,
                                 G_STRUCT_OFFSET (CadreLogEntry, against) },
  [CADRE_LOG_MEMBER_UPHELD] = { "upheld", CADRE_LOG_FORM_TRUTH,
                                G_STRUCT_OFFSET (CadreLogEntry, upheld) },
  [CADRE_LOG_MEMBER_SETTLES] = { "settles", CADRE_LOG_FORM_NUMBER,
                                 G_STRUCT_OFFSET (CadreLogEntry, settles), .least = 1,
                                 .most = G_MAXINT32 },
  [CADRE_LOG_MEMBER_POLICY] = { "policy", CADRE_LOG_FORM_TEXT,
                                G_STRUCT_OFFSET (CadreLogEntry, policy) },
  [CADRE_LOG_MEMBER_PARAMETER] = { "parameter", CADRE_LOG_FORM_TEXT,
                                   G_STRUCT_OFFSET (CadreLogEntry, parameter) },
  [CADRE_LOG_MEMBER_VALUE] = { "value", CADRE_LOG_FORM_VALUE,
                               G_STRUCT_OFFSET (CadreLogEntry, value) },
  [CADRE_LOG_MEMBER_CLAUSE] = { "clause", CADRE_LOG_FORM_TEXT,
                                G_STRUCT_OFFSET (CadreLogEntry, clause) },
  [CADRE_LOG_MEMBER_PARTIES] = { "parties", CADRE_LOG_FORM_LIST,
                                 G_STRUCT_OFFSET (CadreLogEntry, parties) },
  [CADRE_LOG_MEMBER_SIGNED] = { "signed", CADRE_LOG_FORM_DATE,
                                G_STRUCT_OFFSET (CadreLogEntry, signed_on) },
  [CADRE_LOG_MEMBER_IN] = { "in", CADRE_LOG_FORM_LIST, G_STRUCT_OFFSET (CadreLogEntry, posts_in),
                            .record = CADRE_RECORD_KIND_POST },
  [CADRE_LOG_MEMBER_OUT] = { "out", CADRE_LOG_FORM_LIST, G_STRUCT_OFFSET (CadreLogEntry, posts_out),
                             .record = CADRE_RECORD_KIND_POST },
  [CADRE_LOG_MEMBER_HOW] = { "how", CADRE_LOG_FORM_TEXT, G_STRUCT_OFFSET (CadreLogEntry, how) },
  [CADRE_LOG_MEMBER_ROUTE] = { "route", CADRE_LOG_FORM_WORD, G_STRUCT_OFFSET (CadreLogEntry, route),
                               .words = cadre_route_get_type },
  [CADRE_LOG_MEMBER_ADVISED_BY] = { "advised-by", CADRE_LOG_FORM_TEXT,
                                    G_STRUCT_OFFSET (CadreLogEntry, advised_by) },
  [CADRE_LOG_MEMBER_REASON] = { "reason", CADRE_LOG_FORM_TEXT,
                                G_STRUCT_OFFSET (CadreLogEntry, reason) },
  [CADRE_LOG_MEMBER_NOTE] = { "note", CADRE_LOG_FORM_TEXT, G_STRUCT_OFFSET (CadreLogEntry, note) },
  [CADRE_LOG_MEMBER_SOURCE] = { "source", CADRE_LOG_FORM_TEXT,
                                G_STRUCT_OFFSET (CadreLogEntry, source) },
};

const CadreLogKindSpec cadre_log_kinds[CADRE_N_LOG_KINDS] = {
  [CADRE_LOG_KIND_UNKNOWN] = { "unknown", "an event of an unknown kind", .members = BIT (EVENT) },
  [CADRE_LOG_KIND_JUDGEMENT] = { "judgement", "a judgement",
                                 .members = COMMON | BIT (BEFORE) | BIT (AFTER) | BIT (HEAD) |
                                            BIT (VERDICT) | BIT (PERCENT) | BIT (EVIDENCE),
                                 .required = BIT (BEFORE) | BIT (AFTER) | BIT (HEAD),
                                 .one_of = BIT (VERDICT) | BIT (PERCENT) },
  [CADRE_LOG_KIND_GRADING] = { "grading", "a grading",
                               .members = COMMON | BIT (POST) | BIT (GRADE) | BIT (STATUS),
                               .required = BIT (POST) | BIT (GRADE) },
  [CADRE_LOG_KIND_RESULT] = { "result", "a result",
                              .members = COMMON | BIT (STAGE) | BIT (POST) | BIT (POSITION) |
                                         BIT (ASSIGNMENT) | BIT (RESULT) | BIT (CRITERIA),
                              .required = BIT (POST) | BIT (ASSIGNMENT) | BIT (RESULT) },
  [CADRE_LOG_KIND_DECIDED_OUTSIDE] = { "decided-outside", "an outside decision",
                                       .members = COMMON | BIT (POST) | BIT (ASSIGNMENT) |
                                                  BIT (WHERE) | BIT (WORDS),
                                       .any_of = BIT (POST) | BIT (ASSIGNMENT) },
  [CADRE_LOG_KIND_JOINER] = { "joiner", "a joiner",
                              .members = COMMON | BIT (POST) | BIT (ASSIGNMENT) | BIT (PERSON) |
                                         BIT (BASIS) | BIT (CONTRACT) | BIT (FTE) | BIT (FROM),
                              .required = BIT (ASSIGNMENT) | BIT (PERSON) | BIT (POST) },
  [CADRE_LOG_KIND_LEAVER] = { "leaver", "a leaver",
                              .members = COMMON | BIT (ASSIGNMENT) | BIT (DAY) | BIT (REASON),
                              .required = BIT (ASSIGNMENT) | BIT (DAY) },
  [CADRE_LOG_KIND_CONTRACT_CHANGED] = { "contract-changed", "a changed contract",
                                        .members = COMMON | BIT (ASSIGNMENT) | BIT (CONTRACT) |
                                                   BIT (FTE) | BIT (TO) | BIT (REASON),
                                        .required = BIT (ASSIGNMENT),
                                        .any_of = BIT (CONTRACT) | BIT (FTE) | BIT (TO) },
  [CADRE_LOG_KIND_ABSENCE_STARTED] = { "absence-started", "a start of an absence",
                                       .members = BARE | BIT (ASSIGNMENT) | BIT (DAY),
                                       .required = BIT (ASSIGNMENT) | BIT (DAY),
                                       .is_closed = TRUE },
  [CADRE_LOG_KIND_ABSENCE_ENDED] = { "absence-ended", "an end of an absence",
                                     .members = BARE | BIT (ASSIGNMENT) | BIT (DAY),
                                     .required = BIT (ASSIGNMENT) | BIT (DAY), .is_closed = TRUE },
  [CADRE_LOG_KIND_SECONDMENT_ENDED] = { "secondment-ended", "an end of a secondment",
                                        .members = COMMON | BIT (ASSIGNMENT) | BIT (DAY),
                                        .required = BIT (ASSIGNMENT) | BIT (DAY) },
  [CADRE_LOG_KIND_SECONDMENT_EXTENDED] = { "secondment-extended", "an extension of a secondment",
                                           .members = COMMON | BIT (ASSIGNMENT) | BIT (TO),
                                           .required = BIT (ASSIGNMENT) | BIT (TO) },
  [CADRE_LOG_KIND_JOB_DESCRIPTION_REVISED] = { "job-description-revised",
                                               "a revised job description",
                                               .members =
                                                 COMMON | BIT (POST) | BIT (SIDE) | BIT (EVIDENCE),
                                               .required = BIT (POST) | BIT (SIDE) },
  [CADRE_LOG_KIND_PREFERENCE] = { "preference", "a preference",
                                  .members = COMMON | BIT (ASSIGNMENT) | BIT (POSTS),
                                  .required = BIT (ASSIGNMENT) | BIT (POSTS) },
  [CADRE_LOG_KIND_INTEREST] = { "interest", "an interest",
                                .members = COMMON | BIT (STAGE) | BIT (POST) | BIT (ASSIGNMENT),
                                .required = BIT (ASSIGNMENT) | BIT (POST) },
  [CADRE_LOG_KIND_VOLUNTEER] = { "volunteer", "a volunteer",
                                 .members = COMMON | BIT (ASSIGNMENT) | BIT (WHAT),
                                 .required = BIT (ASSIGNMENT) | BIT (WHAT) },
  [CADRE_LOG_KIND_VOLUNTEER_ACCEPTED] = { "volunteer-accepted", "an accepted volunteer",
                                          .members = COMMON | BIT (POST) | BIT (ASSIGNMENT) |
                                                     BIT (ABOUT) | BIT (CONDITIONAL_UNTIL) |
                                                     BIT (FREED_FOR) | BIT (CRITERIA),
                                          .any_of = BIT (ABOUT) | BIT (ASSIGNMENT) },
  [CADRE_LOG_KIND_VOLUNTEER_REFUSED] = { "volunteer-refused", "a refused volunteer",
                                         .members = COMMON | BIT (ASSIGNMENT) | BIT (ABOUT) |
                                                    BIT (REASON) | BIT (CRITERIA),
                                         .any_of = BIT (ABOUT) | BIT (ASSIGNMENT) },
  [CADRE_LOG_KIND_VOLUNTEER_WITHDRAWN] = { "volunteer-withdrawn", "a withdrawn volunteer",
                                           .members =
                                             COMMON | BIT (ASSIGNMENT) | BIT (ABOUT) | BIT (REASON),
                                           .any_of = BIT (ABOUT) | BIT (ASSIGNMENT) },
  [CADRE_LOG_KIND_SCORE] = { "score", "a score",
                             .members = COMMON | BIT (STAGE) | BIT (POST) | BIT (ASSIGNMENT) |
                                        BIT (SCORE) | BIT (PANEL) | BIT (CRITERIA),
                             .required = BIT (ASSIGNMENT) | BIT (POST) | BIT (SCORE) },
  [CADRE_LOG_KIND_OFFER] = { "offer", "an offer",
                             .members = COMMON | BIT (STAGE) | BIT (POST) | BIT (POSITION) |
                                        BIT (ASSIGNMENT),
                             .required = BIT (ASSIGNMENT) | BIT (POST) },
  [CADRE_LOG_KIND_ACCEPTANCE] = { "acceptance", "an acceptance", .members = COMMON | BIT (ABOUT),
                                  .required = BIT (ABOUT) },
  [CADRE_LOG_KIND_REFUSAL] = { "refusal", "a refusal",
                               .members = COMMON | BIT (ABOUT) | BIT (REASON),
                               .required = BIT (ABOUT) },
  [CADRE_LOG_KIND_TRIAL_STARTED] = { "trial-started", "a start of a trial",
                                     .members = COMMON | BIT (POST) | BIT (ASSIGNMENT) |
                                                BIT (FROM) | BIT (TO) | BIT (SIGNED),
                                     .required = BIT (ASSIGNMENT) | BIT (POST) },
  [CADRE_LOG_KIND_TRIAL_ENDED] = { "trial-ended", "an end of a trial",
                                   .members = COMMON | BIT (ABOUT) | BIT (SUCCEEDED) | BIT (REASON),
                                   .required = BIT (ABOUT) },
  [CADRE_LOG_KIND_NOTICE_ISSUED] = { "notice-issued", "a notice",
                                     .members = COMMON | BIT (ASSIGNMENT) | BIT (FROM) | BIT (TO),
                                     .required = BIT (ASSIGNMENT) },
  [CADRE_LOG_KIND_NOTICE_WITHDRAWN] = { "notice-withdrawn", "a withdrawn notice",
                                        .members = COMMON | BIT (ABOUT), .required = BIT (ABOUT) },
  [CADRE_LOG_KIND_REDEPLOYED] = { "redeployed", "a redeployment",
                                  .members = COMMON | BIT (POST) | BIT (ASSIGNMENT) | BIT (WHERE),
                                  .required = BIT (ASSIGNMENT),
                                  .any_of = BIT (WHERE) | BIT (POST) },
  [CADRE_LOG_KIND_TOKEN_GRANTED] = { "token-granted", "a granted token",
                                     .members = BARE | BIT (ASSIGNMENT) | BIT (FROM) | BIT (TO) |
                                                BIT (TOKEN) | BIT (RIGHT) | BIT (VERIFIED_BY),
                                     .required = BIT (TOKEN) | BIT (ASSIGNMENT) | BIT (RIGHT) |
                                                 BIT (VERIFIED_BY),
                                     .is_closed = TRUE },
  [CADRE_LOG_KIND_TOKEN_ENDED] = { "token-ended", "an ended token",
                                   .members = BARE | BIT (DAY) | BIT (TOKEN),
                                   .required = BIT (TOKEN) | BIT (DAY), .is_closed = TRUE },
  [CADRE_LOG_KIND_SUITABILITY] = { "suitability", "a judgement of suitability",
                                   .members =
                                     COMMON | BIT (VERDICT) | BIT (POST) | BIT (ASSIGNMENT),
                                   .required =
                                     BIT (ASSIGNMENT) | BIT (POST) | BIT (VERDICT) | BIT (BY) },
  [CADRE_LOG_KIND_APPEAL_LODGED] = { "appeal-lodged", "an appeal",
                                     .members = COMMON | BIT (POST) | BIT (ASSIGNMENT) |
                                                BIT (ABOUT) | BIT (AGAINST),
                                     .required = BIT (ASSIGNMENT) },
  [CADRE_LOG_KIND_APPEAL_DECIDED] = { "appeal-decided", "a decision on an appeal",
                                      .members =
                                        COMMON | BIT (ABOUT) | BIT (UPHELD) | BIT (SETTLES),
                                      .required = BIT (ABOUT) | BIT (UPHELD) },
  [CADRE_LOG_KIND_POLICY_AMENDED] = { "policy-amended", "an amendment of a policy",
                                      .members = COMMON | BIT (POLICY) | BIT (PARAMETER) |
                                                 BIT (VALUE) | BIT (CLAUSE),
                                      .required = BIT (POLICY) | BIT (PARAMETER) | BIT (VALUE) },
  [CADRE_LOG_KIND_AGREEMENT] = { "agreement", "an agreement",
                                 .members = COMMON | BIT (POST) | BIT (POLICY) | BIT (PARAMETER) |
                                            BIT (PARTIES) | BIT (SIGNED),
                                 .required = BIT (PARAMETER) | BIT (POLICY) },
  [CADRE_LOG_KIND_SCOPE_CHANGED] = { "scope-changed", "a change of scope",
                                     .members = COMMON | BIT (IN) | BIT (OUT),
                                     .any_of = BIT (IN) | BIT (OUT) },
  [CADRE_LOG_KIND_TOLD] = { "told", "a record of who was told",
                            .members = COMMON | BIT (ASSIGNMENT) | BIT (HOW),
                            .required = BIT (ASSIGNMENT) },
  [CADRE_LOG_KIND_ROUTE] = { "route", "a route",
                             .members = COMMON | BIT (POST) | BIT (ASSIGNMENT) | BIT (ROUTE) |
                                        BIT (ADVISED_BY),
                             .required = BIT (ASSIGNMENT) | BIT (ROUTE) },
  [CADRE_LOG_KIND_DECISION] = { "decision", "a decision",
                                .members = COMMON | BIT (POST) | BIT (POSITION) | BIT (ASSIGNMENT) |
                                           BIT (OUTCOME) | BIT (REASON),
                                .required = BIT (OUTCOME) | BIT (BY) | BIT (DATE),
                                .any_of = BIT (ASSIGNMENT) | BIT (POST) },
  [CADRE_LOG_KIND_BUMP_CONSENTED] = { "bump-consented", "a consent to a bump",
                                      .members = COMMON | BIT (ASSIGNMENT) | BIT (FOR),
                                      .required = BIT (ASSIGNMENT) | BIT (FOR) },
};

CadreLogKind
cadre_log_kind_find (const char *event)
{
  for (guint i = 1; i < CADRE_N_LOG_KINDS; i++)
    if (g_strcmp0 (cadre_log_kinds[i].event, event) == 0)
      return (CadreLogKind) i;

  return CADRE_LOG_KIND_UNKNOWN;
}

/* An empty text says nothing that is asked for. */
gboolean
cadre_log_entry_has (CadreLogEntry *self, guint member)
{
  char *text = NULL;

  switch (cadre_log_members[member].form)
    {
    case CADRE_LOG_FORM_DATE:
    case CADRE_LOG_FORM_LIST:
      return *cadre_log_entry_at (self, member, gpointer) != NULL;
    case CADRE_LOG_FORM_NUMBER:
      return *cadre_log_entry_at (self, member, int) >= 0;
    case CADRE_LOG_FORM_WORD:
      return *cadre_log_entry_at (self, member, int) != 0;
    case CADRE_LOG_FORM_TRUTH:
      return *cadre_log_entry_at (self, member, int) != CADRE_TRUTH_UNKNOWN;
    case CADRE_LOG_FORM_TEXT:
    case CADRE_LOG_FORM_ID:
    case CADRE_LOG_FORM_FRACTION:
    case CADRE_LOG_FORM_DECIMAL:
    case CADRE_LOG_FORM_VALUE:
    default:
      text = *cadre_log_entry_at (self, member, char *);
      return text != NULL && *text != '\0';
    }
}

/* “a”, “b” and “c” */
static char *
dup_names (guint64 members, const char *last)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < CADRE_N_LOG_MEMBERS; i++)
    {
      if ((members >> i & 1) == 0)
        continue;
      if (names->len > 0)
        g_string_append (names, members >> i == 1 ? last : ", ");
      g_string_append_printf (names, "“%s”", cadre_log_members[i].name);
    }

  return g_string_free (names, FALSE);
}

static guint64
find_said (CadreLogEntry *self)
{
  guint64 said = 0;

  for (guint i = 0; i < CADRE_N_LOG_MEMBERS; i++)
    if (cadre_log_entry_has (self, i))
      said |= G_GUINT64_CONSTANT (1) << i;

  return said;
}

/* What no table says. */
static char *
dup_fault_of_kind (CadreLogEntry *self)
{
  if (self->kind == CADRE_LOG_KIND_RESULT && self->stage != CADRE_STAGE_LIMITED_COMPETITION &&
      self->stage != CADRE_STAGE_WIDER_COMPETITION)
    return g_strdup ("the stage of a result is limited-competition or wider-competition");
  if (self->kind == CADRE_LOG_KIND_DECISION && self->assignment == NULL && self->position < 0)
    return g_strdup ("a decision about a post has “position”");

  return NULL;
}

char *
cadre_log_entry_dup_fault (CadreLogEntry *self)
{
  const CadreLogKindSpec *spec = &cadre_log_kinds[self->kind];
  const guint64 said = find_said (self);
  const guint64 one = said & spec->one_of;
  g_autofree char *names = NULL;

  if (self->kind == CADRE_LOG_KIND_UNKNOWN)
    return NULL;
  if ((said & ~spec->members) != 0)
    {
      names = dup_names (said & ~spec->members, " and ");
      return g_strdup_printf ("%s does not have %s", spec->noun, names);
    }
  if ((said & spec->required) != spec->required)
    {
      names = dup_names (spec->required, " and ");
      return g_strdup_printf ("%s has %s", spec->noun, names);
    }
  if (spec->any_of != 0 && (said & spec->any_of) == 0)
    {
      names = dup_names (spec->any_of, " or ");
      return g_strdup_printf ("%s has %s", spec->noun, names);
    }
  if (spec->one_of != 0 && (one == 0 || (one & (one - 1)) != 0))
    {
      names = dup_names (spec->one_of, " or ");
      return g_strdup_printf ("%s has either %s, and not both", spec->noun, names);
    }

  return dup_fault_of_kind (self);
}

static void
clear_member (CadreLogEntry *self, guint member)
{
  switch (cadre_log_members[member].form)
    {
    case CADRE_LOG_FORM_DATE:
      g_clear_pointer (cadre_log_entry_at (self, member, CadreDate *), cadre_date_free);
      break;
    case CADRE_LOG_FORM_LIST:
      g_clear_pointer (cadre_log_entry_at (self, member, char **), g_strfreev);
      break;
    case CADRE_LOG_FORM_NUMBER:
      *cadre_log_entry_at (self, member, int) = -1;
      break;
    case CADRE_LOG_FORM_WORD:
      *cadre_log_entry_at (self, member, int) = 0;
      break;
    case CADRE_LOG_FORM_TRUTH:
      *cadre_log_entry_at (self, member, int) = CADRE_TRUTH_UNKNOWN;
      break;
    case CADRE_LOG_FORM_TEXT:
    case CADRE_LOG_FORM_ID:
    case CADRE_LOG_FORM_FRACTION:
    case CADRE_LOG_FORM_DECIMAL:
    case CADRE_LOG_FORM_VALUE:
    default:
      g_clear_pointer (cadre_log_entry_at (self, member, char *), g_free);
      break;
    }
}

void
cadre_log_entry_clear (CadreLogEntry *self)
{
  for (guint i = 0; i < CADRE_N_LOG_MEMBERS; i++)
    clear_member (self, i);

  g_clear_pointer (&self->unknown, g_free);
}

void
cadre_log_entry_copy_member (CadreLogEntry *self, CadreLogEntry *other, guint member)
{
  clear_member (self, member);
  switch (cadre_log_members[member].form)
    {
    case CADRE_LOG_FORM_DATE:
      if (*cadre_log_entry_at (other, member, CadreDate *) != NULL)
        *cadre_log_entry_at (self, member, CadreDate *) =
          cadre_date_copy (*cadre_log_entry_at (other, member, CadreDate *));
      break;
    case CADRE_LOG_FORM_LIST:
      *cadre_log_entry_at (self, member, char **) =
        g_strdupv (*cadre_log_entry_at (other, member, char **));
      break;
    case CADRE_LOG_FORM_NUMBER:
    case CADRE_LOG_FORM_WORD:
    case CADRE_LOG_FORM_TRUTH:
      *cadre_log_entry_at (self, member, int) = *cadre_log_entry_at (other, member, int);
      break;
    case CADRE_LOG_FORM_TEXT:
    case CADRE_LOG_FORM_ID:
    case CADRE_LOG_FORM_FRACTION:
    case CADRE_LOG_FORM_DECIMAL:
    case CADRE_LOG_FORM_VALUE:
    default:
      *cadre_log_entry_at (self, member, char *) =
        g_strdup (*cadre_log_entry_at (other, member, char *));
      break;
    }
}

void
cadre_log_entry_take_text (CadreLogEntry *self, CadreLogMember member, const char *text)
{
  g_autofree char *copy = g_strdup (text);

  g_return_if_fail (!self->is_sealed);

  clear_member (self, member);
  *cadre_log_entry_at (self, member, char *) = g_steal_pointer (&copy);
}

void
cadre_log_entry_take_date (CadreLogEntry *self, CadreLogMember member, const CadreDate *date)
{
  CadreDate *copy = NULL;

  g_return_if_fail (!self->is_sealed);

  copy = date != NULL ? cadre_date_copy (date) : NULL;
  clear_member (self, member);
  *cadre_log_entry_at (self, member, CadreDate *) = copy;
}

void
cadre_log_entry_take_fraction (CadreLogEntry *self,
                               CadreLogMember member,
                               const CadreFraction *fraction)
{
  g_autofree char *text = fraction != NULL ? cadre_fraction_to_string (fraction) : NULL;

  cadre_log_entry_take_text (self, member, text);
}

void
cadre_log_entry_take_list (CadreLogEntry *self, CadreLogMember member, const char *const *list)
{
  char **copy = NULL;

  g_return_if_fail (!self->is_sealed);

  copy = g_strdupv ((char **) list);
  clear_member (self, member);
  *cadre_log_entry_at (self, member, char **) = copy;
}

void
cadre_log_entry_take_number (CadreLogEntry *self, CadreLogMember member, int number)
{
  g_return_if_fail (!self->is_sealed);

  *cadre_log_entry_at (self, member, int) = number;
}
