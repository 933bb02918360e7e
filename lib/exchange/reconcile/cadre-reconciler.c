/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-reconciler
 * @Title: CadreReconciler
 * @Short_Description: Puts lists of one establishment side by side
 *
 * A #CadreReconciler compares two or three lists of the same establishment, such as
 * those of human resources, of payroll, of the budget and of the managers. Each list
 * is a structure. Unlike a #CadreDiff, which says what changes from one day to
 * another, it takes no list to be the right one.
 *
 * Records belong together by a key: the id, another field, or an attribute such as
 * a position number; or by pairs that somebody gives. Where a list has a key twice,
 * nothing is picked: the row says that it is ambiguous, and has all of the records.
 *
 * # Fields # {#cadre-reconciler-fields}
 *
 * A field has the name that it has in documents, or is `attribute:` with the name of
 * an attribute. Of assignments the fields of their post can be compared too. Some are
 * worked out: `manager` from the lines at the as-of date, `fte` from hours where it is
 * not stated, and of posts `person`, the ids of those who are in it. Where something
 * is referred to, the ids or the names have to be equal; of posts and persons only the
 * ids, since titles and names are not unique, save that managers are the same also
 * where their posts were found to be.
 *
 * What a list does not state does not contradict another. A list says nothing of a
 * field that has its default in all of its records, such as one position for each
 * post.
 */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "exchange/reconcile/cadre-reconcile-private.h"
#include <cadre/cadre-enum-types.h>
#include <cadre/cadre-exchange-error.h>
#include <cadre/cadre-pair.h>

struct _CadreReconciler
{
  GObject parent_instance;

  CadreRecordKind record_kind;
  char *key;
  char **fields;           /* (nullable) */
  char **labels;           /* (nullable) */
  GListModel *pairs;       /* (nullable) (element-type CadrePair) */
  GListModel *third_pairs; /* (nullable) (element-type CadrePair) */
};

enum
{
  PROP_RECORD_KIND = 1,
  PROP_KEY,
  PROP_FIELDS,
  PROP_LABELS,
  PROP_PAIRS,
  PROP_THIRD_PAIRS,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/**
 * CadreReconciler:
 *
 * How lists are to be put side by side.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreReconciler, cadre_reconciler, G_TYPE_OBJECT)

static void
cadre_reconciler_finalize (GObject *object)
{
  CadreReconciler *self = CADRE_RECONCILER (object);

  g_clear_pointer (&self->key, g_free);
  g_clear_pointer (&self->fields, g_strfreev);
  g_clear_pointer (&self->labels, g_strfreev);
  g_clear_object (&self->pairs);
  g_clear_object (&self->third_pairs);

  G_OBJECT_CLASS (cadre_reconciler_parent_class)->finalize (object);
}

static void
cadre_reconciler_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  CadreReconciler *self = CADRE_RECONCILER (object);

  switch (prop_id)
    {
    case PROP_RECORD_KIND:
      g_value_set_enum (value, (int) self->record_kind);
      break;
    case PROP_KEY:
      g_value_set_string (value, self->key);
      break;
    case PROP_FIELDS:
      g_value_set_boxed (value, self->fields);
      break;
    case PROP_LABELS:
      g_value_set_boxed (value, self->labels);
      break;
    case PROP_PAIRS:
      g_value_set_object (value, self->pairs);
      break;
    case PROP_THIRD_PAIRS:
      g_value_set_object (value, self->third_pairs);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
cadre_reconciler_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  CadreReconciler *self = CADRE_RECONCILER (object);

  switch (prop_id)
    {
    case PROP_RECORD_KIND:
      cadre_reconciler_set_record_kind (self, (CadreRecordKind) g_value_get_enum (value));
      break;
    case PROP_KEY:
      cadre_reconciler_set_key (self, g_value_get_string (value));
      break;
    case PROP_FIELDS:
      cadre_reconciler_set_fields (self, g_value_get_boxed (value));
      break;
    case PROP_LABELS:
      cadre_reconciler_set_labels (self, g_value_get_boxed (value));
      break;
    case PROP_PAIRS:
      cadre_reconciler_set_pairs (self, g_value_get_object (value));
      break;
    case PROP_THIRD_PAIRS:
      cadre_reconciler_set_third_pairs (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

#define FLAGS (G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS)

static void
cadre_reconciler_class_init (CadreReconcilerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = cadre_reconciler_finalize;
  object_class->get_property = cadre_reconciler_get_property;
  object_class->set_property = cadre_reconciler_set_property;

  /**
   * CadreReconciler:record-kind:
   *
   * What is put side by side: %CADRE_RECORD_KIND_POST or %CADRE_RECORD_KIND_ASSIGNMENT.
   *
   * Since: 1.0
   */
  props[PROP_RECORD_KIND] = g_param_spec_enum ("record-kind", NULL, NULL, CADRE_TYPE_RECORD_KIND,
                                               CADRE_RECORD_KIND_POST, FLAGS);

