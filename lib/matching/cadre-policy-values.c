/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The parameters of a policy: what each is, which values it can have, and what
 * the illustrative policy has. */

#include "config.h"

#include "matching/cadre-policy-private.h"

#define CABINET "Stockton-on-Tees Borough Council, Cabinet decision, 12 April 2007"

static const CadreParameterSpec specs[CADRE_N_PARAMETERS] = {
  [CADRE_PARAMETER_SLOT_BASIS] = { .name = "slot.basis",
                                   .kind = CADRE_PARAMETER_KIND_WORD,
                                   .words = { "substantive-post" },
                                   .initial = "substantive-post",
                                   .source = CABINET ", Stage 1",
                                   .description = "Which post a slotting-in claim rests on" },
  [CADRE_PARAMETER_SLOT_HEADS] = { .name = "slot.heads",
                                   .kind = CADRE_PARAMETER_KIND_WORDS,
                                   .words = { "purpose", "duties", "scope", "competencies" },
                                   .initial = "purpose, duties, scope, competencies",
                                   .source = CABINET ", Stage 1",
                                   .description =
                                     "The heads under which the posts must be broadly the same" },
  [CADRE_PARAMETER_SLOT_THRESHOLD] = { .name = "slot.threshold",
                                       .kind = CADRE_PARAMETER_KIND_INTEGER,
                                       .least = 1,
                                       .most = 100,
                                       .initial = "60",
                                       .source = "60 percent is found for a whole job; under each "
                                                 "head it is in no source",
                                       .description =
                                         "The percentage of a head that must be the same" },
  [CADRE_PARAMETER_SLOT_THRESHOLD_INCLUSIVE] = { .name = "slot.threshold-inclusive",
                                                 .kind = CADRE_PARAMETER_KIND_FLAG,
                                                 .initial = "true",
                                                 .source = "A choice",
                                                 .description =
                                                   "Whether exactly the threshold is enough" },
  [CADRE_PARAMETER_SLOT_DENOMINATOR] = { .name = "slot.denominator",
                                         .kind = CADRE_PARAMETER_KIND_WORD,
                                         .words = { "old", "new", "lesser" },
                                         .initial = "lesser",
                                         .source = "A choice",
                                         .description = "Of which profile the percentage is: that "
                                                        "before, that after, or the lesser" },
  [CADRE_PARAMETER_SLOT_OVERALL] = { .name = "slot.overall",
                                     .kind = CADRE_PARAMETER_KIND_WORD,
                                     .words = { "least-head" },
                                     .initial = "least-head",
                                     .source = "A choice",
                                     .description = "How the heads make one answer" },
  [CADRE_PARAMETER_SLOT_GRADE_WINDOW] = { .name = "slot.grade-window",
                                          .kind = CADRE_PARAMETER_KIND_INTEGER,
                                          .least = 0,
                                          .most = 99,
                                          .initial = "0",
                                          .source =
                                            "Same grade: Loughborough University, regrading policy",
                                          .description = "How many grades apart the posts may be" },
  [CADRE_PARAMETER_SLOT_RATIO] = { .name = "slot.ratio",
                                   .kind = CADRE_PARAMETER_KIND_WORD,
                                   .words = { "strict", "holders-le-posts" },
                                   .initial = "strict",
                                   .source = CABINET ", Stage 1",
                                   .description =
                                     "One person for one post, or no more people than positions" },
  [CADRE_PARAMETER_SLOT_ITERATION] = { .name = "slot.iteration",
                                       .kind = CADRE_PARAMETER_KIND_WORD,
                                       .words = { "first-instance", "fixpoint" },
                                       .initial = "first-instance",
                                       .source = CABINET ", Stage 2",
                                       .description = "Whether claims are counted once, or again "
                                                      "after each slotting-in" },
  [CADRE_PARAMETER_SLOT_MULTI_CLAIM] = { .name = "slot.multi-claim",
                                         .kind = CADRE_PARAMETER_KIND_WORD,
                                         .words = { "preference-else-unresolved" },
                                         .initial = "preference-else-unresolved",
                                         .source = "A choice",
                                         .description = "What becomes of claims on several posts" },
  [CADRE_PARAMETER_MERGE_COMPETES] = { .name = "merge-competes",
                                       .kind = CADRE_PARAMETER_KIND_FLAG,
                                       .initial = "false",
                                       .source = "A choice",
                                       .description = "Whether a post made of several is competed "
                                                      "for even by one claimant" },
  [CADRE_PARAMETER_POOL_SAME_FUNCTION] = { .name = "pool.same-function",
                                           .kind = CADRE_PARAMETER_KIND_FLAG,
                                           .initial = "true",
                                           .source = CABINET ", Stage 2",
                                           .description =
                                             "Whether a ring-fence asks for a function in common" },
  [CADRE_PARAMETER_POOL_SAME_FIELD] = { .name = "pool.same-field",
                                        .kind = CADRE_PARAMETER_KIND_FLAG,
                                        .initial = "true",
                                        .source = CABINET ", Stage 2",
                                        .description =
                                          "Whether a ring-fence asks for the same field of work" },
  [CADRE_PARAMETER_POOL_TIER_DIFFERENCE] = { .name = "pool.tier-difference",
                                             .kind = CADRE_PARAMETER_KIND_WINDOW,
                                             .least = 0,
                                             .most = 99,
                                             .initial = "0",
                                             .source = CABINET ", Stage 2",
                                             .description = "How many tiers apart, on the common "
                                                            "scale, a ring-fence lets posts be" },
  [CADRE_PARAMETER_POOL_GRADE_DIFFERENCE] = { .name = "pool.grade-difference",
                                              .kind = CADRE_PARAMETER_KIND_WINDOW,
                                              .least = 0,
                                              .most = 99,
                                              .initial = "1",
                                              .source = "A choice",
                                              .description = "How many grades apart a ring-fence "
                                                             "lets posts be" },
  [CADRE_PARAMETER_POOL_ADD_CLAIMANTS] = { .name = "pool.add-claimants",
                                           .kind = CADRE_PARAMETER_KIND_FLAG,
                                           .initial = "true",
                                           .source = "A choice",
                                           .description = "Whether everybody with a slotting-in "
                                                          "claim is in the ring-fence" },
  [CADRE_PARAMETER_TIER_BELOW] = { .name = "tier-below",
                                   .kind = CADRE_PARAMETER_KIND_WORD,
                                   .words = { "no-displacement", "allowed" },
                                   .initial = "no-displacement",
                                   .source = CABINET ", principle on displaced employees",
                                   .description = "Whether somebody from the tier above may be "
                                                  "slotted in over a holder" },
  [CADRE_PARAMETER_VACANT_MANAGER] = { .name = "vacant-manager",
                                       .kind = CADRE_PARAMETER_KIND_WORD,
                                       .words = { "nearest-occupied", "vacant-post" },
                                       .initial = "nearest-occupied",
                                       .source = "A choice",
                                       .description =
                                         "Who manages where the manager's post is vacant" },
};

