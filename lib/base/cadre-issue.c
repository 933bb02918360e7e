/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-issue
 * @Title: CadreIssue
 * @Short_Description: Something in the data that is not as it should be
 *
 * Bad data does not stop the library: it is kept, and a #CadreIssue says what is
 * wrong, how bad it is, where it stands and what could be done about it. The
 * code is a dotted word such as `structure.line.cycle`, is the same in every
 * version and every language, and is listed in the manual. The message is for
 * people; it names the rule and the place, and never a value of the data.
 *
 * An issue does not change, so threads may share it.
 */

#include "config.h"

#include <cadre/cadre-enum-types.h>
#include <cadre/cadre-issue.h>

struct _CadreIssue
{
  GObject parent_instance;

  char *code;       /* never NULL once constructed */
  char *message;    /* never NULL once constructed */
  char *origin;     /* (nullable) */
  char *subject;    /* (nullable) */
  char *suggestion; /* (nullable) */
  CadreSeverity severity;
};

enum
{
  PROP_CODE = 1,
  PROP_SEVERITY,
  PROP_MESSAGE,
  PROP_ORIGIN,
  PROP_SUBJECT,
  PROP_SUGGESTION,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/**
 * CadreIssue:
 *
 * Something in the data that is not as it should be. It does not change.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreIssue, cadre_issue, G_TYPE_OBJECT)

static void
cadre_issue_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CadreIssue *self = CADRE_ISSUE (object);

  switch (prop_id)
    {
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    case PROP_SEVERITY:
      g_value_set_enum (value, self->severity);
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_ORIGIN:
      g_value_set_string (value, self->origin);
      break;
    case PROP_SUBJECT:
      g_value_set_string (value, self->subject);
      break;
    case PROP_SUGGESTION:
      g_value_set_string (value, self->suggestion);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Each is set once, when the issue is made. */
static void
cadre_issue_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  CadreIssue *self = CADRE_ISSUE (object);

