/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-fraction
 * @Title: CadreFraction
 * @Short_Description: An exact share
 *
 * A #CadreFraction is an exact number: full-time equivalents, shares of funding,
 * hours over standard hours. 22.2 hours of 37 are three fifths, and ten of them
 * are six, which no sum of decimals rounded to two places says.
 *
 * A fraction is always reduced and its denominator is above 0, so that two of
 * the same value are equal. What cannot be held, with numerator and denominator
 * in 64 bits, is an error and never something near. Decimals come in and go
 * out as text.
 *
 * A fraction does not change.
 */

#include "config.h"

#include "base/cadre-decimal-private.h"
#include "base/cadre-fraction-private.h"

#include <cadre/cadre-value.h>

#include <string.h>

#include "kernel/cadre-wide-private.h"

/**
 * CadreFraction:
 *
 * An exact share.
 *
 * Since: 1.0
 */
G_DEFINE_BOXED_TYPE (CadreFraction, cadre_fraction, cadre_fraction_copy, cadre_fraction_free)

static void
set_too_large (GError **error)
{
  g_set_error_literal (error, CADRE_VALUE_ERROR, CADRE_VALUE_ERROR_RANGE,
                       "A fraction does not fit into 64 bits");
}

static void
set_bad_form (GError **error)
{
  g_set_error_literal (error, CADRE_VALUE_ERROR, CADRE_VALUE_ERROR_INVALID,
                       "A fraction is a decimal number or has the form 3/4");
}

/* Takes sizes that need not be reduced, and a sign. */
static gboolean
init_from_sizes (CadreFraction *self,
                 gboolean negative,
                 guint64 numerator,
                 guint64 denominator,
                 GError **error)
{
  const guint64 common = cadre_common_divisor (numerator, denominator);
  CadreFraction result;

  if (denominator == 0)
    {
      g_set_error_literal (error, CADRE_VALUE_ERROR, CADRE_VALUE_ERROR_INVALID,
                           "The denominator of a fraction is 0");
      return FALSE;
    }

  if (!cadre_size_to_int64 ((CadreWide){ 0, numerator / common }, negative, &result.numerator) ||
      !cadre_size_to_int64 ((CadreWide){ 0, denominator / common }, FALSE, &result.denominator))
    {
      set_too_large (error);
      return FALSE;
    }

  *self = result;

  return TRUE;
}

/*< private >
 * cadre_fraction_init:
 * @self: (out caller-allocates): the fraction
 * @numerator: the number above the stroke
 * @denominator: the number below the stroke, of either sign
 * @error: return location for a #GError, or %NULL
 *
 * Does what cadre_fraction_new() does, in place. On failure @self is as it was.
 *
 * Returns: whether there is such a fraction
 */
gboolean
cadre_fraction_init (CadreFraction *self, gint64 numerator, gint64 denominator, GError **error)
{
  return init_from_sizes (self, (numerator < 0) != (denominator < 0), cadre_size_of (numerator),
                          cadre_size_of (denominator), error);
}

/* Takes factors that the digits and the power of ten share off both, one by one,
 * because the power of ten may be too large by itself. */
static gboolean
init_below_one (CadreFraction *self, CadreDecimal decimal, GError **error)
{
  guint64 numerator = decimal.digits;
  guint64 denominator = 1;
  gboolean fits = TRUE;
  gint twos = -decimal.exponent;
  gint fives = -decimal.exponent;

  for (; twos > 0 && numerator % 2 == 0; twos--)
    numerator /= 2;
  for (; fives > 0 && numerator % 5 == 0; fives--)
    numerator /= 5;
  for (; fits && twos > 0; twos--)
    fits = !__builtin_mul_overflow (denominator, 2, &denominator);
  for (; fits && fives > 0; fives--)
    fits = !__builtin_mul_overflow (denominator, 5, &denominator);

  if (!fits)
    {
      set_too_large (error);
      return FALSE;
    }

  return init_from_sizes (self, decimal.negative, numerator, denominator, error);
}

static gboolean
parse_decimal (CadreFraction *self, const char *text, gsize length, GError **error)
{
  CadreDecimal decimal;
  const CadreDecimalVerdict verdict = cadre_decimal_scan (text, length, &decimal);
  gint64 whole;

  if (verdict == CADRE_DECIMAL_INVALID)
    {
      set_bad_form (error);
      return FALSE;
    }

  if (verdict == CADRE_DECIMAL_READ && decimal.digits != 0 && decimal.exponent < 0)
    return init_below_one (self, decimal, error);

  if (verdict == CADRE_DECIMAL_TOO_LONG || !cadre_decimal_shift (decimal, 0, &whole))
    {
      set_too_large (error);
      return FALSE;
    }

  return cadre_fraction_init (self, whole, 1, error);
}

