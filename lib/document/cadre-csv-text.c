/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-csv-guard-private.h"
#include "document/cadre-csv-private.h"

/* From the bytes of a row to text in UTF-8. A row is UTF-8 if it can be: text
 * of Windows-1252 that is UTF-8 by accident has a letter with an accent before a
 * sign at each of its places, which no language has. */

/* 0x80 to 0x9F of Windows-1252, as the Encoding Standard of the WHATWG has them:
 * the five bytes without a meaning are the control characters of their number. */
static const guint16 windows_1252[32] = {
  0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
  0x2039, 0x0152, 0x008D, 0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
  0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

static gboolean
is_ascii (const guint8 *text, gsize length)
{
  gsize i = 0;
  guint64 word = 0;

  for (; i + sizeof (word) <= length; i += sizeof (word))
    {
      memcpy (&word, text + i, sizeof (word));
      if ((word & G_GUINT64_CONSTANT (0x8080808080808080)) != 0)
        return FALSE;
    }
  for (; i < length; i++)
    if (text[i] >= 0x80)
      return FALSE;

  return TRUE;
}

/* Said once, at the row where it is first seen. */
static void
meet_windows (CadreCsvReader *self)
{
  if (!self->has_windows && self->asked == CADRE_CSV_ENCODING_DETECT)
    _cadre_csv_warn (self, "document.csv.assumed-windows-1252", 0);
  if (!self->has_windows && self->has_utf_8)
    _cadre_csv_warn (self, "document.csv.mixed-encodings", 0);
  self->has_windows = TRUE;
}

static void
meet_utf_8 (CadreCsvReader *self)
{
  if (!self->has_utf_8 && self->has_windows)
    _cadre_csv_warn (self, "document.csv.mixed-encodings", 0);
  self->has_utf_8 = TRUE;
}

/*< private >
 * _cadre_csv_check_text:
 * @text: the bytes of a row
 * @length: how many
 *
 * Finds how a row is encoded. Fails where it holds a NUL, or is not of the
 * encoding that was asked for.
 *
 * Returns: whether the row can be read
 */
gboolean
_cadre_csv_check_text (CadreCsvReader *self, const guint8 *text, gsize length)
{
  self->is_windows = FALSE;
  if (memchr (text, 0, length) != NULL)
    return _cadre_csv_fail (self, CADRE_DOCUMENT_ERROR_ENCODING,
                            "Line %u: the row that begins here holds a NUL", self->line);
  if (is_ascii (text, length))
    return TRUE;

  if (self->asked != CADRE_CSV_ENCODING_WINDOWS_1252 &&
      g_utf8_validate_len ((const char *) text, length, NULL))
    {
      meet_utf_8 (self);
      return TRUE;
    }
  if (self->asked == CADRE_CSV_ENCODING_UTF_8)
    return _cadre_csv_fail (self, CADRE_DOCUMENT_ERROR_ENCODING,
                            "Line %u: the row that begins here is not UTF-8", self->line);

  self->is_windows = TRUE;
  meet_windows (self);
  return TRUE;
}

/* At most three bytes for each. */
static char *
put_windows_byte (char *out, guint8 byte)
{
  const gunichar character = byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;

  return out + g_unichar_to_utf8 (character, out);
}

static char *
put_cell (const CadreCsvReader *self, const CadreCsvCell *cell, char *out)
{
  const guint8 *end = cell->text + cell->length;

  if (!self->is_windows && !cell->has_quotes)
    {
      if (cell->length > 0)
        memcpy (out, cell->text, cell->length);
      return out + cell->length;
    }

  for (const guint8 *p = cell->text; p < end; p++)
    {
      if (cell->has_quotes && *p == '"' && p + 1 < end && p[1] == '"')
        p++;
      if (*p >= 0x80 && self->is_windows)
        out = put_windows_byte (out, *p);
      else
        *out++ = (char) *p;
    }

  return out;
}

/*< private >
 * _cadre_csv_make_texts:
 *
 * Makes the texts of all cells of the row, each with its NUL.
 *
 * Returns: whether there was memory for it
 */
gboolean
_cadre_csv_make_texts (CadreCsvReader *self)
{
  gsize size = 0;
  char *out = NULL;

  for (guint i = 0; i < self->n_cells; i++)
    size += self->cells[i].length * (self->is_windows ? 3 : 1) + 1;
  self->texts.size = 0;
  if (!_cadre_buffer_reserve (&self->texts, MAX (size, 1)))
    return _cadre_csv_fail (self, CADRE_DOCUMENT_ERROR_MEMORY, "Not enough memory for a row");

  out = self->texts.data;
  for (guint i = 0; i < self->n_cells; i++)
    {
      char *cell = out;

      out = put_cell (self, &self->cells[i], cell);
      *out++ = '\0';
      if (self->formula_guard && _cadre_csv_has_guard (cell, (gsize) (out - cell) - 1))
        cell++;
      self->places[i] = (gsize) (cell - self->texts.data);
    }

  self->has_texts = TRUE;
  return TRUE;
}
