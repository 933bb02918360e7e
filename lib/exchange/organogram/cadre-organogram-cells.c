/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a cell of a row says. An attribute that the reader has kept goes before
 * what follows from the fields. */

#include "config.h"

#include "base/cadre-fraction-private.h"
#include "exchange/organogram/cadre-organogram-write-private.h"
#include <cadre/cadre-money.h>

#include <string.h>

#define MOST_PLACES 18

/* The name of a record that a post refers to; the id where it has none, or where
 * there is no such record. */
static const char *
name_reference (CadreOrganogramWriter *self, guint32 post, guint field, guint name_field)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  CadreRecordKind kind = cadre_schema_get (CADRE_RECORD_KIND_POST)->fields[field].target;
  guint32 row = cadre_table_reference (posts, field, post);
  const char *name = NULL;

  if (row < self->tables->tables[kind].n_rows)
    {
      self->used[kind][row] = TRUE;
      name =
        cadre_tables_text (self->tables, cadre_table_code (cadre_tables_get (self->tables, kind),
                                                           name_field, row));
    }

  return name != NULL ? name
                      : cadre_tables_text (self->tables, cadre_table_code (posts, field, post));
}

/* An organisation keeps its department as an attribute. */
static const char *
get_department (CadreOrganogramWriter *self, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  guint32 employer = cadre_table_reference (posts, CADRE_FIELD_POST_EMPLOYER, post);

  return employer < self->tables->tables[CADRE_RECORD_KIND_ORGANISATION].n_rows
           ? cadre_organogram_find_attribute (self->tables, CADRE_RECORD_KIND_ORGANISATION,
                                              employer, "parent-department")
           : NULL;
}

/* The line of management of a post; that of one that is eliminated is not in
 * force, and in no index. */
static guint32
find_line (CadreOrganogramWriter *self, guint32 post)
{
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&self->index->lines_of_post, post, &n);

  if (self->index->manager_line[post] != CADRE_NO_ROW)
    return self->index->manager_line[post];
  for (guint32 i = 0; cadre_organogram_is_eliminated (self, post) && i < n; i++)
    if (cadre_table_word (lines, CADRE_FIELD_LINE_KIND, rows[i]) == CADRE_LINE_KIND_MANAGEMENT)
      return rows[i];

  return CADRE_NO_ROW;
}

static char *
dup_manager (CadreOrganogramWriter *self, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);
  gboolean is_pool = cadre_table_word (posts, CADRE_FIELD_POST_GROUPED, post) == CADRE_TRUTH_TRUE;
  guint32 line = find_line (self, post);
  guint32 manager = CADRE_NO_ROW;
  const char *id = NULL;
  const char *slash = NULL;

  if (line == CADRE_NO_ROW)
    return is_pool ? NULL : g_strdup ("XX");

  /* Only a pool may say that it is not known whom it reports to. */
  if (is_pool || cadre_table_code (lines, CADRE_FIELD_LINE_MANAGER, line) != CADRE_STRING_UNKNOWN)
    self->used[CADRE_RECORD_KIND_LINE][line] = TRUE;
  manager = cadre_table_reference (lines, CADRE_FIELD_LINE_MANAGER, line);
  if (manager < posts->n_rows && self->refs[manager] != NULL)
    return g_strdup (self->refs[manager]);

  id = cadre_tables_text (self->tables, cadre_table_code (lines, CADRE_FIELD_LINE_MANAGER, line));
  slash = id != NULL ? strchr (id, '/') : NULL;
  return g_strdup (slash != NULL ? slash + 1 : id);
}

/* A fraction as a decimal, exactly where that can be. */
static char *
dup_fraction (CadreOrganogramWriter *self, CadreRecordKind kind, guint field, guint32 row)
{
  CadreFraction fraction = { 0, 1 };
  gint64 rest = 0;
  guint places = 0;

  if (!cadre_tables_fraction (self->tables, cadre_tables_get (self->tables, kind), field, row,
                              &fraction.numerator, &fraction.denominator))
    return NULL;

  for (rest = fraction.denominator; rest % 10 == 0; rest /= 10)
    places++;
  for (; rest % 2 == 0; rest /= 2)
    places++;
  for (; rest % 5 == 0; rest /= 5)
    places++;
  if (rest == 1 && places <= MOST_PLACES)
    {
      g_autofree char *text = cadre_fraction_to_decimal (&fraction, places);

      return cadre_organogram_dup_amount (text);
    }

  self->lost.n_cells[kind][field]++; /* it is rounded */
  return cadre_fraction_to_decimal (&fraction, 2);
}

static char *
dup_fte (CadreOrganogramWriter *self, const CadreOrganogramLine *line)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  char *fte = NULL;

  if (cadre_table_word (posts, CADRE_FIELD_POST_GROUPED, line->post) == CADRE_TRUTH_TRUE)
    return dup_fraction (self, CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_BUDGETED_FTE, line->post);

  if (line->assignment != CADRE_NO_ROW)
    fte = dup_fraction (self, CADRE_RECORD_KIND_ASSIGNMENT, CADRE_FIELD_ASSIGNMENT_FTE,
                        line->assignment);
  return fte != NULL
           ? fte
           : dup_fraction (self, CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_FTE, line->post);
}

static char *
dup_pay (CadreOrganogramWriter *self, guint32 post, guint field)
{
  gint64 pence =
    cadre_table_pence (cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST), field, post);
  g_autofree char *text = pence >= 0 ? cadre_pence_to_number (pence) : NULL;

  return text != NULL ? cadre_organogram_dup_amount (text) : NULL;
}

