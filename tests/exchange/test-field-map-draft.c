/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "extracts.h"

static CadreFieldMap *
draft_text (const char *csv, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (csv, strlen (csv));

  return cadre_field_map_draft (bytes, "staff", NULL, NULL, error);
}

/* The table of the map without blanks and line breaks, from its columns on. */
static char *
tell_map (CadreFieldMap *map)
{
  g_autofree char *text = cadre_field_map_to_text (map);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, NULL);
  g_autofree char *canonical = cadre_reader_read_canonical (reader, NULL, NULL);
  const char *columns = strstr (canonical, "\"columns\": ");

  g_assert_nonnull (columns);
  return g_strndup (columns, strlen (columns) - strlen ("}]}"));
}

static const struct
{
  const char *name;
  const char *csv;
  const char *map;
  const char *unsure; /* with line breaks between */
} drafts[] = {
  { "posts", "Position Number,Job Title\n1,Head\n",
    "\"columns\": [{\"name\": \"Position Number\"}, {\"name\": \"Job Title\"}], "
    "\"records\": [{\"kind\": \"post\", \"fields\": {\"id\": \"Position Number\", "
    "\"title\": \"Job Title\"}}]",
    "" },
  { "manager-is-a-post", "Post ID;Manager\nA;\nB;A\n",
    "\"columns\": [{\"name\": \"Post ID\"}, {\"name\": \"Manager\"}], "
    "\"records\": [{\"kind\": \"post\", \"fields\": {\"id\": \"Post ID\"}}, "
    "{\"kind\": \"line\", \"fields\": {\"post\": \"Post ID\", \"manager\": \"Manager\"}}]",
    "" },
  { "manager-is-a-person", "Post ID,Staff ID,Reports to\nA,7,\nB,8,7\n",
    "\"columns\": [{\"name\": \"Post ID\"}, {\"name\": \"Staff ID\"}, {\"name\": \"Reports to\"}], "
    "\"records\": [{\"kind\": \"post\", \"fields\": {\"id\": \"Post ID\"}}, "
    "{\"kind\": \"person\", \"fields\": {\"id\": \"Staff ID\"}}, "
    "{\"kind\": \"assignment\", \"fields\": {\"person\": \"Staff ID\", \"post\": \"Post ID\"}}, "
    "{\"kind\": \"line\", \"fields\": {\"post\": \"Post ID\", \"manager-person\": \"Reports "
    "to\"}}]",
    "" },
  { "manager-untold", "Post ID,Manager\nA,\n",
    "\"columns\": [{\"name\": \"Post ID\"}, {\"name\": \"Manager\", \"unsure\": \"It may be the "
    "manager's post or the manager as a person\"}], "
    "\"records\": [{\"kind\": \"post\", \"fields\": {\"id\": \"Post ID\"}}, "
    "{\"kind\": \"line\", \"fields\": {\"post\": \"Post ID\", \"manager\": \"Manager\"}}]",
    "staff, Manager: It may be the manager's post or the manager as a person" },
  { "no-positions", "Employee Number\n7\n",
    "\"columns\": [{\"name\": \"Employee Number\", \"unsure\": \"The table has no positions: each "
    "employee is taken for a post as well\"}], "
    "\"records\": [{\"kind\": \"post\", \"fields\": {\"id\": \"Employee Number\"}}, "
    "{\"kind\": \"person\", \"fields\": {\"id\": \"Employee Number\"}}, "
    "{\"kind\": \"assignment\", \"fields\": {\"person\": \"Employee Number\", "
    "\"post\": \"Employee Number\"}}]",
    "staff, Employee Number: The table has no positions: each employee is taken for a post as "
    "well" },
  { "unknown-name", "Post ID,Shoe size\nA,9\n",
    "\"columns\": [{\"name\": \"Post ID\"}, {\"name\": \"Shoe size\", \"unsure\": \"The name is "
    "not "
    "known: it is kept as an attribute\"}], \"records\": [{\"kind\": \"post\", \"fields\": "
    "{\"id\": \"Post ID\", \"attributes.Shoe size\": \"Shoe size\"}}]",
    "staff, Shoe size: The name is not known: it is kept as an attribute" },
  { "code-and-name", "Unit Code,Unit\nU1,Finance\n",
    "\"columns\": [{\"name\": \"Unit Code\"}, {\"name\": \"Unit\"}], "
    "\"records\": [{\"kind\": \"unit\", \"fields\": {\"id\": \"Unit Code\", \"name\": \"Unit\"}}]",
    "" },
  { "unit-of-one-column", "Post ID,Dept\nA,Finance\n",
    "\"columns\": [{\"name\": \"Post ID\"}, {\"name\": \"Dept\", \"unsure\": \"It may be the name "
    "of the unit or its code\"}], "
    "\"records\": [{\"kind\": \"unit\", \"fields\": {\"id\": \"Dept\", \"name\": \"Dept\"}}, "
    "{\"kind\": \"post\", \"fields\": {\"id\": \"Post ID\", \"unit\": \"Dept\"}}]",
    "staff, Dept: It may be the name of the unit or its code" },
  { "holder-of-the-post", "Post ID,Payroll Ref,Postholder Name,Start\nA,7,Ann,\n",
    "\"columns\": [{\"name\": \"Post ID\"}, {\"name\": \"Payroll Ref\", \"unsure\": \"A person may "
    "have several numbers in the payroll, one for each contract\"}, "
    "{\"name\": \"Postholder Name\"}, {\"name\": \"Start\", \"unsure\": \"It may be a date of "
    "the position or of the person in it\"}], "
    "\"records\": [{\"kind\": \"post\", \"fields\": {\"id\": \"Post ID\"}}, "
    "{\"kind\": \"person\", \"fields\": {\"id\": \"Payroll Ref\", \"name\": \"Postholder Name\"}}, "
    "{\"kind\": \"assignment\", \"fields\": {\"person\": \"Payroll Ref\", \"post\": \"Post ID\", "
    "\"valid-from\": \"Start\"}}]",
    "staff, Payroll Ref: A person may have several numbers in the payroll, one for each contract\n"
    "staff, Start: It may be a date of the position or of the person in it" },
  { "no-persons", "Post ID,FTE,Hours,Full Name,Contract\nA,0.5,18.5,Ann,\n",
    "\"columns\": [{\"name\": \"Post ID\"}, {\"name\": \"FTE\", \"unsure\": \"It may be the FTE of "
    "the position or of the person in it\"}, {\"name\": \"Hours\"}, "
    "{\"name\": \"Full Name\", \"unsure\": \"No column has the number of what it is about: it is "
    "kept as an attribute\"}, "
    "{\"name\": \"Contract\", \"unsure\": \"No column has the number of what it is about: it is "
    "kept as an attribute\"}], "
    "\"records\": [{\"kind\": \"post\", \"fields\": {\"id\": \"Post ID\", \"hours\": \"Hours\", "
    "\"fte\": \"FTE\", \"attributes.Full Name\": \"Full Name\", "
    "\"attributes.Contract\": \"Contract\"}}]",
    "staff, FTE: It may be the FTE of the position or of the person in it\n"
    "staff, Full Name: No column has the number of what it is about: it is kept as an attribute\n"
    "staff, Contract: No column has the number of what it is about: it is kept as an attribute" },
  { "pay-is-of-the-assignment", "Post ID,Staff ID,Salary\nA,7,1\n",
    "\"columns\": [{\"name\": \"Post ID\"}, {\"name\": \"Staff ID\"}, {\"name\": \"Salary\", "
    "\"unsure\": \"It may be what the person is paid, which does not belong into a structure\"}], "
    "\"records\": [{\"kind\": \"post\", \"fields\": {\"id\": \"Post ID\"}}, "
    "{\"kind\": \"person\", \"fields\": {\"id\": \"Staff ID\"}}, "
    "{\"kind\": \"assignment\", \"fields\": {\"person\": \"Staff ID\", \"post\": \"Post ID\", "
    "\"attributes.Salary\": \"Salary\"}}]",
    "staff, Salary: It may be what the person is paid, which does not belong into a structure" },
  { "numbers", "Post ID,Pay minimum,Funded FTE\nA,\"1.234,50\",60%\n",
    "\"columns\": [{\"name\": \"Post ID\"}, {\"name\": \"Pay minimum\", \"decimal\": \",\", "
    "\"thousands\": \".\"}, {\"name\": \"Funded FTE\", \"percent\": true}], "
    "\"records\": [{\"kind\": \"post\", \"fields\": {\"id\": \"Post ID\", \"budgeted-fte\": "
    "\"Funded FTE\", \"pay-min\": \"Pay minimum\"}}]",
    "" },
  { "thousands", "Post ID,Pay minimum\nA,\"1,234\"\n",
    "\"columns\": [{\"name\": \"Post ID\"}, {\"name\": \"Pay minimum\", \"unsure\": \"Commas may "
    "part thousands, or whole numbers from decimals\", \"thousands\": \",\"}], "
    "\"records\": [{\"kind\": \"post\", \"fields\": {\"id\": \"Post ID\", \"pay-min\": "
    "\"Pay minimum\"}}]",
    "staff, Pay minimum: Commas may part thousands, or whole numbers from decimals" },
};

