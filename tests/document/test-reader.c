/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-reader-private.h"
#include "reader-events.h"

/* Every case is read from bytes and from a stream that drips. */

typedef struct
{
  const char *name;
  const char *text;
  const char *events;
} GoodCase;

static const GoodCase good_cases[] = {
  { "empty-object", "{}", "{ } $" },
  { "empty-array", "[]", "[ ] $" },
  { "blanks", " \t\r\n[ \t\r\n] \t\r\n", "[ ] $" },
  { "words", "[true,false,null]", "[ t f n ] $" },
  { "scalar-string", "\"a\"", "\"a\" $" },
  { "scalar-number", "7", "7 $" },
  { "scalar-word", "true", "t $" },
  { "members", "{\"a\":1,\"b\":[],\"c\":{}}", "{ a: 1 b: [ ] c: { } } $" },
  { "blanks-everywhere", "{ \"a\" : 1 , \"b\" : [ 2 , 3 ] }", "{ a: 1 b: [ 2 3 ] } $" },
  { "two-blanks-everywhere", "{  \"a\"  :  1  ,  \"b\"  :  [  ]  }", "{ a: 1 b: [ ] } $" },
  { "empty-name", "{\"\":0}", "{ : 0 } $" },
  { "empty-string", "\"\"", "\"\" $" },
  { "numbers",
    "[0,-0,1,-1,10,1.5,-1.50,1e5,1E5,1e+5,1e-5,0.0e0,123456789012345678901234567890,1e400]",
    "[ 0 -0 1 -1 10 1.5 -1.50 1e5 1E5 1e+5 1e-5 0.0e0 123456789012345678901234567890 1e400 ] $" },
  { "short-escapes", "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\"\\/\b\f\n\r\t\" $" },
  { "unicode-escapes", "\"\\u0041\\u00e9\\u20AC\\uFFFF\"", "\"Aé€\xef\xbf\xbf\" $" },
  { "surrogate-pair", "\"\\ud83d\\uDE00\"", "\"\xf0\x9f\x98\x80\" $" },
  { "least-and-last-pair", "\"\\ud800\\udc00\\udbff\\udfff\"",
    "\"\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\" $" },
  { "escaped-name", "{\"\\u0061b\":1}", "{ ab: 1 } $" },
  { "utf8", "[\"é\",\"€\",\"\xf0\x9f\x98\x80\",\"\xed\x9f\xbf\",\"\xee\x80\x80\"]",
    "[ \"é\" \"€\" \"\xf0\x9f\x98\x80\" \"\xed\x9f\xbf\" \"\xee\x80\x80\" ] $" },
  { "delete-character", "\"\x7f\"", "\"\x7f\" $" },
  { "line-separator", "\"\xe2\x80\xa8\"", "\"\xe2\x80\xa8\" $" },
  { "non-character", "\"\xef\xbf\xbe\"", "\"\xef\xbf\xbe\" $" },
  { "byte-order-mark", "\xef\xbb\xbf{}", "{ } $" },
  { "same-name-in-other-objects", "[{\"a\":{\"a\":1}},{\"a\":2}]",
    "[ { a: { a: 1 } } { a: 2 } ] $" },
  { "names-guessed-and-not", "[{\"a\":1,\"b\":2},{\"a\":1},{\"a\":1,\"b\":2},{\"b\":1,\"a\":2}]",
    "[ { a: 1 b: 2 } { a: 1 } { a: 1 b: 2 } { b: 1 a: 2 } ] $" },
  { "name-guessed-by-half", "[{\"abcdefghij\":1},{\"abcdefghijk\":1},{\"abc\":1,\"d\":2}        ]",
    "[ { abcdefghij: 1 } { abcdefghijk: 1 } { abc: 1 d: 2 } ] $" },
  { "guess-with-a-quote", "[{\"a\\\"b\":1},{\"a\":\"b\"}          ]",
    "[ { a\"b: 1 } { a: \"b\" } ] $" },
  { "colliding-names", "{\"Bb\":1,\"CA\":2,\"BbBb\":3,\"CACA\":4,\"BbCA\":5}",
    "{ Bb: 1 CA: 2 BbBb: 3 CACA: 4 BbCA: 5 } $" },
  { "long-plain-string",
    "\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef-0123456\"",
    "\"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef-0123456\" $" },
};

