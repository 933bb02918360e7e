/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "exchange/linked/cadre-jsonld-context-private.h"
#include <cadre/cadre-exchange-error.h>

#include <string.h>

#define MAX_STEPS 16  /* from a name to its IRI, through other names */
#define MAX_IRI 4096  /* bytes: what is longer is taken for no IRI */
#define MAX_DEPTH 256 /* contexts on top of each other */

typedef struct
{
  guint32 parent;
  guint depth;
  GHashTable *terms; /* string code of a name to its place in the terms, from 1 */
  guint32 language;
  guint32 vocab;
  guint32 base;
  gboolean has_language; /* whether they are said, if only that there is none */
  gboolean has_vocab;
  gboolean has_base;
} JsonldContext;

static void
clear_context (gpointer data)
{
  g_hash_table_unref (((JsonldContext *) data)->terms);
}

void
cadre_jsonld_contexts_init (CadreJsonldContexts *self, const CadreJsonTree *tree)
{
  *self = (CadreJsonldContexts){
    .tree = tree,
    .contexts = g_array_new (FALSE, FALSE, sizeof (JsonldContext)),
    .terms = g_array_new (FALSE, FALSE, sizeof (CadreJsonldTerm)),
  };
  g_array_set_clear_func (self->contexts, clear_context);
}

void
cadre_jsonld_contexts_clear (CadreJsonldContexts *self)
{
  g_clear_pointer (&self->contexts, g_array_unref);
  g_clear_pointer (&self->terms, g_array_unref);
}

static JsonldContext *
get_context (const CadreJsonldContexts *self, guint32 context)
{
  return &g_array_index (self->contexts, JsonldContext, context);
}

static const CadreJsonNode *
get_node (const CadreJsonldContexts *self, guint32 node)
{
  return &self->tree->nodes[node];
}

/* The code of a string, or 0. */
static guint32
get_string (const CadreJsonldContexts *self, guint32 node)
{
  return node != 0 && get_node (self, node)->token == CADRE_TOKEN_STRING
           ? get_node (self, node)->text
           : 0;
}

static CadreJsonldContainer
get_container (const CadreJsonldContexts *self, guint32 node)
{
  const char *name = NULL;

  if (node != 0 && get_node (self, node)->token == CADRE_TOKEN_BEGIN_ARRAY)
    node = get_node (self, node)->first;
  if (node == 0 || get_node (self, node)->token != CADRE_TOKEN_STRING)
    return CADRE_JSONLD_PLAIN;

  name = cadre_json_tree_text (self->tree, node);
  if (strcmp (name, "@set") == 0)
    return CADRE_JSONLD_PLAIN;
  if (strcmp (name, "@language") == 0)
    return CADRE_JSONLD_LANGUAGES;

  return strcmp (name, "@list") == 0 ? CADRE_JSONLD_LIST : CADRE_JSONLD_OTHER;
}

static CadreJsonldTerm
read_definition (CadreJsonldContexts *self, guint32 node)
{
  const CadreJsonTree *tree = self->tree;
  guint32 reverse = cadre_json_tree_find (tree, node, "@reverse");
  guint32 language = cadre_json_tree_find (tree, node, "@language");
  guint32 iri = cadre_json_tree_find (tree, node, "@id");
  CadreJsonldTerm term = {
    .iri = get_string (self, reverse != 0 ? reverse : iri),
    .type = get_string (self, cadre_json_tree_find (tree, node, "@type")),
    .language = get_string (self, language),
    .has_language = language != 0,
    .is_reverse = reverse != 0,
    .container = get_container (self, cadre_json_tree_find (tree, node, "@container")),
  };

  if (cadre_json_tree_find (tree, node, "@context") != 0)
    self->has_unread = TRUE;
  /* Without an IRI the name itself is expanded. */
  if (iri == 0 && reverse == 0)
    term.iri = get_node (self, node)->name;
  return term;
}

