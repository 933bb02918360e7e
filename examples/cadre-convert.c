/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* cadre-convert FROM [TO] [--read=FORMAT] [--write=FORMAT] [--map=MAP] [--level=LEVEL]
 * [--post=ID…] [--assignment=ID…] [--key-file=FILE] [--base=IRI] [--date=DATE] [--organisation=ID]
 * [--employer=NAME]: a structure from one format into another. Formats go by the ends of the names
 * unless they are named. FROM may be a folder of tables; TO may be one for what takes several
 * files; without it, the one file goes to the standard output. What is wrong with FROM, and what TO
 * has no place for, is told on the standard error. */

#include <cadre/cadre.h>

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static char *from_format = NULL;
static char *to_format = NULL;
static char *map = NULL;
static char *level = NULL;
static char **posts = NULL;
static char **assignments = NULL;
static char *key_file = NULL;
static char *base = NULL;
static char *date = NULL;
static char *organisation = NULL;
static char *employer = NULL;
static char **files = NULL;

static const GOptionEntry options[] = {
  { "read", 0, 0, G_OPTION_ARG_STRING, &from_format, "What FROM is", "FORMAT" },
  { "write", 0, 0, G_OPTION_ARG_STRING, &to_format, "What TO is to be", "FORMAT" },
  { "map", 0, 0, G_OPTION_ARG_STRING, &map, "The field map of an extract: a file, or a shipped one",
    "MAP" },
  { "level", 0, 0, G_OPTION_ARG_STRING, &level, "Write it for these readers", "LEVEL" },
  { "post", 0, 0, G_OPTION_ARG_STRING_ARRAY, &posts,
    "What the level is about: a manager's own post, or one before a panel", "ID" },
  { "assignment", 0, 0, G_OPTION_ARG_STRING_ARRAY, &assignments,
    "What the level is about: the reader's own assignment, or one before a panel", "ID" },
  { "key-file", 0, 0, G_OPTION_ARG_FILENAME, &key_file, "The key of pseudonyms", "FILE" },
  { "base", 0, 0, G_OPTION_ARG_STRING, &base, "What IRIs begin with", "IRI" },
  { "date", 0, 0, G_OPTION_ARG_STRING, &date, "The day that an organogram was published for",
    "DATE" },
  { "organisation", 0, 0, G_OPTION_ARG_STRING, &organisation,
    "What goes before every ref of an organogram", "ID" },
  { "employer", 0, 0, G_OPTION_ARG_STRING, &employer,
    "Whose organogram it is, whatever its rows say", "NAME" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "FROM [TO]" },
  { NULL },
};

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

/* The structure of an import, whose issues are told. */
static CadreStructure *
unpack (CadreImport *import)
{
  CadreStructure *structure = NULL;

  if (import == NULL)
    return NULL;

  tell (cadre_import_get_issues (import), "read");
  structure = g_object_ref (cadre_import_get_structure (import));
  g_object_unref (import);
  return structure;
}

static CadreStructure *
read_json (GFile *file, GError **error)
{
  return cadre_structure_load (file, NULL, NULL, error);
}

static CadreStructure *
read_linked (GFile *file, CadreLinkedFormat format, GError **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);

  return bytes != NULL ? unpack (cadre_linked_read (bytes, format, base, NULL, NULL, error)) : NULL;
}

static CadreStructure *
read_jsonld (GFile *file, GError **error)
{
  return read_linked (file, CADRE_LINKED_FORMAT_JSON_LD, error);
}

static CadreStructure *
read_turtle (GFile *file, GError **error)
{
  return read_linked (file, CADRE_LINKED_FORMAT_TURTLE, error);
}

static CadreStructure *
read_popolo (GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = g_file_load_bytes (file, NULL, NULL, error);

  return bytes != NULL ? unpack (cadre_popolo_read (bytes, NULL, NULL, error)) : NULL;
}

/* What the reader of organograms reads: one structure. */
static CadreStructure *
read_snapshot (CadreOrganogramReader *reader, GError **error)
{
  g_autoptr (GListModel) imports = cadre_organogram_reader_read (reader, NULL, error);

  return imports != NULL ? unpack (CADRE_IMPORT (g_list_model_get_item (imports, 0))) : NULL;
}

