/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "fuzz-target.h"

#include <cadre/cadre.h>

#include <string.h>

/* A field map, a line of its own, and a table. Whatever the two are: a map that
 * loads is written as it was read, each row that is not blank meets one fate, what
 * a feed writes is read again, and a draft of the table reads the table. */

#define MARK "\n=====\n"

static CadreLimits *
make_limits (void)
{
  CadreLimits *limits = cadre_limits_new_bounded ();

  cadre_limits_set_max_bytes (limits, 1 << 20);
  cadre_limits_set_max_rows (limits, 10000);
  cadre_limits_set_max_members (limits, 2048);
  return limits;
}

static void
check_written (CadreFieldMap *map)
{
  g_autofree char *first = cadre_field_map_to_text (map);
  g_autoptr (GBytes) bytes = g_bytes_new (first, strlen (first));
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreFieldMap) again = cadre_field_map_load_bytes (bytes, NULL, NULL, &error);
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  second = cadre_field_map_to_text (again);
  g_assert_cmpstr (first, ==, second);
}

static gboolean
is_blank (CadreCsvReader *csv, guint n_cells)
{
  for (guint i = 0; i < n_cells; i++)
    for (const char *c = cadre_csv_reader_get_cell (csv, i); *c != '\0'; c++)
      if (!g_ascii_isspace (*c))
        return FALSE;

  return TRUE;
}

/* Counted by another way than the reader's own. */
static guint
count_rows (GBytes *table, CadreLimits *limits)
{
  g_autoptr (CadreCsvReader) csv = cadre_csv_reader_new_for_bytes (table, limits);
  guint n_cells = 0;
  guint n = 0;

  g_assert_true (cadre_csv_reader_next_row (csv, &n_cells, NULL, NULL));
  while (cadre_csv_reader_next_row (csv, &n_cells, NULL, NULL) && n_cells > 0)
    n += !is_blank (csv, n_cells);

  return n;
}

static CadreImport *
read_table (CadreFieldMap *map, GBytes *table, CadreLimits *limits)
{
  g_autoptr (CadreExtractReader) reader = cadre_extract_reader_new (map);

  cadre_extract_reader_set_limits (reader, limits);
  g_assert_true (
    cadre_extract_reader_add_bytes (reader, cadre_field_map_get_table_name (map, 0), table, NULL));
  return cadre_extract_reader_read (reader, NULL, NULL);
}

/* From nothing to the structure, and back through the files. */
static void
check_feed (CadreFieldMap *map, CadreStructure *structure)
{
  g_autoptr (CadreStructureBuilder) builder = cadre_structure_builder_new ();
  g_autoptr (CadreStructure) empty = cadre_structure_builder_build (builder, NULL, NULL, NULL);
  g_autoptr (CadreDiff) diff = cadre_diff_new (empty, structure, NULL, NULL, NULL);
  g_autoptr (CadreDate) date = cadre_date_new_parse ("2026-04-01", NULL);
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreExtractReader) reader = cadre_extract_reader_new (map);
  g_autoptr (CadreChangeFeed) feed = NULL;
  g_autoptr (CadreExport) files = NULL;
  g_autoptr (CadreIssueList) refused = NULL;
  g_autoptr (CadreImport) import = NULL;
  g_autoptr (GError) error = NULL;

  if (diff == NULL)
    return;

  feed = cadre_change_feed_new (diff, map, date, &error);
  g_assert_no_error (error);
  refused = cadre_change_feed_check (feed);
  files = cadre_change_feed_write (feed, full, &error);
  g_assert_no_error (error);

  cadre_extract_reader_set_formula_guard (reader, TRUE);
  for (guint i = 0; i < cadre_export_get_n_files (files); i++)
    {
      const char *name = cadre_export_get_name (files, i);
      g_autofree char *table = g_strndup (name, strlen (name) - strlen (".csv"));
      GBytes *bytes = cadre_export_get_bytes (files, i);

      g_assert_true (cadre_extract_reader_add_bytes (reader, table, bytes, NULL));
    }
  import = cadre_extract_reader_read (reader, NULL, &error);
  g_assert_no_error (error);
}

static void
check_map (GBytes *document, GBytes *table, CadreLimits *limits)
{
  g_autoptr (CadreFieldMap) map = cadre_field_map_load_bytes (document, limits, NULL, NULL);
  g_autoptr (CadreImport) import = NULL;

  if (map == NULL)
    return;

  check_written (map);
  import = read_table (map, table, limits);
  if (import == NULL)
    return;

  g_assert_cmpuint (cadre_import_get_n_rows (import), ==, count_rows (table, limits));
  check_feed (map, cadre_import_get_structure (import));
}

static void
check_draft (GBytes *table, CadreLimits *limits)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreFieldMap) map = cadre_field_map_draft (table, "draft", limits, NULL, &error);
  g_autoptr (CadreImport) import = NULL;

  /* What it refuses is the table, and never a map of its own. */
  if (map == NULL)
    {
      g_assert_false (
        g_error_matches (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FIELD_MAP));
      return;
    }

  check_written (map);
  import = read_table (map, table, limits);
  if (import != NULL)
    g_assert_cmpuint (cadre_import_get_n_rows (import), ==, count_rows (table, limits));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data;
  const char *mark = size > 0 ? g_strstr_len (text, (gssize) size, MARK) : NULL;
  const gsize length = mark != NULL ? (gsize) (mark - text) : size;
  const gsize rest = mark != NULL ? length + strlen (MARK) : size;
  g_autoptr (GBytes) document = g_bytes_new (text, length);
  g_autoptr (GBytes) table = g_bytes_new (size > rest ? text + rest : NULL, size - rest);
  g_autoptr (CadreLimits) limits = make_limits ();

  check_map (document, table, limits);
  check_draft (table, limits);

  return 0;
}
