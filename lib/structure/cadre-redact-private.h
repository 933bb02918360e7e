/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Tables out of tables, with a string table of their own: a text that is not shown
 * is nowhere in them. */

#pragma once

#include "structure/cadre-redaction-private.h"

G_BEGIN_DECLS

typedef struct
{
  CadreRedactionLevel level;
  GHmac *key; /* (nullable) */
  const CadreTables *from;
  const CadreIndex *index;
  CadreTables *to;
  CadreRedactionCells cells;
  CadreRedactionScope *scope; /* (nullable): NULL where all rows are shown */
  CadreErasure *erasure;      /* (nullable): of a person who is taken out */
  gboolean is_export;         /* whether it is for the person whom it is about */

  guint32 *codes;   /* by code of the old tables: that of the new, or 0 */
  guint32 *numbers; /* (nullable): likewise, of texts that are only told apart */
  guint32 n_numbers;
  guint32 *pseudonyms[CADRE_N_RECORD_KINDS]; /* (nullable): likewise, of ids of that kind */
  guint least_number;                        /* at the statistics level */
  guint rounding_base;                       /* likewise */
} CadreRedactor;

gboolean
cadre_redactor_copy_code (CadreRedactor *self, guint32 code, guint32 *copy, GError **error);
gboolean
cadre_redactor_copy_text (CadreRedactor *self, guint32 code, guint32 *copy, GError **error);
gboolean cadre_redactor_copy_list (CadreRedactor *self,
                                   guint32 offset,
                                   guint step,
                                   guint32 *copy,
                                   GError **error);
gboolean cadre_redactor_copy_cell (CadreRedactor *self,
                                   const CadreTable *table,
                                   guint i,
                                   guint32 row,
                                   guint32 new_row,
                                   GError **error);
gboolean cadre_redactor_shows_row (const CadreRedactor *self, CadreRecordKind kind, guint32 row);

G_END_DECLS
