/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which fields there are to compare, and by which to find. */

#include "config.h"

#include "exchange/reconcile/cadre-reconcile-private.h"

#include <string.h>

#define ATTRIBUTE_PREFIX "attribute:"

static gboolean
find_column (CadreReconcileField *self, CadreRecordKind kind)
{
  int column = cadre_schema_find_field (cadre_schema_get (kind), self->name, strlen (self->name));
  CadreFieldKind field_kind = CADRE_FIELD_KIND_ID;

  if (column < 0)
    return FALSE;

  self->kind = kind;
  self->column = (guint) column;
  field_kind = cadre_schema_get (kind)->fields[column].kind;

  return field_kind != CADRE_FIELD_KIND_STRINGS && field_kind != CADRE_FIELD_KIND_REFERENCES &&
         field_kind != CADRE_FIELD_KIND_ATTRIBUTES;
}

static gboolean
find_way (CadreReconcileField *self, CadreRecordKind kind)
{
  self->kind = kind;
  if (g_str_has_prefix (self->name, ATTRIBUTE_PREFIX))
    {
      self->way = CADRE_FIELD_WAY_ATTRIBUTE;
      self->attribute = self->name + strlen (ATTRIBUTE_PREFIX);
      self->column = kind == CADRE_RECORD_KIND_POST ? CADRE_FIELD_POST_ATTRIBUTES
                                                    : CADRE_FIELD_ASSIGNMENT_ATTRIBUTES;
      return self->attribute[0] != '\0';
    }
  if (strcmp (self->name, "manager") == 0)
    {
      self->way = CADRE_FIELD_WAY_MANAGER;
      self->kind = CADRE_RECORD_KIND_POST;
      return TRUE;
    }
  if (strcmp (self->name, "fte") == 0)
    {
      self->way = CADRE_FIELD_WAY_FTE;
      return find_column (self, kind);
    }
  if (strcmp (self->name, "person") == 0 && kind == CADRE_RECORD_KIND_POST)
    {
      self->way = CADRE_FIELD_WAY_PERSONS;
      return TRUE;
    }

  return find_column (self, kind) || find_column (self, CADRE_RECORD_KIND_POST);
}

/* NULL where records of that kind have no such field, or none that can be compared. */
CadreReconcileField *
cadre_reconcile_field_new (CadreRecordKind kind, const char *name)
{
  CadreReconcileField *self = g_new0 (CadreReconcileField, 1);

  self->name = g_strdup (name);
  self->way = CADRE_FIELD_WAY_COLUMN;
  if (find_way (self, kind))
    return self;

  cadre_reconcile_field_free (self);
  return NULL;
}

void
cadre_reconcile_field_free (CadreReconcileField *self)
{
  g_free (self->name);
  g_free (self);
}

const char *const *
cadre_reconcile_default_fields (CadreRecordKind kind)
{
  static const char *const of_posts[] = {
    "title",  "unit",        "employer", "grade",   "establishment", "hours",
    "fte",    "cost-centre", "pay-min",  "pay-max", "manager",       "vacancy",
    "person", "valid-from",  "valid-to", NULL,
  };
  static const char *const of_assignments[] = {
    "person", "post",        "title",   "unit",    "employer", "grade",      "contract", "hours",
    "fte",    "cost-centre", "pay-min", "pay-max", "manager",  "valid-from", "valid-to", NULL,
  };

  return kind == CADRE_RECORD_KIND_POST ? of_posts : of_assignments;
}
