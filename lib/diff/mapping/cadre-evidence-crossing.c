/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Ids that went from one job to another: rows were numbered anew, or ids dealt out
 * again, or exchanged.
 *
 * A pair with equal ids is in doubt where the titles differ. It is another job where
 * the title of the post before is found on just one post after, which is in doubt too
 * or new: that may be where the post went. Such links make chains and circles, as titles
 * that go from post to post do. Whether ids or titles went is said by all the rest: unit,
 * grade, manager, reports, pay and so on go with the job. Where that says nothing,
 * a title names a job better than an id. A title that several posts have names none of
 * them; it does with its unit or its manager, but is then no better than an id. */

#include "config.h"

#include "diff/mapping/cadre-evidence-crossing-private.h"
#include "kernel/cadre-pages-private.h"

#include <string.h>

/* Thousandths. */
#define TITLE 1000     /* what counts that a title names a job better than an id */
#define LOOSE_END 1000 /* what has to be made up for where nobody knows what became of a job */
#define CLEAR 1500     /* what has to speak for it together */

#define HARDLY_ANY 16 /* where less than one in so many is crossed, ids hold */

/* Places are looked at where there are so few posts, or one id in so many is in doubt. */
#define FEW_POSTS 10000
#define DOUBTED_PARTS 50

/* By what a job is known. */
enum
{
  BY_TITLE,
  BY_TITLE_AND_UNIT,
  BY_TITLE_AND_MANAGER,
  N_KEYS
};

/* What is noted of a title: whether posts have it whose ids are in doubt and it is on
 * both sides, and whether any post or several have it before and, one bit further, after. */
enum
{
  WANTED = 1 << 0,
  BORNE = 1 << 1,
  SHARED = 1 << 3,
};

/* Words in another order are the same title. */
static guint64
hash_words (const CadreColumn *titles, guint32 value)
{
  guint64 hash = 1;

  for (guint32 i = titles->first[value]; i < titles->first[value + 1]; i++)
    hash = cadre_mix (hash, titles->words[i]);

  return hash | 1;
}

static gboolean
make_slots (CadreCrossing *self, guint64 n)
{
  self->n_slots = 64;
  while (self->n_slots < 2 * n && self->n_slots < 1u << 31)
    self->n_slots *= 2;
  g_free (self->slots);
  g_free (self->entered);
  self->slots = cadre_pages_try_zeros_of (CadreCrossingSlot, self->n_slots);
  self->entered = g_try_malloc0 (self->n_slots);
  return self->slots != NULL && self->entered != NULL;
}

static inline CadreCrossingSlot *
find_slot (const CadreCrossing *self, guint64 hash)
{
  guint32 slot = (guint32) (hash >> 20) & (self->n_slots - 1);

  while (self->slots[slot].hash != 0 && self->slots[slot].hash != hash)
    slot = (slot + 1) & (self->n_slots - 1);
  return &self->slots[slot];
}

static gboolean
find_titles (CadreCrossing *self)
{
  const CadreColumn *titles = &self->run->columns[CADRE_COLUMN_TITLE];

  self->titles = cadre_pages_try_zeros_of (guint32, titles->n_values);
  self->marks = g_try_malloc0 (titles->n_values);
  if (self->titles == NULL || self->marks == NULL || !make_slots (self, titles->n_values))
    return FALSE;

  for (guint32 value = 1; value < titles->n_values; value++)
    {
      const guint64 hash = hash_words (titles, value);
      CadreCrossingSlot *slot = find_slot (self, hash);

      if (slot->hash == 0)
        *slot = (CadreCrossingSlot){ hash, { value, value } };
      self->titles[value] = slot->row[CADRE_BEFORE];
    }

  return TRUE;
}

static inline guint32
get_title (const CadreCrossing *self, guint side, guint32 row)
{
  return self->titles[cadre_column_get (&self->run->columns[CADRE_COLUMN_TITLE], side, row)];
}

static inline gboolean
counts (const CadreSide *self, guint32 row)
{
  return self->sort[row] == CADRE_SORT_POST;
}

