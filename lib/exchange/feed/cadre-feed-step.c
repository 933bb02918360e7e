/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-feed-step
 * @Title: CadreFeedStep
 * @Short_Description: One row of a change feed
 *
 * A #CadreFeedStep is one thing that another system has to do: create a
 * position, move an assignment, point a line elsewhere. Its key is made of what it
 * does, so that the same step of the same change has the same key, and a system
 * that has taken it can tell.
 */

#include "config.h"

#include "base/cadre-date-private.h"
#include "exchange/feed/cadre-feed-private.h"

#include <string.h>

#define KEY_LENGTH 32 /* hexadecimal digits of a SHA-256, of 64 */

/**
 * CadreFeedStep:
 *
 * One row of a change feed. It never changes.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreFeedStep, cadre_feed_step, G_TYPE_OBJECT)

static void
cadre_feed_step_finalize (GObject *object)
{
  CadreFeedStep *self = CADRE_FEED_STEP (object);
  const guint n = self->plan.table != NULL ? self->plan.table->columns->len : 0;

  cadre_feed_free_cells (self->cells, n);
  cadre_feed_free_cells (self->before, n);
  g_clear_pointer (&self->plan.subject, g_free);
  g_clear_pointer (&self->key, g_free);
  g_clear_object (&self->map);

  G_OBJECT_CLASS (cadre_feed_step_parent_class)->finalize (object);
}

static void
cadre_feed_step_class_init (CadreFeedStepClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_feed_step_finalize;
}

static void
cadre_feed_step_init (CadreFeedStep *self)
{
}

static void
add_part (GChecksum *checksum, const char *part)
{
  /* With its NUL, so that parts do not run into each other. */
  g_checksum_update (checksum, (const guchar *) part, (gssize) strlen (part) + 1);
}

static char *
make_key (CadreFeedStep *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  char date[11];

  cadre_packed_date_format (self->effective, date);
  add_part (checksum, cadre_map_operations[self->plan.operation]);
  add_part (checksum, self->plan.table->name);
  add_part (checksum, self->plan.subject);
  add_part (checksum, date);
  for (guint i = 0; i < self->plan.table->columns->len; i++)
    if (self->cells[i] != NULL)
      {
        add_part (checksum, cadre_map_column (self->plan.table, i)->name);
        add_part (checksum, self->cells[i]);
      }

  return g_strndup (g_checksum_get_string (checksum), KEY_LENGTH);
}

/* What begins later than the feed does begins then. */
static guint32
find_effective (CadreChangeFeed *feed, const CadreFeedPlan *plan)
{
  const CadreRecordKind kind = plan->carrier->kind;
  const int field = cadre_schema_get_period_field (kind);
  guint32 first = 0;

  if (field < 0 || plan->after == CADRE_NO_ROW || plan->before != CADRE_NO_ROW)
    return feed->effective;

  first =
    cadre_table_code (cadre_tables_get (feed->sides[1].tables, kind), (guint) field, plan->after);
  return cadre_packed_date_is_known (first) && cadre_packed_date_day (first) != 0 &&
             first > feed->effective
           ? first
           : feed->effective;
}

static guint32
get_last_day (CadreChangeFeed *feed)
{
  const gint32 day = cadre_packed_date_first_day (feed->effective);

  return cadre_packed_date_from_day (MAX (day - 1, CADRE_FIRST_DAY));
}

CadreFeedStep *
cadre_feed_step_new (CadreChangeFeed *feed, CadreFeedPlan *plan)
{
  CadreFeedStep *self = g_object_new (CADRE_TYPE_FEED_STEP, NULL);
  const gboolean ends = plan->after == CADRE_NO_ROW;

  self->map = g_object_ref (feed->map);
  self->plan = *plan;
  self->plan.subject = g_steal_pointer (&plan->subject);
  self->effective = find_effective (feed, plan);
  if (plan->before != CADRE_NO_ROW)
    self->before = cadre_feed_render (feed, 0, plan->table, plan->carrier, plan->before, FALSE, 0);
  self->cells =
    cadre_feed_render (feed, ends ? 0 : 1, plan->table, plan->carrier,
                       ends ? plan->before : plan->after, TRUE, ends ? get_last_day (feed) : 0);
  self->key = make_key (self);

  return self;
}

/**
 * cadre_feed_step_get_operation:
 * @self: a #CadreFeedStep
 *
 * Gets what is to be done.
 *
 * Returns: the operation
 *
 * Since: 1.0
 */
