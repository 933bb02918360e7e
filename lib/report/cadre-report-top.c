/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* The posts at the top and those that report to them, before and after. */

#include "config.h"

#include "report/cadre-report-diff-private.h"

#define DEEPEST 1     /* steps below a root */
#define MOST_POSTS 60 /* with more, a table of the top tells nothing */

/* The end of the tree of a root in the walk, which begins at @start. */
static guint32
find_end (const CadreIndex *index, guint32 start)
{
  guint32 end = start + 1;

  while (end < index->n_walked && index->depth[index->walk[end]] > 0)
    end++;

  return end;
}

/* The root of the most posts; the first of several. CADRE_NO_ROW without any. */
static guint32
find_largest_root (const CadreIndex *index)
{
  guint32 largest = CADRE_NO_ROW;
  guint32 most = 0;

  for (guint32 start = 0; start < index->n_walked; start = find_end (index, start))
    {
      guint32 n = find_end (index, start) - start;

      if (n > most)
        {
          most = n;
          largest = index->walk[start];
        }
    }

  return largest;
}

/* The root that a post is under. */
static guint32
find_root (const CadreIndex *index, guint32 post)
{
  for (int depth = index->depth[post]; depth > 0 && index->manager[post] != CADRE_NO_ROW; depth--)
    post = index->manager[post];

  return post;
}

/* By post: whether it is at the top, or reports to who is. Where a structure has
 * no top that is one, the largest tree stands for it. */
static guint8 *
mark_top (const CadreView *view, guint *n_marked)
{
  const CadreIndex *index = view->index;
  guint8 *marks = g_new0 (guint8, (gsize) index->n_posts + 1);
  guint32 largest = find_largest_root (index);

  for (guint32 i = 0; i < index->n_posts; i++)
    if (index->top[i] != CADRE_NO_ROW)
      largest = CADRE_NO_ROW;

  for (guint32 i = 0; i < index->n_walked; i++)
    {
      guint32 post = index->walk[i];

      if (index->depth[post] > DEEPEST || !cadre_view_is_in_totals (view, post))
        continue;
      marks[post] = largest != CADRE_NO_ROW ? find_root (index, post) == largest
                                            : index->top[post] != CADRE_NO_ROW;
      *n_marked += marks[post];
    }

  return marks;
}

static void
add_post (CadreReport *report, const CadreView *view, guint32 post)
{
  g_autofree char *subject = NULL;

  if (post == CADRE_NO_ROW)
    {
      cadre_report_add_item (report, NULL, NULL);
      return;
    }

  subject = cadre_view_subject (view, CADRE_RECORD_KIND_POST, post);
  cadre_report_add_item (report, cadre_view_name (view, CADRE_RECORD_KIND_POST, post), subject);
}

/* What becomes of a post, as far as the table goes. */
static char *
say_what (const CadreComparison *self, guint32 before, guint32 after, const guint8 *marks)
{
  const char *id = NULL;
  const char *code = "top.same";
  CadrePostStatus status = CADRE_POST_STATUS_UNKNOWN;

  if (after == CADRE_NO_ROW || before == CADRE_NO_ROW)
    {
      char *made = cadre_comparison_say_made (self, before, after);

      return made != NULL
               ? made
               : cadre_say (self->catalogue, after == CADRE_NO_ROW ? "top.deleted" : "top.created");
    }

  id = cadre_tables_id (self->before->tables, CADRE_RECORD_KIND_POST, before);
  status = id != NULL ? cadre_diff_get_status_before (self->diff, id) : CADRE_POST_STATUS_UNKNOWN;
  if (status == CADRE_POST_STATUS_DEFERRED)
    code = "top.deferred";
  else if (!marks[after])
    code = "top.below";
  else if (status == CADRE_POST_STATUS_CHANGED)
    code = "top.changed";

  return cadre_say (self->catalogue, code);
}

static void
add_row (CadreReport *report,
         const CadreComparison *self,
         guint32 before,
         guint32 after,
         const guint8 *marks_after)
{
  add_post (report, self->before, before);
  add_post (report, self->after, after);
  cadre_report_add_item (report, say_what (self, before, after, marks_after), NULL);
}

static void
begin_table (CadreReport *report)
{
  cadre_report_begin_said_section (report, "top");
  cadre_report_begin_table (report, NULL);
  cadre_report_add_said_column (report, "column.before", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.after", CADRE_ALIGNMENT_START);
  cadre_report_add_said_column (report, "column.what-happens", CADRE_ALIGNMENT_START);
}

void
cadre_report_add_top (CadreReport *self, const CadreComparison *comparison)
{
  const CadreIndex *before = comparison->before->index;
  const CadreIndex *after = comparison->after->index;
  guint n_before = 0;
  guint n_after = 0;
  g_autofree guint8 *marks_before = mark_top (comparison->before, &n_before);
  g_autofree guint8 *marks_after = mark_top (comparison->after, &n_after);

  if (cadre_diff_is_empty (comparison->diff) || n_before + n_after == 0 ||
      MAX (n_before, n_after) > MOST_POSTS)
    return;

  begin_table (self);
  for (guint32 i = 0; i < before->n_walked; i++)
    if (marks_before[before->walk[i]])
      add_row (self, comparison, before->walk[i],
               cadre_comparison_find_after (comparison, before->walk[i]), marks_after);
  for (guint32 i = 0; i < after->n_walked; i++)
    {
      guint32 post = after->walk[i];
      guint32 same =
        marks_after[post] ? cadre_comparison_find_before (comparison, post) : CADRE_NO_ROW;

      if (marks_after[post] && (same == CADRE_NO_ROW || !marks_before[same]))
        add_row (self, comparison, same, post, marks_after);
    }
}