static gboolean
is_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;

  return length > 0;
}

/* Reads what is_digits() has found to be a number; whether it fits. */
static gboolean
read_size (const char *text, gsize length, guint64 *size)
{
  *size = 0;
  for (gsize i = 0; i < length; i++)
    if (__builtin_mul_overflow (*size, 10, size) ||
        __builtin_add_overflow (*size, (guint64) (text[i] - '0'), size))
      return FALSE;

  return TRUE;
}

static gboolean
parse_stroke (CadreFraction *self, const char *text, gsize n_before, gsize n_after, GError **error)
{
  const gboolean negative = n_before > 0 && text[0] == '-';
  const char *below = text + n_before + 1;
  guint64 numerator;
  guint64 denominator;

  if (!is_digits (text + negative, n_before - negative) || !is_digits (below, n_after))
    {
      set_bad_form (error);
      return FALSE;
    }

  if (!read_size (text + negative, n_before - negative, &numerator) ||
      !read_size (below, n_after, &denominator))
    {
      set_too_large (error);
      return FALSE;
    }

  return init_from_sizes (self, negative, numerator, denominator, error);
}

/*< private >
 * cadre_fraction_parse:
 * @self: (out caller-allocates): the fraction
 * @text: the text; needs no NUL
 * @length: how many bytes it has
 * @error: return location for a #GError, or %NULL
 *
 * Does what cadre_fraction_new_parse() does, in place. On failure @self is as it was.
 *
 * Returns: whether it is a fraction
 */
gboolean
cadre_fraction_parse (CadreFraction *self, const char *text, gsize length, GError **error)
{
  const char *stroke = memchr (text, '/', length);

  if (stroke == NULL)
    return parse_decimal (self, text, length, error);

  return parse_stroke (self, text, stroke - text, text + length - stroke - 1, error);
}

/*< private >
 * cadre_fraction_product_of:
 * @a: a fraction
 * @b: a fraction
 * @product: (out caller-allocates): the product; may be @a or @b
 * @error: return location for a #GError, or %NULL
 *
 * Does what cadre_fraction_multiply() does, in place. What the one numerator and
 * the other denominator share is taken off first: what is left is reduced, so
 * that only a product that cannot be held overflows.
 *
 * Returns: whether the product can be held
 */
gboolean
cadre_fraction_product_of (const CadreFraction *a,
                           const CadreFraction *b,
                           CadreFraction *product,
                           GError **error)
{
  const gboolean negative = (a->numerator < 0) != (b->numerator < 0);
  const guint64 above_a = cadre_size_of (a->numerator);
  const guint64 above_b = cadre_size_of (b->numerator);
  const guint64 common_a = cadre_common_divisor (above_a, b->denominator);
  const guint64 common_b = cadre_common_divisor (above_b, a->denominator);
  guint64 above;
  guint64 below;

  if (__builtin_mul_overflow (above_a / common_a, above_b / common_b, &above) ||
      __builtin_mul_overflow (a->denominator / common_b, b->denominator / common_a, &below))
    {
      set_too_large (error);
      return FALSE;
    }

  return init_from_sizes (product, negative, above, below, error);
}

static CadreFraction *
new_from_struct (CadreFraction fraction)
{
  CadreFraction *self = g_new (CadreFraction, 1);

  *self = fraction;

  return self;
}

/**
 * cadre_fraction_new:
 * @numerator: the number above the stroke
 * @denominator: the number below the stroke, not 0
 * @error: return location for a #GError, or %NULL
 *
 * Makes a fraction.
 *
 * Returns: (transfer full): the fraction, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreFraction *
cadre_fraction_new (gint64 numerator, gint64 denominator, GError **error)
{
  CadreFraction fraction;

  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!cadre_fraction_init (&fraction, numerator, denominator, error))
    return NULL;

  return new_from_struct (fraction);
}

/**
 * cadre_fraction_new_parse:
 * @text: a whole number, a decimal number as JSON writes it, or two whole numbers
 *     with a stroke between: `1`, `0.6`, `37/37`, `-3/4`
 * @error: return location for a #GError, or %NULL
 *
 * Reads a fraction, exactly.
 *
 * Returns: (transfer full): the fraction, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreFraction *
cadre_fraction_new_parse (const char *text, GError **error)
{
  CadreFraction fraction;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!cadre_fraction_parse (&fraction, text, strlen (text), error))
    return NULL;

  return new_from_struct (fraction);
}

/**
 * cadre_fraction_copy:
 * @self: a #CadreFraction
 *
 * Copies a fraction.
 *
 * Returns: (transfer full): the copy
 *
 * Since: 1.0
 */
