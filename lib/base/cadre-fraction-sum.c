/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Exact sums of many fractions. A year's hours of a council have a few dozen
 * denominators; their sums are joined once, over the least common multiple, in
 * 128 bits. */

#include "config.h"

#include "base/cadre-fraction-private.h"

#include <cadre/cadre-value.h>

#include <string.h>

#include "kernel/cadre-wide-private.h"

static gboolean
refuse (const char *message, GError **error)
{
  g_set_error_literal (error, CADRE_VALUE_ERROR, CADRE_VALUE_ERROR_RANGE, message);

  return FALSE;
}

/* The least number that all denominators divide, once their terms are reduced. */
static gboolean
find_common_multiple (const CadreFractionTerm *terms, gsize n_terms, guint64 *multiple)
{
  *multiple = 1;
  for (gsize i = 0; i < n_terms; i++)
    {
      const guint64 whole = terms[i].denominator;
      const guint64 below = whole / cadre_common_divisor (cadre_size_of (terms[i].sum), whole);
      const guint64 factor = below / cadre_common_divisor (below, *multiple);

      if (__builtin_mul_overflow (*multiple, factor, multiple))
        return FALSE;
    }

  return TRUE;
}

/* A term over the common multiple: (sum / common) * (multiple / (denominator / common)).
 * Multiple may have 64 bits, one more than a signed number. */
static CadreWide
scale (const CadreFractionTerm *term, guint64 multiple)
{
  const guint64 size = cadre_size_of (term->sum);
  const guint64 common = cadre_common_divisor (size, term->denominator);
  const CadreWide scaled =
    cadre_wide_product_of_sizes (size / common, multiple / (term->denominator / common));

  return term->sum < 0 ? cadre_wide_negate (scaled) : scaled;
}

/* Counts how often the sum goes past either end, because it may come back: so the
 * order of the terms decides nothing. Terms after the first may be taken off. */
static gboolean
add_terms (const CadreFractionTerm *terms,
           gsize n_terms,
           gboolean take_off,
           guint64 multiple,
           CadreWide *sum)
{
  gint64 n_past = 0;

  *sum = (CadreWide){ 0, 0 };
  for (gsize i = 0; i < n_terms; i++)
    {
      CadreWide term = scale (&terms[i], multiple);

      if (take_off && i > 0)
        term = cadre_wide_negate (term);
      if (!cadre_wide_add (*sum, term, sum))
        n_past += cadre_wide_is_negative (term) ? -1 : 1;
    }

  return n_past == 0;
}

static gboolean
join (const CadreFractionTerm *terms,
      gsize n_terms,
      gboolean take_off,
      CadreFraction *sum,
      GError **error)
{
  guint64 multiple;
  guint64 common;
  CadreWide total;
  CadreWide above;
  CadreFraction result;
  gboolean negative;

  if (!find_common_multiple (terms, n_terms, &multiple))
    return refuse ("The common denominator of a sum of fractions does not fit into 64 bits", error);
  if (!add_terms (terms, n_terms, take_off, multiple, &total))
    return refuse ("A sum of fractions does not fit into 128 bits", error);

  negative = cadre_wide_is_negative (total);
  if (negative)
    total = cadre_wide_negate (total);

  common = cadre_common_divisor (multiple, cadre_wide_divide_size (total, multiple, &above));
  cadre_wide_divide_size (total, common, &above);
  if (!cadre_size_to_int64 (above, negative, &result.numerator) ||
      !cadre_size_to_int64 ((CadreWide){ 0, multiple / common }, FALSE, &result.denominator))
    return refuse ("A sum of fractions does not fit into 64 bits", error);

  *sum = result;

  return TRUE;
}

/*< private >
 * cadre_fraction_join:
 * @terms: (array length=n_terms): sums of numerators by denominator, each above 0
 * @n_terms: how many there are
 * @sum: (out caller-allocates): the sum
 * @error: return location for a #GError, or %NULL
 *
 * Adds up fractions, exactly. The order of the terms makes no difference to the
 * sum. Fails where the sum does not fit into 64 bits above and below, where the
 * common multiple of the reduced denominators does not fit into 64 bits, or
 * where the sum over it does not fit into 128.
 *
 * Returns: whether the sum can be held
 */
gboolean
cadre_fraction_join (const CadreFractionTerm *terms,
                     gsize n_terms,
                     CadreFraction *sum,
                     GError **error)
{
  return join (terms, n_terms, FALSE, sum, error);
}

