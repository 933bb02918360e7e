/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-redaction
 * @Title: CadreRedaction
 * @Short_Description: What the readers of a text may see
 *
 * Everything that writes takes a #CadreRedaction; there is no default that
 * shows names. One table says which fields each level shows, and what is not in
 * it is shown at the full level only.
 *
 * Three levels are about somebody or something, and cannot be used without it:
 * #CadreRedaction:subject-posts says whose branch a manager sees,
 * #CadreRedaction:subject-assignments whose contract a person does, and either
 * what a panel sees.
 *
 * The levels for readers who need no names show persons and assignments only
 * under pseudonyms, and pseudonyms are only made with a key of the caller's:
 * HMAC-SHA-256 (RFC 2104) over the kind and the id, of which the first 64 bits
 * are written in hexadecimal. The same key gives the same pseudonyms; without
 * the key they cannot be found by trial. Pseudonymised data stay personal data.
 * At the consultation level a grade, a title and a unit may still point at one
 * person.
 */

#include "config.h"

#include "structure/cadre-redaction-private.h"
#include "structure/cadre-structure-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-enum-types.h>

/* As most councils count. */
#define DEFAULT_LEAST_NUMBER 5

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
  GBytes *pseudonym_key;      /* (nullable) */
  char **subject_posts;       /* (nullable) */
  char **subject_assignments; /* (nullable) */
  guint least_number;
  guint rounding_base;
};

enum
{
  PROP_LEVEL = 1,
  PROP_PSEUDONYM_KEY,
  PROP_SUBJECT_POSTS,
  PROP_SUBJECT_ASSIGNMENTS,
  PROP_LEAST_NUMBER,
  PROP_ROUNDING_BASE,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CadreRedaction, cadre_redaction, G_TYPE_OBJECT)

