/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Values with parts, and the head of a document: read out of their canonical
 * text, since they are few. Each answers FALSE without an error where the value
 * is not what the field can hold. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "structure/cadre-structure-private.h"
#include "structure/cadre-tables-private.h"
#include <cadre/cadre-reader.h>

#include <string.h>

/* The texts of a list, or the names and texts of an object in turn; NULL where
 * anything else is in it. */
static GPtrArray *
read_texts (const char *canonical)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (canonical, strlen (canonical));
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, limits);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  CadreToken token = CADRE_TOKEN_END;

  if (!cadre_reader_next (reader, &token, NULL, NULL))
    return NULL;

  while (cadre_reader_next (reader, &token, NULL, NULL))
    {
      if (token == CADRE_TOKEN_END_ARRAY || token == CADRE_TOKEN_END_OBJECT)
        return g_steal_pointer (&texts);
      if (token != CADRE_TOKEN_STRING && token != CADRE_TOKEN_MEMBER)
        return NULL;
      g_ptr_array_add (texts, g_strdup (cadre_reader_get_text (reader, NULL)));
    }

  return NULL;
}

/* Lists are kept as codes; @texts is NULL where the value had the wrong form. */
static gboolean
add_list (CadreTables *tables, GPtrArray *texts, guint32 *offset, GError **error)
{
  g_autofree guint32 *codes = NULL;

  if (texts == NULL)
    return FALSE;

  codes = g_new (guint32, texts->len + 1);
  for (guint i = 0; i < texts->len; i++)
    {
      const char *text = g_ptr_array_index (texts, i);

      if (!cadre_tables_intern (tables, text, strlen (text), &codes[i], error))
        return FALSE;
    }

  return cadre_tables_add_list (tables, codes, texts->len, offset, error);
}

gboolean
cadre_structure_read_list (CadreTables *tables,
                           const char *canonical,
                           CadreRecordKind kind,
                           guint32 row,
                           guint field,
                           GError **error)
{
  g_autoptr (GPtrArray) texts = read_texts (canonical);
  guint32 offset = 0;

  return add_list (tables, texts, &offset, error) &&
         cadre_tables_set_code (tables, kind, row, field, offset, error);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

/* Brings names, each followed by its text, into byte order of the names. */
static void
sort_pairs (GPtrArray *texts)
{
  if (texts->len > 2) /* an empty array has no address */
    qsort (texts->pdata, texts->len / 2, 2 * sizeof (gpointer), compare_pairs);
}

gboolean
cadre_structure_read_attributes (CadreTables *tables,
                                 const char *canonical,
                                 CadreRecordKind kind,
                                 guint32 row,
                                 guint field,
                                 GError **error)
{
  g_autoptr (GPtrArray) texts = read_texts (canonical);
  guint32 offset = 0;

  if (texts == NULL)
    return FALSE;

  sort_pairs (texts);
  return add_list (tables, texts, &offset, error) &&
         cadre_tables_set_code (tables, kind, row, field, offset, error);
}

gboolean
cadre_structure_read_languages (CadreTables *tables,
                                const char *canonical,
                                CadreRecordKind kind,
                                guint32 row,
                                guint field,
                                GError **error)
{
  g_autoptr (GPtrArray) texts = read_texts (canonical);
  CadreTranslation translation = { .kind = (guint8) kind, .field = (guint8) field, .row = row };

  if (texts == NULL)
    return FALSE;

  /* Which of them is the first language is settled when the structure is
   * sealed: the document may name it after its rows. */
  for (guint i = 0; i < texts->len; i += 2)
    {
      const char *language = g_ptr_array_index (texts, i);
      const char *text = g_ptr_array_index (texts, i + 1);

      if (!cadre_tables_intern (tables, language, strlen (language), &translation.language,
                                error) ||
          !cadre_tables_intern (tables, text, strlen (text), &translation.text, error) ||
          !cadre_tables_add_translation (tables, &translation, error))
        return FALSE;
    }

  return TRUE;
}

/* The text of a canonical value that is one string. */
static char *
dup_string (const char *canonical)
{
  g_autofree char *list = g_strdup_printf ("[%s]", canonical);
  g_autoptr (GPtrArray) texts = canonical[0] == '"' ? read_texts (list) : NULL;

  return texts != NULL ? g_strdup (g_ptr_array_index (texts, 0)) : NULL;
}

static gboolean
read_head_text (CadreTables *tables, const char *canonical, guint32 *code, GError **error)
{
  g_autofree char *text = dup_string (canonical);

  return text != NULL && cadre_tables_intern (tables, text, strlen (text), code, error);
}

static gboolean
read_head_title (CadreTables *tables, const char *canonical, GError **error)
{
  g_autoptr (GPtrArray) texts = NULL;

  if (canonical[0] == '"')
    return read_head_text (tables, canonical, &tables->title, error);

  texts = canonical[0] == '{' ? read_texts (canonical) : NULL;
  if (texts == NULL)
    return FALSE;

  sort_pairs (texts);
  return add_list (tables, texts, &tables->title_translations, error);
}

static gboolean
read_head_date (CadreTables *tables, const char *canonical)
{
  g_autofree char *text = dup_string (canonical);

  return text != NULL && cadre_packed_date_parse (text, strlen (text), &tables->as_of, NULL);
}

gboolean
cadre_structure_is_head_member (const char *name)
{
  static const char *const names[] = { "id",     "title",   "as-of", "language",
                                       "source", "licence", "notes" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], name) == 0)
      return TRUE;

  return FALSE;
}

