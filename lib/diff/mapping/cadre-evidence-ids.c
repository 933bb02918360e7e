/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Ids that are not to be trusted: those of an employer that has given new ones, or has
 * dealt the old ones out anew, and one that names another job than before. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "diff/mapping/cadre-evidence-crossing-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

#define FEWEST 4         /* posts of an employer on either side, to say that it has new ids */
#define REKEYED_PARTS 4  /* ids that are on both sides are less than one in so many */
#define TOLD_PARTS 25    /* ids of which at least one has to be of a job that is told apart */
#define HARDLY_ALIKE 300 /* thousandths */

static gboolean
counts (const CadreSide *self, guint32 row)
{
  return self->sort[row] == CADRE_SORT_POST;
}

static void
count_posts (const CadreRun *self, CadreEmployer *employers)
{
  const CadreColumn *column = &self->columns[CADRE_COLUMN_EMPLOYER];
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreSide *after = &self->sides[CADRE_AFTER];

  for (guint side = 0; side < CADRE_N_SIDES; side++)
    for (guint32 row = 0; row < self->sides[side].n; row++)
      if (counts (&self->sides[side], row))
        employers[cadre_column_get (column, side, row)].n[side]++;

  for (guint32 row = 0; row < before->n; row++)
    if (counts (before, row) && before->mate[row] != CADRE_NO_ROW &&
        counts (after, before->mate[row]))
      employers[cadre_column_get (column, CADRE_BEFORE, row)].n_shared++;
}

static guint32
get_fewest (const CadreEmployer *self)
{
  return MIN (self->n[CADRE_BEFORE], self->n[CADRE_AFTER]);
}

/* Whether most of the jobs that all else tells apart have other ids, and there are enough
 * of them to say so of all. */
static gboolean
are_dealt_out_again (const CadreEmployer *self)
{
  return self->n_told_apart >= FEWEST &&
         (guint64) self->n_told_apart * TOLD_PARTS >= self->n_named &&
         2 * (guint64) self->n_agreeing < self->n_told_apart;
}

/* Whether ids are new, or are the old ones and mostly name other jobs. */
static void
judge (CadreEmployer *self)
{
  const guint32 fewest = get_fewest (self);
  const gboolean are_new = fewest >= FEWEST && (guint64) self->n_shared * REKEYED_PARTS < fewest;

  self->crossed = !are_new && ((self->n_crossed >= FEWEST && self->n_crossed > self->n_held) ||
                               are_dealt_out_again (self));
  self->rekeyed = are_new || self->crossed;
}

/* Of an employer with hardly a post on one side, all posts together answer: its
 * name may have changed too. */
static void
find_rekeyed (CadreRun *self, CadreEmployer *employers)
{
  const guint32 n = self->columns[CADRE_COLUMN_EMPLOYER].n_values;
  CadreEmployer all = { 0 };
  gboolean any_held = FALSE;
  gboolean any = FALSE;

  for (guint32 i = 0; i < n; i++)
    {
      all.n[CADRE_BEFORE] += employers[i].n[CADRE_BEFORE];
      all.n[CADRE_AFTER] += employers[i].n[CADRE_AFTER];
      all.n_shared += employers[i].n_shared;
      all.n_crossed += employers[i].n_crossed;
      all.n_held += employers[i].n_held;
      all.n_named += employers[i].n_named;
      all.n_told_apart += employers[i].n_told_apart;
      all.n_agreeing += employers[i].n_agreeing;
    }
  judge (&all);

  for (guint32 i = 0; i < n; i++)
    {
      const guint32 fewest = get_fewest (&employers[i]);

      judge (&employers[i]);
      if (fewest < FEWEST)
        {
          employers[i].rekeyed = all.rekeyed;
          employers[i].crossed = all.crossed;
        }
      any |= employers[i].rekeyed;
      any_held |= fewest > 0 && !employers[i].rekeyed;
    }

  self->result->all_rekeyed = any && !any_held;
}

/* Whether it is said of an employer: one without a post before has no old ids, save where
 * all employers are others. */
static gboolean
is_told (const CadreEmployer *self, gboolean all_are_others)
{
  return self->rekeyed && self->n[CADRE_AFTER] >= FEWEST &&
         (self->n[CADRE_BEFORE] > 0 || all_are_others);
}

static gboolean
are_all_others (const CadreEmployer *employers, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    if (get_fewest (&employers[i]) > 0)
      return FALSE;

  return TRUE;
}

