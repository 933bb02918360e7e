/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Who is in the process, and on what footing.
 *
 * Claims rest on substantive assignments only. Who is absent is in like anybody
 * else; nothing about an absence is read but that there is one. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "matching/engine/cadre-process-private.h"

#include <stdlib.h>
#include <string.h>

static const CadreTable *
get_assignments (const CadreEngine *self)
{
  return cadre_tables_get (self->sides[CADRE_BEFORE].tables, CADRE_RECORD_KIND_ASSIGNMENT);
}

/* Whether the assignment ends by the date of the change. */
static gboolean
ends_within (const CadreEngine *self, guint32 row)
{
  guint32 last = cadre_table_code (get_assignments (self), CADRE_FIELD_ASSIGNMENT_VALID_TO, row);

  return cadre_packed_date_is_known (last) && cadre_packed_date_is_known (self->effective) &&
         cadre_packed_date_last_day (last) <= cadre_packed_date_last_day (self->effective);
}

/* Whether a term that ends makes no difference under the policy: where the post
 * does not go on as it is, its holder claims like any other. */
static gboolean
counts_as_permanent (const CadreEngine *self, guint32 row)
{
  guint8 fate = self->fate[self->post[row]];

  return self->rules[self->policy[row]]->fixed_term == CADRE_FIXED_TERM_AS_PERMANENT &&
         (fate == CADRE_FATE_CLAIMED || fate == CADRE_FATE_MERGED || fate == CADRE_FATE_SPLIT ||
          fate == CADRE_FATE_GONE);
}

/* On what footing a substantive assignment is. A term may be stated by its end
 * alone, unless that is the day on which somebody leaves. */
static CadreStanding
find_footing (CadreEngine *self, guint32 row)
{
  const CadreTable *table = get_assignments (self);
  CadreContract contract = cadre_table_word (table, CADRE_FIELD_ASSIGNMENT_CONTRACT, row);

  if (ends_within (self, row) &&
      (contract == CADRE_CONTRACT_PERMANENT || self->process->is_leaving[row]))
    return CADRE_STANDING_LEAVING;
  if (ends_within (self, row) && !counts_as_permanent (self, row))
    return CADRE_STANDING_ENDING;
  if (ends_within (self, row))
    self->person_flags[row] |= CADRE_PERSON_TERM_ENDS;
  if (contract == CADRE_CONTRACT_FIXED_TERM &&
      !cadre_packed_date_is_known (cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_VALID_TO, row)))
    self->person_flags[row] |= CADRE_PERSON_TERM_END_UNKNOWN;

  return CADRE_STANDING_HOLDER;
}

static CadreStanding
find_standing_in_post (CadreEngine *self, guint32 row)
{
  const CadreTable *table = get_assignments (self);
  CadreBasis basis = cadre_table_word (table, CADRE_FIELD_ASSIGNMENT_BASIS, row);
  CadreEmploymentStatus status = cadre_table_word (table, CADRE_FIELD_ASSIGNMENT_STATUS, row);

  if (status == CADRE_EMPLOYMENT_STATUS_AGENCY || status == CADRE_EMPLOYMENT_STATUS_CONTRACTOR)
    return CADRE_STANDING_AGENCY;
  if (basis == CADRE_BASIS_SECONDMENT)
    return CADRE_STANDING_SECONDEE;
  if (self->decided_by[row] != NULL)
    return CADRE_STANDING_DECIDED_OUTSIDE;
  if (self->process->moved_to[row] != NULL)
    return CADRE_STANDING_MOVED;
  if (self->fate[self->post[row]] == CADRE_FATE_NOT_COVERED)
    return CADRE_STANDING_NOT_COVERED;
  if (self->policy[row] < 0)
    return CADRE_STANDING_NO_POLICY;
  if (basis == CADRE_BASIS_ACTING)
    return CADRE_STANDING_ACTING;
  if (basis == CADRE_BASIS_COVER)
    return CADRE_STANDING_COVER;
  if (basis == CADRE_BASIS_UNKNOWN)
    self->person_flags[row] |= CADRE_PERSON_BASIS_UNKNOWN;

  return find_footing (self, row);
}

