/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Policies out of documents and into them. */

#include "config.h"

#include "matching/cadre-members-private.h"
#include "matching/cadre-policy-private.h"

#define POLICY_VERSION 1

enum
{
  MEMBER_NAME,
  MEMBER_BASE,
  MEMBER_EMPLOYERS,
  MEMBER_VERSION,
  MEMBER_AGREED,
  MEMBER_PARTIES,
  MEMBER_NOTE,
  MEMBER_SOURCE,
  MEMBER_PARAMETERS
};

/* Fails about the token that was just read, naming a parameter. */
static gboolean
fail_parameter (CadreReader *reader, GError **error, const char *name, const char *rule)
{
  g_autoptr (GError) form = NULL;
  g_autofree char *text = g_strdup_printf ("the parameter “%s” %s", name, rule);

  /* For the place of the token. */
  cadre_reader_fail_form (reader, &form, text);
  g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_PARAMETER, form->message);
  return FALSE;
}

/* The words of a list, up to its end, with commas. */
static gboolean
read_words (CadreReader *reader, GString *text, GCancellable *cancellable, GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  for (;;)
    {
      if (!cadre_reader_next (reader, &token, cancellable, error))
        return FALSE;
      if (token == CADRE_TOKEN_END_ARRAY)
        return TRUE;
      if (token != CADRE_TOKEN_STRING)
        return cadre_reader_fail_form (reader, error, "only texts may stand here");
      g_string_append_printf (text, "%s%s", text->len > 0 ? "," : "",
                              cadre_reader_get_text (reader, NULL));
    }
}

/* Whether a value of a document may be a value of the parameter: a number is
 * not a text, and a text no number. */
static gboolean
token_fits (CadreParameter parameter, CadreToken token, const char *text)
{
  CadreParameterKind kind = cadre_parameter_spec (parameter)->kind;

  switch (token)
    {
    case CADRE_TOKEN_NUMBER:
      return kind == CADRE_PARAMETER_KIND_INTEGER;
    case CADRE_TOKEN_STRING:
      return kind == CADRE_PARAMETER_KIND_WORD ||
             (kind == CADRE_PARAMETER_KIND_INTEGER && cadre_parameter_has_word (parameter, text));
    case CADRE_TOKEN_TRUE:
    case CADRE_TOKEN_FALSE:
      return kind == CADRE_PARAMETER_KIND_FLAG;
    case CADRE_TOKEN_BEGIN_ARRAY:
      return kind == CADRE_PARAMETER_KIND_WORDS || kind == CADRE_PARAMETER_KIND_ORDER;
    case CADRE_TOKEN_END:
    case CADRE_TOKEN_BEGIN_OBJECT:
    case CADRE_TOKEN_END_OBJECT:
    case CADRE_TOKEN_END_ARRAY:
    case CADRE_TOKEN_MEMBER:
    case CADRE_TOKEN_NULL:
    default:
      return FALSE;
    }
}

/* Reads the value whose first token is @token. */
static gboolean
read_value (CadreReader *reader,
            CadreParameter parameter,
            CadreToken token,
            char **normal,
            GCancellable *cancellable,
            GError **error)
{
  const CadreParameterSpec *spec = cadre_parameter_spec (parameter);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *values = cadre_parameter_describe_values (parameter);
  g_autofree char *rule = g_strdup_printf ("must be %s", values);

  if (!token_fits (parameter, token,
                   token == CADRE_TOKEN_STRING ? cadre_reader_get_text (reader, NULL) : NULL))
    return fail_parameter (reader, error, spec->name, rule);

  if (token == CADRE_TOKEN_NUMBER || token == CADRE_TOKEN_STRING)
    g_string_append (text, cadre_reader_get_text (reader, NULL));
  else if (token == CADRE_TOKEN_TRUE || token == CADRE_TOKEN_FALSE)
    g_string_append (text, token == CADRE_TOKEN_TRUE ? "true" : "false");
  else if (!read_words (reader, text, cancellable, error))
    return FALSE;

  *normal = cadre_parameter_normalise (parameter, text->str);
  return *normal != NULL || fail_parameter (reader, error, spec->name, rule);
}

typedef struct
{
  CadreParameter parameter;
  char *value; /* (nullable) */
} ValueReading;

static gboolean
read_value_member (CadreReader *reader,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  ValueReading *reading = user_data;
  CadreToken token = CADRE_TOKEN_END;

  g_clear_pointer (&reading->value, g_free);
  return cadre_reader_next (reader, &token, cancellable, error) &&
         read_value (reader, reading->parameter, token, &reading->value, cancellable, error);
}

