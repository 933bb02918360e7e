/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How much speaks for that two posts are one. */

#include "config.h"

#include "diff/mapping/cadre-evidence-run-private.h"

#include <string.h>

#define PAY_STEEPNESS 5
#define STAFF_STEEPNESS 2
#define ALL 1000       /* thousandths */
#define UNIT_WORDS 900 /* what words shared by two names of units count at most */
#define STAND_IN 750   /* what counts that the one above a manager who went is the manager now */
#define UNIT_MATES 500 /* what counts that the unit is the same, where managers are not one */
#define GRADE_STEP 250 /* what a grade next to another counts */

/* Whether so much speaks for a manager as managers that are one post would. */
typedef enum
{
  MANAGERS_NOT_SAID, /* or there is none */
  MANAGERS_OPEN,     /* neither is mapped */
  MANAGERS_ONE,      /* one post */
  MANAGERS_STAND_IN, /* one of the two is not mapped, and the next above who are, are one post */
  MANAGERS_OTHER,
} Managers;

static Managers
get_managers (const CadreRun *self, guint32 i, guint32 k)
{
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreSide *after = &self->sides[CADRE_AFTER];
  guint32 a = before->index->manager[i];
  guint32 b = after->index->manager[k];

  if (a == CADRE_NO_ROW || b == CADRE_NO_ROW)
    return MANAGERS_NOT_SAID;
  if (before->mate[a] == b)
    return MANAGERS_ONE;
  if (before->mate[a] != CADRE_NO_ROW && after->mate[b] != CADRE_NO_ROW)
    return MANAGERS_OTHER;
  if (before->mate[a] == CADRE_NO_ROW && after->mate[b] == CADRE_NO_ROW)
    return MANAGERS_OPEN;

  a = cadre_side_mapped_superior (before, i);
  b = cadre_side_mapped_superior (after, k);
  return a != CADRE_NO_ROW && b != CADRE_NO_ROW && before->mate[a] == b ? MANAGERS_STAND_IN
                                                                        : MANAGERS_OTHER;
}

/* What a feature adds whose likeness is known. */
static inline gint16
weigh (const CadreRun *self, CadreMappingFeature feature, gint64 likeness, gint64 information)
{
  const CadreMappingWeight *weight = &self->rules->weights[feature];
  const gint64 sum = likeness * weight->agreement * information / (ALL * ALL) -
                     (ALL - likeness) * weight->difference / ALL;

  return (gint16) CLAMP (sum, -32000, 32000);
}

/* Those who have a manager or reports in common are few, however many posts there
 * are: a part of what has to speak for a pair is said by that alone. */
static inline gint16
weigh_place (const CadreRun *self, CadreMappingFeature feature, gint32 likeness, gint64 information)
{
  return (gint16) MIN (32000, weigh (self, feature, likeness, information) +
                                (gint64) likeness * self->more / ALL);
}

/* What is left to tell where managers are one post: the others of a manager mostly
 * have the same site and unit. In a structure of an ordinary size the weights know
 * that; beyond, what managers say is not said again. */
static inline gint32
get_rest (const CadreRun *self, Managers managers, gint32 information)
{
  return managers == MANAGERS_ONE ? MAX (0, information - self->more) : information;
}

static inline gint32
get_information (const CadreColumn *column, guint32 a, guint32 b)
{
  return MIN (column->information[a], column->information[b]);
}

static inline gint16
weigh_text (const CadreRun *self, CadreMappingFeature feature, guint place, guint32 i, guint32 k)
{
  const CadreColumn *column = &self->columns[place];
  const guint32 a = cadre_column_get (column, CADRE_BEFORE, i);
  const guint32 b = cadre_column_get (column, CADRE_AFTER, k);

  if (a == CADRE_NO_VALUE || b == CADRE_NO_VALUE)
    return CADRE_NO_EVIDENCE;
  return weigh (self, feature, cadre_column_likeness (column, a, b),
                get_information (column, a, b));
}

