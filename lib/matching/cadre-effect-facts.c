/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What happens to people meanwhile: structure before in, structure before out. The
 * same log makes the same structure. What happens after the date of the decision is
 * left out. */

#include "config.h"

#include "matching/cadre-effect-private.h"
#include <cadre/cadre-absence.h>
#include <cadre/cadre-assignment.h>
#include <cadre/cadre-person.h>
#include <cadre/cadre-structure-builder.h>

typedef struct
{
  CadreCase *effect;
  CadreStructureBuilder *builder;
  CadreDate *as_of;        /* (nullable) */
  GHashTable *assignments; /* id -> CadreAssignment, as it is by now */
  GHashTable *persons;     /* ids that events have added */
  GPtrArray *absences;     /* (element-type CadreAbsence), as they are by now */
  CadreIssueList *issues;
  guint event;
} Facts;

static gboolean
is_fact (CadreLogKind kind)
{
  return (kind >= CADRE_LOG_KIND_JOINER && kind <= CADRE_LOG_KIND_SECONDMENT_EXTENDED) ||
         kind == CADRE_LOG_KIND_TOLD;
}

/* The assignment as it is by now; NULL where it is not there, or where an entry that a
 * caller has made names none. */
static CadreAssignment *
find_assignment (Facts *self, const char *id)
{
  CadreAssignment *found = id != NULL ? g_hash_table_lookup (self->assignments, id) : NULL;

  if (found == NULL && id != NULL)
    {
      found = cadre_structure_find_assignment (self->effect->before, id);
      if (found != NULL)
        g_hash_table_insert (self->assignments, g_strdup (id), found);
    }
  if (found == NULL)
    cadre_effect_report (self->issues, self->event, "matching.log.unknown-assignment",
                         "The entry names an assignment that is not before");
  return found;
}

/* A period with another end. */
static CadrePeriod *
end_period (CadrePeriod *period, const CadreDate *last)
{
  g_autoptr (CadreDate) first = period != NULL ? cadre_period_dup_first (period) : NULL;
  const CadreBound bound =
    period != NULL ? cadre_period_get_first_bound (period) : CADRE_BOUND_OPEN;

  return cadre_period_new_full (bound, first, CADRE_BOUND_KNOWN, last);
}

static void
report_period (Facts *self)
{
  cadre_effect_report (self->issues, self->event, "matching.log.day-before-start",
                       "The day is before the assignment or the absence begins");
}

static gboolean
set_end (Facts *self, CadreAssignment *assignment, const CadreDate *last, GError **error)
{
  g_autoptr (CadrePeriod) period = cadre_assignment_get_period (assignment);
  g_autoptr (CadrePeriod) ended = end_period (period, last);

  if (ended == NULL)
    {
      report_period (self);
      return TRUE;
    }

  cadre_assignment_set_period (assignment, ended);
  return cadre_structure_builder_replace (self->builder, CADRE_RECORD (assignment), error);
}

/* Who joins after the date of the structure is in it from that date on: it is what
 * the change finds. */
static CadrePeriod *
start_period (const Facts *self, const CadreDate *first)
{
  const CadreDate *start = first;

  if (first == NULL)
    return NULL;
  if (self->as_of != NULL && cadre_date_compare (first, self->as_of) > 0)
    start = self->as_of;

  return cadre_period_new_full (CADRE_BOUND_KNOWN, start, CADRE_BOUND_OPEN, NULL);
}

static gboolean
add_person (Facts *self, const char *id, GError **error)
{
  g_autoptr (CadrePerson) known = cadre_structure_find_person (self->effect->before, id);
  g_autoptr (CadrePerson) person = NULL;

  if (known != NULL || g_hash_table_contains (self->persons, id))
    return TRUE;

  person = cadre_person_new (id);
  g_hash_table_add (self->persons, g_strdup (id));
  return cadre_structure_builder_add (self->builder, CADRE_RECORD (person), error);
}

static gboolean
is_new_assignment (Facts *self, CadreLogEntry *entry)
{
  g_autoptr (CadreAssignment) known =
    cadre_structure_find_assignment (self->effect->before, entry->assignment);
  g_autoptr (CadrePost) post = cadre_structure_find_post (self->effect->before, entry->post);

  if (known != NULL || g_hash_table_contains (self->assignments, entry->assignment))
    cadre_effect_report (self->issues, self->event, "matching.log.assignment-exists",
                         "The entry is of a joiner, and there is such an assignment already");
  else if (post == NULL)
    cadre_effect_report (self->issues, self->event, "matching.log.unknown-post",
                         "The entry names a post that is not before");
  else
    return TRUE;

  return FALSE;
}

