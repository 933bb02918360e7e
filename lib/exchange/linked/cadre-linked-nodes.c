/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "exchange/linked/cadre-linked-nodes-private.h"
#include "exchange/linked/cadre-linked-terms-private.h"
#include <cadre/cadre-exchange-error.h>

#include <string.h>

static const char *const term_names[] = {
  [CADRE_TERM_TYPE] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
  [CADRE_TERM_POST_IN] = "org:postIn",
  [CADRE_TERM_REPORTS_TO] = "org:reportsTo",
  [CADRE_TERM_HELD_BY] = "org:heldBy",
  [CADRE_TERM_MEMBER] = "org:member",
  [CADRE_TERM_MEMBER_OF] = "org:memberOf",
  [CADRE_TERM_MEMBER_DURING] = "org:memberDuring",
  [CADRE_TERM_ORGANIZATION] = "org:organization",
  [CADRE_TERM_ON_BEHALF_OF] = "opengov:onBehalfOf",
  [CADRE_TERM_POST] = "opengov:post",
  [CADRE_TERM_UNIT_OF] = "org:unitOf",
  [CADRE_TERM_SUB_ORGANIZATION_OF] = "org:subOrganizationOf",
  [CADRE_TERM_SITE_OF] = "org:siteOf",
  [CADRE_TERM_HAS_SITE] = "org:hasSite",
  [CADRE_TERM_ORIGINAL] = "org:originalOrganization",
  [CADRE_TERM_RESULTING] = "org:resultingOrganization",
  [CADRE_TERM_HAS_BEGINNING] = "time:hasBeginning",
  [CADRE_TERM_HAS_END] = "time:hasEnd",
  [CADRE_TERM_NAME] = "schema:name",
  [CADRE_TERM_COVERAGE] = "schema:temporalCoverage",
  [CADRE_TERM_LANGUAGE] = "schema:inLanguage",
  [CADRE_TERM_CITATION] = "schema:citation",
  [CADRE_TERM_LICENCE] = "schema:license",
  [CADRE_TERM_DESCRIPTION] = "schema:description",
};
G_STATIC_ASSERT (G_N_ELEMENTS (term_names) == CADRE_N_TERMS);

/* Properties that say the same the other way round, or in another word. */
static const struct
{
  const char *other;
  const char *term;
  gboolean is_inverse;
} others[] = {
  { "org:hasPost", "org:postIn", TRUE },
  { "org:holds", "org:heldBy", TRUE },
  { "org:hasMembership", "org:member", TRUE },
  { "org:hasMember", "org:memberOf", TRUE },
  { "org:hasUnit", "org:unitOf", TRUE },
  { "org:hasSubOrganization", "org:subOrganizationOf", TRUE },
  { "org:changedBy", "org:originalOrganization", TRUE },
  { "org:resultedFrom", "org:resultingOrganization", TRUE },
  { "opengov:heldThrough", "opengov:post", TRUE },
  { "schema:validUntil", "schema:validThrough", FALSE },
};

/* What a class says that its members are; the plain organisation is only what
 * nothing else is. */
static const struct
{
  const char *name;
  guint8 kind;
  gboolean is_weak;
} classes[] = {
  { "org:FormalOrganization", CADRE_RECORD_KIND_ORGANISATION, FALSE },
  { "org:OrganizationalUnit", CADRE_RECORD_KIND_UNIT, FALSE },
  { "org:OrganizationalCollaboration", CADRE_RECORD_KIND_BODY, FALSE },
  { "cadre:Body", CADRE_RECORD_KIND_BODY, FALSE },
  { "org:Post", CADRE_RECORD_KIND_POST, FALSE },
  { "org:Membership", CADRE_RECORD_KIND_ASSIGNMENT, FALSE },
  { "org:Site", CADRE_RECORD_KIND_SITE, FALSE },
  { "org:ChangeEvent", CADRE_RECORD_KIND_SUCCESSION, FALSE },
  { "foaf:Person", CADRE_RECORD_KIND_PERSON, FALSE },
  { "schema:Person", CADRE_RECORD_KIND_PERSON, FALSE },
  { "schema:Dataset", CADRE_NODE_HEAD, FALSE },
  { "time:Interval", CADRE_NODE_PART, FALSE },
  { "time:Instant", CADRE_NODE_PART, FALSE },
  { "org:Organization", CADRE_RECORD_KIND_ORGANISATION, TRUE },
  { "foaf:Organization", CADRE_RECORD_KIND_ORGANISATION, TRUE },
  { "schema:Organization", CADRE_RECORD_KIND_ORGANISATION, TRUE },
};

