/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The log by rows. Where several entries are about one thing, the last one
 * holds; what an entry names and the case does not hold is an issue. */

#include "config.h"

#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-takers-private.h"

#include <stdlib.h>
#include <string.h>

static int
compare_numbers (guint32 a, guint32 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_judgements (gconstpointer a, gconstpointer b)
{
  const CadreJudgement *x = a;
  const CadreJudgement *y = b;
  int order = compare_numbers (x->before, y->before);

  if (order == 0)
    order = compare_numbers (x->after, y->after);
  if (order == 0)
    order = compare_numbers (x->head, y->head);
  return order != 0 ? order : compare_numbers (x->entry, y->entry);
}

static int
compare_results (gconstpointer a, gconstpointer b)
{
  const CadreResultRow *x = a;
  const CadreResultRow *y = b;
  int order = compare_numbers (x->post, y->post);

  if (order == 0)
    order = compare_numbers (x->assignment, y->assignment);
  if (order == 0)
    order = compare_numbers (x->stage, y->stage);
  return order != 0 ? order : compare_numbers (x->entry, y->entry);
}

static void
report_entry (CadreEngine *self, guint entry, const char *code, const char *message)
{
  g_autofree char *origin = g_strdup_printf ("/log/%u", entry);

  cadre_engine_report (self, code, CADRE_SEVERITY_WARNING, message, origin, NULL, NULL);
}

/* The row of a post that an entry names; an issue where there is none. */
static guint32
find_post (CadreEngine *self, guint side, guint entry, const char *id)
{
  guint32 row = cadre_side_find (&self->sides[side], CADRE_RECORD_KIND_POST, id);

  if (row == CADRE_NO_ROW)
    report_entry (self, entry, "matching.log.unknown-post",
                  side == CADRE_BEFORE ? "The entry names a post that is not before"
                                       : "The entry names a post that is not after");
  return row;
}

static guint32
find_assignment (CadreEngine *self, guint entry, const char *id)
{
  guint32 row = cadre_side_find (&self->sides[CADRE_BEFORE], CADRE_RECORD_KIND_ASSIGNMENT, id);

  if (row == CADRE_NO_ROW)
    report_entry (self, entry, "matching.log.unknown-assignment",
                  "The entry names an assignment that is not before");
  return row;
}

void
cadre_event_report (CadreEngine *self, guint entry, const char *code, const char *message)
{
  report_entry (self, entry, code, message);
}

guint32
cadre_event_find_post (CadreEngine *self, guint side, guint entry, const char *id)
{
  return find_post (self, side, entry, id);
}

guint32
cadre_event_find_assignment (CadreEngine *self, guint entry, const char *id)
{
  return find_assignment (self, entry, id);
}

static gboolean
take_judgement (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  CadreJudgement judgement = { 0 };
  CadreVerdict verdict = cadre_log_entry_get_verdict (event);

  judgement.before = find_post (self, CADRE_BEFORE, entry, cadre_log_entry_get_before (event));
  judgement.after = find_post (self, CADRE_AFTER, entry, cadre_log_entry_get_after (event));
  judgement.entry = entry;
  judgement.head = cadre_log_entry_get_head (event);
  judgement.answer = verdict == CADRE_VERDICT_SAME ? CADRE_JUDGED_SAME
                     : verdict == CADRE_VERDICT_DIFFERENT
                       ? CADRE_JUDGED_DIFFERENT
                       : (gint8) cadre_log_entry_get_percent (event);

  return judgement.before == CADRE_NO_ROW || judgement.after == CADRE_NO_ROW ||
         cadre_vector_push (&self->judgements, &judgement);
}

/* An entry need not say which position it is; that of a post whose establishment
 * is not known may be any. */
static gboolean
has_position (CadreEngine *self, guint entry, const CadreResultRow *result)
{
  const CadreTable *posts =
    cadre_tables_get (self->sides[CADRE_AFTER].tables, CADRE_RECORD_KIND_POST);
  int n = cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT, result->post);

  if (n < 0 || result->position <= n)
    return TRUE;

  report_entry (self, entry, "matching.log.unknown-position",
                "The entry names a position that the post does not have");
  return FALSE;
}

static gboolean
take_result (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  CadreResultRow result = { 0 };

  result.post = find_post (self, CADRE_AFTER, entry, cadre_log_entry_get_post (event));
  result.assignment = find_assignment (self, entry, cadre_log_entry_get_assignment (event));
  result.entry = entry;
  result.position = cadre_log_entry_get_position (event);
  result.stage = cadre_log_entry_get_stage (event);
  result.result = cadre_log_entry_get_result (event);

  return result.post == CADRE_NO_ROW || result.assignment == CADRE_NO_ROW ||
         !has_position (self, entry, &result) || cadre_vector_push (&self->results, &result);
}

/* A decision about a post is one about all who are in it. */
static void
take_outside (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const char *assignment = cadre_log_entry_get_assignment (event);
  const char *where = cadre_log_entry_get_where (event);
  const char *kept = cadre_engine_keep (self, where != NULL ? where : "somebody who is not named");
  guint32 row = CADRE_NO_ROW;
  guint32 n = 0;
  const guint32 *rows = NULL;

  if (assignment != NULL)
    {
      row = find_assignment (self, entry, assignment);
      if (row != CADRE_NO_ROW)
        self->decided_by[row] = kept;
      return;
    }

  row = find_post (self, CADRE_BEFORE, entry, cadre_log_entry_get_post (event));
  if (row != CADRE_NO_ROW)
    rows = cadre_backward_get (&before->index->assignments_of_post, row, &n);
  for (guint32 i = 0; i < n; i++)
    self->decided_by[rows[i]] = kept;
}

