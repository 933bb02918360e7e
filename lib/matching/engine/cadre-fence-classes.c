/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "matching/engine/cadre-fences-private.h"

static int
compare_numbers (gint64 a, gint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_functions (const CadreEngine *engine, guint side, guint32 a, guint32 b)
{
  guint32 n_a = 0;
  guint32 n_b = 0;
  const guint32 *x = cadre_lists_get (&engine->functions[side], a, &n_a);
  const guint32 *y = cadre_lists_get (&engine->functions[side], b, &n_b);
  int order = compare_numbers (n_a, n_b);

  for (guint32 i = 0; order == 0 && i < n_a; i++)
    order = compare_numbers (x[i], y[i]);
  return order;
}

/* What few policies ask, where one does. */
static int
compare_places (const CadreEngine *engine, guint side, guint32 x, guint32 y)
{
  guint asked = engine->asked_parts;
  int order = 0;

  if ((asked >> CADRE_FENCE_LINE & 1) != 0)
    order = compare_numbers (engine->line[side][x], engine->line[side][y]);
  if (order == 0 && (asked >> CADRE_FENCE_UNIT & 1) != 0)
    order = compare_numbers (engine->unit[side][x], engine->unit[side][y]);
  if (order == 0 && (asked >> CADRE_FENCE_AREA & 1) != 0)
    order = compare_numbers (engine->area[side][x], engine->area[side][y]);
  return order;
}

/* Whether a ring-fence can tell two apart. */
static int
compare_classes (const CadreEngine *engine, guint side, const CadreAsked *x, const CadreAsked *y)
{
  int order = compare_numbers (x->policy, y->policy);

  if (order == 0)
    order = compare_numbers (engine->tier_group[side][x->post], engine->tier_group[side][y->post]);
  if (order == 0)
    order = compare_numbers (engine->tier[side][x->post], engine->tier[side][y->post]);
  if (order == 0)
    order = compare_numbers (engine->field[side][x->post], engine->field[side][y->post]);
  if (order == 0)
    order = compare_numbers (engine->grade[side][x->post], engine->grade[side][y->post]);
  if (order == 0)
    order = compare_places (engine, side, x->post, y->post);
  return order != 0 ? order : compare_functions (engine, side, x->post, y->post);
}

static int
compare_asked (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const CadreClasses *self = user_data;
  const CadreAsked *x = a;
  const CadreAsked *y = b;
  int order = compare_classes (self->run->engine, self->side, x, y);

  return order != 0 ? order : compare_numbers (x->row, y->row);
}

gboolean
cadre_classes_find (CadreClasses *self)
{
  if (self->n_rows > 1)
    g_qsort_with_data (self->rows, (gint) self->n_rows, sizeof (CadreAsked), compare_asked, self);
  self->first = g_try_new (guint32, (gsize) self->n_rows + 2);
  if (self->first == NULL)
    return FALSE;

  for (guint32 i = 0; i < self->n_rows; i++)
    if (i == 0 ||
        compare_classes (self->run->engine, self->side, &self->rows[i - 1], &self->rows[i]) != 0)
      self->first[self->n++] = i;
  self->first[self->n] = self->n_rows;
  return TRUE;
}

static CadreTruth
have_function_in_common (const CadreEngine *engine, guint32 before, guint32 after)
{
  guint32 n = 0;
  guint32 n_after = 0;
  const guint32 *x = cadre_lists_get (&engine->functions[CADRE_BEFORE], before, &n);
  const guint32 *y = cadre_lists_get (&engine->functions[CADRE_AFTER], after, &n_after);

  if (n == 0 || n_after == 0)
    return CADRE_TRUTH_UNKNOWN;

  for (guint32 i = 0, j = 0; i < n && j < n_after;)
    {
      if (x[i] == y[j])
        return CADRE_TRUTH_TRUE;
      if (x[i] < y[j])
        i++;
      else
        j++;
    }

  return CADRE_TRUTH_FALSE;
}

static CadreTruth
have_same (guint32 *const codes[2], guint32 before, guint32 after)
{
  guint32 x = codes[CADRE_BEFORE][before];
  guint32 y = codes[CADRE_AFTER][after];

  if (x <= CADRE_STRING_NONE || y <= CADRE_STRING_NONE)
    return CADRE_TRUTH_UNKNOWN;

  return x == y ? CADRE_TRUTH_TRUE : CADRE_TRUTH_FALSE;
}

static CadreTruth
have_like_tier (const CadreEngine *engine, guint32 before, guint32 after, int window)
{
  gint64 difference = 0;

  if (window == CADRE_ANY_DIFFERENCE)
    return CADRE_TRUTH_TRUE;
  if (cadre_engine_tier_difference (engine, before, after, &difference) != CADRE_TRUTH_TRUE)
    return CADRE_TRUTH_UNKNOWN;

  return ABS (difference) <= window ? CADRE_TRUTH_TRUE : CADRE_TRUTH_FALSE;
}

CadreTruth
cadre_fence_ask (const CadreEngine *engine,
                 const CadreAsked *person,
                 guint32 after,
                 guint8 parts[CADRE_N_FENCE_PARTS])
{
  const CadrePolicyRules *rules = engine->rules[person->policy];
  CadreTruth truth = CADRE_TRUTH_TRUE;

  parts[CADRE_FENCE_FUNCTION] =
    rules->same_function ? have_function_in_common (engine, person->post, after) : CADRE_TRUTH_TRUE;
  parts[CADRE_FENCE_FIELD] =
    rules->same_field ? have_same (engine->field, person->post, after) : CADRE_TRUTH_TRUE;
  parts[CADRE_FENCE_LINE] =
    rules->same_line ? cadre_engine_same_line (engine, person->post, after) : CADRE_TRUTH_TRUE;
  parts[CADRE_FENCE_UNIT] =
    rules->same_unit ? have_same (engine->unit, person->post, after) : CADRE_TRUTH_TRUE;
  parts[CADRE_FENCE_AREA] =
    rules->same_area ? have_same (engine->area, person->post, after) : CADRE_TRUTH_TRUE;
  parts[CADRE_FENCE_TIER] = have_like_tier (engine, person->post, after, rules->tier_difference);
  parts[CADRE_FENCE_GRADE] =
    cadre_engine_grades_within (engine, engine->grade[CADRE_BEFORE][person->post],
                                engine->grade[CADRE_AFTER][after], rules->pool_grade_up,
                                rules->pool_grade_down);

  for (guint i = 0; i < CADRE_N_FENCE_PARTS; i++)
    {
      if (parts[i] == CADRE_TRUTH_FALSE)
        return CADRE_TRUTH_FALSE;
      if (parts[i] == CADRE_TRUTH_UNKNOWN)
        truth = CADRE_TRUTH_UNKNOWN;
    }

  return truth;
}
