/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "document/cadre-buffer-private.h"
#include "document/cadre-save-private.h"
#include <cadre/cadre-csv-writer.h>

G_BEGIN_DECLS

/* What a writer of tables is made of, for its own files only. */

/**
 * CadreCsvWriter:
 *
 * Writes a table row by row.
 *
 * Since: 1.0
 */
struct _CadreCsvWriter
{
  GObject parent_instance;

  char delimiter;
  CadreCsvLineEnding line_ending;
  gboolean byte_order_mark;
  gboolean formula_guard;

  CadreBuffer out; /* what is not flushed yet */
  gsize flush_at;  /* so many bytes are */
  gsize row_begin; /* where the row at hand begins in it */

  guint row;     /* number of the row at hand, from 1 */
  guint n_cells; /* of the row at hand */
  gboolean has_begun;
  gboolean is_finished; /* and cannot be written to any more */
  gboolean is_stolen;

  GError *error;             /* (nullable): the first one */
  GCancellable *cancellable; /* (nullable) */

  /* One of these is the target, or none when it is text. */
  GOutputStream *stream; /* (nullable) */
  CadreSave *save;       /* (nullable) */
};

/* cadre-csv-writer-text.c */
void _cadre_csv_writer_add_text (CadreCsvWriter *self, const char *text, gsize length);
void _cadre_csv_writer_end_row (CadreCsvWriter *self);
gboolean _cadre_csv_writer_end (CadreCsvWriter *self);

G_END_DECLS
