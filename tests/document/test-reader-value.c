/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-reader-private.h"
#include "reader-events.h"

#include <math.h>

static CadreToken
next (CadreReader *reader)
{
  g_autoptr (GError) error = NULL;
  CadreToken token = CADRE_TOKEN_NULL;

  g_assert_true (cadre_reader_next (reader, &token, NULL, &error));

  return token;
}

static void
test_skip_value (void)
{
  static const char text[] = "{\"a\":[1,{\"b\":[]}],\"c\":7,\"d\":{}}";
  CadreReader *reader = reader_for_text (text, strlen (text), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (next (reader), ==, CADRE_TOKEN_BEGIN_OBJECT);
  g_assert_cmpint (next (reader), ==, CADRE_TOKEN_MEMBER);
  g_assert_true (cadre_reader_skip_value (reader, NULL, &error));
  g_assert_cmpint (next (reader), ==, CADRE_TOKEN_MEMBER);
  g_assert_cmpstr (cadre_reader_get_text (reader, NULL), ==, "c");
  g_assert_true (cadre_reader_skip_value (reader, NULL, &error));
  g_assert_cmpint (next (reader), ==, CADRE_TOKEN_MEMBER);
  g_assert_true (cadre_reader_skip_value (reader, NULL, &error));
  g_assert_cmpint (next (reader), ==, CADRE_TOKEN_END_OBJECT);
  g_assert_cmpint (next (reader), ==, CADRE_TOKEN_END);
  g_assert_cmpint (next (reader), ==, CADRE_TOKEN_END);
  g_assert_finalize_object (reader);
}

static void
test_skip_document (void)
{
  CadreReader *reader = reader_for_text ("[1,2]", 5, NULL);

  g_assert_true (cadre_reader_skip_value (reader, NULL, NULL));
  g_assert_cmpint (next (reader), ==, CADRE_TOKEN_END);
  g_assert_finalize_object (reader);
}

static void
test_skip_checks (void)
{
  CadreReader *reader = reader_for_text ("[[{\"a\":tru}]]", 13, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (cadre_reader_skip_value (reader, NULL, &error));
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_SYNTAX);
  g_assert_finalize_object (reader);
}

/* Where no value comes next, for both functions that need one. */
static void
test_no_value (void)
{
  static const struct
  {
    const char *text;
    guint n_tokens;
    const char *message;
  } cases[] = {
    { "[1]", 2, "Line 1, column 3, at the top level: no value comes next" },
    { "{}", 1, "Line 1, column 2, at the top level: no value comes next" },
    { "{\"a\":1}", 1, "Line 1, column 2, at /a: no value comes next" },
    { "[]", 2, "Line 1, column 3, at the top level: no value comes next" },
  };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (cases); i++)
    {
      const char *text = cases[i / 2].text;
      CadreReader *reader = reader_for_text (text, strlen (text), NULL);
      g_autoptr (GError) error = NULL;

      for (guint k = 0; k < cases[i / 2].n_tokens; k++)
        next (reader);
      if (i % 2 == 0)
        g_assert_false (cadre_reader_skip_value (reader, NULL, &error));
      else
        g_assert_null (cadre_reader_read_canonical (reader, NULL, &error));
      g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_VALUE);
      g_assert_cmpstr (error->message, ==, cases[i / 2].message);
      g_assert_finalize_object (reader);
    }
}

