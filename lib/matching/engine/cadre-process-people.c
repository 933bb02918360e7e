/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What happens to one person in the process, out of the log: release, notice,
 * telling and decision. */

#include "config.h"

#include "matching/engine/cadre-takers-private.h"

/* Unless the person has volunteered again since. */
guint32
cadre_process_find_volunteer (const CadreEngine *self, int about)
{
  CadreLog *log = cadre_case_get_log (self->source);
  g_autoptr (CadreLogEntry) began = NULL;
  guint32 row = CADRE_NO_ROW;

  if (about < 1 || (guint) about > g_list_model_get_n_items (G_LIST_MODEL (log)))
    return CADRE_NO_ROW;

  began = cadre_log_get_entry (log, (guint) about - 1);
  if (began->assignment != NULL)
    row =
      cadre_side_find (&self->sides[CADRE_BEFORE], CADRE_RECORD_KIND_ASSIGNMENT, began->assignment);

  return row != CADRE_NO_ROW && self->process->releases[row].state != CADRE_RELEASE_NONE &&
             self->process->releases[row].first_entry == (guint) about - 1
           ? row
           : CADRE_NO_ROW;
}

/* The release that an event is about: named by the assignment, or by the event
 * that began it. */
static CadreReleaseRow *
find_release (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  guint32 row = CADRE_NO_ROW;

  if (event->assignment != NULL)
    {
      row = cadre_event_find_assignment (self, entry, event->assignment);
      return row != CADRE_NO_ROW ? &self->process->releases[row] : NULL;
    }

  row = cadre_process_find_volunteer (self, event->about);
  if (row != CADRE_NO_ROW)
    return &self->process->releases[row];

  cadre_event_report (self, entry, "matching.log.unknown-volunteer",
                      "The entry is about a volunteer that the log does not have");
  return NULL;
}

static CadreReleaseRow *
take_release (CadreEngine *self, guint entry, CadreLogEntry *event, CadreReleaseState state)
{
  CadreReleaseRow *release = find_release (self, entry, event);

  if (release == NULL)
    return NULL;
  if (release->state == CADRE_RELEASE_NONE || state == CADRE_RELEASE_ASKED)
    release->first_entry = entry;
  release->entry = entry;
  release->state = (guint8) state;
  return release;
}

gboolean
cadre_take_volunteer (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  CadreReleaseRow *release = take_release (self, entry, event, CADRE_RELEASE_ASKED);

  if (release != NULL)
    {
      release->freed_for = CADRE_NO_ROW;
      release->was_accepted = FALSE;
    }
  return TRUE;
}

gboolean
cadre_take_volunteer_accepted (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  CadreReleaseRow *release = take_release (self, entry, event, CADRE_RELEASE_ACCEPTED);

  if (release == NULL)
    return TRUE;

  release->was_accepted = TRUE;
  release->freed_for = CADRE_NO_ROW;
  if (event->freed_for != NULL)
    release->freed_for = cadre_event_find_assignment (self, entry, event->freed_for);
  release->conditional_until = cadre_date_pack (event->conditional_until);
  return TRUE;
}

gboolean
cadre_take_volunteer_refused (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  CadreReleaseRow *release = take_release (self, entry, event, CADRE_RELEASE_REFUSED);

  if (release != NULL)
    release->was_accepted = FALSE;
  if (release != NULL)
    release->reason = cadre_engine_keep (self, event->reason);
  return TRUE;
}

gboolean
cadre_take_volunteer_withdrawn (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  CadreReleaseRow *release = take_release (self, entry, event, CADRE_RELEASE_WITHDRAWN);

  if (release != NULL)
    release->withdrawn_on = cadre_date_pack (event->date);
  return TRUE;
}

/* Selection begins with the first score or result of somebody. */
gboolean
cadre_take_selection (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  guint32 row =
    cadre_side_find (&self->sides[CADRE_BEFORE], CADRE_RECORD_KIND_ASSIGNMENT, event->assignment);

  if (row != CADRE_NO_ROW && self->process->selected[row] == 0)
    self->process->selected[row] = entry + 1;
  return TRUE;
}

