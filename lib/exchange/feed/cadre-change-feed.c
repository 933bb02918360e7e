/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-change-feed
 * @Title: CadreChangeFeed
 * @Short_Description: What another system has to do, row by row
 *
 * A #CadreChangeFeed is a #CadreDiff as rows for the system that the structure
 * before came from, written through the same #CadreFieldMap as that was read
 * through. Steps are in the order in which they have to be taken: units are
 * created before the positions in them, positions before anybody moves into them;
 * lines are pointed elsewhere before the position that they led to ends. It is a
 * #GListModel of #CadreFeedStep.
 *
 * Each step has a key that is the same whenever the feed is made again, so that a
 * system that is sent a feed twice can take each step once. What the map has no
 * column for is in cadre_change_feed_get_issues(), and what the other system will
 * refuse in cadre_change_feed_check(). cadre_change_feed_rehearse() tries the feed
 * on an extract. Nothing is sent anywhere.
 */

#include "config.h"

#include "base/cadre-date-private.h"
#include "exchange/cadre-export-private.h"
#include "exchange/feed/cadre-feed-private.h"
#include <cadre/cadre-csv-writer.h>

#include <string.h>

static GType
cadre_change_feed_get_item_type (GListModel *model)
{
  return CADRE_TYPE_FEED_STEP;
}

static guint
cadre_change_feed_get_n_items (GListModel *model)
{
  return CADRE_CHANGE_FEED (model)->steps->len;
}

static gpointer
cadre_change_feed_get_item (GListModel *model, guint position)
{
  CadreChangeFeed *self = CADRE_CHANGE_FEED (model);

  return position < self->steps->len ? g_object_ref (self->steps->pdata[position]) : NULL;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_change_feed_get_item_type;
  iface->get_n_items = cadre_change_feed_get_n_items;
  iface->get_item = cadre_change_feed_get_item;
}

/**
 * CadreChangeFeed:
 *
 * What another system has to do, row by row. It never changes.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CadreChangeFeed,
                               cadre_change_feed,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static void
clear_working (CadreChangeFeed *self)
{
  g_clear_pointer (&self->plans, g_array_unref);
  g_clear_pointer (&self->unwritten, g_array_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->positions); i++)
    g_clear_pointer (&self->positions[i], g_free);
}

static void
cadre_change_feed_finalize (GObject *object)
{
  CadreChangeFeed *self = CADRE_CHANGE_FEED (object);

  clear_working (self);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_object (&self->diff);
  g_clear_object (&self->map);
  g_clear_object (&self->issues);

  G_OBJECT_CLASS (cadre_change_feed_parent_class)->finalize (object);
}

static void
cadre_change_feed_class_init (CadreChangeFeedClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_change_feed_finalize;
}

static void
cadre_change_feed_init (CadreChangeFeed *self)
{
  self->steps = g_ptr_array_new_with_free_func (g_object_unref);
  self->issues = cadre_issue_list_new (CADRE_FEED_MAX_ISSUES);
}

static void
clear_plan (gpointer data)
{
  g_free (((CadreFeedPlan *) data)->subject);
}

static void
compare (CadreChangeFeed *self)
{
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    if (kind == CADRE_RECORD_KIND_LINE)
      cadre_feed_compare_lines (self);
    else if (cadre_schema_get (kind)->keys == NULL)
      cadre_feed_compare_records (self, kind);
    else
      cadre_feed_compare_links (self, kind);
}

static guint *
new_row_counts (CadreChangeFeed *self)
{
  guint *counts = g_new (guint, self->map->tables->len);

  for (guint i = 0; i < self->map->tables->len; i++)
    counts[i] = 1; /* the header */

  return counts;
}

static guint
get_table_index (CadreChangeFeed *self, const CadreMapTable *table)
{
  return (guint) (table - cadre_map_table (self->map, 0));
}

static void
report_unwritten (const CadreFeedStep *step, guint column, CadreIssueList *issues)
{
  g_autofree char *origin =
    g_strdup_printf ("%s: row %u, column %s", step->plan.table->name, step->row,
                     cadre_map_column (step->plan.table, column)->name);

  cadre_feed_report (issues, "exchange.feed.unwritten", origin, step->plan.subject);
}

