/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Random cases with logs of all kinds of events. */

#include "config.h"

#include <cadre/cadre.h>
#include <string.h>

#include "replay-cases.h"

#define N_EVENTS 14
#define N_POSTS 6
#define N_ASSIGNMENTS 7
#define N_JOINERS 2

/* An event of each kind, some in several forms; what mostly follows an event stands
 * after it. In a template
 *
 *   $q the post of the assignment that much is about,
 *   $a an assignment, $o another, $p a post, $P another, $g a grade, $d a date, $b true
 *   or false,
 *   $v same or different, $h a head, $s a stage, $k an outcome, $r appointed or not,
 *   $j somebody who joins,
 *   $n an earlier event, of the kind of @about where the template names one. */
typedef struct
{
  const char *text;
  CadreLogKind about;
  gboolean begins; /* what comes to something only with the next two, about the same */
} Template;

static const Template templates[] = {
  { "'event': 'judgement', 'before': '$p', 'after': '$P', 'head': '$h', 'verdict': '$v'", 0 },
  { "'event': 'judgement', 'before': '$q', 'after': '$P', 'head': 'purpose', 'verdict': 'same'", 0,
    TRUE },
  { "'event': 'judgement', 'before': '$q', 'after': '$p', 'head': 'purpose', 'verdict': 'same'",
    0 },
  { "'event': 'preference', 'assignment': '$a', 'posts': ['$p', '$P']", 0 },
  { "'event': 'judgement', 'before': '$p', 'after': '$P', 'head': 'duties', 'percent': 70", 0 },
  { "'event': 'judgement', 'before': '$p', 'after': '$P', 'head': 'level', 'verdict': '$v'", 0 },
  { "'event': 'grading', 'post': '$p', 'grade': '$g', 'status': 'provisional'", 0 },
  { "'event': 'grading', 'post': '$p', 'grade': '$g', 'status': 'final'", 0 },
  { "'event': 'result', 'stage': '$s', 'post': '$p', 'assignment': '$a', 'result': '$r'", 0 },
  { "'event': 'result', 'stage': '$s', 'post': '$p', 'assignment': '$a', 'result': '$r', "
    "'position': 1",
    0 },
  { "'event': 'decided-outside', 'assignment': '$a', 'where': 'Board'", 0 },
  { "'event': 'decided-outside', 'post': '$p', 'where': 'Board', 'result': 'Goes on'", 0 },
  { "'event': 'joiner', 'assignment': '$j', 'person': '$j', 'post': '$p', 'from': '$d'", 0 },
  { "'event': 'leaver', 'assignment': '$a', 'day': '$d', 'reason': 'Resigned'", 0 },
  { "'event': 'contract-changed', 'assignment': '$a', 'contract-type': 'fixed-term', 'to': '$d'",
    0 },
  { "'event': 'contract-changed', 'assignment': '$a', 'contract-type': 'permanent'", 0 },
  { "'event': 'absence-started', 'assignment': '$a', 'day': '$d'", 0 },
  { "'event': 'absence-ended', 'assignment': '$a', 'day': '$d'", 0 },
  { "'event': 'secondment-ended', 'assignment': '$o', 'day': '$d'", 0 },
  { "'event': 'secondment-extended', 'assignment': '$o', 'to': '$d'", 0 },
  { "'event': 'job-description-revised', 'post': '$p', 'side': 'before'", 0 },
  { "'event': 'job-description-revised', 'post': '$p', 'side': 'after'", 0 },
  { "'event': 'interest', 'stage': '$s', 'post': '$p', 'assignment': '$a'", 0 },
  { "'event': 'volunteer', 'assignment': '$a', 'what': 'redundancy'", 0 },
  { "'event': 'volunteer-accepted', 'about': $n, 'conditional-until': '$d'",
    CADRE_LOG_KIND_VOLUNTEER },
  { "'event': 'volunteer', 'assignment': '$o', 'what': 'redundancy'", 0, TRUE },
  { "'event': 'volunteer-accepted', 'assignment': '$o', 'freed-for': '$a'", 0 },
  { "'event': 'bump-consented', 'assignment': '$o', 'for': '$a'", 0 },
  { "'event': 'volunteer-refused', 'about': $n, 'reason': 'Needed'", CADRE_LOG_KIND_VOLUNTEER },
  { "'event': 'volunteer-withdrawn', 'about': $n", CADRE_LOG_KIND_VOLUNTEER },
  { "'event': 'score', 'stage': '$s', 'post': '$p', 'assignment': '$a', 'score': '4.5'", 0 },
  { "'event': 'offer', 'stage': 'wider-competition', 'post': '$p', 'assignment': '$a'", 0 },
  { "'event': 'acceptance', 'about': $n", CADRE_LOG_KIND_OFFER },
  { "'event': 'refusal', 'about': $n, 'reason': 'Too far'", CADRE_LOG_KIND_OFFER },
  { "'event': 'trial-started', 'post': '$p', 'assignment': '$a', 'from': '$d'", 0 },
  { "'event': 'trial-ended', 'about': $n, 'succeeded': $b", CADRE_LOG_KIND_TRIAL_STARTED },
  { "'event': 'notice-issued', 'assignment': '$a', 'from': '2020-03-01', 'to': '$d'", 0 },
  { "'event': 'notice-withdrawn', 'about': $n", CADRE_LOG_KIND_NOTICE_ISSUED },
  { "'event': 'redeployed', 'assignment': '$a', 'where': 'The county'", 0 },
  { "'event': 'redeployed', 'assignment': '$a', 'post': '$p'", 0 },
  { "'event': 'token-granted', 'assignment': '$a', 'token': 't', 'right': 'statutory-priority', "
    "'verified-by': 'HR', 'to': '$d'",
    0 },
  { "'event': 'token-granted', 'assignment': '$a', 'token': 'u', 'right': 'adjustment', "
    "'verified-by': 'HR'",
    0 },
  { "'event': 'token-granted', 'assignment': '$a', 'token': 't', 'right': 'statutory-priority', "
    "'verified-by': 'HR', 'to': '2021-01-31'",
    0, TRUE },
  { "'event': 'suitability', 'assignment': '$a', 'post': '$p', 'verdict': '$v'", 0 },
  { "'event': 'token-ended', 'token': 't', 'day': '$d'", 0 },
  { "'event': 'appeal-lodged', 'assignment': '$a', 'about': $n", 0 },
  { "'event': 'appeal-decided', 'about': $n, 'upheld': false", CADRE_LOG_KIND_APPEAL_LODGED },
  { "'event': 'appeal-decided', 'about': $n, 'upheld': true, 'settles': $n",
    CADRE_LOG_KIND_APPEAL_LODGED },
  { "'event': 'policy-amended', 'policy': 'y0', 'parameter': 'slot.ratio', 'value': "
    "'holders-le-posts'",
    0 },
  { "'event': 'policy-amended', 'policy': 'y1', 'parameter': 'slot.threshold', 'value': 90", 0 },
  { "'event': 'policy-amended', 'policy': 'y0', 'parameter': 'pool.same-function', 'value': "
    "false",
    0 },
  { "'event': 'agreement', 'parameter': 'slot.ratio', 'policy': 'y0'", 0 },
  { "'event': 'agreement', 'parameter': 'slot.ratio', 'policy': 'y1', 'post': '$p'", 0 },
  { "'event': 'scope-changed', 'in': ['$p'], 'out': ['$P']", 0 },
  { "'event': 'scope-changed', 'out': ['$p']", 0 },
  { "'event': 'told', 'assignment': '$a', 'how': 'By letter'", 0 },
  { "'event': 'route', 'assignment': '$a', 'post': '$p', 'route': 'secondment'", 0 },
  { "'event': 'decision', 'assignment': '$a', 'outcome': '$k', 'reason': 'As advised'", 0 },
  { "'event': 'decision', 'post': '$p', 'position': 1, 'outcome': '$k'", 0 },
};

