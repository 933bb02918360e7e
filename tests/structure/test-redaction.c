/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Levels, their subjects and pseudonyms, on a branch with somebody above and
 * somebody beside it. */

#include <cadre/cadre.h>

#include <string.h>

static const char *const council =
  "{\"cadre\": \"structure\", \"version\": 1, \"as-of\": \"2026-04-01\", "
  "\"organisations\": [{\"id\": \"o1\", \"name\": \"Council\"}], "
  "\"grades\": [{\"id\": \"g1\", \"pay-min\": 30000}, {\"id\": \"g9\"}], "
  "\"units\": [{\"id\": \"u0\"}, {\"id\": \"u1\", \"parent\": \"u0\"}, {\"id\": \"u9\"}], "
  "\"posts\": ["
  "{\"id\": \"top\", \"title\": \"Chief\", \"unit\": \"u0\", \"manager\": \"none\", "
  "\"cost\": 90000, \"note\": \"top-note\"}, "
  "{\"id\": \"mid\", \"title\": \"Head\", \"unit\": \"u1\", \"manager\": \"top\", "
  "\"grade\": \"g1\"}, "
  "{\"id\": \"low\", \"title\": \"Clerk\", \"unit\": \"u1\", \"manager\": \"mid\", "
  "\"employer\": \"o1\", \"pay-max\": 31000}, "
  "{\"id\": \"lower\", \"title\": \"Aide\", \"manager\": \"low\"}, "
  "{\"id\": \"beside\", \"title\": \"Other\", \"unit\": \"u9\", \"grade\": \"g9\", "
  "\"manager\": \"top\"}], "
  "\"persons\": [{\"id\": \"ann\", \"name\": \"Ann\"}, {\"id\": \"bob\", \"name\": \"Bob\"}, "
  "{\"id\": \"cat\", \"name\": \"Cat\"}], "
  "\"assignments\": [{\"id\": \"a-mid\", \"person\": \"ann\", \"post\": \"mid\"}, "
  "{\"id\": \"a-low\", \"person\": \"bob\", \"post\": \"low\", \"hours\": 18.5, "
  "\"note\": \"bob-note\"}, "
  "{\"id\": \"a-past\", \"person\": \"cat\", \"post\": \"low\", \"valid-to\": \"2020-01-01\"}, "
  "{\"id\": \"a-beside\", \"person\": \"cat\", \"post\": \"beside\", \"covers\": \"a-low\"}], "
  "\"absences\": [{\"assignment\": \"a-low\", \"kind\": \"bob-absence\"}]}";

static CadreStructure *
load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return structure;
}

typedef struct
{
  const char *name;
  CadreRedactionLevel level;
  const char *key;
  const char *posts[3];
  const char *assignments[3];
  const char *shown[16];
  const char *hidden[16];
} Case;

