/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A report as plain text, to be read on a screen, aloud or in a letter. Only
 * blanks and line breaks give it its form: no lines are drawn, so that a screen
 * reader has nothing to spell out. */

#include "config.h"

#include "report/cadre-report-private.h"
#include "report/cadre-report-table-private.h"
#include "report/cadre-wrap-private.h"

#include <string.h>

#define DEFAULT_WIDTH 80
#define LEAST_WIDTH 20

static void
append_rule (GString *out, char letter, gsize columns)
{
  for (gsize i = 0; i < columns; i++)
    g_string_append_c (out, letter);
  g_string_append_c (out, '\n');
}

/* A text in as many lines as it needs, with a rule beneath the last. */
static void
append_underlined (GString *out, const char *text, char letter, gsize width)
{
  g_autofree char *tidy = cadre_text_tidy (text);
  g_autoptr (GPtrArray) lines = cadre_text_wrap (tidy, width);
  gsize longest = 0;

  for (guint i = 0; i < lines->len; i++)
    {
      const char *line = g_ptr_array_index (lines, i);

      longest = MAX (longest, cadre_text_columns (line));
      g_string_append (out, line);
      g_string_append_c (out, '\n');
    }
  append_rule (out, letter, longest);
}

static void
append_text (GString *out, const char *text, const char *first, gsize width)
{
  g_autofree char *tidy = cadre_text_tidy (text);

  cadre_text_append_hanging (out, tidy, first, width);
}

/* A node further in than half the width stays there and says how deep it is:
 * a line of 100,000 managers has to fit on a page too. */
static void
append_node (GString *out, const CadreReportItem *item, gsize width)
{
  g_autofree char *tidy = cadre_text_tidy (item->text);
  g_autofree char *words = item->words != NULL ? cadre_text_tidy (item->words) : NULL;
  g_autofree char *text =
    words != NULL && *words != '\0' ? g_strconcat (tidy, " [", words, "]", NULL) : g_strdup (tidy);
  guint most = (guint) width / 4;
  guint steps = MIN (item->depth, most);
  g_autofree char *mark =
    item->depth > most ? g_strdup_printf ("(%u) ", item->depth) : g_strdup ("- ");
  g_autofree char *blanks = g_strnfill ((gsize) steps * 2, ' ');
  g_autofree char *first = g_strconcat (blanks, mark, NULL);

  cadre_text_append_hanging (out, text, first, width);
}

static void
append_fact (GString *out, const CadreReportItem *item, gsize names, gsize width)
{
  g_autofree char *name = cadre_text_tidy (item->name != NULL ? item->name : "");
  g_autoptr (GString) first = g_string_new (name);

  g_string_append (first, ": ");
  if (names < width / 2)
    {
      cadre_text_append_blanks (first, names - cadre_text_columns (name));
      append_text (out, item->text, first->str, width);
    }
  else
    {
      append_text (out, item->name != NULL ? item->name : "", "", width);
      append_text (out, item->text, "    ", width);
    }
}

static gsize
longest_name (const CadreReportBlock *block)
{
  gsize longest = 0;

  for (guint i = 0; i < block->items->len; i++)
    {
      const CadreReportItem *item = &g_array_index (block->items, CadreReportItem, i);
      g_autofree char *name = cadre_text_tidy (item->name != NULL ? item->name : "");

      longest = MAX (longest, cadre_text_columns (name));
    }

  return longest;
}

static void
append_item (GString *out, const CadreReportBlock *block, guint i, gsize names, gsize width)
{
  const CadreReportItem *item = &g_array_index (block->items, CadreReportItem, i);

  switch (block->kind)
    {
    case CADRE_BLOCK_KIND_HEADING:
      append_underlined (out, item->text, '.', width);
      break;
    case CADRE_BLOCK_KIND_LIST:
      append_text (out, item->text, "- ", width);
      break;
    case CADRE_BLOCK_KIND_TREE:
      append_node (out, item, width);
      break;
    case CADRE_BLOCK_KIND_FACTS:
      append_fact (out, item, names, width);
      break;
    case CADRE_BLOCK_KIND_PARAGRAPH:
    case CADRE_BLOCK_KIND_TABLE:
    default:
      append_text (out, item->text, "", width);
    }
}

static void
append_block (GString *out, const CadreReportBlock *block, gsize width)
{
  gsize names = block->kind == CADRE_BLOCK_KIND_FACTS ? longest_name (block) : 0;

  if (block->items->len == 0)
    return;

  g_string_append_c (out, '\n');
  if (block->caption != NULL && *block->caption != '\0')
    {
      append_text (out, block->caption, "", width);
      g_string_append_c (out, '\n');
    }

  if (block->kind == CADRE_BLOCK_KIND_TABLE)
    cadre_report_table_append (block, out, width);
  else
    for (guint i = 0; i < block->items->len; i++)
      append_item (out, block, i, names, width);
}

static void
append_section (GString *out, const CadreReportSection *section, guint number, gsize width)
{
  g_autofree char *title = g_strdup_printf ("%u. %s", number, section->title);

  g_string_append (out, "\n\n");
  append_underlined (out, title, '-', width);
  for (guint i = 0; i < section->blocks->len; i++)
    append_block (out, &g_array_index (section->blocks, CadreReportBlock, i), width);
}

/**
 * cadre_report_to_text:
 * @self: a #CadreReport
 * @width: how many columns wide a line may be, or 0 for 80
 *
 * Writes the report as plain text in UTF-8. Lines are broken between words,
 * and within a word only where it is longer than a line. A table that is too
 * wide becomes a list of records. A width below 20 is taken as 20.
 *
 * Returns: (transfer full): the text
 *
 * Since: 1.0
 */
char *
cadre_report_to_text (CadreReport *self, guint width)
{
  GString *out = NULL;
  gsize columns = width == 0 ? DEFAULT_WIDTH : MAX (width, LEAST_WIDTH);

  g_return_val_if_fail (CADRE_IS_REPORT (self), NULL);

  out = g_string_new (NULL);
  append_underlined (out, self->title, '=', columns);
  if (self->stamps->len > 0)
    g_string_append_c (out, '\n');
  for (guint i = 0; i < self->stamps->len; i++)
    append_text (out, g_ptr_array_index (self->stamps, i), "", columns);
  for (guint i = 0; i < self->sections->len; i++)
    append_section (out, &g_array_index (self->sections, CadreReportSection, i), i + 1, columns);

  return g_string_free (out, FALSE);
}