static CadreStanding
find_standing (CadreEngine *self, guint32 row)
{
  const CadreTables *tables = self->sides[CADRE_BEFORE].tables;
  CadreTruth in_force =
    cadre_tables_in_force (tables, CADRE_RECORD_KIND_ASSIGNMENT, row, tables->as_of);

  if (in_force == CADRE_TRUTH_FALSE)
    return CADRE_STANDING_NOT_IN_FORCE;
  if (in_force == CADRE_TRUTH_UNKNOWN)
    self->person_flags[row] |= CADRE_PERSON_DATES_UNKNOWN;
  if (self->post[row] == CADRE_NO_ROW)
    return CADRE_STANDING_NO_POST;
  if (self->fate[self->post[row]] == CADRE_FATE_OUTSIDE)
    return CADRE_STANDING_OUTSIDE;

  return find_standing_in_post (self, row);
}

/* The policy by employer is asked once for each employer. */
static gint32
find_policy (CadreEngine *self, guint32 employer, GHashTable *known)
{
  gpointer found = NULL;
  CadrePolicy *policy = NULL;
  gint32 index = -1;

  if (g_hash_table_lookup_extended (known, GUINT_TO_POINTER (employer), NULL, &found))
    return GPOINTER_TO_INT (found);

  policy = cadre_case_get_policy (self->source, cadre_engine_text (self, employer));
  for (guint i = 0; i < self->n_policies && index < 0; i++)
    if (self->policies[i] == policy)
      index = (gint32) i;

  g_hash_table_insert (known, GUINT_TO_POINTER (employer), GINT_TO_POINTER (index));
  return index;
}

/* The employer is the assignment's, or else the post's. */
static guint32
find_employer (const CadreEngine *self, guint32 row)
{
  const CadreSide *before = &self->sides[CADRE_BEFORE];
  const CadreField *field =
    &cadre_schema_get (CADRE_RECORD_KIND_ASSIGNMENT)->fields[CADRE_FIELD_ASSIGNMENT_EMPLOYER];
  guint32 employer =
    cadre_table_code (get_assignments (self), CADRE_FIELD_ASSIGNMENT_EMPLOYER, row);

  if (cadre_tables_is_unknown_id (before->tables, field, employer))
    return CADRE_STRING_UNKNOWN;
  if (employer == CADRE_STRING_UNKNOWN && self->post[row] != CADRE_NO_ROW)
    employer = cadre_table_code (cadre_tables_get (before->tables, CADRE_RECORD_KIND_POST),
                                 CADRE_FIELD_POST_EMPLOYER, self->post[row]);

  return cadre_side_code (before, employer);
}

static void
find_posts (CadreEngine *self)
{
  const CadreTable *table = get_assignments (self);
  g_autoptr (GHashTable) known = g_hash_table_new (NULL, NULL);

  for (guint32 row = 0; row < table->n_rows; row++)
    {
      guint32 post = cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_POST, row);

      self->post[row] = post < self->sides[CADRE_BEFORE].n_posts ? post : CADRE_NO_ROW;
      self->employer[row] = find_employer (self, row);
      self->policy[row] = find_policy (self, self->employer[row], known);
    }
}

