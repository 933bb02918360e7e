/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What an event is called, and what it leads from and to.
 *
 * Nothing here comes from a record of a person, an assignment or an absence. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

#include <string.h>

#define MAX_NAMES 20 /* that one text joins */

void
cadre_event_text_clear (CadreEventText *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->name_note, g_free);
  g_clear_pointer (&self->before, g_free);
  g_clear_pointer (&self->after, g_free);
  g_clear_pointer (&self->also_before, g_free);
  g_clear_pointer (&self->also_after, g_free);
}

static gboolean
is_personal (CadreRecordKind kind)
{
  return kind == CADRE_RECORD_KIND_PERSON || kind == CADRE_RECORD_KIND_ASSIGNMENT ||
         kind == CADRE_RECORD_KIND_ABSENCE;
}

const char *
cadre_event_get_name (const CadreTables *tables, CadreRecordKind kind, guint32 row)
{
  const CadreSchema *schema = cadre_schema_get (kind);
  int field = cadre_schema_find_field (schema, "name", 4);
  const char *name = NULL;

  if (row == CADRE_NO_ROW || is_personal (kind))
    return NULL;
  if (field < 0)
    field = cadre_schema_find_field (schema, "title", 5);
  if (field >= 0)
    name = cadre_tables_text (tables, cadre_table_code (cadre_tables_get (tables, kind),
                                                        (guint) field, row));

  return name != NULL ? name : cadre_tables_id (tables, kind, row);
}

/* A name that stands alone is not quoted, and one with a note on it is. */
static char *
note_name (const char *name, const char *note, gboolean *is_quoted)
{
  g_autoptr (CadreEventNames) names = cadre_event_names_new ();

  if (name == NULL)
    return NULL;

  cadre_event_names_add (names, name, note);
  *is_quoted = cadre_event_names_are_quoted (names);
  return cadre_event_names_join (names, 1);
}

/* What tells a record from others of that name; NULL where nothing has to. */
static const char *
get_note (CadreEventList *list, gboolean before, CadreRecordKind kind, guint32 row)
{
  const CadreSides *sides = &list->diff->sides;

  if (kind != CADRE_RECORD_KIND_POST)
    return NULL;

  return cadre_event_titles_get_note (before ? &list->titles_before : &list->titles_after,
                                      before ? sides->before : sides->after, row);
}

static char *
dup_noted (CadreEventList *list,
           gboolean before,
           CadreRecordKind kind,
           guint32 row,
           gboolean *is_quoted)
{
  const CadreSides *sides = &list->diff->sides;

  return note_name (cadre_event_get_name (before ? sides->before : sides->after, kind, row),
                    get_note (list, before, kind, row), is_quoted);
}

static char *
dup_value (CadreEventList *list, gboolean before, guint8 value, guint32 code, gboolean *is_quoted)
{
  const CadreTables *tables = before ? list->diff->sides.before : list->diff->sides.after;
  const char *id = NULL;
  guint32 row = CADRE_NO_ROW;

  if (value == CADRE_EVENT_VALUE_NUMBER)
    return g_strdup_printf ("%d", (int) code);

  id = cadre_tables_text (tables, code);
  if (value == CADRE_EVENT_VALUE_NONE || id == NULL)
    return NULL;
  if (value != CADRE_EVENT_VALUE_TEXT)
    row = cadre_tables_find (tables, (CadreRecordKind) value, id);
  if (row != CADRE_NO_ROW)
    return dup_noted (list, before, (CadreRecordKind) value, row, is_quoted);

  return value == CADRE_RECORD_KIND_POST ? g_strconcat (id, " (not listed)", NULL) : g_strdup (id);
}

/* What the line of a difference ends at. */
static char *
dup_line_end (CadreEventList *list, gboolean before, guint32 row, gboolean *is_quoted)
{
  static const guint8 ends[][2] = {
    { CADRE_FIELD_LINE_MANAGER, CADRE_RECORD_KIND_POST },
    { CADRE_FIELD_LINE_BODY, CADRE_RECORD_KIND_BODY },
    { CADRE_FIELD_LINE_UNIT, CADRE_RECORD_KIND_UNIT },
  };
  const CadreTable *lines =
    cadre_tables_get (before ? list->diff->sides.before : list->diff->sides.after,
                      CADRE_RECORD_KIND_LINE);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (cadre_table_code (lines, ends[i][0], row) != 0)
      return dup_value (list, before, ends[i][1], cadre_table_code (lines, ends[i][0], row),
                        is_quoted);

  return NULL;
}

