/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-structure-questions
 * @Title: Questions to a structure
 * @Short_Description: Who manages, who employs, what is in force, how much of whom
 *
 * Three people matter to somebody who works in a post, and they need not be in
 * one organisation: who manages the work, who is the employer, and who leads the
 * profession. They are three questions. A secondee has the host's line manager
 * and the home organisation as employer.
 *
 * All answers are for the date of the structure, see cadre_structure_get_as_of().
 * For another date ask the structure that cadre_structure_at() makes. No answer
 * depends on the order of the source, and none is a guess: what is not known is
 * said to be so.
 */

#include "config.h"

#include "base/cadre-date-private.h"
#include "base/cadre-period-private.h"
#include "structure/cadre-structure-private.h"
#include "structure/cadre-tables-structure-private.h"
#include "structure/validate/cadre-validate-private.h"
#include <cadre/cadre-structure-error.h>
#include <cadre/cadre-structure-questions.h>

#include <stdlib.h>
#include <string.h>

/* The references that a row cannot do without: it goes with the record that one
 * of them leads to. */
typedef struct
{
  CadreRecordKind kind;
  guint field;
} Tie;

/* In this order, so that absences follow assignments that follow posts. */
static const Tie ties[] = {
  { CADRE_RECORD_KIND_AREA_PART, CADRE_FIELD_AREA_PART_AREA },
  { CADRE_RECORD_KIND_AREA_PART, CADRE_FIELD_AREA_PART_PART },
  { CADRE_RECORD_KIND_UNIT_PARENT, CADRE_FIELD_UNIT_PARENT_UNIT },
  { CADRE_RECORD_KIND_UNIT_PARENT, CADRE_FIELD_UNIT_PARENT_PARENT },
  { CADRE_RECORD_KIND_LINE, CADRE_FIELD_LINE_POST },
  { CADRE_RECORD_KIND_RESPONSIBILITY, CADRE_FIELD_RESPONSIBILITY_POST },
  { CADRE_RECORD_KIND_FUNDING, CADRE_FIELD_FUNDING_POST },
  { CADRE_RECORD_KIND_FUNDING, CADRE_FIELD_FUNDING_FUNDER },
  { CADRE_RECORD_KIND_STATEMENT, CADRE_FIELD_STATEMENT_POST },
  { CADRE_RECORD_KIND_LINEAGE, CADRE_FIELD_LINEAGE_POST },
  { CADRE_RECORD_KIND_ASSIGNMENT, CADRE_FIELD_ASSIGNMENT_POST },
  { CADRE_RECORD_KIND_ABSENCE, CADRE_FIELD_ABSENCE_ASSIGNMENT },
};

typedef struct
{
  const CadreTables *tables;
  guint32 date;
  gboolean with_later;                /* what begins after the date too */
  guint8 *keep[CADRE_N_RECORD_KINDS]; /* (nullable): NULL where all rows stay */
} Selection;

static void
clear_selection (Selection *self)
{
  for (guint i = 0; i < CADRE_N_RECORD_KINDS; i++)
    g_free (self->keep[i]);
}

static gboolean
set_memory_error (GError **error)
{
  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_MEMORY,
                       "There is not enough memory for the structure at a date");
  return FALSE;
}

/* Whether a row has not ended before the date. */
static CadreTruth
lasts (const Selection *self, const CadreTable *table, guint32 row)
{
  const guint last_day = (guint) cadre_schema_get_period_field (table->kind) + 1;

  return cadre_packed_period_contains (CADRE_PACKED_DATE_OPEN,
                                       cadre_table_code (table, last_day, row), self->date);
}

static CadreTruth
is_selected (const Selection *self, const CadreTable *table, guint32 row)
{
  return self->with_later ? lasts (self, table, row)
                          : cadre_tables_in_force (self->tables, table->kind, row, self->date);
}

static gboolean
select_by_date (Selection *self, GError **error)
{
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      const CadreTable *table = cadre_tables_get (self->tables, kind);

      if (!cadre_table_is_dated (table))
        continue;
      self->keep[kind] = g_try_malloc ((gsize) table->n_rows + 1);
      if (self->keep[kind] == NULL)
        return set_memory_error (error);
      for (guint32 i = 0; i < table->n_rows; i++)
        self->keep[kind][i] = is_selected (self, table, i) != CADRE_TRUTH_FALSE;
    }

  return TRUE;
}

/* All rows of a kind stay, unless dates have excluded some already. */
static gboolean
begin_selection (Selection *self, CadreRecordKind kind, GError **error)
{
  guint32 n_rows = self->tables->tables[kind].n_rows;

  if (self->keep[kind] != NULL)
    return TRUE;

  self->keep[kind] = g_try_malloc ((gsize) n_rows + 1);
  if (self->keep[kind] == NULL)
    return set_memory_error (error);
  memset (self->keep[kind], TRUE, n_rows);
  return TRUE;
}

