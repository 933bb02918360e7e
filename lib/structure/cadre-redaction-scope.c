/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which rows a level shows: what its subject has, and what stands around it so
 * that it has a place. Rows are marked from the subject outwards, each at most
 * once as what it is, so that it takes time in proportion to the rows. */

#include "config.h"

#include "structure/cadre-redaction-private.h"
#include <cadre/cadre-structure-error.h>

#include <string.h>

#define N_PUBLISHED_TIERS 3 /* Local Government Transparency Code 2015 */

typedef struct
{
  guint kind;
  guint32 row;
} Place;

typedef struct
{
  const CadreRedactionCells *cells;
  const CadreTables *tables;
  const CadreIndex *index;
  CadreRedactionScope *scope;
  GArray *pending;   /* of Place: marked, and not yet followed */
  gboolean is_chart; /* whether the posts of a chart are all that are shown */
} Scoper;

void
cadre_redaction_scope_free (CadreRedactionScope *self)
{
  for (guint i = 0; i < CADRE_N_RECORD_KINDS; i++)
    g_free (self->marks[i]);
  g_free (self);
}

gboolean
cadre_redaction_has_scope (CadreRedactionLevel level)
{
  return level == CADRE_REDACTION_LEVEL_MANAGER || level == CADRE_REDACTION_LEVEL_PANEL ||
         level == CADRE_REDACTION_LEVEL_SELF || level == CADRE_REDACTION_LEVEL_TRANSPARENCY_CODE;
}

/* Marks a row, unless it is marked as that or as more; TRUE where it was not. */
static gboolean
mark (Scoper *self, CadreRecordKind kind, guint32 row, guint8 value)
{
  Place place = { kind, row };

  if (row >= self->tables->tables[kind].n_rows || self->scope->marks[kind][row] >= value)
    return FALSE;

  self->scope->marks[kind][row] = value;
  g_array_append_val (self->pending, place);
  return TRUE;
}

static void
mark_all (Scoper *self, CadreRecordKind kind, const CadreBackward *backward, guint32 row)
{
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (backward, row, &n);

  for (guint32 i = 0; i < n; i++)
    mark (self, kind, rows[i], CADRE_REDACTION_OWN);
}

/* What belongs to a post. */
static void
follow_post (Scoper *self, guint32 post)
{
  const CadreIndex *index = self->index;

  mark_all (self, CADRE_RECORD_KIND_LINE, &index->lines_of_post, post);
  mark_all (self, CADRE_RECORD_KIND_RESPONSIBILITY, &index->responsibilities_of_post, post);
  mark_all (self, CADRE_RECORD_KIND_FUNDING, &index->fundings_of_post, post);
  mark_all (self, CADRE_RECORD_KIND_STATEMENT, &index->statements_of_post, post);
  mark_all (self, CADRE_RECORD_KIND_LINEAGE, &index->lineages_of_post, post);
}

/* Persons and what they have are never come upon: they are the subject or not. */
static void
mark_target (Scoper *self, CadreRecordKind target, guint32 row)
{
  if (target == CADRE_RECORD_KIND_POST && self->is_chart)
    return;
  if (target == CADRE_RECORD_KIND_POST)
    mark (self, target, row, CADRE_REDACTION_AROUND);
  else if (target != CADRE_RECORD_KIND_PERSON && target != CADRE_RECORD_KIND_ASSIGNMENT)
    mark (self, target, row, CADRE_REDACTION_OWN);
}

static void
follow_list (Scoper *self, const CadreField *field, guint32 offset)
{
  guint n = 0;
  const guint32 *codes = cadre_tables_list (self->tables, offset, &n);

  for (guint i = 0; i < n; i++)
    mark_target (self, field->target,
                 cadre_tables_find (self->tables, field->target,
                                    cadre_tables_text (self->tables, codes[i])));
}

static void
follow_fields (Scoper *self, CadreRecordKind kind, guint32 row)
{
  const CadreTable *table = cadre_tables_get (self->tables, kind);
  const CadreSchema *schema = cadre_schema_get (kind);
  const char *cells = self->scope->marks[kind][row] == CADRE_REDACTION_OWN
                        ? self->cells->own[kind]
                        : self->cells->around[kind];

  for (guint i = 0; i < schema->n_fields; i++)
    {
      const CadreField *field = &schema->fields[i];

      if (cells[i] == CADRE_REDACTION_CELL_HIDDEN || table->columns[i] == NULL)
        continue;
      if (field->kind == CADRE_FIELD_KIND_REFERENCE)
        mark_target (self, field->target, cadre_table_reference (table, i, row));
      else if (field->kind == CADRE_FIELD_KIND_REFERENCES)
        follow_list (self, field, cadre_table_code (table, i, row));
    }
}

