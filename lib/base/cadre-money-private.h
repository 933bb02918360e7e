/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-money.h>

G_BEGIN_DECLS

#define CADRE_PENCE_PLAIN_DIGITS 15

/* What nearly all amounts are: some digits, and perhaps a point and one or two more.
 * FALSE for all else, whether it is an amount or not. */
static inline gboolean
cadre_pence_parse_plain (const char *text, gsize length, gint64 *pence)
{
  gint64 pounds = 0;
  gsize n = 0;
  gsize n_decimals = 0;

  for (; n < length && n <= CADRE_PENCE_PLAIN_DIGITS && g_ascii_isdigit (text[n]); n++)
    pounds = pounds * 10 + (text[n] - '0');
  if (n == 0 || n > CADRE_PENCE_PLAIN_DIGITS)
    return FALSE;

  *pence = pounds * 100;
  if (n == length)
    return TRUE;

  n_decimals = length - n - 1;
  if (text[n] != '.' || n_decimals == 0 || n_decimals > 2 || !g_ascii_isdigit (text[n + 1]) ||
      !g_ascii_isdigit (text[length - 1]))
    return FALSE;

  *pence += (text[n + 1] - '0') * 10;
  if (n_decimals == 2)
    *pence += text[n + 2] - '0';
  return TRUE;
}

gboolean cadre_pence_parse_text (const char *text, gsize length, gint64 *pence, GError **error);
gboolean cadre_pence_allot_to (gint64 pence,
                               const gint64 *weights,
                               gsize n_weights,
                               gint64 *shares,
                               GError **error);

G_END_DECLS
