/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Organograms: what each quirk of the published tables becomes. */

#include <cadre/cadre.h>

#include "organogram-dump.h"

#define SENIOR_COLUMNS                                                                       \
  "Post Unique Reference,Name,Grade (or equivalent),Job Title,Job/Team Function,"            \
  "Parent Department,Organisation,Unit,Contact Phone,Contact E-mail,Reports to Senior Post," \
  "Salary Cost of Reports (£),FTE,Actual Pay Floor (£),Actual Pay Ceiling (£),,"          \
  "Professional/Occupational Group,Notes,Valid?"
#define JUNIOR_COLUMNS                                                                     \
  "Parent Department,Organisation,Unit,Reporting Senior Post,Grade,Payscale Minimum (£)," \
  "Payscale Maximum (£),Generic Job Title,Number of Posts in FTE,"                        \
  "Professional/Occupational Group"
#define SENIOR_HEADER SENIOR_COLUMNS "\n"
#define JUNIOR_HEADER JUNIOR_COLUMNS "\n"

typedef struct
{
  const char *name;
  const char *senior; /* rows "REF;NAME;MANAGER;FTE;TITLE;REST", or a whole table that begins with a
                       * heading; (nullable) */
  const char *junior; /* (nullable): rows "MANAGER;GRADE;TITLE;FTE", or a whole table */
  CadreOrganogramRepair repairs;
  const char *wanted; /* which records, see dump_import() */
  const char *expected;
} Case;

/* Cells that a test says nothing of are the same throughout. */
static void
append_senior_row (GString *table, const char *row)
{
  g_auto (GStrv) cells = g_strsplit (row, ";", 6);
  guint n = g_strv_length (cells);

  g_string_append_printf (table, "%s,%s,SCS1,%s,,D,Org,Unit,,,%s,,%s,%s\n", cells[0], cells[1],
                          n > 4 ? cells[4] : "Head", cells[2], n > 3 ? cells[3] : "1",
                          n > 5 ? cells[5] : ",,,,,1");
}

static void
append_junior_row (GString *table, const char *row)
{
  g_auto (GStrv) cells = g_strsplit (row, ";", 4);

  g_string_append_printf (table, "D,Org,Unit,%s,%s,20000,30000,%s,%s,Policy\n", cells[0], cells[1],
                          cells[2], cells[3]);
}

static GBytes *
make_table (const char *text, gboolean is_junior)
{
  GString *table = g_string_new (is_junior ? JUNIOR_HEADER : SENIOR_HEADER);
  g_auto (GStrv) rows = NULL;

  if (text == NULL || strchr (text, ';') == NULL)
    {
      g_string_free (table, TRUE);
      return text != NULL ? g_bytes_new (text, strlen (text)) : NULL;
    }

  rows = g_strsplit (text, "\n", -1);
  for (guint i = 0; rows[i] != NULL; i++)
    if (is_junior)
      append_junior_row (table, rows[i]);
    else
      append_senior_row (table, rows[i]);

  return g_string_free_to_bytes (table);
}

static CadreImport *
read_tables (const char *senior, const char *junior, CadreOrganogramRepair repairs)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreDate) date = cadre_date_new (2014, 3, 31);
  g_autoptr (CadreOrganogramReader) reader = cadre_organogram_reader_new ();
  g_autoptr (GBytes) senior_bytes = make_table (senior, FALSE);
  g_autoptr (GBytes) junior_bytes = make_table (junior, TRUE);
  g_autoptr (GListModel) imports = NULL;

  cadre_organogram_reader_set_repairs (reader, repairs);
  cadre_organogram_reader_add_bytes (reader, date, senior_bytes, junior_bytes);
  imports = cadre_organogram_reader_read (reader, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (imports), ==, 1);

  return g_list_model_get_item (imports, 0);
}

/* Nothing is dropped: each row has met one fate, and rows that make no record are
 * issues. */
static void
check_fates (CadreImport *import)
{
  CadreStructure *structure = cadre_import_get_structure (import);
  guint n_posts = cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_POST);
  guint n_grouped = cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_GROUPED_POST);
  guint n_left_out = 0;
  static const char *const left_out[] = { "exchange.organogram.row-empty",
                                          "exchange.organogram.header-repeated",
                                          "exchange.organogram.duplicate-left-out",
                                          "exchange.organogram.row-repeated" };

  g_assert_cmpuint (n_posts + n_grouped, ==,
                    cadre_structure_get_n_records (structure, CADRE_RECORD_KIND_POST));
  for (guint i = 0; i < G_N_ELEMENTS (left_out); i++)
    n_left_out += cadre_issue_list_get_count (cadre_import_get_issues (import), left_out[i]);
  g_assert_cmpuint (cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_ISSUE), ==,
                    n_left_out);
}

static CadreExport *
write_tables (CadreStructure *structure, CadreRedactionLevel level)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (level);
  CadreExport *export = cadre_organogram_write (structure, redaction, NULL, &error);

  g_assert_no_error (error);
  return export;
}

/* What is written is read as it was, unless the export says what it could not hold. */
static void
check_round_trip (CadreImport *import, CadreOrganogramRepair repairs, const char *name)
{
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = cadre_import_get_structure (import);
  g_autoptr (CadreExport) export = write_tables (structure, CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreOrganogramReader) reader = cadre_organogram_reader_new ();
  g_autoptr (CadreDate) date = cadre_structure_get_as_of (structure);
  g_autoptr (GListModel) imports = NULL;
  g_autoptr (CadreImport) again = NULL;

  cadre_organogram_reader_set_repairs (reader, repairs);
  cadre_organogram_reader_set_formula_guard (reader, TRUE);
  cadre_organogram_reader_add_bytes (reader, date, cadre_export_find_bytes (export, "senior.csv"),
                                     cadre_export_find_bytes (export, "junior.csv"));
  imports = cadre_organogram_reader_read (reader, NULL, &error);
  g_assert_no_error (error);
  again = g_list_model_get_item (imports, 0);
  if (cadre_issue_list_get_total (cadre_export_get_issues (export)) == 0)
    assert_same_structure (structure, cadre_import_get_structure (again), name);
  else
    g_assert_true (strcmp (name, "columns-unknown") == 0 || strcmp (name, "date-column") == 0);
}

