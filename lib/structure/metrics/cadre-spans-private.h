/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "structure/metrics/cadre-tally-private.h"

G_BEGIN_DECLS

/* Spans and layers of some posts. */
typedef struct
{
  guint32 n_managers;
  guint32 most_span;
  guint32 n_layers;
  guint64 n_reports; /* of all managers */
} CadreSpans;

/* @posts may be NULL for all. FALSE for want of memory. */
gboolean cadre_spans_measure (const CadreStaff *staff,
                              const guint32 *posts,
                              guint32 n_posts,
                              CadreSpans *spans);

G_END_DECLS
