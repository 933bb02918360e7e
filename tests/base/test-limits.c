/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre.h>

static void
test_presets (void)
{
  g_autoptr (CadreLimits) bounded = cadre_limits_new_bounded ();
  g_autoptr (CadreLimits) large = cadre_limits_new_trusted_large ();

  g_assert_cmpuint (cadre_limits_get_max_bytes (bounded), ==, 64 * 1024 * 1024);
  g_assert_cmpuint (cadre_limits_get_max_items (bounded), ==, 2000000);
  g_assert_cmpuint (cadre_limits_get_max_rows (bounded), ==, 1000000);
  g_assert_cmpuint (cadre_limits_get_max_depth (bounded), ==, 128);
  g_assert_cmpuint (cadre_limits_get_max_depth (large), ==, 128);
  g_assert_cmpuint (cadre_limits_get_max_issues (large), ==, 1000);
  g_assert_cmpuint (cadre_limits_get_max_bytes (large), ==, G_MAXINT64);
}

static void
count_notify (GObject *object, GParamSpec *pspec, gpointer user_data)
{
  guint *count = user_data;

  *count += 1;
}

static void
test_properties (void)
{
  CadreLimits *limits = cadre_limits_new_bounded ();
  guint64 bytes = 0;
  guint rows = 0;
  guint notified = 0;

  g_signal_connect (limits, "notify", G_CALLBACK (count_notify), &notified);
  g_object_set (limits, "max-bytes", G_GUINT64_CONSTANT (10), "max-items", G_GUINT64_CONSTANT (11),
                "max-depth", 3, "max-members", 4, "max-string", 5, "max-rows", 6, "max-issues", 7,
                NULL);
  g_assert_cmpuint (notified, ==, 7);
  cadre_limits_set_max_rows (limits, 6);
  g_assert_cmpuint (notified, ==, 7);

  g_object_get (limits, "max-bytes", &bytes, "max-rows", &rows, NULL);
  g_assert_cmpuint (bytes, ==, 10);
  g_assert_cmpuint (rows, ==, 6);
  g_assert_cmpuint (cadre_limits_get_max_items (limits), ==, 11);
  g_assert_cmpuint (cadre_limits_get_max_depth (limits), ==, 3);
  g_assert_cmpuint (cadre_limits_get_max_members (limits), ==, 4);
  g_assert_cmpuint (cadre_limits_get_max_string (limits), ==, 5);
  g_assert_cmpuint (cadre_limits_get_max_issues (limits), ==, 7);

  g_assert_finalize_object (limits);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/base/limits/presets", test_presets);
  g_test_add_func ("/base/limits/properties", test_properties);

  return g_test_run ();
}
