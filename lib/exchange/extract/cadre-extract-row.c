/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* One row: its cells as values, and which records they name. */

#include "config.h"

#include "exchange/extract/cadre-extract-private.h"

#include <string.h>

static gboolean
meets (const CadreExtract *self, const CadreMapCondition *condition)
{
  const guint cell = self->cell_of_column[condition->column];
  const char *text = cell != CADRE_NO_CELL ? self->cells[cell].text : "";
  const gsize length = cell != CADRE_NO_CELL ? self->cells[cell].length : 0;

  for (guint i = 0; condition->words[i] != NULL; i++)
    if (strlen (condition->words[i]) == length && memcmp (condition->words[i], text, length) == 0)
      return !condition->negated;

  return condition->negated;
}

static gboolean
meets_all (CadreExtract *self, const CadreMapRecord *record)
{
  for (guint i = 0; i < record->conditions->len; i++)
    if (!meets (self, cadre_map_condition (record, i)))
      return FALSE;

  return TRUE;
}

static gboolean
is_stated (const CadreExtractRecord *record, guint field)
{
  const CadreExtractField *found = record->by_field[field];

  return found != NULL &&
         (found->value->state == CADRE_MAP_TEXT || found->value->state == CADRE_MAP_NUMBER);
}

/* A link has all of its ends that the map speaks of. */
static gboolean
has_all_ends (const CadreExtractRecord *record)
{
  for (guint i = 0; i < record->n_ends; i++)
    if (record->ends[i]->value->state != CADRE_MAP_TEXT &&
        record->ends[i]->value->state != CADRE_MAP_NUMBER)
      return FALSE;

  return TRUE;
}

/* Whether the row says of what kind a line is in a word that nobody knows. Such a
 * one is none of management, which it would be if nothing were said. */
static gboolean
is_of_no_kind (const CadreExtractRecord *record)
{
  const CadreExtractField *kind = record->by_field[CADRE_FIELD_LINE_KIND];

  return kind != NULL && kind->value->state == CADRE_MAP_BAD;
}

/* Whether the row names the record. */
static gboolean
is_named (const CadreExtractRecord *record)
{
  if (record->map->kind == CADRE_RECORD_KIND_LINE)
    return is_stated (record, CADRE_FIELD_LINE_POST) && !is_of_no_kind (record) &&
           (is_stated (record, CADRE_FIELD_LINE_MANAGER) ||
            is_stated (record, CADRE_FIELD_LINE_BODY) || is_stated (record, CADRE_FIELD_LINE_UNIT));
  if (record->map->kind == CADRE_RECORD_KIND_ASSIGNMENT &&
      is_stated (record, CADRE_FIELD_ASSIGNMENT_PERSON))
    return TRUE;
  if (record->schema->keys == NULL)
    return is_stated (record, 0);

  return has_all_ends (record);
}

static const char *
get_bad_code (const CadreExtractField *field)
{
  switch (field->spec->kind)
    {
    case CADRE_FIELD_KIND_DATE:
    case CADRE_FIELD_KIND_VALID_FROM:
    case CADRE_FIELD_KIND_VALID_TO:
      return "exchange.extract.bad-date";
    case CADRE_FIELD_KIND_WORD:
    case CADRE_FIELD_KIND_TRUTH:
      return "exchange.extract.bad-word";
    case CADRE_FIELD_KIND_ID:
    case CADRE_FIELD_KIND_REFERENCE:
      return "exchange.extract.bad-id";
    case CADRE_FIELD_KIND_INTEGER:
    case CADRE_FIELD_KIND_PENCE:
    case CADRE_FIELD_KIND_FRACTION:
    case CADRE_FIELD_KIND_STRING:
    case CADRE_FIELD_KIND_TEXT:
    case CADRE_FIELD_KIND_STRINGS:
    case CADRE_FIELD_KIND_REFERENCES:
    case CADRE_FIELD_KIND_ATTRIBUTES:
    default:
      return "exchange.extract.bad-number";
    }
}

/* Says what is wrong with the cells of a record, whether it is made or not. */
static void
report_cells (CadreExtract *self, CadreExtractRecord *record, gboolean is_made)
{
  gboolean describes = FALSE;

  for (guint i = 0; i < record->n_fields; i++)
    {
      const CadreExtractField *field = &record->fields[i];

      if (field->value->state == CADRE_MAP_BAD)
        cadre_extract_report (self, get_bad_code (field), field->cell, NULL);
      if (is_made && field->value->state == CADRE_MAP_ABSENT && field->is_required)
        cadre_extract_report (self, "exchange.extract.empty-required", field->cell, NULL);
      describes |= field->is_own && field->value->state != CADRE_MAP_ABSENT;
    }

  if (!is_made && describes)
    cadre_extract_report (self, "exchange.extract.incomplete", CADRE_NO_CELL, NULL);
}

