/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Under valgrind everything takes fifty times as long: what is done many times
 * is done less often there. */

#pragma once

#include <glib.h>

static inline guint
often (guint n, guint under_valgrind)
{
  return g_getenv ("CADRE_TEST_SHORT") != NULL ? under_valgrind : n;
}