static void
test_good (gconstpointer data)
{
  const GoodCase *good = data;
  const gsize length = strlen (good->text);

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GError) error = NULL;
      CadreReader *reader = round == 0 ? reader_for_text (good->text, length, NULL)
                                       : reader_for_drip (good->text, length, round % 8, NULL);
      g_autofree char *events = events_read (reader, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (events, ==, good->events);
      g_assert_finalize_object (reader);
    }
}

typedef struct
{
  const char *name;
  const char *text;
  gssize length; /* or -1 */
  CadreDocumentError code;
  const char *message;
} BadCase;

#define SYNTAX CADRE_DOCUMENT_ERROR_SYNTAX
#define ENCODING CADRE_DOCUMENT_ERROR_ENCODING
#define TOP "at the top level: "
#define CONTROL "a control character in a string is not escaped"
#define NOT_UTF8 "the text is not UTF-8"
#define ALONE "a surrogate stands alone"
#define NUMBER "a number is not as JSON has it"
#define NO_ESCAPE "there is no such escape in JSON"
#define NO_HEX "an escape is not of four hexadecimal digits"
#define CUT_STRING "the document ends inside a string"

static const BadCase bad_cases[] = {
  { "empty", "", -1, SYNTAX, "Line 1, column 1, " TOP "the document is empty" },
  { "blanks-only", " \n ", -1, SYNTAX, "Line 2, column 2, " TOP "the document is empty" },
  { "mark-only", "\xef\xbb\xbf", -1, SYNTAX, "Line 1, column 1, " TOP "the document is empty" },
  { "mark-cut", "\xef\xbb", -1, ENCODING, "Line 1, column 1, " TOP NOT_UTF8 },
  { "two-marks", "\xef\xbb\xbf\xef\xbb\xbf[]", -1, SYNTAX,
    "Line 1, column 1, " TOP "a value is expected" },
  { "mark-later", "[\xef\xbb\xbf]", -1, SYNTAX, "Line 1, column 2, at /0: a value is expected" },
  { "utf16", "\xff\xfe[\0]\0", 6, ENCODING, "Line 1, column 1, " TOP NOT_UTF8 },
  { "utf16-big-endian", "\0[\0]", 4, SYNTAX, "Line 1, column 1, " TOP "a value is expected" },
  { "nul-outside", "[\0]", 3, SYNTAX,
    "Line 1, column 2, at /0: "
    "a value is expected" },
  { "nul-behind", "[]\0", 3, SYNTAX,
    "Line 1, column 3, " TOP "something follows the end of the document" },
  { "second-document", "{}\n{}", -1, SYNTAX,
    "Line 2, column 1, " TOP "something follows the end of the document" },
  { "second-array", "[1][2]", -1, SYNTAX,
    "Line 1, column 4, " TOP "something follows the end of the document" },
  { "trailing-comma", "[1,]", -1, SYNTAX, "Line 1, column 4, at /1: a value is expected" },
  { "trailing-member-comma", "{\"a\":1,}", -1, SYNTAX,
    "Line 1, column 8, " TOP "a member name in quotes is expected" },
  { "leading-comma", "[,1]", -1, SYNTAX, "Line 1, column 2, at /0: a value is expected" },
  { "two-commas", "[1,,2]", -1, SYNTAX, "Line 1, column 4, at /1: a value is expected" },
  { "no-comma", "[1 2]", -1, SYNTAX,
    "Line 1, column 4, at /0: a comma or the end of the array is expected" },
  { "no-member-comma", "{\"a\":1 \"b\":2}", -1, SYNTAX,
    "Line 1, column 8, at /a: a comma or the end of the object is expected" },
  { "no-colon", "{\"a\" 1}", -1, SYNTAX, "Line 1, column 6, at /a: a colon is expected" },
  { "no-value", "{\"a\":}", -1, SYNTAX, "Line 1, column 6, at /a: a value is expected" },
  { "no-quotes", "{a:1}", -1, SYNTAX,
    "Line 1, column 2, " TOP "a member name in quotes is expected" },
  { "single-quotes", "['a']", -1, SYNTAX, "Line 1, column 2, at /0: a value is expected" },
  { "number-as-name", "{1:1}", -1, SYNTAX,
    "Line 1, column 2, " TOP "a member name in quotes is expected" },
  { "wrong-bracket", "[1}", -1, SYNTAX,
    "Line 1, column 3, at /0: a comma or the end of the array is expected" },
  { "wrong-brace", "{\"a\":1]", -1, SYNTAX,
    "Line 1, column 7, at /a: a comma or the end of the object is expected" },
  { "closing-first", "]", -1, SYNTAX, "Line 1, column 1, " TOP "a value is expected" },
  { "comment", "[/* */1]", -1, SYNTAX, "Line 1, column 2, at /0: a value is expected" },
  { "javascript", "var x = [1];", -1, SYNTAX, "Line 1, column 1, " TOP "a value is expected" },
  { "not-a-number", "[NaN]", -1, SYNTAX, "Line 1, column 2, at /0: a value is expected" },
  { "infinity", "[-Infinity]", -1, SYNTAX, "Line 1, column 3, at /0: " NUMBER },
  { "capital-word", "[True]", -1, SYNTAX, "Line 1, column 2, at /0: a value is expected" },
  { "half-a-word", "[tru]", -1, SYNTAX, "Line 1, column 5, at /0: a value is expected" },
  { "word-and-more", "[nullx]", -1, SYNTAX,
    "Line 1, column 6, at /0: a comma or the end of the array is expected" },
  { "word-cut", "nul", -1, SYNTAX,
    "Line 1, column 4, " TOP "the document ends where a value is expected" },
  { "array-cut", "[1,", -1, SYNTAX,
    "Line 1, column 4, at /1: the document ends where a value is expected" },
  { "array-cut-behind-value", "[1", -1, SYNTAX,
    "Line 1, column 3, at /0: the document ends where a comma or the end of the array is "
    "expected" },
  { "object-cut", "{\"a\":1", -1, SYNTAX,
    "Line 1, column 7, at /a: the document ends where a comma or the end of the object is "
    "expected" },
  { "object-cut-at-name", "{", -1, SYNTAX,
    "Line 1, column 2, " TOP "the document ends where a member name in quotes is expected" },
  { "object-cut-at-colon", "{\"a\"", -1, SYNTAX,
    "Line 1, column 5, at /a: the document ends where a colon is expected" },
  { "string-cut", "\"abc", -1, SYNTAX, "Line 1, column 5, " TOP CUT_STRING },
  { "string-cut-in-escape", "\"abc\\", -1, SYNTAX, "Line 1, column 6, " TOP CUT_STRING },
  { "string-cut-in-character", "\"abc\xe2\x82", -1, SYNTAX, "Line 1, column 5, " TOP CUT_STRING },
  { "raw-newline", "\"a\nb\"", -1, SYNTAX, "Line 1, column 3, " TOP CONTROL },
  { "raw-tab", "[\"é\t\"]", -1, SYNTAX, "Line 1, column 4, at /0: " CONTROL },
  { "raw-nul", "\"a\0b\"", 5, SYNTAX, "Line 1, column 3, " TOP CONTROL },
  { "escaped-newline", "\"\\\n\"", -1, SYNTAX, "Line 1, column 3, " TOP CONTROL },
  { "no-such-escape", "\"ab\\q\"", -1, SYNTAX, "Line 1, column 4, " TOP NO_ESCAPE },
  { "hex-escape", "\"\\x41\"", -1, SYNTAX, "Line 1, column 2, " TOP NO_ESCAPE },
  { "escaped-wide", "\"\\é\"", -1, SYNTAX, "Line 1, column 2, " TOP NO_ESCAPE },
  { "capital-u", "\"\\U0041\"", -1, SYNTAX, "Line 1, column 2, " TOP NO_ESCAPE },
  { "bad-digits", "\"\\u12G4\"", -1, SYNTAX, "Line 1, column 2, " TOP NO_HEX },
  { "few-digits", "\"\\u123\"", -1, SYNTAX, "Line 1, column 2, " TOP NO_HEX },
  { "escaped-nul", "[\"é\\u0000é\"]", -1, ENCODING,
    "Line 1, column 4, at /0: a string holds a NUL" },
  { "escaped-nul-in-name", "{\"id\\u0000x\":1}", -1, ENCODING,
    "Line 1, column 5, " TOP "a string holds a NUL" },
  { "surrogate-alone", "\"\\ud800\"", -1, ENCODING, "Line 1, column 2, " TOP ALONE },
  { "surrogate-before-letter", "\"\\ud800abcdef\"", -1, ENCODING, "Line 1, column 2, " TOP ALONE },
  { "surrogate-before-letter-escape", "\"\\ud800\\u0041\"", -1, ENCODING,
    "Line 1, column 2, " TOP ALONE },
  { "surrogate-before-bad-digits", "\"\\ud800\\udc0g\"", -1, ENCODING,
    "Line 1, column 2, " TOP ALONE },
  { "surrogates-swapped", "\"\\udc00\\ud800\"", -1, ENCODING, "Line 1, column 2, " TOP ALONE },
  { "two-high-surrogates", "\"\\ud800\\ud800\"", -1, ENCODING, "Line 1, column 2, " TOP ALONE },
  { "latin-1", "[\"ab\xe9\"]", -1, ENCODING, "Line 1, column 5, at /0: " NOT_UTF8 },
  { "latin-1-outside", "[\xe9]", -1, ENCODING, "Line 1, column 2, at /0: " NOT_UTF8 },
  { "cut-outside", "[\xe2\x82", -1, ENCODING, "Line 1, column 2, at /0: " NOT_UTF8 },
  { "character-outside", "[é]", -1, SYNTAX,
    "Line 1, column 2, at /0: "
    "a value is expected" },
  { "overlong", "\"\xc0\xaf\"", -1, ENCODING, "Line 1, column 2, " TOP NOT_UTF8 },
  { "overlong-three", "\"\xe0\x80\xaf\"", -1, ENCODING, "Line 1, column 2, " TOP NOT_UTF8 },
  { "overlong-four", "\"\xf0\x80\x80\xaf\"", -1, ENCODING, "Line 1, column 2, " TOP NOT_UTF8 },
  { "surrogate-bytes", "\"\xed\xa0\x80\"", -1, ENCODING, "Line 1, column 2, " TOP NOT_UTF8 },
  { "beyond-unicode", "\"\xf4\x90\x80\x80\"", -1, ENCODING, "Line 1, column 2, " TOP NOT_UTF8 },
  { "beyond-unicode-lead", "\"\xf5\x80\x80\x80\"", -1, ENCODING,
    "Line 1, column 2, " TOP NOT_UTF8 },
  { "continuation-alone", "\"é\x80\"", -1, ENCODING, "Line 1, column 3, " TOP NOT_UTF8 },
  { "third-byte-missing", "\"\xe2\x82z\"", -1, ENCODING, "Line 1, column 2, " TOP NOT_UTF8 },
  { "leading-zero", "[007]", -1, SYNTAX, "Line 1, column 3, at /0: " NUMBER },
  { "hexadecimal", "[0x1F]", -1, SYNTAX,
    "Line 1, column 3, at /0: a comma or the end of the array is expected" },
  { "no-whole-part", "[.5]", -1, SYNTAX, "Line 1, column 2, at /0: a value is expected" },
  { "no-fraction", "[5.]", -1, SYNTAX, "Line 1, column 4, at /0: " NUMBER },
  { "no-fraction-before-exponent", "[5.e1]", -1, SYNTAX, "Line 1, column 4, at /0: " NUMBER },
  { "no-exponent", "[5e]", -1, SYNTAX, "Line 1, column 4, at /0: " NUMBER },
  { "no-exponent-digits", "[5e+]", -1, SYNTAX, "Line 1, column 5, at /0: " NUMBER },
  { "two-exponents", "[5e1e1]", -1, SYNTAX, "Line 1, column 5, at /0: " NUMBER },
  { "plus", "[+5]", -1, SYNTAX, "Line 1, column 2, at /0: a value is expected" },
  { "minus-alone", "[-]", -1, SYNTAX, "Line 1, column 3, at /0: " NUMBER },
  { "two-points", "[1.2.3]", -1, SYNTAX, "Line 1, column 5, at /0: " NUMBER },
  { "duplicate", "{\"a\":1,\n \"b\":2, \"a\":3}", -1, CADRE_DOCUMENT_ERROR_DUPLICATE,
    "Line 2, column 9, at /a: a member of this name stands at line 1, column 2 already" },
  { "duplicate-by-escape", "{\"a\":1,\"\\u0061\":3}", -1, CADRE_DOCUMENT_ERROR_DUPLICATE,
    "Line 1, column 8, at /a: a member of this name stands at line 1, column 2 already" },
  { "duplicate-wide", "{\"é\":1,\"é\":3}", -1, CADRE_DOCUMENT_ERROR_DUPLICATE,
    "Line 1, column 8, at /é: a member of this name stands at line 1, column 2 already" },
  { "duplicate-empty", "{\"\":1,\"\":3}", -1, CADRE_DOCUMENT_ERROR_DUPLICATE,
    "Line 1, column 7, at /: a member of this name stands at line 1, column 2 already" },
  { "duplicate-behind-guess", "[{\"a\":1,\"b\":2},\n{\"a\":1,\"b\":2,\"a\":3}]", -1,
    CADRE_DOCUMENT_ERROR_DUPLICATE,
    "Line 2, column 14, at /1/a: a member of this name stands at line 2, column 2 already" },
  { "duplicate-instead-of-guess", "[{\"a\":1,\"b\":2},{\"a\":1,\"a\":2}]", -1,
    CADRE_DOCUMENT_ERROR_DUPLICATE,
    "Line 1, column 23, at /1/a: a member of this name stands at line 1, column 17 already" },
  { "pointer-escapes", "{\"a/b~c\\u001bd\":[0,{\"x\":?", -1, SYNTAX,
    "Line 1, column 25, at /a~1b~0c?d/1/x: a value is expected" },
};

