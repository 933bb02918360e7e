/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Properties of nodes into fields of records. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "base/cadre-issue-list-private.h"
#include "exchange/linked/cadre-linked-read-private.h"
#include "exchange/linked/cadre-linked-terms-private.h"

#include <string.h>

void
cadre_linked_reader_report (CadreLinkedReader *self,
                            const CadreLinkedNode *node,
                            const CadreTriple *triple,
                            const char *code,
                            const char *message)
{
  const CadreTables *tables = self->gather->tables;
  char *origin = NULL;
  char *subject = NULL;

  if (!cadre_issue_list_is_full (self->gather->issues))
    {
      origin = triple != NULL ? g_strdup (cadre_tables_text (tables, triple->property)) : NULL;
      subject = node->kind < CADRE_N_RECORD_KINDS && node->row != CADRE_NO_ROW
                  ? cadre_tables_dup_subject (tables, node->kind, node->row)
                  : g_strdup (cadre_tables_text (tables, node->code));
    }

  cadre_gather_report (self->gather, code, CADRE_SEVERITY_WARNING, message, origin, subject);
}

void
cadre_linked_reader_report_place (CadreLinkedReader *self,
                                  const CadreLinkedNode *node,
                                  const CadreTriple *triple)
{
  cadre_linked_reader_report (self, node, triple, "exchange.linked.no-place",
                              "A structure has no place for this; it is left out");
}

void
cadre_linked_reader_report_form (CadreLinkedReader *self,
                                 const CadreLinkedNode *node,
                                 const CadreTriple *triple)
{
  cadre_linked_reader_report (self, node, triple, "exchange.linked.bad-value",
                              "The value is not of the form that the property has; it is left out");
}

void
cadre_linked_reader_report_more (CadreLinkedReader *self,
                                 const CadreLinkedNode *node,
                                 const CadreTriple *triple)
{
  cadre_linked_reader_report (self, node, triple, "exchange.linked.more-values",
                              "There is room for one value; a further one is left out");
}

static guint32
get_code (CadreLinkedReader *self, const CadreLinkedNode *node, guint field)
{
  return cadre_table_code (cadre_tables_get (self->gather->tables, node->kind), field, node->row);
}

void
cadre_linked_reader_set_one (CadreLinkedReader *self,
                             const CadreLinkedNode *node,
                             const CadreTriple *triple,
                             guint field,
                             guint32 code)
{
  if (get_code (self, node, field) != 0)
    cadre_linked_reader_report_more (self, node, triple);
  else
    cadre_gather_set_code (self->gather, node->kind, node->row, field, code);
}

/* Whether a literal is in the first language, or in none. */
static gboolean
is_first_language (CadreLinkedReader *self, const CadreTriple *triple)
{
  const CadreTables *tables = self->gather->tables;
  const char *first = tables->language != 0 ? cadre_tables_text (tables, tables->language) : "en";

  return triple->language == 0 ||
         g_ascii_strcasecmp (cadre_tables_text (tables, triple->language), first) == 0;
}

/* Whether the node has a text for the field in that language; it has one now. */
static gboolean
is_translated (CadreLinkedReader *self, guint field, const CadreTriple *triple)
{
  gint64 key = (gint64) ((guint64) field << 32 | triple->language);

  return !g_hash_table_add (self->languages, g_memdup2 (&key, sizeof (key)));
}

static void
read_text (CadreLinkedReader *self,
           const CadreLinkedNode *node,
           const CadreTriple *triple,
           guint field)
{
  const CadreTranslation translation = { node->kind, (guint8) field, node->row, triple->language,
                                         triple->object };

  if (!triple->is_literal)
    cadre_linked_reader_report_form (self, node, triple);
  else if (is_first_language (self, triple))
    cadre_linked_reader_set_one (self, node, triple, field, triple->object);
  else if (is_translated (self, field, triple))
    cadre_linked_reader_report_more (self, node, triple);
  else if (self->gather->error == NULL)
    cadre_tables_add_translation (self->gather->tables, &translation, &self->gather->error);
}

/* A value of a list, or 0 where it is none. */
static guint32
get_item (CadreLinkedReader *self,
          const CadreLinkedNode *node,
          const CadreTriple *triple,
          const CadreField *field)
{
  guint kind = CADRE_NODE_UNKNOWN;

  if (triple->is_literal != (field->kind == CADRE_FIELD_KIND_STRINGS))
    {
      cadre_linked_reader_report_form (self, node, triple);
      return 0;
    }
  if (triple->is_literal)
    return triple->object;

  kind = cadre_linked_nodes_kind (&self->nodes, triple->object);
  if (kind == CADRE_NODE_UNKNOWN || kind == field->target)
    return cadre_linked_nodes_id (&self->nodes, triple->object);

  /* A unit of a unit is read as its part. */
  if (kind != node->kind)
    cadre_linked_reader_report_place (self, node, triple);
  return 0;
}