static void
test_leave (void)
{
  static const char text[] = "[[1,[2],3],{\"a\":[4,5],\"b\":6},7]";
  CadreReader *reader = reader_for_text (text, strlen (text), NULL);

  g_assert_true (cadre_reader_leave (reader, NULL, NULL));
  g_assert_cmpint (next (reader), ==, CADRE_TOKEN_BEGIN_ARRAY);
  g_assert_cmpint (next (reader), ==, CADRE_TOKEN_BEGIN_ARRAY);
  g_assert_cmpint (next (reader), ==, CADRE_TOKEN_NUMBER);
  g_assert_true (cadre_reader_leave (reader, NULL, NULL));
  g_assert_cmpint (next (reader), ==, CADRE_TOKEN_BEGIN_OBJECT);
  g_assert_cmpint (next (reader), ==, CADRE_TOKEN_MEMBER);
  g_assert_true (cadre_reader_leave (reader, NULL, NULL));
  g_assert_cmpint (next (reader), ==, CADRE_TOKEN_NUMBER);
  g_assert_true (cadre_reader_leave (reader, NULL, NULL));
  g_assert_cmpint (next (reader), ==, CADRE_TOKEN_END);
  g_assert_finalize_object (reader);
}

static void
test_canonical (void)
{
  static const struct
  {
    const char *text;
    const char *wanted;
  } cases[] = {
    { " 1.50 ", "1.50" },
    { "\"\\u00e9\\/\\u001F\"", "\"é/\\u001f\"" },
    { "true", "true" },
    { "null", "null" },
    { "[ ]", "[]" },
    { "{\n}", "{}" },
    { "{\"b\":[1,false , {\"c\":null}],\n\"a\" :\"x\"}",
      "{\"b\": [1, false, {\"c\": null}], \"a\": \"x\"}" },
    { "[[],[[]],{}]", "[[], [[]], {}]" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *wrapped = g_strdup_printf ("{\"m\":%s,\"n\":0}", cases[i].text);
      CadreReader *reader = reader_for_text (wrapped, strlen (wrapped), NULL);
      g_autofree char *text = NULL;
      g_autofree char *rest = NULL;
      CadreToken token = CADRE_TOKEN_NULL;

      next (reader);
      next (reader);
      text = cadre_reader_read_canonical (reader, NULL, NULL);
      g_assert_cmpstr (text, ==, cases[i].wanted);
      g_assert_cmpint (next (reader), ==, CADRE_TOKEN_MEMBER);
      g_assert_cmpstr (cadre_reader_get_text (reader, NULL), ==, "n");
      g_assert_finalize_object (reader);

      /* The same when its first token has been read. */
      reader = reader_for_text (cases[i].text, strlen (cases[i].text), NULL);
      g_assert_true (_cadre_reader_next (reader, &token, NULL));
      rest = _cadre_reader_canonical_rest (reader, token, NULL);
      g_assert_cmpstr (rest, ==, cases[i].wanted);
      g_assert_cmpint (next (reader), ==, CADRE_TOKEN_END);
      g_assert_finalize_object (reader);
    }
}

static void
test_canonical_of_what_is_wrong (void)
{
  CadreReader *reader = reader_for_text ("[1,[2,{\"a\":1,\"a\":2}]]", 21, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_reader_read_canonical (reader, NULL, &error));
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_DUPLICATE);
  g_assert_finalize_object (reader);
}

typedef struct
{
  const char *name;
  const char *text;
  const char *kind; /* asked for */
  guint version;    /* found, or 0 for an error */
  CadreDocumentError code;
  const char *message;
} HeadCase;

#define KIND CADRE_DOCUMENT_ERROR_KIND
#define VALUE CADRE_DOCUMENT_ERROR_VALUE
#define NO_KIND "a document of Cadre begins with the member “cadre”, its kind"
#define NO_VERSION "the second member is “version”, a whole number from 1 on"

