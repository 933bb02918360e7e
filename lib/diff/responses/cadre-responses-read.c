/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Documents of responses. */

#include "config.h"

#include "diff/responses/cadre-responses-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

#define MAX_ID 255
#define POINTER_SHOWN 200 /* bytes of a pointer that an error shows */

typedef struct
{
  CadreReader *reader;
  GCancellable *cancellable;
  GError **error;
} Reading;

/* A member that is known, and what reads it; @object is what it is a member of. */
typedef struct
{
  const char *name;
  gboolean (*read) (Reading *self, gpointer object);
} Member;

static gboolean
fail (Reading *self, const char *rule)
{
  g_autofree char *pointer = cadre_reader_dup_pointer (self->reader);
  g_autofree char *shown =
    pointer != NULL ? g_utf8_make_valid (pointer, (gssize) strnlen (pointer, POINTER_SHOWN)) : NULL;

  for (char *c = shown; c != NULL && *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = '?';

  g_set_error (self->error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_RESPONSES, "At %s: %s",
               shown != NULL && *shown != '\0' ? shown : "the top", rule);
  return FALSE;
}

static gboolean
next (Reading *self, CadreToken *token)
{
  return cadre_reader_next (self->reader, token, self->cancellable, self->error);
}

static gboolean
begin (Reading *self, CadreToken wanted, const char *rule)
{
  CadreToken token = CADRE_TOKEN_END;

  return next (self, &token) && (token == wanted || fail (self, rule));
}

typedef struct
{
  char *name;
  char *value;
} UnknownMember;

static void
unknown_member_clear (gpointer member)
{
  g_free (((UnknownMember *) member)->name);
  g_free (((UnknownMember *) member)->value);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (((const UnknownMember *) a)->name, ((const UnknownMember *) b)->name);
}

/* Unknown members stay, as the text of one object. */
static gboolean
keep (Reading *self, const char *name, GArray *unknown)
{
  UnknownMember member = { NULL, NULL };

  member.value = cadre_reader_read_canonical (self->reader, self->cancellable, self->error);
  if (member.value == NULL)
    return FALSE;

  member.name = g_strdup (name);
  g_array_append_val (unknown, member);
  return TRUE;
}

/* In byte order of their names. */
static char *
join_unknown (GArray *unknown)
{
  g_autoptr (CadreWriter) writer = NULL;

  if (unknown->len == 0)
    return NULL;

  g_array_sort (unknown, compare_names);
  writer = cadre_writer_new_for_text ();
  cadre_writer_begin_object (writer);
  for (guint i = 0; i < unknown->len; i++)
    {
      cadre_writer_member (writer, g_array_index (unknown, UnknownMember, i).name);
      cadre_writer_canonical (writer, g_array_index (unknown, UnknownMember, i).value);
    }
  cadre_writer_end_object (writer);
  return cadre_writer_finish (writer, NULL, NULL) ? cadre_writer_dup_text (writer) : NULL;
}

static gboolean
read_member (Reading *self, const Member *members, gpointer object, GArray *unknown)
{
  g_autofree char *name = g_strdup (cadre_reader_get_text (self->reader, NULL));

  for (guint i = 0; members[i].name != NULL; i++)
    if (g_str_equal (members[i].name, name))
      return members[i].read (self, object);

  return keep (self, name, unknown);
}

/* Reads from inside an object to its end. */
static gboolean
read_members (Reading *self, const Member *members, gpointer object, char **extra)
{
  g_autoptr (GArray) unknown = g_array_new (FALSE, FALSE, sizeof (UnknownMember));
  CadreToken token = CADRE_TOKEN_END;

  g_array_set_clear_func (unknown, unknown_member_clear);
  for (;;)
    {
      if (!next (self, &token))
        return FALSE;
      if (token == CADRE_TOKEN_END_OBJECT)
        break;
      if (token != CADRE_TOKEN_MEMBER)
        return fail (self, "the members of an object stand here");
      if (!read_member (self, members, object, unknown))
        return FALSE;
    }

  *extra = join_unknown (unknown);
  return TRUE;
}

/* null is unknown. */
static gboolean
read_text (Reading *self, char **text)
{
  CadreToken token = CADRE_TOKEN_END;

  g_clear_pointer (text, g_free);
  if (!next (self, &token))
    return FALSE;
  if (token == CADRE_TOKEN_NULL)
    return TRUE;
  if (token != CADRE_TOKEN_STRING)
    return fail (self, "a text or null stands here");

  *text = g_strdup (cadre_reader_get_text (self->reader, NULL));
  return TRUE;
}

static gboolean
read_id (Reading *self, char **id)
{
  if (!read_text (self, id))
    return FALSE;

  return *id == NULL || (**id != '\0' && strlen (*id) <= MAX_ID) ||
         fail (self, "an id of 1 to 255 bytes stands here");
}

static gboolean
read_word (Reading *self, GType words, int *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (words);
  g_autofree char *text = NULL;
  const GEnumValue *word = NULL;

  if (!read_text (self, &text))
    return FALSE;
  if (text == NULL)
    return TRUE;

  word = g_enum_get_value_by_nick (klass, text);
  if (word == NULL)
    return fail (self, "one of the words of its list stands here");

  *value = word->value;
  return TRUE;
}

/* Ties */

typedef struct
{
  int record_kind;
  char *id;
  char *field;
  int kind;
} Tie;

static gboolean
read_tie_record (Reading *self, gpointer object)
{
  return read_word (self, CADRE_TYPE_RECORD_KIND, &((Tie *) object)->record_kind);
}

static gboolean
read_tie_id (Reading *self, gpointer object)
{
  return read_id (self, &((Tie *) object)->id);
}

static gboolean
read_tie_field (Reading *self, gpointer object)
{
  return read_text (self, &((Tie *) object)->field);
}

static gboolean
read_tie_change (Reading *self, gpointer object)
{
  return read_word (self, CADRE_TYPE_CHANGE_KIND, &((Tie *) object)->kind);
}

static const Member tie_members[] = { { "record", read_tie_record },
                                      { "id", read_tie_id },
                                      { "field", read_tie_field },
                                      { "change", read_tie_change },
                                      { NULL, NULL } };

static gboolean
read_tie (Reading *self, gpointer object)
{
  CadreResponse *response = object;
  g_autofree char *id = NULL;
  g_autofree char *field = NULL;
  g_autofree char *extra = NULL;
  g_autoptr (CadreResponseTie) made = NULL;
  Tie tie = { CADRE_RECORD_KIND_POST, NULL, NULL, CADRE_ANY_CHANGE };
  const gboolean is_read = read_members (self, tie_members, &tie, &extra);

  id = tie.id;
  field = tie.field;
  if (!is_read)
    return FALSE;
  if (id == NULL)
    return fail (self, "the change has no id of a record");

  made =
    cadre_response_tie_new_full ((CadreRecordKind) tie.record_kind, id, field, tie.kind, extra);
  g_list_store_append (response->ties, made);
  return TRUE;
}

/* A list of objects, each read by @read_one; @one says what is missing where something
 * else stands. */
static gboolean
read_list (Reading *self,
           gboolean (*read_one) (Reading *self, gpointer object),
           gpointer object,
           const char *list,
           const char *one)
{
  CadreToken token = CADRE_TOKEN_END;

  if (!begin (self, CADRE_TOKEN_BEGIN_ARRAY, list))
    return FALSE;

  for (;;)
    {
      if (!next (self, &token))
        return FALSE;
      if (token == CADRE_TOKEN_END_ARRAY)
        return TRUE;
      if (token != CADRE_TOKEN_BEGIN_OBJECT)
        return fail (self, one);
      if (!read_one (self, object))
        return FALSE;
    }
}

static gboolean
read_ties (Reading *self, gpointer object)
{
  return read_list (self, read_tie, object, "a list of changes stands here",
                    "a change stands here");
}

/* Responses */

static gboolean
read_response_id (Reading *self, gpointer object)
{
  return read_id (self, &((CadreResponse *) object)->id);
}

static gboolean
read_date (Reading *self, gpointer object)
{
  CadreResponse *response = object;
  g_autofree char *text = NULL;

  if (!read_text (self, &text))
    return FALSE;

  g_clear_pointer (&response->date, cadre_date_free);
  response->date = text != NULL ? cadre_date_new_parse (text, NULL) : NULL;
  return text == NULL || response->date != NULL ||
         fail (self, "a date such as 2007-04-12, 2007-04 or 2007 stands here");
}

static gboolean
read_respondent (Reading *self, gpointer object)
{
  int value = CADRE_RESPONDENT_UNKNOWN;

  if (!read_word (self, CADRE_TYPE_RESPONDENT, &value))
    return FALSE;

  ((CadreResponse *) object)->respondent = (CadreRespondent) value;
  return TRUE;
}

static gboolean
read_body (Reading *self, gpointer object)
{
  return read_id (self, &((CadreResponse *) object)->body);
}

static gboolean
read_said (Reading *self, gpointer object)
{
  return read_text (self, &((CadreResponse *) object)->said);
}

static gboolean
read_verbatim (Reading *self, gpointer object)
{
  return read_text (self, &((CadreResponse *) object)->verbatim);
}

static gboolean
read_answer (Reading *self, gpointer object)
{
  int value = CADRE_ANSWER_UNKNOWN;

  if (!read_word (self, CADRE_TYPE_ANSWER, &value))
    return FALSE;

  ((CadreResponse *) object)->answer = (CadreAnswer) value;
  return TRUE;
}

static gboolean
read_reason (Reading *self, gpointer object)
{
  return read_text (self, &((CadreResponse *) object)->reason);
}

static const Member response_members[] = { { "id", read_response_id },
                                           { "date", read_date },
                                           { "respondent", read_respondent },
                                           { "body", read_body },
                                           { "said", read_said },
                                           { "verbatim", read_verbatim },
                                           { "answer", read_answer },
                                           { "reason", read_reason },
                                           { "changes", read_ties },
                                           { NULL, NULL } };

static gboolean
read_response (Reading *self, gpointer object)
{
  g_autoptr (CadreResponse) response = g_object_new (CADRE_TYPE_RESPONSE, NULL);

  return read_members (self, response_members, response, &response->extra) &&
         cadre_responses_add (object, response, self->error);
}

static gboolean
read_responses (Reading *self, gpointer object)
{
  return read_list (self, read_response, object, "a list of responses stands here",
                    "a response stands here");
}

static gboolean
read_title (Reading *self, gpointer object)
{
  return read_text (self, &((CadreResponses *) object)->title);
}

static const Member document_members[] = { { "title", read_title },
                                           { "responses", read_responses },
                                           { NULL, NULL } };

/**
 * cadre_responses_read:
 * @reader: a #CadreReader that has read nothing yet
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads responses from a document.
 *
 * Returns: (transfer full): the responses, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreResponses *
cadre_responses_read (CadreReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreResponses) self = NULL;
  Reading reading = { reader, cancellable, error };
  CadreToken token = CADRE_TOKEN_END;

  g_return_val_if_fail (CADRE_IS_READER (reader), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!cadre_reader_read_head (reader, "responses", CADRE_RESPONSES_VERSION, NULL, cancellable,
                               error))
    return NULL;

  self = cadre_responses_new_empty (NULL);
  if (!read_members (&reading, document_members, self, &self->extra) || !next (&reading, &token))
    return NULL;

  return g_steal_pointer (&self);
}

/**
 * cadre_responses_load:
 * @file: the file
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Loads responses from a JSON document.
 *
 * Returns: (transfer full): the responses, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreResponses *
cadre_responses_load (GFile *file, CadreLimits *limits, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreReader) reader = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = cadre_reader_new_for_file (file, limits, cancellable, error);
  return reader != NULL ? cadre_responses_read (reader, cancellable, error) : NULL;
}

/**
 * cadre_responses_load_bytes:
 * @bytes: the document
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Loads responses from a document in memory, as cadre_responses_load() does.
 *
 * Returns: (transfer full): the responses, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreResponses *
cadre_responses_load_bytes (GBytes *bytes,
                            CadreLimits *limits,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (CadreReader) reader = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = cadre_reader_new_for_bytes (bytes, limits);
  return cadre_responses_read (reader, cancellable, error);
}