static void
test_draft (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreFieldMap) map = draft_text (drafts[i].csv, &error);
  g_auto (GStrv) unsure = NULL;
  g_autofree char *told = NULL;
  g_autofree char *joined = NULL;

  g_assert_no_error (error);
  told = tell_map (map);
  unsure = cadre_field_map_dup_unsure (map);
  joined = g_strjoinv ("\n", unsure);
  g_assert_cmpstr (told, ==, drafts[i].map);
  g_assert_cmpstr (joined, ==, drafts[i].unsure);
  g_assert_finalize_object (g_steal_pointer (&map));
}

static const struct
{
  const char *name;
  const char *dates; /* cells of one column */
  const char *form;  /* NULL: none fits */
  const char *unsure;
} dates[] = {
  { "iso", "2024-03-09\n", "YYYY-MM-DD", NULL },
  { "british", "09/03/2024\n31/12/2024\n", "DD/MM/YYYY", NULL },
  { "american", "03/09/2024\n12/31/2024\n", "MM/DD/YYYY", NULL },
  { "either", "03/09/2024\n", "DD/MM/YYYY",
    "No date of the sample tells whether the day or the month comes first" },
  { "month-name", "09-MAR-2024\n", "DD-MMM-YYYY", NULL },
  { "sap", "20240309\n", "YYYYMMDD", NULL },
  { "time", "2024-03-09T00:00:00\n", "YYYY-MM-DDThh:mm:ss", NULL },
  { "mixed", "2024-03-09\n09/03/2024\n", NULL, "No form that is known fits its dates" },
  { "slip", "13/03/2024\n14/03/2024\n15/03/2024\n16/03/2024\n31/02/2024\n", "DD/MM/YYYY",
    "Some of its dates are of another form, or are no dates" },
  { "two-slips-in-five", "13/03/2024\n14/03/2024\n15/03/2024\n-\n31/02/2024\n", NULL,
    "No form that is known fits its dates" },
};

