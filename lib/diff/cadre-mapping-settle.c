/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What holds where ids, a document and a person say different things.
 *
 * A claim that two posts are one leaves no room at either end for another such
 * claim; a claim that a post was made of another leaves room for more. What a
 * person confirms goes before what the document declares, and both before equal
 * ids. Two claims of one strength that cannot both be true are both kept as
 * posts that came from each other, and neither as one post: the library does
 * not pick. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "diff/cadre-mapping-private.h"

#include <string.h>

/* What is known about one end, a row before or after. */
enum
{
  HELD = 1 << 0,       /* a claim says which post it is */
  CLOSED = 1 << 1,     /* a claim says that it has no counterpart */
  SEEN = 1 << 2,       /* by a claim of the strength being settled */
  SEEN_TWICE = 1 << 3, /* by several */
  PAIRED = 1 << 4,     /* by a claim of any sort of that strength */
};

typedef struct
{
  const CadreSides *sides;
  CadreClaim *claims;
  guint n_claims;
  CadreIssueList *issues;
  guint8 *ends_before;
  guint8 *ends_after;
  guint8 none; /* stands in for the end that is not there */
} Settler;

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  const CadreClaim *x = a;
  const CadreClaim *y = b;

  if (x->after != y->after)
    return x->after < y->after ? -1 : 1;
  if (x->before != y->before)
    return x->before < y->before ? -1 : 1;
  if (x->basis != y->basis)
    return x->basis > y->basis ? -1 : 1;
  return x->source < y->source ? -1 : x->source > y->source;
}

static void
report (Settler *self, const CadreClaim *claim, const char *code, const char *message)
{
  g_autofree char *origin = NULL;
  g_autofree char *subject = NULL;

  if (!cadre_issue_list_is_full (self->issues))
    {
      if (claim->basis == CADRE_PAIR_BASIS_DECLARED)
        origin =
          cadre_tables_dup_origin (self->sides->after, CADRE_RECORD_KIND_LINEAGE, claim->source);
      subject =
        claim->after != CADRE_NO_ROW
          ? cadre_tables_dup_subject (self->sides->after, CADRE_RECORD_KIND_POST, claim->after)
          : cadre_tables_dup_subject (self->sides->before, CADRE_RECORD_KIND_POST, claim->before);
    }

  cadre_issue_list_add_fields (self->issues, code, CADRE_SEVERITY_WARNING, message, origin, subject,
                               NULL);
}

static void
drop (Settler *self, CadreClaim *claim)
{
  claim->dropped = TRUE;
  report (self, claim, "diff.mapping.contradiction",
          "What is said of where the post came from contradicts something stronger");
}

static inline guint8 *
end_before (Settler *self, const CadreClaim *claim)
{
  return claim->before != CADRE_NO_ROW ? &self->ends_before[claim->before] : &self->none;
}

static inline guint8 *
end_after (Settler *self, const CadreClaim *claim)
{
  return claim->after != CADRE_NO_ROW ? &self->ends_after[claim->after] : &self->none;
}

static inline gboolean
is_pair (const CadreClaim *claim)
{
  return claim->before != CADRE_NO_ROW && claim->after != CADRE_NO_ROW;
}

/* Of claims about the very same pair the first stands: the strongest. */
static void
settle_repeated (Settler *self)
{
  const CadreClaim *first = NULL;

  for (guint i = 0; i < self->n_claims; i++)
    {
      CadreClaim *claim = &self->claims[i];

      if (first == NULL || first->after != claim->after || first->before != claim->before)
        {
          first = claim;
          continue;
        }

      claim->dropped = TRUE;
      if (claim->kind != first->kind)
        report (self, claim, "diff.mapping.contradiction",
                "Two kinds of lineage are stated between the same two posts");
    }
}

/* Takes away what is weaker than what already stands. */
static void
yield_to_stronger (Settler *self, CadreClaim *claim)
{
  const guint8 ends = *end_before (self, claim) | *end_after (self, claim);

  if ((ends & CLOSED) != 0 || (claim->same && (ends & HELD) != 0) ||
      (!is_pair (claim) && (ends & (HELD | PAIRED)) != 0))
    drop (self, claim);
}

static void
see_end (guint8 *end)
{
  *end |= (*end & SEEN) != 0 ? SEEN_TWICE : SEEN;
}

static void
see (Settler *self, CadreClaim *claim)
{
  if (claim->same)
    {
      see_end (end_before (self, claim));
      see_end (end_after (self, claim));
    }
  if (is_pair (claim))
    {
      *end_before (self, claim) |= PAIRED;
      *end_after (self, claim) |= PAIRED;
    }
}