static void
test_bad (gconstpointer data)
{
  const BadCase *bad = data;
  const gsize length = bad->length < 0 ? strlen (bad->text) : (gsize) bad->length;

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) again = NULL;
      CadreReader *reader = round == 0 ? reader_for_text (bad->text, length, NULL)
                                       : reader_for_drip (bad->text, length, round % 8, NULL);
      g_autofree char *events = events_read (reader, &error);
      CadreToken token = CADRE_TOKEN_NULL;

      g_assert_error (error, CADRE_DOCUMENT_ERROR, (int) bad->code);
      g_assert_cmpstr (error->message, ==, bad->message);
      g_assert_null (g_strrstr (events, "$"));

      g_assert_false (cadre_reader_next (reader, &token, NULL, &again));
      g_assert_cmpstr (again->message, ==, bad->message);
      g_assert_cmpint (token, ==, CADRE_TOKEN_END);
      g_assert_finalize_object (reader);
    }
}

static void
test_place (void)
{
  static const char text[] = "{\n  \"é/~\": [1, {\"b\": \"ééé\", \"c\": null}],\n  \"d\": 2\n}";
  static const struct
  {
    const char *pointer;
    guint line;
    guint column;
    guint depth;
    guint offset;
  } wanted[] = {
    { "", 1, 1, 1, 0 },
    { "/é~1~0", 2, 3, 1, 4 },
    { "/é~1~0", 2, 10, 2, 12 },
    { "/é~1~0/0", 2, 11, 2, 13 },
    { "/é~1~0/1", 2, 14, 3, 16 },
    { "/é~1~0/1/b", 2, 15, 3, 17 },
    { "/é~1~0/1/b", 2, 20, 3, 22 },
    { "/é~1~0/1/c", 2, 27, 3, 32 },
    { "/é~1~0/1/c", 2, 32, 3, 37 },
    { "/é~1~0/1", 2, 36, 2, 41 },
    { "/é~1~0", 2, 37, 1, 42 },
    { "/d", 3, 3, 1, 47 },
    { "/d", 3, 8, 1, 52 },
    { "", 4, 1, 0, 54 },
    { "", 4, 2, 0, 55 },
  };

  for (guint most = 0; most < 8; most++)
    {
      CadreReader *reader = reader_for_drip (text, strlen (text), most, NULL);

      for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
        {
          g_autoptr (GError) error = NULL;
          g_autofree char *pointer = NULL;
          CadreToken token = CADRE_TOKEN_NULL;

          g_assert_true (cadre_reader_next (reader, &token, NULL, &error));
          pointer = cadre_reader_dup_pointer (reader);
          g_assert_cmpstr (pointer, ==, wanted[i].pointer);
          g_assert_cmpuint (cadre_reader_get_line (reader), ==, wanted[i].line);
          g_assert_cmpuint (cadre_reader_get_column (reader), ==, wanted[i].column);
          g_assert_cmpuint (cadre_reader_get_depth (reader), ==, wanted[i].depth);
          g_assert_cmpuint (_cadre_reader_offset (reader), ==, wanted[i].offset);
        }
      g_assert_finalize_object (reader);
    }
}