static void
cadre_redaction_finalize (GObject *object)
{
  CadreRedaction *self = CADRE_REDACTION (object);

  g_clear_pointer (&self->pseudonym_key, g_bytes_unref);
  g_clear_pointer (&self->subject_posts, g_strfreev);
  g_clear_pointer (&self->subject_assignments, g_strfreev);

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
    case PROP_SUBJECT_POSTS:
      g_value_set_boxed (value, self->subject_posts);
      break;
    case PROP_SUBJECT_ASSIGNMENTS:
      g_value_set_boxed (value, self->subject_assignments);
      break;
    case PROP_LEAST_NUMBER:
      g_value_set_uint (value, self->least_number);
      break;
    case PROP_ROUNDING_BASE:
      g_value_set_uint (value, self->rounding_base);
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
    case PROP_SUBJECT_POSTS:
      cadre_redaction_set_subject_posts (self, g_value_get_boxed (value));
      break;
    case PROP_SUBJECT_ASSIGNMENTS:
      cadre_redaction_set_subject_assignments (self, g_value_get_boxed (value));
      break;
    case PROP_LEAST_NUMBER:
      cadre_redaction_set_least_number (self, g_value_get_uint (value));
      break;
    case PROP_ROUNDING_BASE:
      cadre_redaction_set_rounding_base (self, g_value_get_uint (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
make_number_props (void)
{
  /**
   * CadreRedaction:least-number:
   *
   * The least number of positions that the statistics level shows: what is below
   * it is shown together with others, or not at all.
   *
   * Since: 1.0
   */
  props[PROP_LEAST_NUMBER] =
    g_param_spec_uint ("least-number", NULL, NULL, CADRE_MIN_LEAST_NUMBER, G_MAXINT32,
                       DEFAULT_LEAST_NUMBER,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * CadreRedaction:rounding-base:
   *
   * What the numbers of the statistics level are rounded to a multiple of; 1 for
   * numbers as they are.
   *
   * Since: 1.0
   */
  props[PROP_ROUNDING_BASE] =
    g_param_spec_uint ("rounding-base", NULL, NULL, 1, CADRE_MAX_ROUNDING_BASE, 1,
                       G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
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
   * are left out where the level shows no ids of them.
   *
   * Since: 1.0
   */
  props[PROP_PSEUDONYM_KEY] =
    g_param_spec_boxed ("pseudonym-key", NULL, NULL, G_TYPE_BYTES,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * CadreRedaction:subject-posts:
   *
   * The ids of the posts that the text is about: those of the manager, or those
   * before a panel.
   *
   * Since: 1.0
   */
  props[PROP_SUBJECT_POSTS] =
    g_param_spec_boxed ("subject-posts", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  /**
   * CadreRedaction:subject-assignments:
   *
   * The ids of the assignments that the text is about: the one of the person
   * who reads it, or those before a panel.
   *
   * Since: 1.0
   */
  props[PROP_SUBJECT_ASSIGNMENTS] =
    g_param_spec_boxed ("subject-assignments", NULL, NULL, G_TYPE_STRV,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  make_number_props ();
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cadre_redaction_init (CadreRedaction *self)
{
  self->least_number = DEFAULT_LEAST_NUMBER;
  self->rounding_base = 1;
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
 * who is who: it must be kept apart from what is written. With a key that is
 * too short nothing can be redacted: cadre_redaction_apply() says so.
 *
 * Since: 1.0
 */
void
cadre_redaction_set_pseudonym_key (CadreRedaction *self, GBytes *pseudonym_key)
{
  g_return_if_fail (CADRE_IS_REDACTION (self));

  if (self->pseudonym_key == pseudonym_key)
    return;

  g_clear_pointer (&self->pseudonym_key, g_bytes_unref);
  self->pseudonym_key = pseudonym_key != NULL ? g_bytes_ref (pseudonym_key) : NULL;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PSEUDONYM_KEY]);
}

/**
 * cadre_redaction_get_subject_posts:
 * @self: a #CadreRedaction
 *
 * Gets the ids of the posts that the text is about.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the ids, or
 *   %NULL where none are set
 *
 * Since: 1.0
 */
const char *const *
cadre_redaction_get_subject_posts (CadreRedaction *self)
{
  g_return_val_if_fail (CADRE_IS_REDACTION (self), NULL);

  return (const char *const *) self->subject_posts;
}

static void
set_ids (CadreRedaction *self, char ***ids, const char *const *new_ids, GParamSpec *pspec)
{
  char **old_ids = *ids;

  *ids = g_strdupv ((char **) new_ids);
  g_strfreev (old_ids);
  g_object_notify_by_pspec (G_OBJECT (self), pspec);
}

/**
 * cadre_redaction_set_subject_posts:
 * @self: a #CadreRedaction
 * @subject_posts: (nullable) (array zero-terminated=1): the ids, or %NULL
 *
 * Sets the ids of the posts that the text is about. At the manager level they
 * are the manager's own; at the panel level those to be filled and those that
 * people come from.
 *
 * Since: 1.0
 */
void
cadre_redaction_set_subject_posts (CadreRedaction *self, const char *const *subject_posts)
{
  g_return_if_fail (CADRE_IS_REDACTION (self));

  set_ids (self, &self->subject_posts, subject_posts, props[PROP_SUBJECT_POSTS]);
}

/**
 * cadre_redaction_get_subject_assignments:
 * @self: a #CadreRedaction
 *
 * Gets the ids of the assignments that the text is about.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the ids, or
 *   %NULL where none are set
 *
 * Since: 1.0
 */
const char *const *
cadre_redaction_get_subject_assignments (CadreRedaction *self)
{
  g_return_val_if_fail (CADRE_IS_REDACTION (self), NULL);

  return (const char *const *) self->subject_assignments;
}

/**
 * cadre_redaction_set_subject_assignments:
 * @self: a #CadreRedaction
 * @subject_assignments: (nullable) (array zero-terminated=1): the ids, or %NULL
 *
 * Sets the ids of the assignments that the text is about. At the self level it
 * is one: a person with several has a text for each.
 *
 * Since: 1.0
 */
void
cadre_redaction_set_subject_assignments (CadreRedaction *self,
                                         const char *const *subject_assignments)
{
  g_return_if_fail (CADRE_IS_REDACTION (self));

  set_ids (self, &self->subject_assignments, subject_assignments, props[PROP_SUBJECT_ASSIGNMENTS]);
}

/**
 * cadre_redaction_get_least_number:
 * @self: a #CadreRedaction
 *
 * Gets the least number of positions that the statistics level shows.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_redaction_get_least_number (CadreRedaction *self)
{
  g_return_val_if_fail (CADRE_IS_REDACTION (self), 0);

  return self->least_number;
}

/**
 * cadre_redaction_set_least_number:
 * @self: a #CadreRedaction
 * @least_number: the number, at least 3: of two people each can tell the other
 *
 * Sets the least number of positions that the statistics level shows, where
 * another than 5 is the rule. The Equality and Human Rights Commission shows
 * none below 10.
 *
 * Since: 1.0
 */
void
cadre_redaction_set_least_number (CadreRedaction *self, guint least_number)
{
  g_return_if_fail (CADRE_IS_REDACTION (self));
  g_return_if_fail (least_number >= CADRE_MIN_LEAST_NUMBER && least_number <= G_MAXINT32);

  if (self->least_number == least_number)
    return;

  self->least_number = least_number;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_LEAST_NUMBER]);
}

/**
 * cadre_redaction_get_rounding_base:
 * @self: a #CadreRedaction
 *
 * Gets what the numbers of the statistics level are rounded to a multiple of.
 *
 * Returns: the number; 1 where they are as they are
 *
 * Since: 1.0
 */
guint
cadre_redaction_get_rounding_base (CadreRedaction *self)
{
  g_return_val_if_fail (CADRE_IS_REDACTION (self), 1);

  return self->rounding_base;
}

/**
 * cadre_redaction_set_rounding_base:
 * @self: a #CadreRedaction
 * @rounding_base: the number, from 1 to 1,000
 *
 * Sets what the numbers of the statistics level are rounded to a multiple of, to the
 * nearest and halves up, so that one of two dates taken from the other does not tell
 * of one person. What is less than cadre_redaction_get_least_number() is not shown in any
 * case, and neither is what is rounded to nothing. Five is what official statistics
 * mostly take. A sum is one of rounded numbers.
 *
 * Since: 1.0
 */
void
cadre_redaction_set_rounding_base (CadreRedaction *self, guint rounding_base)
{
  g_return_if_fail (CADRE_IS_REDACTION (self));
  g_return_if_fail (rounding_base >= 1 && rounding_base <= CADRE_MAX_ROUNDING_BASE);

  if (self->rounding_base == rounding_base)
    return;

  self->rounding_base = rounding_base;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_ROUNDING_BASE]);
}

/**
 * cadre_redaction_hides_some:
 * @self: a #CadreRedaction
 * @kind: a kind of record
 * @field: the name of a field, as in documents
 *
 * Whether the level hides a field of some records although it shows it of
 * others: of posts that one person holds. Where such a field is silent, nobody
 * can say that nothing is known.
 *
 * Returns: %TRUE if it does
 *
 * Since: 1.0
 */
gboolean
cadre_redaction_hides_some (CadreRedaction *self, CadreRecordKind kind, const char *field)
{
  CadreRedactionCell cell = CADRE_REDACTION_CELL_HIDDEN;

  g_return_val_if_fail (CADRE_IS_REDACTION (self), FALSE);
  g_return_val_if_fail ((guint) kind < CADRE_N_RECORD_KINDS, FALSE);
  g_return_val_if_fail (field != NULL, FALSE);

  cell = cadre_redaction_cell (self->level, kind, field);
  return cell == CADRE_REDACTION_CELL_SEVERAL || cell == CADRE_REDACTION_CELL_OUTCOME;
}

/* What is missing of the subject, or NULL. */
static const char *
find_missing_subject (CadreRedaction *self)
{
  guint n_posts = self->subject_posts != NULL ? g_strv_length (self->subject_posts) : 0;
  guint n_assignments =
    self->subject_assignments != NULL ? g_strv_length (self->subject_assignments) : 0;

  if (self->level == CADRE_REDACTION_LEVEL_MANAGER && n_posts == 0)
    return "A redaction for a manager needs the post of the manager";
  if (self->level == CADRE_REDACTION_LEVEL_PANEL && n_posts + n_assignments == 0)
    return "A redaction for a panel needs the posts and the assignments before it";
  if (self->level == CADRE_REDACTION_LEVEL_SELF && n_assignments != 1)
    return "A redaction for a person needs one assignment of that person";

  return NULL;
}

gboolean
cadre_redaction_check (CadreRedaction *self, GError **error)
{
  const char *fault = find_missing_subject (self);

  if (fault == NULL)
    return cadre_redaction_check_key (self->pseudonym_key, error);

  g_set_error_literal (error, CADRE_STRUCTURE_ERROR, CADRE_STRUCTURE_ERROR_REDACTION, fault);
  return FALSE;
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
 * It fails with %CADRE_STRUCTURE_ERROR_REDACTION where the level lacks its
 * subject or the key is too short, and with %CADRE_STRUCTURE_ERROR_NOT_FOUND
 * where nothing of the subject is in the structure.
 *
 * Returns: (transfer full): the structure, or %NULL with @error set
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

  if (!cadre_redaction_check (self, error))
    return NULL;
  if (self->level == CADRE_REDACTION_LEVEL_FULL)
    return g_object_ref (structure);

  tables = cadre_redact_tables (self, cadre_structure_get_tables (structure),
                                cadre_structure_get_index (structure), error);
  return tables != NULL ? cadre_structure_seal (tables, cadre_issue_list_new (1000), NULL, error)
                        : NULL;
}
