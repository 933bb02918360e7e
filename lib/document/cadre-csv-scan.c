/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-csv-private.h"

#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

/* One row of RFC 4180, and of what is found beyond it: rows end at LF, CR or
 * CRLF; a quote that does not begin a cell is a quote; what follows the closing
 * quote of a cell belongs to the cell. */

/* How far the first cell of a row is looked at before the row is. */
#define MAX_PEEK 64

static inline gboolean
is_row_end (guint8 byte)
{
  return byte == '\n' || byte == '\r';
}

/* Makes room for more cells. */
static gboolean
grow_cells (CadreCsvReader *self)
{
  const guint n = MIN (MAX (16, self->n_allocated * 2), self->max_columns);
  CadreCsvCell *cells = NULL;
  gsize *places = NULL;

  if (self->n_cells >= self->max_columns)
    return _cadre_csv_fail (self, CADRE_DOCUMENT_ERROR_LIMIT_MEMBERS,
                            "A row has more than %u cells", self->max_columns);

  cells = g_try_renew (CadreCsvCell, self->cells, n);
  self->cells = cells != NULL ? cells : self->cells;
  places = cells != NULL ? g_try_renew (gsize, self->places, n) : NULL;
  self->places = places != NULL ? places : self->places;
  if (places == NULL)
    return _cadre_csv_fail (self, CADRE_DOCUMENT_ERROR_MEMORY, "Not enough memory for a row");

  self->n_allocated = n;
  return TRUE;
}

/* Lines that end inside of a cell, which most have none of; a CRLF counts once. */
static guint
count_lines (const guint8 *text, const guint8 *end)
{
  const gsize length = (gsize) (end - text);
  guint n = 0;

  if (memchr (text, '\n', length) == NULL && memchr (text, '\r', length) == NULL)
    return 0;

  for (const guint8 *p = text; p < end; p++)
    n += *p == '\n' ? p == text || p[-1] != '\r' : *p == '\r';

  return n;
}

/* From the byte after the opening quote to the closing one, or to the end. */
static const guint8 *
pass_quoted (const guint8 *p, const guint8 *end, gboolean *has_quotes)
{
  while ((p = memchr (p, '"', (gsize) (end - p))) != NULL)
    {
      if (p + 1 == end || p[1] != '"')
        return p;
      *has_quotes = TRUE;
      p += 2;
    }

  return end;
}

#ifdef __SSE2__
static inline __m128i
load_block (const guint8 *p)
{
  return _mm_loadu_si128 ((const __m128i *) (const void *) p);
}

/* A bit for each of 16 bytes that may end a cell without quotes. */
static inline guint
find_ends (__m128i bytes, guint8 delimiter)
{
  const __m128i is_end = _mm_or_si128 (_mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ((char) delimiter)),
                                       _mm_or_si128 (_mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('\n')),
                                                     _mm_cmpeq_epi8 (bytes, _mm_set1_epi8 ('\r'))));

  return (guint) _mm_movemask_epi8 (is_end);
}
#endif

/* To the delimiter or the end of the row. */
static inline const guint8 *
pass_plain (const guint8 *p, const guint8 *end, guint8 delimiter)
{
#ifdef __SSE2__
  for (; end - p >= 16; p += 16)
    {
      const guint ends = find_ends (load_block (p), delimiter);

      if (ends != 0)
        return p + __builtin_ctz (ends);
    }
#endif

  while (p < end && *p != delimiter && !is_row_end (*p))
    p++;

  return p;
}

static void
fail_too_long (CadreCsvReader *self)
{
  _cadre_csv_fail (self, CADRE_DOCUMENT_ERROR_LIMIT_STRING,
                   "Line %u: cell %u of the row that begins here is longer than %u bytes",
                   self->next_line, self->n_cells, self->max_string);
}

static void
fail_open_quote (CadreCsvReader *self)
{
  _cadre_csv_fail (self, CADRE_DOCUMENT_ERROR_SYNTAX,
                   "Line %u: a quote is opened in the row that begins here, and never closed",
                   self->next_line);
}

static void
set_cell (CadreCsvCell *cell, const guint8 *text, const guint8 *end)
{
  *cell = (CadreCsvCell){ (const char *) text, (gsize) (end - text), FALSE, FALSE };
}

