/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "report/cadre-totals-private.h"
#include <cadre/cadre-money.h>

/* A post is a row that does not pool several. */
static guint
count_posts (CadreFigures *figures)
{
  return cadre_figures_get_n_posts (figures) - cadre_figures_get_n_pooled (figures);
}

typedef guint (*GetNumber) (CadreFigures *figures);
typedef CadreTotal *(*GetTotal) (CadreFigures *figures);

typedef enum
{
  FORM_NUMBER,
  FORM_DECIMAL,
  FORM_MONEY,
} Form;

static const struct
{
  const char *code;
  GetNumber get_number; /* (nullable): where it is no sum */
  GetTotal get;         /* (nullable): where it is one */
  Form form;
  CadreRecordKind kind; /* of the field below */
  const char *field;    /* (nullable): a level that does not show it cannot add it up */
} specs[CADRE_N_STAFF_FIGURES] = {
  [CADRE_STAFF_FIGURE_POSTS] = { "figure.posts", count_posts, NULL, FORM_NUMBER,
                                 CADRE_RECORD_KIND_POST, NULL },
  [CADRE_STAFF_FIGURE_POOLED] = { "figure.pooled", cadre_figures_get_n_pooled, NULL, FORM_NUMBER,
                                  CADRE_RECORD_KIND_POST, NULL },
  [CADRE_STAFF_FIGURE_POSITIONS] = { "figure.positions", NULL, cadre_figures_get_positions,
                                     FORM_NUMBER, CADRE_RECORD_KIND_POST, "establishment" },
  [CADRE_STAFF_FIGURE_BUDGETED_FTE] = { "figure.budgeted-fte", NULL, cadre_figures_get_budgeted_fte,
                                        FORM_DECIMAL, CADRE_RECORD_KIND_POST, "budgeted-fte" },
  [CADRE_STAFF_FIGURE_COST] = { "figure.cost", NULL, cadre_figures_get_cost, FORM_MONEY,
                                CADRE_RECORD_KIND_POST, "cost" },
  [CADRE_STAFF_FIGURE_VACANCIES] = { "figure.vacancies", NULL, cadre_figures_get_vacancies,
                                     FORM_NUMBER, CADRE_RECORD_KIND_POST, "vacancy" },
  [CADRE_STAFF_FIGURE_HEADS] = { "figure.heads", NULL, cadre_figures_get_heads, FORM_NUMBER,
                                 CADRE_RECORD_KIND_ASSIGNMENT, "person" },
  [CADRE_STAFF_FIGURE_IN_POST_FTE] = { "figure.in-post-fte", NULL, cadre_figures_get_in_post_fte,
                                       FORM_DECIMAL, CADRE_RECORD_KIND_ASSIGNMENT, "hours" },
};

gboolean
cadre_staff_figure_is_shown (CadreStaffFigure figure, const CadreView *view)
{
  if (figure == CADRE_STAFF_FIGURE_POOLED)
    return cadre_view_count_pooled (view) > 0;

  return specs[figure].field == NULL ||
         cadre_redaction_shows_field (view->redaction, specs[figure].kind, specs[figure].field);
}

gboolean
cadre_staff_figure_is_of_posts (CadreStaffFigure figure)
{
  return figure < CADRE_STAFF_FIGURE_VACANCIES;
}

char *
cadre_staff_figure_name (CadreStaffFigure figure, const CadreCatalogue *catalogue)
{
  return cadre_phrase (catalogue, specs[figure].code, NULL);
}

void
cadre_sum_init (CadreSum *self, CadreStaffFigure figure, CadreFigures *figures)
{
  CadreTotal *total = specs[figure].get != NULL ? specs[figure].get (figures) : NULL;

  if (total != NULL)
    {
      self->least = cadre_total_dup_least_fraction (total);
      self->most = cadre_total_dup_most_fraction (total);
      self->n_unknown = cadre_total_get_n_unknown (total);
      return;
    }

  self->least = cadre_fraction_new (specs[figure].get_number (figures), 1, NULL);
  self->most = cadre_fraction_copy (self->least);
  self->n_unknown = 0;
}

void
cadre_sum_clear (CadreSum *self)
{
  g_clear_pointer (&self->least, cadre_fraction_free);
  g_clear_pointer (&self->most, cadre_fraction_free);
}

static gboolean
is_known (const CadreSum *self)
{
  return self->most != NULL && cadre_fraction_equal (self->least, self->most);
}

/* Where nothing of a sum is known, its least is nought. */
static gboolean
is_unknown (const CadreSum *self)
{
  return self->most == NULL && self->n_unknown > 0 &&
         cadre_fraction_get_numerator (self->least) == 0;
}

