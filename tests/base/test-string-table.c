/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>

#include "base/cadre-string-table-private.h"

#include <string.h>
#include <sys/resource.h>

#ifdef __SANITIZE_ADDRESS__
#define BOUNDED_MEMORY 0 /* it needs all of the address space for itself */
#elif defined(__has_feature)
#define BOUNDED_MEMORY (!__has_feature (address_sanitizer))
#else
#define BOUNDED_MEMORY 1
#endif

static guint32
intern (CadreStringTable *table, const char *text)
{
  g_autoptr (GError) error = NULL;
  guint32 code = G_MAXUINT32;
  gboolean done = cadre_string_table_intern (table, text, strlen (text), &code, &error);

  g_assert_no_error (error);
  g_assert_true (done);

  return code;
}

static void
test_codes (void)
{
  g_autoptr (CadreStringTable) table = cadre_string_table_new ();

  g_assert_cmpuint (cadre_string_table_size (table), ==, CADRE_STRING_FIRST);
  g_assert_null (cadre_string_table_get (table, CADRE_STRING_UNKNOWN));
  g_assert_cmpstr (cadre_string_table_get (table, CADRE_STRING_NONE), ==, "");
  g_assert_cmpuint (cadre_string_table_length (table, CADRE_STRING_UNKNOWN), ==, 0);
  g_assert_cmpuint (cadre_string_table_length (table, CADRE_STRING_NONE), ==, 0);
  g_assert_cmpuint (cadre_string_table_lookup (table, "", 0), ==, CADRE_STRING_UNKNOWN);

  g_assert_cmpuint (intern (table, "Director"), ==, 2);
  g_assert_cmpuint (intern (table, ""), ==, 3);
  g_assert_cmpuint (intern (table, "Director"), ==, 2);
  g_assert_cmpuint (intern (table, "Directors"), ==, 4);
  g_assert_cmpuint (cadre_string_table_size (table), ==, 5);

  g_assert_cmpstr (cadre_string_table_get (table, 2), ==, "Director");
  g_assert_cmpstr (cadre_string_table_get (table, 3), ==, "");
  g_assert_cmpuint (cadre_string_table_length (table, 3), ==, 0);
  g_assert_cmpuint (cadre_string_table_length (table, 4), ==, 9);
  g_assert_cmpuint (cadre_string_table_lookup (table, "", 0), ==, 3);
  g_assert_cmpuint (cadre_string_table_lookup (table, "director", 8), ==, CADRE_STRING_UNKNOWN);
}

static void
test_part_of_text (void)
{
  const char *line = "post,grade,post";
  g_autoptr (CadreStringTable) table = cadre_string_table_new ();
  guint32 first = 0;
  guint32 grade = 0;
  guint32 last = 0;

  g_test_summary ("A text is given by its length, in the midst of others");

  g_assert_true (cadre_string_table_intern (table, line, 4, &first, NULL));
  g_assert_true (cadre_string_table_intern (table, line + 5, 5, &grade, NULL));
  g_assert_true (cadre_string_table_intern (table, line + 11, 4, &last, NULL));
  g_assert_cmpuint (first, ==, last);
  g_assert_cmpstr (cadre_string_table_get (table, first), ==, "post");
  g_assert_cmpstr (cadre_string_table_get (table, grade), ==, "grade");
  g_assert_cmpuint (cadre_string_table_lookup (table, line, 3), ==, CADRE_STRING_UNKNOWN);
}

static void
test_references (void)
{
  CadreStringTable *table = cadre_string_table_new ();
  g_autoptr (CadreStringTable) second = cadre_string_table_ref (table);
  const guint32 code = intern (table, "Stockton");

  g_assert_true (second == table);
  cadre_string_table_unref (table);
  g_assert_cmpstr (cadre_string_table_get (second, code), ==, "Stockton");
}

