/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Turtle into triples, through serd. */

#include "config.h"

#include "exchange/linked/cadre-graph-private.h"
#include <cadre/cadre-exchange-error.h>

#ifdef HAVE_SERD

#include <cadre/cadre-document.h>

#include <serd/serd.h>
#include <string.h>

#define MAX_NESTING 256 /* serd calls itself for each bracket */

typedef struct
{
  CadreGraph *graph;
  SerdEnv *env;
  GCancellable *cancellable;
  guint line; /* of the first error; 0 where there is none */
  guint column;
} TurtleReader;

/* The end of what begins with a quotation mark. */
static const char *
skip_string (const char *c)
{
  char quote = *c;
  gboolean is_long = c[1] == quote && c[2] == quote;

  if (!is_long && c[1] == quote)
    return c + 2;

  for (c += is_long ? 3 : 1; *c != '\0'; c++)
    {
      if (*c == '\\' && c[1] != '\0')
        c++;
      else if (*c == quote && (!is_long || (c[1] == quote && c[2] == quote)))
        return c + (is_long ? 3 : 1);
      else if (*c == '\n' && !is_long)
        return c;
    }

  return c;
}

/* The end of a comment, an IRI or a string, where one begins; else the next
 * character. */
static const char *
skip_token (const char *c)
{
  if (*c == '"' || *c == '\'')
    return skip_string (c);
  if (*c == '\\' && c[1] != '\0')
    return c + 2;
  if (*c == '#')
    return c + strcspn (c, "\n\r");
  if (*c == '<')
    {
      c += strcspn (c, "> \n\r\t");
      return *c == '>' ? c + 1 : c;
    }

  return c + 1;
}

/* How many brackets are open at once at most. */
static guint
measure_nesting (const char *text)
{
  guint depth = 0;
  guint deepest = 0;

  while (*text != '\0')
    {
      if (*text == '[' || *text == '(')
        depth++;
      else if ((*text == ']' || *text == ')') && depth > 0)
        depth--;
      deepest = MAX (deepest, depth);
      text = skip_token (text);
    }

  return deepest;
}

static gboolean
check_text (const char *text, gsize length, CadreLimits *limits, GError **error)
{
  g_autoptr (CadreLimits) bounded = cadre_limits_new_bounded ();
  CadreLimits *used = limits != NULL ? limits : bounded;
  guint max_depth = MIN (cadre_limits_get_max_depth (used), MAX_NESTING);

  if (length > cadre_limits_get_max_bytes (used))
    {
      g_set_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_BYTES,
                   "The document has more than %" G_GUINT64_FORMAT " bytes",
                   cadre_limits_get_max_bytes (used));
      return FALSE;
    }
  if (!g_utf8_validate (text, (gssize) length, NULL))
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FORM,
                           "The document is not UTF-8, or it has a NUL in it");
      return FALSE;
    }
  if (measure_nesting (text) > max_depth)
    {
      g_set_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_DEPTH,
                   "Brackets are open more than %u deep", max_depth);
      return FALSE;
    }

  return TRUE;
}

static SerdStatus
set_base (void *handle, const SerdNode *uri)
{
  return serd_env_set_base_uri (((TurtleReader *) handle)->env, uri);
}

static SerdStatus
set_prefix (void *handle, const SerdNode *name, const SerdNode *uri)
{
  return serd_env_set_prefix (((TurtleReader *) handle)->env, name, uri);
}

/* The code of a node; 0 where its prefix is not known. An IRI that is relative
 * to nothing stays as it is. */
static guint32
intern_node (TurtleReader *self, const SerdNode *node)
{
  g_autofree char *blank = NULL;
  SerdNode expanded = SERD_NODE_NULL;
  guint32 code = 0;

  if (node->type == SERD_BLANK)
    {
      blank = g_strconcat ("_:", (const char *) node->buf, NULL);
      return cadre_gather_intern (self->graph->gather, blank);
    }

  if (node->type == SERD_CURIE ||
      (node->type == SERD_URI && !serd_uri_string_has_scheme (node->buf)))
    expanded = serd_env_expand_node (self->env, node);
  if (expanded.buf != NULL)
    code = cadre_gather_intern (self->graph->gather, (const char *) expanded.buf);
  else if (node->type != SERD_CURIE)
    code = cadre_gather_intern (self->graph->gather, (const char *) node->buf);
  serd_node_free (&expanded);

  return code;
}

static SerdStatus
add_statement (void *handle,
               SerdStatementFlags flags,
               const SerdNode *graph,
               const SerdNode *subject,
               const SerdNode *predicate,
               const SerdNode *object,
               const SerdNode *datatype,
               const SerdNode *language)
{
  TurtleReader *self = handle;
  const CadreTriple triple = {
    .subject = intern_node (self, subject),
    .property = intern_node (self, predicate),
    .object = intern_node (self, object),
    .language = language != NULL && language->buf != NULL ? intern_node (self, language) : 0,
    .is_literal = object->type == SERD_LITERAL,
  };

  if (triple.subject == 0 || triple.property == 0 || triple.object == 0)
    return SERD_ERR_BAD_CURIE;

  cadre_graph_add (self->graph, &triple);
  return self->graph->gather->error == NULL && !g_cancellable_is_cancelled (self->cancellable)
           ? SERD_SUCCESS
           : SERD_FAILURE;
}

static SerdStatus
note_error (void *handle, const SerdError *fault)
{
  TurtleReader *self = handle;

  if (self->line == 0)
    {
      self->line = fault->line;
      self->column = fault->col;
    }

  return SERD_SUCCESS;
}

static gboolean
settle_error (TurtleReader *self, SerdStatus status, GError **error)
{
  /* What the gatherer has kept comes first, and is passed on by it. */
  if (self->graph->gather->error != NULL)
    return TRUE;
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (status == SERD_SUCCESS || (status == SERD_FAILURE && self->line == 0))
    return TRUE;

  g_set_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FORM,
               "The document is not Turtle at line %u, column %u", self->line, self->column);
  return FALSE;
}

gboolean
cadre_graph_read_turtle (CadreGraph *self,
                         GBytes *bytes,
                         CadreLimits *limits,
                         GCancellable *cancellable,
                         GError **error)
{
  gsize length = 0;
  const char *data = g_bytes_get_data (bytes, &length);
  g_autofree char *text = NULL;
  TurtleReader turtle = { .graph = self, .cancellable = cancellable };
  SerdReader *reader = NULL;
  SerdStatus status = SERD_SUCCESS;

  /* An empty graph, which serd does not know. */
  if (length == 0)
    return TRUE;

  text = g_try_malloc (length + 1);
  if (text == NULL)
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_MEMORY,
                           "There is not enough memory for the document");
      return FALSE;
    }
  memcpy (text, data, length);
  text[length] = '\0';
  if (!check_text (text, length, limits, error))
    return FALSE;

  turtle.env = serd_env_new (NULL);
  reader = serd_reader_new (SERD_TURTLE, &turtle, NULL, set_base, set_prefix, add_statement, NULL);
  serd_reader_set_strict (reader, TRUE);
  serd_reader_set_error_sink (reader, note_error, &turtle);
  status = serd_reader_read_string (reader, (const uint8_t *) text);
  serd_reader_free (reader);
  serd_env_free (turtle.env);

  return settle_error (&turtle, status, error);
}

#else

gboolean
cadre_graph_read_turtle (CadreGraph *self,
                         GBytes *bytes,
                         CadreLimits *limits,
                         GCancellable *cancellable,
                         GError **error)
{
  g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_UNSUPPORTED,
                       "The library was built without the means to read Turtle");
  return FALSE;
}

#endif