static int
below (int n)
{
  return g_test_rand_int_range (0, n);
}

static gboolean
one_in (int n)
{
  return below (n) == 0;
}

static const char *
any_word (const char *const *words, guint n)
{
  return words[below ((int) n)];
}

#define ANY(...)                                  \
  any_word ((const char *const[]){ __VA_ARGS__ }, \
            (guint) (sizeof ((const char *const[]){ __VA_ARGS__ }) / sizeof (char *)))

/* An earlier event, counted from 1: one of a kind mostly, where there is one. */
static guint
find_earlier (GArray *kinds, CadreLogKind about)
{
  guint n = 0;
  guint found = 0;

  for (guint i = 0; i < kinds->len; i++)
    if (g_array_index (kinds, CadreLogKind, i) == about && below ((int) ++n) == 0)
      found = i + 1;

  return found > 0 && !one_in (6) ? found : 1 + (guint) below ((int) MAX (kinds->len, 1));
}

/* Whom and what most events of a case are about, so that they have to do with each
 * other. */
static struct
{
  int assignment;
  int other;
  int post;         /* of the assignment, before */
  int posts[2];     /* that are named first and second */
  guint n_left;     /* events that are about nothing else */
  gboolean is_calm; /* nothing else happens: what is rare has room to happen */
} focus;

