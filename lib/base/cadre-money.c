/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-money
 * @Title: Money
 * @Short_Description: Whole pence, and nothing lost
 *
 * An amount of money is a whole number of pence in 64 bits. It is read from
 * text and written to text without passing through a floating-point number,
 * and what does not fit is an error. Where an amount is shared out, the parts
 * add up to it to the penny.
 */

#include "config.h"

#include "base/cadre-decimal-private.h"
#include "base/cadre-money-private.h"

#include <cadre/cadre-value.h>

#include <stdlib.h>
#include <string.h>

#include "kernel/cadre-wide-private.h"

static gboolean
refuse (CadreValueError code, const char *message, GError **error)
{
  g_set_error_literal (error, CADRE_VALUE_ERROR, (gint) code, message);

  return FALSE;
}

static void
set_no_memory (GError **error)
{
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
                       "There is not enough memory to share out the amount");
}

/*< private >
 * cadre_pence_parse_text:
 * @text: the text; needs no NUL
 * @length: how many bytes it has
 * @pence: (out): the amount
 * @error: return location for a #GError, or %NULL
 *
 * Does what cadre_pence_parse() does.
 *
 * Returns: whether it is an amount
 */
gboolean
cadre_pence_parse_text (const char *text, gsize length, gint64 *pence, GError **error)
{
  CadreDecimal decimal;
  CadreDecimalVerdict verdict = CADRE_DECIMAL_INVALID;

  if (cadre_pence_parse_plain (text, length, pence))
    return TRUE;

  *pence = 0;
  verdict = cadre_decimal_scan (text, length, &decimal);
  if (verdict == CADRE_DECIMAL_INVALID)
    return refuse (CADRE_VALUE_ERROR_INVALID, "An amount of money is a decimal number of pounds",
                   error);
  if (verdict == CADRE_DECIMAL_READ && decimal.digits != 0 && decimal.exponent < -2)
    return refuse (CADRE_VALUE_ERROR_RANGE, "An amount of money has whole pence", error);
  if (verdict == CADRE_DECIMAL_TOO_LONG || !cadre_decimal_shift (decimal, 2, pence))
    return refuse (CADRE_VALUE_ERROR_RANGE, "An amount of money does not fit into 64 bits", error);

  return TRUE;
}

/**
 * cadre_pence_parse:
 * @text: an amount in pounds, a decimal number as JSON writes it: `1234.5`
 * @pence: (out): the amount in pence
 * @error: return location for a #GError, or %NULL
 *
 * Reads an amount of money, exactly. There is no sign for the currency and none
 * between thousands. Digits beyond the penny are refused unless they are zeros.
 *
 * Returns: %TRUE, or %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_pence_parse (const char *text, gint64 *pence, GError **error)
{
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (pence != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  return cadre_pence_parse_text (text, strlen (text), pence, error);
}

/**
 * cadre_pence_to_string:
 * @pence: an amount in pence
 *
 * Writes an amount in pounds for people, with two digits for the pence:
 * `1234.50`. The point is a point whatever the locale.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
cadre_pence_to_string (gint64 pence)
{
  const guint64 size = cadre_size_of (pence);

  return g_strdup_printf ("%s%" G_GUINT64_FORMAT ".%02u", pence < 0 ? "-" : "", size / 100,
                          (guint) (size % 100));
}

/**
 * cadre_pence_to_number:
 * @pence: an amount in pence
 *
 * Writes an amount in pounds for documents, as short as it can be exactly:
 * `1234.5`, or `1234` for whole pounds.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
cadre_pence_to_number (gint64 pence)
{
  char *text = cadre_pence_to_string (pence);
  const gsize length = strlen (text);

  if (pence % 100 == 0)
    text[length - 3] = '\0';
  else if (pence % 10 == 0)
    text[length - 1] = '\0';

  return text;
}

/**
 * cadre_pence_add:
 * @a: an amount in pence
 * @b: another amount in pence
 * @sum: (out): the sum
 * @error: return location for a #GError, or %NULL
 *
 * Adds two amounts of money.
 *
 * Returns: %TRUE, or %FALSE with @error set where the sum cannot be held
 *
 * Since: 1.0
 */
