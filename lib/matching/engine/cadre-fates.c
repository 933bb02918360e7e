/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What becomes of each post before, and what each post after is to the process.
 *
 * A post that is declared unchanged and found unchanged is left alone. One that
 * goes on and changes keeps its holders, unless what changes is the job itself,
 * or the paper treats it as a post to be filled: then its holders have claims to
 * it like anybody else. */

#include "config.h"

#include "matching/engine/cadre-process-private.h"

#include <string.h>

#define POST(side) cadre_tables_get ((side)->tables, CADRE_RECORD_KIND_POST)

static gboolean
collect_pairs (CadreEngine *self, CadreVector *forward, CadreVector *back)
{
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreSide *after = &self->sides[CADRE_AFTER];

  for (guint32 post = 0; post < before->n_posts; post++)
    {
      g_auto (GStrv) ids = NULL;
      const char *id = cadre_side_post_id (before, post);

      /* What has no id is paired with nothing; the structure's issues say so. */
      self->same[post] = CADRE_NO_ROW;
      if (self->fate[post] == CADRE_FATE_OUTSIDE || id == NULL)
        continue;

      ids = cadre_mapping_dup_successors (self->mapping, id);
      for (guint i = 0; ids != NULL && ids[i] != NULL; i++)
        {
          guint32 row = cadre_side_find (after, CADRE_RECORD_KIND_POST, ids[i]);
          guint32 pair[2] = { post, row };
          guint32 turned[2] = { row, post };

          if (row != CADRE_NO_ROW &&
              (!cadre_vector_push (forward, pair) || !cadre_vector_push (back, turned)))
            return FALSE;
        }

      self->same[post] = cadre_side_find (after, CADRE_RECORD_KIND_POST,
                                          cadre_mapping_get_same_after (self->mapping, id));
      if (self->same[post] != CADRE_NO_ROW)
        self->came_from[self->same[post]] = post;
    }

  return TRUE;
}

static gboolean
find_pairs (CadreEngine *self)
{
  CadreVector forward = CADRE_VECTOR_INIT (guint32[2]);
  CadreVector back = CADRE_VECTOR_INIT (guint32[2]);
  gboolean ok = FALSE;

  memset (self->came_from, 0xff, sizeof (guint32) * ((gsize) self->sides[CADRE_AFTER].n_posts + 1));
  ok = collect_pairs (self, &forward, &back) &&
       cadre_lists_init (&self->successors, self->sides[CADRE_BEFORE].n_posts, forward.data,
                         forward.n) &&
       cadre_lists_init (&self->predecessors, self->sides[CADRE_AFTER].n_posts, back.data, back.n);

  cadre_vector_clear (&forward);
  cadre_vector_clear (&back);
  return ok;
}

/* Of several posts of one id only the first is a post; that there are more is
 * an issue of the structure. */
static gboolean
is_outside (const CadreSide *side, guint32 post)
{
  const CadreTable *posts = POST (side);

  return cadre_table_word (posts, CADRE_FIELD_POST_OUTSIDE, post) == CADRE_TRUTH_TRUE ||
         (post > 0 && cadre_table_code (posts, CADRE_FIELD_POST_ID, post) ==
                        cadre_table_code (posts, CADRE_FIELD_POST_ID, post - 1));
}

static guint32
count (const CadreLists *lists, guint32 list)
{
  return lists->first[list + 1] - lists->first[list];
}

static CadrePostStatus
declared_status (const CadreEngine *self, guint32 after)
{
  return cadre_table_word (POST (&self->sides[CADRE_AFTER]), CADRE_FIELD_POST_STATUS, after);
}

static CadreDeclaredOutcome
declared_outcome (const CadreEngine *self, guint32 after)
{
  return cadre_table_word (POST (&self->sides[CADRE_AFTER]), CADRE_FIELD_POST_DECLARED_OUTCOME,
                           after);
}

static gboolean
is_deferred (const CadreEngine *self, guint32 before, guint32 after)
{
  return declared_status (self, after) == CADRE_POST_STATUS_DEFERRED ||
         declared_outcome (self, after) == CADRE_DECLARED_OUTCOME_DEFERRED ||
         (before != CADRE_NO_ROW &&
          cadre_table_word (POST (&self->sides[CADRE_BEFORE]), CADRE_FIELD_POST_STATUS, before) ==
            CADRE_POST_STATUS_DEFERRED);
}

/* Whether the paper treats a post that goes on as one to be filled. */
static gboolean
is_to_be_filled (const CadreEngine *self, guint32 after)
{
  CadreDeclaredOutcome outcome = declared_outcome (self, after);

  return outcome == CADRE_DECLARED_OUTCOME_SLOTTING_IN ||
         outcome == CADRE_DECLARED_OUTCOME_RING_FENCE ||
         outcome == CADRE_DECLARED_OUTCOME_COMPETITION;
}

