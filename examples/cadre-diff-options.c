/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "cadre-diff-options.h"

#include <string.h>

CadreDiffOptions cadre_diff_options = {
  .method = CADRE_MAPPING_METHOD_ID,
  .for_whom = CADRE_REDACTION_LEVEL_FULL,
  .chosen = CADRE_MERGE_CHOICE_NONE,
};

static CadreDiffOptions *const given = &cadre_diff_options;

/* Words are bytes, as names of files are: they are not fitted to the locale. */
static const GOptionEntry entries[] = {
  { "json", 0, 0, G_OPTION_ARG_NONE, &cadre_diff_options.as_json, "Write JSON for programs", NULL },
  { "in-force", 0, 0, G_OPTION_ARG_NONE, &cadre_diff_options.in_force,
    "Of each structure only what is in force on its own date", NULL },
  { "all-dates", 0, 0, G_OPTION_ARG_NONE, &cadre_diff_options.all_dates,
    "What had ended before that date too", NULL },
  { "map", 0, 0, G_OPTION_ARG_FILENAME, &cadre_diff_options.map, "What posts belong together by",
    "id|auto|similarity" },
  { "pair", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &cadre_diff_options.pairs,
    "These are one post; OLD= goes, =NEW is new", "OLD=NEW" },
  { "not-pair", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &cadre_diff_options.not_pairs,
    "These are two posts, and neither was made of the other", "OLD=NEW" },
  { "merged", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &cadre_diff_options.merged,
    "NEW was made of OLD and of others", "OLD=NEW" },
  { "split", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &cadre_diff_options.split,
    "NEW and others were made of OLD", "OLD=NEW" },
  { "level", 0, 0, G_OPTION_ARG_FILENAME, &cadre_diff_options.level, "How much of it",
    "headline|summary|field" },
  { "unit", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &cadre_diff_options.units,
    "Only this unit and those in it", "ID" },
  { "employer", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &cadre_diff_options.employers,
    "Only this employer", "ID" },
  { "kind", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &cadre_diff_options.kinds,
    "Only this kind of change, such as post-moved", "KIND" },
  { "tier", 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &cadre_diff_options.tiers,
    "Only posts of this tier, as it is worked out", "NUMBER" },
  { "responses", 0, 0, G_OPTION_ARG_FILENAME, &cadre_diff_options.responses,
    "You said, we did: what was said of BEFORE in a consultation", "FILE" },
  { "patch", 0, 0, G_OPTION_ARG_NONE, &cadre_diff_options.as_patch,
    "Write it as a document that can be applied", NULL },
  { "apply", 0, 0, G_OPTION_ARG_FILENAME, &cadre_diff_options.patch, "Apply a patch to BEFORE",
    "PATCH" },
  { "undo", 0, 0, G_OPTION_ARG_NONE, &cadre_diff_options.undo,
    "Turn the patch round: what is given is AFTER", NULL },
  { "merge", 0, 0, G_OPTION_ARG_NONE, &cadre_diff_options.as_merge,
    "Merge two proposals: BASE OURS THEIRS", NULL },
  { "conflicts", 0, 0, G_OPTION_ARG_NONE, &cadre_diff_options.as_conflicts,
    "With --merge: a report on the conflicts, and not the structure", NULL },
  { "alternatives", 0, 0, G_OPTION_ARG_NONE, &cadre_diff_options.as_alternatives,
    "Set proposals side by side: BASE A B...", NULL },
  { "series", 0, 0, G_OPTION_ARG_NONE, &cadre_diff_options.as_series,
    "What became of the posts of several dates: FILE...", NULL },
  { "choose", 0, 0, G_OPTION_ARG_FILENAME, &cadre_diff_options.choice,
    "What to take where they contradict each other", "ours|theirs|base|none" },
  { "keep", 0, 0, G_OPTION_ARG_FILENAME, &cadre_diff_options.keep,
    "Write down how conflicts were resolved", "FILE" },
  { "replay", 0, 0, G_OPTION_ARG_FILENAME, &cadre_diff_options.replay,
    "Resolve conflicts as they were before", "FILE" },
  { "for", 0, 0, G_OPTION_ARG_FILENAME, &cadre_diff_options.readers,
    "Who it is for, such as consultation", "LEVEL" },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &cadre_diff_options.files, NULL,
    "BEFORE AFTER, CASE, or several" },
  { NULL },
};

