/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is written in a cell, and what it means. */

#include "config.h"

#include "base/cadre-decimal-private.h"
#include "exchange/organogram/cadre-organogram-private.h"

#include <string.h>

#define POUND "\302\243"
#define NO_BREAK_SPACE "\302\240"
#define MOST_ZEROS 20 /* what an exponent may add to an amount */

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* How many bytes of blanks there are at the beginning. */
static gsize
skip_blanks (const char *text)
{
  gsize n = 0;

  for (;;)
    if (is_blank (text[n]))
      n++;
    else if (g_str_has_prefix (text + n, NO_BREAK_SPACE))
      n += strlen (NO_BREAK_SPACE);
    else
      return n;
}

static gsize
measure_trimmed (const char *text, gsize length)
{
  for (;;)
    if (length > 0 && is_blank (text[length - 1]))
      length--;
    else if (length > 1 && memcmp (text + length - 2, NO_BREAK_SPACE, 2) == 0)
      length -= 2;
    else
      return length;
}

/* The text without the blanks around it; NULL where nothing is left. */
char *
cadre_organogram_dup_trimmed (const char *text)
{
  const char *start = text + skip_blanks (text);
  gsize length = measure_trimmed (start, strlen (start));

  return length > 0 ? g_strndup (start, length) : NULL;
}

gboolean
cadre_organogram_equal_folded (const char *a, const char *b)
{
  return a != NULL && b != NULL && g_ascii_strcasecmp (a, b) == 0;
}

/* Whether a text says that there is nothing to say. */
gboolean
cadre_organogram_is_none (const char *text)
{
  static const char *const words[] = { "N/D", "ND", "N/A", "NA" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (cadre_organogram_equal_folded (text, words[i]))
      return TRUE;

  return FALSE;
}

static gboolean
begins_with_word (const char *text, const char *word)
{
  gsize length = strlen (word);

  return g_ascii_strncasecmp (text, word, length) == 0 && !g_ascii_isalnum (text[length]);
}

CadreHolder
cadre_organogram_classify_name (const char *name)
{
  if (name == NULL)
    return CADRE_HOLDER_UNSTATED;
  if (cadre_organogram_is_none (name))
    return CADRE_HOLDER_UNDISCLOSED;
  if (begins_with_word (name, "vacant"))
    return CADRE_HOLDER_VACANT;

  return begins_with_word (name, "eliminated") ? CADRE_HOLDER_ELIMINATED : CADRE_HOLDER_NAMED;
}

/* Whether a name that is no name is one of the words for that and no more. */
gboolean
cadre_organogram_is_plain_word (const char *name)
{
  return name == NULL || cadre_organogram_is_none (name) ||
         cadre_organogram_equal_folded (name, "vacant") ||
         cadre_organogram_equal_folded (name, "eliminated");
}

/* Copies an amount without what is only there for the eye. A comma may stand
 * only before three digits. */
static char *
dup_bare_amount (const char *text)
{
  GString *bare = g_string_new (NULL);
  gboolean has_point = FALSE;

  if (*text == '-')
    g_string_append_c (bare, *text++);
  if (g_str_has_prefix (text, POUND))
    text += strlen (POUND);
  text += skip_blanks (text);

  for (; *text != '\0'; text++)
    {
      has_point |= *text == '.';
      if (*text == ',' && !has_point && bare->len > 0 && g_ascii_isdigit (text[1]) &&
          g_ascii_isdigit (text[2]) && g_ascii_isdigit (text[3]) && !g_ascii_isdigit (text[4]))
        continue;
      g_string_append_c (bare, *text);
    }

  return g_string_free (bare, FALSE);
}

/* A decimal without zeros that say nothing; NULL where it would be too long. */
static char *
format_decimal (CadreDecimal decimal)
{
  GString *text = g_string_new (NULL);

  if (decimal.exponent > MOST_ZEROS || decimal.exponent < -3 * MOST_ZEROS)
    {
      g_string_free (text, TRUE);
      return NULL;
    }

  g_string_printf (text, "%" G_GUINT64_FORMAT, decimal.digits);
  for (gint i = 0; i < decimal.exponent; i++)
    g_string_append_c (text, '0');
  if (decimal.exponent < 0)
    {
      gsize places = (gsize) -decimal.exponent;

      while (text->len <= places)
        g_string_prepend_c (text, '0');
      g_string_insert_c (text, (gssize) (text->len - places), '.');
    }
  if (decimal.negative)
    g_string_prepend_c (text, '-');

  return g_string_free (text, FALSE);
}

/* An amount in the one form that equal amounts have; NULL where the text is not
 * an amount. It is read as it is written: nothing is rounded. */
char *
cadre_organogram_dup_amount (const char *text)
{
  g_autofree char *bare = dup_bare_amount (text);
  CadreDecimal decimal;

  if (cadre_decimal_scan (bare, strlen (bare), &decimal) != CADRE_DECIMAL_READ)
    return NULL;

  return format_decimal (decimal);
}

/* Whether a text that has been read is an amount. */
gboolean
cadre_organogram_is_amount (const char *text)
{
  CadreDecimal decimal;

  return text != NULL && cadre_decimal_scan (text, strlen (text), &decimal) == CADRE_DECIMAL_READ &&
         !decimal.negative;
}

/* Keeps what is too long apart by a hash of all of it. */
static char *
shorten (char *text, gsize most)
{
  g_autofree char *long_text = text;
  g_autofree char *hash = NULL;
  gsize length = strlen (text);

  if (length <= most)
    return g_steal_pointer (&long_text);

  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, (gssize) length);
  hash[16] = '\0';
  length = most - 17;
  while (length > 0 && ((guchar) text[length] & 0xc0) == 0x80)
    length--;

  return g_strdup_printf ("%.*s-%s", (int) length, text, hash);
}

