/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The functions, the field of work, the unit and the area of each post, of both
 * structures, in common codes. */

#include "config.h"

#include "matching/engine/cadre-engine-private.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  guint32 post;
  guint32 function;
} Pair;

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  const Pair *x = a;
  const Pair *y = b;

  if (x->post != y->post)
    return x->post < y->post ? -1 : 1;
  return x->function < y->function ? -1 : x->function > y->function;
}

/* A post that only supports a function does not carry it. */
static gboolean
collect_functions (const CadreSide *side, CadreVector *pairs)
{
  const CadreTable *table = cadre_tables_get (side->tables, CADRE_RECORD_KIND_RESPONSIBILITY);

  for (guint32 row = 0; row < table->n_rows; row++)
    {
      Pair pair = {
        cadre_table_reference (table, CADRE_FIELD_RESPONSIBILITY_POST, row),
        cadre_side_code (side,
                         cadre_table_code (table, CADRE_FIELD_RESPONSIBILITY_FUNCTION_ID, row)),
      };

      if (pair.post < side->n_posts && pair.function > CADRE_STRING_NONE &&
          cadre_table_word (table, CADRE_FIELD_RESPONSIBILITY_ROLE, row) !=
            CADRE_RESPONSIBILITY_ROLE_SUPPORTS &&
          cadre_tables_in_force (side->tables, CADRE_RECORD_KIND_RESPONSIBILITY, row,
                                 side->tables->as_of) != CADRE_TRUTH_FALSE &&
          !cadre_vector_push (pairs, &pair))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_functions (CadreEngine *self, guint side)
{
  CadreVector pairs = CADRE_VECTOR_INIT (Pair);
  gboolean ok = collect_functions (&self->sides[side], &pairs);
  Pair *rows = pairs.data;
  gsize n = 0;

  if (pairs.n > 0)
    qsort (rows, pairs.n, sizeof (Pair), compare_pairs);
  for (gsize i = 0; i < pairs.n; i++)
    if (n == 0 || compare_pairs (&rows[n - 1], &rows[i]) != 0)
      rows[n++] = rows[i];

  ok = ok && cadre_lists_init (&self->functions[side], self->sides[side].n_posts, pairs.data, n);
  cadre_vector_clear (&pairs);
  return ok;
}

/* A text of each post. */
static guint32 *
read_codes (CadreEngine *self, guint side, guint field)
{
  const CadreSide *own = &self->sides[side];
  const CadreTable *posts = cadre_tables_get (own->tables, CADRE_RECORD_KIND_POST);
  guint32 *codes = g_try_new0 (guint32, (gsize) own->n_posts + 1);

  for (guint32 post = 0; codes != NULL && post < own->n_posts; post++)
    codes[post] = cadre_side_code (own, cadre_table_code (posts, field, post));

  return codes;
}

static gboolean
read_fields (CadreEngine *self, guint side)
{
  self->field[side] = read_codes (self, side, CADRE_FIELD_POST_FIELD_OF_WORK);
  self->unit[side] = read_codes (self, side, CADRE_FIELD_POST_UNIT);
  self->area[side] = read_codes (self, side, CADRE_FIELD_POST_AREA);
  return self->field[side] != NULL && self->unit[side] != NULL && self->area[side] != NULL;
}

gboolean
cadre_engine_read_functions (CadreEngine *self)
{
  for (guint side = 0; side < 2; side++)
    if (!read_functions (self, side) || !read_fields (self, side))
      return FALSE;

  return cadre_engine_read_lines (self);
}