static gboolean
is_declared_unchanged (const CadreEngine *self, guint32 after)
{
  return declared_status (self, after) == CADRE_POST_STATUS_EXISTING ||
         declared_outcome (self, after) == CADRE_DECLARED_OUTCOME_NO_CHANGE;
}

static void
contradict (CadreEngine *self, guint32 before, guint32 after)
{
  self->post_flags[before] |= CADRE_POST_CONTRADICTED;
  cadre_engine_report_post (self, CADRE_AFTER, after, "matching.post.declared-unchanged",
                            CADRE_SEVERITY_WARNING,
                            "The post is declared unchanged and is found changed: its holders "
                            "are affected");
}

/* A post before that is the same post as one after. */
static CadreFate
find_fate_of_continuing (CadreEngine *self, guint32 before)
{
  guint32 after = self->same[before];

  if (declared_status (self, after) == CADRE_POST_STATUS_DELETED)
    return CADRE_FATE_GONE;
  if (is_deferred (self, before, after))
    return CADRE_FATE_DEFERRED;
  if (is_to_be_filled (self, after) || count (&self->predecessors, after) > 1)
    return CADRE_FATE_CLAIMED;
  if (self->change_kinds[before] == 0)
    return CADRE_FATE_UNCHANGED;
  if (is_declared_unchanged (self, after))
    {
      contradict (self, before, after);
      return CADRE_FATE_AFFECTED;
    }

  return (self->change_kinds[before] & CADRE_CHANGES_OF_JOB) != 0 ? CADRE_FATE_CLAIMED
                                                                  : CADRE_FATE_AFFECTED;
}

static CadreFate
find_fate (CadreEngine *self, guint32 before)
{
  guint32 n = count (&self->successors, before);

  if (self->same[before] != CADRE_NO_ROW)
    return find_fate_of_continuing (self, before);
  if (cadre_table_word (POST (&self->sides[CADRE_BEFORE]), CADRE_FIELD_POST_STATUS, before) ==
      CADRE_POST_STATUS_DEFERRED)
    return CADRE_FATE_DEFERRED;
  if (n == 0)
    return CADRE_FATE_GONE;

  return n > 1 ? CADRE_FATE_SPLIT : CADRE_FATE_MERGED;
}

static CadrePlace
find_place (const CadreEngine *self, guint32 after)
{
  guint32 before = self->came_from[after];

  if (is_outside (&self->sides[CADRE_AFTER], after))
    return CADRE_PLACE_OUTSIDE;
  if (declared_status (self, after) == CADRE_POST_STATUS_DELETED)
    return CADRE_PLACE_DELETED;
  if (is_deferred (self, before, after))
    return CADRE_PLACE_DEFERRED;
  if (before != CADRE_NO_ROW &&
      (self->fate[before] == CADRE_FATE_UNCHANGED || self->fate[before] == CADRE_FATE_AFFECTED))
    return CADRE_PLACE_KEPT;

  return CADRE_PLACE_OPEN;
}

static gboolean
is_named (const char *const *scope, const CadreSide *side, guint32 post)
{
  const char *id = post != CADRE_NO_ROW ? cadre_side_post_id (side, post) : NULL;

  return id != NULL && g_strv_contains (scope, id);
}

static gboolean
is_any_named (const char *const *scope,
              const CadreSide *side,
              const CadreLists *lists,
              guint32 list)
{
  guint32 n = 0;
  const guint32 *posts = cadre_lists_get (lists, list, &n);

  for (guint32 i = 0; i < n; i++)
    if (is_named (scope, side, posts[i]))
      return TRUE;

  return FALSE;
}

/* A post is covered where it or what it came from or became is named. */
static void
apply_scope (CadreEngine *self)
{
  g_auto (GStrv) scope = cadre_case_dup_scope (self->source);
  const char *const *ids = (const char *const *) scope;
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreSide *after = &self->sides[CADRE_AFTER];

  if (ids == NULL)
    return;

  for (guint32 i = 0; i < before->n_posts; i++)
    if (self->fate[i] != CADRE_FATE_OUTSIDE && !is_named (ids, before, i) &&
        !is_any_named (ids, after, &self->successors, i))
      self->fate[i] = CADRE_FATE_NOT_COVERED;
  for (guint32 i = 0; i < after->n_posts; i++)
    if (self->place[i] != CADRE_PLACE_OUTSIDE && !is_named (ids, after, i) &&
        !is_any_named (ids, before, &self->predecessors, i))
      self->place[i] = CADRE_PLACE_NOT_COVERED;
}

