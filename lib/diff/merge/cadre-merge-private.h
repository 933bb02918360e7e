/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Two sets of operations over one base.
 *
 * Where a proposal gives a record another id, each reference to it changes as
 * well. Such operations only follow from the new id. So that they do not get in
 * the way of what the other proposal says, references are taken back to the ids
 * of the base first, and get their last ids when the merged patch is made. */

#pragma once

#include "diff/patch/cadre-patch-private.h"
#include <cadre/cadre-merge.h>

G_BEGIN_DECLS

enum
{
  CADRE_OURS = 0,
  CADRE_THEIRS = 1,
};

typedef struct
{
  CadrePatchOp op; /* its texts are in the strings of the merge, with ids of the base */
  guint8 side;
  guint8 follows; /* only gives a reference the new id of what it leads to */
  guint32 twin;   /* the same operation of the other side, and 1; or 0 */
} CadreMergeOp;

typedef struct _CadreMergeFinding CadreMergeFinding;

/* Held by the list and by each object that somebody has of it. */
struct _CadreMergeFinding
{
  CadreMergeConflictKind kind;
  guint8 record_kind; /* or CADRE_PATCH_HEAD */
  guint8 field;       /* or CADRE_PATCH_WHOLE */
  guint32 key;
  guint32 values[3]; /* of the base, ours and theirs; 0 for none */
  guint32 was[2];    /* of one key for two records: the key that the one of a side has in the
                      * base; 0 where it is created */
  guint32 circling;  /* of a circle: the ids in it, in order, as an array; or 0 */
  guint round;       /* 0, or of a circle that comes of choices of lesser rounds theirs and 1 */
  GArray *ops;       /* (element-type guint32): what is not done where another side is chosen */
  CadreMergeChoice choice;
  char *value;   /* (nullable) */
  char *by;      /* (nullable): who has decided it */
  CadreDate *on; /* (nullable): and when */
  char *why;     /* (nullable) */
  char *unknown; /* (nullable): members of the document that are not known, a canonical object */
  /* (nullable): a circle that comes of the choice. What is chosen there holds instead. */
  const CadreMergeFinding *circle;
};

struct _CadreMerge
{
  GObject parent_instance;

  CadreDiff *diffs[2];
  CadreStringTable *strings;
  char *language;
  CadrePatchIdentity *identity; /* of the base */
  GArray *ops;         /* (element-type CadreMergeOp): in order of the records and fields */
  GHashTable *ids;     /* (nullable): ids that were put aside, back to what they are */
  GPtrArray *findings; /* (element-type CadreMergeFinding): in order of their rounds */
  guint n_unresolved;  /* of those that have to be resolved */
  guint round;         /* of what is being found */
};

static inline CadreMergeOp *
cadre_merge_op (const CadreMerge *self, guint32 i)
{
  return &g_array_index (self->ops, CadreMergeOp, i);
}

static inline gboolean
cadre_merge_finding_is_circle (const CadreMergeFinding *finding)
{
  return finding->kind == CADRE_MERGE_CONFLICT_KIND_LINE_CYCLE ||
         finding->kind == CADRE_MERGE_CONFLICT_KIND_UNIT_CYCLE;
}

/* What holds as long as nobody resolves a conflict: what the document is called and when it
 * was made is different in any two proposals, and no dispute. The first language is none of
 * that, since texts hang on it, nor are members that are not known. */
static inline CadreMergeChoice
cadre_merge_finding_proposal (const CadreMergeFinding *finding)
{
  return finding->record_kind == CADRE_PATCH_HEAD && finding->field < CADRE_N_HEAD_FIELDS &&
             finding->field != CADRE_HEAD_FIELD_LANGUAGE
           ? CADRE_MERGE_CHOICE_OURS
           : CADRE_MERGE_CHOICE_NONE;
}

static inline gboolean
cadre_merge_finding_is_unresolved (const CadreMergeFinding *finding)
{
  return finding->choice == CADRE_MERGE_CHOICE_NONE &&
         cadre_merge_finding_proposal (finding) == CADRE_MERGE_CHOICE_NONE;
}

/* What holds of a conflict: a choice that makes a circle is given up. */
static inline CadreMergeChoice
cadre_merge_finding_choice (const CadreMergeFinding *finding)
{
  if (finding->circle != NULL)
    return finding->circle->choice;

  return finding->choice != CADRE_MERGE_CHOICE_NONE ? finding->choice
                                                    : cadre_merge_finding_proposal (finding);
}

static inline const char *
cadre_merge_text (const CadreMerge *self, guint32 code)
{
  return cadre_string_table_get (self->strings, code);
}

