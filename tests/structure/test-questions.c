/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>

#include <string.h>

static CadreStructure *
load (const char *members)
{
  g_autofree char *text =
    g_strdup_printf ("{'cadre':'structure','version':1,'id':'s',%s}", members);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = NULL;

  g_strdelimit (text, "'", '"');
  bytes = g_bytes_new_static (text, strlen (text));
  structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  return structure;
}

/* What stands in examples/data of the source tree. */
static CadreStructure *
load_example (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "examples", "data", name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = cadre_structure_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return structure;
}

/* The ids in a list, which is let go. */
static char *
join_list (GListModel *list)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CadreRecord) record = g_list_model_get_item (list, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", cadre_record_get_id (record));
    }

  g_object_unref (list);
  return g_string_free (text, FALSE);
}

#define assert_list(list, expected)            \
  G_STMT_START                                 \
  {                                            \
    g_autofree char *found = join_list (list); \
    g_assert_cmpstr (found, ==, expected);     \
  }                                            \
  G_STMT_END

#define assert_record(record, expected)                                                 \
  G_STMT_START                                                                          \
  {                                                                                     \
    g_autoptr (CadreRecord) found = (CadreRecord *) (record);                           \
    g_assert_cmpstr (found != NULL ? cadre_record_get_id (found) : NULL, ==, expected); \
  }                                                                                     \
  G_STMT_END

#define assert_fraction(fraction, expected)                                          \
  G_STMT_START                                                                       \
  {                                                                                  \
    g_autoptr (CadreFraction) found = fraction;                                      \
    g_autofree char *text = found != NULL ? cadre_fraction_to_string (found) : NULL; \
    g_assert_cmpstr (text, ==, expected);                                            \
  }                                                                                  \
  G_STMT_END

/* T; A and B below it, C below A; D below C; X and Y manage each other, Z below. */
static const char tree[] =
  "'posts':[{'id':'T'},{'id':'B','manager':'T','order':1},{'id':'A','manager':'T','order':2},"
  "{'id':'C','manager':'A'},{'id':'D','manager':'C'},"
  "{'id':'X','manager':'Y'},{'id':'Y','manager':'X'},{'id':'Z','manager':'Y'},"
  "{'id':'U1'}],'lines':[{'post':'U1','unit':'V'}],"
  "'units':[{'id':'V'},{'id':'W','parent':'V','order':2},{'id':'S','parent':'V','order':1},"
  "{'id':'R','parent':'S'},{'id':'P','parent':'Q'},{'id':'Q','parent':'P'}]";

static void
test_trees (void)
{
  CadreStructure *structure = load (tree);

  assert_list (cadre_structure_list_reports (structure, "T"), "B A");
  assert_list (cadre_structure_list_reports (structure, "D"), "");
  assert_list (cadre_structure_list_reports (structure, "nobody"), "");
  assert_list (cadre_structure_list_chain (structure, "D"), "C A T");
  assert_list (cadre_structure_list_chain (structure, "T"), "");
  assert_list (cadre_structure_list_chain (structure, "X"), "Y");
  assert_list (cadre_structure_list_chain (structure, "Z"), "Y X");
  assert_list (cadre_structure_list_chain (structure, "nobody"), "");
  assert_list (cadre_structure_list_tops (structure), "T");

  assert_list (cadre_structure_list_units_under (structure, NULL), "V S R W");
  assert_list (cadre_structure_list_units_under (structure, "V"), "S R W");
  assert_list (cadre_structure_list_units_under (structure, "R"), "");
  assert_list (cadre_structure_list_units_under (structure, "P"), "Q");
  assert_list (cadre_structure_list_units_under (structure, "none"), "");

  g_assert_cmpint (cadre_structure_get_depth (structure, "T"), ==, 0);
  g_assert_cmpint (cadre_structure_get_depth (structure, "D"), ==, 3);
  g_assert_cmpint (cadre_structure_get_depth (structure, "Z"), ==, -1);
  g_assert_cmpint (cadre_structure_get_depth (structure, "nobody"), ==, -1);
  g_assert_cmpint (cadre_structure_get_tier (structure, "D", NULL), ==, 4);
  g_assert_cmpint (cadre_structure_get_tier (structure, "Z", NULL), ==, -1);
  g_assert_cmpint (cadre_structure_get_tier (structure, "U1", NULL), ==, -1);
  g_assert_cmpint (cadre_structure_get_tier (structure, "D", "nobody"), ==, -1);

  g_assert_finalize_object (structure);
}

