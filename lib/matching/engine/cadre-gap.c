/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What the paper says, beside what the policy gives. */

#include "config.h"

#include "matching/engine/cadre-rows-private.h"

static CadreOutcomeGap
gap_to_no_change (CadreOutcomeKind kind)
{
  switch ((int) kind)
    {
    case CADRE_OUTCOME_KIND_UNCHANGED:
      return CADRE_OUTCOME_GAP_AGREES;
    case CADRE_OUTCOME_KIND_TO_BE_CHECKED:
    case CADRE_OUTCOME_KIND_UNRESOLVED:
    case CADRE_OUTCOME_KIND_HELD:
      return CADRE_OUTCOME_GAP_UNVERIFIED;
    default:
      return CADRE_OUTCOME_GAP_DIFFERS;
    }
}

static CadreOutcomeGap
gap_to_slotting_in (CadreOutcomeKind kind, CadreStage stage)
{
  switch ((int) kind)
    {
    case CADRE_OUTCOME_KIND_SLOTTED:
      return CADRE_OUTCOME_GAP_AGREES;
    case CADRE_OUTCOME_KIND_FILLED:
    case CADRE_OUTCOME_KIND_PART_FILLED:
      return stage == CADRE_STAGE_SLOTTING_IN ? CADRE_OUTCOME_GAP_AGREES
                                              : CADRE_OUTCOME_GAP_DIFFERS;
    case CADRE_OUTCOME_KIND_TO_BE_CHECKED:
    case CADRE_OUTCOME_KIND_UNRESOLVED:
    case CADRE_OUTCOME_KIND_HELD:
      return CADRE_OUTCOME_GAP_UNVERIFIED;
    default:
      return CADRE_OUTCOME_GAP_DIFFERS;
    }
}

static CadreOutcomeGap
gap_to_stage (CadreStage wanted, CadreOutcomeKind kind, CadreStage stage)
{
  if (kind == CADRE_OUTCOME_KIND_TO_BE_CHECKED || kind == CADRE_OUTCOME_KIND_HELD ||
      (kind == CADRE_OUTCOME_KIND_UNRESOLVED && stage != wanted))
    return CADRE_OUTCOME_GAP_UNVERIFIED;

  return stage == wanted ? CADRE_OUTCOME_GAP_AGREES : CADRE_OUTCOME_GAP_DIFFERS;
}

CadreOutcomeGap
cadre_gap_find (CadreDeclaredOutcome declared, CadreOutcomeKind kind, CadreStage stage)
{
  switch (declared)
    {
    case CADRE_DECLARED_OUTCOME_NO_CHANGE:
      return gap_to_no_change (kind);
    case CADRE_DECLARED_OUTCOME_SLOTTING_IN:
      return gap_to_slotting_in (kind, stage);
    case CADRE_DECLARED_OUTCOME_RING_FENCE:
      return gap_to_stage (CADRE_STAGE_LIMITED_COMPETITION, kind, stage);
    case CADRE_DECLARED_OUTCOME_COMPETITION:
      return gap_to_stage (CADRE_STAGE_WIDER_COMPETITION, kind, stage);
    case CADRE_DECLARED_OUTCOME_DEFERRED:
      return kind == CADRE_OUTCOME_KIND_DEFERRED ? CADRE_OUTCOME_GAP_AGREES
                                                 : CADRE_OUTCOME_GAP_DIFFERS;
    case CADRE_DECLARED_OUTCOME_UNKNOWN:
    default:
      return CADRE_OUTCOME_GAP_NOT_DECLARED;
    }
}

/* What the documents say of posts. */
static void
read_posts (CadreRowWriter *self)
{
  const CadreSide *after = &self->engine->sides[CADRE_AFTER];
  const CadreTable *posts = cadre_tables_get (after->tables, CADRE_RECORD_KIND_POST);

  for (guint32 post = 0; post < after->n_posts; post++)
    {
      self->post_declared[post] =
        (guint8) cadre_table_word (posts, CADRE_FIELD_POST_DECLARED_OUTCOME, post);
      self->post_words[post] =
        cadre_tables_text (after->tables,
                           cadre_table_code (posts, CADRE_FIELD_POST_DECLARED_WORDS, post));
    }
}

/* What is known of a declaration while they are read. */
enum
{
  SAID = 1 << 0,
  CONTRADICTED = 1 << 1,
};

typedef struct
{
  CadreRowWriter *writer;
  guint8 *assignments; /* of the above, by assignment before */
  guint8 *posts;       /* and by post after */
} Reader;

/* Of words that mean the same the first in byte order are kept; of outcomes
 * that differ none is. */
