/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre.h>

#include <string.h>

#define HEAD "{\"cadre\": \"structure\", \"version\": 1, "

static CadreStructure *
load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return structure;
}

static char *
write_full (CadreStructure *structure)
{
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  char *text = cadre_structure_to_text (structure, full, &error);

  g_assert_no_error (error);
  return text;
}

static const char everything[] =
  HEAD "\"id\": \"s\", \"title\": {\"en\": \"Services\", \"cy\": \"Gwasanaethau\"}, "
       "\"as-of\": \"2007-02-07\", \"source\": \"a paper\", \"notes\": [\"one\", \"two\"], "
       "\"later\": {\"x\": [1, 2.50, null]}, "
       "\"organisations\": [{\"id\": \"sbc\", \"name\": \"Council\", \"aliases\": [], "
       "\"identifiers\": [\"gss:E06000004\"], \"outside\": null}], "
       "\"posts\": ["
       "{\"id\": \"b\", \"manager\": \"a\", \"title\": {\"cy\": \"Pennaeth\", \"en\": \"Head\"}, "
       "\"fte\": 0.6, \"hours\": \"37/2\", \"cost\": 1234.5, \"establishment\": null, "
       "\"grade\": \"none\", \"valid-from\": \"2007-07\", \"valid-to\": null, "
       "\"attributes\": {\"z\": \"1\", \"a\": \"2\"}, \"hobby\": {\"q\": [true]}}, "
       "{\"manager\": null, \"id\": \"a\", \"status\": \"existing\", \"statutory\": true}], "
       "\"lines\": [{\"post\": \"b\", \"kind\": \"dotted\", \"manager\": \"a\"}], "
       "\"persons\": [{\"id\": \"p1\", \"name\": \"Secret Name\"}], "
       "\"assignments\": [{\"id\": \"c1\", \"person\": \"p1\", \"post\": \"b\"}]}";

static void
test_everything (void)
{
  CadreStructure *structure = load (everything);
  g_autoptr (CadrePost) post = cadre_structure_find_post (structure, "b");
  g_autoptr (CadrePost) none = cadre_structure_find_post (structure, "zz");
  g_autoptr (CadreDate) as_of = cadre_structure_get_as_of (structure);
  g_autoptr (CadreFraction) hours = cadre_post_get_hours (post);
  g_autoptr (CadrePeriod) period = cadre_post_get_period (post);
  g_autofree char *date = cadre_date_to_string (as_of);
  g_autofree char *hours_text = cadre_fraction_to_string (hours);
  g_autofree char *period_text = cadre_period_to_string (period);
  g_auto (GStrv) notes = cadre_structure_dup_notes (structure);

  g_assert_null (none);
  g_assert_cmpstr (cadre_structure_get_title (structure, NULL), ==, "Services");
  g_assert_cmpstr (cadre_structure_get_title (structure, "cy"), ==, "Gwasanaethau");
  g_assert_null (cadre_structure_get_title (structure, "fr"));
  g_assert_cmpstr (cadre_structure_get_language (structure), ==, "en");
  g_assert_cmpstr (date, ==, "2007-02-07");
  g_assert_cmpstr (notes[1], ==, "two");
  g_assert_cmpstr (cadre_post_get_title (post, NULL), ==, "Head");
  g_assert_cmpstr (cadre_post_get_title (post, "en"), ==, "Head");
  g_assert_cmpstr (cadre_post_get_title (post, "cy"), ==, "Pennaeth");
  g_assert_cmpint (cadre_post_get_cost (post), ==, 123450);
  g_assert_cmpint (cadre_post_get_establishment (post), ==, -1);
  g_assert_cmpstr (cadre_post_get_grade (post), ==, "none");
  g_assert_cmpstr (hours_text, ==, "37/2");
  g_assert_cmpstr (period_text, ==, "2007-07/?");
  g_assert_cmpstr (cadre_record_get_unknown_members (CADRE_RECORD (post)), ==,
                   "{\"hobby\": {\"q\": [true]}}");
  g_assert_cmpuint (cadre_structure_get_n_records (structure, CADRE_RECORD_KIND_LINE), ==, 3);
  g_assert_finalize_object (structure);
}

