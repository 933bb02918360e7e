/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Differences as changes that people and other programs read. */

#include "config.h"

#include "diff/cadre-diff-private.h"
#include <cadre/cadre-enum-types.h>
#include <cadre/cadre-money.h>
#include <cadre/cadre-reader.h>

#include <string.h>

/* A list is written as it stands in a document, but on one line. */
static char *
dup_canonical (CadreWriter *writer)
{
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  g_autoptr (CadreReader) reader = NULL;

  if (!cadre_writer_finish (writer, NULL, NULL))
    return NULL;

  text = cadre_writer_dup_text (writer);
  bytes = g_bytes_new_static (text, strlen (text));
  reader = cadre_reader_new_for_bytes (bytes, limits);
  return cadre_reader_read_canonical (reader, NULL, NULL);
}

static char *
dup_list (const CadreTables *tables, guint32 offset)
{
  g_autoptr (CadreWriter) writer = NULL;
  guint n = 0;
  const guint32 *codes = cadre_tables_list (tables, offset, &n);

  if (codes == NULL)
    return NULL;

  writer = cadre_writer_new_for_text ();
  cadre_writer_begin_array (writer);
  for (guint i = 0; i < n; i++)
    cadre_writer_string (writer, cadre_tables_text (tables, codes[i]));
  cadre_writer_end_array (writer);
  return dup_canonical (writer);
}

static char *
dup_attributes (const CadreTables *tables, guint32 offset)
{
  g_autoptr (CadreWriter) writer = NULL;
  guint n = 0;
  const guint32 *codes = cadre_tables_list (tables, offset, &n);

  if (codes == NULL)
    return NULL;

  writer = cadre_writer_new_for_text ();
  cadre_writer_begin_object (writer);
  for (guint i = 0; i + 1 < n; i += 2)
    {
      cadre_writer_member (writer, cadre_tables_text (tables, codes[i]));
      cadre_writer_string (writer, cadre_tables_text (tables, codes[i + 1]));
    }
  cadre_writer_end_object (writer);
  return dup_canonical (writer);
}

static char *
dup_date (CadreFieldKind kind, guint32 packed)
{
  char text[11];

  if (packed == CADRE_PACKED_DATE_OPEN && kind != CADRE_FIELD_KIND_DATE)
    return g_strdup ("open");
  if (!cadre_packed_date_is_known (packed))
    return NULL;

  cadre_packed_date_format (packed, text);
  return g_strdup (text);
}

static char *
dup_number (const CadreTable *table, guint i, guint32 row)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[i];

  if (cadre_diff_is_unknown (table, i, row))
    return NULL;

  if (field->kind == CADRE_FIELD_KIND_INTEGER)
    return g_strdup_printf ("%d", cadre_table_integer (table, i, row));
  if (field->kind == CADRE_FIELD_KIND_PENCE)
    return cadre_pence_to_number (cadre_table_pence (table, i, row));
  if (field->kind == CADRE_FIELD_KIND_TRUTH)
    return g_strdup (cadre_table_word (table, i, row) == CADRE_TRUTH_TRUE ? "true" : "false");
  return g_strdup (cadre_nick (field->get_type (), cadre_table_word (table, i, row)));
}

static char *
dup_fraction (const CadreTables *tables, const CadreTable *table, guint i, guint32 row)
{
  gint64 numerator = 0;
  gint64 denominator = 0;

  if (!cadre_tables_fraction (tables, table, i, row, &numerator, &denominator))
    return NULL;
  if (denominator == 1)
    return g_strdup_printf ("%" G_GINT64_FORMAT, numerator);

  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, numerator, denominator);
}

/* The code of no text is "": an id that is known to be none is written so in
 * documents. */
static char *
dup_code (const CadreTables *tables, guint32 code)
{
  return code == CADRE_STRING_NONE ? g_strdup ("none")
                                   : g_strdup (cadre_tables_text (tables, code));
}