static void
find_absences (CadreEngine *self)
{
  const CadreTables *tables = self->sides[CADRE_BEFORE].tables;
  const CadreTable *absences = cadre_tables_get (tables, CADRE_RECORD_KIND_ABSENCE);
  guint32 n = get_assignments (self)->n_rows;

  for (guint32 i = 0; i < absences->n_rows; i++)
    {
      guint32 row = cadre_table_reference (absences, CADRE_FIELD_ABSENCE_ASSIGNMENT, i);

      if (row >= n || self->standing[row] == CADRE_STANDING_NOT_IN_FORCE ||
          cadre_tables_in_force (tables, CADRE_RECORD_KIND_ABSENCE, i, tables->as_of) ==
            CADRE_TRUTH_FALSE)
        continue;

      self->person_flags[row] |= CADRE_PERSON_ABSENT;
      if (cadre_table_word (absences, CADRE_FIELD_ABSENCE_NOTIFIED, i) != CADRE_TRUTH_TRUE &&
          !self->process->is_told[row])
        cadre_engine_report_assignment (self, row, "matching.absence.not-notified",
                                        CADRE_SEVERITY_WARNING,
                                        "The holder is absent, and it is not recorded that the "
                                        "holder has been told of the change");
    }
}

/* A substantive assignment whose holder is somewhere else meanwhile. */
static void
find_released (CadreEngine *self)
{
  const CadreTable *table = get_assignments (self);

  for (guint32 row = 0; row < table->n_rows; row++)
    {
      guint32 home = cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_HOME_ASSIGNMENT, row);

      if (home < table->n_rows && (self->standing[row] == CADRE_STANDING_SECONDEE ||
                                   self->standing[row] == CADRE_STANDING_ACTING))
        self->person_flags[home] |= CADRE_PERSON_RELEASED;
    }
}

typedef struct
{
  guint32 post;
  guint32 key; /* of the job share */
  guint32 row;
} Sharer;

static int
compare_sharers (gconstpointer a, gconstpointer b)
{
  const Sharer *x = a;
  const Sharer *y = b;

  if (x->post != y->post)
    return x->post < y->post ? -1 : 1;
  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

/* Holders of one post with one key share one position. */
static gboolean
find_shares (CadreEngine *self)
{
  const CadreTable *table = get_assignments (self);
  CadreVector sharers = CADRE_VECTOR_INIT (Sharer);
  const Sharer *rows = NULL;
  gboolean ok = TRUE;

  for (guint32 row = 0; ok && row < table->n_rows; row++)
    {
      Sharer sharer = { self->post[row],
                        cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_JOB_SHARE, row), row };

      self->share[row] = row;
      if (self->standing[row] == CADRE_STANDING_HOLDER && sharer.key > CADRE_STRING_NONE)
        ok = cadre_vector_push (&sharers, &sharer);
    }

  if (sharers.n > 0)
    qsort (sharers.data, sharers.n, sizeof (Sharer), compare_sharers);
  rows = sharers.data;
  for (gsize i = 1; i < sharers.n; i++)
    if (rows[i].post == rows[i - 1].post && rows[i].key == rows[i - 1].key)
      self->share[rows[i].row] = self->share[rows[i - 1].row];

  cadre_vector_clear (&sharers);
  return ok;
}

/* Somebody who names a position; of sharers, the first. */
typedef struct
{
  guint32 post;
  gint32 position;
  guint32 row;
} Named;

static int
compare_named (gconstpointer a, gconstpointer b)
{
  const Named *x = a;
  const Named *y = b;

  if (x->post != y->post)
    return x->post < y->post ? -1 : 1;
  if (x->position != y->position)
    return x->position < y->position ? -1 : 1;
  return x->row < y->row ? -1 : x->row > y->row;
}

/* The position that sharers name who all name one; -1 where they name none, and
 * 0 where they name several. */
static gint32
unite_positions (gint32 position, gint32 other)
{
  if (position < 0 || position == other)
    return other;

  return other < 0 ? position : 0;
}

