/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <gio/gio.h>

#include <cadre/cadre-document.h>

G_BEGIN_DECLS

/**
 * CadreCsvLineEnding:
 * @CADRE_CSV_LINE_ENDING_CRLF: a carriage return and a line feed, as RFC 4180 has it
 * @CADRE_CSV_LINE_ENDING_LF: a line feed
 *
 * What ends a row of a table.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_CSV_LINE_ENDING_CRLF = 0,
  CADRE_CSV_LINE_ENDING_LF = 1,
} CadreCsvLineEnding;

#define CADRE_TYPE_CSV_WRITER (cadre_csv_writer_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreCsvWriter, cadre_csv_writer, CADRE, CSV_WRITER, GObject)

CADRE_AVAILABLE_IN_1_0
CadreCsvWriter *cadre_csv_writer_new_for_text (void) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreCsvWriter *cadre_csv_writer_new_for_stream (GOutputStream *stream) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreCsvWriter *cadre_csv_writer_new_for_file (GFile *file,
                                               GCancellable *cancellable,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
char cadre_csv_writer_get_delimiter (CadreCsvWriter *self);
CADRE_AVAILABLE_IN_1_0
void cadre_csv_writer_set_delimiter (CadreCsvWriter *self, char delimiter);
CADRE_AVAILABLE_IN_1_0
CadreCsvLineEnding cadre_csv_writer_get_line_ending (CadreCsvWriter *self);
CADRE_AVAILABLE_IN_1_0
void cadre_csv_writer_set_line_ending (CadreCsvWriter *self, CadreCsvLineEnding line_ending);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_csv_writer_get_byte_order_mark (CadreCsvWriter *self);
CADRE_AVAILABLE_IN_1_0
void cadre_csv_writer_set_byte_order_mark (CadreCsvWriter *self, gboolean byte_order_mark);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_csv_writer_get_formula_guard (CadreCsvWriter *self);
CADRE_AVAILABLE_IN_1_0
void cadre_csv_writer_set_formula_guard (CadreCsvWriter *self, gboolean formula_guard);

CADRE_AVAILABLE_IN_1_0
void cadre_csv_writer_add_text (CadreCsvWriter *self, const char *text);
CADRE_AVAILABLE_IN_1_0
void cadre_csv_writer_add_text_n (CadreCsvWriter *self, const char *text, gsize length);
CADRE_AVAILABLE_IN_1_0
void cadre_csv_writer_add_integer (CadreCsvWriter *self, gint64 value);
CADRE_AVAILABLE_IN_1_0
void cadre_csv_writer_end_row (CadreCsvWriter *self);

CADRE_AVAILABLE_IN_1_0
gboolean cadre_csv_writer_finish (CadreCsvWriter *self, GCancellable *cancellable, GError **error);
CADRE_AVAILABLE_IN_1_0
char *cadre_csv_writer_dup_text (CadreCsvWriter *self);
CADRE_AVAILABLE_IN_1_0
GBytes *cadre_csv_writer_steal_bytes (CadreCsvWriter *self);

G_END_DECLS