/* A senior table, or a folder with senior.csv and perhaps junior.csv. */
static CadreStructure *
read_organogram (GFile *file, GError **error)
{
  g_autoptr (CadreOrganogramReader) reader = cadre_organogram_reader_new ();
  g_autoptr (CadreDate) day = NULL;
  gboolean is_folder = g_file_query_file_type (file, 0, NULL) == G_FILE_TYPE_DIRECTORY;
  g_autoptr (GFile) senior =
    is_folder ? g_file_get_child (file, "senior.csv") : g_object_ref (file);
  g_autoptr (GFile) junior = is_folder ? g_file_get_child (file, "junior.csv") : NULL;

  if (junior != NULL && !g_file_query_exists (junior, NULL))
    g_clear_object (&junior);

  if (date != NULL && (day = cadre_date_new_parse (date, error)) == NULL)
    return NULL;

  cadre_organogram_reader_set_organisation (reader, organisation);
  cadre_organogram_reader_set_employer (reader, employer);
  cadre_organogram_reader_add_files (reader, day, senior, junior);
  return read_snapshot (reader, error);
}

static CadreFieldMap *
find_map (GError **error)
{
  g_auto (GStrv) shipped = cadre_field_map_list_shipped ();
  g_autoptr (GFile) file = NULL;

  if (map == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           "Which field map? (--map=MAP)");
      return NULL;
    }
  if (g_strv_contains ((const char *const *) shipped, map))
    return cadre_field_map_new_shipped (map, error);

  file = g_file_new_for_commandline_arg (map);
  return cadre_field_map_load (file, NULL, NULL, error);
}

/* The one table of the map, or a folder with a file for each that there is, such as
 * positions.csv. */
static CadreStructure *
read_extract (GFile *file, GError **error)
{
  gboolean is_folder = g_file_query_file_type (file, 0, NULL) == G_FILE_TYPE_DIRECTORY;
  g_autoptr (CadreFieldMap) field_map = find_map (error);
  g_autoptr (CadreExtractReader) reader = NULL;

  if (field_map == NULL)
    return NULL;

  reader = cadre_extract_reader_new (field_map);
  for (guint i = 0; i < (is_folder ? cadre_field_map_get_n_tables (field_map) : 1); i++)
    {
      const char *table = cadre_field_map_get_table_name (field_map, i);
      g_autofree char *name = g_strconcat (table, ".csv", NULL);
      g_autoptr (GFile) part = is_folder ? g_file_get_child (file, name) : g_object_ref (file);

      if (is_folder && !g_file_query_exists (part, NULL))
        continue;
      if (!cadre_extract_reader_add_file (reader, table, part, error))
        return NULL;
    }

  return unpack (cadre_extract_reader_read (reader, NULL, error));
}

static CadreExport *
write_jsonld (CadreStructure *structure, CadreRedaction *redaction, GError **error)
{
  return cadre_linked_write (structure, CADRE_LINKED_FORMAT_JSON_LD, base, redaction, NULL, error);
}

static CadreExport *
write_turtle (CadreStructure *structure, CadreRedaction *redaction, GError **error)
{
  return cadre_linked_write (structure, CADRE_LINKED_FORMAT_TURTLE, base, redaction, NULL, error);
}

static CadreExport *
write_popolo (CadreStructure *structure, CadreRedaction *redaction, GError **error)
{
  return cadre_popolo_write (structure, redaction, NULL, error);
}

static CadreExport *
write_transparency (CadreStructure *structure, CadreRedaction *redaction, GError **error)
{
  g_autoptr (CadreTransparency) transparency = cadre_transparency_new ();

  return cadre_transparency_write (transparency, structure, redaction, NULL, error);
}

static CadreExport *
write_organogram (CadreStructure *structure, CadreRedaction *redaction, GError **error)
{
  return cadre_organogram_write (structure, redaction, NULL, error);
}

static CadreExport *
write_spreadsheet (CadreStructure *structure, CadreRedaction *redaction, GError **error)
{
  return cadre_spreadsheet_write (structure, redaction, NULL, error);
}

typedef struct
{
  const char *name;
  const char *ending;
  CadreStructure *(*read) (GFile *file, GError **error);
  CadreExport *(*write) (CadreStructure *structure, CadreRedaction *redaction, GError **error);
} Format;

/* Where several have an ending, the first that can do it is meant. A structure as
 * JSON is our own format, which has all of it and needs no export. */
static const Format formats[] = {
  { "popolo", ".popolo.json", read_popolo, write_popolo },
  { "json", ".json", read_json, NULL },
  { "org-jsonld", ".jsonld", read_jsonld, write_jsonld },
  { "org-turtle", ".ttl", read_turtle, write_turtle },
  { "organogram", ".csv", read_organogram, NULL },
  { "extract", "", read_extract, NULL },
  { "organogram", "", NULL, write_organogram },
  { "lgtc", ".csv", NULL, write_transparency },
  { "xlsx", ".xlsx", NULL, write_spreadsheet },
};

