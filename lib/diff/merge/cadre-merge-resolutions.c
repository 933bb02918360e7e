/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* How conflicts were resolved, as a document. A resolution is found again by what
 * the conflict is about, and holds as long as what the three sides say is the
 * same: of that it only keeps a hash. */

#include "config.h"

#include "base/cadre-issue-list-private.h"
#include "diff/cadre-change-private.h"
#include "diff/merge/cadre-merge-private.h"
#include <cadre/cadre-enum-types.h>

#include <string.h>

#define KIND "resolutions"
#define VERSION 1

/* Lengths stand before texts, so that no two lists of texts are hashed alike. */
static void
add_text (GChecksum *checksum, const char *text)
{
  const gsize length = text != NULL ? strlen (text) : 0;
  g_autofree char *head =
    text != NULL ? g_strdup_printf ("%" G_GSIZE_FORMAT ":", length) : g_strdup ("-");

  g_checksum_update (checksum, (const guchar *) head, -1);
  g_checksum_update (checksum, (const guchar *) text, (gssize) length);
}

static char *
dup_values (CadreMerge *self, const CadreMergeFinding *finding)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < 3; i++)
    add_text (checksum, cadre_merge_text (self, finding->values[i]));
  for (guint i = 0; i < 2 && finding->kind == CADRE_MERGE_CONFLICT_KIND_SAME_KEY; i++)
    add_text (checksum, cadre_merge_text (self, finding->was[i]));
  return g_strdup (g_checksum_get_string (checksum));
}

/* What is about the same in any merge, whatever number it has there. */
static void
add_op (GChecksum *checksum, CadreMerge *self, const CadreMergeOp *op)
{
  add_text (checksum, op->side == CADRE_OURS ? "ours" : "theirs");
  add_text (checksum, cadre_patch_action_name (op->op.action));
  add_text (checksum, cadre_patch_kind_name (op->op.kind));
  add_text (checksum, cadre_patch_field_name (op->op.kind, op->op.field));
  add_text (checksum, cadre_merge_text (self, op->op.key));
  add_text (checksum, cadre_merge_text (self, op->op.before));
  add_text (checksum, cadre_merge_text (self, op->op.after));
}

/* One circle may come of how another one that begins with the same record is resolved: the
 * two differ in who is in them, or by what. */
static char *
dup_name (CadreMerge *self, const CadreMergeFinding *finding)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  add_text (checksum, cadre_nick (CADRE_TYPE_MERGE_CONFLICT_KIND, finding->kind));
  add_text (checksum, cadre_patch_kind_name (finding->record_kind));
  add_text (checksum, cadre_patch_field_name (finding->record_kind, finding->field));
  add_text (checksum, cadre_merge_text (self, finding->key));
  if (cadre_merge_finding_is_circle (finding))
    {
      add_text (checksum, cadre_merge_text (self, finding->circling));
      for (guint i = 0; i < finding->ops->len; i++)
        add_op (checksum, self, cadre_merge_op (self, g_array_index (finding->ops, guint32, i)));
    }
  return g_strdup (g_checksum_get_string (checksum));
}

static void
write_text (CadreWriter *writer, const char *name, const char *text)
{
  if (text == NULL)
    return;

  cadre_writer_member (writer, name);
  cadre_writer_string (writer, text);
}

/* A string of a document, without its quotes; NULL where the value is none. */
static char *
dup_string (const char *json, gsize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, length);
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, NULL);
  CadreToken token = CADRE_TOKEN_END;

  return cadre_reader_next (reader, &token, NULL, NULL) && token == CADRE_TOKEN_STRING
           ? g_strdup (cadre_reader_get_text (reader, NULL))
           : NULL;
}

/* What a later version says of a resolution stays. */
static void
write_unknown (CadreWriter *writer, const char *object)
{
  const char *place = NULL;
  CadrePatchMember member;

  while (object != NULL && cadre_patch_next_member (object, &place, &member))
    {
      g_autofree char *name = dup_string (member.name - 1, member.name_length + 2);
      g_autofree char *value = g_strndup (member.value, member.length);

      cadre_writer_member (writer, name);
      cadre_writer_canonical (writer, value);
    }
}

