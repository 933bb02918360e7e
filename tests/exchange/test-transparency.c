/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "exchange/cadre-transparency-private.h"
#include <cadre/cadre.h>

#include <string.h>

#define HEADER                                                                                  \
  "Level,Grade,Job title,Department,Team,Permanent or temporary,Contact details,Salary bracket" \
  ",Salary ceiling,Filled or vacant,Places\r\n"

static CadreStructure *
load (const char *members)
{
  g_autofree char *text =
    g_strdup_printf ("{'cadre':'structure','version':1,'id':'s','as-of':'2026-04-01',%s}", members);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = NULL;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new_static (text, strlen (text));
  structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  return structure;
}

static CadreTransparency *
make_table (const char *settings)
{
  CadreTransparency *table = cadre_transparency_new ();

  if (strstr (settings, "attributes") != NULL)
    {
      cadre_transparency_set_contact_attribute (table, "contact");
      cadre_transparency_set_salary_attribute (table, "salary");
    }
  if (strstr (settings, "filled") != NULL)
    cadre_transparency_set_vacancies (table, FALSE);
  if (strstr (settings, "council") != NULL)
    cadre_transparency_set_organisation (table, "council");
  if (strstr (settings, "one-level") != NULL)
    cadre_transparency_set_levels (table, 1);

  return table;
}

typedef struct
{
  const char *name;
  const char *settings;
  const char *members;
  const char *rows;
  const char *codes; /* of the issues, "exchange.transparency." left out */
} Case;

#define PAY "'grade':'g','pay-min':60000,'pay-max':64999.99"
#define GRADE "'grades':[{'id':'g','name':'HoS','pay-min':60000,'pay-max':78500}],"

