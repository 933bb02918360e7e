/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-date-private.h"
#include "exchange/field-map/cadre-field-map-private.h"
#include <cadre/cadre.h>

#include <string.h>
#include <unistd.h>

static CadreFieldMap *
load_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return cadre_field_map_load_bytes (bytes, NULL, NULL, error);
}

/* Shipped maps */

static void
test_shipped (void)
{
  g_auto (GStrv) names = cadre_field_map_list_shipped ();

  g_test_summary ("Each shipped map loads, has nothing unsure, and is written as it was read");

  g_assert_cmpuint (g_strv_length (names), ==, 4);
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreFieldMap) map = cadre_field_map_new_shipped (names[i], &error);
      g_autoptr (CadreFieldMap) again = NULL;
      g_autofree char *text = NULL;
      g_autofree char *second = NULL;
      g_auto (GStrv) unsure = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (cadre_field_map_get_name (map), ==, names[i]);
      g_assert_nonnull (cadre_field_map_get_title (map));
      unsure = cadre_field_map_dup_unsure (map);
      g_assert_cmpuint (g_strv_length (unsure), ==, 0);
      text = cadre_field_map_to_text (map);
      again = load_text (text, &error);
      g_assert_no_error (error);
      second = cadre_field_map_to_text (again);
      g_assert_cmpstr (text, ==, second);
      g_assert_finalize_object (g_steal_pointer (&again));
      g_assert_finalize_object (g_steal_pointer (&map));
    }
}

static void
test_not_shipped (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_field_map_new_shipped ("no-such-map", &error));
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no shipped field map of that name");
}

static void
test_questions (void)
{
  g_autoptr (CadreFieldMap) map = cadre_field_map_new_shipped ("sap-om", NULL);
  g_auto (GStrv) columns = cadre_field_map_dup_columns (map, "objects");

  g_assert_cmpuint (cadre_field_map_get_n_tables (map), ==, 2);
  g_assert_cmpstr (cadre_field_map_get_table_name (map, 0), ==, "objects");
  g_assert_cmpstr (cadre_field_map_get_table_name (map, 1), ==, "relations");
  g_assert_null (cadre_field_map_get_table_name (map, 2));
  g_assert_cmpuint (g_strv_length (columns), ==, 8);
  g_assert_cmpstr (columns[1], ==, "OBJID");
  g_assert_null (cadre_field_map_dup_columns (map, "people"));
  g_assert_finalize_object (g_steal_pointer (&map));
}

/* Documents */

#define HEAD "{\"cadre\": \"field-map\", \"version\": 1, \"name\": \"m\""
#define TABLE(columns, records)                                                                    \
  HEAD ", \"tables\": [{\"name\": \"t\", \"columns\": [" columns "], \"records\": [" records "]}]" \
       "}"
#define POST "{\"kind\": \"post\", \"fields\": {\"id\": \"A\"}}"

