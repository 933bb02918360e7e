/* SPDX-License-Identifier: LGPL-2.1-or-later */

/**
 * SECTION:cadre-report
 * @Title: CadreReport
 * @Short_Description: A paper for people, before it has a form
 *
 * A #CadreReport is what a paper says: a title, stamps that belong on every
 * page of it, and sections of paragraphs, lists, tables and trees. Each writer
 * gives it a form: cadre_report_to_text() for people, cadre_report_write() for
 * programs. Both say the same, since both read the one report.
 *
 * A report is made for readers: it takes a #CadreRedaction, and what that level
 * does not show is not in it. It is made in a language: an argument, never the
 * locale. The same input gives the same bytes everywhere.
 *
 * A report does not change, so threads may share it.
 */

#include "config.h"

#include "report/cadre-report-private.h"

/**
 * CadreReport:
 *
 * What a paper says. It does not change.
 *
 * Since: 1.0
 */
G_DEFINE_FINAL_TYPE (CadreReport, cadre_report, G_TYPE_OBJECT)

G_DEFINE_QUARK (cadre_report_error, cadre_report_error)

static void
clear_block (gpointer data)
{
  CadreReportBlock *block = data;

  g_clear_pointer (&block->columns, g_array_unref);
  g_clear_pointer (&block->items, g_array_unref);
}

static void
clear_section (gpointer data)
{
  CadreReportSection *section = data;

  g_clear_pointer (&section->blocks, g_array_unref);
}

static void
cadre_report_finalize (GObject *object)
{
  CadreReport *self = CADRE_REPORT (object);

  g_clear_pointer (&self->sections, g_array_unref);
  g_clear_pointer (&self->stamps, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);

  G_OBJECT_CLASS (cadre_report_parent_class)->finalize (object);
}

static void
cadre_report_class_init (CadreReportClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cadre_report_finalize;
}

static void
cadre_report_init (CadreReport *self)
{
  self->texts = g_string_chunk_new (4096);
  self->stamps = g_ptr_array_new ();
  self->sections = g_array_new (FALSE, TRUE, sizeof (CadreReportSection));
  g_array_set_clear_func (self->sections, clear_section);
  self->catalogue = &cadre_english;
  self->id = "";
  self->title = "";
}

/* Making it */

static const char *
keep (CadreReport *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert (self->texts, text) : NULL;
}

static const char *
keep_and_free (CadreReport *self, char *text)
{
  const char *kept = keep (self, text);

  g_free (text);
  return kept;
}

static CadreReportSection *
last_section (CadreReport *self)
{
  if (self->sections->len == 0)
    cadre_report_begin_section (self, "", NULL);

  return &g_array_index (self->sections, CadreReportSection, self->sections->len - 1);
}

static CadreReportBlock *
begin_block (CadreReport *self, CadreBlockKind kind)
{
  CadreReportSection *section = last_section (self);
  CadreReportBlock *block = NULL;

  g_array_set_size (section->blocks, section->blocks->len + 1);
  block = &g_array_index (section->blocks, CadreReportBlock, section->blocks->len - 1);
  block->kind = kind;
  block->items = g_array_new (FALSE, TRUE, sizeof (CadreReportItem));
  return block;
}

static CadreReportBlock *
last_block (CadreReport *self)
{
  CadreReportSection *section = last_section (self);

  if (section->blocks->len == 0)
    return begin_block (self, CADRE_BLOCK_KIND_LIST);

  return &g_array_index (section->blocks, CadreReportBlock, section->blocks->len - 1);
}

static CadreReportItem *
add_item (CadreReport *self, CadreReportBlock *block, char *text, const char *subject)
{
  CadreReportItem *item = NULL;

  g_array_set_size (block->items, block->items->len + 1);
  item = &g_array_index (block->items, CadreReportItem, block->items->len - 1);
  item->text = text != NULL ? keep_and_free (self, text) : "";
  item->subject = keep (self, subject);
  return item;
}

static CadreReportItem *
last_item (CadreReport *self)
{
  CadreReportBlock *block = last_block (self);

  return block->items->len > 0
           ? &g_array_index (block->items, CadreReportItem, block->items->len - 1)
           : add_item (self, block, NULL, NULL);
}

CadreReport *
cadre_report_begin (const CadreCatalogue *catalogue, const char *id)
{
  CadreReport *self = g_object_new (CADRE_TYPE_REPORT, NULL);

  self->catalogue = catalogue;
  self->id = keep (self, id);
  return self;
}

void
cadre_report_take_title (CadreReport *self, char *title)
{
  self->title = keep_and_free (self, title);
}

void
cadre_report_take_stamp (CadreReport *self, char *stamp)
{
  g_ptr_array_add (self->stamps, (gpointer) keep_and_free (self, stamp));
}

void
cadre_report_begin_section (CadreReport *self, const char *id, char *title)
{
  CadreReportSection section = { keep (self, id), NULL, NULL };

  section.title = title != NULL ? keep_and_free (self, title) : "";
  section.blocks = g_array_new (FALSE, TRUE, sizeof (CadreReportBlock));
  g_array_set_clear_func (section.blocks, clear_block);
  g_array_append_val (self->sections, section);
}

