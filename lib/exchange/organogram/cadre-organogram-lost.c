/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the official form has no column for. */

#include "config.h"

#include "exchange/organogram/cadre-organogram-write-private.h"

#include <string.h>

#define FIELD(name) (G_GUINT64_CONSTANT (1) << CADRE_FIELD_##name)

/* What the columns hold, whatever it is. The fields that they hold in part are
 * looked at row by row below. */
static const guint64 held[CADRE_N_RECORD_KINDS] = {
  [CADRE_RECORD_KIND_ORGANISATION] =
    FIELD (ORGANISATION_ID) | FIELD (ORGANISATION_NAME) | FIELD (ORGANISATION_ATTRIBUTES),
  [CADRE_RECORD_KIND_UNIT] = FIELD (UNIT_ID) | FIELD (UNIT_NAME) | FIELD (UNIT_ORGANISATIONS),
  [CADRE_RECORD_KIND_GRADE_SCALE] = FIELD (GRADE_SCALE_ID),
  [CADRE_RECORD_KIND_GRADE] =
    FIELD (GRADE_ID) | FIELD (GRADE_NAME) | FIELD (GRADE_SCALE) | FIELD (GRADE_RUNG),
  [CADRE_RECORD_KIND_POST] =
    FIELD (POST_ID) | FIELD (POST_TITLE) | FIELD (POST_UNIT) | FIELD (POST_EMPLOYER) |
    FIELD (POST_GRADE) | FIELD (POST_ESTABLISHMENT) | FIELD (POST_BUDGETED_FTE) | FIELD (POST_FTE) |
    FIELD (POST_PAY_MIN) | FIELD (POST_PAY_MAX) | FIELD (POST_PROFESSION) | FIELD (POST_STATUS) |
    FIELD (POST_VACANCY) | FIELD (POST_GROUPED) | FIELD (POST_VALID_TO) | FIELD (POST_ATTRIBUTES) |
    FIELD (POST_NOTE),
  [CADRE_RECORD_KIND_LINE] =
    FIELD (LINE_POST) | FIELD (LINE_KIND) | FIELD (LINE_MANAGER) | FIELD (LINE_VALID_TO),
  [CADRE_RECORD_KIND_PERSON] = FIELD (PERSON_ID) | FIELD (PERSON_NAME) | FIELD (PERSON_ATTRIBUTES),
  [CADRE_RECORD_KIND_ASSIGNMENT] = FIELD (ASSIGNMENT_ID) | FIELD (ASSIGNMENT_PERSON) |
                                   FIELD (ASSIGNMENT_POST) | FIELD (ASSIGNMENT_FTE) |
                                   FIELD (ASSIGNMENT_JOB_SHARE) | FIELD (ASSIGNMENT_ATTRIBUTES) |
                                   FIELD (ASSIGNMENT_NOTE),
};

static void
lose_if (CadreOrganogramWriter *self, gboolean is_lost, CadreRecordKind kind, guint field)
{
  self->lost.n_cells[kind][field] += is_lost;
}

static guint
count_holders (const CadreOrganogramWriter *self, guint32 post)
{
  guint32 n = 0;
  guint n_holders = 0;
  const guint32 *rows = cadre_backward_get (&self->index->assignments_of_post, post, &n);

  for (guint32 i = 0; i < n; i++)
    n_holders += self->used[CADRE_RECORD_KIND_ASSIGNMENT][rows[i]];

  return n_holders;
}

/* A vacancy is said by the word Vacant, which says nothing of why, and only where
 * nobody holds the post. */
static gboolean
is_vacancy_lost (CadreVacancyState state, gboolean is_eliminated, guint n_holders)
{
  if (state == CADRE_VACANCY_STATE_UNKNOWN)
    return n_holders == 0 && !is_eliminated;

  return state != CADRE_VACANCY_STATE_VACANT || n_holders > 0 || is_eliminated;
}

/* The last day of a post that went is not written: when it is read, it is the one
 * before the date. */
