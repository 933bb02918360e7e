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
  g_test_add_func ("/structure/redaction/cycle", test_cycle);
  g_test_add_func ("/structure/redaction/pseudonym", test_pseudonym);
  g_test_add_func ("/structure/redaction/properties", test_properties);

  return g_test_run ();
}