static gboolean
cut_tie (Selection *self, const Tie *tie, GError **error)
{
  const CadreTable *table = cadre_tables_get (self->tables, tie->kind);
  CadreRecordKind target = cadre_schema_get (tie->kind)->fields[tie->field].target;
  const guint32 *rows = table->references[tie->field];

  if (rows == NULL || self->keep[target] == NULL)
    return TRUE;

  if (!begin_selection (self, tie->kind, error))
    return FALSE;

  for (guint32 i = 0; i < table->n_rows; i++)
    if (rows[i] < CADRE_AMBIGUOUS_ROW && !self->keep[target][rows[i]])
      self->keep[tie->kind][i] = FALSE;

  return TRUE;
}

/* Whether a line ends at a record that goes. */
static gboolean
is_cut_off (const Selection *self, const CadreTable *lines, guint32 row)
{
  static const guint ends[] = { CADRE_FIELD_LINE_MANAGER, CADRE_FIELD_LINE_BODY,
                                CADRE_FIELD_LINE_UNIT };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      const guint8 *keep = self->keep[cadre_schema_get (lines->kind)->fields[ends[i]].target];
      guint32 end = cadre_table_reference (lines, ends[i], row);

      if (keep != NULL && end < CADRE_AMBIGUOUS_ROW && !keep[end])
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_management (const CadreTable *lines, guint32 row)
{
  return cadre_table_word (lines, CADRE_FIELD_LINE_KIND, row) == CADRE_LINE_KIND_MANAGEMENT;
}

/* A line goes with the record at which it ends. But the last line of management
 * that a post has stays: without it the post would seem to be at the top. */
static gboolean
cut_off_lines (Selection *self, GError **error)
{
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);
  guint32 n_posts = self->tables->tables[CADRE_RECORD_KIND_POST].n_rows;
  g_autofree guint8 *is_managed = g_try_malloc0 ((gsize) n_posts + 1);
  guint8 *keep = NULL;

  if (is_managed == NULL)
    return set_memory_error (error);
  if (!begin_selection (self, CADRE_RECORD_KIND_LINE, error))
    return FALSE;
  keep = self->keep[CADRE_RECORD_KIND_LINE];

  for (guint32 i = 0; i < lines->n_rows; i++)
    {
      guint32 post = cadre_table_reference (lines, CADRE_FIELD_LINE_POST, i);

      if (keep[i] && post < n_posts && is_management (lines, i) && !is_cut_off (self, lines, i))
        is_managed[post] = TRUE;
    }

  for (guint32 i = 0; i < lines->n_rows; i++)
    {
      guint32 post = cadre_table_reference (lines, CADRE_FIELD_LINE_POST, i);

      if (!keep[i] || !is_cut_off (self, lines, i))
        continue;
      keep[i] = post < n_posts && is_management (lines, i) && !is_managed[post];
      if (keep[i])
        is_managed[post] = TRUE;
    }

  return TRUE;
}

static gboolean
select_rows (Selection *self, GError **error)
{
  if (!select_by_date (self, error))
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (ties); i++)
    if (!cut_tie (self, &ties[i], error))
      return FALSE;

  return cut_off_lines (self, error);
}

/* Rows that only an unknown date keeps. */
static void
report_unknown (const Selection *self, CadreIssueList *issues)
{
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      const CadreTable *table = cadre_tables_get (self->tables, kind);

      for (guint32 i = 0; cadre_table_is_dated (table) && i < table->n_rows; i++)
        if (self->keep[kind][i] && is_selected (self, table, i) == CADRE_TRUTH_UNKNOWN)
          cadre_validate_report (self->tables, issues, CADRE_RULE_PERIOD_UNKNOWN, kind, i,
                                 CADRE_NO_FIELD, NULL);
    }
}

/* What a list says has ended is known of it still, once it is left out: without that its
 * posts would only be missing, and another could be taken for one. */
static gboolean
keep_ended_posts (const Selection *self, CadreTables *copy, GError **error)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  const guint8 *keep = self->keep[CADRE_RECORD_KIND_POST];
  guint n = 0;
  const guint32 *ended = cadre_tables_list (self->tables, self->tables->ended_posts, &n);
  g_autofree guint32 *codes = NULL;

  if (keep == NULL)
    return TRUE;

  codes = g_try_new (guint32, (gsize) n + posts->n_rows + 1);
  if (codes == NULL)
    return set_memory_error (error);

  if (n > 0)
    memcpy (codes, ended, n * sizeof (guint32));
  for (guint32 i = 0; i < posts->n_rows; i++)
    {
      const guint32 code = cadre_table_code (posts, CADRE_FIELD_POST_ID, i);

      if (!keep[i] && code >= CADRE_STRING_FIRST && lasts (self, posts, i) == CADRE_TRUTH_FALSE)
        codes[n++] = code;
    }

  return n == 0 || cadre_tables_add_list (copy, codes, n, &copy->ended_posts, error);
}

