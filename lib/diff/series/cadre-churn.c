/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-churn
 * @Title: CadreChurn
 * @Short_Description: How many posts came, went and changed between two dates
 *
 * A #CadreChurn counts what happened to posts between two neighbouring dates of
 * a #CadreSeries. Every post counts as one, whatever its establishment is; what
 * positions and vacancies there are at either date is in the figures.
 *
 * A row that pools like posts, of which cadre_post_get_grouped() says %CADRE_TRUTH_TRUE,
 * is not a post: it stands for any number of them, under an id that its list or its
 * importer made up. Such rows are in no number and no rate, whatever happened to them;
 * cadre_churn_get_n_pooled_before() and cadre_churn_get_n_pooled_after() count them by
 * themselves. Where a row is a post at one date and pools posts at the other, the post
 * has gone, or has opened. The figures are of both, and the histories of the
 * series are too.
 *
 * Where one of the two structures does not state a grade, it is not known
 * whether the post was regraded. So each number has a least, of what is known,
 * and a most, if all that is not known had happened.
 */

#include "config.h"

#include "base/cadre-fraction-private.h"
#include "diff/series/cadre-series-private.h"

struct _CadreChurn
{
  GObject parent_instance;

  guint32 date_before; /* packed */
  guint32 date_after;  /* packed */
  guint n_before;
  guint n_after;
  guint n_pooled_before;
  guint n_pooled_after;
  guint least[CADRE_N_HISTORY_EVENT_KINDS];
  guint most[CADRE_N_HISTORY_EVENT_KINDS];
  CadreFigures *figures[2];
};

/**
 * CadreChurn:
 *
 * How many posts came, went and changed between two dates.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreChurn, cadre_churn, G_TYPE_OBJECT)

static void
cadre_churn_finalize (GObject *object)
{
  CadreChurn *self = CADRE_CHURN (object);

  g_clear_object (&self->figures[0]);
  g_clear_object (&self->figures[1]);

  G_OBJECT_CLASS (cadre_churn_parent_class)->finalize (object);
}

static void
cadre_churn_class_init (CadreChurnClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_churn_finalize;
}

static void
cadre_churn_init (CadreChurn *self)
{
}

static void
count_mask (CadreChurn *self, guint32 mask)
{
  for (guint kind = 0; mask != 0 && kind < CADRE_N_HISTORY_EVENT_KINDS; kind++)
    {
      self->least[kind] += (mask & CADRE_HISTORY_FLAG (kind)) != 0;
      self->most[kind] += (mask & (CADRE_HISTORY_FLAG (kind) | CADRE_HISTORY_LEARNED (kind))) != 0;
    }
}

static gboolean
is_pooled (const CadreSeriesDate *date, guint32 post)
{
  return cadre_table_word (cadre_tables_get (date->tables, CADRE_RECORD_KIND_POST),
                           CADRE_FIELD_POST_GROUPED, post) == CADRE_TRUTH_TRUE;
}

/* A post that goes on in a pooled row cannot be seen in it any more. */
static void
count_before (CadreChurn *self,
              const CadreSeriesDate *before,
              const CadreSeriesDate *after,
              const guint32 *after_of)
{
  guint n_gone = 0;

  for (guint32 row = 0; row < before->n_posts; row++)
    if (is_pooled (before, row))
      self->n_pooled_before++;
    else
      n_gone += after_of[row] == CADRE_NO_ROW || is_pooled (after, after_of[row]);

  self->n_before = before->n_posts - self->n_pooled_before;
  self->least[CADRE_HISTORY_EVENT_KIND_GONE] = n_gone;
  self->most[CADRE_HISTORY_EVENT_KIND_GONE] = n_gone;
}

/* A post that comes out of a pooled row was not there as a post. */
static void
count_after (CadreChurn *self,
             const CadreSeriesDate *before,
             const CadreSeriesDate *after,
             const guint32 *before_of)
{
  for (guint32 row = 0; row < after->n_posts; row++)
    if (is_pooled (after, row))
      self->n_pooled_after++;
    else if (before_of[row] != CADRE_NO_ROW && is_pooled (before, before_of[row]))
      count_mask (self, CADRE_HISTORY_FLAG (CADRE_HISTORY_EVENT_KIND_OPENED));
    else
      count_mask (self, after->masks[row]);

  self->n_after = after->n_posts - self->n_pooled_after;
}