static void
take_words (guint8 *state, guint8 *outcome, const char **words, guint8 said, const char *said_words)
{
  if (*state == 0)
    {
      *outcome = said;
      *words = said_words;
    }
  else if (*outcome != said)
    *state |= CONTRADICTED;
  else if (g_strcmp0 (said_words, *words) < 0)
    *words = said_words;
  *state |= SAID;
}

static void
take_declaration (Reader *reader, CadreDeclaration *declaration, guint index)
{
  CadreRowWriter *self = reader->writer;
  CadreEngine *engine = self->engine;
  guint8 outcome = (guint8) cadre_declaration_get_outcome (declaration);
  const char *id = cadre_declaration_get_assignment (declaration);
  const char *post_id = cadre_declaration_get_post (declaration);
  guint32 row = cadre_side_find (&engine->sides[CADRE_BEFORE], CADRE_RECORD_KIND_ASSIGNMENT, id);
  guint32 post = cadre_side_find (&engine->sides[CADRE_AFTER], CADRE_RECORD_KIND_POST, post_id);
  const char *words = cadre_engine_keep (engine, cadre_declaration_get_words (declaration));
  g_autofree char *origin = g_strdup_printf ("/declared/%u", index);

  if (self->run->is_main &&
      ((id != NULL && row == CADRE_NO_ROW) || (post_id != NULL && post == CADRE_NO_ROW)))
    cadre_engine_report (engine, "matching.declared.unknown", CADRE_SEVERITY_WARNING,
                         "The paper's words are about an assignment or a post that the case does "
                         "not hold",
                         origin, NULL, NULL);
  if (row != CADRE_NO_ROW)
    take_words (&reader->assignments[row], &self->declared[row], &self->declared_words[row],
                outcome, words);
  else if (id == NULL && post != CADRE_NO_ROW)
    take_words (&reader->posts[post], &self->post_declared[post], &self->post_words[post], outcome,
                words);
}

/* What the paper contradicts itself about it does not say. */
static void
drop_contradicted (Reader *self)
{
  CadreRowWriter *writer = self->writer;
  CadreEngine *engine = writer->engine;

  for (guint32 row = 0; row < engine->sides[CADRE_BEFORE].n_assignments; row++)
    if ((self->assignments[row] & CONTRADICTED) != 0)
      {
        writer->declared[row] = CADRE_DECLARED_OUTCOME_UNKNOWN;
        writer->declared_words[row] = NULL;
        cadre_run_report_assignment (writer->run, row, "matching.declared.contradicted",
                                     "The paper says several things of one assignment");
      }
  for (guint32 post = 0; post < engine->sides[CADRE_AFTER].n_posts; post++)
    if ((self->posts[post] & CONTRADICTED) != 0)
      {
        writer->post_declared[post] = CADRE_DECLARED_OUTCOME_UNKNOWN;
        writer->post_words[post] = NULL;
        if (writer->run->is_main)
          cadre_engine_report_post (engine, CADRE_AFTER, post, "matching.declared.contradicted",
                                    CADRE_SEVERITY_WARNING,
                                    "The paper says several things of one post");
      }
}

static gboolean
read_all (CadreRowWriter *writer, GListModel *list)
{
  g_autofree guint8 *assignments =
    g_try_malloc0 ((gsize) writer->engine->sides[CADRE_BEFORE].n_assignments + 1);
  g_autofree guint8 *posts = g_try_malloc0 ((gsize) writer->engine->sides[CADRE_AFTER].n_posts + 1);
  Reader reader = { writer, assignments, posts };

  if (assignments == NULL || posts == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (CadreDeclaration) declaration = g_list_model_get_item (list, i);

      take_declaration (&reader, declaration, i);
    }

  drop_contradicted (&reader);
  return TRUE;
}

gboolean
cadre_gap_read_declarations (CadreRowWriter *self)
{
  g_autoptr (GListModel) list = cadre_case_list_declarations (self->engine->source);
  gsize n_assignments = (gsize) self->engine->sides[CADRE_BEFORE].n_assignments + 1;
  gsize n_posts = (gsize) self->engine->sides[CADRE_AFTER].n_posts + 1;

  self->declared = g_try_malloc0 (n_assignments);
  self->declared_words = g_try_new0 (const char *, n_assignments);
  self->post_declared = g_try_malloc0 (n_posts);
  self->post_words = g_try_new0 (const char *, n_posts);
  if (self->declared == NULL || self->declared_words == NULL || self->post_declared == NULL ||
      self->post_words == NULL)
    return FALSE;

  read_posts (self);
  return read_all (self, list);
}
