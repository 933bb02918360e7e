/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Structures in which every field of every kind of record has a value of its
 * own, which is found again wherever it comes out. They are made from the
 * schema, so that a new field is in them from its first day.
 *
 * There are three sets of records: A, which is the subject where a level has
 * one; B beside it, whose post two people hold; and C, whose post and unit are
 * above those of A. */

#pragma once

#include "base/cadre-date-private.h"
#include "structure/cadre-redaction-private.h"
#include "structure/cadre-structure-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre.h>

#include <string.h>

typedef enum
{
  CANARY_OF_FIELD,
  CANARY_OF_HEAD,  /* what every level shows of the document itself */
  CANARY_OF_EXTRA, /* an unknown member, or a remark on the document */
} CanaryOrigin;

typedef struct
{
  char text[40];
  CanaryOrigin origin;
  guint kind;
  guint field;
  guint set;
} Canary;

#define N_SETS 3
static const char canary_sets[N_SETS] = { 'A', 'B', 'C' };

typedef struct
{
  CadreTables *tables;
  GArray *canaries; /* of Canary */
  guint n;          /* how many values have been made */
} CanaryMaker;

static inline guint32
canary_intern (CanaryMaker *self, const char *text)
{
  guint32 code = 0;

  g_assert_true (cadre_tables_intern (self->tables, text, strlen (text), &code, NULL));
  return code;
}

/* Notes a value that will be looked for. */
static inline void
canary_note (CanaryMaker *self,
             const char *text,
             CanaryOrigin origin,
             guint kind,
             guint field,
             guint set)
{
  Canary canary = { .origin = origin, .kind = kind, .field = field, .set = set };

  g_assert_cmpuint (g_strlcpy (canary.text, text, sizeof (canary.text)), <, sizeof (canary.text));
  g_array_append_val (self->canaries, canary);
}

static inline char *
canary_id (guint kind, guint set)
{
  return g_strdup_printf ("canaryid%02u%c", kind, canary_sets[set]);
}

static inline guint32
canary_text (CanaryMaker *self, CanaryOrigin origin, guint kind, guint field, guint set)
{
  g_autofree char *text = g_strdup_printf ("canary%05uz", ++self->n);

  canary_note (self, text, origin, kind, field, set);
  return canary_intern (self, text);
}

/* The set that a reference leads to: its own, but that A is under C. */
static inline guint
canary_target_set (guint kind, guint field, guint set)
{
  gboolean is_upward = (kind == CADRE_RECORD_KIND_LINE && field == CADRE_FIELD_LINE_MANAGER) ||
                       (kind == CADRE_RECORD_KIND_UNIT && field == CADRE_FIELD_UNIT_PARENT);

  return is_upward && canary_sets[set] == 'A' ? 2 : set;
}

static inline guint32
canary_reference (CanaryMaker *self, const CadreField *field, guint kind, guint i, guint set)
{
  g_autofree char *id = canary_id (field->target, canary_target_set (kind, i, set));

  /* Whoever is at the top is under nobody. */
  if (kind == CADRE_RECORD_KIND_LINE && i == CADRE_FIELD_LINE_MANAGER && canary_sets[set] != 'A')
    return CADRE_STRING_NONE;
  if (kind == CADRE_RECORD_KIND_UNIT && i == CADRE_FIELD_UNIT_PARENT && canary_sets[set] != 'A')
    return CADRE_STRING_NONE;

  return canary_intern (self, id);
}

static inline guint32
canary_list (CanaryMaker *self, const CadreField *field, guint kind, guint i, guint set)
{
  guint32 codes[2] = { 0 };
  guint n = 0;
  guint32 offset = 0;

  if (field->kind == CADRE_FIELD_KIND_REFERENCES)
    codes[n++] = canary_reference (self, field, kind, i, set);
  else
    codes[n++] = canary_text (self, CANARY_OF_FIELD, kind, i, set);
  if (field->kind == CADRE_FIELD_KIND_ATTRIBUTES)
    codes[n++] = canary_text (self, CANARY_OF_FIELD, kind, i, set);

  g_assert_true (cadre_tables_add_list (self->tables, codes, n, &offset, NULL));
  return offset;
}

/* A day of its own: first days long ago, last days long from now. */
static inline guint32
canary_date (CanaryMaker *self, CadreFieldKind field_kind, guint kind, guint field, guint set)
{
  guint n = ++self->n;
  guint32 packed =
    cadre_packed_date ((field_kind == CADRE_FIELD_KIND_VALID_TO ? 2300 : 1500) + n / 300,
                       n / 25 % 12 + 1, n % 25 + 1);
  char text[11] = "";

  cadre_packed_date_format (packed, text);
  canary_note (self, text, CANARY_OF_FIELD, kind, field, set);
  return packed;
}

