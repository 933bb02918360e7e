/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whole numbers of 128 bits, as much of them as exact sums and comparisons of
 * 64-bit numbers need. Written out, because compilers for 32-bit machines have
 * no such type and answers must be the same everywhere. */

/* Two's complement: the upper bit of high is the sign. */
typedef struct
{
  guint64 high;
  guint64 low;
} CadreWide;

static inline gboolean
cadre_wide_is_negative (CadreWide a)
{
  return a.high >> 63;
}

static inline CadreWide
cadre_wide_negate (CadreWide a)
{
  const guint64 low = ~a.low + 1;

  return (CadreWide){ ~a.high + (low == 0), low };
}

/* The size of a number, whatever its sign. Never too large: 1 << 63 fits. */
static inline guint64
cadre_size_of (gint64 a)
{
  return a < 0 ? ~(guint64) a + 1 : (guint64) a;
}

/* By halves of 32 bits: a = a1 << 32 | a0, and b likewise. */
static inline CadreWide
cadre_wide_product_of_sizes (guint64 a, guint64 b)
{
  const guint64 mask = G_MAXUINT32;
  const guint64 low = (a & mask) * (b & mask);
  const guint64 cross = (a >> 32) * (b & mask) + (low >> 32);
  const guint64 other = (a & mask) * (b >> 32) + (cross & mask);

  return (CadreWide){ (a >> 32) * (b >> 32) + (cross >> 32) + (other >> 32),
                      other << 32 | (low & mask) };
}

/* The product of two 64-bit numbers always fits. */
static inline CadreWide
cadre_wide_product (gint64 a, gint64 b)
{
  const CadreWide size = cadre_wide_product_of_sizes (cadre_size_of (a), cadre_size_of (b));

  return (a < 0) != (b < 0) ? cadre_wide_negate (size) : size;
}

/* Adds, and tells whether the sum fits. */
static inline gboolean
cadre_wide_add (CadreWide a, CadreWide b, CadreWide *sum)
{
  const guint64 low = a.low + b.low;
  const CadreWide result = { a.high + b.high + (low < a.low), low };

  *sum = result;

  return ((a.high ^ result.high) & (b.high ^ result.high)) >> 63 == 0;
}

static inline int
cadre_wide_compare (CadreWide a, CadreWide b)
{
  const gboolean negative = cadre_wide_is_negative (a);

  if (negative != cadre_wide_is_negative (b))
    return negative ? -1 : 1;
  if (a.high != b.high)
    return a.high < b.high ? -1 : 1;

  return (a.low > b.low) - (a.low < b.low);
}

/* Divides a size, a number without a sign, bit by bit unless it is short.
 * Returns the remainder. */
static inline guint64
cadre_wide_divide_size (CadreWide size, guint64 divisor, CadreWide *quotient)
{
  guint64 rest = size.high % divisor;

  *quotient = (CadreWide){ size.high / divisor, 0 };
  if (rest == 0)
    {
      quotient->low = size.low / divisor;
      return size.low % divisor;
    }

  for (gint bit = 63; bit >= 0; bit--)
    {
      const gboolean carry = rest >> 63;

      rest = rest << 1 | (size.low >> bit & 1);
      if (carry || rest >= divisor)
        {
          rest -= divisor;
          quotient->low |= G_GUINT64_CONSTANT (1) << bit;
        }
    }

  return rest;
}

/* Gives a size and a sign back as a 64-bit number, and tells whether it fits. */
static inline gboolean
cadre_size_to_int64 (CadreWide size, gboolean negative, gint64 *number)
{
  const guint64 most = (guint64) G_MAXINT64 + (negative ? 1 : 0);

  if (size.high != 0 || size.low > most)
    return FALSE;

  *number = negative ? (gint64) (~size.low + 1) : (gint64) size.low;

  return TRUE;
}

/* The greatest common divisor; that of 0 and a number is the number. */
static inline guint64
cadre_common_divisor (guint64 a, guint64 b)
{
  while (b != 0)
    {
      const guint64 rest = a % b;

      a = b;
      b = rest;
    }

  return a;
}

G_END_DECLS
