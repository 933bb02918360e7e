/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Gives an account of a case, line by line. The tests of the other languages
 * give the same account through introspection, and have to agree byte for byte.
 * usage: account DATA-FOLDER */

#include <cadre/cadre.h>

#include <stdio.h>
#include <string.h>

static const char *
or_unknown (const char *text)
{
  return text != NULL ? text : "?";
}

static char *
fraction_text (CadreFraction *fraction)
{
  char *text = fraction != NULL ? cadre_fraction_to_string (fraction) : g_strdup ("?");

  cadre_fraction_free (fraction);
  return text;
}

static char *
date_text (CadreDate *date)
{
  char *text = date != NULL ? cadre_date_to_string (date) : g_strdup ("?");

  cadre_date_free (date);
  return text;
}

static CadreStructure *
load (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = cadre_structure_load (file, NULL, NULL, &error);

  g_assert_no_error (error);
  return structure;
}

static void
tell_head (CadreStructure *structure)
{
  CadreIssueList *issues = cadre_structure_get_issues (structure);
  g_autofree char *as_of = date_text (cadre_structure_get_as_of (structure));

  printf ("structure %s|%s|%u|%u|%d\n", cadre_structure_get_id (structure), as_of,
          cadre_structure_get_n_records (structure, CADRE_RECORD_KIND_POST),
          cadre_issue_list_get_total (issues), cadre_structure_is_sound (structure));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = g_list_model_get_item (G_LIST_MODEL (issues), i);

      printf ("issue %s|%d|%s\n", cadre_issue_get_code (issue), cadre_issue_get_severity (issue),
              or_unknown (cadre_issue_get_subject (issue)));
    }
}

static void
tell_records (CadreStructure *structure)
{
  for (guint kind = 0; kind <= CADRE_RECORD_KIND_SUCCESSION; kind++)
    {
      g_autoptr (GListModel) records = cadre_structure_list_records (structure, kind);

      for (guint i = 0; i < g_list_model_get_n_items (records); i++)
        {
          g_autoptr (CadreRecord) record = g_list_model_get_item (records, i);
          g_autofree char *text = cadre_record_to_string (record);

          printf ("record %s\n", text);
        }
    }
}

static void
tell_posts (CadreStructure *structure)
{
  g_autoptr (GListModel) posts = cadre_structure_list_records (structure, CADRE_RECORD_KIND_POST);

  for (guint i = 0; i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr (CadrePost) post = g_list_model_get_item (posts, i);
      g_autoptr (CadrePeriod) period = cadre_post_get_period (post);
      g_autofree char *fte = fraction_text (cadre_post_get_fte (post));
      g_autofree char *in_force = cadre_period_to_string (period);
      /* Lua has one value for none and for none known. */
      const char *const *names = cadre_post_get_aliases (post);
      g_autofree char *aliases = names != NULL ? g_strjoinv (",", (char **) names) : g_strdup ("");

      printf ("post %s|%s|%s|%" G_GINT64_FORMAT "|%d|%s|%s\n",
              cadre_record_get_id (CADRE_RECORD (post)),
              or_unknown (cadre_post_get_title (post, NULL)), fte,
              (gint64) cadre_post_get_establishment (post), cadre_post_get_status (post), in_force,
              aliases);
    }
}

static void
tell_lines (CadreStructure *structure)
{
  g_autoptr (GListModel) lines = cadre_structure_list_records (structure, CADRE_RECORD_KIND_LINE);

  for (guint i = 0; i < g_list_model_get_n_items (lines); i++)
    {
      g_autoptr (CadreLine) line = g_list_model_get_item (lines, i);

      printf ("line %s|%d|%s|%s|%s\n", or_unknown (cadre_line_get_post (line)),
              cadre_line_get_kind (line), or_unknown (cadre_line_get_manager (line)),
              or_unknown (cadre_line_get_unit (line)), or_unknown (cadre_line_get_body (line)));
    }
}

