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
#define CADRE_EXTRACT_N_RECENT 64   /* different texts of a column that are remembered */
#define CADRE_EXTRACT_MAX_RECENT 32 /* bytes of a text that is */
#define CADRE_EXTRACT_MAX_PARTS 4   /* cells of a record whose fate is */
#define CADRE_EXTRACT_MAX_KEYS 8

/* Words that hold all of a text. */
typedef struct
{
  guint64 a, b, c, d;
} CadreExtractWords;

G_STATIC_ASSERT (sizeof (CadreExtractWords) == CADRE_EXTRACT_MAX_RECENT);

/* A text that a column had. */
typedef struct
{
  CadreExtractWords words;
  guint32 length; /* more than CADRE_EXTRACT_MAX_RECENT where there is none */
  guint32 stamp;  /* 0 for none: no two texts that the column ever had share one */
} CadreExtractRecent;

/* A cell of the header, and what stands in it in the row at hand. */
typedef struct
{
  gboolean is_used;
  gboolean is_text; /* some field keeps it as a text */
  const char *text; /* without the blanks around it; ends in no NUL */
  gsize length;
  guint32 stamp; /* of the text, or 0 where it is not remembered */
  guint32 place; /* where it is remembered */
  guint32 code;  /* of the text, or 0 where it was not asked for yet */
  guint32 tag;   /* of the text in the string table, ONLY where has_tag */
  gboolean has_tag;

  CadreExtractRecent *recent; /* (nullable): NULL where texts do not come again */
  guint32 n_stamps;           /* as many as texts that were not remembered */
  guint32 n_found;
} CadreExtractCell;

/* What a text of the column is in a field. */
typedef struct
{
  guint32 stamp;
  guint32 code;
  CadreMapValue value;
} CadreExtractMemo;

/* How the value of a field gets into its column. */
typedef enum
{
  CADRE_EXTRACT_STORE_NOT = 0, /* what is no column is put in by others */
  CADRE_EXTRACT_STORE_TEXT = 1,
  CADRE_EXTRACT_STORE_NUMBER = 2,
  CADRE_EXTRACT_STORE_FRACTION = 3,
} CadreExtractStore;

/* A field of a record, bound to a cell of the rows of a file. */
typedef struct
{
  /* What every row looks at is together. */
  CadreExtractCell *source;   /* (nullable): @cell */
  CadreExtractMemo *memos;    /* (nullable): by the place of the text */
  const CadreMapValue *value; /* of the row at hand */
  guint32 code;               /* of a text, or of a number that is kept as one; 0 for none */
  guint place;                /* of its column */
  CadreExtractStore store;
  gboolean is_required;
  gsize width; /* of a cell of its column */

  const CadreMapField *map;
  const CadreField *spec;
  const CadreMapColumn *column; /* (nullable): NULL for a constant */
  guint cell;                   /* or CADRE_NO_CELL */
  GEnumClass *words;            /* (nullable) */
  gboolean is_own;              /* no other record of the group uses the column */
  gboolean is_bare;             /* a text that is taken as it stands in the cell */
  gboolean is_code;             /* cadre_extract_is_code() */
  guint32 name;                 /* string code of an attribute */
  CadreMapValue own_value;
} CadreExtractField;

/* Texts of its cells with which a record was there already, or was none. */
typedef struct
{
  guint32 stamps[CADRE_EXTRACT_MAX_PARTS];
  gboolean is_matched;
  gboolean is_known;
} CadreExtractFate;

typedef struct
{
  const CadreMapRecord *map;
  const CadreSchema *schema;
  CadreExtractField *fields;
  guint n_fields;
  CadreExtractField *by_field[CADRE_MAX_FIELDS];   /* (nullable) entries; no attributes */
  int attributes;                                  /* the field of them, or -1 */
  CadreExtractField *ends[CADRE_EXTRACT_MAX_KEYS]; /* what a link is nothing without */
  guint n_ends;
  gboolean names_persons;       /* in the place of posts */
  CadreExtractField *bounds[2]; /* (nullable) entries: the first and the last day in force */
  gboolean has_bounds;
  CadreExtractField **named; /* (nullable): attributes in order of their names; NULL where two
                              * have one name */
  guint n_named;
  gboolean has_silent; /* whether a cell of the row at hand that must not be is empty */

  guint parts[CADRE_EXTRACT_MAX_PARTS]; /* the cells that it is made of */
  guint n_parts;                        /* 0 where there are more */
  CadreExtractFate *fates;              /* (nullable) */
  guint n_bad;                          /* cells of the row at hand that their fields cannot hold */
} CadreExtractRecord;