static inline gint16
weigh_value (const CadreRun *self, CadreMappingFeature feature, guint place, guint32 i, guint32 k)
{
  const CadreColumn *column = &self->columns[place];
  const guint32 a = cadre_column_get (column, CADRE_BEFORE, i);
  const guint32 b = cadre_column_get (column, CADRE_AFTER, k);

  if (a == CADRE_NO_VALUE || b == CADRE_NO_VALUE)
    return CADRE_NO_EVIDENCE;
  return weigh (self, feature, a == b ? ALL : 0, get_information (column, a, b));
}

static gint16
weigh_site (const CadreRun *self, guint32 i, guint32 k, Managers managers)
{
  const CadreColumn *column = &self->columns[CADRE_COLUMN_SITE];
  const guint32 a = cadre_column_get (column, CADRE_BEFORE, i);
  const guint32 b = cadre_column_get (column, CADRE_AFTER, k);

  if (a == CADRE_NO_VALUE || b == CADRE_NO_VALUE)
    return CADRE_NO_EVIDENCE;
  return weigh (self, CADRE_MAPPING_FEATURE_WORK_BASE, a == b ? ALL : 0,
                get_rest (self, managers, get_information (column, a, b)));
}

/* Grades that no scale puts in order cannot be said to differ. */
static gint16
weigh_grade (const CadreRun *self, guint32 i, guint32 k)
{
  const CadreColumn *column = &self->columns[CADRE_COLUMN_GRADE];
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreSide *after = &self->sides[CADRE_AFTER];
  const guint32 a = cadre_column_get (column, CADRE_BEFORE, i);
  const guint32 b = cadre_column_get (column, CADRE_AFTER, k);
  const gint32 information = get_information (column, a, b);
  gint32 likeness = 0;

  if (a == CADRE_NO_VALUE || b == CADRE_NO_VALUE)
    return CADRE_NO_EVIDENCE;
  if (a == b)
    return weigh (self, CADRE_MAPPING_FEATURE_GRADE, ALL, information);
  if ((before->rung[i] < 0) != (after->rung[k] < 0))
    return CADRE_NO_EVIDENCE;

  if (before->rung[i] >= 0 && before->scale[i] == after->scale[k] &&
      ABS (before->rung[i] - after->rung[k]) == 1)
    likeness = GRADE_STEP;
  return weigh (self, CADRE_MAPPING_FEATURE_GRADE, likeness, information);
}

static inline guint64
vote_key (guint32 unit_before, guint32 unit_after)
{
  return ((guint64) unit_before << 32 | unit_after) + 1;
}

static inline guint32
find_vote (const CadreUnitVotes *votes, guint64 key)
{
  guint32 slot = (guint32) cadre_mix (0, key) & (votes->n_slots - 1);

  while (votes->keys[slot] != 0 && votes->keys[slot] != key)
    slot = (slot + 1) & (votes->n_slots - 1);
  return slot;
}

static guint32
get_unit (const CadreSide *self, guint32 row)
{
  return cadre_table_reference (self->posts, CADRE_FIELD_POST_UNIT, row);
}

static guint64
get_root (guint64 number)
{
  guint64 root = 0;

  for (guint64 bit = G_GUINT64_CONSTANT (1) << 31; bit > 0; bit >>= 1)
    if ((root + bit) * (root + bit) <= number)
      root += bit;

  return root;
}

/* How many of the others of the two units went from the one to the other, as a
 * part of all of theirs that are mapped, in thousandths. */
