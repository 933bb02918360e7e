/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "base/cadre-integer-private.h"
#include "matching/cadre-members-private.h"
#include <cadre/cadre-matching-error.h>

#include <stdarg.h>
#include <string.h>

/* How much of a pointer an error shows. */
#define POINTER_SHOWN 200

static char *
dup_place (CadreReader *reader)
{
  g_autofree char *pointer = cadre_reader_dup_pointer (reader);
  g_autofree char *shown =
    *pointer != '\0' ? g_utf8_make_valid (pointer, (gssize) strnlen (pointer, POINTER_SHOWN))
                     : g_strdup ("the top");

  for (char *c = shown; *c != '\0'; c++)
    if (g_ascii_iscntrl (*c))
      *c = '?';

  return cadre_reader_get_line (reader) == 0
           ? g_strdup_printf ("At %s", shown)
           : g_strdup_printf ("Line %u, at %s", cadre_reader_get_line (reader), shown);
}

gboolean
cadre_reader_fail_form (CadreReader *reader, GError **error, const char *rule)
{
  g_autofree char *place = dup_place (reader);

  g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_FORM, "%s: %s", place, rule);
  return FALSE;
}

gboolean
cadre_reader_begin (CadreReader *reader,
                    CadreToken wanted,
                    const char *rule,
                    GCancellable *cancellable,
                    GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  if (!cadre_reader_next (reader, &token, cancellable, error))
    return FALSE;

  return token == wanted || cadre_reader_fail_form (reader, error, rule);
}

gboolean
cadre_members_fail (const CadreMembers *self, GError **error, const char *format, ...)
{
  g_autofree char *rule = NULL;
  va_list arguments;

  va_start (arguments, format);
  rule = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_FORM, "%s: %s", self->place, rule);
  return FALSE;
}

static int
find_spec (const CadreMemberSpec *specs, const char *name)
{
  for (int i = 0; specs[i].name != NULL; i++)
    if (g_str_equal (specs[i].name, name))
      return i;

  return -1;
}

static gboolean
read_member (CadreMembers *self,
             CadreReader *reader,
             gpointer user_data,
             GCancellable *cancellable,
             GError **error)
{
  g_autofree char *name = g_strdup (cadre_reader_get_text (reader, NULL));
  g_autofree char *canonical = NULL;
  int member = find_spec (self->specs, name);

  if (member >= 0 && self->specs[member].func != NULL)
    {
      self->is_read[member] = TRUE;
      return self->specs[member].func (reader, user_data, cancellable, error);
    }

  canonical = cadre_reader_read_canonical (reader, cancellable, error);
  if (canonical == NULL)
    return FALSE;

  if (member >= 0)
    self->members[member] = g_steal_pointer (&canonical);
  else
    {
      g_ptr_array_add (self->unknown, g_steal_pointer (&name));
      g_ptr_array_add (self->unknown, g_steal_pointer (&canonical));
    }

  return TRUE;
}

gboolean
cadre_members_read (CadreMembers *self,
                    CadreReader *reader,
                    const CadreMemberSpec *specs,
                    gpointer user_data,
                    GCancellable *cancellable,
                    GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  memset (self, 0, sizeof (*self));
  self->specs = specs;
  self->unknown = g_ptr_array_new_with_free_func (g_free);
  self->place = dup_place (reader);

  for (;;)
    {
      if (!cadre_reader_next (reader, &token, cancellable, error))
        return FALSE;
      if (token == CADRE_TOKEN_END_OBJECT)
        return TRUE;
      if (token != CADRE_TOKEN_MEMBER)
        return cadre_reader_fail_form (reader, error, "the members of an object stand here");
      if (!read_member (self, reader, user_data, cancellable, error))
        return FALSE;
    }
}

void
cadre_members_clear (CadreMembers *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->members); i++)
    g_clear_pointer (&self->members[i], g_free);

  g_clear_pointer (&self->unknown, g_ptr_array_unref);
  g_clear_pointer (&self->place, g_free);
}

gboolean
cadre_members_has (const CadreMembers *self, guint member)
{
  return self->is_read[member] ||
         (self->members[member] != NULL && !g_str_equal (self->members[member], "null"));
}

static gboolean
fail_value (const CadreMembers *self, guint member, const char *what, GError **error)
{
  return cadre_members_fail (self, error, "“%s” is not %s", self->specs[member].name, what);
}

