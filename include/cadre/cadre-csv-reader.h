/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <gio/gio.h>

#include <cadre/cadre-document.h>
#include <cadre/cadre-issue-list.h>
#include <cadre/cadre-limits.h>

G_BEGIN_DECLS

/**
 * CadreCsvEncoding:
 * @CADRE_CSV_ENCODING_DETECT: row by row: UTF-8 where the row is, else Windows-1252
 * @CADRE_CSV_ENCODING_UTF_8: UTF-8, with or without a byte order mark; anything else is an error
 * @CADRE_CSV_ENCODING_WINDOWS_1252: Windows-1252, as spreadsheets of western Europe save it
 * @CADRE_CSV_ENCODING_MIXED: some rows are UTF-8 and some are Windows-1252; what a reader has
 * found, never what it is told
 *
 * How the text of a table is encoded.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_CSV_ENCODING_DETECT = 0,
  CADRE_CSV_ENCODING_UTF_8 = 1,
  CADRE_CSV_ENCODING_WINDOWS_1252 = 2,
  CADRE_CSV_ENCODING_MIXED = 3,
} CadreCsvEncoding;

#define CADRE_TYPE_CSV_READER (cadre_csv_reader_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreCsvReader, cadre_csv_reader, CADRE, CSV_READER, GObject)

CADRE_AVAILABLE_IN_1_0
CadreCsvReader *cadre_csv_reader_new_for_bytes (GBytes *bytes,
                                                CadreLimits *limits) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreCsvReader *cadre_csv_reader_new_for_stream (GInputStream *stream,
                                                 CadreLimits *limits) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreCsvReader *cadre_csv_reader_new_for_file (GFile *file,
                                               CadreLimits *limits,
                                               GCancellable *cancellable,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
char cadre_csv_reader_get_delimiter (CadreCsvReader *self);
CADRE_AVAILABLE_IN_1_0
void cadre_csv_reader_set_delimiter (CadreCsvReader *self, char delimiter);
CADRE_AVAILABLE_IN_1_0
CadreCsvEncoding cadre_csv_reader_get_encoding (CadreCsvReader *self);
CADRE_AVAILABLE_IN_1_0
void cadre_csv_reader_set_encoding (CadreCsvReader *self, CadreCsvEncoding encoding);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_csv_reader_get_formula_guard (CadreCsvReader *self);
CADRE_AVAILABLE_IN_1_0
void cadre_csv_reader_set_formula_guard (CadreCsvReader *self, gboolean formula_guard);

CADRE_AVAILABLE_IN_1_0
gboolean cadre_csv_reader_next_row (CadreCsvReader *self,
                                    guint *n_cells,
                                    GCancellable *cancellable,
                                    GError **error);
CADRE_AVAILABLE_IN_1_0
guint cadre_csv_reader_get_n_cells (CadreCsvReader *self);
CADRE_AVAILABLE_IN_1_0
const char *cadre_csv_reader_get_cell (CadreCsvReader *self, guint column);
CADRE_AVAILABLE_IN_1_0
guint cadre_csv_reader_get_row (CadreCsvReader *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_csv_reader_get_line (CadreCsvReader *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_csv_reader_dup_origin (CadreCsvReader *self, guint column) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreIssueList *cadre_csv_reader_get_issues (CadreCsvReader *self);

G_END_DECLS