static const Case cases[] = {
  { "manager",
    CADRE_REDACTION_LEVEL_MANAGER,
    NULL,
    { "mid" },
    { NULL },
    { "\"mid\"", "\"low\"", "\"lower\"", "\"top\"", "\"Chief\"", "\"u0\"", "\"Bob\"", "\"g1\"",
      "\"a-low\"", "30000" },
    { "\"beside\"", "\"g9\"", "\"u9\"", "90000", "31000", "top-note", "bob-note", "bob-absence",
      "a-beside" } },
  { "panel",
    CADRE_REDACTION_LEVEL_PANEL,
    NULL,
    { "beside" },
    { "a-low" },
    { "\"beside\"", "\"low\"", "\"a-low\"", "\"Clerk\"", "\"g9\"" },
    { "Bob", "bob", "a-beside", "18.5", "absence", "\"lower\"" } },
  { "self",
    CADRE_REDACTION_LEVEL_SELF,
    NULL,
    { NULL },
    { "a-low" },
    { "\"a-low\"", "\"Bob\"", "\"low\"", "31000", "bob-note", "bob-absence", "\"Head\"",
      "\"Chief\"", "18.5" },
    { "\"lower\"", "\"beside\"", "ann", "Ann", "90000", "top-note", "a-past", "a-beside" } },
  { "union",
    CADRE_REDACTION_LEVEL_UNION,
    NULL,
    { NULL },
    { NULL },
    { "\"beside\"", "\"Clerk\"", "30000" },
    { "a-low", "bob", "31000", "90000" } },
  { "committee-public",
    CADRE_REDACTION_LEVEL_COMMITTEE_PUBLIC,
    "0123456789abcdef",
    { NULL },
    { NULL },
    { "\"beside\"", "\"Clerk\"" },
    { "persons", "assignments", "30000", "31000" } },
  { "committee-exempt",
    CADRE_REDACTION_LEVEL_COMMITTEE_EXEMPT,
    "0123456789abcdef",
    { NULL },
    { NULL },
    { "31000", "90000", "persons", "18.5" },
    { "Bob", "bob", "a-low" } },
  { "finance",
    CADRE_REDACTION_LEVEL_FINANCE,
    "0123456789abcdef",
    { NULL },
    { NULL },
    { "31000", "90000", "30000", "18.5" },
    { "persons", "bob", "\"manager\"" } },
  { "transparency-code",
    CADRE_REDACTION_LEVEL_TRANSPARENCY_CODE,
    NULL,
    { NULL },
    { NULL },
    { "\"top\"", "\"mid\"", "\"low\"", "31000", "\"assignments\"" },
    { "\"lower\"", "90000", "bob", "a-low" } },
};

static CadreRedaction *
make_redaction (const Case *c)
{
  CadreRedaction *redaction = cadre_redaction_new (c->level);

  if (c->key != NULL)
    {
      g_autoptr (GBytes) key = g_bytes_new_static (c->key, strlen (c->key));

      cadre_redaction_set_pseudonym_key (redaction, key);
    }
  cadre_redaction_set_subject_posts (redaction, c->posts);
  cadre_redaction_set_subject_assignments (redaction, c->assignments);
  return redaction;
}

static void
test_level (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (CadreStructure) structure = load (council);
  CadreRedaction *redaction = make_redaction (c);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = cadre_structure_to_text (structure, redaction, &error);

  g_assert_no_error (error);
  for (guint i = 0; c->shown[i] != NULL; i++)
    if (strstr (text, c->shown[i]) == NULL)
      g_error ("%s is not in %s", c->shown[i], text);
  for (guint i = 0; c->hidden[i] != NULL; i++)
    if (strstr (text, c->hidden[i]) != NULL)
      g_error ("%s is in %s", c->hidden[i], text);
  g_assert_finalize_object (redaction);
}

static const struct
{
  const char *name;
  Case redaction;
  int code;
  const char *message;
} refusals[] = {
  { "manager-of-nothing",
    { "", CADRE_REDACTION_LEVEL_MANAGER, NULL, { NULL }, { "a-low" }, { NULL }, { NULL } },
    CADRE_STRUCTURE_ERROR_REDACTION,
    "A redaction for a manager needs the post of the manager" },
  { "panel-of-nothing",
    { "", CADRE_REDACTION_LEVEL_PANEL, NULL, { NULL }, { NULL }, { NULL }, { NULL } },
    CADRE_STRUCTURE_ERROR_REDACTION,
    "A redaction for a panel needs the posts and the assignments before it" },
  { "self-of-nobody",
    { "", CADRE_REDACTION_LEVEL_SELF, NULL, { "mid" }, { NULL }, { NULL }, { NULL } },
    CADRE_STRUCTURE_ERROR_REDACTION,
    "A redaction for a person needs one assignment of that person" },
  { "self-of-two",
    { "", CADRE_REDACTION_LEVEL_SELF, NULL, { NULL }, { "a-low", "a-mid" }, { NULL }, { NULL } },
    CADRE_STRUCTURE_ERROR_REDACTION,
    "A redaction for a person needs one assignment of that person" },
  { "manager-unknown",
    { "", CADRE_REDACTION_LEVEL_MANAGER, NULL, { "nobody" }, { NULL }, { NULL }, { NULL } },
    CADRE_STRUCTURE_ERROR_NOT_FOUND,
    "The structure holds nothing of what the redaction is about" },
  { "self-unknown",
    { "", CADRE_REDACTION_LEVEL_SELF, NULL, { NULL }, { "nobody" }, { NULL }, { NULL } },
    CADRE_STRUCTURE_ERROR_NOT_FOUND,
    "The structure holds nothing of what the redaction is about" },
  { "short-key",
    { "", CADRE_REDACTION_LEVEL_UNION, "0123456789abcde", { NULL }, { NULL }, { NULL }, { NULL } },
    CADRE_STRUCTURE_ERROR_REDACTION,
    "The key of pseudonyms has fewer than 16 bytes" },
};