static const Case cases[] = {
  { "plain",
    "1;Ann;XX\n"
    "2;Bob;1",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "plahoi",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "line org/2 > org/1\n"
    "assignment org/1/1 post=org/1 person=person/2014-03-31/1\n"
    "assignment org/2/1 post=org/2 person=person/2014-03-31/2\n"
    "person person/2014-03-31/1 name=Ann\n"
    "person person/2014-03-31/2 name=Bob\n"
    "organisation org Org\n" },
  { "whole-row",
    SENIOR_HEADER "1,Ann,SCS2,Head of All,Leads,Dept,Org,Unit "
                  "A,020,a@b,XX,\"178,083.40\",0.8,\"£80,000\",84999,15115,Finance,\"the post "
                  "became vacant on 01/02/14\",1\n",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "plahougi",
    "post org/1 title=Head of All unit=org/unit-a employer=org grade=senior-civil-service/scs2 "
    "fte=4/5 pay-min=8000000 pay-max=8499900 profession=Finance note=the post became vacant on "
    "01/02/14 {contact-email=a@b} {contact-phone=020} {job-function=Leads} "
    "{salary-cost-of-reports=178083.4} {total-pay=15115}\n"
    "assignment org/1/1 post=org/1 person=person/2014-03-31/1\n"
    "person person/2014-03-31/1 name=Ann\n"
    "organisation org Org\n"
    "unit org/unit-a Unit A\n"
    "grade senior-civil-service/scs2 SCS2\n" },
  { "name-variants",
    "1;N/D;XX\n"
    "2;ND;1\n"
    "3;n/d;1\n"
    "4;N/A;1\n"
    "5;;1\n"
    "6;VACANT;1\n"
    "7;Vacant Post;1\n"
    "8;ELIMINATED;1\n"
    "9;Eliminated;1\n"
    "10;Vacanti;1",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pahi",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/10 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/3 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/4 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/5 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/6 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "vacancy=5\n"
    "post org/7 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "vacancy=5 {name=Vacant Post}\n"
    "post org/8 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "status=4 to=2014-03-30\n"
    "post org/9 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "status=4 to=2014-03-30\n"
    "assignment org/1/1 post=org/1\n"
    "assignment org/10/1 post=org/10 person=person/2014-03-31/1\n"
    "assignment org/2/1 post=org/2\n"
    "assignment org/3/1 post=org/3\n"
    "assignment org/4/1 post=org/4\n"
    "assignment org/5/1 post=org/5\n"
    "person person/2014-03-31/1 name=Vacanti\n"
    "name-blank @ senior, row 6, cell 2\n" },
  { "eliminated",
    "1;Ann;XX\n"
    "2;Eliminated;1\n"
    "3;Bob;2\n"
    "4;Eliminated;9\n"
    "1;Eliminated;XX",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pli",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/1/eliminated title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 "
    "fte=1 status=4 to=2014-03-30 {reference=1}\n"
    "post org/2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "status=4 to=2014-03-30\n"
    "post org/3 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/4 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "status=4 to=2014-03-30 {reports-to=9}\n"
    "line org/2 > org/1 to=2014-03-30\n"
    "line org/3 > org/2\n"
    "eliminated-in-use @ senior, row 6, cell 1\n"
    "manager-eliminated @ senior, row 4, cell 11\n" },
  { "eliminated-twice",
    "1;Ann;XX\n"
    "2;Eliminated;1;1;A\n"
    "2;Eliminated;1;1;B",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pi",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/2 title=A unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 status=4 "
    "to=2014-03-30\n"
    "post org/2/eliminated title=B unit=org/unit employer=org grade=senior-civil-service/scs1 "
    "fte=1 status=4 to=2014-03-30 {reference=2}\n"
    "eliminated-in-use @ senior, row 4, cell 1\n" },
  { "ref-zero",
    SENIOR_HEADER "1,Ann,SCS1,Head,,D,Org,Unit,,,XX,,1,,,,,,1\n"
                  "0,N/D,SCS1,Not in post,,D,Org,N/A,,,XX,,1,0,0,,,,1\n"
                  "0,Bob,SCS1,Adviser,,D,Org,Unit,,,1,,1,,,,,,1\n"
                  "3,N/D,SCS1,Not in post,,D,Org,Unit,,,1,,1,,,,,,1\n",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "phi",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/3 title=Not in post unit=org/unit employer=org grade=senior-civil-service/scs1 "
    "fte=1\n"
    "person not-in-post/1 {fte=1} {grade=SCS1} {job-title=Not in post} {organisation=Org} "
    "{parent-department=D} {pay-ceiling=0} {pay-floor=0} {reference=0} {reports-to=XX} {unit=N/A}\n"
    "person not-in-post/2 name=Bob {fte=1} {grade=SCS1} {job-title=Adviser} {organisation=Org} "
    "{parent-department=D} {reference=0} {reports-to=1} {unit=Unit}\n"
    "person person/2014-03-31/1 name=Ann\n"
    "not-in-post @ senior, row 4, cell 2\n"
    "not-in-post @ senior, row 4, cell 4\n"
    "not-in-post @ senior, row 4, cell 8\n"
    "not-in-post @ senior, row 5, cell 1\n" },
  { "job-share",
    "1;Ann;XX\n"
    "2;Bob;1;0.6\n"
    "2;Cat;1;0.4",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pai",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1\n"
    "assignment org/1/1 post=org/1 person=person/2014-03-31/1\n"
    "assignment org/2/1 post=org/2 person=person/2014-03-31/2 fte=3/5 share=org/2\n"
    "assignment org/2/2 post=org/2 person=person/2014-03-31/3 fte=2/5 share=org/2\n"
    "job-share @ senior, row 4, cell 1\n" },
  { "repeated",
    "1;Ann;XX\n"
    "2;Bob;1;0.6\n"
    "2;Cat;1;0.4\n"
    "2;Bob;1;0.6\n"
    "2;Cat;1;0.3\n"
    "1;Ann;XX\n"
    "3;N/D;1\n"
    "3;N/D;1",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "ai",
    "assignment org/1/1 post=org/1 person=person/2014-03-31/1\n"
    "assignment org/2/1 post=org/2 person=person/2014-03-31/2 fte=3/5 share=org/2\n"
    "assignment org/2/2 post=org/2 person=person/2014-03-31/3 fte=2/5 share=org/2\n"
    "assignment org/2/3 post=org/2 person=person/2014-03-31/3 fte=3/10 share=org/2\n"
    "assignment org/3/1 post=org/3 fte=1 share=org/3\n"
    "assignment org/3/2 post=org/3 fte=1 share=org/3\n"
    "job-share @ senior, row 4, cell 1\n"
    "row-repeated @ senior, row 5, cell 1\n"
    "job-share @ senior, row 6, cell 1\n"
    "row-repeated @ senior, row 7, cell 1\n"
    "job-share @ senior, row 9, cell 1\n" },
  { "job-share-other-case",
    "a1;Ann;XX\n"
    "2;Bob;A1;0.6\n"
    "2;Cat;a1;0.4",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "i",
    "job-share @ senior, row 4, cell 1\n"
    "ref-folded @ senior, row 3, cell 11\n" },
  { "job-share-bad-fte",
    "1;Ann;XX\n"
    "2;Bob;1;half\n"
    "2;Cat;1;a half",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "ai",
    "assignment org/1/1 post=org/1 person=person/2014-03-31/1\n"
    "assignment org/2/1 post=org/2 person=person/2014-03-31/2 share=org/2 {fte=half}\n"
    "assignment org/2/2 post=org/2 person=person/2014-03-31/3 share=org/2 {fte=a half}\n"
    "number @ senior, row 3, cell 13\n"
    "number @ senior, row 4, cell 13\n"
    "job-share @ senior, row 4, cell 1\n" },
  { "job-share-vacant",
    "1;Ann;XX\n"
    "2;Bob;1;0.6\n"
    "2;Vacant;1;0.4",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pai",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=3/5\n"
    "post org/2/2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=2/5 "
    "vacancy=5 {reference=2}\n"
    "assignment org/1/1 post=org/1 person=person/2014-03-31/1\n"
    "assignment org/2/1 post=org/2 person=person/2014-03-31/2\n"
    "job-share @ senior, row 4, cell 1\n"
    "vacant-share @ senior, row 4, cell 2\n" },
  { "job-share-vacant-first",
    "1;Ann;XX\n"
    "2;Vacant;1;0.6\n"
    "2;Bob;1;0.4",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pai",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=2/5\n"
    "post org/2/2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=3/5 "
    "vacancy=5 {reference=2}\n"
    "assignment org/1/1 post=org/1 person=person/2014-03-31/1\n"
    "assignment org/2/1 post=org/2 person=person/2014-03-31/2\n"
    "job-share @ senior, row 4, cell 1\n"
    "vacant-share @ senior, row 3, cell 2\n" },
  { "duplicate",
    "1;Ann;XX\n"
    "2;Bob;1;1;Head of A\n"
    "2;Cat;1;1;Head of B\n"
    "3;Dan;2",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "plai",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/2 title=Head of A unit=org/unit employer=org grade=senior-civil-service/scs1\n"
    "post org/3 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "line org/2 > org/1\n"
    "line org/3 > org/2\n"
    "assignment org/1/1 post=org/1 person=person/2014-03-31/1\n"
    "assignment org/2/1 post=org/2 person=person/2014-03-31/2 fte=1\n"
    "assignment org/2/2 post=org/2 person=person/2014-03-31/3 fte=1 {job-title=Head of B}\n"
    "assignment org/3/1 post=org/3 person=person/2014-03-31/4\n"
    "duplicate-differs @ senior, row 4, cell 4\n" },
  { "duplicate-top-said-late",
    "1;Ann;;0.5\n"
    "1;Bob;XX;0.5",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "plai",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1\n"
    "assignment org/1/1 post=org/1 person=person/2014-03-31/1 fte=1/2 share=org/1\n"
    "assignment org/1/2 post=org/1 person=person/2014-03-31/2 fte=1/2 share=org/1\n"
    "job-share @ senior, row 3, cell 1\n"
    "manager-blank @ senior, row 2, cell 11\n" },
  { "duplicate-keep-first",
    "1;Ann;XX\n"
    "2;Bob;1;1;Head of A\n"
    "2;Cat;1;1;Head of B\n"
    "3;Dan;2",
    NULL, CADRE_ORGANOGRAM_REPAIR_KEEP_FIRST, "plahi",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/2 title=Head of A unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/3 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "line org/2 > org/1\n"
    "line org/3 > org/2\n"
    "assignment org/1/1 post=org/1 person=person/2014-03-31/1\n"
    "assignment org/2/1 post=org/2 person=person/2014-03-31/2\n"
    "assignment org/3/1 post=org/3 person=person/2014-03-31/3\n"
    "person person/2014-03-31/1 name=Ann\n"
    "person person/2014-03-31/2 name=Bob\n"
    "person person/2014-03-31/3 name=Dan\n"
    "duplicate-left-out @ senior, row 4, cell 4\n" },
  { "duplicate-split",
    "1;Ann;XX\n"
    "2;Bob;1;1;Head of A\n"
    "2;Cat;1;1;Head of B\n"
    "3;Dan;2",
    NULL, CADRE_ORGANOGRAM_REPAIR_SPLIT_DUPLICATES, "plahi",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/2 title=Head of A unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/2/2 title=Head of B unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "{reference=2}\n"
    "post org/3 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "line org/2 > org/1\n"
    "line org/2/2 > org/1\n"
    "line org/3 > org/2\n"
    "assignment org/1/1 post=org/1 person=person/2014-03-31/1\n"
    "assignment org/2/1 post=org/2 person=person/2014-03-31/2\n"
    "assignment org/2/2/1 post=org/2/2 person=person/2014-03-31/3\n"
    "assignment org/3/1 post=org/3 person=person/2014-03-31/4\n"
    "person person/2014-03-31/1 name=Ann\n"
    "person person/2014-03-31/2 name=Bob\n"
    "person person/2014-03-31/3 name=Cat\n"
    "person person/2014-03-31/4 name=Dan\n"
    "duplicate-split @ senior, row 4, cell 4\n" },
  { "duplicate-split-agree",
    "1;Ann;XX\n"
    "2;Bob;1;0.5\n"
    "2;Cat;1;0.5",
    NULL, CADRE_ORGANOGRAM_REPAIR_SPLIT_DUPLICATES, "pai",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1\n"
    "assignment org/1/1 post=org/1 person=person/2014-03-31/1\n"
    "assignment org/2/1 post=org/2 person=person/2014-03-31/2 fte=1/2 share=org/2\n"
    "assignment org/2/2 post=org/2 person=person/2014-03-31/3 fte=1/2 share=org/2\n"
    "job-share @ senior, row 4, cell 1\n" },
  { "ref-case",
    "A1;Ann;xx\n"
    "b2;Bob;a1\n"
    "C3;Cat;B2",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pli",
    "post org/A1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/B2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "{reference=b2}\n"
    "post org/C3 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "line org/B2 > org/A1\n"
    "line org/C3 > org/B2\n"
    "ref-folded @ senior, row 3, cell 11\n"
    "ref-folded @ senior, row 4, cell 11\n" },
  { "ref-form",
    "A_1;Ann;XX\n"
    "B/2;Bob;A_1\n"
    "XX;Cat;B/2",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pli",
    "post org/A_1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/B/2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/XX title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "line org/B/2 > org/A_1\n"
    "line org/XX > org/B/2\n"
    "ref-form @ senior, row 2, cell 1\n"
    "ref-form @ senior, row 3, cell 1\n"
    "ref-form @ senior, row 4, cell 1\n" },
  { "ref-blank",
    ";Ann;XX\n"
    ";Bob;XX\n"
    "NO-REF;Cat;XX\n"
    "-;Dan;XX",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pi",
    "post org/- title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/NO-REF title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/no-ref title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "{reference=}\n"
    "post org/no-ref/2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "{reference=}\n"
    "ref-blank @ senior, row 2, cell 1\n"
    "ref-blank @ senior, row 3, cell 1\n" },
  { "manager-blank",
    "1;Ann;XX\n"
    "2;Bob;",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "li", "manager-blank @ senior, row 3, cell 11\n" },
  { "orphan",
    "1;Ann;XX\n"
    "2;Bob;9\n"
    "3;Cat;N/A",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "li",
    "line org/2 > org/9\n"
    "line org/3 > org/N/A\n"
    "manager-missing @ senior, row 3, cell 11\n"
    "manager-missing @ senior, row 4, cell 11\n" },
  { "orphan-attached",
    "1;Ann;XX\n"
    "2;Bob;9\n"
    "3;Cat;4\n"
    "4;Eliminated;1\n"
    "5;Dan;XX",
    "9;AO;Clerk;2", CADRE_ORGANOGRAM_REPAIR_ATTACH_ORPHANS, "li",
    "line org/1/ao/clerk > org/1\n"
    "line org/2 > org/1\n"
    "line org/3 > org/1\n"
    "line org/4 > org/1 to=2014-03-30\n"
    "manager-missing @ senior, row 3, cell 11\n"
    "manager-eliminated @ senior, row 4, cell 11\n"
    "manager-missing @ junior, row 2, cell 4\n"
    "repaired-orphan @ senior, row 3, cell 11\n"
    "repaired-orphan @ senior, row 4, cell 11\n"
    "repaired-orphan @ junior, row 2, cell 4\n" },
  { "orphan-no-top", "2;Bob;9", NULL, CADRE_ORGANOGRAM_REPAIR_ATTACH_ORPHANS, "li",
    "line org/2 > org/9\n"
    "manager-missing @ senior, row 2, cell 11\n"
    "top-none @ senior\n" },
  { "self",
    "1;Ann;XX\n"
    "2;Bob;2",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "li",
    "line org/2 > org/2\n"
    "manager-self @ senior, row 3, cell 11\n" },
  { "self-cut",
    "1;Ann;XX\n"
    "2;Bob;2",
    NULL, CADRE_ORGANOGRAM_REPAIR_CUT_CYCLES, "li",
    "manager-self @ senior, row 3, cell 11\n"
    "repaired-cycle @ senior, row 3, cell 11\n" },
  { "cycle",
    "1;Ann;XX\n"
    "4;Dan;2\n"
    "3;Cat;4\n"
    "2;Bob;3\n"
    "5;Eve;4",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "li",
    "line org/2 > org/3\n"
    "line org/3 > org/4\n"
    "line org/4 > org/2\n"
    "line org/5 > org/4\n"
    "manager-cycle @ senior, row 5, cell 11\n" },
  { "cycle-cut",
    "1;Ann;XX\n"
    "4;Dan;2\n"
    "3;Cat;4\n"
    "2;Bob;3\n"
    "5;Eve;4",
    NULL, CADRE_ORGANOGRAM_REPAIR_CUT_CYCLES, "li",
    "line org/3 > org/4\n"
    "line org/4 > org/2\n"
    "line org/5 > org/4\n"
    "manager-cycle @ senior, row 5, cell 11\n"
    "repaired-cycle @ senior, row 5, cell 11\n" },
  { "cycle-cut-and-attach",
    "4;Dan;2\n"
    "3;Cat;4\n"
    "2;Bob;3\n"
    "5;Eve;9",
    NULL, CADRE_ORGANOGRAM_REPAIR_ATTACH_ORPHANS | CADRE_ORGANOGRAM_REPAIR_CUT_CYCLES, "li",
    "line org/3 > org/4\n"
    "line org/4 > org/2\n"
    "line org/5 > org/2\n"
    "manager-missing @ senior, row 5, cell 11\n"
    "top-none @ senior\n"
    "manager-cycle @ senior, row 4, cell 11\n"
    "repaired-cycle @ senior, row 4, cell 11\n"
    "repaired-orphan @ senior, row 5, cell 11\n" },
  { "top-none",
    "1;Ann;\n"
    "2;Bob;1",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "li",
    "line org/2 > org/1\n"
    "manager-blank @ senior, row 2, cell 11\n"
    "top-none @ senior\n" },
  { "tops-several",
    "1;Ann;XX\n"
    "2;Bob;XX\n"
    "3;Cat;xx",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "li", "" },
  { "numbers",
    SENIOR_HEADER
    "1,Ann,SCS1,Head,,D,Org,Unit,,,XX,N/D,n/a,Loan 0,N/A,,,,1\n"
    "2,Bob,SCS1,Head,,D,Org,Unit,,,1,136968.9425,1.50,\"£1,234.5\",£ 99999,,,,1\n"
    "3,Cat,SCS1,Head,,D,Org,Unit,,,1,-5,-1,-5,\"12,34\",,,,1\n"
    "4,Dan,SCS1,Head,,D,Org,Unit,,,1,1E+05,1.0,80000.125,1000000000000000000000,,,,1\n",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pi",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 {fte=n/a} "
    "{pay-ceiling=N/A} {pay-floor=Loan 0} {salary-cost-of-reports=N/D}\n"
    "post org/2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=3/2 "
    "pay-min=123450 pay-max=9999900 {salary-cost-of-reports=136968.9425}\n"
    "post org/3 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 {fte=-1} "
    "{pay-ceiling=12,34} {pay-floor=-5} {salary-cost-of-reports=-5}\n"
    "post org/4 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "{pay-ceiling=1000000000000000000000} {pay-floor=80000.125} {salary-cost-of-reports=100000}\n"
    "number @ senior, row 2, cell 14\n"
    "number @ senior, row 4, cell 12\n"
    "number @ senior, row 4, cell 13\n"
    "number @ senior, row 4, cell 14\n"
    "number @ senior, row 4, cell 15\n" },
  { "grade-unknown",
    SENIOR_HEADER "1,Ann,Deputy Director,Head,,D,Org,Unit,,,XX,,1,,,,,,1\n"
                  "2,Bob,scs1,Head,,D,Org,Unit,,,1,,1,,,,,,1\n"
                  "3,Cat,,Head,,D,Org,Unit,,,1,,1,,,,,,1\n"
                  "4,Dan,OF-6,Head,,D,Org,Unit,,,1,,1,,,,,,1\n",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pgi",
    "post org/1 title=Head unit=org/unit employer=org grade=org/senior/deputy-director fte=1\n"
    "post org/2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/3 title=Head unit=org/unit employer=org fte=1\n"
    "post org/4 title=Head unit=org/unit employer=org grade=armed-forces-officers/of-6 fte=1\n"
    "grade armed-forces-officers/of-6 OF-6\n"
    "grade org/senior/deputy-director Deputy Director\n"
    "grade senior-civil-service/scs1 scs1\n"
    "grade-unknown @ senior, row 2, cell 3\n"
    "grade-unknown @ senior, row 4, cell 3\n" },
  { "profession-none", SENIOR_HEADER "1,Ann,SCS1,Head,,D,Org,Unit,,,XX,,1,,,,N/A,,1\n", NULL,
    CADRE_ORGANOGRAM_REPAIR_NONE, "p",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "{profession=N/A}\n" },
  { "profession-unknown",
    SENIOR_HEADER "1,Ann,SCS1,Head,,D,Org,Unit,,,XX,,1,,,,Strategy,,1\n"
                  "2,Bob,SCS1,Head,,D,Org,Unit,,,1,,1,,,,PROPERTY AND ASSET MANAGEMENT,,1\n"
                  "3,Eliminated,SCS1,Head,,D,Org,Unit,,,1,,1,,,,Strategy,,1\n"
                  "4,Cat,SCS1,Head,,D,Org,Unit,,,1,,1,,,,nd,,1\n",
    JUNIOR_HEADER "D,Org,Unit,1,AO,,,Clerk,2,Vet\n"
                  "D,Org,Unit,1,EO,,,Clerk,2,Vets\n"
                  "D,Org,Unit,1,HO,,,Clerk,2,\n",
    CADRE_ORGANOGRAM_REPAIR_NONE, "i",
    "profession-unknown @ senior, row 2, cell 17\n"
    "profession-unknown @ junior, row 2, cell 10\n" },
  { "valid",
    SENIOR_HEADER "1,Ann,SCS1,Head,,D,Org,Unit,,,XX,,1,,,,,,1\n"
                  "2,Bob,SCS1,Head,,D,Org,Unit,,,1,,1,,,,,,0\n"
                  "3,Cat,SCS1,Head,,D,Org,Unit,,,1,,1,,,,,,1.0\n",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pi",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "{valid=0}\n"
    "post org/3 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "not-valid @ senior, row 3, cell 19\n" },
  { "valid-inverted",
    SENIOR_HEADER "1,Ann,SCS1,Head,,D,Org,Unit,,,XX,,1,,,,,,0\n"
                  "2,Bob,SCS1,Head,,D,Org,Unit,,,1,,1,,,,,,0\n"
                  ",,,,,,,,,,,,,,,,,,1\n"
                  ",,,,,,,,,,,,,,,,,,1\n"
                  ",,,,,,,,,,,,,,,,,,1\n",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pi",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "{valid=0}\n"
    "post org/2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "{valid=0}\n"
    "row-empty @ senior, row 4\n"
    "row-empty @ senior, row 5\n"
    "row-empty @ senior, row 6\n"
    "valid-inverted @ senior\n" },
  { "header-drift",
    ",post unique reference,NAME,Grade,Job title,Job/Team Function,Parent "
    "Department,Organization,Unit,Contact Phone,Contact E-mail,Reports to Senior Post,Salary Cost "
    "of Reports (£),FTE,Actual Pay Floor (?),Actual Pay Ceiling,Total Pay,Professional / "
    "Occupational Group,Notes,Valid\n"
    "0,1,Ann,SCS1,Head,,D,Org,Unit,,,XX,,1,80000,84999,20000,Policy,,1\n",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pi",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "pay-min=8000000 pay-max=8499900 profession=Policy {total-pay=20000}\n"
    "index-column @ senior, row 1, cell 1\n" },
  { "columns-missing-and-moved",
    "Name,Post Unique Reference,Reports to Senior Post\n"
    "Ann,1,XX\n"
    "Bob,2,1\n",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pli",
    "post -/1\n"
    "post -/2\n"
    "line -/2 > -/1\n"
    "column-missing @ senior, Grade (or equivalent)\n"
    "column-missing @ senior, Job Title\n"
    "column-missing @ senior, Job/Team Function\n"
    "column-missing @ senior, Parent Department\n"
    "column-missing @ senior, Organisation\n"
    "column-missing @ senior, Unit\n"
    "column-missing @ senior, Contact Phone\n"
    "column-missing @ senior, Contact E-mail\n"
    "column-missing @ senior, Salary Cost of Reports (£)\n"
    "column-missing @ senior, FTE\n"
    "column-missing @ senior, Actual Pay Floor (£)\n"
    "column-missing @ senior, Actual Pay Ceiling (£)\n"
    "column-missing @ senior, Professional/Occupational Group\n"
    "column-missing @ senior, Notes\n"
    "column-missing @ senior, Valid?\n"
    "grade-unknown @ senior, row 2\n"
    "grade-unknown @ senior, row 3\n" },
  { "columns-unknown",
    "Post Unique Reference,Name,Reports to Senior Post,Office,,Office\n"
    "1,Ann,XX,Leeds,x,York,more\n"
    "2,Bob,1\n",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pi",
    "post -/1 {column-4-office=Leeds} {column-5--=x} {column-6-office=York} {column-7=more}\n"
    "post -/2\n"
    "column-unknown @ senior, row 1, cell 4\n"
    "column-unknown @ senior, row 1, cell 5\n"
    "column-unknown @ senior, row 1, cell 6\n"
    "column-missing @ senior, Grade (or equivalent)\n"
    "column-missing @ senior, Job Title\n"
    "column-missing @ senior, Job/Team Function\n"
    "column-missing @ senior, Parent Department\n"
    "column-missing @ senior, Organisation\n"
    "column-missing @ senior, Unit\n"
    "column-missing @ senior, Contact Phone\n"
    "column-missing @ senior, Contact E-mail\n"
    "column-missing @ senior, Salary Cost of Reports (£)\n"
    "column-missing @ senior, FTE\n"
    "column-missing @ senior, Actual Pay Floor (£)\n"
    "column-missing @ senior, Actual Pay Ceiling (£)\n"
    "column-missing @ senior, Professional/Occupational Group\n"
    "column-missing @ senior, Notes\n"
    "column-missing @ senior, Valid?\n"
    "cell-beyond @ senior, row 2\n"
    "grade-unknown @ senior, row 2\n"
    "grade-unknown @ senior, row 3\n" },
  { "header-repeated", SENIOR_HEADER "1,Ann,SCS1,Head,,D,Org,Unit,,,XX,,1,,,,,,1\n" SENIOR_HEADER,
    JUNIOR_HEADER "D,Org,Unit,1,AO,20000,30000,Clerk,2,Policy\n" JUNIOR_HEADER,
    CADRE_ORGANOGRAM_REPAIR_NONE, "pi",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/1/ao/clerk title=Clerk unit=org/unit employer=org grade=org/junior/ao budgeted=2 "
    "establishment=-1 grouped=1 pay-min=2000000 pay-max=3000000 profession=Policy\n"
    "header-repeated @ senior, row 3\n"
    "header-repeated @ junior, row 3\n" },
  { "lone-cr",
    "Post Unique Reference,Name,Grade (or equivalent),Job Title,Job/Team Function,Parent "
    "Department,Organisation,Unit,Contact Phone,Contact E-mail,Reports to Senior Post,Salary Cost "
    "of Reports (£),FTE,Actual Pay Floor (£),Actual Pay Ceiling (£),,Professional/Occupational "
    "Group,Notes,Valid?\r1,Ann,SCS1,Head,,D,Org,Unit,,,XX,,1,,,,,,1\r",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pi",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n" },
  { "spelling",
    SENIOR_HEADER "1,Ann,SCS1,Head,,Dept,The Org,HR and IT,,,XX,,1,,,,,,1\n"
                  "2,Bob,SCS1,Head,,DEPT,THE ORG,HR  and it,,,1,,1,,,,,,1\n",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "poui",
    "post the-org/1 title=Head unit=the-org/hr-and-it employer=the-org "
    "grade=senior-civil-service/scs1 fte=1 {organisation=The Org} {parent-department=Dept} "
    "{unit=HR and IT}\n"
    "post the-org/2 title=Head unit=the-org/hr-and-it employer=the-org "
    "grade=senior-civil-service/scs1 fte=1\n"
    "organisation the-org THE ORG\n"
    "unit the-org/hr-and-it HR  and it\n"
    "spelling @ senior, row 2, cell 7\n"
    "spelling @ senior, row 2, cell 8\n" },
  { "two-organisations",
    SENIOR_HEADER "1,Ann,SCS1,Head,,D,Org A,Unit,,,XX,,1,,,,,,1\n"
                  "1,Bob,SCS1,Head,,D,Org B,Unit,,,XX,,1,,,,,,1\n"
                  "2,Cat,SCS1,Head,,D,Org B,Unit,,,1,,1,,,,,,1\n"
                  "3,Dan,SCS1,Head,,D,Org C,Unit,,,2,,1,,,,,,1\n"
                  "4,Eve,SCS1,Head,,D,Org C,Unit,,,1,,1,,,,,,1\n",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "plui",
    "post org-a/1 title=Head unit=org-a/unit employer=org-a grade=senior-civil-service/scs1 fte=1\n"
    "post org-b/1 title=Head unit=org-b/unit employer=org-b grade=senior-civil-service/scs1 fte=1\n"
    "post org-b/2 title=Head unit=org-b/unit employer=org-b grade=senior-civil-service/scs1 fte=1\n"
    "post org-c/3 title=Head unit=org-c/unit employer=org-c grade=senior-civil-service/scs1 fte=1\n"
    "post org-c/4 title=Head unit=org-c/unit employer=org-c grade=senior-civil-service/scs1 fte=1\n"
    "line org-b/2 > org-b/1\n"
    "line org-c/3 > org-b/2\n"
    "line org-c/4 > org-a/1\n"
    "unit org-a/unit Unit\n"
    "unit org-b/unit Unit\n"
    "unit org-c/unit Unit\n"
    "manager-ambiguous @ senior, row 6, cell 11\n" },
  { "organisation-blank",
    SENIOR_HEADER "1,Ann,SCS1,Head,,Dept,,Unit,,,XX,,1,,,,,,1\n"
                  "2,Bob,SCS1,Head,,,N/A,,,,1,,1,,,,,,1\n",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "poui",
    "post -/2 title=Head grade=senior-civil-service/scs1 fte=1 {organisation=N/A}\n"
    "post dept/1 title=Head unit=dept/unit grade=senior-civil-service/scs1 fte=1 "
    "{parent-department=Dept}\n"
    "unit dept/unit Unit\n" },
  { "pools",
    "1;Ann;XX\n"
    "2;Eliminated;1",
    "1;AO;Clerk;2.5\n"
    "1;AO;Clerk;3\n"
    "1;EO;;N/D\n"
    "2;AO;Clerk;1\n"
    "7;AO;Clerk;1\n"
    ";AO;Clerk;1\n"
    "1;AO;Clerk;many",
    CADRE_ORGANOGRAM_REPAIR_NONE, "pli",
    "post org/-/ao/clerk title=Clerk unit=org/unit employer=org grade=org/junior/ao budgeted=1 "
    "establishment=-1 grouped=1 pay-min=2000000 pay-max=3000000 profession=Policy\n"
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/1/ao/clerk title=Clerk unit=org/unit employer=org grade=org/junior/ao budgeted=5/2 "
    "establishment=-1 grouped=1 pay-min=2000000 pay-max=3000000 profession=Policy\n"
    "post org/1/ao/clerk/2 title=Clerk unit=org/unit employer=org grade=org/junior/ao budgeted=3 "
    "establishment=-1 grouped=1 pay-min=2000000 pay-max=3000000 profession=Policy\n"
    "post org/1/ao/clerk/3 title=Clerk unit=org/unit employer=org grade=org/junior/ao "
    "establishment=-1 grouped=1 pay-min=2000000 pay-max=3000000 profession=Policy {fte=many}\n"
    "post org/1/eo/- unit=org/unit employer=org grade=org/junior/eo establishment=-1 grouped=1 "
    "pay-min=2000000 pay-max=3000000 profession=Policy {fte=N/D}\n"
    "post org/2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "status=4 to=2014-03-30\n"
    "post org/2/ao/clerk title=Clerk unit=org/unit employer=org grade=org/junior/ao budgeted=1 "
    "establishment=-1 grouped=1 pay-min=2000000 pay-max=3000000 profession=Policy\n"
    "post org/7/ao/clerk title=Clerk unit=org/unit employer=org grade=org/junior/ao budgeted=1 "
    "establishment=-1 grouped=1 pay-min=2000000 pay-max=3000000 profession=Policy\n"
    "line org/-/ao/clerk > ?\n"
    "line org/1/ao/clerk > org/1\n"
    "line org/1/ao/clerk/2 > org/1\n"
    "line org/1/ao/clerk/3 > org/1\n"
    "line org/1/eo/- > org/1\n"
    "line org/2 > org/1 to=2014-03-30\n"
    "line org/2/ao/clerk > org/2\n"
    "line org/7/ao/clerk > org/7\n"
    "number @ junior, row 8, cell 9\n"
    "manager-eliminated @ junior, row 5, cell 4\n"
    "manager-missing @ junior, row 6, cell 4\n"
    "manager-blank @ junior, row 7, cell 4\n" },
  { "pools-alone", NULL, "1;AO;Clerk;2.5", CADRE_ORGANOGRAM_REPAIR_NONE, "pli",
    "post org/1/ao/clerk title=Clerk unit=org/unit employer=org grade=org/junior/ao budgeted=5/2 "
    "establishment=-1 grouped=1 pay-min=2000000 pay-max=3000000 profession=Policy\n"
    "line org/1/ao/clerk > org/1\n"
    "manager-missing @ junior, row 2, cell 4\n" },
  { "same-name",
    "1;Ann;XX\n"
    "2;Ann;1\n"
    "3;Abe;1",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "ah",
    "assignment org/1/1 post=org/1 person=person/2014-03-31/2\n"
    "assignment org/2/1 post=org/2 person=person/2014-03-31/2\n"
    "assignment org/3/1 post=org/3 person=person/2014-03-31/1\n"
    "person person/2014-03-31/1 name=Abe\n"
    "person person/2014-03-31/2 name=Ann\n" },
  { "path-like-unit",
    SENIOR_HEADER "1,Ann,SCS1,Head,,D,../../etc/passwd,/etc/../x,,,XX,,1,,,,,,1\n"
                  "../2,Bob,SCS1,Head,,D,..,//,,,1,,1,,,,,,1\n",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "poui",
    "post -/../2 title=Head unit=-/- employer=- grade=senior-civil-service/scs1 fte=1\n"
    "post etc-passwd/1 title=Head unit=etc-passwd/etc-x employer=etc-passwd "
    "grade=senior-civil-service/scs1 fte=1\n"
    "organisation - ..\n"
    "organisation etc-passwd ../../etc/passwd\n"
    "unit -/- //\n"
    "unit etc-passwd/etc-x /etc/../x\n"
    "ref-form @ senior, row 3, cell 1\n" },
  { "formula-cells",
    SENIOR_HEADER "1,\"=cmd|' /C calc'!A0\",SCS1,=1+1,- Ensures,D,@Org,+Unit,,,XX,,1,,,,,-note,1\n",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "phoui",
    "post org/1 title==1+1 unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "note=-note {job-function=- Ensures}\n"
    "person person/2014-03-31/1 name==cmd|' /C calc'!A0\n"
    "organisation org @Org\n"
    "unit org/unit +Unit\n" },
  { "colliding-ids",
    "1;Ann;XX\n"
    "1;Bob;1;1;B\n"
    "1/2;Cat;1\n"
    "1/ELIMINATED;Dan;1\n"
    "1;Eliminated;1",
    "1;2;;1", CADRE_ORGANOGRAM_REPAIR_SPLIT_DUPLICATES, "pi",
    "post org/1 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/1/2 title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1\n"
    "post org/1/2/- unit=org/unit employer=org grade=org/junior/2 budgeted=1 establishment=-1 "
    "grouped=1 pay-min=2000000 pay-max=3000000 profession=Policy\n"
    "post org/1/3 title=B unit=org/unit employer=org grade=senior-civil-service/scs1 fte=1 "
    "{reference=1}\n"
    "post org/1/ELIMINATED title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 "
    "fte=1\n"
    "post org/1/eliminated title=Head unit=org/unit employer=org grade=senior-civil-service/scs1 "
    "fte=1 status=4 to=2014-03-30 {reference=1}\n"
    "ref-form @ senior, row 4, cell 1\n"
    "ref-form @ senior, row 5, cell 1\n"
    "duplicate-split @ senior, row 3, cell 4\n"
    "eliminated-in-use @ senior, row 6, cell 1\n" },
  { "date-column",
    "Date,Post Unique Reference,Name,Reports to Senior Post\n"
    "Mar-14,1,Ann,XX\n"
    "31/03/2014,2,Bob,1\n"
    "soon,3,Cat,1\n",
    NULL, CADRE_ORGANOGRAM_REPAIR_NONE, "pi",
    "post -/1 {date=Mar-14}\n"
    "post -/2\n"
    "post -/3 {date=soon}\n"
    "column-missing @ senior, Grade (or equivalent)\n"
    "column-missing @ senior, Job Title\n"
    "column-missing @ senior, Job/Team Function\n"
    "column-missing @ senior, Parent Department\n"
    "column-missing @ senior, Organisation\n"
    "column-missing @ senior, Unit\n"
    "column-missing @ senior, Contact Phone\n"
    "column-missing @ senior, Contact E-mail\n"
    "column-missing @ senior, Salary Cost of Reports (£)\n"
    "column-missing @ senior, FTE\n"
    "column-missing @ senior, Actual Pay Floor (£)\n"
    "column-missing @ senior, Actual Pay Ceiling (£)\n"
    "column-missing @ senior, Professional/Occupational Group\n"
    "column-missing @ senior, Notes\n"
    "column-missing @ senior, Valid?\n"
    "date @ senior, row 2, cell 1\n"
    "date @ senior, row 4, cell 1\n"
    "grade-unknown @ senior, row 2\n"
    "grade-unknown @ senior, row 3\n"
    "grade-unknown @ senior, row 4\n" },
  { "empty-table", SENIOR_HEADER, JUNIOR_HEADER, CADRE_ORGANOGRAM_REPAIR_NONE, "phougi", "" },
};

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (CadreImport) import = read_tables (test->senior, test->junior, test->repairs);
  g_autofree char *dump = dump_import (import, test->wanted);

  g_assert_cmpstr (dump, ==, test->expected);
  check_fates (import);
  check_round_trip (import, test->repairs, test->name);
}

