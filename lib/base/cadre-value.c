/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre-value.h>

G_DEFINE_QUARK (cadre_value_error, cadre_value_error)
