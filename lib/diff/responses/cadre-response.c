/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-response
 * @Title: CadreResponse
 * @Short_Description: What somebody said about a proposal, and what was answered
 *
 * A #CadreResponse is one point of a consultation: when it was made and by which
 * group or body, what was said, what the employer answers, and the changes from
 * one version of the proposal to the next that it is tied to. It has no place
 * for a name. What was said is a summary made to be published; the words
 * themselves, in which people tell of themselves and of others, are kept apart
 * and shown to nobody but at full.
 *
 * A response never changes; cadre_response_with_said() and
 * cadre_response_with_answer() make another one.
 */

#include "config.h"

#include "diff/responses/cadre-responses-private.h"

/**
 * CadreResponse:
 *
 * What somebody said about a proposal, and what was answered.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreResponse, cadre_response, G_TYPE_OBJECT)

static void
cadre_response_finalize (GObject *object)
{
  CadreResponse *self = CADRE_RESPONSE (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->body, g_free);
  g_clear_pointer (&self->date, cadre_date_free);
  g_clear_pointer (&self->said, g_free);
  g_clear_pointer (&self->verbatim, g_free);
  g_clear_pointer (&self->reason, g_free);
  g_clear_pointer (&self->extra, g_free);
  g_clear_object (&self->ties);

  G_OBJECT_CLASS (cadre_response_parent_class)->finalize (object);
}

static void
cadre_response_class_init (CadreResponseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_response_finalize;
}

static void
cadre_response_init (CadreResponse *self)
{
  self->ties = g_list_store_new (CADRE_TYPE_RESPONSE_TIE);
}

/**
 * cadre_response_new:
 * @id: its id, which nothing else in the document has
 * @respondent: which group it comes from
 * @body: (nullable): the id of the body or organisation that it comes from, or
 *   %NULL. Never a name
 * @date: (nullable): when it was made, or %NULL if unknown
 *
 * Makes a response that says nothing yet.
 *
 * Returns: (transfer full): the response
 *
 * Since: 1.0
 */
CadreResponse *
cadre_response_new (const char *id,
                    CadreRespondent respondent,
                    const char *body,
                    const CadreDate *date)
{
  CadreResponse *self = NULL;

  g_return_val_if_fail (id != NULL && *id != '\0', NULL);
  g_return_val_if_fail ((guint) respondent <= CADRE_RESPONDENT_OTHER, NULL);

  self = g_object_new (CADRE_TYPE_RESPONSE, NULL);
  self->id = g_strdup (id);
  self->respondent = respondent;
  self->body = g_strdup (body);
  self->date = date != NULL ? cadre_date_copy (date) : NULL;
  return self;
}

static CadreResponse *
copy (CadreResponse *self)
{
  CadreResponse *made = cadre_response_new (self->id, self->respondent, self->body, self->date);

  made->said = g_strdup (self->said);
  made->verbatim = g_strdup (self->verbatim);
  made->answer = self->answer;
  made->reason = g_strdup (self->reason);
  made->extra = g_strdup (self->extra);
  g_set_object (&made->ties, self->ties);
  return made;
}

/**
 * cadre_response_with_said:
 * @self: a #CadreResponse
 * @said: (nullable): what was said, in a summary that can be published
 * @verbatim: (nullable): the words themselves
 *
 * Makes a response with what was said.
 *
 * Returns: (transfer full): another response
 *
 * Since: 1.0
 */
CadreResponse *
cadre_response_with_said (CadreResponse *self, const char *said, const char *verbatim)
{
  CadreResponse *made = NULL;

  g_return_val_if_fail (CADRE_IS_RESPONSE (self), NULL);

  made = copy (self);
  g_free (made->said);
  g_free (made->verbatim);
  made->said = g_strdup (said);
  made->verbatim = g_strdup (verbatim);
  return made;
}

/**
 * cadre_response_with_answer:
 * @self: a #CadreResponse
 * @answer: the employer's answer
 * @reason: (nullable): why
 * @ties: (nullable) (element-type CadreResponseTie): what it led to, or %NULL for
 *   nothing
 *
 * Makes a response with the employer's answer.
 *
 * Returns: (transfer full): another response
 *
 * Since: 1.0
 */
