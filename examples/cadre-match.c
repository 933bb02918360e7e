/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* cadre-match CASE [--json] [--level=full|consultation]: who goes where under the
 * policies of a case, at what stage and why, and what is not yet known.
 *
 *   --stage=STAGE          how many outcomes a stage has given, and which
 *   --explain=ID           why, of an assignment, or of a position POST/NUMBER
 *   --until=N              as things stood after N events of the log
 *   --replay=N [--facts]   what event N of the log changed, and for whom; the facts too
 *   --worklist             what is open, who can settle it, what waits for what
 *   --forecast             how many will not be placed, at least and at most
 *   --suggest=STAGE        a proposal for wider-competition, or for slotting-in
 *   --draws=N --seed=N     simulates the competitions that are open
 *   --purpose=TEXT         single people too, for that purpose
 *   --seal=FILE            keeps the case with its outcomes
 *   --verify               CASE is such a file: runs it again, and compares */

#include <cadre/cadre.h>

#include <errno.h>
#include <locale.h>
#include <stdio.h>
#include <string.h>

static gboolean as_json = FALSE;
static gboolean lists_work = FALSE;
static gboolean forecasts = FALSE;
static gboolean verifies = FALSE;
static gboolean shows_facts = FALSE;
static char *level = NULL;
static char *stage = NULL;
static char *suggested = NULL;
static char *explained = NULL;
static char *purpose = NULL;
static char *sealed = NULL;
static gint draws = 0;
static gint until = -1;
static gint replayed = 0;
static gint64 seed = 1;
static char **files = NULL;

static const GOptionEntry options[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, "Write JSON for programs", NULL },
  { "level", 0, 0, G_OPTION_ARG_STRING, &level, "Who it is for", "full|consultation" },
  { "stage", 0, 0, G_OPTION_ARG_STRING, &stage, "Only what a stage has given", "STAGE" },
  { "suggest", 0, 0, G_OPTION_ARG_STRING, &suggested, "Propose an allocation", "STAGE" },
  { "explain", 0, 0, G_OPTION_ARG_STRING, &explained, "Why, of one outcome", "ID" },
  { "until", 0, 0, G_OPTION_ARG_INT, &until, "As after so many events of the log", "N" },
  { "replay", 0, 0, G_OPTION_ARG_INT, &replayed, "What an event of the log changed", "N" },
  { "facts", 0, 0, G_OPTION_ARG_NONE, &shows_facts, "With --replay: the facts that changed", NULL },
  { "worklist", 0, 0, G_OPTION_ARG_NONE, &lists_work, "What is open", NULL },
  { "forecast", 0, 0, G_OPTION_ARG_NONE, &forecasts, "What is certain, by count", NULL },
  { "draws", 0, 0, G_OPTION_ARG_INT, &draws, "How often to simulate", "N" },
  { "seed", 0, 0, G_OPTION_ARG_INT64, &seed, "Where the simulation begins", "N" },
  { "purpose", 0, 0, G_OPTION_ARG_STRING, &purpose, "Forecast single people, for what", "TEXT" },
  { "seal", 0, 0, G_OPTION_ARG_FILENAME, &sealed, "Keep the case with its outcomes", "FILE" },
  { "verify", 0, 0, G_OPTION_ARG_NONE, &verifies, "Run a sealed case again", NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "CASE" },
  { NULL },
};

