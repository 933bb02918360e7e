/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-period
 * @Title: CadrePeriod
 * @Short_Description: From the first to the last day in force
 *
 * A #CadrePeriod is the first and the last day on which something is in force:
 * both are within it. Each is known, to the day, the month or the year; or open:
 * there is none; or not known.
 *
 * What is asked of a period is answered with a #CadreTruth, because a bound may
 * be known too badly: whether something that began in February 2007 was in force
 * on the 7th is %CADRE_TRUTH_UNKNOWN. In the same way a date that is a month or
 * a year stands for a day of it that is not known.
 *
 * A period does not change.
 */

#include "config.h"

#include "base/cadre-period-private.h"

#include <cadre/cadre-enum-types.h>

/**
 * CadrePeriod:
 *
 * From the first to the last day in force.
 *
 * Since: 1.0
 */
G_DEFINE_BOXED_TYPE (CadrePeriod, cadre_period, cadre_period_copy, cadre_period_free)

/* The days between which a day lies that is not known exactly. */
typedef struct
{
  gint32 earliest;
  gint32 latest;
} Range;

#define NEVER_BEGAN G_MININT32
#define NEVER_ENDS G_MAXINT32

static Range
get_range (guint32 packed, gint32 open)
{
  if (packed == CADRE_PACKED_DATE_OPEN)
    return (Range){ open, open };
  if (packed == CADRE_PACKED_DATE_UNKNOWN)
    return (Range){ NEVER_BEGAN, NEVER_ENDS };

  return (Range){ cadre_packed_date_first_day (packed), cadre_packed_date_last_day (packed) };
}

/* The first day is not after the last, so each narrows the other: what ended on
 * 7 March began on that day or before, even if nobody knows when. */
static void
get_bounds (guint32 packed_first, guint32 packed_last, Range *first, Range *last)
{
  *first = get_range (packed_first, NEVER_BEGAN);
  *last = get_range (packed_last, NEVER_ENDS);
  first->latest = MIN (first->latest, last->latest);
  last->earliest = MAX (last->earliest, first->earliest);
}

static CadreTruth
is_not_after (Range a, Range b)
{
  if (a.latest <= b.earliest)
    return CADRE_TRUTH_TRUE;

  return a.earliest > b.latest ? CADRE_TRUTH_FALSE : CADRE_TRUTH_UNKNOWN;
}

static CadreTruth
both (CadreTruth a, CadreTruth b)
{
  if (a == CADRE_TRUTH_FALSE || b == CADRE_TRUTH_FALSE)
    return CADRE_TRUTH_FALSE;

  return a == CADRE_TRUTH_TRUE ? b : CADRE_TRUTH_UNKNOWN;
}

/*< private >
 * cadre_packed_period_is_valid:
 * @first: the first day in force
 * @last: the last day in force
 *
 * Tells whether a period may be: whether its last day may be its first or come
 * after it.
 *
 * Returns: %TRUE if so
 */
gboolean
cadre_packed_period_is_valid (guint32 first, guint32 last)
{
  return is_not_after (get_range (first, NEVER_BEGAN), get_range (last, NEVER_ENDS)) !=
         CADRE_TRUTH_FALSE;
}

/*< private >
 * cadre_packed_period_contains:
 * @first: the first day in force
 * @last: the last day in force, of a valid period
 * @date: a known date
 *
 * Does what cadre_period_contains() does.
 *
 * Returns: the answer
 */
CadreTruth
cadre_packed_period_contains (guint32 first, guint32 last, guint32 date)
{
  const Range day = get_range (date, 0);
  Range first_range;
  Range last_range;

  get_bounds (first, last, &first_range, &last_range);

  return both (is_not_after (first_range, day), is_not_after (day, last_range));
}

/*< private >
 * cadre_packed_period_overlaps:
 * @first: the first day in force of one valid period
 * @last: the last day in force of it
 * @other_first: the first day in force of another valid period
 * @other_last: the last day in force of it
 *
 * Does what cadre_period_overlaps() does.
 *
 * Returns: the answer
 */
CadreTruth
cadre_packed_period_overlaps (guint32 first, guint32 last, guint32 other_first, guint32 other_last)
{
  Range first_range;
  Range last_range;
  Range other_first_range;
  Range other_last_range;

  get_bounds (first, last, &first_range, &last_range);
  get_bounds (other_first, other_last, &other_first_range, &other_last_range);

  return both (is_not_after (first_range, other_last_range),
               is_not_after (other_first_range, last_range));
}