#define JOB(name) (1u << CADRE_DIFF_JOB_##name)
#define JOBS_OF_MERGES (JOB (MERGE) | JOB (CONFLICTS))
#define JOBS_OF_TWO (JOB (COMPARE) | JOB (RESPONSES) | JOB (PATCH))
#define JOBS_THAT_REPORT \
  (JOB (COMPARE) | JOB (RESPONSES) | JOB (CONFLICTS) | JOB (ALTERNATIVES) | JOB (SERIES))

static const struct
{
  const char *words;
  const char *files; /* what it wants */
  guint least;
  guint most;
} jobs[] = {
  [CADRE_DIFF_JOB_COMPARE] = { "a comparison", "BEFORE AFTER, or CASE", 1, 2 },
  [CADRE_DIFF_JOB_RESPONSES] = { "--responses", "BEFORE AFTER, or CASE", 1, 2 },
  [CADRE_DIFF_JOB_PATCH] = { "--patch", "BEFORE AFTER", 2, 2 },
  [CADRE_DIFF_JOB_APPLY] = { "--apply", "BEFORE", 1, 1 },
  [CADRE_DIFF_JOB_MERGE] = { "--merge", "BASE OURS THEIRS", 3, 3 },
  [CADRE_DIFF_JOB_CONFLICTS] = { "--merge --conflicts", "BASE OURS THEIRS", 3, 3 },
  [CADRE_DIFF_JOB_ALTERNATIVES] = { "--alternatives", "BASE A B...", 2, G_MAXUINT },
  [CADRE_DIFF_JOB_SERIES] = { "--series", "FILE...", 1, G_MAXUINT },
};

/* Options that go with some jobs only. */
/* clang-format off */
static const struct
{
  const char *name;
  guint jobs;
  gboolean with_case;
} bounds[] = {
  { "json", JOBS_THAT_REPORT, TRUE },
  { "in-force", ~0u, FALSE },
  { "all-dates", JOBS_THAT_REPORT & ~JOB (CONFLICTS), FALSE },
  { "map", ~JOB (APPLY), FALSE },
  { "pair", JOBS_OF_TWO, FALSE },
  { "not-pair", JOBS_OF_TWO, FALSE },
  { "merged", JOBS_OF_TWO, FALSE },
  { "split", JOBS_OF_TWO, FALSE },
  { "level", JOB (COMPARE), TRUE },
  { "unit", JOB (COMPARE), TRUE },
  { "employer", JOB (COMPARE), TRUE },
  { "kind", JOB (COMPARE), TRUE },
  { "tier", JOB (COMPARE), TRUE },
  { "undo", JOB (APPLY), TRUE },
  { "conflicts", JOBS_OF_MERGES, TRUE },
  { "choose", JOBS_OF_MERGES, TRUE },
  { "keep", JOBS_OF_MERGES, TRUE },
  { "replay", JOBS_OF_MERGES, TRUE },
};
/* clang-format on */

static gboolean set_fault (GError **error, const char *format, ...) G_GNUC_PRINTF (2, 3);

static gboolean
set_fault (GError **error, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  g_clear_error (error);
  if (error != NULL)
    *error = g_error_new_valist (G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, format, arguments);
  va_end (arguments);
  return FALSE;
}

/* "a, b or c" */
static char *
join (const char *const *words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (i > 0)
        g_string_append (text, words[i + 1] != NULL ? ", " : " or ");
      g_string_append (text, words[i]);
    }

  return g_string_free (text, FALSE);
}

