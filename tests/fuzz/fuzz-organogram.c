/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "fuzz-exchange.h"
#include "fuzz-target.h"

/* A senior table, a line of its own, and a junior one. Whatever the two are: each
 * row meets one fate, no repair loses a row, and where the form has a place for
 * all of it, the tables that are written are read as they were. */

#define MARK "\n=====\n"

static CadreImport *
read_tables (GBytes *senior, GBytes *junior, CadreOrganogramRepair repairs, gboolean is_ours)
{
  g_autoptr (CadreOrganogramReader) reader = cadre_organogram_reader_new ();
  g_autoptr (CadreLimits) limits = make_limits ();
  g_autoptr (CadreDate) date = cadre_date_new_parse ("2011-03-31", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) imports = NULL;

  cadre_organogram_reader_set_limits (reader, limits);
  cadre_organogram_reader_set_repairs (reader, repairs);
  cadre_organogram_reader_set_formula_guard (reader, is_ours);
  cadre_organogram_reader_add_bytes (reader, date, senior, junior);
  imports = cadre_organogram_reader_read (reader, NULL, &error);

  g_assert_true ((imports != NULL) != (error != NULL));
  if (is_ours)
    g_assert_no_error (error);
  if (imports == NULL)
    return NULL;

  g_assert_cmpuint (g_list_model_get_n_items (imports), ==, 1);
  return g_list_model_get_item (imports, 0);
}

static void
check_written (CadreImport *import)
{
  CadreStructure *structure = cadre_import_get_structure (import);
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreExport) export = cadre_organogram_write (structure, full, NULL, &error);
  g_autoptr (CadreImport) again = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_assert_no_error (error);
  again = read_tables (cadre_export_find_bytes (export, "senior.csv"),
                       cadre_export_find_bytes (export, "junior.csv"), CADRE_ORGANOGRAM_REPAIR_NONE,
                       TRUE);
  if (cadre_issue_list_get_total (cadre_export_get_issues (export)) > 0)
    return;

  first = write_structure (structure);
  second = write_structure (cadre_import_get_structure (again));
  g_assert_cmpstr (first, ==, second);
}

static void
check_repaired (GBytes *senior, GBytes *junior, guint n_rows)
{
  static const CadreOrganogramRepair repairs[] = {
    CADRE_ORGANOGRAM_REPAIR_ATTACH_ORPHANS | CADRE_ORGANOGRAM_REPAIR_CUT_CYCLES,
    CADRE_ORGANOGRAM_REPAIR_KEEP_FIRST,
    CADRE_ORGANOGRAM_REPAIR_CUT_CYCLES | CADRE_ORGANOGRAM_REPAIR_SPLIT_DUPLICATES,
  };

  for (guint i = 0; i < G_N_ELEMENTS (repairs); i++)
    {
      g_autoptr (CadreImport) import = read_tables (senior, junior, repairs[i], FALSE);

      g_assert_cmpuint (cadre_import_get_n_rows (import), ==, n_rows);
      check_import (import);
    }
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char *text = (const char *) data;
  const char *mark = size > 0 ? g_strstr_len (text, (gssize) size, MARK) : NULL;
  const gsize length = mark != NULL ? (gsize) (mark - text) : size;
  const gsize rest = mark != NULL ? length + strlen (MARK) : size;
  g_autoptr (GBytes) senior = g_bytes_new (text, length);
  g_autoptr (GBytes) junior = mark != NULL ? g_bytes_new (text + rest, size - rest) : NULL;
  g_autoptr (CadreImport) import =
    read_tables (senior, junior, CADRE_ORGANOGRAM_REPAIR_NONE, FALSE);

  if (import == NULL)
    return 0;

  check_import (import);
  check_written (import);
  check_repaired (senior, junior, cadre_import_get_n_rows (import));

  return 0;
}