/* Gradings and what happens to people are applied elsewhere. */
static gboolean
take_entry (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  const CadreLogKind kind = cadre_log_entry_get_kind (event);

  cadre_process_date (self, event);
  if (!cadre_process_take_criteria (self, entry, event))
    return FALSE;
  if (kind == CADRE_LOG_KIND_JUDGEMENT)
    return take_judgement (self, entry, event);
  if (kind == CADRE_LOG_KIND_RESULT)
    return cadre_take_selection (self, entry, event) && take_result (self, entry, event);
  if (kind == CADRE_LOG_KIND_DECIDED_OUTSIDE)
    take_outside (self, entry, event);
  if (cadre_process_knows (kind))
    return cadre_process_take (self, entry, event);
  if (kind == CADRE_LOG_KIND_UNKNOWN && cadre_log_entry_get_event (event) != NULL)
    report_entry (self, entry, "matching.log.unknown-event",
                  "The event is of a kind that this version does not know; it is kept and has "
                  "no effect");
  return TRUE;
}

/* What was judged before a description was revised no longer stands: it is to be
 * judged anew. */
static void
reopen_revised (CadreEngine *self)
{
  CadreJudgement *rows = self->judgements.data;

  for (gsize i = 0; i < self->judgements.n; i++)
    if (rows[i].entry < self->process->revised[CADRE_BEFORE][rows[i].before] ||
        rows[i].entry < self->process->revised[CADRE_AFTER][rows[i].after])
      rows[i].answer = CADRE_JUDGED_ANEW;
}

/* Keeps the last of those that differ in nothing but the entry. */
static void
keep_last_judgements (CadreVector *vector)
{
  CadreJudgement *rows = vector->data;
  gsize n = 0;

  if (vector->n > 0)
    qsort (rows, vector->n, sizeof (CadreJudgement), compare_judgements);
  for (gsize i = 0; i < vector->n; i++)
    {
      gboolean is_last = i + 1 == vector->n || rows[i + 1].before != rows[i].before ||
                         rows[i + 1].after != rows[i].after || rows[i + 1].head != rows[i].head;

      if (is_last)
        rows[n++] = rows[i];
    }
  vector->n = n;
}

static void
keep_last_results (CadreVector *vector)
{
  CadreResultRow *rows = vector->data;
  gsize n = 0;

  if (vector->n > 0)
    qsort (rows, vector->n, sizeof (CadreResultRow), compare_results);
  for (gsize i = 0; i < vector->n; i++)
    {
      gboolean is_last = i + 1 == vector->n || rows[i + 1].post != rows[i].post ||
                         rows[i + 1].assignment != rows[i].assignment ||
                         rows[i + 1].stage != rows[i].stage;

      if (is_last)
        rows[n++] = rows[i];
    }
  vector->n = n;
}

gboolean
cadre_engine_read_log (CadreEngine *self)
{
  CadreLog *log = cadre_case_get_log (self->source);
  guint n = log != NULL ? g_list_model_get_n_items (G_LIST_MODEL (log)) : 0;

  self->decided_by = g_try_new0 (const char *, (gsize) self->sides[CADRE_BEFORE].n_assignments + 1);
  if (self->decided_by == NULL)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreLogEntry) event = cadre_log_get_entry (log, i);

      if (!take_entry (self, i, event))
        return FALSE;
    }

  reopen_revised (self);
  cadre_process_finish (self);
  keep_last_judgements (&self->judgements);
  keep_last_results (&self->results);
  return TRUE;
}

static gboolean
is_grade (const CadreEngine *self, guint32 code)
{
  const CadreGradeRow *grades = self->grades.data;
  gsize low = 0;
  gsize high = self->grades.n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (grades[middle].grade < code)
        low = middle + 1;
      else
        high = middle;
    }

  return low < self->grades.n && grades[low].grade == code;
}

/* The common code of a text of a document, or CADRE_STRING_UNKNOWN. */
static guint32
find_code (const CadreEngine *self, const char *text)
{
  for (guint i = 2; i > 0; i--)
    {
      const CadreSide *side = &self->sides[i - 1];
      guint32 code = cadre_string_table_lookup (side->tables->strings, text, strlen (text));

      if (code != CADRE_STRING_UNKNOWN)
        return cadre_side_code (side, code);
    }

  return CADRE_STRING_UNKNOWN;
}

static void
apply_grading (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  guint32 post = find_post (self, CADRE_AFTER, entry, cadre_log_entry_get_post (event));
  guint32 grade = find_code (self, cadre_log_entry_get_grade (event));

  if (!is_grade (self, grade))
    {
      report_entry (self, entry, "matching.log.unknown-grade",
                    "The entry names a grade that is in neither structure");
      return;
    }
  if (post == CADRE_NO_ROW)
    return;

  self->grade[CADRE_AFTER][post] = grade;
  self->provisional[post] =
    cadre_log_entry_get_grade_status (event) == CADRE_GRADE_STATUS_PROVISIONAL;
}

void
cadre_engine_apply_gradings (CadreEngine *self)
{
  CadreLog *log = cadre_case_get_log (self->source);
  guint n = log != NULL ? g_list_model_get_n_items (G_LIST_MODEL (log)) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreLogEntry) event = cadre_log_get_entry (log, i);

      if (cadre_log_entry_get_kind (event) == CADRE_LOG_KIND_GRADING)
        apply_grading (self, i, event);
    }
}
