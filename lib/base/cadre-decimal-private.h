/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number as it is written, held exactly: digits times ten to the exponent,
 * where the last digit is not 0 unless the number is. */
typedef struct
{
  guint64 digits;
  gint exponent;
  gboolean negative; /* never of 0 */
} CadreDecimal;

typedef enum
{
  CADRE_DECIMAL_READ = 0,
  CADRE_DECIMAL_INVALID = 1,  /* the text is not a number */
  CADRE_DECIMAL_TOO_LONG = 2, /* more digits, or a greater exponent, than can be held */
} CadreDecimalVerdict;

CadreDecimalVerdict cadre_decimal_scan (const char *text, gsize length, CadreDecimal *decimal);
gboolean cadre_decimal_shift (CadreDecimal decimal, gint places, gint64 *number);

G_END_DECLS
