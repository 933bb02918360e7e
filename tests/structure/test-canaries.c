/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Nothing comes out of a structure at a level but what the table of the levels
 * lets out: in documents, issues, errors, logs and on standard error. */

#include <stdio.h>

#include "canaries.h"

typedef struct
{
  CadreRedactionLevel level;
  gboolean has_key;
} Reader;

static void
fail (const Canary *canary, const char *fault, const char *where, const char *text)
{
  const CadreSchema *schema = cadre_schema_get (canary->kind);

  g_error ("%s of %s (%c, %s) is %s %s:\n%s", schema->fields[canary->field].name, schema->name,
           canary_sets[canary->set], canary->text, fault, where, text);
}

static void
assert_only_allowed (GArray *canaries, const Reader *reader, const char *where, const char *text)
{
  for (guint i = 0; text != NULL && i < canaries->len; i++)
    {
      const Canary *canary = &g_array_index (canaries, Canary, i);

      if (canary_is_in (canary, text) &&
          !canary_is_allowed (canary, reader->level, reader->has_key))
        fail (canary, "in", where, text);
    }
}

/* What must be there, so that the test does not succeed with an empty page. */
static gboolean
is_expected (const Canary *canary, const Reader *reader)
{
  if (canary_level_has_subject (reader->level) && canary->origin == CANARY_OF_FIELD &&
      canary_sets[canary->set] != 'A')
    return FALSE;

  return canary_is_allowed (canary, reader->level, reader->has_key);
}

static void
assert_issues (GArray *canaries, const Reader *reader, CadreIssueList *issues)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);

      assert_only_allowed (canaries, reader, "a message", cadre_issue_get_message (issue));
      assert_only_allowed (canaries, reader, "an origin", cadre_issue_get_origin (issue));
      assert_only_allowed (canaries, reader, "a subject", cadre_issue_get_subject (issue));
      assert_only_allowed (canaries, reader, "a suggestion", cadre_issue_get_suggestion (issue));
    }
}

static void
test_level (gconstpointer data)
{
  const Reader *reader = data;
  g_autoptr (GArray) canaries = g_array_new (FALSE, FALSE, sizeof (Canary));
  g_autoptr (CadreStructure) structure = canary_structure_new (0, canaries);
  g_autoptr (CadreRedaction) redaction = canary_redaction_new (reader->level, reader->has_key);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = cadre_structure_to_text (structure, redaction, &error);
  g_autoptr (CadreStructure) shown = NULL;

  g_assert_no_error (error);
  assert_only_allowed (canaries, reader, "the document", text);
  g_assert_null (strstr (text, "canarykey"));
  for (guint i = 0; i < canaries->len; i++)
    {
      const Canary *canary = &g_array_index (canaries, Canary, i);

      if (is_expected (canary, reader) && !canary_is_in (canary, text))
        fail (canary, "not in", "the document", text);
    }

  shown = cadre_redaction_apply (redaction, structure, &error);
  g_assert_no_error (error);
  assert_issues (canaries, reader, cadre_structure_get_issues (shown));
}

/* Whether a cell says something that a silent row does not. */
static gboolean
is_said (const CadreTables *tables, const CadreTable *table, guint i, guint32 row)
{
  const CadreField *field = &cadre_schema_get (table->kind)->fields[i];

  if (table->columns[i] == NULL)
    return FALSE;
  if (field->kind == CADRE_FIELD_KIND_FRACTION)
    return cadre_tables_fraction_form (tables, table, i, row) != CADRE_FRACTION_ABSENT;
  if (field->kind == CADRE_FIELD_KIND_PENCE)
    return cadre_table_pence (table, i, row) >= 0;
  if (cadre_field_kind_size (field->kind) == 1)
    return cadre_table_word (table, i, row) != field->initial;
  if (field->kind == CADRE_FIELD_KIND_INTEGER)
    return cadre_table_integer (table, i, row) != field->initial;

  return cadre_table_code (table, i, row) != 0;
}

static gboolean
is_in_table (CadreRedactionLevel level, CadreRecordKind kind, const char *field)
{
  return cadre_redaction_cell (level, kind, field) != CADRE_REDACTION_CELL_HIDDEN ||
         cadre_redaction_cell_around (level, kind, field) != CADRE_REDACTION_CELL_HIDDEN ||
         (level == CADRE_REDACTION_LEVEL_STATISTICS && strcmp (field, "id") == 0);
}