/* A text of up to 24 letters of a small alphabet, so that some come again. */
static void
random_text (char text[32])
{
  const guint length = g_test_rand_int_range (0, 24);

  memset (text, 0, 32);
  for (guint i = 0; i < length; i++)
    text[i] = "ab\xc3\xa9 /_\xff"[g_test_rand_int_range (0, 8)];
}

static void
check_against (const CadreStringTable *table, GHashTable *oracle, GPtrArray *texts)
{
  g_assert_cmpuint (cadre_string_table_size (table), ==, texts->len + CADRE_STRING_FIRST);
  g_assert_cmpuint (g_hash_table_size (oracle), ==, texts->len);

  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = texts->pdata[i];
      const guint32 code = GPOINTER_TO_UINT (g_hash_table_lookup (oracle, text));

      g_assert_cmpuint (code, ==, i + CADRE_STRING_FIRST);
      g_assert_cmpstr (cadre_string_table_get (table, code), ==, text);
      g_assert_cmpuint (cadre_string_table_length (table, code), ==, strlen (text));
      g_assert_cmpuint (cadre_string_table_lookup (table, text, strlen (text)), ==, code);
    }
}

static void
run_against_oracle (CadreStringTable *table, guint n)
{
  g_autoptr (GHashTable) oracle = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    {
      char text[32];
      guint32 expected;

      random_text (text);
      expected = GPOINTER_TO_UINT (g_hash_table_lookup (oracle, text));
      g_assert_cmpuint (cadre_string_table_lookup (table, text, strlen (text)), ==, expected);
      if (expected == 0)
        {
          expected = texts->len + CADRE_STRING_FIRST;
          g_ptr_array_add (texts, g_strdup (text));
          g_hash_table_insert (oracle, g_ptr_array_index (texts, texts->len - 1),
                               GUINT_TO_POINTER (expected));
        }
      g_assert_cmpuint (intern (table, text), ==, expected);
    }

  check_against (table, oracle, texts);
  cadre_string_table_seal (table);
  check_against (table, oracle, texts);
}

static void
test_oracle (void)
{
  g_autoptr (CadreStringTable) table = cadre_string_table_new ();

  run_against_oracle (table, 200000);
  g_assert_false (table->wide);
}

static void
test_oracle_wide (void)
{
  g_test_summary ("Offsets become wide at any number of bytes without losing a text");

  for (guint i = 0; i < 50; i++)
    {
      g_autoptr (CadreStringTable) table = cadre_string_table_new ();

      table->wide_above = i * 37;
      run_against_oracle (table, 500);
      g_assert_true (table->wide);
    }
}

static void
test_many (void)
{
  g_autoptr (CadreStringTable) one = cadre_string_table_new ();
  g_autoptr (CadreStringTable) many = cadre_string_table_new ();

  g_test_summary ("Texts looked up and put in together get the codes that they get one by one");

  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GError) error = NULL;
      const guint n = g_test_rand_int_range (0, 40);
      char texts[40][32];
      CadreStringView views[40];
      guint32 codes[40];

      for (guint i = 0; i < n; i++)
        {
          random_text (texts[i]);
          views[i] = (CadreStringView){ texts[i], strlen (texts[i]) };
        }
      cadre_string_table_lookup_many (many, views, n, codes);
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (codes[i], ==,
                          cadre_string_table_lookup (one, texts[i], strlen (texts[i])));
      g_assert_true (cadre_string_table_intern_many (many, views, n, codes, &error));
      g_assert_no_error (error);
      for (guint i = 0; i < n; i++)
        g_assert_cmpuint (codes[i], ==, intern (one, texts[i]));
    }
  g_assert_cmpuint (cadre_string_table_size (one), ==, cadre_string_table_size (many));
}

static CadreStringTable *
make_random_table (guint n)
{
  CadreStringTable *table = cadre_string_table_new ();
  char text[32];

  for (guint i = 0; i < n; i++)
    {
      random_text (text);
      intern (table, text);
    }
  return table;
}