static void
follow_pending (Scoper *self)
{
  while (self->pending->len > 0)
    {
      Place place = g_array_index (self->pending, Place, self->pending->len - 1);

      g_array_set_size (self->pending, self->pending->len - 1);
      if (place.kind == CADRE_RECORD_KIND_POST &&
          self->scope->marks[place.kind][place.row] == CADRE_REDACTION_OWN)
        follow_post (self, place.row);
      follow_fields (self, place.kind, place.row);
    }
}

/* Whether all that a link leads to is marked. */
static gboolean
joins_marked (Scoper *self, CadreRecordKind kind, guint32 row)
{
  const CadreTable *table = cadre_tables_get (self->tables, kind);
  const CadreSchema *schema = cadre_schema_get (kind);

  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].kind == CADRE_FIELD_KIND_REFERENCE)
      {
        CadreRecordKind target = schema->fields[i].target;
        guint32 to = cadre_table_reference (table, i, row);

        if (to >= self->tables->tables[target].n_rows || !self->scope->marks[target][to])
          return FALSE;
      }

  return TRUE;
}

/* Links between places, tiers and grades, where both ends are there. */
static void
mark_links (Scoper *self)
{
  static const CadreRecordKind kinds[] = {
    CADRE_RECORD_KIND_AREA_PART,
    CADRE_RECORD_KIND_TIER_EQUIVALENCE,
    CADRE_RECORD_KIND_GRADE_EQUIVALENCE,
    CADRE_RECORD_KIND_UNIT_PARENT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    for (guint32 row = 0; row < self->tables->tables[kinds[i]].n_rows; row++)
      if (joins_marked (self, kinds[i], row))
        self->scope->marks[kinds[i]][row] = CADRE_REDACTION_OWN;
}

/* The posts above, up to a top or to one that is there already. */
static void
mark_above (Scoper *self, guint32 post)
{
  const CadreIndex *index = self->index;

  for (guint32 above = index->manager[post]; above != CADRE_NO_ROW; above = index->manager[above])
    {
      if (self->scope->marks[CADRE_RECORD_KIND_POST][above] != CADRE_REDACTION_OFF)
        return;
      mark (self, CADRE_RECORD_KIND_POST, above, CADRE_REDACTION_AROUND);
      mark (self, CADRE_RECORD_KIND_LINE, index->manager_line[above], CADRE_REDACTION_AROUND);
    }
}

/* A post, all that are below it, and who is in them. */
static void
mark_branch (Scoper *self, guint32 top, GArray *stack)
{
  const CadreTable *assignments = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);

  g_array_append_val (stack, top);
  while (stack->len > 0)
    {
      guint32 post = g_array_index (stack, guint32, stack->len - 1);
      guint32 n = 0;
      const guint32 *rows = NULL;

      g_array_set_size (stack, stack->len - 1);
      if (!mark (self, CADRE_RECORD_KIND_POST, post, CADRE_REDACTION_OWN))
        continue;

      rows = cadre_backward_get (&self->index->reports, post, &n);
      g_array_append_vals (stack, rows, n);
      rows = cadre_backward_get (&self->index->assignments_of_post, post, &n);
      for (guint32 i = 0; i < n; i++)
        {
          mark (self, CADRE_RECORD_KIND_ASSIGNMENT, rows[i], CADRE_REDACTION_OWN);
          mark (self, CADRE_RECORD_KIND_PERSON,
                cadre_table_reference (assignments, CADRE_FIELD_ASSIGNMENT_PERSON, rows[i]),
                CADRE_REDACTION_OWN);
        }
    }
}

static void
mark_assignment_and_post (Scoper *self, guint32 assignment)
{
  const CadreTable *assignments = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);

  mark (self, CADRE_RECORD_KIND_ASSIGNMENT, assignment, CADRE_REDACTION_OWN);
  mark (self, CADRE_RECORD_KIND_POST,
        cadre_table_reference (assignments, CADRE_FIELD_ASSIGNMENT_POST, assignment),
        CADRE_REDACTION_OWN);
}

