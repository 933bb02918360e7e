/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* References that lead nowhere since a patch takes away, or renames, what they led to:
 * the structure has something that the patch does not know of. */

#include "config.h"

#include "diff/patch/cadre-patch-circles-private.h"
#include "diff/patch/cadre-patch-values-private.h"
#include "structure/cadre-tables-structure-private.h"

#include <string.h>

typedef struct
{
  const CadrePatch *patch;
  const CadrePatchValues *values;
  const CadreTables *tables;
  guint32 *op_of_code; /* by code: the operation that takes the id away, and 1; else 0 */
  GArray *found;       /* (element-type CadrePatchLoose) */
} Search;

static gboolean
takes_id_away (const CadrePatchOp *op, CadreRecordKind kind)
{
  return op->kind == kind &&
         (op->action == CADRE_PATCH_ACTION_DELETE || op->action == CADRE_PATCH_ACTION_REKEY);
}

/* The code that an id which an operation takes away has in the result; 0 where it is in
 * none of its texts. */
static guint32
get_code (const Search *self, const CadrePatchOp *op)
{
  const CadrePatchSide *side = self->values->before;
  const char *id = cadre_tables_id (side->tables, op->kind, side->rows[op->number]);

  return id != NULL && *id != '\0'
           ? cadre_string_table_lookup (self->tables->strings, id, strlen (id))
           : 0;
}

/* Says which ids are gone; FALSE where none is. */
static gboolean
mark (Search *self, CadreRecordKind kind)
{
  const CadreTable *table = cadre_tables_get (self->tables, kind);
  gboolean has_any = FALSE;

  for (guint32 i = 0; i < self->patch->n_ops; i++)
    {
      const CadrePatchOp *op = &self->patch->ops[i];
      const guint32 code = takes_id_away (op, kind) ? get_code (self, op) : 0;

      if (code > CADRE_STRING_NONE && self->op_of_code[code] == 0)
        {
          self->op_of_code[code] = i + 1;
          has_any = TRUE;
        }
    }

  /* Another record may have the id then. */
  for (guint32 row = 0; has_any && row < table->n_rows; row++)
    self->op_of_code[cadre_table_code (table, 0, row)] = 0;

  return has_any;
}

static void
unmark (Search *self, CadreRecordKind kind)
{
  for (guint32 i = 0; i < self->patch->n_ops; i++)
    if (takes_id_away (&self->patch->ops[i], kind))
      self->op_of_code[get_code (self, &self->patch->ops[i])] = 0;
}

static void
look_at (Search *self, CadreRecordKind kind, guint field, guint32 row, guint32 code)
{
  const CadrePatchLoose loose = { self->op_of_code[code] - 1, row, (guint8) kind, (guint8) field };

  if (self->op_of_code[code] != 0)
    g_array_append_val (self->found, loose);
}

static void
look_at_list (Search *self, CadreRecordKind kind, guint field, guint32 row)
{
  const CadreTable *table = cadre_tables_get (self->tables, kind);
  guint n = 0;
  const guint32 *codes = cadre_tables_list (self->tables, cadre_table_code (table, field, row), &n);

  for (guint i = 0; i < n; i++)
    look_at (self, kind, field, row, codes[i]);
}

static void
look_at_field (Search *self, CadreRecordKind kind, guint field)
{
  const CadreTable *table = cadre_tables_get (self->tables, kind);
  const gboolean is_list =
    cadre_schema_get (kind)->fields[field].kind == CADRE_FIELD_KIND_REFERENCES;

  for (guint32 row = 0; table->columns[field] != NULL && row < table->n_rows; row++)
    if (is_list)
      look_at_list (self, kind, field, row);
    else
      look_at (self, kind, field, row, cadre_table_code (table, field, row));
}

/* All references to records of a kind. */
static void
look_for (Search *self, CadreRecordKind target)
{
  if (cadre_schema_get (target)->keys != NULL || !mark (self, target))
    return;

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      const CadreSchema *schema = cadre_schema_get (kind);

      for (guint i = 0; i < schema->n_fields; i++)
        if ((schema->fields[i].kind == CADRE_FIELD_KIND_REFERENCE ||
             schema->fields[i].kind == CADRE_FIELD_KIND_REFERENCES) &&
            schema->fields[i].target == target)
          look_at_field (self, kind, i);
    }
  unmark (self, target);
}

GArray *
cadre_patch_find_loose (const CadrePatch *patch, CadreStructure *result, GError **error)
{
  Search self = { .patch = patch, .tables = cadre_structure_get_tables (result) };
  g_autofree guint32 *room = NULL;

  self.values = cadre_patch_get_values (patch, error);
  if (self.values == NULL)
    return NULL;
  room = g_try_new0 (guint32, cadre_string_table_size (self.tables->strings) + 1);
  if (room == NULL)
    {
      cadre_patch_set_memory_error (error);
      return NULL;
    }

  self.op_of_code = room;
  self.found = g_array_new (FALSE, FALSE, sizeof (CadrePatchLoose));
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    look_for (&self, kind);
  return self.found;
}
