/* SPDX-License-Identifier: LGPL-2.1-or-later */

/* Reporting lines, one post at a time. */

#include "config.h"

#include "structure/validate/cadre-validate-private.h"

#include <stdlib.h>

/* The days on which a line of management is in force for certain. */
typedef struct
{
  gint32 first;
  gint32 last;
  guint32 row;
} Core;

static int
compare_cores (gconstpointer a, gconstpointer b)
{
  const Core *x = a;
  const Core *y = b;

  if (x->first != y->first)
    return x->first < y->first ? -1 : 1;
  return (x->row > y->row) - (x->row < y->row);
}

static void
check_ends (const CadreValidation *self, const CadreTable *lines, guint32 row)
{
  static const guint ends[] = { CADRE_FIELD_LINE_MANAGER, CADRE_FIELD_LINE_BODY,
                                CADRE_FIELD_LINE_UNIT };
  guint n_ends = 0;
  guint n_none = 0;

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      guint32 code = cadre_table_code (lines, ends[i], row);

      n_ends += code > CADRE_STRING_NONE;
      n_none += code == CADRE_STRING_NONE;
    }

  if (n_ends > 1)
    cadre_validate_add (self, CADRE_RULE_LINE_SEVERAL_ENDS, CADRE_RECORD_KIND_LINE, row,
                        CADRE_NO_FIELD);
  else if (n_ends == 0 && n_none == 0)
    cadre_validate_add (self, CADRE_RULE_LINE_NO_END, CADRE_RECORD_KIND_LINE, row, CADRE_NO_FIELD);
}

static gboolean
is_management (const CadreTable *lines, guint32 row)
{
  return cadre_table_word (lines, CADRE_FIELD_LINE_KIND, row) == CADRE_LINE_KIND_MANAGEMENT;
}

static gboolean
is_kept (const CadreValidation *self, guint32 row)
{
  return cadre_tables_in_force (self->tables, CADRE_RECORD_KIND_LINE, row, self->tables->as_of) !=
         CADRE_TRUTH_FALSE;
}

/* Two stretches of days meet if one begins before the last of those that began
 * earlier has ended. */
static guint32
report_overlaps (const CadreValidation *self, Core *cores, guint32 n)
{
  gint32 last = G_MININT32;
  guint32 n_reported = 0;

  qsort (cores, n, sizeof (Core), compare_cores);
  for (guint32 i = 0; i < n; i++)
    {
      if (i > 0 && cores[i].first <= last)
        {
          cadre_validate_add (self, CADRE_RULE_LINE_SEVERAL_MANAGERS, CADRE_RECORD_KIND_LINE,
                              cores[i].row, CADRE_FIELD_LINE_MANAGER);
          n_reported++;
        }
      last = MAX (last, cores[i].last);
    }

  return n_reported;
}

/* The lines of one post, which stand together. */
static void
check_managers (const CadreValidation *self,
                const CadreTable *lines,
                guint32 first,
                guint32 end,
                Core *cores)
{
  guint32 n = 0;
  guint32 n_kept = 0;
  guint32 last_kept = 0;

  for (guint32 i = first; i < end; i++)
    if (is_management (lines, i) && cadre_line_has_end (lines, i))
      {
        Core *core = &cores[n];

        if (cadre_validate_get_core (self->tables, lines->kind, i, &core->first, &core->last))
          cores[n++].row = i;
        if (is_kept (self, i))
          {
            n_kept++;
            last_kept = i;
          }
      }

  if (report_overlaps (self, cores, n) == 0 && n_kept > 1 &&
      self->tables->as_of > CADRE_PACKED_DATE_UNKNOWN)
    cadre_validate_add (self, CADRE_RULE_LINE_MANAGERS_UNCLEAR, lines->kind, last_kept,
                        CADRE_FIELD_LINE_MANAGER);
}

/* Where the lines of the post of @first end. */
static guint32
find_end (const CadreTable *lines, guint32 first)
{
  guint32 post = cadre_table_code (lines, CADRE_FIELD_LINE_POST, first);
  guint32 end = first + 1;

  while (end < lines->n_rows && cadre_table_code (lines, CADRE_FIELD_LINE_POST, end) == post)
    end++;

  return end;
}

gboolean
cadre_validate_lines (const CadreValidation *self)
{
  const CadreTable *lines = cadre_tables_get (self->tables, CADRE_RECORD_KIND_LINE);
  g_autofree Core *cores = g_try_new (Core, (gsize) lines->n_rows + 1);

  if (cores == NULL)
    return FALSE;

  for (guint32 i = 0; i < lines->n_rows; i++)
    {
      guint32 post = cadre_table_reference (lines, CADRE_FIELD_LINE_POST, i);

      check_ends (self, lines, i);
      if (post < CADRE_AMBIGUOUS_ROW &&
          cadre_table_reference (lines, CADRE_FIELD_LINE_MANAGER, i) == post)
        cadre_validate_add (self, CADRE_RULE_LINE_SELF, lines->kind, i, CADRE_FIELD_LINE_MANAGER);
    }

  for (guint32 i = 0, end = 0; i < lines->n_rows; i = end)
    {
      end = find_end (lines, i);
      if (end - i > 1 &&
          cadre_table_reference (lines, CADRE_FIELD_LINE_POST, i) < CADRE_AMBIGUOUS_ROW)
        check_managers (self, lines, i, end, cores);
    }

  return TRUE;
}