/* Reads {"value": 60, "clause": "4.2"}, from inside of it. */
static gboolean
read_value_object (CadreReader *reader,
                   CadrePolicy *policy,
                   CadreParameter parameter,
                   GCancellable *cancellable,
                   GError **error)
{
  static const CadreMemberSpec specs[] = {
    { "value", read_value_member },
    { "clause", NULL },
    { "source", NULL },
    { NULL },
  };
  g_auto (CadreMembers) members = { 0 };
  g_autofree char *clause = NULL;
  g_autofree char *source = NULL;
  ValueReading reading = { parameter, NULL };
  gboolean ok = cadre_members_read (&members, reader, specs, &reading, cancellable, error) &&
                cadre_members_get_string (&members, 1, &clause, error) &&
                cadre_members_get_string (&members, 2, &source, error);

  if (ok && reading.value == NULL)
    ok = fail_parameter (reader, error, cadre_parameter_spec (parameter)->name, "has no value");
  if (!ok)
    {
      g_free (reading.value);
      return FALSE;
    }

  cadre_policy_set_value (policy, parameter, reading.value, clause, source);
  return TRUE;
}

static gboolean
read_parameter (CadreReader *reader, CadrePolicy *policy, GCancellable *cancellable, GError **error)
{
  g_autofree char *name = g_strdup (cadre_reader_get_text (reader, NULL));
  int parameter = cadre_parameter_find (name);
  CadreToken token = CADRE_TOKEN_END;
  char *value = NULL;

  if (parameter < 0)
    return fail_parameter (reader, error, name, "is none that there is");
  if (!cadre_reader_next (reader, &token, cancellable, error))
    return FALSE;
  if (token == CADRE_TOKEN_BEGIN_OBJECT)
    return read_value_object (reader, policy, parameter, cancellable, error);
  if (!read_value (reader, parameter, token, &value, cancellable, error))
    return FALSE;

  cadre_policy_set_value (policy, parameter, value, NULL, NULL);
  return TRUE;
}

static gboolean
read_parameters (CadreReader *reader, gpointer user_data, GCancellable *cancellable, GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  if (!cadre_reader_begin (reader, CADRE_TOKEN_BEGIN_OBJECT,
                           "parameters are an object of values by name", cancellable, error))
    return FALSE;

  for (;;)
    {
      if (!cadre_reader_next (reader, &token, cancellable, error))
        return FALSE;
      if (token == CADRE_TOKEN_END_OBJECT)
        return TRUE;
      if (!read_parameter (reader, user_data, cancellable, error))
        return FALSE;
    }
}

static const CadreMemberSpec policy_members[] = {
  [MEMBER_NAME] = { "name", NULL },
  [MEMBER_BASE] = { "base", NULL },
  [MEMBER_EMPLOYERS] = { "employers", NULL },
  [MEMBER_VERSION] = { "version", NULL },
  [MEMBER_AGREED] = { "agreed", NULL },
  [MEMBER_PARTIES] = { "parties", NULL },
  [MEMBER_NOTE] = { "note", NULL },
  [MEMBER_SOURCE] = { "source", NULL },
  [MEMBER_PARAMETERS] = { "parameters", read_parameters },
  { NULL },
};

static gboolean
take_members (CadrePolicy *self, const CadreMembers *members, GError **error)
{
  if (!cadre_members_get_string (members, MEMBER_NAME, &self->name, error) ||
      !cadre_members_get_string (members, MEMBER_BASE, &self->base, error) ||
      !cadre_members_get_list (members, MEMBER_EMPLOYERS, &self->employers, error) ||
      !cadre_members_get_string (members, MEMBER_VERSION, &self->version, error) ||
      !cadre_members_get_date (members, MEMBER_AGREED, &self->agreed, error) ||
      !cadre_members_get_list (members, MEMBER_PARTIES, &self->parties, error) ||
      !cadre_members_get_string (members, MEMBER_NOTE, &self->note, error) ||
      !cadre_members_get_string (members, MEMBER_SOURCE, &self->source, error))
    return FALSE;

  self->unknown = cadre_members_dup_unknown (members);
  return (self->name != NULL && *self->name != '\0') ||
         cadre_members_fail (members, error, "a policy has a name");
}

