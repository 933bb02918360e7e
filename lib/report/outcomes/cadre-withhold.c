/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which numbers of a table are not told, so that none tells of one person.
 *
 * One is not told. But whoever knows what the table adds up to could take the others
 * from it, and the rows that a report shows one by one from what is left: so a row in
 * which one person is not shown is withheld, and with it the smallest of those in which
 * several are not, all that are as small. Then what is left can be shared out among
 * the rows that are withheld in more than one way, also by somebody who knows this rule.
 * Only where each row has one person there is no such way, and none is needed: each row
 * is withheld. */

#include "config.h"

#include "report/outcomes/cadre-withhold-private.h"

static guint
find_smallest (const CadreCount *counts, guint n)
{
  guint smallest = G_MAXUINT;

  for (guint i = 0; i < n; i++)
    if (counts[i].n_hidden > 1)
      smallest = MIN (smallest, counts[i].n_hidden);

  return smallest;
}

void
cadre_counts_withhold (CadreCount *counts, guint n)
{
  const guint smallest = find_smallest (counts, n);
  gboolean has_one = FALSE;

  for (guint i = 0; i < n; i++)
    has_one |= counts[i].n_hidden == 1;
  for (guint i = 0; i < n; i++)
    counts[i].is_withheld =
      counts[i].n == 1 || counts[i].n_hidden == 1 || (has_one && counts[i].n_hidden == smallest);
}
