/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Ids: there, short enough, not reserved, one record each, and not so like
 * another that people take the two for one. */

#include "config.h"

#include "structure/validate/cadre-validate-private.h"

#include <string.h>

#define MAX_ID_LENGTH 255

/* Blanks and characters that nobody sees, by their bytes: a prefix, and the
 * range of the last byte. */
static const struct
{
  const char *prefix;
  guchar first;
  guchar last;
} invisible[] = {
  { "\xc2", 0xa0, 0xa0 },     /* no-break space */
  { "\xc2", 0xad, 0xad },     /* soft hyphen */
  { "\xcd", 0x8f, 0x8f },     /* combining grapheme joiner */
  { "\xe1\xa0", 0x8e, 0x8e }, /* Mongolian vowel separator */
  { "\xe2\x80", 0x80, 0x8f }, /* spaces, zero-width characters and marks of direction */
  { "\xe2\x80", 0xa8, 0xaf }, /* separators, embedding, narrow no-break space */
  { "\xe2\x81", 0x9f, 0xaf }, /* mathematical space, joiners, isolates */
  { "\xe3\x80", 0x80, 0x80 }, /* ideographic space */
  { "\xef\xb8", 0x80, 0x8f }, /* variation selectors */
  { "\xef\xbb", 0xbf, 0xbf }, /* byte order mark */
};

/* How many bytes a blank or invisible character at @text has; 0 if there is none. */
static gsize
measure_invisible (const char *text)
{
  guchar first = (guchar) text[0];

  if (first <= ' ' || first == 0x7f)
    return 1;
  if (first < 0x80)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (invisible); i++)
    {
      gsize n = strlen (invisible[i].prefix);

      if (strncmp (text, invisible[i].prefix, n) == 0 && (guchar) text[n] >= invisible[i].first &&
          (guchar) text[n] <= invisible[i].last)
        return n + 1;
    }

  return 0;
}

/* What two ids that look alike have in common. */
static void
normalise (const char *id, GString *normal)
{
  g_string_truncate (normal, 0);
  while (*id != '\0')
    {
      gsize n = measure_invisible (id);

      if (n == 0)
        g_string_append_c (normal, g_ascii_tolower (*id));
      id += MAX (n, 1);
    }
}

enum
{
  UPPER = 1 << 0,
  LOWER = 1 << 1,
  SPECIAL = 1 << 2, /* a blank, a control character, or one beyond ASCII */
};

/* The class of each byte. */
static void
make_classes (guint8 classes[256])
{
  for (guint i = 0; i < 256; i++)
    if (i <= ' ' || i >= 0x7f)
      classes[i] = SPECIAL;
    else
      classes[i] = (guint8) (g_ascii_isupper ((char) i)   ? UPPER
                             : g_ascii_islower ((char) i) ? LOWER
                                                          : 0);
}

/* Where no id has capitals and another small letters, and none has a blank, ids
 * that look alike are equal. */
static gboolean
may_look_alike (const CadreValidation *self, const CadreTable *table)
{
  const CadreStringTable *strings = self->tables->strings;
  const guint32 *codes = table->columns[0];
  guint8 classes[256];
  guint found = 0;

  make_classes (classes);
  for (guint32 i = 0; codes != NULL && i < table->n_rows; i++)
    {
      const char *id = cadre_string_table_get (strings, codes[i]);
      const gsize length = id != NULL ? cadre_string_table_length (strings, codes[i]) : 0;

      for (gsize j = 0; j < length; j++)
        found |= classes[(guint8) id[j]];
      if ((found & SPECIAL) != 0 || found == (UPPER | LOWER))
        return TRUE;
    }

  return FALSE;
}

static void
report_lookalike (const CadreValidation *self, CadreRecordKind kind, guint32 row, guint32 other)
{
  cadre_validate_report (self->tables, self->issues, CADRE_RULE_ID_LOOKALIKE, kind, row, 0,
                         cadre_tables_id (self->tables, kind, other));
}

/* Each normal form is put into a table of texts, whose hash has a key of its
 * own; @first_row is the row that it first came from. */
static gboolean
compare_normal_forms (const CadreValidation *self, const CadreTable *table)
{
  g_autoptr (CadreStringTable) forms = cadre_string_table_new ();
  g_autofree guint32 *first_row = g_try_new (guint32, (gsize) table->n_rows + CADRE_STRING_FIRST);
  g_autoptr (GString) normal = g_string_new (NULL);

  if (first_row == NULL)
    return FALSE;

  for (guint32 i = 0; i < table->n_rows; i++)
    {
      const char *id = cadre_tables_id (self->tables, table->kind, i);
      guint32 n_forms = cadre_string_table_size (forms);
      guint32 code = 0;

      if (id == NULL)
        continue;
      normalise (id, normal);
      if (!cadre_string_table_intern (forms, normal->str, normal->len, &code, NULL))
        return FALSE;
      if (code == n_forms)
        first_row[code] = i;
      else if (cadre_table_code (table, 0, i) != cadre_table_code (table, 0, first_row[code]))
        report_lookalike (self, table->kind, i, first_row[code]);
    }

  return TRUE;
}

static void
check_id (const CadreValidation *self, const CadreTable *table, guint32 row)
{
  CadreRecordKind kind = table->kind;
  guint32 code = cadre_table_code (table, 0, row);
  gsize length =
    code > CADRE_STRING_NONE ? cadre_string_table_length (self->tables->strings, code) : 0;

  if (length == 0)
    cadre_validate_add (self, CADRE_RULE_ID_MISSING, kind, row, 0);
  else if (length > MAX_ID_LENGTH)
    cadre_validate_add (self, CADRE_RULE_ID_LENGTH, kind, row, 0);
  else if (length == 4 && strcmp (cadre_tables_text (self->tables, code), "none") == 0)
    cadre_validate_add (self, CADRE_RULE_ID_RESERVED, kind, row, 0);

  /* In order of ids, those that share one stand together. */
  if (length > 0 && ((row > 0 && cadre_table_code (table, 0, row - 1) == code) ||
                     (row + 1 < table->n_rows && cadre_table_code (table, 0, row + 1) == code)))
    cadre_validate_add (self, CADRE_RULE_ID_DUPLICATE, kind, row, 0);
}

gboolean
cadre_validate_ids (const CadreValidation *self)
{
  for (guint kind = 0; kind < CADRE_N_RECORD_KINDS; kind++)
    {
      const CadreTable *table = cadre_tables_get (self->tables, kind);

      if (cadre_schema_get (kind)->keys != NULL)
        continue;
      for (guint32 i = 0; i < table->n_rows; i++)
        check_id (self, table, i);
      if (may_look_alike (self, table) && !compare_normal_forms (self, table))
        return FALSE;
    }

  return TRUE;
}