/* @period is the place of the structure before. */
CadreChurn *
cadre_churn_new (CadreSeries *series, guint period, CadreFigures *const figures[2])
{
  CadreChurn *self = g_object_new (CADRE_TYPE_CHURN, NULL);
  const CadreSeriesDate *before = &series->dates[period];
  const CadreSeriesDate *after = &series->dates[period + 1];
  CadreMapping *mapping = cadre_diff_get_mapping (series->diffs[period]);

  self->date_before = before->as_of;
  self->date_after = after->as_of;
  self->figures[0] = g_object_ref (figures[0]);
  self->figures[1] = g_object_ref (figures[1]);
  count_before (self, before, after, mapping->posts.after_of);
  count_after (self, before, after, mapping->posts.before_of);

  return self;
}

/**
 * cadre_churn_dup_date_before:
 * @self: a #CadreChurn
 *
 * Gets the date at the start.
 *
 * Returns: (transfer full): the date
 *
 * Since: 1.0
 */
CadreDate *
cadre_churn_dup_date_before (CadreChurn *self)
{
  g_return_val_if_fail (CADRE_IS_CHURN (self), NULL);

  return cadre_date_new_packed (self->date_before);
}

/**
 * cadre_churn_dup_date_after:
 * @self: a #CadreChurn
 *
 * Gets the date when it is over.
 *
 * Returns: (transfer full): the date
 *
 * Since: 1.0
 */
CadreDate *
cadre_churn_dup_date_after (CadreChurn *self)
{
  g_return_val_if_fail (CADRE_IS_CHURN (self), NULL);

  return cadre_date_new_packed (self->date_after);
}

/**
 * cadre_churn_get_n_before:
 * @self: a #CadreChurn
 *
 * Counts the posts at the start. Pooled rows are not posts.
 *
 * Returns: the number of posts
 *
 * Since: 1.0
 */
guint
cadre_churn_get_n_before (CadreChurn *self)
{
  g_return_val_if_fail (CADRE_IS_CHURN (self), 0);

  return self->n_before;
}

/**
 * cadre_churn_get_n_after:
 * @self: a #CadreChurn
 *
 * Counts the posts when it is over. Pooled rows are not posts.
 *
 * Returns: the number of posts
 *
 * Since: 1.0
 */
guint
cadre_churn_get_n_after (CadreChurn *self)
{
  g_return_val_if_fail (CADRE_IS_CHURN (self), 0);

  return self->n_after;
}

/**
 * cadre_churn_get_n_pooled_before:
 * @self: a #CadreChurn
 *
 * Counts the rows at the start that pool like posts. They are in no other number.
 *
 * Returns: the number of rows
 *
 * Since: 1.0
 */
guint
cadre_churn_get_n_pooled_before (CadreChurn *self)
{
  g_return_val_if_fail (CADRE_IS_CHURN (self), 0);

  return self->n_pooled_before;
}

/**
 * cadre_churn_get_n_pooled_after:
 * @self: a #CadreChurn
 *
 * Counts the rows that pool like posts when it is over. They are in no other number.
 *
 * Returns: the number of rows
 *
 * Since: 1.0
 */
guint
cadre_churn_get_n_pooled_after (CadreChurn *self)
{
  g_return_val_if_fail (CADRE_IS_CHURN (self), 0);

  return self->n_pooled_after;
}

/**
 * cadre_churn_get_n_continuing:
 * @self: a #CadreChurn
 *
 * Counts the posts that are there at both dates, be it under another id. With
 * those that have gone these are the posts at the start, and with those that
 * opened or came back the posts when it is over.
 *
 * Returns: the number of posts
 *
 * Since: 1.0
 */