static void
write_resolution (CadreMerge *self, const CadreMergeFinding *finding, CadreWriter *writer)
{
  g_autofree char *name = dup_name (self, finding);
  g_autofree char *values = dup_values (self, finding);
  g_autofree char *on = finding->on != NULL ? cadre_date_to_string (finding->on) : NULL;
  g_autofree char *key = cadre_merge_dup_key (self, finding);
  g_autofree char *circling =
    cadre_merge_finding_is_circle (finding) ? cadre_merge_dup_circling (self, finding) : NULL;

  cadre_writer_member (writer, name);
  cadre_writer_begin_object (writer);
  write_text (writer, "conflict", cadre_nick (CADRE_TYPE_MERGE_CONFLICT_KIND, finding->kind));
  write_text (writer, "record", cadre_patch_kind_name (finding->record_kind));
  if (key != NULL)
    {
      cadre_writer_member (writer, "key");
      cadre_writer_canonical (writer, key);
    }
  if (circling != NULL)
    {
      cadre_writer_member (writer, "circle");
      cadre_writer_canonical (writer, circling);
    }
  write_text (writer, "field", cadre_patch_field_name (finding->record_kind, finding->field));
  write_text (writer, "values", values);
  write_text (writer, "choice", cadre_nick (CADRE_TYPE_MERGE_CHOICE, finding->choice));
  if (finding->value != NULL)
    {
      cadre_writer_member (writer, "value");
      cadre_writer_canonical (writer, finding->value);
    }
  write_text (writer, "by", finding->by);
  write_text (writer, "on", on);
  write_text (writer, "why", finding->why);
  write_unknown (writer, finding->unknown);
  cadre_writer_end_object (writer);
}

/**
 * cadre_merge_write_resolutions:
 * @self: a #CadreMerge
 * @redaction: who it is for
 * @writer: where to write them
 * @error: return location for a #GError, or %NULL
 *
 * Writes how the conflicts are resolved, as a document. Those that are not
 * resolved are not in it.
 *
 * The document holds keys of any records, and values that people have stated, so
 * that only who may see everything may have it.
 *
 * Returns: whether they were written; %FALSE with @error set if @redaction does
 *   not show everything
 *
 * Since: 1.0
 */
