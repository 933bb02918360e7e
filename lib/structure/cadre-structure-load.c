/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* From a document to tables, row by row: nothing but the tables is ever held.
 *
 * A document that does not have the form of a structure is an error. A value
 * that its field cannot hold is an issue: the field stays unknown, and the value
 * is kept with the members that are not known, so that writing the structure
 * gives it back. */

#include "config.h"

#include "structure/cadre-structure-load-private.h"
#include <cadre/cadre-structure-error.h>

#include <string.h>

/* What a field can hold, for people. */
static const char *
describe_kind (CadreFieldKind kind)
{
  static const char *const descriptions[] = {
    [CADRE_FIELD_KIND_ID] = "a text",
    [CADRE_FIELD_KIND_STRING] = "a text",
    [CADRE_FIELD_KIND_TEXT] = "a text, or texts by language",
    [CADRE_FIELD_KIND_REFERENCE] = "an id",
    [CADRE_FIELD_KIND_STRINGS] = "a list of texts",
    [CADRE_FIELD_KIND_REFERENCES] = "a list of ids",
    [CADRE_FIELD_KIND_ATTRIBUTES] = "texts by name",
    [CADRE_FIELD_KIND_DATE] = "a date such as 2007-04-12, 2007-04 or 2007",
    [CADRE_FIELD_KIND_VALID_FROM] = "a date such as 2007-04-12, 2007-04 or 2007",
    [CADRE_FIELD_KIND_VALID_TO] = "a date such as 2007-04-12, 2007-04 or 2007",
    [CADRE_FIELD_KIND_INTEGER] = "a whole number from 0 to 2147483647",
    [CADRE_FIELD_KIND_WORD] = "one of the words of its list",
    [CADRE_FIELD_KIND_TRUTH] = "true, false or null",
    [CADRE_FIELD_KIND_PENCE] = "an amount in pounds, 0 or more, with at most two decimals",
    [CADRE_FIELD_KIND_FRACTION] = "a fraction of 0 or more, such as \"3/5\" or 0.6",
  };

  return descriptions[kind];
}

static void
add_extra (CadreLoader *self, const char *name, const char *canonical)
{
  g_ptr_array_add (self->extra, g_strdup (name));
  g_ptr_array_add (self->extra, g_strdup (canonical));
}

static void
report_bad_value (CadreLoader *self, guint field)
{
  const CadreField *spec = &self->schema->fields[field];
  g_autofree char *origin =
    g_strdup_printf ("/%s/%u/%s", self->schema->plural, self->row, spec->name);
  g_autofree char *message = g_strdup_printf ("The value of %s is not %s; it is kept as it stands",
                                              spec->name, describe_kind (spec->kind));

  cadre_issue_list_add_fields (self->issues, "structure.value.form", CADRE_SEVERITY_ERROR, message,
                               origin, NULL, "Correct the value in the document");
}

/* A field whose value it cannot hold is not what a silent row has: it is unknown. */
static gboolean
set_unknown (CadreLoader *self, guint field, GError **error)
{
  switch (self->schema->fields[field].kind)
    {
    case CADRE_FIELD_KIND_VALID_FROM:
    case CADRE_FIELD_KIND_VALID_TO:
      return cadre_tables_set_code (self->tables, self->kind, self->row, field,
                                    CADRE_PACKED_DATE_UNKNOWN, error);
    case CADRE_FIELD_KIND_INTEGER:
      return cadre_tables_set_number (self->tables, self->kind, self->row, field, -1, error);
    case CADRE_FIELD_KIND_WORD:
      return cadre_tables_set_number (self->tables, self->kind, self->row, field, 0, error);
    case CADRE_FIELD_KIND_TRUTH:
      return cadre_tables_set_number (self->tables, self->kind, self->row, field,
                                      CADRE_TRUTH_UNKNOWN, error);
    case CADRE_FIELD_KIND_FRACTION:
      return cadre_tables_set_fraction (self->tables, self->kind, self->row, field,
                                        CADRE_FRACTION_UNKNOWN, 0, 0, error);
    case CADRE_FIELD_KIND_REFERENCE:
      return cadre_loader_set_unknown_id (self, field, error);
    case CADRE_FIELD_KIND_ID:
    case CADRE_FIELD_KIND_STRING:
    case CADRE_FIELD_KIND_TEXT:
    case CADRE_FIELD_KIND_STRINGS:
    case CADRE_FIELD_KIND_REFERENCES:
    case CADRE_FIELD_KIND_ATTRIBUTES:
    case CADRE_FIELD_KIND_DATE:
    case CADRE_FIELD_KIND_PENCE:
    default:
      return TRUE; /* a silent row does not know it either */
    }
}