static void
test_long_pointer_is_cut (void)
{
  g_autofree char *name = g_strnfill (1000, 'n');
  g_autofree char *text = g_strdup_printf ("{\"%s\": ?", name);
  g_autofree char *pointer = NULL;
  g_autoptr (GError) error = NULL;
  CadreReader *reader = reader_for_text (text, strlen (text), NULL);
  g_autofree char *events = events_read (reader, &error);

  g_assert_nonnull (events);
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_SYNTAX);
  g_assert_nonnull (strstr (error->message, "nnn...: a value is expected"));
  g_assert_cmpuint (strlen (error->message), <, 400);
  pointer = cadre_reader_dup_pointer (reader);
  g_assert_cmpuint (strlen (pointer), ==, 1001);
  g_assert_finalize_object (reader);
}

static void
test_text (void)
{
  CadreReader *reader = reader_for_text ("[\"a\\nb\",1.50]", 13, NULL);
  CadreToken token = CADRE_TOKEN_NULL;
  const char *text = NULL;
  gsize length = 9;

  g_assert_null (cadre_reader_get_text (reader, NULL));
  g_assert_true (cadre_reader_next (reader, &token, NULL, NULL));
  g_assert_null (cadre_reader_get_text (reader, &length));
  g_assert_cmpuint (length, ==, 0);

  g_assert_true (cadre_reader_next (reader, &token, NULL, NULL));
  g_assert_cmpstr (cadre_reader_get_text (reader, &length), ==, "a\nb");
  g_assert_cmpuint (length, ==, 3);
  _cadre_reader_text (reader, &text, &length);
  g_assert_cmpmem (text, length, "a\nb", 3);

  g_assert_true (cadre_reader_next (reader, &token, NULL, NULL));
  g_assert_cmpstr (cadre_reader_get_text (reader, NULL), ==, "1.50");
  g_assert_finalize_object (reader);
}

