/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Records as a reader of a foreign format finds them, field by field, on their
 * way into a structure. The first thing that fails is kept, and what follows does
 * nothing. */

#pragma once

#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-import.h>
#include <cadre/cadre-limits.h>

G_BEGIN_DECLS

#define CADRE_MAX_ID 255

typedef struct
{
  CadreTables *tables;
  CadreIssueList *issues;
  guint fates[5]; /* by CadreRowFate */
  guint max_rows;
  GError *error; /* (nullable) */
} CadreGather;

void cadre_gather_init (CadreGather *self, CadreLimits *limits);
void cadre_gather_clear (CadreGather *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CadreGather, cadre_gather_clear)

/* The structure of what was gathered. */
CadreImport *cadre_gather_finish (CadreGather *self, GCancellable *cancellable, GError **error);

/* The row, or CADRE_NO_ROW where it failed. */
guint32 cadre_gather_append (CadreGather *self, CadreRecordKind kind);
guint32 cadre_gather_intern (CadreGather *self, const char *text);
void cadre_gather_set_code (CadreGather *self,
                            CadreRecordKind kind,
                            guint32 row,
                            guint field,
                            guint32 code);
void cadre_gather_set_text (CadreGather *self,
                            CadreRecordKind kind,
                            guint32 row,
                            guint field,
                            const char *text);
void cadre_gather_set_number (CadreGather *self,
                              CadreRecordKind kind,
                              guint32 row,
                              guint field,
                              gint64 number);
void cadre_gather_add_to_list (CadreGather *self,
                               CadreRecordKind kind,
                               guint32 row,
                               guint field,
                               const guint32 *codes,
                               guint n_codes);
/* Takes the first ten characters of a date with a time; FALSE where it is none. */
gboolean cadre_gather_set_date (CadreGather *self,
                                CadreRecordKind kind,
                                guint32 row,
                                guint field,
                                const char *text);

/* Takes @origin and @subject, which need not be made where the list is full. */
void cadre_gather_report (CadreGather *self,
                          const char *code,
                          CadreSeverity severity,
                          const char *message,
                          char *origin,
                          char *subject);

G_END_DECLS