/* A post, before and after mostly the same. */
typedef struct
{
  int grade; /* -1: none is known */
  int establishment;
  int employer;
  int function;
} Post;

static Post posts[N_POSTS];

static Post
make_post (void)
{
  if (focus.is_calm)
    return (Post){ 0, 1, 0, 0 };
  return (Post){ one_in (6) ? -1 : one_in (4), 1 + one_in (3), one_in (4), one_in (3) };
}

static void
make_focus (void)
{
  focus.is_calm = one_in (3);
  for (int i = 0; i < N_POSTS; i++)
    posts[i] = make_post ();
  focus.n_left = 0;
  focus.assignment = below (N_ASSIGNMENTS);
  focus.other = (focus.assignment + below (N_ASSIGNMENTS)) % N_ASSIGNMENTS;
  focus.post = 1 + below (N_POSTS - 1);
  for (int i = 0; i < 2; i++)
    focus.posts[i] = focus.is_calm ? 1 + (focus.post + i) % (N_POSTS - 1) : 1 + below (N_POSTS - 1);
  if (focus.is_calm)
    posts[focus.posts[0]].employer = one_in (3);
}

static int
near_focus (int number, int n)
{
  return focus.n_left == 0 && one_in (3) ? below (n) : number;
}

/* Words that stand for a letter; those that are there twice are taken twice as often. */
static const char *
any_word_of (char letter)
{
  switch (letter)
    {
    case 'b':
      return ANY ("true", "false");
    case 'v':
      return ANY ("same", "same", "different");
    case 'h':
      return ANY ("purpose", "duties", "scope", "competencies");
    case 's':
      return ANY ("limited-competition", "limited-competition", "wider-competition");
    case 'r':
      return ANY ("appointed", "appointed", "not-appointed");
    default:
      return ANY ("slotted", "appointed", "displaced", "unchanged", "held");
    }
}

static void
append_place (GString *text, char place, GArray *kinds, CadreLogKind about)
{
  switch (place)
    {
    case 'a':
    case 'o':
      if (focus.n_left == 0 && one_in (8))
        g_string_append_printf (text, "j%d", below (N_JOINERS));
      else
        g_string_append_printf (text, "a%d",
                                near_focus (place == 'a' ? focus.assignment : focus.other,
                                            N_ASSIGNMENTS));
      return;
    case 'j':
      g_string_append_printf (text, "j%d", below (N_JOINERS));
      return;
    case 'p':
    case 'P':
      g_string_append_printf (text, "p%d", near_focus (focus.posts[place == 'P'], N_POSTS));
      return;
    case 'q':
      g_string_append_printf (text, "p%d", focus.post);
      return;
    case 'g':
      g_string_append_printf (text, "g%d", below (2));
      return;
    case 'd':
      if (one_in (6))
        g_string_append (text, "2019-12-15");
      else
        g_string_append_printf (text, "2020-%02d-%02d", 1 + below (8), 1 + below (28));
      return;
    case 'n':
      g_string_append_printf (text, "%u", find_earlier (kinds, about));
      return;
    default:
      g_string_append (text, any_word_of (place));
    }
}

