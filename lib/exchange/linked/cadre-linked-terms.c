/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "exchange/linked/cadre-linked-terms-private.h"

#include <string.h>

const CadreLinkedPrefix cadre_linked_prefixes[] = {
  { "cadre", CADRE_LINKED_VOCABULARY },
  { "dct", "http://purl.org/dc/terms/" },
  { "foaf", "http://xmlns.com/foaf/0.1/" },
  { "opengov", "http://www.w3.org/ns/opengov#" },
  { "org", "http://www.w3.org/ns/org#" },
  { "schema", "http://schema.org/" },
  { "skos", "http://www.w3.org/2004/02/skos/core#" },
  { "time", "http://www.w3.org/2006/time#" },
  { "xsd", "http://www.w3.org/2001/XMLSchema#" },
};
const guint cadre_linked_n_prefixes = G_N_ELEMENTS (cadre_linked_prefixes);

/* In the order in which they are written. */
const CadreLinkedProperty cadre_linked_properties[] = {
  { CADRE_RECORD_KIND_ORGANISATION, CADRE_FIELD_ORGANISATION_NAME, "skos:prefLabel" },
  { CADRE_RECORD_KIND_ORGANISATION, CADRE_FIELD_ORGANISATION_ALIASES, "skos:altLabel" },
  { CADRE_RECORD_KIND_ORGANISATION, CADRE_FIELD_ORGANISATION_IDENTIFIERS, "org:identifier" },
  { CADRE_RECORD_KIND_ORGANISATION, CADRE_FIELD_ORGANISATION_KIND, "org:classification" },
  { CADRE_RECORD_KIND_ORGANISATION, CADRE_FIELD_ORGANISATION_VALID_FROM, "schema:foundingDate" },
  { CADRE_RECORD_KIND_ORGANISATION, CADRE_FIELD_ORGANISATION_VALID_TO, "schema:dissolutionDate" },
  { CADRE_RECORD_KIND_ORGANISATION, CADRE_FIELD_ORGANISATION_NOTE, "skos:note" },
  { CADRE_RECORD_KIND_ORGANISATION, CADRE_FIELD_ORGANISATION_SOURCE, "dct:source" },
  { CADRE_RECORD_KIND_BODY, CADRE_FIELD_BODY_NAME, "skos:prefLabel" },
  { CADRE_RECORD_KIND_BODY, CADRE_FIELD_BODY_ALIASES, "skos:altLabel" },
  { CADRE_RECORD_KIND_BODY, CADRE_FIELD_BODY_KIND, "org:classification" },
  { CADRE_RECORD_KIND_BODY, CADRE_FIELD_BODY_HOSTS, "org:linkedTo" },
  { CADRE_RECORD_KIND_BODY, CADRE_FIELD_BODY_VALID_FROM, "schema:foundingDate" },
  { CADRE_RECORD_KIND_BODY, CADRE_FIELD_BODY_VALID_TO, "schema:dissolutionDate" },
  { CADRE_RECORD_KIND_BODY, CADRE_FIELD_BODY_NOTE, "skos:note" },
  { CADRE_RECORD_KIND_BODY, CADRE_FIELD_BODY_SOURCE, "dct:source" },
  { CADRE_RECORD_KIND_SITE, CADRE_FIELD_SITE_NAME, "skos:prefLabel" },
  { CADRE_RECORD_KIND_SITE, CADRE_FIELD_SITE_ORGANISATION, "org:siteOf" },
  { CADRE_RECORD_KIND_SITE, CADRE_FIELD_SITE_NOTE, "skos:note" },
  { CADRE_RECORD_KIND_SITE, CADRE_FIELD_SITE_SOURCE, "dct:source" },
  { CADRE_RECORD_KIND_UNIT, CADRE_FIELD_UNIT_NAME, "skos:prefLabel" },
  { CADRE_RECORD_KIND_UNIT, CADRE_FIELD_UNIT_ALIASES, "skos:altLabel" },
  { CADRE_RECORD_KIND_UNIT, CADRE_FIELD_UNIT_KIND, "org:classification" },
  { CADRE_RECORD_KIND_UNIT, CADRE_FIELD_UNIT_PARENT, "org:subOrganizationOf" },
  { CADRE_RECORD_KIND_UNIT, CADRE_FIELD_UNIT_ORGANISATIONS, "org:unitOf" },
  { CADRE_RECORD_KIND_UNIT, CADRE_FIELD_UNIT_SITE, "org:hasSite" },
  { CADRE_RECORD_KIND_UNIT, CADRE_FIELD_UNIT_VALID_FROM, "schema:foundingDate" },
  { CADRE_RECORD_KIND_UNIT, CADRE_FIELD_UNIT_VALID_TO, "schema:dissolutionDate" },
  { CADRE_RECORD_KIND_UNIT, CADRE_FIELD_UNIT_NOTE, "skos:note" },
  { CADRE_RECORD_KIND_UNIT, CADRE_FIELD_UNIT_SOURCE, "dct:source" },
  { CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_TITLE, "skos:prefLabel" },
  { CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_ALIASES, "skos:altLabel" },
  { CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_VALID_FROM, "schema:validFrom" },
  { CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_VALID_TO, "schema:validThrough" },
  { CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_NOTE, "skos:note" },
  { CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_SOURCE, "dct:source" },
  { CADRE_RECORD_KIND_PERSON, CADRE_FIELD_PERSON_NAME, "foaf:name" },
  { CADRE_RECORD_KIND_PERSON, CADRE_FIELD_PERSON_IDENTIFIERS, "skos:notation" },
  { CADRE_RECORD_KIND_PERSON, CADRE_FIELD_PERSON_NOTE, "skos:note" },
  { CADRE_RECORD_KIND_PERSON, CADRE_FIELD_PERSON_SOURCE, "dct:source" },
  { CADRE_RECORD_KIND_ASSIGNMENT, CADRE_FIELD_ASSIGNMENT_PERSON, "org:member" },
  { CADRE_RECORD_KIND_ASSIGNMENT, CADRE_FIELD_ASSIGNMENT_POST, "opengov:post" },
  { CADRE_RECORD_KIND_ASSIGNMENT, CADRE_FIELD_ASSIGNMENT_BASIS, "cadre:basis" },
  { CADRE_RECORD_KIND_ASSIGNMENT, CADRE_FIELD_ASSIGNMENT_NOTE, "skos:note" },
  { CADRE_RECORD_KIND_ASSIGNMENT, CADRE_FIELD_ASSIGNMENT_SOURCE, "dct:source" },
  { CADRE_RECORD_KIND_SUCCESSION, CADRE_FIELD_SUCCESSION_RULE, "dct:description" },
  { CADRE_RECORD_KIND_SUCCESSION, CADRE_FIELD_SUCCESSION_VALID_FROM, "schema:startDate" },
  { CADRE_RECORD_KIND_SUCCESSION, CADRE_FIELD_SUCCESSION_VALID_TO, "schema:endDate" },
  { CADRE_RECORD_KIND_SUCCESSION, CADRE_FIELD_SUCCESSION_NOTE, "skos:note" },
  { CADRE_RECORD_KIND_SUCCESSION, CADRE_FIELD_SUCCESSION_SOURCE, "dct:source" },
};
const guint cadre_linked_n_properties = G_N_ELEMENTS (cadre_linked_properties);

