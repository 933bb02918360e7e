/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "reader-oracle.h"

static const char *const some_texts[] = {
  "",
  "a",
  "Rheolwr Tîm",
  "\"quoted\" \\ and / slashed",
  "\b\f\n\r\t\x01\x1f\x7f",
  "é€\xf0\x9f\x98\x80\xe2\x80\xa8",
  "0123456789abcdef",
  "0123456789abcde\"",
  "a title that is longer than two registers of sixteen bytes, é too",
};

static const char *const some_numbers[] = {
  "0", "-1", "37.5", "9007199254740993", "-9223372036854775808", "0.1", "1e+22", "-0.00012",
};

/* Writes a random document; @budget bounds how many values it has. */
static void
write_random (CadreWriter *writer, guint depth, guint *budget)
{
  const int choice = g_test_rand_int_range (0, depth > 8 || *budget == 0 ? 5 : 9);
  const guint n = (guint) g_test_rand_int_range (0, g_test_rand_bit () ? 4 : 40);

  *budget -= *budget > 0;
  if (choice == 0)
    cadre_writer_unknown (writer);
  else if (choice == 1)
    cadre_writer_boolean (writer, g_test_rand_bit ());
  else if (choice == 2)
    cadre_writer_number (writer,
                         some_numbers[g_test_rand_int_range (0, G_N_ELEMENTS (some_numbers))]);
  else if (choice < 5)
    cadre_writer_string (writer, some_texts[g_test_rand_int_range (0, G_N_ELEMENTS (some_texts))]);
  else if (choice < 7)
    {
      cadre_writer_begin_array (writer);
      for (guint i = 0; i<n && * budget> 0; i++)
        write_random (writer, depth + 1, budget);
      cadre_writer_end_array (writer);
    }
  else
    {
      cadre_writer_begin_object (writer);
      for (guint i = 0; i<n && * budget> 0; i++)
        {
          const char *text = some_texts[g_test_rand_int_range (0, G_N_ELEMENTS (some_texts))];
          g_autofree char *name = g_strdup_printf ("%s%u", g_test_rand_bit () ? text : "n", i);

          cadre_writer_member (writer, name);
          write_random (writer, depth + 1, budget);
        }
      cadre_writer_end_object (writer);
    }
}

/* NULL where two members came to have one name. */
static char *
random_document (void)
{
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  guint budget = (guint) g_test_rand_int_range (1, 200);

  write_random (writer, 0, &budget);
  cadre_writer_finish (writer, NULL, NULL);

  return cadre_writer_dup_text (writer);
}

static void
test_random (void)
{
  guint n_checked = 0;

  g_test_summary ("Random documents come back from bytes, streams and nodes");

  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *text = random_document ();
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonNode) node = NULL;
      g_autofree char *back = NULL;

      if (text == NULL)
        continue;

      n_checked++;
      g_assert_true (oracle_check (text, strlen (text)));
      oracle_copy (reader_for_text (text, strlen (text), NULL), cadre_writer_new_for_node (), &node,
                   &error);
      g_assert_no_error (error);
      back = oracle_rewrite (cadre_reader_new_for_node (node, NULL), &error);
      g_assert_cmpstr (back, ==, text);
    }

  g_assert_cmpuint (n_checked, >, 100);
}

static void
mutate (GString *text)
{
  static const char bytes[] = "{}[],:\"\\ \n019-+.eEtfnu\0\x01\x80\xbf\xc3\xa9\xed\xa0\xf0\xff";
  const guint position = (guint) g_test_rand_int_range (0, (int) text->len);

  switch (g_test_rand_int_range (0, 4))
    {
    case 0:
      text->str[position] = bytes[g_test_rand_int_range (0, sizeof bytes - 1)];
      break;
    case 1:
      g_string_insert_c (text, position, bytes[g_test_rand_int_range (0, sizeof bytes - 1)]);
      break;
    case 2:
      g_string_erase (text, position, 1);
      break;
    default:
      text->str[position] ^= (char) (1 << g_test_rand_int_range (0, 8));
      break;
    }
}

static void
test_mutated (void)
{
  guint n_accepted = 0;
  guint n_refused = 0;

  g_test_summary ("Documents with a few wrong bytes never break anything");

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *document = random_document ();
      GString *text = g_string_new (document);
      const int n = g_test_rand_int_range (1, 4);

      for (int k = 0; k < n && text->len > 0; k++)
        mutate (text);

      if (oracle_check (text->str, text->len))
        n_accepted++;
      else
        n_refused++;
      g_string_free (text, TRUE);
    }

  g_assert_cmpuint (n_accepted, >, 15);
  g_assert_cmpuint (n_refused, >, 200);
}

static void
test_truncated (void)
{
  static const char text[] = "\xef\xbb\xbf{\"cadre\": \"structure\", \"é\\u00e9\\ud83d\\ude00\": "
                             "[1.5e+10, true, false, null,"
                             " {\"a\": \"\\\"€\xf0\x9f\x98\x80\"}, []], \"x\": -0}\n";

  g_test_summary ("A document cut at any byte is a clean error");

  for (gsize n = 0; n < sizeof text - 2; n++)
    g_assert_false (oracle_check (text, n));

  g_assert_true (oracle_check (text, sizeof text - 1));
}

/* What was a pretty document is one again, and after one time for good. */
static void
test_foreign_layout (void)
{
  static const char text[] = "{\"a\" :\t[ 1,\r\n2 ] ,\n\n\n  \"b\":{\"c\":[[{}]]}}";
  g_autofree char *canonical = oracle_rewrite (reader_for_text (text, strlen (text), NULL), NULL);

  g_assert_cmpstr (canonical, ==,
                   "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": {\n    \"c\": [[{}]]\n  }\n}\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/round-trip/random", test_random);
  g_test_add_func ("/document/round-trip/mutated", test_mutated);
  g_test_add_func ("/document/round-trip/truncated", test_truncated);
  g_test_add_func ("/document/round-trip/foreign-layout", test_foreign_layout);

  return g_test_run ();
}
