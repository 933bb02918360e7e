/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* From rows that are alone and fields that differ to differences. */

#include "config.h"

#include "diff/cadre-diff-private.h"

#include <string.h>

#define LINE_END                                                                    \
  ((guint64) 1 << CADRE_FIELD_LINE_MANAGER | (guint64) 1 << CADRE_FIELD_LINE_BODY | \
   (guint64) 1 << CADRE_FIELD_LINE_UNIT)

static gboolean
ensure_room (CadreDiff *self)
{
  guint64 n = MAX (64, (guint64) self->n_allocated * 2);
  CadreDifference *grown = NULL;

  if (self->n_differences < self->n_allocated)
    return TRUE;

  n = MIN (n, CADRE_MAX_DIFFERENCES);
  if (n == self->n_allocated)
    return FALSE;
  grown = g_try_renew (CadreDifference, self->differences, n);
  if (grown == NULL)
    return FALSE;

  self->differences = grown;
  self->n_allocated = (guint32) n;
  return TRUE;
}

/* What the difference says of the post that it is about. */
static void
flag_post (CadreDiff *self, const CadreDifference *difference)
{
  const CadreChangeKind kind = cadre_difference_kind (difference);
  guint8 *flags = NULL;

  if (difference->owner != CADRE_OWNER_AFTER || difference->place >> 33 != CADRE_RECORD_KIND_POST)
    return;

  flags = &self->post_flags[cadre_place_row (difference->place)];
  if (cadre_diff_kind_changes_post (kind) && (difference->what & CADRE_WHAT_LEARNED) == 0)
    *flags |= CADRE_POST_CHANGED;
  if (kind >= CADRE_CHANGE_KIND_FUNCTION_TRANSFERRED && kind <= CADRE_CHANGE_KIND_FUNCTION_ORPHANED)
    *flags |= CADRE_POST_LOST_FUNCTION;
}

/* Takes all but the place from @difference. */
gboolean
cadre_diff_add (CadreDiff *self, const CadreDifference *difference)
{
  CadreDifference *added = NULL;

  if (!ensure_room (self))
    return FALSE;

  added = &self->differences[self->n_differences];
  *added = *difference;
  added->sequence = self->n_differences++;
  cadre_diff_place (self, cadre_difference_record_kind (added), added->before, added->after,
                    &self->place_hint, added);
  self->counts[cadre_difference_kind (added)]++;
  flag_post (self, added);
  return TRUE;
}

static gboolean
add (CadreDiff *self,
     CadreChangeKind change,
     CadreRecordKind kind,
     guint field,
     gboolean learned,
     guint32 before,
     guint32 after)
{
  CadreDifference difference = { .before = before, .after = after };

  difference.what = CADRE_WHAT (change, kind, field) | (learned ? CADRE_WHAT_LEARNED : 0);
  return cadre_diff_add (self, &difference);
}

static guint32
get_text_in (const CadreTables *tables,
             CadreRecordKind kind,
             guint field,
             guint32 row,
             guint32 language)
{
  return language == tables->language
           ? cadre_table_code (cadre_tables_get (tables, kind), field, row)
           : cadre_tables_translation (tables, kind, row, field, language);
}

/* Compares a text in one language, given by its code on either side; 0 where a
 * side does not know the language. */
static gboolean
add_text_in (CadreDiff *self,
             CadreRecordKind kind,
             guint field,
             guint32 before,
             guint32 after,
             const guint32 language[2])
{
  const guint32 text_before =
    language[0] != 0 ? get_text_in (self->sides.before, kind, field, before, language[0]) : 0;
  const guint32 text_after =
    language[1] != 0 ? get_text_in (self->sides.after, kind, field, after, language[1]) : 0;
  CadreDifference difference = { .before = before, .after = after };

  if (self->sides.codes[text_before] == text_after)
    return TRUE;

  difference.what = CADRE_WHAT (cadre_diff_kind_of_field (kind, field), kind, field);
  if (text_before == 0 || text_after == 0)
    difference.what |= CADRE_WHAT_LEARNED;
  if (language[1] == 0)
    difference.what |= CADRE_WHAT_LANGUAGE_BEFORE;
  difference.language = language[1] != 0 ? language[1] : language[0];
  return cadre_diff_add (self, &difference);
}

