/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How alike what reports to two posts is: who of them is mapped by now, and what sorts of
 * jobs they are. */

#include "config.h"

#include "diff/mapping/cadre-evidence-run-private.h"

#define ALL 1000

static gboolean
are_few (const CadreFacts *a, const CadreFacts *b)
{
  return b->n_reports >= CADRE_MANY && a->n_reports < b->n_reports / 8;
}

/* How many of the reports of a post after are mapped to reports of a post before. */
static guint32
count_mapped_back (const CadreRun *self, const CadreFacts *b, guint32 manager)
{
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreSide *after = &self->sides[CADRE_AFTER];
  const guint32 *rows = after->index->reports.rows + b->first_report;
  guint32 n_mapped = 0;

  for (guint32 i = 0; i < b->n_reports; i++)
    {
      const guint32 mate = after->mate[rows[i]];

      n_mapped += mate != CADRE_NO_ROW && before->sort[mate] == CADRE_SORT_POST &&
                  before->index->manager[mate] == manager;
    }

  return n_mapped;
}

/* How many of the reports of a post before are mapped to reports of a post after. */
static guint32
count_mapped (const CadreRun *self, const CadreFacts *a, guint32 manager)
{
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreSide *after = &self->sides[CADRE_AFTER];
  const guint32 *rows = before->index->reports.rows + a->first_report;
  guint32 n_mapped = 0;

  for (guint32 i = 0; a->goes_to != NULL && i < a->n_reports; i++)
    n_mapped += a->goes_to[i] == manager;
  for (guint32 i = 0; a->goes_to == NULL && i < a->n_reports; i++)
    {
      const guint32 mate = before->mate[rows[i]];

      n_mapped += mate != CADRE_NO_ROW && before->sort[rows[i]] == CADRE_SORT_POST &&
                  after->index->manager[mate] == manager;
    }

  return n_mapped;
}

/* The same as a part of those of the one that has more. */
static gint32
get_mapped_share (const CadreRun *self, const CadreFacts *a, const CadreFacts *b)
{
  const guint32 n_before = self->sides[CADRE_BEFORE].n_reports[a->row];
  const guint32 n_after = self->sides[CADRE_AFTER].n_reports[b->row];
  guint32 n_mapped = 0;

  if (n_before == 0 || n_after == 0)
    return 0;

  /* The one side counts as the other does: a post that many may be is not gone through for
   * each of them. */
  n_mapped = are_few (b, a) ? count_mapped_back (self, b, a->row) : count_mapped (self, a, b->row);
  return (gint32) ((guint64) n_mapped * ALL / MAX (n_before, n_after));
}

/* What sorts of jobs tell: those of one post, of the other, and those that both have. */
typedef struct
{
  gint64 of[CADRE_N_SIDES];
  gint64 common;
} Masses;

/* Both lists side by side. */
static Masses
weigh_kinds (const CadreRun *self, const CadreFacts *a, const CadreFacts *b)
{
  const guint64 *x = self->sides[CADRE_BEFORE].kinds;
  const guint64 *y = self->sides[CADRE_AFTER].kinds;
  const guint32 end_x = a->first_report + a->n_reports;
  const guint32 end_y = b->first_report + b->n_reports;
  guint32 at_x = a->first_report;
  guint32 at_y = b->first_report;
  Masses masses = { { 0, 0 }, 0 };

  while (at_x < end_x || at_y < end_y)
    {
      const gboolean take_x = at_x < end_x && (at_y >= end_y || x[at_x] <= y[at_y]);
      const gboolean take_y = at_y < end_y && (at_x >= end_x || y[at_y] <= x[at_x]);
      const gint32 weight = self->kind_weights[(take_x ? x[at_x] : y[at_y]) & CADRE_KIND_MASK];

      masses.of[CADRE_BEFORE] += take_x ? weight : 0;
      masses.of[CADRE_AFTER] += take_y ? weight : 0;
      masses.common += take_x && take_y ? weight : 0;
      at_x += take_x;
      at_y += take_y;
    }

  return masses;
}

/* The first from a place on that is not less, in steps that double and then are halved. */
static guint32
skip_less (const guint64 *list, guint32 from, guint32 end, guint64 kind)
{
  guint32 low = from;
  guint32 high = from;

  for (guint32 step = 1; high < end && list[high] < kind; step *= 2)
    {
      low = high + 1;
      high = step < end - high ? high + step : end;
    }
  while (low < high)
    {
      const guint32 middle = low + (high - low) / 2;

      if (list[middle] < kind)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The same where one list is too long to be gone through each time. */
static Masses
weigh_few_and_many (const CadreRun *self, guint side, const CadreFacts *few, const CadreFacts *many)
{
  const CadreSide *other = &self->sides[1 - side];
  const guint64 *kinds = self->sides[side].kinds + few->first_report;
  const guint32 end = many->first_report + many->n_reports;
  guint32 at = many->first_report;
  Masses masses = { { 0, 0 }, 0 };

  masses.of[1 - side] = other->many_masses[many->first_report / CADRE_MANY];
  for (guint32 i = 0; i < few->n_reports; i++)
    {
      const gint32 weight = self->kind_weights[kinds[i] & CADRE_KIND_MASK];

      masses.of[side] += weight;
      at = skip_less (other->kinds, at, end, kinds[i]);
      if (at < end && other->kinds[at] == kinds[i])
        {
          masses.common += weight;
          at++;
        }
    }

  return masses;
}

/* How alike what reports to them is, by the sorts of jobs: those that are rare
 * tell more. */
static gint32
get_kinds_share (const CadreRun *self, const CadreFacts *a, const CadreFacts *b)
{
  const Masses masses = are_few (a, b)   ? weigh_few_and_many (self, CADRE_BEFORE, a, b)
                        : are_few (b, a) ? weigh_few_and_many (self, CADRE_AFTER, b, a)
                                         : weigh_kinds (self, a, b);
  const gint64 most = MAX (masses.of[CADRE_BEFORE], masses.of[CADRE_AFTER]);

  if (most == 0)
    return 0;
  /* What only one common sort of job says is not much. */
  return (gint32) (masses.common * ALL / most * MIN (masses.common, self->enough_kinds) /
                   self->enough_kinds);
}

gint32
cadre_run_compare_reports (const CadreRun *self, const CadreFacts *a, const CadreFacts *b)
{
  const gint32 likeness = get_kinds_share (self, a, b);

  /* Where the jobs say all, nobody has to be looked up. */
  return likeness < ALL ? MAX (likeness, get_mapped_share (self, a, b)) : likeness;
}
