/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What belongs to one person, and which texts name that person.
 *
 * Each text of a structure is looked at once, however many cells it is in. */

#include "config.h"

#include "structure/cadre-redaction-private.h"
#include <cadre/cadre-structure-error.h>

#include <string.h>

/* What is known of a text, by its code. */
enum
{
  IS_PERSON = 1 << 0,     /* the id of the person */
  IS_ASSIGNMENT = 1 << 1, /* the id of an assignment of the person */
  IS_LOOKED_AT = 1 << 2,
  NAMES_PERSON = 1 << 3,
};

/* Shorter ones are in too many texts that mean something else. */
#define LEAST_NAME 3
#define LEAST_NUMBER 5

struct _CadreErasure
{
  const CadreTables *tables;
  GHmac *key;       /* (nullable) */
  GPtrArray *names; /* of texts that stand for the person */
  guint8 *flags;    /* by code */
  char *person;     /* the id */
  GHashTable *more; /* of ids of assignments that are not in the tables */
};

void
cadre_erasure_free (CadreErasure *self)
{
  g_clear_pointer (&self->key, g_hmac_unref);
  g_ptr_array_unref (self->names);
  g_hash_table_unref (self->more);
  g_free (self->flags);
  g_free (self->person);
  g_free (self);
}

/* A name as it stands in a text, and as it stands in the texts of JSON. */
static void
add_text (CadreErasure *self, const char *name)
{
  GString *escaped = NULL;

  if (*name == '\0')
    return;

  g_ptr_array_add (self->names, g_strdup (name));
  if (strpbrk (name, "\"\\") == NULL)
    return;

  escaped = g_string_new (NULL);
  for (const char *c = name; *c != '\0'; c++)
    {
      if (*c == '"' || *c == '\\')
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *c);
    }
  g_ptr_array_add (self->names, g_string_free (escaped, FALSE));
}

static void
add_name (CadreErasure *self, guint32 code)
{
  if (code >= CADRE_STRING_FIRST)
    add_text (self, cadre_tables_text (self->tables, code));
}

static void
add_names (CadreErasure *self, guint32 offset)
{
  guint n = 0;
  const guint32 *codes = cadre_tables_list (self->tables, offset, &n);

  for (guint i = 0; i < n; i++)
    add_name (self, codes[i]);
}

static guint32
mark_persons (CadreErasure *self, const char *person)
{
  const CadreTable *persons = cadre_tables_get (self->tables, CADRE_RECORD_KIND_PERSON);
  guint32 n = 0;

  for (guint32 row = 0; row < persons->n_rows; row++)
    {
      guint32 code = cadre_table_code (persons, CADRE_FIELD_PERSON_ID, row);

      if (code < CADRE_STRING_FIRST || strcmp (cadre_tables_text (self->tables, code), person) != 0)
        continue;
      n++;
      add_name (self, cadre_table_code (persons, CADRE_FIELD_PERSON_NAME, row));
      add_names (self, cadre_table_code (persons, CADRE_FIELD_PERSON_IDENTIFIERS, row));
    }

  return n;
}

static guint32
mark_assignments (CadreErasure *self)
{
  const CadreTable *table = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 n = 0;

  for (guint32 row = 0; row < table->n_rows; row++)
    {
      guint32 id = cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_ID, row);

      if (!cadre_erasure_has_row (self, CADRE_RECORD_KIND_ASSIGNMENT, row))
        continue;
      n++;
      if (id >= CADRE_STRING_FIRST)
        self->flags[id] |= IS_ASSIGNMENT;
      add_name (self, id);
    }

  return n;
}

static guint32
take_more (CadreErasure *self, const GPtrArray *more)
{
  const guint32 n = more != NULL ? more->len : 0;

  for (guint32 i = 0; i < n; i++)
    {
      g_hash_table_add (self->more, g_strdup (more->pdata[i]));
      add_text (self, more->pdata[i]);
    }

  return n;
}

static CadreErasure *
erasure_alloc (const CadreTables *tables, const char *person)
{
  CadreErasure *self = g_new0 (CadreErasure, 1);

  self->tables = tables;
  self->person = g_strdup (person);
  self->names = g_ptr_array_new_with_free_func (g_free);
  self->more = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/* NULL where nothing is known of the person, the key is too short, or for want of
 * memory. */
CadreErasure *
cadre_erasure_new (const CadreTables *tables,
                   const char *person,
                   const GPtrArray *more,
                   GBytes *key,
                   GError **error)
{
  g_autoptr (CadreErasure) self = erasure_alloc (tables, person);
  guint32 code = cadre_string_table_lookup (tables->strings, person, strlen (person));
  guint32 n = 0;

  if (!cadre_redaction_check_key (key, error))
    return NULL;

  self->key = key != NULL ? cadre_redaction_prepare_key (key) : NULL;
  self->flags = g_try_malloc0 (cadre_string_table_size (tables->strings));
  if (self->flags == NULL)
    {
      g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_MEMORY,
                           "There is not enough memory to redact the structure");
      return NULL;
    }

  if (code >= CADRE_STRING_FIRST)
    {
      self->flags[code] |= IS_PERSON;
      n = mark_persons (self, person) + mark_assignments (self);
    }
  add_text (self, person);
  n += take_more (self, more);
  if (n == 0)
    {
      g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_NOT_FOUND,
                           "There is no such person");
      return NULL;
    }

  return g_steal_pointer (&self);
}