void
cadre_report_add_heading (CadreReport *self, char *text, const char *subject)
{
  add_item (self, begin_block (self, CADRE_BLOCK_KIND_HEADING), text, subject);
}

void
cadre_report_add_paragraph (CadreReport *self, char *text)
{
  add_item (self, begin_block (self, CADRE_BLOCK_KIND_PARAGRAPH), text, NULL);
}

void
cadre_report_begin_list (CadreReport *self)
{
  begin_block (self, CADRE_BLOCK_KIND_LIST);
}

void
cadre_report_begin_facts (CadreReport *self)
{
  begin_block (self, CADRE_BLOCK_KIND_FACTS);
}

void
cadre_report_begin_table (CadreReport *self, char *caption)
{
  CadreReportBlock *block = begin_block (self, CADRE_BLOCK_KIND_TABLE);

  block->caption = keep_and_free (self, caption);
  block->columns = g_array_new (FALSE, TRUE, sizeof (CadreReportColumn));
}

void
cadre_report_add_column (CadreReport *self, char *heading, CadreAlignment alignment)
{
  CadreReportBlock *block = last_block (self);
  CadreReportColumn column = { keep_and_free (self, heading), alignment };

  g_return_if_fail (block->kind == CADRE_BLOCK_KIND_TABLE);

  g_array_append_val (block->columns, column);
}

void
cadre_report_begin_tree (CadreReport *self, char *caption)
{
  begin_block (self, CADRE_BLOCK_KIND_TREE)->caption = keep_and_free (self, caption);
}

void
cadre_report_add_item (CadreReport *self, char *text, const char *subject)
{
  add_item (self, last_block (self), text, subject);
}

void
cadre_report_add_fact (CadreReport *self, char *name, char *text, const char *subject)
{
  add_item (self, last_block (self), text, subject)->name = keep_and_free (self, name);
}

void
cadre_report_add_node (CadreReport *self, guint depth, char *text, char *words, const char *subject)
{
  CadreReportItem *item = add_item (self, last_block (self), text, subject);

  item->depth = depth;
  item->words = keep_and_free (self, words);
}

void
cadre_report_set_exact_integer (CadreReport *self, gint64 value)
{
  CadreReportItem *item = last_item (self);

  item->exact = CADRE_EXACT_INTEGER;
  item->least = value;
}

void
cadre_report_set_exact_text (CadreReport *self, const char *text)
{
  CadreReportItem *item = last_item (self);

  item->exact = CADRE_EXACT_TEXT;
  item->exact_text = keep (self, text);
}

void
cadre_report_set_exact_range (CadreReport *self, gint64 least, gint64 most, gint64 n_unknown)
{
  CadreReportItem *item = last_item (self);

  item->exact = CADRE_EXACT_RANGE;
  item->least = least;
  item->most = most;
  item->n_unknown = n_unknown;
}

void
cadre_report_set_exact_sum (CadreReport *self,
                            const char *least,
                            const char *most,
                            gint64 n_unknown)
{
  CadreReportItem *item = last_item (self);

  item->exact = CADRE_EXACT_SUM;
  item->exact_text = keep (self, least);
  item->exact_most = keep (self, most);
  item->n_unknown = n_unknown;
}

gboolean
cadre_report_has_owner (CadreReport *self, const char *subject)
{
  GArray *items = last_block (self)->items;

  for (guint i = items->len; i > 0; i--)
    {
      const CadreReportItem *item = &g_array_index (items, CadreReportItem, i - 1);

      if (item->depth == 0)
        return g_strcmp0 (item->subject, subject) == 0;
    }

  return FALSE;
}

guint
cadre_report_count_items (CadreReport *self)
{
  return last_block (self)->items->len;
}

/* Reading it */

/**
 * cadre_report_get_title:
 * @self: a #CadreReport
 *
 * Gets what the report is called.
 *
 * Returns: (transfer none): the title
 *
 * Since: 1.0
 */
const char *
cadre_report_get_title (CadreReport *self)
{
  g_return_val_if_fail (CADRE_IS_REPORT (self), NULL);

  return self->title;
}

/**
 * cadre_report_get_language:
 * @self: a #CadreReport
 *
 * Gets the language of the report's own words, as a BCP 47 tag.
 *
 * Returns: (transfer none): the language
 *
 * Since: 1.0
 */
const char *
cadre_report_get_language (CadreReport *self)
{
  g_return_val_if_fail (CADRE_IS_REPORT (self), NULL);

  return self->catalogue->language;
}

/**
 * cadre_report_dup_stamps:
 * @self: a #CadreReport
 *
 * Gets what belongs on every page of the report, such as that nothing is
 * decided, or that the policy is nobody's own.
 *
 * Returns: (transfer full) (array zero-terminated=1): the stamps, each a
 *   sentence or two
 *
 * Since: 1.0
 */
char **
cadre_report_dup_stamps (CadreReport *self)
{
  char **stamps = NULL;

  g_return_val_if_fail (CADRE_IS_REPORT (self), NULL);

  stamps = g_new0 (char *, self->stamps->len + 1);
  for (guint i = 0; i < self->stamps->len; i++)
    stamps[i] = g_strdup (g_ptr_array_index (self->stamps, i));

  return stamps;
}
