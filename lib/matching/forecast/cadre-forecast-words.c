/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is proved of a group, in words. */

#include "config.h"

#include "matching/forecast/cadre-forecast-private.h"

static char *
dup_number (guint n)
{
  static const char *const words[] = { "none", "one",   "two",   "three", "four", "five",
                                       "six",  "seven", "eight", "nine",  "ten" };

  return n < G_N_ELEMENTS (words) ? g_strdup (words[n]) : g_strdup_printf ("%u", n);
}

static char *
dup_counted (guint n, const char *one, const char *many)
{
  g_autofree char *number = n > 0 ? dup_number (n) : g_strdup ("no");

  return g_strdup_printf ("%s %s", number, n == 1 ? one : many);
}

static void
add_sentence (GPtrArray *sentences, char *text)
{
  text[0] = g_ascii_toupper (text[0]);
  g_ptr_array_add (sentences, text);
}

static void
say_size (CadreForecastGroup *self, GPtrArray *sentences)
{
  const int n = cadre_forecast_group_get_n_positions (self);
  g_autofree char *people =
    dup_counted (cadre_forecast_group_get_n_people (self), "person waits", "people wait");
  g_autofree char *positions = dup_counted ((guint) MAX (n, 0), "position", "positions");

  if (n < 0)
    add_sentence (sentences,
                  g_strdup_printf ("%s for positions of which it is not known how many there are.",
                                   people));
  else
    add_sentence (sentences, g_strdup_printf ("%s for %s.", people, positions));
}

static void
say_least (CadreForecastGroup *self, GPtrArray *sentences)
{
  const guint n = cadre_forecast_group_get_least_displaced (self);
  const guint n_people = cadre_forecast_group_get_n_short_people (self);
  g_autofree char *least = dup_number (n);
  g_autofree char *people = dup_counted (n_people, "person", "people");
  g_autofree char *positions =
    dup_counted (cadre_forecast_group_get_n_short_positions (self), "position", "positions");

  if (n == 0)
    add_sentence (sentences, g_strdup ("everybody can be placed."));
  else
    add_sentence (sentences, g_strdup_printf (
                               "%s may be considered for %s only; at least %s will not be placed, "
                               "whatever the panel decides.",
                               people, positions, least));
}

static void
say_most (CadreForecastGroup *self, GPtrArray *sentences)
{
  g_autofree char *most = dup_number (cadre_forecast_group_get_most_displaced (self));
  g_autofree char *found = dup_number (cadre_forecast_group_get_most_displaced_found (self));

  if (cadre_forecast_group_get_most_displaced (self) == 0)
    add_sentence (sentences, g_strdup ("everybody is placed, whatever the panel decides."));
  else if (cadre_forecast_group_is_exact (self))
    add_sentence (sentences,
                  g_strdup_printf ("at most %s will not be placed, where no position is left empty "
                                   "for which somebody may still be considered.",
                                   most));
  else
    add_sentence (
      sentences, g_strdup_printf ("how many will not be placed at most is not known exactly: it is "
                                  "proved that no more than %s, and an outcome with %s is found.",
                                  most, found));
}

static void
say_unchecked (CadreForecastGroup *self, GPtrArray *sentences)
{
  const guint n = cadre_forecast_group_get_n_to_be_checked (self);
  g_autofree char *people = dup_counted (n, "person", "people");
  g_autofree char *least = dup_number (cadre_forecast_group_get_least_displaced_certain (self));

  if (cadre_forecast_group_get_least_displaced_certain (self) >
      cadre_forecast_group_get_least_displaced (self))
    add_sentence (
      sentences, g_strdup_printf ("whether %s may be considered is still to be checked; if not, at "
                                  "least %s will not be placed.",
                                  people, least));
}

/**
 * cadre_forecast_group_dup_sentences:
 * @self: a #CadreForecastGroup
 *
 * Says what is proved in English sentences, without a name: how many wait for what,
 * how many will not be placed at least and why, and how many at most.
 *
 * Returns: (transfer full) (array zero-terminated=1): the sentences
 *
 * Since: 1.0
 */
char **
cadre_forecast_group_dup_sentences (CadreForecastGroup *self)
{
  g_autoptr (GPtrArray) sentences = g_ptr_array_new ();

  g_return_val_if_fail (CADRE_IS_FORECAST_GROUP (self), NULL);

  say_size (self, sentences);
  say_least (self, sentences);
  if (cadre_forecast_group_get_least_displaced (self) > 0 ||
      cadre_forecast_group_get_most_displaced (self) > 0)
    say_most (self, sentences);
  say_unchecked (self, sentences);

  g_ptr_array_add (sentences, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&sentences), FALSE);
}