static gboolean
apply_joiner (Facts *self, CadreLogEntry *entry, GError **error)
{
  g_autoptr (CadrePeriod) period = start_period (self, entry->first_day);
  g_autoptr (CadreFraction) fte = cadre_log_entry_get_fte (entry);
  CadreAssignment *assignment = NULL;

  if (!is_new_assignment (self, entry))
    return TRUE;
  if (!add_person (self, entry->person, error))
    return FALSE;

  assignment = cadre_assignment_new (entry->assignment);
  g_hash_table_insert (self->assignments, g_strdup (entry->assignment), assignment);
  cadre_assignment_set_person (assignment, entry->person);
  cadre_assignment_set_post (assignment, entry->post);
  cadre_assignment_set_basis (assignment, entry->basis != CADRE_BASIS_UNKNOWN
                                            ? entry->basis
                                            : CADRE_BASIS_SUBSTANTIVE);
  cadre_assignment_set_contract (assignment, entry->contract);
  cadre_assignment_set_fte (assignment, fte);
  if (period != NULL)
    cadre_assignment_set_period (assignment, period);
  return cadre_structure_builder_add (self->builder, CADRE_RECORD (assignment), error);
}

static gboolean
apply_contract (Facts *self, CadreLogEntry *entry, GError **error)
{
  CadreAssignment *assignment = find_assignment (self, entry->assignment);
  g_autoptr (CadreFraction) fte = cadre_log_entry_get_fte (entry);

  if (assignment == NULL)
    return TRUE;

  if (entry->contract != CADRE_CONTRACT_UNKNOWN)
    cadre_assignment_set_contract (assignment, entry->contract);
  if (fte != NULL)
    cadre_assignment_set_fte (assignment, fte);
  if (entry->last_day != NULL)
    return set_end (self, assignment, entry->last_day, error);

  return cadre_structure_builder_replace (self->builder, CADRE_RECORD (assignment), error);
}

static gboolean
apply_end (Facts *self, CadreLogEntry *entry, const CadreDate *last, GError **error)
{
  CadreAssignment *assignment = find_assignment (self, entry->assignment);

  if (assignment == NULL)
    return TRUE;
  if (entry->kind != CADRE_LOG_KIND_LEAVER &&
      cadre_assignment_get_basis (assignment) == CADRE_BASIS_SUBSTANTIVE)
    {
      cadre_effect_report (self->issues, self->event, "matching.log.no-secondment",
                           "The entry is about a secondment, and the assignment is none");
      return TRUE;
    }

  return set_end (self, assignment, last, error);
}

/* The absences are looked for where the first event is about one. */
static void
list_absences (Facts *self)
{
  g_autoptr (GListModel) list = NULL;

  if (self->absences != NULL)
    return;

  self->absences = g_ptr_array_new_with_free_func (g_object_unref);
  list = cadre_structure_list_records (self->effect->before, CADRE_RECORD_KIND_ABSENCE);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (self->absences, g_list_model_get_item (list, i));
}

static gboolean
is_absence_of (CadreAbsence *absence, const char *assignment)
{
  return g_strcmp0 (cadre_absence_get_assignment (absence), assignment) == 0;
}

static gboolean
is_open (CadreAbsence *absence)
{
  g_autoptr (CadrePeriod) period = cadre_absence_get_period (absence);

  return period == NULL || cadre_period_get_last_bound (period) != CADRE_BOUND_KNOWN;
}

static gboolean
start_absence (Facts *self, CadreLogEntry *entry, GError **error)
{
  g_autoptr (CadrePeriod) period = start_period (self, entry->day);
  CadreAbsence *absence = NULL;

  if (find_assignment (self, entry->assignment) == NULL)
    return TRUE;

  list_absences (self);
  absence = cadre_absence_new ();
  cadre_absence_set_assignment (absence, entry->assignment);
  cadre_absence_set_period (absence, period);
  g_ptr_array_add (self->absences, absence);
  return cadre_structure_builder_add (self->builder, CADRE_RECORD (absence), error);
}

/* Who is back is not absent at the date of the structure: an absence that ends after
 * that date is taken away. */
static gboolean
end_absence (Facts *self, CadreLogEntry *entry, GError **error)
{
  guint n = 0;

  if (find_assignment (self, entry->assignment) == NULL)
    return TRUE;

  list_absences (self);
  for (guint i = self->absences->len; i > 0; i--)
    {
      CadreAbsence *absence = self->absences->pdata[i - 1];

      if (!is_absence_of (absence, entry->assignment) || !is_open (absence))
        continue;
      n++;
      if (!cadre_structure_builder_remove_record (self->builder, CADRE_RECORD (absence), error))
        return FALSE;
      g_ptr_array_remove_index (self->absences, i - 1);
    }

  if (n == 0)
    cadre_effect_report (self->issues, self->event, "matching.log.no-absence",
                         "The entry ends an absence, and there is none");
  return TRUE;
}

