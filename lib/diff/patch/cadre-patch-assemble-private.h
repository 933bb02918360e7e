/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Putting together what stays and what is added. */

#pragma once

#include "diff/patch/cadre-patch-fit-private.h"

G_BEGIN_DECLS

/* One table. Until it is put together the tables of the result hold what is added,
 * and nothing else. */
typedef struct
{
  CadrePatchFit *fit;
  const CadreTables *base; /* in the first language of the result */
  CadreRecordKind kind;
  guint32 n_base; /* rows before */
  guint32 n_added;
  GHashTable *moved;   /* row of the base to the row that is added for it, and 1 */
  GHashTable *changed; /* (nullable): cells of text in several languages that are changed */
  guint64 *coming;     /* (nullable): a bit for each text; set for those with which the key of a
                        * row may begin that is added, or gets another one there */
  GArray *added_by;    /* (element-type guint32): by added row, the operation */
  guint8 *are_alone;   /* (nullable): by added row, whether no other row has the first text of its
                        * key */
  CadreRowRun *runs;   /* (nullable): the rows of the result */
  guint32 n_runs;
} CadrePatchTable;

void cadre_patch_table_init (CadrePatchTable *self,
                             CadrePatchFit *fit,
                             const CadreTables *base,
                             CadreRecordKind kind);
void cadre_patch_table_clear (CadrePatchTable *self);
/* Remembers which texts are changed, so that their old translations are not copied. */
gboolean cadre_patch_table_note_texts (CadrePatchTable *self);
gboolean
cadre_patch_table_changes_text (const CadrePatchTable *self, guint32 base_row, guint field);

/* (nullable): the column of the first text of a key, which tells most rows apart. */
const guint32 *cadre_patch_table_get_first_texts (const CadrePatchTable *self,
                                                  const CadreTables *tables);
/* Remembers which first texts of keys come. */
gboolean cadre_patch_table_note_coming (CadrePatchTable *self, GError **error);
/* Whether a row stays where it is when this field of its key gets another value: no other
 * row has the first text of its key, and none is going to have it. */
gboolean cadre_patch_table_keeps_place (const CadrePatchTable *self, guint32 base_row, guint field);
/* For each added row the first row of the base that is not before it; both are in order.
 * Says which of them may have the key of another row. NULL with @error set for want of
 * memory; g_free(). */
guint32 *cadre_patch_table_list_places (CadrePatchTable *self, GError **error);

/* Puts all tables together and looks for keys that are there twice. Takes one table
 * for each kind of record. */
gboolean cadre_patch_assemble (CadrePatchTable *tables, GError **error);

G_END_DECLS