/* One of the names of an enumeration. */
static gboolean
find_word (GType words, const char *option, const char *word, int *value, GError **error)
{
  g_autoptr (GEnumClass) class = g_type_class_ref (words);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *all = NULL;

  if (word == NULL)
    return TRUE;

  for (guint i = 0; i < class->n_values; i++)
    {
      const GEnumValue *known = &class->values[i];

      if (words == CADRE_TYPE_MERGE_CHOICE && known->value == CADRE_MERGE_CHOICE_VALUE)
        continue; /* a value of one's own is none for all conflicts */
      g_ptr_array_add (names, (gpointer) known->value_nick);
      if (strcmp (known->value_nick, word) != 0)
        continue;
      *value = known->value;
      return TRUE;
    }

  g_ptr_array_add (names, NULL);
  all = join ((const char *const *) names->pdata);
  return set_fault (error, "--%s is %s, and not \"%s\"", option, all, word);
}

static gboolean
find_words (GError **error)
{
  int method = (int) given->method;
  int for_whom = (int) given->for_whom;
  int chosen = (int) given->chosen;

  if (!find_word (CADRE_TYPE_MAPPING_METHOD, "map", given->map, &method, error) ||
      !find_word (CADRE_TYPE_MERGE_CHOICE, "choose", given->choice, &chosen, error) ||
      !find_word (CADRE_TYPE_REDACTION_LEVEL, "for", given->readers, &for_whom, error))
    return FALSE;

  given->method = (CadreMappingMethod) method;
  given->for_whom = (CadreRedactionLevel) for_whom;
  given->chosen = (CadreMergeChoice) chosen;
  return TRUE;
}

static gboolean
add_kinds (GError **error)
{
  for (guint i = 0; given->kinds != NULL && given->kinds[i] != NULL; i++)
    {
      int kind = 0;

      if (!find_word (CADRE_TYPE_CHANGE_KIND, "kind", given->kinds[i], &kind, error))
        return FALSE;
      cadre_diff_view_add_kind (given->view, (CadreChangeKind) kind);
    }

  return TRUE;
}

static gboolean
add_tiers (GError **error)
{
  for (guint i = 0; given->tiers != NULL && given->tiers[i] != NULL; i++)
    {
      guint64 tier = 0;

      if (!g_ascii_string_to_unsigned (given->tiers[i], 10, 0, 9999, &tier, NULL))
        return set_fault (error, "--tier is a number from 0 to 9999, and not \"%s\"",
                          given->tiers[i]);
      cadre_diff_view_add_tier (given->view, (int) tier);
    }

  return TRUE;
}

/* Whoever asks for a part asks for what happens there: events and no tables. */
static gboolean
make_view (GError **error)
{
  int shown = CADRE_DIFF_LEVEL_SUMMARY;

  if (given->level == NULL && given->units == NULL && given->employers == NULL &&
      given->kinds == NULL && given->tiers == NULL)
    return TRUE;
  if (!find_word (CADRE_TYPE_DIFF_LEVEL, "level", given->level, &shown, error))
    return FALSE;

  given->view = cadre_diff_view_new ((CadreDiffLevel) shown);
  cadre_diff_view_set_units (given->view, (const char *const *) given->units);
  cadre_diff_view_set_employers (given->view, (const char *const *) given->employers);
  return add_kinds (error) && add_tiers (error);
}

static gboolean
is_given (const GOptionEntry *entry)
{
  return entry->arg == G_OPTION_ARG_NONE ? *(const gboolean *) entry->arg_data
                                         : *(char *const *) entry->arg_data != NULL;
}

static gboolean
has_value (const GOptionEntry *entry)
{
  char **list = NULL;

  if (entry->arg == G_OPTION_ARG_NONE || !is_given (entry))
    return TRUE;
  if (entry->arg != G_OPTION_ARG_FILENAME_ARRAY)
    return **(char *const *) entry->arg_data != '\0';

  list = *(char ***) entry->arg_data;
  for (guint i = 0; list[i] != NULL; i++)
    if (list[i][0] == '\0')
      return FALSE;

  return TRUE;
}

static gboolean
check_text (const char *option, char **texts, GError **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    if (!g_utf8_validate (texts[i], -1, NULL))
      return set_fault (error, "--%s is not UTF-8", option);

  return TRUE;
}

static gboolean
check_values (GError **error)
{
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    if (!has_value (entry))
      return entry->long_name[0] != '\0' ? set_fault (error, "--%s is empty", entry->long_name)
                                         : set_fault (error, "The name of a file is empty");

  return check_text ("unit", given->units, error) &&
         check_text ("employer", given->employers, error) &&
         check_text ("pair", given->pairs, error) &&
         check_text ("not-pair", given->not_pairs, error) &&
         check_text ("merged", given->merged, error) && check_text ("split", given->split, error);
}

