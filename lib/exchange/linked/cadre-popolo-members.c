/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What stands in the objects of Popolo, member by member. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "exchange/linked/cadre-popolo-private.h"
#include <cadre/cadre-assignment.h>

#include <string.h>

/* What a member of an object is. */
typedef enum
{
  MEMBER_ID, /* read before all others */
  MEMBER_TEXT,
  MEMBER_TEXTS, /* texts, or objects with a text under @part */
  MEMBER_DATE,
  MEMBER_WORD,         /* a nick of ours */
  MEMBER_REFERENCE,    /* to a person or a post */
  MEMBER_ORGANIZATION, /* to an organization */
  MEMBER_EMBEDDED,     /* the same as @part, with the object itself in its place */
  MEMBER_OBJECTS,      /* more objects, of the class in the place of a field */
} MemberKind;

typedef struct
{
  CadrePopoloClass klass;
  const char *name;
  MemberKind kind;
  const char *part;
  /* The fields by kind of record; an organization may be any of three. */
  int field;
  int body_field;
  int unit_field;
} PopoloMember;

static const PopoloMember members[] = {
  { CADRE_POPOLO_PERSON, "id", MEMBER_ID },
  { CADRE_POPOLO_PERSON, "name", MEMBER_TEXT, NULL, CADRE_FIELD_PERSON_NAME },
  { CADRE_POPOLO_PERSON, "identifiers", MEMBER_TEXTS, "identifier",
    CADRE_FIELD_PERSON_IDENTIFIERS },
  { CADRE_POPOLO_PERSON, "memberships", MEMBER_OBJECTS, NULL, CADRE_POPOLO_MEMBERSHIP },
  { CADRE_POPOLO_ORGANIZATION, "id", MEMBER_ID },
  { CADRE_POPOLO_ORGANIZATION, "name", MEMBER_TEXT, NULL, CADRE_FIELD_ORGANISATION_NAME,
    CADRE_FIELD_BODY_NAME, CADRE_FIELD_UNIT_NAME },
  { CADRE_POPOLO_ORGANIZATION, "other_names", MEMBER_TEXTS, "name",
    CADRE_FIELD_ORGANISATION_ALIASES, CADRE_FIELD_BODY_ALIASES, CADRE_FIELD_UNIT_ALIASES },
  { CADRE_POPOLO_ORGANIZATION, "identifiers", MEMBER_TEXTS, "identifier",
    CADRE_FIELD_ORGANISATION_IDENTIFIERS, -1, -1 },
  { CADRE_POPOLO_ORGANIZATION, "classification", MEMBER_WORD, NULL, CADRE_FIELD_ORGANISATION_KIND,
    CADRE_FIELD_BODY_KIND, CADRE_FIELD_UNIT_KIND },
  { CADRE_POPOLO_ORGANIZATION, "parent_id", MEMBER_ORGANIZATION },
  { CADRE_POPOLO_ORGANIZATION, "parent", MEMBER_EMBEDDED, "parent_id" },
  { CADRE_POPOLO_ORGANIZATION, "founding_date", MEMBER_DATE, NULL,
    CADRE_FIELD_ORGANISATION_VALID_FROM, CADRE_FIELD_BODY_VALID_FROM, CADRE_FIELD_UNIT_VALID_FROM },
  { CADRE_POPOLO_ORGANIZATION, "dissolution_date", MEMBER_DATE, NULL,
    CADRE_FIELD_ORGANISATION_VALID_TO, CADRE_FIELD_BODY_VALID_TO, CADRE_FIELD_UNIT_VALID_TO },
  { CADRE_POPOLO_ORGANIZATION, "memberships", MEMBER_OBJECTS, NULL, CADRE_POPOLO_MEMBERSHIP },
  { CADRE_POPOLO_ORGANIZATION, "posts", MEMBER_OBJECTS, NULL, CADRE_POPOLO_POST },
  { CADRE_POPOLO_ORGANIZATION, "children", MEMBER_OBJECTS, NULL, CADRE_POPOLO_ORGANIZATION },
  { CADRE_POPOLO_POST, "id", MEMBER_ID },
  { CADRE_POPOLO_POST, "label", MEMBER_TEXT, NULL, CADRE_FIELD_POST_TITLE },
  { CADRE_POPOLO_POST, "other_label", MEMBER_TEXTS, "name", CADRE_FIELD_POST_ALIASES },
  { CADRE_POPOLO_POST, "organization_id", MEMBER_ORGANIZATION },
  { CADRE_POPOLO_POST, "organization", MEMBER_EMBEDDED, "organization_id" },
  { CADRE_POPOLO_POST, "start_date", MEMBER_DATE, NULL, CADRE_FIELD_POST_VALID_FROM },
  { CADRE_POPOLO_POST, "end_date", MEMBER_DATE, NULL, CADRE_FIELD_POST_VALID_TO },
  { CADRE_POPOLO_POST, "memberships", MEMBER_OBJECTS, NULL, CADRE_POPOLO_MEMBERSHIP },
  { CADRE_POPOLO_MEMBERSHIP, "id", MEMBER_ID },
  { CADRE_POPOLO_MEMBERSHIP, "role", MEMBER_WORD, NULL, CADRE_FIELD_ASSIGNMENT_BASIS },
  { CADRE_POPOLO_MEMBERSHIP, "person_id", MEMBER_REFERENCE, NULL, CADRE_FIELD_ASSIGNMENT_PERSON },
  { CADRE_POPOLO_MEMBERSHIP, "person", MEMBER_EMBEDDED, "person_id" },
  { CADRE_POPOLO_MEMBERSHIP, "post_id", MEMBER_REFERENCE, NULL, CADRE_FIELD_ASSIGNMENT_POST },
  { CADRE_POPOLO_MEMBERSHIP, "post", MEMBER_EMBEDDED, "post_id" },
  { CADRE_POPOLO_MEMBERSHIP, "organization_id", MEMBER_ORGANIZATION },
  { CADRE_POPOLO_MEMBERSHIP, "organization", MEMBER_EMBEDDED, "organization_id" },
  { CADRE_POPOLO_MEMBERSHIP, "on_behalf_of_id", MEMBER_ORGANIZATION },
  { CADRE_POPOLO_MEMBERSHIP, "on_behalf_of", MEMBER_EMBEDDED, "on_behalf_of_id" },
  { CADRE_POPOLO_MEMBERSHIP, "start_date", MEMBER_DATE, NULL, CADRE_FIELD_ASSIGNMENT_VALID_FROM },
  { CADRE_POPOLO_MEMBERSHIP, "end_date", MEMBER_DATE, NULL, CADRE_FIELD_ASSIGNMENT_VALID_TO },
};