guint
cadre_churn_get_n_continuing (CadreChurn *self)
{
  g_return_val_if_fail (CADRE_IS_CHURN (self), 0);

  return self->n_before - self->least[CADRE_HISTORY_EVENT_KIND_GONE];
}

/**
 * cadre_churn_get_least:
 * @self: a #CadreChurn
 * @kind: what happened
 *
 * Counts the posts to which something happened, as far as that is known.
 *
 * Returns: the least number of posts
 *
 * Since: 1.0
 */
guint
cadre_churn_get_least (CadreChurn *self, CadreHistoryEventKind kind)
{
  g_return_val_if_fail (CADRE_IS_CHURN (self), 0);
  g_return_val_if_fail ((guint) kind < CADRE_N_HISTORY_EVENT_KINDS, 0);

  return self->least[kind];
}

/**
 * cadre_churn_get_most:
 * @self: a #CadreChurn
 * @kind: what happened
 *
 * Counts the posts to which something happened or, since one side does not state
 * the value, may have happened.
 *
 * Returns: the most posts that it can be
 *
 * Since: 1.0
 */
guint
cadre_churn_get_most (CadreChurn *self, CadreHistoryEventKind kind)
{
  g_return_val_if_fail (CADRE_IS_CHURN (self), 0);
  g_return_val_if_fail ((guint) kind < CADRE_N_HISTORY_EVENT_KINDS, 0);

  return self->most[kind];
}

/* A part of the posts at the start; NULL where there were none. */
static CadreFraction *
make_rate (CadreChurn *self, guint n)
{
  return self->n_before > 0 ? cadre_fraction_new (n, self->n_before, NULL) : NULL;
}

/**
 * cadre_churn_dup_least_rate:
 * @self: a #CadreChurn
 * @kind: what happened
 *
 * Gets cadre_churn_get_least() as a part of the posts at the start, exactly. Of
 * posts that opened this can be more than one.
 *
 * Returns: (transfer full) (nullable): the rate, or %NULL if there were no posts
 *   at the start
 *
 * Since: 1.0
 */
CadreFraction *
cadre_churn_dup_least_rate (CadreChurn *self, CadreHistoryEventKind kind)
{
  g_return_val_if_fail (CADRE_IS_CHURN (self), NULL);
  g_return_val_if_fail ((guint) kind < CADRE_N_HISTORY_EVENT_KINDS, NULL);

  return make_rate (self, self->least[kind]);
}

/**
 * cadre_churn_dup_most_rate:
 * @self: a #CadreChurn
 * @kind: what happened
 *
 * Gets cadre_churn_get_most() as a part of the posts at the start, exactly.
 *
 * Returns: (transfer full) (nullable): the rate, or %NULL if there were no posts
 *   at the start
 *
 * Since: 1.0
 */
CadreFraction *
cadre_churn_dup_most_rate (CadreChurn *self, CadreHistoryEventKind kind)
{
  g_return_val_if_fail (CADRE_IS_CHURN (self), NULL);
  g_return_val_if_fail ((guint) kind < CADRE_N_HISTORY_EVENT_KINDS, NULL);

  return make_rate (self, self->most[kind]);
}

/**
 * cadre_churn_get_figures_before:
 * @self: a #CadreChurn
 *
 * Gets the staffing at the start: positions, vacancies, full-time equivalents
 * and cost, each as far as it is known.
 *
 * Returns: (transfer none): the figures
 *
 * Since: 1.0
 */
CadreFigures *
cadre_churn_get_figures_before (CadreChurn *self)
{
  g_return_val_if_fail (CADRE_IS_CHURN (self), NULL);

  return self->figures[0];
}

/**
 * cadre_churn_get_figures_after:
 * @self: a #CadreChurn
 *
 * Gets the staffing when it is over.
 *
 * Returns: (transfer none): the figures
 *
 * Since: 1.0
 */
CadreFigures *
cadre_churn_get_figures_after (CadreChurn *self)
{
  g_return_val_if_fail (CADRE_IS_CHURN (self), NULL);

  return self->figures[1];
}
