/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What happened in one line of English.
 *
 * Nothing here comes from a record of a person, an assignment or an absence. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

#define MAX_NAMED 5  /* who did not follow */
#define MAX_FIELDS 6 /* of one record */

typedef struct
{
  CadreEventList *list;
  const CadreEvent *event;
  const CadreEventText *told;
} Line;

/* Parts after the first stand behind a comma. */
static void
append_gap (GString *text)
{
  g_string_append (text, text->str[text->len - 1] == ':' ? " " : ", ");
}

/* A word (nullable) and what it leads to. */
static void
append_quoted (GString *text, const char *word, const char *value, gboolean is_quoted)
{
  if (word != NULL)
    g_string_append_printf (text, "%s ", word);
  g_string_append_printf (text, is_quoted ? "%s" : "\"%s\"", value);
}

/* Which post of that title it is. */
static void
append_note (const Line *self, GString *text)
{
  if (self->told->name_note != NULL)
    g_string_append_printf (text, " (%s)", self->told->name_note);
}

/* Which kind of record it is, where the kind of event does not say so. */
static void
append_kind (const Line *self, GString *text)
{
  g_autofree char *kind = NULL;

  if (self->event->kind != CADRE_CHANGE_EVENT_KIND_RECORD &&
      self->event->kind != CADRE_CHANGE_EVENT_KIND_OTHER)
    return;

  kind = cadre_event_words (cadre_schema_get ((CadreRecordKind) self->event->subject_kind)->name);
  append_gap (text);
  g_string_append (text, kind);
}

/* Whether what it leads to is its name, with what tells it from others or without. */
static gboolean
is_named_after (const CadreEventText *told)
{
  g_autofree char *noted =
    told->name_note != NULL ? g_strdup_printf ("\"%s\" (%s)", told->name, told->name_note) : NULL;

  return told->name != NULL &&
         g_strcmp0 (told->after_quoted ? noted : told->name, told->after) == 0;
}

static void
append_name (const Line *self, GString *text)
{
  if (self->told->name == NULL || is_named_after (self->told))
    return;

  append_gap (text);
  append_quoted (text, NULL, self->told->name, FALSE);
  append_note (self, text);
}

/* The field of a change that stands alone. */
static void
append_field (const Line *self, GString *text)
{
  const CadreDiff *diff = self->list->diff;
  g_autofree char *field = cadre_event_words (
    cadre_diff_field_name (&diff->differences[self->list->members[self->event->first]]));

  if (field == NULL)
    return;

  append_gap (text);
  g_string_append (text, field);
}

static void
append_values (const Line *self, GString *text)
{
  if (self->told->before == NULL && self->told->after == NULL)
    return;

  append_gap (text);
  if (self->told->before != NULL)
    append_quoted (text, "from", self->told->before, self->told->before_quoted);
  if (self->told->before != NULL && self->told->after != NULL)
    g_string_append_c (text, ' ');
  if (self->told->after != NULL)
    append_quoted (text, "to", self->told->after, self->told->after_quoted);
  if (!self->told->after_quoted && is_named_after (self->told))
    append_note (self, text);
}

/* Whether an event is of one record, whose fields say what is another. */
static gboolean
is_of_fields (const CadreEvent *event)
{
  return (event->kind >= CADRE_CHANGE_EVENT_KIND_POST_REGRADED &&
          event->kind <= CADRE_CHANGE_EVENT_KIND_FUNDING &&
          event->kind != CADRE_CHANGE_EVENT_KIND_POSTS_RETIERED) ||
         event->kind == CADRE_CHANGE_EVENT_KIND_FLAGS ||
         event->kind == CADRE_CHANGE_EVENT_KIND_PERIOD;
}

/* ", hours from "37" to "18.5"" */
static void
append_fields (const Line *self, GString *text)
{
  const CadreDiff *diff = self->list->diff;
  guint n = 0;

  if (self->list->listed == NULL || !is_of_fields (self->event))
    return;

  for (guint32 i = 0; i < self->event->n_shown && n < MAX_FIELDS; i++)
    {
      const CadreDifference *difference =
        &diff->differences[self->list->members[self->event->first + i]];
      g_autofree char *field = cadre_event_words (cadre_diff_field_name (difference));
      g_auto (CadreEventText) told = { 0 };

      cadre_event_name_change (self->list, difference, &told);
      if (field == NULL || told.before == NULL || told.after == NULL)
        continue;
      append_gap (text);
      g_string_append (text, field);
      append_quoted (text, " from", told.before, told.before_quoted);
      append_quoted (text, " to", told.after, told.after_quoted);
      n++;
    }
}

/* Whoever has another unit as well as another manager moved once. */
static void
append_also (const Line *self, GString *text)
{
  const CadreEventText *told = self->told;
  const char *what = self->event->also == CADRE_RECORD_KIND_UNIT ? "unit" : "manager";

  if (told->also_before == NULL && told->also_after == NULL)
    return;

  g_string_append (text, ", and");
  if (told->also_before != NULL)
    {
      g_string_append_printf (text, " from the %s ", what);
      append_quoted (text, NULL, told->also_before, told->also_before_quoted);
    }
  if (told->also_after == NULL)
    return;

  g_string_append (text, " to ");
  if (told->also_before == NULL)
    g_string_append_printf (text, "the %s ", what);
  append_quoted (text, NULL, told->also_after, told->also_after_quoted);
}

