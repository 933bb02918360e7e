/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A graph as the records of a structure. */

#include "config.h"

#include "exchange/linked/cadre-linked-read-private.h"
#include "exchange/linked/cadre-linked-terms-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

#define MAX_PARTS 64         /* of an interval or an instant: of more, these are looked at */
#define MAX_SUCCESSIONS 1000 /* that one event can be */

static const CadreTriple *
get_triple (CadreLinkedReader *self, const CadreLinkedNode *node, guint32 i)
{
  return cadre_linked_nodes_triple (&self->nodes, node, i);
}

static gboolean
is_term (CadreLinkedReader *self, const CadreTriple *triple, CadreLinkedTerm term)
{
  return triple->property == self->nodes.terms[term];
}

/* The kind of line that a property is, or 0. */
static int
get_line_kind (CadreLinkedReader *self, const CadreTriple *triple)
{
  const char *property = cadre_tables_text (self->gather->tables, triple->property);
  g_autoptr (GEnumClass) kinds = NULL;
  const GEnumValue *kind = NULL;

  if (is_term (self, triple, CADRE_TERM_REPORTS_TO))
    return CADRE_LINE_KIND_MANAGEMENT;
  if (!g_str_has_prefix (property, CADRE_LINKED_VOCABULARY))
    return CADRE_LINE_KIND_UNKNOWN;

  kinds = g_type_class_ref (CADRE_TYPE_LINE_KIND);
  kind = g_enum_get_value_by_nick (kinds, property + strlen (CADRE_LINKED_VOCABULARY));
  return kind != NULL ? kind->value : CADRE_LINE_KIND_UNKNOWN;
}

static void
read_line (CadreLinkedReader *self,
           const CadreLinkedNode *node,
           const CadreTriple *triple,
           int kind)
{
  guint target = cadre_linked_nodes_kind (&self->nodes, triple->object);
  guint field = CADRE_FIELD_LINE_MANAGER;
  guint32 row = 0;

  if (target == CADRE_RECORD_KIND_BODY)
    field = CADRE_FIELD_LINE_BODY;
  else if (target == CADRE_RECORD_KIND_UNIT)
    field = CADRE_FIELD_LINE_UNIT;
  else if (target != CADRE_RECORD_KIND_POST && target != CADRE_NODE_UNKNOWN)
    {
      cadre_linked_reader_report_place (self, node, triple);
      return;
    }

  row = cadre_gather_append (self->gather, CADRE_RECORD_KIND_LINE);
  if (row == CADRE_NO_ROW)
    return;
  cadre_gather_set_code (self->gather, CADRE_RECORD_KIND_LINE, row, CADRE_FIELD_LINE_POST,
                         cadre_linked_nodes_id (&self->nodes, node->code));
  cadre_gather_set_number (self->gather, CADRE_RECORD_KIND_LINE, row, CADRE_FIELD_LINE_KIND, kind);
  cadre_gather_set_code (self->gather, CADRE_RECORD_KIND_LINE, row, field,
                         cadre_linked_nodes_id (&self->nodes, triple->object));
}

static void
read_post_in (CadreLinkedReader *self, const CadreLinkedNode *node, const CadreTriple *triple)
{
  guint kind = cadre_linked_nodes_kind (&self->nodes, triple->object);
  guint32 id = cadre_linked_nodes_id (&self->nodes, triple->object);

  if (kind == CADRE_RECORD_KIND_UNIT)
    cadre_linked_reader_set_one (self, node, triple, CADRE_FIELD_POST_UNIT, id);
  else if (kind == CADRE_RECORD_KIND_ORGANISATION || kind == CADRE_NODE_UNKNOWN)
    cadre_linked_reader_set_one (self, node, triple, CADRE_FIELD_POST_EMPLOYER, id);
  else
    cadre_linked_reader_report_place (self, node, triple);
}

static gint64
make_pair (guint32 first, guint32 second)
{
  return (gint64) ((guint64) first << 32 | second);
}