char *
cadre_diff_dup_text (const CadreTables *tables,
                     CadreRecordKind kind,
                     guint i,
                     guint32 row,
                     guint32 language)
{
  const CadreTable *table = cadre_tables_get (tables, kind);
  const CadreField *field = NULL;

  if (i == CADRE_UNKNOWN_MEMBERS)
    return g_strdup (cadre_tables_text (tables, table->extra != NULL ? table->extra[row] : 0));

  field = &cadre_schema_get (kind)->fields[i];
  if (field->kind == CADRE_FIELD_KIND_TEXT && language != tables->language)
    return g_strdup (
      cadre_tables_text (tables, cadre_tables_translation (tables, kind, row, i, language)));
  if (field->has_default &&
      cadre_tables_is_unknown_id (tables, field, cadre_table_code (table, i, row)))
    return NULL;
  if (cadre_field_kind_is_text (field->kind))
    return dup_code (tables, cadre_table_code (table, i, row));
  if (field->kind == CADRE_FIELD_KIND_ATTRIBUTES)
    return dup_attributes (tables, cadre_table_code (table, i, row));
  if (field->kind < CADRE_FIELD_KIND_ATTRIBUTES)
    return dup_list (tables, cadre_table_code (table, i, row));
  if (field->kind <= CADRE_FIELD_KIND_VALID_TO)
    return dup_date (field->kind, cadre_table_code (table, i, row));
  if (field->kind == CADRE_FIELD_KIND_FRACTION)
    return dup_fraction (tables, table, i, row);

  return dup_number (table, i, row);
}

char *
cadre_diff_dup_line_end (const CadreTables *tables, guint32 row)
{
  const CadreTable *lines = cadre_tables_get (tables, CADRE_RECORD_KIND_LINE);
  const guint32 manager = cadre_table_code (lines, CADRE_FIELD_LINE_MANAGER, row);
  const guint32 body = cadre_table_code (lines, CADRE_FIELD_LINE_BODY, row);
  const guint32 unit = cadre_table_code (lines, CADRE_FIELD_LINE_UNIT, row);

  if (manager != 0)
    return dup_code (tables, manager);
  if (body != 0)
    return g_strconcat ("body/", cadre_tables_text (tables, body), NULL);
  return unit != 0 ? g_strconcat ("unit/", cadre_tables_text (tables, unit), NULL) : NULL;
}

/* What a row that came or went is about; NULL where its subject says it all. */
static char *
dup_main_text (const CadreTables *tables, CadreRecordKind kind, guint32 row)
{
  static const guint8 fields[CADRE_N_RECORD_KINDS] = {
    [CADRE_RECORD_KIND_AREA_PART] = CADRE_FIELD_AREA_PART_PART,
    [CADRE_RECORD_KIND_TIER_EQUIVALENCE] = CADRE_FIELD_TIER_EQUIVALENCE_OTHER_SCALE,
    [CADRE_RECORD_KIND_GRADE_EQUIVALENCE] = CADRE_FIELD_GRADE_EQUIVALENCE_OTHER_GRADE,
    [CADRE_RECORD_KIND_UNIT_PARENT] = CADRE_FIELD_UNIT_PARENT_PARENT,
    [CADRE_RECORD_KIND_RESPONSIBILITY] = CADRE_FIELD_RESPONSIBILITY_FUNCTION_ID,
    [CADRE_RECORD_KIND_FUNDING] = CADRE_FIELD_FUNDING_FUNDER,
    [CADRE_RECORD_KIND_STATEMENT] = CADRE_FIELD_STATEMENT_KEY,
    [CADRE_RECORD_KIND_LINEAGE] = CADRE_FIELD_LINEAGE_PREDECESSOR,
  };

  if (row == CADRE_NO_ROW)
    return NULL;
  if (kind == CADRE_RECORD_KIND_LINE)
    return cadre_diff_dup_line_end (tables, row);

  return fields[kind] != 0 ? cadre_diff_dup_text (tables, kind, fields[kind], row, 0) : NULL;
}

/* The language of a difference, as one side counts it; 0 where it does not. */
static guint32
get_language (CadreDiff *self, const CadreDifference *difference, const CadreTables *tables)
{
  const gboolean of_before = (difference->what & CADRE_WHAT_LANGUAGE_BEFORE) != 0;
  const CadreTables *counted = of_before ? self->sides.before : self->sides.after;
  const char *text = NULL;

  if (tables == counted || difference->language == 0)
    return difference->language;

  text = cadre_tables_text (counted, difference->language);
  return cadre_string_table_lookup (tables->strings, text,
                                    cadre_string_table_length (counted->strings,
                                                               difference->language));
}

