/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-sealed-case
 * @Title: CadreSealedCase
 * @Short_Description: A case with its outcomes in one file, to be verified by anybody
 *
 * A #CadreSealedCase holds a case with its policies and its log, the outcomes that a run gave,
 * the version of the library, and the hashes of the rules, the case and the outcomes.
 * cadre_sealed_case_verify() runs the case again: the same library with the same rules gives
 * the same bytes, and else it is said which of them differs, and for whom.
 *
 * The file is a line of JSON with the hashes, a line of JSON for each outcome, and the
 * case as a document. It holds everything of a case, and is for those who may see it. A
 * seal shows that a file was changed, not by whom: keep its hashes elsewhere too.
 */

#include "config.h"

#include "base/cadre-integer-private.h"
#include "base/cadre-issue-list-private.h"
#include "base/cadre-progress-private.h"
#include "document/cadre-writer-private.h"
#include "matching/explain/cadre-sealed-case-private.h"
#include <cadre/cadre-document.h>
#include <cadre/cadre-matching-error.h>

#include <string.h>

#define KIND "sealed-case"
#define VERSION 1
#define MAX_DIFFERENCES 1000 /* that are listed one by one */

/**
 * CadreSealedCase:
 *
 * A case with its outcomes in one file, to be verified by anybody.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreSealedCase, cadre_sealed_case, G_TYPE_OBJECT)

static void
cadre_sealed_case_finalize (GObject *object)
{
  CadreSealedCase *self = CADRE_SEALED_CASE (object);

  g_clear_pointer (&self->library, g_free);
  g_clear_pointer (&self->rules, g_free);
  g_clear_pointer (&self->source_hash, g_free);
  g_clear_pointer (&self->answers_hash, g_free);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->loaded, g_bytes_unref);

  G_OBJECT_CLASS (cadre_sealed_case_parent_class)->finalize (object);
}

static void
cadre_sealed_case_class_init (CadreSealedCaseClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_sealed_case_finalize;
}

static void
cadre_sealed_case_init (CadreSealedCase *self)
{
  self->lines = g_ptr_array_new_with_free_func (g_free);
}

static char *
dup_hash (const char *text)
{
  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
}

/**
 * cadre_sealed_case_new:
 * @outcomes: the outcomes of a case
 * @error: return location for a #GError, or %NULL
 *
 * Seals a case with its outcomes.
 *
 * Returns: (transfer full): the seal, or %NULL with @error set where the case cannot be
 *   written
 *
 * Since: 1.0
 */
