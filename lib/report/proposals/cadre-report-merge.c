/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Where two proposals over one base contradict each other, and what was decided. */

#include "config.h"

#include "base/cadre-date-private.h"
#include "report/proposals/cadre-report-merge-private.h"
#include <cadre/cadre-diff-error.h>
#include <cadre/cadre-enum-types.h>

#include <string.h>

/* A merge as it is shown */

/* The same two proposals, as far as the readers see them. */
static CadreMerge *
redact_merge (const CadreMergeTelling *self, GError **error)
{
  g_autoptr (CadreDiff) ours =
    cadre_view_redact_diff (cadre_merge_get_ours (self->original), self->views[CADRE_SIDE_BASE],
                            self->views[CADRE_SIDE_OURS], error);
  g_autoptr (CadreDiff) theirs =
    ours != NULL
      ? cadre_view_redact_diff (cadre_merge_get_theirs (self->original),
                                self->views[CADRE_SIDE_BASE], self->views[CADRE_SIDE_THEIRS], error)
      : NULL;

  return theirs != NULL ? cadre_merge_new (ours, theirs, NULL, error) : NULL;
}

static gboolean
telling_init (CadreMergeTelling *self, GError **error)
{
  CadreStructure *structures[] = {
    cadre_diff_get_before (cadre_merge_get_ours (self->original)),
    cadre_diff_get_after (cadre_merge_get_ours (self->original)),
    cadre_diff_get_after (cadre_merge_get_theirs (self->original)),
  };

  for (guint side = 0; side < CADRE_N_SIDES; side++)
    {
      self->views[side] =
        cadre_view_new (structures[side], self->redaction, self->catalogue, error);
      if (self->views[side] == NULL)
        return FALSE;
    }

  self->merge = cadre_redaction_get_level (self->redaction) == CADRE_REDACTION_LEVEL_FULL
                  ? g_object_ref (self->original)
                  : redact_merge (self, error);
  return self->merge != NULL;
}

static void
telling_clear (CadreMergeTelling *self)
{
  g_clear_object (&self->merge);
  for (guint side = 0; side < CADRE_N_SIDES; side++)
    g_clear_pointer (&self->views[side], cadre_view_free);
}

/* What a conflict is about, so that the same one is found in another merge. */
static char *
dup_name (CadreMergeConflict *conflict)
{
  const char *key = cadre_merge_conflict_get_key (conflict);
  const char *field = cadre_merge_conflict_get_field (conflict);
  g_auto (GStrv) circle = cadre_merge_conflict_dup_circle (conflict);
  g_autofree char *ids = circle != NULL ? g_strjoinv ("\n", circle) : g_strdup (key);

  return g_strdup_printf ("%d %d %d %s\n%s", (int) cadre_merge_conflict_get_kind (conflict),
                          cadre_merge_conflict_is_about_document (conflict),
                          (int) cadre_merge_conflict_get_record_kind (conflict),
                          field != NULL ? field : "", ids != NULL ? ids : "");
}

/* By what they are about: the conflicts that there are. Of several circles of the same records
 * the first one is that which others see, who are not told what comes of resolutions. */
static GHashTable *
find_conflicts (CadreMerge *merge)
{
  GHashTable *conflicts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (merge)); i++)
    {
      CadreMergeConflict *conflict = cadre_merge_get_conflict (merge, i);

      g_autofree char *name = dup_name (conflict);

      if (g_hash_table_contains (conflicts, name))
        g_object_unref (conflict);
      else
        g_hash_table_insert (conflicts, g_steal_pointer (&name), conflict);
    }

  return conflicts;
}

/* The report */

typedef struct
{
  const CadreMergeTelling *telling;
  GHashTable *originals;
  guint n_open;
  guint n_document;
  guint n_decided;
  guint n_hidden;
} Conflicts;

/* The conflict as it was resolved, of one that is shown. What readers would see as a
 * conflict and is none, since something is hidden from them, is not told. */
static CadreMergeConflict *
find_original (const Conflicts *self, CadreMergeConflict *shown)
{
  g_autofree char *name = NULL;

  if (self->telling->merge == self->telling->original)
    return shown;

  name = dup_name (shown);
  return g_hash_table_lookup (self->originals, name);
}

