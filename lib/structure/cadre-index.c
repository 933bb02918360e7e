/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is worked out once about sealed tables: who points at whom. */

#include "config.h"

#include "base/cadre-period-private.h"
#include "kernel/cadre-pages-private.h"
#include "structure/cadre-index-private.h"
#include <cadre/cadre-structure-error.h>

#include <string.h>

gboolean
cadre_backward_reserve (CadreBackward *self,
                        guint32 n_targets,
                        const guint32 *references,
                        guint32 n_rows)
{
  memset (self, 0, sizeof (*self));
  if (references == NULL)
    return TRUE;

  self->first = cadre_pages_try_array_of (guint32, (gsize) n_targets + 2);
  self->rows = cadre_pages_try_array_of (guint32, MAX (n_rows, 1));
  return self->first != NULL && self->rows != NULL;
}

void
cadre_backward_fill (CadreBackward *self,
                     guint32 n_targets,
                     const guint32 *references,
                     guint32 n_rows)
{
  if (references == NULL)
    return;

  /* Counted two places up, so that filling moves each count into its place. */
  memset (self->first, 0, ((gsize) n_targets + 2) * sizeof (guint32));
  for (guint32 i = 0; i < n_rows; i++)
    if (references[i] < n_targets)
      self->first[references[i] + 2]++;
  for (guint32 i = 2; i < n_targets + 2; i++)
    self->first[i] += self->first[i - 1];

  for (guint32 i = 0; i < n_rows; i++)
    if (references[i] < n_targets)
      self->rows[self->first[references[i] + 1]++] = i;
}

gboolean
cadre_backward_init (CadreBackward *self,
                     guint32 n_targets,
                     const guint32 *references,
                     guint32 n_rows)
{
  if (!cadre_backward_reserve (self, n_targets, references, n_rows))
    return FALSE;

  cadre_backward_fill (self, n_targets, references, n_rows);
  return TRUE;
}

void
cadre_backward_clear (CadreBackward *self)
{
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->rows, g_free);
}

guint32
cadre_tables_find (const CadreTables *self, CadreRecordKind kind, const char *id)
{
  const CadreTable *table = cadre_tables_get (self, kind);
  guint32 low = 0;
  guint32 high = table->n_rows;

  while (low < high)
    {
      guint32 middle = low + (high - low) / 2;
      const char *candidate = cadre_tables_id (self, kind, middle);

      if (candidate == NULL || strcmp (candidate, id) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low < table->n_rows && g_strcmp0 (cadre_tables_id (self, kind, low), id) == 0
           ? low
           : CADRE_NO_ROW;
}

int
cadre_schema_get_period_field (CadreRecordKind kind)
{
  static const gint8 fields[CADRE_N_RECORD_KINDS] = {
    [CADRE_RECORD_KIND_ORGANISATION] = CADRE_FIELD_ORGANISATION_VALID_FROM,
    [CADRE_RECORD_KIND_BODY] = CADRE_FIELD_BODY_VALID_FROM,
    [CADRE_RECORD_KIND_AGREEMENT] = CADRE_FIELD_AGREEMENT_VALID_FROM,
    [CADRE_RECORD_KIND_AREA] = CADRE_FIELD_AREA_VALID_FROM,
    [CADRE_RECORD_KIND_AREA_PART] = CADRE_FIELD_AREA_PART_VALID_FROM,
    [CADRE_RECORD_KIND_UNIT] = CADRE_FIELD_UNIT_VALID_FROM,
    [CADRE_RECORD_KIND_UNIT_PARENT] = CADRE_FIELD_UNIT_PARENT_VALID_FROM,
    [CADRE_RECORD_KIND_POST] = CADRE_FIELD_POST_VALID_FROM,
    [CADRE_RECORD_KIND_LINE] = CADRE_FIELD_LINE_VALID_FROM,
    [CADRE_RECORD_KIND_RESPONSIBILITY] = CADRE_FIELD_RESPONSIBILITY_VALID_FROM,
    [CADRE_RECORD_KIND_FUNDING] = CADRE_FIELD_FUNDING_VALID_FROM,
    [CADRE_RECORD_KIND_ASSIGNMENT] = CADRE_FIELD_ASSIGNMENT_VALID_FROM,
    [CADRE_RECORD_KIND_ABSENCE] = CADRE_FIELD_ABSENCE_VALID_FROM,
    [CADRE_RECORD_KIND_SUCCESSION] = CADRE_FIELD_SUCCESSION_VALID_FROM,
  };

  return fields[kind] != 0 ? fields[kind] : -1;
}

gboolean
cadre_table_is_dated (const CadreTable *table)
{
  int field = cadre_schema_get_period_field (table->kind);

  return field >= 0 && (table->columns[field] != NULL || table->columns[field + 1] != NULL);
}

CadreTruth
cadre_tables_in_force (const CadreTables *self,
                       CadreRecordKind kind,
                       guint32 row,
                       guint32 packed_date)
{
  const CadreTable *table = cadre_tables_get (self, kind);
  int field = cadre_schema_get_period_field (kind);

  if (field < 0 || packed_date <= CADRE_PACKED_DATE_UNKNOWN ||
      (table->columns[field] == NULL && table->columns[field + 1] == NULL))
    return CADRE_TRUTH_TRUE;

  return cadre_packed_period_contains (cadre_table_code (table, (guint) field, row),
                                       cadre_table_code (table, (guint) field + 1, row),
                                       packed_date);
}

/* The links of one member of an index. */
typedef struct
{
  gsize member; /* where it is in a CadreIndex */
  CadreRecordKind kind;
  guint field;
  CadreRecordKind target;
} Link;

#define LINK(member, FROM, FIELD, TO)                                                             \
  {                                                                                               \
    G_STRUCT_OFFSET (CadreIndex, member), CADRE_RECORD_KIND_##FROM, CADRE_FIELD_##FROM##_##FIELD, \
      CADRE_RECORD_KIND_##TO                                                                      \
  }

static const Link links[] = {
  LINK (posts_of_unit, POST, UNIT, UNIT),
  LINK (assignments_of_post, ASSIGNMENT, POST, POST),
  LINK (assignments_of_person, ASSIGNMENT, PERSON, PERSON),
  LINK (absences_of_assignment, ABSENCE, ASSIGNMENT, ASSIGNMENT),
  LINK (lines_of_post, LINE, POST, POST),
  LINK (fundings_of_post, FUNDING, POST, POST),
  LINK (responsibilities_of_post, RESPONSIBILITY, POST, POST),
  LINK (responsibilities_of_function, RESPONSIBILITY, FUNCTION_ID, FUNCTION),
  LINK (statements_of_post, STATEMENT, POST, POST),
  LINK (lineages_of_post, LINEAGE, POST, POST),
};

static gboolean
reserve_links (CadreIndex *self, const CadreTables *tables)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      const CadreTable *table = &tables->tables[links[i].kind];

      if (!cadre_backward_reserve (G_STRUCT_MEMBER_P (self, links[i].member),
                                   tables->tables[links[i].target].n_rows,
                                   table->references[links[i].field], table->n_rows))
        return FALSE;
    }

  return TRUE;
}