/*< private >
 * cadre_fraction_sum_of:
 * @a: a fraction
 * @b: a fraction
 * @sum: (out caller-allocates): the sum; may be @a or @b
 * @error: return location for a #GError, or %NULL
 *
 * Does what cadre_fraction_add() does, in place.
 *
 * Returns: whether the sum can be held
 */
gboolean
cadre_fraction_sum_of (const CadreFraction *a,
                       const CadreFraction *b,
                       CadreFraction *sum,
                       GError **error)
{
  const CadreFractionTerm terms[2] = { { a->denominator, a->numerator },
                                       { b->denominator, b->numerator } };

  return join (terms, 2, FALSE, sum, error);
}

/*< private >
 * cadre_fraction_difference_of:
 * @a: a fraction
 * @b: the fraction to take off
 * @difference: (out caller-allocates): the difference; may be @a or @b
 * @error: return location for a #GError, or %NULL
 *
 * Does what cadre_fraction_subtract() does, in place.
 *
 * Returns: whether the difference can be held
 */
gboolean
cadre_fraction_difference_of (const CadreFraction *a,
                              const CadreFraction *b,
                              CadreFraction *difference,
                              GError **error)
{
  const CadreFractionTerm terms[2] = { { a->denominator, a->numerator },
                                       { b->denominator, b->numerator } };

  return join (terms, 2, TRUE, difference, error);
}

/* The first place whose denominator is not less. */
static guint
find_term (const CadreFractionSum *self, gint64 denominator)
{
  guint first = 0;
  guint last = self->n_terms;

  while (first < last)
    {
      const guint middle = first + (last - first) / 2;

      if (self->terms[middle].denominator < denominator)
        first = middle + 1;
      else
        last = middle;
    }

  return first;
}

static gboolean
insert_term (CadreFractionSum *self, guint place, gint64 denominator, GError **error)
{
  if (self->n_terms == CADRE_MAX_DENOMINATORS)
    return refuse ("A sum of fractions has more than 4,096 different denominators", error);

  if (self->n_terms == self->capacity)
    {
      self->capacity = MAX (16, self->capacity * 2);
      self->terms = g_renew (CadreFractionTerm, self->terms, self->capacity);
    }

  memmove (&self->terms[place + 1], &self->terms[place],
           (self->n_terms - place) * sizeof *self->terms);
  self->terms[place] = (CadreFractionTerm){ denominator, 0 };
  self->n_terms++;

  return TRUE;
}

/*< private >
 * cadre_fraction_sum_add:
 * @self: a sum
 * @numerator: the number above the stroke
 * @denominator: the number below the stroke, above 0; need not be reduced
 * @error: return location for a #GError, or %NULL
 *
 * Adds a fraction to a sum. On failure the sum is as it was, and the caller knows
 * which row it was that did not fit.
 *
 * Returns: whether it fitted
 */
gboolean
cadre_fraction_sum_add (CadreFractionSum *self,
                        gint64 numerator,
                        gint64 denominator,
                        GError **error)
{
  const guint place = find_term (self, denominator);
  gint64 sum;

  if (place == self->n_terms || self->terms[place].denominator != denominator)
    if (!insert_term (self, place, denominator, error))
      return FALSE;

  if (__builtin_add_overflow (self->terms[place].sum, numerator, &sum))
    return refuse ("A sum of numerators does not fit into 64 bits", error);

  self->terms[place].sum = sum;

  return TRUE;
}

/*< private >
 * cadre_fraction_sum_get:
 * @self: a sum
 * @sum: (out caller-allocates): the sum as one fraction
 * @error: return location for a #GError, or %NULL
 *
 * Gets the sum; see cadre_fraction_join(). Of no fractions it is 0.
 *
 * Returns: whether the sum can be held
 */
gboolean
cadre_fraction_sum_get (const CadreFractionSum *self, CadreFraction *sum, GError **error)
{
  return cadre_fraction_join (self->terms, self->n_terms, sum, error);
}

/*< private >
 * cadre_fraction_sum_clear:
 * @self: a sum
 *
 * Makes a sum that of no fractions, and frees its memory.
 */
void
cadre_fraction_sum_clear (CadreFractionSum *self)
{
  g_clear_pointer (&self->terms, g_free);
  self->n_terms = 0;
  self->capacity = 0;
}