static CadreTables *
copy_selected (const Selection *self, GError **error)
{
  g_autoptr (CadreTables) copy = cadre_tables_copy (self->tables, error);

  if (copy == NULL)
    return NULL;

  copy->as_of = self->date;
  if (!keep_ended_posts (self, copy, error))
    return NULL;
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (self->keep[kind] != NULL && !cadre_tables_filter (copy, kind, self->keep[kind], error))
      return NULL;

  return g_steal_pointer (&copy);
}

static CadreStructure *
select_from (CadreStructure *self,
             const CadreDate *date,
             gboolean with_later,
             GCancellable *cancellable,
             GError **error)
{
  Selection selection = { .tables = cadre_structure_get_tables (self),
                          .date = cadre_date_pack (date),
                          .with_later = with_later };
  CadreTables *tables = NULL;
  CadreIssueList *issues = NULL;

  if (select_rows (&selection, error))
    tables = copy_selected (&selection, error);
  if (tables != NULL)
    {
      issues = cadre_issue_list_new (cadre_structure_get_max_issues (self));
      if (!with_later)
        report_unknown (&selection, issues);
    }

  clear_selection (&selection);
  return tables != NULL ? cadre_structure_seal (tables, issues, cancellable, error) : NULL;
}

/**
 * cadre_structure_at:
 * @self: a #CadreStructure
 * @date: a date
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Makes the structure as it is in force at a date.
 *
 * A record stays unless dates that are known exclude it. One that stays only
 * because a date is not known is an issue, `structure.period.unknown`. What
 * links a record that goes, goes with it: reporting lines, responsibilities,
 * funding, statements, lineage and assignments of a post; parts of a unit or
 * area; absences of an assignment. The last line of management that a post has
 * stays where its manager goes, since the post is not at the top. Other fields stay as they are,
 * and one that names a record that is not in force leads nowhere, which is an issue too.
 *
 * The new structure is checked anew. It shares the texts of @self, and its
 * records keep the places that they had in the source. What posts had ended is
 * known of it still, see cadre_structure_dup_ended_posts().
 *
 * Takes time and memory in proportion to the number of records.
 *
 * Returns: (transfer full): the structure at the date, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreStructure *
cadre_structure_at (CadreStructure *self,
                    const CadreDate *date,
                    GCancellable *cancellable,
                    GError **error)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (date != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return select_from (self, date, FALSE, cancellable, error);
}

/**
 * cadre_structure_at_or_after:
 * @self: a #CadreStructure
 * @date: a date
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Makes the structure without what had ended before a date.
 *
 * A published list has the posts that went once more, ended the day before its
 * date; a proposal has what begins later than the date of its paper. Whoever
 * compares such a document with another wants the latter and not the former.
 *
 * A record stays unless its last day in force is known to be before @date. What
 * links a record that goes is treated as cadre_structure_at() does it. Where the
 * last day is not known the record stays, and that is no issue. What posts had ended
 * is known of the new structure still, see cadre_structure_dup_ended_posts().
 *
 * Takes time and memory in proportion to the number of records.
 *
 * Returns: (transfer full): the structure from that date on, or %NULL with @error
 *   set
 *
 * Since: 1.0
 */
CadreStructure *
cadre_structure_at_or_after (CadreStructure *self,
                             const CadreDate *date,
                             GCancellable *cancellable,
                             GError **error)
{
  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);
  g_return_val_if_fail (date != NULL, NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  return select_from (self, date, TRUE, cancellable, error);
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * cadre_structure_dup_ended_posts:
 * @self: a #CadreStructure
 *
 * Gets the ids of the posts that cadre_structure_at() or
 * cadre_structure_at_or_after() left out because they had ended. A post without an id is
 * not among them.
 *
 * A published list that declares a post ended says more than one where it is only
 * missing: cadre_mapping_new_by_evidence() takes no other post for such a one
 * without a person having looked, unless titles are the same. A document that is
 * written does not say it, and one that is loaded has such posts still.
 *
 * Takes time in proportion to the number of ids times its logarithm.
 *
 * Returns: (transfer full) (array zero-terminated=1): the ids, in order of their bytes
 *
 * Since: 1.0
 */
char **
cadre_structure_dup_ended_posts (CadreStructure *self)
{
  const CadreTables *tables = NULL;
  guint n = 0;
  const guint32 *codes = NULL;
  char **ids = NULL;

  g_return_val_if_fail (CADRE_IS_STRUCTURE (self), NULL);

  tables = cadre_structure_get_tables (self);
  codes = cadre_tables_list (tables, tables->ended_posts, &n);
  ids = g_new0 (char *, (gsize) n + 1);
  for (guint i = 0; i < n; i++)
    ids[i] = g_strdup (cadre_string_table_get (tables->strings, codes[i]));
  qsort (ids, n, sizeof (char *), compare_ids);

  return ids;
}
