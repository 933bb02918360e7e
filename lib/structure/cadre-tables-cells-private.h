/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Cells as the text that a document has of them, and cells out of such text;
 * and moving cells between tables that share their string table. */

#pragma once

#include "structure/cadre-tables-private.h"

G_BEGIN_DECLS

#define CADRE_CELL_UNKNOWN_MEMBERS 63 /* in the place of a field: members that are not known */
#define CADRE_CELL_UNKNOWN_MEMBERS_NAME "unknown-members"

/* The fields of the head of a document, beside CADRE_CELL_UNKNOWN_MEMBERS. */
enum
{
  CADRE_HEAD_FIELD_ID,
  CADRE_HEAD_FIELD_TITLE,
  CADRE_HEAD_FIELD_AS_OF,
  CADRE_HEAD_FIELD_LANGUAGE,
  CADRE_HEAD_FIELD_SOURCE,
  CADRE_HEAD_FIELD_LICENCE,
  CADRE_HEAD_FIELD_NOTES,
  CADRE_N_HEAD_FIELDS
};

/* The name of a field of the head; NULL where there is none. */
const char *cadre_head_field_name (guint field);

/* Gives text out of tables. What a call gives holds until the next one. */
typedef struct _CadreCellText CadreCellText;

CadreCellText *cadre_cell_text_new (const CadreTables *tables);
void cadre_cell_text_free (CadreCellText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreCellText, cadre_cell_text_free)

/* The value of a cell; NULL where the row is silent. */
const char *cadre_cell_text_get (CadreCellText *self,
                                 CadreRecordKind kind,
                                 guint32 row,
                                 guint field,
                                 gsize *length);
/* The value of a field of the head; NULL where the document is silent. */
const char *cadre_cell_text_get_head (CadreCellText *self, guint field, gsize *length);
/* An object of the fields in @mask; members that are not known are in one
 * member where CADRE_CELL_UNKNOWN_MEMBERS is in it. */
const char *cadre_cell_text_get_fields (CadreCellText *self,
                                        CadreRecordKind kind,
                                        guint32 row,
                                        guint64 mask,
                                        gsize *length);
/* Whether a text could not be written, for want of memory or because it is no
 * UTF-8; sets @error then. */
gboolean cadre_cell_text_set_error (CadreCellText *self, GError **error);

/* Fills tables from the text of an object that has the members of a document.
 * Rows stay in their order, and nothing is sealed. Each value has to be one
 * that its field can hold. */
gboolean cadre_tables_load_text (CadreTables *self, const char *text, gsize length, GError **error);

/* Makes another language the first: texts move between the columns and the
 * translations. What was a text in the new language is in its column once the
 * tables are sealed. */
gboolean cadre_tables_change_language (CadreTables *self, guint32 language, GError **error);
/* Brings translations into their order, in which they are found. */
void cadre_tables_sort_translations (CadreTables *self);
/* Texts in the first language that are kept as translations go into their columns,
 * and likewise the title. */
gboolean cadre_tables_settle_language (CadreTables *self, GError **error);

/* Whether two cells hold the same; both tables have one string table and one first
 * language, and their translations are in order. */
gboolean cadre_tables_cells_equal (const CadreTables *self,
                                   guint32 row,
                                   const CadreTables *other,
                                   guint32 other_row,
                                   CadreRecordKind kind,
                                   guint field);
/* Gives a cell what another holds. Translations are added, and those that the
 * cell had are not taken away. */
gboolean cadre_tables_copy_cell (CadreTables *self,
                                 guint32 row,
                                 const CadreTables *other,
                                 guint32 other_row,
                                 CadreRecordKind kind,
                                 guint field,
                                 GError **error);
/* Likewise for a field of each of @n rows from @row on, which are fresh. */
gboolean cadre_tables_copy_cells (CadreTables *self,
                                  guint32 row,
                                  const CadreTables *other,
                                  const guint32 *other_rows,
                                  guint32 n,
                                  CadreRecordKind kind,
                                  guint field,
                                  GError **error);
/* A list of other tables with the same string table. */
gboolean cadre_tables_copy_list (CadreTables *self,
                                 const CadreTables *other,
                                 guint32 other_offset,
                                 guint32 *offset,
                                 GError **error);
/* Makes room for more rows, and no more than that. */
gboolean
cadre_tables_reserve (CadreTables *self, CadreRecordKind kind, guint32 n_more, GError **error);
/* Takes a block (nullable) of g_malloc() that is not needed any more, and gives it to
 * whoever asks for about as much; else new memory, or NULL for want of it. */
void cadre_tables_keep_spare (CadreTables *self, gpointer block, gsize size);
gpointer cadre_tables_take_spare (CadreTables *self, gsize size);
void cadre_tables_drop_spare (CadreTables *self);
/* Makes the column of a field where there is none. */
gboolean
cadre_tables_make_column (CadreTables *self, CadreRecordKind kind, guint field, GError **error);
/* Makes room for more lists, of so many codes with the length of each, where there is
 * memory for them. */
void cadre_tables_reserve_lists (CadreTables *self, gsize n_more);
/* The order of rows in sealed tables. */
int
cadre_tables_compare_rows (const CadreTables *tables, CadreRecordKind kind, guint32 a, guint32 b);
/* Likewise where they stand in two tables; the strings of the first know all codes of
 * both, and the translations of both are in order. */
int cadre_tables_compare_rows_between (const CadreTables *self,
                                       guint32 a,
                                       const CadreTables *other,
                                       guint32 b,
                                       CadreRecordKind kind);
int cadre_tables_compare_cells (const CadreTables *self,
                                guint32 a,
                                const CadreTables *other,
                                guint32 b,
                                CadreRecordKind kind,
                                guint field);
/* The fields by which rows are in order first: what names a record. */
const guint8 *cadre_tables_key_fields (CadreRecordKind kind, guint *n);
/* Brings rows into their order. Where they leave it, the table says where each
 * stood. */
gboolean cadre_tables_sort (CadreTables *tables, CadreRecordKind kind, GError **error);

/* Rows of one table that go into another, one after another. */
typedef struct
{
  guint32 first; /* of the base; where rows are added, the row that they stand before */
  guint32 n;
  guint32 added; /* the first of those that are added, or CADRE_NO_ROW */
  guint32 start; /* the row of the result that it begins with */
} CadreRowRun;

/* All but rows and translations of tables, with other strings that know their
 * codes. */
CadreTables *
cadre_tables_copy_rest (const CadreTables *self, CadreStringTable *strings, GError **error);
/* A copy whose codes are those of other strings: @codes[code] is the new one. */
CadreTables *cadre_tables_copy_recoded (const CadreTables *self,
                                        CadreStringTable *strings,
                                        const guint32 *codes,
                                        GError **error);
/* Puts the rows of tables, in which there are only those that are added, among those
 * of a base. Their lists and codes are the same. Translations stay as they are. */
gboolean cadre_tables_join (CadreTables *self,
                            const CadreTables *base,
                            CadreRecordKind kind,
                            const CadreRowRun *runs,
                            guint32 n_runs,
                            GError **error);

G_END_DECLS