/* What a field was, or is: what an id leads to by its name. */
static char *
name_value (CadreEventList *list,
            const CadreDifference *difference,
            gboolean before,
            const char *text,
            gboolean *is_quoted)
{
  const CadreTables *tables = before ? list->diff->sides.before : list->diff->sides.after;
  const CadreRecordKind kind = cadre_difference_record_kind (difference);
  const CadreSchema *schema = cadre_schema_get (kind);
  const guint field = cadre_difference_field (difference);
  const guint32 row = before ? difference->before : difference->after;
  guint32 code = 0;

  if (text == NULL || field >= schema->n_fields || row == CADRE_NO_ROW ||
      schema->fields[field].kind != CADRE_FIELD_KIND_REFERENCE)
    return g_strdup (text);
  if (kind == CADRE_RECORD_KIND_LINE && field == CADRE_FIELD_LINE_MANAGER)
    return dup_line_end (list, before, row, is_quoted);

  code = cadre_table_code (cadre_tables_get (tables, kind), field, row);
  return code == CADRE_STRING_NONE
           ? g_strdup (text)
           : dup_value (list, before, (guint8) schema->fields[field].target, code, is_quoted);
}

void
cadre_event_tell_apart (const char *id_before,
                        char **before,
                        gboolean *before_quoted,
                        const char *id_after,
                        char **after,
                        gboolean *after_quoted)
{
  g_autofree char *name = NULL;

  if (*before == NULL || g_strcmp0 (*before, *after) != 0 || *before_quoted || id_before == NULL ||
      id_after == NULL || strcmp (id_before, id_after) == 0)
    return;

  name = g_steal_pointer (before);
  g_free (*after);
  *before = note_name (name, id_before, before_quoted);
  *after = note_name (name, id_after, after_quoted);
}

void
cadre_event_name_change (CadreEventList *list,
                         const CadreDifference *difference,
                         CadreEventText *text)
{
  g_autoptr (CadreChange) change = cadre_diff_make_change (list->diff, difference);

  text->before = name_value (list, difference, TRUE, cadre_change_get_before_text (change),
                             &text->before_quoted);
  text->after =
    name_value (list, difference, FALSE, cadre_change_get_after_text (change), &text->after_quoted);
  cadre_event_tell_apart (cadre_change_get_before_text (change), &text->before,
                          &text->before_quoted, cadre_change_get_after_text (change), &text->after,
                          &text->after_quoted);
}

const char *
cadre_event_id (CadreEventList *list, const CadreEvent *event, gboolean before)
{
  const CadreTables *tables = before ? list->diff->sides.before : list->diff->sides.after;
  const guint32 row = before ? event->before : event->after;

  return row != CADRE_NO_ROW && !is_personal ((CadreRecordKind) event->subject_kind)
           ? cadre_tables_id (tables, (CadreRecordKind) event->subject_kind, row)
           : NULL;
}

void
cadre_event_text_set (CadreEventText *text, const CadreEventNames *names, gboolean before)
{
  char *joined = cadre_event_names_join (names, MAX_NAMES);

  if (before)
    {
      g_free (text->before);
      text->before = joined;
      text->before_quoted = cadre_event_names_are_quoted (names);
      return;
    }

  g_free (text->after);
  text->after = joined;
  text->after_quoted = cadre_event_names_are_quoted (names);
}

/* The next member of an event in the order of the diff: those that a view shows
 * stand before the others, but the text is the same in every view. */
static guint32
next_member (CadreEventList *list, const CadreEvent *event, guint32 *shown, guint32 *hidden)
{
  const guint32 *members = list->members + event->first;
  const gboolean is_shown =
    *shown < event->n_shown &&
    (event->n_shown + *hidden >= event->n || members[*shown] < members[event->n_shown + *hidden]);

  return is_shown ? members[(*shown)++] : members[event->n_shown + (*hidden)++];
}

/* What a change of an event is about. */
typedef struct
{
  CadreChangeKind kind;
  gboolean goes_on; /* whether it is there before and after */
  const char *name; /* (nullable): on one side */
  const char *note; /* (nullable): which of that name */
} Member;

static Member
get_member (CadreEventList *list,
            const CadreEvent *event,
            gboolean before,
            guint32 *shown,
            guint32 *hidden)
{
  const CadreDiff *diff = list->diff;
  const CadreDifference *difference = &diff->differences[next_member (list, event, shown, hidden)];
  CadreRecordKind owner_kind = CADRE_RECORD_KIND_POST;
  guint32 row_before = CADRE_NO_ROW;
  guint32 row_after = CADRE_NO_ROW;

  cadre_events_owner (diff, difference, &owner_kind, &row_before, &row_after);
  return (Member){
    .kind = cadre_difference_kind (difference),
    .goes_on = row_before != CADRE_NO_ROW && row_after != CADRE_NO_ROW,
    .name = cadre_event_get_name (before ? diff->sides.before : diff->sides.after, owner_kind,
                                  before ? row_before : row_after),
    .note = get_note (list, before, owner_kind, before ? row_before : row_after),
  };
}