static void
add_term (CadreJsonldContexts *self, guint32 context, guint32 node)
{
  CadreJsonldTerm term = { 0 };

  if (get_node (self, node)->token == CADRE_TOKEN_STRING)
    term.iri = get_node (self, node)->text;
  else if (get_node (self, node)->token == CADRE_TOKEN_BEGIN_OBJECT)
    term = read_definition (self, node);
  else if (get_node (self, node)->token != CADRE_TOKEN_NULL)
    self->has_unread = TRUE;

  g_array_append_val (self->terms, term);
  g_hash_table_insert (get_context (self, context)->terms,
                       GUINT_TO_POINTER (get_node (self, node)->name),
                       GUINT_TO_POINTER (self->terms->len));
}

static gboolean
set_remote_error (GError **error)
{
  g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_UNSUPPORTED,
                       "The document names a context that stands elsewhere, and nothing is "
                       "fetched: put the context into the document");
  return FALSE;
}

static gboolean
read_keyword (CadreJsonldContexts *self, guint32 context, guint32 node, GError **error)
{
  const char *name = cadre_json_tree_name (self->tree, node);
  JsonldContext *scope = get_context (self, context);

  if (strcmp (name, "@import") == 0)
    return set_remote_error (error);

  if (strcmp (name, "@language") == 0)
    {
      scope->language = get_string (self, node);
      scope->has_language = TRUE;
    }
  else if (strcmp (name, "@vocab") == 0)
    {
      scope->vocab = get_string (self, node);
      scope->has_vocab = TRUE;
    }
  else if (strcmp (name, "@base") == 0)
    {
      scope->base = get_string (self, node);
      scope->has_base = TRUE;
    }
  else if (strcmp (name, "@version") != 0 && strcmp (name, "@protected") != 0)
    self->has_unread = TRUE;

  return TRUE;
}

static gboolean
add_object (CadreJsonldContexts *self, guint32 *context, guint32 node, GError **error)
{
  JsonldContext scope = { .parent = *context };

  if (*context != CADRE_JSONLD_NO_CONTEXT)
    scope.depth = get_context (self, *context)->depth + 1;
  if (scope.depth > MAX_DEPTH)
    {
      g_set_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FORM,
                   "More than %d contexts stand on top of each other", MAX_DEPTH);
      return FALSE;
    }

  scope.terms = g_hash_table_new (NULL, NULL);
  *context = self->contexts->len;
  g_array_append_val (self->contexts, scope);
  for (guint32 i = get_node (self, node)->first; i != 0; i = get_node (self, i)->next)
    if (!g_str_has_prefix (cadre_json_tree_name (self->tree, i), "@"))
      add_term (self, *context, i);
    else if (!read_keyword (self, *context, i, error))
      return FALSE;

  return TRUE;
}

static gboolean
add_one (CadreJsonldContexts *self, guint32 *context, guint32 node, GError **error)
{
  int token = get_node (self, node)->token;

  if (token == CADRE_TOKEN_BEGIN_OBJECT)
    return add_object (self, context, node, error);
  if (token == CADRE_TOKEN_STRING)
    return set_remote_error (error);

  if (token == CADRE_TOKEN_NULL)
    *context = CADRE_JSONLD_NO_CONTEXT;
  else
    self->has_unread = TRUE;
  return TRUE;
}

gboolean
cadre_jsonld_contexts_add (CadreJsonldContexts *self,
                           guint32 *context,
                           guint32 node,
                           GError **error)
{
  if (get_node (self, node)->token != CADRE_TOKEN_BEGIN_ARRAY)
    return add_one (self, context, node, error);

  for (guint32 i = get_node (self, node)->first; i != 0; i = get_node (self, i)->next)
    if (!add_one (self, context, i, error))
      return FALSE;

  return TRUE;
}

const CadreJsonldTerm *
cadre_jsonld_contexts_find (const CadreJsonldContexts *self, guint32 context, guint32 name)
{
  for (; context != CADRE_JSONLD_NO_CONTEXT; context = get_context (self, context)->parent)
    {
      guint place = GPOINTER_TO_UINT (
        g_hash_table_lookup (get_context (self, context)->terms, GUINT_TO_POINTER (name)));

      if (place != 0)
        return &g_array_index (self->terms, CadreJsonldTerm, place - 1);
    }

  return NULL;
}