static void
test_dates (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GString) csv = g_string_new ("Post ID,Staff ID,Occupancy start\n");
  g_auto (GStrv) cells = g_strsplit (dates[i].dates, "\n", -1);
  g_autoptr (CadreFieldMap) map = NULL;
  g_autofree char *text = NULL;
  g_autofree char *wanted =
    dates[i].form != NULL ? g_strdup_printf ("\"%s\"", dates[i].form) : NULL;
  g_auto (GStrv) unsure = NULL;

  for (guint j = 0; *cells[j] != '\0'; j++)
    g_string_append_printf (csv, "A%u,%u,%s\n", j, j, cells[j]);
  map = draft_text (csv->str, NULL);
  g_assert_nonnull (map);

  text = cadre_field_map_to_text (map);
  unsure = cadre_field_map_dup_unsure (map);
  if (wanted != NULL)
    g_assert_nonnull (strstr (text, wanted));
  else
    g_assert_null (strstr (text, "\"dates\""));
  if (dates[i].unsure != NULL)
    g_assert_true (g_str_has_suffix (unsure[0], dates[i].unsure));
  else
    g_assert_null (unsure[0]);
}

/* One column beside the ids, and the field that it goes to. */
static const struct
{
  const char *column;
  const char *field;
} spellings[] = {
  { "Emp No", "\"id\": \"Emp No\"" },
  { "EmployeeNumber", "\"id\": \"EmployeeNumber\"" },
  { "STAFF_REF", "\"id\": \"STAFF_REF\"" },
  { "Dept Code", "\"unit\": \"Dept Code\"" },
  { "Org. Unit No.", "\"unit\": \"Org. Unit No.\"" },
  { "Cost Center", "\"cost-centre\": \"Cost Center\"" },
  { "No of posts", "\"establishment\": \"No of posts\"" },
  { "Number of Posts", "\"establishment\": \"Number of Posts\"" },
  { "Line Manager Position No", "\"manager\": \"Line Manager Position No\"" },
  { "Line Manager Emp No", "\"manager-person\": \"Line Manager Emp No\"" },
  { "SupervisorPersonnelNumber", "\"manager-person\": \"SupervisorPersonnelNumber\"" },
};

