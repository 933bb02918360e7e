/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Two or three lists of one establishment, put together by key.
 *
 * A record of a side is a node, numbered through: those of the first side, then
 * those of the second, then of the third. Nodes that belong together are a group,
 * which is a row of the result. Each node is in one group, so that the totals add
 * up. Groups are numbered by their least node. */

#pragma once

#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-reconciler.h>

G_BEGIN_DECLS

#define CADRE_RECONCILE_MAX_SIDES 3
#define CADRE_RECONCILE_MAX_FIELDS 64
#define CADRE_N_RECONCILED_KINDS 6
#define CADRE_N_FIELD_RESULTS 3
#define CADRE_NO_SIDE (-1)

/* Where the value of a field comes from. */
typedef enum
{
  CADRE_FIELD_WAY_COLUMN,
  CADRE_FIELD_WAY_ATTRIBUTE,
  CADRE_FIELD_WAY_MANAGER, /* of the post: what the lines say */
  CADRE_FIELD_WAY_PERSONS, /* of a post: those who are in it */
  CADRE_FIELD_WAY_FTE,     /* worked out from hours where it is not stated */
} CadreFieldWay;

typedef struct
{
  char *name; /* as it was asked for */
  CadreFieldWay way;
  CadreRecordKind kind; /* of the record that holds it: an assignment answers for its post */
  guint column;
  const char *attribute; /* (nullable): inside @name */
} CadreReconcileField;

/* What a side says of a field. */
typedef struct
{
  gboolean is_known;
  GString *text;    /* exact; of a reference the id */
  GString *name;    /* of a reference: what it is called, else empty */
  guint32 post_row; /* of a manager: the row of its post */
} CadreReconcileValue;

typedef struct
{
  CadreStructure *structure;
  const CadreTables *tables;
  const CadreIndex *index;
  char *label;
  guint32 first_node;
  guint32 n_rows;
} CadreReconcileSide;

struct _CadreReconciliation
{
  GObject parent_instance;

  CadreRecordKind kind;
  CadreReconcileField *key;
  GPtrArray *fields; /* (element-type CadreReconcileField) */
  CadreReconcileSide sides[CADRE_RECONCILE_MAX_SIDES];
  guint n_sides;

  guint32 n_nodes;
  guint32 n_groups;
  guint32 *group_of; /* by node; CADRE_NO_ROW where it is withheld */
  guint32 *first;    /* by group, and one more: where its nodes begin */
  guint32 *nodes;    /* in order of group and node */
  guint8 *kinds;     /* by group */
  guint8 *has_key;   /* by node */

  guint n_by_kind[CADRE_N_RECONCILED_KINDS];
  guint n_records[CADRE_N_RECONCILED_KINDS][CADRE_RECONCILE_MAX_SIDES];
  guint n_withheld[CADRE_RECONCILE_MAX_SIDES];
  guint n_by_field[CADRE_RECONCILE_MAX_FIELDS][CADRE_N_FIELD_RESULTS];
  guint n_stated[CADRE_RECONCILE_MAX_FIELDS][CADRE_RECONCILE_MAX_SIDES];
  CadreIssueList *issues;
};

/* What was found of one field of one group. */
typedef struct
{
  CadreReconcileValue values[CADRE_RECONCILE_MAX_SIDES];
  CadreFieldResult result;
  int odd_side; /* or CADRE_NO_SIDE */
} CadreReconcileFinding;

/* Fields */
CadreReconcileField *cadre_reconcile_field_new (CadreRecordKind kind, const char *name);
void cadre_reconcile_field_free (CadreReconcileField *self);
const char *const *cadre_reconcile_default_fields (CadreRecordKind kind);

/* Values */
void cadre_reconcile_finding_init (CadreReconcileFinding *self);
void cadre_reconcile_finding_clear (CadreReconcileFinding *self);
void cadre_reconcile_value_get (CadreReconcileValue *self,
                                const CadreReconcileSide *side,
                                CadreRecordKind kind,
                                const CadreReconcileField *field,
                                guint32 row);
/* What people read: the name of a reference where it has one. NULL if not known. */
const char *cadre_reconcile_value_text (const CadreReconcileValue *self);

/* Groups */
gboolean cadre_reconcile_make_groups (CadreReconciliation *self,
                                      GListModel *pairs,
                                      GListModel *third_pairs,
                                      GError **error);
/* From a parent of each node that is a lower one, or the node itself. */
gboolean
cadre_reconcile_number_groups (CadreReconciliation *self, const guint32 *parents, GError **error);
guint cadre_reconcile_side_of (const CadreReconciliation *self, guint32 node);
/* The first node of a group on a side, and how many there are. */
guint32
cadre_reconcile_nodes_on (const CadreReconciliation *self, guint32 group, guint side, guint32 *n);

/* Judging */
gboolean
cadre_reconcile_judge (CadreReconciliation *self, GCancellable *cancellable, GError **error);
/* Whether the fields of a group can be compared, and if so of one field what is found. */
gboolean cadre_reconcile_is_comparable (const CadreReconciliation *self, guint32 group);
void cadre_reconcile_find (const CadreReconciliation *self,
                           guint32 group,
                           guint field,
                           CadreReconcileFinding *finding);
/* The key, and where there is none what the first record is. */
char *cadre_reconcile_dup_record (const CadreReconciliation *self, guint32 node);
char *cadre_reconcile_dup_label (const CadreReconciliation *self, guint32 group);

CadreReconciliation *cadre_reconciliation_begin (CadreRecordKind kind,
                                                 CadreStructure *const *structures,
                                                 guint n_sides,
                                                 const char *const *labels);
CadreReconciledRow *cadre_reconciled_row_new (CadreReconciliation *reconciliation, guint32 group);
const char *cadre_reconciled_kind_word (CadreReconciledKind kind);
const char *cadre_field_result_word (CadreFieldResult result);

G_END_DECLS
