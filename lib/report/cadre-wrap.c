/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "report/cadre-wrap-private.h"

#include <string.h>

static gsize
columns_of (gunichar c)
{
  if (g_unichar_iszerowidth (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

static gsize
columns_of_n (const char *text, gsize length)
{
  gsize columns = 0;

  for (const char *at = text; at < text + length; at = g_utf8_next_char (at))
    columns += columns_of (g_utf8_get_char (at));

  return columns;
}

gsize
cadre_text_columns (const char *text)
{
  return columns_of_n (text, strlen (text));
}

gsize
cadre_text_longest_word (const char *text)
{
  gsize longest = 0;

  while (*text != '\0')
    {
      gsize length = strcspn (text, " ");

      longest = MAX (longest, columns_of_n (text, length));
      text += length;
      text += strspn (text, " ");
    }

  return longest;
}

/* Characters that turn the direction of what is around them: a name that holds
 * one could make the rest of a line read as something else. */
static gboolean
turns_direction (gunichar c)
{
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E ||
         c == 0x200F || c == 0x061C;
}

/* Line and paragraph separators count as blanks here. */
static gboolean
is_blank (gunichar c)
{
  return c <= 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

char *
cadre_text_tidy (const char *text)
{
  GString *tidy = g_string_new (NULL);
  gboolean owes_blank = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (is_blank (c))
        {
          owes_blank = tidy->len > 0;
          continue;
        }
      if (owes_blank)
        g_string_append_c (tidy, ' ');
      owes_blank = FALSE;
      g_string_append_unichar (tidy, turns_direction (c) ? 0xFFFD : c);
    }

  return g_string_free (tidy, FALSE);
}

/* How many bytes of a word go into so many columns: at least one letter, with
 * the marks that sit on it. */
static gsize
bytes_that_fit (const char *word, gsize length, gsize columns)
{
  const char *at = word;
  gsize used = 0;

  while (at < word + length)
    {
      gsize more = columns_of (g_utf8_get_char (at));

      if (used + more > columns && used > 0)
        break;
      used += more;
      at = g_utf8_next_char (at);
    }

  return at - word;
}

static void
end_line (GPtrArray *lines, GString *line)
{
  g_ptr_array_add (lines, g_strndup (line->str, line->len));
  g_string_truncate (line, 0);
}

/* Puts a word on the line, or on as many lines as it needs. */
static void
add_word (GPtrArray *lines, GString *line, const char *word, gsize length, gsize columns)
{
  gsize used = columns_of_n (line->str, line->len);

  if (used > 0 && used + 1 + columns_of_n (word, length) > columns)
    {
      end_line (lines, line);
      used = 0;
    }
  if (used > 0)
    g_string_append_c (line, ' ');

  while (columns_of_n (word, length) > columns)
    {
      gsize bytes = bytes_that_fit (word, length, columns);

      g_string_append_len (line, word, (gssize) bytes);
      end_line (lines, line);
      word += bytes;
      length -= bytes;
    }
  g_string_append_len (line, word, (gssize) length);
}

GPtrArray *
cadre_text_wrap (const char *text, gsize columns)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GString) line = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize length = strcspn (text, " ");

      if (length > 0)
        add_word (lines, line, text, length, columns);
      text += length;
      text += strspn (text, " ");
    }
  if (line->len > 0 || lines->len == 0)
    end_line (lines, line);

  return lines;
}

void
cadre_text_append_blanks (GString *out, gsize n)
{
  for (gsize i = 0; i < n; i++)
    g_string_append_c (out, ' ');
}

void
cadre_text_append_hanging (GString *out, const char *text, const char *first, gsize columns)
{
  gsize indent = cadre_text_columns (first);
  g_autoptr (GPtrArray) lines = cadre_text_wrap (text, columns > indent + 2 ? columns - indent : 2);

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);

      if (i == 0)
        g_string_append (out, first);
      else
        cadre_text_append_blanks (out, indent);
      g_string_append (out, line);
      g_string_append_c (out, '\n');
    }
}
