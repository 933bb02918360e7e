/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "../often.h"
#include "diff/patch/cadre-patch-circles-private.h"
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
  g_autoptr (CadrePatch) nothing =
    again != NULL ? cadre_patch_compose (patch, inverse, &error) : NULL;

  if (nothing == NULL)
    return fail ("invert (p), compose (p, invert (p))", error);
  if (!cadre_patch_equal (again, patch))
    return fail ("invert (invert (p)) = p", NULL);
  if (!cadre_patch_is_empty (nothing))
    return fail ("compose (p, invert (p)) is empty", NULL);

  return leads_to (inverse, after, before, "apply (invert (p), b) = a");
}

static gboolean
check_document (CadrePatch *patch)
{
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = cadre_patch_to_text (patch, full, &error);
  g_autoptr (GBytes) bytes = text != NULL ? g_bytes_new_static (text, strlen (text)) : NULL;
  g_autoptr (CadrePatch) read =
    text != NULL ? cadre_patch_load_bytes (bytes, NULL, NULL, &error) : NULL;

  if (read == NULL)
    return fail ("write and read", error);
  return (cadre_patch_equal (read, patch) &&
          g_strcmp0 (cadre_patch_get_identity_before (read),
                     cadre_patch_get_identity_before (patch)) == 0 &&
          g_strcmp0 (cadre_patch_get_identity_after (read),
                     cadre_patch_get_identity_after (patch)) == 0) ||
         fail ("read (write (p)) = p", NULL);
}

static gboolean
check_pair (CadrePatch *patch, CadreStructure *before, CadreStructure *after)
{
  return leads_to (patch, before, after, "apply (diff (a, b), a) = b") &&
         check_inverse (patch, before, after) && check_document (patch);
}

static guint
count (CadreStructure *structure, const char *code)
{
  return cadre_issue_list_get_count (cadre_structure_get_issues (structure), code);
}

/* The circles of two and more that validation finds, as their ids. */
static GHashTable *
list_circles (CadreStructure *structure)
{
  CadreIssueList *issues = cadre_structure_get_issues (structure);
  GHashTable *circles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);
      const char *code = cadre_issue_get_code (issue);

      if (g_str_equal (code, "structure.line.cycle") || g_str_equal (code, "structure.unit.cycle"))
        g_hash_table_add (circles, g_strconcat (code, cadre_issue_get_message (issue), NULL));
    }

  return circles;
}

static guint
count_new (GHashTable *circles, GHashTable *old)
{
  GHashTableIter iter;
  gpointer name = NULL;
  guint n = 0;

  g_hash_table_iter_init (&iter, circles);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    n += !g_hash_table_contains (old, name);
  return n;
}

static guint
count_selves (CadreStructure *structure)
{
  return count (structure, "structure.line.self") + count (structure, "structure.unit.self");
}

static gboolean
has_renamed (CadrePatch *patch)
{
  for (guint32 i = 0; i < patch->n_ops; i++)
    if (patch->ops[i].action == CADRE_PATCH_ACTION_REKEY &&
        (patch->ops[i].kind == CADRE_RECORD_KIND_POST ||
         patch->ops[i].kind == CADRE_RECORD_KIND_UNIT))
      return TRUE;

  return FALSE;
}

static gboolean
is_target (CadrePatch *patch, CadreStructure *result)
{
  g_autofree char *identity = cadre_patch_identify (result, NULL);

  return g_strcmp0 (identity, cadre_patch_get_identity_after (patch)) == 0;
}

/* What fits is refused where validation finds a circle in the result that the base has
 * not, and only there. It does not know of other ids. */
static gboolean
check_circles (CadrePatch *patch, CadreStructure *base)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) result = cadre_patch_apply (patch, base, NULL, &error);
  g_autoptr (CadreStructure) anyhow = cadre_patch_carry_out (patch, base, NULL, NULL);
  g_autoptr (CadreIssueList) issues = cadre_patch_check (patch, base, NULL, NULL);
  g_autoptr (GHashTable) before = list_circles (base);
  g_autoptr (GHashTable) after = anyhow != NULL ? list_circles (anyhow) : NULL;
  const guint n_told = cadre_issue_list_get_count (issues, "diff.patch.circle");

  if (anyhow == NULL)
    return g_error_matches (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_BASE) ||
           fail ("what does not fit is refused as that", error);
  if ((result == NULL) != (n_told > 0))
    return fail ("check () tells of a circle where apply () refuses one", error);
  if (result == NULL && !g_error_matches (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_CIRCLE))
    return fail ("what fits is only refused for a circle", error);
  if (has_renamed (patch))
    return TRUE;

  if (result != NULL && count_new (after, before) > 0)
    return is_target (patch, result) || fail ("apply () makes no new circle", NULL);
  return result != NULL || count_new (after, before) > 0 || count_selves (anyhow) > 0 ||
         fail ("apply () refuses new circles only", error);
}

