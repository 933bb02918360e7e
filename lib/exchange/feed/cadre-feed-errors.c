/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The file of errors that comes back, row by row to the steps. */

#include "config.h"

#include "base/cadre-integer-private.h"
#include "exchange/feed/cadre-feed-private.h"
#include <cadre/cadre-csv-reader.h>

#include <string.h>

typedef struct
{
  CadreChangeFeed *feed;
  CadreCsvReader *csv;
  GHashTable *by_key; /* (element-type utf8 CadreFeedStep): only looked up */
  GHashTable *by_id;  /* the same */
  guint key;          /* each a cell, or CADRE_NO_COLUMN */
  guint row;
  guint id;
  guint text;
} Errors;

static guint
find_cell (CadreCsvReader *csv, char **names)
{
  for (guint cell = 0; cell < cadre_csv_reader_get_n_cells (csv); cell++)
    for (guint i = 0; names[i] != NULL; i++)
      {
        g_autofree char *folded = cadre_map_fold_name (names[i]);
        g_autofree char *name = cadre_map_fold_name (cadre_csv_reader_get_cell (csv, cell));

        if (strcmp (folded, name) == 0)
          return cell;
      }

  return CADRE_NO_COLUMN;
}

static gboolean
bind (Errors *self, GError **error)
{
  const CadreMapFeed *map = &self->feed->map->feed;

  self->key = find_cell (self->csv, map->error_keys);
  self->row = find_cell (self->csv, map->error_rows);
  self->id = find_cell (self->csv, map->error_ids);
  self->text = find_cell (self->csv, map->error_texts);
  if (self->key != CADRE_NO_COLUMN || self->id != CADRE_NO_COLUMN)
    return TRUE;

  g_set_error_literal (
    error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_FORM,
    "The file of errors has no column of keys, and none of ids: name them in the "
    "field map under feed, errors");
  return FALSE;
}

static char *
dup_cell (const Errors *self, guint cell)
{
  const char *text = cell != CADRE_NO_COLUMN ? cadre_csv_reader_get_cell (self->csv, cell) : NULL;

  return text != NULL ? g_strstrip (g_strdup (text)) : NULL;
}

static char *
dup_about (const char *id, gsize length, guint row)
{
  return row == 0 ? g_strndup (id, length) : g_strdup_printf ("%u\n%.*s", row, (int) length, id);
}

/* A step is found by an id alone and with its row; not where another one is about
 * the same. */
static void
add_about (GHashTable *by_id, const char *id, gsize length, CadreFeedStep *step)
{
  const guint rows[] = { 0, step->row };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char *about = dup_about (id, length, rows[i]);
      const gboolean is_taken = g_hash_table_contains (by_id, about);

      g_hash_table_insert (by_id, about, is_taken ? NULL : step);
    }
}

/* The id of an error is that of the record, or of the post of a link. */
static GHashTable *
index_ids (CadreChangeFeed *feed)
{
  GHashTable *by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < feed->steps->len; i++)
    {
      CadreFeedStep *step = feed->steps->pdata[i];
      const char *slash = strchr (step->plan.subject, '/');
      const char *id = slash != NULL ? slash + 1 : "";

      if (*id != '\0')
        add_about (by_id, id, strlen (id), step);
      if (*id == '\0' || cadre_schema_get (step->plan.carrier->kind)->keys == NULL)
        continue;
      for (const char *end = strchr (id + 1, '/'); end != NULL; end = strchr (end + 1, '/'))
        add_about (by_id, id, (gsize) (end - id), step);
    }

  return by_id;
}

/* The step about an id, in that row unless @row is 0; NULL where there is none, or
 * several. */
static CadreFeedStep *
find_by_id (const Errors *self, const char *id, guint64 row)
{
  g_autofree char *about = dup_about (id, strlen (id), (guint) row);

  return *id != '\0' ? g_hash_table_lookup (self->by_id, about) : NULL;
}

static CadreFeedStep *
find_step (const Errors *self, CadreFeedTie *tie)
{
  g_autofree char *key = dup_cell (self, self->key);
  g_autofree char *row = dup_cell (self, self->row);
  g_autofree char *id = dup_cell (self, self->id);
  CadreFeedStep *step = key != NULL ? g_hash_table_lookup (self->by_key, key) : NULL;
  gint64 number = 0;

  *tie = CADRE_FEED_TIE_KEY;
  if (step != NULL)
    return step;

  *tie = CADRE_FEED_TIE_ROW;
  if (row != NULL && id != NULL && cadre_integer_parse (row, 1, G_MAXUINT, &number))
    step = find_by_id (self, id, (guint64) number);
  if (step != NULL)
    return step;

  *tie = CADRE_FEED_TIE_ID;
  step = id != NULL ? find_by_id (self, id, 0) : NULL;
  if (step == NULL)
    *tie = CADRE_FEED_TIE_NONE;
  return step;
}

static gboolean
read_refusals (Errors *self, GListStore *refusals, GCancellable *cancellable, GError **error)
{
  guint n_cells = 0;

  if (!cadre_csv_reader_next_row (self->csv, &n_cells, cancellable, error) || !bind (self, error))
    return FALSE;

  for (;;)
    {
      g_autoptr (CadreFeedRefusal) refusal = NULL;
      g_autofree char *text = NULL;
      CadreFeedTie tie = CADRE_FEED_TIE_NONE;
      CadreFeedStep *step = NULL;

      if (!cadre_csv_reader_next_row (self->csv, &n_cells, cancellable, error))
        return FALSE;
      if (n_cells == 0)
        return TRUE;

      step = find_step (self, &tie);
      text = dup_cell (self, self->text);
      refusal = cadre_feed_refusal_new (step, tie, text, cadre_csv_reader_get_row (self->csv));
      g_list_store_append (refusals, refusal);
    }
}

/**
 * cadre_change_feed_read_errors:
 * @self: a #CadreChangeFeed
 * @bytes: the file of errors as CSV, with a header
 * @limits: (nullable): what the file may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads what the other system refused, and ties each refusal to its step: by the
 * key, else by the row and the id, else by the id where only one step is about it.
 * The names of the columns are those that the field map has under `feed`, `errors`.
 *
 * Returns: (transfer full): a list of #CadreFeedRefusal, one for each row, or %NULL
 *   with @error set
 *
 * Since: 1.0
 */
GListModel *
cadre_change_feed_read_errors (CadreChangeFeed *self,
                               GBytes *bytes,
                               CadreLimits *limits,
                               GCancellable *cancellable,
                               GError **error)
{
  g_autoptr (GListStore) refusals = NULL;
  g_autoptr (CadreCsvReader) csv = NULL;
  g_autoptr (GHashTable) by_key = NULL;
  g_autoptr (GHashTable) by_id = NULL;
  Errors errors = { 0 };

  g_return_val_if_fail (CADRE_IS_CHANGE_FEED (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  refusals = g_list_store_new (CADRE_TYPE_FEED_REFUSAL);
  csv = cadre_csv_reader_new_for_bytes (bytes, limits);
  by_key = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < self->steps->len; i++)
    {
      CadreFeedStep *step = self->steps->pdata[i];

      g_hash_table_insert (by_key, step->key, step);
    }

  errors.feed = self;
  errors.csv = csv;
  by_id = index_ids (self);
  errors.by_key = by_key;
  errors.by_id = by_id;
  if (!read_refusals (&errors, refusals, cancellable, error))
    return NULL;

  return G_LIST_MODEL (g_steal_pointer (&refusals));
}
