/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A JSON document in memory, for formats in which what comes late says how to
 * read what came before. The nodes stand in one array in the order of the
 * document, so that they can be walked without recursion; node 0 is the
 * outermost value. How large and how deep it can be is up to the reader. */

#pragma once

#include "base/cadre-string-table-private.h"
#include <cadre/cadre-reader.h>

G_BEGIN_DECLS

typedef struct
{
  guint8 token;     /* CadreToken: BEGIN_OBJECT, BEGIN_ARRAY or a plain value */
  guint32 parent;   /* of the outermost one, itself */
  guint32 position; /* among its siblings, from 0 */
  guint32 name;     /* string code; 0 outside of objects */
  guint32 text;     /* string code, of strings and numbers */
  guint32 first;    /* the first child; 0 where there is none */
  guint32 next;     /* the next sibling; 0 where there is none */
} CadreJsonNode;

typedef struct
{
  CadreStringTable *strings;
  CadreJsonNode *nodes;
  guint32 n_nodes;
  guint32 n_allocated;
} CadreJsonTree;

/* @strings gets the texts. */
CadreJsonTree *cadre_json_tree_new (CadreStringTable *strings,
                                    CadreReader *reader,
                                    GCancellable *cancellable,
                                    GError **error);
void cadre_json_tree_free (CadreJsonTree *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreJsonTree, cadre_json_tree_free)

/* The member of an object by its name, or 0. O(members). */
guint32 cadre_json_tree_find (const CadreJsonTree *self, guint32 object, const char *name);

/* The JSON Pointer of a node. */
char *cadre_json_tree_dup_pointer (const CadreJsonTree *self, guint32 node);

static inline const char *
cadre_json_tree_name (const CadreJsonTree *self, guint32 node)
{
  return cadre_string_table_get (self->strings, self->nodes[node].name);
}

static inline const char *
cadre_json_tree_text (const CadreJsonTree *self, guint32 node)
{
  return cadre_string_table_get (self->strings, self->nodes[node].text);
}

G_END_DECLS
