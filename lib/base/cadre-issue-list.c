/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-issue-list
 * @Title: CadreIssueList
 * @Short_Description: What was found wrong, counted in full
 *
 * A #CadreIssueList counts every issue, by its code and by its severity, and
 * keeps the details of the first ones, in the order in which they came, up to
 * a number that is set when the list is made. So a document with a million
 * faults gives a list of a thousand that says how many more there are.
 *
 * It is a #GListModel of the issues that have details. Each time one is asked
 * for it is made anew: two that are gotten at one position are equal in all
 * their fields, and not the same object.
 *
 * A list that comes from the library is complete: nothing can be added to it,
 * and threads may share it.
 */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "base/cadre-string-table-private.h"

#include <string.h>

#define N_SEVERITIES 3

/* All but the severity are codes of the string table; UNKNOWN stands for %NULL. */
typedef struct
{
  guint32 code;
  guint32 message;
  guint32 origin;
  guint32 subject;
  guint32 suggestion;
  guint32 severity;
} Detail;

typedef struct
{
  char *code;
  guint count;
} CodeCount;

struct _CadreIssueList
{
  GObject parent_instance;

  CadreStringTable *strings;
  GArray *details;
  GArray *counts; /* in byte order of the codes */
  guint n_by_severity[N_SEVERITIES];
  guint total;
  guint max_details;
  gboolean sealed;
};

