/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The rings in which vacancies are looked at for whoever is displaced.
 *
 * The policy says which rings there are, and in which order. A ring is opened
 * to somebody once no vacancy of those before it is left: each has been judged
 * not suitable, refused or turned down, or is of a grade that the policy does
 * not reach. Whether a vacancy is suitable people judge; what is listed is what
 * there is to be judged. Vacancies outside the case are not known here, so a
 * ring that is outside it is the last that is opened. */

#include "config.h"

#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-wider-private.h"

#include <stdlib.h>

/* A case of very many displaced people and kinds of vacancies would take time by
 * the square. */
#define MAX_STEPS 200000000

static int
compare_vacancies (gconstpointer a, gconstpointer b)
{
  const CadreVacancy *x = a;
  const CadreVacancy *y = b;

  if (x->employer != y->employer)
    return x->employer < y->employer ? -1 : 1;
  if (x->grade != y->grade)
    return x->grade < y->grade ? -1 : 1;
  return x->post < y->post ? -1 : x->post > y->post;
}

static gboolean
list_vacancies (CadreRun *self)
{
  const CadreEngine *engine = self->engine;

  for (guint32 post = 0; post < engine->sides[CADRE_AFTER].n_posts; post++)
    {
      CadreVacancy vacancy = { cadre_run_employer_of (self, post), engine->grade[CADRE_AFTER][post],
                               post };

      if (self->is_wider[post] && cadre_run_n_left (self, post) > 0 &&
          !cadre_vector_push (&self->vacancies, &vacancy))
        return FALSE;
    }

  if (self->vacancies.n > 1)
    qsort (self->vacancies.data, self->vacancies.n, sizeof (CadreVacancy), compare_vacancies);
  return TRUE;
}

static gboolean
close_pair (CadreRun *self, guint32 assignment, guint32 post)
{
  CadrePlacePair pair = { assignment, post };

  return cadre_vector_push (&self->closed, &pair);
}

/* What is not left for somebody, although it is vacant. */
static gboolean
list_closed (CadreRun *self)
{
  const CadreProcess *process = self->engine->process;

  for (gsize i = 0; i < process->suitable.n; i++)
    {
      const CadrePairRow *pair = &cadre_vector_at (&process->suitable, CadrePairRow, i);

      if (pair->value == CADRE_VERDICT_DIFFERENT &&
          !close_pair (self, pair->assignment, pair->post))
        return FALSE;
    }
  for (gsize i = 0; i < process->offers.n; i++)
    {
      const CadreOfferRow *offer = &cadre_vector_at (&process->offers, CadreOfferRow, i);

      if (!cadre_offer_stands (offer) && !close_pair (self, offer->assignment, offer->post))
        return FALSE;
    }
  for (guint32 i = 0; i < self->engine->results.n; i++)
    {
      const CadreResultRow *row = cadre_run_result (self, i);

      if (row->result == CADRE_RESULT_NOT_APPOINTED &&
          !close_pair (self, row->assignment, row->post))
        return FALSE;
    }

  cadre_pairs_sort (&self->closed);
  return TRUE;
}

/* The first vacancy of the next employer or grade. */
static gsize
next_kind (const CadreRun *self, gsize i)
{
  const CadreVacancy *rows = self->vacancies.data;
  gsize first = i++;

  while (i < self->vacancies.n && rows[i].employer == rows[first].employer &&
         rows[i].grade == rows[first].grade)
    i++;
  return i;
}

static guint64
count_kinds (const CadreRun *self)
{
  guint64 n = 0;

  for (gsize i = 0; i < self->vacancies.n; i = next_kind (self, i))
    n++;
  return n;
}

/* Whether vacancies of an employer and grade are of a ring of somebody's, and the
 * policy reaches them. What is not known leaves nobody out. */
static gboolean
is_of_ring (const CadreRun *self, guint32 row, CadreRing ring, const CadreVacancy *vacancy)
{
  const CadreEngine *engine = self->engine;
  gboolean is_abroad = cadre_run_is_abroad (self, row, vacancy->post);

  return is_abroad == (ring == CADRE_RING_CASE_EMPLOYERS) &&
         cadre_engine_grades_within (engine, engine->grade[CADRE_BEFORE][engine->post[row]],
                                     vacancy->grade,
                                     cadre_run_rules (self, row)->redeployment_grade_up,
                                     CADRE_ANY_DIFFERENCE) != CADRE_TRUTH_FALSE;
}

static int
compare_numbers (gconstpointer a, gconstpointer b)
{
  guint32 x = *(const guint32 *) a;
  guint32 y = *(const guint32 *) b;

  return x < y ? -1 : x > y;
}

