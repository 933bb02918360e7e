/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-worklist
 * @Title: CadreWorklist
 * @Short_Description: All open questions of a case, and what waits for what
 *
 * A #CadreWorklist holds a #CadreWorkItem for each question that an outcome leaves open,
 * in the order of the outcomes: assignments, then positions. A position that is held
 * for a claim waits for the assignment whose claim it is; a claim waits for the claims of
 * others on the same post that are to be checked. What waits for an appeal about a post
 * waits for those who appeal. Of a post, 20 claims and 20 appeals are listed at most.
 */

#include "config.h"

#include "base/cadre-date-private.h"
#include "matching/explain/cadre-explain-private.h"
#include <cadre/cadre-matching-error.h>

#include <string.h>

#define MAX_CLAIMS 20 /* that are listed of one post, and appeals */

/**
 * CadreWorklist:
 *
 * All open questions of a case, and what waits for what.
 *
 * Since: 1.0
 */
struct _CadreWorklist
{
  GObject parent_instance;

  GPtrArray *items;        /* of CadreWorkItem */
  GHashTable *assignments; /* id -> the first item of an assignment; only looked up */
  GHashTable *posts;       /* id -> GPtrArray: the items of assignments that claim a post */
  GHashTable *appeals;     /* id -> GPtrArray: the items of appeals about a post */
};

static GType
cadre_worklist_get_item_type (GListModel *model)
{
  return CADRE_TYPE_WORK_ITEM;
}

static guint
cadre_worklist_get_n_items (GListModel *model)
{
  return CADRE_WORKLIST (model)->items->len;
}

static gpointer
cadre_worklist_model_get_item (GListModel *model, guint position)
{
  CadreWorklist *self = CADRE_WORKLIST (model);

  return position < self->items->len ? g_object_ref (self->items->pdata[position]) : NULL;
}

static void
cadre_worklist_model_init (GListModelInterface *iface)
{
  iface->get_item_type = cadre_worklist_get_item_type;
  iface->get_n_items = cadre_worklist_get_n_items;
  iface->get_item = cadre_worklist_model_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (CadreWorklist,
                               cadre_worklist,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, cadre_worklist_model_init))

static void
cadre_worklist_finalize (GObject *object)
{
  CadreWorklist *self = CADRE_WORKLIST (object);

  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_pointer (&self->assignments, g_hash_table_unref);
  g_clear_pointer (&self->posts, g_hash_table_unref);
  g_clear_pointer (&self->appeals, g_hash_table_unref);

  G_OBJECT_CLASS (cadre_worklist_parent_class)->finalize (object);
}

static void
cadre_worklist_class_init (CadreWorklistClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_worklist_finalize;
}

static void
cadre_worklist_init (CadreWorklist *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->assignments = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->posts =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
  self->appeals =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

static void
add_to_post (GHashTable *posts, const char *post, CadreWorkItem *item)
{
  GPtrArray *items = g_hash_table_lookup (posts, post);

  if (items == NULL)
    {
      items = g_ptr_array_new ();
      g_hash_table_insert (posts, g_strdup (post), items);
    }
  g_ptr_array_add (items, item);
}

/* The posts that somebody's appeals are about. */
static void
add_appeal (CadreWorklist *self, CadreOutcome *outcome, CadreWorkItem *item)
{
  const char *text = cadre_outcome_get_fact (outcome, "appeal-posts");
  g_auto (GStrv) posts = NULL;

  if (text == NULL || !g_str_equal (cadre_work_item_get_code (item), "appeal.open"))
    return;

  posts = g_strsplit (text, ", ", -1);
  for (guint i = 0; posts[i] != NULL; i++)
    add_to_post (self->appeals, posts[i], item);
}

/* The posts that an assignment is about: the one that it comes to, and those that
 * it has claims on. */
static void
claim_posts (CadreWorklist *self, CadreOutcome *outcome, CadreWorkItem *item)
{
  static const char *const names[] = { "posts", "contested-posts" };

  if (cadre_outcome_get_post_after (outcome) != NULL)
    add_to_post (self->posts, cadre_outcome_get_post_after (outcome), item);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *text = cadre_outcome_get_fact (outcome, names[i]);
      g_auto (GStrv) posts = text != NULL ? g_strsplit (text, ", ", -1) : NULL;

      for (guint k = 0; posts != NULL && posts[k] != NULL; k++)
        if (g_strcmp0 (posts[k], cadre_outcome_get_post_after (outcome)) != 0)
          add_to_post (self->posts, posts[k], item);
    }
}

/* One item for each question; what is looked up are those of assignments. */
static void
add_items (CadreWorklist *self, CadreCase *source, CadreOutcome *outcome)
{
  const char *const *codes = cadre_outcome_get_reasons (outcome);
  const char *assignment = cadre_outcome_get_assignment (outcome);
  const gboolean is_position =
    cadre_outcome_get_subject (outcome) == CADRE_OUTCOME_SUBJECT_POSITION;
  g_auto (GStrv) sentences = cadre_outcome_dup_sentences (outcome);

  for (guint i = 0; codes[i] != NULL && sentences[i] != NULL; i++)
    {
      const CadreReasonRule *rule = cadre_reason_rule_find (codes[i]);
      CadreWorkItem *item = NULL;

      if (!cadre_reason_is_open (codes[i]))
        continue;
      item = cadre_work_item_new (outcome, codes[i], sentences[i],
                                  rule != NULL ? rule->owner : CADRE_WORK_OWNER_HR_ADVISER,
                                  cadre_due_find (source, outcome, codes[i]));
      g_ptr_array_add (self->items, item);
      add_appeal (self, outcome, item);
      if (is_position || assignment == NULL ||
          g_hash_table_contains (self->assignments, assignment))
        continue;
      g_hash_table_insert (self->assignments, g_strdup (assignment), item);
      claim_posts (self, outcome, item);
    }
}

