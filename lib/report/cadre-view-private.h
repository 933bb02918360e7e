/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A structure as the readers of a report may see it, in their language. */

#pragma once

#include "report/cadre-phrases-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-redaction.h>

G_BEGIN_DECLS

typedef struct
{
  const CadreCatalogue *catalogue;
  CadreRedaction *redaction;
  CadreStructure *original;
  CadreStructure *structure; /* what the redaction leaves of it */
  const CadreTables *tables; /* of @structure */
  const CadreIndex *index;   /* of @structure */
  gboolean shows_assignments;
  gboolean has_several_employers;
  GHashTable *shared_titles; /* codes of the titles that several posts have */
} CadreView;

CadreView *cadre_view_new (CadreStructure *structure,
                           CadreRedaction *redaction,
                           const CadreCatalogue *catalogue,
                           GError **error);
/* The same of a structure that was redacted already; takes @shown. */
CadreView *cadre_view_new_take (CadreStructure *structure,
                                CadreStructure *shown,
                                CadreRedaction *redaction,
                                const CadreCatalogue *catalogue);
void cadre_view_free (CadreView *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreView, cadre_view_free)

/* The catalogue for an argument of a caller: NULL asks for the first language
 * of the structure; where there is none, for English. NULL with an error where
 * there are no words in it. */
const CadreCatalogue *
cadre_view_find_catalogue (CadreStructure *structure, const char *language, GError **error);

/* A text field in the language of the report. Where the structure does not have
 * it in that language, the first language stands in and is marked: "Pennaeth
 * [cy]". NULL where the field is unknown. */
char *cadre_view_text (const CadreView *self, CadreRecordKind kind, guint32 row, guint field);
/* The title or name of a record by its row; its id where it has none. A post that
 * shares its title with another is told by its unit as well. */
char *cadre_view_name (const CadreView *self, CadreRecordKind kind, guint32 row);
/* The name of what a reference leads to; its id where it leads nowhere; NULL
 * where it is unknown or none. */
char *cadre_view_reference (const CadreView *self, CadreRecordKind kind, guint32 row, guint field);
/* The names of what a list of references leads to, with commas between them. */
char *cadre_view_references (const CadreView *self, CadreRecordKind kind, guint32 row, guint field);
/* The title of the document. */
char *cadre_view_document_title (const CadreView *self);
/* "TITLE, as on 1 May 2026"; the title alone where there is no date. */
char *cadre_view_side (const CadreView *self);
char *cadre_view_subject (const CadreView *self, CadreRecordKind kind, guint32 row);

/* The nick of a value of a closed list, for programs. */
const char *cadre_view_nick (GType type, int value);
/* A value of a closed list in words: the phrase "PREFIX.nick". */
char *cadre_view_word (const CadreCatalogue *catalogue, const char *prefix, GType type, int value);

/* The rung of a post in a tier scale; -1 where it is not known. */
int cadre_view_rung (const CadreView *self, guint32 post, guint32 scale);
/* "tier 3"; of a joint post "tier 2 for A, tier 3 for B"; NULL where it is not
 * known. */
char *cadre_view_tier (const CadreView *self, guint32 post);

/* How many people are in a post, each once. */
guint cadre_view_count_holders (const CadreView *self, guint32 post);
gboolean cadre_view_is_outside (const CadreView *self, guint32 post);
/* Whether a row pools like posts: it stands for any number of them and is not a post. */
gboolean cadre_view_is_pooled (const CadreView *self, guint32 post);
/* The name of a post in a list, and whether it is not counted as a post there, since it pools
 * several or is one of others. */
char *cadre_view_listed_name (const CadreView *self, guint32 post);
/* How many rows pool like posts, without those of others. */
guint cadre_view_count_pooled (const CadreView *self);
/* Whether a post is for certain not in force on the date of its structure: one that
 * went, which a published list has once more, or one that begins later. */
gboolean cadre_view_is_not_in_force (const CadreView *self, guint32 post);
/* How many posts are not; pooled rows and posts of others are not counted as posts. */
guint cadre_view_count_not_in_force (const CadreView *self);
/* Whether a post counts: it is not of others, and not deferred. */
gboolean cadre_view_is_in_totals (const CadreView *self, guint32 post);

G_END_DECLS
