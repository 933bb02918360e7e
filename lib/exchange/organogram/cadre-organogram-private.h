/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Between the tables of the government's organograms and the tables of a
 * structure. A draft takes the rows of all files of one date; then each step
 * works on what the one before it has found. */

#pragma once

#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-import.h>
#include <cadre/cadre-limits.h>
#include <cadre/cadre-organogram-reader.h>

G_BEGIN_DECLS

/* What stands in a row, of the senior or of the junior file, in the order of
 * the columns of the senior one. */
typedef enum
{
  CADRE_CELL_REF,
  CADRE_CELL_NAME,
  CADRE_CELL_GRADE,
  CADRE_CELL_TITLE,
  CADRE_CELL_FUNCTION,
  CADRE_CELL_PARENT,
  CADRE_CELL_ORGANISATION,
  CADRE_CELL_UNIT,
  CADRE_CELL_PHONE,
  CADRE_CELL_EMAIL,
  CADRE_CELL_MANAGER,
  CADRE_CELL_COST,
  CADRE_CELL_FTE,
  CADRE_CELL_FLOOR,
  CADRE_CELL_CEILING,
  CADRE_CELL_TOTAL,
  CADRE_CELL_PROFESSION,
  CADRE_CELL_NOTES,
  CADRE_CELL_VALID,
  CADRE_CELL_DATE, /* never official, and never written */
} CadreOrganogramCell;

#define CADRE_N_CELLS 20
#define CADRE_N_SENIOR_COLUMNS 19
#define CADRE_N_JUNIOR_COLUMNS 10
#define CADRE_NO_CELL (-1)

typedef struct
{
  const char *attribute; /* keeps what no field of a record does */
  const char *heading;   /* of the senior file; (nullable) */
  gboolean is_amount;
} CadreOrganogramColumn;

extern const CadreOrganogramColumn cadre_organogram_columns[CADRE_N_CELLS];
extern const char *const cadre_organogram_junior_headings[CADRE_N_JUNIOR_COLUMNS];
extern const guint8 cadre_organogram_junior_cells[CADRE_N_JUNIOR_COLUMNS];

int cadre_organogram_find_column (gboolean is_junior, const char *heading);

/* Who the cell Name says is in the post. */
typedef enum
{
  CADRE_HOLDER_NAMED,
  CADRE_HOLDER_UNDISCLOSED,
  CADRE_HOLDER_UNSTATED, /* the cell is empty */
  CADRE_HOLDER_VACANT,
  CADRE_HOLDER_ELIMINATED,
} CadreHolder;

CadreHolder cadre_organogram_classify_name (const char *name);
gboolean cadre_organogram_is_plain_word (const char *name);
gboolean cadre_organogram_is_none (const char *text);
gboolean cadre_organogram_equal_folded (const char *a, const char *b);

char *cadre_organogram_dup_trimmed (const char *text);
char *cadre_organogram_dup_amount (const char *text);
gboolean cadre_organogram_is_amount (const char *text);
char *cadre_organogram_dup_slug (const char *text, gsize most);
char *cadre_organogram_dup_part (const char *text, gsize most);

/* The longest that a part of an id may be: all together are below 255 bytes. */
#define CADRE_MOST_SPACE 80
#define CADRE_MOST_REF 64
#define CADRE_MOST_GRADE 30
#define CADRE_MOST_TITLE 50

/* From a string code, or anything as small, to a number. */
typedef struct
{
  guint32 *values; /* 0 where there is none */
  gsize n_values;
} CadreCodeMap;

guint32 cadre_code_map_get (const CadreCodeMap *self, guint32 code);
gboolean cadre_code_map_set (CadreCodeMap *self, guint32 code, guint32 value);
void cadre_code_map_clear (CadreCodeMap *self);

/* A row of a file. Cells are string codes of trimmed texts, and 0 where they
 * are empty; amounts are as cadre_organogram_dup_amount() writes them. */
typedef struct
{
  guint32 cells[CADRE_N_CELLS];
  guint32 number; /* in the file; the header is row 1 */
  guint32 file;
  guint32 first_extra; /* cells of columns that are not known, by pairs of name and text */
  guint32 n_extras;

  guint32 space;        /* string code: what goes before the ref in an id */
  guint32 organisation; /* 1 + the entry, or 0 */
  guint32 unit;
  guint32 grade;
  guint32 next;        /* 1 + the next row of the same post, or 0 */
  guint8 differs;      /* whether it says something else of the post than the first */
  guint8 makes_nobody; /* whether nobody is made of its name */
} CadreOrganogramRow;