static gint32
get_unit_share (const CadreRun *self, guint32 i, guint32 k)
{
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreSide *after = &self->sides[CADRE_AFTER];
  const guint32 a = get_unit (before, i);
  const guint32 b = get_unit (after, k);
  const gboolean paired = before->mate[i] == k;
  guint64 n_both = 0;
  guint64 n_before = 0;
  guint64 n_after = 0;

  if (a >= CADRE_AMBIGUOUS_ROW || b >= CADRE_AMBIGUOUS_ROW || self->votes.n_used == 0)
    return 0;

  n_both = self->votes.counts[find_vote (&self->votes, vote_key (a, b))];
  n_before = before->unit_mapped[a] - (before->mate[i] != CADRE_NO_ROW);
  n_after = after->unit_mapped[b] - (after->mate[k] != CADRE_NO_ROW);
  n_both -= paired && n_both > 0;
  if (n_both == 0 || n_before == 0 || n_after == 0)
    return 0;

  return (gint32) MIN (ALL, n_both * ALL / MAX (1, get_root (n_before * n_after)));
}

/* Those of one unit are few, as those of one manager are: where managers do not say
 * it, the unit does in part, but no more than it tells. */
static gint64
get_unit_credit (const CadreRun *self, gint64 likeness, gint64 information, Managers managers)
{
  const gint64 agreement = self->rules->weights[CADRE_MAPPING_FEATURE_UNIT].agreement;
  const gint64 untold = MAX (0, information - information * agreement / ALL);
  const gint64 part = managers == MANAGERS_STAND_IN ? ALL - STAND_IN : ALL;

  if (managers == MANAGERS_ONE)
    return 0;
  return likeness * MIN (self->more, untold) / ALL * part / ALL * UNIT_MATES / ALL;
}

static gint16
weigh_unit (const CadreRun *self, guint32 i, guint32 k, Managers managers)
{
  const CadreColumn *column = &self->columns[CADRE_COLUMN_UNIT];
  const guint32 a = cadre_column_get (column, CADRE_BEFORE, i);
  const guint32 b = cadre_column_get (column, CADRE_AFTER, k);
  gint32 likeness = ALL;
  gint32 information = 0;
  gint64 sum = 0;

  if (a == CADRE_NO_VALUE || b == CADRE_NO_VALUE)
    return CADRE_NO_EVIDENCE;
  if (a != b)
    likeness =
      MAX (cadre_column_likeness (column, a, b) * UNIT_WORDS / ALL, get_unit_share (self, i, k));

  information = get_information (column, a, b);
  sum = weigh (self, CADRE_MAPPING_FEATURE_UNIT, likeness, get_rest (self, managers, information)) +
        get_unit_credit (self, likeness, information, managers);
  return (gint16) MIN (sum, 32000);
}

/* How near two amounts are: all where they are equal, and less the further the
 * one is from the other as a part of it. */
static gint32
get_nearness (gint64 a, gint64 b, gint32 steepness)
{
  const gint32 distance =
    a == b ? 0 : cadre_log_thousandths ((guint64) MAX (a, b), (guint64) MIN (a, b));

  return MAX (0, ALL - MIN (distance, ALL) * steepness);
}

/* Two that are paid nearly the same have in common that they are paid between the
 * two amounts, which tells less than one amount does. */
static gint32
get_pay_information (const CadreRun *self, guint32 a, guint32 b)
{
  const CadreColumn *column = &self->columns[CADRE_COLUMN_PAY];
  const CadrePayRanks *ranks = &self->pay_ranks;
  guint32 n = 0;

  if (a == b)
    return column->information[a];

  n = MAX (ranks->last[a], ranks->last[b]) - MIN (ranks->first[a], ranks->first[b]);
  return MIN (get_information (column, a, b),
              cadre_log_thousandths (MAX (ranks->n_posts, 1), MAX (n, 1)));
}

static gint16
weigh_pay (const CadreRun *self, guint32 i, guint32 k)
{
  const CadreColumn *column = &self->columns[CADRE_COLUMN_PAY];
  const gint64 a = self->sides[CADRE_BEFORE].pay[i];
  const gint64 b = self->sides[CADRE_AFTER].pay[k];
  gint32 nearness = 0;

  if (a <= 0 || b <= 0)
    return CADRE_NO_EVIDENCE;

  nearness = get_nearness (a, b, PAY_STEEPNESS);
  return weigh (self, CADRE_MAPPING_FEATURE_PAY, nearness,
                nearness > 0
                  ? get_pay_information (self, cadre_column_get (column, CADRE_BEFORE, i),
                                         cadre_column_get (column, CADRE_AFTER, k))
                  : 0);
}

