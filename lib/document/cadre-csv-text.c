/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-csv-guard-private.h"
#include "document/cadre-csv-private.h"
#include "document/cadre-text-private.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

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

typedef struct
{
  gboolean has_nul;
  gboolean is_ascii;
} Survey;

static Survey
survey_by_words (const guint8 *text, gsize length)
{
  Survey survey = { memchr (text, 0, length) != NULL, FALSE };
  guint64 word = 0;
  guint64 all = 0;
  gsize i = 0;

  for (; i + sizeof word <= length; i += sizeof word)
    {
      memcpy (&word, text + i, sizeof word);
      all |= word;
    }
  for (; i < length; i++)
    all |= text[i];
  survey.is_ascii = (all & G_GUINT64_CONSTANT (0x8080808080808080)) == 0;

  return survey;
}

/* Most rows are of ASCII, and none has a NUL: one look at the bytes for both. */
static Survey
survey_row (const guint8 *text, gsize length)
{
#ifdef __SSE2__
  __m128i least = _mm_set1_epi8 (1);
  __m128i all = _mm_setzero_si128 ();

  if (length < 16)
    return survey_by_words (text, length);

  for (gsize i = 0; i < length; i += 16)
    {
      /* The last ones overlap those before. */
      const guint8 *p = text + MIN (i, length - 16);
      const __m128i bytes = _mm_loadu_si128 ((const __m128i *) (const void *) p);

      least = _mm_min_epu8 (least, bytes);
      all = _mm_or_si128 (all, bytes);
    }

  return (Survey){ _mm_movemask_epi8 (_mm_cmpeq_epi8 (least, _mm_setzero_si128 ())) != 0,
                   _mm_movemask_epi8 (all) == 0 };
#else
  return survey_by_words (text, length);
#endif
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
  Survey survey;

  self->is_windows = FALSE;
  if (self->is_plain)
    return TRUE;

  survey = survey_row (text, length);
  if (survey.has_nul)
    return _cadre_csv_fail (self, CADRE_DOCUMENT_ERROR_ENCODING,
                            "Line %u: the row that begins here holds a NUL", self->line);
  if (survey.is_ascii)
    return TRUE;

  if (self->asked != CADRE_CSV_ENCODING_WINDOWS_1252 &&
      _cadre_text_is_valid ((const char *) text, length))
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

/* Takes one of each two quotes away; @out may be where the cell is. */
static char *
put_quoted_cell (const CadreCsvCell *cell, char *out)
{
  const char *p = cell->text;
  const char *end = p + cell->length;

  while (p < end)
    {
      const char *quote = memchr (p, '"', (gsize) (end - p));
      const gsize n = (gsize) ((quote != NULL ? quote + 1 : end) - p);

      memmove (out, p, n);
      out += n;
      p += n;
      if (quote != NULL && p < end && *p == '"')
        p++;
    }

  return out;
}

static char *
put_windows_cell (const CadreCsvCell *cell, char *out)
{
  const char *end = cell->text + cell->length;

  for (const char *p = cell->text; p < end; p++)
    {
      if (cell->has_quotes && *p == '"' && p + 1 < end && p[1] == '"')
        p++;
      if ((guint8) *p >= 0x80)
        out = put_windows_byte (out, (guint8) *p);
      else
        *out++ = *p;
    }

  return out;
}

/* Windows-1252 becomes longer, and bytes of the caller's stay as they are. */
static gboolean
needs_buffer (const CadreCsvReader *self)
{
  return self->is_windows || self->window == NULL;
}

static gboolean
reserve_decoded (CadreCsvReader *self)
{
  gsize size = 1;

  for (guint i = 0; i < self->n_cells; i++)
    size += self->cells[i].length * (self->is_windows ? 3 : 1) + 1;
  self->decoded.size = 0;

  return _cadre_buffer_reserve (&self->decoded, size) ||
         _cadre_csv_fail (self, CADRE_DOCUMENT_ERROR_MEMORY, "Not enough memory for a row");
}

static gboolean
decode_cells (CadreCsvReader *self)
{
  const gboolean buffered = needs_buffer (self);
  char *next = NULL;

  if (buffered && !reserve_decoded (self))
    return FALSE;

  next = self->decoded.data;
  for (guint i = 0; i < self->n_cells; i++)
    {
      CadreCsvCell *cell = &self->cells[i];
      char *text = buffered ? next : (char *) cell->text;

      if (!self->is_windows && !cell->has_quotes)
        continue;
      next = self->is_windows ? put_windows_cell (cell, text) : put_quoted_cell (cell, text);
      cell->text = text;
      cell->length = (gsize) (next - text);
      cell->has_quotes = FALSE;
      next++; /* of the NUL that the cell may get */
    }

  return TRUE;
}

static void
take_guards (CadreCsvReader *self)
{
  for (guint i = 0; i < self->n_cells; i++)
    if (_cadre_csv_has_guard (self->cells[i].text, self->cells[i].length))
      {
        self->cells[i].text++;
        self->cells[i].length--;
      }
}

/*< private >
 * _cadre_csv_decode:
 *
 * Makes text of the cells of the row, where they are not text as they stand.
 *
 * Returns: whether there was memory for it
 */
gboolean
_cadre_csv_decode (CadreCsvReader *self)
{
  if (self->is_decoded)
    return TRUE;
  if ((self->is_windows || self->has_quotes) && !decode_cells (self))
    return FALSE;
  if (self->formula_guard)
    take_guards (self);

  self->is_decoded = TRUE;
  return TRUE;
}

const CadreCsvCell *
_cadre_csv_reader_cells (CadreCsvReader *self)
{
  return _cadre_csv_decode (self) ? self->cells : NULL;
}

/* Copies of all cells of the row, each with its NUL. */
static gboolean
copy_texts (CadreCsvReader *self)
{
  gsize size = 1;
  char *out = NULL;

  for (guint i = 0; i < self->n_cells; i++)
    size += self->cells[i].length + 1;
  self->texts.size = 0;
  if (!_cadre_buffer_reserve (&self->texts, size))
    return _cadre_csv_fail (self, CADRE_DOCUMENT_ERROR_MEMORY, "Not enough memory for a row");

  out = self->texts.data;
  for (guint i = 0; i < self->n_cells; i++)
    {
      const CadreCsvCell *cell = &self->cells[i];

      self->places[i] = (gsize) (out - self->texts.data);
      if (cell->length > 0)
        memcpy (out, cell->text, cell->length);
      out[cell->length] = '\0';
      out += cell->length + 1;
    }

  return TRUE;
}

/*< private >
 * _cadre_csv_make_texts:
 *
 * Makes the cells of the row ready for their NULs. In the window each can take
 * the place of what ended the cell, which nobody looks at again.
 *
 * Returns: whether there was memory for it
 */
gboolean
_cadre_csv_make_texts (CadreCsvReader *self)
{
  self->has_texts = _cadre_csv_decode (self) && (self->window != NULL || copy_texts (self));

  return self->has_texts;
}
