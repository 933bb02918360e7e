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
/* Takes away those whose row is CADRE_NO_ROW. */
void cadre_tables_drop_translations (CadreTables *self);
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
/* A list of other tables with the same string table. */
gboolean cadre_tables_copy_list (CadreTables *self,
                                 const CadreTables *other,
                                 guint32 other_offset,
                                 guint32 *offset,
                                 GError **error);
/* Makes room for more rows, and no more than that. */
gboolean
cadre_tables_reserve (CadreTables *self, CadreRecordKind kind, guint32 n_more, GError **error);
/* Brings @n rows into the order of @rows, and leaves the others out. */
gboolean cadre_tables_select (CadreTables *self,
                              CadreRecordKind kind,
                              const guint32 *rows,
                              guint32 n,
                              GError **error);
/* The order of rows in sealed tables. */
int
cadre_tables_compare_rows (const CadreTables *tables, CadreRecordKind kind, guint32 a, guint32 b);

G_END_DECLS