/* Whether ids alone say that a post before goes on. */
static inline gboolean
rests_on_ids (const CadreRun *run, guint32 row)
{
  const guint32 mate = run->sides[CADRE_BEFORE].mate[row];

  return mate != CADRE_NO_ROW && counts (&run->sides[CADRE_BEFORE], row) &&
         counts (&run->sides[CADRE_AFTER], mate) && !run->input->fixed_before[row] &&
         !run->input->fixed_after[mate];
}

static gboolean
has_other_title (const CadreRun *run, guint32 row)
{
  const CadreColumn *titles = &run->columns[CADRE_COLUMN_TITLE];
  const guint32 a = cadre_column_get (titles, CADRE_BEFORE, row);
  const guint32 b = cadre_column_get (titles, CADRE_AFTER, run->sides[CADRE_BEFORE].mate[row]);

  return a != b && a != CADRE_NO_VALUE && b != CADRE_NO_VALUE;
}

/* In order of the posts before. */
static gboolean
list_doubts (CadreCrossing *self)
{
  const CadreSide *before = &self->run->sides[CADRE_BEFORE];
  guint32 n = 0;

  for (guint32 row = 0; row < before->n; row++)
    n += rests_on_ids (self->run, row) && has_other_title (self->run, row);
  if (n == 0)
    return TRUE;

  self->doubts = cadre_pages_try_array_of (guint32, n);
  if (self->doubts == NULL || !find_titles (self))
    return FALSE;

  for (guint32 row = 0; row < before->n; row++)
    if (rests_on_ids (self->run, row) && has_other_title (self->run, row) &&
        get_title (self, CADRE_BEFORE, row) != get_title (self, CADRE_AFTER, before->mate[row]))
      self->doubts[self->n_doubts++] = row;
  return TRUE;
}

/* Which titles several posts have. */
static void
note_bearers (CadreCrossing *self, guint side)
{
  const CadreSide *at = &self->run->sides[side];

  for (guint32 row = 0; row < at->n; row++)
    if (counts (at, row))
      {
        guint8 *mark = &self->marks[get_title (self, side, row)];

        *mark |= (*mark & BORNE << side) != 0 ? SHARED << side : BORNE << side;
      }
}

static gboolean
make_arrays (CadreCrossing *self)
{
  const gsize n_before = self->run->sides[CADRE_BEFORE].n;

  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      const gsize n = MAX (self->run->sides[side].n, 1);

      self->same[side] = cadre_pages_try_array_of (guint32, n);
      self->link[side] = cadre_pages_try_array_of (guint32, n);
      if (self->same[side] == NULL || self->link[side] == NULL)
        return FALSE;
      memset (self->same[side], 0xff, n * sizeof (guint32));
      memset (self->link[side], 0xff, n * sizeof (guint32));
    }

  self->found = g_try_malloc0 (MAX (n_before, 1));
  self->gain = cadre_pages_try_zeros_of (gint32, MAX (n_before, 1));
  return self->found != NULL && self->gain != NULL;
}

static void
want_title (CadreCrossing *self, guint32 title)
{
  if (cadre_crossing_is_borne (self, CADRE_BEFORE, title) &&
      cadre_crossing_is_borne (self, CADRE_AFTER, title))
    self->marks[title] |= WANTED;
}

/* As long as pairs are looked at, those in doubt say nothing of others. */
static void
undo_doubts (CadreCrossing *self)
{
  CadrePairing *posts = self->run->posts;

  for (guint32 i = 0; i < self->n_doubts; i++)
    {
      const guint32 before = self->doubts[i];
      const guint32 after = posts->after_of[before];

      self->same[CADRE_BEFORE][before] = after;
      self->same[CADRE_AFTER][after] = before;
      want_title (self, get_title (self, CADRE_BEFORE, before));
      want_title (self, get_title (self, CADRE_AFTER, after));
      posts->after_of[before] = CADRE_NO_ROW;
      posts->before_of[after] = CADRE_NO_ROW;
    }
}

