/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "patch-cases.h"

#include <string.h>

/* What has to hold of every difference, asked of structures at random. Give the
 * number of cases, and the seed of the first, to ask for more:
 *
 *   test-patch-laws CASES SEED
 */

#define N_CASES 1500

static const char *failure; /* of the last case: the law */

static char *
to_text (CadreStructure *structure)
{
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  char *text = cadre_structure_to_text (structure, full, &error);

  g_assert_no_error (error);
  return text;
}

static gboolean
fail (const char *law, const GError *error)
{
  failure = law;
  if (error != NULL)
    g_test_message ("%s: %s", law, error->message);
  return FALSE;
}

static CadrePatch *
make_patch (CadreStructure *before, CadreStructure *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreDiff) diff = cadre_diff_new (before, after, NULL, NULL, &error);
  CadrePatch *patch = NULL;

  g_assert_no_error (error);
  patch = cadre_patch_new (diff, &error);
  g_assert_no_error (error);
  return patch;
}

/* Whether a patch leads from one document to the other. */
static gboolean
leads_to (CadrePatch *patch, CadreStructure *before, CadreStructure *after, const char *law)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) result = cadre_patch_apply (patch, before, NULL, &error);
  g_autofree char *expected = to_text (after);
  g_autofree char *text = result != NULL ? to_text (result) : NULL;

  if (result == NULL)
    return fail (law, error);
  return strcmp (text, expected) == 0 || fail (law, NULL);
}

static gboolean
check_inverse (CadrePatch *patch, CadreStructure *before, CadreStructure *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadrePatch) inverse = cadre_patch_invert (patch, &error);
  g_autoptr (CadrePatch) again = inverse != NULL ? cadre_patch_invert (inverse, &error) : NULL;

  if (again == NULL)
    return fail ("invert", error);
  if (!cadre_patch_equal (again, patch))
    return fail ("invert (invert (p)) = p", NULL);

  return leads_to (inverse, after, before, "apply (invert (p), b) = a");
}

static gboolean
check_pair (CadreStructure *before, CadreStructure *after)
{
  g_autoptr (CadrePatch) patch = make_patch (before, after);

  return leads_to (patch, before, after, "apply (diff (a, b), a) = b") &&
         check_inverse (patch, before, after);
}

static gboolean
check_itself (CadreStructure *a)
{
  g_autoptr (CadrePatch) patch = make_patch (a, a);

  if (!cadre_patch_is_empty (patch))
    return fail ("diff (a, a) is empty", NULL);
  return leads_to (patch, a, a, "apply (empty, a) = a");
}

static gboolean
holds (const CasePlan *plan)
{
  g_autoptr (CadreStructure) a = case_sketch_load (&plan->versions[0]);
  g_autoptr (CadreStructure) b = case_sketch_load (&plan->versions[1]);

  return check_itself (a) && check_pair (a, b);
}

static gboolean
fails (const CasePlan *plan)
{
  return !holds (plan);
}

static void
report (CasePlan *plan, guint32 seed)
{
  case_plan_shrink (plan, fails);
  holds (plan);
  g_test_message ("seed %u: this does not hold: %s", seed, failure);
  for (guint i = 0; i < CASE_N_VERSIONS; i++)
    {
      g_autofree char *text = case_sketch_print (&plan->versions[i]);

      g_test_message ("document %c: %s", (char) ('a' + i), text);
    }
}

static void
test_laws (gconstpointer data)
{
  const guint32 *numbers = data;

  g_test_message ("%u cases, the seed of the first is %u", numbers[0], numbers[1]);
  for (guint32 i = 0; i < numbers[0]; i++)
    {
      CasePlan *plan = case_plan_new (numbers[1] + i);

      if (!holds (plan))
        {
          report (plan, numbers[1] + i);
          g_test_fail ();
          return;
        }
      case_plan_free (plan);
    }
}

int
main (int argc, char **argv)
{
  static guint32 numbers[2] = { N_CASES, 0 };
  guint64 number = 0;

  g_test_init (&argc, &argv, NULL);
  numbers[1] = (guint32) g_test_rand_int ();
  for (int i = 1; i < argc && i < 3; i++)
    if (g_ascii_string_to_unsigned (argv[i], 10, 0, G_MAXUINT32, &number, NULL))
      numbers[i - 1] = (guint32) number;

  g_test_add_data_func ("/diff/patch/laws", numbers, test_laws);

  return g_test_run ();
}
