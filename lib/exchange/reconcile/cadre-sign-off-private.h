/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "exchange/reconcile/cadre-reconcile-private.h"
#include <cadre/cadre-sign-off.h>

G_BEGIN_DECLS

/* One row of what was signed. */
typedef struct
{
  char *key;
  char *hash;
} CadreSignedRow;

/* What was signed: nothing of who signed it, or when. */
typedef struct
{
  char *records; /* "posts" */
  char *key;
  char **fields;
  char **lists; /* the labels */
  char *scope;  /* (nullable): the id of a unit; NULL for the whole */
  GArray *rows; /* (element-type CadreSignedRow): in order of key and hash */
} CadreSignedState;

struct _CadreSignOff
{
  GObject parent_instance;

  char *who;
  CadreSignOffRole role;
  CadreDate *date; /* (nullable) */
  char *hash;
  CadreSignedState state;
};

void cadre_signed_state_init (CadreSignedState *self);
void cadre_signed_state_clear (CadreSignedState *self);
/* FALSE with an error where no list has the unit. */
gboolean cadre_signed_state_fill (CadreSignedState *self,
                                  CadreReconciliation *reconciliation,
                                  const char *scope,
                                  GError **error);
void cadre_signed_state_add (CadreSignedState *self, const char *key, const char *hash);
int cadre_signed_row_compare (gconstpointer a, gconstpointer b);
void cadre_signed_state_sort (CadreSignedState *self);
char *cadre_signed_state_dup_hash (const CadreSignedState *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
