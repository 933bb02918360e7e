/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Putting a patch onto a structure.
 *
 * The rows of keys and values that the patch has are given the codes that their
 * texts have in the result, so that from then on everything is a comparison of
 * integers. */

#pragma once

#include "diff/patch/cadre-patch-values-private.h"

G_BEGIN_DECLS

/* Operations from @begin up to, not including, @end: those that do one thing to one kind
 * of record stand together. */
typedef struct
{
  guint32 begin;
  guint32 end; /* 0 where there are none */
} CadrePatchSpan;

typedef struct
{
  const CadrePatch *patch;
  const CadreTables *base;
  CadreTables *changed_base; /* (nullable): the same in another first language */
  CadreStringTable *strings; /* those of the base, and all texts of the patch */
  CadreTables *tables;       /* (nullable): the result */

  CadreTables *old;        /* rows of keys and values before */
  CadreTables *new_;       /* rows of keys and values after */
  const guint32 *old_rows; /* by number of an operation: its row in @old, or CADRE_NO_ROW */
  const guint32 *new_rows; /* likewise in @new_ */
  guint32 *rows;           /* by operation: the row of @base that it is about, or CADRE_NO_ROW */
  guint32 *room;        /* (nullable): for one number by code of @strings, while rows are found */
  gsize room_size;      /* in bytes */
  guint32 old_language; /* what the head is said to have; 0 where nothing is said */
  guint32 new_language;
  guint64 *deleted[CADRE_N_RECORD_KINDS]; /* (nullable): a bit for each row of @base */
  CadrePatchSpan spans[CADRE_PATCH_ACTION_DELETE + 1][CADRE_N_RECORD_KINDS];
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

static inline gboolean
cadre_patch_fit_is_deleted (const CadrePatchFit *self, CadreRecordKind kind, guint32 row)
{
  return self->deleted[kind] != NULL && (self->deleted[kind][row / 64] >> row % 64 & 1) != 0;
}

static inline void
cadre_patch_fit_set_deleted (CadrePatchFit *self, CadreRecordKind kind, guint32 row)
{
  self->deleted[kind][row / 64] |= G_GUINT64_CONSTANT (1) << row % 64;
}

static inline gsize
cadre_patch_fit_count_deleted (const CadrePatchFit *self, CadreRecordKind kind)
{
  const guint64 *words = self->deleted[kind];
  gsize n = 0;

  for (guint32 i = 0; words != NULL && i <= cadre_tables_get (self->base, kind)->n_rows / 64; i++)
    n += (gsize) __builtin_popcountll (words[i]);
  return n;
}

/* The first row from @row on that is deleted, or @end. */
static inline guint32
cadre_patch_fit_next_deleted (const CadrePatchFit *self,
                              CadreRecordKind kind,
                              guint32 row,
                              guint32 end)
{
  const guint64 *words = self->deleted[kind];

  while (words != NULL && row < end)
    {
      const guint64 rest = words[row / 64] >> row % 64;

      if (rest != 0)
        return MIN (row + (guint32) __builtin_ctzll (rest), end);
      row = (row / 64 + 1) * 64;
    }

  return end;
}

static inline guint32
cadre_patch_fit_old_row (const CadrePatchFit *self, guint32 op)
{
  return self->old_rows[self->patch->ops[op].number];
}

static inline guint32
cadre_patch_fit_new_row (const CadrePatchFit *self, guint32 op)
{
  return self->new_rows[self->patch->ops[op].number];
}

/* Goes on to the next operation that changes a record of a kind, in their order; the
 * first is the next of CADRE_NO_ROW. FALSE where there is none. */
static inline gboolean
cadre_patch_fit_next_change (const CadrePatchFit *self, CadreRecordKind kind, guint32 *op)
{
  const guint32 next = *op + 1;

  for (guint action = CADRE_PATCH_ACTION_REKEY; action < CADRE_PATCH_ACTION_DELETE; action++)
    if (next < self->spans[action][kind].end)
      {
        *op = MAX (next, self->spans[action][kind].begin);
        return TRUE;
      }

  return FALSE;
}

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
