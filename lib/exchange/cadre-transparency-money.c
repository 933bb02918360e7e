/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Pay as the Local Government Transparency Code has it. */

#include "config.h"

#include "exchange/cadre-transparency-private.h"

#define BRACKET_PENCE (5000 * 100)
#define POUND "\302\243"

/* "1,234,567" */
static void
append_pounds (GString *text, gint64 pounds)
{
  char digits[24];
  gsize n = 0;

  n = (gsize) g_snprintf (digits, sizeof digits, "%" G_GINT64_FORMAT, pounds);
  g_string_append (text, POUND);
  for (gsize i = 0; i < n; i++)
    {
      if (i > 0 && (n - i) % 3 == 0)
        g_string_append_c (text, ',');
      g_string_append_c (text, digits[i]);
    }
}

/* A bracket goes up to the last penny before the next one, and is written in whole
 * pounds as the Code does. */
char *
cadre_transparency_dup_bracket (gint64 pence)
{
  GString *text = NULL;
  gint64 first = pence / BRACKET_PENCE * (BRACKET_PENCE / 100);

  if (pence < 0)
    return NULL;

  text = g_string_new (NULL);
  append_pounds (text, first);
  g_string_append (text, " to ");
  append_pounds (text, first + BRACKET_PENCE / 100 - 1);

  return g_string_free (text, FALSE);
}

char *
cadre_transparency_dup_amount (gint64 pence)
{
  GString *text = g_string_new (NULL);

  append_pounds (text, pence / 100);
  if (pence % 100 != 0)
    g_string_append_printf (text, ".%02u", (guint) (pence % 100));

  return g_string_free (text, FALSE);
}
