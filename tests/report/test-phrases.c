/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The words of reports: found by code, with their places filled. */

#include "base/cadre-date-private.h"
#include "matching/cadre-reasons-private.h"
#include "report/cadre-phrases-private.h"
#include <cadre/cadre-reason.h>

#include <string.h>

/* Binary search needs the order, and a form with a brace too many would print it. */
static void
test_tables_are_in_order (void)
{
  for (guint i = 0; cadre_english.tables[i] != NULL; i++)
    {
      const CadrePhraseTable *table = cadre_english.tables[i];

      for (gsize j = 1; j < table->n_phrases; j++)
        g_assert_cmpint (strcmp (table->phrases[j - 1].code, table->phrases[j].code), <, 0);
    }
}

static gboolean
places_are_closed (const char *form)
{
  guint open = 0;

  for (; *form != '\0'; form++)
    {
      if (*form == '{' ? open > 0 : *form == '}' && open == 0)
        return FALSE;
      open += *form == '{';
      open -= *form == '}';
    }

  return open == 0;
}

static void
test_forms (void)
{
  for (guint i = 0; cadre_english.tables[i] != NULL; i++)
    for (gsize j = 0; j < cadre_english.tables[i]->n_phrases; j++)
      {
        const CadrePhrase *phrase = &cadre_english.tables[i]->phrases[j];

        g_assert_nonnull (phrase->forms[CADRE_PLURAL_OTHER]);
        for (guint k = 0; k < CADRE_N_PLURALS; k++)
          if (phrase->forms[k] != NULL && !places_are_closed (phrase->forms[k]))
            g_error ("%s has a place that is not closed", phrase->code);
      }
}

/* No code stands in two tables: the second would never be found. */
static void
test_codes_are_unique (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; cadre_english.tables[i] != NULL; i++)
    for (gsize j = 0; j < cadre_english.tables[i]->n_phrases; j++)
      if (!g_hash_table_add (seen, (gpointer) cadre_english.tables[i]->phrases[j].code))
        g_error ("%s stands twice", cadre_english.tables[i]->phrases[j].code);
}

static void
check (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_places (void)
{
  check (cadre_phrase (&cadre_english, "tier.of-employer", "employer", "A", "tier", "3", NULL),
         "tier 3 for A");
  check (cadre_phrase (&cadre_english, "tier.of-employer", "employer", "{tier} {n}", "tier", "3",
                       NULL),
         "tier 3 for {tier} {n}");
  check (cadre_phrase (&cadre_english, "tier.of-employer", "tier", NULL, NULL),
         "tier  for {employer}");
  check (cadre_phrase (&cadre_english, "no.such-code", NULL), "no.such-code");
}

static void
test_plurals (void)
{
  check (cadre_phrase_n (&cadre_english, "post.held", 0, NULL), "0 people in post");
  check (cadre_phrase_n (&cadre_english, "post.held", 1, NULL), "1 person in post");
  check (cadre_phrase_n (&cadre_english, "post.held", 1234567, NULL), "1,234,567 people in post");
}

static void
test_dates (void)
{
  check (cadre_catalogue_date (&cadre_english, cadre_packed_date (2007, 4, 12)), "12 April 2007");
  check (cadre_catalogue_date (&cadre_english, cadre_packed_date (2007, 4, 0)), "April 2007");
  check (cadre_catalogue_date (&cadre_english, cadre_packed_date (2007, 0, 0)), "2007");
  check (cadre_catalogue_date (&cadre_english, CADRE_PACKED_DATE_OPEN), "");
  check (cadre_catalogue_date (&cadre_english, CADRE_PACKED_DATE_UNKNOWN), "not stated");
}

/* A place of a phrase is filled from the facts that the sentence of matching has. */
static void
assert_places_are_known (const char *code, const char *form, const char *sentence)
{
  for (const char *at = strchr (form, '{'); at != NULL; at = strchr (at + 1, '{'))
    {
      g_autofree char *place = g_strndup (at, strcspn (at, "}") + 1);

      if (strcmp (place, "{post}") != 0 && strstr (sentence, place) == NULL)
        g_error ("%s has no fact %s", code, place);
    }
}

/* Every reason can be told; of one that leaves something open it can be told what
 * is open, and what would settle it. */
static void
test_reasons (void)
{
  const char *const *codes = cadre_reason_get_codes ();
  guint n_open = 0;

  for (guint i = 0; codes[i] != NULL; i++)
    {
      g_autofree char *reason = g_strconcat ("reason.", codes[i], NULL);
      g_autofree char *open = g_strconcat ("open.", codes[i], NULL);
      g_autofree char *settle = g_strconcat ("settle.", codes[i], NULL);
      const char *form = cadre_phrase_find (&cadre_english, reason);

      if (form == NULL)
        g_error ("%s has no words", reason);
      assert_places_are_known (codes[i], form, cadre_reason_get_template (codes[i]));
      if (!cadre_reason_is_open (codes[i]))
        continue;
      n_open++;
      if (cadre_phrase_find (&cadre_english, open) == NULL ||
          cadre_phrase_find (&cadre_english, settle) == NULL)
        g_error ("%s is open and has no words", codes[i]);
    }
  g_assert_cmpuint (n_open, >, 10);
}

static void
test_catalogues (void)
{
  g_assert_true (cadre_catalogue_find ("en") == &cadre_english);
  g_assert_null (cadre_catalogue_find ("cy"));
  g_assert_null (cadre_phrase_find (&cadre_english, "no.such-code"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/report/phrases/order", test_tables_are_in_order);
  g_test_add_func ("/report/phrases/forms", test_forms);
  g_test_add_func ("/report/phrases/unique", test_codes_are_unique);
  g_test_add_func ("/report/phrases/places", test_places);
  g_test_add_func ("/report/phrases/plurals", test_plurals);
  g_test_add_func ("/report/phrases/dates", test_dates);
  g_test_add_func ("/report/phrases/catalogues", test_catalogues);
  g_test_add_func ("/report/phrases/reasons", test_reasons);

  return g_test_run ();
}