/* What a code says, how bad it is, and of which post. */
static void
test_messages (void)
{
  g_autoptr (CadreImport) import =
    read_tables ("1;Ann;XX\n3;Dan;2\n2;Bob;3\n4;Bob;4\n5;N/D;9\n5;N/D;9;1;Other", "8;AO;Clerk;x",
                 0);
  CadreIssueList *issues = cadre_import_get_issues (import);
  static const char *const expected[] = {
    "junior, row 2, cell 9: error: The cell is no number, and neither N/A nor N/D; it is kept as "
    "an "
    "attribute [exchange.organogram.number] (State a number, N/A or N/D)",
    "senior, row 7, cell 4: error: The row has the ref of an earlier one, and says something else "
    "of the post [exchange.organogram.duplicate-differs] (Give the row a ref of its own, "
    "or make the rows agree)",
    "senior, row 6, cell 11: error: No row has the ref that the row reports to "
    "[exchange.organogram.manager-missing] (Correct the ref)",
    "junior, row 2, cell 4: error: No row has the ref that the row reports to "
    "[exchange.organogram.manager-missing] (Correct the ref)",
    "senior, row 4, cell 11: error: post/org/2: The posts report to each other in a circle: org/2 "
    "→ "
    "org/3 → org/2 [exchange.organogram.manager-cycle] (Correct one of the refs)",
    "senior, row 5, cell 11: error: post/org/4: The post reports to itself "
    "[exchange.organogram.manager-self] (State the post that it reports to, or XX at the "
    "top)",
  };

  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (issues)), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);
      g_autofree char *text = cadre_issue_to_string (issue);

      g_assert_cmpstr (text, ==, expected[i]);
    }
}

