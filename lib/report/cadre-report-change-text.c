/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A change of a comparison in words. */

#include "config.h"

#include "report/cadre-report-diff-private.h"
#include "report/cadre-values-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

/* A field of the record of a change; NULL where the change is of the whole. */
static const CadreField *
find_field (CadreChange *change)
{
  const CadreSchema *schema = cadre_schema_get (cadre_change_get_record_kind (change));
  const char *name = cadre_change_get_field (change);
  int field = name != NULL ? cadre_schema_find_field (schema, name, strlen (name)) : -1;

  return field >= 0 ? &schema->fields[field] : NULL;
}

char *
cadre_comparison_value (const CadreComparison *self, CadreChange *change, gboolean after)
{
  const CadreView *view = after ? self->after : self->before;
  const CadreField *field = find_field (change);
  const char *text =
    after ? cadre_change_get_after_text (change) : cadre_change_get_before_text (change);

  if (g_strcmp0 (cadre_change_get_field (change), "manager") == 0)
    return cadre_view_name_of_subject (view, text);
  if (field == NULL)
    return g_strdup (text != NULL ? text : "");

  return cadre_view_value (view, field, text);
}

/* The name of a post, a body, a unit or a function by its id. */
static char *
name_of_any (const CadreView *view, const char *id)
{
  static const CadreRecordKind kinds[] = { CADRE_RECORD_KIND_POST, CADRE_RECORD_KIND_BODY,
                                           CADRE_RECORD_KIND_UNIT, CADRE_RECORD_KIND_FUNCTION,
                                           CADRE_RECORD_KIND_ORGANISATION };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint32 row = cadre_tables_find (view->tables, kinds[i], id);

      if (row != CADRE_NO_ROW)
        return cadre_view_name (view, kinds[i], row);
    }

  return g_strdup (id);
}

/* What a record without an id links: of "succession/organisation/a/b" the names
 * of a and b, of others all parts after the kind. */
static char *
name_of_link (const CadreComparison *self, CadreChange *change)
{
  g_auto (GStrv) parts = g_strsplit (cadre_change_get_subject (change), "/", -1);
  guint first = cadre_change_get_record_kind (change) == CADRE_RECORD_KIND_SUCCESSION ? 2 : 1;
  GString *text = g_string_new (NULL);

  for (guint i = first; g_strv_length (parts) > first && parts[i] != NULL; i++)
    {
      char *name = name_of_any (self->after, parts[i]);

      /* What is the id still may have had a name before. */
      if (strcmp (name, parts[i]) == 0)
        {
          g_free (name);
          name = name_of_any (self->before, parts[i]);
        }
      cadre_append_part (text, ", ", name);
    }

  return g_string_free (text, FALSE);
}

/* The name of what a change is about: that after, or before where it goes. */
static char *
name_owner (const CadreView *view, CadreRecordKind kind, guint32 row)
{
  return kind == CADRE_RECORD_KIND_POST ? cadre_view_listed_name (view, row)
                                        : cadre_view_name (view, kind, row);
}

char *
cadre_comparison_owner (const CadreComparison *self, CadreChange *change)
{
  CadreRecordKind kind = cadre_change_get_owner_kind (change);
  const char *id = cadre_change_get_id_after (change);
  guint32 row = id != NULL ? cadre_tables_find (self->after->tables, kind, id) : CADRE_NO_ROW;

  if (row != CADRE_NO_ROW)
    return name_owner (self->after, kind, row);

  id = cadre_change_get_id_before (change);
  row = id != NULL ? cadre_tables_find (self->before->tables, kind, id) : CADRE_NO_ROW;
  if (row != CADRE_NO_ROW)
    return name_owner (self->before, kind, row);

  return id != NULL ? g_strdup (id) : name_of_link (self, change);
}

