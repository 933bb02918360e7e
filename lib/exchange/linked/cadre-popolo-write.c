/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-date-private.h"
#include "exchange/cadre-export-private.h"
#include "exchange/linked/cadre-lost-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-popolo.h>
#include <cadre/cadre-writer.h>

#include <string.h>

typedef struct
{
  CadreWriter *writer;
  const CadreTables *tables;
  CadreLost lost;
} PopoloWriter;

#define FIELD(name) (G_GUINT64_CONSTANT (1) << CADRE_FIELD_##name)

static const guint64 held[CADRE_N_RECORD_KINDS] = {
  [CADRE_RECORD_KIND_ORGANISATION] =
    FIELD (ORGANISATION_ID) | FIELD (ORGANISATION_NAME) | FIELD (ORGANISATION_ALIASES) |
    FIELD (ORGANISATION_IDENTIFIERS) | FIELD (ORGANISATION_KIND) | FIELD (ORGANISATION_VALID_FROM) |
    FIELD (ORGANISATION_VALID_TO),
  [CADRE_RECORD_KIND_BODY] = FIELD (BODY_ID) | FIELD (BODY_NAME) | FIELD (BODY_ALIASES) |
                             FIELD (BODY_KIND) | FIELD (BODY_HOSTS) | FIELD (BODY_VALID_FROM) |
                             FIELD (BODY_VALID_TO),
  [CADRE_RECORD_KIND_UNIT] = FIELD (UNIT_ID) | FIELD (UNIT_NAME) | FIELD (UNIT_ALIASES) |
                             FIELD (UNIT_KIND) | FIELD (UNIT_PARENT) | FIELD (UNIT_ORGANISATIONS) |
                             FIELD (UNIT_VALID_FROM) | FIELD (UNIT_VALID_TO),
  [CADRE_RECORD_KIND_POST] = FIELD (POST_ID) | FIELD (POST_TITLE) | FIELD (POST_ALIASES) |
                             FIELD (POST_UNIT) | FIELD (POST_EMPLOYER) | FIELD (POST_VALID_FROM) |
                             FIELD (POST_VALID_TO),
  [CADRE_RECORD_KIND_PERSON] = FIELD (PERSON_ID) | FIELD (PERSON_NAME) | FIELD (PERSON_IDENTIFIERS),
  [CADRE_RECORD_KIND_ASSIGNMENT] = FIELD (ASSIGNMENT_ID) | FIELD (ASSIGNMENT_PERSON) |
                                   FIELD (ASSIGNMENT_POST) | FIELD (ASSIGNMENT_EMPLOYER) |
                                   FIELD (ASSIGNMENT_BASIS) | FIELD (ASSIGNMENT_VALID_FROM) |
                                   FIELD (ASSIGNMENT_VALID_TO),
};

static void
lose (PopoloWriter *self, const CadreTable *table, guint field)
{
  self->lost.n_cells[table->kind][field]++;
}

static void
write_text (PopoloWriter *self, const char *member, guint32 code)
{
  if (code == 0)
    return;

  cadre_writer_member (self->writer, member);
  cadre_writer_string (self->writer, cadre_tables_text (self->tables, code));
}

/* The text in the first language; there is no way to say which one that is. */
static void
write_label (PopoloWriter *self,
             const char *member,
             const CadreTable *table,
             guint field,
             guint32 row)
{
  guint32 i = cadre_tables_first_translation (self->tables, table->kind, row, field);

  write_text (self, member, cadre_table_code (table, field, row));
  for (; i < self->tables->n_translations &&
         cadre_translation_is_of (&self->tables->translations[i], table->kind, row, field);
       i++)
    self->lost.n_translations[table->kind][field]++;
}

/* Texts, each by itself, or as an object with one @member. */
static void
write_texts (PopoloWriter *self,
             const char *list,
             const char *member,
             const CadreTable *table,
             guint field,
             guint32 row)
{
  guint32 offset = cadre_table_code (table, field, row);
  guint n = 0;
  const guint32 *codes = cadre_tables_list (self->tables, offset, &n);

  if (offset == 0)
    return;

  cadre_writer_member (self->writer, list);
  cadre_writer_begin_array (self->writer);
  for (guint i = 0; i < n; i++)
    {
      if (member != NULL)
        {
          cadre_writer_begin_object (self->writer);
          cadre_writer_member (self->writer, member);
        }
      cadre_writer_string (self->writer, cadre_tables_text (self->tables, codes[i]));
      if (member != NULL)
        cadre_writer_end_object (self->writer);
    }
  cadre_writer_end_array (self->writer);
}

