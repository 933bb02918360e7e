/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <cadre/cadre-exchange-error.h>

G_DEFINE_QUARK (cadre_exchange_error, cadre_exchange_error)
