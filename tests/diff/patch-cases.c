/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "patch-cases.h"

#include <string.h>

static const char *const head_names[CASE_N_HEADS] = { "id",     "title",   "as-of", "language",
                                                      "source", "licence", "notes", "x-head" };

/* Texts as JSON. */
static const char *const texts[] = {
  "\"Head of Service\"",
  "\"Head of Service \"",
  "\"head of service\"",
  "\"Officer\"",
  "\"\"",
  "\"none\"",
  "\"null\"",
  "\"caf\\u00e9\"",
  "\"cafe\\u0301\"",
  "\"\\ud83d\\ude00 \\ud83c\\uddec\\ud83c\\udde7\"",
  "\"\\u05de\\u05e0\\u05d4\\u05dc \\u0645\\u062f\\u064a\\u0631\"",
  "\"\\u0001\\u001f\\u007f\\u0085\\u2028\"",
  "\"tab\\tline\\nreturn\\r\\b\\f\"",
  "\"\\\"quoted\\\" \\\\ / back\\\\\"",
  "\"{\\\"a\\\": 1}, [\\\"]\"",
  "\"\\u202eback\\u202c\\ufeff\"",
};

static guint
pick (CasePlan *self, guint n)
{
  return (guint) g_rand_int_range (self->rand, 0, (gint32) MAX (n, 1));
}

static gboolean
chance (CasePlan *self, guint one_in)
{
  return pick (self, one_in) == 0;
}

static const char *
keep (CasePlan *self, char *text)
{
  const char *kept = g_string_chunk_insert (self->texts, text);

  g_free (text);
  return kept;
}

static const char *
make_text (CasePlan *self)
{
  g_autofree char *many = NULL;

  if (!chance (self, 40))
    return texts[chance (self, 3) ? pick (self, G_N_ELEMENTS (texts)) : pick (self, 4)];

  many = g_strnfill (chance (self, 8) ? 70000 : 300, 'a');
  return keep (self, g_strdup_printf ("\"%s%u\"", many, pick (self, 3)));
}

static const char *
make_id (CasePlan *self, guint kind)
{
  if (chance (self, 60))
    return texts[7 + pick (self, G_N_ELEMENTS (texts) - 7)];

  return keep (self, g_strdup_printf ("\"%c%u\"", (char) ('A' + kind), pick (self, self->n_ids)));
}

static const char *
make_language (CasePlan *self)
{
  static const char *const languages[] = { "en", "cy", "gd", "" };

  return languages[chance (self, 30) ? 3 : pick (self, 3)];
}

static const char *
make_texts (CasePlan *self)
{
  const char *first = NULL;
  const char *second = NULL;

  if (!chance (self, 5))
    return make_text (self);

  first = make_language (self);
  second = make_language (self);
  if (strcmp (first, second) == 0)
    return keep (self, g_strdup_printf ("{\"%s\": %s}", first, make_text (self)));
  return keep (self, g_strdup_printf ("{\"%s\": %s, \"%s\": %s}", first, make_text (self), second,
                                      make_text (self)));
}

static const char *
make_date (CasePlan *self)
{
  static const char *const dates[] = { "\"2007\"",       "\"2007-04\"", "\"2007-04-01\"",
                                       "\"2008-02-29\"", "null",        "\"2012-12\"" };

  return dates[pick (self, G_N_ELEMENTS (dates))];
}

static const char *
make_fraction (CasePlan *self)
{
  static const char *const fractions[] = { "1",     "0.5",  "\"1/2\"", "\"3/7\"", "37",
                                           "18.50", "null", "0",       "\"2/4\"" };

  return fractions[pick (self, G_N_ELEMENTS (fractions))];
}

static const char *
make_word (CasePlan *self, const CadreField *field)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (field->get_type ());
  const GEnumValue *value = &words->values[pick (self, words->n_values)];

  if (value->value == 0 || chance (self, 12))
    return "null";
  return keep (self, g_strdup_printf ("\"%s\"", value->value_nick));
}

