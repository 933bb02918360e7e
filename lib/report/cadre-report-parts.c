/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "report/cadre-report-parts-private.h"
#include "report/cadre-values-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

#define MOST_OF_A_CODE 5

void
cadre_tally_add (CadreTally *self, gint64 n)
{
  if (n < 0)
    self->n_unknown++;
  else
    self->known += n;
}

char *
cadre_tally_text (const CadreCatalogue *catalogue, const CadreTally *tally)
{
  g_autofree char *least = cadre_catalogue_number (catalogue, (guint64) tally->known);

  if (tally->n_unknown == 0)
    return g_strdup (least);

  return cadre_phrase_n (catalogue, tally->known > 0 ? "tally.at-least" : "tally.unknown",
                         tally->n_unknown, "least", least, NULL);
}

void
cadre_report_set_exact_tally (CadreReport *self, const CadreTally *tally)
{
  if (tally->n_unknown == 0)
    cadre_report_set_exact_integer (self, tally->known);
  else
    cadre_report_set_exact_range (self, tally->known, -1, tally->n_unknown);
}

char *
cadre_say (const CadreCatalogue *catalogue, const char *code)
{
  return cadre_phrase (catalogue, code, NULL);
}

void
cadre_report_begin_said_section (CadreReport *self, const char *id)
{
  g_autofree char *code = g_strconcat ("section.", id, NULL);

  cadre_report_begin_section (self, id, cadre_say (self->catalogue, code));
}

void
cadre_report_add_said_column (CadreReport *self, const char *code, CadreAlignment alignment)
{
  cadre_report_add_column (self, cadre_say (self->catalogue, code), alignment);
}

void
cadre_report_add_said_paragraph (CadreReport *self, const char *code)
{
  cadre_report_add_paragraph (self, cadre_say (self->catalogue, code));
}

void
cadre_report_add_said_fact (CadreReport *self, const char *code, char *text, const char *subject)
{
  if (text != NULL)
    cadre_report_add_fact (self, cadre_say (self->catalogue, code), text, subject);
}

void
cadre_report_add_number (CadreReport *self, gint64 n, const char *subject)
{
  cadre_report_add_item (self, cadre_catalogue_number (self->catalogue, (guint64) n), subject);
  cadre_report_set_exact_integer (self, n);
}

void
cadre_report_stamp_level (CadreReport *self, CadreRedaction *redaction)
{
  const CadreRedactionLevel level = cadre_redaction_get_level (redaction);
  const guint base = cadre_redaction_get_rounding_base (redaction);
  g_autofree char *number = NULL;

  if (level == CADRE_REDACTION_LEVEL_FULL)
    cadre_report_take_stamp (self, cadre_say (self->catalogue, "stamp.full"));
  if (level != CADRE_REDACTION_LEVEL_STATISTICS || base == 1)
    return;

  number = cadre_catalogue_number (self->catalogue, base);
  cadre_report_take_stamp (self,
                           cadre_phrase (self->catalogue, "stamp.rounded", "base", number, NULL));
}

void
cadre_append_part (GString *out, const char *separator, char *part)
{
  if (part == NULL)
    return;

  if (out->len > 0)
    g_string_append (out, separator);
  g_string_append (out, part);
  g_free (part);
}

/* What the paper says of the post, in its own words if it has any. */
static char *
status_words (const CadreView *self, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  int status = cadre_table_word (posts, CADRE_FIELD_POST_STATUS, post);

  return status == CADRE_POST_STATUS_UNKNOWN
           ? NULL
           : cadre_view_word (self->catalogue, "post-status", CADRE_TYPE_POST_STATUS, status);
}

static char *
establishment_words (const CadreView *self, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  int n = cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT, post);

  if (n < 0)
    return cadre_say (self->catalogue, "post.establishment-unknown");

  return n == 1 ? NULL : cadre_phrase_n (self->catalogue, "post.establishment", (guint64) n, NULL);
}

/* The employer, where it is not that of the manager. */
static char *
employer_words (const CadreView *self, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  guint32 manager = self->index->manager[post];
  guint32 employer = cadre_table_code (posts, CADRE_FIELD_POST_EMPLOYER, post);
  guint n_partners = 0;

  cadre_tables_list (self->tables, cadre_table_code (posts, CADRE_FIELD_POST_PARTNERS, post),
                     &n_partners);
  if (n_partners > 0)
    return cadre_say (self->catalogue, "post.joint");
  if (manager < posts->n_rows
        ? cadre_table_code (posts, CADRE_FIELD_POST_EMPLOYER, manager) == employer
        : !self->has_several_employers && !cadre_view_is_outside (self, post))
    return NULL;

  return cadre_view_reference (self, CADRE_RECORD_KIND_POST, post, CADRE_FIELD_POST_EMPLOYER);
}

/* The unit at which the management line ends, where no post is named. */
static char *
manager_unit_words (const CadreView *self, guint32 post)
{
  guint32 line = self->index->manager_line[post];
  g_autofree char *unit =
    line != CADRE_NO_ROW && self->index->manager[post] == CADRE_NO_ROW
      ? cadre_view_reference (self, CADRE_RECORD_KIND_LINE, line, CADRE_FIELD_LINE_UNIT)
      : NULL;

  return unit != NULL ? cadre_phrase (self->catalogue, "post.reports-to", "unit", unit, NULL)
                      : NULL;
}