  /**
   * CadreReconciler:key:
   *
   * The field by which records belong together.
   *
   * Since: 1.0
   */
  props[PROP_KEY] = g_param_spec_string ("key", NULL, NULL, "id", FLAGS);

  /**
   * CadreReconciler:fields:
   *
   * The fields to compare; %NULL for those that are compared by default.
   *
   * Since: 1.0
   */
  props[PROP_FIELDS] = g_param_spec_boxed ("fields", NULL, NULL, G_TYPE_STRV, FLAGS);

  /**
   * CadreReconciler:labels:
   *
   * What the lists are called; %NULL for A, B and C.
   *
   * Since: 1.0
   */
  props[PROP_LABELS] = g_param_spec_boxed ("labels", NULL, NULL, G_TYPE_STRV, FLAGS);

  /**
   * CadreReconciler:pairs:
   *
   * Which record of the first list is which of the second, as #CadrePair.
   *
   * Since: 1.0
   */
  props[PROP_PAIRS] = g_param_spec_object ("pairs", NULL, NULL, G_TYPE_LIST_MODEL, FLAGS);

  /**
   * CadreReconciler:third-pairs:
   *
   * Which record of the first list is which of the third, as #CadrePair.
   *
   * Since: 1.0
   */
  props[PROP_THIRD_PAIRS] =
    g_param_spec_object ("third-pairs", NULL, NULL, G_TYPE_LIST_MODEL, FLAGS);

  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
cadre_reconciler_init (CadreReconciler *self)
{
  self->record_kind = CADRE_RECORD_KIND_POST;
  self->key = g_strdup ("id");
}

/**
 * cadre_reconciler_new:
 *
 * Makes a reconciler of posts by their ids.
 *
 * Returns: (transfer full): the reconciler
 *
 * Since: 1.0
 */
CadreReconciler *
cadre_reconciler_new (void)
{
  return g_object_new (CADRE_TYPE_RECONCILER, NULL);
}

/**
 * cadre_reconciler_get_record_kind:
 * @self: a #CadreReconciler
 *
 * Gets what is put side by side.
 *
 * Returns: the kind of record
 *
 * Since: 1.0
 */
CadreRecordKind
cadre_reconciler_get_record_kind (CadreReconciler *self)
{
  g_return_val_if_fail (CADRE_IS_RECONCILER (self), CADRE_RECORD_KIND_POST);

  return self->record_kind;
}

/**
 * cadre_reconciler_set_record_kind:
 * @self: a #CadreReconciler
 * @record_kind: %CADRE_RECORD_KIND_POST or %CADRE_RECORD_KIND_ASSIGNMENT
 *
 * Sets what is put side by side. Of another kind cadre_reconciler_run() says that
 * it has nothing to compare.
 *
 * Since: 1.0
 */
void
cadre_reconciler_set_record_kind (CadreReconciler *self, CadreRecordKind record_kind)
{
  g_return_if_fail (CADRE_IS_RECONCILER (self));
  g_return_if_fail ((guint) record_kind < CADRE_N_RECORD_KINDS);

  if (self->record_kind == record_kind)
    return;

  self->record_kind = record_kind;
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_RECORD_KIND]);
}

/**
 * cadre_reconciler_get_key:
 * @self: a #CadreReconciler
 *
 * Gets by which field records belong together.
 *
 * Returns: (transfer none): the name of a field
 *
 * Since: 1.0
 */
const char *
cadre_reconciler_get_key (CadreReconciler *self)
{
  g_return_val_if_fail (CADRE_IS_RECONCILER (self), NULL);

  return self->key;
}

/**
 * cadre_reconciler_set_key:
 * @self: a #CadreReconciler
 * @key: (nullable): the name of a field, or %NULL for the id
 *
 * Sets by which field records belong together.
 *
 * Since: 1.0
 */
