/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One row of a table of numbers of people that adds up. */
typedef struct
{
  guint n;        /* how many there are */
  guint n_hidden; /* of them, those whom nothing else in the report shows one by one */
  gboolean is_withheld;
} CadreCount;

void cadre_counts_withhold (CadreCount *counts, guint n);

G_END_DECLS