enum
{
  PROP_MAX_DETAILS = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

static void list_model_iface_init (GListModelInterface *iface);

/**
 * CadreIssueList:
 *
 * The issues of one thing: all counted, the first in detail.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE_WITH_CODE (CadreIssueList,
                               cadre_issue_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))

static GType
cadre_issue_list_get_item_type (GListModel *model)
{
  return CADRE_TYPE_ISSUE;
}

static guint
cadre_issue_list_get_n_items (GListModel *model)
{
  return CADRE_ISSUE_LIST (model)->details->len;
}

static gpointer
cadre_issue_list_get_item (GListModel *model, guint position)
{
  return cadre_issue_list_get_issue (CADRE_ISSUE_LIST (model), position);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_issue_list_get_item_type;
  iface->get_n_items = cadre_issue_list_get_n_items;
  iface->get_item = cadre_issue_list_get_item;
}

static void
cadre_issue_list_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CadreIssueList *self = CADRE_ISSUE_LIST (object);

  switch (prop_id)
    {
    case PROP_MAX_DETAILS:
      g_value_set_uint (value, self->max_details);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_issue_list_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  CadreIssueList *self = CADRE_ISSUE_LIST (object);

  switch (prop_id)
    {
    case PROP_MAX_DETAILS:
      self->max_details = g_value_get_uint (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_issue_list_finalize (GObject *object)
{
  CadreIssueList *self = CADRE_ISSUE_LIST (object);

  g_clear_pointer (&self->details, g_array_unref);
  g_clear_pointer (&self->counts, g_array_unref);
  g_clear_pointer (&self->strings, cadre_string_table_unref);

  G_OBJECT_CLASS (cadre_issue_list_parent_class)->finalize (object);
}

static void
cadre_issue_list_class_init (CadreIssueListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = cadre_issue_list_get_property;
  object_class->set_property = cadre_issue_list_set_property;
  object_class->finalize = cadre_issue_list_finalize;

  /**
   * CadreIssueList:max-details:
   *
   * How many issues are kept in detail.
   *
   * Since: 1.0
   */
  props[PROP_MAX_DETAILS] =
    g_param_spec_uint ("max-details", NULL, NULL, 0, G_MAXUINT, 1000,
                       G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
clear_code_count (gpointer data)
{
  g_free (((CodeCount *) data)->code);
}

static void
cadre_issue_list_init (CadreIssueList *self)
{
  self->strings = cadre_string_table_new ();
  self->details = g_array_new (FALSE, FALSE, sizeof (Detail));
  self->counts = g_array_new (FALSE, FALSE, sizeof (CodeCount));
  g_array_set_clear_func (self->counts, clear_code_count);
}

/**
 * cadre_issue_list_new:
 * @max_details: how many issues to keep in detail
 *
 * Makes a list without issues.
 *
 * Returns: (transfer full): the list
 *
 * Since: 1.0
 */
CadreIssueList *
cadre_issue_list_new (guint max_details)
{
  return g_object_new (CADRE_TYPE_ISSUE_LIST, "max-details", max_details, NULL);
}

/* The first place whose code is not less than @code. */
static guint
find_code (CadreIssueList *self, const char *code)
{
  guint first = 0;
  guint last = self->counts->len;

  while (first < last)
    {
      const guint middle = first + (last - first) / 2;

      if (strcmp (g_array_index (self->counts, CodeCount, middle).code, code) < 0)
        first = middle + 1;
      else
        last = middle;
    }

  return first;
}

/* The count of @code, or %NULL where there is none at @place. */
static CodeCount *
get_code_count (CadreIssueList *self, guint place, const char *code)
{
  CodeCount *found;

  if (place == self->counts->len)
    return NULL;

  found = &g_array_index (self->counts, CodeCount, place);

  return strcmp (found->code, code) == 0 ? found : NULL;
}

static void
count_code (CadreIssueList *self, const char *code)
{
  const guint place = find_code (self, code);
  CodeCount *found = get_code_count (self, place, code);
  CodeCount first;

  if (found != NULL)
    {
      found->count++;
      return;
    }

  first = (CodeCount){ g_strdup (code), 1 };
  g_array_insert_val (self->counts, place, first);
}

static gboolean
keep_text (CadreIssueList *self, const char *text, guint32 *code)
{
  *code = CADRE_STRING_UNKNOWN;

  return text == NULL || cadre_string_table_intern (self->strings, text, strlen (text), code, NULL);
}

/* Where there is no memory for the texts, the issue is dropped like one too many. */
static void
keep_detail (CadreIssueList *self,
             const char *code,
             CadreSeverity severity,
             const char *message,
             const char *origin,
             const char *subject,
             const char *suggestion)
{
  Detail detail = { .severity = severity };

  if (!keep_text (self, code, &detail.code) || !keep_text (self, message, &detail.message) ||
      !keep_text (self, origin, &detail.origin) || !keep_text (self, subject, &detail.subject) ||
      !keep_text (self, suggestion, &detail.suggestion))
    return;

  g_array_append_val (self->details, detail);
  g_list_model_items_changed (G_LIST_MODEL (self), self->details->len - 1, 0, 1);
}

/*< private >
 * cadre_issue_list_add_fields:
 * @self: a #CadreIssueList that is not sealed
 * @code: the dotted word that says what kind of issue it is
 * @severity: how bad it is
 * @message: (nullable): what is wrong; not %NULL unless the list is full
 * @origin: (nullable): where it stands, or %NULL
 * @subject: (nullable): what it is about, or %NULL
 * @suggestion: (nullable): what could be done about it, or %NULL
 *
 * Adds an issue without making an object of it.
 */
void
cadre_issue_list_add_fields (CadreIssueList *self,
                             const char *code,
                             CadreSeverity severity,
                             const char *message,
                             const char *origin,
                             const char *subject,
                             const char *suggestion)
{
  g_return_if_fail (CADRE_IS_ISSUE_LIST (self));
  g_return_if_fail (!self->sealed);
  g_return_if_fail (code != NULL);
  g_return_if_fail (severity >= CADRE_SEVERITY_INFO && severity <= CADRE_SEVERITY_ERROR);
  g_return_if_fail (message != NULL || cadre_issue_list_is_full (self));

  self->total++;
  self->n_by_severity[severity]++;
  count_code (self, code);

  if (!cadre_issue_list_is_full (self))
    keep_detail (self, code, severity, message, origin, subject, suggestion);
}

/*< private >
 * cadre_issue_list_is_full:
 * @self: a #CadreIssueList
 *
 * Tells whether the details of another issue would be dropped.
 *
 * Returns: %TRUE if so
 */
gboolean
cadre_issue_list_is_full (CadreIssueList *self)
{
  g_return_val_if_fail (CADRE_IS_ISSUE_LIST (self), TRUE);

  return self->details->len >= self->max_details;
}

/*< private >
 * cadre_issue_list_seal:
 * @self: a #CadreIssueList
 *
 * Ends adding. From here on threads may share the list.
 */
void
cadre_issue_list_seal (CadreIssueList *self)
{
  g_return_if_fail (CADRE_IS_ISSUE_LIST (self));

  self->sealed = TRUE;
  cadre_string_table_seal (self->strings);
}

/**
 * cadre_issue_list_add:
 * @self: a #CadreIssueList of the caller's own
 * @issue: the issue
 *
 * Adds an issue: it is counted, and kept if fewer than
 * #CadreIssueList:max-details are there. Nothing can be added to a list that
 * belongs to an object of the library.
 *
 * Since: 1.0
 */
void
cadre_issue_list_add (CadreIssueList *self, CadreIssue *issue)
{
  g_return_if_fail (CADRE_IS_ISSUE (issue));

  cadre_issue_list_add_fields (self, cadre_issue_get_code (issue), cadre_issue_get_severity (issue),
                               cadre_issue_get_message (issue), cadre_issue_get_origin (issue),
                               cadre_issue_get_subject (issue), cadre_issue_get_suggestion (issue));
}

/**
 * cadre_issue_list_get_issue:
 * @self: a #CadreIssueList
 * @position: which of the issues that have details, from 0
 *
 * Gets an issue. It is g_list_model_get_item() with a type.
 *
 * Returns: (transfer full) (nullable): the issue, or %NULL past the last one
 *
 * Since: 1.0
 */
CadreIssue *
cadre_issue_list_get_issue (CadreIssueList *self, guint position)
{
  const CadreStringTable *strings;
  const Detail *detail;

  g_return_val_if_fail (CADRE_IS_ISSUE_LIST (self), NULL);

  if (position >= self->details->len)
    return NULL;

  strings = self->strings;
  detail = &g_array_index (self->details, Detail, position);

  return cadre_issue_new (cadre_string_table_get (strings, detail->code), detail->severity,
                          cadre_string_table_get (strings, detail->message),
                          cadre_string_table_get (strings, detail->origin),
                          cadre_string_table_get (strings, detail->subject),
                          cadre_string_table_get (strings, detail->suggestion));
}

/**
 * cadre_issue_list_get_max_details:
 * @self: a #CadreIssueList
 *
 * Gets how many issues are kept in detail.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_issue_list_get_max_details (CadreIssueList *self)
{
  g_return_val_if_fail (CADRE_IS_ISSUE_LIST (self), 0);

  return self->max_details;
}

/**
 * cadre_issue_list_get_total:
 * @self: a #CadreIssueList
 *
 * Gets how many issues there are, those without details counted.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_issue_list_get_total (CadreIssueList *self)
{
  g_return_val_if_fail (CADRE_IS_ISSUE_LIST (self), 0);

  return self->total;
}

/**
 * cadre_issue_list_get_n_dropped:
 * @self: a #CadreIssueList
 *
 * Gets how many issues were counted and not kept: the "and so many more" that
 * ends a list of them.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_issue_list_get_n_dropped (CadreIssueList *self)
{
  g_return_val_if_fail (CADRE_IS_ISSUE_LIST (self), 0);

  return self->total - self->details->len;
}

/**
 * cadre_issue_list_get_count:
 * @self: a #CadreIssueList
 * @code: a code
 *
 * Gets how many issues have a code, those without details counted.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_issue_list_get_count (CadreIssueList *self, const char *code)
{
  const CodeCount *found;

  g_return_val_if_fail (CADRE_IS_ISSUE_LIST (self), 0);
  g_return_val_if_fail (code != NULL, 0);

  found = get_code_count (self, find_code (self, code), code);

  return found != NULL ? found->count : 0;
}

/**
 * cadre_issue_list_get_count_by_severity:
 * @self: a #CadreIssueList
 * @severity: how bad
 *
 * Gets how many issues are just as bad as that, those without details counted.
 *
 * Returns: the number
 *
 * Since: 1.0
 */
guint
cadre_issue_list_get_count_by_severity (CadreIssueList *self, CadreSeverity severity)
{
  g_return_val_if_fail (CADRE_IS_ISSUE_LIST (self), 0);
  g_return_val_if_fail (severity >= CADRE_SEVERITY_INFO && severity <= CADRE_SEVERITY_ERROR, 0);

  return self->n_by_severity[severity];
}

/**
 * cadre_issue_list_dup_codes:
 * @self: a #CadreIssueList
 *
 * Gets the codes of all issues, those without details counted, each once and in
 * the order of their bytes.
 *
 * Returns: (transfer full) (array zero-terminated=1): the codes
 *
 * Since: 1.0
 */
char **
cadre_issue_list_dup_codes (CadreIssueList *self)
{
  char **codes;

  g_return_val_if_fail (CADRE_IS_ISSUE_LIST (self), NULL);

  codes = g_new0 (char *, self->counts->len + 1);
  for (guint i = 0; i < self->counts->len; i++)
    codes[i] = g_strdup (g_array_index (self->counts, CodeCount, i).code);

  return codes;
}

/**
 * cadre_issue_list_has_errors:
 * @self: a #CadreIssueList
 *
 * Tells whether an issue is an error, those without details counted.
 *
 * Returns: %TRUE if so
 *
 * Since: 1.0
 */
gboolean
cadre_issue_list_has_errors (CadreIssueList *self)
{
  g_return_val_if_fail (CADRE_IS_ISSUE_LIST (self), TRUE);

  return self->n_by_severity[CADRE_SEVERITY_ERROR] > 0;
}