static gint16
weigh_staff (const CadreRun *self, guint32 i, guint32 k)
{
  const gint64 a = self->sides[CADRE_BEFORE].staff[i];
  const gint64 b = self->sides[CADRE_AFTER].staff[k];

  if (a <= 0 || b <= 0)
    return CADRE_NO_EVIDENCE;
  return weigh (self, CADRE_MAPPING_FEATURE_STAFF, get_nearness (a, b, STAFF_STEEPNESS), ALL);
}

static gint16
weigh_titles_of_managers (const CadreRun *self, guint32 a, guint32 b)
{
  const CadreColumn *column = &self->columns[CADRE_COLUMN_TITLE];
  const guint32 x = cadre_column_get (column, CADRE_BEFORE, a);
  const guint32 y = cadre_column_get (column, CADRE_AFTER, b);

  if (x == CADRE_NO_VALUE || y == CADRE_NO_VALUE)
    return CADRE_NO_EVIDENCE;
  return weigh_place (self, CADRE_MAPPING_FEATURE_MANAGER, cadre_column_likeness (column, x, y),
                      get_information (column, x, y));
}

/* Managers that are mapped are one post or not; of others the titles speak. Of a
 * manager who went, or who is new, those above speak: whose reports they are now,
 * or were, is another, but one of few. */
static gint16
weigh_manager (const CadreRun *self, guint32 i, guint32 k, Managers managers)
{
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreSide *after = &self->sides[CADRE_AFTER];
  const guint32 a = before->index->manager[i];
  const guint32 b = after->index->manager[k];
  const gint16 other = weigh (self, CADRE_MAPPING_FEATURE_MANAGER, 0, 0);
  guint32 n = 0;
  guint32 n_other = 0;
  gint32 information = 0;

  if (managers == MANAGERS_NOT_SAID)
    return CADRE_NO_EVIDENCE;
  if (managers == MANAGERS_OPEN)
    return weigh_titles_of_managers (self, a, b);
  if (managers == MANAGERS_STAND_IN)
    return (gint16) MIN (32000, other + (gint64) STAND_IN * self->more / ALL);
  if (managers == MANAGERS_OTHER)
    return other;

  cadre_backward_get (&before->index->reports, a, &n);
  cadre_backward_get (&after->index->reports, b, &n_other);
  information = cadre_log_thousandths ((guint64) before->n + after->n, (guint64) n + n_other);
  return weigh_place (self, CADRE_MAPPING_FEATURE_MANAGER, ALL,
                      get_rest (self, managers, information));
}

/* How many of the reports of the one are mapped to reports of the other, as a
 * part of those of the one that has more. */
static gint32
get_mapped_share (const CadreRun *self, guint32 i, guint32 k)
{
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreSide *after = &self->sides[CADRE_AFTER];
  const guint32 most = MAX (before->n_reports[i], after->n_reports[k]);
  guint32 n = 0;
  guint32 n_mapped = 0;
  const guint32 *rows = cadre_backward_get (&before->index->reports, i, &n);

  if (before->n_reports[i] == 0 || after->n_reports[k] == 0)
    return 0;

  for (guint32 place = 0; place < n; place++)
    {
      const guint32 mate = before->mate[rows[place]];

      n_mapped += mate != CADRE_NO_ROW && before->sort[rows[place]] == CADRE_SORT_POST &&
                  after->index->manager[mate] == k;
    }

  return (gint32) ((guint64) n_mapped * ALL / most);
}

/* How alike what reports to them is, by the sorts of jobs: those that are rare
 * tell more. */
