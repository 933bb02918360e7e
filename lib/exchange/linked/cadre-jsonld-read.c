/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* JSON-LD 1.1 into triples: node objects, nested or not, with inline contexts.
 * Lists, values by index, graphs by name and contexts of single properties are
 * not read, and remote contexts are never fetched. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "exchange/linked/cadre-graph-private.h"
#include "exchange/linked/cadre-jsonld-context-private.h"
#include <cadre/cadre-exchange-error.h>

#include <string.h>

/* A value that is yet to be read, and what it is a value of. */
typedef struct
{
  guint32 node;
  guint32 context;
  guint32 subject; /* string codes; 0 on the outermost level */
  guint32 property;
  guint32 type;     /* that the term gives to texts */
  guint32 language; /* likewise */
  gboolean is_reverse;
  CadreJsonldContainer container;
} JsonldItem;

typedef struct
{
  CadreGraph *graph;
  const CadreJsonTree *tree;
  CadreJsonldContexts contexts;
  GArray *items; /* (element-type JsonldItem) */
  guint32 rdf_type;
} JsonldReader;

static const CadreJsonNode *
get_node (JsonldReader *self, guint32 node)
{
  return &self->tree->nodes[node];
}

static void
report (JsonldReader *self, guint32 node)
{
  char *origin = cadre_issue_list_is_full (self->graph->gather->issues)
                   ? NULL
                   : cadre_json_tree_dup_pointer (self->tree, node);

  cadre_gather_report (self->graph->gather, "exchange.linked.json-ld", CADRE_SEVERITY_WARNING,
                       "This form of JSON-LD is not read; what stands here is left out", origin,
                       NULL);
}

static void
report_name (JsonldReader *self, guint32 node)
{
  char *origin = cadre_issue_list_is_full (self->graph->gather->issues)
                   ? NULL
                   : cadre_json_tree_dup_pointer (self->tree, node);

  cadre_gather_report (self->graph->gather, "exchange.linked.unknown-name", CADRE_SEVERITY_WARNING,
                       "No context says what the name stands for; it is left out", origin, NULL);
}

static guint32
intern (JsonldReader *self, const char *text)
{
  return cadre_gather_intern (self->graph->gather, text);
}

/* The member of a node that is a keyword, under its own name or another. */
static guint32
find_keyword (JsonldReader *self, guint32 context, guint32 node, const char *keyword)
{
  for (guint32 i = get_node (self, node)->first; i != 0; i = get_node (self, i)->next)
    {
      const char *name = cadre_json_tree_name (self->tree, i);
      const CadreJsonldTerm *term = NULL;

      if (strcmp (name, keyword) == 0)
        return i;
      term = cadre_jsonld_contexts_find (&self->contexts, context, get_node (self, i)->name);
      if (term != NULL && term->iri != 0 &&
          strcmp (cadre_string_table_get (self->tree->strings, term->iri), keyword) == 0)
        return i;
    }

  return 0;
}

static guint32
expand (JsonldReader *self, guint32 context, guint32 code, gboolean is_name)
{
  g_autofree char *iri =
    cadre_jsonld_contexts_expand (&self->contexts, context,
                                  cadre_string_table_get (self->tree->strings, code), is_name);

  return iri != NULL && iri[0] != '@' && iri[0] != '\0' ? intern (self, iri) : 0;
}

static void
add_triple (JsonldReader *self, const JsonldItem *item, guint32 object)
{
  const CadreTriple triple = {
    .subject = item->is_reverse ? object : item->subject,
    .property = item->property,
    .object = item->is_reverse ? item->subject : object,
  };

  if (item->property != 0 && object != 0)
    cadre_graph_add (self->graph, &triple);
}

static void
add_literal (JsonldReader *self, const JsonldItem *item, guint32 text, guint32 language)
{
  const CadreTriple triple = {
    .subject = item->subject,
    .property = item->property,
    .object = text,
    .language = language,
    .is_literal = TRUE,
  };

  if (item->is_reverse || item->property == 0)
    report (self, item->node);
  else
    cadre_graph_add (self->graph, &triple);
}

static gboolean
is_type (JsonldReader *self, const JsonldItem *item, const char *type)
{
  return item->type != 0 &&
         strcmp (cadre_string_table_get (self->tree->strings, item->type), type) == 0;
}

