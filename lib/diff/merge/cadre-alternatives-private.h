/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Several proposals over one base in one table.
 *
 * Each proposal is compared with the base, which says what it does; and all but
 * the first with the first, which says where they agree. Posts have numbers: that
 * of a post of the base is its row there, and those that proposals create come
 * after. Other records are the same where their kinds and ids are. */

#pragma once

#include "diff/cadre-diff-private.h"
#include <cadre/cadre-alternatives.h>

G_BEGIN_DECLS

/* One difference of one proposal, in a row of the table. */
typedef struct
{
  guint32 row;
  guint32 proposal;
  guint32 difference; /* in the proposal's comparison with the base */
} CadreAlternativesEntry;

typedef struct
{
  guint8 kind;
  guint8 agreed;
  guint32 post;  /* the number of a post, or CADRE_NO_ROW */
  guint32 first; /* the place of its first entry */
  guint32 n;
  char *id; /* in the base, or in the first proposal that has it; else its subject */
} CadreAlternativesRecord;

typedef struct
{
  char *name;
  CadreStructure *structure;
  const CadreTables *tables;
  const CadreIndex *index;
  CadreFigures *figures;
  CadreDiff *diff;        /* from the base */
  CadreDiff *from_first;  /* (nullable): from the first proposal */
  guint32 *posts;         /* by row: the number */
  guint32 *rows_of_posts; /* by number: the row, or CADRE_NO_ROW */
} CadreProposal;

struct _CadreAlternatives
{
  GObject parent_instance;

  CadreStructure *base;
  CadreFigures *base_figures;
  CadreProposal *proposals;
  guint n_proposals;
  guint32 n_base_posts;
  guint32 n_posts; /* numbers */

  CadreAlternativesRecord *records;
  guint32 n_records;
  CadreAlternativesEntry *entries;

  CadreAlternatives *original; /* (nullable): what this is redacted of */
};

/* cadre-alternatives-posts.c: FALSE for want of memory. */
gboolean cadre_alternatives_number_posts (CadreAlternatives *self,
                                          CadreMapping *const *mappings,
                                          gsize n_mappings);
/* The mapping in which each post after, by row, is the post before in @expected,
 * or created where that is CADRE_NO_ROW. */
CadreMapping *cadre_alternatives_map (CadreStructure *before,
                                      CadreStructure *after,
                                      const guint32 *expected,
                                      GError **error);

/* cadre-alternatives-rows.c: FALSE for want of memory. */
gboolean cadre_alternatives_find_rows (CadreAlternatives *self);

/* cadre-alternatives-row.c */
CadreAlternativesRow *cadre_alternatives_row_new (CadreAlternatives *alternatives, guint32 row);
CadreAlternativeState
cadre_alternatives_get_state (CadreAlternatives *self, guint32 row, guint proposal);
const CadreAlternativesEntry *
cadre_alternatives_get_entries (CadreAlternatives *self, guint32 row, guint proposal, guint32 *n);

/* cadre-alternatives.c */
CadreAlternatives *cadre_alternatives_make (CadreStructure *base,
                                            CadreStructure *const *proposals,
                                            gsize n_proposals,
                                            const char *const *names,
                                            CadreMapping *const *mappings,
                                            gsize n_mappings,
                                            GCancellable *cancellable,
                                            GError **error);

G_END_DECLS
