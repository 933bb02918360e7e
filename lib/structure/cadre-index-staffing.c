/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who is in post at the as-of date.
 *
 * An assignment that a secondment or acting up names as the one to go back to,
 * or that another covers for, still holds its post, but its holder does not work
 * in it: it counts as substantive, and not as in post. */

#include "config.h"

#include "structure/cadre-index-private.h"

#include <stdlib.h>

enum
{
  IN_FORCE = 1 << 0,
  RELEASED = 1 << 1,
};

static void
release (CadreIndex *self, guint32 n_rows, guint32 row)
{
  if (row < n_rows)
    self->in_post[row] |= RELEASED;
}

/* What an assignment in force does to others. */
static void
release_others (CadreIndex *self, const CadreTable *assignments, guint32 row)
{
  int basis = cadre_table_word (assignments, CADRE_FIELD_ASSIGNMENT_BASIS, row);
  guint32 covered = cadre_table_reference (assignments, CADRE_FIELD_ASSIGNMENT_COVERS, row);
  guint32 home = cadre_table_reference (assignments, CADRE_FIELD_ASSIGNMENT_HOME_ASSIGNMENT, row);

  if (covered != row)
    release (self, assignments->n_rows, covered);
  if (home != row && (basis == CADRE_BASIS_SECONDMENT || basis == CADRE_BASIS_ACTING))
    release (self, assignments->n_rows, home);
}

typedef struct
{
  guint32 post;
  gint32 position;
  guint32 row;
} Place;

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const Place *x = a;
  const Place *y = b;

  if (x->post != y->post)
    return x->post < y->post ? -1 : 1;
  return (x->position > y->position) - (x->position < y->position);
}

/* Finds those in post who name the same position of the same post. */
static gboolean
find_shared_positions (CadreIndex *self, const CadreTable *assignments)
{
  g_autofree Place *places = g_try_new (Place, (gsize) assignments->n_rows + 1);
  guint32 n = 0;

  self->shares_position = g_try_malloc0 ((gsize) assignments->n_rows + 1);
  if (places == NULL || self->shares_position == NULL)
    return FALSE;

  for (guint32 i = 0; i < assignments->n_rows; i++)
    {
      Place place = { cadre_table_reference (assignments, CADRE_FIELD_ASSIGNMENT_POST, i),
                      cadre_table_integer (assignments, CADRE_FIELD_ASSIGNMENT_POSITION, i), i };

      if (self->in_post[i] && place.post < self->n_posts && place.position >= 0)
        places[n++] = place;
    }

  qsort (places, n, sizeof (Place), compare_places);
  for (guint32 i = 1; i < n; i++)
    if (compare_places (&places[i - 1], &places[i]) == 0)
      self->shares_position[places[i - 1].row] = self->shares_position[places[i].row] = TRUE;

  return TRUE;
}

gboolean
cadre_index_staffing (CadreIndex *self, const CadreTables *tables)
{
  const CadreTable *assignments = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);

  self->in_post = g_try_malloc ((gsize) assignments->n_rows + 1);
  if (self->in_post == NULL)
    return FALSE;

  for (guint32 i = 0; i < assignments->n_rows; i++)
    self->in_post[i] = cadre_tables_in_force (tables, CADRE_RECORD_KIND_ASSIGNMENT, i,
                                              tables->as_of) != CADRE_TRUTH_FALSE
                         ? IN_FORCE
                         : 0;

  if (assignments->references[CADRE_FIELD_ASSIGNMENT_COVERS] != NULL ||
      assignments->references[CADRE_FIELD_ASSIGNMENT_HOME_ASSIGNMENT] != NULL)
    for (guint32 i = 0; i < assignments->n_rows; i++)
      if ((self->in_post[i] & IN_FORCE) != 0)
        release_others (self, assignments, i);

  for (guint32 i = 0; i < assignments->n_rows; i++)
    self->in_post[i] = self->in_post[i] == IN_FORCE;

  return assignments->columns[CADRE_FIELD_ASSIGNMENT_POSITION] == NULL ||
         find_shared_positions (self, assignments);
}

guint
cadre_index_count_holders (const CadreTables *tables, const CadreIndex *index, guint32 post)
{
  const CadreTable *assignments = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&index->assignments_of_post, post, &n);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

  for (guint32 i = 0; i < n; i++)
    if (index->in_post[rows[i]])
      g_hash_table_add (seen,
                        GUINT_TO_POINTER (
                          cadre_table_code (assignments, CADRE_FIELD_ASSIGNMENT_PERSON, rows[i])));

  return g_hash_table_size (seen);
}

/* Whether several people are among the assignments of a post in force, or one,
 * or none: 2, 1 or 0. */
static guint
count_up_to_two (const CadreTables *tables,
                 const CadreIndex *index,
                 guint32 post,
                 gboolean only_in_post)
{
  const CadreTable *assignments = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&index->assignments_of_post, post, &n);
  guint32 first = CADRE_NO_ROW;

  for (guint32 i = 0; i < n; i++)
    {
      guint32 person = cadre_table_code (assignments, CADRE_FIELD_ASSIGNMENT_PERSON, rows[i]);
      gboolean counts = only_in_post
                          ? index->in_post[rows[i]]
                          : cadre_tables_in_force (tables, CADRE_RECORD_KIND_ASSIGNMENT, rows[i],
                                                   tables->as_of) != CADRE_TRUTH_FALSE;

      if (counts && first != CADRE_NO_ROW && first != person)
        return 2;
      if (counts)
        first = person;
    }

  return first != CADRE_NO_ROW;
}

static guint
count_people (const CadreTables *tables, const CadreIndex *index, guint32 post)
{
  guint n = count_up_to_two (tables, index, post, TRUE);

  return n > 0 ? n : count_up_to_two (tables, index, post, FALSE);
}

gboolean
cadre_index_has_one_holder (const CadreTables *tables, const CadreIndex *index, guint32 post)
{
  return count_people (tables, index, post) == 1;
}

gboolean
cadre_index_may_have_one_holder (const CadreTables *tables, const CadreIndex *index, guint32 post)
{
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  guint n = count_people (tables, index, post);

  return n == 1 ||
         (n == 0 && cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT, post) <= 1 &&
          cadre_table_word (posts, CADRE_FIELD_POST_STATUS, post) != CADRE_POST_STATUS_NEW);
}