static void
test_refusal (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (CadreStructure) structure = load (council);
  g_autoptr (CadreRedaction) redaction = make_redaction (&refusals[i].redaction);
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_structure_to_text (structure, redaction, &error));
  g_assert_error (error, CADRE_STRUCTURE_ERROR, refusals[i].code);
  g_assert_cmpstr (error->message, ==, refusals[i].message);
}

/* What leads nowhere could be anything, such as a name. */
static void
test_dangling (void)
{
  g_autoptr (CadreStructure) structure =
    load ("{\"cadre\": \"structure\", \"version\": 1, \"organisations\": [{\"id\": \"o\"}], "
          "\"units\": [{\"id\": \"u\", \"parent\": \"Canary Unit\", \"organisations\": [\"o\", "
          "\"Canary Council\"]}], \"posts\": [{\"id\": \"p\", \"unit\": \"u\", \"manager\": "
          "\"Ann Canary\", \"grade\": \"Canary Grade\"}], \"assignments\": [{\"id\": \"a\", "
          "\"post\": \"p\", \"person\": \"x\", \"employer\": \"Canary Employer\"}]}");

  for (guint level = CADRE_REDACTION_LEVEL_CONSULTATION; level <= CADRE_REDACTION_LEVEL_STATISTICS;
       level++)
    {
      const Case c = { "", level, "0123456789abcdef", { "p" }, { "a" }, { NULL }, { NULL } };
      g_autoptr (CadreRedaction) redaction = make_redaction (&c);
      g_autoptr (GError) error = NULL;
      g_autofree char *text = cadre_structure_to_text (structure, redaction, &error);

      g_assert_no_error (error);
      if (strstr (text, "Canary") != NULL)
        g_error ("a name is in %s", text);
    }
}

/* A branch whose posts manage each other is shown all the same. */
static void
test_cycle (void)
{
  g_autoptr (CadreStructure) structure =
    load ("{\"cadre\": \"structure\", \"version\": 1, \"posts\": ["
          "{\"id\": \"x\", \"manager\": \"y\"}, {\"id\": \"y\", \"manager\": \"x\"}]}");
  const Case c = { "", CADRE_REDACTION_LEVEL_MANAGER, NULL, { "x" }, { NULL }, { NULL }, { NULL } };
  g_autoptr (CadreRedaction) redaction = make_redaction (&c);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) shown = cadre_redaction_apply (redaction, structure, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (cadre_structure_get_n_records (shown, CADRE_RECORD_KIND_POST), ==, 2);
}