guint32
cadre_jsonld_contexts_language (const CadreJsonldContexts *self, guint32 context)
{
  for (; context != CADRE_JSONLD_NO_CONTEXT; context = get_context (self, context)->parent)
    if (get_context (self, context)->has_language)
      return get_context (self, context)->language;

  return 0;
}

static const char *
get_vocab (const CadreJsonldContexts *self, guint32 context)
{
  for (; context != CADRE_JSONLD_NO_CONTEXT; context = get_context (self, context)->parent)
    if (get_context (self, context)->has_vocab)
      return cadre_string_table_get (self->tree->strings, get_context (self, context)->vocab);

  return NULL;
}

static const char *
get_base (const CadreJsonldContexts *self, guint32 context)
{
  for (; context != CADRE_JSONLD_NO_CONTEXT; context = get_context (self, context)->parent)
    if (get_context (self, context)->has_base)
      return cadre_string_table_get (self->tree->strings, get_context (self, context)->base);

  return NULL;
}

static const CadreJsonldTerm *
find_text (const CadreJsonldContexts *self, guint32 context, const char *text, gsize length)
{
  guint32 code = cadre_string_table_lookup (self->tree->strings, text, length);

  return code >= CADRE_STRING_FIRST ? cadre_jsonld_contexts_find (self, context, code) : NULL;
}

static char *
join (const char *first, const char *second)
{
  return strlen (first) + strlen (second) <= MAX_IRI ? g_strconcat (first, second, NULL) : NULL;
}

/* One step from a text to what its term, or the term before its colon, stands
 * for; the text itself where there is no such term, NULL where it stands for
 * nothing. */
static char *
step (const CadreJsonldContexts *self, guint32 context, const char *text, gboolean is_name)
{
  const char *colon = strchr (text, ':');
  const char *rest = "";
  const char *iri = NULL;
  const CadreJsonldTerm *term = is_name ? find_text (self, context, text, strlen (text)) : NULL;

  iri = term != NULL ? cadre_string_table_get (self->tree->strings, term->iri) : NULL;
  if (term != NULL && iri == NULL)
    return NULL;

  /* A term may stand for itself: then it is its prefix that stands for more. */
  if ((term == NULL || strcmp (iri, text) == 0) && colon != NULL && text[0] != '_' &&
      strncmp (colon, "://", 3) != 0)
    {
      term = find_text (self, context, text, (gsize) (colon - text));
      iri = term != NULL ? cadre_string_table_get (self->tree->strings, term->iri) : NULL;
      rest = colon + 1;
    }

  return iri != NULL ? join (iri, rest) : g_strdup (text);
}

static char *
resolve (const char *base, const char *text)
{
  char *iri = NULL;

  if (base != NULL && strlen (base) <= MAX_IRI && strlen (text) <= MAX_IRI)
    iri = g_uri_resolve_relative (base, text, G_URI_FLAGS_ENCODED, NULL);
  return iri != NULL ? iri : g_strdup (text);
}

char *
cadre_jsonld_contexts_expand (const CadreJsonldContexts *self,
                              guint32 context,
                              const char *text,
                              gboolean is_name)
{
  g_autofree char *iri = g_strdup (text);

  for (guint i = 0; i < MAX_STEPS && iri != NULL && iri[0] != '@'; i++)
    {
      g_autofree char *before = g_steal_pointer (&iri);

      iri = step (self, context, before, is_name);
      if (g_strcmp0 (iri, before) == 0)
        break;
    }

  if (iri == NULL || iri[0] == '@' || strchr (iri, ':') != NULL)
    return g_steal_pointer (&iri);
  if (is_name)
    return get_vocab (self, context) != NULL ? join (get_vocab (self, context), iri) : NULL;

  return resolve (get_base (self, context), iri);
}