/* "First day (reporting line)"; of the record itself "First day". */
static char *
field_of_record (const CadreComparison *self, CadreChange *change, const char *field)
{
  CadreRecordKind kind = cadre_change_get_record_kind (change);
  g_autofree char *name = cadre_view_field_name (self->catalogue, field);
  g_autofree char *code = g_strconcat ("record.", cadre_schema_get (kind)->name, NULL);
  g_autofree char *record = NULL;

  if (kind == cadre_change_get_owner_kind (change) || strcmp (field, "manager") == 0)
    return g_steal_pointer (&name);

  record = cadre_say (self->catalogue, code);
  return cadre_phrase (self->catalogue, "change.field-of-record", "field", name, "record", record,
                       NULL);
}

/* "Line manager"; of a whole row "New reporting line". */
char *
cadre_comparison_what (const CadreComparison *self, CadreChange *change)
{
  const char *field = cadre_change_get_field (change);

  return field != NULL ? field_of_record (self, change, field)
                       : cadre_view_word (self->catalogue, "change-kind", CADRE_TYPE_CHANGE_KIND,
                                          (int) cadre_change_get_kind (change));
}

/* The function of "FUNCTION/ROLE". */
static char *
name_of_function (const CadreView *view, const char *text)
{
  const char *last = strrchr (text, '/');
  g_autofree char *id = last != NULL ? g_strndup (text, (gsize) (last - text)) : g_strdup (text);

  return name_of_any (view, id);
}

/* "managed by X from 23 January 2009": a line of the kind, to its end. */
static char *
line_text (const CadreView *view, const char *subject, const char *kind, const char *end_id)
{
  const CadreTable *lines = cadre_tables_get (view->tables, CADRE_RECORD_KIND_LINE);
  g_autofree char *code = g_strconcat ("line-to.", kind, NULL);
  g_autofree char *end = name_of_any (view, end_id);
  g_autofree char *text = cadre_phrase (view->catalogue, code, "end", end, NULL);
  g_autofree char *dates = NULL;

  for (guint32 row = 0; row < lines->n_rows && dates == NULL; row++)
    {
      g_autofree char *found = cadre_tables_dup_subject (view->tables, lines->kind, row);

      if (strcmp (found, subject) == 0)
        dates = cadre_view_line_dates (view, row);
    }

  return dates != NULL && *dates != '\0' ? g_strconcat (text, " ", dates, NULL)
                                         : g_steal_pointer (&text);
}

/* A row that links a post to something, without the post: of the subject
 * "line/P12/accountable-to/cabinet" the words for "accountable-to/cabinet". An
 * id may hold a slash, the kind of a line does not. */
static char *
link_text (const CadreView *view, CadreChange *change, const char *owner)
{
  const CadreSchema *schema = cadre_schema_get (cadre_change_get_record_kind (change));
  g_autofree char *start = g_strconcat (schema->name, "/", owner, "/", NULL);
  const char *subject = cadre_change_get_subject (change);
  g_autofree char *kind = NULL;
  const char *slash = NULL;

  if (!g_str_has_prefix (subject, start))
    return g_strdup (subject);

  subject += strlen (start);
  slash = strchr (subject, '/');
  if (cadre_change_get_record_kind (change) == CADRE_RECORD_KIND_RESPONSIBILITY)
    return name_of_function (view, subject);
  if (cadre_change_get_record_kind (change) != CADRE_RECORD_KIND_LINE || slash == NULL)
    return name_of_any (view, subject);

  kind = g_strndup (subject, (gsize) (slash - subject));
  return line_text (view, cadre_change_get_subject (change), kind, slash + 1);
}

/* What a change of a whole row was before, and is after. */
static char *
row_value (const CadreComparison *self, CadreChange *change, gboolean after)
{
  const char *id = after ? cadre_change_get_id_after (change) : cadre_change_get_id_before (change);
  CadreChangeKind kind = cadre_change_get_kind (change);
  gboolean is_there =
    after ? kind != CADRE_CHANGE_KIND_LINE_REMOVED : kind == CADRE_CHANGE_KIND_LINE_REMOVED;

  if (cadre_change_get_record_kind (change) == cadre_change_get_owner_kind (change) || !is_there ||
      id == NULL)
    return g_strdup ("");

  return link_text (after ? self->after : self->before, change, id);
}

static char *
value_or_row (const CadreComparison *self, CadreChange *change, gboolean after)
{
  return cadre_change_get_field (change) != NULL ? cadre_comparison_value (self, change, after)
                                                 : row_value (self, change, after);
}