CadreSealedCase *
cadre_sealed_case_new (CadreOutcomes *outcomes, GError **error)
{
  g_autoptr (CadreSealedCase) self = NULL;
  g_autoptr (CadreRedaction) full = cadre_redaction_new (CADRE_REDACTION_LEVEL_FULL);
  GPtrArray *lines = NULL;

  g_return_val_if_fail (CADRE_IS_OUTCOMES (outcomes), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  self = g_object_new (CADRE_TYPE_SEALED_CASE, NULL);
  self->source = cadre_case_to_text (outcomes->source, full, error);
  lines = self->source != NULL ? cadre_sealed_case_dup_lines (outcomes, error) : NULL;
  if (lines == NULL)
    return NULL;

  g_ptr_array_unref (self->lines);
  self->lines = lines;
  self->rules = cadre_sealed_case_dup_rules_hash (outcomes);
  self->library = cadre_sealed_case_dup_library ();
  self->source_hash = dup_hash (self->source);
  self->answers_hash = cadre_sealed_case_dup_lines_hash (self->lines);
  return g_steal_pointer (&self);
}

static void
fail (GError **error, const char *message)
{
  g_set_error_literal (error, CADRE_MATCHING_ERROR, CADRE_MATCHING_ERROR_FORM, message);
}

/* The members of the first line. */
static gboolean
take_member (CadreSealedCase *self,
             CadreReader *reader,
             const char *name,
             gint64 *n_lines,
             GError **error)
{
  struct
  {
    const char *name;
    char **text;
  } members[] = { { "library", &self->library },
                  { "rules", &self->rules },
                  { "case", &self->source_hash },
                  { "outcomes", &self->answers_hash } };
  CadreToken token = CADRE_TOKEN_END;

  for (guint i = 0; i < G_N_ELEMENTS (members); i++)
    if (g_str_equal (name, members[i].name))
      {
        if (!cadre_reader_next (reader, &token, NULL, error))
          return FALSE;
        if (token != CADRE_TOKEN_STRING)
          {
            fail (error, "Line 1: a version or a hash is not a text");
            return FALSE;
          }
        g_free (*members[i].text);
        *members[i].text = g_strdup (cadre_reader_get_text (reader, NULL));
        return TRUE;
      }

  if (!g_str_equal (name, "lines"))
    return cadre_reader_skip_value (reader, NULL, error);
  if (!cadre_reader_next (reader, &token, NULL, error))
    return FALSE;
  *n_lines = -1;
  if (token == CADRE_TOKEN_NUMBER &&
      !cadre_integer_parse (cadre_reader_get_text (reader, NULL), 0, G_MAXUINT32, n_lines))
    *n_lines = -1;
  return TRUE;
}

static gboolean
read_head (CadreSealedCase *self, const char *line, gsize length, gint64 *n_lines, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (line, length);
  g_autoptr (CadreReader) reader = cadre_reader_new_for_bytes (bytes, NULL);
  CadreToken token = CADRE_TOKEN_END;

  if (!cadre_reader_read_head (reader, KIND, VERSION, NULL, NULL, error))
    return FALSE;
  for (;;)
    {
      g_autofree char *name = NULL;

      if (!cadre_reader_next (reader, &token, NULL, error))
        return FALSE;
      if (token != CADRE_TOKEN_MEMBER)
        break;
      name = g_strdup (cadre_reader_get_text (reader, NULL));
      if (!take_member (self, reader, name, n_lines, error))
        return FALSE;
    }

  if (self->library != NULL && self->rules != NULL && self->source_hash != NULL &&
      self->answers_hash != NULL && *n_lines >= 0)
    return TRUE;
  fail (error, "Line 1: a version, a hash or the number of lines is missing");
  return FALSE;
}

/**
 * cadre_sealed_case_load_bytes:
 * @bytes: the file
 * @limits: (nullable): what the file may ask for, or %NULL for cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError, or %NULL
 *
 * Loads a seal from memory. That it can be loaded says nothing: cadre_sealed_case_verify()
 * does.
 *
 * Returns: (transfer full): the seal, or %NULL with @error set:
 *   %CADRE_MATCHING_ERROR_FORM, an error of the document, or %G_IO_ERROR_CANCELLED
 *
 * Since: 1.0
 */
CadreSealedCase *
cadre_sealed_case_load_bytes (GBytes *bytes,
                              CadreLimits *limits,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (CadreSealedCase) self = NULL;
  g_autoptr (CadreLimits) used =
    limits != NULL ? g_object_ref (limits) : cadre_limits_new_bounded ();
  gsize size = 0;
  const char *at = NULL;
  const char *end = NULL;
  gint64 n_lines = -1;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (cancellable == NULL || G_IS_CANCELLABLE (cancellable), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  at = g_bytes_get_data (bytes, &size);
  if (size > cadre_limits_get_max_bytes (used))
    {
      g_set_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_BYTES,
                   "The sealed case has more than %" G_GUINT64_FORMAT " bytes",
                   cadre_limits_get_max_bytes (used));
      return NULL;
    }

  self = g_object_new (CADRE_TYPE_SEALED_CASE, NULL);
  for (gint64 line = -1; line < n_lines || line < 0; line++)
    {
      end = at != NULL ? memchr (at, '\n', size) : NULL;
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      if (end == NULL)
        {
          fail (error, "The file ends before its case begins");
          return NULL;
        }
      if (line < 0 && !read_head (self, at, (gsize) (end - at), &n_lines, error))
        return NULL;
      if (line >= 0)
        g_ptr_array_add (self->lines, g_strndup (at, (gsize) (end - at)));
      size -= (gsize) (end - at) + 1;
      at = end + 1;
    }

  self->source = g_strndup (at, size);
  self->loaded = g_bytes_ref (bytes);
  return g_steal_pointer (&self);
}

/**
 * cadre_sealed_case_load:
 * @file: the file
 * @limits: (nullable): what the file may ask for, or %NULL for cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError, or %NULL
 *
 * Loads a seal from a file.
 *
 * Returns: (transfer full): the seal, or %NULL with @error set, as
 *   cadre_sealed_case_load_bytes()
 *
 * Since: 1.0
 */
CadreSealedCase *
cadre_sealed_case_load (GFile *file, CadreLimits *limits, GCancellable *cancellable, GError **error)
{
  g_autoptr (CadreLimits) used = NULL;
  g_autoptr (GFileInfo) info = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  /* Asked before it is read: it may be larger than memory. */
  used = limits != NULL ? g_object_ref (limits) : cadre_limits_new_bounded ();
  info = g_file_query_info (file, G_FILE_ATTRIBUTE_STANDARD_SIZE, G_FILE_QUERY_INFO_NONE,
                            cancellable, error);
  if (info == NULL)
    return NULL;
  if ((guint64) g_file_info_get_size (info) > cadre_limits_get_max_bytes (used))
    {
      g_set_error (error, CADRE_DOCUMENT_ERROR, CADRE_DOCUMENT_ERROR_LIMIT_BYTES,
                   "The sealed case has more than %" G_GUINT64_FORMAT " bytes",
                   cadre_limits_get_max_bytes (used));
      return NULL;
    }

  bytes = cadre_progress_load_bytes (file, cancellable, error);
  return bytes != NULL ? cadre_sealed_case_load_bytes (bytes, limits, cancellable, error) : NULL;
}

static char *
dup_head (CadreSealedCase *self)
{
  g_autoptr (CadreWriter) writer = cadre_writer_new_for_text ();
  g_autofree char *text = NULL;
  GString *line = NULL;

  cadre_writer_begin_document (writer, KIND, VERSION);
  cadre_writer_member (writer, "library");
  cadre_writer_string (writer, self->library);
  cadre_writer_member (writer, "rules");
  cadre_writer_string (writer, self->rules);
  /* No rates are used by the matching. */
  cadre_writer_member (writer, "rates");
  cadre_writer_unknown (writer);
  cadre_writer_member (writer, "case");
  cadre_writer_string (writer, self->source_hash);
  cadre_writer_member (writer, "outcomes");
  cadre_writer_string (writer, self->answers_hash);
  cadre_writer_member (writer, "lines");
  cadre_writer_integer (writer, self->lines->len);
  cadre_writer_end_object (writer);
  cadre_writer_finish (writer, NULL, NULL);

  /* On one line: no text of it has a line break. */
  text = cadre_writer_dup_text (writer);
  line = g_string_new (text);
  g_string_replace (line, "\n  ", " ", 0);
  g_string_replace (line, "\n", "", 0);
  return g_string_free (line, FALSE);
}

/**
 * cadre_sealed_case_to_text:
 * @self: a #CadreSealedCase
 *
 * Writes the seal.
 *
 * Returns: (transfer full): the content of a file
 *
 * Since: 1.0
 */
char *
cadre_sealed_case_to_text (CadreSealedCase *self)
{
  g_autofree char *head = NULL;
  GString *text = NULL;

  g_return_val_if_fail (CADRE_IS_SEALED_CASE (self), NULL);

  head = dup_head (self);
  text = g_string_new (head);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < self->lines->len; i++)
    g_string_append_printf (text, "%s\n", (const char *) self->lines->pdata[i]);
  g_string_append (text, self->source);
  return g_string_free (text, FALSE);
}

