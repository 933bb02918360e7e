/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Every parameter of a policy is applied, or is marked as one that is only stated.
 *
 * A parameter is applied where another value of it changes who comes to what, or
 * why, in one of the worked cases in tests/data/matching. One that is only stated
 * changes nothing of that in any of them. */

#include <string.h>

#include "matching/cadre-case-private.h"
#include "matching/cadre-policy-private.h"
#include "../often.h"
#include "outcome-checks.h"

typedef struct
{
  char *name;
  CadreCase *source;
  char *text; /* of its outcomes under its own policies */
} Worked;

typedef struct
{
  const char *parameter;
  const char *of;
  const char *text;
} Need;

/* Where a parameter means something only beside a value of another. */
static const Need needs[] = {
  { "slot.weight.purpose", "slot.overall", "weighted" },
  { "slot.weight.duties", "slot.overall", "weighted" },
  { "slot.weight.scope", "slot.overall", "weighted" },
  { "slot.weight.competencies", "slot.overall", "weighted" },
};

static void
worked_free (gpointer data)
{
  Worked *self = data;

  g_free (self->name);
  g_object_unref (self->source);
  g_free (self->text);
  g_free (self);
}

/* Kinds, stages, posts, rungs, reasons and managers, and the issues that are not about the
 * policy itself. */
static char *
dup_outcomes (CadreCase *source)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreOutcomes) outcomes = cadre_case_run (source, NULL, &error);
  GListModel *issues = NULL;
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (outcomes)); i++)
    {
      g_autoptr (CadreOutcome) outcome = cadre_outcomes_get_outcome (outcomes, i);
      g_autofree char *line = cadre_outcome_to_string (outcome);

      g_string_append_printf (text, "%s, %d, %s\n", line, cadre_outcome_get_rung (outcome),
                              cadre_outcome_get_fact (outcome, "manager-meanwhile"));
    }
  issues = G_LIST_MODEL (cadre_outcomes_get_issues (outcomes));
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (CadreIssue) issue = g_list_model_get_item (issues, i);

      if (!g_str_has_prefix (cadre_issue_get_code (issue), "matching.policy."))
        g_string_append_printf (text, "%s\n", cadre_issue_get_code (issue));
    }

  return g_string_free (text, FALSE);
}

static void
set_parameter (CadreCase *source, const char *name, const char *text)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (source->policies)); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CadrePolicy) policy = g_list_model_get_item (G_LIST_MODEL (source->policies), i);
      g_autoptr (CadrePolicy) own =
        cadre_policy_is_preset (policy) ? cadre_policy_new_based_on (policy, "own") : NULL;
      g_autoptr (CadrePolicy) other =
        cadre_policy_with_parameter (own != NULL ? own : policy, name, text, NULL, &error);
      gpointer items[] = { other };

      g_assert_no_error (error);
      g_list_store_splice (source->policies, i, 1, items, 1);
    }
}

static void
restore_policies (CadreCase *source, GPtrArray *policies)
{
  g_list_store_splice (source->policies, 0,
                       g_list_model_get_n_items (G_LIST_MODEL (source->policies)), policies->pdata,
                       policies->len);
}

static const Need *
find_need (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (needs); i++)
    if (g_str_equal (needs[i].parameter, name))
      return &needs[i];

  return NULL;
}

/* Whether a value of a parameter changes what a case comes to. */
static gboolean
changes (Worked *worked, const char *name, const char *text)
{
  const Need *need = find_need (name);
  g_autoptr (GPtrArray) policies = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *base = NULL;
  g_autofree char *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (worked->source->policies)); i++)
    g_ptr_array_add (policies, g_list_model_get_item (G_LIST_MODEL (worked->source->policies), i));
  if (need != NULL)
    {
      set_parameter (worked->source, need->of, need->text);
      base = dup_outcomes (worked->source);
    }
  set_parameter (worked->source, name, text);
  found = dup_outcomes (worked->source);
  restore_policies (worked->source, policies);
  return !g_str_equal (found, base != NULL ? base : worked->text);
}

/* The values that are tried: every word, both flags, and the ends of numbers. */
static GPtrArray *
list_values (const CadreParameterSpec *spec)
{
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < CADRE_MAX_PARAMETER_WORDS && spec->words[i] != NULL; i++)
    g_ptr_array_add (values, g_strdup (spec->words[i]));
  if (spec->kind == CADRE_PARAMETER_KIND_FLAG)
    {
      g_ptr_array_add (values, g_strdup ("true"));
      g_ptr_array_add (values, g_strdup ("false"));
    }
  if (spec->kind == CADRE_PARAMETER_KIND_INTEGER)
    {
      g_ptr_array_add (values, g_strdup_printf ("%d", spec->least));
      g_ptr_array_add (values, g_strdup_printf ("%d", MIN (spec->least + 1, spec->most)));
      g_ptr_array_add (values, g_strdup_printf ("%d", spec->most));
    }

  return values;
}

/* The case in which a parameter has an effect; NULL where it has none in any. */
static const char *
find_effect (GPtrArray *cases, const CadreParameterSpec *spec)
{
  g_autoptr (GPtrArray) values = list_values (spec);

  for (guint i = 0; i < cases->len; i++)
    for (guint k = 0; k < values->len; k++)
      if (changes (cases->pdata[i], spec->name, values->pdata[k]))
        return ((Worked *) cases->pdata[i])->name;

  return NULL;
}

static GPtrArray *
load_cases (void)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_DIST, "data", "matching", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *cases = g_ptr_array_new_with_free_func (worked_free);
  const char *name = NULL;

  g_assert_nonnull (dir);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);
      g_autoptr (GError) error = NULL;
      Worked *worked = NULL;

      if (!g_str_has_suffix (name, ".json"))
        continue;
      worked = g_new0 (Worked, 1);
      worked->name = g_strdup (name);
      worked->source = cadre_case_load (file, NULL, NULL, &error);
      g_assert_no_error (error);
      worked->text = dup_outcomes (worked->source);
      g_ptr_array_add (cases, worked);
    }

  return cases;
}

/* A parameter of one word has that in every case. */
static gboolean
is_fixed (const CadreParameterSpec *spec)
{
  return spec->kind == CADRE_PARAMETER_KIND_WORD && spec->words[1] == NULL;
}

static void
test_effect (void)
{
  g_autoptr (GPtrArray) cases = load_cases ();
  guint n_wrong = 0;

  for (guint i = 0; i < CADRE_N_PARAMETERS; i += often (1, 9))
    {
      const CadreParameterSpec *spec = cadre_parameter_spec ((CadreParameter) i);
      const char *where = is_fixed (spec) ? "every case" : find_effect (cases, spec);

      if (spec->is_stated_only == (where == NULL))
        continue;
      g_test_message ("%s: %s", spec->name,
                      where != NULL ? "is marked as stated only, and is applied"
                                    : "changes nothing, and is not marked as stated only");
      n_wrong++;
    }
  g_assert_cmpuint (n_wrong, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matching/policy-effect/every-parameter", test_effect);

  return g_test_run ();
}
