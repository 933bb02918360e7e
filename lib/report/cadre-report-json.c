/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* A report for programs. */

#include "config.h"

#include "report/cadre-report-private.h"

static const char *const block_kinds[] = {
  [CADRE_BLOCK_KIND_HEADING] = "heading",     /**/
  [CADRE_BLOCK_KIND_PARAGRAPH] = "paragraph", /**/
  [CADRE_BLOCK_KIND_LIST] = "list",           /**/
  [CADRE_BLOCK_KIND_TABLE] = "table",         /**/
  [CADRE_BLOCK_KIND_TREE] = "tree",           /**/
  [CADRE_BLOCK_KIND_FACTS] = "facts",
};

static void
write_member (CadreWriter *writer, const char *name, const char *text)
{
  if (text == NULL)
    return;

  cadre_writer_member (writer, name);
  cadre_writer_string (writer, text);
}

static void
write_integer_member (CadreWriter *writer, const char *name, gint64 value)
{
  cadre_writer_member (writer, name);
  cadre_writer_integer (writer, value);
}

static void
write_range (CadreWriter *writer, const CadreReportItem *item)
{
  cadre_writer_begin_object (writer);
  write_integer_member (writer, "least", item->least);
  if (item->most >= 0)
    write_integer_member (writer, "most", item->most);
  write_integer_member (writer, "unknown", item->n_unknown);
  cadre_writer_end_object (writer);
}

static void
write_sum (CadreWriter *writer, const CadreReportItem *item)
{
  cadre_writer_begin_object (writer);
  write_member (writer, "least", item->exact_text);
  write_member (writer, "most", item->exact_most);
  write_integer_member (writer, "unknown", item->n_unknown);
  cadre_writer_end_object (writer);
}

static void
write_exact (CadreWriter *writer, const CadreReportItem *item)
{
  switch (item->exact)
    {
    case CADRE_EXACT_INTEGER:
      write_integer_member (writer, "value", item->least);
      break;
    case CADRE_EXACT_TEXT:
      write_member (writer, "value", item->exact_text);
      break;
    case CADRE_EXACT_RANGE:
      cadre_writer_member (writer, "value");
      write_range (writer, item);
      break;
    case CADRE_EXACT_SUM:
      cadre_writer_member (writer, "value");
      write_sum (writer, item);
      break;
    case CADRE_EXACT_NONE:
    default:
      break;
    }
}

static void
write_item (CadreWriter *writer, const CadreReportItem *item, gboolean is_node)
{
  cadre_writer_begin_object (writer);
  if (is_node)
    write_integer_member (writer, "depth", item->depth);
  write_member (writer, "name", item->name);
  write_member (writer, "text", item->text);
  write_member (writer, "words", item->words);
  write_exact (writer, item);
  write_member (writer, "subject", item->subject);
  cadre_writer_end_object (writer);
}

static void
write_items (CadreWriter *writer, const CadreReportBlock *block)
{
  cadre_writer_member (writer, "items");
  cadre_writer_begin_array (writer);
  for (guint i = 0; i < block->items->len; i++)
    write_item (writer, &g_array_index (block->items, CadreReportItem, i),
                block->kind == CADRE_BLOCK_KIND_TREE);
  cadre_writer_end_array (writer);
}

static void
write_columns (CadreWriter *writer, const CadreReportBlock *block)
{
  cadre_writer_member (writer, "columns");
  cadre_writer_begin_array (writer);
  for (guint i = 0; i < block->columns->len; i++)
    {
      const CadreReportColumn *column = &g_array_index (block->columns, CadreReportColumn, i);

      cadre_writer_begin_object (writer);
      write_member (writer, "heading", column->heading);
      write_member (writer, "alignment",
                    column->alignment == CADRE_ALIGNMENT_END ? "end" : "start");
      cadre_writer_end_object (writer);
    }
  cadre_writer_end_array (writer);
}

static void
write_rows (CadreWriter *writer, const CadreReportBlock *block)
{
  guint n_columns = MAX (block->columns->len, 1);

  cadre_writer_member (writer, "rows");
  cadre_writer_begin_array (writer);
  for (guint i = 0; i < block->items->len; i++)
    {
      if (i % n_columns == 0)
        cadre_writer_begin_array (writer);
      write_item (writer, &g_array_index (block->items, CadreReportItem, i), FALSE);
      if (i % n_columns == n_columns - 1 || i == block->items->len - 1)
        cadre_writer_end_array (writer);
    }
  cadre_writer_end_array (writer);
}

static void
write_block (CadreWriter *writer, const CadreReportBlock *block)
{
  cadre_writer_begin_object (writer);
  write_member (writer, "kind", block_kinds[block->kind]);
  write_member (writer, "caption", block->caption);
  if (block->kind == CADRE_BLOCK_KIND_TABLE)
    {
      write_columns (writer, block);
      write_rows (writer, block);
    }
  else
    {
      write_items (writer, block);
    }
  cadre_writer_end_object (writer);
}

static void
write_section (CadreWriter *writer, const CadreReportSection *section)
{
  cadre_writer_begin_object (writer);
  write_member (writer, "id", section->id);
  write_member (writer, "title", section->title);
  cadre_writer_member (writer, "blocks");
  cadre_writer_begin_array (writer);
  /* An empty block has no text either. */
  for (guint i = 0; i < section->blocks->len; i++)
    if (g_array_index (section->blocks, CadreReportBlock, i).items->len > 0)
      write_block (writer, &g_array_index (section->blocks, CadreReportBlock, i));
  cadre_writer_end_array (writer);
  cadre_writer_end_object (writer);
}

/**
 * cadre_report_write:
 * @self: a #CadreReport
 * @writer: a #CadreWriter at the beginning of its document
 *
 * Writes the report as JSON, for programs: the same sections, blocks and texts
 * as in cadre_report_to_text(), with the exact value and the subject of an item
 * beside its text. The caller finishes the writer, which says whether all was
 * written.
 *
 * Since: 1.0
 */
void
cadre_report_write (CadreReport *self, CadreWriter *writer)
{
  g_return_if_fail (CADRE_IS_REPORT (self));
  g_return_if_fail (CADRE_IS_WRITER (writer));

  cadre_writer_begin_document (writer, "report", 1);
  write_member (writer, "report", self->id);
  write_member (writer, "language", self->catalogue->language);
  write_member (writer, "title", self->title);

  cadre_writer_member (writer, "stamps");
  cadre_writer_begin_array (writer);
  for (guint i = 0; i < self->stamps->len; i++)
    cadre_writer_string (writer, g_ptr_array_index (self->stamps, i));
  cadre_writer_end_array (writer);

  cadre_writer_member (writer, "sections");
  cadre_writer_begin_array (writer);
  for (guint i = 0; i < self->sections->len; i++)
    write_section (writer, &g_array_index (self->sections, CadreReportSection, i));
  cadre_writer_end_array (writer);
  cadre_writer_end_object (writer);
}
