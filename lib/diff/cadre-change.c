/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-change
 * @Title: CadreChange
 * @Short_Description: One thing that is different after
 *
 * A #CadreChange says what sort of change it is, of which record, and, where a
 * field is different, what it was before and what it is after.
 *
 * Values are given as the text that a document would hold: a date as
 * `2008-01-23`, an amount in pounds, a fraction as `37/2`, a word by its nick,
 * lists and attributes as JSON. %NULL stands for a value that is not known, and
 * `open` for a period without that bound. Of persons and of absences no value
 * is given, and of an assignment no note or attribute: only that the field
 * changed. Whoever may see the values has them in the two structures.
 *
 * Changes are made when they are asked for, and never change.
 */

#include "config.h"

#include "diff/cadre-change-private.h"
#include <cadre/cadre-enum-types.h>

/**
 * CadreChange:
 *
 * One thing that is different after.
 *
 * Since: 1.0
 */
struct _CadreChange
{
  GObject parent_instance;

  CadreChangeParts parts;
};

enum
{
  PROP_KIND = 1,
  PROP_RECORD_KIND,
  PROP_OWNER_KIND,
  PROP_ID_BEFORE,
  PROP_ID_AFTER,
  PROP_SUBJECT,
  PROP_FIELD,
  PROP_LANGUAGE,
  PROP_BEFORE_TEXT,
  PROP_AFTER_TEXT,
  PROP_OTHER_IDS,
  PROP_LEARNED,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (CadreChange, cadre_change, G_TYPE_OBJECT)

static void
cadre_change_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  const CadreChangeParts *parts = &CADRE_CHANGE (object)->parts;

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_enum (value, parts->kind);
      break;
    case PROP_RECORD_KIND:
      g_value_set_enum (value, parts->record_kind);
      break;
    case PROP_OWNER_KIND:
      g_value_set_enum (value, parts->owner_kind);
      break;
    case PROP_ID_BEFORE:
      g_value_set_string (value, parts->id_before);
      break;
    case PROP_ID_AFTER:
      g_value_set_string (value, parts->id_after);
      break;
    case PROP_SUBJECT:
      g_value_set_string (value, parts->subject);
      break;
    case PROP_FIELD:
      g_value_set_string (value, parts->field);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, parts->language);
      break;
    case PROP_BEFORE_TEXT:
      g_value_set_string (value, parts->before_text);
      break;
    case PROP_AFTER_TEXT:
      g_value_set_string (value, parts->after_text);
      break;
    case PROP_OTHER_IDS:
      g_value_set_boxed (value, cadre_change_get_other_ids (CADRE_CHANGE (object)));
      break;
    case PROP_LEARNED:
      g_value_set_boolean (value, parts->learned);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

void
cadre_change_parts_clear (CadreChangeParts *parts)
{
  g_free (parts->id_before);
  g_free (parts->id_after);
  g_free (parts->subject);
  g_free (parts->language);
  g_free (parts->before_text);
  g_free (parts->after_text);
  g_strfreev (parts->other_ids);
  g_free (parts->post_id);
}

static void
cadre_change_finalize (GObject *object)
{
  cadre_change_parts_clear (&CADRE_CHANGE (object)->parts);

  G_OBJECT_CLASS (cadre_change_parent_class)->finalize (object);
}

static void
install_kinds (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CadreChange:kind:
   *
   * What sort of change it is.
   *
   * Since: 1.0
   */
  props[PROP_KIND] = g_param_spec_enum ("kind", NULL, NULL, CADRE_TYPE_CHANGE_KIND,
                                        CADRE_CHANGE_KIND_RECORD_CREATED, flags);

  /**
   * CadreChange:record-kind:
   *
   * The kind of the record that is different.
   *
   * Since: 1.0
   */
  props[PROP_RECORD_KIND] = g_param_spec_enum ("record-kind", NULL, NULL, CADRE_TYPE_RECORD_KIND,
                                               CADRE_RECORD_KIND_ORGANISATION, flags);

  /**
   * CadreChange:owner-kind:
   *
   * The kind of the record that the change is about.
   *
   * Since: 1.0
   */
  props[PROP_OWNER_KIND] = g_param_spec_enum ("owner-kind", NULL, NULL, CADRE_TYPE_RECORD_KIND,
                                              CADRE_RECORD_KIND_ORGANISATION, flags);

  /**
   * CadreChange:learned:
   *
   * Whether one side does not state the value.
   *
   * Since: 1.0
   */
  props[PROP_LEARNED] = g_param_spec_boolean ("learned", NULL, NULL, FALSE, flags);
}

