/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "document/cadre-reader-private.h"
#include "structure/cadre-structure-private.h"
#include "structure/cadre-tables-private.h"

G_BEGIN_DECLS

/* A structure in the making. */
typedef struct
{
  CadreReader *reader;
  CadreTables *tables;
  CadreIssueList *issues;
  guint max_rows;

  /* The row that is being read. */
  const CadreSchema *schema;
  CadreRecordKind kind;
  guint32 row;
  guint32 n_rows_read; /* of this array; lines also come out of posts */
  guint32 recent_manager;
  gboolean has_manager; /* whether the post has the shorthand "manager" */
  guint32 manager;      /* its string code */
  GPtrArray *extra;     /* members that are not known: name, canonical value, … */

  /* The fields in the order of the row before: rows of one document mostly
   * have the same members in the same order. */
  guint8 order[CADRE_MAX_FIELDS];
  guint n_order;
  guint8 lengths[CADRE_MAX_FIELDS];
  GEnumClass *words[CADRE_MAX_FIELDS]; /* (nullable) */
  guint32 recent[CADRE_MAX_FIELDS];    /* the code of each field's last text: rows repeat it */
} CadreLoader;

/* What became of a value. */
typedef enum
{
  CADRE_VALUE_GOOD,
  CADRE_VALUE_BAD,       /* it is not one that the field can hold, and has not been read past */
  CADRE_VALUE_ERROR_SET, /* the GError is set */
} CadreValue;

/* Reads the plain value of a field, of which @token has just been read. */
CadreValue
cadre_loader_read_plain (CadreLoader *self, guint field, CadreToken token, GError **error);
/* The code of the text just read; @recent is where the last one of its like is
 * kept. */
gboolean
cadre_loader_intern_token (CadreLoader *self, guint32 *recent, guint32 *code, GError **error);
gboolean cadre_loader_set_unknown_id (CadreLoader *self, guint field, GError **error);
gboolean cadre_is_word (const char *text, gsize length, const char *word);

G_END_DECLS
