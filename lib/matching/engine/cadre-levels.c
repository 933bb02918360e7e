/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Tiers of both structures on scales that can be compared.
 *
 * Each employer counts its own tiers. Scales that equivalences link, in either
 * structure, make a group; within a group tiers are counted from the scale of
 * the group that both structures have, so that a tier before and a tier after
 * are the same number where they are the same rung. Between groups nothing is
 * known. Posts whose top has no scale make a group of their own. */

#include "config.h"

#include "matching/engine/cadre-engine-private.h"

#include <stdlib.h>
#include <string.h>

#define NO_SCALE_GROUP 0
#define MAX_RUNG CADRE_MAX_RUNG

/* The scales of both sides as one list of ids. */
typedef struct
{
  CadreEngine *engine;
  guint32 *ids; /* common codes, in order */
  guint32 n;
  guint32 *parent; /* union-find */
  guint32 *row[2]; /* by scale: its row on a side, or CADRE_NO_ROW */
} Scales;

/* In byte order of the ids: codes follow the order of rows. */
static int
compare_scales (gconstpointer a, gconstpointer b, gpointer engine)
{
  return g_strcmp0 (cadre_engine_text (engine, *(const guint32 *) a),
                    cadre_engine_text (engine, *(const guint32 *) b));
}

static guint32
find_scale (const Scales *self, guint32 code)
{
  guint32 first = 0;
  guint32 end = self->n;

  while (first < end && self->ids[first] != code)
    {
      guint32 middle = first + (end - first) / 2;
      int order = compare_scales (&self->ids[middle], &code, self->engine);

      if (order < 0)
        first = middle + 1;
      else if (order == 0)
        return middle;
      else
        end = middle;
    }

  return first < end ? first : CADRE_NO_ROW;
}

static const CadreTable *
get_scales (const Scales *self, guint side)
{
  return cadre_tables_get (self->engine->sides[side].tables, CADRE_RECORD_KIND_TIER_SCALE);
}

static guint32
scale_of_row (const Scales *self, guint side, guint32 row)
{
  const CadreTable *table = get_scales (self, side);

  if (row >= table->n_rows)
    return CADRE_NO_ROW;

  return find_scale (self, cadre_side_code (&self->engine->sides[side],
                                            cadre_table_code (table, 0, row)));
}

static gboolean
list_scales (Scales *self)
{
  gsize n = (gsize) get_scales (self, 0)->n_rows + get_scales (self, 1)->n_rows;

  self->ids = g_try_new (guint32, n + 1);
  self->parent = g_try_new (guint32, n + 1);
  self->row[0] = g_try_new (guint32, n + 1);
  self->row[1] = g_try_new (guint32, n + 1);
  if (self->ids == NULL || self->parent == NULL || self->row[0] == NULL || self->row[1] == NULL)
    return FALSE;

  n = 0;
  for (guint side = 0; side < 2; side++)
    for (guint32 row = 0; row < get_scales (self, side)->n_rows; row++)
      self->ids[n++] = cadre_side_code (&self->engine->sides[side],
                                        cadre_table_code (get_scales (self, side), 0, row));

  if (n > 0)
    g_qsort_with_data (self->ids, (gint) n, sizeof (guint32), compare_scales, self->engine);
  for (gsize i = 0; i < n; i++)
    if (self->n == 0 || self->ids[self->n - 1] != self->ids[i])
      self->ids[self->n++] = self->ids[i];

  for (guint32 i = 0; i < self->n; i++)
    self->parent[i] = self->row[0][i] = self->row[1][i] = i;
  memset (self->row[0], 0xff, sizeof (guint32) * (n + 1));
  memset (self->row[1], 0xff, sizeof (guint32) * (n + 1));
  for (guint side = 0; side < 2; side++)
    for (guint32 row = get_scales (self, side)->n_rows; row > 0; row--)
      self->row[side][scale_of_row (self, side, row - 1)] = row - 1;

  return TRUE;
}