/* A table as spreadsheets of western Europe save it. */
static void
test_windows_1252 (void)
{
  static const char table[] = "Post Unique Reference,Name,Reports to Senior Post,"
                              "Actual Pay Floor (\243),Unit\n1,Ann,XX,\24380000,Caf\351\n";
  g_autoptr (CadreImport) import = read_tables (table, NULL, 0);
  g_autoptr (CadrePost) post =
    cadre_structure_find_post (cadre_import_get_structure (import), "-/1");

  g_assert_cmpint (cadre_post_get_pay_min (post), ==, 8000000);
  g_assert_cmpstr (cadre_post_get_unit (post), ==, "-/caf\303\251");
  g_assert_cmpuint (cadre_issue_list_get_count (cadre_import_get_issues (import),
                                                "document.csv.assumed-windows-1252"),
                    ==, 1);
}

typedef struct
{
  const char *name;
  const char *senior;
  const char *junior; /* (nullable) */
  const char *message;
} Refused;

static const Refused refused[] = {
  { "nothing", "", NULL, "The first row of the senior file has no column “Post Unique Reference”" },
  { "other", "a,b\n1,2\n", NULL,
    "The first row of the senior file has no column “Post Unique Reference”" },
  { "changed-over", JUNIOR_HEADER, NULL,
    "The first row of the senior file has no column “Post Unique Reference”" },
  { "junior", SENIOR_HEADER, "Name,Unit\n",
    "The first row of the junior file has no column “Reporting Senior Post”" },
};

