/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Posts that several posts may have been made one of, or one several: each of the parts
 * says something of the whole. Either what reported to each reports to it, or each has
 * words in its title that the whole has too, and no other part has. It is said for
 * posts that are merged; of those that are split the same holds the other way round. */

#include "config.h"

#include "diff/mapping/cadre-evidence-run-private.h"
#include "kernel/cadre-pages-private.h"

#include <stdlib.h>

#define MAX_ALL_PAIRS 300000 /* that are looked at each with each */
#define TELLING 1000         /* thousandths: what words of the whole tell that one part adds */
#define MAX_REPORTS 100      /* of one manager that are looked at by their titles */

/* A post that is left, and what it may be a part of. */
typedef struct
{
  guint32 whole;
  guint32 part;
  gboolean by_reports;
} Part;

typedef struct
{
  CadreRun *run;
  guint side;    /* of the parts */
  GArray *parts; /* (element-type Part): in order of the wholes */
  guint32 *uses; /* by word, of the whole that is looked at: see count_uses() */
} Made;

static gboolean
is_left (const CadreSide *self, guint32 row)
{
  return self->open[row] == CADRE_OPEN_YES && self->mate[row] == CADRE_NO_ROW &&
         self->sort[row] == CADRE_SORT_POST;
}

static inline guint32
get_title (const CadreRun *run, guint side, guint32 row)
{
  return cadre_column_get (&run->columns[CADRE_COLUMN_TITLE], side, row);
}

/* What the words tell that two titles have in common; those of each are in order. */
static gint64
weigh_common (const CadreColumn *titles, guint32 a, guint32 b)
{
  guint32 i = titles->first[a];
  guint32 k = titles->first[b];
  gint64 mass = 0;

  while (i < titles->first[a + 1] && k < titles->first[b + 1])
    {
      const guint32 x = titles->words[i];
      const guint32 y = titles->words[k];

      if (x == y)
        mass += titles->weights[x];
      i += x <= y;
      k += y <= x;
    }

  return mass;
}

/* Whether most of a title is in that of the whole, which says more. */
static gboolean
is_in_title (const Made *self, guint32 part, guint32 whole)
{
  const CadreColumn *titles = &self->run->columns[CADRE_COLUMN_TITLE];
  const guint32 a = get_title (self->run, self->side, part);
  const guint32 b = get_title (self->run, 1 - self->side, whole);
  gint64 common = 0;

  if (a == CADRE_NO_VALUE || b == CADRE_NO_VALUE)
    return FALSE;

  common = weigh_common (titles, a, b);
  return common > 0 && 3 * common >= 2 * titles->masses[a] && common < titles->masses[b];
}

static gboolean
speaks_for (gint16 value)
{
  return value != CADRE_NO_EVIDENCE && value >= 0;
}

/* Whether two posts stand in one place, as far as is known. */
static gboolean
is_near (const Made *self, guint32 part, guint32 whole)
{
  const guint32 rows[CADRE_N_SIDES] = { self->side == CADRE_BEFORE ? part : whole,
                                        self->side == CADRE_BEFORE ? whole : part };
  CadreFacts facts[CADRE_N_SIDES];
  CadreValues values;

  for (guint side = 0; side < CADRE_N_SIDES; side++)
    cadre_run_get_facts_again (self->run, side, rows[side], &facts[side]);
  cadre_run_score (self->run, &facts[CADRE_BEFORE], &facts[CADRE_AFTER], values);
  return speaks_for (values[CADRE_MAPPING_FEATURE_UNIT]) ||
         speaks_for (values[CADRE_MAPPING_FEATURE_MANAGER]) ||
         (values[CADRE_MAPPING_FEATURE_UNIT] == CADRE_NO_EVIDENCE &&
          values[CADRE_MAPPING_FEATURE_MANAGER] == CADRE_NO_EVIDENCE);
}

/* The new manager of more than half of the reports of a post that go on; CADRE_NO_ROW
 * where there is none. */