static gboolean
read_record (CadreExtract *self, CadreExtractRecord *record, GError **error)
{
  gboolean is_made = FALSE;

  if (!meets_all (self, record->map))
    return TRUE;

  self->n_matched++;
  if (!cadre_extract_read_fields (self, record, error))
    return FALSE;

  is_made = is_named (record);
  if (!is_made || record->n_bad > 0 || record->has_silent)
    report_cells (self, record, is_made);
  return !is_made || cadre_extract_put_record (self, record, error);
}

/* Where what became of these texts is remembered, or NULL where one of them is
 * not. */
static inline CadreExtractFate *
find_fate (const CadreExtract *self, const CadreExtractRecord *record)
{
  guint32 place = 0;

  for (guint i = 0; i < record->n_parts; i++)
    {
      const CadreExtractCell *cell = &self->cells[record->parts[i]];

      if (cell->stamp == 0)
        return NULL;
      place = place * 7 + cell->place;
    }

  return record->n_parts > 0 ? &record->fates[place % CADRE_EXTRACT_N_RECENT] : NULL;
}

static inline gboolean
is_fate_of_row (const CadreExtract *self,
                const CadreExtractRecord *record,
                const CadreExtractFate *fate)
{
  for (guint i = 0; i < record->n_parts; i++)
    if (fate->stamps[i] != self->cells[record->parts[i]].stamp)
      return FALSE;

  return TRUE;
}

/* A record that was made of the same texts, or is none with them, and of which
 * there was nothing to say, comes out the same without being made again: what is
 * there is never taken away, and what it says is there. */
static inline gboolean
take_record (CadreExtract *self, CadreExtractRecord *record, GError **error)
{
  CadreExtractFate *fate = find_fate (self, record);
  const guint n_issues = self->n_issues;
  const guint n_matched = self->n_matched;
  const guint n_put = self->n_made + self->n_known;

  if (fate == NULL)
    return read_record (self, record, error);
  if (is_fate_of_row (self, record, fate))
    {
      self->n_matched += fate->is_matched;
      self->n_known += fate->is_known;
      return TRUE;
    }
  if (!read_record (self, record, error))
    return FALSE;
  if (self->n_issues != n_issues)
    return TRUE;

  for (guint i = 0; i < record->n_parts; i++)
    fate->stamps[i] = self->cells[record->parts[i]].stamp;
  fate->is_matched = self->n_matched != n_matched;
  fate->is_known = self->n_made + self->n_known != n_put;
  return TRUE;
}

static void
settle_fate (CadreExtract *self)
{
  if (self->fate != CADRE_ROW_FATE_ISSUE)
    ;
  else if (self->n_made > 0)
    self->fate = CADRE_ROW_FATE_OTHER;
  else if (self->n_matched == 0)
    cadre_extract_report (self, "exchange.extract.not-described", CADRE_NO_CELL, NULL);
  else if (self->n_known > 0)
    cadre_extract_report (self, "exchange.extract.repeated-row", CADRE_NO_CELL, NULL);
  else if (self->n_issues == 0)
    cadre_extract_report (self, "exchange.extract.no-record", CADRE_NO_CELL, NULL);

  self->fates[self->fate]++;
}

gboolean
cadre_extract_read_row (CadreExtract *self, guint n_cells, GError **error)
{
  gboolean is_blank = FALSE;

  self->row++;
  self->n_cells = n_cells;
  if (!cadre_extract_take_cells (self, &is_blank, error))
    return FALSE;
  if (is_blank)
    return TRUE;

  self->fate = CADRE_ROW_FATE_ISSUE;
  self->n_matched = 0;
  self->n_made = 0;
  self->n_known = 0;
  if (self->n_cells != self->n_header)
    cadre_extract_report (self, "exchange.extract.ragged-row", CADRE_NO_CELL, NULL);
  self->n_issues = 0;

  for (guint i = 0; i < self->n_records; i++)
    if (!take_record (self, &self->records[i], error))
      return FALSE;

  settle_fate (self);
  return TRUE;
}