static char *
dup_value (CadreDiff *self,
           const CadreDifference *difference,
           const CadreTables *tables,
           guint32 row)
{
  const CadreRecordKind kind = cadre_difference_record_kind (difference);
  const guint field = cadre_difference_field (difference);

  if (row == CADRE_NO_ROW || cadre_diff_field_is_personal (kind, field))
    return NULL;
  if (field == CADRE_WHOLE_RECORD)
    return dup_main_text (tables, kind, row);
  if (kind == CADRE_RECORD_KIND_LINE && field == CADRE_FIELD_LINE_MANAGER)
    return cadre_diff_dup_line_end (tables, row);

  return cadre_diff_dup_text (tables, kind, field, row, get_language (self, difference, tables));
}

/* The id of the record that a row belongs to, or of the row itself. */
static char *
dup_owner_id (const CadreTables *tables, CadreRecordKind kind, guint32 row)
{
  const CadreSchema *schema = cadre_schema_get (kind);
  const guint field = schema->keys != NULL ? schema->keys[0] : 0;

  if (!cadre_field_kind_is_text (schema->fields[field].kind))
    return NULL;

  return g_strdup (
    cadre_tables_text (tables, cadre_table_code (cadre_tables_get (tables, kind), field, row)));
}

/* The owner's id on a side where the row is not there, but its owner may be. */
static char *
dup_other_owner_id (CadreDiff *self, CadreRecordKind owner_kind, gboolean before, const char *id)
{
  const CadreTables *here = before ? self->sides.after : self->sides.before;
  const CadreTables *there = before ? self->sides.before : self->sides.after;
  const CadrePairing *posts = &self->pairings[CADRE_RECORD_KIND_POST];
  guint32 row = id != NULL ? cadre_tables_find (here, owner_kind, id) : CADRE_NO_ROW;

  if (row == CADRE_NO_ROW)
    return NULL;
  if (owner_kind != CADRE_RECORD_KIND_POST)
    row = cadre_tables_find (there, owner_kind, id);
  else
    row = before ? posts->before_of[row] : posts->after_of[row];

  return row != CADRE_NO_ROW ? g_strdup (cadre_tables_id (there, owner_kind, row)) : NULL;
}

static void
fill_ids (CadreDiff *self, const CadreDifference *difference, CadreChangeParts *parts)
{
  const CadreRecordKind kind = parts->record_kind;

  if (difference->before != CADRE_NO_ROW)
    parts->id_before = dup_owner_id (self->sides.before, kind, difference->before);
  if (difference->after != CADRE_NO_ROW)
    parts->id_after = dup_owner_id (self->sides.after, kind, difference->after);
  if (parts->owner_kind == kind)
    return;

  if (difference->before == CADRE_NO_ROW)
    parts->id_before = dup_other_owner_id (self, parts->owner_kind, TRUE, parts->id_after);
  if (difference->after == CADRE_NO_ROW)
    parts->id_after = dup_other_owner_id (self, parts->owner_kind, FALSE, parts->id_before);
}

static char *
dup_subject (CadreDiff *self, const CadreDifference *difference, CadreRecordKind kind)
{
  const gboolean is_after = difference->after != CADRE_NO_ROW;

  return cadre_tables_dup_subject (is_after ? self->sides.after : self->sides.before, kind,
                                   is_after ? difference->after : difference->before);
}

/* Whether a post that came or went has nothing to do with any other: nothing is said of
 * posts but by their ids, and no row before it shares its id, to answer for it. */
static gboolean
is_without_others (CadreDiff *self, const CadreDifference *difference)
{
  const gboolean is_after = difference->after != CADRE_NO_ROW;
  const CadrePairing *posts = &self->pairings[CADRE_RECORD_KIND_POST];
  const CadreTable *table =
    cadre_tables_get (is_after ? self->sides.after : self->sides.before, CADRE_RECORD_KIND_POST);
  const guint32 row = is_after ? difference->after : difference->before;

  return self->mapping->claims->len == 0 &&
         (is_after ? posts->before_of : posts->after_of)[row] == CADRE_NO_ROW &&
         (row == 0 || cadre_table_code (table, 0, row - 1) != cadre_table_code (table, 0, row));
}