/* Silence means the employer of the post, null that it is not known. */
static void
test_unknown_employer (void)
{
  static const struct
  {
    const char *member;
    const char *written; /* behind the id, up to the end of the row */
    const char *text;    /* of the record */
    const char *employer;
    guint n_errors;
  } cases[] = {
    { "", "", NULL, "sbc", 0 },
    { ", \"employer\": null", ", \"employer\": null", "", NULL, 0 },
    { ", \"employer\": \"none\"", ", \"employer\": \"none\"", "none", NULL, 0 },
    { ", \"employer\": \"nhs\"", ", \"employer\": \"nhs\"", "nhs", "nhs", 0 },
    { ", \"employer\": 5", ", \"employer\": 5", "", NULL, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *document =
        g_strdup_printf (HEAD "\"id\": \"s\", \"organisations\": [{\"id\": \"sbc\"}, "
                              "{\"id\": \"nhs\"}, {\"id\": \"\"}], "
                              "\"posts\": [{\"id\": \"b\", \"employer\": \"sbc\"}], "
                              "\"persons\": [{\"id\": \"p\"}], \"assignments\": "
                              "[{\"id\": \"c\", \"person\": \"p\", \"post\": \"b\"%s}]}",
                         cases[i].member);
      g_autofree char *wanted = g_strdup_printf ("\"post\": \"b\"%s}", cases[i].written);
      g_autoptr (CadreStructure) structure = load (document);
      g_autofree char *text = write_full (structure);
      g_autoptr (CadreAssignment) assignment = cadre_structure_find_assignment (structure, "c");
      g_autoptr (CadreOrganisation) employer = cadre_structure_find_employer (structure, "c");
      CadreIssueList *issues = cadre_structure_get_issues (structure);

      g_assert_nonnull (strstr (text, wanted));
      g_assert_cmpstr (cadre_assignment_get_employer (assignment), ==, cases[i].text);
      g_assert_cmpstr (employer != NULL ? cadre_record_get_id (CADRE_RECORD (employer)) : NULL, ==,
                       cases[i].employer);
      g_assert_cmpuint (cadre_issue_list_get_count (issues, "structure.value.form"), ==,
                        cases[i].n_errors);
      g_assert_cmpuint (cadre_issue_list_get_count (issues, "structure.reference.dangling"), ==, 0);
    }
}

/* A line that names such a post says that there is none: so does that of its manager, and
 * a patch can say it. */
static void
test_reserved_id (void)
{
  g_autoptr (CadreStructure) nothing = load (HEAD "\"posts\": []}");
  g_autoptr (CadreStructure) structure =
    load (HEAD "\"posts\": [{\"id\": \"none\", \"manager\": \"a\"}, {\"id\": \"a\"}]}");
  g_autoptr (CadreDiff) diff = cadre_diff_new (nothing, structure, NULL, NULL, NULL);
  g_autoptr (CadrePatch) patch = cadre_patch_new (diff, NULL);
  g_autoptr (CadreStructure) again = cadre_patch_apply (patch, nothing, NULL, NULL);
  g_autofree char *text = write_full (structure);
  g_autofree char *text_again = write_full (again);
  CadreIssueList *issues = cadre_structure_get_issues (structure);

  g_assert_nonnull (strstr (text, "{\"id\": \"none\"}"));
  g_assert_nonnull (strstr (text, "{\"post\": \"none\", \"manager\": \"a\"}"));
  g_assert_cmpstr (text_again, ==, text);
  g_assert_cmpuint (cadre_issue_list_get_count (issues, "structure.id.reserved"), ==, 1);
}

static void
test_round_trip (void)
{
  g_autoptr (CadreStructure) first = load (everything);
  g_autofree char *text = write_full (first);
  g_autoptr (CadreStructure) second = load (text);
  g_autofree char *again = write_full (second);

  g_assert_cmpstr (text, ==, again);
  g_assert_nonnull (strstr (text, "\"x\": [1, 2.50, null]"));
  g_assert_nonnull (strstr (text, "\"manager\": \"a\""));
  g_assert_nonnull (strstr (text, "\"manager\": null"));
  g_assert_nonnull (strstr (text, "\"fte\": 0.6"));
  g_assert_nonnull (strstr (text, "\"hours\": \"37/2\""));
  g_assert_nonnull (strstr (text, "\"aliases\": []"));
  g_assert_nonnull (strstr (text, "\"outside\": null"));
  g_assert_nonnull (strstr (text, "\"attributes\": {\"a\": \"2\", \"z\": \"1\"}"));

  for (guint kind = 0; kind < CADRE_RECORD_KIND_SUCCESSION; kind++)
    {
      guint n = cadre_structure_get_n_records (first, kind);

      g_assert_cmpuint (n, ==, cadre_structure_get_n_records (second, kind));
      for (guint i = 0; i < n; i++)
        {
          g_autoptr (CadreRecord) a = cadre_structure_get_record (first, kind, i);
          g_autoptr (CadreRecord) b = cadre_structure_get_record (second, kind, i);

          g_assert_true (cadre_record_equal (a, b));
        }
    }
}

/* What is not stated is no date at all, and neither is null. */
static void
test_no_date (void)
{
  static const char *const texts[] = {
    HEAD "\"grade-equivalences\": [{\"basis\": \"table\"}]}",
    HEAD "\"as-of\": null, \"grade-equivalences\": [{\"basis\": \"table\", \"agreed\": null}]}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (CadreStructure) structure = load (texts[i]);
      g_autoptr (CadreRecord) record =
        cadre_structure_get_record (structure, CADRE_RECORD_KIND_GRADE_EQUIVALENCE, 0);
      g_autoptr (CadreDate) by_property = NULL;

      g_assert_null (cadre_structure_get_as_of (structure));
      g_assert_null (cadre_grade_equivalence_get_agreed (CADRE_GRADE_EQUIVALENCE (record)));
      g_object_get (record, "agreed", &by_property, NULL);
      g_assert_null (by_property);
    }
}

/* The order of rows and members in a document does not show. */
static void
test_shuffled (void)
{
  g_autoptr (CadreStructure) a =
    load (HEAD "\"units\": [{\"id\": \"u\"}, {\"id\": \"v\", \"parent\": \"u\"}], "
               "\"posts\": [{\"id\": \"x\", \"unit\": \"u\", \"title\": \"T\"}, "
               "{\"id\": \"x\", \"unit\": \"v\"}, {\"id\": \"y\", \"manager\": \"x\"}], "
               "\"lines\": [{\"post\": \"y\", \"kind\": \"dotted\", \"unit\": \"u\"}, "
               "{\"post\": \"x\", \"kind\": \"deputy\", \"manager\": \"y\"}]}");
  g_autoptr (CadreStructure) b =
    load (HEAD "\"lines\": [{\"manager\": \"y\", \"post\": \"x\", \"kind\": \"deputy\"}, "
               "{\"post\": \"y\", \"kind\": \"dotted\", \"unit\": \"u\"}], "
               "\"posts\": [{\"manager\": \"x\", \"id\": \"y\"}, {\"unit\": \"v\", \"id\": \"x\"}, "
               "{\"id\": \"x\", \"unit\": \"u\", \"title\": {\"en\": \"T\"}}], "
               "\"units\": [{\"parent\": \"u\", \"id\": \"v\"}, {\"id\": \"u\"}]}");
  g_autofree char *text_a = write_full (a);
  g_autofree char *text_b = write_full (b);

  g_assert_cmpstr (text_a, ==, text_b);
}

/* Rows of one id that differ in one thing only, in both orders. Each is the
 * members of two rows of posts, with ' for ". */
static const struct
{
  const char *name;
  const char *a;
  const char *b;
} twins[] = {
  { "translation", "'title':{'en':'T','cy':'A'}", "'title':{'en':'T','cy':'B'}" },
  { "translation-or-none", "'title':{'en':'T','cy':'A'}", "'title':'T'" },
  { "language-of-translation", "'title':{'en':'T','cy':'A'}", "'title':{'en':'T','ga':'A'}" },
  { "field-of-translation", "'title':{'cy':'A'}", "'declared-words':{'cy':'A'}" },
  { "form-of-fraction", "'hours':18.5", "'hours':'37/2'" },
  { "fraction-unknown", "'hours':null", "'cost':null" },
  { "unknown-member", "'later':1", "'later':2" },
};

static void
test_twins (gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *text =
    g_strdup_printf (HEAD "'posts':[{'id':'x',%s},{'id':'y','title':{'cy':'C'}},{'id':'x',%s}]}",
                     twins[i].a, twins[i].b);
  g_autofree char *other =
    g_strdup_printf (HEAD "'posts':[{'id':'x',%s},{'id':'x',%s},{'id':'y','title':{'cy':'C'}}]}",
                     twins[i].b, twins[i].a);
  g_autoptr (CadreStructure) first = load (g_strdelimit (text, "'", '"'));
  g_autoptr (CadreStructure) second = load (g_strdelimit (other, "'", '"'));
  g_autofree char *written = write_full (first);
  g_autofree char *of_other = write_full (second);

  g_assert_cmpstr (written, ==, of_other);
}

/* How a number is written in a document, and how it is written again. */
static const struct
{
  const char *name;
  const char *read;
  const char *written;
  const char *exact; /* (nullable) */
} fractions[] = {
  { "decimal", "18.5", "18.5", "37/2" },
  { "decimal-as-text", "\"18.5\"", "18.5", "37/2" },
  { "stroke", "\"37/2\"", "\"37/2\"", "37/2" },
  { "stroke-not-reduced", "\"74/4\"", "\"37/2\"", "37/2" },
  { "whole", "37", "37", "37" },
  { "whole-as-decimal", "37.0", "37", "37" },
  { "whole-as-stroke", "\"74/2\"", "37", "37" },
  { "below-one", "0.60", "0.6", "3/5" },
  { "by-two", "0.125", "0.125", "1/8" },
  { "by-five", "7.0016", "7.0016", "4376/625" },
  { "power", "1.85e1", "18.5", "37/2" },
  { "small", "1e-18", "0.000000000000000001", "1/1000000000000000000" },
  { "small-and-odd", "0.000000000000000000134217728", "0.000000000000000000134217728",
    "1/7450580596923828125" },
  { "long", "123456789.012345678", "123456789.012345678", "61728394506172839/500000000" },
  { "third", "\"1/3\"", "\"1/3\"", "1/3" },
  { "nought", "0", "0", "0" },
  { "unknown", "null", "null", NULL },
};

static void
test_fraction (gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *text =
    g_strdup_printf (HEAD "\"posts\": [{\"id\": \"a\", \"hours\": %s}]}", fractions[i].read);
  g_autofree char *member = g_strdup_printf ("\"hours\": %s}", fractions[i].written);
  g_autoptr (CadreStructure) structure = load (text);
  g_autoptr (CadreStructureBuilder) builder =
    cadre_structure_builder_new_for_structure (structure, NULL);
  g_autoptr (CadrePost) post = cadre_structure_find_post (structure, "a");
  g_autoptr (CadreFraction) hours = cadre_post_get_hours (post);
  g_autoptr (CadreRecord) copy = cadre_record_copy (CADRE_RECORD (post));
  g_autofree char *exact = hours != NULL ? cadre_fraction_to_string (hours) : NULL;
  g_autofree char *written = write_full (structure);
  g_autoptr (CadreStructure) edited = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpstr (exact, ==, fractions[i].exact);
  g_assert_nonnull (strstr (written, member));

  /* By way of a record that is edited elsewhere, too. */
  if (hours != NULL)
    cadre_post_set_hours (CADRE_POST (copy), hours);
  cadre_post_set_tier (CADRE_POST (copy), 4);
  g_assert_true (cadre_structure_builder_replace (builder, copy, NULL));
  cadre_post_set_tier (CADRE_POST (copy), -1);
  g_assert_true (cadre_structure_builder_replace (builder, copy, NULL));
  edited = cadre_structure_builder_build (builder, NULL, NULL, NULL);
  again = write_full (edited);
  g_assert_cmpstr (again, ==, written);
}

/* A decimal equals the fraction that it is. */
static void
test_decimal_equal (void)
{
  g_autoptr (CadreStructure) a = load (HEAD "\"posts\": [{\"id\": \"a\", \"hours\": 18.5}]}");
  g_autoptr (CadreStructure) b = load (HEAD "\"posts\": [{\"id\": \"a\", \"hours\": \"37/2\"}]}");
  g_autoptr (CadrePost) post_a = cadre_structure_find_post (a, "a");
  g_autoptr (CadrePost) post_b = cadre_structure_find_post (b, "a");
  g_autoptr (CadreDiff) diff = cadre_diff_new (a, b, NULL, NULL, NULL);

  g_assert_true (cadre_record_equal (CADRE_RECORD (post_a), CADRE_RECORD (post_b)));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (diff)), ==, 0);
}

