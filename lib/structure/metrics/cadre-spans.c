/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How many managers there are among some posts, of how many, and on how many
 * levels the posts are. Posts outside, and those that are not in force, are in no
 * span and on no level. */

#include "config.h"

#include "structure/metrics/cadre-spans-private.h"

#include <string.h>

static gboolean
is_in_tree (const CadreStaff *staff, guint32 post)
{
  return staff->standings[post] <= CADRE_STANDING_DEFERRED;
}

static guint32
count_reports (const CadreStaff *staff, guint32 post)
{
  guint32 n = 0;
  guint32 n_in_tree = 0;
  const guint32 *rows = cadre_backward_get (&staff->index->reports, post, &n);

  for (guint32 i = 0; i < n; i++)
    n_in_tree += is_in_tree (staff, rows[i]);

  return n_in_tree;
}

static void
add_span (CadreSpans *spans, guint32 span)
{
  if (span == 0)
    return;

  spans->n_managers++;
  spans->n_reports += span;
  spans->most_span = MAX (spans->most_span, span);
}

/* The deepest level of all, or -1 where every post is on a circle. */
static gint32
find_deepest (const CadreStaff *staff, const guint32 *posts, guint32 n_posts)
{
  gint32 deepest = -1;

  for (guint32 i = 0; i < n_posts; i++)
    deepest = MAX (deepest, staff->index->depth[posts != NULL ? posts[i] : i]);

  return deepest;
}

gboolean
cadre_spans_measure (const CadreStaff *staff,
                     const guint32 *posts,
                     guint32 n_posts,
                     CadreSpans *spans)
{
  gint32 deepest = find_deepest (staff, posts, n_posts);
  g_autofree guint8 *seen = g_try_malloc0 ((gsize) deepest + 2);

  memset (spans, 0, sizeof (*spans));
  if (seen == NULL)
    return FALSE;

  for (guint32 i = 0; i < n_posts; i++)
    {
      guint32 post = posts != NULL ? posts[i] : i;
      gint32 depth = staff->index->depth[post];

      if (!is_in_tree (staff, post))
        continue;
      add_span (spans, count_reports (staff, post));
      if (depth >= 0)
        {
          spans->n_layers += !seen[depth];
          seen[depth] = TRUE;
        }
    }

  return TRUE;
}
