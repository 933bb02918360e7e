/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What a map says of a change feed: the columns that go before those of the
 * table, the words for what is done, and the file of errors that comes back. */

#include "config.h"

#include "exchange/field-map/cadre-field-map-private.h"

#include <string.h>

const char *const cadre_map_operations[CADRE_N_FEED_OPERATIONS + 1] = {
  "create-unit",   "change-unit",    "create-post",     "change-post",      "create-record",
  "change-record", "end-assignment", "move-assignment", "start-assignment", "end-line",
  "point-line",    "delimit-record", "delimit-post",    "delimit-unit",     NULL,
};

static int
find_operation (const char *name)
{
  for (int i = 0; cadre_map_operations[i] != NULL; i++)
    if (strcmp (cadre_map_operations[i], name) == 0)
      return i;

  return -1;
}

static gboolean
parse_operations (const CadreMapTree *tree, guint32 node, CadreMapFeed *feed, GError **error)
{
  guint32 operations = CADRE_NO_NODE;

  if (!cadre_map_tree_get_children (tree, node, "operations", CADRE_TOKEN_BEGIN_OBJECT, &operations,
                                    error))
    return FALSE;
  if (operations == CADRE_NO_NODE)
    return TRUE;

  for (guint32 child = cadre_map_tree_get (tree, operations)->first; child != CADRE_NO_NODE;
       child = cadre_map_tree_get (tree, child)->next)
    {
      const int operation = find_operation (cadre_map_tree_name (tree, child));

      if (operation < 0 || cadre_map_tree_get (tree, child)->kind != CADRE_TOKEN_STRING)
        return cadre_map_tree_fail (tree, child, error,
                                    "the word for an operation of a change feed stands here");
      g_free (feed->operations[operation]);
      feed->operations[operation] = g_strdup (cadre_map_tree_text (tree, child));
    }

  return TRUE;
}

static gboolean
parse_errors (const CadreMapTree *tree, guint32 node, CadreMapFeed *feed, GError **error)
{
  guint32 errors = CADRE_NO_NODE;

  if (!cadre_map_tree_get_children (tree, node, "errors", CADRE_TOKEN_BEGIN_OBJECT, &errors, error))
    return FALSE;

  return errors == CADRE_NO_NODE ||
         (cadre_map_tree_get_strings (tree, errors, "key", &feed->error_keys, error) &&
          cadre_map_tree_get_strings (tree, errors, "row", &feed->error_rows, error) &&
          cadre_map_tree_get_strings (tree, errors, "id", &feed->error_ids, error) &&
          cadre_map_tree_get_strings (tree, errors, "text", &feed->error_texts, error));
}

static void
fill_in (char **text, const char *initial)
{
  if (*text == NULL)
    *text = g_strdup (initial);
}

static void
fill_in_names (char ***names, const char *initial, const char *other)
{
  const char *both[] = { initial, other, NULL };

  if (*names == NULL)
    *names = g_strdupv ((char **) both);
}

gboolean
cadre_map_feed_parse (const CadreMapTree *tree, guint32 node, CadreMapFeed *feed, GError **error)
{
  guint32 own = CADRE_NO_NODE;

  if (!cadre_map_tree_get_children (tree, node, "feed", CADRE_TOKEN_BEGIN_OBJECT, &own, error))
    return FALSE;
  if (own != CADRE_NO_NODE &&
      (!cadre_map_tree_get_string (tree, own, "operation", &feed->operation, error) ||
       !cadre_map_tree_get_string (tree, own, "key", &feed->key, error) ||
       !cadre_map_tree_get_string (tree, own, "effective", &feed->effective, error) ||
       !parse_operations (tree, own, feed, error) || !parse_errors (tree, own, feed, error)))
    return FALSE;

  fill_in (&feed->operation, "Operation");
  fill_in (&feed->key, "Change key");
  fill_in (&feed->effective, "Effective date");
  for (guint i = 0; i < CADRE_N_FEED_OPERATIONS; i++)
    fill_in (&feed->operations[i], cadre_map_operations[i]);
  fill_in_names (&feed->error_keys, feed->key, "Key");
  fill_in_names (&feed->error_rows, "Row", "Line");
  fill_in_names (&feed->error_ids, "Id", "Position");
  fill_in_names (&feed->error_texts, "Error", "Message");

  return TRUE;
}

void
cadre_map_feed_clear (CadreMapFeed *feed)
{
  g_clear_pointer (&feed->operation, g_free);
  g_clear_pointer (&feed->key, g_free);
  g_clear_pointer (&feed->effective, g_free);
  for (guint i = 0; i < CADRE_N_FEED_OPERATIONS; i++)
    g_clear_pointer (&feed->operations[i], g_free);
  g_clear_pointer (&feed->error_keys, g_strfreev);
  g_clear_pointer (&feed->error_rows, g_strfreev);
  g_clear_pointer (&feed->error_ids, g_strfreev);
  g_clear_pointer (&feed->error_texts, g_strfreev);
}
