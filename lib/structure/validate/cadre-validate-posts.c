/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What is stated about a post, against itself and against what follows from the
 * rest of the structure. */

#include "config.h"

#include "structure/cadre-staffing-private.h"
#include "structure/validate/cadre-validate-private.h"

static void
add (const CadreValidation *self, CadreRule rule, guint32 post, guint field)
{
  cadre_validate_add (self, rule, CADRE_RECORD_KIND_POST, post, field);
}

static gboolean
is_stated (const CadreTable *table, guint field, guint32 row)
{
  return cadre_table_code (table, field, row) > CADRE_STRING_NONE;
}

static void
check_pay (const CadreValidation *self, const CadreTable *posts, guint32 post)
{
  gint64 least = cadre_table_pence (posts, CADRE_FIELD_POST_PAY_MIN, post);
  gint64 most = cadre_table_pence (posts, CADRE_FIELD_POST_PAY_MAX, post);

  if (least >= 0 && most >= 0 && least > most)
    add (self, CADRE_RULE_PAY_REVERSED, post, CADRE_FIELD_POST_PAY_MIN);
}

/* The stated tier is on the employer's scale. Where that is not linked to the
 * scale of the top, the two cannot be compared. */
static void
check_tier (const CadreValidation *self, const CadreTable *posts, guint32 post)
{
  const CadreIndex *index = self->index;
  int stated = cadre_table_integer (posts, CADRE_FIELD_POST_TIER, post);
  guint32 scale = CADRE_NO_ROW;
  guint32 top_scale = CADRE_NO_ROW;
  gint32 tier = index->tier[post];

  if (stated < 0 || tier == CADRE_NO_TIER || index->top[post] == post)
    return;

  scale = cadre_index_scale_of_post (self->tables, post);
  top_scale = cadre_index_scale_of_post (self->tables, index->top[post]);
  if ((scale < CADRE_AMBIGUOUS_ROW) != (top_scale < CADRE_AMBIGUOUS_ROW))
    return;
  if (scale < CADRE_AMBIGUOUS_ROW)
    {
      if (index->scale_group[scale] != index->scale_group[top_scale])
        return;
      tier -= index->scale_offset[scale];
    }

  if (tier != stated)
    add (self, CADRE_RULE_TIER_CONTRADICTION, post, CADRE_FIELD_POST_TIER);
}

static void
check_welsh (const CadreValidation *self, const CadreTable *posts, guint32 post)
{
  const CadreTable *organisations = cadre_tables_get (self->tables, CADRE_RECORD_KIND_ORGANISATION);
  guint32 employer = cadre_table_reference (posts, CADRE_FIELD_POST_EMPLOYER, post);
  int vacancy = cadre_table_word (posts, CADRE_FIELD_POST_VACANCY, post);

  if (employer < organisations->n_rows &&
      cadre_table_word (organisations, CADRE_FIELD_ORGANISATION_NATION, employer) ==
        CADRE_NATION_WALES &&
      cadre_table_word (posts, CADRE_FIELD_POST_WELSH_SKILLS, post) == CADRE_WELSH_SKILLS_UNKNOWN &&
      (cadre_table_word (posts, CADRE_FIELD_POST_STATUS, post) == CADRE_POST_STATUS_NEW ||
       (vacancy != CADRE_VACANCY_STATE_UNKNOWN && vacancy != CADRE_VACANCY_STATE_NONE)))
    add (self, CADRE_RULE_WELSH_SKILLS_MISSING, post, CADRE_FIELD_POST_WELSH_SKILLS);
}

/* Whether a declared status and a declared outcome cannot both be so. */
static gboolean
is_contradiction (CadrePostStatus status, CadreDeclaredOutcome outcome)
{
  if (status == CADRE_POST_STATUS_UNKNOWN || outcome == CADRE_DECLARED_OUTCOME_UNKNOWN)
    return FALSE;
  if (status == CADRE_POST_STATUS_DEFERRED || outcome == CADRE_DECLARED_OUTCOME_DEFERRED)
    return (status == CADRE_POST_STATUS_DEFERRED) != (outcome == CADRE_DECLARED_OUTCOME_DEFERRED);

  return status == CADRE_POST_STATUS_DELETED ||
         (status == CADRE_POST_STATUS_NEW && outcome == CADRE_DECLARED_OUTCOME_NO_CHANGE);
}

static void
check_status (const CadreValidation *self, const CadreTable *posts, guint32 post)
{
  CadrePostStatus status = cadre_table_word (posts, CADRE_FIELD_POST_STATUS, post);
  CadreDeclaredOutcome outcome = cadre_table_word (posts, CADRE_FIELD_POST_DECLARED_OUTCOME, post);
  guint32 manager = self->index->manager[post];
  gboolean awaits = is_stated (posts, CADRE_FIELD_POST_DECISION_ELSEWHERE, post);

  if (is_contradiction (status, outcome))
    add (self, CADRE_RULE_STATUS_CONTRADICTION, post, CADRE_FIELD_POST_DECLARED_OUTCOME);
  if (awaits && status != CADRE_POST_STATUS_UNKNOWN && status != CADRE_POST_STATUS_DEFERRED)
    add (self, CADRE_RULE_STATUS_CONTRADICTION, post, CADRE_FIELD_POST_DECISION_ELSEWHERE);
  if (status == CADRE_POST_STATUS_NEW && manager != CADRE_NO_ROW &&
      cadre_table_word (posts, CADRE_FIELD_POST_STATUS, manager) == CADRE_POST_STATUS_DELETED)
    add (self, CADRE_RULE_STATUS_CONTRADICTION, post, CADRE_FIELD_POST_STATUS);
}

