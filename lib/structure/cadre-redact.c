/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The rows of what is shown. */

#include "config.h"

#include "structure/cadre-redact-private.h"
#include <cadre/cadre-structure-error.h>

#include <string.h>

/* Whether a row is left out since it is not in force, and the level does not
 * show when it was. */
static gboolean
is_past (const CadreRedactor *self, CadreRecordKind kind, guint32 row)
{
  int field = cadre_schema_get_period_field (kind);

  return field >= 0 && self->cells.own[kind][field] == CADRE_REDACTION_CELL_HIDDEN &&
         cadre_tables_in_force (self->from, kind, row, self->from->as_of) == CADRE_TRUTH_FALSE;
}

/* Whether a row is about whoever is taken out. */
static gboolean
is_erased (const CadreRedactor *self, CadreRecordKind kind, guint32 row)
{
  return self->erasure != NULL && cadre_erasure_has_row (self->erasure, kind, row);
}

/* Whether it is removed, and not kept under a pseudonym: an absence tells more
 * than anybody needs to count it. */
static gboolean
is_removed (const CadreRedactor *self, CadreRecordKind kind, guint32 row)
{
  return is_erased (self, kind, row) &&
         (!cadre_erasure_has_key (self->erasure) || kind == CADRE_RECORD_KIND_ABSENCE);
}

/* Unknown members: of all but the person who is taken out; or of that person's
 * records where these are what is asked for. */
static gboolean
shows_extra (const CadreRedactor *self, CadreRecordKind kind, guint32 row)
{
  if (self->from->tables[kind].extra == NULL)
    return FALSE;
  if (self->erasure != NULL)
    return !is_erased (self, kind, row);

  return self->is_export &&
         (kind == CADRE_RECORD_KIND_PERSON || kind == CADRE_RECORD_KIND_ASSIGNMENT ||
          kind == CADRE_RECORD_KIND_ABSENCE);
}

static gboolean
copy_extra (CadreRedactor *self,
            const CadreTable *table,
            guint32 row,
            guint32 new_row,
            GError **error)
{
  guint32 code = 0;

  return !shows_extra (self, table->kind, row) ||
         (cadre_redactor_copy_text (self, table->extra[row], &code, error) &&
          cadre_tables_set_extra (self->to, table->kind, new_row, code, error));
}

/* Whether a field holds texts that anybody may have written anything into. */
static gboolean
is_of_words (CadreFieldKind kind)
{
  return kind == CADRE_FIELD_KIND_STRING || kind == CADRE_FIELD_KIND_TEXT ||
         kind == CADRE_FIELD_KIND_STRINGS || kind == CADRE_FIELD_KIND_ATTRIBUTES;
}

/* Whether a cell is not shown of this row. */
static gboolean
is_hidden (const CadreRedactor *self, char cell, guint32 post)
{
  if (cell == CADRE_REDACTION_CELL_SEVERAL)
    return cadre_index_has_one_holder (self->from, self->index, post);
  if (cell == CADRE_REDACTION_CELL_OUTCOME)
    return cadre_index_may_have_one_holder (self->from, self->index, post);

  return cell == CADRE_REDACTION_CELL_HIDDEN;
}

static gboolean
copy_row (CadreRedactor *self, const CadreTable *table, guint32 row, GError **error)
{
  const CadreSchema *schema = cadre_schema_get (table->kind);
  gboolean is_own =
    self->scope == NULL || self->scope->marks[table->kind][row] == CADRE_REDACTION_OWN;
  const char *cells = is_own ? self->cells.own[table->kind] : self->cells.around[table->kind];
  gboolean has_words = !is_erased (self, table->kind, row);
  guint32 new_row = 0;

  if (!cadre_tables_append (self->to, table->kind, &new_row, error) ||
      !copy_extra (self, table, row, new_row, error))
    return FALSE;

  for (guint i = 0; i < schema->n_fields; i++)
    if ((table->columns[i] != NULL || schema->fields[i].kind == CADRE_FIELD_KIND_TEXT) &&
        !is_hidden (self, cells[i], row) && (has_words || !is_of_words (schema->fields[i].kind)) &&
        !cadre_redactor_copy_cell (self, table, i, row, new_row, error))
      return FALSE;

  return TRUE;
}

