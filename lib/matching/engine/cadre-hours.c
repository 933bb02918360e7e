/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Whether hours are near each other. A post has the hours of one position, or
 * the part of a whole position that they are. */

#include "config.h"

#include "matching/engine/cadre-engine-private.h"

typedef struct
{
  gboolean is_known;
  gint64 part;
  gint64 whole;
} Hours;

static Hours
read_hours (const CadreTables *tables, CadreRecordKind kind, guint field, guint32 row)
{
  Hours hours = { FALSE, 0, 1 };

  hours.is_known = cadre_tables_fraction (tables, cadre_tables_get (tables, kind), field, row,
                                          &hours.part, &hours.whole);
  return hours;
}

/* Whether @b misses @a by no more than so many percent of @a. */
static CadreTruth
is_near (Hours a, Hours b, int percent)
{
  gint64 x = 0;
  gint64 y = 0;
  gint64 difference = 0;

  if (!a.is_known || !b.is_known || __builtin_mul_overflow (a.part, b.whole, &x) ||
      __builtin_mul_overflow (b.part, a.whole, &y) || __builtin_sub_overflow (x, y, &difference) ||
      difference == G_MININT64 ||
      __builtin_mul_overflow (ABS (difference), (gint64) 100, &difference) ||
      __builtin_mul_overflow (x, (gint64) percent, &x))
    return CADRE_TRUTH_UNKNOWN;

  return difference <= x ? CADRE_TRUTH_TRUE : CADRE_TRUTH_FALSE;
}

CadreTruth
cadre_engine_hours_within (const CadreEngine *self, guint32 before, guint32 after, int percent)
{
  static const guint fields[] = { CADRE_FIELD_POST_HOURS, CADRE_FIELD_POST_FTE };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      CadreTruth truth = is_near (read_hours (self->sides[CADRE_BEFORE].tables,
                                              CADRE_RECORD_KIND_POST, fields[i], before),
                                  read_hours (self->sides[CADRE_AFTER].tables,
                                              CADRE_RECORD_KIND_POST, fields[i], after),
                                  percent);

      if (truth != CADRE_TRUTH_UNKNOWN)
        return truth;
    }

  return CADRE_TRUTH_UNKNOWN;
}

/* A change of hours that the policy of the employer takes for none of the job. */
gboolean
cadre_engine_tolerates_hours (const CadreEngine *self, guint32 before, guint32 after)
{
  const CadreSide *own = &self->sides[CADRE_BEFORE];
  guint32 employer = cadre_table_code (cadre_tables_get (own->tables, CADRE_RECORD_KIND_POST),
                                       CADRE_FIELD_POST_EMPLOYER, before);
  CadrePolicy *policy =
    cadre_case_get_policy (self->source, employer > CADRE_STRING_NONE
                                           ? cadre_tables_text (own->tables, employer)
                                           : NULL);
  int tolerance = policy != NULL ? cadre_policy_get_rules (policy)->hours_tolerance : 0;

  return tolerance > 0 &&
         cadre_engine_hours_within (self, before, after, tolerance) == CADRE_TRUTH_TRUE;
}

/* Adds one more to what sharers have together; not known where the numbers are
 * too large. */
static Hours
add_hours (Hours sum, Hours more)
{
  gint64 x = 0;
  gint64 y = 0;

  sum.is_known = sum.is_known && more.is_known &&
                 !__builtin_mul_overflow (sum.part, more.whole, &x) &&
                 !__builtin_mul_overflow (more.part, sum.whole, &y) &&
                 !__builtin_add_overflow (x, y, &sum.part) &&
                 !__builtin_mul_overflow (sum.whole, more.whole, &sum.whole);
  return sum;
}

typedef struct
{
  Hours hours;
  Hours fte;
  guint n;
} Shared;

static void
check_share (CadreEngine *self, guint32 row, const Shared *shared)
{
  const CadreTables *tables = self->sides[CADRE_BEFORE].tables;
  guint32 post = self->post[row];
  int tolerance = self->rules[self->policy[row]]->job_share_tolerance;
  CadreTruth truth = CADRE_TRUTH_UNKNOWN;

  if (tolerance == CADRE_ANY_DIFFERENCE)
    return;

  truth = is_near (read_hours (tables, CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_HOURS, post),
                   shared->hours, tolerance);
  if (truth == CADRE_TRUTH_UNKNOWN)
    truth = is_near (read_hours (tables, CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_FTE, post),
                     shared->fte, tolerance);
  if (truth == CADRE_TRUTH_TRUE)
    return;

  cadre_engine_report_assignment (self, row, "matching.job-share.hours", CADRE_SEVERITY_WARNING,
                                  truth == CADRE_TRUTH_FALSE
                                    ? "The hours of those who share a job are not those of the post"
                                    : "It is not known whether the hours of those who share a job "
                                      "are those of the post");
}

gboolean
cadre_engine_check_shares (CadreEngine *self)
{
  const CadreTables *tables = self->sides[CADRE_BEFORE].tables;
  guint32 n = self->sides[CADRE_BEFORE].n_assignments;
  g_autofree Shared *shared = g_try_new0 (Shared, (gsize) n + 1);

  if (shared == NULL)
    return FALSE;

  for (guint32 row = 0; row < n; row++)
    shared[row].hours = shared[row].fte = (Hours){ TRUE, 0, 1 };
  for (guint32 row = 0; row < n; row++)
    {
      Shared *first = &shared[self->share[row]];

      first->n++;
      first->hours = add_hours (first->hours, read_hours (tables, CADRE_RECORD_KIND_ASSIGNMENT,
                                                          CADRE_FIELD_ASSIGNMENT_HOURS, row));
      first->fte = add_hours (first->fte, read_hours (tables, CADRE_RECORD_KIND_ASSIGNMENT,
                                                      CADRE_FIELD_ASSIGNMENT_FTE, row));
    }
  for (guint32 row = 0; row < n; row++)
    if (shared[row].n > 1)
      check_share (self, row, &shared[row]);

  return TRUE;
}
