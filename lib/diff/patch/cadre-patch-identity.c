/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What tells structures apart: the SHA-256 of the canonical document. */

#include "config.h"

#include "diff/patch/cadre-patch-private.h"
#include <cadre/cadre-structure-write.h>

char *
cadre_patch_identify (CadreStructure *structure, GError **error)
{
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *digest = NULL;

  if (!cadre_structure_write (structure, full, writer, NULL, error))
    return NULL;

  bytes = cadre_writer_steal_bytes (writer);
  digest = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  return g_strconcat ("sha256:", digest, NULL);
}
