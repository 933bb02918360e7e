/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Circles of management, and of units, that a patch makes.
 *
 * A patch does not hold what stays as it is, so that they are found in the result:
 * a circle is new unless one of the structures that the patch comes of has each of its
 * steps. Records are named as the base does, since a patch may give them other ids. */

#pragma once

#include "diff/patch/cadre-patch-private.h"
#include "structure/cadre-tables-index-private.h"

G_BEGIN_DECLS

/* The ids that a patch gives posts and units: from those after to those before. */
typedef struct
{
  GHashTable *posts; /* texts are those of the values of the patch */
  GHashTable *units;
} CadrePatchOldIds;

gboolean cadre_patch_old_ids_init (CadrePatchOldIds *self, const CadrePatch *patch, GError **error);
void cadre_patch_old_ids_clear (CadrePatchOldIds *self);
/* The id that a record had; @id itself where it has no other. NULL for NULL. */
const char *
cadre_patch_old_ids_get (const CadrePatchOldIds *self, CadreRecordKind kind, const char *id);

typedef struct
{
  CadreRecordKind kind; /* of posts or of units */
  guint32 first;        /* in the rows */
  guint32 n;
} CadrePatchCircle;

typedef struct
{
  CadreStructure *result;
  CadrePatchOldIds ids;
  GArray *rows;        /* (element-type guint32): of the result; those of a circle in the order of
                        * its steps, from the least on */
  GByteArray *are_new; /* by row of a circle: whether the base lacks the step that begins there */
  GArray *circles;     /* (element-type CadrePatchCircle): posts first, by their least rows */
} CadrePatchCircles;

/* Finds the circles of @result, which a patch has made of the first of @known, that none
 * of @known has. Takes time in proportion to the posts and units, and hardly any where the
 * patch has no operation that could make one. */
gboolean cadre_patch_circles_init (CadrePatchCircles *self,
                                   const CadrePatch *patch,
                                   CadreStructure *result,
                                   CadreStructure *const *known,
                                   guint n_known,
                                   GError **error);
void cadre_patch_circles_clear (CadrePatchCircles *self);
/* The id that the first structure has for a row of a circle; NULL for none. */
const char *
cadre_patch_circles_old_id (const CadrePatchCircles *self, CadreRecordKind kind, guint32 row);

/* Whether an operation may say who is above a record. */
gboolean cadre_patch_op_moves (const CadrePatchOp *op);
/* The post or unit that an operation is about, by its id before; NULL where it is about
 * none. @kind says which. @ids are those of the patch. */
const char *cadre_patch_op_subject (const CadrePatch *patch,
                                    const CadrePatchOp *op,
                                    const CadrePatchOldIds *ids,
                                    CadreRecordKind *kind);

/* cadre-patch-result.c: carrying out operations whatever comes of it. */
CadreStructure *cadre_patch_carry_out (const CadrePatch *patch,
                                       CadreStructure *before,
                                       GCancellable *cancellable,
                                       GError **error);
/* Likewise, but with an error where a new circle comes of it. @known are the base, and
 * other structures whose circles may be in the result. */
CadreStructure *cadre_patch_carry_out_soundly (const CadrePatch *patch,
                                               CadreStructure *const *known,
                                               guint n_known,
                                               GCancellable *cancellable,
                                               GError **error);
/* Adds issues of what is wrong with the result. Takes @tables. */
gboolean cadre_patch_check_result (const CadrePatch *patch,
                                   CadreStructure *before,
                                   CadreTables *tables,
                                   CadreIssueList *issues,
                                   GCancellable *cancellable,
                                   GError **error);

/* cadre-patch-loose.c: references of the result to an id that the patch takes away. */
typedef struct
{
  guint32 op;
  guint32 row; /* of what refers to it */
  guint8 kind;
  guint8 field;
} CadrePatchLoose;

/* (element-type CadrePatchLoose), in the order of kinds, fields and rows; NULL with @error
 * set for want of memory. */
GArray *cadre_patch_find_loose (const CadrePatch *patch, CadreStructure *result, GError **error);

G_END_DECLS