/* A text: an IRI or a literal, as the term says. */
static void
read_string (JsonldReader *self, const JsonldItem *item)
{
  guint32 text = get_node (self, item->node)->text;

  if (is_type (self, item, "@vocab"))
    add_triple (self, item, expand (self, item->context, text, TRUE));
  else if (is_type (self, item, "@id"))
    add_triple (self, item, expand (self, item->context, text, FALSE));
  else
    add_literal (self, item, text, item->type == 0 ? item->language : 0);
}

static void
read_plain (JsonldReader *self, const JsonldItem *item)
{
  int token = get_node (self, item->node)->token;

  if (token == CADRE_TOKEN_STRING)
    read_string (self, item);
  else if (token == CADRE_TOKEN_NUMBER)
    add_literal (self, item, get_node (self, item->node)->text, 0);
  else if (token != CADRE_TOKEN_NULL)
    add_literal (self, item, intern (self, token == CADRE_TOKEN_TRUE ? "true" : "false"), 0);
}

static void
read_children (JsonldReader *self, JsonldItem item)
{
  for (guint32 i = get_node (self, item.node)->first; i != 0; i = get_node (self, i)->next)
    {
      item.node = i;
      g_array_append_val (self->items, item);
    }
}

/* An object with @value. */
static void
read_value_object (JsonldReader *self, JsonldItem item, guint32 value)
{
  guint32 language = find_keyword (self, item.context, item.node, "@language");

  item.node = value;
  item.type = 0;
  item.language = 0;
  if (language != 0 && get_node (self, language)->token == CADRE_TOKEN_STRING)
    item.language = get_node (self, language)->text;

  if (get_node (self, value)->token == CADRE_TOKEN_BEGIN_OBJECT ||
      get_node (self, value)->token == CADRE_TOKEN_BEGIN_ARRAY)
    report (self, value);
  else
    read_plain (self, &item);
}

static void
read_languages (JsonldReader *self, JsonldItem item)
{
  guint32 map = item.node;

  item.container = CADRE_JSONLD_PLAIN;
  item.type = 0;
  for (guint32 i = get_node (self, map)->first; i != 0; i = get_node (self, i)->next)
    {
      gboolean is_none = strcmp (cadre_json_tree_name (self->tree, i), "@none") == 0;

      item.node = i;
      item.language = is_none ? 0 : get_node (self, i)->name;
      if (get_node (self, i)->token == CADRE_TOKEN_BEGIN_OBJECT)
        report (self, i);
      else
        g_array_append_val (self->items, item);
    }
}

static void
read_types (JsonldReader *self, guint32 context, guint32 subject, guint32 node)
{
  guint32 first =
    get_node (self, node)->token == CADRE_TOKEN_BEGIN_ARRAY ? get_node (self, node)->first : node;
  gboolean is_list = first != node;

  for (guint32 i = first; i != 0; i = is_list ? get_node (self, i)->next : 0)
    {
      JsonldItem item = { .node = i, .subject = subject, .property = self->rdf_type };

      if (get_node (self, i)->token == CADRE_TOKEN_STRING)
        add_triple (self, &item, expand (self, context, get_node (self, i)->text, TRUE));
      else
        report (self, i);
    }
}

/* The value of a property of a node. */
static void
add_property (JsonldReader *self, guint32 context, guint32 subject, guint32 node, gboolean reverse)
{
  guint32 name = get_node (self, node)->name;
  guint32 property = expand (self, context, name, TRUE);
  const CadreJsonldTerm *term = cadre_jsonld_contexts_find (&self->contexts, context, name);
  JsonldItem item = {
    .node = node,
    .context = context,
    .subject = subject,
    .property = property,
    .language = cadre_jsonld_contexts_language (&self->contexts, context),
    .is_reverse = reverse,
  };

  if (term != NULL)
    {
      item.type = term->type;
      item.language = term->has_language ? term->language : item.language;
      item.is_reverse = reverse != term->is_reverse;
      item.container = term->container;
    }

  if (property == 0)
    report_name (self, node);
  else if (item.container >= CADRE_JSONLD_LIST)
    report (self, node);
  else
    g_array_append_val (self->items, item);
}

static void
read_reverse (JsonldReader *self, guint32 context, guint32 subject, guint32 node)
{
  if (get_node (self, node)->token != CADRE_TOKEN_BEGIN_OBJECT)
    {
      report (self, node);
      return;
    }

  for (guint32 i = get_node (self, node)->first; i != 0; i = get_node (self, i)->next)
    add_property (self, context, subject, i, TRUE);
}