void
cadre_reconciler_set_key (CadreReconciler *self, const char *key)
{
  g_autofree char *copy = NULL;

  g_return_if_fail (CADRE_IS_RECONCILER (self));

  if (key == NULL)
    key = "id";
  if (g_strcmp0 (self->key, key) == 0)
    return;

  copy = g_strdup (key);
  g_free (self->key);
  self->key = g_steal_pointer (&copy);
  g_object_notify_by_pspec (G_OBJECT (self), props[PROP_KEY]);
}

static void
set_texts (CadreReconciler *self, char ***place, const char *const *texts, guint prop)
{
  char **copy = NULL;

  if ((const char *const *) *place == texts)
    return;

  copy = g_strdupv ((char **) texts);
  g_strfreev (*place);
  *place = copy;
  g_object_notify_by_pspec (G_OBJECT (self), props[prop]);
}

/**
 * cadre_reconciler_get_fields:
 * @self: a #CadreReconciler
 *
 * Gets which fields are compared.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): the names, or
 *   %NULL for those that are compared by default
 *
 * Since: 1.0
 */
const char *const *
cadre_reconciler_get_fields (CadreReconciler *self)
{
  g_return_val_if_fail (CADRE_IS_RECONCILER (self), NULL);

  return (const char *const *) self->fields;
}

/**
 * cadre_reconciler_set_fields:
 * @self: a #CadreReconciler
 * @fields: (nullable) (array zero-terminated=1): the names, at most 64, or %NULL for
 *   those that are compared by default
 *
 * Sets which fields are compared, and in which order they are reported.
 *
 * Since: 1.0
 */
void
cadre_reconciler_set_fields (CadreReconciler *self, const char *const *fields)
{
  g_return_if_fail (CADRE_IS_RECONCILER (self));

  set_texts (self, &self->fields, fields, PROP_FIELDS);
}

/**
 * cadre_reconciler_get_labels:
 * @self: a #CadreReconciler
 *
 * Gets what the lists are called.
 *
 * Returns: (transfer none) (nullable) (array zero-terminated=1): a label for each
 *   list, or %NULL
 *
 * Since: 1.0
 */
const char *const *
cadre_reconciler_get_labels (CadreReconciler *self)
{
  g_return_val_if_fail (CADRE_IS_RECONCILER (self), NULL);

  return (const char *const *) self->labels;
}

/**
 * cadre_reconciler_set_labels:
 * @self: a #CadreReconciler
 * @labels: (nullable) (array zero-terminated=1): a label for each list, or %NULL
 *
 * Sets what the lists are called, such as HR, payroll and budget. A list without a
 * label is called A, B or C.
 *
 * Since: 1.0
 */
void
cadre_reconciler_set_labels (CadreReconciler *self, const char *const *labels)
{
  g_return_if_fail (CADRE_IS_RECONCILER (self));

  set_texts (self, &self->labels, labels, PROP_LABELS);
}

/**
 * cadre_reconciler_get_pairs:
 * @self: a #CadreReconciler
 *
 * Gets which record of the first list is said to be which of the second.
 *
 * Returns: (transfer none) (nullable): a list of #CadrePair, or %NULL
 *
 * Since: 1.0
 */
GListModel *
cadre_reconciler_get_pairs (CadreReconciler *self)
{
  g_return_val_if_fail (CADRE_IS_RECONCILER (self), NULL);

  return self->pairs;
}

/**
 * cadre_reconciler_set_pairs:
 * @self: a #CadreReconciler
 * @pairs: (nullable): a list of #CadrePair, or %NULL
 *
 * Sets which record of the first list is which of the second: the id before is that
 * in the first list, the id after that in the second. Only these ids of a pair count.
 * A record that is in a pair is not looked for by key in the other list.
 *
 * Since: 1.0
 */
void
cadre_reconciler_set_pairs (CadreReconciler *self, GListModel *pairs)
{
  g_return_if_fail (CADRE_IS_RECONCILER (self));
  g_return_if_fail (pairs == NULL || G_IS_LIST_MODEL (pairs));

  if (g_set_object (&self->pairs, pairs))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_PAIRS]);
}

/**
 * cadre_reconciler_get_third_pairs:
 * @self: a #CadreReconciler
 *
 * Gets which record of the first list is said to be which of the third.
 *
 * Returns: (transfer none) (nullable): a list of #CadrePair, or %NULL
 *
 * Since: 1.0
 */
