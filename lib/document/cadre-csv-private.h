/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "document/cadre-buffer-private.h"
#include "document/cadre-csv-reader-private.h"

G_BEGIN_DECLS

/* What a reader of tables is made of, for its own files only. */

/**
 * CadreCsvReader:
 *
 * Reads a table row by row.
 *
 * Since: 1.0
 */
struct _CadreCsvReader
{
  GObject parent_instance;

  /* The window: from the row at hand to what is at hand of the table. */
  const guint8 *cur; /* where the next row begins */
  const guint8 *end;
  gboolean at_end; /* no more bytes can be had */

  char delimiter; /* NUL: not known yet */
  CadreCsvEncoding asked;
  gboolean formula_guard; /* one is to be taken from each cell that has one */
  gboolean has_utf_8;     /* a row of UTF-8 that is not plain ASCII was met */
  gboolean has_windows;
  gboolean has_begun;

  /* The row at hand. */
  CadreCsvCell *cells;
  guint n_cells;
  guint n_allocated;
  guint n_inner_lines;        /* lines that end inside of its cells */
  gboolean has_strange_cells; /* text follows the closing quote of one */
  gboolean has_quotes;        /* in one: doubled ones, which stand for one each */
  gboolean is_plain;          /* known to be ASCII without a NUL */
  gboolean is_windows;
  gboolean is_decoded; /* its cells are text, no longer as they stand in the window */
  gboolean has_texts;
  guint row;  /* its number, from 1; 0 before the first */
  guint line; /* where it begins, from 1 */
  guint next_line;

  CadreBuffer decoded; /* the cells that could not stay where they are */
  CadreBuffer texts;   /* copies with a NUL each, ONLY when there is no window */
  gsize *places;       /* of the copies, as many as n_allocated */

  CadreIssueList *issues;
  GError *error; /* (nullable): given again by every call after it */

  guint64 max_bytes;
  guint max_rows;
  guint max_columns;
  guint max_string;

  GBytes *bytes;        /* (nullable) */
  GInputStream *stream; /* (nullable) */
  guint8 *window;       /* (nullable), ONLY when there is a stream; ours to write to */
  gsize window_size;
  guint64 n_read; /* from the stream */
};

typedef enum
{
  CADRE_CSV_FAILED = 0,
  CADRE_CSV_ROW = 1,
  CADRE_CSV_NEED_MORE = 2,
} CadreCsvScan;

/* cadre-csv-issues.c. The first sets the error of the reader, and gives FALSE. */
gboolean _cadre_csv_fail (CadreCsvReader *self, CadreDocumentError code, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
void _cadre_csv_warn (CadreCsvReader *self, const char *code, guint column);

/* cadre-csv-source.c */
void _cadre_csv_use_bytes (CadreCsvReader *self, GBytes *bytes);
void _cadre_csv_use_stream (CadreCsvReader *self, GInputStream *stream);
gboolean _cadre_csv_fill (CadreCsvReader *self, GCancellable *cancellable);

/* cadre-csv-rows.c */
gboolean _cadre_csv_read_row (CadreCsvReader *self, GCancellable *cancellable);

/* cadre-csv-scan.c */
CadreCsvScan _cadre_csv_scan (CadreCsvReader *self, const guint8 **after);
char _cadre_csv_detect_delimiter (const guint8 *text, const guint8 *end);

/* cadre-csv-text.c */
gboolean _cadre_csv_check_text (CadreCsvReader *self, const guint8 *text, gsize length);
gboolean _cadre_csv_decode (CadreCsvReader *self);
gboolean _cadre_csv_make_texts (CadreCsvReader *self);

G_END_DECLS