/* Bytes as they are: g_print() would fit them to the locale. */
static gboolean
print_report (CadreReport *report, GError **error)
{
  g_autofree char *text = NULL;

  if (as_json)
    {
      g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();

      cadre_report_write (report, writer);
      if (!cadre_writer_finish (writer, NULL, error))
        return FALSE;
      text = cadre_writer_dup_text (writer);
    }
  else
    {
      text = cadre_report_to_text (report, 0);
    }

  if (fputs (text, stdout) != EOF && fflush (stdout) == 0)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

/* An assignment by its id, or a position as POST/NUMBER. */
static CadreOutcome *
find_outcome (CadreOutcomes *outcomes, const char *id)
{
  CadreOutcome *outcome = cadre_outcomes_find_assignment (outcomes, id);
  const char *slash = strrchr (id, '/');
  g_autofree char *post = slash != NULL ? g_strndup (id, (gsize) (slash - id)) : NULL;
  guint64 number = 0;

  if (outcome != NULL || post == NULL ||
      !g_ascii_string_to_unsigned (slash + 1, 10, 0, G_MAXUINT, &number, NULL))
    return outcome;

  return cadre_outcomes_find_position (outcomes, post, (guint) number);
}

static CadreReport *
explain (CadreOutcomes *outcomes, CadreRedaction *redaction, GError **error)
{
  g_autoptr (CadreOutcome) outcome = find_outcome (outcomes, explained);

  if (outcome != NULL)
    return cadre_report_new_for_outcome (outcomes, outcome, redaction, error);

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                       "The case has no such assignment or position");
  return NULL;
}

static CadreReport *
list_work (CadreOutcomes *outcomes, CadreRedaction *redaction, GError **error)
{
  g_autoptr (CadreWorklist) worklist = cadre_worklist_new (outcomes, NULL, error);

  return worklist != NULL ? cadre_report_new_for_worklist (worklist, redaction, error) : NULL;
}

static CadreReport *
forecast (CadreOutcomes *outcomes, CadreRedaction *redaction, GError **error)
{
  g_autoptr (CadreForecast) self = cadre_forecast_new (outcomes, NULL, error);

  if (self == NULL ||
      (draws > 0 && !cadre_forecast_simulate (self, (guint64) seed, (guint) draws, NULL, error)))
    return NULL;

  return cadre_report_new_for_forecast (self, purpose, redaction, NULL, error);
}

static CadreReport *
make_report (CadreOutcomes *outcomes, CadreRedaction *redaction, GError **error)
{
  if (explained != NULL)
    return explain (outcomes, redaction, error);
  if (lists_work)
    return list_work (outcomes, redaction, error);
  if (forecasts || purpose != NULL)
    return forecast (outcomes, redaction, error);

  return cadre_report_new_for_outcomes (outcomes, redaction, NULL, error);
}

static gboolean
find_stage (const char *name, CadreStage *found, GError **error)
{
  g_autoptr (GEnumClass) stages = g_type_class_ref (CADRE_TYPE_STAGE);
  const GEnumValue *value = g_enum_get_value_by_nick (stages, name);

  if (value == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           "Which stage? none, slotting-in, limited-competition, "
                           "wider-competition, outside");
      return FALSE;
    }

  *found = (CadreStage) value->value;
  return TRUE;
}

/* Who could have what; a line for each, of ids. */
/* Who is suggested what, with whom they share it. */
static void
print_candidate (CadreAllocation *allocation, guint i)
{
  const char *post = cadre_allocation_get_post (allocation, i);
  g_auto (GStrv) sharers = cadre_allocation_dup_sharers (allocation, i);
  g_autofree char *others = g_strjoinv (", ", sharers);

  printf ("%s%s%s: %s\n", cadre_allocation_get_assignment (allocation, i),
          sharers[0] != NULL ? " with " : "", others,
          cadre_allocation_is_tied (allocation, i) ? "several ways are as good"
          : post != NULL                           ? post
                                                   : "none");
}

static gboolean
print_suggestion (CadreOutcomes *outcomes, GError **error)
{
  CadreStage wanted = CADRE_STAGE_NONE;
  g_autoptr (CadreAllocation) allocation = NULL;

  if (!find_stage (suggested, &wanted, error))
    return FALSE;
  allocation = cadre_outcomes_suggest_allocation (outcomes, wanted, NULL, error);
  if (allocation == NULL || !cadre_allocation_check (allocation, error))
    return FALSE;

  printf ("%s\n", cadre_allocation_get_notice (allocation));
  for (guint i = 0; i < cadre_allocation_get_n_candidates (allocation); i++)
    print_candidate (allocation, i);
  for (guint i = 0; i < cadre_allocation_get_n_left_out (allocation); i++)
    printf ("%s: left out, %s\n", cadre_allocation_get_left_out (allocation, i),
            cadre_allocation_get_obstacle (allocation, i));

  return TRUE;
}