/* Keeps a value that the field cannot hold as it stands. */
static gboolean
keep_bad_value (CadreLoader *self, guint field, const char *canonical, GError **error)
{
  report_bad_value (self, field);
  add_extra (self, self->schema->fields[field].name, canonical);
  return set_unknown (self, field, error);
}

/* A value with parts: a list, texts by language, or attributes. It is brought
 * into its canonical text first, so that it is at hand whole where it turns out
 * not to be what the field can hold. */
static gboolean
read_with_parts (CadreLoader *self, guint field, CadreToken token, GError **error)
{
  g_autofree char *canonical = _cadre_reader_canonical_rest (self->reader, token, error);
  const CadreField *spec = &self->schema->fields[field];
  gboolean good = FALSE;

  if (canonical == NULL)
    return FALSE;

  if (token == CADRE_TOKEN_BEGIN_ARRAY &&
      (spec->kind == CADRE_FIELD_KIND_STRINGS || spec->kind == CADRE_FIELD_KIND_REFERENCES))
    good = cadre_structure_read_list (self->tables, canonical, self->kind, self->row, field, error);
  else if (token == CADRE_TOKEN_BEGIN_OBJECT && spec->kind == CADRE_FIELD_KIND_TEXT)
    good =
      cadre_structure_read_languages (self->tables, canonical, self->kind, self->row, field, error);
  else if (token == CADRE_TOKEN_BEGIN_OBJECT && spec->kind == CADRE_FIELD_KIND_ATTRIBUTES)
    good = cadre_structure_read_attributes (self->tables, canonical, self->kind, self->row, field,
                                            error);

  return *error == NULL && (good || keep_bad_value (self, field, canonical, error));
}

static gboolean
read_value (CadreLoader *self, guint field, GError **error)
{
  CadreToken token = CADRE_TOKEN_END;
  g_autofree char *canonical = NULL;

  if (!_cadre_reader_next (self->reader, &token, error))
    return FALSE;
  if (token == CADRE_TOKEN_BEGIN_ARRAY || token == CADRE_TOKEN_BEGIN_OBJECT)
    return read_with_parts (self, field, token, error);

  switch (cadre_loader_read_plain (self, field, token, error))
    {
    case CADRE_VALUE_GOOD:
      return TRUE;
    case CADRE_VALUE_ERROR_SET:
      return FALSE;
    case CADRE_VALUE_BAD:
    default:
      canonical = _cadre_reader_canonical_rest (self->reader, token, error);
      return canonical != NULL && keep_bad_value (self, field, canonical, error);
    }
}

/* The member "manager" of a post: a reporting line without dates. It waits for
 * the end of the row, since the id may come after it. */
static gboolean
read_manager (CadreLoader *self, GError **error)
{
  CadreToken token = CADRE_TOKEN_END;
  const char *text = NULL;
  gsize length = 0;
  g_autofree char *canonical = NULL;

  if (!_cadre_reader_next (self->reader, &token, error))
    return FALSE;

  self->has_manager = TRUE;
  if (token == CADRE_TOKEN_STRING)
    {
      _cadre_reader_text (self->reader, &text, &length);
      self->manager = CADRE_STRING_NONE;
      if (length > 0)
        return cadre_is_word (text, length, "none") ||
               cadre_loader_intern_token (self, &self->recent_manager, &self->manager, error);
    }

  /* It is not known who the manager is: that is a line too, and no top. */
  self->manager = CADRE_STRING_UNKNOWN;
  if (token == CADRE_TOKEN_NULL)
    return TRUE;

  canonical = _cadre_reader_canonical_rest (self->reader, token, error);
  if (canonical == NULL)
    return FALSE;
  cadre_structure_report_manager (self->issues, self->row);
  add_extra (self, "manager", canonical);
  return TRUE;
}

