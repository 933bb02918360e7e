/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Nothing comes into a report at a level but what the table of the levels lets
 * out of the structures. */

#include "../structure/canaries.h"
#include "../often.h"

typedef struct
{
  CadreRedactionLevel level;
  gboolean has_key;
} Reader;

static char *
to_json (CadreReport *report)
{
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  g_autoptr (GError) error = NULL;

  cadre_report_write (report, writer);
  cadre_writer_finish (writer, NULL, &error);
  g_assert_no_error (error);
  return cadre_writer_dup_text (writer);
}

/* A number of four to six digits as people write it. */
static gboolean
is_grouped_in (const Canary *canary, const char *text)
{
  Canary grouped = *canary;

  gsize length = strlen (canary->text);

  if (length < 4 || length > 6 || strspn (canary->text, "0123456789") != length)
    return FALSE;

  g_snprintf (grouped.text, sizeof (grouped.text), "%.*s,%s", (int) length - 3, canary->text,
              canary->text + length - 3);
  return canary_is_in (&grouped, text);
}

static guint
count_shown (GArray *canaries, const Reader *reader, const char *text)
{
  guint n = 0;

  for (guint i = 0; i < canaries->len; i++)
    {
      const Canary *canary = &g_array_index (canaries, Canary, i);

      if (!canary_is_in (canary, text) && !is_grouped_in (canary, text))
        continue;
      n += canary->origin == CANARY_OF_FIELD;
      if (!canary_is_allowed (canary, reader->level, reader->has_key))
        g_error ("%s of %s (%c, %s) is in the report:\n%s",
                 cadre_schema_get (canary->kind)->fields[canary->field].name,
                 cadre_schema_get (canary->kind)->name, canary_sets[canary->set], canary->text,
                 text);
    }

  return n;
}

static void
assert_report (CadreReport *report, GArray *canaries, const Reader *reader)
{
  g_autofree char *text = cadre_report_to_text (report, 1000000);
  g_autofree char *json = to_json (report);

  g_assert_cmpuint (count_shown (canaries, reader, text), >, 0);
  g_assert_cmpuint (count_shown (canaries, reader, json), >, 0);
  g_assert_null (strstr (text, "canarykey"));
  g_assert_finalize_object (report);
}

static void
test_structure (gconstpointer data)
{
  const Reader *reader = data;
  g_autoptr (GArray) canaries = g_array_new (FALSE, FALSE, sizeof (Canary));
  g_autoptr (CadreStructure) structure = canary_structure_new (0, canaries);
  g_autoptr (CadreRedaction) redaction = canary_redaction_new (reader->level, reader->has_key);
  g_autoptr (GError) error = NULL;
  CadreReport *report = cadre_report_new_for_structure (structure, redaction, "en", &error);

  g_assert_no_error (error);
  assert_report (report, canaries, reader);
}

/* Every field is another before than after. */
static void
test_diff (gconstpointer data)
{
  const Reader *reader = data;
  g_autoptr (GArray) canaries = g_array_new (FALSE, FALSE, sizeof (Canary));
  g_autoptr (CadreStructure) before = canary_structure_new (0, canaries);
  g_autoptr (CadreStructure) after = canary_structure_new (50000, canaries);
  g_autoptr (CadreRedaction) redaction = canary_redaction_new (reader->level, reader->has_key);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreDiff) diff = cadre_diff_new (before, after, NULL, NULL, &error);
  CadreReport *report = cadre_report_new_for_diff (diff, redaction, "en", &error);

  g_assert_no_error (error);
  assert_report (report, canaries, reader);
}

/* What is told at some levels of a comparison need not hold any value. */
static void
assert_silent_report (CadreReport *report, GArray *canaries, const Reader *reader)
{
  g_autofree char *text = cadre_report_to_text (report, 1000000);
  g_autofree char *json = to_json (report);
  const guint n = count_shown (canaries, reader, text) + count_shown (canaries, reader, json);

  if (reader->level == CADRE_REDACTION_LEVEL_FULL)
    g_assert_cmpuint (n, >, 0);
  g_assert_null (strstr (text, "canarykey"));
  g_assert_finalize_object (report);
}