/* One contract of a person, with all that is held on it. */
static void
mark_contract (Scoper *self, guint32 assignment)
{
  const CadreTable *assignments = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 post = cadre_table_reference (assignments, CADRE_FIELD_ASSIGNMENT_POST, assignment);

  mark_assignment_and_post (self, assignment);
  mark_all (self, CADRE_RECORD_KIND_ABSENCE, &self->index->absences_of_assignment, assignment);
  mark (self, CADRE_RECORD_KIND_PERSON,
        cadre_table_reference (assignments, CADRE_FIELD_ASSIGNMENT_PERSON, assignment),
        CADRE_REDACTION_OWN);
  if (post < self->index->n_posts)
    mark_above (self, post);
}

/* A contract, and the one that a secondment goes back to where it is the same
 * person's. */
static void
mark_self (Scoper *self, guint32 assignment)
{
  const CadreTable *assignments = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 home =
    cadre_table_reference (assignments, CADRE_FIELD_ASSIGNMENT_HOME_ASSIGNMENT, assignment);
  guint32 person = cadre_table_code (assignments, CADRE_FIELD_ASSIGNMENT_PERSON, assignment);

  mark_contract (self, assignment);
  if (home < assignments->n_rows && person >= CADRE_STRING_FIRST &&
      cadre_table_code (assignments, CADRE_FIELD_ASSIGNMENT_PERSON, home) == person)
    mark_contract (self, home);
}

/* Whether a post is one of the top three levels of its employer, as computed,
 * and where nothing can be computed as declared. One that is done away with is
 * not in the chart, and that it is is not said. */
static gboolean
is_published (Scoper *self, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  guint32 scale = cadre_index_scale_of_post (self->tables, post);
  gint32 tier = self->index->tier[post];
  gboolean has_scale = scale < self->tables->tables[CADRE_RECORD_KIND_TIER_SCALE].n_rows;
  gint32 top = 1;

  if (cadre_table_word (posts, CADRE_FIELD_POST_OUTSIDE, post) == CADRE_TRUTH_TRUE ||
      cadre_table_word (posts, CADRE_FIELD_POST_STATUS, post) == CADRE_POST_STATUS_DELETED)
    return FALSE;

  if (tier == CADRE_NO_TIER)
    tier = cadre_table_integer (posts, CADRE_FIELD_POST_TIER, post);
  else if (has_scale)
    tier -= self->index->scale_offset[scale];
  if (has_scale)
    top = cadre_table_integer (cadre_tables_get (self->tables, CADRE_RECORD_KIND_TIER_SCALE),
                               CADRE_FIELD_TIER_SCALE_TOP_RUNG, scale);

  return tier >= 0 && tier - top < N_PUBLISHED_TIERS;
}

static void
mark_published (Scoper *self)
{
  for (guint32 post = 0; post < self->index->n_posts; post++)
    if (is_published (self, post))
      {
        mark (self, CADRE_RECORD_KIND_POST, post, CADRE_REDACTION_OWN);
        mark_all (self, CADRE_RECORD_KIND_ASSIGNMENT, &self->index->assignments_of_post, post);
      }
}

typedef void (*MarkFunc) (Scoper *self, guint32 row, GArray *stack);

static void
mark_branch_and_above (Scoper *self, guint32 post, GArray *stack)
{
  mark_branch (self, post, stack);
  mark_above (self, post);
}

static void
mark_post_of_panel (Scoper *self, guint32 post, G_GNUC_UNUSED GArray *stack)
{
  mark (self, CADRE_RECORD_KIND_POST, post, CADRE_REDACTION_OWN);
}

static void
mark_assignment_of_panel (Scoper *self, guint32 assignment, G_GNUC_UNUSED GArray *stack)
{
  mark_assignment_and_post (self, assignment);
}

static void
mark_assignment_of_self (Scoper *self, guint32 assignment, G_GNUC_UNUSED GArray *stack)
{
  mark_self (self, assignment);
}

static void
mark_record_of_person (Scoper *self, guint32 person, G_GNUC_UNUSED GArray *stack)
{
  mark (self, CADRE_RECORD_KIND_PERSON, person, CADRE_REDACTION_OWN);
}