static void
test_error_here (void)
{
  CadreReader *reader = reader_for_text ("{\"é\": {\"pay\": 12}}", 19, NULL);
  g_autoptr (GError) error = NULL;
  CadreToken token = CADRE_TOKEN_NULL;

  for (guint i = 0; i < 5; i++)
    g_assert_true (cadre_reader_next (reader, &token, NULL, NULL));

  error = _cadre_reader_error_here (reader, G_IO_ERROR, G_IO_ERROR_FAILED, "not more than %u", 7);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_cmpstr (error->message, ==, "Line 1, column 15, at /é/pay: not more than 7");
  g_assert_finalize_object (reader);
}

/* A language binding can make a reader of nothing. */
static void
test_no_source (void)
{
  CadreReader *reader = g_object_new (CADRE_TYPE_READER, NULL);
  g_autoptr (GError) error = NULL;
  CadreToken token = CADRE_TOKEN_NULL;

  g_assert_false (cadre_reader_next (reader, &token, NULL, &error));
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, "Line 1, column 1, at the top level: the document is empty");
  g_assert_finalize_object (reader);
}

static void
test_misuse (void)
{
  CadreReader *reader = reader_for_text ("[]", 2, NULL);
  CadreToken token = CADRE_TOKEN_NULL;

  g_test_expect_message ("Cadre", G_LOG_LEVEL_CRITICAL, "*token != NULL*");
  g_assert_false (cadre_reader_next (reader, NULL, NULL, NULL));
  g_test_expect_message ("Cadre", G_LOG_LEVEL_CRITICAL, "*CADRE_IS_READER*");
  g_assert_null (cadre_reader_get_text (NULL, NULL));
  g_assert_true (cadre_reader_next (reader, &token, NULL, NULL));
  g_test_expect_message ("Cadre", G_LOG_LEVEL_CRITICAL, "*EXPECT_START*");
  g_assert_false (cadre_reader_read_head (reader, NULL, 1, NULL, NULL, NULL));
  g_test_assert_expected_messages ();
  g_assert_finalize_object (reader);
}