/* One escape of a canonical string, @c behind its backslash; where it ends. */
static const char *
append_escape (GString *text, const char *c)
{
  static const char letters[] = "bfnrt";
  static const char meant[] = "\b\f\n\r\t";
  const char *letter = strchr (letters, *c);
  guint number = 0;

  if (*c != 'u')
    {
      g_string_append_c (text, letter != NULL ? meant[letter - letters] : *c);
      return c + 1;
    }

  for (guint i = 1; i <= 4 && c[i] != '\0'; i++)
    number = number * 16 + (guint) MAX (g_ascii_xdigit_value (c[i]), 0);
  g_string_append_unichar (text, number);
  return c + 5;
}

/* The text of a canonical string; NULL where it is something else. */
static char *
dup_text (const char *canonical)
{
  gsize length = strlen (canonical);
  GString *text = NULL;

  if (length < 2 || *canonical != '"')
    return NULL;

  text = g_string_sized_new (length);
  for (const char *c = canonical + 1; c < canonical + length - 1;)
    {
      if (*c == '\\')
        c = append_escape (text, c + 1);
      else
        g_string_append_c (text, *c++);
    }

  return g_string_free (text, FALSE);
}

gboolean
cadre_members_get_string (const CadreMembers *self, guint member, char **text, GError **error)
{
  *text = NULL;
  if (!cadre_members_has (self, member))
    return TRUE;

  *text = dup_text (self->members[member]);
  return *text != NULL || fail_value (self, member, "a text", error);
}

gboolean
cadre_members_get_id (const CadreMembers *self, guint member, char **text, GError **error)
{
  gsize length = 0;

  if (!cadre_members_get_string (self, member, text, error))
    return FALSE;

  length = *text != NULL ? strlen (*text) : 1;
  if (length >= 1 && length <= 255)
    return TRUE;

  g_clear_pointer (text, g_free);
  return fail_value (self, member, "an id of 1 to 255 bytes", error);
}

gboolean
cadre_members_get_date (const CadreMembers *self, guint member, CadreDate **date, GError **error)
{
  g_autofree char *text = NULL;

  *date = NULL;
  if (!cadre_members_has (self, member))
    return TRUE;

  text = dup_text (self->members[member]);
  *date = text != NULL ? cadre_date_new_parse (text, NULL) : NULL;
  return *date != NULL ||
         fail_value (self, member, "a date such as 2007-04-12, 2007-04 or 2007", error);
}

gboolean
cadre_members_get_integer (const CadreMembers *self,
                           guint member,
                           int least,
                           int most,
                           int *value,
                           GError **error)
{
  gint64 number = 0;

  *value = -1;
  if (!cadre_members_has (self, member))
    return TRUE;
  if (!cadre_integer_parse (self->members[member], least, most, &number))
    return cadre_members_fail (self, error, "“%s” is not a whole number from %d to %d",
                               self->specs[member].name, least, most);

  *value = (int) number;
  return TRUE;
}

gboolean
cadre_members_get_word (const CadreMembers *self,
                        guint member,
                        GType words,
                        int *value,
                        GError **error)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (words);
  g_autofree char *text = NULL;
  const GEnumValue *word = NULL;

  *value = 0;
  if (!cadre_members_has (self, member))
    return TRUE;

  text = dup_text (self->members[member]);
  word = text != NULL ? g_enum_get_value_by_nick (klass, text) : NULL;
  if (word == NULL)
    return fail_value (self, member, "one of the words of its list", error);

  *value = word->value;
  return TRUE;
}

/* The texts of a canonical array, or the names and texts of a canonical object;
 * NULL where there is anything else in it. */
static char **
dup_texts (const char *canonical, CadreToken first)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = g_bytes_new_static (canonical, strlen (canonical));
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, limits);
  CadreToken token = CADRE_TOKEN_END;

  if (!cadre_reader_next (reader, &token, NULL, NULL) || token != first)
    return NULL;

  while (cadre_reader_next (reader, &token, NULL, NULL) &&
         (token == CADRE_TOKEN_STRING || token == CADRE_TOKEN_MEMBER))
    g_ptr_array_add (texts, g_strdup (cadre_reader_get_text (reader, NULL)));
  if (token != CADRE_TOKEN_END_ARRAY && token != CADRE_TOKEN_END_OBJECT)
    return NULL;

  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&texts), FALSE);
}

gboolean
cadre_members_get_list (const CadreMembers *self, guint member, char ***list, GError **error)
{
  *list = NULL;
  if (!cadre_members_has (self, member))
    return TRUE;

  *list = dup_texts (self->members[member], CADRE_TOKEN_BEGIN_ARRAY);
  return *list != NULL || fail_value (self, member, "a list of texts", error);
}