/* No line, none, and one that is not known: three answers. */
static void
test_manager_unknown (void)
{
  g_autoptr (CadreStructure) structure =
    load (HEAD "\"posts\": [{\"id\": \"absent\"}, {\"id\": \"nobody\", \"manager\": \"none\"}, "
               "{\"id\": \"unknown\", \"manager\": null}, "
               "{\"id\": \"dated\", \"manager\": null}], "
               "\"lines\": [{\"post\": \"dated\", \"manager\": \"none\", "
               "\"valid-from\": \"2007-01-01\"}]}");
  g_autoptr (GListModel) tops = cadre_structure_list_tops (structure);
  g_autoptr (CadreRecord) line = cadre_structure_get_record (structure, CADRE_RECORD_KIND_LINE, 3);
  g_autofree char *written = write_full (structure);
  g_autoptr (CadreStructure) again = load (written);
  g_autofree char *rewritten = write_full (again);
  CadreIssueList *issues = cadre_structure_get_issues (structure);

  g_assert_cmpuint (cadre_structure_get_n_records (structure, CADRE_RECORD_KIND_LINE), ==, 4);
  g_assert_cmpstr (cadre_line_get_post (CADRE_LINE (line)), ==, "unknown");
  g_assert_null (cadre_line_get_manager (CADRE_LINE (line)));
  g_assert_cmpuint (g_list_model_get_n_items (tops), ==, 3);
  g_assert_nonnull (strstr (written, "{\"id\": \"absent\"}"));
  g_assert_nonnull (strstr (written, "{\"id\": \"nobody\", \"manager\": \"none\"}"));
  g_assert_nonnull (strstr (written, "{\"id\": \"unknown\", \"manager\": null}"));
  g_assert_cmpstr (written, ==, rewritten);
  g_assert_cmpuint (cadre_issue_list_get_count (issues, "structure.line.no-end"), ==, 2);
  g_assert_cmpuint (cadre_issue_list_get_count (issues, "structure.line.several-managers"), ==, 0);
}

