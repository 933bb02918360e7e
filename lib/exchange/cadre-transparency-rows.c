/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Which posts are in the table of the top levels, and the rows of each. */

#include "config.h"

#include "exchange/cadre-transparency-private.h"
#include <cadre/cadre-exchange-error.h>

#include <string.h>

/* The nearest directorate that a unit is or is part of, and where there is none the
 * unit at the top. Parents stand before their parts in the walk; a unit on a cycle
 * answers for itself. */
static gboolean
find_departments (CadreTransparencyRows *self)
{
  const CadreTable *units = cadre_tables_get (self->tables, CADRE_RECORD_KIND_UNIT);
  const CadreIndex *index = self->index;

  self->department = g_try_new (guint32, (gsize) index->n_units + 1);
  self->is_outside_unit = g_try_malloc0 ((gsize) index->n_units + 1);
  if (self->department == NULL || self->is_outside_unit == NULL)
    return FALSE;

  for (guint32 i = 0; i < index->n_units; i++)
    {
      guint32 unit = index->unit_walk[i];
      guint32 parent = i < index->n_units_walked ? index->unit_parent[unit] : CADRE_NO_ROW;
      gboolean is_department =
        cadre_table_word (units, CADRE_FIELD_UNIT_KIND, unit) == CADRE_UNIT_KIND_DIRECTORATE;

      self->department[unit] =
        is_department || parent == CADRE_NO_ROW ? unit : self->department[parent];
      self->is_outside_unit[unit] =
        cadre_table_word (units, CADRE_FIELD_UNIT_OUTSIDE, unit) == CADRE_TRUTH_TRUE ||
        (parent != CADRE_NO_ROW && self->is_outside_unit[parent]);
    }

  return TRUE;
}

/* Whether a post is there at all, and of the organisation. */
static gboolean
is_in_scope (CadreTransparencyRows *self, guint32 post)
{
  const CadreTable *posts = self->posts;
  guint32 unit = cadre_table_reference (posts, CADRE_FIELD_POST_UNIT, post);
  guint32 employer = cadre_table_reference (posts, CADRE_FIELD_POST_EMPLOYER, post);

  if (cadre_table_word (posts, CADRE_FIELD_POST_OUTSIDE, post) == CADRE_TRUTH_TRUE ||
      cadre_table_word (posts, CADRE_FIELD_POST_STATUS, post) == CADRE_POST_STATUS_DELETED ||
      (unit < self->index->n_units && self->is_outside_unit[unit]) ||
      cadre_tables_in_force (self->tables, CADRE_RECORD_KIND_POST, post, self->tables->as_of) ==
        CADRE_TRUTH_FALSE)
    return FALSE;

  return self->organisation == CADRE_NO_ROW || employer == self->organisation ||
         employer >= CADRE_AMBIGUOUS_ROW;
}

/* The level of a post below the top rung of its employer, from 1; 0 where it is not
 * known. */
static gint64
get_level (CadreTransparencyRows *self, guint32 post)
{
  const CadreTable *organisations = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ORGANISATION);
  const CadreTable *scales = cadre_tables_get (self->tables, CADRE_RECORD_KIND_TIER_SCALE);
  guint32 employer = cadre_table_reference (self->posts, CADRE_FIELD_POST_EMPLOYER, post);
  guint32 scale =
    employer < organisations->n_rows
      ? cadre_table_reference (organisations, CADRE_FIELD_ORGANISATION_TIER_SCALE, employer)
      : CADRE_NO_ROW;
  gint64 stated = cadre_table_integer (self->posts, CADRE_FIELD_POST_TIER, post);
  gint64 tier = self->index->tier[post];
  gint64 top = -1;

  if (scale < scales->n_rows)
    {
      top = cadre_table_integer (scales, CADRE_FIELD_TIER_SCALE_TOP_RUNG, scale);
      if (tier != CADRE_NO_TIER)
        tier -= self->index->scale_offset[scale];
    }
  if (tier != CADRE_NO_TIER && stated >= 0 && stated != tier)
    cadre_transparency_report (self, CADRE_TRANSPARENCY_FAULT_TIER, CADRE_RECORD_KIND_POST, post);
  if (tier == CADRE_NO_TIER)
    tier = stated;
  if (tier < 0)
    return 0;

  return MAX (tier - (top >= 0 ? top : 1) + 1, 1);
}

