/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is certain about competitions that are open, by ring-fence and count. */

#include "config.h"

#include "report/outcomes/cadre-outcomes-view-private.h"
#include <cadre/cadre-forecast.h>

#define LEAST_SHOWN 5 /* people of a group, below the full level */

typedef struct
{
  CadreReport *report;
  CadreForecast *forecast;
  gboolean is_full;
  guint least_shown; /* people of a group that is shown */
  guint n_hidden;
} Teller;

static void
add_number (CadreReport *report, const char *code, guint n)
{
  cadre_report_add_said_fact (report, code, g_strdup_printf ("%u", n), NULL);
  cadre_report_set_exact_integer (report, n);
}

/* Where nobody knows better, between what is found and what is proved. */
static void
add_most (CadreReport *report, guint found, guint most)
{
  cadre_report_add_said_fact (report, "fact.most-displaced",
                              found == most ? g_strdup_printf ("%u", most)
                                            : g_strdup_printf ("%u–%u", found, most),
                              NULL);
  cadre_report_set_exact_range (report, found, most, 0);
}

static void
add_totals (const Teller *self)
{
  CadreForecast *forecast = self->forecast;

  cadre_report_begin_said_section (self->report, "forecast");
  cadre_report_add_said_paragraph (self->report, "forecast.what-it-is");
  cadre_report_begin_facts (self->report);
  add_number (self->report, "fact.waiting", cadre_forecast_get_n_people (forecast));
  add_number (self->report, "fact.least-displaced", cadre_forecast_get_least_displaced (forecast));
  add_most (self->report, cadre_forecast_get_most_displaced_found (forecast),
            cadre_forecast_get_most_displaced (forecast));
  if (!self->is_full)
    return;
  add_number (self->report, "fact.displaced-so-far", cadre_forecast_get_n_displaced (forecast));
  add_number (self->report, "fact.undecided", cadre_forecast_get_n_undecided (forecast));
}

static void
add_expected (CadreReport *report, CadreForecastGroup *group)
{
  g_autoptr (CadreFraction) expected = cadre_forecast_group_get_expected_displaced (group);
  g_autofree char *average = NULL;
  g_autofree char *draws = NULL;

  if (expected == NULL)
    return;
  average = cadre_fraction_to_decimal (expected, 2);
  draws = g_strdup_printf ("%u", cadre_forecast_group_get_n_draws (group));
  cadre_report_add_paragraph (report, cadre_phrase (report->catalogue, "forecast.expected",
                                                    "average", average, "draws", draws, NULL));
}

static void
add_group (Teller *self, CadreForecastGroup *group)
{
  g_auto (GStrv) sentences = cadre_forecast_group_dup_sentences (group);

  if (cadre_forecast_group_get_n_people (group) < self->least_shown)
    {
      self->n_hidden++;
      return;
    }
  cadre_report_add_heading (self->report,
                            g_strjoinv (", ",
                                        (char **) cadre_forecast_group_get_ring_fences (group)),
                            NULL);
  for (guint i = 0; sentences[i] != NULL; i++)
    cadre_report_add_paragraph (self->report, g_strdup (sentences[i]));
  add_expected (self->report, group);
}

static void
add_groups (Teller *self)
{
  g_autoptr (GListModel) groups = cadre_forecast_list_groups (self->forecast);

  cadre_report_begin_said_section (self->report, "forecast-groups");
  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr (CadreForecastGroup) group = g_list_model_get_item (groups, i);

      add_group (self, group);
    }
  if (self->n_hidden > 0)
    cadre_report_add_paragraph (self->report,
                                cadre_phrase_n (self->report->catalogue, "forecast.hidden",
                                                self->n_hidden, NULL));
}

static gboolean
add_changes (const Teller *self, GError **error)
{
  g_autoptr (GListModel) changes = cadre_forecast_list_changes (self->forecast, NULL, error);

  if (changes == NULL)
    return FALSE;
  cadre_report_begin_said_section (self->report, "forecast-changes");
  cadre_report_begin_list (self->report);
  for (guint i = 0; i < g_list_model_get_n_items (changes); i++)
    {
      g_autoptr (CadreForecastChange) change = g_list_model_get_item (changes, i);

      cadre_report_add_item (self->report, cadre_forecast_change_to_string (change), NULL);
    }
  return TRUE;
}