static void
report (CadrePopoloReader *self, guint32 node, const char *code, const char *message)
{
  char *origin = cadre_issue_list_is_full (self->gather.issues)
                   ? NULL
                   : cadre_json_tree_dup_pointer (self->tree, node);

  cadre_gather_report (&self->gather, code, CADRE_SEVERITY_WARNING, message, origin, NULL);
}

void
cadre_popolo_report_form (CadrePopoloReader *self, guint32 node)
{
  report (self, node, "exchange.popolo.bad-value",
          "The value is not what stands here in Popolo; it is left out");
}

void
cadre_popolo_report_place (CadrePopoloReader *self, guint32 node)
{
  report (self, node, "exchange.popolo.no-place",
          "A structure has no place for this value; it is left out");
}

guint32
cadre_popolo_get_id (CadrePopoloReader *self, guint32 node)
{
  guint32 text = cadre_popolo_get_node (self, node)->text;
  gsize length = cadre_string_table_length (self->tree->strings, text);

  return cadre_popolo_get_node (self, node)->token == CADRE_TOKEN_STRING && length > 0 &&
             length <= CADRE_MAX_ID
           ? text
           : 0;
}

const char *
cadre_popolo_split_id (CadrePopoloReader *self, guint32 id, CadreRecordKind *kind)
{
  static const CadreRecordKind kinds[] = { CADRE_RECORD_KIND_ORGANISATION, CADRE_RECORD_KIND_BODY,
                                           CADRE_RECORD_KIND_UNIT };
  const char *text = cadre_popolo_get_text (self, id);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *name = cadre_schema_get (kinds[i])->name;
      gsize length = strlen (name);

      if (strncmp (text, name, length) == 0 && text[length] == '/' && text[length + 1] != '\0')
        {
          *kind = kinds[i];
          return text + length + 1;
        }
    }

  *kind = g_hash_table_contains (self->units, GUINT_TO_POINTER (id))
            ? CADRE_RECORD_KIND_UNIT
            : CADRE_RECORD_KIND_ORGANISATION;
  return text;
}

