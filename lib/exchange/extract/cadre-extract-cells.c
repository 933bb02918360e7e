/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The cells of the row at hand. Most columns say one of a few things again and
 * again. Their last texts are remembered, each with a stamp of its own, so that
 * what follows from a text is worked out once: by fields for a value, and by
 * records for a record that is there already.
 *
 * A text finds its place by a hash without a key. Texts that are made to collide
 * drive each other out, and then take as long as texts that never come again. */

#include "config.h"

#include "document/cadre-csv-reader-private.h"
#include "exchange/extract/cadre-extract-private.h"
#include "kernel/cadre-siphash-private.h"

#include <string.h>

/* A column is given up on when, after so many texts that were not remembered,
 * fewer than half as many were. */
#define N_TRIALS 256

/* All of a text of at most 16 bytes, in words. */
static inline CadreExtractWords
load_few_words (const char *text, gsize length)
{
  const guint8 *bytes = (const guint8 *) text;

  if (length < 8)
    return (CadreExtractWords){ cadre_siphash_load_few (bytes, length), 0, 0, 0 };

  return (CadreExtractWords){ cadre_siphash_load (bytes), cadre_siphash_load (bytes + length - 8),
                              0, 0 };
}

/* All of a text that is not too long. */
static inline CadreExtractWords
load_words (const char *text, gsize length)
{
  const guint8 *bytes = (const guint8 *) text;

  if (length <= 16)
    return load_few_words (text, length);

  return (CadreExtractWords){ cadre_siphash_load (bytes), cadre_siphash_load (bytes + length - 8),
                              cadre_siphash_load (bytes + 8),
                              cadre_siphash_load (bytes + length - 16) };
}

static inline guint32
find_place (CadreExtractWords words, gsize length)
{
  return (guint32) (((words.a ^ words.c) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) +
                     (words.b ^ words.d ^ length) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9)) >>
                    58);
}

G_STATIC_ASSERT (CADRE_EXTRACT_N_RECENT == 64);

static inline gboolean
are_equal (CadreExtractWords x, CadreExtractWords y)
{
  return ((x.a ^ y.a) | (x.b ^ y.b) | (x.c ^ y.c) | (x.d ^ y.d)) == 0;
}

/* Texts of one length, of which two words are all where it is short. */
static inline gboolean
are_equal_of (CadreExtractWords x, CadreExtractWords y, gsize length)
{
  return length <= 16 ? ((x.a ^ y.a) | (x.b ^ y.b)) == 0 : are_equal (x, y);
}

/* Puts a text in the place of another, and gives a column up whose texts seldom
 * come again. */
static void
note (CadreExtractCell *cell, CadreExtractRecent *recent, CadreExtractWords words)
{
  recent->words = words;
  recent->length = (guint32) cell->length;
  recent->stamp = ++cell->n_stamps;
  cell->stamp = recent->stamp;
  if (cell->n_stamps < N_TRIALS ||
      (cell->n_stamps / 2 <= cell->n_found && cell->n_stamps < G_MAXUINT32))
    return;

  cell->stamp = 0;
  g_clear_pointer (&cell->recent, g_free);
}

static inline gboolean
is_same (const CadreExtractRecent *recent, CadreExtractWords words, gsize length)
{
  return recent->length == length && are_equal_of (recent->words, words, length);
}

static inline void
take_stamp (CadreExtractCell *cell, guint32 place)
{
  cell->place = place;
  cell->stamp = cell->recent[place].stamp;
  cell->n_found++;
}

/* Where the text is not at the first of its places. Its words are loaded again: handed on
 * in memory, they would be read before they are there. */
static G_NO_INLINE gboolean
recall_elsewhere (CadreExtractCell *cell, guint32 place)
{
  const CadreExtractWords words = load_words (cell->text, cell->length);
  const guint32 other = place ^ 1;

  if (is_same (&cell->recent[other], words, cell->length))
    {
      take_stamp (cell, other);
      return TRUE;
    }

  cell->place = cell->recent[place].stamp <= cell->recent[other].stamp ? place : other;
  note (cell, &cell->recent[cell->place], words);
  return FALSE;
}

/* Finds the stamp of the text, or gives it one. FALSE where it is new. Two places are
 * its own: with one, two grades that share it would drive each other out in every
 * other row. The text that came first has to go. */
static inline gboolean
recall_words (CadreExtractCell *cell, CadreExtractWords words, gsize length)
{
  const guint32 place = find_place (words, length);

  if (!is_same (&cell->recent[place], words, length))
    return recall_elsewhere (cell, place);

  take_stamp (cell, place);
  return TRUE;
}

static G_NO_INLINE gboolean
recall_long (CadreExtractCell *cell)
{
  return cell->length <= CADRE_EXTRACT_MAX_RECENT &&
         recall_words (cell, load_words (cell->text, cell->length), cell->length);
}