gboolean
cadre_ring_list (const CadreRun *self,
                 guint32 assignment,
                 CadreRing ring,
                 guint32 most,
                 CadreVector *posts)
{
  const CadreVacancy *rows = self->vacancies.data;

  for (gsize i = 0, end = 0; i < self->vacancies.n && posts->n < most; i = end)
    {
      end = next_kind (self, i);
      if (!is_of_ring (self, assignment, ring, &rows[i]))
        continue;
      for (gsize k = i; k < end && posts->n < most; k++)
        if (!cadre_pairs_have (&self->closed, assignment, rows[k].post) &&
            !cadre_vector_push (posts, &rows[k].post))
          return FALSE;
    }

  if (posts->n > 1)
    qsort (posts->data, posts->n, sizeof (guint32), compare_numbers);
  return TRUE;
}

gboolean
cadre_run_is_displaced (const CadreRun *self, guint32 row)
{
  const CadreEngine *engine = self->engine;

  return engine->post[row] != CADRE_NO_ROW && engine->policy[row] >= 0 && self->is_decided[row] &&
         (self->kind[row] == CADRE_OUTCOME_KIND_DISPLACED ||
          (self->kind[row] == CADRE_OUTCOME_KIND_ENDING &&
           self->rung[row] >= CADRE_RUNG_AT_RISK_GROUP));
}

/* Opens one ring; whether the next is opened too. */
static gboolean
open_ring (CadreRun *self, guint32 row, CadreRing ring, gboolean *goes_on)
{
  static const CadreReason reasons[CADRE_N_RINGS][2] = {
    [CADRE_RING_OWN_EMPLOYER] = { CADRE_REASON_RING_OWN_EMPLOYER_NONE,
                                  CADRE_REASON_RING_OWN_EMPLOYER },
    [CADRE_RING_CASE_EMPLOYERS] = { CADRE_REASON_RING_CASE_EMPLOYERS_NONE,
                                    CADRE_REASON_RING_CASE_EMPLOYERS },
    [CADRE_RING_REGION] = { CADRE_REASON_RING_REGION, CADRE_REASON_RING_REGION },
    [CADRE_RING_WIDER_GROUP] = { CADRE_REASON_RING_WIDER_GROUP, CADRE_REASON_RING_WIDER_GROUP },
    [CADRE_RING_PUBLIC_ADVERT] = { CADRE_REASON_RING_PUBLIC_ADVERT,
                                   CADRE_REASON_RING_PUBLIC_ADVERT },
  };
  CadreVector posts = CADRE_VECTOR_INIT (guint32);
  gboolean is_inside = ring == CADRE_RING_OWN_EMPLOYER || ring == CADRE_RING_CASE_EMPLOYERS;
  gboolean ok = !is_inside || cadre_ring_list (self, row, ring, 1, &posts);

  *goes_on = is_inside && posts.n == 0;
  ok = ok && cadre_run_note (self, row, reasons[ring][posts.n > 0]);
  cadre_vector_clear (&posts);
  return ok;
}

static gboolean
open_rings (CadreRun *self, guint32 row)
{
  const CadrePolicyRules *rules = cadre_run_rules (self, row);
  gboolean goes_on = TRUE;

  for (guint i = 0; goes_on && i < rules->n_rings; i++)
    if (!open_ring (self, row, rules->rings[i], &goes_on))
      return FALSE;

  return TRUE;
}

gboolean
cadre_run_open_rings (CadreRun *self)
{
  guint32 n = self->engine->sides[CADRE_BEFORE].n_assignments;
  guint64 n_displaced = 0;

  if (!list_vacancies (self) || !list_closed (self))
    return FALSE;

  for (guint32 row = 0; row < n; row++)
    n_displaced += cadre_run_is_displaced (self, row);
  if (n_displaced > 0 && count_kinds (self) > MAX_STEPS / n_displaced)
    {
      if (self->is_main)
        cadre_engine_report (self->engine, "matching.rings.too-many", CADRE_SEVERITY_WARNING,
                             "There are too many displaced people and vacancies to list the rings "
                             "of each",
                             NULL, NULL, NULL);
      return TRUE;
    }

  for (guint32 row = 0; row < n; row++)
    if (cadre_run_is_displaced (self, row) && !open_rings (self, row))
      return FALSE;

  return TRUE;
}

/* Of more than this many, the first in the order of employers and grades are
 * listed. */
#define MAX_LISTED 20

static gboolean
explain_ring (CadreRowWriter *self,
              guint32 assignment,
              CadreRing ring,
              CadreReason reason,
              const char *name)
{
  CadreVector posts = CADRE_VECTOR_INIT (guint32);
  gboolean ok = !cadre_rows_has_reason (self, reason) ||
                cadre_ring_list (self->run, assignment, ring, MAX_LISTED, &posts);

  ok = ok && cadre_rows_fact_posts (self, name, CADRE_AFTER, posts.data, (guint32) posts.n);
  cadre_vector_clear (&posts);
  return ok;
}

gboolean
cadre_explain_rings (CadreRowWriter *self, guint32 assignment)
{
  return explain_ring (self, assignment, CADRE_RING_OWN_EMPLOYER, CADRE_REASON_RING_OWN_EMPLOYER,
                       "own-employer-posts") &&
         explain_ring (self, assignment, CADRE_RING_CASE_EMPLOYERS,
                       CADRE_REASON_RING_CASE_EMPLOYERS, "case-employer-posts");
}
