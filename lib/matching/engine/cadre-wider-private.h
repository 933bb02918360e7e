/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Wider competition: whose interest comes first, how far a post is open, and
 * the rings in which vacancies are looked at for whoever is displaced. */

#pragma once

#include "matching/engine/cadre-rows-private.h"
#include "matching/engine/cadre-run-private.h"

G_BEGIN_DECLS

/* An assignment and a post. */
typedef struct
{
  guint32 assignment;
  guint32 post;
} CadrePlacePair;

/* A post that has positions left once all stages are through. */
typedef struct
{
  guint32 employer; /* common code */
  guint32 grade;    /* common code */
  guint32 post;
} CadreVacancy;

/* cadre-wider.c: sorts pairs by assignment and post, and takes out those that are
 * there twice. */
void cadre_pairs_sort (CadreVector *pairs);
/* The first pair of an assignment. */
gsize cadre_pairs_find (const CadreVector *pairs, guint32 assignment);
gboolean cadre_pairs_have (const CadreVector *pairs, guint32 assignment, guint32 post);

/* cadre-rings.c: whether the rings are looked at for somebody. */
gboolean cadre_run_is_displaced (const CadreRun *self, guint32 row);
/* The vacancies of a ring that are left for somebody: judged not
 * suitable, refused and turned down by are not; FALSE for want of memory. */
gboolean cadre_ring_list (const CadreRun *self,
                          guint32 assignment,
                          CadreRing ring,
                          guint32 most,
                          CadreVector *posts);

G_END_DECLS