static const char *
make_list (CasePlan *self, const CadreField *field)
{
  GString *list = g_string_new ("[");
  const guint n = pick (self, 4);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "%s%s", i > 0 ? ", " : "",
                            field->kind == CADRE_FIELD_KIND_STRINGS
                              ? make_text (self)
                              : make_id (self, field->target));
  g_string_append_c (list, ']');
  return keep (self, g_string_free (list, FALSE));
}

/* Values that hardly any field can hold. */
static const char *
make_bad (CasePlan *self)
{
  static const char *const bad[] = { "-1",   "\"zzz\"", "true",         "{}", "[1]",
                                     "1e99", "[[]]",    "{\"a\": [2]}", "0.1" };

  return bad[pick (self, G_N_ELEMENTS (bad))];
}

static const char *
make_value (CasePlan *self, const CadreField *field)
{
  static const char *const truths[] = { "true", "false", "null" };
  static const char *const numbers[] = { "0", "1", "2", "3", "null", "2147483647" };
  static const char *const amounts[] = { "0", "30000", "30000.5", "12.34", "null" };

  if (chance (self, 50))
    return make_bad (self);
  switch (field->kind)
    {
    case CADRE_FIELD_KIND_TEXT:
      return make_texts (self);
    case CADRE_FIELD_KIND_REFERENCE:
      if (chance (self, 12))
        return chance (self, 2) ? "null" : "\"none\"";
      return make_id (self, field->target);
    case CADRE_FIELD_KIND_STRINGS:
    case CADRE_FIELD_KIND_REFERENCES:
      return make_list (self, field);
    case CADRE_FIELD_KIND_ATTRIBUTES:
      return keep (self, g_strdup_printf ("{\"b\": %s, \"a\\n\": %s}", make_text (self),
                                          make_text (self)));
    case CADRE_FIELD_KIND_DATE:
    case CADRE_FIELD_KIND_VALID_FROM:
    case CADRE_FIELD_KIND_VALID_TO:
      return make_date (self);
    case CADRE_FIELD_KIND_INTEGER:
      return numbers[pick (self, G_N_ELEMENTS (numbers))];
    case CADRE_FIELD_KIND_WORD:
      return make_word (self, field);
    case CADRE_FIELD_KIND_TRUTH:
      return truths[pick (self, G_N_ELEMENTS (truths))];
    case CADRE_FIELD_KIND_PENCE:
      return amounts[pick (self, G_N_ELEMENTS (amounts))];
    case CADRE_FIELD_KIND_FRACTION:
      return make_fraction (self);
    case CADRE_FIELD_KIND_ID:
    case CADRE_FIELD_KIND_STRING:
    default:
      return make_text (self);
    }
}

static const char *
make_extra (CasePlan *self)
{
  static const char *const extras[] = {
    "1", "\"x\"", "[1, {\"b\": null, \"a\": [\"}\"]}]", "{}", "\"\\u00e9\\n\"", "{\"z\": 1.50}"
  };

  return extras[pick (self, G_N_ELEMENTS (extras))];
}

static gboolean
is_key (const CadreSchema *schema, guint field)
{
  for (guint i = 0; i < schema->n_keys; i++)
    if (schema->keys[i] == field)
      return TRUE;

  return FALSE;
}

static CaseRow *
make_row (CasePlan *self, guint kind)
{
  const CadreSchema *schema = cadre_schema_get (kind);
  CaseRow *row = g_new0 (CaseRow, 1);

  row->kind = kind;
  for (guint i = 0; i < schema->n_fields; i++)
    if (schema->fields[i].kind == CADRE_FIELD_KIND_ID)
      row->values[i] =
        chance (self, kind == CADRE_RECORD_KIND_ASSIGNMENT ? 2 : 40) ? NULL : make_id (self, kind);
    else if (is_key (schema, i) ? !chance (self, 4) : chance (self, 7))
      row->values[i] = make_value (self, &schema->fields[i]);
  if (kind == CADRE_RECORD_KIND_POST && chance (self, 2))
    row->values[CASE_MANAGER] = chance (self, 30)   ? make_bad (self)
                                : chance (self, 12) ? "\"none\""
                                : chance (self, 12) ? "null"
                                                    : make_id (self, kind);
  if (chance (self, 12))
    row->values[CASE_EXTRA] = make_extra (self);

  return row;
}

