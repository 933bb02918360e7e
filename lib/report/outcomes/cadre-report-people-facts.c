/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is particular about the people of a case: secondments, and people with
 * several assignments. */

#include "config.h"

#include "report/cadre-values-private.h"
#include "report/outcomes/cadre-outcomes-view-private.h"
#include <cadre/cadre-enum-types.h>

/* Everything about a secondment but who is seconded. */
typedef struct
{
  guint32 post;
  guint32 home; /* code of the organisation */
  guint32 lead; /* code of the post */
  guint n;
} Secondment;

static Secondment
get_secondment (const CadreView *view, guint32 row)
{
  const CadreTable *table = cadre_tables_get (view->tables, CADRE_RECORD_KIND_ASSIGNMENT);

  return (Secondment){
    .post = cadre_table_reference (table, CADRE_FIELD_ASSIGNMENT_POST, row),
    .home = cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_HOME_ORGANISATION, row),
    .lead = cadre_table_code (table, CADRE_FIELD_ASSIGNMENT_PROFESSIONAL_LEAD, row),
    .n = 1,
  };
}

static char *
name_of_code (const CadreView *view, CadreRecordKind kind, guint32 code)
{
  guint32 row = code >= CADRE_STRING_FIRST
                  ? cadre_tables_find (view->tables, kind, cadre_tables_text (view->tables, code))
                  : CADRE_NO_ROW;

  return row != CADRE_NO_ROW ? cadre_view_name (view, kind, row)
                             : cadre_say (view->catalogue, "unknown");
}

/* Employer, line manager and professional lead are three answers. */
static void
add_secondment (CadreReport *report, const CadreView *view, const Secondment *secondment)
{
  guint32 manager = view->index->manager[secondment->post];
  g_autofree char *post = cadre_view_name (view, CADRE_RECORD_KIND_POST, secondment->post);
  g_autofree char *subject = cadre_view_subject (view, CADRE_RECORD_KIND_POST, secondment->post);
  g_autofree char *home = name_of_code (view, CADRE_RECORD_KIND_ORGANISATION, secondment->home);
  g_autofree char *lead = name_of_code (view, CADRE_RECORD_KIND_POST, secondment->lead);
  g_autofree char *boss = manager != CADRE_NO_ROW
                            ? cadre_view_name (view, CADRE_RECORD_KIND_POST, manager)
                            : cadre_say (view->catalogue, "unknown");
  g_autofree char *employer =
    manager != CADRE_NO_ROW
      ? cadre_view_reference (view, CADRE_RECORD_KIND_POST, manager, CADRE_FIELD_POST_EMPLOYER)
      : NULL;

  cadre_report_add_item (report,
                         cadre_phrase_n (view->catalogue, "fact.secondment", secondment->n, "post",
                                         post, "home", home, "manager", boss, "manager-employer",
                                         employer != NULL ? employer : "", "lead", lead, NULL),
                         subject);
}

/* Secondees of one post, home and lead are told together. Assignments are in
 * order of their ids, so a post's are found through the post. */
static void
add_secondments_of_post (CadreReport *report, const CadreView *view, guint32 post)
{
  const CadreTable *table = cadre_tables_get (view->tables, CADRE_RECORD_KIND_ASSIGNMENT);
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&view->index->assignments_of_post, post, &n);
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Secondment));

  for (guint32 i = 0; i < n; i++)
    {
      Secondment secondment = get_secondment (view, rows[i]);
      Secondment *last = found->len > 0 ? &g_array_index (found, Secondment, found->len - 1) : NULL;

      if (cadre_table_word (table, CADRE_FIELD_ASSIGNMENT_BASIS, rows[i]) != CADRE_BASIS_SECONDMENT)
        continue;
      if (last != NULL && last->home == secondment.home && last->lead == secondment.lead)
        last->n++;
      else
        g_array_append_val (found, secondment);
    }

  for (guint i = 0; i < found->len; i++)
    add_secondment (report, view, &g_array_index (found, Secondment, i));
}