GListModel *
cadre_reconciler_get_third_pairs (CadreReconciler *self)
{
  g_return_val_if_fail (CADRE_IS_RECONCILER (self), NULL);

  return self->third_pairs;
}

/**
 * cadre_reconciler_set_third_pairs:
 * @self: a #CadreReconciler
 * @third_pairs: (nullable): a list of #CadrePair, or %NULL
 *
 * Sets which record of the first list is which of the third, as
 * cadre_reconciler_set_pairs() does for the second.
 *
 * Since: 1.0
 */
void
cadre_reconciler_set_third_pairs (CadreReconciler *self, GListModel *third_pairs)
{
  g_return_if_fail (CADRE_IS_RECONCILER (self));
  g_return_if_fail (third_pairs == NULL || G_IS_LIST_MODEL (third_pairs));

  if (g_set_object (&self->third_pairs, third_pairs))
    g_object_notify_by_pspec (G_OBJECT (self), props[PROP_THIRD_PAIRS]);
}

static gboolean
add_fields (CadreReconciler *self, CadreReconciliation *result, GError **error)
{
  const char *const *names = self->fields != NULL
                               ? (const char *const *) self->fields
                               : cadre_reconcile_default_fields (self->record_kind);

  for (guint i = 0; names[i] != NULL; i++)
    {
      CadreReconcileField *field = i < CADRE_RECONCILE_MAX_FIELDS
                                     ? cadre_reconcile_field_new (self->record_kind, names[i])
                                     : NULL;

      if (field == NULL)
        {
          g_set_error (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_NOT_FOUND,
                       "Field %u to compare is none that the records have, or is one too many",
                       i + 1);
          return FALSE;
        }
      g_ptr_array_add (result->fields, field);
    }

  result->key = cadre_reconcile_field_new (self->record_kind, self->key);
  if (result->key != NULL)
    return TRUE;

  g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_NOT_FOUND,
                       "The key is no field that the records have");
  return FALSE;
}

/* What can be asked of the settings and the lists before anything is done. */
static gboolean
check (CadreReconciler *self, CadreReconciliation *result, GError **error)
{
  guint64 n = 0;

  for (guint side = 0; side < result->n_sides; side++)
    n += result->sides[side].n_rows;

  if (self->record_kind != CADRE_RECORD_KIND_POST &&
      self->record_kind != CADRE_RECORD_KIND_ASSIGNMENT)
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_UNSUPPORTED,
                           "Only posts and assignments can be reconciled");
      return FALSE;
    }
  if (n >= CADRE_AMBIGUOUS_ROW)
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_MEMORY,
                           "The lists have too many records to reconcile them");
      return FALSE;
    }

  return TRUE;
}

/**
 * cadre_reconciler_run:
 * @self: a #CadreReconciler
 * @first: a list
 * @second: another list of the same establishment
 * @third: (nullable): a third one, or %NULL
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Puts the lists side by side. Each record of each list is in exactly one row of the
 * result. A key or a field that the records do not have is
 * %CADRE_EXCHANGE_ERROR_NOT_FOUND.
 *
 * Takes time in proportion to the number of records, times that of the fields.
 *
 * Returns: (transfer full): the result, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreReconciliation *
cadre_reconciler_run (CadreReconciler *self,
                      CadreStructure *first,
                      CadreStructure *second,
                      CadreStructure *third,
                      GCancellable *cancellable,
                      GError **error)
{
  CadreStructure *structures[CADRE_RECONCILE_MAX_SIDES] = { first, second, third };
  g_autoptr (CadreReconciliation) result = NULL;

  g_return_val_if_fail (CADRE_IS_RECONCILER (self), NULL);
  g_return_val_if_fail (CADRE_IS_STRUCTURE (first), NULL);
  g_return_val_if_fail (CADRE_IS_STRUCTURE (second), NULL);
  g_return_val_if_fail (third == NULL || CADRE_IS_STRUCTURE (third), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  result = cadre_reconciliation_begin (self->record_kind, structures,
                                       third != NULL ? CADRE_RECONCILE_MAX_SIDES : 2,
                                       (const char *const *) self->labels);
  if (!check (self, result, error) || !add_fields (self, result, error) ||
      !cadre_reconcile_make_groups (result, self->pairs, self->third_pairs, error) ||
      !cadre_reconcile_judge (result, cancellable, error))
    return NULL;

  cadre_issue_list_seal (result->issues);
  return g_steal_pointer (&result);
}