/* Brings the id of an organization into its record: by its kind, one of the
 * fields, or none where there is no such field. */
static gboolean
set_organization (CadrePopoloReader *self, guint32 id, int organisation, int body, int unit)
{
  CadreRecordKind kind = CADRE_RECORD_KIND_ORGANISATION;
  /* A text of the table that grows by the next one. */
  g_autofree char *text = g_strdup (cadre_popolo_split_id (self, id, &kind));
  int field = organisation;
  guint32 code = cadre_gather_intern (&self->gather, text);

  if (kind != CADRE_RECORD_KIND_ORGANISATION)
    field = kind == CADRE_RECORD_KIND_BODY ? body : unit;
  if (field < 0)
    return FALSE;

  if (cadre_schema_get (self->kind)->fields[field].kind == CADRE_FIELD_KIND_REFERENCES)
    cadre_gather_add_to_list (&self->gather, self->kind, self->row, field, &code, 1);
  else
    cadre_gather_set_code (&self->gather, self->kind, self->row, field, code);
  return TRUE;
}

/* The organization that somebody is a member of says who employs only where
 * neither a post nor another member does. */
static gboolean
set_membership_organization (CadrePopoloReader *self, const char *name, guint32 id)
{
  const CadreTable *table = cadre_tables_get (self->gather.tables, self->kind);
  CadreRecordKind kind = CADRE_RECORD_KIND_ORGANISATION;

  if (strcmp (name, "on_behalf_of_id") == 0)
    return set_organization (self, id, CADRE_FIELD_ASSIGNMENT_EMPLOYER, -1, -1);
  if (cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_POST, self->row) != 0)
    return TRUE;
  if (cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_EMPLOYER, self->row) != 0)
    {
      cadre_popolo_split_id (self, id, &kind);
      return kind == CADRE_RECORD_KIND_ORGANISATION;
    }

  return set_organization (self, id, CADRE_FIELD_ASSIGNMENT_EMPLOYER, -1, -1);
}

static gboolean
set_reference (CadrePopoloReader *self, const char *name, guint32 id)
{
  if (self->kind == CADRE_RECORD_KIND_POST)
    return set_organization (self, id, CADRE_FIELD_POST_EMPLOYER, -1, CADRE_FIELD_POST_UNIT);
  if (self->kind == CADRE_RECORD_KIND_UNIT)
    return set_organization (self, id, CADRE_FIELD_UNIT_ORGANISATIONS, -1, CADRE_FIELD_UNIT_PARENT);
  if (self->kind == CADRE_RECORD_KIND_BODY)
    return set_organization (self, id, CADRE_FIELD_BODY_HOSTS, -1, -1);

  return self->kind == CADRE_RECORD_KIND_ASSIGNMENT && set_membership_organization (self, name, id);
}

/* A text of a list: as it is, or as a part of an object. Other parts of the
 * object have no place. */
static guint32
get_part (CadrePopoloReader *self, const PopoloMember *member, guint32 node)
{
  guint32 part = node;

  if (cadre_popolo_get_node (self, node)->token == CADRE_TOKEN_BEGIN_OBJECT)
    {
      part = cadre_json_tree_find (self->tree, node, member->part);
      if (part == 0)
        {
          cadre_popolo_report_form (self, node);
          return 0;
        }
      if (cadre_popolo_get_node (self, cadre_popolo_get_node (self, node)->first)->next != 0)
        cadre_popolo_report_place (self, node);
    }

  if (cadre_popolo_get_node (self, part)->token == CADRE_TOKEN_STRING)
    return cadre_popolo_get_node (self, part)->text;
  cadre_popolo_report_form (self, part);
  return 0;
}

