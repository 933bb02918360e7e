/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-change.h>

G_BEGIN_DECLS

#define CADRE_N_CHANGE_KINDS (CADRE_CHANGE_KIND_OTHER_FIELD + 1)

/* What a change says. */
typedef struct
{
  CadreChangeKind kind;
  CadreRecordKind record_kind;
  CadreRecordKind owner_kind;
  char *id_before;   /* (nullable) */
  char *id_after;    /* (nullable) */
  char *subject;     /* (nullable) */
  const char *field; /* (nullable): static */
  char *language;    /* (nullable) */
  char *before_text; /* (nullable) */
  char *after_text;  /* (nullable) */
  char **other_ids;  /* (nullable): NULL for none */
  char *post_id;     /* (nullable): of an assignment */
  gboolean learned;
} CadreChangeParts;

/* Takes what the parts point at. */
CadreChange *cadre_change_new_take (const CadreChangeParts *parts);
const CadreChangeParts *cadre_change_get_parts (CadreChange *self);
/* Frees what they point at. */
void cadre_change_parts_clear (CadreChangeParts *parts);

/* The nick of a value of an enumeration of the library. */
const char *cadre_nick (GType words, int value);

G_END_DECLS