/* What cannot be looked for, such as words of few letters, is not there either:
 * no cell says anything that the table does not let out. */
static void
test_cells (gconstpointer data)
{
  const Reader *reader = data;
  g_autoptr (GArray) canaries = g_array_new (FALSE, FALSE, sizeof (Canary));
  g_autoptr (CadreStructure) structure = canary_structure_new (0, canaries);
  g_autoptr (CadreRedaction) redaction = canary_redaction_new (reader->level, reader->has_key);
  g_autoptr (CadreStructure) shown = cadre_redaction_apply (redaction, structure, NULL);
  const CadreTables *tables = cadre_structure_get_tables (shown);

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    for (guint i = 0; i < cadre_schema_get (kind)->n_fields; i++)
      for (guint32 row = 0; row < tables->tables[kind].n_rows; row++)
        if (is_said (tables, &tables->tables[kind], i, row) &&
            !is_in_table (reader->level, kind, cadre_schema_get (kind)->fields[i].name))
          g_error ("%s of %s says something", cadre_schema_get (kind)->fields[i].name,
                   cadre_schema_get (kind)->name);
}

/* The table says something of every field of the schema or of none of it, names
 * no other, and never hides what a silent row would be taken to say. */
static void
test_table (void)
{
  for (guint l = 1; l < G_N_ELEMENTS (canary_levels); l++)
    for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
      for (guint i = 0; i < cadre_schema_get (kind)->n_fields; i++)
        {
          const CadreField *field = &cadre_schema_get (kind)->fields[i];
          gboolean is_unsaid = field->initial == -1 || field->initial == 0;

          if (cadre_field_kind_size (field->kind) == 1 && field->kind == CADRE_FIELD_KIND_TRUTH)
            is_unsaid = field->initial == CADRE_TRUTH_UNKNOWN;
          if (!cadre_redaction_shows_kind (canary_levels[l], kind, TRUE) || is_unsaid ||
              field->kind <= CADRE_FIELD_KIND_VALID_TO || field->kind == CADRE_FIELD_KIND_FRACTION)
            continue;
          if (cadre_redaction_cell (canary_levels[l], kind, field->name) !=
              CADRE_REDACTION_CELL_SHOWN)
            g_error ("%s of %s is hidden at %u, and read as something else", field->name,
                     cadre_schema_get (kind)->name, canary_levels[l]);
        }
}

/* A document each of whose values is of the wrong form. */
static char *
make_broken (GArray *canaries)
{
  GString *text = g_string_new ("{\"cadre\": \"structure\", \"version\": 1, \"notes\": "
                                "{\"canary00000z\": 1}");
  guint n = 0;

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      const CadreSchema *schema = cadre_schema_get (kind);

      g_string_append_printf (text, ", \"%s\": [", schema->plural);
      for (guint i = schema->keys == NULL; i < schema->n_fields; i++)
        {
          Canary canary = { .origin = CANARY_OF_EXTRA, .kind = kind, .field = i };

          g_snprintf (canary.text, sizeof (canary.text), "canary%05uz", ++n);
          g_array_append_val (canaries, canary);
          g_string_append_printf (text, "%s{", i > (schema->keys == NULL) ? ", " : "");
          if (schema->keys == NULL)
            g_string_append_printf (text, "\"id\": \"row-%u\", ", i);
          g_string_append_printf (text, "\"%s\": {\"%s\": [\"%s\"]}}", schema->fields[i].name,
                                  canary.text, canary.text);
        }
      g_string_append_c (text, ']');
    }

  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static CadreStructure *
load (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return cadre_structure_load_bytes (bytes, NULL, NULL, error);
}

/* Below the full level nothing of what could not be read comes out, and at no
 * level in an issue. */
static void
test_broken (void)
{
  g_autoptr (GArray) canaries = g_array_new (FALSE, FALSE, sizeof (Canary));
  g_autofree char *text = make_broken (canaries);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) structure = load (text, &error);
  const Reader nobody = { CADRE_REDACTION_LEVEL_STATISTICS, FALSE };

  g_assert_no_error (error);
  g_assert_cmpuint (cadre_issue_list_get_total (cadre_structure_get_issues (structure)), >=,
                    canaries->len / 2);
  assert_issues (canaries, &nobody, cadre_structure_get_issues (structure));

  for (guint l = 1; l < G_N_ELEMENTS (canary_levels); l++)
    {
      const Reader reader = { canary_levels[l], TRUE };
      g_autoptr (CadreRedaction) redaction = cadre_redaction_new (canary_levels[l]);
      const char *const rows[] = { "row-1", "row-2", NULL };
      const char *const one[] = { "row-3", NULL };
      g_autofree char *shown = NULL;

      cadre_redaction_set_subject_posts (redaction, rows);
      cadre_redaction_set_subject_assignments (redaction, one);
      shown = cadre_structure_to_text (structure, redaction, &error);
      g_assert_no_error (error);
      assert_only_allowed (canaries, &reader, "the document", shown);
    }
}