typedef enum
{
  PART_OPEN,
  PART_DECIDED,
  PART_DOCUMENT, /* what nobody has to decide */
} Part;

static Part
get_part (CadreMergeConflict *original)
{
  if (cadre_merge_conflict_get_choice (original) != CADRE_MERGE_CHOICE_NONE)
    return PART_DECIDED;

  return cadre_merge_conflict_get_proposal (original) != CADRE_MERGE_CHOICE_NONE ? PART_DOCUMENT
                                                                                 : PART_OPEN;
}

static void
count_conflicts (Conflicts *self)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->telling->original));

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->telling->merge)); i++)
    {
      g_autoptr (CadreMergeConflict) shown = cadre_merge_get_conflict (self->telling->merge, i);
      CadreMergeConflict *original = find_original (self, shown);

      self->n_open += original != NULL && get_part (original) == PART_OPEN;
      self->n_decided += original != NULL && get_part (original) == PART_DECIDED;
      self->n_document += original != NULL && get_part (original) == PART_DOCUMENT;
    }
  if (n > self->n_open + self->n_decided + self->n_document)
    self->n_hidden = n - self->n_open - self->n_decided - self->n_document;
}

static void
add_count (CadreReport *report, const char *code, guint n)
{
  if (n == 0)
    return;

  cadre_report_add_item (report, cadre_phrase_n (report->catalogue, code, n, NULL), NULL);
  cadre_report_set_exact_integer (report, n);
}

static void
add_proposals (CadreReport *report, const Conflicts *self)
{
  static const char *const names[] = { "column.base", "merge.ours", "merge.theirs" };

  cadre_report_begin_said_section (report, "merge");
  cadre_report_begin_facts (report);
  for (guint side = 0; side < CADRE_N_SIDES; side++)
    cadre_report_add_said_fact (report, names[side], cadre_view_side (self->telling->views[side]),
                                NULL);
  if (self->n_open + self->n_decided + self->n_document + self->n_hidden == 0)
    {
      cadre_report_add_said_paragraph (report, "merge.no-conflict");
      return;
    }

  cadre_report_begin_list (report);
  add_count (report, "merge.n-open", self->n_open);
  add_count (report, "merge.n-decided", self->n_decided);
  add_count (report, "merge.n-document", self->n_document);
  if (self->n_hidden > 0)
    cadre_report_add_item (report, cadre_say (report->catalogue, "merge.some-hidden"), NULL);
}

/* Who has decided, when and why, is in no structure, so that no redaction knows it. */
static void
add_reasons (CadreReport *report, const CadreMergeTelling *telling, CadreMergeConflict *original)
{
  g_autoptr (CadreDate) on = cadre_merge_conflict_get_decided_on (original);

  if (cadre_redaction_get_level (telling->redaction) != CADRE_REDACTION_LEVEL_FULL)
    return;

  cadre_report_add_said_fact (report, "fact.decided-by",
                              g_strdup (cadre_merge_conflict_get_decided_by (original)), NULL);
  if (on != NULL)
    {
      g_autofree char *iso = cadre_date_to_string (on);

      cadre_report_add_said_fact (report, "fact.decided-on",
                                  cadre_catalogue_date (report->catalogue, cadre_date_pack (on)),
                                  NULL);
      cadre_report_set_exact_text (report, iso);
    }
  cadre_report_add_said_fact (report, "fact.decided-why",
                              g_strdup (cadre_merge_conflict_get_why (original)), NULL);
}