typedef struct
{
  guint32 *rows; /* (nullable): by string code: the row and 1, or 0 */
  guint32 n_allocated;
} CadreExtractIds;

/* Which row each key has, where rows have no id. Most keys have a first part that
 * no other has: only where a second one comes are the two put where they are found
 * by all of their parts. */
typedef struct
{
  CadreExtractIds firsts; /* by the first part: the row, or CADRE_EXTRACT_SEVERAL */
  guint64 *slots;         /* (nullable): half of the hash and the row and 1, or 0 */
  guint32 n_slots;
  guint32 n_used;
} CadreExtractKeys;

/* By row, the days that it was said to be without. */
typedef struct
{
  guint8 *open; /* (nullable) */
  guint32 n_allocated;
} CadreExtractBounds;

#define CADRE_EXTRACT_SEVERAL (G_MAXUINT32 - 1)

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
  CadreExtractBounds bounds[CADRE_N_RECORD_KINDS];
  guint64 hash_key[2];
  GArray *pending;    /* (element-type CadreExtractPending) */
  GArray *attributes; /* (element-type guint32): pairs of the record at hand */

  /* The file that is being read. */
  guint table_index;
  const CadreMapTable *table;
  CadreCsvReader *csv;
  guint64 size; /* of the file in bytes, or 0 where it is not known */
  guint n_header;
  CadreExtractCell *cells; /* of the header */
  guint *cell_of_column;   /* by column of the map: a cell, or CADRE_NO_CELL */
  CadreExtractRecord *records;
  guint n_records;
  CadreExtractWords next; /* the first cell of the next row, ONLY where next_length is not 0 */
  gsize next_length;
  guint32 next_tag;

  /* The row that is being read. */
  guint row;
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
gboolean cadre_extract_read_row (CadreExtract *self, guint n_cells, GError **error);

/* cadre-extract-cells.c: what stands in the row at hand. */
gboolean cadre_extract_take_cells (CadreExtract *self, gboolean *is_blank, GError **error);
gboolean cadre_extract_intern_cell (CadreExtract *self, CadreExtractCell *cell, GError **error);
void cadre_extract_free_cells (CadreExtract *self);

/* cadre-extract-fields.c: what its cells are in a field. */
gboolean cadre_extract_is_code (CadreFieldKind kind);
gboolean cadre_extract_is_text (const CadreExtractField *field);
void cadre_extract_bind_form (CadreExtractField *field);
gboolean cadre_extract_read_fields (CadreExtract *self, CadreExtractRecord *record, GError **error);

/* cadre-extract-merge.c: puts the values of the row into a record. */
gboolean cadre_extract_put_record (CadreExtract *self, CadreExtractRecord *record, GError **error);

/* cadre-extract-bounds.c */
void cadre_extract_bind_bounds (CadreExtractRecord *record);
/* Whether a row has said that there is no such day. */
gboolean cadre_extract_is_open (const CadreExtract *self,
                                CadreRecordKind kind,
                                const CadreExtractField *field,
                                guint32 row);
gboolean cadre_extract_put_bounds (CadreExtract *self,
                                   const CadreExtractRecord *record,
                                   guint32 row,
                                   GError **error);
void cadre_extract_bounds_clear (CadreExtractBounds *bounds);

/* cadre-extract-attributes.c */
/* Of a record that can have attributes, and whose row has some. */
gboolean cadre_extract_put_attributes (CadreExtract *self,
                                       CadreExtractRecord *record,
                                       guint32 row,
                                       gboolean is_new,
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
void cadre_extract_forget_keys (CadreExtract *self); /* ONLY before the tables are taken */

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