/* Members of the head: what they are in a document, and the member when it is
 * written again. */
static const struct
{
  const char *name;
  const char *read;
  const char *written; /* (nullable): nothing is */
  gboolean is_issue;
} heads[] = {
  { "id-unknown", "\"id\": null", NULL, FALSE },
  { "title-unknown", "\"title\": null", NULL, FALSE },
  { "as-of-unknown", "\"as-of\": null", NULL, FALSE },
  { "source-unknown", "\"source\": null", NULL, FALSE },
  { "licence-unknown", "\"licence\": null", NULL, FALSE },
  { "notes-unknown", "\"notes\": null", NULL, FALSE },
  { "notes-none", "\"notes\": []", "\"notes\": []", FALSE },
  { "licence-a-number", "\"licence\": 3", "\"licence\": 3", TRUE },
  { "as-of-no-date", "\"as-of\": \"2007-02-30\"", "\"as-of\": \"2007-02-30\"", TRUE },
  { "language-unknown", "\"language\": null", "\"language\": null", TRUE },
  { "title-a-number", "\"title\": 1", "\"title\": 1", TRUE },
  { "later", "\"later\": null", "\"later\": null", FALSE },
};

static void
test_head (gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  g_autofree char *text = g_strdup_printf (HEAD "%s}", heads[i].read);
  g_autofree char *name = g_strndup (heads[i].read, strcspn (heads[i].read, ":"));
  g_autoptr (CadreStructure) structure = load (text);
  CadreIssueList *issues = cadre_structure_get_issues (structure);
  g_autofree char *written = write_full (structure);
  g_autoptr (CadreStructure) again = load (written);
  g_autofree char *rewritten = write_full (again);

  g_assert_cmpuint (cadre_issue_list_get_count (issues, "structure.value.form"), ==,
                    heads[i].is_issue ? 1 : 0);
  g_assert_true ((strstr (written, name) != NULL) == (heads[i].written != NULL));
  if (heads[i].written != NULL)
    g_assert_nonnull (strstr (written, heads[i].written));
  g_assert_cmpstr (written, ==, rewritten);
}

