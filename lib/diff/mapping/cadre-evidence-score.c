/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How much speaks for that two posts are one. */

#include "config.h"

#include "diff/mapping/cadre-evidence-run-private.h"

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
weigh_unit_names (const CadreRun *self, gint32 likeness, gint32 information, Managers managers)
{
  const gint64 sum =
    weigh (self, CADRE_MAPPING_FEATURE_UNIT, likeness, get_rest (self, managers, information)) +
    get_unit_credit (self, likeness, information, managers);

  return (gint16) MIN (sum, 32000);
}

static gint16
weigh_unit (const CadreRun *self, guint32 i, guint32 k, Managers managers)
{
  const CadreColumn *column = &self->columns[CADRE_COLUMN_UNIT];
  const guint32 a = cadre_column_get (column, CADRE_BEFORE, i);
  const guint32 b = cadre_column_get (column, CADRE_AFTER, k);
  gint32 likeness = ALL;

  if (a == CADRE_NO_VALUE || b == CADRE_NO_VALUE)
    return CADRE_NO_EVIDENCE;
  if (a != b)
    likeness = MAX (cadre_column_likeness (column, a, b) * UNIT_WORDS / ALL,
                    cadre_run_unit_share (self, i, k));

  return weigh_unit_names (self, likeness, get_information (column, a, b), managers);
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
  if (n == 0)
    return CADRE_NO_EVIDENCE;
  cadre_backward_get (&self->sides[CADRE_AFTER].index->reports, k, &n_other);
  if (n_other == 0)
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

static gint32
add_up (const CadreValues values)
{
  gint32 score = 0;

  for (guint i = 0; i < CADRE_N_MAPPING_FEATURES; i++)
    score += count_value (values[i]);

  return score;
}

gint32
cadre_run_score (const CadreRun *self, guint32 before, guint32 after, CadreValues values)
{
  const Managers managers = get_managers (self, before, after);

  weigh_own (self, before, after, values);
  values[CADRE_MAPPING_FEATURE_UNIT] = weigh_unit (self, before, after, managers);
  values[CADRE_MAPPING_FEATURE_WORK_BASE] = weigh_site (self, before, after, managers);
  values[CADRE_MAPPING_FEATURE_MANAGER] = weigh_manager (self, before, after, managers);
  values[CADRE_MAPPING_FEATURE_REPORTS] = weigh_reports (self, before, after);
  return add_up (values);
}

/* What a value adds that both have. */
static gint16
weigh_equal (const CadreRun *self, CadreMappingFeature feature, gint32 information)
{
  return information >= 0 ? weigh (self, feature, ALL, information) : CADRE_NO_EVIDENCE;
}

static inline gint32
get_own_information (const CadreRun *self, guint place, guint side, guint32 row)
{
  const CadreColumn *column = &self->columns[place];
  const guint32 value = cadre_column_get (column, side, row);

  return value != CADRE_NO_VALUE ? column->information[value] : -1;
}

static void
weigh_equal_own (const CadreRun *self, guint side, guint32 row, CadreValues values)
{
  static const guint8 columns[][2] = {
    { CADRE_MAPPING_FEATURE_TITLE, CADRE_COLUMN_TITLE },
    { CADRE_MAPPING_FEATURE_GRADE, CADRE_COLUMN_GRADE },
    { CADRE_MAPPING_FEATURE_EMPLOYER, CADRE_COLUMN_EMPLOYER },
    { CADRE_MAPPING_FEATURE_FUNCTIONS, CADRE_COLUMN_FUNCTIONS },
    { CADRE_MAPPING_FEATURE_PROFILE, CADRE_COLUMN_PROFILE },
    { CADRE_MAPPING_FEATURE_PROFESSION, CADRE_COLUMN_PROFESSION },
    { CADRE_MAPPING_FEATURE_FTE, CADRE_COLUMN_FTE },
    { CADRE_MAPPING_FEATURE_PAY, CADRE_COLUMN_PAY },
    { CADRE_MAPPING_FEATURE_HOLDER, CADRE_COLUMN_HOLDER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    values[columns[i][0]] =
      weigh_equal (self, columns[i][0], get_own_information (self, columns[i][1], side, row));
  values[CADRE_MAPPING_FEATURE_STAFF] =
    weigh_equal (self, CADRE_MAPPING_FEATURE_STAFF, self->sides[side].staff[row] > 0 ? ALL : -1);
}

/* The other side is hardly looked at: in a large structure that is what takes time. */
gint32
cadre_run_score_alike (const CadreRun *self,
                       guint32 before,
                       guint32 after,
                       guint side,
                       CadreValues values)
{
  const Managers managers = get_managers (self, before, after);
  const guint32 row = side == CADRE_BEFORE ? before : after;
  const gint32 unit = get_own_information (self, CADRE_COLUMN_UNIT, side, row);
  const gint32 site = get_own_information (self, CADRE_COLUMN_SITE, side, row);

  weigh_equal_own (self, side, row, values);
  values[CADRE_MAPPING_FEATURE_UNIT] =
    unit < 0 ? CADRE_NO_EVIDENCE : weigh_unit_names (self, ALL, unit, managers);
  values[CADRE_MAPPING_FEATURE_WORK_BASE] =
    weigh_equal (self, CADRE_MAPPING_FEATURE_WORK_BASE,
                 site < 0 ? -1 : get_rest (self, managers, site));
  values[CADRE_MAPPING_FEATURE_MANAGER] = weigh_manager (self, before, after, managers);
  values[CADRE_MAPPING_FEATURE_REPORTS] = weigh_reports (self, before, after);
  return add_up (values);
}
