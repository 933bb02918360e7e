/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the other system would refuse, before it does. */

#include "config.h"

#include "exchange/feed/cadre-feed-private.h"

static gboolean
takes_character (const CadreMapColumn *column, gunichar c)
{
  for (guint i = 0; i + 1 < column->characters->len; i += 2)
    if (c >= g_array_index (column->characters, gunichar, i) &&
        c <= g_array_index (column->characters, gunichar, i + 1))
      return TRUE;

  return FALSE;
}

static gboolean
takes_characters (const CadreMapColumn *column, const char *cell)
{
  for (const char *c = cell; column->characters != NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (!takes_character (column, g_utf8_get_char (c)))
      return FALSE;

  return TRUE;
}

/* The first rule that a cell breaks, or NULL. */
static const char *
judge (const CadreMapColumn *column, const char *cell)
{
  if (*cell == '\0')
    return column->required ? "exchange.feed.empty-required" : NULL;
  if (column->max_length > 0 && g_utf8_strlen (cell, -1) > (glong) column->max_length)
    return "exchange.feed.too-long";
  if (!takes_characters (column, cell))
    return "exchange.feed.characters";
  if (column->allowed != NULL && !g_strv_contains ((const char *const *) column->allowed, cell))
    return "exchange.feed.not-allowed";

  return NULL;
}

static void
check_step (const CadreFeedStep *step, CadreIssueList *issues)
{
  const CadreMapTable *table = step->plan.table;

  for (guint i = 0; i < table->columns->len; i++)
    {
      const CadreMapColumn *column = cadre_map_column (table, i);
      const char *code = step->cells[i] != NULL ? judge (column, step->cells[i]) : NULL;
      g_autofree char *origin = NULL;

      if (code == NULL)
        continue;
      origin = g_strdup_printf ("%s: row %u, column %s", table->name, step->row, column->name);
      cadre_feed_report (issues, code, origin, step->plan.subject);
    }
}

/**
 * cadre_change_feed_check:
 * @self: a #CadreChangeFeed
 *
 * Finds the rows that the other system will refuse, as far as the field map says
 * what it takes: cells that must not be empty, that are too long, that have a
 * character or a word that it does not know. Nothing is sent anywhere.
 *
 * Returns: (transfer full): an issue for each such cell
 *
 * Since: 1.0
 */
CadreIssueList *
cadre_change_feed_check (CadreChangeFeed *self)
{
  g_autoptr (CadreIssueList) issues = NULL;

  g_return_val_if_fail (CADRE_IS_CHANGE_FEED (self), NULL);

  issues = cadre_issue_list_new (CADRE_FEED_MAX_ISSUES);
  for (guint i = 0; i < self->steps->len; i++)
    check_step (self->steps->pdata[i], issues);

  return g_steal_pointer (&issues);
}
