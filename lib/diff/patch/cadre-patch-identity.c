/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What tells structures apart: the SHA-256 of the canonical document. */

#include "config.h"

#include "diff/patch/cadre-patch-private.h"
#include <cadre/cadre-structure-write.h>

struct _CadrePatchIdentity
{
  gint ref_count;
  CadreStructure *structure; /* (nullable): what the text is worked out from */
  char *text;                /* (nullable): read and written by __atomic */
};

CadrePatchIdentity *
cadre_patch_identity_new (CadreStructure *structure)
{
  CadrePatchIdentity *self = g_new0 (CadrePatchIdentity, 1);

  self->ref_count = 1;
  self->structure = g_object_ref (structure);
  return self;
}

CadrePatchIdentity *
cadre_patch_identity_new_take (char *text)
{
  CadrePatchIdentity *self = NULL;

  if (text == NULL)
    return NULL;

  self = g_new0 (CadrePatchIdentity, 1);
  self->ref_count = 1;
  self->text = text;
  return self;
}

CadrePatchIdentity *
cadre_patch_identity_ref (CadrePatchIdentity *self)
{
  if (self != NULL)
    g_atomic_int_inc (&self->ref_count);
  return self;
}

void
cadre_patch_identity_unref (CadrePatchIdentity *self)
{
  if (self == NULL || !g_atomic_int_dec_and_test (&self->ref_count))
    return;

  g_clear_object (&self->structure);
  g_free (self->text);
  g_free (self);
}

const char *
cadre_patch_identity_get (CadrePatchIdentity *self, GError **error)
{
  char *text = self != NULL ? __atomic_load_n (&self->text, __ATOMIC_ACQUIRE) : NULL;
  char *expected = NULL;

  if (self == NULL || text != NULL)
    return text;

  text = cadre_patch_identify (self->structure, error);
  if (text == NULL || __atomic_compare_exchange_n (&self->text, &expected, text, FALSE,
                                                   __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE))
    return text;

  g_free (text); /* another thread was here first */
  return expected;
}

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
