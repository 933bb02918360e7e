/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is said of posts, put together post by post: the columns are wide apart, and
 * those that are left when most posts are mapped are looked at many times. */

#include "config.h"

#include "diff/mapping/cadre-evidence-run-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

#define AHEAD 16 /* posts */

static void
get_reports (const CadreSide *at, guint32 row, CadreFacts *facts)
{
  const CadreBackward *reports = &at->index->reports;

  facts->first_report = facts->n_reports = facts->n_mates = 0;
  facts->goes_to = NULL;
  if (reports->first == NULL)
    return;

  facts->first_report = reports->first[row];
  facts->n_reports = reports->first[row + 1] - reports->first[row];
  if (facts->manager != CADRE_NO_ROW)
    facts->n_mates = reports->first[facts->manager + 1] - reports->first[facts->manager];
}

static inline guint32
get_manager_mate (const CadreSide *at, const CadreFacts *facts)
{
  return facts->manager != CADRE_NO_ROW ? at->mate[facts->manager] : CADRE_NO_ROW;
}

static void
find_superior (const CadreSide *at, CadreFacts *facts)
{
  facts->superior = facts->manager;
  facts->superior_mate = facts->manager_mate;
  if (facts->manager_mate != CADRE_NO_ROW || facts->manager == CADRE_NO_ROW)
    return;

  facts->superior = cadre_side_mapped_superior (at, facts->row);
  if (facts->superior != CADRE_NO_ROW)
    facts->superior_mate = at->mate[facts->superior];
}

void
cadre_run_get_place (const CadreRun *self, guint side, guint32 row, CadreFacts *facts)
{
  const CadreSide *at = &self->sides[side];

  facts->row = row;
  facts->manager = at->index->manager[row];
  facts->manager_mate = get_manager_mate (at, facts);
  find_superior (at, facts);
  get_reports (at, row, facts);
}

void
cadre_run_get_facts (const CadreRun *self, guint side, guint32 row, CadreFacts *facts)
{
  const CadreSide *at = &self->sides[side];
  const guint32 grade = cadre_table_reference (at->posts, CADRE_FIELD_POST_GRADE, row);

  cadre_run_get_place (self, side, row, facts);
  facts->mate = at->mate[row];
  for (guint column = 0; column < CADRE_N_COLUMNS; column++)
    facts->values[column] = cadre_column_get (&self->columns[column], side, row);
  facts->unit = cadre_table_reference (at->posts, CADRE_FIELD_POST_UNIT, row);
  facts->rung = grade < CADRE_AMBIGUOUS_ROW ? at->rung[grade] : -1;
  facts->scale = grade < CADRE_AMBIGUOUS_ROW ? at->scale[grade] : 0;
  facts->pay = self->pay_ranks.pay[facts->values[CADRE_COLUMN_PAY]];
  facts->staff = cadre_side_get_staff (at, row);
}

void
cadre_run_get_facts_again (const CadreRun *self, guint side, guint32 row, CadreFacts *facts)
{
  const CadreSide *at = &self->sides[side];
  const CadreSheet *sheet = &self->sheets[side];
  const guint32 number = sheet->number != NULL ? sheet->number[row] : CADRE_NO_ROW;

  if (number == CADRE_NO_ROW)
    {
      cadre_run_get_facts (self, side, row, facts);
      return;
    }

  *facts = sheet->facts[number];
  facts->mate = at->mate[row];
  facts->manager_mate = get_manager_mate (at, facts);
  find_superior (at, facts);
  facts->goes_to = NULL;
}

void
cadre_run_clear_sheets (CadreRun *self)
{
  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      g_clear_pointer (&self->sheets[side].facts, g_free);
      g_clear_pointer (&self->sheets[side].number, g_free);
      g_clear_pointer (&self->sheets[side].changed, g_free);
      self->sheets[side].n = 0;
    }
  g_clear_pointer (&self->goes_to, g_free);
}

static gboolean
is_left (const CadreSide *at, guint32 row, CadreSort sort)
{
  return at->open[row] == CADRE_OPEN_YES && at->sort[row] == sort;
}