/* RFC 2104 with SHA-256 over "person/ann", worked out by another program. */
static void
test_pseudonym (void)
{
  const Case c = {
    "", CADRE_REDACTION_LEVEL_UNION, "0123456789abcdef", { NULL }, { NULL }, { NULL }, { NULL }
  };
  const Case other = {
    "", CADRE_REDACTION_LEVEL_UNION, "0123456789abcdeg", { NULL }, { NULL }, { NULL }, { NULL }
  };
  const Case weak = { "",      CADRE_REDACTION_LEVEL_UNION, "0123", { NULL }, { NULL }, { NULL },
                      { NULL } };
  g_autoptr (CadreRedaction) redaction = make_redaction (&c);
  g_autoptr (CadreRedaction) otherwise = make_redaction (&other);
  g_autoptr (CadreRedaction) weakly = make_redaction (&weak);
  g_autofree char *person =
    cadre_redaction_dup_pseudonym (redaction, CADRE_RECORD_KIND_PERSON, "ann");
  g_autofree char *again =
    cadre_redaction_dup_pseudonym (redaction, CADRE_RECORD_KIND_PERSON, "ann");
  g_autofree char *assignment =
    cadre_redaction_dup_pseudonym (redaction, CADRE_RECORD_KIND_ASSIGNMENT, "ann");
  g_autofree char *rekeyed =
    cadre_redaction_dup_pseudonym (otherwise, CADRE_RECORD_KIND_PERSON, "ann");

  g_assert_cmpstr (person, ==, "f4ed7a4ca202cea8");
  g_assert_cmpstr (person, ==, again);
  g_assert_cmpstr (person, !=, assignment);
  g_assert_cmpstr (person, !=, rekeyed);
  g_assert_null (cadre_redaction_dup_pseudonym (weakly, CADRE_RECORD_KIND_PERSON, "ann"));
  g_assert_false (cadre_redaction_shows_field (weakly, CADRE_RECORD_KIND_PERSON, "id"));
}

static void
test_properties (void)
{
  const char *const ids[] = { "a", "b", NULL };
  CadreRedaction *redaction =
    g_object_new (CADRE_TYPE_REDACTION, "level", CADRE_REDACTION_LEVEL_PANEL, "subject-posts", ids,
                  "subject-assignments", ids + 1, NULL);
  g_auto (GStrv) posts = NULL;

  g_object_get (redaction, "subject-posts", &posts, NULL);
  g_assert_cmpuint (g_strv_length (posts), ==, 2);
  g_assert_cmpstr (cadre_redaction_get_subject_assignments (redaction)[0], ==, "b");
  cadre_redaction_set_subject_posts (redaction, cadre_redaction_get_subject_posts (redaction) + 1);
  g_assert_cmpstr (cadre_redaction_get_subject_posts (redaction)[0], ==, "b");
  cadre_redaction_set_subject_posts (redaction, NULL);
  g_assert_null (cadre_redaction_get_subject_posts (redaction));
  g_assert_finalize_object (redaction);
}

/* One holder, two, one who is away, nobody on a post for one and for three. */
static const char *const holders =
  "{\"cadre\": \"structure\", \"version\": 1, \"as-of\": \"2026-04-01\", "
  "\"grades\": [{\"id\": \"g\"}], \"posts\": ["
  "{\"id\": \"one\", \"grade\": \"g\", \"declared-outcome\": \"slotting-in\"}, "
  "{\"id\": \"two\", \"grade\": \"g\", \"declared-outcome\": \"slotting-in\"}, "
  "{\"id\": \"away\", \"grade\": \"g\", \"declared-outcome\": \"slotting-in\"}, "
  "{\"id\": \"left\", \"grade\": \"g\", \"declared-outcome\": \"slotting-in\"}, "
  "{\"id\": \"new\", \"grade\": \"g\", \"status\": \"new\", "
  "\"declared-outcome\": \"ring-fence\"}, "
  "{\"id\": \"three\", \"grade\": \"g\", \"establishment\": 3, "
  "\"declared-outcome\": \"ring-fence\"}], "
  "\"persons\": [{\"id\": \"p\"}, {\"id\": \"q\"}], \"assignments\": ["
  "{\"id\": \"1\", \"person\": \"p\", \"post\": \"one\"}, "
  "{\"id\": \"2\", \"person\": \"p\", \"post\": \"two\"}, "
  "{\"id\": \"3\", \"person\": \"q\", \"post\": \"two\"}, "
  "{\"id\": \"4\", \"person\": \"q\", \"post\": \"away\"}, "
  "{\"id\": \"5\", \"person\": \"p\", \"post\": \"away\", \"covers\": \"4\"}, "
  "{\"id\": \"6\", \"person\": \"q\", \"post\": \"left\", "
  "\"valid-to\": \"2020-01-01\"}]}";

static const struct
{
  const char *post;
  gboolean shows_grade;
  gboolean shows_outcome;
} single_holders[] = {
  { "one", FALSE, FALSE },  { "two", TRUE, TRUE },
  { "away", FALSE, FALSE }, /* the one who covers is in post alone */
  { "left", TRUE, FALSE },  /* nobody holds it, or nobody says who does */
  { "new", TRUE, TRUE },    { "three", TRUE, TRUE },
};