typedef struct
{
  GString *text;
  const char *last; /* where to stop */
} Walk;

static gboolean
note_post (const char *post_id, guint depth, gpointer user_data)
{
  Walk *walk = user_data;

  g_string_append_printf (walk->text, "%u%s ", depth, post_id != NULL ? post_id : "?");
  return g_strcmp0 (post_id, walk->last) != 0;
}

static void
test_walk (void)
{
  static const struct
  {
    const char *first;
    const char *last;
    const char *text;
  } cases[] = {
    { NULL, "", "0T 1B 1A 2C 3D 0U1 " },
    { NULL, "A", "0T 1B 1A " },
    { "A", "", "0A 1C 2D " },
    { "A", "C", "0A 1C " },
    { "Y", "", "0Y 1X 1Z " },
    { "Z", "", "0Z " },
    { "nobody", "", "" },
  };
  CadreStructure *structure = load (tree);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      Walk walk = { text, cases[i].last };

      g_assert_cmpint (cadre_structure_walk (structure, cases[i].first, note_post, &walk), ==,
                       cases[i].last[0] == '\0');
      g_assert_cmpstr (text->str, ==, cases[i].text);
    }

  g_assert_finalize_object (structure);
}

/* The chief is in post; the head is vacant, the manager acts up elsewhere, and
 * the officer's own post is kept for him while he is seconded. */
static const char people[] =
  "'as-of':'2007-04-01',"
  "'organisations':[{'id':'host'},{'id':'home'},{'id':'other'}],"
  "'bodies':[{'id':'cabinet'},{'id':'board'},{'id':'old'}],'functions':[{'id':'f'},{'id':'g'},{'id'"
  ":'h'}],"
  "'posts':[{'id':'chief','employer':'host'},{'id':'head','employer':'host','manager':'chief'},"
  "{'id':'manager','employer':'host','manager':'head'},"
  "{'id':'officer','employer':'home','manager':'manager'},"
  "{'id':'worker','employer':'host','manager':'manager'},"
  "{'id':'x','manager':'y'},{'id':'y','manager':'x'},{'id':'lead','manager':'chief'}],"
  "'lines':[{'post':'worker','kind':'professional','body':'board'},"
  "{'post':'worker','kind':'professional','manager':'lead','valid-from':'2007-01-01'},"
  "{'post':'officer','kind':'professional','manager':'head','valid-to':'2006-12-31'},"
  "{'post':'head','kind':'accountable-to','body':'cabinet'},"
  "{'post':'head','kind':'accountable-to','body':'board'},"
  "{'post':'head','kind':'accountable-to','body':'old','valid-to':'2006-12-31'},"
  "{'post':'head','kind':'accountable-to','body':'unheard-of'},"
  "{'post':'head','kind':'delegated-from','body':'old'},{'post':'chief','body':'board'}],"
  "'responsibilities':[{'post':'head','function-id':'g'},{'post':'head','function-id':'f','role':'"
  "leads'},"
  "{'post':'head','function-id':'g','role':'supports'},{'post':'head','function-id':'missing'},"
  "{'post':'head','function-id':'h','valid-to':'2006-12-31'}],"
  "'persons':[{'id':'1'},{'id':'2'},{'id':'3'},{'id':'4'},{'id':'5'}],"
  "'assignments':[{'id':'c','person':'1','post':'chief'},"
  "{'id':'m','person':'2','post':'manager'},"
  "{'id':'m2','person':'2','post':'lead','basis':'acting','home-assignment':'m'},"
  "{'id':'o','person':'3','post':'officer'},"
  "{'id':'s','person':'3','post':'worker','basis':'secondment','home-organisation':'home',"
  "'home-assignment':'o','employer':'other'},"
  "{'id':'s2','person':'3','post':'worker','basis':'secondment','home-assignment':'o'},"
  "{'id':'s3','person':'3','post':'worker','basis':'secondment'},"
  "{'id':'s4','person':'3','post':'worker','basis':'secondment','home-assignment':'e'},"
  "{'id':'s5','person':'3','post':'worker','basis':'secondment','employer':'other'},"
  "{'id':'e','person':'4','post':'worker','employer':'other','professional-lead':'chief'},"
  "{'id':'n','person':'4','post':'worker','professional-lead':'none'},"
  "{'id':'w','person':'4','post':'worker'},"
  "{'id':'z','person':'4','post':'x'},{'id':'l','person':'5'},"
  "{'id':'old','person':'5','post':'head','valid-to':'2007-03-31'},"
  "{'id':'k','person':'5','post':'officer','basis':'cover','covers':'w'}]";