/* cadre-merge-ids.c */
/* An id that no base has: a control character stands in no canonical text. */
char *cadre_merge_put_aside (const char *id);
/* A text with the ids that were put aside as they are. */
char *cadre_merge_dup_restored (const char *text);
/* Tables of ids lead from a kind and an id to another id. */
GHashTable *cadre_merge_ids_new (void);
void cadre_merge_ids_add (GHashTable *ids, guint kind, const char *id, const char *other);
const char *cadre_merge_ids_find (GHashTable *ids, guint kind, const char *id, gsize length);
/* A value, or a whole record, with other ids; NULL where it stays as it is. */
char *cadre_merge_ids_replace (GHashTable *ids, guint kind, guint field, const char *text);
typedef void (*CadreMergeIdFunc) (guint kind, const char *id, gsize length, gpointer data);
/* The ids that a value, or a whole record, refers to. */
void cadre_merge_each_id (guint kind,
                          guint field,
                          const char *text,
                          CadreMergeIdFunc func,
                          gpointer data);

/* cadre-merge-ops.c */
gboolean
cadre_merge_collect (CadreMerge *self, CadrePatch *ours, CadrePatch *theirs, GError **error);

/* cadre-merge-find.c */
gboolean cadre_merge_find_conflicts (CadreMerge *self, GCancellable *cancellable, GError **error);

/* cadre-merge-finding.c */
CadreMergeFinding *
cadre_merge_finding_new (CadreMergeConflictKind kind, guint8 record_kind, guint8 field);
CadreMergeFinding *cadre_merge_finding_ref (CadreMergeFinding *finding);
void cadre_merge_finding_unref (gpointer finding);
void
cadre_merge_finding_choose (CadreMerge *merge, CadreMergeFinding *finding, CadreMergeChoice choice);
/* Puts a new conflict at the end of the list. */
void cadre_merge_add_finding (CadreMerge *self, CadreMergeFinding *finding);
/* A set of the circles of a list; two are the same conflict where they are of
 * the same records, by the same operations. */
GHashTable *cadre_merge_circles_new (const GPtrArray *findings);
/* Who is in a circle, as an array, with the ids as they are. */
char *cadre_merge_dup_circling (CadreMerge *self, const CadreMergeFinding *finding);
/* The key, with the ids as they are; NULL for the document. */
char *cadre_merge_dup_key (CadreMerge *self, const CadreMergeFinding *finding);
/* What a side says, with the ids that it has there; 0 is the base. NULL for nothing. */
char *cadre_merge_dup_value (CadreMerge *self, const CadreMergeFinding *finding, guint side);

/* cadre-merge-uses.c: the conflicts that an operation is in. */
typedef struct
{
  guint32 *first; /* by operation: a place in @uses, and 1; or 0 */
  GArray *uses;
} CadreMergeUses;

void cadre_merge_uses_init (CadreMergeUses *self, const CadreMerge *merge);
void cadre_merge_uses_clear (CadreMergeUses *self);
void cadre_merge_uses_add (CadreMergeUses *self, CadreMergeFinding *finding);
/* The next conflict of an operation, from a @place that is 0 at first; NULL after the last. */
CadreMergeFinding *cadre_merge_uses_next (const CadreMergeUses *self, guint32 op, guint32 *place);

/* cadre-merge-reasons.c: who has decided, when and why. */
void cadre_merge_finding_forget_reasons (CadreMergeFinding *finding);

/* cadre-merge-keys.c: where both sides bring different records to one key. */
gboolean cadre_merge_find_meetings (CadreMerge *self, GError **error);

/* cadre-merge-cycles.c */
/* Lists circles that both sides make together, while others have to be resolved. */
gboolean
cadre_merge_find_first_cycles (CadreMerge *self, GCancellable *cancellable, GError **error);
/* Lists all that are left in what is chosen, where nothing has to be resolved. */
gboolean cadre_merge_find_last_cycles (CadreMerge *self, GCancellable *cancellable, GError **error);

/* cadre-merge-follow.c */
/* After the resolution of a conflict of a round has changed: forgets circles of later ones, and
 * lists those that come of what is chosen now, once nothing has to be resolved. What comes
 * again is resolved as it was. */
gboolean cadre_merge_follow_resolutions (CadreMerge *self, guint round, GError **error);

/* cadre-merge-build.c: the patch of what is chosen; what is in a conflict that
 * is not resolved is left out. @last_ids (nullable) takes the new ids. */
CadrePatch *cadre_merge_make_chosen_patch (CadreMerge *self, GHashTable **last_ids, GError **error);

CadreMergeConflict *cadre_merge_conflict_new (CadreMerge *merge, CadreMergeFinding *finding);

G_END_DECLS
