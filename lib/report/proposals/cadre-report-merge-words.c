/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The conflict of two proposals in words. */

#include "config.h"

#include "report/cadre-values-private.h"
#include "report/proposals/cadre-report-merge-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

#define MAX_LISTED 10 /* of a circle */

/* A member of an object by its name, as JSON text; NULL where there is none. */
static char *
dup_member (const char *object, const char *name)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (object, strlen (object));
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, NULL);
  CadreToken token = CADRE_TOKEN_NULL;

  if (!cadre_reader_next (reader, &token, NULL, NULL) || token != CADRE_TOKEN_BEGIN_OBJECT)
    return NULL;

  while (cadre_reader_next (reader, &token, NULL, NULL) && token == CADRE_TOKEN_MEMBER)
    {
      const gboolean found = strcmp (cadre_reader_get_text (reader, NULL), name) == 0;
      g_autofree char *value = cadre_reader_read_canonical (reader, NULL, NULL);

      if (found || value == NULL)
        return g_steal_pointer (&value);
    }

  return NULL;
}

/* The string that JSON text stands for; NULL where it is none. */
static char *
dup_string (const char *json)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CadreReader) reader = NULL;
  CadreToken token = CADRE_TOKEN_NULL;

  if (json == NULL || json[0] != '"')
    return NULL;

  bytes = g_bytes_new_static (json, strlen (json));
  reader = cadre_reader_new_for_bytes (bytes, NULL);
  return cadre_reader_next (reader, &token, NULL, NULL) && token == CADRE_TOKEN_STRING
           ? g_strdup (cadre_reader_get_text (reader, NULL))
           : NULL;
}

static const CadreField *
find_field (CadreRecordKind kind, const char *name)
{
  const CadreSchema *schema = cadre_schema_get (kind);
  const int field = cadre_schema_find_field (schema, name, strlen (name));

  return field >= 0 ? &schema->fields[field] : NULL;
}

/* The fields of the head of a document have no schema: what they look like says how
 * to write them. */
static const CadreField *
find_head_field (const char *name, const char *json)
{
  static const CadreField fields[] = {
    { .name = "text", .kind = CADRE_FIELD_KIND_TEXT },
    { .name = "date", .kind = CADRE_FIELD_KIND_DATE },
    { .name = "strings", .kind = CADRE_FIELD_KIND_STRINGS },
  };

  if (json != NULL && json[0] == '[')
    return &fields[2];

  return strcmp (name, "as-of") == 0 ? &fields[1] : &fields[0];
}

/* A value of a field in words. */
static char *
say_value (const CadreMergeTelling *self,
           CadreMergeConflict *conflict,
           const CadreView *view,
           const char *name,
           const char *json)
{
  const CadreField *field = NULL;

  if (cadre_merge_conflict_is_about_document (conflict))
    field = find_head_field (name, json);
  else
    field = find_field (cadre_merge_conflict_get_record_kind (conflict), name);
  if (field == NULL)
    return json != NULL ? g_strdup (json) : cadre_say (self->catalogue, "unknown");

  return cadre_view_json_value (view, field, json);
}

static const char *
get_value (CadreMergeConflict *conflict, guint side)
{
  switch (side)
    {
    case CADRE_SIDE_OURS:
      return cadre_merge_conflict_get_our_value (conflict);
    case CADRE_SIDE_THEIRS:
      return cadre_merge_conflict_get_their_value (conflict);
    case CADRE_SIDE_BASE:
    default:
      return cadre_merge_conflict_get_base_value (conflict);
    }
}

/* What the conflict is about */

/* The id of the post that a conflict is about, or whose line or function it is. */
static char *
dup_post_id (CadreMergeConflict *conflict)
{
  const char *key = cadre_merge_conflict_get_key (conflict);
  g_autofree char *post = NULL;

  if (key == NULL || cadre_merge_conflict_is_about_document (conflict))
    return NULL;
  if (cadre_merge_conflict_get_record_kind (conflict) == CADRE_RECORD_KIND_POST)
    return dup_string (key);

  post = dup_member (key, "post");
  return dup_string (post);
}

/* The name of a record by its id: that of the first side that has it. */
static char *
name_of (const CadreMergeTelling *self, CadreRecordKind kind, const char *id)
{
  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      const guint32 row = cadre_tables_find (self->views[side]->tables, kind, id);

      if (row != CADRE_NO_ROW)
        return cadre_view_name (self->views[side], kind, row);
    }

  return g_strdup (id);
}

