/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

/**
 * CadreDatePrecision:
 * @CADRE_DATE_PRECISION_DAY: the day is known
 * @CADRE_DATE_PRECISION_MONTH: the month is known
 * @CADRE_DATE_PRECISION_YEAR: the year is known
 *
 * How exactly a date is known.
 *
 * Since: 1.0
 */
typedef enum
{
  CADRE_DATE_PRECISION_DAY = 0,
  CADRE_DATE_PRECISION_MONTH = 1,
  CADRE_DATE_PRECISION_YEAR = 2,
} CadreDatePrecision;

#define CADRE_TYPE_DATE (cadre_date_get_type ())

typedef struct _CadreDate CadreDate;

CADRE_AVAILABLE_IN_1_0
GType cadre_date_get_type (void);

CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_date_new (guint year, guint month, guint day) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_date_new_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_date_copy (const CadreDate *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_date_free (CadreDate *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreDate, cadre_date_free)

CADRE_AVAILABLE_IN_1_0
guint cadre_date_get_year (const CadreDate *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_date_get_month (const CadreDate *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_date_get_day (const CadreDate *self);
CADRE_AVAILABLE_IN_1_0
CadreDatePrecision cadre_date_get_precision (const CadreDate *self);
CADRE_AVAILABLE_IN_1_0
guint cadre_date_get_weekday (const CadreDate *self);

CADRE_AVAILABLE_IN_1_0
int cadre_date_compare (const CadreDate *self, const CadreDate *other);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_date_equal (const CadreDate *self, const CadreDate *other);
CADRE_AVAILABLE_IN_1_0
guint cadre_date_hash (const CadreDate *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_date_to_string (const CadreDate *self) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_date_dup_first_day (const CadreDate *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_date_dup_last_day (const CadreDate *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_date_add_days (const CadreDate *self, gint days) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreDate *cadre_date_add_months (const CadreDate *self, gint months) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
gint cadre_date_days_between (const CadreDate *first, const CadreDate *last);

G_END_DECLS