static gint32
get_kinds_share (const CadreRun *self, guint32 i, guint32 k)
{
  const CadreBackward *a = &self->sides[CADRE_BEFORE].index->reports;
  const CadreBackward *b = &self->sides[CADRE_AFTER].index->reports;
  const guint64 *x = self->sides[CADRE_BEFORE].kinds;
  const guint64 *y = self->sides[CADRE_AFTER].kinds;
  const guint32 end_x = a->first[i + 1];
  const guint32 end_y = b->first[k + 1];
  guint32 at_x = a->first[i];
  guint32 at_y = b->first[k];
  gint64 mass_x = 0;
  gint64 mass_y = 0;
  gint64 common = 0;
  gint64 most = 0;

  while (at_x < end_x || at_y < end_y)
    {
      const gboolean take_x = at_x < end_x && (at_y >= end_y || x[at_x] <= y[at_y]);
      const gboolean take_y = at_y < end_y && (at_x >= end_x || y[at_y] <= x[at_x]);
      const gint32 weight = self->kind_weights[(take_x ? x[at_x] : y[at_y]) & CADRE_KIND_MASK];

      mass_x += take_x ? weight : 0;
      mass_y += take_y ? weight : 0;
      common += take_x && take_y ? weight : 0;
      at_x += take_x;
      at_y += take_y;
    }

  most = MAX (mass_x, mass_y);
  if (most == 0)
    return 0;
  /* What only one common sort of job says is not much. */
  return (gint32) (common * ALL / most * MIN (common, self->enough_kinds) / self->enough_kinds);
}

static gint16
weigh_reports (const CadreRun *self, guint32 i, guint32 k)
{
  guint32 n = 0;
  guint32 n_other = 0;

  cadre_backward_get (&self->sides[CADRE_BEFORE].index->reports, i, &n);
  cadre_backward_get (&self->sides[CADRE_AFTER].index->reports, k, &n_other);
  if (n == 0 || n_other == 0)
    return CADRE_NO_EVIDENCE;

  return weigh_place (self, CADRE_MAPPING_FEATURE_REPORTS,
                      MAX (get_mapped_share (self, i, k), get_kinds_share (self, i, k)), ALL);
}

/* What does not change while posts are mapped. */
static void
weigh_own (const CadreRun *self, guint32 before, guint32 after, CadreValues values)
{
  values[CADRE_MAPPING_FEATURE_TITLE] =
    weigh_text (self, CADRE_MAPPING_FEATURE_TITLE, CADRE_COLUMN_TITLE, before, after);
  values[CADRE_MAPPING_FEATURE_GRADE] = weigh_grade (self, before, after);
  values[CADRE_MAPPING_FEATURE_EMPLOYER] =
    weigh_value (self, CADRE_MAPPING_FEATURE_EMPLOYER, CADRE_COLUMN_EMPLOYER, before, after);
  values[CADRE_MAPPING_FEATURE_FUNCTIONS] =
    weigh_text (self, CADRE_MAPPING_FEATURE_FUNCTIONS, CADRE_COLUMN_FUNCTIONS, before, after);
  values[CADRE_MAPPING_FEATURE_PROFILE] =
    weigh_text (self, CADRE_MAPPING_FEATURE_PROFILE, CADRE_COLUMN_PROFILE, before, after);
  values[CADRE_MAPPING_FEATURE_PROFESSION] =
    weigh_value (self, CADRE_MAPPING_FEATURE_PROFESSION, CADRE_COLUMN_PROFESSION, before, after);
  values[CADRE_MAPPING_FEATURE_FTE] =
    weigh_value (self, CADRE_MAPPING_FEATURE_FTE, CADRE_COLUMN_FTE, before, after);
  values[CADRE_MAPPING_FEATURE_PAY] = weigh_pay (self, before, after);
  values[CADRE_MAPPING_FEATURE_STAFF] = weigh_staff (self, before, after);
  values[CADRE_MAPPING_FEATURE_HOLDER] =
    weigh_value (self, CADRE_MAPPING_FEATURE_HOLDER, CADRE_COLUMN_HOLDER, before, after);
}

