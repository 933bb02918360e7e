/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Tables out of tables, cell by cell, with a string table of their own: a text
 * that is not shown is nowhere in them. */

#include "config.h"

#include "structure/cadre-redaction-private.h"
#include <cadre/cadre-structure-error.h>

#include <string.h>

typedef struct
{
  CadreRedactionLevel level;
  GBytes *key; /* (nullable) */
  const CadreTables *from;
  const CadreIndex *index;
  CadreTables *to;
  CadreRedactionCells cells;
  CadreRedactionScope *scope; /* (nullable): NULL where all rows are shown */
  CadreErasure *erasure;      /* (nullable): of a person who is taken out */
  gboolean is_export;         /* whether it is for the person whom it is about */

  guint32 *codes;   /* by code of the old tables: that of the new, or 0 */
  guint32 *numbers; /* (nullable): likewise, of texts that are only told apart */
  guint32 n_numbers;
  guint32 *pseudonyms[CADRE_N_RECORD_KINDS]; /* (nullable): likewise, of ids of that kind */
} Redactor;

static gboolean
set_memory_error (GError **error)
{
  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_MEMORY,
                       "There is not enough memory to redact the structure");
  return FALSE;
}

/* The code that stands for a text of the old tables in the new ones. */
static gboolean
copy_code (Redactor *self, guint32 code, guint32 *copy, GError **error)
{
  *copy = code;
  if (code < CADRE_STRING_FIRST)
    return TRUE;

  if (self->codes[code] == 0 &&
      !cadre_tables_intern (self->to, cadre_tables_text (self->from, code),
                            cadre_string_table_length (self->from->strings, code),
                            &self->codes[code], error))
    return FALSE;

  *copy = self->codes[code];
  return TRUE;
}

/* Likewise, but for a text that names whoever is taken out. */
static gboolean
copy_text (Redactor *self, guint32 code, guint32 *copy, GError **error)
{
  if (self->erasure == NULL || !cadre_erasure_takes_text (self->erasure, code))
    return copy_code (self, code, copy, error);

  *copy = CADRE_STRING_UNKNOWN;
  return TRUE;
}

/* A text that is only told from others, as a number in the order of the rows. */
static gboolean
copy_number (Redactor *self, guint32 code, guint32 *copy, GError **error)
{
  *copy = code;
  if (code < CADRE_STRING_FIRST)
    return TRUE;

  if (self->numbers == NULL)
    self->numbers = g_try_new0 (guint32, cadre_string_table_size (self->from->strings));
  if (self->numbers == NULL)
    return set_memory_error (error);

  if (self->numbers[code] == 0)
    {
      g_autofree char *text = g_strdup_printf ("%u", ++self->n_numbers);

      if (!cadre_tables_intern (self->to, text, strlen (text), &self->numbers[code], error))
        return FALSE;
    }

  *copy = self->numbers[code];
  return TRUE;
}

/* NULL where there is no key. */
static char *
make_pseudonym (const Redactor *self, CadreRecordKind kind, const char *id)
{
  if (self->erasure != NULL)
    return cadre_erasure_dup_pseudonym (self->erasure, kind, id);

  return self->key != NULL ? cadre_redaction_make_pseudonym (self->key, kind, id) : NULL;
}

static gboolean
copy_pseudonym (Redactor *self, CadreRecordKind kind, guint32 code, guint32 *copy, GError **error)
{
  g_autofree char *pseudonym = NULL;

  *copy = CADRE_STRING_UNKNOWN;
  if (self->pseudonyms[kind] == NULL)
    self->pseudonyms[kind] = g_try_new0 (guint32, cadre_string_table_size (self->from->strings));
  if (self->pseudonyms[kind] == NULL)
    return set_memory_error (error);

  if (self->pseudonyms[kind][code] == 0)
    {
      pseudonym = make_pseudonym (self, kind, cadre_tables_text (self->from, code));
      if (pseudonym == NULL)
        return TRUE;
      if (!cadre_tables_intern (self->to, pseudonym, strlen (pseudonym),
                                &self->pseudonyms[kind][code], error))
        return FALSE;
    }

  *copy = self->pseudonyms[kind][code];
  return TRUE;
}