static inline gint64
canary_integer (CanaryMaker *self, guint kind, guint field, guint set)
{
  gint64 number = 700000 + ++self->n;
  g_autofree char *text = NULL;

  /* A case has so many positions: few enough to be run. */
  if (kind == CADRE_RECORD_KIND_POST && field == CADRE_FIELD_POST_ESTABLISHMENT)
    number = 1001 + 2 * set + (self->n > 50000);

  text = g_strdup_printf ("%" G_GINT64_FORMAT, number);
  canary_note (self, text, CANARY_OF_FIELD, kind, field, set);
  return number;
}

static inline gint64
canary_pence (CanaryMaker *self, guint kind, guint field, guint set)
{
  gint64 pounds = 800000 + ++self->n;
  g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT ".07", pounds);

  canary_note (self, text, CANARY_OF_FIELD, kind, field, set);
  return pounds * 100 + 7;
}

/* A word that a silent row does not have; what keeps a post out of all totals
 * stays as it is. */
static inline int
canary_word (const CadreField *field, guint kind, guint i)
{
  g_autoptr (GEnumClass) words = NULL;

  if (kind == CADRE_RECORD_KIND_POST && i == CADRE_FIELD_POST_OUTSIDE)
    return CADRE_TRUTH_FALSE;
  if (kind == CADRE_RECORD_KIND_LINE)
    return CADRE_LINE_KIND_MANAGEMENT;
  if (field->kind == CADRE_FIELD_KIND_TRUTH)
    return CADRE_TRUTH_TRUE;

  words = g_type_class_ref (field->get_type ());
  for (guint j = 0; j < words->n_values; j++)
    if (words->values[j].value != 0 && words->values[j].value != field->initial)
      return words->values[j].value;

  g_assert_not_reached ();
}

static inline void
canary_set_translation (CanaryMaker *self, guint kind, guint field, guint32 row, guint set)
{
  CadreTranslation translation = { .kind = (guint8) kind, .field = (guint8) field, .row = row };

  translation.language = canary_intern (self, "cy");
  translation.text = canary_text (self, CANARY_OF_FIELD, kind, field, set);
  g_assert_true (cadre_tables_add_translation (self->tables, &translation, NULL));
}

/* A rung, by which a post is among the top three or is not: too small a number to
 * be looked for. 0 where the field is something else. */
static inline gint64
canary_rung (guint kind, guint field, guint set)
{
  if (kind == CADRE_RECORD_KIND_POST && field == CADRE_FIELD_POST_TIER)
    return canary_sets[set] == 'A' ? 2 : 1;
  if (kind == CADRE_RECORD_KIND_TIER_SCALE && field == CADRE_FIELD_TIER_SCALE_TOP_RUNG)
    return 1;

  return kind == CADRE_RECORD_KIND_TIER_EQUIVALENCE &&
         (field == CADRE_FIELD_TIER_EQUIVALENCE_RUNG ||
          field == CADRE_FIELD_TIER_EQUIVALENCE_OTHER_RUNG);
}

static inline gint64
canary_number (CanaryMaker *self, const CadreField *field, guint kind, guint i, guint set)
{
  if (canary_rung (kind, i, set) > 0)
    return canary_rung (kind, i, set);
  if (field->kind == CADRE_FIELD_KIND_INTEGER)
    return canary_integer (self, kind, i, set);
  if (field->kind == CADRE_FIELD_KIND_PENCE)
    return canary_pence (self, kind, i, set);

  return canary_word (field, kind, i);
}

static inline guint32
canary_code (CanaryMaker *self, const CadreField *field, guint kind, guint i, guint set)
{
  if (field->kind == CADRE_FIELD_KIND_ID)
    {
      g_autofree char *id = canary_id (kind, set);

      canary_note (self, id, CANARY_OF_FIELD, kind, i, set);
      return canary_intern (self, id);
    }

  if (field->kind == CADRE_FIELD_KIND_REFERENCE)
    return canary_reference (self, field, kind, i, set);
  if (cadre_field_kind_is_text (field->kind))
    return canary_text (self, CANARY_OF_FIELD, kind, i, set);
  if (field->kind <= CADRE_FIELD_KIND_ATTRIBUTES)
    return canary_list (self, field, kind, i, set);

  return canary_date (self, field->kind, kind, i, set);
}

