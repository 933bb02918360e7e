/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Cases out of documents. */

#include "config.h"

#include "matching/cadre-case-private.h"
#include "matching/cadre-log-private.h"
#include "matching/cadre-members-private.h"
#include <cadre/cadre-enum-types.h>

#define CASE_VERSION 1

typedef struct
{
  CadreCase *self;
  CadreLimits *limits; /* (nullable) */
} Loading;

static gboolean
read_structure (CadreReader *reader,
                CadreLimits *limits,
                CadreStructure **structure,
                GCancellable *cancellable,
                GError **error)
{
  if (!cadre_reader_begin (reader, CADRE_TOKEN_BEGIN_OBJECT, "a structure is an object",
                           cancellable, error))
    return FALSE;

  g_clear_object (structure);
  *structure = cadre_structure_read_members (reader, limits, cancellable, error);
  return *structure != NULL;
}

static gboolean
read_before (CadreReader *reader, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Loading *loading = user_data;

  return read_structure (reader, loading->limits, &loading->self->before, cancellable, error);
}

static gboolean
read_after (CadreReader *reader, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Loading *loading = user_data;

  return read_structure (reader, loading->limits, &loading->self->after, cancellable, error);
}

/* Reads an array of objects; @read_row reads each from inside. */
static gboolean
read_rows (CadreReader *reader,
           CadreMemberFunc read_row,
           gpointer user_data,
           GCancellable *cancellable,
           GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  if (!cadre_reader_begin (reader, CADRE_TOKEN_BEGIN_ARRAY, "a list stands here", cancellable,
                           error))
    return FALSE;

  for (;;)
    {
      if (!cadre_reader_next (reader, &token, cancellable, error))
        return FALSE;
      if (token == CADRE_TOKEN_END_ARRAY)
        return TRUE;
      if (token != CADRE_TOKEN_BEGIN_OBJECT)
        return cadre_reader_fail_form (reader, error, "only objects may stand in this list");
      if (!read_row (reader, user_data, cancellable, error))
        return FALSE;
    }
}

static gboolean
read_pair (CadreReader *reader, gpointer user_data, GCancellable *cancellable, GError **error)
{
  static const CadreMemberSpec specs[] = {
    { "before", NULL }, { "after", NULL },  { "kind", NULL },
    { "note", NULL },   { "source", NULL }, { NULL },
  };
  Loading *loading = user_data;
  g_auto (CadreMembers) members = { 0 };
  g_autoptr (CadrePair) pair = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *note = NULL;
  g_autofree char *source = NULL;
  int kind = 0;

  if (!cadre_members_read (&members, reader, specs, NULL, cancellable, error) ||
      !cadre_members_get_id (&members, 0, &before, error) ||
      !cadre_members_get_id (&members, 1, &after, error) ||
      !cadre_members_get_word (&members, 2, CADRE_TYPE_LINEAGE_KIND, &kind, error) ||
      !cadre_members_get_string (&members, 3, &note, error) ||
      !cadre_members_get_string (&members, 4, &source, error))
    return FALSE;
  if (before == NULL && after == NULL)
    return cadre_members_fail (&members, error, "a pair has “before” or “after”");

  pair = g_object_new (CADRE_TYPE_PAIR, "before", before, "after", after, "kind", kind, "basis",
                       CADRE_PAIR_BASIS_CONFIRMED, "note", note, "source", source, NULL);
  cadre_members_keep_unknown (&members, G_OBJECT (pair));
  cadre_case_add_pair (loading->self, pair);
  return TRUE;
}

static gboolean
read_pairs (CadreReader *reader, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return read_rows (reader, read_pair, user_data, cancellable, error);
}

static gboolean
read_policy (CadreReader *reader, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Loading *loading = user_data;
  g_autoptr (CadrePolicy) policy = cadre_policy_read_members (reader, cancellable, error);

  if (policy == NULL)
    return FALSE;

  cadre_case_add_policy (loading->self, policy);
  return TRUE;
}

static gboolean
read_policies (CadreReader *reader, gpointer user_data, GCancellable *cancellable, GError **error)
{
  return read_rows (reader, read_policy, user_data, cancellable, error);
}

