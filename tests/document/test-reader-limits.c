/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-reader-private.h"
#include "reader-events.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <pthread.h>
#include <sys/resource.h>
#include <unistd.h>

/* Each limit at the number of the document, where it is kept, and one below. */
typedef struct
{
  const char *name;
  const char *property;
  guint limit;
  const char *text;
  CadreDocumentError code;
  const char *message;
} LimitCase;

#define BYTES CADRE_DOCUMENT_ERROR_LIMIT_BYTES
#define ITEMS CADRE_DOCUMENT_ERROR_LIMIT_ITEMS
#define DEPTH CADRE_DOCUMENT_ERROR_LIMIT_DEPTH
#define MEMBERS CADRE_DOCUMENT_ERROR_LIMIT_MEMBERS
#define STRING CADRE_DOCUMENT_ERROR_LIMIT_STRING
#define LONG "a string, a name or a number has more than"

static const LimitCase limit_cases[] = {
  { "bytes", "max-bytes", 10, "[1,2,3,4] ", BYTES, "The document has more than 9 bytes" },
  { "one-byte", "max-bytes", 2, "[]", BYTES, "The document has more than 1 bytes" },
  { "items", "max-items", 4, "[1,{\"a\":[]}]", ITEMS,
    "Line 1, column 9, at /1/a: the document holds more than 3 values" },
  { "items-of-scalar", "max-items", 2, "[0]", ITEMS,
    "Line 1, column 2, at /0: the document holds more than 1 values" },
  { "depth", "max-depth", 3, "[{\"a\":[]},{}]", DEPTH,
    "Line 1, column 7, at /0/a: arrays and objects are nested more than 2 deep" },
  { "depth-of-object", "max-depth", 2, "[{}]", DEPTH,
    "Line 1, column 2, at /0: arrays and objects are nested more than 1 deep" },
  { "members", "max-members", 3, "{\"a\":1,\"b\":[{\"c\":1}],\"d\":1}", MEMBERS,
    "Line 1, column 22, at the top level: an object has more than 2 members" },
  { "string", "max-string", 5, "[\"abcde\"]", STRING, "Line 1, column 2, at /0: " LONG " 4 bytes" },
  { "string-with-escapes", "max-string", 5, "[\"a\\u00e9\\n\\\"\"]", STRING,
    "Line 1, column 2, at /0: " LONG " 4 bytes" },
  { "string-with-escapes-only", "max-string", 2, "[\"\\u0041\\u0042\"]", STRING,
    "Line 1, column 2, at /0: " LONG " 1 bytes" },
  { "wide-string", "max-string", 6, "[\"éa€\",1]", STRING,
    "Line 1, column 2, at /0: " LONG " 5 bytes" },
  { "name", "max-string", 5, "{\"a\":1,\"abcde\":2}", STRING,
    "Line 1, column 8, at the top level: " LONG " 4 bytes" },
  { "number", "max-string", 5, "[1.234]", STRING, "Line 1, column 2, at /0: " LONG " 4 bytes" },
};

static CadreReader *
limited_reader (const LimitCase *limit, guint number, guint most)
{
  g_autoptr (CadreLimits) limits = cadre_limits_new_bounded ();
  const gsize length = strlen (limit->text);

  if (g_str_equal (limit->property, "max-bytes") || g_str_equal (limit->property, "max-items"))
    g_object_set (limits, limit->property, (guint64) number, NULL);
  else
    g_object_set (limits, limit->property, number, NULL);

  return most == 0 ? reader_for_text (limit->text, length, limits)
                   : reader_for_drip (limit->text, length, most, limits);
}

static void
test_limit (gconstpointer data)
{
  const LimitCase *limit = data;

  for (guint most = 0; most < 10; most++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *kept = NULL;
      g_autofree char *refused = NULL;
      CadreReader *reader = limited_reader (limit, limit->limit, most);

      kept = events_read (reader, &error);
      g_assert_no_error (error);
      g_assert_true (g_str_has_suffix (kept, " $"));
      g_assert_finalize_object (reader);

      reader = limited_reader (limit, limit->limit - 1, most);
      refused = events_read (reader, &error);
      g_assert_error (error, CADRE_DOCUMENT_ERROR, (int) limit->code);
      g_assert_cmpstr (error->message, ==, limit->message);
      g_assert_finalize_object (reader);
    }
}

