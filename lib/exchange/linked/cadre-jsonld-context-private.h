/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the names of a JSON-LD document stand for: its inline contexts, each on
 * top of the one around it. */

#pragma once

#include "exchange/linked/cadre-json-tree-private.h"

G_BEGIN_DECLS

#define CADRE_JSONLD_NO_CONTEXT G_MAXUINT32

typedef enum
{
  CADRE_JSONLD_PLAIN,
  CADRE_JSONLD_LANGUAGES, /* values by language */
  CADRE_JSONLD_LIST,
  CADRE_JSONLD_OTHER, /* by index, by id, by type, or in graphs: not read */
} CadreJsonldContainer;

/* String codes; 0 where nothing is said. */
typedef struct
{
  guint32 iri; /* as it stands there */
  guint32 type;
  guint32 language;
  gboolean has_language; /* whether it is said, if only that there is none */
  gboolean is_reverse;
  CadreJsonldContainer container;
} CadreJsonldTerm;

typedef struct
{
  const CadreJsonTree *tree;
  GArray *contexts;    /* (element-type CadreJsonldContext) */
  GArray *terms;       /* (element-type CadreJsonldTerm) */
  gboolean has_unread; /* whether something in a context was not understood */
} CadreJsonldContexts;

void cadre_jsonld_contexts_init (CadreJsonldContexts *self, const CadreJsonTree *tree);
void cadre_jsonld_contexts_clear (CadreJsonldContexts *self);

/* Puts the context at @node on top of @context. Fails where it is a remote one. */
gboolean cadre_jsonld_contexts_add (CadreJsonldContexts *self,
                                    guint32 *context,
                                    guint32 node,
                                    GError **error);

/* What a name stands for, or NULL. Holds until a context is added. */
const CadreJsonldTerm *
cadre_jsonld_contexts_find (const CadreJsonldContexts *self, guint32 context, guint32 name);

/* The IRI that a text stands for, or the keyword; NULL where it stands for
 * nothing. A @name may be a term, or stand under the vocabulary; what is none is
 * an IRI, perhaps under the base. */
char *cadre_jsonld_contexts_expand (const CadreJsonldContexts *self,
                                    guint32 context,
                                    const char *text,
                                    gboolean is_name);

/* The language of texts for which no other is said, or 0. */
guint32 cadre_jsonld_contexts_language (const CadreJsonldContexts *self, guint32 context);

G_END_DECLS
