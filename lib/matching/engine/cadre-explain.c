/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The facts that the outcome of an assignment rests on. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "matching/engine/cadre-process-private.h"
#include "matching/engine/cadre-rows-private.h"

#include <string.h>

static int
compare_row (const CadreRemark *remark, guint32 row)
{
  return remark->row < row ? -1 : remark->row > row;
}

/* The first remark about a post before; remarks are in order of their posts. */
static gsize
find_remarks (const CadreVector *remarks, guint32 row)
{
  gsize low = 0;
  gsize high = remarks->n;

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;

      if (compare_row (&cadre_vector_at (remarks, CadreRemark, middle), row) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The kinds of change of a post, in words. */
static gboolean
explain_change_kinds (CadreRowWriter *self, guint32 post)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint bit = 0; bit < CADRE_N_CHANGES; bit++)
    if ((self->engine->change_kinds[post] >> bit & 1) != 0)
      g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                              cadre_engine_change_name (bit));

  return text->len == 0 || cadre_rows_fact_copy (self, "changes", text->str);
}

/* All remarks of one name about a post, with semicolons. */
static gboolean
explain_joined (CadreRowWriter *self, guint32 post, const char *remark_name, const char *name)
{
  const CadreVector *remarks = &self->engine->remarks;
  g_autoptr (GString) text = g_string_new (NULL);

  for (gsize i = find_remarks (remarks, post);
       i < remarks->n && cadre_vector_at (remarks, CadreRemark, i).row == post; i++)
    if (g_str_equal (cadre_vector_at (remarks, CadreRemark, i).name, remark_name))
      g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                              cadre_vector_at (remarks, CadreRemark, i).text);

  return text->len == 0 || cadre_rows_fact_copy (self, name, text->str);
}

static gboolean
explain_changes (CadreRowWriter *self, guint32 post)
{
  const CadreVector *remarks = &self->engine->remarks;

  if (!explain_change_kinds (self, post))
    return FALSE;

  for (gsize i = find_remarks (remarks, post);
       i < remarks->n && cadre_vector_at (remarks, CadreRemark, i).row == post; i++)
    {
      const CadreRemark *remark = &cadre_vector_at (remarks, CadreRemark, i);

      if (g_str_equal (remark->name, "change") && !cadre_rows_fact (self, "change", remark->text))
        return FALSE;
    }

  return explain_joined (self, post, "function-leaving", "functions-leaving") &&
         explain_joined (self, post, "function-receiver", "functions-receiving");
}

static const char *
find_decision_elsewhere (const CadreSide *side, guint32 post)
{
  return post != CADRE_NO_ROW
           ? cadre_tables_text (side->tables,
                                cadre_table_code (cadre_tables_get (side->tables,
                                                                    CADRE_RECORD_KIND_POST),
                                                  CADRE_FIELD_POST_DECISION_ELSEWHERE, post))
           : NULL;
}

gboolean
cadre_explain_deferral (CadreRowWriter *self, guint32 before, guint32 after)
{
  CadreEngine *engine = self->engine;
  const char *text = find_decision_elsewhere (&engine->sides[CADRE_AFTER], after);

  if (text == NULL)
    text = find_decision_elsewhere (&engine->sides[CADRE_BEFORE], before);
  return cadre_rows_fact (self, "decision-elsewhere",
                          text != NULL ? text : "who takes it, and when, is not stated");
}

/* A tier as one organisation counts it, with its id. */
static void
append_tier (CadreRowWriter *self, guint side, guint32 post, guint32 organisation, GString *text)
{
  const CadreTables *tables = self->engine->sides[side].tables;
  gint32 tier = 0;

  if (cadre_engine_tier_of (self->engine, side, post, organisation, &tier))
    g_string_append_printf (text, ", %d of %s", tier,
                            cadre_tables_id (tables, CADRE_RECORD_KIND_ORGANISATION, organisation));
}

/* The tier on the common scale, and as the employer and the partners in a joint
 * post count it. */
static char *
describe_tier (CadreRowWriter *self, guint side, guint32 post)
{
  const CadreTables *tables = self->engine->sides[side].tables;
  const CadreTable *posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  gint32 tier = self->engine->tier[side][post];
  GString *text = g_string_new (NULL);
  guint n = 0;
  const guint32 *partners =
    cadre_tables_list (tables, cadre_table_code (posts, CADRE_FIELD_POST_PARTNERS, post), &n);

  if (tier == CADRE_NO_TIER)
    return g_string_free (g_string_append (text, "not known"), FALSE);

  g_string_append_printf (text, "%d", tier);
  append_tier (self, side, post, cadre_table_reference (posts, CADRE_FIELD_POST_EMPLOYER, post),
               text);
  for (guint i = 0; i < n; i++)
    append_tier (self, side, post,
                 cadre_tables_find (tables, CADRE_RECORD_KIND_ORGANISATION,
                                    cadre_tables_text (tables, partners[i])),
                 text);

  return g_string_free (text, FALSE);
}

gboolean
cadre_explain_level (CadreRowWriter *self, guint side, guint32 post, const char *const names[2])
{
  g_autofree char *tier = describe_tier (self, side, post);
  const char *grade = cadre_engine_text (self->engine, self->engine->grade[side][post]);

  return cadre_rows_fact_copy (self, names[0], tier) &&
         cadre_rows_fact (self, names[1], grade != NULL ? grade : "not known");
}