typedef struct
{
  char *label;
  gboolean is_junior;
  int places[CADRE_N_CELLS]; /* which cell of a row of the file, or CADRE_NO_CELL */
} CadreOrganogramFile;

/* An organisation, a unit, a grade or a scale. Of several spellings of its name,
 * the first in byte order is the name. */
typedef struct
{
  guint32 id;
  guint32 name;
  guint32 owner; /* of organisations the parent department, of units and grades what they are in */
  int rung;      /* of grades; -1 where it is not known */
} CadreOrganogramEntry;

typedef struct
{
  GArray *entries;   /* (element-type CadreOrganogramEntry) */
  CadreCodeMap rows; /* code of the id to 1 + the entry */
} CadreOrganogramCatalogue;

typedef enum
{
  CADRE_STANDING_ACTIVE,
  CADRE_STANDING_ELIMINATED,
  CADRE_STANDING_POOLED, /* of the junior file */
} CadreOrganogramStanding;

typedef struct
{
  guint32 id;
  guint32 row;     /* the one that says what the post is */
  guint32 last;    /* the last of its rows */
  guint32 manager; /* a post, or CADRE_NO_ROW */
  guint32 wanted;  /* the id of a manager that is not there, or 0 */
  guint8 standing;
  guint8 is_top;
  guint8 has_own_id; /* whether its id is not made of the space and the ref alone */
  guint8 is_shared;  /* whether holders share it who agree on what it is */
} CadreOrganogramPost;

typedef struct
{
  CadreTables *tables;
  CadreIssueList *issues;
  CadreLimits *limits;
  CadreOrganogramRepair repairs;
  const char *organisation; /* (nullable) */
  const char *employer;     /* (nullable) */
  gboolean formula_guard;
  guint32 as_of;  /* packed; 0 for none */
  guint fates[5]; /* by CadreRowFate */

  GArray *files;   /* (element-type CadreOrganogramFile) */
  GArray *seniors; /* (element-type CadreOrganogramRow) */
  GArray *juniors; /* (element-type CadreOrganogramRow) */
  GArray *extras;  /* (element-type guint32) */

  CadreOrganogramCatalogue organisations;
  CadreOrganogramCatalogue units;
  CadreOrganogramCatalogue scales;
  CadreOrganogramCatalogue grades;
  GArray *members; /* (element-type guint64): unit entry << 32 | organisation entry */

  GArray *posts;           /* (element-type CadreOrganogramPost) */
  CadreCodeMap post_of_id; /* to 1 + the post */
  CadreCodeMap post_of_ref;
  CadreCodeMap numbers; /* the last number given after an id that was taken */
  CadreCodeMap holders; /* 1 + the first row of a ref and a name, where the ref has several */
  GArray *unposted;     /* (element-type guint32): senior rows of ref 0 */
  CadreCodeMap persons; /* code of a name to that of the person's id */
  GArray *names;        /* (element-type guint32): those names, in byte order */
} CadreOrganogramDraft;

CadreOrganogramDraft *cadre_organogram_draft_new (CadreLimits *limits);
void cadre_organogram_draft_free (CadreOrganogramDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreOrganogramDraft, cadre_organogram_draft_free)

static inline CadreOrganogramRow *
cadre_organogram_senior (CadreOrganogramDraft *self, guint32 row)
{
  return &g_array_index (self->seniors, CadreOrganogramRow, row);
}

static inline CadreOrganogramRow *
cadre_organogram_junior (CadreOrganogramDraft *self, guint32 row)
{
  return &g_array_index (self->juniors, CadreOrganogramRow, row);
}

static inline CadreOrganogramPost *
cadre_organogram_post (CadreOrganogramDraft *self, guint32 post)
{
  return &g_array_index (self->posts, CadreOrganogramPost, post);
}

/* The row that says what a post is. */
static inline CadreOrganogramRow *
cadre_organogram_main_row (CadreOrganogramDraft *self, const CadreOrganogramPost *post)
{
  return post->standing == CADRE_STANDING_POOLED ? cadre_organogram_junior (self, post->row)
                                                 : cadre_organogram_senior (self, post->row);
}

/* NULL for 0. Holds until the next text is put in. */
static inline const char *
cadre_organogram_text (const CadreOrganogramDraft *self, guint32 code)
{
  return cadre_tables_text (self->tables, code);
}

gboolean cadre_organogram_set_memory_error (GError **error);
gboolean cadre_organogram_draft_intern (CadreOrganogramDraft *self,
                                        const char *text,
                                        guint32 *code,
                                        GError **error);

