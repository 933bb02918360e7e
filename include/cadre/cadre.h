/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#define CADRE_INSIDE

/* In the order of the layers. */
#include <cadre/cadre-version.h>
#include <cadre/cadre-types.h>
#include <cadre/cadre-enum-types.h>

/* base */
#include <cadre/cadre-date.h>
#include <cadre/cadre-fraction.h>
#include <cadre/cadre-issue.h>
#include <cadre/cadre-issue-list.h>
#include <cadre/cadre-limits.h>
#include <cadre/cadre-money.h>
#include <cadre/cadre-period.h>
#include <cadre/cadre-value.h>

/* document */
#include <cadre/cadre-document.h>
#include <cadre/cadre-reader.h>
#include <cadre/cadre-writer.h>

#undef CADRE_INSIDE