static const char *
get_text (CadreOrganogramWriter *self, CadreRecordKind kind, guint field, guint32 row)
{
  return cadre_tables_text (self->tables,
                            cadre_table_code (cadre_tables_get (self->tables, kind), field, row));
}

static char *
dup_note (CadreOrganogramWriter *self, const CadreOrganogramLine *line)
{
  return g_strdup (line->is_main
                     ? get_text (self, CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_NOTE, line->post)
                     : get_text (self, CADRE_RECORD_KIND_ASSIGNMENT, CADRE_FIELD_ASSIGNMENT_NOTE,
                                 line->assignment));
}

static char *
dup_name (CadreOrganogramWriter *self, const CadreOrganogramLine *line)
{
  static const char *const words[] = {
    [CADRE_HOLDER_NAMED] = "N/D",
    [CADRE_HOLDER_UNDISCLOSED] = "N/D",
    [CADRE_HOLDER_UNSTATED] = "N/D",
    [CADRE_HOLDER_VACANT] = "Vacant",
    [CADRE_HOLDER_ELIMINATED] = "Eliminated",
  };
  const CadreTable *assignments = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 person = line->person;
  const char *name = NULL;

  if (line->assignment != CADRE_NO_ROW)
    person = cadre_table_reference (assignments, CADRE_FIELD_ASSIGNMENT_PERSON, line->assignment);
  if (person < self->tables->tables[CADRE_RECORD_KIND_PERSON].n_rows)
    {
      self->used[CADRE_RECORD_KIND_PERSON][person] = TRUE;
      name = get_text (self, CADRE_RECORD_KIND_PERSON, CADRE_FIELD_PERSON_NAME, person);
    }

  return g_strdup (name != NULL ? name : words[line->holder]);
}

/* What the reader has kept: of a further holder first, then of the post; of the
 * holder who comes with the post only what those who share it do not. */
static const char *
find_kept (CadreOrganogramWriter *self, const CadreOrganogramLine *line, const char *name)
{
  const char *text = NULL;

  if (line->person != CADRE_NO_ROW)
    return cadre_organogram_find_attribute (self->tables, CADRE_RECORD_KIND_PERSON, line->person,
                                            name);
  if (line->assignment != CADRE_NO_ROW && !line->is_main)
    text = cadre_organogram_find_attribute (self->tables, CADRE_RECORD_KIND_ASSIGNMENT,
                                            line->assignment, name);

  if (text == NULL)
    text = cadre_organogram_find_attribute (self->tables, CADRE_RECORD_KIND_POST, line->post, name);
  if (text == NULL && line->assignment != CADRE_NO_ROW)
    text = cadre_organogram_find_attribute (self->tables, CADRE_RECORD_KIND_ASSIGNMENT,
                                            line->assignment, name);

  return text;
}

static char *
dup_of_post (CadreOrganogramWriter *self, const CadreOrganogramLine *line, CadreOrganogramCell cell)
{
  switch ((guint) cell)
    {
    case CADRE_CELL_REF:
      return g_strdup (self->refs[line->post]);
    case CADRE_CELL_TITLE:
      return g_strdup (get_text (self, CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_TITLE, line->post));
    case CADRE_CELL_GRADE:
      return g_strdup (
        name_reference (self, line->post, CADRE_FIELD_POST_GRADE, CADRE_FIELD_GRADE_NAME));
    case CADRE_CELL_PARENT:
      return g_strdup (get_department (self, line->post));
    case CADRE_CELL_ORGANISATION:
      return g_strdup (name_reference (self, line->post, CADRE_FIELD_POST_EMPLOYER,
                                       CADRE_FIELD_ORGANISATION_NAME));
    case CADRE_CELL_UNIT:
      return g_strdup (
        name_reference (self, line->post, CADRE_FIELD_POST_UNIT, CADRE_FIELD_UNIT_NAME));
    case CADRE_CELL_MANAGER:
      return dup_manager (self, line->post);
    case CADRE_CELL_FLOOR:
      return dup_pay (self, line->post, CADRE_FIELD_POST_PAY_MIN);
    case CADRE_CELL_CEILING:
      return dup_pay (self, line->post, CADRE_FIELD_POST_PAY_MAX);
    case CADRE_CELL_PROFESSION:
      return g_strdup (
        get_text (self, CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_PROFESSION, line->post));
    default:
      return NULL;
    }
}

char *
cadre_organogram_dup_cell (CadreOrganogramWriter *self,
                           const CadreOrganogramLine *line,
                           CadreOrganogramCell cell)
{
  const char *kept = find_kept (self, line, cadre_organogram_columns[cell].attribute);
  g_autofree char *text = NULL;

  if (cell == CADRE_CELL_NAME)
    text = dup_name (self, line);
  else if (cell == CADRE_CELL_VALID)
    text = g_strdup ("1");
  else if (line->post == CADRE_NO_ROW)
    text = NULL;
  else if (cell == CADRE_CELL_FTE)
    text = dup_fte (self, line);
  else if (cell == CADRE_CELL_NOTES)
    text = dup_note (self, line);
  else
    text = dup_of_post (self, line, cell);

  if (cell == CADRE_CELL_NAME && line->assignment != CADRE_NO_ROW)
    kept = NULL; /* somebody holds it, whatever was said before */
  return kept != NULL ? g_strdup (kept) : g_steal_pointer (&text);
}