/* All values of a property, when the first of them comes. */
static void
read_list (CadreLinkedReader *self,
           const CadreLinkedNode *node,
           const CadreTriple *triple,
           guint field)
{
  const CadreField *spec = &cadre_schema_get (node->kind)->fields[field];
  g_autoptr (GArray) codes = NULL;

  if (self->lists_read >> field & 1)
    return;

  self->lists_read |= G_GUINT64_CONSTANT (1) << field;
  if (get_code (self, node, field) != 0)
    {
      cadre_linked_reader_report_more (self, node, triple);
      return;
    }

  codes = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 i = 0; i < node->n_triples; i++)
    {
      const CadreTriple *other = cadre_linked_nodes_triple (&self->nodes, node, i);
      guint32 code = other->property == triple->property ? get_item (self, node, other, spec) : 0;

      if (code != 0)
        g_array_append_val (codes, code);
    }

  if (codes->len > 0)
    cadre_gather_add_to_list (self->gather, node->kind, node->row, field,
                              (const guint32 *) (gpointer) codes->data, codes->len);
}

static void
read_word (CadreLinkedReader *self,
           const CadreLinkedNode *node,
           const CadreTriple *triple,
           guint field)
{
  const char *iri = cadre_tables_text (self->gather->tables, triple->object);
  int word = triple->is_literal ? 0 : cadre_linked_find_word (node->kind, field, iri);

  if (word == 0)
    cadre_linked_reader_report_place (self, node, triple);
  else
    cadre_gather_set_number (self->gather, node->kind, node->row, field, word);
}

static void
read_plain (CadreLinkedReader *self,
            const CadreLinkedNode *node,
            const CadreTriple *triple,
            guint field)
{
  CadreFieldKind kind = cadre_schema_get (node->kind)->fields[field].kind;

  if (!triple->is_literal)
    cadre_linked_reader_report_form (self, node, triple);
  else if (kind == CADRE_FIELD_KIND_STRING)
    cadre_linked_reader_set_one (self, node, triple, field, triple->object);
  else if (get_code (self, node, field) != 0)
    cadre_linked_reader_report_more (self, node, triple);
  else if (!cadre_gather_set_date (self->gather, node->kind, node->row, field,
                                   cadre_tables_text (self->gather->tables, triple->object)))
    cadre_linked_reader_report_form (self, node, triple);
}

/* A reference to a thing of the right kind. A unit may stand under a unit or
 * under an organisation, whatever the property is called. */
static void
read_reference (CadreLinkedReader *self,
                const CadreLinkedNode *node,
                const CadreTriple *triple,
                guint field)
{
  const CadreField *spec = &cadre_schema_get (node->kind)->fields[field];
  guint kind = cadre_linked_nodes_kind (&self->nodes, triple->object);

  if (triple->is_literal)
    cadre_linked_reader_report_form (self, node, triple);
  else if (kind != CADRE_NODE_UNKNOWN && kind != spec->target)
    cadre_linked_reader_report_place (self, node, triple);
  else
    cadre_linked_reader_set_one (self, node, triple, field,
                                 cadre_linked_nodes_id (&self->nodes, triple->object));
}

static void
read_value (CadreLinkedReader *self,
            const CadreLinkedNode *node,
            const CadreTriple *triple,
            guint field)
{
  switch ((int) cadre_schema_get (node->kind)->fields[field].kind)
    {
    case CADRE_FIELD_KIND_TEXT:
      read_text (self, node, triple, field);
      break;
    case CADRE_FIELD_KIND_STRINGS:
    case CADRE_FIELD_KIND_REFERENCES:
      read_list (self, node, triple, field);
      break;
    case CADRE_FIELD_KIND_REFERENCE:
      read_reference (self, node, triple, field);
      break;
    case CADRE_FIELD_KIND_WORD:
      read_word (self, node, triple, field);
      break;
    default:
      read_plain (self, node, triple, field);
    }
}

/* Other words for what a thing is called and for what identifies it. */
static const char *
get_other_word (CadreLinkedReader *self, const CadreTriple *triple, gboolean second)
{
  static const char *const names[] = {
    "http://www.w3.org/2004/02/skos/core#prefLabel",
    "http://www.w3.org/2000/01/rdf-schema#label",
    "http://purl.org/dc/terms/title",
    "http://xmlns.com/foaf/0.1/name",
    "http://schema.org/name",
    NULL,
  };
  static const char *const identifiers[] = {
    "http://www.w3.org/2004/02/skos/core#notation",
    "http://www.w3.org/ns/org#identifier",
    "http://purl.org/dc/terms/identifier",
    NULL,
  };
  const char *property = cadre_tables_text (self->gather->tables, triple->property);

  if (g_strv_contains (names, property))
    return second ? "foaf:name" : "skos:prefLabel";
  if (g_strv_contains (identifiers, property))
    return second ? "skos:notation" : "org:identifier";
  return NULL;
}

