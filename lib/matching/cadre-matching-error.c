/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre-matching-error.h>

G_DEFINE_QUARK (cadre_matching_error, cadre_matching_error)