static guint32
find_manager_of_reports (const Made *self, guint32 part)
{
  const CadreSide *own = &self->run->sides[self->side];
  const CadreSide *other = &self->run->sides[1 - self->side];
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&own->index->reports, part, &n);
  guint32 best = CADRE_NO_ROW;
  guint32 lead = 0;
  guint32 n_best = 0;
  guint32 n_mapped = 0;

  for (guint pass = 0; pass < 2; pass++)
    for (guint32 i = 0; i < n; i++)
      {
        const guint32 mate = own->mate[rows[i]];
        const guint32 manager = mate != CADRE_NO_ROW ? other->index->manager[mate] : CADRE_NO_ROW;

        if (mate == CADRE_NO_ROW)
          continue;
        if (pass == 1)
          {
            n_mapped++;
            n_best += manager == best;
          }
        else if (lead == 0 || manager == best)
          {
            best = manager;
            lead++;
          }
        else
          lead--;
      }

  return 2 * n_best > n_mapped ? best : CADRE_NO_ROW;
}

/* A part that a whole is stated to have with others, or CADRE_NO_ROW. */
static guint32
get_stated_part (const Made *self, guint32 whole)
{
  const CadreEvidenceInput *input = self->run->input;
  const guint32 *stated = self->side == CADRE_BEFORE ? input->made_of : input->split_into;

  return stated != NULL ? stated[whole] : CADRE_NO_ROW;
}

/* A part that a whole is known to have: the post that it is, or one that is stated. */
static guint32
get_known_part (const Made *self, guint32 whole)
{
  const guint32 mate = self->run->sides[1 - self->side].mate[whole];

  return mate != CADRE_NO_ROW ? mate : get_stated_part (self, whole);
}

static void
add_part (Made *self, guint32 part, guint32 whole, gboolean by_reports)
{
  const Part one = { whole, part, by_reports };

  g_array_append_val (self->parts, one);
}

/* Whether a post may be a whole by its title: a title that stayed has no words that a part
 * could have added. */
static gboolean
may_be_whole (const Made *self, guint32 row)
{
  const CadreRun *run = self->run;
  const CadreSide *other = &run->sides[1 - self->side];
  const guint8 *fixed =
    self->side == CADRE_BEFORE ? run->input->fixed_after : run->input->fixed_before;
  const guint32 part = get_known_part (self, row);

  return (!fixed[row] || get_stated_part (self, row) != CADRE_NO_ROW) &&
         other->sort[row] == CADRE_SORT_POST &&
         (part == CADRE_NO_ROW ||
          get_title (run, self->side, part) != get_title (run, 1 - self->side, row));
}

static void
look_at (Made *self, guint32 part, guint32 whole)
{
  if (is_in_title (self, part, whole) && is_near (self, part, whole))
    add_part (self, part, whole, FALSE);
}

/* Where many are left, only those whose manager is the same post. */
static void
look_near (Made *self, guint32 part)
{
  const CadreSide *own = &self->run->sides[self->side];
  const CadreSide *other = &self->run->sides[1 - self->side];
  const guint32 manager = own->index->manager[part];
  guint32 n = 0;
  const guint32 *rows = NULL;

  if (manager == CADRE_NO_ROW || own->mate[manager] == CADRE_NO_ROW)
    return;

  rows = cadre_backward_get (&other->index->reports, own->mate[manager], &n);
  for (guint32 i = 0; n <= MAX_REPORTS && i < n; i++)
    if (may_be_whole (self, rows[i]))
      look_at (self, part, rows[i]);
}

static GArray *
list_wholes (const Made *self)
{
  GArray *wholes = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 row = 0; row < self->run->sides[1 - self->side].n; row++)
    if (may_be_whole (self, row))
      g_array_append_val (wholes, row);

  return wholes;
}

static void
find_parts (Made *self)
{
  const CadreSide *own = &self->run->sides[self->side];
  const CadreSide *other = &self->run->sides[1 - self->side];
  g_autoptr (GArray) wholes = NULL;
  guint64 n_left = 0;
  gboolean all = FALSE;

  for (guint32 row = 0; row < own->n; row++)
    n_left += is_left (own, row);
  if (n_left == 0)
    return;

  wholes = list_wholes (self);
  all = n_left * wholes->len <= MAX_ALL_PAIRS;
  for (guint32 row = 0; row < own->n; row++)
    {
      guint32 manager = CADRE_NO_ROW;

      if (!is_left (own, row))
        continue;
      manager = find_manager_of_reports (self, row);
      if (manager != CADRE_NO_ROW &&
          (is_left (other, manager) || get_stated_part (self, manager) != CADRE_NO_ROW))
        add_part (self, row, manager, TRUE);
      if (!all)
        look_near (self, row);
      for (guint i = 0; all && i < wholes->len; i++)
        look_at (self, row, g_array_index (wholes, guint32, i));
    }
}

