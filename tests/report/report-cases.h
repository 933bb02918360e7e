/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Cases and reports of them. */

#pragma once

#include "structure/cadre-tables-private.h"
#include <cadre/cadre.h>

#include "report-content.h"

/* What no reader below the full level may see stands after this word. */
#define CANARY "CANARY"
/* The same of numbers and dates. */
#define CANARY_NUMBER "4711"
#define CANARY_YEAR "1947"

static inline CadreStructure *
load_structure (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (GError) error = NULL;
  CadreStructure *structure = cadre_structure_load_bytes (bytes, NULL, NULL, &error);

  g_assert_no_error (error);
  return structure;
}

static inline CadreDiff *
compare_texts (const char *before, const char *after)
{
  g_autoptr (CadreStructure) a = load_structure (before);
  g_autoptr (CadreStructure) b = load_structure (after);
  g_autoptr (GError) error = NULL;
  CadreDiff *diff = cadre_diff_new (a, b, NULL, NULL, &error);

  g_assert_no_error (error);
  return diff;
}

static inline CadreOutcomes *
run_bytes (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CadreCase) restructure = cadre_case_load_bytes (bytes, NULL, NULL, &error);
  CadreOutcomes *outcomes = NULL;

  g_assert_no_error (error);
  outcomes = cadre_case_run (restructure, NULL, &error);
  g_assert_no_error (error);
  return outcomes;
}

static inline CadreReport *
report_on (gpointer subject, CadreRedactionLevel level, const char *key)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (level);
  g_autoptr (GBytes) bytes = key != NULL ? g_bytes_new_static (key, strlen (key)) : NULL;
  g_autoptr (GError) error = NULL;
  CadreReport *report = NULL;

  cadre_redaction_set_pseudonym_key (redaction, bytes);
  if (CADRE_IS_STRUCTURE (subject))
    report = cadre_report_new_for_structure (subject, redaction, "en", &error);
  else if (CADRE_IS_DIFF (subject))
    report = cadre_report_new_for_diff (subject, redaction, "en", &error);
  else
    report = cadre_report_new_for_outcomes (subject, redaction, "en", &error);

  g_assert_no_error (error);
  return report;
}

static inline void
assert_says (CadreReport *report, const char *words)
{
  g_autofree char *text = cadre_report_to_text (report, 1000000);

  if (strstr (text, words) == NULL)
    g_error ("\"%s\" is not in:\n%s", words, text);
}

static inline void
assert_silent (CadreReport *report, const char *words)
{
  g_autofree char *text = cadre_report_to_text (report, 1000000);
  g_autofree char *json = report_to_json (report);

  if (strstr (text, words) != NULL)
    g_error ("\"%s\" is in:\n%s", words, text);
  if (strstr (json, words) != NULL)
    g_error ("\"%s\" is in:\n%s", words, json);
}

/* Every page fits its width, at any width that is taken as it is. */
static inline void
assert_fits (CadreReport *report)
{
  static const guint widths[] = { 20, 31, 40, 80, 200 };

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      g_autofree char *text = cadre_report_to_text (report, widths[i]);
      g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

      for (guint j = 0; lines[j] != NULL; j++)
        if (cadre_text_columns (lines[j]) > widths[i])
          g_error ("Wider than %u: %s", widths[i], lines[j]);
    }
}

/* A value for a field of which nothing may be seen; NULL where it has to stay as
 * it is: references that the case lives by, and words of closed lists. */
static inline char *
canary_value (const CadreField *field)
{
  switch (field->kind)
    {
    case CADRE_FIELD_KIND_STRING:
    case CADRE_FIELD_KIND_TEXT:
      return g_strdup_printf ("\"" CANARY "-%s\"", field->name);
    case CADRE_FIELD_KIND_STRINGS:
      return g_strdup_printf ("[\"" CANARY "-%s\"]", field->name);
    case CADRE_FIELD_KIND_ATTRIBUTES:
      return g_strdup ("{\"" CANARY "-name\": \"" CANARY "-text\"}");
    case CADRE_FIELD_KIND_FRACTION:
      return g_strdup ("\"" CANARY_NUMBER "/10000\"");
    case CADRE_FIELD_KIND_PENCE:
      return g_strdup (CANARY_NUMBER);
    case CADRE_FIELD_KIND_VALID_FROM:
      return g_strdup ("\"" CANARY_YEAR "-01-02\"");
    case CADRE_FIELD_KIND_ID:
    case CADRE_FIELD_KIND_REFERENCE:
    case CADRE_FIELD_KIND_REFERENCES:
    case CADRE_FIELD_KIND_INTEGER:
    case CADRE_FIELD_KIND_DATE:
    case CADRE_FIELD_KIND_VALID_TO:
    case CADRE_FIELD_KIND_WORD:
    case CADRE_FIELD_KIND_TRUTH:
    default:
      return NULL;
    }
}

/* The members of a record that a level does not show, each with a canary. What a
 * level may show of an assignment, it shows under pseudonyms: a canary too. */
