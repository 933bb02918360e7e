/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What holds of whatever was read from the formats of others. */

#pragma once

#include <cadre/cadre.h>

#include <string.h>

static inline CadreLimits *
make_limits (void)
{
  CadreLimits *limits = cadre_limits_new_bounded ();

  cadre_limits_set_max_bytes (limits, 1 << 20);
  cadre_limits_set_max_rows (limits, 10000);
  cadre_limits_set_max_members (limits, 2048);
  return limits;
}

static inline char *
write_structure (CadreStructure *structure)
{
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  char *text = cadre_structure_to_text (structure, full, &error);

  g_assert_no_error (error);
  return text;
}

/* Each row met one fate, and the structure is the same after it was a document. */
static inline void
check_import (CadreImport *import)
{
  g_autofree char *text = write_structure (cadre_import_get_structure (import));
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CadreStructure) loaded = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *again = NULL;
  guint n = 0;

  for (guint fate = CADRE_ROW_FATE_POST; fate <= CADRE_ROW_FATE_ISSUE; fate++)
    n += cadre_import_get_n_rows_with_fate (import, fate);
  g_assert_cmpuint (n, ==, cadre_import_get_n_rows (import));

  loaded = cadre_structure_load_bytes (bytes, NULL, NULL, &error);
  g_assert_no_error (error);
  again = write_structure (loaded);
  g_assert_cmpstr (again, ==, text);
}
