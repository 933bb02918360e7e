/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The account of tests/account/account.c from C++, with objects that free
 * themselves. usage: test-cadre DATA-FOLDER ACCOUNT */

#include <cadre/cadre.h>

#include <algorithm>
#include <fstream>
#include <iostream>
#include <memory>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace
{

struct Unref
{
  void
  operator() (gpointer object) const
  {
    g_object_unref (object);
  }
};

template <typename T> using Ref = std::unique_ptr<T, Unref>;
using Text = std::unique_ptr<char, decltype (&g_free)>;
using Texts = std::unique_ptr<char *, decltype (&g_strfreev)>;
using Date = std::unique_ptr<CadreDate, decltype (&cadre_date_free)>;
using Fraction = std::unique_ptr<CadreFraction, decltype (&cadre_fraction_free)>;
using Period = std::unique_ptr<CadrePeriod, decltype (&cadre_period_free)>;

std::vector<std::string> lines;

/* Throws what a function of the library set. */
class Fault
{
public:
  ~Fault () { g_clear_error (&error); }

  GError **
  out ()
  {
    return &error;
  }

  const GError *
  get () const
  {
    return error;
  }

  template <typename T>
  T
  check (T result) const
  {
    if (error != nullptr)
      throw std::runtime_error (error->message);
    return result;
  }

private:
  GError *error = nullptr;
};

template <typename First, typename... Rest>
void
tell (const char *word, const First &first, const Rest &...rest)
{
  std::ostringstream line;

  line << word << ' ' << first;
  ((line << '|' << rest), ...);
  lines.push_back (line.str ());
}

std::string
or_unknown (const char *text)
{
  return text != nullptr ? text : "?";
}

std::string
taken (char *text)
{
  return Text (text, g_free).get ();
}

std::string
fraction_text (CadreFraction *taken_fraction)
{
  const Fraction fraction (taken_fraction, cadre_fraction_free);

  return fraction ? taken (cadre_fraction_to_string (fraction.get ())) : "?";
}

std::string
date_text (CadreDate *taken_date)
{
  const Date date (taken_date, cadre_date_free);

  return date ? taken (cadre_date_to_string (date.get ())) : "?";
}

template <typename T>
std::vector<Ref<T> >
items (GListModel *model)
{
  std::vector<Ref<T> > list;

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    list.emplace_back (static_cast<T *> (g_list_model_get_item (model, i)));

  return list;
}

template <typename T>
std::vector<Ref<T> >
records (CadreStructure *structure, CadreRecordKind kind)
{
  const Ref<GListModel> model (cadre_structure_list_records (structure, kind));

  return items<T> (model.get ());
}

Ref<CadreStructure>
load (const std::string &folder, const char *name)
{
  const Ref<GFile> file (g_file_new_for_path ((folder + "/" + name + ".json").c_str ()));
  Fault fault;

  return Ref<CadreStructure> (
    fault.check (cadre_structure_load (file.get (), nullptr, nullptr, fault.out ())));
}

void
tell_head (CadreStructure *structure)
{
  CadreIssueList *issues = cadre_structure_get_issues (structure);

  tell ("structure", cadre_structure_get_id (structure),
        date_text (cadre_structure_get_as_of (structure)),
        cadre_structure_get_n_records (structure, CADRE_RECORD_KIND_POST),
        cadre_issue_list_get_total (issues), cadre_structure_is_sound (structure));
  for (const auto &issue : items<CadreIssue> (G_LIST_MODEL (issues)))
    tell ("issue", cadre_issue_get_code (issue.get ()), cadre_issue_get_severity (issue.get ()),
          or_unknown (cadre_issue_get_subject (issue.get ())));
}

void
tell_records (CadreStructure *structure)
{
  for (int kind = 0; kind <= CADRE_RECORD_KIND_SUCCESSION; kind++)
    for (const auto &record : records<CadreRecord> (structure, static_cast<CadreRecordKind> (kind)))
      tell ("record", taken (cadre_record_to_string (record.get ())));
}

void
tell_posts (CadreStructure *structure)
{
  for (const auto &owned : records<CadrePost> (structure, CADRE_RECORD_KIND_POST))
    {
      CadrePost *post = owned.get ();
      const Period period (cadre_post_get_period (post), cadre_period_free);
      const char *const *names = cadre_post_get_aliases (post);
      const std::string aliases =
        names != nullptr ? taken (g_strjoinv (",", const_cast<char **> (names))) : "";

      tell ("post", cadre_record_get_id (CADRE_RECORD (post)),
            or_unknown (cadre_post_get_title (post, nullptr)),
            fraction_text (cadre_post_get_fte (post)), cadre_post_get_establishment (post),
            cadre_post_get_status (post), taken (cadre_period_to_string (period.get ())), aliases);
    }
}

void
tell_lines (CadreStructure *structure)
{
  for (const auto &line : records<CadreLine> (structure, CADRE_RECORD_KIND_LINE))
    tell ("line", or_unknown (cadre_line_get_post (line.get ())), cadre_line_get_kind (line.get ()),
          or_unknown (cadre_line_get_manager (line.get ())),
          or_unknown (cadre_line_get_unit (line.get ())),
          or_unknown (cadre_line_get_body (line.get ())));
}

void
tell_assignments (CadreStructure *structure)
{
  for (const auto &owned : records<CadreAssignment> (structure, CADRE_RECORD_KIND_ASSIGNMENT))
    {
      CadreAssignment *assignment = owned.get ();

      tell ("assignment", cadre_record_get_id (CADRE_RECORD (assignment)),
            or_unknown (cadre_assignment_get_person (assignment)),
            or_unknown (cadre_assignment_get_post (assignment)),
            cadre_assignment_get_basis (assignment),
            fraction_text (cadre_assignment_get_fte (assignment)),
            fraction_text (cadre_assignment_get_hours (assignment)));
    }
}

template <typename T>
std::string
id_of (T *taken_record)
{
  const Ref<T> record (taken_record);

  return record ? cadre_record_get_id (CADRE_RECORD (record.get ())) : "?";
}

void
tell_tiers (CadreStructure *structure)
{
  for (const auto &post : records<CadreRecord> (structure, CADRE_RECORD_KIND_POST))
    {
      const char *id = cadre_record_get_id (post.get ());
      const Ref<GListModel> bodies (cadre_structure_list_accountable_bodies (structure, id));
      std::string names;

      for (const auto &body : items<CadreRecord> (bodies.get ()))
        names += std::string (cadre_record_get_id (body.get ())) + ",";
      tell ("tier", id, cadre_structure_get_tier (structure, id, nullptr),
            cadre_structure_get_tier (structure, id, "ntpct"),
            cadre_structure_get_depth (structure, id), names);
    }
}

void
tell_who (CadreStructure *structure)
{
  for (const auto &assignment : records<CadreRecord> (structure, CADRE_RECORD_KIND_ASSIGNMENT))
    {
      const char *id = cadre_record_get_id (assignment.get ());

      tell ("who", id,
            id_of (
              cadre_structure_find_manager (structure, id, CADRE_VACANT_MANAGER_NEXT_OCCUPIED)),
            id_of (cadre_structure_find_employer (structure, id)),
            id_of (cadre_structure_find_professional_lead (structure, id)),
            cadre_structure_is_in_post (structure, id),
            fraction_text (cadre_structure_get_fte (structure, id)));
    }
}

gboolean
tell_step (const char *post, guint depth, gpointer)
{
  tell ("walk", depth, post);

  return TRUE;
}

void
tell_total (const char *name, CadreTotal *total)
{
  tell ("total", name, taken (cadre_total_to_string (total)), cadre_total_get_least (total),
        cadre_total_get_n_unknown (total));
}

void
tell_metrics (CadreStructure *structure)
{
  Fault fault;
  const Ref<CadreMetrics> metrics (
    fault.check (cadre_metrics_new (structure, nullptr, fault.out ())));
  CadreFigures *all = cadre_metrics_get_overall (metrics.get ());
  gsize n_spans = 0;

  tell_total ("positions", cadre_figures_get_positions (all));
  tell_total ("vacancies", cadre_figures_get_vacancies (all));
  tell_total ("heads", cadre_figures_get_heads (all));
  tell_total ("fte", cadre_figures_get_in_post_fte (all));
  tell_total ("cost", cadre_figures_get_cost (all));

  const std::unique_ptr<guint[], decltype (&g_free)>
    spans (cadre_metrics_dup_span_counts (metrics.get (), &n_spans), g_free);

  for (gsize i = 0; i < n_spans; i++)
    tell ("span", i, spans[i]);
}

void
tell_text (const char *word, const std::string &all)
{
  std::istringstream text (all + "\n");

  for (std::string line; std::getline (text, line);)
    tell (word, line);
}

void
tell_report (CadreReport *taken_report)
{
  const Ref<CadreReport> report (taken_report);
  const Ref<CadreWriter> writer (cadre_writer_new_for_text ());
  Fault fault;

  tell_text ("report", taken (cadre_report_to_text (report.get (), 80)));
  cadre_report_write (report.get (), writer.get ());
  fault.check (cadre_writer_finish (writer.get (), nullptr, fault.out ()));
  tell_text ("json", taken (cadre_writer_dup_text (writer.get ())));
}

void
tell_report_of_structure (CadreStructure *structure)
{
  const Ref<CadreRedaction> redaction (cadre_redaction_new (CADRE_REDACTION_LEVEL_CONSULTATION));
  Fault fault;

  tell_report (fault.check (
    cadre_report_new_for_structure (structure, redaction.get (), nullptr, fault.out ())));
}

void
tell_reports (CadreOutcomes *outcomes)
{
  for (const auto level : { CADRE_REDACTION_LEVEL_FULL, CADRE_REDACTION_LEVEL_CONSULTATION })
    {
      const Ref<CadreRedaction> redaction (cadre_redaction_new (level));
      CadreDiff *diff = cadre_outcomes_get_diff (outcomes);
      Fault fault;

      tell_report (
        fault.check (cadre_report_new_for_diff (diff, redaction.get (), nullptr, fault.out ())));
      tell_report (fault.check (
        cadre_report_new_for_outcomes (outcomes, redaction.get (), nullptr, fault.out ())));
    }
}

std::ptrdiff_t
count_named (CadreStructure *structure, CadreRedactionLevel level)
{
  const Ref<CadreRedaction> redaction (cadre_redaction_new (level));
  Fault fault;
  const std::string text =
    taken (fault.check (cadre_structure_to_text (structure, redaction.get (), fault.out ())));
  const auto persons = records<CadreRecord> (structure, CADRE_RECORD_KIND_PERSON);

  return std::count_if (persons.begin (), persons.end (), [&text] (const auto &person) {
    return text.find (cadre_record_get_id (person.get ())) != std::string::npos;
  });
}

void
tell_structure (CadreStructure *structure)
{
  tell_head (structure);
  tell_records (structure);
  tell_posts (structure);
  tell_lines (structure);
  tell_assignments (structure);
  tell_tiers (structure);
  tell_who (structure);
  cadre_structure_walk (structure, nullptr, tell_step, nullptr);
  tell_metrics (structure);
  tell_report_of_structure (structure);
  tell ("named", count_named (structure, CADRE_REDACTION_LEVEL_FULL),
        count_named (structure, CADRE_REDACTION_LEVEL_CONSULTATION));
}

void
tell_date (CadreStructure *structure)
{
  const Date date (cadre_date_new (2007, 6, 1), cadre_date_free);
  Fault fault;
  const Ref<CadreStructure> then (
    fault.check (cadre_structure_at (structure, date.get (), nullptr, fault.out ())));

  tell ("at", date_text (cadre_structure_get_as_of (then.get ())),
        cadre_structure_get_n_records (then.get (), CADRE_RECORD_KIND_LINE));
}

void
tell_diff (CadreStructure *before, CadreStructure *after)
{
  Fault fault;
  const Ref<CadreDiff> diff (
    fault.check (cadre_diff_new (before, after, nullptr, nullptr, fault.out ())));
  CadreMapping *mapping = cadre_diff_get_mapping (diff.get ());
  CadreIssueList *issues = cadre_diff_get_issues (diff.get ());

  for (const auto &change : items<CadreChange> (G_LIST_MODEL (diff.get ())))
    tell ("change", cadre_change_get_kind (change.get ()),
          taken (cadre_change_to_string (change.get ())),
          or_unknown (cadre_change_get_before_text (change.get ())),
          or_unknown (cadre_change_get_after_text (change.get ())),
          cadre_change_is_learned (change.get ()));
  for (const auto &pair : items<CadrePair> (G_LIST_MODEL (mapping)))
    tell ("pair", taken (cadre_pair_to_string (pair.get ())));
  for (const auto &issue : items<CadreIssue> (G_LIST_MODEL (issues)))
    tell ("contradiction", cadre_issue_get_code (issue.get ()),
          or_unknown (cadre_issue_get_subject (issue.get ())));
}

Ref<CadreOutcomes>
run_case (const std::string &folder, const char *name)
{
  const Ref<GFile> file (g_file_new_for_path ((folder + "/" + name + ".json").c_str ()));
  Fault fault;
  const Ref<CadreCase> self (
    fault.check (cadre_case_load (file.get (), nullptr, nullptr, fault.out ())));

  return Ref<CadreOutcomes> (fault.check (cadre_case_run (self.get (), nullptr, fault.out ())));
}

void
tell_outcome (CadreOutcome *outcome)
{
  const Texts sentences (cadre_outcome_dup_sentences (outcome), g_strfreev);

  tell ("outcome", taken (cadre_outcome_to_string (outcome)), cadre_outcome_get_kind (outcome),
        cadre_outcome_get_stage (outcome), cadre_outcome_get_gap (outcome),
        taken (g_strjoinv (" ", sentences.get ())));
}

void
tell_case (const std::string &folder, const char *name)
{
  const Ref<CadreOutcomes> outcomes = run_case (folder, name);
  GListModel *fences = cadre_outcomes_get_ring_fences (outcomes.get ());
  const Texts stamps (cadre_outcomes_dup_stamps (outcomes.get ()), g_strfreev);

  for (const auto &outcome : items<CadreOutcome> (G_LIST_MODEL (outcomes.get ())))
    tell_outcome (outcome.get ());
  for (const auto &fence : items<CadreRingFence> (fences))
    {
      const Ref<GListModel> members (cadre_ring_fence_list_members (fence.get ()));

      tell ("ring-fence", cadre_ring_fence_get_id (fence.get ()),
            cadre_ring_fence_get_n_positions (fence.get ()),
            g_list_model_get_n_items (members.get ()));
    }
  for (char **stamp = stamps.get (); *stamp != nullptr; stamp++)
    tell ("stamp", *stamp);
  tell_reports (outcomes.get ());
}

void
tell_edit (CadreStructure *structure)
{
  Fault fault;
  const Ref<CadreStructureBuilder> builder (
    fault.check (cadre_structure_builder_new_for_structure (structure, fault.out ())));
  const Ref<CadreRecord> post (cadre_structure_get_record (structure, CADRE_RECORD_KIND_POST, 0));
  const Ref<CadreRecord> manager (
    cadre_structure_get_record (structure, CADRE_RECORD_KIND_POST, 1));
  const Fraction half (fault.check (cadre_fraction_new (1, 2, fault.out ())), cadre_fraction_free);
  const char *id = cadre_record_get_id (post.get ());

  cadre_post_set_title (CADRE_POST (post.get ()), nullptr, "Another title");
  cadre_post_set_fte (CADRE_POST (post.get ()), half.get ());
  fault.check (cadre_structure_builder_replace (builder.get (), post.get (), fault.out ()));
  fault.check (cadre_structure_builder_set_manager (builder.get (), id,
                                                    cadre_record_get_id (manager.get ()),
                                                    fault.out ()));

  const Ref<CadreStructure> edited (
    fault.check (cadre_structure_builder_build (builder.get (), nullptr, nullptr, fault.out ())));
  const Ref<CadrePost> again (cadre_structure_find_post (edited.get (), id));

  tell ("edited", id, cadre_post_get_title (again.get (), nullptr),
        fraction_text (cadre_post_get_fte (again.get ())),
        cadre_record_equal (CADRE_RECORD (again.get ()), post.get ()));
}

void
tell_error ()
{
  const std::string text = "{\"cadre\": \"structure\", \"version\": 1, \"x\": [1,]}";
  const std::unique_ptr<GBytes, decltype (&g_bytes_unref)> bytes (g_bytes_new (text.data (),
                                                                               text.size ()),
                                                                  g_bytes_unref);
  Fault fault;

  const Ref<CadreStructure> none (
    cadre_structure_load_bytes (bytes.get (), nullptr, nullptr, fault.out ()));
  if (!none && g_error_matches (fault.get (), CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_SYNTAX))
    tell ("error", fault.get ()->code, fault.get ()->message);
}

std::string
word_of (const std::string &line)
{
  return line.substr (0, line.find (' '));
}

std::string
of_word (const std::vector<std::string> &list, const std::string &word)
{
  std::string text;

  for (const auto &line : list)
    if (word_of (line) == word)
      text += line + "\n";

  return text;
}

/* One line of TAP for each word that lines of the account begin with. */
void
compare (const std::vector<std::string> &wanted)
{
  std::vector<std::string> words;

  for (const auto &line : wanted)
    if (std::find (words.begin (), words.end (), word_of (line)) == words.end ())
      words.push_back (word_of (line));
  for (std::size_t i = 0; i < words.size (); i++)
    {
      const bool same = of_word (wanted, words[i]) == of_word (lines, words[i]);

      std::cout << (same ? "ok " : "not ok ") << i + 1 << " - /cplusplus/account/" << words[i]
                << std::endl;
      if (!same)
        std::cerr << "wanted:\n"
                  << of_word (wanted, words[i]) << "told:\n"
                  << of_word (lines, words[i]);
    }
  std::cout << "1.." << words.size () << std::endl;
}

std::vector<std::string>
read_lines (const char *path)
{
  std::ifstream file (path);
  std::vector<std::string> list;

  for (std::string line; std::getline (file, line);)
    list.push_back (line);

  return list;
}

} // namespace

int
main (int argc, char **argv)
{
  if (argc != 3)
    return 2;

  const Ref<CadreStructure> before = load (argv[1], "stockton-2007-before");
  const Ref<CadreStructure> after = load (argv[1], "stockton-2007-after");

  tell_structure (before.get ());
  tell_structure (after.get ());
  tell_date (after.get ());
  tell_diff (before.get (), after.get ());
  tell_case (argv[1], "stockton-2007-case");
  tell_case (argv[1], "stockton-2007-judged-case");
  tell_edit (before.get ());
  tell_error ();
  compare (read_lines (argv[2]));

  return 0;
}