static void
test_people (void)
{
  static const struct
  {
    const char *assignment;
    const char *manager;
    const char *next_occupied;
    const char *employer;
    const char *lead;
    gboolean in_post;
  } cases[] = {
    { "c", NULL, NULL, "host", NULL, TRUE },
    { "m", "head", "chief", "host", NULL, FALSE },
    { "m2", "chief", "chief", NULL, NULL, TRUE },
    { "o", "manager", "chief", "home", NULL, FALSE },
    { "s", "manager", "chief", "home", "lead", TRUE },
    { "s2", "manager", "chief", "home", "lead", TRUE },
    { "s3", "manager", "chief", NULL, "lead", TRUE },
    { "s4", "manager", "chief", "other", "lead", TRUE },
    { "s5", "manager", "chief", "other", "lead", TRUE },
    { "e", "manager", "chief", "other", "chief", FALSE },
    { "n", "manager", "chief", "host", NULL, TRUE },
    { "w", "manager", "chief", "host", "lead", FALSE },
    { "z", "y", "x", NULL, NULL, TRUE },
    { "l", NULL, NULL, NULL, NULL, TRUE },
    { "old", "chief", "chief", "host", NULL, FALSE },
    { "nobody", NULL, NULL, NULL, NULL, FALSE },
  };
  CadreStructure *structure = load (people);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *id = cases[i].assignment;

      g_test_message ("%s", id);
      assert_record (cadre_structure_find_manager (structure, id, CADRE_VACANT_MANAGER_STOP),
                     cases[i].manager);
      assert_record (cadre_structure_find_manager (structure, id,
                                                   CADRE_VACANT_MANAGER_NEXT_OCCUPIED),
                     cases[i].next_occupied);
      assert_record (cadre_structure_find_employer (structure, id), cases[i].employer);
      assert_record (cadre_structure_find_professional_lead (structure, id), cases[i].lead);
      g_assert_cmpint (cadre_structure_is_in_post (structure, id), ==, cases[i].in_post);
    }

  assert_list (cadre_structure_list_assignments_of_post (structure, "manager"), "m");
  assert_list (cadre_structure_list_assignments_of_post (structure, "head"), "old");
  assert_list (cadre_structure_list_assignments_of_post (structure, "y"), "");
  assert_list (cadre_structure_list_assignments_of_post (structure, "nobody"), "");
  assert_list (cadre_structure_list_assignments_of_person (structure, "2"), "m m2");
  assert_list (cadre_structure_list_assignments_of_person (structure, "nobody"), "");
  assert_list (cadre_structure_list_accountable_bodies (structure, "head"), "board cabinet");
  assert_list (cadre_structure_list_accountable_bodies (structure, "chief"), "board");
  assert_list (cadre_structure_list_accountable_bodies (structure, "worker"), "");
  assert_list (cadre_structure_list_accountable_bodies (structure, "nobody"), "");

  g_assert_finalize_object (structure);
}

/* A circle of vacant posts ends. */
static void
test_vacant_circle (void)
{
  CadreStructure *structure =
    load ("'posts':[{'id':'x','manager':'y'},{'id':'y','manager':'x'},{'id':'z','manager':'x'}],"
          "'persons':[{'id':'1'}],'assignments':[{'id':'a','person':'1','post':'z'}]");

  assert_record (cadre_structure_find_manager (structure, "a", CADRE_VACANT_MANAGER_STOP), "x");
  assert_record (cadre_structure_find_manager (structure, "a", CADRE_VACANT_MANAGER_NEXT_OCCUPIED),
                 NULL);

  g_assert_finalize_object (structure);
}

