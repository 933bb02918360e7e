/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-redaction
 * @Title: CadreRedaction
 * @Short_Description: What the readers of a text may see
 *
 * Everything that writes takes a #CadreRedaction; there is no default that
 * shows names. Each level has a list of the fields that it shows, and what is
 * in no list is not shown.
 *
 * Below the full level, persons and assignments are shown only under
 * pseudonyms, and pseudonyms are only made with a key of the caller's:
 * HMAC-SHA-256 (RFC 2104) over the kind and the id. The same key gives the same
 * pseudonyms; without the key they cannot be found by trial. Pseudonymised data
 * stay personal data. At the consultation level a grade, a title and a unit may
 * still point at one person.
 */

#include "config.h"

#include "structure/cadre-redaction-private.h"
#include "structure/cadre-structure-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-enum-types.h>

/* 64 bits: two of a million ids share one once in 37 million keys. */
#define PSEUDONYM_LENGTH 16

/**
 * CadreRedaction:
 *
 * What the readers of a text may see.
 *
 * Since: 1.0
 */
struct _CadreRedaction
{
  GObject parent_instance;

  CadreRedactionLevel level;
  GBytes *pseudonym_key; /* (nullable) */
};

enum
{
  PROP_LEVEL = 1,
  PROP_PSEUDONYM_KEY,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CadreRedaction, cadre_redaction, G_TYPE_OBJECT)

static void
cadre_redaction_finalize (GObject *object)
{
  CadreRedaction *self = CADRE_REDACTION (object);

  g_clear_pointer (&self->pseudonym_key, g_bytes_unref);

  G_OBJECT_CLASS (cadre_redaction_parent_class)->finalize (object);
}

