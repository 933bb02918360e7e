/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-change.h>
#include <cadre/cadre-date.h>

G_BEGIN_DECLS

/**
 * CadreRespondent:
 * @CADRE_RESPONDENT_UNKNOWN: not stated
 * @CADRE_RESPONDENT_STAFF: employees who are affected
 * @CADRE_RESPONDENT_MANAGERS: managers
 * @CADRE_RESPONDENT_UNION: a recognised trade union
 * @CADRE_RESPONDENT_SERVICE_USERS: those who use the services, and their families
 * @CADRE_RESPONDENT_PARTNERS: a partner organisation, or those who work for one
 * @CADRE_RESPONDENT_SCHOOLS: schools and their governors
 * @CADRE_RESPONDENT_MEMBERS: elected members
 * @CADRE_RESPONDENT_PUBLIC: the public
 * @CADRE_RESPONDENT_OTHER: others
 *
 * Which group a consultation response comes from. A person is never named.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_RESPONDENT_UNKNOWN = 0,
  CADRE_RESPONDENT_STAFF = 1,
  CADRE_RESPONDENT_MANAGERS = 2,
  CADRE_RESPONDENT_UNION = 3,
  CADRE_RESPONDENT_SERVICE_USERS = 4,
  CADRE_RESPONDENT_PARTNERS = 5,
  CADRE_RESPONDENT_SCHOOLS = 6,
  CADRE_RESPONDENT_MEMBERS = 7,
  CADRE_RESPONDENT_PUBLIC = 8,
  CADRE_RESPONDENT_OTHER = 9,
} CadreRespondent;

/**
 * CadreAnswer:
 * @CADRE_ANSWER_UNKNOWN: there is no answer yet
 * @CADRE_ANSWER_ACCEPTED: what was asked for is done
 * @CADRE_ANSWER_PARTLY: some of it is
 * @CADRE_ANSWER_NOT_ACCEPTED: it is not, for a reason
 * @CADRE_ANSWER_NOTED: nothing was asked for
 *
 * What the employer answers to a consultation response.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_ANSWER_UNKNOWN = 0,
  CADRE_ANSWER_ACCEPTED = 1,
  CADRE_ANSWER_PARTLY = 2,
  CADRE_ANSWER_NOT_ACCEPTED = 3,
  CADRE_ANSWER_NOTED = 4,
} CadreAnswer;

#define CADRE_TYPE_RESPONSE_TIE (cadre_response_tie_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreResponseTie, cadre_response_tie, CADRE, RESPONSE_TIE, GObject)

CADRE_AVAILABLE_IN_1_0
CadreResponseTie *cadre_response_tie_new (CadreRecordKind record_kind,
                                          const char *id,
                                          const char *field) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreResponseTie *cadre_response_tie_new_to_kind (CadreRecordKind record_kind,
                                                  const char *id,
                                                  CadreChangeKind kind) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreRecordKind cadre_response_tie_get_record_kind (CadreResponseTie *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_response_tie_get_id (CadreResponseTie *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_response_tie_get_field (CadreResponseTie *self);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_response_tie_has_kind (CadreResponseTie *self);
CADRE_AVAILABLE_IN_1_0
CadreChangeKind cadre_response_tie_get_kind (CadreResponseTie *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_response_tie_to_string (CadreResponseTie *self) G_GNUC_WARN_UNUSED_RESULT;

#define CADRE_TYPE_RESPONSE (cadre_response_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreResponse, cadre_response, CADRE, RESPONSE, GObject)

CADRE_AVAILABLE_IN_1_0
CadreResponse *cadre_response_new (const char *id,
                                   CadreRespondent respondent,
                                   const char *body,
                                   const CadreDate *date) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreResponse *cadre_response_with_said (CadreResponse *self,
                                         const char *said,
                                         const char *verbatim) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreResponse *cadre_response_with_answer (CadreResponse *self,
                                           CadreAnswer answer,
                                           const char *reason,
                                           GPtrArray *ties) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
const char *cadre_response_get_id (CadreResponse *self);
CADRE_AVAILABLE_IN_1_0
CadreRespondent cadre_response_get_respondent (CadreResponse *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_response_get_body (CadreResponse *self);
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_response_get_date (CadreResponse *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_response_get_said (CadreResponse *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_response_get_verbatim (CadreResponse *self);
CADRE_AVAILABLE_IN_1_0
CadreAnswer cadre_response_get_answer (CadreResponse *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_response_get_reason (CadreResponse *self);
CADRE_AVAILABLE_IN_1_0
GListModel *cadre_response_get_ties (CadreResponse *self);

G_END_DECLS