/* A cell that begins with a quote: gives where it ends, or NULL where more has
 * to be read, or the reader has failed. What stands behind the closing quote is
 * kept, with the quotes as they are. */
static const guint8 *
scan_quoted (CadreCsvReader *self, CadreCsvCell *cell, const guint8 *p, const guint8 *stop)
{
  gboolean has_quotes = FALSE;
  const guint8 *close = pass_quoted (p + 1, stop, &has_quotes);
  const guint8 *after = NULL;

  /* The quote before the end of the window may be the first of two. */
  if (close == stop || (close + 1 == stop && !self->at_end))
    {
      if (stop < self->end)
        fail_too_long (self);
      else if (self->at_end)
        fail_open_quote (self);
      return NULL;
    }

  self->n_inner_lines += count_lines (p + 1, close);
  after = pass_plain (close + 1, stop, (guint8) self->delimiter);
  if (after > close + 1)
    {
      set_cell (cell, p, after);
      cell->is_strange = TRUE;
      self->has_strange_cells = TRUE;
      return after;
    }

  set_cell (cell, p + 1, close);
  cell->has_quotes = has_quotes;
  self->has_quotes |= has_quotes;
  return after;
}

/* Gives where the cell ends, or NULL. What is longer than a cell may be is not
 * looked at, as it cannot become one by reading more. */
static inline const guint8 *
scan_cell (CadreCsvReader *self, const guint8 *p)
{
  const gsize most = (gsize) self->max_string + 3; /* with its quotes, and one byte more */
  const guint8 *stop = (gsize) (self->end - p) > most ? p + most : self->end;
  const guint8 *after = NULL;
  CadreCsvCell *cell = NULL;

  if (G_UNLIKELY (self->n_cells == self->n_allocated) && !grow_cells (self))
    return NULL;

  cell = &self->cells[self->n_cells++];
  if (p < self->end && *p == '"')
    after = scan_quoted (self, cell, p, stop);
  else
    {
      after = pass_plain (p, stop, (guint8) self->delimiter);
      set_cell (cell, p, after);
    }

  if (after != NULL && G_UNLIKELY (cell->length > self->max_string))
    {
      fail_too_long (self);
      return NULL;
    }

  return after;
}

#ifdef __SSE2__
typedef struct
{
  const guint8 *p; /* where the next cell begins, or the row has ended */
  CadreCsvCell *cell;
  const CadreCsvCell *last;
  gboolean has_ended;
} PlainCells;

/* The cells that end in a block. FALSE where the row does, or where scan_cell() has
 * to go on. */
static inline gboolean
take_ends (PlainCells *cells, const guint8 *block, guint ends, guint8 delimiter)
{
  for (; ends != 0; ends &= ends - 1)
    {
      const guint8 *after = block + __builtin_ctz (ends);

      if (*cells->p == '"' || cells->cell == cells->last)
        return FALSE;

      set_cell (cells->cell++, cells->p, after);
      if (*after != delimiter)
        {
          cells->p = after;
          cells->has_ended = TRUE;
          return FALSE;
        }
      cells->p = after + 1;
    }

  return TRUE;
}

/* The short way for what most rows are: as many cells without quotes as end in
 * whole blocks of bytes, which are looked at once. Gives where the row ends, or
 * where the cell begins at which it has to be done by scan_cell(). A row that is
 * done so from its beginning is known to be plain text where all of its blocks are. */
static const guint8 *
scan_plain_cells (CadreCsvReader *self, const guint8 *p, gboolean *has_ended)
{
  const guint8 *end = self->end - MIN (self->end - p, 16);
  const gssize most = (gssize) self->max_string - 16; /* any cell in a block is short enough */
  const gboolean is_whole = self->n_cells == 0;
  __m128i least = _mm_set1_epi8 (1);
  __m128i all = _mm_setzero_si128 ();
  PlainCells cells = { p, NULL, NULL, FALSE };

  *has_ended = FALSE;
  if (self->n_allocated == 0)
    return p; /* the long way makes the room for cells */

  cells.cell = self->cells + self->n_cells;
  cells.last = self->cells + self->n_allocated;
  for (const guint8 *block = p; block < end && block - cells.p <= most; block += 16)
    {
      const __m128i bytes = load_block (block);

      least = _mm_min_epu8 (least, bytes);
      all = _mm_or_si128 (all, bytes);
      if (!take_ends (&cells, block, find_ends (bytes, (guint8) self->delimiter),
                      (guint8) self->delimiter))
        break;
    }

  self->n_cells = (guint) (cells.cell - self->cells);
  self->is_plain = is_whole && cells.has_ended && _mm_movemask_epi8 (all) == 0 &&
                   _mm_movemask_epi8 (_mm_cmpeq_epi8 (least, _mm_setzero_si128 ())) == 0;
  *has_ended = cells.has_ended;
  return cells.p;
}
#else
static const guint8 *
scan_plain_cells (CadreCsvReader *self, const guint8 *p, gboolean *has_ended)
{
  *has_ended = FALSE;
  return p;
}
#endif