static int
compare_parts (gconstpointer a, gconstpointer b)
{
  const Part *x = a;
  const Part *y = b;

  if (x->whole != y->whole)
    return x->whole < y->whole ? -1 : 1;
  if (x->part != y->part)
    return x->part < y->part ? -1 : 1;
  return y->by_reports - x->by_reports;
}

/* Each pair once. */
static void
sort_parts (Made *self)
{
  GArray *parts = self->parts;
  guint n = 0;

  g_array_sort (parts, compare_parts);
  for (guint i = 0; i < parts->len; i++)
    {
      const Part part = g_array_index (parts, Part, i);
      const Part *last = n > 0 ? &g_array_index (parts, Part, n - 1) : NULL;

      if (last == NULL || last->whole != part.whole || last->part != part.part)
        g_array_index (parts, Part, n++) = part;
    }
  g_array_set_size (parts, n);
}

static void
set_uses (Made *self, guint32 title, guint32 n)
{
  const CadreColumn *titles = &self->run->columns[CADRE_COLUMN_TITLE];

  for (guint32 i = titles->first[title]; i < titles->first[title + 1]; i++)
    self->uses[titles->words[i]] = n;
}

/* By word of the whole that is not in what it was: one more than the parts that have it;
 * of all other words 0. Counted once for all parts, of which there may be many. */
static void
count_uses (Made *self, const Part *parts, guint n)
{
  const CadreColumn *titles = &self->run->columns[CADRE_COLUMN_TITLE];
  const guint32 known = get_known_part (self, parts[0].whole);

  set_uses (self, get_title (self->run, 1 - self->side, parts[0].whole), 1);
  if (known != CADRE_NO_ROW)
    set_uses (self, get_title (self->run, self->side, known), 0);
  for (guint k = 0; k < n; k++)
    {
      const guint32 title = get_title (self->run, self->side, parts[k].part);

      for (guint32 i = titles->first[title]; i < titles->first[title + 1]; i++)
        self->uses[titles->words[i]] += self->uses[titles->words[i]] > 0;
    }
}

/* Whether half of what a title tells is in that of the whole, and in that of no other
 * part nor of what the whole was. */
static gboolean
adds_words (const Made *self, const Part *part)
{
  const CadreColumn *titles = &self->run->columns[CADRE_COLUMN_TITLE];
  const guint32 title = get_title (self->run, self->side, part->part);
  gint64 mass = 0;

  for (guint32 i = titles->first[title]; i < titles->first[title + 1]; i++)
    mass += self->uses[titles->words[i]] == 2 ? titles->weights[titles->words[i]] : 0;

  return mass >= TELLING && 2 * mass >= titles->masses[title];
}

static void
add_review (Made *self, const Part *part, guint32 rival)
{
  const CadreEvidencePair pair = cadre_evidence_part (self->side, part->part, part->whole, rival);

  g_array_append_val (self->run->result->reviews, pair);
}

/* The parts of one whole, where there are several with that which it was. */
static void
judge_parts (Made *self, Part *parts, guint n)
{
  const guint32 known = get_known_part (self, parts[0].whole);
  guint n_kept = 0;

  count_uses (self, parts, n);
  for (guint i = 0; i < n; i++)
    parts[i].by_reports |= adds_words (self, &parts[i]);
  set_uses (self, get_title (self->run, 1 - self->side, parts[0].whole), 0);
  for (guint i = 0; i < n; i++)
    if (parts[i].by_reports)
      parts[n_kept++] = parts[i];

  for (guint i = 0; n_kept + (known != CADRE_NO_ROW) > 1 && i < n_kept; i++)
    add_review (self, &parts[i], known != CADRE_NO_ROW ? known : parts[i == 0 ? 1 : 0].part);
}

static void
judge_all (Made *self)
{
  Part *parts = (Part *) (gpointer) self->parts->data;
  guint end = 0;

  for (guint first = 0; first < self->parts->len; first = end)
    {
      for (end = first; end < self->parts->len && parts[end].whole == parts[first].whole;)
        end++;
      judge_parts (self, parts + first, end - first);
    }
}

gboolean
cadre_run_find_made (CadreRun *self)
{
  const guint32 n_words = self->columns[CADRE_COLUMN_TITLE].n_words;
  g_autofree guint32 *uses = cadre_pages_try_zeros_of (guint32, MAX (n_words, 1));

  if (uses == NULL)
    return FALSE;

  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
      Made made = { self, side, parts, uses };

      find_parts (&made);
      sort_parts (&made);
      judge_all (&made);
    }

  return TRUE;
}