static gboolean
read_post_property (CadreLinkedReader *self, const CadreLinkedNode *node, const CadreTriple *triple)
{
  int kind = get_line_kind (self, triple);
  gint64 pair = 0;

  if (triple->is_literal)
    return FALSE;

  if (kind != CADRE_LINE_KIND_UNKNOWN)
    read_line (self, node, triple, kind);
  else if (is_term (self, triple, CADRE_TERM_POST_IN))
    read_post_in (self, node, triple);
  else if (is_term (self, triple, CADRE_TERM_HELD_BY))
    {
      pair = make_pair (cadre_linked_nodes_id (&self->nodes, node->code),
                        cadre_linked_nodes_id (&self->nodes, triple->object));
      g_array_append_val (self->holders, pair);
    }
  else
    return FALSE;

  return TRUE;
}

/* The day of an instant: a date of any precision, or the day of a time. */
static void
read_instant (CadreLinkedReader *self,
              const CadreLinkedNode *node,
              const CadreTriple *triple,
              guint field)
{
  const CadreLinkedNode *instant =
    triple->is_literal ? NULL : cadre_linked_nodes_find (&self->nodes, triple->object);

  for (guint32 i = 0; instant != NULL && i < MIN (instant->n_triples, MAX_PARTS); i++)
    {
      const CadreTriple *date = get_triple (self, instant, i);

      if (date->is_literal &&
          cadre_gather_set_date (self->gather, node->kind, node->row, field,
                                 cadre_tables_text (self->gather->tables, date->object)))
        return;
    }

  cadre_linked_reader_report_form (self, node, triple);
}

static void
read_interval (CadreLinkedReader *self, const CadreLinkedNode *node, const CadreTriple *triple)
{
  const CadreLinkedNode *interval = cadre_linked_nodes_find (&self->nodes, triple->object);

  for (guint32 i = 0; interval != NULL && i < MIN (interval->n_triples, MAX_PARTS); i++)
    {
      const CadreTriple *part = get_triple (self, interval, i);

      if (is_term (self, part, CADRE_TERM_HAS_BEGINNING))
        read_instant (self, node, part, CADRE_FIELD_ASSIGNMENT_VALID_FROM);
      else if (is_term (self, part, CADRE_TERM_HAS_END))
        read_instant (self, node, part, CADRE_FIELD_ASSIGNMENT_VALID_TO);
    }
}

static gboolean
read_assignment_property (CadreLinkedReader *self,
                          const CadreLinkedNode *node,
                          const CadreTriple *triple)
{
  if (triple->is_literal)
    return FALSE;

  if (is_term (self, triple, CADRE_TERM_MEMBER_DURING))
    read_interval (self, node, triple);
  else if (is_term (self, triple, CADRE_TERM_ON_BEHALF_OF))
    cadre_linked_reader_set_one (self, node, triple, CADRE_FIELD_ASSIGNMENT_EMPLOYER,
                                 cadre_linked_nodes_id (&self->nodes, triple->object));
  else
    return is_term (self, triple, CADRE_TERM_ORGANIZATION);

  return TRUE;
}

/* The organisation of a membership follows from its post; where there is none,
 * it is the employer. */
static void
finish_assignment (CadreLinkedReader *self, const CadreLinkedNode *node)
{
  const CadreTable *table = cadre_tables_get (self->gather->tables, node->kind);
  guint32 post = cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_POST, node->row);
  guint32 person = cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_PERSON, node->row);
  gint64 pair = make_pair (post, person);

  g_hash_table_add (self->known, g_memdup2 (&pair, sizeof (pair)));
  for (guint32 i = 0; post == 0 && i < node->n_triples; i++)
    {
      const CadreTriple *triple = get_triple (self, node, i);
      guint kind = CADRE_NODE_UNKNOWN;

      if (!is_term (self, triple, CADRE_TERM_ORGANIZATION) || triple->is_literal)
        continue;
      kind = cadre_linked_nodes_kind (&self->nodes, triple->object);
      if (kind != CADRE_RECORD_KIND_ORGANISATION && kind != CADRE_NODE_UNKNOWN)
        cadre_linked_reader_report_place (self, node, triple);
      else if (cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_EMPLOYER, node->row) == 0)
        cadre_gather_set_code (self->gather, node->kind, node->row, CADRE_FIELD_ASSIGNMENT_EMPLOYER,
                               cadre_linked_nodes_id (&self->nodes, triple->object));
    }
}