  switch (prop_id)
    {
    case PROP_CODE:
      self->code = g_value_dup_string (value);
      break;
    case PROP_SEVERITY:
      self->severity = g_value_get_enum (value);
      break;
    case PROP_MESSAGE:
      self->message = g_value_dup_string (value);
      break;
    case PROP_ORIGIN:
      self->origin = g_value_dup_string (value);
      break;
    case PROP_SUBJECT:
      self->subject = g_value_dup_string (value);
      break;
    case PROP_SUGGESTION:
      self->suggestion = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_issue_constructed (GObject *object)
{
  CadreIssue *self = CADRE_ISSUE (object);

  G_OBJECT_CLASS (cadre_issue_parent_class)->constructed (object);

  if (self->code == NULL)
    self->code = g_strdup ("");
  if (self->message == NULL)
    self->message = g_strdup ("");
}

static void
cadre_issue_finalize (GObject *object)
{
  CadreIssue *self = CADRE_ISSUE (object);

  g_clear_pointer (&self->code, g_free);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->origin, g_free);
  g_clear_pointer (&self->subject, g_free);
  g_clear_pointer (&self->suggestion, g_free);

  G_OBJECT_CLASS (cadre_issue_parent_class)->finalize (object);
}

static void
cadre_issue_class_init (CadreIssueClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = cadre_issue_get_property;
  object_class->set_property = cadre_issue_set_property;
  object_class->constructed = cadre_issue_constructed;
  object_class->finalize = cadre_issue_finalize;

  /**
   * CadreIssue:code:
   *
   * The dotted word that says what kind of issue it is.
   *
   * Since: 1.0
   */
  props[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, flags);

  /**
   * CadreIssue:severity:
   *
   * How bad it is.
   *
   * Since: 1.0
   */
  props[PROP_SEVERITY] =
    g_param_spec_enum ("severity", NULL, NULL, CADRE_TYPE_SEVERITY, CADRE_SEVERITY_INFO, flags);

  /**
   * CadreIssue:message:
   *
   * What is wrong, for people.
   *
   * Since: 1.0
   */
  props[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);

  /**
   * CadreIssue:origin:
   *
   * Where it stands in the document: a JSON Pointer, or file, row and column;
   * %NULL if it stands nowhere.
   *
   * Since: 1.0
   */
  props[PROP_ORIGIN] = g_param_spec_string ("origin", NULL, NULL, NULL, flags);

  /**
   * CadreIssue:subject:
   *
   * What it is about, by kind and id, such as `post/P12`; %NULL if it is about
   * no one thing.
   *
   * Since: 1.0
   */
  props[PROP_SUBJECT] = g_param_spec_string ("subject", NULL, NULL, NULL, flags);

  /**
   * CadreIssue:suggestion:
   *
   * What could be done about it; %NULL if there is nothing to suggest.
   *
   * Since: 1.0
   */
  props[PROP_SUGGESTION] = g_param_spec_string ("suggestion", NULL, NULL, NULL, flags);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cadre_issue_init (CadreIssue *self)
{
}

/**
 * cadre_issue_new:
 * @code: the dotted word that says what kind of issue it is
 * @severity: how bad it is
 * @message: what is wrong, for people
 * @origin: (nullable): where it stands, or %NULL
 * @subject: (nullable): what it is about, or %NULL
 * @suggestion: (nullable): what could be done about it, or %NULL
 *
 * Makes an issue.
 *
 * Returns: (transfer full): the issue
 *
 * Since: 1.0
 */
CadreIssue *
cadre_issue_new (const char *code,
                 CadreSeverity severity,
                 const char *message,
                 const char *origin,
                 const char *subject,
                 const char *suggestion)
{
  CadreIssue *self;

  g_return_val_if_fail (code != NULL, NULL);
  g_return_val_if_fail (severity >= CADRE_SEVERITY_INFO && severity <= CADRE_SEVERITY_ERROR, NULL);
  g_return_val_if_fail (message != NULL, NULL);

  self = g_object_new (CADRE_TYPE_ISSUE, "code", code, "severity", severity, "message", message,
                       "origin", origin, "subject", subject, "suggestion", suggestion, NULL);

  return self;
}

/**
 * cadre_issue_get_code:
 * @self: a #CadreIssue
 *
 * Gets the dotted word that says what kind of issue it is.
 *
 * Returns: (transfer none): the code
 *
 * Since: 1.0
 */
const char *
cadre_issue_get_code (CadreIssue *self)
{
  g_return_val_if_fail (CADRE_IS_ISSUE (self), NULL);

  return self->code;
}

/**
 * cadre_issue_get_severity:
 * @self: a #CadreIssue
 *
 * Gets how bad an issue is.
 *
 * Returns: the severity
 *
 * Since: 1.0
 */
CadreSeverity
cadre_issue_get_severity (CadreIssue *self)
{
  g_return_val_if_fail (CADRE_IS_ISSUE (self), CADRE_SEVERITY_ERROR);

  return self->severity;
}

/**
 * cadre_issue_get_message:
 * @self: a #CadreIssue
 *
 * Gets what is wrong, for people.
 *
 * Returns: (transfer none): the message
 *
 * Since: 1.0
 */
const char *
cadre_issue_get_message (CadreIssue *self)
{
  g_return_val_if_fail (CADRE_IS_ISSUE (self), NULL);

  return self->message;
}

/**
 * cadre_issue_get_origin:
 * @self: a #CadreIssue
 *
 * Gets where the issue stands in the document.
 *
 * Returns: (transfer none) (nullable): the origin, or %NULL if it stands nowhere
 *
 * Since: 1.0
 */
const char *
cadre_issue_get_origin (CadreIssue *self)
{
  g_return_val_if_fail (CADRE_IS_ISSUE (self), NULL);

  return self->origin;
}

/**
 * cadre_issue_get_subject:
 * @self: a #CadreIssue
 *
 * Gets what the issue is about, by kind and id, such as `post/P12`.
 *
 * Returns: (transfer none) (nullable): the subject, or %NULL if it is about no one thing
 *
 * Since: 1.0
 */
const char *
cadre_issue_get_subject (CadreIssue *self)
{
  g_return_val_if_fail (CADRE_IS_ISSUE (self), NULL);

  return self->subject;
}

/**
 * cadre_issue_get_suggestion:
 * @self: a #CadreIssue
 *
 * Gets what could be done about the issue.
 *
 * Returns: (transfer none) (nullable): the suggestion, or %NULL if there is none
 *
 * Since: 1.0
 */
const char *
cadre_issue_get_suggestion (CadreIssue *self)
{
  g_return_val_if_fail (CADRE_IS_ISSUE (self), NULL);

  return self->suggestion;
}

static const char *
get_severity_word (CadreSeverity severity)
{
  static const char *const words[] = { "info", "warning", "error" };

  return words[severity];
}

/**
 * cadre_issue_to_string:
 * @self: a #CadreIssue
 *
 * Puts an issue on one line: where it stands, how bad it is, what is wrong, the
 * code, and what is suggested. It is the same whatever the locale.
 *
 * Returns: (transfer full): the line, without a line feed
 *
 * Since: 1.0
 */
char *
cadre_issue_to_string (CadreIssue *self)
{
  GString *line;

  g_return_val_if_fail (CADRE_IS_ISSUE (self), NULL);

  line = g_string_new (NULL);
  if (self->origin != NULL)
    g_string_append_printf (line, "%s: ", self->origin);
  g_string_append_printf (line, "%s: ", get_severity_word (self->severity));
  if (self->subject != NULL)
    g_string_append_printf (line, "%s: ", self->subject);
  g_string_append_printf (line, "%s [%s]", self->message, self->code);
  if (self->suggestion != NULL)
    g_string_append_printf (line, " (%s)", self->suggestion);

  return g_string_free (line, FALSE);
}
