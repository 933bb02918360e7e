/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "reader-events.h"

/* JSONTestSuite, with the verdicts of its authors. Four of its good documents
 * are refused on purpose: a member that stands twice hides something, and a NUL
 * cuts text short in C. */
static const char *const refused_on_purpose[] = {
  "y_object_duplicated_key",
  "y_object_duplicated_key_and_value",
  "y_object_escaped_null_in_key",
  "y_string_null_escape",
  NULL,
};

/* Of those that may be either, these are taken: numbers are handed on as text,
 * so that large ones lose nothing, and one byte order mark is allowed. Text that
 * is not UTF-8, surrogates that stand alone and 500 nested arrays are refused. */
static const char *const taken_on_purpose[] = {
  "i_number_double_huge_neg_exp",
  "i_number_huge_exp",
  "i_number_neg_int_huge_exp",
  "i_number_pos_double_huge_exp",
  "i_number_real_neg_overflow",
  "i_number_real_pos_overflow",
  "i_number_real_underflow",
  "i_number_too_big_neg_int",
  "i_number_too_big_pos_int",
  "i_number_very_big_negative_int",
  "i_structure_UTF-8_BOM_empty_object",
  NULL,
};

static gboolean
is_wanted (const char *name)
{
  if (name[0] == 'y')
    return !g_strv_contains (refused_on_purpose, name);

  return name[0] == 'i' && g_strv_contains (taken_on_purpose, name);
}

/* The bytes that the octal escapes of @text stand for. */
static GBytes *
unescape (const char *text)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();

  while (*text != '\0')
    {
      guint8 byte = (guint8) *text;

      if (byte == '\\')
        {
          byte = (guint8) ((text[1] - '0') << 6 | (text[2] - '0') << 3 | (text[3] - '0'));
          text += 3;
        }
      g_byte_array_append (bytes, &byte, 1);
      text++;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static void
test_line (gconstpointer data)
{
  g_auto (GStrv) fields = g_strsplit (data, "\t", 2);
  g_autoptr (GBytes) bytes = unescape (fields[1]);

  for (guint most = 0; most < 8; most++)
    {
      g_autoptr (GError) error = NULL;
      CadreReader *reader = most == 0 ? cadre_reader_new_for_bytes (bytes, NULL)
                                      : reader_for_drip (g_bytes_get_data (bytes, NULL),
                                                         g_bytes_get_size (bytes), most, NULL);
      g_autofree char *events = events_read (reader, &error);

      g_assert_nonnull (events);
      if (is_wanted (fields[0]))
        g_assert_no_error (error);
      else
        g_assert_true (error != NULL && error->domain == CADRE_DOCUMENT_ERROR);
      g_assert_finalize_object (reader);
    }
}

int
main (int argc, char *argv[])
{
  g_autofree char *filename = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;

  g_test_init (&argc, &argv, NULL);

  filename = g_test_build_filename (G_TEST_DIST, "document", "json-test-suite.txt", NULL);
  g_file_get_contents (filename, &text, NULL, &error);
  g_assert_no_error (error);

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_autofree char *path = NULL;
      char *name_end = strchr (lines[i], '\t');

      if (lines[i][0] == '#' || name_end == NULL)
        continue;

      path = g_strdup_printf ("/document/json-suite/%.*s", (int) (name_end - lines[i]), lines[i]);
      g_test_add_data_func (path, lines[i], test_line);
    }

  return g_test_run ();
}
