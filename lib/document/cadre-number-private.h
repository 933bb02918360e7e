/* SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Between the text of a number and what a JsonNode can hold. */

#define CADRE_NUMBER_SIZE 40 /* enough for any 64-bit integer and any double, with the NUL */

gboolean _cadre_number_from_double (double value, char number[CADRE_NUMBER_SIZE]);
gboolean _cadre_number_to_int (const char *text, gint64 *value);
gboolean _cadre_number_to_double (const char *text, double *value);

G_END_DECLS