static void
cadre_redaction_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CadreRedaction *self = CADRE_REDACTION (object);

  switch (prop_id)
    {
    case PROP_LEVEL:
      g_value_set_enum (value, self->level);
      break;
    case PROP_PSEUDONYM_KEY:
      g_value_set_boxed (value, self->pseudonym_key);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_redaction_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  CadreRedaction *self = CADRE_REDACTION (object);

  switch (prop_id)
    {
    case PROP_LEVEL:
      self->level = g_value_get_enum (value);
      break;
    case PROP_PSEUDONYM_KEY:
      cadre_redaction_set_pseudonym_key (self, g_value_get_boxed (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_redaction_class_init (CadreRedactionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cadre_redaction_finalize;
  object_class->get_property = cadre_redaction_get_property;
  object_class->set_property = cadre_redaction_set_property;

  /**
   * CadreRedaction:level:
   *
   * Who the text is for.
   *
   * Since: 1.0
   */
  props[PROP_LEVEL] =
    g_param_spec_enum ("level", NULL, NULL, CADRE_TYPE_REDACTION_LEVEL,
                       CADRE_REDACTION_LEVEL_CONSULTATION,
                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * CadreRedaction:pseudonym-key:
   *
   * The key of which pseudonyms are made; without one, persons and assignments
   * are left out below the full level.
   *
   * Since: 1.0
   */
  props[PROP_PSEUDONYM_KEY] =
    g_param_spec_boxed ("pseudonym-key", NULL, NULL, G_TYPE_BYTES,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cadre_redaction_init (CadreRedaction *self)
{
}

/**
 * cadre_redaction_new:
 * @level: who the text is for
 *
 * Makes a redaction.
 *
 * Returns: (transfer full): the redaction
 *
 * Since: 1.0
 */
CadreRedaction *
cadre_redaction_new (CadreRedactionLevel level)
{
  return g_object_new (CADRE_TYPE_REDACTION, "level", level, NULL);
}

/**
 * cadre_redaction_get_level:
 * @self: a #CadreRedaction
 *
 * Gets who the text is for.
 *
 * Returns: the level
 *
 * Since: 1.0
 */
CadreRedactionLevel
cadre_redaction_get_level (CadreRedaction *self)
{
  g_return_val_if_fail (CADRE_IS_REDACTION (self), CADRE_REDACTION_LEVEL_CONSULTATION);

  return self->level;
}

/**
 * cadre_redaction_get_pseudonym_key:
 * @self: a #CadreRedaction
 *
 * Gets the key of which pseudonyms are made.
 *
 * Returns: (transfer none) (nullable): the key, or %NULL where there is none
 *
 * Since: 1.0
 */
GBytes *
cadre_redaction_get_pseudonym_key (CadreRedaction *self)
{
  g_return_val_if_fail (CADRE_IS_REDACTION (self), NULL);

  return self->pseudonym_key;
}

/**
 * cadre_redaction_set_pseudonym_key:
 * @self: a #CadreRedaction
 * @pseudonym_key: (nullable): the key, at least 16 bytes, or %NULL for none
 *
 * Sets the key of which pseudonyms are made. Whoever holds it can find out
 * who is who: it must be kept apart from what is written.
 *
 * Since: 1.0
 */
void
cadre_redaction_set_pseudonym_key (CadreRedaction *self, GBytes *pseudonym_key)
{
  g_return_if_fail (CADRE_IS_REDACTION (self));
  g_return_if_fail (pseudonym_key == NULL || g_bytes_get_size (pseudonym_key) >= 16);

  if (self->pseudonym_key == pseudonym_key)
    return;

  g_clear_pointer (&self->pseudonym_key, g_bytes_unref);
  self->pseudonym_key = pseudonym_key != NULL ? g_bytes_ref (pseudonym_key) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PSEUDONYM_KEY]);
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
 *   stand for it, since there is no key
 *
 * Since: 1.0
 */
char *
cadre_redaction_dup_pseudonym (CadreRedaction *self, CadreRecordKind kind, const char *id)
{
  g_autofree char *text = NULL;
  g_autofree char *digest = NULL;
  gsize size = 0;
  gconstpointer key = NULL;

  g_return_val_if_fail (CADRE_IS_REDACTION (self), NULL);
  g_return_val_if_fail ((guint) kind < CADRE_N_RECORD_KINDS, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (!cadre_redaction_hides_ids (self->level, kind))
    return g_strdup (id);
  if (self->pseudonym_key == NULL)
    return NULL;

  text = g_strdup_printf ("%s/%s", cadre_schema_get (kind)->name, id);
  key = g_bytes_get_data (self->pseudonym_key, &size);
  digest = g_compute_hmac_for_string (G_CHECKSUM_SHA256, key, size, text, -1);
  return g_strndup (digest, PSEUDONYM_LENGTH);
}

/**
 * cadre_redaction_shows_field:
 * @self: a #CadreRedaction
 * @kind: a kind of record
 * @field: the name of a field, as in documents
 *
 * Whether the level shows a field.
 *
 * Returns: %TRUE if it does
 *
 * Since: 1.0
 */
gboolean
cadre_redaction_shows_field (CadreRedaction *self, CadreRecordKind kind, const char *field)
{
  g_return_val_if_fail (CADRE_IS_REDACTION (self), FALSE);
  g_return_val_if_fail ((guint) kind < CADRE_N_RECORD_KINDS, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  return cadre_redaction_shows_kind (self->level, kind, self->pseudonym_key != NULL) &&
         cadre_redaction_lists_field (self->level, kind, field);
}

/**
 * cadre_redaction_apply:
 * @self: a #CadreRedaction
 * @structure: a #CadreStructure
 * @error: return location for a #GError, or %NULL
 *
 * Makes a structure that holds no more than the level shows. What is left out
 * is not in it in any form.
 *
 * Returns: (transfer full): the structure, or %NULL with @error set for want of
 *   memory
 *
 * Since: 1.0
 */
CadreStructure *
cadre_redaction_apply (CadreRedaction *self, CadreStructure *structure, GError **error)
{
  CadreTables *tables = NULL;

  g_return_val_if_fail (CADRE_IS_REDACTION (self), NULL);
  g_return_val_if_fail (CADRE_IS_STRUCTURE (structure), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (self->level == CADRE_REDACTION_LEVEL_FULL)
    return g_object_ref (structure);

  tables = cadre_redact_tables (self, cadre_structure_get_tables (structure), error);
  return tables != NULL ? cadre_structure_seal (tables, cadre_issue_list_new (1000), NULL, error)
                        : NULL;
}