static void
test_unknown_members (void)
{
  static const char text[] =
    HEAD ", \"x\": {\"\": [1.50, null, [], {}]}, \"tables\": [{\"name\": \"t\", \"y\": true, "
         "\"columns\": [{\"name\": \"A\", \"z\": \"\\u00e9\"}], \"records\": [" POST "]}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreFieldMap) map = load_text (text, &error);
  g_autoptr (CadreReader) reader = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *written = NULL;
  g_autofree char *canonical = NULL;

  g_test_summary ("What a map says beyond what is understood is written back");

  g_assert_no_error (error);
  written = cadre_field_map_to_text (map);
  bytes = g_bytes_new (written, strlen (written));
  reader = cadre_reader_new_for_bytes (bytes, NULL);
  canonical = cadre_reader_read_canonical (reader, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (canonical, ==,
                   HEAD ", \"x\": {\"\": [1.50, null, [], {}]}, \"tables\": [{\"name\": \"t\", "
                        "\"y\": true, \"columns\": [{\"name\": \"A\", \"z\": \"\303\251\"}], "
                        "\"records\": [" POST "]}]}");
}

typedef struct
{
  const char *name;
  const char *text;
  const char *message; /* NULL: it is good */
} DocumentCase;

/* clang-format off */
static const DocumentCase documents[] = {
  { "good", TABLE ("{\"name\": \"A\"}", POST), NULL },
  { "no-name", "{\"cadre\": \"field-map\", \"version\": 1}", "At the top: a field map has a name of up to 64 letters a to z, digits and hyphens" },
  { "path-like-name", "{\"cadre\": \"field-map\", \"version\": 1, \"name\": \"../m\"}", "At the top: a field map has a name of up to 64 letters a to z, digits and hyphens" },
  { "no-tables", HEAD "}", "At the top: a field map has tables" },
  { "tables-not-a-list", HEAD ", \"tables\": {}}", "At /tables: a list stands here" },
  { "path-like-table", HEAD ", \"tables\": [{\"name\": \"a/b\"}]}", "At /tables/0: a table has a name of up to 64 letters a to z, digits and hyphens" },
  { "no-columns", HEAD ", \"tables\": [{\"name\": \"t\"}]}", "At /tables/0: a table has columns" },
  { "no-records", HEAD ", \"tables\": [{\"name\": \"t\", \"columns\": []}]}", "At /tables/0: a table has records" },
  { "column-without-name", TABLE ("{}", POST), "At /tables/0/columns/0: a column has the name that its header has" },
  { "column-not-an-object", TABLE ("\"A\"", POST), "At /tables/0/columns/0: a column is an object" },
  { "same-column", TABLE ("{\"name\": \"A\"}, {\"name\": \"a\"}", POST), "At /tables/0/columns/1: another column of the table has that name" },
  { "same-other-name", TABLE ("{\"name\": \"A\"}, {\"name\": \"B\", \"also\": [\"a_\"]}", POST), "At /tables/0/columns/1: another column of the table has that name" },
  { "no-such-column", TABLE ("{\"name\": \"B\"}", POST), "At /tables/0/records/0/fields/id: the table has no column of that name" },
  { "no-such-kind", TABLE ("{\"name\": \"A\"}", "{\"kind\": \"robot\"}"), "At /tables/0/records/0: a record is of one of the kinds of a structure" },
  { "no-fields", TABLE ("{\"name\": \"A\"}", "{\"kind\": \"post\"}"), "At /tables/0/records/0: a record has fields" },
  { "no-such-field", TABLE ("{\"name\": \"A\"}", "{\"kind\": \"post\", \"fields\": {\"colour\": \"A\"}}"), "At /tables/0/records/0/fields/colour: the record has no such field for a cell" },
  { "list-field", TABLE ("{\"name\": \"A\"}", "{\"kind\": \"post\", \"fields\": {\"partners\": \"A\"}}"), "At /tables/0/records/0/fields/partners: the record has no such field for a cell" },
  { "attributes-of-lines", TABLE ("{\"name\": \"A\"}", "{\"kind\": \"line\", \"fields\": {\"attributes.x\": \"A\"}}"), "At /tables/0/records/0/fields/attributes.x: the record has no such field for a cell" },
  { "two-managers", TABLE ("{\"name\": \"A\"}", "{\"kind\": \"line\", \"fields\": {\"manager\": \"A\", \"manager-person\": \"A\"}}"), "At /tables/0/records/0/fields/manager-person: another member stands for the same field" },
  { "constant-person", TABLE ("{\"name\": \"A\"}", "{\"kind\": \"line\", \"fields\": {\"manager-person\": {\"value\": \"x\"}}}"), "At /tables/0/records/0/fields/manager-person: the name of a column, or an object with a value, stands here" },
  { "bad-constant", TABLE ("{\"name\": \"A\"}", "{\"kind\": \"line\", \"fields\": {\"kind\": {\"value\": \"x\"}}}"), "At /tables/0/records/0/fields/kind: the field has no such word" },
  { "bad-meaning", TABLE ("{\"name\": \"A\", \"words\": {\"L\": \"x\"}}", "{\"kind\": \"line\", \"fields\": {\"kind\": \"A\"}}"), "At /tables/0/records/0/fields/kind: a word of the column means one that the field does not have" },
  { "bad-date", TABLE ("{\"name\": \"A\", \"dates\": [\"DD/MM/YY\"]}", POST), "At /tables/0/columns/0/dates: the form of a date is made of YYYY, MM, MMM, DD, hh, mm and ss, as DD/MM/YYYY is" },
  { "bad-decimal", TABLE ("{\"name\": \"A\", \"decimal\": \"x\"}", POST), "At /tables/0/columns/0/decimal: what parts the digits of a number is one of . , ' _ and a blank" },
  { "same-marks", TABLE ("{\"name\": \"A\", \"decimal\": \",\", \"thousands\": \",\"}", POST), "At /tables/0/columns/0: one mark cannot stand for thousands and for decimals" },
  { "bad-length", TABLE ("{\"name\": \"A\", \"max-length\": 0}", POST), "At /tables/0/columns/0/max-length: a whole number from 1 on stands here" },
  { "bad-flag", TABLE ("{\"name\": \"A\", \"required\": 1}", POST), "At /tables/0/columns/0/required: true or false stands here" },
  { "condition-without-column", TABLE ("{\"name\": \"A\"}", "{\"kind\": \"post\", \"when\": [{}]}"), "At /tables/0/records/0/when/0: a condition names a column" },
  { "condition-without-words", TABLE ("{\"name\": \"A\"}", "{\"kind\": \"post\", \"when\": [{\"column\": \"A\"}]}"), "At /tables/0/records/0/when/0: a condition lists words under is or is-not" },
  { "bad-operation", HEAD ", \"tables\": [{\"name\": \"t\", \"columns\": [{\"name\": \"A\"}], \"records\": [" POST "]}], \"feed\": {\"operations\": {\"fire\": \"X\"}}}", "At /feed/operations/fire: the word for an operation of a change feed stands here" },
};
/* clang-format on */

static void
test_document (gconstpointer data)
{
  const DocumentCase *c = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreFieldMap) map = load_text (c->text, &error);

  if (c->message == NULL)
    {
      g_assert_no_error (error);
      g_assert_finalize_object (g_steal_pointer (&map));
      return;
    }

  g_assert_null (map);
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FIELD_MAP);
  g_assert_cmpstr (error->message, ==, c->message);
}