/* What the ends of a property are, where no class says so. */
static const struct
{
  guint8 term;
  guint8 subject;
  guint8 object;
  gboolean is_weak; /* other properties know better */
} uses[] = {
  { CADRE_TERM_POST_IN, CADRE_RECORD_KIND_POST, CADRE_RECORD_KIND_ORGANISATION, FALSE },
  { CADRE_TERM_HELD_BY, CADRE_RECORD_KIND_POST, CADRE_RECORD_KIND_PERSON, FALSE },
  { CADRE_TERM_MEMBER, CADRE_RECORD_KIND_ASSIGNMENT, CADRE_RECORD_KIND_PERSON, FALSE },
  { CADRE_TERM_MEMBER_OF, CADRE_RECORD_KIND_PERSON, CADRE_RECORD_KIND_ORGANISATION, FALSE },
  { CADRE_TERM_MEMBER_DURING, CADRE_RECORD_KIND_ASSIGNMENT, CADRE_NODE_PART, FALSE },
  { CADRE_TERM_POST, CADRE_RECORD_KIND_ASSIGNMENT, CADRE_RECORD_KIND_POST, FALSE },
  { CADRE_TERM_UNIT_OF, CADRE_RECORD_KIND_UNIT, CADRE_RECORD_KIND_ORGANISATION, FALSE },
  { CADRE_TERM_SITE_OF, CADRE_RECORD_KIND_SITE, CADRE_RECORD_KIND_ORGANISATION, FALSE },
  { CADRE_TERM_HAS_BEGINNING, CADRE_NODE_PART, CADRE_NODE_PART, FALSE },
  { CADRE_TERM_HAS_END, CADRE_NODE_PART, CADRE_NODE_PART, FALSE },
  { CADRE_TERM_ORGANIZATION, CADRE_RECORD_KIND_ASSIGNMENT, CADRE_RECORD_KIND_ORGANISATION, TRUE },
  { CADRE_TERM_REPORTS_TO, CADRE_RECORD_KIND_POST, CADRE_RECORD_KIND_POST, TRUE },
  { CADRE_TERM_ORIGINAL, CADRE_RECORD_KIND_SUCCESSION, CADRE_RECORD_KIND_ORGANISATION, TRUE },
  { CADRE_TERM_RESULTING, CADRE_RECORD_KIND_SUCCESSION, CADRE_RECORD_KIND_ORGANISATION, TRUE },
  { CADRE_TERM_SUB_ORGANIZATION_OF, CADRE_RECORD_KIND_ORGANISATION, CADRE_RECORD_KIND_ORGANISATION,
    TRUE },
};

static guint32
intern_term (CadreLinkedNodes *self, const char *term)
{
  g_autofree char *iri = cadre_linked_expand_term (term);

  return cadre_gather_intern (self->gather, iri);
}

/* The namespace of schema.org is in use with and without the s. */
static void
settle_schema_org (CadreLinkedNodes *self, guint32 *code)
{
  static const char secure[] = "https://schema.org/";
  const char *text = cadre_tables_text (self->gather->tables, *code);
  g_autofree char *plain = NULL;

  if (!g_str_has_prefix (text, secure))
    return;

  plain = g_strconcat ("http://schema.org/", text + strlen (secure), NULL);
  *code = cadre_gather_intern (self->gather, plain);
}

/* Brings properties into the words that are known here. */
static void
settle_properties (CadreLinkedNodes *self)
{
  guint32 from[G_N_ELEMENTS (others)];
  guint32 to[G_N_ELEMENTS (others)];

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      from[i] = intern_term (self, others[i].other);
      to[i] = intern_term (self, others[i].term);
    }

  for (guint32 k = 0; k < self->graph->n_triples && self->gather->error == NULL; k++)
    {
      CadreTriple *triple = &self->graph->triples[k];
      guint32 object = triple->object;

      settle_schema_org (self, &triple->property);
      if (triple->property == self->terms[CADRE_TERM_TYPE])
        settle_schema_org (self, &triple->object);
      for (guint i = 0; i < G_N_ELEMENTS (others); i++)
        if (triple->property == from[i] && !(others[i].is_inverse && triple->is_literal))
          {
            triple->property = to[i];
            triple->object = others[i].is_inverse ? triple->subject : object;
            triple->subject = others[i].is_inverse ? object : triple->subject;
            break;
          }
    }
}