/* Likewise for an id, which may have to be a pseudonym, or not be there. */
static gboolean
copy_id (Redactor *self, CadreRecordKind target, guint32 code, guint32 *copy, GError **error)
{
  CadreRedactionCell cell = self->cells.own[target][0];

  if (self->erasure != NULL && cadre_erasure_has_id (self->erasure, target, code))
    return copy_pseudonym (self, target, code, copy, error);
  if (code < CADRE_STRING_FIRST || cell == CADRE_REDACTION_CELL_SHOWN)
    return copy_code (self, code, copy, error);
  if (cell == CADRE_REDACTION_CELL_PSEUDONYM)
    return copy_pseudonym (self, target, code, copy, error);

  *copy = CADRE_STRING_UNKNOWN;
  return TRUE;
}

static gboolean
is_row_shown (const Redactor *self, CadreRecordKind kind, guint32 row)
{
  return self->scope == NULL || (row < self->from->tables[kind].n_rows &&
                                 self->scope->marks[kind][row] != CADRE_REDACTION_OFF);
}

/* An id leads nowhere that is not shown. What has something else as its default
 * is said not to be known. */
static gboolean
copy_reference (Redactor *self,
                const CadreTable *table,
                guint i,
                guint32 row,
                guint32 *copy,
                GError **error)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[i];
  guint32 code = cadre_table_code (table, i, row);

  if (code < CADRE_STRING_FIRST ||
      is_row_shown (self, field->target, cadre_table_reference (table, i, row)))
    return copy_id (self, field->target, code, copy, error);

  *copy = CADRE_STRING_UNKNOWN;
  return !field->has_default || cadre_tables_intern (self->to, "", 0, copy, error);
}

/* Whether any of a few texts names whoever is taken out. */
static gboolean
takes_any (Redactor *self, const guint32 *codes, guint n)
{
  for (guint i = 0; self->erasure != NULL && i < n; i++)
    if (cadre_erasure_takes_text (self->erasure, codes[i]))
      return TRUE;

  return FALSE;
}

/* A list of texts, or of pairs of them, but for those that name whoever is
 * taken out. */
static gboolean
copy_list (Redactor *self, guint32 offset, guint step, guint32 *copy, GError **error)
{
  guint n = 0;
  guint n_copies = 0;
  const guint32 *codes = cadre_tables_list (self->from, offset, &n);
  g_autofree guint32 *copies = NULL;

  *copy = offset;
  if (n == 0)
    return TRUE;

  copies = g_new (guint32, n);
  for (guint i = 0; i + step <= n; i += step)
    {
      if (takes_any (self, codes + i, step))
        continue;
      for (guint j = i; j < i + step; j++)
        if (!copy_code (self, codes[j], &copies[n_copies++], error))
          return FALSE;
    }

  return cadre_tables_add_list (self->to, copies, n_copies, copy, error);
}

static gboolean
copy_references (Redactor *self,
                 CadreRecordKind target,
                 guint32 offset,
                 guint32 *copy,
                 GError **error)
{
  guint n = 0;
  guint n_copies = 0;
  const guint32 *codes = cadre_tables_list (self->from, offset, &n);
  g_autofree guint32 *copies = NULL;

  *copy = offset;
  if (n == 0)
    return TRUE;

  copies = g_new (guint32, n);
  for (guint i = 0; i < n; i++)
    {
      const char *id = cadre_tables_text (self->from, codes[i]);

      if (self->scope != NULL &&
          !is_row_shown (self, target, cadre_tables_find (self->from, target, id)))
        continue;
      if (!copy_id (self, target, codes[i], &copies[n_copies], error))
        return FALSE;
      n_copies += copies[n_copies] != CADRE_STRING_UNKNOWN;
    }

  return cadre_tables_add_list (self->to, copies, n_copies, copy, error);
}

static gboolean
copy_translations (Redactor *self,
                   CadreRecordKind kind,
                   guint field,
                   guint32 row,
                   guint32 new_row,
                   GError **error)
{
  if (self->from->n_translations == 0)
    return TRUE;

  for (guint32 i = cadre_tables_first_translation (self->from, kind, row, field);
       i < self->from->n_translations &&
       cadre_translation_is_of (&self->from->translations[i], kind, row, field);
       i++)
    {
      CadreTranslation copy = self->from->translations[i];

      copy.row = new_row;
      if (takes_any (self, &self->from->translations[i].text, 1))
        continue;
      if (!copy_code (self, self->from->translations[i].language, &copy.language, error) ||
          !copy_code (self, self->from->translations[i].text, &copy.text, error) ||
          !cadre_tables_add_translation (self->to, &copy, error))
        return FALSE;
    }

  return TRUE;
}