/* A new post has nothing that it goes on from, and one that goes on was not
 * created. */
static gboolean
is_lineage_contradiction (CadrePostStatus status, CadreLineageKind kind)
{
  if (kind == CADRE_LINEAGE_KIND_CONTINUING || kind == CADRE_LINEAGE_KIND_RENAMED)
    return status == CADRE_POST_STATUS_NEW;

  return kind == CADRE_LINEAGE_KIND_CREATED &&
         (status == CADRE_POST_STATUS_EXISTING || status == CADRE_POST_STATUS_CHANGED);
}

static void
check_lineages (const CadreValidation *self)
{
  const CadreTable *lineages = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINEAGE);
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);

  for (guint32 i = 0; i < lineages->n_rows; i++)
    {
      CadreLineageKind kind = cadre_table_word (lineages, CADRE_FIELD_LINEAGE_KIND, i);
      gboolean has_predecessor = is_stated (lineages, CADRE_FIELD_LINEAGE_PREDECESSOR, i);
      guint32 post = cadre_table_reference (lineages, CADRE_FIELD_LINEAGE_POST, i);

      if (kind == CADRE_LINEAGE_KIND_UNKNOWN)
        cadre_validate_add (self, CADRE_RULE_LINEAGE_UNKNOWN_KIND, lineages->kind, i,
                            CADRE_FIELD_LINEAGE_KIND);
      else if (has_predecessor == (kind == CADRE_LINEAGE_KIND_CREATED))
        cadre_validate_add (self, CADRE_RULE_LINEAGE_PREDECESSOR, lineages->kind, i,
                            CADRE_FIELD_LINEAGE_PREDECESSOR);

      if (post < posts->n_rows &&
          is_lineage_contradiction (cadre_table_word (posts, CADRE_FIELD_POST_STATUS, post), kind))
        cadre_validate_add (self, CADRE_RULE_STATUS_CONTRADICTION, lineages->kind, i,
                            CADRE_FIELD_LINEAGE_KIND);
    }
}

static gboolean
has_text (const CadreValidation *self, const CadreTable *table, guint field, guint32 row)
{
  guint32 i = 0;

  if (is_stated (table, field, row))
    return TRUE;

  i = cadre_tables_first_translation (self->tables, table->kind, row, field);
  return i < self->tables->n_translations &&
         cadre_translation_is_of (&self->tables->translations[i], table->kind, row, field);
}

static void
check_titles (const CadreValidation *self)
{
  static const struct
  {
    CadreRecordKind kind;
    guint field;
  } titles[] = {
    { CADRE_RECORD_KIND_ORGANISATION, CADRE_FIELD_ORGANISATION_NAME },
    { CADRE_RECORD_KIND_BODY, CADRE_FIELD_BODY_NAME },
    { CADRE_RECORD_KIND_UNIT, CADRE_FIELD_UNIT_NAME },
    { CADRE_RECORD_KIND_FUNCTION, CADRE_FIELD_FUNCTION_NAME },
    { CADRE_RECORD_KIND_POST, CADRE_FIELD_POST_TITLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      const CadreTable *table = cadre_tables_get (self->tables, titles[i].kind);

      for (guint32 row = 0; row < table->n_rows; row++)
        if (!has_text (self, table, titles[i].field, row))
          cadre_validate_add (self, CADRE_RULE_TITLE_MISSING, table->kind, row, titles[i].field);
    }
}

gboolean
cadre_validate_posts (const CadreValidation *self)
{
  const CadreTable *posts = cadre_tables_get (self->tables, CADRE_RECORD_KIND_POST);
  gboolean has_employers = self->tables->tables[CADRE_RECORD_KIND_ORGANISATION].n_rows > 0;
  /* Few structures have the fields that most of it is about. */
  gboolean has_pay = posts->columns[CADRE_FIELD_POST_PAY_MIN] != NULL &&
                     posts->columns[CADRE_FIELD_POST_PAY_MAX] != NULL;
  gboolean has_tiers = posts->columns[CADRE_FIELD_POST_TIER] != NULL;
  gboolean has_statuses = posts->columns[CADRE_FIELD_POST_STATUS] != NULL;

  for (guint32 i = 0; i < posts->n_rows; i++)
    {
      if (has_pay)
        check_pay (self, posts, i);
      if (has_tiers)
        check_tier (self, posts, i);
      if (has_statuses)
        check_status (self, posts, i);
      if (!has_employers)
        continue;
      if (cadre_staffing_is_outside (self->tables, self->outside_units, i))
        continue;
      check_welsh (self, posts, i);
      if (cadre_table_code (posts, CADRE_FIELD_POST_EMPLOYER, i) == CADRE_STRING_UNKNOWN)
        add (self, CADRE_RULE_EMPLOYER_MISSING, i, CADRE_FIELD_POST_EMPLOYER);
    }

  check_lineages (self);
  check_titles (self);
  return TRUE;
}