static void
test_single_holder (void)
{
  g_autoptr (CadreStructure) structure = load (holders);
  g_autoptr (CadreRedaction) public = cadre_redaction_new (CADRE_REDACTION_LEVEL_CONSULTATION);
  g_autoptr (CadreRedaction) exempt = cadre_redaction_new (CADRE_REDACTION_LEVEL_COMMITTEE_EXEMPT);
  g_autoptr (CadreStructure) shown = cadre_redaction_apply (public, structure, NULL);
  g_autoptr (CadreStructure) all = cadre_redaction_apply (exempt, structure, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (single_holders); i++)
    {
      g_autoptr (CadrePost) post = cadre_structure_find_post (shown, single_holders[i].post);
      g_autoptr (CadrePost) same = cadre_structure_find_post (all, single_holders[i].post);

      g_test_message ("%s", single_holders[i].post);
      g_assert_cmpint (cadre_post_get_grade (post) != NULL, ==, single_holders[i].shows_grade);
      g_assert_cmpint (cadre_post_get_declared_outcome (post) != CADRE_DECLARED_OUTCOME_UNKNOWN, ==,
                       single_holders[i].shows_outcome);
      g_assert_cmpstr (cadre_post_get_grade (same), ==, "g");
      g_assert_cmpint (cadre_post_get_declared_outcome (same), !=, CADRE_DECLARED_OUTCOME_UNKNOWN);
    }
}

/* Posts, as employer, grade and positions; and the rows that come of them. */
static const struct
{
  const char *name;
  const char *posts;
  const char *rows; /* employer/grade/positions, in order */
  guint least;      /* 0 for what it is unless it is set */
  guint base;       /* of rounding; 0 likewise */
} statistics[] = {
  { "enough", "o g 5, o h 7", "o/g/5 o/h/7", 0 },
  { "added-up", "o g 2, o g 3", "o/g/5", 0 },
  { "one-small", "o g 5, o h 4, o k 9", "o/k/9 o/-/9", 0 },
  { "two-small", "o g 3, o h 4, o k 9", "o/k/9 o/-/7", 0 },
  { "no-grade", "o g 6, o - 5", "o/g/6 o/-/5", 0 },
  { "small-employer", "o g 2, p g 6", "p/g/6", 0 },
  { "small-employers", "o g 2, p g 3, q g 8", "q/g/8 -/-/5", 0 },
  { "no-employer", "- g 8, o h 5", "o/h/5 -/g/8", 0 },
  { "not-known", "o g 5, o g ?", "o/g/?", 0 },
  { "nothing", "o g 1", "", 0 },
  { "least-of-ten", "o g 9, o h 11", "o/-/20", 10 },
  { "none-below-ten", "o g 10, o h 11", "o/g/10 o/h/11", 10 },
  { "small-below-ten", "o g 4, o h 5, p g 30", "p/g/30", 10 },
  { "least-of-three", "o g 3, o h 4", "o/g/3 o/h/4", 3 },
  { "rounded", "o g 5, o h 7, p g 8, p h 12, q g 13", "o/g/5 o/h/5 p/g/10 p/h/10 q/g/15", 0, 5 },
  { "rounded-together", "o g 3, o h 4, o k 9", "o/k/10 o/-/5", 0, 5 },
  { "rounded-after-the-least", "o g 4, p g 9", "p/g/10", 0, 5 },
  { "rounded-half-up", "o g 5, o h 15, o k 14", "o/g/10 o/h/20 o/k/10", 0, 10 },
  { "rounded-to-nothing", "o g 9, o h 10", "o/h/20", 0, 20 },
  { "rounded-not-known", "o g 5, o g ?, o h 7", "o/g/? o/h/5", 0, 5 },
  { "rounded-to-three", "o g 3, o h 4, p g 8", "o/g/3 o/h/3 p/g/9", 3, 3 },
};