/* clang-format off */
static const Case cases[] = {
  { "three-levels", "",
    GRADE
    "'units':[{'id':'c','name':'Council','kind':'other'},"
    "{'id':'d','name':'Children','kind':'directorate','parent':'c'},"
    "{'id':'t','name':'Strategy','kind':'team','parent':'d'}],"
    "'posts':[{'id':'a','title':'Chief','unit':'c'," PAY "},"
    "{'id':'b','title':'Director','unit':'d','manager':'a'," PAY "},"
    "{'id':'c','title':'Head','unit':'t','manager':'b'," PAY "},"
    "{'id':'e','title':'Officer','unit':'t','manager':'c'," PAY "}],"
    "'assignments':[{'id':'1','post':'a','contract':'permanent'},"
    "{'id':'2','post':'b','contract':'fixed-term'},{'id':'3','post':'c','contract':'casual'},"
    "{'id':'4','post':'e','contract':'permanent'}]",
    "1,HoS,Chief,Council,,permanent,,\"£60,000 to £64,999\",\"£78,500\",filled,1\r\n"
    "2,HoS,Director,Children,,temporary,,\"£60,000 to £64,999\",\"£78,500\",filled,1\r\n"
    "3,HoS,Head,Children,Strategy,temporary,,\"£60,000 to £64,999\",\"£78,500\",filled,1\r\n",
    "" },
  { "job-share", "",
    GRADE "'units':[{'id':'c'}],'posts':[{'id':'a','title':'Head','unit':'c','establishment':2,"
    "'vacancy':'advertised'," PAY "}],"
    "'assignments':[{'id':'1','post':'a','contract':'permanent','job-share':'j'},"
    "{'id':'2','post':'a','contract':'fixed-term','job-share':'j'}]",
    "1,HoS,Head,c,,permanent,,\"£60,000 to £64,999\",\"£78,500\",filled,1\r\n"
    "1,HoS,Head,c,,temporary,,\"£60,000 to £64,999\",\"£78,500\",filled,1\r\n"
    "1,HoS,Head,c,,,,,\"£78,500\",vacant,1\r\n",
    "" },
  { "vacancies-left-out", "filled",
    GRADE "'units':[{'id':'c'}],'posts':[{'id':'a','title':'Head','unit':'c','vacancy':'frozen',"
    PAY "}]",
    "", "" },
  { "nothing-known", "",
    "'posts':[{'id':'a'}]",
    "1,not known,not known,not known,not known,not known,,not known,not known,not known,1\r\n",
    "ceiling-not-known grade-not-known salary-not-known title-not-known" },
  { "two-brackets", "",
    "'units':[{'id':'c'}],'posts':[{'id':'a','title':'Head','unit':'c','grade':'X',"
    "'pay-min':60000,'pay-max':65000,'vacancy':'none'}]",
    "1,X,Head,c,,not known,,not known,not known,filled,1\r\n",
    "ceiling-not-known salary-not-known" },
  { "attributes", "attributes",
    GRADE "'units':[{'id':'c'}],'posts':[{'id':'a','title':'Head','unit':'c','grade':'g',"
    "'attributes':{'contact':'head@example.org'}},"
    "{'id':'b','title':'Deputy','unit':'c','grade':'g','manager':'a'}],"
    "'assignments':[{'id':'1','post':'a','contract':'permanent','attributes':{'salary':'65000'}},"
    "{'id':'2','post':'b','contract':'permanent','attributes':{'salary':'about £60k',"
    "'contact':'=HYPERLINK(1)'}}]",
    "1,HoS,Head,c,,permanent,head@example.org,\"£65,000 to £69,999\",\"£78,500\",filled,1\r\n"
    "2,HoS,Deputy,c,,permanent,\"'=HYPERLINK(1)\",not known,\"£78,500\",filled,1\r\n",
    "salary-form" },
  { "own-tiers", "council",
    "'tier-scales':[{'id':'t','organisation':'council','top-rung':2}],"
    "'organisations':[{'id':'council','tier-scale':'t'},{'id':'pct'}],'units':[{'id':'c'}],"
    "'posts':[{'id':'a','title':'A','unit':'c','employer':'council','vacancy':'vacant'},"
    "{'id':'b','title':'B','unit':'c','employer':'council','manager':'a','vacancy':'vacant'},"
    "{'id':'c','title':'C','unit':'c','employer':'council','manager':'b','vacancy':'vacant'},"
    "{'id':'d','title':'D','unit':'c','employer':'council','manager':'c','vacancy':'vacant'},"
    "{'id':'p','title':'P','unit':'c','employer':'pct','manager':'a','vacancy':'vacant'},"
    "{'id':'q','title':'Q','unit':'c','manager':'a','vacancy':'vacant'}]",
    "1,not known,A,c,,,,,not known,vacant,1\r\n"
    "2,not known,B,c,,,,,not known,vacant,1\r\n"
    "3,not known,C,c,,,,,not known,vacant,1\r\n",
    "ceiling-not-known employer-not-known grade-not-known" },
  { "stated-tiers", "one-level",
    GRADE "'units':[{'id':'c'}],'posts':[{'id':'x','title':'X','unit':'c','manager':'y','tier':1,"
    "'vacancy':'held'," PAY "},{'id':'y','title':'Y','unit':'c','manager':'x'," PAY "},"
    "{'id':'a','title':'A','unit':'c','vacancy':'held'," PAY "},"
    "{'id':'b','title':'B','unit':'c','manager':'a','tier':1,'vacancy':'held'," PAY "}]",
    "1,HoS,A,c,,,,,\"£78,500\",vacant,1\r\n"
    "1,HoS,X,c,,,,,\"£78,500\",vacant,1\r\n",
    "no-tier tier-contradiction" },
  { "not-there", "",
    GRADE "'units':[{'id':'c'},{'id':'o','outside':true},{'id':'p','parent':'o'}],"
    "'posts':[{'id':'a','unit':'c','outside':true},{'id':'b','unit':'p'},"
    "{'id':'d','unit':'c','status':'deleted'},{'id':'e','unit':'c','valid-to':'2026-03-31'},"
    "{'id':'f','title':'F','unit':'c','valid-from':'2026-04-01','vacancy':'vacant'," PAY "}]",
    "1,HoS,F,c,,,,,\"£78,500\",vacant,1\r\n", "" },
  { "agency", "",
    GRADE "'units':[{'id':'c'}],'posts':[{'id':'a','title':'A','unit':'c'," PAY "}],"
    "'assignments':[{'id':'1','post':'a','contract':'permanent','status':'agency'},"
    "{'id':'2','post':'a','valid-to':'2026-03-31'}]",
    "1,HoS,A,c,,temporary,,\"£60,000 to £64,999\",\"£78,500\",filled,1\r\n", "" },
  { "many-places", "",
    GRADE "'units':[{'id':'c'}],'posts':[{'id':'a','title':'A','unit':'c',"
    "'establishment':2000000000,'vacancy':'vacant'," PAY "}]",
    "1,HoS,A,c,,,,,\"£78,500\",vacant,2000000000\r\n", "" },
  { "units-in-a-circle", "",
    GRADE "'units':[{'id':'c','parent':'d'},{'id':'d','parent':'c'}],"
    "'posts':[{'id':'a','title':'A','unit':'c','vacancy':'vacant'," PAY "}]",
    "1,HoS,A,c,,,,,\"£78,500\",vacant,1\r\n", "" },
};
/* clang-format on */

static char *
join_codes (CadreIssueList *issues)
{
  g_auto (GStrv) codes = cadre_issue_list_dup_codes (issues);

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_assert_true (g_str_has_prefix (codes[i], "exchange.transparency."));
      memmove (codes[i], codes[i] + strlen ("exchange.transparency."),
               strlen (codes[i] + strlen ("exchange.transparency.")) + 1);
    }

  return g_strjoinv (" ", codes);
}