/* One row: of a holder, or of places without one. */
static void
add_row (CadreTransparencyRows *self,
         guint32 post,
         gint64 level,
         guint32 assignment,
         gint64 n_places,
         const char *occupied)
{
  gboolean has_holder = assignment != CADRE_NO_ROW;
  gboolean is_vacant = strcmp (occupied, "vacant") == 0;
  const char *unknown =
    self->shown.holders ? CADRE_TRANSPARENCY_NOT_KNOWN : CADRE_TRANSPARENCY_WITHHELD;
  g_autofree char *salary =
    is_vacant ? NULL : cadre_transparency_dup_salary (self, post, assignment);
  g_autofree char *ceiling = cadre_transparency_dup_ceiling (self, post);

  cadre_csv_writer_add_integer (self->writer, level);
  cadre_transparency_add_grade_and_title (self, post);
  cadre_transparency_add_department_and_team (self, post);
  cadre_csv_writer_add_text (self->writer, has_holder
                                             ? cadre_transparency_get_contract (self, assignment)
                                           : is_vacant ? NULL
                                                       : unknown);
  cadre_transparency_add_contact (self, post, assignment);
  cadre_csv_writer_add_text (self->writer, salary);
  cadre_csv_writer_add_text (self->writer, ceiling);
  cadre_csv_writer_add_text (self->writer, occupied);
  cadre_csv_writer_add_integer (self->writer, n_places);
  cadre_csv_writer_end_row (self->writer);
}

/* What makes two assignments share a place: its number, or the key of a job share;
 * 0 where nothing says that they do. */
static guint64
get_place_key (CadreTransparencyRows *self, guint32 assignment)
{
  int position =
    cadre_table_integer (self->assignments, CADRE_FIELD_ASSIGNMENT_POSITION, assignment);
  guint32 share =
    cadre_table_code (self->assignments, CADRE_FIELD_ASSIGNMENT_JOB_SHARE, assignment);

  if (position >= 0)
    return (G_GUINT64_CONSTANT (1) << 32) + (guint64) position;

  return share >= CADRE_STRING_FIRST ? share : 0;
}

static int
compare_keys (gconstpointer a, gconstpointer b)
{
  guint64 x = *(const guint64 *) a;
  guint64 y = *(const guint64 *) b;

  return (x > y) - (x < y);
}

/* How many places of a post have somebody in them. */
static gint64
count_filled (CadreTransparencyRows *self, const guint32 *rows, guint32 n)
{
  g_autoptr (GArray) keys = g_array_sized_new (FALSE, FALSE, sizeof (guint64), n);
  gint64 filled = 0;

  for (guint32 i = 0; i < n; i++)
    if (self->index->in_post[rows[i]])
      {
        guint64 key = get_place_key (self, rows[i]);

        if (key == 0)
          filled++;
        else
          g_array_append_val (keys, key);
      }

  g_array_sort (keys, compare_keys);
  for (guint i = 0; i < keys->len; i++)
    if (i == 0 || g_array_index (keys, guint64, i) != g_array_index (keys, guint64, i - 1))
      filled++;

  return filled;
}

/* Places that no assignment fills: vacant only where that is stated. */
static void
add_places (CadreTransparencyRows *self, guint32 post, gint64 level, gint64 n_places)
{
  int vacancy = cadre_table_word (self->posts, CADRE_FIELD_POST_VACANCY, post);

  if (n_places <= 0)
    return;

  if (!self->shown.holders)
    add_row (self, post, level, CADRE_NO_ROW, n_places, CADRE_TRANSPARENCY_WITHHELD);
  else if (vacancy == CADRE_VACANCY_STATE_UNKNOWN)
    add_row (self, post, level, CADRE_NO_ROW, n_places, CADRE_TRANSPARENCY_NOT_KNOWN);
  else if (vacancy == CADRE_VACANCY_STATE_NONE)
    add_row (self, post, level, CADRE_NO_ROW, n_places, "filled");
  else if (self->settings->vacancies)
    add_row (self, post, level, CADRE_NO_ROW, n_places, "vacant");
}

