/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The parts of a comparison.
 *
 * Every table is treated alike: its rows are paired, paired rows are compared
 * column by column, and each row that is alone and each field that differs
 * becomes a difference of 32 bytes. Which kind of change that is follows from
 * the kind of record and the field, so that no field can be left out. */

#pragma once

#include "diff/cadre-change-private.h"
#include "diff/cadre-codes-private.h"
#include "diff/cadre-mapping-private.h"
#include "kernel/cadre-compare-private.h"
#include <cadre/cadre-diff.h>

G_BEGIN_DECLS

#define CADRE_UNKNOWN_MEMBERS 63 /* in the place of a field: members that are not known */
#define CADRE_WHOLE_RECORD 127   /* in the place of a field: the record came or went */

/* What a difference is, in the order in which differences stand. */
#define CADRE_WHAT(change_kind, record_kind, field) \
  ((guint32) (change_kind) << 20 | (guint32) (record_kind) << 12 | (guint32) (field) << 4)
#define CADRE_WHAT_LEARNED 1u         /* one side does not state the value */
#define CADRE_WHAT_LANGUAGE_BEFORE 2u /* the language is a code of the structure before */
#define CADRE_WHAT_FLAGS 15u

#define CADRE_OWNER_AFTER 0u              /* the owner is there after */
#define CADRE_OWNER_NOWHERE G_MAXUINT32   /* no record has the owner's id */
#define CADRE_MAX_DIFFERENCES G_MAXUINT32 /* a list has no more items */

typedef struct
{
  guint64 place;    /* of the owner: its kind, and where it stands among those after */
  guint32 owner;    /* its row before and 1, where it is not there after */
  guint32 what;     /* CADRE_WHAT() and flags */
  guint32 before;   /* the row, or CADRE_NO_ROW */
  guint32 after;    /* the row, or CADRE_NO_ROW */
  guint32 language; /* string code, or 0 */
  guint32 sequence; /* which was found first */
} CadreDifference;

static inline CadreChangeKind
cadre_difference_kind (const CadreDifference *self)
{
  return self->what >> 20;
}

static inline CadreRecordKind
cadre_difference_record_kind (const CadreDifference *self)
{
  return self->what >> 12 & 255;
}

static inline guint
cadre_difference_field (const CadreDifference *self)
{
  return self->what >> 4 & 255;
}

/* What became of a post that is there before and after. */
enum
{
  CADRE_POST_CHANGED = 1 << 0,
  CADRE_POST_LOST_FUNCTION = 1 << 1,
};

/* The responsibilities for each function in each role: chains of rows. */
typedef struct
{
  guint32 *numbers_before; /* by row before: the function and role, as a number */
  guint32 *numbers_after;  /* by row after */
  guint32 *first_lost;     /* by number: the first row before that is alone */
  guint32 *first_gained;   /* by number: the first row after that is alone */
  guint32 *first_kept;     /* by number: the first row after that is not */
  guint32 *next_before;    /* by row before */
  guint32 *next_after;     /* by row after */
} CadreFunctions;

struct _CadreDiff
{
  GObject parent_instance;

  CadreStructure *before;
  CadreStructure *after;
  CadreMapping *mapping;
  CadreIssueList *issues;

  CadreSides sides;
  guint32 *post_codes;                         /* (nullable): where they differ from all codes */
  CadrePairing pairings[CADRE_N_RECORD_KINDS]; /* those of posts are the mapping's */
  CadreFunctions functions;

  CadreDifference *differences;
  guint32 n_differences;
  guint32 n_allocated;
  guint32 place_hint; /* while differences are added */
  guint counts[CADRE_N_CHANGE_KINDS];

  guint8 *post_flags; /* by post after */
};

/* cadre-diff-compare.c: marks each field that differs. */
void cadre_diff_compare (const CadreSides *sides, CadreRecordKind kind, CadreKernelBlock *block);
gboolean cadre_diff_mark_translations (const CadreSides *sides,
                                       CadreRecordKind kind,
                                       const CadrePairing *pairing,
                                       guint64 **marks);
/* Whether two paired cells of a reference or a text are the same. */
gboolean cadre_diff_is_same_code (const CadreSides *sides,
                                  CadreRecordKind kind,
                                  guint field,
                                  guint32 code_before,
                                  guint32 code_after);
gboolean cadre_diff_is_unknown (const CadreTable *table, guint field, guint32 row);

/* cadre-diff-kinds.c: which kind of change a difference is. */
CadreChangeKind cadre_diff_kind_of_field (CadreRecordKind kind, guint field);
CadreChangeKind cadre_diff_kind_of_created (CadreRecordKind kind);
CadreChangeKind cadre_diff_kind_of_deleted (CadreRecordKind kind);
gboolean cadre_diff_kind_changes_post (CadreChangeKind kind);
gboolean cadre_diff_field_is_personal (CadreRecordKind kind, guint field);

/* cadre-diff-add.c: the differences of one table. FALSE for want of memory. */
gboolean cadre_diff_add_table (CadreDiff *self, CadreRecordKind kind);
gboolean cadre_diff_add (CadreDiff *self, const CadreDifference *difference);
/* Where the owner of a difference stands. @hint is where to look first, and is
 * moved on. */
void cadre_diff_place (const CadreDiff *self,
                       CadreRecordKind kind,
                       guint32 before,
                       guint32 after,
                       guint32 *hint,
                       CadreDifference *difference);
/* The row after that a place stands for. */
static inline guint32
cadre_place_row (guint64 place)
{
  return (guint32) ((place & (((guint64) 1 << 33) - 1)) >> 1);
}

/* cadre-diff-list.c: the places of the differences of one record (element-type
 * guint32), in order. */
void cadre_diff_find_for (CadreDiff *self, CadreRecordKind kind, const char *id, GArray *places);

/* cadre-diff-functions.c */
gboolean cadre_diff_index_functions (CadreDiff *self);
CadreChangeKind cadre_diff_kind_of_lost_function (CadreDiff *self, guint32 row_before);
char **cadre_diff_dup_function_posts (CadreDiff *self, guint32 row_before, guint32 row_after);
void cadre_functions_clear (CadreFunctions *self);

/* cadre-diff-status.c */
void cadre_diff_check_status (CadreDiff *self);

/* cadre-diff-list.c: a change as one JSON object, as it stands. */
void cadre_change_write (CadreChange *change, CadreWriter *writer);

/* cadre-diff-text.c */
char *cadre_diff_dup_text (const CadreTables *tables,
                           CadreRecordKind kind,
                           guint field,
                           guint32 row,
                           guint32 language);
char *cadre_diff_dup_line_end (const CadreTables *tables, guint32 row);
/* (nullable): the field that is different; a constant. */
const char *cadre_diff_field_name (const CadreDifference *difference);
CadreChange *cadre_diff_make_change (CadreDiff *self, const CadreDifference *difference);
/* The same without an object; cadre_change_parts_clear(). */
void
cadre_diff_make_parts (CadreDiff *self, const CadreDifference *difference, CadreChangeParts *parts);

G_END_DECLS