static gboolean
read_declaration (CadreReader *reader,
                  gpointer user_data,
                  GCancellable *cancellable,
                  GError **error)
{
  static const CadreMemberSpec specs[] = {
    { "assignment", NULL }, { "post", NULL },   { "outcome", NULL },
    { "words", NULL },      { "source", NULL }, { NULL },
  };
  Loading *loading = user_data;
  g_auto (CadreMembers) members = { 0 };
  g_autoptr (CadreDeclaration) declaration = NULL;
  g_autofree char *assignment = NULL;
  g_autofree char *post = NULL;
  g_autofree char *words = NULL;
  g_autofree char *source = NULL;
  int outcome = 0;

  if (!cadre_members_read (&members, reader, specs, NULL, cancellable, error) ||
      !cadre_members_get_id (&members, 0, &assignment, error) ||
      !cadre_members_get_id (&members, 1, &post, error) ||
      !cadre_members_get_word (&members, 2, CADRE_TYPE_DECLARED_OUTCOME, &outcome, error) ||
      !cadre_members_get_text (&members, 3, loading->self->language, &words, error) ||
      !cadre_members_get_string (&members, 4, &source, error))
    return FALSE;
  if (assignment == NULL && post == NULL)
    return cadre_members_fail (&members, error, "a declaration has “assignment” or “post”");

  declaration = cadre_declaration_new (assignment, post, outcome, words, source);
  cadre_members_keep_unknown (&members, G_OBJECT (declaration));
  cadre_case_add_declaration (loading->self, declaration);
  return TRUE;
}

static gboolean
read_declarations (CadreReader *reader,
                   gpointer user_data,
                   GCancellable *cancellable,
                   GError **error)
{
  return read_rows (reader, read_declaration, user_data, cancellable, error);
}

static gboolean
read_scope (CadreReader *reader, gpointer user_data, GCancellable *cancellable, GError **error)
{
  static const CadreMemberSpec specs[] = { { "posts", NULL }, { NULL } };
  Loading *loading = user_data;
  g_auto (CadreMembers) members = { 0 };
  g_auto (GStrv) posts = NULL;

  if (!cadre_reader_begin (reader, CADRE_TOKEN_BEGIN_OBJECT, "the scope is an object", cancellable,
                           error) ||
      !cadre_members_read (&members, reader, specs, NULL, cancellable, error) ||
      !cadre_members_get_list (&members, 0, &posts, error))
    return FALSE;

  cadre_case_set_scope (loading->self, (const char *const *) posts);
  g_free (loading->self->scope_unknown);
  loading->self->scope_unknown = cadre_members_dup_unknown (&members);
  return TRUE;
}

static gboolean
read_cut_offs (CadreReader *reader, gpointer user_data, GCancellable *cancellable, GError **error)
{
  static const CadreMemberSpec specs[] = {
    { "slotting-in", NULL },
    { "limited-competition", NULL },
    { "wider-competition", NULL },
    { NULL },
  };
  Loading *loading = user_data;
  g_auto (CadreMembers) members = { 0 };

  if (!cadre_reader_begin (reader, CADRE_TOKEN_BEGIN_OBJECT, "the cut-offs are an object",
                           cancellable, error) ||
      !cadre_members_read (&members, reader, specs, NULL, cancellable, error))
    return FALSE;

  for (guint i = 0; specs[i].name != NULL; i++)
    {
      g_autoptr (CadreDate) date = NULL;

      if (!cadre_members_get_date (&members, i, &date, error))
        return FALSE;
      cadre_case_set_cut_off (loading->self, (CadreStage) (CADRE_STAGE_SLOTTING_IN + i), date);
    }

  loading->self->cut_offs_unknown = cadre_members_dup_unknown (&members);
  return TRUE;
}

static gboolean
read_log (CadreReader *reader, gpointer user_data, GCancellable *cancellable, GError **error)
{
  Loading *loading = user_data;

  return cadre_log_read_array (loading->self->log, reader, cancellable, error);
}

enum
{
  MEMBER_ID,
  MEMBER_TITLE,
  MEMBER_LANGUAGE,
  MEMBER_SOURCE,
  MEMBER_NOTES,
  MEMBER_DECISION_DATE,
  MEMBER_BEFORE_DATE,
  MEMBER_AFTER_DATE,
  MEMBER_BEFORE,
  MEMBER_AFTER
};

