/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* What of a response each level shows: what is not in the table is shown at
 * full only. */

#include "config.h"

#include "diff/responses/cadre-responses-private.h"

typedef struct
{
  const char *member;
  guint levels; /* a bit each */
} Row;

#define LEVEL(name) (1u << CADRE_REDACTION_LEVEL_##name)
/* Whoever sees the proposal sees what was said about it. */
#define PROPOSAL                                                                       \
  (LEVEL (MANAGER) | LEVEL (UNION) | LEVEL (CONSULTATION) | LEVEL (COMMITTEE_PUBLIC) | \
   LEVEL (COMMITTEE_EXEMPT))

static const Row rows[] = {
  { "id", PROPOSAL },
  { "date", LEVEL (UNION) | LEVEL (COMMITTEE_EXEMPT) },
  { "respondent", PROPOSAL | LEVEL (STATISTICS) },
  { "body", PROPOSAL },
  { "said", PROPOSAL },
  { "answer", PROPOSAL | LEVEL (STATISTICS) },
  { "reason", PROPOSAL },
  { "changes", PROPOSAL },
};

gboolean
cadre_response_shows (CadreRedactionLevel level, const char *member)
{
  if (level == CADRE_REDACTION_LEVEL_FULL)
    return TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (g_str_equal (rows[i].member, member))
      return (rows[i].levels & 1u << level) != 0;

  return FALSE;
}

static char *
dup_shown (CadreRedactionLevel level, const char *member, const char *text)
{
  return cadre_response_shows (level, member) ? g_strdup (text) : NULL;
}

static gboolean
is_personal (CadreRecordKind kind)
{
  return kind == CADRE_RECORD_KIND_PERSON || kind == CADRE_RECORD_KIND_ASSIGNMENT ||
         kind == CADRE_RECORD_KIND_ABSENCE;
}

static void
add_ties (CadreResponse *made, CadreResponse *self, CadreRedactionLevel level)
{
  const guint n = g_list_model_get_n_items (G_LIST_MODEL (self->ties));

  for (guint i = 0; cadre_response_shows (level, "changes") && i < n; i++)
    {
      g_autoptr (CadreResponseTie) tie = g_list_model_get_item (G_LIST_MODEL (self->ties), i);
      g_autoptr (CadreResponseTie) shown = cadre_response_shows (level, "")
                                             ? g_object_ref (tie)
                                             : cadre_response_tie_without_unknown (tie);

      if (level == CADRE_REDACTION_LEVEL_FULL ||
          !is_personal (cadre_response_tie_get_record_kind (tie)))
        g_list_store_append (made->ties, shown);
    }
}

static CadreResponse *
redact (CadreResponse *self, CadreRedactionLevel level)
{
  CadreResponse *made = g_object_new (CADRE_TYPE_RESPONSE, NULL);

  made->id = dup_shown (level, "id", self->id);
  if (cadre_response_shows (level, "respondent"))
    made->respondent = self->respondent;
  made->body = dup_shown (level, "body", self->body);
  if (self->date != NULL && cadre_response_shows (level, "date"))
    made->date = cadre_date_copy (self->date);
  made->said = dup_shown (level, "said", self->said);
  made->verbatim = dup_shown (level, "verbatim", self->verbatim);
  if (cadre_response_shows (level, "answer"))
    made->answer = self->answer;
  made->reason = dup_shown (level, "reason", self->reason);
  made->extra = dup_shown (level, "", self->extra);
  add_ties (made, self, level);
  return made;
}

/* Whether the level shows anything of a response. */
static gboolean
shows_any (CadreRedactionLevel level)
{
  return cadre_response_shows (level, "respondent");
}

/**
 * cadre_responses_redact:
 * @self: a #CadreResponses
 * @redaction: for whom
 *
 * Makes responses with what a level shows. Where it shows nothing of a response
 * there are none.
 *
 * Returns: (transfer full): the responses
 *
 * Since: 1.0
 */
CadreResponses *
cadre_responses_redact (CadreResponses *self, CadreRedaction *redaction)
{
  CadreResponses *made = NULL;
  CadreRedactionLevel level = CADRE_REDACTION_LEVEL_CONSULTATION;

  g_return_val_if_fail (CADRE_IS_RESPONSES (self), NULL);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), NULL);

  level = cadre_redaction_get_level (redaction);
  made = cadre_responses_new_empty (shows_any (level) ? self->title : NULL);
  made->extra = dup_shown (level, "", self->extra);
  for (guint i = 0; shows_any (level) && i < self->responses->len; i++)
    {
      g_autoptr (CadreResponse) response = redact (g_ptr_array_index (self->responses, i), level);

      if (!cadre_responses_add (made, response, NULL))
        continue; /* ids differ, as they did */
    }

  return made;
}