static guint32
find_root (Scales *self, guint32 scale)
{
  while (self->parent[scale] != scale)
    {
      self->parent[scale] = self->parent[self->parent[scale]];
      scale = self->parent[scale];
    }

  return scale;
}

/* The lesser root stays, so that groups do not depend on the order of rows. */
static void
link_scales (Scales *self, guint side)
{
  const CadreTable *table =
    cadre_tables_get (self->engine->sides[side].tables, CADRE_RECORD_KIND_TIER_EQUIVALENCE);

  for (guint32 row = 0; row < table->n_rows; row++)
    {
      guint32 a =
        scale_of_row (self, side,
                      cadre_table_reference (table, CADRE_FIELD_TIER_EQUIVALENCE_SCALE, row));
      guint32 b =
        scale_of_row (self, side,
                      cadre_table_reference (table, CADRE_FIELD_TIER_EQUIVALENCE_OTHER_SCALE, row));

      if (a == CADRE_NO_ROW || b == CADRE_NO_ROW ||
          cadre_table_integer (table, CADRE_FIELD_TIER_EQUIVALENCE_RUNG, row) < 0 ||
          cadre_table_integer (table, CADRE_FIELD_TIER_EQUIVALENCE_OTHER_RUNG, row) < 0)
        continue;

      a = find_root (self, a);
      b = find_root (self, b);
      self->parent[MAX (a, b)] = MIN (a, b);
    }
}

/* By root: the first scale of the group that both sides have. */
static guint32 *
find_references (Scales *self)
{
  guint32 *references = g_try_new (guint32, (gsize) self->n + 1);

  if (references == NULL)
    return NULL;

  memset (references, 0xff, sizeof (guint32) * ((gsize) self->n + 1));
  for (guint32 i = 0; i < self->n; i++)
    {
      guint32 root = find_root (self, i);

      if (references[root] == CADRE_NO_ROW && self->row[0][i] != CADRE_NO_ROW &&
          self->row[1][i] != CADRE_NO_ROW)
        references[root] = i;
    }

  return references;
}

static guint32
scale_row_of_post (const CadreSide *side, guint32 post)
{
  return cadre_index_scale_of_post (side->tables, post);
}

/* A tier counted from the common scale of the structure: what the lines give,
 * else what is declared. */
static gint32
find_common_tier (const CadreSide *side, guint32 post, guint32 *scale_row)
{
  const CadreTable *posts = cadre_tables_get (side->tables, CADRE_RECORD_KIND_POST);
  const CadreTable *scales = cadre_tables_get (side->tables, CADRE_RECORD_KIND_TIER_SCALE);
  int declared = cadre_table_integer (posts, CADRE_FIELD_POST_TIER, post);

  if (side->index->tier[post] != CADRE_NO_TIER)
    {
      *scale_row = scale_row_of_post (side, side->index->top[post]);
      return side->index->tier[post];
    }

  *scale_row = scale_row_of_post (side, post);
  if (declared < 0 || declared > MAX_RUNG)
    return CADRE_NO_TIER;

  return *scale_row < scales->n_rows ? declared + side->index->scale_offset[*scale_row] : declared;
}

static void
place_post (Scales *self, const guint32 *references, guint side, guint32 post)
{
  CadreEngine *engine = self->engine;
  const CadreSide *own = &engine->sides[side];
  guint32 scale_row = CADRE_NO_ROW;
  gint32 tier = find_common_tier (own, post, &scale_row);
  guint32 scale = scale_of_row (self, side, scale_row);
  guint32 root = scale != CADRE_NO_ROW ? find_root (self, scale) : CADRE_NO_ROW;
  gint32 base = 0;

  engine->tier_group[side][post] =
    root != CADRE_NO_ROW ? engine->scale_group[side][scale_row] : NO_SCALE_GROUP;
  if (root != CADRE_NO_ROW && references[root] != CADRE_NO_ROW)
    base = own->index->scale_offset[self->row[side][references[root]]];

  engine->tier[side][post] = tier == CADRE_NO_TIER ? CADRE_NO_TIER : tier - base;
  engine->tier_base[side][post] = base;
}

