/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "kernel/cadre-pages-private.h"

#include <string.h>

#define MB ((gsize) 1024 * 1024)

typedef struct
{
  const char *name;
  gsize from;
  gsize to;
} Renewal;

/* From and to what malloc() gives, and large pages; by little and by much. */
static const Renewal renewals[] = {
  { "nothing-to-little", 0, 100 },    { "nothing-to-much", 0, 5 * MB },
  { "little-to-more", 100, 1000 },    { "little-to-much", 1000, 3 * MB + 5 },
  { "much-to-more", 3 * MB, 4 * MB }, { "much-to-much-more", 2 * MB, 20 * MB },
  { "much-to-little", 5 * MB, 1000 }, { "just-large", 100, 2 * MB - MB / 4 },
  { "a-quarter", 1 * MB, 4 * MB },    { "over-a-quarter", 1 * MB + 1, 4 * MB },
};

static guint8
get_byte (gsize i)
{
  return (guint8) (i * 31 + i / 251);
}

/* What was there stays, and all that is new can be written to. */
static void
test_renew (gconstpointer data)
{
  const Renewal *renewal = data;
  g_autofree guint8 *bytes = renewal->from > 0 ? cadre_pages_try_malloc (renewal->from) : NULL;

  for (gsize i = 0; i < renewal->from; i++)
    bytes[i] = get_byte (i);

  bytes = cadre_pages_try_renew (bytes, renewal->from, renewal->to);
  g_assert_nonnull (bytes);
  for (gsize i = 0; i < MIN (renewal->from, renewal->to); i++)
    g_assert_cmpuint (bytes[i], ==, get_byte (i));
  memset (bytes, 1, renewal->to);
}

static void
test_touch (void)
{
  static const gsize sizes[] = { 0, 1, 4096, 4097, 5 * MB + 3 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      guint8 *zeros = sizes[i] > 0 ? cadre_pages_try_new (sizes[i]) : NULL;

      cadre_pages_touch (zeros, sizes[i]);
      for (gsize k = 0; k < sizes[i]; k++)
        g_assert_cmpuint (zeros[k], ==, 0);
      if (zeros != NULL)
        cadre_pages_free (zeros, sizes[i]);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (renewals); i++)
    {
      g_autofree char *path = g_strconcat ("/kernel/pages/renew/", renewals[i].name, NULL);

      g_test_add_data_func (path, &renewals[i], test_renew);
    }
  g_test_add_func ("/kernel/pages/touch", test_touch);

  return g_test_run ();
}
