/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Putting a patch onto a structure.
 *
 * The keys and values of all operations are read at once, as the rows of two
 * documents, one with what was before and one with what is after. Their texts
 * are kept in the string table that the result has, so that from then on
 * everything is a comparison of integers. */

#pragma once

#include "diff/patch/cadre-patch-private.h"

G_BEGIN_DECLS

typedef struct
{
  const CadrePatch *patch;
  const CadreTables *base;
  CadreTables *tables; /* the result; the same as @base at first */

  CadreTables *old;     /* rows of keys and values before */
  CadreTables *new_;    /* rows of values after */
  guint32 *old_rows;    /* by operation: its row in @old, or CADRE_NO_ROW */
  guint32 *new_rows;    /* by operation: its row in @new_, or CADRE_NO_ROW */
  guint32 *rows;        /* by operation: the row of @base that it is about, or CADRE_NO_ROW */
  guint32 old_language; /* what the head is said to have; 0 where nothing is said */
  guint32 new_language;
  guint8 *deleted[CADRE_N_RECORD_KINDS]; /* (nullable): by row of @base */
  guint32 n_of_kind[CADRE_N_RECORD_KINDS];

  CadreIssueList *issues; /* operations that do not fit */
  guint32 n_misfits;
  guint32 first_misfit;
  const char *first_reason;
} CadrePatchFit;

/* Why an operation does not fit. */
typedef enum
{
  CADRE_MISFIT_MISSING,
  CADRE_MISFIT_AMBIGUOUS,
  CADRE_MISFIT_DIFFERS,
  CADRE_MISFIT_EXISTS,
  CADRE_MISFIT_REPEATED,
} CadreMisfit;

gboolean cadre_patch_fit_init (CadrePatchFit *self,
                               const CadrePatch *patch,
                               const CadreTables *base,
                               GError **error);
void cadre_patch_fit_clear (CadrePatchFit *self);
void cadre_patch_fit_report (CadrePatchFit *self, guint32 op, CadreMisfit misfit);
/* Finds the records that operations are about. FALSE for want of memory only. */
gboolean cadre_patch_fit_find (CadrePatchFit *self, GError **error);
/* Carries out operations that all fit, and looks whether any key is there twice
 * then. */
gboolean cadre_patch_fit_carry_out (CadrePatchFit *self, GError **error);

/* The result as tables that are not sealed; NULL with @error set where the
 * patch does not fit. */
CadreTables *cadre_patch_apply_tables (const CadrePatch *patch,
                                       const CadreTables *base,
                                       CadreIssueList *issues,
                                       GError **error);

G_END_DECLS
