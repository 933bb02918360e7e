/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Reading and setting one field of a detached record. The accessors of all
 * kinds end here. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "base/cadre-period-private.h"
#include "structure/records/cadre-record-private.h"

#include <string.h>

static CadreCell *
get_cell (CadreRecord *self, guint field)
{
  return &cadre_record_get_cells (self)[field];
}

const char *
cadre_record_get_string (CadreRecord *self, guint field)
{
  return get_cell (self, field)->text.text;
}

void
cadre_record_set_string (CadreRecord *self, guint field, const char *text)
{
  CadreCell *cell = get_cell (self, field);
  char *copy = g_strdup (text); /* before the free: @text may be our own string */

  g_free (cell->text.text);
  cell->text.text = copy;
}

static gboolean
is_first_language (CadreRecord *self, const char *language)
{
  return language == NULL || g_strcmp0 (language, cadre_record_get_language (self)) == 0;
}

const char *
cadre_record_get_text (CadreRecord *self, guint field, const char *language)
{
  CadreCell *cell = get_cell (self, field);

  return is_first_language (self, language) ? cell->text.text
                                            : cadre_pairs_get (cell->text.others, language);
}

void
cadre_record_set_text (CadreRecord *self, guint field, const char *language, const char *text)
{
  CadreCell *cell = get_cell (self, field);

  if (is_first_language (self, language))
    cadre_record_set_string (self, field, text);
  else
    cell->text.others = cadre_pairs_set (cell->text.others, language, text);
}

const char *const *
cadre_record_get_strings (CadreRecord *self, guint field)
{
  return (const char *const *) get_cell (self, field)->list;
}

void
cadre_record_set_strings (CadreRecord *self, guint field, const char *const *list)
{
  CadreCell *cell = get_cell (self, field);
  char **copy = g_strdupv ((char **) list);

  g_strfreev (cell->list);
  cell->list = copy;
}

gint64
cadre_record_get_number (CadreRecord *self, guint field)
{
  return get_cell (self, field)->number;
}

static gboolean
number_fits (const CadreField *field, gint64 number)
{
  if (field->kind == CADRE_FIELD_KIND_TRUTH)
    return number >= CADRE_TRUTH_FALSE && number <= CADRE_TRUTH_UNKNOWN;
  if (field->kind == CADRE_FIELD_KIND_WORD)
    {
      g_autoptr (GEnumClass) words = g_type_class_ref (field->get_type ());

      return g_enum_get_value (words, (int) number) != NULL;
    }

  return number >= -1;
}

void
cadre_record_set_number (CadreRecord *self, guint field, gint64 number)
{
  const CadreSchema *schema = cadre_schema_get (CADRE_RECORD_GET_CLASS (self)->record_kind);

  g_return_if_fail (number_fits (&schema->fields[field], number));

  get_cell (self, field)->number = number;
}

CadreFraction *
cadre_record_dup_fraction (CadreRecord *self, guint field)
{
  CadreCell *cell = get_cell (self, field);

  return cell->fraction.denominator != 0
           ? cadre_fraction_new (cell->fraction.numerator, cell->fraction.denominator, NULL)
           : NULL;
}

void
cadre_record_set_fraction (CadreRecord *self, guint field, const CadreFraction *fraction)
{
  CadreCell *cell = get_cell (self, field);
  gint64 numerator = fraction != NULL ? cadre_fraction_get_numerator (fraction) : 0;
  gint64 denominator = fraction != NULL ? cadre_fraction_get_denominator (fraction) : 0;

  /* A decimal that is set to what it is stays one. */
  if (fraction != NULL && numerator == cell->fraction.numerator &&
      denominator == cell->fraction.denominator)
    return;

  cell->fraction.numerator = numerator;
  cell->fraction.denominator = denominator;
  cell->fraction.form = fraction != NULL ? CADRE_FRACTION_EXACT : CADRE_FRACTION_ABSENT;
}

CadreDate *
cadre_record_dup_date (CadreRecord *self, guint field)
{
  return cadre_date_new_packed (get_cell (self, field)->date);
}

void
cadre_record_set_date (CadreRecord *self, guint field, const CadreDate *date)
{
  get_cell (self, field)->date = date != NULL ? cadre_date_pack (date) : CADRE_PACKED_DATE_OPEN;
}

CadrePeriod *
cadre_record_dup_period (CadreRecord *self, guint first_field)
{
  return cadre_period_new_packed (get_cell (self, first_field)->date,
                                  get_cell (self, first_field + 1)->date);
}

void
cadre_record_set_period (CadreRecord *self, guint first_field, const CadrePeriod *period)
{
  get_cell (self, first_field)->date = period != NULL ? period->first : CADRE_PACKED_DATE_OPEN;
  get_cell (self, first_field + 1)->date = period != NULL ? period->last : CADRE_PACKED_DATE_OPEN;
}

const char *
cadre_record_get_attribute (CadreRecord *self, guint field, const char *name)
{
  return cadre_pairs_get (get_cell (self, field)->list, name);
}

void
cadre_record_set_attribute (CadreRecord *self, guint field, const char *name, const char *text)
{
  CadreCell *cell = get_cell (self, field);

  cell->list = cadre_pairs_set (cell->list, name, text);
}

char **
cadre_record_dup_attribute_names (CadreRecord *self, guint field)
{
  char **pairs = get_cell (self, field)->list;
  guint n = pairs != NULL ? g_strv_length (pairs) / 2 : 0;
  char **names = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    names[i] = g_strdup (pairs[2 * i]);

  return names;
}
