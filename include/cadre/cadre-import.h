/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-issue-list.h>
#include <cadre/cadre-structure.h>

G_BEGIN_DECLS

/**
 * CadreRowFate:
 * @CADRE_ROW_FATE_POST: it made a post, with whatever else it says
 * @CADRE_ROW_FATE_GROUPED_POST: it made a grouped post: like posts that are not told apart
 * @CADRE_ROW_FATE_ASSIGNMENT: it made an assignment to a post that another row had made, or to none
 * @CADRE_ROW_FATE_OTHER: it made records of other kinds alone: a unit, a line, a person
 * @CADRE_ROW_FATE_ISSUE: it made no record; an issue says why
 *
 * What became of a row of a foreign table: the first of these that is true of it.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_ROW_FATE_POST = 0,
  CADRE_ROW_FATE_GROUPED_POST = 1,
  CADRE_ROW_FATE_ASSIGNMENT = 2,
  CADRE_ROW_FATE_OTHER = 3,
  CADRE_ROW_FATE_ISSUE = 4,
} CadreRowFate;

#define CADRE_TYPE_IMPORT (cadre_import_get_type ())

CADRE_AVAILABLE_IN_1_0
G_DECLARE_FINAL_TYPE (CadreImport, cadre_import, CADRE, IMPORT, GObject)

CADRE_AVAILABLE_IN_1_0
CadreStructure *cadre_import_get_structure (CadreImport *self);
CADRE_AVAILABLE_IN_1_0
CadreIssueList *cadre_import_get_issues (CadreImport *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_import_get_n_rows (CadreImport *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_import_get_n_rows_with_fate (CadreImport *self, CadreRowFate fate);

G_END_DECLS