CadreFraction *
cadre_fraction_copy (const CadreFraction *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return new_from_struct (*self);
}

/**
 * cadre_fraction_free: (skip)
 * @self: (transfer full) (nullable): a #CadreFraction
 *
 * Frees a fraction.
 *
 * Since: 1.0
 */
void
cadre_fraction_free (CadreFraction *self)
{
  g_free (self);
}

/**
 * cadre_fraction_get_numerator:
 * @self: a #CadreFraction
 *
 * Gets the number above the stroke, which has the sign.
 *
 * Returns: the numerator
 *
 * Since: 1.0
 */
gint64
cadre_fraction_get_numerator (const CadreFraction *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->numerator;
}

/**
 * cadre_fraction_get_denominator:
 * @self: a #CadreFraction
 *
 * Gets the number below the stroke.
 *
 * Returns: the denominator, at least 1
 *
 * Since: 1.0
 */
gint64
cadre_fraction_get_denominator (const CadreFraction *self)
{
  g_return_val_if_fail (self != NULL, 1);

  return self->denominator;
}

/**
 * cadre_fraction_add:
 * @self: a #CadreFraction
 * @other: another #CadreFraction
 * @error: return location for a #GError, or %NULL
 *
 * Adds two fractions.
 *
 * Returns: (transfer full): the sum, or %NULL with @error set where it, or the common
 *     denominator, cannot be held
 *
 * Since: 1.0
 */
CadreFraction *
cadre_fraction_add (const CadreFraction *self, const CadreFraction *other, GError **error)
{
  CadreFraction sum;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (other != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!cadre_fraction_sum_of (self, other, &sum, error))
    return NULL;

  return new_from_struct (sum);
}

/**
 * cadre_fraction_subtract:
 * @self: a #CadreFraction
 * @other: the #CadreFraction to take off
 * @error: return location for a #GError, or %NULL
 *
 * Takes a fraction off another.
 *
 * Returns: (transfer full): the difference, or %NULL with @error set where it, or the common
 *     denominator, cannot be held
 *
 * Since: 1.0
 */
CadreFraction *
cadre_fraction_subtract (const CadreFraction *self, const CadreFraction *other, GError **error)
{
  CadreFraction difference;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (other != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!cadre_fraction_difference_of (self, other, &difference, error))
    return NULL;

  return new_from_struct (difference);
}

/**
 * cadre_fraction_multiply:
 * @self: a #CadreFraction
 * @other: another #CadreFraction
 * @error: return location for a #GError, or %NULL
 *
 * Multiplies two fractions.
 *
 * Returns: (transfer full): the product, or %NULL with @error set where it cannot be held
 *
 * Since: 1.0
 */
CadreFraction *
cadre_fraction_multiply (const CadreFraction *self, const CadreFraction *other, GError **error)
{
  CadreFraction product;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (other != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!cadre_fraction_product_of (self, other, &product, error))
    return NULL;

  return new_from_struct (product);
}

/**
 * cadre_fraction_compare:
 * @self: a #CadreFraction
 * @other: another #CadreFraction
 *
 * Compares two fractions, exactly.
 *
 * Returns: less than 0 if @self is less, 0 if they are equal, greater than 0 otherwise
 *
 * Since: 1.0
 */
int
cadre_fraction_compare (const CadreFraction *self, const CadreFraction *other)
{
  g_return_val_if_fail (self != NULL, 0);
  g_return_val_if_fail (other != NULL, 0);

  return cadre_wide_compare (cadre_wide_product (self->numerator, other->denominator),
                             cadre_wide_product (other->numerator, self->denominator));
}

/**
 * cadre_fraction_equal:
 * @self: a #CadreFraction
 * @other: another #CadreFraction
 *
 * Tells whether two fractions are the same number.
 *
 * Returns: %TRUE if so
 *
 * Since: 1.0
 */
gboolean
cadre_fraction_equal (const CadreFraction *self, const CadreFraction *other)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  return self->numerator == other->numerator && self->denominator == other->denominator;
}

/**
 * cadre_fraction_hash:
 * @self: a #CadreFraction
 *
 * Hashes a fraction, so that equal ones have equal hashes.
 *
 * Returns: the hash
 *
 * Since: 1.0
 */
guint
cadre_fraction_hash (const CadreFraction *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return g_int64_hash (&self->numerator) * 31 + g_int64_hash (&self->denominator);
}