static void
test_spelling (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autofree char *csv = g_strdup_printf ("Position Number,%s\nA,7\n", spellings[i].column);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreFieldMap) map = draft_text (csv, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = cadre_field_map_to_text (map);
  g_assert_nonnull (strstr (text, spellings[i].field));
  g_assert_null (strstr (text, "attributes."));
}

static void
test_nothing_known (void)
{
  static const char *const tables[] = { "", "\n", "Shoe size,Colour\n9,red\n" };

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (draft_text (tables[i], &error));
      g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FORM);
      g_assert_cmpstr (error->message, ==,
                       "The header has no column that is known as the id of a unit, a post or a "
                       "person");
    }
}

static void
test_bad_name (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("Post ID\n", 8);
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_field_map_draft (bytes, "../staff", NULL, NULL, &error));
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FIELD_MAP);
}

/* A draft reads the extract that it was made of as the shipped map does. */
static void
test_as_shipped (void)
{
  const ExtractSample *sample = &extract_samples[1];
  g_autoptr (CadreImport) shipped = extract_read_sample (sample);
  g_autoptr (GBytes) bytes = extract_load_file (sample->files[0].file);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreFieldMap) map = cadre_field_map_draft (bytes, "staff", NULL, NULL, &error);
  g_autoptr (CadreExtractReader) reader = NULL;
  g_autoptr (CadreImport) import = NULL;
  g_autoptr (CadreDiff) diff = NULL;

  g_assert_no_error (error);
  reader = cadre_extract_reader_new (map);
  g_assert_true (cadre_extract_reader_add_bytes (reader, "staff", bytes, NULL));
  import = cadre_extract_reader_read (reader, NULL, &error);
  g_assert_no_error (error);
  diff = cadre_diff_new (cadre_import_get_structure (shipped), cadre_import_get_structure (import),
                         NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (cadre_diff_is_empty (diff));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (drafts); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/field-map-draft/map/", drafts[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_draft);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dates); i++)
    {
      g_autofree char *path = g_strconcat ("/exchange/field-map-draft/date/", dates[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_dates);
    }
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      g_autofree char *name = g_strdelimit (g_strdup (spellings[i].column), " .", '-');
      g_autofree char *path = g_strconcat ("/exchange/field-map-draft/spelling/", name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_spelling);
    }
  g_test_add_func ("/exchange/field-map-draft/nothing-known", test_nothing_known);
  g_test_add_func ("/exchange/field-map-draft/bad-name", test_bad_name);
  g_test_add_func ("/exchange/field-map-draft/as-shipped", test_as_shipped);

  return g_test_run ();
}
