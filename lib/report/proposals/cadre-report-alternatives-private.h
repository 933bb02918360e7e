/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "report/cadre-report-diff-private.h"
#include "structure/cadre-tables-cells-private.h"
#include <cadre/cadre-alternatives.h>

G_BEGIN_DECLS

/* Sets of fields are by their numbers in the schema, with CADRE_CELL_UNKNOWN_MEMBERS; whom a post
 * reports to stands in lines, and is one more. */
#define CADRE_TOLD_MANAGER 62
#define CADRE_TOLD(field) (G_GUINT64_CONSTANT (1) << (field))

/* A record as one paper has it. */
typedef struct
{
  CadreView *view;
  CadreDiff *diff; /* (nullable): from the base; NULL of the base itself */
  CadreRecordKind kind;
  guint32 row; /* CADRE_NO_ROW where the paper does not have it */
} CadreToldRecord;

typedef struct
{
  guint64 differing; /* in which two proposals state different values */
  guint64 exact;     /* in which different values of proposals or the base have the same words */
} CadreToldFields;

/* Compares a record as each of @n papers has it; the last is the base. */
CadreToldFields cadre_told_compare (const CadreToldRecord *records, guint n);
/* "Grade: G7"; NULL where the paper does not state it. An exact one has what stands in the
 * document after its words. */
char *cadre_told_say_field (const CadreToldRecord *record, guint field, gboolean exact);
/* Whether the paper states it. */
gboolean cadre_told_states (const CadreToldRecord *record, guint field);

/* The kinds of records that belong to a post that only proposals have, a bit each, in which two
 * of them differ; the last of @n papers is the base. The line
 * of management that is told as the line manager does not count. */
guint32 cadre_told_compare_linked (const CadreToldRecord *posts, guint n);
/* Adds "reporting line: dotted line, Head of Service" for each record of the kinds. */
void cadre_told_add_linked (const CadreToldRecord *post, guint32 kinds, GPtrArray *parts);

/* One row of the table, and the record of it in each proposal and, after those, in the base. */
typedef struct
{
  const CadreCatalogue *catalogue;
  CadreAlternativesRow *row;
  CadreToldRecord *records;
  guint n_proposals;
  CadreToldFields fields;
  guint32 linked; /* as cadre_told_compare_linked () has it */
} CadreToldRow;

CadreToldRow *cadre_told_row_new (CadreAlternatives *shown,
                                  CadreAlternativesRow *row,
                                  CadreView *base,
                                  GPtrArray *views);
void cadre_told_row_free (CadreToldRow *self);

/* What becomes of the record; what is stated on one side only is no change. */
CadreAlternativeState cadre_told_find_state (CadreAlternativesRow *row, guint proposal);
/* What the base has, and what a proposal makes of it. */
char *cadre_told_say_base (const CadreToldRow *self);
char *cadre_told_say_proposal (const CadreToldRow *self, guint proposal);

G_END_DECLS