/* What could not be used gives way to what is set in its place. */
static void
test_bad_values_replaced (void)
{
  g_autoptr (CadreStructure) structure =
    load (HEAD "\"id\": 1, \"language\": 2, \"posts\": [{\"id\": \"a\", \"manager\": 4, "
               "\"tier\": \"x\"}, {\"id\": \"b\"}]}");
  g_autoptr (CadreStructureBuilder) builder =
    cadre_structure_builder_new_for_structure (structure, NULL);
  g_autoptr (CadrePost) post = cadre_structure_find_post (structure, "a");
  g_autoptr (CadreStructure) repaired = NULL;
  g_autoptr (CadreStructure) again = NULL;
  g_autofree char *written = NULL;

  cadre_structure_builder_set_id (builder, "s");
  cadre_structure_builder_set_language (builder, "cy");
  cadre_post_set_tier (post, 2);
  g_assert_true (cadre_structure_builder_replace (builder, CADRE_RECORD (post), NULL));
  g_assert_true (cadre_structure_builder_set_manager (builder, "a", "b", NULL));
  repaired = cadre_structure_builder_build (builder, NULL, NULL, NULL);
  written = write_full (repaired);
  again = load (written);

  g_assert_cmpuint (cadre_issue_list_get_count (cadre_structure_get_issues (again),
                                                "structure.value.form"),
                    ==, 0);
  g_assert_nonnull (strstr (written, "\"id\": \"s\""));
  g_assert_nonnull (strstr (written, "\"language\": \"cy\""));
  g_assert_nonnull (strstr (written, "{\"id\": \"a\", \"manager\": \"b\", \"tier\": 2}"));
}

typedef struct
{
  const char *name;
  const char *text;
  GQuark (*domain) (void);
  int code;
  const char *message;
} BadForm;

static const BadForm bad_forms[] = {
  { "rows-not-an-array", HEAD "\"posts\": {}}", cadre_structure_error_quark,
    CADRE_STRUCTURE_ERROR_FORM, "The rows of a table must be an array" },
  { "row-not-an-object", HEAD "\"posts\": [{\"id\": \"a\"}, 3]}", cadre_structure_error_quark,
    CADRE_STRUCTURE_ERROR_FORM, "A row of a table must be an object" },
  { "another-kind", "{\"cadre\": \"case\", \"version\": 1}", cadre_document_error_quark,
    CADRE_DOCUMENT_ERROR_KIND, NULL },
  { "a-later-version", "{\"cadre\": \"structure\", \"version\": 2}", cadre_document_error_quark,
    CADRE_DOCUMENT_ERROR_VERSION, NULL },
  { "something-behind", HEAD "\"posts\": []} {}", cadre_document_error_quark,
    CADRE_DOCUMENT_ERROR_SYNTAX, NULL },
};

static void
test_bad_form (gconstpointer data)
{
  const BadForm *bad = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (bad->text, strlen (bad->text));
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_structure_load_bytes (bytes, NULL, NULL, &error));
  g_assert_error (error, bad->domain (), bad->code);
  if (bad->message != NULL)
    g_assert_nonnull (strstr (error->message, bad->message));
}

/* Members are asked for where there is no object to have them. */
static void
test_members_of_nothing (void)
{
  static const char *const texts[] = { "{}", "[1]", "7", "\"x\"" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (cadre_structure_read_members (reader, NULL, NULL, &error));
      g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_FORM);
      g_assert_nonnull (strstr (error->message, "A structure must be an object"));
    }
}

typedef struct
{
  const char *name;
  const char *member;
  const char *kept; /* (nullable): unknown members after loading */
} BadValue;

static const BadValue bad_values[] = {
  { "number-for-text", "\"title\": 3", "{\"title\": 3}" },
  { "word-that-is-none", "\"status\": \"perhaps\"", "{\"status\": \"perhaps\"}" },
  { "negative-number", "\"tier\": -2", "{\"tier\": -2}" },
  { "fraction-of-a-number", "\"tier\": 2.5", "{\"tier\": 2.5}" },
  { "beyond-pence", "\"cost\": 1.005", "{\"cost\": 1.005}" },
  { "negative-money", "\"cost\": -1", "{\"cost\": -1}" },
  { "no-such-date", "\"valid-from\": \"2007-02-30\"", "{\"valid-from\": \"2007-02-30\"}" },
  { "text-for-truth", "\"statutory\": \"yes\"", "{\"statutory\": \"yes\"}" },
  { "text-for-list", "\"aliases\": \"a\"", "{\"aliases\": \"a\"}" },
  { "number-in-list", "\"aliases\": [\"a\", 1]", "{\"aliases\": [\"a\", 1]}" },
  { "list-for-text", "\"unit\": [\"a\"]", "{\"unit\": [\"a\"]}" },
  { "deep-attributes", "\"attributes\": {\"a\": {}}", "{\"attributes\": {\"a\": {}}}" },
  { "empty-id", "\"unit\": \"\"", "{\"unit\": \"\"}" },
  { "division-by-zero", "\"fte\": \"1/0\"", "{\"fte\": \"1/0\"}" },
  { "manager-a-number", "\"manager\": 4", "{\"manager\": 4}" },
  { "establishment-in-words", "\"establishment\": \"two\"", "{\"establishment\": \"two\"}" },
  { "outside-in-words", "\"outside\": \"yes\"", "{\"outside\": \"yes\"}" },
  { "no-such-last-day", "\"valid-to\": \"2007-02-30\"", "{\"valid-to\": \"2007-02-30\"}" },
};