static guint
pick_kind (CasePlan *self)
{
  static const guint8 common[] = { CADRE_RECORD_KIND_POST,           CADRE_RECORD_KIND_POST,
                                   CADRE_RECORD_KIND_LINE,           CADRE_RECORD_KIND_UNIT,
                                   CADRE_RECORD_KIND_ASSIGNMENT,     CADRE_RECORD_KIND_LINEAGE,
                                   CADRE_RECORD_KIND_RESPONSIBILITY, CADRE_RECORD_KIND_FUNDING };

  return chance (self, 4) ? pick (self, CADRE_N_RECORD_KINDS)
                          : common[pick (self, G_N_ELEMENTS (common))];
}

static void
change_head (CasePlan *self, CaseSketch *sketch)
{
  const guint i = pick (self, CASE_N_HEADS);
  const char *values[CASE_N_HEADS] = {
    [0] = make_text (self), [1] = make_texts (self), [2] = make_date (self), [4] = make_text (self),
    [5] = make_text (self), [6] = "[\"b\", \"a\"]",  [7] = make_extra (self)
  };

  values[3] = keep (self, g_strdup_printf ("\"%s\"", make_language (self)));
  if (chance (self, 10))
    values[i] = make_bad (self);
  if (i == 3 && !chance (self, 4))
    return;
  sketch->heads[i] = chance (self, 4) ? NULL : values[i];
}

static CaseRow *
pick_row (CasePlan *self, CaseSketch *sketch)
{
  return sketch->rows->len > 0 ? g_ptr_array_index (sketch->rows, pick (self, sketch->rows->len))
                               : NULL;
}

static void
change_field (CasePlan *self, CaseSketch *sketch)
{
  CaseRow *row = pick_row (self, sketch);
  CaseRow *other = NULL;
  guint field = 0;

  if (row == NULL)
    return;

  /* The value that a new row would have. */
  other = make_row (self, row->kind);
  field = chance (self, 5) ? (chance (self, 2) ? CASE_EXTRA : CASE_MANAGER)
                           : pick (self, cadre_schema_get (row->kind)->n_fields);
  if (field != CASE_MANAGER || row->kind == CADRE_RECORD_KIND_POST)
    row->values[field] = other->values[field] != NULL || chance (self, 2) ? other->values[field]
                         : field < CASE_MANAGER
                           ? make_value (self, &cadre_schema_get (row->kind)->fields[field])
                           : make_id (self, row->kind);
  g_free (other);
}

/* Gives a record another id, mostly with all that refers to it, and mostly said
 * in a lineage. */
static void
rename_record (CasePlan *self, CaseSketch *sketch)
{
  CaseRow *row = pick_row (self, sketch);
  const char *old = row != NULL ? row->values[0] : NULL;
  const char *new_ = NULL;
  const gboolean everywhere = !chance (self, 4);

  if (old == NULL || cadre_schema_get (row->kind)->keys != NULL)
    return;

  new_ = make_id (self, row->kind);
  for (guint i = 0; i < sketch->rows->len && everywhere; i++)
    {
      CaseRow *other = g_ptr_array_index (sketch->rows, i);

      for (guint k = 0; k < CADRE_MAX_FIELDS; k++)
        if (other->values[k] != NULL && strcmp (other->values[k], old) == 0)
          other->values[k] = new_;
    }
  row->values[0] = new_;
  if (row->kind == CADRE_RECORD_KIND_POST && !chance (self, 4))
    {
      static const char *const kinds[] = { "\"renamed\"", "\"continuing\"", "\"merge\"",
                                           "\"split\"" };
      CaseRow *lineage = g_new0 (CaseRow, 1);

      lineage->kind = CADRE_RECORD_KIND_LINEAGE;
      lineage->values[CADRE_FIELD_LINEAGE_POST] = new_;
      lineage->values[CADRE_FIELD_LINEAGE_PREDECESSOR] = old;
      lineage->values[CADRE_FIELD_LINEAGE_KIND] = kinds[chance (self, 3) ? pick (self, 4) : 0];
      g_ptr_array_add (sketch->rows, lineage);
    }
}