/* Says it once for each employer, in order of the posts after. */
static void
report_rekeyed (CadreRun *self, const CadreEmployer *employers)
{
  const CadreColumn *column = &self->columns[CADRE_COLUMN_EMPLOYER];
  const CadreSide *after = &self->sides[CADRE_AFTER];
  const gboolean all_are_others = are_all_others (employers, column->n_values);
  g_autofree guint8 *said = g_malloc0 (MAX (column->n_values, 1));

  for (guint32 row = 0; row < after->n; row++)
    {
      const guint32 value = cadre_column_get (column, CADRE_AFTER, row);
      const guint32 code = cadre_table_code (after->posts, CADRE_FIELD_POST_EMPLOYER, row);
      const guint32 target = cadre_table_reference (after->posts, CADRE_FIELD_POST_EMPLOYER, row);
      g_autofree char *subject = NULL;

      if (!is_told (&employers[value], all_are_others) || said[value])
        continue;
      said[value] = TRUE;
      g_array_append_val (self->result->rekeyed, code);
      if (target < CADRE_AMBIGUOUS_ROW)
        subject = cadre_tables_dup_subject (after->tables, CADRE_RECORD_KIND_ORGANISATION, target);
      cadre_issue_list_add_fields (self->input->issues, "diff.mapping.rekeyed",
                                   CADRE_SEVERITY_WARNING,
                                   employers[value].crossed
                                     ? "Most ids name other posts than before"
                                     : "Less than a quarter of the ids of "
                                       "posts are before and after",
                                   NULL, subject, NULL);
    }
}

/* Whether nothing of what an id names is as it was. */
static gboolean
names_another_job (const CadreRun *self, guint32 before, guint32 after)
{
  const CadreColumn *titles = &self->columns[CADRE_COLUMN_TITLE];
  const guint32 a = cadre_column_get (titles, CADRE_BEFORE, before);
  const guint32 b = cadre_column_get (titles, CADRE_AFTER, after);
  CadreFacts facts[CADRE_N_SIDES];
  CadreValues values;

  if (a == CADRE_NO_VALUE || b == CADRE_NO_VALUE ||
      cadre_column_likeness (titles, a, b) >= HARDLY_ALIKE)
    return FALSE;

  cadre_run_get_facts (self, CADRE_BEFORE, before, &facts[CADRE_BEFORE]);
  cadre_run_get_facts (self, CADRE_AFTER, after, &facts[CADRE_AFTER]);
  cadre_run_score (self, &facts[CADRE_BEFORE], &facts[CADRE_AFTER], values);
  return values[CADRE_MAPPING_FEATURE_GRADE] < 0 && values[CADRE_MAPPING_FEATURE_UNIT] < 0 &&
         values[CADRE_MAPPING_FEATURE_MANAGER] < 0;
}

static void
set_aside (CadreRun *self, guint32 before, guint32 after)
{
  self->same_id[before] = after;
  self->posts->after_of[before] = CADRE_NO_ROW;
  self->posts->before_of[after] = CADRE_NO_ROW;
  self->sides[CADRE_BEFORE].open[before] = CADRE_OPEN_YES;
  self->sides[CADRE_AFTER].open[after] = CADRE_OPEN_YES;
}

/* First all are found and then set aside, so that their order does not count. */
static gboolean
set_doubtful_aside (CadreRun *self, const CadreEmployer *employers)
{
  const CadreColumn *column = &self->columns[CADRE_COLUMN_EMPLOYER];
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  g_autofree guint8 *doubtful = g_try_malloc0 (MAX (before->n, 1));

  if (doubtful == NULL)
    return FALSE;

  for (guint32 row = 0; row < before->n; row++)
    {
      const guint32 mate = before->mate[row];

      if (mate == CADRE_NO_ROW || self->input->fixed_before[row] || self->input->fixed_after[mate])
        continue;
      self->rekeyed[row] = employers[cadre_column_get (column, CADRE_BEFORE, row)].rekeyed;
      doubtful[row] = self->rekeyed[row] || cadre_crossing_is_clear (self->crossing, row) ||
                      (counts (before, row) && counts (&self->sides[CADRE_AFTER], mate) &&
                       names_another_job (self, row, mate));
    }
  for (guint32 row = 0; row < before->n; row++)
    if (doubtful[row])
      set_aside (self, row, before->mate[row]);

  return TRUE;
}

/* What the document of the other side says has ended, by ids that hold. */
static gboolean
find_ended (CadreRun *self, guint side, const CadreEmployer *employers)
{
  const CadreColumn *column = &self->columns[CADRE_COLUMN_EMPLOYER];
  const CadreTables *others = self->sides[1 - side].tables;
  CadreSide *at = &self->sides[side];
  guint n = 0;
  const guint32 *codes = cadre_tables_list (others, others->ended_posts, &n);

  if (n == 0)
    return TRUE;

  at->has_ended = g_try_malloc0 (MAX (at->n, 1));
  for (guint i = 0; at->has_ended != NULL && i < n; i++)
    {
      const guint32 row = cadre_tables_find (at->tables, CADRE_RECORD_KIND_POST,
                                             cadre_string_table_get (others->strings, codes[i]));

      if (row < CADRE_AMBIGUOUS_ROW && at->mate[row] == CADRE_NO_ROW)
        at->has_ended[row] = !employers[cadre_column_get (column, side, row)].rekeyed;
    }
  return at->has_ended != NULL;
}