/* By all evidence that there is, holders included, and field by field. */
static CadreDiff *
compare_by_evidence (CadreStructure *before, CadreStructure *after)
{
  g_autoptr (CadreMappingSettings) settings = cadre_mapping_settings_new ();
  g_autoptr (CadreMapping) mapping = NULL;
  g_autoptr (GError) error = NULL;
  CadreDiff *diff = NULL;

  cadre_mapping_settings_set_method (settings, CADRE_MAPPING_METHOD_SIMILARITY);
  cadre_mapping_settings_set_use_holders (settings, TRUE);
  mapping = cadre_mapping_new_by_evidence (before, after, NULL, settings, NULL, &error);
  g_assert_no_error (error);
  diff = cadre_diff_new (before, after, mapping, NULL, &error);
  g_assert_no_error (error);
  return diff;
}

static void
test_events (gconstpointer data)
{
  const Reader *reader = data;

  for (guint seed = 0; seed <= 50000; seed += 50000)
    for (guint level = 0; level <= CADRE_DIFF_LEVEL_FIELD; level++)
      {
        g_autoptr (GArray) canaries = g_array_new (FALSE, FALSE, sizeof (Canary));
        g_autoptr (CadreStructure) before = canary_structure_new (0, canaries);
        g_autoptr (CadreStructure) after = canary_structure_new (seed, canaries);
        g_autoptr (CadreRedaction) redaction =
          canary_redaction_new (reader->level, reader->has_key);
        g_autoptr (CadreDiffView) view = cadre_diff_view_new ((CadreDiffLevel) level);
        g_autoptr (CadreDiff) diff = compare_by_evidence (before, after);
        g_autoptr (GError) error = NULL;
        CadreReport *report = cadre_report_new_for_diff_view (diff, view, redaction, "en", &error);

        g_assert_no_error (error);
        assert_silent_report (report, canaries, reader);
      }
}

/* All that changed, and nobody had asked for it. */
static void
test_responses (gconstpointer data)
{
  const Reader *reader = data;
  g_autoptr (GArray) canaries = g_array_new (FALSE, FALSE, sizeof (Canary));
  g_autoptr (CadreStructure) before = canary_structure_new (0, canaries);
  g_autoptr (CadreStructure) after = canary_structure_new (50000, canaries);
  g_autoptr (CadreRedaction) redaction = canary_redaction_new (reader->level, reader->has_key);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreResponses) responses = cadre_responses_new ("Title", none, &error);
  g_autoptr (CadreDiff) diff = cadre_diff_new (before, after, NULL, NULL, &error);
  CadreReport *report = cadre_report_new_for_responses (responses, diff, redaction, "en", &error);

  g_assert_no_error (error);
  assert_silent_report (report, canaries, reader);
}

/* A level at which posts have no ids has no such report. */
static void
test_reconciliation (gconstpointer data)
{
  const Reader *reader = data;
  g_autoptr (GArray) canaries = g_array_new (FALSE, FALSE, sizeof (Canary));
  g_autoptr (CadreStructure) before = canary_structure_new (0, canaries);
  g_autoptr (CadreStructure) after = canary_structure_new (50000, canaries);
  g_autoptr (CadreRedaction) redaction = canary_redaction_new (reader->level, reader->has_key);
  g_autoptr (CadreReconciler) reconciler = cadre_reconciler_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreReconciliation) result =
    cadre_reconciler_run (reconciler, before, after, NULL, NULL, &error);
  CadreReport *report = NULL;

  g_assert_no_error (error);
  report = cadre_report_new_for_reconciliation (result, redaction, "en", &error);
  if (reader->level != CADRE_REDACTION_LEVEL_STATISTICS)
    {
      g_assert_no_error (error);
      assert_report (report, canaries, reader);
      return;
    }

  g_assert_null (report);
  g_assert_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_REDACTION);
}

/* A level that shows no posts tells nothing of what follows; others are at liberty to
 * tell little. */
static void
assert_report_of_posts (CadreReport *report,
                        const GError *error,
                        GArray *canaries,
                        const Reader *reader)
{
  if (reader->level != CADRE_REDACTION_LEVEL_STATISTICS)
    {
      g_assert_no_error (error);
      assert_silent_report (report, canaries, reader);
      return;
    }

  g_assert_null (report);
  g_assert_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_REDACTION);
  g_assert_true (g_str_has_prefix (error->message, "The level of redaction shows no posts to "));
}