static char *
name_record (const CadreMergeTelling *self, CadreMergeConflict *conflict)
{
  const CadreRecordKind kind = cadre_merge_conflict_get_record_kind (conflict);
  g_autofree char *post = dup_post_id (conflict);
  g_autofree char *id = dup_string (cadre_merge_conflict_get_key (conflict));
  g_autofree char *code = g_strconcat ("record.", cadre_schema_get (kind)->name, NULL);
  g_autofree char *record = cadre_say (self->catalogue, code);
  g_autofree char *name = NULL;

  if (post != NULL)
    name = name_of (self, CADRE_RECORD_KIND_POST, post);
  else if (id != NULL)
    name = name_of (self, kind, id);
  if (name == NULL)
    return g_steal_pointer (&record);
  if (kind == CADRE_RECORD_KIND_POST)
    return g_steal_pointer (&name);

  return cadre_phrase (self->catalogue, "merge.record", "record", record, "name", name, NULL);
}

char *
cadre_merge_say_subject (const CadreMergeTelling *self, CadreMergeConflict *conflict)
{
  const char *field = cadre_merge_conflict_get_field (conflict);
  g_autofree char *name = NULL;
  g_autofree char *what = NULL;

  if (cadre_merge_conflict_is_about_document (conflict))
    name = cadre_say (self->catalogue, "merge.document");
  else
    name = name_record (self, conflict);
  if (field == NULL)
    return g_steal_pointer (&name);

  what = cadre_view_field_name (self->catalogue, field);
  return cadre_phrase (self->catalogue, "merge.subject", "name", name, "field", what, NULL);
}

char *
cadre_merge_dup_subject (CadreMergeConflict *conflict)
{
  g_autofree char *id = NULL;

  if (cadre_merge_conflict_is_about_document (conflict))
    return NULL;

  id = dup_string (cadre_merge_conflict_get_key (conflict));
  return id != NULL
           ? g_strconcat (cadre_schema_get (cadre_merge_conflict_get_record_kind (conflict))->name,
                          "/", id, NULL)
           : NULL;
}

/* What the sides want */

/* "Hours: 37; Grade: G7", of what @object of a side states and @other does not state alike. */
static char *
say_members (const CadreMergeTelling *self,
             CadreMergeConflict *conflict,
             guint side,
             const char *object,
             const char *other)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (object, strlen (object));
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, NULL);
  GString *text = g_string_new (NULL);
  CadreToken token = CADRE_TOKEN_NULL;

  if (!cadre_reader_next (reader, &token, NULL, NULL) || token != CADRE_TOKEN_BEGIN_OBJECT)
    return g_string_free (text, FALSE);

  while (cadre_reader_next (reader, &token, NULL, NULL) && token == CADRE_TOKEN_MEMBER)
    {
      g_autofree char *name = g_strdup (cadre_reader_get_text (reader, NULL));
      g_autofree char *json = cadre_reader_read_canonical (reader, NULL, NULL);
      g_autofree char *same = other != NULL ? dup_member (other, name) : NULL;
      g_autofree char *what = cadre_view_field_name (self->catalogue, name);
      g_autofree char *value = NULL;

      if (json == NULL)
        break;
      if (g_strcmp0 (json, same) == 0 || strcmp (name, "was") == 0)
        continue;
      value = say_value (self, conflict, self->views[side], name, json);
      cadre_append_part (text, "; ",
                         cadre_phrase (self->catalogue, "alternatives.value", "what", what, "value",
                                       value, NULL));
    }

  return g_string_free (text, FALSE);
}

/* Of a record of which a side states all, or some fields. */
static char *
say_record (const CadreMergeTelling *self, CadreMergeConflict *conflict, guint side)
{
  const char *other = NULL;
  g_autofree char *text = NULL;

  if (side != CADRE_SIDE_BASE)
    other = get_value (conflict, side == CADRE_SIDE_OURS ? CADRE_SIDE_THEIRS : CADRE_SIDE_OURS);
  text = say_members (self, conflict, side, get_value (conflict, side), other);
  return *text != '\0' ? g_steal_pointer (&text)
                       : cadre_say (self->catalogue, "alternatives.there");
}