/* Whether a code is the id of the person, or of an assignment of the person. */
gboolean
cadre_erasure_has_id (const CadreErasure *self, CadreRecordKind kind, guint32 code)
{
  if (code < CADRE_STRING_FIRST)
    return FALSE;
  if (kind == CADRE_RECORD_KIND_PERSON)
    return (self->flags[code] & IS_PERSON) != 0;

  return kind == CADRE_RECORD_KIND_ASSIGNMENT && (self->flags[code] & IS_ASSIGNMENT) != 0;
}

/* Likewise of an id that stands somewhere else. */
gboolean
cadre_erasure_has_text_of_id (const CadreErasure *self, CadreRecordKind kind, const char *id)
{
  if (kind == CADRE_RECORD_KIND_PERSON)
    return strcmp (id, self->person) == 0;
  if (kind == CADRE_RECORD_KIND_ASSIGNMENT && g_hash_table_contains (self->more, id))
    return TRUE;

  return cadre_erasure_has_id (self, kind,
                               cadre_string_table_lookup (self->tables->strings, id, strlen (id)));
}

/* Whether a row is about the person. */
gboolean
cadre_erasure_has_row (const CadreErasure *self, CadreRecordKind kind, guint32 row)
{
  const CadreTable *table = cadre_tables_get (self->tables, kind);

  if (kind == CADRE_RECORD_KIND_PERSON)
    return cadre_erasure_has_id (self, kind, cadre_table_code (table, CADRE_FIELD_PERSON_ID, row));
  if (kind == CADRE_RECORD_KIND_ASSIGNMENT)
    return cadre_erasure_has_id (self, CADRE_RECORD_KIND_PERSON,
                                 cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_PERSON, row));

  return kind == CADRE_RECORD_KIND_ABSENCE &&
         cadre_erasure_has_id (self, CADRE_RECORD_KIND_ASSIGNMENT,
                               cadre_table_code (table, CADRE_FIELD_ABSENCE_ASSIGNMENT, row));
}

static gboolean
is_of_word (char c)
{
  return g_ascii_isalnum (c) || (c & 0x80) != 0;
}

static gboolean
is_short (const char *name, gsize length)
{
  return length < LEAST_NAME || (length < LEAST_NUMBER && strspn (name, "0123456789") == length);
}

/* Whether a text holds a name as whole words. */
static gboolean
holds_name (const char *text, const char *name)
{
  gsize length = strlen (name);

  if (is_short (name, length))
    return strcmp (text, name) == 0;

  for (const char *at = strstr (text, name); at != NULL; at = strstr (at + 1, name))
    if ((at == text || !is_of_word (at[-1]) || !is_of_word (name[0])) &&
        (!is_of_word (at[length]) || !is_of_word (name[length - 1])))
      return TRUE;

  return FALSE;
}

gboolean
cadre_erasure_is_named (const CadreErasure *self, const char *text)
{
  for (guint i = 0; i < self->names->len; i++)
    if (holds_name (text, g_ptr_array_index (self->names, i)))
      return TRUE;

  return FALSE;
}

/* Whether a text names the person. */
gboolean
cadre_erasure_takes_text (CadreErasure *self, guint32 code)
{
  if (code < CADRE_STRING_FIRST)
    return FALSE;

  if ((self->flags[code] & IS_LOOKED_AT) == 0)
    {
      self->flags[code] |= IS_LOOKED_AT;
      if (cadre_erasure_is_named (self, cadre_tables_text (self->tables, code)))
        self->flags[code] |= NAMES_PERSON;
    }

  return (self->flags[code] & NAMES_PERSON) != 0;
}

gboolean
cadre_erasure_has_key (const CadreErasure *self)
{
  return self->key != NULL;
}

char *
cadre_erasure_dup_pseudonym (const CadreErasure *self, CadreRecordKind kind, const char *id)
{
  return self->key != NULL ? cadre_redaction_make_pseudonym (self->key, kind, id) : NULL;
}
