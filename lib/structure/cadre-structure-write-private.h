/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "document/cadre-writer-private.h"
#include "structure/cadre-tables-index-private.h"

G_BEGIN_DECLS

/* A structure on its way out. */
typedef struct
{
  const CadreTables *tables;
  const CadreIndex *index;
  CadreWriter *writer;
  guint32 *plain_lines; /* by post: the line that is written as its member
                         * "manager", or CADRE_NO_ROW */
  /* Of the table that is being written. */
  guint8 lengths[CADRE_MAX_FIELDS];    /* of the names of its fields */
  GEnumClass *words[CADRE_MAX_FIELDS]; /* (nullable) */
} CadreSaver;

void cadre_saver_write_string (CadreSaver *self, guint32 code);
void cadre_saver_write_list (CadreSaver *self, guint32 offset);
/* The title with its member, unless there is none. */
void cadre_saver_write_title (CadreSaver *self);
void cadre_saver_write_date (CadreSaver *self, guint32 packed);
/* Whether a cell says that its field is not known. */
gboolean
cadre_saver_is_unknown (const CadreSaver *self, const CadreTable *table, guint i, guint32 row);
/* Writes a field of a row; FALSE where it has the default and is left out. */
gboolean cadre_saver_write_field (CadreSaver *self, const CadreTable *table, guint i, guint32 row);

G_END_DECLS
