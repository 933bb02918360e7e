/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "base/cadre-fraction-private.h"
#include <cadre/cadre-total.h>

G_BEGIN_DECLS

/* @most may be NULL: not known. */
CadreTotal *
cadre_total_new (const CadreFraction *least, const CadreFraction *most, guint n_unknown);

G_END_DECLS
