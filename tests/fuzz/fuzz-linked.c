/* SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "fuzz-exchange.h"
#include "fuzz-target.h"

/* The first byte says which format the rest is: 't' for Turtle, 'p' for Popolo, and
 * anything else for JSON-LD. Whatever that is: it is read or there is an error
 * that says why, and what is written of it is read and written without change. */

static CadreImport *
read_format (GBytes *bytes, char format, GError **error)
{
  g_autoptr (CadreLimits) limits = make_limits ();

  if (format == 'p')
    return cadre_popolo_read (bytes, limits, NULL, error);

  return cadre_linked_read (bytes,
                            format == 't' ? CADRE_LINKED_FORMAT_TURTLE
                                          : CADRE_LINKED_FORMAT_JSON_LD,
                            NULL, limits, NULL, error);
}

static GBytes *
write_format (CadreStructure *structure, char format)
{
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreExport) export = NULL;

  if (format == 'p')
    export = cadre_popolo_write (structure, full, NULL, &error);
  else
    export =
      cadre_linked_write (structure,
                          format == 't' ? CADRE_LINKED_FORMAT_TURTLE : CADRE_LINKED_FORMAT_JSON_LD,
                          NULL, full, NULL, &error);

  g_assert_no_error (error);
  return g_bytes_ref (cadre_export_get_bytes (export, 0));
}

static void
check_written (CadreStructure *structure, char format)
{
  g_autoptr (GBytes) first = write_format (structure, format);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreImport) import = read_format (first, format, &error);
  g_autoptr (GBytes) second = NULL;

  g_assert_no_error (error);
  second = write_format (cadre_import_get_structure (import), format);
  g_assert_true (g_bytes_equal (first, second));
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  const char format = size > 0 ? (char) data[0] : 'j';
  g_autoptr (GBytes) bytes = g_bytes_new (size > 0 ? data + 1 : NULL, size > 0 ? size - 1 : 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreImport) import = read_format (bytes, format, &error);

  g_assert_true ((import != NULL) != (error != NULL));
  if (import == NULL)
    {
      g_assert_true (error->message[0] != '\0');
      return 0;
    }

  check_import (import);
  check_written (cadre_import_get_structure (import), format);

  return 0;
}
