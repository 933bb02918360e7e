/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "exchange/linked/cadre-gather-private.h"
#include "exchange/linked/cadre-json-tree-private.h"

G_BEGIN_DECLS

typedef enum
{
  CADRE_POPOLO_PERSON,
  CADRE_POPOLO_ORGANIZATION,
  CADRE_POPOLO_MEMBERSHIP,
  CADRE_POPOLO_POST,
} CadrePopoloClass;

/* An object that is yet to be read, and what the objects around it say of it. */
typedef struct
{
  guint32 node;
  CadrePopoloClass klass;
  guint32 person;       /* string codes; 0 where nothing is said */
  guint32 organization; /* the parent of an organization */
  guint32 post;
} CadrePopoloItem;

typedef struct
{
  CadreGather gather;
  const CadreJsonTree *tree;
  GArray *items;               /* (element-type CadrePopoloItem) */
  GHashTable *units;           /* string codes of ids of organizations that have a parent */
  const CadrePopoloItem *item; /* what is being read */
  CadreRecordKind kind;        /* of its record */
  guint32 row;
} CadrePopoloReader;

static inline const CadreJsonNode *
cadre_popolo_get_node (CadrePopoloReader *self, guint32 node)
{
  return &self->tree->nodes[node];
}

/* Holds until the next text is put in. */
static inline const char *
cadre_popolo_get_text (CadrePopoloReader *self, guint32 code)
{
  return cadre_string_table_get (self->tree->strings, code);
}

void cadre_popolo_report_form (CadrePopoloReader *self, guint32 node);
void cadre_popolo_report_place (CadrePopoloReader *self, guint32 node);

/* The code of an id that can be one, or 0. */
guint32 cadre_popolo_get_id (CadrePopoloReader *self, guint32 node);

/* Which of the three an id is of, and what it is without the kind before it. An
 * organization that has another above it is a unit. */
const char *cadre_popolo_split_id (CadrePopoloReader *self, guint32 id, CadreRecordKind *kind);

/* Objects of a list wait for their turn, with what @item says of them. */
void cadre_popolo_add_objects (CadrePopoloReader *self, guint32 list, CadrePopoloItem item);

/* The members of the object that is being read, into its record. */
void cadre_popolo_read_members (CadrePopoloReader *self);

G_END_DECLS