static void
make_steps (CadreChangeFeed *self)
{
  g_autofree guint *counts = new_row_counts (self);

  for (guint i = 0; i < self->plans->len; i++)
    {
      CadreFeedPlan *plan = &g_array_index (self->plans, CadreFeedPlan, i);
      CadreFeedStep *step = NULL;

      step = cadre_feed_step_new (self, plan);
      step->row = ++counts[get_table_index (self, plan->table)];
      g_ptr_array_add (self->steps, step);
      for (guint k = 0; k < self->unwritten->len; k++)
        report_unwritten (step, g_array_index (self->unwritten, guint, k), self->issues);
    }
}

/**
 * cadre_change_feed_new:
 * @diff: what changes
 * @field_map: what the other system's tables are
 * @effective: the first day of what is new, known to the day
 * @error: return location for a #GError, or %NULL
 *
 * Works out what the other system has to do. What begins later than @effective
 * begins on its own first day.
 *
 * Takes O(n log n) time, where n is the number of records in both structures.
 *
 * Returns: (transfer full): the feed, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreChangeFeed *
cadre_change_feed_new (CadreDiff *diff,
                       CadreFieldMap *field_map,
                       const CadreDate *effective,
                       GError **error)
{
  g_autoptr (CadreChangeFeed) self = NULL;

  g_return_val_if_fail (CADRE_IS_DIFF (diff), NULL);
  g_return_val_if_fail (CADRE_IS_FIELD_MAP (field_map), NULL);
  g_return_val_if_fail (effective != NULL, NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (CADRE_TYPE_CHANGE_FEED, NULL);
  self->diff = g_object_ref (diff);
  self->map = g_object_ref (field_map);
  self->effective = cadre_packed_date_from_day (cadre_packed_date_first_day (effective->packed));
  self->sides[0].tables = cadre_structure_get_tables (cadre_diff_get_before (diff));
  self->sides[0].index = cadre_structure_get_index (cadre_diff_get_before (diff));
  self->sides[1].tables = cadre_structure_get_tables (cadre_diff_get_after (diff));
  self->sides[1].index = cadre_structure_get_index (cadre_diff_get_after (diff));
  self->plans = g_array_new (FALSE, FALSE, sizeof (CadreFeedPlan));
  self->unwritten = g_array_new (FALSE, FALSE, sizeof (guint));
  g_array_set_clear_func (self->plans, clear_plan);
  if (!cadre_feed_find_positions (self))
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_MEMORY,
                           "There is not enough memory for the change feed");
      return NULL;
    }

  cadre_feed_report_lost (self);
  compare (self);
  cadre_feed_sort (self);
  make_steps (self);
  clear_working (self);
  return g_steal_pointer (&self);
}

/**
 * cadre_change_feed_get_diff:
 * @self: a #CadreChangeFeed
 *
 * Gets what changes.
 *
 * Returns: (transfer none): the diff
 *
 * Since: 1.0
 */
CadreDiff *
cadre_change_feed_get_diff (CadreChangeFeed *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_FEED (self), NULL);

  return self->diff;
}

/**
 * cadre_change_feed_get_field_map:
 * @self: a #CadreChangeFeed
 *
 * Gets what the other system's tables are.
 *
 * Returns: (transfer none): the map
 *
 * Since: 1.0
 */
CadreFieldMap *
cadre_change_feed_get_field_map (CadreChangeFeed *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_FEED (self), NULL);

  return self->map;
}

/**
 * cadre_change_feed_get_effective:
 * @self: a #CadreChangeFeed
 *
 * Gets the first day of what is new.
 *
 * Returns: (transfer full): the date
 *
 * Since: 1.0
 */
CadreDate *
cadre_change_feed_get_effective (CadreChangeFeed *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_FEED (self), NULL);

  return cadre_date_new_packed (self->effective);
}

/**
 * cadre_change_feed_get_step:
 * @self: a #CadreChangeFeed
 * @position: which one, counted from 0
 *
 * Gets a step.
 *
 * Returns: (transfer full) (nullable): the step, or %NULL past the last
 *
 * Since: 1.0
 */
CadreFeedStep *
cadre_change_feed_get_step (CadreChangeFeed *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_FEED (self), NULL);

  return g_list_model_get_item (G_LIST_MODEL (self), position);
}

