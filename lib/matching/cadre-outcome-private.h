/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "matching/cadre-reasons-private.h"
#include <cadre/cadre-log-entry.h>
#include <cadre/cadre-outcome.h>

G_BEGIN_DECLS

/* One fact; @name is a constant of the library. */
typedef struct
{
  const char *name;
  const char *text;
} CadreFactRow;

/* One outcome, as the outcomes of a case hold it. Texts belong to the
 * structures or to the outcomes. */
typedef struct
{
  const char *assignment;     /* (nullable) */
  const char *person;         /* (nullable) */
  const char *post_before;    /* (nullable) */
  const char *post_after;     /* (nullable) */
  const char *employer;       /* (nullable) */
  const char *policy;         /* (nullable) */
  const char *declared_words; /* (nullable) */
  int position;               /* -1 of assignments, 0 where the number is not known */
  guint8 subject;             /* CadreOutcomeSubject */
  guint8 kind;                /* CadreOutcomeKind */
  guint8 stage;               /* CadreStage */
  guint8 rung;                /* CadreRung */
  guint8 declared;            /* CadreDeclaredOutcome */
  guint8 gap;                 /* CadreOutcomeGap */
  guint8 is_final;
  guint8 is_override;
  guint32 duty_ends;       /* packed: the first day on which a right of the person ends */
  CadreLogEntry *decision; /* (nullable): the log of the outcomes keeps it */
  guint32 first_reason;
  guint32 n_reasons;
  guint32 first_fact;
  guint32 n_facts;
} CadreOutcomeRow;

/* Its texts are its own. */
struct _CadreOutcome
{
  GObject parent_instance;

  CadreOutcomeRow row;    /* its texts are our own */
  const char **reasons;   /* codes; ends with NULL */
  const char **questions; /* those of the codes that leave something open */
  CadreFactRow *facts;    /* texts are our own */
};

/* The text of a fact whose name has @length bytes; a post stands for itself. */
const char *cadre_outcome_find_fact (CadreOutcome *self, const char *name, gsize length);

CadreFact *cadre_fact_new (const char *name, const char *text);
CadreOutcome *
cadre_outcome_new (const CadreOutcomeRow *row, const guint8 *reasons, const CadreFactRow *facts);

G_END_DECLS