/* Cells that hold a code, an offset or a date. */
static gboolean
copy_coded_cell (Redactor *self,
                 const CadreTable *table,
                 guint i,
                 guint32 row,
                 guint32 new_row,
                 GError **error)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[i];
  guint32 code = cadre_table_code (table, i, row);
  gboolean ok = TRUE;

  if (field->kind == CADRE_FIELD_KIND_ID)
    ok = copy_id (self, table->kind, code, &code, error);
  else if (field->kind == CADRE_FIELD_KIND_REFERENCE)
    ok = copy_reference (self, table, i, row, &code, error);
  else if (self->cells.own[table->kind][i] == CADRE_REDACTION_CELL_NUMBER)
    ok = copy_number (self, code, &code, error);
  else if (cadre_field_kind_is_text (field->kind))
    ok = copy_text (self, code, &code, error);
  else if (field->kind == CADRE_FIELD_KIND_REFERENCES)
    ok = copy_references (self, field->target, code, &code, error);
  else if (field->kind <= CADRE_FIELD_KIND_ATTRIBUTES)
    ok = copy_list (self, code, field->kind == CADRE_FIELD_KIND_ATTRIBUTES ? 2 : 1, &code, error);

  return ok && cadre_tables_set_code (self->to, table->kind, new_row, i, code, error) &&
         (field->kind != CADRE_FIELD_KIND_TEXT ||
          copy_translations (self, table->kind, i, row, new_row, error));
}

static gboolean
copy_cell (Redactor *self,
           const CadreTable *table,
           guint i,
           guint32 row,
           guint32 new_row,
           GError **error)
{
  CadreFieldKind kind = cadre_schema_get (table->kind)->fields[i].kind;
  gint64 numerator = 0;
  gint64 denominator = 0;
  gint64 number = 0;

  if (kind <= CADRE_FIELD_KIND_VALID_TO)
    return copy_coded_cell (self, table, i, row, new_row, error);

  if (kind == CADRE_FIELD_KIND_FRACTION)
    {
      cadre_tables_fraction (self->from, table, i, row, &numerator, &denominator);
      return cadre_tables_set_fraction (self->to, table->kind, new_row, i,
                                        cadre_tables_fraction_form (self->from, table, i, row),
                                        numerator, denominator, error);
    }

  if (kind == CADRE_FIELD_KIND_INTEGER)
    number = cadre_table_integer (table, i, row);
  else if (kind == CADRE_FIELD_KIND_PENCE)
    number = cadre_table_pence (table, i, row);
  else
    number = cadre_table_word (table, i, row);
  return cadre_tables_set_number (self->to, table->kind, new_row, i, number, error);
}

/* Whether a row is left out since it is not in force, and the level does not
 * show when it was. */
static gboolean
is_past (const Redactor *self, CadreRecordKind kind, guint32 row)
{
  int field = cadre_schema_get_period_field (kind);

  return field >= 0 && self->cells.own[kind][field] == CADRE_REDACTION_CELL_HIDDEN &&
         cadre_tables_in_force (self->from, kind, row, self->from->as_of) == CADRE_TRUTH_FALSE;
}

/* Whether a row is about whoever is taken out. */
static gboolean
is_erased (const Redactor *self, CadreRecordKind kind, guint32 row)
{
  return self->erasure != NULL && cadre_erasure_has_row (self->erasure, kind, row);
}

/* Whether it is removed, and not kept under a pseudonym: an absence tells more
 * than anybody needs to count it. */
static gboolean
is_removed (const Redactor *self, CadreRecordKind kind, guint32 row)
{
  return is_erased (self, kind, row) &&
         (!cadre_erasure_has_key (self->erasure) || kind == CADRE_RECORD_KIND_ABSENCE);
}

/* Unknown members: of all but the person who is taken out; or of that person's
 * records where these are what is asked for. */