static void
add_posts (CadreStructureBuilder *builder, const char *text)
{
  g_auto (GStrv) posts = g_strsplit (text, ", ", -1);

  for (guint i = 0; posts[i] != NULL; i++)
    {
      g_auto (GStrv) words = g_strsplit (posts[i], " ", -1);
      g_autofree char *id = g_strdup_printf ("post-%u", i);
      g_autoptr (CadrePost) post = cadre_post_new (id);

      cadre_post_set_title (post, NULL, "Title");
      if (*words[0] != '-')
        cadre_post_set_employer (post, words[0]);
      if (*words[1] != '-')
        cadre_post_set_grade (post, words[1]);
      cadre_post_set_establishment (post, *words[2] == '?'
                                            ? -1
                                            : (int) g_ascii_strtoll (words[2], NULL, 10));
      g_assert_true (cadre_structure_builder_add (builder, CADRE_RECORD (post), NULL));
    }
}

static char *
describe_statistics (CadreStructure *structure)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < cadre_structure_get_n_records (structure, CADRE_RECORD_KIND_POST); i++)
    {
      g_autoptr (CadreRecord) record =
        cadre_structure_get_record (structure, CADRE_RECORD_KIND_POST, i);
      CadrePost *post = CADRE_POST (record);
      int n = cadre_post_get_establishment (post);
      g_autofree char *number = n >= 0 ? g_strdup_printf ("%d", n) : g_strdup ("?");
      const char *employer = cadre_post_get_employer (post);
      const char *grade = cadre_post_get_grade (post);

      g_assert_null (cadre_post_get_title (post, NULL));
      g_string_append_printf (text, "%s%s/%s/%s", i > 0 ? " " : "",
                              employer != NULL ? employer : "-", grade != NULL ? grade : "-",
                              number);
    }

  return g_string_free (text, FALSE);
}

static void
test_statistics (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  static const char *const grades[] = { "g", "h", "k" };
  static const char *const employers[] = { "o", "p", "q" };
  g_autoptr (CadreStructureBuilder) builder = cadre_structure_builder_new ();
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_STATISTICS);
  g_autoptr (CadreStructure) structure = NULL;
  g_autoptr (CadreStructure) shown = NULL;
  g_autofree char *rows = NULL;

  for (guint j = 0; j < G_N_ELEMENTS (grades); j++)
    {
      g_autoptr (CadreGrade) grade = cadre_grade_new (grades[j]);
      g_autoptr (CadreOrganisation) employer = cadre_organisation_new (employers[j]);

      g_assert_true (cadre_structure_builder_add (builder, CADRE_RECORD (grade), NULL));
      g_assert_true (cadre_structure_builder_add (builder, CADRE_RECORD (employer), NULL));
    }
  add_posts (builder, statistics[i].posts);
  structure = cadre_structure_builder_build (builder, NULL, NULL, NULL);

  g_assert_cmpuint (cadre_redaction_get_least_number (redaction), ==, 5);
  if (statistics[i].least > 0)
    cadre_redaction_set_least_number (redaction, statistics[i].least);
  g_assert_cmpuint (cadre_redaction_get_rounding_base (redaction), ==, 1);
  if (statistics[i].base > 0)
    cadre_redaction_set_rounding_base (redaction, statistics[i].base);
  shown = cadre_redaction_apply (redaction, structure, NULL);
  rows = describe_statistics (shown);
  g_assert_cmpstr (rows, ==, statistics[i].rows);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/structure/redaction/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_level);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autofree char *path = g_strconcat ("/structure/redaction/refuses/", refusals[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_refusal);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (statistics); i++)
    {
      g_autofree char *path =
        g_strconcat ("/structure/redaction/statistics/", statistics[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_statistics);
    }
  g_test_add_func ("/structure/redaction/single-holder", test_single_holder);
  g_test_add_func ("/structure/redaction/dangling", test_dangling);
  g_test_add_func ("/structure/redaction/cycle", test_cycle);
  g_test_add_func ("/structure/redaction/pseudonym", test_pseudonym);
  g_test_add_func ("/structure/redaction/properties", test_properties);

  return g_test_run ();
}