/* Wherever a document ends or goes wrong, the error does not say what is there. */
static void
test_errors (void)
{
  static const char *const texts[] = {
    "{\"cadre\": \"structure\", \"version\": 1, \"posts\": [\"canary00001z\"]}",
    "{\"cadre\": \"structure\", \"version\": 1, \"posts\": {\"canary00001z\": 1}}",
    "{\"cadre\": \"structure\", \"version\": 1, \"persons\": [{\"id\": \"canary00001z\", ]}",
    "{\"cadre\": \"structure\", \"version\": 1, \"persons\": [{\"name\": "
    "\"canary00001z\\ud800\"}]}",
    "{\"cadre\": \"structure\", \"version\": 1, \"persons\": [{\"name\": canary00001z}]}",
    "{\"cadre\": \"canary00001z\", \"version\": 1}",
    "{\"cadre\": \"structure\", \"version\": \"canary00001z\"}",
    "{\"cadre\": \"structure\", \"version\": 1, \"persons\": [{\"id\": \"a\", \"name\": "
    "\"canary00001z\", \"name\": \"canary00001z\"}]}",
  };
  const char *whole =
    "{\"cadre\": \"structure\", \"version\": 1, \"persons\": [{\"name\": \"canary00001z\"}]}";

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreStructure) structure = load (texts[i], &error);

      g_assert_true (structure != NULL || error != NULL);
      g_assert_true (error == NULL || strstr (error->message, "canary") == NULL);
    }

  for (gsize length = 0; length < strlen (whole); length++)
    {
      g_autofree char *part = g_strndup (whole, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (load (part, &error));
      g_assert_nonnull (error);
      g_assert_null (strstr (error->message, "canary"));
    }
}

static GLogWriterOutput
refuse_log (GLogLevelFlags log_level,
            const GLogField *fields,
            gsize n_fields,
            G_GNUC_UNUSED gpointer user_data)
{
  g_autofree char *message = g_log_writer_format_fields (log_level, fields, n_fields, FALSE);

  fprintf (stderr, "canary-logged: %s\n", message);
  return G_LOG_WRITER_HANDLED;
}

/* Nothing is logged and nothing printed, with all debugging switched on. */
static void
test_silence (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stderr_unmatched ("*canary*");
      return;
    }

  g_setenv ("G_MESSAGES_DEBUG", "all", TRUE);
  g_log_set_writer_func (refuse_log, NULL, NULL);
  for (guint l = 0; l < G_N_ELEMENTS (canary_levels); l++)
    {
      const Reader reader = { canary_levels[l], TRUE };

      test_level (&reader);
    }
  test_broken ();
  test_errors ();
}

int
main (int argc, char *argv[])
{
  static Reader readers[2 * G_N_ELEMENTS (canary_levels)];

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    {
      g_autoptr (GEnumClass) levels = g_type_class_ref (CADRE_TYPE_REDACTION_LEVEL);
      const char *level = NULL;
      g_autofree char *text = NULL;
      g_autofree char *cells = NULL;

      readers[i].level = canary_levels[i / 2];
      readers[i].has_key = i % 2 != 0;
      level = g_enum_get_value (levels, (int) readers[i].level)->value_nick;
      text = g_strdup_printf ("/structure/canaries/text/%s%s", level, i % 2 ? "/key" : "/no-key");
      cells = g_strdup_printf ("/structure/canaries/cells/%s%s", level, i % 2 ? "/key" : "/no-key");
      g_test_add_data_func (text, &readers[i], test_level);
      if (readers[i].level != CADRE_REDACTION_LEVEL_FULL)
        g_test_add_data_func (cells, &readers[i], test_cells);
    }
  g_test_add_func ("/structure/canaries/table", test_table);
  g_test_add_func ("/structure/canaries/broken", test_broken);
  g_test_add_func ("/structure/canaries/errors", test_errors);
  g_test_add_func ("/structure/canaries/silence", test_silence);

  return g_test_run ();
}
