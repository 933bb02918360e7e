/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-reader-private.h"
#include "document/cadre-writer-private.h"
#include "reader-events.h"

static char *
finish_text (CadreWriter *writer)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_assert_true (cadre_writer_finish (writer, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (cadre_writer_finish (writer, NULL, &error));
  text = cadre_writer_dup_text (writer);
  g_assert_nonnull (text);
  g_assert_null (cadre_writer_get_node (writer));
  g_assert_finalize_object (writer);

  return text;
}

/* Each case is canonical text and what it is when written again. */
typedef struct
{
  const char *name;
  const char *text;
  const char *wanted;
} LayoutCase;

static const LayoutCase layout_cases[] = {
  { "scalar", "7", "7\n" },
  { "string", "\"a\"", "\"a\"\n" },
  { "empty-object", "{ }", "{}\n" },
  { "empty-array", "[ ]", "[]\n" },
  { "members", "{\"a\":1,\"b\":\"c\"}", "{\n  \"a\": 1,\n  \"b\": \"c\"\n}\n" },
  { "elements", "[true,false,null]", "[\n  true,\n  false,\n  null\n]\n" },
  { "table", "{\"a\":[{\"x\":1,\"y\":[2,3]},{}],\"b\":{}}",
    "{\n  \"a\": [\n    {\"x\": 1, \"y\": [2, 3]},\n    {}\n  ],\n  \"b\": {}\n}\n" },
  { "object-of-objects", "{\"a\":{\"b\":{\"c\":{}},\"d\":[]}}",
    "{\n  \"a\": {\n    \"b\": {\"c\": {}},\n    \"d\": []\n  }\n}\n" },
  { "arrays", "[[[[1],[2]],[]],[]]", "[\n  [\n    [[1], [2]],\n    []\n  ],\n  []\n]\n" },
  { "escapes", "\"\\u0001\\u001f\\u007f\\/\\u0022\\\\\\b\\f\\n\\r\\t\"",
    "\"\\u0001\\u001f\x7f/\\\"\\\\\\b\\f\\n\\r\\t\"\n" },
  { "wide", "\"\\u00e9\\u2028\\ud83d\\ude00z\"", "\"é\xe2\x80\xa8\xf0\x9f\x98\x80z\"\n" },
  { "wide-and-escaped", "\"é\\\"é\\u0007\"", "\"é\\\"é\\u0007\"\n" },
  { "escaped-name", "{\"a\\\"\\u00e9\":1}", "{\n  \"a\\\"é\": 1\n}\n" },
  { "names-again", "[{\"a\\\"b\":1,\"c\":2},{\"a\\\"b\":1,\"c\":2},{\"c\":2,\"d\":3}]",
    "[\n  {\n    \"a\\\"b\": 1,\n    \"c\": 2\n  },\n  {\n    \"a\\\"b\": 1,\n    \"c\": 2\n  },\n"
    "  {\n    \"c\": 2,\n    \"d\": 3\n  }\n]\n" },
  { "numbers", "[-0,1.50,1E+5,123456789012345678901234567890]",
    "[\n  -0,\n  1.50,\n  1E+5,\n  123456789012345678901234567890\n]\n" },
};

static void
test_layout (gconstpointer data)
{
  const LayoutCase *layout = data;
  CadreWriter *writer = cadre_writer_new_for_text ();
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;

  cadre_writer_canonical (writer, layout->text);
  text = finish_text (writer);
  g_assert_cmpstr (text, ==, layout->wanted);

  writer = cadre_writer_new_for_text ();
  cadre_writer_canonical (writer, text);
  again = finish_text (writer);
  g_assert_cmpstr (again, ==, text);
}

/* Every call there is. */
static void
write_sample (CadreWriter *writer)
{
  static const char bytes[] = { 'x', 'y', 'z' };

  cadre_writer_begin_document (writer, "structure", 3);
  cadre_writer_member (writer, "integers");
  cadre_writer_begin_array (writer);
  cadre_writer_integer (writer, 0);
  cadre_writer_integer (writer, -7);
  cadre_writer_integer (writer, G_MAXINT64);
  cadre_writer_integer (writer, G_MININT64);
  cadre_writer_end_array (writer);
  cadre_writer_member (writer, "rest");
  cadre_writer_begin_object (writer);
  cadre_writer_member (writer, "é");
  cadre_writer_string (writer, "Swyddog Gwasanaethau Oedolion â chyfrifoldeb");
  cadre_writer_member (writer, "part");
  cadre_writer_string_n (writer, bytes, 2);
  cadre_writer_member (writer, "none");
  cadre_writer_string_n (writer, NULL, 0);
  cadre_writer_member (writer, "number");
  cadre_writer_number (writer, "0.25");
  cadre_writer_member (writer, "yes");
  cadre_writer_boolean (writer, TRUE);
  cadre_writer_member (writer, "no");
  cadre_writer_boolean (writer, FALSE);
  cadre_writer_member (writer, "unknown");
  cadre_writer_unknown (writer);
  cadre_writer_member (writer, "kept");
  cadre_writer_canonical (writer, "{\"a\":[1,{}]}");
  cadre_writer_end_object (writer);
  cadre_writer_end_object (writer);
}

static const char sample_text[] = "{\n"
                                  "  \"cadre\": \"structure\",\n"
                                  "  \"version\": 3,\n"
                                  "  \"integers\": [\n"
                                  "    0,\n"
                                  "    -7,\n"
                                  "    9223372036854775807,\n"
                                  "    -9223372036854775808\n"
                                  "  ],\n"
                                  "  \"rest\": {\n"
                                  "    \"é\": \"Swyddog Gwasanaethau Oedolion â chyfrifoldeb\",\n"
                                  "    \"part\": \"xy\",\n"
                                  "    \"none\": \"\",\n"
                                  "    \"number\": 0.25,\n"
                                  "    \"yes\": true,\n"
                                  "    \"no\": false,\n"
                                  "    \"unknown\": null,\n"
                                  "    \"kept\": {\"a\": [1, {}]}\n"
                                  "  }\n"
                                  "}\n";

static void
test_calls (void)
{
  CadreWriter *writer = cadre_writer_new_for_text ();
  g_autofree char *text = NULL;

  write_sample (writer);
  g_assert_null (cadre_writer_dup_text (writer));
  g_assert_null (cadre_writer_steal_bytes (writer));
  text = finish_text (writer);
  g_assert_cmpstr (text, ==, sample_text);
}

static void
test_bytes (void)
{
  CadreWriter *writer = cadre_writer_new_for_text ();
  g_autoptr (GBytes) bytes = NULL;

  write_sample (writer);
  g_assert_true (cadre_writer_finish (writer, NULL, NULL));
  bytes = cadre_writer_steal_bytes (writer);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), sample_text,
                   strlen (sample_text));
  g_assert_null (cadre_writer_steal_bytes (writer));
  g_assert_null (cadre_writer_dup_text (writer));
  g_assert_finalize_object (writer);
}