gboolean
cadre_merge_write_resolutions (CadreMerge *self,
                               CadreRedaction *redaction,
                               CadreWriter *writer,
                               GError **error)
{
  g_return_val_if_fail (CADRE_IS_MERGE (self), FALSE);
  g_return_val_if_fail (CADRE_IS_REDACTION (redaction), FALSE);
  g_return_val_if_fail (CADRE_IS_WRITER (writer), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (cadre_redaction_get_level (redaction) != CADRE_REDACTION_LEVEL_FULL)
    {
      g_set_error_literal (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_REDACTION,
                           "Resolutions can only be written in full");
      return FALSE;
    }

  cadre_writer_begin_document (writer, KIND, VERSION);
  cadre_writer_member (writer, "resolutions");
  cadre_writer_begin_object (writer);
  for (guint i = 0; i < self->findings->len; i++)
    if (((CadreMergeFinding *) self->findings->pdata[i])->choice != CADRE_MERGE_CHOICE_NONE)
      write_resolution (self, self->findings->pdata[i], writer);
  cadre_writer_end_object (writer);
  cadre_writer_end_object (writer);
  return TRUE;
}

/* A member that is a plain string, without its quotes. */
static char *
dup_member (const char *object, const char *name)
{
  CadrePatchMember member;

  if (!cadre_patch_find_member (object, name, &member) || member.length < 2 ||
      member.value[0] != '"')
    return NULL;

  return g_strndup (member.value + 1, member.length - 2);
}

static CadreMergeChoice
find_choice (const char *nick)
{
  g_autoptr (GEnumClass) words = g_type_class_ref (CADRE_TYPE_MERGE_CHOICE);
  const GEnumValue *value = nick != NULL ? g_enum_get_value_by_nick (words, nick) : NULL;

  return value != NULL ? (CadreMergeChoice) value->value : CADRE_MERGE_CHOICE_NONE;
}

static void
report (CadreIssueList *issues, const char *code, const char *message, const char *name)
{
  g_autofree char *origin = g_strconcat ("/resolutions/", name, NULL);

  cadre_issue_list_add_fields (issues, code, CADRE_SEVERITY_WARNING, message, origin, NULL,
                               "Resolve the conflict anew");
}

/* A text that may be missing; FALSE with @error set where it is something else. */
static gboolean
read_text (const char *object, const char *name, char **text, GError **error)
{
  CadrePatchMember member;

  if (!cadre_patch_find_member (object, name, &member))
    return TRUE;

  *text = dup_string (member.value, member.length);
  if (*text == NULL)
    g_set_error (error, CADRE_DIFF_ERROR, CADRE_DIFF_ERROR_MERGE,
                 "The member %s of a resolution is no text", name);
  return *text != NULL;
}

static gboolean
is_known (const CadrePatchMember *member)
{
  static const char *const names[] = { "conflict", "record", "key", "circle", "field", "values",
                                       "choice",   "value",  "by",  "on",     "why" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (strlen (names[i]) == member->name_length &&
        memcmp (names[i], member->name, member->name_length) == 0)
      return TRUE;

  return FALSE;
}

/* The members that this version does not know, as an object; NULL where there is none. */
static char *
dup_unknown (const char *object)
{
  GString *text = g_string_new ("{");
  const char *place = NULL;
  CadrePatchMember member;

  while (cadre_patch_next_member (object, &place, &member))
    if (!is_known (&member))
      g_string_append_printf (text, "%s\"%.*s\":%.*s", text->len > 1 ? "," : "",
                              (int) member.name_length, member.name, (int) member.length,
                              member.value);
  g_string_append_c (text, '}');
  return g_string_free (text, text->len == 2);
}

static gboolean
replay_reasons (CadreMerge *self, guint position, const char *object, GError **error)
{
  g_autofree char *by = NULL;
  g_autofree char *day = NULL;
  g_autofree char *why = NULL;
  g_autoptr (CadreDate) on = NULL;
  CadreMergeFinding *finding = self->findings->pdata[position];

  if (!read_text (object, "by", &by, error) || !read_text (object, "on", &day, error) ||
      !read_text (object, "why", &why, error))
    return FALSE;
  on = day != NULL ? cadre_date_new_parse (day, error) : NULL;
  if (day != NULL && on == NULL)
    return FALSE;
  if (finding->choice == CADRE_MERGE_CHOICE_NONE)
    return TRUE;

  g_free (finding->unknown);
  finding->unknown = dup_unknown (object);
  return cadre_merge_explain_resolution (self, position, by, on, why, error);
}

static gboolean
replay (CadreMerge *self,
        guint position,
        const char *name,
        const char *object,
        CadreIssueList *issues,
        GError **error)
{
  g_autofree char *expected = dup_values (self, self->findings->pdata[position]);
  g_autofree char *values = dup_member (object, "values");
  g_autofree char *nick = dup_member (object, "choice");
  g_autofree char *value = NULL;
  const CadreMergeChoice choice = find_choice (nick);
  CadrePatchMember member;

  if (g_strcmp0 (values, expected) != 0)
    {
      report (issues, "diff.merge.stale-resolution",
              "What the sides say of the conflict is not what it was when it was resolved", name);
      return TRUE;
    }

  if (choice == CADRE_MERGE_CHOICE_VALUE && cadre_patch_find_member (object, "value", &member))
    value = g_strndup (member.value, member.length);
  return cadre_merge_resolve (self, position, choice, value, error) &&
         replay_reasons (self, position, object, error);
}

/* The resolutions of a document by their names; those that are no objects are left out. */
static GHashTable *
index_resolutions (const char *object)
{
  GHashTable *resolutions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  const char *place = NULL;
  CadrePatchMember member;

  while (cadre_patch_next_member (object, &place, &member))
    if (member.value[0] == '{')
      g_hash_table_insert (resolutions, g_strndup (member.name, member.name_length),
                           g_strndup (member.value, member.length));
  return resolutions;
}

static void
report_others (const char *object, GHashTable *replayed, CadreIssueList *issues)
{
  const char *place = NULL;
  CadrePatchMember member;

  while (cadre_patch_next_member (object, &place, &member))
    {
      g_autofree char *name = g_strndup (member.name, member.name_length);

      if (!g_hash_table_contains (replayed, name))
        report (issues, "diff.merge.unknown-resolution", "There is no such conflict to resolve",
                name);
    }
}

/* In the order of the list: what a resolution makes of it stands behind what is resolved. */
static gboolean
replay_all (CadreMerge *self, const char *object, CadreIssueList *issues, GError **error)
{
  g_autoptr (GHashTable) resolutions = index_resolutions (object);
  g_autoptr (GHashTable) replayed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < self->findings->len; i++)
    {
      g_autofree char *name = dup_name (self, self->findings->pdata[i]);
      const char *resolution = g_hash_table_lookup (resolutions, name);

      if (resolution == NULL)
        continue;
      if (!replay (self, i, name, resolution, issues, error))
        return FALSE;
      g_hash_table_add (replayed, g_steal_pointer (&name));
    }

  report_others (object, replayed, issues);
  return TRUE;
}

static gboolean
read_document (CadreMerge *self,
               CadreReader *reader,
               CadreIssueList *issues,
               GCancellable *cancellable,
               GError **error)
{
  CadreToken token = CADRE_TOKEN_END;

  if (!cadre_reader_read_head (reader, KIND, VERSION, NULL, cancellable, error))
    return FALSE;

  while (cadre_reader_next (reader, &token, cancellable, error))
    {
      g_autofree char *text = NULL;
      gboolean wanted = FALSE;

      if (token != CADRE_TOKEN_MEMBER)
        return TRUE;
      wanted = strcmp (cadre_reader_get_text (reader, NULL), "resolutions") == 0;
      text = cadre_reader_read_canonical (reader, cancellable, error);
      if (text == NULL || (wanted && text[0] == '{' && !replay_all (self, text, issues, error)))
        return FALSE;
    }

  return FALSE;
}

/**
 * cadre_merge_replay:
 * @self: a #CadreMerge
 * @reader: a reader of a document of resolutions
 * @cancellable: (nullable): a #GCancellable, or %NULL
 * @error: return location for a #GError, or %NULL
 *
 * Resolves conflicts as they were resolved in an earlier merge, with who has decided so, when
 * and why. What a document says of a resolution and this version does not know is
 * kept, and written again.
 *
 * The issues are `diff.merge.stale-resolution`, where a side says something else
 * by now, and `diff.merge.unknown-resolution`, where there is no such conflict any
 * more.
 *
 * Returns: (transfer full): what was not replayed, or %NULL with @error set if it
 *   is no such document, or it was cancelled
 *
 * Since: 1.0
 */
CadreIssueList *
cadre_merge_replay (CadreMerge *self,
                    CadreReader *reader,
                    GCancellable *cancellable,
                    GError **error)
{
  g_autoptr (CadreLimits) limits = NULL;
  g_autoptr (CadreIssueList) issues = NULL;

  g_return_val_if_fail (CADRE_IS_MERGE (self), NULL);
  g_return_val_if_fail (CADRE_IS_READER (reader), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  limits = cadre_limits_new_bounded ();
  issues = cadre_issue_list_new (cadre_limits_get_max_issues (limits));
  if (!read_document (self, reader, issues, cancellable, error))
    return NULL;

  cadre_issue_list_seal (issues);
  return g_steal_pointer (&issues);
}
