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
get_managers (const CadreFacts *a, const CadreFacts *b)
{
  if (a->manager == CADRE_NO_ROW || b->manager == CADRE_NO_ROW)
    return MANAGERS_NOT_SAID;
  if (a->manager_mate == b->manager)
    return MANAGERS_ONE;
  if (a->manager_mate != CADRE_NO_ROW && b->manager_mate != CADRE_NO_ROW)
    return MANAGERS_OTHER;
  if (a->manager_mate == CADRE_NO_ROW && b->manager_mate == CADRE_NO_ROW)
    return MANAGERS_OPEN;

  return a->superior != CADRE_NO_ROW && a->superior_mate == b->superior ? MANAGERS_STAND_IN
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
weigh_text (const CadreRun *self,
            CadreMappingFeature feature,
            guint place,
            const CadreFacts *a,
            const CadreFacts *b)
{
  const CadreColumn *column = &self->columns[place];
  const guint32 x = a->values[place];
  const guint32 y = b->values[place];

  if (x == CADRE_NO_VALUE || y == CADRE_NO_VALUE)
    return CADRE_NO_EVIDENCE;
  return weigh (self, feature, cadre_column_likeness (column, x, y),
                get_information (column, x, y));
}

static inline gint16
weigh_value (const CadreRun *self,
             CadreMappingFeature feature,
             guint place,
             const CadreFacts *a,
             const CadreFacts *b)
{
  const guint32 x = a->values[place];
  const guint32 y = b->values[place];

  if (x == CADRE_NO_VALUE || y == CADRE_NO_VALUE)
    return CADRE_NO_EVIDENCE;
  return x == y ? weigh (self, feature, ALL, self->columns[place].information[x])
                : weigh (self, feature, 0, 0);
}

static gint16
weigh_site (const CadreRun *self, const CadreFacts *a, const CadreFacts *b, Managers managers)
{
  const CadreColumn *column = &self->columns[CADRE_COLUMN_SITE];
  const guint32 x = a->values[CADRE_COLUMN_SITE];
  const guint32 y = b->values[CADRE_COLUMN_SITE];

  if (x == CADRE_NO_VALUE || y == CADRE_NO_VALUE)
    return CADRE_NO_EVIDENCE;
  return x == y ? weigh (self, CADRE_MAPPING_FEATURE_WORK_BASE, ALL,
                         get_rest (self, managers, column->information[x]))
                : weigh (self, CADRE_MAPPING_FEATURE_WORK_BASE, 0, 0);
}

/* Grades that no scale puts in order cannot be said to differ. */
static gint16
weigh_grade (const CadreRun *self, const CadreFacts *a, const CadreFacts *b)
{
  const CadreColumn *column = &self->columns[CADRE_COLUMN_GRADE];
  const guint32 x = a->values[CADRE_COLUMN_GRADE];
  const guint32 y = b->values[CADRE_COLUMN_GRADE];
  const gint32 information = get_information (column, x, y);
  gint32 likeness = 0;

  if (x == CADRE_NO_VALUE || y == CADRE_NO_VALUE)
    return CADRE_NO_EVIDENCE;
  if (x == y)
    return weigh (self, CADRE_MAPPING_FEATURE_GRADE, ALL, information);
  if ((a->rung < 0) != (b->rung < 0))
    return CADRE_NO_EVIDENCE;

  if (a->rung >= 0 && a->scale == b->scale && ABS (a->rung - b->rung) == 1)
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
weigh_unit (const CadreRun *self, const CadreFacts *a, const CadreFacts *b, Managers managers)
{
  const CadreColumn *column = &self->columns[CADRE_COLUMN_UNIT];
  const guint32 x = a->values[CADRE_COLUMN_UNIT];
  const guint32 y = b->values[CADRE_COLUMN_UNIT];
  gint32 likeness = ALL;

  if (x == CADRE_NO_VALUE || y == CADRE_NO_VALUE)
    return CADRE_NO_EVIDENCE;
  if (x != y)
    likeness = MAX (cadre_column_likeness (column, x, y) * UNIT_WORDS / ALL,
                    cadre_run_unit_share (self, a, b));

  return weigh_unit_names (self, likeness, get_information (column, x, y), managers);
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
weigh_pay (const CadreRun *self, const CadreFacts *a, const CadreFacts *b)
{
  gint32 nearness = 0;

  if (a->pay <= 0 || b->pay <= 0)
    return CADRE_NO_EVIDENCE;

  nearness = get_nearness (a->pay, b->pay, PAY_STEEPNESS);
  return weigh (self, CADRE_MAPPING_FEATURE_PAY, nearness,
                nearness > 0 ? get_pay_information (self, a->values[CADRE_COLUMN_PAY],
                                                    b->values[CADRE_COLUMN_PAY])
                             : 0);
}

static gint16
weigh_staff (const CadreRun *self, const CadreFacts *a, const CadreFacts *b)
{
  if (a->staff <= 0 || b->staff <= 0)
    return CADRE_NO_EVIDENCE;
  return weigh (self, CADRE_MAPPING_FEATURE_STAFF,
                get_nearness (a->staff, b->staff, STAFF_STEEPNESS), ALL);
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
weigh_manager (const CadreRun *self, const CadreFacts *a, const CadreFacts *b, Managers managers)
{
  const gint16 other = weigh (self, CADRE_MAPPING_FEATURE_MANAGER, 0, 0);
  const guint64 n_posts = (guint64) self->sides[CADRE_BEFORE].n + self->sides[CADRE_AFTER].n;
  gint32 information = 0;

  if (managers == MANAGERS_NOT_SAID)
    return CADRE_NO_EVIDENCE;
  if (managers == MANAGERS_OPEN)
    return weigh_titles_of_managers (self, a->manager, b->manager);
  if (managers == MANAGERS_STAND_IN)
    return (gint16) MIN (32000, other + (gint64) STAND_IN * self->more / ALL);
  if (managers == MANAGERS_OTHER)
    return other;

  information = cadre_log_thousandths (n_posts, (guint64) a->n_mates + b->n_mates);
  return weigh_place (self, CADRE_MAPPING_FEATURE_MANAGER, ALL,
                      get_rest (self, managers, information));
}

static gint16
weigh_reports (const CadreRun *self, const CadreFacts *a, const CadreFacts *b)
{
  if (a->n_reports == 0 || b->n_reports == 0)
    return CADRE_NO_EVIDENCE;
  return weigh_place (self, CADRE_MAPPING_FEATURE_REPORTS, cadre_run_compare_reports (self, a, b),
                      ALL);
}

/* What does not change while posts are mapped. */
static void
weigh_own (const CadreRun *self, const CadreFacts *a, const CadreFacts *b, CadreValues values)
{
  values[CADRE_MAPPING_FEATURE_TITLE] =
    weigh_text (self, CADRE_MAPPING_FEATURE_TITLE, CADRE_COLUMN_TITLE, a, b);
  values[CADRE_MAPPING_FEATURE_GRADE] = weigh_grade (self, a, b);
  values[CADRE_MAPPING_FEATURE_EMPLOYER] =
    weigh_value (self, CADRE_MAPPING_FEATURE_EMPLOYER, CADRE_COLUMN_EMPLOYER, a, b);
  values[CADRE_MAPPING_FEATURE_FUNCTIONS] =
    weigh_text (self, CADRE_MAPPING_FEATURE_FUNCTIONS, CADRE_COLUMN_FUNCTIONS, a, b);
  values[CADRE_MAPPING_FEATURE_PROFILE] =
    weigh_text (self, CADRE_MAPPING_FEATURE_PROFILE, CADRE_COLUMN_PROFILE, a, b);
  values[CADRE_MAPPING_FEATURE_PROFESSION] =
    weigh_value (self, CADRE_MAPPING_FEATURE_PROFESSION, CADRE_COLUMN_PROFESSION, a, b);
  values[CADRE_MAPPING_FEATURE_FTE] =
    weigh_value (self, CADRE_MAPPING_FEATURE_FTE, CADRE_COLUMN_FTE, a, b);
  values[CADRE_MAPPING_FEATURE_PAY] = weigh_pay (self, a, b);
  values[CADRE_MAPPING_FEATURE_STAFF] = weigh_staff (self, a, b);
  values[CADRE_MAPPING_FEATURE_HOLDER] =
    weigh_value (self, CADRE_MAPPING_FEATURE_HOLDER, CADRE_COLUMN_HOLDER, a, b);
}

gint16
cadre_run_weigh_title (const CadreRun *self, guint32 before, guint32 after)
{
  const CadreColumn *column = &self->columns[CADRE_COLUMN_TITLE];
  const guint32 x = cadre_column_get (column, CADRE_BEFORE, before);
  const guint32 y = cadre_column_get (column, CADRE_AFTER, after);

  if (x == CADRE_NO_VALUE || y == CADRE_NO_VALUE)
    return CADRE_NO_EVIDENCE;
  return weigh (self, CADRE_MAPPING_FEATURE_TITLE, cadre_column_likeness (column, x, y),
                get_information (column, x, y));
}

static inline gint32
count_value (gint16 value)
{
  return value != CADRE_NO_EVIDENCE ? value : 0;
}

gint32
cadre_run_score_place (const CadreRun *self, const CadreFacts *before, const CadreFacts *after)
{
  const Managers managers = get_managers (before, after);

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
cadre_run_score_own (const CadreRun *self, const CadreFacts *before, const CadreFacts *after)
{
  CadreValues values = { 0 };

  weigh_own (self, before, after, values);
  return add_up (values);
}

gint32
cadre_run_score (const CadreRun *self,
                 const CadreFacts *before,
                 const CadreFacts *after,
                 CadreValues values)
{
  const Managers managers = get_managers (before, after);

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
  const gint64 staff = cadre_side_get_staff (&self->sides[side], row);

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    values[columns[i][0]] =
      weigh_equal (self, columns[i][0], get_own_information (self, columns[i][1], side, row));
  values[CADRE_MAPPING_FEATURE_STAFF] =
    weigh_equal (self, CADRE_MAPPING_FEATURE_STAFF, staff > 0 ? ALL : -1);
}

void
cadre_run_weigh_around (const CadreRun *self, guint32 before, guint32 after, CadreAround *around)
{
  CadreFacts a;
  CadreFacts b;
  Managers managers = MANAGERS_NOT_SAID;

  cadre_run_get_place (self, CADRE_BEFORE, before, &a);
  cadre_run_get_place (self, CADRE_AFTER, after, &b);
  managers = get_managers (&a, &b);
  around->manager = weigh_manager (self, &a, &b, managers);
  around->reports = weigh_reports (self, &a, &b);
  around->managers = managers;
}

/* The other side is hardly looked at: in a large structure that is what takes time. */
gint32
cadre_run_score_alike (const CadreRun *self,
                       guint side,
                       guint32 row,
                       const CadreAround *around,
                       CadreValues values)
{
  const gint32 unit = get_own_information (self, CADRE_COLUMN_UNIT, side, row);
  const gint32 site = get_own_information (self, CADRE_COLUMN_SITE, side, row);

  weigh_equal_own (self, side, row, values);
  values[CADRE_MAPPING_FEATURE_UNIT] =
    unit < 0 ? CADRE_NO_EVIDENCE : weigh_unit_names (self, ALL, unit, around->managers);
  values[CADRE_MAPPING_FEATURE_WORK_BASE] =
    weigh_equal (self, CADRE_MAPPING_FEATURE_WORK_BASE,
                 site < 0 ? -1 : get_rest (self, around->managers, site));
  values[CADRE_MAPPING_FEATURE_MANAGER] = around->manager;
  values[CADRE_MAPPING_FEATURE_REPORTS] = around->reports;
  return add_up (values);
}
