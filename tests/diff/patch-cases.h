/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Structures at random, one changed into the next, for what has to hold of all
 * of them: every kind of record and every field, ids that are there twice or
 * lead nowhere, circles, values that no field can hold, members that are not
 * known, texts in several languages and odd texts. */

#pragma once

#include "structure/cadre-tables-private.h"
#include <cadre/cadre.h>

#define CASE_N_HEADS 8
#define CASE_N_VERSIONS 3
#define CASE_MANAGER 62 /* in the place of a field of a post */
#define CASE_EXTRA 63

typedef struct
{
  guint kind;
  const char *values[CADRE_MAX_FIELDS]; /* JSON; NULL where the row is silent */
} CaseRow;

/* A document in the making. */
typedef struct
{
  const char *heads[CASE_N_HEADS];
  GPtrArray *rows; /* (element-type CaseRow) */
} CaseSketch;

/* Some versions of one document. */
typedef struct
{
  guint32 seed;
  GRand *rand;
  GStringChunk *texts;
  guint n_ids; /* how many different ids there are of a kind */
  CaseSketch versions[CASE_N_VERSIONS];
} CasePlan;

CasePlan *case_plan_new (guint32 seed);
void case_plan_free (CasePlan *self);

char *case_sketch_print (const CaseSketch *self);
CadreStructure *case_sketch_load (const CaseSketch *self);

/* Makes a plan smaller as long as @fails says that it still fails. */
void case_plan_shrink (CasePlan *self, gboolean (*fails) (const CasePlan *self));