/* Nodes in the order in which something is first said of them. */
static void
find_nodes (CadreLinkedNodes *self)
{
  guint32 place = 0;

  for (guint32 i = 0; i < self->n_codes; i++)
    self->node_of[i] = CADRE_NO_NODE;

  for (guint32 k = 0; k < self->graph->n_triples; k++)
    {
      guint32 subject = self->graph->triples[k].subject;

      if (self->node_of[subject] == CADRE_NO_NODE)
        {
          self->node_of[subject] = self->n_nodes;
          self->nodes[self->n_nodes++] =
            (CadreLinkedNode){ .code = subject, .row = CADRE_NO_ROW, .kind = CADRE_NODE_UNKNOWN };
        }
      self->nodes[self->node_of[subject]].n_triples++;
    }

  for (guint32 i = 0; i < self->n_nodes; i++)
    {
      self->nodes[i].first = place;
      place += self->nodes[i].n_triples;
      self->nodes[i].n_triples = 0;
    }
  for (guint32 k = 0; k < self->graph->n_triples; k++)
    {
      CadreLinkedNode *node = &self->nodes[self->node_of[self->graph->triples[k].subject]];

      self->order[node->first + node->n_triples++] = k;
    }
}

static int
compare_triples (gconstpointer a, gconstpointer b, gpointer data)
{
  const CadreTriple *triples = data;
  guint32 i = *(const guint32 *) a;
  guint32 k = *(const guint32 *) b;
  const guint32 x[] = { triples[i].property, triples[i].object, triples[i].language,
                        (guint32) triples[i].is_literal, i };
  const guint32 y[] = { triples[k].property, triples[k].object, triples[k].language,
                        (guint32) triples[k].is_literal, k };

  for (guint part = 0; part < G_N_ELEMENTS (x); part++)
    if (x[part] != y[part])
      return x[part] < y[part] ? -1 : 1;

  return 0;
}

static gboolean
is_same (const CadreTriple *a, const CadreTriple *b)
{
  return a->property == b->property && a->object == b->object && a->language == b->language &&
         a->is_literal == b->is_literal;
}

/* A graph is a set: what is said twice is said once. Doubles are marked by
 * taking their property away, and then left out of the order. */
static void
drop_doubles (CadreLinkedNodes *self, CadreLinkedNode *node)
{
  CadreTriple *triples = self->graph->triples;
  guint32 *order = self->order + node->first;
  guint32 n = node->n_triples;
  g_autofree guint32 *sorted = g_new (guint32, n + 1);

  memcpy (sorted, order, n * sizeof (guint32));
  g_qsort_with_data (sorted, (gint) n, sizeof (guint32), compare_triples, triples);
  for (guint32 i = n; i > 1; i--)
    if (is_same (&triples[sorted[i - 1]], &triples[sorted[i - 2]]))
      triples[sorted[i - 1]].property = 0;

  node->n_triples = 0;
  for (guint32 i = 0; i < n; i++)
    if (triples[order[i]].property != 0)
      order[node->n_triples++] = order[i];
}

static void
find_classes (CadreLinkedNodes *self)
{
  guint32 codes[G_N_ELEMENTS (classes)];

  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    codes[i] = intern_term (self, classes[i].name);

  for (guint32 k = 0; k < self->graph->n_triples; k++)
    {
      const CadreTriple *triple = &self->graph->triples[k];
      CadreLinkedNode *node = &self->nodes[self->node_of[triple->subject]];

      if (triple->property != self->terms[CADRE_TERM_TYPE] || triple->is_literal)
        continue;
      for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
        if (triple->object == codes[i] && (node->kind == CADRE_NODE_UNKNOWN || !classes[i].is_weak))
          {
            node->kind = classes[i].kind;
            break;
          }
    }
}

static void
suppose (CadreLinkedNodes *self, guint32 code, guint8 kind)
{
  CadreLinkedNode *node = cadre_linked_nodes_find (self, code);

  if (node != NULL && node->kind == CADRE_NODE_UNKNOWN)
    node->kind = kind;
}

static void
find_uses (CadreLinkedNodes *self, gboolean weak)
{
  for (guint32 k = 0; k < self->graph->n_triples; k++)
    for (guint i = 0; i < G_N_ELEMENTS (uses); i++)
      {
        const CadreTriple *triple = &self->graph->triples[k];

        if (uses[i].is_weak != weak || triple->property != self->terms[uses[i].term] ||
            triple->is_literal)
          continue;
        suppose (self, triple->subject, uses[i].subject);
        suppose (self, triple->object, uses[i].object);
      }
}

