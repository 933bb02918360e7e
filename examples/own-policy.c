/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* own-policy --own=EMPLOYER --partner=EMPLOYER [--agreed=PARAMETER] CASE: a policy of
 * one's own, from a preset to what it makes of a case.
 *
 * The policy says what it has from where, is asked what is doubtful about it, is put
 * beside that of a partner, and the case is run under both: what comes out otherwise
 * than under the policies of the case is printed. */

#include <cadre/cadre.h>

#include <errno.h>
#include <locale.h>
#include <stdio.h>

static char *own_employer = NULL;
static char *partner_employer = NULL;
static char *agreed = NULL;
static char **files = NULL;

static const GOptionEntry options[] = {
  { "own", 0, 0, G_OPTION_ARG_STRING, &own_employer, "Whom the own policy binds", "EMPLOYER" },
  { "partner", 0, 0, G_OPTION_ARG_STRING, &partner_employer, "Whom the other binds", "EMPLOYER" },
  { "agreed", 0, 0, G_OPTION_ARG_STRING, &agreed, "Agreed: as the own policy", "PARAMETER" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &files, NULL, "CASE" },
  { NULL },
};

/* What a policy says otherwise than its base, and where it is written. */
typedef struct
{
  const char *parameter;
  const char *text;
  const char *clause;
} Term;

static const Term own_terms[] = {
  { "slot.threshold", "70", "clause 5.1" },
  { "pool.grade-difference", "0", "clause 6.2" },
  { NULL, NULL, NULL },
};
static const Term partner_terms[] = {
  { "trial.weeks", "8", "clause 9" },
  { NULL, NULL, NULL },
};

/* A policy never changes: each term makes another one. */
static CadrePolicy *
make_policy (const char *preset,
             const char *name,
             const char *employer,
             const Term *terms,
             GError **error)
{
  const char *const employers[] = { employer, NULL };
  g_autoptr (CadrePolicy) base = cadre_policy_new_preset (preset, error);
  g_autoptr (CadrePolicy) policy = base != NULL ? cadre_policy_new_based_on (base, name) : NULL;

  for (guint i = 0; policy != NULL && terms[i].parameter != NULL; i++)
    {
      CadrePolicy *next = cadre_policy_with_parameter (policy, terms[i].parameter, terms[i].text,
                                                       terms[i].clause, error);

      g_object_unref (policy);
      policy = next;
    }

  return policy != NULL ? cadre_policy_with_employers (policy, employers) : NULL;
}

/* What somebody would ask about it. That a value is inherited is no doubt. */
static void
print_doubts (CadrePolicy *policy)
{
  g_autoptr (CadreIssueList) issues = cadre_policy_validate (policy);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (issues)); i++)
    {
      g_autoptr (CadreIssue) issue = cadre_issue_list_get_issue (issues, i);

      if (cadre_issue_get_severity (issue) > CADRE_SEVERITY_INFO)
        printf ("%s: %s\n", cadre_policy_get_name (policy), cadre_issue_get_message (issue));
    }
}

/* What the policies do not agree on: "differs" is each one's own business,
 * "conflict" needs an agreement, "settled" has one. */
static void
print_comparison (GListModel *policies, CadreLog *log)
{
  g_autoptr (GListModel) rows = cadre_policy_combine (policies, log);
  g_autoptr (GEnumClass) words = g_type_class_ref (CADRE_TYPE_POLICY_STAND);

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (CadrePolicyComparison) row = g_list_model_get_item (rows, i);
      CadrePolicyStand stand = cadre_policy_comparison_get_stand (row);
      g_autofree char *texts =
        g_strjoinv (" | ", (char **) cadre_policy_comparison_get_texts (row));

      if (stand != CADRE_POLICY_STAND_AGREED)
        printf ("%s: %s: %s\n", cadre_policy_comparison_get_parameter (row), texts,
                g_enum_get_value (words, (int) stand)->value_nick);
    }
}

/* The log of a case, and what the employers have agreed since. */
static CadreLog *
make_log (CadreCase *source, CadrePolicy *followed)
{
  CadreLog *old = cadre_case_get_log (source);
  CadreLog *log = cadre_log_head_of (old, g_list_model_get_n_items (G_LIST_MODEL (old)));
  g_autoptr (CadreLogEntry) entry =
    agreed != NULL ? cadre_log_entry_new (CADRE_LOG_KIND_AGREEMENT, NULL, "both employers") : NULL;

  if (entry != NULL)
    {
      cadre_log_entry_set_parameter (entry, agreed);
      cadre_log_entry_set_policy (entry, cadre_policy_get_name (followed));
      cadre_log_append (log, entry);
    }

  return log;
}

