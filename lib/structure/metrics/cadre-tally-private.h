/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "structure/cadre-tables-index-private.h"
#include <cadre/cadre-figures.h>

G_BEGIN_DECLS

/* How a post stands to totals. */
typedef enum
{
  CADRE_STANDING_COUNTS,
  CADRE_STANDING_DEFERRED,
  CADRE_STANDING_OUTSIDE,
  CADRE_STANDING_NOT_IN_FORCE,
} CadreStanding;

/* By post; NULL for want of memory. */
guint8 *cadre_tally_find_standings (const CadreTables *tables, const CadreIndex *index);

/* What is added up. */
typedef struct
{
  const CadreTables *tables;
  const CadreIndex *index;
  const guint8 *standings; /* by post */
} CadreStaff;

/* @posts may be NULL for all. */
CadreFigures *
cadre_tally_posts (const CadreStaff *staff, const guint32 *posts, guint32 n_posts, GError **error);
/* The posts of an employer, and the people whom it employs, in whosever posts. */
CadreFigures *cadre_tally_employer (const CadreStaff *staff, guint32 organisation, GError **error);

G_END_DECLS