/* Some events are later than the decision, or than the cut-off of their stage. */
static void
append_event (GString *text, guint number, GArray *kinds, guint *last)
{
  const Template *template = NULL;

  *last = focus.n_left > 1 || (number > 0 && one_in (2))
            ? (*last + 1) % (guint) G_N_ELEMENTS (templates)
            : (guint) below (G_N_ELEMENTS (templates));
  template = &templates[*last];
  focus.n_left = template->begins ? 3 : MAX (focus.n_left, 1) - 1;

  g_string_append (text, "{");
  for (const char *c = template->text; *c != '\0'; c++)
    if (*c == '$')
      append_place (text, *++c, kinds, template->about);
    else
      g_string_append_c (text, *c);
  g_string_append_printf (text, ", 'date': '2020-%02u-%02d', 'by': 'HR'}", 2 + number / 3,
                          1 + below (28));
}

static CadreLogKind
find_kind (const char *event)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (CADRE_TYPE_LOG_KIND);

  return (CadreLogKind) g_enum_get_value_by_nick (words, event)->value;
}

static char *
dup_log (void)
{
  GString *text = g_string_new ("'log': [");
  g_autoptr (GArray) kinds = g_array_new (FALSE, FALSE, sizeof (CadreLogKind));
  guint n = (guint) below (N_EVENTS + 1);
  guint last = 0;

  while (focus.is_calm && !templates[last].begins)
    last = (guint) below (G_N_ELEMENTS (templates));
  focus.n_left = focus.is_calm ? 4 : 0;
  last = focus.is_calm ? last - 1 : 0;
  for (guint i = 0; i < n; i++)
    {
      const gsize start = text->len + (i > 0 ? 2 : 0);
      g_auto (GStrv) parts = NULL;
      CadreLogKind kind = CADRE_LOG_KIND_UNKNOWN;

      g_string_append (text, i > 0 ? ", " : "");
      append_event (text, i, kinds, &last);
      parts = g_strsplit (text->str + start, "'", 5);
      kind = find_kind (parts[3]);
      g_array_append_val (kinds, kind);
    }

  return g_string_free (g_string_append_c (text, ']'), FALSE);
}

static void
append_post (GString *text, int i, gboolean is_after)
{
  Post *post = &posts[i];

  if (is_after && one_in (4))
    *post = make_post ();
  g_string_append_printf (text,
                          "%s{'id': 'p%d', 'title': 'P%d', 'employer': 'o%d', "
                          "'field-of-work': 'w', 'establishment': %d",
                          i > 0 ? ", " : "", i, i, post->employer, post->establishment);
  if (i > 0)
    g_string_append (text, ", 'manager': 'p0'");
  if (post->grade >= 0)
    g_string_append_printf (text, ", 'grade': 'g%d'", post->grade);
  if (is_after && !focus.is_calm && one_in (6))
    g_string_append (text, ", 'declared-outcome': 'deferred'");
  g_string_append (text, "}");
}

/* The post that much is about mostly goes, and the others come in its place. */
static gboolean
is_there (int i, gboolean is_after)
{
  if (i == focus.post && (focus.is_calm || !one_in (4)))
    return !is_after;
  if ((i == focus.posts[0] || i == focus.posts[1]) && (focus.is_calm || !one_in (4)))
    return is_after;

  return focus.is_calm || !one_in (3);
}