static gboolean
is_last_day_lost (const CadreOrganogramWriter *self,
                  const CadreTable *table,
                  guint field,
                  guint32 row)
{
  guint32 last = cadre_table_code (table, field, row);

  return last != CADRE_PACKED_DATE_OPEN &&
         (!cadre_packed_date_is_known (last) || !cadre_packed_date_is_known (self->tables->as_of) ||
          cadre_packed_date_precision (last) != CADRE_DATE_PRECISION_DAY ||
          cadre_packed_date_last_day (last) + 1 !=
            cadre_packed_date_first_day (self->tables->as_of));
}

static void
look_at_senior (CadreOrganogramWriter *self, const CadreTable *posts, guint32 post)
{
  const CadreRecordKind kind = CADRE_RECORD_KIND_POST;
  gboolean is_eliminated = cadre_organogram_is_eliminated (self, post);
  guint n_holders = count_holders (self, post);
  CadrePostStatus status = cadre_table_word (posts, CADRE_FIELD_POST_STATUS, post);

  lose_if (self, cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT, post) != 1, kind,
           CADRE_FIELD_POST_ESTABLISHMENT);
  lose_if (self,
           cadre_tables_fraction_form (self->tables, posts, CADRE_FIELD_POST_BUDGETED_FTE, post) !=
             CADRE_FRACTION_ABSENT,
           kind, CADRE_FIELD_POST_BUDGETED_FTE);
  lose_if (self,
           n_holders > 1 && cadre_tables_fraction_form (self->tables, posts, CADRE_FIELD_POST_FTE,
                                                        post) != CADRE_FRACTION_ABSENT,
           kind, CADRE_FIELD_POST_FTE);
  lose_if (self, status != (is_eliminated ? CADRE_POST_STATUS_DELETED : CADRE_POST_STATUS_UNKNOWN),
           kind, CADRE_FIELD_POST_STATUS);
  lose_if (self,
           is_vacancy_lost (cadre_table_word (posts, CADRE_FIELD_POST_VACANCY, post), is_eliminated,
                            n_holders),
           kind, CADRE_FIELD_POST_VACANCY);
}

static void
look_at_pool (CadreOrganogramWriter *self, const CadreTable *posts, guint32 post)
{
  const CadreRecordKind kind = CADRE_RECORD_KIND_POST;

  lose_if (self, cadre_table_integer (posts, CADRE_FIELD_POST_ESTABLISHMENT, post) != -1, kind,
           CADRE_FIELD_POST_ESTABLISHMENT);
  lose_if (self,
           cadre_tables_fraction_form (self->tables, posts, CADRE_FIELD_POST_FTE, post) !=
             CADRE_FRACTION_ABSENT,
           kind, CADRE_FIELD_POST_FTE);
  lose_if (self, cadre_table_word (posts, CADRE_FIELD_POST_STATUS, post) != 0, kind,
           CADRE_FIELD_POST_STATUS);
  lose_if (self, cadre_table_word (posts, CADRE_FIELD_POST_VACANCY, post) != 0, kind,
           CADRE_FIELD_POST_VACANCY);
  lose_if (self, cadre_table_code (posts, CADRE_FIELD_POST_NOTE, post) != 0, kind,
           CADRE_FIELD_POST_NOTE);
}

/* Whether every attribute of a record has a column. */
static gboolean
are_attributes_lost (const CadreOrganogramWriter *self,
                     const CadreTable *table,
                     guint field,
                     guint32 row,
                     gboolean is_pool)
{
  guint n = 0;
  guint n_held = 0;
  const guint32 *pairs = cadre_tables_list (self->tables, cadre_table_code (table, field, row), &n);

  for (guint i = 0; i + 1 < n; i += 2)
    {
      const char *name = cadre_tables_text (self->tables, pairs[i]);

      for (guint j = 0; j < (is_pool ? CADRE_N_JUNIOR_COLUMNS : CADRE_N_SENIOR_COLUMNS); j++)
        n_held += strcmp (cadre_organogram_columns[is_pool ? cadre_organogram_junior_cells[j] : j]
                            .attribute,
                          name) == 0;
    }

  return 2 * n_held < n;
}

