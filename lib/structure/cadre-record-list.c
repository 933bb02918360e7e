/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The list models that a structure hands out. Items are made on demand. */

#include "config.h"

#include "structure/cadre-record-list-private.h"
#include "structure/cadre-tables-structure-private.h"
#include "structure/records/cadre-record-private.h"

#define CADRE_TYPE_RECORD_LIST (cadre_record_list_get_type ())

G_DECLARE_FINAL_TYPE (CadreRecordList, cadre_record_list, CADRE, RECORD_LIST, GObject)

struct _CadreRecordList
{
  GObject parent_instance;

  CadreStructure *structure;
  CadreRecordKind kind;
  guint32 *rows; /* (nullable): NULL for all */
  guint n_rows;
};

static GType
cadre_record_list_get_item_type (GListModel *model)
{
  CadreRecordList *self = CADRE_RECORD_LIST (model);

  return cadre_schema_get (self->kind)->get_type ();
}

static guint
cadre_record_list_get_n_items (GListModel *model)
{
  return CADRE_RECORD_LIST (model)->n_rows;
}

static gpointer
cadre_record_list_get_item (GListModel *model, guint position)
{
  CadreRecordList *self = CADRE_RECORD_LIST (model);

  if (position >= self->n_rows)
    return NULL;

  return cadre_record_new_for_row (cadre_structure_get_tables (self->structure), self->kind,
                                   self->rows != NULL ? self->rows[position] : position);
}

static void
cadre_record_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_record_list_get_item_type;
  iface->get_n_items = cadre_record_list_get_n_items;
  iface->get_item = cadre_record_list_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CadreRecordList,
                               cadre_record_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      cadre_record_list_model_init))

static void
cadre_record_list_finalize (GObject *object)
{
  CadreRecordList *self = CADRE_RECORD_LIST (object);

  g_clear_object (&self->structure);
  g_clear_pointer (&self->rows, g_free);

  G_OBJECT_CLASS (cadre_record_list_parent_class)->finalize (object);
}

static void
cadre_record_list_class_init (CadreRecordListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_record_list_finalize;
}

static void
cadre_record_list_init (CadreRecordList *self)
{
}

GListModel *
cadre_record_list_new (CadreStructure *structure, CadreRecordKind kind)
{
  return cadre_record_list_new_take (structure, kind, NULL,
                                     cadre_structure_get_n_records (structure, kind));
}

GListModel *
cadre_record_list_new_take (CadreStructure *structure,
                            CadreRecordKind kind,
                            guint32 *rows,
                            guint n_rows)
{
  CadreRecordList *self = g_object_new (CADRE_TYPE_RECORD_LIST, NULL);

  self->structure = g_object_ref (structure);
  self->kind = kind;
  self->rows = rows;
  self->n_rows = n_rows;
  return G_LIST_MODEL (self);
}
