/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <cadre/cadre-fraction.h>

G_BEGIN_DECLS

/* Always reduced, with a denominator above 0: equal fractions have equal fields.
 * Arrays may hold it by value. */
struct _CadreFraction
{
  gint64 numerator;
  gint64 denominator;
};

/* How many different denominators a sum, and a structure, may have. */
#define CADRE_MAX_DENOMINATORS 4096

typedef struct
{
  gint64 denominator;
  gint64 sum; /* of the numerators */
} CadreFractionTerm;

/* An exact sum of many fractions. Each denominator has a sum of its own, and they
 * are joined when the sum is asked for: fractions added one by one would need
 * numerators that no longer fit, long before the sum does. Begin with { NULL, 0, 0 }. */
typedef struct
{
  CadreFractionTerm *terms; /* in the order of the denominators */
  guint n_terms;
  guint capacity;
} CadreFractionSum;

gboolean
cadre_fraction_init (CadreFraction *self, gint64 numerator, gint64 denominator, GError **error);
gboolean cadre_fraction_parse (CadreFraction *self, const char *text, gsize length, GError **error);
gboolean cadre_fraction_sum_of (const CadreFraction *a,
                                const CadreFraction *b,
                                CadreFraction *sum,
                                GError **error);
gboolean cadre_fraction_difference_of (const CadreFraction *a,
                                       const CadreFraction *b,
                                       CadreFraction *difference,
                                       GError **error);
gboolean cadre_fraction_product_of (const CadreFraction *a,
                                    const CadreFraction *b,
                                    CadreFraction *product,
                                    GError **error);

gboolean cadre_fraction_join (const CadreFractionTerm *terms,
                              gsize n_terms,
                              CadreFraction *sum,
                              GError **error);
gboolean cadre_fraction_sum_add (CadreFractionSum *self,
                                 gint64 numerator,
                                 gint64 denominator,
                                 GError **error);
gboolean cadre_fraction_sum_get (const CadreFractionSum *self, CadreFraction *sum, GError **error);
void cadre_fraction_sum_clear (CadreFractionSum *self);

G_END_DECLS