gboolean
_cadre_csv_reader_peek (CadreCsvReader *self, CadreCsvCell *cell)
{
  const guint8 *p = self->cur;
  const guint8 *end = p + MIN (self->end - p, MAX_PEEK);
  const guint8 *after = pass_plain (p, end, (guint8) self->delimiter);

  if (after == end || *p == '"')
    return FALSE;

  set_cell (cell, p, after);
  return TRUE;
}

/* Only once a row is whole: until then it may be scanned again. */
static void
warn_of_strange_cells (CadreCsvReader *self)
{
  for (guint i = 0; self->has_strange_cells && i < self->n_cells; i++)
    if (self->cells[i].is_strange)
      _cadre_csv_warn (self, "document.csv.stray-quote", i + 1);
}

static void
begin_row (CadreCsvReader *self)
{
  self->n_cells = 0;
  self->n_inner_lines = 0;
  self->has_strange_cells = FALSE;
  self->has_quotes = FALSE;
  self->is_plain = FALSE;
  self->is_decoded = FALSE;
  self->has_texts = FALSE;
}

/*< private >
 * _cadre_csv_scan:
 * @after: (out): where the next row begins
 *
 * Finds the cells of the row at #CadreCsvReader.cur, which is not at the end.
 *
 * Returns: whether the row is whole, or more has to be read before another try
 */
CadreCsvScan
_cadre_csv_scan (CadreCsvReader *self, const guint8 **after)
{
  const guint8 *p = self->cur;
  gboolean has_ended = FALSE;

  begin_row (self);
  for (;;)
    {
      p = scan_plain_cells (self, p, &has_ended);
      if (has_ended)
        break;
      p = scan_cell (self, p);
      if (p == NULL || (p == self->end && !self->at_end))
        return self->error != NULL ? CADRE_CSV_FAILED : CADRE_CSV_NEED_MORE;
      if (p == self->end || is_row_end (*p))
        break;
      p++;
    }

  /* The CR before the end of the window may be the first half of a CRLF. */
  if (p < self->end && *p == '\r' && p + 1 == self->end && !self->at_end)
    return CADRE_CSV_NEED_MORE;

  warn_of_strange_cells (self);
  self->line = self->next_line;
  self->next_line += self->n_inner_lines + (p < self->end);
  if (p < self->end)
    p += *p == '\r' && p + 1 < self->end && p[1] == '\n' ? 2 : 1;
  *after = p;

  return CADRE_CSV_ROW;
}

/*< private >
 * _cadre_csv_detect_delimiter:
 * @text: the beginning of a table
 * @end: behind it
 *
 * Finds what parts the cells: that of comma, semicolon, tab and bar which the
 * first row has most of outside of quotes. Where it has none of them, a comma.
 *
 * Returns: the delimiter
 */
char
_cadre_csv_detect_delimiter (const guint8 *text, const guint8 *end)
{
  static const char candidates[] = { ',', ';', '\t', '|' };
  guint counts[G_N_ELEMENTS (candidates)] = { 0 };
  gboolean quoted = FALSE;
  guint best = 0;

  for (const guint8 *p = text; p < end && (quoted || !is_row_end (*p)); p++)
    {
      quoted ^= *p == '"';
      for (guint i = 0; !quoted && i < G_N_ELEMENTS (candidates); i++)
        counts[i] += *p == candidates[i];
    }

  for (guint i = 1; i < G_N_ELEMENTS (candidates); i++)
    if (counts[i] > counts[best])
      best = i;

  return candidates[best];
}