static void
read_texts (CadrePopoloReader *self, const PopoloMember *member, guint32 node, int field)
{
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (guint32));

  if (cadre_popolo_get_node (self, node)->token != CADRE_TOKEN_BEGIN_ARRAY)
    {
      cadre_popolo_report_form (self, node);
      return;
    }

  for (guint32 i = cadre_popolo_get_node (self, node)->first; i != 0;
       i = cadre_popolo_get_node (self, i)->next)
    {
      guint32 code = get_part (self, member, i);

      if (code != 0)
        g_array_append_val (codes, code);
    }
  cadre_gather_add_to_list (&self->gather, self->kind, self->row, field,
                            (const guint32 *) (gpointer) codes->data, codes->len);
}

static void
read_word (CadrePopoloReader *self, guint32 node, guint field)
{
  g_autoptr (GEnumClass) words =
    g_type_class_ref (cadre_schema_get (self->kind)->fields[field].get_type ());
  const GEnumValue *word =
    g_enum_get_value_by_nick (words, cadre_json_tree_text (self->tree, node));

  if (word != NULL && word->value != 0)
    cadre_gather_set_number (&self->gather, self->kind, self->row, field, word->value);
  else
    cadre_popolo_report_place (self, node);
}

/* An object in the place of its id; the object itself is read where it stands in
 * a list. */
static void
read_embedded (CadrePopoloReader *self, const PopoloMember *member, guint32 node)
{
  guint32 id = 0;

  if (cadre_popolo_get_node (self, node)->token == CADRE_TOKEN_BEGIN_OBJECT)
    id = cadre_json_tree_find (self->tree, node, "id");
  id = id != 0 ? cadre_popolo_get_id (self, id) : 0;
  if (id == 0)
    {
      cadre_popolo_report_form (self, node);
      return;
    }

  if (strcmp (member->part, "person_id") == 0)
    cadre_gather_set_code (&self->gather, self->kind, self->row, CADRE_FIELD_ASSIGNMENT_PERSON, id);
  else if (strcmp (member->part, "post_id") == 0)
    cadre_gather_set_code (&self->gather, self->kind, self->row, CADRE_FIELD_ASSIGNMENT_POST, id);
  else if (!set_reference (self, member->part, id))
    cadre_popolo_report_place (self, node);
  if (cadre_popolo_get_node (self, cadre_popolo_get_node (self, node)->first)->next != 0)
    cadre_popolo_report_place (self, node);
}

void
cadre_popolo_add_objects (CadrePopoloReader *self, guint32 list, CadrePopoloItem item)
{
  if (cadre_popolo_get_node (self, list)->token != CADRE_TOKEN_BEGIN_ARRAY)
    {
      cadre_popolo_report_form (self, list);
      return;
    }

  for (guint32 i = cadre_popolo_get_node (self, list)->first; i != 0;
       i = cadre_popolo_get_node (self, i)->next)
    if (cadre_popolo_get_node (self, i)->token == CADRE_TOKEN_BEGIN_OBJECT)
      {
        item.node = i;
        g_array_append_val (self->items, item);
      }
    else
      {
        cadre_popolo_report_form (self, i);
        self->gather.fates[CADRE_ROW_FATE_ISSUE]++;
      }
}

static void
read_objects (CadrePopoloReader *self, const PopoloMember *member, guint32 node)
{
  guint32 own = cadre_json_tree_find (self->tree, self->item->node, "id");
  guint32 id = own != 0 ? cadre_popolo_get_id (self, own) : 0;
  CadrePopoloItem item = { .klass = (CadrePopoloClass) member->field };

  if (self->item->klass == CADRE_POPOLO_PERSON)
    item.person = id;
  else if (self->item->klass == CADRE_POPOLO_POST)
    item.post = id;
  else
    item.organization = id;

  cadre_popolo_add_objects (self, node, item);
}