static gboolean
is_said_to_have_ended (const CadreSide *self, guint32 row)
{
  return self->has_ended != NULL && self->has_ended[row];
}

gboolean
cadre_run_is_denied (const CadreRun *self, guint32 before, guint32 after)
{
  const CadreColumn *titles = &self->columns[CADRE_COLUMN_TITLE];
  const guint32 title = cadre_column_get (titles, CADRE_BEFORE, before);

  return (is_said_to_have_ended (&self->sides[CADRE_BEFORE], before) ||
          is_said_to_have_ended (&self->sides[CADRE_AFTER], after)) &&
         (title == CADRE_NO_VALUE || title != cadre_column_get (titles, CADRE_AFTER, after));
}

gboolean
cadre_run_set_ids_aside (CadreRun *self)
{
  const guint32 n_values = self->columns[CADRE_COLUMN_EMPLOYER].n_values;
  g_autofree CadreEmployer *employers = cadre_pages_try_zeros_of (CadreEmployer, MAX (n_values, 1));

  self->same_id = cadre_pages_try_array_of (guint32, MAX (self->sides[CADRE_BEFORE].n, 1));
  self->rekeyed = g_try_malloc0 (MAX (self->sides[CADRE_BEFORE].n, 1));
  if (employers == NULL || self->same_id == NULL || self->rekeyed == NULL)
    return FALSE;
  memset (self->same_id, 0xff, self->sides[CADRE_BEFORE].n * sizeof (guint32));
  if (self->rules->method != CADRE_MAPPING_METHOD_AUTO)
    return TRUE;

  self->crossing = cadre_crossing_new (self);
  if (self->crossing == NULL)
    return FALSE;
  count_posts (self, employers);
  cadre_crossing_count (self->crossing, employers, n_values, FEWEST);
  if (!cadre_run_count_agreement (self, employers))
    return FALSE;
  find_rekeyed (self, employers);
  report_rekeyed (self, employers);
  return find_ended (self, CADRE_BEFORE, employers) && find_ended (self, CADRE_AFTER, employers) &&
         set_doubtful_aside (self, employers);
}

static void
report_reused (CadreRun *self, guint32 before, guint32 after)
{
  const CadreTables *tables = self->sides[CADRE_AFTER].tables;
  g_autofree char *origin = NULL;
  g_autofree char *subject = NULL;
  CadreEvidencePair pair = { .before = before, .after = after };

  pair.rival_before = pair.rival_after = CADRE_NO_ROW;
  pair.review = CADRE_PAIR_REVIEW_REUSED_ID;
  pair.kind = CADRE_LINEAGE_KIND_UNKNOWN;
  g_array_append_val (self->result->reviews, pair);
  if (!cadre_issue_list_is_full (self->input->issues))
    {
      origin = cadre_tables_dup_origin (tables, CADRE_RECORD_KIND_POST, after);
      subject = cadre_tables_dup_subject (tables, CADRE_RECORD_KIND_POST, after);
    }
  cadre_issue_list_add_fields (self->input->issues, "diff.mapping.reused-id",
                               CADRE_SEVERITY_WARNING, "The id names another job than before",
                               origin, subject, NULL);
}

static void
remove_pair (CadreRun *self, guint32 before, guint32 after)
{
  GArray *pairs = self->result->pairs;

  for (guint i = 0; i < pairs->len; i++)
    if (g_array_index (pairs, CadreEvidencePair, i).before == before &&
        g_array_index (pairs, CadreEvidencePair, i).after == after)
      {
        g_array_remove_index (pairs, i);
        return;
      }
}

void
cadre_run_take_ids_back (CadreRun *self)
{
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreSide *after = &self->sides[CADRE_AFTER];

  for (guint32 row = 0; row < before->n; row++)
    {
      const guint32 same = self->same_id[row];
      const gboolean free = same != CADRE_NO_ROW && before->mate[row] == CADRE_NO_ROW &&
                            after->mate[same] == CADRE_NO_ROW;

      if (same == CADRE_NO_ROW)
        continue;
      if (self->rekeyed[row])
        {
          if (free && after->sort[same] == CADRE_SORT_ENDED)
            cadre_run_pair (self, row, same);
        }
      else if (free)
        cadre_run_pair (self, row, same);
      else if (before->mate[row] == same)
        remove_pair (self, row, same);
      else
        report_reused (self, row, same);
    }
}