/* The outcomes of a stage, a line for each: they hold ids, and no names. */
static gboolean
print_stage (CadreOutcomes *outcomes, GError **error)
{
  CadreStage wanted = CADRE_STAGE_NONE;
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (outcomes));

  if (!find_stage (stage, &wanted, error))
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreOutcome) outcome = cadre_outcomes_get_outcome (outcomes, i);
      g_autofree char *line = cadre_outcome_to_string (outcome);

      if (cadre_outcome_get_stage (outcome) == wanted)
        printf ("%s\n", line);
    }

  return TRUE;
}

/* An outcome in a line, and how far somebody is affected. */
static char *
dup_line (CadreOutcome *outcome)
{
  g_autoptr (GEnumClass) rungs = g_type_class_ref (CADRE_TYPE_RUNG);
  g_autofree char *line = outcome != NULL ? cadre_outcome_to_string (outcome) : NULL;

  if (outcome == NULL)
    return g_strdup ("nothing");

  return g_strdup_printf ("%s, rung %s%s", line,
                          g_enum_get_value (rungs, (int) cadre_outcome_get_rung (outcome))
                            ->value_nick,
                          cadre_outcome_is_final (outcome) ? ", final" : "");
}

static void
print_facts (char sign, GListModel *facts)
{
  for (guint i = 0; shows_facts && i < g_list_model_get_n_items (facts); i++)
    {
      g_autoptr (CadreFact) fact = g_list_model_get_item (facts, i);

      printf ("    %c %s: %s\n", sign, cadre_fact_get_name (fact), cadre_fact_get_text (fact));
    }
}

/* What is the same for everybody but for facts is shown with the facts only. */
static gboolean
print_change (CadreOutcomeChange *change)
{
  g_autofree char *before = dup_line (cadre_outcome_change_get_before (change));
  g_autofree char *after = dup_line (cadre_outcome_change_get_after (change));
  g_autoptr (GListModel) old_facts = cadre_outcome_change_list_old_facts (change);
  g_autoptr (GListModel) new_facts = cadre_outcome_change_list_new_facts (change);
  const gboolean is_same = strcmp (before, after) == 0;

  if (is_same && !shows_facts)
    return FALSE;
  if (is_same)
    printf ("    %s\n", after);
  else
    printf ("  - %s\n  + %s\n", before, after);
  print_facts ('-', old_facts);
  print_facts ('+', new_facts);
  return TRUE;
}

/* Which event of the log it is, and when it was. */
static gboolean
print_event (CadreLog *log, gint number, GError **error)
{
  g_autoptr (CadreLogEntry) entry = NULL;
  g_autoptr (CadreDate) date = NULL;
  g_autofree char *day = NULL;

  if (number < 1 || (guint) number > g_list_model_get_n_items (G_LIST_MODEL (log)))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, "The log has no such event");
      return FALSE;
    }

  entry = g_list_model_get_item (G_LIST_MODEL (log), (guint) number - 1);
  date = cadre_log_entry_get_date (entry);
  day = date != NULL ? cadre_date_to_string (date) : g_strdup ("without a date");
  printf ("Event %d, %s: %s\n", number, day, cadre_log_entry_get_event (entry));
  return TRUE;
}

/* What an event changed for whom: before it, and after it. */
static gboolean
print_replay (CadreCase *restructure, GError **error)
{
  g_autoptr (GListModel) changes = NULL;
  gboolean any = FALSE;

  if (!print_event (cadre_case_get_log (restructure), replayed, error))
    return FALSE;

  changes =
    cadre_case_compare_events (restructure, (guint) replayed - 1, (guint) replayed, NULL, error);
  if (changes == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (CadreOutcomeChange) change = g_list_model_get_item (changes, i);

      any = print_change (change) || any;
    }
  if (!any)
    printf ("It changed nothing for anybody.\n");

  return TRUE;
}

