/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined(CADRE_INSIDE) && !defined(CADRE_COMPILATION)
#error "Only <cadre/cadre.h> can be included directly."
#endif

#include <cadre/cadre-types.h>

G_BEGIN_DECLS

#define CADRE_TYPE_FRACTION (cadre_fraction_get_type ())

typedef struct _CadreFraction CadreFraction;

CADRE_AVAILABLE_IN_1_0
GType cadre_fraction_get_type (void);

CADRE_AVAILABLE_IN_1_0
CadreFraction *
cadre_fraction_new (gint64 numerator, gint64 denominator, GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_fraction_new_parse (const char *text,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_fraction_copy (const CadreFraction *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
void cadre_fraction_free (CadreFraction *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CadreFraction, cadre_fraction_free)

CADRE_AVAILABLE_IN_1_0
gint64 cadre_fraction_get_numerator (const CadreFraction *self);
CADRE_AVAILABLE_IN_1_0
gint64 cadre_fraction_get_denominator (const CadreFraction *self);

CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_fraction_add (const CadreFraction *self,
                                   const CadreFraction *other,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_fraction_subtract (const CadreFraction *self,
                                        const CadreFraction *other,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
CadreFraction *cadre_fraction_multiply (const CadreFraction *self,
                                        const CadreFraction *other,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

CADRE_AVAILABLE_IN_1_0
int cadre_fraction_compare (const CadreFraction *self, const CadreFraction *other);
CADRE_AVAILABLE_IN_1_0
gboolean cadre_fraction_equal (const CadreFraction *self, const CadreFraction *other);
CADRE_AVAILABLE_IN_1_0
guint cadre_fraction_hash (const CadreFraction *self);
CADRE_AVAILABLE_IN_1_0
char *cadre_fraction_to_string (const CadreFraction *self) G_GNUC_WARN_UNUSED_RESULT;
CADRE_AVAILABLE_IN_1_0
char *cadre_fraction_to_decimal (const CadreFraction *self, guint places) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
