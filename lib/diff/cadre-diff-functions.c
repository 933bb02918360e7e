/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Where functions went, and where they came from.
 *
 * The rows of one function in one role make a chain: those that a post lost,
 * those that a post gained, and those that a post kept. A post that only
 * supports a function does not take it over from one that held it. A chain has
 * one row of each post, so that what it takes to follow it is what it says. */

#include "config.h"

#include "diff/cadre-diff-private.h"

#include <string.h>

#define N_ROLES 8     /* at least as many as there are */
#define MAX_POSTS 100 /* that one change names */

G_STATIC_ASSERT (CADRE_RESPONSIBILITY_ROLE_SUPPORTS < N_ROLES);

static const CadreTable *
get_table (const CadreTables *tables)
{
  return cadre_tables_get (tables, CADRE_RECORD_KIND_RESPONSIBILITY);
}

static gboolean
is_any_alone (const guint32 *partners, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    if (partners[i] == CADRE_NO_ROW)
      return TRUE;

  return FALSE;
}

/* Gives the functions that there are after numbers without a gap. @codes turns
 * codes into those after, or is NULL for those after themselves. */
static guint32
number_functions (const CadreTable *table,
                  const guint32 *codes,
                  guint32 n_codes,
                  guint32 *number_of_code,
                  guint32 n_functions,
                  guint32 *numbers)
{
  for (guint32 row = 0; row < table->n_rows; row++)
    {
      guint32 code = cadre_table_code (table, CADRE_FIELD_RESPONSIBILITY_FUNCTION_ID, row);
      const int role = cadre_table_word (table, CADRE_FIELD_RESPONSIBILITY_ROLE, row);

      code = codes != NULL ? codes[code] : code;
      numbers[row] = CADRE_NO_ROW;
      if (code < CADRE_STRING_FIRST || code >= n_codes)
        continue;
      if (number_of_code[code] == CADRE_NO_ROW && codes == NULL)
        number_of_code[code] = n_functions++;
      if (number_of_code[code] != CADRE_NO_ROW)
        numbers[row] = number_of_code[code] * N_ROLES + (guint32) role;
    }

  return n_functions;
}

/* Chains the rows that are alone, or those that are not. Backwards, so that the
 * first row ends up first; rows of one post are neighbours, and the first of
 * them stands for all. */
static void
chain (const CadreTable *table,
       const guint32 *numbers,
       const guint32 *partners,
       gboolean alone,
       guint32 *first,
       guint32 *next)
{
  for (guint32 i = table->n_rows; i > 0; i--)
    {
      const guint32 row = i - 1;
      const guint32 number = numbers[row];
      guint32 head = CADRE_NO_ROW;

      if (number == CADRE_NO_ROW || (partners[row] == CADRE_NO_ROW) != alone)
        continue;

      head = first[number];
      if (head != CADRE_NO_ROW && cadre_table_code (table, CADRE_FIELD_RESPONSIBILITY_POST, head) ==
                                    cadre_table_code (table, CADRE_FIELD_RESPONSIBILITY_POST, row))
        head = next[head];
      next[row] = head;
      first[number] = row;
    }
}

static guint32 *
new_rows (gsize n)
{
  guint32 *rows = g_try_new (guint32, MAX (n, 1));

  if (rows != NULL)
    memset (rows, 0xff, n * sizeof (guint32));
  return rows;
}

static gboolean
number_rows (CadreDiff *self, guint32 *n_functions)
{
  const CadreTable *before = get_table (self->sides.before);
  const CadreTable *after = get_table (self->sides.after);
  const guint32 n_codes = cadre_string_table_size (self->sides.after->strings);
  g_autofree guint32 *number_of_code = new_rows (n_codes);

  self->functions.numbers_before = new_rows (before->n_rows);
  self->functions.numbers_after = new_rows (after->n_rows);
  if (number_of_code == NULL || self->functions.numbers_before == NULL ||
      self->functions.numbers_after == NULL || after->n_rows > G_MAXUINT32 / N_ROLES)
    return FALSE;

  *n_functions =
    number_functions (after, NULL, n_codes, number_of_code, 0, self->functions.numbers_after);
  number_functions (before, self->sides.codes, n_codes, number_of_code, *n_functions,
                    self->functions.numbers_before);
  return TRUE;
}

