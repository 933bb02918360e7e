/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-names-private.h"
#include "document/cadre-text-private.h"

/* The quick ways against slow ones that are plainly right. */

static gsize
slow_plain_length (const guint8 *bytes, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (bytes[i] < 0x20 || bytes[i] >= 0x80 || bytes[i] == '"' || bytes[i] == '\\')
      return i;

  return length;
}

static void
test_plain_end (void)
{
  guint8 bytes[96];
  char copy[128];

  for (guint special = 0; special < 256; special++)
    for (gsize length = 0; length < 80; length++)
      {
        const gsize start = (gsize) g_test_rand_int_range (0, 16);
        const gsize place = (gsize) g_test_rand_int_range (0, 80);
        guint8 *begin = bytes + start;
        gsize wanted = 0;

        memset (bytes, 'x', sizeof bytes);
        begin[place] = (guint8) special;
        wanted = slow_plain_length (begin, length);

        g_assert_cmpuint (_cadre_text_plain_end (begin, begin + length) - begin, ==, wanted);
        g_assert_cmpuint (_cadre_text_plain_end_by_words (begin, begin + length) - begin, ==,
                          wanted);
        g_assert_true (_cadre_text_copy_plain (copy, (const char *) begin, length) ==
                       (wanted == length));
        if (wanted == length)
          g_assert_cmpmem (copy, length, begin, length);
      }
}

/* Every sequence of up to four bytes that begins a character or seems to. */
static void
test_sequence (void)
{
  static const guint8 some[] = { 0x00, 0x7f, 0x80, 0x8f, 0x90, 0x9f, 0xa0, 0xbf, 0xc0, 0xff };
  const guint n = G_N_ELEMENTS (some);

  for (guint lead = 0x80; lead < 256; lead++)
    for (guint i = 0; i < n * n * n; i++)
      {
        const guint8 bytes[] = { (guint8) lead, some[i % n], some[i / n % n], some[i / n / n] };
        const char *text = (const char *) bytes;
        int wanted = 0;

        for (int length = 2; length <= 4 && wanted == 0; length++)
          if (memchr (bytes, 0, (gsize) length) == NULL && g_utf8_validate (text, length, NULL) &&
              g_utf8_strlen (text, length) == 1)
            wanted = length;

        g_assert_cmpint (_cadre_text_sequence (bytes, 4), ==, wanted);
        for (int cut = 1; cut < wanted; cut++)
          g_assert_cmpint (_cadre_text_sequence (bytes, (gsize) cut), ==, -1);
      }
}

static void
test_is_valid (void)
{
  static const struct
  {
    const char *text;
    gsize length;
    gboolean is_valid;
  } cases[] = {
    { "", 0, TRUE },           { "a\"\\\n\x01", 5, TRUE },
    { "a\0b", 3, FALSE },      { "é€\xf0\x9f\x98\x80", 9, TRUE },
    { "é\xe2\x82", 4, FALSE }, { "\xed\xa0\x80", 3, FALSE },
    { "abc\xff", 4, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_true (_cadre_text_is_valid (cases[i].text, cases[i].length) == cases[i].is_valid);
}

static void
test_same_padded (void)
{
  char left[64];
  char right[64];

  for (gsize length = 0; length < 40; length++)
    {
      memset (left, 'a', sizeof left);
      memset (right, 'a', sizeof right);
      right[length] = 'b';
      g_assert_true (_cadre_text_same_padded (left, right, length));

      for (gsize i = 0; i < length; i++)
        {
          right[i] = 'c';
          g_assert_false (_cadre_text_same_padded (left, right, length));
          right[i] = 'a';
        }
    }
}

/* Objects of random names, many of them alike, against a comparison of all. */
static void
test_names (void)
{
  CadreNames names = { 0 };

  for (guint round = 0; round < 3000; round++)
    {
      const guint n = (guint) g_test_rand_int_range (0, round % 10 == 0 ? 200 : 12);
      const int n_different = g_test_rand_bit () ? 20 : 100000;
      g_autoptr (GPtrArray) seen = g_ptr_array_new_with_free_func (g_free);
      gboolean is_over = FALSE;

      _cadre_names_begin (&names);
      for (guint i = 0; i < n && !is_over; i++)
        {
          const int choice =
            g_test_rand_int_range (0, 10) > 0 ? (int) i : g_test_rand_int_range (0, n_different);
          char *name = g_strdup_printf ("%s%d", choice % 3 == 0 ? "longer-name-" : "", choice);
          guint first = 0;
          guint wanted = 0;

          is_over = g_ptr_array_find_with_equal_func (seen, name, g_str_equal, &wanted);
          g_assert_cmpint (_cadre_names_add (&names, name, strlen (name), &first), ==,
                           is_over ? CADRE_NAMES_DUPLICATE : CADRE_NAMES_NEW);
          if (is_over)
            g_assert_cmpuint (first, ==, wanted);
          g_assert_cmpmem (_cadre_names_text (&names, _cadre_names_last (&names)),
                           _cadre_names_last (&names)->length, name, strlen (name));
          g_ptr_array_add (seen, name);
        }

      /* What failed is not a guess for the next. */
      if (is_over)
        _cadre_names_clear (&names);
      if (is_over)
        names = (CadreNames){ 0 };
    }

  _cadre_names_clear (&names);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/document/text/plain-end", test_plain_end);
  g_test_add_func ("/document/text/sequence", test_sequence);
  g_test_add_func ("/document/text/is-valid", test_is_valid);
  g_test_add_func ("/document/text/same-padded", test_same_padded);
  g_test_add_func ("/document/text/names", test_names);

  return g_test_run ();
}