static void
append_counts (const Line *self, GString *text)
{
  const CadreIndex *index = self->list->diff->sides.index_after;
  const guint32 n_posts =
    cadre_event_count_posts (self->list, self->list->members + self->event->first,
                             self->event->n_shown);
  const gboolean is_one_of_several =
    self->event->n > self->event->n_shown && self->event->scope_kind != CADRE_EVENT_SCOPE_NONE;
  guint32 n_reports = 0;

  /* What was made of what is named, and is not so many posts more. */
  if (self->event->kind == CADRE_CHANGE_EVENT_KIND_POSTS_MERGED ||
      self->event->kind == CADRE_CHANGE_EVENT_KIND_POST_SPLIT)
    return;

  /* One of several of which the others are not asked for is counted as they would be. */
  if (n_posts > 1 || (n_posts == 1 && (text->str[text->len - 1] == ':' || is_one_of_several)))
    {
      append_gap (text);
      g_string_append_printf (text, n_posts > 1 ? "%u posts" : "%u post", n_posts);
    }
  else if (self->told->name == NULL && n_posts == 0 && self->list->listed != NULL)
    {
      append_gap (text);
      g_string_append_printf (text, self->event->n_shown > 1 ? "%u changes" : "%u change",
                              self->event->n_shown);
    }
  if (self->event->kind == CADRE_CHANGE_EVENT_KIND_TEAM_MOVED && self->event->after != CADRE_NO_ROW)
    {
      cadre_backward_get (&index->reports, self->event->after, &n_reports);
      g_string_append_printf (text, ", with %u that report%s to it", n_reports,
                              n_reports == 1 ? "s" : "");
    }
}

/* Where a merge or a split is stated of one part only, the others are not to be forgotten. */
static void
append_unstated (const Line *self, GString *text)
{
  CadreMapping *mapping = self->list->diff->mapping;
  const char *id = NULL;
  g_auto (GStrv) parts = NULL;

  if (self->event->kind == CADRE_CHANGE_EVENT_KIND_POSTS_MERGED)
    {
      id = cadre_event_id (self->list, self->event, FALSE);
      parts = id != NULL ? cadre_mapping_dup_predecessors (mapping, id) : NULL;
    }
  else if (self->event->kind == CADRE_CHANGE_EVENT_KIND_POST_SPLIT)
    {
      id = cadre_event_id (self->list, self->event, TRUE);
      parts = id != NULL ? cadre_mapping_dup_successors (mapping, id) : NULL;
    }
  if (parts == NULL || g_strv_length (parts) != 1)
    return;

  g_string_append (text, self->event->kind == CADRE_CHANGE_EVENT_KIND_POSTS_MERGED
                           ? "; what else was merged into it is not stated"
                           : "; what else was made of it is not stated");
}

static void
append_exceptions (const Line *self, GString *text)
{
  const CadreTables *tables = self->list->diff->sides.after;
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  g_auto (GStrv) exceptions = cadre_event_dup_exceptions (self->list, self->event);
  const guint n = g_strv_length (exceptions);
  g_autoptr (CadreEventNames) names = cadre_event_names_new ();
  g_autofree char *joined = NULL;

  if (n == 0)
    return;

  for (guint i = 0; i < n; i++)
    {
      const guint32 post = cadre_tables_find (tables, CADRE_RECORD_KIND_POST, exceptions[i]);
      const guint32 title =
        post < CADRE_AMBIGUOUS_ROW ? cadre_table_code (posts, CADRE_FIELD_POST_TITLE, post) : 0;
      const char *words = title != 0 ? cadre_tables_text (tables, title) : NULL;

      cadre_event_names_add (names, words != NULL ? words : exceptions[i],
                             cadre_event_titles_get_note (&self->list->titles_after, tables,
                                                          post < CADRE_AMBIGUOUS_ROW
                                                            ? post
                                                            : CADRE_NO_ROW));
    }
  joined = cadre_event_names_join (names, MAX_NAMED);
  g_string_append_printf (text, "; %u did not follow", n);
  g_string_append_printf (text, cadre_event_names_are_quoted (names) ? " (%s)" : " (\"%s\")",
                          joined);
}

char *
cadre_event_dup_line (CadreEventList *list, const CadreEvent *event, const CadreEventText *told)
{
  const Line line = { list, event, told };
  GString *text = g_string_new (cadre_event_kind_label ((CadreChangeEventKind) event->kind));

  g_string_append_c (text, ':');
  append_kind (&line, text);
  append_name (&line, text);
  if (list->listed == NULL)
    append_field (&line, text);
  append_values (&line, text);
  append_fields (&line, text);
  append_also (&line, text);
  append_counts (&line, text);
  append_unstated (&line, text);
  append_exceptions (&line, text);
  if (event->inferred)
    g_string_append (text, event->kind == CADRE_CHANGE_EVENT_KIND_GRADE_RENAMED
                             ? "; inferred from who had the one and has the other"
                             : "; inferred from where the posts went");
  if (event->n == event->n_shown + 1)
    g_string_append (text, "; 1 more change belongs to it, of a post or kind not asked for");
  else if (event->n > event->n_shown)
    g_string_append_printf (text, "; %u more changes belong to it, of posts or kinds not asked for",
                            event->n - event->n_shown);

  return g_string_free (text, FALSE);
}
