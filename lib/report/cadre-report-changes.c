/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The changes of a comparison, by what they are about. */

#include "config.h"

#include "report/cadre-report-diff-private.h"
#include "report/cadre-values-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

typedef void (*AddChange) (CadreReport *report, const CadreComparison *self, CadreChange *change);

/* What a change is counted under. */
typedef enum
{
  CHANGE_OF_POST,     /* of a post that goes on */
  CHANGE_OF_FUNCTION, /* where a function goes */
  CHANGE_OF_UNIT,     /* of a unit or an organisation */
  CHANGE_OF_ASSIGNMENT,
  CHANGE_OF_ANOTHER,  /* of another record: agreements, areas, grades … */
  CHANGE_TOLD_BEFORE, /* in another section: created and deleted posts, what is declared */
  CHANGE_OF_REMARK,   /* changes nobody's post: sources, notes, aliases */
} ChangeTopic;

static ChangeTopic
topic_of_record (CadreChange *change)
{
  CadreRecordKind kind = cadre_change_get_record_kind (change);

  if (kind == CADRE_RECORD_KIND_ASSIGNMENT || kind == CADRE_RECORD_KIND_ABSENCE)
    return CHANGE_OF_ASSIGNMENT;
  if (kind == CADRE_RECORD_KIND_PERSON || kind == CADRE_RECORD_KIND_LINEAGE)
    return CHANGE_TOLD_BEFORE;

  return kind == CADRE_RECORD_KIND_UNIT || kind == CADRE_RECORD_KIND_ORGANISATION
           ? CHANGE_OF_UNIT
           : CHANGE_OF_ANOTHER;
}

/* A detail of a record that changes nobody's post. */
static gboolean
is_remark (CadreChange *change)
{
  static const char *const fields[] = { "aliases", "identifiers", "note", "order", "source", NULL };
  const char *field = cadre_change_get_field (change);

  return cadre_change_get_kind (change) == CADRE_CHANGE_KIND_OTHER_FIELD ||
         (field != NULL && g_strv_contains (fields, field));
}

static ChangeTopic
find_topic (CadreChange *change)
{
  CadreChangeKind kind = cadre_change_get_kind (change);

  if (is_remark (change))
    return CHANGE_OF_REMARK;
  if ((kind >= CADRE_CHANGE_KIND_POST_CREATED && kind <= CADRE_CHANGE_KIND_POST_SPLIT) ||
      kind == CADRE_CHANGE_KIND_STATUS || kind == CADRE_CHANGE_KIND_FUNCTION_GAINED)
    return CHANGE_TOLD_BEFORE;
  if (kind >= CADRE_CHANGE_KIND_FUNCTION_TRANSFERRED && kind <= CADRE_CHANGE_KIND_FUNCTION_ORPHANED)
    return CHANGE_OF_FUNCTION;
  if (kind >= CADRE_CHANGE_KIND_POST_MOVED && kind <= CADRE_CHANGE_KIND_FUNCTION_CHANGED)
    return CHANGE_OF_POST;

  return topic_of_record (change);
}

/* Calls @add for each change of a topic, after a section was begun for the
 * first of them; gives their number. */
static guint
add_topic (CadreReport *report,
           const CadreComparison *self,
           ChangeTopic topic,
           AddChange begin,
           AddChange add)
{
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->diff)); i++)
    {
      g_autoptr (CadreChange) change = cadre_diff_get_change (self->diff, i);

      if (find_topic (change) != topic)
        continue;
      if (n++ == 0)
        begin (report, self, change);
      add (report, self, change);
    }

  return n;
}

/* Posts, and under each what changes of it. */
static void
begin_posts (CadreReport *report, const CadreComparison *self, CadreChange *change)
{
  cadre_report_begin_said_section (report, "posts-changed");
  cadre_report_begin_tree (report, NULL);
}

static void
begin_units (CadreReport *report, const CadreComparison *self, CadreChange *change)
{
  cadre_report_begin_said_section (report, "units-changed");
  cadre_report_begin_tree (report, NULL);
}

static void
begin_others (CadreReport *report, const CadreComparison *self, CadreChange *change)
{
  cadre_report_begin_said_section (report, "others-changed");
  cadre_report_begin_tree (report, NULL);
}

/* What a change is about stands above its first change. */
static void
add_owner (CadreReport *report, const CadreComparison *self, CadreChange *change, char *words)
{
  const char *id = cadre_change_get_id_after (change);
  g_autofree char *subject = NULL;

  if (id == NULL)
    id = cadre_change_get_id_before (change);
  if (id != NULL)
    subject =
      g_strconcat (cadre_schema_get (cadre_change_get_owner_kind (change))->name, "/", id, NULL);
  if (subject == NULL || words != NULL || !cadre_report_has_owner (report, subject))
    cadre_report_add_node (report, 0, cadre_comparison_owner (self, change), words, subject);
}