static void
write_date (PopoloWriter *self,
            const char *member,
            const CadreTable *table,
            guint field,
            guint32 row)
{
  guint32 packed = cadre_table_code (table, field, row);
  char text[11];

  if (packed == CADRE_PACKED_DATE_UNKNOWN)
    lose (self, table, field);
  if (!cadre_packed_date_is_known (packed))
    return;

  cadre_packed_date_format (packed, text);
  cadre_writer_member (self->writer, member);
  cadre_writer_string (self->writer, text);
}

/* A word of ours, where it is another than the usual one. */
static void
write_word (PopoloWriter *self,
            const char *member,
            const CadreTable *table,
            guint field,
            guint32 row)
{
  const CadreField *spec = &cadre_schema_get (table->kind)->fields[field];
  g_autoptr (GEnumClass) words = g_type_class_ref (spec->get_type ());
  int value = cadre_table_word (table, field, row);

  if (value == spec->initial)
    return;
  if (value == 0)
    {
      lose (self, table, field);
      return;
    }

  cadre_writer_member (self->writer, member);
  cadre_writer_string (self->writer, g_enum_get_value (words, value)->value_nick);
}

/* Organisations, units and bodies are all organizations, and one of each may
 * have the same id: the kind stands before it. */
static void
write_organization_id (PopoloWriter *self, const char *member, CadreRecordKind kind, guint32 code)
{
  g_autofree char *id =
    g_strconcat (cadre_schema_get (kind)->name, "/", cadre_tables_text (self->tables, code), NULL);

  cadre_writer_member (self->writer, member);
  cadre_writer_string (self->writer, id);
}

static gboolean
is_name (PopoloWriter *self, guint32 code)
{
  return code >= CADRE_STRING_FIRST && cadre_string_table_length (self->tables->strings, code) > 0;
}

/* The code of a reference that names something, or 0. */
static guint32
get_reference (PopoloWriter *self, const CadreTable *table, guint field, guint32 row)
{
  guint32 code = cadre_table_code (table, field, row);

  if (is_name (self, code))
    return code;
  if (code != 0)
    lose (self, table, field);
  return 0;
}

/* The first of a list; one more would have no place. */
static guint32
get_only (PopoloWriter *self, const CadreTable *table, guint field, guint32 row)
{
  guint n = 0;
  guint32 offset = cadre_table_code (table, field, row);
  const guint32 *codes = cadre_tables_list (self->tables, offset, &n);

  if (offset != 0 && n != 1)
    lose (self, table, field);
  return n > 0 ? codes[0] : 0;
}

static void
write_organisation (PopoloWriter *self, const CadreTable *table, guint32 row)
{
  write_label (self, "name", table, CADRE_FIELD_ORGANISATION_NAME, row);
  write_texts (self, "other_names", "name", table, CADRE_FIELD_ORGANISATION_ALIASES, row);
  write_texts (self, "identifiers", "identifier", table, CADRE_FIELD_ORGANISATION_IDENTIFIERS, row);
  write_word (self, "classification", table, CADRE_FIELD_ORGANISATION_KIND, row);
  write_date (self, "founding_date", table, CADRE_FIELD_ORGANISATION_VALID_FROM, row);
  write_date (self, "dissolution_date", table, CADRE_FIELD_ORGANISATION_VALID_TO, row);
}

static void
write_body (PopoloWriter *self, const CadreTable *table, guint32 row)
{
  guint32 host = get_only (self, table, CADRE_FIELD_BODY_HOSTS, row);

  write_label (self, "name", table, CADRE_FIELD_BODY_NAME, row);
  write_texts (self, "other_names", "name", table, CADRE_FIELD_BODY_ALIASES, row);
  write_word (self, "classification", table, CADRE_FIELD_BODY_KIND, row);
  if (host != 0)
    write_organization_id (self, "parent_id", CADRE_RECORD_KIND_ORGANISATION, host);
  write_date (self, "founding_date", table, CADRE_FIELD_BODY_VALID_FROM, row);
  write_date (self, "dissolution_date", table, CADRE_FIELD_BODY_VALID_TO, row);
}

