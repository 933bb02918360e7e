/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which posts were made of which: what hangs together is one event. */

#include "config.h"

#include "diff/events/cadre-events-private.h"

#include <string.h>

enum
{
  HAS_MERGE = 1 << 0,
  HAS_SPLIT = 1 << 1,
};

/* The posts before, and then those after, in groups. */
typedef struct
{
  CadreEvents *events;
  guint32 n_before;
  guint32 *leader;   /* by post: another of its group, or itself */
  guint32 *event_of; /* by leader */
  guint8 *flags;     /* by leader */
} Groups;

static guint32
find_leader (Groups *groups, guint32 post)
{
  while (groups->leader[post] != post)
    {
      groups->leader[post] = groups->leader[groups->leader[post]];
      post = groups->leader[post];
    }

  return post;
}

static void
join (Groups *groups, guint32 before, guint32 after)
{
  const guint32 a = find_leader (groups, before);
  const guint32 b = find_leader (groups, groups->n_before + after);

  /* The least leads, so that the order of the pairs does not matter. */
  groups->leader[MAX (a, b)] = MIN (a, b);
}

static void
join_predecessors (Groups *groups, guint32 after)
{
  CadreDiff *diff = groups->events->diff;
  guint32 n = 0;
  const CadreClaim *claims = cadre_mapping_get_claims (diff->mapping, after, &n);
  const guint32 same = diff->pairings[CADRE_RECORD_KIND_POST].before_of[after];

  if (same != CADRE_NO_ROW)
    join (groups, same, after);
  for (guint32 i = 0; i < n; i++)
    if (!claims[i].same && claims[i].before != CADRE_NO_ROW)
      join (groups, claims[i].before, after);
}

static void
join_successors (Groups *groups, guint32 before)
{
  CadreDiff *diff = groups->events->diff;
  guint32 n = 0;
  const guint32 *places = cadre_mapping_get_claims_before (diff->mapping, before, &n);
  const guint32 same = diff->pairings[CADRE_RECORD_KIND_POST].after_of[before];

  if (same != CADRE_NO_ROW)
    join (groups, before, same);
  for (guint32 i = 0; i < n; i++)
    {
      const CadreClaim *claim = cadre_mapping_get_claim (diff->mapping, places[i]);

      if (!claim->same && claim->after != CADRE_NO_ROW)
        join (groups, before, claim->after);
    }
}

static guint32
get_post (Groups *groups, const CadreDifference *difference)
{
  return difference->after != CADRE_NO_ROW ? groups->n_before + difference->after
                                           : difference->before;
}

static void
join_all (Groups *groups)
{
  const CadreDiff *diff = groups->events->diff;

  for (guint32 i = 0; i < diff->n_differences; i++)
    {
      const CadreDifference *difference = &diff->differences[i];

      if (cadre_difference_kind (difference) == CADRE_CHANGE_KIND_POSTS_MERGED)
        join_predecessors (groups, difference->after);
      else if (cadre_difference_kind (difference) == CADRE_CHANGE_KIND_POST_SPLIT)
        join_successors (groups, difference->before);
    }
}

static void
flag_all (Groups *groups)
{
  const CadreDiff *diff = groups->events->diff;

  for (guint32 i = 0; i < diff->n_differences; i++)
    {
      const CadreDifference *difference = &diff->differences[i];
      const CadreChangeKind kind = cadre_difference_kind (difference);

      if (kind == CADRE_CHANGE_KIND_POSTS_MERGED)
        groups->flags[find_leader (groups, get_post (groups, difference))] |= HAS_MERGE;
      else if (kind == CADRE_CHANGE_KIND_POST_SPLIT)
        groups->flags[find_leader (groups, get_post (groups, difference))] |= HAS_SPLIT;
    }
}

static guint32
get_event (Groups *groups, guint32 leader, const CadreDifference *difference)
{
  static const guint8 kinds[] = { 0, CADRE_CHANGE_EVENT_KIND_POSTS_MERGED,
                                  CADRE_CHANGE_EVENT_KIND_POST_SPLIT,
                                  CADRE_CHANGE_EVENT_KIND_POSTS_REARRANGED };
  const CadreChangeKind kind = cadre_difference_kind (difference);
  CadreEvent *event = NULL;

  if (groups->event_of[leader] == CADRE_NO_EVENT)
    groups->event_of[leader] =
      cadre_events_add (groups->events, kinds[groups->flags[leader]], CADRE_RECORD_KIND_POST);
  if (groups->event_of[leader] == CADRE_NO_EVENT)
    return CADRE_NO_EVENT;

  /* The event is about the first post that was made of several, or else the
   * first that became several. */
  event = &groups->events->events[groups->event_of[leader]];
  if (kind == CADRE_CHANGE_KIND_POSTS_MERGED && event->after == CADRE_NO_ROW)
    {
      event->after = difference->after;
      event->before = CADRE_NO_ROW;
    }
  else if (kind == CADRE_CHANGE_KIND_POST_SPLIT && event->after == CADRE_NO_ROW &&
           event->before == CADRE_NO_ROW)
    event->before = difference->before;
  return groups->event_of[leader];
}

static gboolean
take_all (Groups *groups)
{
  const CadreDiff *diff = groups->events->diff;

  for (guint32 i = 0; i < diff->n_differences; i++)
    {
      const CadreDifference *difference = &diff->differences[i];
      const CadreChangeKind kind = cadre_difference_kind (difference);
      guint32 leader = 0;

      if (kind < CADRE_CHANGE_KIND_POST_CREATED || kind > CADRE_CHANGE_KIND_POST_SPLIT)
        continue;
      leader = find_leader (groups, get_post (groups, difference));
      if (groups->flags[leader] == 0)
        continue;

      groups->events->event_of[i] = get_event (groups, leader, difference);
      if (groups->events->event_of[i] == CADRE_NO_EVENT)
        return FALSE;
    }

  return TRUE;
}

/* Posts merged and split take the creations and deletions of the same posts. */
gboolean
cadre_events_take_posts (CadreEvents *self)
{
  const CadreSides *sides = &self->diff->sides;
  const gsize n = (gsize) sides->index_before->n_posts + sides->index_after->n_posts;
  g_autofree guint32 *leader = NULL;
  g_autofree guint32 *event_of = NULL;
  g_autofree guint8 *flags = NULL;
  Groups groups = { .events = self, .n_before = sides->index_before->n_posts };

  if (self->diff->counts[CADRE_CHANGE_KIND_POSTS_MERGED] +
        self->diff->counts[CADRE_CHANGE_KIND_POST_SPLIT] ==
      0)
    return TRUE;

  leader = g_try_new (guint32, n);
  event_of = g_try_new (guint32, n);
  flags = g_try_malloc0 (n);
  if (leader == NULL || event_of == NULL || flags == NULL)
    return FALSE;

  for (gsize i = 0; i < n; i++)
    leader[i] = (guint32) i;
  memset (event_of, 0xff, n * sizeof (guint32));
  groups.leader = leader;
  groups.event_of = event_of;
  groups.flags = flags;
  join_all (&groups);
  flag_all (&groups);
  return take_all (&groups);
}