static char *
dup_text (CadreExport *table)
{
  gsize size = 0;
  const char *data = g_bytes_get_data (cadre_export_get_bytes (table, 0), &size);

  return g_strndup (data, size);
}

static void
assert_nothing_past_the_end (CadreExport *result)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere");
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_export_get_name (result, 1));
  g_assert_null (cadre_export_get_content_type (result, 1));
  g_assert_null (cadre_export_get_bytes (result, 1));
  g_assert_false (cadre_export_save_file (result, 1, file, NULL, &error));
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no file at that position");
}

static void
test_case (gconstpointer data)
{
  const Case *test = data;
  CadreStructure *structure = load (test->members);
  CadreTransparency *table = make_table (test->settings);
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  CadreExport *result = cadre_transparency_write (table, structure, full, NULL, &error);
  g_autofree char *expected = g_strconcat (HEADER, test->rows, NULL);
  g_autofree char *codes = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (cadre_export_get_n_files (result), ==, 1);
  g_assert_cmpstr (cadre_export_get_name (result, 0), ==, "organisation-chart.csv");
  g_assert_cmpstr (cadre_export_get_content_type (result, 0), ==, "text/csv");
  text = dup_text (result);
  g_assert_cmpstr (text, ==, expected);
  codes = join_codes (cadre_export_get_issues (result));
  g_assert_cmpstr (codes, ==, test->codes);
  assert_nothing_past_the_end (result);

  g_assert_finalize_object (result);
  g_assert_finalize_object (table);
  g_assert_finalize_object (structure);
}

static void
test_brackets (void)
{
  static const struct
  {
    gint64 pence;
    const char *bracket;
    const char *amount;
  } known[] = {
    { 0, "£0 to £4,999", "£0" },
    { 499999, "£0 to £4,999", "£4,999.99" },
    { 500000, "£5,000 to £9,999", "£5,000" },
    { 5999999, "£55,000 to £59,999", "£59,999.99" },
    { 6000000, "£60,000 to £64,999", "£60,000" },
    { 6499900, "£60,000 to £64,999", "£64,999" },
    { 6499999, "£60,000 to £64,999", "£64,999.99" },
    { 6500000, "£65,000 to £69,999", "£65,000" },
    { 9999901, "£95,000 to £99,999", "£99,999.01" },
    { 10000000, "£100,000 to £104,999", "£100,000" },
    { 123456789005, "£1,234,565,000 to £1,234,569,999", "£1,234,567,890.05" },
    { G_MAXINT64, "£92,233,720,368,545,000 to £92,233,720,368,549,999",
      "£92,233,720,368,547,758.07" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    {
      g_autofree char *bracket = cadre_transparency_dup_bracket (known[i].pence);
      g_autofree char *amount = cadre_transparency_dup_amount (known[i].pence);

      g_assert_cmpstr (bracket, ==, known[i].bracket);
      g_assert_cmpstr (amount, ==, known[i].amount);
    }

  g_assert_null (cadre_transparency_dup_bracket (-1));
}

/* At a level without pay and without holders nothing of them is in the table, and
 * no grade of a post that one person holds. */
static void
test_withheld (void)
{
  CadreStructure *structure =
    load (GRADE "'units':[{'id':'c'}],'posts':[{'id':'a','title':'Head','unit':'c'," PAY ","
                "'attributes':{'contact':'canary'}}],'assignments':[{'id':'1','post':'a',"
                "'contract':'permanent','attributes':{'salary':'71000','contact':'canary'}}]");
  g_autoptr (CadreTransparency) table = make_table ("attributes");
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_CONSULTATION);
  g_autoptr (GError) error = NULL;
  CadreExport *result = cadre_transparency_write (table, structure, redaction, NULL, &error);
  g_autofree char *codes = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = dup_text (result);
  g_assert_cmpstr (text, ==,
                   HEADER "1,withheld,Head,c,,withheld,withheld,withheld,withheld,withheld,1\r\n");
  codes = join_codes (cadre_export_get_issues (result));
  g_assert_cmpstr (codes, ==, "withheld");

  g_assert_finalize_object (result);
  g_assert_finalize_object (structure);
}

/* What is to be published, and nothing else. */
static void
test_published (void)
{
  CadreStructure *structure =
    load (GRADE "'units':[{'id':'c'}],'posts':[{'id':'a','title':'Chief','unit':'c'," PAY ","
                "'note':'canary'},{'id':'b','title':'Head','unit':'c','manager':'a'," PAY ","
                "'vacancy':'vacant'},{'id':'d','title':'Team leader','unit':'c','manager':'b'," PAY
                ",'vacancy':'vacant'},{'id':'e','title':'canary','unit':'c','manager':'d'}],"
                "'persons':[{'id':'canary','name':'canary'}],"
                "'assignments':[{'id':'1','post':'a','person':'canary','contract':'permanent'}]");
  g_autoptr (CadreTransparency) table = make_table ("");
  g_autoptr (CadreRedaction) redaction =
    cadre_redaction_new (CADRE_REDACTION_LEVEL_TRANSPARENCY_CODE);
  g_autoptr (GError) error = NULL;
  CadreExport *result = cadre_transparency_write (table, structure, redaction, NULL, &error);
  g_autofree char *codes = NULL;
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = dup_text (result);
  g_assert_cmpstr (text, ==,
                   HEADER
                   "1,HoS,Chief,c,,permanent,,\"£60,000 to £64,999\",\"£78,500\",filled,1\r\n"
                   "2,HoS,Head,c,,,,,\"£78,500\",vacant,1\r\n"
                   "3,HoS,Team leader,c,,,,,\"£78,500\",vacant,1\r\n");
  codes = join_codes (cadre_export_get_issues (result));
  g_assert_cmpstr (codes, ==, "");

  g_assert_finalize_object (result);
  g_assert_finalize_object (structure);
}

static void
test_refused_levels (void)
{
  static const struct
  {
    CadreRedactionLevel level;
    const char *message;
  } refused[] = {
    { CADRE_REDACTION_LEVEL_STATISTICS,
      "The level does not show the title of posts, which the table is made of" },
    { CADRE_REDACTION_LEVEL_FINANCE,
      "The level does not show whom posts report to, which their tiers come of" },
  };
  g_autoptr (CadreStructure) structure = load ("'posts':[{'id':'a'}]");
  g_autoptr (CadreTransparency) table = make_table ("");

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (CadreRedaction) redaction = cadre_redaction_new (refused[i].level);
      g_autoptr (GError) error = NULL;

      g_assert_null (cadre_transparency_write (table, structure, redaction, NULL, &error));
      g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_REDACTION);
      g_assert_cmpstr (error->message, ==, refused[i].message);
    }
}