static gboolean
seal (CadreOutcomes *outcomes, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (sealed);
  g_autoptr (CadreSealedCase) self = cadre_sealed_case_new (outcomes, error);

  return self != NULL && cadre_sealed_case_save (self, file, NULL, error);
}

/* What is sealed, and lines with ids, are for those who may see everything. */
static gboolean
check_level (CadreRedactionLevel for_whom, GError **error)
{
  if (for_whom == CADRE_REDACTION_LEVEL_FULL ||
      (stage == NULL && sealed == NULL && suggested == NULL && replayed == 0))
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                       "Stages, events, suggestions and seals are for the full level only");
  return FALSE;
}

static gboolean
match (const char *name, CadreRedactionLevel for_whom, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (for_whom);
  g_autoptr (CadreCase) restructure = cadre_case_load (file, NULL, NULL, error);
  g_autoptr (CadreOutcomes) outcomes = NULL;
  g_autoptr (CadreReport) report = NULL;

  if (restructure == NULL || !check_level (for_whom, error))
    return FALSE;

  if (replayed != 0)
    return print_replay (restructure, error);

  outcomes = until < 0 ? cadre_case_run (restructure, NULL, error)
                       : cadre_case_run_at (restructure, (guint) until, NULL, error);
  if (outcomes == NULL || (sealed != NULL && !seal (outcomes, error)))
    return FALSE;
  if (suggested != NULL)
    return print_suggestion (outcomes, error);
  if (stage != NULL)
    return print_stage (outcomes, error);

  report = make_report (outcomes, redaction, error);
  return report != NULL && print_report (report, error);
}

/* Nothing is printed but what differs, and that nothing does. */
static gboolean
verify (const char *name, gboolean *is_same, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (CadreSealedCase) self = cadre_sealed_case_load (file, NULL, NULL, error);
  g_autoptr (CadreIssueList) issues =
    self != NULL ? cadre_sealed_case_verify (self, NULL, NULL, error) : NULL;

  if (issues == NULL)
    return FALSE;

  *is_same = cadre_issue_list_get_total (issues) == 0;
  if (*is_same)
    printf ("The same outcomes, from the same case, under the same rules.\n");
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);

      printf ("%s: %s\n",
              cadre_issue_get_origin (issue) != NULL ? cadre_issue_get_origin (issue) : name,
              cadre_issue_get_message (issue));
    }

  return TRUE;
}

/* The levels by their names in the library. */
static gboolean
find_level (CadreRedactionLevel *found)
{
  g_autoptr (GEnumClass) levels = g_type_class_ref (CADRE_TYPE_REDACTION_LEVEL);
  GEnumValue *value = g_enum_get_value_by_nick (levels, level != NULL ? level : "full");

  if (value == NULL)
    return FALSE;

  *found = (CadreRedactionLevel) value->value;
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("- say who goes where");
  g_autoptr (GError) error = NULL;
  CadreRedactionLevel for_whom = CADRE_REDACTION_LEVEL_FULL;
  gboolean is_same = TRUE;
  int status = 0;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || files == NULL ||
      g_strv_length (files) != 1 || !find_level (&for_whom))
    {
      g_printerr ("cadre-match: %s\n",
                  error != NULL ? error->message : "Which case, and at which level?");
      status = 2;
    }
  else if (verifies ? !verify (files[0], &is_same, &error) : !match (files[0], for_whom, &error))
    {
      g_printerr ("cadre-match: %s: %s\n", files[0], error->message);
      status = 1;
    }

  else if (!is_same)
    status = 1;

  g_free (level);
  g_free (stage);
  g_free (suggested);
  g_free (explained);
  g_free (purpose);
  g_free (sealed);
  g_strfreev (files);
  return status;
}