/**
 * cadre_sealed_case_save:
 * @self: a #CadreSealedCase
 * @file: where to
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError, or %NULL
 *
 * Saves the seal: the file is the old one or the new one, whatever happens.
 *
 * Returns: whether it was saved; %FALSE with @error set
 *
 * Since: 1.0
 */
gboolean
cadre_sealed_case_save (CadreSealedCase *self,
                        GFile *file,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (CADRE_IS_SEALED_CASE (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  text = cadre_sealed_case_to_text (self);
  return _cadre_writer_save_text (file, text, strlen (text), cancellable, error);
}

/**
 * cadre_sealed_case_get_library_version:
 * @self: a #CadreSealedCase
 *
 * Gets which library ran the case.
 *
 * Returns: (transfer none): its version
 *
 * Since: 1.0
 */
const char *
cadre_sealed_case_get_library_version (CadreSealedCase *self)
{
  g_return_val_if_fail (CADRE_IS_SEALED_CASE (self), NULL);

  return self->library;
}

/**
 * cadre_sealed_case_get_rules_hash:
 * @self: a #CadreSealedCase
 *
 * Gets the hash of the rules: of all parameters of the policies, and of all reasons with
 * their sentences.
 *
 * Returns: (transfer none): SHA-256, in hexadecimal digits
 *
 * Since: 1.0
 */
const char *
cadre_sealed_case_get_rules_hash (CadreSealedCase *self)
{
  g_return_val_if_fail (CADRE_IS_SEALED_CASE (self), NULL);

  return self->rules;
}

/**
 * cadre_sealed_case_get_case_hash:
 * @self: a #CadreSealedCase
 *
 * Gets the hash of the case as the seal holds it, its log among it.
 *
 * Returns: (transfer none): SHA-256, in hexadecimal digits
 *
 * Since: 1.0
 */
const char *
cadre_sealed_case_get_case_hash (CadreSealedCase *self)
{
  g_return_val_if_fail (CADRE_IS_SEALED_CASE (self), NULL);

  return self->source_hash;
}

/**
 * cadre_sealed_case_get_outcomes_hash:
 * @self: a #CadreSealedCase
 *
 * Gets the hash of the outcomes as the seal holds them.
 *
 * Returns: (transfer none): SHA-256, in hexadecimal digits
 *
 * Since: 1.0
 */
const char *
cadre_sealed_case_get_outcomes_hash (CadreSealedCase *self)
{
  g_return_val_if_fail (CADRE_IS_SEALED_CASE (self), NULL);

  return self->answers_hash;
}

/**
 * cadre_sealed_case_load_case:
 * @self: a #CadreSealedCase
 * @limits: (nullable): what the case may ask for, or %NULL for cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError, or %NULL
 *
 * Loads the case that is sealed.
 *
 * Returns: (transfer full): the case, or %NULL with @error set
 *
 * Since: 1.0
 */
CadreCase *
cadre_sealed_case_load_case (CadreSealedCase *self,
                             CadreLimits *limits,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  g_return_val_if_fail (CADRE_IS_SEALED_CASE (self), NULL);
  g_return_val_if_fail (limits == NULL || CADRE_IS_LIMITS (limits), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  bytes = g_bytes_new_static (self->source, strlen (self->source));
  return cadre_case_load_bytes (bytes, limits, cancellable, error);
}

static void
report (CadreIssueList *issues, const char *code, const char *message, const char *origin)
{
  cadre_issue_list_add_fields (issues, code, CADRE_SEVERITY_ERROR, message, origin, NULL, NULL);
}

/* Whatever else was changed: the file would be written otherwise. */
static gboolean
is_as_written (CadreSealedCase *self)
{
  g_autofree char *text = cadre_sealed_case_to_text (self);
  gsize size = 0;
  const char *loaded = self->loaded != NULL ? g_bytes_get_data (self->loaded, &size) : NULL;

  return loaded == NULL || (size == strlen (text) && memcmp (loaded, text, size) == 0);
}

static void
compare_lines (CadreSealedCase *self, GPtrArray *lines, CadreIssueList *issues)
{
  for (guint i = 0; i < MAX (lines->len, self->lines->len); i++)
    {
      const char *then = i < self->lines->len ? self->lines->pdata[i] : NULL;
      const char *now = i < lines->len ? lines->pdata[i] : NULL;
      g_autofree char *origin = NULL;

      if (g_strcmp0 (then, now) == 0)
        continue;
      origin = g_strdup_printf ("line %u", i + 2);
      report (issues, "matching.seal.outcome-differs",
              "The case gives another outcome than the seal holds", origin);
    }
}

/**
 * cadre_sealed_case_verify:
 * @self: a #CadreSealedCase
 * @limits: (nullable): what the case may ask for, or %NULL for cadre_limits_new_bounded()
 * @cancellable: (nullable): a #GCancellable
 * @error: return location for a #GError, or %NULL
 *
 * Runs the sealed case again, and compares. Nothing that is found wrong with the seal is
 * an error: it is an issue, with the line of the file where an outcome differs.
 *
 * Returns: (transfer full): what differs; nothing in it where all is the same; or
 *   %NULL with @error set where the case cannot be loaded or run
 *
 * Since: 1.0
 */
CadreIssueList *
cadre_sealed_case_verify (CadreSealedCase *self,
                          CadreLimits *limits,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (CadreIssueList) issues = NULL;
  g_autoptr (CadreCase) source = NULL;
  g_autoptr (CadreOutcomes) outcomes = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autofree char *library = cadre_sealed_case_dup_library ();
  g_autofree char *rules = NULL;
  g_autofree char *source_hash = NULL;
  g_autofree char *answers_hash = NULL;

  g_return_val_if_fail (CADRE_IS_SEALED_CASE (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  source = cadre_sealed_case_load_case (self, limits, cancellable, error);
  outcomes = source != NULL ? cadre_case_run (source, cancellable, error) : NULL;
  lines = outcomes != NULL ? cadre_sealed_case_dup_lines (outcomes, error) : NULL;
  if (lines == NULL)
    return NULL;

  issues = cadre_issue_list_new (MAX_DIFFERENCES);
  rules = cadre_sealed_case_dup_rules_hash (outcomes);
  source_hash = dup_hash (self->source);
  answers_hash = cadre_sealed_case_dup_lines_hash (self->lines);
  if (strcmp (library, self->library) != 0)
    report (issues, "matching.seal.version-differs", "Another version of the library ran the case",
            "line 1");
  if (strcmp (rules, self->rules) != 0)
    report (issues, "matching.seal.rules-differ", "The rules are not those that were sealed",
            "line 1");
  if (strcmp (source_hash, self->source_hash) != 0)
    report (issues, "matching.seal.case-changed", "The case is not the one that was sealed",
            "line 1");
  if (strcmp (answers_hash, self->answers_hash) != 0)
    report (issues, "matching.seal.outcomes-changed", "The outcomes are not those that were sealed",
            "line 1");
  if (!is_as_written (self))
    report (issues, "matching.seal.changed", "The file is not as it was written", NULL);
  compare_lines (self, lines, issues);
  return g_steal_pointer (&issues);
}