static void
test_errors (void)
{
  g_autoptr (CadreStructure) structure = load ("'posts':[{'id':'a'}]");
  g_autoptr (CadreTransparency) table = make_table ("council");
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_transparency_write (table, structure, full, NULL, &error));
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==,
                   "The structure has no organisation of the id that the table is for");
  g_clear_error (&error);

  g_cancellable_cancel (cancellable);
  g_assert_null (cadre_transparency_write (table, structure, full, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
count_notify (G_GNUC_UNUSED GObject *object, G_GNUC_UNUSED GParamSpec *pspec, gpointer data)
{
  (*(guint *) data)++;
}

static void
test_properties (void)
{
  CadreTransparency *table =
    g_object_new (CADRE_TYPE_TRANSPARENCY, "organisation", "o", "levels", 2, "vacancies", FALSE,
                  "contact-attribute", "c", "salary-attribute", "s", NULL);
  g_autofree char *organisation = NULL;
  guint n = 0;

  g_object_get (table, "organisation", &organisation, NULL);
  g_assert_cmpstr (organisation, ==, "o");
  g_assert_cmpstr (cadre_transparency_get_organisation (table), ==, "o");
  g_assert_cmpuint (cadre_transparency_get_levels (table), ==, 2);
  g_assert_false (cadre_transparency_get_vacancies (table));
  g_assert_cmpstr (cadre_transparency_get_contact_attribute (table), ==, "c");
  g_assert_cmpstr (cadre_transparency_get_salary_attribute (table), ==, "s");

  g_signal_connect (table, "notify", G_CALLBACK (count_notify), &n);
  cadre_transparency_set_levels (table, 2);
  cadre_transparency_set_organisation (table, "o");
  cadre_transparency_set_vacancies (table, FALSE);
  g_assert_cmpuint (n, ==, 0);
  cadre_transparency_set_levels (table, 3);
  cadre_transparency_set_organisation (table, NULL);
  cadre_transparency_set_vacancies (table, TRUE);
  g_assert_cmpuint (n, ==, 3);

  g_assert_finalize_object (table);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/transparency/rows/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/exchange/transparency/brackets", test_brackets);
  g_test_add_func ("/exchange/transparency/withheld", test_withheld);
  g_test_add_func ("/exchange/transparency/published", test_published);
  g_test_add_func ("/exchange/transparency/refused-levels", test_refused_levels);
  g_test_add_func ("/exchange/transparency/errors", test_errors);
  g_test_add_func ("/exchange/transparency/properties", test_properties);

  return g_test_run ();
}