/* A post without a holder is vacant where the document says so; where it does
 * not, nobody may have listed the holder. */
static char *
holder_words (const CadreView *self, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  guint n = 0;

  if (!self->shows_assignments || cadre_view_is_outside (self, post))
    return NULL;

  n = cadre_view_count_holders (self, post);
  if (n > 0)
    return cadre_phrase_n (self->catalogue, "post.held", n, NULL);

  return cadre_table_word (posts, CADRE_FIELD_POST_VACANCY, post) > CADRE_VACANCY_STATE_NONE
           ? cadre_say (self->catalogue, "post.vacant")
           : cadre_say (self->catalogue, "post.no-holder");
}

char *
cadre_view_post_words (const CadreView *self, guint32 post)
{
  GString *words = g_string_new (NULL);

  cadre_append_part (words, "; ", cadre_view_tier (self, post));
  cadre_append_part (words, "; ", establishment_words (self, post));
  cadre_append_part (words, "; ", employer_words (self, post));
  cadre_append_part (words, "; ", manager_unit_words (self, post));
  cadre_append_part (words, "; ", status_words (self, post));
  cadre_append_part (words, "; ", holder_words (self, post));
  if (cadre_view_is_outside (self, post))
    cadre_append_part (words, "; ", cadre_say (self->catalogue, "post.outside"));

  return g_string_free (words, FALSE);
}

static void
add_post_node (CadreReport *self, const CadreView *view, guint32 post, guint depth)
{
  g_autofree char *subject = cadre_view_subject (view, CADRE_RECORD_KIND_POST, post);

  cadre_report_add_node (self, depth, cadre_view_name (view, CADRE_RECORD_KIND_POST, post),
                         cadre_view_post_words (view, post), subject);
}

void
cadre_report_add_management (CadreReport *self, const CadreView *view)
{
  const CadreIndex *index = view->index;

  if (index->n_posts == 0)
    {
      cadre_report_add_said_paragraph (self, "management.none");
      return;
    }

  cadre_report_add_said_paragraph (self, "management.how-to-read");
  cadre_report_begin_tree (self, NULL);
  for (guint32 i = 0; i < index->n_walked; i++)
    add_post_node (self, view, index->walk[i], (guint) MAX (index->depth[index->walk[i]], 0));

  if (index->n_walked == index->n_posts)
    return;

  cadre_report_begin_tree (self, cadre_say (view->catalogue, "management.cycle"));
  for (guint32 i = index->n_walked; i < index->n_posts; i++)
    add_post_node (self, view, index->walk[i], 0);
}

/* Where a line ends: a post, a body or a unit. */
char *
cadre_view_line_end (const CadreView *self, guint32 row)
{
  static const guint fields[] = { CADRE_FIELD_LINE_MANAGER, CADRE_FIELD_LINE_BODY,
                                  CADRE_FIELD_LINE_UNIT };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      char *end = cadre_view_reference (self, CADRE_RECORD_KIND_LINE, row, fields[i]);

      if (end != NULL)
        return end;
    }

  return cadre_say (self->catalogue, "unknown");
}

/* A line of management to a post is in the tree already, unless it is in force
 * at another date. */
static gboolean
is_in_tree (const CadreView *self, guint32 row)
{
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);
  guint32 post = cadre_table_reference (lines, CADRE_FIELD_LINE_POST, row);

  return post < self->index->n_posts && self->index->manager_line[post] == row &&
         self->index->manager[post] != CADRE_NO_ROW;
}

char *
cadre_view_dates (const CadreView *self, guint32 first, guint32 last)
{
  GString *text = g_string_new (NULL);
  g_autofree char *since = cadre_catalogue_date (self->catalogue, first);
  g_autofree char *until = cadre_catalogue_date (self->catalogue, last);

  if (*since != '\0')
    cadre_append_part (text, " ",
                       cadre_phrase (self->catalogue, "dates.from", "date", since, NULL));
  if (*until != '\0')
    cadre_append_part (text, " ", cadre_phrase (self->catalogue, "dates.to", "date", until, NULL));

  return g_string_free (text, FALSE);
}

char *
cadre_view_line_dates (const CadreView *self, guint32 row)
{
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);

  return cadre_view_dates (self, cadre_table_code (lines, CADRE_FIELD_LINE_VALID_FROM, row),
                           cadre_table_code (lines, CADRE_FIELD_LINE_VALID_TO, row));
}

/* Whether any line that is not in the tree begins or ends. */
static gboolean
has_dates (const CadreView *self)
{
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);

  for (guint32 row = 0; row < lines->n_rows; row++)
    if (!is_in_tree (self, row) &&
        (cadre_table_code (lines, CADRE_FIELD_LINE_VALID_FROM, row) != 0 ||
         cadre_table_code (lines, CADRE_FIELD_LINE_VALID_TO, row) != 0))
      return TRUE;

  return FALSE;
}

