/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "report/cadre-view-private.h"

G_BEGIN_DECLS

/* A value of a field as people write it. @text is as in documents, such as
 * 2008-01-23, 37/2, slotting-in or an id, which becomes the name of what it
 * leads to. NULL is "not stated". */
char *cadre_view_value (const CadreView *self, const CadreField *field, const char *text);
/* The same of a value as JSON text; NULL is what a row has that is silent. */
char *cadre_view_json_value (const CadreView *self, const CadreField *field, const char *json);
/* What is named by its kind and id, as "unit/cesc", or the post of an id alone. */
char *cadre_view_name_of_subject (const CadreView *self, const char *text);
/* The name of a post by its id; the id where there is no such post. */
char *cadre_view_post_name (const CadreView *self, const char *id);
/* The names of posts, with commas between them. */
char *cadre_view_post_names (const CadreView *self, const char *const *ids);
/* The same, with each of several in quotes: a title may have commas in it. */
char *cadre_view_quoted_post_names (const CadreView *self, const char *const *ids);
/* One name as it is; of several each in quotes: `"A", "B" and "C"`. */
char *cadre_catalogue_quote_names (const CadreCatalogue *self, GPtrArray *names);
/* What a field is called: the phrase "field.NAME". */
char *cadre_view_field_name (const CadreCatalogue *catalogue, const char *name);

G_END_DECLS