/* What may be wrong. */
typedef enum
{
  CADRE_FAULT_CELL_BEYOND,
  CADRE_FAULT_COLUMN_MISSING,
  CADRE_FAULT_COLUMN_UNKNOWN,
  CADRE_FAULT_DATE,
  CADRE_FAULT_DUPLICATE_DIFFERS,
  CADRE_FAULT_DUPLICATE_LEFT_OUT,
  CADRE_FAULT_DUPLICATE_SPLIT,
  CADRE_FAULT_ELIMINATED_IN_USE,
  CADRE_FAULT_GRADE_UNKNOWN,
  CADRE_FAULT_HEADER_REPEATED,
  CADRE_FAULT_INDEX_COLUMN,
  CADRE_FAULT_JOB_SHARE,
  CADRE_FAULT_MANAGER_AMBIGUOUS,
  CADRE_FAULT_MANAGER_BLANK,
  CADRE_FAULT_MANAGER_CYCLE,
  CADRE_FAULT_MANAGER_ELIMINATED,
  CADRE_FAULT_MANAGER_MISSING,
  CADRE_FAULT_MANAGER_SELF,
  CADRE_FAULT_NAME_BLANK,
  CADRE_FAULT_NOT_IN_POST,
  CADRE_FAULT_NOT_VALID,
  CADRE_FAULT_NUMBER,
  CADRE_FAULT_PROFESSION_UNKNOWN,
  CADRE_FAULT_REF_BLANK,
  CADRE_FAULT_REF_FOLDED,
  CADRE_FAULT_REF_FORM,
  CADRE_FAULT_REPAIRED_CYCLE,
  CADRE_FAULT_REPAIRED_ORPHAN,
  CADRE_FAULT_ROW_EMPTY,
  CADRE_FAULT_ROW_REPEATED,
  CADRE_FAULT_SPELLING,
  CADRE_FAULT_TOP_NONE,
  CADRE_FAULT_VACANT_SHARE,
  CADRE_FAULT_VALID_INVERTED,
} CadreOrganogramFault;

void cadre_organogram_report_row (CadreOrganogramDraft *self,
                                  CadreOrganogramFault fault,
                                  const CadreOrganogramRow *row,
                                  int cell,
                                  const char *subject,
                                  const char *details);
void cadre_organogram_report_file (CadreOrganogramDraft *self,
                                   CadreOrganogramFault fault,
                                   guint32 file,
                                   const char *place);
void cadre_organogram_report_post (CadreOrganogramDraft *self,
                                   CadreOrganogramFault fault,
                                   const CadreOrganogramPost *post,
                                   int cell,
                                   const char *details);

/* The steps, in this order. */
gboolean cadre_organogram_draft_read (CadreOrganogramDraft *self,
                                      GFile *file,
                                      GBytes *bytes,
                                      gboolean is_junior,
                                      GCancellable *cancellable,
                                      GError **error);
guint32 cadre_organogram_read_date (const char *text);
void cadre_organogram_draft_take_dates (CadreOrganogramDraft *self);
gboolean cadre_organogram_draft_check (CadreOrganogramDraft *self, GError **error);
gboolean cadre_organogram_draft_find_spaces (CadreOrganogramDraft *self, GError **error);
/* Whether two rows say the same in a cell; refs that differ in case are one. */
gboolean cadre_organogram_is_same_cell (CadreOrganogramDraft *self,
                                        guint cell,
                                        const CadreOrganogramRow *a,
                                        const CadreOrganogramRow *b);
gboolean cadre_organogram_draft_find_posts (CadreOrganogramDraft *self, GError **error);
gboolean cadre_organogram_draft_find_managers (CadreOrganogramDraft *self, GError **error);
gboolean cadre_organogram_draft_find_pools (CadreOrganogramDraft *self, GError **error);
gboolean cadre_organogram_draft_check_trees (CadreOrganogramDraft *self, GError **error);
gboolean cadre_organogram_draft_name_pools (CadreOrganogramDraft *self, GError **error);
gboolean cadre_organogram_draft_place (CadreOrganogramDraft *self, GError **error);
gboolean
cadre_organogram_number_persons (GPtrArray *drafts, gboolean names_are_identities, GError **error);
gboolean cadre_organogram_draft_fill (CadreOrganogramDraft *self, GError **error);

/* Parts of these steps. */
gboolean cadre_organogram_claim_id (CadreOrganogramDraft *self,
                                    const char *base,
                                    guint32 post,
                                    GError **error);
gboolean cadre_organogram_resolve (CadreOrganogramDraft *self,
                                   const CadreOrganogramRow *row,
                                   CadreOrganogramPost *post,
                                   GError **error);
gboolean cadre_organogram_fill_places (CadreOrganogramDraft *self, GError **error);
gboolean cadre_organogram_fill_persons (CadreOrganogramDraft *self, GError **error);

G_END_DECLS
