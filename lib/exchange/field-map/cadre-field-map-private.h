/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a field map says, ready to be used in both directions: a reader goes
 * from the cells of a row to the fields of records, and a change feed from
 * fields to cells. */

#pragma once

#include "base/cadre-string-table-private.h"
#include "exchange/field-map/cadre-map-tree-private.h"
#include "structure/cadre-tables-private.h"
#include <cadre/cadre-field-map.h>

G_BEGIN_DECLS

#define CADRE_FIELD_MAP_VERSION 1
#define CADRE_NO_COLUMN G_MAXUINT32
#define CADRE_MAP_MAX_TABLES 64
#define CADRE_MAP_MAX_COLUMNS 1024
#define CADRE_MAP_MAX_RECORDS 256
#define CADRE_MAP_MAX_FIELDS 256

/* One step of a date: so many digits of a part, the name of a month, or a
 * character that stands as it is. */
typedef struct
{
  char part; /* 'Y', 'M', 'N' (name of the month), 'D', 't' (a digit of a time) or ' ' */
  char literal;
} CadreMapDateStep;

#define CADRE_MAP_MAX_DATE_STEPS 32

typedef struct
{
  CadreMapDateStep steps[CADRE_MAP_MAX_DATE_STEPS];
  guint n_steps;
  gboolean has_month;
  gboolean has_day;
} CadreMapDateForm;

/* How the cells of a column are written. */
typedef struct
{
  GArray *dates;    /* (element-type CadreMapDateForm): the first is the one to write */
  char **open_from; /* (nullable): what stands for no first day; the first is the one to write */
  char **open_to;   /* (nullable): and for no last day */
  char **empty;     /* (nullable): what is as good as an empty cell */
  char decimal;     /* between whole and part */
  char thousands;   /* between three digits, or NUL for none */
  gboolean percent;
} CadreMapForms;

typedef struct
{
  char *name;  /* of the header, as it is written */
  char **also; /* (nullable): other names that it goes under */
  CadreMapForms forms;

  CadreStringTable *words; /* (nullable): their words, in lower case */
  char **theirs;           /* (nullable): the same as they are written, by code of the word */
  char **meant;            /* (nullable): what each means, likewise */
  guint n_words;
  char *initial; /* (nullable): what an empty cell stands for */

  /* What the other system accepts. */
  gboolean required;
  guint max_length;   /* in characters; 0 for any */
  GArray *characters; /* (nullable) (element-type gunichar): pairs of first and last */
  char **allowed;     /* (nullable) */
  char *unsure;       /* (nullable): why a drafted column needs to be looked at */
  gboolean is_used;   /* by a record, in a field or a condition */
} CadreMapColumn;

typedef enum
{
  CADRE_MAP_FIELD_PLAIN = 0,
  CADRE_MAP_FIELD_ATTRIBUTE = 1,
  CADRE_MAP_FIELD_MANAGER_PERSON = 2, /* of a line: the manager's post by who holds it */
  CADRE_MAP_FIELD_POST_PERSON = 3,    /* of a line: the post by who holds it */
} CadreMapFieldForm;

typedef struct
{
  CadreMapFieldForm form;
  guint field;     /* of the schema; of a person, the field that the post stands in */
  char *attribute; /* ONLY of attributes */
  guint column;    /* or CADRE_NO_COLUMN */
  char *value;     /* (nullable): a constant, ONLY where there is no column */
} CadreMapField;

typedef struct
{
  guint column;
  char **words;
  gboolean negated;
} CadreMapCondition;

typedef struct
{
  CadreRecordKind kind;
  GArray *conditions; /* (element-type CadreMapCondition) */
  GArray *fields;     /* (element-type CadreMapField) */
  gboolean reads_only;
  guint group; /* records of the same conditions stand in one row */
} CadreMapRecord;

typedef struct
{
  char *name;
  GArray *columns; /* (element-type CadreMapColumn) */
  GArray *records; /* (element-type CadreMapRecord) */
  guint n_groups;
  CadreStringTable *names; /* of the columns, folded */
  GArray *by_name;         /* (element-type guint): the column of each code of @names */
} CadreMapTable;

#define CADRE_N_FEED_OPERATIONS 14

/* The names of the columns that a change feed puts first, its words, and the
 * names of the columns that a file of errors may have. */
typedef struct
{
  char *operation;
  char *key;
  char *effective;
  char *operations[CADRE_N_FEED_OPERATIONS]; /* by #CadreFeedOperation */
  char **error_keys;
  char **error_rows;
  char **error_ids;
  char **error_texts;
} CadreMapFeed;

/* The library's own words for the operations, with a NULL behind them. */
extern const char *const cadre_map_operations[CADRE_N_FEED_OPERATIONS + 1];

struct _CadreFieldMap
{
  GObject parent_instance;

  CadreMapTree *tree;
  char *name;
  char *title; /* (nullable) */
  CadreMapForms forms;
  GArray *tables; /* (element-type CadreMapTable) */
  CadreMapFeed feed;
};

#define cadre_map_table(map, i) (&g_array_index ((map)->tables, CadreMapTable, i))
#define cadre_map_column(table, i) (&g_array_index ((table)->columns, CadreMapColumn, i))
#define cadre_map_record(table, i) (&g_array_index ((table)->records, CadreMapRecord, i))
#define cadre_map_field(record, i) (&g_array_index ((record)->fields, CadreMapField, i))
#define cadre_map_condition(record, i) (&g_array_index ((record)->conditions, CadreMapCondition, i))

/* cadre-field-map-parse.c */
gboolean cadre_field_map_parse (CadreFieldMap *self, GError **error);
void cadre_field_map_clear (CadreFieldMap *self);

/* cadre-map-column.c */
gboolean cadre_map_forms_parse (const CadreMapTree *tree,
                                guint32 node,
                                const CadreMapForms *base,
                                CadreMapForms *forms,
                                GError **error);
gboolean cadre_map_column_parse (const CadreMapTree *tree,
                                 guint32 node,
                                 const CadreMapForms *base,
                                 CadreMapColumn *column,
                                 GError **error);
void cadre_map_forms_clear (CadreMapForms *forms);
void cadre_map_column_clear (gpointer column);

/* cadre-map-feed.c */
gboolean
cadre_map_feed_parse (const CadreMapTree *tree, guint32 node, CadreMapFeed *feed, GError **error);
void cadre_map_feed_clear (CadreMapFeed *feed);

/* cadre-map-names.c: names of columns as they are compared: letters in lower
 * case, and runs of blanks, underscores, hyphens and points as one blank. */
char *cadre_map_fold_name (const char *name);
guint cadre_map_table_find_column (const CadreMapTable *table, const char *name);
int cadre_field_map_find_table (const CadreFieldMap *self, const char *name);
gboolean cadre_map_is_plain_name (const char *name);

/* cadre-map-date.c */
gboolean cadre_map_date_form_parse (const char *text, CadreMapDateForm *form);
gboolean
cadre_map_date_read (const CadreMapDateForm *form, const char *text, gsize length, guint32 *packed);
/* FALSE where the form holds more, or less, than is known of the date. */
gboolean cadre_map_date_write (const CadreMapDateForm *form, guint32 packed, GString *text);

G_END_DECLS