#define FIELD(name) (G_GUINT64_CONSTANT (1) << CADRE_FIELD_##name)

/* What takes more than one property, or one that depends on the row. */
static const guint64 held_otherwise[CADRE_N_RECORD_KINDS] = {
  [CADRE_RECORD_KIND_ORGANISATION] = FIELD (ORGANISATION_ID),
  [CADRE_RECORD_KIND_BODY] = FIELD (BODY_ID),
  [CADRE_RECORD_KIND_SITE] = FIELD (SITE_ID),
  [CADRE_RECORD_KIND_UNIT] = FIELD (UNIT_ID),
  [CADRE_RECORD_KIND_POST] = FIELD (POST_ID) | FIELD (POST_UNIT) | FIELD (POST_EMPLOYER),
  [CADRE_RECORD_KIND_LINE] = FIELD (LINE_POST) | FIELD (LINE_KIND) | FIELD (LINE_MANAGER) |
                             FIELD (LINE_BODY) | FIELD (LINE_UNIT),
  [CADRE_RECORD_KIND_PERSON] = FIELD (PERSON_ID),
  [CADRE_RECORD_KIND_ASSIGNMENT] = FIELD (ASSIGNMENT_ID) | FIELD (ASSIGNMENT_EMPLOYER) |
                                   FIELD (ASSIGNMENT_VALID_FROM) | FIELD (ASSIGNMENT_VALID_TO),
  [CADRE_RECORD_KIND_SUCCESSION] =
    FIELD (SUCCESSION_KIND) | FIELD (SUCCESSION_PREDECESSOR) | FIELD (SUCCESSION_SUCCESSOR),
};

void
cadre_linked_get_held (guint64 held[CADRE_N_RECORD_KINDS])
{
  memcpy (held, held_otherwise, sizeof (held_otherwise));
  for (guint i = 0; i < cadre_linked_n_properties; i++)
    held[cadre_linked_properties[i].kind] |= G_GUINT64_CONSTANT (1)
                                             << cadre_linked_properties[i].field;
}