/*< private >
 * cadre_period_new_packed:
 * @first: the first day in force
 * @last: the last day in force
 *
 * Makes the period of two columns' values.
 *
 * Returns: (transfer full) (nullable): the period, or %NULL if it ends before it begins
 */
CadrePeriod *
cadre_period_new_packed (guint32 first, guint32 last)
{
  CadrePeriod *self;

  if (!cadre_packed_period_is_valid (first, last))
    return NULL;

  self = g_new (CadrePeriod, 1);
  self->first = first;
  self->last = last;

  return self;
}

/**
 * cadre_period_new:
 * @first: (nullable): the first day in force, or %NULL if it has always been in force
 * @last: (nullable): the last day in force, or %NULL if it has no end
 *
 * Makes a period whose bounds are known.
 *
 * Returns: (transfer full) (nullable): the period, or %NULL if it ends before it begins
 *
 * Since: 1.0
 */
CadrePeriod *
cadre_period_new (const CadreDate *first, const CadreDate *last)
{
  return cadre_period_new_packed (cadre_date_pack (first), cadre_date_pack (last));
}

static guint32
pack_bound (CadreBound bound, const CadreDate *date)
{
  return bound == CADRE_BOUND_UNKNOWN ? CADRE_PACKED_DATE_UNKNOWN : cadre_date_pack (date);
}

/**
 * cadre_period_new_full:
 * @first_bound: what is known of the first day in force
 * @first: (nullable): that day if it is known, otherwise %NULL
 * @last_bound: what is known of the last day in force
 * @last: (nullable): that day if it is known, otherwise %NULL
 *
 * Makes a period.
 *
 * Returns: (transfer full) (nullable): the period, or %NULL if it ends before it begins
 *
 * Since: 1.0
 */
CadrePeriod *
cadre_period_new_full (CadreBound first_bound,
                       const CadreDate *first,
                       CadreBound last_bound,
                       const CadreDate *last)
{
  g_return_val_if_fail ((first_bound == CADRE_BOUND_KNOWN) == (first != NULL), NULL);
  g_return_val_if_fail ((last_bound == CADRE_BOUND_KNOWN) == (last != NULL), NULL);

  return cadre_period_new_packed (pack_bound (first_bound, first), pack_bound (last_bound, last));
}

/**
 * cadre_period_copy:
 * @self: a #CadrePeriod
 *
 * Copies a period.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 1.0
 */
CadrePeriod *
cadre_period_copy (const CadrePeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return cadre_period_new_packed (self->first, self->last);
}

/**
 * cadre_period_free: (skip)
 * @self: (transfer full) (nullable): a #CadrePeriod
 *
 * Frees a period.
 *
 * Since: 1.0
 */
void
cadre_period_free (CadrePeriod *self)
{
  g_free (self);
}

/**
 * cadre_period_get_first_bound:
 * @self: a #CadrePeriod
 *
 * Gets what is known of the first day in force.
 *
 * Returns: what is known
 *
 * Since: 1.0
 */
CadreBound
cadre_period_get_first_bound (const CadrePeriod *self)
{
  g_return_val_if_fail (self != NULL, CADRE_BOUND_UNKNOWN);

  return cadre_packed_date_bound (self->first);
}

/**
 * cadre_period_get_last_bound:
 * @self: a #CadrePeriod
 *
 * Gets what is known of the last day in force.
 *
 * Returns: what is known
 *
 * Since: 1.0
 */
CadreBound
cadre_period_get_last_bound (const CadrePeriod *self)
{
  g_return_val_if_fail (self != NULL, CADRE_BOUND_UNKNOWN);

  return cadre_packed_date_bound (self->last);
}

static CadreDate *
dup_known (guint32 packed)
{
  return cadre_packed_date_is_known (packed) ? cadre_date_new_packed (packed) : NULL;
}

/**
 * cadre_period_dup_first:
 * @self: a #CadrePeriod
 *
 * Gets the first day in force.
 *
 * Returns: (transfer full) (nullable): the day, or %NULL if it is open or not known
 *
 * Since: 1.0
 */
CadreDate *
cadre_period_dup_first (const CadrePeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_known (self->first);
}