/* A group that no scale of both sides is in cannot be compared between them. */
static gboolean
number_groups (Scales *self, const guint32 *references, guint side)
{
  guint32 n = get_scales (self, side)->n_rows;
  guint32 *groups = g_try_new (guint32, (gsize) n + 1);

  self->engine->scale_group[side] = groups;
  for (guint32 row = 0; groups != NULL && row < n; row++)
    {
      guint32 root = find_root (self, scale_of_row (self, side, row));

      groups[row] = references[root] != CADRE_NO_ROW ? 1 + 3 * root : 2 + side + 3 * root;
    }

  return groups != NULL;
}

static void
scales_clear (Scales *self)
{
  g_free (self->ids);
  g_free (self->parent);
  g_free (self->row[0]);
  g_free (self->row[1]);
}

static gboolean
place_posts (Scales *self)
{
  CadreEngine *engine = self->engine;
  g_autofree guint32 *references = NULL;

  link_scales (self, 0);
  link_scales (self, 1);
  references = find_references (self);
  if (references == NULL)
    return FALSE;

  for (guint side = 0; side < 2; side++)
    {
      gsize n = (gsize) engine->sides[side].n_posts + 1;

      engine->tier[side] = g_try_new (gint32, n);
      engine->tier_base[side] = g_try_new (gint32, n);
      engine->tier_group[side] = g_try_new (guint32, n);
      if (engine->tier[side] == NULL || engine->tier_base[side] == NULL ||
          engine->tier_group[side] == NULL || !number_groups (self, references, side))
        return FALSE;

      for (guint32 post = 0; post < engine->sides[side].n_posts; post++)
        place_post (self, references, side, post);
    }

  return TRUE;
}

gboolean
cadre_engine_find_levels (CadreEngine *self)
{
  Scales scales = { self, NULL, 0, NULL, { NULL, NULL } };
  gboolean ok = list_scales (&scales) && place_posts (&scales);

  scales_clear (&scales);
  return ok;
}

CadreTruth
cadre_engine_tier_difference (const CadreEngine *self,
                              guint32 before,
                              guint32 after,
                              gint64 *difference)
{
  gint32 tier = self->tier[CADRE_BEFORE][before];
  gint32 tier_after = self->tier[CADRE_AFTER][after];

  if (tier == CADRE_NO_TIER || tier_after == CADRE_NO_TIER ||
      self->tier_group[CADRE_BEFORE][before] != self->tier_group[CADRE_AFTER][after])
    return CADRE_TRUTH_UNKNOWN;

  *difference = (gint64) tier_after - tier;
  return CADRE_TRUTH_TRUE;
}

gboolean
cadre_engine_tier_of (const CadreEngine *self,
                      guint side,
                      guint32 post,
                      guint32 organisation,
                      gint32 *tier)
{
  const CadreSide *own = &self->sides[side];
  const CadreTable *organisations = cadre_tables_get (own->tables, CADRE_RECORD_KIND_ORGANISATION);
  guint32 scale =
    organisation < organisations->n_rows
      ? cadre_table_reference (organisations, CADRE_FIELD_ORGANISATION_TIER_SCALE, organisation)
      : CADRE_NO_ROW;

  if (self->tier[side][post] == CADRE_NO_TIER ||
      scale >= cadre_tables_get (own->tables, CADRE_RECORD_KIND_TIER_SCALE)->n_rows ||
      self->scale_group[side][scale] != self->tier_group[side][post])
    return FALSE;

  *tier = self->tier[side][post] + self->tier_base[side][post] - own->index->scale_offset[scale];
  return TRUE;
}
