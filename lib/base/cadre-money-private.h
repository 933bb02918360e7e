/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-money.h>

G_BEGIN_DECLS

#define CADRE_PENCE_PLAIN_DIGITS 15

/* The value of a digit; more than 9 for what is none. */
static inline guint
cadre_pence_digit (char c)
{
  return (guint8) (c - '0');
}

/* What nearly all amounts are: some digits, and perhaps a point and one or two more.
 * FALSE for all else, whether it is an amount or not. */
static inline gboolean
cadre_pence_parse_plain (const char *text, gsize length, gint64 *pence)
{
  gint64 pounds = 0;
  gsize n = 0;
  gsize n_decimals = 0;

  for (; n < length && n <= CADRE_PENCE_PLAIN_DIGITS && cadre_pence_digit (text[n]) <= 9; n++)
    pounds = pounds * 10 + cadre_pence_digit (text[n]);
  if (n == 0 || n > CADRE_PENCE_PLAIN_DIGITS)
    return FALSE;

  *pence = pounds * 100;
  if (n == length)
    return TRUE;

  n_decimals = length - n - 1;
  if (text[n] != '.' || n_decimals == 0 || n_decimals > 2 || cadre_pence_digit (text[n + 1]) > 9 ||
      cadre_pence_digit (text[length - 1]) > 9)
    return FALSE;

  *pence += cadre_pence_digit (text[n + 1]) * 10;
  if (n_decimals == 2)
    *pence += cadre_pence_digit (text[n + 2]);
  return TRUE;
}

gboolean cadre_pence_parse_text (const char *text, gsize length, gint64 *pence, GError **error);
gboolean cadre_pence_allot_to (gint64 pence,
                               const gint64 *weights,
                               gsize n_weights,
                               gint64 *shares,
                               GError **error);

G_END_DECLS