/* The code of a language before, as it is counted after; 0 if it is not there. */
static guint32
language_after (CadreDiff *self, guint32 language)
{
  const guint32 code = self->sides.codes[language];

  return code < CADRE_CODE_ELSEWHERE ? code : 0;
}

static guint32
language_before (CadreDiff *self, guint32 language)
{
  const char *text = cadre_tables_text (self->sides.after, language);

  return cadre_string_table_lookup (self->sides.before->strings, text, strlen (text));
}

/* A text may have changed in one language and not in another. */
static gboolean
add_text (CadreDiff *self, CadreRecordKind kind, guint field, guint32 before, guint32 after)
{
  const CadreTables *a = self->sides.before;
  const CadreTables *b = self->sides.after;
  guint32 language[2] = { a->language, language_after (self, a->language) };

  if (!add_text_in (self, kind, field, before, after, language))
    return FALSE;

  for (guint32 i = cadre_tables_first_translation (a, kind, before, field);
       i < a->n_translations && cadre_translation_is_of (&a->translations[i], kind, before, field);
       i++)
    {
      language[0] = a->translations[i].language;
      language[1] = language_after (self, language[0]);
      if (!add_text_in (self, kind, field, before, after, language))
        return FALSE;
    }

  /* What is left are the languages that the text does not have before. */
  language[1] = b->language;
  language[0] = language_before (self, language[1]);
  if ((language[0] == 0 || get_text_in (a, kind, field, before, language[0]) == 0) &&
      language[0] != a->language && !add_text_in (self, kind, field, before, after, language))
    return FALSE;
  for (guint32 i = cadre_tables_first_translation (b, kind, after, field);
       i < b->n_translations && cadre_translation_is_of (&b->translations[i], kind, after, field);
       i++)
    {
      language[1] = b->translations[i].language;
      language[0] = language_before (self, language[1]);
      if ((language[0] == 0 || get_text_in (a, kind, field, before, language[0]) == 0) &&
          language[0] != a->language && !add_text_in (self, kind, field, before, after, language))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_no_end (const CadreTables *tables, guint32 row)
{
  const CadreTable *lines = cadre_tables_get (tables, CADRE_RECORD_KIND_LINE);

  return row == CADRE_NO_ROW || (cadre_table_code (lines, CADRE_FIELD_LINE_MANAGER, row) == 0 &&
                                 cadre_table_code (lines, CADRE_FIELD_LINE_BODY, row) == 0 &&
                                 cadre_table_code (lines, CADRE_FIELD_LINE_UNIT, row) == 0);
}

/* Where a line ends is one thing, whichever field says it. */
static gboolean
add_line_end (CadreDiff *self, CadreLineKind line, guint32 before, guint32 after)
{
  const gboolean learned =
    has_no_end (self->sides.before, before) || has_no_end (self->sides.after, after);

  return add (self,
              line == CADRE_LINE_KIND_MANAGEMENT ? CADRE_CHANGE_KIND_POST_MOVED
                                                 : CADRE_CHANGE_KIND_LINE_CHANGED,
              CADRE_RECORD_KIND_LINE, CADRE_FIELD_LINE_MANAGER, learned, before, after);
}

static gboolean
is_unknown (const CadreTables *tables, CadreRecordKind kind, guint i, guint32 row)
{
  const CadreTable *table = cadre_tables_get (tables, kind);
  const CadreField *field = &cadre_schema_get (kind)->fields[i];

  return cadre_diff_is_unknown (table, i, row) ||
         (field->has_default &&
          cadre_tables_is_unknown_id (tables, field, cadre_table_code (table, i, row)));
}

static gboolean
add_field (CadreDiff *self, CadreRecordKind kind, guint field, guint32 before, guint32 after)
{
  gboolean learned = FALSE;

  if (field != CADRE_UNKNOWN_MEMBERS)
    {
      if (cadre_schema_get (kind)->fields[field].kind == CADRE_FIELD_KIND_TEXT)
        return add_text (self, kind, field, before, after);
      learned = is_unknown (self->sides.before, kind, field, before) ||
                is_unknown (self->sides.after, kind, field, after);
    }

  return add (self, cadre_diff_kind_of_field (kind, field), kind, field, learned, before, after);
}

static gboolean
add_fields (CadreDiff *self, CadreRecordKind kind, guint64 marks, guint32 before, guint32 after)
{
  if (kind == CADRE_RECORD_KIND_LINE && (marks & LINE_END) != 0)
    {
      const CadreTable *lines = cadre_tables_get (self->sides.after, kind);

      if (!add_line_end (self, cadre_table_word (lines, CADRE_FIELD_LINE_KIND, after), before,
                         after))
        return FALSE;
      marks &= ~LINE_END;
    }

  for (guint field = 0; marks != 0; field++, marks >>= 1)
    if ((marks & 1) != 0 && !add_field (self, kind, field, before, after))
      return FALSE;

  return TRUE;
}

/* Whether a row came or went with the record that it belongs to, so that there
 * is nothing to add. What becomes of functions is said in any case. */
static gboolean
goes_with_owner (CadreDiff *self,
                 const CadreTables *tables,
                 const guint32 *partners,
                 CadreRecordKind kind,
                 guint32 row)
{
  guint32 owner = CADRE_NO_ROW;

  if (cadre_pairing_owner_kind (kind) == kind || kind == CADRE_RECORD_KIND_RESPONSIBILITY)
    return FALSE;

  owner =
    cadre_table_reference (cadre_tables_get (tables, kind), cadre_schema_get (kind)->keys[0], row);
  return owner < CADRE_AMBIGUOUS_ROW && partners[owner] == CADRE_NO_ROW;
}

static gboolean
is_same_end (CadreDiff *self, guint32 before, guint32 after)
{
  const CadreTable *lines_before = cadre_tables_get (self->sides.before, CADRE_RECORD_KIND_LINE);
  const CadreTable *lines_after = cadre_tables_get (self->sides.after, CADRE_RECORD_KIND_LINE);

  for (guint field = CADRE_FIELD_LINE_MANAGER; field <= CADRE_FIELD_LINE_UNIT; field++)
    if (!cadre_diff_is_same_code (&self->sides, CADRE_RECORD_KIND_LINE, field,
                                  cadre_table_code (lines_before, field, before),
                                  cadre_table_code (lines_after, field, after)))
      return FALSE;

  return TRUE;
}

/* The line of management in force on the other side of a line that is alone:
 * then its post moved. FALSE where the line is not in force, or its post has the
 * same manager there. */
static gboolean
find_other_manager (CadreDiff *self, guint32 *before, guint32 *after)
{
  const gboolean created = *after != CADRE_NO_ROW;
  const CadrePairing *posts = &self->pairings[CADRE_RECORD_KIND_POST];
  const CadreIndex *index = created ? self->sides.index_after : self->sides.index_before;
  const CadreTables *tables = created ? self->sides.after : self->sides.before;
  const guint32 line = created ? *after : *before;
  const guint32 post = cadre_table_reference (cadre_tables_get (tables, CADRE_RECORD_KIND_LINE),
                                              CADRE_FIELD_LINE_POST, line);
  guint32 partner = CADRE_NO_ROW;

  if (post >= index->n_posts || index->manager_line[post] != line)
    return FALSE;

  partner = created ? posts->before_of[post] : posts->after_of[post];
  if (partner == CADRE_NO_ROW)
    return FALSE;

  if (created)
    *before = self->sides.index_before->manager_line[partner];
  else
    *after = self->sides.index_after->manager_line[partner];
  return *before == CADRE_NO_ROW || *after == CADRE_NO_ROW || !is_same_end (self, *before, *after);
}

static gboolean
add_alone (CadreDiff *self, CadreRecordKind kind, guint32 before, guint32 after)
{
  CadreChangeKind change =
    after != CADRE_NO_ROW ? cadre_diff_kind_of_created (kind) : cadre_diff_kind_of_deleted (kind);

  if (kind == CADRE_RECORD_KIND_LINE)
    {
      guint32 line_before = before;
      guint32 line_after = after;

      if (find_other_manager (self, &line_before, &line_after))
        return add_line_end (self, CADRE_LINE_KIND_MANAGEMENT, line_before, line_after);
    }
  if (kind == CADRE_RECORD_KIND_RESPONSIBILITY && after == CADRE_NO_ROW)
    change = cadre_diff_kind_of_lost_function (self, before);

  return add (self, change, kind, CADRE_WHOLE_RECORD, FALSE, before, after);
}

/* What is there on one side only. What is gone mostly stood behind what was in front of
 * it: that is where its place is looked for. */
static gboolean
add_all_alone (CadreDiff *self, CadreRecordKind kind)
{
  const CadrePairing *pairing = &self->pairings[kind];
  const CadrePairing *owners = &self->pairings[cadre_pairing_owner_kind (kind)];
  const guint32 n_before = cadre_tables_get (self->sides.before, kind)->n_rows;
  const guint32 n_after = cadre_tables_get (self->sides.after, kind)->n_rows;

  for (guint32 row = 0; row < n_before; row++)
    if (pairing->after_of[row] == CADRE_NO_ROW)
      {
        if (row > 0 && owners == pairing && pairing->after_of[row - 1] != CADRE_NO_ROW)
          self->place_hint = pairing->after_of[row - 1] + 1;
        if (!goes_with_owner (self, self->sides.before, owners->after_of, kind, row) &&
            !add_alone (self, kind, row, CADRE_NO_ROW))
          return FALSE;
      }

  for (guint32 row = 0; row < n_after; row++)
    if (pairing->before_of[row] == CADRE_NO_ROW &&
        !goes_with_owner (self, self->sides.after, owners->before_of, kind, row) &&
        !add_alone (self, kind, CADRE_NO_ROW, row))
      return FALSE;

  return TRUE;
}

static gboolean
add_block (CadreDiff *self,
           CadreRecordKind kind,
           guint32 first,
           guint32 n,
           const guint64 *translated)
{
  const guint32 *partner = self->pairings[kind].before_of + first;
  CadreKernelBlock block;

  cadre_kernel_block_init (&block, self->pairings[kind].before_of, first, n);
  cadre_diff_compare (&self->sides, kind, &block);
  for (guint32 i = 0; i < n; i++)
    {
      const guint64 marks = block.marks[i] | (translated != NULL ? translated[first + i] : 0);

      if (marks != 0 && partner[i] != CADRE_NO_ROW &&
          !add_fields (self, kind, marks, partner[i], first + i))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_all_fields (CadreDiff *self, CadreRecordKind kind)
{
  const guint32 n = cadre_tables_get (self->sides.after, kind)->n_rows;
  g_autofree guint64 *translated = NULL;

  if (n == 0 || cadre_tables_get (self->sides.before, kind)->n_rows == 0)
    return TRUE;
  if (!cadre_diff_mark_translations (&self->sides, kind, &self->pairings[kind], &translated))
    return FALSE;

  for (guint32 first = 0; first < n; first += CADRE_KERNEL_BLOCK)
    if (!add_block (self, kind, first, MIN (CADRE_KERNEL_BLOCK, n - first), translated))
      return FALSE;

  return TRUE;
}

gboolean
cadre_diff_add_table (CadreDiff *self, CadreRecordKind kind)
{
  self->place_hint = 0;
  if (kind == CADRE_RECORD_KIND_RESPONSIBILITY && !cadre_diff_index_functions (self))
    return FALSE;

  return add_all_alone (self, kind) && add_all_fields (self, kind);
}
