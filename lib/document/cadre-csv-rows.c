/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "document/cadre-csv-private.h"

/* From one row to the next, and what stands between and before them. */

/* Bytes that are looked at to see what kind of table it is. */
#define ENOUGH_TO_DETECT (64 * 1024)

static gboolean
begins_with (const CadreCsvReader *self, const char *text, gsize length)
{
  return (gsize) (self->end - self->cur) >= length && memcmp (self->cur, text, length) == 0;
}

/* A line "sep=;" says what parts the cells, and is no row. */
static void
take_separator_line (CadreCsvReader *self)
{
  const guint8 *p = NULL;

  if (!begins_with (self, "sep=", 4) || self->end - self->cur < 6)
    return;

  p = self->cur + 5;
  if ((*p != '\r' && *p != '\n') || p[-1] >= 0x80 || p[-1] == '"')
    return;

  if (self->delimiter == '\0')
    self->delimiter = (char) p[-1];
  self->cur = p + (*p == '\r' && p + 1 < self->end && p[1] == '\n' ? 2 : 1);
  self->next_line++;
}

/* What stands before the first row. */
static gboolean
begin (CadreCsvReader *self, GCancellable *cancellable)
{
  while (self->end - self->cur < ENOUGH_TO_DETECT && _cadre_csv_fill (self, cancellable))
    ;
  if (self->error != NULL)
    return FALSE;
  self->has_begun = TRUE;

  if (begins_with (self, "\xFF\xFE", 2) || begins_with (self, "\xFE\xFF", 2))
    return _cadre_csv_fail (self, CADRE_DOCUMENT_ERROR_ENCODING,
                            "The table is UTF-16: save it as UTF-8");
  if (begins_with (self, "\xEF\xBB\xBF", 3))
    self->cur += 3;
  take_separator_line (self);

  return TRUE;
}

/* A byte order mark inside of a table is where another table was put behind it. */
static gboolean
take_mark (CadreCsvReader *self, GCancellable *cancellable)
{
  while (self->end - self->cur < 3 && _cadre_csv_fill (self, cancellable))
    ;
  if (self->error != NULL || !begins_with (self, "\xEF\xBB\xBF", 3))
    return FALSE;

  _cadre_csv_warn (self, "document.csv.mark-inside", 0);
  self->cur += 3;
  return TRUE;
}

/* At the end of a line with nothing in it. A CR at the end of the window may be
 * the first half of a CRLF. */
static void
take_line_end (CadreCsvReader *self, GCancellable *cancellable)
{
  if (*self->cur == '\r' && self->cur + 1 == self->end)
    _cadre_csv_fill (self, cancellable);
  if (self->error != NULL)
    return;

  self->cur += begins_with (self, "\r\n", 2) ? 2 : 1;
  self->next_line++;
}

/* Lines with nothing in them are no rows. */
static gboolean
pass_blank_lines (CadreCsvReader *self, GCancellable *cancellable)
{
  while (self->error == NULL)
    {
      if (self->cur == self->end && !_cadre_csv_fill (self, cancellable))
        return FALSE;
      if (*self->cur == '\r' || *self->cur == '\n')
        take_line_end (self, cancellable);
      else if (*self->cur != 0xEF || !take_mark (self, cancellable))
        return self->error == NULL;
    }

  return FALSE;
}

/* Reads until twice as much is at hand, so that a long row that comes in small
 * pieces is not scanned for each of them. */
static gboolean
read_on (CadreCsvReader *self, GCancellable *cancellable)
{
  const gssize wanted = 2 * (self->end - self->cur);

  while (self->end - self->cur < wanted && _cadre_csv_fill (self, cancellable))
    ;

  return self->error == NULL;
}

/* The row at hand, whole in the window. */
static gboolean
scan_row (CadreCsvReader *self, const guint8 **after, GCancellable *cancellable)
{
  CadreCsvScan scan = CADRE_CSV_NEED_MORE;

  if (self->delimiter == '\0')
    self->delimiter = _cadre_csv_detect_delimiter (self->cur, self->end);

  while ((scan = _cadre_csv_scan (self, after)) == CADRE_CSV_NEED_MORE)
    if (!read_on (self, cancellable))
      return FALSE;

  return scan == CADRE_CSV_ROW;
}

/*< private >
 * _cadre_csv_read_row:
 *
 * Goes on to the next row.
 *
 * Returns: whether there is one; if not, the table has ended or the reader has
 *   failed
 */
gboolean
_cadre_csv_read_row (CadreCsvReader *self, GCancellable *cancellable)
{
  const guint8 *after = NULL;

  if ((!self->has_begun && !begin (self, cancellable)) || !pass_blank_lines (self, cancellable))
    return FALSE;
  if (self->row == self->max_rows)
    return _cadre_csv_fail (self, CADRE_DOCUMENT_ERROR_LIMIT_ITEMS,
                            "The table has more than %u rows", self->max_rows);
  if (!scan_row (self, &after, cancellable) ||
      !_cadre_csv_check_text (self, self->cur, (gsize) (after - self->cur)))
    return FALSE;

  self->cur = after;
  self->row++;
  return TRUE;
}