const char *
cadre_linked_get_class (CadreRecordKind kind)
{
  static const char *const classes[CADRE_N_RECORD_KINDS] = {
    [CADRE_RECORD_KIND_ORGANISATION] = "org:FormalOrganization",
    [CADRE_RECORD_KIND_BODY] = "cadre:Body",
    [CADRE_RECORD_KIND_SITE] = "org:Site",
    [CADRE_RECORD_KIND_UNIT] = "org:OrganizationalUnit",
    [CADRE_RECORD_KIND_POST] = "org:Post",
    [CADRE_RECORD_KIND_PERSON] = "foaf:Person",
    [CADRE_RECORD_KIND_ASSIGNMENT] = "org:Membership",
    [CADRE_RECORD_KIND_SUCCESSION] = "org:ChangeEvent",
  };

  return classes[kind];
}

char *
cadre_linked_expand_term (const char *term)
{
  const char *colon = strchr (term, ':');

  for (guint i = 0; i < cadre_linked_n_prefixes; i++)
    if (strlen (cadre_linked_prefixes[i].prefix) == (gsize) (colon - term) &&
        strncmp (cadre_linked_prefixes[i].prefix, term, (gsize) (colon - term)) == 0)
      return g_strconcat (cadre_linked_prefixes[i].iri, colon + 1, NULL);

  return g_strdup (term);
}

static gboolean
has_our_prefix (const char *iri)
{
  for (guint i = 0; i < cadre_linked_n_prefixes; i++)
    if (g_str_has_prefix (iri, cadre_linked_prefixes[i].prefix) &&
        iri[strlen (cadre_linked_prefixes[i].prefix)] == ':')
      return TRUE;

  return FALSE;
}

gboolean
cadre_linked_is_base (const char *iri)
{
  g_autofree char *scheme = g_uri_parse_scheme (iri);

  if (scheme == NULL || has_our_prefix (iri) || !g_utf8_validate (iri, -1, NULL))
    return FALSE;

  for (const char *c = iri; *c != '\0'; c++)
    if ((guchar) *c <= ' ' || *c == 0x7f || strchr ("<>\"{}|\\^`", *c) != NULL)
      return FALSE;

  return TRUE;
}

/* Only what every scheme and every reader leaves alone stays as it is, and the
 * word before the colon keeps "." and ".." from being steps of a path. */
void
cadre_linked_append_iri (GString *iri, const char *base, const char *kind, const char *id)
{
  g_string_append (iri, base);
  g_string_append (iri, kind);
  g_string_append_c (iri, ':');

  for (const char *c = id; *c != '\0'; c++)
    if (g_ascii_isalnum (*c) || strchr ("-._~", *c) != NULL)
      g_string_append_c (iri, *c);
    else
      g_string_append_printf (iri, "%%%02X", (guint) (guchar) *c);
}

char *
cadre_linked_dup_id (const char *iri, const char *base, const char *kind)
{
  gsize n_base = strlen (base);
  gsize n_kind = strlen (kind);

  if (strncmp (iri, base, n_base) != 0 || strncmp (iri + n_base, kind, n_kind) != 0 ||
      iri[n_base + n_kind] != ':')
    return NULL;

  return g_uri_unescape_string (iri + n_base + n_kind + 1, NULL);
}

char *
cadre_linked_dup_word (CadreRecordKind kind, guint field, int value)
{
  const CadreSchema *schema = cadre_schema_get (kind);
  g_autoptr (GEnumClass) words = g_type_class_ref (schema->fields[field].get_type ());
  const GEnumValue *word = g_enum_get_value (words, value);

  return g_strdup_printf (CADRE_LINKED_VOCABULARY "%s-%s/%s", schema->name,
                          schema->fields[field].name, word->value_nick);
}

int
cadre_linked_find_word (CadreRecordKind kind, guint field, const char *iri)
{
  const CadreSchema *schema = cadre_schema_get (kind);
  g_autoptr (GEnumClass) words = g_type_class_ref (schema->fields[field].get_type ());
  g_autofree char *scheme =
    g_strdup_printf (CADRE_LINKED_VOCABULARY "%s-%s/", schema->name, schema->fields[field].name);
  const GEnumValue *word = NULL;

  if (g_str_has_prefix (iri, scheme))
    word = g_enum_get_value_by_nick (words, iri + strlen (scheme));

  return word != NULL ? word->value : 0;
}

gboolean
cadre_linked_is_language (const char *tag)
{
  guint length = 0;
  gboolean first = TRUE;

  for (; *tag != '\0'; tag++)
    {
      if (*tag == '-' && length > 0)
        {
          first = FALSE;
          length = 0;
          continue;
        }
      if (!(first ? g_ascii_isalpha (*tag) : g_ascii_isalnum (*tag)) || ++length > 8)
        return FALSE;
    }

  return length > 0;
}