gboolean
cadre_take_bump_consented (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  CadrePairRow pair = { 0 };

  pair.assignment = cadre_event_find_assignment (self, entry, event->assignment);
  pair.post = cadre_event_find_assignment (self, entry, event->for_assignment);
  pair.entry = entry;
  return pair.assignment == CADRE_NO_ROW || pair.post == CADRE_NO_ROW ||
         cadre_vector_push (&self->process->consents, &pair);
}

gboolean
cadre_take_notice_issued (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  guint32 row = cadre_event_find_assignment (self, entry, event->assignment);
  CadreNoticeRow *notice = row != CADRE_NO_ROW ? &self->process->notices[row] : NULL;

  if (notice == NULL)
    return TRUE;

  notice->entry = entry;
  notice->first = cadre_date_pack (event->first_day);
  notice->last = cadre_date_pack (event->last_day);
  notice->is_given = TRUE;
  return TRUE;
}

gboolean
cadre_take_notice_withdrawn (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  for (guint32 row = 0; row < self->sides[CADRE_BEFORE].n_assignments; row++)
    if (self->process->notices[row].is_given && event->about > 0 &&
        self->process->notices[row].entry == (guint) event->about - 1)
      {
        self->process->notices[row].is_given = FALSE;
        return TRUE;
      }

  cadre_event_report (self, entry, "matching.log.unknown-notice",
                      "The entry withdraws a notice that the log does not have");
  return TRUE;
}

static gboolean
is_after_decision (const CadreEngine *self, CadreLogEntry *event)
{
  g_autoptr (CadreDate) decision = cadre_case_get_decision_date (self->source);

  return decision != NULL && event->date != NULL && cadre_date_compare (event->date, decision) > 0;
}

/* The days are applied to the structure, where what is unknown or late is reported.
 * That somebody leaves is no end of a term, whatever the contract. */
static void
set_leaving (CadreEngine *self, CadreLogEntry *event, gboolean is_leaving)
{
  guint32 row =
    cadre_side_find (&self->sides[CADRE_BEFORE], CADRE_RECORD_KIND_ASSIGNMENT, event->assignment);

  if (row != CADRE_NO_ROW && !is_after_decision (self, event))
    self->process->is_leaving[row] = (guint8) is_leaving;
}

/* Who leaves once the change has come is in post till then, and nothing is different. */
static gboolean
take_late_leaver (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  guint32 row = cadre_event_find_assignment (self, entry, event->assignment);
  guint32 last = cadre_date_pack (event->day);

  if (row == CADRE_NO_ROW)
    return TRUE;

  /* A later entry takes the place of an earlier one. */
  self->process->left_on[row] = 0;
  if (!cadre_packed_date_is_known (last) || !cadre_packed_date_is_known (self->effective))
    cadre_event_report (self, entry, "matching.log.after-decision",
                        "The event is later than the date of the decision, and changes nothing: it "
                        "is not known whether the person leaves before the change");
  else if (cadre_packed_date_last_day (last) <= cadre_packed_date_last_day (self->effective))
    self->process->left_on[row] = last;
  return TRUE;
}

gboolean
cadre_take_leaver (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  if (is_after_decision (self, event))
    return take_late_leaver (self, entry, event);

  set_leaving (self, event, TRUE);
  return TRUE;
}

gboolean
cadre_take_contract_changed (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  if (event->last_day != NULL)
    set_leaving (self, event, FALSE);
  return TRUE;
}

gboolean
cadre_take_told (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  guint32 row = cadre_event_find_assignment (self, entry, event->assignment);

  if (row != CADRE_NO_ROW)
    self->process->is_told[row] = TRUE;
  return TRUE;
}

/* What a person decides stands beside the outcome; here it counts that one has. */
gboolean
cadre_take_decision (CadreEngine *self, guint entry, CadreLogEntry *event)
{
  guint32 row = event->assignment != NULL
                  ? cadre_event_find_assignment (self, entry, event->assignment)
                  : CADRE_NO_ROW;

  if (row != CADRE_NO_ROW)
    self->process->is_human[row] = TRUE;
  return TRUE;
}
