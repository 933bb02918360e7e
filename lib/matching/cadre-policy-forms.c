/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The one form in which a value of a parameter is kept. */

#include "config.h"

#include "base/cadre-integer-private.h"
#include "matching/cadre-policy-private.h"

#define NONE "none"

gboolean
cadre_parameter_has_word (CadreParameter parameter, const char *word)
{
  const CadreParameterSpec *spec = cadre_parameter_spec (parameter);

  for (guint i = 0; i < CADRE_MAX_PARAMETER_WORDS && spec->words[i] != NULL; i++)
    if (g_str_equal (spec->words[i], word))
      return TRUE;

  return FALSE;
}

/* Whether all words are of the list, each is there once, and none beside the
 * word that there is none. */
static gboolean
are_words (CadreParameter parameter, char **words)
{
  guint n = 0;
  gboolean has_none = FALSE;

  for (; words[n] != NULL; n++)
    {
      g_strstrip (words[n]);
      has_none = has_none || g_str_equal (words[n], NONE);
      if (!cadre_parameter_has_word (parameter, words[n]))
        return FALSE;
      for (guint i = 0; i < n; i++)
        if (g_str_equal (words[i], words[n]))
          return FALSE;
    }

  return n > 0 && (n == 1 || !has_none);
}

/* The words with commas: in the order of the list, or in their own. */
static char *
normalise_words (CadreParameter parameter, const char *text)
{
  const CadreParameterSpec *spec = cadre_parameter_spec (parameter);
  g_auto (GStrv) words = g_strsplit (text, ",", -1);
  GString *list = NULL;

  if (!are_words (parameter, words))
    return NULL;
  if (spec->kind == CADRE_PARAMETER_KIND_ORDER)
    return g_strjoinv (", ", words);

  list = g_string_new (NULL);
  for (guint i = 0; i < CADRE_MAX_PARAMETER_WORDS && spec->words[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) words, spec->words[i]))
      g_string_append_printf (list, "%s%s", list->len > 0 ? ", " : "", spec->words[i]);

  return g_string_free (list, FALSE);
}

char *
cadre_parameter_normalise (CadreParameter parameter, const char *text)
{
  const CadreParameterSpec *spec = cadre_parameter_spec (parameter);
  gint64 number = 0;

  switch (spec->kind)
    {
    case CADRE_PARAMETER_KIND_WORD:
      return cadre_parameter_has_word (parameter, text) ? g_strdup (text) : NULL;
    case CADRE_PARAMETER_KIND_WORDS:
    case CADRE_PARAMETER_KIND_ORDER:
      return normalise_words (parameter, text);
    case CADRE_PARAMETER_KIND_FLAG:
      return g_str_equal (text, "true") || g_str_equal (text, "false") ? g_strdup (text) : NULL;
    case CADRE_PARAMETER_KIND_INTEGER:
    default:
      if (cadre_parameter_has_word (parameter, text))
        return g_strdup (text);
      if (!cadre_integer_parse (text, spec->least, spec->most, &number))
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
  const CadreParameterSpec *spec = cadre_parameter_spec (parameter);
  g_autofree char *words = join_words (spec);

  switch (spec->kind)
    {
    case CADRE_PARAMETER_KIND_WORD:
      return g_strdup_printf ("one of: %s", words);
    case CADRE_PARAMETER_KIND_WORDS:
    case CADRE_PARAMETER_KIND_ORDER:
      return g_strdup_printf ("one or more of: %s", words);
    case CADRE_PARAMETER_KIND_FLAG:
      return g_strdup ("true or false");
    case CADRE_PARAMETER_KIND_INTEGER:
    default:
      return g_strdup_printf ("a whole number from %d to %d%s%s", spec->least, spec->most,
                              spec->words[0] == NULL   ? ""
                              : spec->words[1] == NULL ? ", or "
                                                       : ", or one of: ",
                              words);
    }
}