static void
tell_assignments (CadreStructure *structure)
{
  g_autoptr (GListModel) assignments =
    cadre_structure_list_records (structure, CADRE_RECORD_KIND_ASSIGNMENT);

  for (guint i = 0; i < g_list_model_get_n_items (assignments); i++)
    {
      g_autoptr (CadreAssignment) assignment = g_list_model_get_item (assignments, i);
      g_autofree char *fte = fraction_text (cadre_assignment_get_fte (assignment));
      g_autofree char *hours = fraction_text (cadre_assignment_get_hours (assignment));

      printf ("assignment %s|%s|%s|%d|%s|%s\n", cadre_record_get_id (CADRE_RECORD (assignment)),
              or_unknown (cadre_assignment_get_person (assignment)),
              or_unknown (cadre_assignment_get_post (assignment)),
              cadre_assignment_get_basis (assignment), fte, hours);
    }
}

static const char *
id_of (gpointer record)
{
  return record != NULL ? cadre_record_get_id (CADRE_RECORD (record)) : "?";
}

static char *
bodies_text (CadreStructure *structure, const char *post)
{
  g_autoptr (GListModel) bodies = cadre_structure_list_accountable_bodies (structure, post);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (bodies); i++)
    {
      g_autoptr (CadreBody) body = g_list_model_get_item (bodies, i);

      g_string_append_printf (text, "%s,", id_of (body));
    }

  return g_string_free (text, FALSE);
}

static void
tell_tiers (CadreStructure *structure)
{
  g_autoptr (GListModel) posts = cadre_structure_list_records (structure, CADRE_RECORD_KIND_POST);

  for (guint i = 0; i < g_list_model_get_n_items (posts); i++)
    {
      g_autoptr (CadrePost) post = g_list_model_get_item (posts, i);
      const char *id = id_of (post);
      g_autofree char *bodies = bodies_text (structure, id);

      printf ("tier %s|%d|%d|%d|%s\n", id, cadre_structure_get_tier (structure, id, NULL),
              cadre_structure_get_tier (structure, id, "ntpct"),
              cadre_structure_get_depth (structure, id), bodies);
    }
}

static void
tell_who (CadreStructure *structure)
{
  g_autoptr (GListModel) assignments =
    cadre_structure_list_records (structure, CADRE_RECORD_KIND_ASSIGNMENT);

  for (guint i = 0; i < g_list_model_get_n_items (assignments); i++)
    {
      g_autoptr (CadreAssignment) assignment = g_list_model_get_item (assignments, i);
      const char *id = id_of (assignment);
      g_autoptr (CadrePost) manager =
        cadre_structure_find_manager (structure, id, CADRE_VACANT_MANAGER_NEXT_OCCUPIED);
      g_autoptr (CadreOrganisation) employer = cadre_structure_find_employer (structure, id);
      g_autoptr (CadrePost) lead = cadre_structure_find_professional_lead (structure, id);

      g_autofree char *fte = fraction_text (cadre_structure_get_fte (structure, id));

      printf ("who %s|%s|%s|%s|%d|%s\n", id, id_of (manager), id_of (employer), id_of (lead),
              cadre_structure_is_in_post (structure, id), fte);
    }
}

static gboolean
tell_step (const char *post, guint depth, gpointer user_data)
{
  printf ("walk %u|%s\n", depth, post);

  return TRUE;
}

static void
tell_total (const char *name, CadreTotal *total)
{
  g_autofree char *text = cadre_total_to_string (total);

  printf ("total %s|%s|%" G_GINT64_FORMAT "|%u\n", name, text, cadre_total_get_least (total),
          cadre_total_get_n_unknown (total));
}

static void
tell_metrics (CadreStructure *structure)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreMetrics) metrics = cadre_metrics_new (structure, NULL, &error);
  CadreFigures *all = NULL;
  g_autofree guint *spans = NULL;
  gsize n_spans = 0;

  g_assert_no_error (error);
  all = cadre_metrics_get_overall (metrics);
  tell_total ("positions", cadre_figures_get_positions (all));
  tell_total ("vacancies", cadre_figures_get_vacancies (all));
  tell_total ("heads", cadre_figures_get_heads (all));
  tell_total ("fte", cadre_figures_get_in_post_fte (all));
  tell_total ("cost", cadre_figures_get_cost (all));
  spans = cadre_metrics_dup_span_counts (metrics, &n_spans);
  for (gsize i = 0; i < n_spans; i++)
    printf ("span %" G_GSIZE_FORMAT "|%u\n", i, spans[i]);
}

static void
tell_text (const char *word, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    printf ("%s %s\n", word, lines[i]);
}