/* "area: new"; of a unit or an organisation the kind of change says what it is. */
static char *
what_becomes_of_record (const CadreComparison *self, CadreChange *change, char *what)
{
  CadreRecordKind kind = cadre_change_get_record_kind (change);
  g_autofree char *code = NULL;
  g_autofree char *record = NULL;
  char *text = NULL;

  if (find_topic (change) != CHANGE_OF_ANOTHER)
    return what;

  code = g_strconcat ("record.", cadre_schema_get (kind)->name, NULL);
  record = cadre_say (self->catalogue, code);
  text = cadre_phrase (self->catalogue, "change.of-record", "record", record, "what", what, NULL);
  g_free (what);
  return text;
}

static void
add_change (CadreReport *report, const CadreComparison *self, CadreChange *change)
{
  g_autofree char *what = cadre_comparison_what (self, change);

  if (cadre_change_get_field (change) == NULL &&
      cadre_change_get_record_kind (change) == cadre_change_get_owner_kind (change))
    {
      add_owner (report, self, change,
                 what_becomes_of_record (self, change, g_steal_pointer (&what)));
      return;
    }

  add_owner (report, self, change, NULL);
  cadre_report_add_node (report, 1, cadre_comparison_change_text (self, change, what), NULL,
                         cadre_change_get_subject (change));
}

static void
begin_functions (CadreReport *report, const CadreComparison *self, CadreChange *change)
{
  cadre_report_begin_said_section (report, "functions");
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.function", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.leaves", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.goes-to", CADRE_ALIGNMENT_START);
}

static void
add_function (CadreReport *report, const CadreComparison *self, CadreChange *change)
{
  const char *const *others = cadre_change_get_other_ids (change);
  gboolean orphaned = cadre_change_get_kind (change) == CADRE_CHANGE_KIND_FUNCTION_ORPHANED;

  cadre_report_add_item (report, cadre_comparison_function (self, change),
                         cadre_change_get_subject (change));
  cadre_report_add_item (report, cadre_comparison_owner (self, change), NULL);
  cadre_report_add_item (report,
                         orphaned ? cadre_say (report->catalogue, "function.orphaned")
                                  : cadre_view_quoted_post_names (self->after, others),
                         NULL);
}

/* People */

static void
begin_assignments (CadreReport *report, const CadreComparison *self, CadreChange *change)
{
  cadre_report_begin_said_section (report, "assignments-changed");
  cadre_report_add_said_paragraph (report, "assignments.who-goes-where");
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.assignment", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.what-changes", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.post", CADRE_ALIGNMENT_START);
}

char *
cadre_comparison_post_of_assignment (const CadreComparison *self, CadreChange *change)
{
  const gboolean is_gone =
    cadre_change_get_kind (change) == CADRE_CHANGE_KIND_ASSIGNMENT_ENDED ||
    (cadre_change_get_id_after (change) == NULL && cadre_change_get_id_before (change) != NULL);
  const CadreView *view = is_gone ? self->before : self->after;
  const char *id = cadre_change_get_post_id (change);
  const guint32 row =
    id != NULL ? cadre_tables_find (view->tables, CADRE_RECORD_KIND_POST, id) : CADRE_NO_ROW;

  return row != CADRE_NO_ROW ? cadre_view_name (view, CADRE_RECORD_KIND_POST, row) : NULL;
}

static void
add_assignment (CadreReport *report, const CadreComparison *self, CadreChange *change)
{
  cadre_report_add_item (report, cadre_comparison_owner (self, change),
                         cadre_change_get_subject (change));
  cadre_report_add_item (report, cadre_comparison_what (self, change), NULL);
  cadre_report_add_item (report, cadre_comparison_post_of_assignment (self, change), NULL);
}

/* Below the full level and without pseudonyms: how many, and not which, nor
 * where it is one. */