static void
test_refused (gconstpointer data)
{
  const Refused *test = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreOrganogramReader) reader = cadre_organogram_reader_new ();
  g_autoptr (GBytes) senior = g_bytes_new (test->senior, strlen (test->senior));
  g_autoptr (GBytes) junior =
    test->junior != NULL ? g_bytes_new (test->junior, strlen (test->junior)) : NULL;

  cadre_organogram_reader_add_bytes (reader, NULL, senior, junior);
  g_assert_null (cadre_organogram_reader_read (reader, NULL, &error));
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FORM);
  g_assert_cmpstr (error->message, ==, test->message);
}

static void
test_limits (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreLimits) limits = cadre_limits_new_bounded ();
  g_autoptr (CadreOrganogramReader) reader = cadre_organogram_reader_new ();
  g_autoptr (GBytes) senior = make_table ("1;Ann;XX\n2;Bob;1", FALSE);
  g_autoptr (GBytes) junior = make_table ("1;AO;Clerk;1\n1;AO;Clerk;1", TRUE);

  cadre_limits_set_max_rows (limits, 3);
  cadre_organogram_reader_set_limits (reader, limits);
  cadre_organogram_reader_add_bytes (reader, NULL, senior, junior);
  g_assert_null (cadre_organogram_reader_read (reader, NULL, &error));
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_LIMIT_ROWS);
  g_assert_cmpstr (error->message, ==, "The files of one date have more than 3 rows");
}