static const HeadCase head_cases[] = {
  { "good", "{\"cadre\":\"structure\",\"version\":1,\"x\":0}", "structure", 1, 0, NULL },
  { "latest", "{\"cadre\":\"structure\",\"version\":3}", "structure", 3, 0, NULL },
  { "any-kind", "{\"cadre\":\"rates\",\"version\":2}", NULL, 2, 0, NULL },
  { "other-kind", "{\"cadre\":\"case\",\"version\":1}", "structure", 0, KIND,
    "Line 1, column 10, at /cadre: the document is not of the kind “structure”" },
  { "no-object", "[1]", "structure", 0, KIND, "Line 1, column 1, at the top level: " NO_KIND },
  { "empty", "{}", "structure", 0, KIND, "Line 1, column 2, at the top level: " NO_KIND },
  { "other-member", "{\"version\":1,\"cadre\":\"structure\"}", "structure", 0, KIND,
    "Line 1, column 2, at /version: " NO_KIND },
  { "kind-is-no-string", "{\"cadre\":1}", NULL, 0, KIND, "Line 1, column 10, at /cadre: " NO_KIND },
  { "no-version", "{\"cadre\":\"structure\"}", "structure", 0, VALUE,
    "Line 1, column 21, at the top level: " NO_VERSION },
  { "other-second-member", "{\"cadre\":\"structure\",\"posts\":[]}", "structure", 0, VALUE,
    "Line 1, column 22, at /posts: " NO_VERSION },
  { "version-is-no-number", "{\"cadre\":\"structure\",\"version\":\"1\"}", "structure", 0, VALUE,
    "Line 1, column 32, at /version: " NO_VERSION },
  { "version-is-no-whole-number", "{\"cadre\":\"structure\",\"version\":1.0}", "structure", 0,
    VALUE, "Line 1, column 32, at /version: " NO_VERSION },
  { "version-is-zero", "{\"cadre\":\"structure\",\"version\":0}", "structure", 0, VALUE,
    "Line 1, column 32, at /version: " NO_VERSION },
  { "version-is-too-large", "{\"cadre\":\"structure\",\"version\":4294967296}", "structure", 0,
    VALUE, "Line 1, column 32, at /version: " NO_VERSION },
  { "later-version", "{\"cadre\":\"structure\",\"version\":4}", "structure", 0,
    CADRE_DOCUMENT_ERROR_VERSION,
    "Line 1, column 32, at /version: the document is of a later version than 3, the last that can "
    "be read" },
  { "not-json", "{\"cadre\" \"structure\"}", "structure", 0, CADRE_DOCUMENT_ERROR_SYNTAX,
    "Line 1, column 10, at /cadre: a colon is expected" },
};