static gboolean
check_composition (CadrePatch *first, CadreStructure *a, CadreStructure *b, CadreStructure *c)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadrePatch) second = make_patch (b, c);
  g_autoptr (CadrePatch) both = cadre_patch_compose (first, second, &error);

  if (both == NULL)
    return fail ("compose (p, q)", error);

  return leads_to (both, a, c, "apply (compose (p, q), a) = apply (q, apply (p, a))") &&
         check_inverse (both, a, c) && check_circles (second, a);
}

/* Some of a patch, and of it something again, without regard to what is on the way. */
static gboolean
check_some (CadrePatch *patch, CadreStructure *a, guint32 seed)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (patch));
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);

  for (guint round = 0; round < 2 && n > 0; round++)
    {
      const guint position = (guint) g_rand_int_range (rand, 0, (gint32) n);
      g_autoptr (GError) error = NULL;
      g_autoptr (CadrePatch) part = cadre_patch_select (patch, &position, 1, NULL, &error);

      if (part == NULL)
        return fail ("select (p, …)", error);
      if (!check_circles (part, a))
        return FALSE;
    }

  return TRUE;
}

/* A part, named in two orders, has to be one part and go on; one of sound
 * structures must not make a circle, or a reference that leads nowhere. */
static gboolean
check_part (CadrePatch *patch, CadreStructure *a, CadreStructure *b, guint32 seed)
{
  static const char *const faults[] = { "structure.reference.dangling", "structure.line.cycle",
                                        "structure.unit.cycle", "structure.id.duplicate" };
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (patch));
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  const guint n_chosen = n > 0 ? (guint) g_rand_int_range (rand, 0, (gint32) MIN (n, 5) + 1) : 0;
  guint there[5] = { 0 };
  guint back[5] = { 0 };
  g_autoptr (GError) error = NULL;
  g_autoptr (CadrePatch) part = NULL;
  g_autoptr (CadrePatch) same = NULL;
  g_autoptr (CadreStructure) result = NULL;

  for (guint i = 0; i < n_chosen; i++)
    {
      there[i] = (guint) g_rand_int_range (rand, 0, (gint32) n);
      back[n_chosen - 1 - i] = there[i];
    }
  part = cadre_patch_select (patch, there, n_chosen, a, &error);
  same = part != NULL ? cadre_patch_select (patch, back, n_chosen, a, &error) : NULL;
  result = same != NULL ? cadre_patch_apply (part, a, NULL, &error) : NULL;
  if (same != NULL && !cadre_patch_equal (part, same))
    return fail ("select (p, …) is the same in any order", NULL);
  /* A circle that the structure after has may be in the part. */
  if (g_error_matches (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_CIRCLE) &&
      count (b, "structure.line.cycle") + count (b, "structure.unit.cycle") + count_selves (b) > 0)
    return TRUE;
  if (result == NULL)
    return fail ("apply (select (p, …), a)", error);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (count (a, faults[i]) == 0 && count (b, faults[i]) == 0 && count (result, faults[i]) > 0)
      return fail (faults[i], NULL);

  return TRUE;
}

static gboolean
check_all_parts (CadrePatch *patch, CadreStructure *a, CadreStructure *b)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (patch));
  g_autofree guint *all = g_new (guint, n + 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadrePatch) whole = NULL;

  for (guint i = 0; i < n; i++)
    all[i] = n - 1 - i;
  whole = cadre_patch_select (patch, all, n, NULL, &error);
  if (whole == NULL || !cadre_patch_equal (whole, patch))
    return fail ("select (p, all) = p", error);

  return check_part (patch, a, b, n) && check_part (patch, a, b, n + 1) && check_some (patch, a, n);
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

  g_autoptr (CadreStructure) c = case_sketch_load (&plan->versions[2]);
  g_autoptr (CadrePatch) patch = make_patch (a, b);

  /* Parts take several times as long as all other laws: every fourth case. */
  return check_itself (a) && check_pair (patch, a, b) && check_composition (patch, a, b, c) &&
         (plan->seed % 4 != 0 || check_all_parts (patch, a, b));
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
  static guint32 numbers[2];
  guint64 number = 0;

  g_test_init (&argc, &argv, NULL);
  numbers[0] = often (N_CASES, N_CASES / 15);
  numbers[1] = (guint32) g_test_rand_int ();
  for (int i = 1; i < argc && i < 3; i++)
    if (g_ascii_string_to_unsigned (argv[i], 10, 0, G_MAXUINT32, &number, NULL))
      numbers[i - 1] = (guint32) number;

  g_test_add_data_func ("/diff/patch/laws", numbers, test_laws);

  return g_test_run ();
}