/* All records of the ids; the number of records. */
static guint32
mark_ids (Scoper *self, CadreRecordKind kind, const char *const *ids, MarkFunc func)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 n = 0;

  for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
    for (guint32 row = cadre_tables_find (self->tables, kind, ids[i]);
         row < self->tables->tables[kind].n_rows &&
         g_strcmp0 (cadre_tables_id (self->tables, kind, row), ids[i]) == 0;
         row++, n++)
      func (self, row, stack);

  return n;
}

/* Marks what the subject has; FALSE where there is nothing of it. */
static gboolean
mark_subject (Scoper *self, CadreRedaction *redaction)
{
  const char *const *posts = cadre_redaction_get_subject_posts (redaction);
  const char *const *assignments = cadre_redaction_get_subject_assignments (redaction);
  CadreRedactionLevel level = cadre_redaction_get_level (redaction);
  guint32 n = 0;

  if (level == CADRE_REDACTION_LEVEL_TRANSPARENCY_CODE)
    {
      self->is_chart = TRUE;
      mark_published (self);
      return TRUE;
    }

  if (level == CADRE_REDACTION_LEVEL_MANAGER)
    return mark_ids (self, CADRE_RECORD_KIND_POST, posts, mark_branch_and_above) > 0;
  if (level == CADRE_REDACTION_LEVEL_SELF)
    return mark_ids (self, CADRE_RECORD_KIND_ASSIGNMENT, assignments, mark_assignment_of_self) > 0;

  n = mark_ids (self, CADRE_RECORD_KIND_POST, posts, mark_post_of_panel);
  n += mark_ids (self, CADRE_RECORD_KIND_ASSIGNMENT, assignments, mark_assignment_of_panel);
  return n > 0;
}

static CadreRedactionScope *
make_scope (const CadreTables *tables, GError **error)
{
  g_autoptr (CadreRedactionScope) self = g_new0 (CadreRedactionScope, 1);

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      self->marks[kind] = g_try_malloc0 ((gsize) tables->tables[kind].n_rows + 1);
      if (self->marks[kind] == NULL)
        {
          g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_MEMORY,
                               "There is not enough memory to redact the structure");
          return NULL;
        }
    }

  return g_steal_pointer (&self);
}

/* All contracts of a person; FALSE where there is no such person. */
static gboolean
mark_person (Scoper *self, const char *person)
{
  const CadreTable *assignments = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 code = cadre_string_table_lookup (self->tables->strings, person, strlen (person));
  const char *const ids[] = { person, NULL };
  guint32 n = mark_ids (self, CADRE_RECORD_KIND_PERSON, ids, mark_record_of_person);

  for (guint32 row = 0; code >= CADRE_STRING_FIRST && row < assignments->n_rows; row++)
    if (cadre_table_code (assignments, CADRE_FIELD_ASSIGNMENT_PERSON, row) == code)
      {
        mark_contract (self, row);
        n++;
      }

  return n > 0;
}

/* What belongs to what is marked. */
static void
finish (Scoper *self)
{
  follow_pending (self);
  mark_links (self);
}

CadreRedactionScope *
cadre_redaction_scope_new (CadreRedaction *redaction,
                           const CadreRedactionCells *cells,
                           const CadreTables *tables,
                           const CadreIndex *index,
                           GError **error)
{
  g_autoptr (CadreRedactionScope) scope = make_scope (tables, error);
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (Place));
  Scoper self = {
    .cells = cells, .tables = tables, .index = index, .scope = scope, .pending = pending
  };

  if (scope == NULL)
    return NULL;

  if (!mark_subject (&self, redaction))
    {
      g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND,
                           "The structure holds nothing of what the redaction is about");
      return NULL;
    }

  finish (&self);
  return g_steal_pointer (&scope);
}

CadreRedactionScope *
cadre_redaction_scope_new_for_person (const char *person,
                                      const CadreRedactionCells *cells,
                                      const CadreTables *tables,
                                      const CadreIndex *index,
                                      GError **error)
{
  g_autoptr (CadreRedactionScope) scope = make_scope (tables, error);
  g_autoptr (GArray) pending = g_array_new (FALSE, FALSE, sizeof (Place));
  Scoper self = {
    .cells = cells, .tables = tables, .index = index, .scope = scope, .pending = pending
  };

  if (scope == NULL)
    return NULL;

  if (!mark_person (&self, person))
    {
      g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND,
                           "There is no such person");
      return NULL;
    }

  finish (&self);
  return g_steal_pointer (&scope);
}