static void
test_head (gconstpointer data)
{
  const HeadCase *head = data;
  CadreReader *reader = reader_for_text (head->text, strlen (head->text), NULL);
  g_autoptr (GError) error = NULL;
  guint version = 99;

  g_assert_null (cadre_reader_get_kind (reader));
  if (head->version == 0)
    {
      g_assert_false (cadre_reader_read_head (reader, head->kind, 3, &version, NULL, &error));
      g_assert_error (error, CADRE_DOCUMENT_ERROR, (int) head->code);
      g_assert_cmpstr (error->message, ==, head->message);
      g_assert_cmpuint (version, ==, 99);
    }
  else
    {
      g_assert_true (cadre_reader_read_head (reader, head->kind, 3, &version, NULL, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (version, ==, head->version);
      g_assert_cmpuint (cadre_reader_get_depth (reader), ==, 1);
      g_assert_nonnull (cadre_reader_get_kind (reader));
    }
  g_assert_finalize_object (reader);
}

static void
test_head_of_other_kind_is_told (void)
{
  CadreReader *reader = reader_for_text ("{\"cadre\":\"case\",\"version\":1}", 28, NULL);

  g_assert_false (cadre_reader_read_head (reader, "plan", 1, NULL, NULL, NULL));
  g_assert_cmpstr (cadre_reader_get_kind (reader), ==, "case");
  g_assert_finalize_object (reader);
}

/* The same document as text and as a node. */
static void
test_node (void)
{
  static const char text[] =
    "{\"b\":[1,-0.25,1e22,true,false,null,{}],\"a\":{\"é/\":\"x\\ny\"},\"c\":[[]]}";
  g_autoptr (JsonNode) node = json_from_string (text, NULL);
  g_autoptr (GError) error = NULL;
  CadreReader *reader = cadre_reader_new_for_node (node, NULL);
  g_autofree char *events = events_read (reader, &error);
  g_autofree char *pointer = NULL;

  g_assert_no_error (error);
  g_assert_cmpstr (events, ==,
                   "{ b: [ 1 -0.25 1e+22 t f n { } ] a: { é/: \"x\ny\" } c: [ [ ] ] } $");
  g_assert_cmpint (next (reader), ==, CADRE_TOKEN_END);
  g_assert_finalize_object (reader);

  reader = cadre_reader_new_for_node (node, NULL);
  for (guint i = 0; i < 15; i++)
    next (reader);
  pointer = cadre_reader_dup_pointer (reader);
  g_assert_cmpstr (pointer, ==, "/a/é~1");
  g_assert_cmpuint (cadre_reader_get_line (reader), ==, 0);
  g_assert_cmpuint (cadre_reader_get_column (reader), ==, 0);
  g_assert_cmpuint (_cadre_reader_offset (reader), ==, 0);
  g_assert_finalize_object (reader);
}

static void
assert_refused (JsonNode *node, CadreLimits *limits, CadreDocumentError code, const char *message)
{
  g_autoptr (GError) error = NULL;
  CadreReader *reader = cadre_reader_new_for_node (node, limits);
  g_autofree char *events = events_read (reader, &error);

  g_assert_nonnull (events);
  g_assert_error (error, CADRE_DOCUMENT_ERROR, (int) code);
  g_assert_cmpstr (error->message, ==, message);
  g_assert_finalize_object (reader);
}

/* What a parser would not make, but a program can. */
static void
test_node_that_is_no_document (void)
{
  const double not_finite[] = { (double) INFINITY, (double) -INFINITY, (double) NAN };
  g_autoptr (JsonNode) empty = json_node_alloc ();
  g_autoptr (JsonNode) text = json_node_init_string (json_node_alloc (), "\xff");
  g_autoptr (JsonNode) no_text = json_node_init_string (json_node_alloc (), NULL);
  g_autoptr (JsonNode) holder = json_from_string ("{\"a\":[{}]}", NULL);
  JsonArray *array = json_object_get_array_member (json_node_get_object (holder), "a");

  json_node_init (empty, JSON_NODE_VALUE);
  assert_refused (empty, NULL, CADRE_DOCUMENT_ERROR_VALUE,
                  "At the top level: a node holds no value");
  assert_refused (no_text, NULL, CADRE_DOCUMENT_ERROR_VALUE,
                  "At the top level: a node holds no value");
  assert_refused (text, NULL, CADRE_DOCUMENT_ERROR_ENCODING,
                  "At the top level: the text is not UTF-8");

  for (guint i = 0; i < G_N_ELEMENTS (not_finite); i++)
    {
      json_array_remove_element (array, 0);
      json_array_add_double_element (array, not_finite[i]);
      assert_refused (holder, NULL, CADRE_DOCUMENT_ERROR_VALUE, "At /a/0: a number is not finite");
    }

  json_object_set_null_member (json_node_get_object (holder), "\xc0\x80");
  json_object_remove_member (json_node_get_object (holder), "a");
  assert_refused (holder, NULL, CADRE_DOCUMENT_ERROR_ENCODING,
                  "At the top level: the text is not UTF-8");
}

static void
test_node_limits (void)
{
  g_autoptr (JsonNode) node = json_from_string ("{\"abc\":[[1.25]],\"d\":\"wxyz\"}", NULL);
  static const struct
  {
    const char *property;
    guint limit;
    CadreDocumentError code;
    const char *message;
  } cases[] = {
    { "max-depth", 2, CADRE_DOCUMENT_ERROR_LIMIT_DEPTH,
      "At /abc/0: arrays and objects are nested more than 2 deep" },
    { "max-members", 1, CADRE_DOCUMENT_ERROR_LIMIT_MEMBERS,
      "At the top level: an object has more than 1 members" },
    { "max-string", 3, CADRE_DOCUMENT_ERROR_LIMIT_STRING,
      "At /abc/0/0: a string, a name or a number has more than 3 bytes" },
    { "max-string", 2, CADRE_DOCUMENT_ERROR_LIMIT_STRING,
      "At the top level: a string, a name or a number has more than 2 bytes" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CadreLimits) limits = cadre_limits_new_bounded ();

      g_object_set (limits, cases[i].property, cases[i].limit, NULL);
      assert_refused (node, limits, cases[i].code, cases[i].message);
    }
}

static void
test_node_items (void)
{
  g_autoptr (JsonNode) node = json_from_string ("[1,2,3]", NULL);
  g_autoptr (CadreLimits) limits = cadre_limits_new_bounded ();

  cadre_limits_set_max_items (limits, 3);
  assert_refused (node, limits, CADRE_DOCUMENT_ERROR_LIMIT_ITEMS,
                  "At /2: the document holds more than 3 values");
}

/* An array that holds itself never ends, but the depth does. */
static void
test_node_in_itself (void)
{
  JsonArray *array = json_array_new ();
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), array);
  g_autoptr (GError) error = NULL;
  g_autofree char *events = NULL;
  CadreReader *reader = NULL;

  json_array_add_array_element (array, json_array_ref (array));
  reader = cadre_reader_new_for_node (node, NULL);
  events = events_read (reader, &error);
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_DEPTH);
  g_assert_finalize_object (reader);

  json_array_remove_element (array, 0);
  json_array_unref (array);
}