/* The record that the changes of a step belong to: a link belongs to its post. */
static const char *
find_owner (CadreChangeFeed *self, const CadreFeedPlan *plan, CadreRecordKind *kind)
{
  const guint side = plan->after != CADRE_NO_ROW ? 1 : 0;
  const guint32 row = side == 1 ? plan->after : plan->before;
  const CadreTables *tables = self->sides[side].tables;
  const CadreSchema *schema = cadre_schema_get (plan->carrier->kind);
  guint field = 0;

  *kind = plan->carrier->kind;
  if (schema->keys == NULL)
    return cadre_tables_id (tables, *kind, row);

  field = schema->keys[0];
  if (schema->fields[field].kind != CADRE_FIELD_KIND_REFERENCE)
    return NULL;

  *kind = schema->fields[field].target;
  return cadre_tables_text (tables,
                            cadre_table_code (cadre_tables_get (tables, plan->carrier->kind), field,
                                              row));
}

/**
 * cadre_change_feed_list_changes:
 * @self: a #CadreChangeFeed
 * @step: a step of it
 *
 * Lists the changes of the diff about the record that a step is about, or about
 * the post that a line is of. There are none about a step of another feed.
 *
 * Returns: (transfer full): a list of #CadreChange
 *
 * Since: 1.0
 */
GListModel *
cadre_change_feed_list_changes (CadreChangeFeed *self, CadreFeedStep *step)
{
  CadreRecordKind kind = CADRE_RECORD_KIND_POST;
  const char *id = NULL;

  g_return_val_if_fail (CADRE_IS_CHANGE_FEED (self), NULL);
  g_return_val_if_fail (CADRE_IS_FEED_STEP (step), NULL);

  if (g_ptr_array_find (self->steps, step, NULL))
    id = find_owner (self, &step->plan, &kind);

  return id != NULL ? cadre_diff_list_for (self->diff, kind, id)
                    : G_LIST_MODEL (g_list_store_new (CADRE_TYPE_CHANGE));
}

/**
 * cadre_change_feed_get_issues:
 * @self: a #CadreChangeFeed
 *
 * Gets what of the diff the feed does not carry, and what it could not write.
 *
 * Returns: (transfer none): the issues
 *
 * Since: 1.0
 */
CadreIssueList *
cadre_change_feed_get_issues (CadreChangeFeed *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE_FEED (self), NULL);

  return self->issues;
}

static void
write_header (CadreChangeFeed *self, const CadreMapTable *table, CadreCsvWriter *writer)
{
  cadre_csv_writer_add_text (writer, self->map->feed.operation);
  cadre_csv_writer_add_text (writer, self->map->feed.key);
  cadre_csv_writer_add_text (writer, self->map->feed.effective);
  for (guint i = 0; i < table->columns->len; i++)
    cadre_csv_writer_add_text (writer, cadre_map_column (table, i)->name);
  cadre_csv_writer_end_row (writer);
}

/* The day in the form that the map has for dates. */
static void
write_effective (CadreChangeFeed *self, const CadreFeedStep *step, CadreCsvWriter *writer)
{
  const GArray *dates = self->map->forms.dates;
  g_autoptr (GString) text = g_string_new (NULL);
  char iso[11];

  cadre_packed_date_format (step->effective, iso);
  if (dates == NULL || dates->len == 0 ||
      !cadre_map_date_write (&g_array_index (dates, CadreMapDateForm, 0), step->effective, text))
    g_string_assign (text, iso);
  cadre_csv_writer_add_text (writer, text->str);
}

static void
write_step (CadreChangeFeed *self, const CadreFeedStep *step, CadreCsvWriter *writer)
{
  cadre_csv_writer_add_text (writer, self->map->feed.operations[step->plan.operation]);
  cadre_csv_writer_add_text (writer, step->key);
  write_effective (self, step, writer);
  for (guint i = 0; i < step->plan.table->columns->len; i++)
    cadre_csv_writer_add_text (writer, step->cells[i] != NULL ? step->cells[i] : "");
  cadre_csv_writer_end_row (writer);
}

static GBytes *
write_table (CadreChangeFeed *self, const CadreMapTable *table, GError **error)
{
  g_autoptr (CadreCsvWriter) writer = cadre_csv_writer_new_for_text ();

  write_header (self, table, writer);
  for (guint i = 0; i < self->steps->len; i++)
    {
      const CadreFeedStep *step = self->steps->pdata[i];

      if (step->plan.table == table)
        write_step (self, step, writer);
    }

  return cadre_csv_writer_finish (writer, NULL, error) ? cadre_csv_writer_steal_bytes (writer)
                                                       : NULL;
}