static gboolean
copy_table (CadreRedactor *self, CadreRecordKind kind, GError **error)
{
  const CadreTable *table = cadre_tables_get (self->from, kind);

  for (guint32 row = 0; row < table->n_rows; row++)
    if (cadre_redactor_shows_row (self, kind, row) && !is_past (self, kind, row) &&
        !is_removed (self, kind, row) && !copy_row (self, table, row, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_cell (CadreRedactor *self, const CadreStatisticsCell *cell, guint32 number, GError **error)
{
  const CadreRecordKind kind = CADRE_RECORD_KIND_POST;
  g_autofree char *id = g_strdup_printf ("%u", number);
  guint32 employer = CADRE_STRING_UNKNOWN;
  guint32 grade = CADRE_STRING_UNKNOWN;
  guint32 code = CADRE_STRING_UNKNOWN;
  guint32 row = 0;

  if (cell->employer != CADRE_NO_ROW)
    employer =
      cadre_table_code (&self->from->tables[CADRE_RECORD_KIND_ORGANISATION], 0, cell->employer);
  if (cell->grade != CADRE_NO_ROW)
    grade = cadre_table_code (&self->from->tables[CADRE_RECORD_KIND_GRADE], 0, cell->grade);

  return cadre_tables_append (self->to, kind, &row, error) &&
         cadre_tables_intern (self->to, id, strlen (id), &code, error) &&
         cadre_tables_set_code (self->to, kind, row, CADRE_FIELD_POST_ID, code, error) &&
         cadre_redactor_copy_code (self, employer, &employer, error) &&
         cadre_tables_set_code (self->to, kind, row, CADRE_FIELD_POST_EMPLOYER, employer, error) &&
         cadre_redactor_copy_code (self, grade, &grade, error) &&
         cadre_tables_set_code (self->to, kind, row, CADRE_FIELD_POST_GRADE, grade, error) &&
         cadre_tables_set_number (self->to, kind, row, CADRE_FIELD_POST_ESTABLISHMENT,
                                  cell->has_unknown ? -1 : MIN (cell->n_positions, G_MAXINT32),
                                  error) &&
         cadre_tables_set_number (self->to, kind, row, CADRE_FIELD_POST_GROUPED, CADRE_TRUTH_TRUE,
                                  error);
}

/* Posts as numbers only: each row is all the positions of an employer and a
 * grade, under a number of its own. */
static gboolean
add_statistics (CadreRedactor *self, GError **error)
{
  guint32 n = 0;
  g_autofree CadreStatisticsCell *cells =
    cadre_redaction_make_statistics (self->from, self->least_number, self->rounding_base, &n,
                                     error);

  for (guint32 i = 0; cells != NULL && i < n; i++)
    if (!add_cell (self, &cells[i], i + 1, error))
      return FALSE;

  return cells != NULL;
}

/* What is shown of the head where only one person is taken out. */
static gboolean
copy_remarks (CadreRedactor *self, GError **error)
{
  return self->erasure == NULL ||
         (cadre_redactor_copy_list (self, self->from->notes, 1, &self->to->notes, error) &&
          cadre_redactor_copy_text (self, self->from->extra, &self->to->extra, error));
}

/* The head, but for its remarks. */
static gboolean
copy_head (CadreRedactor *self, GError **error)
{
  const CadreTables *from = self->from;
  CadreTables *to = self->to;

  to->as_of = from->as_of;
  return copy_remarks (self, error) && cadre_redactor_copy_code (self, from->id, &to->id, error) &&
         cadre_redactor_copy_text (self, from->title, &to->title, error) &&
         cadre_redactor_copy_list (self, from->title_translations, 2, &to->title_translations,
                                   error) &&
         cadre_redactor_copy_code (self, from->language, &to->language, error) &&
         cadre_redactor_copy_text (self, from->source, &to->source, error) &&
         cadre_redactor_copy_text (self, from->licence, &to->licence, error);
}

/* Whether rows of a kind are only counted. */
static gboolean
is_counted (const CadreRedactor *self, CadreRecordKind kind)
{
  return self->level == CADRE_REDACTION_LEVEL_STATISTICS && kind == CADRE_RECORD_KIND_POST;
}

static gboolean
copy_tables (CadreRedactor *self, GError **error)
{
  self->codes = g_try_new0 (guint32, cadre_string_table_size (self->from->strings));
  if (self->codes == NULL)
    {
      g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_MEMORY,
                           "There is not enough memory to redact the structure");
      return FALSE;
    }

  if (!copy_head (self, error))
    return FALSE;
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (cadre_redaction_shows_kind (self->level, kind, self->key != NULL) &&
        !(is_counted (self, kind) ? add_statistics (self, error) : copy_table (self, kind, error)))
      return FALSE;

  return TRUE;
}

static CadreTables *
run (CadreRedactor *self, GError **error)
{
  g_autoptr (CadreStringTable) strings = cadre_string_table_new ();
  g_autoptr (CadreTables) to = cadre_tables_new (strings);
  gboolean ok = FALSE;

  self->to = to;
  ok = copy_tables (self, error);
  g_free (self->codes);
  g_free (self->numbers);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    g_free (self->pseudonyms[kind]);

  return ok ? g_steal_pointer (&to) : NULL;
}

CadreTables *
cadre_redact_tables (CadreRedaction *redaction,
                     const CadreTables *tables,
                     const CadreIndex *index,
                     GError **error)
{
  GBytes *key = cadre_redaction_get_pseudonym_key (redaction);
  g_autoptr (GHmac) prepared = key != NULL ? cadre_redaction_prepare_key (key) : NULL;
  g_autoptr (CadreRedactionScope) scope = NULL;
  CadreRedactor self = {
    .level = cadre_redaction_get_level (redaction),
    .key = prepared,
    .from = tables,
    .index = index,
    .least_number = cadre_redaction_get_least_number (redaction),
    .rounding_base = cadre_redaction_get_rounding_base (redaction),
  };

  cadre_redaction_cells_fill (&self.cells, self.level);
  if (cadre_redaction_has_scope (self.level))
    {
      scope = cadre_redaction_scope_new (redaction, &self.cells, tables, index, error);
      if (scope == NULL)
        return NULL;
    }

  self.scope = scope;
  return run (&self, error);
}

/* What is held on one person. */
CadreTables *
cadre_redact_export (const CadreTables *tables,
                     const CadreIndex *index,
                     const char *person,
                     GError **error)
{
  g_autoptr (CadreRedactionScope) scope = NULL;
  CadreRedactor self = {
    .level = CADRE_REDACTION_LEVEL_SELF, .from = tables, .index = index, .is_export = TRUE
  };

  cadre_redaction_cells_fill (&self.cells, self.level);
  scope = cadre_redaction_scope_new_for_person (person, &self.cells, tables, index, error);
  if (scope == NULL)
    return NULL;

  self.scope = scope;
  return run (&self, error);
}

/* All but what is held on one person. */
CadreTables *
cadre_redact_person (const CadreTables *tables,
                     const CadreIndex *index,
                     CadreErasure *erasure,
                     GError **error)
{
  CadreRedactor self = {
    .level = CADRE_REDACTION_LEVEL_FULL, .from = tables, .index = index, .erasure = erasure
  };

  cadre_redaction_cells_fill (&self.cells, self.level);
  return run (&self, error);
}
