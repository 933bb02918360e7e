/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Pseudonyms, and the key of which they are made. */

#include "config.h"

#include "structure/cadre-redaction-private.h"
#include <cadre/cadre-structure-error.h>

/* 64 bits: two of a million ids share one once in 37 million keys. */
#define PSEUDONYM_LENGTH 16

gboolean
cadre_redaction_has_usable_key (CadreRedaction *self)
{
  GBytes *key = cadre_redaction_get_pseudonym_key (self);

  return key != NULL && g_bytes_get_size (key) >= CADRE_MIN_PSEUDONYM_KEY;
}

/* The key, set up once for any number of pseudonyms. */
GHmac *
cadre_redaction_prepare_key (GBytes *key)
{
  gsize size = 0;
  const guchar *data = g_bytes_get_data (key, &size);

  return g_hmac_new (G_CHECKSUM_SHA256, data, size);
}

char *
cadre_redaction_make_pseudonym (GHmac *prepared, CadreRecordKind kind, const char *id)
{
  static const char digits[] = "0123456789abcdef";
  g_autoptr (GHmac) hmac = g_hmac_copy (prepared);
  guint8 digest[32];
  gsize length = sizeof (digest);
  char text[PSEUDONYM_LENGTH + 1] = "";

  g_hmac_update (hmac, (const guchar *) cadre_schema_get (kind)->name, -1);
  g_hmac_update (hmac, (const guchar *) "/", 1);
  g_hmac_update (hmac, (const guchar *) id, -1);
  g_hmac_get_digest (hmac, digest, &length);

  for (guint i = 0; i < PSEUDONYM_LENGTH; i++)
    text[i] = digits[i % 2 == 0 ? digest[i / 2] >> 4 : digest[i / 2] & 15];
  return g_strdup (text);
}

/**
 * cadre_redaction_dup_pseudonym:
 * @self: a #CadreRedaction
 * @kind: the kind of record that the id is of
 * @id: an id
 *
 * Gets what stands for an id at the level of the redaction: the id itself where
 * the level shows it, else its pseudonym.
 *
 * Returns: (transfer full) (nullable): the text, or %NULL where nothing may
 *   stand for it, since the level does not show it or there is no key
 *
 * Since: 1.0
 */
char *
cadre_redaction_dup_pseudonym (CadreRedaction *self, CadreRecordKind kind, const char *id)
{
  CadreRedactionCell cell = CADRE_REDACTION_CELL_HIDDEN;

  g_return_val_if_fail (CADRE_IS_REDACTION (self), NULL);
  g_return_val_if_fail ((guint) kind < CADRE_N_RECORD_KINDS, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  cell = cadre_redaction_cell_of_ids (cadre_redaction_get_level (self), kind);
  if (cell == CADRE_REDACTION_CELL_PSEUDONYM && cadre_redaction_has_usable_key (self))
    {
      g_autoptr (GHmac) prepared =
        cadre_redaction_prepare_key (cadre_redaction_get_pseudonym_key (self));

      return cadre_redaction_make_pseudonym (prepared, kind, id);
    }

  return cell == CADRE_REDACTION_CELL_SHOWN ? g_strdup (id) : NULL;
}

/* Whether a key is one, or there is none. */
gboolean
cadre_redaction_check_key (GBytes *key, GError **error)
{
  if (key == NULL || g_bytes_get_size (key) >= CADRE_MIN_PSEUDONYM_KEY)
    return TRUE;

  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_REDACTION,
                       "The key of pseudonyms has fewer than 16 bytes");
  return FALSE;
}