/* A report as text and as JSON. */
static void
tell_report (CadreReport *report)
{
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  g_autofree char *text = cadre_report_to_text (report, 80);
  g_autoptr (GError) error = NULL;
  g_autofree char *json = NULL;

  tell_text ("report", text);
  cadre_report_write (report, writer);
  cadre_writer_finish (writer, NULL, &error);
  g_assert_no_error (error);
  json = cadre_writer_dup_text (writer);
  tell_text ("json", json);
}

static void
tell_report_of_structure (CadreStructure *structure)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_CONSULTATION);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreReport) report =
    cadre_report_new_for_structure (structure, redaction, NULL, &error);

  g_assert_no_error (error);
  tell_report (report);
}

/* What changes and who goes where, for everybody who may read it. */
static void
tell_reports (CadreOutcomes *outcomes)
{
  for (guint level = 0; level <= CADRE_REDACTION_LEVEL_CONSULTATION; level++)
    {
      g_autoptr (CadreRedaction) redaction = cadre_redaction_new (level);
      g_autoptr (GError) error = NULL;
      g_autoptr (CadreReport) of_diff =
        cadre_report_new_for_diff (cadre_outcomes_get_diff (outcomes), redaction, NULL, &error);
      g_autoptr (CadreReport) of_outcomes =
        cadre_report_new_for_outcomes (outcomes, redaction, NULL, &error);

      g_assert_no_error (error);
      tell_report (of_diff);
      tell_report (of_outcomes);
    }
}

/* How many persons are named in the text that readers at a level get. */
static guint
count_named (CadreStructure *structure, CadreRedactionLevel level)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (level);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = cadre_structure_to_text (structure, redaction, &error);
  g_autoptr (GListModel) persons =
    cadre_structure_list_records (structure, CADRE_RECORD_KIND_PERSON);
  guint n_named = 0;

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (persons); i++)
    {
      g_autoptr (CadrePerson) person = g_list_model_get_item (persons, i);

      n_named += strstr (text, cadre_record_get_id (CADRE_RECORD (person))) != NULL;
    }

  return n_named;
}

static void
tell_structure (CadreStructure *structure)
{
  tell_head (structure);
  tell_records (structure);
  tell_posts (structure);
  tell_lines (structure);
  tell_assignments (structure);
  tell_tiers (structure);
  tell_who (structure);
  cadre_structure_walk (structure, NULL, tell_step, NULL);
  tell_metrics (structure);
  tell_report_of_structure (structure);
  printf ("named %u|%u\n", count_named (structure, CADRE_REDACTION_LEVEL_FULL),
          count_named (structure, CADRE_REDACTION_LEVEL_CONSULTATION));
}

static void
tell_date (CadreStructure *structure)
{
  g_autoptr (CadreDate) date = cadre_date_new (2007, 6, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructure) then = cadre_structure_at (structure, date, NULL, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = date_text (cadre_structure_get_as_of (then));
  printf ("at %s|%u\n", text, cadre_structure_get_n_records (then, CADRE_RECORD_KIND_LINE));
}

static void
tell_diff (CadreStructure *before, CadreStructure *after)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreDiff) diff = cadre_diff_new (before, after, NULL, NULL, &error);
  GListModel *pairs = NULL;
  GListModel *issues = NULL;

  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (diff)); i++)
    {
      g_autoptr (CadreChange) change = g_list_model_get_item (G_LIST_MODEL (diff), i);
      g_autofree char *text = cadre_change_to_string (change);

      printf ("change %d|%s|%s|%s|%d\n", cadre_change_get_kind (change), text,
              or_unknown (cadre_change_get_before_text (change)),
              or_unknown (cadre_change_get_after_text (change)), cadre_change_is_learned (change));
    }

  pairs = G_LIST_MODEL (cadre_diff_get_mapping (diff));
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (pairs, i);
      g_autofree char *text = cadre_pair_to_string (pair);

      printf ("pair %s\n", text);
    }

  issues = G_LIST_MODEL (cadre_diff_get_issues (diff));
  for (guint i = 0; i < g_list_model_get_n_items (issues); i++)
    {
      g_autoptr (CadreIssue) issue = g_list_model_get_item (issues, i);

      printf ("contradiction %s|%s\n", cadre_issue_get_code (issue),
              or_unknown (cadre_issue_get_subject (issue)));
    }
}