/* Puts all texts of another table in, and has them again one by one. */
static void
assert_interns_all (CadreStringTable *table, const CadreStringTable *other)
{
  const guint32 n_other = cadre_string_table_size (other);
  const guint32 n = cadre_string_table_size (table);
  g_autofree guint32 *codes = g_new (guint32, n_other);
  g_autoptr (GError) error = NULL;
  guint32 next = n;

  g_assert_true (cadre_string_table_intern_all (table, other, codes, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (codes[CADRE_STRING_UNKNOWN], ==, CADRE_STRING_UNKNOWN);
  g_assert_cmpuint (codes[CADRE_STRING_NONE], ==, CADRE_STRING_NONE);
  for (guint32 i = CADRE_STRING_FIRST; i < n_other; i++)
    {
      g_assert_cmpstr (cadre_string_table_get (table, codes[i]), ==,
                       cadre_string_table_get (other, i));
      g_assert_cmpuint (codes[i], <=, next);
      next += codes[i] == next;
    }
  g_assert_cmpuint (cadre_string_table_size (table), ==, next);
}

static void
test_all (void)
{
  g_test_summary ("New texts of another table get codes in the order that they have there");

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (CadreStringTable) base = make_random_table (g_test_rand_int_range (0, 300));
      g_autoptr (CadreStringTable) other = make_random_table (g_test_rand_int_range (0, 300));
      g_autoptr (CadreStringTable) copy = NULL;
      g_autoptr (GError) error = NULL;

      if (round % 4 == 0)
        other->key[0]++; /* the tags are others */
      if (round % 2 == 0)
        cadre_string_table_seal (base);
      copy = cadre_string_table_copy (base, &error);
      g_assert_no_error (error);
      cadre_string_table_seal (other);
      assert_interns_all (copy, other);
    }
}

static void
test_many_no_codes (void)
{
  static const CadreStringView views[] = { { "a", 1 }, { "b", 1 }, { "a", 1 }, { "c", 1 } };
  g_autoptr (CadreStringTable) table = cadre_string_table_new ();
  g_autoptr (GError) error = NULL;
  guint32 codes[4] = { 0 };

  table->max_codes = 4;
  g_assert_false (cadre_string_table_intern_many (table, views, 4, codes, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (codes[2], ==, 2);
  g_assert_cmpuint (cadre_string_table_size (table), ==, 4);
}

/* How many slots are passed over to find each text once. */
static gsize
count_steps (const CadreStringTable *table)
{
  const gboolean is_shared = table->shared != NULL;
  const CadreStringSlot *slots = is_shared ? table->shared->slots : table->slots;
  const gsize n_slots = is_shared ? table->shared->n_slots : table->n_slots;
  gsize n_steps = 0;
  gsize n = 0;

  for (gsize i = 0; i < n_slots; i++)
    {
      const gsize home = cadre_string_slots_home (slots[i].tag, n_slots);

      if (slots[i].code == CADRE_STRING_UNKNOWN)
        continue;
      n++;
      n_steps += i >= home ? i - home : i + n_slots - home;
    }

  g_assert_cmpuint (n, ==, cadre_string_table_size (table) - CADRE_STRING_FIRST);
  return n_steps;
}

static void
test_colliding (void)
{
  const guint n = 10000;
  g_autoptr (CadreStringTable) table = cadre_string_table_new ();
  guint common = 0;

  g_test_summary ("Ids that are all one to the hash of GLib are spread out");

  for (guint i = 0; i < n; i++)
    {
      char text[29] = { 0 };

      for (guint bit = 0; bit < 14; bit++)
        memcpy (text + 2 * bit, i >> bit & 1 ? "Bb" : "CA", 2);
      if (i == 0)
        common = g_str_hash (text);
      g_assert_cmpuint (g_str_hash (text), ==, common);
      g_assert_cmpuint (intern (table, text), ==, i + CADRE_STRING_FIRST);
    }

  /* 1.5 are expected where three slots of four are taken; one chain would need 5,000. */
  g_assert_cmpuint (count_steps (table), <, 4 * n);
  cadre_string_table_seal (table);
  g_assert_cmpuint (count_steps (table), <, 4 * n);
}

static void
test_compare (void)
{
  /* In the order of bytes: what is unknown, what is none, then the texts. */
  static const char *const sorted[] = { "",          "A",         "AB",       "Abcdefgh",
                                        "Abcdefgh1", "Abcdefgh2", "Abcdefgi", "Abcdefgi\xc3\xa9",
                                        "B",         "aB",        "\xc3\xa9", "\xc3\xa9 abcdefg",
                                        "\xc3\xaa",  "\xff" };
  g_autoptr (CadreStringTable) table = cadre_string_table_new ();
  guint32 codes[G_N_ELEMENTS (sorted) + 2] = { CADRE_STRING_UNKNOWN, CADRE_STRING_NONE };

  for (guint i = G_N_ELEMENTS (sorted); i-- > 0;)
    codes[i + 2] = intern (table, sorted[i]);

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    for (guint j = 0; j < G_N_ELEMENTS (codes); j++)
      {
        const int order = cadre_string_table_compare (table, codes[i], codes[j]);

        g_assert_cmpint ((order > 0) - (order < 0), ==, (i > j) - (i < j));
      }
}

static void
test_columns (void)
{
  g_autoptr (CadreStringTable) table = cadre_string_table_new ();
  const guint32 *offsets;
  const char *bytes;
  gsize n_offsets = 0;
  gsize n_bytes = 0;
  guint width = 0;

  intern (table, "unit");
  intern (table, "post");
  cadre_string_table_seal (table);
  cadre_string_table_seal (table);

  offsets = cadre_string_table_offsets (table, &n_offsets, &width);
  bytes = cadre_string_table_bytes (table, &n_bytes);
  g_assert_cmpuint (width, ==, 4);
  g_assert_cmpuint (n_offsets, ==, 5);
  g_assert_cmpmem (bytes, n_bytes, "\0\0unit\0post\0", 12);
  g_assert_cmpuint (offsets[0], ==, 0);
  g_assert_cmpuint (offsets[1], ==, 1);
  g_assert_cmpuint (offsets[2], ==, 2);
  g_assert_cmpuint (offsets[3], ==, 7);
  g_assert_cmpuint (offsets[4], ==, 12);
}

static void
test_columns_wide (void)
{
  g_autoptr (CadreStringTable) table = cadre_string_table_new ();
  const guint64 *offsets;
  gsize n_offsets = 0;
  guint width = 0;

  table->wide_above = 8;
  intern (table, "unit");
  intern (table, "post");
  cadre_string_table_seal (table);

  offsets = cadre_string_table_offsets (table, &n_offsets, &width);
  g_assert_cmpuint (width, ==, 8);
  g_assert_cmpuint (n_offsets, ==, 5);
  g_assert_cmpuint (offsets[3], ==, 7);
  g_assert_cmpuint (offsets[4], ==, 12);
}

static void
test_memory (void)
{
  const guint n = 100000;
  g_autoptr (CadreStringTable) table = cadre_string_table_new ();
  gsize n_bytes = 0;
  gsize before;

  g_test_summary ("A sealed table needs at most 16 bytes a text beside the text");

  for (guint i = 0; i < n; i++)
    {
      char text[16];

      g_snprintf (text, sizeof text, "P%09u", i);
      intern (table, text);
    }

  before = cadre_string_table_memory (table);
  cadre_string_table_seal (table);
  cadre_string_table_bytes (table, &n_bytes);
  g_assert_cmpuint (cadre_string_table_memory (table), <=, before);
  g_assert_cmpuint (cadre_string_table_memory (table), <=, n_bytes + 16 * n);
}

static guint32
intern_number (CadreStringTable *table, guint number)
{
  char text[16];

  g_snprintf (text, sizeof text, "P%09u", number);
  return intern (table, text);
}

/* A copy of a table of @n_first texts, into which those and some more are put. */
static CadreStringTable *
copy_and_fill (const CadreStringTable *table, guint n_first, guint n)
{
  g_autoptr (GError) error = NULL;
  CadreStringTable *copy = cadre_string_table_copy (table, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (intern_number (copy, i), ==, i + CADRE_STRING_FIRST);
  g_assert_cmpuint (cadre_string_table_size (table), ==, n_first + CADRE_STRING_FIRST);
  g_assert_cmpuint (cadre_string_table_size (copy), ==, n + CADRE_STRING_FIRST);
  cadre_string_table_seal (copy);
  return copy;
}

static void
assert_has_all (const CadreStringTable *table, guint n)
{
  for (guint i = 0; i < n + 2; i++)
    {
      char text[16];

      g_snprintf (text, sizeof text, "P%09u", i);
      g_assert_cmpuint (cadre_string_table_lookup (table, text, strlen (text)), ==,
                        i < n ? i + CADRE_STRING_FIRST : CADRE_STRING_UNKNOWN);
    }
}

static void
test_copies (void)
{
  const guint n = 4000;
  CadreStringTable *table = cadre_string_table_new ();
  g_autoptr (CadreStringTable) few = NULL;
  g_autoptr (CadreStringTable) more = NULL;
  g_autoptr (CadreStringTable) many = NULL;

  g_test_summary ("Copies share where texts are found, until they have many of their own");

  for (guint i = 0; i < n; i++)
    intern_number (table, i);
  cadre_string_table_seal (table);
  few = copy_and_fill (table, n, n + n / 16);
  more = copy_and_fill (few, n + n / 16, n + n / 10);
  many = copy_and_fill (few, n + n / 16, 2 * n);
  g_assert_true (few->shared == table->shared);
  g_assert_true (more->shared == table->shared);
  g_assert_true (many->shared != table->shared);
  assert_has_all (table, n);

  cadre_string_table_unref (table);
  assert_has_all (few, n + n / 16);
  assert_has_all (more, n + n / 10);
  assert_has_all (many, 2 * n);
}

static void
test_copies_share_texts (void)
{
  const guint n = 4000;
  CadreStringTable *table = cadre_string_table_new ();
  CadreStringTable *first = NULL;
  g_autoptr (CadreStringTable) second = NULL;
  g_autoptr (CadreStringTable) third = NULL;
  g_autoptr (CadreStringTable) of_third = NULL;
  g_autoptr (CadreStringTable) many = NULL;

  g_test_summary ("One copy at a time puts a few texts behind those of a sealed table");

  for (guint i = 0; i < n; i++)
    intern_number (table, i);
  cadre_string_table_seal (table);

  first = copy_and_fill (table, n, n + 20);
  second = copy_and_fill (table, n, n + 30);
  g_assert_true (first->bytes == table->bytes && first->offsets == table->offsets);
  g_assert_true (second->bytes != table->bytes && second->offsets != table->offsets);
  assert_has_all (first, n + 20);
  assert_has_all (second, n + 30);

  cadre_string_table_unref (first);
  third = copy_and_fill (table, n, n + 40);
  of_third = copy_and_fill (third, n + 40, n + 50);
  many = copy_and_fill (second, n + 30, 2 * n);
  g_assert_true (third->bytes == table->bytes);
  g_assert_true (of_third->bytes != table->bytes);
  g_assert_true (many->bytes != second->bytes);

  assert_has_all (table, n);
  cadre_string_table_unref (table);
  assert_has_all (second, n + 30);
  assert_has_all (third, n + 40);
  assert_has_all (of_third, n + 50);
  assert_has_all (many, 2 * n);
}

/* What is not sealed shares nothing that it goes on to change. */
static void
test_copy_open (void)
{
  g_autoptr (CadreStringTable) table = cadre_string_table_new ();
  g_autoptr (CadreStringTable) copy = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 200; i++)
    intern_number (table, i);
  copy = cadre_string_table_copy (table, &error);
  g_assert_no_error (error);
  for (guint i = 200; i < 400; i++)
    intern_number (table, i);
  assert_has_all (copy, 200);
  assert_has_all (table, 400);
}

static void
test_no_codes (void)
{
  g_autoptr (CadreStringTable) table = cadre_string_table_new ();
  g_autoptr (GError) error = NULL;
  guint32 code = 0;

  g_assert_cmpuint (table->max_codes, ==, G_MAXINT32);
  table->max_codes = 4;
  intern (table, "a");
  intern (table, "b");
  g_assert_false (cadre_string_table_intern (table, "c", 1, &code, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpstr (error->message, ==, "There are more than 2 different texts");
  g_assert_cmpuint (cadre_string_table_size (table), ==, 4);
  g_assert_cmpuint (intern (table, "b"), ==, 3);
}

static void
fill_memory (void)
{
  g_autoptr (CadreStringTable) table = cadre_string_table_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = g_malloc0 (1 << 20);
  struct rlimit limit = { 256 << 20, 256 << 20 };
  guint32 n = 0;
  guint32 code = 0;

  memset (text, 'x', (1 << 20) - 1);
  g_assert_cmpint (setrlimit (RLIMIT_AS, &limit), ==, 0);
  do
    memcpy (text, &n, sizeof n);
  while (n++ < 1024 && cadre_string_table_intern (table, text, 1 << 20, &code, &error));

  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpstr (error->message, ==, "There is not enough memory for the texts");
  g_assert_cmpuint (cadre_string_table_size (table), ==, n - 1 + CADRE_STRING_FIRST);
  n = 0;
  memcpy (text, &n, sizeof n);
  g_assert_cmpuint (cadre_string_table_lookup (table, text, 1 << 20), ==, CADRE_STRING_FIRST);
}

static void
test_no_memory (void)
{
  if (!BOUNDED_MEMORY)
    {
      g_test_skip ("The address space cannot be bounded under AddressSanitizer");
      return;
    }

  if (g_test_subprocess ())
    {
      fill_memory ();
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_passed ();
}

static void
test_sealed (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (CadreStringTable) table = cadre_string_table_new ();
      const guint32 code = intern (table, "there");

      cadre_string_table_seal (table);
      g_assert_cmpuint (intern (table, "there"), ==, code);
      intern (table, "new");
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*'!self->sealed' failed*");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/string-table/codes", test_codes);
  g_test_add_func ("/base/string-table/part-of-text", test_part_of_text);
  g_test_add_func ("/base/string-table/references", test_references);
  g_test_add_func ("/base/string-table/oracle", test_oracle);
  g_test_add_func ("/base/string-table/oracle-wide", test_oracle_wide);
  g_test_add_func ("/base/string-table/many", test_many);
  g_test_add_func ("/base/string-table/many-no-codes", test_many_no_codes);
  g_test_add_func ("/base/string-table/all", test_all);
  g_test_add_func ("/base/string-table/colliding", test_colliding);
  g_test_add_func ("/base/string-table/compare", test_compare);
  g_test_add_func ("/base/string-table/columns", test_columns);
  g_test_add_func ("/base/string-table/columns-wide", test_columns_wide);
  g_test_add_func ("/base/string-table/memory", test_memory);
  g_test_add_func ("/base/string-table/copies", test_copies);
  g_test_add_func ("/base/string-table/copies-share-texts", test_copies_share_texts);
  g_test_add_func ("/base/string-table/copy-open", test_copy_open);
  g_test_add_func ("/base/string-table/no-codes", test_no_codes);
  g_test_add_func ("/base/string-table/no-memory", test_no_memory);
  g_test_add_func ("/base/string-table/sealed", test_sealed);

  return g_test_run ();
}
