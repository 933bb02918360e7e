/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "diff/mapping/cadre-evidence-private.h"
#include <cadre/cadre-diff-error.h>

#include <string.h>

CadreEvidence *
cadre_evidence_new (void)
{
  CadreEvidence *self = g_new0 (CadreEvidence, 1);

  self->pairs = g_array_new (FALSE, FALSE, sizeof (CadreEvidencePair));
  self->reviews = g_array_new (FALSE, FALSE, sizeof (CadreEvidencePair));
  self->twins = g_array_new (FALSE, FALSE, sizeof (CadreEvidenceTwins));
  self->twin_rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  self->rekeyed = g_array_new (FALSE, FALSE, sizeof (guint32));
  return self;
}

void
cadre_evidence_free (CadreEvidence *self)
{
  g_array_unref (self->pairs);
  g_array_unref (self->reviews);
  g_array_unref (self->twins);
  g_array_unref (self->twin_rows);
  g_array_unref (self->rekeyed);
  g_free (self->units);
  g_free (self);
}

static gboolean
set_memory_error (GError **error)
{
  g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MEMORY,
                       "There is not enough memory to map the posts");
  return FALSE;
}

/* By code after: the only post that is free and has that title, or whether there
 * are several. */
static void
find_titles (const CadreTable *posts,
             const guint32 *codes,
             guint32 n_codes,
             const guint32 *taken,
             const guint8 *fixed,
             guint32 *found)
{
  for (guint32 row = 0; row < posts->n_rows; row++)
    {
      const guint32 own = cadre_table_code (posts, CADRE_FIELD_POST_TITLE, row);
      const guint32 code = codes != NULL ? codes[own] : own;

      if (taken[row] != CADRE_NO_ROW || fixed[row] || code >= n_codes || code < CADRE_STRING_FIRST)
        continue;
      found[code] = found[code] == CADRE_NO_ROW ? row : CADRE_AMBIGUOUS_ROW;
    }
}

static void
add_pair (CadreEvidence *self, CadrePairing *posts, guint32 before, guint32 after)
{
  CadreEvidencePair pair = { .before = before, .after = after };

  pair.rival_before = pair.rival_after = CADRE_NO_ROW;
  pair.kind = CADRE_LINEAGE_KIND_CONTINUING;
  for (guint i = 0; i < CADRE_N_MAPPING_FEATURES; i++)
    pair.values[i] = CADRE_NO_EVIDENCE;
  pair.values[CADRE_MAPPING_FEATURE_TITLE] = 1000;
  pair.score = 1000;
  g_array_append_val (self->pairs, pair);
  posts->after_of[before] = after;
  posts->before_of[after] = before;
}

/* The free posts of one title; how many. */
static guint32
add_twin_rows (CadreEvidence *self,
               const CadreTable *posts,
               const guint32 *codes,
               const guint32 *taken,
               guint32 title)
{
  const guint n = self->twin_rows->len;

  for (guint32 row = 0; row < posts->n_rows; row++)
    {
      const guint32 own = cadre_table_code (posts, CADRE_FIELD_POST_TITLE, row);

      if (taken[row] == CADRE_NO_ROW && (codes != NULL ? codes[own] : own) == title)
        g_array_append_val (self->twin_rows, row);
    }

  return self->twin_rows->len - n;
}

CadreEvidence *
cadre_evidence_run (const CadreEvidenceInput *input,
                    CadrePairing *posts,
                    GCancellable *cancellable,
                    GError **error)
{
  const CadreSides *sides = input->sides;
  const CadreTable *before = cadre_tables_get (sides->before, CADRE_RECORD_KIND_POST);
  const CadreTable *after = cadre_tables_get (sides->after, CADRE_RECORD_KIND_POST);
  const guint32 n_codes = cadre_string_table_size (sides->after->strings);
  g_autoptr (CadreEvidence) self = cadre_evidence_new ();
  g_autofree guint32 *found = g_try_new (guint32, n_codes);
  g_autofree guint32 *found_before = g_try_new (guint32, n_codes);

  if (found == NULL || found_before == NULL)
    {
      set_memory_error (error);
      return NULL;
    }

  memset (found, 0xff, n_codes * sizeof (guint32));
  memset (found_before, 0xff, n_codes * sizeof (guint32));
  find_titles (after, NULL, n_codes, posts->before_of, input->fixed_after, found);
  find_titles (before, sides->codes, n_codes, posts->after_of, input->fixed_before, found_before);
  for (guint32 row = 0; row < after->n_rows; row++)
    {
      const guint32 code = cadre_table_code (after, CADRE_FIELD_POST_TITLE, row);

      if (found[code] == row && found_before[code] < CADRE_AMBIGUOUS_ROW)
        add_pair (self, posts, found_before[code], row);
      else if (found[code] == CADRE_AMBIGUOUS_ROW && found_before[code] == CADRE_AMBIGUOUS_ROW &&
               self->twins->len == 0)
        {
          CadreEvidenceTwins twins = { 0 };

          twins.n_before = add_twin_rows (self, before, sides->codes, posts->after_of, code);
          twins.n_after = add_twin_rows (self, after, NULL, posts->before_of, code);
          g_array_append_val (self->twins, twins);
        }
    }

  return g_steal_pointer (&self);
}