static char **
dup_other_ids (CadreDiff *self, const CadreDifference *difference, const CadreChangeParts *parts)
{
  g_auto (GStrv) ids = NULL;

  if (cadre_difference_field (difference) != CADRE_WHOLE_RECORD)
    return NULL;
  if (parts->record_kind == CADRE_RECORD_KIND_RESPONSIBILITY)
    return cadre_diff_dup_function_posts (self, difference->before, difference->after);
  if (parts->record_kind != CADRE_RECORD_KIND_POST ||
      (parts->id_before == NULL && parts->id_after == NULL) || /* a post may lack an id */
      is_without_others (self, difference))
    return NULL;

  ids = difference->after != CADRE_NO_ROW
          ? cadre_mapping_dup_predecessors (self->mapping, parts->id_after)
          : cadre_mapping_dup_successors (self->mapping, parts->id_before);
  return ids[0] != NULL ? g_steal_pointer (&ids) : NULL;
}

const char *
cadre_diff_field_name (const CadreDifference *difference)
{
  const CadreRecordKind kind = cadre_difference_record_kind (difference);
  const guint field = cadre_difference_field (difference);

  if (field == CADRE_WHOLE_RECORD)
    return NULL;

  return field == CADRE_UNKNOWN_MEMBERS ? "unknown-members"
                                        : cadre_schema_get (kind)->fields[field].name;
}

/* Of an assignment, or of an absence from one, the post that it is in; as after, if it is there
 * then. */
static char *
dup_post_of_assignment (CadreDiff *self, const CadreDifference *difference, CadreRecordKind kind)
{
  const gboolean is_after = difference->after != CADRE_NO_ROW;
  const CadreTables *tables = is_after ? self->sides.after : self->sides.before;
  guint32 row = is_after ? difference->after : difference->before;

  if (kind == CADRE_RECORD_KIND_ABSENCE)
    row =
      cadre_table_reference (cadre_tables_get (tables, kind), CADRE_FIELD_ABSENCE_ASSIGNMENT, row);
  else if (kind != CADRE_RECORD_KIND_ASSIGNMENT)
    return NULL;

  return row < CADRE_AMBIGUOUS_ROW
           ? g_strdup (
               cadre_tables_text (tables,
                                  cadre_table_code (cadre_tables_get (tables,
                                                                      CADRE_RECORD_KIND_ASSIGNMENT),
                                                    CADRE_FIELD_ASSIGNMENT_POST, row)))
           : NULL;
}

void
cadre_diff_make_parts (CadreDiff *self, const CadreDifference *difference, CadreChangeParts *parts)
{
  const gboolean of_before = (difference->what & CADRE_WHAT_LANGUAGE_BEFORE) != 0;

  *parts = (CadreChangeParts){ 0 };
  parts->kind = cadre_difference_kind (difference);
  parts->record_kind = cadre_difference_record_kind (difference);
  parts->owner_kind = cadre_pairing_owner_kind (parts->record_kind);
  parts->field = cadre_diff_field_name (difference);
  parts->learned = (difference->what & CADRE_WHAT_LEARNED) != 0;
  parts->language = g_strdup (
    cadre_tables_text (of_before ? self->sides.before : self->sides.after, difference->language));
  parts->subject = dup_subject (self, difference, parts->record_kind);
  parts->before_text = dup_value (self, difference, self->sides.before, difference->before);
  parts->after_text = dup_value (self, difference, self->sides.after, difference->after);
  fill_ids (self, difference, parts);
  parts->other_ids = dup_other_ids (self, difference, parts);
  parts->post_id = dup_post_of_assignment (self, difference, parts->record_kind);
}

CadreChange *
cadre_diff_make_change (CadreDiff *self, const CadreDifference *difference)
{
  CadreChangeParts parts;

  cadre_diff_make_parts (self, difference, &parts);
  return cadre_change_new_take (&parts);
}