static void
install_ids (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CadreChange:id-before:
   *
   * The id before of the record that the change is about.
   *
   * Since: 1.0
   */
  props[PROP_ID_BEFORE] = g_param_spec_string ("id-before", NULL, NULL, NULL, flags);

  /**
   * CadreChange:id-after:
   *
   * The id after of the record that the change is about.
   *
   * Since: 1.0
   */
  props[PROP_ID_AFTER] = g_param_spec_string ("id-after", NULL, NULL, NULL, flags);

  /**
   * CadreChange:subject:
   *
   * The record that is different, with its kind.
   *
   * Since: 1.0
   */
  props[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, NULL, flags);

  /**
   * CadreChange:other-ids:
   *
   * The ids of other posts that the change is about.
   *
   * Since: 1.0
   */
  props[PROP_OTHER_IDS] = g_param_spec_boxed ("other-ids", NULL, NULL, G_TYPE_STRV, flags);
}

static void
install_values (void)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  /**
   * CadreChange:field:
   *
   * The name of the field that is different.
   *
   * Since: 1.0
   */
  props[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);

  /**
   * CadreChange:language:
   *
   * The language in which a text is different.
   *
   * Since: 1.0
   */
  props[PROP_LANGUAGE] = g_param_spec_string ("language", NULL, NULL, NULL, flags);

  /**
   * CadreChange:before-text:
   *
   * What the field was before.
   *
   * Since: 1.0
   */
  props[PROP_BEFORE_TEXT] = g_param_spec_string ("before-text", NULL, NULL, NULL, flags);

  /**
   * CadreChange:after-text:
   *
   * What the field is after.
   *
   * Since: 1.0
   */
  props[PROP_AFTER_TEXT] = g_param_spec_string ("after-text", NULL, NULL, NULL, flags);
}

static void
cadre_change_class_init (CadreChangeClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cadre_change_get_property;
  object_class->finalize = cadre_change_finalize;

  install_kinds ();
  install_ids ();
  install_values ();
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cadre_change_init (CadreChange *self)
{
}

CadreChange *
cadre_change_new_take (const CadreChangeParts *parts)
{
  CadreChange *self = g_object_new (CADRE_TYPE_CHANGE, NULL);

  self->parts = *parts;
  return self;
}

const CadreChangeParts *
cadre_change_get_parts (CadreChange *self)
{
  return &self->parts;
}

/**
 * cadre_change_get_kind:
 * @self: a #CadreChange
 *
 * Gets what sort of change it is.
 *
 * Returns: the kind of change
 *
 * Since: 1.0
 */
CadreChangeKind
cadre_change_get_kind (CadreChange *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE (self), CADRE_CHANGE_KIND_RECORD_CHANGED);

  return self->parts.kind;
}

/**
 * cadre_change_get_record_kind:
 * @self: a #CadreChange
 *
 * Gets the kind of the record that is different. A new manager is a difference
 * of a line.
 *
 * Returns: the kind of record
 *
 * Since: 1.0
 */
CadreRecordKind
cadre_change_get_record_kind (CadreChange *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE (self), CADRE_RECORD_KIND_ORGANISATION);

  return self->parts.record_kind;
}

/**
 * cadre_change_get_owner_kind:
 * @self: a #CadreChange
 *
 * Gets the kind of the record that the change is about. A new manager is about
 * a post: lines, functions, funding, statements and lineages belong to their
 * post, absences to their assignment, the dated parents of a unit to the unit,
 * parts to their area, and equivalences to the first grade or tier scale.
 *
 * Returns: the kind of record
 *
 * Since: 1.0
 */
CadreRecordKind
cadre_change_get_owner_kind (CadreChange *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE (self), CADRE_RECORD_KIND_ORGANISATION);

  return self->parts.owner_kind;
}

/**
 * cadre_change_get_id_before:
 * @self: a #CadreChange
 *
 * Gets the id that the record that the change is about has before; see
 * cadre_change_get_owner_kind().
 *
 * Returns: (transfer none) (nullable): the id, or %NULL if there is no such
 *   record before
 *
 * Since: 1.0
 */
const char *
cadre_change_get_id_before (CadreChange *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE (self), NULL);

  return self->parts.id_before;
}

/**
 * cadre_change_get_id_after:
 * @self: a #CadreChange
 *
 * Gets the id that the record that the change is about has after; see
 * cadre_change_get_owner_kind().
 *
 * Returns: (transfer none) (nullable): the id, or %NULL if there is no such
 *   record after
 *
 * Since: 1.0
 */
const char *
cadre_change_get_id_after (CadreChange *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE (self), NULL);

  return self->parts.id_after;
}

/**
 * cadre_change_get_subject:
 * @self: a #CadreChange
 *
 * Gets the record that is different, as it is after or, where it is not there
 * after, before: its kind and its id, or the parts of its natural key, such as
 * `post/P12` or `line/P12/management/P1`.
 *
 * Returns: (transfer none) (nullable): the subject
 *
 * Since: 1.0
 */
const char *
cadre_change_get_subject (CadreChange *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE (self), NULL);

  return self->parts.subject;
}

/**
 * cadre_change_get_field:
 * @self: a #CadreChange
 *
 * Gets the name of the field that is different, as documents write it. Where a
 * line of reporting ends is one field, `manager`, also where it ends at a body
 * or at a unit. Members that this version of the library does not know are the
 * field `unknown-members`.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL where a whole record
 *   was created or deleted
 *
 * Since: 1.0
 */
