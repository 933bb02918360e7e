/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* From a structure to the rows of the two tables. */

#pragma once

#include "exchange/linked/cadre-lost-private.h"
#include "exchange/organogram/cadre-organogram-private.h"
#include "structure/cadre-tables-structure-private.h"

G_BEGIN_DECLS

typedef struct
{
  const CadreTables *tables;
  const CadreIndex *index;
  CadreLost lost;
  CadreIssueList *issues;

  char **refs;                        /* by post: as written; NULL until it is asked for */
  guint8 *is_written;                 /* by post */
  guint8 *used[CADRE_N_RECORD_KINDS]; /* (nullable): by row, whether a row of a table names it */
} CadreOrganogramWriter;

/* A row: a post, or a person without one. */
typedef struct
{
  guint32 post;       /* or CADRE_NO_ROW */
  guint32 assignment; /* or CADRE_NO_ROW where nobody holds it */
  guint32 person;     /* of somebody without a post, or CADRE_NO_ROW */
  gboolean is_main;   /* whether it says what the post is */
  CadreHolder holder; /* where nobody is named */
} CadreOrganogramLine;

/* An id with the number at its end, by which ids that differ in it alone are in
 * the order of their numbers. */
typedef struct
{
  const char *id;
  gsize length; /* without the number */
  guint64 number;
  guint32 row;
} CadreOrganogramKey;

void cadre_organogram_key_init (CadreOrganogramKey *self, const char *id, guint32 row);
int cadre_organogram_key_compare (gconstpointer a, gconstpointer b);

gboolean cadre_organogram_is_eliminated (const CadreOrganogramWriter *self, guint32 post);
const char *cadre_organogram_find_attribute (const CadreTables *tables,
                                             CadreRecordKind kind,
                                             guint32 row,
                                             const char *name);
gboolean cadre_organogram_give_refs (CadreOrganogramWriter *self, GError **error);

/* (transfer full) (nullable) */
char *cadre_organogram_dup_cell (CadreOrganogramWriter *self,
                                 const CadreOrganogramLine *line,
                                 CadreOrganogramCell cell);

void cadre_organogram_report_lost (CadreOrganogramWriter *self);

G_END_DECLS
