/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a foreign format cannot hold, counted field by field: a writer says which
 * fields it writes, and whatever else a structure says is lost and told. */

#pragma once

#include "structure/cadre-tables-private.h"
#include <cadre/cadre-issue-list.h>

G_BEGIN_DECLS

/* What stands in the head of a document. */
typedef enum
{
  CADRE_HEAD_FIELD_ID,
  CADRE_HEAD_FIELD_TITLE,
  CADRE_HEAD_FIELD_AS_OF,
  CADRE_HEAD_FIELD_LANGUAGE,
  CADRE_HEAD_FIELD_SOURCE,
  CADRE_HEAD_FIELD_LICENCE,
  CADRE_HEAD_FIELD_NOTES,
  CADRE_HEAD_FIELD_EXTRA,
  CADRE_N_HEAD_FIELDS
} CadreHeadField;

typedef struct
{
  guint n_cells[CADRE_N_RECORD_KINDS][CADRE_MAX_FIELDS];
  guint n_translations[CADRE_N_RECORD_KINDS][CADRE_MAX_FIELDS];
  guint n_rows[CADRE_N_RECORD_KINDS];
  guint n_members[CADRE_N_RECORD_KINDS]; /* rows with members that are not known */
  guint n_heads[CADRE_N_HEAD_FIELDS];
} CadreLost;

/* The codes of one format's issues, and what the format is called. */
typedef struct
{
  const char *format;
  const char *record;
  const char *field;
  const char *language;
  const char *head;
} CadreLostCodes;

/* Counts the rows whose cell says something, for each field that is not in
 * @held: a mask of fields for each kind, 0 where the kind has no place at all. */
void cadre_lost_count (CadreLost *self,
                       const CadreTables *tables,
                       const guint64 held[CADRE_N_RECORD_KINDS]);

void cadre_lost_count_heads (CadreLost *self, const CadreTables *tables, guint held);

void cadre_lost_report (const CadreLost *self, CadreIssueList *issues, const CadreLostCodes *codes);

/* The row of the post of an assignment as it is written: of several that share the id
 * the first, since the others are lost. CADRE_NO_ROW where there is none. */
guint32 cadre_lost_find_post (const CadreTables *tables, guint32 assignment);

G_END_DECLS