static void
test_too_many_columns (void)
{
  GString *text = g_string_new (HEAD ", \"tables\": [{\"name\": \"t\", \"columns\": [");
  g_autofree char *document = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i <= CADRE_MAP_MAX_COLUMNS; i++)
    g_string_append_printf (text, "%s{\"name\": \"c%u\"}", i > 0 ? ", " : "", i);
  g_string_append (text, "], \"records\": []}]}");
  document = g_string_free (text, FALSE);

  g_assert_null (load_text (document, &error));
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FIELD_MAP);
  g_assert_cmpstr (error->message, ==, "At /tables/0/columns: a table has at most 1024 columns");
}

static void
test_save (void)
{
  g_autofree char *folder = g_dir_make_tmp ("cadre-map-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "map.json", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (CadreFieldMap) map = cadre_field_map_new_shipped ("esr-assignments", NULL);
  g_autoptr (CadreFieldMap) again = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = cadre_field_map_to_text (map);
  g_autofree char *after = NULL;

  g_assert_true (cadre_field_map_save (map, file, NULL, &error));
  g_assert_no_error (error);
  again = cadre_field_map_load (file, NULL, NULL, &error);
  g_assert_no_error (error);
  after = cadre_field_map_to_text (again);
  g_assert_cmpstr (before, ==, after);
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_cmpint (rmdir (folder), ==, 0);
}

/* Dates */

static const struct
{
  const char *name;
  const char *form;
  const char *text;
  guint32 packed;      /* 0: refused */
  const char *written; /* NULL: as it was read */
} dates[] = {
  { "iso", "YYYY-MM-DD", "2024-03-09", 2024 << 9 | 3 << 5 | 9, NULL },
  { "british", "DD/MM/YYYY", "09/03/2024", 2024 << 9 | 3 << 5 | 9, NULL },
  { "british-short", "DD/MM/YYYY", "9/3/2024", 2024 << 9 | 3 << 5 | 9, "09/03/2024" },
  { "month-name", "DD-MMM-YYYY", "09-MAR-2024", 2024 << 9 | 3 << 5 | 9, "09-Mar-2024" },
  { "sap", "YYYYMMDD", "20240309", 2024 << 9 | 3 << 5 | 9, NULL },
  { "with-time", "YYYY-MM-DDThh:mm:ss", "2024-03-09T23:59:59", 2024 << 9 | 3 << 5 | 9,
    "2024-03-09T00:00:00" },
  { "month-only", "MMM-YYYY", "Mar-2024", 2024 << 9 | 3 << 5, NULL },
  { "year-only", "YYYY", "2024", 2024 << 9, NULL },
  { "no-such-day", "DD/MM/YYYY", "30/02/2024", 0, NULL },
  { "leap-day", "DD/MM/YYYY", "29/02/2024", 2024 << 9 | 2 << 5 | 29, NULL },
  { "month-0", "YYYY-MM-DD", "2024-00-01", 0, NULL },
  { "day-0", "YYYY-MM-DD", "2024-01-00", 0, NULL },
  { "short-year", "DD/MM/YYYY", "09/03/24", 0, NULL },
  { "more-behind", "DD/MM/YYYY", "09/03/2024x", 0, NULL },
  { "cut-off", "DD/MM/YYYY", "09/03/", 0, NULL },
  { "other-mark", "DD/MM/YYYY", "09-03-2024", 0, NULL },
  { "empty", "DD/MM/YYYY", "", 0, NULL },
};

static void
test_date (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  CadreMapDateForm form;
  g_autoptr (GString) text = g_string_new (NULL);
  guint32 packed = 0;

  g_assert_true (cadre_map_date_form_parse (dates[i].form, &form));
  g_assert_cmpint (cadre_map_date_read (&form, dates[i].text, strlen (dates[i].text), &packed), ==,
                   dates[i].packed != 0);
  if (dates[i].packed == 0)
    return;

  g_assert_cmpuint (packed, ==, dates[i].packed);
  g_assert_true (cadre_map_date_write (&form, packed, text));
  g_assert_cmpstr (text->str, ==, dates[i].written != NULL ? dates[i].written : dates[i].text);
}

static void
test_date_forms (void)
{
  static const char *const bad[] = { "",        "DD/MM",        "MM/MM/YYYY",
                                     "YYYY-DD", "YYYY\xC3\xA9", "YYYYMMDD\n",
                                     "YYYYYYYY" };
  CadreMapDateForm form;

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_false (cadre_map_date_form_parse (bad[i], &form));

  /* A month is not written where a day is asked for. */
  g_assert_true (cadre_map_date_form_parse ("DD/MM/YYYY", &form));
  g_assert_false (cadre_map_date_write (&form, cadre_packed_date (2024, 3, 0), NULL));
  g_assert_false (cadre_map_date_write (&form, CADRE_PACKED_DATE_OPEN, NULL));
  g_assert_false (cadre_map_date_write (&form, CADRE_PACKED_DATE_UNKNOWN, NULL));
}

static void
test_folded_names (void)
{
  static const char *const names[][2] = {
    { "Position Number", "position number" },
    { " Position_ -Number ", "position number" },
    { "POSITION.NUMBER", "position number" },
    { "PositionId", "positionid" },
    { "", "" },
    { "--", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folded = cadre_map_fold_name (names[i][0]);

      g_assert_cmpstr (folded, ==, names[i][1]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/field-map/shipped", test_shipped);
  g_test_add_func ("/exchange/field-map/not-shipped", test_not_shipped);
  g_test_add_func ("/exchange/field-map/questions", test_questions);
  g_test_add_func ("/exchange/field-map/unknown-members", test_unknown_members);
  g_test_add_func ("/exchange/field-map/too-many-columns", test_too_many_columns);
  g_test_add_func ("/exchange/field-map/save", test_save);
  g_test_add_func ("/exchange/field-map/date-forms", test_date_forms);
  g_test_add_func ("/exchange/field-map/folded-names", test_folded_names);
  for (guint i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_autofree char *path =
        g_strconcat ("/exchange/field-map/document/", documents[i].name, NULL);

      g_test_add_data_func (path, &documents[i], test_document);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/field-map/date/", dates[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_date);
    }

  return g_test_run ();
}