gboolean
cadre_engine_find_fates (CadreEngine *self)
{
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreSide *after = &self->sides[CADRE_AFTER];

  self->fate = g_try_new0 (guint8, (gsize) before->n_posts + 1);
  self->post_flags = g_try_new0 (guint8, (gsize) before->n_posts + 1);
  self->change_kinds = g_try_new0 (guint8, (gsize) before->n_posts + 1);
  self->same = g_try_new (guint32, (gsize) before->n_posts + 1);
  self->place = g_try_new0 (guint8, (gsize) after->n_posts + 1);
  self->came_from = g_try_new (guint32, (gsize) after->n_posts + 1);
  if (self->fate == NULL || self->post_flags == NULL || self->change_kinds == NULL ||
      self->same == NULL || self->place == NULL || self->came_from == NULL)
    return FALSE;

  for (guint32 i = 0; i < before->n_posts; i++)
    self->fate[i] = is_outside (before, i) ? CADRE_FATE_OUTSIDE : CADRE_FATE_GONE;
  if (!find_pairs (self) || !cadre_engine_find_changes (self))
    return FALSE;

  for (guint32 i = 0; i < before->n_posts; i++)
    if (self->fate[i] != CADRE_FATE_OUTSIDE)
      self->fate[i] = find_fate (self, i);
  for (guint32 i = 0; i < after->n_posts; i++)
    self->place[i] = find_place (self, i);
  apply_scope (self);
  return TRUE;
}

/* Positions that nobody holds are filled only where the document says that they
 * are vacant: a paper without people has no holders anywhere. */
static gboolean
is_stated_vacant (const CadreEngine *self, guint32 after)
{
  CadreVacancyState state =
    cadre_table_word (POST (&self->sides[CADRE_AFTER]), CADRE_FIELD_POST_VACANCY, after);

  return state == CADRE_VACANCY_STATE_HELD || state == CADRE_VACANCY_STATE_ADVERTISED ||
         state == CADRE_VACANCY_STATE_VACANT;
}

/* How many positions beside those of its holders a post has that goes on: those
 * that are added, and those that are stated to be vacant. */
static gint32
count_open_of_kept (CadreEngine *self, guint32 after)
{
  guint32 before = self->came_from[after];
  gint32 n = self->n_positions[after];
  gint32 n_before =
    cadre_table_integer (POST (&self->sides[CADRE_BEFORE]), CADRE_FIELD_POST_ESTABLISHMENT, before);
  /* What a volunteer frees is kept for whom it is freed for. */
  gint32 n_taken = (gint32) self->n_holders[before] + self->n_freed[after];

  if (n < 0)
    return 0;
  if (is_stated_vacant (self, after))
    return MAX (n - n_taken, 0);

  return n_before >= 0 ? MAX (n - MAX (n_before, n_taken), 0) : 0;
}

/* More holders than positions: a selection pool where positions go, and a
 * warning where there were too few all along. */
static void
judge_holders (CadreEngine *self, guint32 after)
{
  guint32 before = self->came_from[after];
  gint32 n = self->n_positions[after];
  gint32 n_before =
    cadre_table_integer (POST (&self->sides[CADRE_BEFORE]), CADRE_FIELD_POST_ESTABLISHMENT, before);

  if (n < 0 || self->n_holders[before] <= (guint32) n)
    return;

  if (n_before < 0 || n < n_before)
    self->post_flags[before] |= CADRE_POST_POOL;
  else
    {
      self->post_flags[before] |= CADRE_POST_OVER_HELD;
      cadre_engine_report_post (self, CADRE_AFTER, after, "matching.post.over-held",
                                CADRE_SEVERITY_WARNING,
                                "The post has more holders than positions, although the change "
                                "does not reduce them");
    }
}

/* What volunteers free in posts that go on. */
static void
count_freed (CadreEngine *self)
{
  for (guint32 row = 0; row < self->sides[CADRE_BEFORE].n_assignments; row++)
    {
      guint32 post = cadre_engine_find_freed (self, row);

      if (post != CADRE_NO_ROW && self->place[post] == CADRE_PLACE_KEPT)
        self->n_freed[post]++;
    }
}

gboolean
cadre_engine_count_places (CadreEngine *self)
{
  const CadreSide *after = &self->sides[CADRE_AFTER];

  self->n_positions = g_try_new0 (gint32, (gsize) after->n_posts + 1);
  self->n_open = g_try_new0 (gint32, (gsize) after->n_posts + 1);
  self->n_freed = g_try_new0 (gint32, (gsize) after->n_posts + 1);
  if (self->n_positions == NULL || self->n_open == NULL || self->n_freed == NULL)
    return FALSE;

  count_freed (self);
  for (guint32 i = 0; i < after->n_posts; i++)
    {
      self->n_positions[i] = cadre_table_integer (POST (after), CADRE_FIELD_POST_ESTABLISHMENT, i);
      if (self->place[i] == CADRE_PLACE_OPEN)
        self->n_open[i] = MAX (self->n_positions[i], 0);
      if (self->place[i] != CADRE_PLACE_KEPT)
        continue;
      self->n_open[i] = count_open_of_kept (self, i);
      judge_holders (self, i);
    }

  return TRUE;
}