static void
redo_doubts (CadreCrossing *self)
{
  for (guint32 i = 0; i < self->n_doubts; i++)
    cadre_run_pair (self->run, self->doubts[i], self->same[CADRE_BEFORE][self->doubts[i]]);
}

/* 0 where it is not known. */
static guint64
get_hash (const CadreCrossing *self, guint side, guint32 row, guint key)
{
  const CadreRun *run = self->run;
  const guint32 title = get_title (self, side, row);
  guint32 place = CADRE_NO_VALUE;
  guint32 manager = CADRE_NO_ROW;

  if (key == BY_TITLE)
    return cadre_mix (1, title) | 1;

  if (key == BY_TITLE_AND_UNIT)
    place = cadre_column_get (&run->columns[CADRE_COLUMN_UNIT], side, row);
  else
    manager = run->sides[side].index->manager[row];
  if (manager != CADRE_NO_ROW)
    place = get_title (self, side, manager);
  return place != CADRE_NO_VALUE ? cadre_mix (cadre_mix (2, title), place) | 1 : 0;
}

/* A title of one post on either side names it; one of several does with its place. */
static gboolean
is_wanted (const CadreCrossing *self, guint32 title, guint key)
{
  return (self->marks[title] & WANTED) != 0 &&
         cadre_crossing_is_shared (self, title) == (key != BY_TITLE);
}

static void
enter (CadreCrossing *self, guint side, guint32 row, guint key)
{
  const guint32 title = get_title (self, side, row);
  guint64 hash = 0;

  if (self->link[side][row] != CADRE_NO_ROW || !is_wanted (self, title, key))
    return;
  hash = get_hash (self, side, row, key);
  if (hash == 0)
    return;
  *find_slot (self, hash) = (CadreCrossingSlot){ hash, { CADRE_NO_ROW, CADRE_NO_ROW } };
  self->entered[hash >> 20 & (self->n_slots - 1)] = TRUE;
}

/* All posts that have what those in doubt have, also where their own ids hold. */
static void
find_bearers (CadreCrossing *self, guint side, guint key)
{
  const CadreSide *at = &self->run->sides[side];

  for (guint32 row = 0; row < at->n; row++)
    {
      guint64 hash = 0;
      CadreCrossingSlot *slot = NULL;

      if (!is_wanted (self, get_title (self, side, row), key) || !counts (at, row))
        continue;
      hash = get_hash (self, side, row, key);
      if (hash == 0 || !self->entered[hash >> 20 & (self->n_slots - 1)])
        continue;
      slot = find_slot (self, hash);
      if (slot->hash != 0)
        slot->row[side] = slot->row[side] == CADRE_NO_ROW ? row : CADRE_AMBIGUOUS_ROW;
    }
}

/* Whether a post may have gone elsewhere, or come from elsewhere. */
static gboolean
is_free (const CadreCrossing *self, guint side, guint32 row)
{
  const CadreSide *at = &self->run->sides[side];

  return row < CADRE_AMBIGUOUS_ROW && self->link[side][row] == CADRE_NO_ROW &&
         at->mate[row] == CADRE_NO_ROW &&
         (self->same[side][row] != CADRE_NO_ROW || at->open[row] == CADRE_OPEN_YES);
}

static gboolean
find_links (CadreCrossing *self, guint key)
{
  if (!make_slots (self, 2 * (guint64) self->n_doubts))
    return FALSE;

  for (guint32 i = 0; i < self->n_doubts; i++)
    {
      enter (self, CADRE_BEFORE, self->doubts[i], key);
      enter (self, CADRE_AFTER, self->same[CADRE_BEFORE][self->doubts[i]], key);
    }
  find_bearers (self, CADRE_BEFORE, key);
  find_bearers (self, CADRE_AFTER, key);

  for (guint32 i = 0; i < self->n_slots; i++)
    {
      const CadreCrossingSlot *slot = &self->slots[i];
      const guint32 before = slot->row[CADRE_BEFORE];
      const guint32 after = slot->row[CADRE_AFTER];

      if (slot->hash == 0)
        continue;
      if (!is_free (self, CADRE_BEFORE, before) || !is_free (self, CADRE_AFTER, after))
        continue;
      self->link[CADRE_BEFORE][before] = after;
      self->link[CADRE_AFTER][after] = before;
      if (key == BY_TITLE && self->same[CADRE_BEFORE][before] != CADRE_NO_ROW &&
          self->same[CADRE_AFTER][after] != CADRE_NO_ROW)
        self->gain[before] = TITLE;
    }

  return TRUE;
}