static void
look_at_posts (CadreOrganogramWriter *self)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);

  for (guint32 i = 0; i < posts->n_rows; i++)
    {
      gboolean is_pool = cadre_table_word (posts, CADRE_FIELD_POST_GROUPED, i) == CADRE_TRUTH_TRUE;

      if (!self->used[CADRE_RECORD_KIND_POST][i])
        continue;
      if (is_pool)
        look_at_pool (self, posts, i);
      else
        look_at_senior (self, posts, i);
      lose_if (self, is_last_day_lost (self, posts, CADRE_FIELD_POST_VALID_TO, i),
               CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_VALID_TO);
      lose_if (self, are_attributes_lost (self, posts, CADRE_FIELD_POST_ATTRIBUTES, i, is_pool),
               CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_ATTRIBUTES);
    }
}

static void
look_at_others (CadreOrganogramWriter *self)
{
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);
  const CadreTable *persons = cadre_tables_get (self->tables, CADRE_RECORD_KIND_PERSON);
  const CadreTable *assignments = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ASSIGNMENT);

  for (guint32 i = 0; i < lines->n_rows; i++)
    lose_if (self,
             self->used[lines->kind][i] &&
               is_last_day_lost (self, lines, CADRE_FIELD_LINE_VALID_TO, i),
             lines->kind, CADRE_FIELD_LINE_VALID_TO);
  for (guint32 i = 0; i < persons->n_rows; i++)
    lose_if (self,
             self->used[persons->kind][i] &&
               are_attributes_lost (self, persons, CADRE_FIELD_PERSON_ATTRIBUTES, i, FALSE),
             persons->kind, CADRE_FIELD_PERSON_ATTRIBUTES);
  for (guint32 i = 0; i < assignments->n_rows; i++)
    lose_if (self,
             self->used[assignments->kind][i] &&
               are_attributes_lost (self, assignments, CADRE_FIELD_ASSIGNMENT_ATTRIBUTES, i, FALSE),
             assignments->kind, CADRE_FIELD_ASSIGNMENT_ATTRIBUTES);
}

/* The scales of the grades that rows name. */
static void
use_scales (CadreOrganogramWriter *self)
{
  const CadreTable *grades = cadre_tables_get (self->tables, CADRE_RECORD_KIND_GRADE);

  for (guint32 i = 0; i < grades->n_rows; i++)
    {
      guint32 scale = cadre_table_reference (grades, CADRE_FIELD_GRADE_SCALE, i);

      if (self->used[CADRE_RECORD_KIND_GRADE][i] && scale < CADRE_AMBIGUOUS_ROW)
        self->used[CADRE_RECORD_KIND_GRADE_SCALE][scale] = TRUE;
    }
}

/* Records that no row has named. */
static void
count_unused (CadreOrganogramWriter *self)
{
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    for (guint32 i = 0; held[kind] != 0 && i < self->tables->tables[kind].n_rows; i++)
      self->lost.n_rows[kind] += !self->used[kind][i];
}

static void
count_translations (CadreOrganogramWriter *self)
{
  for (guint32 i = 0; i < self->tables->n_translations; i++)
    self->lost
      .n_translations[self->tables->translations[i].kind][self->tables->translations[i].field]++;
}

void
cadre_organogram_report_lost (CadreOrganogramWriter *self)
{
  static const CadreLostCodes codes = {
    .format = "An organogram",
    .record = "exchange.organogram.lost-record",
    .field = "exchange.organogram.lost-field",
    .language = "exchange.organogram.lost-language",
    .head = "exchange.organogram.lost-head",
  };

  use_scales (self);
  look_at_posts (self);
  look_at_others (self);
  count_unused (self);
  count_translations (self);
  cadre_lost_count (&self->lost, self->tables, held);
  cadre_lost_count_heads (&self->lost, self->tables,
                          1u << CADRE_HEAD_FIELD_AS_OF | 1u << CADRE_HEAD_FIELD_LANGUAGE);
  cadre_lost_report (&self->lost, self->issues, &codes);
}
