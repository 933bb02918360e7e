/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-csv-reader.h>

G_BEGIN_DECLS

/* The reader of tables for loaders that go through millions of rows: the same
 * cells as cadre_csv_reader_get_cell() has, without a call and a copy for each.
 * A reader may be used through both. */

typedef struct
{
  const char *text; /* UTF-8, not NUL-terminated; valid until the next row */
  gsize length;
  guint8 has_quotes; /* for the reader itself */
  guint8 is_strange; /* likewise */
} CadreCsvCell;

/* What cadre_csv_reader_next_row() does, without a look at the arguments. */
gboolean _cadre_csv_reader_next_row (CadreCsvReader *self,
                                     guint *n_cells,
                                     GCancellable *cancellable,
                                     GError **error);

/* The cells of the row at hand, as many as cadre_csv_reader_next_row() said.
 * NULL where there was no memory for them: then the next row is the error. */
const CadreCsvCell *_cadre_csv_reader_cells (CadreCsvReader *self);

/* The first cell of the row that comes next, where it is short, stands without
 * quotes and is at hand, once a row has been read. It may still become another one: a
 * byte order mark is taken away, and Windows-1252 becomes UTF-8. That of a blank line,
 * which is no row, is empty. */
gboolean _cadre_csv_reader_peek (CadreCsvReader *self, CadreCsvCell *cell);

/* How many bytes of the table have been read. */
guint64 _cadre_csv_reader_offset (CadreCsvReader *self);

/* How many bytes the table has, or 0 where that is not known. */
guint64 _cadre_csv_reader_size (CadreCsvReader *self);

G_END_DECLS
