/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Drafting a map: what columns probably are, by their names and by what stands
 * in them. */

#pragma once

#include "exchange/field-map/cadre-field-map-private.h"

G_BEGIN_DECLS

#define CADRE_DRAFT_MAX_ROWS 500 /* of the table that are looked at */

typedef enum
{
  CADRE_MEANING_NONE = 0,
  CADRE_MEANING_UNIT_ID,
  CADRE_MEANING_UNIT_NAME,
  CADRE_MEANING_UNIT_PARENT,
  CADRE_MEANING_POST_ID,
  CADRE_MEANING_POST_TITLE,
  CADRE_MEANING_GRADE,
  CADRE_MEANING_COST_CENTRE,
  CADRE_MEANING_PROFESSION,
  CADRE_MEANING_SITE,
  CADRE_MEANING_ESTABLISHMENT,
  CADRE_MEANING_BUDGETED_FTE,
  CADRE_MEANING_PAY_MIN,
  CADRE_MEANING_PAY_MAX,
  CADRE_MEANING_PERSON_ID,
  CADRE_MEANING_PERSON_NAME,
  CADRE_MEANING_ASSIGNMENT_ID,
  CADRE_MEANING_BASIS,
  CADRE_MEANING_CONTRACT,
  CADRE_MEANING_HOURS,
  CADRE_MEANING_STANDARD_HOURS,
  CADRE_MEANING_PAID_WEEKS,
  CADRE_MEANING_FTE,
  CADRE_MEANING_PAY, /* what a person is paid: an attribute of the assignment */
  CADRE_MEANING_VALID_FROM,
  CADRE_MEANING_VALID_TO,
  CADRE_MEANING_MANAGER_POST,
  CADRE_MEANING_MANAGER_PERSON,
  CADRE_MEANING_MANAGER, /* a post or a person: what stands in it decides */
  CADRE_N_MEANINGS
} CadreMeaning;

typedef struct
{
  char *name; /* of the header */
  CadreMeaning meaning;
  GPtrArray *cells;   /* (element-type utf8): what stands in it, without what is empty */
  const char *unsure; /* (nullable): a constant */
  const char *date;   /* (nullable): a form of dates */
  GPtrArray *open_to; /* (element-type utf8): what stands for no end */
  char decimal;       /* NUL for a point */
  char thousands;     /* NUL for none */
  gboolean percent;
} CadreDraftColumn;

/* cadre-map-synonyms.c: what a name means, and why that is not sure. */
CadreMeaning cadre_map_find_meaning (const char *name, const char **unsure);
/* One of our words for one of theirs; NULL where it is not known. */
const char *cadre_map_find_word (CadreMeaning meaning, const char *theirs);

/* cadre-map-forms.c: how the cells of a column are written. */
void cadre_draft_find_forms (CadreDraftColumn *column);

G_END_DECLS