/* The keyword that a name stands for, or NULL. */
static const char *
get_keyword (JsonldReader *self, guint32 context, guint32 node)
{
  const char *name = cadre_json_tree_name (self->tree, node);
  const CadreJsonldTerm *term =
    cadre_jsonld_contexts_find (&self->contexts, context, get_node (self, node)->name);

  if (!g_str_has_prefix (name, "@") && term != NULL && term->iri != 0)
    name = cadre_string_table_get (self->tree->strings, term->iri);
  return g_str_has_prefix (name, "@") ? name : NULL;
}

static void
read_member (JsonldReader *self, guint32 context, guint32 subject, guint32 node)
{
  const char *keyword = get_keyword (self, context, node);
  const JsonldItem outermost = { .node = node, .context = context };

  if (keyword == NULL)
    add_property (self, context, subject, node, FALSE);
  else if (strcmp (keyword, "@type") == 0)
    read_types (self, context, subject, node);
  else if (strcmp (keyword, "@graph") == 0 || strcmp (keyword, "@included") == 0)
    g_array_append_val (self->items, outermost);
  else if (strcmp (keyword, "@reverse") == 0)
    read_reverse (self, context, subject, node);
  else if (strcmp (keyword, "@id") != 0 && strcmp (keyword, "@context") != 0 &&
           strcmp (keyword, "@index") != 0)
    report (self, node);
}

static void
read_node_object (JsonldReader *self, const JsonldItem *item)
{
  guint32 id = find_keyword (self, item->context, item->node, "@id");
  guint32 subject = 0;

  if (id != 0 && get_node (self, id)->token == CADRE_TOKEN_STRING)
    subject = expand (self, item->context, get_node (self, id)->text, FALSE);
  if (subject == 0)
    subject = cadre_graph_new_blank (self->graph);

  add_triple (self, item, subject);
  for (guint32 i = get_node (self, item->node)->first; i != 0; i = get_node (self, i)->next)
    read_member (self, item->context, subject, i);
}

static gboolean
read_object (JsonldReader *self, JsonldItem item, GError **error)
{
  guint32 context = cadre_json_tree_find (self->tree, item.node, "@context");
  guint32 value = 0;

  if (item.container == CADRE_JSONLD_LANGUAGES)
    {
      read_languages (self, item);
      return TRUE;
    }
  if (context != 0 && !cadre_jsonld_contexts_add (&self->contexts, &item.context, context, error))
    return FALSE;

  value = find_keyword (self, item.context, item.node, "@value");
  if (value != 0)
    {
      read_value_object (self, item, value);
      return TRUE;
    }
  value = find_keyword (self, item.context, item.node, "@set");
  if (value != 0)
    {
      item.node = value;
      g_array_append_val (self->items, item);
    }
  else if (find_keyword (self, item.context, item.node, "@list") != 0)
    report (self, item.node);
  else
    read_node_object (self, &item);

  return TRUE;
}

static gboolean
read_item (JsonldReader *self, const JsonldItem *item, GError **error)
{
  int token = get_node (self, item->node)->token;

  if (token == CADRE_TOKEN_BEGIN_OBJECT)
    return read_object (self, *item, error);
  if (token == CADRE_TOKEN_BEGIN_ARRAY)
    read_children (self, *item);
  else if (item->property != 0)
    read_plain (self, item);
  else
    report (self, item->node);

  return TRUE;
}

static gboolean
read_items (JsonldReader *self, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < self->items->len && self->graph->gather->error == NULL; i++)
    {
      /* A copy: more items come in while this one is read. */
      const JsonldItem item = g_array_index (self->items, JsonldItem, i);

      if (i % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!read_item (self, &item, error))
        return FALSE;
    }

  if (self->contexts.has_unread)
    report (self, 0);
  return TRUE;
}

gboolean
cadre_graph_read_json (CadreGraph *self,
                       GBytes *bytes,
                       CadreLimits *limits,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, limits);
  g_autoptr (CadreJsonTree) tree =
    cadre_json_tree_new (self->gather->tables->strings, reader, cancellable, error);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (JsonldItem));
  const JsonldItem first = { .context = CADRE_JSONLD_NO_CONTEXT };
  JsonldReader json = { .graph = self, .tree = tree, .items = items };
  gboolean ok = FALSE;

  if (tree == NULL)
    return FALSE;

  cadre_jsonld_contexts_init (&json.contexts, tree);
  json.rdf_type =
    cadre_gather_intern (self->gather, "http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
  g_array_append_val (items, first);
  ok = read_items (&json, cancellable, error);
  cadre_jsonld_contexts_clear (&json.contexts);

  return ok;
}