/* Two proposals in which every field is another one than in the base. */
static void
test_merge (gconstpointer data)
{
  const Reader *reader = data;
  g_autoptr (GArray) canaries = g_array_new (FALSE, FALSE, sizeof (Canary));
  g_autoptr (CadreStructure) base = canary_structure_new (0, canaries);
  g_autoptr (CadreStructure) ours = canary_structure_new (50000, canaries);
  g_autoptr (CadreStructure) theirs = canary_structure_new (100000, canaries);
  g_autoptr (CadreRedaction) redaction = canary_redaction_new (reader->level, reader->has_key);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreDiff) our_diff = cadre_diff_new (base, ours, NULL, NULL, &error);
  g_autoptr (CadreDiff) their_diff = cadre_diff_new (base, theirs, NULL, NULL, &error);
  g_autoptr (CadreMerge) merge = cadre_merge_new (our_diff, their_diff, NULL, &error);
  CadreReport *report = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (merge)), >, 10);
  report = cadre_report_new_for_merge (merge, redaction, "en", &error);
  assert_report_of_posts (report, error, canaries, reader);
}

static void
test_alternatives (gconstpointer data)
{
  const Reader *reader = data;
  g_autoptr (GArray) canaries = g_array_new (FALSE, FALSE, sizeof (Canary));
  g_autoptr (CadreStructure) base = canary_structure_new (0, canaries);
  g_autoptr (CadreStructure) ours = canary_structure_new (50000, canaries);
  g_autoptr (CadreStructure) theirs = canary_structure_new (100000, canaries);
  g_autoptr (CadreRedaction) redaction = canary_redaction_new (reader->level, reader->has_key);
  g_autoptr (GError) error = NULL;
  CadreStructure *proposals[] = { ours, theirs };
  g_autoptr (CadreAlternatives) alternatives =
    cadre_alternatives_new (base, proposals, 2, NULL, NULL, 0, NULL, &error);
  CadreReport *report = NULL;

  g_assert_no_error (error);
  report = cadre_report_new_for_alternatives (alternatives, redaction, "en", &error);
  assert_report_of_posts (report, error, canaries, reader);
}

/* The same at another date. */
static CadreStructure *
put_off (CadreStructure *structure)
{
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = cadre_structure_to_text (structure, full, &error);
  g_autoptr (GBytes) bytes = NULL;
  CadreStructure *later = NULL;
  char *date = NULL;

  g_assert_no_error (error);
  date = strstr (text, "\"as-of\": \"2026-04-01\"");
  g_assert_nonnull (date);
  date[strlen ("\"as-of\": \"202")] = '7';
  bytes = g_bytes_new (text, strlen (text));
  later = cadre_structure_load_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  return later;
}

static void
test_series (gconstpointer data)
{
  const Reader *reader = data;
  g_autoptr (GArray) canaries = g_array_new (FALSE, FALSE, sizeof (Canary));
  g_autoptr (CadreStructure) before = canary_structure_new (0, canaries);
  g_autoptr (CadreStructure) made = canary_structure_new (50000, canaries);
  g_autoptr (CadreStructure) after = put_off (made);
  g_autoptr (CadreRedaction) redaction = canary_redaction_new (reader->level, reader->has_key);
  g_autoptr (GError) error = NULL;
  CadreStructure *structures[] = { before, after };
  g_autoptr (CadreSeries) series = cadre_series_new (structures, 2, NULL, 0, NULL, &error);
  CadreReport *report = NULL;

  g_assert_no_error (error);
  report = cadre_report_new_for_series (series, redaction, "en", &error);
  assert_report_of_posts (report, error, canaries, reader);
}

static const CadreRedactionLevel of_outcomes[] = {
  CADRE_REDACTION_LEVEL_FULL,
  CADRE_REDACTION_LEVEL_CONSULTATION,
  CADRE_REDACTION_LEVEL_UNION,
  CADRE_REDACTION_LEVEL_COMMITTEE_EXEMPT,
};