static inline gint32
count_value (gint16 value)
{
  return value != CADRE_NO_EVIDENCE ? value : 0;
}

gint32
cadre_run_score_place (const CadreRun *self, guint32 before, guint32 after)
{
  const Managers managers = get_managers (self, before, after);

  return count_value (weigh_unit (self, before, after, managers)) +
         count_value (weigh_site (self, before, after, managers)) +
         count_value (weigh_manager (self, before, after, managers)) +
         count_value (weigh_reports (self, before, after));
}

gint32
cadre_run_score (const CadreRun *self, guint32 before, guint32 after, CadreValues values)
{
  const Managers managers = get_managers (self, before, after);
  gint32 score = 0;

  weigh_own (self, before, after, values);
  values[CADRE_MAPPING_FEATURE_UNIT] = weigh_unit (self, before, after, managers);
  values[CADRE_MAPPING_FEATURE_WORK_BASE] = weigh_site (self, before, after, managers);
  values[CADRE_MAPPING_FEATURE_MANAGER] = weigh_manager (self, before, after, managers);
  values[CADRE_MAPPING_FEATURE_REPORTS] = weigh_reports (self, before, after);
  for (guint i = 0; i < CADRE_N_MAPPING_FEATURES; i++)
    score += count_value (values[i]);

  return score;
}

/* Makes room for all pairs of units that there may be: not more than posts. */
static gboolean
clear_votes (CadreUnitVotes *votes, guint32 n_posts)
{
  guint32 n_slots = 64;

  while (n_slots < 2 * (guint64) n_posts && n_slots < 1u << 30)
    n_slots *= 2;
  if (votes->n_slots != n_slots)
    {
      g_free (votes->keys);
      g_free (votes->counts);
      votes->keys = g_try_new (guint64, n_slots);
      votes->counts = g_try_new (guint32, n_slots);
      votes->n_slots = n_slots;
    }
  if (votes->keys == NULL || votes->counts == NULL)
    return FALSE;

  memset (votes->keys, 0, n_slots * sizeof (guint64));
  memset (votes->counts, 0, n_slots * sizeof (guint32));
  votes->n_used = 0;
  return TRUE;
}

gboolean
cadre_run_count_units (CadreRun *self)
{
  CadreSide *before = &self->sides[CADRE_BEFORE];
  CadreSide *after = &self->sides[CADRE_AFTER];

  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      CadreSide *at = &self->sides[side];

      g_free (at->unit_mapped);
      at->unit_mapped = g_try_new0 (guint32, (gsize) at->index->n_units + 1);
      if (at->unit_mapped == NULL)
        return FALSE;
    }
  if (!clear_votes (&self->votes, MIN (before->n, after->n)))
    return FALSE;

  for (guint32 i = 0; i < before->n; i++)
    {
      const guint32 k = before->mate[i];
      const guint32 a = k != CADRE_NO_ROW ? get_unit (before, i) : CADRE_NO_ROW;
      const guint32 b = k != CADRE_NO_ROW ? get_unit (after, k) : CADRE_NO_ROW;
      guint32 slot = 0;

      if (a < CADRE_AMBIGUOUS_ROW)
        before->unit_mapped[a]++;
      if (b < CADRE_AMBIGUOUS_ROW)
        after->unit_mapped[b]++;
      if (a >= CADRE_AMBIGUOUS_ROW || b >= CADRE_AMBIGUOUS_ROW)
        continue;
      slot = find_vote (&self->votes, vote_key (a, b));
      self->votes.n_used += self->votes.keys[slot] == 0;
      self->votes.keys[slot] = vote_key (a, b);
      self->votes.counts[slot]++;
    }

  return TRUE;
}