/**
 * cadre_period_dup_last:
 * @self: a #CadrePeriod
 *
 * Gets the last day in force.
 *
 * Returns: (transfer full) (nullable): the day, or %NULL if it is open or not known
 *
 * Since: 1.0
 */
CadreDate *
cadre_period_dup_last (const CadrePeriod *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return dup_known (self->last);
}

/**
 * cadre_period_contains:
 * @self: a #CadrePeriod
 * @date: a #CadreDate
 *
 * Tells whether a day is within a period, the first and the last day in force
 * included.
 *
 * Returns: the answer; %CADRE_TRUTH_UNKNOWN where a bound, or @date, is not known
 *     well enough to tell
 *
 * Since: 1.0
 */
CadreTruth
cadre_period_contains (const CadrePeriod *self, const CadreDate *date)
{
  g_return_val_if_fail (self != NULL, CADRE_TRUTH_UNKNOWN);
  g_return_val_if_fail (date != NULL, CADRE_TRUTH_UNKNOWN);

  return cadre_packed_period_contains (self->first, self->last, date->packed);
}

/**
 * cadre_period_overlaps:
 * @self: a #CadrePeriod
 * @other: another #CadrePeriod
 *
 * Tells whether there is a day that is within both periods.
 *
 * Returns: the answer; %CADRE_TRUTH_UNKNOWN where a bound is not known well enough
 *     to tell
 *
 * Since: 1.0
 */
CadreTruth
cadre_period_overlaps (const CadrePeriod *self, const CadrePeriod *other)
{
  g_return_val_if_fail (self != NULL, CADRE_TRUTH_UNKNOWN);
  g_return_val_if_fail (other != NULL, CADRE_TRUTH_UNKNOWN);

  return cadre_packed_period_overlaps (self->first, self->last, other->first, other->last);
}

/* The bits of what is not a date mean nothing: look at that first. */
static gboolean
is_day (guint32 packed)
{
  return cadre_packed_date_is_known (packed) &&
         cadre_packed_date_precision (packed) == CADRE_DATE_PRECISION_DAY;
}

/**
 * cadre_period_count_days:
 * @self: a #CadrePeriod
 * @inclusive: whether the first and the last day both count
 *
 * Counts the days of a period. From 7 February to 7 March 2007, 28 days elapse,
 * and 29 are in force: rules and laws mean the one or the other.
 *
 * Returns: the days, or -1 where a bound is open or its day is not known
 *
 * Since: 1.0
 */
gint
cadre_period_count_days (const CadrePeriod *self, gboolean inclusive)
{
  g_return_val_if_fail (self != NULL, -1);

  if (!is_day (self->first) || !is_day (self->last))
    return -1;

  return cadre_packed_date_first_day (self->last) - cadre_packed_date_first_day (self->first) +
         (inclusive ? 1 : 0);
}

/**
 * cadre_period_equal:
 * @self: a #CadrePeriod
 * @other: another #CadrePeriod
 *
 * Tells whether two periods have the same bounds, known equally well.
 *
 * Returns: %TRUE if so
 *
 * Since: 1.0
 */
gboolean
cadre_period_equal (const CadrePeriod *self, const CadrePeriod *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->first == other->first && self->last == other->last;
}

/**
 * cadre_period_hash:
 * @self: a #CadrePeriod
 *
 * Hashes a period, so that equal ones have equal hashes.
 *
 * Returns: the hash
 *
 * Since: 1.0
 */
guint
cadre_period_hash (const CadrePeriod *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->first * 31 + self->last;
}

static void
append_bound (GString *text, guint32 packed)
{
  char date[11];

  if (!cadre_packed_date_is_known (packed))
    {
      g_string_append (text, packed == CADRE_PACKED_DATE_OPEN ? ".." : "?");
      return;
    }

  cadre_packed_date_format (packed, date);
  g_string_append (text, date);
}

/**
 * cadre_period_to_string:
 * @self: a #CadrePeriod
 *
 * Writes a period: its first and its last day in force with a stroke between,
 * as ISO 8601 does. An open bound is `..` and one that is not known is `?`.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
cadre_period_to_string (const CadrePeriod *self)
{
  GString *text;

  g_return_val_if_fail (self != NULL, NULL);

  text = g_string_new (NULL);
  append_bound (text, self->first);
  g_string_append_c (text, '/');
  append_bound (text, self->last);

  return g_string_free (text, FALSE);
}