static void
test_cancelled (void)
{
  CadreReader *reader = reader_for_text ("[1]", 3, NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  CadreToken token = CADRE_TOKEN_NULL;

  g_assert_true (cadre_reader_next (reader, &token, cancellable, NULL));
  g_cancellable_cancel (cancellable);
  g_assert_false (cadre_reader_next (reader, &token, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_finalize_object (reader);
}

/* A loader asks less often, but it asks. */
static void
test_cancelled_in_the_loader (void)
{
  g_autofree char *text = g_strnfill (20000, ' ');
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  CadreReader *reader = NULL;
  CadreToken token = CADRE_TOKEN_NULL;
  guint n = 0;

  for (guint i = 1; i < 19998; i++)
    text[i] = i % 2 == 1 ? '0' : ',';
  text[0] = '[';
  text[19998] = ']';

  reader = reader_for_text (text, 20000, NULL);
  _cadre_reader_set_cancellable (reader, cancellable);
  g_assert_true (_cadre_reader_next (reader, &token, &error));
  g_cancellable_cancel (cancellable);
  while (_cadre_reader_next (reader, &token, &error))
    n++;

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (n, ==, 4095);
  g_assert_finalize_object (reader);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (good_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/document/reader/good/", good_cases[i].name, NULL);

      g_test_add_data_func (path, &good_cases[i], test_good);
    }

  for (guint i = 0; i < G_N_ELEMENTS (bad_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/document/reader/bad/", bad_cases[i].name, NULL);

      g_test_add_data_func (path, &bad_cases[i], test_bad);
    }

  g_test_add_func ("/document/reader/place", test_place);
  g_test_add_func ("/document/reader/long-pointer-is-cut", test_long_pointer_is_cut);
  g_test_add_func ("/document/reader/text", test_text);
  g_test_add_func ("/document/reader/error-here", test_error_here);
  g_test_add_func ("/document/reader/no-source", test_no_source);
  g_test_add_func ("/document/reader/misuse", test_misuse);
  g_test_add_func ("/document/reader/cancelled", test_cancelled);
  g_test_add_func ("/document/reader/cancelled-in-the-loader", test_cancelled_in_the_loader);

  return g_test_run ();
}