static void
test_cancelled (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CadreOrganogramReader) reader = cadre_organogram_reader_new ();
  g_autoptr (GBytes) senior = make_table ("1;Ann;XX\n2;Bob;1", FALSE);

  cadre_organogram_reader_add_bytes (reader, NULL, senior, NULL);
  g_cancellable_cancel (cancellable);
  g_assert_null (cadre_organogram_reader_read (reader, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A series comes in the order of its dates; tables of one date are one structure. */
static GListModel *
read_series (gboolean names_are_identities, const char *organisation)
{
  static const struct
  {
    guint year;
    const char *senior;
  } tables[] = {
    { 2015, "1;Cat;XX\n2;Bob;1" },
    { 2013, "1;Ann;XX\n2;Bob;1" },
    { 2014, "1;Bob;XX" },
    { 2014, "2;Dan;1" },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreOrganogramReader) reader = cadre_organogram_reader_new ();
  GListModel *imports = NULL;

  cadre_organogram_reader_set_names_are_identities (reader, names_are_identities);
  cadre_organogram_reader_set_organisation (reader, organisation);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autoptr (CadreDate) date = cadre_date_new (tables[i].year, 3, 31);
      g_autoptr (GBytes) senior = make_table (tables[i].senior, FALSE);

      cadre_organogram_reader_add_bytes (reader, date, senior, NULL);
    }
  g_assert_cmpuint (cadre_organogram_reader_get_n_snapshots (reader), ==, 4);
  imports = cadre_organogram_reader_read (reader, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (imports), ==, 3);

  return imports;
}

static void
check_series (GListModel *imports, const char *const expected[3])
{
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (CadreImport) import = g_list_model_get_item (imports, i);
      g_autoptr (CadreDate) date = cadre_structure_get_as_of (cadre_import_get_structure (import));
      g_autofree char *dump = dump_import (import, "ah");

      g_assert_cmpuint (cadre_date_get_year (date), ==, 2013 + i);
      g_assert_cmpstr (dump, ==, expected[i]);
    }
}

static void
test_series (void)
{
  static const char *const expected[3] = {
    "assignment org/1/1 post=org/1 person=person/2013-03-31/1\n"
    "assignment org/2/1 post=org/2 person=person/2013-03-31/2\n"
    "person person/2013-03-31/1 name=Ann\nperson person/2013-03-31/2 name=Bob\n",
    "assignment org/1/1 post=org/1 person=person/2014-03-31/1\n"
    "assignment org/2/1 post=org/2 person=person/2014-03-31/2\n"
    "person person/2014-03-31/1 name=Bob\nperson person/2014-03-31/2 name=Dan\n",
    "assignment org/1/1 post=org/1 person=person/2015-03-31/2\n"
    "assignment org/2/1 post=org/2 person=person/2015-03-31/1\n"
    "person person/2015-03-31/1 name=Bob\nperson person/2015-03-31/2 name=Cat\n",
  };
  g_autoptr (GListModel) imports = read_series (FALSE, NULL);

  check_series (imports, expected);
}