/* There is one parent: the unit above, or else the organisation. */
static void
write_unit (PopoloWriter *self, const CadreTable *table, guint32 row)
{
  guint32 parent = get_reference (self, table, CADRE_FIELD_UNIT_PARENT, row);
  guint32 organisation = 0;

  write_label (self, "name", table, CADRE_FIELD_UNIT_NAME, row);
  write_texts (self, "other_names", "name", table, CADRE_FIELD_UNIT_ALIASES, row);
  write_word (self, "classification", table, CADRE_FIELD_UNIT_KIND, row);
  if (parent == 0)
    organisation = get_only (self, table, CADRE_FIELD_UNIT_ORGANISATIONS, row);
  else if (cadre_table_code (table, CADRE_FIELD_UNIT_ORGANISATIONS, row) != 0)
    lose (self, table, CADRE_FIELD_UNIT_ORGANISATIONS);

  if (parent != 0)
    write_organization_id (self, "parent_id", CADRE_RECORD_KIND_UNIT, parent);
  else if (organisation != 0)
    write_organization_id (self, "parent_id", CADRE_RECORD_KIND_ORGANISATION, organisation);
  write_date (self, "founding_date", table, CADRE_FIELD_UNIT_VALID_FROM, row);
  write_date (self, "dissolution_date", table, CADRE_FIELD_UNIT_VALID_TO, row);
}

static void
write_place (PopoloWriter *self, guint32 unit, guint32 employer)
{
  if (unit != 0)
    write_organization_id (self, "organization_id", CADRE_RECORD_KIND_UNIT, unit);
  else if (employer != 0)
    write_organization_id (self, "organization_id", CADRE_RECORD_KIND_ORGANISATION, employer);
}

static void
write_post (PopoloWriter *self, const CadreTable *table, guint32 row)
{
  guint32 unit = get_reference (self, table, CADRE_FIELD_POST_UNIT, row);
  guint32 employer = get_reference (self, table, CADRE_FIELD_POST_EMPLOYER, row);

  if (unit != 0 && employer != 0)
    lose (self, table, CADRE_FIELD_POST_EMPLOYER);
  write_label (self, "label", table, CADRE_FIELD_POST_TITLE, row);
  write_texts (self, "other_label", NULL, table, CADRE_FIELD_POST_ALIASES, row);
  write_place (self, unit, employer);
  write_date (self, "start_date", table, CADRE_FIELD_POST_VALID_FROM, row);
  write_date (self, "end_date", table, CADRE_FIELD_POST_VALID_TO, row);
}

static void
write_person (PopoloWriter *self, const CadreTable *table, guint32 row)
{
  write_text (self, "name", cadre_table_code (table, CADRE_FIELD_PERSON_NAME, row));
  write_texts (self, "identifiers", "identifier", table, CADRE_FIELD_PERSON_IDENTIFIERS, row);
}

/* Somebody who is employed elsewhere is a member on behalf of that employer. */
static void
write_employer (PopoloWriter *self, const CadreTable *table, guint32 row)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  guint32 employer = get_reference (self, table, CADRE_FIELD_ASSIGNMENT_EMPLOYER, row);
  guint32 post = cadre_lost_find_post (self->tables, row);
  guint32 host = 0;
  guint32 unit = 0;

  if (post != CADRE_NO_ROW)
    {
      host = cadre_table_code (posts, CADRE_FIELD_POST_EMPLOYER, post);
      unit = cadre_table_code (posts, CADRE_FIELD_POST_UNIT, post);
      host = is_name (self, host) ? host : 0;
      unit = is_name (self, unit) ? unit : 0;
    }

  write_place (self, unit, host != 0 ? host : employer);
  if (employer != 0 && employer != host)
    write_organization_id (self, "on_behalf_of_id", CADRE_RECORD_KIND_ORGANISATION, employer);
}

static void
write_membership (PopoloWriter *self, const CadreTable *table, guint32 row)
{
  guint32 person = get_reference (self, table, CADRE_FIELD_ASSIGNMENT_PERSON, row);
  guint32 post = get_reference (self, table, CADRE_FIELD_ASSIGNMENT_POST, row);

  write_word (self, "role", table, CADRE_FIELD_ASSIGNMENT_BASIS, row);
  write_text (self, "person_id", person);
  write_text (self, "post_id", post);
  write_employer (self, table, row);
  write_date (self, "start_date", table, CADRE_FIELD_ASSIGNMENT_VALID_FROM, row);
  write_date (self, "end_date", table, CADRE_FIELD_ASSIGNMENT_VALID_TO, row);
}

typedef struct
{
  CadreRecordKind kind;
  const char *list; /* (nullable): NULL where the rows go on in the list before */
  void (*write) (PopoloWriter *self, const CadreTable *table, guint32 row);
} PopoloClass;