/* What all but the title says of a pair. */
static gint32
weigh_rest (const CadreRun *run, guint32 before, guint32 after)
{
  CadreFacts a;
  CadreFacts b;
  CadreValues values;
  gint32 score = 0;

  cadre_run_get_facts (run, CADRE_BEFORE, before, &a);
  cadre_run_get_facts (run, CADRE_AFTER, after, &b);
  score = cadre_run_score (run, &a, &b, values);
  return values[CADRE_MAPPING_FEATURE_TITLE] != CADRE_NO_EVIDENCE
           ? score - values[CADRE_MAPPING_FEATURE_TITLE]
           : score;
}

/* How much more speaks for a link than for the ids at its ends. */
static gint32
weigh_link (const CadreCrossing *self, guint32 before)
{
  const guint32 after = self->link[CADRE_BEFORE][before];
  const guint32 same_after = self->same[CADRE_BEFORE][before];
  const guint32 same_before = self->same[CADRE_AFTER][after];
  gint32 by_id = 0;

  if (same_after != CADRE_NO_ROW)
    by_id += weigh_rest (self->run, before, same_after);
  if (same_before != CADRE_NO_ROW)
    by_id += weigh_rest (self->run, same_before, after);
  if (same_after != CADRE_NO_ROW && same_before != CADRE_NO_ROW)
    by_id /= 2;

  return weigh_rest (self->run, before, after) - by_id;
}

static void
weigh_links (CadreCrossing *self)
{
  for (guint32 row = 0; row < self->run->sides[CADRE_BEFORE].n; row++)
    if (self->link[CADRE_BEFORE][row] != CADRE_NO_ROW)
      self->gain[row] += weigh_link (self, row);
}

/* Nobody knows what became of a job, or where it came from. Of a title that several
 * posts have that says little. */
static gint32
get_loose_end (const CadreCrossing *self, guint side, guint32 row)
{
  const guint32 title = get_title (self, side, row);
  const gboolean on_both = cadre_crossing_is_borne (self, CADRE_BEFORE, title) &&
                           cadre_crossing_is_borne (self, CADRE_AFTER, title);

  return on_both && cadre_crossing_is_shared (self, title) ? 0 : -LOOSE_END;
}

/* The post in doubt that the job of one went to; CADRE_NO_ROW where there is none. */
static guint32
get_next (const CadreCrossing *self, guint32 before)
{
  const guint32 after = self->link[CADRE_BEFORE][before];

  return after != CADRE_NO_ROW ? self->same[CADRE_AFTER][after] : CADRE_NO_ROW;
}

/* Where the job came from that an id names after. */
static guint32
get_origin (const CadreCrossing *self, guint32 before)
{
  return self->link[CADRE_AFTER][self->same[CADRE_BEFORE][before]];
}