static void
add_conflict (CadreReport *report,
              const CadreMergeTelling *telling,
              CadreMergeConflict *shown,
              CadreMergeConflict *original)
{
  g_autofree char *subject = cadre_merge_dup_subject (shown);
  const CadreMergeConflictKind kind = cadre_merge_conflict_get_kind (shown);

  cadre_report_add_heading (report, cadre_merge_say_subject (telling, shown), subject);
  cadre_report_begin_facts (report);
  cadre_report_add_said_fact (report, "fact.conflict",
                              cadre_view_word (telling->catalogue, "merge-conflict-kind",
                                               CADRE_TYPE_MERGE_CONFLICT_KIND, (int) kind),
                              NULL);
  cadre_report_set_exact_text (report,
                               cadre_view_nick (CADRE_TYPE_MERGE_CONFLICT_KIND, (int) kind));
  cadre_report_add_said_fact (report, "fact.circle", cadre_merge_say_circle (telling, shown), NULL);
  cadre_report_add_said_fact (report, "column.base",
                              cadre_merge_say_side (telling, shown, CADRE_SIDE_BASE), NULL);
  cadre_report_add_said_fact (report, "merge.ours",
                              cadre_merge_say_side (telling, shown, CADRE_SIDE_OURS), NULL);
  cadre_report_add_said_fact (report, "merge.theirs",
                              cadre_merge_say_side (telling, shown, CADRE_SIDE_THEIRS), NULL);
  cadre_report_add_said_fact (report, "fact.who-decides", cadre_merge_say_deciders (telling, shown),
                              NULL);
  cadre_report_add_said_fact (report, "fact.resolution",
                              cadre_merge_say_resolution (telling, original), NULL);
  cadre_report_set_exact_text (report,
                               cadre_view_nick (CADRE_TYPE_MERGE_CHOICE,
                                                (int) cadre_merge_conflict_get_choice (original)));
  add_reasons (report, telling, original);
}

static void
add_conflicts (CadreReport *report, const Conflicts *self, const char *section, Part part)
{
  cadre_report_begin_said_section (report, section);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->telling->merge)); i++)
    {
      g_autoptr (CadreMergeConflict) shown = cadre_merge_get_conflict (self->telling->merge, i);
      CadreMergeConflict *original = find_original (self, shown);

      if (original != NULL && get_part (original) == part)
        add_conflict (report, self->telling, shown, original);
    }
}

static CadreReport *
make_report (const CadreMergeTelling *telling)
{
  g_autoptr (GHashTable) originals = find_conflicts (telling->original);
  Conflicts conflicts = { .telling = telling, .originals = originals };
  CadreReport *report = cadre_report_begin (telling->catalogue, "merge");

  count_conflicts (&conflicts);
  cadre_report_take_title (report, cadre_say (telling->catalogue, "merge.title"));
  if (cadre_redaction_get_level (telling->redaction) == CADRE_REDACTION_LEVEL_FULL)
    cadre_report_take_stamp (report, cadre_say (telling->catalogue, "stamp.full"));
  add_proposals (report, &conflicts);
  if (conflicts.n_open > 0)
    add_conflicts (report, &conflicts, "merge-open", PART_OPEN);
  if (conflicts.n_decided > 0)
    add_conflicts (report, &conflicts, "merge-decided", PART_DECIDED);
  if (conflicts.n_document > 0)
    add_conflicts (report, &conflicts, "merge-document", PART_DOCUMENT);
  return report;
}

/**
 * cadre_report_new_for_merge:
 * @merge: a #CadreMerge
 * @redaction: who the report is for
 * @language: (nullable): a BCP 47 tag, or %NULL for the first language of the base
 * @error: return location for a #GError, or %NULL
 *
 * Makes the report on where two proposals contradict each other: what each of them
 * wants, whose post it is, so that they decide, and how it is resolved. What is open
 * stands before what is decided, and last what is only about the document.
 *
 * Below the full level the structures are redacted and merged again. That there are
 * conflicts which then are not there is said, and not how many. A value that was stated
 * to resolve a conflict, and who has decided, when and why, is shown at the full level only.
 *
 * Returns: (transfer full): the report, or %NULL with @error set where the library
 *   has no words in that language, the level shows no posts, or memory is short
 *
 * Since: 1.0
 */
CadreReport *
cadre_report_new_for_merge (CadreMerge *merge,
                            CadreRedaction *redaction,
                            const char *language,
                            GError **error)
{
  CadreMergeTelling telling = { NULL, redaction, merge, NULL, { NULL } };
  CadreReport *report = NULL;

  g_return_val_if_fail (CADRE_IS_MERGE (merge), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  telling.catalogue =
    cadre_view_find_catalogue (cadre_diff_get_before (cadre_merge_get_ours (merge)), language,
                               error);
  if (telling.catalogue == NULL)
    return NULL;
  if (!cadre_redaction_shows_field (redaction, CADRE_RECORD_KIND_POST, "id"))
    {
      g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_REDACTION,
                           "The level of redaction shows no posts to merge");
      return NULL;
    }

  if (telling_init (&telling, error))
    report = make_report (&telling);
  telling_clear (&telling);
  return report;
}
