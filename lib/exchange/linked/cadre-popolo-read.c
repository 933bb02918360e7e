/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "exchange/linked/cadre-popolo-private.h"
#include <cadre/cadre-exchange-error.h>
#include <cadre/cadre-popolo.h>

#include <string.h>

static const struct
{
  const char *list;
  CadrePopoloClass klass;
} lists[] = {
  { "persons", CADRE_POPOLO_PERSON },
  { "organizations", CADRE_POPOLO_ORGANIZATION },
  { "memberships", CADRE_POPOLO_MEMBERSHIP },
  { "posts", CADRE_POPOLO_POST },
};

static void
count_row (CadrePopoloReader *self)
{
  if (self->kind == CADRE_RECORD_KIND_POST)
    self->gather.fates[CADRE_ROW_FATE_POST]++;
  else if (self->kind == CADRE_RECORD_KIND_ASSIGNMENT)
    self->gather.fates[CADRE_ROW_FATE_ASSIGNMENT]++;
  else
    self->gather.fates[CADRE_ROW_FATE_OTHER]++;
}

/* The id of a record. One that has none, or one that cannot be one, is called
 * after its place; a membership needs none. */
static void
set_id (CadrePopoloReader *self, guint32 id, const char *text)
{
  g_autofree char *place = NULL;

  if (id == 0 && self->item->klass != CADRE_POPOLO_MEMBERSHIP)
    place = cadre_json_tree_dup_pointer (self->tree, self->item->node);
  if (id != 0 || place != NULL)
    cadre_gather_set_text (&self->gather, self->kind, self->row, 0, id != 0 ? text : place);
}

static void
read_item (CadrePopoloReader *self)
{
  static const CadreRecordKind kinds[] = {
    [CADRE_POPOLO_PERSON] = CADRE_RECORD_KIND_PERSON,
    [CADRE_POPOLO_ORGANIZATION] = CADRE_RECORD_KIND_ORGANISATION,
    [CADRE_POPOLO_MEMBERSHIP] = CADRE_RECORD_KIND_ASSIGNMENT,
    [CADRE_POPOLO_POST] = CADRE_RECORD_KIND_POST,
  };
  guint32 node = cadre_json_tree_find (self->tree, self->item->node, "id");
  guint32 id = node != 0 ? cadre_popolo_get_id (self, node) : 0;
  g_autofree char *text = NULL;

  if (node != 0 && id == 0 && cadre_popolo_get_node (self, node)->token != CADRE_TOKEN_NULL)
    cadre_popolo_report_form (self, node);
  self->kind = kinds[self->item->klass];
  if (id != 0)
    text = g_strdup (self->item->klass == CADRE_POPOLO_ORGANIZATION
                       ? cadre_popolo_split_id (self, id, &self->kind)
                       : cadre_popolo_get_text (self, id));

  self->row = cadre_gather_append (&self->gather, self->kind);
  if (self->row == CADRE_NO_ROW)
    return;

  set_id (self, id, text);
  cadre_popolo_read_members (self);
  count_row (self);
}

/* Ids of organizations that stand under another: units. */
static void
note_unit (CadrePopoloReader *self, guint32 node, gboolean is_child)
{
  guint32 id = cadre_json_tree_find (self->tree, node, "id");
  guint32 parent = cadre_json_tree_find (self->tree, node, "parent_id");

  if (parent == 0 || cadre_popolo_get_node (self, parent)->token == CADRE_TOKEN_NULL)
    parent = cadre_json_tree_find (self->tree, node, "parent");
  if (id != 0 && cadre_popolo_get_id (self, id) != 0 &&
      (is_child ||
       (parent != 0 && cadre_popolo_get_node (self, parent)->token != CADRE_TOKEN_NULL)))
    g_hash_table_add (self->units, GUINT_TO_POINTER (cadre_popolo_get_id (self, id)));
}

static void
note_units (CadrePopoloReader *self)
{
  for (guint32 i = 1; i < self->tree->n_nodes; i++)
    {
      const CadreJsonNode *node = cadre_popolo_get_node (self, i);
      const CadreJsonNode *list = cadre_popolo_get_node (self, node->parent);
      const char *name = list->name != 0 ? cadre_json_tree_name (self->tree, node->parent) : "";

      if (node->token == CADRE_TOKEN_BEGIN_OBJECT && list->token == CADRE_TOKEN_BEGIN_ARRAY &&
          (strcmp (name, "organizations") == 0 || strcmp (name, "children") == 0))
        note_unit (self, i, strcmp (name, "children") == 0);
    }
}

static gboolean
begin (CadrePopoloReader *self, GError **error)
{
  gboolean is_popolo = FALSE;

  /* Our own documents have such lists too, and say what they are. */
  if (cadre_popolo_get_node (self, 0)->token == CADRE_TOKEN_BEGIN_OBJECT &&
      cadre_json_tree_find (self->tree, 0, "cadre") == 0)
    for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
      {
        guint32 list = cadre_json_tree_find (self->tree, 0, lists[i].list);

        if (list == 0)
          continue;
        is_popolo = TRUE;
        cadre_popolo_add_objects (self, list, (CadrePopoloItem){ .klass = lists[i].klass });
      }

  if (!is_popolo)
    g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FORM,
                         "The document is not an object with persons, organizations, memberships "
                         "or posts");
  return is_popolo;
}

/* Members of the document that are no list of ours. */
static void
report_other_lists (CadrePopoloReader *self)
{
  for (guint32 i = cadre_popolo_get_node (self, 0)->first; i != 0;
       i = cadre_popolo_get_node (self, i)->next)
    {
      gboolean known = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (lists); k++)
        known = known || strcmp (cadre_json_tree_name (self->tree, i), lists[k].list) == 0;
      if (!known)
        cadre_popolo_report_place (self, i);
    }
}

static gboolean
read_items (CadrePopoloReader *self, GCancellable *cancellable, GError **error)
{
  if (!begin (self, error))
    return FALSE;

  note_units (self);
  report_other_lists (self);
  for (guint i = 0; i < self->items->len && self->gather.error == NULL; i++)
    {
      /* A copy: more items may come in while this one is read. */
      const CadrePopoloItem item = g_array_index (self->items, CadrePopoloItem, i);

      if (i % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      self->item = &item;
      read_item (self);
    }

  return TRUE;
}

/**
 * cadre_popolo_read:
 * @bytes: a Popolo document
 * @limits: (nullable): how much it may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads a Popolo document: an object with lists of persons, organizations,
 * memberships and posts, or with some of them inside of others. An organization
 * with a parent is a unit, one without is an organisation. What a structure has no
 * place for is in the issues of the import.
 *
 * Returns: (transfer full): what was read, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreImport *
cadre_popolo_read (GBytes *bytes, CadreLimits *limits, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreReader) reader = NULL;
  g_autoptr (CadreJsonTree) tree = NULL;
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (CadrePopoloItem));
  g_autoptr (GHashTable) units = g_hash_table_new (NULL, NULL);
  g_autoptr (CadreImport) import = NULL;
  CadrePopoloReader self = { .items = items, .units = units };

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  cadre_gather_init (&self.gather, limits);
  reader = cadre_reader_new_for_bytes (bytes, limits);
  tree = cadre_json_tree_new (self.gather.tables->strings, reader, cancellable, error);
  self.tree = tree;
  if (tree != NULL && read_items (&self, cancellable, error))
    import = cadre_gather_finish (&self.gather, cancellable, error);

  cadre_gather_clear (&self.gather);
  return g_steal_pointer (&import);
}
