/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Periods: the right way round, and links within the life of what they link. A
 * link without a date of its own lasts as long as what it links, and what is not
 * known for certain is not reported. */

#include "config.h"

#include "base/cadre-period-private.h"
#include "structure/validate/cadre-validate-private.h"

static const struct
{
  CadreRecordKind kind;
  guint field;
  CadreRule rule;
} links[] = {
  { CADRE_RECORD_KIND_AREA_PART, CADRE_FIELD_AREA_PART_AREA, CADRE_RULE_PERIOD_OUTSIDE },
  { CADRE_RECORD_KIND_AREA_PART, CADRE_FIELD_AREA_PART_PART, CADRE_RULE_PERIOD_OUTSIDE },
  { CADRE_RECORD_KIND_UNIT_PARENT, CADRE_FIELD_UNIT_PARENT_UNIT, CADRE_RULE_PERIOD_OUTSIDE },
  { CADRE_RECORD_KIND_UNIT_PARENT, CADRE_FIELD_UNIT_PARENT_PARENT, CADRE_RULE_PERIOD_OUTSIDE },
  { CADRE_RECORD_KIND_LINE, CADRE_FIELD_LINE_POST, CADRE_RULE_PERIOD_OUTSIDE },
  { CADRE_RECORD_KIND_LINE, CADRE_FIELD_LINE_MANAGER, CADRE_RULE_PERIOD_OUTSIDE },
  { CADRE_RECORD_KIND_LINE, CADRE_FIELD_LINE_BODY, CADRE_RULE_PERIOD_OUTSIDE },
  { CADRE_RECORD_KIND_LINE, CADRE_FIELD_LINE_UNIT, CADRE_RULE_PERIOD_OUTSIDE },
  { CADRE_RECORD_KIND_RESPONSIBILITY, CADRE_FIELD_RESPONSIBILITY_POST, CADRE_RULE_PERIOD_OUTSIDE },
  { CADRE_RECORD_KIND_FUNDING, CADRE_FIELD_FUNDING_POST, CADRE_RULE_PERIOD_OUTSIDE },
  { CADRE_RECORD_KIND_FUNDING, CADRE_FIELD_FUNDING_FUNDER, CADRE_RULE_PERIOD_OUTSIDE },
  { CADRE_RECORD_KIND_ASSIGNMENT, CADRE_FIELD_ASSIGNMENT_POST, CADRE_RULE_PERIOD_OUTSIDE },
  { CADRE_RECORD_KIND_ABSENCE, CADRE_FIELD_ABSENCE_ASSIGNMENT, CADRE_RULE_ABSENCE_OUTSIDE },
};

typedef struct
{
  guint32 first;
  guint32 last;
} Packed;

static Packed
get_period (const CadreTable *table, guint32 row)
{
  int field = cadre_schema_get_period_field (table->kind);
  Packed period = { CADRE_PACKED_DATE_OPEN, CADRE_PACKED_DATE_OPEN };

  if (field >= 0)
    period = (Packed){ cadre_table_code (table, (guint) field, row),
                       cadre_table_code (table, (guint) field + 1, row) };

  return period;
}

gboolean
cadre_validate_is_dated (const CadreTables *tables, CadreRecordKind kind, guint32 row)
{
  Packed period = get_period (cadre_tables_get (tables, kind), row);

  return period.first != CADRE_PACKED_DATE_OPEN || period.last != CADRE_PACKED_DATE_OPEN;
}

/* From the latest day on which it may begin to the earliest on which it may end. */
gboolean
cadre_validate_get_core (const CadreTables *tables,
                         CadreRecordKind kind,
                         guint32 row,
                         gint32 *first,
                         gint32 *last)
{
  Packed period = get_period (cadre_tables_get (tables, kind), row);

  if (period.first == CADRE_PACKED_DATE_UNKNOWN || period.last == CADRE_PACKED_DATE_UNKNOWN)
    return FALSE;

  *first =
    period.first == CADRE_PACKED_DATE_OPEN ? G_MININT32 : cadre_packed_date_last_day (period.first);
  *last =
    period.last == CADRE_PACKED_DATE_OPEN ? G_MAXINT32 : cadre_packed_date_first_day (period.last);
  return *first <= *last;
}

/* Whether a day surely comes before another; one that is open or unknown never
 * does. */
static gboolean
is_before (guint32 a, guint32 b)
{
  return cadre_packed_date_is_known (a) && cadre_packed_date_is_known (b) &&
         cadre_packed_date_last_day (a) < cadre_packed_date_first_day (b);
}

static gboolean
is_outside (Packed inner, Packed outer)
{
  return is_before (inner.first, outer.first) || is_before (outer.last, inner.last) ||
         is_before (inner.last, outer.first) || is_before (outer.last, inner.first);
}

static void
check_reversed (const CadreValidation *self, const CadreTable *table)
{
  int field = cadre_schema_get_period_field (table->kind);

  for (guint32 i = 0; i < table->n_rows; i++)
    {
      Packed period = get_period (table, i);

      if (!cadre_packed_period_is_valid (period.first, period.last))
        cadre_validate_add (self, CADRE_RULE_PERIOD_REVERSED, table->kind, i, (guint) field + 1);
    }
}

static void
check_link (const CadreValidation *self, CadreRecordKind kind, guint field, CadreRule rule)
{
  const CadreTable *table = cadre_tables_get (self->tables, kind);
  const CadreTable *target =
    cadre_tables_get (self->tables, cadre_schema_get (kind)->fields[field].target);

  if (!cadre_table_is_dated (table) || !cadre_table_is_dated (target))
    return;

  for (guint32 i = 0; i < table->n_rows; i++)
    {
      guint32 row = cadre_table_reference (table, field, i);

      if (row < target->n_rows && is_outside (get_period (table, i), get_period (target, row)))
        cadre_validate_add (self, rule, kind, i, field);
    }
}

gboolean
cadre_validate_periods (const CadreValidation *self)
{
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      const CadreTable *table = cadre_tables_get (self->tables, kind);

      if (cadre_table_is_dated (table))
        check_reversed (self, table);
    }

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    check_link (self, links[i].kind, links[i].field, links[i].rule);

  return TRUE;
}