gboolean
cadre_pence_add (gint64 a, gint64 b, gint64 *sum, GError **error)
{
  gint64 result;

  g_return_val_if_fail (sum != NULL, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  *sum = 0;
  if (__builtin_add_overflow (a, b, &result))
    return refuse (CADRE_VALUE_ERROR_RANGE, "A sum of money does not fit into 64 bits", error);

  *sum = result;

  return TRUE;
}

/* What a share has lost by rounding down, and whose share it is. */
typedef struct
{
  guint64 rest;
  gsize place;
} Loss;

/* The largest loss first, and of equal ones the first place. */
static int
compare_losses (const void *a, const void *b)
{
  const Loss *x = a;
  const Loss *y = b;

  if (x->rest != y->rest)
    return x->rest > y->rest ? -1 : 1;

  return x->place < y->place ? -1 : 1;
}

static gboolean
add_weights (const gint64 *weights, gsize n_weights, guint64 *total, GError **error)
{
  *total = 0;
  for (gsize i = 0; i < n_weights; i++)
    {
      if (weights[i] < 0)
        {
          g_set_error (error, CADRE_VALUE_ERROR, CADRE_VALUE_ERROR_INVALID,
                       "Weight %" G_GSIZE_FORMAT " is less than 0", i);
          return FALSE;
        }
      if (__builtin_add_overflow (*total, (guint64) weights[i], total))
        return refuse (CADRE_VALUE_ERROR_RANGE, "The sum of the weights does not fit into 64 bits",
                       error);
    }

  if (*total == 0)
    return refuse (CADRE_VALUE_ERROR_INVALID, "No weight is greater than 0", error);

  return TRUE;
}

/* Each share rounded down; returns how many pence that leaves. A share is at most
 * the amount, so that it fits as the amount does. */
static guint64
share_down (guint64 size,
            const gint64 *weights,
            gsize n,
            guint64 total,
            gint64 *shares,
            Loss *losses)
{
  guint64 left = size;

  for (gsize i = 0; i < n; i++)
    {
      CadreWide share;

      losses[i].place = i;
      losses[i].rest =
        cadre_wide_divide_size (cadre_wide_product_of_sizes (size, weights[i]), total, &share);
      shares[i] = (gint64) share.low;
      left -= share.low;
    }

  return left;
}

/*< private >
 * cadre_pence_allot_to:
 * @pence: an amount in pence, of either sign
 * @weights: (array length=n_weights): the weights
 * @n_weights: how many there are
 * @shares: (array length=n_weights) (out caller-allocates): the shares
 * @error: return location for a #GError, or %NULL
 *
 * Does what cadre_pence_allot() does.
 *
 * Michel Balinski and Peyton Young, "Fair Representation" (1982), on the method
 * of Alexander Hamilton. O(@n_weights log @n_weights) time. Each share that is
 * rounded down loses less than a penny, so no share gets two back.
 *
 * Returns: whether it could be shared out
 */
gboolean
cadre_pence_allot_to (gint64 pence,
                      const gint64 *weights,
                      gsize n_weights,
                      gint64 *shares,
                      GError **error)
{
  g_autofree Loss *losses = NULL;
  guint64 total;
  guint64 left;

  if (!add_weights (weights, n_weights, &total, error))
    return FALSE;

  losses = g_try_new (Loss, n_weights);
  if (losses == NULL)
    {
      set_no_memory (error);
      return FALSE;
    }

  left = share_down (cadre_size_of (pence), weights, n_weights, total, shares, losses);
  qsort (losses, n_weights, sizeof *losses, compare_losses);
  for (guint64 i = 0; i < left; i++)
    shares[losses[i].place] = (gint64) ((guint64) shares[losses[i].place] + 1);

  if (pence < 0)
    for (gsize i = 0; i < n_weights; i++)
      shares[i] = (gint64) (0 - (guint64) shares[i]);

  return TRUE;
}

/**
 * cadre_pence_allot:
 * @pence: an amount in pence, of either sign
 * @weights: (array length=n_weights): the weight of each share, none less than 0
 *     and at least one greater
 * @n_weights: how many there are
 * @n_shares: (out): how many shares there are, as many as weights
 * @error: return location for a #GError, or %NULL
 *
 * Shares out an amount of money by weights, so that the shares add up to it
 * exactly. Each share is first rounded down to the penny, and the pence that
 * this leaves go one each to the shares that lost most; where several lost the
 * same, to those that come first. This is Hamilton's method of the largest
 * remainders. A debt is shared out as the amount would be.
 *
 * Returns: (transfer full) (array length=n_shares): the shares, or %NULL with @error set
 *
 * Since: 1.0
 */
gint64 *
cadre_pence_allot (gint64 pence,
                   const gint64 *weights,
                   gsize n_weights,
                   gsize *n_shares,
                   GError **error)
{
  g_autofree gint64 *shares = NULL;

  g_return_val_if_fail (weights != NULL || n_weights == 0, NULL);
  g_return_val_if_fail (n_shares != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  *n_shares = 0;
  shares = g_try_new (gint64, MAX (n_weights, 1));
  if (shares == NULL)
    {
      set_no_memory (error);
      return NULL;
    }
  if (!cadre_pence_allot_to (pence, weights, n_weights, shares, error))
    return NULL;

  *n_shares = n_weights;

  return g_steal_pointer (&shares);
}