static void
test_series_with_identities (void)
{
  static const char *const expected[3] = {
    "assignment x/1/1 post=x/1 person=person/1\nassignment x/2/1 post=x/2 person=person/2\n"
    "person person/1 name=Ann\nperson person/2 name=Bob\n",
    "assignment x/1/1 post=x/1 person=person/2\nassignment x/2/1 post=x/2 person=person/4\n"
    "person person/2 name=Bob\nperson person/4 name=Dan\n",
    "assignment x/1/1 post=x/1 person=person/3\nassignment x/2/1 post=x/2 person=person/2\n"
    "person person/2 name=Bob\nperson person/3 name=Cat\n",
  };
  g_autoptr (GListModel) imports = read_series (TRUE, "x");

  check_series (imports, expected);
}

/* Who has gone is in no total; who is a number of posts is in the budget. */
static void
test_totals (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreImport) import =
    read_tables ("1;Ann;XX\n2;Eliminated;1\n3;Bob;1;0.6\n3;Cat;1;0.4\n4;Vacant;1\n0;N/D;XX;1",
                 "1;AO;Clerk;2.5", 0);
  g_autoptr (CadreMetrics) metrics =
    cadre_metrics_new (cadre_import_get_structure (import), NULL, &error);
  CadreFigures *figures = cadre_metrics_get_overall (metrics);
  g_autoptr (CadreFraction) in_post =
    cadre_total_dup_least_fraction (cadre_figures_get_in_post_fte (figures));
  g_autofree char *text = cadre_fraction_to_string (in_post);

  g_assert_no_error (error);
  g_assert_cmpuint (cadre_figures_get_n_posts (figures), ==, 4);
  g_assert_cmpstr (text, ==, "2");
  g_assert_cmpuint (cadre_import_get_n_rows (import), ==, 7);
  g_assert_cmpuint (cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_POST), ==, 4);
  g_assert_cmpuint (cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_ASSIGNMENT), ==, 1);
  g_assert_cmpuint (cadre_import_get_n_rows_with_fate (import, CADRE_ROW_FATE_OTHER), ==, 1);
}

static void
assert_table (CadreExport *export, const char *name, const char *expected)
{
  gsize size = 0;
  const char *text = g_bytes_get_data (cadre_export_find_bytes (export, name), &size);
  g_autofree char *copy = g_strndup (text, size);

  g_assert_cmpstr (copy, ==, expected);
}

static void
test_write (void)
{
  g_autoptr (CadreImport) import =
    read_tables ("b;Ann;XX;0.60;=Head\n3;N/D;B\n2;Vacant;b\n4;Eliminated;9\n0;N/D;3;1;Not in post",
                 "3;AO;Clerk;2.50", 0);
  g_autoptr (CadreExport) export =
    write_tables (cadre_import_get_structure (import), CADRE_REDACTION_LEVEL_FULL);

  g_assert_cmpuint (cadre_issue_list_get_total (cadre_export_get_issues (export)), ==, 0);
  g_assert_cmpuint (cadre_export_get_n_files (export), ==, 2);
  g_assert_cmpstr (cadre_export_get_content_type (export, 0), ==, "text/csv");
  assert_table (export, "senior.csv",
                SENIOR_COLUMNS "\r\n"
                               "2,Vacant,SCS1,Head,,D,Org,Unit,,,b,,1,,,,,,1\r\n"
                               "3,N/D,SCS1,Head,,D,Org,Unit,,,b,,1,,,,,,1\r\n"
                               "4,Eliminated,SCS1,Head,,D,Org,Unit,,,9,,1,,,,,,1\r\n"
                               "b,Ann,SCS1,\"'=Head\",,D,Org,Unit,,,XX,,0.6,,,,,,1\r\n"
                               "0,N/D,SCS1,Not in post,,D,Org,Unit,,,3,,1,,,,,,1\r\n");
  assert_table (export, "junior.csv",
                JUNIOR_COLUMNS "\r\n"
                               "D,Org,Unit,3,AO,20000,30000,Clerk,2.5,Policy\r\n");
}

/* Who may not see the holders is told of none, and not that all posts are vacant. */
static void
test_write_redacted (void)
{
  g_autoptr (CadreImport) import = read_tables ("1;Ann;XX\n2;Bob;1\n3;Vacant;1", "2;AO;Clerk;2", 0);
  g_autoptr (CadreExport) export =
    write_tables (cadre_import_get_structure (import), CADRE_REDACTION_LEVEL_CONSULTATION);
  gsize size = 0;
  const char *text = g_bytes_get_data (cadre_export_find_bytes (export, "senior.csv"), &size);

  g_assert_null (g_strstr_len (text, (gssize) size, "Ann"));
  g_assert_null (g_strstr_len (text, (gssize) size, "Bob"));
  g_assert_nonnull (g_strstr_len (text, (gssize) size, "1,N/D,"));
  g_assert_nonnull (g_strstr_len (text, (gssize) size, "2,N/D,"));
  text = g_bytes_get_data (cadre_export_find_bytes (export, "junior.csv"), &size);
  g_assert_null (g_strstr_len (text, (gssize) size, "20000"));
}

static char *
dump_issues (CadreIssueList *issues)
{
  GString *dump = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);
      g_autofree char *text = cadre_issue_to_string (issue);

      g_string_append_printf (dump, "%s\n", text);
    }

  return g_string_free (dump, FALSE);
}

typedef struct
{
  const char *name;
  const char *members; /* of a structure, with ' for " */
  const char *expected;
} Lost;

static const Lost lost[] = {
  { "nothing", "'as-of':'2014-03-31','posts':[]", "" },
  { "ids",
    "'posts':[{'id':'a','vacancy':'vacant'},{'id':'x/a','vacancy':'vacant'},"
    "{'id':'y/0','vacancy':'vacant'}]",
    "/posts/0: info: post/a: The id of the post names no organisation, and will be another when it "
    "is read [exchange.organogram.id-changed] (Begin the id with the organisation and a slash)\n"
    "/posts/1: warning: post/x/a: The id of the post gives no ref of its own, and another is "
    "written [exchange.organogram.ref-changed] (Give the post an id that ends with its ref)\n"
    "/posts/2: warning: post/y/0: The id of the post gives no ref of its own, and another is "
    "written [exchange.organogram.ref-changed] (Give the post an id that ends with its ref)\n" },
  { "records",
    "'bodies':[{'id':'b','name':'Board'}],'units':[{'id':'u','name':'U'}],"
    "'posts':[{'id':'x/1','outside':true}],'persons':[{'id':'p'}],"
    "'fundings':[{'post':'x/1'}]",
    "info: body: An organogram has no place for bodies: 1 left out "
    "[exchange.organogram.lost-record]\n"
    "info: unit: An organogram has no place for units: 1 left out "
    "[exchange.organogram.lost-record]\n"
    "info: post: An organogram has no place for posts: 1 left out "
    "[exchange.organogram.lost-record]\n"
    "info: post: An organogram has no place for outside of posts: 1 left out "
    "[exchange.organogram.lost-field]\n"
    "info: funding: An organogram has no place for fundings: 1 left out "
    "[exchange.organogram.lost-record]\n"
    "info: person: An organogram has no place for persons: 1 left out "
    "[exchange.organogram.lost-record]\n" },
  { "fields",
    "'title':'T','posts':[{'id':'x/1','vacancy':'frozen','establishment':2,'site':'s',"
    "'fte':'1/3','attributes':{'unit':'U','colour':'red'}}],"
    "'lines':[{'post':'x/1','kind':'dotted','manager':'x/2'}]",
    "info: structure: An organogram has no place for title: 1 left out "
    "[exchange.organogram.lost-head]\n"
    "info: post: An organogram has no place for establishment of posts: 1 left out "
    "[exchange.organogram.lost-field]\n"
    "info: post: An organogram has no place for fte of posts: 1 left out "
    "[exchange.organogram.lost-field]\n"
    "info: post: An organogram has no place for site of posts: 1 left out "
    "[exchange.organogram.lost-field]\n"
    "info: post: An organogram has no place for vacancy of posts: 1 left out "
    "[exchange.organogram.lost-field]\n"
    "info: post: An organogram has no place for attributes of posts: 1 left out "
    "[exchange.organogram.lost-field]\n"
    "info: line: An organogram has no place for lines: 1 left out "
    "[exchange.organogram.lost-record]\n" },
  { "secondment",
    "'posts':[{'id':'x/1'}],'persons':[{'id':'p','name':'P'}],"
    "'assignments':[{'id':'a','person':'p','post':'x/1','basis':'secondment',"
    "'home-organisation':'o'}]",
    "info: assignment: An organogram has no place for basis of assignments: 1 left out "
    "[exchange.organogram.lost-field]\n"
    "info: assignment: An organogram has no place for home-organisation of assignments: 1 left out "
    "[exchange.organogram.lost-field]\n" },
};

