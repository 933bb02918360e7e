/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* cadre-reconcile A B [C] [--records=posts|assignments] [--key=FIELD]
 * [--labels=A,B,C] [--map=MAP] [--level=LEVEL] [--json|--csv]: on what two or three
 * lists of one establishment agree. A list is a structure, or a table (.csv) that is
 * read through a field map: one of the library's, or a file. It exits with 0 where
 * they agree on everything, with 1 where they do not, and with 2 where something went
 * wrong, as diff does. */

#include <cadre/cadre.h>

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static gboolean as_json = FALSE;
static gboolean as_csv = FALSE;
static char *records = NULL;
static char *key = NULL;
static char *labels = NULL;
static char *map = NULL;
static char *level = NULL;
static char **files = NULL;

static const GOptionEntry options[] = {
  { "records", 0, 0, G_OPTION_ARG_STRING, &records, "What to compare: posts or assignments",
    "RECORDS" },
  { "key", 0, 0, G_OPTION_ARG_STRING, &key, "Find records by this field, or attribute:NAME",
    "FIELD" },
  { "labels", 0, 0, G_OPTION_ARG_STRING, &labels, "What the lists are called", "A,B,C" },
  { "map", 0, 0, G_OPTION_ARG_FILENAME, &map, "Read tables through this field map", "MAP" },
  { "level", 0, 0, G_OPTION_ARG_STRING, &level, "Write it for these readers", "LEVEL" },
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "Write JSON for programs", NULL },
  { "csv", 0, 0, G_OPTION_ARG_NONE, &as_csv, "Write the rows as a table", NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "A B [C]" },
  { NULL },
};

/* The value of a word such as "consultation"; -1 where it is none. */
static int
find_word (GType words, const char *word)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (words);
  const GEnumValue *value = g_enum_get_value_by_nick (klass, word);

  return value != NULL ? value->value : -1;
}

static CadreFieldMap *
load_map (GError **error)
{
  g_auto (GStrv) shipped = cadre_field_map_list_shipped ();
  g_autoptr (GFile) file = NULL;

  if (map == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           "A table needs a field map: --map");
      return NULL;
    }
  if (g_strv_contains ((const char *const *) shipped, map))
    return cadre_field_map_new_shipped (map, error);

  file = g_file_new_for_commandline_arg (map);
  return cadre_field_map_load (file, NULL, NULL, error);
}

/* How many of each there are, and where the first of them is and what it says. */
static void
tell (CadreIssueList *issues, const char *what)
{
  g_auto (GStrv) codes = cadre_issue_list_dup_codes (issues);
  guint n_details = cadre_issue_list_get_total (issues) - cadre_issue_list_get_n_dropped (issues);

  for (guint i = 0; codes[i] != NULL; i++)
    for (guint k = 0; k < n_details; k++)
      {
        g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, k);
        const char *origin = cadre_issue_get_origin (issue);

        if (strcmp (cadre_issue_get_code (issue), codes[i]) != 0)
          continue;
        g_printerr ("%s: %s, %u times; the first%s%s: %s\n", what, codes[i],
                    cadre_issue_list_get_count (issues, codes[i]), origin != NULL ? " at " : "",
                    origin != NULL ? origin : "", cadre_issue_get_message (issue));
        break;
      }
}

static CadreStructure *
load_table (GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autoptr (CadreFieldMap) field_map = load_map (error);
  g_autoptr (CadreExtractReader) reader = NULL;
  g_autoptr (CadreImport) table = NULL;

  if (field_map == NULL)
    return NULL;

  reader = cadre_extract_reader_new (field_map);
  if (!cadre_extract_reader_add_file (reader, cadre_field_map_get_table_name (field_map, 0), file,
                                      error))
    return NULL;
  table = cadre_extract_reader_read (reader, NULL, error);
  if (table == NULL)
    return NULL;

  tell (cadre_import_get_issues (table), name);
  return g_object_ref (cadre_import_get_structure (table));
}