static void
test_functions (void)
{
  CadreStructure *structure = load (people);
  g_auto (GStrv) functions = cadre_structure_dup_functions_of (structure, "head");
  g_auto (GStrv) none = cadre_structure_dup_functions_of (structure, "worker");
  g_auto (GStrv) nobody = cadre_structure_dup_functions_of (structure, "nobody");
  g_autofree char *text = g_strjoinv (" ", functions);

  g_assert_cmpstr (text, ==, "f g");
  g_assert_null (none[0]);
  g_assert_null (nobody[0]);

  g_assert_finalize_object (structure);
}

static void
test_what_belongs (void)
{
  static const struct
  {
    CadreRecordKind kind;
    const char *names;
  } of_post[] = {
    { CADRE_RECORD_KIND_ASSIGNMENT, "assignment/a assignment/b" },
    { CADRE_RECORD_KIND_FUNDING, "funding/p/o" },
    { CADRE_RECORD_KIND_LINE, "line/p/management/q line/p/dotted/r" },
    { CADRE_RECORD_KIND_LINEAGE, "lineage/p" },
    { CADRE_RECORD_KIND_RESPONSIBILITY, "responsibility/p/f/holds" },
    { CADRE_RECORD_KIND_STATEMENT, "statement/p/duties/k" },
    { CADRE_RECORD_KIND_UNIT, "" },
  };
  CadreStructure *structure = load (
    "'units':[{'id':'u'},{'id':'w','parent':'u'},{'id':'v','parent':'w'},{'id':'x','parent':'y'},"
    "{'id':'y','parent':'x'}],"
    "'posts':[{'id':'r','unit':'v'},{'id':'q','unit':'u','manager':'r'},"
    "{'id':'p','unit':'u','manager':'q'},{'id':'s','unit':'w'},{'id':'t','unit':'y'}],"
    "'lines':[{'post':'p','kind':'dotted','manager':'r','valid-to':'1999'},"
    "{'post':'q','kind':'dotted','manager':'p'}],"
    "'organisations':[{'id':'o'}],'functions':[{'id':'f'}],"
    "'fundings':[{'post':'p','funder':'o','share':1}],'lineages':[{'post':'p','kind':'created'}],"
    "'responsibilities':[{'post':'p','function-id':'f'}],"
    "'statements':[{'post':'p','head':'duties','key':'k'}],"
    "'assignments':[{'id':'b','post':'p'},{'id':'c','post':'q'},{'id':'a','post':'p'}]");

  assert_list (cadre_structure_list_posts_of_unit (structure, "u", FALSE), "p q");
  assert_list (cadre_structure_list_posts_of_unit (structure, "u", TRUE), "p q s r");
  assert_list (cadre_structure_list_posts_of_unit (structure, "x", TRUE), "t");
  assert_list (cadre_structure_list_posts_of_unit (structure, "x", FALSE), "");
  assert_list (cadre_structure_list_posts_of_unit (structure, "nobody", TRUE), "");

  for (gsize i = 0; i < G_N_ELEMENTS (of_post); i++)
    {
      g_autoptr (GListModel) list =
        cadre_structure_list_records_of_post (structure, of_post[i].kind, "p");
      g_autoptr (GListModel) none =
        cadre_structure_list_records_of_post (structure, of_post[i].kind, "nobody");
      g_autoptr (GString) names = g_string_new (NULL);

      for (guint k = 0; k < g_list_model_get_n_items (list); k++)
        {
          g_autoptr (CadreRecord) record = g_list_model_get_item (list, k);
          g_autofree char *name = cadre_record_to_string (record);

          g_string_append_printf (names, "%s%s", k > 0 ? " " : "", name);
        }
      g_assert_cmpstr (names->str, ==, of_post[i].names);
      g_assert_cmpuint (g_list_model_get_n_items (none), ==, 0);
    }

  g_assert_finalize_object (structure);
}

