/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a ring-fence asks, and of whom it need not ask twice. */

#pragma once

#include "matching/engine/cadre-run-private.h"

G_BEGIN_DECLS

/* What a ring-fence can ask about a post. */
typedef struct
{
  guint32 row;    /* of a post after, or an assignment before */
  guint32 post;   /* the post of either */
  guint32 policy; /* of an assignment */
} CadreAsked;

/* How the classes of one side are found. */
typedef struct
{
  CadreRun *run;
  guint side;
  CadreAsked *rows; /* in order of their classes, then of their rows */
  guint32 n_rows;
  guint32 *first; /* by class; one more, for the end */
  guint32 n;
} CadreClasses;

/* Brings the rows into classes that a ring-fence cannot tell apart. */
gboolean cadre_classes_find (CadreClasses *self);
/* The answers about a person's post and a post after, and all together. */
CadreTruth cadre_fence_ask (const CadreEngine *engine,
                            const CadreAsked *person,
                            guint32 after,
                            guint8 parts[CADRE_N_FENCE_PARTS]);

G_END_DECLS
