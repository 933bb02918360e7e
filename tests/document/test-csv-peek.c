/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-csv-reader-private.h"

#include <string.h>

#define SIXTY_THREE "123456789012345678901234567890123456789012345678901234567890123"

/* What is seen of the next row from the first one, or NULL where nothing is. */
static const struct
{
  const char *name;
  const char *text;
  const char *seen;
} tables[] = {
  { "plain", "a,b\nc,d\n", "c" },
  { "one-cell", "a\nlong enough to be more than a block\nb\n",
    "long enough to be more than a block" },
  { "crlf", "a,b\r\nc,d\r\n", "c" },
  { "semicolon", "a;b\nc,d;e\n", "c,d" },
  { "empty", "a,b\n,d\n", "" },
  { "blank-line", "a,b\n\nc,d\n", "" },
  { "quoted", "a,b\n\"c\",d\n", NULL },
  { "not-whole", "a,b\nc", NULL },
  { "no-next-row", "a,b\n", NULL },
  { "longest", "a,b\n" SIXTY_THREE ",d\n", SIXTY_THREE },
  { "too-long", "a,b\n" SIXTY_THREE "4,d\n", NULL },
};

static char *
look (CadreCsvReader *reader)
{
  CadreCsvCell cell = { NULL };

  if (!_cadre_csv_reader_peek (reader, &cell))
    return NULL;
  return g_strndup (cell.text, cell.length);
}

static void
test_seen (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = g_bytes_new_static (tables[i].text, strlen (tables[i].text));
  g_autoptr (CadreCsvReader) reader = cadre_csv_reader_new_for_bytes (bytes, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *seen = NULL;
  guint n_cells = 0;

  g_assert_true (_cadre_csv_reader_next_row (reader, &n_cells, NULL, &error));
  g_assert_no_error (error);
  seen = look (reader);
  g_assert_cmpstr (seen, ==, tables[i].seen);

  /* Looking takes nothing away, neither from this row nor from the next. */
  g_assert_cmpstr (cadre_csv_reader_get_cell (reader, 0), ==, "a");
  g_assert_true (_cadre_csv_reader_next_row (reader, &n_cells, NULL, &error));
  g_assert_no_error (error);
  if (seen != NULL && *seen != '\0')
    g_assert_cmpstr (cadre_csv_reader_get_cell (reader, 0), ==, seen);
  g_assert_finalize_object (g_steal_pointer (&reader));
}

/* A row of plain cells: now and then a first cell that is quoted or long. */
static void
append_row (GString *text, GPtrArray *firsts)
{
  const int kind = g_test_rand_int_range (0, 8);
  g_autofree char *first =
    g_strdup_printf ("%s%d", kind == 0 ? SIXTY_THREE : "id-", g_test_rand_int_range (1, 1000000));

  g_string_append_printf (text, kind == 1 ? "\"%s\",x\n" : "%s,x\n", first);
  g_ptr_array_add (firsts, g_steal_pointer (&first));
}

/* What is seen is what comes, and most is seen. */
static void
test_random (void)
{
  const guint n_rows = 100000;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) firsts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CadreCsvReader) reader = NULL;
  guint n_cells = 0;
  guint n_seen = 0;

  for (guint i = 0; i < n_rows; i++)
    append_row (text, firsts);
  bytes = g_bytes_new_static (text->str, text->len);
  reader = cadre_csv_reader_new_for_bytes (bytes, NULL);

  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *seen = i > 0 ? look (reader) : NULL;

      g_assert_true (_cadre_csv_reader_next_row (reader, &n_cells, NULL, NULL));
      g_assert_cmpuint (n_cells, ==, 2);
      g_assert_cmpstr (cadre_csv_reader_get_cell (reader, 0), ==, g_ptr_array_index (firsts, i));
      if (seen != NULL)
        g_assert_cmpstr (seen, ==, g_ptr_array_index (firsts, i));
      n_seen += seen != NULL;
    }

  g_assert_cmpuint (n_seen, >, n_rows / 2);
  g_assert_cmpuint (n_seen, <, n_rows);
  g_assert_finalize_object (g_steal_pointer (&reader));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strconcat ("/document/csv-peek/", tables[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_seen);
    }
  g_test_add_func ("/document/csv-peek/random", test_random);

  return g_test_run ();
}