gboolean
cadre_members_get_text (const CadreMembers *self,
                        guint member,
                        const char *language,
                        char **text,
                        GError **error)
{
  g_auto (GStrv) texts = NULL;

  *text = NULL;
  if (!cadre_members_has (self, member) || *self->members[member] != '{')
    return cadre_members_get_string (self, member, text, error);

  texts = dup_texts (self->members[member], CADRE_TOKEN_BEGIN_OBJECT);
  if (texts == NULL)
    return fail_value (self, member, "a text, or texts by language", error);

  for (guint i = 0; texts[i] != NULL && texts[i + 1] != NULL; i += 2)
    if (g_str_equal (texts[i], language))
      *text = g_strdup (texts[i + 1]);

  return TRUE;
}

static void
append_quoted (GString *string, const char *text)
{
  g_string_append_c (string, '"');
  for (const char *c = text; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_printf (string, "\\%c", *c);
      else if ((guchar) *c < 0x20)
        g_string_append_printf (string, "\\u%04x", (guint) *c);
      else
        g_string_append_c (string, *c);
    }
  g_string_append_c (string, '"');
}

typedef struct
{
  const char *name;
  const char *canonical;
} Unknown;

static int
compare_unknown (gconstpointer a, gconstpointer b)
{
  return strcmp (((const Unknown *) a)->name, ((const Unknown *) b)->name);
}

char *
cadre_members_dup_unknown (const CadreMembers *self)
{
  g_autoptr (GArray) pairs = g_array_new (FALSE, FALSE, sizeof (Unknown));
  GString *string = NULL;

  if (self->unknown->len == 0)
    return NULL;

  for (guint i = 0; i < self->unknown->len; i += 2)
    {
      Unknown pair = { self->unknown->pdata[i], self->unknown->pdata[i + 1] };

      g_array_append_val (pairs, pair);
    }
  g_array_sort (pairs, compare_unknown);

  string = g_string_new ("{");
  for (guint i = 0; i < pairs->len; i++)
    {
      const Unknown *pair = &g_array_index (pairs, Unknown, i);

      if (i > 0)
        g_string_append (string, ", ");
      append_quoted (string, pair->name);
      g_string_append_printf (string, ": %s", pair->canonical);
    }

  return g_string_free (g_string_append_c (string, '}'), FALSE);
}

static G_DEFINE_QUARK (cadre - unknown - members, kept_members)

  void cadre_members_keep_unknown (const CadreMembers *self, GObject *object)
{
  g_object_set_qdata_full (object, kept_members_quark (), cadre_members_dup_unknown (self), g_free);
}

void
cadre_write_kept (CadreWriter *writer, GObject *object)
{
  cadre_write_unknown (writer, g_object_get_qdata (object, kept_members_quark ()));
}

void
cadre_write_string (CadreWriter *writer, const char *name, const char *text)
{
  if (text == NULL)
    return;

  cadre_writer_member (writer, name);
  cadre_writer_string (writer, text);
}

void
cadre_write_date (CadreWriter *writer, const char *name, const CadreDate *date)
{
  g_autofree char *text = date != NULL ? cadre_date_to_string (date) : NULL;

  cadre_write_string (writer, name, text);
}

void
cadre_write_list (CadreWriter *writer, const char *name, const char *const *list)
{
  if (list == NULL)
    return;

  cadre_writer_member (writer, name);
  cadre_writer_begin_array (writer);
  for (guint i = 0; list[i] != NULL; i++)
    cadre_writer_string (writer, list[i]);
  cadre_writer_end_array (writer);
}

void
cadre_write_word (CadreWriter *writer, const char *name, GType words, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (words);
  const GEnumValue *word = g_enum_get_value (klass, value);

  if (value != 0 && word != NULL)
    cadre_write_string (writer, name, word->value_nick);
}

void
cadre_write_unknown (CadreWriter *writer, const char *unknown)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CadreReader) reader = NULL;
  g_autoptr (CadreLimits) limits = NULL;
  CadreToken token = CADRE_TOKEN_END;

  if (unknown == NULL)
    return;

  /* It has been read within the limits once. */
  limits = cadre_limits_new_trusted_large ();
  bytes = g_bytes_new_static (unknown, strlen (unknown));
  reader = cadre_reader_new_for_bytes (bytes, limits);
  if (!cadre_reader_next (reader, &token, NULL, NULL))
    return;

  while (cadre_reader_next (reader, &token, NULL, NULL) && token == CADRE_TOKEN_MEMBER)
    {
      g_autofree char *name = g_strdup (cadre_reader_get_text (reader, NULL));
      g_autofree char *canonical = cadre_reader_read_canonical (reader, NULL, NULL);

      if (canonical == NULL)
        return;
      cadre_writer_member (writer, name);
      cadre_writer_canonical (writer, canonical);
    }
}