/* Takes out of a list of attributes, "level: team; cost: 1", what another has as
 * well. */
static char *
without_common_parts (const char *text, const char *other)
{
  g_auto (GStrv) parts = g_strsplit (text, "; ", -1);
  g_auto (GStrv) others = g_strsplit (other, "; ", -1);
  GString *rest = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *) others, parts[i]))
      cadre_append_part (rest, "; ", g_strdup (parts[i]));

  return g_string_free (rest, FALSE);
}

static void
keep_what_differs (CadreChange *change, char **before, char **after)
{
  const CadreField *field = find_field (change);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (field == NULL || field->kind != CADRE_FIELD_KIND_ATTRIBUTES)
    return;

  first = without_common_parts (*before, *after);
  second = without_common_parts (*after, *before);
  g_free (*before);
  g_free (*after);
  *before = g_steal_pointer (&first);
  *after = g_steal_pointer (&second);
}

/* What two records of one name are told apart by. */
static char *
add_id (const char *name, const char *id)
{
  return g_strdup_printf ("%s (%s)", name, id);
}

/* Whether nothing can be said of a change but that there is one: what a remark on an assignment
 * says, say, is told nowhere. Two records of one name have their ids. */
static gboolean
is_untold (CadreChange *change, char **before, char **after)
{
  const char *id_before = cadre_change_get_before_text (change);
  const char *id_after = cadre_change_get_after_text (change);
  const CadreField *field = find_field (change);
  g_autofree char *name = NULL;

  if (**before == '\0' || strcmp (*before, *after) != 0)
    return FALSE;
  if (field == NULL || field->kind != CADRE_FIELD_KIND_REFERENCE ||
      g_strcmp0 (id_before, id_after) == 0 || id_before == NULL || id_after == NULL)
    return TRUE;

  name = g_steal_pointer (before);
  g_free (*after);
  *before = add_id (name, id_before);
  *after = add_id (name, id_after);
  return FALSE;
}

/* "Line manager: from A to B". */
char *
cadre_comparison_change_text (const CadreComparison *self, CadreChange *change, const char *what)
{
  g_autofree char *before = value_or_row (self, change, FALSE);
  g_autofree char *after = value_or_row (self, change, TRUE);
  const char *code = "change.from-to";

  keep_what_differs (change, &before, &after);
  if (is_untold (change, &before, &after))
    return g_strdup (what);

  if (*before == '\0' || *after == '\0')
    code = *before == '\0' ? "change.only-after" : "change.only-before";

  return cadre_phrase (self->catalogue, code, "what", what, "before", before, "after", after, NULL);
}

/* Whether a change makes a post a changed one. */
static gboolean
changes_post (CadreChange *change)
{
  CadreChangeKind kind = cadre_change_get_kind (change);

  return kind >= CADRE_CHANGE_KIND_POST_MOVED && kind <= CADRE_CHANGE_KIND_FUNCTION_CHANGED &&
         !cadre_change_is_learned (change);
}

char *
cadre_comparison_changes_of_post (const CadreComparison *self, const char *post_id)
{
  g_autoptr (GListModel) changes =
    cadre_diff_list_for (self->diff, CADRE_RECORD_KIND_POST, post_id);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (CadreChange) change = g_list_model_get_item (changes, i);
      g_autofree char *what = cadre_comparison_what (self, change);

      if (changes_post (change))
        cadre_append_part (text, "; ", cadre_comparison_change_text (self, change, what));
    }

  return g_string_free (text, FALSE);
}

/* The function of a change: "responsibility/POST/FUNCTION/ROLE". */
char *
cadre_comparison_function (const CadreComparison *self, CadreChange *change)
{
  const char *owner = cadre_change_get_id_before (change);
  g_autofree char *start = g_strconcat ("responsibility/", owner, "/", NULL);
  const char *subject = cadre_change_get_subject (change);

  if (owner == NULL || !g_str_has_prefix (subject, start))
    return g_strdup (subject);

  return name_of_function (self->before, subject + strlen (start));
}