static CadreOutcomes *
run_case (CadreStructure *before, CadreStructure *after)
{
  g_autoptr (CadreCase) restructure = cadre_case_new ();
  g_autoptr (CadrePolicy) policy = cadre_policy_new_illustrative ();
  g_autoptr (GError) error = NULL;
  CadreOutcomes *outcomes = NULL;

  cadre_case_set_before (restructure, before);
  cadre_case_set_after (restructure, after);
  cadre_case_add_policy (restructure, policy);
  outcomes = cadre_case_run (restructure, NULL, &error);
  g_assert_no_error (error);
  return outcomes;
}

/* What comes out is told to four readers, and a case is written for two. */
static void
test_outcomes (gconstpointer data)
{
  const Reader *reader = data;
  g_autoptr (GArray) canaries = g_array_new (FALSE, FALSE, sizeof (Canary));
  g_autoptr (CadreStructure) before = canary_structure_new (0, canaries);
  g_autoptr (CadreStructure) after = canary_structure_new (50000, canaries);
  g_autoptr (CadreOutcomes) outcomes = run_case (before, after);
  g_autoptr (CadreRedaction) redaction = canary_redaction_new (reader->level, reader->has_key);
  g_autoptr (GError) error = NULL;
  CadreReport *report = cadre_report_new_for_outcomes (outcomes, redaction, "en", &error);
  gboolean is_told = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (of_outcomes); i++)
    is_told |= of_outcomes[i] == reader->level;

  if (is_told)
    {
      g_assert_no_error (error);
      assert_report (report, canaries, reader);
      return;
    }

  g_assert_null (report);
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_REDACTION);
  g_assert_cmpstr (error->message, ==, "What comes out of a case is not reported at this level");
}

static void
test_case (gconstpointer data)
{
  const Reader *reader = data;
  g_autoptr (GArray) canaries = g_array_new (FALSE, FALSE, sizeof (Canary));
  g_autoptr (CadreStructure) before = canary_structure_new (0, canaries);
  g_autoptr (CadreStructure) after = canary_structure_new (50000, canaries);
  g_autoptr (CadreCase) restructure = cadre_case_new ();
  g_autoptr (CadreRedaction) redaction = canary_redaction_new (reader->level, reader->has_key);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  cadre_case_set_before (restructure, before);
  cadre_case_set_after (restructure, after);
  text = cadre_case_to_text (restructure, redaction, &error);
  if (reader->level <= CADRE_REDACTION_LEVEL_CONSULTATION)
    {
      g_assert_no_error (error);
      g_assert_cmpuint (count_shown (canaries, reader, text), >, 0);
      return;
    }

  g_assert_null (text);
  g_assert_error (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_REDACTION);
  g_assert_cmpstr (error->message, ==,
                   "A case is written at the full level and for consultation only");
}

static void
add_test (const char *thing, const Reader *reader, GTestDataFunc func)
{
  g_autoptr (GEnumClass) levels = g_type_class_ref (CADRE_TYPE_REDACTION_LEVEL);
  g_autofree char *path =
    g_strdup_printf ("/report/canaries/%s/%s%s", thing,
                     g_enum_get_value (levels, (int) reader->level)->value_nick,
                     reader->has_key ? "/key" : "/no-key");

  g_test_add_data_func (path, reader, func);
}

int
main (int argc, char *argv[])
{
  static Reader readers[2 * G_N_ELEMENTS (canary_levels)];

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (readers); i += often (1, 5))
    {
      readers[i].level = canary_levels[i / 2];
      readers[i].has_key = i % 2 != 0;
      add_test ("structure", &readers[i], test_structure);
      add_test ("diff", &readers[i], test_diff);
      add_test ("events", &readers[i], test_events);
      add_test ("responses", &readers[i], test_responses);
      add_test ("reconciliation", &readers[i], test_reconciliation);
      add_test ("merge", &readers[i], test_merge);
      add_test ("alternatives", &readers[i], test_alternatives);
      add_test ("series", &readers[i], test_series);
      add_test ("outcomes", &readers[i], test_outcomes);
      add_test ("case", &readers[i], test_case);
    }

  return g_test_run ();
}