/* Repeats @begin and then @last, @n times each. */
static char *
nested (guint n, const char *begin, const char *last)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append (text, begin);
  for (guint i = 0; i < n; i++)
    g_string_append (text, last);

  return g_string_free (text, FALSE);
}

static void
test_default_depth (void)
{
  g_autofree char *kept = nested (128, "[", "]");
  g_autofree char *refused = nested (129, "[", "]");

  for (guint i = 0; i < 2; i++)
    {
      const char *text = i == 0 ? kept : refused;
      g_autoptr (GError) error = NULL;
      CadreReader *reader = reader_for_text (text, strlen (text), NULL);
      g_autofree char *events = events_read (reader, &error);

      g_assert_nonnull (events);
      if (i == 0)
        g_assert_no_error (error);
      else
        g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_DEPTH);
      g_assert_finalize_object (reader);
    }
}

/* Read with the least stack that servers give their threads. */
static void *
read_on_small_stack (void *data)
{
  const char *text = data;
  const gsize length = strlen (text);
  CadreToken token = CADRE_TOKEN_NULL;

  for (guint most = 0; most < 2; most++)
    {
      GError *error = NULL;
      CadreReader *reader = most == 0 ? reader_for_text (text, length, NULL)
                                      : reader_for_drip (text, length, 4096, NULL);

      while (_cadre_reader_next (reader, &token, &error))
        ;
      g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_DEPTH);
      g_error_free (error);
      g_object_unref (reader);
    }

  return NULL;
}

static void
run_with_stack (void *(*run) (void *), void *data)
{
  pthread_attr_t attributes;
  pthread_t thread;

  g_assert_cmpint (pthread_attr_init (&attributes), ==, 0);
#ifdef __SANITIZE_ADDRESS__
  g_assert_cmpint (pthread_attr_setstacksize (&attributes, 1024 * 1024), ==, 0);
#else
  g_assert_cmpint (pthread_attr_setstacksize (&attributes, 64 * 1024), ==, 0);
#endif
  g_assert_cmpint (pthread_create (&thread, &attributes, run, data), ==, 0);
  g_assert_cmpint (pthread_join (thread, NULL), ==, 0);
  pthread_attr_destroy (&attributes);
}

static void
test_million_arrays (void)
{
  g_autofree char *arrays = nested (1000000, "[", "]");
  g_autofree char *objects = nested (1000000, "{\"a\":", "}");
  g_autofree char *unclosed = nested (1000000, "[", "");

  run_with_stack (read_on_small_stack, arrays);
  run_with_stack (read_on_small_stack, objects);
  run_with_stack (read_on_small_stack, unclosed);
}