static const PopoloClass classes[] = {
  { CADRE_RECORD_KIND_PERSON, "persons", write_person },
  { CADRE_RECORD_KIND_ORGANISATION, "organizations", write_organisation },
  { CADRE_RECORD_KIND_BODY, NULL, write_body },
  { CADRE_RECORD_KIND_UNIT, NULL, write_unit },
  { CADRE_RECORD_KIND_ASSIGNMENT, "memberships", write_membership },
  { CADRE_RECORD_KIND_POST, "posts", write_post },
};

static void
write_row (PopoloWriter *self, const PopoloClass *klass, const CadreTable *table, guint32 row)
{
  guint32 id = cadre_table_code (table, 0, row);
  gboolean is_organization = klass->kind == CADRE_RECORD_KIND_ORGANISATION || klass->list == NULL;

  cadre_writer_begin_object (self->writer);
  if (id != 0 && is_organization)
    write_organization_id (self, "id", klass->kind, id);
  else
    write_text (self, "id", id);
  klass->write (self, table, row);
  cadre_writer_end_object (self->writer);
}

static gboolean
write_class (PopoloWriter *self,
             const PopoloClass *klass,
             GCancellable *cancellable,
             GError **error)
{
  const CadreTable *table = cadre_tables_get (self->tables, klass->kind);

  for (guint32 row = 0; row < table->n_rows; row++)
    {
      guint32 id = cadre_table_code (table, 0, row);

      if (row % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (row > 0 && id != 0 && id == cadre_table_code (table, 0, row - 1))
        self->lost.n_rows[klass->kind]++;
      else
        write_row (self, klass, table, row);
    }

  return TRUE;
}

static gboolean
write_classes (PopoloWriter *self, GCancellable *cancellable, GError **error)
{
  cadre_writer_begin_object (self->writer);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      if (classes[i].list != NULL)
        {
          if (i > 0)
            cadre_writer_end_array (self->writer);
          cadre_writer_member (self->writer, classes[i].list);
          cadre_writer_begin_array (self->writer);
        }
      if (!write_class (self, &classes[i], cancellable, error))
        return FALSE;
    }
  cadre_writer_end_array (self->writer);
  cadre_writer_end_object (self->writer);

  return cadre_writer_finish (self->writer, cancellable, error);
}

static void
report_lost (PopoloWriter *self, CadreIssueList *issues)
{
  static const CadreLostCodes codes = {
    .format = "Popolo",
    .record = "exchange.popolo.lost-record",
    .field = "exchange.popolo.lost-field",
    .language = "exchange.popolo.lost-language",
    .head = "exchange.popolo.lost-head",
  };
  gboolean is_english =
    strcmp (cadre_tables_text (self->tables, self->tables->language), "en") == 0;

  cadre_lost_count (&self->lost, self->tables, held);
  cadre_lost_count_heads (&self->lost, self->tables,
                          is_english ? 1u << CADRE_HEAD_FIELD_LANGUAGE : 0);
  cadre_lost_report (&self->lost, issues, &codes);
}

/**
 * cadre_popolo_write:
 * @structure: a #CadreStructure
 * @redaction: who it is for
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Writes a structure as Popolo JSON: one object with persons, organizations,
 * memberships and posts. Organisations, bodies and units are all organizations;
 * their ids have the kind and a slash before them.
 *
 * What Popolo has no place for is in the issues of the export, by field and with
 * how often: who manages whom above all.
 *
 * Returns: (transfer full): one file, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreExport *
cadre_popolo_write (CadreStructure *structure,
                    CadreRedaction *redaction,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (CadreExport) export = NULL;
  g_autoptr (CadreStructure) shown = NULL;
  g_autoptr (CadreWriter) writer = NULL;
  g_autoptr (GBytes) bytes = NULL;
  PopoloWriter self = { 0 };

  g_return_val_if_fail (CADRE_IS_STRUCTURE (structure), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  shown = cadre_redaction_apply (redaction, structure, error);
  if (shown == NULL)
    return NULL;

  export = cadre_export_new ();
  writer = cadre_writer_new_for_text ();
  self.writer = writer;
  self.tables = cadre_structure_get_tables (shown);
  if (!write_classes (&self, cancellable, error))
    return NULL;

  report_lost (&self, cadre_export_get_issues (export));
  bytes = cadre_writer_steal_bytes (writer);
  cadre_export_add_file (export, "popolo.json", "application/json", bytes);
  return g_steal_pointer (&export);
}