const char *
cadre_change_get_field (CadreChange *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE (self), NULL);

  return self->parts.field;
}

/**
 * cadre_change_get_language:
 * @self: a #CadreChange
 *
 * Gets the language in which a text is different.
 *
 * Returns: (transfer none) (nullable): the language, or %NULL where the field is
 *   no text that may have several
 *
 * Since: 1.0
 */
const char *
cadre_change_get_language (CadreChange *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE (self), NULL);

  return self->parts.language;
}

/**
 * cadre_change_get_before_text:
 * @self: a #CadreChange
 *
 * Gets what the field was before. A line that ends at a body or a unit gives
 * `body/ID` or `unit/ID`. Of a function that a post lost it is the id of the
 * function.
 *
 * Returns: (transfer none) (nullable): the value as text; %NULL where it is not
 *   known, or not given because it is about a person
 *
 * Since: 1.0
 */
const char *
cadre_change_get_before_text (CadreChange *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE (self), NULL);

  return self->parts.before_text;
}

/**
 * cadre_change_get_after_text:
 * @self: a #CadreChange
 *
 * Gets what the field is after, in the form of cadre_change_get_before_text().
 *
 * Returns: (transfer none) (nullable): the value as text; %NULL where it is not
 *   known, or not given because it is about a person
 *
 * Since: 1.0
 */
const char *
cadre_change_get_after_text (CadreChange *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE (self), NULL);

  return self->parts.after_text;
}

/**
 * cadre_change_get_other_ids:
 * @self: a #CadreChange
 *
 * Gets the other posts that the change is about: of a function that a post
 * lost, those that have it after and did not have it before, or if there are
 * none those that kept it; of one that a post gained, those that lost it; of a
 * post that was created, merged, split or deleted, the posts that it was made
 * of or that were made of it. Of the posts that have to do with a function no
 * more than the first hundred are given; each has a change of its own.
 *
 * Returns: (transfer none) (array zero-terminated=1): their ids, in byte order
 *
 * Since: 1.0
 */
const char *const *
cadre_change_get_other_ids (CadreChange *self)
{
  static const char *const none[] = { NULL };

  g_return_val_if_fail (CADRE_IS_CHANGE (self), none);

  return self->parts.other_ids != NULL ? (const char *const *) self->parts.other_ids : none;
}

/**
 * cadre_change_get_post_id:
 * @self: a #CadreChange
 *
 * Gets the post that the assignment of the change is in after; before, where it is gone.
 *
 * Returns: (transfer none) (nullable): the id, or %NULL for no assignment, or no post
 *
 * Since: 1.0
 */
const char *
cadre_change_get_post_id (CadreChange *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE (self), NULL);

  return self->parts.post_id;
}

/**
 * cadre_change_is_learned:
 * @self: a #CadreChange
 *
 * Says whether one of the two sides does not state the value. Then it may be
 * that nothing changed, and only more or less is known: such a change is listed,
 * but does not make a post a changed post.
 *
 * Returns: whether one side does not state the value
 *
 * Since: 1.0
 */
gboolean
cadre_change_is_learned (CadreChange *self)
{
  g_return_val_if_fail (CADRE_IS_CHANGE (self), FALSE);

  return self->parts.learned;
}

const char *
cadre_nick (GType words, int value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (words);
  const GEnumValue *word = g_enum_get_value (klass, value);

  /* The nicks are static: they outlive the class. */
  return word != NULL ? word->value_nick : "unknown";
}

/**
 * cadre_change_to_string:
 * @self: a #CadreChange
 *
 * Writes the change as text, for people who debug: `post-moved
 * line/P12/management/P2 manager: P1 -> P2`.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
cadre_change_to_string (CadreChange *self)
{
  const CadreChangeParts *parts = NULL;
  GString *text = NULL;

  g_return_val_if_fail (CADRE_IS_CHANGE (self), NULL);

  parts = &self->parts;
  text = g_string_new (cadre_nick (CADRE_TYPE_CHANGE_KIND, parts->kind));
  if (parts->subject != NULL)
    g_string_append_printf (text, " %s", parts->subject);
  if (parts->field != NULL)
    g_string_append_printf (text, " %s", parts->field);
  if (parts->language != NULL)
    g_string_append_printf (text, " (%s)", parts->language);
  if (parts->field != NULL && (parts->before_text != NULL || parts->after_text != NULL))
    g_string_append_printf (text, ": %s -> %s",
                            parts->before_text != NULL ? parts->before_text : "unknown",
                            parts->after_text != NULL ? parts->after_text : "unknown");
  for (guint i = 0; parts->other_ids != NULL && parts->other_ids[i] != NULL; i++)
    g_string_append_printf (text, "%s%s", i == 0 ? " | " : ", ", parts->other_ids[i]);

  return g_string_free (text, FALSE);
}
