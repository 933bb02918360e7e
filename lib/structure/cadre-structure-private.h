/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "base/cadre-issue-list-private.h"
#include "structure/cadre-tables-cells-private.h"
#include "structure/cadre-tables-index-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-limits.h>
#include <cadre/cadre-reader.h>
#include <cadre/cadre-structure.h>

G_BEGIN_DECLS

/* Of the texts of a document that does not name it. */
#define CADRE_DEFAULT_LANGUAGE "en"

gboolean cadre_tables_seal (CadreTables *tables, GError **error);
/* Finds the row that each reference leads to. */
gboolean cadre_tables_resolve (CadreTables *tables, GError **error);

/* How many issues its list keeps in detail. */
guint cadre_structure_get_max_issues (CadreStructure *self);
/* Adds to @issues all that is wrong with sealed tables. */
gboolean cadre_structure_validate (const CadreTables *tables,
                                   const CadreIndex *index,
                                   CadreIssueList *issues,
                                   GCancellable *cancellable,
                                   GError **error);

/* Looks for all that is wrong, once. FALSE if it was cancelled; part of it is in the list
 * by then, so that the structure is of no use any more. */
gboolean cadre_structure_check (CadreStructure *self, GCancellable *cancellable, GError **error);

/* Loading. */
gboolean cadre_structure_load_members (CadreReader *reader,
                                       CadreTables *tables,
                                       CadreIssueList *issues,
                                       guint max_rows,
                                       GError **error);
gboolean cadre_structure_read_list (CadreTables *tables,
                                    const char *canonical,
                                    CadreRecordKind kind,
                                    guint32 row,
                                    guint field,
                                    GError **error);
gboolean cadre_structure_read_languages (CadreTables *tables,
                                         const char *canonical,
                                         CadreRecordKind kind,
                                         guint32 row,
                                         guint field,
                                         GError **error);
gboolean cadre_structure_read_attributes (CadreTables *tables,
                                          const char *canonical,
                                          CadreRecordKind kind,
                                          guint32 row,
                                          guint field,
                                          GError **error);
gboolean cadre_structure_read_head_member (CadreTables *tables,
                                           const char *name,
                                           const char *canonical,
                                           GError **error);
gboolean cadre_structure_store_members (CadreTables *tables,
                                        GPtrArray *members,
                                        guint32 *code,
                                        GError **error);
gboolean cadre_structure_is_head_member (const char *name);
void cadre_structure_report_head (CadreIssueList *issues, const char *name);
void cadre_structure_report_manager (CadreIssueList *issues, guint32 row);

G_END_DECLS