static gboolean
read_other_word (CadreLinkedReader *self, const CadreLinkedNode *node, const CadreTriple *triple)
{
  for (guint second = 0; second < 2; second++)
    {
      const char *word = get_other_word (self, triple, second);

      for (guint i = 0; word != NULL && i < cadre_linked_n_properties; i++)
        if (cadre_linked_properties[i].kind == node->kind &&
            strcmp (cadre_linked_properties[i].term, word) == 0)
          {
            read_value (self, node, triple, cadre_linked_properties[i].field);
            return TRUE;
          }
    }

  return FALSE;
}

gboolean
cadre_linked_reader_read_field (CadreLinkedReader *self,
                                const CadreLinkedNode *node,
                                const CadreTriple *triple)
{
  for (guint i = 0; i < cadre_linked_n_properties; i++)
    if (cadre_linked_properties[i].kind == node->kind &&
        self->nodes.properties[i] == triple->property)
      {
        read_value (self, node, triple, cadre_linked_properties[i].field);
        return TRUE;
      }

  return read_other_word (self, node, triple);
}

/* A text of the document itself. */
static void
set_head (CadreLinkedReader *self,
          const CadreLinkedNode *node,
          const CadreTriple *triple,
          guint32 *head)
{
  if (!triple->is_literal)
    cadre_linked_reader_report_form (self, node, triple);
  else if (*head != 0)
    cadre_linked_reader_report_more (self, node, triple);
  else
    *head = triple->object;
}

static void
read_as_of (CadreLinkedReader *self, const CadreLinkedNode *node, const CadreTriple *triple)
{
  CadreTables *tables = self->gather->tables;
  const char *text = cadre_tables_text (tables, triple->object);
  guint32 packed = 0;

  if (!triple->is_literal || !cadre_packed_date_parse (text, strlen (text), &packed, NULL))
    cadre_linked_reader_report_form (self, node, triple);
  else if (tables->as_of != 0)
    cadre_linked_reader_report_more (self, node, triple);
  else
    tables->as_of = packed;
}

static void
read_head_property (CadreLinkedReader *self,
                    const CadreLinkedNode *node,
                    const CadreTriple *triple,
                    GArray *titles,
                    GArray *notes)
{
  CadreTables *tables = self->gather->tables;
  const guint32 *terms = self->nodes.terms;

  if (triple->property == terms[CADRE_TERM_COVERAGE])
    read_as_of (self, node, triple);
  else if (triple->property == terms[CADRE_TERM_CITATION])
    set_head (self, node, triple, &tables->source);
  else if (triple->property == terms[CADRE_TERM_LICENCE])
    set_head (self, node, triple, &tables->licence);
  else if (triple->property == terms[CADRE_TERM_DESCRIPTION] && triple->is_literal)
    g_array_append_val (notes, triple->object);
  else if (triple->property == terms[CADRE_TERM_NAME] && is_first_language (self, triple))
    set_head (self, node, triple, &tables->title);
  else if (triple->property == terms[CADRE_TERM_NAME])
    {
      g_array_append_val (titles, triple->language);
      g_array_append_val (titles, triple->object);
    }
  else if (triple->property != terms[CADRE_TERM_TYPE] &&
           triple->property != terms[CADRE_TERM_LANGUAGE])
    cadre_linked_reader_report_place (self, node, triple);
}

static void
set_list (CadreLinkedReader *self, GArray *codes, guint32 *offset)
{
  if (codes->len > 0 && self->gather->error == NULL)
    cadre_tables_add_list (self->gather->tables, (const guint32 *) (gpointer) codes->data,
                           codes->len, offset, &self->gather->error);
}

void
cadre_linked_reader_read_head (CadreLinkedReader *self, const CadreLinkedNode *node)
{
  g_autoptr (GArray) titles = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) notes = g_array_new (FALSE, FALSE, sizeof (guint32));
  CadreTables *tables = self->gather->tables;
  g_autofree char *id =
    cadre_linked_dup_id (cadre_tables_text (tables, node->code), self->nodes.base, "structure");

  if (id != NULL && id[0] != '\0' && g_utf8_validate (id, -1, NULL))
    tables->id = cadre_gather_intern (self->gather, id);
  for (guint32 i = 0; i < node->n_triples; i++)
    if (cadre_linked_nodes_triple (&self->nodes, node, i)->property ==
        self->nodes.terms[CADRE_TERM_LANGUAGE])
      set_head (self, node, cadre_linked_nodes_triple (&self->nodes, node, i), &tables->language);

  for (guint32 i = 0; i < node->n_triples; i++)
    read_head_property (self, node, cadre_linked_nodes_triple (&self->nodes, node, i), titles,
                        notes);
  set_list (self, titles, &tables->title_translations);
  set_list (self, notes, &tables->notes);
}