static void
change_once (CasePlan *self, CaseSketch *sketch)
{
  switch (pick (self, 10))
    {
    case 0:
    case 1:
      g_ptr_array_add (sketch->rows, make_row (self, pick_kind (self)));
      return;
    case 2:
      if (sketch->rows->len > 0)
        g_ptr_array_remove_index_fast (sketch->rows, pick (self, sketch->rows->len));
      return;
    case 3:
      if (sketch->rows->len > 0 && chance (self, 2))
        g_ptr_array_add (sketch->rows, g_memdup2 (pick_row (self, sketch), sizeof (CaseRow)));
      return;
    case 4:
      rename_record (self, sketch);
      return;
    case 5:
      if (chance (self, 2))
        change_head (self, sketch);
      return;
    default:
      change_field (self, sketch);
    }
}

static void
copy_sketch (CaseSketch *copy, const CaseSketch *sketch)
{
  memcpy (copy->heads, sketch->heads, sizeof (copy->heads));
  for (guint i = 0; i < sketch->rows->len; i++)
    g_ptr_array_add (copy->rows, g_memdup2 (g_ptr_array_index (sketch->rows, i), sizeof (CaseRow)));
}

/* Most cases are small: the smaller, the more there are in a second, and hardly
 * any fault needs many rows. */
static guint
pick_size (CasePlan *self)
{
  const guint n = pick (self, 1000);

  if (n < 800)
    return pick (self, 7);
  if (n < 980)
    return pick (self, 20);
  if (n < 990)
    return pick (self, 120);
  return pick (self, 2001);
}

CasePlan *
case_plan_new (guint32 seed)
{
  CasePlan *self = g_new0 (CasePlan, 1);
  guint size = 0;

  self->seed = seed;
  self->rand = g_rand_new_with_seed (seed);
  self->texts = g_string_chunk_new (1024);
  size = pick_size (self);
  self->n_ids = MAX (2, chance (self, 3) ? size / 4 : size);
  for (guint i = 0; i < CASE_N_VERSIONS; i++)
    self->versions[i].rows = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < size; i++)
    g_ptr_array_add (self->versions[0].rows, make_row (self, pick_kind (self)));
  for (guint i = 0; i < CASE_N_HEADS; i++)
    change_head (self, &self->versions[0]);
  for (guint i = 1; i < CASE_N_VERSIONS; i++)
    {
      const guint n = chance (self, 8) ? 0 : pick (self, chance (self, 3) ? size + 4 : 6);

      copy_sketch (&self->versions[i], &self->versions[chance (self, 20) ? 0 : i - 1]);
      for (guint k = 0; k < n; k++)
        change_once (self, &self->versions[i]);
    }

  return self;
}

void
case_plan_free (CasePlan *self)
{
  for (guint i = 0; i < CASE_N_VERSIONS; i++)
    g_ptr_array_unref (self->versions[i].rows);
  g_rand_free (self->rand);
  g_string_chunk_free (self->texts);
  g_free (self);
}

static const char *
name_value (guint kind, guint field)
{
  if (field == CASE_MANAGER)
    return "manager";
  return field == CASE_EXTRA ? "x-extra" : cadre_schema_get (kind)->fields[field].name;
}