static void
test_stream (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);
  CadreWriter *writer = cadre_writer_new_for_stream (stream);

  write_sample (writer);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (memory), ==, 0);
  g_assert_true (cadre_writer_finish (writer, NULL, NULL));
  g_assert_null (cadre_writer_dup_text (writer));
  g_assert_cmpmem (g_memory_output_stream_get_data (memory),
                   g_memory_output_stream_get_data_size (memory), sample_text,
                   strlen (sample_text));
  g_assert_false (g_output_stream_is_closed (stream));
  g_assert_finalize_object (writer);
}

/* What is written is not kept until the end. */
static void
test_stream_is_flushed_early (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  CadreWriter *writer = cadre_writer_new_for_stream (stream);

  cadre_writer_begin_array (writer);
  for (guint i = 0; i < 100000; i++)
    cadre_writer_string (writer, i % 2 == 0 ? "0123456789" : "é123456789");
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), >,
                    1500000);
  cadre_writer_end_array (writer);
  g_assert_true (cadre_writer_finish (writer, NULL, NULL));
  g_assert_finalize_object (writer);
}

static void
test_stream_fails (void)
{
  char room[1000];
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  CadreWriter *writer = cadre_writer_new_for_stream (stream);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  cadre_writer_begin_array (writer);
  for (guint i = 0; i < 100000; i++)
    cadre_writer_integer (writer, i);
  cadre_writer_end_array (writer);
  g_assert_false (cadre_writer_finish (writer, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_false (cadre_writer_finish (writer, NULL, &again));
  g_assert_error (again, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_finalize_object (writer);
}

static void
test_stream_cancelled (void)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  CadreWriter *writer = cadre_writer_new_for_stream (stream);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  cadre_writer_unknown (writer);
  g_assert_false (cadre_writer_finish (writer, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_finalize_object (writer);
}

static void
test_node (void)
{
  CadreWriter *writer = cadre_writer_new_for_node ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  write_sample (writer);
  g_assert_null (cadre_writer_get_node (writer));
  g_assert_true (cadre_writer_finish (writer, NULL, NULL));
  node = cadre_writer_get_node (writer);
  g_assert_null (cadre_writer_dup_text (writer));
  g_assert_finalize_object (writer);

  text = json_to_string (node, FALSE);
  g_assert_cmpstr (text, ==,
                   "{\"cadre\":\"structure\",\"version\":3,"
                   "\"integers\":[0,-7,9223372036854775807,-9223372036854775808],"
                   "\"rest\":{\"é\":\"Swyddog Gwasanaethau Oedolion â chyfrifoldeb\","
                   "\"part\":\"xy\",\"none\":\"\",\"number\":0.25,\"yes\":true,\"no\":false,"
                   "\"unknown\":null,\"kept\":{\"a\":[1,{}]}}}");
}

/* A number goes into a node and comes back, or it is refused. */
typedef struct
{
  const char *name;
  const char *text;
  const char *wanted; /* NULL when it is refused */
} NumberCase;

static const NumberCase number_cases[] = {
  { "zero", "0", "0" },
  { "minus-zero", "-0", "-0" },
  { "integer", "-42", "-42" },
  { "largest-integer", "9223372036854775807", "9223372036854775807" },
  { "least-integer", "-9223372036854775808", "-9223372036854775808" },
  { "beyond-integers", "9223372036854775808", NULL },
  { "beyond-integers-but-even", "18446744073709551616", NULL },
  { "power-of-ten", "10000000000000000000000", "1e+22" },
  { "tenth", "0.1", "0.1" },
  { "trailing-zero", "1.50", "1.5" },
  { "leading-zeros", "0.00012", "0.00012" },
  { "zero-with-point", "0.000", "0" },
  { "zero-with-exponent", "0e5", "0" },
  { "exponent", "12.5E-3", "0.0125" },
  { "whole-with-exponent", "1e2", "100" },
  { "seventeen-digits", "0.30000000000000004", "0.30000000000000004" },
  { "too-many-digits", "0.300000000000000041", NULL },
  { "many-digits", "0.12345678901234567890123456789012345678901234", NULL },
  { "many-zeros", "1.00000000000000000000000000000000000000000000", "1" },
  { "largest-double", "1.7976931348623157e308", "1.7976931348623157e+308" },
  { "beyond-doubles", "1e400", NULL },
  { "below-doubles", "1e-400", NULL },
  { "far-below-doubles", "1e-99999999999999999999", NULL },
  { "smallest-double", "4.94065645841247e-324", "4.94065645841247e-324" },
  { "smallest-double-by-one-digit", "5e-324", NULL },
};

static void
test_number (gconstpointer data)
{
  const NumberCase *number = data;
  CadreWriter *writer = cadre_writer_new_for_node ();
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;

  cadre_writer_number (writer, number->text);
  if (number->wanted == NULL)
    {
      g_assert_false (cadre_writer_finish (writer, NULL, &error));
      g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_VALUE);
      g_assert_cmpstr (error->message, ==, "A number was written that a node cannot hold exactly");
      g_assert_null (cadre_writer_get_node (writer));
    }
  else
    {
      CadreReader *reader = NULL;

      g_assert_true (cadre_writer_finish (writer, NULL, &error));
      node = cadre_writer_get_node (writer);
      reader = cadre_reader_new_for_node (node, NULL);
      text = cadre_reader_read_canonical (reader, NULL, &error);
      g_assert_cmpstr (text, ==, number->wanted);
      g_assert_finalize_object (reader);
    }
  g_assert_finalize_object (writer);
}

/* A script of calls, one letter a call, that makes no document. */
typedef struct
{
  const char *name;
  const char *script;
  CadreDocumentError code;
  const char *message;
} FaultCase;

#define ORDER CADRE_DOCUMENT_ERROR_ORDER

static const FaultCase fault_cases[] = {
  { "nothing", "", ORDER, "The document was finished without a value" },
  { "two-values", "nn", ORDER, "A second value was written outside of the first" },
  { "two-objects", "{}{}", ORDER, "A second value was written outside of the first" },
  { "array-not-ended", "[", ORDER, "The document was finished inside an array or an object" },
  { "object-not-ended", "{an", ORDER, "The document was finished inside an array or an object" },
  { "no-name", "{n", ORDER, "A value in an object was written without a name" },
  { "no-name-for-array", "{[", ORDER, "A value in an object was written without a name" },
  { "two-names", "{aa", ORDER, "The name of a member was written where a value is due" },
  { "name-in-array", "[a", ORDER, "The name of a member was written where a value is due" },
  { "name-outside", "a", ORDER, "The name of a member was written where a value is due" },
  { "wrong-end", "[}", ORDER, "An object was ended that was not begun, or in a member" },
  { "wrong-end-of-object", "{]", ORDER, "An array was ended that was not begun" },
  { "end-first", "}", ORDER, "An object was ended that was not begun, or in a member" },
  { "end-of-array-first", "]", ORDER, "An array was ended that was not begun" },
  { "end-in-member", "{a}", ORDER, "An object was ended that was not begun, or in a member" },
  { "duplicate", "{anan}", CADRE_DOCUMENT_ERROR_DUPLICATE,
    "Two members of one name were written into an object" },
  { "bad-name", "{xn}", CADRE_DOCUMENT_ERROR_ENCODING,
    "The name of a member is not UTF-8, holds a NUL or is too long" },
  { "bad-text", "[X]", CADRE_DOCUMENT_ERROR_ENCODING,
    "The text of a string is not UTF-8 or holds a NUL" },
  { "nul-in-text", "[0]", CADRE_DOCUMENT_ERROR_ENCODING,
    "The text of a string is not UTF-8 or holds a NUL" },
  { "bad-number", "[#]", CADRE_DOCUMENT_ERROR_VALUE,
    "A number was written that is not as JSON has it" },
  { "bad-canonical", "[?]", CADRE_DOCUMENT_ERROR_SYNTAX,
    "Line 1, column 3, at /0: the document ends where a comma or the end of the array is "
    "expected" },
  { "first-error-stays", "[#}]X", CADRE_DOCUMENT_ERROR_VALUE,
    "A number was written that is not as JSON has it" },
  { "error-of-the-caller", "[!#", CADRE_DOCUMENT_ERROR_KIND, "Mine" },
  { "error-of-the-caller-comes-late", "[#!", CADRE_DOCUMENT_ERROR_VALUE,
    "A number was written that is not as JSON has it" },
};

static void
run_call (CadreWriter *writer, char call)
{
  switch (call)
    {
    case '{':
      cadre_writer_begin_object (writer);
      break;
    case '}':
      cadre_writer_end_object (writer);
      break;
    case '[':
      cadre_writer_begin_array (writer);
      break;
    case ']':
      cadre_writer_end_array (writer);
      break;
    case 'n':
      cadre_writer_unknown (writer);
      break;
    case 'a':
    case 'x':
      cadre_writer_member (writer, call == 'a' ? "a" : "\xff");
      break;
    case 'X':
      cadre_writer_string (writer, "\xc3");
      break;
    case '0':
      cadre_writer_string_n (writer, "a\0b", 3);
      break;
    case '#':
      cadre_writer_number (writer, "1.");
      break;
    case '!':
      _cadre_writer_take_error (writer, g_error_new_literal (CADRE_DOCUMENT_ERROR,
                                                             CADRE_DOCUMENT_ERROR_KIND, "Mine"));
      break;
    default:
      cadre_writer_canonical (writer, "[1");
      break;
    }
}

static void
test_fault (gconstpointer data)
{
  const FaultCase *fault = data;

  for (guint i = 0; i < 2; i++)
    {
      CadreWriter *writer = i == 0 ? cadre_writer_new_for_text () : cadre_writer_new_for_node ();
      g_autoptr (GError) error = NULL;

      for (const char *call = fault->script; *call != '\0'; call++)
        run_call (writer, *call);

      g_assert_false (cadre_writer_finish (writer, NULL, &error));
      g_assert_error (error, CADRE_DOCUMENT_ERROR, (int) fault->code);
      g_assert_cmpstr (error->message, ==, fault->message);
      g_assert_null (cadre_writer_dup_text (writer));
      g_assert_null (cadre_writer_get_node (writer));

      /* Nothing more is done with a writer that has failed. */
      write_sample (writer);
      g_assert_finalize_object (writer);
    }
}

static void
test_depth (void)
{
  for (guint depth = 128; depth <= 129; depth++)
    {
      CadreWriter *writer = cadre_writer_new_for_text ();
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < depth; i++)
        cadre_writer_begin_array (writer);
      for (guint i = 0; i < depth; i++)
        cadre_writer_end_array (writer);

      if (depth == 128)
        {
          g_assert_true (cadre_writer_finish (writer, NULL, &error));
        }
      else
        {
          g_assert_false (cadre_writer_finish (writer, NULL, &error));
          g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_DEPTH);
          g_assert_cmpstr (error->message, ==, "Arrays and objects were nested more than 128 deep");
        }
      g_assert_finalize_object (writer);
    }
}

static void
test_many_members (void)
{
  CadreWriter *writer = cadre_writer_new_for_text ();
  g_autoptr (GError) error = NULL;

  cadre_writer_begin_object (writer);
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *name = g_strdup_printf ("n%u", i);

      cadre_writer_member (writer, name);
      cadre_writer_unknown (writer);
    }
  cadre_writer_member (writer, "n5000");
  g_assert_false (cadre_writer_finish (writer, NULL, &error));
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_DUPLICATE);
  g_assert_finalize_object (writer);
}