/* A position that is held waits for those who claim its post. */
static void
wait_for_claims (CadreWorklist *self, CadreWorkItem *item)
{
  static const char *const codes[] = { "position.claim-to-be-checked", "position.claim-unresolved",
                                       "position.offer" };
  CadreOutcome *outcome = cadre_work_item_get_outcome (item);
  const char *post = cadre_outcome_get_post (outcome);
  GPtrArray *claims = post != NULL ? g_hash_table_lookup (self->posts, post) : NULL;

  for (guint i = 0; claims != NULL && i < G_N_ELEMENTS (codes); i++)
    for (guint k = 0; g_str_equal (cadre_work_item_get_code (item), codes[i]) &&
                      k < MIN (claims->len, MAX_CLAIMS);
         k++)
      cadre_work_item_wait (item, claims->pdata[k]);
}

/* What waits for an appeal about the post waits for whoever decides it. */
static void
wait_for_appeals (CadreWorklist *self, CadreWorkItem *item)
{
  const char *code = cadre_work_item_get_code (item);
  const char *post = cadre_outcome_get_post_after (cadre_work_item_get_outcome (item));
  GPtrArray *appeals = post != NULL ? g_hash_table_lookup (self->appeals, post) : NULL;

  if (appeals == NULL ||
      (!g_str_equal (code, "appeal.post-waits") && !g_str_equal (code, "appeal.not-stated")))
    return;

  for (guint i = 0; i < MIN (appeals->len, MAX_CLAIMS); i++)
    cadre_work_item_wait (item, appeals->pdata[i]);
}

/* A position in which somebody is on trial is due when the trial ends; of several
 * the first, since it is not said who is in which position. */
static void
find_trials (CadreWorklist *self, CadreWorkItem *item)
{
  const char *post = cadre_outcome_get_post (cadre_work_item_get_outcome (item));
  GPtrArray *claims = post != NULL ? g_hash_table_lookup (self->posts, post) : NULL;
  guint32 due = CADRE_PACKED_DATE_OPEN;

  if (claims == NULL || !g_str_equal (cadre_work_item_get_code (item), "position.trial"))
    return;

  for (guint i = 0; i < MIN (claims->len, MAX_CLAIMS); i++)
    due =
      cadre_due_earlier (due, cadre_due_find_trial (cadre_work_item_get_outcome (claims->pdata[i]),
                                                    post));
  if (cadre_packed_date_is_known (due))
    cadre_work_item_set_due (item, due);
}

/* A claim waits for those of others on the same post that are to be checked. */
static void
wait_for_others (CadreWorklist *self, CadreWorkItem *item)
{
  const char *text = cadre_outcome_get_fact (cadre_work_item_get_outcome (item), "other-claimants");
  g_auto (GStrv) others = NULL;

  if (text == NULL || !g_str_equal (cadre_work_item_get_code (item), "claim.others-to-be-checked"))
    return;

  others = g_strsplit (text, ", ", -1);
  for (guint i = 0; others[i] != NULL; i++)
    {
      CadreWorkItem *other = g_hash_table_lookup (self->assignments, others[i]);

      if (other != NULL)
        cadre_work_item_wait (item, other);
    }
}

/**
 * cadre_worklist_new:
 * @outcomes: the outcomes of a case
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError, or %NULL
 *
 * Lists what is open. Linear in the outcomes, and in what waits for what.
 *
 * Returns: (transfer full): the list, or %NULL with @error set where it was cancelled
 *
 * Since: 1.0
 */
CadreWorklist *
cadre_worklist_new (CadreOutcomes *outcomes, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreWorklist) self = NULL;
  guint n = 0;

  g_return_val_if_fail (CADRE_IS_OUTCOMES (outcomes), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (CADRE_TYPE_WORKLIST, NULL);
  n = g_list_model_get_n_items (G_LIST_MODEL (outcomes));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreOutcome) outcome = NULL;

      if (i % 1024 == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      outcome = cadre_outcomes_get_outcome (outcomes, i);
      add_items (self, cadre_outcomes_get_case (outcomes), outcome);
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      wait_for_claims (self, self->items->pdata[i]);
      wait_for_others (self, self->items->pdata[i]);
      wait_for_appeals (self, self->items->pdata[i]);
      find_trials (self, self->items->pdata[i]);
    }

  return g_steal_pointer (&self);
}

/**
 * cadre_worklist_get_work_item:
 * @self: a #CadreWorklist
 * @position: the place in the list
 *
 * Gets an item.
 *
 * Returns: (transfer full) (nullable): the item, or %NULL past the last
 *
 * Since: 1.0
 */
CadreWorkItem *
cadre_worklist_get_work_item (CadreWorklist *self, guint position)
{
  g_return_val_if_fail (CADRE_IS_WORKLIST (self), NULL);

  return cadre_worklist_model_get_item (G_LIST_MODEL (self), position);
}

/**
 * cadre_worklist_count:
 * @self: a #CadreWorklist
 * @owner: who can settle them
 *
 * Counts the items that somebody can settle. O(n).
 *
 * Returns: how many
 *
 * Since: 1.0
 */
guint
cadre_worklist_count (CadreWorklist *self, CadreWorkOwner owner)
{
  guint n = 0;

  g_return_val_if_fail (CADRE_IS_WORKLIST (self), 0);

  for (guint i = 0; i < self->items->len; i++)
    n += cadre_work_item_get_owner (self->items->pdata[i]) == owner;

  return n;
}