/* The whole depth is read, and everything is freed, on that stack. */
static void *
keep_on_small_stack (void *data)
{
  GError *error = NULL;
  CadreReader *reader = reader_for_text (data, strlen (data), NULL);
  char *text = cadre_reader_read_canonical (reader, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (strlen (text), ==, strlen (data));
  g_free (text);
  g_object_unref (reader);

  return NULL;
}

static void
test_full_depth_on_small_stack (void)
{
  g_autofree char *text = nested (127, "[", "]");

  g_assert_null (strchr (text, ' '));
  run_with_stack (keep_on_small_stack, text);
}

static char *
scratch_file (char **folder)
{
  *folder = g_dir_make_tmp ("cadre-reader-XXXXXX", NULL);
  g_assert_nonnull (*folder);

  return g_build_filename (*folder, "document.json", NULL);
}

static void
remove_scratch (const char *path, const char *folder)
{
  g_unlink (path);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
test_file (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = scratch_file (&folder);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autofree char *events = NULL;
  CadreReader *reader = NULL;

  g_assert_null (cadre_reader_new_for_file (file, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (path, "{\"a\":\"é\"}", -1, NULL));
  reader = cadre_reader_new_for_file (file, NULL, NULL, &error);
  events = events_read (reader, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (events, ==, "{ a: \"é\" } $");
  g_assert_finalize_object (reader);
  remove_scratch (path, folder);
}

static void
test_sparse_file (void)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = scratch_file (&folder);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  const int descriptor = g_open (path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
  gint64 before = 0;

  g_assert_cmpint (ftruncate (descriptor, G_GINT64_CONSTANT (5) << 30), ==, 0);
  close (descriptor);

  before = g_get_monotonic_time ();
  g_assert_null (cadre_reader_new_for_file (file, NULL, NULL, &error));
  g_assert_cmpint (g_get_monotonic_time () - before, <, 1000000);
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_BYTES);
  g_assert_cmpstr (error->message, ==, "The document has more than 67108864 bytes");
  remove_scratch (path, folder);
}

/* What has no size is counted while it is read. */
static void
test_endless_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/dev/zero");
  g_autoptr (GError) error = NULL;
  CadreToken token = CADRE_TOKEN_NULL;
  CadreReader *reader = cadre_reader_new_for_file (file, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_false (cadre_reader_next (reader, &token, NULL, &error));
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_SYNTAX);
  g_assert_finalize_object (reader);
}

static void
test_stream_fails (void)
{
  static const char *const texts[] = { "",     "[",      "[1",  "[\"a", "[\"é\\",
                                       "{\"a", "{\"a\"", "[tr", "[1]" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (DripStream) stream = g_object_new (DRIP_TYPE_STREAM, NULL);
      g_autoptr (GError) error = NULL;
      g_autofree char *events = NULL;
      CadreReader *reader = NULL;

      stream->bytes = g_bytes_new_static (texts[i], strlen (texts[i]));
      stream->fails = TRUE;
      reader = cadre_reader_new_for_stream (G_INPUT_STREAM (stream), NULL);
      events = events_read (reader, &error);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_BROKEN_PIPE);
      g_assert_null (strchr (events, '$'));
      g_assert_finalize_object (reader);
    }
}

/* Strings longer than the window, as they are and as escapes of six bytes. */
static void
test_long_strings (void)
{
  static const gsize n = 1024 * 1024;
  GString *text = g_string_new ("[\"");
  g_autoptr (GError) error = NULL;

  for (gsize i = 0; i < n; i++)
    g_string_append_c (text, (char) ('a' + i % 26));
  g_string_append (text, "\",\"");
  for (gsize i = 0; i < n; i++)
    {
      const guint byte = (guint) ('a' + i % 26);

      g_string_append (text, "\\u00");
      g_string_append_c (text, (char) ('0' + byte / 16));
      g_string_append_c (text, "0123456789abcdef"[byte % 16]);
    }
  g_string_append (text, "\"]");

  for (guint most = 0; most < 3; most++)
    {
      static const guint steps[] = { 0, 1000, 1 << 20 };
      CadreReader *reader = most == 0 ? reader_for_text (text->str, text->len, NULL)
                                      : reader_for_drip (text->str, text->len, steps[most], NULL);
      g_autofree char *events = events_read (reader, &error);

      g_assert_no_error (error);
      g_assert_cmpmem (events + 3, n, text->str + 2, n);
      g_assert_cmpmem (events + 6 + n, n, text->str + 2, n);
      g_assert_finalize_object (reader);
    }
  g_string_free (text, TRUE);
}

/* One that never ends is given up before it takes more than the limit allows. */
static void
test_string_too_long_for_the_window (void)
{
  const gsize length = 8 * 1024 * 1024;
  g_autofree char *text = g_strnfill (length, 'a');
  g_autoptr (GError) error = NULL;
  g_autofree char *events = NULL;
  CadreReader *reader = NULL;

  text[0] = '"';
  reader = reader_for_drip (text, length, 1 << 20, NULL);
  events = events_read (reader, &error);
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_STRING);
  g_assert_cmpstr (error->message, ==,
                   "Line 1, column 1, at the top level: " LONG " 1048576 bytes");
  g_assert_finalize_object (reader);
}

/* Memory that cannot be had is an error and not the end of the process. */
static void
test_no_memory (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("The sanitizer needs address space of its own");
#else
  if (g_test_subprocess ())
    {
      const struct rlimit limit = { 400 << 20, 400 << 20 };
      const gsize length = 150 << 20;
      g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
      g_autofree char *text = g_strnfill (length, 'a');
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreReader) reader = NULL;
      CadreToken token = CADRE_TOKEN_NULL;

      text[0] = '"';
      text[1] = '\\';
      text[2] = 'n';
      text[length - 1] = '"';
      reader = reader_for_drip (text, length, 1 << 20, limits);
      g_assert_cmpint (setrlimit (RLIMIT_AS, &limit), ==, 0);
      g_assert_false (cadre_reader_next (reader, &token, NULL, &error));
      g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_MEMORY);
      g_assert_cmpstr (error->message, ==, "There is not enough memory to read the document");
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
#endif
}

