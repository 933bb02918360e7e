/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "diff/cadre-diff-private.h"
#include <cadre/cadre-responses.h>

G_BEGIN_DECLS

#define CADRE_RESPONSES_VERSION 1
#define CADRE_ANY_CHANGE (-1) /* in the place of a kind of change */

struct _CadreResponse
{
  GObject parent_instance;

  char *id;
  CadreRespondent respondent;
  char *body;      /* (nullable) */
  CadreDate *date; /* (nullable) */
  char *said;      /* (nullable) */
  char *verbatim;  /* (nullable) */
  CadreAnswer answer;
  char *reason; /* (nullable) */
  GListStore *ties;
  char *extra; /* (nullable): unknown members, as one canonical object */
};

struct _CadreResponses
{
  GObject parent_instance;

  char *title;          /* (nullable) */
  GPtrArray *responses; /* (element-type CadreResponse) */
  GHashTable *places;   /* (element-type utf8 guint): by id, counted from 1; never walked */
  char *extra;          /* (nullable): unknown members, as one canonical object */
};

CadreResponseTie *cadre_response_tie_new_full (CadreRecordKind record_kind,
                                               const char *id,
                                               const char *field,
                                               int kind,
                                               const char *extra);
/* As the public one has it, or CADRE_ANY_CHANGE. */
int cadre_response_tie_change_kind (CadreResponseTie *self);
/* One canonical object, or NULL. */
const char *cadre_response_tie_unknown_members (CadreResponseTie *self);
CadreResponseTie *cadre_response_tie_without_unknown (CadreResponseTie *self);

CadreResponses *cadre_responses_new_empty (const char *title);
/* FALSE where the id is there already. */
gboolean cadre_responses_add (CadreResponses *self, CadreResponse *response, GError **error);

/* cadre-response-redact.c: whether a member is shown to a level. */
gboolean cadre_response_shows (CadreRedactionLevel level, const char *member);

/* cadre-response-row.c: @places are differences. Takes @places. */
CadreResponseRow *cadre_response_row_new_take (CadreResponseRowKind kind,
                                               CadreResponse *response,
                                               CadreChangeEvent *event,
                                               CadreDiff *diff,
                                               GArray *places);

G_END_DECLS