static void
test_misuse (void)
{
  CadreWriter *writer = cadre_writer_new_for_text ();

  g_test_expect_message ("Cadre", G_LOG_LEVEL_CRITICAL, "*text != NULL*");
  cadre_writer_string (writer, NULL);
  g_test_expect_message ("Cadre", G_LOG_LEVEL_CRITICAL, "*CADRE_IS_WRITER*");
  cadre_writer_unknown (NULL);
  g_test_expect_message ("Cadre", G_LOG_LEVEL_CRITICAL, "*version > 0*");
  cadre_writer_begin_document (writer, "case", 0);
  g_test_assert_expected_messages ();
  g_assert_finalize_object (writer);
}

#define ADD_CASES(cases, folder, test)                                                           \
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)                                               \
    {                                                                                            \
      g_autofree char *path = g_strconcat ("/document/writer/" folder "/", cases[i].name, NULL); \
                                                                                                 \
      g_test_add_data_func (path, &cases[i], test);                                              \
    }

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD_CASES (layout_cases, "layout", test_layout)
  ADD_CASES (number_cases, "number", test_number)
  ADD_CASES (fault_cases, "fault", test_fault)
  g_test_add_func ("/document/writer/calls", test_calls);
  g_test_add_func ("/document/writer/bytes", test_bytes);
  g_test_add_func ("/document/writer/stream", test_stream);
  g_test_add_func ("/document/writer/stream-is-flushed-early", test_stream_is_flushed_early);
  g_test_add_func ("/document/writer/stream-fails", test_stream_fails);
  g_test_add_func ("/document/writer/stream-cancelled", test_stream_cancelled);
  g_test_add_func ("/document/writer/node", test_node);
  g_test_add_func ("/document/writer/depth", test_depth);
  g_test_add_func ("/document/writer/many-members", test_many_members);
  g_test_add_func ("/document/writer/misuse", test_misuse);

  return g_test_run ();
}