/* "12,345", "31.50" or "£12345.00", of what is not negative. */
static char *
plain_text (const CadreCatalogue *catalogue, Form form, const CadreFraction *value)
{
  gint64 whole = cadre_fraction_get_numerator (value) / cadre_fraction_get_denominator (value);
  g_autofree char *pounds = NULL;

  if (form == FORM_DECIMAL)
    return cadre_fraction_to_decimal (value, 2);
  if (form == FORM_NUMBER)
    return cadre_catalogue_number (catalogue, (guint64) whole);

  pounds = cadre_pence_to_string (whole);
  return g_strconcat ("\xC2\xA3", pounds, NULL);
}

/* What is negative has its sign before it; of a difference what is positive has
 * one too. */
static char *
value_text (const CadreCatalogue *catalogue, Form form, const CadreFraction *value, gboolean signs)
{
  gint64 numerator = cadre_fraction_get_numerator (value);
  g_autoptr (CadreFraction) zero = cadre_fraction_new (0, 1, NULL);
  g_autoptr (CadreFraction) positive =
    numerator < 0 ? cadre_fraction_subtract (zero, value, NULL) : cadre_fraction_copy (value);
  g_autofree char *text = NULL;

  if (positive == NULL)
    return g_strdup (cadre_phrase_find (catalogue, "figure.unknown"));

  text = plain_text (catalogue, form, positive);
  return g_strconcat (numerator < 0 ? "-" : (signs && numerator > 0 ? "+" : ""), text, NULL);
}

/* "31 to 33", "at least 31", each with how many parts are unknown. */
static char *
range_text (const CadreCatalogue *catalogue, Form form, const CadreSum *self, gboolean signs)
{
  g_autofree char *least = value_text (catalogue, form, self->least, signs);
  g_autofree char *most =
    self->most != NULL ? value_text (catalogue, form, self->most, signs) : NULL;

  return cadre_phrase_n (catalogue, most != NULL ? "figure.range" : "figure.at-least",
                         self->n_unknown, "least", least, "most", most, NULL);
}

static char *
sum_text (const CadreCatalogue *catalogue, Form form, const CadreSum *self, gboolean signs)
{
  if (is_known (self))
    return value_text (catalogue, form, self->least, signs);
  if (is_unknown (self) && !signs)
    return cadre_phrase_n (catalogue, "figure.all-unknown", self->n_unknown, NULL);

  return range_text (catalogue, form, self, signs);
}

/* Money in pounds, as documents have it; else a whole number or a fraction. */
static char *
exact_text (Form form, const CadreFraction *value)
{
  return form == FORM_MONEY ? cadre_pence_to_string (cadre_fraction_get_numerator (value))
                            : cadre_fraction_to_string (value);
}

static void
set_exact (CadreReport *report, Form form, const CadreSum *sum)
{
  g_autofree char *least = exact_text (form, sum->least);
  g_autofree char *most = sum->most != NULL ? exact_text (form, sum->most) : NULL;

  if (!is_known (sum))
    cadre_report_set_exact_sum (report, least, most, sum->n_unknown);
  else if (form == FORM_NUMBER)
    cadre_report_set_exact_integer (report, cadre_fraction_get_numerator (sum->least));
  else
    cadre_report_set_exact_text (report, least);
}

void
cadre_report_add_sum (CadreReport *self, CadreStaffFigure figure, const CadreSum *sum)
{
  Form form = specs[figure].form;

  cadre_report_add_item (self, sum_text (self->catalogue, form, sum, FALSE), NULL);
  set_exact (self, form, sum);
}

void
cadre_report_add_difference (CadreReport *self,
                             CadreStaffFigure figure,
                             const CadreSum *before,
                             const CadreSum *after)
{
  Form form = specs[figure].form;
  CadreSum sum = { .n_unknown = before->n_unknown + after->n_unknown };

  /* The least that it can be is from the most before to the least after. */
  sum.least =
    before->most != NULL ? cadre_fraction_subtract (after->least, before->most, NULL) : NULL;
  sum.most =
    after->most != NULL ? cadre_fraction_subtract (after->most, before->least, NULL) : NULL;

  if (sum.least != NULL)
    {
      cadre_report_add_item (self, sum_text (self->catalogue, form, &sum, TRUE), NULL);
      set_exact (self, form, &sum);
    }
  else if (sum.most != NULL)
    {
      g_autofree char *most = value_text (self->catalogue, form, sum.most, TRUE);

      cadre_report_add_item (self,
                             cadre_phrase_n (self->catalogue, "figure.at-most", sum.n_unknown,
                                             "most", most, NULL),
                             NULL);
    }
  else
    {
      cadre_report_add_item (self, cadre_phrase (self->catalogue, "figure.unknown", NULL), NULL);
    }
  cadre_sum_clear (&sum);
}