/* The other assignments of a person. One person is told once, with the first of
 * them. */
static void
add_person (CadreReport *report, const CadreOutcomesView *self, const char *person)
{
  g_autoptr (GListModel) outcomes = cadre_outcomes_list_for_person (self->outcomes, person);
  guint n = g_list_model_get_n_items (outcomes);
  g_autoptr (GString) text = g_string_new (NULL);

  if (n < 2)
    return;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreOutcome) outcome = g_list_model_get_item (outcomes, i);
      g_autofree char *name = cadre_outcomes_view_post_before (self, outcome);
      g_autofree char *fate = cadre_outcomes_view_hides (self, outcome)
                                ? cadre_say (self->catalogue, "redaction.not-shown")
                                : cadre_outcomes_view_fate (self, outcome);

      cadre_append_part (text, " ",
                         cadre_phrase (self->catalogue, "fact.of-several", "post", name, "fate",
                                       fate, NULL));
    }

  cadre_report_add_item (report,
                         cadre_phrase_n (self->catalogue,
                                         self->is_full ? "fact.several-assignments-of"
                                                       : "fact.several-assignments",
                                         n, "person", person, "assignments", text->str, NULL),
                         NULL);
}

static void
add_people_with_several (CadreReport *report, const CadreOutcomesView *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_several = 0;

  for (guint i = 0; i < self->assignments->len; i++)
    {
      const char *person = cadre_outcome_get_person (g_ptr_array_index (self->assignments, i));
      g_autoptr (GListModel) outcomes = NULL;

      if (person == NULL || !g_hash_table_add (seen, (gpointer) person))
        continue;
      if (self->shows_assignments)
        {
          add_person (report, self, person);
          continue;
        }
      outcomes = cadre_outcomes_list_for_person (self->outcomes, person);
      n_several += g_list_model_get_n_items (outcomes) > 1;
    }

  if (n_several > 0)
    cadre_report_add_item (report,
                           cadre_phrase_n (report->catalogue, "fact.people-with-several", n_several,
                                           NULL),
                           NULL);
}

/* How many positions of new posts have an outcome of each kind. */
static guint
count_created (const CadreOutcomesView *self, guint *counts)
{
  CadreDiff *diff = self->changes->diff;
  guint n = 0;

  for (guint i = 0; i < self->positions->len; i++)
    {
      CadreOutcome *outcome = g_ptr_array_index (self->positions, i);
      const char *post = cadre_outcome_get_post_after (outcome);

      if (post == NULL || cadre_diff_get_status_after (diff, post) != CADRE_POST_STATUS_NEW)
        continue;
      counts[cadre_outcome_get_kind (outcome)]++;
      n++;
    }

  return n;
}

/* Positions that are created, by what becomes of them. */
static void
add_created (CadreReport *report, const CadreOutcomesView *self)
{
  guint counts[CADRE_OUTCOME_KIND_DELETED + 1] = { 0 };
  guint n = count_created (self, counts);
  g_autoptr (GString) parts = g_string_new (NULL);

  if (n == 0)
    return;

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *number = cadre_catalogue_number (self->catalogue, counts[i]);
      g_autofree char *fate = NULL;

      if (counts[i] == 0)
        continue;
      fate = cadre_view_word (self->catalogue, "positions", CADRE_TYPE_OUTCOME_KIND, (int) i);
      cadre_append_part (parts, "; ", g_strdup_printf ("%s %s", number, fate));
    }
  cadre_report_add_item (report,
                         cadre_phrase_n (self->catalogue, "fact.created", n, "parts", parts->str,
                                         NULL),
                         NULL);
}

void
cadre_report_add_people_facts (CadreReport *self, const CadreOutcomesView *view)
{
  add_created (self, view);
  for (guint32 i = 0; i < view->before->index->n_posts; i++)
    add_secondments_of_post (self, view->before, view->before->index->walk[i]);
  add_people_with_several (self, view);
}