static void
test_node_skip_and_canonical (void)
{
  g_autoptr (JsonNode) node = json_from_string ("{\"a\":[1,{\"b\":0.1}],\"c\":{\"d\":null}}", NULL);
  CadreReader *reader = cadre_reader_new_for_node (node, NULL);
  g_autofree char *text = NULL;

  next (reader);
  next (reader);
  g_assert_true (cadre_reader_skip_value (reader, NULL, NULL));
  g_assert_cmpint (next (reader), ==, CADRE_TOKEN_MEMBER);
  text = cadre_reader_read_canonical (reader, NULL, NULL);
  g_assert_cmpstr (text, ==, "{\"d\": null}");
  g_assert_finalize_object (reader);

  g_free (text);
  reader = cadre_reader_new_for_node (node, NULL);
  text = cadre_reader_read_canonical (reader, NULL, NULL);
  g_assert_cmpstr (text, ==, "{\"a\": [1, {\"b\": 0.1}], \"c\": {\"d\": null}}");
  g_assert_finalize_object (reader);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (head_cases); i++)
    {
      g_autofree char *path =
        g_strconcat ("/document/reader-value/head/", head_cases[i].name, NULL);

      g_test_add_data_func (path, &head_cases[i], test_head);
    }

  g_test_add_func ("/document/reader-value/skip-value", test_skip_value);
  g_test_add_func ("/document/reader-value/skip-document", test_skip_document);
  g_test_add_func ("/document/reader-value/skip-checks", test_skip_checks);
  g_test_add_func ("/document/reader-value/no-value", test_no_value);
  g_test_add_func ("/document/reader-value/leave", test_leave);
  g_test_add_func ("/document/reader-value/canonical", test_canonical);
  g_test_add_func ("/document/reader-value/canonical-of-what-is-wrong",
                   test_canonical_of_what_is_wrong);
  g_test_add_func ("/document/reader-value/head-of-other-kind-is-told",
                   test_head_of_other_kind_is_told);
  g_test_add_func ("/document/reader-value/node", test_node);
  g_test_add_func ("/document/reader-value/node-that-is-no-document",
                   test_node_that_is_no_document);
  g_test_add_func ("/document/reader-value/node-limits", test_node_limits);
  g_test_add_func ("/document/reader-value/node-items", test_node_items);
  g_test_add_func ("/document/reader-value/node-in-itself", test_node_in_itself);
  g_test_add_func ("/document/reader-value/node-skip-and-canonical", test_node_skip_and_canonical);

  return g_test_run ();
}