/* The same case under other policies. */
static CadreCase *
make_case (CadreCase *source, GListModel *policies, CadreLog *log)
{
  CadreCase *self = cadre_case_new ();
  g_autoptr (GListModel) pairs = cadre_case_list_pairs (source);
  g_autoptr (GListModel) declarations = cadre_case_list_declarations (source);
  g_autoptr (CadreDate) decision = cadre_case_get_decision_date (source);
  g_auto (GStrv) scope = cadre_case_dup_scope (source);

  cadre_case_set_before (self, cadre_case_get_before (source));
  cadre_case_set_after (self, cadre_case_get_after (source));
  cadre_case_set_decision_date (self, decision);
  cadre_case_set_log (self, log);
  cadre_case_set_scope (self, (const char *const *) scope);
  for (guint stage = CADRE_STAGE_SLOTTING_IN; stage <= CADRE_STAGE_WIDER_COMPETITION; stage++)
    {
      g_autoptr (CadreDate) last = cadre_case_get_cut_off (source, (CadreStage) stage);

      cadre_case_set_cut_off (self, (CadreStage) stage, last);
    }
  for (guint i = 0; i < g_list_model_get_n_items (pairs); i++)
    {
      g_autoptr (CadrePair) pair = g_list_model_get_item (pairs, i);

      cadre_case_add_pair (self, pair);
    }
  for (guint i = 0; i < g_list_model_get_n_items (declarations); i++)
    {
      g_autoptr (CadreDeclaration) declaration = g_list_model_get_item (declarations, i);

      cadre_case_add_declaration (self, declaration);
    }
  for (guint i = 0; i < g_list_model_get_n_items (policies); i++)
    {
      g_autoptr (CadrePolicy) policy = g_list_model_get_item (policies, i);

      cadre_case_add_policy (self, policy);
    }

  return self;
}

static void
print_differences (CadreOutcomes *before, CadreOutcomes *after)
{
  guint n = 0;

  for (guint i = 0; i < cadre_outcomes_get_n_assignments (before); i++)
    {
      g_autoptr (CadreOutcome) outcome = cadre_outcomes_get_outcome (before, i);
      g_autoptr (CadreOutcome) other =
        cadre_outcomes_find_assignment (after, cadre_outcome_get_assignment (outcome));
      g_autofree char *line = cadre_outcome_to_string (outcome);
      g_autofree char *now = cadre_outcome_to_string (other);

      if (g_str_equal (line, now))
        continue;
      n++;
      printf ("- %s\n+ %s\n", line, now);
    }

  if (n == 0)
    printf ("Nothing comes out otherwise for anybody.\n");
}

static gboolean
run (const char *name, GListStore *policies, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  g_autoptr (CadreCase) source = cadre_case_load (file, NULL, NULL, error);
  g_autoptr (CadrePolicy) own = g_list_model_get_item (G_LIST_MODEL (policies), 0);
  g_autoptr (CadreLog) log = source != NULL ? make_log (source, own) : NULL;
  g_autoptr (CadreCase) other = NULL;
  g_autoptr (CadreOutcomes) before = NULL;
  g_autoptr (CadreOutcomes) after = NULL;

  if (source == NULL)
    return FALSE;

  other = make_case (source, G_LIST_MODEL (policies), log);
  before = cadre_case_run (source, NULL, error);
  after = before != NULL ? cadre_case_run (other, NULL, error) : NULL;
  if (after == NULL)
    return FALSE;

  print_comparison (G_LIST_MODEL (policies), log);
  print_differences (before, after);
  if (fflush (stdout) == 0)
    return TRUE;

  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (errno), g_strerror (errno));
  return FALSE;
}

static gboolean
show (const char *name, GError **error)
{
  g_autoptr (GListStore) policies = g_list_store_new (CADRE_TYPE_POLICY);
  g_autoptr (CadrePolicy) own =
    make_policy ("one-person-one-post", "our own (invented)", own_employer, own_terms, error);
  g_autoptr (CadrePolicy) partner =
    own != NULL ? make_policy ("holders-fit-posts", "the partner's (invented)", partner_employer,
                               partner_terms, error)
                : NULL;

  if (partner == NULL)
    return FALSE;

  g_list_store_append (policies, own);
  g_list_store_append (policies, partner);
  print_doubts (own);
  print_doubts (partner);
  return run (name, policies, error);
}

int
main (int argc, char **argv)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("- run a case under an own policy");
  g_autoptr (GError) error = NULL;
  int status = 0;

  setlocale (LC_ALL, "");
  g_option_context_add_main_entries (context, options, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || files == NULL ||
      g_strv_length (files) != 1 || own_employer == NULL || partner_employer == NULL)
    {
      g_printerr ("own-policy: %s\n",
                  error != NULL ? error->message : "Which case, and which two employers?");
      status = 2;
    }
  else if (!show (files[0], &error))
    {
      g_printerr ("own-policy: %s: %s\n", files[0], error->message);
      status = 1;
    }

  g_free (own_employer);
  g_free (partner_employer);
  g_free (agreed);
  g_strfreev (files);
  return status;
}
