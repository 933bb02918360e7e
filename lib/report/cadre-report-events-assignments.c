/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What an event says of assignments: by their references, or tokens, as the readers may see them,
 * and never by a name. What a post that goes or comes says already, and that the same name stands
 * under another reference, is counted and not told post by post. */

#include "config.h"

#include "report/cadre-report-diff-private.h"
#include "report/cadre-values-private.h"
#include <cadre/cadre-enum-types.h>

static gboolean
is_of_person (CadreChange *change)
{
  return cadre_change_get_record_kind (change) == CADRE_RECORD_KIND_ASSIGNMENT &&
         g_strcmp0 (cadre_change_get_field (change), "person") == 0;
}

static const char *
get_person_name (const CadreView *view, const char *id)
{
  const guint32 row =
    id != NULL ? cadre_tables_find (view->tables, CADRE_RECORD_KIND_PERSON, id) : CADRE_NO_ROW;

  return row < CADRE_AMBIGUOUS_ROW
           ? cadre_tables_text (view->tables,
                                cadre_table_code (cadre_tables_get (view->tables,
                                                                    CADRE_RECORD_KIND_PERSON),
                                                  CADRE_FIELD_PERSON_NAME, row))
           : NULL;
}

/* Lists number people anew: another reference is then no other person. */
static gboolean
has_same_name (const CadreComparison *self, CadreChange *change)
{
  const char *before = get_person_name (self->before, cadre_change_get_before_text (change));

  return is_of_person (change) && before != NULL &&
         g_strcmp0 (before, get_person_name (self->after, cadre_change_get_after_text (change))) ==
           0;
}

static gboolean
is_ended (const CadreComparison *self, CadreChange *change)
{
  return cadre_change_get_kind (change) == CADRE_CHANGE_KIND_ASSIGNMENT_ENDED;
}

static gboolean
is_created (const CadreComparison *self, CadreChange *change)
{
  return cadre_change_get_kind (change) == CADRE_CHANGE_KIND_ASSIGNMENT_CREATED;
}

static gboolean
are_all (const CadreComparison *self,
         CadreChangeEvent *event,
         gboolean (*is_so) (const CadreComparison *self, CadreChange *change))
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (event));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CadreChange) change = cadre_change_event_get_change (event, i);

      if (!is_so (self, change))
        return FALSE;
    }

  return n > 0;
}

gboolean
cadre_comparison_count_assignments (const CadreComparison *self,
                                    CadreChangeEvent *event,
                                    CadreAssignmentCounts *counts)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (event));
  const gboolean was_there = cadre_change_event_get_id_before (event) != NULL;
  const gboolean is_there = cadre_change_event_get_id_after (event) != NULL;

  if (was_there && !is_there && are_all (self, event, is_ended))
    counts->n_of_deleted += n;
  else if (is_there && !was_there && are_all (self, event, is_created))
    counts->n_of_created += n;
  else if (are_all (self, event, has_same_name))
    counts->n_same_name += n;
  else
    return FALSE;

  return TRUE;
}

static void
add_count (CadreReport *report, const char *code, guint n)
{
  if (n == 0)
    return;

  cadre_report_add_node (report, 0, cadre_phrase_n (report->catalogue, code, n, NULL), NULL, NULL);
}

void
cadre_report_add_counted_assignments (CadreReport *self, const CadreAssignmentCounts *counts)
{
  add_count (self, "events.assignments-of-deleted", counts->n_of_deleted);
  add_count (self, "events.assignments-of-created", counts->n_of_created);
  add_count (self, "events.assignments-same-name", counts->n_same_name);
}

static char *
say_or_unknown (const CadreComparison *self, const char *text)
{
  return text != NULL ? g_strdup (text) : cadre_say (self->catalogue, "unknown");
}

/* "Person: from P1 to P2", by the references. */
static char *
say_person (const CadreComparison *self, CadreChange *change, const char *what)
{
  g_autofree char *before = say_or_unknown (self, cadre_change_get_before_text (change));
  g_autofree char *after = say_or_unknown (self, cadre_change_get_after_text (change));

  if (has_same_name (self, change))
    return cadre_say (self->catalogue, "events.same-name");

  return cadre_phrase (self->catalogue, "change.from-to", "what", what, "before", before, "after",
                       after, NULL);
}

/* What is another of an assignment that is there before and after. */
static char *
say_change (const CadreComparison *self, CadreChange *change)
{
  g_autofree char *what = cadre_comparison_what (self, change);
  const CadreRecordKind kind = cadre_change_get_record_kind (change);

  if (is_of_person (change))
    return say_person (self, change, what);
  if (kind == CADRE_RECORD_KIND_ASSIGNMENT && cadre_change_get_field (change) != NULL)
    return cadre_comparison_change_text (self, change, what);
  if (kind == CADRE_RECORD_KIND_ASSIGNMENT)
    return g_steal_pointer (&what);

  return cadre_say (self->catalogue, "record.absence"); /* nothing that it says is in a change */
}

static void
add_unnamed (const CadreComparison *self, GString *text, const char *code, guint n)
{
  if (n > 0)
    cadre_append_part (text, "; ", cadre_phrase_n (self->catalogue, code, n, NULL));
}

/* "newly listed: A4; A5: FTE: from 0.5 to 1"; those without a reference are counted. */
char *
cadre_comparison_say_assignments (const CadreComparison *self, CadreChangeEvent *event)
{
  GString *text = g_string_new (NULL);
  guint n_unnamed[2] = { 0, 0 };

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (event)); i++)
    {
      g_autoptr (CadreChange) change = cadre_change_event_get_change (event, i);
      g_autofree char *assignment = cadre_comparison_owner (self, change);
      g_autofree char *what = NULL;
      const gboolean comes = is_created (self, change);

      if ((comes || is_ended (self, change)) && *assignment == '\0')
        {
          n_unnamed[comes]++;
          continue;
        }
      if (comes || is_ended (self, change))
        {
          cadre_append_part (text, "; ",
                             cadre_phrase (self->catalogue,
                                           comes ? "events.assignment-created"
                                                 : "events.assignment-ended",
                                           "assignment", assignment, NULL));
          continue;
        }

      what = say_change (self, change);
      cadre_append_part (text, "; ",
                         *assignment == '\0'
                           ? g_steal_pointer (&what)
                           : cadre_phrase (self->catalogue, "change.of-record", "record",
                                           assignment, "what", what, NULL));
    }

  add_unnamed (self, text, "events.assignments-ended", n_unnamed[FALSE]);
  add_unnamed (self, text, "events.assignments-created", n_unnamed[TRUE]);
  return g_string_free (text, FALSE);
}