/* Who is absent and has been told is recorded as told. */
static gboolean
tell (Facts *self, CadreLogEntry *entry, GError **error)
{
  if (find_assignment (self, entry->assignment) == NULL)
    return TRUE;

  list_absences (self);
  for (guint i = 0; i < self->absences->len; i++)
    {
      CadreAbsence *absence = self->absences->pdata[i];

      if (!is_absence_of (absence, entry->assignment) ||
          cadre_absence_get_notified (absence) == CADRE_TRUTH_TRUE)
        continue;
      if (!cadre_structure_builder_remove_record (self->builder, CADRE_RECORD (absence), error))
        return FALSE;
      cadre_absence_set_notified (absence, CADRE_TRUTH_TRUE);
      if (!cadre_structure_builder_add (self->builder, CADRE_RECORD (absence), error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
apply_fact (Facts *self, CadreLogEntry *entry, GError **error)
{
  switch ((guint) entry->kind)
    {
    case CADRE_LOG_KIND_JOINER:
      return apply_joiner (self, entry, error);
    case CADRE_LOG_KIND_CONTRACT_CHANGED:
      return apply_contract (self, entry, error);
    case CADRE_LOG_KIND_ABSENCE_STARTED:
      return start_absence (self, entry, error);
    case CADRE_LOG_KIND_ABSENCE_ENDED:
      return end_absence (self, entry, error);
    case CADRE_LOG_KIND_TOLD:
      return tell (self, entry, error);
    case CADRE_LOG_KIND_SECONDMENT_EXTENDED:
      return apply_end (self, entry, entry->last_day, error);
    case CADRE_LOG_KIND_LEAVER:
    case CADRE_LOG_KIND_SECONDMENT_ENDED:
    default:
      return apply_end (self, entry, entry->day, error);
    }
}

/* Whether it happened by the date of the decision. Who leaves later was in post at that
 * date: the stages see to it. */
static gboolean
is_in_time (Facts *self, CadreLogEntry *entry)
{
  const CadreDate *decision = self->effect->decision_date;

  if (decision == NULL || entry->date == NULL || cadre_date_compare (entry->date, decision) <= 0)
    return TRUE;
  if (entry->kind == CADRE_LOG_KIND_LEAVER)
    return FALSE;

  cadre_effect_report (self->issues, self->event, "matching.log.after-decision",
                       "The event is later than the date of the decision, and changes nothing");
  return FALSE;
}

static gboolean
apply_all (Facts *self, GPtrArray *entries, GError **error)
{
  for (guint i = 0; i < entries->len; i++)
    {
      CadreLogEntry *entry = entries->pdata[i];

      self->event = i;
      if (is_fact (entry->kind) && is_in_time (self, entry) && !apply_fact (self, entry, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_facts (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++)
    if (is_fact (((CadreLogEntry *) entries->pdata[i])->kind))
      return TRUE;

  return FALSE;
}

static CadreStructure *
build (Facts *self, GPtrArray *entries, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreLimits) limits = cadre_limits_new_trusted_large ();

  self->builder = cadre_structure_builder_new_for_structure (self->effect->before, error);
  if (self->builder == NULL || !apply_all (self, entries, error))
    return NULL;

  /* It has been read within the limits once. */
  return cadre_structure_builder_build (self->builder, limits, cancellable, error);
}

gboolean
cadre_effect_apply_facts (CadreCase *effect,
                          CadreIssueList *issues,
                          GCancellable *cancellable,
                          GError **error)
{
  GPtrArray *entries = effect->log->entries;
  g_autoptr (GHashTable) assignments =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  g_autoptr (GHashTable) persons = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Facts facts = {
    .effect = effect, .assignments = assignments, .persons = persons, .issues = issues
  };
  CadreStructure *before = NULL;

  if (effect->before == NULL || !has_facts (entries))
    return TRUE;

  facts.as_of = effect->before_date != NULL ? cadre_date_copy (effect->before_date)
                                            : cadre_structure_get_as_of (effect->before);
  before = build (&facts, entries, cancellable, error);
  g_clear_object (&facts.builder);
  g_clear_pointer (&facts.as_of, cadre_date_free);
  g_clear_pointer (&facts.absences, g_ptr_array_unref);
  if (before == NULL)
    return FALSE;

  g_object_unref (effect->before);
  effect->before = before;
  return TRUE;
}