/* Only needed where a post lost or gained a function. */
gboolean
cadre_diff_index_functions (CadreDiff *self)
{
  const CadreTable *before = get_table (self->sides.before);
  const CadreTable *after = get_table (self->sides.after);
  const CadrePairing *pairing = &self->pairings[CADRE_RECORD_KIND_RESPONSIBILITY];
  CadreFunctions *functions = &self->functions;
  guint32 n = 0;

  if (!is_any_alone (pairing->after_of, before->n_rows) &&
      !is_any_alone (pairing->before_of, after->n_rows))
    return TRUE;
  if (!number_rows (self, &n))
    return FALSE;

  functions->first_lost = new_rows ((gsize) n * N_ROLES);
  functions->first_gained = new_rows ((gsize) n * N_ROLES);
  functions->first_kept = new_rows ((gsize) n * N_ROLES);
  functions->next_before = new_rows (before->n_rows);
  functions->next_after = new_rows (after->n_rows);
  if (functions->first_lost == NULL || functions->first_gained == NULL ||
      functions->first_kept == NULL || functions->next_before == NULL ||
      functions->next_after == NULL)
    return FALSE;

  chain (before, functions->numbers_before, pairing->after_of, TRUE, functions->first_lost,
         functions->next_before);
  chain (after, functions->numbers_after, pairing->before_of, TRUE, functions->first_gained,
         functions->next_after);
  chain (after, functions->numbers_after, pairing->before_of, FALSE, functions->first_kept,
         functions->next_after);
  return TRUE;
}

void
cadre_functions_clear (CadreFunctions *self)
{
  g_clear_pointer (&self->numbers_before, g_free);
  g_clear_pointer (&self->numbers_after, g_free);
  g_clear_pointer (&self->first_lost, g_free);
  g_clear_pointer (&self->first_gained, g_free);
  g_clear_pointer (&self->first_kept, g_free);
  g_clear_pointer (&self->next_before, g_free);
  g_clear_pointer (&self->next_after, g_free);
}

/* Who has the function after in the role that was lost: those who did not have
 * it before, or if there are none those who kept it. */
static guint32
find_takers (CadreDiff *self, guint32 row_before)
{
  const guint32 number = self->functions.numbers_before[row_before];

  if (number == CADRE_NO_ROW)
    return CADRE_NO_ROW;

  return self->functions.first_gained[number] != CADRE_NO_ROW ? self->functions.first_gained[number]
                                                              : self->functions.first_kept[number];
}

CadreChangeKind
cadre_diff_kind_of_lost_function (CadreDiff *self, guint32 row_before)
{
  const guint32 taker = find_takers (self, row_before);

  if (taker == CADRE_NO_ROW)
    return CADRE_CHANGE_KIND_FUNCTION_ORPHANED;

  return self->functions.next_after[taker] == CADRE_NO_ROW ? CADRE_CHANGE_KIND_FUNCTION_TRANSFERRED
                                                           : CADRE_CHANGE_KIND_FUNCTION_SPLIT;
}

/* The posts of a chain; NULL for none. */
static char **
dup_posts (const CadreTables *tables, guint32 row, const guint32 *next)
{
  g_autoptr (GPtrArray) posts = g_ptr_array_new_with_free_func (g_free);

  for (; row != CADRE_NO_ROW && posts->len < MAX_POSTS; row = next[row])
    {
      const char *post =
        cadre_tables_text (tables, cadre_table_code (get_table (tables),
                                                     CADRE_FIELD_RESPONSIBILITY_POST, row));

      if (post != NULL)
        g_ptr_array_add (posts, g_strdup (post));
    }
  if (posts->len == 0)
    return NULL;

  g_ptr_array_add (posts, NULL);
  return (char **) g_ptr_array_steal (posts, NULL);
}

/* The other posts of a function that was lost or gained; NULL for none. */
char **
cadre_diff_dup_function_posts (CadreDiff *self, guint32 row_before, guint32 row_after)
{
  guint32 number = CADRE_NO_ROW;

  if (self->functions.numbers_before == NULL)
    return NULL;
  if (row_after == CADRE_NO_ROW)
    return dup_posts (self->sides.after, find_takers (self, row_before),
                      self->functions.next_after);

  number = self->functions.numbers_after[row_after];
  return number != CADRE_NO_ROW ? dup_posts (self->sides.before, self->functions.first_lost[number],
                                             self->functions.next_before)
                                : NULL;
}
