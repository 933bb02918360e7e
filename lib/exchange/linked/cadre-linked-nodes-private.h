/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The nodes of a graph: what each of them is, and what is said of it. */

#pragma once

#include "exchange/linked/cadre-graph-private.h"

G_BEGIN_DECLS

#define CADRE_NO_NODE G_MAXUINT32

/* What a node is, beside the kinds of records. */
enum
{
  CADRE_NODE_UNKNOWN = CADRE_N_RECORD_KINDS,
  CADRE_NODE_HEAD, /* the structure itself */
  CADRE_NODE_PART, /* an interval or an instant */
};

typedef struct
{
  guint32 code;
  guint32 first; /* its triples: places in the order */
  guint32 n_triples;
  guint32 row;
  guint8 kind;
} CadreLinkedNode;

/* Properties that are known by name. */
typedef enum
{
  CADRE_TERM_TYPE,
  CADRE_TERM_POST_IN,
  CADRE_TERM_REPORTS_TO,
  CADRE_TERM_HELD_BY,
  CADRE_TERM_MEMBER,
  CADRE_TERM_MEMBER_OF,
  CADRE_TERM_MEMBER_DURING,
  CADRE_TERM_ORGANIZATION,
  CADRE_TERM_ON_BEHALF_OF,
  CADRE_TERM_POST,
  CADRE_TERM_UNIT_OF,
  CADRE_TERM_SUB_ORGANIZATION_OF,
  CADRE_TERM_SITE_OF,
  CADRE_TERM_HAS_SITE,
  CADRE_TERM_ORIGINAL,
  CADRE_TERM_RESULTING,
  CADRE_TERM_HAS_BEGINNING,
  CADRE_TERM_HAS_END,
  CADRE_TERM_NAME,
  CADRE_TERM_COVERAGE,
  CADRE_TERM_LANGUAGE,
  CADRE_TERM_CITATION,
  CADRE_TERM_LICENCE,
  CADRE_TERM_DESCRIPTION,
  CADRE_N_TERMS
} CadreLinkedTerm;

typedef struct
{
  CadreGraph *graph;
  CadreGather *gather;
  const char *base;
  CadreLinkedNode *nodes;
  guint32 n_nodes;
  guint32 *node_of; /* by string code: the node of that name, or CADRE_NO_NODE */
  guint32 n_codes;  /* how many of @node_of there are */
  guint32 *order;   /* triples by node, as they came, each once */
  guint32 terms[CADRE_N_TERMS];
  guint32 *properties; /* string codes, in the order of the table of properties */
  GHashTable *blanks;  /* string codes of blank nodes to their numbers */
} CadreLinkedNodes;

gboolean cadre_linked_nodes_init (CadreLinkedNodes *self, CadreGraph *graph, const char *base);
void cadre_linked_nodes_clear (CadreLinkedNodes *self);

static inline const CadreTriple *
cadre_linked_nodes_triple (const CadreLinkedNodes *self, const CadreLinkedNode *node, guint32 i)
{
  return &self->graph->triples[self->order[node->first + i]];
}

/* The node of that name, or NULL where nothing is said of it. */
CadreLinkedNode *cadre_linked_nodes_find (const CadreLinkedNodes *self, guint32 code);

/* What the thing of that name is, as far as can be seen. */
guint cadre_linked_nodes_kind (const CadreLinkedNodes *self, guint32 code);

/* The id of the thing of that name. */
guint32 cadre_linked_nodes_id (CadreLinkedNodes *self, guint32 code);

gboolean cadre_linked_nodes_is_blank (const CadreLinkedNodes *self, guint32 code);

G_END_DECLS