static gboolean
allocate (CadreLinkedNodes *self)
{
  guint32 n = self->graph->n_triples;

  /* The classes are put in later; nothing is a node that is not a subject. */
  self->n_codes = cadre_string_table_size (self->gather->tables->strings);
  self->nodes = g_try_new (CadreLinkedNode, (gsize) n + 1);
  self->order = g_try_new (guint32, (gsize) n + 1);
  self->node_of = g_try_new (guint32, (gsize) self->n_codes + 1);
  if (self->nodes != NULL && self->order != NULL && self->node_of != NULL)
    return TRUE;

  g_set_error_literal (&self->gather->error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_MEMORY,
                       "There is not enough memory for the graph");
  return FALSE;
}

gboolean
cadre_linked_nodes_init (CadreLinkedNodes *self, CadreGraph *graph, const char *base)
{
  *self = (CadreLinkedNodes){ .graph = graph, .gather = graph->gather, .base = base };
  self->blanks = g_hash_table_new (NULL, NULL);
  self->properties = g_new0 (guint32, cadre_linked_n_properties);

  for (guint i = 0; i < CADRE_N_TERMS; i++)
    self->terms[i] = intern_term (self, term_names[i]);
  for (guint i = 0; i < cadre_linked_n_properties; i++)
    self->properties[i] = intern_term (self, cadre_linked_properties[i].term);
  settle_properties (self);
  if (self->gather->error != NULL || !allocate (self))
    return FALSE;

  find_nodes (self);
  for (guint32 i = 0; i < self->n_nodes; i++)
    drop_doubles (self, &self->nodes[i]);
  find_classes (self);
  find_uses (self, FALSE);
  find_uses (self, TRUE);
  return self->gather->error == NULL;
}

void
cadre_linked_nodes_clear (CadreLinkedNodes *self)
{
  g_free (self->nodes);
  g_free (self->order);
  g_free (self->node_of);
  g_free (self->properties);
  g_hash_table_unref (self->blanks);
}

CadreLinkedNode *
cadre_linked_nodes_find (const CadreLinkedNodes *self, guint32 code)
{
  guint32 node = code < self->n_codes ? self->node_of[code] : CADRE_NO_NODE;

  return node != CADRE_NO_NODE ? &self->nodes[node] : NULL;
}

gboolean
cadre_linked_nodes_is_blank (const CadreLinkedNodes *self, guint32 code)
{
  return g_str_has_prefix (cadre_tables_text (self->gather->tables, code), "_:");
}

/* The kind whose IRI it is, with the id in it; or what is not known. */
static guint
split_iri (const CadreLinkedNodes *self, guint32 code, char **id)
{
  const char *iri = cadre_tables_text (self->gather->tables, code);

  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      if (cadre_linked_get_class (kind) == NULL)
        continue;
      *id = cadre_linked_dup_id (iri, self->base, cadre_schema_get (kind)->name);
      if (*id != NULL)
        return kind;
    }

  *id = cadre_linked_dup_id (iri, self->base, "structure");
  return CADRE_NODE_UNKNOWN;
}

guint
cadre_linked_nodes_kind (const CadreLinkedNodes *self, guint32 code)
{
  const CadreLinkedNode *node = cadre_linked_nodes_find (self, code);
  g_autofree char *id = NULL;

  return node != NULL && node->kind != CADRE_NODE_UNKNOWN ? node->kind
                                                          : split_iri (self, code, &id);
}

static gboolean
is_id (const char *text)
{
  return text != NULL && text[0] != '\0' && strlen (text) <= CADRE_MAX_ID &&
         g_utf8_validate (text, -1, NULL);
}

/* Blank nodes are numbered in the order in which they are asked for. */
static char *
dup_blank_id (CadreLinkedNodes *self, guint32 code)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->blanks, GUINT_TO_POINTER (code)));

  if (number == 0)
    {
      number = g_hash_table_size (self->blanks) + 1;
      g_hash_table_insert (self->blanks, GUINT_TO_POINTER (code), GUINT_TO_POINTER (number));
    }

  return g_strdup_printf ("_:%u", number);
}

guint32
cadre_linked_nodes_id (CadreLinkedNodes *self, guint32 code)
{
  const char *iri = cadre_tables_text (self->gather->tables, code);
  g_autofree char *id = NULL;
  g_autofree char *digest = NULL;

  if (cadre_linked_nodes_is_blank (self, code))
    {
      id = dup_blank_id (self, code);
      return cadre_gather_intern (self->gather, id);
    }

  split_iri (self, code, &id);
  if (is_id (id))
    return cadre_gather_intern (self->gather, id);
  if (is_id (iri))
    return code;

  /* An IRI that is too long for an id goes by its digest. */
  digest = g_compute_checksum_for_string (G_CHECKSUM_SHA256, iri, -1);
  return cadre_gather_intern (self->gather, digest);
}