static gboolean
has_steps (CadreChangeFeed *self, const CadreMapTable *table)
{
  for (guint i = 0; i < self->steps->len; i++)
    if (((const CadreFeedStep *) self->steps->pdata[i])->plan.table == table)
      return TRUE;

  return FALSE;
}

static void
copy_issues (CadreIssueList *source, CadreIssueList *target)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (source)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (source, i);

      cadre_issue_list_add (target, issue);
    }
}

/**
 * cadre_change_feed_write:
 * @self: a #CadreChangeFeed
 * @redaction: what may be shown; a feed can only be written in full
 * @error: return location for a #GError, or %NULL
 *
 * Writes the feed as one CSV file for each table that has steps, called after the
 * table. The columns of the operation, the key and the effective date come first,
 * under the names that the field map has for them.
 *
 * A feed that leaves something out would change something else than was decided:
 * any other level than %CADRE_REDACTION_LEVEL_FULL is
 * %CADRE_EXCHANGE_ERROR_REDACTION.
 *
 * Returns: (transfer full): the files, with the issues of the feed, or %NULL with
 *   @error set
 *
 * Since: 1.0
 */
CadreExport *
cadre_change_feed_write (CadreChangeFeed *self, CadreRedaction *redaction, GError **error)
{
  g_autoptr (CadreExport) result = NULL;

  g_return_val_if_fail (CADRE_IS_CHANGE_FEED (self), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (cadre_redaction_get_level (redaction) != CADRE_REDACTION_LEVEL_FULL)
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_REDACTION,
                           "A change feed can only be written in full");
      return NULL;
    }

  result = cadre_export_new ();
  for (guint i = 0; i < self->map->tables->len; i++)
    {
      const CadreMapTable *table = cadre_map_table (self->map, i);
      g_autofree char *name = g_strconcat (table->name, ".csv", NULL);
      g_autoptr (GBytes) bytes = NULL;

      if (!has_steps (self, table))
        continue;
      bytes = write_table (self, table, error);
      if (bytes == NULL)
        return NULL;
      /* The name of a table is plain, and there are few of them. */
      cadre_export_add_file (result, g_intern_string (name), "text/csv", bytes);
    }

  copy_issues (self->issues, cadre_export_get_issues (result));
  return g_steal_pointer (&result);
}

/**
 * cadre_change_feed_rehearse:
 * @self: a #CadreChangeFeed
 * @table: the name of a table of the field map
 * @extract: the table as it is, as CSV with a header
 * @limits: (nullable): what the extract may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Takes the steps of one table on an extract, as the other system would, and gives
 * the extract that there should be afterwards. Columns that the field map does not
 * know, and rows that no step is about, stay as they are. Read again, the extracts
 * of all tables are the structure after, as far as the map carries it: what only
 * shares the rows of something else, such as a unit without posts in a table of
 * posts, goes with it.
 *
 * Takes O(steps × rows) time.
 *
 * Returns: (transfer full): the extract, or %NULL with @error set
 *
 * Since: 1.0
 */
GBytes *
cadre_change_feed_rehearse (CadreChangeFeed *self,
                            const char *table,
                            GBytes *extract,
                            CadreLimits *limits,
                            GCancellable *cancellable,
                            GError **error)
{
  g_auto (CadreFeedRows) rows = { 0 };
  int found = -1;

  g_return_val_if_fail (CADRE_IS_CHANGE_FEED (self), NULL);
  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (extract != NULL, NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  found = cadre_field_map_find_table (self->map, table);
  if (found < 0)
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_NOT_FOUND,
                           "The field map has no table of that name");
      return NULL;
    }

  rows.table = cadre_map_table (self->map, (guint) found);
  if (!cadre_feed_rows_read (&rows, extract, limits, cancellable, error))
    return NULL;

  for (guint i = 0; i < self->steps->len; i++)
    {
      CadreFeedStep *step = self->steps->pdata[i];

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (step->plan.table == rows.table)
        cadre_feed_rows_take_step (&rows, step);
    }

  return cadre_feed_rows_write (&rows, error);
}