/* A unit of another unit is below it; one below an organisation belongs to it. */
static gboolean
read_unit_property (CadreLinkedReader *self, const CadreLinkedNode *node, const CadreTriple *triple)
{
  const CadreTable *table = cadre_tables_get (self->gather->tables, node->kind);
  guint kind = 0;
  guint32 id = 0;

  if (triple->is_literal || !(is_term (self, triple, CADRE_TERM_UNIT_OF) ||
                              is_term (self, triple, CADRE_TERM_SUB_ORGANIZATION_OF)))
    return FALSE;

  kind = cadre_linked_nodes_kind (&self->nodes, triple->object);
  if (is_term (self, triple, CADRE_TERM_UNIT_OF) && kind == CADRE_RECORD_KIND_UNIT)
    cadre_linked_reader_set_one (self, node, triple, CADRE_FIELD_UNIT_PARENT,
                                 cadre_linked_nodes_id (&self->nodes, triple->object));
  else if (is_term (self, triple, CADRE_TERM_UNIT_OF) || kind != CADRE_RECORD_KIND_ORGANISATION)
    return FALSE;
  else if (cadre_table_code (table, CADRE_FIELD_UNIT_ORGANISATIONS, node->row) != 0)
    cadre_linked_reader_report_more (self, node, triple);
  else
    {
      id = cadre_linked_nodes_id (&self->nodes, triple->object);
      cadre_gather_add_to_list (self->gather, node->kind, node->row, CADRE_FIELD_UNIT_ORGANISATIONS,
                                &id, 1);
    }

  return TRUE;
}

/* An organisation that has a site says where the site belongs. */
static gboolean
read_organisation_property (CadreLinkedReader *self,
                            const CadreLinkedNode *node,
                            const CadreTriple *triple)
{
  const CadreLinkedNode *site = NULL;

  if (triple->is_literal || !is_term (self, triple, CADRE_TERM_HAS_SITE))
    return FALSE;

  site = cadre_linked_nodes_find (&self->nodes, triple->object);
  if (site == NULL || site->kind != CADRE_RECORD_KIND_SITE)
    return FALSE;

  cadre_linked_reader_set_one (self, site, triple, CADRE_FIELD_SITE_ORGANISATION,
                               cadre_linked_nodes_id (&self->nodes, node->code));
  return TRUE;
}

static gboolean
read_special (CadreLinkedReader *self, const CadreLinkedNode *node, const CadreTriple *triple)
{
  if (is_term (self, triple, CADRE_TERM_TYPE))
    return TRUE;

  switch (node->kind)
    {
    case CADRE_RECORD_KIND_POST:
      return read_post_property (self, node, triple);
    case CADRE_RECORD_KIND_ASSIGNMENT:
      return read_assignment_property (self, node, triple);
    case CADRE_RECORD_KIND_UNIT:
      return read_unit_property (self, node, triple);
    case CADRE_RECORD_KIND_ORGANISATION:
      return read_organisation_property (self, node, triple);
    case CADRE_RECORD_KIND_SUCCESSION:
      return is_term (self, triple, CADRE_TERM_ORIGINAL) ||
             is_term (self, triple, CADRE_TERM_RESULTING);
    default:
      return FALSE;
    }
}

static void
read_properties (CadreLinkedReader *self, const CadreLinkedNode *node)
{
  self->lists_read = 0;
  if (g_hash_table_size (self->languages) > 0)
    g_hash_table_remove_all (self->languages);
  for (guint32 i = 0; i < node->n_triples && self->gather->error == NULL; i++)
    {
      const CadreTriple *triple = get_triple (self, node, i);

      if (!read_special (self, node, triple) &&
          !cadre_linked_reader_read_field (self, node, triple))
        cadre_linked_reader_report_place (self, node, triple);
    }
}

