/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Lines that name posts by who holds them. When all rows are read, a person in
 * one post stands for it. One in several stands for none: which of them is meant
 * is not for a reader to say. */

#include "config.h"

#include "exchange/extract/cadre-extract-private.h"

#include <string.h>

#define SEVERAL G_MAXUINT32

/* By string code of a person: the code of the post, SEVERAL, or 0. */
static guint32 *
find_posts (const CadreExtract *self)
{
  const CadreTable *table = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 *posts =
    g_try_new0 (guint32, (gsize) cadre_string_table_size (self->tables->strings) + 1);

  for (guint32 row = 0; posts != NULL && row < table->n_rows; row++)
    {
      const guint32 person = cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_PERSON, row);
      const guint32 post = cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_POST, row);

      if (person < CADRE_STRING_FIRST || post < CADRE_STRING_FIRST)
        continue;
      posts[person] = posts[person] == 0 || posts[person] == post ? post : SEVERAL;
    }

  return posts;
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

/* Keeps the person of whom no post is known as a member of the line. */
static gboolean
keep_person (CadreExtract *self,
             guint32 line,
             const char *member,
             guint32 person,
             GString *members,
             GError **error)
{
  guint32 code = 0;

  if (members->len > 1)
    g_string_append (members, ", ");
  g_string_append_printf (members, "\"%s\": ", member);
  append_quoted (members, cadre_tables_text (self->tables, person));
  g_string_append_c (members, '}');
  if (!cadre_tables_intern (self->tables, members->str, members->len, &code, error) ||
      !cadre_tables_set_extra (self->tables, CADRE_RECORD_KIND_LINE, line, code, error))
    return FALSE;

  g_string_truncate (members, members->len - 1);
  return TRUE;
}

/* One end of a line. */
static gboolean
resolve_end (CadreExtract *self,
             const CadreExtractPending *pending,
             guint field,
             const guint32 *posts,
             GString *members,
             GError **error)
{
  const gboolean is_manager = field == CADRE_FIELD_LINE_MANAGER;
  const guint32 person = is_manager ? pending->manager_person : pending->post_person;
  const guint32 post = posts[person];
  g_autofree char *subject = NULL;

  if (person == 0)
    return TRUE;
  if (post != 0 && post != SEVERAL)
    return cadre_tables_set_code (self->tables, CADRE_RECORD_KIND_LINE, pending->line, field, post,
                                  error);

  subject = g_strconcat ("person/", cadre_tables_text (self->tables, person), NULL);
  cadre_extract_report_at (self,
                           post == SEVERAL ? "exchange.extract.manager-ambiguous"
                                           : "exchange.extract.manager-unknown",
                           pending->table, pending->row, pending->cell, subject);
  return keep_person (self, pending->line, is_manager ? "manager-person" : "post-person", person,
                      members, error);
}

/* Two lines may have become one: holders of one post who report to holders of
 * one other. */
static gboolean
drop_doubles (CadreExtract *self, GError **error)
{
  static const guint32 nobody[2] = { 0, 0 };
  const CadreTable *table = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);
  g_autofree guint8 *keep = g_new (guint8, MAX (table->n_rows, 1));

  cadre_extract_keys_clear (&self->keys[CADRE_RECORD_KIND_LINE]);
  for (guint32 row = 0; row < table->n_rows; row++)
    {
      guint32 settled = row;

      /* What is unresolved is told apart by who it names. */
      if ((table->extra == NULL || table->extra[row] == 0) &&
          !cadre_extract_settle_key (self, CADRE_RECORD_KIND_LINE, row, nobody, &settled, error))
        return FALSE;
      keep[row] = settled == row;
    }

  return cadre_tables_filter (self->tables, CADRE_RECORD_KIND_LINE, keep, error);
}

gboolean
cadre_extract_resolve_persons (CadreExtract *self, GError **error)
{
  g_autofree guint32 *posts = NULL;
  g_autoptr (GString) members = g_string_new (NULL);

  if (self->pending->len == 0)
    return TRUE;

  posts = find_posts (self);
  if (posts == NULL)
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_MEMORY,
                           "There is not enough memory for the extract");
      return FALSE;
    }

  for (guint i = 0; i < self->pending->len; i++)
    {
      const CadreExtractPending *pending = &g_array_index (self->pending, CadreExtractPending, i);

      g_string_assign (members, "{");
      if (!resolve_end (self, pending, CADRE_FIELD_LINE_MANAGER, posts, members, error) ||
          !resolve_end (self, pending, CADRE_FIELD_LINE_POST, posts, members, error))
        return FALSE;
    }

  /* The persons are in the fields now: the keys are those of the fields alone. */
  g_array_set_size (self->pending, 0);
  return drop_doubles (self, error);
}