static const Format *
find_format (const char *name, const char *file, gboolean reading)
{
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      gboolean is_json = strcmp (formats[i].name, "json") == 0;

      if (!(reading ? formats[i].read != NULL : formats[i].write != NULL || is_json))
        continue;
      if (name != NULL ? strcmp (formats[i].name, name) == 0
                       : formats[i].ending[0] != '\0' && g_str_has_suffix (file, formats[i].ending))
        return &formats[i];
    }

  return NULL;
}

static CadreStructure *
read_file (const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  const char *asked = from_format == NULL && map != NULL ? "extract" : from_format;
  const Format *format = NULL;

  /* A folder without a map is one of two tables. */
  if (asked == NULL && g_file_query_file_type (file, 0, NULL) == G_FILE_TYPE_DIRECTORY)
    asked = "organogram";
  format = find_format (asked, name, TRUE);
  if (format != NULL)
    return format->read (file, error);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       "What FROM is cannot be told by its name (--read=FORMAT)");
  return NULL;
}

static CadreRedaction *
make_redaction (GError **error)
{
  g_autoptr (GEnumClass) levels = g_type_class_ref (CADRE_TYPE_REDACTION_LEVEL);
  const GEnumValue *value = g_enum_get_value_by_nick (levels, level != NULL ? level : "full");
  g_autoptr (GFile) file = key_file != NULL ? g_file_new_for_commandline_arg (key_file) : NULL;
  g_autoptr (GBytes) key = file != NULL ? g_file_load_bytes (file, NULL, NULL, error) : NULL;
  CadreRedaction *redaction = NULL;

  if (file != NULL && key == NULL)
    return NULL;
  if (value == NULL || (key != NULL && g_bytes_get_size (key) < 16))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           value == NULL ? "There is no such level"
                                         : "The key has to have 16 bytes or more");
      return NULL;
    }

  redaction = cadre_redaction_new (value->value);
  cadre_redaction_set_subject_posts (redaction, (const char *const *) posts);
  cadre_redaction_set_subject_assignments (redaction, (const char *const *) assignments);
  cadre_redaction_set_pseudonym_key (redaction, key);
  return redaction;
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

static gboolean
write_json (CadreStructure *structure, CadreRedaction *redaction, GFile *to, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  char *text = NULL;

  if (to != NULL)
    return cadre_structure_save (structure, redaction, to, NULL, error);

  text = cadre_structure_to_text (structure, redaction, error);
  if (text == NULL)
    return FALSE;
  bytes = g_bytes_new_take (text, strlen (text));
  return print_bytes (bytes, error);
}

static gboolean
save (CadreExport *export, GFile *to, GError **error)
{
  if (to != NULL && g_file_query_file_type (to, 0, NULL) == G_FILE_TYPE_DIRECTORY)
    return cadre_export_save (export, to, NULL, error);
  if (cadre_export_get_n_files (export) == 1)
    return to != NULL ? cadre_export_save_file (export, 0, to, NULL, error)
                      : print_bytes (cadre_export_get_bytes (export, 0), error);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY,
                       "The format takes several files: TO has to be a folder");
  return FALSE;
}

static gboolean
write_file (CadreStructure *structure, const char *name, GError **error)
{
  const Format *format = find_format (to_format, name != NULL ? name : "", FALSE);
  g_autoptr (GFile) to = name != NULL ? g_file_new_for_commandline_arg (name) : NULL;
  g_autoptr (CadreRedaction) redaction = make_redaction (error);
  g_autoptr (CadreExport) export = NULL;

  if (redaction == NULL)
    return FALSE;
  if (format == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           "What TO is to be cannot be told by its name (--write=FORMAT)");
      return FALSE;
    }
  if (format->write == NULL)
    return write_json (structure, redaction, to, error);

  export = format->write (structure, redaction, error);
  if (export == NULL)
    return FALSE;
  tell (cadre_export_get_issues (export), "written");
  return save (export, to, error);
}

static gboolean
convert (GError **error)
{
  g_autoptr (CadreStructure) structure = read_file (files[0], error);

  if (structure == NULL)
    return FALSE;

  tell (cadre_structure_get_issues (structure), "structure");
  return write_file (structure, files[1], error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("- from one format into another");
  g_autoptr (GError) error = NULL;
  int status = 0;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || files == NULL ||
      g_strv_length (files) > 2)
    status = 2;
  else if (!convert (&error))
    status = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT) ? 2 : 1;
  if (status != 0)
    g_printerr ("cadre-convert: %s\n", error != NULL ? error->message : "From what to what?");

  g_strfreev (files);
  g_free (from_format);
  g_free (to_format);
  g_free (map);
  g_free (level);
  g_strfreev (posts);
  g_strfreev (assignments);
  g_free (key_file);
  g_free (base);
  g_free (date);
  g_free (organisation);
  g_free (employer);
  return status;
}
