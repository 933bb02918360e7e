/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who is in which position of a post after. */

#pragma once

#include "matching/engine/cadre-rows-private.h"

G_BEGIN_DECLS

/* Somebody who is in a post after; of sharers, the first. */
typedef struct
{
  guint32 post;
  gint32 position; /* that is named, or -1 */
  guint32 share;
  guint32 assignment;
  guint8 rank;
  guint8 stage; /* that has placed it */
  guint8 kind;  /* of the outcome, where a stage has placed it */
} CadreOccupant;

typedef struct
{
  CadreRowWriter *writer;
  CadreOccupant *occupants; /* in order of the posts, then of the ranks */
  gsize n_occupants;
  guint32 *first;      /* by post after; one more, for the end */
  CadreLists sharers;  /* by occupant's assignment: who shares the position with it */
  CadreVector leavers; /* guint32[2], in order: the post and the job share of who leaves */
  guint32 *positions;  /* of the post that is looked at: who is in each, or CADRE_NO_ROW */
  guint32 n_positions;
  guint32 n_allocated;
  gboolean is_unsaid; /* who is in which of them */
} CadreSeats;

gboolean cadre_seats_init (CadreSeats *self, CadreRowWriter *writer);
void cadre_seats_clear (CadreSeats *self);
/* Fills @positions for a post that has @n, of which @n_open are to be filled. */
gboolean cadre_seats_find (CadreSeats *self, guint32 post, guint32 n, guint32 n_open);
/* Whether another sharer of the position is about to go. */
gboolean cadre_seats_is_part_filled (const CadreSeats *self, guint32 assignment);
/* All who share the position with who is named, as a fact. */
gboolean cadre_seats_explain_sharers (const CadreSeats *self, guint32 assignment);
/* Whether the post goes on with fewer positions than holders. */
gboolean cadre_seats_is_pool (const CadreRun *run, guint32 post);

G_END_DECLS
