/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre.h>

#include <string.h>

/* Extracts for the tests of the reader and of the change feed. */

typedef struct
{
  const char *table;
  const char *file; /* in tests/data/extracts */
} ExtractFile;

typedef struct
{
  const char *map;
  ExtractFile files[6];
} ExtractSample;

static const ExtractSample extract_samples[] = {
  { "dynamics-position-hierarchy",
    { { "departments", "dynamics-departments.csv" },
      { "positions", "dynamics-positions.csv" },
      { "hierarchy", "dynamics-hierarchy.csv" },
      { "workers", "dynamics-workers.csv" },
      { "assignments", "dynamics-assignments.csv" } } },
  { "esr-assignments", { { "assignments", "esr-assignments.csv" } } },
  { "itrent-assignments", { { "assignments", "itrent-assignments.csv" } } },
  { "sap-om", { { "objects", "sap-objects.csv" }, { "relations", "sap-relations.csv" } } },
};

static inline GBytes *
extract_load_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "data", "extracts", name, NULL);
  char *content = NULL;
  gsize size = 0;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  return g_bytes_new_take (content, size);
}

static inline CadreImport *
extract_read_sample (const ExtractSample *sample)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreFieldMap) map = cadre_field_map_new_shipped (sample->map, &error);
  g_autoptr (CadreExtractReader) reader = NULL;
  CadreImport *import = NULL;

  g_assert_no_error (error);
  reader = cadre_extract_reader_new (map);
  for (guint i = 0; i < G_N_ELEMENTS (sample->files) && sample->files[i].table != NULL; i++)
    {
      g_autoptr (GBytes) bytes = extract_load_file (sample->files[i].file);

      g_assert_true (
        cadre_extract_reader_add_bytes (reader, sample->files[i].table, bytes, &error));
      g_assert_no_error (error);
    }

  import = cadre_extract_reader_read (reader, NULL, &error);
  g_assert_no_error (error);
  return import;
}

/* "code at origin (subject)" for each issue, and line breaks between them. */
static inline char *
extract_tell_issues (CadreIssueList *issues)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);
      const char *code = cadre_issue_get_code (issue);

      if (told->len > 0)
        g_string_append_c (told, '\n');
      if (g_str_has_prefix (code, "exchange.extract."))
        code += strlen ("exchange.extract.");
      g_string_append (told, code);
      if (cadre_issue_get_origin (issue) != NULL)
        g_string_append_printf (told, " at %s", cadre_issue_get_origin (issue));
      if (cadre_issue_get_subject (issue) != NULL)
        g_string_append_printf (told, " (%s)", cadre_issue_get_subject (issue));
    }

  return g_string_free (told, FALSE);
}

/* "posts grouped assignments other issues" as numbers. */
static inline char *
extract_tell_fates (CadreImport *import)
{
  return g_strdup_printf ("%u %u %u %u %u",
                          cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_POST),
                          cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_GROUPED_POST),
                          cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_ASSIGNMENT),
                          cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_OTHER),
                          cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_ISSUE));
}