static inline void
canary_set_field (CanaryMaker *self, guint kind, guint i, guint32 row, guint set)
{
  const CadreField *field = &cadre_schema_get (kind)->fields[i];
  gboolean ok = FALSE;

  if (field->kind == CADRE_FIELD_KIND_FRACTION)
    ok = cadre_tables_set_fraction (self->tables, kind, row, i, CADRE_FRACTION_EXACT,
                                    canary_integer (self, kind, i, set), 1, NULL);
  else if (field->kind <= CADRE_FIELD_KIND_VALID_TO)
    ok = cadre_tables_set_code (self->tables, kind, row, i, canary_code (self, field, kind, i, set),
                                NULL);
  else
    ok = cadre_tables_set_number (self->tables, kind, row, i,
                                  canary_number (self, field, kind, i, set), NULL);

  g_assert_true (ok);
  if (field->kind == CADRE_FIELD_KIND_TEXT)
    canary_set_translation (self, kind, i, row, set);
}

static inline guint32
canary_extra (CanaryMaker *self, guint kind, guint set)
{
  g_autofree char *member = g_strdup_printf ("canary%05uz", ++self->n);
  g_autofree char *value = g_strdup_printf ("canary%05uz", ++self->n);
  g_autofree char *object = g_strdup_printf ("{\"%s\":\"%s\"}", member, value);

  canary_note (self, member, CANARY_OF_EXTRA, kind, 0, set);
  canary_note (self, value, CANARY_OF_EXTRA, kind, 0, set);
  return canary_intern (self, object);
}

static inline void
canary_add_record (CanaryMaker *self, guint kind, guint set)
{
  guint32 row = 0;

  g_assert_true (cadre_tables_append (self->tables, kind, &row, NULL));
  for (guint i = 0; i < cadre_schema_get (kind)->n_fields; i++)
    canary_set_field (self, kind, i, row, set);
  g_assert_true (
    cadre_tables_set_extra (self->tables, kind, row, canary_extra (self, kind, set), NULL));
}

/* Somebody else who holds the post of the set B. */
static inline void
canary_add_second_holder (CanaryMaker *self)
{
  g_autofree char *post = canary_id (CADRE_RECORD_KIND_POST, 1);
  guint32 person = 0;
  guint32 row = 0;

  g_assert_true (cadre_tables_append (self->tables, CADRE_RECORD_KIND_PERSON, &person, NULL));
  g_assert_true (cadre_tables_set_code (self->tables, CADRE_RECORD_KIND_PERSON, person, 0,
                                        canary_intern (self, "second"), NULL));
  g_assert_true (cadre_tables_append (self->tables, CADRE_RECORD_KIND_ASSIGNMENT, &row, NULL));
  g_assert_true (cadre_tables_set_code (self->tables, CADRE_RECORD_KIND_ASSIGNMENT, row,
                                        CADRE_FIELD_ASSIGNMENT_PERSON,
                                        canary_intern (self, "second"), NULL));
  g_assert_true (cadre_tables_set_code (self->tables, CADRE_RECORD_KIND_ASSIGNMENT, row,
                                        CADRE_FIELD_ASSIGNMENT_POST, canary_intern (self, post),
                                        NULL));
}

static inline void
canary_fill_head (CanaryMaker *self)
{
  CadreTables *tables = self->tables;
  guint32 note = canary_text (self, CANARY_OF_EXTRA, 0, 0, 0);

  tables->id = canary_text (self, CANARY_OF_HEAD, 0, 0, 0);
  tables->title = canary_text (self, CANARY_OF_HEAD, 0, 0, 0);
  tables->source = canary_text (self, CANARY_OF_HEAD, 0, 0, 0);
  tables->licence = canary_text (self, CANARY_OF_HEAD, 0, 0, 0);
  tables->as_of = cadre_packed_date (2026, 4, 1);
  tables->extra = canary_extra (self, 0, 0);
  g_assert_true (cadre_tables_add_list (tables, &note, 1, &tables->notes, NULL));
}

/* A structure, and in @canaries all that is to be looked for. @first tells the
 * values of one structure from those of another. */
static inline CadreStructure *
canary_structure_new (guint first, GArray *canaries)
{
  g_autoptr (CadreStringTable) strings = cadre_string_table_new ();
  g_autoptr (GError) error = NULL;
  CanaryMaker self = { .tables = cadre_tables_new (strings), .canaries = canaries, .n = first };
  CadreStructure *structure = NULL;

  canary_fill_head (&self);
  for (guint set = 0; set < N_SETS; set++)
    for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
      canary_add_record (&self, kind, set);
  canary_add_second_holder (&self);

  structure = cadre_structure_seal (self.tables, cadre_issue_list_new (10000), NULL, &error);
  g_assert_no_error (error);
  return structure;
}

