/* SPDX-License-Identifier: LGPL-2.1-or-later */

#ifndef CADRE_BENCH_REORGANISATION_H
#define CADRE_BENCH_REORGANISATION_H

#include <cadre/cadre.h>

/* A made-up organisation and the same after a reorganisation, of which it is known
 * which post is which. It has nothing to do with the structures that the weights of
 * mappings were learned on. Titles, sites and hours are as uneven as in councils: many
 * posts have one title, and few a title of their own. Of the posts, a share is created,
 * as many are deleted, as many get another manager, and twice as many are retitled,
 * regraded, moved to another site, or get other hours or pay. As large a share of the
 * units as is created of the posts has another name. All ids are new, and in an order
 * that says nothing. */

/* What documents say of posts. */
typedef enum
{
  BENCH_FIELDS_ALL = 0,  /* title, unit, grade, site, size and pay */
  BENCH_FIELDS_BARE = 1, /* title, grade, site and size */
} BenchFields;

#define BENCH_NOBODY G_MAXUINT32

typedef struct
{
  guint32 manager; /* BENCH_NOBODY at the top */
  guint32 unit;
  guint32 site;
  guint32 pay;
  guint16 role;
  guint16 topic; /* 0 is none */
  guint8 extra;  /* a word that a new title has; 0 is none */
  guint8 grade;
  guint8 fte; /* in hundredths */
  gboolean is_there;
  gboolean has_reports;
} BenchPlace;

/* Posts are numbered; the first n_before are those before. */
typedef struct
{
  guint n;
  guint n_before;
  guint n_units;
  guint n_sites;
  BenchPlace *before;
  BenchPlace *after;
  guint32 *unit_before; /* by unit, its name */
  guint32 *unit_after;
  guint32 *number_after; /* by post, what its id after is made of */
  guint32 *post_of;      /* by that number, the post */
} BenchReorganisation;

/* @per_mille is how many posts in a thousand are changed. */
BenchReorganisation *bench_reorganisation_new (guint n_posts, guint per_mille);
void bench_reorganisation_free (BenchReorganisation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (BenchReorganisation, bench_reorganisation_free)

GBytes *
bench_reorganisation_write (const BenchReorganisation *self, BenchFields fields, gboolean is_after);

/* Whether documents with those fields tell two posts apart at both dates. */
gboolean bench_reorganisation_tells_apart (const BenchReorganisation *self,
                                           BenchFields fields,
                                           guint post,
                                           guint other);

#endif /* CADRE_BENCH_REORGANISATION_H */