static void
test_lost (gconstpointer data)
{
  const Lost *test = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_strdup_printf ("{'cadre':'structure','version':1,%s}", test->members);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CadreStructure) structure = NULL;
  g_autoptr (CadreExport) export = NULL;
  g_autofree char *dump = NULL;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new (text, strlen (text));
  structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  export = write_tables (structure, CADRE_REDACTION_LEVEL_FULL);
  dump = dump_issues (cadre_export_get_issues (export));
  g_assert_cmpstr (dump, ==, test->expected);
}

/* Tables that would be slow to read if anything were looked for row by row. */
static GBytes *
make_many (guint n, const char *format)
{
  GString *table = g_string_new (SENIOR_HEADER);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *manager = g_strdup_printf ("R%u", (i + 1) % n);

      if (strcmp (format, "cycle") == 0)
        g_string_append_printf (table, "R%u,N%u,SCS1,T,,D,Org,Unit,,,%s,,1,,,,,,1\n", i, i,
                                manager);
      else if (strcmp (format, "units") == 0)
        g_string_append_printf (table, "R%u,N/D,G%u,T,,D%u,O%u,U%u,,,R0,,1,,,,,,1\n", i, i, i, i,
                                i);
      else
        g_string_append_printf (table, "%s,%s,SCS1,T%u,,D,Org,Unit,,,XX,,1,,,,,,1\n",
                                strcmp (format, "no-ref") == 0 ? "" : "R",
                                strcmp (format, "eliminated") == 0 ? "Eliminated" : "Ann",
                                strcmp (format, "share") == 0 ? 0 : i);
    }

  return g_string_free_to_bytes (table);
}

typedef struct
{
  const char *name;
  const char *format;
  CadreOrganogramRepair repairs;
  guint n_rows;
  gboolean is_one_post;
} Many;

static const Many many[] = {
  { "one-ref", "differ", CADRE_ORGANOGRAM_REPAIR_NONE, 100000, TRUE },
  { "one-ref-shared", "share", CADRE_ORGANOGRAM_REPAIR_NONE, 20000, TRUE },
  { "one-ref-split", "differ", CADRE_ORGANOGRAM_REPAIR_SPLIT_DUPLICATES, 20000, FALSE },
  { "one-ref-first", "differ", CADRE_ORGANOGRAM_REPAIR_KEEP_FIRST, 20000, TRUE },
  { "eliminated", "eliminated", CADRE_ORGANOGRAM_REPAIR_NONE, 20000, FALSE },
  { "no-ref", "no-ref", CADRE_ORGANOGRAM_REPAIR_NONE, 20000, FALSE },
  { "cycle", "cycle", CADRE_ORGANOGRAM_REPAIR_NONE, 20000, FALSE },
  { "cycle-cut", "cycle", CADRE_ORGANOGRAM_REPAIR_CUT_CYCLES, 20000, FALSE },
  { "units", "units", CADRE_ORGANOGRAM_REPAIR_NONE, 20000, FALSE },
};

static void
test_many (gconstpointer data)
{
  const Many *test = data;
  guint n = g_getenv ("CADRE_TEST_SHORT") != NULL ? test->n_rows / 100 : test->n_rows;
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreOrganogramReader) reader = cadre_organogram_reader_new ();
  g_autoptr (GBytes) senior = make_many (n, test->format);
  g_autoptr (GListModel) imports = NULL;
  g_autoptr (CadreImport) import = NULL;
  g_autoptr (CadreExport) export = NULL;

  cadre_organogram_reader_set_repairs (reader, test->repairs);
  cadre_organogram_reader_add_bytes (reader, NULL, senior, NULL);
  imports = cadre_organogram_reader_read (reader, NULL, &error);
  g_assert_no_error (error);
  import = g_list_model_get_item (imports, 0);
  g_assert_cmpuint (cadre_structure_get_n_records (cadre_import_get_structure (import),
                                                   CADRE_RECORD_KIND_POST),
                    ==, test->is_one_post ? 1 : n);
  g_assert_cmpuint (cadre_import_get_n_rows (import), ==, n);
  export = write_tables (cadre_import_get_structure (import), CADRE_REDACTION_LEVEL_FULL);
  g_assert_cmpuint (cadre_export_get_n_files (export), ==, 2);
}

/* One employer, whatever the rows say; what they say is written back. */
static void
test_employer (void)
{
  static const char table[] = SENIOR_HEADER "1,Ann,SCS1,Chief,,Dept,Runs it all,,,,XX,,1,,,,,,1\n"
                                            "2,Bob,SCS1,Head,,Dept,The Org,,,,1,,1,,,,,,1\n";
  g_autoptr (CadreOrganogramReader) reader = cadre_organogram_reader_new ();
  g_autoptr (GBytes) senior = g_bytes_new_static (table, strlen (table));
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) imports = NULL;
  g_autoptr (CadreImport) import = NULL;
  g_autoptr (CadreExport) export = NULL;
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autofree char *dump = NULL;

  cadre_organogram_reader_set_organisation (reader, "o");
  cadre_organogram_reader_set_employer (reader, "The Org");
  cadre_organogram_reader_add_bytes (reader, NULL, senior, NULL);
  imports = cadre_organogram_reader_read (reader, NULL, &error);
  g_assert_no_error (error);
  import = g_list_model_get_item (imports, 0);
  dump = dump_import (import, "poi");
  g_assert_cmpstr (dump, ==,
                   "post o/1 title=Chief employer=the-org grade=senior-civil-service/scs1 fte=1 "
                   "{organisation=Runs it all}\n"
                   "post o/2 title=Head employer=the-org grade=senior-civil-service/scs1 fte=1\n"
                   "organisation the-org The Org\n");

  export = cadre_organogram_write (cadre_import_get_structure (import), redaction, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (cadre_export_get_issues (export))), ==,
                    0);
  g_assert_nonnull (
    g_strstr_len (g_bytes_get_data (cadre_export_find_bytes (export, "senior.csv"), NULL),
                  (gssize) g_bytes_get_size (cadre_export_find_bytes (export, "senior.csv")),
                  "Runs it all"));
}

static void
test_settings (void)
{
  CadreOrganogramReader *reader = cadre_organogram_reader_new ();
  g_autoptr (CadreLimits) limits = cadre_limits_new_bounded ();
  g_autoptr (CadreLimits) got = NULL;
  g_autofree char *organisation = NULL;
  guint repairs = 0;
  gboolean names_are_identities = FALSE;

  g_assert_null (cadre_organogram_reader_get_limits (reader));
  g_assert_null (cadre_organogram_reader_get_organisation (reader));
  g_assert_cmpint (cadre_organogram_reader_get_repairs (reader), ==, 0);
  g_assert_false (cadre_organogram_reader_get_names_are_identities (reader));

  g_object_set (reader, "limits", limits, "organisation", "dclg", "repairs",
                CADRE_ORGANOGRAM_REPAIR_CUT_CYCLES, "names-are-identities", TRUE, NULL);
  g_object_get (reader, "limits", &got, "organisation", &organisation, "repairs", &repairs,
                "names-are-identities", &names_are_identities, NULL);
  g_assert_true (got == limits);
  g_assert_cmpstr (organisation, ==, "dclg");
  g_assert_cmpuint (repairs, ==, CADRE_ORGANOGRAM_REPAIR_CUT_CYCLES);
  g_assert_true (names_are_identities);
  g_clear_object (&got);

  cadre_organogram_reader_set_organisation (reader, "");
  g_assert_null (cadre_organogram_reader_get_organisation (reader));
  g_object_set (reader, "employer", "Council", NULL);
  g_assert_cmpstr (cadre_organogram_reader_get_employer (reader), ==, "Council");
  cadre_organogram_reader_set_employer (reader, "");
  g_assert_null (cadre_organogram_reader_get_employer (reader));
  g_assert_finalize_object (reader);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/organogram/case/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/exchange/organogram/employer", test_employer);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/organogram/refused/%s", refused[i].name);

      g_test_add_data_func (path, &refused[i], test_refused);
    }
  for (guint i = 0; i < G_N_ELEMENTS (lost); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/organogram/lost/%s", lost[i].name);

      g_test_add_data_func (path, &lost[i], test_lost);
    }
  for (guint i = 0; i < G_N_ELEMENTS (many); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/organogram/many/%s", many[i].name);

      g_test_add_data_func (path, &many[i], test_many);
    }
  g_test_add_func ("/exchange/organogram/write", test_write);
  g_test_add_func ("/exchange/organogram/write-redacted", test_write_redacted);
  g_test_add_func ("/exchange/organogram/messages", test_messages);
  g_test_add_func ("/exchange/organogram/windows-1252", test_windows_1252);
  g_test_add_func ("/exchange/organogram/limits", test_limits);
  g_test_add_func ("/exchange/organogram/cancelled", test_cancelled);
  g_test_add_func ("/exchange/organogram/series", test_series);
  g_test_add_func ("/exchange/organogram/series-with-identities", test_series_with_identities);
  g_test_add_func ("/exchange/organogram/totals", test_totals);
  g_test_add_func ("/exchange/organogram/settings", test_settings);

  return g_test_run ();
}