CadreIndex *
cadre_index_new_outline (const CadreTables *tables, GError **error)
{
  g_autoptr (CadreIndex) self = g_new0 (CadreIndex, 1);

  self->n_posts = tables->tables[CADRE_RECORD_KIND_POST].n_rows;
  self->n_units = tables->tables[CADRE_RECORD_KIND_UNIT].n_rows;

  if (!reserve_links (self, tables) || !cadre_index_units (self, tables) ||
      !cadre_index_reserve_management (self, tables) || !cadre_index_reserve_tiers (self, tables) ||
      !cadre_index_staffing (self, tables))
    {
      g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_MEMORY,
                           "There is not enough memory to index the structure");
      return NULL;
    }

  return g_steal_pointer (&self);
}

void
cadre_index_fill (CadreIndex *self, const CadreTables *tables)
{
  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      const CadreTable *table = &tables->tables[links[i].kind];

      cadre_backward_fill (G_STRUCT_MEMBER_P (self, links[i].member),
                           tables->tables[links[i].target].n_rows,
                           table->references[links[i].field], table->n_rows);
    }

  cadre_index_fill_management (self, tables);
  cadre_index_fill_tiers (self, tables);
}

void
cadre_index_free (CadreIndex *self)
{
  cadre_backward_clear (&self->reports);
  cadre_backward_clear (&self->unit_children);
  cadre_backward_clear (&self->posts_of_unit);
  cadre_backward_clear (&self->assignments_of_post);
  cadre_backward_clear (&self->assignments_of_person);
  cadre_backward_clear (&self->absences_of_assignment);
  cadre_backward_clear (&self->lines_of_post);
  cadre_backward_clear (&self->fundings_of_post);
  cadre_backward_clear (&self->responsibilities_of_post);
  cadre_backward_clear (&self->responsibilities_of_function);
  cadre_backward_clear (&self->statements_of_post);
  cadre_backward_clear (&self->lineages_of_post);
  g_free (self->manager);
  g_free (self->manager_line);
  g_free (self->walk);
  g_free (self->seen);
  g_free (self->depth);
  g_free (self->top);
  g_free (self->tier);
  g_free (self->scale_offset);
  g_free (self->scale_known);
  g_free (self->scale_group);
  g_free (self->in_post);
  g_free (self->shares_position);
  g_free (self->unit_parent);
  g_free (self->unit_walk);
  g_free (self);
}
