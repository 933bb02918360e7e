/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Random cases with logs of all kinds of events. */

#pragma once

#include <cadre/cadre.h>

CadreCase *replay_case_new (void) G_GNUC_WARN_UNUSED_RESULT;
CadreCase *replay_case_load (const char *text) G_GNUC_WARN_UNUSED_RESULT;
