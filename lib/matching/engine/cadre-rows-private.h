/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* From a run to the rows of outcomes. */

#pragma once

#include "matching/engine/cadre-run-private.h"

G_BEGIN_DECLS

typedef struct
{
  CadreRun *run;
  CadreEngine *engine;
  CadreVector rows;    /* CadreOutcomeRow */
  CadreVector reasons; /* guint8 */
  CadreVector facts;   /* CadreFactRow */
  CadreLists notes;    /* by assignment: its notes */
  CadreLists results;  /* by assignment: its results */

  guint8 *declared;            /* by assignment: CadreDeclaredOutcome */
  const char **declared_words; /* (nullable) by assignment */
  guint8 *post_declared;       /* by post after */
  const char **post_words;     /* (nullable) by post after */
  guint8 *is_occupied;         /* by post after: somebody is in it */
  guint32 *nearest;            /* by post after: the next manager's post up that somebody is in */
} CadreRowWriter;

gboolean cadre_rows_init (CadreRowWriter *self, CadreRun *run);
void cadre_rows_clear (CadreRowWriter *self);

/* Filling the row that is being written. */
gboolean cadre_rows_begin (CadreRowWriter *self, const CadreOutcomeRow *row);
CadreOutcomeRow *cadre_rows_last (CadreRowWriter *self);
gboolean cadre_rows_has_reason (CadreRowWriter *self, CadreReason reason);
gboolean cadre_rows_reason (CadreRowWriter *self, CadreReason reason);
/* Adds a fact; nothing where the text is NULL. @text must last. */
gboolean cadre_rows_fact (CadreRowWriter *self, const char *name, const char *text);
/* The same with a text that is copied. */
gboolean cadre_rows_fact_copy (CadreRowWriter *self, const char *name, const char *text);
gboolean cadre_rows_fact_number (CadreRowWriter *self, const char *name, gint64 number);
/* Ids with commas between them; nothing where there are none. */
gboolean cadre_rows_fact_posts (CadreRowWriter *self,
                                const char *name,
                                guint side,
                                const guint32 *posts,
                                guint32 n);

/* The post after that an assignment is in, and the position that it names;
 * CADRE_NO_ROW where it is in none. */
guint32 cadre_rows_post_of (const CadreRowWriter *self, guint32 assignment, gint32 *position);
gboolean cadre_rows_write_assignment (CadreRowWriter *self, guint32 assignment);
gboolean cadre_rows_write_positions (CadreRowWriter *self, guint32 *of_post, guint32 *of_deleted);

/* cadre-explain.c, cadre-explain-claims.c */
gboolean cadre_explain_assignment (CadreRowWriter *self, guint32 assignment);
/* Where it is decided about a post that waits. */
gboolean cadre_explain_deferral (CadreRowWriter *self, guint32 before, guint32 after);
gboolean cadre_explain_continuing (CadreRowWriter *self, guint32 post);
gboolean cadre_explain_claims (CadreRowWriter *self, guint32 assignment);
gboolean cadre_explain_fences (CadreRowWriter *self, guint32 assignment);
/* cadre-explain-rules.c */
gboolean cadre_explain_rules (CadreRowWriter *self, const CadrePolicyRules *rules);
gboolean cadre_explain_overall (CadreRowWriter *self, const CadreClaimRow *claim);
/* cadre-explain-process.c */
gboolean cadre_explain_process (CadreRowWriter *self, guint32 assignment);
/* cadre-appeals.c */
gboolean cadre_explain_appeals (CadreRowWriter *self, guint32 assignment);
/* cadre-wider.c, cadre-rings.c */
gboolean cadre_explain_wider (CadreRowWriter *self, guint32 assignment);
gboolean cadre_explain_opening (CadreRowWriter *self, guint32 post);
gboolean cadre_explain_rings (CadreRowWriter *self, guint32 assignment);
/* cadre-explain-stated.c: what the policy states of how a position is filled, for
 * people to read. */
gboolean cadre_explain_stated (CadreRowWriter *self, guint32 post, CadreOutcomeKind kind);
/* Facts of a post: its tier on the common scale and its own, its grade. */
gboolean
cadre_explain_level (CadreRowWriter *self, guint side, guint32 post, const char *const names[2]);

/* cadre-managers.c */
gboolean cadre_managers_find (CadreRowWriter *self);
gboolean cadre_managers_explain (CadreRowWriter *self, guint32 post, gint32 policy);

/* cadre-gap.c */
gboolean cadre_gap_read_declarations (CadreRowWriter *self);
CadreOutcomeGap
cadre_gap_find (CadreDeclaredOutcome declared, CadreOutcomeKind kind, CadreStage stage);

G_END_DECLS
