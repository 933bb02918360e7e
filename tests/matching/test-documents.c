/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Policies and logs out of documents and into them: what is refused, where and
 * why, and that what is read is written again, byte for byte. */

#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#include <cadre/cadre.h>

typedef struct
{
  const char *name;
  const char *object; /* with ' for " */
  int code;
  const char *message; /* from the place on */
} Refused;

static const Refused refused_policies[] = {
  { "basis", "{'name':'x','base':'illustrative','parameters':{'slot.basis':'acting'}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.basis: the parameter “slot.basis” must be one of: "
    "substantive-post" },
  { "heads-none", "{'name':'x','base':'illustrative','parameters':{'slot.heads':[]}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.heads: the parameter “slot.heads” must be one or more of: "
    "purpose, duties, scope, competencies" },
  { "heads-unknown", "{'name':'x','base':'illustrative','parameters':{'slot.heads':['pay']}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.heads: the parameter “slot.heads” must be one or more of: "
    "purpose, duties, scope, competencies" },
  { "heads-number", "{'name':'x','base':'illustrative','parameters':{'slot.heads':[1]}}",
    CADRE_MATCHING_ERROR_FORM, "/policies/1/parameters/slot.heads/0: only texts may stand here" },
  { "heads-text", "{'name':'x','base':'illustrative','parameters':{'slot.heads':'duties'}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.heads: the parameter “slot.heads” must be one or more of: "
    "purpose, duties, scope, competencies" },
  { "threshold-zero", "{'name':'x','base':'illustrative','parameters':{'slot.threshold':0}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.threshold: the parameter “slot.threshold” must be a whole number "
    "from 1 to 100" },
  { "threshold-101", "{'name':'x','base':'illustrative','parameters':{'slot.threshold':101}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.threshold: the parameter “slot.threshold” must be a whole number "
    "from 1 to 100" },
  { "threshold-half", "{'name':'x','base':'illustrative','parameters':{'slot.threshold':59.5}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.threshold: the parameter “slot.threshold” must be a whole number "
    "from 1 to 100" },
  { "threshold-text", "{'name':'x','base':'illustrative','parameters':{'slot.threshold':'60'}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.threshold: the parameter “slot.threshold” must be a whole number "
    "from 1 to 100" },
  { "threshold-null", "{'name':'x','base':'illustrative','parameters':{'slot.threshold':null}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.threshold: the parameter “slot.threshold” must be a whole number "
    "from 1 to 100" },
  { "threshold-without-value",
    "{'name':'x','base':'illustrative','parameters':{'slot.threshold':{'clause':'4'}}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.threshold: the parameter “slot.threshold” has no value" },
  { "threshold-object-zero",
    "{'name':'x','base':'illustrative','parameters':{'slot.threshold':{'value':0}}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.threshold/value: the parameter “slot.threshold” must be a whole "
    "number from 1 to 100" },
  { "inclusive-text",
    "{'name':'x','base':'illustrative','parameters':{'slot.threshold-inclusive':'yes'}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.threshold-inclusive: the parameter “slot.threshold-inclusive” "
    "must be true or false" },
  { "denominator", "{'name':'x','base':'illustrative','parameters':{'slot.denominator':'larger'}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.denominator: the parameter “slot.denominator” must be one of: "
    "old, new, lesser" },
  { "overall", "{'name':'x','base':'illustrative','parameters':{'slot.overall':'mean'}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.overall: the parameter “slot.overall” must be one of: "
    "least-head, weighted, whole-job" },
  { "grade-window-negative",
    "{'name':'x','base':'illustrative','parameters':{'slot.grade-window':-1}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.grade-window: the parameter “slot.grade-window” must be a whole "
    "number from 0 to 99" },
  { "grade-window-100", "{'name':'x','base':'illustrative','parameters':{'slot.grade-window':100}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.grade-window: the parameter “slot.grade-window” must be a whole "
    "number from 0 to 99" },
  { "grade-window-any",
    "{'name':'x','base':'illustrative','parameters':{'slot.grade-window':'any'}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.grade-window: the parameter “slot.grade-window” must be a whole "
    "number from 0 to 99" },
  { "ratio", "{'name':'x','base':'illustrative','parameters':{'slot.ratio':'lax'}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.ratio: the parameter “slot.ratio” must be one of: strict, "
    "holders-le-posts" },
  { "iteration", "{'name':'x','base':'illustrative','parameters':{'slot.iteration':true}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.iteration: the parameter “slot.iteration” must be one of: "
    "first-instance, fixpoint" },
  { "multi-claim", "{'name':'x','base':'illustrative','parameters':{'slot.multi-claim':'highest'}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.multi-claim: the parameter “slot.multi-claim” must be one of: "
    "preference-else-unresolved, unresolved" },
  { "merge-competes", "{'name':'x','base':'illustrative','parameters':{'merge-competes':1}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/merge-competes: the parameter “merge-competes” must be true or false" },
  { "same-function",
    "{'name':'x','base':'illustrative','parameters':{'pool.same-function':'true'}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/pool.same-function: the parameter “pool.same-function” must be true or "
    "false" },
  { "same-field", "{'name':'x','base':'illustrative','parameters':{'pool.same-field':0}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/pool.same-field: the parameter “pool.same-field” must be true or "
    "false" },
  { "tier-difference",
    "{'name':'x','base':'illustrative','parameters':{'pool.tier-difference':'none'}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/pool.tier-difference: the parameter “pool.tier-difference” must be a "
    "whole number from 0 to 99, or any" },
  { "grade-difference",
    "{'name':'x','base':'illustrative','parameters':{'pool.grade-difference':-1}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/pool.grade-difference: the parameter “pool.grade-difference” must be a "
    "whole number from 0 to 99, or any" },
  { "add-claimants", "{'name':'x','base':'illustrative','parameters':{'pool.add-claimants':'no'}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/pool.add-claimants: the parameter “pool.add-claimants” must be true or "
    "false" },
  { "tier-below", "{'name':'x','base':'illustrative','parameters':{'tier-below':'barred'}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/tier-below: the parameter “tier-below” must be one of: "
    "no-displacement, allowed" },
  { "vacant-manager", "{'name':'x','base':'illustrative','parameters':{'vacant-manager':'nobody'}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/vacant-manager: the parameter “vacant-manager” must be one of: "
    "nearest-occupied, vacant-post" },
  { "threshold-of-head",
    "{'name':'x','base':'illustrative','parameters':{'slot.threshold.duties':'any'}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.threshold.duties: the parameter “slot.threshold.duties” must be a "
    "whole number from 1 to 100, or general" },
  { "grade-difference-up",
    "{'name':'x','base':'illustrative','parameters':{'pool.grade-difference.up':'1'}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/pool.grade-difference.up: the parameter “pool.grade-difference.up” "
    "must be a whole number from 0 to 99, or one of: general, any" },
  { "none-and-others",
    "{'name':'x','base':'illustrative','parameters':{'voluntary.criteria':['none','cost']}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/voluntary.criteria: the parameter “voluntary.criteria” must be one or "
    "more of: none, service-need, skills-kept, business-case, discretion, order-of-application, "
    "cost, length-of-service, age, pension" },
  { "order-twice",
    "{'name':'x','base':'illustrative','parameters':{'priority.order':['at-risk','at-risk']}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/priority.order: the parameter “priority.order” must be one or more of: "
    "statutory-priority, adjustment, under-notice, at-risk" },
  { "trial-none", "{'name':'x','base':'illustrative','parameters':{'trial.weeks':0}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/trial.weeks: the parameter “trial.weeks” must be a whole number from 1 "
    "to 52" },
  { "no-such-parameter", "{'name':'x','base':'illustrative','parameters':{'slot.weight':1}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1/parameters/slot.weight: the parameter “slot.weight” is none that there is" },
  { "parameters-list", "{'name':'x','base':'illustrative','parameters':[]}",
    CADRE_MATCHING_ERROR_FORM,
    "/policies/1/parameters: parameters are an object of values by name" },
  { "no-base", "{'name':'x'}", CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1: the policy does not say the parameter “slot.basis”, and names no base" },
  { "other-base", "{'name':'x','base':'other'}", CADRE_MATCHING_ERROR_FORM,
    "/policies/1: only a preset, such as “illustrative”, can be a base" },
  { "illustrative-changed", "{'name':'illustrative','parameters':{}}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1: the illustrative policy cannot be changed under its own name" },
  { "illustrative-based", "{'name':'illustrative','base':'illustrative'}",
    CADRE_MATCHING_ERROR_PARAMETER,
    "/policies/1: the illustrative policy cannot be changed under its own name" },
  { "no-name", "{'base':'illustrative'}", CADRE_MATCHING_ERROR_FORM,
    "/policies/1: a policy has a name" },
  { "empty-name", "{'name':'','base':'illustrative'}", CADRE_MATCHING_ERROR_FORM,
    "/policies/1: a policy has a name" },
  { "name-number", "{'name':7}", CADRE_MATCHING_ERROR_FORM, "/policies/1: “name” is not a text" },
  { "agreed", "{'name':'x','base':'illustrative','agreed':'soon'}", CADRE_MATCHING_ERROR_FORM,
    "/policies/1: “agreed” is not a date such as 2007-04-12, 2007-04 or 2007" },
  { "employers-text", "{'name':'x','base':'illustrative','employers':'o'}",
    CADRE_MATCHING_ERROR_FORM, "/policies/1: “employers” is not a list of texts" },
  { "number", "7", CADRE_MATCHING_ERROR_FORM, "/policies/1: a policy is an object" },
};

static const Refused refused_events[] = {
  { "no-event", "{}", CADRE_MATCHING_ERROR_FORM, "an event has the member “event”, its kind" },
  { "empty-event", "{'event':''}", CADRE_MATCHING_ERROR_FORM,
    "an event has the member “event”, its kind" },
  { "event-number", "{'event':7}", CADRE_MATCHING_ERROR_FORM, "“event” is not a text" },
  { "number", "7", CADRE_MATCHING_ERROR_FORM, "an event is an object" },
  { "judgement-without-before", "{'event':'judgement','after':'b','head':'duties','percent':1}",
    CADRE_MATCHING_ERROR_FORM, "a judgement has “before”, “after” and “head”" },
  { "judgement-without-head", "{'event':'judgement','before':'a','after':'b','percent':1}",
    CADRE_MATCHING_ERROR_FORM, "a judgement has “before”, “after” and “head”" },
  { "judgement-other-head",
    "{'event':'judgement','before':'a','after':'b','head':'pay','percent':1}",
    CADRE_MATCHING_ERROR_FORM, "“head” is not one of the words of its list" },
  { "judgement-without-answer", "{'event':'judgement','before':'a','after':'b','head':'duties'}",
    CADRE_MATCHING_ERROR_FORM, "a judgement has either “verdict” or “percent”, and not both" },
  { "judgement-two-answers",
    "{'event':'judgement','before':'a','after':'b','head':'duties','percent':1,'verdict':'same'}",
    CADRE_MATCHING_ERROR_FORM, "a judgement has either “verdict” or “percent”, and not both" },
  { "judgement-percent-101",
    "{'event':'judgement','before':'a','after':'b','head':'duties','percent':101}",
    CADRE_MATCHING_ERROR_FORM, "“percent” is not a whole number from 0 to 100" },
  { "judgement-verdict",
    "{'event':'judgement','before':'a','after':'b','head':'duties','verdict':'perhaps'}",
    CADRE_MATCHING_ERROR_FORM, "“verdict” is not one of the words of its list" },
  { "grading-without-grade", "{'event':'grading','post':'a'}", CADRE_MATCHING_ERROR_FORM,
    "a grading has “post” and “grade”" },
  { "grading-status", "{'event':'grading','post':'a','grade':'g','status':'maybe'}",
    CADRE_MATCHING_ERROR_FORM, "“status” is not one of the words of its list" },
  { "result-without-result",
    "{'event':'result','post':'a','assignment':'x','stage':'limited-competition'}",
    CADRE_MATCHING_ERROR_FORM, "a result has “post”, “assignment” and “result”" },
  { "result-stage",
    "{'event':'result','post':'a','assignment':'x','stage':'slotting-in','result':'appointed'}",
    CADRE_MATCHING_ERROR_FORM,
    "the stage of a result is limited-competition or wider-competition" },
  { "result-without-assignment",
    "{'event':'result','post':'a','stage':'limited-competition','result':'appointed'}",
    CADRE_MATCHING_ERROR_FORM, "a result has “post”, “assignment” and “result”" },
  { "result-other-result",
    "{'event':'result','post':'a','assignment':'x','stage':'limited-competition','result':'won'}",
    CADRE_MATCHING_ERROR_FORM, "“result” is not one of the words of its list" },
  { "result-position-zero",
    "{'event':'result','post':'a','assignment':'x','stage':'limited-competition','result':'"
    "appointed','position':0}",
    CADRE_MATCHING_ERROR_FORM, "“position” is not a whole number from 1 to 2147483647" },
  { "outside-without-subject", "{'event':'decided-outside','where':'w'}", CADRE_MATCHING_ERROR_FORM,
    "an outside decision has “post” or “assignment”" },
  { "date", "{'event':'grading','post':'a','grade':'g','date':'soon'}", CADRE_MATCHING_ERROR_FORM,
    "“date” is not a date such as 2007-04-12, 2007-04 or 2007" },
  { "by-number", "{'event':'grading','post':'a','grade':'g','by':7}", CADRE_MATCHING_ERROR_FORM,
    "“by” is not a text" },
};

static GBytes *
make_document (const char *before, const char *object, const char *after)
{
  g_autofree char *text = g_strconcat (before, object, after, NULL);

  g_strdelimit (text, "'", '"');
  return g_bytes_new_take (g_strdup (text), strlen (text));
}

static void
test_refused_policy (gconstpointer data)
{
  const Refused *self = data;
  g_autoptr (GBytes) bytes =
    make_document ("{'cadre': 'policy', 'version': 1, 'policies': [{'name': 'illustrative'}, ",
                   self->object, "]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = cadre_policy_load_bytes (bytes, NULL, NULL, &error);
  g_autofree char *message = g_strconcat ("Line 1, at ", self->message, NULL);

  g_assert_null (list);
  g_assert_error (error, CADRE_MATCHING_ERROR, self->code);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_refused_event (gconstpointer data)
{
  const Refused *self = data;
  g_autoptr (GBytes) bytes = make_document ("{'cadre': 'log', 'version': 1}\n"
                                            "{'event': 'grading', 'post': 'a', 'grade': 'g'}\n",
                                            self->object, "\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreLog) log = cadre_log_load_bytes (bytes, NULL, NULL, &error);

  g_assert_null (log);
  g_assert_error (error, CADRE_MATCHING_ERROR, self->code);
  g_assert_true (g_str_has_prefix (error->message, "Line 3, "));
  g_assert_null (strstr (error->message, "Line 1"));
  g_assert_true (g_str_has_suffix (error->message, self->message));
}

/* The policies of a document, written again. */
static char *
write_policies (GListModel *list)
{
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  g_autoptr (GError) error = NULL;

  cadre_writer_begin_document (writer, "policy", 1);
  cadre_writer_member (writer, "policies");
  cadre_writer_begin_array (writer);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CadrePolicy) policy = g_list_model_get_item (list, i);

      cadre_writer_begin_object (writer);
      cadre_policy_write_members (policy, writer);
      cadre_writer_end_object (writer);
    }
  cadre_writer_end_array (writer);
  cadre_writer_end_object (writer);
  cadre_writer_finish (writer, NULL, &error);
  g_assert_no_error (error);
  return cadre_writer_dup_text (writer);
}

static const struct
{
  const char *name;
  const char *policy;
} kept_policies[] = {
  { "illustrative", "{'name': 'illustrative'}" },
  { "employers", "{'name': 'illustrative', 'employers': ['a', 'b'], 'note': 'Until agreed'}" },
  { "based",
    "{'name': 'x', 'base': 'illustrative', 'version': '2', 'agreed': '2020-05', "
    "'parties': ['Council', 'Union'], 'source': 'Minutes', 'parameters': "
    "{'slot.threshold': 80, 'merge-competes': true, 'slot.heads': ['duties', 'purpose']}}" },
  { "clauses",
    "{'name': 'x', 'base': 'illustrative', 'parameters': {'slot.ratio': "
    "{'value': 'holders-le-posts', 'clause': '4.2', 'source': 'Policy'}, "
    "'pool.tier-difference': {'value': 'any'}, 'pool.grade-difference': {'value': 2}}}" },
  { "unknown", "{'name': 'x', 'base': 'illustrative', 'z': [1, {'b': 2}], 'house': 'style'}" },
};

/* Written once, a document is read and written without change. */
static void
test_kept_policy (gconstpointer data)
{
  const char *policy = data;
  g_autoptr (GBytes) bytes =
    make_document ("{'cadre': 'policy', 'version': 1, 'policies': [", policy, "]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = cadre_policy_load_bytes (bytes, NULL, NULL, &error);
  g_autofree char *text = NULL;
  g_autofree char *again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GListModel) others = NULL;

  g_assert_no_error (error);
  text = write_policies (list);
  written = g_bytes_new_static (text, strlen (text));
  others = cadre_policy_load_bytes (written, NULL, NULL, &error);
  g_assert_no_error (error);
  again = write_policies (others);
  g_assert_cmpstr (again, ==, text);
}

/* What a policy says that is written and read again. */
static void
test_policy_values (void)
{
  g_autoptr (GBytes) bytes = make_document ("{'cadre': 'policy', 'version': 1, 'policies': [",
                                            kept_policies[2].policy, "]}");
  g_autoptr (GError) error = NULL;
  g_autoptr (GListModel) list = cadre_policy_load_bytes (bytes, NULL, NULL, &error);
  g_autofree char *text = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GListModel) others = NULL;
  g_autoptr (CadrePolicy) policy = NULL;
  g_autoptr (CadreDate) agreed = NULL;

  g_assert_no_error (error);
  text = write_policies (list);
  written = g_bytes_new_static (text, strlen (text));
  others = cadre_policy_load_bytes (written, NULL, NULL, &error);
  g_assert_no_error (error);
  policy = g_list_model_get_item (others, 0);
  agreed = cadre_policy_get_agreed (policy);
  g_assert_cmpint (cadre_policy_get_integer (policy, "slot.threshold"), ==, 80);
  g_assert_true (cadre_policy_get_flag (policy, "merge-competes"));
  g_assert_true (cadre_policy_has_word (policy, "slot.heads", "purpose"));
  g_assert_false (cadre_policy_has_word (policy, "slot.heads", "scope"));
  g_assert_cmpint (cadre_policy_get_integer (policy, "slot.grade-window"), ==, 0);
  g_assert_cmpstr (cadre_policy_get_version (policy), ==, "2");
  g_assert_cmpint (cadre_date_get_precision (agreed), ==, CADRE_DATE_PRECISION_MONTH);
}

#define LOG_HEAD "{\"cadre\": \"log\", \"version\": 1}\n"

static const struct
{
  const char *name;
  const char *text; /* in the form in which it is written */
} kept_logs[] = {
  { "empty", LOG_HEAD },
  { "judgement", LOG_HEAD
    "{\"event\": \"judgement\", \"date\": \"2007-03-01\", \"by\": \"panel\", \"before\": \"a\", "
    "\"after\": \"b\", \"head\": \"level\", \"verdict\": \"same\", \"evidence\": \"seen\"}\n" },
  { "percent", LOG_HEAD "{\"event\": \"judgement\", \"before\": \"a\", \"after\": \"b\", \"head\": "
                        "\"duties\", \"percent\": 0}\n" },
  { "grading", LOG_HEAD "{\"event\": \"grading\", \"date\": \"2007\", \"post\": \"b\", \"grade\": "
                        "\"g\", \"status\": \"final\", \"note\": \"n\", \"source\": \"s\"}\n" },
  { "result", LOG_HEAD "{\"event\": \"result\", \"stage\": \"wider-competition\", \"post\": \"b\", "
                       "\"position\": 2, \"assignment\": \"x\", \"result\": \"not-appointed\"}\n" },
  { "decided-outside", LOG_HEAD "{\"event\": \"decided-outside\", \"post\": \"a\", \"where\": "
                                "\"Board\", \"result\": \"It goes on\"}\n" },
  { "unknown", LOG_HEAD "{\"event\": \"appeal\", \"a\": [1, 2], \"by\": \"x\"}\n" },
  { "other-members", LOG_HEAD "{\"event\": \"grading\", \"post\": \"b\", \"grade\": \"g\", "
                              "\"head\": \"duties\", \"zeal\": true}\n" },
};

/* A log in the form that it is written in is written as it was read. */
static void
test_kept_log (gconstpointer data)
{
  const char *text = data;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreLog) log = cadre_log_load_bytes (bytes, NULL, NULL, &error);
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  written = cadre_log_to_text (log, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (written, ==, text);
}

/* A log is saved as a structure is: one writer at a time, and what is private
 * stays so. */
static void
test_save_log (void)
{
  const char *text = kept_logs[G_N_ELEMENTS (kept_logs) - 1].text;
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autofree char *folder = g_dir_make_tmp ("cadre-log-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "log.jsonl", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreLog) log = cadre_log_load_bytes (bytes, NULL, NULL, &error);
  g_autoptr (CadreWriter) other = cadre_writer_new_for_file (file, NULL, &error);
  g_autofree char *content = NULL;
  GStatBuf status;

  g_assert_no_error (error);
  g_assert_false (cadre_log_save (log, file, NULL, &error));
  g_assert_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_BUSY);
  g_assert_nonnull (strstr (error->message, "it is being saved by another writer"));
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_finalize_object (g_steal_pointer (&other));
  g_assert_true (cadre_log_save (log, file, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, text);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);

  /* The folder is empty then: no temporary file is left in it. */
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
}

static void
add_all (const char *path, GTestDataFunc func, const Refused *rows, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strconcat (path, rows[i].name, NULL);

      g_test_add_data_func (name, &rows[i], func);
    }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  add_all ("/matching/policy/refused/", test_refused_policy, refused_policies,
           G_N_ELEMENTS (refused_policies));
  add_all ("/matching/log/refused/", test_refused_event, refused_events,
           G_N_ELEMENTS (refused_events));
  for (guint i = 0; i < G_N_ELEMENTS (kept_policies); i++)
    {
      g_autofree char *name = g_strconcat ("/matching/policy/kept/", kept_policies[i].name, NULL);

      g_test_add_data_func (name, kept_policies[i].policy, test_kept_policy);
    }
  g_test_add_func ("/matching/policy/values", test_policy_values);
  for (guint i = 0; i < G_N_ELEMENTS (kept_logs); i++)
    {
      g_autofree char *name = g_strconcat ("/matching/log/kept/", kept_logs[i].name, NULL);

      g_test_add_data_func (name, kept_logs[i].text, test_kept_log);
    }

  g_test_add_func ("/matching/log/save", test_save_log);

  return g_test_run ();
}