static const CadreMemberSpec case_members[] = {
  [MEMBER_ID] = { "id", NULL },
  [MEMBER_TITLE] = { "title", NULL },
  [MEMBER_LANGUAGE] = { "language", NULL },
  [MEMBER_SOURCE] = { "source", NULL },
  [MEMBER_NOTES] = { "notes", NULL },
  [MEMBER_DECISION_DATE] = { "decision-date", NULL },
  [MEMBER_BEFORE_DATE] = { "before-date", NULL },
  [MEMBER_AFTER_DATE] = { "after-date", NULL },
  [MEMBER_BEFORE] = { "before", read_before },
  [MEMBER_AFTER] = { "after", read_after },
  { "mapping", read_pairs },
  { "policies", read_policies },
  { "declared", read_declarations },
  { "scope", read_scope },
  { "cut-offs", read_cut_offs },
  { "log", read_log },
  { NULL },
};

static gboolean
take_members (CadreCase *self, const CadreMembers *members, GError **error)
{
  g_autofree char *language = NULL;

  if (!cadre_members_get_id (members, MEMBER_ID, &self->id, error) ||
      !cadre_members_get_string (members, MEMBER_LANGUAGE, &language, error))
    return FALSE;

  if (language != NULL)
    {
      g_free (self->language);
      self->language = g_steal_pointer (&language);
    }
  self->unknown = cadre_members_dup_unknown (members);

  return cadre_members_get_text (members, MEMBER_TITLE, self->language, &self->title, error) &&
         cadre_members_get_string (members, MEMBER_SOURCE, &self->source, error) &&
         cadre_members_get_list (members, MEMBER_NOTES, &self->notes, error) &&
         cadre_members_get_date (members, MEMBER_DECISION_DATE, &self->decision_date, error) &&
         cadre_members_get_date (members, MEMBER_BEFORE_DATE, &self->before_date, error) &&
         cadre_members_get_date (members, MEMBER_AFTER_DATE, &self->after_date, error);
}

/**
 * cadre_case_read:
 * @reader: a #CadreReader at the beginning of its document
 * @limits: (nullable): what the structures may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Reads a document of the kind `case`.
 *
 * Returns: (transfer full): the case, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreCase *
cadre_case_read (CadreReader *reader,
                 CadreLimits *limits,
                 GCancellable *cancellable,
                 GError **error)
{
  g_autoptr (CadreCase) self = NULL;
  g_auto (CadreMembers) members = { 0 };
  Loading loading = { NULL, limits };
  CadreToken token = CADRE_TOKEN_END;

  g_return_val_if_fail (CADRE_IS_READER (reader), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = cadre_case_new ();
  loading.self = self;
  if (!cadre_reader_read_head (reader, "case", CASE_VERSION, NULL, cancellable, error) ||
      !cadre_members_read (&members, reader, case_members, &loading, cancellable, error) ||
      !take_members (self, &members, error) ||
      !cadre_reader_next (reader, &token, cancellable, error))
    return NULL;

  if (self->before == NULL || self->after == NULL)
    {
      g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_INCOMPLETE,
                           "The case does not hold the structures “before” and “after”");
      return NULL;
    }

  return g_steal_pointer (&self);
}

/**
 * cadre_case_load:
 * @file: the file
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Loads a case from a JSON document.
 *
 * Returns: (transfer full): the case, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreCase *
cadre_case_load (GFile *file, CadreLimits *limits, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreReader) reader = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = cadre_reader_new_for_file (file, limits, cancellable, error);
  return reader != NULL ? cadre_case_read (reader, limits, cancellable, error) : NULL;
}

/**
 * cadre_case_load_bytes:
 * @bytes: the document
 * @limits: (nullable): what the document may ask for, or %NULL for
 *   cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Loads a case from a JSON document in memory, as cadre_case_load() does.
 *
 * Returns: (transfer full): the case, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreCase *
cadre_case_load_bytes (GBytes *bytes,
                       CadreLimits *limits,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (CadreReader) reader = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  reader = cadre_reader_new_for_bytes (bytes, limits);
  return cadre_case_read (reader, limits, cancellable, error);
}
