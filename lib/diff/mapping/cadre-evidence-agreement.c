/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Whether ids name the jobs that they named, of the jobs that all else tells apart: a
 * title in a unit, of a grade, under a manager of some title, or all that is said of a post
 * itself, where one post before and one after have all that. Of structures half a year apart whose
 * ids hold, nine in ten at least do; where ids were dealt out again, hardly any. It is asked of ids
 * that are on both sides. */

#include "config.h"

#include "diff/mapping/cadre-evidence-crossing-private.h"
#include "diff/mapping/cadre-evidence-keys-private.h"

/* The post with the id of one before, where both are known by titles; or CADRE_NO_ROW. */
static guint32
get_named (const CadreRun *self, guint32 before)
{
  const CadreColumn *titles = &self->columns[CADRE_COLUMN_TITLE];
  const guint32 after = self->sides[CADRE_BEFORE].mate[before];

  if (after == CADRE_NO_ROW || self->sides[CADRE_BEFORE].sort[before] != CADRE_SORT_POST ||
      self->sides[CADRE_AFTER].sort[after] != CADRE_SORT_POST ||
      self->input->fixed_before[before] || self->input->fixed_after[after] ||
      cadre_column_get (titles, CADRE_BEFORE, before) == CADRE_NO_VALUE ||
      cadre_column_get (titles, CADRE_AFTER, after) == CADRE_NO_VALUE)
    return CADRE_NO_ROW;
  return after;
}

static guint32
get_employer (const CadreRun *self, guint32 before)
{
  return cadre_column_get (&self->columns[CADRE_COLUMN_EMPLOYER], CADRE_BEFORE, before);
}

static guint64
hash_job (const CadreRun *self, guint side, guint32 row)
{
  const CadreColumn *titles = &self->columns[CADRE_COLUMN_TITLE];
  const guint32 manager = self->sides[side].index->manager[row];
  guint64 hash = cadre_mix (1, cadre_column_get (titles, side, row));

  hash = cadre_mix (hash, cadre_column_get (&self->columns[CADRE_COLUMN_UNIT], side, row));
  hash = cadre_mix (hash, cadre_column_get (&self->columns[CADRE_COLUMN_GRADE], side, row));
  return cadre_mix (hash, manager != CADRE_NO_ROW ? cadre_column_get (titles, side, manager)
                                                  : CADRE_NO_VALUE);
}

static void
enter_job (const CadreRun *self,
           CadreKeyTable *jobs,
           guint32 employer,
           guint side,
           guint32 row,
           guint32 number)
{
  cadre_key_table_add (jobs, cadre_mix (hash_job (self, side, row), employer), number);
  cadre_key_table_add (jobs, cadre_mix (self->sides[side].own[row], employer), number);
}

/* Pairs are numbered by their post before, twice, and 1 for what the id names after. */
static void
enter_jobs (const CadreRun *self, CadreKeyTable *jobs, CadreEmployer *employers)
{
  for (guint32 row = 0; row < self->sides[CADRE_BEFORE].n; row++)
    {
      const guint32 after = get_named (self, row);
      const guint32 employer = get_employer (self, row);

      if (after == CADRE_NO_ROW)
        continue;
      enter_job (self, jobs, employer, CADRE_BEFORE, row, 2 * row);
      enter_job (self, jobs, employer, CADRE_AFTER, after, 2 * row + 1);
      employers[employer].n_named++;
    }
}

/* Those of one key stand together, in order of their numbers: two of which one is before and
 * one after are of one pair, or of two. */
static void
count_jobs (const CadreRun *self, const CadreKeyTable *jobs, CadreEmployer *employers)
{
  const CadreKeyEntry *entries = jobs->entries;
  guint32 end = 0;

  for (guint32 first = 0; first < jobs->n_entries; first = end)
    {
      CadreEmployer *employer = &employers[get_employer (self, entries[first].number / 2)];

      for (end = first + 1; end < jobs->n_entries && entries[end].key == entries[first].key; end++)
        ;
      if (end - first != 2 || (entries[first].number + entries[first + 1].number) % 2 == 0)
        continue;
      employer->n_told_apart++;
      employer->n_agreeing += entries[first].number / 2 == entries[first + 1].number / 2;
    }
}

gboolean
cadre_run_count_agreement (const CadreRun *self, CadreEmployer *employers)
{
  CadreKeyTable jobs = { 0 };
  gboolean done = cadre_key_table_init (&jobs, 4 * (gsize) self->sides[CADRE_BEFORE].n);

  if (done)
    {
      enter_jobs (self, &jobs, employers);
      done = cadre_key_table_sort (&jobs);
    }
  if (done)
    count_jobs (self, &jobs, employers);

  cadre_key_table_clear (&jobs);
  return done;
}