/* What a line says that names the post: no line can name one whose id is reserved. */
static guint32
name_post (const CadreTables *tables, guint32 id)
{
  const gboolean is_reserved =
    id >= CADRE_STRING_FIRST &&
    cadre_is_word (cadre_tables_text (tables, id), cadre_string_table_length (tables->strings, id),
                   "none");

  return is_reserved ? CADRE_STRING_NONE : id;
}

static gboolean
store_manager (CadreLoader *self, GError **error)
{
  CadreTables *tables = self->tables;
  guint32 manager = self->manager;
  guint32 post = 0;
  guint32 line = 0;

  if (!self->has_manager)
    return TRUE;

  /* Only a post has one: the first column of other records need not hold codes. */
  post = name_post (tables,
                    cadre_table_code (&tables->tables[self->kind], CADRE_FIELD_POST_ID, self->row));
  self->has_manager = FALSE;
  return cadre_tables_append (tables, CADRE_RECORD_KIND_LINE, &line, error) &&
         cadre_tables_set_source_row (tables, CADRE_RECORD_KIND_LINE, line,
                                      self->row | CADRE_SOURCE_IN_POST, error) &&
         cadre_tables_set_code (tables, CADRE_RECORD_KIND_LINE, line, CADRE_FIELD_LINE_POST, post,
                                error) &&
         cadre_tables_set_code (tables, CADRE_RECORD_KIND_LINE, line, CADRE_FIELD_LINE_MANAGER,
                                manager, error);
}

static gboolean
read_unknown_member (CadreLoader *self, const char *name, GError **error)
{
  g_autofree char *canonical = NULL;
  CadreToken token = CADRE_TOKEN_END;

  if (!_cadre_reader_next (self->reader, &token, error))
    return FALSE;
  canonical = _cadre_reader_canonical_rest (self->reader, token, error);
  if (canonical == NULL)
    return FALSE;

  add_extra (self, name, canonical);
  return TRUE;
}

/* The field of the member just read: first the one that stood here in the row
 * before. */
static int
find_field (CadreLoader *self, guint place, const char *name, gsize length)
{
  int field = 0;

  if (place < self->n_order)
    {
      field = self->order[place];
      if (self->lengths[field] == length &&
          memcmp (self->schema->fields[field].name, name, length) == 0)
        return field;
    }

  field = cadre_schema_find_field (self->schema, name, length);
  if (field >= 0 && place < CADRE_MAX_FIELDS)
    {
      self->order[place] = (guint8) field;
      self->n_order = MAX (self->n_order, place + 1);
    }

  return field;
}

static gboolean
read_member (CadreLoader *self, guint place, GError **error)
{
  const char *name = NULL;
  gsize length = 0;
  int field = 0;
  g_autofree char *copy = NULL;

  _cadre_reader_text (self->reader, &name, &length);
  if (self->kind == CADRE_RECORD_KIND_POST && cadre_is_word (name, length, "manager"))
    return read_manager (self, error);

  field = find_field (self, place, name, length);
  if (field >= 0)
    return read_value (self, (guint) field, error);

  copy = g_strndup (name, length);
  return read_unknown_member (self, copy, error);
}

static gboolean
store_extra (CadreLoader *self, GError **error)
{
  guint32 code = 0;

  return self->extra->len == 0 ||
         (cadre_structure_store_members (self->tables, self->extra, &code, error) &&
          cadre_tables_set_extra (self->tables, self->kind, self->row, code, error));
}