/* A name as part of an id: small letters and digits, and - for what stands
 * between them. Letters beyond ASCII stay. */
char *
cadre_organogram_dup_slug (const char *text, gsize most)
{
  GString *slug = g_string_new (NULL);
  gboolean is_gap = FALSE;

  for (; text != NULL && *text != '\0'; text++)
    {
      guchar c = (guchar) *text;

      if (c == '\'')
        continue;
      if (!g_ascii_isalnum (c) && c < 0x80)
        {
          is_gap = TRUE;
          continue;
        }
      if (is_gap && slug->len > 0)
        g_string_append_c (slug, '-');
      is_gap = FALSE;
      g_string_append_c (slug, g_ascii_tolower (c));
    }

  if (slug->len == 0)
    g_string_append_c (slug, '-');

  return shorten (g_string_free (slug, FALSE), most);
}

/* A ref as part of an id: in capitals, so that refs that differ in case alone
 * are one. So is the hash of a long one, since what is written is read again. */
char *
cadre_organogram_dup_part (const char *text, gsize most)
{
  g_autofree char *part = NULL;

  if (text == NULL)
    return g_strdup ("-");

  part = shorten (g_ascii_strup (text, -1), most);
  return g_ascii_strup (part, -1);
}

guint32
cadre_code_map_get (const CadreCodeMap *self, guint32 code)
{
  return code < self->n_values ? self->values[code] : 0;
}

gboolean
cadre_code_map_set (CadreCodeMap *self, guint32 code, guint32 value)
{
  if (code >= self->n_values)
    {
      gsize n_values = MAX ((gsize) code + 1, 2 * self->n_values);
      guint32 *values = g_try_renew (guint32, self->values, n_values);

      if (values == NULL)
        return FALSE;
      memset (values + self->n_values, 0, (n_values - self->n_values) * sizeof (guint32));
      self->values = values;
      self->n_values = n_values;
    }

  self->values[code] = value;
  return TRUE;
}

void
cadre_code_map_clear (CadreCodeMap *self)
{
  g_clear_pointer (&self->values, g_free);
  self->n_values = 0;
}