/* Most texts are short, of which two words are all. */
static inline gboolean
recall (CadreExtractCell *cell)
{
  if (cell->length > 16)
    return recall_long (cell);

  return recall_words (cell, load_few_words (cell->text, cell->length), cell->length);
}

/* A text that does not come again is looked for among all texts, which are too
 * many for the caches: their memory is asked for long before it is used. Numbers and
 * words are no texts. */
static inline void
announce (const CadreExtract *self, CadreExtractCell *cell)
{
  cell->has_tag = cell->is_text && cell->length > 0;
  if (!cell->has_tag)
    return;
  if (cell->length == self->next_length &&
      are_equal (load_words (cell->text, cell->length), self->next))
    cell->tag = self->next_tag;
  else
    cell->tag = cadre_string_table_announce (self->tables->strings, cell->text, cell->length);
}

/* Ids mostly stand in the first cell: that of the next row is announced while this
 * row is worked on, so that its memory has come by then. */
static void
look_ahead (CadreExtract *self)
{
  CadreCsvCell next;

  self->next_length = 0;
  if (!self->cells[0].is_text || self->cells[0].recent != NULL ||
      !_cadre_csv_reader_peek (self->csv, &next) || next.length > CADRE_EXTRACT_MAX_RECENT ||
      next.length == 0)
    return;

  self->next = load_words (next.text, next.length);
  self->next_length = next.length;
  self->next_tag = cadre_string_table_announce (self->tables->strings, next.text, next.length);
}

/* What is above a blank is none. */
static inline gboolean
may_be_blank (char c)
{
  return (guint8) c <= ' ';
}

static void
take_blanks (CadreExtractCell *cell)
{
  while (cell->length > 0 && g_ascii_isspace (cell->text[0]))
    {
      cell->text++;
      cell->length--;
    }
  while (cell->length > 0 && g_ascii_isspace (cell->text[cell->length - 1]))
    cell->length--;
}

/* Most cells have no blanks around them. */
static inline void
take_cell (CadreExtractCell *cell, const CadreCsvCell *csv)
{
  cell->text = csv->text;
  cell->length = csv->length;
  if (csv->length > 0 && (may_be_blank (csv->text[0]) || may_be_blank (csv->text[csv->length - 1])))
    take_blanks (cell);
}

static gboolean
is_blank_cell (const CadreCsvCell *csv)
{
  CadreExtractCell cell;

  take_cell (&cell, csv);
  return cell.length == 0;
}

/* Gives how long its text is. */
static inline gsize
take_used_cell (const CadreExtract *self, CadreExtractCell *cell, const CadreCsvCell *csv)
{
  take_cell (cell, csv);
  cell->stamp = 0;
  cell->code = 0;
  cell->has_tag = FALSE;
  if (cell->is_used && (cell->recent == NULL || !recall (cell)))
    announce (self, cell);
  return cell->length;
}

/* Takes the cells of the row. What lacks at its end is empty, and of what there
 * is too much only a blank row is told from others. */
gboolean
cadre_extract_take_cells (CadreExtract *self, gboolean *is_blank, GError **error)
{
  static const CadreCsvCell empty = { "", 0, FALSE, FALSE };
  const CadreCsvCell *cells = _cadre_csv_reader_cells (self->csv);
  const guint n_header = self->n_header;
  const guint n_there = MIN (self->n_cells, n_header);
  CadreExtractCell *own = self->cells;
  gsize n_bytes = 0;

  if (cells == NULL)
    return cadre_csv_reader_next_row (self->csv, NULL, NULL, error);

  for (guint i = 0; i < n_there; i++)
    n_bytes += take_used_cell (self, &own[i], &cells[i]);
  for (guint i = n_there; i < n_header; i++)
    take_used_cell (self, &own[i], &empty);

  look_ahead (self);
  *is_blank = n_bytes == 0;
  for (guint i = n_header; *is_blank && i < self->n_cells; i++)
    *is_blank = is_blank_cell (&cells[i]);
  return TRUE;
}

/* The code of the text of a cell. Several records of a row have one cell for
 * their ids. */
gboolean
cadre_extract_intern_cell (CadreExtract *self, CadreExtractCell *cell, GError **error)
{
  if (cell->code != 0)
    return TRUE;
  if (!cell->has_tag)
    return cadre_tables_intern (self->tables, cell->text, cell->length, &cell->code, error);

  return cadre_string_table_intern_announced (self->tables->strings, cell->tag, cell->text,
                                              cell->length, &cell->code, error);
}

void
cadre_extract_free_cells (CadreExtract *self)
{
  for (guint i = 0; self->cells != NULL && i < self->n_header; i++)
    g_free (self->cells[i].recent);

  g_clear_pointer (&self->cells, g_free);
}