CadreFeedOperation
cadre_feed_step_get_operation (CadreFeedStep *self)
{
  g_return_val_if_fail (CADRE_IS_FEED_STEP (self), CADRE_FEED_OPERATION_CREATE_UNIT);

  return self->plan.operation;
}

/**
 * cadre_feed_step_get_key:
 * @self: a #CadreFeedStep
 *
 * Gets what tells the step apart from all others, in this feed and in any other:
 * 32 hexadecimal digits.
 *
 * Returns: (transfer none): the key
 *
 * Since: 1.0
 */
const char *
cadre_feed_step_get_key (CadreFeedStep *self)
{
  g_return_val_if_fail (CADRE_IS_FEED_STEP (self), NULL);

  return self->key;
}

/**
 * cadre_feed_step_get_record_kind:
 * @self: a #CadreFeedStep
 *
 * Gets the kind of the record that it is about.
 *
 * Returns: the kind
 *
 * Since: 1.0
 */
CadreRecordKind
cadre_feed_step_get_record_kind (CadreFeedStep *self)
{
  g_return_val_if_fail (CADRE_IS_FEED_STEP (self), CADRE_RECORD_KIND_POST);

  return self->plan.carrier->kind;
}

/**
 * cadre_feed_step_get_subject:
 * @self: a #CadreFeedStep
 *
 * Gets the record that it is about, as `post/P12`, or `line/P12/management/P1`.
 *
 * Returns: (transfer none): the subject
 *
 * Since: 1.0
 */
const char *
cadre_feed_step_get_subject (CadreFeedStep *self)
{
  g_return_val_if_fail (CADRE_IS_FEED_STEP (self), NULL);

  return self->plan.subject;
}

/**
 * cadre_feed_step_get_effective:
 * @self: a #CadreFeedStep
 *
 * Gets the first day on which it is so. What ends was in force to the day before.
 *
 * Returns: (transfer full): the date
 *
 * Since: 1.0
 */
CadreDate *
cadre_feed_step_get_effective (CadreFeedStep *self)
{
  g_return_val_if_fail (CADRE_IS_FEED_STEP (self), NULL);

  return cadre_date_new_packed (self->effective);
}

/**
 * cadre_feed_step_get_table:
 * @self: a #CadreFeedStep
 *
 * Gets the table of the field map that it is a row of.
 *
 * Returns: (transfer none): the name
 *
 * Since: 1.0
 */
const char *
cadre_feed_step_get_table (CadreFeedStep *self)
{
  g_return_val_if_fail (CADRE_IS_FEED_STEP (self), NULL);

  return self->plan.table->name;
}

/**
 * cadre_feed_step_get_row:
 * @self: a #CadreFeedStep
 *
 * Gets which row of its file it is, the header being row 1.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_feed_step_get_row (CadreFeedStep *self)
{
  g_return_val_if_fail (CADRE_IS_FEED_STEP (self), 0);

  return self->row;
}

/**
 * cadre_feed_step_dup_columns:
 * @self: a #CadreFeedStep
 *
 * Gets the columns that it says something in, be it that a cell is empty.
 *
 * Returns: (transfer full) (array zero-terminated=1): their names
 *
 * Since: 1.0
 */
char **
cadre_feed_step_dup_columns (CadreFeedStep *self)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  g_return_val_if_fail (CADRE_IS_FEED_STEP (self), NULL);

  for (guint i = 0; i < self->plan.table->columns->len; i++)
    if (self->cells[i] != NULL)
      g_strv_builder_add (names, cadre_map_column (self->plan.table, i)->name);

  return g_strv_builder_end (names);
}

/**
 * cadre_feed_step_get_cell:
 * @self: a #CadreFeedStep
 * @column: the name of a column
 *
 * Gets what it says in a column.
 *
 * Returns: (transfer none) (nullable): the text, or %NULL where it says nothing
 *
 * Since: 1.0
 */
const char *
cadre_feed_step_get_cell (CadreFeedStep *self, const char *column)
{
  guint found = 0;

  g_return_val_if_fail (CADRE_IS_FEED_STEP (self), NULL);
  g_return_val_if_fail (column != NULL, NULL);

  found = cadre_map_table_find_column (self->plan.table, column);
  return found != CADRE_NO_COLUMN ? self->cells[found] : NULL;
}