/* What cannot be used is unknown, and not what a silent row has. */
static void
test_bad_value_unknown (void)
{
  g_autoptr (CadreStructure) structure =
    load (HEAD "\"posts\": [{\"id\": \"a\", \"establishment\": \"two\", \"outside\": \"yes\", "
               "\"manager\": 4, \"valid-to\": \"2007-02-30\", \"fte\": \"much\"}], "
               "\"assignments\": [{\"id\": \"c\", \"basis\": \"perhaps\"}]}");
  g_autoptr (CadrePost) post = cadre_structure_find_post (structure, "a");
  g_autoptr (CadreAssignment) assignment = cadre_structure_find_assignment (structure, "c");
  g_autoptr (CadrePeriod) period = cadre_post_get_period (post);
  g_autoptr (GListModel) tops = cadre_structure_list_tops (structure);
  g_autofree char *period_text = cadre_period_to_string (period);
  g_autofree char *written = write_full (structure);
  g_autoptr (CadreStructure) again = load (written);
  g_autofree char *rewritten = write_full (again);

  g_assert_cmpint (cadre_post_get_establishment (post), ==, -1);
  g_assert_cmpint (cadre_post_get_outside (post), ==, CADRE_TRUTH_UNKNOWN);
  g_assert_cmpstr (period_text, ==, "../?");
  g_assert_cmpint (cadre_assignment_get_basis (assignment), ==, CADRE_BASIS_UNKNOWN);
  g_assert_cmpuint (g_list_model_get_n_items (tops), ==, 0);
  g_assert_cmpstr (written, ==, rewritten);
  g_assert_null (strstr (written, "null"));
}

/* What a field cannot hold is an issue, is kept, and is written back. */
static void
test_bad_value (gconstpointer data)
{
  const BadValue *bad = data;
  g_autofree char *text = g_strdup_printf (HEAD "\"posts\": [{\"id\": \"a\", %s}]}", bad->member);
  g_autoptr (CadreStructure) structure = load (text);
  CadreIssueList *issues = cadre_structure_get_issues (structure);
  g_autoptr (CadrePost) post = cadre_structure_find_post (structure, "a");
  g_autofree char *written = write_full (structure);

  g_assert_cmpuint (cadre_issue_list_get_count (issues, "structure.value.form"), ==, 1);
  g_assert_false (cadre_structure_is_sound (structure));
  g_assert_cmpstr (cadre_record_get_unknown_members (CADRE_RECORD (post)), ==, bad->kept);
  g_assert_nonnull (strstr (written, bad->member));
}

static void
test_origin (void)
{
  g_autoptr (CadreStructure) structure =
    load (HEAD "\"posts\": [{\"id\": \"b\", \"tier\": \"x\"}, {\"id\": \"a\"}]}");
  g_autoptr (CadreIssue) issue =
    g_list_model_get_item (G_LIST_MODEL (cadre_structure_get_issues (structure)), 0);

  g_assert_cmpstr (cadre_issue_get_origin (issue), ==, "/posts/0/tier");
  g_assert_null (strstr (cadre_issue_get_message (issue), "\"x\""));
}

static void
test_limit_rows (void)
{
  g_autoptr (CadreLimits) limits = cadre_limits_new_bounded ();
  const char text[] = HEAD "\"posts\": [{\"id\": \"a\"}, {\"id\": \"b\"}]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (CadreStructure) structure = NULL;
  g_autoptr (GError) error = NULL;

  cadre_limits_set_max_rows (limits, 2);
  structure = cadre_structure_load_bytes (bytes, limits, NULL, &error);
  g_assert_no_error (error);
  cadre_limits_set_max_rows (limits, 1);
  g_assert_null (cadre_structure_load_bytes (bytes, limits, NULL, &error));
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_LIMIT_ROWS);
  g_assert_cmpstr (error->message, ==, "There are more than 1 posts");
}

