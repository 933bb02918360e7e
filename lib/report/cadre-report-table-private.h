/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include "report/cadre-report-private.h"

G_BEGIN_DECLS

/* Appends a table in plain text, at most @width columns wide. */
void cadre_report_table_append (const CadreReportBlock *block, GString *out, gsize width);

G_END_DECLS
