/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "structure/cadre-tables-index-private.h"
#include "structure/cadre-tables-person-private.h"
#include <cadre/cadre-redaction.h>

G_BEGIN_DECLS

#define CADRE_MIN_PSEUDONYM_KEY 16
#define CADRE_MIN_LEAST_NUMBER 3
#define CADRE_MAX_ROUNDING_BASE 1000

/* What a level does with a field. */
typedef enum
{
  CADRE_REDACTION_CELL_HIDDEN = '-',
  CADRE_REDACTION_CELL_SHOWN = 'y',
  CADRE_REDACTION_CELL_PSEUDONYM = 'p', /* shown as a pseudonym, or not at all without a key */
  CADRE_REDACTION_CELL_NUMBER = '#',    /* of texts: as a number, the same for the same text */
  CADRE_REDACTION_CELL_SEVERAL = '1',   /* of posts: hidden where one person holds it */
  CADRE_REDACTION_CELL_OUTCOME = 'o',   /* of posts: also where nobody is listed as holding it */
} CadreRedactionCell;

/* The cells of one level, by kind and field. */
typedef struct
{
  char own[CADRE_N_RECORD_KINDS][CADRE_MAX_FIELDS];
  char around[CADRE_N_RECORD_KINDS][CADRE_MAX_FIELDS];
} CadreRedactionCells;

CadreRedactionCell
cadre_redaction_cell (CadreRedactionLevel level, CadreRecordKind kind, const char *field);
CadreRedactionCell
cadre_redaction_cell_around (CadreRedactionLevel level, CadreRecordKind kind, const char *field);
CadreRedactionCell cadre_redaction_cell_of_ids (CadreRedactionLevel level, CadreRecordKind kind);
void cadre_redaction_cells_fill (CadreRedactionCells *self, CadreRedactionLevel level);
gboolean
cadre_redaction_shows_kind (CadreRedactionLevel level, CadreRecordKind kind, gboolean has_key);

/* Which rows a level shows, where that follows from its subject. */
enum
{
  CADRE_REDACTION_OFF,    /* not shown */
  CADRE_REDACTION_AROUND, /* shown so that what the subject has has a place */
  CADRE_REDACTION_OWN,    /* what the subject has */
};

typedef struct
{
  guint8 *marks[CADRE_N_RECORD_KINDS];
} CadreRedactionScope;

void cadre_redaction_scope_free (CadreRedactionScope *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreRedactionScope, cadre_redaction_scope_free)

/* Whether the level shows some rows only, and which. */
gboolean cadre_redaction_has_scope (CadreRedactionLevel level);
CadreRedactionScope *cadre_redaction_scope_new (CadreRedaction *redaction,
                                                const CadreRedactionCells *cells,
                                                const CadreTables *tables,
                                                const CadreIndex *index,
                                                GError **error);

/* Of all that is held on one person. */
CadreRedactionScope *cadre_redaction_scope_new_for_person (const char *person,
                                                           const CadreRedactionCells *cells,
                                                           const CadreTables *tables,
                                                           const CadreIndex *index,
                                                           GError **error);

/* Positions of one employer and grade; CADRE_NO_ROW where it is of several. */
typedef struct
{
  guint32 employer;
  guint32 grade;
  gint64 n_positions;
  gboolean has_unknown; /* whether some of its posts do not say how many they are */
} CadreStatisticsCell;

CadreStatisticsCell *cadre_redaction_make_statistics (const CadreTables *tables,
                                                      guint least,
                                                      guint base,
                                                      guint32 *n_cells,
                                                      GError **error);

/* Whether the redaction has all that its level needs. */
gboolean cadre_redaction_check (CadreRedaction *self, GError **error);
gboolean cadre_redaction_has_usable_key (CadreRedaction *self);
gboolean cadre_redaction_check_key (GBytes *key, GError **error);
GHmac *cadre_redaction_prepare_key (GBytes *key);
char *cadre_redaction_make_pseudonym (GHmac *prepared, CadreRecordKind kind, const char *id);

CadreTables *cadre_redact_tables (CadreRedaction *redaction,
                                  const CadreTables *tables,
                                  const CadreIndex *index,
                                  GError **error);
CadreTables *cadre_redact_export (const CadreTables *tables,
                                  const CadreIndex *index,
                                  const char *person,
                                  GError **error);
CadreTables *cadre_redact_person (const CadreTables *tables,
                                  const CadreIndex *index,
                                  CadreErasure *erasure,
                                  GError **error);

G_END_DECLS