static void
test_cancelled (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static (everything, strlen (everything));
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (cadre_structure_load_bytes (bytes, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_builder (void)
{
  g_autoptr (CadreStructure) structure = load (everything);
  g_autoptr (GError) error = NULL;
  CadreStructureBuilder *builder = cadre_structure_builder_new_for_structure (structure, &error);
  g_autoptr (CadrePost) post = cadre_structure_find_post (structure, "b");
  g_autoptr (CadrePost) stranger = cadre_post_new ("c");
  g_autoptr (CadreStructure) same = cadre_structure_builder_build (builder, NULL, NULL, NULL);
  g_autoptr (CadreStructure) changed = NULL;
  g_autoptr (CadrePost) after = NULL;
  g_autofree char *text_before = write_full (structure);
  g_autofree char *text_same = write_full (same);
  g_autofree char *text_still = NULL;
  g_autofree char *text_changed = NULL;

  g_assert_cmpstr (text_before, ==, text_same);

  g_assert_false (cadre_structure_builder_replace (builder, CADRE_RECORD (stranger), &error));
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "There is no such post");
  g_clear_error (&error);

  cadre_post_set_title (post, NULL, "Chief");
  g_assert_true (cadre_structure_builder_replace (builder, CADRE_RECORD (post), &error));
  g_assert_true (cadre_structure_builder_add (builder, CADRE_RECORD (stranger), &error));
  g_assert_true (cadre_structure_builder_set_manager (builder, "c", "b", &error));
  g_assert_true (
    cadre_structure_builder_remove (builder, CADRE_RECORD_KIND_ASSIGNMENT, "c1", &error));
  changed = cadre_structure_builder_build (builder, NULL, NULL, &error);
  g_assert_no_error (error);

  after = cadre_structure_find_post (changed, "b");
  g_assert_cmpstr (cadre_post_get_title (after, NULL), ==, "Chief");
  g_assert_cmpstr (cadre_post_get_title (after, "cy"), ==, "Pennaeth");
  g_assert_cmpuint (cadre_structure_get_n_records (changed, CADRE_RECORD_KIND_POST), ==, 3);
  g_assert_cmpuint (cadre_structure_get_n_records (changed, CADRE_RECORD_KIND_ASSIGNMENT), ==, 0);
  text_changed = write_full (changed);
  g_assert_nonnull (strstr (text_changed, "\"manager\": \"b\""));

  text_still = write_full (structure);
  g_assert_cmpstr (text_before, ==, text_still);
  g_assert_finalize_object (builder);
}

/* What is put in the place of another has its place, also when that is done twice
 * and others are added. */
static void
test_builder_replace_in_place (void)
{
  g_autoptr (CadreStructure) structure =
    load ("{\"cadre\": \"structure\", \"version\": 1, \"posts\": [{\"id\": \"c\"}, "
          "{\"id\": \"a\"}, {\"id\": \"b\"}]}");
  g_autoptr (CadreStructureBuilder) builder = NULL;
  g_autoptr (CadrePost) post = cadre_structure_find_post (structure, "a");
  g_autoptr (CadrePost) other = cadre_post_new ("d");
  g_autoptr (CadreStructure) changed = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreIssue) first = NULL;
  g_autoptr (CadreIssue) second = NULL;
  g_autofree char *text = NULL;

  builder = cadre_structure_builder_new_for_structure (structure, &error);
  g_assert_no_error (error);
  g_assert_true (cadre_structure_builder_replace (builder, CADRE_RECORD (post), &error));
  cadre_post_set_unit (post, "nowhere");
  cadre_post_set_unit (other, "nowhere");
  g_assert_true (cadre_structure_builder_add (builder, CADRE_RECORD (other), &error));
  g_assert_true (cadre_structure_builder_replace (builder, CADRE_RECORD (post), &error));
  changed = cadre_structure_builder_build (builder, NULL, NULL, &error);
  g_assert_no_error (error);

  first = cadre_issue_list_get_issue (cadre_structure_get_issues (changed), 0);
  second = cadre_issue_list_get_issue (cadre_structure_get_issues (changed), 1);
  g_assert_cmpstr (cadre_issue_get_code (first), ==, "structure.reference.dangling");
  g_assert_cmpstr (cadre_issue_get_origin (first), ==, "/posts/1/unit");
  g_assert_cmpstr (cadre_issue_get_code (second), ==, "structure.reference.dangling");
  g_assert_cmpstr (cadre_issue_get_origin (second), !=, "/posts/1/unit");

  /* And what is written is in the order of the ids, whatever was replaced. */
  text = write_full (changed);
  g_assert_true (strstr (text, "\"a\"") < strstr (text, "\"b\"") &&
                 strstr (text, "\"b\"") < strstr (text, "\"c\"") &&
                 strstr (text, "\"c\"") < strstr (text, "\"d\""));
}

static void
test_builder_remove_record (void)
{
  g_autoptr (CadreStructureBuilder) builder = cadre_structure_builder_new ();
  g_autoptr (CadreLine) line = cadre_line_new ();
  g_autoptr (CadreStructure) structure = NULL;
  g_autoptr (GError) error = NULL;

  cadre_line_set_post (line, "a");
  cadre_line_set_manager (line, "b");
  g_assert_true (cadre_structure_builder_add (builder, CADRE_RECORD (line), NULL));
  g_assert_true (cadre_structure_builder_remove_record (builder, CADRE_RECORD (line), NULL));
  g_assert_false (cadre_structure_builder_remove_record (builder, CADRE_RECORD (line), &error));
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND);
  structure = cadre_structure_builder_build (builder, NULL, NULL, NULL);
  g_assert_cmpuint (cadre_structure_get_n_records (structure, CADRE_RECORD_KIND_LINE), ==, 0);
}

static void
test_consultation (void)
{
  g_autoptr (CadreStructure) structure = load (everything);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_CONSULTATION);
  g_autoptr (GBytes) key = g_bytes_new_static ("0123456789abcdef", 16);
  g_autofree char *plain = cadre_structure_to_text (structure, redaction, NULL);
  g_autofree char *keyed = NULL;
  g_autofree char *pseudonym = NULL;

  g_assert_null (strstr (plain, "Secret"));
  g_assert_null (strstr (plain, "p1"));
  g_assert_null (strstr (plain, "c1"));
  g_assert_null (strstr (plain, "1234"));
  g_assert_null (strstr (plain, "hobby"));
  g_assert_null (strstr (plain, "attributes"));
  g_assert_null (strstr (plain, "later"));
  g_assert_nonnull (strstr (plain, "Pennaeth"));
  g_assert_null (cadre_redaction_dup_pseudonym (redaction, CADRE_RECORD_KIND_PERSON, "p1"));

  cadre_redaction_set_pseudonym_key (redaction, key);
  pseudonym = cadre_redaction_dup_pseudonym (redaction, CADRE_RECORD_KIND_PERSON, "p1");
  keyed = cadre_structure_to_text (structure, redaction, NULL);
  g_assert_nonnull (strstr (keyed, pseudonym));
  g_assert_null (strstr (keyed, "Secret"));
  g_assert_null (strstr (keyed, "\"p1\""));
}