/* The names of what the changes of these kinds are about, on one side. */
static void
join_names (CadreEventList *list,
            const CadreEvent *event,
            CadreChangeKind first,
            CadreChangeKind last,
            gboolean before,
            CadreEventText *text)
{
  g_autoptr (CadreEventNames) names = cadre_event_names_new ();
  guint32 shown = 0;
  guint32 hidden = 0;

  for (guint32 i = 0; i < event->n; i++)
    {
      const Member member = get_member (list, event, before, &shown, &hidden);

      if (member.kind >= first && member.kind <= last && member.name != NULL)
        cadre_event_names_add (names, member.name, member.note);
    }

  cadre_event_text_set (text, names, before);
}

static char *
dup_name (CadreEventList *list, const CadreEvent *event)
{
  const CadreSides *sides = &list->diff->sides;
  const CadreRecordKind kind = (CadreRecordKind) event->subject_kind;

  return g_strdup (event->after != CADRE_NO_ROW
                     ? cadre_event_get_name (sides->after, kind, event->after)
                     : cadre_event_get_name (sides->before, kind, event->before));
}

void
cadre_event_fill_sides (CadreEventList *list, const CadreEvent *event, CadreEventText *text)
{
  const CadreRecordKind kind = (CadreRecordKind) event->subject_kind;

  text->before = dup_noted (list, TRUE, kind, event->before, &text->before_quoted);
  text->after = dup_noted (list, FALSE, kind, event->after, &text->after_quoted);
}

/* "grade (post)" */
static char *
dup_field_name (CadreEventList *list, const CadreEvent *event)
{
  const CadreDifference *difference = &list->diff->differences[list->members[event->first]];
  g_autofree char *record =
    cadre_event_words (cadre_schema_get (cadre_difference_record_kind (difference))->name);
  g_autofree char *field = cadre_event_words (cadre_diff_field_name (difference));

  return field != NULL ? g_strdup_printf ("%s (%s)", field, record) : g_steal_pointer (&record);
}

/* Of a single post which it is, and what its id was and is. */
static void
fill_rekeyed (CadreEventList *list, const CadreEvent *event, CadreEventText *text)
{
  const CadreSides *sides = &list->diff->sides;
  CadreRecordKind kind = CADRE_RECORD_KIND_POST;
  guint32 before = CADRE_NO_ROW;
  guint32 after = CADRE_NO_ROW;

  cadre_events_owner (list->diff, &list->diff->differences[list->members[event->first]], &kind,
                      &before, &after);
  if (event->n != 1 || before == CADRE_NO_ROW || after == CADRE_NO_ROW)
    return;

  g_free (text->name);
  text->name = g_strdup (cadre_event_get_name (sides->after, kind, after));
  g_free (text->name_note);
  text->name_note = g_strdup (get_note (list, FALSE, kind, after));
  text->before = g_strdup (cadre_tables_id (sides->before, kind, before));
  text->after = g_strdup (cadre_tables_id (sides->after, kind, after));
}

/* Posts on one side that were merged or split, or came of it: those that go or come, and those
 * that go on, as part of what they were or with more than they were. */
static void
join_posts (CadreEventList *list, const CadreEvent *event, gboolean before, CadreEventText *text)
{
  const CadreChangeKind ends =
    before ? CADRE_CHANGE_KIND_POST_DELETED : CADRE_CHANGE_KIND_POST_CREATED;
  g_autoptr (CadreEventNames) names = cadre_event_names_new ();
  guint32 shown = 0;
  guint32 hidden = 0;

  for (guint32 i = 0; i < event->n; i++)
    {
      const Member member = get_member (list, event, before, &shown, &hidden);

      if ((member.kind == ends || member.goes_on) && member.name != NULL)
        cadre_event_names_add (names, member.name, member.note);
    }

  cadre_event_text_set (text, names, before);
}