CadreResponse *
cadre_response_with_answer (CadreResponse *self,
                            CadreAnswer answer,
                            const char *reason,
                            GPtrArray *ties)
{
  CadreResponse *made = NULL;

  g_return_val_if_fail (CADRE_IS_RESPONSE (self), NULL);
  g_return_val_if_fail ((guint) answer <= CADRE_ANSWER_NOTED, NULL);
  for (guint i = 0; ties != NULL && i < ties->len; i++)
    g_return_val_if_fail (CADRE_IS_RESPONSE_TIE (g_ptr_array_index (ties, i)), NULL);

  made = copy (self);
  made->answer = answer;
  g_free (made->reason);
  made->reason = g_strdup (reason);
  g_object_unref (made->ties);
  made->ties = g_list_store_new (CADRE_TYPE_RESPONSE_TIE);
  for (guint i = 0; ties != NULL && i < ties->len; i++)
    g_list_store_append (made->ties, g_ptr_array_index (ties, i));

  return made;
}

/**
 * cadre_response_get_id:
 * @self: a #CadreResponse
 *
 * Gets the id.
 *
 * Returns: (transfer none): the id
 *
 * Since: 1.0
 */
const char *
cadre_response_get_id (CadreResponse *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE (self), NULL);

  return self->id;
}

/**
 * cadre_response_get_respondent:
 * @self: a #CadreResponse
 *
 * Gets which group it comes from.
 *
 * Returns: the group
 *
 * Since: 1.0
 */
CadreRespondent
cadre_response_get_respondent (CadreResponse *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE (self), CADRE_RESPONDENT_UNKNOWN);

  return self->respondent;
}

/**
 * cadre_response_get_body:
 * @self: a #CadreResponse
 *
 * Gets the id of the body or organisation that it comes from.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL if it is not known
 *
 * Since: 1.0
 */
const char *
cadre_response_get_body (CadreResponse *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE (self), NULL);

  return self->body;
}

/**
 * cadre_response_get_date:
 * @self: a #CadreResponse
 *
 * Gets when it was made.
 *
 * Returns: (transfer full) (nullable): the date, or %NULL if it is not known
 *
 * Since: 1.0
 */
CadreDate *
cadre_response_get_date (CadreResponse *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE (self), NULL);

  return self->date != NULL ? cadre_date_copy (self->date) : NULL;
}

/**
 * cadre_response_get_said:
 * @self: a #CadreResponse
 *
 * Gets what was said, in a summary that can be published.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL if it is not known
 *
 * Since: 1.0
 */
const char *
cadre_response_get_said (CadreResponse *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE (self), NULL);

  return self->said;
}

/**
 * cadre_response_get_verbatim:
 * @self: a #CadreResponse
 *
 * Gets the words themselves.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL if it is not known
 *
 * Since: 1.0
 */
const char *
cadre_response_get_verbatim (CadreResponse *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE (self), NULL);

  return self->verbatim;
}

/**
 * cadre_response_get_answer:
 * @self: a #CadreResponse
 *
 * Gets the employer's answer.
 *
 * Returns: the answer
 *
 * Since: 1.0
 */
CadreAnswer
cadre_response_get_answer (CadreResponse *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE (self), CADRE_ANSWER_UNKNOWN);

  return self->answer;
}

/**
 * cadre_response_get_reason:
 * @self: a #CadreResponse
 *
 * Gets why the employer answers so.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL if it is not known
 *
 * Since: 1.0
 */
const char *
cadre_response_get_reason (CadreResponse *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE (self), NULL);

  return self->reason;
}

/**
 * cadre_response_get_ties:
 * @self: a #CadreResponse
 *
 * Gets what it led to: a list of #CadreResponseTie.
 *
 * Returns: (transfer none): the list
 *
 * Since: 1.0
 */
GListModel *
cadre_response_get_ties (CadreResponse *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE (self), NULL);

  return G_LIST_MODEL (self->ties);
}