static void
print_row (const CaseRow *row, GString *text)
{
  gboolean is_first = TRUE;

  g_string_append_c (text, '{');
  for (guint i = 0; i < CADRE_MAX_FIELDS; i++)
    if (row->values[i] != NULL)
      {
        g_string_append_printf (text, "%s\"%s\": %s", is_first ? "" : ", ",
                                name_value (row->kind, i), row->values[i]);
        is_first = FALSE;
      }
  g_string_append_c (text, '}');
}

char *
case_sketch_print (const CaseSketch *self)
{
  GString *text = g_string_new ("{\"cadre\": \"structure\", \"version\": 1");

  for (guint i = 0; i < CASE_N_HEADS; i++)
    if (self->heads[i] != NULL)
      g_string_append_printf (text, ", \"%s\": %s", head_names[i], self->heads[i]);
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      gboolean is_first = TRUE;

      for (guint i = 0; i < self->rows->len; i++)
        {
          const CaseRow *row = g_ptr_array_index (self->rows, i);

          if (row->kind != kind)
            continue;
          if (is_first)
            g_string_append_printf (text, ",\n\"%s\": [\n  ", cadre_schema_get (kind)->plural);
          else
            g_string_append (text, ",\n  ");
          print_row (row, text);
          is_first = FALSE;
        }
      if (!is_first)
        g_string_append (text, "]");
    }
  g_string_append (text, "}\n");

  return g_string_free (text, FALSE);
}

CadreStructure *
case_sketch_load (const CaseSketch *self)
{
  g_autofree char *text = case_sketch_print (self);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);

  if (structure == NULL)
    g_test_message ("%s: %s", error->message, text);
  g_assert_no_error (error);
  return structure;
}

/* Takes rows away, many at first. */
static gboolean
drop_rows (CasePlan *self, CaseSketch *sketch, gboolean (*fails) (const CasePlan *self))
{
  gboolean dropped = FALSE;

  for (guint n = MAX (sketch->rows->len / 2, 1); n > 0 && sketch->rows->len > 0; n /= 2)
    for (guint i = 0; i + n <= sketch->rows->len;)
      {
        GPtrArray *all = sketch->rows;
        GPtrArray *fewer = g_ptr_array_new ();

        for (guint k = 0; k < all->len; k++)
          if (k < i || k >= i + n)
            g_ptr_array_add (fewer, g_ptr_array_index (all, k));
        sketch->rows = fewer;
        if (fails (self))
          {
            dropped = TRUE; /* the rows themselves stay, for the little while */
          }
        else
          {
            sketch->rows = all;
            g_ptr_array_unref (fewer);
            i += n;
          }
      }

  return dropped;
}

static gboolean
drop_value (CasePlan *self, const char **value, gboolean (*fails) (const CasePlan *self))
{
  const char *kept = *value;

  if (kept == NULL)
    return FALSE;

  *value = NULL;
  if (fails (self))
    return TRUE;
  *value = kept;
  return FALSE;
}

static gboolean
drop_values (CasePlan *self, CaseSketch *sketch, gboolean (*fails) (const CasePlan *self))
{
  gboolean dropped = FALSE;

  for (guint i = 0; i < CASE_N_HEADS; i++)
    dropped = drop_value (self, &sketch->heads[i], fails) || dropped;
  for (guint i = 0; i < sketch->rows->len; i++)
    {
      CaseRow *row = g_ptr_array_index (sketch->rows, i);

      for (guint k = 0; k < CADRE_MAX_FIELDS; k++)
        dropped = drop_value (self, &row->values[k], fails) || dropped;
    }

  return dropped;
}

void
case_plan_shrink (CasePlan *self, gboolean (*fails) (const CasePlan *self))
{
  gboolean smaller = TRUE;

  while (smaller)
    {
      smaller = FALSE;
      for (guint i = 0; i < CASE_N_VERSIONS; i++)
        smaller = drop_rows (self, &self->versions[i], fails) || smaller;
      for (guint i = 0; i < CASE_N_VERSIONS; i++)
        smaller = drop_values (self, &self->versions[i], fails) || smaller;
    }
}