/* Refused wherever others than those who run the process may read it. */
static gboolean
add_people (const Teller *self, const char *purpose, GError **error)
{
  const CadreCatalogue *catalogue = self->report->catalogue;
  g_autoptr (GListModel) people = NULL;

  if (!self->is_full)
    {
      g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_REDACTION,
                           "What is forecast of single people is not reported at this level");
      return FALSE;
    }

  people = cadre_forecast_list_people (self->forecast, purpose, NULL, error);
  if (people == NULL)
    return FALSE;
  cadre_report_begin_said_section (self->report, "forecast-people");
  cadre_report_add_paragraph (self->report, cadre_phrase (catalogue, "forecast.purpose", "purpose",
                                                          purpose, NULL));
  cadre_report_begin_table (self->report, NULL);
  cadre_report_add_said_column (self->report, "column.assignments", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (self->report, "column.forecast", CADRE_ALIGNMENT_START);
  for (guint i = 0; i < g_list_model_get_n_items (people); i++)
    {
      g_autoptr (CadreForecastPerson) person = g_list_model_get_item (people, i);
      const char *id = cadre_forecast_person_get_assignment (person);

      cadre_report_add_item (self->report, g_strdup (id), id);
      cadre_report_add_item (self->report,
                             cadre_say (catalogue, cadre_forecast_person_is_placed_surely (person)
                                                     ? "forecast.placed-surely"
                                                     : "forecast.placed-or-not"),
                             NULL);
    }
  return TRUE;
}

/**
 * cadre_report_new_for_forecast:
 * @forecast: a #CadreForecast
 * @purpose: (nullable): what single people are told of for, or %NULL for counts only
 * @redaction: who the report is for
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the
 *   structure after
 * @error: return location for a #GError, or %NULL
 *
 * Makes the report of a forecast: by ring-fence and count how many will not be placed,
 * at least and at most, why, and what would lower it.
 *
 * It is for the levels full, union, committee-exempt and consultation; else it fails with
 * %CADRE_STRUCTURE_ERROR_REDACTION. Groups of fewer than five people are
 * shown at the full level only, and so is what is said of single people,
 * for a stated purpose.
 *
 * Returns: (transfer full): the report, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreReport *
cadre_report_new_for_forecast (CadreForecast *forecast,
                               const char *purpose,
                               CadreRedaction *redaction,
                               const char *language,
                               GError **error)
{
  Teller teller = { NULL, forecast, FALSE, 0, 0 };
  const CadreCatalogue *catalogue = NULL;
  g_autoptr (CadreReport) report = NULL;

  g_return_val_if_fail (CADRE_IS_FORECAST (forecast), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (!cadre_outcomes_view_check_level (redaction, error))
    return NULL;
  catalogue =
    cadre_view_find_catalogue (cadre_outcomes_get_after (cadre_forecast_get_outcomes (forecast)),
                               language, error);
  if (catalogue == NULL)
    return NULL;

  report = cadre_report_begin (catalogue, "forecast");
  teller.report = report;
  teller.is_full = cadre_redaction_get_level (redaction) == CADRE_REDACTION_LEVEL_FULL;
  teller.least_shown = teller.is_full ? 0 : LEAST_SHOWN;
  cadre_report_take_title (report, cadre_say (catalogue, "forecast.title"));
  cadre_report_take_stamp (report, cadre_say (catalogue, "stamp.proposal"));
  if (teller.is_full)
    cadre_report_take_stamp (report, cadre_say (catalogue, "stamp.full"));
  add_totals (&teller);
  add_groups (&teller);
  /* What would help a group that is hidden tells how short it is. */
  if ((teller.n_hidden == 0 && !add_changes (&teller, error)) ||
      (purpose != NULL && !add_people (&teller, purpose, error)))
    return NULL;

  return g_steal_pointer (&report);
}
