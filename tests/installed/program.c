/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A program of somebody else: it knows the installed library only. */

#include <cadre/cadre.h>

int
main (void)
{
  g_autoptr (CadreLimits) limits = cadre_limits_new_bounded ();

#if !CADRE_CHECK_VERSION(0, 9, 0)
#error "The headers are not of the release that was installed."
#endif
  g_print ("C: %u\n", cadre_limits_get_max_depth (limits));

  return 0;
}