/* Reads a member of the head of a structure. FALSE without an error where it is
 * not one, or not of its form. */
gboolean
cadre_structure_read_head_member (CadreTables *tables,
                                  const char *name,
                                  const char *canonical,
                                  GError **error)
{
  g_autoptr (GPtrArray) texts = NULL;

  /* What is said not to be known is as what is not said, but a document has to
   * be in some language. */
  if (strcmp (canonical, "null") == 0)
    return cadre_structure_is_head_member (name) && strcmp (name, "language") != 0;
  if (strcmp (name, "id") == 0)
    return read_head_text (tables, canonical, &tables->id, error);
  if (strcmp (name, "title") == 0)
    return read_head_title (tables, canonical, error);
  if (strcmp (name, "as-of") == 0)
    return read_head_date (tables, canonical);
  if (strcmp (name, "language") == 0)
    return read_head_text (tables, canonical, &tables->language, error);
  if (strcmp (name, "source") == 0)
    return read_head_text (tables, canonical, &tables->source, error);
  if (strcmp (name, "licence") == 0)
    return read_head_text (tables, canonical, &tables->licence, error);
  if (strcmp (name, "notes") != 0 || canonical[0] != '[')
    return FALSE;

  texts = read_texts (canonical);
  return add_list (tables, texts, &tables->notes, error);
}

/* As a writer quotes it, so that equal members are equal texts. */
static void
append_quoted (GString *text, const char *string)
{
  static const char controls[] = "\b\f\n\r\t";
  static const char letters[] = "bfnrt";

  g_string_append_c (text, '"');
  for (const char *p = string; *p != '\0'; p++)
    {
      const char *control = strchr (controls, *p);

      if (*p == '"' || *p == '\\')
        g_string_append_printf (text, "\\%c", *p);
      else if (control != NULL)
        g_string_append_printf (text, "\\%c", letters[control - controls]);
      else if ((guchar) *p < 0x20)
        g_string_append_printf (text, "\\u%04x", (guchar) *p);
      else
        g_string_append_c (text, *p);
    }
  g_string_append_c (text, '"');
}

/* Keeps members that are not known, each a name and a canonical value, as one
 * object, in byte order of the names; empties @members. */
gboolean
cadre_structure_store_members (CadreTables *tables,
                               GPtrArray *members,
                               guint32 *code,
                               GError **error)
{
  g_autoptr (GString) object = g_string_new ("{");

  sort_pairs (members);
  for (guint i = 0; i < members->len; i += 2)
    {
      if (i > 0)
        g_string_append (object, ", ");
      append_quoted (object, g_ptr_array_index (members, i));
      g_string_append (object, ": ");
      g_string_append (object, g_ptr_array_index (members, i + 1));
    }
  g_string_append_c (object, '}');
  g_ptr_array_set_size (members, 0);

  return cadre_tables_intern (tables, object->str, object->len, code, error);
}

void
cadre_structure_report_head (CadreIssueList *issues, const char *name)
{
  g_autofree char *origin = g_strdup_printf ("/%s", name);
  g_autofree char *message =
    g_strdup_printf ("The value of %s is not one that it can have; it is kept as it stands", name);

  cadre_issue_list_add_fields (issues, "structure.value.form", CADRE_SEVERITY_ERROR, message,
                               origin, NULL, "Correct the value in the document");
}

void
cadre_structure_report_manager (CadreIssueList *issues, guint32 row)
{
  g_autofree char *origin = g_strdup_printf ("/posts/%u/manager", row);

  cadre_issue_list_add_fields (issues, "structure.value.form", CADRE_SEVERITY_ERROR,
                               "The value of manager is not an id; it is kept as it stands", origin,
                               NULL, "Give the id of a post, or \"none\"");
}