/* The ends of an event on one side. */
static GArray *
get_ends (CadreLinkedReader *self, const CadreLinkedNode *node, CadreLinkedTerm term, guint *kind)
{
  GArray *ends = g_array_new (FALSE, TRUE, sizeof (guint32));

  for (guint32 i = 0; i < node->n_triples; i++)
    {
      const CadreTriple *triple = get_triple (self, node, i);
      guint32 id = 0;

      if (!is_term (self, triple, term))
        continue;
      if (triple->is_literal)
        {
          cadre_linked_reader_report_form (self, node, triple);
          continue;
        }
      if (cadre_linked_nodes_kind (&self->nodes, triple->object) == CADRE_RECORD_KIND_UNIT)
        *kind = CADRE_SUCCESSION_KIND_UNIT;
      id = cadre_linked_nodes_id (&self->nodes, triple->object);
      g_array_append_val (ends, id);
    }

  /* An event may leave one side open. */
  if (ends->len == 0)
    g_array_set_size (ends, 1);
  return ends;
}

/* An event of several organisations is a succession for each two of them. */
static void
read_event (CadreLinkedReader *self, CadreLinkedNode *node)
{
  guint kind = CADRE_SUCCESSION_KIND_ORGANISATION;
  g_autoptr (GArray) before = get_ends (self, node, CADRE_TERM_ORIGINAL, &kind);
  g_autoptr (GArray) after = get_ends (self, node, CADRE_TERM_RESULTING, &kind);

  if ((guint64) before->len * after->len > MAX_SUCCESSIONS)
    {
      cadre_linked_reader_report_place (self, node, NULL);
      return;
    }

  for (guint i = 0; i < before->len; i++)
    for (guint k = 0; k < after->len && self->gather->error == NULL; k++)
      {
        guint32 predecessor = g_array_index (before, guint32, i);
        guint32 successor = g_array_index (after, guint32, k);

        node->row = cadre_gather_append (self->gather, node->kind);
        if (node->row == CADRE_NO_ROW)
          return;
        cadre_gather_set_number (self->gather, node->kind, node->row, CADRE_FIELD_SUCCESSION_KIND,
                                 kind);
        cadre_gather_set_code (self->gather, node->kind, node->row,
                               CADRE_FIELD_SUCCESSION_PREDECESSOR, predecessor);
        cadre_gather_set_code (self->gather, node->kind, node->row,
                               CADRE_FIELD_SUCCESSION_SUCCESSOR, successor);
        read_properties (self, node);
      }
}

/* The collaboration is the one class that says what kind of body it is of. */
static void
read_kind_of_body (CadreLinkedReader *self, const CadreLinkedNode *node)
{
  for (guint32 i = 0; i < node->n_triples; i++)
    {
      const CadreTriple *triple = get_triple (self, node, i);

      if (is_term (self, triple, CADRE_TERM_TYPE) &&
          strcmp (cadre_tables_text (self->gather->tables, triple->object),
                  "http://www.w3.org/ns/org#OrganizationalCollaboration") == 0)
        cadre_gather_set_number (self->gather, node->kind, node->row, CADRE_FIELD_BODY_KIND,
                                 CADRE_BODY_KIND_PARTNERSHIP);
    }
}

static void
read_node (CadreLinkedReader *self, CadreLinkedNode *node)
{
  if (node->kind == CADRE_RECORD_KIND_SUCCESSION)
    {
      read_event (self, node);
      return;
    }
  if (node->kind == CADRE_RECORD_KIND_BODY)
    read_kind_of_body (self, node);

  read_properties (self, node);
  if (node->kind == CADRE_RECORD_KIND_ASSIGNMENT)
    finish_assignment (self, node);
}