static void
add_line (CadreReport *self, const CadreView *view, guint32 row, gboolean dated)
{
  const CadreTable *lines = cadre_tables_get (view->tables, CADRE_RECORD_KIND_LINE);
  g_autofree char *subject = cadre_view_subject (view, CADRE_RECORD_KIND_LINE, row);

  cadre_report_add_item (self,
                         cadre_view_reference (view, CADRE_RECORD_KIND_LINE, row,
                                               CADRE_FIELD_LINE_POST),
                         subject);
  cadre_report_add_item (self,
                         cadre_view_word (view->catalogue, "line-kind", CADRE_TYPE_LINE_KIND,
                                          cadre_table_word (lines, CADRE_FIELD_LINE_KIND, row)),
                         NULL);
  cadre_report_add_item (self, cadre_view_line_end (view, row), NULL);
  if (dated)
    cadre_report_add_item (self, cadre_view_line_dates (view, row), NULL);
}

void
cadre_report_add_lines (CadreReport *self, const CadreView *view)
{
  gboolean dated = has_dates (view);

  const CadreTable *lines = cadre_tables_get (view->tables, CADRE_RECORD_KIND_LINE);

  cadre_report_begin_table (self, NULL);
  cadre_report_add_said_column (self, "column.post", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (self, "column.line", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (self, "column.line-end", CADRE_ALIGNMENT_START);
  if (dated)
    cadre_report_add_said_column (self, "column.dates", CADRE_ALIGNMENT_START);
  for (guint32 row = 0; row < lines->n_rows; row++)
    if (!is_in_tree (view, row))
      add_line (self, view, row, dated);
}

static void
add_issue_counts (CadreReport *self, CadreIssueList *issues)
{
  g_auto (GStrv) codes = cadre_issue_list_dup_codes (issues);

  cadre_report_begin_table (self, NULL);
  cadre_report_add_said_column (self, "column.issue", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (self, "column.count", CADRE_ALIGNMENT_END);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      cadre_report_add_item (self, g_strdup (codes[i]), NULL);
      cadre_report_add_number (self, cadre_issue_list_get_count (issues, codes[i]), NULL);
    }
}

/* A message never holds a name; a reader who may see names is told which post it
 * is about. */
static char *
issue_message (CadreReport *self, const CadreView *view, CadreIssue *issue)
{
  const char *subject = cadre_issue_get_subject (issue);
  const char *message = cadre_issue_get_message (issue);
  g_autofree char *name = NULL;

  if (subject == NULL || !g_str_has_prefix (subject, "post/"))
    return g_strdup (message);

  name = cadre_view_post_name (view, subject + strlen ("post/"));
  return name != NULL
           ? cadre_phrase (self->catalogue, "issue.of-post", "post", name, "message", message, NULL)
           : g_strdup (message);
}

/* What could be done is the same for all issues of a code: it is said once. */
static void
add_issue (CadreReport *self, const CadreView *view, CadreIssue *issue, gboolean with_repair)
{
  const char *origin = cadre_issue_get_origin (issue);
  const char *repair = with_repair ? cadre_issue_get_suggestion (issue) : NULL;
  g_autofree char *severity = cadre_view_word (self->catalogue, "severity", CADRE_TYPE_SEVERITY,
                                               (int) cadre_issue_get_severity (issue));
  g_autofree char *message = issue_message (self, view, issue);
  g_autofree char *text = repair != NULL ? cadre_phrase (self->catalogue, "issue.with-repair",
                                                         "message", message, "repair", repair, NULL)
                                         : g_strdup (message);

  cadre_report_add_item (self,
                         cadre_phrase (self->catalogue, origin != NULL ? "issue.at" : "issue",
                                       "severity", severity, "message", text, "origin", origin,
                                       NULL),
                         cadre_issue_get_subject (issue));
  cadre_report_set_exact_text (self, cadre_issue_get_code (issue));
}

/* The first few of each code: the list is in order of severity and code. */
static guint
add_issue_details (CadreReport *self, const CadreView *view, CadreIssueList *issues)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (issues));
  g_autofree char *code = NULL;
  guint of_code = 0;
  guint shown = 0;

  cadre_report_begin_list (self);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);

      if (g_strcmp0 (code, cadre_issue_get_code (issue)) != 0)
        of_code = 0;
      g_free (code);
      code = g_strdup (cadre_issue_get_code (issue));
      if (of_code < MOST_OF_A_CODE)
        {
          add_issue (self, view, issue, of_code == 0);
          shown++;
        }
      of_code++;
    }

  return shown;
}

void
cadre_report_add_issues (CadreReport *self,
                         const CadreView *view,
                         CadreIssueList *issues,
                         gboolean with_details)
{
  guint total = cadre_issue_list_get_total (issues);
  guint shown = 0;

  if (total == 0)
    {
      cadre_report_add_said_paragraph (self, "issues.none");
      return;
    }

  add_issue_counts (self, issues);
  if (!with_details)
    return;

  shown = add_issue_details (self, view, issues);
  if (shown < total)
    cadre_report_add_paragraph (self, cadre_phrase_n (self->catalogue, "issues.more", total - shown,
                                                      NULL));
}