static CadreStructure *
load (const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  CadreStructure *structure = g_str_has_suffix (name, ".csv")
                                ? load_table (file, error)
                                : cadre_structure_load (file, NULL, NULL, error);

  if (structure == NULL)
    g_prefix_error (error, "%s: ", name);

  return structure;
}

static CadreReconciliation *
reconcile (GError **error)
{
  g_autoptr (CadreReconciler) reconciler = cadre_reconciler_new ();
  g_auto (GStrv) names = labels != NULL ? g_strsplit (labels, ",", -1) : NULL;
  g_autoptr (CadreStructure) first = load (files[0], error);
  g_autoptr (CadreStructure) second = first != NULL ? load (files[1], error) : NULL;
  g_autoptr (CadreStructure) third = NULL;

  if (second != NULL && files[2] != NULL)
    third = load (files[2], error);
  if (second == NULL || (files[2] != NULL && third == NULL))
    return NULL;

  if (g_strcmp0 (records, "assignments") == 0)
    cadre_reconciler_set_record_kind (reconciler, CADRE_RECORD_KIND_ASSIGNMENT);
  cadre_reconciler_set_key (reconciler, key);
  cadre_reconciler_set_labels (reconciler, (const char *const *) names);

  return cadre_reconciler_run (reconciler, first, second, third, NULL, error);
}

static GBytes *
make_report (CadreReconciliation *result, CadreRedaction *redaction, GError **error)
{
  g_autoptr (CadreReport) report =
    cadre_report_new_for_reconciliation (result, redaction, NULL, error);
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  char *text = NULL;

  if (report == NULL)
    return NULL;

  if (as_json)
    {
      cadre_report_write (report, writer);
      return cadre_writer_finish (writer, NULL, error) ? cadre_writer_steal_bytes (writer) : NULL;
    }

  text = cadre_report_to_text (report, 0);
  return g_bytes_new_take (text, strlen (text));
}

static GBytes *
make_table (CadreReconciliation *result, CadreRedaction *redaction, GError **error)
{
  g_autoptr (CadreExport) tables = cadre_reconciliation_write_csv (result, redaction, NULL, error);

  return tables != NULL ? g_bytes_ref (cadre_export_get_bytes (tables, 0)) : NULL;
}

/* Bytes as they are: g_print() would fit them to the locale. */
static gboolean
print_bytes (GBytes *bytes, GError **error)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (bytes, &size);

  if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

/* 0, 1 or 2 */
static int
run (GError **error)
{
  int readers = level != NULL ? find_word (CADRE_TYPE_REDACTION_LEVEL, level) : 0;
  g_autoptr (CadreReconciliation) result = NULL;
  g_autoptr (CadreRedaction) redaction = NULL;
  g_autoptr (GBytes) bytes = NULL;

  if (records != NULL && strcmp (records, "posts") != 0 && strcmp (records, "assignments") != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           "Records are posts or assignments");
      return 2;
    }
  if (readers < 0)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           "There is no such level");
      return 2;
    }

  result = reconcile (error);
  if (result == NULL)
    return 2;
  redaction = cadre_redaction_new (readers);
  bytes = as_csv ? make_table (result, redaction, error) : make_report (result, redaction, error);
  if (bytes == NULL || !print_bytes (bytes, error))
    return 2;

  return cadre_reconciliation_is_agreed (result) ? 0 : 1;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("- on what lists agree");
  g_autoptr (GError) error = NULL;
  int status = 2;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || files == NULL ||
      g_strv_length (files) < 2 || g_strv_length (files) > 3)
    {
      g_printerr ("cadre-reconcile: %s\n",
                  error != NULL ? error->message : "Which two or three lists?");
    }
  else
    {
      status = run (&error);
      if (status == 2)
        g_printerr ("cadre-reconcile: %s\n", error->message);
    }

  g_strfreev (files);
  g_free (records);
  g_free (key);
  g_free (labels);
  g_free (map);
  g_free (level);
  return status;
}