static gboolean
make_sheet (CadreRun *self, guint side, CadreSort sort)
{
  const CadreSide *at = &self->sides[side];
  CadreSheet *sheet = &self->sheets[side];
  guint32 n = 0;

  for (guint32 row = 0; row < at->n; row++)
    n += is_left (at, row, sort);
  sheet->facts = cadre_pages_try_array_of (CadreFacts, (gsize) n + 1);
  sheet->number = cadre_pages_try_array_of (guint32, MAX (at->n, 1));
  sheet->changed = g_try_malloc0 ((gsize) n + 1);
  if (sheet->facts == NULL || sheet->number == NULL || sheet->changed == NULL)
    return FALSE;

  memset (sheet->number, 0xff, at->n * sizeof (guint32));
  for (guint32 row = 0; row < at->n; row++)
    {
      if (row + AHEAD < at->n && is_left (at, row + AHEAD, sort))
        cadre_side_look_ahead (at, row + AHEAD);
      if (!is_left (at, row, sort))
        continue;
      sheet->number[row] = sheet->n;
      cadre_run_get_facts (self, side, row, &sheet->facts[sheet->n++]);
    }

  return TRUE;
}

/* Where the reports of those before are noted. */
static gboolean
make_room_for_reports (CadreRun *self)
{
  CadreSheet *sheet = &self->sheets[CADRE_BEFORE];
  gsize n = 0;

  for (guint32 i = 0; i < sheet->n; i++)
    n += sheet->facts[i].n_reports;
  self->goes_to = cadre_pages_try_array_of (guint32, n + 1);
  if (self->goes_to == NULL)
    return FALSE;

  n = 0;
  for (guint32 i = 0; i < sheet->n; i++)
    {
      sheet->facts[i].goes_to = self->goes_to + n;
      n += sheet->facts[i].n_reports;
    }
  return TRUE;
}

gboolean
cadre_run_make_sheets (CadreRun *self, CadreSort sort)
{
  cadre_run_clear_sheets (self);
  return make_sheet (self, CADRE_BEFORE, sort) && make_sheet (self, CADRE_AFTER, sort) &&
         make_room_for_reports (self);
}

/* Whose reports the posts are that reported to those before. */
static void
follow_reports (CadreRun *self)
{
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreSide *after = &self->sides[CADRE_AFTER];
  const CadreSheet *sheet = &self->sheets[CADRE_BEFORE];
  guint32 *goes_to = self->goes_to;

  for (guint32 i = 0; i < sheet->n; i++)
    for (guint32 k = 0; k < sheet->facts[i].n_reports; k++)
      {
        const guint32 report = before->index->reports.rows[sheet->facts[i].first_report + k];
        const guint32 mate = before->mate[report];
        const guint32 manager = mate != CADRE_NO_ROW && before->sort[report] == CADRE_SORT_POST
                                  ? after->index->manager[mate]
                                  : CADRE_NO_ROW;

        sheet->changed[i] |= *goes_to != manager;
        *goes_to++ = manager;
      }
}

/* Whether anything is not as it was. What a unit says changes with each of its
 * posts, and so for all of them. */
static gboolean
renew (const CadreSide *at, CadreFacts *facts)
{
  const CadreFacts was = *facts;

  facts->mate = at->mate[facts->row];
  facts->manager_mate = get_manager_mate (at, facts);
  find_superior (at, facts);
  return facts->mate != was.mate || facts->manager_mate != was.manager_mate ||
         facts->superior != was.superior || facts->superior_mate != was.superior_mate ||
         (facts->unit < CADRE_AMBIGUOUS_ROW && at->unit_changed[facts->unit]);
}

void
cadre_run_renew_sheets (CadreRun *self)
{
  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      const CadreSide *at = &self->sides[side];
      CadreSheet *sheet = &self->sheets[side];

      for (guint32 i = 0; i < sheet->n; i++)
        {
          const guint32 ahead = i + AHEAD < sheet->n ? sheet->facts[i + AHEAD].manager : 0;

          if (ahead < at->n)
            __builtin_prefetch (&at->mate[ahead]);
          sheet->changed[i] = renew (at, &sheet->facts[i]);
        }
      memset (at->unit_changed, 0, at->index->n_units);
    }

  follow_reports (self);
}