/* What speaks for all links from one post on, to the end or once around. */
static guint8
judge_chain (CadreCrossing *self, guint32 first)
{
  const guint32 origin = get_origin (self, first);
  const gboolean is_circle =
    origin != CADRE_NO_ROW && self->same[CADRE_BEFORE][origin] != CADRE_NO_ROW;
  gint64 sum = 0;
  guint32 n_links = 0;

  if (!is_circle && origin != CADRE_NO_ROW)
    {
      sum += self->gain[origin];
      n_links++;
    }
  else if (!is_circle)
    sum += get_loose_end (self, CADRE_AFTER, self->same[CADRE_BEFORE][first]);

  for (guint32 row = first; row != CADRE_NO_ROW && (self->found[row] & CADRE_CROSSED_SEEN) == 0;
       row = get_next (self, row))
    {
      self->found[row] |= CADRE_CROSSED_SEEN;
      if (self->link[CADRE_BEFORE][row] == CADRE_NO_ROW)
        {
          sum += get_loose_end (self, CADRE_BEFORE, row);
          break;
        }
      sum += self->gain[row];
      n_links++;
    }

  if (n_links == 0 || sum <= -CLEAR)
    return 0;
  return sum >= CLEAR ? CADRE_CROSSED_CLEARLY : CADRE_CROSSED_MAYBE;
}

static void
settle_chain (CadreCrossing *self, guint32 first)
{
  const guint8 found = judge_chain (self, first);
  const guint32 origin = get_origin (self, first);

  if (found == 0)
    return;
  if (origin != CADRE_NO_ROW)
    self->found[origin] |= found;
  for (guint32 row = first; row != CADRE_NO_ROW && (self->found[row] & CADRE_CROSSED_SEEN) != 0 &&
                            (row == first || (self->found[row] & found) == 0);
       row = get_next (self, row))
    self->found[row] |= found;
}

/* First those chains that begin anywhere, and then what is left goes round in circles. */
static void
settle_chains (CadreCrossing *self)
{
  for (guint32 i = 0; i < self->n_doubts; i++)
    {
      const guint32 origin = get_origin (self, self->doubts[i]);

      if (origin == CADRE_NO_ROW || self->same[CADRE_BEFORE][origin] == CADRE_NO_ROW)
        settle_chain (self, self->doubts[i]);
    }
  for (guint32 i = 0; i < self->n_doubts; i++)
    if ((self->found[self->doubts[i]] & CADRE_CROSSED_SEEN) == 0)
      settle_chain (self, self->doubts[i]);
}

static gboolean
looks_at_places (const CadreCrossing *self)
{
  const CadreSide *sides = self->run->sides;
  const guint32 n = MAX (sides[CADRE_BEFORE].n, sides[CADRE_AFTER].n);

  return n <= FEW_POSTS || (guint64) self->n_doubts * DOUBTED_PARTS >= n;
}

static gboolean
look (CadreCrossing *self)
{
  guint n_keys = BY_TITLE + 1;
  gboolean done = FALSE;

  if (!list_doubts (self))
    return FALSE;
  if (self->n_doubts == 0)
    return TRUE;
  if (!make_arrays (self))
    return FALSE;

  note_bearers (self, CADRE_BEFORE);
  note_bearers (self, CADRE_AFTER);
  undo_doubts (self);
  done = TRUE;
  if (looks_at_places (self))
    n_keys = N_KEYS;
  for (guint key = 0; done && key < n_keys; key++)
    done = find_links (self, key);
  if (done)
    {
      weigh_links (self);
      settle_chains (self);
    }
  redo_doubts (self);
  return done;
}

gboolean
cadre_crossing_is_borne (const CadreCrossing *self, guint side, guint32 title)
{
  return (self->marks[title] & BORNE << side) != 0;
}

gboolean
cadre_crossing_is_shared (const CadreCrossing *self, guint32 title)
{
  return (self->marks[title] & (SHARED | SHARED << 1)) != 0;
}

CadreCrossing *
cadre_crossing_new (CadreRun *run)
{
  CadreCrossing *self = g_new0 (CadreCrossing, 1);

  self->run = run;
  if (!look (self))
    g_clear_pointer (&self, cadre_crossing_free);
  return self;
}

void
cadre_crossing_free (CadreCrossing *self)
{
  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      g_free (self->same[side]);
      g_free (self->link[side]);
    }
  g_free (self->titles);
  g_free (self->marks);
  g_free (self->doubts);
  g_free (self->found);
  g_free (self->gain);
  g_free (self->slots);
  g_free (self->entered);
  g_free (self);
}
