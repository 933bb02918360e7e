// SPDX-License-Identifier: LGPL-2.1-or-later

// The umbrella header compiles as C++, and what it declares has C linkage.

#include <cadre/cadre.h>

#include <cstdio>

int
main ()
{
  CadreLimits *limits = cadre_limits_new_bounded ();
  const bool bounded = cadre_limits_get_max_depth (limits) == 128;

  g_object_unref (limits);
  std::printf ("%s 1 - the library is called from C++\n1..1\n", bounded ? "ok" : "not ok");

  return bounded ? 0 : 1;
}
