/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* As cadre-scan-body-private.h, once for each kind of processor. */

TARGET static guint32
FIND (const double *distance, double most, guint32 from, guint32 n)
{
  const V wanted = ALL (most);
  guint32 j = from;

  while (j + LANES <= n && !ANY (AT_MOST (LOAD (distance + j), wanted)))
    j += LANES;
  LEAVE ();
  return plain_find (distance, most, j, n);
}