static gboolean
read_row (CadreLoader *self, GError **error)
{
  CadreToken token = CADRE_TOKEN_END;
  guint place = 0;

  if (self->tables->tables[self->kind].n_rows >= self->max_rows)
    {
      g_set_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_LIMIT_ROWS,
                   "There are more than %u %s", self->max_rows, self->schema->plural);
      return FALSE;
    }
  if (!cadre_tables_append (self->tables, self->kind, &self->row, error))
    return FALSE;
  if (self->kind == CADRE_RECORD_KIND_LINE && self->row != self->n_rows_read &&
      !cadre_tables_set_source_row (self->tables, self->kind, self->row, self->n_rows_read, error))
    return FALSE;
  self->n_rows_read++;

  while (_cadre_reader_next (self->reader, &token, error))
    {
      if (token == CADRE_TOKEN_END_OBJECT)
        return store_manager (self, error) && store_extra (self, error);
      if (!read_member (self, place++, error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
set_form_error (CadreLoader *self, GError **error, const char *what)
{
  g_propagate_error (error, _cadre_reader_error_here (self->reader, CADRE_STRUCTURE_ERROR,
                                                      CADRE_STRUCTURE_ERROR_FORM, "%s", what));
  return FALSE;
}

static void
begin_table (CadreLoader *self, CadreRecordKind kind)
{
  self->kind = kind;
  self->schema = cadre_schema_get (kind);
  self->n_order = 0;
  self->n_rows_read = 0;
  memset (self->recent, 0, sizeof (self->recent));
  for (guint i = 0; i < self->schema->n_fields; i++)
    self->lengths[i] = (guint8) strlen (self->schema->fields[i].name);
}

static void
end_table (CadreLoader *self)
{
  for (guint i = 0; i < CADRE_MAX_FIELDS; i++)
    g_clear_pointer (&self->words[i], g_type_class_unref);
}

static gboolean
read_rows (CadreLoader *self, GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  if (!_cadre_reader_next (self->reader, &token, error))
    return FALSE;
  if (token != CADRE_TOKEN_BEGIN_ARRAY)
    return set_form_error (self, error, "The rows of a table must be an array");

  while (_cadre_reader_next (self->reader, &token, error))
    {
      if (token == CADRE_TOKEN_END_ARRAY)
        return TRUE;
      if (token != CADRE_TOKEN_BEGIN_OBJECT)
        return set_form_error (self, error, "A row of a table must be an object");
      if (!read_row (self, error))
        return FALSE;
    }

  return FALSE;
}

static gboolean
read_document_member (CadreLoader *self, GPtrArray *unknown, GError **error)
{
  const char *name = NULL;
  gsize length = 0;
  CadreRecordKind kind = CADRE_RECORD_KIND_POST;
  g_autofree char *copy = NULL;
  g_autofree char *canonical = NULL;
  CadreToken token = CADRE_TOKEN_END;
  gboolean ok = FALSE;

  _cadre_reader_text (self->reader, &name, &length);
  if (cadre_schema_find_kind (name, length, &kind))
    {
      begin_table (self, kind);
      ok = read_rows (self, error);
      end_table (self);
      return ok;
    }

  copy = g_strndup (name, length);
  if (!_cadre_reader_next (self->reader, &token, error))
    return FALSE;
  canonical = _cadre_reader_canonical_rest (self->reader, token, error);
  if (canonical == NULL)
    return FALSE;
  if (cadre_structure_read_head_member (self->tables, copy, canonical, error))
    return TRUE;
  if (*error != NULL)
    return FALSE;

  if (cadre_structure_is_head_member (copy))
    cadre_structure_report_head (self->issues, copy);
  g_ptr_array_add (unknown, g_steal_pointer (&copy));
  g_ptr_array_add (unknown, g_steal_pointer (&canonical));
  return TRUE;
}

/* Below, whether there is an error is asked of @error itself: it is not NULL. */
static gboolean
read_members (CadreLoader *self, GError **error)
{
  g_autoptr (GPtrArray) extra = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  CadreToken token = CADRE_TOKEN_END;

  self->extra = extra;
  while (TRUE)
    {
      if (!_cadre_reader_next (self->reader, &token, error))
        return FALSE;
      if (token == CADRE_TOKEN_END_OBJECT)
        break;
      if (token != CADRE_TOKEN_MEMBER)
        return set_form_error (self, error, "A structure must be an object");
      if (!read_document_member (self, unknown, error))
        return FALSE;
    }

  return unknown->len == 0 ||
         cadre_structure_store_members (self->tables, unknown, &self->tables->extra, error);
}

/* Reads the members of a structure up to the end of its object. The reader
 * stands inside it. */
gboolean
cadre_structure_load_members (CadreReader *reader,
                              CadreTables *tables,
                              CadreIssueList *issues,
                              guint max_rows,
                              GError **error)
{
  CadreLoader self = { .reader = reader, .tables = tables, .issues = issues, .max_rows = max_rows };
  GError *failure = NULL;

  if (read_members (&self, &failure))
    return TRUE;

  g_propagate_error (error, failure);
  return FALSE;
}
