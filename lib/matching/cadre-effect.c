/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which events stand, and what policies and scope they leave. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "matching/cadre-effect-private.h"
#include "structure/cadre-tables-structure-private.h"
#include <cadre/cadre-policy.h>

#include <string.h>

typedef struct
{
  CadreCase *source;
  GPtrArray *entries; /* (element-type CadreLogEntry): of the source */
  guint8 *is_out;     /* by event */
  CadreIssueList *issues;
} Effect;

void
cadre_effect_report (CadreIssueList *issues, guint event, const char *code, const char *message)
{
  g_autofree char *origin = g_strdup_printf ("/log/%u", event);

  cadre_issue_list_add_fields (issues, code, CADRE_SEVERITY_WARNING, message, origin, NULL, NULL);
}

static CadreLogEntry *
get_entry (const Effect *self, guint event)
{
  return self->entries->pdata[event];
}

/* From the last to the first, since an appeal can settle an earlier appeal. */
static void
strike_by_appeals (Effect *self)
{
  for (guint i = self->entries->len; i > 0; i--)
    {
      CadreLogEntry *entry = get_entry (self, i - 1);

      if (entry->kind != CADRE_LOG_KIND_APPEAL_DECIDED || entry->upheld != CADRE_TRUTH_TRUE ||
          self->is_out[i - 1] || entry->settles < 0)
        continue;
      if ((guint) entry->settles < i)
        self->is_out[entry->settles - 1] = TRUE;
      else
        cadre_effect_report (self->issues, i - 1, "matching.log.unknown-event-number",
                             "The entry names an event that does not come before it");
    }
}

/* The stage whose cut-off an event keeps to. */
static CadreStage
find_stage (CadreLogEntry *entry)
{
  switch ((guint) entry->kind)
    {
    case CADRE_LOG_KIND_JUDGEMENT:
    case CADRE_LOG_KIND_GRADING:
      return CADRE_STAGE_SLOTTING_IN;
    case CADRE_LOG_KIND_RESULT:
    case CADRE_LOG_KIND_INTEREST:
    case CADRE_LOG_KIND_SCORE:
    case CADRE_LOG_KIND_OFFER:
      return entry->stage;
    default:
      return CADRE_STAGE_NONE;
    }
}

/* Whether all days that the one date may be are after those of the other. */
static gboolean
is_later (const CadreDate *date, const CadreDate *other)
{
  g_autoptr (CadreDate) first = cadre_date_dup_first_day (date);
  g_autoptr (CadreDate) last = cadre_date_dup_last_day (other);

  return cadre_date_compare (first, last) > 0;
}

static void
strike_late (Effect *self)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      CadreLogEntry *entry = get_entry (self, i);
      const CadreDate *cut_off = self->source->cut_offs[find_stage (entry)];

      if (cut_off == NULL || entry->date == NULL || !is_later (entry->date, cut_off) ||
          self->is_out[i])
        continue;
      self->is_out[i] = TRUE;
      cadre_effect_report (self->issues, i, "matching.log.after-cut-off",
                           "The event is later than the cut-off of its stage, and does not count");
    }
}

/* Whether a judgement is about the post whose job description is revised. */
static gboolean
is_about_revised (CadreLogEntry *entry, CadreLogEntry *revision)
{
  const gboolean is_before = revision->side == CADRE_LOG_SIDE_BEFORE;

  if (entry->kind == CADRE_LOG_KIND_JUDGEMENT)
    return g_strcmp0 (is_before ? entry->before : entry->after, revision->post) == 0;

  return !is_before && entry->kind == CADRE_LOG_KIND_SUITABILITY &&
         g_strcmp0 (entry->post, revision->post) == 0;
}

/* The last revision of each post stands for the earlier ones. */
static void
strike_lapsed (Effect *self)
{
  g_autoptr (GHashTable) revised = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = self->entries->len; i > 0; i--)
    {
      CadreLogEntry *entry = get_entry (self, i - 1);
      const char *posts[] = { entry->before, entry->after, entry->post };

      if (entry->kind == CADRE_LOG_KIND_JOB_DESCRIPTION_REVISED && !self->is_out[i - 1])
        g_hash_table_insert (revised, g_strdup_printf ("%d %s", entry->side, entry->post), entry);
      for (guint j = 0; j < 3 * 2 && !self->is_out[i - 1]; j++)
        {
          g_autofree char *key = g_strdup_printf ("%u %s", 1 + j % 2, posts[j / 2]);
          CadreLogEntry *revision = g_hash_table_lookup (revised, key);

          if (revision == NULL || !is_about_revised (entry, revision))
            continue;
          /* The engine knows of the claim that a judgement made, and lets it stay open. */
          self->is_out[i - 1] = entry->kind != CADRE_LOG_KIND_JUDGEMENT;
          cadre_effect_report (self->issues, i - 1, "matching.log.lapsed",
                               "The job description was revised later: it is to be judged anew");
        }
    }
}

/* A log of as many events; those that do not stand are blank. */
static CadreLog *
make_log (const Effect *self)
{
  CadreLog *log = cadre_log_new ();

  for (guint i = 0; i < self->entries->len; i++)
    {
      g_autoptr (CadreLogEntry) blank =
        self->is_out[i] ? g_object_new (CADRE_TYPE_LOG_ENTRY, NULL) : NULL;

      cadre_log_take (log, blank != NULL ? blank : get_entry (self, i), NULL);
    }

  return log;
}