/* "Cook reports to Baker", or of units that one is a part of the other. */
static char *
say_step (const CadreMergeTelling *self, CadreRecordKind kind, const char *id, const char *above)
{
  g_autofree char *name = name_of (self, kind, id);
  g_autofree char *end = name_of (self, kind, above);

  return cadre_phrase (self->catalogue,
                       kind == CADRE_RECORD_KIND_UNIT ? "merge.is-part-of" : "merge.leads-to",
                       "name", name, "end", end, NULL);
}

/* As many as are listed, and how many there are besides. */
static char *
say_some (const CadreMergeTelling *self, const GString *text, guint n)
{
  return n > MAX_LISTED ? cadre_phrase_n (self->catalogue, "merge.names-and-more", n - MAX_LISTED,
                                          "names", text->str, NULL)
                        : g_strdup (text->str);
}

/* Whom a side leads to whom, or what it makes a part of what, so that there is a circle: an
 * array of objects that name the one below before the one above. */
static char *
say_steps (const CadreMergeTelling *self, CadreRecordKind kind, const char *steps)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (steps, strlen (steps));
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *below = NULL;
  CadreToken token = CADRE_TOKEN_NULL;
  guint n = 0;

  while (cadre_reader_next (reader, &token, NULL, NULL) && token != CADRE_TOKEN_END)
    {
      if (token != CADRE_TOKEN_STRING)
        continue;
      if (below == NULL)
        {
          below = g_strdup (cadre_reader_get_text (reader, NULL));
          continue;
        }
      if (n++ < MAX_LISTED)
        cadre_append_part (text, "; ",
                           say_step (self, kind, below, cadre_reader_get_text (reader, NULL)));
      g_clear_pointer (&below, g_free);
    }

  return say_some (self, text, n);
}

static char *
say_circle (const CadreMergeTelling *self, CadreMergeConflict *conflict, guint side)
{
  const char *steps = get_value (conflict, side);

  if (steps == NULL)
    return cadre_say (self->catalogue,
                      side == CADRE_SIDE_BASE ? "merge.no-circle" : "merge.no-part");

  return say_steps (self, cadre_merge_conflict_get_record_kind (conflict), steps);
}

char *
cadre_merge_say_circle (const CadreMergeTelling *self, CadreMergeConflict *conflict)
{
  const CadreRecordKind kind = cadre_merge_conflict_get_record_kind (conflict);
  g_auto (GStrv) ids = cadre_merge_conflict_dup_circle (conflict);
  const guint n = ids != NULL ? g_strv_length (ids) : 0;
  g_autoptr (GString) names = g_string_new (NULL);

  if (n == 0)
    return NULL;

  for (guint i = 0; i < MIN (n, MAX_LISTED); i++)
    cadre_append_part (names, ", ", name_of (self, kind, ids[i]));
  return say_some (self, names, n);
}

/* What a side makes a record of, that the other makes of another one. */
static char *
say_source (const CadreMergeTelling *self, CadreMergeConflict *conflict, guint side)
{
  const char *value = get_value (conflict, side);
  g_autofree char *was = dup_member (value, "was");
  g_autofree char *id = was != NULL ? dup_string (was) : NULL;
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;

  if (id != NULL)
    {
      name = name_of (self, cadre_merge_conflict_get_record_kind (conflict), id);
      return cadre_phrase (self->catalogue, "merge.made-of", "name", name, NULL);
    }

  text = say_members (self, conflict, side, value, was);
  if (was == NULL)
    return cadre_phrase (self->catalogue, "merge.made-new", "values", text, NULL);

  name = say_members (self, conflict, side, was, cadre_merge_conflict_get_key (conflict));
  return cadre_phrase (self->catalogue, "merge.made-instead", "values", text, "name", name, NULL);
}

char *
cadre_merge_say_side (const CadreMergeTelling *self, CadreMergeConflict *conflict, guint side)
{
  const CadreMergeConflictKind kind = cadre_merge_conflict_get_kind (conflict);
  const char *field = cadre_merge_conflict_get_field (conflict);
  const char *value = get_value (conflict, side);

  if (field != NULL)
    return say_value (self, conflict, self->views[side], field, value);
  if (kind == CADRE_MERGE_CONFLICT_KIND_LINE_CYCLE || kind == CADRE_MERGE_CONFLICT_KIND_UNIT_CYCLE)
    return say_circle (self, conflict, side);
  if (value == NULL)
    return cadre_say (self->catalogue,
                      side == CADRE_SIDE_BASE ? "alternatives.absent" : "alternatives.deleted");
  if (kind == CADRE_MERGE_CONFLICT_KIND_SAME_KEY)
    return say_source (self, conflict, side);
  if (kind == CADRE_MERGE_CONFLICT_KIND_DANGLING)
    return cadre_say (self->catalogue,
                      side == CADRE_SIDE_BASE ? "alternatives.there" : "merge.relies-on-it");
  if (kind == CADRE_MERGE_CONFLICT_KIND_DELETE_CHANGE && side == CADRE_SIDE_BASE)
    return cadre_say (self->catalogue, "alternatives.there");

  return say_record (self, conflict, side);
}