static gboolean
check_complete (CadrePolicy *self, const CadreMembers *members, GError **error)
{
  for (guint i = 0; i < CADRE_N_PARAMETERS; i++)
    if (self->values[i].text == NULL)
      {
        g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_PARAMETER,
                     "%s: the policy does not say the parameter “%s”, and names no base",
                     members->place, cadre_parameter_spec (i)->name);
        return FALSE;
      }

  return TRUE;
}

/* A preset is named, and not written out. */
static gboolean
check_preset (CadrePolicy *self, const CadreMembers *members, GError **error)
{
  if (!cadre_policy_is_preset (self) ||
      (self->base == NULL && !cadre_members_has (members, MEMBER_PARAMETERS)))
    return TRUE;

  g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_PARAMETER,
               cadre_policy_is_illustrative (self)
                 ? "%s: the illustrative policy cannot be changed under its own name"
                 : "%s: a preset cannot be changed under its own name",
               members->place);
  return FALSE;
}

/* Values that the document does not state come from the base, and from nowhere
 * else. */
static gboolean
complete (CadrePolicy *self, const CadreMembers *members, GError **error)
{
  const char *name = cadre_policy_is_preset (self) ? self->name : self->base;
  g_autoptr (CadrePolicy) base = NULL;

  if (!check_preset (self, members, error))
    return FALSE;
  if (name != NULL && !cadre_policy_is_preset_name (name))
    return cadre_members_fail (members, error,
                               "only a preset, such as “illustrative”, can be a base");

  base = name != NULL ? cadre_policy_new_preset (name, error) : NULL;
  if (name != NULL && base == NULL)
    return FALSE;
  if (base != NULL)
    cadre_policy_inherit (self, base);
  for (guint i = 0; self->base == NULL && base != NULL && i < CADRE_N_PARAMETERS; i++)
    self->values[i].is_inherited = base->values[i].is_inherited;

  return check_complete (self, members, error);
}

/**
 * cadre_policy_read_members:
 * @reader: a #CadreReader that stands inside the object of a policy
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads a policy that stands inside a document, up to the end of its object.
 *
 * The name of a preset alone stands for it: see cadre_policy_list_presets(). Any
 * other policy states all its parameters, or names a preset as its base. A parameter
 * that there is not, or a value that it cannot have, is
 * %CADRE_MATCHING_ERROR_PARAMETER, with its place.
 *
 * Returns: (transfer full): the policy, or %NULL with @error set
 *
 * Since: 1.0
 */
CadrePolicy *
cadre_policy_read_members (CadreReader *reader, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadrePolicy) self = NULL;
  g_auto (CadreMembers) members = { 0 };

  g_return_val_if_fail (CADRE_IS_READER (reader), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (CADRE_TYPE_POLICY, NULL);
  if (!cadre_members_read (&members, reader, policy_members, self, cancellable, error) ||
      !take_members (self, &members, error) || !complete (self, &members, error))
    return NULL;

  cadre_policy_seal (self);
  return g_steal_pointer (&self);
}

static gboolean
read_policies (CadreReader *reader, gpointer user_data, GCancellable *cancellable, GError **error)
{
  GListStore *list = user_data;
  CadreToken token = CADRE_TOKEN_END;

  if (!cadre_reader_begin (reader, CADRE_TOKEN_BEGIN_ARRAY, "policies are a list", cancellable,
                           error))
    return FALSE;

  for (;;)
    {
      g_autoptr (CadrePolicy) policy = NULL;

      if (!cadre_reader_next (reader, &token, cancellable, error))
        return FALSE;
      if (token == CADRE_TOKEN_END_ARRAY)
        return TRUE;
      if (token != CADRE_TOKEN_BEGIN_OBJECT)
        return cadre_reader_fail_form (reader, error, "a policy is an object");

      policy = cadre_policy_read_members (reader, cancellable, error);
      if (policy == NULL)
        return FALSE;
      g_list_store_append (list, policy);
    }
}

/**
 * cadre_policy_read:
 * @reader: a #CadreReader at the beginning of its document
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads the policies of a document of the kind `policy`.
 *
 * Returns: (transfer full): a list of #CadrePolicy, or %NULL with @error set
 *
 * Since: 1.0
 */