static void
add_assignment_counts (CadreReport *report, const CadreComparison *self)
{
  static const CadreChangeKind kinds[] = { CADRE_CHANGE_KIND_ASSIGNMENT_ENDED,
                                           CADRE_CHANGE_KIND_ASSIGNMENT_MOVED,
                                           CADRE_CHANGE_KIND_ASSIGNMENT_CREATED };

  cadre_report_begin_said_section (report, "assignments-changed");
  cadre_report_add_said_paragraph (report, "assignments.who-goes-where");
  cadre_report_begin_facts (report);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      guint n = cadre_diff_count (self->original, kinds[i]);

      cadre_report_add_fact (report,
                             cadre_view_word (report->catalogue, "change-kind",
                                              CADRE_TYPE_CHANGE_KIND, (int) kinds[i]),
                             n == 1 ? cadre_say (report->catalogue, "redaction.not-shown")
                                    : cadre_catalogue_number (report->catalogue, n),
                             NULL);
      if (n != 1)
        cadre_report_set_exact_integer (report, n);
    }
  cadre_report_add_said_paragraph (report, "redaction.no-people");
}

/* What is declared */

static void
add_declared_row (CadreReport *report, const CadreComparison *self, guint32 post, int declared)
{
  const char *id = cadre_tables_id (self->after->tables, CADRE_RECORD_KIND_POST, post);
  g_autofree char *subject = cadre_view_subject (self->after, CADRE_RECORD_KIND_POST, post);

  cadre_report_add_item (report, cadre_view_name (self->after, CADRE_RECORD_KIND_POST, post),
                         subject);
  cadre_report_add_item (report,
                         cadre_view_word (report->catalogue, "post-status", CADRE_TYPE_POST_STATUS,
                                          declared),
                         NULL);
  cadre_report_add_item (report,
                         cadre_view_word (report->catalogue, "post-status", CADRE_TYPE_POST_STATUS,
                                          (int) cadre_diff_get_status_after (self->diff, id)),
                         NULL);
}

static void
add_contradictions (CadreReport *report, const CadreComparison *self)
{
  CadreIssueList *issues = cadre_diff_get_issues (self->diff);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);
      const char *subject = cadre_issue_get_subject (issue);
      g_autofree char *name = NULL;

      if (i == 0)
        cadre_report_begin_list (report);
      if (subject != NULL && g_str_has_prefix (subject, "post/"))
        name = cadre_view_post_name (self->after, subject + strlen ("post/"));
      cadre_report_add_item (report,
                             cadre_phrase (report->catalogue, "contradiction", "post",
                                           name != NULL ? name : "", "message",
                                           cadre_issue_get_message (issue), NULL),
                             subject);
      cadre_report_set_exact_text (report, cadre_issue_get_code (issue));
    }
}

/* What the paper says of each post, beside what the comparison finds. */
static void
add_declared (CadreReport *report, const CadreComparison *self)
{
  const CadreTable *posts = cadre_tables_get (self->after->tables, CADRE_RECORD_KIND_POST);
  const CadreIndex *index = self->after->index;
  gboolean begun = FALSE;

  for (guint32 i = 0; i < index->n_posts; i++)
    {
      int declared = cadre_table_word (posts, CADRE_FIELD_POST_STATUS, index->walk[i]);

      if (declared == CADRE_POST_STATUS_UNKNOWN ||
          cadre_tables_id (self->after->tables, CADRE_RECORD_KIND_POST, index->walk[i]) == NULL)
        continue;
      if (!begun)
        {
          cadre_report_begin_said_section (report, "declared");
          cadre_report_add_said_paragraph (report, "declared.how-to-read");
          cadre_report_begin_table (report, NULL);
          cadre_report_add_said_column (report, "column.post", CADRE_ALIGNMENT_START);
          cadre_report_add_said_column (report, "column.declared", CADRE_ALIGNMENT_START);
          cadre_report_add_said_column (report, "column.found", CADRE_ALIGNMENT_START);
        }
      begun = TRUE;
      add_declared_row (report, self, index->walk[i], declared);
    }
  if (begun)
    add_contradictions (report, self);
}

static void
skip_change (CadreReport *report, const CadreComparison *self, CadreChange *change)
{
}

void
cadre_report_add_changes (CadreReport *self, const CadreComparison *view)
{
  guint n_remarks = 0;

  add_topic (self, view, CHANGE_OF_POST, begin_posts, add_change);
  add_topic (self, view, CHANGE_OF_FUNCTION, begin_functions, add_function);
  add_declared (self, view);
  add_topic (self, view, CHANGE_OF_UNIT, begin_units, add_change);
  if (view->before->shows_assignments)
    add_topic (self, view, CHANGE_OF_ASSIGNMENT, begin_assignments, add_assignment);
  else
    add_assignment_counts (self, view);
  add_topic (self, view, CHANGE_OF_ANOTHER, begin_others, add_change);

  n_remarks = add_topic (self, view, CHANGE_OF_REMARK, skip_change, skip_change);
  if (n_remarks > 0)
    cadre_report_add_paragraph (self,
                                cadre_phrase_n (view->catalogue, "diff.remarks", n_remarks, NULL));
}