/* Claims of one strength that leave no room for each other. */
static void
settle_rivals (Settler *self, CadreClaim *claim)
{
  const guint8 ends = *end_before (self, claim) | *end_after (self, claim);

  if (!is_pair (claim) && (ends & PAIRED) != 0)
    drop (self, claim);
  if (!claim->same || (ends & SEEN_TWICE) == 0)
    return;

  claim->same = FALSE;
  if (claim->kind != CADRE_LINEAGE_KIND_UNKNOWN)
    report (self, claim, "diff.mapping.contradiction",
            "Several posts are stated to be the same post");
}

static void
hold (Settler *self, CadreClaim *claim)
{
  const guint8 flag = claim->same ? HELD : is_pair (claim) ? 0 : CLOSED;

  *end_before (self, claim) |= flag;
  *end_after (self, claim) |= flag;
  self->none = 0;
}

static void
settle_strength (Settler *self, CadrePairBasis basis)
{
  void (*const steps[]) (Settler *, CadreClaim *) = { yield_to_stronger, see, settle_rivals, hold };

  for (guint step = 0; step < G_N_ELEMENTS (steps); step++)
    for (guint i = 0; i < self->n_claims; i++)
      if (self->claims[i].basis == basis && !self->claims[i].dropped)
        steps[step](self, &self->claims[i]);
}

/* Forgets who was seen, so that the next strength starts afresh. */
static void
forget_seen (guint8 *ends, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    ends[i] &= (guint8) ~(SEEN | SEEN_TWICE);
}

/* Equal ids count where nothing stronger is said. */
static void
settle_ids (Settler *self, CadrePairing *posts)
{
  for (guint i = 0; i < self->n_claims; i++)
    {
      const CadreClaim *claim = &self->claims[i];

      if (!claim->dropped && is_pair (claim) && posts->before_of[claim->after] == claim->before)
        {
          posts->before_of[claim->after] = CADRE_NO_ROW;
          posts->after_of[claim->before] = CADRE_NO_ROW;
        }
    }

  for (guint i = 0; i < self->n_claims; i++)
    {
      const CadreClaim *claim = &self->claims[i];
      guint32 before = CADRE_NO_ROW;
      guint32 after = CADRE_NO_ROW;

      if (claim->dropped || (is_pair (claim) && !claim->same))
        continue;
      if (claim->after != CADRE_NO_ROW)
        before = posts->before_of[claim->after];
      if (claim->before != CADRE_NO_ROW)
        after = posts->after_of[claim->before];
      if (before != CADRE_NO_ROW || after != CADRE_NO_ROW)
        report (self, claim, "diff.mapping.id-contradiction",
                "The same id is before and after, but the post is stated to be another");
      if (before != CADRE_NO_ROW)
        posts->before_of[claim->after] = posts->after_of[before] = CADRE_NO_ROW;
      if (after != CADRE_NO_ROW)
        posts->after_of[claim->before] = posts->before_of[after] = CADRE_NO_ROW;
    }
}

static void
pair_same (Settler *self, CadrePairing *posts)
{
  for (guint i = 0; i < self->n_claims; i++)
    {
      const CadreClaim *claim = &self->claims[i];

      if (!claim->dropped && claim->same && is_pair (claim))
        {
          posts->before_of[claim->after] = claim->before;
          posts->after_of[claim->before] = claim->after;
        }
    }
}

static void
remove_dropped (GArray *claims)
{
  guint n = 0;

  for (guint i = 0; i < claims->len; i++)
    {
      const CadreClaim claim = g_array_index (claims, CadreClaim, i);

      if (!claim.dropped)
        g_array_index (claims, CadreClaim, n++) = claim;
    }

  g_array_set_size (claims, n);
}

gboolean
cadre_mapping_settle (const CadreSides *sides,
                      GArray *claims,
                      CadrePairing *posts,
                      CadreIssueList *issues)
{
  const guint32 n_before = cadre_tables_get (sides->before, CADRE_RECORD_KIND_POST)->n_rows;
  const guint32 n_after = cadre_tables_get (sides->after, CADRE_RECORD_KIND_POST)->n_rows;
  g_autofree guint8 *ends_before = g_try_malloc0 (MAX (n_before, 1));
  g_autofree guint8 *ends_after = g_try_malloc0 (MAX (n_after, 1));
  Settler self = { 0 };

  if (ends_before == NULL || ends_after == NULL)
    return FALSE;

  g_array_sort (claims, compare_claims);
  self.sides = sides;
  self.claims = (CadreClaim *) (gpointer) claims->data;
  self.n_claims = claims->len;
  self.issues = issues;
  self.ends_before = ends_before;
  self.ends_after = ends_after;

  settle_repeated (&self);
  settle_strength (&self, CADRE_PAIR_BASIS_CONFIRMED);
  forget_seen (ends_before, n_before);
  forget_seen (ends_after, n_after);
  settle_strength (&self, CADRE_PAIR_BASIS_DECLARED);
  settle_ids (&self, posts);
  pair_same (&self, posts);
  remove_dropped (claims);
  return TRUE;
}