GListModel *
cadre_policy_read (CadreReader *reader, GCancellable *cancellable, GError **error)
{
  static const CadreMemberSpec specs[] = {
    { "policies", read_policies },
    { NULL },
  };
  g_autoptr (GListStore) list = NULL;
  g_auto (CadreMembers) members = { 0 };
  CadreToken token = CADRE_TOKEN_END;

  g_return_val_if_fail (CADRE_IS_READER (reader), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  list = g_list_store_new (CADRE_TYPE_POLICY);
  if (!cadre_reader_read_head (reader, "policy", POLICY_VERSION, NULL, cancellable, error) ||
      !cadre_members_read (&members, reader, specs, list, cancellable, error) ||
      !cadre_reader_next (reader, &token, cancellable, error))
    return NULL;

  return G_LIST_MODEL (g_steal_pointer (&list));
}

/**
 * cadre_policy_load:
 * @file: the file
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Loads the policies of a document of the kind `policy`.
 *
 * Returns: (transfer full): a list of #CadrePolicy, or %NULL with @error set
 *
 * Since: 1.0
 */
GListModel *
cadre_policy_load (GFile *file, CadreLimits *limits, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreReader) reader = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = cadre_reader_new_for_file (file, limits, cancellable, error);
  return reader != NULL ? cadre_policy_read (reader, cancellable, error) : NULL;
}

/**
 * cadre_policy_load_bytes:
 * @bytes: the document
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Loads the policies of a document in memory, as cadre_policy_load() does.
 *
 * Returns: (transfer full): a list of #CadrePolicy, or %NULL with @error set
 *
 * Since: 1.0
 */
GListModel *
cadre_policy_load_bytes (GBytes *bytes,
                         CadreLimits *limits,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (CadreReader) reader = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = cadre_reader_new_for_bytes (bytes, limits);
  return cadre_policy_read (reader, cancellable, error);
}

static void
write_value (CadreWriter *writer, CadreParameter parameter, const char *text)
{
  const CadreParameterSpec *spec = cadre_parameter_spec (parameter);
  g_auto (GStrv) words = NULL;

  cadre_writer_member (writer, "value");
  if (spec->kind == CADRE_PARAMETER_KIND_FLAG)
    cadre_writer_boolean (writer, g_str_equal (text, "true"));
  else if (g_ascii_isdigit (*text))
    cadre_writer_number (writer, text);
  else if (spec->kind != CADRE_PARAMETER_KIND_WORDS && spec->kind != CADRE_PARAMETER_KIND_ORDER)
    cadre_writer_string (writer, text);
  else
    {
      words = g_strsplit (text, ", ", -1);
      cadre_writer_begin_array (writer);
      for (guint i = 0; words[i] != NULL; i++)
        cadre_writer_string (writer, words[i]);
      cadre_writer_end_array (writer);
    }
}

static void
write_parameters (CadrePolicy *self, CadreWriter *writer)
{
  cadre_writer_member (writer, "parameters");
  cadre_writer_begin_object (writer);
  for (guint i = 0; i < CADRE_N_PARAMETERS; i++)
    if (!self->values[i].is_inherited)
      {
        cadre_writer_member (writer, cadre_parameter_spec (i)->name);
        cadre_writer_begin_object (writer);
        write_value (writer, i, self->values[i].text);
        cadre_write_string (writer, "clause", self->values[i].clause);
        cadre_write_string (writer, "source", self->values[i].source);
        cadre_writer_end_object (writer);
      }
  cadre_writer_end_object (writer);
}

/**
 * cadre_policy_write_members:
 * @self: a #CadrePolicy
 * @writer: a #CadreWriter that stands inside an object
 *
 * Writes the members of a policy. Values that it inherits are not written, and
 * of a preset only the name is.
 *
 * Since: 1.0
 */
void
cadre_policy_write_members (CadrePolicy *self, CadreWriter *writer)
{
  g_return_if_fail (CADRE_IS_POLICY (self));
  g_return_if_fail (CADRE_IS_WRITER (writer));

  cadre_write_string (writer, "name", self->name);
  cadre_write_string (writer, "base", cadre_policy_is_preset (self) ? NULL : self->base);
  cadre_write_list (writer, "employers", (const char *const *) self->employers);
  cadre_write_string (writer, "version", self->version);
  cadre_write_date (writer, "agreed", self->agreed);
  cadre_write_list (writer, "parties", (const char *const *) self->parties);
  cadre_write_string (writer, "note", self->note);
  cadre_write_string (writer, "source", self->source);
  if (!cadre_policy_is_preset (self))
    write_parameters (self, writer);
  cadre_write_unknown (writer, self->unknown);
}