static CadreOutcomes *
run_case (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreCase) self = cadre_case_load (file, NULL, NULL, &error);
  CadreOutcomes *outcomes = NULL;

  g_assert_no_error (error);
  outcomes = cadre_case_run (self, NULL, &error);
  g_assert_no_error (error);
  return outcomes;
}

static void
tell_outcome (CadreOutcome *outcome)
{
  g_autofree char *text = cadre_outcome_to_string (outcome);
  g_auto (GStrv) sentences = cadre_outcome_dup_sentences (outcome);
  g_autofree char *reasons = g_strjoinv (" ", sentences);

  printf ("outcome %s|%d|%d|%d|%s\n", text, cadre_outcome_get_kind (outcome),
          cadre_outcome_get_stage (outcome), cadre_outcome_get_gap (outcome), reasons);
}

static void
tell_outcomes (CadreOutcomes *outcomes)
{
  GListModel *fences = cadre_outcomes_get_ring_fences (outcomes);
  g_auto (GStrv) stamps = cadre_outcomes_dup_stamps (outcomes);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (outcomes)); i++)
    {
      g_autoptr (CadreOutcome) outcome = g_list_model_get_item (G_LIST_MODEL (outcomes), i);

      tell_outcome (outcome);
    }
  for (guint i = 0; i < g_list_model_get_n_items (fences); i++)
    {
      g_autoptr (CadreRingFence) fence = g_list_model_get_item (fences, i);
      g_autoptr (GListModel) members = cadre_ring_fence_list_members (fence);

      printf ("ring-fence %s|%u|%u\n", cadre_ring_fence_get_id (fence),
              cadre_ring_fence_get_n_positions (fence), g_list_model_get_n_items (members));
    }
  for (guint i = 0; stamps[i] != NULL; i++)
    printf ("stamp %s\n", stamps[i]);
}

/* A what-if: the first post gets another title and another manager. */
static void
tell_edit (CadreStructure *structure)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreStructureBuilder) builder =
    cadre_structure_builder_new_for_structure (structure, &error);
  g_autoptr (CadreRecord) post = cadre_structure_get_record (structure, CADRE_RECORD_KIND_POST, 0);
  g_autoptr (CadreRecord) manager =
    cadre_structure_get_record (structure, CADRE_RECORD_KIND_POST, 1);
  const char *id = cadre_record_get_id (post);
  g_autoptr (CadreFraction) half = cadre_fraction_new (1, 2, &error);
  g_autoptr (CadreStructure) edited = NULL;
  g_autoptr (CadrePost) again = NULL;
  g_autofree char *fte = NULL;

  cadre_post_set_title (CADRE_POST (post), NULL, "Another title");
  cadre_post_set_fte (CADRE_POST (post), half);
  g_assert_true (cadre_structure_builder_replace (builder, post, &error));
  g_assert_true (
    cadre_structure_builder_set_manager (builder, id, cadre_record_get_id (manager), &error));
  edited = cadre_structure_builder_build (builder, NULL, NULL, &error);
  g_assert_no_error (error);
  again = cadre_structure_find_post (edited, id);
  fte = fraction_text (cadre_post_get_fte (again));
  printf ("edited %s|%s|%s|%d\n", id, cadre_post_get_title (again, NULL), fte,
          cadre_record_equal (CADRE_RECORD (again), post));
}

static void
tell_error (void)
{
  static const char text[] = "{\"cadre\": \"structure\", \"version\": 1, \"x\": [1,]}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;

  g_assert_null (cadre_structure_load_bytes (bytes, NULL, NULL, &error));
  printf ("error %d|%s\n", error->code, error->message);
}

int
main (int argc, char **argv)
{
  g_autoptr (CadreStructure) before = load (argv[1], "stockton-2007-before.json");
  g_autoptr (CadreStructure) after = load (argv[1], "stockton-2007-after.json");
  g_autoptr (CadreOutcomes) as_published = run_case (argv[1], "stockton-2007-case.json");
  g_autoptr (CadreOutcomes) judged = run_case (argv[1], "stockton-2007-judged-case.json");

  tell_structure (before);
  tell_structure (after);
  tell_date (after);
  tell_diff (before, after);
  tell_outcomes (as_published);
  tell_reports (as_published);
  tell_outcomes (judged);
  tell_reports (judged);
  tell_edit (before);
  tell_error ();

  return 0;
}