static gboolean
list_named (CadreEngine *self, gint32 *positions, CadreVector *named)
{
  const CadreTable *table = get_assignments (self);

  for (guint32 row = 0; row < table->n_rows; row++)
    positions[row] = cadre_table_integer (table, CADRE_FIELD_ASSIGNMENT_POSITION, row);
  for (guint32 row = 0; row < table->n_rows; row++)
    if (self->share[row] != row)
      positions[self->share[row]] = unite_positions (positions[self->share[row]], positions[row]);

  for (guint32 row = 0; row < table->n_rows; row++)
    {
      Named name = { self->post[row], positions[row], row };

      self->seat[row] = self->share[row];
      if (self->standing[row] == CADRE_STANDING_HOLDER && self->share[row] == row &&
          positions[row] > 0 && !cadre_vector_push (named, &name))
        return FALSE;
    }

  return TRUE;
}

/* Holders of one post who name one position are in it together, whether or not
 * they share the job; a claim of one is none of the other. */
static gboolean
find_seats (CadreEngine *self)
{
  guint32 n = get_assignments (self)->n_rows;
  g_autofree gint32 *positions = g_try_new (gint32, (gsize) n + 1);
  CadreVector named = CADRE_VECTOR_INIT (Named);
  const Named *rows = NULL;
  gboolean ok = positions != NULL && list_named (self, positions, &named);

  if (ok && named.n > 0)
    qsort (named.data, named.n, sizeof (Named), compare_named);
  rows = named.data;
  for (gsize i = 1; ok && i < named.n; i++)
    if (rows[i].post == rows[i - 1].post && rows[i].position == rows[i - 1].position)
      self->seat[rows[i].row] = self->seat[rows[i - 1].row];
  for (guint32 row = 0; ok && row < n; row++)
    self->seat[row] = self->seat[self->share[row]];

  cadre_vector_clear (&named);
  return ok;
}

gboolean
cadre_engine_find_standings (CadreEngine *self)
{
  gsize n = (gsize) get_assignments (self)->n_rows + 1;
  gboolean any = FALSE;

  self->standing = g_try_new0 (guint8, n);
  self->person_flags = g_try_new0 (guint8, n);
  self->post = g_try_new (guint32, n);
  self->employer = g_try_new (guint32, n);
  self->policy = g_try_new (gint32, n);
  self->share = g_try_new (guint32, n);
  self->seat = g_try_new (guint32, n);
  if (self->standing == NULL || self->person_flags == NULL || self->post == NULL ||
      self->employer == NULL || self->policy == NULL || self->share == NULL || self->seat == NULL)
    return FALSE;

  find_posts (self);
  for (guint32 row = 0; row + 1 < n; row++)
    self->standing[row] = find_standing (self, row);
  find_absences (self);
  find_released (self);
  cadre_engine_judge_withdrawals (self);
  return find_shares (self) && find_seats (self) && cadre_engine_tie_releases (self, &any) &&
         (!any || (find_shares (self) && find_seats (self))) && cadre_engine_check_shares (self);
}

/* The assignments of each post that may claim, and how many positions they
 * take: one each, whatever the hours, and those one together who share it by
 * declaration or name the same one. Who leaves in any case takes none. */
gboolean
cadre_engine_count_holders (CadreEngine *self)
{
  const CadreTable *table = get_assignments (self);
  CadreVector pairs = CADRE_VECTOR_INIT (guint32[2]);
  gboolean ok = TRUE;

  self->n_holders = g_try_new0 (guint32, (gsize) self->sides[CADRE_BEFORE].n_posts + 1);
  if (self->n_holders == NULL)
    return FALSE;

  for (guint32 row = 0; ok && row < table->n_rows; row++)
    {
      guint32 pair[2] = { self->post[row], row };

      if (self->standing[row] == CADRE_STANDING_HOLDER && self->seat[row] == row)
        self->n_holders[self->post[row]]++;
      if (self->standing[row] == CADRE_STANDING_HOLDER ||
          self->standing[row] == CADRE_STANDING_ENDING)
        ok = cadre_vector_push (&pairs, pair);
    }

  ok =
    ok && cadre_lists_init (&self->holders, self->sides[CADRE_BEFORE].n_posts, pairs.data, pairs.n);
  cadre_vector_clear (&pairs);
  return ok;
}