static void
fill_posts (CadreEventList *list, const CadreEvent *event, CadreEventText *text)
{
  switch (event->kind)
    {
    case CADRE_CHANGE_EVENT_KIND_POSTS_MERGED:
    case CADRE_CHANGE_EVENT_KIND_POST_SPLIT:
    case CADRE_CHANGE_EVENT_KIND_POSTS_REARRANGED:
      join_posts (list, event, TRUE, text);
      join_posts (list, event, FALSE, text);
      break;
    case CADRE_CHANGE_EVENT_KIND_FUNCTION_TRANSFERRED:
    case CADRE_CHANGE_EVENT_KIND_FUNCTION_SPLIT:
    case CADRE_CHANGE_EVENT_KIND_FUNCTION_ORPHANED:
    case CADRE_CHANGE_EVENT_KIND_FUNCTION_GAINED:
      join_names (list, event, CADRE_CHANGE_KIND_FUNCTION_TRANSFERRED,
                  CADRE_CHANGE_KIND_FUNCTION_ORPHANED, TRUE, text);
      join_names (list, event, CADRE_CHANGE_KIND_FUNCTION_GAINED, CADRE_CHANGE_KIND_FUNCTION_GAINED,
                  FALSE, text);
      break;
    case CADRE_CHANGE_EVENT_KIND_REPORTS_MOVED:
      cadre_event_fill_sides (list, event, text);
      g_clear_pointer (&text->name, g_free);
      break;
    case CADRE_CHANGE_EVENT_KIND_POSTS_MOVED:
      g_clear_pointer (&text->name, g_free);
      break;
    case CADRE_CHANGE_EVENT_KIND_POSTS_REKEYED:
      fill_rekeyed (list, event, text);
      break;
    case CADRE_CHANGE_EVENT_KIND_STATED:
      text->name = dup_field_name (list, event);
      break;
    default:
      break;
    }
}

/* Whom or what it is about; a family is called by the title that its posts had. */
static void
fill_name (CadreEventList *list, const CadreEvent *event, CadreEventText *text)
{
  const CadreRecordKind kind = (CadreRecordKind) event->subject_kind;
  const gboolean before = event->after == CADRE_NO_ROW;

  if (event->scope_title != 0)
    {
      text->name = g_strdup (cadre_tables_text (list->diff->sides.before, event->scope_title));
      return;
    }

  text->name = dup_name (list, event);
  text->name_note = g_strdup (get_note (list, before, kind, before ? event->before : event->after));
}

/* What a value leads to, where it leads anywhere. */
static const char *
get_value_id (CadreEventList *list, gboolean before, guint8 value, guint32 code)
{
  return value != CADRE_EVENT_VALUE_NONE && value != CADRE_EVENT_VALUE_TEXT &&
             value != CADRE_EVENT_VALUE_NUMBER
           ? cadre_tables_text (before ? list->diff->sides.before : list->diff->sides.after, code)
           : NULL;
}

static void
fill_values (CadreEventList *list, const CadreEvent *event, CadreEventText *text)
{
  text->before = dup_value (list, TRUE, event->value, event->code_before, &text->before_quoted);
  text->after = dup_value (list, FALSE, event->value, event->code_after, &text->after_quoted);
  cadre_event_tell_apart (get_value_id (list, TRUE, event->value, event->code_before),
                          &text->before, &text->before_quoted,
                          get_value_id (list, FALSE, event->value, event->code_after), &text->after,
                          &text->after_quoted);

  text->also_before =
    dup_value (list, TRUE, event->also, event->also_before, &text->also_before_quoted);
  text->also_after =
    dup_value (list, FALSE, event->also, event->also_after, &text->also_after_quoted);
  cadre_event_tell_apart (get_value_id (list, TRUE, event->also, event->also_before),
                          &text->also_before, &text->also_before_quoted,
                          get_value_id (list, FALSE, event->also, event->also_after),
                          &text->also_after, &text->also_after_quoted);
}

/* A line may end at a unit or a body, and not at a post: then that is where a post moved from
 * or to. */
static void
fill_line_ends (CadreEventList *list, const CadreEvent *event, CadreEventText *text)
{
  if (event->value != CADRE_RECORD_KIND_POST || (text->before != NULL && text->after != NULL))
    return;

  for (guint32 i = 0; i < event->n; i++)
    {
      const CadreDifference *difference = &list->diff->differences[list->members[event->first + i]];

      if (cadre_difference_record_kind (difference) != CADRE_RECORD_KIND_LINE ||
          difference->before == CADRE_NO_ROW || difference->after == CADRE_NO_ROW)
        continue;
      if (text->before == NULL)
        text->before = dup_line_end (list, TRUE, difference->before, &text->before_quoted);
      if (text->after == NULL)
        text->after = dup_line_end (list, FALSE, difference->after, &text->after_quoted);
      return;
    }
}

void
cadre_event_fill_text (CadreEventList *list, const CadreEvent *event, CadreEventText *text)
{
  fill_name (list, event, text);
  if (list->listed == NULL)
    {
      /* A change alone says what it says. */
      if (!is_personal ((CadreRecordKind) event->subject_kind))
        cadre_event_name_change (list, &list->diff->differences[list->members[event->first]], text);
      return;
    }

  fill_values (list, event, text);
  if (event->kind == CADRE_CHANGE_EVENT_KIND_POST_MOVED ||
      event->kind == CADRE_CHANGE_EVENT_KIND_TEAM_MOVED)
    fill_line_ends (list, event, text);
  cadre_event_fill_units (list, event, text);
  fill_posts (list, event, text);
}