static void
read_string (CadrePopoloReader *self, const PopoloMember *member, guint32 node, int field)
{
  guint32 text = cadre_popolo_get_node (self, node)->text;
  gboolean good = TRUE;

  if (cadre_popolo_get_node (self, node)->token != CADRE_TOKEN_STRING)
    {
      cadre_popolo_report_form (self, node);
      return;
    }

  if (member->kind == MEMBER_TEXT)
    cadre_gather_set_code (&self->gather, self->kind, self->row, field, text);
  else if (member->kind == MEMBER_WORD)
    read_word (self, node, field);
  else if (member->kind == MEMBER_DATE)
    good = cadre_gather_set_date (&self->gather, self->kind, self->row, field,
                                  cadre_popolo_get_text (self, text));
  else if (cadre_popolo_get_id (self, node) == 0)
    good = FALSE;
  else if (member->kind == MEMBER_REFERENCE)
    cadre_gather_set_code (&self->gather, self->kind, self->row, field, text);
  else if (!set_reference (self, member->name, text))
    cadre_popolo_report_place (self, node);

  if (!good)
    cadre_popolo_report_form (self, node);
}

static const PopoloMember *
find_member (CadrePopoloClass klass, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (members[i].klass == klass && strcmp (members[i].name, name) == 0)
      return &members[i];

  return NULL;
}

static int
field_of_kind (const PopoloMember *member, CadreRecordKind kind)
{
  if (kind == CADRE_RECORD_KIND_BODY)
    return member->body_field;

  return kind == CADRE_RECORD_KIND_UNIT ? member->unit_field : member->field;
}

static void
read_member (CadrePopoloReader *self, const PopoloMember *member, guint32 node)
{
  int field = field_of_kind (member, self->kind);

  if (field < 0)
    cadre_popolo_report_place (self, node);
  else if (member->kind == MEMBER_TEXTS)
    read_texts (self, member, node, field);
  else if (member->kind == MEMBER_EMBEDDED)
    read_embedded (self, member, node);
  else if (member->kind == MEMBER_OBJECTS)
    read_objects (self, member, node);
  else
    read_string (self, member, node, field);
}

/* What the objects around it say, before its own members say more. */
static void
read_context (CadrePopoloReader *self)
{
  const CadrePopoloItem *item = self->item;

  if (item->organization != 0 && !set_reference (self, "organization_id", item->organization))
    cadre_popolo_report_place (self, item->node);
}

/* Whether an organization is an employer depends on these. */
static const char *const first_members[] = { "post_id", "post", "on_behalf_of_id", "on_behalf_of",
                                             NULL };

static void
read_first_members (CadrePopoloReader *self)
{
  const CadrePopoloItem *item = self->item;

  if (item->klass != CADRE_POPOLO_MEMBERSHIP)
    return;

  cadre_gather_set_code (&self->gather, self->kind, self->row, CADRE_FIELD_ASSIGNMENT_PERSON,
                         item->person);
  cadre_gather_set_code (&self->gather, self->kind, self->row, CADRE_FIELD_ASSIGNMENT_POST,
                         item->post);
  for (guint i = 0; first_members[i] != NULL; i++)
    {
      guint32 node = cadre_json_tree_find (self->tree, item->node, first_members[i]);

      if (node != 0 && cadre_popolo_get_node (self, node)->token != CADRE_TOKEN_NULL)
        read_member (self, find_member (item->klass, first_members[i]), node);
    }
}

static gboolean
is_read_before (CadrePopoloReader *self, const PopoloMember *member)
{
  return member->kind == MEMBER_ID || (self->item->klass == CADRE_POPOLO_MEMBERSHIP &&
                                       g_strv_contains (first_members, member->name));
}

void
cadre_popolo_read_members (CadrePopoloReader *self)
{
  read_first_members (self);
  read_context (self);

  for (guint32 i = cadre_popolo_get_node (self, self->item->node)->first; i != 0;
       i = cadre_popolo_get_node (self, i)->next)
    {
      const PopoloMember *member =
        find_member (self->item->klass, cadre_json_tree_name (self->tree, i));

      if (cadre_popolo_get_node (self, i)->token == CADRE_TOKEN_NULL)
        continue;
      if (member == NULL)
        cadre_popolo_report_place (self, i);
      else if (!is_read_before (self, member))
        read_member (self, member, i);
    }
}