static void
test_tree (void)
{
  g_autoptr (CadreStructure) structure =
    load (HEAD "\"tier-scales\": [{\"id\": \"council\"}, {\"id\": \"pct\"}], "
               "\"tier-equivalences\": [{\"scale\": \"council\", \"rung\": 3, "
               "\"other-scale\": \"pct\", \"other-rung\": 4}], "
               "\"organisations\": [{\"id\": \"c\", \"tier-scale\": \"council\"}, "
               "{\"id\": \"p\", \"tier-scale\": \"pct\"}], "
               "\"posts\": [{\"id\": \"a\", \"employer\": \"p\"}, "
               "{\"id\": \"b\", \"manager\": \"a\", \"order\": 2}, "
               "{\"id\": \"c\", \"manager\": \"a\", \"order\": 1}, "
               "{\"id\": \"d\", \"manager\": \"e\"}, {\"id\": \"e\", \"manager\": \"d\"}, "
               "{\"id\": \"f\", \"manager\": \"nobody\"}, "
               "{\"id\": \"g\", \"manager\": \"g\"}, {\"id\": \"h\", \"employer\": \"c\"}]}");
  const CadreIndex *index = cadre_structure_get_index (structure);
  guint32 n = 0;
  const guint32 *reports = cadre_backward_get (&index->reports, 0, &n);

  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (reports[0], ==, 2);
  g_assert_cmpuint (reports[1], ==, 1);
  g_assert_cmpint (index->tier[0], ==, 0); /* the first of the other scale, counted on this one */
  g_assert_cmpint (index->tier[1], ==, 1);
  g_assert_cmpint (index->tier[7], ==, 1);
  g_assert_cmpint (index->depth[3], ==, -1);
  g_assert_cmpint (index->tier[3], ==, CADRE_NO_TIER);
  g_assert_cmpuint (index->top[5], ==, CADRE_NO_ROW);
  g_assert_cmpuint (index->manager[6], ==, CADRE_NO_ROW);
  g_assert_cmpuint (index->n_walked, ==, 6);
  g_assert_cmpuint (index->walk[1], ==, 2);
}

/* Rungs that cannot be, or that are missing, bring no scales together. */
static void
test_rungs (void)
{
  static const char *const rungs[] = { "\"rung\": 2147483647", "\"other-rung\": 2147483647",
                                       "\"rung\": 1001, \"other-rung\": 1",
                                       "\"rung\": 1, \"other-rung\": 1001", "" };

  for (guint i = 0; i < G_N_ELEMENTS (rungs); i++)
    {
      g_autofree char *text =
        g_strconcat (HEAD
                     "\"tier-scales\": [{\"id\": \"council\"}, {\"id\": \"pct\"}], "
                     "\"tier-equivalences\": [{\"scale\": \"council\", \"other-scale\": \"pct\"",
                     *rungs[i] != '\0' ? ", " : "", rungs[i],
                     "}], \"organisations\": [{\"id\": \"p\", \"tier-scale\": \"pct\"}], "
                     "\"posts\": [{\"id\": \"a\", \"employer\": \"p\", \"tier\": 4}]}",
                     NULL);
      g_autoptr (CadreStructure) structure = load (text);
      const CadreIndex *index = cadre_structure_get_index (structure);

      g_assert_cmpint (index->tier[0], ==, 4);
      g_assert_cmpuint (index->scale_group[1], ==, 1);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/structure/unknown-employer", test_unknown_employer);
  g_test_add_func ("/structure/everything", test_everything);
  g_test_add_func ("/structure/reserved-id", test_reserved_id);
  g_test_add_func ("/structure/round-trip", test_round_trip);
  g_test_add_func ("/structure/shuffled", test_shuffled);
  g_test_add_func ("/structure/rungs", test_rungs);
  for (guint i = 0; i < G_N_ELEMENTS (bad_forms); i++)
    {
      g_autofree char *path = g_strconcat ("/structure/bad-form/", bad_forms[i].name, NULL);

      g_test_add_data_func (path, &bad_forms[i], test_bad_form);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad_values); i++)
    {
      g_autofree char *path = g_strconcat ("/structure/bad-value/", bad_values[i].name, NULL);

      g_test_add_data_func (path, &bad_values[i], test_bad_value);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (twins); i++)
    {
      g_autofree char *path = g_strconcat ("/structure/twins/", twins[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_twins);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (fractions); i++)
    {
      g_autofree char *path = g_strconcat ("/structure/fraction/", fractions[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_fraction);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    {
      g_autofree char *path = g_strconcat ("/structure/head/", heads[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_head);
    }
  g_test_add_func ("/structure/decimal-equal", test_decimal_equal);
  g_test_add_func ("/structure/manager-unknown", test_manager_unknown);
  g_test_add_func ("/structure/bad-value-unknown", test_bad_value_unknown);
  g_test_add_func ("/structure/bad-values-replaced", test_bad_values_replaced);
  g_test_add_func ("/structure/origin", test_origin);
  g_test_add_func ("/structure/no-date", test_no_date);
  g_test_add_func ("/structure/members-of-nothing", test_members_of_nothing);
  g_test_add_func ("/structure/limit-rows", test_limit_rows);
  g_test_add_func ("/structure/cancelled", test_cancelled);
  g_test_add_func ("/structure/builder", test_builder);
  g_test_add_func ("/structure/builder/replace-in-place", test_builder_replace_in_place);
  g_test_add_func ("/structure/builder/remove-record", test_builder_remove_record);
  g_test_add_func ("/structure/consultation", test_consultation);
  g_test_add_func ("/structure/tree", test_tree);

  return g_test_run ();
}