/* An object with many members, whose names g_str_hash() cannot tell apart. */
static char *
colliding_object (guint n_members, gboolean has_duplicate)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n_members; i++)
    {
      g_string_append (text, i == 0 ? "\"" : ",\"");
      for (guint bit = 0; bit < 17; bit++)
        g_string_append (text, i >> bit & 1 ? "Bb" : "CA");
      g_string_append (text, "\":0");
    }
  if (has_duplicate)
    g_string_append (text, ",\"CABbCACACACACACACACACACACACACACACA\":0");

  return g_string_free (g_string_append_c (text, '}'), FALSE);
}

static guint64
read_time (const char *text, GError **error)
{
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  CadreReader *reader = reader_for_text (text, strlen (text), limits);
  const gint64 before = g_get_monotonic_time ();
  CadreToken token = CADRE_TOKEN_NULL;

  while (token != CADRE_TOKEN_END && _cadre_reader_next (reader, &token, error))
    ;
  g_assert_finalize_object (reader);

  return (guint64) (g_get_monotonic_time () - before);
}

static void
test_colliding_members (void)
{
  g_autofree char *distinct = colliding_object (100000, FALSE);
  g_autofree char *duplicate = colliding_object (100000, TRUE);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (read_time (distinct, &error), <, 5000000);
  g_assert_no_error (error);
  g_assert_cmpuint (read_time (duplicate, &error), <, 5000000);
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_DUPLICATE);
  g_assert_nonnull (strstr (error->message, "stands at line 1, column 80 already"));
}

/* Objects of many members one after the other: the same, fewer, others. */
static void
test_many_members_again (void)
{
  g_autofree char *object = colliding_object (1000, FALSE);
  g_autofree char *fewer = colliding_object (990, FALSE);
  g_autofree char *other = g_strdup_printf ("{\"x\":0,%s", fewer + 1);
  g_autofree char *text = g_strdup_printf ("[%s,%s,%s,%s]", object, object, fewer, other);
  g_autofree char *bad =
    g_strdup_printf ("[%s,%s,{\"x\":0,%s", object, other, strrchr (fewer, '{') + 1);
  g_autoptr (GError) error = NULL;
  char *again = NULL;

  read_time (text, &error);
  g_assert_no_error (error);

  again = strrchr (bad, '"');
  memcpy (again - 34, strstr (bad, "CA"), 34);
  read_time (bad, &error);
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_DUPLICATE);
}

/* A duplicate is found wherever it stands, around the number of members from
 * which on there is a table. */
static void
test_duplicate_everywhere (void)
{
  for (guint n = 1; n < 60; n++)
    for (guint first = 0; first < n; first += 1 + n / 7)
      {
        GString *text = g_string_new ("{");
        g_autoptr (GError) error = NULL;
        g_autofree char *wanted = g_strdup_printf ("line %u, column 1 already", first + 2);

        for (guint i = 0; i < n; i++)
          g_string_append_printf (text, "\n\"n%u\":0,", i);
        read_time (text->str, &error);
        g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_SYNTAX);
        g_clear_error (&error);

        g_string_append_printf (text, "\n\"n%u\":0}", first);
        read_time (text->str, &error);
        g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_DUPLICATE);
        g_assert_true (g_str_has_suffix (error->message, wanted));
        g_string_free (text, TRUE);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (limit_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/document/reader-limits/", limit_cases[i].name, NULL);

      g_test_add_data_func (path, &limit_cases[i], test_limit);
    }

  g_test_add_func ("/document/reader-limits/default-depth", test_default_depth);
  g_test_add_func ("/document/reader-limits/million-arrays", test_million_arrays);
  g_test_add_func ("/document/reader-limits/full-depth-on-small-stack",
                   test_full_depth_on_small_stack);
  g_test_add_func ("/document/reader-limits/file", test_file);
  g_test_add_func ("/document/reader-limits/sparse-file", test_sparse_file);
  g_test_add_func ("/document/reader-limits/endless-file", test_endless_file);
  g_test_add_func ("/document/reader-limits/stream-fails", test_stream_fails);
  g_test_add_func ("/document/reader-limits/long-strings", test_long_strings);
  g_test_add_func ("/document/reader-limits/string-too-long-for-the-window",
                   test_string_too_long_for_the_window);
  g_test_add_func ("/document/reader-limits/no-memory", test_no_memory);
  g_test_add_func ("/document/reader-limits/colliding-members", test_colliding_members);
  g_test_add_func ("/document/reader-limits/many-members-again", test_many_members_again);
  g_test_add_func ("/document/reader-limits/duplicate-everywhere", test_duplicate_everywhere);

  return g_test_run ();
}