/* The one thing that is asked for. */
static gboolean
find_job (GError **error)
{
  const struct
  {
    CadreDiffJob job;
    gboolean is_wanted;
  } wanted[] = {
    { CADRE_DIFF_JOB_RESPONSES, given->responses != NULL },
    { CADRE_DIFF_JOB_PATCH, given->as_patch },
    { CADRE_DIFF_JOB_APPLY, given->patch != NULL },
    { CADRE_DIFF_JOB_MERGE, given->as_merge },
    { CADRE_DIFF_JOB_ALTERNATIVES, given->as_alternatives },
    { CADRE_DIFF_JOB_SERIES, given->as_series },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      if (!wanted[i].is_wanted)
        continue;
      if (given->job != CADRE_DIFF_JOB_COMPARE)
        return set_fault (error, "%s and %s do not go together", jobs[given->job].words,
                          jobs[wanted[i].job].words);
      given->job = wanted[i].job;
    }

  if (given->in_force && given->all_dates)
    return set_fault (error, "--in-force and --all-dates do not go together");
  if (given->job == CADRE_DIFF_JOB_MERGE && given->as_conflicts)
    given->job = CADRE_DIFF_JOB_CONFLICTS;
  return TRUE;
}

static gboolean
check_files (GError **error)
{
  const guint n = given->files != NULL ? g_strv_length (given->files) : 0;

  if (n >= jobs[given->job].least && n <= jobs[given->job].most)
    return TRUE;

  return set_fault (error, "%s wants %s; files given: %u",
                    given->job != CADRE_DIFF_JOB_COMPARE ? jobs[given->job].words : "A comparison",
                    jobs[given->job].files, n);
}

static gboolean
refuse (const char *name, guint with, GError **error)
{
  const char *words[G_N_ELEMENTS (jobs) + 1] = { NULL };
  g_autofree char *all = NULL;
  guint n = 0;

  if (with & JOB (MERGE))
    with &= ~JOB (CONFLICTS);
  for (guint job = 0; job < G_N_ELEMENTS (jobs); job++)
    if (with >> job & 1)
      words[n++] = jobs[job].words;

  all = join (words);
  return set_fault (error, "--%s does not go with %s, only with %s", name, jobs[given->job].words,
                    all);
}

static gboolean
check_bounds (GError **error)
{
  const gboolean is_case = given->job <= CADRE_DIFF_JOB_RESPONSES && given->files[1] == NULL;

  for (guint i = 0; i < G_N_ELEMENTS (bounds); i++)
    {
      const GOptionEntry *entry = entries;

      while (strcmp (entry->long_name, bounds[i].name) != 0)
        entry++;
      if (!is_given (entry))
        continue;
      if (!(bounds[i].jobs >> given->job & 1))
        return refuse (bounds[i].name, bounds[i].jobs, error);
      if (is_case && !bounds[i].with_case)
        return set_fault (error, "--%s does not go with a case", bounds[i].name);
    }

  return TRUE;
}

gboolean
cadre_diff_options_parse (int *argc, char ***argv, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new ("- say what changes");

  g_option_context_add_main_entries (context, entries, NULL);
  return g_option_context_parse (context, argc, argv, error) && check_values (error) &&
         find_words (error) && make_view (error) && find_job (error) && check_files (error) &&
         check_bounds (error);
}

void
cadre_diff_options_clear (void)
{
  g_free (given->map);
  g_free (given->level);
  g_free (given->readers);
  g_free (given->choice);
  g_free (given->responses);
  g_free (given->patch);
  g_free (given->keep);
  g_free (given->replay);
  g_strfreev (given->units);
  g_strfreev (given->employers);
  g_strfreev (given->kinds);
  g_strfreev (given->tiers);
  g_strfreev (given->pairs);
  g_strfreev (given->merged);
  g_strfreev (given->split);
  g_strfreev (given->not_pairs);
  g_strfreev (given->files);
  g_clear_object (&given->view);
}