/* The row of a node, and its id; a blank membership needs none. */
static void
make_row (CadreLinkedReader *self, CadreLinkedNode *node)
{
  node->row = cadre_gather_append (self->gather, node->kind);
  if (node->row == CADRE_NO_ROW)
    return;

  if (node->kind != CADRE_RECORD_KIND_ASSIGNMENT ||
      !cadre_linked_nodes_is_blank (&self->nodes, node->code))
    cadre_gather_set_code (self->gather, node->kind, node->row, 0,
                           cadre_linked_nodes_id (&self->nodes, node->code));
}

static void
count_node (CadreLinkedReader *self, CadreLinkedNode *node)
{
  guint *fates = self->gather->fates;

  if (node->kind == CADRE_NODE_UNKNOWN)
    {
      fates[CADRE_ROW_FATE_ISSUE]++;
      cadre_linked_reader_report (self, node, NULL, "exchange.linked.unknown-node",
                                  "What this is is not known; it is left out");
    }
  else if (node->kind == CADRE_RECORD_KIND_POST)
    fates[CADRE_ROW_FATE_POST]++;
  else if (node->kind == CADRE_RECORD_KIND_ASSIGNMENT)
    fates[CADRE_ROW_FATE_ASSIGNMENT]++;
  else if (node->kind != CADRE_NODE_PART)
    fates[CADRE_ROW_FATE_OTHER]++;
}

static void
make_rows (CadreLinkedReader *self)
{
  gboolean has_head = FALSE;

  for (guint32 i = 0; i < self->nodes.n_nodes && self->gather->error == NULL; i++)
    {
      CadreLinkedNode *node = &self->nodes.nodes[i];

      if (node->kind == CADRE_NODE_HEAD && has_head)
        node->kind = CADRE_NODE_UNKNOWN;
      count_node (self, node);
      if (node->kind == CADRE_NODE_HEAD)
        {
          has_head = TRUE;
          cadre_linked_reader_read_head (self, node);
        }
      else if (node->kind < CADRE_N_RECORD_KINDS && node->kind != CADRE_RECORD_KIND_SUCCESSION)
        make_row (self, node);
    }
}

/* Holders whom no membership names: an assignment of which no more is known. */
static void
read_holders (CadreLinkedReader *self)
{
  for (guint i = 0; i < self->holders->len && self->gather->error == NULL; i++)
    {
      gint64 pair = g_array_index (self->holders, gint64, i);
      guint32 row = 0;

      if (g_hash_table_contains (self->known, &pair))
        continue;
      row = cadre_gather_append (self->gather, CADRE_RECORD_KIND_ASSIGNMENT);
      if (row == CADRE_NO_ROW)
        return;
      cadre_gather_set_code (self->gather, CADRE_RECORD_KIND_ASSIGNMENT, row,
                             CADRE_FIELD_ASSIGNMENT_POST, (guint32) ((guint64) pair >> 32));
      cadre_gather_set_code (self->gather, CADRE_RECORD_KIND_ASSIGNMENT, row,
                             CADRE_FIELD_ASSIGNMENT_PERSON, (guint32) pair);
    }
}

static gboolean
read_nodes (CadreLinkedReader *self, GCancellable *cancellable, GError **error)
{
  make_rows (self);
  for (guint32 i = 0; i < self->nodes.n_nodes && self->gather->error == NULL; i++)
    {
      if (i % 4096 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (self->nodes.nodes[i].kind < CADRE_N_RECORD_KINDS)
        read_node (self, &self->nodes.nodes[i]);
    }

  read_holders (self);
  return TRUE;
}

gboolean
cadre_graph_to_records (CadreGraph *self,
                        const char *base,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (GArray) holders = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  g_autoptr (GHashTable) languages =
    g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  CadreLinkedReader reader = {
    .gather = self->gather, .holders = holders, .known = known, .languages = languages
  };
  gboolean ok = TRUE;

  if (self->gather->error == NULL && cadre_linked_nodes_init (&reader.nodes, self, base))
    ok = read_nodes (&reader, cancellable, error);
  if (reader.nodes.blanks != NULL)
    cadre_linked_nodes_clear (&reader.nodes);

  return ok;
}