static inline char *
canary_members (CadreRecordKind kind)
{
  g_autoptr (CadreRedaction) redaction = cadre_redaction_new (CADRE_REDACTION_LEVEL_CONSULTATION);
  const CadreSchema *schema = cadre_schema_get (kind);
  GString *members = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < schema->n_fields; i++)
    {
      g_autofree char *value = canary_value (&schema->fields[i]);

      if (value == NULL || cadre_redaction_shows_field (redaction, kind, schema->fields[i].name))
        continue;
      g_string_append_printf (members, ", \"%s\": %s", schema->fields[i].name, value);
      n++;
    }

  /* There would be nothing to see. */
  g_assert_cmpuint (n, >, 2);
  return g_string_free (members, FALSE);
}

/* A post: @members are what is particular to it. */
static inline void
add_canary_post (GString *text, const char *members)
{
  g_autofree char *canaries = canary_members (CADRE_RECORD_KIND_POST);

  g_string_append_printf (text, "%s{%s%s}", g_str_has_suffix (text->str, "[") ? "" : ", ", members,
                          canaries);
}

static inline void
add_canary_holder (GString *persons, GString *assignments, guint n, const char *post)
{
  g_autofree char *person = canary_members (CADRE_RECORD_KIND_PERSON);
  g_autofree char *assignment = canary_members (CADRE_RECORD_KIND_ASSIGNMENT);

  g_string_append_printf (persons, "%s{\"id\": \"" CANARY "-p%u\"%s}", n > 0 ? ", " : "", n,
                          person);
  g_string_append_printf (assignments,
                          "%s{\"id\": \"" CANARY "-a%u\", \"person\": \"" CANARY
                          "-p%u\", \"post\": \"%s\"%s}",
                          n > 0 ? ", " : "", n, n, post, assignment);
}

/* A structure in which everything that only the full level shows is a canary.
 * @posts are the members of posts, @holders their ids, one for each holder. */
static inline char *
canary_structure (const char *const *posts, const char *const *holders)
{
  g_autofree char *absence = canary_members (CADRE_RECORD_KIND_ABSENCE);
  g_autoptr (GString) text = g_string_new (
    "{\"cadre\": \"structure\", \"version\": 1, \"id\": \"s\", \"title\": \"Structure\", "
    "\"notes\": [\"" CANARY "-note\"], \"" CANARY "-unknown\": \"" CANARY "-member\", "
    "\"organisations\": [{\"id\": \"c\", \"name\": \"Council\", \"note\": \"" CANARY "-note\"}], "
    "\"posts\": [");
  g_autoptr (GString) persons = g_string_new (NULL);
  g_autoptr (GString) assignments = g_string_new (NULL);

  for (guint i = 0; posts[i] != NULL; i++)
    add_canary_post (text, posts[i]);
  for (guint i = 0; holders[i] != NULL; i++)
    add_canary_holder (persons, assignments, i, holders[i]);
  g_string_append_printf (
    text,
    "], \"persons\": [%s], \"assignments\": [%s], \"absences\": [{\"assignment\": "
    "\"" CANARY "-a0\"%s}]}",
    persons->str, assignments->str, absence);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static const char *const canary_posts_before[] = {
  "\"id\": \"head\", \"title\": \"Head\", \"employer\": \"c\"",
  "\"id\": \"team\", \"title\": \"Team\", \"employer\": \"c\", \"manager\": \"head\", "
  "\"establishment\": 2",
  "\"id\": \"gone\", \"title\": \"Gone\", \"employer\": \"c\", \"manager\": \"head\", "
  "\"establishment\": 2",
  "\"id\": \"alone\", \"title\": \"Alone\", \"employer\": \"c\", \"manager\": \"head\"",
  NULL,
};
static const char *const canary_holders_before[] = {
  "head", "team", "team", "gone", "gone", "alone", NULL,
};
static const char *const canary_posts_after[] = {
  "\"id\": \"head\", \"title\": \"New head\", \"employer\": \"c\"",
  "\"id\": \"team\", \"title\": \"Team\", \"employer\": \"c\", \"manager\": \"head\", "
  "\"establishment\": 2",
  "\"id\": \"fresh\", \"title\": \"Fresh\", \"employer\": \"c\", \"manager\": \"head\", "
  "\"status\": \"new\"",
  NULL,
};
static const char *const canary_holders_after[] = { "head", "team", "team", NULL };

static inline void
assert_no_canary (CadreReport *report)
{
  assert_silent (report, CANARY);
  assert_silent (report, CANARY_NUMBER);
  assert_silent (report, CANARY_YEAR);
}

/* Titles that would break a line, a terminal or the direction of a page. */
#define ODD "A\\n\\u0001\\u001b[31m\\u202egnol\\u2066\\t\\u200f\\\"{claimants}"

static inline void
assert_tidy (CadreReport *report)
{
  g_autofree char *text = cadre_report_to_text (report, 0);

  g_assert_true (g_utf8_validate (text, -1, NULL));
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if ((c < 0x20 && c != '\n') || c == 0x7f || (c >= 0x202a && c <= 0x202e) ||
          (c >= 0x2066 && c <= 0x2069) || c == 0x200e || c == 0x200f)
        g_error ("U+%04X is in the text", c);
    }
}
