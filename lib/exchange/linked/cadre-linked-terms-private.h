/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which property of which vocabulary holds which field: one table, for writing
 * and for reading. */

#pragma once

#include "structure/cadre-tables-private.h"

G_BEGIN_DECLS

#define CADRE_LINKED_BASE "urn:cadre:"
#define CADRE_LINKED_VOCABULARY "urn:cadre:term:"

typedef struct
{
  const char *prefix; /* "org" */
  const char *iri;
} CadreLinkedPrefix;

extern const CadreLinkedPrefix cadre_linked_prefixes[];
extern const guint cadre_linked_n_prefixes;

typedef struct
{
  CadreRecordKind kind;
  guint8 field;
  const char *term; /* "skos:prefLabel" */
} CadreLinkedProperty;

extern const CadreLinkedProperty cadre_linked_properties[];
extern const guint cadre_linked_n_properties;

/* The fields that have a place, in that table or through the terms below. */
void cadre_linked_get_held (guint64 held[CADRE_N_RECORD_KINDS]);

/* The class of a kind of record, or NULL where the vocabulary has none. */
const char *cadre_linked_get_class (CadreRecordKind kind);

/* "http://www.w3.org/ns/org#Post" of "org:Post". */
char *cadre_linked_expand_term (const char *term);

/* Whether a text is an absolute IRI that can stand between < and > and that no
 * prefix of ours would change. */
gboolean cadre_linked_is_base (const char *iri);

/* The IRI of a record: the base, its kind, a colon, and its id percent-encoded. */
void cadre_linked_append_iri (GString *iri, const char *base, const char *kind, const char *id);

/* The id that such an IRI stands for, or NULL where it is of another kind. */
char *cadre_linked_dup_id (const char *iri, const char *base, const char *kind);

/* The IRI of a word: "urn:cadre:term:unit-kind/team". */
char *cadre_linked_dup_word (CadreRecordKind kind, guint field, int value);

/* The word that an IRI stands for, or 0. */
int cadre_linked_find_word (CadreRecordKind kind, guint field, const char *iri);

/* Whether a text has the form of a language tag as RDF has it. */
gboolean cadre_linked_is_language (const char *tag);

G_END_DECLS