static void
add_post (CadreTransparencyRows *self, guint32 post)
{
  guint32 n = 0;
  const guint32 *rows = cadre_backward_get (&self->index->assignments_of_post, post, &n);
  gint64 establishment = cadre_table_integer (self->posts, CADRE_FIELD_POST_ESTABLISHMENT, post);
  gint64 filled = 0;
  gint64 level = 0;

  if (!is_in_scope (self, post))
    return;

  level = get_level (self, post);
  if (level == 0)
    cadre_transparency_report (self, CADRE_TRANSPARENCY_FAULT_NO_TIER, CADRE_RECORD_KIND_POST,
                               post);
  if (level == 0 || level > self->settings->levels)
    return;
  if (self->organisation != CADRE_NO_ROW &&
      cadre_table_reference (self->posts, CADRE_FIELD_POST_EMPLOYER, post) != self->organisation)
    {
      cadre_transparency_report (self, CADRE_TRANSPARENCY_FAULT_EMPLOYER, CADRE_RECORD_KIND_POST,
                                 post);
      return;
    }

  for (guint32 i = 0; self->shown.holders && i < n; i++)
    if (self->index->in_post[rows[i]])
      add_row (self, post, level, rows[i], 1, "filled");

  /* A post with holders of which it is not said how many it has room for is full. */
  filled = self->shown.holders ? count_filled (self, rows, n) : 0;
  if (establishment < 0)
    establishment = MAX (filled, 1);
  add_places (self, post, level, establishment - filled);
}

static void
add_header (CadreCsvWriter *writer)
{
  static const char *const names[] = {
    "Level",
    "Grade",
    "Job title",
    "Department",
    "Team",
    "Permanent or temporary",
    "Contact details",
    "Salary bracket",
    "Salary ceiling",
    "Filled or vacant",
    "Places",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    cadre_csv_writer_add_text (writer, names[i]);
  cadre_csv_writer_end_row (writer);
}

static void
find_shown (CadreTransparencyRows *self, CadreRedaction *redaction)
{
  const CadreTransparencyShown shown = {
    .holders = cadre_redaction_shows_field (redaction, CADRE_RECORD_KIND_ASSIGNMENT, "post"),
    .contract = cadre_redaction_shows_field (redaction, CADRE_RECORD_KIND_ASSIGNMENT, "contract"),
    .post_pay = cadre_redaction_shows_field (redaction, CADRE_RECORD_KIND_POST, "pay-min"),
    .grade_pay = cadre_redaction_shows_field (redaction, CADRE_RECORD_KIND_GRADE, "pay-max"),
    .all_grades = !cadre_redaction_hides_some (redaction, CADRE_RECORD_KIND_POST, "grade"),
    .attributes =
      cadre_redaction_shows_field (redaction, CADRE_RECORD_KIND_ASSIGNMENT, "attributes"),
  };
  const gboolean needs_attributes =
    self->settings->contact_attribute != NULL || self->settings->salary_attribute != NULL;

  self->shown = shown;
  if (!shown.holders || !shown.contract || !shown.post_pay || !shown.grade_pay ||
      (needs_attributes && !shown.attributes))
    cadre_transparency_report (self, CADRE_TRANSPARENCY_FAULT_WITHHELD, CADRE_RECORD_KIND_POST,
                               CADRE_NO_ROW);
}

static gboolean
find_organisation (CadreTransparencyRows *self, GError **error)
{
  if (self->settings->organisation == NULL)
    return TRUE;

  self->organisation =
    cadre_tables_find (self->tables, CADRE_RECORD_KIND_ORGANISATION, self->settings->organisation);
  if (self->organisation != CADRE_NO_ROW)
    return TRUE;

  g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_NOT_FOUND,
                       "The structure has no organisation of the id that the table is for");
  return FALSE;
}

gboolean
cadre_transparency_add_rows (const CadreTransparencySettings *settings,
                             CadreStructure *structure,
                             CadreRedaction *redaction,
                             CadreCsvWriter *writer,
                             CadreIssueList *issues,
                             GError **error)
{
  const CadreTables *tables = cadre_structure_get_tables (structure);
  CadreTransparencyRows self = {
    .settings = settings,
    .tables = tables,
    .index = cadre_structure_get_index (structure),
    .posts = cadre_tables_get (tables, CADRE_RECORD_KIND_POST),
    .assignments = cadre_tables_get (tables, CADRE_RECORD_KIND_ASSIGNMENT),
    .grades = cadre_tables_get (tables, CADRE_RECORD_KIND_GRADE),
    .organisation = CADRE_NO_ROW,
    .writer = writer,
    .issues = issues,
  };
  gboolean ok = find_organisation (&self, error);

  if (ok && !find_departments (&self))
    {
      g_set_error_literal (error, CADRE_EXCHANGE_ERROR, CADRE_EXCHANGE_ERROR_MEMORY,
                           "There is not enough memory to place the posts in their departments");
      ok = FALSE;
    }

  find_shown (&self, redaction);
  add_header (writer);
  for (guint32 i = 0; ok && i < self.index->n_posts; i++)
    add_post (&self, self.index->walk[i]);

  g_free (self.department);
  g_free (self.is_outside_unit);
  return ok;
}
