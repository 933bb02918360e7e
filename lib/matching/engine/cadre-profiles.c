/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How far two jobs are alike, head by head.
 *
 * Duties and competencies are compared by the weight of the statements that
 * both profiles hold. Purpose and scope are never worked out from a text: they
 * are the same where both profiles name the same statements and no others, or
 * where a judgement says so. A judgement goes before what is computed. */

#include "config.h"

#include "matching/engine/cadre-process-private.h"

#include <stdlib.h>
#include <string.h>

static int
compare_statements (gconstpointer a, gconstpointer b)
{
  const CadreStatementRow *x = a;
  const CadreStatementRow *y = b;

  if (x->post != y->post)
    return x->post < y->post ? -1 : 1;
  if (x->head != y->head)
    return x->head < y->head ? -1 : 1;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return x->weight > y->weight ? -1 : x->weight < y->weight;
}

static gboolean
collect_statements (CadreEngine *self, guint side)
{
  const CadreSide *own = &self->sides[side];
  const CadreTable *table = cadre_tables_get (own->tables, CADRE_RECORD_KIND_STATEMENT);

  for (guint32 row = 0; row < table->n_rows; row++)
    {
      CadreStatementRow statement = {
        cadre_table_reference (table, CADRE_FIELD_STATEMENT_POST, row),
        cadre_side_code (own, cadre_table_code (table, CADRE_FIELD_STATEMENT_KEY, row)),
        cadre_table_integer (table, CADRE_FIELD_STATEMENT_WEIGHT, row),
        (guint8) cadre_table_word (table, CADRE_FIELD_STATEMENT_HEAD, row),
      };

      if (statement.post < own->n_posts && statement.key > CADRE_STRING_NONE &&
          statement.head != CADRE_HEAD_UNKNOWN && statement.weight >= 0 &&
          !cadre_vector_push (&self->statements[side], &statement))
        return FALSE;
    }

  return TRUE;
}

/* Of two rows about one statement the heavier is taken. */
static void
drop_repeated (CadreVector *statements)
{
  CadreStatementRow *rows = statements->data;
  gsize n = 0;

  for (gsize i = 0; i < statements->n; i++)
    if (n == 0 || rows[n - 1].post != rows[i].post || rows[n - 1].head != rows[i].head ||
        rows[n - 1].key != rows[i].key)
      rows[n++] = rows[i];

  statements->n = n;
}

static gboolean
read_side (CadreEngine *self, guint side)
{
  CadreVector *statements = &self->statements[side];
  guint32 n_posts = self->sides[side].n_posts;
  guint32 *first = g_try_new0 (guint32, (gsize) n_posts + 1);

  self->first_statement[side] = first;
  if (first == NULL || !collect_statements (self, side))
    return FALSE;
  if (statements->n > 0)
    qsort (statements->data, statements->n, sizeof (CadreStatementRow), compare_statements);
  drop_repeated (statements);

  for (gsize i = 0; i < statements->n; i++)
    first[cadre_vector_at (statements, CadreStatementRow, i).post + 1]++;
  for (guint32 i = 0; i < n_posts; i++)
    first[i + 1] += first[i];

  return TRUE;
}

gboolean
cadre_engine_read_profiles (CadreEngine *self)
{
  return read_side (self, CADRE_BEFORE) && read_side (self, CADRE_AFTER);
}

static void
read_judgements (const CadreEngine *self, CadreComparison *comparison)
{
  const CadreJudgement *rows = self->judgements.data;
  gsize low = 0;
  gsize high = self->judgements.n;

  memset (comparison->judged, CADRE_JUDGED_NOT, sizeof (comparison->judged));
  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (rows[middle].before < comparison->before ||
          (rows[middle].before == comparison->before && rows[middle].after < comparison->after))
        low = middle + 1;
      else
        high = middle;
    }

  for (gsize i = low; i < self->judgements.n && rows[i].before == comparison->before &&
                      rows[i].after == comparison->after;
       i++)
    comparison->judged[rows[i].head] =
      rows[i].answer == CADRE_JUDGED_ANEW ? CADRE_JUDGED_NOT : rows[i].answer;
}

/* Goes through both profiles at once; they are in the same order. */
static void
compare_profiles (const CadreEngine *self, CadreComparison *comparison)
{
  const CadreStatementRow *old = self->statements[CADRE_BEFORE].data;
  const CadreStatementRow *new = self->statements[CADRE_AFTER].data;
  guint32 i = self->first_statement[CADRE_BEFORE][comparison->before];
  guint32 j = self->first_statement[CADRE_AFTER][comparison->after];
  guint32 i_end = self->first_statement[CADRE_BEFORE][comparison->before + 1];
  guint32 j_end = self->first_statement[CADRE_AFTER][comparison->after + 1];

  while (i < i_end || j < j_end)
    {
      gboolean is_old = i < i_end && (j == j_end || old[i].head < new[j].head ||
                                      (old[i].head == new[j].head &&old[i].key <= new[j].key));
      gboolean is_new = j < j_end && (i == i_end || new[j].head < old[i].head ||
                                      (new[j].head == old[i].head &&new[j].key <= old[i].key));
      guint head = is_old ? old[i].head : new[j].head;

      if (is_old && is_new)
        comparison->found[head] += MIN (old[i].weight, new[j].weight);
      else
        comparison->is_declared[head] = FALSE;
      if (head == CADRE_HEAD_DUTIES)
        {
          comparison->n_duties[CADRE_BEFORE] += is_old;
          comparison->n_duties[CADRE_AFTER] += is_new;
        }
      if (is_old)
        comparison->old_total[head] += old[i++].weight;
      if (is_new)
        comparison->new_total[head] += new[j++].weight;
    }
}

static gboolean
has_head (const CadreEngine *self, guint side, guint32 post, guint head)
{
  const CadreStatementRow *rows = self->statements[side].data;

  for (guint32 i = self->first_statement[side][post]; i < self->first_statement[side][post + 1];
       i++)
    if (rows[i].head == head)
      return TRUE;

  return FALSE;
}

/* A description that was revised after posts were judged is compared by people:
 * the profiles of the document may be those of before. */
static gboolean
is_revised (const CadreEngine *self, const CadreComparison *comparison)
{
  return self->process->revised[CADRE_BEFORE][comparison->before] != 0 ||
         self->process->revised[CADRE_AFTER][comparison->after] != 0;
}

void
cadre_engine_compare (const CadreEngine *self, CadreComparison *comparison)
{
  read_judgements (self, comparison);
  comparison->is_revised = is_revised (self, comparison);
  memset (comparison->found, 0, sizeof (comparison->found));
  memset (comparison->old_total, 0, sizeof (comparison->old_total));
  memset (comparison->new_total, 0, sizeof (comparison->new_total));
  memset (comparison->n_duties, 0, sizeof (comparison->n_duties));
  for (guint head = 0; head < CADRE_N_HEADS; head++)
    {
      comparison->has_profile[head] = head != CADRE_HEAD_UNKNOWN && !comparison->is_revised &&
                                      has_head (self, CADRE_BEFORE, comparison->before, head) &&
                                      has_head (self, CADRE_AFTER, comparison->after, head);
      comparison->is_declared[head] = comparison->has_profile[head];
    }

  compare_profiles (self, comparison);
}