const CadreParameterSpec *
cadre_parameter_spec (CadreParameter parameter)
{
  return &specs[parameter];
}

int
cadre_parameter_find (const char *name)
{
  for (int i = 0; i < CADRE_N_PARAMETERS; i++)
    if (g_str_equal (specs[i].name, name))
      return i;

  return -1;
}

static gboolean
has_word (const CadreParameterSpec *spec, const char *word)
{
  for (guint i = 0; i < CADRE_MAX_PARAMETER_WORDS && spec->words[i] != NULL; i++)
    if (g_str_equal (spec->words[i], word))
      return TRUE;

  return FALSE;
}

/* The words that are among @text, in the order of the list. */
static char *
normalise_words (const CadreParameterSpec *spec, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  GString *list = g_string_new (NULL);
  gboolean good = TRUE;

  for (guint i = 0; words[i] != NULL; i++)
    good = has_word (spec, g_strstrip (words[i])) && good;

  for (guint i = 0; i < CADRE_MAX_PARAMETER_WORDS && spec->words[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) words, spec->words[i]))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", spec->words[i]);

  return g_string_free (list, !good || list->len == 0);
}

char *
cadre_parameter_normalise (CadreParameter parameter, const char *text)
{
  const CadreParameterSpec *spec = &specs[parameter];
  gint64 number = 0;

  switch (spec->kind)
    {
    case CADRE_PARAMETER_KIND_WORD:
      return has_word (spec, text) ? g_strdup (text) : NULL;
    case CADRE_PARAMETER_KIND_WORDS:
      return normalise_words (spec, text);
    case CADRE_PARAMETER_KIND_FLAG:
      return g_str_equal (text, "true") || g_str_equal (text, "false") ? g_strdup (text) : NULL;
    case CADRE_PARAMETER_KIND_WINDOW:
      if (g_str_equal (text, "any"))
        return g_strdup (text);
      G_GNUC_FALLTHROUGH;
    case CADRE_PARAMETER_KIND_INTEGER:
    default:
      if (!g_ascii_string_to_signed (text, 10, spec->least, spec->most, &number, NULL))
        return NULL;
      return g_strdup_printf ("%" G_GINT64_FORMAT, number);
    }
}

static char *
join_words (const CadreParameterSpec *spec)
{
  const char *words[CADRE_MAX_PARAMETER_WORDS + 1] = { NULL };

  for (guint i = 0; i < CADRE_MAX_PARAMETER_WORDS; i++)
    words[i] = spec->words[i];

  return g_strjoinv (", ", (char **) words);
}

char *
cadre_parameter_describe_values (CadreParameter parameter)
{
  const CadreParameterSpec *spec = &specs[parameter];
  g_autofree char *words = join_words (spec);

  switch (spec->kind)
    {
    case CADRE_PARAMETER_KIND_WORD:
      return g_strdup_printf ("one of: %s", words);
    case CADRE_PARAMETER_KIND_WORDS:
      return g_strdup_printf ("one or more of: %s", words);
    case CADRE_PARAMETER_KIND_FLAG:
      return g_strdup ("true or false");
    case CADRE_PARAMETER_KIND_WINDOW:
      return g_strdup_printf ("a whole number from %d to %d, or any", spec->least, spec->most);
    case CADRE_PARAMETER_KIND_INTEGER:
    default:
      return g_strdup_printf ("a whole number from %d to %d", spec->least, spec->most);
    }
}
