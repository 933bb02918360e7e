/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-responses
 * @Title: CadreResponses
 * @Short_Description: The responses to a consultation, as a document
 *
 * A #CadreResponses is a #GListModel of #CadreResponse, and a document of the
 * kind `responses`, as `docs/schema/responses-1.schema.json` has it.
 * cadre_responses_compare() puts them beside the changes between the proposal
 * that was consulted on and the one that came of it: you said, we did.
 *
 * What is written is what the level of a #CadreRedaction shows. The employer's
 * summary and answer are shown where the proposal is: to managers, unions,
 * committees, and in a consultation paper. The words that somebody used are
 * shown at full only, and so are ties to records of persons, assignments and
 * absences. `docs/redaction.md` has the table.
 *
 * Responses never change, and any number of threads may read them.
 */

#include "config.h"

#include "diff/responses/cadre-responses-private.h"

static void list_model_iface_init (GListModelInterface *iface);

/**
 * CadreResponses:
 *
 * The responses to a consultation.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CadreResponses,
                               cadre_responses,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
cadre_responses_get_item_type (GListModel *model)
{
  return CADRE_TYPE_RESPONSE;
}

static guint
cadre_responses_get_n_items (GListModel *model)
{
  return CADRE_RESPONSES (model)->responses->len;
}

static gpointer
cadre_responses_get_item (GListModel *model, guint position)
{
  return cadre_responses_get_response (CADRE_RESPONSES (model), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_responses_get_item_type;
  iface->get_n_items = cadre_responses_get_n_items;
  iface->get_item = cadre_responses_get_item;
}

static void
cadre_responses_finalize (GObject *object)
{
  CadreResponses *self = CADRE_RESPONSES (object);

  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->places, g_hash_table_unref);
  g_clear_pointer (&self->responses, g_ptr_array_unref);
  g_clear_pointer (&self->extra, g_free);

  G_OBJECT_CLASS (cadre_responses_parent_class)->finalize (object);
}

static void
cadre_responses_class_init (CadreResponsesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_responses_finalize;
}

static void
cadre_responses_init (CadreResponses *self)
{
  self->responses = g_ptr_array_new_with_free_func (g_object_unref);
  self->places = g_hash_table_new (g_str_hash, g_str_equal);
}

CadreResponses *
cadre_responses_new_empty (const char *title)
{
  CadreResponses *self = g_object_new (CADRE_TYPE_RESPONSES, NULL);

  self->title = g_strdup (title);
  return self;
}

gboolean
cadre_responses_add (CadreResponses *self, CadreResponse *response, GError **error)
{
  const guint place = self->responses->len + 1;

  /* Redaction may have taken the id away. */
  if (response->id != NULL && g_hash_table_contains (self->places, response->id))
    {
      g_set_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_RESPONSES,
                   "At /responses/%u: another response has the same id", place - 1);
      return FALSE;
    }

  g_ptr_array_add (self->responses, g_object_ref (response));
  if (response->id != NULL)
    g_hash_table_insert (self->places, response->id, GUINT_TO_POINTER (place));
  return TRUE;
}

/**
 * cadre_responses_new:
 * @title: (nullable): what was consulted on, or %NULL
 * @responses: (element-type CadreResponse): the responses, in their order
 * @error: return location for a #GError, or %NULL
 *
 * Makes a document of responses.
 *
 * Returns: (transfer full): the responses, or %NULL with @error set if two have
 *   one id
 *
 * Since: 1.0
 */
CadreResponses *
cadre_responses_new (const char *title, GPtrArray *responses, GError **error)
{
  g_autoptr (CadreResponses) self = NULL;

  g_return_val_if_fail (responses != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);
  for (guint i = 0; i < responses->len; i++)
    g_return_val_if_fail (CADRE_IS_RESPONSE (g_ptr_array_index (responses, i)), NULL);

  self = cadre_responses_new_empty (title);
  for (guint i = 0; i < responses->len; i++)
    if (!cadre_responses_add (self, g_ptr_array_index (responses, i), error))
      return NULL;

  return g_steal_pointer (&self);
}

/**
 * cadre_responses_get_title:
 * @self: a #CadreResponses
 *
 * Gets what was consulted on.
 *
 * Returns: (transfer none) (nullable): the title, or %NULL if it is not stated
 *
 * Since: 1.0
 */
const char *
cadre_responses_get_title (CadreResponses *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSES (self), NULL);

  return self->title;
}

/**
 * cadre_responses_get_response:
 * @self: a #CadreResponses
 * @position: the place in the list
 *
 * Gets a response.
 *
 * Returns: (transfer full) (nullable): the response, or %NULL if there are not
 *   so many
 *
 * Since: 1.0
 */
CadreResponse *
cadre_responses_get_response (CadreResponses *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_RESPONSES (self), NULL);

  return position < self->responses->len
           ? g_object_ref (g_ptr_array_index (self->responses, position))
           : NULL;
}

/**
 * cadre_responses_find:
 * @self: a #CadreResponses
 * @id: the id of a response
 *
 * Gets the response with an id.
 *
 * Returns: (transfer full) (nullable): the response, or %NULL if there is none
 *
 * Since: 1.0
 */
CadreResponse *
cadre_responses_find (CadreResponses *self, const char *id)
{
  guint place = 0;

  g_return_val_if_fail (CADRE_IS_RESPONSES (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  place = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, id));
  return place > 0 ? cadre_responses_get_response (self, place - 1) : NULL;
}
