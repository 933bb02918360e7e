/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* An extract in the making: rows of tables go straight into columns. */

#pragma once

#include "base/cadre-issue-list-private.h"
#include "exchange/cadre-import-private.h"
#include "exchange/field-map/cadre-map-value-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-csv-reader.h>
#include <cadre/cadre-extract-reader.h>

G_BEGIN_DECLS

#define CADRE_NO_CELL G_MAXUINT
#define CADRE_EXTRACT_MAX_RECENT 32 /* bytes of a cell that are remembered */

/* A field of a record, bound to a cell of the rows of a file. */
typedef struct
{
  const CadreMapField *map;
  const CadreField *spec;
  const CadreMapColumn *column; /* (nullable): NULL for a constant */
  guint cell;                   /* or CADRE_NO_CELL */
  GEnumClass *words;            /* (nullable) */
  gboolean is_own;              /* no other record of the group uses the column */
  guint32 name;                 /* string code of an attribute */

  CadreMapValue value; /* of the row at hand */
  guint32 code;        /* of a text */
  guint32 recent_code; /* rows repeat texts */

  /* Dates and numbers repeat too. */
  char recent[CADRE_EXTRACT_MAX_RECENT];
  guint8 recent_length; /* 0 for none */
  CadreMapValue recent_value;
} CadreExtractField;

typedef struct
{
  const CadreMapRecord *map;
  const CadreSchema *schema;
  CadreExtractField *fields;
  guint n_fields;
  CadreExtractField *by_field[CADRE_MAX_FIELDS]; /* (nullable) entries; no attributes */
  int attributes;                                /* the field of them, or -1 */
} CadreExtractRecord;

/* Which row each key has, where rows have no id. */
typedef struct
{
  guint64 *slots; /* (nullable): half of the hash and the row and 1, or 0 */
  guint32 n_slots;
  guint32 n_used;
} CadreExtractKeys;

typedef struct
{
  guint32 *rows; /* (nullable): by string code: the row and 1, or 0 */
  guint32 n_allocated;
} CadreExtractIds;

/* A line that names a post by who holds it. */
typedef struct
{
  guint32 line;
  guint32 post_person; /* string codes, or 0 */
  guint32 manager_person;
  guint table; /* where it stands */
  guint row;
  guint cell;
} CadreExtractPending;

typedef struct
{
  CadreFieldMap *map;
  CadreTables *tables;
  CadreIssueList *issues;
  guint fates[CADRE_N_ROW_FATES];

  CadreExtractIds ids[CADRE_N_RECORD_KINDS];
  CadreExtractKeys keys[CADRE_N_RECORD_KINDS];
  guint64 hash_key[2];
  GArray *pending;    /* (element-type CadreExtractPending) */
  GArray *attributes; /* (element-type guint32): pairs of the record at hand */

  /* The file that is being read. */
  guint table_index;
  const CadreMapTable *table;
  CadreCsvReader *csv;
  guint n_header;
  guint *column_of_cell; /* by cell of the header: a column of the map, or CADRE_NO_COLUMN */
  guint *cell_of_column; /* by column of the map: a cell, or CADRE_NO_CELL */
  guint32 *codes;        /* by cell of the header: the code of its text */
  guint *code_rows;      /* by cell of the header: the row that the code is of */
  CadreExtractRecord *records;
  guint n_records;

  /* The row that is being read. */
  guint n_cells;
  CadreRowFate fate;
  guint n_matched; /* records whose conditions it meets */
  guint n_made;    /* records that it makes or adds to */
  guint n_known;   /* records that were there and say the same */
  guint n_issues;
} CadreExtract;

/* cadre-extract.c */
CadreExtract *cadre_extract_new (CadreFieldMap *map, CadreLimits *limits);
void cadre_extract_free (CadreExtract *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreExtract, cadre_extract_free)
gboolean cadre_extract_read_table (CadreExtract *self,
                                   guint table,
                                   CadreCsvReader *csv,
                                   GCancellable *cancellable,
                                   GError **error);

/* cadre-extract-header.c */
gboolean cadre_extract_bind (CadreExtract *self, GError **error);
void cadre_extract_unbind (CadreExtract *self);

/* cadre-extract-row.c */
gboolean cadre_extract_read_row (CadreExtract *self, GError **error);
gboolean cadre_extract_cell (CadreExtract *self, guint cell, const char **text, gsize *length);

/* cadre-extract-merge.c: puts the values of the row into a record. */
gboolean cadre_extract_put_record (CadreExtract *self, CadreExtractRecord *record, GError **error);

/* cadre-extract-attributes.c */
gboolean cadre_extract_put_attributes (CadreExtract *self,
                                       CadreExtractRecord *record,
                                       guint32 row,
                                       guint *n_added,
                                       GError **error);

/* cadre-extract-keys.c */
gboolean
cadre_extract_find_id (CadreExtract *self, CadreRecordKind kind, guint32 code, guint32 *row);
gboolean cadre_extract_add_id (CadreExtract *self,
                               CadreRecordKind kind,
                               guint32 code,
                               guint32 row,
                               GError **error);
/* The row with the key of @row that was there before it, or @row itself. */
gboolean cadre_extract_settle_key (CadreExtract *self,
                                   CadreRecordKind kind,
                                   guint32 row,
                                   const guint32 persons[2],
                                   guint32 *settled,
                                   GError **error);
void cadre_extract_keys_clear (CadreExtractKeys *keys);

/* cadre-extract-managers.c */
gboolean cadre_extract_resolve_persons (CadreExtract *self, GError **error);

/* cadre-extract-assignments.c: names assignments that have no number of their own
 * by who they put where, from when, and on what basis. */
gboolean cadre_extract_name_assignments (CadreExtract *self, GError **error);

/* cadre-extract-issues.c */
void cadre_extract_report (CadreExtract *self, const char *code, guint cell, const char *subject);
void cadre_extract_report_field (CadreExtract *self,
                                 const char *code,
                                 const CadreExtractRecord *record,
                                 const CadreExtractField *field,
                                 guint32 row);
void cadre_extract_report_at (CadreExtract *self,
                              const char *code,
                              guint table,
                              guint row,
                              guint cell,
                              const char *subject);
void cadre_extract_take_csv_issues (CadreExtract *self);

G_END_DECLS