/* The first post is in both, so that the others have a manager. */
static void
append_posts (GString *text, gboolean is_after)
{
  g_string_append (text, "'posts': [");
  for (int i = 0; i < N_POSTS; i++)
    if (i == 0 || is_there (i, is_after))
      append_post (text, i, is_after);
  g_string_append (text, "], 'responsibilities': [");
  for (int i = 1; i < N_POSTS; i++)
    g_string_append_printf (text, "%s{'post': 'p%d', 'function-id': 'f%d'}", i > 1 ? ", " : "", i,
                            posts[i].function);
  g_string_append (text, "]");
}

static int
find_post_of (int assignment)
{
  if (assignment == focus.assignment)
    return focus.post;
  if (focus.is_calm)
    return assignment == focus.other ? 0 : focus.posts[0];

  return below (N_POSTS);
}

static void
append_people (GString *text)
{
  g_string_append (text, ", 'persons': [");
  for (int i = 0; i < N_ASSIGNMENTS; i++)
    g_string_append_printf (text, "%s{'id': 'x%d'}", i > 0 ? ", " : "", i);
  g_string_append (text, "], 'assignments': [");
  for (int i = 0; i < N_ASSIGNMENTS; i++)
    g_string_append_printf (text,
                            "%s{'id': 'a%d', 'person': 'x%d', 'post': 'p%d', 'basis': '%s', "
                            "'contract': '%s'%s}",
                            i > 0 ? ", " : "", i, one_in (5) ? 0 : i, find_post_of (i),
                            i == focus.other
                              ? ANY ("secondment", "acting", "substantive", "substantive")
                              : "substantive",
                            one_in (2) ? "permanent" : "unknown",
                            i == focus.other && !focus.is_calm && one_in (2)
                              ? ", 'valid-to': '2020-03-31'"
                              : "");
  g_string_append (text, "]");
}

static void
append_side (GString *text, gboolean is_after)
{
  g_string_append_printf (
    text,
    "'%s': {'id': 's', 'as-of': '%s', 'organisations': [{'id': 'o0'}, {'id': 'o1'}], "
    "'grade-scales': [{'id': 'njc'}], 'grades': [{'id': 'g0', 'scale': 'njc', 'rung': 1}, "
    "{'id': 'g1', 'scale': 'njc', 'rung': 2}], 'functions': [{'id': 'f0'}, {'id': 'f1'}], ",
    is_after ? "after" : "before", is_after ? "2020-06-30" : "2020-01-01");
  append_posts (text, is_after);
  if (!is_after)
    append_people (text);
  g_string_append (text, "}, ");
}

CadreCase *
replay_case_load (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CadreCase *self = cadre_case_load_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return self;
}

CadreCase *
replay_case_new (void)
{
  g_autoptr (GString) text = g_string_new ("{'cadre': 'case', 'version': 1, 'id': 'c', ");
  g_autofree char *log = NULL;

  make_focus ();
  log = dup_log ();
  if (one_in (2))
    g_string_append (text, "'decision-date': '2020-05-15', ");
  if (!focus.is_calm && one_in (3))
    g_string_append (text, "'cut-offs': {'slotting-in': '2020-04-10', 'limited-competition': "
                           "'2020-05-20', 'wider-competition': '2020-06-20'}, ");
  if (!focus.is_calm && one_in (4))
    g_string_append (text, "'scope': {'posts': ['p1', 'p2', 'p3', 'p4']}, ");
  append_side (text, FALSE);
  append_side (text, TRUE);
  g_string_append_printf (
    text,
    "'policies': [{'name': 'y0', 'base': 'illustrative', 'employers': ['o0'], 'parameters': "
    "{'bumping': '%s', 'slot.ratio': '%s', 'slot.heads': [%s]}}, {'name': 'y1', 'base': "
    "'illustrative', "
    "'employers': ['o1'], 'parameters': {'slot.threshold': 50}}], %s}",
    ANY ("forbidden", "consensual"), ANY ("strict", "holders-le-posts"),
    ANY ("'purpose'", "'purpose'", "'purpose', 'duties'"), log);
  for (char *c = text->str; *c != '\0'; c++)
    if (*c == '\'')
      *c = '"';

  return replay_case_load (text->str);
}