static gboolean
shows_extra (const Redactor *self, CadreRecordKind kind, guint32 row)
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
copy_extra (Redactor *self, const CadreTable *table, guint32 row, guint32 new_row, GError **error)
{
  guint32 code = 0;

  return !shows_extra (self, table->kind, row) ||
         (copy_text (self, table->extra[row], &code, error) &&
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
is_hidden (const Redactor *self, char cell, guint32 post)
{
  if (cell == CADRE_REDACTION_CELL_SEVERAL)
    return cadre_index_has_one_holder (self->from, self->index, post);
  if (cell == CADRE_REDACTION_CELL_OUTCOME)
    return cadre_index_may_have_one_holder (self->from, self->index, post);

  return cell == CADRE_REDACTION_CELL_HIDDEN;
}

static gboolean
copy_row (Redactor *self, const CadreTable *table, guint32 row, GError **error)
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
        !copy_cell (self, table, i, row, new_row, error))
      return FALSE;

  return TRUE;
}

static gboolean
copy_table (Redactor *self, CadreRecordKind kind, GError **error)
{
  const CadreTable *table = cadre_tables_get (self->from, kind);

  for (guint32 row = 0; row < table->n_rows; row++)
    if (is_row_shown (self, kind, row) && !is_past (self, kind, row) &&
        !is_removed (self, kind, row) && !copy_row (self, table, row, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_cell (Redactor *self, const CadreStatisticsCell *cell, guint32 number, GError **error)
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
         copy_code (self, employer, &employer, error) &&
         cadre_tables_set_code (self->to, kind, row, CADRE_FIELD_POST_EMPLOYER, employer, error) &&
         copy_code (self, grade, &grade, error) &&
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
add_statistics (Redactor *self, GError **error)
{
  guint32 n = 0;
  g_autofree CadreStatisticsCell *cells = cadre_redaction_make_statistics (self->from, &n, error);

  for (guint32 i = 0; cells != NULL && i < n; i++)
    if (!add_cell (self, &cells[i], i + 1, error))
      return FALSE;

  return cells != NULL;
}

/* What is shown of the head where only one person is taken out. */
static gboolean
copy_remarks (Redactor *self, GError **error)
{
  return self->erasure == NULL ||
         (copy_list (self, self->from->notes, 1, &self->to->notes, error) &&
          copy_text (self, self->from->extra, &self->to->extra, error));
}

/* The head, but for its remarks. */
static gboolean
copy_head (Redactor *self, GError **error)
{
  const CadreTables *from = self->from;
  CadreTables *to = self->to;

  to->as_of = from->as_of;
  return copy_remarks (self, error) && copy_code (self, from->id, &to->id, error) &&
         copy_text (self, from->title, &to->title, error) &&
         copy_list (self, from->title_translations, 2, &to->title_translations, error) &&
         copy_code (self, from->language, &to->language, error) &&
         copy_text (self, from->source, &to->source, error) &&
         copy_text (self, from->licence, &to->licence, error);
}

/* Whether rows of a kind are only counted. */
static gboolean
is_counted (const Redactor *self, CadreRecordKind kind)
{
  return self->level == CADRE_REDACTION_LEVEL_STATISTICS && kind == CADRE_RECORD_KIND_POST;
}

static gboolean
copy_tables (Redactor *self, GError **error)
{
  self->codes = g_try_new0 (guint32, cadre_string_table_size (self->from->strings));
  if (self->codes == NULL)
    return set_memory_error (error);

  if (!copy_head (self, error))
    return FALSE;
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (cadre_redaction_shows_kind (self->level, kind, self->key != NULL) &&
        !(is_counted (self, kind) ? add_statistics (self, error) : copy_table (self, kind, error)))
      return FALSE;

  return TRUE;
}

static CadreTables *
run (Redactor *self, GError **error)
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
  g_autoptr (CadreRedactionScope) scope = NULL;
  Redactor self = { .level = cadre_redaction_get_level (redaction),
                    .key = cadre_redaction_get_pseudonym_key (redaction),
                    .from = tables,
                    .index = index };

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
  Redactor self = {
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
  Redactor self = {
    .level = CADRE_REDACTION_LEVEL_FULL, .from = tables, .index = index, .erasure = erasure
  };

  cadre_redaction_cells_fill (&self.cells, self.level);
  return run (&self, error);
}
