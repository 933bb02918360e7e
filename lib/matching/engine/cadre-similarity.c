/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which posts that go are like which posts that are to be filled, by profile.
 *
 * Comparing every post with every other would take time by the square of their
 * number. Two profiles that share a given part of the weight of the lesser one
 * share one of its rarest statements: enough of them that the others together
 * weigh less than that part. So only posts that meet in such a statement are
 * compared (the prefix filter of Chaudhuri, Ganti and Kaushik, "A primitive
 * operator for similarity joins in data cleaning", ICDE 2006). */

#include "config.h"

#include "matching/engine/cadre-engine-private.h"
#include <cadre/cadre-matching-error.h>

#include <stdlib.h>
#include <string.h>

#define NO_TOKEN G_MAXUINT32
#define CHECK_EVERY 1024

/* A statement of either side, to number equal ones alike. */
typedef struct
{
  guint32 key;
  guint32 index;
  guint8 head;
  guint8 side;
} Occurrence;

typedef struct
{
  CadreEngine *engine;
  int threshold; /* the least of all policies */

  guint32 n_tokens;
  guint32 *frequency; /* by token */
  guint32 *token[2];  /* by statement of a side, or NO_TOKEN */
  guint8 *is_rare[2]; /* by statement of a side: among the rarest of its post */
  CadreLists all;     /* by token: posts before that have it */
  CadreLists rare;    /* by token: posts before among whose rarest it is */
  guint32 *seen;      /* by post before: the last post after that met it, and 1 */
} Search;

static gboolean
is_searched (const Search *self, guint side, guint32 post)
{
  const CadreEngine *engine = self->engine;
  guint32 n = 0;

  if (side == CADRE_AFTER)
    return engine->place[post] == CADRE_PLACE_OPEN || engine->n_open[post] > 0;
  if (engine->fate[post] != CADRE_FATE_GONE && engine->fate[post] != CADRE_FATE_MERGED &&
      engine->fate[post] != CADRE_FATE_SPLIT)
    return FALSE;

  cadre_lists_get (&engine->holders, post, &n);
  return n > 0;
}

static int
compare_occurrences (gconstpointer a, gconstpointer b)
{
  const Occurrence *x = a;
  const Occurrence *y = b;

  if (x->head != y->head)
    return x->head < y->head ? -1 : 1;
  return x->key < y->key ? -1 : x->key > y->key;
}

static gboolean
collect_occurrences (Search *self, guint side, CadreVector *occurrences)
{
  const CadreVector *statements = &self->engine->statements[side];

  self->token[side] = g_try_new (guint32, statements->n + 1);
  self->is_rare[side] = g_try_malloc0 (statements->n + 1);
  if (self->token[side] == NULL || self->is_rare[side] == NULL)
    return FALSE;

  for (gsize i = 0; i < statements->n; i++)
    {
      const CadreStatementRow *row = &cadre_vector_at (statements, CadreStatementRow, i);
      Occurrence occurrence = { row->key, (guint32) i, row->head, (guint8) side };

      self->token[side][i] = NO_TOKEN;
      if ((row->head == CADRE_HEAD_DUTIES || row->head == CADRE_HEAD_COMPETENCIES) &&
          is_searched (self, side, row->post) && !cadre_vector_push (occurrences, &occurrence))
        return FALSE;
    }

  return TRUE;
}

static gboolean
number_tokens (Search *self)
{
  CadreVector occurrences = CADRE_VECTOR_INIT (Occurrence);
  const Occurrence *rows = NULL;
  gboolean ok = collect_occurrences (self, CADRE_BEFORE, &occurrences) &&
                collect_occurrences (self, CADRE_AFTER, &occurrences);

  rows = occurrences.data;
  self->frequency = g_try_new0 (guint32, occurrences.n + 1);
  ok = ok && self->frequency != NULL;
  if (ok && occurrences.n > 0)
    qsort (occurrences.data, occurrences.n, sizeof (Occurrence), compare_occurrences);
  for (gsize i = 0; ok && i < occurrences.n; i++)
    {
      if (i > 0 && compare_occurrences (&rows[i - 1], &rows[i]) != 0)
        self->n_tokens++;
      self->token[rows[i].side][rows[i].index] = self->n_tokens;
      self->frequency[self->n_tokens]++;
    }
  self->n_tokens++;

  cadre_vector_clear (&occurrences);
  return ok;
}

/* One statement of a post, by how rare it is. */
typedef struct
{
  guint32 frequency;
  guint32 token;
  guint32 index;
  int weight;
} Rarity;

static int
compare_rarities (gconstpointer a, gconstpointer b)
{
  const Rarity *x = a;
  const Rarity *y = b;

  if (x->frequency != y->frequency)
    return x->frequency < y->frequency ? -1 : 1;
  return x->token < y->token ? -1 : x->token > y->token;
}

/* Marks the rarest statements of a profile under one head: those without which
 * the others weigh less than the threshold. */
static void
mark_rarest (Search *self, guint side, Rarity *rarities, guint32 n)
{
  gint64 total = 0;

  if (n > 1)
    qsort (rarities, n, sizeof (Rarity), compare_rarities);
  for (guint32 i = 0; i < n; i++)
    total += rarities[i].weight;

  for (gint64 rest = total, i = 0; i < n && rest * 100 >= total * self->threshold; i++)
    {
      self->is_rare[side][rarities[i].index] = TRUE;
      rest -= rarities[i].weight;
    }
}

static gboolean
mark_side (Search *self, guint side)
{
  const CadreVector *statements = &self->engine->statements[side];
  const CadreStatementRow *rows = statements->data;
  g_autofree Rarity *rarities = g_try_new (Rarity, statements->n + 1);
  guint32 n = 0;

  if (rarities == NULL)
    return FALSE;

  for (gsize i = 0; i < statements->n; i++)
    {
      guint32 token = self->token[side][i];
      gboolean is_last = i + 1 == statements->n || rows[i + 1].post != rows[i].post ||
                         rows[i + 1].head != rows[i].head;

      if (token != NO_TOKEN)
        rarities[n++] = (Rarity){ self->frequency[token], token, (guint32) i, rows[i].weight };
      if (is_last)
        {
          mark_rarest (self, side, rarities, n);
          n = 0;
        }
    }

  return TRUE;
}

static gboolean
index_before (Search *self)
{
  const CadreVector *statements = &self->engine->statements[CADRE_BEFORE];
  CadreVector all = CADRE_VECTOR_INIT (guint32[2]);
  CadreVector rare = CADRE_VECTOR_INIT (guint32[2]);
  gboolean ok = TRUE;

  for (gsize i = 0; ok && i < statements->n; i++)
    {
      guint32 pair[2] = { self->token[CADRE_BEFORE][i],
                          cadre_vector_at (statements, CadreStatementRow, i).post };

      if (pair[0] != NO_TOKEN)
        ok = cadre_vector_push (&all, pair) &&
             (!self->is_rare[CADRE_BEFORE][i] || cadre_vector_push (&rare, pair));
    }

  ok = ok && cadre_lists_init (&self->all, self->n_tokens, all.data, all.n) &&
       cadre_lists_init (&self->rare, self->n_tokens, rare.data, rare.n);
  cadre_vector_clear (&all);
  cadre_vector_clear (&rare);
  return ok;
}

/* Whether some policy takes the two jobs for alike in what can be computed. */
static gboolean
is_alike (const CadreEngine *self, const CadreComparison *comparison)
{
  for (guint i = 0; i < self->n_policies; i++)
    if (cadre_engine_is_alike (comparison, self->rules[i]))
      return TRUE;

  return FALSE;
}

static gboolean
fail_limit (GError **error)
{
  g_set_error (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_LIMIT,
               "The case has more than %d slotting-in claims to be looked at", CADRE_MAX_CLAIMS);
  return FALSE;
}

static gboolean
meet (Search *self, guint32 before, guint32 after, CadreVector *pairs, GError **error)
{
  CadreComparison comparison = { 0 };

  if (self->seen[before] == after + 1)
    return TRUE;

  self->seen[before] = after + 1;
  comparison.before = before;
  comparison.after = after;
  comparison.sources = CADRE_SOURCE_SIMILAR;
  cadre_engine_compare (self->engine, &comparison);
  if (!is_alike (self->engine, &comparison))
    return TRUE;
  if (pairs->n >= CADRE_MAX_CLAIMS)
    return fail_limit (error);

  return cadre_vector_push (pairs, &comparison);
}

/* Looks for posts before that meet one post after in a rare statement of
 * either. */
static gboolean
search_post (Search *self, guint32 after, CadreVector *pairs, GError **error)
{
  guint32 first = self->engine->first_statement[CADRE_AFTER][after];
  guint32 end = self->engine->first_statement[CADRE_AFTER][after + 1];

  for (guint32 i = first; i < end; i++)
    {
      guint32 token = self->token[CADRE_AFTER][i];
      guint32 n = 0;
      const guint32 *posts = NULL;

      if (token == NO_TOKEN)
        continue;
      posts = cadre_lists_get (self->is_rare[CADRE_AFTER][i] ? &self->all : &self->rare, token, &n);
      for (guint32 k = 0; k < n; k++)
        if (!meet (self, posts[k], after, pairs, error))
          return FALSE;
    }

  return TRUE;
}

static gboolean
search_all (Search *self, CadreVector *pairs, GError **error)
{
  CadreEngine *engine = self->engine;

  self->seen = g_try_new0 (guint32, (gsize) engine->sides[CADRE_BEFORE].n_posts + 1);
  if (self->seen == NULL)
    return FALSE;

  for (guint32 after = 0; after < engine->sides[CADRE_AFTER].n_posts; after++)
    {
      if (after % CHECK_EVERY == 0 &&
          g_cancellable_set_error_if_cancelled (engine->cancellable, error))
        return FALSE;
      if (!search_post (self, after, pairs, error))
        return FALSE;
    }

  return TRUE;
}

static void
search_clear (Search *self)
{
  g_free (self->frequency);
  g_free (self->seen);
  for (guint side = 0; side < 2; side++)
    {
      g_free (self->token[side]);
      g_free (self->is_rare[side]);
    }
  cadre_lists_clear (&self->all);
  cadre_lists_clear (&self->rare);
}

gboolean
cadre_engine_find_similar (CadreEngine *self, CadreVector *pairs, GError **error)
{
  Search search = { 0 };
  gboolean ok = FALSE;

  search.engine = self;
  search.threshold = 100;
  for (guint i = 0; i < self->n_policies; i++)
    search.threshold = MIN (search.threshold, cadre_engine_least_share (self->rules[i]));

  ok = number_tokens (&search) && mark_side (&search, CADRE_BEFORE) &&
       mark_side (&search, CADRE_AFTER) && index_before (&search) &&
       search_all (&search, pairs, error);
  search_clear (&search);
  return ok;
}