/* Whether @text holds a canary that is not part of a longer word or number. */
static inline gboolean
canary_is_in (const Canary *canary, const char *text)
{
  gsize length = strlen (canary->text);

  for (const char *at = strstr (text, canary->text); at != NULL; at = strstr (at + 1, canary->text))
    {
      char before = at > text ? at[-1] : ' ';
      char after = at[length];

      if (!g_ascii_isalnum (before) && !g_ascii_isalnum (after))
        return TRUE;
    }

  return FALSE;
}

static const CadreRedactionLevel canary_levels[] = {
  CADRE_REDACTION_LEVEL_FULL,
  CADRE_REDACTION_LEVEL_CONSULTATION,
  CADRE_REDACTION_LEVEL_MANAGER,
  CADRE_REDACTION_LEVEL_PANEL,
  CADRE_REDACTION_LEVEL_UNION,
  CADRE_REDACTION_LEVEL_COMMITTEE_PUBLIC,
  CADRE_REDACTION_LEVEL_COMMITTEE_EXEMPT,
  CADRE_REDACTION_LEVEL_FINANCE,
  CADRE_REDACTION_LEVEL_SELF,
  CADRE_REDACTION_LEVEL_TRANSPARENCY_CODE,
  CADRE_REDACTION_LEVEL_STATISTICS,
};

/* A redaction whose subject is the set A. */
static inline CadreRedaction *
canary_redaction_new (CadreRedactionLevel level, gboolean has_key)
{
  CadreRedaction *redaction = cadre_redaction_new (level);
  g_autoptr (GBytes) key = g_bytes_new_static ("canarykey0123456", 16);
  g_autofree char *post = canary_id (CADRE_RECORD_KIND_POST, 0);
  g_autofree char *assignment = canary_id (CADRE_RECORD_KIND_ASSIGNMENT, 0);
  const char *const posts[] = { post, NULL };
  const char *const assignments[] = { assignment, NULL };

  cadre_redaction_set_subject_posts (redaction, posts);
  cadre_redaction_set_subject_assignments (redaction, assignments);
  if (has_key)
    cadre_redaction_set_pseudonym_key (redaction, key);
  return redaction;
}

static inline gboolean
canary_level_has_subject (CadreRedactionLevel level)
{
  return level == CADRE_REDACTION_LEVEL_MANAGER || level == CADRE_REDACTION_LEVEL_PANEL ||
         level == CADRE_REDACTION_LEVEL_SELF;
}

/* What the table says of a canary of a set that is not the subject. */
static inline CadreRedactionCell
canary_cell_beside (const Canary *canary, CadreRedactionLevel level, const char *field)
{
  static const guint of_subject[] = {
    CADRE_RECORD_KIND_RESPONSIBILITY, CADRE_RECORD_KIND_FUNDING,    CADRE_RECORD_KIND_STATEMENT,
    CADRE_RECORD_KIND_LINEAGE,        CADRE_RECORD_KIND_PERSON,     CADRE_RECORD_KIND_ASSIGNMENT,
    CADRE_RECORD_KIND_ABSENCE,        CADRE_RECORD_KIND_SUCCESSION,
  };

  if (canary_sets[canary->set] == 'B')
    return CADRE_REDACTION_CELL_HIDDEN;

  for (guint i = 0; i < G_N_ELEMENTS (of_subject); i++)
    if (of_subject[i] == canary->kind)
      return CADRE_REDACTION_CELL_HIDDEN;

  return cadre_redaction_cell_around (level, canary->kind, field);
}

/* Whether the table lets a canary appear. */
static inline gboolean
canary_is_allowed (const Canary *canary, CadreRedactionLevel level, gboolean has_key)
{
  const char *field = cadre_schema_get (canary->kind)->fields[canary->field].name;
  CadreRedactionCell cell = cadre_redaction_cell (level, canary->kind, field);

  if (level == CADRE_REDACTION_LEVEL_FULL || canary->origin == CANARY_OF_HEAD)
    return TRUE;
  if (canary->origin == CANARY_OF_EXTRA ||
      !cadre_redaction_shows_kind (level, canary->kind, has_key))
    return FALSE;

  if (canary_level_has_subject (level) && canary_sets[canary->set] != 'A')
    cell = canary_cell_beside (canary, level, field);
  if (cell == CADRE_REDACTION_CELL_SEVERAL || cell == CADRE_REDACTION_CELL_OUTCOME)
    return canary_sets[canary->set] == 'B';

  return cell == CADRE_REDACTION_CELL_SHOWN;
}