/* Where rows stood before they were brought into order. */
static void
test_origins (void)
{
  static const struct
  {
    CadreRecordKind kind;
    guint row;
    const char *origin; /* (nullable) */
  } origins[] = {
    { CADRE_RECORD_KIND_POST, 0, "/posts/1" },
    { CADRE_RECORD_KIND_POST, 1, "/posts/0" },
    { CADRE_RECORD_KIND_POST, 2, NULL },
    { CADRE_RECORD_KIND_LINE, 0, "/lines/0" },
    { CADRE_RECORD_KIND_LINE, 1, "/posts/0/manager" },
    { CADRE_RECORD_KIND_UNIT, 0, NULL },
  };
  CadreStructure *structure = load ("'posts':[{'id':'b','manager':'a'},{'id':'a'}],"
                                    "'lines':[{'post':'a','kind':'dotted','manager':'b'}]");

  for (gsize i = 0; i < G_N_ELEMENTS (origins); i++)
    {
      g_autofree char *origin =
        cadre_structure_dup_origin (structure, origins[i].kind, origins[i].row);

      g_assert_cmpstr (origin, ==, origins[i].origin);
    }

  g_assert_finalize_object (structure);
}

/* Whose professional line a secondee has. */
static void
test_lead_of_secondee (void)
{
  static const struct
  {
    const char *lines;
    const char *lead; /* (nullable) */
  } cases[] = {
    { "", NULL },
    { "{'post':'host','kind':'professional','manager':'there'}", "there" },
    { "{'post':'home','kind':'professional','manager':'here'}", "here" },
    { "{'post':'host','kind':'professional','manager':'there'},"
      "{'post':'home','kind':'professional','manager':'here'}",
      "here" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members = g_strdup_printf (
        "'posts':[{'id':'host'},{'id':'home'},{'id':'here'},{'id':'there'}],'lines':[%s],"
        "'assignments':[{'id':'a','post':'home'},"
        "{'id':'b','post':'host','basis':'secondment','home-assignment':'a'}]",
        cases[i].lines);
      CadreStructure *structure = load (members);

      assert_record (cadre_structure_find_professional_lead (structure, "b"), cases[i].lead);
      g_assert_finalize_object (structure);
    }
}

static void
test_fte (void)
{
  static const struct
  {
    const char *post;       /* what it says */
    const char *assignment; /* what it says */
    const char *position;   /* (nullable) */
    const char *fte;        /* (nullable) */
  } cases[] = {
    { "", "", NULL, NULL },
    { ",'fte':'0.6'", ",'fte':'0.4'", "3/5", "2/5" },
    { ",'fte':'0.6'", "", "3/5", "3/5" },
    { ",'fte':'0.6'", ",'fte':null", "3/5", NULL },
    { ",'fte':'0.6'", ",'hours':null", "3/5", NULL },
    { ",'fte':'0.6'", ",'job-share':'k'", "3/5", NULL },
    { ",'hours':20", "", "20/37", "20/37" },
    { ",'hours':20", ",'standard-hours':40", "20/37", "1/2" },
    { "", ",'hours':'18.5'", NULL, "1/2" },
    { ",'hours':20", ",'hours':20", "20/37", "20/37" },
    { ",'hours':20,'standard-hours':40", ",'hours':20", "1/2", "1/2" },
    { ",'hours':20,'standard-hours':40", ",'hours':20,'standard-hours':30", "1/2", "2/3" },
    { ",'hours':20,'standard-hours':0", ",'hours':20", NULL, NULL },
    { ",'hours':37,'paid-weeks':39,'year-weeks':52", ",'hours':37", "3/4", "3/4" },
    { ",'hours':37,'paid-weeks':39,'year-weeks':52", ",'hours':37,'paid-weeks':26", "3/4", "1/2" },
    { ",'hours':37,'paid-weeks':39", ",'hours':37", NULL, NULL },
    { ",'hours':37,'year-weeks':52", ",'hours':37,'paid-weeks':13", "1", "1/4" },
    { ",'hours':'9223372036854775807','standard-hours':'1/3'", ",'hours':1", NULL, "3" },
    { ",'hours':1,'standard-hours':1,'paid-weeks':'9223372036854775807','year-weeks':'1/3'", "",
      NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *members =
        g_strdup_printf ("'organisations':[{'id':'o','standard-hours':37}],'persons':[{'id':'1'}],"
                         "'posts':[{'id':'p','employer':'o'%s}],"
                         "'assignments':[{'id':'a','person':'1','post':'p'%s}]",
                         cases[i].post, cases[i].assignment);
      CadreStructure *structure = load (members);

      g_test_message ("%s", members);
      assert_fraction (cadre_structure_get_position_fte (structure, "p"), cases[i].position);
      assert_fraction (cadre_structure_get_fte (structure, "a"), cases[i].fte);
      assert_fraction (cadre_structure_get_position_fte (structure, "nobody"), NULL);
      assert_fraction (cadre_structure_get_fte (structure, "nobody"), NULL);

      g_assert_finalize_object (structure);
    }
}

/* What is known to have no manager, and what answers to a body. */
static void
test_tops (void)
{
  CadreStructure *structure =
    load ("'bodies':[{'id':'b'}],'units':[{'id':'u'}],"
          "'posts':[{'id':'no-line'},{'id':'none','manager':'none'},{'id':'body'},{'id':'unit'},"
          "{'id':'nothing'},{'id':'dangling','manager':'x'},{'id':'self','manager':'self'}],"
          "'lines':[{'post':'body','body':'b'},{'post':'unit','unit':'u'},{'post':'nothing'}]");

  assert_list (cadre_structure_list_tops (structure), "body no-line none");

  g_assert_finalize_object (structure);
}

/* The case of two employers: the joint head has a tier in each scale, and a
 * secondee the one's employer and the other's manager. */
static void
test_two_employers (void)
{
  CadreStructure *structure = load_example ("stockton-2007-after.json");

  g_assert_cmpint (cadre_structure_get_tier (structure, "head-strategy", "sbc"), ==, 2);
  g_assert_cmpint (cadre_structure_get_tier (structure, "head-strategy", "ntpct"), ==, 3);
  g_assert_cmpint (cadre_structure_get_tier (structure, "isa-manager", "sbc"), ==, 3);
  g_assert_cmpint (cadre_structure_get_tier (structure, "isa-manager", "ntpct"), ==, 4);
  g_assert_cmpint (cadre_structure_get_tier (structure, "isa-manager", "connexions"), ==, -1);
  g_assert_cmpint (cadre_structure_get_tier (structure, "pct-chief-executive", "ntpct"), ==, 1);
  g_assert_cmpint (cadre_structure_get_tier (structure, "pct-chief-executive", "sbc"), ==, 0);

  assert_list (cadre_structure_list_accountable_bodies (structure, "head-operations"),
               "cabinet pct-board");
  assert_list (cadre_structure_list_tops (structure), "pct-chief-executive director-cesc");
  assert_record (cadre_structure_find_manager (structure, "assignment-31",
                                               CADRE_VACANT_MANAGER_STOP),
                 "strategic-manager-surestart");
  assert_record (cadre_structure_find_employer (structure, "assignment-31"), "ntpct");
  assert_record (cadre_structure_find_professional_lead (structure, "assignment-31"),
                 "pct-professional-lead");
  g_assert_false (cadre_structure_is_in_post (structure, "assignment-30"));
  assert_fraction (cadre_structure_get_fte (structure, "assignment-28"), "1/2");

  g_assert_finalize_object (structure);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/structure/questions/trees", test_trees);
  g_test_add_func ("/structure/questions/walk", test_walk);
  g_test_add_func ("/structure/questions/people", test_people);
  g_test_add_func ("/structure/questions/vacant-circle", test_vacant_circle);
  g_test_add_func ("/structure/questions/functions", test_functions);
  g_test_add_func ("/structure/questions/what-belongs", test_what_belongs);
  g_test_add_func ("/structure/questions/origins", test_origins);
  g_test_add_func ("/structure/questions/lead-of-secondee", test_lead_of_secondee);
  g_test_add_func ("/structure/questions/fte", test_fte);
  g_test_add_func ("/structure/questions/tops", test_tops);
  g_test_add_func ("/structure/questions/two-employers", test_two_employers);

  return g_test_run ();
}
