/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A response with what it led to, or what nobody asked for.
 *
 * A #CadreResponseRow is a row of a #CadreResponseTable: a response with the
 * changes that it led to, or an event with those of its changes that no response
 * asked for. It is a #GListModel of #CadreChange.
 */

#include "config.h"

#include "diff/responses/cadre-responses-private.h"
#include <cadre/cadre-enum-types.h>

static void list_model_iface_init (GListModelInterface *iface);

/**
 * CadreResponseRow:
 *
 * A response with what it led to, or what nobody asked for.
 *
 * Since: 1.0
 */
struct _CadreResponseRow
{
  GObject parent_instance;

  CadreResponseRowKind kind;
  CadreResponse *response; /* (nullable) */
  CadreChangeEvent *event; /* (nullable) */
  CadreDiff *diff;
  GArray *places; /* (element-type guint32): differences */
};

G_DEFINE_FINAL_TYPE_WITH_CODE (CadreResponseRow,
                               cadre_response_row,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
cadre_response_row_get_item_type (GListModel *model)
{
  return CADRE_TYPE_CHANGE;
}

static guint
cadre_response_row_get_n_items (GListModel *model)
{
  return CADRE_RESPONSE_ROW (model)->places->len;
}

static gpointer
cadre_response_row_get_item (GListModel *model, guint position)
{
  return cadre_response_row_get_change (CADRE_RESPONSE_ROW (model), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_response_row_get_item_type;
  iface->get_n_items = cadre_response_row_get_n_items;
  iface->get_item = cadre_response_row_get_item;
}

static void
cadre_response_row_finalize (GObject *object)
{
  CadreResponseRow *self = CADRE_RESPONSE_ROW (object);

  g_clear_object (&self->response);
  g_clear_object (&self->event);
  g_clear_object (&self->diff);
  g_clear_pointer (&self->places, g_array_unref);

  G_OBJECT_CLASS (cadre_response_row_parent_class)->finalize (object);
}

static void
cadre_response_row_class_init (CadreResponseRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_response_row_finalize;
}

static void
cadre_response_row_init (CadreResponseRow *self)
{
}

CadreResponseRow *
cadre_response_row_new_take (CadreResponseRowKind kind,
                             CadreResponse *response,
                             CadreChangeEvent *event,
                             CadreDiff *diff,
                             GArray *places)
{
  CadreResponseRow *self = g_object_new (CADRE_TYPE_RESPONSE_ROW, NULL);

  self->kind = kind;
  self->response = response != NULL ? g_object_ref (response) : NULL;
  self->event = event != NULL ? g_object_ref (event) : NULL;
  self->diff = g_object_ref (diff);
  self->places = places;
  return self;
}

/**
 * cadre_response_row_get_kind:
 * @self: a #CadreResponseRow
 *
 * Gets what the row is.
 *
 * Returns: the kind
 *
 * Since: 1.0
 */
CadreResponseRowKind
cadre_response_row_get_kind (CadreResponseRow *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE_ROW (self), CADRE_RESPONSE_ROW_KIND_NOT_ASKED);

  return self->kind;
}

/**
 * cadre_response_row_get_response:
 * @self: a #CadreResponseRow
 *
 * Gets the response.
 *
 * Returns: (transfer none) (nullable): the response, or %NULL where nobody asked
 *   for what happened
 *
 * Since: 1.0
 */
CadreResponse *
cadre_response_row_get_response (CadreResponseRow *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE_ROW (self), NULL);

  return self->response;
}

/**
 * cadre_response_row_get_event:
 * @self: a #CadreResponseRow
 *
 * Gets what happened that nobody asked for. Some of the changes of the event may
 * have been asked for; those of the row were not.
 *
 * Returns: (transfer none) (nullable): the event, or %NULL where the row is a
 *   response
 *
 * Since: 1.0
 */
CadreChangeEvent *
cadre_response_row_get_event (CadreResponseRow *self)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE_ROW (self), NULL);

  return self->event;
}

/**
 * cadre_response_row_get_change:
 * @self: a #CadreResponseRow
 * @position: the place in the list
 *
 * Gets a change. They are in the order of the diff.
 *
 * Returns: (transfer full) (nullable): the change, or %NULL if there are not so
 *   many
 *
 * Since: 1.0
 */
CadreChange *
cadre_response_row_get_change (CadreResponseRow *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_RESPONSE_ROW (self), NULL);

  return position < self->places->len
           ? cadre_diff_make_change (
               self->diff,
               &self->diff->differences[g_array_index (self->places, guint32, position)])
           : NULL;
}

static char *
describe_response (CadreResponseRow *self)
{
  const CadreResponse *response = self->response;
  GString *text = g_string_new (response->id != NULL ? response->id : "A response");

  g_string_append_printf (text, " (%s)",
                          cadre_nick (CADRE_TYPE_RESPONDENT, (int) response->respondent));
  if (response->said != NULL)
    g_string_append_printf (text, ": %s", response->said);
  g_string_append_printf (text, " -> %s", cadre_nick (CADRE_TYPE_ANSWER, (int) response->answer));
  if (self->places->len > 0)
    g_string_append_printf (text, ", %u change%s", self->places->len,
                            self->places->len == 1 ? "" : "s");
  if (response->reason != NULL)
    g_string_append_printf (text, ": %s", response->reason);

  return g_string_free (text, FALSE);
}

/**
 * cadre_response_row_to_string:
 * @self: a #CadreResponseRow
 *
 * Says what the row says in one line.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
cadre_response_row_to_string (CadreResponseRow *self)
{
  g_autofree char *event = NULL;

  g_return_val_if_fail (CADRE_IS_RESPONSE_ROW (self), NULL);

  if (self->response != NULL)
    return describe_response (self);

  event = cadre_change_event_to_string (self->event);
  return g_strconcat ("Nobody asked -> ", event, NULL);
}