static gboolean
explain_post (CadreRowWriter *self, guint32 post)
{
  static const char *const names[2] = { "tier-before", "grade-before" };
  CadreEngine *engine = self->engine;
  guint32 n = 0;
  const guint32 *successors = cadre_lists_get (&engine->successors, post, &n);

  if (!cadre_explain_level (self, CADRE_BEFORE, post, names) || !explain_changes (self, post))
    return FALSE;
  if (engine->fate[post] == CADRE_FATE_DEFERRED &&
      !cadre_explain_deferral (self, post, engine->same[post]))
    return FALSE;
  if (engine->fate[post] != CADRE_FATE_MERGED && engine->fate[post] != CADRE_FATE_SPLIT)
    return TRUE;

  return cadre_rows_fact_posts (self, "successors", CADRE_AFTER, successors, n);
}

/* How many hold the post, and how many positions it keeps. */
static gboolean
explain_pool (CadreRowWriter *self, guint32 post)
{
  CadreEngine *engine = self->engine;
  guint32 same = engine->same[post];

  if ((engine->post_flags[post] & (CADRE_POST_POOL | CADRE_POST_OVER_HELD)) == 0)
    return TRUE;

  return cadre_rows_fact_number (self, "holders", engine->n_holders[post]) &&
         cadre_rows_fact_number (self, "positions", engine->n_positions[same]);
}

/* What the positions of a post that goes on show of it, beside its holders. */
gboolean
cadre_explain_continuing (CadreRowWriter *self, guint32 post)
{
  CadreEngine *engine = self->engine;

  if (!explain_change_kinds (self, post))
    return FALSE;

  return (engine->post_flags[post] & CADRE_POST_POOL) == 0 ||
         cadre_rows_fact_number (self, "holders", engine->n_holders[post]);
}

static gboolean
explain_term (CadreRowWriter *self, guint32 assignment)
{
  const CadreTables *tables = self->engine->sides[CADRE_BEFORE].tables;
  const CadreTable *table = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 last = cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_VALID_TO, assignment);
  CadreStanding standing = self->engine->standing[assignment];
  char text[11] = "";

  if (cadre_run_leaves_late (self->run, assignment))
    last = self->engine->process->left_on[assignment];
  else if (standing != CADRE_STANDING_ENDING && standing != CADRE_STANDING_LEAVING)
    return TRUE;

  cadre_packed_date_format (last, text);
  return cadre_rows_fact_copy (self, "ends", text) &&
         cadre_rows_fact (self, "term-reason",
                          cadre_tables_text (tables,
                                             cadre_table_code (table,
                                                               CADRE_FIELD_ASSIGNMENT_TERM_REASON,
                                                               assignment)));
}

static gboolean
explain_home (CadreRowWriter *self, guint32 assignment)
{
  const CadreTables *tables = self->engine->sides[CADRE_BEFORE].tables;
  const CadreTable *table = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT);

  return cadre_rows_fact (self, "home-assignment",
                          cadre_tables_text (
                            tables, cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_HOME_ASSIGNMENT,
                                                      assignment))) &&
         cadre_rows_fact (
           self, "home-organisation",
           cadre_tables_text (tables,
                              cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_HOME_ORGANISATION,
                                                assignment)));
}

/* The other assignments of the person: each has its own outcome. */
static gboolean
explain_person (CadreRowWriter *self, guint32 assignment)
{
  CadreEngine *engine = self->engine;
  const CadreSide *before = &engine->sides[CADRE_BEFORE];
  const CadreTable *table = cadre_tables_get (before->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 person = cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_PERSON, assignment);
  guint32 n = 0;
  const guint32 *rows = NULL;

  if (person < cadre_tables_get (before->tables, CADRE_RECORD_KIND_PERSON)->n_rows)
    rows = cadre_backward_get (&before->index->assignments_of_person, person, &n);
  for (guint32 i = 0; i < n; i++)
    if (rows[i] != assignment && engine->standing[rows[i]] != CADRE_STANDING_NOT_IN_FORCE &&
        !cadre_rows_fact (self, "other-assignment", cadre_engine_assignment_id (engine, rows[i])))
      return FALSE;

  return TRUE;
}

/* The competitions that have not appointed. */
static gboolean
explain_results (CadreRowWriter *self, guint32 assignment)
{
  CadreRun *run = self->run;
  CadreVector posts = CADRE_VECTOR_INIT (guint32);
  guint32 n = 0;
  const guint32 *results = cadre_lists_get (&self->results, assignment, &n);
  gboolean ok = TRUE;

  for (guint32 i = 0; ok && i < n; i++)
    {
      const CadreResultRow *row = cadre_run_result (run, results[i]);

      if (run->is_used[results[i]] && row->result == CADRE_RESULT_NOT_APPOINTED)
        ok = cadre_vector_push (&posts, &row->post);
    }

  ok =
    ok && cadre_rows_fact_posts (self, "not-appointed", CADRE_AFTER, posts.data, (guint32) posts.n);
  cadre_vector_clear (&posts);
  return ok;
}

gboolean
cadre_explain_assignment (CadreRowWriter *self, guint32 assignment)
{
  CadreEngine *engine = self->engine;
  guint32 post = engine->post[assignment];

  if (post != CADRE_NO_ROW && (!explain_post (self, post) || !explain_pool (self, post)))
    return FALSE;

  return explain_term (self, assignment) && explain_home (self, assignment) &&
         cadre_rows_fact (self, "decided-by", engine->decided_by[assignment]) &&
         explain_person (self, assignment) && cadre_explain_claims (self, assignment) &&
         cadre_explain_fences (self, assignment) && explain_results (self, assignment) &&
         cadre_explain_process (self, assignment) &&
         cadre_managers_explain (self, self->run->post[assignment], engine->policy[assignment]);
}