/* A value as policies take it: words without quotes, lists with commas. */
static char *
dup_value (const char *canonical)
{
  GString *text = g_string_new (NULL);
  gboolean is_quoted = FALSE;

  for (const char *c = canonical; *c != '\0'; c++)
    {
      if (*c == '"')
        is_quoted = !is_quoted;
      else if (is_quoted || strchr ("[]", *c) == NULL)
        g_string_append_c (text, *c);
    }

  return g_string_free (text, FALSE);
}

/* Where the policy stands in the case, or -1. */
static int
find_policy (GListStore *policies, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (policies)); i++)
    {
      g_autoptr (CadrePolicy) policy = g_list_model_get_item (G_LIST_MODEL (policies), i);

      if (g_strcmp0 (cadre_policy_get_name (policy), name) == 0)
        return (int) i;
    }

  return -1;
}

static void
amend_policy (Effect *self, CadreCase *effect, guint event)
{
  CadreLogEntry *entry = get_entry (self, event);
  const int found = find_policy (effect->policies, entry->policy);
  g_autofree char *value = dup_value (entry->value);
  g_autoptr (CadrePolicy) policy = NULL;
  g_autoptr (CadrePolicy) amended = NULL;

  if (found < 0)
    {
      cadre_effect_report (self->issues, event, "matching.log.unknown-policy",
                           "The entry names a policy that the case does not have");
      return;
    }

  policy = g_list_model_get_item (G_LIST_MODEL (effect->policies), (guint) found);
  amended = cadre_policy_with_parameter (policy, entry->parameter, value, entry->clause, NULL);
  if (amended != NULL)
    g_list_store_splice (effect->policies, (guint) found, 1, (gpointer *) &amended, 1);
  else
    cadre_effect_report (self->issues, event, "matching.log.amendment",
                         "The policy cannot have that parameter, or not with that value");
}

static void
append_ids (GPtrArray *ids, CadreStructure *structure)
{
  const CadreTable *posts = NULL;
  const CadreTables *tables = NULL;

  if (structure == NULL)
    return;

  tables = cadre_structure_get_tables (structure);
  posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST);
  for (guint32 i = 0; i < posts->n_rows; i++)
    g_ptr_array_add (ids, g_strdup (cadre_tables_id (tables, CADRE_RECORD_KIND_POST, i)));
}

/* The posts in scope: all of them, where the case does not say which. */
static GPtrArray *
list_scope (CadreCase *effect)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; effect->scope != NULL && effect->scope[i] != NULL; i++)
    g_ptr_array_add (ids, g_strdup (effect->scope[i]));
  if (effect->scope == NULL)
    {
      append_ids (ids, effect->before);
      append_ids (ids, effect->after);
    }

  return ids;
}

static gboolean
is_listed (char **ids, const char *id)
{
  return ids != NULL && g_strv_contains ((const char *const *) ids, id);
}

/* Where everything is in scope, nothing can come in. */
static void
change_scope (CadreCase *effect, CadreLogEntry *entry)
{
  g_autoptr (GPtrArray) ids = NULL;
  GPtrArray *kept = NULL;

  if (effect->scope == NULL && entry->posts_out == NULL)
    return;

  ids = list_scope (effect);
  kept = g_ptr_array_new ();
  for (guint i = 0; i < ids->len; i++)
    if (!is_listed (entry->posts_out, ids->pdata[i]) && !is_listed (entry->posts_in, ids->pdata[i]))
      g_ptr_array_add (kept, g_strdup (ids->pdata[i]));
  for (guint i = 0; entry->posts_in != NULL && entry->posts_in[i] != NULL; i++)
    g_ptr_array_add (kept, g_strdup (entry->posts_in[i]));
  g_ptr_array_add (kept, NULL);

  g_strfreev (effect->scope);
  effect->scope = (char **) g_ptr_array_free (kept, FALSE);
}

static void
apply_process (Effect *self, CadreCase *effect)
{
  for (guint i = 0; i < self->entries->len; i++)
    {
      CadreLogEntry *entry = get_entry (self, i);

      if (self->is_out[i])
        continue;
      if (entry->kind == CADRE_LOG_KIND_POLICY_AMENDED)
        amend_policy (self, effect, i);
      if (entry->kind == CADRE_LOG_KIND_SCOPE_CHANGED)
        change_scope (effect, entry);
    }
}

CadreCase *
cadre_case_take_effect (CadreCase *self,
                        CadreIssueList *issues,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (CadreCase) effect = NULL;
  g_autofree guint8 *is_out = NULL;
  Effect work = { self, NULL, NULL, issues };

  if (self->log == NULL || self->log->entries->len == 0)
    return g_object_ref (self);

  effect = cadre_case_copy (self);
  work.entries = self->log->entries;
  work.is_out = is_out = g_new0 (guint8, work.entries->len);
  strike_by_appeals (&work);
  strike_late (&work);
  strike_lapsed (&work);
  apply_process (&work, effect);
  g_clear_object (&effect->log);
  effect->log = make_log (&work);

  return cadre_effect_apply_facts (effect, issues, cancellable, error) ? g_steal_pointer (&effect)
                                                                       : NULL;
}