/* Who decides */

/* Adds the name of an organisation, once. */
static void
add_name (GPtrArray *names, char *name)
{
  if (name == NULL || g_ptr_array_find_with_equal_func (names, name, g_str_equal, NULL))
    g_free (name);
  else
    g_ptr_array_add (names, name);
}

static void
add_employers (GPtrArray *names, const CadreView *view, guint32 post)
{
  g_autofree char *partners =
    cadre_view_references (view, CADRE_RECORD_KIND_POST, post, CADRE_FIELD_POST_PARTNERS);

  add_name (names,
            cadre_view_reference (view, CADRE_RECORD_KIND_POST, post, CADRE_FIELD_POST_EMPLOYER));
  if (*partners != '\0')
    add_name (names, g_steal_pointer (&partners));
}

/* What a record is part of: the employer or organisation that a field of it names. */
static void
add_owner (GPtrArray *names, const CadreView *view, CadreRecordKind kind, guint32 row)
{
  static const char *const fields[] = { "employer", "organisation" };
  const CadreSchema *schema = cadre_schema_get (kind);

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      const int field = cadre_schema_find_field (schema, fields[i], strlen (fields[i]));

      if (field >= 0 && schema->fields[field].kind == CADRE_FIELD_KIND_REFERENCE)
        add_name (names, cadre_view_reference (view, kind, row, (guint) field));
    }
}

char *
cadre_merge_say_deciders (const CadreMergeTelling *self, CadreMergeConflict *conflict)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const CadreRecordKind kind = cadre_merge_conflict_get_record_kind (conflict);
  g_autofree char *post = dup_post_id (conflict);
  g_autofree char *id = dup_string (cadre_merge_conflict_get_key (conflict));

  if (cadre_merge_conflict_is_about_document (conflict))
    return NULL;

  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      const CadreView *view = self->views[side];
      const CadreRecordKind of = post != NULL ? CADRE_RECORD_KIND_POST : kind;
      const char *of_id = post != NULL ? post : id;
      const guint32 row =
        of_id != NULL ? cadre_tables_find (view->tables, of, of_id) : CADRE_NO_ROW;

      if (row == CADRE_NO_ROW)
        continue;
      if (post != NULL)
        add_employers (names, view, row);
      else
        add_owner (names, view, of, row);
    }

  if (names->len == 0)
    return NULL;

  g_ptr_array_add (names, NULL);
  return g_strjoinv (", ", (char **) names->pdata);
}

/* How it is resolved */

char *
cadre_merge_say_resolution (const CadreMergeTelling *self, CadreMergeConflict *decided)
{
  const CadreMergeChoice choice = cadre_merge_conflict_get_choice (decided);
  const char *field = cadre_merge_conflict_get_field (decided);
  g_autofree char *value = NULL;

  if (choice == CADRE_MERGE_CHOICE_NONE &&
      cadre_merge_conflict_get_proposal (decided) != CADRE_MERGE_CHOICE_NONE)
    return cadre_say (self->catalogue, "merge.ours-unless-resolved");
  if (choice != CADRE_MERGE_CHOICE_VALUE || field == NULL)
    return cadre_view_word (self->catalogue, "merge-choice", CADRE_TYPE_MERGE_CHOICE, (int) choice);
  /* A value that somebody stated is in no structure, so that no redaction knows it. */
  if (cadre_redaction_get_level (self->redaction) != CADRE_REDACTION_LEVEL_FULL)
    return cadre_say (self->catalogue, "merge.value-not-shown");

  value = say_value (self, decided, self->views[CADRE_SIDE_OURS], field,
                     cadre_merge_conflict_get_value (decided));
  return cadre_phrase (self->catalogue, "merge.value", "value", value, NULL);
}
